//! The same for machines of one's own State: its list, one alert, writing one down, taking one back.
//!
//! Nothing that leaves here holds a reason, an action, an offence or a decision (G-19): they go in and do not come out. Putting an
//! alert in force is two people's work on a page, and no machine's.

use axum::Json;
use axum::extract::Path;
use axum::http::{HeaderName, StatusCode, header};
use base::access::Resource;
use base::desk::Permitted;
use base::web::{Asked, Problem, Refusal, Sent};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::coded::Ending;
use super::draft::{self, Numbering, of_child};
use super::handling::{self, Handling, HandlingShown};
use super::matches::api as matches;
use super::permits::{DraftAlert, ListAlerts, ShowAlert, WithdrawAlert};
use super::queries::{self, Alert, PAGE_ROWS};
use super::text::Subject;
use super::typed::PersonAlertSent;
use super::withdraw;
use super::{found, front, today};

/// The room's part of the OpenAPI document.
#[derive(OpenApi)]
#[openapi(
    paths(
        front::call,
        list,
        show,
        write_down,
        take_back,
        matches::waiting,
        matches::ask,
        matches::agree,
        matches::open_it,
        matches::hand_it_on,
        matches::answer
    ),
    components(schemas(Problem))
)]
pub(super) struct Api;

/// An alert of one's own State: of whom, and where it stands.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct PersonAlertShown {
    /// Its reference, as `RCM-A-2026-0007`.
    pub reference: String,
    /// Code of the category.
    pub category: String,
    /// `draft`, `proposed`, `active` or `withdrawn`: where its latest version stands.
    pub standing: String,
    /// Whether a version of it is in force today.
    pub in_force: bool,
    /// The day from which it is in force no longer, or kept no longer where it never was.
    pub ends_on: String,
    /// Given names.
    pub given: String,
    /// First or only surname.
    pub paternal: String,
    /// Second surname.
    pub maternal: String,
    /// Birth, as well as it is known.
    pub born: String,
    /// `F`, `M`, `X` or `unknown`.
    pub sex: String,
    /// What may not be done with what it says; absent where nothing is restricted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handling: Option<HandlingShown>,
}

/// A page of one's own State's alerts, the last changed first.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct PersonAlertPage {
    /// Up to 50 alerts.
    pub alerts: Vec<PersonAlertShown>,
    /// What to send as `before` for the next page; absent at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<u64>,
}

/// Why an alert is taken back.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "ending": "achieved" }))]
pub struct PersonAlertEnding {
    /// `achieved`, `mistaken`, `lifted` or `excessive`.
    pub ending: String,
}

/// Lists one's own State's alerts on people, the last changed first. Nothing of the sealed part.
#[utoipa::path(
    get,
    path = "/api/v1/alerts",
    operation_id = "list_person_alerts",
    tag = "alerts",
    params(("before" = Option<u64>, Query, description = "`next` of the page before")),
    responses(
        (status = 200, description = "Up to 50 alerts", body = PersonAlertPage),
        (status = 422, description = "`before` is no number", body = Problem)
    )
)]
pub(super) async fn list(
    permitted: Permitted<ListAlerts>,
    Asked(asked): Asked,
) -> Result<Json<PersonAlertPage>, Refusal> {
    let reader = permitted.open(Resource::room()).await?;
    let before = match asked.chosen("before").next() {
        None => None,
        Some(text) => {
            let place: Option<u64> = text.parse().ok().filter(|place| i64::try_from(*place).is_ok());
            Some(place.ok_or_else(|| Refusal::field("before", "no-such-code", "alerts-fault-code"))?)
        }
    };
    let (state, child, day) = (reader.caller().state, of_child(reader.caller()), today(reader.now()));
    let mut listed = reader.ask(|connection| queries::list(connection, state, child, before, day))?;
    let more = listed.len() > PAGE_ROWS;
    listed.truncate(PAGE_ROWS);
    let next = listed.last().filter(|_| more).map(|row| row.place);
    let alerts =
        listed.iter().map(|row| PersonAlertShown::of(&row.alert, &row.subject, row.handling.clone(), day)).collect();
    Ok(Json(PersonAlertPage { alerts, next }))
}

