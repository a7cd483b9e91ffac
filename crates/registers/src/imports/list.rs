//! The act "list the imports of one's own State".

use base::access::Resource;
use base::desk::Permitted;
use base::web::{Refusal, Visit};
use maud::Markup;

use super::permits::{ImportAlerts, ImportStatus, ListImports};
use super::running::Jobs;
use super::show::Found;
use super::{What, pages, queries};

/// Imports shown, newest first.
const SHOWN: u32 = 50;

/// Shows the list.
pub(super) async fn page(desk: Permitted<ListImports>, visit: Visit) -> Result<Markup, Refusal> {
    let (policy, caller, room) = (&desk.ground().policy, desk.caller(), Resource::room());
    let mut offered = Vec::new();
    if policy.allows::<ImportStatus>(caller, &room) {
        offered.push(What::Status);
    }
    if policy.allows::<ImportAlerts>(caller, &room) {
        offered.push(What::Alerts);
    }
    let reader = desk.open(Resource::room()).await?;
    let state = reader.caller().state;
    let jobs = reader.ground().kept::<Jobs>().of(state);
    let records = reader.ask(|connection| queries::last(connection, state, SHOWN))?;
    let remembered = |id| jobs.iter().any(|job| job.id == id);
    let rest: Vec<Found> = records.into_iter().filter(|record| !remembered(record.id)).map(Found::Record).collect();
    let found: Vec<Found> = jobs.iter().cloned().map(Found::Job).chain(rest).collect();
    Ok(visit.page("imports-list", pages::list(&visit.voice, &found, &offered)))
}
