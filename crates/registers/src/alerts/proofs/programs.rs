//! What an officer does with a possible match by program: the acts of the pages, by two people with a token each.

use axum::http::StatusCode;
use base::access::Purpose;
use serde_json::{Value, json};

use super::{Open, sent};
use crate::alerts::Category;
use crate::alerts::typed::PersonAlertSent;

/// Somebody's program at the border of a State.
struct Program<'o> {
    open: &'o Open,
    name: String,
}

impl<'o> Program<'o> {
    fn of(open: &'o Open, state: &str, name: &str) -> Self {
        Program { open, name: open.specimen().enrol(state, name, &["border_officer"]) }
    }

    async fn post(&self, end: &str, body: &Value) -> (StatusCode, Value) {
        let token = self.open.specimen().token(&self.name, &[Purpose::BorderControl]);
        let answer = self.open.specimen().call(&token, Purpose::BorderControl, &format!("/api/v1/{end}"), body).await;
        (answer.status, serde_json::from_str(&answer.body).unwrap_or(Value::Null))
    }

    async fn act(&self, end: &str, handle: &str, more: &Value) -> (StatusCode, Value) {
        let mut body = json!({ "match": handle });
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        self.post(&format!("person-matches/{end}"), &body).await
    }

    async fn status(&self, end: &str, handle: &str, more: Value) -> StatusCode {
        self.act(end, handle, &more).await.0
    }

    async fn waiting(&self) -> Value {
        let token = self.open.specimen().token(&self.name, &[Purpose::BorderControl]);
        let request = axum::http::Request::get("/api/v1/person-matches")
            .header("authorization", format!("Bearer {token}"))
            .header("puebla-purpose", "border_control")
            .body(axum::body::Body::empty());
        let answer = self.open.specimen().send(request.unwrap()).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        serde_json::from_str(&answer.body).unwrap()
    }

    /// Searches for the person of these proofs; answers the match.
    async fn found(&self, born: &str) -> String {
        let wanted = json!({ "paternal": "Quimistan", "given": "Nahomy", "born": born });
        let (status, said) = self.post("person-searches", &wanted).await;
        assert_eq!(status, StatusCode::OK, "{said}");
        said["matches"][0]["match"].as_str().unwrap_or_else(|| panic!("{said}")).to_owned()
    }

    /// Searches, and has a second person agree; answers the match.
    async fn corroborated(&self, second: &Program<'_>, born: &str) -> String {
        let handle = self.found(born).await;
        assert_eq!(self.status("ask", &handle, json!({})).await, StatusCode::NO_CONTENT);
        assert_eq!(second.status("agree", &handle, json!({ "ground": "photograph" })).await, StatusCode::NO_CONTENT);
        handle
    }
}

fn nahomy(category: Category, born: &str) -> PersonAlertSent {
    PersonAlertSent {
        given: "Nahomy".to_owned(),
        paternal: "Quimistán".to_owned(),
        maternal: "Zelaya".to_owned(),
        born: born.to_owned(),
        ..sent(category)
    }
}

impl Open {
    async fn sought(&self, category: Category, born: &str) -> String {
        let reference = self.drafted_as(self.writes(category), &nahomy(category, born)).await;
        self.propose(self.writes(category), &reference).await;
        self.judge(self.judges(category), &reference, "activate").await;
        reference
    }
}

/// G-18, G-19: what is sealed is in no answer to a program before a second person agreed, and why never is.
#[tokio::test]
async fn a_program_opens_what_two_people_have_corroborated() {
    let open = Open::new().await;
    let reference = open.sought(Category::CaptureTrafficking, "1988-05-19").await;
    let (first, second) = (Program::of(&open, "GTM", "gtm.one"), Program::of(&open, "GTM", "gtm.two"));
    let stranger = Program::of(&open, "HND", "hnd.one");
    let handle = first.found("1988-05-19").await;
    assert_eq!(first.status("open", &handle, json!({})).await, StatusCode::CONFLICT, "nobody agreed");
    let ground = || json!({ "ground": "photograph" });
    assert_eq!(second.status("agree", &handle, ground()).await, StatusCode::CONFLICT, "nobody was asked");
    assert_eq!(first.status("ask", &handle, json!({})).await, StatusCode::NO_CONTENT);
    assert_eq!(first.status("agree", &handle, ground()).await, StatusCode::CONFLICT, "the same person");
    assert_eq!(stranger.status("agree", &handle, ground()).await, StatusCode::CONFLICT, "another State");
    let place = json!({ "ground": "place_of_birth" });
    assert_eq!(
        second.status("agree", &handle, place).await,
        StatusCode::CONFLICT,
        "a birth that was typed is no proof"
    );
    let seen = second.waiting().await;
    assert_eq!((&seen["own"], &seen["asked"][0]["match"]), (&json!([]), &json!(handle)), "{seen}");
    for word in ["HND", "trafficking", "detain", "Motivo", "Juzgado", "1988", "ZELAYA", "alert", &reference] {
        assert!(!seen.to_string().contains(word), "{word} in {seen}");
    }
    assert_eq!(stranger.waiting().await, json!({ "own": [], "asked": [] }));
    assert_eq!(second.status("agree", &handle, ground()).await, StatusCode::NO_CONTENT);
    assert_eq!(first.waiting().await["own"][0]["seconded"], json!(true));
    assert_eq!(second.status("open", &handle, json!({})).await, StatusCode::CONFLICT, "another's");
    let (status, opened) = first.act("open", &handle, &json!({})).await;
    assert_eq!(status, StatusCode::OK);
    let contact = opened["contact"].clone();
    let whole = json!({ "sign": "act", "action": "detain", "offence": "trafficking", "owner": "HND", "contact": contact, "reference": reference,
        "match": handle, "also": [] });
    assert_eq!(opened, whole, "and not a word of why");
}

