//! What an honest officer feels while the server is attacked: the same checks at the same rate, quiet and under attack by
//! turns, in one run on one machine. Loopback only, bounded in number and time.
//!
//! Attackers of one's own machine take cores that those of the world would not. They run where they have only what nobody
//! else wants; and between the two parts stands a third, in which they attack a twin of the server, just as idle, that no
//! officer asks: what checks wait longer then is the machine's share.

mod attacker;
mod kinds;

use std::error::Error;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

pub use kinds::Kind;

use crate::Size;
use crate::folder::{self, Filled};
use crate::load::{self, Outcome, Plan};
use crate::questions;
use crate::server::Server;

/// Where the attacked server listens.
const TARGET: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 47_303);

/// Where its twin listens, which is attacked to see what the machine alone makes of an attack.
const TWIN: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 47_304);

/// Runs a program so that whatever else wants a core has it first.
const IDLE: [&str; 3] = ["chrt", "--idle", "0"];

/// Connections of the officers; every other one is opened anew for each check.
const CONNECTIONS: u32 = 10;

/// How long an attack outlasts what is counted of it.
const AFTER: Duration = Duration::from_millis(200);

/// Few open files, so that the control fails for certain.
const FEW_FILES: u32 = 256;

/// What to measure.
#[derive(clap::Args, Clone)]
pub struct Siege {
    /// Only these attacks; all of them unless named.
    #[arg(long)]
    only: Vec<Kind>,
    /// Checks a second of the officers.
    #[arg(long, default_value_t = 50)]
    checks: u32,
    /// Seconds of each quiet and each attacked part.
    #[arg(long, default_value_t = 20)]
    lasts: u64,
    /// Milliseconds that an attack goes on before anything is counted.
    #[arg(long, default_value_t = 1500)]
    ramp_ms: u64,
    /// Milliseconds that the server rests after it.
    #[arg(long, default_value_t = 1000)]
    rest_ms: u64,
    /// Seconds after which an answer counts as none.
    #[arg(long, default_value_t = 10)]
    answer_s: u64,
    /// How often the two parts take turns.
    #[arg(long, default_value_t = 3)]
    turns: u32,
    /// A `puebla` built with `--features seeded-fault`, which has no limits: the measurement must find it worse.
    #[arg(long)]
    control: Option<PathBuf>,
}

/// One attack's figures.
#[derive(Default)]
struct Row {
    quiet: Outcome,
    /// While the twin was attacked in the same way: what attacker and machine add, without any work of the server asked.
    beside: Outcome,
    attacked: Outcome,
    /// Seconds of a core that the server took while quiet and while attacked.
    cpu_s: (f64, f64),
    attacker: String,
}

/// The servers of a measurement: the one that officers ask, and its twin, which nobody does.
struct Servers {
    asked: Server,
    twin: Option<Server>,
}

impl Siege {
    fn smoke(self) -> Self {
        Siege { checks: 20, lasts: 1, turns: 1, ramp_ms: 400, rest_ms: 100, answer_s: 4, ..self }
    }

    fn kinds(&self) -> Vec<Kind> {
        if self.only.is_empty() { Kind::all().to_vec() } else { self.only.clone() }
    }
}

/// Carries one attack out in this process, and prints what came of it.
#[allow(clippy::print_stdout)] // The line is what the measurement reads.
pub async fn attack(kind: Kind, token: &str, server: SocketAddr, lasts: Duration) {
    base::machine::open_files();
    let tally = attacker::carry_out(kind.attack(token), server, lasts).await;
    let count = |of: &std::sync::atomic::AtomicU64| of.load(Ordering::Relaxed);
    println!("{} opened, {} not, {} answers", count(&tally.opened), count(&tally.unopened), count(&tally.answers));
}

