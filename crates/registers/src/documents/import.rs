//! What a bulk import of alerts needs of this room: columns into a text, and a chunk of texts into the register.
//!
//! Imported alerts are submitted by the importing State like any other, and wait for a confirmation by another.

use base::desk::Entries;
use base::store::StoreError;
use base::web::InputFault;
use jiff::civil::Date;
use sha2::{Digest, Sha256};

use super::alert::{AlertText, Reference};
use super::entries::AlertEntry;
use super::submit::{Numbering, hand_in};
use super::typed::{Typed, TypedPoint};

/// The columns of a file of alerts. Lists are separated by `|`; `levels` and `places` stand in the order of `points`.
pub const COLUMNS: [&str; 13] = [
    "fraud_class",
    "techniques",
    "kind",
    "issuer",
    "pattern",
    "points",
    "levels",
    "places",
    "documents_seen",
    "first_seen",
    "detected_border",
    "detected_in",
    "language",
];

/// The columns that a file may leave out: no technique, no pattern, every point seen with eyes and fingers, nowhere named.
pub const OPTIONAL_COLUMNS: [&str; 4] = ["techniques", "pattern", "levels", "places"];

/// Reads one record, given its columns by name; an absent column reads as empty.
///
/// Points are in the record's own language. Errors: every fault with its column's name.
pub fn read_record(column: impl Fn(&str) -> String, today: Date) -> Result<AlertText, Vec<InputFault>> {
    let language = column("language");
    let list = |name: &str| -> Vec<String> { column(name).split('|').map(|part| part.trim().to_owned()).collect() };
    let (levels, places) = (list("levels"), list("places"));
    let point = |(at, text): (usize, String)| {
        let level = levels.get(at).filter(|level| !level.is_empty()).map_or("1", |level| level.as_str()).to_owned();
        let mut point =
            TypedPoint { level, place: places.get(at).cloned().unwrap_or_default(), ..TypedPoint::default() };
        match language.trim() {
            "en" => point.en = text,
            "fr" => point.fr = text,
            _ => point.es = text,
        }
        point
    };
    let typed = Typed {
        fraud_class: column("fraud_class"),
        techniques: list("techniques"),
        kind: column("kind"),
        issuer: column("issuer"),
        pattern: column("pattern"),
        points: list("points").into_iter().enumerate().map(point).collect(),
        documents_seen: column("documents_seen"),
        first_seen: column("first_seen"),
        detected_border: column("detected_border"),
        detected_in: column("detected_in"),
        language: language.clone(),
    };
    typed.read(today).map_err(|faults| faults.into_iter().map(in_column).collect())
}

/// Hands a chunk of texts in for the speaking State; answers their references in the same order.
pub fn hand_in_all(
    entries: &Entries<'_, AlertEntry>,
    numbering: &Numbering,
    texts: &[AlertText],
) -> Result<Vec<Reference>, StoreError> {
    texts.iter().map(|text| hand_in(entries, numbering, text).map(|(_, reference)| reference)).collect()
}

/// Answers what two records that say the same have in common, so that a file's duplicates are found.
pub fn fingerprint(text: &AlertText) -> [u8; 32] {
    Sha256::digest(text.encode()).into()
}

/// Names the column in which a fault of a point stands.
fn in_column(fault: InputFault) -> InputFault {
    let column = match fault.field.rsplit_once('.') {
        Some((_, "level")) => "levels",
        Some((_, "place")) => "places",
        Some(_) => "points",
        None => return fault,
    };
    InputFault { field: column.to_owned(), ..fault }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::documents::coded::{CheckLevel, Technique};
    use jiff::civil::date;
    use std::collections::BTreeMap;

    fn record(changes: &[(&str, &str)]) -> impl Fn(&str) -> String {
        let mut record: BTreeMap<String, String> = [
            ("fraud_class", "forgery"),
            ("techniques", "photo_substitution|relamination"),
            ("kind", "passport"),
            ("issuer", "UTO"),
            ("pattern", "K9#######"),
            ("points", "La foto está pegada encima. | Sin fibra azul bajo luz UV."),
            ("levels", "1|2"),
            ("places", "|página de datos"),
            ("documents_seen", "3"),
            ("first_seen", "2026-01"),
            ("detected_border", "air"),
            ("detected_in", "PAN"),
            ("language", "es"),
        ]
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
        record.extend(changes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        move |name| record.get(name).cloned().unwrap_or_default()
    }

    fn read(changes: &[(&str, &str)]) -> Result<AlertText, Vec<(String, &'static str)>> {
        let today = date(2026, 3, 2);
        read_record(record(changes), today).map_err(|faults| faults.into_iter().map(|f| (f.field, f.code)).collect())
    }

    #[test]
    fn a_record_is_read_with_its_lists_side_by_side() {
        let text = read(&[]).unwrap();
        assert_eq!(text.techniques, [Technique::PhotoSubstitution, Technique::Relamination]);
        assert_eq!(text.points.len(), 2);
        assert_eq!((text.points[1].level, text.points[1].place.as_str()), (CheckLevel::SimpleTool, "página de datos"));
        assert_eq!(text.points[0].es.as_deref(), Some("La foto está pegada encima."));
    }

    #[test]
    fn columns_that_may_be_left_out_may_be_empty() {
        let text = read(&OPTIONAL_COLUMNS.map(|name| (name, ""))).unwrap();
        assert!(text.techniques.is_empty() && text.pattern.is_none());
        assert!(text.points.iter().all(|point| point.level == CheckLevel::Unaided && point.place.is_empty()));
    }

    #[test]
    fn a_fault_names_its_column() {
        assert_eq!(read(&[("points", "a")]).unwrap_err(), [("points".to_owned(), "too-short")]);
        assert_eq!(read(&[("levels", "1|7")]).unwrap_err(), [("levels".to_owned(), "no-such-code")]);
        assert_eq!(read(&[("issuer", "Utopia")]).unwrap_err(), [("issuer".to_owned(), "no-such-state")]);
        assert_eq!(read(&[("language", "de")]).unwrap_err(), [("language".to_owned(), "no-such-code")]);
        for name in COLUMNS.iter().filter(|name| !OPTIONAL_COLUMNS.contains(name)) {
            assert!(read(&[(name, "")]).unwrap_err().iter().any(|(column, _)| column == name), "{name}");
        }
    }

    #[test]
    fn records_that_say_the_same_have_the_same_fingerprint() {
        let (one, other) = (read(&[]).unwrap(), read(&[("documents_seen", "4")]).unwrap());
        assert_eq!(fingerprint(&one), fingerprint(&read(&[("issuer", "uto")]).unwrap()));
        assert_ne!(fingerprint(&one), fingerprint(&other));
    }
}
