//! `puebla policy`: the rules in force, as a lawyer reads them, and as the machine checks them.

use std::path::PathBuf;

use base::access::{PermitFacts, PolicyText};
use base::ground::{HousePlan, POLICIES, SCHEMA, policies};
use base::operation::BY_COMMAND;
use base::web::{Guard, Said, routes_of};
use clap::{Args, Subcommand};
use serde::Serialize;

use crate::arguments::Json;
use crate::houses::PLANS;
use crate::outcome::Failure;
use crate::output::Output;
use crate::tongue::Tongue;

/// The arguments.
#[derive(Debug, Args)]
pub struct Policy {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, Subcommand)]
enum Act {
    Show(Show),
    Check(Check),
    Actions(Actions),
}

/// The arguments of `show`.
#[derive(Debug, Args)]
struct Show {
    #[arg(long)]
    schema: bool,
}

/// The arguments of `check`.
#[derive(Debug, Args)]
struct Check {
    #[arg(value_name = "FILE")]
    file: Vec<PathBuf>,
}

/// The arguments of `actions`.
#[derive(Debug, Args)]
struct Actions {
    #[command(flatten)]
    json: Json,
}

/// One action as machines read it.
#[derive(Serialize)]
struct Action {
    action: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    house: Option<&'static str>,
    purposes: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    class: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rate: Option<&'static str>,
    writes: Option<bool>,
    routes: Vec<String>,
}

impl Policy {
    /// Prints the policies, validates them, or lists what they speak of.
    pub fn run(self, tongue: &Tongue) -> Result<(), Failure> {
        match self.act {
            Act::Show(show) => show.run(),
            Act::Check(check) => check.run(tongue),
            Act::Actions(actions) => actions.run(),
        }
    }
}

impl Show {
    fn run(self) -> Result<(), Failure> {
        let mut out = Output::open(None)?;
        let schema = std::iter::once(SCHEMA).chain(PLANS.iter().flat_map(HousePlan::schema));
        let rules = std::iter::once(POLICIES).chain(PLANS.iter().flat_map(HousePlan::policies));
        let texts: Vec<PolicyText> = if self.schema { schema.collect() } else { rules.collect() };
        for text in texts {
            out.line(format!("// {}", text.file))?;
            out.line(text.text.trim_end())?;
            out.line("")?;
        }
        out.finish()
    }
}

impl Check {
    /// Validates the policies in force, together with further ones that somebody thinks of adding.
    fn run(self, tongue: &Tongue) -> Result<(), Failure> {
        let mut further = Vec::new();
        for file in &self.file {
            let text = std::fs::read_to_string(file).map_err(|error| {
                Failure::input(Said::plain("command-unreadable").with("file", file.display()).with("reason", error))
            })?;
            // They live as long as the process, which ends with this command.
            let (name, text) = (file.display().to_string().leak(), text.leak());
            further.push(PolicyText { file: name, text });
        }
        let schema: Vec<PolicyText> = std::iter::once(SCHEMA).chain(PLANS.iter().flat_map(HousePlan::schema)).collect();
        let rules: Vec<PolicyText> =
            std::iter::once(POLICIES).chain(PLANS.iter().flat_map(HousePlan::policies)).chain(further).collect();
        let policy = base::access::Policy::new(&schema, &rules)
            .map_err(|error| Failure::input(Said::plain("policy-wrong").with("reason", error)))?;
        let mut out = Output::open(None)?;
        let counts = [("files", rules.len().into()), ("actions", policy.actions().len().into())];
        out.line(tongue.tn("policy-fits", &counts))?;
        out.line(tongue.tn("policy-version", &[("version", hex::encode(policy.version()).into())]))?;
        out.finish()
    }
}

impl Actions {
    fn run(self) -> Result<(), Failure> {
        let mut out = Output::open(None)?;
        let inventory = routes_of(PLANS);
        for name in policies(PLANS)?.actions() {
            let taken = inventory
                .facts()
                .iter()
                .filter(|route| matches!(&route.guard, Guard::Permit(facts) if facts.action == name));
            let routes: Vec<String> = taken.clone().map(|route| format!("{} {}", route.method, route.path)).collect();
            let mut permits = taken.filter_map(|route| match &route.guard {
                Guard::Permit(facts) => Some(*facts),
                _ => None,
            });
            let facts = permits.next().or_else(|| BY_COMMAND.iter().find(|facts| facts.action == name).copied());
            let action = action(name, facts, routes);
            if self.json.json {
                out.json(&action)?;
            } else {
                let writes = if action.writes == Some(true) { "writes" } else { "" };
                let class = action.class.unwrap_or_default();
                out.line(
                    format!("{:<28} {class:<3} {writes:<7} {}", action.action, action.purposes.join(", ")).trim_end(),
                )?;
            }
        }
        out.finish()
    }
}

fn action(action: String, facts: Option<PermitFacts>, routes: Vec<String>) -> Action {
    Action {
        action,
        house: facts.map(|facts| facts.house),
        purposes: facts.iter().flat_map(|facts| facts.purposes.iter().map(|purpose| purpose.code())).collect(),
        class: facts.map(|facts| facts.class.code()),
        rate: facts.map(|facts| facts.rate.code()),
        writes: facts.map(|facts| facts.writes),
        routes,
    }
}
