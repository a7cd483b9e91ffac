//! The API described for machines, and the same description as a page for people.

use std::sync::{Arc, OnceLock};

use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use serde_json::Value;

use super::schema;
use crate::ground::Puebla;
use crate::store::StoreError;
use crate::web::parts::card;
use crate::web::{Refusal, Visit, Voice, api_document};

/// Answers this room's part of the description.
pub(super) fn described() -> utoipa::openapi::OpenApi {
    use utoipa::OpenApi;
    #[derive(OpenApi)]
    #[openapi(paths(description))]
    struct Described;
    Described::openapi()
}

/// The methods an OpenAPI path may have, in the order they are shown.
const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// Answers this description.
#[utoipa::path(
    get,
    path = "/api/v1/openapi.json",
    operation_id = "describe",
    summary = "Describe the API",
    description = "This description itself, as OpenAPI. It needs neither token nor purpose.",
    security(()),
    responses((status = 200, description = "The description", content_type = "application/json", body = serde_json::Value))
)]
pub(super) async fn description(State(ground): State<Arc<Puebla>>) -> Result<Response, Refusal> {
    let written = ground.kept::<Written>();
    let text = match written.0.get() {
        Some(text) => text.clone(),
        None => {
            let text = serde_json::to_vec(&api_document(ground.plans)).map_err(|error| StoreError::Io(error.into()))?;
            written.0.get_or_init(|| text.into()).clone()
        }
    };
    Ok(([(CONTENT_TYPE, "application/json")], text).into_response())
}

/// The description as it is sent, written once: strangers may ask for it again and again.
#[derive(Default)]
struct Written(OnceLock<Bytes>);

/// Shows the description: every operation, then every form of data.
pub(super) async fn page(State(ground): State<Arc<Puebla>>, visit: Visit) -> Result<Response, Refusal> {
    let description = serde_json::to_value(api_document(ground.plans)).map_err(|error| StoreError::Io(error.into()))?;
    let voice = &visit.voice;
    let operations = operations(&description);
    let body = html! {
        h1 { (voice.t("api-title")) }
        p { (voice.t("api-what")) }
        p { (voice.t("api-how")) }
        ul {
            li { a href="/api/v1/openapi.json" { (voice.t("api-document")) } }
            li { a href="/problems" { (voice.t("problems-title")) } }
        }
        h2 { (voice.t("api-operations")) }
        ul { @for operation in &operations {
            li { a href={ "#" (operation.id()) } { code { (operation.heading()) } } @if !operation.text("summary").is_empty() { " " span lang="en" { (operation.text("summary")) } } }
        } }
        @for operation in &operations { (shown(voice, operation)) }
        h2 { (voice.t("api-schemas")) }
        @for (name, of) in description.pointer("/components/schemas").and_then(Value::as_object).into_iter().flatten() {
            (schema::card(voice, name, of))
        }
    };
    Ok(visit.page("api-title", body).into_response())
}

/// One operation of the description.
struct Operation<'d> {
    method: &'d str,
    path: &'d str,
    of: &'d Value,
}

impl<'d> Operation<'d> {
    fn heading(&self) -> String {
        format!("{} {}", self.method.to_uppercase(), self.path)
    }

    /// An id for links: letters, digits and hyphens.
    fn id(&self) -> String {
        let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
        format!("{}{}", self.method, self.path.chars().map(plain).collect::<String>())
    }

    fn text(&self, field: &str) -> &'d str {
        self.of.get(field).and_then(Value::as_str).unwrap_or("")
    }

    fn list(&self, field: &str) -> &'d [Value] {
        self.of.get(field).and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }
}

fn operations(description: &Value) -> Vec<Operation<'_>> {
    let paths = description.get("paths").and_then(Value::as_object).into_iter().flatten();
    let all = paths.flat_map(|(path, item)| {
        METHODS.into_iter().filter_map(move |method| item.get(method).map(|of| Operation { method, path, of }))
    });
    all.collect()
}

