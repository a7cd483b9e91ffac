//! `puebla verify`: recompute everything, on a folder or on a server.

use std::path::{Path, PathBuf};

use base::operation::{self, Verification, VerifyRequest};
use base::store::StoreError;
use base::web::Said;
use clap::Args;

use crate::arguments::{Json, Place, Speaker};
use crate::folder;
use crate::outcome::Failure;
use crate::output::Output;
use crate::server::At;
use crate::tongue::Tongue;

/// The arguments.
#[derive(Debug, Args)]
pub struct Verify {
    #[command(flatten)]
    place: Place,
    #[arg(long, value_name = "FILE")]
    checkpoint: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    write_checkpoint: Option<PathBuf>,
    #[command(flatten)]
    json: Json,
}

impl Verify {
    /// Verifies, prints what was found, and ends with status 1 when anything is damaged.
    pub fn run(self, tongue: &Tongue) -> Result<(), Failure> {
        let kept = read_checkpoints(&self.checkpoint)?;
        let permit = <operation::Verify as base::access::Permit>::PURPOSES;
        let found = match self.place.at(permit, tongue)? {
            At::Folder(data, speaker) => on_folder(data, &speaker, &kept)?,
            At::Server(server) => server.ask_for_much("/api/v1/verifications", &VerifyRequest { checkpoint: kept })?,
        };
        let mut out = Output::open(None)?;
        if self.json.json {
            out.json(&found)?
        } else {
            tell(&mut out, &found, tongue)?
        }
        out.finish()?;
        if !found.sound {
            return Err(Failure::no());
        }
        if let Some(to) = &self.write_checkpoint {
            let mut file = Output::open(Some(to))?;
            std::io::Write::write_all(&mut file, found.checkpoint.as_bytes()).map_err(|error| file.fault(&error))?;
            file.finish()?;
        }
        Ok(())
    }
}

/// Reads the checkpoints that were kept.
pub(super) fn read_checkpoints(files: &[PathBuf]) -> Result<String, Failure> {
    let read = |file: &PathBuf| {
        std::fs::read_to_string(file).map_err(|error| {
            Failure::input(Said::plain("command-unreadable").with("file", file.display()).with("reason", error))
        })
    };
    files.iter().map(read).collect()
}

/// A folder so damaged that it does not open is an answer too.
fn on_folder(data: &Path, speaker: &Speaker, kept: &str) -> Result<Verification, Failure> {
    let opened =
        base::ground::Puebla::open(data, crate::houses::PLANS, base::clock::Clock::system(), Default::default());
    let ground = match opened {
        Err(StoreError::Damaged(what)) => return Ok(Verification { damage: vec![what], ..Verification::default() }),
        opened => opened?,
    };
    let reader = folder::read::<operation::Verify>(&ground, speaker)?;
    Ok(operation::verify(&reader, kept)?)
}

fn tell(out: &mut Output, found: &Verification, tongue: &Tongue) -> Result<(), Failure> {
    if let Some(log) = &found.access_log {
        let counts =
            [("leaves", log.leaves.into()), ("details", log.details.into()), ("head", log.head.as_str().into())];
        out.line(tongue.tn("verify-log", &counts))?;
    }
    for house in &found.houses {
        let counts = [
            ("house", house.house.as_str().into()),
            ("entries", house.entries.into()),
            ("destroyed", house.destroyed.into()),
            ("series", house.series.into()),
            ("root", house.root.as_str().into()),
        ];
        out.line(tongue.tn("verify-house", &counts))?;
    }
    if found.access_log.is_some() {
        let counts = [("count", found.files.count.into()), ("kilobytes", found.files.size_bytes.div_ceil(1024).into())];
        out.line(tongue.tn("verify-files", &counts))?;
    }
    for what in &found.damage {
        out.line(tongue.tn("verify-damage", &[("what", what.as_str().into())]))?;
    }
    out.line(if found.sound { tongue.t("verify-sound") } else { tongue.t("verify-not-sound") })
}
