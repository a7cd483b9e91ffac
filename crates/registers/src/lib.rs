//! Registers: what States report about documents, and the border check over it.
//!
//! Nothing here knows a person. Holder, name and nationality never enter a register; a check leaves no trace of a
//! traveller. Rooms see one another only along `checks → documents, status` and `imports → documents, status`.

pub mod checks;
pub mod document;
pub mod documents;
pub mod imports;
pub mod status;

use base::access::PolicyText;
use base::ground::HousePlan;
use base::store::HouseSpec;

/// The house's file, and the rooms that have tables in it.
pub const HOUSE: HouseSpec =
    HouseSpec { name: "registers", file: "registers.db", rooms: &[&status::ROOM, &documents::ROOM, &imports::ROOM] };

/// Everything the house brings with it.
pub const PLAN: HousePlan = HousePlan {
    spec: &HOUSE,
    policies: &[POLICIES],
    rooms: &[checks::PLAN, documents::PLAN, status::PLAN, imports::PLAN, document::PLAN],
    resting_on_key: status::resting_on_key,
};

/// Rules that hold for the whole house.
const POLICIES: PolicyText =
    PolicyText { file: "registers/policies/registers.cedar", text: include_str!("../policies/registers.cedar") };
