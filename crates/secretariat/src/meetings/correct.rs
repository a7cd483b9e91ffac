//! The act "correct a meeting that was mistyped": what it should have been from the beginning, while nothing hangs on it.
//!
//! A correction is no change of plan: the days it was first called for are corrected too, and what was typed before stays on record.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use base::desk::{Entries, Permitted, Writer};
use base::ground::Puebla;
use base::store::StoreError;
use base::web::fields::{self, Field};
use base::web::{Filled, Posted, Problem, Refusal, Sent, Visit, see_other};
use maud::{Markup, html};
use rusqlite::Connection;

use super::api::{MeetingCorrection, MeetingShown};
use super::entries::{Corrected, MeetingEntry};
use super::meeting::{Standing, Symbol, TEXT_CHARS_MAX};
use super::permits::CorrectMeeting;
use super::queries::{self, Meeting};
use super::{form, pages, plan, show};
use crate::{decisions, members, minutes, papers, sittings};

/// Shows the form, filled in with what was typed.
pub(super) async fn page(
    desk: Permitted<CorrectMeeting>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let resource = desk.about(show::resource(&reference)).await?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let meeting = show::meeting(&reader, &reference)?;
    if let Some(key) = reader.ask(|now| refusal(now, &meeting))? {
        return Err(Refusal::conflict(key));
    }
    let mut filled = Filled::new()
        .with("symbol", meeting.symbol.as_str())
        .with("series", &meeting.series)
        .with("number", meeting.number.to_string())
        .with("title_en", &meeting.title_en)
        .with("title_es", &meeting.title_es)
        .with("parent", meeting.parent.as_ref().map_or("", Symbol::as_str))
        .with("host", meeting.host.as_str())
        .with_date("first_on", meeting.first_on)
        .with_date("last_on", meeting.last_on)
        .with("place", &meeting.place)
        .with("zone", &meeting.zone);
    if meeting.members_only {
        filled = filled.with("members_only", "yes");
    }
    Ok(visit.page("meetings-correct", markup(reader.ground(), &visit, &meeting, &filled)))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<CorrectMeeting>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(show::resource(&reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    let meeting = show::meeting(writer.reader(), &reference)?;
    let ground = writer.reader().ground().clone();
    let note = form::reason(filled.typed("note"));
    if let Err(fault) = &note {
        form::refuse(&visit.voice, &mut filled, std::slice::from_ref(fault));
    }
    let planned = form::typed_plan(&ground, &visit.voice, &mut filled);
    let outcome = match (planned, note) {
        (Some(planned), Ok(note)) => enter(&writer, Corrected { was: meeting.symbol.clone(), planned, note }).await,
        _ => Err(Refusal::Invalid(Vec::new())),
    };
    match outcome {
        Ok(meeting) => Ok(see_other(&format!("/meetings/{}?done=corrected", meeting.symbol.in_address()))),
        Err(Refusal::Invalid(faults)) => {
            form::refuse(&visit.voice, &mut filled, &faults);
            Ok(visit.refused_page("meetings-correct", markup(&ground, &visit, &meeting, &filled)).into_response())
        }
        Err(refusal) => Err(refusal),
    }
}

/// Corrects a meeting that was mistyped, while nothing hangs on it.
#[utoipa::path(
    post,
    path = "/api/v1/meetings/{reference}/correct",
    operation_id = "correct_meeting",
    tag = "meetings",
    params(("reference" = String, Path, description = "The symbol it was entered under, with `-` in the place of `/`")),
    request_body = MeetingCorrection,
    responses(
        (status = 200, description = "Corrected; the meeting as it stands now", body = MeetingShown),
        (status = 404, description = "No such meeting", body = Problem),
        (status = 409, description = "Something hangs on it, or it moved, was held or was cancelled", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<CorrectMeeting>,
    Path(reference): Path<String>,
    Sent(sent): Sent<MeetingCorrection>,
) -> Result<axum::Json<MeetingShown>, Refusal> {
    let resource = desk.about(show::resource(&reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    let was = show::meeting(writer.reader(), &reference)?.symbol;
    let note = form::reason(&sent.note);
    let planned = form::read_plan(writer.reader().ground(), &sent.meeting);
    let corrected = match (planned, note) {
        (Ok(planned), Ok(note)) => Corrected { was, planned, note },
        (planned, note) => {
            let faults = planned.err().into_iter().flatten().chain(note.err()).collect();
            return Err(Refusal::Invalid(faults));
        }
    };
    Ok(axum::Json(MeetingShown::of(&enter(&writer, corrected).await?)))
}

async fn enter(writer: &Writer<CorrectMeeting>, corrected: Corrected) -> Result<Meeting, Refusal> {
    writer.append(move |entries| record(entries, corrected)).await
}

fn record(entries: &Entries<'_, MeetingEntry>, corrected: Corrected) -> Result<Meeting, Refusal> {
    // Asked again inside the transaction: something may have come to hang on it meanwhile.
    let now = entries.now();
    let meeting = queries::one(now, &corrected.was)?.ok_or(Refusal::NotFound)?;
    if let Some(key) = refusal(now, &meeting)? {
        return Err(Refusal::conflict(key));
    }
    let faults = plan::clashes(now, &corrected.planned, Some(&corrected.was))?;
    if !faults.is_empty() {
        return Err(Refusal::Invalid(faults));
    }
    let symbol = corrected.planned.symbol.clone();
    entries.append(&MeetingEntry::Corrected(corrected))?;
    queries::one(now, &symbol)?.ok_or(Refusal::NotFound)
}

/// Answers why a meeting can no longer be corrected, as a key; none where it can.
pub(super) fn refusal(now: &Connection, meeting: &Meeting) -> Result<Option<&'static str>, StoreError> {
    if meeting.standing != Standing::Planned {
        return Ok(Some("meetings-fault-not-planned"));
    }
    let symbol = &meeting.symbol;
    let hangs = !queries::children(now, symbol, true)?.is_empty()
        || papers::hang_on(now, symbol)?
        || decisions::hang_on(now, symbol)?
        || members::hang_on(now, symbol)?
        || sittings::hang_on(now, symbol)?
        || minutes::are_there(now, symbol)?;
    Ok(hangs.then_some("meetings-fault-hangs"))
}

fn markup(ground: &Puebla, visit: &Visit, meeting: &Meeting, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let path = format!("/meetings/{}", meeting.symbol.in_address());
    let note = Field::new("note", "meetings-correct-note").rows(2).max_length(TEXT_CHARS_MAX as u32);
    html! {
        h1 { (voice.t("meetings-correct")) }
        (fields::error_summary(voice, filled))
        p { strong { (pages::title(voice, meeting)) } }
        p { (voice.t("meetings-correct-about")) }
        (fields::form(&format!("{path}/correct"), visit.csrf(), html! {
            (form::plan_fields(ground, voice, filled))
            (fields::textarea(voice, filled, &note))
            (fields::submit_row(voice, "meetings-correct-send", Some(html! { a .button .plain href=(path) { (voice.t("form-cancel")) } })))
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
    async fn what_was_mistyped_is_corrected_and_stays_in_sight() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        let path = plan(&specimen, &coordinator, "RCM/VII").await;
        let mut right = called("RCM/VIII");
        right.retain(|(name, _)| *name != "first_on-day");
        right.extend([("first_on-day", "28"), ("note", "Symbol and first day")]);
        let corrected = specimen.post(&coordinator, &format!("{path}/correct"), &right).await;
        assert_eq!(path_of(corrected), "/meetings/RCM-VIII");
        assert_eq!(specimen.get(Some(&coordinator), &path).await.status, 404, "there is no seventh");
        let page = specimen.get(Some(&delegate(&specimen, "COL")), "/meetings/RCM-VIII").await.body;
        assert!(page.contains("RCM/VII,") && page.contains("Symbol and first day"), "{page}");
        // A correction is no slip.
        let token = coordinator_token(&specimen);
        let shown = api_get(&specimen, &token, "/api/v1/meetings/RCM-VIII").await.body;
        assert!(shown.contains("\"slip_days\":0") && shown.contains("\"planned_first_on\":\"2003-05-28\""), "{shown}");
    }

    #[tokio::test]
    async fn a_correction_must_fit_and_says_what_was_mistyped() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        let path = plan(&specimen, &coordinator, "RCM/VIII").await;
        let mut other = called("RCM/IX");
        other.retain(|(name, _)| *name != "number");
        other.push(("number", "9"));
        path_of(specimen.post(&coordinator, "/meetings/plan", &other).await);
        let correct = format!("{path}/correct");
        let mut wrong = other.clone();
        wrong.extend([("parent", "RCM/VIII"), ("note", "All")]);
        let answer = specimen.post(&coordinator, &correct, &wrong).await;
        assert_eq!(answer.status, 422);
        for field in ["symbol", "number", "parent"] {
            assert!(answer.body.contains(&format!("id=\"{field}-error\"")), "{field}");
        }
        let bare = specimen.post(&coordinator, &correct, &called("RCM/VIII")).await;
        assert!(bare.status == 422 && bare.body.contains("note-error"), "{}", bare.body);
        let member = delegate(&specimen, "MEX");
        assert_eq!(specimen.post(&member, &correct, &called("RCM/VIII")).await.status, 404);
        for language in ["en", "es", "fr"] {
            assert!(!crate::meetings::samples::shows_a_key(
                &get_in(&specimen, &coordinator, &correct, language).await.body,
                "meetings"
            ));
        }
    }

    #[tokio::test]
    async fn nothing_is_corrected_on_which_something_hangs() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        let path = plan(&specimen, &coordinator, "RCM/VIII").await;
        let (token, correct) = (coordinator_token(&specimen), format!("/api/v1{path}/correct"));
        let right = json!({ "note": "Title", "meeting": {
            "symbol": "RCM/VIII", "series": "RCM", "number": 8, "title_en": "Eighth", "title_es": "Octava", "host": "MEX",
            "first_on": "2003-05-29", "last_on": "2003-05-30", "zone": "America/Cancun", "place": "Arenal"
        } });
        let call = async || specimen.call(&token, Purpose::Secretariat, &correct, &right).await;
        assert_eq!(call().await.status, 200);
        let paper = json!({ "symbol": "RCM/VIII/1", "kind": "note", "title_en": "One", "original": "en", "class": "members",
            "meeting": "RCM/VIII" });
        assert_eq!(specimen.call(&token, Purpose::Secretariat, "/api/v1/papers", &paper).await.status, 201);
        let told = call().await;
        assert!(told.status == 409 && told.body.contains("hangs on this meeting"), "{}", told.body);
        assert_eq!(specimen.get(Some(&coordinator), &format!("{path}/correct")).await.status, 409);
        assert!(!specimen.get(Some(&coordinator), &path).await.body.contains("/correct\""));
        // What moved, was held or was cancelled is no matter of typing any more.
        let other = json!({ "symbol": "RCM/IX", "series": "RCM", "number": 9, "title_en": "N", "title_es": "N", "host": "MEX",
            "first_on": "2027-05-29", "last_on": "2027-05-30", "zone": "UTC", "place": "Arenal" });
        assert_eq!(specimen.call(&token, Purpose::Secretariat, "/api/v1/meetings", &other).await.status, 201);
        let moved = json!({ "standing": "moved", "first_on": "2027-06-01", "last_on": "2027-06-01" });
        let change = "/api/v1/meetings/RCM-IX/change";
        assert_eq!(specimen.call(&token, Purpose::Secretariat, change, &moved).await.status, 200);
        let late = json!({ "note": "Late", "meeting": other });
        let told = specimen.call(&token, Purpose::Secretariat, "/api/v1/meetings/RCM-IX/correct", &late).await;
        assert_eq!(told.status, 409, "{}", told.body);
    }
}
