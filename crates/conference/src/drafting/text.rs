//! A text that several write: paragraphs whose numbers are for good, and what a change makes of them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::language::TextLanguage;

/// The most paragraphs of a draft, those that were taken out counted.
pub const PARAGRAPHS_MAX: usize = 200;
/// The longest paragraph in one language, in characters.
pub const PARAGRAPH_CHARS_MAX: usize = 4_000;

/// What a paragraph says in each language in which it is written.
pub type Texts = BTreeMap<TextLanguage, String>;

/// One paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its number for good, from 1; its place is another matter.
    pub number: u32,
    /// What it says; shared by the versions in which it says so, since there may be many.
    pub texts: Arc<Texts>,
    /// Languages whose text was not brought along when the original changed.
    pub behind: BTreeSet<TextLanguage>,
    /// The version in which it last changed or moved.
    pub changed_in: u32,
    /// The version in which it last moved; 0 where it never did.
    pub moved_in: u32,
    /// Whether it was taken out. It stays, so that what was said about it has something to be said about.
    pub is_out: bool,
}

/// One version of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Language in which it is written first.
    pub original: TextLanguage,
    /// Which version, from 1.
    pub version: u32,
    /// Its paragraphs in their order, with those that were taken out.
    pub paragraphs: Vec<Paragraph>,
}

/// A change to a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A new paragraph after another; after 0 at the beginning.
    Add {
        /// Number of the paragraph before it.
        after: u32,
        /// What it says.
        texts: Texts,
    },
    /// A paragraph says something else.
    Amend {
        /// Which.
        paragraph: u32,
        /// What it says then; a language that is left out stays as it is.
        texts: Texts,
    },
    /// A paragraph is taken out.
    Delete {
        /// Which.
        paragraph: u32,
    },
    /// A paragraph stands somewhere else.
    Move {
        /// Which.
        paragraph: u32,
        /// Number of the paragraph before it; 0 for the beginning.
        after: u32,
    },
}

/// Why a change is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChangeError {
    /// It speaks of a paragraph that there never was.
    #[error("there is no such paragraph")]
    NoParagraph,
    /// The paragraph was taken out.
    #[error("the paragraph was taken out")]
    Out,
    /// The paragraph is not as it was when this was written.
    #[error("the paragraph changed since")]
    Changed,
    /// The original language has no words.
    #[error("the original language says nothing")]
    Empty,
    /// A text is longer than a paragraph may be.
    #[error("a text is too long")]
    TooLong,
    /// There are as many paragraphs as may be.
    #[error("there are too many paragraphs")]
    TooMany,
    /// All stays as it is.
    #[error("it changes nothing")]
    Nothing,
}

/// Passages in square brackets: what is not agreed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Brackets {
    /// How many there are in the original language.
    pub count: usize,
    /// In how many paragraphs.
    pub paragraphs: usize,
}

impl Change {
    /// Answers which paragraph it speaks of; none where it adds one.
    #[must_use]
    pub fn paragraph(&self) -> Option<u32> {
        match self {
            Self::Add { .. } => None,
            Self::Amend { paragraph, .. } | Self::Delete { paragraph } | Self::Move { paragraph, .. } => {
                Some(*paragraph)
            }
        }
    }

    /// Answers what it says in words of its own.
    #[must_use]
    pub fn texts(&self) -> Option<&Texts> {
        match self {
            Self::Add { texts, .. } | Self::Amend { texts, .. } => Some(texts),
            Self::Delete { .. } | Self::Move { .. } => None,
        }
    }
}

impl Text {
    /// Answers the first version, of these paragraphs in their order; it may have none.
    ///
    /// # Errors
    ///
    /// Where there are too many, one is too long, or one does not speak the original language.
    pub fn begin(original: TextLanguage, paragraphs: Vec<Texts>) -> Result<Self, ChangeError> {
        let mut text = Self { original, version: 1, paragraphs: Vec::new() };
        for texts in paragraphs {
            text.put(text.paragraphs.len(), &texts)?;
        }
        Ok(text)
    }

    /// Answers the paragraphs that are in it.
    pub fn standing(&self) -> impl Iterator<Item = &Paragraph> {
        self.paragraphs.iter().filter(|paragraph| !paragraph.is_out)
    }

    /// Answers a paragraph by its number, also one that was taken out.
    #[must_use]
    pub fn paragraph(&self, number: u32) -> Option<&Paragraph> {
        self.paragraphs.iter().find(|paragraph| paragraph.number == number)
    }

