//! The act "withdraw an alert": its own State takes it back, and says why from a closed list.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Redirect;
use base::desk::{Entries, Permitted};
use base::store::StoreError;
use base::web::fields::{self, Choice, Field};
use base::web::{Filled, Posted, Refusal, Visit};
use maud::{Markup, html};
use uuid::Uuid;

use super::coded::WithdrawalReason;
use super::correct::own;
use super::entries::{AlertEntry, Withdrawn};
use super::found;
use super::life::{self, Act};
use super::permits::WithdrawAlert;

/// Takes an alert back. From the same moment no check answers with it.
pub fn withdraw(entries: &Entries<'_, AlertEntry>, id: Uuid, reason: WithdrawalReason) -> Result<(), StoreError> {
    let alert = found::inside(entries, id)?;
    own(entries, &alert)?;
    life::allows(Act::Withdraw, alert.standing, alert.published_version.is_some()).map_err(StoreError::Refused)?;
    entries.append(&AlertEntry::Withdrawn(Withdrawn { alert: id, reason }))?;
    Ok(())
}

/// Asks why.
pub(super) async fn page(
    permitted: Permitted<WithdrawAlert>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let resource = found::to_change(&permitted, &reference).await?;
    let reader = permitted.open(resource).await?;
    let alert = found::alert(&reader, &reference)?;
    life::allows(Act::Withdraw, alert.standing, alert.published_version.is_some()).map_err(Refusal::conflict)?;
    Ok(visit.page("documents-withdraw-title", drawn(&visit, &reference, &Filled::new())))
}

/// Withdraws.
pub(super) async fn submit(
    permitted: Permitted<WithdrawAlert>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Result<Redirect, (StatusCode, Markup)>, Refusal> {
    let resource = found::to_change(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let Some(reason) = WithdrawalReason::read(filled.typed("reason")) else {
        filled.refuse("reason", visit.voice.t("documents-fault-missing-reason"));
        return Ok(Err(visit.refused_page("documents-withdraw-title", drawn(&visit, &reference, &filled))));
    };
    let id = found::alert(writer.reader(), &reference)?.id;
    writer.append(move |entries| withdraw(entries, id, reason)).await?;
    Ok(Ok(Redirect::to(&format!("/documents/{reference}?done=withdrawn"))))
}

fn drawn(visit: &Visit, reference: &str, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let path = format!("/documents/{reference}");
    let reasons: Vec<Choice<'_>> =
        WithdrawalReason::ALL.iter().map(|reason| Choice::new(reason.code(), voice.t(reason.key()))).collect();
    html! {
        (fields::error_summary(voice, filled))
        h1 { (voice.tn("documents-withdraw-question", &[("reference", reference.into())])) }
        p { (voice.t("documents-withdraw-consequence")) }
        (fields::form(&format!("{path}/withdraw"), visit.csrf(), html! {
            (fields::radios(voice, filled, &Field::new("reason", "documents-reason"), &reasons))
            div .row { button .grave type="submit" { (voice.t("documents-withdraw-act")) }
                a .button .plain href=(path) { (voice.t("form-cancel")) } }
        }))
    }
}
