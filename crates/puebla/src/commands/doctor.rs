//! `puebla doctor`: says what is wrong and what to do, and changes nothing.

use std::path::PathBuf;

use base::words::Value;
use clap::Args;
use serde_json::json;

use crate::arguments::Json;
use crate::doctor::{Asked, Eyes, Finding, Severity, examine};
use crate::outcome::{Failure, Status};
use crate::output::Output;
use crate::tongue::Tongue;

/// The arguments.
#[derive(Debug, Args)]
#[group(skip)]
pub struct Doctor {
    #[arg(long, value_name = "DIR", env = "PUEBLA_DATA", hide_env = true, required_unless_present_any = ["server", "certificate"])]
    data: Option<PathBuf>,
    #[arg(long, value_name = "URL", env = "PUEBLA_SERVER", hide_env = true)]
    server: Option<String>,
    #[arg(long, value_name = "FILE", requires = "server")]
    authority: Option<PathBuf>,
    #[arg(long)]
    thorough: bool,
    #[arg(long, value_name = "PEM", requires = "key")]
    certificate: Option<PathBuf>,
    #[arg(long, value_name = "PEM", requires = "certificate")]
    key: Option<PathBuf>,
    #[arg(long, value_name = "HOST")]
    host: Option<String>,
    #[command(flatten)]
    json: Json,
}

impl Doctor {
    /// Examines, says what was found, and ends with 0 where nothing is to be done.
    pub fn run(self, tongue: &Tongue) -> Result<(), Failure> {
        let asked = Asked {
            data: self.data,
            thorough: self.thorough,
            certificate: self.certificate.zip(self.key),
            host: self.host,
            server: self.server,
            authority: self.authority,
        };
        let found = examine(&asked, &Eyes::open(), base::clock::Clock::system().now());
        let mut out = Output::open(None)?;
        for finding in &found {
            if self.json.json {
                out.json(&as_json(finding, tongue))?;
            } else {
                lines(finding, tongue).into_iter().try_for_each(|line| out.line(line))?;
            }
        }
        let to_do = found.iter().filter(|finding| finding.severity() > Severity::Note).count();
        if !self.json.json {
            let counts = [("count", Value::from(to_do as u64))];
            out.line(if to_do == 0 { tongue.t("doctor-well") } else { tongue.tn("doctor-to-do", &counts) })?;
        }
        out.finish()?;
        match found.iter().map(Finding::severity).max() {
            Some(Severity::Stops) => Err(Failure::silent(Status::Place)),
            Some(Severity::Todo | Severity::Urgent) => Err(Failure::no()),
            _ => Ok(()),
        }
    }
}

/// What a finding is, why it matters and what to do, in the reader's language.
fn said(finding: &Finding, tongue: &Tongue) -> [String; 3] {
    let args: Vec<(&str, Value<'_>)> =
        finding.args.iter().map(|(name, value)| (*name, Value::from(value.as_str()))).collect();
    let code = finding.code();
    let keys = [finding.key.to_owned(), format!("doctor-{code}-why"), format!("doctor-{code}-do")];
    keys.map(|key| tongue.tn(&key, &args).into_owned())
}

fn lines(finding: &Finding, tongue: &Tongue) -> Vec<String> {
    let severity = match finding.severity() {
        Severity::Note => tongue.t("doctor-is-note"),
        Severity::Todo => tongue.t("doctor-is-todo"),
        Severity::Urgent => tongue.t("doctor-is-urgent"),
        Severity::Stops => tongue.t("doctor-is-stops"),
    };
    let [what, why, act] = said(finding, tongue);
    let code = finding.code();
    vec![format!("[{severity}] {what}  ({code})"), format!("    {why}"), format!("    → {act}"), String::new()]
}

fn as_json(finding: &Finding, tongue: &Tongue) -> serde_json::Value {
    let severity = match finding.severity() {
        Severity::Note => "note",
        Severity::Todo => "to_do",
        Severity::Urgent => "urgent",
        Severity::Stops => "stops",
    };
    let [what, why, act] = said(finding, tongue);
    let about: serde_json::Map<String, serde_json::Value> =
        finding.args.iter().map(|(name, value)| ((*name).to_owned(), value.as_str().into())).collect();
    json!({ "code": finding.code(), "severity": severity, "what": what, "why": why, "do": act, "about": about })
}
