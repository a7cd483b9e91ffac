//! How late something was, which is recorded beside what was due and never in its place.

use jiff::civil::Date;

/// Answers by how many days something happened after it was due; negative when it was early.
pub fn slip_days(due_on: Date, happened_on: Date) -> i64 {
    // Civil days without clocks are all of one length, so whole hours divide.
    happened_on.duration_since(due_on).as_hours() / 24
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_meeting_in_el_salvador_was_late() {
        assert_eq!(slip_days(date(2003, 7, 30), date(2003, 12, 1)), 124);
        assert_eq!(slip_days(date(2003, 7, 30), date(2003, 7, 30)), 0);
        assert_eq!(slip_days(date(2003, 7, 29), date(2003, 7, 1)), -28);
        assert_eq!(slip_days(date(2003, 12, 31), date(2004, 3, 1)), 61);
    }
}
