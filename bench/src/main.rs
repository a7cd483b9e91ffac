//! Measures the border check over HTTP beside a bare axum handler, in one run on one machine.
//!
//! `cargo run --release -p bench` fills a folder with ten million status entries and a hundred thousand alerts, serves
//! it, and prints one table. `--smoke` does the same small, to prove that it works. Timings are
//! ratios against the bare handler of the same minute; CPU is what the kernel accounted to the server's process.

mod attack;
mod bare;
mod conference;
mod folder;
mod load;
mod measure;
mod people;
mod questions;
mod report;
mod server;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use clap::{Parser, Subcommand};

/// Measures the border check beside a bare handler.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    act: Option<Act>,
    #[command(flatten)]
    size: Size,
}

/// How much to measure.
#[derive(clap::Args, Clone)]
pub struct Size {
    /// Status entries in the store.
    #[arg(long, default_value_t = 10_000_000)]
    entries: u64,
    /// Published alerts in the store.
    #[arg(long, default_value_t = 100_000)]
    alerts: u32,
    /// People whom alerts in force look for; with any, every check also compares whoever carries the document.
    #[arg(long, default_value_t = 0)]
    people: u32,
    /// Checks a second.
    #[arg(long, default_value_t = 2_000)]
    rate: u32,
    /// Seconds of each round; the two servers take turns.
    #[arg(long, default_value_t = 15)]
    seconds: u64,
    /// Rounds of each server.
    #[arg(long, default_value_t = 4)]
    rounds: u32,
    /// Rows imported while checks go on.
    #[arg(long, default_value_t = 1_000_000)]
    import_rows: u64,
    /// Keys of numbers that a check asks under: one, and each rotation one more.
    #[arg(long, default_value_t = 1)]
    number_keys: u32,
    /// The folder to fill, or to use again when it is filled already.
    #[arg(long, default_value = "target/bench")]
    folder: PathBuf,
    /// The `puebla` program to measure; the one built beside this one unless named.
    #[arg(long)]
    program: Option<PathBuf>,
    /// Small numbers of everything, and no figure worth quoting: proves that the measurement works.
    #[arg(long)]
    smoke: bool,
}

#[derive(Subcommand)]
enum Act {
    /// Serves the bare handler; the measurement starts it itself.
    Bare {
        /// Where to listen.
        #[arg(long)]
        listen: SocketAddr,
        /// A file with the constant answer.
        #[arg(long)]
        answer: PathBuf,
    },
    /// Measures the secretariat's house: reading a long declaration, and lists that have grown.
    Conference(conference::Sitting),
    /// Measures what an officer feels while the server is attacked.
    Attack(attack::Siege),
    /// Attacks a server of this machine for a while; the measurement starts it itself.
    Attacker {
        /// How.
        kind: attack::Kind,
        /// Which server, on this machine.
        #[arg(long)]
        server: SocketAddr,
        /// Milliseconds.
        #[arg(long)]
        lasts_ms: u64,
        /// An officer's token.
        #[arg(long, env = "PUEBLA_ATTACKER_TOKEN", hide_env_values = true, default_value = "")]
        token: String,
    },
}

impl Size {
    fn smoke(self) -> Self {
        Size {
            entries: 20_000,
            alerts: 200,
            people: 500,
            rate: 200,
            seconds: 2,
            rounds: 1,
            import_rows: 10_000,
            ..self
        }
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments = Arguments::parse();
    match arguments.act {
        Some(Act::Bare { listen, answer }) => {
            // Lives as long as the process, as a constant in a program would.
            let answer: &'static str = Box::leak(std::fs::read_to_string(answer)?.into_boxed_str());
            return Ok(bare::serve(listen, answer).await?);
        }
        Some(Act::Conference(sitting)) => return conference::all(&arguments.size, sitting).await,
        Some(Act::Attack(siege)) => return attack::all(&arguments.size, siege).await,
        Some(Act::Attacker { kind, server, lasts_ms, token }) => {
            attack::attack(kind, &token, server, Duration::from_millis(lasts_ms)).await;
            return Ok(());
        }
        None => {}
    }
    let size = if arguments.size.smoke { arguments.size.smoke() } else { arguments.size };
    let figures = measure::all(&size).await?;
    report::print(&size, &figures);
    // A measurement of wrong answers is none.
    if figures.wrong > 0 {
        Err(format!("{} answers were wrong: {:?}", figures.wrong, figures.example).into())
    } else {
        Ok(())
    }
}
