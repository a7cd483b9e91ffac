//! The check digits: weights 7, 3, 1 from left to right, modulus 10, `<` as 0 and A to Z as 10 to 35 (ICAO 9303-3,
//! 4.9).

use super::finding::Field;
use super::format::Place;
use super::layout::{Digit, Layout};
use super::reading::Check;
use super::rows::Rows;
use super::variant::{self, Variant};
use std::borrow::Cow;

/// Says where a document number of more than nine characters goes on and ends (ICAO 9303-5 and 9303-6, 4.2.2, note j).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LongNumber {
    /// The characters after the first nine.
    pub(super) rest: Place,
    /// Its check digit.
    pub(super) digit: Place,
    /// The optional data behind the filler that closes it.
    pub(super) optional: Place,
}

/// Answers the check digit over some texts, read as one.
pub(super) fn digit_over<'a>(texts: impl IntoIterator<Item = &'a str>) -> char {
    const WEIGHTS: [u32; 3] = [7, 3, 1];
    let bytes = texts.into_iter().flat_map(str::bytes);
    let sum: u32 = bytes.zip(WEIGHTS.iter().cycle()).map(|(byte, weight)| value(byte) * weight).sum();
    char::from_digit(sum % 10, 10).unwrap_or('0')
}

/// Holds every check digit of a zone against its value, and says which national rule made one agree.
pub(super) fn checks(rows: &Rows, layout: &'static Layout, long: Option<LongNumber>) -> (Vec<Check>, Option<Variant>) {
    let mut variant = None;
    let checks = layout.digits.iter().map(|digit| match (digit.field, long) {
        (Field::DocumentNumber, Some(long)) => {
            let (check, by_variant) = long_number_check(rows, layout, long);
            variant = by_variant;
            check
        }
        _ => plain_check(rows, digit),
    });
    let checks = checks.collect();
    (checks, variant)
}

/// Finds the end of a long number: a filler instead of its check digit, then at least one more character of it, the
/// digit and a filler.
pub(super) fn long_number(rows: &Rows, layout: &Layout) -> Option<LongNumber> {
    let optional = *layout.optional.first()?;
    if !announces_long_number(rows, layout) {
        return None;
    }
    let length = rows.at(optional).find('<').filter(|length| *length >= 2)?;
    let digit = optional.from + u8::try_from(length).ok()? - 1;
    Some(LongNumber {
        rest: Place::new(optional.line, optional.from, digit - 1),
        digit: Place::at(optional.line, digit),
        optional: Place::new(optional.line, digit + 1, optional.to),
    })
}

/// Says whether the number fills its field, a filler stands for its check digit, and the optional data begins at once.
pub(super) fn announces_long_number(rows: &Rows, layout: &Layout) -> bool {
    let (Some(digit), Some(optional)) = (layout.digits.first(), layout.optional.first()) else {
        return false;
    };
    layout.long_number
        && rows.char_at(digit.at) == '<'
        && !rows.at(layout.document_number).ends_with('<')
        && !rows.at(*optional).starts_with('<')
}

fn plain_check(rows: &Rows, rule: &'static Digit) -> Check {
    let printed = rows.char_at(rule.at);
    let computed = digit_over(rule.covers.iter().map(|place| rows.at(*place)));
    let empty = || rule.covers.iter().all(|place| rows.at(*place).bytes().all(|b| b == b'<'));
    // Where the field is empty 0 and the filler are both right: what is printed is what should be.
    let expected = if printed == '<' && rule.may_be_filler && empty() { '<' } else { computed };
    check(rule.field, rule.at, printed, expected, Cow::Borrowed(rule.covers))
}

fn long_number_check(rows: &Rows, layout: &Layout, long: LongNumber) -> (Check, Option<Variant>) {
    let number = layout.document_number;
    let printed = rows.char_at(long.digit);
    let expected = digit_over([rows.at(number), rows.at(long.rest)]);
    if printed != expected && variant::long_number_counts_filler(rows) {
        let with_filler = Place::new(number.line, number.from, long.rest.to);
        if printed == digit_over([rows.at(with_filler)]) {
            let covers = Cow::Owned(vec![with_filler]);
            let check = check(Field::DocumentNumber, long.digit, printed, printed, covers);
            return (check, Some(Variant::BelgianIdentityCard));
        }
    }
    (check(Field::DocumentNumber, long.digit, printed, expected, Cow::Owned(vec![number, long.rest])), None)
}

fn check(field: Field, at: Place, digit: char, expected: char, covers: Cow<'static, [Place]>) -> Check {
    let here = || covers.iter().filter(|place| place.line == at.line);
    let from = here().map(|place| place.from).min().unwrap_or(at.from);
    let to = here().map(|place| place.to).max().unwrap_or(at.to);
    Check { field, line: at.line, from, to, digit, expected, ok: digit == expected, at, covers }
}

fn value(byte: u8) -> u32 {
    match byte {
        b'0'..=b'9' => u32::from(byte - b'0'),
        b'A'..=b'Z' => u32::from(byte - b'A') + 10,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worked_examples_of_the_standard_come_out() {
        // ICAO 9303-3, appendix A, examples 1 to 5.
        assert_eq!(digit_over(["520727"]), '3');
        assert_eq!(digit_over(["AB2134<<<"]), '5');
        assert_eq!(digit_over(["HA672242<6", "5802254", "9601086<<<<<<<<<<<<<<0"]), '8');
        assert_eq!(digit_over(["D231458907<<<<<<<<<<<<<<<", "3407127", "9507122", "<<<<<<<<<<<"]), '2');
        assert_eq!(digit_over(["HA672242<6", "5802254", "9601086<<<<<<<"]), '8');
    }

    #[test]
    fn texts_are_read_as_one() {
        assert_eq!(digit_over(["HA67", "2242<6580", "2254"]), digit_over(["HA672242<65802254"]));
    }
}
