//! Where each field stands in each format, and what each check digit is computed over: tables, no code.

use super::finding::Field;
use super::format::{Format, Place};
use super::reading::Uncovered;

/// Describes one format completely.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) format: Format,
    /// Letters the document code may begin with.
    pub(super) first_letters: &'static [u8],
    pub(super) document_code: Place,
    pub(super) issuing_state: Place,
    /// Both identifiers, or the primary one where the secondary has its own place.
    pub(super) name: Place,
    /// The secondary identifier, where it has its own place.
    pub(super) secondary: Option<Place>,
    pub(super) document_number: Place,
    pub(super) nationality: Option<Place>,
    pub(super) birth_date: Place,
    pub(super) sex: Place,
    pub(super) expiry_date: Option<Place>,
    pub(super) optional: &'static [Place],
    /// Whether a number of more than nine characters goes on in the first optional field.
    pub(super) long_number: bool,
    pub(super) digits: &'static [Digit],
    pub(super) uncovered: &'static [Uncovered],
}

/// Describes one check digit.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Digit {
    pub(super) field: Field,
    /// Where it stands; always one character.
    pub(super) at: Place,
    /// What it is computed over, in this order.
    pub(super) covers: &'static [Place],
    /// Whether a filler may stand for it when the field is empty.
    pub(super) may_be_filler: bool,
}

const fn digit(field: Field, line: u8, column: u8, covers: &'static [Place]) -> Digit {
    Digit { field, at: Place::at(line, column), covers, may_be_filler: false }
}

const fn uncovered(field: Field, line: u8, from: u8, to: u8) -> Uncovered {
    Uncovered { field, place: Place::new(line, from, to) }
}

/// ICAO 9303-5, 4.2.2 and 4.2.4.
pub(super) static TD1: Layout = Layout {
    format: Format::Td1,
    first_letters: b"ACI",
    document_code: Place::new(1, 1, 2),
    issuing_state: Place::new(1, 3, 5),
    name: Place::new(3, 1, 30),
    secondary: None,
    document_number: Place::new(1, 6, 14),
    nationality: Some(Place::new(2, 16, 18)),
    birth_date: Place::new(2, 1, 6),
    sex: Place::at(2, 8),
    expiry_date: Some(Place::new(2, 9, 14)),
    optional: &[Place::new(1, 16, 30), Place::new(2, 19, 29)],
    long_number: true,
    digits: &[
        digit(Field::DocumentNumber, 1, 15, &[Place::new(1, 6, 14)]),
        digit(Field::BirthDate, 2, 7, &[Place::new(2, 1, 6)]),
        digit(Field::ExpiryDate, 2, 15, &[Place::new(2, 9, 14)]),
        digit(
            Field::Composite,
            2,
            30,
            &[Place::new(1, 6, 30), Place::new(2, 1, 7), Place::new(2, 9, 15), Place::new(2, 19, 29)],
        ),
    ],
    uncovered: &[
        uncovered(Field::DocumentCode, 1, 1, 2),
        uncovered(Field::IssuingState, 1, 3, 5),
        uncovered(Field::Sex, 2, 8, 8),
        uncovered(Field::Nationality, 2, 16, 18),
        uncovered(Field::Name, 3, 1, 30),
    ],
};

/// ICAO 9303-6, 4.2.2 and 4.2.4.
pub(super) static TD2: Layout = Layout {
    format: Format::Td2,
    first_letters: b"ACI",
    document_code: Place::new(1, 1, 2),
    issuing_state: Place::new(1, 3, 5),
    name: Place::new(1, 6, 36),
    secondary: None,
    document_number: Place::new(2, 1, 9),
    nationality: Some(Place::new(2, 11, 13)),
    birth_date: Place::new(2, 14, 19),
    sex: Place::at(2, 21),
    expiry_date: Some(Place::new(2, 22, 27)),
    optional: &[Place::new(2, 29, 35)],
    long_number: true,
    digits: &[
        digit(Field::DocumentNumber, 2, 10, &[Place::new(2, 1, 9)]),
        digit(Field::BirthDate, 2, 20, &[Place::new(2, 14, 19)]),
        digit(Field::ExpiryDate, 2, 28, &[Place::new(2, 22, 27)]),
        digit(Field::Composite, 2, 36, &[Place::new(2, 1, 10), Place::new(2, 14, 20), Place::new(2, 22, 35)]),
    ],
    uncovered: &[
        uncovered(Field::DocumentCode, 1, 1, 2),
        uncovered(Field::IssuingState, 1, 3, 5),
        uncovered(Field::Name, 1, 6, 36),
        uncovered(Field::Nationality, 2, 11, 13),
        uncovered(Field::Sex, 2, 21, 21),
    ],
};

