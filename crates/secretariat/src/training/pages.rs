//! What the acts of this room share: how a course, a session and a place in it are said.

use base::access::{Permit, Resource};
use base::desk::Reader;
use base::store::StoreError;
use base::web::{InputFault, Refusal, Said, Voice};
use base::words::Language;
use conference::training::Place;
use maud::{Markup, html};
use rusqlite::Connection;

use super::queries::{self, Course, Session};
use crate::meetings::Symbol;

/// The longest title, name or place, in characters.
pub(super) const LINE_CHARS_MAX: usize = 120;

/// Says what is wrong with a field; the code is what follows the room's prefix.
pub(super) fn fault(field: &str, key: &'static str) -> InputFault {
    InputFault::field(field, key.strip_prefix("training-fault-").unwrap_or(key), Said::plain(key))
}

/// Reads a text on one line that must be there.
pub(super) fn line(field: &str, written: &str) -> Result<String, InputFault> {
    let text = maybe_line(field, written)?;
    if text.is_empty() { Err(fault(field, "training-fault-line-missing")) } else { Ok(text) }
}

/// Reads a text on one line, which may be empty.
pub(super) fn maybe_line(field: &str, written: &str) -> Result<String, InputFault> {
    let text = written.split_whitespace().collect::<Vec<_>>().join(" ");
    let fits = text.chars().count() <= LINE_CHARS_MAX && !text.chars().any(char::is_control);
    if fits { Ok(text) } else { Err(fault(field, "training-fault-line")) }
}

/// Reads a symbol.
pub(super) fn symbol(field: &str, written: &str) -> Result<Symbol, InputFault> {
    written.trim().to_uppercase().parse().map_err(|_| fault(field, "training-fault-symbol"))
}

/// Answers what the policies must know of a session: nothing but that it is there.
pub(super) fn resource(reference: &str) -> impl FnOnce(&Connection) -> Result<Option<Resource>, StoreError> {
    let symbol = Symbol::from_address(reference).ok();
    move |now| {
        let Some(symbol) = symbol else { return Ok(None) };
        let found = queries::session(now, &symbol)?;
        Ok(found.map(|session| Resource { status: "open", about: session.symbol.to_string(), ..Resource::default() }))
    }
}

/// Reads the session of an address.
pub(super) fn session<P: Permit>(reader: &Reader<P>, reference: &str) -> Result<Session, Refusal> {
    let symbol = Symbol::from_address(reference).map_err(|_| Refusal::NotFound)?;
    reader.ask(|now| queries::session(now, &symbol))?.ok_or(Refusal::NotFound)
}

/// Answers a title in the reader's language; in French the English one where there is no other.
pub(super) fn in_language<'t>(voice: &Voice, en: &'t str, es: &'t str, fr: &'t str) -> &'t str {
    match voice.language {
        Language::Es => es,
        Language::Fr if !fr.is_empty() => fr,
        Language::En | Language::Fr => en,
    }
}

/// Answers the title of a course in the reader's language.
pub(super) fn title<'c>(voice: &Voice, course: &'c Course) -> &'c str {
    in_language(voice, &course.title_en, &course.title_es, &course.title_fr)
}

/// Draws from when to when a session lasts.
pub(super) fn days(voice: &Voice, session: &Session) -> Markup {
    html! {
        (voice.date(session.first_on))
        @if session.last_on != session.first_on { " – " (voice.date(session.last_on)) }
    }
}

/// Says where somebody stands.
pub(super) fn place(voice: &Voice, place: Place) -> String {
    match place {
        Place::Seat => voice.t("training-seat").into_owned(),
        Place::Waits(turn) => voice.tn("training-waits", &[("turn", (turn as i64).into())]).into_owned(),
    }
}
