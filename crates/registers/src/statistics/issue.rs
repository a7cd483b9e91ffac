//! The act "publish a year": once it is over and counted to its end; again, as a new revision, when answers to cases have come since.

use axum::response::Redirect;
use base::access::Resource;
use base::desk::{Entries, Permitted};
use base::store::StoreError;
use base::web::{Posted, Refusal};
use jiff::civil::date;

use super::entries::StatisticsEntry;
use super::permits::IssueYear;
use super::published::states;
use super::{queries, sheets};

/// Publishes a year as it is counted now. Nothing that was published is changed by it: an earlier revision stays beside it.
///
/// Errors: `Refused` where the year is not over or not counted to its end, or nothing is different from the last revision.
pub(super) fn issue(entries: &Entries<'_, StatisticsEntry>, year: i16, states: &[String]) -> Result<(), StoreError> {
    let counted = queries::progress(entries.now())?;
    let is_over = counted.is_some_and(|(until, _)| until > date(year, 12, 31));
    if !is_over || !queries::counted_years(entries.now())?.contains(&year) {
        return Err(StoreError::Refused("statistics-refused-counting"));
    }
    let issued = sheets::of_year(entries.now(), year, states)?;
    let last = queries::revision(entries.now(), year, None)?;
    if last.is_some_and(|last| last.issued.sheets == issued.sheets) {
        return Err(StoreError::Refused("statistics-refused-same"));
    }
    entries.append(&StatisticsEntry::Issued(issued))?;
    Ok(())
}

/// Publishes it.
pub(super) async fn submit(permitted: Permitted<IssueYear>, Posted(filled): Posted) -> Result<Redirect, Refusal> {
    let writer = permitted.open_to_write(Resource::room()).await?;
    let year: i16 = filled
        .typed("year")
        .parse()
        .ok()
        .filter(|year| (1900..=9998).contains(year))
        .ok_or_else(|| Refusal::conflict("statistics-refused-counting"))?;
    let states = states(writer.reader().ground());
    writer.append(move |entries| issue(entries, year, &states)).await?;
    Ok(Redirect::to(&format!("/statistics/{year}")))
}
