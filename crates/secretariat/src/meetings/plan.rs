//! The act "write down that a meeting is called": form, entry; the same as one call of the API.

use axum::response::{IntoResponse, Response};
use base::access::Resource;
use base::desk::{Entries, Permitted, Writer};
use base::ground::Puebla;
use base::web::{Filled, InputFault, Posted, Problem, Refusal, Sent, Visit, fields, see_other};
use maud::{Markup, html};

use super::api::{MeetingShown, NewMeeting};
use super::entries::{MeetingEntry, Planned};
use super::form::{self, fault};
use super::meeting::Symbol;
use super::permits::PlanMeeting;
use super::queries::{self, Meeting};

/// Shows the form.
pub(super) async fn page(desk: Permitted<PlanMeeting>, visit: Visit) -> Result<Markup, Refusal> {
    let reader = desk.open_with_outcome(Resource::room(), "form").await?;
    let zone = reader.ground().identity.profile().zone.clone();
    Ok(visit.page("meetings-plan", markup(reader.ground(), &visit, &Filled::new().with("zone", zone))))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<PlanMeeting>,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let ground = desk.ground().clone();
    let Some(planned) = form::typed_plan(&ground, &visit.voice, &mut filled) else {
        desk.open_with_outcome(Resource::room(), "form").await?;
        return Ok(visit.refused_page("meetings-plan", markup(&ground, &visit, &filled)).into_response());
    };
    match enter(desk, planned).await {
        Ok(meeting) => Ok(see_other(&format!("/meetings/{}?done=planned", meeting.symbol.in_address()))),
        Err(Refusal::Invalid(faults)) => {
            form::refuse(&visit.voice, &mut filled, &faults);
            Ok(visit.refused_page("meetings-plan", markup(&ground, &visit, &filled)).into_response())
        }
        Err(refusal) => Err(refusal),
    }
}

/// Writes down that a meeting is called.
#[utoipa::path(
    post,
    path = "/api/v1/meetings",
    operation_id = "plan_meeting",
    tag = "meetings",
    request_body = NewMeeting,
    responses(
        (
            status = 201,
            description = "Written down; the header Location leads to it",
            body = MeetingShown,
            links(
                ("meeting" = (operation_id = "show_meeting", parameters(("reference" = "$response.body#/reference")))),
                ("change" = (operation_id = "change_meeting", parameters(("reference" = "$response.body#/reference"))))
            )
        ),
        (status = 422, description = "Something in it cannot be used, or the meeting is written down already", body = Problem)
    )
)]
pub(super) async fn call(desk: Permitted<PlanMeeting>, Sent(sent): Sent<NewMeeting>) -> Result<Response, Refusal> {
    let planned = match form::read_plan(desk.ground(), &sent) {
        Ok(planned) => planned,
        Err(faults) => {
            desk.open_with_outcome(Resource::room(), "form").await?;
            return Err(Refusal::Invalid(faults));
        }
    };
    let meeting = enter(desk, planned).await?;
    let place = [(axum::http::header::LOCATION, format!("/api/v1/meetings/{}", meeting.symbol.in_address()))];
    Ok((axum::http::StatusCode::CREATED, place, axum::Json(MeetingShown::of(&meeting))).into_response())
}

async fn enter(desk: Permitted<PlanMeeting>, planned: Planned) -> Result<Meeting, Refusal> {
    let writer = desk.open_to_write(Resource::room_about(planned.symbol.to_string())).await?;
    writer.append(move |entries| record(entries, planned)).await
}

/// Writes down that a meeting is called, from a thread of its own; answers the meeting.
///
/// Errors: `Invalid` with every fault, also where the meeting is written down already.
pub fn plan_meeting(writer: &Writer<PlanMeeting>, new: &NewMeeting) -> Result<MeetingShown, Refusal> {
    let planned = form::read_plan(writer.reader().ground(), new).map_err(Refusal::Invalid)?;
    let meeting = writer.append_blocking(move |entries| record(entries, planned))?;
    Ok(MeetingShown::of(&meeting))
}

fn record(entries: &Entries<'_, MeetingEntry>, planned: Planned) -> Result<Meeting, Refusal> {
    let faults = clashes(entries.now(), &planned, None)?;
    if !faults.is_empty() {
        return Err(Refusal::Invalid(faults));
    }
    let symbol = planned.symbol.clone();
    entries.append(&MeetingEntry::Planned(planned))?;
    queries::one(entries.now(), &symbol)?.ok_or(Refusal::NotFound)
}

/// Answers what other meetings have against this one; `itself` is the symbol under which it is entered already.
pub(super) fn clashes(
    now: &rusqlite::Connection,
    planned: &Planned,
    itself: Option<&Symbol>,
) -> Result<Vec<InputFault>, base::store::StoreError> {
    let mut faults = Vec::new();
    let other = |symbol: &Symbol| Some(symbol) != itself;
    if other(&planned.symbol) && queries::one(now, &planned.symbol)?.is_some() {
        faults.push(fault("symbol", "meetings-fault-symbol-known"));
    }
    if queries::numbered(now, &planned.series, planned.number)?.is_some_and(|known| other(&known)) {
        faults.push(fault("number", "meetings-fault-number-known"));
    }
    if let Some(parent) = &planned.parent
        && (!other(parent) || *parent == planned.symbol || queries::one(now, parent)?.is_none())
    {
        faults.push(fault("parent", "meetings-fault-parent-unknown"));
    }
    Ok(faults)
}

