//! `puebla import declaration`: a declaration read into drafts of decisions, without a folder; nothing is entered.
//!
//! The line is a contract: `conference::import::Line`, in the order of the decisions.

use std::cell::Cell;
use std::io::{IsTerminal, Read, Write};
use std::path::PathBuf;

use base::web::Said;
use clap::Args;
use conference::due::{Anchor, DueRule, MeetingName, Side, Unit};
use conference::import::{FILE_BYTES_MAX, ImportError, Line, Progress, Warning, read};
use conference::verbs::Verb;
use jiff::civil::Date;

use super::check::{open, unreadable};
use crate::arguments::{Json, day};
use crate::outcome::Failure;
use crate::output::Output;
use crate::tongue::Tongue;

/// The arguments.
#[derive(Debug, Args)]
pub struct Declaration {
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    meeting_end: Option<Date>,
    #[arg(long, required = true)]
    dry_run: bool,
    #[command(flatten)]
    json: Json,
}

impl Declaration {
    /// Prints every draft, and on standard error what a person should look at.
    ///
    /// Errors: status 3 for a file that cannot be read; status 1 when it holds no decision.
    pub fn run(self, tongue: &Tongue) -> Result<(), Failure> {
        let mut bytes = Vec::new();
        // One byte more than is read tells a file that is too large from one that just fits.
        let most = FILE_BYTES_MAX as u64 + 1;
        let input = open(self.file.as_deref())?;
        input.take(most).read_to_end(&mut bytes).map_err(|error| unreadable(self.file.as_deref(), &error))?;
        let line = ProgressLine { tongue, shown: Cell::new(false), terminal: std::io::stderr().is_terminal() };
        let reading = read(&bytes, self.meeting_end, &mut |progress| line.show(progress));
        line.end();
        let reading = reading.map_err(|error| Failure::input(why(&error)))?;
        let mut out = Output::open(None)?;
        for draft in &reading.drafts {
            if self.json.json { out.json(&draft.line())? } else { tell(&mut out, &draft.line(), tongue)? }
        }
        if !self.json.json {
            let count = [("count", reading.drafts.len().into())];
            out.line(tongue.tn("decisions-drafts-count", &count))?;
        }
        out.finish()?;
        for warning in &reading.warnings {
            // Nobody is left to be told when standard error is closed.
            let _ = writeln!(std::io::stderr(), "puebla: {}", warned(warning, tongue));
        }
        if reading.drafts.is_empty() { Err(Failure::no()) } else { Ok(()) }
    }
}

