//! The list of concerns: those that wait first. It names nobody.

use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::concern::{self, Concern, PAGE_ROWS, Standing};
use super::{CONCERNS_PATH, Concerns};
use crate::access::Resource;
use crate::desk::Permitted;
use crate::identity::{Caller, PartyKind};
use crate::ids::StateCode;
use crate::web::parts::{Tone, tag};
use crate::web::tables::{Column, Pager, Table, pager, table};
use crate::web::{Asked, Refusal, Visit, Voice};

/// Answers the State whose concerns somebody supervises; none who supervises the conference.
pub(super) fn reach(caller: &Caller) -> Option<StateCode> {
    (caller.party != PartyKind::Secretariat).then_some(caller.state)
}

/// Shows a page of them.
pub(super) async fn page(
    permitted: Permitted<Concerns>,
    visit: Visit,
    Asked(asked): Asked,
) -> Result<Response, Refusal> {
    let reader = permitted.open(Resource::room()).await?;
    let page = asked.typed("page").parse::<u64>().unwrap_or(1).clamp(1, 1_000_000);
    let of = reach(reader.caller());
    let (concerns, total) = reader.ask(|base| concern::page(base, of, page))?;
    let voice = &visit.voice;
    let name = |party| reader.ground().identity.party_name(party, voice.language);
    let rows = concerns.iter().map(|concern| {
        vec![
            html! { a href={ (CONCERNS_PATH) "/" (concern.id) } { (kind(voice, &concern.kind)) } },
            standing(voice, concern.standing),
            html! { (name(concern.party)) },
            html! { (concern.post.as_deref().unwrap_or("–")) },
            html! { (voice.number(i64::try_from(concern.counted).unwrap_or(i64::MAX))) },
            voice.instant(concern.raised_at),
        ]
    });
    let text = |key: &str| Column::text(voice.t(key));
    let at = |page: u64| format!("{CONCERNS_PATH}?page={page}");
    let first = (page - 1) * PAGE_ROWS;
    let body = html! {
        h1 { (voice.t("oversight-title")) }
        p { (voice.t("oversight-lead")) }
        (table(voice, &Table {
            id: "concerns",
            caption: voice.t("oversight-list").into_owned(),
            columns: vec![
                text("oversight-kind"),
                text("oversight-standing"),
                text("oversight-party"),
                text("oversight-post"),
                Column::figures(voice.t("oversight-counted")),
                text("oversight-raised"),
            ],
            rows: rows.collect(),
            empty: "oversight-none",
        }))
        @if total > 0 {
            (pager(voice, &Pager {
                from: (first + 1).min(total),
                to: (first + concerns.len() as u64).min(total),
                total: Some(total),
                previous: (page > 1).then(|| at(page - 1)),
                next: (first + PAGE_ROWS < total).then(|| at(page + 1)),
            }))
        }
        p .aside { (voice.tn("oversight-kept", &[("days", concern::DAYS_KEPT.into())])) }
    };
    Ok(visit.page("oversight-title", body).into_response())
}

/// Says what was seen, in the words of the house that saw it.
pub(super) fn kind(voice: &Voice, kind: &str) -> String {
    voice.t(&format!("concern-kind-{}", kind.replace('_', "-"))).into_owned()
}

/// Draws where a concern stands.
pub(super) fn standing(voice: &Voice, standing: Standing) -> Markup {
    match standing {
        Standing::Open => tag(Tone::Soon, &voice.t("oversight-open")),
        Standing::Acknowledged => tag(Tone::Deep, &voice.t("oversight-acknowledged")),
        Standing::Closed => tag(Tone::Quiet, &voice.t("oversight-closed")),
    }
}

/// Says where something was done: on a page, by a program, by a command.
pub(super) fn via(voice: &Voice, concern: &Concern) -> String {
    voice.t(&format!("oversight-via-{}", concern.via)).into_owned()
}
