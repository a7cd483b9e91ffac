//! A whole life through the pages, and everything that must be refused on its way.

use axum::http::StatusCode;

use super::{Open, field, location, pairs, record, sent, strings};
use crate::alerts::Category;

/// G-08: written by one, put in force by another, who saw the text and said why.
#[tokio::test]
async fn two_people_of_one_state_put_an_alert_in_force() {
    let open = Open::new().await;
    let reference = open.proposed(Category::CaptureTrafficking).await;
    assert_eq!(reference, "RCM-A-2026-0001");
    assert_eq!(open.face(&open.foreign, &reference).await, StatusCode::NOT_FOUND, "proposed is not in force");
    let path = format!("/alerts/{reference}/activate");
    let own = open.specimen().get(Some(&open.author), &path).await;
    assert_eq!(own.status, StatusCode::CONFLICT, "nobody judges their own words");
    let seen = field(&open.specimen().get(Some(&open.judge), &path).await, "seen");
    let tried = open.specimen().post(&open.author, &path, &strings(&record(&seen))).await;
    assert_eq!(tried.status, StatusCode::CONFLICT, "nor past the page");
    let unsaid =
        open.specimen().post(&open.judge, &path, &[("seen", &seen), ("grave", ""), ("gentler", "corto")]).await;
    assert_eq!(unsaid.status, StatusCode::UNPROCESSABLE_ENTITY, "nor without a record");
    assert!(unsaid.body.contains("grave-error") && unsaid.body.contains("gentler-error"));
    let done = open.specimen().post(&open.judge, &path, &strings(&record(&seen))).await;
    assert_eq!(location(&done), format!("/alerts/{reference}?done=activated"));
    assert_eq!(open.face(&open.foreign, &reference).await, StatusCode::OK);
}

/// G-08: a word is bound to the text that was seen.
#[tokio::test]
async fn a_text_that_changed_meanwhile_is_not_put_in_force() {
    let open = Open::new().await;
    let reference = open.proposed(Category::LocateWitness).await;
    let path = format!("/alerts/{reference}/activate");
    let seen = field(&open.specimen().get(Some(&open.judge), &path).await, "seen");
    let mut other = sent(Category::LocateWitness);
    other.reason = "Otro motivo inventado para una prueba (ficticio).".to_owned();
    let page = open.specimen().get(Some(&open.author), &format!("/alerts/{reference}/correct")).await;
    let mut form = pairs(&other);
    let before = field(&page, "seen");
    form.push(("seen", &before));
    let corrected = open.specimen().post(&open.author, &format!("/alerts/{reference}/correct"), &form).await;
    assert_eq!(location(&corrected), format!("/alerts/{reference}?done=corrected"));
    open.propose(&open.author, &reference).await;
    let stale = open.specimen().post(&open.judge, &path, &strings(&record(&seen))).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert_eq!(open.face(&open.foreign, &reference).await, StatusCode::NOT_FOUND);
}

/// G-04: without a decision it is written down, and stays a draft.
#[tokio::test]
async fn what_lacks_a_decision_stays_a_draft() {
    let open = Open::new().await;
    let mut alone = sent(Category::CaptureExploitation);
    (alone.basis, alone.decision, alone.decided_on) = (String::new(), String::new(), String::new());
    let reference = open.drafted_as(&open.author, &alone).await;
    let seen = field(&open.specimen().get(Some(&open.author), &format!("/alerts/{reference}")).await, "seen");
    let refused = open.specimen().post(&open.author, &format!("/alerts/{reference}/propose"), &[("seen", &seen)]).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.body.contains("It stays a draft"), "{}", refused.body);
}

#[tokio::test]
async fn a_question_leads_back_to_whoever_wrote_it() {
    let open = Open::new().await;
    let reference = open.proposed(Category::ImpedimentExit).await;
    let asked = [("question", "¿Es la misma causa que la de enero?")];
    let path = format!("/alerts/{reference}/return");
    let own = open.specimen().post(&open.author, &path, &asked).await;
    assert_eq!(own.status, StatusCode::CONFLICT);
    let done = open.specimen().post(&open.judge, &path, &asked).await;
    assert_eq!(location(&done), format!("/alerts/{reference}?done=returned"));
    let page = open.specimen().get(Some(&open.author), &format!("/alerts/{reference}")).await;
    assert!(page.body.contains("¿Es la misma causa que la de enero?"));
    let refused = open.judge(&open.judge, &reference, "activate").await;
    assert_eq!(refused.status, StatusCode::CONFLICT, "it is a draft again");
}

