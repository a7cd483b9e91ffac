//! The life of minutes, two editors on one text, and every way in which something is refused.

#![allow(clippy::unwrap_used)]

use base::access::Purpose;
use base::identity::profile::LAGOON;
use base::specimen::{Session, Specimen};
use serde_json::{Value, json};

use crate::meetings::samples::*;

const FIRST: &str = "Se abre la reunión.\nHabla la secretaría.\nSe cierra la reunión.";

async fn save(specimen: &Specimen, session: &Session, path: &str, based_on: &str, text: &str) -> u16 {
    let sent = [("based_on", based_on), ("text", text), ("note", "Specimen")];
    specimen.post(session, path, &sent).await.status.as_u16()
}

async fn begun(specimen: &Specimen, session: &Session) -> String {
    let path = format!("{}/minutes", plan(specimen, session, "RCM/VIII").await);
    assert_eq!(save(specimen, session, &format!("{path}/es"), "0", FIRST).await, 303);
    path
}

fn adoption<'a>(who: &'a str, seen: &'a str) -> Vec<(&'a str, &'a str)> {
    let day = [("adopted_on-day", "2"), ("adopted_on-month", "12"), ("adopted_on-year", "2003")];
    [&day[..], &[("who", who), ("seen", seen)]].concat()
}

#[tokio::test]
async fn every_revision_stays_and_its_differences_are_shown() {
    let specimen = specimen();
    let coordinator = coordinator(&specimen);
    let path = begun(&specimen, &coordinator).await;
    let second = "Se abre la reunión.\nHabla la presidencia.\nSe agradece.\nSe cierra la reunión.";
    assert_eq!(save(&specimen, &coordinator, &format!("{path}/es"), "1", second).await, 303);
    let member = delegate(&specimen, "MEX");
    let page = specimen.get(Some(&member), &path).await.body;
    assert!(page.contains("Se agradece.") && page.contains("2 revisions"), "{page}");
    assert!(page.contains("There are no minutes in English yet."), "{page}");
    assert!(!page.contains("/minutes/es\""), "who may not write is not offered it");
    let compared = specimen.get(Some(&member), &format!("{path}/es/2")).await.body;
    assert!(compared.contains("<ins>") && compared.contains("<del>") && compared.contains("presidencia"), "{compared}");
    let first = specimen.get(Some(&member), &format!("{path}/es/1")).await.body;
    assert!(first.contains("Habla la secretaría.") && !first.contains("<ins>"), "{first}");
    for absent in ["es/3", "es/0", "xx/1", "es/x"] {
        assert_eq!(specimen.get(Some(&member), &format!("{path}/{absent}")).await.status, 404, "{absent}");
    }
}

#[tokio::test]
async fn of_two_editors_the_second_sees_both_texts_and_puts_them_together() {
    let specimen = specimen();
    let coordinator = coordinator(&specimen);
    let path = begun(&specimen, &coordinator).await;
    let other = specimen.signed_in("XSV", "coordinator", Purpose::Secretariat);
    let spanish = format!("{path}/es");
    let theirs = "Se abre la reunión.\nHabla México.\nSe cierra la reunión.";
    let mine = "Se abre la reunión a las diez.\nHabla la secretaría.\nSe cierra la reunión.";
    assert_eq!(save(&specimen, &other, &spanish, "1", theirs).await, 303);
    let sent = [("based_on", "1"), ("text", mine), ("note", "Mine")];
    let told = specimen.post(&coordinator, &spanish, &sent).await;
    assert_eq!(told.status, 409);
    assert!(
        told.body.contains("Se abre la reunión a las diez.") && told.body.contains("value=\"Mine\""),
        "{}",
        told.body
    );
    assert!(told.body.contains("México") && told.body.contains("name=\"based_on\" value=\"2\""), "{}", told.body);
    // Nothing of either is lost, and the text that both agree on is the third revision.
    let both = "Se abre la reunión a las diez.\nHabla México.\nSe cierra la reunión.";
    assert_eq!(save(&specimen, &coordinator, &spanish, "2", both).await, 303);
    let page = specimen.get(Some(&coordinator), &path).await.body;
    assert!(page.contains("a las diez.") && page.contains("México") && page.contains("3 revisions"), "{page}");
    // Another language is another text: nobody is in anybody's way.
    assert_eq!(save(&specimen, &other, &format!("{path}/en"), "0", "The meeting is opened.").await, 303);
}

