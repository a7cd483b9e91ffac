//! Rounds as they happen: each fault of a person, a clock or a machine has one outcome, which stays the same on every copy.

#![allow(clippy::unwrap_used)]

mod copies;
mod cycle;
mod days;
mod ends;
