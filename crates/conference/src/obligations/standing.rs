//! Where each owner stands in each period, on a day.

use std::collections::BTreeSet;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

use super::obligation::{Act, Obligation, Owner};
use crate::due::{Anchors, DueRule, MeetingDays, slip_days};
use crate::recorded::{History, Sequence};
use crate::said::Said;

/// What is known when the question is asked: what rules count from, the time, and the place whose day it is.
#[derive(Clone, Debug)]
pub struct Known {
    /// What the day of a duty is counted from.
    pub anchors: Anchors,
    /// The meetings that part the periods of a recurring duty.
    pub meetings: Vec<MeetingDays>,
    /// The time.
    pub now: Timestamp,
    /// The secretariat's seat: days begin and end there.
    pub seat: TimeZone,
}

/// What has become of a duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// What must happen before has not.
    Waiting,
    /// No day is known: none was said, or the meeting it depends on has not been called.
    Undated,
    /// There is time.
    Open {
        /// How many days beside today.
        days_left: i64,
    },
    /// The day has passed.
    Overdue {
        /// Since how many days.
        days_late: i64,
    },
    /// Evidence shows that it was done.
    Done {
        /// The day.
        done_on: Date,
        /// By how many days after it was due; negative when early, none when no day was known.
        slip_days: Option<i64>,
    },
    /// The power was not used by its day.
    Lapsed,
    /// A later decision took it away.
    Released {
        /// The day.
        on: Date,
        /// That decision's symbol.
        decision: String,
    },
}

/// What an owner announced about being late.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// Which act.
    pub sequence: Sequence,
    /// The day announced.
    pub expected_on: Date,
    /// By how many days after it was due; none when no day was known.
    pub slip_days: Option<i64>,
    /// Why.
    pub reason: Said,
}

/// Where an owner, or several jointly, stand in one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Who.
    pub owners: BTreeSet<Owner>,
    /// Which period, from 1.
    pub period: u16,
    /// The last day in time.
    pub due_on: Option<Date>,
    /// What has become of it.
    pub state: State,
    /// All announcements of being late, first to last.
    pub slips: Vec<Slip>,
    /// All evidence that was not withdrawn, first to last.
    pub evidence: Vec<Sequence>,
}

/// How far an obligation is over all who answer for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Done.
    pub done: usize,
    /// With time left, or without a day.
    pub open: usize,
    /// Overdue.
    pub overdue: usize,
    /// Waiting, lapsed or released: nobody has anything to do.
    pub idle: usize,
}

/// Answers where everybody who answers for an obligation stands, period by period, the one that runs included.
pub fn standings(obligation: &Obligation, history: &History<Act>, known: &Known) -> Vec<Standing> {
    let withdrawn = history.acts().filter_map(|recorded| match recorded.act {
        Act::EvidenceWithdrawn { of, .. } => Some(of),
        _ => None,
    });
    let told = Told { obligation, history, withdrawn: withdrawn.collect(), today: known.today() };
    let periods = (1..).zip(periods(obligation, known));
    let answerable = obligation.answerable();
    periods
        .flat_map(|(period, due_on)| answerable.iter().map(move |owners| (period, due_on, owners)))
        .map(|(period, due_on, owners)| told.standing(owners, period, due_on))
        .collect()
}

/// Answers how many have done it, and how many have not.
pub fn progress(standings: &[Standing]) -> Progress {
    standings.iter().fold(Progress::default(), |mut progress, standing| {
        *match standing.state {
            State::Done { .. } => &mut progress.done,
            State::Open { .. } | State::Undated => &mut progress.open,
            State::Overdue { .. } => &mut progress.overdue,
            State::Waiting | State::Lapsed | State::Released { .. } => &mut progress.idle,
        } += 1;
        progress
    })
}

impl Known {
    /// Answers which day it is at the seat.
    pub fn today(&self) -> Date {
        self.now.to_zoned_datetime(self.seat.clone()).date()
    }
}

