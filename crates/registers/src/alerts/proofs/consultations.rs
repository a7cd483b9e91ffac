//! Two States' alerts on one person: which stand, which is held, who is told what, and how it ends (G-11).

use axum::http::StatusCode;
use base::access::Purpose;
use base::specimen::{Answer, Session};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::matches::{Border, Officer, iris, passport};
use super::{Open, in_language, location, unsaid};
use crate::alerts::Category;

const LIST: &str = "/alerts/consultations";
const EXIT: Category = Category::ImpedimentExit;
const ENTRY: Category = Category::ImpedimentEntry;
const WITNESS: Category = Category::LocateWitness;
const CAPTURE: Category = Category::CaptureTrafficking;

impl Open {
    /// Guatemala's officers put an alert on the sample's holder in force; answers its reference.
    async fn by_guatemala(&self, category: Category) -> String {
        let (reference, done) = self.tried_by_guatemala(category).await;
        assert_eq!(location(&done), format!("/alerts/{reference}?done=activated"));
        reference
    }

    async fn tried_by_guatemala(&self, category: Category) -> (String, Answer) {
        let (writes, judges) = if category.of_child() {
            let second = self.specimen().signed_in("GTM", "child_protection", Purpose::ChildProtection);
            (&self.child_foreign, second)
        } else {
            (&self.foreign, self.colleague())
        };
        let reference = self.drafted_as(writes, &iris(category)).await;
        self.propose(writes, &reference).await;
        let done = self.judge(&judges, &reference, "activate").await;
        (reference, done)
    }

    async fn consultations(&self, by: &Session) -> String {
        let page = self.specimen().get(Some(by), LIST).await;
        assert_eq!(page.status, StatusCode::OK);
        page.body
    }

    /// The number by which the last consultation is named.
    fn named(&self) -> String {
        self.count("SELECT coalesce(max(position), 0) FROM alerts_consultation").to_string()
    }

    async fn say(&self, by: &Session, said: &str) -> Answer {
        let form = [("seen", self.named()), ("said", said.to_owned())];
        self.specimen().post(by, "/alerts/consultations/say", &super::strings(&form)).await
    }

    async fn agree(&self, by: &Session) -> Answer {
        let seen = self.named();
        self.specimen().post(by, "/alerts/consultations/agree", &[("seen", &seen)]).await
    }

    /// How many possible matches Guatemala's border meets in the sample's passport.
    async fn met(&self, border: &str) -> usize {
        Border { open: self, name: border.to_owned() }.matches(&passport()).await.len()
    }
}

/// G-11: the later alert is in no answer until the State whose alert stood first agrees; the other cannot agree with itself.
#[tokio::test]
async fn g_11_what_does_not_go_together_is_held_until_the_other_state_agrees() {
    let open = Open::new().await;
    let name = Border::of(&open, "GTM").name;
    let first = open.activated_as(EXIT, &iris(EXIT)).await;
    let second = open.by_guatemala(ENTRY).await;
    assert_eq!(open.met(&name).await, 1, "the one that stood first");
    assert_eq!(open.face(&open.author, &second).await, StatusCode::NOT_FOUND, "held");
    assert_eq!(open.face(&open.foreign, &first).await, StatusCode::OK);
    let own = open.specimen().get(Some(&open.foreign), &format!("/alerts/{second}")).await.body;
    assert!(own.contains("does not go together with it") && own.contains(LIST), "{own}");
    let list = open.specimen().get(Some(&open.foreign), "/alerts/own").await.body;
    assert!(list.contains("Held: not searchable"));
    let stood = open.specimen().get(Some(&open.author), &format!("/alerts/{first}")).await.body;
    assert!(stood.contains("Theirs is held until you have spoken"), "{stood}");
    assert_eq!(
        location(&open.say(&open.foreign, "La orden es de enero (ficticio).").await),
        format!("{LIST}?done=consult-said")
    );
    assert_eq!(open.agree(&open.foreign).await.status, StatusCode::CONFLICT, "nobody agrees with themselves");
    assert!(open.consultations(&open.author).await.contains("La orden es de enero"));
    assert_eq!(open.met(&name).await, 1);
    assert_eq!(location(&open.agree(&open.author).await), format!("{LIST}?done=consult-agreed"));
    assert_eq!(open.met(&name).await, 2);
    assert_eq!(open.face(&open.author, &second).await, StatusCode::OK);
    assert_eq!(open.agree(&open.author).await.status, StatusCode::CONFLICT, "once");
    assert!(open.consultations(&open.author).await.contains("Both stand"));
}