/// G-20, G-21: a program says what came of it as a page does: one call where it is not the person, nobody confirmed unopened.
#[tokio::test]
async fn a_program_says_what_came_of_it() {
    let open = Open::new().await;
    let reference = open.sought(Category::LocateWitness, "1988-05-19").await;
    let (first, second) = (Program::of(&open, "GTM", "gtm.one"), Program::of(&open, "GTM", "gtm.two"));
    let outcome = |said: &str| json!({ "outcome": said });
    let handle = first.found("1988-05-19").await;
    assert_eq!(first.status("outcome", &handle, outcome("confirmed")).await, StatusCode::CONFLICT, "unopened");
    assert_eq!(first.status("outcome", &handle, outcome("let_them_pass")).await, StatusCode::CONFLICT);
    assert_eq!(second.status("outcome", &handle, outcome("not_the_person")).await, StatusCode::CONFLICT, "another's");
    let consenting = json!({ "outcome": "not_the_person", "consent": true });
    let (status, recorded) = first.act("outcome", &handle, &consenting).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(recorded, json!({ "outcome": "not_the_person", "cleared": false }), "nobody's document to clear");
    assert_eq!(first.status("outcome", &handle, consenting).await, StatusCode::CONFLICT, "of one use");
    let handle = first.corroborated(&second, "1988-05-19").await;
    assert_eq!(first.status("open", &handle, json!({})).await, StatusCode::OK);
    assert_eq!(first.status("outcome", &handle, outcome("confirmed")).await, StatusCode::OK);
    let handle = first.found("1988-05-19").await;
    assert_eq!(first.status("outcome", &handle, outcome("inconclusive")).await, StatusCode::OK);
    let page = open.specimen().get(Some(&open.author), &format!("/alerts/{reference}")).await.body;
    assert!(page.contains("What came of it at borders"), "{page}");
    let list = open.specimen().get(Some(&open.author), "/alerts/own").await.body;
    assert!(list.contains("Met at borders: 3"), "{list}");
    assert_eq!(first.status("outcome", "no handle", outcome("confirmed")).await, StatusCode::CONFLICT);
}

/// G-19: of a child a program is told its sign and whom to call, and nothing of the case.
#[tokio::test]
async fn a_childs_case_does_not_open_to_a_program() {
    let open = Open::new().await;
    let reference = open.sought(Category::ChildAtRisk, "2014-05-02").await;
    let (first, second) = (Program::of(&open, "GTM", "gtm.one"), Program::of(&open, "GTM", "gtm.two"));
    let handle = first.corroborated(&second, "2014-05-02").await;
    let (_, opened) = first.act("open", &handle, &json!({})).await;
    let contact = opened["contact"].clone();
    let whole = json!({ "sign": "child", "owner": "HND", "contact": contact, "reference": reference, "match": handle, "also": [] });
    assert_eq!(opened, whole);
}

/// Whoever tries references in turn learns no more of the thirteenth than of one that never was, and goes no further.
#[tokio::test]
async fn references_cannot_be_gone_through() {
    let open = Open::new().await;
    let (adult, child) = (open.activated(Category::LocateWitness).await, open.activated(Category::MissingChild).await);
    let ask = async |reference: &str| {
        open.specimen().get(Some(&open.foreign), &format!("/alerts/face?reference={reference}")).await
    };
    assert_eq!(ask(&adult).await.status, StatusCode::OK);
    let never = "RCM-A-2026-9999";
    let (hidden, absent) = (ask(&child).await, ask(never).await);
    let said = |answer: &super::Answer, asked: &str| (answer.status, answer.body.replace(asked, "ASKED"));
    assert_eq!(said(&hidden, &child), said(&absent, never), "a child's alert, and none");
    for number in 0..8 {
        assert_eq!(ask(&format!("RCM-A-2026-{:04}", 100 + number)).await.status, StatusCode::NOT_FOUND, "{number}");
    }
    assert_eq!(
        ask("rcm-a-2026-0100").await.status,
        StatusCode::NOT_FOUND,
        "the same in other letters is no further one"
    );
    for reference in ["RCM-A-2026-0200", &adult] {
        let stopped = ask(reference).await;
        assert_eq!(stopped.status, StatusCode::TOO_MANY_REQUESTS, "there or not");
        assert!(stopped.headers.contains_key("retry-after"));
    }
    let oversight = open.specimen().signed_in("GTM", "oversight", Purpose::Oversight);
    let list = open.specimen().get(Some(&oversight), "/oversight/concerns").await.body;
    assert!(list.contains("Many references of alerts"), "{list}");
    assert!(!list.contains("RCM-A-"), "{list}");
}

/// Whoever writes an alert down or judges it is told what one with a year of birth alone is worth.
#[tokio::test]
async fn an_alert_with_a_year_alone_says_what_it_is_worth() {
    let open = Open::new().await;
    for (born, told) in [("1988", true), ("1988-05", false), ("1988-05-19", false)] {
        let mut text = nahomy(Category::LocateWitness, born);
        text.maternal = ["Zelaya", "Ixcot", "Urbina"][(born.len() - 4) / 3].to_owned();
        let reference = open.drafted_as(&open.author, &text).await;
        open.propose(&open.author, &reference).await;
        for (session, path) in
            [(&open.author, format!("/alerts/{reference}")), (&open.judge, format!("/alerts/{reference}/activate"))]
        {
            let page = open.specimen().get(Some(session), &path).await;
            assert_eq!(page.status, StatusCode::OK);
            assert_eq!(page.body.contains("Find out the whole date"), told, "{born} {path}");
        }
    }
}
