//! Following: each person keeps in sight documents, meetings and bodies that they chose, and reads what is new in them since last time.
//!
//! What somebody follows is theirs alone: it rests among their working copies, in no journal, and is forgotten when they do not look for half
//! a year. What is new is read at each look from the rooms that it belongs to, and each room's own policy says whether it is told.
//! Why it is so: `docs/why/0047-following.md`.

mod api;
mod atom;
mod button;
mod follow;
mod news;
mod permits;
#[cfg(test)]
mod proofs;
mod shelf;
mod show;
mod thing;

use base::access::{PolicyText, Purpose};
use base::ground::RoomPlan;
use base::web::{FeedSpec, FeedWords, RoomLinkSpec, Routes};

pub use api::{FollowedShown, FollowingShown, NewsShown, ThingNamed};
pub(crate) use button::{button, button_of_body};
pub(crate) use news::unread;
pub use permits::{Follow, ShowNews, TakeNews};
pub(crate) use thing::Kind;

/// All that this room brings to its house.
pub(crate) const PLAN: RoomPlan = RoomPlan {
    schema: Some(PolicyText {
        file: "secretariat/policies/following.cedarschema",
        text: include_str!("../../policies/following.cedarschema"),
    }),
    policies: Some(PolicyText {
        file: "secretariat/policies/following.cedar",
        text: include_str!("../../policies/following.cedar"),
    }),
    words: &[base::words!("following")],
    routes,
    navigation: Some(RoomLinkSpec::to::<permits::ShowNews>("/following", "room-following")),
    api: api::api,
    feed: Some(FeedSpec::to::<permits::TakeNews>(
        "following",
        "/api/v1/following/atom",
        Purpose::Secretariat,
        FeedWords { name: "following-feed", hint: "following-feed-hint", made: "following-feed-made" },
    )),
    ..RoomPlan::NOTHING
};

/// Answers this room's routes.
fn routes() -> Routes {
    Routes::new()
        .get("/following", show::page)
        .post("/following/follow", follow::follow)
        .post("/following/stop", follow::stop)
        .get("/api/v1/following", show::call)
        .post("/api/v1/following", follow::follow_call)
        .post("/api/v1/following/stop", follow::stop_call)
        .get("/api/v1/following/atom", atom::call)
}
