//! Parties and what they are to the conference over time, its bodies, and who presides.
//!
//! The profile says who founded the process; everybody who comes later is admitted by a decision that is named, or invited to
//! one meeting and gone with it. Days and names are kept with the days for which they hold: nothing is overwritten.

mod apply;
mod class;
mod entries;
mod permits;
mod queries;
mod terms;

use base::access::PolicyText;
use base::ground::RoomPlan;
use base::store::Room;
use journal::Name;

pub use class::{Class, Names};
pub use entries::{MemberEntry, Term};
pub use permits::{Admit, Delegate, EnterTerms, FormBodies, ListMembers, ShowApplications, ShowMember};
pub use queries::{body_name_on, guests_of, members_on, parties_on};
pub use terms::{PRESIDENCY, TermOf, Troika, presides, presiding_on, terms, troika_on};

/// All that this room brings to its house.
pub(crate) const PLAN: RoomPlan = RoomPlan {
    schema: Some(PolicyText {
        file: "secretariat/policies/members.cedarschema",
        text: include_str!("../../policies/members.cedarschema"),
    }),
    policies: Some(PolicyText {
        file: "secretariat/policies/members.cedar",
        text: include_str!("../../policies/members.cedar"),
    }),
    ..RoomPlan::NOTHING
};

/// This room's tables and what its entries mean for them.
pub static ROOM: Room = Room {
    name: Name::literal("members"),
    tables: include_str!("tables.sql"),
    apply: apply::apply,
    destroys: |_, _| Vec::new(),
};
