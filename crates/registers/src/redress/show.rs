//! One case: what is asked for, until when, what was answered; and, for the panel alone, the alert that it is about.
//!
//! Whoever does not sit on the panel cannot tell from here whether an alert was named: no line of it is drawn, and none is missing.

use axum::extract::Path;
use base::access::{Permit, Resource};
use base::desk::{Permitted, Reader};
use base::web::fields;
use base::web::parts::{self, Tone};
use base::web::{Asked, Refusal, Visit};
use maud::{Markup, html};

use super::permits::{AnswerCase, BlockAlert, DecideRuling, OpenCase, ReadPetition, ReferCase, ShowCase};
use super::queries::{self, Case, Proposal};
use super::{found, pages};
use crate::alerts::blocks::{self, Concerned};
use crate::alerts::today;

/// Shows a case.
pub(super) async fn page(
    permitted: Permitted<ShowCase>,
    visit: Visit,
    Path(reference): Path<String>,
    Asked(asked): Asked,
) -> Result<Markup, Refusal> {
    let resource = found::to_see(&permitted, &reference).await?;
    let reader = permitted.open(resource).await?;
    let case = found::case(&reader, &reference)?;
    let (voice, day) = (&visit.voice, today(reader.now()));
    let sits = may::<BlockAlert>(&reader, &case.resource());
    let body = html! {
        @if let Some(done) = pages::done(voice, asked.typed("done")) { (done) }
        h1 { (voice.tn("redress-heading", &[("reference", case.reference.as_str().into())])) }
        p { (voice.t(case.kind.key())) " " (pages::standing(voice, &case, day, sits)) }
        (parts::two_columns(
            html! {
                (parts::card("case", &voice.t("redress-case"), facts(&reader, &visit, &case, sits)))
                @if let Some(answer) = answered(&visit, &case) { (parts::card("answer", &voice.t("redress-answer"), answer)) }
                (panel(&reader, &visit, &case)?)
            },
            acts(&reader, &visit, &case),
        ))
    };
    Ok(base::web::shell::page(voice, &visit.frame.clone().titled(case.reference.clone()), body))
}

/// Shows who asks, in whose words; how they are reached is for the State at which they asked.
pub(super) async fn petition(
    permitted: Permitted<ReadPetition>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let resource = found::to_see(&permitted, &reference).await?;
    let reader = permitted.open(resource).await?;
    let case = found::case(&reader, &reference)?;
    let petition = found::petition(&reader, &case)?;
    let (voice, sealer) = (&visit.voice, reader.ground().keys.sealer());
    let asked = petition.asked.open(sealer)?;
    let own = reader.ground().policy.allows::<OpenCase>(reader.caller(), &case.resource());
    let mut named = vec![
        (voice.t("redress-asked"), html! { (asked) }),
        (voice.t("redress-asker"), html! { (voice.t(case.asker.key())) }),
    ];
    if own {
        let contact = petition.contact.open(sealer)?;
        named.push((voice.t("redress-contact"), html! { (contact) }));
    }
    if let Some(remedy) = &petition.remedy {
        let remedy = remedy.open(sealer)?;
        named.push((voice.t("redress-remedy"), html! { (remedy) }));
    }
    let facts: Vec<(&str, Markup)> = named.iter().map(|(name, value)| (&**name, value.clone())).collect();
    let body = html! {
        h1 { (voice.t("redress-petition")) }
        p { span .mono { (case.reference) } }
        (parts::card("petition", &voice.t("redress-in-words"), parts::facts(&facts)))
        p { a href={ "/redress/" (case.reference) } { (voice.t("redress-to-case")) } }
    };
    Ok(visit.page("redress-petition", body))
}

fn facts(reader: &Reader<ShowCase>, visit: &Visit, case: &Case, sits: bool) -> Markup {
    let voice = &visit.voice;
    let state = reader.ground().identity.party_name(case.state, voice.language);
    let mut named = vec![
        (voice.t("redress-lodged-at"), html! { (state) }),
        (voice.t("redress-lodged-on"), voice.date(case.lodged_on)),
        (voice.t("redress-due-on"), voice.date(case.due_on)),
        (voice.t("redress-language"), html! { (voice.t(case.tongue.key())) }),
    ];
    if let Some(day) = case.referred_on {
        named.push((voice.t("redress-referred-on"), voice.date(day)));
    }
    if let Some(day) = case.decided_on.filter(|_| sits) {
        named.push((voice.t("redress-decided-on"), voice.date(day)));
    }
    let facts: Vec<(&str, Markup)> = named.iter().map(|(name, value)| (&**name, value.clone())).collect();
    parts::facts(&facts)
}

fn answered(visit: &Visit, case: &Case) -> Option<Markup> {
    let voice = &visit.voice;
    let (outcome, ground, on) = case.answer?;
    let mut named = vec![
        (voice.t("redress-outcome"), html! { (voice.t(outcome.key())) }),
        (voice.t("redress-answered-on"), voice.date(on)),
    ];
    if let Some(ground) = ground {
        named.push((voice.t("redress-ground"), html! { (voice.t(ground.key())) }));
    }
    let facts: Vec<(&str, Markup)> = named.iter().map(|(name, value)| (&**name, value.clone())).collect();
    Some(parts::facts(&facts))
}

