//! The core every house stands on.

pub mod web;
pub mod words;
