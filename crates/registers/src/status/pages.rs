//! What this room shows more than once: an entry's facts, what it speaks of, tables of entries.

use base::web::tables::{Column, Table, table};
use base::web::{Voice, parts};
use maud::{Markup, html};

use super::listing::{Report, Resting, Subject};
use super::queries::StatusRecord;

/// Says what an entry speaks of. A single number is not known, and the page says so.
pub(super) fn resting(voice: &Voice, subject: &Resting) -> Markup {
    match subject {
        Resting::Number(_) => html! { (voice.t("status-subject-number")) },
        Resting::Range(range) => between(voice, range.first().as_str(), range.last().as_str()),
        Resting::Pattern(pattern) => html! { span .mono { (pattern.as_str()) } },
    }
}

/// Says what a report that is still being written speaks of.
pub(super) fn subject(voice: &Voice, subject: &Subject) -> Markup {
    match subject {
        Subject::Number(number) => html! { span .mono { (number.as_str()) } },
        Subject::Range(range) => between(voice, range.first().as_str(), range.last().as_str()),
        Subject::Pattern(pattern) => html! { span .mono { (pattern.as_str()) } },
    }
}

fn between(voice: &Voice, first: &str, last: &str) -> Markup {
    let mono = |text: &str| html! { span .mono { (text) } };
    voice.rich("status-subject-range", &[], &[("first", mono(first)), ("last", mono(last))])
}

/// Draws what a report says, for whoever is about to send it.
pub(super) fn report_facts(voice: &Voice, report: &Report) -> Markup {
    let reason = report.reason.map_or_else(|| voice.t("status-reason-none"), |reason| voice.t(reason.key()));
    parts::facts(&[
        (&voice.t("status-kind"), html! { (voice.t(report.kind.key())) }),
        (&voice.t("status-subject"), subject(voice, &report.subject)),
        (&voice.t("status-status"), html! { (voice.t(report.status.key())) }),
        (&voice.t("status-expires-on"), voice.date(report.expires_on)),
        (&voice.t("status-reference"), html! { (report.reference) }),
        (&voice.t("status-reason"), html! { (reason) }),
    ])
}

/// Draws an entry's facts.
pub(super) fn record_facts(voice: &Voice, record: &StatusRecord) -> Markup {
    let reason = record.reason.map_or_else(|| voice.t("status-reason-none"), |reason| voice.t(reason.key()));
    parts::facts(&[
        (&voice.t("status-reference"), html! { (record.reference) }),
        (&voice.t("status-status"), html! { (voice.t(record.status.key())) }),
        (&voice.t("status-kind"), html! { (voice.t(record.kind.key())) }),
        (&voice.t("status-subject"), resting(voice, &record.subject)),
        (&voice.t("status-reason"), html! { (reason) }),
        (&voice.t("status-expires-on"), voice.date(record.expires_on)),
    ])
}

/// Draws a table of entries, each leading to its own page.
pub(super) fn records(voice: &Voice, caption: String, records: &[StatusRecord], empty: &str) -> Markup {
    let heading = |key| Column::text(voice.t(key).into_owned());
    let rows = records.iter().map(|record| {
        vec![
            html! { a href={ "/status/" (record.id) } { (record.reference) } },
            html! { (voice.t(record.status.key())) },
            html! { (voice.t(record.kind.key())) },
            html! {
                @match &record.subject {
                    Resting::Number(_) => (voice.t("status-subject-one")),
                    other => (resting(voice, other)),
                }
            },
            voice.date(day(voice, record)),
            voice.date(record.expires_on),
        ]
    });
    let columns = vec![
        heading("status-reference"),
        heading("status-status"),
        heading("status-kind"),
        heading("status-subject"),
        heading("status-reported-on"),
        heading("status-expires-on"),
    ];
    table(voice, &Table { id: "entries", caption, columns, rows: rows.collect(), empty })
}

fn day(voice: &Voice, record: &StatusRecord) -> jiff::civil::Date {
    voice.zone.to_datetime(record.reported_at).date()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::samples::*;
    use axum::body::Body;
    use axum::http::Request;

    #[tokio::test]
    async fn every_page_speaks_three_languages() {
        let specimen = specimen();
        let session = authority(&specimen, "GTM");
        let entry = report(&specimen, &session, "K9000001", "R-1").await;
        let own = ["/correct", "/withdraw"].map(|act| format!("{entry}{act}"));
        let mut paths: Vec<String> =
            vec![entry.clone(), format!("{entry}?done=reported"), format!("{entry}?done=corrected")];
        paths.extend(own);
        for page in ["", "?done=withdrawn", "/report", "/report-range", "/report-pattern", "/find"] {
            paths.push(format!("/status{page}"));
        }
        for path in &paths {
            let mut titles = Vec::new();
            for language in ["en", "es", "fr"] {
                let cookie = format!("puebla={}; language={language}", session.secret);
                let page =
                    specimen.send(Request::get(path).header("cookie", cookie).body(Body::empty()).unwrap()).await;
                assert_eq!(page.status, 200, "{path}");
                assert!(page.body.contains(&format!("<html lang=\"{language}\"")));
                assert!(
                    !page.body.contains(">status-") && !page.body.contains(">document-"),
                    "{path}: a text is missing"
                );
                titles.push(page.body.split("<h1>").nth(1).unwrap().split("</h1>").next().unwrap().to_owned());
            }
            titles.dedup();
            assert_eq!(titles.len(), 3, "{path}: {titles:?}");
        }
    }
}
