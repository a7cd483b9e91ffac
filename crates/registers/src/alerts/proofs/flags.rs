//! Flags: whose officers see something else, who decides that, who learns of it, and when it ends.

use axum::http::StatusCode;
use base::access::Purpose;
use base::specimen::{Answer, Session};
use serde_json::{Value, json};

use super::matches::{Border, Officer, iris, passport};
use super::{Open, in_language, location, unsaid};
use crate::alerts::Category;

const CAPTURE: Category = Category::CaptureTrafficking;

impl Open {
    /// Asks for a flag of Guatemala's on an alert of Honduras.
    async fn ask_flag(&self, by: &Session, reference: &str, reason: &str, instead: &str) -> Answer {
        let form = [("reason", reason), ("instead", instead)];
        self.specimen().post(by, &format!("/alerts/{reference}/flag"), &form).await
    }

    /// A colleague of the officer who asks for flags.
    pub(super) fn colleague(&self) -> Session {
        self.specimen().signed_in("GTM", "alert_officer", Purpose::AlertIssuance)
    }

    async fn set_flag(&self, by: &Session, reference: &str) -> Answer {
        let list = self.specimen().get(Some(by), "/alerts/flags").await;
        let seen = list.body.split("name=\"seen\" value=\"").nth(1).map_or("0", |rest| rest.split('"').next().unwrap());
        self.specimen().post(by, &format!("/alerts/{reference}/flag/set"), &[("seen", seen)]).await
    }

    async fn lift_flag(&self, by: &Session, reference: &str) -> Answer {
        self.specimen().post(by, &format!("/alerts/{reference}/flag/lift"), &[]).await
    }

    /// Asks for a flag and has a colleague decide it.
    pub(super) async fn flagged(&self, reference: &str, reason: &str, instead: &str) {
        let asked = self.ask_flag(&self.foreign, reference, reason, instead).await;
        assert_eq!(location(&asked), "/alerts/flags?done=flag-asked");
        assert_eq!(location(&self.set_flag(&self.colleague(), reference).await), "/alerts/flags?done=flag-set");
    }

    pub(super) fn count(&self, sql: &'static str) -> u64 {
        let count = |now: &rusqlite::Connection| Ok(now.query_row(sql, [], |row| row.get(0))?);
        self.specimen().ground.database("registers").unwrap().read(count).unwrap()
    }
}

/// G-24: two people of the receiving State decide; from then on its officers find nobody, and other States' officers do.
#[tokio::test]
async fn a_flag_to_nothing_takes_two_and_concerns_its_own_officers_alone() {
    let open = Open::new().await;
    let administrator = open.specimen().signed_in("SLV", "state_administrator", Purpose::Administration);
    open.stage.opt_in(&administrator, CAPTURE.code()).await;
    let (own, third) = (Border::of(&open, "GTM"), Border::of(&open, "SLV"));
    let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
    let asked = open.ask_flag(&open.foreign, &reference, "protection", "nothing").await;
    assert_eq!(location(&asked), "/alerts/flags?done=flag-asked");
    assert_eq!(own.matches(&passport()).await.len(), 1, "one person alone flags nothing");
    assert_eq!(
        open.set_flag(&open.foreign, &reference).await.status,
        StatusCode::CONFLICT,
        "who asked decides nothing"
    );
    let colleague = open.colleague();
    assert_eq!(location(&open.set_flag(&colleague, &reference).await), "/alerts/flags?done=flag-set");
    assert_eq!(own.matches(&passport()).await.len(), 0);
    assert_eq!(third.matches(&passport()).await.len(), 1, "other States are not touched");
    assert_eq!(Border::of(&open, "HND").matches(&passport()).await.len(), 1, "nor is the owner");
    assert_eq!(open.set_flag(&open.colleague(), &reference).await.status, StatusCode::CONFLICT, "it is decided");
    let again = open.ask_flag(&colleague, &reference, "law", "nothing").await;
    assert_eq!(again.status, StatusCode::CONFLICT, "one flag at a time");
    assert_eq!(location(&open.lift_flag(&colleague, &reference).await), "/alerts/flags?done=flag-lifted");
    assert_eq!(own.matches(&passport()).await.len(), 1, "lifted, from the next question on");
}

