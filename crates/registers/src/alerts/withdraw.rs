//! The act "take an alert back": its own State, one person, a reason of a closed list. It is in force no longer from then on.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Redirect;
use base::desk::{Entries, Permitted};
use base::store::StoreError;
use base::web::fields::{self, Choice, Field};
use base::web::{Filled, Posted, Refusal, Visit};
use maud::{Markup, html};
use uuid::Uuid;

use super::coded::Ending;
use super::entries::{AlertsEntry, Withdrawn};
use super::life::Act;
use super::permits::WithdrawAlert;
use super::{found, misused, today};

/// Takes an alert back.
///
/// Errors: `Refused` where it has ended already, or is another's.
pub fn withdraw(entries: &Entries<'_, AlertsEntry>, id: Uuid, ending: Ending) -> Result<(), StoreError> {
    found::inside(entries, id, Act::Withdraw)?;
    let on = today(entries.stamp().at);
    entries.append(&AlertsEntry::Withdrawn(Withdrawn { alert: id, ending, on }))?;
    // Nobody is sought any more: what cleared the holder has no reason to stay (G-26).
    misused::forget(entries, id)
}

/// Asks why.
pub(super) async fn page(
    permitted: Permitted<WithdrawAlert>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let resource = found::own(&permitted, &reference).await?;
    let reader = permitted.open_with_outcome(resource, "form").await?;
    let alert = found::alert(&reader, &reference)?;
    if alert.life.has_ended(today(reader.now())) {
        return Err(Refusal::conflict("alerts-refused-ended"));
    }
    Ok(visit.page("alerts-withdraw-title", drawn(&visit, &reference, &Filled::new())))
}

/// Takes it back.
pub(super) async fn submit(
    permitted: Permitted<WithdrawAlert>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Result<Redirect, (StatusCode, Markup)>, Refusal> {
    let resource = found::own(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let Some(ending) = Ending::read(filled.typed("ending")) else {
        filled.refuse("ending", visit.voice.t("alerts-fault-missing-ending"));
        return Ok(Err(visit.refused_page("alerts-withdraw-title", drawn(&visit, &reference, &filled))));
    };
    let id = found::alert(writer.reader(), &reference)?.id;
    writer.append(move |entries| withdraw(entries, id, ending)).await?;
    Ok(Ok(Redirect::to(&format!("/alerts/{reference}?done=withdrawn"))))
}

fn drawn(visit: &Visit, reference: &str, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let path = format!("/alerts/{reference}");
    let endings: Vec<Choice<'_>> =
        Ending::ALL.iter().map(|ending| Choice::new(ending.code(), voice.t(ending.key()))).collect();
    html! {
        (fields::error_summary(voice, filled))
        h1 { (voice.t("alerts-withdraw-title")) }
        p { span .mono { (reference) } }
        div .consequence { p { (voice.t("alerts-withdraw-consequence")) } }
        (fields::form(&format!("{path}/withdraw"), visit.csrf(), html! {
            (fields::radios(voice, filled, &Field::new("ending", "alerts-ending"), &endings))
            div .row {
                button .grave type="submit" { (voice.t("alerts-withdraw-act")) }
                a .button .plain href=(path) { (voice.t("form-cancel")) }
            }
        }))
    }
}
