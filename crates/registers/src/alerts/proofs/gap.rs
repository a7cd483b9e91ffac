//! A chain that does not hold (G-31): a fault is planted in the journal of a real folder, found, mended and accounted for.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use base::access::{Permit, Purpose, Resource};
use base::desk::Permitted;
use base::specimen::Session;
use base::web::{Guard, Refusal, routes_of};

use super::super::{AnswerMatch, Category, STAND_STILL};
use super::{Open, PLANS, location, pairs, sent};

/// What goes on, because it takes words about somebody out, gives them less effect, clears or shields somebody, or is what States say
/// to each other and changes nothing by itself.
const GOES_ON: [&str; 22] = [
    "alerts.answer_breaking",
    "alerts.answer_match",
    "alerts.answer_proposal",
    "alerts.answer_supplement",
    "alerts.ask_flag",
    "alerts.ask_lift_claim",
    "alerts.ask_supplement",
    "alerts.break_glass",
    "alerts.claim",
    "alerts.claim_at_match",
    "alerts.confirm_misused",
    "alerts.end_misused",
    "alerts.enter_misused",
    "alerts.propose_to_owner",
    "alerts.refer_claim",
    "alerts.say_consulted",
    "alerts.set_flag",
    "alerts.take_back_handling",
    "alerts.withdraw",
    "redress.block",
    "redress.decide",
    "redress.answer",
];

impl Open {
    /// Changes a byte of the journal, lets the operator verify everything, and changes it back.
    async fn gap_found(&self, operator: &Session) {
        #[allow(clippy::disallowed_methods)] // As somebody does who has the disk in their hands.
        let file = rusqlite::Connection::open(self.specimen().path().join("registers.db")).unwrap();
        let kept: Vec<u8> =
            file.query_row("SELECT hash FROM journal_entry WHERE position = 2", [], |row| row.get(0)).unwrap();
        let set = |hash: &[u8]| file.execute("UPDATE journal_entry SET hash = ?1 WHERE position = 2", [hash]).unwrap();
        let mut wrong = kept.clone();
        wrong[7] ^= 1;
        set(&wrong);
        self.verify(operator).await;
        set(&kept);
    }

    async fn verify(&self, operator: &Session) {
        let done = self.specimen().post(operator, "/operation/verification", &[]).await;
        assert_eq!(location(&done), "/operation");
    }

    fn of_machine(&self, role: &str, purpose: Purpose) -> Session {
        self.specimen().signed_in("XSV", role, purpose)
    }
}

/// G-31: nothing more is put in force about anybody once a verification has found a fault; looks, and what protects, go on.
#[tokio::test]
async fn g_31_a_gap_lets_the_register_be_read_only() {
    let open = Open::new().await;
    let (operator, witness) = (open.of_machine("operator", Purpose::Operation), Category::LocateWitness);
    let reference = open.activated(witness).await;
    open.verify(&operator).await;
    let proposed = open.proposed(Category::MissingVulnerable).await;
    open.gap_found(&operator).await;

    let specimen = open.specimen();
    let refused = specimen.post(&open.author, "/alerts/new", &pairs(&sent(Category::CaptureTrafficking))).await;
    assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE, "{}", refused.body);
    let activated = open.judge(&open.judge, &proposed, "activate").await;
    assert_eq!(activated.status, StatusCode::SERVICE_UNAVAILABLE);
    let category = "/alerts/categories/missing_child";
    let out = specimen.post(&open.stage.honduras, category, &[("act", "out")]).await;
    assert_eq!(out.status, StatusCode::SERVICE_UNAVAILABLE);

    assert_eq!(specimen.get(Some(&open.author), "/alerts/own").await.status, StatusCode::OK);
    assert_eq!(specimen.get(Some(&open.author), &format!("/alerts/{reference}")).await.status, StatusCode::OK);
    assert_eq!(open.face(&open.foreign, &reference).await, StatusCode::OK);
    let border = specimen.signed_in("GTM", "border_officer", Purpose::BorderControl);
    let answers = Permitted::<AnswerMatch>::new(std::sync::Arc::clone(&specimen.ground), border.caller);
    assert!(answers.open_to_write(Resource::room()).await.is_ok(), "an officer says that it was somebody else");
    let back = specimen.post(&open.author, &format!("/alerts/{reference}/withdraw"), &[("ending", "achieved")]).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.body);
}

/// G-31: a machine gets a problem with a code of its own, a person a page; both say in three languages what to do.
#[tokio::test]
async fn g_31_the_refusal_says_what_to_do() {
    let open = Open::new().await;
    let (operator, specimen) = (open.of_machine("operator", Purpose::Operation), open.specimen());
    open.gap_found(&operator).await;
    let user_name = specimen.enrol("HND", "hnd.program", &["alert_officer"]);
    let token = specimen.token(&user_name, &[Purpose::AlertIssuance]);
    let text = serde_json::to_value(sent(Category::LocateWitness)).unwrap();
    let answer = specimen.call(&token, Purpose::AlertIssuance, "/api/v1/alerts", &text).await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    let problem: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!(problem["type"], "/problems/record-gap");
    let says = [
        ("en", "an operator and somebody who supervises"),
        ("es", "un operador y alguien que supervisa"),
        ("fr", "un exploitant et une personne qui supervise"),
    ];
    for (language, what) in says {
        let cookie = format!("{}={}; language={language}", base::identity::cookie_name(false), open.author.secret);
        let typed = sent(Category::LocateWitness);
        let fields = [&[("csrf", open.author.csrf.as_str())][..], &pairs(&typed)].concat();
        let fields: Vec<String> =
            fields.iter().map(|(name, value)| format!("{name}={}", base::web::shell::encoded(value))).collect();
        let request = Request::post("/alerts/new")
            .header("cookie", cookie)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(fields.join("&")));
        let page = specimen.send(request.unwrap()).await;
        assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE, "{}", page.body);
        assert!(page.body.contains(what), "{language}: {}", page.body);
    }
}