fn shown(voice: &Voice, operation: &Operation<'_>) -> Markup {
    let bodies = operation.of.pointer("/requestBody/content").and_then(Value::as_object);
    let responses = operation.of.get("responses").and_then(Value::as_object);
    card(
        &operation.id(),
        &operation.heading(),
        html! {
            div lang="en" {
                @if !operation.text("summary").is_empty() { p { strong { (operation.text("summary")) } } }
                @if !operation.text("description").is_empty() { p { (schema::prose(operation.text("description"))) } }
            }
            @if !operation.list("parameters").is_empty() {
                h3 { (voice.t("api-parameters")) }
                dl .facts { @for parameter in operation.list("parameters") { (shown_parameter(voice, parameter)) } }
            }
            @if let Some(bodies) = bodies {
                h3 { (voice.t("api-body")) }
                dl .facts { @for (media, content) in bodies {
                    div { dt { code { (media) } } dd { (schema::kind(voice, content.get("schema"))) } }
                } }
            }
            @if let Some(responses) = responses {
                h3 { (voice.t("api-answers")) }
                dl .facts { @for (status, answer) in responses { (shown_answer(voice, status, answer)) } }
            }
        },
    )
}

fn shown_parameter(voice: &Voice, parameter: &Value) -> Markup {
    let text = |field: &str| parameter.get(field).and_then(Value::as_str).unwrap_or("");
    let required = parameter.get("required").and_then(Value::as_bool).unwrap_or(false);
    html! {
        div {
            dt { code { (text("name")) } " " small { (text("in")) } }
            dd {
                (schema::kind(voice, parameter.get("schema")))
                @if required { " · " (voice.t("api-required")) }
                @if !text("description").is_empty() { br; span lang="en" { (schema::prose(text("description"))) } }
            }
        }
    }
}

fn shown_answer(voice: &Voice, status: &str, answer: &Value) -> Markup {
    let description = answer.get("description").and_then(Value::as_str).unwrap_or("");
    let contents = answer.get("content").and_then(Value::as_object);
    html! {
        div {
            dt { code { (status) } }
            dd {
                span lang="en" { (schema::prose(description)) }
                @for (media, content) in contents.into_iter().flatten() {
                    br; code { (media) } " " (schema::kind(voice, content.get("schema")))
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use axum::http::StatusCode;
    use serde_json::Value;

    use crate::specimen::Specimen;

    #[tokio::test]
    async fn the_document_and_the_page_say_the_same_to_anyone() {
        let specimen = Specimen::new(&[]);
        let document = specimen.get(None, "/api/v1/openapi.json").await;
        assert_eq!(document.status, StatusCode::OK);
        assert_eq!(document.headers.get("content-type").unwrap(), "application/json");
        let document: Value = serde_json::from_str(&document.body).unwrap();
        let page = specimen.get(None, "/api").await;
        assert_eq!(page.status, StatusCode::OK);
        for path in document["paths"].as_object().unwrap().keys() {
            assert!(page.body.contains(path.as_str()), "{path}");
        }
        let schemas = document["components"]["schemas"].as_object().unwrap();
        assert!(schemas.contains_key("Problem"));
        for (name, schema) in schemas {
            assert!(page.body.contains(&format!("id=\"schema-{name}\"")), "{name}");
            for property in schema["properties"].as_object().into_iter().flat_map(|all| all.keys()) {
                assert!(page.body.contains(&format!("<code>{property}</code>")), "{name}.{property}");
            }
        }
    }

    #[tokio::test]
    async fn every_link_on_the_page_leads_somewhere() {
        let specimen = Specimen::new(&[]);
        let page = specimen.get(None, "/api").await.body;
        for link in page.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            assert_eq!(page.matches(&format!("id=\"{link}\"")).count(), 1, "{link}");
        }
    }
}
