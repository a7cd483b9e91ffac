//! Documents that leave the house to be kept elsewhere: the certificates of a decision and of training and the result letter of a
//! no-objection round as PDF, the consolidated table of comments as DOCX.
//!
//! Each is made from the record when it is asked for, and says that the record prevails. Data goes in as values and never as
//! markup: whatever somebody typed comes out as text. There is no clock, no file and no network here, and the same data make
//! the same bytes. How a page is set is `paper.typ`; what it says is in [`WORDS`].

use std::sync::{Arc, LazyLock};

use base::web::Voice;
use base::words::{Language, WordFile, Words};
use jiff::Timestamp;
use jiff::tz::TimeZone;

mod certificate;
mod comment_table;
mod docx;
mod letter;
mod paper;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(not(feature = "pdf"))]
#[path = "without_pdf.rs"]
mod pdf;
mod text;
mod training;

pub use certificate::{Certificate, Due, certificate};
pub use comment_table::{Comment, CommentTable, Guest, Reply, Row, Standing, Verdict, comment_table_docx};
pub use letter::{Elector, Letter, Outcome, Position, Stance, Zoned, letter};
pub use text::{Record, Remark, Text};
pub use training::{TrainingCertificate, training_certificate};

/// What the documents say, in three languages.
pub const WORDS: WordFile = base::words!("printed");

/// The most characters that a PDF is made of, about a hundred pages: more would take memory from everybody.
pub const PDF_CHARACTERS_MAX: usize = 300_000;

/// The most characters that a DOCX is made of: a comment of a page by each of fifty parties on each of thirty paragraphs.
pub const DOCX_CHARACTERS_MAX: usize = 5_000_000;

/// Says why there is no document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReportError {
    /// More than [`PDF_CHARACTERS_MAX`] or [`DOCX_CHARACTERS_MAX`].
    #[error("{characters} characters; {most} are the most that such a document is made of")]
    Long {
        /// How many there are.
        characters: usize,
        /// The most.
        most: usize,
    },
    /// This program was built without the feature `pdf`.
    #[error("this program was built without what sets pages")]
    NotBuilt,
    /// A fault of ours: no data should bring it about.
    #[error("the document could not be made: {0}")]
    Failed(String),
}

/// Answers how a document speaks: its words, in its language and time zone.
fn voice(language: Language, zone: &TimeZone, now: Timestamp) -> Result<Voice, ReportError> {
    static LOADED: LazyLock<Result<Arc<Words>, String>> =
        LazyLock::new(|| Words::new(&[WORDS]).map(Arc::new).map_err(|error| error.to_string()));
    let words = LOADED.as_ref().map_err(|error| ReportError::Failed(error.clone()))?;
    Ok(Voice { words: Arc::clone(words), language, zone: zone.clone(), now })
}

#[cfg(test)]
mod proofs;
#[cfg(test)]
mod specimen;
