//! The reader against another one, the crate `mrz`, digit by digit on thousands of invented zones, right and mutated.
#![allow(clippy::unwrap_used)]

use super::super::{Field, Format, read};
use super::specimen::{self, Dealer};
use jiff::civil::{Date, date};
use std::collections::BTreeMap;

const ON: Date = date(2026, 12, 31);
const ZONES_PER_FORMAT: usize = 400;
const MUTANTS_PER_ZONE: usize = 4;
const FIELDS: [Field; 5] =
    [Field::DocumentNumber, Field::BirthDate, Field::ExpiryDate, Field::PersonalNumber, Field::Composite];

/// One verdict for each of [`FIELDS`]; none where the format has no such digit.
type Verdicts = [Option<bool>; 5];

/// Why the two may differ on a digit, seen from the text alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Reason {
    /// The other takes a filler for the check digit 0 everywhere; ICAO allows it on an empty personal number only.
    FillerTakenForZero,
    /// The other reads long numbers in passports too, by analogy; ICAO 9303-4 has none.
    LongNumberOfPassport,
    /// The other also reads a form that it printed itself in older versions, with a filler as ninth character.
    OtherFormOfLongNumber,
    /// The digit of a long number was made a letter: the other then reads the first nine characters only.
    LetterEndsLongNumber,
    /// The other refuses zones whose number begins with a filler; here that is a finding.
    RefusedForLeadingFiller,
    /// The other refuses document codes the format does not have; here that is a finding.
    RefusedForDocumentCode,
}

#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    Same,
    Explained(Vec<Reason>),
    Differs,
}

fn ours(text: &str) -> Verdicts {
    let zone = read(text, ON).unwrap();
    FIELDS.map(|field| zone.checks.iter().find(|check| check.field == field).map(|check| check.ok))
}

fn theirs(format: Format, lines: &[&str]) -> Result<mrz::MrzData, mrz::MrzError> {
    match (format, lines) {
        (Format::Td1, [a, b, c]) => mrz::parse_td1(a, b, c),
        (Format::Td2, [a, b]) => mrz::parse_td2(a, b),
        (Format::Td3, [a, b]) => mrz::parse_td3(a, b),
        (Format::MrvA, [a, b]) => mrz::parse_mrv_a(a, b),
        (Format::MrvB, [a, b]) => mrz::parse_mrv_b(a, b),
        _ => unreachable!("made with the lines of its format"),
    }
}

/// Holds a reader's verdicts against the other reader's.
fn compare(format: Format, text: &str, reader: impl Fn(&str) -> Verdicts) -> Outcome {
    let lines: Vec<&str> = text.lines().collect();
    let other = match theirs(format, &lines) {
        Ok(other) => other.checks,
        Err(mrz::MrzError::LeadingFiller { .. }) => return Outcome::Explained(vec![Reason::RefusedForLeadingFiller]),
        Err(mrz::MrzError::BadDocumentCode(_)) => return Outcome::Explained(vec![Reason::RefusedForDocumentCode]),
        Err(_) => return Outcome::Differs,
    };
    let other =
        [other.document_number, other.date_of_birth, other.date_of_expiry, other.personal_number, other.composite];
    let mut reasons = Vec::new();
    for ((field, mine), theirs) in FIELDS.into_iter().zip(reader(text)).zip(other) {
        if mine != theirs {
            match explain(format, &lines, field, mine, theirs) {
                Some(reason) => reasons.push(reason),
                None => return Outcome::Differs,
            }
        }
    }
    if reasons.is_empty() { Outcome::Same } else { Outcome::Explained(reasons) }
}

/// Finds the reason in the text; the number's digit is the one with several.
fn explain(format: Format, lines: &[&str], field: Field, mine: Option<bool>, theirs: Option<bool>) -> Option<Reason> {
    let (line, number, digit, optional) = match format {
        Format::Td1 => (lines[0], 5..14, 14, 15..30),
        Format::Td2 => (lines[1], 0..9, 9, 28..35),
        _ => (lines[1], 0..9, 9, 28..42),
    };
    if field == Field::DocumentNumber
        && line.as_bytes()[digit] == b'<'
        && !matches!(format, Format::MrvA | Format::MrvB)
    {
        let optional = &line[optional.start..optional.end.min(line.len())];
        let end = optional.find('<').unwrap_or(0);
        if end >= 2 && format == Format::Td3 {
            return Some(Reason::LongNumberOfPassport);
        }
        if end >= 2 && line[number].ends_with('<') {
            return Some(Reason::OtherFormOfLongNumber);
        }
        if end >= 2 && optional.as_bytes()[end - 1].is_ascii_uppercase() {
            return Some(Reason::LetterEndsLongNumber);
        }
    }
    let column = match (format, field) {
        (_, Field::DocumentNumber) => digit,
        (Format::Td1, Field::BirthDate) => 6,
        (Format::Td1, Field::ExpiryDate) => 14,
        (Format::Td1, _) => 29,
        (_, Field::BirthDate) => 19,
        (_, Field::ExpiryDate) => 27,
        (_, Field::PersonalNumber) => 42,
        (Format::Td2, _) => 35,
        _ => 43,
    };
    let line = if field == Field::DocumentNumber { line } else { lines[1] };
    let took_filler = line.as_bytes()[column] == b'<' && (mine, theirs) == (Some(false), Some(true));
    took_filler.then_some(Reason::FillerTakenForZero)
}

