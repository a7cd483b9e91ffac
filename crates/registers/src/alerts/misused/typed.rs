//! What is typed or sent of a holder, read with every fault there is.

use base::ids::StateCode;
use base::web::{Filled, InputFault, Said};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::alerts::text::AUTHORITY_CHARS_MAX;
use crate::alerts::typed::{a_day, phrase};
use crate::document::{DocumentKind, DocumentNumber, DocumentRef, issues_documents, issuing_state};

/// The most characters of a place.
pub(super) const PLACE_CHARS_MAX: usize = 80;

/// What is kept of the holder of a misused identity. There is no other field (G-26).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(example = json!({
    "issuing_state": "UTO", "kind": "passport", "number": "L898902C3", "theirs": true, "born_at": "Puerto Ficticio",
    "consented_on": "2026-03-01", "kept_at": "Registro de Utopía, expediente 7 (ficticio)", "taken_by": "Defensoría de Utopía (ficticia)"
}))]
pub struct MisusedSent {
    /// The State that issued the holder's document.
    pub issuing_state: String,
    /// What sort of document it is, as `passport`.
    pub kind: String,
    /// Its number. Kept as a keyed hash.
    pub number: String,
    /// That the holder has this document, and that it is none of those that are misused.
    pub theirs: bool,
    /// Where the holder was born; empty where they do not wish to say.
    pub born_at: String,
    /// The day of the written consent, `YYYY-MM-DD`.
    pub consented_on: String,
    /// Where the signed paper is kept.
    pub kept_at: String,
    /// The office that took it.
    pub taken_by: String,
}

/// What is kept of a holder, before their document is hashed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::alerts) struct Holding {
    /// The document.
    pub document: DocumentRef,
    /// Place of birth; may be empty.
    pub born_at: String,
    /// Day of the written consent.
    pub consented_on: Date,
    /// Where that paper is kept.
    pub kept_at: String,
    /// The office that took it.
    pub taken_by: String,
}

impl MisusedSent {
    /// Takes what a form sent.
    pub(super) fn of_form(filled: &Filled) -> Self {
        let typed = |name: &str| filled.typed(name).to_owned();
        MisusedSent {
            issuing_state: typed("issuing_state"),
            kind: typed("kind"),
            number: typed("number"),
            theirs: filled.chosen("theirs").any(|one| one == "yes"),
            born_at: typed("born_at"),
            consented_on: typed("consented_on"),
            kept_at: typed("kept_at"),
            taken_by: typed("taken_by"),
        }
    }

    /// Reads it, on a given day.
    ///
    /// Errors: every fault there is, by its field.
    pub(super) fn read(&self, today: Date) -> Result<Holding, Vec<InputFault>> {
        let mut faults = Vec::new();
        let document = document(&self.issuing_state, &self.kind, &self.number, &mut faults);
        if !self.theirs {
            faults.push(InputFault::field("theirs", "missing", Said::plain("alerts-misused-fault-theirs")));
        }
        let mut take = |read: Result<String, InputFault>| read.map_err(|fault| faults.push(fault)).ok();
        let born_at = take(phrase("born_at", &self.born_at, 0, PLACE_CHARS_MAX));
        let kept_at = take(phrase("kept_at", &self.kept_at, 3, AUTHORITY_CHARS_MAX));
        let taken_by = take(phrase("taken_by", &self.taken_by, 3, AUTHORITY_CHARS_MAX));
        let consented_on = match a_day("consented_on", &self.consented_on) {
            Ok(day) if day > today => {
                let said = Said::plain("alerts-misused-fault-later");
                faults.push(InputFault::field("consented_on", "later", said));
                None
            }
            Ok(day) => Some(day),
            Err(fault) => {
                faults.push(fault);
                None
            }
        };
        match (document, born_at, kept_at, taken_by, consented_on) {
            (Some(document), Some(born_at), Some(kept_at), Some(taken_by), Some(consented_on)) if faults.is_empty() => {
                Ok(Holding { document, born_at, consented_on, kept_at, taken_by })
            }
            _ => Err(faults),
        }
    }
}

