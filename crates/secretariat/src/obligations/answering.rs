//! What another room needs that lets a duty answer for something: which number it has, and where it stands.

use base::access::Permit;
use base::desk::Reader;
use base::store::StoreError;
use base::web::Voice;
use maud::{Markup, html};
use rusqlite::Connection;

use super::reference::Reference;
use super::turn::{self, Look};
use super::{list, pages};
use crate::meetings::Symbol;

/// Answers which number the next obligation of a decision has.
pub(crate) fn next_number(now: &Connection, decision: &Symbol) -> Result<u16, StoreError> {
    let mut statement =
        now.prepare_cached("SELECT coalesce(max(number), 0) + 1 FROM obligations_obligation WHERE decision = ?1")?;
    Ok(statement.query_row([decision.as_str()], |row| row.get(0))?)
}

/// Draws who owes one obligation, by when, and where it stands; none where there is no such one.
pub(crate) fn standing_of<P: Permit>(
    reader: &Reader<P>,
    voice: &Voice,
    reference: &Reference,
) -> Result<Option<Markup>, StoreError> {
    let (now, seat) = (reader.now(), list::seat(reader.ground()));
    let found = reader.ask(|tables| {
        let Some((charged, noted)) = turn::read(tables, reference)? else { return Ok(None) };
        let standings = Look::begin(tables, now, &seat)?.standings(&charged, &noted);
        Ok(Some(standings))
    })?;
    Ok(found.map(|standings| {
        html! {
            @for standing in &standings {
                p {
                    a href={ "/obligations/" (reference.in_address()) } { (reference) } ": "
                    (pages::owner_names(reader.ground(), voice, standing)) ", "
                    (pages::due(voice, standing)) " " (pages::standing(voice, standing))
                }
            }
        }
    }))
}
