//! The rules of the conference as functions: what a decision says, what it asks of whom, and by when.
//!
//! This crate reads no file, no clock and no database: texts, dates and instants are passed in, and the same question has
//! the same answer on every machine and on every day. The house *secretariat* keeps what these functions answer.

pub mod due;
pub mod import;
mod tokens;
pub mod verbs;
