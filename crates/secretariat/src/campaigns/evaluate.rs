//! The act "evaluate a campaign": what came of it, found when and by which institution.

use axum::extract::Path;
use axum::response::Response;
use base::desk::{Entries, Permitted, Writer};
use base::web::fields::{self, Field};
use base::web::{Filled, InputFault, Posted, Problem, Refusal, Said, Sent, Visit, see_other};
use jiff::civil::Date;
use maud::{Markup, html};

use super::api::{CampaignShown, NewEvaluation};
use super::entries::{CampaignEntry, Evaluated};
use super::permits::EvaluateCampaign;
use super::queries::{self, Campaign, Reference};
use super::read::{self, LINE_CHARS_MAX, TEXT_CHARS_MAX};
use super::{pages, show};
use crate::rounds::{Found, fault};

/// Shows the form, with what was said last.
pub(super) async fn page(
    desk: Permitted<EvaluateCampaign>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let resource = desk.about(pages::resource(&reference)).await?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let campaign = pages::campaign(&reader, &reference)?;
    let filled = campaign.evaluation.as_ref().map_or_else(Filled::new, |found| {
        let filled = Filled::new().with("text", &*found.text).with("evaluated_by", &*found.evaluated_by);
        filled.with_date("evaluated_on", found.evaluated_on)
    });
    Ok(visit.page("campaigns-evaluate", markup(&visit, &campaign, &filled)))
}

/// Takes it.
pub(super) async fn submit(
    desk: Permitted<EvaluateCampaign>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(pages::resource(&reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    let (mut faults, mut day) = (Vec::new(), String::new());
    match filled.date("evaluated_on") {
        Ok(typed) => day = typed.map(|day| day.to_string()).unwrap_or_default(),
        Err(why) => faults.push(InputFault::field("evaluated_on", "day", Said::plain(why.key()))),
    }
    let typed = |name| filled.typed(name).to_owned();
    let new = NewEvaluation { text: typed("text"), evaluated_on: day, evaluated_by: typed("evaluated_by") };
    // A day that is none stands before the fault that none was written.
    let entered = enter(&writer, &reference, &new).await.map_err(|refusal| match refusal {
        Refusal::Invalid(found) => Refusal::Invalid([faults, found].concat()),
        other => other,
    });
    match entered {
        Ok(()) => Ok(see_other(&format!("/campaigns/{reference}?done=evaluated"))),
        Err(refusal) => {
            let campaign = pages::campaign(writer.reader(), &reference)?;
            let draw = |filled: &Filled| markup(&visit, &campaign, filled);
            visit.refused_form("campaigns-evaluate", &mut filled, refusal, draw)
        }
    }
}

/// Says what came of a campaign of one's own State; said again, it stands in the place of what was said before.
#[utoipa::path(
    post,
    path = "/api/v1/campaigns/{reference}/evaluation",
    operation_id = "evaluate_campaign",
    tag = "campaigns",
    params(("reference" = String, Path, description = "Code of the State, `-`, number")),
    request_body = NewEvaluation,
    responses(
        (status = 200, description = "Evaluated", body = CampaignShown),
        (status = 404, description = "No such campaign of one's own State", body = Problem),
        (status = 409, description = "It is a draft, or not over", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<EvaluateCampaign>,
    Path(reference): Path<String>,
    Sent(sent): Sent<NewEvaluation>,
) -> Result<axum::Json<CampaignShown>, Refusal> {
    let resource = desk.about(pages::resource(&reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    enter(&writer, &reference, &sent).await?;
    Ok(axum::Json(show::told(writer.reader(), &reference)?))
}

async fn enter(writer: &Writer<EvaluateCampaign>, reference: &str, new: &NewEvaluation) -> Result<(), Refusal> {
    let of = Reference::parse(reference).ok_or(Refusal::NotFound)?;
    let today = pages::today(writer.reader());
    let evaluated = read(of, new, today)?;
    writer.append(move |entries| record(entries, of, today, evaluated)).await
}

/// Says what came of a campaign of the speaker's State, from a thread of its own.
///
/// Errors: `Invalid` with every fault, `NotFound` where there is none such, `Conflict` where it is a draft or not over.
pub fn evaluate_campaign(
    writer: &Writer<EvaluateCampaign>,
    reference: &str,
    new: &NewEvaluation,
) -> Result<(), Refusal> {
    let of = Reference::parse(reference).ok_or(Refusal::NotFound)?;
    let today = pages::today(writer.reader());
    let evaluated = read(of, new, today)?;
    writer.append_blocking(move |entries| record(entries, of, today, evaluated))
}

fn read(of: Reference, new: &NewEvaluation, today: Date) -> Result<Evaluated, Refusal> {
    let mut found = Found::default();
    let text = found.keep(read::text("text", &new.text));
    let day = read::day("evaluated_on", &new.evaluated_on);
    let day =
        day.and_then(
            |day| {
                if day > today { Err(fault("evaluated_on", "campaigns-fault-evaluated-ahead")) } else { Ok(day) }
            },
        );
    let evaluated_on = found.keep(day);
    let evaluated_by = found.keep(read::line("evaluated_by", &new.evaluated_by));
    match (text, evaluated_on, evaluated_by) {
        (Some(text), Some(evaluated_on), Some(evaluated_by)) => {
            Ok(Evaluated { number: of.number, text, evaluated_on, evaluated_by })
        }
        _ => Err(Refusal::Invalid(found.0)),
    }
}

fn record(
    entries: &Entries<'_, CampaignEntry>,
    of: Reference,
    today: Date,
    evaluated: Evaluated,
) -> Result<(), Refusal> {
    let known = queries::one(entries.now(), of)?.filter(|known| known.state == entries.stamp().state);
    let known = known.ok_or(Refusal::NotFound)?;
    if known.published_at.is_none() {
        return Err(Refusal::conflict("campaigns-fault-draft"));
    }
    if known.content.last_on >= today {
        return Err(Refusal::conflict("campaigns-fault-not-over"));
    }
    entries.append(&CampaignEntry::Evaluated(evaluated))?;
    Ok(())
}

fn markup(visit: &Visit, campaign: &Campaign, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let path = format!("/campaigns/{}", campaign.reference());
    let cancel = html! { a .button .plain href=(path) { (voice.t("form-cancel")) } };
    let text = Field::new("text", "campaigns-evaluation").rows(6).max_length(TEXT_CHARS_MAX as u32);
    let by = Field::new("evaluated_by", "campaigns-evaluated-by").hint("campaigns-evaluated-by-hint");
    html! {
        h1 { (voice.t("campaigns-evaluate")) }
        p .aside { (pages::title(voice, campaign)) ", " (pages::days(voice, campaign)) }
        (fields::error_summary(voice, filled))
        (fields::form(&format!("{path}/evaluate"), visit.csrf(), html! {
            (fields::textarea(voice, filled, &text.hint("campaigns-evaluation-hint")))
            (fields::date_input(voice, filled, &Field::new("evaluated_on", "campaigns-evaluated-on")))
            (fields::text_input(voice, filled, &by.max_length(LINE_CHARS_MAX as u32).autocomplete("off")))
            (fields::submit_row(voice, "campaigns-evaluate-send", Some(cancel)))
        }))
    }
}
