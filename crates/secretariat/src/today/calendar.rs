//! The act "take it as a calendar": meetings and deadlines of one's own party, for the program that holds one's days.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use base::access::Resource;
use base::desk::{Permitted, Reader};
use base::identity::PartyKind;
use base::web::{Problem, Refusal, Visit};
use base::words::Language;
use conference::calendar::{Entry, Feed, Kind, Todo, feed};
use conference::language::TextLanguage;
use journal::StateCode;
use utoipa::OpenApi;

use super::permits::TakeCalendar;
use super::show::asked;
use super::waiting::{Asked, Waiting, When};
use crate::{comments, evaluations, exercises, meetings, obligations, silence};

/// How far ahead a calendar looks, in days.
const AHEAD_DAYS: i64 = 3_660;

/// From when the seconds are counted by which entries are told from what they were: 1 January 2026. A calendar counts to 2^31.
const REVISIONS_FROM_S: i64 = 1_767_225_600;

/// Hands the calendar of one's own party over.
pub(super) async fn page(desk: Permitted<TakeCalendar>, visit: Visit) -> Result<Response, Refusal> {
    let reader = desk.open(Resource::room()).await?;
    let party = reader.caller().state;
    Ok(file(party, calendar(&reader, party, visit.voice.language)?))
}

/// Hands a delegation's calendar over.
#[utoipa::path(
    get,
    path = "/api/v1/today/calendar",
    operation_id = "take_calendar",
    tag = "today",
    params(
        ("delegation" = Option<String>, Query, description = "Code of the party; one's own where none is named. Only the coordinator may name another"),
        ("language" = Option<String>, Query, description = "`en`, `es` or `fr`; left out, `en`")
    ),
    responses(
        (status = 200, description = "RFC 5545; docs/formats/calendar.md", body = String, content_type = "text/calendar"),
        (status = 422, description = "No such party or language", body = Problem)
    )
)]
pub(super) async fn call(desk: Permitted<TakeCalendar>, query: base::web::Asked) -> Result<Response, Refusal> {
    let reader = desk.open(Resource::room()).await?;
    let language = query.0.chosen("language").next().map_or(Some(Language::En), Language::parse);
    let language = language.ok_or_else(|| Refusal::field("language", "language", "today-fault-language"))?;
    let party = match query.0.chosen("delegation").next() {
        Some(code) => code.parse().map_err(|_| unknown())?,
        None => reader.caller().state,
    };
    Ok(file(party, calendar(&reader, party, language)?))
}

/// Answers the calendar of a delegation: meetings, and what the party owes.
///
/// Errors: `Invalid` where there is no such party, or whoever asks belongs to another and does not coordinate.
pub fn calendar(reader: &Reader<TakeCalendar>, party: StateCode, language: Language) -> Result<String, Refusal> {
    let profile = reader.ground().identity.profile();
    let own = asked(reader, AHEAD_DAYS);
    let kind = profile.parties.get(&party).map(|party| party.kind).ok_or_else(unknown)?;
    let asked = match party == own.party {
        true => own,
        false if own.coordinates => {
            Asked { party, coordinates: false, presides: false, sees_members_only: kind == PartyKind::Member, ..own }
        }
        false => return Err(unknown()),
    };
    let (meetings, duties) = reader.ask(|now| {
        let mut duties = obligations::waiting(now, &asked)?;
        duties.extend(silence::waiting(now, &asked)?);
        duties.extend(comments::waiting(now, &asked)?);
        duties.extend(evaluations::waiting(now, &asked)?);
        duties.extend(exercises::in_calendar(now)?);
        Ok((meetings::in_calendar(now, &asked)?, duties))
    })?;
    let (words, origin) = (&reader.ground().words, reader.ground().settings.origin.as_ref());
    let name = reader.ground().identity.party_name(party, language);
    let tongue = match language {
        Language::En => TextLanguage::English,
        Language::Es => TextLanguage::Spanish,
        Language::Fr => TextLanguage::French,
    };
    Ok(feed(&Feed {
        name: words.text(language, "today-calendar-name", &[("party", name.into())]).into_owned(),
        language: tongue,
        domain: format!("{}.puebla.invalid", profile.code.to_lowercase()),
        entries: meetings
            .iter()
            .map(|(meeting, cancelled)| (meeting, *cancelled))
            .chain(duties.iter().map(|duty| (duty, false)))
            .filter_map(|(thing, cancelled)| {
                let entry = entry(thing, cancelled, tongue)?;
                let kind = words.text(language, thing.kind_key, &[]).into_owned();
                let address = origin.map(|origin| format!("{}{}", origin.address(), thing.address));
                Some(Entry { description: Some(kind), address, ..entry })
            })
            .collect(),
    }))
}

fn unknown() -> Refusal {
    Refusal::field("delegation", "delegation", "today-fault-delegation")
}

fn file(party: StateCode, text: String) -> Response {
    let name = format!("attachment; filename=\"puebla-{party}.ics\"");
    ([(CONTENT_TYPE, "text/calendar; charset=utf-8".to_owned()), (CONTENT_DISPOSITION, name)], text).into_response()
}

fn entry(thing: &Waiting, cancelled: bool, language: TextLanguage) -> Option<Entry> {
    let todo = thing.done_at.map_or(Todo::Open, |at| Todo::Done { at });
    let kind = match &thing.when {
        When::DueOn(on) => Kind::DueOn { on: *on, todo },
        When::DueAt(at) => Kind::DueAt { at: *at, todo },
        When::Days { from, to, place, .. } => {
            Kind::Days { from: *from, to: *to, place: Some(place.clone()), cancelled }
        }
        When::Open => return None,
    };
    let what = if language == TextLanguage::Spanish { &thing.what_es } else { &thing.what_en };
    // A calendar that has the entry takes the one that changed later.
    let revision = (thing.changed_at.as_second() - REVISIONS_FROM_S).clamp(0, i64::from(i32::MAX));
    let revision = u32::try_from(revision).unwrap_or_default();
    Some(Entry {
        id: thing.id.clone(),
        revision,
        changed_at: thing.changed_at,
        summary: what.clone(),
        description: None,
        address: None,
        kind,
    })
}

