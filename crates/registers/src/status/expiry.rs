//! Until when an entry says anything: the document's validity, else ten years.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};

/// Years an entry lasts when the document's validity is not known.
pub const DEFAULT_YEARS: i16 = 10;

/// Years ahead that an expiry may lie; later ones are taken for a slip of the hand.
pub const YEARS_MAX: i16 = 20;

/// Why a day cannot be an entry's last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ExpiryFault {
    /// The day is over everywhere: the document has ceased to be valid by itself.
    #[error("over already")]
    Over,
    /// More than [`YEARS_MAX`] years ahead.
    #[error("more than {YEARS_MAX} years ahead")]
    TooFar,
}

/// A month in which entries expire, by which batches are kept and destroyed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExpiryMonth(u32);

impl ExpiryMonth {
    /// Answers the month of a day.
    pub fn of(day: Date) -> Self {
        let year = u32::try_from(day.year()).unwrap_or(0);
        let month = u32::try_from(day.month() - 1).unwrap_or(0);
        ExpiryMonth(year * 12 + month)
    }

    /// Answers the number used in tables and in the journal: months since January of the year 0. Frozen.
    pub fn number(self) -> u32 {
        self.0
    }

    /// Reads a number of a table or of the journal.
    pub fn from_number(number: u32) -> Self {
        ExpiryMonth(number)
    }

    /// Answers a day of this month; none where the calendar has no such day.
    pub fn day(self, day: u8) -> Option<Date> {
        let year = i16::try_from(self.0 / 12).ok()?;
        let month = i8::try_from(self.0 % 12).ok()? + 1;
        Date::new(year, month, i8::try_from(day).ok()?).ok()
    }
}

/// Answers the day that has not ended anywhere yet: an entry lasts until its last day is over in every time zone.
pub fn today(now: Timestamp) -> Date {
    // UTC−12 is where a day ends last.
    let west = now.checked_sub(SignedDuration::from_hours(12)).unwrap_or(now);
    jiff::tz::TimeZone::UTC.to_datetime(west).date()
}

/// Answers an entry's last day: the one named, or ten years from today.
///
/// Errors: `Over`, `TooFar`.
pub fn last_day(named: Option<Date>, today: Date) -> Result<Date, ExpiryFault> {
    let ahead = |years: i16| today.checked_add(years.years()).unwrap_or(Date::MAX);
    match named {
        None => Ok(ahead(DEFAULT_YEARS)),
        Some(day) if day < today => Err(ExpiryFault::Over),
        Some(day) if day > ahead(YEARS_MAX) => Err(ExpiryFault::TooFar),
        Some(day) => Ok(day),
    }
}

/// Answers the days from 1970-01-01 to a day, as tables hold it.
pub(super) fn day_number(day: Date) -> i64 {
    let epoch = jiff::civil::date(1970, 1, 1);
    day.since(epoch).map_or(0, |span| i64::from(span.get_days()))
}

/// Reads the number of a day of a table.
pub(super) fn day_of(number: i64) -> Date {
    let epoch = jiff::civil::date(1970, 1, 1);
    i32::try_from(number).ok().and_then(|days| epoch.checked_add(days.days()).ok()).unwrap_or(epoch)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_lasts_until_it_is_over_in_the_westernmost_zone() {
        let at = |text: &str| today(text.parse().unwrap());
        assert_eq!(at("2026-03-02T11:59:59Z"), date(2026, 3, 1));
        assert_eq!(at("2026-03-02T12:00:00Z"), date(2026, 3, 2));
    }

    #[test]
    fn an_entry_lasts_as_long_as_the_document_else_ten_years() {
        let today = date(2028, 2, 29);
        assert_eq!(last_day(None, today), Ok(date(2038, 2, 28)));
        assert_eq!(last_day(Some(today), today), Ok(today));
        assert_eq!(last_day(Some(date(2028, 2, 28)), today), Err(ExpiryFault::Over));
        assert_eq!(last_day(Some(date(2048, 2, 29)), today), Ok(date(2048, 2, 29)));
        assert_eq!(last_day(Some(date(2048, 3, 1)), today), Err(ExpiryFault::TooFar));
    }

    #[test]
    fn months_and_days_come_back() {
        let month = ExpiryMonth::of(date(2031, 12, 31));
        assert_eq!(month.number(), 24_383);
        assert_eq!(month.day(31), Some(date(2031, 12, 31)));
        assert_eq!(ExpiryMonth::of(date(2031, 11, 1)).day(31), None);
        assert_eq!(day_number(date(1970, 1, 2)), 1);
        assert_eq!(day_of(day_number(date(2031, 12, 31))), date(2031, 12, 31));
    }
}
