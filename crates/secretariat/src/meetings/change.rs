//! The act "write down what became of a meeting": it moved, it was held, it was cancelled. What was planned stays.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use base::desk::{Entries, Permitted, Writer};
use base::ground::Puebla;
use base::web::fields::{self, Choice, Field};
use base::web::{Filled, Posted, Problem, Refusal, Sent, Visit, see_other};
use maud::{Markup, html};

use super::api::{MeetingChange, MeetingShown};
use super::entries::MeetingEntry;
use super::meeting::{Standing, Symbol, TEXT_CHARS_MAX};
use super::permits::ChangeMeeting;
use super::queries::{self, Meeting};
use super::{form, pages, show};

/// Shows the form, filled in with what is known now.
pub(super) async fn page(
    desk: Permitted<ChangeMeeting>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let resource = desk.about(show::resource(&reference)).await?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let meeting = show::meeting(&reader, &reference)?;
    let filled = Filled::new()
        .with("host", meeting.host.as_str())
        .with_date("first_on", meeting.first_on)
        .with_date("last_on", meeting.last_on)
        .with("place", &meeting.place)
        .with("zone", &meeting.zone);
    Ok(visit.page("meetings-change", markup(reader.ground(), &visit, &meeting, &filled)))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<ChangeMeeting>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(show::resource(&reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    let meeting = show::meeting(writer.reader(), &reference)?;
    let ground = writer.reader().ground().clone();
    let Some(entry) = form::typed_change(&ground, &visit.voice, &mut filled, &meeting) else {
        return Ok(visit.refused_page("meetings-change", markup(&ground, &visit, &meeting, &filled)).into_response());
    };
    enter(&writer, meeting.symbol.clone(), entry).await?;
    Ok(see_other(&format!("/meetings/{}?done=changed", meeting.symbol.in_address())))
}

/// Writes down what became of a meeting.
#[utoipa::path(
    post,
    path = "/api/v1/meetings/{reference}/change",
    operation_id = "change_meeting",
    tag = "meetings",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    request_body = MeetingChange,
    responses(
        (status = 200, description = "Written down; the meeting as it stands now", body = MeetingShown),
        (status = 404, description = "No such meeting", body = Problem),
        (status = 409, description = "The meeting is over or cancelled", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<ChangeMeeting>,
    Path(reference): Path<String>,
    Sent(sent): Sent<MeetingChange>,
) -> Result<axum::Json<MeetingShown>, Refusal> {
    let resource = desk.about(show::resource(&reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    let meeting = show::meeting(writer.reader(), &reference)?;
    let (ground, now) = (writer.reader().ground(), writer.reader().now());
    let entry = form::read_change(ground, &sent, &meeting, now).map_err(Refusal::Invalid)?;
    Ok(axum::Json(MeetingShown::of(&enter(&writer, meeting.symbol, entry).await?)))
}

async fn enter(writer: &Writer<ChangeMeeting>, symbol: Symbol, entry: MeetingEntry) -> Result<Meeting, Refusal> {
    writer.append(move |entries| record(entries, &symbol, &entry)).await
}

/// Writes down what became of a meeting, from a thread of its own; answers the meeting as it stands then.
///
/// Errors: `NotFound` where there is no such meeting, `Conflict` where it is over, `Invalid` with every fault.
pub fn change_meeting(
    writer: &Writer<ChangeMeeting>,
    symbol: &Symbol,
    change: &MeetingChange,
) -> Result<MeetingShown, Refusal> {
    let reader = writer.reader();
    let meeting = reader.ask(|now| queries::one(now, symbol))?.ok_or(Refusal::NotFound)?;
    let entry = form::read_change(reader.ground(), change, &meeting, reader.now()).map_err(Refusal::Invalid)?;
    let meeting = writer.append_blocking(move |entries| record(entries, &meeting.symbol, &entry))?;
    Ok(MeetingShown::of(&meeting))
}

fn record(entries: &Entries<'_, MeetingEntry>, symbol: &Symbol, entry: &MeetingEntry) -> Result<Meeting, Refusal> {
    // Asked again inside the transaction: of two who say it at once, one comes second.
    let meeting = queries::one(entries.now(), symbol)?.ok_or(Refusal::NotFound)?;
    if meeting.standing.is_over() {
        return Err(Refusal::conflict("meetings-fault-over"));
    }
    entries.append(entry)?;
    queries::one(entries.now(), symbol)?.ok_or(Refusal::NotFound)
}

fn markup(ground: &Puebla, visit: &Visit, meeting: &Meeting, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let path = format!("/meetings/{}", meeting.symbol.in_address());
    let standings = [Standing::Moved, Standing::Held, Standing::Cancelled]
        .map(|standing| Choice::new(standing.code(), voice.t(standing.key())));
    let note = Field::new("note", "meetings-note").optional().rows(3).max_length(TEXT_CHARS_MAX as u32);
    html! {
        h1 { (voice.t("meetings-change")) }
        (fields::error_summary(voice, filled))
        p { strong { (pages::title(voice, meeting)) } }
        p { (voice.t("meetings-change-about")) }
        (fields::form(&format!("{path}/change"), visit.csrf(), html! {
            (fields::radios(voice, filled, &Field::new("standing", "meetings-became"), &standings))
            (form::sitting_fields(ground, voice, filled))
            (fields::textarea(voice, filled, &note))
            (fields::submit_row(voice, "meetings-change-send", Some(html! { a .button .plain href=(path) { (voice.t("form-cancel")) } })))
        }))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::samples::*;
    use base::access::Purpose;
    use serde_json::json;

    #[tokio::test]
    async fn a_meeting_that_moves_keeps_the_days_it_was_called_for_and_says_its_slip() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        // Due by 30 July 2003 and held on 1 December: 124 days late.
        let mut due = called("RCM/VIII");
        due.retain(|(name, _)| !name.starts_with("first_on") && !name.starts_with("last_on"));
        let july = [("first_on-day", "30"), ("first_on-month", "7"), ("first_on-year", "2003")];
        due.extend(july);
        due.extend([("last_on-day", "30"), ("last_on-month", "7"), ("last_on-year", "2003")]);
        let path = path_of(specimen.post(&coordinator, "/meetings/plan", &due).await);
        let token = coordinator_token(&specimen);
        let change = format!("/api/v1{path}/change");
        let moved = json!({ "standing": "moved", "first_on": "2003-12-01", "last_on": "2003-12-01", "note": "Later" });
        let answer = specimen.call(&token, Purpose::Secretariat, &change, &moved).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        assert!(
            answer.body.contains("\"slip_days\":124") && answer.body.contains("\"planned_first_on\":\"2003-07-30\"")
        );
        let page = specimen.get(Some(&coordinator), &path).await.body;
        assert!(page.contains("124 days") && page.contains("Later"), "{page}");
    }

    #[tokio::test]
    async fn what_is_over_changes_no_more() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        let path = plan(&specimen, &coordinator, "RCM/VIII").await;
        let change = format!("{path}/change");
        let mut held = called("RCM/VIII");
        held.push(("standing", "held"));
        assert_eq!(path_of(specimen.post(&coordinator, &change, &held).await), path);
        assert!(!specimen.get(Some(&coordinator), &path).await.body.contains("/change"));
        held.push(("standing", "cancelled"));
        assert_eq!(specimen.post(&coordinator, &change, &held).await.status, 409);
    }

    #[tokio::test]
    async fn nothing_was_held_tomorrow_and_a_delegate_says_nothing_of_it() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        let path = plan(&specimen, &coordinator, "RCM/VIII").await;
        let (token, change) = (coordinator_token(&specimen), format!("/api/v1{path}/change"));
        let call = async |body| specimen.call(&token, Purpose::Secretariat, &change, &body).await;
        // The specimen's clock stands on 2 March 2026.
        let future = json!({ "standing": "held", "first_on": "2026-03-02", "last_on": "2026-03-03" });
        let answer = call(future).await;
        assert!(answer.status == 422 && answer.body.contains("\"not-over\""), "{}", answer.body);
        assert_eq!(call(json!({ "standing": "planned" })).await.status, 422);
        let delegate = delegate(&specimen, "MEX");
        assert_eq!(specimen.post(&delegate, &format!("{path}/change"), &[("standing", "cancelled")]).await.status, 404);
        assert_eq!(call(json!({ "standing": "cancelled", "note": "Storm" })).await.status, 200);
        assert_eq!(
            call(json!({ "standing": "moved", "first_on": "2026-05-01", "last_on": "2026-05-01" })).await.status,
            409
        );
    }
}
