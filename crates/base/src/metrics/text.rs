//! Prometheus' text form, version 0.0.4: metrics with their help and type, and one sample a line.

use std::fmt::{Display, Write};

use super::catalogue::{Kind, METRICS};
use super::instruments::{BOUNDS_US, Durations};

/// The media type of the form.
pub const MEDIA_TYPE: &str = "text/plain; version=0.0.4; charset=utf-8";

/// What is written out, metric by metric.
#[derive(Default)]
pub struct Exposition {
    text: String,
}

/// One metric of an exposition.
pub struct Samples<'e> {
    text: &'e mut String,
    name: &'static str,
    labels: &'static [&'static str],
}

impl Exposition {
    /// Begins a metric of the catalogue; one that is not in it is left out whole, which a test would see.
    pub fn metric(&mut self, name: &str, write: impl FnOnce(&mut Samples<'_>)) {
        let Some(metric) = METRICS.iter().find(|metric| metric.name == name) else { return };
        let before = self.text.len();
        let kind = match metric.kind {
            Kind::Counter => "counter",
            Kind::Gauge => "gauge",
            Kind::Histogram => "histogram",
        };
        // Writing to a text does not fail.
        let _ = write!(self.text, "# HELP {0} {1}\n# TYPE {0} {kind}\n", metric.name, metric.meaning);
        let begun = self.text.len();
        write(&mut Samples { text: &mut self.text, name: metric.name, labels: metric.labels });
        if self.text.len() == begun {
            self.text.truncate(before);
        }
    }

    /// Writes a metric that has one number and no label, where the number is known.
    pub fn single(&mut self, name: &str, value: Option<impl Display>) {
        self.metric(name, |samples| {
            if let Some(value) = value {
                samples.one(&[], value);
            }
        });
    }

    /// Answers the text.
    pub fn finish(self) -> String {
        self.text
    }
}

impl Samples<'_> {
    /// Writes one number; the labels' values are in the catalogue's order.
    pub fn one(&mut self, values: &[&str], value: impl Display) {
        self.line("", values, None, value);
    }

    /// Writes durations as a histogram in seconds.
    pub fn durations(&mut self, values: &[&str], durations: &Durations) {
        let up_to = durations.up_to();
        for (count, bound_us) in up_to.iter().zip(BOUNDS_US) {
            self.line("_bucket", values, Some(&seconds(bound_us)), count);
        }
        let all = up_to[BOUNDS_US.len()];
        self.line("_bucket", values, Some("+Inf"), all);
        self.line("_sum", values, None, seconds(durations.sum_us()));
        self.line("_count", values, None, all);
    }

    fn line(&mut self, ending: &str, values: &[&str], up_to: Option<&str>, value: impl Display) {
        let pairs = self.labels.iter().copied().zip(values.iter().copied()).chain(up_to.map(|bound| ("le", bound)));
        let labels: Vec<String> = pairs.map(|(name, value)| format!("{name}=\"{}\"", escaped(value))).collect();
        let labels = if labels.is_empty() { String::new() } else { format!("{{{}}}", labels.join(",")) };
        let _ = writeln!(self.text, "{}{ending}{labels} {value}", self.name);
    }
}

/// Says microseconds in seconds, as exactly as they are known.
fn seconds(us: u64) -> String {
    let text = format!("{}.{:06}", us / 1_000_000, us % 1_000_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn escaped(value: &str) -> String {
    value.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_histogram_rises_to_its_count() {
        let durations = Durations::default();
        [100, 700, 20_000_000].into_iter().for_each(|us| durations.took(us));
        let mut page = Exposition::default();
        page.metric("puebla_commit_duration_seconds", |samples| samples.durations(&["base.db"], &durations));
        let text = page.finish();
        assert!(text.starts_with("# HELP puebla_commit_duration_seconds Time"), "{text}");
        for line in [
            "puebla_commit_duration_seconds_bucket{file=\"base.db\",le=\"0.00025\"} 1",
            "puebla_commit_duration_seconds_bucket{file=\"base.db\",le=\"0.001\"} 2",
            "puebla_commit_duration_seconds_bucket{file=\"base.db\",le=\"10\"} 2",
            "puebla_commit_duration_seconds_bucket{file=\"base.db\",le=\"+Inf\"} 3",
            "puebla_commit_duration_seconds_sum{file=\"base.db\"} 20.0008",
            "puebla_commit_duration_seconds_count{file=\"base.db\"} 3",
        ] {
            assert!(text.contains(&format!("{line}\n")), "{line} is not in:\n{text}");
        }
    }

    #[test]
    fn a_metric_without_numbers_is_not_begun_and_one_nobody_knows_is_not_written() {
        let mut page = Exposition::default();
        page.single("puebla_swept_age_seconds", None::<u64>);
        page.single("puebla_invented", Some(1));
        assert_eq!(page.finish(), "");
    }
}
