//! Everything written out: what was counted, and what is read when somebody asks.

use std::path::Path;

use super::requests::STATUS_CLASSES;
use super::text::Exposition;
use super::{WriterMeter, process};
use crate::access::ACCESS;
use crate::ground::Puebla;
use crate::identity::BASE;
use crate::operation::{RELEASE, Upkeep, last};
use crate::store::StoreError;

/// Answers all metrics in Prometheus' text form.
///
/// It reads files; call it where waiting is allowed. Errors: those of reading a database.
pub fn gather(ground: &Puebla) -> Result<String, StoreError> {
    let mut page = Exposition::default();
    page.metric("puebla_build_info", |samples| samples.one(&[RELEASE], 1));
    page.single("puebla_ready", Some(u8::from(ground.is_ready())));
    requests(ground, &mut page);
    writers(ground, &mut page);
    files(ground, &mut page);
    held(ground, &mut page)?;
    done(ground, &mut page);
    this_process(&mut page);
    Ok(page.finish())
}

fn requests(ground: &Puebla, page: &mut Exposition) {
    let meters = &ground.meters;
    let all = meters.requests().map(super::Requests::all).unwrap_or_default();
    page.metric("puebla_requests_total", |samples| {
        for (route, method, meter) in &all {
            for (class, count) in STATUS_CLASSES.iter().zip(&meter.by_class).filter(|(_, count)| count.get() > 0) {
                samples.one(&[route, method, class], count.get());
            }
        }
    });
    page.metric("puebla_request_duration_seconds", |samples| {
        let asked = all.iter().filter(|(_, _, meter)| meter.by_class.iter().any(|count| count.get() > 0));
        asked.for_each(|(route, method, meter)| samples.durations(&[route, method], &meter.durations));
    });
    page.metric("puebla_refusals_total", |samples| {
        meters.refusals().for_each(|(kind, count)| samples.one(&[kind], count))
    });
    page.metric("puebla_rate_refusals_total", |samples| {
        ground.rates.refusals().for_each(|(class, count)| samples.one(&[class], count));
    });
    page.metric("puebla_acts_total", |samples| {
        for (action, [granted, refused]) in meters.acts() {
            samples.one(&[action, "granted"], granted);
            samples.one(&[action, "refused"], refused);
        }
    });
    page.metric("puebla_sessions", |samples| {
        let (pages, tokens) = ground.identity.sessions().open(ground.clock.now());
        samples.one(&["page"], pages);
        samples.one(&["api"], tokens);
    });
}

fn writers(ground: &Puebla, page: &mut Exposition) {
    let houses = ground.houses().map(|(plan, database)| (plan.spec.file, database.meter()));
    let all: Vec<(&str, &WriterMeter)> =
        [(BASE.file, ground.base.meter()), (ACCESS.file, ground.log.meter())].into_iter().chain(houses).collect();
    page.metric("puebla_writes_total", |samples| {
        all.iter().for_each(|(file, meter)| samples.one(&[file], meter.handed.get()));
    });
    page.metric("puebla_writes_waiting", |samples| {
        all.iter().for_each(|(file, meter)| samples.one(&[file], meter.waiting()));
    });
    page.metric("puebla_commit_duration_seconds", |samples| {
        all.iter().for_each(|(file, meter)| samples.durations(&[file], &meter.commits));
    });
    page.metric("puebla_commits_failed_total", |samples| {
        all.iter().for_each(|(file, meter)| samples.one(&[file], meter.failed.get()));
    });
}

fn files(ground: &Puebla, page: &mut Exposition) {
    let folder = ground.folder.path();
    let names: Vec<&str> =
        [BASE.file, ACCESS.file].into_iter().chain(ground.plans.iter().map(|plan| plan.spec.file)).collect();
    let size = |path: &Path| std::fs::metadata(path).map(|meta| meta.len()).ok();
    page.metric("puebla_file_size_bytes", |samples| {
        for name in &names {
            size(&folder.join(name)).into_iter().for_each(|bytes| samples.one(&[name], bytes));
        }
    });
    page.metric("puebla_wal_size_bytes", |samples| {
        for name in &names {
            samples.one(&[name], size(&folder.join(format!("{name}-wal"))).unwrap_or(0));
        }
    });
    let room = crate::store::room_on_disk(folder).ok();
    page.single("puebla_disk_free_bytes", room.map(|room| room.free_bytes));
    page.single("puebla_disk_size_bytes", room.map(|room| room.size_bytes));
}

