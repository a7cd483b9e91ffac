//! The act "list the meetings": the latest first, fifty a page.

use axum::Json;
use base::access::Resource;
use base::desk::{Permitted, Reader};
use base::store::StoreError;
use base::web::tables::{Pager, pager};
use base::web::{Asked, Refusal, Visit};
use maud::{Markup, html};

use super::api::{MeetingShown, MeetingsPage};
use super::form::fault;
use super::meeting::Symbol;
use super::pages;
use super::permits::{ListMeetings, PlanMeeting};
use super::queries::{self, Meeting};

/// Meetings a page.
const PAGE_ROWS: usize = 50;

/// One page of the list, and whether there are more.
struct Turned {
    meetings: Vec<Meeting>,
    more: bool,
}

/// Shows the list.
pub(super) async fn page(desk: Permitted<ListMeetings>, visit: Visit, query: Asked) -> Result<Markup, Refusal> {
    // What an address names wrongly is left out: a list is no form to be corrected.
    let after = Symbol::from_address(query.0.typed("after")).ok();
    let may_plan = desk.ground().policy.allows::<PlanMeeting>(desk.caller(), &Resource::room());
    let reader = desk.open(Resource::room()).await?;
    let turned = turn(&reader, after.as_ref())?;
    let first: u64 = query.0.typed("row").parse().unwrap_or(1).clamp(1, 1 << 40);
    let voice = &visit.voice;
    let rows = turned.meetings.len() as u64;
    let next = turned.meetings.last().filter(|_| turned.more);
    let stand = Pager {
        from: first,
        to: first + rows.max(1) - 1,
        total: None,
        previous: after.as_ref().map(|_| "/meetings".to_owned()),
        next: next.map(|last| format!("/meetings?after={}&row={}", last.symbol.in_address(), first + rows)),
    };
    Ok(visit.page(
        "meetings-list",
        html! {
            h1 { (voice.t("meetings-list")) }
            p { (voice.t("meetings-list-about")) }
            @if may_plan { div .row { a .button href="/meetings/plan" { (voice.t("meetings-plan")) } } }
            (pages::meetings(voice, voice.t("meetings-list-caption").into_owned(), &turned.meetings))
            @if turned.more || after.is_some() { (pager(voice, &stand)) }
        },
    ))
}

/// Lists the meetings that one may see, the latest first.
#[utoipa::path(
    get,
    path = "/api/v1/meetings",
    operation_id = "list_meetings",
    tag = "meetings",
    params(("after" = Option<String>, Query, description = "The `next` of the page before")),
    responses((status = 200, description = "A page of up to fifty meetings", body = MeetingsPage))
)]
pub(super) async fn call(desk: Permitted<ListMeetings>, query: Asked) -> Result<Json<MeetingsPage>, Refusal> {
    let after = match query.0.typed("after") {
        "" => Ok(None),
        text => Symbol::from_address(text).map(Some).map_err(|_| fault("after", "meetings-fault-after")),
    };
    let reader = desk.open(Resource::room()).await?;
    let after = after.map_err(|fault| Refusal::Invalid(vec![fault]))?;
    let turned = turn(&reader, after.as_ref())?;
    let next = turned.meetings.last().filter(|_| turned.more).map(|last| last.symbol.in_address());
    Ok(Json(MeetingsPage { meetings: turned.meetings.iter().map(MeetingShown::of).collect(), next }))
}

/// Reads one row more than a page has: whether it is there says whether the list goes on.
fn turn(reader: &Reader<ListMeetings>, after: Option<&Symbol>) -> Result<Turned, StoreError> {
    let members_only = pages::sees_members_only(reader);
    let mut meetings =
        reader.ask(|now| queries::page(now, after, members_only, &reader.caller().confined, PAGE_ROWS + 1))?;
    let more = meetings.len() > PAGE_ROWS;
    meetings.truncate(PAGE_ROWS);
    Ok(Turned { meetings, more })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::api::MeetingsPage;
    use super::super::samples::*;
    use base::access::Purpose;
    use serde_json::json;

    #[tokio::test]
    async fn a_long_list_is_turned_to_its_end() {
        let specimen = specimen();
        let token = coordinator_token(&specimen);
        for number in 1..=52 {
            let sent = json!({
                "symbol": format!("LAG/{number}"), "series": "LAG", "number": number, "title_en": "T", "title_es": "T",
                "host": "PAN", "first_on": "2026-05-20", "last_on": "2026-05-20", "zone": "UTC", "place": "Arenal"
            });
            assert_eq!(specimen.call(&token, Purpose::Secretariat, "/api/v1/meetings", &sent).await.status, 201);
        }
        let reader = delegate(&specimen, "COL");
        let first = specimen.get(Some(&reader), "/meetings").await.body;
        let next = first.split("rel=\"next\"").next().unwrap().rsplit("href=\"").next().unwrap();
        let next = next.split('"').next().unwrap().replace("&amp;", "&");
        assert!(next.starts_with("/meetings?after="), "{next}");
        let second = specimen.get(Some(&reader), &next).await.body;
        let rows = |page: &str| page.matches("<th scope=\"row\">").count();
        assert_eq!((rows(&first), rows(&second)), (50, 2));
        assert!(!first.contains("/meetings/plan"), "who may not write one down is not offered it");
        let page: MeetingsPage =
            serde_json::from_str(&api_get(&specimen, &token, "/api/v1/meetings").await.body).unwrap();
        assert_eq!(page.meetings.len(), 50);
        let next = api_get(&specimen, &token, &format!("/api/v1/meetings?after={}", page.next.unwrap())).await;
        let rest: MeetingsPage = serde_json::from_str(&next.body).unwrap();
        assert_eq!((rest.meetings.len(), rest.next), (2, None));
        assert_eq!(api_get(&specimen, &token, "/api/v1/meetings?after=x").await.status, 422);
    }

    #[tokio::test]
    async fn a_meeting_kept_for_members_is_no_place_in_an_observers_list() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        for (symbol, number, month, members_only) in
            [("RCM/VIII", "8", "5", ""), ("RCM/IX", "9", "6", "yes"), ("RCM/X", "10", "7", "")]
        {
            let mut fields = called(symbol);
            fields.retain(|(name, _)| !name.ends_with("_on-month") && *name != "number");
            fields.extend([("number", number), ("first_on-month", month), ("last_on-month", month)]);
            fields.extend([("members_only", members_only)]);
            path_of(specimen.post(&coordinator, "/meetings/plan", &fields).await);
        }
        let token = |state: &str, name: &str| {
            specimen.token(&specimen.enrol(state, name, &["delegate"]), &[Purpose::Secretariat])
        };
        let (observer, member) = (token("COL", "col.places"), token("MEX", "mex.places"));
        let after = async |token: &str, place: &str| {
            api_get(&specimen, token, &format!("/api/v1/meetings?after={place}")).await.body
        };
        assert!(after(&member, "RCM-IX").await.contains("RCM/VIII"), "for members it is a place");
        assert_eq!(after(&observer, "RCM-IX").await, after(&observer, "RCM-XX").await);
    }
}