#[tokio::test]
async fn a_machine_that_comes_second_gets_both_texts() {
    let specimen = specimen();
    let coordinator = coordinator(&specimen);
    let path = format!("/api/v1{}", begun(&specimen, &coordinator).await);
    let token = coordinator_token(&specimen);
    let call =
        async |at: &str, body: Value| specimen.call(&token, Purpose::Secretariat, &format!("{path}{at}"), &body).await;
    let second = call("/es", json!({ "based_on": 1, "text": "Dos." })).await;
    assert!(second.status == 200 && second.body.contains("\"revision\":2"), "{}", second.body);
    let told = call("/es", json!({ "based_on": 1, "text": "Tres." })).await;
    assert_eq!(
        (told.status.as_u16(), told.headers["content-type"].to_str().unwrap()),
        (409, "application/problem+json")
    );
    let told: Value = serde_json::from_str(&told.body).unwrap();
    assert_eq!((&told["theirs"]["text"], &told["yours"]), (&json!("Dos."), &json!("Tres.")));
    assert_eq!((&told["theirs"]["revision"], &told["status"]), (&json!(2), &json!(409)));
    for (body, code) in [
        (json!({ "based_on": 2, "text": "Dos." }), "unchanged"),
        (json!({ "based_on": 2, "text": " \n" }), "blank"),
        (json!({ "based_on": 9, "text": "Dos" }), "based-on"),
        (json!({ "based_on": 2, "text": "a\u{0}b" }), "text"),
        (json!({ "based_on": 2, "text": "Tres.", "note": "n".repeat(201) }), "note"),
    ] {
        let answer = call("/es", body).await;
        assert!(answer.status == 422 && answer.body.contains(&format!("\"{code}\"")), "{}", answer.body);
    }
    assert_eq!(call("/xx", json!({ "based_on": 0, "text": "Dos" })).await.status, 404);
    let one = api_get(&specimen, &token, &format!("{path}/es/1")).await;
    assert!(one.status == 200 && one.body.contains("secretaría"), "{}", one.body);
    let stale = json!({ "adopted_on": "2003-12-02", "revisions": { "es": 1 } });
    assert!(call("/adopt", stale).await.body.contains("\"seen\""));
    let adopted = call("/adopt", json!({ "adopted_on": "2003-12-02", "revisions": { "es": 2 } })).await;
    assert!(adopted.body.contains("\"adopted_on\":\"2003-12-02\"") && adopted.body.contains("\"missing\":[\"en\"]"));
    assert_eq!(call("/es", json!({ "based_on": 2, "text": "Tres." })).await.status, 409);
}

