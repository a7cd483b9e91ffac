//! What is answered to a question: composed from what was read and what the registers know, and nothing else.
//!
//! The severity order is decided here and in `docs/formats/check.md`: the order of [`Reason::ALL`] and of
//! [`Verdict::ALL`], the gravest first. A report stands above all, because States gave it for this document. Then comes
//! whatever says that the zone may have been misread: until it is read again, everything else in it, even that it is a
//! specimen, rests on characters that are in doubt. A specimen stands above an expired document, and nothing found is
//! said last and quietly.
//!
//! There is no word here for a document that is in order: no check can know that.

use base::ids::StateCode;
use jiff::civil::Date;
use serde::{Serialize, Serializer};

use super::ask::{Asked, Read};
use super::hits::{Basis, FittingAlert, ReportedStatus, shown};
use super::known::{DataAge, Known};
use super::zone::coded::coded;
use super::zone::{Arithmetic, Field, FindingCode, Uncovered, Weight, Zone};
use crate::alerts::matches::PersonAnswer;

coded! {
    /// Says in one word what to do with the document, the gravest first.
    Verdict {
        /// A register holds something that fits it: examine it, and call the State that reported.
        Report = "report",
        /// A check digit fails, or the zone is not built as the rules ask: read it again before anything else.
        LookAgain = "look_again",
        /// A specimen of the State UTO: no document of any State.
        Specimen = "specimen",
        /// Its last day of validity is over.
        Expired = "expired",
        /// Nothing was reported. That proves nothing about the document.
        NoReport = "no_report",
    }
}

coded! {
    /// Says why the verdict is what it is, the gravest first. A verdict is that of its first reason.
    Reason {
        /// The issuing State reported this very number.
        NumberReported = "number_reported",
        /// The number lies in a range of blanks that the issuing State reported.
        BlankRange = "blank_range",
        /// The number fits a pattern that the issuing State reported.
        NumberPattern = "number_pattern",
        /// An alert describes false documents with numbers of this form.
        AlertFits = "alert_fits",
        /// At least one check digit fails.
        DigitsFail = "digits_fail",
        /// The zone is not built as the rules ask, or its dates cannot both be right.
        Structure = "structure",
        /// The zone holds no number or no State that a register could be asked about.
        NotAsked = "not_asked",
        /// The specimen State UTO.
        Specimen = "specimen",
        /// The last day of validity lies before the day of the check.
        Expired = "expired",
        /// An alert describes false documents of this State and kind, whatever their number. It says what to look for
        /// on all of them, so it is no report on this one.
        AlertForKind = "alert_for_kind",
    }
}

/// Everything one check answers. Its JSON is the contract of `docs/formats/check.md`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = CheckAnswer)]
pub struct Answer {
    /// What to do with the document.
    pub verdict: Verdict,
    /// Why, the gravest first; empty when there is nothing to say but that nothing was reported.
    pub reasons: Vec<Reason>,
    /// The day against which years and expiry were read.
    #[schema(value_type = String, format = Date)]
    pub on: Date,
    /// What the registers were asked; null where the zone names nothing to ask about.
    pub asked: Option<Asked>,
    /// The zone in its three layers; null for a typed number.
    pub zone: Option<Zone>,
    /// The fields of this zone that no check digit covers.
    #[serde(serialize_with = "field_codes")]
    #[schema(value_type = Vec<String>)]
    pub uncovered: &'static [Uncovered],
    /// What issuing States report about the number.
    pub status: Vec<ReportedStatus>,
    /// Alerts on false documents that fit it.
    pub alerts: Vec<FittingAlert>,
    /// The reporting States, each once, with whom to call there.
    pub contacts: Vec<Contact>,
    /// Whether the document should now go to the second line.
    pub second_line: bool,
    /// How old what the registers know is.
    pub data: DataAge,
    /// Whom of alerts on people the traveller could be; absent where they were not compared, because the caller's State takes
    /// part in no category or nothing says who the traveller is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonAnswer>,
    /// Whether the caller's State takes part, so that the page asks who carries the next document.
    #[serde(skip)]
    pub compares_people: bool,
}

/// Whom to call about a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = CheckContact)]
pub struct Contact {
    /// The State that reported.
    #[serde(serialize_with = "shown")]
    #[schema(value_type = String)]
    pub state: StateCode,
    /// How its focal point is reached, as the State wrote it; empty where it wrote nothing.
    pub contact: String,
}

impl Reason {
    /// Answers the verdict it asks for.
    pub const fn verdict(self) -> Verdict {
        match self {
            Reason::NumberReported | Reason::BlankRange | Reason::NumberPattern | Reason::AlertFits => Verdict::Report,
            Reason::DigitsFail | Reason::Structure | Reason::NotAsked => Verdict::LookAgain,
            Reason::Specimen => Verdict::Specimen,
            Reason::Expired => Verdict::Expired,
            Reason::AlertForKind => Verdict::NoReport,
        }
    }
}

