//! Handling codes: they go wherever an alert's content goes, and what would hand it on asks them first.

use axum::http::StatusCode;
use base::access::Purpose;
use base::specimen::{Answer, Session};
use serde_json::{Value, json};

use super::matches::{Border, Officer, iris, passport};
use super::seals::get;
use super::{Open, PLANS, field, in_language, location, unsaid};
use crate::alerts::Category;
use crate::alerts::typed::PersonAlertSent;

const CAPTURE: Category = Category::CaptureTrafficking;

/// What H3 restricts in these proofs.
const RESTRICTION: &str = "Solo de palabra (ficticio)";

/// Words of what the alert says: where one stands, its content has left. Nobody says them to the program but its own State.
const CONTENT: [&str; 4] = ["Quimistan", "Motivo inventado", "EXP-SPECIMEN", "<strong>Detain the person"];

/// An alert with codes, on a decision that ends so soon that it can be judged again.
fn restricted(codes: &str) -> PersonAlertSent {
    let restriction = if codes.contains("H3") { RESTRICTION } else { "" };
    PersonAlertSent {
        given: "Iris Xiomara Quimistan".to_owned(),
        holds_until: "2026-05-01".to_owned(),
        handling: codes.to_owned(),
        restriction: restriction.to_owned(),
        ..iris(CAPTURE)
    }
}

/// Answers the codes that an answer with an alert's content lacks; nothing where there is no content in it, or all are there.
fn lacks(body: &str) -> Vec<&'static str> {
    if !CONTENT.iter().any(|word| body.to_lowercase().contains(&word.to_lowercase()))
        && !body.contains("\"action\":\"detain\"")
    {
        return Vec::new();
    }
    // A form has a box for each code: what is said is the line of all that hold, or the list of an answer to a program. The list of
    // one's own State's alerts says the codes beside each name, and what H3 restricts on the alert's own page.
    let said = body.contains("H1 H2 H3") || body.contains(r#"["H1","H2","H3"]"#);
    let restriction = body.contains(RESTRICTION) || body.contains("id=\"alerts\"");
    [("codes", said), ("restriction", restriction)]
        .into_iter()
        .filter(|(_, there)| !there)
        .map(|(what, _)| what)
        .collect()
}

impl Open {
    async fn corrected_again(&self, reference: &str) {
        let path = format!("/alerts/{reference}/correct");
        let seen = field(&self.specimen().get(Some(&self.judge), &path).await, "seen");
        let text = restricted("H1 H2 H3");
        let form = [&super::pairs(&text)[..], &[("seen", seen.as_str())]].concat();
        let done = self.specimen().post(&self.judge, &path, &form).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        self.propose(&self.judge, reference).await;
    }

    async fn permit(&self, by: &Session, reference: &str, code: &str, until: &str) -> Answer {
        let form = [("code", code), ("to", "GTM"), ("what", "Para la fiscalía del caso (ficticio)."), ("until", until)];
        self.specimen().post(by, &format!("/alerts/{reference}/permit"), &form).await
    }

