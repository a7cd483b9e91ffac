//! Verbs, due rules and warnings in the reader's words, for pages and commands alike.

use std::borrow::Cow;

use base::words::Value;
use conference::due::{Anchor, DueRule, MeetingName, Side, Unit};
use conference::import::{FILE_BYTES_MAX, ImportError, Warning};
use conference::verbs::{Duty, Verb};

use super::entries::Warned;

/// Whoever says a text of the words with its arguments, in the reader's language.
pub type Speaks<'a> = &'a dyn Fn(&str, &[(&str, Value<'_>)]) -> String;

/// Answers the key of a verb's name.
pub fn verb_key(verb: Verb) -> String {
    format!("decisions-verb-{}", verb.code().replace('_', "-"))
}

/// Answers the key of what a duty is.
pub(super) const fn duty_key(duty: Duty) -> &'static str {
    match duty {
        Duty::None => "decisions-duty-none",
        Duty::Soft => "decisions-duty-soft",
        Duty::Owned => "decisions-duty-owned",
    }
}

/// Says a due rule in the reader's language.
pub fn rule_in_words(rule: &DueRule, say: Speaks<'_>) -> String {
    match rule {
        DueRule::Counted { count, unit, side, anchor } => {
            let key = match (unit, side) {
                (Unit::Days, Side::After) => "decisions-rule-days-after",
                (Unit::Days, Side::Before) => "decisions-rule-days-before",
                (Unit::Months, Side::After) => "decisions-rule-months-after",
                (Unit::Months, Side::Before) => "decisions-rule-months-before",
            };
            let anchor = match anchor {
                Anchor::Adoption => say("decisions-anchor-adoption", &[]),
                Anchor::MeetingEnd => say("decisions-anchor-meeting-end", &[]),
                Anchor::Meeting(meeting) => meeting_in_words(meeting, say),
                Anchor::Event(event) => event.clone(),
            };
            say(key, &[("count", (*count).into()), ("anchor", anchor.into())])
        }
        DueRule::By(date) => say("decisions-rule-by", &[("date", date.to_string().into())]),
        DueRule::Meeting { before, meeting } => {
            let key = if *before { "decisions-rule-before-meeting" } else { "decisions-rule-at-meeting" };
            say(key, &[("meeting", meeting_in_words(meeting, say).into())])
        }
        DueRule::EachMeeting(None) => say("decisions-rule-each-meeting", &[]),
        DueRule::EachMeeting(Some(body)) => say("decisions-rule-each-meeting-of", &[("body", body.as_str().into())]),
        DueRule::Every { months, between: None } => say("decisions-rule-every", &[("count", (*months).into())]),
        DueRule::Every { months, between: Some(body) } => {
            say("decisions-rule-every-between", &[("count", (*months).into()), ("body", body.as_str().into())])
        }
    }
}

fn meeting_in_words(meeting: &MeetingName, say: Speaks<'_>) -> String {
    match meeting {
        MeetingName::Next(None) => say("decisions-meeting-next", &[]),
        MeetingName::Next(Some(body)) => say("decisions-meeting-next-of", &[("body", body.as_str().into())]),
        MeetingName::Numbered(number, None) => say("decisions-meeting-numbered", &[("number", (*number).into())]),
        MeetingName::Numbered(number, Some(body)) => {
            say("decisions-meeting-numbered-of", &[("number", (*number).into()), ("body", body.as_str().into())])
        }
        MeetingName::Held(place) => say("decisions-meeting-held", &[("place", place.as_str().into())]),
    }
}

/// Answers a warning as an entry keeps it; paragraphs count from 1 for people.
pub(super) fn kept(warning: &Warning) -> Warned {
    let (code, numbers): (&str, Vec<usize>) = match *warning {
        Warning::Numbering { paragraph, expected, found } => {
            ("numbering", vec![paragraph + 1, expected as usize, found as usize])
        }
        Warning::MixedLanguages { english, spanish } => ("mixed", vec![english, spanish]),
        Warning::TrackedChanges { insertions, deletions } => ("tracked", vec![insertions, deletions]),
        Warning::NoVerb { number } => ("no-verb", vec![number as usize]),
        Warning::OtherLanguage { paragraph } => ("other-language", vec![paragraph + 1]),
        Warning::Annex { paragraph } => ("annex", vec![paragraph + 1]),
        Warning::WorkingDays { paragraph } => ("working-days", vec![paragraph + 1]),
        Warning::Outside { paragraph } => ("outside", vec![paragraph + 1]),
        Warning::Tables { count } => ("tables", vec![count]),
        Warning::Footnotes { count } => ("footnotes", vec![count]),
        Warning::RunningLines { count } => ("running-lines", vec![count]),
        Warning::NestedLists { .. } => ("nested", Vec::new()),
        Warning::Columns => ("columns", Vec::new()),
        Warning::Encoding => ("encoding", Vec::new()),
        Warning::Nothing => ("nothing", Vec::new()),
    };
    Warned { code: code.to_owned(), numbers: numbers.into_iter().map(|number| number as u64).collect() }
}

/// Says a warning in the reader's language.
pub fn warning_in_words(warning: &Warning, say: Speaks<'_>) -> String {
    kept_in_words(&kept(warning), say)
}

/// Says a kept warning in the reader's language.
pub(super) fn kept_in_words(warned: &Warned, say: Speaks<'_>) -> String {
    let names: &[&str] = match warned.code.as_str() {
        "numbering" => &["paragraph", "expected", "found"],
        "mixed" => &["english", "spanish"],
        "tracked" => &["insertions", "deletions"],
        "no-verb" => &["number"],
        "tables" | "footnotes" | "running-lines" => &["count"],
        _ => &["paragraph"],
    };
    let args: Vec<(&str, Value<'_>)> =
        names.iter().zip(&warned.numbers).map(|(name, number)| (*name, Value::from(*number))).collect();
    say(&format!("decisions-warning-{}", warned.code), &args)
}

/// Answers the sentence for a file that cannot be read.
pub fn unreadable(error: &ImportError) -> base::web::Said {
    use base::web::Said;
    match error {
        ImportError::TooLarge { bytes } => Said::plain("decisions-unreadable-size")
            .with("kilobytes", bytes.div_ceil(1024))
            .with("limit", FILE_BYTES_MAX / 1024),
        ImportError::TooMuchText => Said::plain("decisions-unreadable-text"),
        ImportError::Document => Said::plain("decisions-unreadable-document"),
        ImportError::Unpacked => Said::plain("decisions-unreadable-unpacked"),
        ImportError::Empty => Said::plain("decisions-unreadable-empty"),
    }
}

/// Lets a page's voice say the words.
pub(crate) fn voiced(voice: &base::web::Voice) -> impl Fn(&str, &[(&str, Value<'_>)]) -> String + '_ {
    move |key, args| Cow::into_owned(voice.tn(key, args))
}
