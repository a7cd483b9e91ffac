//! An alert as somebody typed, sent or imported it, read into what an alert may say; every fault is named by its field.

use base::ids::StateCode;
use base::web::{InputFault, Said};
use base::words::Language;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::alert::{AlertText, DOCUMENTS_MAX, Month, PLACE_CHARS_MAX, POINT_CHARS_MAX, POINTS_MAX, Point};
use super::coded::{BorderType, CheckLevel, FraudClass, Technique};
use super::pattern::{NotASeries, SeriesPattern};
use crate::document::{DocumentKind, issues_documents, issuing_state};

/// The fewest characters that say anything about a point.
const POINT_CHARS_MIN: usize = 5;

/// An alert as text, field by field; nothing of it has been checked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typed {
    /// Code of the class of fraud.
    pub fraud_class: String,
    /// Codes of techniques.
    pub techniques: Vec<String>,
    /// Code of the kind of document.
    pub kind: String,
    /// Three letters of the issuing State.
    pub issuer: String,
    /// Series; may be empty.
    pub pattern: String,
    /// Points of detection; those with nothing in them are passed over.
    pub points: Vec<TypedPoint>,
    /// How many documents have been met.
    pub documents_seen: String,
    /// Month of the first, `YYYY-MM`.
    pub first_seen: String,
    /// Code of the sort of border.
    pub detected_border: String,
    /// Three letters of the State in which they were met.
    pub detected_in: String,
    /// `en`, `es` or `fr`.
    pub language: String,
}

/// One point of detection as text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedPoint {
    /// `1`, `2` or `3`.
    pub level: String,
    /// Where on the document.
    pub place: String,
    /// English.
    pub en: String,
    /// Spanish.
    pub es: String,
    /// French.
    pub fr: String,
}

impl TypedPoint {
    /// Answers whether nothing was written.
    pub fn is_empty(&self) -> bool {
        [&self.place, &self.en, &self.es, &self.fr].into_iter().all(|text| text.trim().is_empty())
    }
}

impl Typed {
    /// Reads the text of an alert, on a given day.
    ///
    /// Errors: every fault there is, with the field as forms and the API name it: `kind`, `points.2.es`.
    pub fn read(&self, today: Date) -> Result<AlertText, Vec<InputFault>> {
        let mut faults = Faults::default();
        let language = faults.take("language", self.language());
        let class = faults.take("fraud_class", listed(&self.fraud_class, FraudClass::read));
        let techniques = self.techniques(&mut faults);
        let kind = faults.take("kind", listed(&self.kind, |code| code.parse::<DocumentKind>().ok()));
        let issuer = faults.take("issuer", state(&self.issuer));
        let pattern = faults.take("pattern", self.pattern());
        let points = self.points(language, &mut faults);
        let documents_seen = faults.take("documents_seen", self.documents_seen());
        let first_seen = faults.take("first_seen", self.first_seen(today));
        let detected_border = faults.take("detected_border", listed(&self.detected_border, BorderType::read));
        let detected_in = faults.take("detected_in", state(&self.detected_in));
        let text = (|| {
            Some(AlertText {
                class: class?,
                techniques,
                kind: kind?,
                issuer: issuer?,
                pattern: pattern?,
                points,
                documents_seen: documents_seen?,
                first_seen: first_seen?,
                detected_border: detected_border?,
                detected_in: detected_in?,
                language: language?,
            })
        })();
        match text {
            Some(text) if faults.0.is_empty() => Ok(text),
            _ => Err(faults.0),
        }
    }

    /// Writes the text of an alert as it would be typed, to be corrected.
    pub fn of(text: &AlertText) -> Self {
        let written = |text: &Option<String>| text.clone().unwrap_or_default();
        Typed {
            fraud_class: text.class.code().to_owned(),
            techniques: text.techniques.iter().map(|technique| technique.code().to_owned()).collect(),
            kind: text.kind.code().to_owned(),
            issuer: text.issuer.to_string(),
            pattern: text.pattern.as_ref().map_or_else(String::new, SeriesPattern::to_string),
            points: text
                .points
                .iter()
                .map(|point| TypedPoint {
                    level: point.level.code().to_owned(),
                    place: point.place.clone(),
                    en: written(&point.en),
                    es: written(&point.es),
                    fr: written(&point.fr),
                })
                .collect(),
            documents_seen: text.documents_seen.to_string(),
            first_seen: text.first_seen.to_string(),
            detected_border: text.detected_border.code().to_owned(),
            detected_in: text.detected_in.to_string(),
            language: text.language.tag().to_owned(),
        }
    }

    fn language(&self) -> Result<Language, Fault> {
        listed(&self.language, |tag| Language::ALL.into_iter().find(|language| language.tag() == tag))
    }

    fn techniques(&self, faults: &mut Faults) -> Vec<Technique> {
        let mut techniques = Vec::new();
        for code in self.techniques.iter().map(|code| code.trim()).filter(|code| !code.is_empty()) {
            techniques.extend(faults.take("techniques", listed(code, Technique::read)));
        }
        techniques.sort();
        techniques.dedup();
        techniques
    }

