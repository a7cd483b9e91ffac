//! Minutes of meetings: a text for each language, every revision of it kept, and frozen once they are adopted.
//!
//! Several people write on one text. Whoever saves says on which revision their text rests; of two who began on the same one
//! the second sees both texts side by side, and nothing that was typed is lost.

mod adopt;
mod api;
mod apply;
mod entries;
mod followed;
mod permits;
#[cfg(test)]
mod proofs;
mod queries;
mod show;
mod text;
mod version;
mod waiting;
mod write;

use base::access::PolicyText;
use base::ground::RoomPlan;
use base::store::Room;
use base::web::Routes;
use journal::Name;

pub use adopt::adopt_minutes;
pub use api::{Adoption, MinutesShown, MinutesTextShown, NewMinutes};
pub(crate) use followed::followed;
pub use permits::{AdoptMinutes, ShowMinutes, WriteMinutes};
pub(crate) use queries::{are_there, of, resource};
pub use waiting::waiting;
pub use write::write_minutes;

/// All that this room brings to its house.
pub(crate) const PLAN: RoomPlan = RoomPlan {
    schema: Some(PolicyText {
        file: "secretariat/policies/minutes.cedarschema",
        text: include_str!("../../policies/minutes.cedarschema"),
    }),
    policies: Some(PolicyText {
        file: "secretariat/policies/minutes.cedar",
        text: include_str!("../../policies/minutes.cedar"),
    }),
    words: &[base::words!("minutes")],
    routes,
    api: api::api,
    ..RoomPlan::NOTHING
};

/// This room's tables and what its entries mean for them.
pub static ROOM: Room = Room {
    name: Name::literal("minutes"),
    tables: include_str!("tables.sql"),
    apply: apply::apply,
    destroys: |_, _| Vec::new(),
};

/// Answers this room's routes.
fn routes() -> Routes {
    Routes::new()
        .get("/meetings/{reference}/minutes", show::page)
        .get("/meetings/{reference}/minutes/adopt", adopt::page)
        .post("/meetings/{reference}/minutes/adopt", adopt::submit)
        .get("/meetings/{reference}/minutes/{language}", write::page)
        .post("/meetings/{reference}/minutes/{language}", write::submit)
        .get("/meetings/{reference}/minutes/{language}/{version}", version::page)
        .get("/api/v1/meetings/{reference}/minutes", show::call)
        .post("/api/v1/meetings/{reference}/minutes/adopt", adopt::call)
        .post("/api/v1/meetings/{reference}/minutes/{language}", write::call)
        .get("/api/v1/meetings/{reference}/minutes/{language}/{version}", version::call)
}
