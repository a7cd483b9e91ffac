//! What the room promises: nothing that is stored is left out, and nothing in the document outlives what it was made from (G-33).
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::path::Path;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use base::access::Purpose;
use base::ground::HousePlan;
use base::specimen::{Answer, Specimen};
use base::web::Voice;
use base::words::Language;
use jiff::tz::TimeZone;

use super::configured::Configured;
use super::document::{audience, document};
use super::holdings::{Holdings, POLICY};
use super::markdown::markdown;
use super::principles::PRINCIPLES;
use super::rules::RULES;
use crate::alerts;

/// The house with all its rooms.
static PLANS: &[HousePlan] = &[crate::PLAN];

fn voice(specimen: &Specimen, language: Language) -> Voice {
    let words = std::sync::Arc::clone(&specimen.ground.words);
    Voice { words, language, zone: TimeZone::UTC, now: specimen.clock.now() }
}

async fn configured(specimen: &Specimen) -> Configured {
    let supervisor = specimen.signed_in("XSV", "oversight", Purpose::Oversight);
    let ground = std::sync::Arc::clone(&specimen.ground);
    let permitted = base::desk::Permitted::new(ground, supervisor.caller);
    let reader = permitted.open(base::access::Resource::room()).await.unwrap();
    Configured::read(&reader).unwrap()
}

/// A token of somebody who supervises.
fn token(specimen: &Specimen) -> String {
    specimen.token(&specimen.enrol("MEX", "mex.program", &["oversight"]), &[Purpose::Oversight])
}

/// Asks as a program.
async fn called(specimen: &Specimen, token: &str, query: &str) -> Answer {
    let request = Request::get(format!("/api/v1/assessment?{query}"))
        .header("authorization", format!("Bearer {token}"))
        .header("puebla-purpose", Purpose::Oversight.code())
        .body(Body::empty());
    specimen.send(request.unwrap()).await
}

/// Every place `database.table.column` of the list itself, read without this room's types.
fn listed() -> Vec<String> {
    let all: toml::Table = toml::from_str(POLICY).unwrap();
    let mut places = Vec::new();
    for (database, tables) in all["database"].as_table().unwrap() {
        for (table, of) in tables.as_table().unwrap() {
            let columns = of["columns"].as_table().unwrap();
            places.extend(columns.keys().map(|column| format!("{database}.{table}.{column}")));
        }
    }
    places.sort();
    places
}

/// G-33: every column of the data policy stands under one principle, once, in each language.
#[tokio::test]
async fn g_33_every_column_stands_under_one_principle() {
    let specimen = Specimen::new(PLANS);
    let (now, holdings) = (configured(&specimen).await, Holdings::read(POLICY).unwrap());
    for language in [Language::En, Language::Es, Language::Fr] {
        let made = document(&voice(&specimen, language), &holdings, &now);
        let held = made.sections.iter().flat_map(|section| &section.held);
        let mut told: Vec<String> =
            held.flat_map(|held| held.columns.iter().map(move |name| format!("{}.{name}", held.place))).collect();
        told.sort();
        assert!(told.len() > 500, "{}", told.len());
        assert_eq!(told, listed());
        for section in &made.sections {
            assert_eq!(section.columns_are.is_none(), section.held.is_empty(), "{}", section.title);
            assert!(!section.open.is_empty() && !section.rules.is_empty() && !section.configured.is_empty());
        }
    }
    let untold: Vec<_> = holdings.audiences().into_iter().filter(|code| audience(code).is_none()).collect();
    assert!(untold.is_empty(), "{untold:?}");
}

/// G-33: a day of retention, a rule of the profile and a term that is changed change the document; without a change it is the same.
#[tokio::test]
async fn g_33_the_document_follows_the_days_that_are_kept() {
    let specimen = Specimen::new(PLANS);
    let voice = voice(&specimen, Language::Es);
    let now = configured(&specimen).await;
    let written =
        |policy: &str, now: &Configured| markdown(&voice, &document(&voice, &Holdings::read(policy).unwrap(), now));
    let before = written(POLICY, &now);
    assert_eq!(before, written(POLICY, &now.clone()));
    assert!(POLICY.contains("days = 365,") && !before.contains("366 días"));
    let longer = written(&POLICY.replacen("days = 365,", "days = 366,", 1), &now);
    assert!(longer.contains("366 días") && longer != before);
    let mut agreed = now.clone();
    let mut profile = (*now.profile).clone();
    profile.rules.insert("redress_days".to_owned(), 17);
    agreed.profile = std::sync::Arc::new(profile);
    assert!(written(POLICY, &agreed).contains("redress\\_days = 17"), "{before}");
    assert!(before.contains("redress\\_days = 30"));
}

