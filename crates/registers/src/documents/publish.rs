//! The act "publish an alert": its own State puts the confirmed version in force, and every check answers with it.

use axum::extract::Path;
use axum::response::Redirect;
use base::desk::{Entries, Permitted};
use base::store::StoreError;
use base::web::{Posted, Refusal, Visit};
use maud::{Markup, html};
use uuid::Uuid;

use super::correct::own;
use super::entries::{AlertEntry, Published};
use super::fitting::today;
use super::found;
use super::life::{self, Act};
use super::pages::{self, Ask, Setting};
use super::permits::PublishAlert;

/// Puts the confirmed version whose hash was seen in force; its years of review and expiry begin.
///
/// Errors: `Refused` when no other State has confirmed it, when it changed, and to other States.
pub fn publish(entries: &Entries<'_, AlertEntry>, id: Uuid, seen: &[u8; 32]) -> Result<(), StoreError> {
    let alert = found::inside(entries, id)?;
    own(entries, &alert)?;
    life::allows(Act::Publish, alert.standing, alert.published_version.is_some()).map_err(StoreError::Refused)?;
    if found::complete(entries.now(), &alert, alert.version)?.hash != *seen {
        return Err(StoreError::Refused(found::STALE));
    }
    let day = today(entries.stamp().at);
    entries.append(&AlertEntry::Published(Published {
        alert: id,
        version: alert.version,
        review_on: life::review_from(day),
        expires_on: life::expiry_from(day),
    }))?;
    Ok(())
}

/// Asks.
pub(super) async fn page(
    permitted: Permitted<PublishAlert>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let resource = found::to_change(&permitted, &reference).await?;
    let reader = permitted.open(resource).await?;
    let alert = found::alert(&reader, &reference)?;
    life::allows(Act::Publish, alert.standing, alert.published_version.is_some()).map_err(Refusal::conflict)?;
    let latest = found::version(&reader, &alert, alert.version)?;
    let voice = &visit.voice;
    let setting = Setting::of(voice, reader.ground(), reader.now());
    let path = format!("/documents/{reference}");
    let asked = pages::ask(
        voice,
        &Ask {
            question: voice.tn("documents-publish-question", &[("reference", reference.as_str().into())]).into_owned(),
            consequence: html! { p { (voice.t("documents-publish-consequence")) } (setting.preview(&latest.text)) },
            action: &format!("{path}/publish"),
            csrf: visit.csrf(),
            act: "documents-publish-act",
            back: &path,
            seen: &hex::encode(latest.hash),
        },
    );
    Ok(visit.page("documents-publish-title", asked))
}

/// Publishes.
pub(super) async fn submit(
    permitted: Permitted<PublishAlert>,
    Path(reference): Path<String>,
    Posted(filled): Posted,
) -> Result<Redirect, Refusal> {
    let resource = found::to_change(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let alert = found::alert(writer.reader(), &reference)?.id;
    let seen = found::seen(&filled)?;
    writer.append(move |entries| publish(entries, alert, &seen)).await?;
    Ok(Redirect::to(&format!("/documents/{reference}?done=published")))
}
