//! What those who supervise lawfulness are told of: acts that looked like carrying a register away, and what came of each.
//!
//! A house sees such acts, stops whoever does them, and raises a concern; what it saw stays in its memory and is never
//! stored. Here concerns rest, are listed, acknowledged and closed. A State's second line may lift a stop; that closes
//! nothing.

mod api;
mod concern;
mod list;
mod raise;
mod settle;
mod show;
mod stops;

use crate::web::{RoomLinkSpec, Routes};
use crate::words::WordFile;

pub use concern::{Concern, DAYS_KEPT, Stop, forget_old};
pub use raise::{NewConcern, Told, lift, stop, stops_here, stops_of, tell, tell_both};

/// Where concerns are.
pub const CONCERNS_PATH: &str = "/oversight/concerns";

/// The role whose holders supervise.
pub const SUPERVISOR: &str = "oversight";

crate::permit!(
    /// Whoever supervises sees which concerns there are: State, post and how many, and no person.
    Concerns = "oversight.list" in "base", for [Oversight], class Members, rate Look
);
crate::permit!(
    /// Whoever supervises sees one concern; the person in it only where they are of the same State.
    ShowConcern = "oversight.show" in "base", for [Oversight], class Personal, rate Look
);
crate::permit!(
    /// Whoever supervises says that they have seen a concern, or what came of it.
    Settle = "oversight.settle" in "base", for [Oversight], class Personal, rate Write, writes
);

/// This room's words.
pub const WORDS: WordFile = crate::words!("oversight");

/// This room's entry in the navigation.
pub const NAVIGATION: RoomLinkSpec = RoomLinkSpec::to::<Concerns>(CONCERNS_PATH, "room-oversight");

/// Answers this room's routes.
pub fn routes() -> Routes {
    Routes::new()
        .get(CONCERNS_PATH, list::page)
        .get("/oversight/concerns/{concern}", show::page)
        .post("/oversight/concerns/{concern}/acknowledge", settle::acknowledge)
        .post("/oversight/concerns/{concern}/close", settle::close)
        .get("/api/v1/concerns", api::list)
}

/// Answers this room's part of the OpenAPI document.
pub fn api() -> utoipa::openapi::OpenApi {
    api::described()
}

/// Answers how many concerns of the caller's reach wait, for the pages that say so.
pub(crate) fn waiting(
    reader: &crate::desk::Reader<impl crate::access::Permit>,
) -> Result<u64, crate::store::StoreError> {
    let reach = list::reach(reader.caller());
    reader.ask(|base| concern::waiting(base, reach))
}
