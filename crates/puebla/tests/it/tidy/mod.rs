//! Tests that read the source and hold it against what ARCHITECTURE, `data-policy.toml` and the other lists promise.
//!
//! Each check is a function from text to findings. Its test runs it on the project, where it must find nothing, and on
//! a planted fault, which it must find: a check that cannot fail proves nothing.

mod asvs;
mod columns;
mod derived;
mod diary;
mod doors;
mod evidence;
mod glossary;
mod habits;
mod licences;
mod limits;
mod map;
mod nouns;
mod pages;
mod queries;
mod reach;
mod rooms;
pub mod routes;
mod scripts;
mod sizes;
pub mod source;
mod tried;
mod words;
