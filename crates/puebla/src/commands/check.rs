//! `puebla check`: ask the registers about a document, as an officer does, on a folder or on a server.
//!
//! The JSON is the contract of `docs/formats/check.md`, the same as the API's.

use std::io::Read;
use std::path::{Path, PathBuf};

use base::access::Permit;
use base::web::{InputFault, Problem, ProblemFault, Refusal, Said};
use clap::Args;
use jiff::Timestamp;
use jiff::civil::Date;
use registers::checks::zone::Splitter;
use registers::checks::{self, Check as MayCheck, CheckRequest, Question};
use serde_json::{Value, json};

use crate::arguments::{Json, Out, Place, Speaker, day};
use crate::folder::{self, stand};
use crate::outcome::{Failure, Status};
use crate::output::Output;
use crate::server::{At, Server};
use crate::tongue::Tongue;

/// The arguments.
#[derive(Debug, Args)]
pub struct Check {
    #[arg(value_name = "FILE", conflicts_with = "number")]
    file: Option<PathBuf>,
    #[arg(long, value_name = "NUMBER", requires = "issuing_state")]
    number: Option<String>,
    #[arg(long, alias = "state", value_name = "XXX", requires = "number")]
    issuing_state: Option<String>,
    #[arg(long, value_name = "KIND", requires = "number")]
    kind: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    on: Option<Date>,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    json: Json,
    #[command(flatten)]
    out: Out,
}

/// What to ask.
enum Asking {
    Zone(String),
    Number { number: String, issuing_state: String, kind: String },
}

/// The answer as JSON, or what is wrong with the question.
enum Answered {
    Known(Value, String),
    Refused(Box<Problem>),
}

impl Check {
    /// Asks each question in turn; status 3 when one could not be read.
    pub fn run(self, tongue: &Tongue) -> Result<(), Failure> {
        let at = self.place.at(<MayCheck as Permit>::PURPOSES, tongue)?;
        let opened = match &at {
            At::Folder(data, _) => Some(folder::open(data, Default::default())?),
            At::Server(_) => None,
        };
        let mut out = Output::open(self.out.out.as_deref())?;
        let mut all_read = true;
        self.each(|asking| {
            let answered = match (&at, &opened) {
                (At::Folder(_, speaker), Some(ground)) => self.on_folder(ground, speaker, &asking, tongue)?,
                (At::Server(server), _) => self.on_server(server, &asking)?,
                (At::Folder(..), None) => return Ok(()),
            };
            all_read &= matches!(answered, Answered::Known(..));
            match (answered, self.json.json) {
                (Answered::Known(_, text), true) => out.line(text),
                (Answered::Known(answer, _), false) => tell(&mut out, &answer, tongue),
                (Answered::Refused(problem), true) => out.json(&json!({ "error": problem })),
                (Answered::Refused(problem), false) => tell_refused(&mut out, &problem, tongue),
            }
        })?;
        out.finish()?;
        if all_read { Ok(()) } else { Err(Failure::silent(Status::Input)) }
    }

    /// Calls `ask` with the number, or with each zone of the input in its order.
    fn each(&self, mut ask: impl FnMut(Asking) -> Result<(), Failure>) -> Result<(), Failure> {
        if let (Some(number), Some(issuing_state)) = (self.number.clone(), self.issuing_state.clone()) {
            return ask(Asking::Number { number, issuing_state, kind: self.kind.clone().unwrap_or_default() });
        }
        let mut input = open(self.file.as_deref())?;
        let (mut splitter, mut buffer) = (Splitter::default(), vec![0; 1 << 16]);
        loop {
            match input.read(&mut buffer) {
                Ok(0) => break,
                Ok(read) => splitter.push(&buffer[..read]).into_iter().map(Asking::Zone).try_for_each(&mut ask)?,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Err(unreadable(self.file.as_deref(), &error)),
            }
        }
        splitter.finish().map(Asking::Zone).map_or(Ok(()), ask)
    }

    fn on_folder(
        &self,
        ground: &std::sync::Arc<base::ground::Puebla>,
        speaker: &Speaker,
        asking: &Asking,
        tongue: &Tongue,
    ) -> Result<Answered, Failure> {
        let permitted = stand::<MayCheck>(ground, speaker)?;
        let on = self.on.unwrap_or_else(|| checks::today(permitted.caller(), ground.clock.now()));
        let question = match asking {
            Asking::Zone(text) => Ok(Question::zone(text)),
            Asking::Number { number, issuing_state, kind } => Question::number(number, issuing_state, kind),
        };
        let answer = question.map_err(Refusal::Invalid).and_then(|question| {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            let runtime = runtime.map_err(base::store::StoreError::from)?;
            runtime.block_on(checks::check(permitted, &question, on))
        });
        match answer {
            Ok(answer) => {
                let text = serde_json::to_string(&answer).unwrap_or_default();
                Ok(Answered::Known(serde_json::from_str(&text).unwrap_or_default(), text))
            }
            Err(Refusal::Invalid(faults)) => Ok(Answered::Refused(Box::new(problem(&faults, tongue)))),
            Err(other) => Err(other.into()),
        }
    }

