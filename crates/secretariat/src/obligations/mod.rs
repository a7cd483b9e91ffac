//! Obligations: what decisions charge States and bodies with, by when, and what has come of it.
//!
//! Decision → obligation → evidence. The day follows from the decision's rule and is never overwritten: whoever will be late says so,
//! and that stands beside the day. Done is what evidence shows. The rules stand in `conference::obligations`; here is what was recorded,
//! and tables by which a list of twenty thousand is turned.

mod apply;
mod charge;
mod dated;
mod entries;
mod owner;
mod queries;
mod reference;

use base::store::Room;
use journal::Name;

pub use charge::{Charge, ChargeError, charge, release};
pub use entries::ObligationEntry;
pub use reference::{NotAReference, Reference};

/// This room's tables and what its entries mean for them.
pub static ROOM: Room = Room {
    name: Name::literal("obligations"),
    tables: include_str!("tables.sql"),
    apply: apply::apply,
    destroys: |_, _| Vec::new(),
};
