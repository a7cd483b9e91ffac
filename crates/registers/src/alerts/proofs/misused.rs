//! Misused identity: who is let go on and who is not, who decides it, what stays of it.

use axum::http::StatusCode;
use base::access::Purpose;
use base::specimen::{Answer, Session};
use serde_json::{Value, json};

use super::matches::{Border, Officer, iris, passport, zone};
use super::seals::get;
use super::{Open, in_language, location, unsaid};
use crate::alerts::Category;

const CAPTURE: Category = Category::CaptureTrafficking;

/// A document of the holder's that nobody else carries.
const DOCUMENT: [(&str, &str); 3] = [("issuing_state", "UTO"), ("kind", "passport"), ("number", "L898902C3")];

/// What is said of the holder.
const HOLDER: [(&str, &str); 5] = [
    ("theirs", "yes"),
    ("born_at", "Puerto Ficticio"),
    ("consented_on", "2026-03-01"),
    ("kept_at", "Registro de Utopía, expediente 7 (ficticio)"),
    ("taken_by", "Defensoría de Utopía (ficticia)"),
];

impl Open {
    async fn enter_holder(&self, by: &Session, reference: &str) -> Answer {
        let form = [&DOCUMENT[..], &HOLDER[..]].concat();
        self.specimen().post(by, &format!("/alerts/{reference}/misused"), &form).await
    }

    async fn kept(&self, by: &Session, reference: &str) -> Answer {
        self.specimen().get(Some(by), &format!("/alerts/{reference}/misused")).await
    }

    async fn confirm_holder(&self, by: &Session, reference: &str, number: &str) -> Answer {
        let seen = super::field(&self.kept(by, reference).await, "seen");
        let form = [("seen", seen.as_str()), DOCUMENT[0], DOCUMENT[1], ("number", number)];
        self.specimen().post(by, &format!("/alerts/{reference}/misused/confirm"), &form).await
    }

    /// The same past the page, on which whoever entered it has no button.
    async fn confirm_holder_unseen(&self, by: &Session, reference: &str) -> Answer {
        let seen = super::field(&self.kept(&self.judge, reference).await, "seen");
        let form = [&DOCUMENT[..], &[("seen", seen.as_str())]].concat();
        self.specimen().post(by, &format!("/alerts/{reference}/misused/confirm"), &form).await
    }

    /// Enters the holder of the sample's passport and has a second person confirm it.
    pub(super) async fn holder_kept(&self, category: Category, reference: &str) {
        let entered = self.enter_holder(self.writes(category), reference).await;
        assert_eq!(location(&entered), format!("/alerts/{reference}/misused?done=misused-entered"));
        let confirmed = self.confirm_holder(self.judges(category), reference, "L898902C3").await;
        assert_eq!(location(&confirmed), format!("/alerts/{reference}/misused?done=misused-confirmed"));
    }

    /// Everything that rests of holders, and whether the journal's payloads hold the place that was said.
    fn resting(&self) -> (u64, u64) {
        let count = |sql: &'static str| -> u64 {
            let count = |now: &rusqlite::Connection| Ok(now.query_row(sql, [], |row| row.get(0))?);
            self.specimen().ground.database("registers").unwrap().read(count).unwrap()
        };
        let said = "SELECT count(*) FROM journal_payload JOIN journal_entry USING (position) \
             WHERE instr(header, CAST('misused.entered' AS BLOB)) > 0";
        (count("SELECT count(*) FROM alerts_misused"), count(said))
    }
}

