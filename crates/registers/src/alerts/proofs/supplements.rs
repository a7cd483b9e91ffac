//! Supplementary information: who is told of a match, who may ask what, whose clock runs, who sees it, and what it leaves nowhere.

use axum::http::StatusCode;
use base::access::Purpose;
use base::specimen::{Answer, Session, Specimen};
use jiff::SignedDuration;
use serde_json::{Value, json};

use super::matches::{Officer, iris};
use super::{Open, in_language, location, unsaid};
use crate::alerts::Category;

const CAPTURE: Category = Category::CaptureTrafficking;
const EXIT: Category = Category::ImpedimentExit;
const WORDS: &str = "¿Con qué vehículo viajaba el grupo? (ficticio)";

impl Officer {
    /// Confirms a match with the sample's passport, as two people do.
    pub(super) async fn confirms(&self, open: &Open) {
        let second = Officer::of(open);
        let handle = self.corroborated(open, &second, "photograph").await;
        let opened = self.post(open, "open", &[("match", &handle)]).await;
        assert_eq!(opened.status, StatusCode::OK, "{}", opened.body);
        let done = self.post(open, "outcome", &[("match", &handle), ("outcome", "confirmed")]).await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.body);
    }
}

impl Open {
    /// An alert of Honduras in force, with which an officer of Guatemala has confirmed a match.
    pub(super) async fn confirmed(&self, category: Category) -> String {
        let reference = self.activated_as(category, &iris(category)).await;
        Officer::of(self).confirms(self).await;
        reference
    }

    pub(super) async fn asks(&self, by: &Session, reference: &str, kind: &str, note: &str) -> Answer {
        let path = format!("/alerts/{reference}/supplements");
        self.specimen().post(by, &path, &[("kind", kind), ("note", note)]).await
    }

    /// Answers the last question of a thread that has no last word.
    async fn says(&self, by: &Session, reference: &str, reply: &str, ground: &str, note: &str) -> Answer {
        let path = format!("/alerts/{reference}/supplements");
        let page = self.specimen().get(Some(by), &path).await;
        let seen = page.body.rsplit("name=\"seen\" value=\"").next().unwrap().split('"').next().unwrap().to_owned();
        let seen = if page.body.contains("name=\"seen\"") { seen } else { "0".to_owned() };
        let form = [("seen", seen.as_str()), ("reply", reply), ("ground", ground), ("note", note)];
        self.specimen().post(by, &format!("{path}/answer"), &form).await
    }

    pub(super) async fn told(&self, by: &Session, path: &str) -> String {
        self.specimen().get(Some(by), path).await.body
    }

    /// Hours go by, within the life of a session or with everybody signing in again.
    fn hours_pass(&mut self, hours: i64, minutes: i64) {
        self.specimen().clock.advance(SignedDuration::from_mins(60 * hours + minutes));
        self.again();
    }
}

/// G-22: the owner is told of a confirmed match at once, on the alert and in its list, by State and time; without one nobody asks.
#[tokio::test]
async fn g_22_a_confirmed_match_is_before_its_owner_at_once() {
    let open = Open::new().await;
    let reference = open.activated_as(EXIT, &iris(EXIT)).await;
    let asked = open.asks(&open.foreign, &reference, "action", "").await;
    assert_eq!(asked.status, StatusCode::NOT_FOUND, "nobody of Guatemala has met anybody");
    let before = open.told(&open.author, "/alerts/supplements").await;
    assert!(!before.contains(&reference), "{before}");
    Officer::of(&open).confirms(&open).await;
    let list = open.told(&open.author, "/alerts/supplements").await;
    assert!(list.contains(&reference) && list.contains("Guatemala"), "{list}");
    assert!(open.told(&open.author, &format!("/alerts/{reference}")).await.contains("/supplements"));
    assert!(!open.told(&open.child_author, "/alerts/supplements").await.contains(&reference), "another desk");
    assert!(
        !open.told(&open.foreign, "/alerts/supplements").await.contains(&reference),
        "their own match is no notice"
    );
}

