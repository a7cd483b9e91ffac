//! What other States propose to the owner of an alert, what it answers, and what follows where a purpose is achieved (G-12, G-15).

use axum::http::StatusCode;
use base::access::Purpose;
use base::specimen::{Answer, Session};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::matches::{Border, iris, passport};
use super::{Open, field, in_language, location, unsaid};
use crate::alerts::Category;

const LIST: &str = "/alerts/proposals";
const CAPTURE: Category = Category::CaptureTrafficking;

impl Open {
    async fn propose_to_owner(&self, by: &Session, reference: &str, kind: &str, said: &str) -> Answer {
        let form = [("kind", kind), ("said", said)];
        self.specimen().post(by, &format!("/alerts/{reference}/proposal"), &form).await
    }

    /// Guatemala proposes something about Honduras' alert.
    async fn proposes(&self, reference: &str, kind: &str) {
        let done = self.propose_to_owner(&self.foreign, reference, kind, "Palabra inventada (ficticio).").await;
        assert_eq!(location(&done), format!("{LIST}?done=proposal-made"));
    }

    async fn answers(&self, by: &Session, reference: &str, answer: &str) -> Answer {
        let seen = self.count("SELECT coalesce(max(position), 0) FROM alerts_proposal").to_string();
        let form = [("seen", seen.as_str()), ("answer", answer)];
        self.specimen().post(by, &format!("/alerts/{reference}/proposal/answer"), &form).await
    }

    async fn proposals(&self, by: &Session) -> String {
        let page = self.specimen().get(Some(by), LIST).await;
        assert_eq!(page.status, StatusCode::OK);
        page.body
    }

    async fn says_it_is_needed(&self, by: &Session, reference: &str) -> Answer {
        self.judge(by, reference, "extend").await
    }
}

/// G-12: what is proposed changes nothing; its owner reads it, answers it, and does what it accepts by its own act and its own two people.
#[tokio::test]
async fn g_12_others_propose_and_the_owner_does_it_by_its_own_acts() {
    let open = Open::new().await;
    let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
    for (kind, opens) in [("correct", "correct"), ("identify", "correct"), ("withdraw", "withdraw")] {
        open.proposes(&reference, kind).await;
        assert!(open.proposals(&open.foreign).await.contains("Not answered yet"));
        let own = open.proposals(&open.author).await;
        for word in [&*reference, "Guatemala", "Palabra inventada"] {
            assert!(own.contains(word), "{word}: {own}");
        }
        assert!(!own.contains(&open.foreign.caller.name), "by State, not by officer");
        let page = open.specimen().get(Some(&open.author), &format!("/alerts/{reference}")).await.body;
        assert!(page.contains("Proposals of other States to answer: 1"), "{page}");
        let accepted = open.answers(&open.author, &reference, "accept").await;
        assert_eq!(location(&accepted), format!("/alerts/{reference}/{opens}"));
        assert_eq!(open.face(&open.foreign, &reference).await, StatusCode::OK, "accepted is not done");
        assert!(open.proposals(&open.foreign).await.contains("Accepted"), "{kind}");
        assert_eq!(open.answers(&open.author, &reference, "accept").await.status, StatusCode::CONFLICT, "once");
    }
}

/// G-12: what is refused has a ground of the list, and whoever proposed it sees it.
#[tokio::test]
async fn g_12_a_refusal_has_a_ground_that_the_proposer_sees() {
    let open = Open::new().await;
    let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
    open.proposes(&reference, "withdraw").await;
    for none in ["", "politics"] {
        assert_eq!(
            open.answers(&open.author, &reference, none).await.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{none}"
        );
    }
    assert_eq!(open.answers(&open.foreign, &reference, "accept").await.status, StatusCode::NOT_FOUND, "not its own");
    let refused = open.answers(&open.judge, &reference, "decision").await;
    assert_eq!(location(&refused), format!("{LIST}?done=proposal-refused"));
    let told = open.proposals(&open.foreign).await;
    assert!(told.contains("Refused") && told.contains("leaves no room for it"), "{told}");
    open.proposes(&reference, "withdraw").await;
    assert_eq!(open.count("SELECT count(*) FROM alerts_proposal"), 2, "and may propose it anew");
}

