//! The act "correct an entry": its status, its last day, its reference, its reason. The number cannot be corrected.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use base::desk::Permitted;
use base::ground::Puebla;
use base::web::{Filled, Posted, Refusal, Visit, fields, see_other};
use maud::{Markup, html};

use super::expiry::today;
use super::permits::CorrectStatus;
use super::queries::StatusRecord;
use super::{Fault, Hashes, Reason, Reference, Resting, form, ledger, pages, show};
use crate::document::DocumentRef;

/// Shows the form, filled in with what the entry says.
pub(super) async fn page(
    desk: Permitted<CorrectStatus>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Markup, Refusal> {
    let resource = desk.about(show::resource(&id, visit.voice.now)).await?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let record = show::record(&reader, &id)?;
    let filled = Filled::new()
        .with("status", record.status.code())
        .with_date("expires_on", record.expires_on)
        .with("reference", &record.reference)
        .with("reason", record.reason.map_or("", Reason::code));
    Ok(visit.page("status-correct", markup(&visit, &record, &filled)))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<CorrectStatus>,
    visit: Visit,
    Path(id): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(show::resource(&id, visit.voice.now)).await?;
    let Some(correction) = form::read_correction(&visit.voice, &mut filled, today(visit.voice.now)) else {
        let reader = desk.open_with_outcome(resource, "form").await?;
        let record = show::record(&reader, &id)?;
        return Ok(visit.refused_page("status-correct", markup(&visit, &record, &filled)).into_response());
    };
    let writer = desk.open_to_write(resource).await?;
    let record = show::record(writer.reader(), &id)?;
    if gives_away(writer.reader().ground(), &record, &correction.reference) {
        form::refuse(&visit.voice, &mut filled, &[Fault::ReferenceNumber.at("reference")]);
        return Ok(visit.refused_page("status-correct", markup(&visit, &record, &filled)).into_response());
    }
    writer.append(move |entries| ledger::correct(entries, record.id, correction)).await?;
    Ok(see_other(&format!("/status/{}?done=corrected", record.id)))
}

/// Answers whether a reference holds the entry's number, of which only the keyed hash is known here.
fn gives_away(ground: &Puebla, record: &StatusRecord, reference: &Reference) -> bool {
    let Resting::Number(hashes) = &record.subject else { return false };
    let (issuer, kind) = (record.issuer, record.kind);
    reference.readable_numbers().into_iter().any(|number| {
        let document = DocumentRef { issuer, kind, number };
        Hashes::of(&ground.keys, &document).all().any(|hash| *hash == hashes.entered)
    })
}

fn markup(visit: &Visit, record: &StatusRecord, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let path = format!("/status/{}", record.id);
    html! {
        h1 { (voice.t("status-correct")) }
        (fields::error_summary(voice, filled))
        p { (voice.t("status-correct-about")) }
        dl .facts {
            div { dt { (voice.t("status-kind")) } dd { (voice.t(record.kind.key())) } }
            div { dt { (voice.t("status-subject")) } dd { (pages::resting(voice, &record.subject)) } }
        }
        (fields::form(&format!("{path}/correct"), visit.csrf(), html! {
            (form::said_fields(voice, filled))
            (fields::submit_row(voice, "status-correct-send", Some(html! { a .button .plain href=(path) { (voice.t("form-cancel")) } })))
        }))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::StatusKind;
    use super::super::samples::*;
    use base::access::Purpose;
    use jiff::civil::date;

    const STOLEN: [(&str, &str); 6] = [
        ("status", "stolen"),
        ("expires_on-day", "1"),
        ("expires_on-month", "3"),
        ("expires_on-year", "2029"),
        ("reference", "DGM-17/B"),
        ("reason", "police_report"),
    ];

    #[tokio::test]
    async fn a_correction_does_not_write_the_number_into_the_reference() {
        let specimen = specimen();
        let session = authority(&specimen, "GTM");
        let path = report(&specimen, &session, "K9000001", "DGM-17").await;
        let mut fields = STOLEN;
        fields[4] = ("reference", "dgm k9-000001");
        let refused = specimen.post(&session, &format!("{path}/correct"), &fields).await;
        assert_eq!(refused.status, 422);
        assert!(refused.body.contains("id=\"reference-error\"") && refused.body.contains("value=\"dgm k9-000001\""));
        assert_eq!(references(&specimen, "GTM", "K9000001").await, ["DGM-17"]);
    }

    #[tokio::test]
    async fn an_entry_keeps_its_address_and_its_day_through_corrections() {
        let specimen = specimen();
        let session = authority(&specimen, "GTM");
        let path = report(&specimen, &session, "K9000001", "DGM-17").await;
        specimen.clock.advance(jiff::SignedDuration::from_hours(48));
        let session = authority(&specimen, "GTM");
        let form = specimen.get(Some(&session), &format!("{path}/correct")).await;
        assert!(form.body.contains("value=\"DGM-17\"") && form.body.contains("value=\"2031\""), "{}", form.body);
        for _ in 0..2 {
            assert_eq!(path_of(specimen.post(&session, &format!("{path}/correct"), &STOLEN).await), path);
        }
        let hits = look_up(&specimen, "GTM", "K9000001").await;
        assert_eq!(hits.len(), 1);
        assert_eq!((hits[0].status, hits[0].reference.as_str()), (StatusKind::Stolen, "DGM-17/B"));
        assert_eq!((hits[0].reported_on, hits[0].expires_on), (date(2026, 3, 2), date(2029, 3, 1)));
        assert!(specimen.get(Some(&session), &path).await.body.contains("Last corrected"));
    }

    #[tokio::test]
    async fn nobody_corrects_what_another_state_said() {
        let specimen = specimen();
        let path = report(&specimen, &authority(&specimen, "GTM"), "K9000001", "DGM-17").await;
        let neighbour = authority(&specimen, "HND");
        let steward = specimen.signed_in("GTM", "data_steward", Purpose::DataStewardship);
        for session in [&neighbour, &steward] {
            assert_eq!(specimen.get(Some(session), &format!("{path}/correct")).await.status, 404);
            assert_eq!(specimen.post(session, &format!("{path}/correct"), &STOLEN).await.status, 404);
        }
        assert_eq!(specimen.get(Some(&neighbour), &path).await.status, 404);
        assert_eq!(specimen.get(Some(&steward), &path).await.status, 200);
        assert_eq!(references(&specimen, "GTM", "K9000001").await, ["DGM-17"]);
    }

    #[tokio::test]
    async fn a_correction_with_faults_changes_nothing() {
        let specimen = specimen();
        let session = authority(&specimen, "GTM");
        let path = report(&specimen, &session, "K9000001", "DGM-17").await;
        let wrong = [("status", "stolen"), ("reference", ""), ("expires_on-day", "1")];
        let answer = specimen.post(&session, &format!("{path}/correct"), &wrong).await;
        assert_eq!(answer.status, 422);
        assert!(answer.body.contains("reference-error") && answer.body.contains("expires_on-error"));
        assert_eq!(references(&specimen, "GTM", "K9000001").await, ["DGM-17"]);
    }
}
