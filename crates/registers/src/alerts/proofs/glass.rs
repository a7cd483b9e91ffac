//! Breaking the glass (G-32): what opens to whom and for how long, who is told before it does, what it never opens, and who answers.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use base::access::{PolicyText, Purpose, Resource};
use base::identity::Factor;
use base::specimen::{Answer, Session};
use jiff::SignedDuration;
use serde_json::{Value, json};

use super::matches::iris;
use super::{Open, PLANS, in_language, location, unsaid};
use crate::alerts::Category;
use crate::alerts::permits::BreakGlass;

const CAPTURE: Category = Category::CaptureTrafficking;

/// Words of the sealed part of every sample, as the page that opens it says them.
const SEALED: [&str; 3] = ["Motivo inventado", "Juzgado Primero", "Detain the person"];

const SAID: &str = "La llevan a un lugar apartado y hay gritos (ficticio).";
const NOTE: &str = "Hubo llamada y no contestó nadie (ficticio).";

impl Open {
    async fn breaks(&self, by: &Session, reference: &str, sure: &str) -> Answer {
        let form = [("reason", "violence"), ("said", SAID), ("sure", sure)];
        self.specimen().post(by, &format!("/alerts/{reference}/glass"), &form).await
    }

    async fn broken(&self, by: &Session, reference: &str) {
        assert_eq!(location(&self.breaks(by, reference, "yes").await), format!("/alerts/{reference}/broken"));
    }

    /// Answers whether somebody reads the sealed part, which is there whole or not at all.
    async fn reads(&self, by: &Session, reference: &str) -> bool {
        let page = self.specimen().get(Some(by), &format!("/alerts/{reference}/broken")).await;
        let words = SEALED.iter().filter(|word| page.body.contains(**word)).count();
        assert!((page.status, words) == (StatusCode::OK, 3) || (page.status, words) == (StatusCode::NOT_FOUND, 0));
        words == 3
    }

    fn minutes_pass(&mut self, minutes: i64) {
        self.specimen().clock.advance(SignedDuration::from_mins(minutes));
        self.again();
    }

    fn oversight(&self, state: &str) -> Session {
        self.specimen().signed_in(state, "oversight", Purpose::Oversight)
    }

    /// Answers what oversight says of the breaking that stands first.
    async fn finds(&self, by: &Session, finding: &str) -> Answer {
        let page = self.specimen().get(Some(by), "/alerts/breakings").await;
        let seen = super::field(&page, "breaking");
        let form = [("breaking", seen.as_str()), ("finding", finding), ("note", NOTE)];
        self.specimen().post(by, "/alerts/breakings/answer", &form).await
    }

    async fn concerns(&self, by: &Session) -> usize {
        let page = self.specimen().get(Some(by), "/oversight/concerns").await.body;
        page.matches("Somebody broke the glass of an alert").count()
    }

    fn breakings(&self) -> u64 {
        let count =
            |now: &rusqlite::Connection| Ok(now.query_row("SELECT count(*) FROM alerts_glass", [], |row| row.get(0))?);
        self.specimen().ground.database("registers").unwrap().read(count).unwrap()
    }
}

/// G-32: the sealed words are absent before, there for one person while it is open, and absent from the sixtieth minute on.
#[tokio::test]
async fn g_32_it_opens_one_alert_to_one_person_for_an_hour() {
    let mut open = Open::new().await;
    let (reference, other) = (open.activated_as(CAPTURE, &iris(CAPTURE)).await, open.activated(CAPTURE).await);
    assert!(!open.reads(&open.foreign, &reference).await, "nothing is broken");
    let asked = open.breaks(&open.foreign, &reference, "").await;
    assert_eq!(asked.status, StatusCode::OK, "{}", asked.body);
    for said in ["Guatemala", "Honduras", "60 minutes", "closes by itself", "journal", "Break it now", SAID] {
        assert!(asked.body.contains(said), "before it is done: {said}: {}", asked.body);
    }
    assert!(!open.reads(&open.foreign, &reference).await && open.breakings() == 0, "who is not sure has done nothing");
    open.broken(&open.foreign, &reference).await;
    assert!(open.reads(&open.foreign, &reference).await);
    let face = open.specimen().get(Some(&open.foreign), &format!("/alerts/face?reference={reference}")).await.body;
    assert!(face.contains("Open to you until"), "{face}");
    let colleague = open.specimen().signed_in("GTM", "alert_officer", Purpose::AlertIssuance);
    for closed in [&colleague, &open.author, &open.child_foreign] {
        assert!(!open.reads(closed, &reference).await, "{}", closed.caller.name);
    }
    assert!(!open.reads(&open.foreign, &other).await, "another alert");
    assert_eq!(open.breaks(&open.foreign, &reference, "yes").await.status, StatusCode::CONFLICT, "it is not renewed");
    open.minutes_pass(59);
    assert!(open.reads(&open.foreign, &reference).await);
    open.minutes_pass(1);
    assert!(!open.reads(&open.foreign, &reference).await, "the hour is over");
    open.broken(&open.foreign, &reference).await;
    assert!(open.reads(&open.foreign, &reference).await && open.breakings() == 2, "longer is another breaking");
}