    /// Answers what a paragraph says in the original language.
    #[must_use]
    pub fn words<'t>(&self, paragraph: &'t Paragraph) -> &'t str {
        paragraph.texts.get(&self.original).map_or("", String::as_str)
    }

    /// Answers what is in brackets.
    #[must_use]
    pub fn brackets(&self) -> Brackets {
        let counts = self.standing().map(|paragraph| self.words(paragraph).matches('[').count());
        counts.filter(|count| *count > 0).fold(Brackets::default(), |sum, count| Brackets {
            count: sum.count + count,
            paragraphs: sum.paragraphs + 1,
        })
    }

    /// Answers the whole text in a language, a paragraph a line; none where a paragraph is missing or was not brought along.
    #[must_use]
    pub fn whole(&self, language: TextLanguage) -> Option<String> {
        let mut lines = Vec::new();
        for paragraph in self.standing() {
            let text = paragraph.texts.get(&language)?;
            if paragraph.behind.contains(&language) {
                return None;
            }
            lines.push(text.as_str());
        }
        (!lines.is_empty()).then(|| lines.join("\n\n"))
    }

    /// Answers the next version, which a change makes of this one as `seen` in some version.
    ///
    /// # Errors
    ///
    /// Where it speaks of a paragraph that is not there or changed after `seen`, says too much or nothing, or changes nothing.
    pub fn changed(&self, change: &Change, seen: u32) -> Result<Self, ChangeError> {
        let mut next = self.clone();
        next.version += 1;
        match change {
            Change::Add { after, texts } => {
                let place = next.place_after(*after)?;
                next.put(place, texts)?;
            }
            Change::Amend { paragraph, texts } => {
                let at = next.at(*paragraph, seen)?;
                next.amend(at, texts)?;
            }
            Change::Delete { paragraph } => {
                let at = next.at(*paragraph, seen)?;
                next.paragraphs[at].is_out = true;
                next.paragraphs[at].changed_in = next.version;
            }
            Change::Move { paragraph, after } => {
                let at = next.at(*paragraph, seen)?;
                if paragraph == after {
                    return Err(ChangeError::Nothing);
                }
                let mut moved = next.paragraphs.remove(at);
                moved.changed_in = next.version;
                moved.moved_in = next.version;
                let place = next.place_after(*after)?;
                next.paragraphs.insert(place, moved);
                if next.standing().map(|p| p.number).eq(self.standing().map(|p| p.number)) {
                    return Err(ChangeError::Nothing);
                }
            }
        }
        Ok(next)
    }

    /// Finds a paragraph that is as it was in the version `seen`.
    fn at(&self, number: u32, seen: u32) -> Result<usize, ChangeError> {
        let at = self.paragraphs.iter().position(|paragraph| paragraph.number == number);
        let at = at.ok_or(ChangeError::NoParagraph)?;
        let paragraph = &self.paragraphs[at];
        match (paragraph.is_out, paragraph.changed_in > seen) {
            (true, _) => Err(ChangeError::Out),
            (false, true) => Err(ChangeError::Changed),
            (false, false) => Ok(at),
        }
    }

    fn place_after(&self, after: u32) -> Result<usize, ChangeError> {
        if after == 0 {
            return Ok(0);
        }
        let at = self.paragraphs.iter().position(|paragraph| paragraph.number == after);
        at.map(|at| at + 1).ok_or(ChangeError::NoParagraph)
    }

    fn put(&mut self, place: usize, texts: &Texts) -> Result<(), ChangeError> {
        if self.paragraphs.len() >= PARAGRAPHS_MAX {
            return Err(ChangeError::TooMany);
        }
        let texts = Arc::new(self.read(texts)?);
        let number = self.paragraphs.iter().map(|paragraph| paragraph.number).max().unwrap_or(0) + 1;
        let (behind, changed_in) = (BTreeSet::new(), self.version);
        self.paragraphs.insert(place, Paragraph { number, texts, behind, changed_in, moved_in: 0, is_out: false });
        Ok(())
    }

    /// A text in another language that is left as it was no longer says the same as an original that changed.
    fn amend(&mut self, at: usize, texts: &Texts) -> Result<(), ChangeError> {
        let texts = self.read(texts)?;
        let (original, version) = (self.original, self.version);
        let paragraph = &mut self.paragraphs[at];
        let before = (paragraph.texts.clone(), paragraph.behind.clone());
        let reworded = paragraph.texts.get(&original) != texts.get(&original);
        let others: Vec<TextLanguage> = paragraph.texts.keys().copied().filter(|one| *one != original).collect();
        if reworded {
            let left = others.into_iter().filter(|one| texts.get(one).is_none_or(|new| before.0.get(one) == Some(new)));
            paragraph.behind.extend(left);
        }
        for (language, text) in texts {
            let is_new = before.0.get(&language) != Some(&text);
            if is_new || !reworded {
                paragraph.behind.remove(&language);
            }
            Arc::make_mut(&mut paragraph.texts).insert(language, text);
        }
        if before == (paragraph.texts.clone(), paragraph.behind.clone()) {
            return Err(ChangeError::Nothing);
        }
        paragraph.changed_in = version;
        Ok(())
    }

    /// Reads what a paragraph is to say: on one line in each language, an empty one left out.
    fn read(&self, texts: &Texts) -> Result<Texts, ChangeError> {
        let line = |text: &String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let read: Texts =
            texts.iter().map(|(one, text)| (*one, line(text))).filter(|(_, text)| !text.is_empty()).collect();
        if read.values().any(|text| text.chars().count() > PARAGRAPH_CHARS_MAX) {
            return Err(ChangeError::TooLong);
        }
        if read.contains_key(&self.original) { Ok(read) } else { Err(ChangeError::Empty) }
    }
}