/// Measures every attack and prints one table.
///
/// Errors: a wrong answer in quiet, no answer at all under an attack, or a control that is not found worse.
#[allow(clippy::print_stdout)] // The table is the program's answer.
pub async fn all(size: &Size, siege: Siege) -> Result<(), Box<dyn Error>> {
    let siege = if size.smoke { siege.smoke() } else { siege };
    let size = Size { entries: 20_000, alerts: 200, people: 0, ..size.clone() };
    let program = crate::measure::program(&size)?;
    let filled = folder::fill(&size, &program).await?;
    let data = size.folder.join("data");
    println!("{HEAD}");
    {
        let twin = size.folder.join("twin");
        copy(&data, &twin)?;
        let asked = serve(&[], &program, &data, TARGET)?;
        let servers = Servers { asked, twin: Some(serve(&IDLE, &program, &twin, TWIN)?) };
        for kind in siege.kinds() {
            let row = measure(&siege, &filled, kind, (&servers, AFTER)).await?;
            println!("{}", line(&kind.name(), &row, &siege));
            if row.quiet.wrong > 0 {
                return Err(format!("{} wrong answers in quiet: {:?}", row.quiet.wrong, row.quiet.example).into());
            }
            // An attacker that the machine left no time for has proved nothing.
            let opened: u32 = row.attacker.split(' ').next().and_then(|opened| opened.parse().ok()).unwrap_or(0);
            if opened < CONNECTIONS {
                return Err(format!("{} was no attack: {}", kind.name(), row.attacker).into());
            }
            if row.attacked.wrong as usize >= row.attacked.latencies_us.len() {
                return Err(format!("no answer under {}: {:?}", kind.name(), row.attacked.example).into());
            }
        }
        println!("the server's memory at its most: {} MB", servers.asked.account()?.peak_bytes / 1_000_000);
    }
    if let Some(control) = &siege.control {
        hold_against_control(&siege, &filled, (&program, control), &data).await?;
    }
    Ok(())
}

/// The control: with few files and ten thousand idle connections, a server without limits answers nobody; ours must.
#[allow(clippy::print_stdout)] // The lines are the program's answer.
async fn hold_against_control(
    siege: &Siege,
    filled: &Filled,
    (ours, control): (&Path, &Path),
    data: &Path,
) -> Result<(), Box<dyn Error>> {
    let mut unanswered = Vec::new();
    for (name, program) in [("idle, few files", ours), ("idle, few files, no limits", control)] {
        let files = format!("--nofile={FEW_FILES}");
        let asked = serve(&["prlimit", &files], program, data, TARGET)?;
        // The connections are held for longer than an officer waits.
        let after = Duration::from_secs(siege.answer_s + 1);
        let row = measure(siege, filled, Kind::Idle, (&Servers { asked, twin: None }, after)).await?;
        println!("{}", line(name, &row, siege));
        unanswered.push(row.attacked.wrong);
    }
    match unanswered.as_slice() {
        [0, without] if *without > 0 => Ok(()),
        other => Err(format!("unanswered, ours and without limits: {other:?}; the control was not caught").into()),
    }
}

/// Serves a folder, by way of another program where one is named.
fn serve(by: &[&str], program: &Path, data: &Path, at: SocketAddr) -> Result<Server, Box<dyn Error>> {
    let data = data.to_str().ok_or("a path that is not UTF-8")?;
    let program = program.to_str().ok_or("a path that is not UTF-8")?;
    let listen = at.to_string();
    let command = [by, &[program, "serve", "--data", data, "--listen", &listen]].concat();
    Ok(Server::start(Path::new("env"), &[&["PUEBLA_LOG=off"], command.as_slice()].concat(), at)?)
}

/// Copies a folder that nobody serves, in place of what an earlier run left there.
fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    if to.exists() {
        std::fs::remove_dir_all(to)?;
    }
    std::fs::create_dir(to)?;
    std::fs::set_permissions(to, std::fs::metadata(from)?.permissions())?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let there = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &there)?
        } else {
            std::fs::copy(entry.path(), there).map(|_| ())?
        }
    }
    Ok(())
}

