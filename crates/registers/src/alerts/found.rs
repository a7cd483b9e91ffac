//! From the reference in an address to the alert, and the questions that every act on one asks inside its transaction.

use base::access::{Permit, Purpose, Resource};
use base::desk::{Entries, Permitted, Reader};
use base::store::StoreError;
use base::web::{Filled, Refusal};
use jiff::civil::Date;
use uuid::Uuid;

use super::coded::Category;
use super::entries::AlertsEntry;
use super::life::Act;
use super::permits::{ActivateAlert, CorrectAlert, ExtendAlert, HandOnMatch, OpenMatch, ReadBroken, ReadSealed};
use super::queries::{self, Alert, Judgement, Version};
use super::text::{AlertText, Sealed};
use super::{switch, today, watch};

/// The key of what is told to whoever speaks about a text that is not the one they saw.
pub(super) const STALE: &str = "alerts-refused-stale";

/// Permits under which the sealed part of an alert may be read. Nothing else reads it (G-19).
pub(super) trait ReadsSealed: Permit {}
impl ReadsSealed for ReadSealed {}
impl ReadsSealed for CorrectAlert {}
impl ReadsSealed for ActivateAlert {}
impl ReadsSealed for ExtendAlert {}
impl ReadsSealed for OpenMatch {}
impl ReadsSealed for HandOnMatch {}
impl ReadsSealed for ReadBroken {}

/// Answers what the policies must know of an alert of the caller's own State; of any other there is nothing to know.
pub(super) async fn own<P: Permit>(permitted: &Permitted<P>, reference: &str) -> Result<Resource, Refusal> {
    let (state, day) = (permitted.caller().state, today(permitted.ground().clock.now()));
    permitted
        .about(|connection| Ok(queries::own(connection, reference, state, day)?.map(|alert| alert.resource())))
        .await
}

/// The same for a program that would change an alert. Whoever is shown another State's is told that it can be proposed to its owner; of
/// any other, and to anybody else, it is as absent as ever (G-12).
///
/// Errors: `Conflict`, once the attempt is on the access log, of an alert of another State that the caller is shown.
pub(super) async fn own_to_change<P: Permit>(
    permitted: Permitted<P>,
    reference: &str,
) -> Result<(Permitted<P>, Resource), Refusal> {
    let (state, day) = (permitted.caller().state, today(permitted.ground().clock.now()));
    let mut foreign = false;
    let found = permitted
        .about(|connection| {
            if let Some(own) = queries::own(connection, reference, state, day)? {
                return Ok(Some(own.resource()));
            }
            let face = queries::face(connection, reference, state, day)?;
            let about = |face: queries::Face| Resource {
                status: queries::desk(face.category),
                ..Resource::of(state, face.id.to_string())
            };
            let face = face.map(about);
            let shown = face.filter(|face| permitted.ground().policy.allows::<P>(permitted.caller(), face));
            foreign = shown.is_some();
            Ok(shown)
        })
        .await;
    if foreign || found.is_err() {
        count_reference(&permitted, reference).await?;
    }
    let resource = found?;
    if foreign {
        permitted.open_with_outcome(resource, "foreign").await?;
        return Err(Refusal::conflict("alerts-refused-propose"));
    }
    Ok((permitted, resource))
}

/// Lets a reference of another State's alert pass, there or not. Whoever works on no alert at all is answered as anywhere, and not counted.
///
/// Errors: `Stopped` for who goes through references.
pub(super) async fn count_reference<P: Permit>(permitted: &Permitted<P>, reference: &str) -> Result<(), Refusal> {
    let caller = permitted.caller();
    let works_on = |status| {
        let any = Resource { status, ..Resource::of(caller.state, String::new()) };
        permitted.ground().policy.allows::<P>(caller, &any)
    };
    if works_on("adult") || works_on("child") {
        watch::pass_reference(permitted, reference).await?;
    }
    Ok(())
}

/// Reads the alert of one's own State behind a reference.
///
/// Errors: `NotFound` when the register was switched off, or it was destroyed, since its permit was opened.
pub(super) fn alert<P: Permit>(reader: &Reader<P>, reference: &str) -> Result<Alert, Refusal> {
    let (state, day) = (reader.caller().state, today(reader.now()));
    reader.ask(|connection| queries::own(connection, reference, state, day))?.ok_or(Refusal::NotFound)
}