    fn pattern(&self) -> Result<Option<SeriesPattern>, Fault> {
        if self.pattern.trim().is_empty() {
            return Ok(None);
        }
        SeriesPattern::parse(&self.pattern).map(Some).map_err(|error| match error {
            NotASeries::Empty => Fault::new("pattern", "documents-fault-pattern-empty"),
            NotASeries::TooLong => Fault::new("too-long", "documents-fault-pattern-long"),
            NotASeries::AllOpen => Fault::new("pattern", "documents-fault-pattern-open"),
            NotASeries::TooNarrow => Fault::new("pattern-too-narrow", "documents-fault-pattern-narrow"),
            NotASeries::Character(character, column) => Fault {
                code: "pattern",
                said: Said::plain("documents-fault-pattern-character")
                    .with("character", character)
                    .with("column", column),
                column: Some(column as u64),
            },
        })
    }

    fn documents_seen(&self) -> Result<u32, Fault> {
        match self.documents_seen.trim() {
            "" => Err(Fault::missing()),
            typed => typed
                .parse()
                .ok()
                .filter(|count| (1..=DOCUMENTS_MAX).contains(count))
                .ok_or_else(|| Fault::new("out-of-range", "documents-fault-count").with("most", DOCUMENTS_MAX)),
        }
    }

    fn first_seen(&self, today: Date) -> Result<Month, Fault> {
        match self.first_seen.trim() {
            "" => Err(Fault::missing()),
            typed => {
                let month: Month = typed.parse().map_err(|_| Fault::new("not-a-month", "documents-fault-month"))?;
                let past = month <= Month::of(today);
                past.then_some(month).ok_or_else(|| Fault::new("in-future", "documents-fault-future"))
            }
        }
    }

    fn points(&self, language: Option<Language>, faults: &mut Faults) -> Vec<Point> {
        let written: Vec<(usize, &TypedPoint)> =
            self.points.iter().enumerate().filter(|(_, point)| !point.is_empty()).collect();
        if written.is_empty() {
            let field = language.map_or("points.1.es".to_owned(), |language| format!("points.1.{}", language.tag()));
            faults.add(&field, Fault::new("missing", "documents-fault-points-none"));
        }
        if written.len() > POINTS_MAX {
            faults
                .add("points.1.level", Fault::new("too-many", "documents-fault-points-many").with("most", POINTS_MAX));
        }
        let read = |(at, point): (usize, &TypedPoint)| read_point(at + 1, point, language, faults);
        written.into_iter().take(POINTS_MAX).filter_map(read).collect()
    }
}

fn read_point(number: usize, point: &TypedPoint, author: Option<Language>, faults: &mut Faults) -> Option<Point> {
    let field = |part: &str| format!("points.{number}.{part}");
    let level = faults.take(&field("level"), listed(&point.level, CheckLevel::read));
    let place = faults.take(&field("place"), short(&point.place, 0, PLACE_CHARS_MAX));
    let mut text = |language: Language, typed: &str| -> Option<String> {
        let name = field(language.tag());
        if typed.trim().is_empty() {
            if author == Some(language) {
                faults.add(&name, Fault::new("language-missing", "documents-fault-point-language"));
            }
            return None;
        }
        faults.take(&name, short(typed, POINT_CHARS_MIN, POINT_CHARS_MAX))
    };
    let (en, es, fr) = (text(Language::En, &point.en), text(Language::Es, &point.es), text(Language::Fr, &point.fr));
    Some(Point { level: level?, place: place?, en, es, fr })
}

/// Reads a value of a closed list.
fn listed<T>(code: &str, read: impl FnOnce(&str) -> Option<T>) -> Result<T, Fault> {
    match code.trim() {
        "" => Err(Fault::missing()),
        code => read(code).ok_or_else(|| Fault::new("no-such-code", "documents-fault-code")),
    }
}

fn state(code: &str) -> Result<StateCode, Fault> {
    if code.trim().is_empty() {
        return Err(Fault::missing());
    }
    issuing_state(code)
        .filter(|state| issues_documents(*state))
        .ok_or_else(|| Fault::new("no-such-state", "documents-fault-state"))
}

/// Reads a text of one line: blanks at the ends and doubled ones go, line breaks become blanks.
fn short(typed: &str, least: usize, most: usize) -> Result<String, Fault> {
    let line = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().any(char::is_control) {
        return Err(Fault::new("control-character", "documents-fault-control"));
    }
    match line.chars().count() {
        length if length < least => Err(Fault::new("too-short", "documents-fault-short")),
        length if length > most => Err(Fault::new("too-long", "documents-fault-long").with("most", most)),
        _ => Ok(line),
    }
}

/// Reads a free text of one act: a question, an answer. The field's name comes back with the fault.
pub(super) fn sentence(field: &'static str, typed: &str, most: usize) -> Result<String, InputFault> {
    short(typed, POINT_CHARS_MIN, most).map_err(|fault| fault.of(field))
}

/// What is said of an empty field that has no sentence of its own.
const MISSING: &str = "documents-fault-missing";