fn markup(ground: &Puebla, visit: &Visit, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    html! {
        h1 { (voice.t("meetings-plan")) }
        (fields::error_summary(voice, filled))
        p { (voice.t("meetings-plan-about")) }
        (fields::form("/meetings/plan", visit.csrf(), html! {
            (form::plan_fields(ground, voice, filled))
            (fields::submit_row(voice, "meetings-plan-send", Some(html! { a .button .plain href="/meetings" { (voice.t("form-cancel")) } })))
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
    async fn a_meeting_that_is_called_is_read_by_delegates_of_members_and_observers() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        let path = plan(&specimen, &coordinator, "RCM/VIII").await;
        assert_eq!(path, "/meetings/RCM-VIII");
        for state in ["MEX", "COL"] {
            let page = specimen.get(Some(&delegate(&specimen, state)), &path).await;
            assert_eq!(page.status, 200);
            assert!(page.body.contains("RCM/VIII") && page.body.contains("Eighth specimen meeting"), "{}", page.body);
        }
        let officer = specimen.signed_in("MEX", "border_officer", Purpose::BorderControl);
        assert_eq!(specimen.get(Some(&officer), &path).await.status, 404);
    }

    #[tokio::test]
    async fn only_the_coordinator_writes_one_down() {
        let specimen = specimen();
        let delegate = delegate(&specimen, "MEX");
        assert_eq!(specimen.get(Some(&delegate), "/meetings/plan").await.status, 404);
        assert_eq!(specimen.post(&delegate, "/meetings/plan", &called("RCM/VIII")).await.status, 404);
        assert_eq!(specimen.get(Some(&delegate), "/meetings/RCM-VIII").await.status, 404);
    }

    #[tokio::test]
    async fn what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        let wrong = [
            ("symbol", "eight"),
            ("number", "0"),
            ("title_en", "Kept title"),
            ("host", "COL"),
            ("first_on-day", "31"),
            ("first_on-month", "2"),
            ("first_on-year", "2003"),
            ("zone", "Mars/Base"),
        ];
        let answer = specimen.post(&coordinator, "/meetings/plan", &wrong).await;
        assert_eq!(answer.status, 422);
        for field in ["symbol", "series", "number", "title_es", "host", "first_on", "last_on", "zone", "place"] {
            assert!(answer.body.contains(&format!("id=\"{field}-error\"")), "{field}");
        }
        assert!(answer.body.contains("value=\"Kept title\"") && answer.body.contains("value=\"31\""));
        let mut backwards = called("RCM/VIII");
        backwards.retain(|(name, _)| *name != "last_on-day");
        backwards.push(("last_on-day", "28"));
        assert!(specimen.post(&coordinator, "/meetings/plan", &backwards).await.body.contains("last_on-error"));
    }

    #[tokio::test]
    async fn a_symbol_and_a_number_are_given_once_and_a_parent_must_be_there() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        plan(&specimen, &coordinator, "RCM/VIII").await;
        let again = specimen.post(&coordinator, "/meetings/plan", &called("RCM/VIII")).await;
        assert_eq!(again.status, 422);
        assert!(again.body.contains("symbol-error") && again.body.contains("number-error"));
        let mut orphan = called("RCGM/I");
        orphan.extend([("parent", "RCM/IX")]);
        assert!(specimen.post(&coordinator, "/meetings/plan", &orphan).await.body.contains("parent-error"));
    }

    #[tokio::test]
    async fn a_machine_writes_one_down_as_a_person_does() {
        let specimen = specimen();
        let token = coordinator_token(&specimen);
        let sent = json!({
            "symbol": "RCM/IX", "series": "RCM", "number": 9, "title_en": "Ninth", "title_es": "Novena", "host": "PAN",
            "first_on": "2026-05-20", "last_on": "2026-05-21", "zone": "America/Panama", "place": "Arenal"
        });
        let answer = specimen.call(&token, Purpose::Secretariat, "/api/v1/meetings", &sent).await;
        assert_eq!(answer.status, 201, "{}", answer.body);
        assert_eq!(answer.headers["location"], "/api/v1/meetings/RCM-IX");
        let again = specimen.call(&token, Purpose::Secretariat, "/api/v1/meetings", &sent).await;
        assert!(again.status == 422 && again.body.contains("\"symbol-known\""), "{}", again.body);
        let wrong = json!({ "symbol": "RCM/X", "series": "RCM", "number": 10, "title_en": "T", "title_es": "T",
            "host": "PAN", "first_on": "20 May", "last_on": "2026-05-21", "zone": "", "place": "" });
        let answer = specimen.call(&token, Purpose::Secretariat, "/api/v1/meetings", &wrong).await;
        assert!(answer.body.contains("\"day\"") && answer.body.contains("\"zone\""), "{}", answer.body);
    }
}
