//! Zones to try: each gives another answer. Bearers are called SPECIMEN, numbers begin with letters no State issues.

use registers::checks::samples::Sample;

/// The letters that every invented number begins with.
pub const PREFIX: &str = "ZZ";

/// The State whose passports the invented numbers are of.
pub const ISSUER: &str = "HND";

/// A number that is reported stolen.
pub const STOLEN: &str = "ZZ0000017";

/// A number that nobody reports.
pub const UNREPORTED: &str = "ZZ9999990";

/// A number of the specimen State that alerts fit.
pub const FITTING: &str = "K91211756";

/// A zone, and what it shows.
pub struct Try {
    /// Key of what it shows.
    pub about: &'static str,
    /// Its lines.
    pub zone: String,
}

/// Answers the zones in the order in which they teach most.
pub fn to_try() -> Vec<Try> {
    let passport = |state, number| Sample::passport(state, number).zone();
    let misread = passport(ISSUER, UNREPORTED).replacen("ZZ9999990", "ZZ9999998", 1);
    vec![
        Try { about: "demo-zone-none", zone: passport(ISSUER, UNREPORTED) },
        Try { about: "demo-zone-digit", zone: misread },
        Try { about: "demo-zone-stolen", zone: passport(ISSUER, STOLEN) },
        Try { about: "demo-zone-alert", zone: passport("UTO", FITTING) },
    ]
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::civil::date;
    use registers::checks::zone::{Arithmetic, read};

    use super::*;

    #[test]
    fn one_zone_alone_has_a_wrong_digit() {
        let valid = |one: &Try| read(&one.zone, date(2026, 6, 1)).unwrap().arithmetic == Arithmetic::Valid;
        let zones = to_try();
        assert_eq!(zones.iter().map(valid).collect::<Vec<_>>(), [true, false, true, true]);
    }

    #[test]
    fn the_reported_and_the_unreported_number_have_the_prefix() {
        assert!([STOLEN, UNREPORTED].iter().all(|number| number.starts_with(PREFIX) && number.len() == 9));
    }
}
