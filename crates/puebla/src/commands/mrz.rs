//! `puebla mrz`: read machine-readable zones, without a folder and without a register.
//!
//! The JSON is the contract of `docs/formats/zone.md`.

use std::fs::File;
use std::io::Read;
use std::path::PathBuf;

use base::clock::Clock;
use base::web::Said;
use clap::Args;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use registers::checks::zone::{Arithmetic, Splitter, Unreadable, Zone, read};
use serde_json::json;

use crate::arguments::{Json, Out, day};
use crate::outcome::Failure;
use crate::output::Output;
use crate::tongue::Tongue;

/// The arguments.
#[derive(Debug, Args)]
pub struct Mrz {
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    on: Option<Date>,
    #[command(flatten)]
    json: Json,
    #[command(flatten)]
    out: Out,
}

impl Mrz {
    /// Reads every zone; status 1 when one was unreadable or does not add up.
    pub fn run(self, tongue: &Tongue) -> Result<(), Failure> {
        let on = self.on.unwrap_or_else(|| TimeZone::system().to_datetime(Clock::system().now()).date());
        let mut out = Output::open(self.out.out.as_deref())?;
        let mut all_valid = true;
        let mut number = 0;
        self.each(|text| {
            number += 1;
            let zone = read(&text, on);
            all_valid &= zone.as_ref().is_ok_and(|zone| zone.arithmetic == Arithmetic::Valid);
            match (self.json.json, zone) {
                (true, Ok(zone)) => out.json(&zone),
                (true, Err(error)) => out.json(&json!({ "error": error })),
                (false, Ok(zone)) => tell(&mut out, number, &zone, tongue),
                (false, Err(error)) => tell_unreadable(&mut out, number, &error, tongue),
            }
        })?;
        out.finish()?;
        if all_valid { Ok(()) } else { Err(Failure::no()) }
    }

    /// Calls `take` with each zone of the input, in its order, while the input is being read.
    fn each(&self, mut take: impl FnMut(String) -> Result<(), Failure>) -> Result<(), Failure> {
        let shown = self.file.as_ref().map_or_else(|| "-".to_owned(), |file| file.display().to_string());
        let unreadable = |error: std::io::Error| {
            Failure::input(Said::plain("command-unreadable").with("file", &shown).with("reason", error))
        };
        let mut input: Box<dyn Read> = match &self.file {
            Some(file) if file.as_os_str() != "-" => Box::new(File::open(file).map_err(unreadable)?),
            _ => Box::new(std::io::stdin().lock()),
        };
        let (mut splitter, mut buffer) = (Splitter::default(), vec![0; 1 << 16]);
        loop {
            match input.read(&mut buffer) {
                Ok(0) => break,
                Ok(read) => splitter.push(&buffer[..read]).into_iter().try_for_each(&mut take)?,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Err(unreadable(error)),
            }
        }
        splitter.finish().map_or(Ok(()), take)
    }
}

fn tell(out: &mut Output, number: u64, zone: &Zone, tongue: &Tongue) -> Result<(), Failure> {
    let arithmetic = match zone.arithmetic {
        Arithmetic::Valid => tongue.t("mrz-agrees"),
        Arithmetic::Invalid => tongue.t("mrz-disagrees"),
    };
    let head = [("number", number.into()), ("format", zone.format.code().into()), ("arithmetic", arithmetic.into())];
    out.line(tongue.tn("mrz-zone", &head))?;
    zone.lines.iter().try_for_each(|line| out.line(format!("    {line}")))?;
    for check in &zone.checks {
        let field = tongue.t(check.field.key());
        let line = if check.ok {
            tongue.tn("mrz-digit-agrees", &[("field", field.into()), ("digit", check.digit.to_string().into())])
        } else {
            tongue.tn(
                "mrz-digit-disagrees",
                &[
                    ("field", field.into()),
                    ("digit", check.digit.to_string().into()),
                    ("expected", check.expected.to_string().into()),
                    ("line", check.line.into()),
                    ("from", check.from.into()),
                    ("to", check.to.into()),
                ],
            )
        };
        out.line(format!("  {line}"))?;
    }
    for finding in &zone.findings {
        out.line(format!("  {}: {}", tongue.t(finding.field.key()), tongue.t(finding.code.key())))?;
    }
    let uncovered: Vec<_> = zone.uncovered.iter().map(|uncovered| tongue.t(uncovered.field.key())).collect();
    if !uncovered.is_empty() {
        out.line(format!("  {}", tongue.tn("mrz-uncovered", &[("fields", uncovered.join(", ").into())])))?;
    }
    Ok(())
}

fn tell_unreadable(out: &mut Output, number: u64, error: &Unreadable, tongue: &Tongue) -> Result<(), Failure> {
    let places = [
        ("line", error.line.unwrap_or_default().into()),
        ("column", error.column.unwrap_or_default().into()),
        ("found", error.found.into()),
        ("character", error.shown_character().into()),
    ];
    let message = tongue.tn(error.code.key(), &places);
    out.line(tongue.tn("mrz-unreadable", &[("number", number.into()), ("message", message.into())]))
}
