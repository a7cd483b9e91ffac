//! The act "enter a decision by hand": form, entry; the same as one call of the API.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use base::access::Resource;
use base::desk::{Entries, Permitted, Writer};
use base::ground::Puebla;
use base::identity::profile::InForce;
use base::store::StoreError;
use base::web::fields::{self, Field};
use base::web::{Filled, InputFault, Posted, Problem, Refusal, Sent, Visit, see_other};
use jiff::civil::Date;
use maud::{Markup, html};
use rusqlite::Connection;

use super::api::{DecisionShown, NewDecision};
use super::decision::{Content, Link, LinkKind, symbol_of};
use super::due_days::Today;
use super::entries::{Adopted, DecisionEntry, DraftPlace};
use super::form::{self, fault};
use super::permits::AdoptDecisions;
use super::{charging, queries, show};
use crate::meetings::{self, Symbol};
use crate::obligations::ObligationEntry;

/// What is entered: what it says, and where and when it was adopted.
#[derive(Clone, Debug)]
pub(super) struct Adopting {
    pub(super) meeting: Symbol,
    pub(super) round: Option<Symbol>,
    /// None where it is the meeting's last day.
    pub(super) adopted_on: Option<Date>,
    pub(super) today: Date,
    pub(super) content: Content,
    /// Who is a member that day, for what all members are charged with.
    pub(super) profile: Arc<InForce>,
    pub(super) draft: Option<DraftPlace>,
}

/// Shows the form.
pub(super) async fn page(
    desk: Permitted<AdoptDecisions>,
    visit: Visit,
    query: base::web::Asked,
) -> Result<Markup, Refusal> {
    desk.open_with_outcome(Resource::room(), "form").await?;
    let filled = Filled::new().with("meeting", query.0.typed("meeting")).with("original", "en");
    Ok(visit.page("decisions-add", markup(&visit, &filled)))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<AdoptDecisions>,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let mut faults = Vec::new();
    let new = form::typed(&filled, &mut faults);
    let read = read(desk.ground(), &new);
    faults.extend(read.as_ref().err().into_iter().flatten().cloned());
    let adopting = match read {
        Ok(adopting) if faults.is_empty() => adopting,
        _ => {
            desk.open_with_outcome(Resource::room(), "form").await?;
            filled.refuse_each(&visit.voice, &faults);
            return Ok(visit.refused_page("decisions-add", markup(&visit, &filled)).into_response());
        }
    };
    match enter(desk, adopting).await {
        Ok((_, symbol)) => Ok(see_other(&format!("/decisions/{}?done=adopted", symbol.in_address()))),
        Err(Refusal::Invalid(faults)) => {
            filled.refuse_each(&visit.voice, &faults);
            Ok(visit.refused_page("decisions-add", markup(&visit, &filled)).into_response())
        }
        Err(refusal) => Err(refusal),
    }
}

/// Enters a decision that was adopted.
#[utoipa::path(
    post,
    path = "/api/v1/decisions",
    operation_id = "add_decision",
    tag = "decisions",
    request_body = NewDecision,
    responses(
        (
            status = 201,
            description = "Entered; the header Location leads to it",
            body = DecisionShown,
            links(("decision" = (operation_id = "show_decision", parameters(("reference" = "$response.body#/reference")))))
        ),
        (status = 422, description = "Something in it cannot be used, or the decision is entered already", body = Problem)
    )
)]
pub(super) async fn call(desk: Permitted<AdoptDecisions>, Sent(sent): Sent<NewDecision>) -> Result<Response, Refusal> {
    let adopting = match read(desk.ground(), &sent) {
        Ok(adopting) => adopting,
        Err(faults) => {
            desk.open_with_outcome(Resource::room(), "form").await?;
            return Err(Refusal::Invalid(faults));
        }
    };
    let (writer, symbol) = enter(desk, adopting).await?;
    let shown = show::shown(writer.reader(), &symbol)?;
    let place = [(axum::http::header::LOCATION, format!("/api/v1/decisions/{}", shown.reference))];
    Ok((axum::http::StatusCode::CREATED, place, axum::Json(shown)).into_response())
}

async fn enter(
    desk: Permitted<AdoptDecisions>,
    adopting: Adopting,
) -> Result<(Writer<AdoptDecisions>, Symbol), Refusal> {
    let writer = desk.open_to_write(Resource::room_about(adopting.meeting.to_string())).await?;
    let symbol =
        writer.append_both(move |entries, duties| record((entries, duties), adopting, &BTreeSet::new())).await?;
    Ok((writer, symbol))
}

