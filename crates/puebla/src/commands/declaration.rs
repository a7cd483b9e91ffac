//! `puebla import declaration`: a declaration read into drafts of decisions; printed without a folder, or kept for a person to confirm.
//!
//! The line is a contract: `conference::import::Line`, in the order of the decisions.

use std::cell::Cell;
use std::io::{IsTerminal, Read, Write};
use std::path::PathBuf;

use base::access::Permit;
use base::web::shell::encoded;
use base::words::Value;
use clap::Args;
use conference::import::{FILE_BYTES_MAX, Line, Progress, read};
use jiff::civil::Date;
use secretariat::decisions::{
    DraftsShown, ImportDeclaration, import_declaration, rule_in_words, unreadable as unreadable_text, verb_key,
    warning_in_words,
};

use super::check::{open, unreadable};
use crate::arguments::{Json, Place, day};
use crate::folder;
use crate::outcome::Failure;
use crate::output::Output;
use crate::server::At;
use crate::tongue::Tongue;

/// The arguments.
#[derive(Debug, Args)]
pub struct Declaration {
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    meeting_end: Option<Date>,
    #[arg(long, required_unless_present = "meeting", conflicts_with = "meeting")]
    dry_run: bool,
    #[arg(long, value_name = "SYMBOL")]
    meeting: Option<String>,
    #[command(flatten)]
    place: Place,
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
        if let Some(meeting) = &self.meeting {
            return self.keep(meeting, &bytes, tongue);
        }
        let line = ProgressLine::new(tongue);
        let reading = read(&bytes, self.meeting_end, &mut |progress| line.show(progress));
        line.end();
        let reading = reading.map_err(|error| Failure::input(unreadable_text(&error)))?;
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
            let _ = writeln!(std::io::stderr(), "puebla: {}", warning_in_words(warning, &spoken(tongue)));
        }
        if reading.drafts.is_empty() { Err(Failure::no()) } else { Ok(()) }
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
        let rule = ("rule", rule_in_words(&due.rule, &spoken(tongue)).into());
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

impl Declaration {
    /// Keeps what was read as drafts of a meeting, in the folder or on the server, and says where a person confirms them.
    fn keep(&self, meeting: &str, bytes: &[u8], tongue: &Tongue) -> Result<(), Failure> {
        let name =
            self.file.as_deref().and_then(|file| file.file_name()).map(|name| name.to_string_lossy().into_owned());
        let name = name.unwrap_or_default();
        let shown: DraftsShown = match self.place.at(<ImportDeclaration as Permit>::PURPOSES, tongue)? {
            At::Folder(data, speaker) => {
                let ground = folder::open(data, Default::default())?;
                let writer = folder::write::<ImportDeclaration>(&ground, &speaker)?;
                let line = ProgressLine::new(tongue);
                let shown = import_declaration(&writer, meeting, &name, bytes, &mut |progress| line.show(progress));
                line.end();
                shown?
            }
            At::Server(server) => {
                let query = format!("meeting={}&name={}", encoded(meeting), encoded(&name));
                server.upload(&format!("/api/v1/decisions/imports?{query}"), &mut &bytes[..])?
            }
        };
        let mut out = Output::open(None)?;
        if self.json.json {
            out.json(&shown)?
        } else {
            let path = format!("/decisions/imports/{}", shown.id);
            out.line(tongue.tn("decisions-kept", &[("path", path.into())]))?
        }
        out.finish()
    }
}

/// Lets a command's tongue say the words of the house.
fn spoken(tongue: &Tongue) -> impl Fn(&str, &[(&str, Value<'_>)]) -> String + '_ {
    move |key, args| tongue.tn(key, args).into_owned()
}

/// A line that is written over, where somebody is looking.
struct ProgressLine<'t> {
    tongue: &'t Tongue,
    shown: Cell<bool>,
    terminal: bool,
}

impl<'t> ProgressLine<'t> {
    fn new(tongue: &'t Tongue) -> Self {
        ProgressLine { tongue, shown: Cell::new(false), terminal: std::io::stderr().is_terminal() }
    }

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
    use conference::verbs::Verb;

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
        let say = |text: &str, language| rule_in_words(&text.parse().unwrap(), &spoken(&Tongue::in_language(language)));
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
