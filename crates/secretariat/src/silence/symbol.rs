//! The symbol of a round: that of its document, and which revision of the text it puts.

use std::fmt;
use std::str::FromStr;

use crate::meetings::{NotASymbol, Symbol};

/// The symbol of a round, such as `RCGM/2003/2/NO/4` or `RCGM/2003/2/NO/4/Rev.1`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RoundSymbol {
    /// The document's symbol without a revision.
    pub(crate) document: Symbol,
    /// Which revision; 0 is the first text.
    pub(crate) revision: u16,
}

impl RoundSymbol {
    /// Answers the symbol as an address writes it.
    pub(crate) fn in_address(&self) -> String {
        self.to_string().replace('/', "-")
    }

    /// Reads a symbol of an address.
    pub(crate) fn from_address(text: &str) -> Result<Self, NotASymbol> {
        if text.contains('/') { Err(NotASymbol) } else { text.replace('-', "/").parse() }
    }
}

impl FromStr for RoundSymbol {
    type Err = NotASymbol;
    fn from_str(text: &str) -> Result<Self, NotASymbol> {
        let Some((document, revision)) = text.rsplit_once("/Rev.") else {
            return Ok(RoundSymbol { document: text.parse()?, revision: 0 });
        };
        let revision: u16 = revision.parse().map_err(|_| NotASymbol)?;
        let read = RoundSymbol { document: document.parse()?, revision };
        // One way to write each: neither `Rev.0` nor `Rev.01`.
        if revision > 0 && read.to_string() == text { Ok(read) } else { Err(NotASymbol) }
    }
}

impl fmt::Display for RoundSymbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.revision {
            0 => self.document.fmt(f),
            revision => write!(f, "{}/Rev.{revision}", self.document),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_goes_into_an_address_and_comes_back_with_its_revision() {
        for text in ["RCGM/2003/2/NO/4", "RCGM/2003/2/NO/4/Rev.1", "LAG/NO/1/Rev.12"] {
            let symbol: RoundSymbol = text.parse().expect("a symbol");
            assert_eq!(RoundSymbol::from_address(&symbol.in_address()), Ok(symbol));
        }
        for text in ["", "RCGM", "A/1/Rev.0", "A/1/Rev.01", "A/1/Rev.", "A/1/Rev.x", "A/1/rev.1", "A/Rev.1/Rev.1"] {
            assert_eq!(text.parse::<RoundSymbol>(), Err(NotASymbol), "{text}");
        }
    }
}
