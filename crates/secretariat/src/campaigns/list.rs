//! The act "list the campaigns": the latest first, by State, year, audience and language.

use axum::Json;
use base::access::{Permit, Resource};
use base::desk::{Permitted, Reader};
use base::store::StoreError;
use base::web::fields::{self, Choice, Field};
use base::web::tables::{Column, Pager, Table, pager, table};
use base::web::{Asked, Filled, InputFault, Problem, Refusal, Visit, Voice, shell};
use maud::{Markup, html};

use super::api::{CampaignShown, CampaignsPage};
use super::coded::{self, AUDIENCES, LANGUAGES};
use super::permits::{ExportCampaigns, ListCampaigns, WriteCampaign};
use super::queries::{self, Campaign, PAGE_ROWS, Sought};
use super::{pages, read, show};
use crate::rounds::fault;

/// Pages that a list is asked for at most.
const PAGES_MAX: usize = 10_000;
/// What an address asks by.
const FILTERS: [&str; 4] = ["owner", "year", "audience", "language"];

/// Shows the list.
pub(super) async fn page(desk: Permitted<ListCampaigns>, visit: Visit, query: Asked) -> Result<Markup, Refusal> {
    let own = pages::own(&desk);
    let (policy, caller) = (&desk.ground().policy, desk.caller());
    let may_write = policy.allows::<WriteCampaign>(caller, &own);
    let may_export = policy.allows::<ExportCampaigns>(caller, &Resource::room());
    let reader = desk.open(Resource::room()).await?;
    // What an address names wrongly is the first page, and asks by nothing.
    let at: usize = query.0.typed("page").parse().unwrap_or(0).min(PAGES_MAX);
    let (sought, _) = sought(&reader, &query.0);
    let (campaigns, more) = turn(&reader, &sought, at)?;
    let voice = &visit.voice;
    let asked = asked(&query.0);
    let from = (at * PAGE_ROWS) as u64 + 1;
    let stand = Pager {
        from,
        to: from + (campaigns.len().max(1) as u64) - 1,
        total: None,
        previous: (at > 0).then(|| format!("/campaigns?page={}{asked}", at - 1)),
        next: more.then(|| format!("/campaigns?page={}{asked}", at + 1)),
    };
    Ok(visit.page(
        "room-campaigns",
        html! {
            h1 { (voice.t("room-campaigns")) }
            p { (voice.t("campaigns-about")) }
            div .row {
                @if may_write { a .button href="/campaigns/new" { (voice.t("campaigns-write")) } }
                a .button .plain href="/campaigns/compare" { (voice.t("campaigns-compare")) }
            }
            (filter(&reader, voice, &query.0))
            (rows(&reader, voice, &campaigns))
            @if stand.previous.is_some() || stand.next.is_some() { (pager(voice, &stand)) }
            @if may_export { p { a href={ "/campaigns/export?" (asked.trim_start_matches('&')) } download { (voice.t("campaigns-export")) } } }
        },
    ))
}

/// Lists the campaigns, the latest first; of one's own State its drafts too.
#[utoipa::path(
    get,
    path = "/api/v1/campaigns",
    operation_id = "list_campaigns",
    tag = "campaigns",
    params(
        ("page" = Option<u32>, Query, description = "The `next` of the page before; left out, the first"),
        ("owner" = Option<String>, Query, description = "Code of a State: reported by it or held in it"),
        ("year" = Option<String>, Query, description = "Held on some day of the year"),
        ("audience" = Option<String>, Query, description = "Code of an audience"),
        ("language" = Option<String>, Query, description = "Code of a language")
    ),
    responses(
        (status = 200, description = "A page of campaigns", body = CampaignsPage),
        (status = 422, description = "What is asked by is no page, State, year or code", body = Problem)
    )
)]
pub(super) async fn call(desk: Permitted<ListCampaigns>, query: Asked) -> Result<Json<CampaignsPage>, Refusal> {
    let reader = desk.open(Resource::room()).await?;
    let (sought, mut faults) = sought(&reader, &query.0);
    let page = |text: &str| text.parse::<usize>().ok().filter(|page| *page <= PAGES_MAX);
    let at = query.0.chosen("page").next().map_or(Some(0), page);
    if at.is_none() {
        faults.push(fault("page", "campaigns-fault-page"));
    }
    let Some(at) = at.filter(|_| faults.is_empty()) else { return Err(Refusal::Invalid(faults)) };
    let (campaigns, more) = turn(&reader, &sought, at)?;
    let (open, today) = (show::open(&reader, &campaigns)?, pages::today(&reader));
    let campaigns = campaigns.iter().map(|campaign| CampaignShown::of(campaign, today, &open)).collect();
    Ok(Json(CampaignsPage { campaigns, next: more.then_some(at as u64 + 1) }))
}

