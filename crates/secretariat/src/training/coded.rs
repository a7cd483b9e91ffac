//! Closed lists of this room, each code with the key of its name, and names that are compared. Frozen.

/// Where somebody works, as a kind of institution: which one would say more of a person than results by institution need.
pub(super) const INSTITUTIONS: [(&str, &str); 8] = [
    ("migration", "training-institution-migration"),
    ("police", "training-institution-police"),
    ("foreign-affairs", "training-institution-foreign-affairs"),
    ("justice", "training-institution-justice"),
    ("child-protection", "training-institution-child-protection"),
    ("labour", "training-institution-labour"),
    ("civil-society", "training-institution-civil-society"),
    ("other", "training-institution-other"),
];

/// Sex as the delegation says it; nobody need say one.
pub(super) const SEXES: [(&str, &str); 4] = [
    ("female", "training-sex-female"),
    ("male", "training-sex-male"),
    ("other", "training-sex-other"),
    ("unsaid", "training-sex-unsaid"),
];

/// Answers the key of a code's name.
pub(super) fn key(list: &[(&'static str, &'static str)], code: &str) -> Option<&'static str> {
    list.iter().find(|(known, _)| *known == code).map(|(_, key)| *key)
}

/// Answers a name without accents, capitals and doubled blanks: what is typed twice is found twice. Frozen: tables are made of it.
pub(super) fn folded(name: &str) -> String {
    let words = name.split_whitespace().map(|word| word.chars().flat_map(char::to_lowercase).map(plain).collect());
    words.collect::<Vec<String>>().join(" ")
}

fn plain(letter: char) -> char {
    match letter {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' => 'a',
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
    use super::*;

    #[test]
    fn a_name_is_the_same_without_accents_capitals_and_doubled_blanks() {
        assert_eq!(folded("  Íñigo  PEÑA "), "inigo pena");
        assert_ne!(folded("Ana Peña"), folded("Ana Pena Ruiz"));
    }
}
