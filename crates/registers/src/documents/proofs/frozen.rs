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

const GOLDEN: [(&str, &str); 9] = [
    (
        "submitted",
        "8650019000000000700080000000000000016352434d1907ea18296a323033312d30332d30328b0182000b036355544f644b39232381840164666f746ff66e53696e20666962726120617a756c0b67323032352d31310163484e44626573",
    ),
    (
        "corrected",
        "845001900000000070008000000000000001028b0180036355544ff681840164666f746ff66e53696e20666962726120617a756c0b67323032352d31310163484e4462657365546f646173",
    ),
    (
        "returned",
        "845001900000000070008000000000000001015820070707070707070707070707070707070707070707070707070707070707070765c2bf55563f",
    ),
    (
        "confirmed",
        "8350019000000000700080000000000000010158200707070707070707070707070707070707070707070707070707070707070707",
    ),
    ("published", "845001900000000070008000000000000001016a323032382d30332d30326a323033312d30332d3032"),
    ("reviewed", "845001900000000070008000000000000001016a323032382d30332d30326a323033312d30332d3032"),
    ("superseded", "8250019000000000700080000000000000015001900000000070008000000000000002"),
    ("withdrawn", "82500190000000007000800000000000000102"),
    ("expired", "82500190000000007000800000000000000183010319012c"),
];

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

const HASH: &str = "ea6e5f9ec400bde096d3e444c705be09437502893e186b60b3f960430a8dd62f";

#[test]
fn the_page_of_the_docs_shows_the_same_bytes() {
    let page = include_str!("../../../../../docs/formats/documents.md");
    let shown: String = page.split_whitespace().collect();
    for (kind, bytes) in GOLDEN {
        assert!(shown.contains(bytes), "docs/formats/documents.md: {kind} is not {bytes}");
    }
    assert!(page.contains(HASH));
    let listed = |codes: Vec<&str>| {
        for code in codes {
            let word = code.split('_').next().unwrap();
            assert!(page.contains(word), "docs/formats/documents.md does not list {code}");
        }
    };
    listed(FraudClass::ALL.iter().map(|one| one.code()).collect());
    listed(BorderType::ALL.iter().map(|one| one.code()).collect());
    listed(WithdrawalReason::ALL.iter().map(|one| one.code()).collect());
}
