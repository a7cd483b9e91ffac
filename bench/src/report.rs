//! The figures as a table a person can paste into a page.

use crate::Size;
use crate::measure::{Figures, Round};

/// Prints everything measured, with what it is held against.
#[allow(clippy::print_stdout)] // The table is the program's answer.
pub fn print(size: &Size, figures: &Figures) {
    let ratios = sorted(figures.ours.iter().zip(&figures.bare).map(|(ours, bare)| ours.cpu_us / bare.cpu_us));
    let requests: usize = figures.ours.iter().map(|round| round.requests).sum();
    let megabytes = |bytes: u64| bytes as f64 / 1e6;
    println!("| what | figure | goal |\n|---|---|---|");
    let filled = &figures.filled;
    row("status entries, alerts", format!("{}, {}", size.entries, size.alerts), "10,000,000, 100,000");
    row("besides: ranges, patterns", format!("{}, {}", filled.ranges, filled.patterns), "");
    row("of 100 checks find a number, range, pattern, alert", "2, 1, 1, 1".to_owned(), "");
    if size.people > 0 {
        row("alerts on people in force", size.people.to_string(), "1,000,000");
        row("of 100 checks the bearer is looked for", "1".to_owned(), "");
        row("first question answered after, s", format!("{:.1}", figures.first_s), "");
    }
    row("import, rows a second (whole command)", format!("{:.0}", figures.filled.rows_s), "≥ 30,000");
    row("disk, bytes a status entry", format!("{:.0}", figures.filled.bytes_a_row), "≤ 400");
    row("ready after start, s", format!("{:.2}", figures.ready_s), "≤ 3");
    row("checks counted", format!("{requests} at {}/s, {} rounds", size.rate, figures.ours.len()), "");
    row("server CPU a check, µs (median round)", format!("{:.1}", median(&figures.ours, |r| r.cpu_us)), "");
    row("bare handler's, µs (median round)", format!("{:.1}", median(&figures.bare, |r| r.cpu_us)), "");
    row("ratio, pair by pair: least, median, most", spread(&ratios), "≤ 5");
    row("p50, ms (median round; bare beside)", pair(figures, |r| r.p50_ms), "");
    row("p99, ms (median round; bare beside)", pair(figures, |r| r.p99_ms), "≤ 25");
    row("p99, ms, while an import runs", format!("{:.1}", figures.importing.p99_ms), "≤ 50");
    row("that import, rows a second", format!("{:.0}", figures.importing_rows_s), "");
    row("resident memory, MB (most)", memory(figures, megabytes), "≤ 1,000");
    row("wrong answers", figures.wrong.to_string(), "0");
}

#[allow(clippy::print_stdout)] // As above.
fn row(what: &str, figure: String, goal: &str) {
    println!("| {what} | {figure} | {goal} |");
}

fn memory(figures: &Figures, megabytes: impl Fn(u64) -> f64) -> String {
    format!("{:.0} ({:.0})", megabytes(figures.account.resident_bytes), megabytes(figures.account.peak_bytes))
}

fn pair(figures: &Figures, of: impl Fn(&Round) -> f64 + Copy) -> String {
    format!("{:.1} ({:.1})", median(&figures.ours, of), median(&figures.bare, of))
}

fn median(rounds: &[Round], of: impl Fn(&Round) -> f64) -> f64 {
    middle(&sorted(rounds.iter().map(of)))
}

fn sorted(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values
}

fn middle(sorted: &[f64]) -> f64 {
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}

fn spread(sorted: &[f64]) -> String {
    let (least, most) = (sorted.first(), sorted.last());
    format!("{:.2}, {:.2}, {:.2}", least.unwrap_or(&f64::NAN), middle(sorted), most.unwrap_or(&f64::NAN))
}
