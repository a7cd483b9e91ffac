//! The due rule as data: a closed list of forms, and the one way to write each.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The longest name of a body or a place inside a rule, in characters.
pub(crate) const NAME_CHARS_MAX: usize = 200;
/// The largest number of days, months or a meeting inside a rule: a century in days.
const COUNT_MAX: u16 = 36_525;

/// What a decision says about when something is due.
///
/// It is written, kept and exchanged as one short text, such as `3 months after adoption`, `by 2004-12-31`,
/// `before next meeting of RCGM` or `every 6 months between meetings of RCGM`: [`Display`](fmt::Display) writes it and
/// [`FromStr`] reads that writing alone.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum DueRule {
    /// A number of calendar months or days counted from an anchor.
    Counted {
        /// How many.
        count: u16,
        /// Of what.
        unit: Unit,
        /// Counted forwards or backwards.
        side: Side,
        /// Counted from here.
        anchor: Anchor,
    },
    /// A day that the decision names; the duty is in time until its end.
    By(Date),
    /// The day on which a meeting begins, or its last day when the work is done there.
    Meeting {
        /// Whether the work is done at the meeting or before it.
        before: bool,
        /// Which one.
        meeting: MeetingName,
    },
    /// At every meeting, of the named body or of the same.
    EachMeeting(Option<String>),
    /// Again and again, every so many calendar months; with a body, in each period between two of its meetings.
    Every {
        /// The length of a period.
        months: u16,
        /// The body whose meetings part the periods.
        between: Option<String>,
    },
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Days of the calendar, holidays too.
    Days,
    /// Months of the calendar: from the 31st to the last day there is.
    Months,
}

/// The direction of counting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// Forwards from the anchor.
    After,
    /// Backwards from the anchor.
    Before,
}

/// What a number of days or months is counted from.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// The day on which the decision was adopted.
    Adoption,
    /// The last day of the meeting that took the decision.
    MeetingEnd,
    /// A meeting: its last day when counting forwards, its first when counting backwards.
    Meeting(MeetingName),
    /// Something else that the decision names in its own words, such as the receipt of a request; somebody says when it was.
    Event(String),
}

/// A meeting, as a decision speaks of one that may not have been called yet.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum MeetingName {
    /// The one after this, of the named body or of the same.
    Next(Option<String>),
    /// The one of this number, of the named body or of the same.
    Numbered(u16, Option<String>),
    /// The one held in this place.
    Held(String),
}

/// Says why a text is no due rule.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RuleError {
    /// The text has none of the forms, or has one in another writing.
    #[error("{0:?} is not a due rule, such as \"3 months after adoption\" or \"by 2004-12-31\"")]
    Form(String),
}

impl fmt::Display for DueRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DueRule::Counted { count, unit, side, anchor } => {
                let side = if *side == Side::After { "after" } else { "before" };
                write!(f, "{count} {} {side} {anchor}", unit.word(*count))
            }
            DueRule::By(day) => write!(f, "by {day}"),
            DueRule::Meeting { before: false, meeting } => write!(f, "at {meeting}"),
            DueRule::Meeting { before: true, meeting } => write!(f, "before {meeting}"),
            DueRule::EachMeeting(None) => f.write_str("at each meeting"),
            DueRule::EachMeeting(Some(body)) => write!(f, "at each meeting of {body}"),
            DueRule::Every { months, between: None } => write!(f, "every {months} {}", Unit::Months.word(*months)),
            DueRule::Every { months, between: Some(body) } => {
                write!(f, "every {months} {} between meetings of {body}", Unit::Months.word(*months))
            }
        }
    }
}

impl DueRule {
    /// Answers whether the duty comes again and again.
    pub fn recurs(&self) -> bool {
        matches!(self, DueRule::Every { .. } | DueRule::EachMeeting(_))
    }
}

impl Unit {
    fn word(self, count: u16) -> &'static str {
        match (self, count) {
            (Unit::Days, 1) => "day",
            (Unit::Days, _) => "days",
            (Unit::Months, 1) => "month",
            (Unit::Months, _) => "months",
        }
    }
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Anchor::Adoption => f.write_str("adoption"),
            Anchor::MeetingEnd => f.write_str("meeting end"),
            Anchor::Meeting(meeting) => write!(f, "{meeting}"),
            Anchor::Event(event) => write!(f, "event: {event}"),
        }
    }
}

impl fmt::Display for MeetingName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MeetingName::Next(None) => f.write_str("next meeting"),
            MeetingName::Next(Some(body)) => write!(f, "next meeting of {body}"),
            MeetingName::Numbered(number, None) => write!(f, "meeting {number}"),
            MeetingName::Numbered(number, Some(body)) => write!(f, "meeting {number} of {body}"),
            MeetingName::Held(place) => write!(f, "meeting in {place}"),
        }
    }
}

impl FromStr for DueRule {
    type Err = RuleError;

    fn from_str(text: &str) -> Result<Self, RuleError> {
        // Reading back what was read keeps one writing for one rule: `03 months` and `1 days` are refused.
        let rule = rule(text).filter(|rule| rule.to_string() == text);
        rule.ok_or_else(|| RuleError::Form(text.chars().take(NAME_CHARS_MAX).collect()))
    }
}

impl TryFrom<String> for DueRule {
    type Error = RuleError;

    fn try_from(text: String) -> Result<Self, RuleError> {
        text.parse()
    }
}

impl From<DueRule> for String {
    fn from(rule: DueRule) -> String {
        rule.to_string()
    }
}

