//! The day on which something is due, with what is known today of the meetings that its rule names.

use base::ground::Puebla;
use base::store::StoreError;
use conference::due::{Anchor, Anchors, DueRule, MeetingDays, MeetingName};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rusqlite::Connection;

use super::form::party_called;
use super::queries::{Decision, Later};
use crate::meetings::{self, Meeting};

/// From where a day is looked at.
pub(crate) struct Today<'a> {
    pub(crate) on: Date,
    pub(crate) ground: &'a Puebla,
}

impl<'a> Today<'a> {
    /// Answers the day it is at the secretariat's seat.
    pub(crate) fn at_the_seat(ground: &'a Puebla) -> Self {
        let zone = TimeZone::get(&ground.identity.profile().zone).unwrap_or(TimeZone::UTC);
        Today { on: zone.to_datetime(ground.clock.now()).date(), ground }
    }
}

/// Answers the day that a rule of a decision gives with the meetings called so far; of a rule that comes again the first
/// on or after today.
pub(crate) fn due_on(
    now: &Connection,
    decision: &Decision,
    later: &[Later],
    rule: &DueRule,
    today: &Today<'_>,
) -> Result<Option<Date>, StoreError> {
    let mut anchors = Anchors {
        adopted_on: Some(decision.adopted_on),
        meeting_ended_on: Some(decision.ended_on),
        ..Anchors::default()
    };
    let happened = later.iter().filter(|later| later.kind == "happened");
    // Of an event told twice the later telling counts: the first was a mistake.
    anchors.events = happened.rev().filter_map(|event| Some((event.what.clone(), event.day?))).collect();
    if let Some(name) = named(rule)
        && let Some(meeting) = meeting(now, decision, name, today.ground)?
    {
        anchors.meetings.push((name.clone(), days(&meeting)));
    }
    if !rule.recurs() {
        return Ok(rule.date(&anchors));
    }
    let body = match rule {
        DueRule::EachMeeting(body) => body.as_deref(),
        DueRule::Every { between, .. } => between.as_deref(),
        _ => None,
    };
    let series = series(now, decision, body)?;
    let held: Vec<MeetingDays> = meetings::after(now, &series, decision.adopted_on)?.iter().map(days).collect();
    let until = today.on.saturating_add(jiff::Span::new().years(2));
    Ok(rule.occurrences(decision.adopted_on, &held, until).into_iter().find(|day| *day >= today.on))
}

fn days(meeting: &Meeting) -> MeetingDays {
    MeetingDays { from: meeting.first_on, to: meeting.last_on }
}

fn named(rule: &DueRule) -> Option<&MeetingName> {
    match rule {
        DueRule::Counted { anchor: Anchor::Meeting(name), .. } | DueRule::Meeting { meeting: name, .. } => Some(name),
        _ => None,
    }
}

/// Answers the meeting that a decision speaks of, once it is called.
fn meeting(
    now: &Connection,
    decision: &Decision,
    name: &MeetingName,
    ground: &Puebla,
) -> Result<Option<Meeting>, StoreError> {
    match name {
        MeetingName::Next(body) => {
            let series = series(now, decision, body.as_deref())?;
            Ok(meetings::after(now, &series, decision.ended_on)?.into_iter().next())
        }
        MeetingName::Numbered(number, body) => {
            let series = series(now, decision, body.as_deref())?;
            let Some(symbol) = meetings::numbered(now, &series, *number)? else { return Ok(None) };
            Ok(meetings::one(now, &symbol)?.filter(|meeting| !meeting.is_cancelled()))
        }
        MeetingName::Held(place) => meetings::held_in(now, place, party_called(ground, place), decision.adopted_on),
    }
}

/// Answers the body whose meetings a rule counts: the named one, else that of the decision's own meeting.
fn series(now: &Connection, decision: &Decision, body: Option<&str>) -> Result<String, StoreError> {
    match body {
        Some(body) => Ok(body.to_owned()),
        None => Ok(meetings::one(now, &decision.meeting)?.map(|meeting| meeting.series).unwrap_or_default()),
    }
}
