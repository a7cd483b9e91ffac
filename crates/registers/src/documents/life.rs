//! The life of an alert: what may be done to it where it stands, and how long it lasts. Pure.

use jiff::ToSpan;
use jiff::civil::Date;

use super::coded::Standing;

/// Years after which an alert must be looked at again.
pub const REVIEW_YEARS: i16 = 2;

/// Years after which an alert no longer exists, unless a review extended it.
pub const LIFE_YEARS: i16 = 5;

/// What can be done to an alert.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// A new version, by its own State.
    Correct,
    /// A question, by another State.
    Return,
    /// A confirmation, by another State.
    Confirm,
    /// Into force, by its own State.
    Publish,
    /// A second look, by its own State.
    Review,
    /// Another alert in its place, by its own State.
    Supersede,
    /// Taken back, by its own State.
    Withdraw,
}

/// Answers whether an act is possible where an alert stands; `published` says whether any version ever was.
///
/// Errors: the key of the sentence that says why not.
pub fn allows(act: Act, standing: Standing, published: bool) -> Result<(), &'static str> {
    use Standing::{Confirmed, Published, Retracted, Returned, Submitted, Superseded, Withdrawn};
    if matches!(standing, Superseded | Withdrawn | Retracted) {
        return Err("documents-refused-closed");
    }
    let possible = match act {
        Act::Correct | Act::Withdraw => true,
        Act::Return | Act::Confirm => standing == Submitted,
        Act::Publish => standing == Confirmed,
        Act::Review | Act::Supersede => published,
    };
    match (possible, act, standing) {
        (true, ..) => Ok(()),
        (_, Act::Return | Act::Confirm, Returned) => Err("documents-refused-returned"),
        (_, Act::Return | Act::Confirm, Confirmed | Published) => Err("documents-refused-confirmed-already"),
        (_, Act::Publish, Published) => Err("documents-refused-published-already"),
        (_, Act::Publish, _) => Err("documents-refused-unconfirmed"),
        _ => Err("documents-refused-unpublished"),
    }
}

/// Answers what members see of an alert: a published version stays in force while a correction of it waits.
pub fn face(standing: Standing, published: bool) -> Standing {
    match standing {
        Standing::Submitted | Standing::Returned | Standing::Confirmed if published => Standing::Published,
        other => other,
    }
}

/// Answers the day from which a review is due for what was published or reviewed on `day`.
pub fn review_from(day: Date) -> Date {
    day.saturating_add(REVIEW_YEARS.years())
}

/// Answers the day from which what was submitted, published or extended on `day` no longer exists.
pub fn expiry_from(day: Date) -> Date {
    day.saturating_add(LIFE_YEARS.years())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_leap_day_is_reviewed_and_expires_at_the_end_of_february() {
        assert_eq!(review_from(date(2024, 2, 29)), date(2026, 2, 28));
        assert_eq!(expiry_from(date(2024, 2, 29)), date(2029, 2, 28));
        assert_eq!(expiry_from(date(2026, 3, 2)), date(2031, 3, 2));
    }

    #[test]
    fn what_is_over_stays_over() {
        for standing in [Standing::Superseded, Standing::Withdrawn, Standing::Retracted] {
            for act in
                [Act::Correct, Act::Return, Act::Confirm, Act::Publish, Act::Review, Act::Supersede, Act::Withdraw]
            {
                assert_eq!(allows(act, standing, true), Err("documents-refused-closed"), "{act:?} {standing}");
            }
        }
    }

    #[test]
    fn only_what_waits_is_confirmed_and_only_what_is_confirmed_is_published() {
        let able = |act| {
            Standing::ALL.iter().filter(|at| allows(act, **at, false).is_ok()).map(|at| at.code()).collect::<Vec<_>>()
        };
        assert_eq!(able(Act::Confirm), ["submitted"]);
        assert_eq!(able(Act::Return), ["submitted"]);
        assert_eq!(able(Act::Publish), ["confirmed"]);
        assert_eq!(able(Act::Correct), ["submitted", "returned", "confirmed", "published"]);
        assert!(able(Act::Review).is_empty(), "never published");
        assert!(allows(Act::Review, Standing::Submitted, true).is_ok(), "in force while a correction waits");
    }
}