/// G-12: who may propose is who is shown the alert: another State's officer of the same desk, while it is in force.
#[tokio::test]
async fn g_12_only_who_is_shown_an_alert_proposes_anything() {
    let open = Open::new().await;
    let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
    let propose = async |by: &Session, reference: &str| {
        open.propose_to_owner(by, reference, "correct", "Palabra inventada (ficticio).").await.status
    };
    assert_eq!(propose(&open.author, &reference).await, StatusCode::NOT_FOUND, "its owner corrects it");
    assert_eq!(propose(&open.child_foreign, &reference).await, StatusCode::NOT_FOUND, "another desk");
    let third = open.specimen().signed_in("SLV", "alert_officer", Purpose::AlertIssuance);
    assert_eq!(propose(&third, &reference).await, StatusCode::NOT_FOUND, "takes no part");
    assert_eq!(propose(&open.foreign, "RCM-A-2026-9999").await, StatusCode::NOT_FOUND);
    let border = open.specimen().signed_in("GTM", "border_officer", Purpose::BorderControl);
    assert_eq!(propose(&border, &reference).await, StatusCode::NOT_FOUND, "works on no alert");
    let child = open.activated(Category::MissingChild).await;
    assert_eq!(propose(&open.child_foreign, &child).await, StatusCode::SEE_OTHER);
    for stranger in [&open.foreign, &open.author] {
        assert!(!open.proposals(stranger).await.contains(&child), "of a child's alert child protection alone reads");
    }
    assert!(open.proposals(&open.child_author).await.contains(&child));
    for (kind, said) in
        [("", "Palabra inventada."), ("delete", "Palabra inventada."), ("correct", ""), ("correct", "Es refugiada.")]
    {
        let refused = open.propose_to_owner(&open.foreign, &reference, kind, said).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{kind} {said}");
    }
    open.proposes(&reference, "correct").await;
    assert_eq!(propose(&open.foreign, &reference).await, StatusCode::CONFLICT, "the same once");
    open.withdrawn(CAPTURE, &reference).await;
    assert_eq!(propose(&open.foreign, &reference).await, StatusCode::NOT_FOUND, "it has ended");
}

/// G-12: one State proposes ten things about one alert at most.
#[tokio::test]
async fn g_12_proposals_have_an_end() {
    let open = Open::new().await;
    let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
    for _ in 0..10 {
        open.proposes(&reference, "correct").await;
        open.answers(&open.author, &reference, "checked").await;
    }
    let more = open.propose_to_owner(&open.foreign, &reference, "correct", "Una más (ficticio).").await;
    assert_eq!(more.status, StatusCode::CONFLICT);
}

/// G-12: a program of another State that would take an alert back is told of proposals, where it is shown that alert; anybody else is
/// told no more than of one that never was.
#[tokio::test]
async fn g_12_a_program_that_would_change_anothers_alert_is_told_of_proposals() {
    let open = Open::new().await;
    let (purpose, never) = (Purpose::AlertIssuance, "RCM-A-2026-9999");
    let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
    let child = open.activated(Category::MissingChild).await;
    let [own, other, third] = ["HND", "GTM", "SLV"].map(|state| {
        let name = format!("{}.machine", state.to_lowercase());
        open.specimen().enrol(state, &name, &["alert_officer"]);
        open.specimen().token(&name, &[Purpose::AlertIssuance])
    });
    let take_back = async |token: &str, reference: &str| {
        let path = format!("/api/v1/alerts/{reference}/withdraw");
        open.specimen().call(token, purpose, &path, &json!({ "ending": "mistaken" })).await
    };
    let told = take_back(&other, &reference).await;
    assert_eq!(told.status, StatusCode::CONFLICT);
    assert!(told.body.contains("/proposal"), "{}", told.body);
    assert_eq!(told.headers["content-type"], "application/problem+json");
    let absent = take_back(&other, never).await;
    assert_eq!(absent.status, StatusCode::NOT_FOUND);
    for (token, reference) in [(&third, &reference), (&other, &child)] {
        let same = take_back(token, reference).await;
        assert_eq!(same.status, StatusCode::NOT_FOUND);
        assert_eq!(same.body.replace(&**reference, never), absent.body);
    }
    assert_eq!(open.face(&open.foreign, &reference).await, StatusCode::OK, "it stands as it stood");
    let mine = take_back(&own, &reference).await;
    assert_eq!(mine.status, StatusCode::NO_CONTENT, "the same call by its owner: {}", mine.body);
    assert_eq!(take_back(&other, &reference).await.status, StatusCode::NOT_FOUND, "shown to nobody any more");
}

