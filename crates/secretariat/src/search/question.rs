//! What somebody asks: words and phrases as they were typed, and the same as the index is asked it.
//!
//! Whatever is typed is words. Nothing of it is a sign to the engine, which is given quoted stems and signs of ours between them.

use std::collections::BTreeMap;

use base::store::StoreError;
use base::words::Language;
use rusqlite::Connection;

use super::queries;
use super::terms::{spelling, term, words};

/// The longest question that is read, in characters; what follows is passed over.
pub(super) const QUESTION_CHARS_MAX: usize = 300;
/// The most words of a question.
pub(super) const WORDS_MAX: usize = 12;
/// The most ways of spelling a phrase that are looked for.
const SPELLINGS_MAX: usize = 8;
/// Signs that open or close a phrase.
const QUOTES: [char; 6] = ['"', '“', '”', '„', '«', '»'];

/// A question as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Question {
    /// Words that stand alone, and phrases of several.
    parts: Vec<Vec<String>>,
}

/// How much of a question a text must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HowMuch {
    /// Every word and every phrase.
    All,
    /// One of the words that stand alone, or one of the phrases.
    AnyPart,
    /// One of the words, also of a phrase.
    AnyWord,
}

/// A question as the index is asked it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wanted {
    /// In the language of the engine.
    pub(super) expression: String,
    /// The stems that are looked for, by the tag of the language.
    pub(super) terms: BTreeMap<&'static str, Vec<String>>,
}

impl Question {
    /// Reads what was typed: what stands between quotes is a phrase, and so is what is written without a blank, as a symbol is.
    pub(super) fn parse(typed: &str) -> Self {
        let cut: String = typed.chars().take(QUESTION_CHARS_MAX).collect();
        let pieces: Vec<&str> = cut.split(QUOTES).collect();
        let mut parts = Vec::new();
        for (at, piece) in pieces.iter().enumerate() {
            // A quote that nothing closes opens no phrase.
            let is_phrase = at % 2 == 1 && at + 1 < pieces.len();
            let texts: Vec<&str> = if is_phrase { vec![piece] } else { piece.split_whitespace().collect() };
            parts.extend(texts.into_iter().map(|text| words(text).map(|word| word.written.to_owned()).collect()));
        }
        let mut left = WORDS_MAX;
        for part in &mut parts {
            let part: &mut Vec<String> = part;
            part.truncate(left);
            left -= part.len();
        }
        parts.retain(|part| !part.is_empty());
        Question { parts }
    }

    /// Answers whether nothing is asked.
    pub(super) fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Answers whether it asks for several things that can stand in a text one without the other.
    pub(super) fn has_several(&self) -> bool {
        self.parts.len() > 1
    }

    /// Answers the question for texts that have so much of it; none where every word is too small to search by.
    pub(super) fn wanted(&self, now: &Connection, much: HowMuch) -> Result<Option<Wanted>, StoreError> {
        let (mut each, mut terms) = (Vec::new(), BTreeMap::new());
        for language in Language::ALL {
            let mut asked = Vec::new();
            for part in &self.parts {
                let spelled = spelled(now, language, part)?;
                if spelled.is_empty() {
                    continue;
                }
                terms.entry(language.tag()).or_insert_with(Vec::new).extend(spelled.iter().flatten().cloned());
                match much {
                    HowMuch::All | HowMuch::AnyPart => asked.push(phrase(&spelled)),
                    HowMuch::AnyWord => asked.extend(spelled.chunks(1).map(phrase)),
                }
            }
            if !asked.is_empty() {
                each.push(format!("({})", asked.join(if much == HowMuch::All { " AND " } else { " OR " })));
            }
        }
        let expression = each.join(" OR ");
        Ok((!expression.is_empty()).then_some(Wanted { expression, terms }))
    }
}

/// Answers for each word of a part the stems that it may stand for in a language, without words that are too small.
fn spelled(now: &Connection, language: Language, part: &[String]) -> Result<Vec<Vec<String>>, StoreError> {
    let mut spelled = Vec::new();
    for word in part {
        let Some(own) = term(language, word) else { continue };
        let mut stems = queries::spelled(now, &spelling(language, word))?;
        stems.retain(|stem| *stem != own);
        stems.insert(0, own);
        spelled.push(stems);
    }
    Ok(spelled)
}

/// Answers a part in the language of the engine: its stems one behind the other, in every way that they may be spelled.
fn phrase(spelled: &[Vec<String>]) -> String {
    let mut ways = vec![String::new()];
    for stems in spelled {
        let longer = ways.iter().flat_map(|way| stems.iter().map(move |stem| format!("{way} {stem}")));
        ways = longer.take(SPELLINGS_MAX).collect();
    }
    let quoted: Vec<String> = ways.iter().map(|way| format!("\"{}\"", way.trim())).collect();
    format!("({})", quoted.join(" OR "))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn parts(typed: &str) -> Vec<String> {
        Question::parse(typed).parts.iter().map(|part| part.join(" ")).collect()
    }

    #[test]
    fn what_stands_between_quotes_or_without_a_blank_is_a_phrase() {
        assert_eq!(parts("return of \"unaccompanied children\""), ["return", "of", "unaccompanied children"]);
        assert_eq!(parts("«niñas y niños» RCM/VIII/1"), ["niñas y niños", "RCM VIII 1"]);
        assert_eq!(parts("open \"quote stays open"), ["open", "quote", "stays", "open"]);
        assert_eq!(parts(" \"\" * ( ) ^ - \0 "), Vec::<String>::new());
        assert_eq!(parts(&"word ".repeat(5_000)).len(), WORDS_MAX);
        assert_eq!(parts(&"a".repeat(9_000))[0].len(), QUESTION_CHARS_MAX);
    }

    #[test]
    fn signs_of_the_engine_are_no_signs_of_a_question() {
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch("CREATE TABLE index_spelling (word TEXT, term TEXT)").unwrap();
        let wanted = |typed: &str| Question::parse(typed).wanted(&connection, HowMuch::All).unwrap();
        let expression = wanted("title:NEAR(a* b) OR \"x\" ^y").unwrap().expression;
        assert!(!expression.contains(['*', ':', '^', '{', '+']) && !expression.contains("NEAR"), "{expression}");
        assert!(wanted("the niñas").is_some());
        assert_eq!(wanted("a"), None, "small in each of the three languages");
    }
}
