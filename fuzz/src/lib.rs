//! Every place that reads what strangers send, as a function of bytes: none may panic, hang, grow, or break its promise.
//!
//! `fuzz/libfuzzer` feeds these functions with bytes that it changes towards branches not yet taken (`bin/fuzz`); the test
//! in `fuzz/tests` feeds them, on the stable compiler, with every file of `fuzz/corpus`. A function that panics has found
//! something; what it holds is said at its head. How to add one: CONTRIBUTING.md, "Adding a reader of what others send".

mod backups;
mod calls;
mod control;
mod declarations;
mod entries;
mod headers;
mod imports;
mod people;
mod questions;
pub mod replay;
mod stage;
mod uploads;
mod zone;

pub use backups::backups;
pub use calls::calls;
pub use control::control;
pub use declarations::declarations;
pub use entries::entries;
pub use headers::headers;
pub use imports::imports;
pub use people::people;
pub use questions::questions;
pub use uploads::uploads;
pub use zone::zone;

/// A target: its name, which is also its corpus's, and its function.
pub type Target = (&'static str, fn(&[u8]));

/// Every target. The planted one, [`control`], is none of them: it must fail.
pub const TARGETS: [Target; 10] = [
    ("zone", zone),
    ("imports", imports),
    ("uploads", uploads),
    ("questions", questions),
    ("entries", entries),
    ("backups", backups),
    ("headers", headers),
    ("calls", calls),
    ("declarations", declarations),
    ("people", people),
];
