//! Money as whole numbers of a currency's minor unit.

use std::fmt;

/// A currency of a State or partner of the process, by its code of ISO 4217. Each has a hundredth as its minor unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Currency(&'static str);

/// The most of the minor unit that one campaign costs: a hundred thousand million units.
const MINOR_MAX: u64 = 10_000_000_000_000;

impl Currency {
    /// All that may be named: those of the eleven States, of Colombia, and the euro. In El Salvador both the colón and the dollar.
    pub const CODES: [&'static str; 13] =
        ["BZD", "CAD", "COP", "CRC", "DOP", "EUR", "GTQ", "HNL", "MXN", "NIO", "PAB", "SVC", "USD"];

    /// Answers the currency with a code, or nothing.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::CODES.into_iter().find(|known| *known == code).map(Self)
    }

    /// Answers its code.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.0)
    }
}

/// Reads an amount as whole numbers of the minor unit: digits, and if wanted a point or comma with two more.
///
/// Grouping is refused: whether `1.234` is a thousand or one, no rule can say for eleven States.
#[must_use]
pub fn minor_units(text: &str) -> Option<u64> {
    let (whole, rest) = match text.trim().split_once(['.', ',']) {
        Some((whole, rest)) => (whole, rest),
        None => (text.trim(), "00"),
    };
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(whole) || !is_digits(rest) || rest.len() != 2 {
        return None;
    }
    let minor = whole.parse::<u64>().ok()?.checked_mul(100)?.checked_add(rest.parse().ok()?)?;
    (minor <= MINOR_MAX).then_some(minor)
}

/// Writes whole numbers of the minor unit as an amount that [`minor_units`] reads.
#[must_use]
pub fn written(minor: u64) -> String {
    format!("{}.{:02}", minor / 100, minor % 100)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_amount_is_read_and_what_is_none_is_refused() {
        for (text, minor) in
            [("0", 0), (" 12 ", 1_200), ("12.50", 1_250), ("12,05", 1_205), ("100000000000", MINOR_MAX)]
        {
            assert_eq!(minor_units(text), Some(minor), "{text}");
        }
        for none in
            ["", "-1", "1.5", "1.234", "1,234.00", "12.", ".50", "1e3", "١٢", "100000000000.01", "9999999999999999999"]
        {
            assert_eq!(minor_units(none), None, "{none}");
        }
    }

    #[test]
    fn a_currency_is_one_of_the_list() {
        for code in Currency::CODES {
            assert_eq!(Currency::parse(code).map(Currency::code), Some(code));
        }
        for none in ["", "hnl", "HN", "XXX", "JPY"] {
            assert_eq!(Currency::parse(none), None, "{none}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_as_it_was(minor in 0..=MINOR_MAX) {
            prop_assert_eq!(minor_units(&written(minor)), Some(minor));
        }
    }
}
