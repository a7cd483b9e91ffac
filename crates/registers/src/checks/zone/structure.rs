//! The second layer: whether the zone is built as its format asks.

use super::arithmetic::{self, LongNumber};
use super::dates::{self, Written};
use super::finding::{Field, Finding, FindingCode};
use super::format::{Format, Place};
use super::layout::Layout;
use super::names;
use super::reading::Check;
use super::rows::Rows;
use super::variant;
use crate::document::states::{self, Standing};
use jiff::civil::Date;

/// Second letters of a passport's document code: ICAO 9303-4, 4.4, and PU of its note 1; the filler until 2028.
const PASSPORT_TYPES: &[u8] = b"PEDORTSLMU<";

/// Looks at the two letters, the codes, the sex, the names and the number, in the order of the page.
pub(super) fn findings(
    rows: &Rows,
    layout: &Layout,
    checks: &[Check],
    long: Option<LongNumber>,
    on: Date,
) -> Vec<Finding> {
    let mut found = Vec::new();
    if rows.had_small_letters {
        found.push(FindingCode::LowerCase.on(Field::Zone, Place::new(1, 1, rows.width())));
    }
    found.extend(document_code(rows, layout));
    found.extend(state(rows, Field::IssuingState, layout.issuing_state));
    found.extend(layout.nationality.and_then(|place| state(rows, Field::Nationality, place)));
    found.extend(document_number(rows, layout, long));
    found.extend(date(rows, Field::BirthDate, layout.birth_date, on));
    found.extend(sex(rows, layout));
    found.extend(layout.expiry_date.and_then(|place| date(rows, Field::ExpiryDate, place, on)));
    name(rows, layout, &mut found);
    let not_digits = checks.iter().filter(|check| !check.ok && !check.digit.is_ascii_digit());
    found.extend(not_digits.map(|check| FindingCode::CheckDigitNotDigit.on(check.field, check.at)));
    found
}

/// ICAO 9303-4 to 9303-7, data structure of the upper line, with notes k of 9303-5 and 9303-6.
fn document_code(rows: &Rows, layout: &Layout) -> Option<Finding> {
    let place = layout.document_code;
    let &[first, second] = rows.at(place).as_bytes() else {
        return None;
    };
    let excluded = match layout.format {
        Format::Td1 => second == b'V' || (first, second) == (b'A', b'I'),
        Format::Td2 => second == b'V' || (first, second) == (b'A', b'C'),
        Format::Td3 | Format::MrvA | Format::MrvB => false,
    };
    if excluded || !layout.first_letters.contains(&first) {
        return Some(FindingCode::DocumentCodeNotAllowed.on(Field::DocumentCode, place));
    }
    let unlisted = layout.format == Format::Td3 && !PASSPORT_TYPES.contains(&second);
    unlisted.then(|| FindingCode::PassportTypeNotListed.on(Field::DocumentCode, place))
}

/// ICAO 9303-3, section 5.
fn state(rows: &Rows, field: Field, place: Place) -> Option<Finding> {
    let code = rows.at(place).trim_end_matches('<');
    let finding = match states::standing(code) {
        None if code.is_empty() => FindingCode::Empty,
        None => FindingCode::StateUnknown,
        Some(Standing::Deprecated) => FindingCode::StateDeprecated,
        Some(Standing::NotAnIssuer) if field == Field::IssuingState => FindingCode::StateNotAnIssuer,
        Some(_) => return None,
    };
    Some(finding.on(field, place))
}

fn document_number(rows: &Rows, layout: &Layout, long: Option<LongNumber>) -> Option<Finding> {
    let place = layout.document_number;
    let number = rows.at(place);
    let finding = if number.bytes().all(|b| b == b'<') {
        FindingCode::Empty
    } else if number.starts_with('<') {
        FindingCode::LeadingFiller
    } else if long.is_none() && arithmetic::announces_long_number(rows, layout) {
        FindingCode::LongNumberForm
    } else {
        return None;
    };
    Some(finding.on(Field::DocumentNumber, place))
}

/// ICAO 9303-3, 4.8: only a day of birth may be unknown, in part or whole.
fn date(rows: &Rows, field: Field, place: Place, on: Date) -> Option<Finding> {
    let written = dates::written(rows.at(place));
    let is_birth = field == Field::BirthDate;
    let finding = match written {
        Written::Partial | Written::Nothing if is_birth => FindingCode::BirthDatePartial,
        Written::Partial => FindingCode::ExpiryDatePartial,
        Written::Nothing => FindingCode::Empty,
        Written::Letters => FindingCode::DateNotDigits,
        Written::Impossible => FindingCode::DateImpossible,
        Written::Day { .. } => {
            let day = if is_birth { dates::birth(written, on) } else { dates::expiry(written, on) };
            if day.is_some() {
                return None;
            }
            FindingCode::DateImpossible
        }
    };
    Some(finding.on(field, place))
}

fn sex(rows: &Rows, layout: &Layout) -> Option<Finding> {
    let letter = rows.char_at(layout.sex);
    let finding = match letter {
        'H' | 'M' if variant::has_spanish_sex_letter(rows) => FindingCode::MexicanSexLetter,
        'F' | 'M' | '<' => return None,
        _ => FindingCode::SexNotAllowed,
    };
    Some(finding.on(Field::Sex, layout.sex))
}

/// ICAO 9303-3, 4.6, and the truncation rules of 9303-4 to 9303-7.
fn name(rows: &Rows, layout: &Layout, found: &mut Vec<Finding>) {
    let place = layout.name;
    let text = rows.at(place);
    let mut push = |code: FindingCode| found.push(code.on(Field::Name, place));
    if text.bytes().all(|b| b == b'<') {
        return push(FindingCode::Empty);
    }
    if text.starts_with('<') {
        push(FindingCode::LeadingFiller);
    }
    if text.bytes().any(|b| b.is_ascii_digit()) {
        push(FindingCode::NameDigit);
    }
    if layout.secondary.is_some() {
        return;
    }
    if names::has_odd_separators(text) {
        push(FindingCode::NameSeparators);
    }
    if !text.trim_end_matches('<').contains("<<") {
        push(FindingCode::NameOnePart);
    }
    if text.ends_with(|last: char| last.is_ascii_uppercase()) {
        push(FindingCode::NameTruncated);
    }
}
