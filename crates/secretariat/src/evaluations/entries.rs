//! What can be said in an evaluation. Frozen: kinds and fields are added, never edited.
//!
//! Each stands in the series of whoever says it: what prepares and opens one in the secretariat's, an answer and a response in that of the
//! party that gives it, findings in that of the evaluating State.

use base::store::{Entry, Room, StoreError};
use jiff::civil::Date;
use journal::{Name, StateCode};
use minicbor::{Decode, Encode};

use crate::meetings::{Symbol, frozen};
use crate::obligations::Reference;

/// One entry of the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum EvaluationEntry {
    /// What an evaluation is about is written, the first time or anew.
    Prepared(Box<Prepared>),
    /// A question is written, or taken out.
    Asked(Box<Asked>),
    /// From now on it is answered.
    Opened(Opened),
    /// A delegation saves its answer, which nobody else sees.
    Drafted(Answer),
    /// A party answers.
    Given(Answer),
    /// Some have more time.
    Extended(Extended),
    /// A finding is written, or taken out.
    Found(Found),
    /// A recommendation is written, or taken out.
    Recommended(Recommended),
    /// What is written becomes the next version of the report.
    Published(Published),
    /// An addressee says what it makes of a recommendation.
    Responded(Box<Responded>),
}

/// Words in each language, as they were given; empty where they were not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Words {
    /// English.
    #[n(0)]
    pub(crate) en: String,
    /// Spanish.
    #[n(1)]
    pub(crate) es: String,
    /// French.
    #[n(2)]
    pub(crate) fr: String,
}

/// See [`EvaluationEntry::Prepared`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Prepared {
    /// Its symbol.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) symbol: Symbol,
    /// How often it had been written when whoever writes read it; 0 the first time.
    #[n(1)]
    pub(crate) seen: u32,
    /// Title.
    #[n(2)]
    pub(crate) title: Words,
    /// What it is for.
    #[n(3)]
    pub(crate) purpose: Words,
    /// Symbol of the decision that it rests on.
    #[n(4)]
    #[cbor(with = "frozen::text")]
    pub(crate) decision: Symbol,
    /// Codes of the evaluating States with blanks between.
    #[n(5)]
    pub(crate) evaluators: String,
    /// Day whose end in each capital is the deadline there.
    #[n(6)]
    #[cbor(with = "frozen::text")]
    pub(crate) deadline_on: Date,
    /// Whether observers may answer.
    #[n(7)]
    pub(crate) observers_answer: bool,
    /// Whether observers see answers and reports.
    #[n(8)]
    pub(crate) observers_see: bool,
}

/// See [`EvaluationEntry::Asked`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Asked {
    /// Symbol of the evaluation.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) evaluation: Symbol,
    /// Which question, from 1.
    #[n(1)]
    pub(crate) number: u8,
    /// How often it had been written when whoever writes read it.
    #[n(2)]
    pub(crate) seen: u32,
    /// The question; null takes it out.
    #[n(3)]
    pub(crate) question: Option<Question>,
}

/// A question as it is asked.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Question {
    /// Its words.
    #[n(0)]
    pub(crate) words: Words,
    /// What it asks for: `text`, `yes_no`, `one_of`, `number` or `day`.
    #[n(1)]
    pub(crate) asks: String,
    /// Whether it must be answered.
    #[n(2)]
    pub(crate) required: bool,
    /// The given answers of `one_of`.
    #[n(3)]
    pub(crate) choices: Vec<Words>,
    /// What `number` counts.
    #[n(4)]
    pub(crate) unit: Words,
}

/// A party with a last instant in time.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Until {
    /// Whose.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) party: StateCode,
    /// Microseconds since 1970.
    #[n(1)]
    pub(crate) until_us: i64,
}

/// See [`EvaluationEntry::Opened`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Opened {
    /// Symbol of the evaluation.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) evaluation: Symbol,
    /// Members, who are asked.
    #[n(1)]
    pub(crate) members: Vec<Until>,
    /// Observers who may answer.
    #[n(2)]
    pub(crate) observers: Vec<Until>,
}

/// See [`EvaluationEntry::Given`] and [`EvaluationEntry::Drafted`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Answer {
    /// Symbol of the evaluation.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) evaluation: Symbol,
    /// The institution that answers; empty in a draft that does not say.
    #[n(1)]
    pub(crate) unit: String,
    /// What it replies.
    #[n(2)]
    pub(crate) replies: Vec<Reply>,
}

