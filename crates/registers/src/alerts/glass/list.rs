//! What oversight is to answer: who broke the glass, when, of which alert and why; those without an answer first.
//!
//! Whoever supervises reads nothing of the alert itself. Who it was is told to the oversight of that person's own State, which the other
//! State's asks, as with every concern.

use base::access::Resource;
use base::desk::{Permitted, Reader};
use base::identity::people;
use base::store::StoreError;
use base::web::fields::{self, Choice, Field};
use base::web::parts::{self, Tone};
use base::web::{Asked, Filled, Refusal, Visit};
use maud::{Markup, html};

use super::queries::{self, Breaking};
use super::{ANSWER_HOURS, GlassFinding, SAID_CHARS_MAX};
use crate::alerts::pages;
use crate::alerts::permits::ListBreakings;

/// Shows them.
pub(in crate::alerts) async fn page(
    permitted: Permitted<ListBreakings>,
    visit: Visit,
    Asked(asked): Asked,
) -> Result<Markup, Refusal> {
    let reader = permitted.open(Resource::room()).await?;
    let (state, now) = (reader.caller().state, reader.now());
    let all = reader.ask(|connection| queries::of_state(connection, state))?;
    let overdue = all.iter().filter(|one| one.is_overdue(state, now)).count();
    let voice = &visit.voice;
    let mut cards = Vec::new();
    for one in &all {
        cards.push(card(&reader, &visit, one)?);
    }
    let body = html! {
        @if let Some(done) = pages::done(voice, asked.typed("done")) { (done) }
        h1 { (voice.t("alerts-breakings-title")) }
        p { (voice.tn("alerts-breakings-about", &[("hours", i64::from(ANSWER_HOURS).into())])) }
        @if overdue > 0 {
            (parts::notice(Tone::Late, html! { p { strong { (voice.tn("alerts-breakings-overdue", &[("count", overdue.into())])) } } }))
        }
        @if all.is_empty() { p { (voice.t("alerts-breakings-none")) } }
        @for one in &cards { (one) }
        p { a href="/alerts/overdue" { (voice.t("alerts-overdue-title")) } }
    };
    Ok(visit.page("alerts-breakings-title", body))
}

/// Answers who it was, to the oversight of their own State; none to any other.
pub(super) fn named(reader: &Reader<ListBreakings>, one: &Breaking) -> Result<Option<String>, StoreError> {
    if one.state != reader.caller().state {
        return Ok(None);
    }
    people::name(reader, one.person)
}

fn card(reader: &Reader<ListBreakings>, visit: &Visit, one: &Breaking) -> Result<Markup, Refusal> {
    let (voice, identity, own) = (&visit.voice, &reader.ground().identity, reader.caller().state);
    let party = |state| identity.party_name(state, voice.language);
    let [whose, owner, who, at, until, due] = [
        "alerts-glass-state",
        "alerts-owner",
        "alerts-glass-who",
        "alerts-glass-at",
        "alerts-glass-closed-at",
        "alerts-glass-due",
    ]
    .map(|key| voice.t(key));
    let sealer = reader.ground().keys.sealer();
    let name = named(reader, one)?.unwrap_or_else(|| voice.t("oversight-person-theirs").into_owned());
    let (tone, key) = match one.answer_of(own) {
        Some(_) => (Tone::Done, "alerts-glass-answered"),
        None if one.is_overdue(own, reader.now()) => (Tone::Late, "alerts-glass-overdue"),
        None => (Tone::Soon, "alerts-glass-waits"),
    };
    Ok(parts::card(
        &format!("breaking-{}", one.broken_at),
        &one.reference,
        html! {
            p { (parts::tag(tone, &voice.t(key))) " " strong { (voice.t(one.reason.key())) } }
            p { q { (one.said.open(sealer)?) } }
            (parts::facts(&[
                (&*who, html! { (name) }),
                (&*whose, html! { (party(one.state)) }),
                (&*owner, html! { (party(one.owner)) }),
                (&*at, voice.instant(one.at)),
                (&*until, voice.instant(one.ends)),
                (&*due, voice.instant(one.due())),
            ]))
            @for answer in &one.answers {
                p {
                    strong { (party(answer.state)) ": " (voice.t(answer.finding.key())) } ", " (voice.instant(answer.at)) br;
                    q { (answer.note.open(sealer)?) }
                }
            }
            @if one.answer_of(own).is_none() && one.person != reader.caller().person {
                (asking(visit, one.broken_at, &Filled::new()))
            }
        },
    ))
}

fn asking(visit: &Visit, broken_at: u64, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let findings: Vec<Choice<'_>> =
        GlassFinding::ALL.iter().map(|finding| Choice::new(finding.code(), voice.t(finding.key()))).collect();
    let note = Field::new("note", "alerts-glass-note").hint("alerts-glass-note-hint").rows(3);
    fields::form(
        "/alerts/breakings/answer",
        visit.csrf(),
        html! {
            (fields::hidden("breaking", &broken_at.to_string()))
            (fields::select(voice, filled, &Field::new("finding", "alerts-glass-finding"), &findings))
            (fields::textarea(voice, filled, &note.max_length(SAID_CHARS_MAX as u32)))
            (fields::submit_row(voice, "alerts-glass-answer", None))
        },
    )
}

/// Draws the form of one breaking that was not in order.
pub(super) fn asked_again(visit: &Visit, broken_at: u64, filled: &Filled) -> Markup {
    html! {
        (fields::error_summary(&visit.voice, filled))
        h1 { (visit.voice.t("alerts-breakings-title")) }
        (asking(visit, broken_at, filled))
        p { a href=(super::LIST) { (visit.voice.t("alerts-breakings-title")) } }
    }
}
