//! What an officer asks: a zone, or a number with the State that issued it and, if they know it, the kind of document.

use base::web::{InputFault, Said};
use jiff::civil::Date;
use journal::StateCode;

use super::hits::shown;
use super::zone::coded::worded;
use super::zone::{self, Field, Typed, Unreadable, Zone};
use crate::alerts::matches::{Holder, Traveller};
use crate::document::{DocumentKind, DocumentNumber, DocumentRef, NotANumber, issuing_state};

/// A question as it was put. Nothing in it has been held against a calendar or a register yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// A text that is meant as a zone; [`Question::read`] says what is wrong with it.
    Zone(String),
    /// A number that somebody typed.
    Number(Asked),
}

worded! {
    /// Names what is wrong with a question that is no zone; a zone's own faults are [`super::zone::UnreadableCode`].
    QuestionFault {
        /// Neither a zone nor a number.
        NothingTyped = "nothing_typed" => "checks-error-nothing-typed",
        /// A zone, or a line with a number, and below it once more a number, a State or a kind.
        TypedTwice = "typed_twice" => "checks-error-typed-twice",
        /// A number without the State that issued the document.
        StateMissing = "state_missing" => "checks-error-state-missing",
        /// The code is in no list of States and organisations.
        StateUnknown = "state_unknown" => "checks-error-state-unknown",
        /// The code is that of no kind of document.
        KindUnknown = "kind_unknown" => "checks-error-kind-unknown",
        /// Nothing but blanks, hyphens and fillers.
        NumberMissing = "number_missing" => "checks-error-number-missing",
        /// More characters than any document number has.
        NumberTooLong = "number_too_long" => "checks-error-number-too-long",
        /// A character that stands in no document number.
        NumberCharacter = "number_character" => "checks-error-number-character",
    }
}

/// Which document the registers are asked about.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[schema(as = CheckAsked)]
pub struct Asked {
    /// The State that answers for the document, three letters (Germany's `D` is `DEU`).
    #[serde(serialize_with = "shown")]
    #[schema(value_type = String)]
    pub issuing_state: StateCode,
    /// The number as registers compare it: capitals and digits.
    #[serde(serialize_with = "number")]
    #[schema(value_type = String)]
    pub number: DocumentNumber,
    /// The kinds the number may be of, the likelier first.
    #[serde(serialize_with = "codes")]
    #[schema(value_type = Vec<String>)]
    pub kinds: &'static [DocumentKind],
}

/// A question read: the zone, where there is one, and what to ask the registers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The zone, layer by layer.
    pub zone: Option<Zone>,
    /// Nothing where the zone holds no number or no State that a register could be asked about.
    pub asked: Option<Asked>,
}

/// What stands in the four fields of the page, exactly as typed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fields<'a> {
    /// A zone, or one line such as `L898902C3 UTO`.
    pub zone: &'a str,
    /// A number.
    pub number: &'a str,
    /// One to three letters.
    pub issuing_state: &'a str,
    /// A kind's code, or nothing.
    pub kind: &'a str,
}

impl Read {
    /// Answers who carries the document, as its zone says; nobody where it says no name.
    pub(super) fn holder(&self) -> Option<Traveller> {
        let zone = self.zone.as_ref()?;
        let covered = zone.checks.iter().any(|check| check.field == Field::BirthDate && check.ok);
        Traveller::of_zone(&Holder {
            primary: &zone.fields.primary_identifier,
            secondary: &zone.fields.secondary_identifier,
            birth: zone.fields.birth_date.as_deref().unwrap_or_default(),
            proven_birth: zone.birth_day.filter(|_| covered),
            sex: zone.fields.sex,
            nationality: &zone.fields.nationality,
        })
    }

    /// Answers the document, where its kind is known and no digit says that its number was misread.
    pub(super) fn document(&self) -> Option<DocumentRef> {
        let asked = self.asked.as_ref().filter(|asked| asked.kinds.len() < DocumentKind::ALL.len())?;
        let misread = |zone: &Zone| zone.failed().any(|check| check.field == Field::DocumentNumber);
        if self.zone.as_ref().is_some_and(misread) {
            return None;
        }
        let kind = asked.kinds.first().copied()?;
        Some(DocumentRef { issuer: asked.issuing_state, kind, number: asked.number.clone() })
    }
}

