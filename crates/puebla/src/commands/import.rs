//! `puebla import`: status entries or alerts in bulk, all of a file or nothing of it, on a folder or on a server.
//! A declaration has a command of its own below it.

use std::cell::Cell;
use std::io::{BufRead, BufReader, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use base::access::Permit;
use base::ground::Puebla;
use base::ids::new_id;
use base::web::{InputFault, ProblemFault, Said};
use clap::{Args, Subcommand, ValueEnum};
use registers::imports::{
    self, Format, ImportAlerts, ImportError, ImportReport, ImportShown, ImportStatus, Order, Progress, import_alerts,
    import_status,
};

use super::check::open;
use super::declaration::Declaration;
use crate::arguments::{Json, Place, Speaker};
use crate::folder;
use crate::outcome::{Failure, Status};
use crate::output::Output;
use crate::server::{At, Server, refused};
use crate::tongue::Tongue;

/// How often a server is asked how far an import has come.
const ASK_AGAIN: Duration = Duration::from_millis(300);

/// How often it is asked while the import does not move, which waits behind others of its server: for an hour.
const ASK_AT_MOST: u32 = 12_000;

/// The arguments.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Import {
    #[command(subcommand)]
    other: Option<Other>,
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    #[arg(long, value_name = "status|alerts", default_value = "status")]
    what: What,
    #[arg(long, value_name = "csv|jsonl")]
    format: Option<Written>,
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    json: Json,
}

/// What is brought in otherwise than by rows.
#[derive(Debug, Subcommand)]
enum Other {
    /// What a meeting declared and decided.
    Declaration(Declaration),
}

/// What the rows are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum What {
    /// Status entries of one's own State's documents.
    Status,
    /// Alerts on documents.
    Alerts,
}

/// How the file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Written {
    /// With a header row.
    Csv,
    /// One object a line.
    Jsonl,
}

impl Import {
    /// Imports, and ends with status 3 when the file has faults: nothing is entered then.
    pub fn run(mut self, tongue: &Tongue) -> Result<(), Failure> {
        if let Some(Other::Declaration(declaration)) = self.other.take() {
            return declaration.run(tongue);
        }
        let purposes = match self.what {
            What::Status => <ImportStatus as Permit>::PURPOSES,
            What::Alerts => <ImportAlerts as Permit>::PURPOSES,
        };
        let shown = match self.place.at(purposes, tongue)? {
            At::Folder(data, speaker) => self.on_folder(data, &speaker, tongue)?,
            At::Server(server) => self.on_server(&server, tongue)?,
        };
        if let Some(problem) = &shown.problem {
            return Err(refused(problem));
        }
        let mut out = Output::open(None)?;
        if self.json.json {
            out.json(&shown)?
        } else {
            tell(&mut out, &shown, tongue)?
        }
        out.finish()?;
        match shown.state.as_str() {
            "entered" | "tried" => Ok(()),
            "refused" => Err(faults(&shown, self.json)),
            _ => Err(Failure::of(Status::Fault, Said::plain("imports-nothing-entered"))),
        }
    }

    fn on_folder(&self, data: &Path, speaker: &Speaker, tongue: &Tongue) -> Result<ImportShown, Failure> {
        let ground = folder::open(data, Default::default())?;
        // What broke off, with the power or by a signal, is undone before anything new begins.
        imports::sweep(&ground)?;
        let source = BufReader::with_capacity(1 << 16, open(self.file.as_deref())?);
        let format = self.format.map(|format| match format {
            Written::Csv => Format::Csv,
            Written::Jsonl => Format::JsonLines,
        });
        let order = Order { id: new_id(ground.clock.now()), format, dry_run: self.dry_run };
        let line = ProgressLine::new(tongue);
        let report = enter(&ground, self.what, speaker, source, &order, &|progress| line.show(progress));
        line.end();
        Ok(self.shown(&order, &report?, tongue))
    }

    fn on_server(&self, server: &Server, tongue: &Tongue) -> Result<ImportShown, Failure> {
        let mut source = BufReader::with_capacity(1 << 16, open(self.file.as_deref())?);
        let format = match self.format {
            Some(Written::Csv) => "&format=csv",
            Some(Written::Jsonl) => "&format=jsonl",
            None => "",
        };
        let path = format!("/api/v1/imports/{}?dry_run={}{format}", self.what.code(), self.dry_run);
        let shown: ImportShown = server.upload(&path, &mut source)?;
        let line = ProgressLine::new(tongue);
        let shown = follow(shown, |id, progress| {
            line.show(progress);
            std::thread::sleep(ASK_AGAIN);
            server.get(&format!("/api/v1/imports/{id}"))
        });
        line.end();
        shown
    }

    fn shown(&self, order: &Order, report: &ImportReport, tongue: &Tongue) -> ImportShown {
        let state = match (report.faults_total, order.dry_run) {
            (0, false) => "entered",
            (0, true) => "tried",
            _ => "refused",
        };
        let said = |fault: &InputFault| ProblemFault::of(fault, tongue.say(&fault.said));
        ImportShown {
            id: order.id.to_string(),
            what: self.what.code().to_owned(),
            state: state.to_owned(),
            dry_run: order.dry_run,
            rows: Some(report.rows),
            errors: report.faults.iter().map(said).collect(),
            errors_total: Some(report.faults_total),
            ..ImportShown::default()
        }
    }
}