/// ICAO 9303-4, 4.2.2 and 4.2.4.
pub(super) static TD3: Layout = Layout {
    format: Format::Td3,
    first_letters: b"P",
    document_code: Place::new(1, 1, 2),
    issuing_state: Place::new(1, 3, 5),
    name: Place::new(1, 6, 44),
    secondary: None,
    document_number: Place::new(2, 1, 9),
    nationality: Some(Place::new(2, 11, 13)),
    birth_date: Place::new(2, 14, 19),
    sex: Place::at(2, 21),
    expiry_date: Some(Place::new(2, 22, 27)),
    optional: &[Place::new(2, 29, 42)],
    long_number: false,
    digits: &[
        digit(Field::DocumentNumber, 2, 10, &[Place::new(2, 1, 9)]),
        digit(Field::BirthDate, 2, 20, &[Place::new(2, 14, 19)]),
        digit(Field::ExpiryDate, 2, 28, &[Place::new(2, 22, 27)]),
        // The one digit for which 9303-4, 4.2.2.2 lets the issuing State choose between 0 and the filler.
        Digit {
            field: Field::PersonalNumber,
            at: Place::at(2, 43),
            covers: &[Place::new(2, 29, 42)],
            may_be_filler: true,
        },
        digit(Field::Composite, 2, 44, &[Place::new(2, 1, 10), Place::new(2, 14, 20), Place::new(2, 22, 43)]),
    ],
    uncovered: &[
        uncovered(Field::DocumentCode, 1, 1, 2),
        uncovered(Field::IssuingState, 1, 3, 5),
        uncovered(Field::Name, 1, 6, 44),
        uncovered(Field::Nationality, 2, 11, 13),
        uncovered(Field::Sex, 2, 21, 21),
    ],
};

/// ICAO 9303-7, 4.2.2. Visas have no composite digit, so their optional data is covered by nothing.
pub(super) static MRV_A: Layout = Layout {
    format: Format::MrvA,
    first_letters: b"V",
    document_code: Place::new(1, 1, 2),
    issuing_state: Place::new(1, 3, 5),
    name: Place::new(1, 6, 44),
    secondary: None,
    document_number: Place::new(2, 1, 9),
    nationality: Some(Place::new(2, 11, 13)),
    birth_date: Place::new(2, 14, 19),
    sex: Place::at(2, 21),
    expiry_date: Some(Place::new(2, 22, 27)),
    optional: &[Place::new(2, 29, 44)],
    long_number: false,
    digits: VISA_DIGITS,
    uncovered: &[
        uncovered(Field::DocumentCode, 1, 1, 2),
        uncovered(Field::IssuingState, 1, 3, 5),
        uncovered(Field::Name, 1, 6, 44),
        uncovered(Field::Nationality, 2, 11, 13),
        uncovered(Field::Sex, 2, 21, 21),
        uncovered(Field::Optional, 2, 29, 44),
    ],
};