    /// Everything that an address of the house shows of an alert, by whoever asks: each with who it was.
    async fn shown_of(&self, reference: &str, people: &[(&'static str, &Session)]) -> Vec<(String, Answer)> {
        let rooms = PLANS.iter().flat_map(|house| house.rooms.iter());
        let paths: Vec<String> = rooms
            .flat_map(|room| (room.routes)().facts().to_vec())
            .filter(|facts| facts.method == "GET")
            .map(|facts| facts.path)
            .collect();
        assert!(paths.len() > 40, "the house has more pages than {}", paths.len());
        let mut shown = Vec::new();
        for path in &paths {
            for (who, session) in people {
                let address = path.replace("{reference}", reference);
                if !address.contains('{') {
                    shown.push((format!("{who} {path}"), self.specimen().get(Some(session), &address).await));
                }
            }
        }
        shown
    }
}

/// G-28: whoever asks at whatever address of the house, by page or program: where anything of an alert's content is answered, its
/// codes are, and the places are these.
#[tokio::test]
async fn g_28_no_content_leaves_without_its_codes() {
    let open = Open::new().await;
    let reference = open.activated_as(CAPTURE, &restricted("H3 H1 H2")).await;
    let (officer, second) = (Officer::of(&open), Officer::of(&open));
    let handle = officer.corroborated(&open, &second, "photograph").await;
    let opened = officer.post(&open, "open", &[("match", &handle)]).await;
    open.permit(&open.author, &reference, "H2", "2026-04-01").await;
    let sheet =
        officer.post(&open, "hand-on", &[("match", &handle), ("to", "Fiscalía (ficticia)"), ("for", "measure")]).await;
    assert_eq!(sheet.status, StatusCode::OK, "{}", sheet.body);
    open.specimen().enrol("HND", "hnd.machine", &["alert_officer"]);
    let token = open.specimen().token("hnd.machine", &[Purpose::AlertIssuance]);
    let mut all = vec![("officer POST open".to_owned(), opened), ("officer POST hand-on".to_owned(), sheet)];
    for path in ["/api/v1/alerts".to_owned(), format!("/api/v1/alerts/{reference}")] {
        all.push((format!("machine {path}"), get(&open, &token, Purpose::AlertIssuance, &path).await));
    }
    let oversight = open.specimen().signed_in("HND", "oversight", Purpose::Oversight);
    let people =
        [("judge", &open.judge), ("foreign", &open.foreign), ("officer", &officer.session), ("oversight", &oversight)];
    all.extend(open.shown_of(&reference, &people).await);
    // What waits for a second person is shown to them whole.
    open.corrected_again(&reference).await;
    all.push((
        "proposal".to_owned(),
        open.specimen().get(Some(&open.author), &format!("/alerts/{reference}/activate")).await,
    ));
    let mut with_content = Vec::new();
    for (place, answer) in &all {
        assert_ne!(answer.status, StatusCode::TOO_MANY_REQUESTS, "{place} was not looked at");
        assert_eq!(lacks(&answer.body), Vec::<&str>::new(), "{place}: {}", answer.body);
        if CONTENT.iter().any(|word| answer.body.to_lowercase().contains(&word.to_lowercase())) {
            with_content.push(place.as_str());
        }
    }
    with_content.sort_unstable();
    let expected = [
        "judge /alerts/own",
        "judge /alerts/{reference}",
        "judge /alerts/{reference}/correct",
        "judge /alerts/{reference}/extend",
        "judge /alerts/{reference}/reason",
        "machine /api/v1/alerts",
        &format!("machine /api/v1/alerts/{reference}"),
        "officer POST hand-on",
        "officer POST open",
        "proposal",
    ];
    assert_eq!(with_content, expected, "whoever adds a place where content leaves says so here");
    // The check finds what it is for.
    assert_eq!(lacks("QUIMISTAN"), ["codes", "restriction"]);
    assert_eq!(lacks("Quimistan H1 H2 H3"), ["restriction"]);
    assert_eq!(lacks("H1"), Vec::<&str>::new());
}

/// G-28: of two possible matches nobody can tell by a code which is which: nothing is said of it before it is opened.
#[tokio::test]
async fn g_28_a_possible_match_has_no_code() {
    let open = Open::new().await;
    open.activated_as(CAPTURE, &restricted("H1 H2 H3")).await;
    let told = Border::of(&open, "GTM").ask(&passport()).await;
    assert_eq!(told["matches"].as_array().unwrap().len(), 1);
    for word in ["H1", "H2", "H3", "handling", RESTRICTION] {
        assert!(!told.to_string().contains(word), "{word} in {told}");
    }
    let page = Officer::of(&open).check(&open).await.body;
    assert!(!page.contains("H1 H2") && !page.contains(RESTRICTION) && !page.contains("class=\"handled\""));
}

/// G-28: what H2 and H1 forbid is refused until the alert's State has permitted it to this State, and after that day again.
#[tokio::test]
async fn g_28_handing_on_needs_a_permission_that_holds() {
    let mut open = Open::new().await;
    let reference = open.activated_as(CAPTURE, &restricted("H1 H2")).await;
    let (officer, second) = (Officer::of(&open), Officer::of(&open));
    let handle = officer.corroborated(&open, &second, "photograph").await;
    let sheet = async |officer: &Officer, open: &Open, handle: &str, what: &str| {
        officer.post(open, "hand-on", &[("match", handle), ("to", "Fiscalía (ficticia)"), ("for", what)]).await
    };
    assert_eq!(sheet(&officer, &open, &handle, "measure").await.status, StatusCode::CONFLICT, "not opened");
    officer.post(&open, "open", &[("match", &handle)]).await;
    let refused = sheet(&officer, &open, &handle, "measure").await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.body.contains("H2: this may not be handed on"), "{}", refused.body);
    assert_eq!(open.permit(&open.foreign, &reference, "H2", "2026-03-03").await.status, StatusCode::NOT_FOUND, "G-12");
    assert_eq!(
        open.permit(&open.author, &reference, "H3", "2026-03-03").await.status,
        StatusCode::CONFLICT,
        "no such code"
    );
    assert_eq!(
        open.permit(&open.author, &reference, "H2", "2026-03-01").await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let given = open.permit(&open.author, &reference, "H2", "2026-03-03").await;
    assert_eq!(location(&given), format!("/alerts/{reference}/permit?done=permitted"));
    let handed = sheet(&officer, &open, &handle, "measure").await;
    assert_eq!(handed.status, StatusCode::OK, "{}", handed.body);
    assert!(handed.body.contains("Para la fiscalía del caso") && handed.body.contains("class=\"handled\""));
    let proceedings = sheet(&officer, &open, &handle, "proceedings").await;
    assert!(proceedings.body.contains("H1: this may not be used"), "{}", proceedings.body);
    open.permit(&open.judge, &reference, "H1", "2026-03-03").await;
    assert_eq!(sheet(&officer, &open, &handle, "proceedings").await.status, StatusCode::OK);
    for form in [[("to", ""), ("for", "measure")], [("to", "Fiscalía"), ("for", "gossip")]] {
        let form = [&form[..], &[("match", handle.as_str())]].concat();
        assert_eq!(officer.post(&open, "hand-on", &form).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    open.days_pass(2);
    let (officer, second) = (Officer::of(&open), Officer::of(&open));
    let handle = officer.corroborated(&open, &second, "photograph").await;
    officer.post(&open, "open", &[("match", &handle)]).await;
    assert_eq!(sheet(&officer, &open, &handle, "measure").await.status, StatusCode::CONFLICT, "its day is over");
    let own = Officer { session: open.specimen().signed_in("HND", "border_officer", Purpose::BorderControl) };
    let other = Officer { session: open.specimen().signed_in("HND", "border_officer", Purpose::BorderControl) };
    let handle = own.corroborated(&open, &other, "photograph").await;
    own.post(&open, "open", &[("match", &handle)]).await;
    assert_eq!(sheet(&own, &open, &handle, "proceedings").await.status, StatusCode::OK, "its own State");
}

/// G-28: codes are its own State's to set, and in force only as a second person has confirmed them; permissions go with the alert.
#[tokio::test]
async fn g_28_codes_are_confirmed_with_the_text_and_destroyed_with_it() {
    let mut open = Open::new().await;
    let reference = open.activated_as(CAPTURE, &restricted("H2")).await;
    open.permit(&open.author, &reference, "H2", "2026-05-01").await;
    open.corrected_again(&reference).await;
    let (officer, second) = (Officer::of(&open), Officer::of(&open));
    let handle = officer.corroborated(&open, &second, "photograph").await;
    let opened = officer.post(&open, "open", &[("match", &handle)]).await;
    assert!(!opened.body.contains("H1 H2 H3"), "what waits for a second person is not in force");
    open.judge(&open.author, &reference, "activate").await;
    let opened = officer.post(&open, "open", &[("match", &handle)]).await;
    assert!(opened.body.contains("H1 H2 H3") && opened.body.contains(RESTRICTION), "{}", opened.body);
    open.withdrawn(CAPTURE, &reference).await;
    open.days_pass(31);
    open.specimen().ground.sweep().unwrap();
    let left = "SELECT (SELECT count(*) FROM alerts_handling) + (SELECT count(*) FROM alerts_permission)";
    let count = |now: &rusqlite::Connection| Ok(now.query_row(left, [], |row| row.get::<_, u64>(0))?);
    assert_eq!(open.specimen().ground.database("registers").unwrap().read(count).unwrap(), 0);
}

/// G-28: a program writes codes down, is told them, and hands nothing on that a page would not.
#[tokio::test]
async fn g_28_programs_are_bound_as_pages_are() {
    let open = Open::new().await;
    open.specimen().enrol("HND", "hnd.machine", &["alert_officer"]);
    let token = open.specimen().token("hnd.machine", &[Purpose::AlertIssuance]);
    let mut body = serde_json::to_value(restricted("H2 H3")).unwrap();
    let written = open.specimen().call(&token, Purpose::AlertIssuance, "/api/v1/alerts", &body).await;
    let said: Value = serde_json::from_str(&written.body).unwrap();
    assert_eq!(said["handling"], json!({ "codes": ["H2", "H3"], "restriction": RESTRICTION }));
    body["handling"] = json!("H9");
    let refused = open.specimen().call(&token, Purpose::AlertIssuance, "/api/v1/alerts", &body).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let reference = said["reference"].as_str().unwrap();
    let permit = json!({ "code": "H2", "to": "GTM", "what": "Para la fiscalía (ficticio).", "until": "2026-04-01" });
    let path = format!("/api/v1/alerts/{reference}/permit");
    let early = open.specimen().call(&token, Purpose::AlertIssuance, &path, &permit).await;
    assert_eq!(early.status, StatusCode::CONFLICT, "nothing is in force");
    open.propose(&open.author, reference).await;
    open.judge(&open.judge, reference, "activate").await;
    let (officer, second) = (Officer::of(&open), Officer::of(&open));
    let handle = officer.corroborated(&open, &second, "photograph").await;
    let token_of = |name: &str| open.specimen().token(name, &[Purpose::BorderControl]);
    let border = token_of(officer.session.caller.name.trim_start_matches("Specimen "));
    let call = async |end: &str, body: &Value| {
        let answer =
            open.specimen().call(&border, Purpose::BorderControl, &format!("/api/v1/person-matches/{end}"), body).await;
        (answer.status, serde_json::from_str::<Value>(&answer.body).unwrap_or(Value::Null))
    };
    let (status, opened) = call("open", &json!({ "match": handle })).await;
    assert_eq!((status, &opened["handling"]["codes"]), (StatusCode::OK, &json!(["H2", "H3"])), "{opened}");
    let hand_on = json!({ "match": handle, "to": "Fiscalía (ficticia)", "for": "measure" });
    assert_eq!(call("hand-on", &hand_on).await.0, StatusCode::CONFLICT);
    let done = open.specimen().call(&token, Purpose::AlertIssuance, &path, &permit).await;
    assert_eq!(done.status, StatusCode::NO_CONTENT, "{}", done.body);
    let (status, sheet) = call("hand-on", &hand_on).await;
    assert_eq!(
        (status, &sheet["opened"]["handling"], &sheet["permissions"][0]["code"]),
        (StatusCode::OK, &opened["handling"], &json!("H2"))
    );
}

/// G-28: what was permitted may be taken back before its day by its State alone; from the next request on the code binds, until it is
/// permitted anew.
#[tokio::test]
async fn g_28_a_permission_is_taken_back_at_once() {
    let open = Open::new().await;
    let reference = open.activated_as(CAPTURE, &restricted("H1 H2")).await;
    let (officer, second) = (Officer::of(&open), Officer::of(&open));
    let handle = officer.corroborated(&open, &second, "photograph").await;
    officer.post(&open, "open", &[("match", &handle)]).await;
    let form = [("match", handle.as_str()), ("to", "Fiscalía (ficticia)"), ("for", "measure")];
    let hands_on = async || officer.post(&open, "hand-on", &form).await.status;
    let path = format!("/alerts/{reference}/permit/end");
    let takes =
        async |by: &Session, code: &str| open.specimen().post(by, &path, &[("code", code), ("to", "GTM")]).await;
    assert_eq!(takes(&open.author, "H2").await.status, StatusCode::CONFLICT, "nothing was permitted");
    open.permit(&open.author, &reference, "H1", "2026-04-01").await;
    open.permit(&open.author, &reference, "H2", "2026-04-01").await;
    open.permit(&open.judge, &reference, "H2", "2026-05-01").await;
    assert_eq!(hands_on().await, StatusCode::OK);
    for other in [&open.foreign, &open.child_author] {
        assert_eq!(takes(other, "H2").await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(takes(&open.author, "H9").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(hands_on().await, StatusCode::OK);
    let done = takes(&open.author, "H2").await;
    assert_eq!(location(&done), format!("/alerts/{reference}/permit?done=taken-back"));
    assert_eq!(hands_on().await, StatusCode::CONFLICT, "both permissions are gone");
    let page = open.specimen().get(Some(&open.author), &format!("/alerts/{reference}/permit")).await.body;
    assert_eq!((page.matches("Taken back").count(), page.matches("/permit/end\"").count()), (2, 1), "{page}");
    assert_eq!(takes(&open.author, "H2").await.status, StatusCode::CONFLICT, "once");
    open.permit(&open.author, &reference, "H2", "2026-04-01").await;
    assert_eq!(hands_on().await, StatusCode::OK, "permitted anew");
    let user_name = open.specimen().enrol("HND", "hnd.taker", &["alert_officer"]);
    let token = open.specimen().token(&user_name, &[Purpose::AlertIssuance]);
    let sent = json!({ "code": "H2", "to": "GTM" });
    let called = open.specimen().call(&token, Purpose::AlertIssuance, &format!("/api/v1{path}"), &sent).await;
    assert_eq!((called.status, hands_on().await), (StatusCode::NO_CONTENT, StatusCode::CONFLICT), "{}", called.body);
}

#[tokio::test]
async fn handling_speaks_every_language() {
    let open = Open::new().await;
    let reference = open.activated_as(CAPTURE, &restricted("H1 H2 H3")).await;
    open.permit(&open.author, &reference, "H2", "2026-04-01").await;
    for path in [format!("/alerts/{reference}/permit"), format!("/alerts/{reference}")] {
        let mut spoken = Vec::new();
        for language in ["es", "en", "fr"] {
            let body = in_language(&open.stage, &open.author, &path, language).await;
            assert_eq!(unsaid(&body), Vec::<&str>::new(), "{path} in {language}");
            assert!(!body.contains("alerts-handling-") && !body.contains("alerts-permit-"), "{path} in {language}");
            spoken.push(body);
        }
        assert!(spoken[0] != spoken[1] && spoken[1] != spoken[2], "{path}");
    }
    let nothing = open.specimen().post(&open.author, &format!("/alerts/{reference}/permit"), &[]).await;
    for error in ["code-error", "to-error", "what-error", "until-error"] {
        assert!(nothing.body.contains(error), "{error}: {}", nothing.body);
    }
}
