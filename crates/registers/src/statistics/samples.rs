//! Invented figures for tests and the demonstration.

use std::sync::Arc;

use base::access::Resource;
use base::desk::{Entries, Permitted, by_rule};
use base::ground::Puebla;
use base::identity::Caller;
use base::store::StoreError;
use base::web::Refusal;
use jiff::civil::date;

use super::coded::Sheet;
use super::entries::{Counted, StatisticsEntry, Tallied};
use super::issue::issue;
use super::permits::IssueYear;
use super::published::states;
use super::sweep::of_the_server;

/// Counts a whole year as the rule does, so that it can be published: of each sheet some figures, large and small.
///
/// Errors: as those of the journal.
pub fn count_year(ground: &Puebla, year: i16, states: [&str; 2]) -> Result<(), StoreError> {
    let [one, other] = states;
    let cell =
        |sheet, line: &str, part: &str, count| Counted { sheet, line: line.to_owned(), part: part.to_owned(), count };
    let cells = vec![
        cell(Sheet::Entered, "missing_child", one, 40),
        cell(Sheet::Entered, "missing_child", other, 3),
        cell(Sheet::Entered, "locate_witness", one, 21),
        cell(Sheet::Looks, "check", one, 120_000),
        cell(Sheet::Looks, "check", other, 90_000),
        cell(Sheet::Outcomes, "not_the_person", one, 60),
        cell(Sheet::Outcomes, "not_the_person", other, 40),
        cell(Sheet::Outcomes, "confirmed", one, 30),
        cell(Sheet::Outcomes, "confirmed", other, 20),
    ];
    let counted = Tallied { year, until: date(year.saturating_add(1), 1, 1), leaf: 0, cells };
    let stamp = of_the_server(ground, ground.clock.now())?;
    by_rule(ground.database("registers")?, stamp, move |entries: &Entries<'_, StatisticsEntry>| {
        entries.append(&StatisticsEntry::Tallied(counted))?;
        Ok(())
    })
}

/// Publishes a year that was counted, as the coordinator does. For the demonstration.
///
/// Errors: as the act's.
pub async fn publish(ground: &Arc<Puebla>, coordinator: &Arc<Caller>, year: i16) -> Result<(), Refusal> {
    let permitted = Permitted::<IssueYear>::new(Arc::clone(ground), Arc::clone(coordinator));
    let writer = permitted.open_to_write(Resource::room()).await?;
    let states = states(ground);
    writer.append(move |entries| issue(entries, year, &states)).await?;
    Ok(())
}
