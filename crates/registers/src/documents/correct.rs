//! The act "correct an alert": a new version, which needs a confirmation of its own.
//!
//! A version in force stays in force until the corrected one is published; whoever finds it dangerous withdraws it.

use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use base::desk::{Entries, Permitted};
use base::ids::new_id;
use base::store::StoreError;
use base::web::{Posted, Refusal, Visit};
use maud::html;
use uuid::Uuid;

use super::alert::AlertText;
use super::draft::{self, Correcting, NOTE_CHARS_MAX, Working};
use super::entries::{AlertEntry, Corrected};
use super::fitting::today;
use super::life::{self, Act};
use super::pages::{self, Ask, Setting};
use super::permits::CorrectAlert;
use super::typed::{Typed, sentence};
use super::{found, queries};

/// Puts a new version in place of the one whose hash was seen.
///
/// Errors: `Refused` when the alert is closed, is another State's, or has changed since it was seen.
pub fn correct(
    entries: &Entries<'_, AlertEntry>,
    id: Uuid,
    seen: &[u8; 32],
    text: AlertText,
    note: String,
) -> Result<(), StoreError> {
    let alert = found::inside(entries, id)?;
    own(entries, &alert)?;
    life::allows(Act::Correct, alert.standing, alert.published_version.is_some()).map_err(StoreError::Refused)?;
    let latest = found::complete(entries.now(), &alert, alert.version)?;
    if latest.hash != *seen {
        return Err(StoreError::Refused(found::STALE));
    }
    entries.append(&AlertEntry::Corrected(Corrected { alert: id, version: alert.version + 1, text, note }))?;
    Ok(())
}

/// Refuses whoever speaks for another State than the alert's own.
pub(super) fn own(entries: &Entries<'_, AlertEntry>, alert: &queries::Alert) -> Result<(), StoreError> {
    if entries.stamp().state == alert.owner { Ok(()) } else { Err(StoreError::Refused("documents-refused-foreign")) }
}

/// Opens a working copy of the latest version, or the one that is open already.
pub(super) async fn start(
    permitted: Permitted<CorrectAlert>,
    Path(reference): Path<String>,
    Posted(_): Posted,
) -> Result<Response, Refusal> {
    let resource = found::to_change(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let alert = found::alert(writer.reader(), &reference)?;
    life::allows(Act::Correct, alert.standing, alert.published_version.is_some()).map_err(Refusal::conflict)?;
    let latest = found::version(writer.reader(), &alert, alert.version)?;
    let correcting = Correcting { reference, seen: hex::encode(latest.hash) };
    for kept in writer.reader().drafts()? {
        if draft::read(&kept.body).is_some_and(|working| working.corrects.as_ref() == Some(&correcting)) {
            return Ok(Redirect::to(&draft::path(kept.id)).into_response());
        }
    }
    let id = new_id(writer.reader().now());
    let working = Working { typed: Typed::of(&latest.text), corrects: Some(correcting), note: String::new() };
    writer.keep_draft(id, draft::written(&working)).await?;
    Ok(Redirect::to(&draft::path(id)).into_response())
}

/// Shows the corrected text as others will see it, and asks.
pub(super) async fn page(
    permitted: Permitted<CorrectAlert>,
    visit: Visit,
    Path((reference, draft)): Path<(String, String)>,
) -> Result<Response, Refusal> {
    let id = draft::id(&draft)?;
    let resource = found::to_change(&permitted, &reference).await?;
    let reader = permitted.open(resource).await?;
    let (working, body) = draft::kept(&reader, id)?;
    let read = read(&working, &reference, reader.now())?;
    let Ok((text, note)) = read else { return Ok(Redirect::to(&draft::path(id)).into_response()) };
    let voice = &visit.voice;
    let setting = Setting::of(voice, reader.ground(), reader.now());
    let fingerprint = draft::fingerprint(&body);
    let asked = pages::ask(
        voice,
        &Ask {
            question: voice.tn("documents-correct-question", &[("reference", reference.as_str().into())]).into_owned(),
            consequence: html! {
                p { (voice.t("documents-correct-consequence")) }
                p { strong { (voice.t("documents-note")) } " " (note) }
                (setting.preview(&text))
            },
            action: &format!("/documents/{reference}/correct/{id}"),
            csrf: visit.csrf(),
            act: "documents-correct-act",
            back: &draft::path(id),
            seen: &fingerprint,
        },
    );
    Ok(visit.page("documents-correct-title", asked).into_response())
}

/// Hands the corrected text in.
pub(super) async fn submit(
    permitted: Permitted<CorrectAlert>,
    Path((reference, draft)): Path<(String, String)>,
    Posted(filled): Posted,
) -> Result<Response, Refusal> {
    let id = draft::id(&draft)?;
    let resource = found::to_change(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let alert = found::alert(writer.reader(), &reference)?.id;
    let (working, body) = draft::kept(writer.reader(), id)?;
    if filled.typed("seen") != draft::fingerprint(&body) {
        return Err(Refusal::conflict("documents-refused-draft-changed"));
    }
    let (text, note) = read(&working, &reference, writer.reader().now())?.map_err(Refusal::Invalid)?;
    let seen = working.corrects.as_ref().and_then(|correcting| found::hash(&correcting.seen));
    let seen = seen.ok_or(Refusal::NotFound)?;
    writer.append(move |entries| correct(entries, alert, &seen, text, note)).await?;
    writer.discard_draft(id).await?;
    Ok(Redirect::to(&format!("/documents/{reference}?done=corrected")).into_response())
}

type Read = Result<(AlertText, String), Vec<base::web::InputFault>>;

/// Reads a working copy as a correction of that alert; one of something else is not found.
fn read(working: &Working, reference: &str, now: jiff::Timestamp) -> Result<Read, Refusal> {
    if working.corrects.as_ref().is_none_or(|correcting| correcting.reference != reference) {
        return Err(Refusal::NotFound);
    }
    let note = sentence("note", &working.note, NOTE_CHARS_MAX);
    Ok(match (working.typed.read(today(now)), note) {
        (Ok(text), Ok(note)) => Ok((text, note)),
        (text, note) => Err(text.err().into_iter().flatten().chain(note.err()).collect()),
    })
}
