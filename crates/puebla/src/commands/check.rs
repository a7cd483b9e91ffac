//! `puebla check`: the border check from a command line, on a folder or through a server.
//!
//! The JSON is that of the API: `docs/formats/check.md`.

use std::io::Read;
use std::path::PathBuf;

use base::access::Permit;
use base::clock::Clock;
use base::web::Said;
use clap::Args;
use jiff::civil::Date;
use registers::checks::{self, CheckRequest};
use serde_json::Value;

use crate::arguments::{Json, Out, Place, day};
use crate::folder;
use crate::outcome::{Failure, Status};
use crate::output::Output;
use crate::server::At;
use crate::tongue::Tongue;

/// More than any zone: what is longer is refused by the reader of zones, not cut short here.
const INPUT_LIMIT_BYTES: u64 = 64 * 1024;

/// The arguments.
#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    place: Place,
    #[arg(value_name = "FILE", conflicts_with = "number")]
    file: Option<PathBuf>,
    #[arg(long, value_name = "NUMBER", requires = "state")]
    number: Option<String>,
    #[arg(long, value_name = "XXX", requires = "number")]
    state: Option<String>,
    #[arg(long, value_name = "KIND", requires = "number")]
    kind: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    on: Option<Date>,
    #[command(flatten)]
    json: Json,
    #[command(flatten)]
    out: Out,
}

impl Check {
    /// Answers one question; a report is an answer like any other, so the status is 0.
    pub fn run(self, tongue: &Tongue) -> Result<(), Failure> {
        let asked = self.request()?;
        let answer: Value = match self.place.at(checks::Check::PURPOSES, tongue)? {
            At::Server(server) => server.ask("/api/v1/checks", &asked)?,
            At::Folder(data, speaker) => {
                let ground = folder::open(data, Default::default())?;
                let permitted = folder::stand::<checks::Check>(&ground, &speaker)?;
                let on = self.on.unwrap_or_else(|| checks::today(permitted.caller(), Clock::system().now()));
                let question = asked.question().map_err(base::web::Refusal::Invalid)?;
                let answer = folder::wait(checks::check(permitted, &question, on))?;
                serde_json::to_value(&answer)
                    .map_err(|error| Failure::of(Status::Fault, Said::plain("command-fault").with("reason", error)))?
            }
        };
        let mut out = Output::open(self.out.out.as_deref())?;
        if self.json.json {
            out.json(&answer)?
        } else {
            tell(&mut out, &answer, tongue)?
        }
        out.finish()
    }

    fn request(&self) -> Result<CheckRequest, Failure> {
        let asked = CheckRequest {
            number: self.number.clone(),
            issuing_state: self.state.clone(),
            kind: self.kind.clone(),
            on: self.on,
            ..CheckRequest::default()
        };
        if self.number.is_some() {
            return Ok(asked);
        }
        let shown = self.file.as_ref().map_or_else(|| "-".to_owned(), |file| file.display().to_string());
        let unreadable = |reason: &dyn std::fmt::Display| {
            Failure::input(Said::plain("command-unreadable").with("file", &shown).with("reason", reason))
        };
        let input: Box<dyn Read> = match &self.file {
            Some(file) if file.as_os_str() != "-" => {
                Box::new(std::fs::File::open(file).map_err(|error| unreadable(&error))?)
            }
            _ => Box::new(std::io::stdin().lock()),
        };
        let mut zone = String::new();
        input.take(INPUT_LIMIT_BYTES).read_to_string(&mut zone).map_err(|error| unreadable(&error))?;
        Ok(CheckRequest { zone: Some(zone), ..asked })
    }
}

/// Says the verdict and what was found, in a line each; `--json` says everything.
fn tell(out: &mut Output, answer: &Value, tongue: &Tongue) -> Result<(), Failure> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let verdict = text(&answer["verdict"]).replace('_', "-");
    out.line(tongue.t(&format!("checks-band-{verdict}")))?;
    for hit in answer["status"].as_array().into_iter().flatten() {
        let status = text(&hit["status"]).replace('_', "-");
        let status = tongue.t(&format!("status-kind-{status}")).into_owned();
        out.line(format!("  {}: {status} ({})", text(&hit["issuing_state"]), text(&hit["reference"])))?;
    }
    for alert in answer["alerts"].as_array().into_iter().flatten() {
        out.line(format!("  {} ({})", text(&alert["reference"]), text(&alert["reported_by"])))?;
    }
    let findings = answer["zone"]["checks"].as_array().into_iter().flatten();
    for check in findings.filter(|check| check["ok"] == Value::Bool(false)) {
        let places = [("field", text(&check["field"]).into()), ("digit", text(&check["digit"]).into())];
        out.line(format!("  {}", tongue.tn("check-digit-fails", &places)))?;
    }
    Ok(())
}
