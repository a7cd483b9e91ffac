//! Invented decisions for the tests of this house.

#![allow(clippy::unwrap_used)]

use base::specimen::{Session, Specimen};
use conference::verbs::Verb;

use super::decision::{Ask, Content, MEMBERS, Tongue};
pub(crate) use crate::meetings::samples::*;

/// A decision that urges all members within three months.
pub(crate) fn content(number: u32, text: &str) -> Content {
    let rule = Some("3 months after adoption".parse().unwrap());
    Content {
        number,
        original: Tongue::En,
        text_en: text.to_owned(),
        text_es: String::new(),
        divergence: String::new(),
        asks: vec![Ask { verb: Verb::Urge, addressees: vec![MEMBERS.to_owned()], each: true, rule, lapses: false }],
        condition: String::new(),
        links: Vec::new(),
    }
}

/// Writes the eighth meeting down as held.
pub(crate) async fn held(specimen: &Specimen, session: &Session) {
    let path = plan(specimen, session, "RCM/VIII").await;
    let mut held = called("RCM/VIII");
    held.push(("standing", "held"));
    path_of(specimen.post(session, &format!("{path}/change"), &held).await);
}

/// Fills in the form of a decision by hand.
pub(crate) fn decided(number: &str) -> Vec<(&str, &str)> {
    vec![
        ("meeting", "RCM/VIII"),
        ("number", number),
        ("original", "en"),
        ("text_en", "Urge member countries to send comments on the project within three months."),
        ("text_es", "Instar a los países miembros a enviar comentarios sobre el proyecto en tres meses."),
        ("verb_1", "urge"),
        ("addressees_1", "member countries"),
        ("how_1", "each"),
        ("due_1", "3 months after adoption"),
    ]
}

/// Enters a decision by hand and answers its path.
pub(crate) async fn decide(specimen: &Specimen, session: &Session, number: &str) -> String {
    path_of(specimen.post(session, "/decisions/add", &decided(number)).await)
}
