//! How a command ends: its exit status, and what it says on standard error.

use std::io::Write;
use std::process::ExitCode;

use base::store::StoreError;
use base::web::{InputFault, ProblemFault, Refusal, Said};

use crate::tongue::Tongue;

/// Exit statuses. They stay; `docs/operate/commands.md` lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// The command did its work and the answer is no: damage was found, a zone does not add up.
    No = 1,
    /// The command was not used as its manual says.
    Usage = 2,
    /// What was given cannot be used, or not by this person.
    Input = 3,
    /// The folder or the server cannot be worked on.
    Place = 4,
    /// A full disk, a busy store, or a fault of ours.
    Fault = 5,
}

/// Why a command did not do all that was asked.
#[derive(Debug)]
pub struct Failure {
    /// The exit status.
    pub status: Status,
    said: Vec<Line>,
}

#[derive(Debug)]
enum Line {
    Said(Said),
    Fault(InputFault),
    Placed(ProblemFault),
    Plain(String),
    Page(String),
}

impl Failure {
    /// Ends with a status and one sentence.
    pub fn of(status: Status, said: Said) -> Self {
        Failure { status, said: vec![Line::Said(said)] }
    }

    /// Ends because what was given cannot be used.
    pub fn input(said: Said) -> Self {
        Failure::of(Status::Input, said)
    }

    /// Ends because the command was not used as its manual says.
    pub fn usage(said: Said) -> Self {
        Failure::of(Status::Usage, said)
    }

    /// Ends with status 1; all there is to say stands in the output.
    pub fn no() -> Self {
        Failure::silent(Status::No)
    }

    /// Ends with a status; all there is to say stands in the output.
    pub fn silent(status: Status) -> Self {
        Failure { status, said: Vec::new() }
    }

    /// Ends with a sentence that is in the reader's language already.
    pub fn plain(status: Status, text: String) -> Self {
        Failure { status, said: vec![Line::Plain(text)] }
    }

    /// Ends as wrong usage with a page of the manual.
    pub fn page(text: String) -> Self {
        Failure { status: Status::Usage, said: vec![Line::Page(text)] }
    }

    /// Adds a sentence that is in the reader's language already.
    pub fn and(mut self, text: String) -> Self {
        self.said.push(Line::Plain(text));
        self
    }

    /// Adds a sentence.
    pub fn and_said(mut self, said: Said) -> Self {
        self.said.push(Line::Said(said));
        self
    }

    /// Adds a fault that is said in the reader's language already, with its place.
    pub fn and_at(mut self, fault: &ProblemFault) -> Self {
        self.said.push(Line::Placed(fault.clone()));
        self
    }

    /// Says what there is to say and answers the exit status.
    pub fn say(&self, tongue: &Tongue) -> ExitCode {
        let mut to = std::io::stderr().lock();
        for text in self.lines(tongue) {
            // Nobody is left to be told when standard error is closed.
            let _ = writeln!(to, "{text}");
        }
        ExitCode::from(self.status as u8)
    }

    /// Answers the lines that [`Failure::say`] writes.
    pub fn lines(&self, tongue: &Tongue) -> Vec<String> {
        self.said
            .iter()
            .map(|line| match line {
                Line::Said(said) => format!("puebla: {}", tongue.say(said)),
                Line::Page(text) => text.trim_end().to_owned(),
                Line::Plain(text) => format!("puebla: {text}"),
                Line::Fault(fault) => {
                    let place = place(fault.line, fault.column, &fault.field, tongue);
                    format!("puebla: {place}{}", tongue.say(&fault.said))
                }
                Line::Placed(fault) => {
                    let field = fault.field.as_deref().unwrap_or_default();
                    format!("puebla: {}{}", place(fault.line, fault.column, field, tongue), fault.message)
                }
            })
            .collect()
    }
}

