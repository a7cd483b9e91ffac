//! The three things a State does with its entries, inside the writer's transaction: enter, correct, take back.

use base::desk::Entries;
use base::store::StoreError;
use base::web::{InputFault, Refusal};
use jiff::civil::Date;
use journal::StateCode;
use rusqlite::Connection;

use super::Withdrawal;
use super::entries::StatusEntry;
use super::expiry::{ExpiryMonth, today};
use super::fault::Fault;
use super::listing::{Heading, Resting, Row};
use super::payload::{Destroyed, Origin, Rule};
use super::queries::{self, EntryId, Held, StatusRecord};
use crate::document::DocumentKind;

/// What a correction puts in place of what was said; the number stays, for another number is another entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Correction {
    pub(crate) status: super::StatusKind,
    pub(crate) expires_on: Date,
    pub(crate) reference: super::Reference,
    pub(crate) reason: Option<super::Reason>,
}

/// Enters one report.
///
/// Errors: `Invalid` when the State has an entry of the same already; `Conflict` while an import of the State is held
/// against the register and entered, for it may bring the same.
pub(super) fn enter(entries: &Entries<'_, StatusEntry>, heading: Heading, row: Row) -> Result<StatusRecord, Refusal> {
    let stamp = entries.stamp();
    if queries::imports(entries.now(), stamp.state)? {
        return Err(Refusal::conflict("status-import-under-way"));
    }
    if let Some(fault) = known(entries.now(), stamp.state, heading.kind, &row.subject, today(stamp.at))? {
        return Err(Refusal::Invalid(vec![fault]));
    }
    let position = entries.append(&StatusEntry::first(heading, None, vec![row]))?;
    own(entries, EntryId::new(position, 0))
}

/// Corrects one entry: what carried it is destroyed, and the rest is listed again.
pub(super) fn correct(entries: &Entries<'_, StatusEntry>, id: EntryId, to: Correction) -> Result<(), Refusal> {
    let old = own(entries, id)?;
    relist(entries, &old, Rule::Corrected)?;
    let heading = Heading { kind: old.kind, status: to.status, month: ExpiryMonth::of(to.expires_on) };
    let corrected_at_us = Some(entries.stamp().at.as_microsecond());
    let row = Row {
        subject: old.subject.clone(),
        expires_on: to.expires_on,
        reference: to.reference.as_str().to_owned(),
        reason: to.reason,
    };
    let origin = Origin { corrected_at_us, ..origin(&old) };
    entries.append(&StatusEntry::again(heading, origin, vec![(id.place(), row)]))?;
    Ok(())
}

/// Takes one entry back: what carried it is destroyed, and the rest is listed again.
pub(super) fn withdraw(entries: &Entries<'_, StatusEntry>, id: EntryId, why: Withdrawal) -> Result<(), Refusal> {
    let old = own(entries, id)?;
    let rule = match why {
        Withdrawal::FoundAgain => Rule::FoundAgain,
        Withdrawal::EnteredInError => Rule::EnteredInError,
    };
    Ok(relist(entries, &old, rule)?)
}

/// Answers the fault of reporting what the State has an entry of already; none where it has not.
pub(crate) fn known(
    connection: &Connection,
    issuer: StateCode,
    kind: DocumentKind,
    subject: &Resting,
    today: Date,
) -> Result<Option<InputFault>, StoreError> {
    let found = |held: Option<Held>, fault: Fault, field: &str| {
        held.map(|held| fault.at_with(field, "reference", held.reference))
    };
    Ok(match subject {
        Resting::Number(hashes) => {
            found(queries::of_number(connection, hashes, today)?.pop(), Fault::NumberKnown, "number")
        }
        Resting::Range(range) => {
            let ends = (range.first(), range.last());
            found(queries::overlapping(connection, issuer, kind, ends, today)?.pop(), Fault::RangeOverlaps, "first")
        }
        Resting::Pattern(pattern) => {
            let same = queries::patterns(connection, issuer, kind, pattern.as_str().len(), today)?;
            let held = same.into_iter().find(|(other, _)| other == pattern).map(|(_, held)| held);
            found(held, Fault::PatternKnown, "pattern")
        }
    })
}

/// Reads the entry again inside the transaction: since it was shown it may have gone, or never have been this State's.
fn own(entries: &Entries<'_, StatusEntry>, id: EntryId) -> Result<StatusRecord, Refusal> {
    let stamp = entries.stamp();
    queries::one(entries.now(), id, today(stamp.at))?
        .filter(|record| record.issuer == stamp.state)
        .ok_or(Refusal::NotFound)
}

/// Destroys what carries an entry and lists its neighbours again under their first places.
fn relist(entries: &Entries<'_, StatusEntry>, gone: &StatusRecord, rule: Rule) -> Result<(), StoreError> {
    let neighbours: Vec<(u16, Row)> = queries::carried(entries.now(), gone.batch)?
        .into_iter()
        .filter(|record| record.id != gone.id)
        .map(|record| {
            let StatusRecord { id, subject, expires_on, reference, reason, .. } = record;
            (id.place(), Row { subject, expires_on, reference, reason })
        })
        .collect();
    entries.append(&StatusEntry::Destroyed(Destroyed { rule, positions: vec![gone.batch] }))?;
    if neighbours.is_empty() {
        return Ok(());
    }
    let heading = Heading { kind: gone.kind, status: gone.status, month: ExpiryMonth::of(gone.expires_on) };
    entries.append(&StatusEntry::again(heading, origin(gone), neighbours))?;
    Ok(())
}

/// Where the entry was listed first, and when; a neighbour was never corrected, for a corrected row stands alone.
fn origin(record: &StatusRecord) -> Origin {
    let reported_at_us = record.reported_at.as_microsecond();
    Origin { position: record.id.origin(), reported_at_us, corrected_at_us: None }
}
