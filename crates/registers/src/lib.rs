//! Registers: what States report about documents, the border check over it, and alerts on people, which ship switched off, with
//! the redress of whoever they could speak of.
//!
//! Nothing about documents knows a person: a holder's name never enters those registers, and a check leaves no trace of a
//! traveller. Whom a State looks for stands in `alerts` alone, behind a decision of the conference and of each State. Rooms
//! see one another only along `checks → documents, status` and `imports → documents, status`.

pub mod alerts;
pub mod assessment;
pub mod checks;
mod closed;
pub mod document;
pub mod documents;
#[cfg(test)]
mod gallery;
pub mod imports;
pub mod redress;
pub mod searches;
pub mod statistics;
pub mod status;

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use base::access::{HouseEvents, PolicyText, Severity};
use base::ground::HousePlan;
use base::store::{HouseSpec, StoreError};
use rusqlite::Connection;

/// The house's file, and the rooms that have tables in it.
pub const HOUSE: HouseSpec = HouseSpec {
    name: "registers",
    file: "registers.db",
    rooms: &[&status::ROOM, &documents::ROOM, &imports::ROOM, &alerts::ROOM, &redress::ROOM, &statistics::ROOM],
};

/// Everything the house brings with it.
pub const PLAN: HousePlan = HousePlan {
    spec: &HOUSE,
    policies: &[POLICIES],
    rooms: &[
        checks::PLAN,
        documents::PLAN,
        status::PLAN,
        // Before `alerts`: a sweep counts what the next one destroys.
        statistics::PLAN,
        alerts::PLAN,
        alerts::glass::PLAN,
        redress::PLAN,
        imports::PLAN,
        document::PLAN,
        searches::PLAN,
        assessment::PLAN,
    ],
    resting_on_key,
    events: HouseEvents {
        granted: &[
            ("alerts.adopt", Severity::Notice),
            ("alerts.answer_breaking", Severity::Notice),
            ("alerts.break_glass", Severity::Urgent),
            ("alerts.hand_on_match", Severity::Notice),
            ("alerts.lift_claim", Severity::Notice),
            ("alerts.open_match", Severity::Notice),
            ("alerts.opt", Severity::Notice),
            ("alerts.overdue", Severity::Notice),
            ("alerts.read_broken", Severity::Warning),
            ("alerts.supplements", Severity::Notice),
            ("checks.lift", Severity::Notice),
            ("redress.block", Severity::Notice),
            ("redress.decide", Severity::Notice),
            ("statistics.issue", Severity::Notice),
            ("status.export", Severity::Notice),
        ],
        refused: &REFUSED,
    },
};

/// What somebody was stopped for, at checks and in searches.
const REFUSED: [(&str, Severity); checks::STOPS.len() + alerts::watch::STOPS.len()] = {
    let mut all = [checks::STOPS[0]; checks::STOPS.len() + alerts::watch::STOPS.len()];
    let mut at = 1;
    while at < all.len() {
        let of_searches = at >= checks::STOPS.len();
        all[at] = if of_searches { alerts::watch::STOPS[at - checks::STOPS.len()] } else { checks::STOPS[at] };
        at += 1;
    }
    all
};

/// Answers for each State how many numbers and clearances rest under a key of the numbers, of those entered at these positions.
fn resting_on_key(connection: &Connection, at: RangeInclusive<u64>) -> Result<Vec<(String, u64)>, StoreError> {
    let mut resting: BTreeMap<String, u64> = BTreeMap::new();
    let cleared = alerts::resting_on_key(connection, at.clone())?;
    for (state, count) in status::resting_on_key(connection, at)?.into_iter().chain(cleared) {
        *resting.entry(state).or_default() += count;
    }
    Ok(resting.into_iter().collect())
}

/// Rules that hold for the whole house.
const POLICIES: PolicyText =
    PolicyText { file: "registers/policies/registers.cedar", text: include_str!("../policies/registers.cedar") };
