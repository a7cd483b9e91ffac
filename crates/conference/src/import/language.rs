//! Which language a paragraph is in, by the small words that every sentence has.

use crate::tokens::{Kind, Token};
use crate::verbs::Language;

const ENGLISH: &[&str] = &[
    "the", "of", "to", "and", "in", "for", "that", "with", "on", "by", "its", "their", "this", "from", "be", "will",
    "which", "has", "have", "is", "are", "all", "as", "at", "an", "shall", "into", "it", "those", "these", "upon",
    "should",
];
const SPANISH: &[&str] = &[
    "el", "la", "los", "las", "de", "del", "que", "en", "y", "para", "con", "se", "al", "por", "su", "sus", "una",
    "un", "como", "lo", "sobre", "este", "esta", "han", "ha", "entre", "es", "e", "mas", "ser", "sean", "sin", "hacia",
];
/// Of languages that are close to one of the two, so that they are not taken for it.
const OTHER: &[&str] = &[
    "le", "les", "des", "et", "dans", "une", "aux", "pour", "du", "qui", "sur", "leur", "leurs", "ses", "est", "par",
    "dos", "das", "da", "do", "em", "nao", "ao", "aos", "um", "uma", "com", "pela", "pelo", "os",
];

/// Answers the language of a paragraph, or `None` when it is too short to tell or is neither.
pub(super) fn of(tokens: &[Token]) -> Option<Language> {
    let words = || tokens.iter().filter(|token| token.kind == Kind::Word).take(400);
    let count = |list: &[&str]| words().filter(|word| word.among(list)).count();
    let (english, spanish, other) = (count(ENGLISH), count(SPANISH), count(OTHER));
    if other > english && other > spanish && other >= 3 {
        return None;
    }
    match english.cmp(&spanish) {
        std::cmp::Ordering::Greater => Some(Language::English),
        std::cmp::Ordering::Less => Some(Language::Spanish),
        std::cmp::Ordering::Equal => None,
    }
}

/// Answers whether a paragraph is plainly in a language that is not read here.
pub(super) fn is_other(tokens: &[Token]) -> bool {
    let words = || tokens.iter().filter(|token| token.kind == Kind::Word).take(400);
    let count = |list: &[&str]| words().filter(|word| word.among(list)).count();
    let other = count(OTHER);
    other >= 4 && other > count(ENGLISH) && other > count(SPANISH)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tokens;

    #[test]
    fn languages_are_told_apart() {
        let of = |text| of(&tokens(text));
        assert_eq!(of("Thank the Government of Utopia for its hospitality."), Some(Language::English));
        assert_eq!(of("Agradecer al Gobierno de Utopía por su hospitalidad."), Some(Language::Spanish));
        assert_eq!(of("DECISIONS"), None);
        let french = "Les ministres remercient le gouvernement pour son accueil et demandent aux États de répondre dans les trois mois.";
        assert_eq!(of(french), None);
        assert!(is_other(&tokens(french)));
    }
}
