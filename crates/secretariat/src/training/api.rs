//! What machines send and get, and this room's part of the OpenAPI document.

use conference::training::{Place, Standing};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::entries::Module;
use super::queries::{Course, Held, Nominee, Session};
use super::results::{Cell, Sum};

/// A course to be made.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewTrainingCourse, example = json!({
    "symbol": "LAG/TRN", "title_en": "False documents (invented)", "title_es": "Documentos falsos (ficticio)", "valid_months": 24,
    "pass": 60, "modules": [{ "title_en": "Refugee protection", "title_es": "Protección de refugiados", "partner": "UNHCR" }]
}))]
pub struct NewCourse {
    /// Its symbol: capital letters and digits in parts with `/` between.
    pub symbol: String,
    /// Title in English.
    pub title_en: String,
    /// Title in Spanish.
    pub title_es: String,
    /// Title in French; may be left out.
    #[serde(default)]
    pub title_fr: String,
    /// How many months its certificates count, from 1 to 120.
    pub valid_months: u32,
    /// The least score afterwards, from 0 to 100.
    pub pass: u32,
    /// Its modules, from 1 to 20.
    pub modules: Vec<NewModule>,
}

/// A module of a course.
#[derive(Debug, Clone, Default, Deserialize, Serialize, PartialEq, Eq, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TrainingModule)]
pub struct NewModule {
    /// Title in English.
    pub title_en: String,
    /// Title in Spanish.
    pub title_es: String,
    /// Title in French; may be left out.
    #[serde(default)]
    pub title_fr: String,
    /// With whom it is given; may be left out.
    #[serde(default)]
    pub partner: String,
}

/// A session to be called: the States that have seats are invited by it.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewTrainingSession, example = json!({
    "symbol": "LAG/TRN/1", "course": "LAG/TRN", "decision": "LAG/II/DEC/1", "host": "NIC", "place": "Arenal", "zone": "America/Managua",
    "first_on": "2027-07-21", "last_on": "2027-07-25", "closes_on": "2027-07-01", "organisers": ["CAN", "MEX"],
    "seats": [{ "state": "NIC", "seats": 3 }]
}))]
pub struct NewSession {
    /// Its symbol.
    pub symbol: String,
    /// Symbol of its course.
    pub course: String,
    /// Symbol of the decision that asks for it.
    pub decision: String,
    /// Code of the State that receives it.
    pub host: String,
    /// City.
    pub place: String,
    /// Its zone, by its IANA name.
    pub zone: String,
    /// First day.
    pub first_on: String,
    /// Last day.
    pub last_on: String,
    /// Last day for nominations, which ends at the secretariat's seat; not after the first day.
    pub closes_on: String,
    /// Codes of the parties that organise it.
    #[serde(default)]
    pub organisers: Vec<String>,
    /// How many seats each State has; up to 50 each.
    pub seats: Vec<StateSeats>,
}

/// Seats of one State.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TrainingSeats)]
pub struct StateSeats {
    /// Its code.
    pub state: String,
    /// How many it has.
    pub seats: u32,
}

/// Somebody to be nominated.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewTrainingNominee, example = json!({ "name": "Ana Ejemplo (invented)", "institution": "police", "sex": "female" }))]
pub struct NewNominee {
    /// The name as the certificate is to have it.
    pub name: String,
    /// Kind of institution: `migration`, `police`, `foreign-affairs`, `justice`, `child-protection`, `labour`, `civil-society` or `other`.
    pub institution: String,
    /// `female`, `male`, `other` or `unsaid`.
    pub sex: String,
}

/// What is written down of somebody.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewTrainingRecord, example = json!({ "days": ["2027-07-21"], "before": 40, "after": 80 }))]
pub struct NewRecord {
    /// Days attended.
    pub days: Vec<String>,
    /// Score before, from 0 to 100; left out where nobody was tested.
    #[serde(default)]
    pub before: Option<u32>,
    /// Score afterwards, from 0 to 100; left out where nobody was tested.
    #[serde(default)]
    pub after: Option<u32>,
}