/// Enters a decision, from a thread of its own; answers it.
///
/// Errors: `Invalid` with every fault, also where the decision is entered already.
pub fn add_decision(writer: &Writer<AdoptDecisions>, new: &NewDecision) -> Result<DecisionShown, Refusal> {
    let adopting = read(writer.reader().ground(), new).map_err(Refusal::Invalid)?;
    let record =
        move |entries: &Entries<'_, _>, duties: &Entries<'_, _>| record((entries, duties), adopting, &BTreeSet::new());
    let symbol = writer.append_both_blocking(record)?;
    show::shown(writer.reader(), &symbol)
}

fn read(ground: &Puebla, new: &NewDecision) -> Result<Adopting, Vec<InputFault>> {
    let mut found = form::Found::default();
    let meeting = found.keep(form::symbol("meeting", &new.meeting));
    let round = match new.round.trim() {
        "" => Some(None),
        written => found.keep(form::symbol("round", written)).map(Some),
    };
    let adopted_on = match new.adopted_on.trim() {
        "" => Some(None),
        written => found.keep(form::read_day("adopted_on", written)).map(Some),
    };
    let content = form::read(ground, new, true).map_err(|faults| found.0.extend(faults)).ok();
    match (meeting, round, adopted_on, content) {
        (Some(meeting), Some(round), Some(adopted_on), Some(content)) if found.0.is_empty() => {
            let today = Today::at_the_seat(ground).on;
            let profile = ground.identity.profile();
            Ok(Adopting { meeting, round, adopted_on, today, content, profile, draft: None })
        }
        _ => Err(found.0),
    }
}

/// Enters one decision and what it charges whom with in an open transaction, `together` with others to which it may have links.
///
/// Errors: `Invalid` where the meeting is not there or not over, the number is taken, or a link leads nowhere.
pub(super) fn record(
    (entries, duties): (&Entries<'_, DecisionEntry>, &Entries<'_, ObligationEntry>),
    adopting: Adopting,
    together: &BTreeSet<Symbol>,
) -> Result<Symbol, Refusal> {
    let Adopting { meeting, round, adopted_on, today, content, profile, draft } = adopting;
    let now = entries.now();
    let unknown = || Refusal::Invalid(vec![fault("meeting", "decisions-fault-meeting-unknown")]);
    let held = meetings::one(now, &meeting)?.filter(|meeting| !meeting.is_cancelled()).ok_or_else(unknown)?;
    let adopted_on = adopted_on.unwrap_or(held.last_on);
    let mut faults = Vec::new();
    if adopted_on > today || held.first_on > today {
        faults.push(fault("meeting", "decisions-fault-not-over"));
    }
    if queries::numbered(now, &meeting, content.number)?.is_some() {
        faults.push(fault("number", "decisions-fault-number-known"));
    }
    let symbol = symbol_of(&meeting, adopted_on, content.number);
    let Ok(symbol) = symbol else { return Err(Refusal::field("meeting", "symbol", "decisions-fault-symbol")) };
    faults.extend(astray(now, &content.links, &symbol, together)?);
    if !faults.is_empty() {
        return Err(Refusal::Invalid(faults));
    }
    let adopted = Adopted {
        symbol: symbol.clone(),
        meeting,
        round,
        adopted_on,
        ended_on: held.last_on,
        members_only: held.members_only,
        content,
        draft,
    };
    charging::charge_all(duties, &adopted, &held.series, &profile)?;
    entries.append(&DecisionEntry::Adopted(adopted))?;
    Ok(symbol)
}

/// Answers the links that lead to no decision and no meeting, or to the decision itself.
fn astray(
    now: &Connection,
    links: &[Link],
    from: &Symbol,
    together: &BTreeSet<Symbol>,
) -> Result<Vec<InputFault>, StoreError> {
    let mut faults = Vec::new();
    for (link, row) in links.iter().zip(1..) {
        if !(together.contains(&link.to) || leads(now, link.kind, &link.to)?) || link.to == *from {
            faults.push(fault(&format!("link_to_{row}"), "decisions-fault-link-to"));
        }
    }
    Ok(faults)
}

/// Answers whether what a link leads to is there.
pub(super) fn leads(now: &Connection, kind: LinkKind, to: &Symbol) -> Result<bool, StoreError> {
    Ok(match kind {
        LinkKind::DiscussedAt => meetings::one(now, to)?.is_some(),
        _ => queries::one(now, to)?.is_some(),
    })
}

