//! `puebla export`: a State's own status entries, with status and reference and never a number.

use base::access::Permit;
use clap::Args;
use registers::status::{self, ExportFormat, ExportStatus};

use crate::arguments::{Out, Place};
use crate::folder;
use crate::outcome::Failure;
use crate::output::Output;
use crate::server::At;
use crate::tongue::Tongue;

/// The arguments.
#[derive(Debug, Args)]
pub struct Export {
    #[command(flatten)]
    place: Place,
    #[arg(long, value_name = "csv|jsonl", value_parser = format, default_value = "csv")]
    format: ExportFormat,
    #[command(flatten)]
    out: Out,
}

impl Export {
    /// Writes every entry of the speaker's own State.
    pub fn run(self, tongue: &Tongue) -> Result<(), Failure> {
        match self.place.at(ExportStatus::PURPOSES, tongue)? {
            At::Server(server) => {
                let mut out = Output::open(self.out.out.as_deref())?;
                let format = if self.format == ExportFormat::Csv { "csv" } else { "jsonl" };
                server.fetch(&format!("/api/v1/status/export?format={format}"), &mut out)?;
                out.finish()
            }
            At::Folder(data, speaker) => {
                let ground = folder::open(data, Default::default())?;
                let permitted = folder::stand::<ExportStatus>(&ground, &speaker)?;
                let own = base::access::Resource::of(permitted.caller().state, "export".to_owned());
                let reader = folder::wait(permitted.open(own))?;
                let mut out = Output::open(self.out.out.as_deref())?;
                status::export(&reader, self.format, &mut out)?;
                out.finish()
            }
        }
    }
}

fn format(text: &str) -> Result<ExportFormat, String> {
    text.parse().map_err(|_| "value-format".to_owned())
}
