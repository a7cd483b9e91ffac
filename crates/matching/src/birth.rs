//! Birth dates as what is known of them: a day, a month, a year, a span of years, or nothing.

/// What is known of a day of birth.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Birth(u32);

/// Why a text is no birth date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BirthError {
    /// Neither `YYYY`, `YYYY-MM`, `YYYY-MM-DD` nor the same without hyphens.
    Form,
    /// A year before 1850 or after 2105, or a span that is longer than thirty years or ends before it begins.
    Year,
}

impl std::fmt::Display for BirthError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            BirthError::Form => "a birth date is YYYY, YYYY-MM or YYYY-MM-DD",
            BirthError::Year => "the year of birth is outside 1850 to 2105, or the span of years is none",
        })
    }
}

impl std::error::Error for BirthError {}

pub(crate) const YEAR_FIRST: u32 = 1850;
pub(crate) const YEAR_LAST: u32 = 2105;
const SPAN_SHIFT: u32 = 21;

impl Birth {
    /// Nothing is known.
    pub const UNKNOWN: Birth = Birth(0);

    /// Reads `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or `YYYYMMDD`; an empty text is unknown.
    ///
    /// A month or day that no calendar has is left out, and what stands before it is kept.
    pub fn parse(text: &str) -> Result<Birth, BirthError> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(Birth::UNKNOWN);
        }
        let bytes = text.as_bytes();
        let number = |from: usize, to: usize| -> Result<u32, BirthError> {
            let digits = bytes.get(from..to).ok_or(BirthError::Form)?;
            digits.iter().try_fold(0, |n, d| {
                if d.is_ascii_digit() { Ok(n * 10 + u32::from(d - b'0')) } else { Err(BirthError::Form) }
            })
        };
        let (month, day) = match bytes.len() {
            4 => (0, 0),
            7 if bytes[4] == b'-' => (number(5, 7)?, 0),
            10 if bytes[4] == b'-' && bytes[7] == b'-' => (number(5, 7)?, number(8, 10)?),
            8 => (number(4, 6)?, number(6, 8)?),
            _ => return Err(BirthError::Form),
        };
        Birth::new(number(0, 4)?, month, day)
    }

    /// A year, with month and day where they are known (0 where not).
    pub fn new(year: u32, month: u32, day: u32) -> Result<Birth, BirthError> {
        if !(YEAR_FIRST..=YEAR_LAST).contains(&year) {
            return Err(BirthError::Year);
        }
        let month = if month > 12 { 0 } else { month };
        let day = if month == 0 || day > days_of(year, month) { 0 } else { day };
        Ok(Birth(pack(year, month, day)))
    }

    /// A span of years, as a declared age or an estimate gives it; both are within it.
    pub fn years(first: u32, last: u32) -> Result<Birth, BirthError> {
        if !(YEAR_FIRST..=YEAR_LAST).contains(&first) || last < first || last - first > 30 {
            return Err(BirthError::Year);
        }
        Ok(Birth(pack(first, 0, 0) | (last - first) << SPAN_SHIFT))
    }

    /// The year, where one is known; a span's first.
    #[must_use]
    pub const fn year(self) -> u32 {
        (self.0 >> 9) & 0xFFF
    }

    /// The month, 0 where it is not known.
    #[must_use]
    pub const fn month(self) -> u32 {
        (self.0 >> 5) & 15
    }

    /// The day of the month, 0 where it is not known.
    #[must_use]
    pub const fn day(self) -> u32 {
        self.0 & 31
    }

    /// By how many years a span's last year is after its first.
    #[must_use]
    pub const fn span(self) -> u32 {
        self.0 >> SPAN_SHIFT & 31
    }

    /// Whether nothing is known.
    #[must_use]
    pub const fn unknown(self) -> bool {
        self.0 == 0
    }

    /// Whether it is a first of January, which many registers write when they know the year alone.
    #[must_use]
    pub const fn default_day(self) -> bool {
        self.0 & 0x1FF == 1 << 5 | 1
    }

    /// Where it stands in order; a span stands with the unknown.
    pub(crate) const fn order(self) -> u32 {
        if self.span() > 0 { 0 } else { self.0 & 0x1F_FFFF }
    }

    pub(crate) const fn bits(self) -> u32 {
        self.0
    }

    pub(crate) const fn from_bits(bits: u32) -> Birth {
        Birth(bits & 0x3FF_FFFF)
    }
}

pub(crate) const fn pack(year: u32, month: u32, day: u32) -> u32 {
    year << 9 | month << 5 | day
}

/// The days of a month.
pub(crate) const fn days_of(year: u32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

/// How two birth dates stand to each other, from equal to apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Dates {
    /// One of them is not known.
    Missing,
    /// The same day.
    Same,
    /// The same first of January, which may stand for a year alone.
    SameDefault,
    /// The same year, and one is a first of January.
    OneDefault,
    /// The same month, and one knows no day.
    SameMonth,
    /// The same year, and one knows no more.
    SameYear,
    /// One lies in the other's span of years.
    Within,
    /// Day and month exchanged.
    Swapped,
    /// The years are next to each other.
    YearNext,
    /// The years are ten apart.
    YearTen,
    /// The years differ in one digit, or in two that changed places.
    YearDigit,
    /// The months are next to each other.
    MonthNext,
    /// The months differ.
    Month,
    /// The days are next to each other.
    DayNext,
    /// The days differ in one digit, or in two that changed places.
    DayDigit,
    /// The days differ, in one month.
    Day,
    /// The same day of the year in another year.
    YearOther,
    /// The same year, another day.
    YearOnly,
    /// One knows the year alone, and the years are next to each other.
    NearYear,
    /// Day and month exchanged, and the years next to each other.
    SwappedNext,
    /// Nothing in common.
    Apart,
}

