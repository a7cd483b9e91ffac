//! A text as words, numbers and marks, each with its place, written so that spelling does not hide what is the same.

/// One word, number or mark of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// In small letters without accents: `ACUERDAN`, `Acuerdan` and `acuerdan` are one word, `décimo` is `decimo`.
    pub fold: String,
    /// What it is.
    pub kind: Kind,
    /// Where it begins, in bytes of the text.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// Whether its first letter is a capital.
    pub capital: bool,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Letters, with apostrophes and hyphens between them.
    Word,
    /// Digits, with what joins them: `60`, `2003`, `1.5`, `9th`.
    Number,
    /// Anything else, one character a token.
    Mark,
}

impl Token {
    /// Answers whether the token is this mark.
    pub fn is(&self, mark: &str) -> bool {
        self.fold == mark
    }

    /// Answers whether the token is one of these, in their folded writing.
    pub fn among(&self, words: &[&str]) -> bool {
        words.contains(&self.fold.as_str())
    }
}

/// Answers the tokens of a text in order.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((from, first)) = rest.next() {
        if first.is_whitespace() {
            continue;
        }
        let mut to = from + first.len_utf8();
        let kind = match first {
            _ if first.is_alphabetic() => Kind::Word,
            _ if first.is_ascii_digit() => Kind::Number,
            _ => Kind::Mark,
        };
        while kind != Kind::Mark
            && let Some(&(at, c)) = rest.peek()
            && continues(kind, c, &text[at + c.len_utf8()..])
        {
            to = at + c.len_utf8();
            rest.next();
        }
        let word = &text[from..to];
        found.push(Token { fold: fold(word), kind, from, to, capital: first.is_uppercase() });
    }
    found
}

/// Answers a text in small letters, without accents and with one form of apostrophe.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'a'..='z' | '0'..='9' | ' ' => folded.push(c),
            'á' | 'à' | 'â' | 'ä' | 'ã' | 'Á' | 'À' | 'Â' | 'Ä' | 'Ã' => folded.push('a'),
            'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => folded.push('e'),
            'í' | 'ì' | 'î' | 'ï' | 'Í' | 'Ì' | 'Î' | 'Ï' => folded.push('i'),
            'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'Ó' | 'Ò' | 'Ô' | 'Ö' | 'Õ' => folded.push('o'),
            'ú' | 'ù' | 'û' | 'ü' | 'Ú' | 'Ù' | 'Û' | 'Ü' => folded.push('u'),
            'ñ' | 'Ñ' => folded.push('n'),
            'ç' | 'Ç' => folded.push('c'),
            // A mark that was set upon the letter before it.
            '\u{300}'..='\u{36f}' => {}
            '’' | '‘' | 'ʼ' | '´' => folded.push('\''),
            '‐' | '‑' => folded.push('-'),
            _ => folded.extend(c.to_lowercase()),
        }
    }
    folded
}

fn continues(kind: Kind, c: char, after: &str) -> bool {
    let joined = |test: fn(char) -> bool| after.chars().next().is_some_and(test);
    match kind {
        Kind::Word => {
            c.is_alphanumeric()
                || matches!(c, '\u{300}'..='\u{36f}')
                || (matches!(c, '\'' | '’' | '-' | '‐' | '‑' | '/') && joined(char::is_alphabetic))
        }
        Kind::Number => c.is_alphanumeric() || (matches!(c, '.' | ',') && joined(|next| next.is_ascii_digit())),
        Kind::Mark => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn folds(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.fold).collect()
    }

    #[test]
    fn words_keep_what_joins_them() {
        assert_eq!(
            folds("Vice-Ministers’ 60 días, 9th: (a) and/or"),
            ["vice-ministers", "'", "60", "dias", ",", "9th", ":", "(", "a", ")", "and/or"]
        );
        assert_eq!(folds("ACUERDAN décimo\u{301} 1.5 2003. x"), ["acuerdan", "decimo", "1.5", "2003", ".", "x"]);
    }

    proptest! {
        #[test]
        fn places_are_those_of_the_text(text in "\\PC{0,80}") {
            let mut end = 0;
            for token in tokens(&text) {
                prop_assert!(token.from >= end && token.from < token.to);
                prop_assert_eq!(&fold(&text[token.from..token.to]), &token.fold);
                end = token.to;
            }
        }
    }
}