/// G-33: what is switched on in a folder stands in the document at the next question, with its decision and each State's ground.
#[tokio::test]
async fn g_33_the_document_follows_what_is_switched_on() {
    let specimen = Specimen::new(PLANS);
    let steward = specimen.signed_in("HND", "data_steward", Purpose::DataStewardship);
    let before = specimen.get(Some(&steward), "/assessment").await;
    assert_eq!(before.status, StatusCode::OK);
    assert!(before.body.contains("is switched off"), "{}", before.body);
    let coordinator = specimen.signed_in("XSV", "coordinator", Purpose::Secretariat);
    let administrator = specimen.signed_in("GTM", "state_administrator", Purpose::Administration).caller;
    alerts::samples::switch_on(&specimen.ground, &coordinator.caller, &[administrator]).await.unwrap();
    let after = specimen.get(Some(&steward), "/assessment").await.body;
    assert!(!after.contains("is switched off") && after.contains("was adopted by"), "{after}");
    let of_guatemala =
        after.lines().any(|line| line.contains("Guatemala, since") && line.contains("Ley ficticia 9-2026"));
    assert!(of_guatemala, "{after}");
    let json = called(&specimen, &token(&specimen), "language=fr").await.body;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["sections"].as_array().unwrap().len(), 13);
    assert_eq!(json["sections"][0]["title"], "Collecte licite et loyale");
    let of_parts = json["sections"][0]["configured"].as_array().unwrap();
    assert_eq!(of_parts.len(), 1 + alerts::Category::ALL.len());
}

/// G-33: the three languages say it whole, on the page, as Markdown and as a page that stands alone.
#[tokio::test]
async fn g_33_it_is_whole_in_three_languages_and_forms() {
    let specimen = Specimen::new(PLANS);
    let token = token(&specimen);
    for language in ["en", "es", "fr"] {
        for format in ["json", "markdown", "html"] {
            let path = format!("language={language}&format={format}");
            let answer = called(&specimen, &token, &path).await;
            assert_eq!(answer.status, StatusCode::OK);
            // A key nobody wrote would be shown by its name.
            assert!(!answer.body.contains("assessment-") && answer.body.contains("registers.alerts_alert"), "{path}");
        }
    }
    for fault in ["language=de", "format=pdf"] {
        let answer = called(&specimen, &token, fault).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{fault}");
    }
    for (party, role, purpose) in [
        ("MEX", "border_officer", Purpose::BorderControl),
        ("XSV", "coordinator", Purpose::Secretariat),
        ("XIM", "delegate", Purpose::Secretariat),
    ] {
        let other = specimen.signed_in(party, role, purpose);
        assert_eq!(specimen.get(Some(&other), "/assessment").await.status, StatusCode::NOT_FOUND, "{role}");
    }
}

/// G-33: a test that the document names exists in the file that its rule names, and is a test.
#[test]
fn g_33_every_test_that_is_named_exists() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut read: BTreeMap<&str, String> = BTreeMap::new();
    let is_there = |file: &'static str, name: &str, read: &mut BTreeMap<&str, String>| {
        let text = read.entry(file).or_insert_with(|| std::fs::read_to_string(source.join(file)).unwrap());
        let (before, _) = text.split_once(&format!("fn {name}("))?;
        before.lines().rev().take(4).any(|line| line.contains("test]") || line.contains("proptest!")).then_some(())
    };
    let named = RULES.iter().flat_map(|rule| rule.tests);
    let gone: Vec<_> = named.filter(|(file, name)| is_there(file, name, &mut read).is_none()).collect();
    assert!(gone.is_empty(), "{gone:?}");
    assert!(is_there("alerts/life.rs", "nobody_wrote_this", &mut read).is_none(), "a check that can fail");
    let told = PRINCIPLES.iter().flat_map(|principle| principle.rules);
    assert!(told.clone().all(|code| RULES.iter().any(|rule| rule.code == *code)));
    assert!(RULES.iter().all(|rule| told.clone().any(|code| *code == rule.code)), "a rule that nobody is told");
}