/// Answers one alert of one's own State. Nothing of the sealed part.
#[utoipa::path(
    get,
    path = "/api/v1/alerts/{reference}",
    operation_id = "show_person_alert",
    tag = "alerts",
    params(("reference" = String, Path, description = "The alert's reference, as RCM-A-2026-0007")),
    responses(
        (status = 200, description = "Of whom, and where it stands", body = PersonAlertShown),
        (status = 404, description = "No such alert of one's own State", body = Problem)
    )
)]
pub(super) async fn show(
    permitted: Permitted<ShowAlert>,
    Path(reference): Path<String>,
) -> Result<Json<PersonAlertShown>, Refusal> {
    let resource = found::own(&permitted, &reference).await?;
    let reader = permitted.open(resource).await?;
    let alert = found::alert(&reader, &reference)?;
    let version = found::version(&reader, &alert, alert.version)?;
    let handling = handling::shown::read(&reader, alert.id, alert.version)?;
    Ok(Json(PersonAlertShown::of(&alert, &version.subject, handling, today(reader.now()))))
}

/// Writes an alert down as a draft. Two people put it in force, on its page.
#[utoipa::path(
    post,
    path = "/api/v1/alerts",
    operation_id = "draft_person_alert",
    tag = "alerts",
    request_body = PersonAlertSent,
    responses(
        (
            status = 201,
            description = "Written down; `Location` leads to it",
            body = PersonAlertShown,
            links(("alert" = (operation_id = "show_person_alert", parameters(("reference" = "$response.body#/reference")))))
        ),
        (status = 409, description = "Switched off for this State and category, or on the same person already", body = Problem),
        (status = 422, description = "Every fault by its field", body = Problem)
    )
)]
pub(super) async fn write_down(
    permitted: Permitted<DraftAlert>,
    Sent(sent): Sent<PersonAlertSent>,
) -> Result<(StatusCode, [(HeaderName, String); 1], Json<PersonAlertShown>), Refusal> {
    let own = draft::desk(permitted.caller());
    let writer = permitted.open_to_write(own).await?;
    let now = writer.reader().now();
    let (category, text) = sent.read(today(now)).map_err(Refusal::Invalid)?;
    let numbering = Numbering::at(&writer.reader().ground().identity.profile(), now);
    let reference = writer.append(move |entries| draft::draft(entries, &numbering, category, text)).await?;
    let alert = found::alert(writer.reader(), &reference)?;
    let version = found::version(writer.reader(), &alert, alert.version)?;
    let handling = handling::shown::read(writer.reader(), alert.id, alert.version)?;
    let location = [(header::LOCATION, format!("/api/v1/alerts/{reference}"))];
    Ok((StatusCode::CREATED, location, Json(PersonAlertShown::of(&alert, &version.subject, handling, today(now)))))
}

/// Takes an alert of one's own State back. It is in force no longer from then on.
#[utoipa::path(
    post,
    path = "/api/v1/alerts/{reference}/withdraw",
    operation_id = "withdraw_person_alert",
    tag = "alerts",
    params(("reference" = String, Path, description = "The alert's reference")),
    request_body = PersonAlertEnding,
    responses(
        (status = 204, description = "Taken back"),
        (status = 404, description = "No such alert of one's own State", body = Problem),
        (status = 409, description = "It has ended already; or it is another State's, to which this can be proposed", body = Problem),
        (status = 422, description = "No such reason", body = Problem)
    )
)]
pub(super) async fn take_back(
    permitted: Permitted<WithdrawAlert>,
    Path(reference): Path<String>,
    Sent(sent): Sent<PersonAlertEnding>,
) -> Result<StatusCode, Refusal> {
    let (permitted, resource) = found::own_to_change(permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let ending = Ending::read(&sent.ending)
        .ok_or_else(|| Refusal::field("ending", "no-such-code", "alerts-fault-missing-ending"))?;
    let id = found::alert(writer.reader(), &reference)?.id;
    writer.append(move |entries| withdraw::withdraw(entries, id, ending)).await?;
    Ok(StatusCode::NO_CONTENT)
}

impl PersonAlertShown {
    fn of(alert: &Alert, subject: &Subject, handling: Option<Handling>, today: Date) -> Self {
        PersonAlertShown {
            reference: alert.reference.clone(),
            category: alert.category.code().to_owned(),
            standing: alert.life.standing.code().to_owned(),
            in_force: alert.life.in_force(today),
            ends_on: alert.life.ends_on().to_string(),
            given: subject.given.clone(),
            paternal: subject.paternal.clone(),
            maternal: subject.maternal.clone(),
            born: subject.born.to_string(),
            sex: subject.sex.code().to_owned(),
            handling: handling.map(HandlingShown::of),
        }
    }
}
