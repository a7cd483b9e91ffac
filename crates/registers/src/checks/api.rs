//! The same check for machines: `POST /api/v1/checks`.

use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use base::desk::Permitted;
use base::store::StoreError;
use base::web::{InputFault, Problem, Refusal, Sent};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::OpenApi;

use super::Check;
use super::answer::Answer;
use super::ask::{Question, QuestionFault};
use super::check::{both, check_with, refuse, today};
use crate::alerts::matches::TravellerSent;

/// A check as a machine asks for it: `zone`, or `number` with `issuing_state`.
#[derive(Debug, Default, Deserialize, Serialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "number": "L898902C3", "issuing_state": "UTO", "kind": "passport" }))]
pub struct CheckRequest {
    /// The lines of the zone, separated by line feeds, or joined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// The number of the document; blanks, hyphens and case do not count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Code of the State that issued it, one to three letters, as in a zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuing_state: Option<String>,
    /// Kind of document; without it, all kinds are asked about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The day against which two-digit years and the expiry are read; without it, the present day at the caller's post.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub on: Option<Date>,
    /// Who carries the document, beside a number: compared with alerts on people where the caller's State takes part in them. A
    /// zone says it itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<TravellerSent>,
}

/// The most an answer without a hit takes, so that writing it grows no buffer.
const USUAL_ANSWER_BYTES: usize = 2048;

/// Answers one question.
#[utoipa::path(
    post,
    path = "/api/v1/checks",
    tag = "checks",
    operation_id = "check",
    summary = "Check a document",
    description = "What is wrong with a zone, and what States have reported about a document. Permit `checks.check`. \
                   Every code: docs/formats/check.md.",
    request_body = CheckRequest,
    responses(
        (status = 200, description = "What is known", body = Answer),
        (status = 401, description = "No token, or one that has ended", body = Problem),
        (status = 404, description = "Nothing here for this caller", body = Problem),
        (status = 422, description = "The question cannot be read; `errors` says where", body = Problem),
        (status = 429, description = "Too many checks, or number after number", body = Problem),
        (status = 503, description = "The access log cannot be written", body = Problem),
    )
)]
pub async fn answer(permitted: Permitted<Check>, Sent(mut asked): Sent<CheckRequest>) -> Result<Response, Refusal> {
    let now = permitted.ground().clock.now();
    let on = asked.on.unwrap_or_else(|| today(permitted.caller(), now));
    let sent = asked.person.take().unwrap_or_default();
    let (question, typed) = match both(asked.question(), &sent) {
        Ok(both) => both,
        Err(faults) => return Err(refuse(permitted, faults).await),
    };
    let answer = check_with(permitted, &question, typed, on).await?;
    let mut body = Vec::with_capacity(USUAL_ANSWER_BYTES);
    // Every part of an answer is text, numbers and lists, which always have a JSON form.
    serde_json::to_writer(&mut body, &answer).map_err(|error| StoreError::Io(error.into()))?;
    Ok(([(CONTENT_TYPE, "application/json")], Body::from(body)).into_response())
}

/// Answers this room's part of the OpenAPI document.
pub(super) fn document() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(answer))]
    struct Described;
    Described::openapi()
}

