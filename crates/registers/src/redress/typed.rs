//! What is typed or sent about a case, read into values with every fault at its field.

use base::identity::profile::InForce;
use base::web::{Filled, InputFault, Said};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::coded::{Asker, CaseKind, Ground, Outcome, Tongue};

/// Days within which whoever asks is answered, at most: a process may agree on fewer, never on more.
pub const ANSWER_DAYS: i64 = 30;

/// The most characters of what somebody asks.
pub const ASKED_CHARS_MAX: usize = 1_000;

/// The most characters of who asks and how they are reached, and of a remedy.
pub const CONTACT_CHARS_MAX: usize = 300;

/// Days that may lie between asking and writing it down: who is late with the second is not given a new term.
const LODGED_BEFORE_DAYS: i32 = 30;

/// What somebody asks of a State. There is no other field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(example = json!({ "kind": "access", "asker": "themselves", "language": "es", "lodged_on": "2026-03-02",
    "asked": "¿Qué se guarda sobre mí? (ficticio)", "contact": "Ana Ficticia, Calle Inventada 1" }))]
pub struct CaseSent {
    /// `access`, `correction` or `deletion`.
    pub kind: String,
    /// `themselves` or `representative`.
    pub asker: String,
    /// `es`, `en` or `fr`: in which language they are answered.
    pub language: String,
    /// On which day they asked: `2026-03-02`; today where it is empty.
    pub lodged_on: String,
    /// What they ask, in their words.
    pub asked: String,
    /// Who they are and how they are reached.
    pub contact: String,
}

/// An answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(example = json!({ "outcome": "refused", "ground": "undisclosed", "remedy": "Tribunal Ficticio, 30 días" }))]
pub struct AnswerSent {
    /// `granted`, `partly` or `refused`.
    pub outcome: String,
    /// `undisclosed`, `lawful`, `identity`, `others` or `unfounded`; empty where all is granted.
    pub ground: String,
    /// Where whoever asked can turn to, besides the panel, and until when.
    pub remedy: String,
}

/// A case that can be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCase {
    /// What is asked for.
    pub kind: CaseKind,
    /// Who asks.
    pub asker: Asker,
    /// In which language they are answered.
    pub tongue: Tongue,
    /// On which day they asked.
    pub lodged_on: Date,
    /// What they ask.
    pub asked: String,
    /// Who they are and how they are reached.
    pub contact: String,
}

/// An answer that can be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAnswer {
    /// What is answered.
    pub outcome: Outcome,
    /// Why not all of it.
    pub ground: Option<Ground>,
    /// Where whoever asked can turn to.
    pub remedy: String,
}

/// Answers within how many days the process has agreed to answer: thirty, or fewer.
pub fn answer_days(profile: &InForce) -> i64 {
    days(profile.rules.get("redress_days").copied())
}

fn days(agreed: Option<i64>) -> i64 {
    agreed.filter(|days| (1..=ANSWER_DAYS).contains(days)).unwrap_or(ANSWER_DAYS)
}

impl CaseSent {
    /// Takes what a form brought.
    pub(super) fn of_form(filled: &Filled) -> Self {
        let typed = |name| filled.typed(name).to_owned();
        CaseSent {
            kind: typed("kind"),
            asker: typed("asker"),
            language: typed("language"),
            lodged_on: typed("lodged_on"),
            asked: typed("asked"),
            contact: typed("contact"),
        }
    }

    /// Reads it.
    ///
    /// Errors: every fault under the name of its field.
    pub fn read(&self, today: Date) -> Result<NewCase, Vec<InputFault>> {
        let mut faults = Vec::new();
        let kind = listed(&mut faults, "kind", &self.kind, CaseKind::read);
        let asker = listed(&mut faults, "asker", &self.asker, Asker::read);
        let tongue = listed(&mut faults, "language", &self.language, Tongue::read);
        let lodged_on = lodged(&mut faults, &self.lodged_on, today);
        let asked = text(&mut faults, "asked", &self.asked, ASKED_CHARS_MAX);
        let contact = text(&mut faults, "contact", &self.contact, CONTACT_CHARS_MAX);
        match (kind, asker, tongue, lodged_on, asked, contact) {
            (Some(kind), Some(asker), Some(tongue), Some(lodged_on), Some(asked), Some(contact)) => {
                Ok(NewCase { kind, asker, tongue, lodged_on, asked, contact })
            }
            _ => Err(faults),
        }
    }
}

impl AnswerSent {
    /// Takes what a form brought.
    pub(super) fn of_form(filled: &Filled) -> Self {
        let typed = |name| filled.typed(name).to_owned();
        AnswerSent { outcome: typed("outcome"), ground: typed("ground"), remedy: typed("remedy") }
    }

    /// Reads it.
    ///
    /// Errors: every fault under the name of its field; also a ground where all is granted, and none where it is not.
    pub fn read(&self) -> Result<NewAnswer, Vec<InputFault>> {
        let mut faults = Vec::new();
        let outcome = listed(&mut faults, "outcome", &self.outcome, Outcome::read);
        let ground = match (self.ground.trim(), outcome) {
            ("", Some(outcome)) if outcome.needs_ground() => {
                faults.push(fault("ground", "missing", "redress-fault-ground"));
                None
            }
            ("", _) => Some(None),
            (_, Some(outcome)) if !outcome.needs_ground() => {
                faults.push(fault("ground", "not-allowed", "redress-fault-ground-none"));
                None
            }
            (code, _) => listed(&mut faults, "ground", code, Ground::read).map(Some),
        };
        let remedy = text(&mut faults, "remedy", &self.remedy, CONTACT_CHARS_MAX);
        match (outcome, ground, remedy) {
            (Some(outcome), Some(ground), Some(remedy)) if faults.is_empty() => {
                Ok(NewAnswer { outcome, ground, remedy })
            }
            _ => Err(faults),
        }
    }
}