impl Question {
    /// Takes a text for a zone, whatever it is.
    pub fn zone(text: &str) -> Self {
        Question::Zone(text.to_owned())
    }

    /// Takes a number, the code of the State that issued the document, and the kind's code or nothing.
    ///
    /// Errors: every field that cannot be used, with the column where one character is wrong.
    pub fn number(number: &str, state: &str, kind: &str) -> Result<Self, Vec<InputFault>> {
        let mut faults = Vec::new();
        let number =
            DocumentNumber::parse(number).map_err(|error| faults.push(number_fault("number", error, None))).ok();
        let state = state_of(state).map_err(|error| faults.push(error.at("issuing_state", None))).ok();
        let kinds = match kind.trim() {
            "" => Some(&DocumentKind::ALL[..]),
            code => code.parse().map(alone).ok(),
        };
        if kinds.is_none() {
            faults.push(QuestionFault::KindUnknown.on("kind"));
        }
        match (number, state, kinds) {
            (Some(number), Some(issuing_state), Some(kinds)) => {
                Ok(Question::Number(Asked { issuing_state, number, kinds }))
            }
            _ => Err(faults),
        }
    }

    /// Takes what was typed into the page: a zone, or one line with a number and its State, or the fields below.
    ///
    /// Errors: what is missing or cannot be used, under the name of its field.
    pub fn typed(fields: &Fields<'_>) -> Result<Self, Vec<InputFault>> {
        let twice = |name: &str| QuestionFault::TypedTwice.on(name);
        let below = [("number", fields.number), ("issuing_state", fields.issuing_state), ("kind", fields.kind)];
        let below = below.iter().filter(|(_, text)| !text.trim().is_empty());
        let number = !fields.number.trim().is_empty();
        match zone::classify(fields.zone) {
            Typed::Nothing if number => Question::number(fields.number, fields.issuing_state, fields.kind),
            Typed::Nothing => Err(vec![QuestionFault::NothingTyped.on("zone")]),
            Typed::Other if number => Err(vec![twice("number")]),
            Typed::Other => line(fields).map_err(|fault| vec![fault]),
            Typed::Zone | Typed::ZoneInPart => {
                // A zone says all three itself; whoever chose one of them below expects an answer to that.
                let faults: Vec<InputFault> = below.map(|(name, _)| twice(name)).collect();
                if faults.is_empty() { Ok(Question::zone(fields.zone)) } else { Err(faults) }
            }
        }
    }

    /// Reads the question; `on` is the day against which two-digit years and the expiry are read.
    ///
    /// Errors: `Unreadable`, for a text that is no zone.
    pub fn read(&self, on: Date) -> Result<Read, Unreadable> {
        match self {
            Question::Zone(text) => {
                let zone = zone::read(text, on)?;
                let asked = asked(&zone);
                Ok(Read { zone: Some(zone), asked })
            }
            Question::Number(asked) => Ok(Read { zone: None, asked: Some(asked.clone()) }),
        }
    }
}

/// Says in an answer to a form or a machine why a text is no zone.
pub(super) fn unreadable_fault(error: &Unreadable) -> InputFault {
    let said = Said::plain(error.code.key())
        .with("line", error.line.unwrap_or_default())
        .with("column", error.column.unwrap_or_default())
        .with("found", error.found)
        .with("character", error.shown_character());
    let (line, column) = (error.line.map(u64::from), error.column.map(u64::from));
    InputFault { line, column, ..InputFault::field("zone", error.code.code(), said) }
}

/// Answers what to ask the registers about a zone; nothing where its number or its State cannot be one.
fn asked(zone: &Zone) -> Option<Asked> {
    let number = DocumentNumber::parse(zone.document_number()).ok()?;
    let issuing_state = issuing_state(zone.issuing_state())?;
    Some(Asked { issuing_state, number, kinds: zone.kinds() })
}

/// Answers the list that holds one kind.
fn alone(kind: DocumentKind) -> &'static [DocumentKind] {
    let at = usize::from(kind.ordinal()) - 1;
    DocumentKind::ALL.get(at..=at).unwrap_or(&[])
}

/// A word of a typed line, and where it begins, counted from 1.
#[derive(Clone, Copy)]
struct Word<'a> {
    text: &'a str,
    line: u64,
    column: u64,
}

