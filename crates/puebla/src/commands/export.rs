//! `puebla export`: what one's own State says of its documents, as status and reference; never a number.
//! The decisions of a meeting have a command of their own below it.

use base::access::Permit;
use clap::{Args, Subcommand, ValueEnum};
use registers::status::{ExportFormat, ExportStatus, export};

use super::calendar::Calendar;
use super::decisions::Decisions;
use crate::arguments::{Out, Place};
use crate::folder;
use crate::outcome::Failure;
use crate::output::Output;
use crate::server::At;
use crate::tongue::Tongue;

/// The arguments.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Export {
    #[command(subcommand)]
    other: Option<Other>,
    #[arg(long, value_name = "csv|jsonl", default_value = "csv")]
    format: Written,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    out: Out,
}

/// What else leaves the house.
#[derive(Debug, Subcommand)]
enum Other {
    /// What a meeting decided.
    Decisions(Decisions),
    /// Meetings, and what a delegation owes.
    Calendar(Calendar),
}

/// How the copy is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Written {
    /// With a header row.
    Csv,
    /// One object a line.
    Jsonl,
}

impl Export {
    /// Writes every entry of the State of whoever asks.
    pub fn run(mut self, tongue: &Tongue) -> Result<(), Failure> {
        match self.other.take() {
            Some(Other::Decisions(decisions)) => return decisions.run(tongue),
            Some(Other::Calendar(calendar)) => return calendar.run(tongue),
            None => {}
        }
        let at = self.place.at(<ExportStatus as Permit>::PURPOSES, tongue)?;
        match at {
            At::Folder(data, speaker) => {
                let ground = folder::open(data, Default::default())?;
                let reader = folder::read::<ExportStatus>(&ground, &speaker)?;
                let mut out = Output::open(self.out.out.as_deref())?;
                let format = match self.format {
                    Written::Csv => ExportFormat::Csv,
                    Written::Jsonl => ExportFormat::JsonLines,
                };
                export(&reader, format, &mut out)?;
                out.finish()
            }
            At::Server(server) => {
                let mut out = Output::open(self.out.out.as_deref())?;
                let format = match self.format {
                    Written::Csv => "csv",
                    Written::Jsonl => "jsonl",
                };
                server.fetch(&format!("/api/v1/status/export?format={format}"), &mut out)?;
                out.finish()
            }
        }
    }
}
