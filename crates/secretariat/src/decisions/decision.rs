//! What a decision is: its text in each language, what it asks of whom by when, and what it is linked to.

use std::fmt;
use std::str::FromStr;

use conference::due::DueRule;
use conference::verbs::Verb;
use jiff::civil::Date;
use minicbor::{Decode, Encode};

use crate::meetings::{NotASymbol, Symbol};

/// The longest text of a decision in one language, in characters.
pub(crate) const TEXT_CHARS_MAX: usize = 20_000;
/// The longest name, condition, note or reason, in characters.
pub(crate) const LINE_CHARS_MAX: usize = 2_000;
/// The most things that one decision asks.
pub(crate) const ASKS_MAX: usize = 20;
/// The most addressees of one thing asked.
pub(crate) const ADDRESSEES_MAX: usize = 60;
/// The most links that one decision has when it is adopted.
pub(crate) const LINKS_MAX: usize = 20;
/// The highest number of a decision at its meeting.
pub(crate) const NUMBER_MAX: u32 = 9_999;
/// The addressee that stands for every member.
pub(crate) const MEMBERS: &str = "members";

/// A language in which decisions have authentic texts. Frozen as its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tongue {
    /// English.
    En,
    /// Spanish.
    Es,
}

impl Tongue {
    /// Both.
    pub(crate) const ALL: [Tongue; 2] = [Tongue::En, Tongue::Es];

    /// Answers the code of two letters.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Tongue::En => "en",
            Tongue::Es => "es",
        }
    }

    /// Answers the key of its name.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Tongue::En => "decisions-language-en",
            Tongue::Es => "decisions-language-es",
        }
    }
}

impl fmt::Display for Tongue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Tongue {
    type Err = NotASymbol;
    fn from_str(code: &str) -> Result<Self, NotASymbol> {
        Tongue::ALL.into_iter().find(|tongue| tongue.code() == code).ok_or(NotASymbol)
    }
}

/// All that a decision says, as a person confirmed it. Its bytes are frozen.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Content {
    /// Its number at the meeting.
    #[n(0)]
    pub(crate) number: u32,
    /// The language in which it was drafted.
    #[n(1)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) original: Tongue,
    /// Its English text, a line a paragraph and a point; empty where there is none.
    #[n(2)]
    pub(crate) text_en: String,
    /// Its Spanish text.
    #[n(3)]
    pub(crate) text_es: String,
    /// Where the two say different things, in the secretariat's words; empty where nobody noted any.
    #[n(4)]
    pub(crate) divergence: String,
    /// What it does and asks, in the order of the text.
    #[n(5)]
    pub(crate) asks: Vec<Ask>,
    /// What must have happened before, in the words of the text; empty without one.
    #[n(6)]
    pub(crate) condition: String,
    /// What it is linked to.
    #[n(7)]
    pub(crate) links: Vec<Link>,
}

/// One operative verb, with whom it speaks to and by when. Its bytes are frozen.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Ask {
    /// The verb.
    #[n(0)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) verb: Verb,
    /// Codes of States, `members`, and names of bodies.
    #[n(1)]
    pub(crate) addressees: Vec<String>,
    /// Whether each does it for itself, and not all together.
    #[n(2)]
    pub(crate) each: bool,
    /// By when.
    #[n(3)]
    #[cbor(with = "crate::meetings::frozen::text_or_null")]
    pub(crate) rule: Option<DueRule>,
    /// Whether it is a power that ends unused with its day.
    #[n(4)]
    pub(crate) lapses: bool,
}

/// A link to another decision, or to a meeting that discusses this one. Its bytes are frozen.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Link {
    /// Of which kind.
    #[n(0)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) kind: LinkKind,
    /// The symbol of what it leads to.
    #[n(1)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) to: Symbol,
}

/// What a link says of the two it joins. Frozen as its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum LinkKind {
    /// Changes a part of the other.
    Amends,
    /// Carries the other out.
    Implements,
    /// Takes the other's place.
    Supersedes,
    /// Speaks of the other.
    RefersTo,
    /// Is discussed at the same meeting as the other.
    SharesMeeting,
    /// Is discussed at a meeting.
    DiscussedAt,
}

impl LinkKind {
    /// All there are.
    pub(crate) const ALL: [LinkKind; 6] = [
        LinkKind::Amends,
        LinkKind::Implements,
        LinkKind::Supersedes,
        LinkKind::RefersTo,
        LinkKind::SharesMeeting,
        LinkKind::DiscussedAt,
    ];