impl<'a> Word<'a> {
    fn all(text: &'a str) -> Vec<Self> {
        let mut words: Vec<Self> = Vec::new();
        for (line, row) in (1..).zip(text.lines()) {
            let parts = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '/');
            // Columns count characters, as a person does, and not bytes.
            let mut column = 1;
            for piece in row.split_inclusive(parts) {
                let word = piece.trim_end_matches(parts);
                if !word.is_empty() {
                    words.push(Word { text: word, line, column });
                }
                column += piece.chars().count() as u64;
            }
        }
        words
    }

    fn place(&self) -> Option<(u64, u64)> {
        Some((self.line, self.column))
    }
}

/// Reads one line: the number, then the State's code, then perhaps the kind; a field below may stand for either.
fn line(fields: &Fields<'_>) -> Result<Question, InputFault> {
    let words = Word::all(fields.zone);
    let (words, kinds) = match words.split_last() {
        Some((last, before)) if before.len() > 1 && kind_of_word(last.text).is_some() => {
            (before, kind_of_word(last.text).map(alone))
        }
        _ => (&words[..], None),
    };
    let typed_below = !fields.issuing_state.trim().is_empty();
    let (number, issuing_state) = match words.split_last() {
        // Taken for a part of the number, a second State would be asked about nowhere.
        Some((last, before)) if typed_below && !before.is_empty() && state_of(last.text).is_ok() => {
            return Err(QuestionFault::TypedTwice.on("issuing_state"));
        }
        _ if typed_below => (words, state_of(fields.issuing_state).map_err(|error| error.at("issuing_state", None))?),
        Some((last, before)) if !before.is_empty() => {
            (before, state_of(last.text).map_err(|error| error.at("zone", last.place()))?)
        }
        _ => return Err(QuestionFault::StateMissing.on("zone")),
    };
    for word in number {
        if let Err(error @ NotANumber::Character(..)) = DocumentNumber::parse(word.text) {
            return Err(number_fault("zone", error, word.place()));
        }
    }
    let joined: String = number.iter().map(|word| word.text).collect();
    let place = number.first().and_then(Word::place);
    let number = DocumentNumber::parse(&joined).map_err(|error| number_fault("zone", error, place))?;
    let below = match fields.kind.trim() {
        "" => None,
        code => {
            let unknown = |_| QuestionFault::KindUnknown.on("kind");
            Some(code.parse().map(alone).map_err(unknown)?)
        }
    };
    if kinds.is_some() && below.is_some() {
        return Err(QuestionFault::TypedTwice.on("kind"));
    }
    let kinds = kinds.or(below).unwrap_or(&DocumentKind::ALL);
    Ok(Question::Number(Asked { issuing_state, number, kinds }))
}

/// What is wrong with a State's code.
enum StateFault {
    Missing,
    Unknown(String),
}

impl StateFault {
    fn at(self, field: &str, place: Option<(u64, u64)>) -> InputFault {
        match self {
            StateFault::Missing => placed(QuestionFault::StateMissing.on(field), place),
            StateFault::Unknown(code) => {
                let mut fault = QuestionFault::StateUnknown.on(field);
                fault.said = fault.said.with("code", code);
                placed(fault, place)
            }
        }
    }
}

fn state_of(text: &str) -> Result<StateCode, StateFault> {
    let code = text.trim().trim_end_matches('<').to_ascii_uppercase();
    if code.is_empty() {
        return Err(StateFault::Missing);
    }
    if !zone::is_known_state(&code) {
        return Err(StateFault::Unknown(text.trim().chars().take(20).collect()));
    }
    issuing_state(&code).ok_or(StateFault::Unknown(code))
}

/// Says what is wrong with a number; `word` is where the part of it begins whose column the error counts.
fn number_fault(field: &str, error: NotANumber, word: Option<(u64, u64)>) -> InputFault {
    match error {
        NotANumber::Empty => QuestionFault::NumberMissing.on(field),
        NotANumber::TooLong => {
            let mut fault = QuestionFault::NumberTooLong.on(field);
            fault.said = fault.said.with("most", DocumentNumber::LENGTH_MAX);
            placed(fault, word)
        }
        NotANumber::Character(character, at) => {
            let (line, first) = word.unwrap_or((1, 1));
            let column = first + at as u64 - 1;
            let mut fault = QuestionFault::NumberCharacter.on(field);
            fault.said = fault.said.with("character", character).with("column", column);
            placed(fault, Some((line, column)))
        }
    }
}

