//! Claims for protection: what a State's officers see from that instant, what is owed, who ends it, and that nothing tells the State
//! from which somebody may flee.

use axum::http::StatusCode;
use base::access::Purpose;
use base::specimen::{Answer, Session};
use jiff::ToSpan;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::matches::{Officer, iris, passport};
use super::{Open, in_language, location, unsaid};
use crate::alerts::counts::{self, Happened};
use crate::alerts::matches::MatchOutcome;
use crate::alerts::{Action, Category, queries, today};

const CAPTURE: Category = Category::CaptureTrafficking;

/// Words by which an owner could learn of a claim.
const TELLING: [&str; 11] = [
    "asks for protection",
    "protection_claimed",
    "asylum",
    "refugee",
    "unhcr",
    "claim",
    "veil",
    "referral",
    "shield",
    "persecut",
    "flee",
];

impl Officer {
    /// Checks, and writes down that the person asks for protection; answers the match.
    async fn hears(&self, open: &Open, against: &str) -> String {
        let handle = super::field(&self.check(open).await, "match");
        let form = [("match", handle.as_str()), (&format!("against-{handle}"), against)];
        let heard = self.post(open, "claim", &form).await;
        assert_eq!(heard.status, StatusCode::OK, "{}", heard.body);
        assert!(heard.body.contains("This person asks for protection"), "{}", heard.body);
        handle
    }
}

impl Open {
    async fn claims(&self, by: &Session, reference: &str, against: &str) -> Answer {
        self.specimen().post(by, &format!("/alerts/{reference}/claim"), &[("against", against)]).await
    }

    /// Sends one of the forms on the page of claims.
    async fn proposes_to_owner(&self, by: &Session, reference: &str) -> Answer {
        let form = [("kind", "withdraw"), ("said", "Palabra inventada (ficticio).")];
        self.specimen().post(by, &format!("/alerts/{reference}/proposal"), &form).await
    }

    async fn after(&self, by: &Session, reference: &str, end: &str, more: (&str, &str)) -> Answer {
        let seen = super::field(&self.specimen().get(Some(by), "/alerts/claims").await, "seen");
        let path = format!("/alerts/{reference}/claim/{end}");
        self.specimen().post(by, &path, &[("seen", &seen), more]).await
    }

    /// All that an owner can look at of its alert, its list, its questions, by page and program, without what changes by itself.
    async fn owner_sees(&self, reference: &str) -> Vec<String> {
        let purpose = Purpose::AlertIssuance;
        let name = self.author.caller.name.trim_start_matches("Specimen ").to_owned();
        let token = self.specimen().token(&name, &[Purpose::AlertIssuance]);
        let mut all = Vec::new();
        for path in [
            "/alerts".to_owned(),
            "/alerts/own".to_owned(),
            "/alerts/flags".to_owned(),
            "/alerts/claims".to_owned(),
            "/alerts/supplements".to_owned(),
            format!("/alerts/{reference}"),
            format!("/alerts/{reference}/reason"),
            format!("/alerts/{reference}/supplements"),
            format!("/alerts/face?reference={reference}"),
            "/alerts/consultations".to_owned(),
            "/alerts/proposals".to_owned(),
        ] {
            all.push(self.told(&self.author, &path).await);
        }
        for path in [
            "/api/v1/alerts".to_owned(),
            "/api/v1/alerts/claims".to_owned(),
            "/api/v1/alerts/supplements".to_owned(),
            format!("/api/v1/alerts/{reference}"),
            format!("/api/v1/alerts/{reference}/supplements"),
        ] {
            all.push(super::seals::get(self, &token, purpose, &path).await.body);
        }
        all
    }

    /// What the yearly figures would count of outcomes, to the day.
    fn counted(&self) -> Vec<counts::Many> {
        let day = today(self.specimen().clock.now());
        let many = |now: &rusqlite::Connection| counts::happened(now, Happened::Met, day, day.saturating_add(1.day()));
        self.specimen().ground.database("registers").unwrap().read(many).unwrap()
    }
}

