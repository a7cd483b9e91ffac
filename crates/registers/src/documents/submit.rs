//! The act "submit an alert": a draft is read once more as others will see it, and handed in for the officer's State.
//!
//! Here an alert gets its reference. Not at publication: from the moment somebody else can see it, experts of two States
//! must be able to speak of it, and an alert that is taken back before publication must be accounted for too.

use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use base::access::Resource;
use base::desk::{Entries, Permitted};
use base::identity::profile::InForce;
use base::ids::new_id;
use base::store::StoreError;
use base::web::{Posted, Refusal, Visit};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use uuid::Uuid;

use super::alert::{AlertText, Reference};
use super::draft::{self, Working};
use super::entries::{AlertEntry, Submitted};
use super::fitting::today;
use super::pages::{self, Ask, Setting};
use super::permits::SubmitAlert;
use super::{life, queries};

/// What a new reference is made of, besides its number.
#[derive(Clone, Debug)]
pub struct Numbering {
    process: String,
    year: i16,
}

impl Numbering {
    /// Answers the numbering at an instant: the process's code, and the year at the secretariat's seat.
    pub fn at(profile: &InForce, now: Timestamp) -> Self {
        let seat = TimeZone::get(&profile.zone).unwrap_or(TimeZone::UTC);
        Numbering { process: profile.code.clone(), year: seat.to_datetime(now).year() }
    }
}

/// Hands a text in for the speaking State; answers the alert's id and reference.
pub fn hand_in(
    entries: &Entries<'_, AlertEntry>,
    numbering: &Numbering,
    text: &AlertText,
) -> Result<(Uuid, Reference), StoreError> {
    let alert = new_id(entries.stamp().at);
    Ok((alert, hand_in_as(entries, alert, numbering, text)?))
}

fn hand_in_as(
    entries: &Entries<'_, AlertEntry>,
    alert: Uuid,
    numbering: &Numbering,
    text: &AlertText,
) -> Result<Reference, StoreError> {
    let at = entries.stamp().at;
    let number = queries::next_number(entries.now(), numbering.year)?;
    let reference = Reference { process: numbering.process.clone(), year: numbering.year, number };
    entries.append(&AlertEntry::Submitted(Submitted {
        alert,
        process: numbering.process.clone(),
        year: numbering.year,
        number,
        expires_on: life::expiry_from(today(at)),
        text: text.clone(),
    }))?;
    Ok(reference)
}

/// Shows the draft as others will see it, and asks.
pub(super) async fn page(
    permitted: Permitted<SubmitAlert>,
    visit: Visit,
    Path(draft): Path<String>,
) -> Result<Response, Refusal> {
    let id = draft::id(&draft)?;
    let own = Resource::of(permitted.caller().state, id.to_string());
    let reader = permitted.open(own).await?;
    let (working, body) = draft::kept(&reader, id)?;
    // A correction, or a draft that is not complete yet, goes back to where it is written.
    let (None, Ok(text)) = (&working.corrects, working.typed.read(today(reader.now()))) else {
        return Ok(Redirect::to(&draft::path(id)).into_response());
    };
    let setting = Setting::of(&visit.voice, reader.ground(), reader.now());
    Ok(visit.page("documents-submit-title", asked(&setting, visit.csrf(), id, &text, &body)).into_response())
}

/// Submits the draft.
pub(super) async fn submit(
    permitted: Permitted<SubmitAlert>,
    Path(draft): Path<String>,
    Posted(filled): Posted,
) -> Result<Response, Refusal> {
    let id = draft::id(&draft)?;
    let own = Resource::of(permitted.caller().state, id.to_string());
    let writer = permitted.open_to_write(own).await?;
    let (working, body) = draft::kept(writer.reader(), id)?;
    if filled.typed("seen") != draft::fingerprint(&body) {
        return Err(Refusal::conflict("documents-refused-draft-changed"));
    }
    let reference = hand_in_draft(&writer, id, working).await?;
    writer.discard_draft(id).await?;
    Ok(Redirect::to(&format!("/documents/{reference}?done=submitted")).into_response())
}

/// Hands a draft in under the draft's own id, once: drafts rest in another file, so one may outlive its submission by a
/// crash, and would then be handed in again.
async fn hand_in_draft(
    writer: &base::desk::Writer<SubmitAlert>,
    id: Uuid,
    working: Working,
) -> Result<String, Refusal> {
    let now = writer.reader().now();
    if working.corrects.is_some() {
        return Err(Refusal::conflict("documents-refused-is-correction"));
    }
    let text = working.typed.read(today(now)).map_err(Refusal::Invalid)?;
    let numbering = Numbering::at(&writer.reader().ground().identity.profile(), now);
    writer
        .append(move |entries| {
            let Some(alert) = queries::by_id(entries.now(), id)? else {
                return Ok(hand_in_as(entries, id, &numbering, &text)?.to_string());
            };
            if queries::version(entries.now(), id, 1)?.is_some_and(|first| first.text == text) {
                return Ok(alert.reference);
            }
            // Written on since: another alert.
            Ok(hand_in(entries, &numbering, &text)?.1.to_string())
        })
        .await
}

fn asked(setting: &Setting<'_>, csrf: &str, id: Uuid, text: &AlertText, body: &str) -> Markup {
    let voice = setting.voice;
    let fingerprint = draft::fingerprint(body);
    pages::ask(
        voice,
        &Ask {
            question: voice.t("documents-submit-question").into_owned(),
            consequence: html! {
                p { (voice.t("documents-submit-consequence")) }
                (setting.preview(text))
            },
            action: &format!("{}/submit", draft::path(id)),
            csrf,
            act: "documents-submit-act",
            back: &draft::path(id),
            seen: &fingerprint,
        },
    )
}
