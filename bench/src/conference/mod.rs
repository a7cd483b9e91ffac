//! What the secretariat's house costs: reading a declaration of two hundred pages, and lists that have grown.
//!
//! Lists are asked of the real server one after the other, beside the bare handler that answers as many bytes.

mod declaration;
mod fill;

use std::error::Error;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::{Duration, Instant};

use self::fill::Seats;
use crate::load::{self, Plan};
use crate::questions::{Ask, Verdict};
use crate::server::Server;
use crate::{Size, measure};

const OURS: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 47_311);
const BARE: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 47_312);

/// Lists that are asked: address, and what stands in the answer once a row.
const LISTS: [(&str, &str); 18] = [
    ("/decisions", "<tr"),
    ("/decisions?after=BENCH-125-2010-DEC-10", "<tr"),
    ("/decisions?verb=urge&addressee=MEX", "<tr"),
    ("/decisions?words=harbours", "<tr"),
    ("/obligations", "<tr"),
    ("/obligations?owner=MEX", "<tr"),
    ("/decisions?standing=overdue", "<tr"),
    ("/search?q=harbours", "<mark"),
    ("/silence", "<tr"),
    ("/comments", "<tr"),
    ("/meetings", "<tr"),
    ("/members", "<tr"),
    ("/today", "<li"),
    ("/api/v1/decisions", "\"symbol\""),
    ("/api/v1/meetings", "\"symbol\""),
    ("/api/v1/silence", "\"symbol\""),
    ("/api/v1/comments", "\"symbol\""),
    ("/api/v1/today/calendar", "BEGIN:V"),
];

/// How much to measure.
#[derive(clap::Args, Clone)]
pub struct Sitting {
    /// Decisions, each of which asks four things.
    #[arg(long, default_value_t = 5_000)]
    decisions: u32,
    /// Rounds, one half without objection and one half of comments.
    #[arg(long, default_value_t = 2_000)]
    rounds: u32,
    /// Pages of the declaration.
    #[arg(long, default_value_t = 200)]
    pages: usize,
}

/// Measures everything, and prints one table.
#[allow(clippy::print_stdout)] // The table is the program's answer.
pub async fn all(size: &Size, sitting: Sitting) -> Result<(), Box<dyn Error>> {
    let sitting = if size.smoke { Sitting { decisions: 60, rounds: 10, pages: 20 } } else { sitting };
    let program = measure::program(size)?;
    let folder = size.folder.join("conference");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    println!("| what | figure | goal |\n|---|---|---|");
    let import_s = declaration::import(&program, &folder, sitting.pages)?;
    println!("| import of {} pages, s (whole command) | {import_s:.2} | ≤ 5 |", sitting.pages);
    let data = folder.join("data");
    let began = Instant::now();
    let seats = fill::fill(&data, &sitting).await?;
    let filled_s = began.elapsed().as_secs_f64();
    println!("| filling {} decisions and what they ask, s | {filled_s:.1} | |", sitting.decisions);
    let place = data.to_str().ok_or("a path that is not UTF-8")?;
    let ours =
        Server::start(&program, &["serve", "--data", place, "--listen", &OURS.to_string(), "--unwatched"], OURS)?;
    if rows("/decisions?words=nothing", "<tr", &seats).await.is_ok() {
        return Err("a list without a row was not noticed".into());
    }
    for (list, row) in LISTS {
        let (bytes, body) = rows(list, row, &seats).await?;
        let answer = folder.join("answer");
        std::fs::write(&answer, body)?;
        let measured = one(&ours, plan(size, OURS, asks(list, &seats))).await?;
        let (me, answer) = (std::env::current_exe()?, answer.display().to_string());
        let bare = Server::start(&me, &["bare", "--listen", &BARE.to_string(), "--answer", &answer], BARE)?;
        let floor = one(&bare, plan(size, BARE, vec![ask("POST", "/api/v1/checks", "", "{}")])).await?;
        println!("| `{list}`, {bytes} bytes: p50, p99, ms (bare beside) | {measured} ({floor}) | ≤ 30 |");
    }
    println!("| resident memory at its most, MB | {} | |", ours.account()?.peak_bytes / 1_000_000);
    Ok(())
}

/// Asks for a list once, holds it against being empty, and answers its bytes and its body.
async fn rows(list: &str, row: &str, seats: &Seats) -> Result<(usize, String), Box<dyn Error>> {
    let answer = load::ask_once(OURS, &asks(list, seats)[0].request).await?;
    let body = answer.split_once("\r\n\r\n").map_or("", |(_, body)| body);
    // The first is the head of a table.
    if !answer.starts_with("HTTP/1.1 200") || body.matches(row).count() < 2 {
        return Err(format!("{list} has no row: {answer}").into());
    }
    Ok((body.len(), body.to_owned()))
}

/// Answers the question for a list, as the coordinator and as a delegate ask in turn.
fn asks(list: &str, seats: &Seats) -> Vec<Ask> {
    if list.starts_with("/api/") {
        let credentials = format!("authorization: Bearer {}\r\npuebla-purpose: secretariat\r\n", seats.token);
        return vec![ask("GET", list, &credentials, "")];
    }
    seats.cookies.iter().map(|cookie| ask("GET", list, &format!("cookie: {cookie}\r\n"), "")).collect()
}

fn ask(method: &str, path: &str, credentials: &str, body: &str) -> Ask {
    let request = format!(
        "{method} {path} HTTP/1.1\r\nhost: {OURS}\r\n{credentials}content-type: application/json\r\n\
         content-length: {}\r\n\r\n{body}",
        body.len()
    );
    Ask { request: request.into_bytes(), expects: Verdict::NoReport, matches: false }
}

fn plan(size: &Size, server: SocketAddr, asks: Vec<Ask>) -> Plan {
    // One after another and fewer than a person's rate allows: what a page costs, and not what a crowd does.
    Plan {
        server,
        rate: 4,
        lasts: Duration::from_secs(if size.smoke { 1 } else { size.seconds }),
        connections: 1,
        asks: Arc::new(asks),
        judge: false,
        renew: false,
        answer_limit: Duration::from_secs(10),
    }
}

async fn one(server: &Server, plan: Plan) -> Result<String, Box<dyn Error>> {
    let before = server.account()?.cpu_s;
    let outcome = load::run(plan).await;
    let cpu_ms = (server.account()?.cpu_s - before) * 1e3 / outcome.latencies_us.len().max(1) as f64;
    if outcome.wrong > 0 {
        return Err(format!("{} answers were wrong: {:?}", outcome.wrong, outcome.example).into());
    }
    Ok(format!("{:.1}, {:.1}; CPU {cpu_ms:.1}", outcome.quantile_ms(0.5), outcome.quantile_ms(0.99)))
}
