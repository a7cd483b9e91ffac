//! National practice, on specimens published by the issuing States.
#![allow(clippy::unwrap_used)]

use super::super::{Arithmetic, Field, FindingCode, Format, Variant, Zone, read};
use crate::document::DocumentKind;
use jiff::civil::{Date, date};

const ON: Date = date(2012, 1, 1);

fn zone(lines: &[&str]) -> Zone {
    read(&lines.join("\n"), ON).unwrap()
}

fn has(zone: &Zone, code: FindingCode) -> bool {
    zone.findings.iter().any(|finding| finding.code == code)
}

#[test]
fn the_older_belgian_card_counts_the_filler_and_the_later_ones_do_not() {
    let older = ["IDBEL000590240<6013<<<<<<<<<<<", "8512017F1311048BEL851201002007", "SPECIMEN<<SPECIMEN<<<<<<<<<<<<"];
    let card = zone(&older);
    assert_eq!((card.arithmetic, card.variant), (Arithmetic::Valid, Some(Variant::BelgianIdentityCard)));
    assert_eq!(card.document_number(), "000590240601");
    assert!(has(&card, FindingCode::BelgianIdentityCard));
    assert_eq!(
        (card.checks[0].from, card.checks[0].to, card.checks[0].digit, card.checks[0].expected),
        (6, 18, '3', '3')
    );

    let later = ["IDBEL600001795<0152<<<<<<<<<<<", "1301014F2311207BEL130101987398", "SPECIMEN<<SPECIMEN<<<<<<<<<<<<"];
    let card = zone(&later);
    assert_eq!((card.arithmetic, card.variant), (Arithmetic::Valid, None));

    let wrong = zone(&["IDBEL000590240<6016<<<<<<<<<<<", older[1], older[2]]);
    assert_eq!((wrong.checks[0].expected, wrong.checks[0].ok, wrong.variant), ('1', false, None));

    let elsewhere = zone(&[&older[0].replace("BEL", "UTO"), older[1], older[2]]);
    assert!(!elsewhere.checks[0].ok, "the rule is the Belgian card's alone");
}

#[test]
fn the_french_card_of_two_lines_has_fields_and_digits_of_its_own() {
    let specimen = ["IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<", "9409923102854CORINNE<<<<<<<6512068F4"];
    let card = zone(&specimen);
    assert_eq!((card.format, card.arithmetic), (Format::Td2, Arithmetic::Valid));
    assert_eq!(card.variant, Some(Variant::FrenchIdentityCard));
    assert_eq!((card.document_number(), card.kind()), ("940992310285", Some(DocumentKind::IdentityCard)));
    assert_eq!([&*card.fields.primary_identifier, &*card.fields.secondary_identifier], ["BERTHIER", "CORINNE"]);
    assert_eq!((card.fields.birth_date.as_deref(), card.fields.expiry_date.as_deref()), (Some("1965-12-06"), None));
    assert_eq!((card.fields.sex, &*card.fields.nationality, card.uncovered.len()), ('F', "", 0));
    let fields: Vec<Field> = card.checks.iter().map(|check| check.field).collect();
    assert_eq!(fields, [Field::DocumentNumber, Field::BirthDate, Field::Composite]);
    assert!(card.findings.iter().all(|finding| finding.code == FindingCode::FrenchIdentityCard), "{:?}", card.findings);

    // Its composite covers the names.
    let renamed = zone(&[&specimen[0].replace("BERTHIER", "BERTHIET"), specimen[1]]);
    assert_eq!(renamed.failed().map(|check| check.field).collect::<Vec<_>>(), [Field::Composite]);
}

#[test]
fn a_french_zone_that_keeps_the_icao_layout_is_read_by_it() {
    let zone = zone(&["IDFRAERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907FRA7408122F1204159<<<<<<<6"]);
    assert_eq!((zone.variant, zone.document_number()), (None, "D23145890"));
    assert_eq!(zone.arithmetic, Arithmetic::Valid);
}

#[test]
fn what_is_known_of_the_cards_of_the_region_is_explained_and_excuses_no_digit() {
    // The published example of the Guatemalan card: every digit but the composite is ICAO's.
    let card =
        zone(&["IDGTM20519899670101S0101<<<001", "8010306F2201258GTM<<1050078438", "EJEMPLO<<EJEMPLO<<<<<<<<<<<<<<"]);
    assert_eq!(card.arithmetic, Arithmetic::Invalid);
    assert_eq!(card.failed().map(|check| (check.field, check.expected)).collect::<Vec<_>>(), [(Field::Composite, '3')]);
    assert!(has(&card, FindingCode::CompositeByOtherRule) && !has(&card, FindingCode::CompositeAlone));

    let invented = "IDMEX0000000000<<0000000000000";
    for (letter, explained) in [("H", true), ("M", true), ("F", false)] {
        let voter =
            zone(&[invented, &format!("8010306{letter}2201258MEX<02<<00000<0"), "ESPECIMEN<<ESPECIMEN<<<<<<<<<<"]);
        assert_eq!(has(&voter, FindingCode::MexicanSexLetter), explained, "{letter}");
        assert!(!has(&voter, FindingCode::SexNotAllowed));
    }
    let larger = zone(&["IDMEXESPECIMEN<<ESPECIMEN<<<<<<<<<<<", "0000000000MEX8010306H2201258<<<<<<<0"]);
    assert!(has(&larger, FindingCode::SexNotAllowed), "the voter card has three lines");
}

#[test]
fn a_card_without_limit_is_not_called_expired() {
    // The permanent card of Spain carries 01-01-9999, printed 990101; its officers' counterparts have refused it as
    // false.
    let first = "IDESPBAA000589599999999R<<<<<<";
    let lines = [first, "4001014F9901015ESP<<<<<<<<<<<1", "ESPANOLA<ESPANOLA<<CARMEN<<<<<"];
    let permanent = read(&lines.join("\n"), date(2026, 1, 1)).unwrap();
    assert_eq!(permanent.fields.expiry_date.as_deref(), Some("2099-01-01"));
    assert!(has(&permanent, FindingCode::ExpiryCenturyUncertain) && !has(&permanent, FindingCode::Expired));
}
