//! The act "list the drafts": all for members and the secretariat, for an observer those to which it was let in.

use axum::Json;
use base::access::Resource;
use base::desk::{Permitted, Reader};
use base::web::tables::{Column, Pager, Table, pager, table};
use base::web::{Asked, Problem, Refusal, Visit};
use maud::{Markup, html};

use super::api::{DraftListed, DraftsPage};
use super::permits::{ListDrafts, OpenDraft, ShowDraft};
use super::queries::{self, Listed, PAGE_ROWS};
use crate::rounds::title;

/// Pages that a list is asked for at most.
const PAGES_MAX: usize = 10_000;

/// Shows the list.
pub(super) async fn page(desk: Permitted<ListDrafts>, visit: Visit, query: Asked) -> Result<Markup, Refusal> {
    let may_open = desk.ground().policy.allows::<OpenDraft>(desk.caller(), &Resource::room());
    let reader = desk.open(Resource::room()).await?;
    // What an address names wrongly is the first page.
    let at: usize = query.0.typed("page").parse().unwrap_or(0).min(PAGES_MAX);
    let (drafts, more) = turn(&reader, at)?;
    let voice = &visit.voice;
    let from = (at * PAGE_ROWS) as u64 + 1;
    let stand = Pager {
        from,
        to: from + (drafts.len().max(1) as u64) - 1,
        total: None,
        previous: (at > 0).then(|| format!("/drafting?page={}", at - 1)),
        next: more.then(|| format!("/drafting?page={}", at + 1)),
    };
    let columns = ["drafting-symbol", "drafting-title", "drafting-paper"];
    let row = |draft: &Listed| {
        vec![
            html! { a href={ "/drafting/" (draft.symbol.in_address()) } { (draft.symbol) } },
            html! { (title(voice, &draft.title_en, &draft.title_es)) },
            html! { @if let Some(paper) = &draft.paper { a href={ "/papers/" (paper.in_address()) } { (paper) } } },
        ]
    };
    let drawn = Table {
        id: "drafts",
        caption: voice.t("room-drafting").into_owned(),
        columns: columns.map(|key| Column::text(voice.t(key).into_owned())).to_vec(),
        rows: drafts.iter().map(row).collect(),
        empty: "drafting-none",
    };
    Ok(visit.page(
        "room-drafting",
        html! {
            h1 { (voice.t("room-drafting")) }
            p { (voice.t("drafting-about-room")) }
            @if may_open { div .row { a .button href="/drafting/new" { (voice.t("drafting-open")) } } }
            (table(voice, &drawn))
            @if stand.previous.is_some() || stand.next.is_some() { (pager(voice, &stand)) }
        },
    ))
}

/// Lists the drafts that one may read.
#[utoipa::path(
    get,
    path = "/api/v1/drafting",
    operation_id = "list_drafting",
    tag = "drafting",
    params(("page" = Option<u32>, Query, description = "The `next` of the page before; left out, the first")),
    responses(
        (status = 200, description = "A page of drafts", body = DraftsPage),
        (status = 422, description = "`page` is no page", body = Problem)
    )
)]
pub(super) async fn call(desk: Permitted<ListDrafts>, query: Asked) -> Result<Json<DraftsPage>, Refusal> {
    let reader = desk.open(Resource::room()).await?;
    let page = |text: &str| text.parse::<usize>().ok().filter(|page| *page <= PAGES_MAX);
    let unknown = || Refusal::field("page", "page", "drafting-fault-page");
    let at = query.0.chosen("page").next().map_or(Ok(0), |text| page(text).ok_or_else(unknown))?;
    let (drafts, more) = turn(&reader, at)?;
    Ok(Json(DraftsPage { drafts: drafts.iter().map(DraftListed::of).collect(), next: more.then_some(at as u64 + 1) }))
}

/// Reads one row more than a page has: whether it is there says whether the list goes on.
fn turn(reader: &Reader<ListDrafts>, at: usize) -> Result<(Vec<Listed>, bool), Refusal> {
    // Whoever may read a draft of nobody's may read all.
    let any = Resource { status: "open", ..Resource::default() };
    let all = reader.ground().policy.allows::<ShowDraft>(reader.caller(), &any);
    let of = (!all).then_some(reader.caller().state);
    let mut drafts = reader.ask(|now| queries::listed(now, of, at))?;
    let more = drafts.len() > PAGE_ROWS;
    drafts.truncate(PAGE_ROWS);
    Ok((drafts, more))
}
