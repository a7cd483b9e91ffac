//! What a person should know of a reading before confirming it.

use serde::{Deserialize, Serialize};

/// Something in the source that may have been read otherwise than it was meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Warning {
    /// The numbers leave one out or repeat one: the paragraph, the number that should come, and the one that stands there.
    Numbering {
        /// The place of the paragraph, from 0.
        paragraph: usize,
        /// What should come.
        expected: u32,
        /// What stands there.
        found: u32,
    },
    /// Decisions are in English and in Spanish; the number of each.
    MixedLanguages {
        /// Decisions in English.
        english: usize,
        /// Decisions in Spanish.
        spanish: usize,
    },
    /// A paragraph in another language, of which no verb was read.
    OtherLanguage {
        /// The place of the paragraph, from 0.
        paragraph: usize,
    },
    /// The text of tables was read cell by cell.
    Tables {
        /// How many.
        count: usize,
    },
    /// Tracked insertions were taken and tracked deletions left out.
    TrackedChanges {
        /// Pieces inserted.
        insertions: usize,
        /// Pieces struck out.
        deletions: usize,
    },
    /// Lists stand inside lists; each was read as part of the decision above it.
    NestedLists {
        /// How many paragraphs.
        count: usize,
    },
    /// An annex was left out, from this paragraph on.
    Annex {
        /// The place of its heading, from 0.
        paragraph: usize,
    },
    /// Footnotes were left out.
    Footnotes {
        /// How many.
        count: usize,
    },
    /// Page numbers and lines at the edge of every page were left out.
    RunningLines {
        /// How many lines.
        count: usize,
    },
    /// Two columns were read one after the other.
    Columns,
    /// The file was not in UTF-8 or UTF-16; its letters are a guess.
    Encoding,
    /// A decision in which no operative verb was found.
    NoVerb {
        /// The number of the draft.
        number: u32,
    },
    /// A deadline in working days, for which there is no rule: somebody has to set the day.
    WorkingDays {
        /// The place of the paragraph, from 0.
        paragraph: usize,
    },
    /// A paragraph that speaks like a decision and stands outside the list.
    Outside {
        /// The place of the paragraph, from 0.
        paragraph: usize,
    },
    /// No decision was found.
    Nothing,
}