/// A reply to one question.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Reply {
    /// To which question.
    #[n(0)]
    pub(crate) question: u8,
    /// `text`, `yes_no`, `one_of`, `number`, `day`, or `declined` where it says why it does not answer.
    #[n(1)]
    pub(crate) kind: String,
    /// The words, code, number or day.
    #[n(2)]
    pub(crate) value: String,
}

/// See [`EvaluationEntry::Extended`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Extended {
    /// Symbol of the evaluation.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) evaluation: Symbol,
    /// Day whose end in each capital is the new deadline there.
    #[n(1)]
    #[cbor(with = "frozen::text")]
    pub(crate) until_on: Date,
    /// Who has more time.
    #[n(2)]
    pub(crate) deadlines: Vec<Until>,
    /// Why.
    #[n(3)]
    pub(crate) reason: String,
}

/// See [`EvaluationEntry::Found`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Found {
    /// Symbol of the evaluation.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) evaluation: Symbol,
    /// Which finding, from 1.
    #[n(1)]
    pub(crate) number: u16,
    /// How often it had been written when whoever writes read it.
    #[n(2)]
    pub(crate) seen: u32,
    /// The finding; null takes it out.
    #[n(3)]
    pub(crate) finding: Option<Finding>,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Finding {
    /// Its words.
    #[n(0)]
    pub(crate) words: Words,
    /// Numbers of the questions on which it rests.
    #[n(1)]
    pub(crate) questions: Vec<u8>,
}

/// See [`EvaluationEntry::Recommended`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Recommended {
    /// Symbol of the evaluation.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) evaluation: Symbol,
    /// Which recommendation, from 1.
    #[n(1)]
    pub(crate) number: u16,
    /// How often it had been written when whoever writes read it.
    #[n(2)]
    pub(crate) seen: u32,
    /// The recommendation; null takes it out.
    #[n(3)]
    pub(crate) recommendation: Option<Recommendation>,
}

/// What is recommended.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Recommendation {
    /// Its words.
    #[n(0)]
    pub(crate) words: Words,
    /// Numbers of the findings on which it rests.
    #[n(1)]
    pub(crate) findings: Vec<u16>,
    /// Codes of whom it is addressed to with blanks between.
    #[n(2)]
    pub(crate) addressees: String,
}

/// See [`EvaluationEntry::Published`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Published {
    /// Symbol of the evaluation.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) evaluation: Symbol,
    /// How often anything of the report had been written when whoever publishes read it.
    #[n(1)]
    pub(crate) seen: u32,
}

/// See [`EvaluationEntry::Responded`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Responded {
    /// Symbol of the evaluation.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) evaluation: Symbol,
    /// Version of the report.
    #[n(1)]
    pub(crate) version: u16,
    /// Which recommendation.
    #[n(2)]
    pub(crate) number: u16,
    /// `accepted`, `part` or `refused`.
    #[n(3)]
    pub(crate) verdict: String,
    /// Why.
    #[n(4)]
    pub(crate) reason: String,
    /// What will be done; empty where nothing is.
    #[n(5)]
    pub(crate) what: String,
    /// The institution that will do it; empty where nothing is done.
    #[n(6)]
    pub(crate) unit: String,
    /// By the end of which day.
    #[n(7)]
    #[cbor(with = "frozen::text_or_null")]
    pub(crate) due_on: Option<Date>,
    /// The obligation that came of it.
    #[n(8)]
    #[cbor(with = "frozen::text_or_null")]
    pub(crate) obligation: Option<Reference>,
}