impl Answer {
    /// Composes the answer; `contact` answers how a State's focal point is reached.
    pub fn compose(read: Read, known: Known, on: Date, contact: impl Fn(StateCode) -> String) -> Self {
        let Read { zone, asked } = read;
        let Known { status, alerts, data } = known;
        let reasons = reasons(zone.as_ref(), asked.as_ref(), &status, &alerts);
        let verdict = reasons.first().map_or(Verdict::NoReport, |reason| reason.verdict());
        let mut contacts: Vec<Contact> = Vec::new();
        for state in status.iter().map(|hit| hit.issuing_state).chain(alerts.iter().map(|hit| hit.reported_by)) {
            if !contacts.iter().any(|known| known.state == state) {
                contacts.push(Contact { state, contact: contact(state) });
            }
        }
        Answer {
            verdict,
            second_line: matches!(verdict, Verdict::Report | Verdict::Specimen),
            reasons,
            on,
            uncovered: zone.as_ref().map_or(&[], |zone| zone.uncovered),
            asked,
            zone,
            status,
            alerts,
            contacts,
            data,
            person: None,
            compares_people: false,
        }
    }

    /// Answers whether the number itself may have been misread, so that what fits it may fit another document.
    pub fn number_doubtful(&self) -> bool {
        let number_fails = |zone: &Zone| zone.failed().any(|check| check.field == Field::DocumentNumber);
        self.zone.as_ref().is_some_and(number_fails)
    }

    /// Answers the contact of one State.
    pub fn contact(&self, state: StateCode) -> &str {
        self.contacts.iter().find(|known| known.state == state).map_or("", |known| known.contact.as_str())
    }
}

fn reasons(
    zone: Option<&Zone>,
    asked: Option<&Asked>,
    status: &[ReportedStatus],
    alerts: &[FittingAlert],
) -> Vec<Reason> {
    let holds = |basis: fn(&Basis) -> bool| status.iter().any(|hit| basis(&hit.basis));
    let found = |code: FindingCode| zone.is_some_and(|zone| zone.findings.iter().any(|finding| finding.code == code));
    let typed_specimen = zone.is_none() && asked.is_some_and(|asked| asked.issuing_state.as_str() == SPECIMEN_STATE);
    let all = [
        (Reason::NumberReported, holds(|basis| matches!(basis, Basis::Exact))),
        (Reason::BlankRange, holds(|basis| matches!(basis, Basis::Range { .. }))),
        (Reason::NumberPattern, holds(|basis| matches!(basis, Basis::Pattern { .. }))),
        (Reason::AlertFits, alerts.iter().any(|hit| !hit.general)),
        (Reason::DigitsFail, zone.is_some_and(digits_fail)),
        (Reason::Structure, zone.is_some_and(built_otherwise)),
        (Reason::NotAsked, asked.is_none()),
        (Reason::Specimen, typed_specimen || found(FindingCode::Specimen)),
        (Reason::Expired, found(FindingCode::Expired)),
        (Reason::AlertForKind, alerts.iter().any(|hit| hit.general)),
    ];
    all.into_iter().filter(|(_, holds)| *holds).map(|(reason, _)| reason).collect()
}

/// The State of specimens (ICAO 9303-3, section 5, part G).
const SPECIMEN_STATE: &str = "UTO";

/// Says whether a check digit fails. One that genuine cards of the same State are known to fail does not count.
fn digits_fail(zone: &Zone) -> bool {
    let by_other_rule = |zone: &Zone| zone.findings.iter().any(|found| found.code == FindingCode::CompositeByOtherRule);
    zone.arithmetic == Arithmetic::Invalid
        && zone.failed().any(|check| check.field != Field::Composite || !by_other_rule(zone))
}

fn built_otherwise(zone: &Zone) -> bool {
    let said_elsewhere = [FindingCode::Specimen, FindingCode::Expired];
    zone.findings.iter().any(|found| found.code.weight() == Weight::Look && !said_elsewhere.contains(&found.code))
}