/// G-32: what is open is there to be read: no act on the alert comes with it, its codes go with it, and its State's own is not broken.
#[tokio::test]
async fn g_32_it_is_for_reading_alone() {
    let open = Open::new().await;
    let text = crate::alerts::typed::PersonAlertSent { handling: "H2".to_owned(), ..iris(CAPTURE) };
    let reference = open.activated_as(CAPTURE, &text).await;
    assert_eq!(open.breaks(&open.author, &reference, "yes").await.status, StatusCode::NOT_FOUND, "their own State's");
    assert_eq!(open.breaks(&open.child_foreign, &reference, "yes").await.status, StatusCode::NOT_FOUND, "another desk");
    let draft = open.drafted(Category::LocateWitness).await;
    assert_eq!(open.breaks(&open.foreign, &draft, "yes").await.status, StatusCode::NOT_FOUND, "not in force");
    open.broken(&open.foreign, &reference).await;
    let page = open.specimen().get(Some(&open.foreign), &format!("/alerts/{reference}/broken")).await.body;
    assert!(page.contains("class=\"handled\"") && page.contains("H2"), "{page}");
    for act in ["correct", "withdraw", "hand-on", "permit", "extend"] {
        assert!(!page.contains(&format!("/{act}")), "{act}: {page}");
    }
    for end in ["", "/reason", "/correct", "/withdraw", "/permit"] {
        let answer = open.specimen().get(Some(&open.foreign), &format!("/alerts/{reference}{end}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{end}");
    }
}

/// G-32: of a child's alert child protection alone.
#[tokio::test]
async fn g_32_a_childs_alert_opens_to_child_protection() {
    let open = Open::new().await;
    let reference = open.activated(Category::ChildAtRisk).await;
    assert_eq!(open.breaks(&open.foreign, &reference, "yes").await.status, StatusCode::NOT_FOUND);
    open.broken(&open.child_foreign, &reference).await;
    let page = open.specimen().get(Some(&open.child_foreign), &format!("/alerts/{reference}/broken")).await;
    assert!(page.status == StatusCode::OK && page.body.contains("Motivo inventado"), "{}", page.body);
    assert_eq!(
        open.specimen().get(Some(&open.foreign), &format!("/alerts/{reference}/broken")).await.status,
        StatusCode::NOT_FOUND
    );
}

/// G-32: the oversight of both States is told, each answers once, who it was is told at home, and from the seventy-third hour it is overdue.
#[tokio::test]
async fn g_32_the_oversight_of_both_states_is_told_and_answers() {
    let mut open = Open::new().await;
    let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
    open.broken(&open.foreign, &reference).await;
    let name = open.foreign.caller.name.clone();
    let (own, owner, third) = (open.oversight("GTM"), open.oversight("HND"), open.oversight("MEX"));
    for (by, told) in [(&own, 1), (&owner, 1), (&third, 0)] {
        assert_eq!(open.concerns(by).await, told, "{}", by.caller.name);
        let page = open.told(by, "/alerts/breakings").await;
        for said in [reference.as_str(), SAID, "Honduras", "about to do them violence", "Waits for your"] {
            assert_eq!(page.contains(said), told == 1, "{}: {said}: {page}", by.caller.name);
        }
        // Every page of these people names Guatemala, where their post's clock stands.
        assert!(told == 0 || page.contains("Guatemala</dd>"), "{page}");
        assert_eq!(page.contains(&name), by.caller.state == own.caller.state, "{page}");
        assert!(SEALED.iter().all(|word| !page.contains(word)) && !page.contains("Iris"), "{page}");
    }
    assert_eq!(open.specimen().get(Some(&open.foreign), "/alerts/breakings").await.status, StatusCode::NOT_FOUND);
    let refused = open.finds(&own, "perhaps").await;
    assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains("finding-error"));
    assert_eq!(location(&open.finds(&own, "justified").await), "/alerts/breakings?done=glass-answered");
    let page = open.told(&owner, "/alerts/breakings").await;
    assert!(page.contains(NOTE) && page.contains("Waits for your answer"), "each for its own State: {page}");
    open.minutes_pass(72 * 60);
    let again = open.oversight("HND");
    assert!(!open.told(&again, "/alerts/breakings").await.contains("Overdue"));
    open.minutes_pass(1);
    let (own, owner) = (open.oversight("GTM"), open.oversight("HND"));
    assert!(open.told(&owner, "/alerts/breakings").await.contains("beyond the time: 1"));
    assert!(!open.told(&own, "/alerts/breakings").await.contains("Overdue"), "it has answered");
    assert_eq!(location(&open.finds(&owner, "not_justified").await), "/alerts/breakings?done=glass-answered");
    assert!(!open.told(&owner, "/alerts/breakings").await.contains("Overdue"));
}

