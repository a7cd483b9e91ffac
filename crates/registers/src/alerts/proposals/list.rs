//! Proposals: those of other States about one's own State's alerts, and what became of those that one's own State made.

use base::access::Resource;
use base::desk::{Permitted, Reader};
use base::store::StoreError;
use base::web::fields::{self, Choice, Field};
use base::web::parts::{self, Tone};
use base::web::{Asked, Filled, Refusal, Visit};
use maud::{Markup, html};

use super::queries::{self, Outcome, Proposal};
use super::{ProposalKind, RefusalGround};
use crate::alerts::draft::of_child;
use crate::alerts::permits::ListProposals;
use crate::alerts::{pages, today};

/// Where they stand.
pub(super) const PATH: &str = "/alerts/proposals";

/// Shows them.
pub(in crate::alerts) async fn page(
    permitted: Permitted<ListProposals>,
    visit: Visit,
    Asked(asked): Asked,
) -> Result<Markup, Refusal> {
    let (reader, all) = all(permitted).await?;
    let (voice, state) = (&visit.voice, reader.caller().state);
    let (own, made): (Vec<&Proposal>, Vec<&Proposal>) = all.iter().partition(|one| one.owner == state);
    let body = html! {
        @if let Some(done) = pages::done(voice, asked.typed("done")) { (done) }
        h1 { (voice.t("alerts-proposals-title")) }
        p { (voice.t("alerts-proposals-about")) }
        h2 { (voice.t("alerts-proposals-own")) }
        @if own.is_empty() { p { (voice.t("alerts-none")) } }
        @for one in own { (card(&reader, &visit, one, true)?) }
        h2 { (voice.t("alerts-proposals-made")) }
        @if made.is_empty() { p { (voice.t("alerts-none")) } }
        @for one in made { (card(&reader, &visit, one, false)?) }
        p { a href="/alerts/own" { (voice.t("alerts-back")) } }
    };
    Ok(visit.page("alerts-proposals-title", body))
}

/// Answers the proposals of the reader's desk, to its State and by it.
pub(super) async fn all(
    permitted: Permitted<ListProposals>,
) -> Result<(Reader<ListProposals>, Vec<Proposal>), Refusal> {
    let reader = permitted.open(Resource::room()).await?;
    let (state, child, day) = (reader.caller().state, of_child(reader.caller()), today(reader.now()));
    let all = reader.ask(|connection| queries::of_state(connection, state, child, day))?;
    Ok((reader, all))
}

fn card(reader: &Reader<ListProposals>, visit: &Visit, one: &Proposal, own: bool) -> Result<Markup, StoreError> {
    let words = one.said.open(reader.ground().keys.sealer())?;
    let (voice, identity) = (&visit.voice, &reader.ground().identity);
    let (other, label) = if own { (one.by, "alerts-proposal-by") } else { (one.owner, "alerts-owner") };
    let (whose, kind, said) = (voice.t(label), voice.t("alerts-proposal-kind"), voice.t("alerts-proposal-said"));
    let open = one.outcome == Outcome::Open;
    Ok(parts::card(
        &format!("proposal-{}", one.proposed_at),
        &one.reference,
        html! {
            p { (outcome(visit, one)) " " (voice.instant(one.at)) }
            (parts::facts(&[
                (&*whose, html! { (identity.party_name(other, voice.language)) }),
                (&*kind, html! { strong { (voice.t(one.kind.key())) } }),
                (&*said, html! { q { (words) } }),
            ]))
            @if let (true, Some(ends)) = (open, one.ends) {
                p { (voice.rich("alerts-proposal-noticed", &[], &[("day", voice.date(ends))])) }
            }
            @if own && open && one.kind == ProposalKind::Achieved { div .row {
                a .button .plain href={ "/alerts/" (one.reference) "/withdraw" } { (voice.t("alerts-withdraw-title")) }
                a .button .plain href={ "/alerts/" (one.reference) "/extend" } { (voice.t("alerts-proposal-still-needed")) }
            } }
            @if own && open && one.kind != ProposalKind::Achieved { (answering(visit, one)) }
        },
    ))
}

fn answering(visit: &Visit, one: &Proposal) -> Markup {
    let voice = &visit.voice;
    let mut answers = vec![Choice::new("accept", voice.t("alerts-proposal-accept"))];
    answers.extend(RefusalGround::ALL.iter().map(|ground| Choice::new(ground.code(), voice.t(ground.key()))));
    fields::form(
        &format!("/alerts/{}/proposal/answer", one.reference),
        visit.csrf(),
        html! {
            (fields::hidden("seen", &one.proposed_at.to_string()))
            (fields::radios(voice, &Filled::new(), &Field::new("answer", "alerts-proposal-answer"), &answers))
            (fields::submit_row(voice, "alerts-proposal-answer-act", None))
        },
    )
}

fn outcome(visit: &Visit, one: &Proposal) -> Markup {
    let voice = &visit.voice;
    match one.outcome {
        Outcome::Open => parts::tag(Tone::Soon, &voice.t("alerts-proposal-open")),
        Outcome::Accepted => parts::tag(Tone::Done, &voice.t("alerts-proposal-accepted")),
        Outcome::Needed => parts::tag(Tone::Late, &voice.t("alerts-proposal-needed")),
        Outcome::Ended => parts::tag(Tone::Quiet, &voice.t("alerts-proposal-ended")),
        Outcome::Refused(ground) => html! {
            (parts::tag(Tone::Late, &voice.t("alerts-proposal-refused"))) " " (voice.t(ground.key()))
        },
    }
}