/// Answers what to say of an empty field: the summary above a form stands apart from the field's label.
fn missing(field: &str) -> &'static str {
    match field {
        "fraud_class" => "documents-fault-missing-class",
        "kind" => "documents-fault-missing-kind",
        "issuer" => "documents-fault-missing-issuer",
        "documents_seen" => "documents-fault-missing-seen",
        "first_seen" => "documents-fault-missing-first-seen",
        "detected_border" => "documents-fault-missing-border",
        "detected_in" => "documents-fault-missing-detected-in",
        _ => MISSING,
    }
}

/// What is wrong with a value, before it is known in which field.
struct Fault {
    code: &'static str,
    said: Said,
    column: Option<u64>,
}

impl Fault {
    fn new(code: &'static str, key: &'static str) -> Self {
        Fault { code, said: Said::plain(key), column: None }
    }

    fn missing() -> Self {
        Fault::new("missing", MISSING)
    }

    fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.said = self.said.with(name, value);
        self
    }

    fn of(self, field: &str) -> InputFault {
        let said = if self.said.key == MISSING { Said::plain(missing(field)) } else { self.said };
        InputFault { column: self.column, ..InputFault::field(field, self.code, said) }
    }
}

#[derive(Default)]
struct Faults(Vec<InputFault>);

impl Faults {
    fn add(&mut self, field: &str, fault: Fault) {
        self.0.push(fault.of(field));
    }

    fn take<T>(&mut self, field: &str, read: Result<T, Fault>) -> Option<T> {
        read.map_err(|fault| self.add(field, fault)).ok()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::documents::samples;
    use jiff::civil::date;

    fn today() -> Date {
        date(2026, 3, 2)
    }

    fn faults(change: impl FnOnce(&mut Typed)) -> Vec<(String, &'static str)> {
        let mut typed = samples::typed();
        change(&mut typed);
        typed.read(today()).unwrap_err().into_iter().map(|fault| (fault.field, fault.code)).collect()
    }

    #[test]
    fn what_is_read_can_be_typed_again() {
        let text = samples::typed().read(today()).unwrap();
        assert_eq!(Typed::of(&text).read(today()).unwrap(), text);
        assert_eq!(text.pattern.unwrap().as_str(), "K9#######");
    }

    #[test]
    fn every_fault_is_named_by_its_field() {
        assert_eq!(faults(|t| t.kind = "pass".into()), [("kind".to_owned(), "no-such-code")]);
        assert_eq!(faults(|t| t.issuer = "ZZZ".into()), [("issuer".to_owned(), "no-such-state")]);
        assert_eq!(faults(|t| t.issuer = "XXB".into()), [("issuer".to_owned(), "no-such-state")]);
        assert_eq!(faults(|t| t.pattern = "K9*".into()), [("pattern".to_owned(), "pattern")]);
        assert_eq!(faults(|t| t.pattern = "K90211756".into()), [("pattern".to_owned(), "pattern-too-narrow")]);
        assert_eq!(faults(|t| t.first_seen = "2026-04".into()), [("first_seen".to_owned(), "in-future")]);
        assert_eq!(faults(|t| t.documents_seen = "0".into()), [("documents_seen".to_owned(), "out-of-range")]);
        assert_eq!(faults(|t| t.techniques.push("magic".into())), [("techniques".to_owned(), "no-such-code")]);
        assert_eq!(faults(|t| t.points[1].es = String::new()), [("points.2.es".to_owned(), "language-missing")]);
        assert_eq!(
            faults(|t| t.points[1].es = "a\u{7}bcdef".into()),
            [("points.2.es".to_owned(), "control-character")]
        );
        assert_eq!(faults(|t| t.points[0].en = "x".repeat(241)), [("points.1.en".to_owned(), "too-long")]);
        assert_eq!(faults(|t| t.points[0].place = "x".repeat(61)), [("points.1.place".to_owned(), "too-long")]);
        assert_eq!(faults(|t| t.points.clear()), [("points.1.es".to_owned(), "missing")]);
        assert_eq!(faults(|t| t.points = vec![t.points[0].clone(); 13]), [("points.1.level".to_owned(), "too-many")]);
        let of_nothing = Typed::default().read(today()).unwrap_err();
        assert_eq!(of_nothing.len(), 9, "language, class, kind, issuer, points, count, month, border, State");
        let said: std::collections::BTreeSet<&str> = of_nothing.iter().map(|fault| fault.said.key).collect();
        assert_eq!(said.len(), 9, "a summary of errors says what each is about");
    }

    #[test]
    fn a_fault_in_a_pattern_says_the_column() {
        let typed = Typed { pattern: "K9 ##!".into(), ..samples::typed() };
        assert_eq!(typed.read(today()).unwrap_err()[0].column, Some(6));
    }

    #[test]
    fn empty_points_are_passed_over_and_keep_their_neighbours_numbers() {
        let mut typed = samples::typed();
        typed.points.insert(0, TypedPoint { level: "1".into(), ..TypedPoint::default() });
        let text = typed.read(today()).unwrap();
        assert_eq!(text.points.len(), samples::typed().points.len());
        typed.points[1].level = "9".into();
        assert_eq!(typed.read(today()).unwrap_err()[0].field, "points.2.level");
    }
}