/// G-24: what is flagged to nothing answers as if nobody were looked for, to a machine and on the page.
#[tokio::test]
async fn nobody_at_a_border_can_tell_a_flag_to_nothing_from_nobody_being_looked_for() {
    let open = Open::new().await;
    let (border, officer) = (Border::of(&open, "GTM"), Officer::of(&open));
    let told = async || -> Value {
        let mut person = border.ask(&passport()).await;
        assert_eq!(person["receipt"].take().as_str().map(str::len), Some(32), "chance, another one each time");
        person
    };
    let nobody = told().await;
    let before = officer.check(&open).await.body;
    let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
    assert_ne!(told().await, nobody);
    open.flagged(&reference, "law", "nothing").await;
    assert_eq!(told().await, nobody);
    let after = officer.check(&open).await.body;
    let words = |page: &str| {
        let receipt = page.split("<p class=\"mono\">").nth(1).map(|rest| rest.split('<').next().unwrap().to_owned());
        page.replace(&receipt.expect("a receipt"), "")
    };
    assert_eq!(words(&after), words(&before));
    assert_eq!(open.face(&officer.session, &reference).await, StatusCode::NOT_FOUND);
    for path in ["/alerts/flags", &format!("/alerts/{reference}/flag")] {
        assert_eq!(open.specimen().get(Some(&officer.session), path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

/// G-24: where something else is to be done, that is what opens, and neither what was asked for nor of what anybody is accused.
#[tokio::test]
async fn officers_of_a_state_that_flagged_it_see_the_other_action() {
    let open = Open::new().await;
    let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
    open.flagged(&reference, "judged", "ask_owner").await;
    let (officer, second) = (Officer::of(&open), Officer::of(&open));
    let handle = officer.corroborated(&open, &second, "photograph").await;
    let opened = officer.post(&open, "open", &[("match", &handle)]).await;
    assert_eq!(opened.status, StatusCode::OK);
    for word in ["Ask the State whose alert it is, and do nothing else", "Honduras", &reference] {
        assert!(opened.body.contains(word), "{word}: {}", opened.body);
    }
    for word in ["Detain", "Trafficking in persons", "judged for the same", "Flag"] {
        assert!(!opened.body.contains(word), "{word}");
    }
    open.lift_flag(&open.foreign, &reference).await;
    let handle = officer.corroborated(&open, &second, "photograph").await;
    let opened = officer.post(&open, "open", &[("match", &handle)]).await;
    assert!(opened.body.contains("Detain") && !opened.body.contains("do nothing else"));
}

/// G-24: a match that was met before its alert was flagged to nothing opens no more.
#[tokio::test]
async fn a_match_that_waits_does_not_outlive_a_flag() {
    let open = Open::new().await;
    let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
    let (officer, second) = (Officer::of(&open), Officer::of(&open));
    let handle = officer.corroborated(&open, &second, "photograph").await;
    open.flagged(&reference, "law", "nothing").await;
    assert_eq!(officer.post(&open, "open", &[("match", &handle)]).await.status, StatusCode::CONFLICT);
}

/// G-24: its owner sees which State, since when and why, on the alert and counted in the list; not what that State's officers see.
#[tokio::test]
async fn the_owner_sees_who_flagged_its_alert_and_why() {
    let open = Open::new().await;
    let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
    let own = format!("/alerts/{reference}");
    open.ask_flag(&open.foreign, &reference, "interest", "locate").await;
    let told = async |path: &str| open.specimen().get(Some(&open.author), path).await.body;
    assert!(!told(&own).await.contains("States that have flagged it"), "nobody has decided it");
    open.set_flag(&open.colleague(), &reference).await;
    let page = told(&own).await;
    for word in ["States that have flagged it", "Guatemala", "An essential national interest", "<time"] {
        assert!(page.contains(word), "{word}: {page}");
    }
    assert!(!page.contains("Say where the person was met"), "what another State's officers see is theirs");
    assert!(!page.contains(&open.foreign.caller.name), "by State, not by officer");
    assert!(told("/alerts/own").await.contains("Flagged by States: 1"));
    open.lift_flag(&open.foreign, &reference).await;
    assert!(!told("/alerts/own").await.contains("Flagged by States") && !told(&own).await.contains("have flagged it"));
}

/// G-24: a reason and what is seen instead are of closed lists; one's own alerts are withdrawn and not flagged; each desk flags its own.
#[tokio::test]
async fn what_is_flagged_is_another_states_alert_for_a_reason_of_the_list() {
    let open = Open::new().await;
    let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
    for (reason, instead) in [("", ""), ("politics", "nothing"), ("law", "detain"), ("law", "")] {
        let refused = open.ask_flag(&open.foreign, &reference, reason, instead).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{reason} {instead}");
    }
    assert_eq!(
        open.ask_flag(&open.author, &reference, "law", "nothing").await.status,
        StatusCode::NOT_FOUND,
        "its owner"
    );
    assert_eq!(
        open.ask_flag(&open.child_foreign, &reference, "law", "nothing").await.status,
        StatusCode::NOT_FOUND,
        "another desk"
    );
    assert_eq!(open.ask_flag(&open.foreign, "RCM-A-2026-9999", "law", "nothing").await.status, StatusCode::NOT_FOUND);
    assert_eq!(open.lift_flag(&open.foreign, &reference).await.status, StatusCode::NOT_FOUND, "there is none");
    let child = open.activated(Category::MissingChild).await;
    let asked = open.ask_flag(&open.child_foreign, &child, "protection", "nothing").await;
    assert_eq!(location(&asked), "/alerts/flags?done=flag-asked");
    let list = open.specimen().get(Some(&open.foreign), "/alerts/flags").await;
    assert!(!list.body.contains(&child), "whoever works on adults sees no flag on a child's alert");
    assert_eq!(open.count("SELECT count(*) FROM alerts_flag"), 1);
}

/// G-24: a flag ends with its alert, and what was said of it is destroyed with it, by each State's own rule.
#[tokio::test]
async fn a_flag_ends_with_its_alert() {
    let mut open = Open::new().await;
    let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
    open.flagged(&reference, "law", "nothing").await;
    open.lift_flag(&open.foreign, &reference).await;
    open.flagged(&reference, "law", "locate").await;
    assert!(open.specimen().get(Some(&open.foreign), "/alerts/flags").await.body.contains(&reference));
    let said = |now: &rusqlite::Connection| {
        let mut all = now.prepare(
            "SELECT position FROM alerts_flag UNION SELECT set_at FROM alerts_flag \
             UNION SELECT lifted_at FROM alerts_flag WHERE lifted_at IS NOT NULL",
        )?;
        Ok(all.query_map([], |row| row.get(0))?.collect::<Result<Vec<u64>, _>>()?)
    };
    let said = open.specimen().ground.database("registers").unwrap().read(said).unwrap();
    assert_eq!(said.len(), 5, "asked, set, lifted, asked, set");
    open.withdrawn(CAPTURE, &reference).await;
    assert!(!open.specimen().get(Some(&open.foreign), "/alerts/flags").await.body.contains(&reference));
    assert_eq!(open.lift_flag(&open.foreign, &reference).await.status, StatusCode::NOT_FOUND);
    open.days_pass(31);
    open.specimen().ground.sweep().unwrap();
    assert_eq!(open.count("SELECT count(*) FROM alerts_flag"), 0);
    let left = |now: &rusqlite::Connection| {
        let mut all = now.prepare("SELECT position FROM journal_payload")?;
        Ok(all.query_map([], |row| row.get(0))?.collect::<Result<Vec<u64>, _>>()?)
    };
    let left = open.specimen().ground.database("registers").unwrap().read(left).unwrap();
    assert!(said.iter().all(|position| !left.contains(position)), "the words of all five");
}

/// The same by machine; deciding is a second person's work on a page.
#[tokio::test]
async fn machines_ask_list_and_lift() {
    let open = Open::new().await;
    let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
    let name = open.foreign.caller.name.trim_start_matches("Specimen ").to_owned();
    let purpose = Purpose::AlertIssuance;
    let token = open.specimen().token(&name, &[Purpose::AlertIssuance]);
    let path = format!("/api/v1/alerts/{reference}/flag");
    let refused = open.specimen().call(&token, purpose, &path, &json!({ "reason": "x", "instead": "nothing" })).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("reason") && !refused.body.contains("instead"), "{}", refused.body);
    let flag = json!({ "reason": "law", "instead": "protect" });
    assert_eq!(open.specimen().call(&token, purpose, &path, &flag).await.status, StatusCode::NO_CONTENT);
    assert_eq!(open.specimen().call(&token, purpose, &path, &flag).await.status, StatusCode::CONFLICT);
    let listed = async || -> Value {
        let answer = super::seals::get(&open, &token, purpose, "/api/v1/alerts/flags").await;
        serde_json::from_str(&answer.body).unwrap()
    };
    let waiting =
        json!({ "flags": [{ "reference": reference, "owner": "HND", "reason": "law", "instead": "protect" }] });
    assert_eq!(listed().await, waiting);
    open.set_flag(&open.colleague(), &reference).await;
    assert!(listed().await["flags"][0]["since"].is_string());
    let lift = format!("{path}/lift");
    assert_eq!(open.specimen().call(&token, purpose, &lift, &json!({})).await.status, StatusCode::NO_CONTENT);
    assert_eq!(open.specimen().call(&token, purpose, &lift, &json!({})).await.status, StatusCode::NOT_FOUND);
    assert_eq!(listed().await, json!({ "flags": [] }));
}

#[tokio::test]
async fn every_page_of_a_flag_speaks_every_language() {
    let open = Open::new().await;
    let reference = open.activated_as(CAPTURE, &iris(CAPTURE)).await;
    let ask = format!("/alerts/{reference}/flag");
    let mut pages = vec![ask];
    open.flagged(&reference, "law", "nothing").await;
    pages.push("/alerts/flags".to_owned());
    for path in &pages {
        let mut spoken = Vec::new();
        for language in ["es", "en", "fr"] {
            let body = in_language(&open.stage, &open.foreign, path, language).await;
            assert_eq!(unsaid(&body), Vec::<&str>::new(), "{path} in {language}");
            spoken.push(body);
        }
        assert!(spoken[0] != spoken[1] && spoken[1] != spoken[2], "{path}");
    }
}

/// Whoever goes through references where a flag is asked for is stopped as anywhere, there or not; an honest officer is not.
#[tokio::test]
async fn references_that_are_tried_for_a_flag_are_counted() {
    let open = Open::new().await;
    let reference = open.activated(Category::ImpedimentExit).await;
    let own = format!("/alerts/{reference}/flag");
    for _ in 0..20 {
        assert_eq!(open.specimen().get(Some(&open.foreign), &own).await.status, StatusCode::OK, "one again and again");
    }
    let thief = open.specimen().signed_in("GTM", "alert_officer", Purpose::AlertIssuance);
    let mut answered = Vec::new();
    for number in 50..63 {
        let path = format!("/alerts/RCM-A-2026-{number:04}/flag");
        let form = [("reason", "law"), ("instead", "nothing")];
        let answer = match number % 2 {
            0 => open.specimen().get(Some(&thief), &path).await,
            _ => open.specimen().post(&thief, &path, &form).await,
        };
        answered.push(answer.status);
    }
    let refused = answered.iter().position(|status| *status == StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refused, Some(11), "{answered:?}");
    assert_eq!(
        open.specimen().get(Some(&thief), &own).await.status,
        StatusCode::TOO_MANY_REQUESTS,
        "and goes no further"
    );
}