/// Says where a fault is, as far as that is known.
fn place(line: Option<u64>, column: Option<u64>, field: &str, tongue: &Tongue) -> String {
    let (line, column) = (line.unwrap_or(0), column.unwrap_or(0));
    let at = match (line, column) {
        (0, 0) => String::new(),
        (line, 0) => tongue.tn("command-place-line", &[("line", line.into())]).into_owned(),
        (line, column) => {
            tongue.tn("command-place-column", &[("line", line.into()), ("column", column.into())]).into_owned()
        }
    };
    match (at.is_empty(), field.is_empty()) {
        (true, true) => String::new(),
        (true, false) => format!("{field}: "),
        (false, true) => format!("{at}: "),
        (false, false) => format!("{at}, {field}: "),
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        let (status, said) = match error {
            StoreError::Full => (Status::Fault, Said::plain("command-full")),
            StoreError::Busy => (Status::Fault, Said::plain("command-busy")),
            StoreError::Unsynced => (Status::Fault, Said::plain("command-unsynced")),
            StoreError::Unsure => (Status::Fault, Said::plain("command-unsure")),
            StoreError::Foreign(file) => (Status::Place, Said::plain("command-foreign").with("file", file)),
            StoreError::Served(folder) => (Status::Place, Said::plain("command-served").with("folder", folder)),
            StoreError::Newer { file, found, known } => {
                let said = Said::plain("command-newer").with("file", file).with("found", found).with("known", known);
                (Status::Place, said)
            }
            StoreError::Missing(what) => (Status::Place, Said::plain("command-missing").with("what", what)),
            StoreError::Occupied(what) => (Status::Place, Said::plain("command-occupied").with("what", what)),
            StoreError::WrongKey(key) => (Status::Place, Said::plain("command-wrong-key").with("key", key)),
            StoreError::Exposed(file) => (Status::Place, Said::plain("command-exposed").with("file", file)),
            StoreError::Damaged(what) => (Status::Place, Said::plain("command-damaged").with("what", what)),
            StoreError::Unopened { .. } => (Status::Place, Said::plain("problem-unopened-detail")),
            StoreError::Refused(key) => (Status::Input, Said::plain(key)),
            other => (Status::Fault, Said::plain("command-fault").with("reason", other)),
        };
        Failure::of(status, said)
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        let status = match refusal {
            Refusal::Busy
            | Refusal::Unlogged
            | Refusal::Full
            | Refusal::Gap
            | Refusal::Disk
            | Refusal::Unsure
            | Refusal::Unopened
            | Refusal::Fault(_) => Status::Fault,
            _ => Status::Input,
        };
        match refusal {
            Refusal::Invalid(faults) => Failure { status, said: faults.into_iter().map(Line::Fault).collect() },
            Refusal::NotFound => Failure::of(status, Said::plain("command-not-permitted")),
            Refusal::Conflict(said) | Refusal::UsedUp { said, .. } | Refusal::Stopped { said, .. } => {
                Failure::of(status, said)
            }
            Refusal::TooLarge { limit_bytes } => {
                Failure::of(status, Said::plain("problem-too-large-detail").with("limit", limit_bytes / 1024))
            }
            Refusal::Fault(id) => Failure::of(status, Said::plain("command-fault-logged").with("id", id)),
            Refusal::Unlogged => Failure::of(status, Said::plain("problem-log-unavailable-detail")),
            Refusal::Full => Failure::of(status, Said::plain("command-full")),
            Refusal::Gap => Failure::of(status, Said::plain("problem-record-gap-detail")),
            Refusal::Disk => Failure::of(status, Said::plain("command-unsynced")),
            Refusal::Unsure => Failure::of(status, Said::plain("command-unsure")),
            Refusal::Unopened => Failure::of(status, Said::plain("problem-unopened-detail")),
            Refusal::Busy => Failure::of(status, Said::plain("command-busy")),
            other => Failure::of(status, Said::plain("command-refused").with("code", other.code())),
        }
    }
}

#[cfg(test)]
mod tests {
    use base::words::Language;

    use super::*;

    #[test]
    fn a_fault_of_the_input_says_its_place_in_every_language() {
        let fault = InputFault {
            line: Some(3),
            column: Some(7),
            ..InputFault::field("number", "x", Said::plain("command-busy"))
        };
        let failure = Failure::from(Refusal::Invalid(vec![fault]));
        let said = [Language::En, Language::Es, Language::Fr].map(|l| failure.lines(&Tongue::in_language(l)).remove(0));
        assert!(said[0].starts_with("puebla: line 3, column 7, number: "), "{}", said[0]);
        assert!(said[1].starts_with("puebla: línea 3, columna 7, number: "), "{}", said[1]);
        assert!(said[2].starts_with("puebla: ligne 3, colonne 7, number: "), "{}", said[2]);
    }

    #[test]
    fn each_error_of_the_store_has_its_status() {
        let text = || "x".to_owned();
        let newer = StoreError::Newer { file: text(), found: 2, known: 1 };
        let cases = [
            (StoreError::Full, Status::Fault),
            (StoreError::Served(text()), Status::Place),
            (StoreError::Foreign(text()), Status::Place),
            (newer, Status::Place),
            (StoreError::Missing(text()), Status::Place),
            (StoreError::WrongKey(text()), Status::Place),
            (StoreError::Refused("people-user-name-taken"), Status::Input),
        ];
        for (error, status) in cases {
            assert_eq!(Failure::from(error).status, status);
        }
    }
}
