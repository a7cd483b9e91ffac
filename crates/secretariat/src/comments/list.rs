//! The act "list the comment rounds": open ones by their deadline, then ended ones, the latest first; fifty a page.

use axum::Json;
use base::access::{Permit, Resource};
use base::desk::{Permitted, Reader};
use base::web::parts::Tone;
use base::web::tables::{Column, Pager, Table, pager, table};
use base::web::{Asked, Refusal, Visit, Voice, parts};
use maud::{Markup, html};

use super::api::{CommentRoundListed, CommentRoundsPage};
use super::permits::{ConveneRound, ListCommentRounds, ShowCommentRound};
use super::queries::{self, Listed, Seeing};
use super::telling;
use crate::meetings::{MEMBERS_ONLY, Symbol};
use crate::rounds::{self, fault};

/// Rounds a page.
const PAGE_ROWS: usize = 50;

/// One page of the list, and whether there are more.
struct Turned {
    rounds: Vec<Listed>,
    more: bool,
}

/// Shows the list.
pub(super) async fn page(desk: Permitted<ListCommentRounds>, visit: Visit, query: Asked) -> Result<Markup, Refusal> {
    // What an address names wrongly is left out: a list is no form to be corrected.
    let after = Symbol::from_address(query.0.typed("after")).ok();
    let may_convene = desk.ground().policy.allows::<ConveneRound>(desk.caller(), &Resource::room());
    let reader = desk.open(Resource::room()).await?;
    let turned = turn(&reader, after.as_ref()).await?;
    let first: u64 = query.0.typed("row").parse().unwrap_or(1).clamp(1, 1 << 40);
    let voice = &visit.voice;
    let rows = turned.rounds.len() as u64;
    let next = turned.rounds.last().filter(|_| turned.more);
    let stand = Pager {
        from: first,
        to: first + rows.max(1) - 1,
        total: None,
        previous: after.as_ref().map(|_| "/comments".to_owned()),
        next: next.map(|last| format!("/comments?after={}&row={}", last.symbol.in_address(), first + rows)),
    };
    Ok(visit.page(
        "comments-list",
        html! {
            h1 { (voice.t("comments-list")) }
            p { (voice.t("comments-list-about")) }
            @if may_convene { div .row { a .button href="/comments/convene" { (voice.t("comments-convene")) } } }
            (rounds(voice, &turned.rounds))
            @if turned.more || after.is_some() { (pager(voice, &stand)) }
        },
    ))
}

fn rounds(voice: &Voice, rounds: &[Listed]) -> Markup {
    let rows = rounds.iter().map(|round| {
        let (answered, asked) = (round.answered as i64, round.asked as i64);
        vec![
            html! { a href={ "/comments/" (round.symbol.in_address()) } { (round.symbol) } },
            html! { (rounds::title(voice, &round.title_en, &round.title_es)) },
            html! {
                (voice.instant(round.ends_at)) br;
                @if round.closed { (parts::tag(Tone::Quiet, &voice.t("comments-ended"))) }
                @else { (parts::tag(Tone::Deep, &voice.t("comments-open"))) }
            },
            html! { (voice.tn("comments-answered-of", &[("answered", answered.into()), ("asked", asked.into())])) },
            html! { @match round.own_answered {
                Some(true) => { (parts::tag(Tone::Done, &voice.t("comments-answer-answered"))) }
                Some(false) if round.closed => { (parts::tag(Tone::Late, &voice.t("comments-answer-silent"))) }
                Some(false) => { (parts::tag(Tone::Soon, &voice.t("comments-answer-not-yet"))) }
                None => { "–" }
            } },
        ]
    });
    let columns = ["comments-symbol", "comments-title", "comments-deadline", "comments-answers", "comments-own-answer"];
    let columns = columns.map(|key| Column::text(voice.t(key).into_owned())).into();
    let caption = voice.t("comments-list").into_owned();
    table(voice, &Table { id: "rounds", caption, columns, rows: rows.collect(), empty: "comments-list-empty" })
}

/// Lists the comment rounds: open ones by their deadline, then ended ones, the latest first.
#[utoipa::path(
    get,
    path = "/api/v1/comments",
    operation_id = "list_comment_rounds",
    tag = "comments",
    params(("after" = Option<String>, Query, description = "The `next` of the page before")),
    responses((status = 200, description = "A page of up to fifty rounds", body = CommentRoundsPage))
)]
pub(super) async fn call(desk: Permitted<ListCommentRounds>, query: Asked) -> Result<Json<CommentRoundsPage>, Refusal> {
    let after = match query.0.typed("after") {
        "" => Ok(None),
        text => Symbol::from_address(text).map(Some).map_err(|_| fault("after", "comments-fault-after")),
    };
    let reader = desk.open(Resource::room()).await?;
    let after = after.map_err(|fault| Refusal::Invalid(vec![fault]))?;
    let turned = turn(&reader, after.as_ref()).await?;
    let next = turned.rounds.last().filter(|_| turned.more).map(|last| last.symbol.in_address());
    Ok(Json(CommentRoundsPage { rounds: turned.rounds.iter().map(CommentRoundListed::of).collect(), next }))
}

/// Reads one row more than a page has: whether it is there says whether the list goes on. What the page would tell of time is
/// put on record first.
async fn turn(reader: &Reader<ListCommentRounds>, after: Option<&Symbol>) -> Result<Turned, Refusal> {
    let seeing = Seeing { party: reader.caller().state, members_only: sees_members_only(reader) };
    let ask = || reader.ask(|now| queries::page(now, seeing, after, PAGE_ROWS + 1));
    let mut rounds = ask()?;
    let now = reader.now();
    let late: Vec<u64> = rounds.iter().filter(|round| round.next < now).map(|round| round.position).collect();
    if !late.is_empty() {
        telling::witnessed(telling::pass(reader, late, now).await)?;
        rounds = ask()?;
    }
    let more = rounds.len() > PAGE_ROWS;
    rounds.truncate(PAGE_ROWS);
    Ok(Turned { rounds, more })
}

/// Answers whether whoever reads may see what is kept for members. The policies say so.
fn sees_members_only<P: Permit>(reader: &Reader<P>) -> bool {
    let kept = Resource { status: MEMBERS_ONLY, ..Resource::default() };
    reader.ground().policy.allows::<ShowCommentRound>(reader.caller(), &kept)
}
