//! What is told of what somebody follows, to whom and when, and what nobody is told: through the pages, the API and the feed.

#![allow(clippy::unwrap_used)]

use axum::body::Body;
use axum::http::Request;
use base::access::Purpose;
use base::specimen::{Answer, PASSWORD, Session, Specimen};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::SignedDuration;
use serde_json::json;

use super::FollowingShown;
use crate::decisions::samples::{decide, held};
use crate::meetings::samples::*;

/// Files a document with one text; its title says its class.
async fn file(specimen: &Specimen, token: &str, symbol: &str, class: &str, meeting: &str) {
    let body = json!({ "symbol": symbol, "kind": "note", "title_en": format!("A {class} note"), "original": "es",
        "class": class, "meeting": meeting });
    assert_eq!(specimen.call(token, Purpose::Secretariat, "/api/v1/papers", &body).await.status, 201);
    bring(specimen, token, symbol).await;
}

async fn bring(specimen: &Specimen, token: &str, symbol: &str) {
    let path = format!("/api/v1/papers/{}/texts?language=es&format=txt", symbol.replace('/', "-"));
    let request = Request::post(path)
        .header("authorization", format!("Bearer {token}"))
        .header("puebla-purpose", Purpose::Secretariat.code());
    let answer = specimen.send(request.body(Body::from("Texto.")).unwrap()).await;
    assert_eq!(answer.status, 201, "{}", answer.body);
}

async fn classify(specimen: &Specimen, token: &str, symbol: &str, class: &str) {
    let rule = if class == "members" { "draft" } else { "circulated" };
    let body = json!({ "class": class, "rule": rule, "decided_by": "The presidency" });
    let path = format!("/api/v1/papers/{}/class", symbol.replace('/', "-"));
    let answer = specimen.call(token, Purpose::Secretariat, &path, &body).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
}

/// Signs somebody in again, who went away since.
fn again(specimen: &Specimen, session: &Session) -> Session {
    let user_name = session.caller.name.trim_start_matches("Specimen ");
    specimen.sign_in(user_name, Some(Purpose::Secretariat))
}

async fn follow(specimen: &Specimen, session: &Session, kind: &str, name: &str) -> Answer {
    specimen.post(&again(specimen, session), "/following/follow", &[("kind", kind), ("name", name)]).await
}

async fn page(specimen: &Specimen, session: &Session) -> String {
    let answer = specimen.get(Some(&again(specimen, session)), "/following").await;
    assert_eq!(answer.status, 200);
    answer.body
}

/// Answers whether the page "today" counts something new.
async fn counted(specimen: &Specimen, session: &Session) -> bool {
    let answer = specimen.get(Some(&again(specimen, session)), "/today").await;
    assert_eq!(answer.status, 200);
    answer.body.contains("new in what you follow")
}

/// Answers what the page shows in the table that has this name.
fn table_of<'p>(page: &'p str, id: &str) -> &'p str {
    let from = page.find(&format!("id=\"{id}\"")).unwrap_or(page.len());
    let rest = &page[from..];
    &rest[..rest.find("</table>").unwrap_or(rest.len())]
}

fn later(specimen: &Specimen, hours: i64) {
    specimen.clock.advance(SignedDuration::from_hours(hours));
}

#[tokio::test]
async fn what_is_new_since_the_last_visit_is_told_once_and_counted_until_then() {
    let specimen = specimen();
    let token = coordinator_token(&specimen);
    file(&specimen, &token, "LAG/1", "observers", "").await;
    let mexico = delegate(&specimen, "MEX");
    assert!(page(&specimen, &mexico).await.contains("You follow nothing yet"));
    assert_eq!(follow(&specimen, &mexico, "paper", "lag/1").await.status, 303);
    let begun = page(&specimen, &mexico).await;
    assert!(begun.contains("Nothing new since") && table_of(&begun, "known").contains("Document filed"), "{begun}");
    assert!(!counted(&specimen, &mexico).await, "what was there before is not new");
    later(&specimen, 2);
    bring(&specimen, &token, "LAG/1").await;
    assert!(counted(&specimen, &mexico).await);
    let first = page(&specimen, &mexico).await;
    assert!(first.contains("One thing is new") && table_of(&first, "new").contains("version 2"), "{first}");
    assert!(!counted(&specimen, &mexico).await, "it has been read");
    assert!(page(&specimen, &mexico).await.contains("One thing is new"), "one visit, also after another look");
    later(&specimen, 2);
    assert!(page(&specimen, &mexico).await.contains("Nothing new since"));
    let stop = [("kind", "paper"), ("name", "LAG/1"), ("back", "/papers/LAG-1")];
    let stopped = specimen.post(&again(&specimen, &mexico), "/following/stop", &stop).await;
    assert_eq!(stopped.location().as_deref(), Some("/papers/LAG-1"));
    bring(&specimen, &token, "LAG/1").await;
    assert!(!counted(&specimen, &mexico).await && page(&specimen, &mexico).await.contains("You follow nothing yet"));
}

