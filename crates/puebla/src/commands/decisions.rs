//! `puebla export decisions`: what a meeting decided, as Akoma Ntoso, CSV or JSON.

use std::io::Write;

use base::access::Permit;
use base::web::Said;
use base::web::shell::encoded;
use base::words::Language;
use clap::{Args, ValueEnum};
use conference::language::TextLanguage;
use secretariat::decisions::{DecisionsFormat, ExportDecisions, export_decisions};

use crate::arguments::{Out, Place};
use crate::folder;
use crate::outcome::Failure;
use crate::output::Output;
use crate::server::At;
use crate::tongue::Tongue;

/// The arguments.
#[derive(Debug, Args)]
pub struct Decisions {
    #[arg(long, value_name = "SYMBOL")]
    meeting: String,
    #[arg(long, value_name = "akn|csv|json")]
    format: Written,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    out: Out,
}

/// How the copy is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Written {
    /// Akoma Ntoso 3.0.
    Akn,
    /// A row a decision.
    Csv,
    /// An object a decision.
    Json,
}

impl Decisions {
    /// Writes the decisions of the meeting.
    ///
    /// Errors: status 3 where the meeting is not known or nothing was decided in that language.
    pub fn run(self, tongue: &Tongue) -> Result<(), Failure> {
        // Akoma Ntoso is in one language: the one in which the command speaks, where there is such a text.
        let language = match tongue.language {
            Language::Es => TextLanguage::Spanish,
            Language::En | Language::Fr => TextLanguage::English,
        };
        match self.place.at(<ExportDecisions as Permit>::PURPOSES, tongue)? {
            At::Folder(data, speaker) => {
                let ground = folder::open(data, Default::default())?;
                let reader = folder::read::<ExportDecisions>(&ground, &speaker)?;
                let format = match self.format {
                    Written::Akn => DecisionsFormat::Akn(language),
                    Written::Csv => DecisionsFormat::Csv,
                    Written::Json => DecisionsFormat::Json,
                };
                let unknown = || Failure::input(Said::plain("decisions-fault-meeting-unknown"));
                let meeting = self.meeting.parse().map_err(|_| unknown())?;
                let text = export_decisions(&reader, &meeting, format)?;
                let mut out = Output::open(self.out.out.as_deref())?;
                out.write_all(text.as_bytes()).map_err(base::store::StoreError::from)?;
                out.finish()
            }
            At::Server(server) => {
                let mut out = Output::open(self.out.out.as_deref())?;
                let format = match self.format {
                    Written::Akn => "akn",
                    Written::Csv => "csv",
                    Written::Json => "json",
                };
                let (meeting, language) = (encoded(&self.meeting), language.two_letters());
                server.fetch(
                    &format!("/api/v1/decisions/export?meeting={meeting}&format={format}&language={language}"),
                    &mut out,
                )?;
                out.finish()
            }
        }
    }
}