/// ICAO 9303-7, 7.2.2.
pub(super) static MRV_B: Layout = Layout {
    format: Format::MrvB,
    first_letters: b"V",
    document_code: Place::new(1, 1, 2),
    issuing_state: Place::new(1, 3, 5),
    name: Place::new(1, 6, 36),
    secondary: None,
    document_number: Place::new(2, 1, 9),
    nationality: Some(Place::new(2, 11, 13)),
    birth_date: Place::new(2, 14, 19),
    sex: Place::at(2, 21),
    expiry_date: Some(Place::new(2, 22, 27)),
    optional: &[Place::new(2, 29, 36)],
    long_number: false,
    digits: VISA_DIGITS,
    uncovered: &[
        uncovered(Field::DocumentCode, 1, 1, 2),
        uncovered(Field::IssuingState, 1, 3, 5),
        uncovered(Field::Name, 1, 6, 36),
        uncovered(Field::Nationality, 2, 11, 13),
        uncovered(Field::Sex, 2, 21, 21),
        uncovered(Field::Optional, 2, 29, 36),
    ],
};

const VISA_DIGITS: &[Digit] = &[
    digit(Field::DocumentNumber, 2, 10, &[Place::new(2, 1, 9)]),
    digit(Field::BirthDate, 2, 20, &[Place::new(2, 14, 19)]),
    digit(Field::ExpiryDate, 2, 28, &[Place::new(2, 22, 27)]),
];

/// The French identity card of 1988 to 2021, in the shape of TD2 but with fields of its own. Its composite covers both
/// lines whole, names included, so only the composite itself is uncovered. Source: the published description of the
/// card's zone (French Wikipedia, "Carte nationale d'identité en France"; the same in the npm package `mrz` 5.0.2),
/// checked on its two specimens.
pub(super) static FRENCH_IDENTITY_CARD: Layout = Layout {
    format: Format::Td2,
    first_letters: b"I",
    document_code: Place::new(1, 1, 2),
    issuing_state: Place::new(1, 3, 5),
    name: Place::new(1, 6, 30),
    secondary: Some(Place::new(2, 14, 27)),
    document_number: Place::new(2, 1, 12),
    nationality: None,
    birth_date: Place::new(2, 28, 33),
    sex: Place::at(2, 35),
    expiry_date: None,
    optional: &[Place::new(1, 31, 36)],
    long_number: false,
    digits: &[
        digit(Field::DocumentNumber, 2, 13, &[Place::new(2, 1, 12)]),
        digit(Field::BirthDate, 2, 34, &[Place::new(2, 28, 33)]),
        digit(Field::Composite, 2, 36, &[Place::new(1, 1, 36), Place::new(2, 1, 35)]),
    ],
    uncovered: &[],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_belongs_to_one_field_or_is_one_check_digit() {
        let sizes = [(&TD1, 3, 30), (&TD2, 2, 36), (&TD3, 2, 44), (&MRV_A, 2, 44), (&MRV_B, 2, 36)];
        for (layout, lines, width) in sizes.into_iter().chain([(&FRENCH_IDENTITY_CARD, 2, 36)]) {
            let single = [layout.document_code, layout.issuing_state, layout.name, layout.document_number];
            let more = [layout.birth_date, layout.sex].into_iter().chain(layout.nationality).chain(layout.expiry_date);
            let places: Vec<Place> = single
                .into_iter()
                .chain(more)
                .chain(layout.secondary)
                .chain(layout.optional.iter().copied())
                .chain(layout.digits.iter().map(|d| d.at))
                .collect();
            for line in 1..=lines {
                for column in 1..=width {
                    let owners = places.iter().filter(|p| p.holds(line, column)).count();
                    assert_eq!(owners, 1, "{:?} line {line} column {column}", layout.format);
                }
            }
        }
    }

    #[test]
    fn what_no_digit_covers_is_exactly_what_the_list_says() {
        for layout in [&TD1, &TD2, &TD3, &MRV_A, &MRV_B, &FRENCH_IDENTITY_CARD] {
            let (lines, width) = if layout.format == Format::Td1 { (3, 30) } else { (2, layout.name.to.max(36)) };
            for line in 1..=lines {
                for column in 1..=width {
                    let is_digit = layout.digits.iter().any(|d| d.at.holds(line, column));
                    let covered = layout.digits.iter().any(|d| d.covers.iter().any(|p| p.holds(line, column)));
                    let listed = layout.uncovered.iter().any(|u| u.place.holds(line, column));
                    assert_eq!(listed, !covered && !is_digit, "{:?} line {line} column {column}", layout.format);
                }
            }
        }
    }
}
