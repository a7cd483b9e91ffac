//! When somebody was born, as well as it is known: a day, a month, a year, or some years.

use std::fmt;
use std::str::FromStr;

use jiff::ToSpan;
use jiff::civil::Date;

/// From this age on nobody is a child.
pub const GROWN_UP_YEARS: i16 = 18;

/// The most years that an estimate may span.
pub const ESTIMATE_YEARS_MAX: i16 = 10;

/// The days on which somebody may have been born.
///
/// Written `1987-12-03`, `1987-12`, `1987`, or `2010/2014` where somebody estimated it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Born {
    earliest: Date,
    latest: Date,
    estimated: bool,
}

/// The text is no birth date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotABirth {
    /// Nothing of the four ways to write one.
    #[error("no day, month, year or range of years")]
    Form,
    /// A range of too many years, or turned about.
    #[error("a range of at most {ESTIMATE_YEARS_MAX} years")]
    Range,
}

impl Born {
    /// Answers the first day on which they may have been born.
    pub const fn earliest(self) -> Date {
        self.earliest
    }

    /// Answers the last day on which they may have been born.
    pub const fn latest(self) -> Date {
        self.latest
    }

    /// Answers whether somebody estimated it.
    pub const fn is_estimated(self) -> bool {
        self.estimated
    }

    /// Answers whether no more than a year, or some years, is known.
    pub fn is_year_at_best(self) -> bool {
        self.earliest.month() != self.latest.month()
    }

    /// Answers the day from which they are grown up whatever day they were born on.
    pub fn grown_up_on(self) -> Date {
        let birthday = self.latest.saturating_add(GROWN_UP_YEARS.years());
        // Of who was born on a leap day laws differ; the later day is the safe one.
        if birthday.day() == self.latest.day() { birthday } else { birthday.saturating_add(1.day()) }
    }

    /// Answers whether they may still be a child; who could be one is taken for one.
    pub fn may_be_child(self, today: Date) -> bool {
        today < self.grown_up_on()
    }

    /// Answers whether two could be one and the same day.
    pub fn meets(self, other: Born) -> bool {
        self.earliest <= other.latest && other.earliest <= self.latest
    }
}

impl FromStr for Born {
    type Err = NotABirth;
    fn from_str(text: &str) -> Result<Self, NotABirth> {
        if let Some((from, to)) = text.split_once('/') {
            let (from, to) = (year(from)?, year(to)?);
            if to <= from || to - from > ESTIMATE_YEARS_MAX {
                return Err(NotABirth::Range);
            }
            return Ok(Born { earliest: day(from, 1, 1)?, latest: day(to, 12, 31)?, estimated: true });
        }
        let parts: Vec<&str> = text.split('-').collect();
        let (earliest, latest) = match parts.as_slice() {
            [of] => (day(year(of)?, 1, 1)?, day(year(of)?, 12, 31)?),
            [of, month] => {
                let first = day(year(of)?, two_digits(month)?, 1)?;
                (first, first.last_of_month())
            }
            [of, month, of_month] => {
                let on = day(year(of)?, two_digits(month)?, two_digits(of_month)?)?;
                (on, on)
            }
            _ => return Err(NotABirth::Form),
        };
        Ok(Born { earliest, latest, estimated: false })
    }
}

fn year(text: &str) -> Result<i16, NotABirth> {
    let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|year| digits && (1900..=2099).contains(year)).ok_or(NotABirth::Form)
}

fn two_digits(text: &str) -> Result<i8, NotABirth> {
    let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits).ok_or(NotABirth::Form)
}

fn day(year: i16, month: i8, day: i8) -> Result<Date, NotABirth> {
    Date::new(year, month, day).map_err(|_| NotABirth::Form)
}

impl fmt::Display for Born {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (earliest, latest) = (self.earliest, self.latest);
        if self.estimated {
            write!(f, "{:04}/{:04}", earliest.year(), latest.year())
        } else if earliest == latest {
            write!(f, "{earliest}")
        } else if earliest.month() == latest.month() {
            write!(f, "{:04}-{:02}", earliest.year(), earliest.month())
        } else {
            write!(f, "{:04}", earliest.year())
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn born(text: &str) -> Born {
        text.parse().unwrap()
    }

    #[test]
    fn a_birth_is_read_as_it_is_written() {
        for text in ["1987-12-03", "1987-12", "1988-02", "1987", "2010/2014"] {
            assert_eq!(born(text).to_string(), text);
        }
        assert_eq!((born("1988-02").earliest(), born("1988-02").latest()), (date(1988, 2, 1), date(1988, 2, 29)));
        for wrong in ["", "87", "1987-13", "1987-2-3", "1987-02-30", "1899", "03/12/1987", "1987-12-03-01", "+987"] {
            assert_eq!(wrong.parse::<Born>(), Err(NotABirth::Form), "{wrong}");
        }
        for wrong in ["2014/2010", "2010/2010", "2000/2011"] {
            assert_eq!(wrong.parse::<Born>(), Err(NotABirth::Range), "{wrong}");
        }
    }

    #[test]
    fn a_year_is_told_from_a_month_and_a_day() {
        let years: Vec<bool> =
            ["1987-12-03", "1987-12", "1987", "2010/2014"].iter().map(|text| born(text).is_year_at_best()).collect();
        assert_eq!(years, [false, false, true, true]);
    }

    /// G-03: where the age is uncertain the youngest counts, to the day.
    #[test]
    fn who_could_be_a_child_is_one() {
        assert!(born("2008").may_be_child(date(2026, 12, 30)), "born on the last day of the year, perhaps");
        assert!(!born("2008").may_be_child(date(2026, 12, 31)));
        assert!(born("2008-02-29").may_be_child(date(2026, 2, 28)));
        assert!(!born("2008-02-29").may_be_child(date(2026, 3, 1)));
        assert!(born("2000/2009").may_be_child(date(2026, 3, 2)), "at most 26, at least 16");
    }

    proptest! {
        /// G-03: more uncertainty never makes anybody older.
        #[test]
        fn a_wider_birth_never_ends_a_childhood_earlier(year in 1950i16..2020, month in 1i8..=12, of_month in 1i8..=28, today in 0i32..40_000) {
            let exact = born(&format!("{year:04}-{month:02}-{of_month:02}"));
            let today = date(1950, 1, 1).saturating_add(today.days());
            for wider in [format!("{year:04}-{month:02}"), format!("{year:04}"), format!("{year:04}/{:04}", year + 3)] {
                let wider = born(&wider);
                prop_assert!(!exact.may_be_child(today) || wider.may_be_child(today));
                prop_assert!(wider.meets(exact) && exact.meets(wider));
            }
        }
    }
}
