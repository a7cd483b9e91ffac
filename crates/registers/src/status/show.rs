//! The act "open one entry" of one's own State.

use axum::extract::Path;
use base::access::Resource;
use base::desk::{Permitted, Reader};
use base::store::StoreError;
use base::web::parts::{Stand, Step, Tone};
use base::web::{Asked, Refusal, Visit, parts};
use maud::{Markup, html};
use rusqlite::Connection;

use super::api::StatusShown;
use super::expiry::today;
use super::pages;
use super::permits::{CorrectStatus, ShowStatus};
use super::queries::{self, EntryId, StatusRecord};

/// Answers what the policies must know of an entry: whose it is.
pub(super) fn resource(
    id: &str,
    now: jiff::Timestamp,
) -> impl FnOnce(&Connection) -> Result<Option<Resource>, StoreError> {
    let id: Option<EntryId> = id.parse().ok();
    move |connection| {
        let Some(id) = id else { return Ok(None) };
        let record = queries::one(connection, id, today(now))?;
        Ok(record.map(|record| Resource::of(record.issuer, id.to_string())))
    }
}

/// Reads the entry that was opened.
pub(super) fn record<P: base::access::Permit>(reader: &Reader<P>, id: &str) -> Result<StatusRecord, Refusal> {
    let id: EntryId = id.parse().map_err(|_| Refusal::NotFound)?;
    reader.ask(|connection| queries::one(connection, id, today(reader.now())))?.ok_or(Refusal::NotFound)
}

/// Shows an entry.
pub(super) async fn page(
    desk: Permitted<ShowStatus>,
    visit: Visit,
    Path(id): Path<String>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let resource = desk.about(resource(&id, visit.voice.now)).await?;
    let reader = desk.open(resource.clone()).await?;
    // Only of what may be seen: asked before, the time it takes would tell that there is something.
    let may_change = reader.ground().policy.allows::<CorrectStatus>(reader.caller(), &resource);
    let record = record(&reader, &id)?;
    Ok(visit.page("status-entry", markup(&visit, &record, query.0.typed("done"), may_change)))
}

/// Answers one entry of one's own State.
#[utoipa::path(
    get,
    path = "/api/v1/status/{id}",
    operation_id = "show_status",
    tag = "status",
    params(("id" = String, Path, description = "The entry's id")),
    responses(
        (status = 200, description = "The entry", body = StatusShown),
        (status = 404, description = "No such entry of one's own State", body = base::web::Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<ShowStatus>,
    Path(id): Path<String>,
) -> Result<axum::Json<StatusShown>, Refusal> {
    let now = desk.ground().clock.now();
    let resource = desk.about(resource(&id, now)).await?;
    let reader = desk.open(resource).await?;
    Ok(axum::Json(StatusShown::of(&record(&reader, &id)?)))
}

fn markup(visit: &Visit, record: &StatusRecord, done: &str, may_change: bool) -> Markup {
    let voice = &visit.voice;
    let path = format!("/status/{}", record.id);
    html! {
        h1 { (voice.tn("status-entry-title", &[("reference", record.reference.as_str().into())])) }
        @match done {
            "reported" => (parts::notice(Tone::Done, html! { p { (voice.t("status-done-reported")) } })),
            "corrected" => (parts::notice(Tone::Done, html! { p { (voice.t("status-done-corrected")) } })),
            _ => {},
        }
        (parts::two_columns(
            html! {
                (pages::record_facts(voice, record))
                @if may_change {
                    div .row {
                        a .button .plain href={ (path) "/correct" } { (voice.t("status-correct")) }
                        a .button .plain href={ (path) "/withdraw" } { (voice.t("status-withdraw")) }
                    }
                }
            },
            parts::card("history", &voice.t("status-history"), history(visit, record)),
        ))
        p { a href="/status" { (voice.t("status-back")) } }
    }
}

fn history(visit: &Visit, record: &StatusRecord) -> Markup {
    let voice = &visit.voice;
    let step = |stand, key, when| Step { stand, text: html! { (voice.t(key)) }, when: Some(when) };
    let mut steps = vec![step(Stand::Past, "status-history-reported", voice.instant(record.reported_at))];
    if let Some(at) = record.corrected_at {
        steps.push(step(Stand::Past, "status-history-corrected", voice.instant(at)));
    }
    steps.push(step(Stand::Next, "status-history-expires", voice.date(record.expires_on)));
    parts::timeline(voice, &steps)
}
