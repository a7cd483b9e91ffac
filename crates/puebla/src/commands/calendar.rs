//! `puebla export calendar`: meetings, and what a delegation owes, for programs that hold one's days.

use std::io::Write;

use base::access::Permit;
use base::web::Said;
use base::web::shell::encoded;
use clap::Args;
use secretariat::today::{TakeCalendar, calendar};

use crate::arguments::{Out, Place};
use crate::folder;
use crate::outcome::Failure;
use crate::output::Output;
use crate::server::At;
use crate::tongue::Tongue;

/// The arguments.
#[derive(Debug, Args)]
pub struct Calendar {
    #[arg(long, value_name = "XXX")]
    delegation: String,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    out: Out,
}

impl Calendar {
    /// Writes the calendar of the delegation.
    ///
    /// Errors: status 3 where there is no such party, or it is another than that of whoever asks, who does not coordinate.
    pub fn run(self, tongue: &Tongue) -> Result<(), Failure> {
        match self.place.at(<TakeCalendar as Permit>::PURPOSES, tongue)? {
            At::Folder(data, speaker) => {
                let unknown = || Failure::input(Said::plain("today-fault-delegation"));
                let party = self.delegation.parse().map_err(|_| unknown())?;
                let ground = folder::open(data, Default::default())?;
                let reader = folder::read::<TakeCalendar>(&ground, &speaker)?;
                let text = calendar(&reader, party, tongue.language)?;
                let mut out = Output::open(self.out.out.as_deref())?;
                out.write_all(text.as_bytes()).map_err(base::store::StoreError::from)?;
                out.finish()
            }
            At::Server(server) => {
                let (party, language) = (encoded(&self.delegation), tongue.language.tag());
                let mut out = Output::open(self.out.out.as_deref())?;
                server.fetch(&format!("/api/v1/today/calendar?delegation={party}&language={language}"), &mut out)?;
                out.finish()
            }
        }
    }
}
