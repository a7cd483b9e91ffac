//! The clock of a question: two instants and a number of hours, and what follows from them at the moment of reading.

use jiff::{SignedDuration, Timestamp};

/// Hours within which an owner answers: Regulation (EU) 2018/1862, article 8(3), taken as the reference.
pub const HOURS: u16 = 12;

/// The same where a child is concerned or somebody is held. A reference value of our own, fictional until States agree on one.
pub const URGENT_HOURS: u16 = 2;

/// How an answer stands to its hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lateness {
    /// There is time left.
    Running,
    /// Its hour has passed, and nobody has answered.
    Overdue,
    /// It was answered in time.
    InTime,
    /// It was answered, late: that stays so.
    Late,
}

/// Answers the instant by which a question is to be answered.
pub(super) fn due(asked: Timestamp, hours: u16) -> Timestamp {
    // Beyond the end of time nothing is due.
    asked.checked_add(SignedDuration::from_hours(i64::from(hours))).unwrap_or(Timestamp::MAX)
}

/// Answers how a question stands: at its very instant it is still in time.
pub(super) fn lateness(due: Timestamp, ended: Option<Timestamp>, now: Timestamp) -> Lateness {
    match ended {
        Some(ended) if ended > due => Lateness::Late,
        Some(_) => Lateness::InTime,
        None if now > due => Lateness::Overdue,
        None => Lateness::Running,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// G-22: whenever it is read, an open question is overdue if and only if its hours have passed; whatever came later, one
        /// that ended stays as it ended.
        #[test]
        fn g_22_late_stays_late_and_nothing_is_late_early(
            asked in 0_i64..4_000_000_000, hours in 1_u16..48, ended in proptest::option::of(0_i64..400_000), later in 0_i64..400_000
        ) {
            let at = |second: i64| Timestamp::from_second(asked + second).unwrap();
            let due = due(at(0), hours);
            let seconds = i64::from(hours) * 3_600;
            prop_assert_eq!(due, at(seconds));
            match ended {
                None => {
                    let wanted = if later > seconds { Lateness::Overdue } else { Lateness::Running };
                    prop_assert_eq!(lateness(due, None, at(later)), wanted);
                }
                Some(ended) => {
                    let wanted = if ended > seconds { Lateness::Late } else { Lateness::InTime };
                    prop_assert_eq!(lateness(due, Some(at(ended)), at(ended + later)), wanted);
                }
            }
        }
    }
}
