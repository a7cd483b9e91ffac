//! Registers: what States report about documents, the border check over it, and alerts on people, which ship switched off.
//!
//! Nothing about documents knows a person: a holder's name never enters those registers, and a check leaves no trace of a
//! traveller. Whom a State looks for stands in `alerts` alone, behind a decision of the conference and of each State. Rooms
//! see one another only along `checks → documents, status` and `imports → documents, status`.

pub mod alerts;
pub mod checks;
mod closed;
pub mod document;
pub mod documents;
#[cfg(test)]
mod gallery;
pub mod imports;
pub mod status;

use base::access::{HouseEvents, PolicyText, Severity};
use base::ground::HousePlan;
use base::store::HouseSpec;

/// The house's file, and the rooms that have tables in it.
pub const HOUSE: HouseSpec = HouseSpec {
    name: "registers",
    file: "registers.db",
    rooms: &[&status::ROOM, &documents::ROOM, &imports::ROOM, &alerts::ROOM],
};

/// Everything the house brings with it.
pub const PLAN: HousePlan = HousePlan {
    spec: &HOUSE,
    policies: &[POLICIES],
    rooms: &[checks::PLAN, documents::PLAN, status::PLAN, alerts::PLAN, imports::PLAN, document::PLAN],
    resting_on_key: status::resting_on_key,
    events: HouseEvents {
        granted: &[
            ("alerts.adopt", Severity::Notice),
            ("alerts.opt", Severity::Notice),
            ("checks.lift", Severity::Notice),
            ("status.export", Severity::Notice),
        ],
        refused: checks::STOPS,
    },
};

/// Rules that hold for the whole house.
const POLICIES: PolicyText =
    PolicyText { file: "registers/policies/registers.cedar", text: include_str!("../policies/registers.cedar") };
