//! `puebla import`: status entries or alerts in bulk from a file, all of them or none.

use std::cell::Cell;
use std::fs::File;
use std::io::{BufRead, BufReader, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use base::access::{Permit, Purpose};
use base::clock::Clock;
use base::ids::new_id;
use base::store::StoreError;
use base::web::Said;
use clap::{Args, ValueEnum};
use registers::imports::{
    Format, ImportAlerts, ImportError, ImportReport, ImportShown, ImportStatus, Order, Progress, import_alerts,
    import_status,
};

use crate::arguments::{Json, Place, Speaker};
use crate::folder;
use crate::outcome::{Failure, Status};
use crate::output::Output;
use crate::server::{At, Server};
use crate::tongue::Tongue;

/// How often a server is asked how an import goes.
const ASK_EVERY: Duration = Duration::from_millis(500);

/// An import on a server that takes longer is left to itself; its page says how it ends.
const SERVER_LIMIT: Duration = Duration::from_secs(3600);

/// Progress is told this often at most.
const TELL_EVERY: Duration = Duration::from_millis(500);

/// The arguments.
#[derive(Debug, Args)]
pub struct Import {
    #[command(flatten)]
    place: Place,
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(long, value_enum, hide_possible_values = true, value_name = "status|alerts", default_value = "status")]
    what: Rows,
    #[arg(long, value_name = "csv|jsonl", value_parser = format)]
    format: Option<Format>,
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    json: Json,
}

/// What the rows are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Rows {
    Status,
    Alerts,
}

impl Rows {
    const fn purposes(self) -> &'static [Purpose] {
        match self {
            Rows::Status => ImportStatus::PURPOSES,
            Rows::Alerts => ImportAlerts::PURPOSES,
        }
    }

    const fn path(self) -> &'static str {
        match self {
            Rows::Status => "/api/v1/imports/status",
            Rows::Alerts => "/api/v1/imports/alerts",
        }
    }
}

/// What came of it, the same from a folder and from a server.
struct Ended {
    rows: u64,
    entered: u64,
    faults_total: u64,
    faults: Vec<String>,
}

impl Import {
    /// Imports the file; status 3 when a row has a fault, and then nothing was entered.
    pub fn run(self, tongue: &Tongue) -> Result<(), Failure> {
        let ended = match self.place.at(self.what.purposes(), tongue)? {
            At::Server(server) => self.on_server(&server)?,
            At::Folder(data, speaker) => self.on_folder(data, &speaker, tongue)?,
        };
        let mut out = Output::open(None)?;
        if self.json.json {
            out.json(&serde_json::json!({
                "rows": ended.rows, "entered": ended.entered, "dry_run": self.dry_run, "errors": ended.faults_total
            }))?;
        } else if ended.faults_total == 0 {
            let key = if self.dry_run { "import-tried" } else { "import-entered" };
            out.line(tongue.tn(key, &[("rows", ended.rows.into())]))?;
        }
        out.finish()?;
        if ended.faults_total == 0 {
            return Ok(());
        }
        let total = tongue.tn("import-refused", &[("count", ended.faults_total.into())]).into_owned();
        let mut lines = ended.faults.into_iter();
        let first = Failure::plain(Status::Input, lines.next().unwrap_or_default());
        Err(lines.fold(first, Failure::and).and(total))
    }

    fn on_folder(&self, data: &Path, speaker: &Speaker, tongue: &Tongue) -> Result<Ended, Failure> {
        let source = self.open()?;
        let ground = folder::open(data, Default::default())?;
        // What a killed import left is undone first: nothing else sweeps a folder that nobody serves.
        ground.sweep()?;
        let order = Order { id: new_id(Clock::system().now()), format: self.format, dry_run: self.dry_run };
        let told = Cell::new(Instant::now());
        let progress = |progress: Progress| tell(progress, &told, tongue);
        let report = match self.what {
            Rows::Status => import_status(&folder::write::<ImportStatus>(&ground, speaker)?, source, &order, &progress),
            Rows::Alerts => import_alerts(&folder::write::<ImportAlerts>(&ground, speaker)?, source, &order, &progress),
        };
        report.map(|report| Ended::of(report, tongue)).map_err(failed)
    }

    fn on_server(&self, server: &Server) -> Result<Ended, Failure> {
        let mut path = format!("{}?dry_run={}", self.what.path(), self.dry_run);
        let kind = match self.format {
            Some(Format::Csv) => "text/csv",
            Some(Format::JsonLines) => "application/x-ndjson",
            None => "application/octet-stream",
        };
        if let Some(format) = self.format {
            path.push_str(if format == Format::Csv { "&format=csv" } else { "&format=jsonl" });
        }
        let file = File::open(&self.file).map_err(|error| self.unreadable(&error))?;
        let mut shown: ImportShown = server.send(&path, kind, file)?;
        let began = Instant::now();
        while matches!(shown.state.as_str(), "waiting" | "reading" | "comparing" | "entering") {
            if began.elapsed() > SERVER_LIMIT {
                return Err(Failure::of(Status::Fault, Said::plain("import-still-going").with("id", &shown.id)));
            }
            std::thread::sleep(ASK_EVERY);
            shown = server.get(&format!("/api/v1/imports/{}", shown.id))?;
        }
        if let Some(problem) = shown.problem {
            return Err(crate::server::refused(&problem));
        }
        let faults = shown.errors.iter().map(crate::server::placed).collect();
        let entered = if shown.state == "entered" { shown.rows.unwrap_or(0) } else { 0 };
        Ok(Ended { rows: shown.rows.unwrap_or(0), entered, faults_total: shown.errors_total.unwrap_or(0), faults })
    }

    fn open(&self) -> Result<Box<dyn BufRead>, Failure> {
        if self.file.as_os_str() == "-" {
            return Ok(Box::new(BufReader::new(std::io::stdin())));
        }
        let file = File::open(&self.file).map_err(|error| self.unreadable(&error))?;
        Ok(Box::new(BufReader::with_capacity(1 << 18, file)))
    }

    fn unreadable(&self, error: &dyn std::fmt::Display) -> Failure {
        Failure::input(Said::plain("command-unreadable").with("file", self.file.display()).with("reason", error))
    }
}

impl Ended {
    fn of(report: ImportReport, tongue: &Tongue) -> Self {
        let faults = report.faults.iter().map(|fault| crate::outcome::placed(fault, tongue)).collect();
        Ended { rows: report.rows, entered: report.entered, faults_total: report.faults_total, faults }
    }
}

fn failed(error: ImportError) -> Failure {
    match error {
        ImportError::Store(error) => error.into(),
        ImportError::Cut(error) => StoreError::from(error).into(),
        ImportError::UnderWay => Failure::of(Status::Fault, Said::plain("import-under-way")),
    }
}

/// Says on a terminal how far it has come, over the line before.
fn tell(progress: Progress, told: &Cell<Instant>, tongue: &Tongue) {
    let mut to = std::io::stderr().lock();
    if !to.is_terminal() || told.get().elapsed() < TELL_EVERY {
        return;
    }
    told.set(Instant::now());
    let (key, done, of) = match progress {
        Progress::Reading(done) => ("import-reading", done, 0),
        Progress::Comparing(done, of) => ("import-comparing", done, of),
        Progress::Entering(done, of) => ("import-entering", done, of),
    };
    // Nobody is left to be told when standard error is closed.
    let _ = write!(to, "\r\x1b[K{}", tongue.tn(key, &[("done", done.into()), ("of", of.into())]));
    let _ = to.flush();
}

fn format(text: &str) -> Result<Format, String> {
    text.parse().map_err(|_| "value-format".to_owned())
}