/// G-23: from that instant its officers are told to protect, and neither what was asked for nor of what anybody is accused; the match
/// itself stays, others' officers are not touched, and it holds for a match that waited.
#[tokio::test]
async fn g_23_a_claim_suspends_what_would_return_somebody() {
    for category in [CAPTURE, Category::ImpedimentEntry, Category::ImpedimentExit, Category::LocateWitness] {
        let open = Open::new().await;
        let reference = open.activated_as(category, &iris(category)).await;
        let (officer, second) = (Officer::of(&open), Officer::of(&open));
        let waited = officer.corroborated(&open, &second, "photograph").await;
        officer.hears(&open, "HND").await;
        for handle in [waited, officer.corroborated(&open, &second, "photograph").await] {
            let opened = officer.post(&open, "open", &[("match", &handle)]).await;
            assert_eq!(opened.status, StatusCode::OK);
            for word in ["This person asks for protection", "Bring the person", "UNHCR", &reference] {
                assert!(opened.body.contains(word), "{category} {word}: {}", opened.body);
            }
            for word in
                ["Detain the person", "Do not let the person", "Trafficking in persons", "Honduras", "Say where"]
            {
                assert!(!opened.body.contains(word), "{category} {word}");
            }
        }
        let own = || Officer { session: open.specimen().signed_in("HND", "border_officer", Purpose::BorderControl) };
        let (one, two) = (own(), own());
        let handle = one.corroborated(&open, &two, "photograph").await;
        let opened = one.post(&open, "open", &[("match", &handle)]).await;
        assert!(opened.body.contains("Honduras"), "its owner's officers are told what it asks for: {}", opened.body);
        assert!(!opened.body.contains("This person asks for protection"), "{}", opened.body);
    }
}

/// G-23: the same to a machine, which is given nobody to call.
#[tokio::test]
async fn g_23_a_program_is_told_to_protect() {
    let open = Open::new().await;
    open.activated_as(CAPTURE, &iris(CAPTURE)).await;
    let names =
        ["gtm.claims.one", "gtm.claims.two"].map(|name| open.specimen().enrol("GTM", name, &["border_officer"]));
    let purpose = Purpose::BorderControl;
    let tokens = names.each_ref().map(|name| open.specimen().token(name, &[Purpose::BorderControl]));
    let call = async |by: usize, path: &str, body: &Value| {
        open.specimen().call(&tokens[by], purpose, &format!("/api/v1/{path}"), body).await
    };
    let found: Value = serde_json::from_str(&call(0, "checks", &passport()).await.body).unwrap();
    let handle = found["person"]["matches"][0]["match"].clone();
    let named = json!({ "match": handle });
    assert_eq!(call(1, "person-matches/claim", &named).await.status, StatusCode::CONFLICT, "another's match");
    let wrong = json!({ "match": handle, "against": "GTM" });
    assert_eq!(
        call(0, "person-matches/claim", &wrong).await.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "one's own State"
    );
    assert_eq!(call(0, "person-matches/claim", &named).await.status, StatusCode::NO_CONTENT);
    assert_eq!(call(0, "person-matches/claim", &named).await.status, StatusCode::CONFLICT, "on record already");
    call(0, "person-matches/ask", &named).await;
    call(1, "person-matches/agree", &json!({ "match": handle, "ground": "photograph" })).await;
    let opened: Value = serde_json::from_str(&call(0, "person-matches/open", &named).await.body).unwrap();
    assert_eq!(
        (&opened["sign"], &opened["action"], &opened["offence"], &opened["contact"]),
        (&json!("protection_claimed"), &json!("protect"), &Value::Null, &json!(""))
    );
}

