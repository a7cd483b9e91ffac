//! What becomes of a claim: the referral is done, and, where its end is known, two people say that it shields no longer (G-23).

use axum::extract::Path;
use axum::response::Redirect;
use base::access::{Permit, Resource};
use base::desk::{Entries, Permitted};
use base::store::StoreError;
use base::web::{Posted, Refusal};

use super::entries::{ClaimReferred, ClaimTold};
use super::queries::{self, Claim};
use super::{ClaimEnding, ReferredTo};
use crate::alerts::entries::AlertsEntry;
use crate::alerts::found;
use crate::alerts::permits::{AskLiftClaim, LiftClaim, ReferClaim};
use crate::alerts::queries::desk;

/// Records that the person was brought to those who decide about protection.
///
/// Errors: `Refused` where there is no such claim, and where it is on record already.
pub(super) fn refer(
    entries: &Entries<'_, AlertsEntry>,
    reference: &str,
    recorded_at: u64,
    to: ReferredTo,
) -> Result<(), StoreError> {
    let claim = own(entries, reference, recorded_at)?;
    if claim.referred.is_some() {
        return Err(StoreError::Refused("alerts-claim-refused-referred"));
    }
    entries.append(&AlertsEntry::ClaimReferred(ClaimReferred { alert: claim.alert, recorded_at, to }))?;
    Ok(())
}

/// Asks that a claim shield no longer; whoever asks last is whom another person decides upon.
///
/// Errors: `Refused` where there is no such claim.
fn ask(
    entries: &Entries<'_, AlertsEntry>,
    reference: &str,
    recorded_at: u64,
    ending: ClaimEnding,
) -> Result<(), StoreError> {
    let alert = own(entries, reference, recorded_at)?.alert;
    entries.append(&AlertsEntry::ClaimEnding(ClaimTold { alert, recorded_at, ending }))?;
    Ok(())
}

/// Decides it as a second person.
///
/// Errors: `Refused` to whoever asked, where nobody asked, and where something else was asked than was seen.
fn lift(
    entries: &Entries<'_, AlertsEntry>,
    reference: &str,
    recorded_at: u64,
    seen: ClaimEnding,
) -> Result<(), StoreError> {
    let claim = own(entries, reference, recorded_at)?;
    let (ending, person) = claim.ending.ok_or(StoreError::Refused(found::STALE))?;
    if ending != seen {
        return Err(StoreError::Refused(found::STALE));
    }
    if person == entries.stamp().person {
        return Err(StoreError::Refused("alerts-refused-own-words"));
    }
    entries.append(&AlertsEntry::ClaimEnded(ClaimTold { alert: claim.alert, recorded_at, ending }))?;
    Ok(())
}

fn own(entries: &Entries<'_, AlertsEntry>, reference: &str, recorded_at: u64) -> Result<Claim, StoreError> {
    let claim = queries::on(entries.now(), entries.stamp().state, reference, Some(recorded_at))?;
    let claim = claim.ok_or(StoreError::Refused("alerts-claim-refused-none"))?;
    found::may_speak(entries, claim.category)?;
    Ok(claim)
}

/// Answers what the policies must know of a claim: it is a record of the State that heard it.
async fn of_claim<P: Permit>(permitted: &Permitted<P>, reference: &str) -> Result<Resource, Refusal> {
    let state = permitted.caller().state;
    let about =
        |claim: Claim| Resource { status: desk(claim.category), ..Resource::of(state, claim.alert.to_string()) };
    permitted.about(|now| Ok(queries::on(now, state, reference, None)?.map(about))).await
}

fn which(seen: &str) -> Result<u64, Refusal> {
    seen.parse().ok().filter(|at| i64::try_from(*at).is_ok()).ok_or(Refusal::conflict(found::STALE))
}

/// Records the referral.
pub(super) async fn refer_submit(
    permitted: Permitted<ReferClaim>,
    Path(reference): Path<String>,
    Posted(filled): Posted,
) -> Result<Redirect, Refusal> {
    let resource = of_claim(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let recorded_at = which(filled.typed("seen"))?;
    let to = ReferredTo::read(filled.typed("to")).ok_or(Refusal::conflict("alerts-claim-fault-to"))?;
    writer.append(move |entries| refer(entries, &reference, recorded_at, to)).await?;
    Ok(Redirect::to("/alerts/claims?done=claim-referred"))
}

/// Asks that it shield no longer.
pub(super) async fn ask_submit(
    permitted: Permitted<AskLiftClaim>,
    Path(reference): Path<String>,
    Posted(filled): Posted,
) -> Result<Redirect, Refusal> {
    let resource = of_claim(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let recorded_at = which(filled.typed("seen"))?;
    let ending = ClaimEnding::read(filled.typed("ending")).ok_or(Refusal::conflict("alerts-claim-fault-ending"))?;
    writer.append(move |entries| ask(entries, &reference, recorded_at, ending)).await?;
    Ok(Redirect::to("/alerts/claims?done=claim-ending"))
}

/// Decides that.
pub(super) async fn lift_submit(
    permitted: Permitted<LiftClaim>,
    Path(reference): Path<String>,
    Posted(filled): Posted,
) -> Result<Redirect, Refusal> {
    let resource = of_claim(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let recorded_at = which(filled.typed("seen"))?;
    let ending = ClaimEnding::read(filled.typed("ending")).ok_or(Refusal::conflict(found::STALE))?;
    writer.append(move |entries| lift(entries, &reference, recorded_at, ending)).await?;
    Ok(Redirect::to("/alerts/claims?done=claim-ended"))
}
