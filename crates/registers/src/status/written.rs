//! Reads a report as people, machines and files write it, and names everything that is wrong with it.

use base::web::InputFault;
use jiff::civil::Date;

use super::expiry::{DEFAULT_YEARS, ExpiryFault, YEARS_MAX, last_day};
use super::fault::Fault;
use super::listing::{Report, Subject};
use super::subject::{BlankRange, NotAPattern, NotARange, NotAReference, NumberPattern, Reference};
use super::{Reason, StatusKind};
use crate::document::{DocumentKind, DocumentNumber, NotANumber};

/// A report as written; what is empty was not written.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Written<'a> {
    pub(crate) kind: &'a str,
    pub(crate) number: &'a str,
    pub(crate) first: &'a str,
    pub(crate) last: &'a str,
    pub(crate) pattern: &'a str,
    pub(crate) status: &'a str,
    pub(crate) expires_on: Day<'a>,
    pub(crate) reference: &'a str,
    pub(crate) reason: &'a str,
}

/// A day as written: as text, or read already from a form's three fields.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Day<'a> {
    Text(&'a str),
    Known(Option<Date>),
}

impl Default for Day<'_> {
    fn default() -> Self {
        Day::Known(None)
    }
}

/// The faults found so far.
#[derive(Default)]
struct Found(Vec<InputFault>);

impl Found {
    fn keep<T>(&mut self, read: Result<T, InputFault>) -> Option<T> {
        read.map_err(|fault| self.0.push(fault)).ok()
    }
}

impl Written<'_> {
    /// Reads the whole; `today` is the day from which an expiry is judged.
    ///
    /// Errors: every fault, each in the field that has it.
    pub(crate) fn read(&self, today: Date) -> Result<Report, Vec<InputFault>> {
        let mut found = Found::default();
        let kind = found.keep(document_kind(self.kind));
        let subject = found.keep(self.subject());
        let status = found.keep(status(self.status));
        let expires_on = found.keep(expires_on(self.expires_on, today));
        let reference = found.keep(reference(self.reference).and_then(|reference| match &subject {
            Some(Subject::Number(number)) if reference.gives_away(number) => {
                Err(Fault::ReferenceNumber.at("reference"))
            }
            _ => Ok(reference),
        }));
        let reason = found.keep(reason(self.reason));
        match (kind, subject, status, expires_on, reference, reason) {
            (Some(kind), Some(subject), Some(status), Some(expires_on), Some(reference), Some(reason)) => {
                Ok(Report { kind, subject, status, expires_on, reference, reason })
            }
            _ => Err(found.0),
        }
    }

    fn subject(&self) -> Result<Subject, InputFault> {
        let range = !self.first.is_empty() || !self.last.is_empty();
        match (self.number.is_empty(), range, self.pattern.is_empty()) {
            (false, false, true) => number("number", self.number).map(Subject::Number),
            (true, true, true) => self.range().map(Subject::Range),
            (true, false, false) => pattern(self.pattern).map(Subject::Pattern),
            (true, false, true) => Err(Fault::SubjectMissing.at("number")),
            (false, ..) => Err(Fault::SubjectSeveral.at("number")),
            (true, true, false) => Err(Fault::SubjectSeveral.at("pattern")),
        }
    }

    fn range(&self) -> Result<BlankRange, InputFault> {
        if self.first.is_empty() {
            return Err(Fault::RangeIncomplete.at("first"));
        }
        if self.last.is_empty() {
            return Err(Fault::RangeIncomplete.at("last"));
        }
        BlankRange::new(number("first", self.first)?, number("last", self.last)?).map_err(|fault| match fault {
            NotARange::Form => Fault::RangeForm.at("last"),
            NotARange::Order => Fault::RangeOrder.at("last"),
            NotARange::SingleNumber => Fault::RangeSingle.at("last"),
        })
    }
}