/// Courses and sessions.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct TrainingList {
    /// Up to 100 courses, the last made first.
    pub courses: Vec<CourseShown>,
    /// Up to 50 sessions, the latest first, without their counts.
    pub sessions: Vec<SessionShown>,
    /// What to ask for next in `page`; left out on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<u64>,
}

/// A course as it stands.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = TrainingCourse)]
pub struct CourseShown {
    /// Its symbol.
    pub symbol: String,
    /// Title in English.
    pub title_en: String,
    /// Title in Spanish.
    pub title_es: String,
    /// Title in French; empty where there is none.
    pub title_fr: String,
    /// How many months its certificates count.
    pub valid_months: u8,
    /// The least score afterwards.
    pub pass: u8,
    /// Its modules.
    pub modules: Vec<NewModule>,
}

/// A session as it stands. Nobody is named in it.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = TrainingSession)]
pub struct SessionShown {
    /// Its symbol.
    pub symbol: String,
    /// The symbol as an address has it, with `-` in the place of `/`.
    pub reference: String,
    /// Symbol of its course.
    pub course: String,
    /// Symbol of the decision that asks for it.
    pub decision: String,
    /// Code of the State that receives it.
    pub host: String,
    /// City.
    pub place: String,
    /// Its zone.
    pub zone: String,
    /// First day.
    pub first_on: String,
    /// Last day.
    pub last_on: String,
    /// Last instant for nominations.
    pub closes_at: String,
    /// Codes of the parties that organise it.
    pub organisers: Vec<String>,
    /// How many seats each State has.
    pub seats: Vec<StateSeats>,
    /// What may be told of those who came; left out in a list and until the session is over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub results: Option<ResultsShown>,
}

/// What may be told of those who came. What is left out is kept back, since it would speak of fewer than five people.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = TrainingResults)]
pub struct ResultsShown {
    /// People nominated.
    pub nominated: u32,
    /// People who were there on some day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attended: Option<u32>,
    /// People with a certificate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certified: Option<u32>,
    /// Mean score before, of those with both scores.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<u8>,
    /// Mean score afterwards, of the same people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<u8>,
    /// By sex.
    pub sexes: Vec<CellShown>,
    /// By kind of institution.
    pub institutions: Vec<CellShown>,
}

/// One count.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = TrainingCount)]
pub struct CellShown {
    /// Of whom.
    pub code: String,
    /// How many; left out where that is kept back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
}

/// Whom States put forward, as far as one may see them.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = TrainingNominees)]
pub struct NomineesShown {
    /// Symbol of the session.
    pub session: String,
    /// In the order in which they were nominated.
    pub people: Vec<NomineeShown>,
}

/// Somebody whom a State put forward.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = TrainingNominee)]
pub struct NomineeShown {
    /// The nomination's id.
    pub person: String,
    /// Code of the State.
    pub state: String,
    /// The name.
    pub name: String,
    /// Kind of institution.
    pub institution: String,
    /// Sex, as the delegation said.
    pub sex: String,
    /// `seat` or `waits`.
    pub place: String,
    /// How many places from a seat; left out where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waits: Option<u64>,
    /// Days attended.
    pub days: Vec<String>,
    /// Score before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<u8>,
    /// Score afterwards.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<u8>,
    /// The certificate's number, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certificate: Option<String>,
}

/// Whether a certificate counts. It names nobody.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = TrainingCertificate)]
pub struct CertificateShown {
    /// Its number.
    pub number: String,
    /// `counts`, `expired` or `withdrawn`.
    pub standing: String,
    /// Symbol of the session.
    pub session: String,
    /// Day on which it was given.
    pub issued_on: String,
    /// The last day on which it counts.
    pub expires_on: String,
}

