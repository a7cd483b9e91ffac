//! The JSON as `docs/formats/zone.md` has it, every code on that page, and that no text makes the reader fail.
#![allow(clippy::unwrap_used)]

use super::super::{
    Arithmetic, Field, FindingCode, Format, INPUT_BYTES_MAX, Layer, Typed, UnreadableCode, Weight, Zone, classify, read,
};
use super::specimen::{self, Dealer};
use crate::document::DocumentKind;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use std::collections::BTreeSet;

const PAGE: &str = include_str!("../../../../../../docs/formats/zone.md");
const ON: Date = date(2026, 6, 1);
const UPPER: &str = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
const LOWER: &str = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";

/// The rows of the tables under a heading, as cells.
fn rows(heading: &str) -> Vec<Vec<&'static str>> {
    let section = PAGE.split("\n## ").find(|section| section.starts_with(heading)).unwrap();
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    rows.map(|line| line.trim_matches('|').split(" | ").map(|cell| cell.trim().trim_matches('`')).collect()).collect()
}

fn first_cells(heading: &str) -> BTreeSet<&'static str> {
    rows(heading).into_iter().map(|cells| cells[0]).collect()
}

fn codes(zone: &Zone) -> BTreeSet<FindingCode> {
    zone.findings.iter().map(|finding| finding.code).collect()
}

#[test]
fn the_page_shows_what_is_printed() {
    let zone = serde_json::to_string(&read(&format!("{UPPER}\n{LOWER}"), ON).unwrap()).unwrap();
    assert!(PAGE.contains(&format!("```json\n{zone}\n```")), "{zone}");
    let error = read(&format!("{UPPER}\n{}", &LOWER[1..]), ON).unwrap_err();
    let error = serde_json::json!({ "error": error }).to_string();
    let shown: serde_json::Value =
        serde_json::from_str(PAGE.lines().find(|line| line.starts_with("{\"error\"")).unwrap()).unwrap();
    assert_eq!(serde_json::from_str::<serde_json::Value>(&error).unwrap(), shown);
}

#[test]
fn the_page_lists_exactly_the_codes_there_are() {
    let all = |codes: &mut dyn Iterator<Item = &'static str>| codes.collect::<BTreeSet<_>>();
    assert_eq!(first_cells("Formats"), all(&mut Format::ALL.iter().map(|format| format.code())));
    assert_eq!(first_cells("A text that is no zone"), all(&mut UnreadableCode::ALL.iter().map(|code| code.code())));
    assert_eq!(first_cells("Findings"), all(&mut FindingCode::ALL.iter().map(|code| code.code())));
    for cells in rows("Findings") {
        let code = FindingCode::ALL.iter().find(|code| code.code() == cells[0]).unwrap();
        assert_eq!(cells[1], code.layer().code(), "{}", cells[0]);
        assert_eq!(cells[3], if code.weight() == Weight::Look { "look" } else { "remark" }, "{}", cells[0]);
    }
    for layer in Layer::ALL {
        assert!(PAGE.contains(&format!("`{}`", layer.code())));
    }
    for field in Field::ALL.iter().filter(|field| !matches!(field, Field::Optional)) {
        assert!(PAGE.contains(&format!("`{}`", field.code())), "{}", field.code());
    }
    for arithmetic in Arithmetic::ALL {
        assert!(PAGE.contains(&format!("`{}`", arithmetic.code())));
    }
}

