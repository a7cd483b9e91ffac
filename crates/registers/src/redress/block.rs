//! The act "block an alert": a member of the panel names the alert that a case is about, and it is out of every search from the next
//! question on. One person can, as with everything that takes words out of force; two bring it back.
//!
//! An alert of the member's own State, one that has ended and one that never was are refused alike.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Redirect;
use base::desk::{Entries, Permitted, Reader};
use base::store::StoreError;
use base::web::fields::{self, Field};
use base::web::parts;
use base::web::{Filled, Posted, Refusal, Visit};
use maud::{Markup, html};
use uuid::Uuid;

use super::entries::{Named, RedressEntry};
use super::found;
use super::permits::BlockAlert;
use super::queries::Case;
use crate::alerts::blocks;
use crate::alerts::{AlertsEntry, today};

/// The most characters of a reference.
const REFERENCE_CHARS_MAX: u32 = 30;

/// Names the alert that a case is about, and blocks it.
///
/// Errors: `Refused` where the case does not stand before the panel, has its alert already, or there is none in force on which the
/// speaking State may decide.
pub(super) fn block(
    alerts: &Entries<'_, AlertsEntry>,
    cases: &Entries<'_, RedressEntry>,
    petition: Uuid,
    reference: &str,
) -> Result<(), StoreError> {
    let case = found::inside(cases, petition)?;
    if case.referred_on.is_none() {
        return Err(StoreError::Refused("redress-refused-not-referred"));
    }
    if case.alert.is_some() {
        return Err(StoreError::Refused("redress-refused-named"));
    }
    let alert = blocks::block(alerts, petition, reference)?;
    cases.append(&RedressEntry::Named(Named { petition, alert }))?;
    Ok(())
}

/// Asks which alert.
pub(super) async fn page(
    permitted: Permitted<BlockAlert>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let resource = found::to_see(&permitted, &reference).await?;
    let reader = permitted.open_with_outcome(resource, "form").await?;
    let case = found::case(&reader, &reference)?;
    let body = drawn(&reader, &visit, &case, &Filled::new())?;
    Ok(visit.page("redress-block-title", body))
}

/// Blocks it.
pub(super) async fn submit(
    permitted: Permitted<BlockAlert>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Result<Redirect, (StatusCode, Markup)>, Refusal> {
    let resource = found::to_see(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let reader = writer.reader();
    let case = found::case(reader, &reference)?;
    let (state, day) = (reader.caller().state, today(reader.now()));
    let named = filled.typed("alert").trim().to_uppercase();
    if reader.ask(|now| blocks::to_block(now, state, &named, day))?.is_none() {
        filled.refuse("alert", visit.voice.t("alerts-block-refused"));
        let body = drawn(reader, &visit, &case, &filled)?;
        return Ok(Err(visit.refused_page("redress-block-title", body)));
    }
    let petition = case.petition;
    writer.append_both(move |alerts, cases| block(alerts, cases, petition, &named)).await?;
    Ok(Ok(Redirect::to(&format!("/redress/{reference}?done=blocked"))))
}

fn drawn(reader: &Reader<BlockAlert>, visit: &Visit, case: &Case, filled: &Filled) -> Result<Markup, Refusal> {
    let (voice, path) = (&visit.voice, format!("/redress/{}", case.reference));
    let words = found::petition(reader, case)?.asked.open(reader.ground().keys.sealer())?;
    let field = Field::new("alert", "alerts-reference")
        .hint("redress-block-hint")
        .mono()
        .max_length(REFERENCE_CHARS_MAX)
        .autocomplete("off");
    Ok(html! {
        (fields::error_summary(voice, filled))
        h1 { (voice.t("redress-block-title")) }
        p { span .mono { (case.reference) } }
        div .consequence { p { (voice.t("redress-block-consequence")) } }
        (parts::card("petition", &voice.t("redress-in-words"), html! { p { (words) } }))
        (fields::form(&format!("{path}/block"), visit.csrf(), html! {
            (fields::text_input(voice, filled, &field))
            div .row {
                button .grave type="submit" { (voice.t("redress-block-act")) }
                a .button .plain href=(path) { (voice.t("form-cancel")) }
            }
        }))
    })
}
