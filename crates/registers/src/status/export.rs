//! The act "take a copy of what one's own State says": status and reference of every entry, never a number.

use std::io::Write;
use std::str::FromStr;

use axum::response::Response;
use base::access::Resource;
use base::desk::{Permitted, Reader};
use base::store::StoreError;
use base::web::{Asked, Refusal, Stream};
use jiff::civil::Date;

use super::api::StatusShown;
use super::expiry::today;
use super::permits::ExportStatus;
use super::queries::{self, Filter, From, StatusRecord};

/// Rows read at once: few enough that the database is held for a moment only.
const ROWS_AT_ONCE: usize = 5_000;

/// How an export is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFormat {
    /// Comma-separated values with a header row (RFC 4180).
    Csv,
    /// One JSON object a line.
    JsonLines,
}

/// The text names no format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such format")]
pub struct NoSuchFormat;

impl FromStr for ExportFormat {
    type Err = NoSuchFormat;
    fn from_str(text: &str) -> Result<Self, NoSuchFormat> {
        match text {
            "csv" => Ok(ExportFormat::Csv),
            "jsonl" => Ok(ExportFormat::JsonLines),
            _ => Err(NoSuchFormat),
        }
    }
}

/// Writes every entry of the reader's own State, newest first; answers how many.
///
/// Expired entries are left out. Errors: of the store, and of the place written to.
pub fn export(reader: &Reader<ExportStatus>, format: ExportFormat, to: &mut dyn Write) -> Result<u64, StoreError> {
    let (issuer, today) = (reader.caller().state, today(reader.now()));
    let (mut from, mut rows) = (From::Newest, 0);
    if format == ExportFormat::Csv {
        to.write_all(HEADER.join(",").as_bytes())?;
        to.write_all(b"\r\n")?;
    }
    loop {
        let some = reader.ask(|c| queries::page(c, issuer, Filter::default(), from, ROWS_AT_ONCE, today))?;
        for record in &some {
            match format {
                ExportFormat::Csv => write_csv(record, to)?,
                ExportFormat::JsonLines => {
                    serde_json::to_writer(&mut *to, &StatusShown::of(record)).map_err(std::io::Error::from)?;
                    to.write_all(b"\n")?;
                }
            }
        }
        rows += some.len() as u64;
        match some.last() {
            Some(last) if some.len() == ROWS_AT_ONCE => from = From::After(last.id),
            _ => break,
        }
    }
    to.flush()?;
    Ok(rows)
}

/// Takes the copy from a page.
pub(super) async fn page(desk: Permitted<ExportStatus>, query: Asked) -> Result<Response, Refusal> {
    answer(desk, query).await
}

/// Takes a copy of every entry of one's own State as CSV or JSON Lines: status and reference, never a number.
#[utoipa::path(
    get,
    path = "/api/v1/status/export",
    operation_id = "export_status",
    tag = "status",
    params(("format" = Option<String>, Query, description = "`csv` (the default) or `jsonl`")),
    responses((status = 200, description = "The entries", content_type = "text/csv", body = String))
)]
pub(super) async fn call(desk: Permitted<ExportStatus>, query: Asked) -> Result<Response, Refusal> {
    answer(desk, query).await
}

async fn answer(desk: Permitted<ExportStatus>, query: Asked) -> Result<Response, Refusal> {
    let format = match query.0.typed("format") {
        "" => Ok(ExportFormat::Csv),
        named => named.parse(),
    };
    let reader = desk.open(Resource::room()).await?;
    let format = format.map_err(|_| Refusal::Invalid(vec![super::fault::Fault::FormatUnknown.at("format")]))?;
    let (issuer, day) = (reader.caller().state, today(reader.now()));
    let (kind, ending) = match format {
        ExportFormat::Csv => ("text/csv; charset=utf-8", "csv"),
        ExportFormat::JsonLines => ("application/x-ndjson", "jsonl"),
    };
    let stream = Stream::begin(reader.ground(), reader.caller().person)?;
    let name = format!("status-{issuer}-{day}.{ending}");
    Ok(stream.answer(kind, &name, move |to| export(&reader, format, to).map(|_| ())))
}

const HEADER: [&str; 11] =
    ["id", "kind", "form", "first", "last", "pattern", "status", "reason", "reference", "expires_on", "reported_on"];

