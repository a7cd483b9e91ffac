//! What may be typed after `puebla`. No text for people stands here: the manual gives each argument its words by its name.

use std::net::SocketAddr;
use std::path::PathBuf;

use base::access::Purpose;
use base::identity::Origin;
use base::words::Language;
use clap::{ArgAction, Args, Parser, Subcommand};

use crate::commands::{
    assess, backup, check, demo, doctor, drill, export, import, init, keys, manual, mrz, policy, rebuild, restore,
    serve, user, verify,
};

/// Everything after `puebla`.
#[derive(Debug, Parser)]
#[command(name = "puebla", version = base::operation::RELEASE, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true, arg_required_else_help = true)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
    #[arg(long, global = true, value_parser = language, value_name = "en|es|fr")]
    pub language: Option<Language>,
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

/// One command each.
#[derive(Debug, Subcommand)]
pub enum Command {
    Demo(demo::Demo),
    Doctor(doctor::Doctor),
    Serve(serve::Serve),
    Init(init::Init),
    Manual(manual::Manual),
    Mrz(mrz::Mrz),
    Check(check::Check),
    Import(import::Import),
    Export(export::Export),
    Rebuild(rebuild::Rebuild),
    Verify(verify::Verify),
    Backup(backup::Backup),
    Restore(restore::Restore),
    Drill(drill::Drill),
    Keys(keys::Keys),
    User(user::User),
    Policy(policy::Policy),
    Assess(assess::Assess),
}

/// A data folder that nobody serves.
#[derive(Debug, Args)]
pub struct OnFolder {
    #[arg(long, value_name = "DIR", env = "PUEBLA_DATA", hide_env = true)]
    pub data: PathBuf,
}

/// Who gives the command, and why: both go on the access log.
#[derive(Clone, Debug, Args)]
pub struct Speaker {
    #[arg(long = "as", value_name = "NAME", env = "PUEBLA_AS", hide_env = true)]
    pub speaker: String,
    #[arg(long, value_name = "PURPOSE", value_parser = purpose)]
    pub purpose: Option<Purpose>,
}

/// A data folder that nobody serves, or a server.
#[derive(Clone, Debug, Args)]
pub struct Place {
    #[arg(long, value_name = "DIR", env = "PUEBLA_DATA", hide_env = true)]
    pub data: Option<PathBuf>,
    #[arg(long = "as", value_name = "NAME", env = "PUEBLA_AS", hide_env = true)]
    pub speaker: Option<String>,
    #[arg(long, value_name = "URL", env = "PUEBLA_SERVER", hide_env = true, conflicts_with = "data")]
    pub server: Option<String>,
    #[arg(long, value_name = "FILE", env = "PUEBLA_TOKEN_FILE", hide_env = true)]
    pub token_file: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub authority: Option<PathBuf>,
    #[arg(long, value_name = "PURPOSE", value_parser = purpose)]
    pub purpose: Option<Purpose>,
}

/// Where the data goes.
#[derive(Debug, Args)]
pub struct Out {
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// Whether the data is for machines.
#[derive(Clone, Copy, Debug, Args)]
pub struct Json {
    #[arg(long)]
    pub json: bool,
}

/// Reads an address to listen on.
pub fn address(text: &str) -> Result<SocketAddr, String> {
    text.parse().map_err(|_| "value-address".to_owned())
}

/// Reads the address of a machine.
pub fn machine(text: &str) -> Result<std::net::IpAddr, String> {
    text.parse().map_err(|_| "value-machine".to_owned())
}

/// Reads the origin under which browsers know a server.
pub fn origin(text: &str) -> Result<Origin, String> {
    Origin::parse(text).map_err(|fault| fault.key().to_owned())
}

/// Reads a calendar day.
pub fn day(text: &str) -> Result<jiff::civil::Date, String> {
    text.parse().map_err(|_| "value-day".to_owned())
}

/// Reads a purpose by its code.
pub fn purpose(text: &str) -> Result<Purpose, String> {
    text.parse().map_err(|_| "value-purpose".to_owned())
}

/// Reads a State's or an organisation's three letters.
pub fn party(text: &str) -> Result<base::ids::StateCode, String> {
    text.parse().map_err(|_| "value-party".to_owned())
}

/// Reads a language.
pub fn language(text: &str) -> Result<Language, String> {
    Language::parse(text).ok_or_else(|| "value-language".to_owned())
}
