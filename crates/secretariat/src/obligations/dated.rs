//! The days of duties that depend on meetings or come again: counted at each look, so that a meeting that moves takes its deadlines
//! with it and nothing has to be written down for that.

use conference::due::{Anchor, DueRule, MeetingDays, MeetingName};
use jiff::civil::Date;

use crate::meetings::Called;

/// Answers the days of all meetings of a series.
fn of_series(called: &[Called], series: &str) -> Vec<MeetingDays> {
    called.iter().filter(|meeting| meeting.series == series).map(Called::days).collect()
}

/// Answers the meetings that part the periods of a recurring rule.
pub(crate) fn parting(rule: &DueRule, own_series: &str, called: &[Called]) -> Vec<MeetingDays> {
    match rule {
        DueRule::Every { between: Some(body), .. } | DueRule::EachMeeting(Some(body)) => of_series(called, body),
        DueRule::EachMeeting(None) => of_series(called, own_series),
        _ => Vec::new(),
    }
}

/// Answers the meeting that a rule names, under that name, once it has been called.
///
/// `begins_on` is the last day of the meeting that took the decision, or the decision's own: the next one begins after it.
pub(crate) fn meetings_named(
    rule: &DueRule,
    begins_on: Date,
    own_series: &str,
    called: &[Called],
) -> Vec<(MeetingName, MeetingDays)> {
    let name = match rule {
        DueRule::Meeting { meeting, .. } | DueRule::Counted { anchor: Anchor::Meeting(meeting), .. } => meeting,
        _ => return Vec::new(),
    };
    let of = |body: &Option<String>| body.clone().unwrap_or_else(|| own_series.to_owned());
    let after = |meeting: &&Called| meeting.first_on > begins_on;
    let found = match name {
        MeetingName::Next(body) => {
            let series = of(body);
            called
                .iter()
                .filter(|meeting| meeting.series == series)
                .filter(after)
                .min_by_key(|meeting| meeting.first_on)
        }
        MeetingName::Numbered(number, body) => {
            let series = of(body);
            called.iter().find(|meeting| meeting.series == series && meeting.number == *number)
        }
        MeetingName::Held(place) => {
            called.iter().filter(|meeting| meeting.place == *place).filter(after).min_by_key(|meeting| meeting.first_on)
        }
    };
    found.map(|meeting| (name.clone(), meeting.days())).into_iter().collect()
}
