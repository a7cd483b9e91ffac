//! JSON Schema, as OpenAPI writes it, in words and links.

use maud::{Markup, html};
use serde_json::Value;

use crate::web::Voice;

/// Schemas inside schemas are described so deep and no deeper.
const DEEPEST: usize = 6;

/// Draws a named schema under its own heading.
pub(super) fn card(voice: &Voice, name: &str, schema: &Value) -> Markup {
    let required: Vec<&str> =
        schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
    let properties = schema.get("properties").and_then(Value::as_object);
    crate::web::parts::card(
        &format!("schema-{name}"),
        name,
        html! {
            @if let Some(description) = text(schema, "description") { p lang="en" { (prose(description)) } }
            @match properties {
                Some(properties) => dl .facts { @for (property, of) in properties {
                    div {
                        dt { code { (property) } }
                        dd {
                            (kind(voice, Some(of)))
                            @if required.contains(&property.as_str()) { " · " (voice.t("api-required")) }
                            @if let Some(description) = text(of, "description") { br; span lang="en" { (prose(description)) } }
                        }
                    }
                } },
                None => p { (kind(voice, Some(schema))) },
            }
        },
    )
}

/// Says what kind of value a schema asks for.
pub(super) fn kind(voice: &Voice, schema: Option<&Value>) -> Markup {
    schema.map_or_else(|| html! {}, |schema| nested(voice, schema, DEEPEST))
}

/// Draws a description: what stands between backticks is code.
pub(super) fn prose(text: &str) -> Markup {
    html! { @for (turn, piece) in text.split('`').enumerate() { @if turn % 2 == 1 { code { (piece) } } @else { (piece) } } }
}

fn nested(voice: &Voice, schema: &Value, depth: usize) -> Markup {
    if depth == 0 {
        return html! { "…" };
    }
    if let Some(name) = text(schema, "$ref").and_then(|path| path.rsplit('/').next()) {
        return html! { a href={ "#schema-" (name) } { code { (name) } } };
    }
    let inner = |schema: &Value| nested(voice, schema, depth - 1);
    for (field, key) in [("oneOf", "api-one-of"), ("anyOf", "api-one-of"), ("allOf", "api-all-of")] {
        if let Some(parts) = schema.get(field).and_then(Value::as_array) {
            return html! { (voice.t(key)) " " @for (turn, part) in parts.iter().enumerate() { @if turn > 0 { ", " } (inner(part)) } };
        }
    }
    if let Some(values) = schema.get("enum").and_then(Value::as_array) {
        return html! {
            (voice.t("api-one-of")) " "
            @for (turn, value) in values.iter().enumerate() { @if turn > 0 { ", " } code { (plain(value)) } }
        };
    }
    if let Some(items) = schema.get("items") {
        return html! { (voice.t("api-list-of")) " " (inner(items)) };
    }
    if let Some(values) = schema.get("additionalProperties").filter(|values| values.is_object()) {
        return html! { (voice.t("api-map-of")) " " (inner(values)) };
    }
    if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
        return html! { "{ " @for (turn, (name, of)) in properties.iter().enumerate() { @if turn > 0 { ", " } code { (name) } ": " (inner(of)) } " }" };
    }
    html! { code { (types(schema)) } @if let Some(format) = text(schema, "format") { " (" (format) ")" } }
}

/// A type is a word, or several of which one is `null`.
fn types(schema: &Value) -> String {
    match schema.get("type") {
        Some(Value::String(one)) => one.clone(),
        Some(Value::Array(several)) => several.iter().map(plain).collect::<Vec<_>>().join(" | "),
        _ => "any".to_owned(),
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn text<'s>(schema: &'s Value, field: &str) -> Option<&'s str> {
    schema.get(field).and_then(Value::as_str).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde_json::json;

    #[test]
    fn each_kind_is_said_and_nothing_from_it_becomes_markup() {
        let specimen = crate::specimen::Specimen::new(&[]);
        let words = std::sync::Arc::clone(&specimen.ground.words);
        let (language, zone, now) = (crate::words::Language::En, jiff::tz::TimeZone::UTC, specimen.clock.now());
        let voice = Voice { words, language, zone, now };
        let said = |schema: Value| kind(&voice, Some(&schema)).into_string();
        assert_eq!(
            said(json!({ "$ref": "#/components/schemas/Problem" })),
            "<a href=\"#schema-Problem\"><code>Problem</code></a>"
        );
        assert_eq!(said(json!({ "type": "string", "format": "date" })), "<code>string</code> (date)");
        assert_eq!(said(json!({ "type": ["string", "null"] })), "<code>string | null</code>");
        assert!(said(json!({ "type": "array", "items": { "type": "integer" } })).ends_with("<code>integer</code>"));
        assert!(said(json!({ "enum": ["a", "b"] })).contains("<code>a</code>, <code>b</code>"));
        assert!(!said(json!({ "enum": ["<script>"] })).contains("<script>"));
        let mut deep = json!({ "type": "string" });
        for _ in 0..50 {
            deep = json!({ "type": "array", "items": deep });
        }
        assert!(said(deep).ends_with('…'));
    }
}