/// G-11, G-19: each State learns which State the other is and of which category it speaks; not its reference, person, reason or action.
#[tokio::test]
async fn g_11_neither_state_reads_the_others_alert() {
    let open = Open::new().await;
    let (first, second) = (open.activated_as(EXIT, &iris(EXIT)).await, open.by_guatemala(ENTRY).await);
    for (by, own, other, state, category) in [
        (&open.author, &first, &second, "Guatemala", "Impediment to entry"),
        (&open.foreign, &second, &first, "Honduras", "Impediment to exit"),
    ] {
        let page = open.consultations(by).await;
        for word in [own.as_str(), state, category] {
            assert!(page.contains(word), "{word}: {page}");
        }
        for word in [other.as_str(), "Motivo inventado", "Juzgado", "EXP-SPECIMEN", "Xiomara", "Do not let"] {
            assert!(!page.contains(word), "{word}: {page}");
        }
        assert_eq!(open.specimen().get(Some(by), &format!("/alerts/{other}")).await.status, StatusCode::NOT_FOUND);
    }
    for stranger in [&open.child_author, &open.child_foreign] {
        assert_eq!(open.specimen().get(Some(stranger), LIST).await.status, StatusCode::NOT_FOUND, "another desk");
    }
    let third = open.specimen().signed_in("SLV", "alert_officer", Purpose::AlertIssuance);
    assert!(!open.consultations(&third).await.contains("RCM-A-"), "a third State");
    assert_eq!(open.say(&third, "No es de aquí (ficticio).").await.status, StatusCode::NOT_FOUND);
    assert_eq!(open.agree(&third).await.status, StatusCode::NOT_FOUND);
}

/// G-11: alerts that go together both stand, and nobody is asked.
#[tokio::test]
async fn g_11_what_goes_together_stands() {
    let open = Open::new().await;
    let name = Border::of(&open, "GTM").name;
    open.activated_as(CAPTURE, &iris(CAPTURE)).await;
    open.by_guatemala(ENTRY).await;
    assert_eq!(open.met(&name).await, 2);
    assert_eq!(open.count("SELECT count(*) FROM alerts_consultation"), 0);
}

/// G-11: silence lets only the gentler of the two stand, from its day on; the harsher stays held.
#[tokio::test]
async fn g_11_silence_frees_the_gentler_alone() {
    for (first, second, freed) in [(CAPTURE, WITNESS, 2), (WITNESS, CAPTURE, 1), (EXIT, ENTRY, 1)] {
        let mut open = Open::new().await;
        let name = Border::of(&open, "GTM").name;
        open.activated_as(first, &iris(first)).await;
        open.by_guatemala(second).await;
        open.days_pass(9);
        assert_eq!(open.met(&name).await, 1, "{first} {second}: the last day to answer");
        open.days_pass(1);
        assert_eq!(open.met(&name).await, freed, "{first} {second}");
    }
}

/// G-11: a consultation ends with either alert, at that instant; and it is opened once, also where a later version is put in force.
#[tokio::test]
async fn g_11_it_ends_with_either_alert() {
    let open = Open::new().await;
    let name = Border::of(&open, "GTM").name;
    let first = open.activated_as(EXIT, &iris(EXIT)).await;
    let second = open.by_guatemala(ENTRY).await;
    assert_eq!(open.met(&name).await, 1);
    open.withdrawn(EXIT, &first).await;
    assert_eq!(open.met(&name).await, 1, "now the other one");
    assert_eq!(open.face(&open.author, &second).await, StatusCode::OK);
    assert!(!open.consultations(&open.foreign).await.contains("RCM-A-"));
    assert_eq!(open.say(&open.foreign, "Ya no hace falta (ficticio).").await.status, StatusCode::NOT_FOUND);
    let third = open.activated_as(EXIT, &iris(EXIT)).await;
    assert_eq!(open.count("SELECT count(*) FROM alerts_consultation"), 2, "the new one is the later one");
    assert_eq!(open.face(&open.foreign, &third).await, StatusCode::NOT_FOUND);
}

