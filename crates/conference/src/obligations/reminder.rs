//! Which reminders are to go out now.

use std::collections::BTreeSet;

use jiff::civil::Date;
use jiff::{Span, Timestamp};

use super::obligation::{Act, Obligation, Owner};
use super::standing::{Known, Standing, State, standings};
use crate::recorded::History;

/// When reminders go out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReminderRules {
    /// How many days before the day it is due.
    pub before_days: Vec<u16>,
    /// How many days lie between two reminders of what is overdue; the first goes out on the day after.
    pub overdue_every_days: u16,
    /// How many of those at most.
    pub overdue_max: u16,
    /// The hour at the seat from which on they go out, 0 to 23.
    pub from_hour: i8,
}

/// Which of the reminders of one period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Before the day.
    Before {
        /// How many days.
        days: u16,
    },
    /// After the day.
    Overdue {
        /// The how manyeth, from 1.
        number: u16,
    },
}

/// A reminder to be sent; once it is, [`Act::Reminded`] is recorded with the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// To whom.
    pub owners: BTreeSet<Owner>,
    /// Which period.
    pub period: u16,
    /// The day it is due, or was.
    pub due_on: Date,
    /// Which reminder.
    pub step: Step,
}

/// Answers the reminders to be sent now: for each who has something to do at most one, the latest whose time has come.
///
/// Those that a stopped server missed are passed over. Nobody is reminded twice of the same, nor of what is overdue while the day that they
/// announced has not passed.
pub fn reminders(
    obligation: &Obligation,
    history: &History<Act>,
    known: &Known,
    rules: &ReminderRules,
) -> Vec<Reminder> {
    let standings = standings(obligation, history, known);
    standings.into_iter().filter_map(|standing| reminder(standing, history, known, rules)).collect()
}

fn reminder(standing: Standing, history: &History<Act>, known: &Known, rules: &ReminderRules) -> Option<Reminder> {
    let due_on = standing.due_on?;
    let steps: Vec<Step> = match standing.state {
        State::Open { .. } => rules.before_days.iter().map(|days| Step::Before { days: *days }).collect(),
        State::Overdue { .. } if announced_later(&standing, known.today()) => Vec::new(),
        State::Overdue { .. } => (1..=rules.overdue_max).map(|number| Step::Overdue { number }).collect(),
        _ => Vec::new(),
    };
    let came = steps.into_iter().filter_map(|step| Some((goes_out(step, due_on, known, rules)?, step)));
    let (came_at, step) = came.filter(|(at, _)| *at <= known.now).max()?;
    let sent = history.acts().any(|recorded| match &recorded.act {
        Act::Reminded { owners, period, due_on: due_then, step: sent } => {
            let same = *owners == standing.owners && *period == standing.period && *due_then == due_on;
            same && goes_out(*sent, due_on, known, rules).is_some_and(|at| at >= came_at)
        }
        _ => false,
    });
    (!sent).then_some(Reminder { owners: standing.owners, period: standing.period, due_on, step })
}

fn announced_later(standing: &Standing, today: Date) -> bool {
    standing.slips.last().is_some_and(|slip| slip.expected_on >= today)
}

/// Answers from when on a reminder goes out.
fn goes_out(step: Step, due_on: Date, known: &Known, rules: &ReminderRules) -> Option<Timestamp> {
    let days = match step {
        Step::Before { days } => -i64::from(days),
        Step::Overdue { number } => {
            let between = i64::from(rules.overdue_every_days);
            1 + i64::from(number.saturating_sub(1)) * between
        }
    };
    let day = due_on.checked_add(Span::new().try_days(days).ok()?).ok()?;
    let hour = rules.from_hour.clamp(0, 23);
    Some(day.at(hour, 0, 0, 0).to_zoned_datetime(known.seat.clone()).ok()?.timestamp())
}

#[cfg(test)]
mod tests {
    use super::super::obligation::Sharing;
    use super::super::specimen::{at, done, history, obligation, parties, party, said};
    use super::*;
    use jiff::civil::date;