/// Answers why a file cannot be read, for people.
fn why(error: &ImportError) -> Said {
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

fn tell(out: &mut Output, line: &Line, tongue: &Tongue) -> Result<(), Failure> {
    let verbs: Vec<_> = line.verbs.iter().map(|verb| tongue.t(&verb_key(*verb))).collect();
    let verbs = if verbs.is_empty() { tongue.t("decisions-draft-no-verb").into_owned() } else { verbs.join(", ") };
    let head = [("number", line.number.into()), ("verbs", verbs.into()), ("text", line.text.as_str().into())];
    out.line(tongue.tn("decisions-draft", &head))?;
    if !line.addressees.is_empty() {
        let names = [("names", line.addressees.join("; ").into())];
        out.line(tongue.tn("decisions-draft-addressees", &names))?;
    }
    for due in &line.dues {
        let rule = ("rule", in_words(&due.rule, tongue).into());
        match due.date {
            Some(date) => out.line(tongue.tn("decisions-draft-due", &[("date", date.to_string().into()), rule]))?,
            None => out.line(tongue.tn("decisions-draft-due-open", &[rule]))?,
        }
    }
    match &line.condition {
        Some(condition) => out.line(tongue.tn("decisions-draft-condition", &[("text", condition.as_str().into())])),
        None => Ok(()),
    }
}

/// Answers the key of a verb's name.
fn verb_key(verb: Verb) -> String {
    format!("decisions-verb-{}", verb.code().replace('_', "-"))
}

/// Says a due rule in the reader's language.
fn in_words(rule: &DueRule, tongue: &Tongue) -> String {
    let said = match rule {
        DueRule::Counted { count, unit, side, anchor } => {
            let key = match (unit, side) {
                (Unit::Days, Side::After) => "decisions-rule-days-after",
                (Unit::Days, Side::Before) => "decisions-rule-days-before",
                (Unit::Months, Side::After) => "decisions-rule-months-after",
                (Unit::Months, Side::Before) => "decisions-rule-months-before",
            };
            let anchor = match anchor {
                Anchor::Adoption => tongue.t("decisions-anchor-adoption").into_owned(),
                Anchor::MeetingEnd => tongue.t("decisions-anchor-meeting-end").into_owned(),
                Anchor::Meeting(meeting) => meeting_in_words(meeting, tongue),
                Anchor::Event(event) => event.clone(),
            };
            tongue.tn(key, &[("count", (*count).into()), ("anchor", anchor.into())])
        }
        DueRule::By(date) => tongue.tn("decisions-rule-by", &[("date", date.to_string().into())]),
        DueRule::Meeting { before, meeting } => {
            let key = if *before { "decisions-rule-before-meeting" } else { "decisions-rule-at-meeting" };
            tongue.tn(key, &[("meeting", meeting_in_words(meeting, tongue).into())])
        }
        DueRule::EachMeeting(None) => tongue.t("decisions-rule-each-meeting"),
        DueRule::EachMeeting(Some(body)) => {
            tongue.tn("decisions-rule-each-meeting-of", &[("body", body.as_str().into())])
        }
        DueRule::Every { months, between: None } => tongue.tn("decisions-rule-every", &[("count", (*months).into())]),
        DueRule::Every { months, between: Some(body) } => {
            let args = [("count", (*months).into()), ("body", body.as_str().into())];
            tongue.tn("decisions-rule-every-between", &args)
        }
    };
    said.into_owned()
}

fn meeting_in_words(meeting: &MeetingName, tongue: &Tongue) -> String {
    let said = match meeting {
        MeetingName::Next(None) => tongue.t("decisions-meeting-next"),
        MeetingName::Next(Some(body)) => tongue.tn("decisions-meeting-next-of", &[("body", body.as_str().into())]),
        MeetingName::Numbered(number, None) => tongue.tn("decisions-meeting-numbered", &[("number", (*number).into())]),
        MeetingName::Numbered(number, Some(body)) => {
            let args = [("number", (*number).into()), ("body", body.as_str().into())];
            tongue.tn("decisions-meeting-numbered-of", &args)
        }
        MeetingName::Held(place) => tongue.tn("decisions-meeting-held", &[("place", place.as_str().into())]),
    };
    said.into_owned()
}

/// Says a warning in the reader's language; paragraphs count from 1 for people.
fn warned(warning: &Warning, tongue: &Tongue) -> String {
    let plain = |key: &str| tongue.t(key).into_owned();
    let counted = |key: &str, count: usize| tongue.tn(key, &[("count", count.into())]).into_owned();
    let placed = |key: &str, paragraph: usize| tongue.tn(key, &[("paragraph", (paragraph + 1).into())]).into_owned();
    match *warning {
        Warning::Numbering { paragraph, expected, found } => {
            let args = [("paragraph", (paragraph + 1).into()), ("expected", expected.into()), ("found", found.into())];
            tongue.tn("decisions-warning-numbering", &args).into_owned()
        }
        Warning::MixedLanguages { english, spanish } => {
            let args = [("english", english.into()), ("spanish", spanish.into())];
            tongue.tn("decisions-warning-mixed", &args).into_owned()
        }
        Warning::TrackedChanges { insertions, deletions } => {
            let args = [("insertions", insertions.into()), ("deletions", deletions.into())];
            tongue.tn("decisions-warning-tracked", &args).into_owned()
        }
        Warning::NoVerb { number } => tongue.tn("decisions-warning-no-verb", &[("number", number.into())]).into_owned(),
        Warning::OtherLanguage { paragraph } => placed("decisions-warning-other-language", paragraph),
        Warning::Annex { paragraph } => placed("decisions-warning-annex", paragraph),
        Warning::WorkingDays { paragraph } => placed("decisions-warning-working-days", paragraph),
        Warning::Outside { paragraph } => placed("decisions-warning-outside", paragraph),
        Warning::Tables { count } => counted("decisions-warning-tables", count),
        Warning::Footnotes { count } => counted("decisions-warning-footnotes", count),
        Warning::RunningLines { count } => counted("decisions-warning-running-lines", count),
        Warning::NestedLists { .. } => plain("decisions-warning-nested"),
        Warning::Columns => plain("decisions-warning-columns"),
        Warning::Encoding => plain("decisions-warning-encoding"),
        Warning::Nothing => plain("decisions-warning-nothing"),
    }
}

/// A line that is written over, where somebody is looking.
struct ProgressLine<'t> {
    tongue: &'t Tongue,
    shown: Cell<bool>,
    terminal: bool,
}

impl ProgressLine<'_> {
    fn show(&self, progress: Progress) {
        if !self.terminal {
            return;
        }
        let args = [("done", progress.done.into()), ("total", progress.of.into())];
        let far = self.tongue.tn("progress-of", &args);
        let mut to = std::io::stderr().lock();
        // A closed standard error is no reason to stop reading.
        let _ = write!(to, "\r\x1b[K{}: {far}", self.tongue.t("decisions-reading")).and_then(|()| to.flush());
        self.shown.set(true);
    }

    fn end(&self) {
        if self.shown.get() {
            let _ = writeln!(std::io::stderr());
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use base::words::Language;

    use super::*;

    #[test]
    fn every_verb_has_its_name_in_every_language() {
        for language in Language::ALL {
            let tongue = Tongue::in_language(language);
            let nameless = Verb::ALL.iter().filter(|verb| !tongue.knows(&verb_key(**verb)));
            assert_eq!(nameless.map(|verb| verb.code()).collect::<Vec<_>>(), Vec::<&str>::new());
        }
    }

    #[test]
    fn every_form_of_a_rule_is_said() {
        let say = |text: &str, language| in_words(&text.parse().unwrap(), &Tongue::in_language(language));
        for (rule, english, spanish) in [
            ("3 months after adoption", "3 months after its adoption", "3 meses después de su adopción"),
            (
                "1 day before meeting end",
                "one day before the end of the meeting",
                "un día antes de finalizar la reunión",
            ),
            ("by 2004-12-31", "by 2004-12-31", "a más tardar el 2004-12-31"),
            ("at meeting in Arenal", "at the meeting in Arenal", "en la reunión en Arenal"),
            (
                "before next meeting of the Group",
                "before the next meeting of the Group",
                "antes de la próxima reunión de the Group",
            ),
            ("before meeting 9", "before meeting number 9", "antes de la reunión número 9"),
            ("at each meeting", "at each meeting", "en cada reunión"),
            (
                "every 6 months between meetings of the Group",
                "every 6 months between meetings of the Group",
                "cada 6 meses entre reuniones de the Group",
            ),
        ] {
            assert_eq!(say(rule, Language::En), english);
            assert_eq!(say(rule, Language::Es), spanish);
        }
    }
}
