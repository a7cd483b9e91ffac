//! The act "draft an alert": a private working copy, with as many points of detection as needed, without script.
//!
//! Whatever button is pressed, what was typed is kept first; then comes one more point, the list, or the last look.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use base::access::{Permit, Resource};
use base::desk::{Permitted, Reader};
use base::ids::new_id;
use base::web::{Asked, Filled, Posted, Refusal, Visit};
use maud::Markup;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::alert::POINTS_MAX;
use super::fitting::today;
use super::form;
use super::pages::Setting;
use super::permits::DraftAlert;
use super::typed::{Typed, sentence};

/// The most characters a note on a correction may have.
pub const NOTE_CHARS_MAX: usize = 500;

/// Points of detection that an empty form shows.
const POINTS_FIRST: usize = 2;

/// A working copy: what was typed, and which version of which alert it corrects.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Working {
    /// What was typed.
    pub typed: Typed,
    /// What it corrects; none for a new alert.
    pub corrects: Option<Correcting>,
    /// What was changed and why; only for corrections.
    #[serde(default)]
    pub note: String,
}

/// The version that a working copy corrects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Correcting {
    /// The alert's reference.
    pub reference: String,
    /// The hash of the version it began from, in hexadecimal digits.
    pub seen: String,
}

/// Answers the address of a draft.
pub(super) fn path(id: Uuid) -> String {
    format!("/documents/drafts/{id}")
}

/// Reads a draft's id from an address.
///
/// Errors: `NotFound` for what is no id.
pub(super) fn id(written: &str) -> Result<Uuid, Refusal> {
    written.parse().map_err(|_| Refusal::NotFound)
}

/// Answers what a form sends back to say which text was seen.
pub(super) fn fingerprint(body: &str) -> String {
    hex::encode(Sha256::digest(body.as_bytes()))
}

/// Writes a working copy as it is kept.
pub(super) fn written(working: &Working) -> String {
    // A structure of texts always has a JSON form.
    serde_json::to_string(working).unwrap_or_default()
}

/// Reads a kept working copy; none for one this release cannot read.
pub(super) fn read(body: &str) -> Option<Working> {
    serde_json::from_str(body).ok()
}

/// Reads a draft of the caller's, with its body as kept.
pub(super) fn kept<P: Permit>(reader: &Reader<P>, id: Uuid) -> Result<(Working, String), Refusal> {
    let draft = reader.draft(id)?.ok_or(Refusal::NotFound)?;
    let working = read(&draft.body).ok_or(Refusal::NotFound)?;
    Ok((working, draft.body))
}

/// Shows an empty form.
pub(super) async fn new_page(permitted: Permitted<DraftAlert>, visit: Visit) -> Result<Markup, Refusal> {
    let own = Resource::of(permitted.caller().state, "new".to_owned());
    let state = permitted.caller().state;
    let reader = permitted.open(own).await?;
    let typed =
        Typed { language: visit.voice.language.tag().to_owned(), detected_in: state.to_string(), ..Typed::default() };
    let setting = Setting::of(&visit.voice, reader.ground(), reader.now());
    let form = form::Form { action: "/documents/new", csrf: visit.csrf(), points: POINTS_FIRST, corrects: None };
    Ok(visit
        .page("documents-draft-title", form.drawn(&setting, &form::filled(&Working { typed, ..Working::default() }))))
}

/// Keeps a new working copy.
pub(super) async fn new_submit(
    permitted: Permitted<DraftAlert>,
    visit: Visit,
    Posted(filled): Posted,
) -> Result<Response, Refusal> {
    let id = new_id(permitted.ground().clock.now());
    keep(permitted, visit, id, filled, None).await
}

/// Shows a working copy.
pub(super) async fn page(
    permitted: Permitted<DraftAlert>,
    visit: Visit,
    Path(draft): Path<String>,
    Asked(asked): Asked,
) -> Result<Markup, Refusal> {
    let id = id(&draft)?;
    let own = Resource::of(permitted.caller().state, id.to_string());
    let reader = permitted.open(own).await?;
    let (working, _) = kept(&reader, id)?;
    let points =
        asked.typed("points").parse().unwrap_or(0).max(working.typed.points.len()).clamp(POINTS_FIRST, POINTS_MAX);
    let setting = Setting::of(&visit.voice, reader.ground(), reader.now());
    let action = path(id);
    let form = form::Form { action: &action, csrf: visit.csrf(), points, corrects: working.corrects.as_ref() };
    Ok(visit.page(form.title(), form.drawn(&setting, &form::filled(&working))))
}

/// Keeps what was typed and does what the button says.
pub(super) async fn submit(
    permitted: Permitted<DraftAlert>,
    visit: Visit,
    Path(draft): Path<String>,
    Posted(filled): Posted,
) -> Result<Response, Refusal> {
    let id = id(&draft)?;
    keep(permitted, visit, id, filled, Some(id)).await
}

async fn keep(
    permitted: Permitted<DraftAlert>,
    visit: Visit,
    id: Uuid,
    mut filled: Filled,
    existing: Option<Uuid>,
) -> Result<Response, Refusal> {
    let own = Resource::of(permitted.caller().state, id.to_string());
    let writer = permitted.open_to_write(own).await?;
    let corrects = match existing {
        Some(id) => kept(writer.reader(), id)?.0.corrects,
        None => None,
    };
    if filled.typed("act") == "discard" {
        writer.discard_draft(id).await?;
        return Ok(Redirect::to("/documents/work?done=discarded").into_response());
    }
    let working = form::working(&filled, corrects);
    writer.keep_draft(id, written(&working)).await?;
    let points = working.typed.points.len();
    match filled.typed("act") {
        "add" => {
            let points = (form::shown(&filled) + 1).clamp(1, POINTS_MAX);
            Ok(Redirect::to(&format!("{}?points={points}#points.{points}", path(id))).into_response())
        }
        "continue" => {
            let now = writer.reader().now();
            let mut faults = working.typed.read(today(now)).err().unwrap_or_default();
            if working.corrects.is_some() {
                faults.extend(sentence("note", &working.note, NOTE_CHARS_MAX).err());
            }
            if faults.is_empty() {
                return Ok(Redirect::to(&next(&working, id)).into_response());
            }
            for fault in &faults {
                filled.refuse(&fault.field, visit.voice.say(&fault.said));
            }
            let setting = Setting::of(&visit.voice, writer.reader().ground(), now);
            let (action, points) = (path(id), form::shown(&filled).max(points).clamp(1, POINTS_MAX));
            let form = form::Form { action: &action, csrf: visit.csrf(), points, corrects: working.corrects.as_ref() };
            let (status, page): (StatusCode, Markup) = visit.refused_page(form.title(), form.drawn(&setting, &filled));
            Ok((status, page).into_response())
        }
        _ => Ok(Redirect::to("/documents/work?done=kept").into_response()),
    }
}

/// Answers where a complete working copy is looked at for the last time.
fn next(working: &Working, id: Uuid) -> String {
    match &working.corrects {
        Some(correcting) => format!("/documents/{}/correct/{id}", correcting.reference),
        None => format!("{}/submit", path(id)),
    }
}
