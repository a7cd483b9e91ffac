//! The forms of this room: which fields each has, how they are drawn, and what was typed into them.

use base::web::fields::{self, Choice, Field};
use base::web::{DateFault, Filled, InputFault, Said, Voice};
use jiff::civil::Date;
use maud::{Markup, html};

use super::fault::Fault;
use super::ledger::Correction;
use super::listing::Report;
use super::written::{self, Day, Written};
use super::{Reason, Reference, StatusKind};
use crate::document::{DocumentKind, DocumentNumber};

/// What a form reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sheet {
    Number,
    Range,
    Pattern,
}

impl Sheet {
    pub(super) const fn path(self) -> &'static str {
        match self {
            Sheet::Number => "/status/report",
            Sheet::Range => "/status/report-range",
            Sheet::Pattern => "/status/report-pattern",
        }
    }

    pub(super) const fn title(self) -> &'static str {
        match self {
            Sheet::Number => "status-report-number",
            Sheet::Range => "status-report-range",
            Sheet::Pattern => "status-report-pattern",
        }
    }

    pub(super) const fn about(self) -> &'static str {
        match self {
            Sheet::Number => "status-report-number-about",
            Sheet::Range => "status-report-range-about",
            Sheet::Pattern => "status-report-pattern-about",
        }
    }

    /// The fields that say what the report speaks of; an error of the whole subject stands at the first.
    pub(super) const fn subject(self) -> &'static [&'static str] {
        match self {
            Sheet::Number => &["number"],
            Sheet::Range => &["first", "last"],
            Sheet::Pattern => &["pattern"],
        }
    }
}

/// The fields in the order in which forms have them.
const ORDER: [&str; 9] = ["kind", "number", "first", "last", "pattern", "status", "expires_on", "reference", "reason"];

/// Reads a report from a form; what is wrong is written beside its field.
pub(super) fn read(voice: &Voice, sheet: Sheet, filled: &mut Filled, today: Date) -> Option<Report> {
    let of_sheet = |name: &'static str| if sheet.subject().contains(&name) { filled.typed(name).trim() } else { "" };
    let day = filled.date("expires_on");
    let written = Written {
        kind: filled.typed("kind"),
        number: of_sheet("number"),
        first: of_sheet("first"),
        last: of_sheet("last"),
        pattern: of_sheet("pattern"),
        status: filled.typed("status"),
        expires_on: Day::Known(day.ok().flatten()),
        reference: filled.typed("reference"),
        reason: filled.typed("reason"),
    };
    let read = written.read(today);
    let mut faults = read.as_ref().err().cloned().unwrap_or_default();
    for fault in &mut faults {
        if fault.field == "number" {
            sheet.subject()[0].clone_into(&mut fault.field);
        }
    }
    faults.extend(day.err().map(day_fault));
    refuse(voice, filled, &faults);
    read.ok().filter(|_| !filled.is_refused())
}

/// Says why three fields are no day.
fn day_fault(fault: DateFault) -> InputFault {
    let code = match fault {
        DateFault::Incomplete => Fault::ExpiresOnForm.code(),
        DateFault::Impossible => Fault::ExpiresOnImpossible.code(),
    };
    InputFault::field("expires_on", code, Said::plain(fault.key()))
}

/// Writes faults beside their fields, in the reader's language; the summary lists them as the fields stand.
pub(super) fn refuse(voice: &Voice, filled: &mut Filled, faults: &[InputFault]) {
    let turn = |fault: &InputFault| ORDER.iter().position(|name| *name == fault.field);
    let mut faults: Vec<&InputFault> = faults.iter().collect();
    faults.sort_by_key(|fault| turn(fault));
    for fault in faults {
        filled.refuse(&fault.field, voice.say(&fault.said));
    }
}

/// Reads what a correction may change from its form.
pub(super) fn read_correction(voice: &Voice, filled: &mut Filled, today: Date) -> Option<Correction> {
    let mut faults = Vec::new();
    let day = filled.date("expires_on");
    let status = written::status(filled.typed("status")).map_err(|fault| faults.push(fault)).ok();
    let expires_on = match day {
        Ok(day) => written::expires_on(Day::Known(day), today),
        Err(fault) => Err(day_fault(fault)),
    };
    let expires_on = expires_on.map_err(|fault| faults.push(fault)).ok();
    let reference = written::reference(filled.typed("reference")).map_err(|fault| faults.push(fault)).ok();
    let reason = written::reason(filled.typed("reason")).map_err(|fault| faults.push(fault)).ok();
    refuse(voice, filled, &faults);
    Some(Correction { status: status?, expires_on: expires_on?, reference: reference?, reason: reason? })
}

/// Draws the fields that say which documents, then those that every report has.
pub(super) fn fields(voice: &Voice, sheet: Sheet, filled: &Filled) -> Markup {
    let length = DocumentNumber::LENGTH_MAX as u32 + 8;
    let number = |name, label| Field::new(name, label).mono().max_length(length);
    html! {
        (kind_field(voice, filled))
        @match sheet {
            Sheet::Number => (fields::text_input(voice, filled, &number("number", "status-number").hint("status-number-hint"))),
            Sheet::Range => {
                (fields::text_input(voice, filled, &number("first", "status-first").hint("status-first-hint")))
                (fields::text_input(voice, filled, &number("last", "status-last").hint("status-last-hint")))
            }
            Sheet::Pattern => (fields::text_input(voice, filled, &number("pattern", "status-pattern").hint("status-pattern-hint"))),
        }
        (said_fields(voice, filled))
    }
}

/// Draws the fields that a correction may change too.
pub(super) fn said_fields(voice: &Voice, filled: &Filled) -> Markup {
    let reasons: Vec<Choice<'_>> = std::iter::once(Choice::new("", voice.t("status-reason-none")))
        .chain(Reason::ALL.iter().map(|reason| Choice::new(reason.code(), voice.t(reason.key()))))
        .collect();
    html! {
        (fields::radios(voice, filled, &Field::new("status", "status-status"), &statuses(voice)))
        (fields::date_input(voice, filled, &Field::new("expires_on", "status-expires-on").hint("status-expires-on-hint").optional()))
        (fields::text_input(voice, filled, &Field::new("reference", "status-reference").hint("status-reference-hint")
            .max_length(Reference::LENGTH_MAX as u32).autocomplete("off")))
        (fields::select(voice, filled, &Field::new("reason", "status-reason").optional(), &reasons))
    }
}

/// Draws the choice of a kind of document.
pub(super) fn kind_field(voice: &Voice, filled: &Filled) -> Markup {
    fields::select(voice, filled, &Field::new("kind", "status-kind"), &kinds(voice))
}

/// Answers the kinds of document as choices.
pub(super) fn kinds(voice: &Voice) -> Vec<Choice<'_>> {
    DocumentKind::ALL.iter().map(|kind| Choice::new(kind.code(), voice.t(kind.key()))).collect()
}

/// Answers the statuses as choices, each with what it means.
pub(super) fn statuses(voice: &Voice) -> Vec<Choice<'_>> {
    let about = |kind: &StatusKind| voice.t(kind.about_key());
    StatusKind::ALL.iter().map(|kind| Choice::new(kind.code(), voice.t(kind.key())).hint(about(kind))).collect()
}

/// Hands what was typed on to the next step, unseen.
pub(super) fn carried(filled: &Filled, sheet: Sheet) -> Markup {
    let said = ["kind", "status", "expires_on-day", "expires_on-month", "expires_on-year", "reference", "reason"];
    html! { @for name in said.iter().chain(sheet.subject()) { (fields::hidden(name, filled.typed(name))) } }
}
