//! The act "take a permission back": the alert's State alone, one person, before its day. The code binds again from the next request on.

use axum::extract::Path;
use axum::response::Redirect;
use base::desk::{Entries, Permitted};
use base::ids::StateCode;
use base::store::StoreError;
use base::web::{InputFault, Posted, Refusal, Said};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::HandlingCode;
use super::entries::HandlingTakenBack;
use super::queries;
use crate::alerts::entries::AlertsEntry;
use crate::alerts::permits::TakeBackHandling;
use crate::alerts::{found, today};

/// What is taken back: all that this State was permitted in spite of this code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "code": "H2", "to": "GTM" }))]
pub struct HandlingTaken {
    /// `H1`, `H2` or `H3`.
    pub code: String,
    /// Code of the State that may no longer.
    pub to: String,
}

/// Takes back what the speaking State permitted of its own alert.
///
/// Errors: `Refused` where it is another's or has ended, and where nothing holds that could be taken back.
fn take_back(
    entries: &Entries<'_, AlertsEntry>,
    alert: Uuid,
    (code, to): (HandlingCode, StateCode),
) -> Result<(), StoreError> {
    let alert = found::beside(entries, alert)?.id;
    let holds = queries::permitted(entries.now(), alert, code, to, today(entries.stamp().at))?;
    holds.ok_or(StoreError::Refused("alerts-permit-refused-none"))?;
    entries.append(&AlertsEntry::HandlingTakenBack(HandlingTakenBack { alert, code, to }))?;
    Ok(())
}

/// Takes it for page and program.
///
/// Errors: `Invalid` of no code or no State; `Conflict` as [`take_back`] says.
pub(super) async fn taken(
    permitted: Permitted<TakeBackHandling>,
    reference: &str,
    sent: &HandlingTaken,
) -> Result<(), Refusal> {
    let resource = found::own(&permitted, reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let id = found::alert(writer.reader(), reference)?.id;
    let fault = |field, key| InputFault::field(field, "no-such-code", Said::plain(key));
    let code = HandlingCode::read(&sent.code).ok_or_else(|| fault("code", "alerts-handling-fault-code"));
    let to = sent.to.trim().parse::<StateCode>().map_err(|_| fault("to", "alerts-handling-fault-to"));
    let what = match (code, to) {
        (Ok(code), Ok(to)) => (code, to),
        (code, to) => return Err(Refusal::Invalid(code.err().into_iter().chain(to.err()).collect())),
    };
    writer.append(move |entries| take_back(entries, id, what)).await?;
    Ok(())
}

/// Takes it from the button beside a permission.
pub(in crate::alerts) async fn submit(
    permitted: Permitted<TakeBackHandling>,
    Path(reference): Path<String>,
    Posted(filled): Posted,
) -> Result<Redirect, Refusal> {
    let sent = HandlingTaken { code: filled.typed("code").to_owned(), to: filled.typed("to").to_owned() };
    taken(permitted, &reference, &sent).await?;
    Ok(Redirect::to(&format!("/alerts/{reference}/permit?done=taken-back")))
}
