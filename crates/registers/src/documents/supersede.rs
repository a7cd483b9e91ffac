//! The act "supersede an alert": its own State names the alert in force that stands in its place.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Redirect;
use base::desk::{Entries, Permitted};
use base::store::StoreError;
use base::web::fields::{self, Field};
use base::web::{Filled, Posted, Refusal, Visit};
use maud::{Markup, html};
use uuid::Uuid;

use super::coded::Standing;
use super::correct::own;
use super::entries::{AlertEntry, Superseded};
use super::fitting::today;
use super::found;
use super::life::{self, Act};
use super::permits::SupersedeAlert;
use super::queries;

/// Puts the alert of reference `by` in the place of another.
///
/// Errors: `Refused` with `documents-refused-no-such-newer` unless `by` is another alert in force, on documents of the
/// same State and kind, published no earlier than the one it replaces.
pub fn supersede(entries: &Entries<'_, AlertEntry>, id: Uuid, by: &str) -> Result<(), StoreError> {
    let alert = found::inside(entries, id)?;
    own(entries, &alert)?;
    life::allows(Act::Supersede, alert.standing, alert.published_version.is_some()).map_err(StoreError::Refused)?;
    let refused = || StoreError::Refused("documents-refused-no-such-newer");
    let newer = queries::by_reference(entries.now(), by, today(entries.stamp().at))?.ok_or_else(refused)?;
    if newer.id == id || newer.face() != Standing::Published {
        return Err(refused());
    }
    let old = found::complete(entries.now(), &alert, alert.face_version())?;
    let new = found::complete(entries.now(), &newer, newer.face_version())?;
    let same_documents = (old.text.issuer, old.text.kind) == (new.text.issuer, new.text.kind);
    if !same_documents || new.published_at < old.published_at {
        return Err(refused());
    }
    entries.append(&AlertEntry::Superseded(Superseded { alert: id, by: newer.id }))?;
    Ok(())
}

/// Asks by which.
pub(super) async fn page(
    permitted: Permitted<SupersedeAlert>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let resource = found::to_change(&permitted, &reference).await?;
    let reader = permitted.open(resource).await?;
    let alert = found::alert(&reader, &reference)?;
    life::allows(Act::Supersede, alert.standing, alert.published_version.is_some()).map_err(Refusal::conflict)?;
    Ok(visit.page("documents-supersede-title", drawn(&visit, &reference, &Filled::new())))
}

/// Supersedes.
pub(super) async fn submit(
    permitted: Permitted<SupersedeAlert>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Result<Redirect, (StatusCode, Markup)>, Refusal> {
    let resource = found::to_change(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let id = found::alert(writer.reader(), &reference)?.id;
    let by = filled.typed("by").trim().to_uppercase();
    match writer.append(move |entries| supersede(entries, id, &by)).await {
        Err(StoreError::Refused(key @ "documents-refused-no-such-newer")) => {
            filled.refuse("by", visit.voice.t(key));
            Ok(Err(visit.refused_page("documents-supersede-title", drawn(&visit, &reference, &filled))))
        }
        Err(error) => Err(error.into()),
        Ok(()) => Ok(Ok(Redirect::to(&format!("/documents/{reference}?done=superseded")))),
    }
}

fn drawn(visit: &Visit, reference: &str, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let path = format!("/documents/{reference}");
    html! {
        (fields::error_summary(voice, filled))
        h1 { (voice.tn("documents-supersede-question", &[("reference", reference.into())])) }
        p { (voice.t("documents-supersede-consequence")) }
        (fields::form(&format!("{path}/supersede"), visit.csrf(), html! {
            (fields::text_input(voice, filled, &Field::new("by", "documents-supersede-by").hint("documents-supersede-by-hint").mono().max_length(40)))
            div .row { button .grave type="submit" { (voice.t("documents-supersede-act")) }
                a .button .plain href=(path) { (voice.t("form-cancel")) } }
        }))
    }
}
