//! Joint exercises of States: place, days, who coordinates, what came of it as counts, and findings that become duties.
//!
//! Plan → held → reported → closed, by the rules of `conference::exercises`. Counts are entered by each State for itself, and are of
//! people who need protection before anything else. No field takes a name: who coordinates is a kind of institution of a State, and
//! what is counted is a closed list. A finding is answered by an obligation in the room of obligations, or by a reason why there is none.

mod api;
mod apply;
mod coded;
mod counts;
mod entries;
mod export;
mod findings;
mod list;
mod pages;
mod permits;
mod plan;
#[cfg(test)]
mod proofs;
mod queries;
mod show;
mod step;
mod waiting;

use base::access::PolicyText;
use base::ground::RoomPlan;
use base::store::Room;
use base::web::{RoomLinkSpec, Routes};
use journal::Name;

pub use api::{Count, NewCounts, NewExercise, Participant};
pub use counts::report_counts;
pub use findings::find;
pub use permits::{CountExercise, ExportExercise, ListExercises, PlanExercises, ShowExercise};
pub use plan::plan_exercise;
pub use step::step_exercise;
pub(crate) use waiting::in_calendar;
pub use waiting::waiting;

/// All that this room brings to its house.
pub(crate) const PLAN: RoomPlan = RoomPlan {
    schema: Some(PolicyText {
        file: "secretariat/policies/exercises.cedarschema",
        text: include_str!("../../policies/exercises.cedarschema"),
    }),
    policies: Some(PolicyText {
        file: "secretariat/policies/exercises.cedar",
        text: include_str!("../../policies/exercises.cedar"),
    }),
    words: &[base::words!("exercises")],
    routes,
    navigation: Some(RoomLinkSpec::to::<permits::ListExercises>("/exercises", "room-exercises")),
    api: api::api,
    ..RoomPlan::NOTHING
};

/// This room's tables and what its entries mean for them.
pub static ROOM: Room = Room {
    name: Name::literal("exercises"),
    tables: include_str!("tables.sql"),
    apply: apply::apply,
    destroys: |_, _| Vec::new(),
};

/// Answers this room's routes.
fn routes() -> Routes {
    Routes::new()
        .get("/exercises", list::page)
        .get("/exercises/new", plan::page)
        .post("/exercises/new", plan::submit)
        .get("/exercises/{reference}", show::page)
        .post("/exercises/{reference}/step", step::submit)
        .get("/exercises/{reference}/counts", counts::page)
        .post("/exercises/{reference}/counts", counts::submit)
        .get("/exercises/{reference}/findings", findings::page)
        .post("/exercises/{reference}/findings", findings::submit)
        .get("/exercises/{reference}/findings/{item}", findings::answer_page)
        .post("/exercises/{reference}/findings/{item}", findings::answer)
        .get("/exercises/{reference}/export", export::page)
        .get("/api/v1/exercises", list::call)
        .post("/api/v1/exercises", plan::call)
        .get("/api/v1/exercises/{reference}", show::call)
        .post("/api/v1/exercises/{reference}/counts", counts::call)
}
