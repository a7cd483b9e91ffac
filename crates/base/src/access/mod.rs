//! Who may look at what, for which purpose, and the record that they did.
//!
//! A *permit* is the right to one act; Cedar policies decide who holds it; the access log is written before any answer
//! leaves. Names the roles and purposes of a profile, never a traveller.

mod event;
mod log;
mod log_entry;
mod permit;
mod policy;
mod purpose;

pub use event::{GRANTED, Gravity, HouseEvents, Severity, Stood, Tail, severity};
pub use log::{
    ACCESS, AccessLog, DETAIL_DAYS, LONG_DETAIL_DAYS, LogUnavailable, Verified as VerifiedLog, log_head,
    verify as verify_log, verify_keeping as verify_log_keeping,
};
pub use log_entry::{Decision, Detail, Leaf};
pub use permit::{DataClass, Permit, PermitFacts, RateClass, Witnesses, Writes};
pub use policy::{Policy, PolicyError, PolicyText, Resource};
pub use purpose::Purpose;
