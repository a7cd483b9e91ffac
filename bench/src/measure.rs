//! The measurement itself, from an empty folder to the last figure.

use std::error::Error;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::Size;
use crate::folder::{self, Filled};
use crate::load::{self, Outcome, Plan};
use crate::questions;
use crate::server::{Account, Server};

/// Where the measured server listens, and the bare one.
const OURS: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 47_301);
const BARE: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 47_302);

/// Connections each load keeps open.
const CONNECTIONS: u32 = 100;

/// One round of one server.
#[derive(Clone, Copy)]
pub struct Round {
    /// Server CPU a request, in microseconds.
    pub cpu_us: f64,
    /// Median latency in milliseconds.
    pub p50_ms: f64,
    /// 99th percentile in milliseconds.
    pub p99_ms: f64,
    /// Requests answered.
    pub requests: usize,
}

/// Everything measured.
pub struct Figures {
    /// What filling the folder took.
    pub filled: Filled,
    /// Seconds from start to the first connection taken.
    pub ready_s: f64,
    /// Seconds until the first question was answered, which has the register of people read into memory.
    pub first_s: f64,
    /// Rounds of the bare handler.
    pub bare: Vec<Round>,
    /// Rounds of ours, each after the bare one of the same number.
    pub ours: Vec<Round>,
    /// The round during which an import ran.
    pub importing: Round,
    /// Rows a second of that import, as it shared the machine with the checks.
    pub importing_rows_s: f64,
    /// Memory after all of it.
    pub account: Account,
    /// Wrong answers of all rounds.
    pub wrong: u64,
    /// The first of them.
    pub example: Option<String>,
}

/// Measures everything.
pub async fn all(size: &Size) -> Result<Figures, Box<dyn Error>> {
    let program = program(size)?;
    let filled = folder::fill(size, &program).await?;
    let stored = filled.stored();
    let plan = |server: SocketAddr, judge| {
        let asks = questions::questions(20_000, &stored, folder::STATES, &filled.officers, server)?;
        Ok::<Plan, Box<dyn Error>>(Plan {
            server,
            rate: size.rate,
            lasts: Duration::from_secs(size.seconds),
            connections: CONNECTIONS.min(size.rate),
            asks: Arc::new(asks),
            judge,
            renew: false,
            answer_limit: Duration::from_secs(60),
        })
    };
    let (bare_plan, our_plan) = (plan(BARE, false)?, plan(OURS, true)?);
    let data = size.folder.join("data");
    let ours = Server::start(
        &program,
        &["serve", "--data", text(&data)?, "--listen", &OURS.to_string(), "--unwatched"],
        OURS,
    )?;
    let ready_s = ours.ready_s;
    let began = Instant::now();
    let answer = folder::constant_answer(&size.folder, &our_plan).await?;
    let first_s = began.elapsed().as_secs_f64();
    let me = std::env::current_exe()?;
    let bare = Server::start(&me, &["bare", "--listen", &BARE.to_string(), "--answer", text(&answer)?], BARE)?;
    let mut figures = Figures {
        filled: filled.clone(),
        ready_s,
        first_s,
        bare: Vec::new(),
        ours: Vec::new(),
        importing: Round { cpu_us: 0.0, p50_ms: 0.0, p99_ms: 0.0, requests: 0 },
        importing_rows_s: 0.0,
        account: ours.account()?,
        wrong: 0,
        example: None,
    };
    for round in 0..=size.rounds {
        let (floor, _) = one(&bare, bare_plan.clone()).await?;
        let (measured, outcome) = one(&ours, our_plan.clone()).await?;
        figures.judge(&outcome);
        // The first round warms caches and is not counted.
        if round > 0 || size.smoke {
            figures.bare.push(floor);
            figures.ours.push(measured);
        }
    }
    let import = tokio::task::spawn_blocking({
        let (size, filled) = (size.clone(), filled.clone());
        move || folder::import_over_http(&size, &filled, OURS)
    });
    let (importing, outcome) = one(&ours, our_plan).await?;
    figures.judge(&outcome);
    figures.importing = importing;
    figures.importing_rows_s = import.await?.map_err(|error| error.to_string())?;
    figures.account = ours.account()?;
    Ok(figures)
}

impl Figures {
    fn judge(&mut self, outcome: &Outcome) {
        self.wrong += outcome.wrong;
        if self.example.is_none() {
            self.example.clone_from(&outcome.example);
        }
    }
}

async fn one(server: &Server, plan: Plan) -> Result<(Round, Outcome), Box<dyn Error>> {
    let before = server.account()?;
    let outcome = load::run(plan).await;
    let after = server.account()?;
    let requests = outcome.latencies_us.len();
    let cpu_us = (after.cpu_s - before.cpu_s) * 1e6 / requests.max(1) as f64;
    let round = Round { cpu_us, p50_ms: outcome.quantile_ms(0.5), p99_ms: outcome.quantile_ms(0.99), requests };
    Ok((round, outcome))
}

pub fn program(size: &Size) -> Result<PathBuf, Box<dyn Error>> {
    let program = match &size.program {
        Some(named) => named.clone(),
        None => std::env::current_exe()?.with_file_name("puebla"),
    };
    if program.exists() {
        Ok(program)
    } else {
        Err(format!("{} is not there: build it first", program.display()).into())
    }
}

fn text(path: &Path) -> Result<&str, Box<dyn Error>> {
    path.to_str().ok_or_else(|| "a path that is not UTF-8".into())
}
