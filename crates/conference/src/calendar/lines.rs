//! Content lines: folded at 75 octets, ended by CRLF, their text escaped (RFC 5545, 3.1 and 3.3.11).

use crate::language::TextLanguage;

/// The most octets of a line, its end not counted.
const OCTETS_MAX: usize = 75;

/// Lines while they are written.
#[derive(Default)]
pub(super) struct Lines(String);

impl Lines {
    /// Writes a value that is no text: what cannot stand in a line is left out.
    pub(super) fn raw(&mut self, name: &str, value: &str) {
        let value: String = value.chars().filter(|c| !c.is_control()).collect();
        self.line(&format!("{name}:{value}"));
    }

    /// Writes a text.
    pub(super) fn text(&mut self, name: &str, language: Option<TextLanguage>, text: &str) {
        let language = language.map_or(String::new(), |language| format!(";LANGUAGE={}", language.two_letters()));
        self.line(&format!("{name}{language}:{}", escaped(text)));
    }

    pub(super) fn into_text(self) -> String {
        self.0
    }

    /// Folds between characters, never inside one: what reads octets by the line then still reads UTF-8.
    fn line(&mut self, line: &str) {
        let mut octets = 0;
        for c in line.chars() {
            if octets + c.len_utf8() > OCTETS_MAX {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(c);
            octets += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => escaped.push_str("\\n"),
            '\t' => escaped.push(' '),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written(text: &str) -> String {
        let mut lines = Lines::default();
        lines.text("SUMMARY", Some(TextLanguage::Spanish), text);
        lines.into_text()
    }

    /// Undoes folding and escaping as a reader does.
    fn read(written: &str) -> String {
        let line = written.replace("\r\n ", "");
        let value =
            line.strip_prefix("SUMMARY;LANGUAGE=es:").and_then(|rest| rest.strip_suffix("\r\n")).expect("a line");
        let mut read = String::new();
        let mut chars = value.chars();
        while let Some(c) = chars.next() {
            match c {
                '\\' => match chars.next() {
                    Some('n') => read.push('\n'),
                    Some(escaped) => read.push(escaped),
                    None => panic!("a lone backslash"),
                },
                c => read.push(c),
            }
        }
        read
    }

    #[test]
    fn separators_are_escaped_and_lines_stay_in_the_text() {
        assert_eq!(written("a, b; c\\d\r\ne"), "SUMMARY;LANGUAGE=es:a\\, b\\; c\\\\d\\ne\r\n");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_text_is_folded_and_read_back(text in "[ -~ñáé«»🛶\\\\;,\n]{0,300}") {
            let written = written(&text);
            prop_assert!(written.split("\r\n").all(|line| line.len() <= OCTETS_MAX));
            prop_assert!(!written.replace("\r\n", "").contains(['\r', '\n']));
            prop_assert_eq!(read(&written), text);
        }
    }
}
