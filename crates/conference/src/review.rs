//! When what a State has said of its policy is to be looked at again, and whether that is overdue.

use jiff::ToSpan;
use jiff::civil::Date;

/// The longest time for which a statement stands unseen, in months.
pub const MONTHS_MAX: u8 = 60;

/// Answers the last day on which a review is in time: `months` after the last one, on the same day of the month or on the month's last.
#[must_use]
pub fn due(reviewed_on: Date, months: u8) -> Date {
    reviewed_on.saturating_add(i32::from(months).months())
}

/// Answers whether a review is overdue on a day.
#[must_use]
pub fn is_overdue(reviewed_on: Date, months: u8, today: Date) -> bool {
    due(reviewed_on, months) < today
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_review_is_in_time_on_its_last_day_and_late_on_the_next() {
        assert_eq!(due(date(2026, 1, 31), 1), date(2026, 2, 28), "the month's last day");
        assert_eq!(due(date(2026, 3, 15), 12), date(2027, 3, 15));
        assert!(!is_overdue(date(2026, 3, 15), 12, date(2027, 3, 15)));
        assert!(is_overdue(date(2026, 3, 15), 12, date(2027, 3, 16)));
        assert_eq!(due(Date::MAX, 60), Date::MAX, "beyond the calendar is its end");
    }

    proptest! {
        #[test]
        fn what_is_overdue_stays_so_and_more_months_are_never_sooner(
            day in 0_i32..20_000, months in 1_u8..=MONTHS_MAX, later in 0_i32..4_000,
        ) {
            let reviewed = date(1990, 1, 1).saturating_add(day.days());
            let last = due(reviewed, months);
            prop_assert!(last > reviewed && last <= due(reviewed, months + 1));
            prop_assert_eq!(is_overdue(reviewed, months, last.saturating_add(later.days())), later > 0);
        }
    }
}
