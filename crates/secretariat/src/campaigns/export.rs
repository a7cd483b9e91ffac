//! The act "take the campaigns away": as CSV, what one may see and asked for, a row a campaign.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use base::access::Resource;
use base::desk::Permitted;
use base::web::{Asked, Filled, Problem, Refusal};
use conference::sheet::Sheet;

use super::api::CampaignShown;
use super::permits::ExportCampaigns;
use super::{list, pages, queries, show};

/// The most rows of one file: some tens of megabytes where every text is as long as it may be.
const ROWS_MAX: usize = 2_000;

/// The names of the columns. Frozen, in their order: a column is added at the end.
const COLUMNS: [&str; 27] = [
    "reference",
    "state",
    "standing",
    "published_at",
    "written_at",
    "revision",
    "title_en",
    "title_es",
    "title_fr",
    "message_en",
    "message_es",
    "message_fr",
    "audiences",
    "languages",
    "channels",
    "states",
    "places",
    "first_on",
    "last_on",
    "papers",
    "cost_minor",
    "currency",
    "reached",
    "measured",
    "decision",
    "evaluated_on",
    "evaluation",
];

/// Hands over the table of what is asked for.
pub(super) async fn file(desk: Permitted<ExportCampaigns>, query: Asked) -> Result<Response, Refusal> {
    made(desk, &query.0).await
}

/// Answers the campaigns as a table.
#[utoipa::path(
    get,
    path = "/api/v1/campaigns/export",
    operation_id = "export_campaigns",
    tag = "campaigns",
    params(
        ("owner" = Option<String>, Query, description = "Code of a State: reported by it or held in it"),
        ("year" = Option<String>, Query, description = "Held on some day of the year"),
        ("audience" = Option<String>, Query, description = "Code of an audience"),
        ("language" = Option<String>, Query, description = "Code of a language")
    ),
    responses(
        (status = 200, description = "The table; docs/formats/campaigns.md", body = String, content_type = "text/csv"),
        (status = 409, description = "More than 2,000 campaigns are asked for", body = Problem),
        (status = 422, description = "What is asked by is no State, year or code", body = Problem)
    )
)]
pub(super) async fn call(desk: Permitted<ExportCampaigns>, query: Asked) -> Result<Response, Refusal> {
    made(desk, &query.0).await
}

async fn made(desk: Permitted<ExportCampaigns>, query: &Filled) -> Result<Response, Refusal> {
    let reader = desk.open(Resource::room()).await?;
    let (sought, faults) = list::sought(&reader, query);
    if !faults.is_empty() {
        return Err(Refusal::Invalid(faults));
    }
    let campaigns = reader.ask(|now| queries::sought(now, &sought, 0, ROWS_MAX + 1))?;
    // A table with an end that nobody sees would be taken for the whole.
    if campaigns.len() > ROWS_MAX {
        return Err(Refusal::conflict("campaigns-fault-rows"));
    }
    let (open, today) = (show::open(&reader, &campaigns)?, pages::today(&reader));
    let mut sheet = Sheet::new(&COLUMNS);
    for campaign in &campaigns {
        sheet.row(cells(CampaignShown::of(campaign, today, &open)));
    }
    let heads =
        [(CONTENT_TYPE, "text/csv; charset=utf-8"), (CONTENT_DISPOSITION, "attachment; filename=\"campaigns.csv\"")];
    Ok((heads, sheet.into_text()).into_response())
}

fn cells(one: CampaignShown) -> Vec<String> {
    let figure = |figure: Option<u64>| figure.map(|figure| figure.to_string()).unwrap_or_default();
    let (evaluated_on, evaluation) = match one.evaluation {
        Some(found) => (found.evaluated_on, format!("{} ({})", found.text, found.evaluated_by)),
        None => Default::default(),
    };
    vec![
        one.reference,
        one.state,
        one.standing,
        one.published_at.unwrap_or_default(),
        one.written_at,
        one.revision.to_string(),
        one.title_en,
        one.title_es,
        one.title_fr,
        one.message_en,
        one.message_es,
        one.message_fr,
        one.audiences.join(" "),
        one.languages.join(" "),
        one.channels.join(" "),
        one.states.join(" "),
        one.places,
        one.first_on,
        one.last_on,
        one.papers.join(" "),
        figure(one.cost_minor),
        one.currency,
        figure(one.reached),
        one.measured,
        one.decision,
        evaluated_on,
        evaluation,
    ]
}
