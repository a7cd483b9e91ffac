//! The reader of machine-readable zones, and what tells a zone from a number.
//!
//! Held: every place named lies inside the text or the zone; a check digit is the one that stands there; what was read is
//! read the same again from its own lines; parting a stream of zones does not depend on where the stream is cut.

use jiff::civil::{Date, date};
use registers::checks::zone::{
    FindingCode, Format, INPUT_BYTES_MAX, Place, Splitter, Typed, Unreadable, UnreadableCode, Zone, classify, read,
};
use registers::checks::{Fields, Question};

/// The longest answer to the longest text, as JSON.
const ANSWER_BYTES_MAX: usize = 16 * 1024;

/// Reads bytes as a zone that somebody typed; the first byte chooses the day.
pub fn zone(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let on = days()[usize::from(*first) % days().len()];
    let text = String::from_utf8_lossy(rest);
    let found = read(&text, on);
    match &found {
        Ok(zone) => whole(zone, on),
        Err(error) => placed(error, &text),
    }
    let typed = classify(&text);
    assert_eq!(typed == Typed::Zone, found.is_ok(), "{typed:?}, {found:?}");
    let (zone_field, number_field) = rest.split_at(rest.len() / 2);
    let halves = [String::from_utf8_lossy(zone_field), String::from_utf8_lossy(number_field)];
    for fields in [
        Fields { zone: &text, ..Fields::default() },
        Fields { zone: &halves[0], number: &halves[1], issuing_state: "UTO", kind: "" },
        Fields { zone: "", number: &halves[0], issuing_state: &halves[1], kind: &halves[1] },
    ] {
        if let Ok(question) = Question::typed(&fields) {
            let _ = question.read(on);
        }
    }
    stream(rest, usize::from(*first));
}

/// The days against which zones are read: ordinary, of a leap year, and the ends of what a calendar has.
fn days() -> [Date; 5] {
    [date(2026, 3, 2), date(2024, 2, 29), date(1999, 12, 31), Date::MIN, Date::MAX]
}

fn whole(zone: &Zone, on: Date) {
    let (lines, width) = match zone.format {
        Format::Td1 => (3, 30),
        Format::Td2 | Format::MrvB => (2, 36),
        Format::Td3 | Format::MrvA => (2, 44),
    };
    assert_eq!(zone.lines.len(), lines);
    for line in &zone.lines {
        assert!(line.len() == width && line.bytes().all(|b| matches!(b, b'A'..=b'Z' | b'0'..=b'9' | b'<')), "{line}");
    }
    let inside = |place: &Place| {
        let fits = (1..=lines).contains(&usize::from(place.line));
        assert!(fits && 1 <= place.from && place.from <= place.to && usize::from(place.to) <= width, "{place:?}");
    };
    for check in &zone.checks {
        inside(&check.at);
        check.covers.iter().for_each(inside);
        let there = zone.lines[usize::from(check.at.line) - 1].as_bytes()[usize::from(check.at.from) - 1];
        assert_eq!((char::from(there), check.at.from), (check.digit, check.at.to), "{check:?}");
        assert_eq!(check.ok, check.digit == check.expected, "{check:?}");
        assert!(check.from <= check.to && usize::from(check.to) <= width, "{check:?}");
    }
    zone.findings.iter().for_each(|finding| inside(&finding.place));
    zone.uncovered.iter().for_each(|uncovered| inside(&uncovered.place));
    for (spans, line) in zone.spans().iter().zip(&zone.lines) {
        assert_eq!(&spans.iter().map(|(_, text)| *text).collect::<String>(), line);
    }
    let mut again = read(&zone.lines.join("\r\n"), on).expect("its own lines are a zone");
    assert_eq!(again, read(&zone.lines.concat(), on).expect("without line breaks too"));
    // How it was typed is all that may differ.
    let typed_small = zone.findings.iter().find(|finding| finding.code == FindingCode::LowerCase);
    if let Some(small) = typed_small {
        let at = zone.findings.iter().position(|finding| finding == small).unwrap_or(0);
        again.findings.insert(at, *small);
    }
    assert_eq!(&again, zone);
    let json = serde_json::to_string(zone).expect("JSON");
    assert!(json.len() <= ANSWER_BYTES_MAX, "{} bytes of answer", json.len());
    let _ = (zone.kinds(), zone.kind(), zone.document_number());
}

fn placed(error: &Unreadable, text: &str) {
    let rows: Vec<&str> = text.split(['\n', '\r']).collect();
    if let Some(line) = error.line {
        assert!(1 <= line && usize::from(line) <= rows.len(), "{error:?} of {} lines", rows.len());
    }
    if let Some(column) = error.column {
        let longest = rows.iter().map(|row| row.chars().count()).max().unwrap_or(0);
        assert!(1 <= column && usize::from(column) <= longest + 1, "{error:?} of {longest} characters");
    }
    assert!(error.found <= text.len(), "{error:?}");
    if error.code != UnreadableCode::TooLong {
        assert!(text.len() <= INPUT_BYTES_MAX, "{error:?}");
    }
    assert!(error.to_string().len() < 400 && error.shown_character().len() < 12, "{error}");
}

fn stream(bytes: &[u8], cut: usize) {
    let whole = {
        let mut splitter = Splitter::default();
        let mut zones = splitter.push(bytes);
        zones.extend(splitter.finish());
        zones
    };
    let mut splitter = Splitter::default();
    let mut zones = Vec::new();
    for piece in bytes.chunks(cut + 1) {
        zones.extend(splitter.push(piece));
    }
    zones.extend(splitter.finish());
    assert_eq!(zones, whole);
    // A byte that is no UTF-8 becomes three.
    assert!(whole.iter().all(|zone| zone.len() <= 3 * (INPUT_BYTES_MAX + 1)));
}