/// G-22: twelve hours, an acknowledgement and a part stop nothing, overdue is overdue at the minute, and late stays late.
#[tokio::test]
async fn g_22_the_clock_runs_until_a_last_word_and_late_stays_late() {
    let mut open = Open::new().await;
    let reference = open.confirmed(EXIT).await;
    let path = format!("/alerts/{reference}/supplements");
    assert_eq!(
        location(&open.asks(&open.foreign, &reference, "action", "").await),
        format!("{path}?done=supplement-asked")
    );
    assert_eq!(open.asks(&open.foreign, &reference, "action", "").await.status, StatusCode::CONFLICT, "asked already");
    open.hours_pass(11, 0);
    let said = open.says(&open.author, &reference, "acknowledged", "", "").await;
    assert_eq!(location(&said), format!("{path}?done=supplement-said"));
    assert_eq!(open.says(&open.author, &reference, "acknowledged", "", "").await.status, StatusCode::CONFLICT, "once");
    open.hours_pass(1, 0);
    assert!(
        !open.told(&open.author, "/alerts/supplements").await.contains("Overdue"),
        "the twelfth hour is still in time"
    );
    open.hours_pass(0, 1);
    for by in [&open.author, &open.foreign] {
        assert!(open.told(by, "/alerts/supplements").await.contains("Overdue"));
    }
    open.says(&open.author, &reference, "partial", "", "Se sabe una parte (ficticio).").await;
    assert!(open.told(&open.author, "/alerts/supplements").await.contains("Overdue"), "a part is no answer");
    let said = open.says(&open.author, &reference, "answered", "", "Avise al juzgado (ficticio).").await;
    assert_eq!(location(&said), format!("{path}?done=supplement-said"));
    open.days_pass(2);
    let list = open.told(&open.author, "/alerts/supplements").await;
    assert!(list.contains("Answered late") && list.contains("came late: 1") && !list.contains("Overdue"), "{list}");
    assert_eq!(
        open.says(&open.author, &reference, "answered", "", "Otra vez (ficticio).").await.status,
        StatusCode::CONFLICT
    );
}

/// G-22: of a capture and of a child two hours are the reference; of nothing else.
#[tokio::test]
async fn g_22_a_capture_is_urgent() {
    let mut open = Open::new().await;
    let reference = open.confirmed(CAPTURE).await;
    open.asks(&open.foreign, &reference, "decision", "").await;
    open.hours_pass(2, 0);
    assert!(!open.told(&open.author, "/alerts/supplements").await.contains("Overdue"));
    open.hours_pass(0, 1);
    assert!(open.told(&open.author, "/alerts/supplements").await.contains("Overdue"));
}

/// G-22: an overdue answer is before the owner's administrator and oversight and the coordinator, as a number, and is a security event
/// of whoever looks; another State's administrator sees nothing of it.
#[tokio::test]
async fn g_22_what_is_overdue_escalates_as_a_number() {
    let mut open = Open::new().await;
    let reference = open.confirmed(EXIT).await;
    open.asks(&open.foreign, &reference, "other", WORDS).await;
    let outcome = |open: &Open, action: &str| {
        let lines = open.specimen().log_lines();
        lines.into_iter().rev().find(|(leaf, _)| leaf.action == action).map(|(leaf, _)| leaf.outcome).unwrap()
    };
    open.told(&open.author, "/alerts/supplements").await;
    assert_eq!(outcome(&open, "alerts.supplements"), "shown");
    open.hours_pass(12, 1);
    open.told(&open.author, "/alerts/supplements").await;
    assert_eq!(outcome(&open, "alerts.supplements"), "overdue");
    let sees = |state, role, purpose| open.specimen().signed_in(state, role, purpose);
    for (state, role, purpose, told) in [
        ("HND", "state_administrator", Purpose::Administration, true),
        ("HND", "oversight", Purpose::Oversight, true),
        ("XSV", "coordinator", Purpose::Secretariat, true),
        ("GTM", "state_administrator", Purpose::Administration, false),
        ("GTM", "oversight", Purpose::Oversight, true),
        ("SLV", "oversight", Purpose::Oversight, false),
    ] {
        let page = open.specimen().get(Some(&sees(state, role, purpose)), "/alerts/overdue").await;
        assert_eq!(page.status, StatusCode::OK, "{state} {role}");
        assert_eq!(
            page.body.contains("Honduras</td>") || page.body.contains(">Honduras<"),
            told,
            "{state} {role}: {}",
            page.body
        );
        assert_eq!(outcome(&open, "alerts.overdue"), if told { "overdue" } else { "shown" }, "{state} {role}");
        for word in [reference.as_str(), "vehículo", "Something else", "Guatemala</td>"] {
            assert!(!page.body.contains(word), "{word}");
        }
    }
    assert_eq!(open.specimen().get(Some(&open.author), "/alerts/overdue").await.status, StatusCode::NOT_FOUND);
}

