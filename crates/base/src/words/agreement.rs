//! Holds the word files against each other before anybody reads a page.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::{Language, WordFile};

/// What is wrong with the word files; each variant names the file and, where there is one, the key.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum WordsError {
    /// A file is not Fluent.
    #[error("{file}, line {line}: {message}")]
    Syntax {
        /// The file, as `room/es.ftl`.
        file: String,
        /// The line, counted from 1.
        line: usize,
        /// What the parser said.
        message: String,
    },
    /// A key is said twice.
    #[error("{file}: {key} is already said in {first}")]
    Twice {
        /// The later file.
        file: String,
        /// The key.
        key: String,
        /// The earlier file.
        first: String,
    },
    /// One language has a key that another lacks.
    #[error("{file}: {key} is missing; {other} has it")]
    Missing {
        /// The file without the key.
        file: String,
        /// The key.
        key: String,
        /// The file with the key.
        other: String,
    },
    /// Two languages use different arguments for one key.
    #[error("{file}: {key} uses the arguments {here:?}, but {other} uses {there:?}")]
    Arguments {
        /// The file that differs from the English one.
        file: String,
        /// The key.
        key: String,
        /// The arguments in that file.
        here: Vec<String>,
        /// The English file.
        other: String,
        /// The arguments in the English file.
        there: Vec<String>,
    },
    /// A text refers to one that does not exist.
    #[error("{file}: {key} refers to {reference}, which nobody wrote")]
    Reference {
        /// The file.
        file: String,
        /// The key.
        key: String,
        /// What it refers to.
        reference: String,
    },
    /// A file uses a form that pages do not (a message without text, or attributes).
    #[error("{file}: {key} must be one text, without attributes")]
    Form {
        /// The file.
        file: String,
        /// The key.
        key: String,
    },
    /// The file was read, but could not be joined to the others.
    #[error("{file}: {message}")]
    Load {
        /// The file.
        file: String,
        /// What the loader said.
        message: String,
    },
}

/// What one file says: by key, the arguments and the references of its text.
type Said = BTreeMap<String, Uses>;

#[derive(Default)]
struct Uses {
    arguments: BTreeSet<String>,
    references: BTreeSet<String>,
}

/// Checks that every room says the same things in each language, and nothing twice.
pub(super) fn check(files: &[WordFile]) -> Result<(), WordsError> {
    let mut first_said: BTreeMap<String, String> = BTreeMap::new();
    let mut all: Vec<(String, Said)> = Vec::new();
    for file in files {
        let english = said(file, Language::En)?;
        for language in [Language::Es, Language::Fr] {
            let other = said(file, language)?;
            same_keys(file, &english, language, &other)?;
            all.push((path(file, language), other));
        }
        for key in english.keys() {
            if let Some(first) = first_said.insert(key.clone(), path(file, Language::En)) {
                return Err(WordsError::Twice { file: path(file, Language::En), key: key.clone(), first });
            }
        }
        all.push((path(file, Language::En), english));
    }
    for (file, said) in &all {
        for (key, uses) in said {
            if let Some(reference) = uses.references.iter().find(|reference| !first_said.contains_key(*reference)) {
                return Err(WordsError::Reference {
                    file: file.clone(),
                    key: key.clone(),
                    reference: reference.clone(),
                });
            }
        }
    }
    Ok(())
}

/// Reads one file of a room.
pub(super) fn parse(file: &WordFile, language: Language) -> Result<FluentResource, WordsError> {
    let source = file.source(language);
    FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| {
        let (at, message) =
            errors.first().map_or((0, String::new()), |error| (error.pos.start, error.kind.to_string()));
        let before = source.as_bytes().get(..at).unwrap_or_default();
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        WordsError::Syntax { file: path(file, language), line, message }
    })
}

/// Names one file as errors do: `room/es.ftl`.
pub(super) fn path(file: &WordFile, language: Language) -> String {
    format!("{}/{}.ftl", file.room, language.tag())
}

fn said(file: &WordFile, language: Language) -> Result<Said, WordsError> {
    let resource = parse(file, language)?;
    let mut said = Said::new();
    for entry in resource.entries() {
        let mut uses = Uses::default();
        let (key, plain) = match entry {
            Entry::Message(message) => {
                message.value.iter().for_each(|value| pattern(value, &mut uses));
                (message.id.name.to_owned(), message.value.is_some() && message.attributes.is_empty())
            }
            Entry::Term(term) => {
                pattern(&term.value, &mut uses);
                (format!("-{}", term.id.name), term.attributes.is_empty())
            }
            _ => continue,
        };
        if !plain {
            return Err(WordsError::Form { file: path(file, language), key });
        }
        if said.insert(key.clone(), uses).is_some() {
            return Err(WordsError::Twice { file: path(file, language), key, first: path(file, language) });
        }
    }
    Ok(said)
}

