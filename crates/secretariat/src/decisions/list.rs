//! The act "look decisions up": the register, the latest first, fifty a page, by what one seeks.

use axum::Json;
use base::access::Resource;
use base::desk::{Permitted, Reader};
use base::ground::Puebla;
use base::store::StoreError;
use base::web::fields::{self, Choice, Field};
use base::web::tables::{Column, Pager, Table, pager, table};
use base::web::{Asked, Filled, Refusal, Visit, Voice};
use maud::{Markup, html};

use super::api::{DecisionListed, DecisionsPage};
use super::form::{self, fault};
use super::looked_up::words;
use super::permits::{AdoptDecisions, ListDecisions, ShowDrafts};
use super::queries::{self, Decision, Sought, WORDS_MAX};
use super::said::verb_key;
use super::{fields as drawn, pages};
use crate::meetings::Symbol;
use crate::obligations::{Wanted, with_a_duty};

/// Decisions a page.
const PAGE_ROWS: usize = 50;
/// The characters of a text that a list shows.
const FIRST_CHARS: usize = 160;

/// One page of the register, and whether there are more.
struct Turned {
    decisions: Vec<Decision>,
    more: bool,
}

/// Shows the register.
pub(super) async fn page(desk: Permitted<ListDecisions>, visit: Visit, query: Asked) -> Result<Markup, Refusal> {
    // What an address names wrongly is left out: a list is no form to be corrected.
    let after = Symbol::from_address(query.0.typed("after")).ok();
    let (policy, caller) = (&desk.ground().policy, desk.caller());
    let may_add = policy.allows::<AdoptDecisions>(caller, &Resource::room());
    let may_import = policy.allows::<ShowDrafts>(caller, &Resource::room());
    let reader = desk.open(Resource::room()).await?;
    let sought = sought(&reader, &query.0)?;
    let turned = turn(&reader, &sought, after.as_ref())?;
    let voice = &visit.voice;
    Ok(visit.page(
        "decisions-list",
        html! {
            h1 { (voice.t("decisions-list")) }
            p { (voice.t("decisions-list-about")) }
            @if may_add || may_import {
                div .row {
                    @if may_import { a .button href="/decisions/imports" { (voice.t("decisions-imports")) } }
                    @if may_add { a .button .plain href="/decisions/add" { (voice.t("decisions-add")) } }
                }
            }
            (search(reader.ground(), voice, &query.0))
            (rows(voice, &turned.decisions))
            @if turned.more || after.is_some() { (pager(voice, &stand(&query.0, &turned, after.is_some()))) }
        },
    ))
}

/// Looks decisions up, the latest meeting first.
#[utoipa::path(
    get,
    path = "/api/v1/decisions",
    operation_id = "list_decisions",
    tag = "decisions",
    params(
        ("after" = Option<String>, Query, description = "The `next` of the page before"),
        ("meeting" = Option<String>, Query, description = "Symbol of the meeting that took them"),
        ("verb" = Option<String>, Query, description = "Code of an operative verb"),
        ("addressee" = Option<String>, Query, description = "A State's code, `members`, or a body's name"),
        ("due" = Option<String>, Query, description = "Those with something due on that day or before, `YYYY-MM-DD`"),
        ("standing" = Option<String>, Query, description = "Those of which some duty stands so: `todo`, `overdue`, `open`, `undated`, `waiting`, `done`, `lapsed`, `released` or `all`"),
        ("words" = Option<String>, Query, description = "Beginnings of words of the text")
    ),
    responses((status = 200, description = "A page of up to fifty decisions", body = DecisionsPage))
)]
pub(super) async fn call(desk: Permitted<ListDecisions>, query: Asked) -> Result<Json<DecisionsPage>, Refusal> {
    let after = match query.0.typed("after") {
        "" => Ok(None),
        text => Symbol::from_address(text).map(Some).map_err(|_| fault("after", "decisions-fault-after")),
    };
    let reader = desk.open(Resource::room()).await?;
    let after = after.map_err(|fault| Refusal::Invalid(vec![fault]))?;
    let turned = turn(&reader, &sought(&reader, &query.0)?, after.as_ref())?;
    let next = turned.decisions.last().filter(|_| turned.more).map(|last| last.symbol.in_address());
    let listed = |decision: &Decision| DecisionListed {
        symbol: decision.symbol.to_string(),
        reference: decision.symbol.in_address(),
        meeting: decision.meeting.to_string(),
        adopted_on: decision.adopted_on.to_string(),
        verbs: decision.content.asks.iter().map(|ask| ask.verb.code().to_owned()).collect(),
        text: decision.content.drafted().to_owned(),
    };
    Ok(Json(DecisionsPage { decisions: turned.decisions.iter().map(listed).collect(), next }))
}

