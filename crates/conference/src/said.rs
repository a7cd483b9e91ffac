//! What somebody says in words of their own: a reason, a comment, an answer.

use std::fmt;

/// Words of their own: 1 to [`Said::CHARACTERS_MAX`] characters, not blank, without control characters but line breaks and tabs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Said(String);

/// Says what is wrong with words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SaidError {
    /// Nothing but blanks.
    #[error("nothing is said")]
    Blank,
    /// Longer than anybody will read.
    #[error("more than {} characters", Said::CHARACTERS_MAX)]
    Long,
    /// Characters that no form sends.
    #[error("a control character")]
    Control,
}

impl Said {
    /// The most characters.
    pub const CHARACTERS_MAX: usize = 20_000;

    /// Reads words, and takes blanks around them away.
    ///
    /// # Errors
    /// When they are blank, too long, or hold what no one types.
    pub fn parse(text: &str) -> Result<Said, SaidError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(SaidError::Blank);
        }
        if text.chars().nth(Said::CHARACTERS_MAX).is_some() {
            return Err(SaidError::Long);
        }
        if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
            return Err(SaidError::Control);
        }
        Ok(Said(text.to_owned()))
    }

    /// Answers the words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_as_said_without_blanks_around_them() {
        assert_eq!(
            Said::parse("  Falta el anexo.\nVéase 2.4 ").map(|said| said.to_string()).as_deref(),
            Ok("Falta el anexo.\nVéase 2.4")
        );
    }

    #[test]
    fn nothing_too_much_and_what_nobody_types_are_refused() {
        assert_eq!(Said::parse(" \n\t\u{a0}"), Err(SaidError::Blank));
        assert_eq!(Said::parse(&"ñ".repeat(Said::CHARACTERS_MAX + 1)), Err(SaidError::Long));
        assert!(Said::parse(&"ñ".repeat(Said::CHARACTERS_MAX)).is_ok());
        assert_eq!(Said::parse("a\u{0}b"), Err(SaidError::Control));
    }
}
