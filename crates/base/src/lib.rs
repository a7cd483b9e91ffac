//! The core every house stands on: who people are, what they may see, where data rests, how pages speak.
//!
//! `desk` is the door: start there to learn who may see what. `base` knows State, institution, post, person,
//! role and purpose, and no other noun of the conference.

pub mod about;
pub mod access;
pub mod clock;
pub mod desk;
pub mod events;
pub mod ground;
pub mod identity;
pub mod ids;
mod kept;
pub mod machine;
pub mod metrics;
pub mod operation;
pub mod oversight;
#[cfg(feature = "seeded-fault")]
pub(crate) mod seeded;
#[cfg(any(test, feature = "specimen"))]
pub mod specimen;
pub mod store;
pub mod timekeeping;
pub mod web;
pub mod words;
