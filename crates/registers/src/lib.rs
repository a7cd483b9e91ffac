//! Registers: what States report about documents, and the border check over it.
//!
//! Nothing here knows a person. Holder, name and nationality never enter a register; a check leaves no trace of a
//! traveller. Rooms see one another only along `checks → documents, status` and `imports → documents, status`.

pub mod checks;
pub mod document;
pub mod documents;
pub mod imports;
pub mod status;

use base::access::{HouseEvents, PolicyText, Severity};
use base::ground::{HousePlan, Puebla};
use base::store::{HouseSpec, StoreError};
use base::web::{RoomLinkSpec, Routes};
use base::words::WordFile;

/// The house's file and rooms.
pub const HOUSE: HouseSpec =
    HouseSpec { name: "registers", file: "registers.db", rooms: &[&status::ROOM, &documents::ROOM, &imports::ROOM] };

/// Everything the house brings with it.
pub const PLAN: HousePlan = HousePlan {
    spec: &HOUSE,
    schema: &[status::SCHEMA, documents::SCHEMA, checks::SCHEMA, imports::SCHEMA],
    policies: &[POLICIES, status::POLICIES, documents::POLICIES, checks::POLICIES, imports::POLICIES],
    words,
    routes,
    navigation: NAVIGATION,
    api,
    sweep,
    resting_on_key: status::resting_on_key,
    events: HouseEvents {
        granted: &[("checks.lift", Severity::Notice), ("status.export", Severity::Notice)],
        refused: checks::STOPS,
    },
};

/// Rules that hold for the whole house.
const POLICIES: PolicyText =
    PolicyText { file: "registers/policies/registers.cedar", text: include_str!("../policies/registers.cedar") };

const NAVIGATION: &[RoomLinkSpec] =
    &[checks::NAVIGATION, documents::NAVIGATION, status::NAVIGATION, imports::NAVIGATION];

fn words() -> Vec<WordFile> {
    vec![document::WORDS, checks::WORDS, checks::zone::WORDS, documents::WORDS, status::WORDS, imports::WORDS]
}

fn routes() -> Routes {
    checks::routes().and(documents::routes()).and(status::routes()).and(imports::routes())
}

fn api() -> utoipa::openapi::OpenApi {
    let mut document = checks::api();
    document.merge(documents::api());
    document.merge(status::api());
    document.merge(imports::api());
    document
}

/// What the passing of time asks of the house: expiries, and imports that a restart cut short.
fn sweep(ground: &Puebla) -> Result<usize, StoreError> {
    Ok(status::sweep(ground)? + documents::sweep(ground)? + imports::sweep(ground)?)
}