/// G-31: it stands though the folder verifies again, until one who runs the machine and one who supervises have said what happened.
#[tokio::test]
async fn g_31_two_people_say_what_happened_before_it_goes_on() {
    let open = Open::new().await;
    let specimen = open.specimen();
    let operator = open.of_machine("operator", Purpose::Operation);
    let supervisor = open.of_machine("oversight", Purpose::Oversight);
    let say = async |who: &Session, note: &str| specimen.post(who, "/operation/gap", &[("note", note)]).await.status;
    assert_eq!(say(&operator, "Nada (ficticio).").await, StatusCode::CONFLICT, "no gap stands");
    open.gap_found(&operator).await;
    open.verify(&operator).await;
    let stands = async || {
        let answer = specimen.post(&open.author, "/alerts/new", &pairs(&sent(Category::LocateWitness))).await;
        answer.status == StatusCode::SERVICE_UNAVAILABLE
    };
    assert!(stands().await, "it verifies again, and nobody has said why");
    let concerns = specimen.get(Some(&supervisor), "/oversight/concerns").await.body;
    assert!(concerns.contains("The record does not hold"), "{concerns}");
    for language in ["en", "es", "fr"] {
        let page = super::in_language(&open.stage, &operator, "/operation", language).await;
        assert!(page.contains("/operation/gap") && page.contains("entry 2") && !page.contains(">operation-"), "{page}");
    }

    assert_eq!(say(&operator, "").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(say(&operator, &"x".repeat(501)).await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(say(&operator, "Un disco falló y se cambió (ficticio).").await, StatusCode::SEE_OTHER);
    let other = open.of_machine("operator", Purpose::Operation);
    assert_eq!(say(&other, "Lo mismo (ficticio).").await, StatusCode::CONFLICT, "the other side must");
    assert!(stands().await, "one person is not enough");
    let page = specimen.get(Some(&supervisor), "/operation").await.body;
    assert!(page.contains("Un disco falló"), "{page}");
    assert_eq!(say(&supervisor, "Cotejado con el respaldo (ficticio).").await, StatusCode::SEE_OTHER);
    assert!(!stands().await);
    assert!(!specimen.get(Some(&operator), "/operation").await.body.contains("/operation/gap"));
    // The same fault, found once more, is accounted for.
    open.gap_found(&operator).await;
    assert!(!stands().await);
}

/// G-31: who holds both roles does not speak for both sides.
#[tokio::test]
async fn g_31_one_person_is_not_two() {
    let open = Open::new().await;
    let specimen = open.specimen();
    let both = specimen.enrol("XSV", "xsv.both", &["operator", "oversight"]);
    let operator = specimen.sign_in(&both, Some(Purpose::Operation));
    open.gap_found(&operator).await;
    let said = specimen.post(&operator, "/operation/gap", &[("note", "Un disco falló (ficticio).")]).await;
    assert_eq!(said.status, StatusCode::SEE_OTHER);
    let supervisor = specimen.sign_in(&both, Some(Purpose::Oversight));
    let said = specimen.post(&supervisor, "/operation/gap", &[("note", "Y lo confirmo (ficticio).")]).await;
    assert_eq!(said.status, StatusCode::CONFLICT, "{}", said.body);
    let ground = std::sync::Arc::clone(&specimen.ground);
    let draft = Permitted::<super::super::DraftAlert>::new(ground, std::sync::Arc::clone(&open.author.caller));
    let own = Resource { status: "adult", ..Resource::of(open.author.caller.state, "x".to_owned()) };
    assert_eq!(draft.open_to_write(own).await.err(), Some(Refusal::Gap));
}

/// G-31: every act that writes about alerts either stands still or is known to take words out; a new one is neither.
#[test]
fn g_31_every_act_is_thought_of() {
    let inventory = routes_of(PLANS);
    let writes = inventory.facts().iter().filter_map(|route| match &route.guard {
        Guard::Permit(facts) if facts.writes && facts.action.starts_with("alerts.") => Some(facts.action),
        _ => None,
    });
    let forgotten: Vec<&str> = writes.filter(|act| STAND_STILL.contains(act) == GOES_ON.contains(act)).collect();
    assert!(forgotten.is_empty(), "{forgotten:?}");
    assert!(!STAND_STILL.iter().any(|act| act.starts_with("redress.")), "a panel blocks whatever holds");
    assert!(GOES_ON.contains(&<AnswerMatch as Permit>::ACTION));
}