impl CheckRequest {
    /// Reads the request as a question.
    ///
    /// Errors: every fault with its field.
    pub fn question(self) -> Result<Question, Vec<InputFault>> {
        let alone = self.number.is_none() && self.issuing_state.is_none() && self.kind.is_none();
        match (self.zone, self.number) {
            (Some(zone), None) if alone => Ok(Question::Zone(zone)),
            (Some(_), _) => Err(vec![QuestionFault::TypedTwice.on("zone")]),
            (None, Some(number)) => {
                let (state, kind) = (self.issuing_state.unwrap_or_default(), self.kind.unwrap_or_default());
                Question::number(&number, &state, &kind)
            }
            (None, None) => Err(vec![QuestionFault::NothingTyped.on("zone")]),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::checks::samples::Sample;
    use axum::http::StatusCode;
    use base::access::Purpose;
    use base::ground::HousePlan;
    use base::specimen::Specimen;
    use serde_json::{Value, json};

    static PLANS: &[HousePlan] = &[crate::PLAN];

    struct Machine {
        specimen: Specimen,
        token: String,
    }

    impl Machine {
        fn of(state: &str, role: &str) -> Self {
            let specimen = Specimen::new(PLANS);
            let name = specimen.enrol(state, "machine", &[role]);
            let token = specimen.token(&name, &[Purpose::BorderControl]);
            Machine { specimen, token }
        }

        async fn ask(&self, body: &Value) -> (StatusCode, Value) {
            let answer = self.specimen.call(&self.token, Purpose::BorderControl, "/api/v1/checks", body).await;
            (answer.status, serde_json::from_str(&answer.body).unwrap())
        }
    }

    #[tokio::test]
    async fn a_zone_is_answered_in_its_three_layers() {
        let machine = Machine::of("GTM", "border_officer");
        let (status, answer) = machine.ask(&json!({ "zone": Sample::passport("HND", "K90211756").zone() })).await;
        assert_eq!(status, StatusCode::OK);
        assert_eq!(answer["verdict"], "no_report");
        assert_eq!(answer["on"], "2026-03-02");
        assert_eq!(
            answer["asked"],
            json!({ "issuing_state": "HND", "number": "K90211756", "kinds": ["passport", "travel_document", "seafarer_document"] })
        );
        assert_eq!(answer["zone"]["format"], "TD3");
        assert_eq!(answer["zone"]["checks"].as_array().unwrap().len(), 5);
        assert_eq!(answer["zone"]["findings"], json!([]));
        assert_eq!(answer["uncovered"], json!(["document_code", "issuing_state", "name", "nationality", "sex"]));
        assert_eq!((&answer["status"], &answer["alerts"]), (&json!([]), &json!([])));
        assert_eq!(answer["data"], json!({ "status_changed_at": null, "alerts_changed_at": null }));
    }

    #[tokio::test]
    async fn the_day_may_be_given_and_is_the_callers_own_otherwise() {
        let machine = Machine::of("GTM", "border_officer");
        let zone = Sample::passport("HND", "K90211756").zone();
        let (_, later) = machine.ask(&json!({ "zone": zone, "on": "2031-03-02" })).await;
        assert_eq!((&later["verdict"], &later["reasons"]), (&json!("expired"), &json!(["expired"])));
        // 2026-03-02T15:00Z and nine hours later: past midnight in London, still the second of March at the post.
        machine.specimen.clock.advance(jiff::SignedDuration::from_hours(10));
        let (_, tonight) = machine.ask(&json!({ "zone": zone })).await;
        assert_eq!(tonight["on"], "2026-03-02");
    }

    #[tokio::test]
    async fn a_question_that_cannot_be_read_is_a_problem_with_its_place() {
        let machine = Machine::of("GTM", "border_officer");
        let zone = Sample::passport("HND", "K90211756").zone();
        for (body, code, field, line, column) in [
            (json!({ "zone": &zone[..80] }), "line_length", "zone", json!(2), json!(36)),
            (json!({ "zone": zone.replace("K9021", "K9 21") }), "space", "zone", json!(2), json!(3)),
            (json!({ "zone": "A".repeat(5000) }), "too_long", "zone", Value::Null, Value::Null),
            (json!({}), "nothing_typed", "zone", Value::Null, Value::Null),
            (json!({ "zone": zone, "number": "1" }), "typed_twice", "zone", Value::Null, Value::Null),
            (json!({ "number": "K_1", "issuing_state": "HND" }), "number_character", "number", json!(1), json!(2)),
            (
                json!({ "number": "K1", "issuing_state": "QQQ" }),
                "state_unknown",
                "issuing_state",
                Value::Null,
                Value::Null,
            ),
            (json!({ "number": "K1" }), "state_missing", "issuing_state", Value::Null, Value::Null),
            (
                json!({ "number": "K1", "issuing_state": "HND", "kind": "napkin" }),
                "kind_unknown",
                "kind",
                Value::Null,
                Value::Null,
            ),
        ] {
            let (status, problem) = machine.ask(&body).await;
            assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{body}");
            assert_eq!(problem["type"], "/problems/invalid-input");
            let fault = &problem["errors"][0];
            assert_eq!((&fault["code"], &fault["field"]), (&json!(code), &json!(field)), "{body}");
            assert_eq!((&fault["line"], &fault["column"]), (&line, &column), "{body}");
            assert!(!fault["message"].as_str().unwrap().contains("checks-"), "a key is no message: {fault}");
        }
    }

    #[tokio::test]
    async fn the_problem_is_the_one_the_manual_shows() {
        let page = include_str!("../../../../docs/formats/check.md");
        let shown = page.lines().find(|line| line.starts_with("{\"type\":")).unwrap();
        let zone = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n898902C36UTO7408122F1204159ZE184226B<<<<<10";
        let (_, problem) = Machine::of("GTM", "border_officer").ask(&json!({ "zone": zone })).await;
        assert_eq!(problem, serde_json::from_str::<Value>(shown).unwrap(), "the page is to show:\n{problem}");
    }

    #[tokio::test]
    async fn json_that_is_no_question_is_a_problem_too() {
        let machine = Machine::of("GTM", "border_officer");
        for body in [json!({ "zona": "…" }), json!({ "zone": 7 }), json!(7), json!({ "zone": "x", "on": "2026-02-30" })]
        {
            let (status, problem) = machine.ask(&body).await;
            assert_eq!(
                (status, &problem["errors"][0]["code"]),
                (StatusCode::UNPROCESSABLE_ENTITY, &json!("json")),
                "{body}"
            );
        }
    }

    #[tokio::test]
    async fn another_role_finds_nothing_and_a_missing_token_or_purpose_is_said() {
        let machine = Machine::of("GTM", "data_steward");
        let body = json!({ "number": "K1", "issuing_state": "HND" });
        let answer = machine.specimen.call(&machine.token, Purpose::DataStewardship, "/api/v1/checks", &body).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "the token is for another purpose");
        let steward = machine.specimen.token("machine", &[Purpose::DataStewardship]);
        let answer = machine.specimen.call(&steward, Purpose::DataStewardship, "/api/v1/checks", &body).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        let answer = machine.specimen.call("nobody", Purpose::BorderControl, "/api/v1/checks", &body).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
        assert_eq!(answer.headers["content-type"], "application/problem+json");
    }
}
