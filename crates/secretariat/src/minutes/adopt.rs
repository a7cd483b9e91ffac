//! The act "write down that the minutes are adopted": what was seen is what is adopted, and nothing of it changes any more.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base::desk::{Entries, Permitted, Writer};
use base::web::fields::{self, Choice, Field};
use base::web::{Filled, Posted, Problem, Refusal, Sent, Visit, parts, see_other};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use maud::{Markup, html};

use super::api::{Adoption, MinutesShown};
use super::entries::{Adopted, AdoptedText, MinutesEntry};
use super::permits::AdoptMinutes;
use super::queries::{self, Minutes};
use super::show;
use super::write::{fault, refuse_frozen};
use crate::meetings::Symbol;

/// Shows the form.
pub(super) async fn page(
    desk: Permitted<AdoptMinutes>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let resource = desk.about(|now| queries::resource(now, &reference)).await?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let minutes = show::minutes(&reader, &reference)?;
    refuse_frozen(&minutes)?;
    let today = day_there(&minutes, reader.now());
    let filled = Filled::new().with("who", "members").with_date("adopted_on", today);
    Ok(visit.page("minutes-adopt", markup(&visit, &minutes, &filled)))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<AdoptMinutes>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(|now| queries::resource(now, &reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    let minutes = show::minutes(writer.reader(), &reference)?;
    let adopted_on = match filled.date("adopted_on") {
        Ok(day) => day.map(|day| day.to_string()).unwrap_or_default(),
        Err(why) => {
            filled.refuse("adopted_on", visit.voice.t(why.key()));
            String::new()
        }
    };
    let seen = filled.typed("seen").split(' ').filter_map(|one| one.split_once('-'));
    let seen = seen.filter_map(|(language, turn)| Some((language.to_owned(), turn.parse().ok()?))).collect();
    let adoption = Adoption { adopted_on, open: filled.typed("who") == "observers", revisions: seen };
    match enter(&writer, &minutes, &adoption).await {
        Ok(_) => Ok(see_other(&format!("{}?done=adopted", show::path(&minutes.meeting.symbol)))),
        Err(Refusal::Invalid(faults)) => {
            filled.refuse_each(&visit.voice, &faults);
            Ok(visit.refused_page("minutes-adopt", markup(&visit, &minutes, &filled)).into_response())
        }
        Err(Refusal::Conflict(said)) => {
            filled.refuse_form(visit.voice.say(&said));
            let (_, page) = visit.refused_page("minutes-adopt", overtaken(&visit, &minutes, &filled));
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(refusal) => Err(refusal),
    }
}

/// Writes down that the minutes are adopted.
#[utoipa::path(
    post,
    path = "/api/v1/meetings/{reference}/minutes/adopt",
    operation_id = "adopt_minutes",
    tag = "minutes",
    params(("reference" = String, Path, description = "The meeting's symbol, with `-` in the place of `/`")),
    request_body = Adoption,
    responses(
        (status = 200, description = "Adopted; the minutes as they stand for good", body = MinutesShown),
        (status = 404, description = "No such meeting", body = Problem),
        (status = 409, description = "They are adopted already, or the meeting is cancelled", body = Problem),
        (status = 422, description = "Something in it cannot be used, or the revisions are not the last ones", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<AdoptMinutes>,
    Path(reference): Path<String>,
    Sent(sent): Sent<Adoption>,
) -> Result<axum::Json<MinutesShown>, Refusal> {
    let resource = desk.about(|now| queries::resource(now, &reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    let minutes = show::minutes(writer.reader(), &reference)?;
    Ok(axum::Json(MinutesShown::of(&enter(&writer, &minutes, &sent).await?)))
}

/// Writes down that the minutes are adopted, from a thread of its own.
///
/// Errors: `NotFound` where there is no such meeting, `Conflict` where they are adopted, `Invalid` with every fault.
pub fn adopt_minutes(writer: &Writer<AdoptMinutes>, meeting: &Symbol, adoption: &Adoption) -> Result<(), Refusal> {
    let reader = writer.reader();
    let minutes = reader.ask(|now| queries::of(now, meeting))?.ok_or(Refusal::NotFound)?;
    let adopting = read(&minutes, adoption, reader.now())?;
    writer.append_blocking(move |entries| record(entries, &adopting)).map(|_| ())
}

async fn enter(writer: &Writer<AdoptMinutes>, minutes: &Minutes, adoption: &Adoption) -> Result<Minutes, Refusal> {
    let adopting = read(minutes, adoption, writer.reader().now())?;
    writer.append(move |entries| record(entries, &adopting)).await
}

/// Answers which day it is where the meeting sat: nothing was adopted tomorrow.
fn day_there(minutes: &Minutes, now: Timestamp) -> Date {
    TimeZone::get(&minutes.meeting.zone).unwrap_or(TimeZone::UTC).to_datetime(now).date()
}

fn read(minutes: &Minutes, adoption: &Adoption, now: Timestamp) -> Result<Adopted, Refusal> {
    refuse_frozen(minutes)?;
    let mut faults = Vec::new();
    let adopted_on = match adoption.adopted_on.trim() {
        "" => Err(fault("adopted_on", "minutes-fault-day-missing")),
        text => text.parse::<Date>().map_err(|_| fault("adopted_on", "minutes-fault-day")),
    };
    // What is still being said is not adopted yet.
    let in_time = |day: &Date| *day >= minutes.meeting.last_on && *day <= day_there(minutes, now);
    let adopted_on = adopted_on
        .and_then(|day| if in_time(&day) { Ok(day) } else { Err(fault("adopted_on", "minutes-fault-day-range")) });
    if minutes.texts.is_empty() {
        faults.push(fault("", "minutes-fault-none"));
    } else if last_revisions(minutes) != adoption.revisions {
        faults.push(fault("", "minutes-fault-seen"));
    }
    match adopted_on {
        Ok(adopted_on) if faults.is_empty() => Ok(Adopted {
            meeting: minutes.meeting.symbol.clone(),
            adopted_on,
            open: adoption.open && !minutes.meeting.members_only,
            texts: minutes
                .texts
                .iter()
                .map(|text| AdoptedText { language: text.language.tag().to_owned(), revision: text.revision })
                .collect(),
        }),
        Ok(_) => Err(Refusal::Invalid(faults)),
        Err(fault) => {
            faults.push(fault);
            Err(Refusal::Invalid(faults))
        }
    }
}

fn last_revisions(minutes: &Minutes) -> BTreeMap<String, u32> {
    minutes.texts.iter().map(|text| (text.language.tag().to_owned(), text.revision)).collect()
}

fn record(entries: &Entries<'_, MinutesEntry>, adopting: &Adopted) -> Result<Minutes, Refusal> {
    // Asked again inside the transaction: what somebody wrote since was seen by nobody who adopts.
    let minutes = queries::of(entries.now(), &adopting.meeting)?.ok_or(Refusal::NotFound)?;
    refuse_frozen(&minutes)?;
    let seen: BTreeMap<String, u32> =
        adopting.texts.iter().map(|text| (text.language.clone(), text.revision)).collect();
    if last_revisions(&minutes) != seen {
        return Err(Refusal::Invalid(vec![fault("", "minutes-fault-seen")]));
    }
    entries.append(&MinutesEntry::Adopted(adopting.clone()))?;
    queries::of(entries.now(), &adopting.meeting)?.ok_or(Refusal::NotFound)
}

/// Draws what was typed where nothing is to be adopted any more: it can be copied, and no form offers to send it.
fn overtaken(visit: &Visit, minutes: &Minutes, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    html! {
        (show::heading(voice, minutes))
        (fields::error_summary(voice, filled))
        @if let Ok(Some(day)) = filled.date("adopted_on") { p { (voice.t("minutes-adopted-day")) ": " (voice.date(day)) } }
        (show::back(voice, minutes))
    }
}

fn markup(visit: &Visit, minutes: &Minutes, filled: &Filled) -> Markup {
    let (voice, path) = (&visit.voice, show::path(&minutes.meeting.symbol));
    let seen: Vec<String> =
        last_revisions(minutes).iter().map(|(language, turn)| format!("{language}-{turn}")).collect();
    let readers = [
        Choice::new("members", voice.t("minutes-who-members")),
        Choice::new("observers", voice.t("minutes-who-observers")),
    ];
    // Where the meeting is kept for members there is nothing to choose.
    let readers = &readers[..if minutes.meeting.members_only { 1 } else { 2 }];
    html! {
        (show::heading(voice, minutes))
        (fields::error_summary(voice, filled))
        p { (voice.t("minutes-adopt-about")) }
        ul { @for text in &minutes.texts {
            li { (text.language.own_name()) ": " (voice.tn("minutes-revision-of", &[("revision", text.revision.into())])) }
        } }
        @for language in minutes.missing() {
            (parts::notice(parts::Tone::Soon, html! { p { (voice.tn("minutes-missing", &[("language", language.own_name().into())])) } }))
        }
        (fields::form(&format!("{path}/adopt"), visit.csrf(), html! {
            (fields::hidden("seen", &seen.join(" ")))
            (fields::date_input(voice, filled, &Field::new("adopted_on", "minutes-adopted-day")))
            (fields::radios(voice, filled, &Field::new("who", "minutes-who"), readers))
            (fields::submit_row(voice, "minutes-adopt-send", Some(html! { a .button .plain href=(path) { (voice.t("form-cancel")) } })))
        }))
    }
}
