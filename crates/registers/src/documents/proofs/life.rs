//! A whole life: drafted, submitted, returned, corrected, confirmed, published, corrected again, superseded, withdrawn.

use axum::http::StatusCode;
use base::access::Purpose;
use base::identity::profile::LAGOON;
use base::specimen::Specimen;
use jiff::SignedDuration;

use super::{PLANS, Stage, field, location, pairs};
use crate::document::DocumentKind;
use crate::documents::samples;

const NUMBER: &str = "K90211756";

#[tokio::test]
async fn an_alert_is_published_by_people_of_two_states_and_answers_checks() {
    let stage = Stage::new();
    let reference = stage.submitted(&samples::typed()).await;
    assert_eq!(reference, "RCM-2026-0001");
    assert!(stage.hits(NUMBER).await.is_empty(), "submitted is not published");

    let seen = stage.seen(&stage.expert, &reference).await;
    let asked = [("seen", seen.as_str()), ("question", "¿Con qué luz UV se ve?")];
    let done = stage.specimen.post(&stage.expert, &format!("/documents/{reference}/return"), &asked).await;
    assert_eq!(location(&done), "/documents/waiting?done=returned");
    let own = stage.specimen.get(Some(&stage.author), &format!("/documents/{reference}")).await;
    assert!(own.body.contains("¿Con qué luz UV se ve?"), "{}", own.body);

    let mut answered = samples::typed();
    answered.points[1].es = "Sin fibra azul bajo luz UV de 365 nm. (ficticio)".to_owned();
    let done = stage.corrected(&reference, &answered, "La de 365 nm.").await;
    assert_eq!(location(&done), format!("/documents/{reference}?done=corrected"));

    stage.confirmed(&stage.expert, &reference).await;
    assert!(stage.hits(NUMBER).await.is_empty(), "confirmed is not published");
    stage.publish(&reference).await;

    let hit = stage.fitting(DocumentKind::Passport, NUMBER).await.remove(0);
    assert_eq!((hit.reference.as_str(), hit.general), (reference.as_str(), false));
    assert_eq!((hit.reported_by.as_str(), hit.confirmed_by.as_str()), ("HND", "CAN"));
    assert!(hit.text.points[1].es.as_deref().unwrap().contains("365 nm"), "the corrected version");
    assert_eq!((hit.review_on.to_string(), hit.expires_on.to_string()), ("2028-03-02".into(), "2031-03-02".into()));
    assert!(stage.fitting(DocumentKind::IdentityCard, NUMBER).await.is_empty());
    assert!(stage.hits("L90211756").await.is_empty());
}

#[tokio::test]
async fn a_published_version_stays_in_force_while_its_correction_waits() {
    let stage = Stage::new();
    let reference = stage.published(&samples::typed()).await;
    let mut narrower = samples::typed();
    narrower.pattern = "K902#####".to_owned();
    stage.corrected(&reference, &narrower, "Solo la serie K902.").await;
    assert_eq!(
        stage.hits("K91111111").await,
        std::slice::from_ref(&reference),
        "version 1 until version 2 is published"
    );

    let officer = stage.specimen.signed_in("GTM", "border_officer", Purpose::BorderControl);
    let page = stage.specimen.get(Some(&officer), &format!("/documents/{reference}?version=2")).await;
    assert!(page.body.contains("K9#######") && !page.body.contains("K902#####"), "others see what is in force");
    assert!(!page.body.contains("Solo la serie K902."), "nor its note");
    let own = stage.specimen.get(Some(&stage.author), &format!("/documents/{reference}?version=2")).await;
    assert!(own.body.contains("K902#####"));

    let seen = stage.seen(&stage.expert, &reference).await;
    let path = format!("/documents/{reference}/publish");
    let refused = stage.specimen.post(&stage.author, &path, &[("seen", &seen)]).await;
    assert_eq!(refused.status, StatusCode::CONFLICT, "a correction needs a confirmation of its own");
    stage.confirmed(&stage.expert, &reference).await;
    stage.publish(&reference).await;
    assert!(stage.hits("K91111111").await.is_empty());
    assert_eq!(stage.hits(NUMBER).await, [reference]);
}