/// One zone for each code, or more: what is changed, and which code then appears.
fn made_by_change() -> Vec<(FindingCode, String)> {
    use FindingCode::*;
    let passport = |from: &str, to: &str| format!("{UPPER}\n{LOWER}").replacen(from, to, 1);
    let card = |from: &str, to: &str| {
        "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F3204153UTO<<<<<<<<<<<0\nERIKSSON<<ANNA<MARIA<<<<<<<<<<"
            .replacen(from, to, 1)
    };
    vec![
        (LowerCase, passport("ANNA", "anna")),
        (DocumentCodeNotAllowed, passport("P<UTO", "I<UTO")),
        (DocumentCodeNotAllowed, card("I<UTO", "AIUTO")),
        (DocumentCodeNotAllowed, card("I<UTO", "IVUTO")),
        (DocumentCodeNotAllowed, "ACUTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6".into()),
        (PassportTypeNotListed, passport("P<UTO", "PXUTO")),
        (StateUnknown, passport("P<UTO", "P<XYZ")),
        (StateUnknown, passport("P<UTO", "P<<UT")),
        (StateDeprecated, passport("P<UTO", "P<ANT")),
        (StateNotAnIssuer, passport("P<UTO", "P<XXB")),
        (Empty, passport("P<UTO", "P<<<<")),
        (Empty, passport("C36UTO", "C36<<<")),
        (Empty, passport("L898902C36", "<<<<<<<<<0")),
        (Empty, passport("ERIKSSON<<ANNA<MARIA", "<<<<<<<<<<<<<<<<<<<<")),
        (Empty, passport("1204159", "<<<<<<0")),
        (LeadingFiller, passport("L898902C3", "<898902C3")),
        (LeadingFiller, passport("ERIKSSON<<", "<ERIKSSON<")),
        (DateNotDigits, passport("740812", "74O812")),
        (DateImpossible, passport("740812", "740231")),
        (DateImpossible, passport("120415", "121315")),
        (BirthDatePartial, passport("740812", "7408<<")),
        (BirthDatePartial, passport("740812", "<<<<<<")),
        (ExpiryDatePartial, passport("120415", "1204<<")),
        (SexNotAllowed, passport("2F1", "2X1")),
        (CheckDigitNotDigit, passport("C36UTO", "C3OUTO")),
        (LongNumberForm, card("D231458907<<<", "D23145890<7<<")),
        (LongNumberForm, card("D231458907<<<<<<<<<<<<<<<", "D23145890<123456789012345")),
        (NameDigit, passport("ERIKSSON", "ER1KSSON")),
        (NameSeparators, passport("ANNA<MARIA", "ANNA<<MARI")),
        (NameSeparators, passport("<<ANNA", "<<<ANN")),
        (NameOnePart, passport("<<ANNA", "<ANNAA")),
        (NameTruncated, card("MARIA<<<<<<<<<<", "MARIAAAAAAAAAAA")),
        (
            BelgianIdentityCard,
            "IDBEL000590240<6013<<<<<<<<<<<\n8512017F1311048BEL851201002007\nSPECIMEN<<S<<<<<<<<<<<<<<<<<<<".into(),
        ),
        (FrenchIdentityCard, "IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<\n9409923102854CORINNE<<<<<<<6512068F4".into()),
        (MexicanSexLetter, card("I<UTO", "IDMEX").replace("2F3", "2M3")),
        (CompositeByOtherRule, card("I<UTO", "IDDOM").replace("<0\n", "<9\n")),
        (CompositeAlone, passport("<<10", "<<11")),
        (Specimen, passport("P<UTO", "P<GTM")),
        (Expired, passport("", "")),
        (ExpiryBeforeBirth, passport("7408122F120415", "2405052F230415")),
        (BirthCenturyUncertain, passport("740812", "260602")),
        (ExpiryCenturyUncertain, passport("120415", "990101")),
    ]
}

#[test]
fn every_finding_can_be_made_and_stands_on_the_field_the_page_names() {
    let mut made = BTreeSet::new();
    for (code, text) in made_by_change() {
        let zone = read(&text, ON).unwrap_or_else(|error| panic!("{code:?}: {error}\n{text}"));
        let finding = zone.findings.iter().find(|finding| finding.code == code);
        let finding = finding.unwrap_or_else(|| panic!("{code:?} is not among {:?} of\n{text}", codes(&zone)));
        let row = rows("Findings").into_iter().find(|cells| cells[0] == code.code()).unwrap();
        let named = row[2].contains(finding.field.code()) || row[2].contains("as in");
        assert!(named, "{code:?} stands on {:?}, the page says {}", finding.field, row[2]);
        let line = &zone.lines[usize::from(finding.place.line) - 1];
        assert!(
            1 <= finding.place.from
                && finding.place.from <= finding.place.to
                && usize::from(finding.place.to) <= line.len()
        );
        made.insert(code);
    }
    assert_eq!(
        made.len(),
        FindingCode::ALL.len(),
        "{:?}",
        FindingCode::ALL.iter().filter(|c| !made.contains(c)).collect::<Vec<_>>()
    );
}

#[test]
fn a_right_document_that_is_in_date_gives_no_finding() {
    let mut dealer = Dealer(11);
    for format in Format::ALL.iter().copied() {
        for _ in 0..50 {
            let text = specimen::zone(&mut dealer, format).replace("UTO", "GTM");
            let zone = read(&text, ON).unwrap();
            // The composite does not cover the State, so only names may give a remark.
            let rest: Vec<_> =
                codes(&zone).into_iter().filter(|code| !matches!(code, FindingCode::NameTruncated)).collect();
            assert_eq!(rest, [], "{text}");
        }
    }
}