/// G-15: fifteen days after its purpose is said to be achieved it is in no answer, swept or not; its owner saw the day, and on it everything
/// goes as at any end.
#[tokio::test]
async fn g_15_what_is_achieved_ends_after_fifteen_days() {
    let mut open = Open::new().await;
    let name = Border::of(&open, "GTM").name;
    let met = async |open: &Open| Border { open, name: name.clone() }.matches(&passport()).await.len();
    let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
    open.proposes(&reference, "achieved").await;
    let said = "SELECT count(*) FROM journal_payload JOIN journal_entry USING (position) \
         WHERE instr(header, CAST('proposal.made' AS BLOB)) > 0";
    assert_eq!(open.count(said), 1);
    let own = open.specimen().get(Some(&open.author), &format!("/alerts/{reference}")).await.body;
    assert!(own.contains("Its purpose is said to be achieved") && own.contains("2026-03-17"), "{own}");
    assert!(open.specimen().get(Some(&open.author), "/alerts/own").await.body.contains("Purpose achieved: until"));
    assert_eq!(open.answers(&open.author, &reference, "checked").await.status, StatusCode::CONFLICT, "nobody alone");
    let again = open.propose_to_owner(&open.foreign, &reference, "achieved", "Otra vez (ficticio).").await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    open.days_pass(14);
    assert_eq!(met(&open).await, 1, "the last day");
    assert_eq!(open.face(&open.foreign, &reference).await, StatusCode::OK);
    open.days_pass(1);
    assert_eq!(met(&open).await, 0);
    assert_eq!(open.face(&open.foreign, &reference).await, StatusCode::NOT_FOUND);
    assert_eq!(open.says_it_is_needed(&open.judge, &reference).await.status, StatusCode::CONFLICT, "too late");
    assert!(open.proposals(&open.foreign).await.contains("The alert has ended"));
    open.days_pass(30);
    open.specimen().ground.sweep().unwrap();
    for table in ["SELECT count(*) FROM alerts_alert", "SELECT count(*) FROM alerts_proposal"] {
        assert_eq!(open.count(table), 0, "{table}");
    }
    assert_eq!(open.count("SELECT count(*) FROM alerts_past WHERE ended_on = '2026-03-17'"), 1, "a tombstone");
    assert_eq!(open.count(said), 0);
}