/// Reads one version of an alert, without its sealed part.
pub(super) fn version<P: Permit>(reader: &Reader<P>, alert: &Alert, number: u32) -> Result<Version, Refusal> {
    Ok(reader.ask(|connection| queries::version(connection, alert.id, number))?)
}

/// Reads the sealed part of one version of an alert.
pub(super) fn sealed<P: ReadsSealed>(reader: &Reader<P>, alert: &Alert, number: u32) -> Result<Sealed, Refusal> {
    sealed_of(reader, alert.id, number)
}

/// The same by the alert's id, of whichever State: for a match that was corroborated.
pub(super) fn sealed_of<P: ReadsSealed>(reader: &Reader<P>, alert: Uuid, number: u32) -> Result<Sealed, Refusal> {
    let sealer = reader.ground().keys.sealer();
    Ok(reader.ask(|connection| queries::sealed(connection, sealer, alert, number))?)
}

/// Reads why an alert was put in force and left there.
pub(super) fn judgements<P: ReadsSealed>(reader: &Reader<P>, alert: &Alert) -> Result<Vec<Judgement>, Refusal> {
    Ok(reader.ask(|connection| queries::judgements(connection, alert.id))?)
}

/// Reads an alert inside the transaction that will change it, and asks whether this act may be done to it.
///
/// Errors: `Refused` where it is another State's (G-12), another desk's (G-19), switched off (G-05), or the act does not fit
/// where it stands or who does it (G-08, G-13).
pub(super) fn inside(entries: &Entries<'_, AlertsEntry>, id: Uuid, act: Act) -> Result<Alert, StoreError> {
    let (alert, stamp) = (own_inside(entries, id)?, entries.stamp());
    alert.life.after(act, stamp.person, today(stamp.at)).map_err(StoreError::Refused)?;
    Ok(alert)
}

/// The same for what is said beside an alert and changes nothing of its life: as long as it has not ended.
pub(super) fn beside(entries: &Entries<'_, AlertsEntry>, id: Uuid) -> Result<Alert, StoreError> {
    let alert = own_inside(entries, id)?;
    if alert.life.has_ended(today(entries.stamp().at)) {
        return Err(StoreError::Refused("alerts-refused-ended"));
    }
    Ok(alert)
}

fn own_inside(entries: &Entries<'_, AlertsEntry>, id: Uuid) -> Result<Alert, StoreError> {
    let stamp = entries.stamp();
    let alert = queries::by_id(entries.now(), id)?.ok_or(StoreError::Refused("alerts-refused-ended"))?;
    if alert.owner != stamp.state {
        return Err(StoreError::Refused("alerts-refused-foreign"));
    }
    may_speak(entries, alert.category)?;
    Ok(alert)
}

/// Asks whether the speaking State takes part in a category and the speaking person works on it.
pub(super) fn may_speak(entries: &Entries<'_, AlertsEntry>, category: Category) -> Result<(), StoreError> {
    let stamp = entries.stamp();
    if category.of_child() != (stamp.purpose == Purpose::ChildProtection) {
        return Err(StoreError::Refused("alerts-refused-desk"));
    }
    if !switch::is_on(entries.now(), stamp.state, category)? {
        return Err(StoreError::Refused("alerts-refused-part"));
    }
    Ok(())
}

/// Asks whether a text may stand in the register at all, and whether its State has said the same already (G-10).
pub(super) fn may_stand(
    entries: &Entries<'_, AlertsEntry>,
    alert: Uuid,
    category: Category,
    text: &AlertText,
) -> Result<(), StoreError> {
    let day: Date = today(entries.stamp().at);
    if !text.faults(category, day).is_empty() {
        return Err(StoreError::Refused("alerts-refused-text"));
    }
    let state = entries.stamp().state;
    if queries::has_other(entries.now(), state, alert, category.of_child(), &text.subject, day)? {
        return Err(StoreError::Refused("alerts-refused-duplicate"));
    }
    Ok(())
}

/// Reads the hash of what was seen, which a form sends back.
///
/// Errors: `Conflict` where there is none.
pub(super) fn seen(filled: &Filled) -> Result<[u8; 32], Refusal> {
    let mut hash = [0; 32];
    hex::decode_to_slice(filled.typed("seen"), &mut hash).map_err(|_| Refusal::conflict(STALE))?;
    Ok(hash)
}
