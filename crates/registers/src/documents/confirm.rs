//! The acts "confirm an alert" and "return it with a question": by an expert of another State, bound to what they saw.

use axum::extract::Path;
use axum::response::Redirect;
use base::desk::{Entries, Permitted};
use base::store::StoreError;
use base::web::fields::{self, Field};
use base::web::{Filled, Posted, Refusal, Visit, parts};
use maud::{Markup, html};
use uuid::Uuid;

use super::entries::{AlertEntry, Confirmed, Returned};
use super::found;
use super::life::{self, Act};
use super::pages::Setting;
use super::permits::{ConfirmAlert, ReturnAlert};
use super::queries::{self, Alert, Version};
use super::typed::sentence;

/// The most characters a question may have.
pub const QUESTION_CHARS_MAX: usize = 500;

/// Confirms the version whose hash was seen.
///
/// Errors: `Refused` when it does not wait, when it changed, and to whoever speaks for its State or wrote any of it.
pub fn confirm(entries: &Entries<'_, AlertEntry>, id: Uuid, seen: &[u8; 32]) -> Result<(), StoreError> {
    let alert = waiting(entries, id, seen, Act::Confirm)?;
    entries.append(&AlertEntry::Confirmed(Confirmed { alert: id, version: alert.version, hash: *seen }))?;
    Ok(())
}

/// Returns the version whose hash was seen, with a question to its author's State.
///
/// Errors: as [`confirm`].
pub fn return_with(
    entries: &Entries<'_, AlertEntry>,
    id: Uuid,
    seen: &[u8; 32],
    question: String,
) -> Result<(), StoreError> {
    let alert = waiting(entries, id, seen, Act::Return)?;
    entries.append(&AlertEntry::Returned(Returned { alert: id, version: alert.version, hash: *seen, question }))?;
    Ok(())
}

/// Reads an alert that waits for another State, as it was seen.
fn waiting(entries: &Entries<'_, AlertEntry>, id: Uuid, seen: &[u8; 32], act: Act) -> Result<Alert, StoreError> {
    let alert = found::inside(entries, id)?;
    if entries.stamp().state == alert.owner {
        return Err(StoreError::Refused("documents-refused-own-state"));
    }
    if queries::wrote(entries.now(), id, entries.stamp().person)? {
        return Err(StoreError::Refused("documents-refused-own-words"));
    }
    life::allows(act, alert.standing, alert.published_version.is_some()).map_err(StoreError::Refused)?;
    if found::complete(entries.now(), &alert, alert.version)?.hash != *seen {
        return Err(StoreError::Refused(found::STALE));
    }
    Ok(alert)
}

/// Shows what is to be confirmed, with both answers below it.
pub(super) async fn page(
    permitted: Permitted<ConfirmAlert>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let resource = found::to_change(&permitted, &reference).await?;
    let reader = permitted.open(resource).await?;
    let alert = found::alert(&reader, &reference)?;
    let latest = found::version(&reader, &alert, alert.version)?;
    let setting = Setting::of(&visit.voice, reader.ground(), reader.now());
    let body = drawn(&setting, visit.csrf(), &alert, &latest, &Filled::new());
    Ok(visit.page("documents-confirm-title", body))
}

/// Confirms.
pub(super) async fn submit(
    permitted: Permitted<ConfirmAlert>,
    Path(reference): Path<String>,
    Posted(filled): Posted,
) -> Result<Redirect, Refusal> {
    let resource = found::to_change(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let alert = found::alert(writer.reader(), &reference)?.id;
    let seen = found::seen(&filled)?;
    writer.append(move |entries| confirm(entries, alert, &seen)).await?;
    Ok(Redirect::to("/documents/waiting?done=confirmed"))
}

/// Returns it with a question.
pub(super) async fn submit_return(
    permitted: Permitted<ReturnAlert>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Result<Redirect, (axum::http::StatusCode, Markup)>, Refusal> {
    let resource = found::to_change(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let alert = found::alert(writer.reader(), &reference)?;
    let question = match sentence("question", filled.typed("question"), QUESTION_CHARS_MAX) {
        Ok(question) => question,
        Err(fault) => {
            filled.refuse("question", visit.voice.say(&fault.said));
            let latest = found::version(writer.reader(), &alert, alert.version)?;
            let setting = Setting::of(&visit.voice, writer.reader().ground(), writer.reader().now());
            let body = drawn(&setting, visit.csrf(), &alert, &latest, &filled);
            return Ok(Err(visit.refused_page("documents-confirm-title", body)));
        }
    };
    let (id, seen) = (alert.id, found::seen(&filled)?);
    writer.append(move |entries| return_with(entries, id, &seen, question)).await?;
    Ok(Ok(Redirect::to("/documents/waiting?done=returned")))
}

fn drawn(setting: &Setting<'_>, csrf: &str, alert: &Alert, latest: &Version, filled: &Filled) -> Markup {
    let voice = setting.voice;
    let seen = hex::encode(latest.hash);
    let path = format!("/documents/{}", alert.reference);
    html! {
        (fields::error_summary(voice, filled))
        h1 { (voice.tn("documents-confirm-question", &[("reference", alert.reference.as_str().into())])) }
        p { (voice.t("documents-confirm-consequence")) }
        (parts::two_columns(
            html! { (setting.preview(&latest.text)) },
            html! {
                (parts::card("answer-confirm", &voice.t("documents-confirm-heading"), fields::form(&format!("{path}/confirm"), csrf, html! {
                    p { (voice.tn("documents-confirm-says", &[("owner", setting.state(alert.owner).into())])) }
                    (fields::hidden("seen", &seen))
                    (fields::submit_row(voice, "documents-confirm-act", None))
                })))
                (parts::card("answer-return", &voice.t("documents-return-heading"), fields::form(&format!("{path}/return"), csrf, html! {
                    (fields::hidden("seen", &seen))
                    (fields::textarea(voice, filled, &Field::new("question", "documents-question").hint("documents-question-hint")
                        .rows(4).max_length(QUESTION_CHARS_MAX as u32)))
                    div .row { button .plain type="submit" { (voice.t("documents-return-act")) }
                        a .button .plain href="/documents/waiting" { (voice.t("form-cancel")) } }
                })))
            },
        ))
    }
}
