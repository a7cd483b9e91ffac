//! In which language a command speaks, and how it says a text.

use std::borrow::Cow;
use std::ffi::OsString;

use base::web::Said;
use base::words::{Language, Value, Words};

use crate::houses::word_files;

/// All texts, in the language of whoever gave the command.
pub struct Tongue {
    words: Words,
    /// The language.
    pub language: Language,
}

impl Tongue {
    /// Chooses the language: `--language`, else the environment as POSIX orders it, else English.
    ///
    /// The arguments are looked through by hand, because what is wrong with them is said in this language too.
    pub fn of(arguments: &[OsString], environment: impl Fn(&str) -> Option<String>) -> Self {
        let mut asked = arguments
            .iter()
            .filter_map(|argument| argument.to_str())
            .skip_while(|argument| *argument != "--language" && !argument.starts_with("--language="));
        let asked = asked.next().and_then(|first| first.strip_prefix("--language=").or_else(|| asked.next()));
        let from_environment = || {
            let set =
                ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(environment).find(|text| !text.is_empty());
            set.as_deref().and_then(Language::parse)
        };
        let language = asked.and_then(Language::parse).or_else(from_environment).unwrap_or(Language::En);
        Tongue::in_language(language)
    }

    /// Speaks one language.
    pub fn in_language(language: Language) -> Self {
        let words = Words::new(&word_files()).expect("word files that a test holds against each other");
        Tongue { words, language }
    }

    /// Says a text.
    pub fn t(&self, key: &str) -> Cow<'_, str> {
        self.words.text(self.language, key, &[])
    }

    /// Says a text with arguments.
    pub fn tn(&self, key: &str, args: &[(&str, Value<'_>)]) -> Cow<'_, str> {
        self.words.text(self.language, key, args)
    }

    /// Says a text that was chosen before the language was known.
    pub fn say(&self, said: &Said) -> String {
        let args: Vec<(&str, Value<'_>)> =
            said.args.iter().map(|(name, value)| (*name, Value::from(value.as_str()))).collect();
        self.tn(said.key, &args).into_owned()
    }

    /// Answers whether a text exists.
    pub fn knows(&self, key: &str) -> bool {
        self.words.knows(key)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn chosen(arguments: &[&str], environment: &[(&str, &str)]) -> Language {
        let arguments: Vec<OsString> = arguments.iter().map(Into::into).collect();
        let find = |name: &str| environment.iter().find(|(known, _)| *known == name).map(|(_, text)| text.to_string());
        Tongue::of(&arguments, find).language
    }

    #[test]
    fn all_words_agree() {
        assert!(Words::new(&word_files()).map_err(|error| error.to_string()).is_ok());
    }

    #[test]
    fn the_argument_wins_over_the_environment_and_english_is_left() {
        let spanish = [("LANG", "es_GT.UTF-8")];
        assert_eq!(chosen(&["puebla", "serve"], &spanish), Language::Es);
        assert_eq!(chosen(&["puebla", "serve", "--language", "fr"], &spanish), Language::Fr);
        assert_eq!(chosen(&["puebla", "--language=en", "serve"], &spanish), Language::En);
        assert_eq!(chosen(&["puebla"], &[("LC_ALL", "fr_CA"), ("LANG", "es")]), Language::Fr);
        assert_eq!(chosen(&["puebla"], &[("LC_ALL", ""), ("LANG", "es")]), Language::Es);
        assert_eq!(chosen(&["puebla", "--language"], &[("LANG", "C.UTF-8")]), Language::En);
    }
}