fn rule(text: &str) -> Option<DueRule> {
    if let Some(day) = text.strip_prefix("by ") {
        return Some(DueRule::By(day.parse().ok()?));
    }
    if text == "at each meeting" {
        return Some(DueRule::EachMeeting(None));
    }
    if let Some(body) = text.strip_prefix("at each meeting of ") {
        return Some(DueRule::EachMeeting(Some(name(body)?)));
    }
    if let Some(name) = text.strip_prefix("at ") {
        return Some(DueRule::Meeting { before: false, meeting: meeting(name)? });
    }
    if let Some(name) = text.strip_prefix("before ") {
        return Some(DueRule::Meeting { before: true, meeting: meeting(name)? });
    }
    if let Some(rest) = text.strip_prefix("every ") {
        let (months, _, rest) = counted(rest)?;
        let between = match rest {
            "" => None,
            _ => Some(name(rest.strip_prefix("between meetings of ")?)?),
        };
        return Some(DueRule::Every { months, between });
    }
    let (count, unit, rest) = counted(text)?;
    let (side, from) = match rest.split_once(' ')? {
        ("after", from) => (Side::After, from),
        ("before", from) => (Side::Before, from),
        _ => return None,
    };
    let anchor = match from {
        "adoption" => Anchor::Adoption,
        "meeting end" => Anchor::MeetingEnd,
        _ => match from.strip_prefix("event: ") {
            Some(event) => Anchor::Event(name(event)?),
            None => Anchor::Meeting(meeting(from)?),
        },
    };
    Some(DueRule::Counted { count, unit, side, anchor })
}

/// Reads `3 months …` and answers the rest.
fn counted(text: &str) -> Option<(u16, Unit, &str)> {
    let (count, rest) = text.split_once(' ')?;
    let (unit, rest) = rest.split_once(' ').unwrap_or((rest, ""));
    let count = count.parse().ok().filter(|count| (1..=COUNT_MAX).contains(count))?;
    let unit = match unit {
        "day" | "days" => Unit::Days,
        "month" | "months" => Unit::Months,
        _ => return None,
    };
    Some((count, unit, rest))
}

fn meeting(text: &str) -> Option<MeetingName> {
    if let Some(place) = text.strip_prefix("meeting in ") {
        return Some(MeetingName::Held(name(place)?));
    }
    if text == "next meeting" {
        return Some(MeetingName::Next(None));
    }
    if let Some(body) = text.strip_prefix("next meeting of ") {
        return Some(MeetingName::Next(Some(name(body)?)));
    }
    let rest = text.strip_prefix("meeting ")?;
    let (number, body) = match rest.split_once(" of ") {
        Some((number, body)) => (number, Some(name(body)?)),
        None => (rest, None),
    };
    let number = number.parse().ok().filter(|number| (1..=COUNT_MAX).contains(number))?;
    Some(MeetingName::Numbered(number, body))
}

fn name(text: &str) -> Option<String> {
    let sound = !text.is_empty() && text.trim() == text && !text.contains(char::is_control);
    (sound && text.chars().count() <= NAME_CHARS_MAX).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn rules() -> Vec<(&'static str, DueRule)> {
        let counted = |count, unit, side, anchor| DueRule::Counted { count, unit, side, anchor };
        let rcgm = || Some("RCGM".to_owned());
        vec![
            ("3 months after adoption", counted(3, Unit::Months, Side::After, Anchor::Adoption)),
            ("60 days after meeting end", counted(60, Unit::Days, Side::After, Anchor::MeetingEnd)),
            (
                "1 month before next meeting of RCGM",
                counted(1, Unit::Months, Side::Before, Anchor::Meeting(MeetingName::Next(rcgm()))),
            ),
            (
                "30 days after event: receipt of the request",
                counted(30, Unit::Days, Side::After, Anchor::Event("receipt of the request".to_owned())),
            ),
            ("by 2004-12-31", DueRule::By(date(2004, 12, 31))),
            ("at next meeting", DueRule::Meeting { before: false, meeting: MeetingName::Next(None) }),
            (
                "before meeting 9 of RCM",
                DueRule::Meeting { before: true, meeting: MeetingName::Numbered(9, Some("RCM".to_owned())) },
            ),
            (
                "at meeting in El Salvador",
                DueRule::Meeting { before: false, meeting: MeetingName::Held("El Salvador".to_owned()) },
            ),
            ("at each meeting", DueRule::EachMeeting(None)),
            ("at each meeting of RCGM", DueRule::EachMeeting(rcgm())),
            ("every 6 months", DueRule::Every { months: 6, between: None }),
            ("every 6 months between meetings of RCGM", DueRule::Every { months: 6, between: rcgm() }),
        ]
    }

    #[test]
    fn each_form_is_written_and_read_in_one_way() {
        for (text, rule) in rules() {
            assert_eq!(rule.to_string(), text);
            assert_eq!(text.parse(), Ok(rule.clone()));
            let json = serde_json::to_string(&rule).expect("a rule is a text");
            assert_eq!(json, format!("{text:?}"));
            assert_eq!(serde_json::from_str::<DueRule>(&json).expect("the same rule"), rule);
        }
    }

    #[test]
    fn other_writings_are_refused() {
        for text in [
            "",
            "3 months",
            "03 months after adoption",
            "0 days after adoption",
            "1 months after adoption",
            "by 2004-2-30",
            "by 2004-12-31 ",
            "at meeting",
            "at meeting 0",
            "before meeting in ",
            "every 6 days",
            "every month",
            "every 6 months between meetings of ",
            "70000 days after adoption",
            "3 months after  adoption",
            "soon",
        ] {
            assert_eq!(text.parse::<DueRule>(), Err(RuleError::Form(text.to_owned())), "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_is_read_as_two_rules(text in ".{0,60}") {
            if let Ok(rule) = text.parse::<DueRule>() {
                prop_assert_eq!(rule.to_string(), text);
            }
        }
    }
}
