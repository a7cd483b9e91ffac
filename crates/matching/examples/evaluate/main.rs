//! Measures matching on anyone's tables: who is found for each query, what it costs, why.
//!
//! ```text
//! evaluate --gallery G.tsv --queries Q.tsv [--top 10] [--prior 0.05] [--explain]
//! evaluate --pairs P.tsv [--explain]
//! ```
//!
//! Formats: `docs/matching.md`, "Trying it on your own data". They are kept stable.

mod pairs;
mod search;

use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::process::ExitCode;

/// What was asked for on the command line.
#[derive(Default)]
struct Wanted {
    gallery: Option<String>,
    queries: Option<String>,
    pairs: Option<String>,
    top: Option<usize>,
    prior: Option<f64>,
    explain: bool,
}

const USAGE: &str = "evaluate --gallery G.tsv --queries Q.tsv [--top 10] [--prior 0.05] [--explain]\nevaluate --pairs P.tsv [--prior 0.05] [--explain]";

fn main() -> ExitCode {
    let out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    match wanted(std::env::args().skip(1)).and_then(|wanted| run(&wanted, out)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(wrong) => {
            let _ = writeln!(io::stderr(), "{wrong}");
            ExitCode::FAILURE
        }
    }
}

fn wanted(mut arguments: impl Iterator<Item = String>) -> Result<Wanted, String> {
    let mut wanted = Wanted::default();
    while let Some(argument) = arguments.next() {
        if argument == "--explain" {
            wanted.explain = true;
            continue;
        }
        let value = arguments.next().ok_or(format!("{argument} needs a value\n{USAGE}"))?;
        match argument.as_str() {
            "--gallery" => wanted.gallery = Some(value),
            "--queries" => wanted.queries = Some(value),
            "--pairs" => wanted.pairs = Some(value),
            "--top" => wanted.top = Some(value.parse().map_err(|_| format!("--top {value}: not a whole number"))?),
            "--prior" => match value.parse() {
                Ok(share) if share > 0.0 && share <= 1.0 => wanted.prior = Some(share),
                _ => return Err(format!("--prior {value}: not a share above 0 and up to 1")),
            },
            _ => return Err(format!("{argument}: not known\n{USAGE}")),
        }
    }
    Ok(wanted)
}

fn run(wanted: &Wanted, out: impl Write) -> Result<(), String> {
    match (&wanted.gallery, &wanted.queries, &wanted.pairs) {
        (Some(gallery), Some(queries), None) => search::run(gallery, queries, wanted, out),
        (None, None, Some(pairs)) => pairs::run(pairs, wanted, out),
        _ => Err(USAGE.to_owned()),
    }
}

/// Reads a file's lines, one after the other, without a carriage return; bytes that are no UTF-8 are shown as such.
fn each_line(path: &str, mut take: impl FnMut(&str) -> Result<(), String>) -> Result<(), String> {
    let file = std::fs::File::open(path).map_err(|e| format!("{path}: {e}"))?;
    let (mut file, mut line) = (BufReader::with_capacity(1 << 20, file), Vec::new());
    loop {
        line.clear();
        if file.read_until(b'\n', &mut line).map_err(|e| format!("{path}: {e}"))? == 0 {
            return Ok(());
        }
        let text = String::from_utf8_lossy(&line);
        let text = text.trim_end_matches(['\n', '\r']).trim_start_matches('\u{FEFF}');
        if !text.is_empty() {
            take(text)?;
        }
    }
}

/// The first `N` columns of a line; those that are missing are empty.
fn columns<const N: usize>(line: &str) -> [&str; N] {
    let mut columns = line.split('\t');
    std::array::from_fn(|_| columns.next().unwrap_or(""))
}

/// Seconds of this thread's processor time so far.
fn cpu_s() -> f64 {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 * 1e-9
}
