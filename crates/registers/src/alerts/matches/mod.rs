//! Whether a traveller could be somebody of an alert, what makes that certain, and what came of it.
//!
//! `gallery` holds the alerts in force in memory and finds who could be it; `compare` says it without a word of what an alert
//! says; `corroborate` says what opens the sealed part, and `open` opens it; `outcome` puts on record what came of it.
//! Why it is so: `docs/why/0029-person-check.md`.

pub(super) mod api;
mod compare;
mod corroborate;
pub(super) mod gallery;
pub(super) mod hand_on;
mod kept;
pub(super) mod open;
pub(super) mod outcome;
mod pages;
pub(super) mod second;
mod traveller;

pub use compare::{
    Asking, Compared, Compares, ComparesPeople, Data, Decides, Level, PersonAnswer, PossibleMatch, SHOWN_MAX, compare,
};
pub use outcome::{CLEARED_DAYS, MatchOutcome};
pub use pages::{carrier, found, notice};
pub(super) use pages::{outcomes, own_field};
pub(super) use second::pending_of;
pub use traveller::{Holder, Traveller, TravellerSent};

use base::ground::Puebla;
use base::ids::{StateCode, new_id};
use base::store::StoreError;
use jiff::Timestamp;
use rusqlite::Connection;
use sha2::{Digest, Sha256};

use super::{queries, today};

/// Answers whether a State takes part in any category: whether a traveller is compared at all for its officers (G-05).
pub fn takes_part(connection: &Connection, reader: StateCode) -> Result<bool, StoreError> {
    Ok(!queries::own_parts(connection, reader)?.is_empty())
}

/// Answers chance for one comparison, to be given away and kept nowhere.
pub fn nonce(now: Timestamp) -> [u8; 16] {
    // Either id has some seventy bits of chance beside the time.
    let chance = Sha256::new().chain_update(new_id(now)).chain_update(new_id(now)).finalize();
    let mut nonce = [0; 16];
    nonce.copy_from_slice(&chance[..16]);
    nonce
}

/// Reads into memory what was said since the last look, so that no officer's question waits for it.
pub(super) fn warm(ground: &Puebla, connection: &Connection) -> Result<(), StoreError> {
    let gallery = ground.kept::<gallery::Gallery>();
    gallery.follow(connection, today(ground.clock.now())).map(|_| ())
}
