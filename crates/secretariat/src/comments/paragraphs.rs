//! A pasted text as paragraphs with names.
//!
//! A paragraph that begins with a mark is named by it: `1.`, `2.1)`, `(a)`; a letter stands below the number before it, so that the `a)`
//! after `2.` is `2 a`. Where no paragraph has a mark they are counted; where some have one, the others are `¶` and their place.

use super::api::NewParagraph;

/// Why two texts are not one text in two languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unlike {
    /// One has more paragraphs.
    Count {
        /// In English.
        english: usize,
        /// In Spanish.
        spanish: usize,
    },
    /// The paragraph of this place has two names.
    Name {
        /// Which, from 1.
        place: usize,
        /// In English.
        english: String,
        /// In Spanish.
        spanish: String,
    },
}

/// Answers the paragraphs of a text that was pasted in both languages.
pub(super) fn paired(english: &str, spanish: &str) -> Result<Vec<NewParagraph>, Unlike> {
    let (english, spanish) = (named(english), named(spanish));
    if english.len() != spanish.len() {
        return Err(Unlike::Count { english: english.len(), spanish: spanish.len() });
    }
    let pairs = english.into_iter().zip(spanish).enumerate();
    pairs
        .map(|(turn, ((name, en), (other, es)))| {
            if name == other {
                Ok(NewParagraph { name, en, es })
            } else {
                Err(Unlike::Name { place: turn + 1, english: name, spanish: other })
            }
        })
        .collect()
}

/// Answers each paragraph with its name; an empty line parts them.
fn named(text: &str) -> Vec<(String, String)> {
    let texts = parted(text);
    let any = texts.iter().any(|text| marked(text).is_some());
    let mut number = String::new();
    let name = |(turn, text): (usize, &String)| match marked(text) {
        Some((mark, rest)) => {
            let letter = mark.bytes().all(|byte| byte.is_ascii_lowercase());
            if !letter {
                number = mark.to_owned();
            }
            let name = if letter && !number.is_empty() { format!("{number} {mark}") } else { mark.to_owned() };
            (name, rest.to_owned())
        }
        None if any => (format!("¶{}", turn + 1), text.clone()),
        None => ((turn + 1).to_string(), text.clone()),
    };
    texts.iter().enumerate().map(name).collect()
}

/// Answers the paragraphs of a text: an empty line parts them, and so does a mark at the beginning of a line.
fn parted(text: &str) -> Vec<String> {
    let mut all: Vec<String> = vec![String::new()];
    for line in text.lines() {
        let words = line.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.is_empty() || marked(&words).is_some() {
            all.push(words);
        } else if let Some(last) = all.last_mut() {
            if !last.is_empty() {
                last.push(' ');
            }
            last.push_str(&words);
        }
    }
    all.retain(|paragraph| !paragraph.is_empty());
    all
}

/// Answers the mark that a paragraph begins with, and what follows.
fn marked(text: &str) -> Option<(&str, &str)> {
    let (first, rest) = text.split_once(' ')?;
    let open = first.strip_prefix('(').unwrap_or(first);
    let mark = open.strip_suffix([')', '.'])?;
    let number =
        mark.split('.').all(|part| !part.is_empty() && part.len() <= 3 && part.bytes().all(|b| b.is_ascii_digit()));
    let letter = mark.len() == 1 && mark.bytes().all(|byte| byte.is_ascii_lowercase());
    (number || letter).then(|| (mark, rest.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        named(text).into_iter().map(|(name, _)| name).collect()
    }

    #[test]
    fn marks_name_paragraphs_and_letters_stand_below_their_number() {
        assert_eq!(names("1. One.\n\n2. Two:\na) first;\n(b) second.\n\n3) Three."), ["1", "2", "2 a", "2 b", "3"]);
        assert_eq!(names("One\nline.\n\nTwo."), ["1", "2"]);
        assert_eq!(names("Recalling that.\n\n1. One.\n\nThat is all."), ["¶1", "1", "¶3"]);
        assert_eq!(names("a) one\nb) two"), ["a", "b"]);
        assert_eq!(names("2.1. One.\n2.2 Two."), ["2.1"], "a number without its full stop is part of the text");
        assert_eq!(named("Held in\n 2003. It was hot."), [("1".to_owned(), "Held in 2003. It was hot.".to_owned())]);
        assert!(names(" \n\n").is_empty());
    }

    #[test]
    fn two_languages_are_one_text_where_they_have_the_same_paragraphs() {
        let paired_texts = paired("1. One.\n\n2. Two.", "1. Uno.\n\n2) Dos.").expect("one text");
        assert_eq!(paired_texts[1].es, "Dos.");
        assert_eq!(paired("One.\n\nTwo.", "Uno."), Err(Unlike::Count { english: 2, spanish: 1 }));
        let unlike = Unlike::Name { place: 1, english: "1".to_owned(), spanish: "2".to_owned() };
        assert_eq!(paired("1. One.", "2. Uno."), Err(unlike));
    }
}
