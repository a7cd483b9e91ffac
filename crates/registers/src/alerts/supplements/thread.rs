//! What two States have said to each other about one alert, and the forms in which either goes on.

use axum::extract::Path;
use base::access::{Permit, Resource};
use base::desk::{Permitted, Reader};
use base::ids::StateCode;
use base::store::{Sealer, StoreError};
use base::web::fields::{self, Choice, Field};
use base::web::parts::{self, Tone};
use base::web::{Asked, Filled, Refusal, Visit};
use maud::{Markup, html};

use super::clock::Lateness;
use super::queries::{self, Request, Said, Thread};
use super::{NOTE_CHARS_MAX, SupplementGround, SupplementKind, SupplementReply};
use crate::alerts::permits::ReadSupplement;
use crate::alerts::queries::desk;
use crate::alerts::{claims, pages, queries as alerts, today};

/// Shows them.
pub(in crate::alerts) async fn page(
    permitted: Permitted<ReadSupplement>,
    visit: Visit,
    Path(reference): Path<String>,
    Asked(asked): Asked,
) -> Result<Markup, Refusal> {
    let resource = to_read(&permitted, &reference).await?;
    let reader = permitted.open(resource).await?;
    let state = reader.caller().state;
    let threads = reader.ask(|now| queries::threads(now, state, &reference))?;
    let may = reader.ask(|now| queries::may_ask(now, state, &reference))?;
    let hidden = match &may {
        Some(may) => reader.ask(|now| claims::hides(now, may.alert, state))?,
        None => false,
    };
    let voice = &visit.voice;
    let body = html! {
        @if let Some(done) = pages::done(voice, asked.typed("done")) { (done) }
        h1 { (voice.t("alerts-supplement-title")) }
        p { span .mono { (reference) } }
        p { (voice.t("alerts-supplement-about")) }
        @if threads.is_empty() { p { (voice.t("alerts-supplement-none")) } }
        @for thread in &threads { (card(&reader, &visit, thread)?) }
        (answering(&visit, state, &threads, &Filled::new()))
        @if may.is_some() {
            @if hidden { (parts::notice(Tone::Late, html! { p { (voice.t("alerts-supplement-refused-claim")) } })) }
            @else { (asking(&visit, &reference, &Filled::new())) }
        }
        p { a href="/alerts/supplements" { (voice.t("alerts-supplements-title")) } }
    };
    Ok(visit.page("alerts-supplement-title", body))
}

/// Answers what the policies must know: for the owner its alert, for whoever asked or may ask a record of their own.
pub(super) async fn to_read<P: Permit>(permitted: &Permitted<P>, reference: &str) -> Result<Resource, Refusal> {
    let (state, day) = (permitted.caller().state, today(permitted.ground().clock.now()));
    let about = |connection: &rusqlite::Connection| {
        if let Some(alert) = alerts::own(connection, reference, state, day)? {
            return Ok(Some(alert.resource()));
        }
        let of =
            |category, alert: uuid::Uuid| Resource { status: desk(category), ..Resource::of(state, alert.to_string()) };
        if let Some(may) = queries::may_ask(connection, state, reference)? {
            return Ok(Some(of(may.category, may.alert)));
        }
        let threads = queries::threads(connection, state, reference)?;
        Ok(threads.first().map(|thread| of(thread.request.category, thread.request.alert)))
    };
    permitted.about(about).await
}

/// Draws a form that was not in order, on a page of its own.
pub(super) fn refused(visit: &Visit, filled: &Filled, form: &Markup) -> Markup {
    html! {
        (fields::error_summary(&visit.voice, filled))
        h1 { (visit.voice.t("alerts-supplement-title")) }
        (form)
    }
}

/// Draws how a question stands to its hour.
pub(super) fn lateness(visit: &Visit, late: Lateness) -> Markup {
    let (tone, key) = match late {
        Lateness::Running => (Tone::Soon, "alerts-supplement-running"),
        Lateness::Overdue => (Tone::Late, "alerts-supplement-overdue"),
        Lateness::InTime => (Tone::Done, "alerts-supplement-in-time"),
        Lateness::Late => (Tone::Late, "alerts-supplement-late"),
    };
    parts::tag(tone, &visit.voice.t(key))
}