fn held(ground: &Puebla, page: &mut Exposition) -> Result<(), StoreError> {
    let now = ground.clock.now();
    let mut entries = Vec::new();
    for (plan, database) in ground.houses() {
        let sql = "SELECT coalesce(max(position), 0) FROM journal_entry";
        let count: u64 = database.read(|connection| Ok(connection.query_row(sql, [], |row| row.get(0))?))?;
        entries.push((plan.spec.name, count));
    }
    page.metric("puebla_journal_entries", |samples| {
        entries.iter().for_each(|(house, count)| samples.one(&[house], count))
    });
    let (lines, last_at_us) = ground.log.last_line();
    page.single("puebla_access_log_lines", Some(lines));
    let age = |at_us: i64| (now.as_microsecond() - at_us).max(0) / 1_000_000;
    page.single("puebla_access_log_last_line_age_seconds", (lines > 0).then(|| age(last_at_us)));
    let done = |what| ground.base.read(|base| last(base, what));
    let (copied, verified) = (done(Upkeep::Backup)?, done(Upkeep::Verification)?);
    page.metric("puebla_upkeep_age_seconds", |samples| {
        for (what, done) in [(Upkeep::Backup, &copied), (Upkeep::Verification, &verified)] {
            let age = done.as_ref().map_or("+Inf".to_owned(), |done| age(done.at.as_microsecond()).to_string());
            samples.one(&[what.code()], age);
        }
    });
    page.single("puebla_verification_sound", verified.map(|done| u8::from(done.sound)));
    Ok(())
}

fn done(ground: &Puebla, page: &mut Exposition) {
    let (meters, now) = (&ground.meters, ground.clock.now());
    page.metric("puebla_rows_total", |samples| {
        samples.one(&["entered"], meters.rows_entered.get());
        samples.one(&["not_entered"], meters.rows_not_entered.get());
    });
    page.single("puebla_swept_total", Some(meters.swept.get()));
    page.single("puebla_sweeps_failed_total", Some(meters.sweeps_failed.get()));
    let swept_at_us = Some(meters.swept_at_us.get()).filter(|at_us| *at_us > 0);
    page.single("puebla_swept_age_seconds", swept_at_us.map(|at_us| (now.as_microsecond() - at_us) / 1_000_000));
    let ends_s = Some(meters.certificate_ends_s.get()).filter(|ends_s| *ends_s > 0);
    page.single("puebla_certificate_remaining_seconds", ends_s.map(|ends_s| ends_s - now.as_second()));
}