/// Answers this room's part of the OpenAPI document.
pub(super) fn api() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(call))]
    struct Described;
    Described::openapi()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use base::access::Purpose;
    use base::specimen::PASSWORD;
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;

    use crate::decisions::samples::*;

    #[tokio::test]
    async fn a_delegation_takes_its_own_calendar_and_the_coordinator_that_of_each() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        held(&specimen, &coordinator).await;
        decide(&specimen, &coordinator, "15").await;
        let page = specimen.get(Some(&delegate(&specimen, "MEX")), "/today/calendar").await;
        assert_eq!(page.headers["content-type"], "text/calendar; charset=utf-8");
        assert!(
            page.body.contains("BEGIN:VEVENT")
                && page.body.contains("BEGIN:VTODO")
                && page.body.contains("DUE;VALUE=DATE:20030830"),
            "{}",
            page.body
        );
        assert!(page.body.contains("DESCRIPTION"), "what each is, beside its title: {}", page.body);
        let ask = async |user: &str, delegation: &str| {
            let token = specimen.token(user, &[Purpose::Secretariat]);
            let request = axum::http::Request::get(format!("/api/v1/today/calendar?delegation={delegation}"))
                .header("authorization", format!("Bearer {token}"))
                .header("puebla-purpose", "secretariat");
            specimen.send(request.body(axum::body::Body::empty()).unwrap()).await
        };
        let user = specimen.enrol("XSV", "xsv.calendar", &["coordinator"]);
        assert_eq!(ask(&user, "MEX").await.body, page.body, "the same entries, whoever asks");
        assert!(!ask(&user, "COL").await.body.contains("VTODO"), "an observer owes nothing here");
        assert_eq!(ask(&user, "ZZZ").await.status, 422);
        let member = specimen.enrol("GTM", "gtm.calendar", &["delegate"]);
        assert_eq!(ask(&member, "MEX").await.status, 422, "another State's");
        assert_eq!(ask(&member, "GTM").await.status, 200);
    }

    #[tokio::test]
    async fn a_telephone_reads_the_calendar_with_a_token_that_opens_nothing_else() {
        let specimen = specimen();
        held(&specimen, &coordinator(&specimen)).await;
        specimen.with_password("MEX", "mex.phone", &["delegate"]);
        let secret = specimen.with_codes("mex.phone");
        let mut browser = specimen.browser();
        browser.sign_in("mex.phone", Some(&secret)).await;
        specimen.clock.advance(jiff::SignedDuration::from_secs(30));
        let code = secret.code(specimen.clock.now());
        assert!(browser.get("/account/tokens").await.body.contains("name=\"opens\""));
        let unread = [("name", "Telephone"), ("opens", "fed"), ("days", "90"), ("purposes", "secretariat")];
        let unread = browser.post("/account/tokens", &unread).await;
        assert!(
            unread.status == 422 && unread.body.contains("opens-error"),
            "no wide token by a slip: {}",
            unread.body
        );
        let form =
            [("name", "Telephone"), ("opens", "calendar"), ("days", "90"), ("password", PASSWORD), ("code", &code)];
        let made = browser.post("/account/tokens", &form).await.body;
        assert!(made.contains("/api/v1/today/calendar?language=en"), "{made}");
        let token = made.split("class=\"mono secret\">").nth(1).unwrap().split('<').next().unwrap();
        let basic = |password: &str| format!("Basic {}", STANDARD.encode(format!("anybody:{password}")));
        let ask = async |path: &str, shown: &str| {
            let request = axum::http::Request::get(path).header("authorization", shown);
            let request = request.header("puebla-purpose", "secretariat");
            specimen.send(request.body(axum::body::Body::empty()).unwrap()).await
        };
        let feed = "/api/v1/today/calendar";
        let read = ask(&format!("{feed}?language=es"), &basic(token)).await;
        assert!(read.status == 200 && read.body.contains("BEGIN:VEVENT"), "{}", read.body);
        assert_eq!(
            ask(&format!("{feed}?delegation=GTM"), &basic(token)).await.status,
            422,
            "another's stays another's"
        );
        let wide = specimen.token("mex.phone", &[Purpose::Secretariat]);
        let bearer = |token: &str| format!("Bearer {token}");
        assert_eq!(ask(feed, &bearer(&wide)).await.status, 200);
        let refused = ask(feed, &basic(&wide)).await;
        let schemes: Vec<_> = refused.headers.get_all("www-authenticate").iter().collect();
        assert_eq!(refused.status, 401, "what opens everything is not kept in a calendar");
        assert_eq!(schemes, ["Basic realm=\"Puebla\", charset=\"UTF-8\"", "Bearer"]);
        for (path, shown) in [
            ("/api/v1/meetings", basic(token)),
            ("/api/v1/meetings", bearer(token)),
            (feed, bearer(token)),
            (feed, basic("")),
        ] {
            assert_eq!(ask(path, &shown).await.status, 401, "{path} {shown}");
        }
        assert_eq!(ask("/today/calendar", &basic(token)).await.status, 303, "pages ask for a session");
        assert_eq!(specimen.log_acts().iter().filter(|act| act.starts_with("today.calendar")).count(), 3);
    }
}
