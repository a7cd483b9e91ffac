//! Every name there is, with its kind and meaning: what is written out is held against this list, and so is the page of
//! the docs.

/// How a metric's numbers behave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Rises until the server starts anew.
    Counter,
    /// Rises and falls.
    Gauge,
    /// Counted in classes of duration.
    Histogram,
}

/// Numbers of one name.
#[derive(Clone, Copy, Debug)]
pub struct Metric {
    /// The name; its unit is its ending.
    pub name: &'static str,
    /// How its numbers behave.
    pub kind: Kind,
    /// Its labels, from closed lists.
    pub labels: &'static [&'static str],
    /// What it means.
    pub meaning: &'static str,
}

const fn counter(name: &'static str, labels: &'static [&'static str], meaning: &'static str) -> Metric {
    Metric { name, kind: Kind::Counter, labels, meaning }
}

const fn gauge(name: &'static str, labels: &'static [&'static str], meaning: &'static str) -> Metric {
    Metric { name, kind: Kind::Gauge, labels, meaning }
}

const fn histogram(name: &'static str, labels: &'static [&'static str], meaning: &'static str) -> Metric {
    Metric { name, kind: Kind::Histogram, labels, meaning }
}

/// All metrics, in the order they are written.
pub const METRICS: &[Metric] = &[
    gauge("puebla_build_info", &["version"], "1; the release that runs stands in the label"),
    gauge(
        "puebla_ready",
        &[],
        "1 while requests can be answered, 0 while the access log or people cannot be read or written",
    ),
    counter(
        "puebla_requests_total",
        &["route", "method", "status"],
        "Answers by template of the route, method and class of status",
    ),
    histogram("puebla_request_duration_seconds", &["route", "method"], "Time until the head of the answer was ready"),
    counter("puebla_refusals_total", &["kind"], "Refusals by their code, as in the problems of the API"),
    counter(
        "puebla_rate_refusals_total",
        &["class"],
        "Requests refused because somebody asked too often, by class of rate",
    ),
    counter(
        "puebla_acts_total",
        &["action", "decision"],
        "Acts on the access log by action and decision; a refused sign-in is one of them",
    ),
    gauge("puebla_sessions", &["via"], "Sessions of browsers and tokens of machines that have not ended"),
    counter("puebla_writes_total", &["file"], "Acts, or lines of the access log, handed to the writer of a file"),
    gauge("puebla_writes_waiting", &["file"], "Of these, how many wait for the writer"),
    histogram(
        "puebla_commit_duration_seconds",
        &["file"],
        "Time from the beginning of a transaction until it was durable",
    ),
    counter("puebla_commits_failed_total", &["file"], "Commits that failed; nothing of them was stored"),
    gauge("puebla_file_size_bytes", &["file"], "Size of a database"),
    gauge("puebla_wal_size_bytes", &["file"], "Size of a database's write-ahead log"),
    gauge("puebla_disk_free_bytes", &[], "Room left on the disk of the data folder, for this account"),
    gauge("puebla_disk_size_bytes", &[], "Size of that disk"),
    gauge("puebla_journal_entries", &["house"], "Entries in a house's journal"),
    gauge("puebla_access_log_lines", &[], "Lines of the access log"),
    gauge(
        "puebla_access_log_last_line_age_seconds",
        &[],
        "Time since the access log's last line; absent while it has none",
    ),
    gauge(
        "puebla_upkeep_age_seconds",
        &["what"],
        "Time since the last backup and the last verification; +Inf when there was none",
    ),
    gauge(
        "puebla_verification_sound",
        &[],
        "1 when the last verification found no damage, 0 when it found some; absent when there was none",
    ),
    counter("puebla_rows_total", &["outcome"], "Rows of files taken in by imports: entered, or read and not entered"),
    counter("puebla_swept_total", &[], "Expiries and destructions that sweeps did"),
    counter("puebla_sweeps_failed_total", &[], "Sweeps of which a part failed"),
    gauge("puebla_swept_age_seconds", &[], "Time since a sweep did all it had to; absent before the first"),
    gauge("puebla_certificate_remaining_seconds", &[], "Time until the certificate in use ends; absent without one"),
    gauge("process_resident_memory_bytes", &[], "Memory that the process holds"),
    counter("process_cpu_seconds_total", &[], "Processor time that the process used"),
    gauge("process_open_fds", &[], "Open files and connections"),
    gauge("process_max_fds", &[], "How many it may have open"),
    gauge("process_threads", &[], "Threads of the process"),
    gauge("process_start_time_seconds", &[], "When the process started, in seconds since 1970"),
];

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = include_str!("../../../../docs/operate/metrics.md");
    const ALERTS: &str = include_str!("../../../../docs/operate/alerts.yml");

    /// Answers names in expressions of the rules that no metric has.
    fn unknown(rules: &str) -> Vec<String> {
        let expressions = rules.lines().filter_map(|line| line.trim().strip_prefix("expr: "));
        let names = expressions.flat_map(|text| text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_'));
        let ours = names.filter(|name| name.starts_with("puebla_") || name.starts_with("process_"));
        ours.filter(|name| !METRICS.iter().any(|metric| metric.name == *name)).map(str::to_owned).collect()
    }

    #[test]
    fn the_page_of_the_docs_says_every_metric_and_no_other() {
        let rows: Vec<&str> =
            PAGE.lines().filter(|line| line.starts_with("| `puebla_") || line.starts_with("| `process_")).collect();
        assert_eq!(rows.len(), METRICS.len());
        for metric in METRICS {
            let labels: Vec<String> = metric.labels.iter().map(|label| format!("`{label}`")).collect();
            let kind = format!("{:?}", metric.kind).to_lowercase();
            let row = format!("| `{}` | {kind} | {} | {} |", metric.name, labels.join(", "), metric.meaning);
            assert!(rows.contains(&row.as_str()), "not on the page: {row}");
        }
    }

    #[test]
    fn rules_for_alerts_speak_of_what_there_is() {
        assert!(ALERTS.matches("expr: ").count() > 10);
        assert_eq!(unknown(ALERTS), Vec::<String>::new());
        assert_eq!(unknown("  expr: rate(puebla_invented_total{kind=\"fault\"}[5m]) > 0"), ["puebla_invented_total"]);
    }
}
