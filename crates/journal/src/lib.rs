//! The journal: what each State said, in which room and order, so that nobody can change it later unseen.
//!
//! An entry is a [`Header`] and a payload. The header carries the hash of the header before it in its [`Series`]
//! and a salted hash of the payload, so a payload can be destroyed while the chain still verifies. A
//! [`Checkpoint`] signs where every series stood; a [`Verifier`] recomputes everything and names the first [`Fault`].
//!
//! This crate reads no file, no clock and no randomness: bytes, times and salts are passed in. The bytes are drawn in
//! `docs/formats/journal.md`; format version 1 is frozen.

mod checkpoint;
mod hash;
mod header;
mod series;
mod verifier;

pub use checkpoint::{Checkpoint, CheckpointError, SignedCheckpoint};
pub use hash::{Hash, HashError, header_hash, payload_hash};
pub use header::{DecodeError, FORMAT_VERSION, HEADER_BYTES_MAX, Head, Header, Statement};
pub use series::{Name, NameError, Place, Series, StateCode};
pub use verifier::{Entry, Fault, Heads, Payload, Verifier, Wrong};

#[cfg(test)]
mod specimen;
