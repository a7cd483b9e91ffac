//! Presidencies: who presides, presided and will, and the act that writes a term down.

use axum::Json;
use axum::response::{IntoResponse, Response};
use base::access::Resource;
use base::desk::{Entries, Permitted, Writer};
use base::identity::profile::InForce;
use base::web::tables::{Column, Table, table};
use base::web::{Filled, InputFault, Posted, Problem, Refusal, Sent, Visit, fields, parts, see_other};
use jiff::civil::Date;
use journal::StateCode;
use maud::{Markup, html};

use super::api::{NewTerm, Presidencies, TermShown};
use super::class::Class;
use super::entries::{MemberEntry, Term, TermEnded};
use super::permits::{EnterTerms, ListMembers};
use super::queries::{self, Standing};
use super::terms::{self, TermOf, Troika};
use super::written::{self, Found, fault};
use super::{pages, seats};

/// Shows who presides.
pub(super) async fn page(desk: Permitted<ListMembers>, visit: Visit) -> Result<Markup, Refusal> {
    let may_enter = desk.ground().policy.allows::<EnterTerms>(desk.caller(), &Resource::room());
    let reader = desk.open(Resource::room()).await?;
    let (profile, today) = (reader.ground().identity.profile(), seats::today(reader.ground()));
    let (all, troika, standings) = reader
        .ask(|now| Ok((terms::terms(now)?, terms::troika_on(now, today)?, queries::standings(now, &profile)?)))?;
    let shown = Shown { terms: &all, troika: &troika, standings: &standings, profile: &profile, may_enter };
    Ok(visit.page("presidencies-list", shown.markup(&visit)))
}

/// Lists every term, and who presides today.
#[utoipa::path(
    get,
    path = "/api/v1/presidencies",
    operation_id = "list_presidencies",
    tag = "members",
    responses((status = 200, description = "Every term, the latest first", body = Presidencies))
)]
pub(super) async fn call(desk: Permitted<ListMembers>) -> Result<Json<Presidencies>, Refusal> {
    let reader = desk.open(Resource::room()).await?;
    let today = seats::today(reader.ground());
    let (all, troika) = reader.ask(|now| Ok((terms::terms(now)?, terms::troika_on(now, today)?)))?;
    let codes = |states: &std::collections::BTreeSet<StateCode>| states.iter().map(StateCode::to_string).collect();
    Ok(Json(Presidencies {
        outgoing: codes(&troika.outgoing),
        current: codes(&troika.current),
        incoming: codes(&troika.incoming),
        terms: all.iter().map(TermShown::of).collect(),
    }))
}

/// Shows the form.
pub(super) async fn form_page(desk: Permitted<EnterTerms>, visit: Visit) -> Result<Markup, Refusal> {
    let reader = desk.open_with_outcome(Resource::room(), "form").await?;
    let states = states(&reader, &visit)?;
    Ok(visit.page("presidencies-new", markup(&visit, &states, &Filled::new())))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<EnterTerms>,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let ground = desk.ground().clone();
    let profile = ground.identity.profile();
    let mut days = Vec::new();
    let new = NewTerm {
        party: filled.typed("party").to_owned(),
        first_on: written::typed_day(&filled, "first_on", &mut days),
        last_on: written::typed_day(&filled, "last_on", &mut days),
        decision: filled.typed("decision").to_owned(),
    };
    let writer = desk.open_to_write(Resource::room()).await?;
    if let Some(term) = written::accepted(&visit.voice, &mut filled, &days, read(&new)) {
        match writer.append(move |entries| record(entries, &term, &profile)).await {
            Ok(_) => {
                seats::followed(&ground).await?;
                return Ok(see_other("/presidencies"));
            }
            Err(Refusal::Invalid(faults)) => filled.refuse_each(&visit.voice, &faults),
            Err(refusal) => return Err(refusal),
        }
    }
    let states = states(writer.reader(), &visit)?;
    Ok(visit.refused_page("presidencies-new", markup(&visit, &states, &filled)).into_response())
}

