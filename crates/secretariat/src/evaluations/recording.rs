//! Puts an act on record: the one way for every form and every call. The rules take it inside the transaction, or it is refused.

use base::access::{Permit, Writes};
use base::desk::{Entries, Writer};
use base::web::Refusal;
use conference::evaluations::Done;

use super::entries::EvaluationEntry;
use super::{pages, queries};
use crate::rounds::instant;

/// Records an act of the writer's party.
///
/// Errors: `NotFound` where there is no such evaluation or the act is not for that party; why it is without effect.
pub(super) async fn put<P>(writer: &Writer<P>, entry: EvaluationEntry) -> Result<Done, Refusal>
where
    P: Permit + Writes<EvaluationEntry>,
{
    writer.append(move |entries| record(entries, &entry)).await
}

/// Records the same, from a thread of its own.
pub(super) fn put_blocking<P>(writer: &Writer<P>, entry: EvaluationEntry) -> Result<Done, Refusal>
where
    P: Permit + Writes<EvaluationEntry>,
{
    writer.append_blocking(move |entries| record(entries, &entry))
}

/// Records an act inside the writer's transaction.
pub(super) fn record(entries: &Entries<'_, EvaluationEntry>, entry: &EvaluationEntry) -> Result<Done, Refusal> {
    let stamp = entries.stamp();
    let mut known = queries::known(entries.now(), entry.evaluation())?.ok_or(Refusal::NotFound)?;
    let at = instant(stamp.at.as_microsecond());
    let done = known.told(stamp.state, at, entry).map_err(pages::refusal)?;
    entries.append(entry)?;
    Ok(done)
}