fn may<P: Permit>(reader: &Reader<ShowCase>, resource: &Resource) -> bool {
    let caller = reader.caller();
    let fits = caller.purpose.is_some_and(|purpose| P::PURPOSES.contains(&purpose));
    fits && reader.ground().policy.allows::<P>(caller, resource)
}

/// Draws what the panel alone sees: the alert, unless it is the reader's own State's, what is proposed, what is left to be done.
fn panel(reader: &Reader<ShowCase>, visit: &Visit, case: &Case) -> Result<Markup, Refusal> {
    let voice = &visit.voice;
    if !may::<BlockAlert>(reader, &case.resource()) {
        return Ok(html! {});
    }
    let alert = case.alert.map(|alert| reader.ask(|now| blocks::of_case(now, alert))).transpose()?.flatten();
    let Some(alert) = alert.filter(|alert| alert.owner != reader.caller().state) else {
        return Ok(parts::card(
            "alert",
            &voice.t("redress-alert"),
            html! {
                p { (voice.t("redress-alert-none")) }
                div .row { a .button href={ "/redress/" (case.reference) "/block" } { (voice.t("redress-block-title")) } }
            },
        ));
    };
    let duty = reader.ask(|now| blocks::duty(now, alert.alert))?;
    let proposal = reader.ask(|now| queries::proposal(now, case.petition))?;
    let owner = reader.ground().identity.party_name(alert.owner, voice.language);
    let named = [
        (voice.t("alerts-reference"), html! { span .mono { (alert.reference) } }),
        (voice.t("alerts-owner"), html! { (owner) }),
        (voice.t("alerts-category"), html! { (voice.t(alert.category.key())) }),
    ];
    let facts: Vec<(&str, Markup)> = named.iter().map(|(name, value)| (&**name, value.clone())).collect();
    Ok(parts::card(
        "alert",
        &voice.t("redress-alert"),
        html! {
            @if alert.blocked { p { (parts::tag(Tone::Late, &voice.t("alerts-blocked"))) } }
            (parts::facts(&facts))
            @if let Some(duty) = duty {
                p { strong { (voice.t(duty.ruling.key())) } " " (voice.t(if duty.done { "redress-duty-done" } else { "redress-duty-open" })) }
            }
            @match &proposal {
                Some(proposal) => { (proposed(reader, visit, case, &alert, proposal)) },
                None if alert.blocked => {
                    div .row { a .button href={ "/redress/" (case.reference) "/propose" } { (voice.t("redress-propose-title")) } }
                },
                None => {},
            }
        },
    ))
}

fn proposed(reader: &Reader<ShowCase>, visit: &Visit, case: &Case, alert: &Concerned, one: &Proposal) -> Markup {
    let voice = &visit.voice;
    let caller = reader.caller();
    let resource = Resource { status: "referred", ..Resource::of(alert.owner, case.petition.to_string()) };
    let second = one.person != caller.person && one.state != caller.state && may::<DecideRuling>(reader, &resource);
    let by = reader.ground().identity.party_name(one.state, voice.language);
    html! {
        (parts::notice(Tone::Soon, html! {
            p { (voice.tn("redress-proposed-by", &[("state", by.into())])) " " strong { (voice.t(one.ruling.key())) } " " (voice.t(one.ground.key())) "." }
        }))
        @if second {
            (fields::form(&format!("/redress/{}/decide", case.reference), visit.csrf(), html! {
                (fields::hidden("seen", &one.position.to_string()))
                p { (voice.t("redress-decide-about")) }
                button .grave type="submit" { (voice.t("redress-decide-act")) }
            }))
        } @else { p { (voice.t("redress-second-needed")) } }
    }
}

/// Draws what this reader may do to the case where it stands.
fn acts(reader: &Reader<ShowCase>, visit: &Visit, case: &Case) -> Markup {
    let (voice, path, resource) = (&visit.voice, format!("/redress/{}", case.reference), case.resource());
    let answer = may::<AnswerCase>(reader, &resource) && case.answer.is_none();
    let refer = may::<ReferCase>(reader, &resource) && case.referred_on.is_none();
    let read = may::<ReadPetition>(reader, &resource);
    parts::card(
        "acts",
        &voice.t("redress-acts"),
        html! {
            div .row {
                @if answer { a .button href={ (path) "/answer" } { (voice.t("redress-answer-title")) } }
                @if read { a .button .plain href={ (path) "/petition" } { (voice.t("redress-petition")) } }
                a .button .plain href={ (path) "/receipt" } { (voice.t("redress-receipt-title")) }
            }
            @if refer {
                (fields::form(&format!("{path}/refer"), visit.csrf(), html! {
                    p { (voice.t("redress-refer-about")) }
                    button .plain type="submit" { (voice.t("redress-refer-act")) }
                }))
            }
            p { a href="/redress" { (voice.t("redress-back")) } }
        },
    )
}
