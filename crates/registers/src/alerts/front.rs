//! The first page: whether the register is switched on, by which decision, and which States take part in what.

use std::collections::BTreeMap;

use base::access::Resource;
use base::desk::{Permitted, Reader};
use base::ids::StateCode;
use base::web::parts::{self, Stand, Step, Tone};
use base::web::tables::{Column, Table, table};
use base::web::{Asked, Refusal, Visit, Voice};
use maud::{Markup, html};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::coded::Category;
use super::permits::{AdoptRegister, OptIn, SeeOverdue, ShowRegister};
use super::switch::{self, Adoption, Part, Switched};
use super::waits;

/// Whether the register of alerts on people is switched on.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct RegisterShown {
    /// The decision that adopted it; absent while it is off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adopted: Option<AdoptionShown>,
    /// Which States take part in which categories.
    pub parts: Vec<PartShown>,
}

/// A decision of the conference.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct AdoptionShown {
    /// Its symbol, as `RCM/VIII/2003/DEC/15`.
    pub symbol: String,
    /// Its day.
    pub adopted_on: String,
}

/// That a State takes part in a category.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct PartShown {
    /// Three letters of the State.
    pub state: String,
    /// Code of the category, as `missing_child`.
    pub category: String,
    /// The national law or decision that allows it.
    pub basis: String,
    /// Since when: RFC 3339.
    pub since: String,
}

/// Shows the page.
pub(super) async fn page(
    permitted: Permitted<ShowRegister>,
    visit: Visit,
    Asked(asked): Asked,
) -> Result<Markup, Refusal> {
    let reader = permitted.open(Resource::room()).await?;
    let (adoption, all) = (reader.ask(switch::adoption)?, reader.ask(switch::parts)?);
    let history = reader.ask(switch::history)?;
    let voice = &visit.voice;
    let works = waits::works(&reader);
    let waits = if works {
        waits::drawn(&reader, &visit)?
    } else {
        html! {}
    };
    let body = html! {
        @if let Some(key) = done(asked.typed("done")) { (parts::notice(Tone::Done, html! { p { (voice.t(key)) } })) }
        h1 { (voice.t("room-alerts")) }
        p { (voice.t("alerts-about")) }
        (standing(voice, adoption.as_ref()))
        (coordinating(&reader, voice, adoption.is_some()))
        @if reader.ground().policy.allows::<SeeOverdue>(reader.caller(), &Resource::room()) {
            p { a href="/alerts/overdue" { (voice.t("alerts-overdue-title")) } }
        }
        @if works {
            div .row { a .button href="/alerts/own" { (voice.t("alerts-own-title")) } }
            (waits)
        }
        (categories(&reader, voice, adoption.is_some(), &all))
        @if !history.is_empty() { (parts::card("history", &voice.t("alerts-history"), timeline(&reader, voice, &history))) }
    };
    Ok(visit.page("room-alerts", body))
}

/// Answers whether the register of alerts on people is switched on, and for whom.
#[utoipa::path(
    get,
    path = "/api/v1/alerts/register",
    operation_id = "show_alerts_register",
    tag = "alerts",
    responses((status = 200, description = "The decision that adopted it, and which States take part in what", body = RegisterShown))
)]
pub(super) async fn call(permitted: Permitted<ShowRegister>) -> Result<axum::Json<RegisterShown>, Refusal> {
    let reader = permitted.open(Resource::room()).await?;
    let (adoption, all) = (reader.ask(switch::adoption)?, reader.ask(switch::parts)?);
    let adopted =
        adoption.map(|found| AdoptionShown { symbol: found.symbol, adopted_on: found.adopted_on.to_string() });
    let shown = |part: Part| PartShown {
        state: part.state.to_string(),
        category: part.category.code().to_owned(),
        basis: part.basis,
        since: part.since.to_string(),
    };
    Ok(axum::Json(RegisterShown { adopted, parts: all.into_iter().map(shown).collect() }))
}

