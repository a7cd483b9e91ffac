//! The rules of the conference as functions: what a decision says, what it asks of whom, and by when.
//!
//! This crate reads no file, no clock and no database: texts, dates and instants are passed in, and the same question has
//! the same answer on every machine and on every day. The house *secretariat* keeps what these functions answer.

pub mod adopted;
pub mod akn;
pub mod aligned;
pub mod by;
pub mod calendar;
pub mod campaigns;
pub mod comments;
pub mod drafting;
pub mod due;
pub mod evaluations;
pub mod exercises;
pub mod import;
pub mod language;
pub mod obligations;
pub mod recorded;
pub mod review;
pub mod said;
pub mod sheet;
pub mod silence;
mod tokens;
pub mod training;
pub mod verbs;

#[cfg(test)]
mod specimen;
