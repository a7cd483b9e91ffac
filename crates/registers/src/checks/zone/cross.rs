//! The third layer: what the parts of a zone say about one another and about the given day.
//!
//! Nationality is compared with nothing: refugees, stateless people and residents carry documents of States they are no
//! nationals of.

use super::dates;
use super::finding::{Field, Finding, FindingCode};
use super::layout::Layout;
use super::reading::Check;
use super::rows::Rows;
use super::variant;
use crate::document::states;
use jiff::civil::Date;

/// Years ahead of the given day up to which a day of expiry is taken as it is read.
const EXPIRY_YEARS_AHEAD: i16 = 50;

/// Compares the fields that were read; `birth` and `expiry` are the whole days among them.
pub(super) fn findings(
    rows: &Rows,
    layout: &Layout,
    checks: &[Check],
    (birth, expiry): (Option<Date>, Option<Date>),
    on: Date,
) -> Vec<Finding> {
    let mut found = Vec::new();
    found.extend(specimen(rows, layout));
    let written = dates::written(rows.at(layout.birth_date));
    if dates::is_birth_century_uncertain(written, on) {
        found.push(FindingCode::BirthCenturyUncertain.on(Field::BirthDate, layout.birth_date));
    }
    if let (Some(expiry), Some(place)) = (expiry, layout.expiry_date) {
        let mut push = |code: FindingCode| found.push(code.on(Field::ExpiryDate, place));
        if birth.is_some_and(|birth| expiry < birth) {
            push(FindingCode::ExpiryBeforeBirth);
        }
        if expiry < on {
            push(FindingCode::Expired);
        }
        if expiry.year() - on.year() > EXPIRY_YEARS_AHEAD {
            push(FindingCode::ExpiryCenturyUncertain);
        }
    }
    found.extend(composite_alone(rows, checks));
    found
}

/// ICAO 9303-3, section 5, part G: the specimen State as issuer, or as the nationality of a State's own specimen.
fn specimen(rows: &Rows, layout: &Layout) -> Option<Finding> {
    let nationality = layout.nationality.map(|place| (Field::Nationality, place));
    let places = [Some((Field::IssuingState, layout.issuing_state)), nationality];
    let (field, place) = places.into_iter().flatten().find(|(_, place)| rows.at(*place) == states::UTOPIA)?;
    Some(FindingCode::Specimen.on(field, place))
}

/// The composite covers the optional data and the other digits too, so its failing alone points there, unless the
/// card's is known to.
fn composite_alone(rows: &Rows, checks: &[Check]) -> Option<Finding> {
    let mut failed = checks.iter().filter(|check| !check.ok);
    let only = failed.next().filter(|check| check.field == Field::Composite)?;
    if failed.next().is_some() {
        return None;
    }
    let known = variant::has_own_composite(rows);
    let code = if known { FindingCode::CompositeByOtherRule } else { FindingCode::CompositeAlone };
    Some(code.on(only.field, only.at))
}