fn markup(visit: &Visit, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let symbol = |name, label| Field::new(name, label).mono().max_length(60).autocomplete("off");
    html! {
        h1 { (voice.t("decisions-add")) }
        (fields::error_summary(voice, filled))
        p { (voice.t("decisions-add-about")) }
        (fields::form("/decisions/add", visit.csrf(), html! {
            (fields::text_input(voice, filled, &symbol("meeting", "decisions-meeting").hint("decisions-meeting-hint")))
            (super::fields::content(voice, filled))
            (fields::text_input(voice, filled, &symbol("round", "decisions-round").hint("decisions-round-hint").optional()))
            (fields::date_input(voice, filled, &Field::new("adopted_on", "decisions-adopted-on").hint("decisions-adopted-on-hint").optional()))
            (fields::submit_row(voice, "decisions-add-send", Some(html! { a .button .plain href="/decisions" { (voice.t("form-cancel")) } })))
        }))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::samples::*;
    use base::access::Purpose;
    use serde_json::json;

    #[tokio::test]
    async fn a_decision_is_entered_once_and_read_by_members_and_observers() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        held(&specimen, &coordinator).await;
        let path = decide(&specimen, &coordinator, "15").await;
        assert_eq!(path, "/decisions/RCM-VIII-2003-DEC-15");
        for state in ["MEX", "COL"] {
            let page = specimen.get(Some(&delegate(&specimen, state)), &path).await;
            assert_eq!(page.status, 200);
            assert!(page.body.contains("three months") && page.body.contains("2003-08-30"), "{}", page.body);
        }
        let again = specimen.post(&coordinator, "/decisions/add", &decided("15")).await;
        assert!(again.status == 422 && again.body.contains("number-error"), "{}", again.body);
        let member = delegate(&specimen, "MEX");
        assert_eq!(specimen.post(&member, "/decisions/add", &decided("16")).await.status, 404);
    }

    #[tokio::test]
    async fn what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        held(&specimen, &coordinator).await;
        let wrong = [
            ("meeting", "eight"),
            ("number", "0"),
            ("original", "es"),
            ("text_en", "Kept text"),
            ("verb_1", "entrust"),
            ("due_1", "soon"),
            ("verb_2", "dance"),
            ("link_kind_1", "amends"),
            ("link_to_1", "nowhere"),
        ];
        let answer = specimen.post(&coordinator, "/decisions/add", &wrong).await;
        assert_eq!(answer.status, 422);
        for field in ["meeting", "number", "text_es", "due_1", "verb_2", "link_to_1"] {
            assert!(answer.body.contains(&format!("id=\"{field}-error\"")), "{field}");
        }
        assert!(answer.body.contains("Kept text") && answer.body.contains("value=\"soon\""));
        let mut nobody = decided("2");
        nobody.retain(|(name, _)| *name != "addressees_1" && *name != "verb_1");
        nobody.push(("verb_1", "entrust"));
        let answer = specimen.post(&coordinator, "/decisions/add", &nobody).await;
        assert!(answer.body.contains("addressees_1-error"), "who is answerable must be named");
    }

    #[tokio::test]
    async fn a_machine_enters_one_as_a_person_does() {
        let specimen = specimen();
        let session = coordinator(&specimen);
        held(&specimen, &session).await;
        let token = coordinator_token(&specimen);
        let sent = json!({
            "meeting": "RCM/VIII", "number": 7, "original": "en", "text_en": "Mexico and Guatemala will prepare it.",
            "asks": [{ "verb": "prepare", "addressees": ["Mexico", "GTM"], "due": "2 months after adoption" }]
        });
        let answer = specimen.call(&token, Purpose::Secretariat, "/api/v1/decisions", &sent).await;
        assert_eq!(answer.status, 201, "{}", answer.body);
        assert_eq!(answer.headers["location"], "/api/v1/decisions/RCM-VIII-2003-DEC-7");
        assert!(
            answer.body.contains("\"due_on\":\"2003-07-30\"") && answer.body.contains("[\"MEX\",\"GTM\"]"),
            "{}",
            answer.body
        );
        let again = specimen.call(&token, Purpose::Secretariat, "/api/v1/decisions", &sent).await;
        assert!(again.status == 422 && again.body.contains("\"number-known\""), "{}", again.body);
        let astray = json!({
            "meeting": "RCM/IX", "number": 1, "original": "en", "text_en": "T", "asks": [{ "verb": "thank" }]
        });
        let answer = specimen.call(&token, Purpose::Secretariat, "/api/v1/decisions", &astray).await;
        assert!(answer.body.contains("\"meeting-unknown\""), "{}", answer.body);
    }
}
