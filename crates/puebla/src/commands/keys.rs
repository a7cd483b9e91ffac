//! `puebla keys`: what is known of the folder's keys, another one in the place of one, the end of an old one.

use base::operation::{self, KeyFound, destroy_key, rotate_key, show_keys};
use base::store::KeyName;
use base::web::Said;
use clap::{Args, Subcommand, ValueEnum};
use jiff::Timestamp;

use crate::arguments::{Json, OnFolder, Speaker};
use crate::demo;
use crate::folder;
use crate::outcome::{Failure, Status};
use crate::output::Output;
use crate::tongue::Tongue;

/// The arguments.
#[derive(Debug, Args)]
pub struct Keys {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, Subcommand)]
enum Act {
    Show(Show),
    Rotate(Rotate),
    Destroy(Destroy),
}

/// The arguments of `show`.
#[derive(Debug, Args)]
struct Show {
    #[command(flatten)]
    folder: OnFolder,
    #[command(flatten)]
    speaker: Speaker,
    #[command(flatten)]
    json: Json,
}

/// The arguments of `rotate`.
#[derive(Debug, Args)]
struct Rotate {
    #[arg(value_name = "numbers|secrets|checkpoint")]
    key: Which,
    #[command(flatten)]
    folder: OnFolder,
    #[command(flatten)]
    speaker: Speaker,
}

/// The arguments of `destroy`.
#[derive(Debug, Args)]
struct Destroy {
    #[arg(long, value_name = "EPOCH")]
    epoch: u32,
    #[command(flatten)]
    folder: OnFolder,
    #[command(flatten)]
    speaker: Speaker,
}

/// A key, as it is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Which {
    Numbers,
    Secrets,
    Checkpoint,
}

impl Which {
    const fn key(self) -> KeyName {
        match self {
            Which::Numbers => KeyName::Numbers,
            Which::Secrets => KeyName::Secrets,
            Which::Checkpoint => KeyName::Checkpoint,
        }
    }
}

impl Keys {
    /// Shows, rotates or destroys.
    pub fn run(self, tongue: &Tongue) -> Result<(), Failure> {
        match self.act {
            Act::Show(show) => show.run(tongue),
            Act::Rotate(rotate) => rotate.run(tongue),
            Act::Destroy(destroy) => destroy.run(tongue),
        }
    }
}

impl Show {
    fn run(self, tongue: &Tongue) -> Result<(), Failure> {
        let ground = folder::open(&self.folder.data, Default::default())?;
        let reader = folder::read::<operation::Overview>(&ground, &self.speaker)?;
        let mut out = Output::open(None)?;
        for key in show_keys(&reader)? {
            if self.json.json { out.json(&key)? } else { tell(&mut out, &key, tongue)? }
        }
        out.finish()
    }
}

fn tell(out: &mut Output, key: &KeyFound, tongue: &Tongue) -> Result<(), Failure> {
    let since = key.since.as_ref().map_or_else(|| tongue.t("keys-since-made").into_owned(), Timestamp::to_string);
    let named = [("key", key.key.into()), ("epoch", key.epoch.into()), ("since", since.into())];
    out.line(tongue.tn("keys-in-force", &named))?;
    out.line(format!("  {}", key.fingerprint))?;
    for old in &key.before {
        let until = old.until.to_string();
        out.line(tongue.tn("keys-before", &[("epoch", old.epoch.into()), ("until", until.into())]))?;
        out.line(format!("  {}", old.fingerprint))?;
        if let Some(vouched) = &old.vouched {
            out.line(tongue.tn("keys-vouched", &[("signature", vouched.as_str().into())]))?;
        }
        match &old.destroyed_at {
            Some(at) => out.line(tongue.tn("keys-destroyed-on", &[("at", at.to_string().into())]))?,
            None if old.resting.is_empty() => out.line(tongue.t("keys-rests-nothing"))?,
            None => {}
        }
        for (state, count) in &old.resting {
            out.line(tongue.tn("keys-rests", &[("state", state.as_str().into()), ("count", (*count).into())]))?;
        }
    }
    Ok(())
}

impl Rotate {
    fn run(self, tongue: &Tongue) -> Result<(), Failure> {
        let data = &self.folder.data;
        if self.key == Which::Secrets && demo::is_one(data) {
            // Its guide tells everybody's codes, which come from this key.
            return Err(Failure::of(Status::Place, Said::plain("keys-demonstration")));
        }
        let ground = folder::open(data, Default::default())?;
        let writer = folder::write::<operation::RotateKeys>(&ground, &self.speaker)?;
        let anew = rotate_key(&writer, self.key.key())?;
        let mut out = Output::open(None)?;
        out.line(tongue.tn("keys-rotated", &[("key", self.key.key().file().into())]))?;
        out.line(tongue.t(match self.key {
            Which::Numbers => "keys-rotated-numbers",
            Which::Secrets => "keys-rotated-secrets",
            Which::Checkpoint => "keys-rotated-checkpoint",
        }))?;
        if self.key == Which::Secrets {
            let counted = [("codes", anew.codes.into()), ("roots", anew.roots.into())];
            out.line(tongue.tn("keys-sealed-anew", &counted))?;
        }
        out.line(tongue.t("keys-copy-again"))?;
        out.finish()
    }
}

impl Destroy {
    fn run(self, tongue: &Tongue) -> Result<(), Failure> {
        let ground = folder::open(&self.folder.data, Default::default())?;
        let writer = folder::write::<operation::RotateKeys>(&ground, &self.speaker)?;
        let resting = destroy_key(&writer, self.epoch)?;
        if resting.is_empty() {
            let mut out = Output::open(None)?;
            out.line(tongue.tn("keys-destroyed", &[("epoch", self.epoch.into())]))?;
            out.line(tongue.t("keys-copy-again"))?;
            return out.finish();
        }
        let still = Failure::of(Status::No, Said::plain("keys-still-rests").with("epoch", self.epoch));
        Err(resting.into_iter().fold(still, |failure, (state, count)| {
            failure.and_said(Said::plain("keys-rests").with("state", state).with("count", count))
        }))
    }
}