#[tokio::test]
async fn what_is_superseded_or_withdrawn_answers_no_check_and_says_so() {
    let stage = Stage::new();
    let old = stage.published(&samples::typed()).await;
    let new = stage.published(&samples::typed()).await;
    assert_eq!(stage.hits(NUMBER).await, [new.clone(), old.clone()], "the newest of equals first");
    let done = stage.specimen.post(&stage.author, &format!("/documents/{old}/supersede"), &[("by", &new)]).await;
    assert_eq!(location(&done), format!("/documents/{old}?done=superseded"));
    assert_eq!(stage.hits(NUMBER).await, std::slice::from_ref(&new));

    let steward = stage.specimen.signed_in("HND", "data_steward", Purpose::DataStewardship);
    let page = format!("/documents/{new}/withdraw");
    let unsaid = stage.specimen.post(&steward, &page, &[]).await;
    assert_eq!(unsaid.status, StatusCode::UNPROCESSABLE_ENTITY, "a reason is needed");
    let done = stage.specimen.post(&steward, &page, &[("reason", "genuine_variant")]).await;
    assert_eq!(location(&done), format!("/documents/{new}?done=withdrawn"));
    assert!(stage.hits(NUMBER).await.is_empty());

    let officer = stage.specimen.signed_in("GTM", "border_officer", Purpose::BorderControl);
    let shown = stage.specimen.get(Some(&officer), &format!("/documents/{new}")).await;
    assert!(shown.body.contains("its State has withdrawn it") && shown.body.contains("found in genuine documents"));
    let shown = stage.specimen.get(Some(&officer), &format!("/documents/{old}")).await;
    assert!(shown.body.contains(&format!("href=\"/documents/{new}\"")), "led to the newer one");
    let listed = stage.specimen.get(Some(&officer), "/documents").await;
    assert!(!listed.body.contains(&old) && !listed.body.contains(&new));
    let listed = stage.specimen.get(Some(&officer), "/documents?closed=1").await;
    assert!(listed.body.contains(&old) && listed.body.contains(&new));
}

#[tokio::test]
async fn an_alert_taken_back_before_publication_is_never_seen_by_others() {
    let stage = Stage::new();
    let reference = stage.submitted(&samples::typed()).await;
    stage.specimen.post(&stage.author, &format!("/documents/{reference}/withdraw"), &[("reason", "mistaken")]).await;
    let own = stage.specimen.get(Some(&stage.author), &format!("/documents/{reference}")).await;
    assert!(own.body.contains("Withdrawn before publication"));
    let other = stage.specimen.get(Some(&stage.expert), &format!("/documents/{reference}")).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
    assert_eq!(stage.submitted(&samples::typed()).await, "RCM-2026-0002", "its number stays taken");
}

