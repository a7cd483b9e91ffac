//! One's own State's consultations: with whom, of what, until when, and what was said.

use base::access::Resource;
use base::desk::{Permitted, Reader};
use base::ids::StateCode;
use base::store::StoreError;
use base::web::fields::{self, Field};
use base::web::parts::{self, Tone};
use base::web::{Asked, Filled, Refusal, Visit};
use jiff::Timestamp;
use jiff::civil::Date;
use maud::{Markup, html};

use super::queries::{self, Consultation, Side, Word};
use super::say::SAID_CHARS_MAX;
use crate::alerts::permits::ListConsultations;
use crate::alerts::{pages, today};

/// Where they stand.
pub(super) const PATH: &str = "/alerts/consultations";

/// Shows them.
pub(in crate::alerts) async fn page(
    permitted: Permitted<ListConsultations>,
    visit: Visit,
    Asked(asked): Asked,
) -> Result<Markup, Refusal> {
    let reader = permitted.open(Resource::room()).await?;
    let all = all(&reader)?;
    let (voice, day) = (&visit.voice, today(reader.now()));
    let body = html! {
        @if let Some(done) = pages::done(voice, asked.typed("done")) { (done) }
        h1 { (voice.t("alerts-consult-title")) }
        p { (voice.t("alerts-consult-about")) }
        @if all.is_empty() { p { (voice.t("alerts-none")) } }
        @for (one, words) in &all { (card(&reader, &visit, one, &opened(&reader, words)?, day)) }
        p { a href="/alerts/own" { (voice.t("alerts-back")) } }
    };
    Ok(visit.page("alerts-consult-title", body))
}

/// Answers the reader's State's consultations with what was said in each.
pub(super) fn all(reader: &Reader<ListConsultations>) -> Result<Vec<(Consultation, Vec<Word>)>, Refusal> {
    let (state, day) = (reader.caller().state, today(reader.now()));
    Ok(reader.ask(|connection| {
        let all = queries::of_state(connection, state, day)?;
        all.into_iter()
            .map(|one| {
                let words = queries::words(connection, one.held, one.standing)?;
                Ok((one, words))
            })
            .collect()
    })?)
}

/// Who said what, and when; an agreement has no words.
pub(super) type Opened = (StateCode, Timestamp, String);

/// Opens the words of a consultation, for a page and for a program.
pub(super) fn opened(reader: &Reader<ListConsultations>, words: &[Word]) -> Result<Vec<Opened>, StoreError> {
    let sealer = reader.ground().keys.sealer();
    let open = |word: &Word| {
        let said = word.said.as_ref().map(|said| said.open(sealer)).transpose()?;
        Ok((word.state, word.at, said.unwrap_or_default()))
    };
    words.iter().map(open).collect()
}

fn card(
    reader: &Reader<ListConsultations>,
    visit: &Visit,
    one: &Consultation,
    words: &[Opened],
    today: Date,
) -> Markup {
    let voice = &visit.voice;
    let party = |state: StateCode| reader.ground().identity.party_name(state, voice.language);
    let (own, other, by) =
        (voice.t("alerts-consult-own"), voice.t("alerts-consult-other"), voice.t("alerts-consult-answer-by"));
    let (contact, number) = (reader.ground().identity.contact(one.other), one.opened_at.to_string());
    parts::card(
        &format!("consultation-{number}"),
        &one.reference,
        html! {
            p { (standing(visit, one, today)) }
            (parts::facts(&[
                (&*own, html! { (pages::category(voice, one.category)) " " a .mono href={ "/alerts/" (one.reference) } { (one.reference) } }),
                (&*other, html! { (party(one.other)) " " (pages::category(voice, one.other_category)) }),
                (&*voice.t("alerts-contact"), html! { @if contact.is_empty() { "–" } @else { (contact) } }),
                (&*by, voice.date(one.answer_by)),
            ]))
            @if !words.is_empty() { ul { @for word in words { li {
                (party(word.0)) ", " (voice.instant(word.1)) ": "
                @if word.2.is_empty() { strong { (voice.t("alerts-consult-agrees")) } } @else { q { (word.2) } }
            } } } }
            @if !one.agreed {
                (fields::form("/alerts/consultations/say", visit.csrf(), html! {
                    (fields::hidden("seen", &number))
                    (fields::textarea(voice, &Filled::new(), &Field::new("said", "alerts-consult-said").hint("alerts-consult-said-hint").rows(3).max_length(SAID_CHARS_MAX as u32)))
                    button .plain type="submit" { (voice.t("alerts-consult-say")) }
                }))
                @if one.side == Side::Standing {
                    (fields::form("/alerts/consultations/agree", visit.csrf(), html! {
                        (fields::hidden("seen", &number))
                        button type="submit" { (voice.t("alerts-consult-agree")) }
                    }))
                }
            }
        },
    )
}

/// Draws which of the two alerts is held, and what silence would do.
fn standing(visit: &Visit, one: &Consultation, today: Date) -> Markup {
    let voice = &visit.voice;
    if !one.holds(today) {
        return parts::tag(Tone::Done, &voice.t("alerts-consult-both"));
    }
    let (tone, key) = match one.side {
        Side::Held => (Tone::Late, "alerts-consult-held"),
        Side::Standing => (Tone::Soon, "alerts-consult-theirs"),
    };
    let silence = if one.held_first { "alerts-consult-silence-frees" } else { "alerts-consult-silence-holds" };
    html! { (parts::tag(tone, &voice.t(key))) " " (voice.t(silence)) }
}
