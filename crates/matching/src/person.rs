//! An identity as it was claimed, registered or read: names, birth dates, sex, nationalities, documents.

use crate::birth::Birth;
use crate::name::Name;

/// A person's sex as documents have it; `X` and what was not read are absent.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Sex {
    /// `F`
    Female,
    /// `M`
    Male,
}

impl Sex {
    /// Reads `F` or `M`, in either case; anything else says nothing.
    #[must_use]
    pub fn parse(text: &str) -> Option<Sex> {
        match text.trim().as_bytes() {
            [b'F' | b'f'] => Some(Sex::Female),
            [b'M' | b'm'] => Some(Sex::Male),
            _ => None,
        }
    }

    pub(crate) const fn bits(sex: Option<Sex>) -> u32 {
        match sex {
            None => 0,
            Some(Sex::Female) => 1,
            Some(Sex::Male) => 2,
        }
    }
}

/// A nationality as the one to three letters that documents have for it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, PartialOrd, Ord)]
pub struct Nationality(u16);

impl Nationality {
    /// Reads up to three letters; fillers and anything else say nothing.
    #[must_use]
    pub fn parse(text: &str) -> Option<Nationality> {
        let text = text.trim().trim_end_matches('<');
        if text.is_empty() || text.len() > 3 || !text.bytes().all(|b| b.is_ascii_alphabetic()) {
            return None;
        }
        Some(Nationality(text.bytes().fold(0, |code, b| code * 27 + u16::from(b.to_ascii_uppercase() - b'@'))))
    }

    pub(crate) const fn bits(nationality: Option<Nationality>) -> u16 {
        match nationality {
            None => 0,
            Some(nationality) => nationality.0,
        }
    }
}

/// Characters of a document number that are compared at most.
pub const NUMBER_MAX: usize = 32;

/// A document's or a person's number: its capital letters and digits.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub struct Number {
    text: String,
    /// Whether it is the person's own and stays for life, as a CURP or a DUI does; a document's changes with each issue.
    pub personal: bool,
}

impl Number {
    /// Reads a number; one of fewer than four characters identifies nothing.
    #[must_use]
    pub fn parse(text: &str, personal: bool) -> Option<Number> {
        let text: String =
            text.chars().filter(char::is_ascii_alphanumeric).take(NUMBER_MAX).map(|c| c.to_ascii_uppercase()).collect();
        (text.len() >= 4 && text.bytes().any(|b| b != b'0')).then_some(Number { text, personal })
    }

    /// The number as it is compared.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

/// What is known of a person; any of it may be absent, and each may be several.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Person {
    /// Names: as registered, as a zone has it, aliases.
    pub names: Vec<Name>,
    /// Birth dates, where sources differ.
    pub births: Vec<Birth>,
    /// Sex, where it was stated.
    pub sex: Option<Sex>,
    /// Nationalities.
    pub nationalities: Vec<Nationality>,
    /// Numbers of documents and of the person.
    pub numbers: Vec<Number>,
}

impl Person {
    /// Reads a person as tables have one, a text a column, any of them empty.
    ///
    /// A birth date that cannot be read is taken as unknown: [`Birth::parse`] says why to who wants to know.
    #[must_use]
    pub fn from_fields(fields: Fields<'_>) -> Person {
        let name = Name::fields(fields.surnames, fields.given);
        Person {
            names: if name.words().next().is_some() { vec![name] } else { Vec::new() },
            births: Birth::parse(fields.birth).ok().filter(|birth| !birth.unknown()).into_iter().collect(),
            sex: Sex::parse(fields.sex),
            nationalities: Nationality::parse(fields.nationality).into_iter().collect(),
            numbers: Number::parse(fields.number, false).into_iter().collect(),
        }
    }
}

/// A person's columns as texts.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fields<'t> {
    /// Surnames, in the order of the document.
    pub surnames: &'t str,
    /// Given names.
    pub given: &'t str,
    /// `F`, `M` or nothing.
    pub sex: &'t str,
    /// `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or nothing.
    pub birth: &'t str,
    /// Up to three letters.
    pub nationality: &'t str,
    /// The document's number.
    pub number: &'t str,
}
