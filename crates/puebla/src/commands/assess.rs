//! `puebla assess`: the assessment of the effects on data protection, of what is in force in a folder or on a server.

use std::io::Write;

use base::access::Permit;
use clap::{Args, ValueEnum};
use registers::assessment::{ShowAssessment, Written, written};

use crate::arguments::{Out, Place};
use crate::folder;
use crate::outcome::Failure;
use crate::output::Output;
use crate::server::At;
use crate::tongue::Tongue;

/// The arguments.
#[derive(Debug, Args)]
pub struct Assess {
    #[arg(long, value_name = "markdown|html", default_value = "markdown")]
    format: Form,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    out: Out,
}

/// How it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For files.
    Markdown,
    /// A page that stands alone.
    Html,
}

impl Assess {
    /// Writes the document in the language of whoever asks.
    pub fn run(self, tongue: &Tongue) -> Result<(), Failure> {
        match self.place.at(<ShowAssessment as Permit>::PURPOSES, tongue)? {
            At::Folder(data, speaker) => {
                let ground = folder::open(data, Default::default())?;
                let reader = folder::read::<ShowAssessment>(&ground, &speaker)?;
                let format = match self.format {
                    Form::Markdown => Written::Markdown,
                    Form::Html => Written::Html,
                };
                let text = written(&reader, tongue.language, format)?;
                let mut out = Output::open(self.out.out.as_deref())?;
                out.write_all(text.as_bytes()).map_err(|error| out.fault(&error))?;
                out.finish()
            }
            At::Server(server) => {
                let format = match self.format {
                    Form::Markdown => "markdown",
                    Form::Html => "html",
                };
                let mut out = Output::open(self.out.out.as_deref())?;
                let language = tongue.language.tag();
                server.fetch(&format!("/api/v1/assessment?format={format}&language={language}"), &mut out)?;
                out.finish()
            }
        }
    }
}