    fn on_server(&self, server: &Server, asking: &Asking) -> Result<Answered, Failure> {
        let text = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        let question = match asking {
            Asking::Zone(zone) => CheckRequest { zone: text(zone), ..CheckRequest::default() },
            Asking::Number { number, issuing_state, kind } => CheckRequest {
                number: text(number),
                issuing_state: text(issuing_state),
                kind: text(kind),
                ..CheckRequest::default()
            },
        };
        match server.ask_text("/api/v1/checks", &CheckRequest { on: self.on, ..question })? {
            Ok(text) => Ok(Answered::Known(serde_json::from_str(&text).unwrap_or_default(), text)),
            Err(problem) if problem.status == 422 && !problem.errors.is_empty() => {
                Ok(Answered::Refused(Box::new(problem)))
            }
            Err(problem) => Err(crate::server::refused(&problem)),
        }
    }
}

/// Says faults of a question as the API does.
fn problem(faults: &[InputFault], tongue: &Tongue) -> Problem {
    let said = |fault: &InputFault| ProblemFault::of(fault, tongue.say(&fault.said));
    Problem {
        kind: "/problems/invalid-input".to_owned(),
        title: tongue.t("problem-invalid-input").into_owned(),
        status: 422,
        detail: Some(tongue.t("problem-invalid-input-detail").into_owned()),
        errors: faults.iter().map(said).collect(),
    }
}

/// Says an answer to a person: what to do first, then why, then whom to call.
fn tell(out: &mut Output, answer: &Value, tongue: &Tongue) -> Result<(), Failure> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let list = |key: &str| answer[key].as_array().cloned().unwrap_or_default();
    let asked = &answer["asked"];
    let document = format!("{} {}", text(&asked["issuing_state"]), text(&asked["number"]));
    let verdict = text(&answer["verdict"]).replace('_', "-");
    out.line(format!("{}: {}", document.trim(), tongue.t(&format!("checks-band-{verdict}"))))?;
    for check in answer["zone"]["checks"].as_array().into_iter().flatten().filter(|check| check["ok"] == false) {
        let key = format!("zone-field-{}", text(&check["field"]).replace('_', "-"));
        let fails = [("digit", text(&check["digit"]).into()), ("expected", text(&check["expected"]).into())];
        out.line(format!("  {}: {}", tongue.t(&key), tongue.tn("checks-digit-fails", &fails)))?;
    }
    for finding in answer["zone"]["findings"].as_array().into_iter().flatten() {
        out.line(format!("  {}", tongue.t(&format!("zone-finding-{}", text(&finding["code"]).replace('_', "-")))))?;
    }
    for hit in list("status") {
        let key = match hit["basis"].as_str() {
            Some("range") => "checks-why-blank-range",
            Some("pattern") => "checks-why-number-pattern",
            _ => "checks-why-number-reported",
        };
        let said = [("state", text(&hit["issuing_state"]).into()), ("status", text(&hit["status"]).into())];
        out.line(format!("  {} ({})", tongue.tn(key, &said), text(&hit["reference"])))?;
    }
    for alert in list("alerts") {
        out.line(format!("  {} ({})", text(&alert["reference"]), text(&alert["reported_by"])))?;
        for point in alert["points"].as_array().into_iter().flatten() {
            let own = [tongue.language.tag(), alert["language"].as_str().unwrap_or("en"), "en", "es", "fr"];
            let words = own.iter().find_map(|language| point[language].as_str()).unwrap_or_default();
            let place = [text(&point["place"]), words.to_owned()];
            out.line(format!("    - {}", place.join(": ").trim_start_matches(": ")))?;
        }
    }
    for contact in list("contacts") {
        out.line(format!("  {}: {}", text(&contact["state"]), text(&contact["contact"])))?;
    }
    if answer["verdict"] == "no_report" {
        out.line(format!("  {}", tongue.t("checks-no-proof")))?;
    }
    tell_reach(out, answer, tongue)
}

/// Says how far an answer reaches: what no digit of the zone covers, and how old the data is.
fn tell_reach(out: &mut Output, answer: &Value, tongue: &Tongue) -> Result<(), Failure> {
    let field = |code: &Value| tongue.t(&format!("zone-field-{}", code.as_str().unwrap_or_default().replace('_', "-")));
    let uncovered: Vec<_> = answer["uncovered"].as_array().into_iter().flatten().map(field).collect();
    if !uncovered.is_empty() {
        out.line(format!("  {}", tongue.tn("mrz-uncovered", &[("fields", uncovered.join(", ").into())])))?;
    }
    let changed = |register: &str| match answer["data"][register].as_str().map(str::parse::<Timestamp>) {
        Some(Ok(at)) => at.strftime("%Y-%m-%d %H:%M UTC").to_string(),
        _ => tongue.t("checks-age-never").into_owned(),
    };
    let ages = [("status", changed("status_changed_at").into()), ("alerts", changed("alerts_changed_at").into())];
    out.line(format!("  {}", tongue.tn("checks-age", &ages)))
}

fn tell_refused(out: &mut Output, problem: &Problem, tongue: &Tongue) -> Result<(), Failure> {
    out.line(tongue.t("checks-band-unreadable"))?;
    problem.errors.iter().try_for_each(|fault| out.line(format!("  {}", fault.message)))
}

/// Opens a file, or standard input.
pub fn open(file: Option<&Path>) -> Result<Box<dyn Read>, Failure> {
    match file {
        Some(file) if file.as_os_str() != "-" => {
            Ok(Box::new(std::fs::File::open(file).map_err(|error| unreadable(Some(file), &error))?))
        }
        _ => Ok(Box::new(std::io::stdin().lock())),
    }
}

/// Says that a file, or standard input, cannot be read.
pub fn unreadable(file: Option<&Path>, error: &std::io::Error) -> Failure {
    let shown = file.map_or_else(|| "-".to_owned(), |file| file.display().to_string());
    Failure::input(Said::plain("command-unreadable").with("file", shown).with("reason", error))
}
