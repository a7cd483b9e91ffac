//! The act "take part in a category, or no longer": by a member State's administrator, for their State, on a national basis.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Redirect;
use base::access::Resource;
use base::desk::{Entries, Permitted};
use base::store::StoreError;
use base::web::fields::{self, Field};
use base::web::{Filled, Posted, Refusal, Visit};
use maud::{Markup, html};

use super::coded::Category;
use super::entries::{AlertsEntry, OptedIn, OptedOut};
use super::permits::OptIn;
use super::switch;

/// The most characters of a national basis.
pub const BASIS_CHARS_MAX: usize = 200;

/// The fewest characters of a national basis.
const BASIS_CHARS_MIN: usize = 5;

/// Says that the speaking State takes part in a category.
///
/// Errors: `Refused` while no decision has adopted the register, and where the State takes part already.
pub fn opt_in(entries: &Entries<'_, AlertsEntry>, category: Category, basis: String) -> Result<(), StoreError> {
    if switch::adoption(entries.now())?.is_none() {
        return Err(StoreError::Refused("alerts-refused-off"));
    }
    if switch::is_on(entries.now(), entries.stamp().state, category)? {
        return Err(StoreError::Refused("alerts-refused-opted-in"));
    }
    entries.append(&AlertsEntry::OptedIn(OptedIn { category, basis }))?;
    Ok(())
}

/// Says that the speaking State takes part in a category no longer. From the next request on nothing of it is shown.
///
/// Errors: `Refused` where it did not.
pub fn opt_out(entries: &Entries<'_, AlertsEntry>, category: Category) -> Result<(), StoreError> {
    if !switch::is_on(entries.now(), entries.stamp().state, category)? {
        return Err(StoreError::Refused("alerts-refused-opted-out"));
    }
    entries.append(&AlertsEntry::OptedOut(OptedOut { category }))?;
    Ok(())
}

/// Shows where one's own State stands in a category, and what it may change.
pub(super) async fn page(
    permitted: Permitted<OptIn>,
    visit: Visit,
    Path(code): Path<String>,
) -> Result<Markup, Refusal> {
    let category = Category::read(&code);
    let own = about(&permitted, category);
    let reader = permitted.open_with_outcome(own, "form").await?;
    let category = category.ok_or(Refusal::NotFound)?;
    let state = reader.caller().state;
    if reader.ask(switch::adoption)?.is_none() {
        return Err(Refusal::conflict("alerts-refused-off"));
    }
    let on = reader.ask(|connection| switch::is_on(connection, state, category))?;
    Ok(visit.page("alerts-opt-title", drawn(&visit, category, on, &Filled::new())))
}

/// Takes part, or no longer.
pub(super) async fn submit(
    permitted: Permitted<OptIn>,
    visit: Visit,
    Path(code): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Result<Redirect, (StatusCode, Markup)>, Refusal> {
    let category = Category::read(&code);
    let own = about(&permitted, category);
    let writer = permitted.open_to_write(own).await?;
    let category = category.ok_or(Refusal::NotFound)?;
    if filled.typed("act") == "out" {
        writer.append(move |entries| opt_out(entries, category)).await?;
        return Ok(Ok(Redirect::to("/alerts?done=opted-out")));
    }
    let basis = filled.typed("basis").split_whitespace().collect::<Vec<_>>().join(" ");
    let fits = (BASIS_CHARS_MIN..=BASIS_CHARS_MAX).contains(&basis.chars().count());
    if !fits || basis.chars().any(char::is_control) {
        filled.refuse("basis", visit.voice.tn("alerts-fault-basis", &[("most", (BASIS_CHARS_MAX as i64).into())]));
        return Ok(Err(visit.refused_page("alerts-opt-title", drawn(&visit, category, false, &filled))));
    }
    writer.append(move |entries| opt_in(entries, category, basis)).await?;
    Ok(Ok(Redirect::to("/alerts?done=opted-in")))
}

/// Answers what the policies must know. What an address says beyond the list does not come into the log.
fn about(permitted: &Permitted<OptIn>, category: Option<Category>) -> Resource {
    Resource::of(permitted.caller().state, category.map_or("absent", Category::code).to_owned())
}

fn drawn(visit: &Visit, category: Category, on: bool, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let action = format!("/alerts/categories/{category}");
    html! {
        (fields::error_summary(voice, filled))
        h1 { (voice.t(category.key())) }
        @if on {
            div .consequence { p { (voice.t("alerts-opt-out-consequence")) } }
            (fields::form(&action, visit.csrf(), html! {
                (fields::hidden("act", "out"))
                div .row {
                    button .grave type="submit" { (voice.t("alerts-opt-out-act")) }
                    a .button .plain href="/alerts" { (voice.t("form-cancel")) }
                }
            }))
        } @else {
            div .consequence { p { (voice.t("alerts-opt-in-consequence")) } }
            (fields::form(&action, visit.csrf(), html! {
                (fields::hidden("act", "in"))
                (fields::textarea(voice, filled, &Field::new("basis", "alerts-opt-basis").hint("alerts-opt-basis-hint")
                    .rows(3).max_length(BASIS_CHARS_MAX as u32)))
                (fields::submit_row(voice, "alerts-opt-in-act", Some(html! { a .button .plain href="/alerts" { (voice.t("form-cancel")) } })))
            }))
        }
    }
}
