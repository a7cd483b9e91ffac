//! The bytes of every entry, as they were released. A failure here is a change of the journal's form: add, never edit.

use base::store::Entry;
use base::words::Language;
use jiff::civil::date;
use uuid::Uuid;

use crate::document::DocumentKind;
use crate::documents::coded::*;
use crate::documents::entries::*;
use crate::documents::{AlertText, Point, samples};

const ALERT: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001);
const OTHER: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0002);

fn text() -> AlertText {
    AlertText {
        class: FraudClass::Forgery,
        techniques: vec![Technique::PhotoSubstitution, Technique::ChemicalErasure],
        kind: DocumentKind::Visa,
        issuer: "UTO".parse().unwrap(),
        pattern: Some("K9##".parse().unwrap()),
        points: vec![Point {
            level: CheckLevel::SimpleTool,
            place: "foto".to_owned(),
            en: None,
            es: Some("Sin fibra azul".to_owned()),
            fr: None,
        }],
        documents_seen: 11,
        first_seen: "2025-11".parse().unwrap(),
        detected_border: BorderType::Land,
        detected_in: "HND".parse().unwrap(),
        language: Language::Es,
    }
}

fn all() -> Vec<AlertEntry> {
    let (review_on, expires_on) = (date(2028, 3, 2), date(2031, 3, 2));
    let general = AlertText { pattern: None, techniques: vec![], ..text() };
    vec![
        AlertEntry::Submitted(Submitted {
            alert: ALERT,
            process: "RCM".to_owned(),
            year: 2026,
            number: 41,
            expires_on,
            text: text(),
        }),
        AlertEntry::Corrected(Corrected { alert: ALERT, version: 2, text: general, note: "Todas".to_owned() }),
        AlertEntry::Returned(Returned { alert: ALERT, version: 1, hash: [7; 32], question: "¿UV?".to_owned() }),
        AlertEntry::Confirmed(Confirmed { alert: ALERT, version: 1, hash: [7; 32] }),
        AlertEntry::Published(Published { alert: ALERT, version: 1, review_on, expires_on }),
        AlertEntry::Reviewed(Reviewed { alert: ALERT, finding: ReviewFinding::NotMetLately, review_on, expires_on }),
        AlertEntry::Superseded(Superseded { alert: ALERT, by: OTHER }),
        AlertEntry::Withdrawn(Withdrawn { alert: ALERT, reason: WithdrawalReason::Duplicate }),
        AlertEntry::Expired(Expired { alert: ALERT, positions: vec![1, 3, 300] }),
    ]
}

const GOLDEN: [(&str, &str); 9] = [("", ""); 9];

#[test]
fn every_entry_has_the_bytes_it_was_released_with() {
    let made: Vec<(String, String)> =
        all().iter().map(|entry| (entry.kind().to_string(), hex::encode(entry.payload()))).collect();
    let golden: Vec<(String, String)> =
        GOLDEN.iter().map(|(kind, bytes)| ((*kind).to_owned(), (*bytes).to_owned())).collect();
    assert_eq!(made, golden);
}

#[test]
fn every_entry_is_read_as_it_was_written() {
    for entry in all() {
        let read = AlertEntry::read(entry.kind().as_str(), &entry.payload()).unwrap();
        assert_eq!(read, entry);
        assert_eq!(read.destroys().is_empty(), !matches!(entry, AlertEntry::Expired(_)), "only an expiry destroys");
    }
    assert!(AlertEntry::read("reported", &[0x80]).is_err());
    assert!(AlertEntry::read("withdrawn", &[0x80]).is_err());
}

#[test]
fn a_confirmation_is_bound_to_alert_version_and_every_word() {
    let text = text();
    let hash = text.hash(ALERT, 1);
    assert_eq!(hex::encode(hash), HASH);
    let mut changed = text.clone();
    changed.points[0].es = Some("Con fibra azul".to_owned());
    for other in [text.hash(ALERT, 2), text.hash(OTHER, 1), changed.hash(ALERT, 1), samples::text().hash(ALERT, 1)] {
        assert_ne!(other, hash);
    }
}

const HASH: &str = "";