async fn measure(
    siege: &Siege,
    filled: &Filled,
    kind: Kind,
    (servers, after): (&Servers, Duration),
) -> Result<Row, Box<dyn Error>> {
    // The last officer is with the attackers, and asks nothing of their own.
    let (attacker, officers) = filled.officers.split_last().ok_or("no officers")?;
    let asks = questions::questions(5_000, &filled.stored(), folder::STATES, officers, TARGET)?;
    let plan = Plan {
        server: TARGET,
        rate: siege.checks,
        lasts: Duration::from_secs(siege.lasts),
        connections: CONNECTIONS,
        asks: Arc::new(asks),
        judge: true,
        renew: true,
        answer_limit: Duration::from_secs(siege.answer_s),
    };
    let under = async |server: SocketAddr| -> Result<_, Box<dyn Error>> {
        let ramp = Duration::from_millis(siege.ramp_ms);
        let attack = Attacking::begin(kind, attacker, server, ramp + plan.lasts + after)?;
        tokio::time::sleep(ramp).await;
        let before_s = servers.asked.account()?.cpu_s;
        let outcome = load::run(plan.clone()).await;
        let cpu_s = servers.asked.account()?.cpu_s - before_s;
        let said = attack.end();
        tokio::time::sleep(Duration::from_millis(siege.rest_ms)).await;
        Ok((outcome, cpu_s, said))
    };
    let mut row = Row::default();
    for _ in 0..siege.turns {
        let before_s = servers.asked.account()?.cpu_s;
        row.quiet.join(load::run(plan.clone()).await);
        row.cpu_s.0 += servers.asked.account()?.cpu_s - before_s;
        if servers.twin.is_some() {
            row.beside.join(under(TWIN).await?.0);
        }
        let (outcome, cpu_s, said) = under(TARGET).await?;
        row.attacked.join(outcome);
        row.cpu_s.1 += cpu_s;
        row.attacker = said;
    }
    Ok(row)
}

/// An attack under way; ended when dropped.
struct Attacking(Child);

impl Attacking {
    fn begin(kind: Kind, token: &str, server: SocketAddr, lasts: Duration) -> std::io::Result<Self> {
        // Idle as a whole: a thread that stands back leaves those that its runtime has started before where they are.
        let [by, how @ ..] = IDLE;
        let mut command = Command::new(by);
        command.args(how).arg(std::env::current_exe()?);
        command.args([
            "attacker",
            &kind.name(),
            "--server",
            &server.to_string(),
            "--lasts-ms",
            &lasts.as_millis().to_string(),
        ]);
        // Not among the arguments, which every account of the machine can read.
        command.env("PUEBLA_ATTACKER_TOKEN", token);
        Ok(Attacking(command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?))
    }

    /// Waits until it has ended by itself, and answers what it says.
    fn end(mut self) -> String {
        let mut said = String::new();
        if let Some(mut out) = self.0.stdout.take() {
            let _ = std::io::Read::read_to_string(&mut out, &mut said);
        }
        said.trim().to_owned()
    }
}

impl Drop for Attacking {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

const HEAD: &str = "| attack | p50 quiet, ms | p99 quiet, ms | p99 beside, ms | p99 attacked, ms | ratio | cores quiet, attacked | checks \
| unanswered | the attacker |\n|---|---|---|---|---|---|---|---|---|---|";

fn line(name: &str, row: &Row, siege: &Siege) -> String {
    let p99 = |of: &Outcome| of.quantile_ms(0.99);
    let beside = if row.beside.latencies_us.is_empty() { "–".to_owned() } else { format!("{:.1}", p99(&row.beside)) };
    let counted_s = (siege.lasts * u64::from(siege.turns)) as f64;
    format!(
        "| {name} | {:.1} | {:.1} | {beside} | {:.1} | {:.2} | {:.2}, {:.2} | {} + {} + {} | {} | {} |",
        row.quiet.quantile_ms(0.5),
        p99(&row.quiet),
        p99(&row.attacked),
        p99(&row.attacked) / p99(&row.quiet),
        row.cpu_s.0 / counted_s,
        row.cpu_s.1 / counted_s,
        row.quiet.latencies_us.len(),
        row.beside.latencies_us.len(),
        row.attacked.latencies_us.len(),
        row.attacked.wrong,
        row.attacker,
    )
}