#[tokio::test]
async fn what_is_adopted_is_frozen_and_observers_read_it_where_it_was_opened() {
    let specimen = specimen();
    let coordinator = coordinator(&specimen);
    let path = begun(&specimen, &coordinator).await;
    let (member, observer) = (delegate(&specimen, "MEX"), delegate(&specimen, "COL"));
    let sees = async |session: &Session, at: &str| specimen.get(Some(session), at).await.status == 200;
    assert!(sees(&member, &path).await && !sees(&observer, &path).await, "a draft is kept for members");
    let adopt = format!("{path}/adopt");
    assert_eq!(specimen.post(&member, &adopt, &adoption("observers", "es-1")).await.status, 404);
    let stale = specimen.post(&coordinator, &adopt, &adoption("observers", "es-2")).await;
    assert!(stale.status == 422 && stale.body.contains("Somebody changed the minutes since."), "{}", stale.body);
    let mut tomorrow = adoption("observers", "es-1");
    tomorrow.splice(..3, [("adopted_on-day", "3"), ("adopted_on-month", "3"), ("adopted_on-year", "2026")]);
    assert!(specimen.post(&coordinator, &adopt, &tomorrow).await.body.contains("adopted_on-error"));
    assert_eq!(specimen.post(&coordinator, &adopt, &adoption("observers", "es-1")).await.status, 303);
    assert!(sees(&observer, &path).await && sees(&observer, &format!("{path}/es/1")).await);
    let page = specimen.get(Some(&coordinator), &path).await.body;
    assert!(!page.contains("/minutes/es\"") && !page.contains("/minutes/adopt"), "{page}");
    for (at, sent) in [("/es", vec![("based_on", "1"), ("text", "Dos.")]), ("/adopt", adoption("members", "es-1"))] {
        let told = specimen.post(&coordinator, &format!("{path}{at}"), &sent).await;
        assert_eq!(told.status, 409, "{at}");
        // What was typed is there to be copied, and no form offers to save it.
        let kept = told.body.contains("<p>Dos.</p>") && !told.body.contains("<textarea");
        assert_eq!((kept, told.body.contains("These minutes are adopted.")), (at == "/es", true), "{}", told.body);
        let day_kept = told.body.contains("Day of the adoption: <time datetime=\"2003-12-02\"");
        assert_eq!(day_kept, at == "/adopt", "{}", told.body);
        assert_eq!(specimen.get(Some(&coordinator), &format!("{path}{at}")).await.status, 409, "{at}");
    }
}

#[tokio::test]
async fn drafts_stay_with_members_when_what_was_adopted_is_opened() {
    let specimen = specimen();
    let coordinator = coordinator(&specimen);
    let path = begun(&specimen, &coordinator).await;
    let spanish = format!("{path}/es");
    let sent = [("based_on", "1"), ("text", "Se abre la reunión."), ("note", "Sin lo reservado")];
    assert_eq!(specimen.post(&coordinator, &spanish, &sent).await.status, 303);
    assert_eq!(specimen.post(&coordinator, &format!("{path}/adopt"), &adoption("observers", "es-2")).await.status, 303);
    let member = delegate(&specimen, "MEX");
    let observer = delegate(&specimen, "COL");
    let machine = specimen.token(&specimen.enrol("COL", "col.machine", &["delegate"]), &[Purpose::Secretariat]);
    for at in ["/es/2?before=1", "/es/2", ""] {
        let (seen, hidden) = (
            specimen.get(Some(&member), &format!("{path}{at}")).await,
            specimen.get(Some(&observer), &format!("{path}{at}")).await,
        );
        assert_eq!((seen.status.as_u16(), hidden.status.as_u16()), (200, 200), "{at}");
        assert!(seen.body.contains("Sin lo reservado"), "{at}: {}", seen.body);
        assert!(hidden.body.contains("Se abre la reunión."), "{at}: {}", hidden.body);
        for secret in ["Sin lo reservado", "secretaría", "/es/1", "<del>", "first revision"] {
            assert!(!hidden.body.contains(secret), "{at}: {secret}: {}", hidden.body);
        }
    }
    assert_eq!(specimen.get(Some(&member), &format!("{spanish}/1")).await.status, 200);
    assert_eq!(specimen.get(Some(&observer), &format!("{spanish}/1")).await.status, 404);
    for (at, status) in [("", 200), ("/es/2", 200), ("/es/1", 404)] {
        let answer = api_get(&specimen, &machine, &format!("/api/v1{path}{at}")).await;
        assert_eq!(answer.status, status, "{at}");
        assert!(!answer.body.contains("reservado") && !answer.body.contains("Habla"), "{at}: {}", answer.body);
    }
}

