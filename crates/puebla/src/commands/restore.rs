//! `puebla restore`: a data folder from a backup and its keys.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

use base::clock::Clock;
use base::operation;
use base::store::{HouseSpec, Keys, Restored, StoreError, restore, take_back};
use base::web::Said;
use clap::Args;
use serde_json::json;

use crate::arguments::{Json, Speaker};
use crate::folder;
use crate::houses::PLANS;
use crate::outcome::{Failure, Status};
use crate::output::Output;
use crate::tongue::Tongue;

/// The arguments.
#[derive(Debug, Args)]
pub struct Restore {
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
    #[arg(long, value_name = "FILE")]
    keys: PathBuf,
    #[arg(long, value_name = "DIR")]
    to: PathBuf,
    #[command(flatten)]
    speaker: Speaker,
    #[command(flatten)]
    json: Json,
}

impl Restore {
    /// Restores, verifies, and says what was restored. Status 3 when the backup is not what was made.
    pub fn run(self, tongue: &Tongue) -> Result<(), Failure> {
        let keys = Keys::from_copy(&self.keys).map_err(|error| unusable(error, &self.keys))?;
        let houses: Vec<&'static HouseSpec> = PLANS.iter().map(|plan| plan.spec).collect();
        let restored = restore(open(&self.from)?, &keys, &self.to, &houses, Clock::system().now())
            .map_err(|error| unusable(error, &self.from))?;
        // The people who may do this are known only now; what somebody else restored goes again.
        let noted = folder::open(&self.to, Default::default())
            .and_then(|ground| folder::write::<operation::Restore>(&ground, &self.speaker).map(drop));
        if let Err(refused) = noted {
            take_back(&self.to, restored.made);
            return Err(refused);
        }
        let mut out = Output::open(None)?;
        self.tell(&mut out, &restored, tongue)?;
        out.finish()
    }

    fn tell(&self, out: &mut Output, restored: &Restored, tongue: &Tongue) -> Result<(), Failure> {
        let made = &restored.manifest;
        let entries: u64 = restored.houses.iter().map(|(_, house)| house.entries).sum();
        if self.json.json {
            return out.json(&json!({
                "folder": self.to, "process": made.process, "made_at": made.made_at, "release": made.release,
                "entries": entries, "access_log": restored.log.leaves, "files": restored.files,
            }));
        }
        out.line(tongue.tn(
            "restore-done",
            &[
                ("folder", self.to.display().to_string().into()),
                ("process", made.process.as_str().into()),
                ("at", made.made_at.to_string().into()),
                ("release", made.release.as_str().into()),
            ],
        ))?;
        out.line(tongue.tn(
            "restore-counts",
            &[("entries", entries.into()), ("leaves", restored.log.leaves.into()), ("files", restored.files.into())],
        ))?;
        out.line(tongue.t("restore-next"))
    }
}

pub(super) fn open(from: &Path) -> Result<Box<dyn Read>, Failure> {
    if from.as_os_str() == "-" {
        return Ok(Box::new(std::io::stdin().lock()));
    }
    let file = File::open(from).map_err(|error| {
        Failure::input(Said::plain("command-unreadable").with("file", from.display()).with("reason", error))
    })?;
    Ok(Box::new(BufReader::with_capacity(1 << 16, file)))
}

/// Damage is in what was given here, not in a folder.
pub(super) fn unusable(error: StoreError, file: &Path) -> Failure {
    match error {
        StoreError::Damaged(what) | StoreError::Missing(what) => {
            let said = Said::plain("restore-unusable").with("file", file.display()).with("what", what);
            Failure::of(Status::Input, said)
        }
        StoreError::WrongKey(key) => Failure::of(Status::Input, Said::plain("restore-wrong-key").with("key", key)),
        StoreError::LaterKey { key, since } => {
            Failure::input(Said::plain("restore-later-key").with("key", key).with("since", since))
        }
        StoreError::EarlierKey { key, until } => {
            Failure::input(Said::plain("restore-earlier-key").with("key", key).with("until", until))
        }
        other => other.into(),
    }
}
