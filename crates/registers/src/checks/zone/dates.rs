//! Six digits to a day, and which century they belong to (ICAO 9303-3, 4.8).
//!
//! The standard prints the last two digits of the year and says nothing of the century. Here a day of birth is the
//! latest such day not after the given one, and a day of expiry the one between twenty years before and seventy-nine
//! after it: permanent Spanish identity cards carry the year 9999, printed 99, and must not be read as expired in 1999.

use jiff::civil::Date;

/// Years before the given one in which a day of expiry is still read as past.
const EXPIRY_YEARS_BACK: i16 = 20;

/// Says what six characters of a date are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    /// Two digits each for year, month and day; the day exists in some month of 31 days.
    Day { year: i16, month: i8, day: i8 },
    /// Year, month or day are unknown: fillers in pairs.
    Partial,
    /// All six are fillers.
    Nothing,
    /// A letter stands among them.
    Letters,
    /// No month or day has these digits, or a filler stands alone.
    Impossible,
}

/// Reads six characters.
pub(super) fn written(text: &str) -> Written {
    let &[y1, y2, m1, m2, d1, d2] = text.as_bytes() else {
        return Written::Impossible;
    };
    let pairs = [pair(y1, y2), pair(m1, m2), pair(d1, d2)];
    match pairs {
        [Pair::Number(year), Pair::Number(month @ 1..=12), Pair::Number(day @ 1..=31)] => {
            Written::Day { year: i16::from(year), month, day }
        }
        [Pair::Unknown, Pair::Unknown, Pair::Unknown] => Written::Nothing,
        _ if pairs.contains(&Pair::Letters) => Written::Letters,
        [Pair::Broken, ..] | [_, Pair::Broken, _] | [.., Pair::Broken] => Written::Impossible,
        [_, Pair::Number(month), _] if !(1..=12).contains(&month) => Written::Impossible,
        [.., Pair::Number(day)] if !(1..=31).contains(&day) => Written::Impossible,
        _ => Written::Partial,
    }
}

/// Answers the latest such day that is not after `on`; nothing for a day no such year has.
pub(super) fn birth(date: Written, on: Date) -> Option<Date> {
    let Written::Day { year, month, day } = date else {
        return None;
    };
    let this_century = on.year() - on.year() % 100 + year;
    let candidates = [this_century, this_century - 100];
    candidates.into_iter().filter_map(|year| Date::new(year, month, day).ok()).find(|date| *date <= on)
}

/// Says whether the same digits also name a day in the year after `on`: then the century of the birth is a guess.
pub(super) fn is_birth_century_uncertain(date: Written, on: Date) -> bool {
    let Written::Day { year, month, day } = date else {
        return false;
    };
    let this_century = on.year() - on.year() % 100 + year;
    let year_ahead = on.saturating_add(jiff::Span::new().years(1));
    let days = [this_century, this_century + 100].into_iter().filter_map(|year| Date::new(year, month, day).ok());
    days.into_iter().any(|day| day > on && day <= year_ahead)
}

/// Answers the day between twenty years before and seventy-nine years after that of `on`; nothing for a day that year
/// has not.
pub(super) fn expiry(date: Written, on: Date) -> Option<Date> {
    let Written::Day { year, month, day } = date else {
        return None;
    };
    let first = on.year() - EXPIRY_YEARS_BACK;
    Date::new(first + (year - first).rem_euclid(100), month, day).ok()
}

#[derive(PartialEq, Eq)]
enum Pair {
    Number(i8),
    Unknown,
    Letters,
    Broken,
}

fn pair(a: u8, b: u8) -> Pair {
    match (a, b) {
        (b'0'..=b'9', b'0'..=b'9') => Pair::Number(((a - b'0') * 10 + (b - b'0')) as i8),
        (b'<', b'<') => Pair::Unknown,
        (b'A'..=b'Z', _) | (_, b'A'..=b'Z') => Pair::Letters,
        _ => Pair::Broken,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn born(text: &str, on: Date) -> Option<String> {
        birth(written(text), on).map(|d| d.to_string())
    }

    fn expires(text: &str, on: Date) -> Option<String> {
        expiry(written(text), on).map(|d| d.to_string())
    }

    #[test]
    fn a_birth_is_never_after_the_given_day() {
        let on = date(2026, 3, 1);
        assert_eq!(born("260301", on).unwrap(), "2026-03-01");
        assert_eq!(born("260302", on).unwrap(), "1926-03-02");
        assert_eq!(born("740812", on).unwrap(), "1974-08-12");
        assert_eq!(born("000229", on).unwrap(), "2000-02-29");
        assert_eq!(born("270229", on), None);
        assert_eq!(born("990229", on), None);
        assert_eq!(born("280229", on).unwrap(), "1928-02-29");
    }

    #[test]
    fn the_century_of_a_birth_is_a_guess_only_in_the_year_ahead() {
        let on = date(2026, 3, 1);
        for (text, guess) in
            [("260302", true), ("270301", true), ("270302", false), ("260301", false), ("740812", false)]
        {
            assert_eq!(is_birth_century_uncertain(written(text), on), guess, "{text}");
        }
        assert!(is_birth_century_uncertain(written("000105"), date(1999, 12, 31)));
    }

    #[test]
    fn an_expiry_lies_from_twenty_years_back_to_seventy_nine_ahead() {
        let on = date(2026, 3, 1);
        assert_eq!(expires("060101", on).unwrap(), "2006-01-01");
        assert_eq!(expires("051231", on).unwrap(), "2105-12-31");
        assert_eq!(expires("990101", on).unwrap(), "2099-01-01");
        assert_eq!(expires("120415", on).unwrap(), "2012-04-15");
        assert_eq!(expires("230230", on), None);
        assert_eq!(expires("960708", date(1999, 1, 1)).unwrap(), "1996-07-08");
        assert_eq!(expires("040101", date(1999, 1, 1)).unwrap(), "2004-01-01");
    }

    #[test]
    fn what_is_no_whole_day_is_told_apart() {
        for (text, what) in [
            ("74<<<<", Written::Partial),
            ("7408<<", Written::Partial),
            ("<<0812", Written::Partial),
            ("<<<<<<", Written::Nothing),
            ("7413<<", Written::Impossible),
            ("74<<32", Written::Impossible),
            ("740800", Written::Impossible),
            ("7408<1", Written::Impossible),
            ("74O812", Written::Letters),
            ("7408", Written::Impossible),
        ] {
            assert_eq!(written(text), what, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_six_digits_keep_both_rules(n in 0u32..1_000_000, year in 1990i16..2100, month in 1i8..=12, day in 1i8..=28) {
            let on = date(year, month, day);
            let text = format!("{n:06}");
            if let Some(born) = birth(written(&text), on) {
                prop_assert!(born <= on && born.year() > on.year() - 101);
                prop_assert_eq!(born.strftime("%y%m%d").to_string(), text.clone());
            }
            if let Some(end) = expiry(written(&text), on) {
                prop_assert!((on.year() - 20..=on.year() + 79).contains(&end.year()));
                prop_assert_eq!(end.strftime("%y%m%d").to_string(), text);
            }
        }
    }
}