#[test]
fn a_nationality_other_than_the_issuing_state_is_no_finding() {
    for nationality in ["GTM", "XXA", "XXB", "XXC", "XXX"] {
        let text =
            format!("{UPPER}\n{LOWER}").replace("P<UTO", "P<MEX").replace("C36UTO", &format!("C36{nationality}"));
        assert_eq!(codes(&read(&text, date(2010, 1, 1)).unwrap()), BTreeSet::new(), "{nationality}");
    }
}

#[test]
fn the_document_code_tells_the_kinds_a_number_may_be_of() {
    use DocumentKind::{IdentityCard, Passport, ResidencePermit, TravelDocument, Visa};
    let card = "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<";
    let passport = format!("{UPPER}\n{LOWER}");
    for (text, code, first) in [
        (&*passport, "P<UTO", Some(Passport)),
        (&*passport, "PRUTO", Some(TravelDocument)),
        (&*passport, "V<UTO", Some(Visa)),
        (&*passport, "X<UTO", None),
        (card, "ID", Some(IdentityCard)),
        (card, "IR", Some(ResidencePermit)),
        (card, "C1USA", Some(ResidencePermit)),
        (card, "C1UTO", Some(IdentityCard)),
    ] {
        let zone = read(&format!("{code}{}", &text[code.len()..]), ON).unwrap();
        assert_eq!(zone.kind(), first, "{code}");
        assert!(first.is_none_or(|kind| zone.kinds()[0] == kind) && !zone.kinds().is_empty());
    }
    let visa = read(&passport.replace("P<", "V<"), ON).unwrap();
    assert_eq!(
        visa.kinds(),
        [Visa],
        "it names the State that gave the visa, under which no passport is to be asked for"
    );
}

/// Text in which what a zone is made of is frequent.
fn nearly_zones() -> impl Strategy<Value = String> {
    let cut = |format: usize, seed: u64, at: usize, with: String| {
        let mut text = specimen::zone(&mut Dealer(seed), Format::ALL[format]);
        let at = at % (text.len() + 1);
        text.insert_str(at, &with);
        text
    };
    prop_oneof![
        any::<String>(),
        "[A-Z0-9<]{85,95}",
        "([A-Z0-9<a-z ]{28,46}[\r\n]{0,2}){1,4}",
        (0..Format::ALL.len(), any::<u64>(), any::<usize>(), "\\PC{0,2}")
            .prop_map(move |(format, seed, at, with)| cut(format, seed, at, with)),
        "[A-Z<\n ]{3900,4400}",
    ]
}

proptest! {
    #[test]
    fn no_text_makes_the_reader_fail(text in nearly_zones(), year in -9999i16..=9999) {
        let on = Date::new(year, 1, 1).unwrap();
        let typed = classify(&text);
        match read(&text, on) {
            Ok(zone) => {
                prop_assert_eq!(typed, Typed::Zone);
                prop_assert!(zone.checks.iter().all(|check| check.ok == (check.digit == check.expected)));
                let valid = zone.checks.iter().all(|check| check.ok);
                prop_assert_eq!(zone.arithmetic == Arithmetic::Valid, valid);
                let spans: Vec<String> = zone.spans().iter().map(|line| line.iter().map(|(_, text)| *text).collect()).collect();
                prop_assert_eq!(&spans, &zone.lines);
                prop_assert_eq!(read(&zone.lines.join("\n"), on).unwrap().fields, zone.fields);
                prop_assert!(!serde_json::to_string(&zone.lines).unwrap().contains('\n'));
            }
            Err(error) => {
                prop_assert!(typed != Typed::Zone);
                prop_assert_eq!(error.code == UnreadableCode::TooLong, text.len() > INPUT_BYTES_MAX);
                if let (Some(line), Some(column)) = (error.line, error.column) {
                    let text = text.strip_prefix('\u{feff}').unwrap_or(&text).replace("\r\n", "\n").replace('\r', "\n");
                    let length = text.split('\n').nth(usize::from(line) - 1).unwrap().chars().count();
                    prop_assert!(usize::from(column) <= length + 1);
                }
            }
        }
    }
}
