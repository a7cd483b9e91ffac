//! What `docs/formats/check.md` and the OpenAPI document say, held against what is answered.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use base::web::InputFault;
use jiff::civil::{Date, date};
use serde_json::Value;

use super::ask::QuestionFault;
use super::known::{DataAge, Known};
use super::samples::Sample;
use super::samples::hits::{alert, status};
use super::{Answer, Basis, Outcome, Question, Reason, Verdict};
use crate::document::DocumentKind;
use crate::documents::{FraudClass, Technique};
use crate::status::StatusKind;

const PAGE: &str = include_str!("../../../../docs/formats/check.md");
const ON: Date = date(2026, 3, 2);

/// The codes in the first column of the tables under a heading.
fn codes(heading: &str) -> Vec<&'static str> {
    let section = PAGE.split("\n## ").find(|section| section.starts_with(heading)).unwrap();
    let rows = section.lines().filter_map(|line| line.strip_prefix("| `"));
    rows.map(|row| row.split('`').next().unwrap()).collect()
}

fn answers() -> Vec<Answer> {
    let bases = [
        Basis::Exact,
        Basis::Range { first: "K90211000".into(), last: "K90211999".into() },
        Basis::Pattern { pattern: "K9021####".into() },
    ];
    let changed = Some("2026-03-02T14:58:00Z".parse().unwrap());
    let data = DataAge { status_changed_at: changed, alerts_changed_at: changed };
    let known = Known { status: bases.map(status).into(), alerts: vec![alert(false), alert(true)], data };
    let wrong = Sample::passport("HND", "K90211756").zone().replace("5HND", "4HND");
    [
        (Question::zone(&wrong), known),
        (Question::zone(&Sample::passport("H1D", "").zone()), Known::default()),
        (Question::number("K90211756", "HND", "passport").unwrap(), Known::default()),
    ]
    .into_iter()
    .map(|(question, known)| {
        Answer::compose(question.read(ON).unwrap(), known, ON, |_| "+504 0000 0000 (fictional)".into())
    })
    .collect()
}

#[test]
fn the_page_shows_what_is_answered() {
    let known = Known { status: vec![status(Basis::Exact)], alerts: vec![alert(false)], ..Known::default() };
    let read = Question::number("K90211756", "HND", "passport").unwrap().read(ON).unwrap();
    let answer = Answer::compose(read, known, ON, |_| "+504 0000 0000 (fictional)".into());
    let shown = serde_json::to_string_pretty(&answer).unwrap();
    assert!(PAGE.contains(&format!("```json\n{shown}\n```")), "the page is to show:\n{shown}");
}

#[test]
fn the_page_lists_exactly_the_codes_there_are_in_their_order() {
    let of = |all: &mut dyn Iterator<Item = &'static str>| all.collect::<Vec<_>>();
    assert_eq!(codes("Verdicts"), of(&mut Verdict::ALL.iter().map(|one| one.code())));
    assert_eq!(codes("Reasons"), of(&mut Reason::ALL.iter().map(|one| one.code())));
    assert_eq!(codes("Statuses"), of(&mut StatusKind::ALL.iter().map(|one| one.code())));
    assert_eq!(codes("Classes"), of(&mut FraudClass::ALL.iter().map(|one| one.code())));
    assert_eq!(codes("Techniques"), of(&mut Technique::ALL.iter().map(|one| one.code())));
    assert_eq!(codes("Kinds"), of(&mut DocumentKind::ALL.iter().map(|one| one.code())));
    assert_eq!(codes("A question that"), of(&mut QuestionFault::ALL.iter().map(|one| one.code())));
    assert_eq!(codes("What a check leaves"), of(&mut Outcome::ALL.iter().map(|one| one.code())));
    for reason in Reason::ALL {
        let row = PAGE.lines().find(|line| line.starts_with(&format!("| `{}` | `", reason.code()))).unwrap();
        assert!(row.contains(&format!("| `{}` |", reason.verdict().code())), "{row}");
    }
    let answered: Value = serde_json::to_value(&answers()[0]).unwrap();
    let bases: Vec<&str> =
        answered["status"].as_array().unwrap().iter().map(|hit| hit["basis"].as_str().unwrap()).collect();
    assert_eq!(codes("Bases"), bases);
}

