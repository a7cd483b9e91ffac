//! The day a rule gives, once what it counts from is known.

use jiff::ToSpan;
use jiff::civil::Date;

use super::rule::{Anchor, DueRule, MeetingName, Side, Unit};

/// The most days that one recurring rule answers.
pub const OCCURRENCES_MAX: usize = 400;

/// The days of a meeting, both included, at its own place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MeetingDays {
    /// The first day.
    pub from: Date,
    /// The last day, the first itself for a meeting of one day.
    pub to: Date,
}

/// What is known, today, of what rules count from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Anchors {
    /// When the decision was adopted.
    pub adopted_on: Option<Date>,
    /// The last day of the meeting that took it.
    pub meeting_ended_on: Option<Date>,
    /// The meetings that have been called, under the names that rules give them.
    pub meetings: Vec<(MeetingName, MeetingDays)>,
    /// The events that have happened, in the words of the rule that counts from them.
    pub events: Vec<(String, Date)>,
}

impl Anchors {
    /// Answers the anchors of a decision taken at a meeting that ended on this day and adopted its decisions then.
    pub fn of_meeting(ended_on: Date) -> Self {
        Anchors { adopted_on: Some(ended_on), meeting_ended_on: Some(ended_on), ..Anchors::default() }
    }

    fn meeting(&self, name: &MeetingName) -> Option<MeetingDays> {
        self.meetings.iter().find(|(called, _)| called == name).map(|(_, days)| *days)
    }
}

impl DueRule {
    /// Answers the last day on which the duty is in time.
    ///
    /// `None` while its anchor is unknown, as for a meeting not yet called; for a rule that recurs, which has no single day
    /// (see [`DueRule::occurrences`]); and for a day beyond the calendar.
    pub fn date(&self, anchors: &Anchors) -> Option<Date> {
        match self {
            DueRule::By(day) => Some(*day),
            DueRule::Counted { count, unit, side, anchor } => {
                let from = match anchor {
                    Anchor::Adoption => anchors.adopted_on?,
                    Anchor::MeetingEnd => anchors.meeting_ended_on?,
                    Anchor::Meeting(name) => {
                        let days = anchors.meeting(name)?;
                        if *side == Side::After { days.to } else { days.from }
                    }
                    Anchor::Event(event) => anchors.events.iter().find(|(known, _)| known == event)?.1,
                };
                counted(from, *count, *unit, *side)
            }
            // What is done at a meeting may be done until it ends; what is done before it, until the day before.
            DueRule::Meeting { before: false, meeting } => Some(anchors.meeting(meeting)?.to),
            DueRule::Meeting { before: true, meeting } => anchors.meeting(meeting)?.from.yesterday().ok(),
            DueRule::Every { .. } | DueRule::EachMeeting(_) => None,
        }
    }

    /// Answers the days on which a recurring duty is due after its start and until a day, that day included; at most
    /// [`OCCURRENCES_MAX`]. A rule that does not recur has none here.
    ///
    /// Without a body the months are counted from the start. With one, a period ends at the latest on the first day of the next
    /// of the body's meetings, and counting begins again on that meeting's last day. So a meeting that comes early is not missed
    /// and one that comes late does not leave a year without a report. `meetings` are that body's, in any order.
    pub fn occurrences(&self, start: Date, meetings: &[MeetingDays], until: Date) -> Vec<Date> {
        let mut meetings: Vec<MeetingDays> = meetings.to_vec();
        meetings.retain(|meeting| meeting.from > start && meeting.to >= meeting.from);
        meetings.sort_by_key(|meeting| meeting.from);
        let (months, between) = match self {
            DueRule::Every { months, between } => (months, between),
            DueRule::EachMeeting(_) => {
                let days = meetings.into_iter().map(|meeting| meeting.to).filter(|day| *day <= until);
                return days.take(OCCURRENCES_MAX).collect();
            }
            _ => return Vec::new(),
        };
        if between.is_none() {
            meetings.clear();
        }
        let mut meetings = meetings.into_iter().peekable();
        let (mut days, mut from, mut periods) = (Vec::new(), start, 0_u16);
        while days.len() < OCCURRENCES_MAX {
            periods = periods.saturating_add(1);
            // From the start each time: 31 January, 28 February and then 31 March again.
            let Some(mut due) = months.checked_mul(periods).and_then(|n| counted(from, n, Unit::Months, Side::After))
            else {
                break;
            };
            if let Some(meeting) = meetings.next_if(|meeting| meeting.from <= due) {
                due = meeting.from;
                (from, periods) = (meeting.to, 0);
                // A meeting inside another's days does not part a period.
                while meetings.next_if(|later| later.from <= meeting.to).is_some() {}
            }
            if due > until {
                break;
            }
            days.push(due);
        }
        days
    }
}

