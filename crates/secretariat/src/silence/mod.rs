//! No-objection rounds: a text that the presidency puts to the States is adopted at a stated instant unless one of them objects.
//!
//! What became of a round is the pure function `conference::silence::account` of its entries here. Nobody closes a round, and the
//! secretariat has no part in one but to read it. Before a page or a call tells that a deadline has passed, that is put on record.

mod again;
mod api;
mod apply;
mod comment;
mod entries;
mod extension;
mod form;
mod letter;
mod list;
mod open;
mod pages;
mod permits;
mod position;
mod preside;
mod presidency;
#[cfg(test)]
mod proofs;
mod queries;
mod round;
#[cfg(test)]
mod samples;
mod saying;
mod show;
mod sweep;
mod symbol;
mod telling;
mod waiting;

use base::access::PolicyText;
use base::ground::RoomPlan;
use base::store::Room;
use base::web::{RoomLinkSpec, Routes};
use journal::Name;

pub use again::put_again;
pub use api::{
    ActShown, NewExtension, NewPosition, NewRemark, NewRevision, NewRound, RequestShown, RoundChanged, RoundListed,
    RoundShown, RoundStandingShown, RoundsPage, Ruling,
};
pub use comment::comment_on_round;
pub use extension::ask_for_time;
pub use open::open_round;
pub use permits::{CommentOnRound, ListRounds, OpenRound, PresideOverRound, ShowRound, TakeLetter, TakePosition};
pub use position::take_position;
pub use show::open_text;
pub(crate) use waiting::asks_beyond;
pub use waiting::waiting;

/// All that this room brings to its house.
pub(crate) const PLAN: RoomPlan = RoomPlan {
    schema: Some(PolicyText {
        file: "secretariat/policies/silence.cedarschema",
        text: include_str!("../../policies/silence.cedarschema"),
    }),
    policies: Some(PolicyText {
        file: "secretariat/policies/silence.cedar",
        text: include_str!("../../policies/silence.cedar"),
    }),
    words: &[base::words!("silence")],
    routes,
    navigation: Some(RoomLinkSpec::to::<permits::ListRounds>("/silence", "room-silence")),
    api: api::api,
    sweep: sweep::sweep,
    ..RoomPlan::NOTHING
};

/// This room's tables and what its entries mean for them.
pub static ROOM: Room = Room {
    name: Name::literal("silence"),
    tables: include_str!("tables.sql"),
    apply: apply::apply,
    destroys: |_, _| Vec::new(),
};

/// Answers this room's routes.
fn routes() -> Routes {
    Routes::new()
        .get("/silence", list::page)
        .get("/silence/open", open::page)
        .post("/silence/open", open::submit)
        .get("/silence/{reference}", show::page)
        .get("/silence/{reference}/position", position::page)
        .post("/silence/{reference}/position", position::submit)
        .get("/silence/{reference}/comment", comment::page)
        .post("/silence/{reference}/comment", comment::submit)
        .get("/silence/{reference}/extension", extension::page)
        .post("/silence/{reference}/extension", extension::submit)
        .get("/silence/{reference}/preside", preside::page)
        .post("/silence/{reference}/preside", preside::submit)
        .get("/silence/{reference}/again", again::page)
        .post("/silence/{reference}/again", again::submit)
        .get("/silence/{reference}/letter", letter::page)
        .get("/api/v1/silence", list::call)
        .post("/api/v1/silence", open::call)
        .get("/api/v1/silence/{reference}", show::call)
        .get("/api/v1/silence/{reference}/letter", letter::call)
        .post("/api/v1/silence/{reference}/position", position::call)
        .post("/api/v1/silence/{reference}/comment", comment::call)
        .post("/api/v1/silence/{reference}/extension", extension::call)
        .post("/api/v1/silence/{reference}/preside", preside::call)
        .post("/api/v1/silence/{reference}/again", again::call)
}