impl What {
    const fn code(self) -> &'static str {
        match self {
            What::Status => "status",
            What::Alerts => "alerts",
        }
    }
}

/// Imports on an open folder, once the act is on the access log.
pub fn enter(
    ground: &Arc<Puebla>,
    what: What,
    speaker: &Speaker,
    source: impl BufRead,
    order: &Order,
    progress: &dyn Fn(Progress),
) -> Result<ImportReport, Failure> {
    let report = match what {
        What::Status => import_status(&folder::write::<ImportStatus>(ground, speaker)?, source, order, progress),
        What::Alerts => import_alerts(&folder::write::<ImportAlerts>(ground, speaker)?, source, order, progress),
    };
    report.map_err(|error| match error {
        ImportError::Store(error) => error.into(),
        ImportError::Cut(error) => Failure::input(Said::plain("import-cut").with("reason", error)),
        ImportError::UnderWay => Failure::of(Status::Fault, Said::plain("imports-under-way")),
    })
}

/// Asks `again` after an import on a server until it has ended.
///
/// Errors: status 4 when it has not moved for [`ASK_AT_MOST`] times.
fn follow(
    mut shown: ImportShown,
    mut again: impl FnMut(&str, Progress) -> Result<ImportShown, Failure>,
) -> Result<ImportShown, Failure> {
    let mut in_vain = 0;
    while let Some(progress) = going(&shown) {
        let now = again(&shown.id, progress)?;
        in_vain = if going(&now) == Some(progress) { in_vain + 1 } else { 0 };
        if in_vain == ASK_AT_MOST {
            return Err(Failure::of(Status::Place, Said::plain("import-stands-still").with("id", &now.id)));
        }
        shown = now;
    }
    Ok(shown)
}

/// Answers how far an import on a server has come; nothing once it has ended.
fn going(shown: &ImportShown) -> Option<Progress> {
    let (done, rows) = (shown.done.unwrap_or(0), shown.rows.unwrap_or(0));
    match shown.state.as_str() {
        "waiting" | "reading" => Some(Progress::Reading(done)),
        "comparing" => Some(Progress::Comparing(done, rows)),
        "entering" => Some(Progress::Entering(done, rows)),
        _ => None,
    }
}

fn tell(out: &mut Output, shown: &ImportShown, tongue: &Tongue) -> Result<(), Failure> {
    let rows = [("rows", shown.rows.unwrap_or(0).into())];
    match shown.state.as_str() {
        "entered" => out.line(tongue.tn("imports-entered", &rows)),
        "tried" => out.line(tongue.tn("imports-tried", &rows)),
        _ => Ok(()),
    }
}

/// Says each listed fault with its place. With JSON they stand in the report already.
fn faults(shown: &ImportShown, json: Json) -> Failure {
    if json.json {
        return Failure::silent(Status::Input);
    }
    let listed = shown.errors.len() as u64;
    let total = shown.errors_total.unwrap_or(listed);
    let first = Failure::input(Said::plain("imports-refused"));
    let failure = shown.errors.iter().fold(first, |failure, fault| failure.and_at(fault));
    if total > listed { failure.and_said(Said::plain("imports-faults-more").with("listed", listed)) } else { failure }
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
        let (key, done, rows) = match progress {
            Progress::Reading(done) => ("imports-reading", done, None),
            Progress::Comparing(done, rows) => ("imports-comparing", done, Some(rows)),
            Progress::Entering(done, rows) => ("imports-entering", done, Some(rows)),
        };
        let far = match rows {
            Some(rows) => self.tongue.tn("progress-of", &[("done", done.into()), ("total", rows.into())]),
            None => self.tongue.tn("progress-so-far", &[("done", done.into())]),
        };
        let mut to = std::io::stderr().lock();
        // A closed standard error is no reason to stop importing.
        let _ = write!(to, "\r\x1b[K{}: {far}", self.tongue.t(key)).and_then(|()| to.flush());
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
    use super::*;

    fn shown(state: &str, done: u64) -> ImportShown {
        ImportShown { id: "a1".to_owned(), state: state.to_owned(), done: Some(done), ..ImportShown::default() }
    }

    #[test]
    fn an_import_is_followed_while_it_moves_and_no_longer() {
        let mut asked = 0;
        let ended = follow(shown("waiting", 0), |_, _| {
            asked += 1;
            // It stands still almost as long as it may, moves, and does so again.
            Ok(if asked < 2 * ASK_AT_MOST {
                shown("entering", u64::from(asked / ASK_AT_MOST))
            } else {
                shown("entered", 9)
            })
        });
        assert_eq!((ended.unwrap().state.as_str(), asked), ("entered", 2 * ASK_AT_MOST));
        let mut asked = 0;
        let still = follow(shown("reading", 7), |_, _| {
            asked += 1;
            Ok(shown("reading", 7))
        });
        assert_eq!((still.unwrap_err().status, asked), (Status::Place, ASK_AT_MOST));
    }
}