/// Reads what is sought; what cannot be read is not asked.
fn sought(reader: &Reader<ListDecisions>, query: &Filled) -> Result<Sought, StoreError> {
    let typed = |name: &str| Some(query.typed(name).trim().to_owned()).filter(|text| !text.is_empty());
    let day = || query.date("due").ok().flatten().or_else(|| query.typed("due").parse().ok());
    let among = Wanted::parse(query.typed("standing")).map(|wanted| with_a_duty(reader, wanted)).transpose()?;
    Ok(Sought {
        meeting: typed("meeting").and_then(|text| text.to_uppercase().parse().ok()),
        verb: typed("verb"),
        addressee: typed("addressee").map(|name| form::addressee(reader.ground(), &name)),
        due_by: day(),
        words: words(query.typed("words")).take(WORDS_MAX).collect(),
        among,
        members_only: pages::sees_members_only(reader),
    })
}

/// Reads one row more than a page has: whether it is there says whether the list goes on.
fn turn(reader: &Reader<ListDecisions>, sought: &Sought, after: Option<&Symbol>) -> Result<Turned, StoreError> {
    let mut decisions = reader.ask(|now| queries::page(now, sought, after, PAGE_ROWS + 1))?;
    let more = decisions.len() > PAGE_ROWS;
    decisions.truncate(PAGE_ROWS);
    Ok(Turned { decisions, more })
}

fn stand(query: &Filled, turned: &Turned, later: bool) -> Pager {
    let first: u64 = query.typed("row").parse().unwrap_or(1).clamp(1, 1 << 40);
    let rows = turned.decisions.len() as u64;
    let names = ["meeting", "verb", "addressee", "standing", "words", "due-day", "due-month", "due-year"];
    let asked: String = names
        .iter()
        .filter(|name| !query.typed(name).is_empty())
        .map(|name| format!("&{name}={}", base::web::shell::encoded(query.typed(name))))
        .collect();
    let next = turned.decisions.last().filter(|_| turned.more);
    Pager {
        from: first,
        to: first + rows.max(1) - 1,
        total: None,
        previous: later.then(|| format!("/decisions?{}", asked.trim_start_matches('&'))),
        next: next.map(|last| format!("/decisions?after={}&row={}{asked}", last.symbol.in_address(), first + rows)),
    }
}

fn search(ground: &Puebla, voice: &Voice, query: &Filled) -> Markup {
    let line = |name, label| Field::new(name, label).optional().unmarked().autocomplete("off").max_length(200);
    let profile = ground.identity.profile();
    let members = Choice::new("members", voice.t("decisions-members"));
    let parties = profile.parties.iter().filter(|(_, party)| party.kind != base::identity::PartyKind::Secretariat);
    let parties = parties
        .map(|(code, party)| Choice::new(code.as_str().to_owned(), party.name.in_language(voice.language).to_owned()));
    let addressees: Vec<Choice<'_>> = std::iter::once(members).chain(parties).collect();
    let standings = Wanted::ALL.map(|wanted| Choice::new(wanted.code(), voice.t(wanted.key())));
    fields::search_form(
        "/decisions",
        html! {
            (fields::text_input(voice, query, &line("words", "decisions-words")))
            (fields::text_input(voice, query, &line("meeting", "decisions-meeting").mono()))
            (fields::grouped_select(voice, query, &line("verb", "decisions-verb"), &drawn::verbs(voice)))
            (fields::select(voice, query, &line("addressee", "decisions-addressee"), &addressees))
            (fields::select(voice, query, &line("standing", "decisions-standing"), &standings))
            (fields::date_input(voice, query, &line("due", "decisions-due-by")))
            (fields::submit_row(voice, "decisions-search", Some(html! { a .button .plain href="/decisions" { (voice.t("decisions-search-clear")) } })))
        },
    )
}

fn rows(voice: &Voice, decisions: &[Decision]) -> Markup {
    let heading = |key| Column::text(voice.t(key).into_owned());
    let rows = decisions.iter().map(|decision| {
        let verbs: Vec<_> = decision.content.asks.iter().map(|ask| voice.t(&verb_key(ask.verb))).collect();
        vec![
            html! { a href={ "/decisions/" (decision.symbol.in_address()) } { (decision.symbol) } },
            html! { (first_of(pages::text(voice, &decision.content))) },
            html! { (verbs.join(", ")) },
            voice.date(decision.adopted_on),
        ]
    });
    let columns = vec![
        heading("decisions-symbol"),
        heading("decisions-text"),
        heading("decisions-verbs"),
        heading("decisions-adopted-on"),
    ];
    let caption = voice.t("decisions-list-caption").into_owned();
    table(voice, &Table { id: "decisions", caption, columns, rows: rows.collect(), empty: "decisions-list-empty" })
}

