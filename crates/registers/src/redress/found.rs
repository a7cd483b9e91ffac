//! From the reference in an address to the case, and what the policies must know of it.

use base::access::{Permit, Resource};
use base::desk::{Entries, Permitted, Reader};
use base::store::StoreError;
use base::web::Refusal;
use uuid::Uuid;

use super::entries::RedressEntry;
use super::permits::{AnswerCase, BlockAlert, ReadPetition};
use super::queries::{self, Case, Petition};
use crate::alerts::blocks::{self, Concerned};

/// The key of what is told to whoever speaks about what is not as they saw it.
pub(super) const STALE: &str = "redress-refused-stale";

/// Permits under which is read who asks, and in whose words.
pub(super) trait ReadsPetition: Permit {}
impl ReadsPetition for ReadPetition {}
impl ReadsPetition for AnswerCase {}
impl ReadsPetition for BlockAlert {}

/// Answers what the policies must know of the case behind a reference.
pub(super) async fn to_see<P: Permit>(permitted: &Permitted<P>, reference: &str) -> Result<Resource, Refusal> {
    permitted.about(|now| Ok(queries::by_reference(now, reference)?.map(|case| case.resource()))).await
}

/// Answers what the policies must know where the panel acts on the alert that a case is about: whose alert it is.
pub(super) async fn to_decide<P: Permit>(permitted: &Permitted<P>, reference: &str) -> Result<Resource, Refusal> {
    let of_alert = |case: Case, alert: Concerned| Resource {
        status: case.resource().status,
        ..Resource::of(alert.owner, case.petition.to_string())
    };
    permitted
        .about(|now| {
            let Some(case) = queries::by_reference(now, reference)? else { return Ok(None) };
            let alert = case.alert.map(|alert| blocks::of_case(now, alert)).transpose()?.flatten();
            Ok(alert.map(|alert| of_alert(case, alert)))
        })
        .await
}

/// Reads the case behind a reference.
///
/// Errors: `NotFound` when it was destroyed since its permit was opened.
pub(super) fn case<P: Permit>(reader: &Reader<P>, reference: &str) -> Result<Case, Refusal> {
    reader.ask(|connection| queries::by_reference(connection, reference))?.ok_or(Refusal::NotFound)
}

/// Reads who asks, and in whose words.
pub(super) fn petition<P: ReadsPetition>(reader: &Reader<P>, case: &Case) -> Result<Petition, Refusal> {
    Ok(reader.ask(|connection| queries::petition(connection, case))?)
}

/// Reads a case inside the transaction that will change it.
pub(super) fn inside(entries: &Entries<'_, RedressEntry>, petition: Uuid) -> Result<Case, StoreError> {
    queries::by_id(entries.now(), petition)?.ok_or(StoreError::Refused(STALE))
}