fn this_process(page: &mut Exposition) {
    let used = process::read();
    page.single("process_resident_memory_bytes", used.resident_bytes);
    page.single("process_cpu_seconds_total", used.cpu_s);
    page.single("process_open_fds", used.open_files);
    page.single("process_max_fds", used.max_files);
    page.single("process_threads", used.threads);
    page.single("process_start_time_seconds", used.started_s);
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::METRICS;
    use super::*;
    use crate::access::Purpose;
    use crate::specimen::Specimen;

    /// Answers the value of a sample by its name and labels.
    fn value(text: &str, sample: &str) -> Option<f64> {
        text.lines().find_map(|line| line.strip_prefix(sample)?.strip_prefix(' ')?.parse().ok())
    }

    async fn asked() -> (Specimen, String) {
        let specimen = Specimen::new(&[]);
        let operator = specimen.signed_in("XSV", "operator", Purpose::Operation);
        specimen.get(Some(&operator), "/operation?page=secret-page").await;
        specimen.get(Some(&operator), "/people/0199-secret-person").await;
        specimen.get(None, "/no/such/secret-path").await;
        specimen.post_raw(None, "/sign-in", &[("user_name", "secret.name"), ("password", "secret-word")]).await;
        specimen.post(&operator, "/operation/verification", &[]).await;
        specimen.ground.meters.certificate_ends_s.set(crate::specimen::START_S + 86_400);
        specimen.ground.meters.swept_at_us.set(crate::specimen::START_S * 1_000_000);
        let text = gather(&specimen.ground).unwrap();
        (specimen, text)
    }

    #[tokio::test]
    async fn every_metric_of_the_catalogue_is_written_and_no_other() {
        let (_specimen, text) = asked().await;
        let written: Vec<&str> =
            text.lines().filter_map(|line| line.strip_prefix("# TYPE ")?.split(' ').next()).collect();
        let known: Vec<&str> =
            METRICS.iter().map(|metric| metric.name).filter(|name| *name != "puebla_journal_entries").collect();
        let (mut written, mut known) = (written, known);
        written.sort_unstable();
        known.sort_unstable();
        assert_eq!(written, known, "this specimen has no house");
    }

    #[tokio::test]
    async fn what_happened_is_counted_by_route_and_nothing_says_who() {
        let (specimen, text) = asked().await;
        let of = |sample: &str| value(&text, sample).unwrap_or_else(|| panic!("{sample} is not in:\n{text}"));
        assert_eq!(of("puebla_requests_total{route=\"/operation\",method=\"GET\",status=\"2xx\"}"), 1.0);
        assert_eq!(of("puebla_requests_total{route=\"/people/{person}\",method=\"GET\",status=\"4xx\"}"), 1.0);
        assert_eq!(of("puebla_requests_total{route=\"none\",method=\"other\",status=\"4xx\"}"), 1.0);
        assert_eq!(of("puebla_request_duration_seconds_count{route=\"/operation\",method=\"GET\"}"), 1.0);
        assert_eq!(of("puebla_refusals_total{kind=\"not-found\"}"), 2.0);
        assert_eq!(of("puebla_acts_total{action=\"people.show\",decision=\"refused\"}"), 1.0);
        assert_eq!(of("puebla_upkeep_age_seconds{what=\"verification\"}"), 0.0);
        assert_eq!(of("puebla_upkeep_age_seconds{what=\"backup\"}"), f64::INFINITY);
        assert_eq!(of("puebla_verification_sound"), 1.0);
        assert_eq!(of("puebla_certificate_remaining_seconds"), 86_400.0);
        assert_eq!(of("puebla_access_log_lines"), specimen.log_lines().len() as f64);
        assert!(of("puebla_commit_duration_seconds_count{file=\"access.db\"}") >= 3.0);
        assert_eq!((of("puebla_ready"), of("puebla_sessions{via=\"page\"}")), (1.0, 1.0));
        for secret in ["secret", "operator", "Specimen", "XSV"] {
            assert!(!text.contains(secret), "{secret} is in:\n{text}");
        }
    }

    #[tokio::test]
    async fn a_log_that_cannot_be_written_is_seen_and_passes() {
        let specimen = Specimen::new(&[]);
        let operator = specimen.signed_in("XSV", "operator", Purpose::Operation);
        let ready = async || specimen.get(None, "/health/ready").await.status.as_u16();
        assert_eq!(ready().await, 204);
        specimen.break_log(true);
        specimen.get(Some(&operator), "/operation").await;
        assert_eq!((ready().await, specimen.get(None, "/health/live").await.status.as_u16()), (503, 204));
        let text = gather(&specimen.ground).unwrap();
        assert_eq!(value(&text, "puebla_ready"), Some(0.0));
        assert_eq!(value(&text, "puebla_commits_failed_total{file=\"access.db\"}"), Some(1.0));
        specimen.break_log(false);
        // Whoever is not asked any more has no line to write: after a while it is tried again.
        specimen.clock.advance(jiff::SignedDuration::from_secs(11));
        assert_eq!(ready().await, 204);
    }
}