/// G-32: what oversight finds not justified closes at once; nobody answers for what they broke themselves, nor twice.
#[tokio::test]
async fn g_32_not_justified_closes_it_and_nobody_answers_for_themselves() {
    let open = Open::new().await;
    let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
    let both = open.specimen().enrol("GTM", "gtm.both", &["alert_officer", "oversight"]);
    let officer = open.specimen().sign_in(&both, Some(Purpose::AlertIssuance));
    open.broken(&officer, &reference).await;
    assert!(open.reads(&officer, &reference).await);
    let owner = open.oversight("HND");
    let page = open.specimen().get(Some(&owner), "/alerts/breakings").await;
    let seen = super::field(&page, "breaking");
    let form = [("breaking", seen.as_str()), ("finding", "justified"), ("note", NOTE)];
    let themselves = open.specimen().sign_in(&both, Some(Purpose::Oversight));
    let answered = async |by: &Session| open.specimen().post(by, "/alerts/breakings/answer", &form).await.status;
    assert_eq!(answered(&themselves).await, StatusCode::CONFLICT);
    assert_eq!(answered(&open.oversight("MEX")).await, StatusCode::NOT_FOUND);
    assert_eq!(location(&open.finds(&owner, "not_justified").await), "/alerts/breakings?done=glass-answered");
    assert!(!open.reads(&officer, &reference).await, "it is closed");
    assert_eq!(answered(&owner).await, StatusCode::CONFLICT, "said once");
}

/// G-32: after two that their own State's oversight has not answered nothing more opens to a person; the other State's answer is no answer.
#[tokio::test]
async fn g_32_two_without_an_answer_and_no_more() {
    let open = Open::new().await;
    let mut all = Vec::new();
    for category in [CAPTURE, Category::LocateWitness, Category::VulnerableAtRisk] {
        all.push(open.activated(category).await);
    }
    for reference in &all[..2] {
        open.broken(&open.foreign, reference).await;
    }
    let third = async || open.breaks(&open.foreign, &all[2], "yes").await;
    let (refused, owner, own) = (third().await, open.oversight("HND"), open.oversight("GTM"));
    assert!(refused.status == StatusCode::CONFLICT && refused.body.contains("has not answered"), "{}", refused.body);
    assert_eq!((open.breakings(), open.concerns(&own).await), (2, 2), "and nobody was told of what was refused");
    open.finds(&owner, "justified").await;
    assert_eq!(third().await.status, StatusCode::CONFLICT);
    open.finds(&own, "justified").await;
    assert_eq!(third().await.status, StatusCode::SEE_OTHER);
}