#[tokio::test]
async fn a_body_or_a_meeting_brings_its_documents_minutes_and_decisions() {
    let specimen = specimen();
    let (coordinator, token) = (coordinator(&specimen), coordinator_token(&specimen));
    held(&specimen, &coordinator).await;
    let (by_body, by_meeting) = (delegate(&specimen, "MEX"), delegate(&specimen, "GTM"));
    assert_eq!(follow(&specimen, &by_body, "body", "RCM").await.status, 303);
    assert_eq!(follow(&specimen, &by_meeting, "meeting", "RCM/VIII").await.status, 303);
    later(&specimen, 2);
    file(&specimen, &token, "LAG/1", "observers", "RCM/VIII").await;
    file(&specimen, &token, "LAG/2", "observers", "").await;
    decide(&specimen, &again(&specimen, &coordinator), "15").await;
    let written = [("based_on", "0"), ("text", "Habla la secretaría."), ("note", "")];
    specimen.post(&again(&specimen, &coordinator), "/meetings/RCM-VIII/minutes/es", &written).await;
    for session in [&by_body, &by_meeting] {
        let shown = page(&specimen, session).await;
        let new = table_of(&shown, "new");
        for told in ["/papers/LAG-1", "/decisions/RCM-VIII-2003-DEC-15", "/meetings/RCM-VIII/minutes"] {
            assert!(new.contains(told), "{told}: {new}");
        }
        assert!(!new.contains("LAG-2"), "what belongs to no meeting: {new}");
    }
}

#[tokio::test]
async fn nobody_is_told_of_what_they_may_not_open_and_a_change_of_class_holds_at_once() {
    let specimen = specimen();
    let (coordinator, token) = (coordinator(&specimen), coordinator_token(&specimen));
    plan(&specimen, &coordinator, "RCM/VIII").await;
    let observer = delegate(&specimen, "COL");
    file(&specimen, &token, "LAG/1", "members", "RCM/VIII").await;
    let named = async |name| specimen.post(&observer, "/following/follow", &[("kind", "paper"), ("name", name)]).await;
    let (kept, absent) = (named("LAG/1").await, named("LAG/9").await);
    assert!(kept.status == 422 && kept.body.replace("LAG/1", "LAG/9") == absent.body, "{}", kept.body);
    assert!(kept.body.contains("tabindex=\"-1\"><h1>"), "a page has a heading: {}", kept.body);
    assert_eq!(follow(&specimen, &observer, "meeting", "RCM/VIII").await.status, 303);
    later(&specimen, 2);
    bring(&specimen, &token, "LAG/1").await;
    assert!(!counted(&specimen, &observer).await && !page(&specimen, &observer).await.contains("LAG/1"));
    classify(&specimen, &token, "LAG/1", "observers").await;
    assert!(page(&specimen, &observer).await.contains("LAG/1"), "opened");
    assert_eq!(follow(&specimen, &observer, "paper", "LAG/1").await.status, 303);
    classify(&specimen, &token, "LAG/1", "members").await;
    later(&specimen, 2);
    bring(&specimen, &token, "LAG/1").await;
    assert!(!counted(&specimen, &observer).await);
    let closed = page(&specimen, &observer).await;
    assert!(!table_of(&closed, "new").contains("LAG/1") && !table_of(&closed, "known").contains("LAG/1"), "{closed}");
    let followed = table_of(&closed, "followed");
    assert!(followed.contains("Not there, or not for you") && !followed.contains("members note"), "{followed}");
    // The control: whoever may open it is told.
    let member = delegate(&specimen, "MEX");
    follow(&specimen, &member, "paper", "LAG/1").await;
    assert!(table_of(&page(&specimen, &member).await, "known").contains("LAG/1"));
}

