//! What a round is made of, whether States comment on a text in it or are asked not to object: a text in two languages, acts that the
//! tables keep, the journal's instants, and what the server itself says in it.

use base::access::Purpose;
use base::ground::Puebla;
use base::identity::PartyKind;
use base::store::{Stamp, StoreError};
use base::web::{InputFault, Said, Voice};
use base::words::Language;
use jiff::Timestamp;
use journal::StateCode;
use maud::{Markup, html};
use rusqlite::{Connection, Params};
use uuid::Uuid;

/// Answers what is there in two languages, that of the reader first; in French the English one, for there is no other.
pub(crate) fn in_order<T>(voice: &Voice, english: T, spanish: T) -> (T, T) {
    if voice.language == Language::Es { (spanish, english) } else { (english, spanish) }
}

/// Says a title in the reader's language; in French the English one.
pub(crate) fn title<'t>(voice: &Voice, english: &'t str, spanish: &'t str) -> &'t str {
    in_order(voice, english, spanish).0
}

/// Draws what was given in three languages: in the reader's own, else in the first that there is, which is said to a reader's machine.
pub(crate) fn tongues(voice: &Voice, texts: [&str; 3]) -> Markup {
    html! {
        @if let Some((language, text)) = tongue(voice, texts) {
            @if language == voice.language { (text) } @else { span lang=(language.tag()) { (text) } }
        }
    }
}

/// Answers which of texts in English, Spanish and French a reader is told, and in which language it is: their own, else the first
/// that there is; none where there is none.
pub(crate) fn tongue<'t>(voice: &Voice, [en, es, fr]: [&'t str; 3]) -> Option<(Language, &'t str)> {
    let all = [(Language::En, en), (Language::Es, es), (Language::Fr, fr)];
    let own = all.iter().find(|(language, text)| *language == voice.language && !text.is_empty());
    own.or_else(|| all.iter().find(|(_, text)| !text.is_empty())).copied()
}

/// Draws words of somebody's own, a paragraph a line.
pub(crate) fn words(text: &str) -> Markup {
    html! { @for line in text.lines().filter(|line| !line.trim().is_empty()) { p { (line) } } }
}

/// Says what is wrong with a field; the code is what follows the room's prefix.
pub(crate) fn fault(field: &str, key: &'static str) -> InputFault {
    let code = key.split_once("-fault-").map_or(key, |(_, code)| code);
    InputFault::field(field, code, Said::plain(key))
}

/// Keeps what can be read, and every fault.
#[derive(Default)]
pub(crate) struct Found(pub(crate) Vec<InputFault>);

impl Found {
    pub(crate) fn keep<T>(&mut self, read: Result<T, InputFault>) -> Option<T> {
        read.map_err(|fault| self.0.push(fault)).ok()
    }
}

/// An act as the tables keep it.
pub(crate) struct ActRow {
    pub(crate) position: u64,
    pub(crate) kind: String,
    pub(crate) state: StateCode,
    pub(crate) person: Uuid,
    pub(crate) at: Timestamp,
    pub(crate) act: Vec<u8>,
}

/// Answers the acts that a question finds, in its order; it asks for what [`ActRow`] holds.
pub(crate) fn acts(now: &Connection, question: &'static str, of: impl Params) -> Result<Vec<ActRow>, StoreError> {
    let mut statement = now.prepare_cached(question)?;
    let (mut rows, mut found) = (statement.query(of)?, Vec::new());
    while let Some(row) = rows.next()? {
        let (position, state): (u64, String) = (row.get(0)?, row.get(2)?);
        let state = state.parse().map_err(|_| damaged(position, "it is of no party"))?;
        let (kind, person, at, act) = (row.get(1)?, row.get(3)?, instant(row.get(4)?), row.get(5)?);
        found.push(ActRow { position, kind, state, person, at, act });
    }
    Ok(found)
}

/// Answers an instant of the journal; one beyond the calendar is its end.
pub(crate) fn instant(us: i64) -> Timestamp {
    Timestamp::from_microsecond(us).unwrap_or(if us < 0 { Timestamp::MIN } else { Timestamp::MAX })
}

/// Says that an entry cannot be what it is.
pub(crate) fn damaged(position: u64, what: &str) -> StoreError {
    StoreError::Damaged(format!("entry {position}: {what}"))
}

/// Answers the stamp of what the server itself saw: it goes into the secretariat's series, and is nobody's word.
pub(crate) fn of_the_server(ground: &Puebla, at: Timestamp) -> Result<Stamp, StoreError> {
    let profile = ground.identity.profile();
    let seat = profile.parties.iter().find(|(_, party)| party.kind == PartyKind::Secretariat);
    let state: StateCode = *seat.ok_or(StoreError::Refused("no secretariat"))?.0;
    Ok(Stamp { state, person: Uuid::nil(), purpose: Purpose::Secretariat, at })
}
