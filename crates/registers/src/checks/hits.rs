//! What a register's hit looks like in an answer: the page, the API and the command say the same of it.

use std::fmt::Display;

use base::ids::StateCode;
use base::words::Language;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Serialize, Serializer};
use uuid::Uuid;

use crate::document::DocumentKind;
use crate::documents::{AlertHit, CheckLevel, FraudClass, Point, Technique};
use crate::status::{self, StatusHit, StatusKind};

/// What the issuing State says of the number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct ReportedStatus {
    /// The State that issued the document and says it.
    #[serde(serialize_with = "shown")]
    #[schema(value_type = String)]
    pub issuing_state: StateCode,
    /// Kind of document.
    #[serde(serialize_with = "shown")]
    #[schema(value_type = String)]
    pub kind: DocumentKind,
    /// `lost`, `stolen`, `stolen_blank`, `revoked` or `invalid`.
    #[serde(serialize_with = "shown")]
    #[schema(value_type = String)]
    pub status: StatusKind,
    /// How it fits the number.
    #[serde(flatten)]
    #[schema(inline)]
    pub basis: Basis,
    /// The State's own reference, to quote when calling it.
    pub reference: String,
    /// Day on which it was first said (UTC).
    #[schema(value_type = String, format = Date)]
    pub reported_on: Date,
    /// Last day on which it holds.
    #[schema(value_type = String, format = Date)]
    pub expires_on: Date,
}

/// How a report fits the number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(tag = "basis", rename_all = "snake_case")]
pub enum Basis {
    /// It names this very number.
    Exact,
    /// The number lies between these two, both included.
    Range {
        /// First number of the range.
        first: String,
        /// Last number of the range.
        last: String,
    },
    /// The number has this form.
    Pattern {
        /// `@` stands for any letter, `#` for any digit.
        pattern: String,
    },
}

/// An alert on false documents that fits the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct FittingAlert {
    /// Its id.
    #[schema(value_type = String, format = Uuid)]
    pub alert: Uuid,
    /// Its reference, as `RCM-2026-0041`.
    pub reference: String,
    /// Whether it speaks of all documents of that State and kind, whatever their number.
    pub general: bool,
    /// Class of fraud.
    #[serde(serialize_with = "shown")]
    #[schema(value_type = String)]
    pub class: FraudClass,
    /// How it was done.
    #[serde(serialize_with = "all_shown")]
    #[schema(value_type = Vec<String>)]
    pub techniques: Vec<Technique>,
    /// The State whose document it is, or claims to be.
    #[serde(serialize_with = "shown")]
    #[schema(value_type = String)]
    pub issuing_state: StateCode,
    /// Kind of document.
    #[serde(serialize_with = "shown")]
    #[schema(value_type = String)]
    pub kind: DocumentKind,
    /// The form of the numbers it speaks of: `#` any digit, `@` any letter, `?` either.
    pub pattern: Option<String>,
    /// What to look for, the most telling first.
    #[serde(serialize_with = "points_shown")]
    #[schema(value_type = Vec<DetectionPoint>)]
    pub points: Vec<Point>,
    /// The language in which it was written.
    #[schema(value_type = String)]
    pub language: Language,
    /// How many such documents have been met.
    pub documents_seen: u32,
    /// The month in which the first was met, `YYYY-MM`.
    pub first_seen: String,
    /// The State that reports it and can be called about it.
    #[serde(serialize_with = "shown")]
    #[schema(value_type = String)]
    pub reported_by: StateCode,
    /// The State whose expert confirmed it.
    #[serde(serialize_with = "shown")]
    #[schema(value_type = String)]
    pub confirmed_by: StateCode,
    /// When the version in force was published.
    #[schema(value_type = String, format = DateTime)]
    pub published_at: Timestamp,
    /// Day from which its State should review it; passed, the alert still holds.
    #[schema(value_type = String, format = Date)]
    pub review_on: Date,
    /// Day from which it no longer exists.
    #[schema(value_type = String, format = Date)]
    pub expires_on: Date,
}

/// One thing by which such a document is told from a genuine one, as JSON has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct DetectionPoint {
    /// `1` eyes and fingers, `2` a lens or a lamp, `3` a laboratory.
    #[serde(serialize_with = "shown")]
    #[schema(value_type = String)]
    pub level: CheckLevel,
    /// Where on the document, in the author's words; may be empty.
    pub place: String,
    /// English, where it was written.
    pub en: Option<String>,
    /// Spanish, where it was written.
    pub es: Option<String>,
    /// French, where it was written.
    pub fr: Option<String>,
}

impl From<StatusHit> for ReportedStatus {
    fn from(hit: StatusHit) -> Self {
        let basis = match hit.basis {
            status::Basis::Exact => Basis::Exact,
            status::Basis::Range { first, last } => Basis::Range { first, last },
            status::Basis::Pattern(pattern) => Basis::Pattern { pattern },
        };
        ReportedStatus {
            issuing_state: hit.issuer,
            kind: hit.kind,
            status: hit.status,
            basis,
            reference: hit.reference,
            reported_on: hit.reported_on,
            expires_on: hit.expires_on,
        }
    }
}

impl From<AlertHit> for FittingAlert {
    fn from(hit: AlertHit) -> Self {
        let text = hit.text;
        FittingAlert {
            alert: hit.alert,
            reference: hit.reference,
            general: hit.general,
            class: text.class,
            techniques: text.techniques,
            issuing_state: text.issuer,
            kind: text.kind,
            pattern: text.pattern.map(|series| series.as_str().to_owned()),
            points: text.points,
            language: text.language,
            documents_seen: text.documents_seen,
            first_seen: text.first_seen.to_string(),
            reported_by: hit.reported_by,
            confirmed_by: hit.confirmed_by,
            published_at: hit.published_at,
            review_on: hit.review_on,
            expires_on: hit.expires_on,
        }
    }
}

impl From<&Point> for DetectionPoint {
    fn from(point: &Point) -> Self {
        let Point { level, place, en, es, fr } = point.clone();
        DetectionPoint { level, place, en, es, fr }
    }
}

/// Writes a code as it is shown everywhere else.
pub(super) fn shown<T: Display, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(value)
}

fn points_shown<S: Serializer>(points: &[Point], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(points.iter().map(DetectionPoint::from))
}

fn all_shown<T: Display, S: Serializer>(values: &[T], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(values.iter().map(ToString::to_string))
}
