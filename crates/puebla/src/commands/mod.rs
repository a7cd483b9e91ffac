//! One file a command, with its arguments and its tests.

pub mod assess;
pub mod backup;
mod calendar;
pub mod check;
mod decisions;
mod declaration;
pub mod demo;
pub mod doctor;
pub mod drill;
pub mod export;
pub mod import;
pub mod init;
mod interrupted;
pub mod keys;
pub mod manual;
pub mod mrz;
pub mod policy;
pub mod rebuild;
pub mod restore;
pub mod serve;
pub mod user;
pub mod verify;

use crate::arguments::{Arguments, Command};
use crate::outcome::Failure;
use crate::tongue::Tongue;

/// Runs one command.
pub fn run(arguments: Arguments, tongue: &Tongue) -> Result<(), Failure> {
    match arguments.command {
        Command::Assess(assess) => assess.run(tongue),
        Command::Demo(demo) => demo.run(tongue),
        Command::Doctor(doctor) => doctor.run(tongue),
        Command::Serve(serve) => serve.run(tongue),
        Command::Init(init) => init.run(tongue),
        Command::Manual(manual) => manual.run(tongue),
        Command::Mrz(mrz) => mrz.run(tongue),
        Command::Check(check) => check.run(tongue),
        Command::Import(import) => import.run(tongue),
        Command::Export(export) => export.run(tongue),
        Command::Rebuild(rebuild) => rebuild.run(tongue),
        Command::Verify(verify) => verify.run(tongue),
        Command::Backup(backup) => backup.run(tongue),
        Command::Restore(restore) => restore.run(tongue),
        Command::Drill(drill) => drill.run(tongue),
        Command::Keys(keys) => keys.run(tongue),
        Command::User(user) => user.run(tongue),
        Command::Policy(policy) => policy.run(tongue),
    }
}
