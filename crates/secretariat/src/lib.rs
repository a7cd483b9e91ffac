//! Secretariat: the conference itself, as its delegations and its secretariat work with it every week.
//!
//! The secretariat writes down what was called and what was decided, in its own series; it decides nothing. Members read all
//! of it, observers what is not kept for members. Rules that need no table stand in the crate `conference`.

pub mod campaigns;
pub mod comments;
pub mod decisions;
mod differences;
pub mod drafting;
pub mod evaluations;
pub mod exercises;
pub mod following;
pub mod library;
pub mod meetings;
pub mod members;
pub mod minutes;
pub mod obligations;
pub mod papers;
mod printing;
mod rounds;
pub mod search;
pub mod sheets;
pub mod silence;
pub mod sittings;
pub mod today;
pub mod training;

use base::access::{HouseEvents, PolicyText};
use base::ground::HousePlan;
use base::store::HouseSpec;

/// The house's file, and the rooms that have tables in it.
pub const HOUSE: HouseSpec = HouseSpec {
    name: "secretariat",
    file: "secretariat.db",
    rooms: &[
        &campaigns::ROOM,
        &comments::ROOM,
        &decisions::ROOM,
        &drafting::ROOM,
        &evaluations::ROOM,
        &exercises::ROOM,
        &meetings::ROOM,
        &members::ROOM,
        &minutes::ROOM,
        &obligations::ROOM,
        &papers::ROOM,
        &search::ROOM,
        &sheets::ROOM,
        &silence::ROOM,
        &sittings::ROOM,
        &training::ROOM,
    ],
};

/// Everything the house brings with it.
pub const PLAN: HousePlan = HousePlan {
    spec: &HOUSE,
    policies: &[POLICIES],
    rooms: &[
        today::PLAN,
        search::PLAN,
        campaigns::PLAN,
        comments::PLAN,
        decisions::PLAN,
        drafting::PLAN,
        evaluations::PLAN,
        exercises::PLAN,
        following::PLAN,
        library::PLAN,
        meetings::PLAN,
        members::PLAN,
        minutes::PLAN,
        obligations::PLAN,
        papers::PLAN,
        sheets::PLAN,
        silence::PLAN,
        sittings::PLAN,
        training::PLAN,
    ],
    // Nothing here rests under a key of the numbers.
    resting_on_key: |_, _| Ok(Vec::new()),
    events: HouseEvents { granted: &[], refused: &[] },
};

/// Rules that hold for the whole house.
const POLICIES: PolicyText =
    PolicyText { file: "secretariat/policies/secretariat.cedar", text: include_str!("../policies/secretariat.cedar") };
