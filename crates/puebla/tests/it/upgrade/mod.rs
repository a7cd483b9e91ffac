//! Folders that earlier releases made, brought forward by this one: whole, found again, and killed in the middle.
//!
//! How they were made and what is in them: tests/frozen/README.md. How to run more kills: docs/operate/upgrade.md.

mod forward;
pub mod frozen;
mod killed;