fn field_codes<S: Serializer>(uncovered: &&'static [Uncovered], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(uncovered.iter().map(|one| one.field))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::ask::Question;
    use super::super::samples::Sample;
    use super::super::samples::hits::{alert, status};
    use super::*;
    use jiff::civil::date;

    const ON: Date = date(2026, 3, 2);

    fn answer(text: &str, known: Known) -> Answer {
        let question = match text.split_once('/') {
            Some((number, state)) => Question::number(number, state, "").unwrap(),
            None => Question::zone(text),
        };
        Answer::compose(question.read(ON).unwrap(), known, ON, |state| format!("focal point of {state}"))
    }

    fn said(answer: &Answer) -> (&'static str, Vec<&'static str>) {
        (answer.verdict.code(), answer.reasons.iter().map(|reason| reason.code()).collect())
    }

    fn passport(number: &str) -> String {
        Sample::passport("HND", number).zone()
    }

    #[test]
    fn nothing_known_and_nothing_wrong_is_no_report() {
        let none = answer(&passport("K90211756"), Known::default());
        assert_eq!(said(&none), ("no_report", vec![]));
        assert!(!none.second_line && none.contacts.is_empty());
        assert_eq!(said(&answer("K90211756/HND", Known::default())), ("no_report", vec![]));
    }

    #[test]
    fn each_way_of_fitting_is_a_report_and_says_which() {
        for (hit, reason) in [
            (Basis::Exact, "number_reported"),
            (Basis::Range { first: "K1".into(), last: "K9".into() }, "blank_range"),
            (Basis::Pattern { pattern: "K#".into() }, "number_pattern"),
        ] {
            let found = answer(&passport("K90211756"), Known { status: vec![status(hit)], ..Known::default() });
            assert_eq!(said(&found), ("report", vec![reason]));
            assert!(found.second_line);
        }
        let found = answer("K90211756/UTO", Known { alerts: vec![alert(false)], ..Known::default() });
        assert_eq!(said(&found), ("report", vec!["alert_fits", "specimen"]));
    }

    #[test]
    fn an_alert_on_every_document_of_a_state_is_no_report_on_one_of_them() {
        let known = Known { alerts: vec![alert(true)], ..Known::default() };
        assert_eq!(said(&answer(&passport("K90211756"), known)), ("no_report", vec!["alert_for_kind"]));
    }

    #[test]
    fn a_failing_digit_alone_asks_to_look_again_and_beside_a_report_is_said_too() {
        let wrong = passport("K90211756").replace("K90211756", "K90211757");
        let alone = answer(&wrong, Known::default());
        assert_eq!(said(&alone), ("look_again", vec!["digits_fail"]));
        assert!(!alone.second_line && alone.number_doubtful());
        let both = answer(&wrong, Known { status: vec![status(Basis::Exact)], ..Known::default() });
        assert_eq!(said(&both), ("report", vec!["number_reported", "digits_fail"]));
        assert!(both.number_doubtful());
    }

    #[test]
    fn a_digit_that_genuine_cards_fail_too_is_not_held_against_this_one() {
        let card =
            |state| Sample { format: super::super::zone::Format::Td1, ..Sample::passport(state, "K90211756") }.zone();
        let broken = |state| {
            let zone = card(state).replacen("I<", "ID", 1);
            let at = 30 + 1 + 29;
            let digit = if zone.as_bytes()[at] == b'9' { "1" } else { "9" };
            format!("{}{digit}{}", &zone[..at], &zone[at + 1..])
        };
        assert_eq!(said(&answer(&broken("HND"), Known::default())), ("look_again", vec!["digits_fail"]));
        assert_eq!(said(&answer(&broken("GTM"), Known::default())), ("no_report", vec![]));
    }

    #[test]
    fn what_was_misread_comes_before_what_it_would_mean() {
        let on_record = Sample { expires_on: date(2020, 1, 1), ..Sample::passport("UTO", "L898902C3") }.zone();
        assert_eq!(said(&answer(&on_record, Known::default())), ("specimen", vec!["specimen", "expired"]));
        let wrong = on_record.replace("L898902C3", "L898902C4");
        let reasons = vec!["digits_fail", "specimen", "expired"];
        assert_eq!(said(&answer(&wrong, Known::default())), ("look_again", reasons));
        let old = on_record.replace("UTO", "HND");
        assert_eq!(said(&answer(&old, Known::default())), ("expired", vec!["expired"]));
    }

    #[test]
    fn a_zone_that_names_nothing_to_ask_about_is_never_no_report() {
        let nobody = passport("").replace("HND", "H1D");
        let (verdict, reasons) = said(&answer(&nobody, Known::default()));
        assert_eq!(verdict, "look_again");
        assert!(reasons.contains(&"not_asked") && reasons.contains(&"structure"), "{reasons:?}");
    }

    #[test]
    fn the_reporting_states_are_named_once_each() {
        let status = vec![status(Basis::Exact), status(Basis::Pattern { pattern: "K#".into() })];
        let found = answer(&passport("K90211756"), Known { status, alerts: vec![alert(false)], ..Known::default() });
        let states: Vec<&str> = found.contacts.iter().map(|one| one.state.as_str()).collect();
        assert_eq!(states, ["HND"], "the status and the alert are of the same State");
        assert_eq!(found.contact("HND".parse().unwrap()), "focal point of HND");
    }

    #[test]
    fn reasons_and_verdicts_stand_in_one_order() {
        let verdicts: Vec<Verdict> = Reason::ALL.iter().map(|reason| reason.verdict()).collect();
        assert!(verdicts.is_sorted(), "a graver verdict follows a lighter one: {verdicts:?}");
    }
}