/// Reads a document as it is typed; every fault goes with the others.
pub(super) fn document(issuer: &str, kind: &str, number: &str, faults: &mut Vec<InputFault>) -> Option<DocumentRef> {
    let mut fault = |field: &str, code: &'static str, key: &'static str| {
        faults.push(InputFault::field(field, code, Said::plain(key)));
    };
    let issuer: Option<StateCode> = issuing_state(issuer).filter(|state| issues_documents(*state));
    if issuer.is_none() {
        fault("issuing_state", "no-such-state", "alerts-misused-fault-state");
    }
    let kind: Option<DocumentKind> = kind.parse().ok();
    if kind.is_none() {
        fault("kind", "no-such-code", "alerts-misused-fault-kind");
    }
    let number = DocumentNumber::parse(number).ok();
    if number.is_none() {
        fault("number", "not-a-number", "alerts-misused-fault-number");
    }
    Some(DocumentRef { issuer: issuer?, kind: kind?, number: number? })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 3, 2);

    fn sent() -> MisusedSent {
        MisusedSent {
            issuing_state: "UTO".to_owned(),
            kind: "passport".to_owned(),
            number: "l898-902 c3".to_owned(),
            theirs: true,
            born_at: String::new(),
            consented_on: "2026-03-02".to_owned(),
            kept_at: "Expediente 7 (ficticio)".to_owned(),
            taken_by: "Defensoría (ficticia)".to_owned(),
        }
    }

    fn faults(change: impl FnOnce(&mut MisusedSent)) -> Vec<(String, &'static str)> {
        let mut sent = sent();
        change(&mut sent);
        sent.read(TODAY).unwrap_err().into_iter().map(|fault| (fault.field, fault.code)).collect()
    }

    /// G-26: without a written consent that somebody took on a day and that is kept somewhere, nothing is kept of a holder.
    #[test]
    fn g_26_nothing_is_read_without_consent() {
        let read = sent().read(TODAY).unwrap();
        assert_eq!(read.document.canonical(), b"UTO|passport|L898902C3");
        assert_eq!(faults(|sent| sent.consented_on = String::new()), [("consented_on".to_owned(), "missing")]);
        assert_eq!(faults(|sent| sent.consented_on = "2026-03-03".to_owned()), [("consented_on".to_owned(), "later")]);
        assert_eq!(faults(|sent| sent.kept_at = " ".to_owned()), [("kept_at".to_owned(), "missing")]);
        assert_eq!(faults(|sent| sent.taken_by = String::new()), [("taken_by".to_owned(), "missing")]);
        assert_eq!(faults(|sent| sent.theirs = false), [("theirs".to_owned(), "missing")]);
        assert_eq!(faults(|sent| sent.kept_at = "Archivo de asilo".to_owned()), [("kept_at".to_owned(), "unwelcome")]);
        let nothing = MisusedSent::default().read(TODAY).unwrap_err();
        assert_eq!(nothing.len(), 7, "every fault at once");
    }

    #[test]
    fn g_26_there_is_no_other_field() {
        for field in ["name", "photo", "fingerprints", "address", "born"] {
            assert!(serde_json::from_str::<MisusedSent>(&format!("{{\"{field}\":\"x\"}}")).is_err(), "{field}");
        }
        assert_eq!(
            faults(|sent| sent.issuing_state = "XXB".to_owned()),
            [("issuing_state".to_owned(), "no-such-state")]
        );
        assert_eq!(faults(|sent| sent.kind = "library card".to_owned()), [("kind".to_owned(), "no-such-code")]);
        assert_eq!(faults(|sent| sent.number = "<<".to_owned()), [("number".to_owned(), "not-a-number")]);
        assert_eq!(faults(|sent| sent.born_at = "x".repeat(81)), [("born_at".to_owned(), "too-long")]);
    }
}
