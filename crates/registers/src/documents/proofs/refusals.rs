//! Everything that is refused, and as what: 404 for what may not be known, 409 for what the alert's standing forbids.

use axum::http::StatusCode;
use base::access::{Purpose, Resource};
use base::desk::{Permitted, Writer};
use base::identity::Factor;
use base::specimen::Session;
use base::store::StoreError;
use std::sync::Arc;

use super::{Stage, field, location};
use crate::documents::confirm::confirm;
use crate::documents::entries::AlertEntry;
use crate::documents::permits::ConfirmAlert;
use crate::documents::{correct, publish, queries, samples};

async fn status(stage: &Stage, by: &Session, path: &str, fields: &[(&str, &str)]) -> StatusCode {
    stage.specimen.post(by, path, fields).await.status
}

#[tokio::test]
async fn nobody_confirms_for_the_state_that_reported() {
    let stage = Stage::new();
    let reference = stage.submitted(&samples::typed()).await;
    let seen = stage.seen(&stage.expert, &reference).await;
    let colleague = stage.specimen.signed_in("HND", "document_examiner", Purpose::DocumentExamination);
    for by in [&stage.author, &colleague] {
        let path = format!("/documents/{reference}/confirm");
        assert_eq!(status(&stage, by, &path, &[("seen", &seen)]).await, StatusCode::NOT_FOUND);
        assert_eq!(stage.specimen.get(Some(by), &path).await.status, StatusCode::NOT_FOUND);
        let fields = [("seen", seen.as_str()), ("question", "¿Qué lámpara?")];
        assert_eq!(status(&stage, by, &format!("/documents/{reference}/return"), &fields).await, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_stale_or_forged_hash_confirms_nothing() {
    let stage = Stage::new();
    let reference = stage.submitted(&samples::typed()).await;
    let seen = stage.seen(&stage.expert, &reference).await;
    let mut changed = samples::typed();
    changed.documents_seen = "12".to_owned();
    stage.corrected(&reference, &changed, "Uno más.").await;
    let path = format!("/documents/{reference}/confirm");
    for stale in [seen.as_str(), "", "00", &"0".repeat(64)] {
        assert_eq!(status(&stage, &stage.expert, &path, &[("seen", stale)]).await, StatusCode::CONFLICT, "{stale}");
    }
    let fields = [("seen", seen.as_str()), ("question", "¿Qué lámpara?")];
    assert_eq!(
        status(&stage, &stage.expert, &format!("/documents/{reference}/return"), &fields).await,
        StatusCode::CONFLICT
    );
    let own = stage.specimen.get(Some(&stage.author), &format!("/documents/{reference}")).await;
    assert!(own.body.contains("Waits for another State"));
    stage.confirmed(&stage.expert, &reference).await;
}

#[tokio::test]
async fn what_was_not_seen_is_not_published() {
    let stage = Stage::new();
    let reference = stage.submitted(&samples::typed()).await;
    stage.confirmed(&stage.expert, &reference).await;
    let path = format!("/documents/{reference}/publish");
    let seen = field(&stage.specimen.get(Some(&stage.author), &path).await, "seen");
    // While the page lies open, a colleague corrects the alert and the other State confirms that.
    let mut changed = samples::typed();
    changed.pattern = "K902#####".to_owned();
    stage.corrected(&reference, &changed, "Solo la serie K902.").await;
    stage.confirmed(&stage.expert, &reference).await;
    for stale in [seen.as_str(), "", "00", &"0".repeat(64)] {
        let refused = stage.specimen.post(&stage.author, &path, &[("seen", stale)]).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{stale}");
        assert!(refused.body.contains("The text has changed since you opened it."), "{}", refused.body);
    }
    assert!(stage.hits("K90211756").await.is_empty());
    stage.publish(&reference).await;
    assert_eq!(stage.hits("K90211756").await, [reference]);
}

#[tokio::test]
async fn a_question_without_words_is_asked_again() {
    let stage = Stage::new();
    let reference = stage.submitted(&samples::typed()).await;
    let seen = stage.seen(&stage.expert, &reference).await;
    let fields = [("seen", seen.as_str()), ("question", "¿?")];
    let refused = stage.specimen.post(&stage.expert, &format!("/documents/{reference}/return"), &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("id=\"question-error\"") && refused.body.contains("¿?</textarea>"));
}

#[tokio::test]
async fn whoever_wrote_a_version_does_not_confirm_it_even_from_another_state() {
    let stage = Stage::new();
    let reference = stage.submitted(&samples::typed()).await;
    // The same officer, now speaking for Canada: the policies look at the State, the act looks at the person too.
    let moved = base::identity::Caller { state: "CAN".parse().unwrap(), ..(*stage.author.caller).clone() };
    let waiting = Resource { status: "submitted", ..Resource::of("HND".parse().unwrap(), reference.clone()) };
    let writer: Writer<ConfirmAlert> =
        Permitted::new(Arc::clone(stage.ground()), Arc::new(moved)).open_to_write(waiting).await.unwrap();
    let refused = writer.append(move |entries: &base::desk::Entries<'_, AlertEntry>| {
        let day = jiff::civil::date(2026, 3, 2);
        let alert = queries::by_reference(entries.now(), &reference, day)?.unwrap();
        let hash = queries::version(entries.now(), alert.id, 1)?.unwrap().hash;
        confirm(entries, alert.id, &hash)
    });
    assert!(matches!(refused.await, Err(StoreError::Refused("documents-refused-own-words"))));
}

#[tokio::test]
async fn the_acts_themselves_refuse_another_state() {
    let stage = Stage::new();
    let reference = stage.submitted(&samples::typed()).await;
    let waiting = Resource { status: "submitted", ..Resource::of("HND".parse().unwrap(), reference.clone()) };
    let writer: Writer<ConfirmAlert> = Permitted::new(Arc::clone(stage.ground()), Arc::clone(&stage.expert.caller))
        .open_to_write(waiting)
        .await
        .unwrap();
    let refused: Result<(), StoreError> = writer
        .append(move |entries: &base::desk::Entries<'_, AlertEntry>| {
            let alert = queries::by_reference(entries.now(), &reference, jiff::civil::date(2026, 3, 2))?.unwrap();
            let foreign = |result| assert!(matches!(result, Err(StoreError::Refused("documents-refused-foreign"))));
            foreign(publish::publish(entries, alert.id, &[0; 32]));
            foreign(correct::correct(entries, alert.id, &[0; 32], samples::text(), "n".to_owned()));
            foreign(crate::documents::withdraw::withdraw(
                entries,
                alert.id,
                crate::documents::WithdrawalReason::Mistaken,
            ));
            foreign(crate::documents::review::review(entries, alert.id, crate::documents::ReviewFinding::StillMet));
            foreign(crate::documents::supersede::supersede(entries, alert.id, "RCM-2026-0001"));
            Ok(())
        })
        .await;
    refused.unwrap();
}

#[tokio::test]
async fn other_states_and_other_people_are_told_nothing() {
    let stage = Stage::new();
    let reference = stage.submitted(&samples::typed()).await;
    let published = stage.published(&samples::typed()).await;
    let person = |state, role, purpose| stage.specimen.signed_in(state, role, purpose);
    let officer = person("HND", "border_officer", Purpose::BorderControl);
    let steward = person("CAN", "data_steward", Purpose::DataStewardship);
    let authority = person("HND", "issuing_authority", Purpose::DocumentIssuance);
    let observer = person("COL", "delegate", Purpose::Secretariat);
    let secretariat = person("XSV", "coordinator", Purpose::Secretariat);
    let operator = person("XSV", "operator", Purpose::Operation);
    for by in [&officer, &steward, &authority, &observer, &secretariat, &operator] {
        let roles = by.caller.roles_joined();
        let unpublished = stage.specimen.get(Some(by), &format!("/documents/{reference}")).await;
        assert_eq!(unpublished.status, StatusCode::NOT_FOUND, "{roles}");
        for path in ["/documents/new", "/documents/waiting"] {
            assert_eq!(stage.specimen.get(Some(by), path).await.status, StatusCode::NOT_FOUND, "{roles} {path}");
        }
        for act in ["publish", "review", "supersede", "withdraw", "confirm", "correct"] {
            for alert in [&reference, &published] {
                let path = format!("/documents/{alert}/{act}");
                let fields = [("reason", "mistaken"), ("finding", "still_met"), ("by", "RCM-2026-0001")];
                assert_eq!(status(&stage, by, &path, &fields).await, StatusCode::NOT_FOUND, "{roles} {path}");
            }
        }
    }
    for (by, sees) in
        [(&officer, true), (&steward, true), (&authority, false), (&observer, false), (&secretariat, false)]
    {
        let expected = if sees { StatusCode::OK } else { StatusCode::NOT_FOUND };
        for path in ["/documents".to_owned(), format!("/documents/{published}"), format!("/documents/{published}/card")]
        {
            let found = stage.specimen.get(Some(by), &path).await.status;
            assert_eq!(found, expected, "{} {path}", by.caller.roles_joined());
        }
    }
    let nowhere = stage.specimen.get(Some(&officer), "/documents/RCM-2026-9999").await;
    let hidden = stage.specimen.get(Some(&officer), &format!("/documents/{reference}")).await;
    assert_eq!(
        nowhere.body.replace("RCM-2026-9999", ""),
        hidden.body.replace(&reference, ""),
        "absent and hidden read the same"
    );
    let stranger = stage.specimen.get(None, &format!("/documents/{published}")).await;
    assert_eq!(location(&stranger), format!("/sign-in?next=/documents/{published}"));
}

#[tokio::test]
async fn another_states_examiner_sees_what_waits_and_changes_nothing_else() {
    let stage = Stage::new();
    let reference = stage.submitted(&samples::typed()).await;
    let waiting = stage.specimen.get(Some(&stage.expert), "/documents/waiting").await;
    assert!(waiting.body.contains(&reference));
    let shown = stage.specimen.get(Some(&stage.expert), &format!("/documents/{reference}")).await;
    assert_eq!(shown.status, StatusCode::OK);
    let own = stage.specimen.get(Some(&stage.author), "/documents/waiting").await;
    assert!(!own.body.contains(&reference), "one's own does not wait for oneself");
    for act in ["publish", "review", "supersede", "withdraw", "correct"] {
        let path = format!("/documents/{reference}/{act}");
        assert_eq!(
            status(&stage, &stage.expert, &path, &[("reason", "mistaken")]).await,
            StatusCode::NOT_FOUND,
            "{act}"
        );
    }
    stage.confirmed(&stage.expert, &reference).await;
    let shown = stage.specimen.get(Some(&stage.expert), &format!("/documents/{reference}")).await;
    assert_eq!(shown.status, StatusCode::NOT_FOUND, "it waits no longer, and is not published");
}

#[tokio::test]
async fn nobody_sees_or_writes_on_a_password_alone() {
    let stage = Stage::new();
    let reference = stage.submitted(&samples::typed()).await;
    stage.specimen.enrol("CAN", "can.alone", &["document_examiner"]);
    let alone = stage.specimen.sign_in_by("can.alone", Some(Purpose::DocumentExamination), Factor::Password);
    let seen = stage.seen(&stage.expert, &reference).await;
    let led = |answer: base::specimen::Answer| answer.location().unwrap_or_default();
    let confirm = stage.specimen.post(&alone, &format!("/documents/{reference}/confirm"), &[("seen", &seen)]).await;
    assert!(led(confirm).starts_with("/sign-in?next="));
    assert_eq!(
        led(stage.specimen.post(&alone, "/documents/new", &[("act", "keep")]).await),
        "/sign-in?next=/documents/new"
    );
    assert_eq!(led(stage.specimen.get(Some(&alone), "/documents").await), "/sign-in?next=/documents");
}

#[tokio::test]
async fn acts_out_of_turn_are_refused_with_409() {
    let stage = Stage::new();
    let reference = stage.submitted(&samples::typed()).await;
    let path = |act: &str| format!("/documents/{reference}/{act}");
    let author = &stage.author;
    let seen = stage.seen(&stage.expert, &reference).await;
    let publish = [("seen", seen.as_str())];
    assert_eq!(status(&stage, author, &path("publish"), &publish).await, StatusCode::CONFLICT);
    assert_eq!(stage.specimen.get(Some(author), &path("publish")).await.status, StatusCode::CONFLICT);
    assert_eq!(status(&stage, author, &path("review"), &[("finding", "still_met")]).await, StatusCode::CONFLICT);
    assert_eq!(status(&stage, author, &path("supersede"), &[("by", "RCM-2026-0001")]).await, StatusCode::CONFLICT);
    stage.confirmed(&stage.expert, &reference).await;
    assert_eq!(status(&stage, author, &path("publish"), &publish).await, StatusCode::SEE_OTHER);
    assert_eq!(status(&stage, author, &path("publish"), &publish).await, StatusCode::CONFLICT);
    let itself = stage.specimen.post(author, &path("supersede"), &[("by", &reference)]).await;
    assert_eq!(itself.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing supersedes itself");
    let mut card = samples::typed();
    card.kind = "identity_card".to_owned();
    let other = stage.published(&card).await;
    let unlike = stage.specimen.post(author, &path("supersede"), &[("by", &other)]).await;
    assert_eq!(unlike.status, StatusCode::UNPROCESSABLE_ENTITY, "another kind of document");
    status(&stage, author, &path("withdraw"), &[("reason", "mistaken")]).await;
    for (act, fields) in
        [("withdraw", [("reason", "mistaken")]), ("review", [("finding", "still_met")]), ("correct", [("act", "keep")])]
    {
        assert_eq!(status(&stage, author, &path(act), &fields).await, StatusCode::CONFLICT, "{act}");
    }
}

#[tokio::test]
async fn a_form_of_another_session_is_refused() {
    let stage = Stage::new();
    let reference = stage.published(&samples::typed()).await;
    let forged = [("csrf", stage.expert.csrf.as_str()), ("reason", "mistaken")];
    let refused =
        stage.specimen.post_raw(Some(&stage.author), &format!("/documents/{reference}/withdraw"), &forged).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert_eq!(stage.hits("K90211756").await.len(), 1);
}
