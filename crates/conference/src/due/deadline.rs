//! The instant at which a day ends where the secretariat sits, which is what every capital's clock is held against.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

/// The last microsecond in which a duty is in time.
///
/// A deadline is the end of a civil day at the secretariat's seat, whatever the clocks there do on that day. Printed with
/// [`in_zone`](Deadline::in_zone) for each capital.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Deadline {
    last: Timestamp,
}

/// Says why a day has no deadline.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DeadlineError {
    /// No such zone in the table of zones.
    #[error("{0:?} is no time zone, such as \"America/Costa_Rica\"")]
    Zone(String),
    /// The day lies at the end of the calendar.
    #[error("{0} is the end of the calendar")]
    Calendar(Date),
}

impl Deadline {
    /// Answers the end of a day in a zone given by its IANA name.
    ///
    /// # Errors
    /// Both kinds of [`DeadlineError`].
    pub fn of_day(day: Date, zone: &str) -> Result<Deadline, DeadlineError> {
        let zone = TimeZone::get(zone).map_err(|_| DeadlineError::Zone(zone.chars().take(100).collect()))?;
        let next = day.tomorrow().map_err(|_| DeadlineError::Calendar(day))?;
        let begins = next.to_zoned_datetime(zone).map_err(|_| DeadlineError::Calendar(day))?;
        // Where midnight does not exist, the day after begins later, and this one ends there.
        let last = begins.timestamp().checked_sub(1.microsecond()).map_err(|_| DeadlineError::Calendar(day))?;
        Ok(Deadline { last })
    }

    /// Answers the last instant in time, microseconds exact.
    pub fn last(self) -> Timestamp {
        self.last
    }

    /// Answers whether what was received at an instant was in time.
    pub fn is_met_at(self, received_at: Timestamp) -> bool {
        received_at <= self.last
    }

    /// Answers the clock in another zone at the deadline.
    ///
    /// # Errors
    /// [`DeadlineError::Zone`].
    pub fn in_zone(self, zone: &str) -> Result<jiff::ZonedDateTime, DeadlineError> {
        let known = TimeZone::get(zone).map_err(|_| DeadlineError::Zone(zone.chars().take(100).collect()))?;
        Ok(self.last.to_zoned_datetime(known))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn clock(day: Date, seat: &str, capital: &str) -> String {
        let deadline = Deadline::of_day(day, seat).expect("a deadline");
        deadline.in_zone(capital).expect("a zone").strftime("%Y-%m-%d %H:%M:%S").to_string()
    }

    #[test]
    fn a_day_ends_at_the_seat_and_is_printed_for_each_capital() {
        let day = date(2003, 8, 30);
        assert_eq!(clock(day, "America/Costa_Rica", "America/Costa_Rica"), "2003-08-30 23:59:59");
        assert_eq!(clock(day, "America/Costa_Rica", "America/Toronto"), "2003-08-31 01:59:59");
        assert_eq!(clock(day, "America/Costa_Rica", "America/St_Johns"), "2003-08-31 03:29:59");
        assert_eq!(clock(day, "America/Costa_Rica", "Pacific/Honolulu"), "2003-08-30 19:59:59");
        assert_eq!(clock(day, "America/Costa_Rica", "UTC"), "2003-08-31 05:59:59");
    }

    #[test]
    fn a_day_whose_clocks_change_ends_at_its_own_end() {
        let hours = |day: Date| {
            let ends = |day: Date| Deadline::of_day(day, "America/Toronto").expect("a deadline").last();
            ends(day).duration_since(ends(day.yesterday().expect("a day"))).as_hours()
        };
        assert_eq!(hours(date(2003, 4, 6)), 23);
        assert_eq!(hours(date(2003, 10, 26)), 25);
        assert_eq!(hours(date(2003, 8, 30)), 24);
        // Guatemala's clocks went forward at midnight: 29 April 2006 ended an hour's clock later, and lost nothing.
        assert_eq!(clock(date(2006, 4, 29), "America/Guatemala", "UTC"), "2006-04-30 05:59:59");
        assert_eq!(clock(date(2006, 4, 30), "America/Guatemala", "UTC"), "2006-05-01 04:59:59");
    }

    #[test]
    fn a_change_of_clocks_inside_a_period_does_not_move_its_end() {
        // Sixty days from 1 March 2003, over 6 April.
        assert_eq!(clock(date(2003, 4, 30), "America/Toronto", "America/Toronto"), "2003-04-30 23:59:59");
        assert_eq!(clock(date(2003, 3, 1), "America/Toronto", "UTC"), "2003-03-02 04:59:59");
        assert_eq!(clock(date(2003, 4, 30), "America/Toronto", "UTC"), "2003-05-01 03:59:59");
    }

    #[test]
    fn one_microsecond_is_the_difference() {
        let deadline = Deadline::of_day(date(2003, 8, 30), "America/Costa_Rica").expect("a deadline");
        assert!(deadline.is_met_at(deadline.last()));
        assert!(!deadline.is_met_at(deadline.last().checked_add(1.microsecond()).expect("an instant")));
    }

    #[test]
    fn what_is_no_zone_and_no_day_is_refused() {
        let day = date(2003, 8, 30);
        assert_eq!(Deadline::of_day(day, "Puebla"), Err(DeadlineError::Zone("Puebla".to_owned())));
        assert_eq!(Deadline::of_day(Date::MAX, "UTC"), Err(DeadlineError::Calendar(Date::MAX)));
    }
}
