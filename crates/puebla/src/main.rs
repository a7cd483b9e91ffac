//! The one binary: joins the houses, serves them, and does on the machine itself what a server cannot do for itself.

mod arguments;
mod commands;
mod demo;
mod doctor;
mod folder;
mod herald;
mod houses;
mod manual;
mod outcome;
mod output;
mod server;
mod tongue;

use std::process::ExitCode;

/// Half the tail latency of the system's allocator under load, measured. What is given back is wiped: requests hold
/// passwords and numbers of documents, and no buffer of a library below us would be.
#[global_allocator]
static ALLOCATOR: zeroizing_alloc::ZeroAlloc<mimalloc::MiMalloc> = zeroizing_alloc::ZeroAlloc(mimalloc::MiMalloc);

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().collect();
    let tongue = tongue::Tongue::of(&arguments, |name| std::env::var(name).ok());
    let outcome = manual::read(&arguments, &tongue)
        .and_then(|asked| asked.map_or(Ok(()), |arguments| commands::run(arguments, &tongue)));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.say(&tongue),
    }
}
