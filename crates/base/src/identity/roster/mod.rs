//! The people of one State, as its administrator manages them: enrol, change, suspend, reset. Nobody else's.
//! Whoever has passkeys is not reset by one administrator, but recovered by two.
//!
//! Every act is a permit, so it is on the access log. A person of another State reads like one who is not there.

mod act;
pub mod by_command;
mod change;
mod confirm_recovery;
mod contact;
mod enrol;
mod form;
pub(crate) mod found;
mod list;
mod queries;
mod recover;
mod recoveries;
mod recovery;
#[cfg(test)]
mod recovery_walks;
mod reset;
mod show;
mod suspend;
#[cfg(test)]
mod walks;

use recoveries::PATH as RECOVERIES_PATH;
pub(super) use recovery::forget_ended;

use jiff::Timestamp;
use rusqlite::Connection;
use uuid::Uuid;

use crate::ground::Puebla;
use crate::store::StoreError;
use crate::web::{RoomLinkSpec, Routes};

/// The role whose holders manage people.
pub const ADMINISTRATOR: &str = "state_administrator";

/// Where the people are.
pub const PEOPLE_PATH: &str = "/people";

/// This room's entry in the navigation.
pub const NAVIGATION: RoomLinkSpec = RoomLinkSpec::to::<List>(PEOPLE_PATH, "people-title");

crate::permit!(
    /// An administrator sees who the people of their State are.
    List = "people.list" in "base", for [Administration], class Personal, rate Look
);
crate::permit!(
    /// An administrator sees one person.
    Show = "people.show" in "base", for [Administration], class Personal, rate Look
);
crate::permit!(
    /// An administrator enrols somebody.
    Enrol = "people.enrol" in "base", for [Administration], class Personal, rate Write, writes
);
crate::permit!(
    /// An administrator changes what a person is here: name, post, roles.
    Change = "people.change" in "base", for [Administration], class Personal, rate Write, writes
);
crate::permit!(
    /// An administrator suspends a person or takes them back.
    Suspend = "people.suspend" in "base", for [Administration], class Personal, rate Write, writes
);
crate::permit!(
    /// An administrator gives a person a new first password, and takes their one-time codes away.
    Reset = "people.reset" in "base", for [Administration], class Personal, rate Write, writes
);
crate::permit!(
    /// An administrator begins a recovery of the sign-in of somebody who has lost their passkeys, or takes it back.
    Recover = "people.recover" in "base", for [Administration], class Personal, rate Write, writes
);
crate::permit!(
    /// A second administrator confirms a recovery that another began.
    ConfirmRecovery = "people.confirm_recovery" in "base", for [Administration], class Personal, rate Write, writes
);
crate::permit!(
    /// An administrator says whom the other States call about what theirs reports.
    Reach = "people.reach" in "base", for [Administration], class Members, rate Write, writes
);
crate::permit!(
    /// The operator gives a State or organisation that has no active administrator its first one.
    Found = "people.found" in "base", for [Operation], class Personal, rate Write, writes
);

pub use found::{FoundAnswer, FoundRequest};

/// Answers this room's part of the OpenAPI document.
pub fn api() -> utoipa::openapi::OpenApi {
    use utoipa::OpenApi;
    #[derive(OpenApi)]
    #[openapi(paths(found::call), components(schemas(FoundRequest, FoundAnswer)))]
    struct Roster;
    Roster::openapi()
}

/// Answers the routes of the people.
pub fn routes() -> Routes {
    Routes::new()
        .get(PEOPLE_PATH, list::page)
        .post("/people/find", list::find)
        .get("/people/new", enrol::page)
        .post("/people/new", enrol::submit)
        .get(contact::PATH, contact::page)
        .post(contact::PATH, contact::submit)
        .get("/people/{person}", show::page)
        .get("/people/{person}/change", change::page)
        .post("/people/{person}/change", change::submit)
        .get("/people/{person}/suspend", suspend::page)
        .post("/people/{person}/suspend", suspend::submit)
        .post("/people/{person}/reactivate", suspend::reactivate)
        .get(recoveries::PATH, recoveries::page)
        .get("/people/{person}/recover", recover::page)
        .post("/people/{person}/recover", recover::begin)
        .post("/people/{person}/recover/withdraw", recover::withdraw)
        .post("/people/{person}/recover/confirm", confirm_recovery::submit)
        .get("/people/{person}/reset", reset::page)
        .post("/people/{person}/reset", reset::submit)
        .post("/api/v1/administrators", found::call)
}

/// Answers the name of whoever began a recovery of a person's sign-in that is waiting, and that the person can stop in their account.
pub fn recovery_begun_by(ground: &Puebla, person: Uuid, now: Timestamp) -> Result<Option<String>, StoreError> {
    ground.base.read(|tables| Ok(recovery::waiting(tables, person, now)?.map(|recovery| recovery.begun_by_name)))
}

/// Stops a recovery of a person's sign-in.
pub(super) fn stop_recovery(connection: &Connection, person: Uuid) -> Result<(), StoreError> {
    recovery::withdraw(connection, person)
}
