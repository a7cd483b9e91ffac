//! Every word a person reads, in the three languages of the conference.
//!
//! A room keeps its texts in `words/en.ftl`, `es.ftl` and `fr.ftl` beside its code and names them with [`crate::words!`].
//! [`Words::new`] loads them all once, at start, and refuses files that do not say the same things: a page can then
//! rely on every key in every language.

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

mod agreement;
mod language;
pub(crate) mod written;

pub use agreement::WordsError;
pub use fluent_bundle::FluentValue as Value;
pub use language::Language;

/// The texts of one room, one file a language.
#[derive(Debug, Clone, Copy)]
pub struct WordFile {
    /// Names the room, as its folder does; errors say it.
    pub room: &'static str,
    /// The English file's text.
    pub en: &'static str,
    /// The Spanish file's text.
    pub es: &'static str,
    /// The French file's text.
    pub fr: &'static str,
}

/// Names the word files of the room in whose `mod.rs` it stands: `words!("status")` reads `words/en.ftl`, `es.ftl` and
/// `fr.ftl` of that folder at build time.
#[macro_export]
macro_rules! words {
    ($room:literal) => {
        $crate::words::WordFile {
            room: $room,
            en: include_str!("words/en.ftl"),
            es: include_str!("words/es.ftl"),
            fr: include_str!("words/fr.ftl"),
        }
    };
}

/// The texts of base itself: the shell, forms, tables, time.
pub const BASE: WordFile = crate::words!("base");

/// All loaded texts.
pub struct Words {
    bundles: [FluentBundle<FluentResource>; 3],
}

impl WordFile {
    /// Answers the file's text in one language.
    pub fn source(&self, language: Language) -> &'static str {
        match language {
            Language::En => self.en,
            Language::Es => self.es,
            Language::Fr => self.fr,
        }
    }
}

impl Words {
    /// Loads the texts of the given rooms; [`BASE`] must be among them where the shell or its components speak.
    ///
    /// Fails, naming file and key, on a syntax error, on a key said twice, on a key or an argument that one language has
    /// and another lacks, and on a reference to a text that does not exist.
    pub fn new(files: &[WordFile]) -> Result<Words, WordsError> {
        agreement::check(files)?;
        // In the order in which the languages are declared: `text` finds a bundle by it.
        Ok(Words {
            bundles: [bundle(Language::En, files)?, bundle(Language::Es, files)?, bundle(Language::Fr, files)?],
        })
    }

    /// Says the text of a key with its arguments.
    ///
    /// A key nobody wrote is a fault of ours: the page shows the key itself, and the log says so.
    pub fn text<'w>(&'w self, language: Language, key: &str, args: &[(&str, Value<'_>)]) -> Cow<'w, str> {
        let bundle = &self.bundles[language as usize];
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(key, language = language.tag(), "no such text");
            return Cow::Owned(key.to_owned());
        };
        let mut errors = Vec::new();
        let text = if args.is_empty() {
            bundle.format_pattern(pattern, None, &mut errors)
        } else {
            let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
            Cow::Owned(bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned())
        };
        if !errors.is_empty() {
            tracing::error!(key, language = language.tag(), ?errors, "a text could not be said in full");
        }
        text
    }

    /// Answers whether a key exists.
    pub fn knows(&self, key: &str) -> bool {
        self.bundles[Language::En as usize].has_message(key)
    }
}

fn bundle(language: Language, files: &[WordFile]) -> Result<FluentBundle<FluentResource>, WordsError> {
    let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
    // The three languages are written left to right, so isolating marks would only get into copied text.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::En => |value, _| written::value(Language::En, value),
        Language::Es => |value, _| written::value(Language::Es, value),
        Language::Fr => |value, _| written::value(Language::Fr, value),
    }));
    for file in files {
        let resource = agreement::parse(file, language)?;
        bundle.add_resource(resource).map_err(|errors| WordsError::Load {
            file: agreement::path(file, language),
            message: format!("{errors:?}"),
        })?;
    }
    Ok(bundle)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const COUNTED: WordFile = WordFile {
        room: "counted",
        en: "counted-rows = { $count ->\n    [one] one row\n   *[other] { $count } rows\n }\ncounted-hello = Hello { $name }",
        es: "counted-rows = { $count ->\n    [one] una fila\n   *[other] { $count } filas\n }\ncounted-hello = Hola { $name }",
        fr: "counted-rows = { $count ->\n    [one] { $count } ligne\n   *[other] { $count } lignes\n }\ncounted-hello = Bonjour { $name }",
    };

    #[test]
    fn numbers_take_the_plural_and_the_form_of_their_language() {
        let words = Words::new(&[COUNTED]).unwrap();
        let say = |language, count: i64| words.text(language, "counted-rows", &[("count", count.into())]).into_owned();
        assert_eq!(say(Language::En, 1), "one row");
        assert_eq!(say(Language::En, 12_345), "12,345 rows");
        assert_eq!(say(Language::Es, 1), "una fila");
        assert_eq!(say(Language::Es, 12_345), "12,345 filas");
        assert_eq!(say(Language::Fr, 0), "0 ligne", "French counts nought as one");
        assert_eq!(say(Language::Fr, 12_345), "12\u{a0}345 lignes");
    }

    #[test]
    fn arguments_come_without_isolating_marks() {
        let words = Words::new(&[COUNTED]).unwrap();
        assert_eq!(words.text(Language::Es, "counted-hello", &[("name", "Iris".into())]), "Hola Iris");
    }

    #[test]
    fn a_key_nobody_wrote_is_shown_as_itself() {
        let words = Words::new(&[BASE]).unwrap();
        assert_eq!(words.text(Language::Fr, "nobody-wrote-this", &[]), "nobody-wrote-this");
        assert!(!words.knows("nobody-wrote-this"));
        assert!(words.knows("shell-skip"));
    }

    #[test]
    fn all_of_bases_own_words_agree() {
        assert_eq!(Words::new(&crate::web::word_files()).map(|_| ()), Ok(()));
    }

    #[test]
    fn words_serve_many_threads() {
        fn shared<T: Send + Sync>(_: &T) {}
        shared(&Words::new(&[BASE]).unwrap());
    }
}