/// G-23: where the owner is the State from which somebody may flee, or nobody said which it is, all that it can look at is, to the
/// letter, what it was before: nothing confirmed, nothing asked, no number that moved.
#[tokio::test]
async fn g_23_nothing_tells_the_state_from_which_somebody_may_flee() {
    for against in ["HND", ""] {
        let open = Open::new().await;
        let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
        let officer = Officer::of(&open);
        let (before, counted) = (open.owner_sees(&reference).await, open.counted());
        let handle = officer.hears(&open, against).await;
        officer.post(&open, "outcome", &[("match", &handle), ("outcome", "inconclusive")]).await;
        officer.confirms(&open).await;
        let asked = open.asks(&open.foreign, &reference, "action", "").await;
        assert_eq!(asked.status, StatusCode::NOT_FOUND, "no request goes to it");
        assert_eq!(
            open.proposes_to_owner(&open.foreign, &reference).await.status,
            StatusCode::CONFLICT,
            "nor a proposal"
        );
        assert_eq!(open.counted(), counted, "the yearly figures");
        let after = open.owner_sees(&reference).await;
        for (was, is) in before.iter().zip(&after) {
            assert_eq!(was, is, "against {against:?}");
        }
        // The pages of the alert itself, and every answer to a program: not a word of a claim, in any case.
        for page in &after[5..] {
            // That there is a list of one's own claims, and that it is empty, everybody is told.
            let said = page.to_lowercase().replace("{\"claims\":[]}", "");
            for word in TELLING {
                assert!(!said.contains(word), "{word}: {page}");
            }
        }
        let told = |now: &rusqlite::Connection| {
            let count = |sql: &str| now.query_row(sql, [], |row| row.get::<_, u64>(0));
            Ok((count("SELECT count(*) FROM alerts_met")?, count("SELECT count(*) FROM alerts_veiled")?))
        };
        let told = open.specimen().ground.database("registers").unwrap().read(told).unwrap();
        assert_eq!(told, (2, 2), "both are on record, for the State that heard it, and told to nobody");
    }
}

/// G-23: the control of the test before: without a claim, and with one against a third State, the owner is told.
#[tokio::test]
async fn g_23_an_owner_whom_nobody_flees_is_told() {
    for against in [None, Some("UTO")] {
        let open = Open::new().await;
        let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
        let officer = Officer::of(&open);
        let before = open.owner_sees(&reference).await;
        if let Some(against) = against {
            officer.hears(&open, against).await;
        }
        officer.confirms(&open).await;
        let after = open.owner_sees(&reference).await;
        assert!(before != after && after[5].contains("Guatemala"), "{against:?}");
        for page in &after {
            assert!(!page.contains("UTO") && !page.contains("asks for protection"), "of a claim it is told in no case");
        }
        assert_eq!(open.asks(&open.foreign, &reference, "action", "").await.status, StatusCode::SEE_OTHER);
        assert_eq!(open.proposes_to_owner(&open.foreign, &reference).await.status, StatusCode::SEE_OTHER);
        assert!(!open.counted().is_empty());
    }
}

/// G-23: what was told before a claim is not untold, for that would tell; nothing further goes to its owner.
#[tokio::test]
async fn g_23_what_was_told_stays_and_nothing_follows() {
    let open = Open::new().await;
    let reference = open.confirmed(CAPTURE).await;
    open.asks(&open.foreign, &reference, "identity", "").await;
    let before = open.owner_sees(&reference).await;
    assert_eq!(location(&open.claims(&open.foreign, &reference, "HND").await), "/alerts/claims?done=claim-recorded");
    Officer::of(&open).confirms(&open).await;
    assert_eq!(open.asks(&open.foreign, &reference, "action", "").await.status, StatusCode::CONFLICT);
    assert_eq!(open.owner_sees(&reference).await, before);
    let page = open.told(&open.foreign, &format!("/alerts/{reference}/supplements")).await;
    assert!(page.contains("nothing goes to the State whose alert it is"), "{page}");
}