/// G-02, G-11: of whoever is protected no accusing State is told, in whichever order the two come.
#[tokio::test]
async fn g_11_no_consultation_tells_of_somebody_who_is_protected() {
    let risk = Category::VulnerableAtRisk;
    let open = Open::new().await;
    open.activated_as(risk, &iris(risk)).await;
    let (_, refused) = open.tried_by_guatemala(CAPTURE).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    let other = Open::new().await;
    other.activated_as(CAPTURE, &iris(CAPTURE)).await;
    other.by_guatemala(risk).await;
    for open in [&open, &other] {
        assert_eq!(open.count("SELECT count(*) FROM alerts_consultation"), 0);
        for by in [&open.author, &open.foreign] {
            assert!(!open.consultations(by).await.contains("RCM-A-"));
        }
    }
}

/// G-05, G-11: no State is told of a category in which it takes no part; there both stand. One that leaves holds nothing any more.
#[tokio::test]
async fn g_11_a_state_hears_only_of_categories_in_which_it_takes_part() {
    let open = Open::new().await;
    open.stage.opt_out(&open.stage.honduras, ENTRY.code()).await;
    open.activated_as(EXIT, &iris(EXIT)).await;
    let second = open.by_guatemala(ENTRY).await;
    assert_eq!(open.count("SELECT count(*) FROM alerts_consultation"), 0);
    let open = Open::new().await;
    let name = Border::of(&open, "GTM").name;
    open.activated_as(EXIT, &iris(EXIT)).await;
    assert_eq!(open.by_guatemala(ENTRY).await, second, "the same numbers");
    assert_eq!(open.met(&name).await, 1);
    open.stage.opt_out(&open.stage.honduras, ENTRY.code()).await;
    assert_eq!(open.met(&name).await, 2, "Honduras takes part in it no longer");
    assert!(!open.consultations(&open.author).await.contains("RCM-A-"));
}

/// G-11: what two States said is destroyed with either alert, each State's words by its own rule.
#[tokio::test]
async fn g_11_a_consultation_is_destroyed_with_its_alerts() {
    let mut open = Open::new().await;
    let first = open.activated_as(EXIT, &iris(EXIT)).await;
    open.by_guatemala(ENTRY).await;
    open.say(&open.author, "Palabra de Honduras (ficticio).").await;
    open.say(&open.foreign, "Palabra de Guatemala (ficticio).").await;
    open.agree(&open.author).await;
    assert_eq!(open.count("SELECT count(*) FROM alerts_consultation_word"), 3);
    let said = "SELECT count(*) FROM journal_payload JOIN journal_entry USING (position) \
         WHERE instr(header, CAST('consultation.said' AS BLOB)) > 0";
    assert_eq!(open.count(said), 2);
    open.withdrawn(EXIT, &first).await;
    open.days_pass(31);
    open.specimen().ground.sweep().unwrap();
    assert_eq!(open.count("SELECT count(*) FROM alerts_consultation"), 0);
    assert_eq!(open.count("SELECT count(*) FROM alerts_consultation_word"), 0);
    assert_eq!(open.count(said), 0);
}

