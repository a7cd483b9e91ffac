//! Which language a paragraph is in, by the small words that every sentence has.

use crate::tokens::{Kind, Token};
use crate::verbs::Speech;

const ENGLISH: &[&str] = &[
    "the", "of", "to", "and", "in", "for", "that", "with", "on", "by", "its", "their", "this", "from", "be", "will",
    "which", "has", "have", "is", "are", "all", "as", "at", "an", "shall", "into", "it", "those", "these", "upon",
    "should",
];
const SPANISH: &[&str] = &[
    "el", "la", "los", "las", "de", "del", "que", "en", "y", "para", "con", "se", "al", "por", "su", "sus", "una",
    "un", "como", "lo", "sobre", "este", "esta", "han", "ha", "entre", "es", "e", "mas", "ser", "sean", "sin", "hacia",
];
const FRENCH: &[&str] = &[
    "le",
    "les",
    "des",
    "et",
    "dans",
    "une",
    "aux",
    "pour",
    "du",
    "qui",
    "sur",
    "leur",
    "leurs",
    "ses",
    "est",
    "par",
    "la",
    "de",
    "en",
    "que",
    "un",
    "se",
    "nous",
    "avec",
    "au",
    "ont",
    "ce",
    "cette",
    "sont",
    "ainsi",
    "plus",
    "sa",
    "son",
    "ou",
    "l'assemblee",
];
/// Of a language that is close to them, so that it is not taken for one.
const OTHER: &[&str] = &[
    "dos", "das", "da", "do", "em", "nao", "ao", "aos", "um", "uma", "com", "pela", "pelo", "os", "que", "de", "se",
    "no", "na", "e",
];

/// Answers the language of a paragraph, or `None` when it is too short to tell or is none of them. `usual` is that of the text so far, which
/// decides where French and Spanish are written alike.
pub(super) fn of(tokens: &[Token], usual: Option<Speech>) -> Option<Speech> {
    let words = || tokens.iter().filter(|token| token.kind == Kind::Word).take(400);
    let count = |list: &[&str]| words().filter(|word| word.among(list)).count();
    // *L'État*, *d'une*, *qu'elles*
    let elided =
        words().filter(|word| ["l'", "d'", "qu'", "s'", "n'"].iter().any(|head| word.fold.starts_with(head))).count();
    let french = count(FRENCH) + elided;
    let (english, spanish, other) = (count(ENGLISH), count(SPANISH), count(OTHER));
    if other > english && other > spanish && other > french && other >= 3 {
        return None;
    }
    let alike = french == spanish && usual == Some(Speech::French);
    if french > english && (french > spanish || alike) {
        return Some(Speech::French);
    }
    match english.cmp(&spanish) {
        std::cmp::Ordering::Greater => Some(Speech::English),
        std::cmp::Ordering::Less => Some(Speech::Spanish),
        std::cmp::Ordering::Equal => None,
    }
}

/// Answers whether a paragraph is plainly in a language that is not read here.
pub(super) fn is_other(tokens: &[Token]) -> bool {
    let words = || tokens.iter().filter(|token| token.kind == Kind::Word).take(400);
    let count = |list: &[&str]| words().filter(|word| word.among(list)).count();
    let other = count(OTHER);
    other >= 4 && other > count(ENGLISH) && other > count(SPANISH) && other > count(FRENCH)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tokens;

    #[test]
    fn languages_are_told_apart() {
        let of = |text| of(&tokens(text), None);
        assert_eq!(of("Thank the Government of Utopia for its hospitality."), Some(Speech::English));
        assert_eq!(of("Agradecer al Gobierno de Utopía por su hospitalidad."), Some(Speech::Spanish));
        assert_eq!(of("DECISIONS"), None);
        let french = "Les ministres remercient le gouvernement pour son accueil et demandent aux États de répondre dans les trois mois.";
        assert_eq!(of(french), Some(Speech::French));
        assert!(!is_other(&tokens(french)));
        let portuguese = "Os ministros agradecem ao governo do Brasil pela acolhida e pedem aos Estados que respondam em três meses.";
        assert_eq!(of(portuguese), None);
        assert!(is_other(&tokens(portuguese)));
    }
}