/// Writes down who presides, or until when.
#[utoipa::path(
    post,
    path = "/api/v1/presidencies",
    operation_id = "enter_term",
    tag = "members",
    request_body = NewTerm,
    responses(
        (status = 201, description = "Written down", body = TermShown),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn enter_call(desk: Permitted<EnterTerms>, Sent(sent): Sent<NewTerm>) -> Result<Response, Refusal> {
    let ground = desk.ground().clone();
    let profile = ground.identity.profile();
    let writer = desk.open_to_write(Resource::room()).await?;
    let term = read(&sent).map_err(Refusal::Invalid)?;
    let entered = writer.append(move |entries| record(entries, &term, &profile)).await?;
    seats::followed(&ground).await?;
    Ok((axum::http::StatusCode::CREATED, Json(TermShown::of(&entered))).into_response())
}

/// Writes down who presides, or until when, from a thread of its own.
///
/// Errors: `Invalid` with every fault, also where more would preside at once than the process has chairs.
pub fn enter_term(writer: &Writer<EnterTerms>, new: &NewTerm) -> Result<TermShown, Refusal> {
    let ground = writer.reader().ground().clone();
    let profile = ground.identity.profile();
    let term = read(new).map_err(Refusal::Invalid)?;
    let entered = writer.append_blocking(move |entries| record(entries, &term, &profile))?;
    seats::follow(&ground)?;
    Ok(TermShown::of(&entered))
}

fn read(new: &NewTerm) -> Result<Term, Vec<InputFault>> {
    let mut found = Found::default();
    let party = found.party("party", &new.party);
    let first_on = found.day("first_on", &new.first_on, "members-fault-first-on-missing");
    let last_on: Option<Option<Date>> = found.day_or_none("last_on", &new.last_on);
    if let (Some(first_on), Some(Some(last_on))) = (first_on, last_on)
        && last_on < first_on
    {
        found.0.push(fault("last_on", "members-fault-order"));
    }
    let decision = found.symbol_or_none("decision", &new.decision);
    let made = (|| Some(Term { party: party?, first_on: first_on?, last_on: last_on?, decision: decision? }))();
    found.done(made)
}

fn record(entries: &Entries<'_, MemberEntry>, term: &Term, profile: &InForce) -> Result<TermOf, Refusal> {
    let wrong = |field: &str, key| Err(Refusal::Invalid(vec![fault(field, key)]));
    let all = terms::terms(entries.now())?;
    let Term { party, first_on, last_on, .. } = *term;
    let known = all.iter().find(|one| one.party == party && one.first_on == first_on);
    match (known, last_on) {
        (Some(known), Some(last_on)) if known.last_on.is_none_or(|before| last_on < before) => {
            entries.append(&MemberEntry::TermEnded(TermEnded { party, first_on, last_on }))?;
        }
        (Some(_), _) => return wrong("last_on", "members-fault-term-ended"),
        (None, _) => {
            let members = queries::members_on(entries.now(), profile, first_on)?;
            if !members.contains(&party) {
                return wrong("party", "members-fault-not-member");
            }
            let new = TermOf { party, first_on, last_on, decision: String::new() };
            if !terms::fits(&all, &new, profile.chairs) {
                return wrong("first_on", "members-fault-chairs");
            }
            entries.append(&MemberEntry::Term(term.clone()))?;
        }
    }
    let entered = terms::terms(entries.now())?.into_iter().find(|one| one.party == party && one.first_on == first_on);
    entered.ok_or(Refusal::NotFound)
}

/// Answers everybody who is or was a member, as choices.
fn states<P: base::access::Permit>(
    reader: &base::desk::Reader<P>,
    visit: &Visit,
) -> Result<Vec<fields::Choice<'static>>, Refusal> {
    let profile = reader.ground().identity.profile();
    let mut standings = reader.ask(|now| queries::standings(now, &profile))?;
    standings.retain(|standing| standing.class == Class::Member);
    let language = visit.voice.language;
    visit.voice.collate(&mut standings, |standing| standing.names.in_language(language));
    standings.dedup_by_key(|standing| standing.party);
    let choice =
        |one: &Standing| fields::Choice::new(one.party.to_string(), one.names.in_language(language).to_owned());
    Ok(standings.iter().map(choice).collect())
}

/// What the page shows.
struct Shown<'a> {
    terms: &'a [TermOf],
    troika: &'a Troika,
    standings: &'a [Standing],
    profile: &'a InForce,
    may_enter: bool,
}

impl Shown<'_> {
    fn markup(&self, visit: &Visit) -> Markup {
        let voice = &visit.voice;
        let name = |party: StateCode| pages::name(voice, self.standings, self.profile, party);
        let names = |states: &std::collections::BTreeSet<StateCode>| {
            let names: Vec<String> = states.iter().map(|state| name(*state)).collect();
            html! { @if names.is_empty() { "–" } @else { (names.join(", ")) } }
        };
        let rows = self.terms.iter().map(|term| {
            vec![
                html! { a href={ "/members/" (term.party) } { (name(term.party)) } },
                voice.date(term.first_on),
                html! { @if let Some(last_on) = term.last_on { (voice.date(last_on)) } @else { (voice.t("members-lasts")) } },
                html! { @if term.decision.is_empty() { "–" } @else { span .mono { (term.decision) } } },
            ]
        });
        let heading = |key| Column::text(voice.t(key).into_owned());
        let columns = vec![
            heading("members-name"),
            heading("members-first-on"),
            heading("members-last-on"),
            heading("members-decision"),
        ];
        let (caption, rows) = (voice.t("presidencies-terms").into_owned(), rows.collect());
        html! {
            h1 { (voice.t("presidencies-list")) }
            p { (voice.tn("presidencies-about", &[("chairs", self.profile.chairs.into())])) }
            (parts::facts(&[
                (&voice.t("presidencies-current"), names(&self.troika.current)),
                (&voice.t("presidencies-outgoing"), names(&self.troika.outgoing)),
                (&voice.t("presidencies-incoming"), names(&self.troika.incoming)),
            ]))
            @if self.may_enter { div .row { a .button href="/presidencies/new" { (voice.t("presidencies-new")) } } }
            (table(voice, &Table { id: "terms", caption, columns, rows, empty: "presidencies-empty" }))
            p { a href="/members" { (voice.t("members-back")) } }
        }
    }
}