/// G-23, G-20: others who are taken for the person are told as ever, and a match that its owner is not told keeps no alert from being judged anew.
#[tokio::test]
async fn g_23_a_veiled_match_does_not_show_in_what_must_be_judged_anew() {
    let open = Open::new().await;
    let exit = Category::ImpedimentExit;
    let reference = open.activated_as(exit, &iris(exit)).await;
    let (one, other) = (Officer::of(&open), Officer::of(&open));
    one.hears(&open, "HND").await;
    one.confirms(&open).await;
    for officer in [&one, &other, &one, &other, &one] {
        let handle = super::field(&officer.check(&open).await, "match");
        officer.post(&open, "outcome", &[("match", &handle), ("outcome", "not_the_person")]).await;
    }
    let page = open.told(&open.author, &format!("/alerts/{reference}")).await;
    assert!(page.contains("must judge the alert anew"), "as if nobody had been confirmed: {page}");
}

/// G-23: the referral is owed until it is recorded, whatever the clock says.
#[tokio::test]
async fn g_23_a_referral_is_owed_until_it_is_recorded() {
    let mut open = Open::new().await;
    let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
    Officer::of(&open).hears(&open, "").await;
    open.days_pass(40);
    let list = open.told(&open.foreign, "/alerts/claims").await;
    assert!(list.contains("Referrals that are owed: 1") && list.contains(&reference), "{list}");
    assert!(!open.told(&open.author, "/alerts/claims").await.contains(&reference), "another State");
    assert!(!open.told(&open.child_foreign, "/alerts/claims").await.contains(&reference), "another desk");
    assert_eq!(open.after(&open.foreign, &reference, "refer", ("to", "consulate")).await.status, StatusCode::CONFLICT);
    let done = open.after(&open.foreign, &reference, "refer", ("to", "unhcr")).await;
    assert_eq!(location(&done), "/alerts/claims?done=claim-referred");
    let list = open.told(&open.foreign, "/alerts/claims").await;
    assert!(!list.contains("that are owed") && list.contains("Referred"), "{list}");
    assert_eq!(open.after(&open.foreign, &reference, "refer", ("to", "both")).await.status, StatusCode::CONFLICT);
}

/// G-23: two people say that it shields no longer, for a reason of the list; then the alert asks again what it asked, and what was
/// veiled stays so.
#[tokio::test]
async fn g_23_two_people_lift_it() {
    let open = Open::new().await;
    let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
    let (officer, second) = (Officer::of(&open), Officer::of(&open));
    let before = open.owner_sees(&reference).await;
    officer.hears(&open, "HND").await;
    officer.confirms(&open).await;
    for ending in ["", "granted", "recognised"] {
        let refused = open.after(&open.foreign, &reference, "lift", ("ending", ending)).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{ending}");
    }
    let asked = open.after(&open.foreign, &reference, "lift", ("ending", "refused")).await;
    assert_eq!(location(&asked), "/alerts/claims?done=claim-ending");
    let alone = open.after(&open.foreign, &reference, "lift/decide", ("ending", "refused")).await;
    assert_eq!(alone.status, StatusCode::CONFLICT, "who asked decides nothing");
    let handle = officer.corroborated(&open, &second, "photograph").await;
    let opened = officer.post(&open, "open", &[("match", &handle)]).await;
    assert!(opened.body.contains("This person asks for protection"), "one person alone lifts nothing");
    let colleague = open.specimen().signed_in("GTM", "alert_officer", Purpose::AlertIssuance);
    let other = open.after(&colleague, &reference, "lift/decide", ("ending", "mistaken")).await;
    assert_eq!(other.status, StatusCode::CONFLICT, "not what was asked");
    let done = open.after(&colleague, &reference, "lift/decide", ("ending", "refused")).await;
    assert_eq!(location(&done), "/alerts/claims?done=claim-ended");
    let opened = officer.post(&open, "open", &[("match", &handle)]).await;
    assert!(opened.body.contains("Detain the person"), "{}", opened.body);
    assert_eq!(open.owner_sees(&reference).await, before, "what was veiled is told to nobody, ever");
    officer.post(&open, "outcome", &[("match", &handle), ("outcome", "confirmed")]).await;
    assert_ne!(open.owner_sees(&reference).await, before, "what comes after is told");
}