    /// Answers the code used in entries, tables, forms and the API. Frozen.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            LinkKind::Amends => "amends",
            LinkKind::Implements => "implements",
            LinkKind::Supersedes => "supersedes",
            LinkKind::RefersTo => "refers_to",
            LinkKind::SharesMeeting => "shares_meeting",
            LinkKind::DiscussedAt => "discussed_at",
        }
    }

    /// Answers the key of what it says of the decision that has it.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            LinkKind::Amends => "decisions-link-amends",
            LinkKind::Implements => "decisions-link-implements",
            LinkKind::Supersedes => "decisions-link-supersedes",
            LinkKind::RefersTo => "decisions-link-refers-to",
            LinkKind::SharesMeeting => "decisions-link-shares-meeting",
            LinkKind::DiscussedAt => "decisions-link-discussed-at",
        }
    }

    /// Answers the key of what it says of the decision that it leads to.
    pub(crate) const fn key_back(self) -> &'static str {
        match self {
            LinkKind::Amends => "decisions-link-amended-by",
            LinkKind::Implements => "decisions-link-implemented-by",
            LinkKind::Supersedes => "decisions-link-superseded-by",
            LinkKind::RefersTo => "decisions-link-referred-by",
            LinkKind::SharesMeeting | LinkKind::DiscussedAt => "decisions-link-shares-meeting",
        }
    }
}

impl fmt::Display for LinkKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for LinkKind {
    type Err = NotASymbol;
    fn from_str(code: &str) -> Result<Self, NotASymbol> {
        LinkKind::ALL.into_iter().find(|kind| kind.code() == code).ok_or(NotASymbol)
    }
}

/// Answers the symbol of a meeting's decision, such as `RCM/VIII/2003/DEC/20`.
///
/// Errors: [`NotASymbol`] where the meeting's is so long that nothing fits behind it.
pub(crate) fn symbol_of(meeting: &Symbol, adopted_on: Date, number: u32) -> Result<Symbol, NotASymbol> {
    format!("{meeting}/{}/DEC/{number}", adopted_on.year()).parse()
}

impl Content {
    /// Answers the text in a language; empty where there is none.
    pub(crate) fn text(&self, tongue: Tongue) -> &str {
        match tongue {
            Tongue::En => &self.text_en,
            Tongue::Es => &self.text_es,
        }
    }

    /// Answers the text to be changed.
    pub(crate) fn text_mut(&mut self, tongue: Tongue) -> &mut String {
        match tongue {
            Tongue::En => &mut self.text_en,
            Tongue::Es => &mut self.text_es,
        }
    }

    /// Answers the text in which it was drafted, or else the one there is.
    pub(crate) fn drafted(&self) -> &str {
        let drafted = self.text(self.original);
        if drafted.is_empty() {
            Tongue::ALL.map(|tongue| self.text(tongue))[usize::from(self.original == Tongue::En)]
        } else {
            drafted
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_symbol_says_meeting_year_and_number() {
        let meeting: Symbol = "RCM/VIII".parse().expect("a symbol");
        let symbol = symbol_of(&meeting, date(2003, 5, 30), 20);
        assert_eq!(symbol.map(|symbol| symbol.to_string()).as_deref(), Ok("RCM/VIII/2003/DEC/20"));
        let long: Symbol = format!("A/{}", "B".repeat(34)).parse().expect("a symbol");
        assert_eq!(symbol_of(&long, date(2003, 5, 30), 20), Err(NotASymbol));
    }

    #[test]
    fn codes_come_back_as_what_they_were() {
        for kind in LinkKind::ALL {
            assert_eq!(kind.code().parse(), Ok(kind));
        }
        for tongue in Tongue::ALL {
            assert_eq!(tongue.code().parse(), Ok(tongue));
        }
        assert_eq!("fr".parse::<Tongue>(), Err(NotASymbol));
    }

    #[test]
    fn the_text_that_is_there_stands_for_one_that_is_missing() {
        let mut content = super::super::samples::content(1, "Urge it.");
        assert_eq!(content.drafted(), "Urge it.");
        content.original = Tongue::Es;
        assert_eq!(content.drafted(), "Urge it.");
        content.text_es = "Instar.".to_owned();
        assert_eq!(content.drafted(), "Instar.");
    }
}
