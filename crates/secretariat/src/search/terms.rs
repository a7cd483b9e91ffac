//! Words as the index has them: without accents and capitals, cut to their stems by the rules of a language.
//!
//! Each stem stands behind the letter of its language, so that the same letters in two languages are two words.

use base::words::Language;
use waken_snowball::{Algorithm, stem};

use super::small::is_small;

/// The longest word that is told apart, in characters; of a longer one its beginning stands for it.
const WORD_CHARS_MAX: usize = 40;

/// A word of a text, with its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word<'t> {
    /// As it is written.
    pub(super) written: &'t str,
    /// The byte of the text at which it begins.
    pub(super) from: usize,
}

/// Answers the words of a text in their order: letters and digits, with accents that stand as signs of their own.
pub(super) fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        while rest.next_if(|(_, c)| !c.is_alphanumeric()).is_some() {}
        let from = rest.peek()?.0;
        while rest.next_if(|(_, c)| c.is_alphanumeric() || is_accent(*c)).is_some() {}
        let to = rest.peek().map_or(text.len(), |(at, _)| *at);
        Some(Word { written: &text[from..to], from })
    })
}

/// Answers the stem of a word behind the letter of its language; none where it is too small to search by.
pub(super) fn term(language: Language, written: &str) -> Option<String> {
    let lower = lower(written);
    let folded = folded(&lower);
    if is_small(language, &folded) {
        return None;
    }
    Some(format!("{}{}", letter(language), self::folded(&stemmed(language, &lower))))
}

/// Answers a word without accents and capitals behind the letter of its language: how somebody types it who forgives accents.
pub(super) fn spelling(language: Language, written: &str) -> String {
    format!("{}{}", letter(language), folded(&lower(written)))
}

/// Answers the first letter of a word as its stem has it; no rule of the three languages changes that one.
pub(super) fn first(written: &str) -> Option<char> {
    written.chars().next().and_then(|c| c.to_lowercase().next()).map(plain)
}

const fn letter(language: Language) -> char {
    match language {
        Language::En => 'e',
        Language::Es => 's',
        Language::Fr => 'f',
    }
}

fn stemmed(language: Language, lower: &str) -> String {
    // The rules are about words of Latin letters: anything else stands for itself.
    if !lower.chars().all(|c| plain(c).is_ascii_lowercase()) {
        return lower.to_owned();
    }
    let algorithm = match language {
        Language::En => Algorithm::English,
        Language::Es => Algorithm::Spanish,
        Language::Fr => Algorithm::French,
    };
    stem(algorithm, lower).into_owned()
}

/// Answers a word in small letters, accents joined to their letters.
fn lower(written: &str) -> String {
    let mut joined = String::with_capacity(written.len());
    for c in written.chars().flat_map(char::to_lowercase).take(WORD_CHARS_MAX) {
        match joined.pop().map(|last| (last, join(last, c))) {
            Some((_, Some(one))) => joined.push(one),
            Some((last, None)) => {
                joined.push(last);
                joined.extend(Some(c).filter(|c| !is_accent(*c)));
            }
            None => joined.push(c),
        }
    }
    joined
}

fn folded(lower: &str) -> String {
    lower.chars().map(plain).collect()
}

fn is_accent(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// Answers a letter with an accent that followed it as a sign of its own.
fn join(letter: char, accent: char) -> Option<char> {
    let of = |plain: &str, joined: &str| plain.chars().position(|c| c == letter).and_then(|at| joined.chars().nth(at));
    match accent {
        '\u{300}' => of("aeiou", "àèìòù"),
        '\u{301}' => of("aeiou", "áéíóú"),
        '\u{302}' => of("aeiou", "âêîôû"),
        '\u{303}' => of("n", "ñ"),
        '\u{308}' => of("aeiou", "äëïöü"),
        '\u{327}' => of("c", "ç"),
        _ => None,
    }
}

/// Answers a small letter without its accent.
fn plain(c: char) -> char {
    match c {
        'á' | 'à' | 'â' | 'ä' | 'ã' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for (language, one, other) in [
            (Language::Es, "repatriaciones", "Repatriación"),
            (Language::Es, "niñas", "niña"),
            (Language::Es, "acompañadas", "acompañado"),
            (Language::Fr, "réunification", "réunifications"),
            (Language::Fr, "enfants", "enfant"),
            (Language::En, "returning", "returns"),
            (Language::En, "CHILD", "child"),
        ] {
            assert_eq!(term(language, one), term(language, other), "{one}");
            assert!(term(language, one).is_some(), "{one}");
        }
        assert_ne!(term(Language::Es, "son"), term(Language::En, "son"));
        assert_eq!(term(Language::Fr, "Qu"), None);
    }

    #[test]
    fn an_accent_may_stand_as_a_sign_of_its_own() {
        assert_eq!(term(Language::Es, "nin\u{303}as"), term(Language::Es, "niñas"));
        assert_eq!(spelling(Language::Fr, "RE\u{301}UNION"), "freunion");
        let found: Vec<&str> = words("¿Qué, nin\u{303}as? l’enfant RCM/VIII 2003").map(|word| word.written).collect();
        assert_eq!(found, ["Qué", "nin\u{303}as", "l", "enfant", "RCM", "VIII", "2003"]);
    }

    proptest! {
        #[test]
        fn no_text_is_too_strange_and_every_word_stands_where_it_says(text in "\\PC{0,200}") {
            for word in words(&text) {
                prop_assert_eq!(&text[word.from..word.from + word.written.len()], word.written);
                for language in Language::ALL {
                    let term = term(language, word.written);
                    prop_assert!(term.is_none_or(|term| !term.contains([' ', '"'])));
                }
            }
        }

        #[test]
        fn the_first_letter_of_a_word_is_that_of_its_stem(word in "[a-zA-Záéíóúñçàèùâêîôûëïü]{1,14}") {
            for language in Language::ALL {
                if let Some(term) = term(language, &word) {
                    prop_assert_eq!(term.chars().nth(1), first(&word), "{}", term);
                }
            }
        }
    }
}
