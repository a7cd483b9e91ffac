//! The examples that ICAO Doc 9303 itself prints, for all five formats.
#![allow(clippy::unwrap_used)]

use super::super::{Arithmetic, Field, FindingCode, Format, Zone, read};
use jiff::civil::{Date, date};

const ON: Date = date(2010, 1, 1);

fn zone(text: &str) -> Zone {
    read(text, ON).unwrap()
}

fn codes(zone: &Zone) -> Vec<&'static str> {
    zone.findings.iter().map(|finding| finding.code.code()).collect()
}

/// Document number, birth, expiry of the example, then primary and secondary identifier.
type Said<'a> = (Format, [&'a str; 5]);

#[test]
fn the_specimens_of_all_five_formats_are_read_as_printed() {
    let eriksson = ["ERIKSSON", "ANNA MARIA"];
    let cases: [(&str, Said<'_>); 7] = [
        // 9303-4, appendix B (seventh edition; the eighth prints PP in the code).
        (
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",
            (Format::Td3, ["L898902C3", "1974-08-12", "2012-04-15", eriksson[0], eriksson[1]]),
        ),
        // 9303-5, appendix B.
        (
            "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<",
            (Format::Td1, ["D23145890", "1974-08-12", "2012-04-15", eriksson[0], eriksson[1]]),
        ),
        // 9303-6, appendix B.
        (
            "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6",
            (Format::Td2, ["D23145890", "1974-08-12", "2012-04-15", eriksson[0], eriksson[1]]),
        ),
        // 9303-7, appendix B.1 and B.2, seventh edition.
        (
            "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8988901C4XXX4009078F96121096ZE184226B<<<<<<",
            (Format::MrvA, ["L8988901C", "1940-09-07", "1996-12-10", eriksson[0], eriksson[1]]),
        ),
        (
            "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<",
            (Format::MrvB, ["L8988901C", "1940-09-07", "1996-12-10", eriksson[0], eriksson[1]]),
        ),
        // 9303-7, eighth edition, the same places: a number of eight characters.
        (
            "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C<3UTO6908061F9406236ZE184226B<<<<<<<",
            (Format::MrvA, ["L898902C", "1969-08-06", "1994-06-23", eriksson[0], eriksson[1]]),
        ),
        (
            "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL898902C<3UTO6908061F9406236ZE184226",
            (Format::MrvB, ["L898902C", "1969-08-06", "1994-06-23", eriksson[0], eriksson[1]]),
        ),
    ];
    for (text, (format, [number, birth, expiry, primary, secondary])) in cases {
        let zone = zone(text);
        assert_eq!(zone.arithmetic, Arithmetic::Valid, "{text}");
        assert_eq!(zone.format, format);
        assert_eq!(zone.document_number(), number);
        assert_eq!(zone.fields.birth_date.as_deref(), Some(birth));
        assert_eq!(zone.fields.expiry_date.as_deref(), Some(expiry));
        assert_eq!([&*zone.fields.primary_identifier, &*zone.fields.secondary_identifier], [primary, secondary]);
        assert_eq!((zone.fields.sex, zone.issuing_state()), ('F', "UTO"));
        assert!(codes(&zone).contains(&"specimen"));
    }
}

#[test]
fn the_worked_composites_come_out() {
    // 9303-3, appendix A, examples 3 to 5; the upper lines of 3 and 5 are not printed there, and no composite covers
    // them.
    for text in [
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nHA672242<6YTO5802254M9601086<<<<<<<<<<<<<<08",
        "I<YTOD231458907<<<<<<<<<<<<<<<\n3407127M9507122YTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<",
        "I<UTOSTEVENSON<<PETER<JOHN<<<<<<<<<<\nHA672242<6YTO5802254M9601086<<<<<<<8",
    ] {
        let zone = zone(text);
        assert_eq!(zone.arithmetic, Arithmetic::Valid, "{text}");
        // The examples print a code that is in no list of the standard.
        assert!(codes(&zone).contains(&"state_unknown"));
    }
}

#[test]
fn a_number_of_more_than_nine_characters_runs_over_into_the_optional_data() {
    // 9303-11, appendix D.2.
    let card = zone("I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<");
    assert_eq!(card.arithmetic, Arithmetic::Valid);
    assert_eq!(card.document_number(), "D23145890734");
    assert_eq!(card.fields.optional, ["", ""]);
    let check = &card.checks[0];
    assert_eq!((check.field, check.line, check.from, check.to, check.digit), (Field::DocumentNumber, 1, 6, 18, '9'));
    assert_eq!((check.at.line, check.at.from), (1, 19));
    assert_eq!(check.covers.len(), 2);

    let broken = zone("I<UTOD23145890<734999999999999\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<");
    assert!(codes(&broken).contains(&"long_number_form") && codes(&broken).contains(&"check_digit_not_digit"));
    assert_eq!(broken.document_number(), "D23145890");

    // A number that does not fill its field goes on nowhere: the filler behind it is a missing digit.
    let short = zone("I<UTOD231458<<<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<");
    assert_eq!((short.document_number(), &*short.fields.optional[0]), ("D231458", "7349"));
    assert!(codes(&short).contains(&"check_digit_not_digit") && !codes(&short).contains(&"long_number_form"));
}

#[test]
fn the_days_on_which_a_finding_begins_are_exact() {
    let dated = |birth: &str, expiry: &str, on: Date| {
        let lower = format!("L898902C36UTO{birth}2F{expiry}9ZE184226B<<<<<10");
        let zone = read(&format!("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n{lower}"), on).unwrap();
        zone.findings
            .iter()
            .map(|finding| finding.code)
            .filter(|code| *code != FindingCode::Specimen)
            .collect::<Vec<_>>()
    };
    let on = date(2026, 6, 1);
    assert_eq!(dated("740812", "260601", on), [], "valid on its last day");
    assert_eq!(dated("740812", "260531", on), [FindingCode::Expired]);
    assert_eq!(dated("260601", "260601", on), [], "born and expiring today");
    assert_eq!(dated("230405", "230404", on), [FindingCode::ExpiryBeforeBirth, FindingCode::Expired]);
    assert_eq!(dated("740812", "761231", on), [], "fifty years ahead");
    assert_eq!(dated("740812", "770101", on), [FindingCode::ExpiryCenturyUncertain]);
}

#[test]
fn the_printed_names_are_cut_into_their_parts() {
    // 9303-4, 4.2.3.1 to 4.2.3.4.
    for (name, primary, secondary, more) in [
        ("HENG<<DEBORAH<MING<LO<<<<<<<<<<<<<<<<<<", "HENG", "DEBORAH MING LO", None),
        ("SMITH<JONES<<SUSIE<MARGARET<<<<<<<<<<<<", "SMITH JONES", "SUSIE MARGARET", None),
        ("OCONNOR<<ENYA<SIOBHAN<<<<<<<<<<<<<<<<<<", "OCONNOR", "ENYA SIOBHAN", None),
        ("VAN<DER<MUELLEN<<MARTIN<<<<<<<<<<<<<<<<", "VAN DER MUELLEN", "MARTIN", None),
        ("ARKFREITH<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<", "ARKFREITH", "", Some(FindingCode::NameOnePart)),
        ("SATRIYA<SUDARPA<<<<<<<<<<<<<<<<<<<<<<<<", "SATRIYA SUDARPA", "", Some(FindingCode::NameOnePart)),
        (
            "NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K",
            "NILAVADHANANANDA",
            "CHAYAPA DEJTHAMRONG K",
            Some(FindingCode::NameTruncated),
        ),
        (
            "BENNELONG<WOOLOOM<WARRAND<WARNAM<<DINGO",
            "BENNELONG WOOLOOM WARRAND WARNAM",
            "DINGO",
            Some(FindingCode::NameTruncated),
        ),
        (
            "PAPANDROPOULOUS<<JONATHON<WARREN<TREVOR",
            "PAPANDROPOULOUS",
            "JONATHON WARREN TREVOR",
            Some(FindingCode::NameTruncated),
        ),
    ] {
        let zone = zone(&format!("PPUTO{name}\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"));
        assert_eq!([&*zone.fields.primary_identifier, &*zone.fields.secondary_identifier], [primary, secondary]);
        let about_name = zone.findings.iter().find(|finding| finding.field == Field::Name).map(|finding| finding.code);
        assert_eq!(about_name, more, "{name}");
    }
}

#[test]
fn the_empty_personal_number_may_have_0_or_the_filler_for_its_digit() {
    let upper = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
    for (own, right) in [('0', true), ('<', true), ('1', false), ('O', false)] {
        let zone = zone(&format!("{upper}\nHA672242<6UTO5802254M9601086<<<<<<<<<<<<<<{own}8"));
        let check = zone.checks.iter().find(|check| check.field == Field::PersonalNumber).unwrap();
        assert_eq!(check.ok, right, "{own}");
        assert_eq!(check.expected, if own == '<' { '<' } else { '0' });
    }
    let filled = zone(&format!("{upper}\nL898902C36UTO7408122F1204159ZE184226B<<<<<<9"));
    let check = filled.checks.iter().find(|check| check.field == Field::PersonalNumber).unwrap();
    assert_eq!((check.digit, check.expected, check.ok), ('<', '1', false));
}
