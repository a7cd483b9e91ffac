//! Every character of invented zones corrupted once: the digits that fail are those that cover it, and no other.
#![allow(clippy::unwrap_used)]

use super::super::{Arithmetic, Field, Format, read};
use super::specimen::{self, Dealer};
use jiff::civil::{Date, date};
use std::collections::BTreeSet;

const ON: Date = date(2026, 6, 1);
const SPECIMENS_PER_FORMAT: usize = 12;

use Field::{BirthDate, Composite, DocumentNumber, ExpiryDate, PersonalNumber};

/// Answers the digits that cover a character, by the tables of ICAO 9303-4 to -7, written out once more.
fn covering(format: Format, line: usize, column: usize, number_ends: Option<usize>) -> BTreeSet<Field> {
    let fields: &[Field] = match (format, line, column) {
        (Format::Td1, 1, 6..=15) => &[DocumentNumber, Composite],
        (Format::Td1, 1, 16..=30) if number_ends.is_some_and(|end| column <= end) => &[DocumentNumber, Composite],
        (Format::Td1, 1, 16..=30) => &[Composite],
        (Format::Td1, 2, 1..=7) => &[BirthDate, Composite],
        (Format::Td1, 2, 9..=15) => &[ExpiryDate, Composite],
        (Format::Td1, 2, 19..=30) => &[Composite],
        (Format::Td2 | Format::Td3, 2, 1..=10) => &[DocumentNumber, Composite],
        (Format::Td2 | Format::Td3, 2, 14..=20) => &[BirthDate, Composite],
        (Format::Td2 | Format::Td3, 2, 22..=28) => &[ExpiryDate, Composite],
        (Format::Td2, 2, 29..=35) if number_ends.is_some_and(|end| column <= end) => &[DocumentNumber, Composite],
        (Format::Td2, 2, 29..=36) => &[Composite],
        (Format::Td3, 2, 29..=43) => &[PersonalNumber, Composite],
        (Format::Td3, 2, 44) => &[Composite],
        (Format::MrvA | Format::MrvB, 2, 1..=10) => &[DocumentNumber],
        (Format::MrvA | Format::MrvB, 2, 14..=20) => &[BirthDate],
        (Format::MrvA | Format::MrvB, 2, 22..=28) => &[ExpiryDate],
        _ => &[],
    };
    fields.iter().copied().collect()
}

/// Answers the line of the number's digit, its column, and that of the digit of a long number, if it is one.
fn long_number(format: Format, lines: &[&str]) -> Option<(usize, usize, usize)> {
    let (line, own, rest) = match format {
        Format::Td1 => (1, 15, 16),
        Format::Td2 => (2, 10, 29),
        _ => return None,
    };
    let text = lines[line - 1];
    let is_long = text.as_bytes()[own - 1] == b'<' && text.as_bytes()[own - 2] != b'<';
    is_long.then(|| (line, own, rest - 1 + text[rest - 1..].find('<').unwrap()))
}

/// A character of another value, of the same sort where it has one: digit for digit, letter for letter.
fn other(c: char) -> char {
    match c {
        '<' => '1',
        '9' => '8',
        'Z' => 'Y',
        c => char::from(c as u8 + 1),
    }
}

fn corrupted(lines: &[&str], line: usize, column: usize) -> String {
    let mut lines: Vec<String> = lines.iter().map(|text| (*text).to_owned()).collect();
    let c = other(lines[line - 1].as_bytes()[column - 1].into());
    lines[line - 1].replace_range(column - 1..column, &c.to_string());
    lines.join("\n")
}

#[test]
fn every_corrupted_character_is_reported_on_the_fields_that_cover_it() {
    let mut dealer = Dealer(9303);
    let (mut zones, mut characters, mut long_numbers) = (0, 0, 0);
    for format in Format::ALL.iter().copied() {
        for _ in 0..SPECIMENS_PER_FORMAT {
            let text = specimen::zone(&mut dealer, format);
            let whole = read(&text, ON).unwrap();
            assert_eq!((whole.format, whole.arithmetic), (format, Arithmetic::Valid), "{text}");
            let lines: Vec<&str> = text.lines().collect();
            let long = long_number(format, &lines);
            zones += 1;
            long_numbers += usize::from(long.is_some());
            for (line, width) in lines.iter().enumerate().map(|(index, text)| (index + 1, text.len())) {
                for column in 1..=width {
                    // The two fillers that make a number a long one: without them it is another number.
                    let shapes_number =
                        long.is_some_and(|(l, own, end)| l == line && (column == own || column == end + 1));
                    // Another first letter may be another format.
                    if shapes_number || (line, column) == (1, 1) {
                        continue;
                    }
                    let text = corrupted(&lines, line, column);
                    let zone = read(&text, ON).unwrap();
                    let failed: BTreeSet<Field> = zone.failed().map(|check| check.field).collect();
                    let expected = covering(format, line, column, long.map(|(.., end)| end));
                    assert_eq!(failed, expected, "line {line} column {column} of\n{text}");
                    let listed = zone.uncovered.iter().any(|u| {
                        (
                            usize::from(u.place.line),
                            usize::from(u.place.from) <= column,
                            column <= usize::from(u.place.to),
                        ) == (line, true, true)
                    });
                    assert_eq!(listed, expected.is_empty(), "line {line} column {column} of\n{text}");
                    characters += 1;
                }
            }
        }
    }
    assert!(zones >= 40 && characters > 4000 && long_numbers >= 4, "{zones} zones, {characters}, {long_numbers}");
}

#[test]
fn every_other_digit_in_place_of_a_check_digit_is_refused_with_the_right_one_named() {
    let mut dealer = Dealer(7);
    for format in Format::ALL.iter().copied() {
        let text = specimen::zone(&mut dealer, format);
        for right in read(&text, ON).unwrap().checks {
            for digit in "0123456789ABOILZS<".chars().filter(|c| *c != right.digit) {
                // A filler in this place announces a longer number, and an empty personal number may have it.
                if digit == '<' || right.digit == '<' {
                    continue;
                }
                let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
                let column = usize::from(right.at.from);
                lines[usize::from(right.line) - 1].replace_range(column - 1..column, &digit.to_string());
                let zone = read(&lines.join("\n"), ON).unwrap();
                let check = zone.checks.iter().find(|check| check.field == right.field).unwrap();
                assert_eq!((check.digit, check.expected, check.ok), (digit, right.expected, false));
            }
        }
    }
}