/// G-11: what is said is screened and capped as every other text, and each State says ten things at most.
#[tokio::test]
async fn g_11_what_is_said_is_screened_and_has_an_end() {
    let open = Open::new().await;
    open.activated_as(EXIT, &iris(EXIT)).await;
    open.by_guatemala(ENTRY).await;
    for said in ["", "Es refugiada, según dice.", &"a".repeat(501)] {
        assert_eq!(open.say(&open.foreign, said).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
    }
    for turn in 0..10 {
        let said = open.say(&open.foreign, &format!("Palabra {turn} de Guatemala (ficticio).")).await;
        assert_eq!(said.status, StatusCode::SEE_OTHER, "{turn}");
    }
    assert_eq!(open.say(&open.foreign, "Una más, de Guatemala (ficticio).").await.status, StatusCode::CONFLICT);
    assert_eq!(open.say(&open.author, "La primera de Honduras (ficticio).").await.status, StatusCode::SEE_OTHER);
}

/// G-11: where two matches of one traveller are corroborated, what comes first in rank opens first, whichever is named, and the other
/// says so.
#[tokio::test]
async fn g_11_what_comes_first_is_opened_first_and_all_are_listed() {
    let open = Open::new().await;
    let missing = Category::MissingVulnerable;
    let protects = open.activated_as(missing, &iris(missing)).await;
    let asks = open.by_guatemala(WITNESS).await;
    let (officer, second) = (Officer::of(&open), Officer::of(&open));
    let met = async |corroborated: usize| {
        let page = officer.check(&open).await.body;
        let mut handles: Vec<String> = Vec::new();
        for part in page.split("name=\"match\" value=\"").skip(1) {
            let handle = part.split('"').next().unwrap().to_owned();
            if !handles.contains(&handle) {
                handles.push(handle);
            }
        }
        assert_eq!(handles.len(), 2);
        for handle in handles.iter().take(corroborated) {
            officer.post(&open, "ask", &[("match", handle)]).await;
            second.agrees(&open, handle, "photograph").await;
        }
        handles
    };
    let opened = async |handle: &str| officer.post(&open, "open", &[("match", handle)]).await.body;
    let handles = met(1).await;
    let alone = opened(&handles[0]).await;
    assert!(alone.contains("What is asked for") && !alone.contains("Other matches of this traveller"), "{alone}");
    let handles = met(2).await;
    let mut told = Vec::new();
    for handle in [&handles[0], &handles[1], &handles[0]] {
        let page = opened(handle).await;
        assert!(page.contains("Other matches of this traveller"), "{page}");
        let later = page.contains(&asks);
        assert_ne!(page.contains(&protects), later, "one at a time, each look on the log");
        assert_eq!(page.contains("Another match of this traveller comes first"), later, "{page}");
        told.push(later);
    }
    assert!(!told[0], "whichever is named, the protecting one opens first");
    assert_eq!(told.iter().filter(|later| **later).count(), 1, "then each as it is named");
}

/// The same by machine.
#[tokio::test]
async fn g_11_machines_list_say_and_agree() {
    let open = Open::new().await;
    let purpose = Purpose::AlertIssuance;
    let (first, second) = (open.activated_as(EXIT, &iris(EXIT)).await, open.by_guatemala(ENTRY).await);
    let [hnd, gtm] = ["HND", "GTM"].map(|state| {
        let name = format!("{}.machine", state.to_lowercase());
        open.specimen().enrol(state, &name, &["alert_officer"]);
        open.specimen().token(&name, &[Purpose::AlertIssuance])
    });
    let listed = async |token: &str| -> Value {
        let answer = super::seals::get(&open, token, purpose, "/api/v1/alerts/consultations").await;
        serde_json::from_str(&answer.body).unwrap()
    };
    let named: u64 = open.named().parse().unwrap();
    let call = async |token: &str, end: &str, body: Value| {
        open.specimen().call(token, purpose, &format!("/api/v1/alerts/consultations/{end}"), &body).await.status
    };
    let said = json!({ "consultation": named, "said": "La orden es de enero (ficticio)." });
    assert_eq!(call(&gtm, "say", said).await, StatusCode::NO_CONTENT);
    assert_eq!(call(&gtm, "agree", json!({ "consultation": named })).await, StatusCode::CONFLICT);
    assert_eq!(call(&hnd, "agree", json!({ "consultation": named + 1 })).await, StatusCode::NOT_FOUND);
    assert_eq!(call(&hnd, "say", json!({ "consultation": named, "said": "" })).await, StatusCode::UNPROCESSABLE_ENTITY);
    let before = listed(&hnd).await;
    let one = &before["consultations"][0];
    assert_eq!((one["reference"].as_str(), one["held"].as_str()), (Some(first.as_str()), Some("other")), "{before}");
    assert_eq!((one["other"].as_str(), one["other_category"].as_str()), (Some("GTM"), Some("impediment_entry")));
    assert_eq!((one["holds"].as_bool(), one["words"][0]["state"].as_str()), (Some(true), Some("GTM")));
    assert_eq!(call(&hnd, "agree", json!({ "consultation": named })).await, StatusCode::NO_CONTENT);
    let after = listed(&gtm).await;
    let one = &after["consultations"][0];
    assert_eq!((one["reference"].as_str(), one["held"].as_str()), (Some(second.as_str()), Some("own")));
    assert_eq!((one["holds"].as_bool(), one["agreed"].as_bool()), (Some(false), Some(true)));
}

#[tokio::test]
async fn g_11_its_page_speaks_every_language() {
    let open = Open::new().await;
    open.activated_as(EXIT, &iris(EXIT)).await;
    open.by_guatemala(ENTRY).await;
    for by in [&open.author, &open.foreign] {
        let mut spoken = Vec::new();
        for language in ["es", "en", "fr"] {
            let body = in_language(&open.stage, by, LIST, language).await;
            assert_eq!(unsaid(&body), Vec::<&str>::new(), "{language}");
            spoken.push(body);
        }
        assert!(spoken[0] != spoken[1] && spoken[1] != spoken[2]);
    }
}

/// What is tried about two alerts that do not go together.
#[derive(Clone, Copy, Debug)]
enum Try {
    Say,
    AgreeFirst,
    AgreeSecond,
    WithdrawFirst,
    WithdrawSecond,
    Days(i64),
}

fn tries() -> impl Strategy<Value = Vec<Try>> {
    let one = prop_oneof![
        2 => Just(Try::Say),
        1 => Just(Try::AgreeFirst),
        2 => Just(Try::AgreeSecond),
        1 => Just(Try::WithdrawFirst),
        1 => Just(Try::WithdrawSecond),
        4 => (1..12i64).prop_map(Try::Days),
    ];
    prop::collection::vec(one, 1..8)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, max_shrink_iters: 30, ..ProptestConfig::default() })]

    /// G-11: whatever is said, agreed, withdrawn and however the days pass, an alert that is held is in no answer, and one that is not
    /// held is in force exactly as its own life says.
    #[test]
    fn g_11_what_is_held_is_in_no_answer_whatever_is_done(steps in tries(), gentle in any::<bool>()) {
        let (first, second) = if gentle { (CAPTURE, WITNESS) } else { (WITNESS, CAPTURE) };
        tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
            let mut open = Open::new().await;
            let stood = open.activated_as(first, &iris(first)).await;
            let held = open.by_guatemala(second).await;
            let (mut agreed, mut one_over, mut other_over, mut days) = (false, false, false, 0);
            for step in steps {
                match step {
                    Try::Say => { open.say(&open.foreign, "Palabra de Guatemala (ficticio).").await; }
                    Try::AgreeFirst => {
                        let done = open.agree(&open.author).await.status == StatusCode::SEE_OTHER;
                        assert_eq!(done, !agreed && !one_over && !other_over, "{step:?}");
                        agreed |= done;
                    }
                    Try::AgreeSecond => {
                        assert_ne!(open.agree(&open.foreign).await.status, StatusCode::SEE_OTHER, "{step:?}");
                    }
                    Try::WithdrawFirst if !one_over => {
                        open.withdrawn(first, &stood).await;
                        one_over = true;
                    }
                    Try::WithdrawSecond if !other_over => {
                        let form = [("ending", "mistaken")];
                        let done = open.specimen().post(&open.foreign, &format!("/alerts/{held}/withdraw"), &form).await;
                        assert_eq!(done.status, StatusCode::SEE_OTHER);
                        other_over = true;
                    }
                    Try::Days(more) => {
                        open.days_pass(more);
                        days += more;
                    }
                    Try::WithdrawFirst | Try::WithdrawSecond => {}
                }
                let holds = !(agreed || one_over || gentle && days >= 10);
                let face = async |by: &Session, reference: &str| open.face(by, reference).await == StatusCode::OK;
                assert_eq!(face(&open.author, &held).await, !other_over && !holds, "{step:?}: the held one");
                assert_eq!(face(&open.foreign, &stood).await, !one_over, "{step:?}: the one that stood first");
            }
        });
    }
}
