//! The same for machines: published alerts, one alert, and handing one in.

use axum::Json;
use axum::extract::Path;
use axum::http::{HeaderName, StatusCode, header};
use base::access::Resource;
use base::desk::{Permitted, Reader};
use base::web::{Asked, Filled, Problem, Refusal, Sent};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::alert::{AlertText, Point};
use super::coded::FraudClass;
use super::fitting::today;
use super::permits::{ListAlerts, ShowAlert, SubmitAlert};
use super::queries::{Alert, Version};
use super::search::{self, Filter, Listed};
use super::submit::{Numbering, hand_in};
use super::typed::{Typed, TypedPoint};
use super::{found, queries};
use crate::document::issuing_state;

/// The room's part of the OpenAPI document.
#[derive(OpenApi)]
#[openapi(paths(list, show, submit), components(schemas(Problem)))]
struct Api;

/// Answers the room's part of the OpenAPI document.
pub(super) fn api() -> utoipa::openapi::OpenApi {
    Api::openapi()
}

/// An alert as it is handed in.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "fraud_class": "forgery", "kind": "passport", "issuer": "UTO", "pattern": "K9#######",
    "points": [{ "level": 1, "place": "foto", "es": "La foto está pegada encima. (ficticio)" }],
    "documents_seen": 3, "first_seen": "2026-01", "detected_border": "air", "detected_in": "PAN", "language": "es"
}))]
pub struct AlertSent {
    /// `counterfeit`, `forgery`, `pseudo`, `stolen_blank`, `fraudulently_obtained`, `impostor`, `lost_or_stolen_misuse` or
    /// `unknown`.
    pub fraud_class: String,
    /// Codes of techniques, such as `photo_substitution`.
    #[serde(default)]
    pub techniques: Vec<String>,
    /// Kind of document, such as `passport`.
    pub kind: String,
    /// Three letters of the issuing State.
    pub issuer: String,
    /// Series: `#` a digit, `@` a letter, `?` either, two of these at least; absent for all numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
    /// 1 to 12 points of detection, the most telling first.
    pub points: Vec<PointSent>,
    /// How many such documents have been met.
    pub documents_seen: u32,
    /// Month of the first, `YYYY-MM`.
    pub first_seen: String,
    /// `air`, `land`, `sea`, `inland`, `consulate` or `mail`.
    pub detected_border: String,
    /// Three letters of the State in which they were met.
    pub detected_in: String,
    /// The language every point is written in: `en`, `es` or `fr`.
    pub language: String,
}

/// One point of detection.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PointSent {
    /// 1 eyes and fingers, 2 a lens or a lamp, 3 a laboratory.
    pub level: u8,
    /// Where on the document, in a few words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
    /// Spanish.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub es: Option<String>,
    /// French.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fr: Option<String>,
}

/// An alert as it stands.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct AlertAnswer {
    /// Its reference, as `RCM-2026-0041`.
    pub reference: String,
    /// `submitted`, `returned`, `confirmed`, `published`, `superseded`, `withdrawn` or `retracted`.
    pub standing: String,
    /// Number of the version below.
    pub version: u32,
    /// The State that reports it.
    pub reported_by: String,
    /// The State whose expert confirmed this version.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirmed_by: Option<String>,
    /// When this version was published, or else written: RFC 3339.
    pub at: String,
    /// Day from which a review is due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review_on: Option<String>,
    /// What it says.
    #[serde(flatten)]
    pub text: AlertSent,
}

/// A page of published alerts, the last published first.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct AlertPage {
    /// Up to 50 alerts.
    pub alerts: Vec<AlertAnswer>,
    /// What to send as `after` for the next page; absent at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<u64>,
}

/// Lists published alerts in force.
#[utoipa::path(
    get,
    path = "/api/v1/documents",
    operation_id = "list_alerts",
    tag = "documents",
    params(
        ("after" = Option<u64>, Query, description = "`next` of the page before"),
        ("fraud_class" = Option<String>, Query, description = "Code of a class of fraud"),
        ("kind" = Option<String>, Query, description = "Code of a kind of document"),
        ("issuer" = Option<String>, Query, description = "Three letters of the issuing State"),
        ("words" = Option<String>, Query, description = "A text among the points of detection")
    ),
    responses(
        (status = 200, description = "Up to 50 alerts, the last published first", body = AlertPage),
        (status = 422, description = "A code that is in no list", body = Problem)
    )
)]
pub(super) async fn list(permitted: Permitted<ListAlerts>, Asked(asked): Asked) -> Result<Json<AlertPage>, Refusal> {
    let (filter, after) = sought(&asked)?;
    let reader = permitted.open(Resource::room()).await?;
    let day = today(reader.now());
    let page = reader.ask_long(move |connection| search::published(connection, &filter, after, day)).await?;
    Ok(Json(AlertPage { alerts: page.rows.iter().map(AlertAnswer::listed).collect(), next: page.next }))
}

/// Answers one alert as its reader may see it.
#[utoipa::path(
    get,
    path = "/api/v1/documents/{reference}",
    operation_id = "show_alert",
    tag = "documents",
    params(("reference" = String, Path, description = "The alert's reference, as RCM-2026-0041")),
    responses(
        (status = 200, description = "The alert as its reader may see it", body = AlertAnswer),
        (status = 404, description = "No such alert for this reader", body = Problem)
    )
)]
pub(super) async fn show(
    permitted: Permitted<ShowAlert>,
    Path(reference): Path<String>,
) -> Result<Json<AlertAnswer>, Refusal> {
    let resource = found::to_see(&permitted, &reference).await?;
    let reader = permitted.open(resource).await?;
    let alert = found::alert(&reader, &reference)?;
    let version = found::version(&reader, &alert, alert.face_version())?;
    Ok(Json(AlertAnswer::of(&alert, &version)))
}

