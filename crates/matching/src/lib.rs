//! Whether a traveller could be a person of a register: names, candidates, evidence.
//!
//! A [`Person`] is what was claimed, read or registered: names with roles, birth dates as what is known of them, sex,
//! nationalities, numbers. A [`Builder`] packs many into a [`Segment`]; an [`Index`] is the segments that one audience may
//! see, and answers who could be it, best first. A score is evidence in natural log-odds: [`Explanation`] has its lines,
//! which add up to it. How the model came about, its parameters and its errors: `docs/matching.md`.
//!
//! This crate reads no file, no clock and no randomness, and knows nothing of why somebody is looked for.

mod abbreviation;
mod asked;
mod birth;
mod evidence;
mod fold;
mod frequency;
mod index;
mod likeness;
mod name;
mod pair;
mod person;
mod score;
mod segment;
mod sound;
mod spoken;
mod variant;
pub mod weights;
mod words;

pub use birth::{Birth, BirthError, Dates};
pub use evidence::{Band, Explanation, Fact, Line, Numbers, Question};
pub use fold::fold;
pub use frequency::Frequencies;
pub use index::{Answer, Index, Live};
pub use likeness::Kind;
pub use name::{FIELD_BYTES_MAX, LETTERS_MAX, Name, Part, Role, WORDS_MAX};
pub use pair::compare;
pub use person::{Fields, NUMBER_MAX, Nationality, Number, Person, Sex};
pub use segment::{Builder, Hit, RecordId, Searcher, Segment};
