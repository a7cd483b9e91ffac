//! What the room promises, shown through the real router by invented people of several States.
#![allow(clippy::unwrap_used)]

mod expiry;
mod frozen;
mod life;
mod lint;
mod pages;
mod random;
mod refusals;
mod speed;

use std::sync::Arc;

use axum::http::StatusCode;
use base::access::{Purpose, Resource};
use base::desk::{Permitted, Reader};
use base::ground::{HousePlan, Puebla};
use base::specimen::{Answer, Session, Specimen};
use base::web::Filled;
use uuid::Uuid;

use super::draft::{self, Working};
use super::typed::Typed;
use super::{LooksUpAlerts, form};
use crate::document::{DocumentKind, DocumentNumber, DocumentRef};

/// The house with all its rooms.
pub(super) static PLANS: &[HousePlan] = &[crate::PLAN];

base::permit!(
    /// Stands for the check, which is another room's.
    Look = "documents.list" in "registers",
    for [BorderControl, DocumentExamination, DataStewardship], class Members, rate Check
);
impl LooksUpAlerts for Look {}

/// A specimen with an examiner of Honduras and one of Canada.
pub(super) struct Stage {
    pub specimen: Specimen,
    pub author: Session,
    pub expert: Session,
}

impl Stage {
    pub fn new() -> Self {
        Stage::of(Specimen::new(PLANS), "HND", "CAN")
    }

    /// A stage with an examiner of each of two States.
    pub fn of(specimen: Specimen, author: &str, expert: &str) -> Self {
        let examiner = |state| specimen.signed_in(state, "document_examiner", Purpose::DocumentExamination);
        let (author, expert) = (examiner(author), examiner(expert));
        Stage { specimen, author, expert }
    }

    pub fn ground(&self) -> &Arc<Puebla> {
        &self.specimen.ground
    }

    /// Draws up a draft and submits it by the pages; answers the reference.
    pub async fn submitted(&self, typed: &Typed) -> String {
        let draft = self.drafted(&self.author, typed).await;
        let page = self.specimen.get(Some(&self.author), &format!("{draft}/submit")).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        let seen = field(&page, "seen");
        let done = self.specimen.post(&self.author, &format!("{draft}/submit"), &[("seen", &seen)]).await;
        let to = location(&done);
        to.strip_prefix("/documents/").unwrap().strip_suffix("?done=submitted").unwrap().to_owned()
    }

    /// Draws up a draft by the page; answers its address.
    pub async fn drafted(&self, by: &Session, typed: &Typed) -> String {
        let done = self.specimen.post(by, "/documents/new", &pairs(typed, "continue")).await;
        let to = location(&done);
        assert!(to.ends_with("/submit"), "{to} {}", done.body);
        to.strip_suffix("/submit").unwrap().to_owned()
    }

    /// Reads the hash of what waits, from the page on which it is confirmed.
    pub async fn seen(&self, by: &Session, reference: &str) -> String {
        field(&self.specimen.get(Some(by), &format!("/documents/{reference}/confirm")).await, "seen")
    }

    pub async fn confirmed(&self, by: &Session, reference: &str) {
        let seen = self.seen(by, reference).await;
        let done = self.specimen.post(by, &format!("/documents/{reference}/confirm"), &[("seen", &seen)]).await;
        assert_eq!(location(&done), "/documents/waiting?done=confirmed");
    }

    pub async fn published(&self, typed: &Typed) -> String {
        let reference = self.submitted(typed).await;
        self.confirmed(&self.expert, &reference).await;
        self.publish(&reference).await;
        reference
    }

    /// Publishes by the pages what is confirmed.
    pub async fn publish(&self, reference: &str) {
        let path = format!("/documents/{reference}/publish");
        let seen = field(&self.specimen.get(Some(&self.author), &path).await, "seen");
        let done = self.specimen.post(&self.author, &path, &[("seen", &seen)]).await;
        assert_eq!(location(&done), format!("/documents/{reference}?done=published"), "{}", done.body);
    }