/// G-08, G-15: it stays in force for as long as before where a second person says within the days why it is still needed, and not its author.
#[tokio::test]
async fn g_15_a_second_person_says_why_it_is_still_needed() {
    let mut open = Open::new().await;
    let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
    open.proposes(&reference, "achieved").await;
    open.days_pass(10);
    assert_eq!(open.says_it_is_needed(&open.author, &reference).await.status, StatusCode::CONFLICT, "its author");
    let needed = open.says_it_is_needed(&open.judge, &reference).await;
    assert_eq!(location(&needed), format!("/alerts/{reference}?done=extended"));
    let told = open.proposals(&open.foreign).await;
    assert!(told.contains("Still needed, says its State"), "{told}");
    open.days_pass(300);
    assert_eq!(open.face(&open.foreign, &reference).await, StatusCode::OK);
    let page = open.specimen().get(Some(&open.author), &format!("/alerts/{reference}")).await.body;
    assert!(page.contains("2029-03-02") && !page.contains("said to be achieved"), "as long as before: {page}");
    assert_eq!(
        open.says_it_is_needed(&open.judge, &reference).await.status,
        StatusCode::CONFLICT,
        "no extension by the way"
    );
    open.proposes(&reference, "achieved").await;
    open.days_pass(15);
    assert_eq!(open.face(&open.foreign, &reference).await, StatusCode::NOT_FOUND, "said anew, it counts anew");
}

/// G-15: what came of a match starts no days; whoever met the person says so by a proposal, or nobody does.
#[tokio::test]
async fn g_15_a_confirmed_match_ends_nothing() {
    let mut open = Open::new().await;
    let missing = Category::MissingVulnerable;
    let reference = open.activated_as(missing, &iris(missing)).await;
    let (officer, second) = (super::matches::Officer::of(&open), super::matches::Officer::of(&open));
    let handle = officer.corroborated(&open, &second, "photograph").await;
    officer.post(&open, "open", &[("match", &handle)]).await;
    officer.post(&open, "outcome", &[("match", &handle), ("outcome", "confirmed")]).await;
    assert_eq!(open.count("SELECT count(*) FROM alerts_met WHERE outcome = 'confirmed'"), 1);
    open.days_pass(20);
    assert_eq!(open.face(&open.foreign, &reference).await, StatusCode::OK);
}

/// The same by machine.
#[tokio::test]
async fn g_12_machines_list_propose_and_answer() {
    let open = Open::new().await;
    let purpose = Purpose::AlertIssuance;
    let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
    let [own, other] = ["HND", "GTM"].map(|state| {
        let name = format!("{}.machine", state.to_lowercase());
        open.specimen().enrol(state, &name, &["alert_officer"]);
        open.specimen().token(&name, &[Purpose::AlertIssuance])
    });
    let path = format!("/api/v1/alerts/{reference}/proposal");
    let listed = async |token: &str| -> Value {
        let answer = super::seals::get(&open, token, purpose, "/api/v1/alerts/proposals").await;
        serde_json::from_str(&answer.body).unwrap()
    };
    let bad = open.specimen().call(&other, purpose, &path, &json!({ "kind": "x", "said": "" })).await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bad.body.contains("kind") && bad.body.contains("said"), "{}", bad.body);
    let sent = json!({ "kind": "achieved", "said": "Hallada el lunes (ficticio)." });
    assert_eq!(open.specimen().call(&own, purpose, &path, &sent).await.status, StatusCode::NOT_FOUND, "its owner");
    assert_eq!(open.specimen().call(&other, purpose, &path, &sent).await.status, StatusCode::NO_CONTENT);
    let correct = json!({ "kind": "correct", "said": "El segundo apellido es otro (ficticio)." });
    assert_eq!(open.specimen().call(&other, purpose, &path, &correct).await.status, StatusCode::NO_CONTENT);
    let all = listed(&own).await;
    let (last, first) = (&all["proposals"][0], &all["proposals"][1]);
    assert_eq!((first["kind"].as_str(), first["ends"].as_str()), (Some("achieved"), Some("2026-03-17")), "{all}");
    assert_eq!((last["by"].as_str(), last["outcome"].as_str()), (Some("GTM"), Some("open")));
    let answer = |proposal: &Value, said: &str| json!({ "proposal": proposal["proposal"], "answer": said });
    let call = async |body: Value| open.specimen().call(&own, purpose, &format!("{path}/answer"), &body).await.status;
    assert_eq!(call(answer(last, "maybe")).await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(call(answer(first, "checked")).await, StatusCode::CONFLICT);
    assert_eq!(call(json!({ "proposal": 1, "answer": "checked" })).await, StatusCode::CONFLICT);
    assert_eq!(call(answer(last, "other_person")).await, StatusCode::NO_CONTENT);
    let told = &listed(&other).await["proposals"][0];
    assert_eq!((told["outcome"].as_str(), told["ground"].as_str()), (Some("refused"), Some("other_person")));
}

