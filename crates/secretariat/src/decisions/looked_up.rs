//! The words by which a decision is looked up: folded, so that nobody need type an accent or a capital.

/// The shortest word that is kept, in characters.
pub(super) const WORD_CHARS_MIN: usize = 3;
/// The longest, of which a longer one keeps its beginning.
const WORD_CHARS_MAX: usize = 40;

/// Answers the words of a text, each as often as it stands there. Frozen: tables are made of it.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.map(folded).filter(|word| word.chars().count() >= WORD_CHARS_MIN)
}

fn folded(word: &str) -> String {
    let lower = word.chars().flat_map(char::to_lowercase).map(|c| match c {
        'á' | 'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        other => other,
    });
    lower.take(WORD_CHARS_MAX).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_without_accents_and_capitals() {
        let found: Vec<String> = words("La Protección de niñas: 60 días, 2003").collect();
        assert_eq!(found, ["proteccion", "ninas", "dias", "2003"]);
        assert_eq!(words(&"x".repeat(90)).next().map(|word| word.len()), Some(WORD_CHARS_MAX));
    }
}