/// G-23: nothing of the claim's grounds is kept, which State it is against no page shows, and all of it goes with the alert.
#[tokio::test]
async fn g_23_nothing_but_that_there_is_one_is_kept() {
    let mut open = Open::new().await;
    let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
    for against in ["H", "HN1", "GTM"] {
        let refused = open.claims(&open.foreign, &reference, against).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{against}");
    }
    assert_eq!(open.claims(&open.child_foreign, &reference, "").await.status, StatusCode::NOT_FOUND, "another desk");
    assert_eq!(open.claims(&open.foreign, "RCM-A-2026-9999", "").await.status, StatusCode::NOT_FOUND);
    let path = format!("/alerts/{reference}/claim");
    let form = [("against", "uto"), ("why", "Porque la persiguen (ficticio)")];
    assert_eq!(
        location(&open.specimen().post(&open.foreign, &path, &form).await),
        "/alerts/claims?done=claim-recorded"
    );
    assert_eq!(open.claims(&open.foreign, &reference, "UTO").await.status, StatusCode::CONFLICT, "on record");
    Officer::of(&open).confirms(&open).await;
    let list = open.told(&open.foreign, "/alerts/claims").await;
    assert!(list.contains(&reference) && !list.contains("UTO<"), "{list}");
    let bodies = |now: &rusqlite::Connection| {
        let mut all = now.prepare("SELECT body FROM journal_payload")?;
        Ok(all.query_map([], |row| row.get::<_, Vec<u8>>(0))?.collect::<Result<Vec<_>, _>>()?)
    };
    let kept = open.specimen().ground.database("registers").unwrap().read(bodies).unwrap();
    assert!(kept.iter().all(|body| !String::from_utf8_lossy(body).contains("persiguen")));
    open.after(&open.foreign, &reference, "refer", ("to", "both")).await;
    open.after(&open.foreign, &reference, "lift", ("ending", "withdrawn")).await;
    open.withdrawn(CAPTURE, &reference).await;
    open.days_pass(31);
    open.specimen().ground.sweep().unwrap();
    let left = |now: &rusqlite::Connection| {
        let count = "SELECT (SELECT count(*) FROM alerts_claim) + (SELECT count(*) FROM alerts_claim_said) \
             + (SELECT count(*) FROM alerts_veiled) + (SELECT count(*) FROM alerts_met)";
        Ok(now.query_row(count, [], |row| row.get::<_, u64>(0))?)
    };
    assert_eq!(open.specimen().ground.database("registers").unwrap().read(left).unwrap(), 0);
}

#[tokio::test]
async fn g_23_every_page_speaks_every_language() {
    let open = Open::new().await;
    let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
    let form = format!("/alerts/{reference}/claim");
    for path in [form.as_str(), "/alerts/claims"] {
        if path == "/alerts/claims" {
            open.claims(&open.foreign, &reference, "UTO").await;
            open.after(&open.foreign, &reference, "lift", ("ending", "refused")).await;
        }
        let mut spoken = Vec::new();
        for language in ["es", "en", "fr"] {
            let body = in_language(&open.stage, &open.foreign, path, language).await;
            assert_eq!(unsaid(&body), Vec::<&str>::new(), "{path} in {language}");
            spoken.push(body);
        }
        assert!(spoken[0] != spoken[1] && spoken[1] != spoken[2], "{path}");
    }
}