/// Hands an alert in for the caller's State. It waits for a confirmation by another.
#[utoipa::path(
    post,
    path = "/api/v1/documents",
    operation_id = "hand_in_alert",
    tag = "documents",
    request_body = AlertSent,
    responses(
        (
            status = 201,
            description = "Handed in; `Location` leads to it",
            body = AlertAnswer,
            links(("alert" = (operation_id = "show_alert", parameters(("reference" = "$response.body#/reference")))))
        ),
        (status = 422, description = "Every fault by its field, as `points.2.es`", body = Problem)
    )
)]
pub(super) async fn submit(
    permitted: Permitted<SubmitAlert>,
    Sent(sent): Sent<AlertSent>,
) -> Result<(StatusCode, [(HeaderName, String); 1], Json<AlertAnswer>), Refusal> {
    let own = Resource::of(permitted.caller().state, "new".to_owned());
    let writer = permitted.open_to_write(own).await?;
    let now = writer.reader().now();
    let text = Typed::from(sent).read(today(now)).map_err(Refusal::Invalid)?;
    let numbering = Numbering::at(&writer.reader().ground().identity.profile(), now);
    let (id, reference) = writer.append(move |entries| hand_in(entries, &numbering, &text)).await?;
    let answer = handed_in(writer.reader(), id)?;
    let location = [(header::LOCATION, format!("/api/v1/documents/{reference}"))];
    Ok((StatusCode::CREATED, location, Json(answer)))
}

fn handed_in(reader: &Reader<SubmitAlert>, id: uuid::Uuid) -> Result<AlertAnswer, Refusal> {
    let alert = reader.ask(|connection| queries::by_id(connection, id))?.ok_or(Refusal::NotFound)?;
    let version = found::version(reader, &alert, alert.version)?;
    Ok(AlertAnswer::of(&alert, &version))
}

/// Reads what an address asks for; an empty value asks for anything.
fn sought(asked: &Filled) -> Result<(Filter, Option<u64>), Refusal> {
    fn value<T>(
        asked: &Filled,
        name: &'static str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, Refusal> {
        match asked.typed(name).trim() {
            "" => Ok(None),
            typed => read(typed).map(Some).ok_or_else(|| Refusal::field(name, "no-such-code", "documents-fault-code")),
        }
    }
    let filter = Filter {
        class: value(asked, "fraud_class", FraudClass::read)?,
        kind: value(asked, "kind", |code| code.parse().ok())?,
        issuer: value(asked, "issuer", issuing_state)?,
        words: asked.typed("words").to_owned(),
        closed: false,
    };
    let position = |text: &str| text.parse().ok().filter(|position| i64::try_from(*position).is_ok());
    // A number that is named and left empty is none.
    let after = asked
        .chosen("after")
        .next()
        .map(|text| position(text).ok_or_else(|| Refusal::field("after", "no-such-code", "documents-fault-code")));
    Ok((filter, after.transpose()?))
}

impl AlertAnswer {
    fn listed(row: &Listed) -> Self {
        AlertAnswer {
            reference: row.reference.clone(),
            standing: row.standing.code().to_owned(),
            version: row.version,
            reported_by: row.owner.to_string(),
            confirmed_by: row.confirmed_by.map(|state| state.to_string()),
            at: row.at.to_string(),
            review_on: row.review_on.map(|day| day.to_string()),
            text: AlertSent::from(&row.text),
        }
    }

    fn of(alert: &Alert, version: &Version) -> Self {
        AlertAnswer {
            reference: alert.reference.clone(),
            standing: alert.face().code().to_owned(),
            version: version.version,
            reported_by: alert.owner.to_string(),
            confirmed_by: version.confirmed.map(|(state, _)| state.to_string()),
            at: version.published_at.unwrap_or(version.at).to_string(),
            review_on: alert.review_on.map(|day| day.to_string()),
            text: AlertSent::from(&version.text),
        }
    }
}

impl From<AlertSent> for Typed {
    fn from(sent: AlertSent) -> Self {
        let point = |point: PointSent| TypedPoint {
            level: point.level.to_string(),
            place: point.place,
            en: point.en.unwrap_or_default(),
            es: point.es.unwrap_or_default(),
            fr: point.fr.unwrap_or_default(),
        };
        Typed {
            fraud_class: sent.fraud_class,
            techniques: sent.techniques,
            kind: sent.kind,
            issuer: sent.issuer,
            pattern: sent.pattern.unwrap_or_default(),
            points: sent.points.into_iter().map(point).collect(),
            documents_seen: sent.documents_seen.to_string(),
            first_seen: sent.first_seen,
            detected_border: sent.detected_border,
            detected_in: sent.detected_in,
            language: sent.language,
        }
    }
}

impl From<&AlertText> for AlertSent {
    fn from(text: &AlertText) -> Self {
        AlertSent {
            fraud_class: text.class.code().to_owned(),
            techniques: text.techniques.iter().map(|technique| technique.code().to_owned()).collect(),
            kind: text.kind.code().to_owned(),
            issuer: text.issuer.to_string(),
            pattern: text.pattern.as_ref().map(ToString::to_string),
            points: text.points.iter().map(PointSent::from).collect(),
            documents_seen: text.documents_seen,
            first_seen: text.first_seen.to_string(),
            detected_border: text.detected_border.code().to_owned(),
            detected_in: text.detected_in.to_string(),
            language: text.language.tag().to_owned(),
        }
    }
}

impl From<&Point> for PointSent {
    fn from(point: &Point) -> Self {
        PointSent {
            level: point.level as u8 + 1,
            place: point.place.clone(),
            en: point.en.clone(),
            es: point.es.clone(),
            fr: point.fr.clone(),
        }
    }
}