#[tokio::test]
async fn a_draft_grows_by_points_keeps_what_was_typed_and_says_what_is_wrong() {
    let stage = Stage::new();
    let mut typed = samples::typed();
    typed.points[1].es = String::new();
    let mut fields = pairs(&typed, "add");
    fields.push(("shown", "3"));
    let added = location(&stage.specimen.post(&stage.author, "/documents/new", &fields).await);
    assert!(added.ends_with("?points=4#points.4"), "{added}");
    let page = stage.specimen.get(Some(&stage.author), added.split('#').next().unwrap()).await;
    assert!(page.body.contains("name=\"points.4.es\"") && !page.body.contains("name=\"points.5.es\""));
    assert!(page.body.contains("The photo has no raised edge"), "what was typed is there");

    let draft = added.split('?').next().unwrap();
    let refused = stage.specimen.post(&stage.author, draft, &pairs(&typed, "continue")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("href=\"#points.2.es\"") && refused.body.contains("original language"));
    assert!(refused.body.contains("value=\"K9#######\""));

    let other = stage.specimen.signed_in("HND", "document_examiner", Purpose::DocumentExamination);
    assert_eq!(stage.specimen.get(Some(&other), draft).await.status, StatusCode::NOT_FOUND, "drafts are private");
    assert_eq!(stage.specimen.post(&other, draft, &pairs(&typed, "keep")).await.status, StatusCode::NOT_FOUND);
    let list = stage.specimen.get(Some(&stage.author), "/documents/work").await;
    assert!(list.body.contains(draft));
    let gone = stage.specimen.post(&stage.author, draft, &[("act", "discard")]).await;
    assert_eq!(location(&gone), "/documents/work?done=discarded");
    assert_eq!(stage.specimen.get(Some(&stage.author), draft).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_draft_changed_in_another_window_is_not_submitted_unseen() {
    let stage = Stage::new();
    let draft = stage.drafted(&stage.author, &samples::typed()).await;
    let seen = field(&stage.specimen.get(Some(&stage.author), &format!("{draft}/submit")).await, "seen");
    let mut changed = samples::typed();
    changed.pattern = "K8#######".to_owned();
    stage.specimen.post(&stage.author, &draft, &pairs(&changed, "keep")).await;
    let refused = stage.specimen.post(&stage.author, &format!("{draft}/submit"), &[("seen", &seen)]).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    let seen = field(&stage.specimen.get(Some(&stage.author), &format!("{draft}/submit")).await, "seen");
    stage.specimen.post(&stage.author, &format!("{draft}/submit"), &[("seen", &seen)]).await;
    let twice = stage.specimen.post(&stage.author, &format!("{draft}/submit"), &[("seen", &seen)]).await;
    assert_eq!(twice.status, StatusCode::NOT_FOUND, "a draft is submitted once");
}

#[tokio::test]
async fn a_draft_that_outlived_its_submission_is_not_handed_in_again() {
    let stage = Stage::new();
    let draft = stage.drafted(&stage.author, &samples::typed()).await;
    let page = format!("{draft}/submit");
    let seen = field(&stage.specimen.get(Some(&stage.author), &page).await, "seen");
    let base = |sql: &'static str| {
        stage
            .ground()
            .base
            .write_blocking(move |now| Ok::<_, base::store::StoreError>(now.execute_batch(sql)?))
            .unwrap();
    };
    // What a crash between the two files leaves: the alert, and the draft it was made of.
    base("CREATE TABLE kept AS SELECT * FROM draft");
    let first = location(&stage.specimen.post(&stage.author, &page, &[("seen", &seen)]).await);
    base("INSERT INTO draft SELECT * FROM kept");
    let again = location(&stage.specimen.post(&stage.author, &page, &[("seen", &seen)]).await);
    assert_eq!(first, again);
    assert_eq!(stage.specimen.get(Some(&stage.author), &draft).await.status, StatusCode::NOT_FOUND);
    // Written on, it is another alert.
    base("INSERT INTO draft SELECT * FROM kept");
    let mut changed = samples::typed();
    changed.pattern = "K8#######".to_owned();
    stage.specimen.post(&stage.author, &draft, &pairs(&changed, "keep")).await;
    let seen = field(&stage.specimen.get(Some(&stage.author), &page).await, "seen");
    let other = location(&stage.specimen.post(&stage.author, &page, &[("seen", &seen)]).await);
    assert_ne!(first, other);
    base("DROP TABLE kept");
}

#[tokio::test]
async fn another_process_gives_its_own_references() {
    let stage = Stage::of(Specimen::with_profile(PLANS, LAGOON), "QMA", "QMC");
    let reference = stage.published(&samples::typed()).await;
    assert_eq!(reference, "LAG-2026-0001");
    let page = stage.specimen.get(Some(&stage.expert), &format!("/documents/{reference}")).await;
    assert!(page.body.contains("Northern Lagoon (QMA)") && page.body.contains("Reed Islands (QMC)"));
}

#[tokio::test]
async fn the_year_of_a_reference_is_the_year_at_the_seat() {
    let stage = Stage::new();
    let to_new_year = jiff::Timestamp::from_second(1_798_772_400).unwrap(); // 2027-01-01T03:00Z, the evening before in San José
    stage.specimen.clock.advance(to_new_year.duration_since(stage.specimen.clock.now()));
    let stage = Stage::of(stage.specimen, "HND", "CAN");
    assert_eq!(stage.submitted(&samples::typed()).await, "RCM-2026-0001");
    stage.specimen.clock.advance(SignedDuration::from_hours(4));
    let stage = Stage::of(stage.specimen, "HND", "CAN");
    assert_eq!(stage.submitted(&samples::typed()).await, "RCM-2027-0001");
}
