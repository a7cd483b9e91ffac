//! `puebla rebuild`: make every table again from the journal.

use base::operation;
use base::store::{House, Rebuilt, rebuild, rehearse_rebuild};
use clap::Args;
use serde::Serialize;

use crate::arguments::{Json, OnFolder, Speaker};
use crate::folder;
use crate::outcome::Failure;
use crate::output::Output;
use crate::tongue::Tongue;

/// The arguments.
#[derive(Debug, Args)]
pub struct Rebuild {
    #[command(flatten)]
    folder: OnFolder,
    #[command(flatten)]
    speaker: Speaker,
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    json: Json,
}

/// What came of one house.
#[derive(Debug, Serialize)]
struct Made {
    house: &'static str,
    entries: u64,
    destroyed: u64,
    changed: Vec<String>,
}

impl Rebuild {
    /// Rebuilds every house, or tries it and changes nothing; status 1 when a trial differs from what is there.
    pub fn run(self, tongue: &Tongue) -> Result<(), Failure> {
        let ground = folder::open(&self.folder.data, Default::default())?;
        folder::write::<operation::Rebuild>(&ground, &self.speaker)?;
        let mut out = Output::open(None)?;
        let mut differs = false;
        for plan in ground.plans {
            let mut house = House::open_alone(ground.folder.path(), plan.spec)?;
            let made =
                if self.check { rehearse_rebuild(&mut house, plan.spec)? } else { rebuild(&mut house, plan.spec)? };
            differs |= !made.changed.is_empty();
            tell(&mut out, plan.spec.name, made, self.json, tongue)?;
        }
        out.finish()?;
        if self.check && differs { Err(Failure::no()) } else { Ok(()) }
    }
}

fn tell(out: &mut Output, house: &'static str, made: Rebuilt, json: Json, tongue: &Tongue) -> Result<(), Failure> {
    if json.json {
        return out.json(&Made { house, entries: made.entries, destroyed: made.destroyed, changed: made.changed });
    }
    let counts = [("house", house.into()), ("entries", made.entries.into()), ("destroyed", made.destroyed.into())];
    out.line(tongue.tn("rebuild-house", &counts))?;
    match made.changed.as_slice() {
        [] => out.line(tongue.t("rebuild-same")),
        changed => out.line(tongue.tn("rebuild-changed", &[("tables", changed.join(", ").into())])),
    }
}
