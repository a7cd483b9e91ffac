//! `puebla backup`: everything but the keys into one tar; the keys apart.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use base::operation;
use base::web::Said;
use clap::Args;

use crate::arguments::{Out, Place, Speaker};
use crate::folder;
use crate::outcome::Failure;
use crate::output::Output;
use crate::server::At;
use crate::tongue::Tongue;

/// The arguments.
#[derive(Debug, Args)]
pub struct Backup {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    out: Out,
    #[arg(long, value_name = "FILE", conflicts_with = "server")]
    keys: Option<PathBuf>,
}

impl Backup {
    /// Writes the tar, and the keys where they are asked for.
    pub fn run(self, tongue: &Tongue) -> Result<(), Failure> {
        let to = self.out.out.as_deref();
        let only_keys = to.is_none() && self.keys.is_some();
        if to.is_none() && !only_keys && std::io::stdout().is_terminal() {
            return Err(Failure::usage(Said::plain("usage-missing").with("arguments", "--out")));
        }
        match self.place.at(<operation::Backup as base::access::Permit>::PURPOSES, tongue)? {
            At::Folder(data, speaker) => on_folder(data, &speaker, to, self.keys.as_deref(), only_keys),
            At::Server(server) => {
                let mut out = Output::open(to)?;
                server.download("/api/v1/backups", &mut out)?;
                out.finish()
            }
        }
    }
}

fn on_folder(
    data: &Path,
    speaker: &Speaker,
    to: Option<&Path>,
    keys: Option<&Path>,
    only_keys: bool,
) -> Result<(), Failure> {
    let ground = folder::open(data, Default::default())?;
    let writer = folder::write::<operation::Backup>(&ground, speaker)?;
    if let Some(keys) = keys {
        ground.keys.copy_to(keys)?;
    }
    if only_keys {
        return Ok(());
    }
    let mut out = Output::open(to)?;
    let copy = operation::prepare_backup(&writer)?;
    operation::write_backup(&writer, &copy, &mut out)?;
    out.finish()
}