fn done(code: &str) -> Option<&'static str> {
    Some(match code {
        "adopted" => "alerts-done-adopted",
        "repealed" => "alerts-done-repealed",
        "opted-in" => "alerts-done-opted-in",
        "opted-out" => "alerts-done-opted-out",
        _ => return None,
    })
}

fn standing(voice: &Voice, adoption: Option<&Adoption>) -> Markup {
    match adoption {
        None => parts::notice(
            Tone::Quiet,
            html! { p { strong { (voice.t("alerts-off")) } " " (voice.t("alerts-off-why")) } },
        ),
        Some(adoption) => parts::notice(
            Tone::Deep,
            html! { p { (voice.rich("alerts-on", &[], &[
                ("symbol", html! { span .mono { (adoption.symbol) } }),
                ("day", voice.date(adoption.adopted_on)),
            ])) } },
        ),
    }
}

fn coordinating(reader: &Reader<ShowRegister>, voice: &Voice, on: bool) -> Markup {
    let may = reader.ground().policy.allows::<AdoptRegister>(reader.caller(), &Resource::room());
    html! {
        @if may {
            div .row {
                @if on { a .button .plain href="/alerts/repeal" { (voice.t("alerts-repeal-title")) } }
                @else { a .button href="/alerts/adopt" { (voice.t("alerts-adopt-title")) } }
            }
        }
    }
}

fn categories(reader: &Reader<ShowRegister>, voice: &Voice, on: bool, all: &[Part]) -> Markup {
    let own = reader.caller().state;
    let may = on && reader.ground().policy.allows::<OptIn>(reader.caller(), &Resource::of(own, String::new()));
    let mut by: BTreeMap<Category, Vec<StateCode>> = BTreeMap::new();
    for part in all {
        by.entry(part.category).or_default().push(part.state);
    }
    let row = |category: &Category| {
        let states = by.get(category).map(Vec::as_slice).unwrap_or_default();
        let name = voice.t(category.key());
        let codes: Vec<&str> = states.iter().map(StateCode::as_str).collect();
        let mut cells = vec![
            html! { @if may { a href={ "/alerts/categories/" (category) } { (name) } } @else { (name) } },
            html! { @if codes.is_empty() { (voice.t("alerts-nobody")) } @else { (codes.join(", ")) } },
        ];
        if may {
            let (tone, key) =
                if states.contains(&own) { (Tone::Done, "alerts-own-in") } else { (Tone::Quiet, "alerts-own-out") };
            cells.push(parts::tag(tone, &voice.t(key)));
        }
        cells
    };
    let mut columns = vec![Column::text(voice.t("alerts-category")), Column::text(voice.t("alerts-states"))];
    if may {
        columns.push(Column::text(voice.t("alerts-own-state")));
    }
    let caption = voice.t("alerts-categories").into_owned();
    let rows = Category::ALL.iter().map(row).collect();
    table(voice, &Table { id: "categories", caption, columns, rows, empty: "alerts-nobody" })
}

fn timeline(reader: &Reader<ShowRegister>, voice: &Voice, history: &[Switched]) -> Markup {
    let profile = reader.ground().identity.profile();
    let name = |state: StateCode| match profile.parties.get(&state) {
        Some(party) => format!("{} ({state})", party.name.in_language(voice.language)),
        None => state.to_string(),
    };
    let step = |one: &Switched| {
        let key = match one.kind.as_str() {
            "adopted" => "alerts-step-adopted",
            "repealed" => "alerts-step-repealed",
            "opted.in" => "alerts-step-opted-in",
            _ => "alerts-step-opted-out",
        };
        let text = html! {
            (voice.tn(key, &[("state", name(one.state).into())]))
            @if let Some(category) = one.category { ": " (voice.t(category.key())) }
            @if !one.said.is_empty() { br; q { (one.said) } }
        };
        Step { stand: Stand::Past, text, when: Some(voice.instant(one.at)) }
    };
    parts::timeline(voice, &history.iter().map(step).collect::<Vec<_>>())
}
