//! The list of a State's people, and finding one of them.
//!
//! What is looked for is a name: it is posted, because addresses end up in the logs of proxies and the memory of browsers.

use axum::response::{IntoResponse, Response};
use maud::html;

use super::queries::{self, Listed, PAGE_ROWS};
use super::{List, PEOPLE_PATH};
use crate::access::Resource;
use crate::desk::Permitted;
use crate::web::fields::{Field, find_form, submit_row, text_input};
use crate::web::parts::{Tone, tag};
use crate::web::tables::{Column, Pager, Table, pager, table};
use crate::web::{Asked, Filled, Posted, Refusal, Visit};

/// Shows a page of the people of the caller's own State.
pub(super) async fn page(permitted: Permitted<List>, visit: Visit, Asked(asked): Asked) -> Result<Response, Refusal> {
    let page = asked.typed("page").parse::<u64>().unwrap_or(1).clamp(1, 1_000_000);
    show(permitted, visit, &Filled::new(), page).await
}

/// Shows those whose name or user name holds what was typed; of very many the first, for more is better typed.
pub(super) async fn find(
    permitted: Permitted<List>,
    visit: Visit,
    Posted(filled): Posted,
) -> Result<Response, Refusal> {
    show(permitted, visit, &filled, 1).await
}

async fn show(permitted: Permitted<List>, visit: Visit, filled: &Filled, page: u64) -> Result<Response, Refusal> {
    let reader = permitted.open(Resource::room()).await?;
    let part = filled.typed("q").trim().to_owned();
    let (people, total) = queries::page(&reader, &part, page)?;
    let voice = &visit.voice;
    let ground = reader.ground();
    let rows = people.iter().map(|person: &Listed| {
        let roles: Vec<String> = person.roles.iter().map(|role| ground.identity.role_name(role, voice.language)).collect();
        vec![
            html! { a href={ (PEOPLE_PATH) "/" (person.id) } { (person.name) } },
            html! { span .mono { (person.user_name) } },
            html! { (roles.join(", ")) },
            html! { (person.post.as_deref().unwrap_or("–")) },
            html! { @if person.active { (tag(Tone::Quiet, &voice.t("people-active"))) } @else { (tag(Tone::Late, &voice.t("people-suspended"))) } },
        ]
    });
    let columns = ["people-name", "sign-in-user-name", "people-roles", "people-post", "people-state"];
    let party = ground.identity.party_name(reader.caller().state, voice.language);
    let contact = ground.identity.contact(reader.caller().state);
    let at = |page: u64| format!("{PEOPLE_PATH}?page={page}");
    let pages = part.is_empty();
    let first = (page - 1) * PAGE_ROWS;
    let body = html! {
        h1 { (voice.t("people-title")) }
        p { (voice.tn("people-of", &[("party", party.into())])) }
        p {
            (if contact.is_empty() { voice.t("people-contact-none") } else { voice.tn("people-contact-is", &[("contact", contact.into())]) })
            " " a href=(super::contact::PATH) { (voice.t("people-contact")) }
        }
        div .row {
            a .button href="/people/new" { (voice.t("people-enrol")) }
            a .button .plain href=(super::RECOVERIES_PATH) { (voice.t("people-recoveries")) }
        }
        (find_form("/people/find", visit.csrf(), html! {
            (text_input(voice, filled, &Field::new("q", "people-find").unmarked().max_length(60)))
            (submit_row(voice, "people-find-go", None))
        }))
        (table(voice, &Table {
            id: "people",
            caption: voice.t("people-list").into_owned(),
            columns: columns.into_iter().map(|key| Column::text(voice.t(key))).collect(),
            rows: rows.collect(),
            empty: "people-none",
        }))
        @if total > 0 {
            (pager(voice, &Pager {
                from: (first + 1).min(total),
                to: (first + people.len() as u64).min(total),
                total: Some(total),
                previous: (pages && page > 1).then(|| at(page - 1)),
                next: (pages && first + PAGE_ROWS < total).then(|| at(page + 1)),
            }))
        }
    };
    Ok(visit.page("people-title", body).into_response())
}
