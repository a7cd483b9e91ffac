//! `puebla drill`: restores a backup somewhere else, looks through it whole, throws it away, and notes what came of it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use base::access::Permit;
use base::clock::Clock;
use base::ground::Puebla;
use base::identity::totp;
use base::operation::{self, DrillReport, remember_drill};
use base::store::{House, HouseSpec, Keys, Restored, StoreError, rehearse_rebuild, restore};
use base::web::Said;
use clap::Args;
use jiff::Timestamp;
use registers::checks::{Check, Question, check};

use super::interrupted::ForNow;
use super::restore::{open, unusable};
use super::verify::read_checkpoints;
use crate::arguments::{Json, Place, Speaker};
use crate::folder;
use crate::houses::PLANS;
use crate::outcome::Failure;
use crate::output::Output;
use crate::server::At;
use crate::tongue::Tongue;

/// The arguments.
#[derive(Debug, Args)]
pub struct Drill {
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
    #[arg(long, value_name = "FILE")]
    keys: PathBuf,
    #[arg(long, value_name = "FILE")]
    checkpoint: Vec<PathBuf>,
    #[arg(long, value_name = "DIR")]
    into: Option<PathBuf>,
    #[command(flatten)]
    known: Known,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    json: Json,
}

/// A number that must be found, and the officer in whose name it is looked up in the restored folder.
#[derive(Debug, Args)]
struct Known {
    #[arg(long, value_name = "NUMBER", requires = "issuing_state", requires = "officer")]
    number: Option<String>,
    #[arg(long, value_name = "XXX", requires = "number")]
    issuing_state: Option<String>,
    #[arg(long, value_name = "USER", requires = "number")]
    officer: Option<String>,
}

/// What was looked at and how long each took, in milliseconds.
#[derive(Debug, Default, serde::Serialize)]
struct Looked {
    restore_ms: u64,
    verify_ms: u64,
    rebuild_ms: u64,
    files: u64,
    secrets: u64,
    number_found: Option<bool>,
    /// Each thing that is not as it should be.
    wrong: Vec<String>,
}

impl Drill {
    /// Does all of it; status 1 when something in the restored folder is not what was written.
    pub fn run(self, tongue: &Tongue) -> Result<(), Failure> {
        let missing = |argument: &str| Failure::usage(Said::plain("usage-missing").with("arguments", argument));
        let name = self.place.speaker.clone().ok_or_else(|| missing("--as"))?;
        let noted_at = match (&self.place.data, &self.place.server) {
            (None, None) => None,
            _ => Some(self.place.at(<operation::Drill as Permit>::PURPOSES, tongue)?),
        };
        let speaker = Speaker { speaker: name, purpose: None };
        let begun = now();
        let mut report = DrillReport::default();
        let mut looked = Looked::default();
        let done = self.practise(&speaker, &mut report, &mut looked);
        report.took_ms = since(begun);
        report.sound = done.is_ok() && looked.wrong.is_empty();
        let noted = noted_at.as_ref().map_or(Ok(()), |at| note(at, &report));
        done?;
        self.tell(&report, &looked, tongue)?;
        noted?;
        if report.sound { Ok(()) } else { Err(Failure::no()) }
    }

    /// Restores, looks, and throws away, whatever was found.
    fn practise(&self, speaker: &Speaker, report: &mut DrillReport, looked: &mut Looked) -> Result<(), Failure> {
        let keys = Keys::from_copy(&self.keys).map_err(|error| unusable(error, &self.keys))?;
        let houses: Vec<&'static HouseSpec> = PLANS.iter().map(|plan| plan.spec).collect();
        let to = self.scratch();
        let begun = now();
        let _for_now = ForNow::new(to.clone()).map_err(StoreError::from)?;
        let restored =
            restore(open(&self.from)?, &keys, &to, &houses, begun).map_err(|error| unusable(error, &self.from))?;
        looked.restore_ms = since(begun);
        self.look(&to, restored, speaker, (&mut *report, looked))
    }

