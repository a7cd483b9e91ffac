//! The strict reader of machine-readable zones: what each check digit says, how the zone is built, and what does not
//! fit together.
//!
//! Formats and rules: ICAO Doc 9303, parts 3 to 7, eighth edition. Pure: no file, no clock; the day against which
//! two-digit years are read is an argument. The answer has three layers and never one verdict: arithmetic, structure,
//! cross-checks. What no check digit covers is said beside them ([`Zone::uncovered`]). The JSON and every code:
//! `docs/formats/zone.md`.
//!
//! Not here: the registers, and anything that judges a person. A nationality other than the issuing State is no
//! finding.

mod arithmetic;
mod classify;
pub(super) mod coded;
mod cross;
mod dates;
mod finding;
mod format;
mod layout;
mod names;
mod read;
mod reading;
mod rows;
mod spans;
mod split;
mod structure;
mod unreadable;
mod variant;

#[cfg(test)]
mod proofs;

pub use crate::document::states::is_known as is_known_state;
pub use classify::{Typed, classify};
pub use finding::{Field, Finding, FindingCode, Layer, Weight};
pub use format::{Format, Place};
pub use read::read;
pub use reading::{Arithmetic, Check, Fields, Uncovered, Zone};
pub use spans::Standing;
pub use split::Splitter;
pub use unreadable::{INPUT_BYTES_MAX, Unreadable, UnreadableCode};
pub use variant::Variant;

/// The words of the reader: one message for each error, finding and field.
pub const WORDS: base::words::WordFile = base::words!("zone");
