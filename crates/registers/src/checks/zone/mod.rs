//! The strict reader of machine-readable zones: what each check digit says, how the zone is built, and what does not fit together.
//!
//! Formats and rules: ICAO Doc 9303, parts 3 to 7. Pure: no file, no clock; the day against which two-digit years are read is an
//! argument. The answer has three layers and never one verdict: arithmetic, structure, cross-checks. What no check digit covers
//! is said beside them ([`Zone::uncovered`]).

mod finding;
mod format;
mod unreadable;
mod zone;

pub use finding::{Field, Finding, FindingCode, Layer, Weight};
pub use format::{Format, Place};
pub use unreadable::{Unreadable, UnreadableCode};
pub use zone::{Arithmetic, Check, DocumentKind, Fields, Variant, Zone, read};