impl EvaluationEntry {
    /// Reads a payload by its kind.
    ///
    /// Errors: `Damaged` for a kind this release does not know or bytes that are no such entry.
    pub(super) fn read(kind: &str, payload: &[u8]) -> Result<Self, StoreError> {
        let damaged =
            |error: minicbor::decode::Error| StoreError::Damaged(format!("entry {kind} of evaluations: {error}"));
        Ok(match kind {
            "prepared" => EvaluationEntry::Prepared(Box::new(minicbor::decode(payload).map_err(damaged)?)),
            "asked" => EvaluationEntry::Asked(Box::new(minicbor::decode(payload).map_err(damaged)?)),
            "opened" => EvaluationEntry::Opened(minicbor::decode(payload).map_err(damaged)?),
            "drafted" => EvaluationEntry::Drafted(minicbor::decode(payload).map_err(damaged)?),
            "given" => EvaluationEntry::Given(minicbor::decode(payload).map_err(damaged)?),
            "extended" => EvaluationEntry::Extended(minicbor::decode(payload).map_err(damaged)?),
            "found" => EvaluationEntry::Found(minicbor::decode(payload).map_err(damaged)?),
            "recommended" => EvaluationEntry::Recommended(minicbor::decode(payload).map_err(damaged)?),
            "published" => EvaluationEntry::Published(minicbor::decode(payload).map_err(damaged)?),
            "responded" => EvaluationEntry::Responded(Box::new(minicbor::decode(payload).map_err(damaged)?)),
            _ => return Err(StoreError::Damaged(format!("entry {kind} of evaluations: no such kind"))),
        })
    }

    /// Answers of which evaluation it speaks.
    pub(super) fn evaluation(&self) -> &Symbol {
        match self {
            EvaluationEntry::Prepared(entry) => &entry.symbol,
            EvaluationEntry::Asked(entry) => &entry.evaluation,
            EvaluationEntry::Opened(entry) => &entry.evaluation,
            EvaluationEntry::Drafted(entry) | EvaluationEntry::Given(entry) => &entry.evaluation,
            EvaluationEntry::Extended(entry) => &entry.evaluation,
            EvaluationEntry::Found(entry) => &entry.evaluation,
            EvaluationEntry::Recommended(entry) => &entry.evaluation,
            EvaluationEntry::Published(entry) => &entry.evaluation,
            EvaluationEntry::Responded(entry) => &entry.evaluation,
        }
    }
}

