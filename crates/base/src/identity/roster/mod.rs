//! The people of one State, as its administrator manages them: enrol, change, suspend, reset. Nobody else's.
//!
//! Every act is a permit, so it is on the access log. A person of another State reads like one who is not there.

mod act;
pub mod by_command;
mod change;
mod contact;
mod enrol;
mod form;
mod list;
mod queries;
mod reset;
mod show;
mod suspend;
#[cfg(test)]
mod walks;

use crate::access::Purpose;
use crate::web::{RoomLinkSpec, Routes};

/// The role whose holders manage people.
pub const ADMINISTRATOR: &str = "state_administrator";

/// Where the people are.
pub const PEOPLE_PATH: &str = "/people";

/// This room's entry in the navigation.
pub const NAVIGATION: RoomLinkSpec =
    RoomLinkSpec { href: PEOPLE_PATH, label: "people-title", purposes: &[Purpose::Administration] };

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
    /// An administrator says whom the other States call about what theirs reports.
    Reach = "people.reach" in "base", for [Administration], class Members, rate Write, writes
);
crate::permit!(
    /// The operator gives a State or organisation that has no active administrator its first one.
    Found = "people.found" in "base", for [Operation], class Personal, rate Write, writes
);

/// Answers the routes of the people.
pub fn routes() -> Routes {
    Routes::new()
        .get(PEOPLE_PATH, list::page)
        .post(PEOPLE_PATH, list::find)
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
        .get("/people/{person}/reset", reset::page)
        .post("/people/{person}/reset", reset::submit)
}
