//! The cases: of one's own State, the first due before the others; and those that stand before the panel. No name in either.

use base::access::Resource;
use base::desk::Permitted;
use base::web::parts::{self, Tone};
use base::web::tables::{Column, Table, table};
use base::web::{Asked, Refusal, Visit, Voice};
use jiff::civil::Date;
use maud::{Markup, html};

use super::pages;
use super::permits::{BlockAlert, ListCases, OpenCase};
use super::queries::{self, Case, PAGE_ROWS};
use crate::alerts::today;

/// Shows them.
pub(super) async fn page(
    permitted: Permitted<ListCases>,
    visit: Visit,
    Asked(asked): Asked,
) -> Result<Markup, Refusal> {
    let reader = permitted.open(Resource::room()).await?;
    let (caller, day) = (reader.caller(), today(reader.now()));
    let policy = &reader.ground().policy;
    let officer = policy.allows::<OpenCase>(caller, &Resource::of(caller.state, "new".to_owned()));
    let referred = Resource { status: "referred", ..Resource::of(caller.state, "any".to_owned()) };
    let panel = policy.allows::<BlockAlert>(caller, &referred);
    let page: usize = asked.typed("page").parse().unwrap_or(0).min(10_000);
    let skip = page * PAGE_ROWS;
    let own = if officer { reader.ask(|now| queries::of_state(now, caller.state, skip))? } else { Vec::new() };
    let before = if panel { reader.ask(|now| queries::of_panel(now, skip))? } else { Vec::new() };
    let overdue = if officer { reader.ask(|now| queries::overdue(now, caller.state, day))? } else { 0 };
    let (voice, more) = (&visit.voice, own.len().max(before.len()) > PAGE_ROWS);
    let body = html! {
        h1 { (voice.t("room-redress")) }
        p { (voice.t("redress-about")) }
        @if overdue > 0 {
            (parts::notice(Tone::Late, html! { p { strong { (voice.tn("redress-overdue-count", &[("count", overdue.into())])) } " " (voice.t("redress-overdue-about")) } }))
        }
        div .row {
            @if officer { a .button href="/redress/new" { (voice.t("redress-open-title")) } }
            a .button .plain href="/redress/decisions" { (voice.t("redress-decisions-title")) }
        }
        @if officer { h2 { (voice.t("redress-own")) } (rows(voice, "own", &own, day, false)) }
        @if panel { h2 { (voice.t("redress-before-panel")) } (rows(voice, "panel", &before, day, true)) }
        @if page > 0 || more {
            nav .pager aria-label=(voice.t("table-pages")) {
                @if page > 0 { a .button .plain href="/redress" rel="first" { (voice.t("redress-first-page")) } }
                @if more { a .button .plain href={ "/redress?page=" (page + 1) } rel="next" { (voice.t("table-next")) } }
            }
        }
    };
    Ok(visit.page("room-redress", body))
}

fn rows(voice: &Voice, id: &'static str, cases: &[Case], today: Date, panel: bool) -> Markup {
    let heading = |key: &str| Column::text(voice.t(key));
    let columns = vec![
        heading("redress-reference"),
        heading("redress-kind"),
        heading("redress-standing"),
        heading("redress-due-on"),
    ];
    let cells = |case: &Case| {
        vec![
            html! { a .mono href={ "/redress/" (case.reference) } { (case.reference) } },
            html! { (voice.t(case.kind.key())) },
            pages::standing(voice, case, today, panel),
            voice.date(case.due_on),
        ]
    };
    let rows = cases.iter().take(PAGE_ROWS).map(cells).collect();
    let caption = voice.t("redress-order").into_owned();
    table(voice, &Table { id, caption, columns, rows, empty: "redress-none" })
}