/// Reads a kind of document.
pub(crate) fn document_kind(text: &str) -> Result<DocumentKind, InputFault> {
    if text.is_empty() {
        return Err(Fault::KindMissing.at("kind"));
    }
    text.parse().map_err(|_| Fault::KindUnknown.at("kind"))
}

/// Reads a number in a field of that name.
pub(crate) fn number(field: &str, text: &str) -> Result<DocumentNumber, InputFault> {
    DocumentNumber::parse(text).map_err(|fault| match fault {
        NotANumber::Empty => Fault::SubjectMissing.at(field),
        NotANumber::TooLong => Fault::NumberTooLong.at_with(field, "limit", DocumentNumber::LENGTH_MAX),
        NotANumber::Character(_, column) => Fault::NumberCharacter.at_with(field, "column", column),
    })
}

/// Reads a status.
pub(crate) fn status(text: &str) -> Result<StatusKind, InputFault> {
    if text.is_empty() {
        return Err(Fault::StatusMissing.at("status"));
    }
    text.parse().map_err(|_| Fault::StatusUnknown.at("status"))
}

/// Reads a last day; none written means ten years from today.
pub(crate) fn expires_on(written: Day<'_>, today: Date) -> Result<Date, InputFault> {
    let named = match written {
        Day::Known(day) => day,
        Day::Text("") => None,
        Day::Text(text) => Some(calendar_day(text)?),
    };
    last_day(named, today).map_err(|fault| match fault {
        ExpiryFault::Over => Fault::ExpiresOnOver.at("expires_on"),
        ExpiryFault::TooFar => {
            let mut fault = Fault::ExpiresOnTooFar.at_with("expires_on", "years", YEARS_MAX);
            fault.said = fault.said.with("default", DEFAULT_YEARS);
            fault
        }
    })
}

/// Reads a reference.
pub(crate) fn reference(text: &str) -> Result<Reference, InputFault> {
    Reference::parse(text).map_err(|fault| match fault {
        NotAReference::Empty => Fault::ReferenceMissing.at("reference"),
        NotAReference::TooLong => Fault::ReferenceTooLong.at_with("reference", "limit", Reference::LENGTH_MAX),
        NotAReference::Character(column) => Fault::ReferenceCharacter.at_with("reference", "column", column),
    })
}

/// Reads a reason; none need be written.
pub(crate) fn reason(text: &str) -> Result<Option<Reason>, InputFault> {
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| Fault::ReasonUnknown.at("reason"))
}

fn pattern(text: &str) -> Result<NumberPattern, InputFault> {
    NumberPattern::parse(text).map_err(|fault| match fault {
        NotAPattern::Empty => Fault::SubjectMissing.at("pattern"),
        NotAPattern::TooLong => Fault::PatternTooLong.at_with("pattern", "limit", DocumentNumber::LENGTH_MAX),
        NotAPattern::Character(_, column) => Fault::PatternCharacter.at_with("pattern", "column", column),
        NotAPattern::TooWide => Fault::PatternTooWide.at("pattern"),
        NotAPattern::SingleNumber => Fault::PatternSingle.at("pattern"),
    })
}

