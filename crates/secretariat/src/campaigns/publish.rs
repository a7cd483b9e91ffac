//! The act "publish a campaign": from then on every delegation sees it, and what is written anew.

use axum::extract::Path;
use axum::response::Response;
use base::desk::{Entries, Permitted, Writer};
use base::web::{Posted, Problem, Refusal, Visit, see_other};

use super::api::CampaignShown;
use super::entries::{CampaignEntry, Published};
use super::permits::PublishCampaign;
use super::queries::{self, Reference};
use super::{pages, show};

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<PublishCampaign>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(pages::resource(&reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    let of = Reference::parse(&reference).ok_or(Refusal::NotFound)?;
    match writer.append(move |entries| record(entries, of)).await {
        Ok(()) => Ok(see_other(&format!("/campaigns/{reference}?done=published"))),
        Err(refusal) => {
            let shown = show::Shown::read(writer.reader(), &reference)?;
            let draw = |filled: &_| shown.markup(&visit, filled, "");
            visit.refused_form("campaigns-campaign", &mut filled, refusal, draw)
        }
    }
}

/// Publishes a campaign of one's own State.
#[utoipa::path(
    post,
    path = "/api/v1/campaigns/{reference}/publish",
    operation_id = "publish_campaign",
    tag = "campaigns",
    params(("reference" = String, Path, description = "Code of the State, `-`, number")),
    responses(
        (status = 200, description = "Published", body = CampaignShown),
        (status = 404, description = "No such campaign of one's own State", body = Problem),
        (status = 409, description = "It is published already", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<PublishCampaign>,
    Path(reference): Path<String>,
) -> Result<axum::Json<CampaignShown>, Refusal> {
    let resource = desk.about(pages::resource(&reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    let of = Reference::parse(&reference).ok_or(Refusal::NotFound)?;
    writer.append(move |entries| record(entries, of)).await?;
    Ok(axum::Json(show::told(writer.reader(), &reference)?))
}

/// Publishes a campaign of the speaker's State, from a thread of its own.
///
/// Errors: `NotFound` where there is none such, `Conflict` where it is published.
pub fn publish_campaign(writer: &Writer<PublishCampaign>, reference: &str) -> Result<(), Refusal> {
    let of = Reference::parse(reference).ok_or(Refusal::NotFound)?;
    writer.append_blocking(move |entries| record(entries, of))
}

fn record(entries: &Entries<'_, CampaignEntry>, of: Reference) -> Result<(), Refusal> {
    let known = queries::one(entries.now(), of)?.filter(|known| known.state == entries.stamp().state);
    if known.ok_or(Refusal::NotFound)?.published_at.is_some() {
        return Err(Refusal::conflict("campaigns-fault-published"));
    }
    entries.append(&CampaignEntry::Published(Published { number: of.number }))?;
    Ok(())
}