    fn look(
        &self,
        at: &Path,
        restored: Restored,
        speaker: &Speaker,
        (report, looked): (&mut DrillReport, &mut Looked),
    ) -> Result<(), Failure> {
        report.backup_made_at = Some(restored.manifest.made_at);
        report.entries = restored.houses.iter().map(|(_, house)| house.entries).sum();
        report.access_log = restored.log.leaves;
        looked.files = restored.files;
        let ground = folder::open(at, Default::default())?;
        folder::write::<operation::Restore>(&ground, speaker)?;
        let begun = now();
        let verified = operation::verify(
            &folder::read::<operation::Verify>(&ground, speaker)?,
            &read_checkpoints(&self.checkpoint)?,
        )?;
        looked.wrong.extend(verified.damage);
        looked.verify_ms = since(begun);
        let begun = now();
        for plan in ground.plans {
            let mut house = House::open_alone(at, plan.spec)?;
            looked.wrong.extend(rehearse_rebuild(&mut house, plan.spec)?.changed);
        }
        looked.rebuild_ms = since(begun);
        match ground.base.read(|base| totp::open_all(base, &ground.keys)) {
            Ok(secrets) => looked.secrets = secrets,
            Err(error) => looked.wrong.push(error.to_string()),
        }
        looked.number_found = self.known.found(&ground)?;
        if looked.number_found == Some(false) {
            looked.wrong.push("--number".to_owned());
        }
        Ok(())
    }

    /// Where the folder is made: beside the backup, unless a place is named.
    fn scratch(&self) -> PathBuf {
        let name = format!("puebla-drill-{}", std::process::id());
        self.into.clone().unwrap_or_else(|| self.from.with_file_name(name))
    }

    fn tell(&self, report: &DrillReport, looked: &Looked, tongue: &Tongue) -> Result<(), Failure> {
        let mut out = Output::open(None)?;
        if self.json.json {
            out.json(&serde_json::json!({ "report": report, "looked": looked }))?;
            return out.finish();
        }
        let seconds = |ms: u64| format!("{}.{}", ms / 1000, ms % 1000 / 100);
        let made = report.backup_made_at.map(|at| at.to_string()).unwrap_or_default();
        out.line(tongue.tn("drill-made", &[("at", made.into())]))?;
        let counts = [
            ("entries", report.entries.into()),
            ("leaves", report.access_log.into()),
            ("files", looked.files.into()),
            ("secrets", looked.secrets.into()),
        ];
        out.line(tongue.tn("drill-counts", &counts))?;
        if looked.number_found == Some(true) {
            out.line(tongue.t("drill-number"))?;
        }
        let times = [
            ("restore", seconds(looked.restore_ms).into()),
            ("verify", seconds(looked.verify_ms).into()),
            ("rebuild", seconds(looked.rebuild_ms).into()),
            ("all", seconds(report.took_ms).into()),
        ];
        out.line(tongue.tn("drill-times", &times))?;
        for what in &looked.wrong {
            out.line(tongue.tn("drill-wrong", &[("what", what.as_str().into())]))?;
        }
        out.line(tongue.t(if report.sound { "drill-sound" } else { "drill-not-sound" }))?;
        if self.place.data.is_none() && self.place.server.is_none() {
            out.line(tongue.t("drill-not-noted"))?;
        }
        out.finish()
    }
}

impl Known {
    /// Answers whether the number is reported in the restored folder; none where nobody asked for one.
    fn found(&self, ground: &Arc<Puebla>) -> Result<Option<bool>, Failure> {
        let (Some(number), Some(state), Some(officer)) = (&self.number, &self.issuing_state, &self.officer) else {
            return Ok(None);
        };
        let question = Question::number(number, state, "").map_err(base::web::Refusal::Invalid)?;
        let speaker = Speaker { speaker: officer.clone(), purpose: None };
        let permitted = folder::stand::<Check>(ground, &speaker)?;
        let today = jiff::tz::TimeZone::UTC.to_datetime(ground.clock.now()).date();
        let answer = folder::wait(check(permitted, &question, today))?;
        Ok(Some(answer.verdict.code() == "report"))
    }
}

fn note(at: &At<'_>, report: &DrillReport) -> Result<(), Failure> {
    match at {
        At::Folder(data, speaker) => {
            let ground = folder::open(data, Default::default())?;
            Ok(remember_drill(&folder::write::<operation::Drill>(&ground, speaker)?, report)?)
        }
        At::Server(server) => server.tell("/api/v1/drills", report),
    }
}

fn now() -> Timestamp {
    Clock::system().now()
}

fn since(begun: Timestamp) -> u64 {
    u64::try_from(now().duration_since(begun).as_millis()).unwrap_or(0)
}