/// Answers the days of all periods that have begun; one period for what does not recur.
fn periods(obligation: &Obligation, known: &Known) -> Vec<Option<Date>> {
    let order = obligation.order();
    match &order.rule {
        None => vec![None],
        Some(rule) if rule.recurs() => {
            let today = known.today();
            let until = match rule {
                DueRule::Every { months, .. } => today.checked_add(Span::new().months(i64::from(*months))).ok(),
                _ => None,
            };
            let mut days = rule.occurrences(order.begins_on, &known.meetings, until.unwrap_or(Date::MAX));
            let passed = days.iter().take_while(|day| **day < today).count();
            days.truncate(passed + 1);
            // A duty of each meeting waits for the first to be called.
            if days.is_empty() { vec![None] } else { days.into_iter().map(Some).collect() }
        }
        Some(rule) => vec![rule.date(&known.anchors)],
    }
}

struct Told<'a> {
    obligation: &'a Obligation,
    history: &'a History<Act>,
    withdrawn: BTreeSet<Sequence>,
    today: Date,
}

impl Told<'_> {
    fn standing(&self, owners: &BTreeSet<Owner>, period: u16, due_on: Option<Date>) -> Standing {
        let evidence = self.evidence(owners, period);
        Standing {
            owners: owners.clone(),
            period,
            due_on,
            state: self.state(&evidence, due_on),
            slips: self.slips(owners, period, due_on),
            evidence: evidence.iter().map(|(sequence, ..)| *sequence).collect(),
        }
    }

    fn state(&self, evidence: &[(Sequence, Date, bool)], due_on: Option<Date>) -> State {
        let completing = evidence.iter().filter(|(_, on, completes)| *completes && *on <= self.today);
        if let Some(done_on) = completing.map(|(_, on, _)| *on).min() {
            return State::Done { done_on, slip_days: due_on.map(|due_on| slip_days(due_on, done_on)) };
        }
        if let Some((on, decision)) = self.released() {
            return State::Released { on, decision: decision.to_owned() };
        }
        let late = due_on.is_some_and(|due_on| self.today > due_on);
        if late && self.obligation.order().lapses {
            return State::Lapsed;
        }
        if self.waits() {
            return State::Waiting;
        }
        match due_on {
            None => State::Undated,
            Some(due_on) if late => State::Overdue { days_late: slip_days(due_on, self.today) },
            Some(due_on) => State::Open { days_left: slip_days(self.today, due_on) },
        }
    }

    fn released(&self) -> Option<(Date, &str)> {
        let released = self.history.acts().filter_map(|recorded| match &recorded.act {
            Act::Released { on, decision } if *on <= self.today => Some((*on, decision.as_str())),
            _ => None,
        });
        released.min_by_key(|(on, _)| *on)
    }

    fn waits(&self) -> bool {
        let met = |act: &Act| matches!(act, Act::ConditionMet { on, .. } if *on <= self.today);
        self.obligation.order().condition.is_some() && !self.history.acts().any(|recorded| met(&recorded.act))
    }

    fn evidence(&self, owners: &BTreeSet<Owner>, period: u16) -> Vec<(Sequence, Date, bool)> {
        let given = self.history.acts().filter(|recorded| !self.withdrawn.contains(&recorded.sequence));
        given
            .filter_map(|recorded| match &recorded.act {
                Act::Evidence { owner, period: of, happened_on, completes, .. }
                    if *of == period && owners.contains(owner) =>
                {
                    Some((recorded.sequence, *happened_on, *completes))
                }
                _ => None,
            })
            .collect()
    }

    fn slips(&self, owners: &BTreeSet<Owner>, period: u16, due_on: Option<Date>) -> Vec<Slip> {
        let announced = self.history.acts().filter_map(|recorded| match &recorded.act {
            Act::Expected { owner, period: of, expected_on, reason } if *of == period && owners.contains(owner) => {
                Some(Slip {
                    sequence: recorded.sequence,
                    expected_on: *expected_on,
                    slip_days: due_on.map(|due_on| slip_days(due_on, *expected_on)),
                    reason: reason.clone(),
                })
            }
            _ => None,
        });
        announced.collect()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::obligation::Sharing;
    use super::super::specimen::{at, done, history, obligation, on, parties, party, said, withdrawn};
    use super::*;

    fn only(obligation: &Obligation, acts: Vec<Act>, day: Date) -> Standing {
        let standings = standings(obligation, &history(acts), &on(day));
        assert_eq!(standings.len(), 1, "{standings:?}");
        standings.into_iter().next().expect("one")
    }

    #[test]
    fn the_meeting_in_el_salvador_was_due_in_july_and_held_in_december() {
        let framework = obligation(|_| {});
        let held = vec![done("GTM", 1, date(2003, 12, 1))];
        let standing = only(&framework, held.clone(), date(2003, 12, 10));
        assert_eq!(standing.due_on, Some(date(2003, 7, 30)));
        assert_eq!(standing.state, State::Done { done_on: date(2003, 12, 1), slip_days: Some(124) });
        assert_eq!(only(&framework, held.clone(), date(2003, 11, 30)).state, State::Overdue { days_late: 123 });
        assert_eq!(only(&framework, vec![], date(2003, 7, 30)).state, State::Open { days_left: 0 });
        assert_eq!(only(&framework, vec![], date(2003, 7, 31)).state, State::Overdue { days_late: 1 });
    }

    #[test]
    fn a_day_ends_at_the_seat() {
        let framework = obligation(|_| {});
        // Six in the morning UTC is midnight in San José.
        let state = |now: &str| {
            standings(&framework, &history(vec![]), &at(now.parse().expect("an instant"), &[]))[0].state.clone()
        };
        assert_eq!(state("2003-07-31T05:59:59.999999Z"), State::Open { days_left: 0 });
        assert_eq!(state("2003-07-31T06:00:00Z"), State::Overdue { days_late: 1 });
    }

    #[test]
    fn a_slip_stands_beside_the_day_and_never_in_its_place() {
        let expected = |expected_on| Act::Expected {
            owner: party("MEX"),
            period: 1,
            expected_on,
            reason: said("The host asked for time."),
        };
        let acts = vec![expected(date(2003, 9, 30)), expected(date(2003, 12, 1))];
        let standing = only(&obligation(|_| {}), acts, date(2003, 8, 9));
        assert_eq!((standing.due_on, &standing.state), (Some(date(2003, 7, 30)), &State::Overdue { days_late: 10 }));
        let slips: Vec<Option<i64>> = standing.slips.iter().map(|slip| slip.slip_days).collect();
        assert_eq!(slips, [Some(62), Some(124)]);
    }

    #[test]
    fn begun_is_not_done_and_withdrawn_evidence_shows_nothing() {
        let begun = Act::Evidence {
            owner: party("MEX"),
            period: 1,
            happened_on: date(2003, 6, 20),
            completes: false,
            text: said("A first draft."),
        };
        let standing = only(&obligation(|_| {}), vec![begun], date(2003, 7, 1));
        assert_eq!((standing.state, standing.evidence.len()), (State::Open { days_left: 29 }, 1));
        let acts = vec![done("MEX", 1, date(2003, 6, 20)), withdrawn(1)];
        let standing = only(&obligation(|_| {}), acts, date(2003, 7, 1));
        assert_eq!((standing.state, standing.evidence), (State::Open { days_left: 29 }, vec![]));
    }

    #[test]
    fn evidence_of_others_and_of_other_periods_shows_nothing() {
        for act in [done("UTO", 1, date(2003, 6, 20)), done("MEX", 2, date(2003, 6, 20))] {
            assert_eq!(only(&obligation(|_| {}), vec![act], date(2003, 7, 1)).state, State::Open { days_left: 29 });
        }
    }

    #[test]
    fn each_state_that_was_urged_stands_for_itself() {
        let comments = obligation(|order| {
            order.sharing = Sharing::Severally;
            order.owners = parties(&["CAN", "GTM", "MEX"]);
            order.rule = Some("3 months after adoption".parse().expect("a rule"));
        });
        let acts = vec![done("MEX", 1, date(2003, 8, 30)), done("CAN", 1, date(2003, 9, 2))];
        let all = standings(&comments, &history(acts), &on(date(2003, 9, 2)));
        assert!(all.iter().all(|standing| standing.due_on == Some(date(2003, 8, 30))));
        let states: Vec<&State> = all.iter().map(|standing| &standing.state).collect();
        let done = |day, slip| State::Done { done_on: day, slip_days: Some(slip) };
        assert_eq!(states, [&done(date(2003, 9, 2), 3), &State::Overdue { days_late: 3 }, &done(date(2003, 8, 30), 0)]);
        assert_eq!(progress(&all), Progress { done: 2, overdue: 1, ..Progress::default() });
    }

    #[test]
    fn every_period_of_a_report_stands_for_itself() {
        let report = obligation(|order| {
            order.owners = [Owner::Body("secretariat".into())].into();
            order.rule = Some("every 6 months between meetings of RCGM".parse().expect("a rule"));
        });
        let december = MeetingDays { from: date(2003, 12, 2), to: date(2003, 12, 3) };
        let first = Act::Evidence {
            owner: Owner::Body("secretariat".into()),
            period: 1,
            happened_on: date(2003, 11, 20),
            completes: true,
            text: said("RCGM/2003/2/REP/1"),
        };
        let now = "2004-07-01T18:00:00Z".parse().expect("an instant");
        let all = standings(&report, &history(vec![first]), &at(now, &[december]));
        let due: Vec<Option<Date>> = all.iter().map(|standing| standing.due_on).collect();
        // The first period ended six months after Cancún, before the meeting of December; the second with that meeting.
        assert_eq!(
            due,
            [Some(date(2003, 11, 30)), Some(date(2003, 12, 2)), Some(date(2004, 6, 3)), Some(date(2004, 12, 3))]
        );
        assert_eq!(all[0].state, State::Done { done_on: date(2003, 11, 20), slip_days: Some(-10) });
        assert_eq!(all[2].state, State::Overdue { days_late: 28 });
        assert_eq!(all[3].state, State::Open { days_left: 155 });
    }

    #[test]
    fn a_duty_of_each_meeting_has_a_day_as_soon_as_one_is_called() {
        let each = obligation(|order| order.rule = Some("at each meeting of RCGM".parse().expect("a rule")));
        let now = "2003-12-10T18:00:00Z".parse().expect("an instant");
        let state = |meetings: &[MeetingDays]| {
            let all = standings(&each, &history(vec![]), &at(now, meetings));
            all.into_iter().map(|standing| (standing.period, standing.state)).collect::<Vec<_>>()
        };
        assert_eq!(state(&[]), [(1, State::Undated)]);
        let december = MeetingDays { from: date(2003, 12, 2), to: date(2003, 12, 3) };
        let may = MeetingDays { from: date(2004, 5, 18), to: date(2004, 5, 19) };
        assert_eq!(
            state(&[may, december]),
            [(1, State::Overdue { days_late: 7 }), (2, State::Open { days_left: 161 })]
        );
    }

    #[test]
    fn a_power_waits_for_its_condition_and_lapses_unused() {
        let power = obligation(|order| {
            order.condition = Some(said("Once the network has approved the plan."));
            order.rule = Some("by 2003-12-03".parse().expect("a rule"));
            order.lapses = true;
        });
        let met = Act::ConditionMet { on: date(2003, 10, 1), text: said("Report of the network.") };
        assert_eq!(only(&power, vec![], date(2003, 11, 1)).state, State::Waiting);
        assert_eq!(only(&power, vec![met.clone()], date(2003, 9, 30)).state, State::Waiting);
        assert_eq!(only(&power, vec![met.clone()], date(2003, 11, 1)).state, State::Open { days_left: 32 });
        for acts in [vec![], vec![met]] {
            assert_eq!(only(&power, acts, date(2003, 12, 4)).state, State::Lapsed);
        }
    }

    #[test]
    fn a_later_decision_ends_what_is_not_done_from_its_day_on() {
        let released = Act::Released { on: date(2003, 12, 3), decision: "RCGM/2003/2/CON/4".into() };
        let state = |acts, day| only(&obligation(|_| {}), acts, day).state;
        assert_eq!(state(vec![released.clone()], date(2003, 12, 2)), State::Overdue { days_late: 125 });
        let ended = State::Released { on: date(2003, 12, 3), decision: "RCGM/2003/2/CON/4".into() };
        assert_eq!(state(vec![released.clone()], date(2003, 12, 3)), ended);
        let done = state(vec![released, done("MEX", 1, date(2003, 7, 1))], date(2003, 12, 3));
        assert_eq!(done, State::Done { done_on: date(2003, 7, 1), slip_days: Some(-29) });
    }

    #[test]
    fn what_depends_on_a_meeting_not_called_has_no_day() {
        let at_meeting = obligation(|order| order.rule = Some("at next meeting of RCGM".parse().expect("a rule")));
        let no_rule = obligation(|order| order.rule = None);
        for undated in [at_meeting, no_rule] {
            assert_eq!(only(&undated, vec![], date(2009, 1, 1)).state, State::Undated);
            let done = only(&undated, vec![done("MEX", 1, date(2003, 7, 1))], date(2009, 1, 1)).state;
            assert_eq!(done, State::Done { done_on: date(2003, 7, 1), slip_days: None });
        }
    }
}
