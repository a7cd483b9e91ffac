//! The same for machines: one's own State's consultations, saying something, agreeing that both stand.

use axum::Json;
use axum::http::StatusCode;
use base::access::Resource;
use base::desk::Permitted;
use base::store::StoreError;
use base::web::{Problem, Refusal, Sent};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::list;
use super::queries::{Consultation, Side};
use super::say::{SAID_CHARS_MAX, about, agree, say};
use crate::alerts::permits::{AgreeBoth, ListConsultations, SayConsulted};
use crate::alerts::today;
use crate::alerts::typed::sentence;

/// This part of the OpenAPI document.
#[derive(OpenApi)]
#[openapi(paths(call, say_by_call, agree_by_call), components(schemas(Problem)))]
pub(in crate::alerts) struct Consultations;

/// Two alerts of two States that do not go together. Nothing of why, and of the other one no reference.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ConsultationShown {
    /// By which it is named.
    pub consultation: u64,
    /// Reference of one's own State's alert.
    pub reference: String,
    /// Category of one's own.
    pub category: String,
    /// The other State.
    pub other: String,
    /// Category of the other State's.
    pub other_category: String,
    /// `own` or `other`: whose alert came later and is held. Only the State of the one that stood first can agree.
    pub held: String,
    /// Whether the held one is found by nobody now.
    pub holds: bool,
    /// The day from which silence of the State whose alert stood first counts.
    pub answer_by: String,
    /// Whether from that day on silence lets the held one stand.
    pub silence_frees: bool,
    /// Whether it was agreed that both stand.
    pub agreed: bool,
    /// What was said, the first first; ten things a State at most.
    pub words: Vec<ConsultationWord>,
}

/// What one of the two States said.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ConsultationWord {
    /// Who.
    pub state: String,
    /// What; empty where it agreed that both stand.
    pub said: String,
    /// When: RFC 3339.
    pub at: String,
}

/// One's own State's consultations.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ConsultationList {
    /// The last first; two hundred at most.
    pub consultations: Vec<ConsultationShown>,
}

/// What is said to the other State.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "consultation": 41, "said": "La citación es para el lunes (ficticio)." }))]
pub struct ConsultationSaying {
    /// By which it is named.
    pub consultation: u64,
    /// What, in at most 500 characters.
    pub said: String,
}

/// Which consultation is agreed.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "consultation": 41 }))]
pub struct ConsultationNamed {
    /// By which it is named.
    pub consultation: u64,
}

/// Lists one's own State's consultations: alerts of two States on one person that do not go together.
#[utoipa::path(
    get,
    path = "/api/v1/alerts/consultations",
    operation_id = "list_consultations",
    tag = "alerts",
    responses((status = 200, description = "While both alerts are in force", body = ConsultationList))
)]
pub(in crate::alerts) async fn call(
    permitted: Permitted<ListConsultations>,
) -> Result<Json<ConsultationList>, Refusal> {
    let reader = permitted.open(Resource::room()).await?;
    let day = today(reader.now());
    let all = list::all(&reader)?.into_iter();
    let shown = all.map(|(one, words)| Ok::<_, StoreError>(shown(one, list::opened(&reader, &words)?, day)));
    Ok(Json(ConsultationList { consultations: shown.collect::<Result<_, _>>()? }))
}

fn shown(one: Consultation, words: Vec<list::Opened>, day: jiff::civil::Date) -> ConsultationShown {
    let word =
        |(state, at, said): list::Opened| ConsultationWord { state: state.to_string(), said, at: at.to_string() };
    ConsultationShown {
        consultation: one.opened_at,
        holds: one.holds(day),
        reference: one.reference,
        category: one.category.code().to_owned(),
        other: one.other.to_string(),
        other_category: one.other_category.code().to_owned(),
        held: if one.side == Side::Held { "own" } else { "other" }.to_owned(),
        answer_by: one.answer_by.to_string(),
        silence_frees: one.held_first,
        agreed: one.agreed,
        words: words.into_iter().map(word).collect(),
    }
}

/// Says something to the other State of a consultation.
#[utoipa::path(
    post,
    path = "/api/v1/alerts/consultations/say",
    operation_id = "say_in_consultation",
    tag = "alerts",
    request_body = ConsultationSaying,
    responses(
        (status = 204, description = "The other State reads it"),
        (status = 404, description = "No such consultation of one's own State", body = Problem),
        (status = 409, description = "One's own State has said ten things already", body = Problem),
        (status = 422, description = "What is said is empty, too long, or does not belong here", body = Problem)
    )
)]
pub(in crate::alerts) async fn say_by_call(
    permitted: Permitted<SayConsulted>,
    Sent(sent): Sent<ConsultationSaying>,
) -> Result<StatusCode, Refusal> {
    let opened_at = sent.consultation;
    let resource = about(&permitted, opened_at).await?;
    let writer = permitted.open_to_write(resource).await?;
    let said = sentence("said", &sent.said, SAID_CHARS_MAX).map_err(|fault| Refusal::Invalid(vec![fault]))?;
    writer.append(move |entries| say(entries, opened_at, said)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Agrees, for the State whose alert stood first, that both stand.
#[utoipa::path(
    post,
    path = "/api/v1/alerts/consultations/agree",
    operation_id = "agree_in_consultation",
    tag = "alerts",
    request_body = ConsultationNamed,
    responses(
        (status = 204, description = "Both stand"),
        (status = 404, description = "No such consultation of one's own State", body = Problem),
        (status = 409, description = "One's own alert is the held one, or it is agreed already", body = Problem)
    )
)]
pub(in crate::alerts) async fn agree_by_call(
    permitted: Permitted<AgreeBoth>,
    Sent(sent): Sent<ConsultationNamed>,
) -> Result<StatusCode, Refusal> {
    let opened_at = sent.consultation;
    let resource = about(&permitted, opened_at).await?;
    let writer = permitted.open_to_write(resource).await?;
    writer.append(move |entries| agree(entries, opened_at)).await?;
    Ok(StatusCode::NO_CONTENT)
}