#[tokio::test]
async fn minutes_wait_for_the_secretariat_once_their_meeting_is_over_and_no_sooner_are_they_adopted() {
    let specimen = specimen();
    let (coordinator, token) = (coordinator(&specimen), coordinator_token(&specimen));
    let path = begun(&specimen, &coordinator).await;
    let meeting = json!({ "symbol": "LAG/I", "series": "LAG", "number": 1, "title_en": "N", "title_es": "N", "host": "MEX",
        "first_on": "2026-02-02", "last_on": "2026-02-03", "zone": "UTC", "place": "Arenal" });
    assert_eq!(specimen.call(&token, Purpose::Secretariat, "/api/v1/meetings", &meeting).await.status, 201);
    let waits = async |session: &Session| {
        let page = specimen.get(Some(session), "/today").await.body;
        (page.contains("minutes to be adopted"), page.contains("no minutes yet"))
    };
    assert_eq!((waits(&coordinator).await, waits(&delegate(&specimen, "MEX")).await), ((true, true), (false, false)));
    let adopt = format!("/api/v1{path}/adopt");
    for (day, status) in [("2003-05-29", 422), ("2003-05-30", 200)] {
        let adoption = json!({ "adopted_on": day, "revisions": { "es": 1 } });
        assert_eq!(specimen.call(&token, Purpose::Secretariat, &adopt, &adoption).await.status, status, "{day}");
    }
    assert_eq!(waits(&coordinator).await, (false, true));
    assert_eq!(save(&specimen, &coordinator, "/meetings/LAG-I/minutes/es", "0", FIRST).await, 303);
    assert_eq!(waits(&coordinator).await, (true, false));
}

#[tokio::test]
async fn a_meeting_that_is_cancelled_has_no_minutes_and_only_the_coordinator_writes() {
    let specimen = specimen();
    let coordinator = coordinator(&specimen);
    let meeting = plan(&specimen, &coordinator, "RCM/VIII").await;
    let (member, spanish) = (delegate(&specimen, "MEX"), format!("{meeting}/minutes/es"));
    assert_eq!(save(&specimen, &member, &spanish, "0", FIRST).await, 404);
    assert_eq!(save(&specimen, &coordinator, "/meetings/RCM-IX/minutes/es", "0", FIRST).await, 404);
    let empty = specimen.post(&coordinator, &format!("{meeting}/minutes/adopt"), &adoption("members", "")).await;
    assert!(empty.status == 422 && empty.body.contains("There is no text to adopt."), "{}", empty.body);
    let cancelled = [("standing", "cancelled")];
    assert_eq!(specimen.post(&coordinator, &format!("{meeting}/change"), &cancelled).await.status, 303);
    assert_eq!(save(&specimen, &coordinator, &spanish, "0", FIRST).await, 409);
}

#[tokio::test]
async fn every_page_speaks_three_languages_in_any_process() {
    for (specimen, secretariat, member) in [(specimen(), "XSV", "MEX"), (specimen_of(LAGOON), "QMS", "QMA")] {
        let coordinator = specimen.signed_in(secretariat, "coordinator", Purpose::Secretariat);
        let mut form = called("LAG/II");
        form.retain(|(name, _)| *name != "host");
        form.push(("host", member));
        let path = format!("{}/minutes", path_of(specimen.post(&coordinator, "/meetings/plan", &form).await));
        for (turn, text) in [("0", "Uno.\nDos."), ("1", "Uno.\nTres.")] {
            assert_eq!(save(&specimen, &coordinator, &format!("{path}/es"), turn, text).await, 303);
        }
        for at in ["", "/es", "/fr", "/es/2", "/adopt"] {
            for language in ["en", "es", "fr"] {
                let page = get_in(&specimen, &coordinator, &format!("{path}{at}"), language).await;
                assert_eq!(page.status, 200, "{at}");
                assert!(!shows_a_key(&page.body, "minutes"), "{at}: a text is missing");
            }
        }
    }
}
