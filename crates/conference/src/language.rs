//! In which language a text is written. Each is a text of its own; none is the translation of another.

use serde::{Deserialize, Serialize};

/// A language of the conference's texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TextLanguage {
    /// English.
    #[serde(rename = "en")]
    English,
    /// Spanish.
    #[serde(rename = "es")]
    Spanish,
    /// French.
    #[serde(rename = "fr")]
    French,
}

impl TextLanguage {
    /// Answers the code of two letters (ISO 639-1), as in addresses and calendars.
    pub fn two_letters(self) -> &'static str {
        match self {
            TextLanguage::English => "en",
            TextLanguage::Spanish => "es",
            TextLanguage::French => "fr",
        }
    }

    /// Answers the code of three letters (ISO 639-2/T), as in Akoma Ntoso.
    pub fn three_letters(self) -> &'static str {
        match self {
            TextLanguage::English => "eng",
            TextLanguage::Spanish => "spa",
            TextLanguage::French => "fra",
        }
    }
}