impl QuestionFault {
    /// Finds this fault in a field.
    pub(super) fn on(self, field: &str) -> InputFault {
        InputFault::field(field, self.code(), Said::plain(self.key()))
    }
}

fn placed(fault: InputFault, place: Option<(u64, u64)>) -> InputFault {
    let (line, column) = place.unzip();
    InputFault { line, column, ..fault }
}

/// Answers the kind that a typed word means: its code, or what people of the region call it.
fn kind_of_word(word: &str) -> Option<DocumentKind> {
    let word = word.to_lowercase();
    if let Ok(kind) = word.parse() {
        return Some(kind);
    }
    match word.as_str() {
        "pasaporte" | "passeport" => Some(DocumentKind::Passport),
        "id" | "identity" | "identidad" | "identité" | "identite" | "cédula" | "cedula" | "dpi" | "dui" | "ine" => {
            Some(DocumentKind::IdentityCard)
        }
        "residence" | "residencia" | "résidence" => Some(DocumentKind::ResidencePermit),
        "travel" | "viaje" | "voyage" | "salvoconducto" => Some(DocumentKind::TravelDocument),
        "seafarer" | "marino" | "marin" => Some(DocumentKind::SeafarerDocument),
        "certificate" | "acta" | "acte" => Some(DocumentKind::CivilStatus),
        "licence" | "license" | "licencia" | "permis" => Some(DocumentKind::DrivingLicence),
        _ => None,
    }
}

fn number<S: serde::Serializer>(number: &DocumentNumber, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(number.as_str())
}

