//! The recoveries that wait for a second person.

use maud::{Markup, html};

use super::super::PartyKind;
use super::recovery::{self, Listed};
use super::{List, PEOPLE_PATH};
use crate::access::Resource;
use crate::desk::{Permitted, Reader};
use crate::web::tables::{Column, Table, table};
use crate::web::{Refusal, Visit};

/// Where they are.
pub(super) const PATH: &str = "/people/recoveries";

/// Shows those of one's own State; to the secretariat also those for which a State has nobody else.
pub(super) async fn page(permitted: Permitted<List>, visit: Visit) -> Result<Markup, Refusal> {
    let reader = permitted.open(Resource::room()).await?;
    let (voice, now) = (&visit.voice, reader.now());
    let (own, for_others) = (reader.caller().state, reader.caller().party == PartyKind::Secretariat);
    let waiting = reader.ask(|connection| recovery::list(connection, own, for_others, now))?;
    let only_ones =
        if for_others { reader.ask(|connection| recovery::only_ones(connection, own, now))? } else { Vec::new() };
    let body = html! {
        p { a href=(PEOPLE_PATH) { (voice.t("people-back")) } }
        h1 { (voice.t("people-recoveries")) }
        p { (voice.t("people-recoveries-what")) }
        section .card { (listed(&reader, &visit, "recoveries", "people-recoveries-list", &waiting)) }
        @if for_others {
            p { (voice.t("people-recoveries-only-what")) }
            section .card { (listed(&reader, &visit, "only", "people-recoveries-only", &only_ones)) }
        }
    };
    Ok(visit.page("people-recoveries", body))
}

fn listed(reader: &Reader<List>, visit: &Visit, id: &'static str, caption: &str, all: &[Listed]) -> Markup {
    let (voice, identity) = (&visit.voice, &reader.ground().identity);
    let rows = all.iter().map(|one| {
        vec![
            html! { a href={ (PEOPLE_PATH) "/" (one.person) "/recover" } { (one.name) } },
            html! { (identity.party_name(one.party, voice.language)) },
            html! { (one.begun_by.as_deref().unwrap_or("–")) },
            html! { @match one.ends_at { Some(at) => { (voice.instant(at)) } None => { "–" } } },
        ]
    });
    let columns = ["people-name", "people-party", "people-recoveries-by", "people-recoveries-ends"];
    table(
        voice,
        &Table {
            id,
            caption: voice.t(caption).into_owned(),
            columns: columns.into_iter().map(|key| Column::text(voice.t(key))).collect(),
            rows: rows.collect(),
            empty: "people-recoveries-none",
        },
    )
}