/// G-22: what is overdue is said once, without anybody looking, to the oversight of both States and to no other; a round more says nothing,
/// and what was answered before the round is not said at all.
#[tokio::test]
async fn g_22_a_rule_says_once_that_an_answer_is_overdue() {
    let mut open = Open::new().await;
    let reference = open.confirmed(EXIT).await;
    open.asks(&open.foreign, &reference, "other", WORDS).await;
    let told = async |open: &Open, state: &str| {
        let by = open.specimen().signed_in(state, "oversight", Purpose::Oversight);
        let list = open.told(&by, "/oversight/concerns").await;
        assert!(!list.contains(&reference) && !list.contains("vehículo"), "{list}");
        list.matches("An answer between States is overdue").count()
    };
    let round = |open: &Open| open.specimen().ground.sweep().unwrap();
    open.hours_pass(12, 0);
    round(&open);
    assert_eq!((told(&open, "HND").await, told(&open, "GTM").await), (0, 0), "the twelfth hour is in time");
    open.hours_pass(0, 1);
    open.says(&open.author, &reference, "answered", "", "Así fue (ficticio).").await;
    round(&open);
    assert_eq!((told(&open, "HND").await, told(&open, "GTM").await), (0, 0), "answered, late, before anybody was told");
    open.asks(&open.foreign, &reference, "decision", "").await;
    open.hours_pass(12, 1);
    round(&open);
    round(&open);
    for (state, times) in [("HND", 1), ("GTM", 1), ("SLV", 0)] {
        assert_eq!(told(&open, state).await, times, "{state}");
    }
    let front = open.told(&open.author, "/alerts").await;
    assert!(front.contains("Answers overdue") && !front.contains(&reference), "{front}");
    assert!(!open.told(&open.child_author, "/alerts").await.contains("Answers overdue"), "another desk");
    let kept = |now: &rusqlite::Connection| {
        Ok(now.query_row("SELECT count(*) FROM alerts_supplement_late", [], |row| row.get::<_, u64>(0))?)
    };
    assert_eq!(open.specimen().ground.database("registers").unwrap().read(kept).unwrap(), 1);
}

/// G-22: what fell due while no server ran is said by the first round after a start, once; cut off between telling and writing down that it
/// was told, oversight is told once more and never less.
#[tokio::test]
async fn g_22_a_start_says_what_fell_due_while_nothing_ran() {
    let mut open = Open::new().await;
    let reference = open.confirmed(EXIT).await;
    open.asks(&open.foreign, &reference, "other", WORDS).await;
    open.hours_pass(12, 1);
    let told = async |specimen: &Specimen, state: &str| {
        let by = specimen.signed_in(state, "oversight", Purpose::Oversight);
        let list = specimen.get(Some(&by), "/oversight/concerns").await.body;
        list.matches("An answer between States is overdue").count()
    };
    let started = open.specimen().cut_off();
    assert_eq!(told(&started, "HND").await, 0, "nothing ran");
    started.ground.sweep().unwrap();
    let again = started.cut_off();
    again.ground.sweep().unwrap();
    let states = ["HND".parse().unwrap(), "GTM".parse().unwrap()];
    open.specimen().ground.tell_by_rule("answer_overdue", &states).unwrap();
    let between = open.specimen().cut_off();
    between.ground.sweep().unwrap();
    between.ground.sweep().unwrap();
    for state in ["HND", "GTM"] {
        assert_eq!((told(&again, state).await, told(&between, state).await), (1, 2), "{state}");
    }
}

