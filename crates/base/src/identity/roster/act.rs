//! What every act on one person does first.

use uuid::Uuid;

use super::queries::{self, Person};
use crate::access::Permit;
use crate::desk::{Permitted, Reader};
use crate::web::Refusal;

/// Opens a permit for one person and answers them.
///
/// Errors: `NotFound` for somebody who is not there and for somebody of another State, alike.
pub(super) async fn open<P: Permit>(permitted: Permitted<P>, id: &str) -> Result<(Reader<P>, Person), Refusal> {
    enter(permitted, id, "").await
}

/// The same for the page that asks before anything is done; the log knows the two apart.
pub(super) async fn look<P: Permit>(permitted: Permitted<P>, id: &str) -> Result<(Reader<P>, Person), Refusal> {
    enter(permitted, id, "form").await
}

async fn enter<P: Permit>(
    permitted: Permitted<P>,
    id: &str,
    outcome: &'static str,
) -> Result<(Reader<P>, Person), Refusal> {
    let resource = permitted.about(|connection| queries::resource(connection, id)).await?;
    let id: Uuid = id.parse().map_err(|_| Refusal::NotFound)?;
    let reader = permitted.open_with_outcome(resource, outcome).await?;
    let person = queries::person(&reader, id)?.ok_or(Refusal::NotFound)?;
    Ok((reader, person))
}
