//! The tables of a measurement, each share with its Wilson interval.

use std::collections::BTreeMap;
use std::io::{self, Write};

use crate::Query;

pub struct Costs {
    pub people: usize,
    pub build_s: f64,
    pub each_us: f64,
    pub bytes: f64,
    /// Of one who enters, until found, and of one who is withdrawn, until not.
    pub changes_ms: [f64; 2],
}

/// The score of the record that a hit is, where it was found.
fn found(query: &Query) -> Option<f64> {
    query.answer.hits.iter().find(|hit| Some(hit.record as usize) == query.truth).map(|hit| hit.score)
}

fn best(query: &Query) -> f64 {
    query.answer.hits.first().map_or(f64::NEG_INFINITY, |hit| hit.score)
}

/// A share of cases, and between which it lies with 95 % confidence.
fn share(of: usize, n: usize) -> String {
    let (n, p, z) = (n.max(1) as f64, of as f64 / n.max(1) as f64, 1.96f64);
    let centre = (p + z * z / (2.0 * n)) / (1.0 + z * z / n);
    let half = z / (1.0 + z * z / n) * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
    format!("{:.3} % ({:.3}–{:.3}, {of} of {n})", 100.0 * p, 100.0 * (centre - half).max(0.0), 100.0 * (centre + half))
}

pub fn print(out: &mut impl Write, costs: &Costs, queries: &[Query]) -> io::Result<()> {
    writeln!(
        out,
        "people {}, built in {:.1} s of CPU, {:.1} bytes a person",
        costs.people, costs.build_s, costs.bytes
    )?;
    writeln!(out, "a check {:.2} µs of CPU, {:.0} a second", costs.each_us, 1e6 / costs.each_us)?;
    let [entering, leaving] = costs.changes_ms;
    writeln!(
        out,
        "one who enters is found after {entering:.1} ms, one who is withdrawn is gone after {leaving:.1} ms"
    )?;
    let (hits, innocents): (Vec<&Query>, Vec<&Query>) = queries.iter().partition(|query| query.truth.is_some());
    let mut scores: Vec<f64> = hits.iter().map(|query| found(query).unwrap_or(f64::NEG_INFINITY)).collect();
    scores.sort_by(f64::total_cmp);
    let hit = hits.iter().filter(|query| found(query).is_some()).count();
    writeln!(out, "found among the first ten: {}", share(hit, hits.len()))?;
    let at = |recall: f64| scores[((1.0 - recall) * hits.len() as f64) as usize];
    for recall in [0.95, 0.98] {
        let stopped = innocents.iter().filter(|query| best(query) >= at(recall)).count();
        writeln!(
            out,
            "innocents stopped at {:.0} % recall (score {:.2}): {}",
            100.0 * recall,
            at(recall),
            share(stopped, innocents.len())
        )?;
    }
    by(out, "tradition", &hits, &innocents, at(0.95), |query| query.asked.tradition)?;
    at_their_own(out, &hits, &innocents)?;
    by(out, "kind", &hits, &innocents, at(0.95), |query| query.kind)?;
    calibration(out, queries)
}

/// What each tradition would cost its own innocents if each had the score at which 95 % of its own are found: where this
/// differs, no one score gives both equal recall and equal peace.
fn at_their_own(out: &mut impl Write, hits: &[&Query], innocents: &[&Query]) -> io::Result<()> {
    writeln!(out, "\neach tradition at 95 % of its own: the score, its innocents stopped")?;
    let mut scores: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for query in hits {
        scores.entry(query.asked.tradition).or_default().push(found(query).unwrap_or(f64::NEG_INFINITY));
    }
    for (name, mut scores) in scores {
        scores.sort_by(f64::total_cmp);
        let own = scores[(0.05 * scores.len() as f64) as usize];
        let others: Vec<_> = innocents.iter().filter(|query| query.asked.tradition == name).collect();
        let stopped = others.iter().filter(|query| best(query) >= own).count();
        writeln!(out, "{name}: {own:.2}; {}", share(stopped, others.len()))?;
    }
    Ok(())
}

fn by(
    out: &mut impl Write,
    what: &str,
    hits: &[&Query],
    innocents: &[&Query],
    at: f64,
    of: impl Fn(&Query) -> &'static str,
) -> io::Result<()> {
    writeln!(out, "\nby {what}: not found; found below the score of 95 % recall; innocents stopped at it")?;
    let mut rows: BTreeMap<&str, [usize; 5]> = BTreeMap::new();
    for query in hits {
        let row = rows.entry(of(query)).or_default();
        row[0] += 1;
        row[1] += usize::from(found(query).is_none());
        row[2] += usize::from(found(query).is_none_or(|score| score < at));
    }
    for query in innocents {
        let row = rows.entry(of(query)).or_default();
        row[3] += 1;
        row[4] += usize::from(best(query) >= at);
    }
    for (name, [n, missed, low, others, stopped]) in rows {
        writeln!(out, "{name}: {}; {}; {}", share(missed, n), share(low, n), share(stopped, others))?;
    }
    Ok(())
}

/// Of what was shown with a probability, how much was right.
fn calibration(out: &mut impl Write, queries: &[Query]) -> io::Result<()> {
    writeln!(out, "\nshown with probability: mean, right")?;
    let mut bins = [(0usize, 0.0f64, 0usize); 10];
    for query in queries {
        for hit in &query.answer.hits {
            let p = 1.0 / (1.0 + (-hit.score).exp());
            let bin = &mut bins[((p * 10.0) as usize).min(9)];
            bin.0 += 1;
            bin.1 += p;
            bin.2 += usize::from(Some(hit.record as usize) == query.truth);
        }
    }
    for (n, sum, right) in bins.into_iter().filter(|bin| bin.0 > 0) {
        writeln!(out, "{:.3}: {}", sum / n as f64, share(right, n))?;
    }
    Ok(())
}
