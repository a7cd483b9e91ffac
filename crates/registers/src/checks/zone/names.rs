//! The name field: two identifiers parted by two fillers, their words by one (ICAO 9303-3, 4.6).

/// Answers the primary and the secondary identifier, words separated by one space.
pub(super) fn identifiers(field: &str) -> (String, String) {
    let field = field.trim_end_matches('<');
    let (primary, secondary) = field.split_once("<<").unwrap_or((field, ""));
    (words(primary), words(secondary))
}

/// Answers the words that fillers part, separated by one space.
pub(super) fn words(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for word in text.split('<').filter(|word| !word.is_empty()) {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words
}

/// Says whether fillers part the name more than once in twos, or anywhere in threes and more.
pub(super) fn has_odd_separators(field: &str) -> bool {
    let field = field.trim_matches('<');
    match field.split_once("<<") {
        None => false,
        Some((_, rest)) => rest.starts_with('<') || rest.contains("<<"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_parted_as_the_standard_writes_them() {
        for (field, primary, secondary) in [
            ("ERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "ERIKSSON", "ANNA MARIA"),
            ("VAN<DER<MUELLEN<<MARTIN<<<<<<<", "VAN DER MUELLEN", "MARTIN"),
            ("SATRIYA<SUDARPA<<<<<<<<<<<<<<<", "SATRIYA SUDARPA", ""),
            ("ARKFREITH<<<<<<<<<<<<<<<<<<<<<", "ARKFREITH", ""),
            ("BENNELONG<WOOLOOMOOLOO<W<W<<DI", "BENNELONG WOOLOOMOOLOO W W", "DI"),
            ("<<ANNA<MARIA<<<<<<<<<<<<<<<<<<", "", "ANNA MARIA"),
            ("SMITH<<JOHN<<ALBERT<<<<<<<<<<<", "SMITH", "JOHN ALBERT"),
            ("<<<<<<", "", ""),
        ] {
            assert_eq!(identifiers(field), (primary.to_owned(), secondary.to_owned()), "{field}");
        }
    }

    #[test]
    fn odd_separators_are_seen() {
        for (field, odd) in [
            ("ERIKSSON<<ANNA<MARIA<<<<", false),
            ("ERIKSSON<ANNA<<<<", false),
            ("ERIKSSON<<<ANNA<<<<", true),
            ("ERIKSSON<<ANNA<<MARIA<<<<", true),
            ("<ERIKSSON<<ANNA<<", false),
        ] {
            assert_eq!(has_odd_separators(field), odd, "{field}");
        }
    }
}
