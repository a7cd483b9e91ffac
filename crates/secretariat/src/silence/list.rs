//! The act "list the rounds": open ones by their deadline, then ended ones, the latest first; fifty a page.
//!
//! Whoever is served the list has received the texts on it: that is recorded once for each party.

use axum::Json;
use base::access::Resource;
use base::desk::{Permitted, Reader};
use base::store::StoreError;
use base::web::tables::{Column, Pager, Table, pager, table};
use base::web::{Asked, Refusal, Visit, parts};
use maud::{Markup, html};

use super::api::{RoundListed, RoundsPage};
use super::pages;
use super::permits::{ListRounds, OpenRound};
use super::queries::{self, Listed};
use super::symbol::RoundSymbol;
use super::telling;
use crate::rounds::{self, fault};

/// Rounds a page.
const PAGE_ROWS: usize = 50;

/// One page of the list.
struct Turned {
    rounds: Vec<Listed>,
    /// How many of the page have ended, which cannot be put on record while the disk is full.
    untold: usize,
    /// The last of the page, where the list goes on after it.
    next: Option<RoundSymbol>,
}

/// Shows the list.
pub(super) async fn page(desk: Permitted<ListRounds>, visit: Visit, query: Asked) -> Result<Markup, Refusal> {
    // What an address names wrongly is left out: a list is no form to be corrected.
    let after = RoundSymbol::from_address(query.0.typed("after")).ok();
    let may_open = desk.ground().policy.allows::<OpenRound>(desk.caller(), &Resource::room());
    let reader = desk.open(Resource::room()).await?;
    let turned = turn(&reader, after.as_ref()).await?;
    let first: u64 = query.0.typed("row").parse().unwrap_or(1).clamp(1, 1 << 40);
    let voice = &visit.voice;
    let rows = (turned.rounds.len() + turned.untold) as u64;
    let stand = Pager {
        from: first,
        to: first + rows.max(1) - 1,
        total: None,
        previous: after.as_ref().map(|_| "/silence".to_owned()),
        next: turned.next.as_ref().map(|last| format!("/silence?after={}&row={}", last.in_address(), first + rows)),
    };
    Ok(visit.page(
        "silence-list",
        html! {
            h1 { (voice.t("silence-list")) }
            p { (voice.t("silence-list-about")) }
            @if may_open { div .row { a .button href="/silence/open" { (voice.t("silence-open")) } } }
            @if turned.untold > 0 {
                (parts::notice(parts::Tone::Soon, html! { p { (voice.tn("silence-list-untold", &[("count", (turned.untold as i64).into())])) } }))
            }
            (rounds(&visit, &turned.rounds))
            @if turned.next.is_some() || after.is_some() { (pager(voice, &stand)) }
        },
    ))
}

fn rounds(visit: &Visit, rounds: &[Listed]) -> Markup {
    let voice = &visit.voice;
    let heading = |key| Column::text(voice.t(key).into_owned());
    let rows = rounds.iter().map(|round| {
        let (spoken, electors) = (round.spoken as i64, round.electors as i64);
        vec![
            html! { a href={ "/silence/" (round.symbol.in_address()) } { (round.symbol) } },
            html! { (rounds::title(voice, &round.title_en, &round.title_es)) },
            voice.instant(round.deadline),
            html! { (voice.tn("silence-spoken-of", &[("spoken", spoken.into()), ("electors", electors.into())])) },
            parts::tag(pages::tone(&round.outcome), &voice.t(pages::outcome_key(&round.outcome))),
        ]
    });
    let columns = vec![
        heading("silence-symbol"),
        heading("silence-title"),
        heading("silence-deadline"),
        heading("silence-positions"),
        heading("silence-outcome"),
    ];
    let caption = voice.t("silence-list-caption").into_owned();
    table(voice, &Table { id: "rounds", caption, columns, rows: rows.collect(), empty: "silence-list-empty" })
}

/// Lists the no-objection rounds: open ones by their deadline, then ended ones, the latest first.
#[utoipa::path(
    get,
    path = "/api/v1/silence",
    operation_id = "list_rounds",
    tag = "silence",
    params(("after" = Option<String>, Query, description = "The `next` of the page before")),
    responses((status = 200, description = "A page of up to fifty rounds", body = RoundsPage))
)]
pub(super) async fn call(desk: Permitted<ListRounds>, query: Asked) -> Result<Json<RoundsPage>, Refusal> {
    let after = match query.0.typed("after") {
        "" => Ok(None),
        text => RoundSymbol::from_address(text).map(Some).map_err(|_| fault("after", "silence-fault-after")),
    };
    let reader = desk.open(Resource::room()).await?;
    let after = after.map_err(|fault| Refusal::Invalid(vec![fault]))?;
    let turned = turn(&reader, after.as_ref()).await?;
    let next = turned.next.as_ref().map(RoundSymbol::in_address);
    Ok(Json(RoundsPage { rounds: turned.rounds.iter().map(RoundListed::of).collect(), untold: turned.untold, next }))
}

/// Reads one row more than a page has: whether it is there says whether the list goes on. What the page would tell of time is
/// put on record first, and what is on it has then reached whoever reads it. Where the disk has no room for that record, rounds that
/// have ended are left out, and the others are there.
async fn turn(reader: &Reader<ListRounds>, after: Option<&RoundSymbol>) -> Result<Turned, Refusal> {
    let ask = || reader.ask(|now| queries::page(now, after, PAGE_ROWS + 1));
    let mut rounds = ask()?;
    let now = reader.now();
    let mut late: Vec<u64> =
        rounds.iter().filter(|round| !round.settled && round.next < now).map(|round| round.position).collect();
    if !late.is_empty() {
        match telling::pass(reader, late.clone(), now).await {
            Ok(()) => {
                rounds = ask()?;
                late.clear();
            }
            Err(StoreError::Full) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let more = rounds.len() > PAGE_ROWS;
    rounds.truncate(PAGE_ROWS);
    let (shown, next) = (rounds.len(), rounds.last().filter(|_| more).map(|last| last.symbol.clone()));
    rounds.retain(|round| !late.contains(&round.position));
    telling::delivered(reader, &rounds).await?;
    Ok(Turned { untold: shown - rounds.len(), rounds, next })
}