/// Answers the beginning of a text, up to a whole word.
pub(super) fn first_of(text: &str) -> String {
    let line = text.replace('\n', " ");
    if line.chars().count() <= FIRST_CHARS {
        return line;
    }
    let first: String = line.chars().take(FIRST_CHARS).collect();
    format!("{}…", first.rsplit_once(' ').map_or(first.as_str(), |(first, _)| first))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::api::DecisionsPage;
    use super::super::samples::*;

    #[tokio::test]
    async fn a_decision_kept_for_members_is_no_place_in_an_observers_register() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        for (symbol, number, month, members_only) in
            [("RCM/VIII", "8", "5", ""), ("RCM/IX", "9", "6", "yes"), ("RCM/X", "10", "7", "")]
        {
            let mut fields = called(symbol);
            fields.retain(|(name, _)| !name.ends_with("_on-month") && *name != "number");
            fields.extend([("number", number), ("first_on-month", month), ("last_on-month", month)]);
            fields.extend([("members_only", members_only)]);
            let path = path_of(specimen.post(&coordinator, "/meetings/plan", &fields).await);
            fields.push(("standing", "held"));
            path_of(specimen.post(&coordinator, &format!("{path}/change"), &fields).await);
            let mut decision = decided("1");
            decision.retain(|(name, _)| *name != "meeting");
            decision.push(("meeting", symbol));
            path_of(specimen.post(&coordinator, "/decisions/add", &decision).await);
        }
        let token = |state: &str, name: &str| {
            specimen.token(&specimen.enrol(state, name, &["delegate"]), &[base::access::Purpose::Secretariat])
        };
        let (observer, member) = (token("COL", "col.places"), token("MEX", "mex.places"));
        let after = async |token: &str, place: &str| {
            api_get(&specimen, token, &format!("/api/v1/decisions?after={place}")).await.body
        };
        let (kept, invented) = ("RCM-IX-2003-DEC-1", "RCM-IX-2003-DEC-99");
        assert_ne!(after(&member, kept).await, after(&member, invented).await, "for members it is a place");
        assert_eq!(after(&observer, kept).await, after(&observer, invented).await);
    }

    #[tokio::test]
    async fn the_register_is_asked_by_meeting_verb_addressee_day_and_words() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        held(&specimen, &coordinator).await;
        decide(&specimen, &coordinator, "15").await;
        let mut thanks = decided("2");
        thanks.retain(|(name, _)| ["meeting", "number", "original"].contains(name));
        thanks.extend([("text_en", "Thank the network for its contributions."), ("verb_1", "thank")]);
        path_of(specimen.post(&coordinator, "/decisions/add", &thanks).await);
        let token = coordinator_token(&specimen);
        let found = async |query: &str| {
            let answer = api_get(&specimen, &token, &format!("/api/v1/decisions{query}")).await;
            let page: DecisionsPage = serde_json::from_str(&answer.body).unwrap();
            page.decisions.into_iter().map(|decision| decision.symbol).collect::<Vec<_>>()
        };
        let (second, fifteenth) = ("RCM/VIII/2003/DEC/2", "RCM/VIII/2003/DEC/15");
        assert_eq!(found("").await, [second, fifteenth]);
        assert_eq!(found("?meeting=RCM/VIII").await.len(), 2);
        assert_eq!(found("?meeting=RCM/IX").await.len(), 0);
        assert_eq!(found("?verb=thank").await, [second]);
        assert_eq!(found("?addressee=members").await, [fifteenth]);
        assert_eq!(found("?due=2003-08-30").await, [fifteenth]);
        assert_eq!(found("?due=2003-08-29").await.len(), 0);
        assert_eq!(found("?standing=overdue").await, [fifteenth]);
        assert_eq!(found("?standing=all").await, [fifteenth]);
        for none in ["open", "undated", "waiting", "done", "lapsed", "released"] {
            assert!(found(&format!("?standing={none}")).await.is_empty(), "{none}");
        }
        assert_eq!(found("?words=comentarios+project").await, [fifteenth]);
        assert_eq!(found("?words=contrib").await, [second]);
        assert_eq!(found("?words=contrib+project").await.len(), 0);
        assert_eq!(api_get(&specimen, &token, "/api/v1/decisions?after=x").await.status, 422);
    }
}