/// G-26: two people of the alert's State; then the holder is let go on and told why, whoever carries another document is met as
/// before, and nothing of the alert is said.
#[tokio::test]
async fn g_26_the_holder_is_let_go_on_once_two_people_have_said_who_that_is() {
    let open = Open::new().await;
    let border = Border::of(&open, "GTM");
    let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
    assert_eq!(open.enter_holder(&open.foreign, &reference).await.status, StatusCode::NOT_FOUND, "another State");
    let entered = open.enter_holder(&open.author, &reference).await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.body);
    let before = border.ask(&passport()).await;
    assert_eq!((before["matches"].as_array().unwrap().len(), &before["misuse"]), (1, &Value::Null), "one person alone");
    let own = open.confirm_holder_unseen(&open.author, &reference).await;
    assert_eq!(own.status, StatusCode::CONFLICT, "who entered it");
    let other = open.confirm_holder(&open.judge, &reference, "L898902C4").await;
    assert_eq!(other.status, StatusCode::CONFLICT, "not what is on the paper");
    assert_eq!(open.confirm_holder(&open.judge, &reference, "l898 902-c3").await.status, StatusCode::SEE_OTHER);
    let told = border.ask(&passport()).await;
    assert_eq!(told["matches"], json!([]), "no match of that alert, so that nothing of it can be opened");
    assert_eq!(told["misuse"], json!({ "action": "none", "born_at": "Puerto Ficticio" }));
    for word in ["HND", "Honduras", "detain", "trafficking", "capture", "Motivo", "Juzgado", "EXP-", &reference] {
        assert!(!told.to_string().contains(word), "{word} in {told}");
    }
    let page = Officer::of(&open).check(&open).await;
    assert!(page.body.contains("Somebody else misuses") && page.body.contains("Puerto Ficticio"), "{}", page.body);
    assert!(!page.body.contains("Possible match 1") && !page.body.contains("name=\"match\""));
    assert!(!page.body.contains("Nobody in the alerts"), "{}", page.body);
    let another = border.ask(&json!({ "zone": zone("L898902C4") })).await;
    assert_eq!(
        (another["matches"].as_array().unwrap().len(), &another["misuse"]),
        (1, &Value::Null),
        "another document"
    );
    assert_eq!(open.enter_holder(&open.judge, &reference).await.status, StatusCode::CONFLICT, "kept already");
}

/// G-26: what is kept of the holder is compared by no search: it neither finds an alert nor changes one.
#[tokio::test]
async fn g_26_nobody_is_found_by_what_is_kept_of_a_holder() {
    let open = Open::new().await;
    let mut text = iris(CAPTURE);
    (text.paternal, text.maternal, text.given) = ("Quimistán".into(), "Inventado".into(), "Nahomy".into());
    text.born = "1950-06-17".to_owned();
    let reference = open.activated_as(CAPTURE, &text).await;
    open.holder_kept(CAPTURE, &reference).await;
    let border = Border::of(&open, "GTM");
    let told = border.ask(&passport()).await;
    assert_eq!(
        (&told["matches"], &told["misuse"]),
        (&json!([]), &Value::Null),
        "the holder is not like the alert's person"
    );
    // Nor is it said where the alert is not shown: flagged away by the State that looks.
    let exit = Category::ImpedimentExit;
    let reference = open.activated_as(exit, &iris(exit)).await;
    open.holder_kept(exit, &reference).await;
    assert_ne!(border.ask(&passport()).await["misuse"], Value::Null);
    open.flagged(&reference, "law", "nothing").await;
    assert_eq!(border.ask(&passport()).await["misuse"], Value::Null);
}