/// G-23, G-32: whom somebody has asked for protection it does not open, and what is open closes when they ask.
#[tokio::test]
async fn g_32_a_claim_for_protection_keeps_it_closed() {
    let open = Open::new().await;
    let (reference, later) = (open.activated_as(CAPTURE, &iris(CAPTURE)).await, open.activated(CAPTURE).await);
    for (reference, against) in [(&reference, "HND"), (&later, "")] {
        open.broken(&open.foreign, reference).await;
        assert!(open.reads(&open.foreign, reference).await);
        let path = format!("/alerts/{reference}/claim");
        let heard = open.specimen().post(&open.foreign, &path, &[("against", against)]).await;
        assert_eq!(heard.status, StatusCode::SEE_OTHER, "{}", heard.body);
        assert!(!open.reads(&open.foreign, reference).await, "it closes at once");
        let colleague = open.specimen().signed_in("GTM", "alert_officer", Purpose::AlertIssuance);
        let refused = open.breaks(&colleague, reference, "yes").await;
        assert!(refused.status == StatusCode::CONFLICT && refused.body.contains("protect them"), "{}", refused.body);
    }
}

/// G-32: a password alone breaks and reads nothing; neither does another role, nor another purpose.
#[tokio::test]
async fn g_32_nothing_opens_without_a_second_factor_or_to_another_role() {
    let open = Open::new().await;
    let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
    let user_name = open.specimen().enrol("GTM", "gtm.password", &["alert_officer"]);
    let weak = open.specimen().sign_in_by(&user_name, Some(Purpose::AlertIssuance), Factor::Password);
    let border = open.specimen().signed_in("GTM", "border_officer", Purpose::BorderControl);
    for by in [&weak, &border, &open.oversight("GTM"), &open.stage.guatemala] {
        let done = open.breaks(by, &reference, "yes").await;
        assert!(!done.body.contains(SAID), "{}", done.body);
        assert!(!open.specimen().get(Some(by), &format!("/alerts/{reference}/broken")).await.status.is_success());
    }
    assert_eq!((open.breakings(), open.concerns(&open.oversight("GTM")).await), (0, 0));
    let strong = open.specimen().sign_in(&user_name, Some(Purpose::AlertIssuance));
    open.broken(&strong, &reference).await;
    assert!(open.reads(&strong, &reference).await, "the same person, who proved more");
}

/// G-32: no policy permits it without obliging the server to tell oversight; one that did is found, and opens nothing.
#[tokio::test]
async fn g_32_no_policy_permits_it_without_telling() {
    let open = Open::new().await;
    let policy = &open.specimen().ground.policy;
    for action in ["alerts.break_glass", "alerts.read_broken"] {
        assert_eq!(policy.permits_without(action, "tell_oversight"), Vec::<String>::new(), "{action}");
        assert!(!policy.permits_without(action, "tell_nobody").is_empty(), "the question finds policies at all");
    }
    let caller = &open.foreign.caller;
    let record = Resource { status: "adult", ..Resource::of(caller.state, "x".to_owned()) };
    assert!(policy.obliges::<BreakGlass>(caller, &record, "tell_oversight"));
    for (sentence, scope) in [
        ("one act", "action == Action::\"alerts.break_glass\""),
        ("its group", "action in Action::\"glass\""),
        ("all of them", "action in [Action::\"registers\"]"),
        ("anything", "action"),
    ] {
        let text = format!("@id(\"planted: {sentence}\") permit (principal, {scope}, resource);");
        let planted = PolicyText { file: "planted.cedar", text: text.leak() };
        let schema: Vec<PolicyText> =
            std::iter::once(base::ground::SCHEMA).chain(PLANS.iter().flat_map(|plan| plan.schema())).collect();
        let texts = std::iter::once(base::ground::POLICIES).chain(PLANS.iter().flat_map(|plan| plan.policies()));
        let texts: Vec<PolicyText> = texts.chain([planted]).collect();
        let silent = base::access::Policy::new(&schema, &texts).unwrap();
        assert_eq!(silent.permits_without("alerts.break_glass", "tell_oversight"), [format!("planted: {sentence}")]);
        assert!(silent.allows::<BreakGlass>(caller, &record));
        assert!(!silent.obliges::<BreakGlass>(caller, &record, "tell_oversight"), "{sentence}");
    }
}

