//! A text that delegations write together: what was proposed, who said what of it, and what the chair made of it, version by version.
//!
//! Nothing that was said is lost, and no change is applied to a paragraph that became another one since.

mod basis;
mod draft;
#[cfg(test)]
mod proofs;
mod steps;
mod text;

pub use basis::{Basis, BasisError, Finding, Point, SAID_MAX, Standing, Word};
pub use draft::{Draft, DraftError, Opinion, PROPOSALS_MAX, Proposal, REMARKS_MAX, Remark, Ruled, Ruling};
pub use steps::{Step, follow, steps};
pub use text::{Brackets, Change, ChangeError, PARAGRAPH_CHARS_MAX, PARAGRAPHS_MAX, Paragraph, Text, Texts};