#[tokio::test]
async fn a_reader_of_feeds_has_a_token_for_that_alone_and_sees_what_its_person_may_open_now() {
    let specimen = specimen();
    let token = coordinator_token(&specimen);
    file(&specimen, &token, "LAG/1", "observers", "").await;
    specimen.with_password("COL", "col.reader", &["delegate"]);
    let secret = specimen.with_codes("col.reader");
    let mut browser = specimen.browser();
    browser.sign_in("col.reader", Some(&secret)).await;
    browser.post("/following/follow", &[("kind", "paper"), ("name", "LAG/1")]).await;
    specimen.clock.advance(SignedDuration::from_secs(30));
    let code = secret.code(specimen.clock.now());
    let form = [("name", "Reader"), ("opens", "following"), ("days", "90"), ("password", PASSWORD), ("code", &code)];
    let made = browser.post("/account/tokens", &form).await.body;
    assert!(made.contains("/api/v1/following/atom?language=en"), "{made}");
    let password = made.split("class=\"mono secret\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
    let ask = async |path: &str| {
        let shown = format!("Basic {}", STANDARD.encode(format!("anybody:{password}")));
        let request = Request::get(path).header("authorization", shown).header("puebla-purpose", "secretariat");
        specimen.send(request.body(Body::empty()).unwrap()).await
    };
    let feed = "/api/v1/following/atom?language=es";
    let read = ask(feed).await;
    assert_eq!(read.headers["content-type"], "application/atom+xml; charset=utf-8");
    assert!(read.body.contains("<title xml:lang=\"en\">LAG/1: A observers note</title>"), "{}", read.body);
    assert!(
        read.body.contains("Documento registrado") && read.body.contains("Texto en Español, versión 1"),
        "{}",
        read.body
    );
    let names: Vec<&str> = read.body.split("<id>").skip(1).map(|rest| rest.split('<').next().unwrap()).collect();
    let mut distinct = names.clone();
    distinct.sort();
    distinct.dedup();
    assert!(names.len() == 3 && distinct.len() == 3, "{names:?}");
    assert_eq!(ask("/api/v1/following/atom?language=xx").await.status, 422);
    for other in ["/api/v1/today/calendar", "/api/v1/following", "/api/v1/papers"] {
        assert_eq!(ask(other).await.status, 401, "{other}: the token opens one feed");
    }
    classify(&specimen, &token, "LAG/1", "members").await;
    assert!(!ask(feed).await.body.contains("LAG/1"), "closed at once");
    classify(&specimen, &token, "LAG/1", "observers").await;
    assert!(ask(feed).await.body.contains("LAG/1"));
    let tokens = browser.get("/account/tokens").await.body;
    assert!(tokens.contains("What is new in what I follow"), "{tokens}");
    let named = tokens.split("name=\"token\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    browser.post("/account/tokens/end", &[("token", &named)]).await;
    assert_eq!(ask(feed).await.status, 401, "revoked");
}

#[tokio::test]
async fn machines_follow_as_people_do_and_read_nothing_by_asking() {
    let specimen = specimen();
    let token = coordinator_token(&specimen);
    file(&specimen, &token, "LAG/1", "observers", "").await;
    let user = specimen.enrol("MEX", "mex.machine", &["delegate"]);
    let mexico = specimen.token(&user, &[Purpose::Secretariat]);
    let send =
        async |path: &str, body: serde_json::Value| specimen.call(&mexico, Purpose::Secretariat, path, &body).await;
    let named = json!({ "kind": "paper", "name": "LAG/1" });
    assert_eq!(send("/api/v1/following", named.clone()).await.status, 200);
    later(&specimen, 2);
    bring(&specimen, &token, "LAG/1").await;
    for _ in 0..2 {
        let shown = api_get(&specimen, &mexico, "/api/v1/following").await;
        let shown: FollowingShown = serde_json::from_str(&shown.body).unwrap();
        let unread: Vec<bool> = shown.news.iter().map(|news| news.unread).collect();
        assert_eq!(unread, [true, false, false], "{:?}", shown.news);
        assert!(shown.followed[0].there && shown.followed[0].title_en == "A observers note");
    }
    for (body, field) in [
        (json!({ "kind": "person", "name": "LAG/1" }), "kind"),
        (json!({ "kind": "paper", "name": "LAG" }), "name"),
        (json!({ "kind": "body", "name": "NONE" }), "name"),
    ] {
        let refused = send("/api/v1/following", body).await;
        assert!(refused.status == 422 && refused.body.contains(&format!("\"field\":\"{field}\"")), "{}", refused.body);
    }
    assert_eq!(send("/api/v1/following", json!({ "kind": "paper", "name": "LAG/1", "since": 1 })).await.status, 422);
    let stopped = send("/api/v1/following/stop", named).await;
    assert_eq!(
        serde_json::from_str::<FollowingShown>(&stopped.body).unwrap(),
        FollowingShown { followed: vec![], news: vec![] }
    );
}

#[tokio::test]
async fn what_one_follows_has_an_end_and_is_forgotten_when_nobody_looks() {
    let specimen = Specimen::without_rates(&PLANS, base::ground::Settings::default());
    let (coordinator, token) = (coordinator(&specimen), coordinator_token(&specimen));
    for number in 0..=super::shelf::FOLLOWED_MAX {
        file(&specimen, &token, &format!("LAG/{number}"), "observers", "").await;
        let status = follow(&specimen, &coordinator, "paper", &format!("LAG/{number}")).await.status;
        assert_eq!(status, if number < super::shelf::FOLLOWED_MAX { 303 } else { 422 }, "{number}");
    }
    let full = page(&specimen, &coordinator).await;
    assert!(full.contains("The last 100 are shown") && table_of(&full, "known").matches("<tr").count() <= 101);
    later(&specimen, 24 * 181);
    specimen.ground.sweep().unwrap();
    assert!(page(&specimen, &coordinator).await.contains("You follow nothing yet"));
}

#[tokio::test]
async fn every_page_speaks_three_languages() {
    let specimen = specimen();
    let coordinator = coordinator(&specimen);
    file(&specimen, &coordinator_token(&specimen), "LAG/1", "observers", "").await;
    follow(&specimen, &coordinator, "paper", "LAG/1").await;
    for path in ["/following", "/following?done=followed", "/papers/LAG-1", "/today", "/bodies"] {
        for language in ["en", "es", "fr"] {
            let answer = get_in(&specimen, &coordinator, path, language).await;
            assert_eq!(answer.status, 200, "{path}");
            assert!(!shows_a_key(&answer.body, "following"), "{path}: a text is missing: {}", answer.body);
        }
    }
}