    fn rules() -> ReminderRules {
        ReminderRules { before_days: vec![30, 7, 1], overdue_every_days: 14, overdue_max: 3, from_hour: 8 }
    }

    fn due(obligation: &Obligation, acts: Vec<Act>, now: &str) -> Vec<Reminder> {
        reminders(obligation, &history(acts), &at(now.parse().expect("an instant"), &[]), &rules())
    }

    fn reminded(step: Step) -> Act {
        Act::Reminded { owners: parties(&["GTM", "MEX"]), period: 1, due_on: date(2003, 7, 30), step }
    }

    fn steps(acts: Vec<Act>, now: &str) -> Vec<Step> {
        due(&obligation(|_| {}), acts, now).into_iter().map(|reminder| reminder.step).collect()
    }

    #[test]
    fn a_reminder_goes_out_at_its_hour_at_the_seat_and_once() {
        assert_eq!(steps(vec![], "2003-06-30T13:59:59.999999Z"), []);
        assert_eq!(steps(vec![], "2003-06-30T14:00:00Z"), [Step::Before { days: 30 }]);
        assert_eq!(steps(vec![reminded(Step::Before { days: 30 })], "2003-06-30T14:00:00Z"), []);
        assert_eq!(
            steps(vec![reminded(Step::Before { days: 30 })], "2003-07-23T14:00:00Z"),
            [Step::Before { days: 7 }]
        );
    }

    #[test]
    fn after_a_stop_the_latest_goes_out_and_not_all_that_were_missed() {
        assert_eq!(steps(vec![], "2003-07-29T20:00:00Z"), [Step::Before { days: 1 }]);
        assert_eq!(steps(vec![], "2003-08-20T20:00:00Z"), [Step::Overdue { number: 2 }]);
        assert_eq!(steps(vec![reminded(Step::Before { days: 1 })], "2003-07-29T20:00:00Z"), []);
    }

    #[test]
    fn what_is_overdue_is_said_so_often_and_no_more() {
        assert_eq!(steps(vec![], "2003-07-31T14:00:00Z"), [Step::Overdue { number: 1 }]);
        assert_eq!(steps(vec![reminded(Step::Overdue { number: 1 })], "2003-08-14T13:59:59Z"), []);
        assert_eq!(steps(vec![reminded(Step::Overdue { number: 3 })], "2009-01-01T14:00:00Z"), []);
    }

    #[test]
    fn who_announced_a_later_day_is_left_alone_until_it_has_passed() {
        let expected = Act::Expected {
            owner: party("MEX"),
            period: 1,
            expected_on: date(2003, 8, 20),
            reason: said("The host asked for time."),
        };
        assert_eq!(steps(vec![expected.clone()], "2003-08-20T20:00:00Z"), []);
        assert_eq!(steps(vec![expected], "2003-08-21T20:00:00Z"), [Step::Overdue { number: 2 }]);
    }

    #[test]
    fn only_who_has_not_done_it_is_reminded() {
        let comments = obligation(|order| order.sharing = Sharing::Severally);
        let to = due(&comments, vec![done("MEX", 1, date(2003, 7, 1))], "2003-07-29T20:00:00Z");
        assert_eq!(to.into_iter().map(|reminder| reminder.owners).collect::<Vec<_>>(), [parties(&["GTM"])]);
        assert_eq!(due(&obligation(|order| order.rule = None), vec![], "2003-07-29T20:00:00Z"), []);
    }

    #[test]
    fn a_day_that_moved_is_reminded_of_anew() {
        let moved = obligation(|order| order.rule = Some("by 2003-08-15".parse().expect("a rule")));
        let sent = vec![reminded(Step::Before { days: 7 })];
        let again = due(&moved, sent, "2003-08-08T20:00:00Z");
        assert_eq!(
            again.first().map(|reminder| (reminder.due_on, reminder.step)),
            Some((date(2003, 8, 15), Step::Before { days: 7 }))
        );
    }
}
