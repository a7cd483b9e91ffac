//! The act "list the documents": the last filed first, fifty a page.

use axum::Json;
use base::access::Resource;
use base::desk::{Permitted, Reader};
use base::store::StoreError;
use base::web::tables::{Column, Pager, Table, pager, table};
use base::web::{Asked, Refusal, Visit};
use maud::{Markup, html};

use super::api::{PaperShown, PapersPage};
use super::paper::{CLASSES, KINDS, key};
use super::permits::{FilePaper, ListPapers, ShowPaper};
use super::queries::{self, Paper};
use super::show;
use crate::meetings::MEMBERS_ONLY;

/// Documents a page.
const PAGE_ROWS: usize = 50;

/// Shows the list.
pub(super) async fn page(desk: Permitted<ListPapers>, visit: Visit, query: Asked) -> Result<Markup, Refusal> {
    // What an address names wrongly is left out: a list is no form to be corrected.
    let before = query.0.typed("before").parse().ok();
    let may_file = desk.ground().policy.allows::<FilePaper>(desk.caller(), &Resource::room());
    let reader = desk.open(Resource::room()).await?;
    let (papers, next) = turn(&reader, before)?;
    let first: u64 = query.0.typed("row").parse().unwrap_or(1).clamp(1, 1 << 40);
    let (voice, rows) = (&visit.voice, papers.len() as u64);
    let stand = Pager {
        from: first,
        to: first + rows.max(1) - 1,
        total: None,
        previous: before.map(|_| "/papers".to_owned()),
        next: next.map(|next| format!("/papers?before={next}&row={}", first + rows)),
    };
    let heading = |key| Column::text(voice.t(key).into_owned());
    let columns = ["papers-symbol", "papers-title", "papers-kind", "papers-class"].map(heading).to_vec();
    let name = |list: &[(&'static str, &'static str)], code: &str| key(list, code).map(|key| voice.t(key).into_owned());
    let row = |paper: &Paper| {
        vec![
            html! { a href={ "/papers/" (paper.symbol.in_address()) } { (paper.symbol) } },
            show::title(voice, paper),
            html! { (name(&KINDS, &paper.kind).unwrap_or_default()) },
            html! { (name(&CLASSES, &paper.class).unwrap_or_default()) },
        ]
    };
    let caption = voice.t("papers-list").into_owned();
    let rows = papers.iter().map(row).collect();
    Ok(visit.page(
        "papers-list",
        html! {
            h1 { (voice.t("papers-list")) }
            p { (voice.t("papers-list-about")) " " a href="/papers/news" { (voice.t("papers-news")) } }
            @if may_file { div .row { a .button href="/papers/file" { (voice.t("papers-file")) } } }
            (table(voice, &Table { id: "papers", caption, columns, rows, empty: "papers-list-empty" }))
            @if next.is_some() || before.is_some() { (pager(voice, &stand)) }
        },
    ))
}

/// Lists the documents that one may see, the last filed first.
#[utoipa::path(
    get,
    path = "/api/v1/papers",
    operation_id = "list_papers",
    tag = "papers",
    params(("before" = Option<u64>, Query, description = "The `next` of the page before")),
    responses((status = 200, description = "A page of up to fifty documents", body = PapersPage))
)]
pub(super) async fn call(desk: Permitted<ListPapers>, query: Asked) -> Result<Json<PapersPage>, Refusal> {
    // Positions are counted in signed numbers; a place that is named and left empty is none.
    let place = |text: &str| text.parse::<u64>().ok().filter(|place| i64::try_from(*place).is_ok());
    let unknown = || Refusal::field("before", "before", "papers-fault-before");
    let before = query.0.chosen("before").next().map(|text| place(text).ok_or_else(unknown)).transpose();
    let reader = desk.open(Resource::room()).await?;
    let (papers, next) = turn(&reader, before?)?;
    Ok(Json(PapersPage { papers: papers.iter().map(|paper| PaperShown::of(paper, &[])).collect(), next }))
}

/// Reads one row more than a page has: whether it is there says whether the list goes on.
fn turn(reader: &Reader<ListPapers>, before: Option<u64>) -> Result<(Vec<Paper>, Option<u64>), StoreError> {
    let kept = Resource { status: MEMBERS_ONLY, ..Resource::default() };
    let members_only = reader.ground().policy.allows::<ShowPaper>(reader.caller(), &kept);
    // Beyond what the table can hold nothing is asked for.
    let before = before.map(|before| before.min(i64::MAX as u64));
    let mut papers = reader.ask(|now| queries::page(now, before, members_only, PAGE_ROWS + 1))?;
    let more = papers.len() > PAGE_ROWS;
    papers.truncate(PAGE_ROWS);
    let next = papers.last().filter(|_| more).map(|last| last.position);
    Ok((papers, next))
}