fn counted(from: Date, count: u16, unit: Unit, side: Side) -> Option<Date> {
    let count = i64::from(count);
    let span = match unit {
        Unit::Days => count.days(),
        Unit::Months => count.months(),
    };
    match side {
        Side::After => from.checked_add(span).ok(),
        Side::Before => from.checked_sub(span).ok(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn due(rule: &str, anchors: &Anchors) -> Option<Date> {
        rule.parse::<DueRule>().expect("a rule").date(anchors)
    }

    fn ended(year: i16, month: i8, day: i8) -> Anchors {
        Anchors::of_meeting(date(year, month, day))
    }

    #[test]
    fn the_dates_of_cancun() {
        let cancun = ended(2003, 5, 30);
        assert_eq!(due("3 months after adoption", &cancun), Some(date(2003, 8, 30)));
        assert_eq!(due("60 days after meeting end", &cancun), Some(date(2003, 7, 29)));
        assert_eq!(due("2 months after adoption", &cancun), Some(date(2003, 7, 30)));
    }

    #[test]
    fn months_end_where_the_calendar_ends_them() {
        assert_eq!(due("6 months after adoption", &ended(2003, 8, 31)), Some(date(2004, 2, 29)));
        assert_eq!(due("6 months after adoption", &ended(2002, 8, 31)), Some(date(2003, 2, 28)));
        assert_eq!(due("1 month after adoption", &ended(2004, 2, 29)), Some(date(2004, 3, 29)));
        assert_eq!(due("12 months after adoption", &ended(2004, 2, 29)), Some(date(2005, 2, 28)));
    }

    #[test]
    fn a_meeting_not_yet_called_gives_no_day() {
        let mut anchors = ended(2003, 5, 30);
        for rule in ["at next meeting of RCGM", "before next meeting of RCGM", "2 months before next meeting of RCGM"] {
            assert_eq!(due(rule, &anchors), None, "{rule}");
        }
        let december = MeetingDays { from: date(2003, 12, 2), to: date(2003, 12, 3) };
        anchors.meetings.push((MeetingName::Next(Some("RCGM".to_owned())), december));
        assert_eq!(due("at next meeting of RCGM", &anchors), Some(date(2003, 12, 3)));
        assert_eq!(due("before next meeting of RCGM", &anchors), Some(date(2003, 12, 1)));
        assert_eq!(due("2 months before next meeting of RCGM", &anchors), Some(date(2003, 10, 2)));
        assert_eq!(due("10 days after next meeting of RCGM", &anchors), Some(date(2003, 12, 13)));
        assert_eq!(due("at next meeting", &anchors), None, "another body's meeting is another meeting");
        assert_eq!(due("3 months after adoption", &Anchors::default()), None);
        assert_eq!(due("by 2004-12-31", &Anchors::default()), Some(date(2004, 12, 31)));
        assert_eq!(due("every 6 months", &anchors), None);
        assert_eq!(due("30 days after event: receipt of the request", &anchors), None);
        anchors.events.push(("receipt of the request".to_owned(), date(2003, 7, 2)));
        assert_eq!(due("30 days after event: receipt of the request", &anchors), Some(date(2003, 8, 1)));
    }

    #[test]
    fn the_calendar_ends_without_a_fault() {
        assert_eq!(due("36525 months after adoption", &ended(9999, 12, 31)), None);
        assert_eq!(due("36525 days after adoption", &ended(9999, 1, 1)), None);
    }

    #[test]
    fn a_period_is_parted_by_meetings() {
        let rule: DueRule = "every 6 months between meetings of RCGM".parse().expect("a rule");
        let meeting = |y, m, d| MeetingDays { from: date(y, m, d), to: date(y, m, d + 1) };
        let held = [meeting(2004, 5, 19), meeting(2003, 12, 2), meeting(2004, 11, 24)];
        assert_eq!(
            rule.occurrences(date(2003, 5, 30), &held, date(2005, 6, 1)),
            [
                date(2003, 11, 30),
                date(2003, 12, 2),
                date(2004, 5, 19),
                date(2004, 11, 20),
                date(2004, 11, 24),
                date(2005, 5, 25)
            ]
        );
        let plain: DueRule = "every 1 month".parse().expect("a rule");
        assert_eq!(
            plain.occurrences(date(2003, 1, 31), &held, date(2003, 4, 30)),
            [date(2003, 2, 28), date(2003, 3, 31), date(2003, 4, 30)]
        );
        let each: DueRule = "at each meeting".parse().expect("a rule");
        assert_eq!(
            each.occurrences(date(2003, 5, 30), &held, date(2004, 6, 1)),
            [date(2003, 12, 3), date(2004, 5, 20)]
        );
        let once: DueRule = "by 2004-12-31".parse().expect("a rule");
        assert!(once.occurrences(date(2003, 1, 31), &held, date(2005, 1, 1)).is_empty());
    }

    proptest! {
        #[test]
        fn occurrences_rise_and_end(
            months in 1_u16..40,
            starts in prop::collection::vec((0_i32..4000, 0_i32..5), 0..12),
            until in 0_i32..200_000,
        ) {
            let start = date(2003, 5, 30);
            let after = |days: i32| start.checked_add(days.days()).expect("inside the calendar");
            let meetings: Vec<_> =
                starts.iter().map(|&(at, long)| MeetingDays { from: after(at), to: after(at + long) }).collect();
            let rule = DueRule::Every { months, between: Some("X".to_owned()) };
            let days = rule.occurrences(start, &meetings, after(until));
            prop_assert!(days.len() <= OCCURRENCES_MAX);
            prop_assert!(days.is_sorted_by(|a, b| a < b), "{days:?}");
            prop_assert!(days.iter().all(|day| *day > start && *day <= after(until)));
        }
    }
}