/// G-12: a correction by its owner stands beside what is in force until somebody else has judged it.
#[tokio::test]
async fn a_version_in_force_stays_so_while_its_correction_waits() {
    let open = Open::new().await;
    let reference = open.activated(Category::VulnerableAtRisk).await;
    let path = format!("/alerts/{reference}/correct");
    let page = open.specimen().get(Some(&open.judge), &path).await;
    let mut other = sent(Category::VulnerableAtRisk);
    other.given = "Otro".to_owned();
    let seen = field(&page, "seen");
    let mut form = pairs(&other);
    form.push(("seen", &seen));
    open.specimen().post(&open.judge, &path, &form).await;
    assert_eq!(open.face(&open.foreign, &reference).await, StatusCode::OK);
    open.propose(&open.judge, &reference).await;
    let own = open.judge(&open.judge, &reference, "activate").await;
    assert_eq!(own.status, StatusCode::CONFLICT, "who judged the first version wrote the second");
    let done = open.judge(&open.author, &reference, "activate").await;
    assert_eq!(location(&done), format!("/alerts/{reference}?done=activated"));
}

/// G-03: a correction cannot turn an adult's alert into a child's: it must be withdrawn.
#[tokio::test]
async fn who_turns_out_to_be_a_child_is_no_longer_accused_by_a_correction() {
    let open = Open::new().await;
    let reference = open.activated(Category::CaptureTrafficking).await;
    let path = format!("/alerts/{reference}/correct");
    let mut young = sent(Category::CaptureTrafficking);
    young.born = "2011".to_owned();
    let seen = field(&open.specimen().get(Some(&open.author), &path).await, "seen");
    let mut form = pairs(&young);
    form.push(("seen", &seen));
    let refused = open.specimen().post(&open.author, &path, &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Whoever may be under 18"));
    let ended = [("ending", "mistaken")];
    let done = open.specimen().post(&open.judge, &format!("/alerts/{reference}/withdraw"), &ended).await;
    assert_eq!(location(&done), format!("/alerts/{reference}?done=withdrawn"));
    assert_eq!(open.face(&open.foreign, &reference).await, StatusCode::NOT_FOUND, "from the next request on");
}

/// G-10: one State says one thing of one person.
#[tokio::test]
async fn a_second_alert_by_one_state_on_one_person_is_refused() {
    let open = Open::new().await;
    open.drafted(Category::ImpedimentEntry).await;
    let mut again = sent(Category::ImpedimentEntry);
    (again.given, again.born) = ("SPECÍMEN".to_owned(), "1979".to_owned());
    again.category = "locate_witness".to_owned();
    (again.action, again.offence) = ("locate".to_owned(), String::new());
    let refused = open.specimen().post(&open.judge, "/alerts/new", &pairs(&again)).await;
    assert_eq!(refused.status, StatusCode::CONFLICT, "{}", refused.body);
    again.born = "1981".to_owned();
    open.drafted_as(&open.judge, &again).await;
    open.drafted_as(&open.foreign, &sent(Category::ImpedimentEntry)).await;
}

/// G-02: whoever is protected, by whichever State, is accused by none, and nobody is told why.
#[tokio::test]
async fn who_is_protected_is_not_accused() {
    let open = Open::new().await;
    let mut accused = sent(Category::CaptureTrafficking);
    let accusing = open.activated(Category::CaptureTrafficking).await;
    assert_eq!(open.face(&open.foreign, &accusing).await, StatusCode::OK);
    // Guatemala finds out that she is a victim.
    let mut protected = sent(Category::VulnerableAtRisk);
    (protected.paternal, protected.born) = (accused.paternal.clone(), "1979-11".to_owned());
    let guatemala = open.specimen().signed_in("GTM", "alert_officer", base::access::Purpose::AlertIssuance);
    let reference = open.drafted_as(&open.foreign, &protected).await;
    open.propose(&open.foreign, &reference).await;
    open.judge(&guatemala, &reference, "activate").await;
    assert_eq!(open.face(&open.author, &reference).await, StatusCode::OK);
    assert_eq!(
        open.face(&open.foreign, &accusing).await,
        StatusCode::NOT_FOUND,
        "out of force from the next request on"
    );
    // Nor does a new one come into force, under another category.
    open.specimen().post(&open.author, &format!("/alerts/{accusing}/withdraw"), &[("ending", "excessive")]).await;
    (accused.category, accused.action) = ("impediment_exit".to_owned(), "prevent_exit".to_owned());
    let second = open.drafted_as(&open.author, &accused).await;
    open.propose(&open.author, &second).await;
    let held = open.judge(&open.judge, &second, "activate").await;
    assert_eq!(held.status, StatusCode::CONFLICT);
    assert!(!held.body.contains("protect"), "it does not say why: {}", held.body);
}

/// G-13: on its day an alert is gone from what others see although nothing was swept; its officers were reminded.
#[tokio::test]
async fn an_alert_ends_on_its_day_by_itself() {
    let mut open = Open::new().await;
    let reference = open.activated(Category::MissingVulnerable).await;
    let early = open.judge(&open.judge, &reference, "extend").await;
    assert_eq!(early.status, StatusCode::CONFLICT, "not before the last four months");
    open.days_pass(364);
    assert_eq!(open.face(&open.foreign, &reference).await, StatusCode::OK);
    let list = open.specimen().get(Some(&open.author), "/alerts/own").await;
    assert!(list.body.contains("To be judged again"), "{}", list.body);
    open.days_pass(1);
    assert_eq!(open.face(&open.foreign, &reference).await, StatusCode::NOT_FOUND);
    let page = open.specimen().get(Some(&open.author), &format!("/alerts/{reference}")).await;
    assert!(page.body.contains("Expired"), "its own State still sees what it said");
    let late = open.judge(&open.judge, &reference, "extend").await;
    assert_eq!(late.status, StatusCode::CONFLICT);
}

/// G-13, G-08: it is extended on a record of its own, by somebody who did not write it.
#[tokio::test]
async fn an_extension_needs_a_second_person_and_a_record() {
    let mut open = Open::new().await;
    let reference = open.activated(Category::MissingChild).await;
    open.days_pass(300);
    let own = open.judge(&open.child_author, &reference, "extend").await;
    assert_eq!(own.status, StatusCode::CONFLICT);
    let done = open.judge(&open.child_judge, &reference, "extend").await;
    assert_eq!(location(&done), format!("/alerts/{reference}?done=extended"));
    open.days_pass(300);
    assert_eq!(open.face(&open.child_foreign, &reference).await, StatusCode::OK);
}

/// G-13, G-15: thirty days after its end what it said is destroyed, in the journal too; its number stays taken.
#[tokio::test]
async fn what_an_ended_alert_said_is_destroyed() {
    let mut open = Open::new().await;
    let reference = open.activated(Category::CaptureTrafficking).await;
    open.specimen().post(&open.author, &format!("/alerts/{reference}/withdraw"), &[("ending", "achieved")]).await;
    open.days_pass(29);
    open.specimen().ground.sweep().unwrap();
    let path = format!("/alerts/{reference}/reason");
    assert_eq!(open.specimen().get(Some(&open.author), &path).await.status, StatusCode::OK);
    open.days_pass(1);
    assert_eq!(open.specimen().get(Some(&open.author), &path).await.status, StatusCode::NOT_FOUND, "before any sweep");
    let words = |sql: &'static str| -> u64 {
        open.specimen()
            .ground
            .database("registers")
            .unwrap()
            .read(|now| Ok(now.query_row(sql, [], |row| row.get(0))?))
            .unwrap()
    };
    assert_eq!(words("SELECT count(*) FROM alerts_sealed"), 1);
    open.specimen().ground.sweep().unwrap();
    assert_eq!(words("SELECT count(*) FROM alerts_sealed") + words("SELECT count(*) FROM alerts_version"), 0);
    assert_eq!(words("SELECT count(*) FROM alerts_past"), 1);
    assert_eq!(open.drafted(Category::CaptureTrafficking).await, "RCM-A-2026-0002");
}