/// Changes one to three characters, and sometimes what shapes a zone: the number's digit to a filler, the document
/// code.
fn mutant(dealer: &mut Dealer, format: Format, text: &str) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=dealer.below(3) {
        let at = 1 + dealer.below(bytes.len() - 1);
        if bytes[at] != b'\n' {
            bytes[at] = dealer.characters("<<<<0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", 1).as_bytes()[0];
        }
    }
    let lower = text.find('\n').unwrap() + 1;
    match dealer.below(12) {
        0 => bytes[if format == Format::Td1 { 14 } else { lower + 9 }] = b'<',
        // A V, or its loss, would make another format of it.
        1 if bytes[0] != b'V' => bytes[0] = dealer.characters("ABCIPRX", 1).as_bytes()[0],
        _ => {}
    }
    String::from_utf8(bytes).unwrap()
}

/// Every zone of the comparison: some thousands, the same in each run.
fn corpus() -> Vec<(Format, String)> {
    let mut dealer = Dealer(20_260_601);
    let mut corpus = Vec::new();
    for format in Format::ALL.iter().copied() {
        for _ in 0..ZONES_PER_FORMAT {
            let zone = specimen::zone(&mut dealer, format);
            corpus.extend((0..MUTANTS_PER_ZONE).map(|_| (format, mutant(&mut dealer, format, &zone))));
            corpus.push((format, zone));
        }
    }
    corpus
}

#[test]
fn every_digit_is_judged_as_the_other_reader_judges_it_or_the_reason_is_known() {
    let corpus = corpus();
    let mut reasons: BTreeMap<Reason, usize> = BTreeMap::new();
    let mut same = 0;
    for (format, text) in &corpus {
        match compare(*format, text, ours) {
            Outcome::Same => same += 1,
            Outcome::Explained(found) => found.into_iter().for_each(|reason| *reasons.entry(reason).or_default() += 1),
            Outcome::Differs => panic!("judged differently without a known reason:\n{text}"),
        }
    }
    assert!(corpus.len() >= 10_000 && same * 100 > corpus.len() * 95, "{same} of {}: {reasons:?}", corpus.len());
    // Every reason is seen, so none is kept that explains nothing.
    assert_eq!(reasons.len(), 6, "{reasons:?}");
}

#[test]
fn the_fields_of_right_zones_are_the_same() {
    let mut dealer = Dealer(4);
    for format in Format::ALL.iter().copied() {
        for _ in 0..200 {
            let text = specimen::zone(&mut dealer, format);
            let lines: Vec<&str> = text.lines().collect();
            let (mine, other) = (read(&text, ON).unwrap().fields, theirs(format, &lines).unwrap());
            assert_eq!(mine.document_number, other.full_document_number(), "{text}");
            assert_eq!((&mine.document_code, &mine.issuing_state), (&other.document_type, &other.issuing_country));
            assert_eq!((&mine.primary_identifier, &mine.secondary_identifier), (&other.surname, &other.given_names));
            assert_eq!((&mine.nationality, mine.sex), (&other.nationality, other.sex.zone_char()));
            assert_eq!(mine.birth_date.unwrap(), other.date_of_birth.to_string());
            assert_eq!(mine.expiry_date.unwrap(), other.date_of_expiry.to_string());
            let optional = [other.optional_data_1, other.optional_data_2].map(Option::unwrap_or_default);
            assert_eq!(mine.optional, optional[..mine.optional.len()], "{text}");
        }
    }
}

/// A wrong reader: the places of the right one, another arithmetic.
fn wrong(text: &str, weights: [u32; 3], letter_a: u32, forget: usize) -> Verdicts {
    let zone = read(text, ON).unwrap();
    FIELDS.map(|field| {
        let check = zone.checks.iter().find(|check| check.field == field)?;
        let covered: String = check
            .covers
            .iter()
            .skip(if check.covers.len() > 2 { forget } else { 0 })
            .map(|p| &zone.lines[usize::from(p.line) - 1][usize::from(p.from) - 1..usize::from(p.to)])
            .collect();
        let value = |c: char| match c {
            '<' => 0,
            c if c.is_ascii_digit() => c.to_digit(10).unwrap(),
            c => u32::from(c) - u32::from('A') + letter_a,
        };
        let sum: u32 = covered.chars().enumerate().map(|(i, c)| value(c) * weights[i % 3]).sum();
        let filler = check.digit == '<' && check.ok;
        Some(filler || check.digit.to_digit(10) == Some(sum % 10))
    })
}

#[test]
fn the_comparison_catches_wrong_readers() {
    let corpus = corpus();
    let caught = |reader: &dyn Fn(&str) -> Verdicts| {
        corpus.iter().filter(|(format, text)| compare(*format, text, reader) == Outcome::Differs).count()
    };
    assert_eq!(
        caught(&|text| wrong(text, [7, 3, 1], 10, 0)),
        0,
        "the right arithmetic, in the harness of the wrong ones"
    );
    assert!(caught(&|text| wrong(text, [3, 1, 7], 10, 0)) > 1000, "weights shifted by one");
    assert!(caught(&|text| wrong(text, [7, 3, 1], 11, 0)) > 1000, "letters from 11");
    assert!(caught(&|text| wrong(text, [7, 3, 1], 10, 1)) > 1000, "a composite that forgets its first place");
    assert!(caught(&|text| ours(text).map(|verdict| verdict.map(|_| true))) > 1000, "all digits always right");
    assert!(caught(&|text| ours(text).map(|verdict| verdict.filter(|ok| *ok))) > 1000, "failed digits left out");
}