impl CourseShown {
    pub(super) fn of(course: &Course) -> Self {
        let module = |module: &Module| NewModule {
            title_en: module.title_en.clone(),
            title_es: module.title_es.clone(),
            title_fr: module.title_fr.clone(),
            partner: module.partner.clone(),
        };
        CourseShown {
            symbol: course.symbol.to_string(),
            title_en: course.title_en.clone(),
            title_es: course.title_es.clone(),
            title_fr: course.title_fr.clone(),
            valid_months: course.valid_months,
            pass: course.pass,
            modules: course.modules.iter().map(module).collect(),
        }
    }
}

impl SessionShown {
    pub(super) fn of(session: &Session, results: Option<&Sum>) -> Self {
        let seats = session.seats.iter();
        SessionShown {
            symbol: session.symbol.to_string(),
            reference: session.symbol.in_address(),
            course: session.course.to_string(),
            decision: session.decision.to_string(),
            host: session.host.to_string(),
            place: session.place.clone(),
            zone: session.zone.clone(),
            first_on: session.first_on.to_string(),
            last_on: session.last_on.to_string(),
            closes_at: session.closes_at.to_string(),
            organisers: session.organisers.split_whitespace().map(str::to_owned).collect(),
            seats: seats
                .map(|(state, seats)| StateSeats { state: state.to_string(), seats: (*seats).into() })
                .collect(),
            results: results.map(ResultsShown::of),
        }
    }
}

impl ResultsShown {
    fn of(sum: &Sum) -> Self {
        let cells = |cells: &[Cell]| {
            cells.iter().map(|cell| CellShown { code: cell.code.clone(), count: cell.count }).collect::<Vec<_>>()
        };
        ResultsShown {
            nominated: sum.nominated,
            attended: sum.attended,
            certified: sum.certified,
            before: sum.before,
            after: sum.after,
            sexes: cells(&sum.sexes),
            institutions: cells(&sum.institutions),
        }
    }
}

impl NomineeShown {
    pub(super) fn of(one: &Nominee, place: Place) -> Self {
        let (code, waits) = match place {
            Place::Seat => ("seat", None),
            Place::Waits(turn) => ("waits", Some(turn as u64)),
        };
        NomineeShown {
            person: one.id.to_string(),
            state: one.state.to_string(),
            name: one.name.clone(),
            institution: one.institution.clone(),
            sex: one.sex.clone(),
            place: code.to_owned(),
            waits,
            days: one.days.iter().map(ToString::to_string).collect(),
            before: one.before,
            after: one.after,
            certificate: one.certificate.as_ref().map(|held| held.number.clone()),
        }
    }
}

impl CertificateShown {
    pub(super) fn of(held: &Held, standing: Standing) -> Self {
        let code = match standing {
            Standing::Counts => "counts",
            Standing::Expired => "expired",
            Standing::Withdrawn => "withdrawn",
        };
        CertificateShown {
            number: held.number.clone(),
            standing: code.to_owned(),
            session: held.session.to_string(),
            issued_on: held.issued_on.to_string(),
            expires_on: held.certificate.expires_on.to_string(),
        }
    }
}

#[derive(OpenApi)]
#[openapi(
    paths(
        super::list::call,
        super::course::call,
        super::arrange::call,
        super::show::call,
        super::people::call,
        super::people::nominate_call,
        super::record::call,
        super::certify::call,
        super::verify::call
    ),
    components(schemas(
        NewCourse,
        NewModule,
        NewSession,
        StateSeats,
        NewNominee,
        NewRecord,
        TrainingList,
        CourseShown,
        SessionShown,
        ResultsShown,
        CellShown,
        NomineesShown,
        NomineeShown,
        CertificateShown,
        super::certify::CertifiedShown
    ))
)]
struct Document;

/// Answers this room's part of the OpenAPI document.
pub(super) fn api() -> utoipa::openapi::OpenApi {
    Document::openapi()
}
