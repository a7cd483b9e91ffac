//! What waits for each person, by deadline and on their own clock: a browser keeps the zone that its reader chose.

mod calendar;
mod permits;
mod show;
mod waiting;

use base::access::{PolicyText, Purpose};
use base::ground::RoomPlan;
use base::web::{FeedSpec, FeedWords, RoomLinkSpec, Routes};

pub use calendar::calendar;
pub use permits::{ShowToday, TakeCalendar};
pub use waiting::{Asked, WAITING_MAX, Waiting, When};

/// All that this room brings to its house.
pub(crate) const PLAN: RoomPlan = RoomPlan {
    schema: Some(PolicyText {
        file: "secretariat/policies/today.cedarschema",
        text: include_str!("../../policies/today.cedarschema"),
    }),
    policies: Some(PolicyText {
        file: "secretariat/policies/today.cedar",
        text: include_str!("../../policies/today.cedar"),
    }),
    words: &[base::words!("today")],
    routes,
    navigation: Some(RoomLinkSpec::to::<permits::ShowToday>("/today", "room-today")),
    api: calendar::api,
    feed: Some(FeedSpec::to::<permits::TakeCalendar>(
        "calendar",
        "/api/v1/today/calendar",
        Purpose::Secretariat,
        FeedWords { name: "today-feed", hint: "today-feed-hint", made: "today-feed-made" },
    )),
    ..RoomPlan::NOTHING
};

/// Answers this room's routes.
fn routes() -> Routes {
    Routes::new()
        .get("/today", show::page)
        .get("/today/calendar", calendar::page)
        .get("/api/v1/today/calendar", calendar::call)
}
