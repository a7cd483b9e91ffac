//! What to try: zones and numbers, of which each gives another answer. Bearers are called SPECIMEN, numbers begin with
//! letters no State issues.

use registers::checks::samples::Sample;
use registers::checks::zone::Format;

/// The letters that every invented number begins with.
pub const PREFIX: &str = "ZZ";

/// The State whose documents the invented numbers are of.
pub const ISSUER: &str = "HND";

/// A number that is reported stolen.
pub const STOLEN: &str = "ZZ0000017";

/// A number that nobody reports.
pub const UNREPORTED: &str = "ZZ9999990";

/// The number of an identity card that is reported lost.
pub const CARD: &str = "ZZ0000025";

/// The number of a visa that is reported revoked.
pub const VISA: &str = "ZZ0000033";

/// The first and last number of a range of stolen blanks, and one of them.
pub const BLANKS: (&str, &str) = ("ZZ9900000", "ZZ9900499");
const BLANK: &str = "ZZ9900123";

/// A number of the specimen State that alerts fit.
pub const FITTING: &str = "K91211756";

/// A member State, and a number that only an alert on its passports fits: no entry is of this form.
pub const FITTING_MEMBER: (&str, &str) = ("GTM", "ZZ9500018");

/// What to put into the check's field, and what it shows.
pub struct Try {
    /// Key of what it shows.
    pub about: &'static str,
    /// Its lines: a zone, or a number and its State.
    pub typed: String,
}

/// Answers what to try, in the order in which it teaches most.
pub fn to_try() -> Vec<Try> {
    let passport = |state, number| Sample::passport(state, number).zone();
    let other = |format, number| Sample { format, ..Sample::passport(ISSUER, number) }.zone();
    let misread = passport(ISSUER, UNREPORTED).replacen("ZZ9999990", "ZZ9999998", 1);
    let (member, series) = FITTING_MEMBER;
    [
        ("demo-zone-none", passport(ISSUER, UNREPORTED)),
        ("demo-zone-digit", misread),
        ("demo-zone-stolen", passport(ISSUER, STOLEN)),
        ("demo-zone-alert", passport("UTO", FITTING)),
        ("demo-zone-member", passport(member, series)),
        ("demo-zone-card", other(Format::Td1, CARD)),
        ("demo-zone-visa", other(Format::MrvA, VISA)),
        ("demo-typed-blank", format!("{BLANK} {ISSUER}")),
        ("demo-typed-number", format!("{CARD} {ISSUER}")),
    ]
    .into_iter()
    .map(|(about, typed)| Try { about, typed })
    .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::civil::date;
    use registers::checks::zone::{Arithmetic, read};

    use super::*;

    #[test]
    fn one_zone_alone_has_a_wrong_digit() {
        let zones: Vec<Try> = to_try().into_iter().filter(|one| one.typed.contains('\n')).collect();
        let formats: Vec<Format> = zones.iter().map(|one| read(&one.typed, date(2026, 6, 1)).unwrap().format).collect();
        let wrong = |one: &&Try| read(&one.typed, date(2026, 6, 1)).unwrap().arithmetic == Arithmetic::Invalid;
        assert_eq!(zones.iter().filter(wrong).map(|one| one.about).collect::<Vec<_>>(), ["demo-zone-digit"]);
        assert!([Format::Td1, Format::Td3, Format::MrvA].iter().all(|format| formats.contains(format)));
    }

    #[test]
    fn every_number_of_a_member_state_has_the_prefix() {
        let numbers = [STOLEN, UNREPORTED, CARD, VISA, BLANKS.0, BLANK, BLANKS.1, FITTING_MEMBER.1];
        assert!(numbers.iter().all(|number| number.starts_with(PREFIX) && number.len() == 9));
    }
}