fn markup(visit: &Visit, states: &[fields::Choice<'static>], filled: &Filled) -> Markup {
    let voice = &visit.voice;
    html! {
        h1 { (voice.t("presidencies-new")) }
        (fields::error_summary(voice, filled))
        p { (voice.t("presidencies-new-about")) }
        (fields::form("/presidencies/new", visit.csrf(), html! {
            (fields::select(voice, filled, &fields::Field::new("party", "presidencies-state"), states))
            (fields::date_input(voice, filled, &fields::Field::new("first_on", "members-first-on")))
            (fields::date_input(voice, filled, &fields::Field::new("last_on", "members-last-on").hint("presidencies-last-on-hint").optional()))
            (written::decision_field(voice, filled, true))
            (fields::submit_row(voice, "presidencies-send", Some(html! { a .button .plain href="/presidencies" { (voice.t("form-cancel")) } })))
        }))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::samples::*;
    use base::access::Purpose;
    use base::identity::profile::LAGOON;
    use serde_json::json;

    #[tokio::test]
    async fn one_presides_at_a_time_and_the_next_follows_by_itself() {
        let specimen = specimen();
        let token = coordinator_token(&specimen);
        let call = async |body| specimen.call(&token, Purpose::Secretariat, "/api/v1/presidencies", &body).await;
        // It is 2 March 2026.
        assert_eq!(call(json!({ "party": "MEX", "first_on": "2025-01-01" })).await.status, 201);
        let beside = call(json!({ "party": "PAN", "first_on": "2026-03-03" })).await;
        assert!(beside.status == 422 && beside.body.contains("\"chairs\""), "{}", beside.body);
        assert_eq!(
            call(json!({ "party": "MEX", "first_on": "2025-01-01", "last_on": "2026-03-02" })).await.status,
            201
        );
        assert_eq!(
            call(json!({ "party": "MEX", "first_on": "2025-01-01", "last_on": "2026-03-02" })).await.status,
            422
        );
        let next = json!({ "party": "PAN", "first_on": "2026-03-03", "decision": "RCM/VIII/2003/DEC/24" });
        assert_eq!(call(next).await.status, 201);
        assert_eq!(
            call(json!({ "party": "COL", "first_on": "2020-01-01", "last_on": "2020-02-01" })).await.status,
            422
        );
        let list = api_get(&specimen, &token, "/api/v1/presidencies").await.body;
        assert!(list.contains("\"current\":[\"MEX\"]") && list.contains("\"incoming\":[\"PAN\"]"), "{list}");
        let mexico = specimen.signed_in("MEX", "presidency", Purpose::Secretariat);
        assert!(mexico.caller.presides && specimen.get(Some(&mexico), "/presidencies").await.body.contains("Panama"));
        specimen.clock.advance(jiff::SignedDuration::from_hours(24));
        specimen.sweep();
        for (state, presides) in [("MEX", false), ("PAN", true)] {
            let session = specimen.signed_in(state, "presidency", Purpose::Secretariat);
            assert_eq!(session.caller.presides, presides, "{state}");
            let house = specimen.ground.database("secretariat").unwrap();
            let today = super::seats::today(&specimen.ground);
            let known = house.read(|now| super::super::presides(now, &session.caller, today)).unwrap();
            assert_eq!(known, presides, "the journal says the same as the policies");
        }
    }

    #[tokio::test]
    async fn two_preside_together_where_the_process_has_two_chairs() {
        let specimen = specimen_of(LAGOON);
        let token = token_of(&specimen, "QMS");
        let call = async |body| specimen.call(&token, Purpose::Secretariat, "/api/v1/presidencies", &body).await;
        for (party, status) in [("QMA", 201), ("QMB", 201), ("QMC", 422), ("QMO", 422)] {
            assert_eq!(call(json!({ "party": party, "first_on": "2026-01-01" })).await.status, status, "{party}");
        }
        let list = api_get(&specimen, &token, "/api/v1/presidencies").await.body;
        assert!(list.contains("\"current\":[\"QMA\",\"QMB\"]"), "{list}");
    }

    #[tokio::test]
    async fn only_the_coordinator_says_who_presides() {
        let specimen = specimen();
        let presidency = specimen.signed_in("MEX", "presidency", Purpose::Secretariat);
        assert_eq!(specimen.get(Some(&presidency), "/presidencies/new").await.status, 404);
        assert_eq!(specimen.post(&presidency, "/presidencies/new", &[("party", "MEX")]).await.status, 404);
        let answer = specimen.post(&coordinator(&specimen), "/presidencies/new", &[("party", "MEX")]).await;
        assert!(answer.status == 422 && answer.body.contains("first_on-error"));
    }
}
