//! The face: the page shell, its components and the files a page needs.
//!
//! Every function here takes a [`voice::Voice`] and typed arguments and answers markup; none reads a store or knows a
//! request. No markup carries a style or a script of its own: the content security policy forbids both.

pub mod assets;
pub mod fields;
pub mod figures;
pub mod filled;
pub mod parts;
pub mod shell;
pub mod tables;
pub mod verdict;
pub mod voice;
