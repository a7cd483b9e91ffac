//! What this room shows: how an import goes, what was wrong with its file, which columns a file has.

use base::web::parts::{self, Tone};
use base::web::tables::{Column, Table, table};
use base::web::{InputFault, Problem, Voice};
use jiff::Timestamp;
use maud::{Markup, html};

use super::What;
use super::entries::Outcome;
use super::fault::LISTED_MAX;
use super::import::{ImportReport, Progress};
use super::running::{Job, Stage};
use super::show::Found;

/// Answers the key of the title of the form for such rows.
pub(super) const fn title(what: What) -> &'static str {
    match what {
        What::Status => "imports-status",
        What::Alerts => "imports-alerts",
    }
}

/// Answers the key of what to know before sending such rows.
pub(super) const fn about(what: What) -> &'static str {
    match what {
        What::Status => "imports-status-about",
        What::Alerts => "imports-alerts-about",
    }
}

/// Draws the table of the columns a file has.
pub(super) fn columns(voice: &Voice, what: What) -> Markup {
    let listed: &[(&str, &str)] = match what {
        What::Status => &STATUS_COLUMNS,
        What::Alerts => &ALERT_COLUMNS,
    };
    // Each name by itself: on a narrow screen the line breaks between them, never within one.
    let codes = |names: &str| {
        html! { @for (turn, name) in names.split(", ").enumerate() { @if turn > 0 { ", " } code { (name) } } }
    };
    let rows = listed.iter().map(|(names, key)| vec![codes(names), html! { (voice.t(key)) }]).collect();
    let heading = |key| Column::text(voice.t(key).into_owned());
    let caption = voice.t("imports-columns").into_owned();
    let columns = vec![heading("imports-column"), heading("imports-column-meaning")];
    table(voice, &Table { id: "columns", caption, columns, rows, empty: "imports-columns" })
}

const STATUS_COLUMNS: [(&str, &str); 8] = [
    ("kind", "imports-column-kind"),
    ("number", "imports-column-number"),
    ("first, last", "imports-column-range"),
    ("pattern", "imports-column-pattern"),
    ("status", "imports-column-status"),
    ("expires_on", "imports-column-expires-on"),
    ("reference", "imports-column-reference"),
    ("reason", "imports-column-reason"),
];

const ALERT_COLUMNS: [(&str, &str); 8] = [
    ("fraud_class, techniques", "imports-column-class"),
    ("kind, issuer", "imports-column-document"),
    ("pattern", "imports-column-alert-pattern"),
    ("points, levels, places", "imports-column-points"),
    ("documents_seen", "imports-column-documents-seen"),
    ("first_seen", "imports-column-first-seen"),
    ("detected_border, detected_in", "imports-column-detected"),
    ("language", "imports-column-language"),
];

/// Draws one import.
pub(super) fn import(voice: &Voice, found: &Found) -> Markup {
    let (what, body) = match found {
        Found::Job(job) => (job.what, of_job(voice, job)),
        Found::Record(record) => {
            let (tone, key) = match record.outcome {
                Outcome::Closed => (Tone::Done, "imports-entered"),
                Outcome::Open | Outcome::Abandoned => (Tone::Late, "imports-abandoned"),
            };
            (record.what, parts::notice(tone, html! { p { (voice.tn(key, &[("rows", record.rows.into())])) } }))
        }
    };
    html! {
        h1 { (voice.t("imports-one")) }
        p { (voice.t(title(what))) ", " (voice.instant(started_at(found))) }
        (body)
        p { a href="/imports" { (voice.t("imports-back")) } }
    }
}

fn started_at(found: &Found) -> Timestamp {
    match found {
        Found::Job(job) => job.started_at,
        Found::Record(record) => record.opened_at,
    }
}

fn of_job(voice: &Voice, job: &Job) -> Markup {
    let going = |key, done, rows: Option<u64>| parts::progress(voice, &voice.t(key), done, rows);
    match job.stage() {
        Stage::Waiting => parts::notice(Tone::Deep, html! { p { (voice.t("imports-waiting")) } }),
        Stage::Going(progress) => html! {
            @match progress {
                Progress::Reading(done) => (going("imports-reading", done, None)),
                Progress::Comparing(done, rows) => (going("imports-comparing", done, Some(rows))),
                Progress::Entering(done, rows) => (going("imports-entering", done, Some(rows))),
            }
            p { (voice.t("imports-going-about")) }
        },
        Stage::Failed(refusal) => {
            let problem = Problem::of(&refusal, voice);
            parts::notice(
                Tone::Late,
                html! {
                    p { strong { (problem.title) } }
                    @for error in &problem.errors { p { (error.message) } }
                    @if let Some(detail) = &problem.detail { p { (detail) } }
                    p { (voice.t("imports-nothing-entered")) }
                },
            )
        }
        Stage::Done(report) => done(voice, job, &report),
    }
}