fn lodged(faults: &mut Vec<InputFault>, typed: &str, today: Date) -> Option<Date> {
    let day = match typed.trim() {
        "" => Some(today),
        typed if typed.len() == 10 => typed.parse().ok(),
        _ => None,
    };
    let earliest = today.saturating_sub(LODGED_BEFORE_DAYS.days());
    let fits = day.filter(|day| (earliest..=today).contains(day));
    if fits.is_none() {
        faults.push(fault("lodged_on", "not-a-day", "redress-fault-lodged"));
    }
    fits
}

fn listed<T>(
    faults: &mut Vec<InputFault>,
    field: &'static str,
    code: &str,
    read: impl FnOnce(&str) -> Option<T>,
) -> Option<T> {
    let value = read(code.trim());
    if value.is_none() {
        faults.push(match field {
            "kind" => fault(field, "no-such-code", "redress-fault-kind"),
            "asker" => fault(field, "no-such-code", "redress-fault-asker"),
            "language" => fault(field, "no-such-code", "redress-fault-language"),
            "outcome" => fault(field, "no-such-code", "redress-fault-outcome"),
            _ => fault(field, "no-such-code", "redress-fault-ground"),
        });
    }
    value
}

/// Reads a text: blanks at the ends and doubled ones go, line breaks become blanks.
fn text(faults: &mut Vec<InputFault>, field: &'static str, typed: &str, most: usize) -> Option<String> {
    let line = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let length = line.chars().count();
    if line.chars().any(char::is_control) || length > most {
        faults.push(InputFault::field(field, "too-long", Said::plain("redress-fault-long").with("most", most)));
        return None;
    }
    if length < 3 {
        let key = match field {
            "asked" => "redress-fault-asked",
            "contact" => "redress-fault-contact",
            _ => "redress-fault-remedy",
        };
        faults.push(fault(field, "missing", key));
        return None;
    }
    Some(line)
}

fn fault(field: &'static str, code: &'static str, key: &'static str) -> InputFault {
    InputFault::field(field, code, Said::plain(key))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 3, 31);

    fn sent() -> CaseSent {
        CaseSent {
            kind: "deletion".to_owned(),
            asker: "representative".to_owned(),
            language: "es".to_owned(),
            lodged_on: String::new(),
            asked: "Que se borre lo que haya sobre mí (ficticio).".to_owned(),
            contact: "Ana Ficticia".to_owned(),
        }
    }

    fn faults(change: impl FnOnce(&mut CaseSent)) -> Vec<(String, &'static str)> {
        let mut typed = sent();
        change(&mut typed);
        typed.read(TODAY).unwrap_err().into_iter().map(|fault| (fault.field, fault.code)).collect()
    }

    #[test]
    fn every_fault_of_a_case_is_named_by_its_field() {
        assert_eq!(sent().read(TODAY).unwrap().lodged_on, TODAY);
        assert_eq!(CaseSent::default().read(TODAY).unwrap_err().len(), 5);
        assert_eq!(faults(|t| t.kind = "revenge".into()), [("kind".to_owned(), "no-such-code")]);
        for day in ["2026-04-01", "2026-02-28", "31.3.2026", "2026-02-30"] {
            assert_eq!(faults(|t| t.lodged_on = day.into()), [("lodged_on".to_owned(), "not-a-day")], "{day}");
        }
        assert_eq!(faults(|t| t.asked = "x".repeat(1_001)), [("asked".to_owned(), "too-long")]);
        assert_eq!(faults(|t| t.contact = "a\u{7}bcd".into()), [("contact".to_owned(), "too-long")]);
        assert!(serde_json::from_str::<CaseSent>(r#"{"kind":"access","nationality":"UTO"}"#).is_err());
    }

    /// G-25: a refusal needs a ground and a remedy; whoever is given all is given no ground.
    #[test]
    fn a_refusal_without_ground_or_remedy_is_none() {
        let answer = |outcome: &str, ground: &str, remedy: &str| {
            let (outcome, ground, remedy) = (outcome.to_owned(), ground.to_owned(), remedy.to_owned());
            AnswerSent { outcome, ground, remedy }.read()
        };
        let named = |read: Result<NewAnswer, Vec<InputFault>>| -> Vec<String> {
            read.unwrap_err().into_iter().map(|fault| fault.field).collect()
        };
        assert!(answer("refused", "undisclosed", "Tribunal Ficticio").is_ok());
        assert!(answer("granted", "", "Tribunal Ficticio").is_ok());
        assert_eq!(named(answer("refused", "", "Tribunal Ficticio")), ["ground"]);
        assert_eq!(named(answer("partly", "because", "Tribunal Ficticio")), ["ground"]);
        assert_eq!(named(answer("granted", "lawful", "Tribunal Ficticio")), ["ground"]);
        assert_eq!(named(answer("refused", "lawful", "")), ["remedy"]);
        assert_eq!(named(answer("", "", "")), ["outcome", "remedy"]);
    }

    /// G-25: a process can shorten the thirty days and never lengthen them.
    #[test]
    fn the_days_of_an_answer_go_down_only() {
        for (agreed, in_force) in [(30, 30), (31, 30), (10, 10), (0, 30), (-5, 30), (365, 30), (1, 1)] {
            assert_eq!(days(Some(agreed)), in_force, "{agreed}");
        }
        assert_eq!(days(None), 30);
    }
}