/// G-22: both States see the thread, and nobody else; its words stand on its own page alone, and in no line of the log.
#[tokio::test]
async fn g_22_both_states_see_the_thread_and_nobody_else() {
    let open = Open::new().await;
    let administrator = open.specimen().signed_in("SLV", "state_administrator", Purpose::Administration);
    open.stage.opt_in(&administrator, EXIT.code()).await;
    let reference = open.confirmed(EXIT).await;
    let path = format!("/alerts/{reference}/supplements");
    open.asks(&open.foreign, &reference, "other", WORDS).await;
    open.says(&open.author, &reference, "answered", "", "Un autobús blanco (ficticio).").await;
    for by in [&open.author, &open.foreign] {
        let page = open.told(by, &path).await;
        assert!(page.contains("vehículo") && page.contains("autobús blanco"), "{page}");
        let list = open.told(by, "/alerts/supplements").await;
        assert!(!list.contains("vehículo") && !list.contains("autobús"), "{list}");
    }
    let third = open.specimen().signed_in("SLV", "alert_officer", Purpose::AlertIssuance);
    for by in [&third, &open.child_author, &open.child_foreign] {
        assert_eq!(open.specimen().get(Some(by), &path).await.status, StatusCode::NOT_FOUND);
        assert!(!open.told(by, "/alerts/supplements").await.contains(&reference));
    }
    assert_eq!(
        open.says(&open.foreign, &reference, "answered", "", "Yo mismo (ficticio).").await.status,
        StatusCode::NOT_FOUND
    );
    for (leaf, detail) in open.specimen().log_lines() {
        let line = format!("{leaf:?}{detail:?}");
        assert!(!line.contains("vehículo") && !line.contains("autobús") && !line.contains(&reference), "{line}");
    }
}

/// G-22: of a child's alert child protection alone asks, answers and sees.
#[tokio::test]
async fn g_22_of_a_child_child_protection_alone() {
    let open = Open::new().await;
    let category = Category::ChildAtRisk;
    let mut text = iris(category);
    text.born = "2014-05-02".to_owned();
    let reference = open.activated_as(category, &text).await;
    let (officer, second) = (Officer::of(&open), Officer::of(&open));
    let form = [
        ("number", "L898902C3"),
        ("issuing_state", "UTO"),
        ("kind", "passport"),
        ("paternal", "Specimen"),
        ("maternal", "Zelaya"),
        ("given", "Iris Xiomara"),
        ("born", "2014-05-02"),
    ];
    let page = open.specimen().post(&officer.session, "/check", &form).await;
    let handle = super::field(&page, "match");
    officer.post(&open, "ask", &[("match", &handle)]).await;
    second.post(&open, "agree", &[("match", &handle), (&format!("ground-{handle}"), "photograph")]).await;
    officer.post(&open, "open", &[("match", &handle)]).await;
    officer.post(&open, "outcome", &[("match", &handle), ("outcome", "confirmed")]).await;
    assert_eq!(open.asks(&open.foreign, &reference, "protection_contact", "").await.status, StatusCode::NOT_FOUND);
    let asked = open.asks(&open.child_foreign, &reference, "protection_contact", "").await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.body);
    for by in [&open.author, &open.foreign] {
        assert!(!open.told(by, "/alerts/supplements").await.contains(&reference));
    }
    assert!(open.told(&open.child_author, "/alerts/supplements").await.contains(&reference));
}

/// G-22: the forms are of closed lists, words stand where the list does not say it, and are read; a refusal needs a ground.
#[tokio::test]
async fn g_22_what_may_be_asked_and_said() {
    let open = Open::new().await;
    let reference = open.confirmed(EXIT).await;
    for (kind, note) in
        [("", ""), ("gossip", ""), ("action", WORDS), ("other", ""), ("other", "¿Es indocumentada la persona?")]
    {
        let refused = open.asks(&open.foreign, &reference, kind, note).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{kind} {note}");
    }
    open.asks(&open.foreign, &reference, "identity", "").await;
    for (reply, ground, note) in [
        ("", "", ""),
        ("refused", "", ""),
        ("refused", "politics", ""),
        ("answered", "", ""),
        ("answered", "law", WORDS),
        ("acknowledged", "", WORDS),
        ("answered", "", "Es una persona indígena (ficticio)."),
    ] {
        let refused = open.says(&open.author, &reference, reply, ground, note).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{reply} {ground} {note}");
    }
    let refused = open.says(&open.author, &reference, "refused", "proceedings", "").await;
    assert_eq!(refused.status, StatusCode::SEE_OTHER);
    let page = open.told(&open.foreign, &format!("/alerts/{reference}/supplements")).await;
    assert!(page.contains("It would harm proceedings that go on") && page.contains("In time"), "{page}");
}