fn same_keys(file: &WordFile, english: &Said, language: Language, other: &Said) -> Result<(), WordsError> {
    let (en, there) = (path(file, Language::En), path(file, language));
    if let Some(key) = english.keys().find(|key| !other.contains_key(*key)) {
        return Err(WordsError::Missing { file: there, key: key.clone(), other: en });
    }
    for (key, uses) in other {
        let Some(original) = english.get(key) else {
            return Err(WordsError::Missing { file: en, key: key.clone(), other: there });
        };
        if uses.arguments != original.arguments {
            return Err(WordsError::Arguments {
                file: there,
                key: key.clone(),
                here: uses.arguments.iter().cloned().collect(),
                other: en,
                there: original.arguments.iter().cloned().collect(),
            });
        }
    }
    Ok(())
}

fn pattern(pattern_of: &Pattern<&str>, uses: &mut Uses) {
    for element in &pattern_of.elements {
        if let PatternElement::Placeable { expression: within } = element {
            expression(within, uses);
        }
    }
}

fn expression(of: &Expression<&str>, uses: &mut Uses) {
    match of {
        Expression::Inline(within) => inline(within, uses),
        Expression::Select { selector, variants } => {
            inline(selector, uses);
            variants.iter().for_each(|variant| pattern(&variant.value, uses));
        }
    }
}

fn inline(of: &InlineExpression<&str>, uses: &mut Uses) {
    match of {
        InlineExpression::VariableReference { id } => {
            uses.arguments.insert(id.name.to_owned());
        }
        InlineExpression::MessageReference { id, .. } => {
            uses.references.insert(id.name.to_owned());
        }
        InlineExpression::TermReference { id, .. } => {
            uses.references.insert(format!("-{}", id.name));
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| inline(argument, uses));
        }
        InlineExpression::Placeable { expression: within } => expression(within, uses),
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
    }
}

#[cfg(test)]
mod tests {
    use super::super::Words;
    use super::*;

    fn refused(files: &[WordFile]) -> String {
        Words::new(files).map(|_| ()).map_err(|error| error.to_string()).expect_err("the files must be refused")
    }

    const fn room(room: &'static str, en: &'static str, es: &'static str, fr: &'static str) -> WordFile {
        WordFile { room, en, es, fr }
    }

    #[test]
    fn a_missing_key_is_named_with_its_file() {
        assert_eq!(
            refused(&[room("status", "a = A\nb = B", "a = A", "a = A\nb = B")]),
            "status/es.ftl: b is missing; status/en.ftl has it"
        );
        assert_eq!(
            refused(&[room("status", "a = A", "a = A", "a = A\nc = C")]),
            "status/en.ftl: c is missing; status/fr.ftl has it"
        );
    }

    #[test]
    fn a_key_said_twice_is_named_with_both_files() {
        let (one, two) = (room("one", "a = A", "a = A", "a = A"), room("two", "a = A", "a = A", "a = A"));
        assert_eq!(refused(&[one, two]), "two/en.ftl: a is already said in one/en.ftl");
        assert_eq!(
            refused(&[room("one", "a = A", "a = A\na = B", "a = A")]),
            "one/es.ftl: a is already said in one/es.ftl"
        );
        assert_eq!(
            refused(&[super::super::BASE, room("own", "shell-skip = x", "shell-skip = x", "shell-skip = x")]),
            "own/en.ftl: shell-skip is already said in base/en.ftl"
        );
    }

    #[test]
    fn arguments_must_agree() {
        assert_eq!(
            refused(&[room("one", "a = { $count } rows", "a = { $cuenta } filas", "a = { $count } lignes")]),
            r#"one/es.ftl: a uses the arguments ["cuenta"], but one/en.ftl uses ["count"]"#
        );
        let plural = "a = { $count ->\n    [one] one\n   *[other] { $count }\n }";
        assert!(Words::new(&[room("one", plural, "a = { $count }", plural)]).is_ok());
    }

    #[test]
    fn a_reference_must_lead_somewhere() {
        assert_eq!(
            refused(&[room("one", "a = A", "a = { b }", "a = A")]),
            "one/es.ftl: a refers to b, which nobody wrote"
        );
        let terms = "-register = the register\na = Ask { -register }";
        assert!(Words::new(&[room("one", terms, terms, terms)]).is_ok());
    }

    #[test]
    fn a_syntax_error_says_its_line() {
        let error = refused(&[room("one", "a = A\n\nb { B", "a = A", "a = A")]);
        assert!(error.starts_with("one/en.ftl, line 3: "), "{error}");
    }

    #[test]
    fn attributes_are_not_used() {
        assert_eq!(
            refused(&[room("one", "a = A\n    .title = T", "a = A", "a = A")]),
            "one/en.ftl: a must be one text, without attributes"
        );
    }
}