/// Reads one row more than a page has: whether it is there says whether the list goes on.
fn turn<P: Permit>(reader: &Reader<P>, sought: &Sought, at: usize) -> Result<(Vec<Campaign>, bool), StoreError> {
    let mut campaigns = reader.ask(|now| queries::sought(now, sought, at * PAGE_ROWS, PAGE_ROWS + 1))?;
    let more = campaigns.len() > PAGE_ROWS;
    campaigns.truncate(PAGE_ROWS);
    Ok((campaigns, more))
}

/// Reads what is sought, and names what cannot be read, which is not asked by.
pub(super) fn sought<P: Permit>(reader: &Reader<P>, query: &Filled) -> (Sought, Vec<InputFault>) {
    let mut faults = Vec::new();
    let mut keep = |name: &str, is_known: bool, key| {
        let asked = !query.typed(name).is_empty();
        if asked && !is_known {
            faults.push(fault(name, key));
        }
        asked && is_known
    };
    let state = query.typed("owner").parse().ok().filter(|code| read::members(reader).any(|member| member == *code));
    let year = query.typed("year").parse::<i16>().ok().filter(|year| (1990..=2200).contains(year));
    let code = |name: &str| query.typed(name).to_owned();
    keep("owner", state.is_some(), "campaigns-fault-owner");
    keep("year", year.is_some(), "campaigns-fault-year");
    let is_audience = coded::key(&AUDIENCES, query.typed("audience")).is_some();
    let audience =
        if keep("audience", is_audience, "campaigns-fault-audience") { code("audience") } else { String::new() };
    let is_language = coded::key(&LANGUAGES, query.typed("language")).is_some();
    let language =
        if keep("language", is_language, "campaigns-fault-language") { code("language") } else { String::new() };
    (Sought { drafts: pages::drafts(reader), state, year, audience, language }, faults)
}

/// Writes what is asked by for the end of an address.
fn asked(query: &Filled) -> String {
    let asked = FILTERS.into_iter().filter(|name| !query.typed(name).is_empty());
    asked.map(|name| format!("&{name}={}", shell::encoded(query.typed(name)))).collect()
}

fn filter<P: Permit>(reader: &Reader<P>, voice: &Voice, query: &Filled) -> Markup {
    let any = || Choice::new("", voice.t("campaigns-any"));
    let with_any = |list: &[(&'static str, &'static str)]| {
        let mut choices = vec![any()];
        choices.extend(list.iter().map(|(code, key)| Choice::new(*code, voice.t(key))));
        choices
    };
    let mut states = vec![any()];
    states.extend(
        read::members(reader)
            .map(|code| Choice::new(code.to_string(), reader.ground().identity.party_name(code, voice.language))),
    );
    let choose = |name, label, choices: &[Choice<'_>]| {
        fields::select(voice, query, &Field::new(name, label).unmarked(), choices)
    };
    let year = Field::new("year", "campaigns-year").max_length(4).input_mode("numeric").autocomplete("off").unmarked();
    fields::search_form(
        "/campaigns",
        html! {
            (choose("owner", "campaigns-state", &states))
            (fields::text_input(voice, query, &year))
            (choose("audience", "campaigns-audience", &with_any(&AUDIENCES)))
            (choose("language", "campaigns-language", &with_any(&LANGUAGES)))
            (fields::submit_row(voice, "campaigns-find", None))
        },
    )
}

fn rows<P: Permit>(reader: &Reader<P>, voice: &Voice, campaigns: &[Campaign]) -> Markup {
    let heading = |key| Column::text(voice.t(key).into_owned());
    let columns =
        ["campaigns-campaign", "campaigns-state", "campaigns-audiences", "campaigns-days", "campaigns-standing"];
    let today = pages::today(reader);
    let row = |campaign: &Campaign| {
        vec![
            html! { a href={ "/campaigns/" (campaign.reference()) } { (pages::title(voice, campaign)) } },
            html! { (reader.ground().identity.party_name(campaign.state, voice.language)) },
            html! { (coded::names(voice, &AUDIENCES, &campaign.content.audiences)) },
            pages::days(voice, campaign),
            pages::standing(voice, campaign, today),
        ]
    };
    let caption = voice.t("room-campaigns").into_owned();
    let (columns, rows) = (columns.map(heading).to_vec(), campaigns.iter().map(row).collect());
    table(voice, &Table { id: "campaigns", caption, columns, rows, empty: "campaigns-none" })
}
