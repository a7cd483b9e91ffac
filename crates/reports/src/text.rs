//! Texts as documents carry them, and where the record has them.

use base::web::Voice;
use base::words::Language;
use jiff::Timestamp;

use crate::paper::{Block, Fact, Words};

/// A text in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// In which language.
    pub language: Language,
    /// Whether it was drafted in this language.
    pub original: bool,
    /// Its paragraphs, each with its mark if it has one.
    pub paragraphs: Vec<String>,
    /// SHA-256 of this text alone, where the record has one of it.
    pub sha256: Option<[u8; 32]>,
}

/// Something a party said in words of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// In which language, where that is known.
    pub language: Option<Language>,
    /// Its words.
    pub text: String,
}

/// Where the journal has what a document tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Who wrote it down, as the reader knows them: a post and its party.
    pub recorded_by: String,
    /// When.
    pub recorded_at: Timestamp,
    /// In which series, such as `RCM/decisions`.
    pub series: String,
    /// At which position of that series, from 1.
    pub position: u64,
    /// The hash of the chain's head when the document was made.
    pub head: [u8; 32],
}

impl Remark {
    pub(crate) fn words(&self) -> Words {
        Words { language: self.language.map_or("und", Language::tag), ..Words::of(self.text.clone()) }
    }
}

impl Text {
    /// Answers the text under a heading that says its language, and its own hash beneath.
    pub(crate) fn blocks(&self, voice: &Voice) -> Vec<Block> {
        let tag = self.language.tag();
        let kind = if self.original { "printed-text-original" } else { "printed-text-other" };
        let heading = voice.tn(kind, &[("language", voice.t(&format!("printed-in-{tag}")).into())]);
        let paragraphs = self.paragraphs.iter().filter(|paragraph| !paragraph.trim().is_empty());
        let mut blocks = vec![Block::heading(heading)];
        blocks
            .extend(paragraphs.map(|text| Block::Quote { words: Words { language: tag, ..Words::of(text.clone()) } }));
        blocks.extend(self.sha256.map(|sha256| hashed(voice, "printed-sha256", &sha256)));
        blocks
    }
}

/// Says the hash of a text, or of several together.
pub(crate) fn hashed(voice: &Voice, key: &str, sha256: &[u8; 32]) -> Block {
    Block::Facts { facts: vec![Fact::new(voice.t(key), vec![hash(sha256)])] }
}

impl Record {
    pub(crate) fn blocks(&self, voice: &Voice) -> Vec<Block> {
        let fact = |key, words| Fact::new(voice.t(key), vec![words]);
        let place = voice.tn(
            "printed-place",
            &[("series", self.series.as_str().into()), ("position", self.position.to_string().into())],
        );
        vec![
            Block::heading(voice.t("printed-record")),
            Block::Facts {
                facts: vec![
                    fact("printed-recorded-by", Words::of(self.recorded_by.clone())),
                    fact("printed-recorded-at", Words::of(voice.instant_text(self.recorded_at))),
                    fact("printed-position", Words::of(place)),
                    fact("printed-head", hash(&self.head)),
                    fact("printed-made-at", Words::of(voice.instant_text(voice.now))),
                ],
            },
            Block::paragraph(voice.t("printed-record-prevails")),
        ]
    }
}

/// Writes a hash in groups of eight digits, so that two people can compare it aloud.
fn hash(bytes: &[u8; 32]) -> Words {
    let groups: Vec<String> = bytes.chunks(4).map(|group| group.iter().map(|b| format!("{b:02x}")).collect()).collect();
    Words { mono: true, ..Words::of(groups.join(" ")) }
}
