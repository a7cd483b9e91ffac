//! The act "list the evaluations": the last prepared first, by where they stand, who evaluates, and the year of their deadline.

use axum::Json;
use base::access::{Permit, Resource};
use base::desk::{Permitted, Reader};
use base::store::StoreError;
use base::web::fields::{self, Choice, Field};
use base::web::tables::{Column, Pager, Table, pager, table};
use base::web::{Asked, Filled, InputFault, Problem, Refusal, Visit, Voice, shell};
use conference::evaluations::Standing;
use maud::{Markup, html};

use super::api::{EvaluationListed, EvaluationsPage};
use super::pages::{self, fault};
use super::permits::{ListEvaluations, PrepareEvaluation, ShowEvaluation};
use super::queries::{self, Listed, PAGE_ROWS, Sought};
use super::read;
use crate::meetings::MEMBERS_ONLY;

/// Pages that a list is asked for at most.
const PAGES_MAX: usize = 10_000;
/// What an address asks by.
const FILTERS: [&str; 3] = ["standing", "owner", "year"];

/// Shows the list.
pub(super) async fn page(desk: Permitted<ListEvaluations>, visit: Visit, query: Asked) -> Result<Markup, Refusal> {
    let may_prepare = desk.ground().policy.allows::<PrepareEvaluation>(desk.caller(), &Resource::room());
    let reader = desk.open(Resource::room()).await?;
    // What an address names wrongly is the first page, and asks by nothing.
    let at: usize = query.0.typed("page").parse().unwrap_or(0).min(PAGES_MAX);
    let (sought, _) = sought(&reader, &query.0);
    let (evaluations, more) = turn(&reader, &sought, at)?;
    let voice = &visit.voice;
    let asked = asked(&query.0);
    let from = (at * PAGE_ROWS) as u64 + 1;
    let stand = Pager {
        from,
        to: from + (evaluations.len().max(1) as u64) - 1,
        total: None,
        previous: (at > 0).then(|| format!("/evaluations?page={}{asked}", at - 1)),
        next: more.then(|| format!("/evaluations?page={}{asked}", at + 1)),
    };
    Ok(visit.page(
        "room-evaluations",
        html! {
            h1 { (voice.t("room-evaluations")) }
            p { (voice.t("evaluations-about")) }
            @if may_prepare { div .row { a .button href="/evaluations/new" { (voice.t("evaluations-prepare")) } } }
            (filter(&reader, voice, &query.0))
            (rows(&reader, voice, &evaluations))
            @if stand.previous.is_some() || stand.next.is_some() { (pager(voice, &stand)) }
        },
    ))
}

/// Lists the evaluations that one may see.
#[utoipa::path(
    get,
    path = "/api/v1/evaluations",
    operation_id = "list_evaluations",
    tag = "evaluations",
    params(
        ("page" = Option<u32>, Query, description = "The `next` of the page before; left out, the first"),
        ("standing" = Option<String>, Query, description = "`prepared`, `open`, `ended` or `reported`"),
        ("owner" = Option<String>, Query, description = "Code of an evaluating State"),
        ("year" = Option<String>, Query, description = "The year of the deadline")
    ),
    responses(
        (status = 200, description = "A page of evaluations", body = EvaluationsPage),
        (status = 422, description = "What is asked by is no page, standing, State or year", body = Problem)
    )
)]
pub(super) async fn call(desk: Permitted<ListEvaluations>, query: Asked) -> Result<Json<EvaluationsPage>, Refusal> {
    let reader = desk.open(Resource::room()).await?;
    let (sought, mut faults) = sought(&reader, &query.0);
    let page = |text: &str| text.parse::<usize>().ok().filter(|page| *page <= PAGES_MAX);
    let at = query.0.chosen("page").next().map_or(Some(0), page);
    if at.is_none() {
        faults.push(fault("page", "evaluations-fault-page"));
    }
    let Some(at) = at.filter(|_| faults.is_empty()) else { return Err(Refusal::Invalid(faults)) };
    let (evaluations, more) = turn(&reader, &sought, at)?;
    let evaluations = evaluations.iter().map(EvaluationListed::of).collect();
    Ok(Json(EvaluationsPage { evaluations, next: more.then_some(at as u64 + 1) }))
}

