//! Who has earned a certificate, and whether one still counts.

use std::collections::BTreeSet;

use jiff::civil::Date;

/// The score of a test, from 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score(u8);

impl Score {
    /// Answers the score, or nothing for more than 100.
    #[must_use]
    pub fn new(points: u8) -> Option<Self> {
        (points <= 100).then_some(Self(points))
    }

    /// Answers the points.
    #[must_use]
    pub fn points(self) -> u8 {
        self.0
    }
}

/// What a certificate rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Earned {
    /// The score after the session.
    pub after: Score,
}

/// Why there is no certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotEarned {
    /// There is a score of somebody who was there on no day.
    #[error("a score without attendance on any day")]
    ScoreWithoutAttendance,
    /// They were not there on a day of the session.
    #[error("absent on {0}")]
    Absent(Date),
    /// Nobody tested them afterwards.
    #[error("no score after the session")]
    NoScore,
    /// Their score is lower than what passes.
    #[error("a score below what the session asks")]
    Below,
}

/// Answers what somebody's certificate rests on who was there on the days of `attended`, in a session held on `days` that asks for `pass`.
///
/// # Errors
///
/// The first that is missing: attendance on every day, a score afterwards, enough points.
pub fn earned(
    days: &BTreeSet<Date>,
    attended: &BTreeSet<Date>,
    after: Option<Score>,
    pass: Score,
) -> Result<Earned, NotEarned> {
    if after.is_some() && days.is_disjoint(attended) {
        return Err(NotEarned::ScoreWithoutAttendance);
    }
    if let Some(&absent) = days.difference(attended).next() {
        return Err(NotEarned::Absent(absent));
    }
    let after = after.ok_or(NotEarned::NoScore)?;
    if after < pass {
        return Err(NotEarned::Below);
    }
    Ok(Earned { after })
}

/// A certificate, as far as whoever checks its number needs it: it names nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// The last day on which it counts.
    pub expires_on: Date,
    /// The day it was withdrawn, where it was.
    pub withdrawn_on: Option<Date>,
}

/// What the page that checks a certificate's number answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It counts today.
    Counts,
    /// Its last day has passed.
    Expired,
    /// It was withdrawn.
    Withdrawn,
}

impl Certificate {
    /// Answers whether it counts on a day; withdrawn is said before expired, since it is the graver.
    #[must_use]
    pub fn standing(&self, today: Date) -> Standing {
        match self.withdrawn_on {
            Some(day) if day <= today => Standing::Withdrawn,
            _ if today > self.expires_on => Standing::Expired,
            _ => Standing::Counts,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn score(points: u8) -> Score {
        Score::new(points).expect("at most 100")
    }

    fn days(days: &[i8]) -> BTreeSet<Date> {
        days.iter().map(|&day| date(2003, 7, day)).collect()
    }

    #[test]
    fn a_score_is_at_most_a_hundred() {
        assert_eq!(Score::new(100).map(Score::points), Some(100));
        assert_eq!(Score::new(101), None);
    }

    #[test]
    fn each_thing_that_is_missing_is_named() {
        let held = days(&[21, 22]);
        let asked = |attended: &[i8], after| earned(&held, &days(attended), after, score(60));
        assert_eq!(asked(&[], Some(score(90))), Err(NotEarned::ScoreWithoutAttendance));
        assert_eq!(asked(&[21], Some(score(90))), Err(NotEarned::Absent(date(2003, 7, 22))));
        assert_eq!(asked(&[21, 22], None), Err(NotEarned::NoScore));
        assert_eq!(asked(&[21, 22], Some(score(59))), Err(NotEarned::Below));
        assert_eq!(asked(&[21, 22], Some(score(60))), Ok(Earned { after: score(60) }));
    }

    #[test]
    fn a_certificate_counts_on_its_last_day_and_not_once_withdrawn() {
        let certificate = Certificate { expires_on: date(2005, 7, 25), withdrawn_on: None };
        assert_eq!(certificate.standing(date(2005, 7, 25)), Standing::Counts);
        assert_eq!(certificate.standing(date(2005, 7, 26)), Standing::Expired);
        let withdrawn = Certificate { withdrawn_on: Some(date(2004, 1, 2)), ..certificate };
        assert_eq!(withdrawn.standing(date(2004, 1, 1)), Standing::Counts);
        assert_eq!(withdrawn.standing(date(2004, 1, 2)), Standing::Withdrawn);
        assert_eq!(withdrawn.standing(date(2006, 1, 1)), Standing::Withdrawn);
    }

    proptest! {
        #[test]
        fn a_certificate_comes_only_after_attendance_on_every_day(
            held in proptest::collection::btree_set(1_i8..6, 1..5),
            attended in proptest::collection::btree_set(1_i8..6, 0..6),
            points in proptest::option::of(0_u8..=100),
        ) {
            let (held, attended): (Vec<_>, Vec<_>) = (held.into_iter().collect(), attended.into_iter().collect());
            let got = earned(&days(&held), &days(&attended), points.and_then(Score::new), score(60)).is_ok();
            let should = held.iter().all(|day| attended.contains(day)) && points.is_some_and(|points| points >= 60);
            prop_assert_eq!(got, should);
        }
    }
}