fn card(reader: &Reader<ReadSupplement>, visit: &Visit, thread: &Thread) -> Result<Markup, StoreError> {
    let sealer = reader.ground().keys.sealer();
    let note = thread.note.open(sealer)?;
    let (voice, identity, request) = (&visit.voice, &reader.ground().identity, &thread.request);
    let name = |state| identity.party_name(state, voice.language);
    let (asker, asked, due) =
        (voice.t("alerts-supplement-asker"), voice.t("alerts-supplement-asked"), voice.t("alerts-supplement-due"));
    Ok(parts::card(
        &format!("supplement-{}", request.asked_at),
        &voice.t(request.kind.key()),
        html! {
            p { (lateness(visit, request.lateness(reader.now()))) }
            (parts::facts(&[
                (&*asker, html! { (name(request.asker)) }),
                (&*asked, voice.instant(request.asked)),
                (&*due, voice.instant(request.due)),
            ]))
            @if !note.is_empty() { p { q { (note) } } }
            @if !thread.said.is_empty() { ul { @for one in &thread.said { li { (said(visit, &name(request.owner), one, sealer)?) } } } }
        },
    ))
}

fn said(visit: &Visit, owner: &str, one: &Said, sealer: &Sealer) -> Result<Markup, StoreError> {
    let (voice, note) = (&visit.voice, one.note.open(sealer)?);
    Ok(html! {
        strong { (voice.t(one.reply.key())) } ", " (owner) ", " (voice.instant(one.at))
        @if let Some(ground) = one.ground { ": " (voice.t(ground.key())) }
        @if !note.is_empty() { br; q { (note) } }
    })
}

/// Draws the form in which an owner answers; nothing where no question waits for it.
pub(super) fn answering(visit: &Visit, state: StateCode, threads: &[Thread], filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let waiting: Vec<&Request> = threads
        .iter()
        .map(|thread| &thread.request)
        .filter(|request| request.owner == state && !request.has_ended())
        .collect();
    let Some(first) = waiting.first() else { return html! {} };
    let which: Vec<Choice<'_>> = waiting
        .iter()
        .map(|one| {
            let label = format!("{}, {}, {}", one.asker, voice.t(one.kind.key()), voice.instant_text(one.asked));
            Choice::new(one.asked_at.to_string(), label)
        })
        .collect();
    let replies: Vec<Choice<'_>> =
        SupplementReply::ALL.iter().map(|reply| Choice::new(reply.code(), voice.t(reply.key()))).collect();
    let mut grounds = vec![Choice::new("", voice.t("alerts-supplement-ground-empty"))];
    grounds.extend(SupplementGround::ALL.iter().map(|ground| Choice::new(ground.code(), voice.t(ground.key()))));
    let note = Field::new("note", "alerts-supplement-words").hint("alerts-supplement-words-hint").unmarked();
    let path = format!("/alerts/{}/supplements/answer", first.reference);
    let form = html! {
        @if waiting.len() == 1 { (fields::hidden("seen", &first.asked_at.to_string())) }
        @else { (fields::select(voice, filled, &Field::new("seen", "alerts-supplement-which"), &which)) }
        (fields::radios(voice, filled, &Field::new("reply", "alerts-supplement-reply").hint("alerts-supplement-reply-hint"), &replies))
        (fields::select(voice, filled, &Field::new("ground", "alerts-supplement-ground").unmarked(), &grounds))
        (fields::textarea(voice, filled, &note.max_length(NOTE_CHARS_MAX as u32)))
        (fields::submit_row(voice, "alerts-supplement-say", None))
    };
    parts::card("answer", &voice.t("alerts-supplement-answer-title"), fields::form(&path, visit.csrf(), form))
}

/// Draws the form in which a State asks.
pub(super) fn asking(visit: &Visit, reference: &str, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let kinds: Vec<Choice<'_>> =
        SupplementKind::ALL.iter().map(|kind| Choice::new(kind.code(), voice.t(kind.key()))).collect();
    let note = Field::new("note", "alerts-supplement-words").hint("alerts-supplement-words-other").unmarked();
    html! {
        (parts::card("ask", &voice.t("alerts-supplement-ask-title"), fields::form(&format!("/alerts/{reference}/supplements"), visit.csrf(), html! {
            (fields::radios(voice, filled, &Field::new("kind", "alerts-supplement-kind"), &kinds))
            (fields::textarea(voice, filled, &note.max_length(NOTE_CHARS_MAX as u32)))
            (fields::submit_row(voice, "alerts-supplement-ask", None))
        })))
    }
}

/// Answers who reads the thread about an alert, for programs.
pub(super) async fn found_for_call(
    permitted: Permitted<ReadSupplement>,
    reference: &str,
) -> Result<(Reader<ReadSupplement>, Vec<Thread>), Refusal> {
    let resource = to_read(&permitted, reference).await?;
    let reader = permitted.open(resource).await?;
    let state = reader.caller().state;
    let threads = reader.ask(|now| queries::threads(now, state, reference))?;
    Ok((reader, threads))
}
