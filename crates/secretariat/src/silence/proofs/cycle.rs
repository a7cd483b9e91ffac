//! Rounds through the pages, by delegates of several States, the presidency, an observer and the secretariat.

use base::access::Purpose;
use base::identity::profile::LAGOON;
use base::specimen::{Answer, Session, Specimen};
use jiff::SignedDuration;
use serde_json::json;

use super::super::samples::*;
use crate::meetings::samples::{api_get, get_in};

pub(super) async fn hold(specimen: &Specimen, session: &Session, path: &str, stance: &str) -> Answer {
    let form = specimen.get(Some(session), &format!("{path}/position?kind={stance}")).await;
    assert_eq!(form.status, 200);
    let seen = form.body.split("name=\"seen\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let fields = [("stance", stance), ("reason", "The annex is missing."), ("seen", &seen), ("confirmed", "yes")];
    specimen.post(session, &format!("{path}/position"), &fields).await
}

#[tokio::test]
async fn silence_until_the_deadline_adopts_and_the_secretariat_only_reads() {
    let specimen = specimen();
    let presidency = presidency(&specimen, "PAN");
    let path = open(&specimen, &presidency, "RCGM/2026/NO/1").await;
    assert_eq!(path, "/silence/RCGM-2026-NO-1");
    let (mexico, canada, observer) =
        (delegate(&specimen, "MEX"), delegate(&specimen, "CAN"), delegate(&specimen, "COL"));
    assert!(specimen.get(Some(&canada), "/silence").await.body.contains("RCGM/2026/NO/1"));
    let page = specimen.get(Some(&mexico), &path).await.body;
    assert!(page.contains("4 d 8 h") && page.contains("The workshop is held.") && page.contains("silent"), "{page}");
    to(hold(&specimen, &mexico, &path, "no_objection").await);
    let remark = specimen.post(&observer, &format!("{path}/comment"), &[("text", "A word. (invented)")]).await;
    assert!(to(remark).ends_with("?done=comment"));
    let coordinator = specimen.signed_in("XSV", "coordinator", Purpose::Secretariat);
    assert_eq!(specimen.get(Some(&coordinator), &path).await.status, 200);
    for act in ["position", "comment", "extension", "preside", "again"] {
        let form =
            [("stance", "objection"), ("reason", "No"), ("confirmed", "yes"), ("text", "No"), ("ruling", "take_up")];
        assert_eq!(specimen.post(&coordinator, &format!("{path}/{act}"), &form).await.status, 404, "{act}");
        if act != "comment" {
            assert_eq!(specimen.post(&observer, &format!("{path}/{act}"), &form).await.status, 404, "{act}");
        }
    }
    let before = shown(&specimen, &path).await;
    assert_eq!((before["outcome"].as_str(), before["settled"].as_bool()), (Some("open"), Some(false)));
    let of = |code: &str, field: &str| {
        let states = before["standing"].as_array().unwrap();
        states.iter().find(|one| one["state"] == code).unwrap()[field].clone()
    };
    assert!(
        of("CAN", "delivered_at").is_string() && of("CAN", "read_at").is_null(),
        "a list was served, no page opened"
    );
    assert!(of("MEX", "read_at").is_string() && of("MEX", "stance") == "no_objection");
    assert!(of("GTM", "delivered_at").is_null() && of("GTM", "stance").is_null());
    stand_at(&specimen, deadline());
    assert_eq!(shown(&specimen, &path).await["outcome"], "open", "the deadline itself is in time");
    stand_at(&specimen, deadline() + SignedDuration::from_secs(1));
    let after = shown(&specimen, &path).await;
    assert_eq!((after["outcome"].as_str(), after["settled"].as_bool()), (Some("adopted"), Some(true)));
    assert_eq!(after["acts"].as_array().unwrap().last().unwrap()["kind"], "passed", "told only once it is on record");
    let page = specimen.get(Some(&delegate(&specimen, "MEX")), &path).await.body;
    assert!(page.contains("no State objected"), "{page}");
}

#[tokio::test]
async fn an_objection_one_second_late_is_on_record_and_changes_nothing() {
    let specimen = specimen();
    let path = open(&specimen, &presidency(&specimen, "PAN"), "RCGM/2026/NO/1").await;
    stand_at(&specimen, deadline() + SignedDuration::from_secs(1));
    let mexico = delegate(&specimen, "MEX");
    let fields = [("stance", "objection"), ("reason", "Too late"), ("seen", ""), ("confirmed", "yes")];
    let answer = specimen.post(&mexico, &format!("{path}/position"), &fields).await;
    assert!(to(answer).ends_with("?done=late"));
    let page = specimen.get(Some(&mexico), &format!("{path}?done=late")).await.body;
    assert!(page.contains("came after the deadline") && page.contains("on record, without effect"), "{page}");
    let shown = shown(&specimen, &path).await;
    assert_eq!((shown["outcome"].as_str(), shown["settled"].as_bool()), (Some("adopted"), Some(true)));
    // What is no objection is not even kept.
    let late = specimen.post(&mexico, &format!("{path}/comment"), &[("text", "Late too")]).await;
    assert!(late.status == 409 && late.body.contains("deadline has passed"), "{}", late.body);
    assert!(late.body.contains("Late too</textarea>"), "and what was typed is not lost: {}", late.body);
}

#[tokio::test]
async fn a_clock_that_is_set_back_brings_no_time_back() {
    let specimen = specimen();
    let path = open(&specimen, &presidency(&specimen, "PAN"), "RCGM/2026/NO/1").await;
    stand_at(&specimen, deadline() + SignedDuration::from_secs(1));
    assert_eq!(shown(&specimen, &path).await["outcome"], "adopted");
    stand_at(&specimen, deadline() - SignedDuration::from_hours(1));
    let mexico = delegate(&specimen, "MEX");
    assert_eq!(shown(&specimen, &path).await["outcome"], "adopted", "what was told stays told");
    let fields = [("stance", "objection"), ("reason", "Again in time?"), ("seen", ""), ("confirmed", "yes")];
    let answer = specimen.post(&mexico, &format!("{path}/position"), &fields).await;
    assert!(to(answer).ends_with("?done=late"));
    assert_eq!(shown(&specimen, &path).await["outcome"], "adopted");
    let second = specimen.post(&mexico, &format!("{path}/position"), &fields).await;
    assert!(second.status == 409 && second.body.contains("Again in time?"), "one of a State is enough");
    stand_at(&specimen, deadline() + SignedDuration::from_hours(1));
}

#[tokio::test]
async fn an_objection_asks_for_its_reason_and_once_more_and_ends_the_round_and_rev_1_follows() {
    let specimen = specimen();
    let presidency = presidency(&specimen, "PAN");
    let path = open(&specimen, &presidency, "RCGM/2026/NO/1").await;
    let mexico = delegate(&specimen, "MEX");
    let form = format!("{path}/position");
    let bare = specimen.post(&mexico, &form, &[("stance", "objection"), ("reason", " ")]).await;
    assert!(bare.status == 422 && bare.body.contains("reason-error"), "{}", bare.body);
    let asked = specimen.post(&mexico, &form, &[("stance", "objection"), ("reason", "The annex is missing.")]).await;
    let back = [("stance", "objection"), ("reason", "The annex is missing."), ("confirmed", "change")];
    let back = specimen.post(&mexico, &form, &back).await;
    assert!(back.status == 200 && back.body.contains("The annex is missing.</textarea>"), "{}", back.body);
    assert!(asked.status == 200 && asked.body.contains("Does Mexico object") && asked.body.contains("The annex"));
    assert_eq!(shown(&specimen, &path).await["outcome"], "open", "a question is no objection");
    to(hold(&specimen, &mexico, &path, "objection").await);
    let broken = shown(&specimen, &path).await;
    assert_eq!((broken["outcome"].as_str(), broken["settled"].as_bool()), (Some("broken"), Some(true)));
    assert_eq!(broken["objecting"], json!(["MEX"]));
    let told = get_in(&specimen, &mexico, &path, "fr").await.body;
    assert!(told.contains("«\u{a0}The annex is missing.\u{a0}»") && !told.contains('“'), "{told}");
    let own = specimen.get(Some(&mexico), &path).await.body;
    assert!(own.contains("Take the objection back"), "{own}");
    let again = format!("{path}/again");
    let mut text = put("");
    text.remove(0);
    let same = specimen.post(&presidency, &again, &text).await;
    assert!(same.status == 422 && same.body.contains("objection stands"), "{}", same.body);
    text.retain(|(name, _)| !name.starts_with("text"));
    text.extend([("text_en", "It is held in May."), ("text_es", "Se realiza en mayo.")]);
    let second = path_of(specimen.post(&presidency, &again, &text).await);
    assert_eq!(second, "/silence/RCGM-2026-NO-1-Rev.1");
    assert_eq!(specimen.post(&presidency, &again, &text).await.status, 409, "it is put again once");
    let page = specimen.get(Some(&mexico), &second).await.body;
    assert!(
        page.contains("RCGM/2026/NO/1/Rev.1") && page.contains("Puts again:") && page.contains("It is held in May.")
    );
}

#[tokio::test]
async fn contradictory_positions_of_one_delegation_are_one_position_and_the_unseen_is_said() {
    let specimen = specimen();
    let path = open(&specimen, &presidency(&specimen, "PAN"), "RCGM/2026/NO/1").await;
    let (one, other) = (delegate(&specimen, "MEX"), delegate(&specimen, "MEX"));
    let form = format!("{path}/position");
    let stale = [("stance", "reservation"), ("reason", "Paragraph 2. (invented)"), ("seen", "")];
    to(hold(&specimen, &one, &path, "no_objection").await);
    let answer = specimen.post(&other, &form, &stale).await;
    assert!(to(answer).ends_with("?done=replaced_unseen"));
    let page = specimen.get(Some(&other), &format!("{path}?done=replaced_unseen")).await.body;
    assert!(page.contains("that you had not seen") && page.contains("its author had not seen"), "{page}");
    let shown = shown(&specimen, &path).await;
    let mexico = shown["standing"].as_array().unwrap().iter().find(|one| one["state"] == "MEX").unwrap().clone();
    assert_eq!(mexico["stance"], "reservation");
    // Taking back what is no longer the position is refused, in words.
    let gone = [("stance", "silent"), ("seen", "1")];
    let refused = specimen.post(&one, &form, &gone).await;
    assert!(refused.status == 409 && refused.body.contains("not your State’s position any more"), "{}", refused.body);
    to(hold(&specimen, &one, &path, "silent").await);
}

#[tokio::test]
async fn more_time_is_asked_by_a_state_and_granted_by_the_presidency_alone() {
    let specimen = specimen();
    let presidency = presidency(&specimen, "PAN");
    let path = open(&specimen, &presidency, "RCGM/2026/NO/1").await;
    let mexico = delegate(&specimen, "MEX");
    let until =
        |day| [("deadline-day", day), ("deadline-month", "3"), ("deadline-year", "2026"), ("deadline_hour", "17:00")];
    let ask = |day| [&until(day)[..], &[("reason", "The ministry. (invented)")]].concat();
    let far = specimen.post(&mexico, &format!("{path}/extension"), &ask("20")).await;
    assert!(far.status == 409, "a week is the most: {}", far.body);
    assert!(far.body.contains("deadline-error") && far.body.contains("The ministry. (invented)"), "{}", far.body);
    to(specimen.post(&mexico, &format!("{path}/extension"), &ask("10")).await);
    let request = shown(&specimen, &path).await["requests"][0]["request"].as_u64().unwrap().to_string();
    let grant = |day| [&until(day)[..], &[("ruling", "grant"), ("request", &request)]].concat();
    assert_eq!(specimen.post(&mexico, &format!("{path}/preside"), &grant("10")).await.status, 404);
    let other = self::presidency(&specimen, "GTM");
    assert_eq!(
        specimen.post(&other, &format!("{path}/preside"), &grant("10")).await.status,
        409,
        "who does not preside"
    );
    assert_eq!(
        specimen.post(&presidency, &format!("{path}/preside"), &grant("12")).await.status,
        409,
        "more than asked"
    );
    to(specimen.post(&presidency, &format!("{path}/preside"), &grant("9")).await);
    let shown = shown(&specimen, &path).await;
    assert_eq!(
        (shown["deadline"].as_str(), shown["requests"][0]["answer"].as_str()),
        (Some("2026-03-09T23:00:00Z"), Some("granted"))
    );
    let again = specimen.post(&mexico, &format!("{path}/extension"), &ask("11")).await;
    assert!(
        again.status == 409 && !again.body.contains("The deadline can be moved"),
        "once is the most: {}",
        again.body
    );
    let form = specimen.get(Some(&mexico), &format!("{path}/extension")).await;
    assert!(form.status == 409 && form.body.contains("as often as the rules allow"), "{}", form.body);
}

#[tokio::test]
async fn two_co_chairs_and_other_rules_run_the_same() {
    let specimen = Specimen::with_profile(&PLANS, LAGOON);
    preside(&specimen.ground, "QMS", &["QMA", "QMB"]);
    let chair = presidency(&specimen, "QMB");
    let path = open(&specimen, &chair, "LAG/NO/1").await;
    let (reed, utopia) = (delegate(&specimen, "QMC"), delegate(&specimen, "UTO"));
    for session in [&reed, &utopia, &delegate(&specimen, "QMA"), &delegate(&specimen, "QMB")] {
        assert_eq!(specimen.get(Some(session), "/silence").await.status, 200);
    }
    to(hold(&specimen, &reed, &path, "objection").await);
    let today = |page: Answer| page.body.contains("the presidency may take that up");
    assert!(today(specimen.get(Some(&chair), "/today").await), "who may end it is told");
    let reads = specimen.get(Some(&reed), "/today").await;
    assert!(reads.body.contains("Your State objects") && !today(reads), "and who may take it back");
    let take_up = [("ruling", "take_up")];
    let once = specimen.post(&chair, &format!("{path}/preside"), &take_up).await;
    assert!(once.status == 200 && once.body.contains("Take the objection up?"), "{}", once.body);
    let page = specimen.get(Some(&reed), &path).await.body;
    assert!(page.contains("goes on if every objection is taken back"), "{page}");
    to(hold(&specimen, &reed, &path, "silent").await);
    to(hold(&specimen, &reed, &path, "no_objection").await);
    // The seat is Paris: 17:00 there is 16:00 in UTC. Two must speak.
    stand_at(&specimen, "2026-03-06T16:00:01Z".parse().unwrap());
    let page = specimen.get(Some(&delegate(&specimen, "UTO")), &path).await.body;
    assert!(page.contains("Lapsed") && page.contains("had taken a position: 1"), "{page}");
    let again = format!("{path}/again");
    assert_eq!(specimen.get(Some(&presidency(&specimen, "QMA")), &again).await.status, 200, "the other chair may");
    let text = [&put("")[1..], &[("deadline-day", "20")]].concat();
    let text: Vec<_> = text.into_iter().filter(|field| *field != ("deadline-day", "6")).collect();
    let chair = presidency(&specimen, "QMB");
    assert_eq!(
        path_of(specimen.post(&chair, &again, &text).await),
        "/silence/LAG-NO-1-Rev.1",
        "a lapsed text may be put as it is"
    );
}

#[tokio::test]
async fn only_a_state_that_presides_opens_and_what_is_wrong_stands_beside_its_field() {
    let specimen = specimen();
    let (presidency, other) = (presidency(&specimen, "PAN"), presidency(&specimen, "GTM"));
    assert_eq!(specimen.post(&other, "/silence/open", &put("RCGM/2026/NO/1")).await.status, 404);
    assert_eq!(specimen.post(&delegate(&specimen, "PAN"), "/silence/open", &put("RCGM/2026/NO/1")).await.status, 404);
    let wrong = [
        ("symbol", "one/Rev.1"),
        ("title_en", "Kept title"),
        ("text_en", "One.\n\nTwo."),
        ("text_es", "Uno."),
        ("deadline-day", "31"),
        ("deadline-month", "2"),
        ("deadline-year", "2026"),
    ];
    let answer = specimen.post(&presidency, "/silence/open", &wrong).await;
    assert_eq!(answer.status, 422);
    for field in ["symbol", "title_es", "text_es", "deadline"] {
        assert!(answer.body.contains(&format!("id=\"{field}-error\"")), "{field}: {}", answer.body);
    }
    assert!(answer.body.contains("value=\"Kept title\"") && answer.body.contains("Two."));
    let mut short = put("RCGM/2026/NO/1");
    short.retain(|(name, _)| *name != "deadline-day");
    short.push(("deadline-day", "4"));
    assert!(specimen.post(&presidency, "/silence/open", &short).await.body.contains("less time than the rules"));
    let mut far = put("RCGM/2026/NO/1");
    far.retain(|(name, _)| *name != "deadline-year");
    far.push(("deadline-year", "2028"));
    assert!(specimen.post(&presidency, "/silence/open", &far).await.body.contains("at most 366 days"));
    let mut first = put("RCGM/2026/NO/1");
    first.retain(|(name, _)| *name != "confirmed");
    let look = specimen.post(&presidency, "/silence/open", &first).await;
    assert!(look.status == 200 && look.body.contains("Open RCGM/2026/NO/1?"), "{}", look.body);
    assert_eq!(specimen.get(Some(&presidency), "/silence/RCGM-2026-NO-1").await.status, 404, "a look opens nothing");
    open(&specimen, &presidency, "RCGM/2026/NO/1").await;
    let again = specimen.post(&presidency, "/silence/open", &put("RCGM/2026/NO/1")).await;
    assert!(again.status == 422 && again.body.contains("symbol-error"));
}

#[tokio::test]
async fn every_page_speaks_three_languages_and_a_machine_does_what_people_do() {
    let specimen = specimen();
    let presidency = presidency(&specimen, "PAN");
    let path = open(&specimen, &presidency, "RCGM/2026/NO/1").await;
    let mexico = delegate(&specimen, "MEX");
    let pages = [
        (&presidency, "/silence".to_owned()),
        (&presidency, "/silence/open".to_owned()),
        (&mexico, path.clone()),
        (&mexico, format!("{path}/position")),
        (&mexico, format!("{path}/comment")),
        (&mexico, format!("{path}/extension")),
        (&presidency, format!("{path}/preside")),
        (&presidency, format!("{path}/again")),
    ];
    for (session, path) in &pages {
        for language in ["en", "es", "fr"] {
            let page = get_in(&specimen, session, path, language).await;
            assert_eq!(page.status, 200, "{path}");
            assert!(!crate::meetings::samples::shows_a_key(&page.body, "silence"), "{path}: a text is missing");
        }
    }
    for reference in ["RCM%2FVIII", "rcm-viii", "-", "%FF", "RCGM-2026-NO-1-Rev.1"] {
        assert_ne!(specimen.get(Some(&mexico), &format!("/silence/{reference}")).await.status, 500);
    }
    let token = specimen.token(&specimen.enrol("MEX", "mex.machine", &["delegate"]), &[Purpose::Secretariat]);
    let call = async |act: &str, body| {
        specimen.call(&token, Purpose::Secretariat, &format!("/api/v1{path}/{act}"), &body).await
    };
    assert_eq!(call("position", json!({ "stance": "reservation" })).await.status, 422);
    let held = call("position", json!({ "stance": "reservation", "reason": "Paragraph 2. (invented)" })).await;
    assert!(held.status == 200 && held.body.contains("\"done\":\"taken\""), "{}", held.body);
    assert_eq!(call("comment", json!({ "text": "A word." })).await.status, 200);
    assert_eq!(call("extension", json!({ "until": "2026-03-09T17:00", "reason": "The ministry." })).await.status, 200);
    assert_eq!(call("preside", json!({ "act": "take_up" })).await.status, 404);
    let listed = api_get(&specimen, &token, "/api/v1/silence").await.body;
    assert!(listed.contains("\"spoken\":1") && listed.contains("\"electors\":11"), "{listed}");
    assert_eq!(api_get(&specimen, &token, "/api/v1/silence?after=x").await.status, 422);
    let machine = specimen.token(&specimen.enrol("PAN", "pan.machine", &["presidency"]), &[Purpose::Secretariat]);
    let new = json!({ "symbol": "RCGM/2026/NO/2", "title_en": "T", "title_es": "T", "text_en": ["A."], "text_es": ["A."],
        "deadline": "2026-03-09T17:00" });
    let answer = specimen.call(&machine, Purpose::Secretariat, "/api/v1/silence", &new).await;
    assert_eq!(
        (answer.status.as_u16(), answer.headers["location"].to_str().unwrap()),
        (201, "/api/v1/silence/RCGM-2026-NO-2")
    );
}