/// Says how two birth dates stand to each other.
#[must_use]
pub fn compare(one: Birth, other: Birth) -> Dates {
    if one.unknown() || other.unknown() {
        return Dates::Missing;
    }
    if one.span() > 0 || other.span() > 0 {
        let meet = one.year() <= other.year() + other.span() && other.year() <= one.year() + one.span();
        return if meet { Dates::Within } else { Dates::Apart };
    }
    let (y, m, d) = (one.year(), one.month(), one.day());
    let (v, n, e) = (other.year(), other.month(), other.day());
    if y == v {
        return in_one_year(one, other);
    }
    let near = y.abs_diff(v) == 1;
    if m == 0 || n == 0 || one.default_day() != other.default_day() {
        return if near { Dates::NearYear } else { Dates::Apart };
    }
    if m == n && (d == e || d == 0 || e == 0) {
        return match y.abs_diff(v) {
            1 => Dates::YearNext,
            10 => Dates::YearTen,
            _ if one_digit(y, v) => Dates::YearDigit,
            _ if d != 0 && e != 0 => Dates::YearOther,
            _ => Dates::Apart,
        };
    }
    if near && d != 0 && m == e && d == n { Dates::SwappedNext } else { Dates::Apart }
}

fn in_one_year(one: Birth, other: Birth) -> Dates {
    let (m, d, n, e) = (one.month(), one.day(), other.month(), other.day());
    if m == 0 || n == 0 {
        return Dates::SameYear;
    }
    if d == 0 || e == 0 {
        return if m == n {
            Dates::SameMonth
        } else if one.default_day() || other.default_day() {
            Dates::OneDefault
        } else {
            Dates::YearOnly
        };
    }
    if m == n && d == e {
        return if one.default_day() { Dates::SameDefault } else { Dates::Same };
    }
    if one.default_day() || other.default_day() {
        return Dates::OneDefault;
    }
    if m == e && d == n {
        return Dates::Swapped;
    }
    if m == n {
        return match d.abs_diff(e) {
            1 => Dates::DayNext,
            _ if one_digit(d, e) => Dates::DayDigit,
            _ => Dates::Day,
        };
    }
    if d == e {
        return if matches!(m.abs_diff(n), 1 | 11) { Dates::MonthNext } else { Dates::Month };
    }
    Dates::YearOnly
}

/// Whether two numbers differ in one decimal digit, or in two neighbours that changed places.
pub(crate) fn one_digit(a: u32, b: u32) -> bool {
    let digits = |n: u32| [n / 1000 % 10, n / 100 % 10, n / 10 % 10, n % 10];
    let (x, y) = (digits(a), digits(b));
    let differ = (0..4).filter(|&i| x[i] != y[i]).count();
    differ == 1 || differ == 2 && (0..3).any(|i| x[i] != y[i] && x[i] == y[i + 1] && x[i + 1] == y[i])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn born(text: &str) -> Birth {
        Birth::parse(text).expect("a birth date")
    }

    #[test]
    fn what_is_known_is_kept() {
        assert_eq!(born("1990-13-40"), born("1990"));
        assert_eq!(born("1990-02-30"), born("1990-02"));
        assert_eq!(born("19900228"), born("1990-02-28"));
        assert_eq!(born(""), Birth::UNKNOWN);
        for wrong in ["90", "1990-2-3", "abcd", "1700-01-01", "1990/02/03x", "ñ990"] {
            assert!(Birth::parse(wrong).is_err(), "{wrong}");
        }
        assert_eq!(Birth::years(1980, 1990).expect("a span").span(), 10);
        assert!(Birth::years(1980, 1979).is_err());
    }

    #[test]
    fn two_dates_stand_to_each_other_alike_from_both_sides() {
        for (one, other, expected) in [
            ("1990-05-04", "1990-05-04", Dates::Same),
            ("1990-05-04", "1990-04-05", Dates::Swapped),
            ("1990-05-04", "1991-05-04", Dates::YearNext),
            ("1990-05-04", "1980-05-04", Dates::YearTen),
            ("1990-05-04", "1996-05-04", Dates::YearDigit),
            ("1978-05-04", "1987-05-04", Dates::YearDigit),
            ("1990-05-04", "1990-06-04", Dates::MonthNext),
            ("1990-05-04", "1990-11-04", Dates::Month),
            ("1990-05-04", "1990-05-05", Dates::DayNext),
            ("1990-05-04", "1990-05-14", Dates::DayDigit),
            ("1990-05-04", "1990-05-27", Dates::Day),
            ("1990-05-04", "1974-05-04", Dates::YearOther),
            ("1990-05-04", "1990-11-27", Dates::YearOnly),
            ("1990-05-04", "1990", Dates::SameYear),
            ("1990-05-04", "1990-05", Dates::SameMonth),
            ("1990-05-04", "1990-01-01", Dates::OneDefault),
            ("1990-01-01", "1990-01-01", Dates::SameDefault),
            ("1990-05-04", "1991", Dates::NearYear),
            ("1990-05-04", "1972-11-27", Dates::Apart),
            ("1990-05-04", "", Dates::Missing),
        ] {
            assert_eq!(compare(born(one), born(other)), expected, "{one} {other}");
            assert_eq!(compare(born(other), born(one)), expected, "{other} {one}");
        }
    }
}
