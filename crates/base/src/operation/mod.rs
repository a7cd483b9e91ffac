//! Running the machine: is everything still what was written, is there a copy of it, what does it hold.
//!
//! Here is the operator's page, the two acts it offers, and their API. The commands `verify`, `backup`, `rebuild` and
//! `restore` go through the same permits.

mod backup;
mod drill;
mod gap;
mod keys;
mod overview;
mod unasked;
mod upkeep;
mod verification;

use crate::access::PermitFacts;
use crate::web::{RoomLinkSpec, Routes};
use crate::words::WordFile;

pub use backup::{prepare as prepare_backup, write_out as write_backup};
pub use drill::{DrillReport, remember_drill};
pub use gap::{Account, Gap, standing as gap_standing};
pub use keys::{EpochFound, KeyFound, SealedAnew, destroy as destroy_key, rotate as rotate_key, show as show_keys};
pub(crate) use unasked::verify_for_ever;
pub use upkeep::{Done, Upkeep, last, remember};
pub use verification::{FilesFound, HouseFound, LogFound, Verification, VerifyRequest, verify};

crate::permit!(
    /// Sees what the machine holds and when it was last cared for.
    Overview = "operation.overview" in "base", for [Operation, Oversight], class Members, rate Look
);
crate::permit!(
    /// Recomputes the access log and every journal.
    Verify = "log.verify" in "base", for [Operation, Oversight], class Members, rate Bulk
);
crate::permit!(
    /// Takes a copy of everything but the keys.
    Backup = "store.backup" in "base", for [Operation], class Personal, rate Bulk, writes
);
crate::permit!(
    /// Makes the tables again from the journal.
    Rebuild = "store.rebuild" in "base", for [Operation], class Members, rate Bulk, writes
);
crate::permit!(
    /// Puts a copy in the place of what was lost.
    Restore = "store.restore" in "base", for [Operation], class Personal, rate Bulk, writes
);

crate::permit!(
    /// Puts on record what happened where a chain was found not to hold.
    Explain = "operation.explain" in "base", for [Operation, Oversight], class Members, rate Write, writes
);
crate::permit!(
    /// Notes that a backup was restored for practice.
    Drill = "store.drill" in "base", for [Operation], class Members, rate Write, writes
);
crate::permit!(
    /// Puts a new key in the place of one, and destroys one on which nothing rests.
    RotateKeys = "keys.rotate" in "base", for [Operation], class Members, rate Write, writes
);

/// The permits that no route asks for, because only a command on the machine itself does such a thing.
pub const BY_COMMAND: [PermitFacts; 3] =
    [PermitFacts::of::<Rebuild>(), PermitFacts::of::<Restore>(), PermitFacts::of::<RotateKeys>()];

/// This room's words.
pub const WORDS: WordFile = crate::words!("operation");

/// This room's entry in the navigation.
pub const NAVIGATION: RoomLinkSpec = RoomLinkSpec::to::<Overview>("/operation", "room-operation");

/// Answers this room's routes.
pub fn routes() -> Routes {
    Routes::new()
        .get("/operation", overview::page)
        .post("/operation/verification", verification::submit)
        .post("/operation/gap", gap::submit)
        .post("/operation/backup", backup::submit)
        .post("/api/v1/verifications", verification::call)
        .post("/api/v1/gaps/accounts", gap::call)
        .post("/api/v1/backups", backup::call)
        .post("/api/v1/drills", drill::call)
}

/// Answers this room's part of the OpenAPI document.
pub fn api() -> utoipa::openapi::OpenApi {
    use utoipa::OpenApi;
    #[derive(OpenApi)]
    #[openapi(
        paths(verification::call, backup::call, drill::call, gap::call),
        components(schemas(Verification, VerifyRequest, DrillReport, gap::GapAccount, gap::GapShown))
    )]
    struct Operation;
    Operation::openapi()
}

/// The release that runs, for manifests and pages.
pub const RELEASE: &str = env!("CARGO_PKG_VERSION");