    /// Hands a correction in by the pages; answers the last answer.
    pub async fn corrected(&self, reference: &str, typed: &Typed, note: &str) -> Answer {
        let started = self.specimen.post(&self.author, &format!("/documents/{reference}/correct"), &[]).await;
        let draft = location(&started);
        let mut fields = pairs(typed, "continue");
        fields.push(("note", note));
        let kept = self.specimen.post(&self.author, &draft, &fields).await;
        let last = location(&kept);
        let seen = field(&self.specimen.get(Some(&self.author), &last).await, "seen");
        self.specimen.post(&self.author, &last, &[("seen", &seen)]).await
    }

    /// Asks as a check would, by a border officer of Guatemala: first for the number, then for what is general.
    pub async fn fitting(&self, kind: DocumentKind, number: &str) -> Vec<super::AlertHit> {
        let reader = self.reader().await;
        let (issuer, number) = ("UTO".parse().unwrap(), DocumentNumber::parse(number).unwrap());
        let mut hits = super::fitting(&reader, &DocumentRef { issuer, kind, number }).unwrap();
        hits.extend(super::general(&reader, issuer, kind).unwrap());
        hits
    }

    pub async fn reader(&self) -> Reader<Look> {
        let officer = self.specimen.signed_in("GTM", "border_officer", Purpose::BorderControl);
        Permitted::<Look>::new(Arc::clone(self.ground()), officer.caller).open(Resource::room()).await.unwrap()
    }

    /// Answers references of alerts that fit a passport number of Utopia.
    pub async fn hits(&self, number: &str) -> Vec<String> {
        self.fitting(DocumentKind::Passport, number).await.into_iter().map(|hit| hit.reference).collect()
    }
}

/// Writes what a browser would send for a typed alert.
pub(super) fn pairs<'a>(typed: &'a Typed, act: &'a str) -> Vec<(&'a str, &'a str)> {
    // Leaked, because tests hold names for their whole life and there are few of them.
    let name =
        |number: usize, part: &str| -> &'static str { Box::leak(format!("points.{number}.{part}").into_boxed_str()) };
    let mut pairs = vec![
        ("fraud_class", typed.fraud_class.as_str()),
        ("kind", &typed.kind),
        ("issuer", &typed.issuer),
        ("pattern", &typed.pattern),
        ("documents_seen", &typed.documents_seen),
        ("first_seen", &typed.first_seen),
        ("detected_border", &typed.detected_border),
        ("detected_in", &typed.detected_in),
        ("language", &typed.language),
        ("act", act),
    ];
    pairs.extend(typed.techniques.iter().map(|technique| ("techniques", technique.as_str())));
    for (at, point) in typed.points.iter().enumerate() {
        let parts =
            [("level", &point.level), ("place", &point.place), ("en", &point.en), ("es", &point.es), ("fr", &point.fr)];
        pairs.extend(parts.into_iter().map(|(part, value)| (name(at + 1, part), value.as_str())));
    }
    pairs
}

/// Answers where an answer leads.
pub(super) fn location(answer: &Answer) -> String {
    let to = answer.headers.get("location").unwrap_or_else(|| panic!("{} {}", answer.status, answer.body));
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    to.to_str().unwrap().to_owned()
}

/// Answers the value of a hidden field.
pub(super) fn field(page: &Answer, name: &str) -> String {
    let start = format!("name=\"{name}\" value=\"");
    let rest = page.body.split(&start).nth(1).unwrap_or_else(|| panic!("no {name}: {} {}", page.status, page.body));
    rest.split('"').next().unwrap().to_owned()
}

#[test]
fn a_form_and_a_working_copy_say_the_same() {
    let corrects = Some(draft::Correcting { reference: "R".to_owned(), seen: "00".to_owned() });
    let working = Working { typed: super::samples::typed(), corrects: corrects.clone(), note: "n".to_owned() };
    assert_eq!(form::working(&form::filled(&working), corrects), working);
    assert_eq!(form::working(&form::filled(&working), None).note, "", "asked for in a correction alone");
    assert_eq!(draft::read(&draft::written(&working)), Some(working));
    assert_eq!(form::working(&Filled::new(), None).typed.points.len(), 0);
    assert_eq!(draft::path(Uuid::nil()), "/documents/drafts/00000000-0000-0000-0000-000000000000");
}
