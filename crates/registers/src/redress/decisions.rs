//! What the panel decided, published without anybody: number, month, sort of alert, outcome, ground. And how cases were answered,
//! counted over all States, where a count is large enough that nobody is found by it.

use base::access::Resource;
use base::desk::Permitted;
use base::web::tables::{Column, Table, table};
use base::web::{Asked, Refusal, Visit, Voice};
use jiff::civil::Date;
use maud::{Markup, html};

use super::coded::{CaseKind, Outcome};
use super::permits::ListDecisions;
use super::queries::{self, Decision, PAGE_ROWS};

/// Counts below this are not told.
pub(super) const CELL_MIN: u64 = 10;

/// Shows them.
pub(super) async fn page(
    permitted: Permitted<ListDecisions>,
    visit: Visit,
    Asked(asked): Asked,
) -> Result<Markup, Refusal> {
    let reader = permitted.open(Resource::room()).await?;
    let page: usize = asked.typed("page").parse().unwrap_or(0).min(10_000);
    let all = reader.ask(|now| queries::decisions(now, page * PAGE_ROWS))?;
    let counted = reader.ask(queries::counted)?;
    let (voice, more) = (&visit.voice, all.len() > PAGE_ROWS);
    let body = html! {
        h1 { (voice.t("redress-decisions-title")) }
        p { (voice.t("redress-decisions-about")) }
        (rows(voice, &all))
        @if page > 0 || more {
            nav .pager aria-label=(voice.t("table-pages")) {
                @if page > 0 { a .button .plain href="/redress/decisions" rel="first" { (voice.t("redress-first-page")) } }
                @if more { a .button .plain href={ "/redress/decisions?page=" (page + 1) } rel="next" { (voice.t("table-next")) } }
            }
        }
        h2 { (voice.t("redress-counted-title")) }
        p { (voice.tn("redress-counted-about", &[("least", CELL_MIN.into())])) }
        (cells(voice, |kind, outcome| counted.get(&(kind, outcome)).copied().unwrap_or(0)))
    };
    Ok(visit.page("redress-decisions-title", body))
}

fn rows(voice: &Voice, all: &[Decision]) -> Markup {
    let heading = |key: &str| Column::text(voice.t(key));
    let columns = vec![
        heading("redress-decision-number"),
        heading("redress-decision-month"),
        heading("redress-sort"),
        heading("redress-ruling"),
        heading("redress-why"),
    ];
    let row = |one: &Decision| {
        vec![
            html! { (one.number) "/" (one.year) },
            html! { @if let Ok(day) = Date::new(one.year, one.month, 1) { (voice.month(day)) } },
            html! { (voice.t(one.sort.key())) },
            html! { (voice.t(one.ruling.key())) },
            html! { (voice.t(one.ground.key())) },
        ]
    };
    let rows = all.iter().take(PAGE_ROWS).map(row).collect();
    let caption = voice.t("redress-decisions-order").into_owned();
    table(voice, &Table { id: "decisions", caption, columns, rows, empty: "redress-decisions-none" })
}

fn cells(voice: &Voice, count: impl Fn(CaseKind, Outcome) -> u64) -> Markup {
    let mut columns = vec![Column::text(voice.t("redress-kind"))];
    columns.extend(Outcome::ALL.iter().map(|outcome| Column::figures(voice.t(outcome.key()))));
    let row = |kind: &CaseKind| {
        let mut cells = vec![html! { (voice.t(kind.key())) }];
        cells.extend(Outcome::ALL.iter().map(|outcome| match count(*kind, *outcome) {
            few if few < CELL_MIN => html! { (voice.t("redress-few")) },
            many => html! { (many) },
        }));
        cells
    };
    let rows = CaseKind::ALL.iter().map(row).collect();
    let caption = voice.t("redress-counted-title").into_owned();
    table(voice, &Table { id: "counted", caption, columns, rows, empty: "redress-decisions-none" })
}
