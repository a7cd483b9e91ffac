//! How one obligation is cited: by its decision and which of that decision's it is.

use std::fmt;
use std::str::FromStr;

use crate::meetings::Symbol;

/// What an obligation is cited by, such as `RCM/VIII/2003/DEC/20.1`; an address has `-` in the place of `/`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference {
    /// The decision's symbol.
    pub decision: Symbol,
    /// Which of its obligations, from 1.
    pub number: u16,
}

/// The text cites no obligation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no obligation, such as RCM/VIII/2003/DEC/20.1")]
pub struct NotAReference;

impl Reference {
    /// Answers it as an address writes it.
    pub fn in_address(&self) -> String {
        format!("{}.{}", self.decision.in_address(), self.number)
    }

    /// Reads one of an address.
    ///
    /// # Errors
    /// [`NotAReference`].
    pub fn from_address(text: &str) -> Result<Self, NotAReference> {
        let (decision, number) = text.rsplit_once('.').ok_or(NotAReference)?;
        Self::of(Symbol::from_address(decision).ok(), number)
    }

    fn of(decision: Option<Symbol>, number: &str) -> Result<Self, NotAReference> {
        let counted: u16 = number.parse().ok().filter(|counted| *counted > 0).ok_or(NotAReference)?;
        // One writing for one obligation: `.01` and `.+1` cite none.
        if counted.to_string() != number {
            return Err(NotAReference);
        }
        Ok(Reference { decision: decision.ok_or(NotAReference)?, number: counted })
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.decision, self.number)
    }
}

impl FromStr for Reference {
    type Err = NotAReference;
    fn from_str(text: &str) -> Result<Self, NotAReference> {
        let (decision, number) = text.rsplit_once('.').ok_or(NotAReference)?;
        Self::of(decision.parse().ok(), number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_citation_goes_into_an_address_and_comes_back() {
        let reference: Reference = "RCM/VIII/2003/DEC/20.1".parse().expect("a citation");
        assert_eq!((reference.in_address().as_str(), reference.number), ("RCM-VIII-2003-DEC-20.1", 1));
        assert_eq!(Reference::from_address(&reference.in_address()), Ok(reference));
        for text in [
            "",
            "RCM/VIII",
            "RCM/VIII.0",
            "RCM/VIII.01",
            "RCM/VIII.+1",
            "RCM/VIII.",
            "RCM.1",
            "RCM-VIII.1",
            "RCM/VIII.70000",
        ] {
            assert_eq!(text.parse::<Reference>(), Err(NotAReference), "{text}");
        }
    }
}