/// What can happen at Guatemala's border, and among those who work on its alerts.
#[derive(Clone, Copy, Debug)]
enum Step {
    Claim(&'static str),
    Lift,
    Meet(MatchOutcome),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let against = prop_oneof![Just("HND"), Just("UTO"), Just("")];
    let outcome =
        prop_oneof![Just(MatchOutcome::NotThePerson), Just(MatchOutcome::Inconclusive), Just(MatchOutcome::Confirmed)];
    let step =
        prop_oneof![2 => against.prop_map(Step::Claim), 1 => Just(Step::Lift), 3 => outcome.prop_map(Step::Meet)];
    proptest::collection::vec(step, 1..9)
}

/// An alert, and what a model says of its claims and of what its owner may be told.
struct Model {
    open: Open,
    reference: String,
    colleague: Session,
    live: Vec<&'static str>,
    told: Vec<MatchOutcome>,
    kept: u64,
}

impl Model {
    async fn step(&mut self, step: Step) {
        let (open, officer) = (&self.open, Officer::of(&self.open));
        match step {
            Step::Claim(against) => {
                let done = open.claims(&open.foreign, &self.reference, against).await;
                let anew = !self.live.contains(&against);
                assert_eq!(done.status, if anew { StatusCode::SEE_OTHER } else { StatusCode::CONFLICT });
                // None has been referred: the last recorded stands first.
                if anew {
                    self.live.push(against);
                }
            }
            Step::Lift if self.live.is_empty() => {}
            Step::Lift => {
                let asked = open.after(&open.foreign, &self.reference, "lift", ("ending", "mistaken")).await;
                assert_eq!(asked.status, StatusCode::SEE_OTHER);
                let done = open.after(&self.colleague, &self.reference, "lift/decide", ("ending", "mistaken")).await;
                assert_eq!(done.status, StatusCode::SEE_OTHER);
                self.live.pop();
            }
            Step::Meet(MatchOutcome::Confirmed) => officer.confirms(open).await,
            Step::Meet(outcome) => {
                let handle = super::field(&officer.check(open).await, "match");
                let form = [("match", handle.as_str()), ("outcome", outcome.code())];
                assert_eq!(officer.post(open, "outcome", &form).await.status, StatusCode::OK);
            }
        }
        if let Step::Meet(outcome) = step {
            self.kept += 1;
            let hidden = self.live.iter().any(|against| *against != "UTO");
            if !hidden || outcome == MatchOutcome::NotThePerson {
                self.told.insert(0, outcome);
            }
        }
    }

    fn agrees(&self) {
        let day = today(self.open.specimen().clock.now());
        let look = |now: &rusqlite::Connection| {
            let alert = queries::own(now, &self.reference, "HND".parse().unwrap(), day)?.unwrap().id;
            let told: Vec<MatchOutcome> = queries::met(now, alert)?.into_iter().map(|one| one.outcome).collect();
            let shown = queries::shown(now, alert, "GTM".parse().unwrap(), day)?.expect("fewer than five");
            let kept: u64 = now.query_row("SELECT count(*) FROM alerts_met", [], |row| row.get(0))?;
            Ok((told, shown.claimed, shown.instead, kept))
        };
        let found = self.open.specimen().ground.database("registers").unwrap().read(look).unwrap();
        let claimed = !self.live.is_empty();
        assert_eq!(found, (self.told.clone(), claimed, claimed.then_some(Action::Protect), self.kept));
        let counted: u64 = self.open.counted().iter().map(|many| many.count).sum();
        assert_eq!(counted, self.told.len() as u64, "what the owner is told is what is counted");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, max_shrink_iters: 40, ..ProptestConfig::default() })]

    /// G-23: whatever is claimed, lifted and met in whatever order, the owner is told of exactly what no claim that could be against
    /// it veiled when it was said, and the State's own officers are told to protect for exactly as long as a claim stands.
    #[test]
    fn g_23_whatever_happens_the_owner_hears_what_no_claim_veiled(steps in steps()) {
        tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
            let open = Open::new().await;
            let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
            let colleague = open.specimen().signed_in("GTM", "alert_officer", Purpose::AlertIssuance);
            let mut model = Model { open, reference, colleague, live: Vec::new(), told: Vec::new(), kept: 0 };
            for step in steps {
                // Five that are not the person have the alert judged anew, which is another rule's matter.
                if matches!(step, Step::Meet(MatchOutcome::NotThePerson)) && model.kept >= 4 {
                    continue;
                }
                model.step(step).await;
                model.agrees();
            }
            // Dropping the specimen verifies log and journal, and that a rebuild changes nothing.
        });
    }
}
