//! The act "write a campaign down", the first time or anew: form, entry; the same as a call of the API.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base::desk::{Entries, Permitted, Writer};
use base::web::{Filled, Posted, Problem, Refusal, Sent, Visit, see_other};
use maud::Markup;

use super::api::{CampaignShown, NewCampaign};
use super::entries::{CampaignEntry, Written};
use super::permits::WriteCampaign;
use super::queries::{self, Reference};
use super::{form, pages, read, show};
use crate::decisions;
use crate::rounds::fault;

/// The most campaigns that one State writes down.
const CAMPAIGNS_MAX: u32 = 9_999;

/// Which form it is: title, where it is sent, where one goes without sending it.
const FIRST: (&str, &str, &str) = ("campaigns-write", "/campaigns/new", "/campaigns");

/// Shows the form for a new one.
pub(super) async fn first_page(desk: Permitted<WriteCampaign>, visit: Visit) -> Result<Markup, Refusal> {
    let resource = pages::own(&desk);
    let reader = desk.open_with_outcome(resource, "form").await?;
    Ok(visit.page(FIRST.0, form::markup(&reader, &visit, FIRST, &form::empty())))
}

/// Takes it.
pub(super) async fn first_submit(
    desk: Permitted<WriteCampaign>,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let resource = pages::own(&desk);
    let writer = desk.open_to_write(resource).await?;
    match enter_typed(&writer, None, &filled).await {
        Ok(reference) => Ok(see_other(&format!("/campaigns/{reference}?done=written"))),
        Err(refusal) => {
            let draw = |filled: &Filled| form::markup(writer.reader(), &visit, FIRST, filled);
            visit.refused_form(FIRST.0, &mut filled, refusal, draw)
        }
    }
}

/// Writes a campaign of one's own State down, as a draft.
#[utoipa::path(
    post,
    path = "/api/v1/campaigns",
    operation_id = "write_campaign",
    tag = "campaigns",
    request_body = NewCampaign,
    responses(
        (status = 201, description = "Written down: a draft that its State and the secretariat see", body = CampaignShown),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn first_call(
    desk: Permitted<WriteCampaign>,
    Sent(sent): Sent<NewCampaign>,
) -> Result<Response, Refusal> {
    let resource = pages::own(&desk);
    let writer = desk.open_to_write(resource).await?;
    let reference = enter(&writer, None, &sent).await?;
    let shown = show::told(writer.reader(), &reference.to_string())?;
    Ok((StatusCode::CREATED, axum::Json(shown)).into_response())
}

/// Shows the form with what stands.
pub(super) async fn page(
    desk: Permitted<WriteCampaign>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let resource = desk.about(pages::resource(&reference)).await?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let campaign = pages::campaign(&reader, &reference)?;
    let (to, back) = addresses(&reference);
    let filled = form::filled(&campaign);
    Ok(visit.page(ANEW, form::markup(&reader, &visit, (ANEW, &to, &back), &filled)))
}

const ANEW: &str = "campaigns-write-anew";

fn addresses(reference: &str) -> (String, String) {
    (format!("/campaigns/{reference}/write"), format!("/campaigns/{reference}"))
}

/// Takes it.
pub(super) async fn submit(
    desk: Permitted<WriteCampaign>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(pages::resource(&reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    match enter_typed(&writer, Reference::parse(&reference), &filled).await {
        Ok(_) => Ok(see_other(&format!("/campaigns/{reference}?done=written"))),
        Err(refusal) => {
            let (to, back) = addresses(&reference);
            let draw = |filled: &Filled| form::markup(writer.reader(), &visit, (ANEW, &to, &back), filled);
            visit.refused_form(ANEW, &mut filled, refusal, draw)
        }
    }
}

/// Writes a campaign of one's own State down anew.
#[utoipa::path(
    post,
    path = "/api/v1/campaigns/{reference}",
    operation_id = "rewrite_campaign",
    tag = "campaigns",
    params(("reference" = String, Path, description = "Code of the State, `-`, number")),
    request_body = NewCampaign,
    responses(
        (status = 200, description = "Written down", body = CampaignShown),
        (status = 404, description = "No such campaign of one's own State", body = Problem),
        (status = 409, description = "It was written down by somebody else since", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<WriteCampaign>,
    Path(reference): Path<String>,
    Sent(sent): Sent<NewCampaign>,
) -> Result<axum::Json<CampaignShown>, Refusal> {
    let resource = desk.about(pages::resource(&reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    enter(&writer, Reference::parse(&reference), &sent).await?;
    Ok(axum::Json(show::told(writer.reader(), &reference)?))
}

async fn enter_typed(
    writer: &Writer<WriteCampaign>,
    of: Option<Reference>,
    filled: &Filled,
) -> Result<Reference, Refusal> {
    let mut faults = Vec::new();
    let new = form::typed(filled, &mut faults);
    if faults.is_empty() {
        return enter(writer, of, &new).await;
    }
    // Nothing is entered: what else is wrong is named in the same answer.
    if let Err(Refusal::Invalid(found)) = read::read(writer.reader(), &new) {
        faults.extend(found);
    }
    Err(Refusal::Invalid(faults))
}

async fn enter(writer: &Writer<WriteCampaign>, of: Option<Reference>, new: &NewCampaign) -> Result<Reference, Refusal> {
    let (written, revision) = (read::read(writer.reader(), new)?, new.revision);
    writer.append(move |entries| record(entries, of, revision, written)).await
}

/// Writes a campaign of the speaker's State down as a draft, from a thread of its own, and answers how it is referred to.
///
/// Errors: `Invalid` with every fault.
pub fn write_campaign(writer: &Writer<WriteCampaign>, new: &NewCampaign) -> Result<String, Refusal> {
    let written = read::read(writer.reader(), new)?;
    writer.append_blocking(move |entries| record(entries, None, 0, written)).map(|reference| reference.to_string())
}

fn record(
    entries: &Entries<'_, CampaignEntry>,
    of: Option<Reference>,
    revision: u32,
    mut written: Written,
) -> Result<Reference, Refusal> {
    let (now, state) = (entries.now(), entries.stamp().state);
    // What is kept for members is no reason to tell observers.
    if decisions::kept_for_members(now, &written.decision)? != Some(false) {
        return Err(Refusal::Invalid(vec![fault("decision", "campaigns-fault-decision")]));
    }
    let reference = match of {
        None => Reference { state, number: queries::counted(now, state)? + 1 },
        Some(reference) => {
            let known = queries::one(now, reference)?.filter(|known| known.state == state);
            if known.ok_or(Refusal::NotFound)?.revision != revision {
                return Err(Refusal::conflict("campaigns-fault-revision"));
            }
            reference
        }
    };
    if reference.number > CAMPAIGNS_MAX {
        return Err(Refusal::conflict("campaigns-fault-many"));
    }
    written.number = reference.number;
    entries.append(&CampaignEntry::Written(Box::new(written)))?;
    Ok(reference)
}