/// G-32: programs do the same by the same functions, and say that they are sure.
#[tokio::test]
async fn g_32_programs_break_read_list_and_answer() {
    let open = Open::new().await;
    let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
    let token = |state: &str, role: &str, purpose: &'static [Purpose]| {
        let user_name = open.specimen().enrol(state, &format!("{}.program.{role}", state.to_lowercase()), &[role]);
        open.specimen().token(&user_name, purpose)
    };
    let officer = token("GTM", "alert_officer", &[Purpose::AlertIssuance]);
    let supervisor = token("GTM", "oversight", &[Purpose::Oversight]);
    let get = async |token: &str, purpose: Purpose, path: &str| {
        let request = Request::get(path)
            .header("authorization", format!("Bearer {token}"))
            .header("puebla-purpose", purpose.code())
            .body(Body::empty());
        let answer = open.specimen().send(request.unwrap()).await;
        (answer.status, serde_json::from_str::<Value>(&answer.body).unwrap_or(Value::Null))
    };
    let (glass, broken) = (format!("/api/v1/alerts/{reference}/glass"), format!("/api/v1/alerts/{reference}/broken"));
    let sent = json!({ "reason": "life", "said": SAID });
    let unsure = open.specimen().call(&officer, Purpose::AlertIssuance, &glass, &sent).await;
    assert_eq!(unsure.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", unsure.body);
    assert_eq!(get(&officer, Purpose::AlertIssuance, &broken).await.0, StatusCode::NOT_FOUND);
    let sent = json!({ "reason": "life", "said": SAID, "sure": true });
    let done = open.specimen().call(&officer, Purpose::AlertIssuance, &glass, &sent).await;
    assert!(done.status == StatusCode::OK && done.body.contains("2026-03-02T16:00:00Z"), "{}", done.body);
    let (status, read) = get(&officer, Purpose::AlertIssuance, &broken).await;
    assert_eq!((status, &read["action"], &read["owner"]), (StatusCode::OK, &json!("detain"), &json!("HND")), "{read}");
    let (_, list) = get(&supervisor, Purpose::Oversight, "/api/v1/alerts/breakings").await;
    let first = &list["breakings"][0];
    assert_eq!((&first["reason"], &first["overdue"]), (&json!("life"), &json!(false)), "{list}");
    let found = json!({ "breaking": first["breaking"], "finding": "justified", "note": NOTE });
    let path = "/api/v1/alerts/breakings/answer";
    let done = open.specimen().call(&supervisor, Purpose::Oversight, path, &found).await;
    assert_eq!(done.status, StatusCode::NO_CONTENT, "{}", done.body);
}

#[tokio::test]
async fn glass_speaks_every_language() {
    let open = Open::new().await;
    let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
    let oversight = open.oversight("GTM");
    let form = format!("/alerts/{reference}/glass");
    let mut pages = vec![(&open.foreign, form.clone())];
    let check = async |pages: &[(&Session, String)]| {
        for (by, path) in pages {
            let mut spoken = Vec::new();
            for language in ["es", "en", "fr"] {
                let body = in_language(&open.stage, by, path, language).await;
                assert_eq!(unsaid(&body), Vec::<&str>::new(), "{path} in {language}");
                assert!(!body.contains("alerts-glass-") && !body.contains("alerts-breakings-"), "{path} in {language}");
                spoken.push(body);
            }
            assert!(spoken[0] != spoken[1] && spoken[1] != spoken[2], "{path}");
        }
    };
    check(&pages).await;
    open.broken(&open.foreign, &reference).await;
    pages.push((&open.foreign, format!("/alerts/{reference}/broken")));
    pages.push((&oversight, "/alerts/breakings".to_owned()));
    check(&pages).await;
    let other = open.activated(CAPTURE).await;
    let nothing = open.specimen().post(&open.foreign, &format!("/alerts/{other}/glass"), &[]).await;
    for error in ["reason-error", "said-error"] {
        assert!(nothing.body.contains(error), "{error}: {}", nothing.body);
    }
}
