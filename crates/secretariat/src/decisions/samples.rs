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

/// A declaration of three decisions, in words of our own.
pub(crate) const ENGLISH: &str = "Declaration of the specimen meeting\n\nThe Vice-Ministers decided to:\n\n\
    1. Thank the network of civil organizations for its contributions.\n\n\
    2. Urge member countries to send comments on the project within a period of three months.\n\n\
    3. Request that Mexico and Guatemala prepare a proposal.\n";

/// Has a text read and answers the path of its set.
pub(crate) async fn pasted(specimen: &Specimen, session: &Session, text: &str) -> String {
    let form = [("pasted_meeting", "RCM/VIII"), ("text", text)];
    path_of(specimen.post(session, "/decisions/imports/pasted", &form).await)
}

/// Confirms the second draft of a set as [`decided`] has it.
pub(crate) async fn confirm(specimen: &Specimen, session: &Session, set: &str, place: u32, revision: &str) {
    let number = place.to_string();
    let mut form = decided(&number);
    form.extend([("step", "confirm"), ("revision", revision)]);
    assert_eq!(specimen.post(session, &format!("{set}/{place}"), &form).await.status, 303);
}