/// Reads one row more than a page has: whether it is there says whether the list goes on.
fn turn<P: Permit>(reader: &Reader<P>, sought: &Sought, at: usize) -> Result<(Vec<Listed>, bool), StoreError> {
    let mut evaluations = reader.ask(|now| queries::sought(now, sought, at * PAGE_ROWS))?;
    let more = evaluations.len() > PAGE_ROWS;
    evaluations.truncate(PAGE_ROWS);
    Ok((evaluations, more))
}

/// Reads what is sought, and names what cannot be read, which is not asked by. What one may see the policies say.
fn sought<P: Permit>(reader: &Reader<P>, query: &Filled) -> (Sought, Vec<InputFault>) {
    let mut faults = Vec::new();
    let mut keep = |name: &str, is_known: bool, key| {
        if !query.typed(name).is_empty() && !is_known {
            faults.push(fault(name, key));
        }
    };
    let standing = Standing::parse(query.typed("standing"));
    let members = read::members(reader);
    let evaluator = query.typed("owner").parse().ok().filter(|code| members.contains(code));
    let year = query.typed("year").parse::<i16>().ok().filter(|year| (1990..=2200).contains(year));
    keep("standing", standing.is_some(), "evaluations-fault-standing");
    keep("owner", evaluator.is_some(), "evaluations-fault-owner");
    keep("year", year.is_some(), "evaluations-fault-year");
    let (policy, caller) = (&reader.ground().policy, reader.caller());
    let sees = |status| policy.allows::<ShowEvaluation>(caller, &Resource { status, ..Resource::default() });
    let sought = Sought {
        members_only: sees(MEMBERS_ONLY),
        all_prepared: sees("draft"),
        party: caller.state,
        standing,
        evaluator,
        year,
        now: reader.now(),
    };
    (sought, faults)
}

/// Writes what is asked by for the end of an address.
fn asked(query: &Filled) -> String {
    let asked = FILTERS.into_iter().filter(|name| !query.typed(name).is_empty());
    asked.map(|name| format!("&{name}={}", shell::encoded(query.typed(name)))).collect()
}

fn filter<P: Permit>(reader: &Reader<P>, voice: &Voice, query: &Filled) -> Markup {
    let any = || Choice::new("", voice.t("evaluations-any"));
    let mut standings = vec![any()];
    standings.extend(Standing::ALL.map(|one| Choice::new(one.code(), voice.t(pages::standing_key(one)))));
    let mut states = vec![any()];
    let named = pages::names(reader.ground(), voice, read::members(reader).into_iter());
    states.extend(named.into_iter().map(|(name, code)| Choice::new(code.to_string(), name)));
    let year =
        Field::new("year", "evaluations-year").max_length(4).input_mode("numeric").autocomplete("off").unmarked();
    fields::search_form(
        "/evaluations",
        html! {
            (fields::select(voice, query, &Field::new("standing", "evaluations-standing").unmarked(), &standings))
            (fields::select(voice, query, &Field::new("owner", "evaluations-evaluator").unmarked(), &states))
            (fields::text_input(voice, query, &year))
            (fields::submit_row(voice, "evaluations-find", None))
        },
    )
}

fn rows<P: Permit>(reader: &Reader<P>, voice: &Voice, evaluations: &[Listed]) -> Markup {
    let columns = [
        Column::text(voice.t("evaluations-evaluation").into_owned()),
        Column::text(voice.t("evaluations-evaluators").into_owned()),
        Column::text(voice.t("evaluations-deadline").into_owned()),
        Column::figures(voice.t("evaluations-answered").into_owned()),
        Column::text(voice.t("evaluations-standing").into_owned()),
    ];
    let row = |one: &Listed| {
        vec![
            html! { a href={ "/evaluations/" (one.symbol.in_address()) } { (pages::said(voice, &one.title)) } br; small .mono { (one.symbol) } },
            html! { (pages::listed(reader.ground(), voice, one.evaluators.iter().copied())) },
            voice.date(one.deadline_on),
            html! { @if one.asked > 0 { (one.answered) "/" (one.asked) } },
            pages::standing(voice, one.standing),
        ]
    };
    let caption = voice.t("room-evaluations").into_owned();
    let rows = evaluations.iter().map(row).collect();
    table(voice, &Table { id: "evaluations", caption, columns: columns.to_vec(), rows, empty: "evaluations-none" })
}
