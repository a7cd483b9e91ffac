//! The act "look through the library": fifty documents a page, by body, meeting and year.

use std::sync::Arc;

use axum::extract::State;
use base::ground::Puebla;
use base::web::fields::{self, Choice, Field};
use base::web::shell::encoded;
use base::web::tables::{Column, Pager, Table, pager, table};
use base::web::{Asked, Filled, Refusal, Visit, Voice};
use maud::{Markup, html};

use super::published::{self, Listed, Narrowed, Public};
use crate::meetings::Symbol;
use crate::papers::{self, KINDS, key};

/// Documents a page.
const PAGE_ROWS: usize = 50;

/// Shows the list.
pub(super) async fn page(
    State(ground): State<Arc<Puebla>>,
    visit: Visit,
    Asked(asked): Asked,
) -> Result<Markup, Refusal> {
    let visit = published::spoken(&ground, visit, asked.typed("language"));
    let typed = |name| asked.typed(name).trim().to_owned();
    let narrowed = Narrowed { body: typed("body"), meeting: typed("meeting"), year: typed("year") };
    // What an address names wrongly is left out: a list is no form to be corrected.
    let after = Symbol::from_address(asked.typed("after")).ok();
    let listed = published::list(&ground, &narrowed, after.as_ref(), (PAGE_ROWS, false))?;
    let voice = &visit.voice;
    Ok(visit.page(
        "library-heading",
        html! {
            h1 { (voice.t("library-heading")) }
            p { (voice.t("library-about")) " " a href="/library/atom" type="application/atom+xml" { (voice.t("library-atom")) } }
            (form(voice, &asked, &listed))
            (drawn(voice, &listed.papers))
            (turn(voice, &asked, &listed))
        },
    ))
}

fn form(voice: &Voice, asked: &Filled, listed: &Listed) -> Markup {
    let line = |name, label| Field::new(name, label).optional().unmarked().autocomplete("off");
    let bodies: Vec<Choice<'_>> = listed.bodies.iter().map(|body| Choice::new(body.as_str(), body.as_str())).collect();
    let years: Vec<Choice<'_>> =
        listed.years.iter().map(|year| Choice::new(year.to_string(), year.to_string())).collect();
    fields::search_form(
        "/library",
        html! {
            (fields::select(voice, asked, &line("body", "library-body"), &bodies))
            (fields::select(voice, asked, &line("year", "library-year"), &years))
            (fields::text_input(voice, asked, &line("meeting", "library-meeting").max_length(40).mono()))
            (fields::submit_row(voice, "library-narrow", Some(html! { a .button .plain href="/library" { (voice.t("library-clear")) } })))
        },
    )
}

fn drawn(voice: &Voice, papers: &[Public]) -> Markup {
    let heading = |key| Column::text(voice.t(key).into_owned());
    let columns = ["library-symbol", "library-title", "library-kind", "library-meeting", "library-since"].map(heading);
    let row = |public: &Public| {
        let kind = key(&KINDS, &public.paper.kind).map(|key| voice.t(key).into_owned()).unwrap_or_default();
        vec![
            html! { a .mono href=(public.path()) { (public.paper.symbol) } },
            papers::title(voice, &public.paper),
            html! { (kind) },
            html! { @if let Some(meeting) = &public.meeting { (meeting.symbol) } },
            voice.instant(public.since),
        ]
    };
    let (caption, rows) = (voice.t("library-list").into_owned(), papers.iter().map(row).collect());
    table(voice, &Table { id: "library", caption, columns: columns.to_vec(), rows, empty: "library-empty" })
}

fn turn(voice: &Voice, asked: &Filled, listed: &Listed) -> Markup {
    let kept: Vec<String> = ["body", "meeting", "year", "language"]
        .iter()
        .filter(|name| !asked.typed(name).is_empty())
        .map(|name| format!("{name}={}", encoded(asked.typed(name))))
        .collect();
    let first: u64 = asked.typed("row").parse().unwrap_or(1).clamp(1, 1 << 40);
    let (rows, begun) = (listed.papers.len() as u64, !asked.typed("after").is_empty());
    let next = listed.next.as_ref().map(|next| {
        let place = [format!("after={}", next.in_address()), format!("row={}", first + rows)];
        format!("/library?{}", [&kept[..], &place[..]].concat().join("&"))
    });
    let stand = Pager {
        from: first,
        to: first + rows.max(1) - 1,
        total: None,
        previous: begun.then(|| format!("/library?{}", kept.join("&"))),
        next,
    };
    html! { @if begun || stand.next.is_some() { (pager(voice, &stand)) } }
}
