//! What a meeting is: its symbol, its days and place, and where it stands.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use journal::StateCode;
use minicbor::{Decode, Encode};

/// The longest symbol, in characters.
pub(crate) const SYMBOL_CHARS_MAX: usize = 40;
/// The longest title or place, in characters.
pub(crate) const TEXT_CHARS_MAX: usize = 200;
/// The longest meeting, in days.
pub(crate) const DAYS_MAX: i64 = 60;

/// The symbol of a meeting, such as `RCM/VIII`: capital letters and digits in parts with `/` between.
///
/// An address has `-` in the place of `/`, which no part contains.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Symbol(String);

/// The text is no symbol.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no symbol, such as RCM/VIII")]
pub struct NotASymbol;

impl Symbol {
    /// Answers the symbol as documents write it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Answers the symbol as an address writes it.
    pub fn in_address(&self) -> String {
        self.0.replace('/', "-")
    }

    /// Reads a symbol of an address.
    ///
    /// # Errors
    /// [`NotASymbol`].
    pub fn from_address(text: &str) -> Result<Self, NotASymbol> {
        if text.contains('/') { Err(NotASymbol) } else { text.replace('-', "/").parse() }
    }
}

impl FromStr for Symbol {
    type Err = NotASymbol;
    fn from_str(text: &str) -> Result<Self, NotASymbol> {
        let part = |part: &str| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        };
        let fits = text.len() <= SYMBOL_CHARS_MAX && text.contains('/') && text.split('/').all(part);
        if fits { Ok(Symbol(text.to_owned())) } else { Err(NotASymbol) }
    }
}

impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// When and where a meeting sits. Its bytes are frozen.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Sitting {
    /// State that receives the meeting.
    #[n(0)]
    #[cbor(with = "super::frozen::text")]
    pub(crate) host: StateCode,
    /// First day.
    #[n(1)]
    #[cbor(with = "super::frozen::text")]
    pub(crate) first_on: Date,
    /// Last day, from which many deadlines are counted.
    #[n(2)]
    #[cbor(with = "super::frozen::text")]
    pub(crate) last_on: Date,
    /// Time zone of the place, by its IANA name.
    #[n(3)]
    pub(crate) zone: String,
    /// City.
    #[n(4)]
    pub(crate) place: String,
}

/// Where a meeting stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Called, for the days it was first called for.
    Planned,
    /// Called for other days or another place than at first.
    Moved,
    /// It took place.
    Held,
    /// It will not take place.
    Cancelled,
}

impl Standing {
    /// All there are.
    pub(crate) const ALL: [Standing; 4] = [Standing::Planned, Standing::Moved, Standing::Held, Standing::Cancelled];

    /// Answers the code used in tables, forms and the API. Frozen.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Standing::Planned => "planned",
            Standing::Moved => "moved",
            Standing::Held => "held",
            Standing::Cancelled => "cancelled",
        }
    }

    /// Answers the key of its name.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Standing::Planned => "meetings-standing-planned",
            Standing::Moved => "meetings-standing-moved",
            Standing::Held => "meetings-standing-held",
            Standing::Cancelled => "meetings-standing-cancelled",
        }
    }

    /// Reads a code.
    pub(crate) fn parse(code: &str) -> Option<Self> {
        Standing::ALL.into_iter().find(|standing| standing.code() == code)
    }

    /// Answers whether nothing can become of the meeting any more.
    pub(crate) const fn is_over(self) -> bool {
        matches!(self, Standing::Held | Standing::Cancelled)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_goes_into_an_address_and_comes_back() {
        for text in ["RCM/VIII", "RCGM/2003/2", "A/1"] {
            let symbol: Symbol = text.parse().expect("a symbol");
            assert_eq!(Symbol::from_address(&symbol.in_address()), Ok(symbol));
        }
        for text in ["", "RCM", "RCM/", "/VIII", "rcm/viii", "RCM-VIII", "RCM//2", "RCM/ VIII", &"A/".repeat(30)] {
            assert_eq!(text.parse::<Symbol>(), Err(NotASymbol), "{text}");
        }
        assert_eq!(Symbol::from_address("RCM/VIII"), Err(NotASymbol), "an address has no slash in it");
    }
}