fn write_csv(record: &StatusRecord, to: &mut dyn Write) -> std::io::Result<()> {
    let shown = StatusShown::of(record);
    let reported_on: Date = jiff::tz::TimeZone::UTC.to_datetime(record.reported_at).date();
    let cells = [
        shown.id.as_str(),
        &shown.kind,
        &shown.form,
        shown.first.as_deref().unwrap_or(""),
        shown.last.as_deref().unwrap_or(""),
        shown.pattern.as_deref().unwrap_or(""),
        &shown.status,
        shown.reason.as_deref().unwrap_or(""),
        &shown.reference,
        &shown.expires_on,
        &reported_on.to_string(),
    ];
    let mut line = String::with_capacity(160);
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            line.push(',');
        }
        push_cell(&mut line, cell);
    }
    line.push_str("\r\n");
    to.write_all(line.as_bytes())
}

/// Writes a cell so that no spreadsheet takes it for a formula: what begins like one gets an apostrophe before it
/// (OWASP, "CSV injection").
fn push_cell(line: &mut String, cell: &str) {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0']);
    if !formula && !cell.contains(['"', ',', '\r', '\n']) {
        return line.push_str(cell);
    }
    line.push('"');
    if formula {
        line.push('\'');
    }
    line.push_str(&cell.replace('"', "\"\""));
    line.push('"');
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::samples::*;
    use super::*;
    use base::access::Purpose;

    #[tokio::test]
    async fn a_copy_names_ones_own_entries_and_no_number() {
        let specimen = specimen();
        let session = authority(&specimen, "GTM");
        report(&specimen, &session, "K9000001", "=1+1").await;
        let range = [
            ("kind", "passport"),
            ("first", "K91000"),
            ("last", "K91999"),
            ("status", "stolen_blank"),
            ("reference", "B, \"1\""),
            ("step", "send"),
        ];
        path_of(specimen.post(&session, "/status/report-range", &range).await);
        report(&specimen, &authority(&specimen, "HND"), "K9000002", "FOREIGN").await;
        let csv = specimen.get(Some(&session), "/status/export?format=csv").await;
        assert_eq!(csv.headers["content-disposition"], "attachment; filename=\"status-GTM-2026-03-02.csv\"");
        let lines: Vec<&str> = csv.body.split_terminator("\r\n").collect();
        assert_eq!(lines[0], HEADER.join(","));
        assert!(
            lines[1].ends_with(",passport,range,K91000,K91999,,stolen_blank,,\"B, \"\"1\"\"\",2036-03-02,2026-03-02"),
            "{}",
            lines[1]
        );
        assert!(lines[2].ends_with(",passport,number,,,,lost,,\"'=1+1\",2031-02-28,2026-03-02"), "{}", lines[2]);
        assert_eq!(lines.len(), 3);
        let json = specimen.get(Some(&session), "/status/export?format=jsonl").await.body;
        let shown: Vec<StatusShown> = json.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(shown.iter().map(|one| one.reference.as_str()).collect::<Vec<_>>(), ["B, \"1\"", "=1+1"]);
        assert!(!json.contains("K9000001"));
    }

    #[tokio::test]
    async fn who_may_not_see_may_not_copy() {
        let specimen = specimen();
        let officer = specimen.signed_in("GTM", "border_officer", Purpose::BorderControl);
        assert_eq!(specimen.get(Some(&officer), "/status/export").await.status, 404);
        let session = authority(&specimen, "GTM");
        assert_eq!(specimen.get(Some(&session), "/status/export?format=xlsx").await.status, 422);
        let token = authority_token(&specimen, "GTM");
        assert_eq!(api_get(&specimen, &token, "/api/v1/status/export").await.body.trim_end(), HEADER.join(","));
    }

    #[test]
    fn no_cell_is_a_formula() {
        let written = |cell: &str| {
            let mut line = String::new();
            push_cell(&mut line, cell);
            line
        };
        assert_eq!(written("R-1"), "R-1");
        assert_eq!(written("a,\"b\""), "\"a,\"\"b\"\"\"");
        for start in ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "\r\n=", "\t\t@", "=\r"] {
            assert_eq!(written(&format!("{start}1+1")), format!("\"'{start}1+1\""), "{start:?}");
        }
        // Where a formula stands further in, the cell begins with something else, and a quote inside ends nothing.
        assert_eq!(written("R-1\n=1+1"), "\"R-1\n=1+1\"");
        assert_eq!(written("=\"1\",\"2\""), "\"'=\"\"1\"\",\"\"2\"\"\"");
    }
}