impl Entry for EvaluationEntry {
    fn room() -> &'static Room {
        &super::ROOM
    }

    fn kind(&self) -> Name {
        Name::literal(match self {
            EvaluationEntry::Prepared(_) => "prepared",
            EvaluationEntry::Asked(_) => "asked",
            EvaluationEntry::Opened(_) => "opened",
            EvaluationEntry::Drafted(_) => "drafted",
            EvaluationEntry::Given(_) => "given",
            EvaluationEntry::Extended(_) => "extended",
            EvaluationEntry::Found(_) => "found",
            EvaluationEntry::Recommended(_) => "recommended",
            EvaluationEntry::Published(_) => "published",
            EvaluationEntry::Responded(_) => "responded",
        })
    }

    fn payload(&self) -> Vec<u8> {
        // Writing to a vector cannot fail.
        match self {
            EvaluationEntry::Prepared(entry) => minicbor::to_vec(entry),
            EvaluationEntry::Asked(entry) => minicbor::to_vec(entry),
            EvaluationEntry::Opened(entry) => minicbor::to_vec(entry),
            EvaluationEntry::Drafted(entry) | EvaluationEntry::Given(entry) => minicbor::to_vec(entry),
            EvaluationEntry::Extended(entry) => minicbor::to_vec(entry),
            EvaluationEntry::Found(entry) => minicbor::to_vec(entry),
            EvaluationEntry::Recommended(entry) => minicbor::to_vec(entry),
            EvaluationEntry::Published(entry) => minicbor::to_vec(entry),
            EvaluationEntry::Responded(entry) => minicbor::to_vec(entry),
        }
        .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::civil::date;

    use super::*;

    fn words(en: &str, es: &str) -> Words {
        Words { en: en.to_owned(), es: es.to_owned(), fr: String::new() }
    }

    fn said() -> [EvaluationEntry; 5] {
        let evaluation: Symbol = "LAG/EVA/1".parse().unwrap();
        let until = |party: &str| Until { party: party.parse().unwrap(), until_us: 1_000_000 };
        let answer = |replies: Vec<Reply>| Answer { evaluation: evaluation.clone(), unit: "U".to_owned(), replies };
        let reply = Reply { question: 1, kind: "yes_no".to_owned(), value: "part".to_owned() };
        [
            EvaluationEntry::Opened(Opened {
                evaluation: evaluation.clone(),
                members: vec![until("UTO")],
                observers: Vec::new(),
            }),
            EvaluationEntry::Drafted(answer(Vec::new())),
            EvaluationEntry::Given(answer(vec![reply])),
            EvaluationEntry::Extended(Extended {
                evaluation: evaluation.clone(),
                until_on: date(2003, 11, 14),
                deadlines: vec![until("UTO")],
                reason: "R".to_owned(),
            }),
            EvaluationEntry::Published(Published { evaluation, seen: 2 }),
        ]
    }

    fn written() -> [EvaluationEntry; 5] {
        let evaluation: Symbol = "LAG/EVA/1".parse().unwrap();
        let decision: Symbol = "LAG/II/DEC/1".parse().unwrap();
        [
            EvaluationEntry::Prepared(Box::new(Prepared {
                symbol: evaluation.clone(),
                seen: 0,
                title: words("T", ""),
                purpose: words("", "P"),
                decision: decision.clone(),
                evaluators: "UTO".to_owned(),
                deadline_on: date(2003, 11, 14),
                observers_answer: true,
                observers_see: false,
            })),
            EvaluationEntry::Asked(Box::new(Asked {
                evaluation: evaluation.clone(),
                number: 1,
                seen: 0,
                question: Some(Question {
                    words: words("Q", "C"),
                    asks: "one_of".to_owned(),
                    required: true,
                    choices: vec![words("A", "B")],
                    unit: Words::default(),
                }),
            })),
            EvaluationEntry::Found(Found {
                evaluation: evaluation.clone(),
                number: 1,
                seen: 0,
                finding: Some(Finding { words: words("F", ""), questions: vec![1] }),
            }),
            EvaluationEntry::Recommended(Recommended {
                evaluation: evaluation.clone(),
                number: 1,
                seen: 0,
                recommendation: Some(Recommendation {
                    words: words("R", ""),
                    findings: vec![1],
                    addressees: "UTO".to_owned(),
                }),
            }),
            EvaluationEntry::Responded(Box::new(Responded {
                evaluation,
                version: 1,
                number: 1,
                verdict: "accepted".to_owned(),
                reason: "R".to_owned(),
                what: "W".to_owned(),
                unit: "U".to_owned(),
                due_on: Some(date(2004, 6, 30)),
                obligation: Some(Reference { decision, number: 2 }),
            })),
        ]
    }

    #[test]
    fn the_bytes_of_every_entry_are_frozen() {
        let golden = [
            ("opened", "83694c41472f4556412f3181826355544f1a000f424080"),
            ("drafted", "83694c41472f4556412f31615580"),
            ("given", "83694c41472f4556412f316155818301667965735f6e6f6470617274"),
            ("extended", "84694c41472f4556412f316a323030332d31312d313481826355544f1a000f42406152"),
            ("published", "82694c41472f4556412f3102"),
            (
                "prepared",
                "89694c41472f4556412f3100836154606083606150606c4c41472f49492f4445432f316355544f6a323030332d31312d3134f5f4",
            ),
            ("asked", "84694c41472f4556412f31010085836151614360666f6e655f6f66f58183614161426083606060"),
            ("found", "84694c41472f4556412f3101008283614660608101"),
            ("recommended", "84694c41472f4556412f31010083836152606081016355544f"),
            (
                "responded",
                "89694c41472f4556412f3101016861636365707465646152615761556a323030342d30362d33306e4c41472f49492f4445432f312e32",
            ),
        ];
        let told = said().into_iter().chain(written());
        let told: Vec<(String, String)> =
            told.map(|entry| (entry.kind().to_string(), hex::encode(entry.payload()))).collect();
        let frozen = golden.map(|(kind, bytes): (&str, &str)| (kind.to_owned(), bytes.to_owned()));
        assert_eq!(told, frozen);
    }

    #[test]
    fn every_entry_comes_back_as_it_was_written() {
        for entry in said().into_iter().chain(written()) {
            assert_eq!(EvaluationEntry::read(entry.kind().as_str(), &entry.payload()).unwrap(), entry);
            assert_eq!(entry.evaluation().as_str(), "LAG/EVA/1");
        }
        assert!(EvaluationEntry::read("none", &[]).is_err());
        assert!(EvaluationEntry::read("opened", &[0x80]).is_err());
    }
}