#[test]
fn every_key_of_an_answer_is_on_the_page() {
    for (heading, at) in [
        ("The answer", ""),
        ("Status", "/status/0"),
        ("Status", "/status/1"),
        ("Status", "/status/2"),
        ("Alerts", "/alerts/0"),
    ] {
        let answer = serde_json::to_value(&answers()[0]).unwrap();
        let section = PAGE.split("\n## ").find(|section| section.starts_with(&format!("{heading}\n"))).unwrap();
        let told: BTreeSet<&str> = section
            .lines()
            .filter(|line| line.starts_with("| `"))
            .flat_map(|line| line.split(" | ").next().unwrap().split('`'))
            .collect();
        for key in answer.pointer(at).unwrap().as_object().unwrap().keys() {
            assert!(told.contains(key.as_str()), "{heading}: {key}");
        }
    }
}

#[test]
fn every_fault_of_a_question_is_found_by_some_question() {
    let fault = |number: &str, state: &str, kind: &str| Question::number(number, state, kind).unwrap_err();
    let typed = |fields: super::ask::Fields<'_>| Question::typed(&fields).unwrap_err();
    let long = "1".repeat(25);
    let found: Vec<InputFault> = [
        typed(super::ask::Fields::default()),
        typed(super::ask::Fields { zone: "K1 HND", number: "K1", ..Default::default() }),
        fault("K.1", "", "napkin"),
        fault("", "QQQ", ""),
        fault(&long, "HND", ""),
    ]
    .concat();
    let found: BTreeSet<&str> = found.iter().map(|fault| fault.code).collect();
    assert_eq!(found, QuestionFault::ALL.iter().map(|fault| fault.code()).collect());
}

#[test]
fn what_is_answered_fits_the_openapi_document() {
    let document = serde_json::to_value(super::api::document()).unwrap();
    let schema =
        &document["paths"]["/api/v1/checks"]["post"]["responses"]["200"]["content"]["application/json"]["schema"];
    assert!(schema.is_object(), "{document}");
    for answer in answers() {
        let answer = serde_json::to_value(&answer).unwrap();
        assert_eq!(misfits(&document, schema, &answer, "answer"), Vec::<String>::new());
    }
    let broken = serde_json::json!({ "verdict": "clean" });
    let found = misfits(&document, schema, &broken, "answer");
    assert!(
        found.iter().any(|one| one.contains("clean")) && found.iter().any(|one| one.contains("reasons")),
        "{found:?}"
    );
}

/// Answers what of a value does not fit a schema: the part of JSON Schema that our document uses.
fn misfits(document: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    if let Some(name) = schema["$ref"].as_str() {
        let known = document.pointer(name.trim_start_matches('#')).unwrap_or_else(|| panic!("{name} is not described"));
        return misfits(document, known, value, at);
    }
    if let Some(any) = schema["oneOf"].as_array() {
        let tries: Vec<Vec<String>> = any.iter().map(|one| misfits(document, one, value, at)).collect();
        return tries.into_iter().min_by_key(Vec::len).unwrap_or_default();
    }
    if let Some(all) = schema["allOf"].as_array() {
        return all.iter().flat_map(|one| misfits(document, one, value, at)).collect();
    }
    let mut found = Vec::new();
    let types: Vec<&str> = match &schema["type"] {
        Value::Array(types) => types.iter().filter_map(Value::as_str).collect(),
        one => one.as_str().into_iter().collect(),
    };
    let given = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    if !types.is_empty() && !types.contains(&given) {
        found.push(format!("{at}: {given} where {types:?} is described"));
    }
    if let Some(codes) = schema["enum"].as_array()
        && !codes.contains(value)
    {
        found.push(format!("{at}: {value} is not described"));
    }
    for needed in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if value.get(needed).is_none() {
            found.push(format!("{at}: {needed} is missing"));
        }
    }
    for (key, described) in schema["properties"].as_object().into_iter().flatten() {
        if let Some(part) = value.get(key) {
            found.extend(misfits(document, described, part, &format!("{at}.{key}")));
        }
    }
    for (turn, part) in value.as_array().into_iter().flatten().enumerate() {
        found.extend(misfits(document, &schema["items"], part, &format!("{at}[{turn}]")));
    }
    found
}
