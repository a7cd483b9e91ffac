//! The act "correct an entry": its status, its last day, its reference, its reason. The number cannot be corrected.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use base::desk::Permitted;
use base::web::{Filled, Posted, Refusal, Visit, fields, see_other};
use maud::{Markup, html};

use super::expiry::today;
use super::permits::CorrectStatus;
use super::queries::StatusRecord;
use super::{Reason, form, ledger, pages, show};

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
    writer.append(move |entries| ledger::correct(entries, record.id, correction)).await?;
    Ok(see_other(&format!("/status/{}?done=corrected", record.id)))
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