/// Reads a day as year, month and day, and in no other way: 3/4 is two days among eleven States.
fn calendar_day(text: &str) -> Result<Date, InputFault> {
    let form = || Fault::ExpiresOnForm.at("expires_on");
    let bytes = text.as_bytes();
    let digits = |part: &[u8]| part.iter().all(u8::is_ascii_digit);
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return Err(form());
    }
    if !digits(&bytes[..4]) || !digits(&bytes[5..7]) || !digits(&bytes[8..]) {
        return Err(form());
    }
    let value = |part: &[u8]| part.iter().fold(0i16, |sum, digit| sum * 10 + i16::from(digit - b'0'));
    let (year, month, day) = (value(&bytes[..4]), value(&bytes[5..7]) as i8, value(&bytes[8..]) as i8);
    Date::new(year, month, day).map_err(|_| Fault::ExpiresOnImpossible.at("expires_on"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 3, 2);

    fn plain() -> Written<'static> {
        Written { kind: "passport", number: "K900 000-01", status: "lost", reference: "R-1", ..Written::default() }
    }

    fn codes(written: Written<'_>) -> Vec<String> {
        written.read(TODAY).unwrap_err().iter().map(|fault| format!("{} {}", fault.field, fault.code)).collect()
    }

    #[test]
    fn a_report_is_read() {
        let report = plain().read(TODAY).unwrap();
        assert_eq!(report.subject, Subject::Number(DocumentNumber::parse("K90000001").unwrap()));
        assert_eq!((report.expires_on, report.reason), (date(2036, 3, 2), None));
        let range = Written { number: "", first: "K0100", last: "K0199", reason: "theft_from_authority", ..plain() };
        assert!(matches!(range.read(TODAY).unwrap().subject, Subject::Range(_)));
        let pattern = Written { number: "", pattern: "K9###", expires_on: Day::Text("2030-02-28"), ..plain() };
        assert_eq!(pattern.read(TODAY).unwrap().expires_on, date(2030, 2, 28));
    }

    #[test]
    fn every_fault_is_named_in_its_field() {
        let all = codes(Written { expires_on: Day::Text("1/2/2030"), reason: "why", ..Written::default() });
        assert_eq!(
            all.join(", "),
            "kind kind-missing, number subject-missing, status status-missing, expires_on expires-on-form, \
             reference reference-missing, reason reason-unknown"
        );
    }

    #[test]
    fn what_a_report_speaks_of_is_one_thing() {
        let one = |number, first, last, pattern| codes(Written { number, first, last, pattern, ..plain() }).join(", ");
        assert_eq!(one("", "", "", ""), "number subject-missing");
        assert_eq!(one("- <", "", "", ""), "number subject-missing");
        assert_eq!(one("K1", "K1", "K2", ""), "number subject-several");
        assert_eq!(one("K1", "", "", "K9#"), "number subject-several");
        assert_eq!(one("", "K1", "K2", "K9#"), "pattern subject-several");
        assert_eq!(one("", "K1", "", ""), "last range-incomplete");
        assert_eq!(one("", "", "K1", ""), "first range-incomplete");
        assert_eq!(one("", "K2", "K1", ""), "last range-order");
        assert_eq!(one("", "K2", "K10", ""), "last range-form");
        assert_eq!(one("", "K97654321", "K97654321", ""), "last range-single");
        assert_eq!(one("", "K_", "K10", ""), "first number-character");
        assert_eq!(one("", "", "", "K#####"), "pattern pattern-too-wide");
        assert_eq!(one("", "", "", "K9"), "pattern pattern-single");
        assert_eq!(one("", "", "", "K9?"), "pattern pattern-character");
        assert_eq!(one("ñ", "", "", ""), "number number-character");
    }

    #[test]
    fn a_reference_is_not_the_number() {
        let one = |reference| codes(Written { number: "K97654321", reference, ..plain() }).join(", ");
        assert_eq!(one("K97654321"), "reference reference-number");
        assert_eq!(one("dgm 2026/k9765-4321"), "reference reference-number");
        let range = Written { number: "", first: "K97654321", last: "K97654399", reference: "K97654321", ..plain() };
        assert!(range.read(TODAY).is_ok(), "a range rests in clear");
    }

    #[test]
    fn days_are_read_in_one_form_only() {
        let day = |text| codes(Written { expires_on: Day::Text(text), ..plain() }).join(", ");
        assert_eq!(day("2030-2-28"), "expires_on expires-on-form");
        assert_eq!(day("28-02-2030"), "expires_on expires-on-form");
        assert_eq!(day("2030-02-29"), "expires_on expires-on-impossible");
        assert_eq!(day("2030-00-10"), "expires_on expires-on-impossible");
        assert_eq!(day("2026-03-01"), "expires_on expires-on-over");
        assert_eq!(day("2046-03-03"), "expires_on expires-on-too-far");
        assert!(Written { expires_on: Day::Text("2026-03-02"), ..plain() }.read(TODAY).is_ok());
    }
}
