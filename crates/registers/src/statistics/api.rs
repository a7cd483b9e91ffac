//! The same for machines, without a token: JSON, and CSV with a line a figure.

use std::fmt::Write as _;
use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use base::ground::Puebla;
use base::web::{Asked, Problem, Refusal};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::coded::Sheet;
use super::entries::Issued;
use super::published;

/// The room's part of the OpenAPI document.
#[derive(OpenApi)]
#[openapi(paths(list, show), components(schemas(Problem)))]
pub(super) struct Api;

/// The years whose figures are published.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = StatisticsYears)]
pub struct YearList {
    /// The last first; fifty at most.
    pub years: Vec<YearListed>,
}

/// That a year is published.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = StatisticsYearListed)]
pub struct YearListed {
    /// The year.
    pub year: i16,
    /// Its last revision, from 1.
    pub revision: u32,
    /// When that was published: RFC 3339.
    pub published: String,
}

/// The figures of a year.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = StatisticsYear)]
pub struct YearShown {
    /// The year.
    pub year: i16,
    /// Which revision, from 1.
    pub revision: u32,
    /// When it was published: RFC 3339.
    pub published: String,
    /// Of a thousand answered matches that were somebody else or the person, how many were somebody else; absent where a figure for it is withheld.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub false_matches: Option<FalseShown>,
    /// What was counted.
    pub figures: Vec<FigureShown>,
}

/// A share with its interval of 95 in a hundred (Wilson).
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = FalseMatchShare)]
pub struct FalseShown {
    /// Of a thousand.
    pub per_thousand: u64,
    /// The lower end.
    pub low: u64,
    /// The upper end.
    pub high: u64,
}

/// One figure.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = StatisticsFigure)]
pub struct FigureShown {
    /// Code of the sheet, as `entered`.
    pub sheet: String,
    /// Code of the row, or `total`.
    pub line: String,
    /// Code of the column: a State, an answer, or `total`.
    pub part: String,
    /// How many; absent where it is withheld.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u64>,
}

/// Lists the years whose figures are published.
#[utoipa::path(
    get,
    path = "/api/v1/statistics",
    operation_id = "list_statistics",
    tag = "statistics",
    security(()),
    responses((status = 200, description = "Years and their last revisions", body = YearList))
)]
pub(super) async fn list(State(ground): State<Arc<Puebla>>) -> Result<Json<YearList>, Refusal> {
    let listed = |one: &super::queries::Publication| YearListed {
        year: one.issued.year,
        revision: one.issued.revision,
        published: one.at.to_string(),
    };
    Ok(Json(YearList { years: published::all(&ground)?.iter().map(listed).collect() }))
}

/// Answers the published figures of a year.
#[utoipa::path(
    get,
    path = "/api/v1/statistics/{year}",
    operation_id = "show_statistics",
    tag = "statistics",
    security(()),
    params(
        ("year" = String, Path, description = "As 2026"),
        ("version" = Option<String>, Query, description = "A revision; left out, the last"),
        ("format" = Option<String>, Query, description = "`csv` or `json`; left out, `json`")
    ),
    responses(
        (status = 200, description = "Every figure", content((YearShown = "application/json"), (String = "text/csv"))),
        (status = 404, description = "No such year or revision is published", content_type = "application/problem+json", body = Problem),
        (status = 422, description = "No such format", content_type = "application/problem+json", body = Problem)
    )
)]
pub(super) async fn show(
    State(ground): State<Arc<Puebla>>,
    Path(year): Path<String>,
    Asked(asked): Asked,
) -> Result<Response, Refusal> {
    let format = asked.typed("format");
    if !["", "csv", "json"].contains(&format) {
        return Err(Refusal::field("format", "no-such-code", "statistics-fault-format"));
    }
    let found = published::find(&ground, &year, asked.typed("version"))?;
    let figures = figures(&found.issued);
    if format == "csv" {
        let name = format!("attachment; filename=\"statistics-{}-{}.csv\"", found.issued.year, found.issued.revision);
        let heads = [(CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (CONTENT_DISPOSITION, name)];
        return Ok((heads, csv(&figures)).into_response());
    }
    let share = found.issued.false_matches();
    let shown = YearShown {
        year: found.issued.year,
        revision: found.issued.revision,
        published: found.at.to_string(),
        false_matches: share.map(|share| FalseShown {
            per_thousand: share.per_thousand,
            low: share.low,
            high: share.high,
        }),
        figures,
    };
    Ok(Json(shown).into_response())
}

fn figures(issued: &Issued) -> Vec<FigureShown> {
    let mut all = Vec::new();
    for sheet in Sheet::ALL {
        let columns = issued.columns(*sheet);
        for (row, figures) in issued.rows(*sheet) {
            all.extend(columns.iter().zip(figures).map(|(part, count)| FigureShown {
                sheet: sheet.code().to_owned(),
                line: row.0.to_owned(),
                part: part.clone(),
                count: *count,
            }));
        }
    }
    all
}

/// Writes a line a figure; every field is a code of ours or a number, so that none needs quotes.
fn csv(figures: &[FigureShown]) -> String {
    let mut text = String::from("sheet,line,part,count\r\n");
    for one in figures {
        let count = one.count.map(|count| count.to_string()).unwrap_or_default();
        // Writing to a text cannot fail.
        let _ = write!(text, "{},{},{},{count}\r\n", one.sheet, one.line, one.part);
    }
    text
}