/// G-22: what was asked and said is destroyed with its alert, by each State's own rule.
#[tokio::test]
async fn g_22_threads_end_with_their_alert() {
    let mut open = Open::new().await;
    let reference = open.confirmed(EXIT).await;
    open.asks(&open.foreign, &reference, "other", WORDS).await;
    open.says(&open.author, &reference, "answered", "", "Un autobús blanco (ficticio).").await;
    open.withdrawn(EXIT, &reference).await;
    assert!(open.told(&open.foreign, &format!("/alerts/{reference}/supplements")).await.contains("autobús"), "not yet");
    let left = |now: &rusqlite::Connection| {
        let count = "SELECT (SELECT count(*) FROM alerts_supplement) + (SELECT count(*) FROM alerts_supplement_reply)";
        let rows: u64 = now.query_row(count, [], |row| row.get(0))?;
        let said = "SELECT count(*) FROM journal_payload JOIN journal_entry USING (position) \
                    WHERE instr(header, CAST('supplement.' AS BLOB)) > 0";
        Ok((rows, now.query_row(said, [], |row| row.get::<_, u64>(0))?))
    };
    let resting = |open: &Open| open.specimen().ground.database("registers").unwrap().read(left).unwrap();
    assert_eq!(resting(&open), (2, 2));
    open.days_pass(31);
    open.specimen().ground.sweep().unwrap();
    assert_eq!(resting(&open), (0, 0));
}

/// The same by machine.
#[tokio::test]
async fn g_22_machines_list_ask_and_answer() {
    let open = Open::new().await;
    let reference = open.confirmed(EXIT).await;
    let purpose = Purpose::AlertIssuance;
    let token = |session: &Session| {
        let name = session.caller.name.trim_start_matches("Specimen ").to_owned();
        open.specimen().token(&name, &[Purpose::AlertIssuance])
    };
    let (asker, owner) = (token(&open.foreign), token(&open.author));
    let path = format!("/api/v1/alerts/{reference}/supplements");
    let refused = open.specimen().call(&asker, purpose, &path, &json!({ "kind": "x" })).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        open.specimen().call(&asker, purpose, &path, &json!({ "kind": "action" })).await.status,
        StatusCode::NO_CONTENT
    );
    let get = async |token: &str, path: &str| -> Value {
        let answer = super::seals::get(&open, token, purpose, path).await;
        serde_json::from_str(&answer.body).unwrap_or_else(|_| panic!("{}", answer.body))
    };
    let listed = get(&owner, "/api/v1/alerts/supplements").await;
    let one = &listed["requests"][0];
    assert_eq!((&one["asker"], &one["kind"], &one["lateness"]), (&json!("GTM"), &json!("action"), &json!("running")));
    let answer = json!({ "asked_at": one["asked_at"], "reply": "answered", "note": "Avise al juzgado (ficticio)." });
    let path = format!("{path}/answer");
    assert_eq!(open.specimen().call(&owner, purpose, &path, &answer).await.status, StatusCode::NO_CONTENT);
    assert_eq!(open.specimen().call(&owner, purpose, &path, &answer).await.status, StatusCode::CONFLICT);
    let thread = get(&asker, &format!("/api/v1/alerts/{reference}/supplements")).await;
    assert_eq!(thread["threads"][0]["said"][0]["note"], "Avise al juzgado (ficticio).");
    assert_eq!(thread["threads"][0]["request"]["lateness"], "in_time");
}

#[tokio::test]
async fn g_22_every_page_speaks_every_language() {
    let open = Open::new().await;
    let reference = open.confirmed(EXIT).await;
    open.asks(&open.foreign, &reference, "other", WORDS).await;
    open.says(&open.author, &reference, "partial", "", "Se sabe una parte (ficticio).").await;
    let administrator = open.specimen().signed_in("HND", "state_administrator", Purpose::Administration);
    let thread = format!("/alerts/{reference}/supplements");
    for (by, path) in [
        (&open.author, "/alerts/supplements"),
        (&open.author, thread.as_str()),
        (&open.foreign, thread.as_str()),
        (&administrator, "/alerts/overdue"),
    ] {
        let mut spoken = Vec::new();
        for language in ["es", "en", "fr"] {
            let body = in_language(&open.stage, by, path, language).await;
            assert_eq!(unsaid(&body), Vec::<&str>::new(), "{path} in {language}");
            spoken.push(body);
        }
        assert!(spoken[0] != spoken[1] && spoken[1] != spoken[2], "{path}");
    }
}