fn done(voice: &Voice, job: &Job, report: &ImportReport) -> Markup {
    let said = |tone, key| parts::notice(tone, html! { p { (voice.tn(key, &[("rows", report.rows.into())])) } });
    if report.faults_total == 0 {
        let key = if job.dry_run { "imports-tried" } else { "imports-entered" };
        return said(Tone::Done, key);
    }
    let caption = voice.tn("imports-faults", &[("count", report.faults_total.into())]).into_owned();
    let heading = |key| Column::text(voice.t(key).into_owned());
    let columns = vec![
        Column::figures(voice.t("imports-fault-line").into_owned()),
        heading("imports-fault-column"),
        heading("imports-fault-what"),
        heading("imports-fault-code"),
    ];
    let rows = report.faults.iter().map(|fault| fault_row(voice, fault)).collect();
    html! {
        (parts::notice(Tone::Late, html! { p { (voice.t("imports-refused")) } }))
        (table(voice, &Table { id: "faults", caption, columns, rows, empty: "imports-faults" }))
        @if report.faults_total > LISTED_MAX as u64 {
            p { (voice.tn("imports-faults-more", &[("listed", LISTED_MAX.into())])) }
        }
        p { a .button href={ "/imports/" (job.what) } { (voice.t("imports-again")) } }
    }
}

fn fault_row(voice: &Voice, fault: &InputFault) -> Vec<Markup> {
    let number = |number: Option<u64>| number.map_or_else(String::new, |number| number.to_string());
    vec![
        html! { (number(fault.line)) },
        html! {
            @if !fault.field.is_empty() { code { (fault.field) } }
            @if fault.column.is_some() { @if !fault.field.is_empty() { " · " } (number(fault.column)) }
        },
        html! { (voice.say(&fault.said)) },
        html! { code { (fault.code) } },
    ]
}

/// Draws the list of a State's imports and the ways to bring more.
pub(super) fn list(voice: &Voice, found: &[Found], offered: &[What]) -> Markup {
    let heading = |key| Column::text(voice.t(key).into_owned());
    let rows = found.iter().map(|one| {
        let (id, what, rows) = match one {
            Found::Job(job) => (job.id, job.what, rows_of(&job.stage())),
            Found::Record(record) => (record.id, record.what, Some(record.rows)),
        };
        let rows = rows.and_then(|rows| i64::try_from(rows).ok()).map(|rows| voice.number(rows));
        vec![
            html! { a href={ "/imports/" (id) } { (voice.instant(started_at(one))) } },
            html! { (voice.t(title(what))) },
            html! { (voice.t(standing(one))) },
            html! { (rows.unwrap_or_default()) },
        ]
    });
    let columns = vec![
        heading("imports-started"),
        heading("imports-what"),
        heading("imports-standing"),
        Column::figures(voice.t("imports-rows").into_owned()),
    ];
    let caption = voice.t("imports-list-caption").into_owned();
    html! {
        h1 { (voice.t("imports-list")) }
        p { (voice.t("imports-list-about")) }
        @if !offered.is_empty() {
            div .row { @for what in offered { a .button href={ "/imports/" (what) } { (voice.t(title(*what))) } } }
        }
        (table(voice, &Table { id: "imports", caption, columns, rows: rows.collect(), empty: "imports-list-empty" }))
    }
}

fn rows_of(stage: &Stage) -> Option<u64> {
    match stage {
        Stage::Going(Progress::Comparing(_, rows) | Progress::Entering(_, rows)) => Some(*rows),
        Stage::Done(report) => Some(report.rows),
        _ => None,
    }
}

fn standing(found: &Found) -> &'static str {
    match found {
        Found::Record(record) => match record.outcome {
            Outcome::Closed => "imports-standing-entered",
            Outcome::Open | Outcome::Abandoned => "imports-standing-abandoned",
        },
        Found::Job(job) => match job.stage() {
            Stage::Waiting | Stage::Going(_) => "imports-standing-going",
            Stage::Failed(_) => "imports-standing-failed",
            Stage::Done(report) if report.faults_total > 0 => "imports-standing-refused",
            Stage::Done(_) if job.dry_run => "imports-standing-tried",
            Stage::Done(_) => "imports-standing-entered",
        },
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::samples::*;
    use crate::status::samples::*;
    use axum::body::Body;
    use axum::http::Request;
    use base::access::Purpose;

    #[tokio::test]
    async fn every_page_speaks_three_languages() {
        let specimen = specimen();
        let (session, token) = (authority(&specimen, "GTM"), authority_token(&specimen, "GTM"));
        let examiner = specimen.signed_in("GTM", "document_examiner", Purpose::DocumentExamination);
        let rows = "kind,number,status,reference\npassport,K9000001,lost,R\n";
        let mut pages = vec![(&session, "/imports".to_owned()), (&session, "/imports/status".to_owned())];
        pages.push((&examiner, "/imports/alerts".to_owned()));
        for (query, file) in [("?dry_run=true", rows), ("", rows), ("", "a\n1\n")] {
            pages.push((&session, format!("/imports/{}", import(&specimen, &token, query, file).await.id)));
        }
        for (session, path) in &pages {
            for language in ["en", "es", "fr"] {
                let cookie = format!("puebla={}; language={language}", session.secret);
                let page =
                    specimen.send(Request::get(path).header("cookie", cookie).body(Body::empty()).unwrap()).await;
                assert_eq!(page.status, 200, "{path}");
                assert!(page.body.contains(&format!("<html lang=\"{language}\"")));
                assert!(!page.body.contains(">imports-"), "{path}: a text is missing");
            }
        }
    }
}