fn codes<S: serde::Serializer>(kinds: &&'static [DocumentKind], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(kinds.iter().map(|kind| kind.code()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    fn line_of(text: &str) -> Result<Asked, InputFault> {
        match Question::typed(&Fields { zone: text, ..Fields::default() }) {
            Ok(Question::Number(asked)) => Ok(asked),
            Ok(Question::Zone(text)) => panic!("taken for a zone: {text}"),
            Err(mut faults) => Err(faults.remove(0)),
        }
    }

    fn said(asked: &Asked) -> String {
        let kinds: Vec<&str> = asked.kinds.iter().map(|kind| kind.code()).collect();
        format!("{} {} {}", asked.issuing_state, asked.number.as_str(), kinds.join(","))
    }

    #[test]
    fn one_line_is_a_number_a_state_and_perhaps_a_kind() {
        let every = "passport,identity_card,visa,residence_permit,travel_document,seafarer_document,civil_status,\
                     driving_licence";
        for (typed, read) in [
            ("L898902C3 UTO", format!("UTO L898902C3 {every}")),
            ("l898902c3 uto", format!("UTO L898902C3 {every}")),
            ("2051 98996-0101, GTM", format!("GTM 2051989960101 {every}")),
            ("L898902C3 UTO passport", "UTO L898902C3 passport".to_owned()),
            ("402-1234567-8 dom Cédula\r\n", "DOM 40212345678 identity_card".to_owned()),
            ("C01X00T47/D", format!("DEU C01X00T47 {every}")),
            ("123456\nGBD", format!("GBR 123456 {every}")),
            ("DPI 123456 GTM", format!("GTM DPI123456 {every}")),
        ] {
            assert_eq!(line_of(typed).map(|asked| said(&asked)), Ok(read), "{typed}");
        }
    }

    #[test]
    fn a_line_that_cannot_be_used_says_what_and_where() {
        let at = |text: &str| {
            let fault = line_of(text).unwrap_err();
            (fault.code, fault.field, fault.line, fault.column)
        };
        let zone = || "zone".to_owned();
        assert_eq!(at("L898902C3"), ("state_missing", zone(), None, None));
        assert_eq!(at("L898902C3 QQQ"), ("state_unknown", zone(), Some(1), Some(11)));
        assert_eq!(at("\n  L8989.2C3 UTO"), ("number_character", zone(), Some(2), Some(8)));
        assert_eq!(at("Ñandú-7 UTO"), ("number_character", zone(), Some(1), Some(1)));
        assert_eq!(at("ÑÑ UTO"), ("number_character", zone(), Some(1), Some(1)));
        assert_eq!(at("- UTO"), ("number_missing", zone(), None, None));
        assert_eq!(at("1111111111111 2222222222222 UTO"), ("number_too_long", zone(), Some(1), Some(1)));
        assert_eq!(at("passport"), ("state_missing", zone(), None, None));
    }

    #[test]
    fn a_field_below_completes_the_line() {
        let fields = Fields { zone: "L898902C3", issuing_state: "uto", kind: "visa", ..Fields::default() };
        let Ok(Question::Number(asked)) = Question::typed(&fields) else { panic!("no number") };
        assert_eq!(said(&asked), "UTO L898902C3 visa");
        let wrong = Question::typed(&Fields { kind: "napkin", ..fields }).unwrap_err();
        assert_eq!((wrong[0].code, wrong[0].field.as_str()), ("kind_unknown", "kind"));
    }

    #[test]
    fn the_fields_below_stand_alone_and_every_fault_is_named() {
        let Ok(Question::Number(asked)) = Question::number(" k-902 117 ", "hnd", "passport") else {
            panic!("no number")
        };
        assert_eq!(said(&asked), "HND K902117 passport");
        let faults = Question::number("K.1", "", "napkin").unwrap_err();
        let codes: Vec<_> = faults.iter().map(|f| (f.field.as_str(), f.code, f.column)).collect();
        assert_eq!(
            codes,
            [
                ("number", "number_character", Some(2)),
                ("issuing_state", "state_missing", None),
                ("kind", "kind_unknown", None)
            ]
        );
    }

    #[test]
    fn nothing_and_two_things_are_both_refused() {
        let code = |fields: Fields<'_>| Question::typed(&fields).unwrap_err()[0].code;
        assert_eq!(code(Fields { issuing_state: "UTO", ..Fields::default() }), "nothing_typed");
        assert_eq!(code(Fields { zone: "L898902C3 UTO", number: "1", ..Fields::default() }), "typed_twice");
    }

    #[test]
    fn nothing_that_was_typed_below_is_passed_over() {
        let twice = |fields: Fields<'_>| -> Vec<String> {
            let faults = Question::typed(&fields).err().unwrap_or_default();
            assert!(faults.iter().all(|fault| fault.code == "typed_twice"), "{faults:?}");
            faults.into_iter().map(|fault| fault.field).collect()
        };
        let sample = super::super::samples::Sample::passport("HND", "K90211756").zone();
        let zone = Fields { zone: &sample, issuing_state: " ", ..Fields::default() };
        assert!(twice(zone).is_empty(), "what the form sends when nobody touched it");
        assert_eq!(twice(Fields { issuing_state: "MEX", kind: "visa", ..zone }), ["issuing_state", "kind"]);
        assert_eq!(twice(Fields { number: "K1", ..zone }), ["number"]);
        let line = Fields { zone: "L898902C3 UTO visa", ..Fields::default() };
        assert!(twice(line).is_empty());
        assert_eq!(twice(Fields { kind: "passport", ..line }), ["kind"]);
        assert_eq!(twice(Fields { issuing_state: "MEX", ..line }), ["issuing_state"]);
    }

    #[test]
    fn a_zone_asks_about_its_own_number_under_the_state_that_answers_for_it() {
        let text = "P<D<<ERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";
        let on = jiff::civil::date(2026, 3, 2);
        let read = Question::zone(text).read(on).unwrap();
        assert_eq!(said(&read.asked.unwrap()), "DEU L898902C3 passport,travel_document,seafarer_document");
        let empty = text.replace("L898902C36", "<<<<<<<<<0");
        assert_eq!(Question::zone(&empty).read(on).unwrap().asked, None);
        let error = Question::zone(&text[1..]).read(on).unwrap_err();
        let fault = unreadable_fault(&error);
        assert_eq!((fault.code, fault.line, fault.column), ("line_length", Some(1), Some(44)));
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_answered_or_refused(text in "\\PC{0,80}", state in "\\PC{0,6}", kind in "\\PC{0,6}") {
            let fields = Fields { zone: &text, issuing_state: &state, kind: &kind, ..Fields::default() };
            if let Err(faults) = Question::typed(&fields) {
                prop_assert!(!faults.is_empty());
            }
            let _ = Question::number(&text, &state, &kind);
        }
    }
}