/// G-26: at the holder's request one person destroys it at once, in the journal too; and it goes as the alert is withdrawn.
#[tokio::test]
async fn g_26_it_ends_with_the_holders_wish_and_with_the_alert() {
    let mut open = Open::new().await;
    let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
    open.holder_kept(CAPTURE, &reference).await;
    assert_eq!(open.resting(), (1, 1));
    let resting = |now: &rusqlite::Connection| (crate::PLAN.resting_on_key)(now, 0..=1_000_000);
    let resting = open.specimen().ground.database("registers").unwrap().read(resting).unwrap();
    assert_eq!(resting, [("HND".to_owned(), 1)], "the key that it rests on is kept");
    let seen = super::field(&open.kept(&open.author, &reference).await, "seen");
    let path = format!("/alerts/{reference}/misused/end");
    let ended = open.specimen().post(&open.author, &path, &[("seen", &seen)]).await;
    assert_eq!(location(&ended), format!("/alerts/{reference}/misused?done=misused-ended"));
    assert_eq!(open.resting(), (0, 0), "also what the journal said");
    let again = open.specimen().post(&open.author, &path, &[("seen", &seen)]).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert_eq!(Border::of(&open, "GTM").matches(&passport()).await.len(), 1, "no longer cleared");
    open.holder_kept(CAPTURE, &reference).await;
    open.withdrawn(CAPTURE, &reference).await;
    assert_eq!(open.resting(), (0, 0), "with its withdrawal, and not thirty days later");
    assert_eq!(open.kept(&open.author, &reference).await.status, StatusCode::CONFLICT);
    // By its day: out of every answer by itself, and destroyed by the next round of the rules.
    let exit = Category::LocateWitness;
    let reference = open.activated_as(exit, &iris(exit)).await;
    open.holder_kept(exit, &reference).await;
    open.days_pass(366);
    assert_eq!(open.resting(), (1, 1));
    open.specimen().ground.sweep().unwrap();
    assert_eq!(open.resting(), (0, 0), "expired");
}

/// G-26: a program of the alert's State enters and ends it, and is told neither number nor place; it confirms nothing.
#[tokio::test]
async fn g_26_a_program_enters_and_ends_and_confirms_nothing() {
    let open = Open::new().await;
    let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
    open.specimen().enrol("HND", "hnd.machine", &["alert_officer"]);
    let token = open.specimen().token("hnd.machine", &[Purpose::AlertIssuance]);
    let (purpose, path) = (Purpose::AlertIssuance, format!("/api/v1/alerts/{reference}/misused"));
    let body = json!({
        "issuing_state": "UTO", "kind": "passport", "number": "L898902C3", "theirs": true, "born_at": "Puerto Ficticio",
        "consented_on": "2026-03-01", "kept_at": "Expediente 7 (ficticio)", "taken_by": "Defensoría (ficticia)"
    });
    let mut alone = body.clone();
    alone["theirs"] = json!(false);
    let call = async |path: &str, body: &Value| open.specimen().call(&token, purpose, path, body).await.status;
    assert_eq!(call(&path, &alone).await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(call(&path, &body).await, StatusCode::NO_CONTENT);
    assert_eq!(call(&path, &body).await, StatusCode::CONFLICT, "kept already");
    let listed = get(&open, &token, purpose, &path).await;
    let said: Value = serde_json::from_str(&listed.body).unwrap();
    assert_eq!(said["holders"][0]["confirmed"], json!(false));
    for word in ["Puerto", "L898902C3", "Expediente"] {
        assert!(!listed.body.contains(word), "{word}: {}", listed.body);
    }
    assert_eq!(call(&format!("{path}/confirm"), &body).await, StatusCode::NOT_FOUND, "there is no such call");
    let seen = json!({ "seen": said["holders"][0]["seen"] });
    assert_eq!(call(&format!("{path}/end"), &seen).await, StatusCode::NO_CONTENT);
    assert_eq!(call(&format!("{path}/end"), &seen).await, StatusCode::CONFLICT);
    assert_eq!(open.resting(), (0, 0));
}

#[tokio::test]
async fn misused_identity_speaks_every_language() {
    let open = Open::new().await;
    let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
    open.enter_holder(&open.author, &reference).await;
    for session in [&open.author, &open.judge] {
        let mut spoken = Vec::new();
        for language in ["es", "en", "fr"] {
            let body = in_language(&open.stage, session, &format!("/alerts/{reference}/misused"), language).await;
            assert_eq!(unsaid(&body), Vec::<&str>::new(), "{language}");
            spoken.push(body);
        }
        assert!(spoken[0] != spoken[1] && spoken[1] != spoken[2]);
    }
    let nothing = open.specimen().post(&open.author, &format!("/alerts/{reference}/misused"), &[]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    for error in ["consented_on-error", "kept_at-error", "taken_by-error", "theirs-error", "number-error"] {
        assert!(nothing.body.contains(error), "{error}");
    }
    assert_eq!(unsaid(&nothing.body), Vec::<&str>::new());
}