#[tokio::test]
async fn g_12_its_pages_speak_every_language() {
    let open = Open::new().await;
    let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
    for kind in ["correct", "achieved"] {
        open.proposes(&reference, kind).await;
    }
    let form = format!("/alerts/{reference}/proposal");
    for (by, path) in [(&open.foreign, &*form), (&open.foreign, LIST), (&open.author, LIST)] {
        let mut spoken = Vec::new();
        for language in ["es", "en", "fr"] {
            let body = in_language(&open.stage, by, path, language).await;
            assert_eq!(unsaid(&body), Vec::<&str>::new(), "{path} in {language}");
            spoken.push(body);
        }
        assert!(spoken[0] != spoken[1] && spoken[1] != spoken[2], "{path}");
    }
    let page = open.specimen().get(Some(&open.author), LIST).await;
    assert!(!field(&page, "seen").is_empty());
}

/// What is tried about one alert.
#[derive(Clone, Copy, Debug)]
enum Try {
    Achieved,
    Needed,
    Correct,
    Answer,
    Withdraw,
    Days(i64),
}

fn tries() -> impl Strategy<Value = Vec<Try>> {
    let one = prop_oneof![
        3 => Just(Try::Achieved),
        2 => Just(Try::Needed),
        1 => Just(Try::Correct),
        1 => Just(Try::Answer),
        1 => Just(Try::Withdraw),
        5 => (1..20i64).prop_map(Try::Days),
    ];
    prop::collection::vec(one, 1..8)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, max_shrink_iters: 30, ..ProptestConfig::default() })]

    /// G-12, G-15: whatever is proposed, answered, needed, and however the days pass, swept or not: another State is shown an alert exactly
    /// while nobody has taken it back and no fifteen days have run out unanswered.
    #[test]
    fn g_15_what_ended_is_in_no_answer_whatever_is_done(steps in tries()) {
        tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
            let mut open = Open::new().await;
            let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
            let (mut today, mut ends, mut withdrawn, mut over) = (0, None::<i64>, false, false);
            for step in steps {
                let stands = !withdrawn && !over;
                match step {
                    Try::Achieved => {
                        let done = open.propose_to_owner(&open.foreign, &reference, "achieved", "Hallada (ficticio).").await;
                        let done = done.status == StatusCode::SEE_OTHER;
                        assert_eq!(done, stands && ends.is_none(), "{step:?}");
                        ends = if done { Some(today + 15) } else { ends };
                    }
                    Try::Needed => {
                        let done = open.says_it_is_needed(&open.judge, &reference).await.status == StatusCode::SEE_OTHER;
                        assert_eq!(done, stands && ends.is_some(), "{step:?}");
                        ends = if done { None } else { ends };
                    }
                    Try::Correct => {
                        open.propose_to_owner(&open.foreign, &reference, "correct", "Palabra inventada (ficticio).").await;
                    }
                    Try::Answer => { open.answers(&open.author, &reference, "checked").await; }
                    Try::Withdraw if stands => {
                        open.withdrawn(CAPTURE, &reference).await;
                        withdrawn = true;
                    }
                    Try::Withdraw => {}
                    Try::Days(days) => {
                        open.days_pass(days);
                        today += days;
                        if days % 2 == 0 {
                            open.specimen().ground.sweep().unwrap();
                        }
                    }
                }
                over |= !withdrawn && ends.is_some_and(|ends| ends <= today);
                let shown = open.face(&open.foreign, &reference).await == StatusCode::OK;
                assert_eq!(shown, !withdrawn && !over, "{step:?} on day {today}");
            }
        });
    }
}
