//! What waits between one's own State and others: questions to answer, questions that were asked, matches that others confirmed.
//!
//! Nothing of what is asked or answered stands here, and nothing of why anybody is looked for.

use base::access::Resource;
use base::desk::{Permitted, Reader};
use base::web::parts::{self, Tone};
use base::web::tables::{Column, Table, table};
use base::web::{Refusal, Visit};
use maud::{Markup, html};

use super::clock::Lateness;
use super::queries::{self, Confirmed, Request};
use super::thread;
use crate::alerts::draft::of_child;
use crate::alerts::permits::ListSupplements;

/// Shows them.
pub(in crate::alerts) async fn page(permitted: Permitted<ListSupplements>, visit: Visit) -> Result<Markup, Refusal> {
    let (reader, all) = waiting(permitted).await?;
    let (state, child) = (reader.caller().state, of_child(reader.caller()));
    let confirmed = reader.ask(|now| queries::confirmed(now, state, child))?;
    let (to_answer, asked): (Vec<&Request>, Vec<&Request>) = all.iter().partition(|request| request.owner == state);
    let count = |wanted| to_answer.iter().filter(|request| request.lateness(reader.now()) == wanted).count();
    let (overdue, late) = (count(Lateness::Overdue), count(Lateness::Late));
    let voice = &visit.voice;
    let body = html! {
        h1 { (voice.t("alerts-supplements-title")) }
        p { (voice.t("alerts-supplements-about")) }
        @if overdue > 0 {
            (parts::notice(Tone::Late, html! { p { strong { (voice.tn("alerts-supplement-overdue-count", &[("count", overdue.into())])) } } }))
        }
        @if late > 0 { p { (voice.tn("alerts-supplement-late-count", &[("count", late.into())])) } }
        h2 { (voice.t("alerts-supplements-in")) }
        (rows(&reader, &visit, "to-answer", &to_answer))
        h2 { (voice.t("alerts-supplements-out")) }
        (rows(&reader, &visit, "asked", &asked))
        h2 { (voice.t("alerts-supplements-confirmed")) }
        p { (voice.t("alerts-supplements-confirmed-about")) }
        (met(&reader, &visit, &confirmed))
        p { a href="/alerts/own" { (voice.t("alerts-back")) } }
    };
    Ok(visit.page("alerts-supplements-title", body))
}

/// Answers what waits for page and program. That something is overdue is found out by whoever looks, and is a security event.
pub(super) async fn waiting(
    permitted: Permitted<ListSupplements>,
) -> Result<(Reader<ListSupplements>, Vec<Request>), Refusal> {
    let (state, child, now) = (permitted.caller().state, of_child(permitted.caller()), permitted.ground().clock.now());
    let (mut all, mut overdue) = (Vec::new(), false);
    let room = permitted
        .about(|connection| {
            all = queries::of_state(connection, state, child)?;
            overdue = all.iter().any(|one| one.owner == state && one.lateness(now) == Lateness::Overdue);
            Ok(Some(Resource::room()))
        })
        .await?;
    let reader = permitted.open_with_outcome(room, if overdue { "overdue" } else { "shown" }).await?;
    Ok((reader, all))
}

fn rows(reader: &Reader<ListSupplements>, visit: &Visit, id: &'static str, all: &[&Request]) -> Markup {
    let (voice, identity, state) = (&visit.voice, &reader.ground().identity, reader.caller().state);
    let heading = |key: &str| Column::text(voice.t(key));
    let columns = vec![
        heading("alerts-reference"),
        heading("alerts-supplement-kind"),
        heading("alerts-supplement-other-state"),
        heading("alerts-supplement-due"),
        heading("alerts-standing"),
    ];
    let cells = |request: &&Request| {
        let other = if request.owner == state { request.asker } else { request.owner };
        vec![
            html! { a .mono href={ "/alerts/" (request.reference) "/supplements" } { (request.reference) } },
            html! { (voice.t(request.kind.key())) },
            html! { (identity.party_name(other, voice.language)) },
            voice.instant(request.due),
            html! {
                (thread::lateness(visit, request.lateness(reader.now())))
                @if let Some((reply, _)) = request.last { " " (voice.t(reply.key())) }
            },
        ]
    };
    let caption = voice.t("alerts-supplements-order").into_owned();
    table(
        voice,
        &Table { id, caption, columns, rows: all.iter().map(cells).collect(), empty: "alerts-supplements-none" },
    )
}

fn met(reader: &Reader<ListSupplements>, visit: &Visit, all: &[Confirmed]) -> Markup {
    let (voice, identity) = (&visit.voice, &reader.ground().identity);
    let heading = |key: &str| Column::text(voice.t(key));
    let columns = vec![
        heading("alerts-reference"),
        heading("alerts-supplement-other-state"),
        heading("alerts-supplement-confirmed-at"),
    ];
    let cells = |one: &Confirmed| {
        vec![
            html! { a .mono href={ "/alerts/" (one.reference) } { (one.reference) } },
            html! { (identity.party_name(one.state, voice.language)) },
            voice.instant(one.at),
        ]
    };
    let caption = voice.t("alerts-supplements-confirmed").into_owned();
    let rows = all.iter().map(cells).collect();
    table(voice, &Table { id: "confirmed", caption, columns, rows, empty: "alerts-supplements-none" })
}
