//! The act of reading one zone.

use super::arithmetic::{self, LongNumber};
use super::cross;
use super::dates::{self, Written};
use super::finding::Field;
use super::layout::{self, Layout};
use super::names::{identifiers, words};
use super::reading::{Arithmetic, Check, Fields, Zone};
use super::rows::Rows;
use super::structure;
use super::unreadable::Unreadable;
use super::variant::Variant;
use jiff::civil::Date;

/// Reads one zone; `on` is the day against which two-digit years and the expiry are read.
///
/// Never answers a zone for a text that is none: a wrong length, a blank or a strange character inside, more than 4096
/// bytes are [`Unreadable`] with their place. Anything else about a zone is in its checks and findings. Linear in the
/// text.
pub fn read(text: &str, on: Date) -> Result<Zone, Unreadable> {
    let rows = Rows::find(text)?;
    let icao = layout_of(&rows);
    let (layout, of_layout) = match french(&rows, icao) {
        true => (&layout::FRENCH_IDENTITY_CARD, Some(Variant::FrenchIdentityCard)),
        false => (icao, None),
    };
    let long = arithmetic::long_number(&rows, layout);
    let (checks, of_digit) = arithmetic::checks(&rows, layout, long);
    let variant = of_layout.or(of_digit);
    let birth = dates::birth(dates::written(rows.at(layout.birth_date)), on);
    let expiry = layout.expiry_date.and_then(|place| dates::expiry(dates::written(rows.at(place)), on));

    let mut findings = structure::findings(&rows, layout, &checks, long, on);
    findings.extend(variant.map(|variant| match variant {
        Variant::BelgianIdentityCard => variant.finding().on(Field::DocumentNumber, layout.document_number),
        Variant::FrenchIdentityCard => variant.finding().on(Field::Zone, layout.issuing_state),
    }));
    findings.extend(cross::findings(&rows, layout, &checks, (birth, expiry), on));

    Ok(Zone {
        format: layout.format,
        arithmetic: if checks.iter().all(|check| check.ok) { Arithmetic::Valid } else { Arithmetic::Invalid },
        fields: fields(&rows, layout, long, birth, expiry),
        lines: rows.into_lines(),
        checks,
        findings,
        variant,
        uncovered: layout.uncovered,
        birth_day: birth,
        expiry_day: expiry,
    })
}

/// Tells the format by the number and length of the lines, and visas by their V.
fn layout_of(rows: &Rows) -> &'static Layout {
    let is_visa = rows.first().starts_with('V');
    match (rows.is_td1(), rows.width(), is_visa) {
        (true, ..) => &layout::TD1,
        (_, 44, false) => &layout::TD3,
        (_, 44, true) => &layout::MRV_A,
        (.., false) => &layout::TD2,
        (.., true) => &layout::MRV_B,
    }
}

/// Says whether two lines of 36 that begin as the French identity card are it: they are unless every digit agrees by
/// ICAO's layout.
fn french(rows: &Rows, icao: &'static Layout) -> bool {
    let all_agree = |checks: &[Check]| checks.iter().all(|check| check.ok);
    std::ptr::eq(icao, &layout::TD2)
        && rows.first().starts_with("IDFRA")
        && !all_agree(&arithmetic::checks(rows, icao, arithmetic::long_number(rows, icao)).0)
}

fn fields(rows: &Rows, layout: &Layout, long: Option<LongNumber>, birth: Option<Date>, expiry: Option<Date>) -> Fields {
    let without_fillers = |text: &str| text.replace('<', "");
    let mut document_number = without_fillers(rows.at(layout.document_number));
    let mut optional: Vec<String> = layout.optional.iter().map(|place| words(rows.at(*place))).collect();
    if let Some(long) = long {
        document_number.push_str(rows.at(long.rest));
        if let Some(first) = optional.first_mut() {
            *first = words(rows.at(long.optional));
        }
    }
    let (primary_identifier, secondary_identifier) = match layout.secondary {
        None => identifiers(rows.at(layout.name)),
        Some(secondary) => (words(rows.at(layout.name)), words(rows.at(secondary))),
    };
    Fields {
        document_code: without_fillers(rows.at(layout.document_code)),
        issuing_state: without_fillers(rows.at(layout.issuing_state)),
        document_number,
        primary_identifier,
        secondary_identifier,
        nationality: layout.nationality.map(|place| without_fillers(rows.at(place))).unwrap_or_default(),
        birth_date: shown(rows.at(layout.birth_date), birth, true),
        sex: rows.char_at(layout.sex),
        expiry_date: layout.expiry_date.and_then(|place| shown(rows.at(place), expiry, false)),
        optional,
    }
}

/// Writes a date as the contract has it: a wholly unknown birth is partial, a wholly missing expiry is none.
fn shown(text: &str, day: Option<Date>, is_birth: bool) -> Option<String> {
    match dates::written(text) {
        Written::Partial => Some("partial".to_owned()),
        Written::Nothing => is_birth.then(|| "partial".to_owned()),
        _ => day.map(|day| day.to_string()),
    }
}
