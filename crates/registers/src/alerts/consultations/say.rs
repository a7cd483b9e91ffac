//! The acts "say something to the other State", by either, and "agree that both stand", by the State whose alert stood first.
//!
//! Whose alert is held has said by entering it that both may stand; so the other State's word is the one that counts, and a held alert
//! never frees itself. Either ends it by withdrawing its own.

use axum::response::Redirect;
use base::access::{Permit, Resource};
use base::desk::{Entries, Permitted};
use base::store::{Rests, StoreError};
use base::web::{Posted, Refusal};

use super::entries::{ConsultationAgreed, ConsultationSaid};
use super::list::PATH;
use super::queries::{self, Consultation, Side};
use crate::alerts::entries::AlertsEntry;
use crate::alerts::permits::{AgreeBoth, SayConsulted};
use crate::alerts::typed::sentence;
use crate::alerts::{closed, found, today};

/// The most characters of one thing said.
pub(super) const SAID_CHARS_MAX: usize = 500;

/// Things that one State says in one consultation at most.
const SAID_MAX: usize = 10;

/// Says something to the other State.
///
/// Errors: `Refused` where there is no such consultation of the speaking State's, and where it has said ten things already.
pub(super) fn say(entries: &Entries<'_, AlertsEntry>, opened_at: u64, said: String) -> Result<(), StoreError> {
    let one = own(entries, opened_at)?;
    let state = entries.stamp().state;
    let words = queries::words(entries.now(), one.held, one.standing)?;
    if words.iter().filter(|word| word.state == state && word.said.is_some()).count() >= SAID_MAX {
        return Err(StoreError::Refused("alerts-consult-refused-enough"));
    }
    let said = Rests::close(&said, entries.sealer(), &closed::bound(closed::CONSULTED, state, one.held, 0))?;
    entries.append(&AlertsEntry::ConsultationSaid(ConsultationSaid {
        held: one.held,
        standing: one.standing,
        said,
    }))?;
    Ok(())
}

/// Agrees that both alerts stand.
///
/// Errors: `Refused` where there is no such consultation, to the State whose alert is held, and where it was agreed already.
pub(super) fn agree(entries: &Entries<'_, AlertsEntry>, opened_at: u64) -> Result<(), StoreError> {
    let one = own(entries, opened_at)?;
    if one.side == Side::Held {
        return Err(StoreError::Refused("alerts-consult-refused-own"));
    }
    if one.agreed {
        return Err(StoreError::Refused("alerts-consult-refused-agreed"));
    }
    entries.append(&AlertsEntry::ConsultationAgreed(ConsultationAgreed { held: one.held, standing: one.standing }))?;
    Ok(())
}

fn own(entries: &Entries<'_, AlertsEntry>, opened_at: u64) -> Result<Consultation, StoreError> {
    let stamp = entries.stamp();
    let one = queries::one(entries.now(), stamp.state, opened_at, today(stamp.at))?;
    let one = one.ok_or(StoreError::Refused("alerts-consult-refused-none"))?;
    found::may_speak(entries, one.category)?;
    Ok(one)
}

/// Answers what the policies must know of a consultation that is the caller's State's as well.
pub(super) async fn about<P: Permit>(permitted: &Permitted<P>, opened_at: u64) -> Result<Resource, Refusal> {
    let (state, day) = (permitted.caller().state, today(permitted.ground().clock.now()));
    permitted.about(|now| Ok(queries::one(now, state, opened_at, day)?.map(|one| one.resource(state)))).await
}

/// Says it by a page.
pub(in crate::alerts) async fn submit(
    permitted: Permitted<SayConsulted>,
    Posted(filled): Posted,
) -> Result<Redirect, Refusal> {
    let opened_at = seen(filled.typed("seen"));
    let resource = about(&permitted, opened_at).await?;
    let writer = permitted.open_to_write(resource).await?;
    let said = sentence("said", filled.typed("said"), SAID_CHARS_MAX).map_err(|fault| Refusal::Invalid(vec![fault]))?;
    writer.append(move |entries| say(entries, opened_at, said)).await?;
    Ok(Redirect::to(&format!("{PATH}?done=consult-said")))
}

/// Agrees by a page.
pub(in crate::alerts) async fn agree_submit(
    permitted: Permitted<AgreeBoth>,
    Posted(filled): Posted,
) -> Result<Redirect, Refusal> {
    let opened_at = seen(filled.typed("seen"));
    let resource = about(&permitted, opened_at).await?;
    let writer = permitted.open_to_write(resource).await?;
    writer.append(move |entries| agree(entries, opened_at)).await?;
    Ok(Redirect::to(&format!("{PATH}?done=consult-agreed")))
}

/// Reads by which number a consultation is named; no text that is none names one.
fn seen(typed: &str) -> u64 {
    typed.parse().unwrap_or_default()
}
