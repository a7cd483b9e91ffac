//! What machines send and get, and this room's part of the OpenAPI document.

use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::class::Names;
use super::queries::{Application, BodyOf, Standing};
use super::terms::TermOf;
use crate::meetings::Symbol;

/// Somebody who asks to be admitted.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "party": "XYZ", "class": "observer-organisation", "name_en": "Specimen Institute", "name_es": "Instituto de Muestra",
    "name_fr": "Institut spécimen", "applied_on": "2027-02-01", "note": "Letter of 1 February"
}))]
pub struct NewApplication {
    /// Three letters: a State's own, or `X` and two letters for whoever is no State.
    pub party: String,
    /// `member`, `observer-state`, `observer-organisation` or `network`.
    pub class: String,
    /// Name in English.
    pub name_en: String,
    /// Name in Spanish.
    pub name_es: String,
    /// Name in French.
    pub name_fr: String,
    /// Day of its letter, `YYYY-MM-DD`.
    pub applied_on: String,
    /// What to know of it, up to 200 characters.
    #[serde(default)]
    pub note: String,
}

/// One step with an application: a point answered, or what became of it.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "act": "answer", "point": "mandate", "met": true, "note": "Statute, article 2" }))]
pub struct ApplicationStep {
    /// `answer`, `admit`, `refuse` or `withdraw`.
    pub act: String,
    /// To answer: code of the point.
    #[serde(default)]
    pub point: String,
    /// To answer: whether the point is fulfilled.
    #[serde(default)]
    pub met: bool,
    /// To answer: by what, up to 200 characters.
    #[serde(default)]
    pub note: String,
    /// To admit or refuse: symbol of the decision.
    #[serde(default)]
    pub decision: String,
    /// To admit: first day as a party. Otherwise: day of the decision or the letter.
    #[serde(default)]
    pub on: String,
}

/// Somebody invited to one meeting.
#[derive(Debug, Clone, Default)]
pub struct NewGuest {
    /// Three letters.
    pub party: String,
    /// Name in English.
    pub name_en: String,
    /// Name in Spanish.
    pub name_es: String,
    /// Name in French.
    pub name_fr: String,
    /// Symbol of the meeting.
    pub meeting: String,
    /// First day on which its people get in.
    pub first_on: String,
    /// What to know of it.
    pub note: String,
}

/// A body in the form that it has from a day on, or the last day of one.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "code": "RCGM", "kind": "group", "name_en": "Consultation Group (invented)", "name_es": "Grupo de Consulta (inventado)",
    "name_fr": "Groupe de consultation (inventé)", "first_on": "2027-01-01", "meetings_a_year": 2, "chair": "presidency"
}))]
pub struct NewBody {
    /// Its short name: up to 12 capital letters and digits; the same when it is renamed.
    pub code: String,
    /// `conference`, `group`, `presidency`, `troika`, `secretariat`, `liaison-network` or `ad-hoc`.
    #[serde(default)]
    pub kind: String,
    /// Name in English.
    #[serde(default)]
    pub name_en: String,
    /// Name in Spanish.
    #[serde(default)]
    pub name_es: String,
    /// Name in French.
    #[serde(default)]
    pub name_fr: String,
    /// Short name of the body that it belongs to.
    #[serde(default)]
    pub parent: String,
    /// How often a year it meets; 0 where no number is laid down.
    #[serde(default)]
    pub meetings_a_year: u16,
    /// `presidency`, `host`, `coordinating` or `nobody`.
    #[serde(default)]
    pub chair: String,
    /// Where it is `coordinating`: the State.
    #[serde(default)]
    pub coordinator: String,
    /// Symbol of the decision that set it up or renamed it.
    #[serde(default)]
    pub decision: String,
    /// First day of this form.
    #[serde(default)]
    pub first_on: String,
    /// Last day of the body; everything else is left out then.
    #[serde(default)]
    pub last_on: String,
}

/// A State that presides; the same State and first day once more, with a last day, ends its term.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "party": "UTO", "first_on": "2027-01-01", "last_on": "2027-12-31", "decision": "LAG/II/2026/DEC/3" }))]
pub struct NewTerm {
    /// A member State.
    pub party: String,
    /// First day, `YYYY-MM-DD`.
    pub first_on: String,
    /// Last day; left out while nobody said when it ends.
    #[serde(default)]
    pub last_on: String,
    /// Symbol of the decision; left out where it was agreed otherwise.
    #[serde(default)]
    pub decision: String,
}

/// A name in the three languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NamesShown {
    /// English.
    pub en: String,
    /// Spanish.
    pub es: String,
    /// French.
    pub fr: String,
}

/// What a party was, is or will be to the conference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StandingShown {
    /// Three letters.
    pub party: String,
    /// Its name.
    pub name: NamesShown,
    /// `member`, `observer-state`, `observer-organisation`, `network` or `guest`.
    pub class: String,
    /// First day.
    pub first_on: String,
    /// Last day, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_on: Option<String>,
    /// Symbol of the decision that admitted it; left out where it founded the process or was invited.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<String>,
    /// Of a guest: symbol of the meeting, with which it goes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meeting: Option<String>,
}

/// Everything that parties are on a day.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct MembersOnDay {
    /// The day.
    pub on: String,
    /// By class, then by code.
    pub parties: Vec<StandingShown>,
}

/// Everything that one party was, is and will be.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct MemberShown {
    /// By day.
    pub standings: Vec<StandingShown>,
}

/// An application as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ApplicationShown {
    /// Its number.
    pub number: u64,
    /// Three letters.
    pub party: String,
    /// Its name.
    pub name: NamesShown,
    /// What it wants to be.
    pub class: String,
    /// Day of its letter.
    pub applied_on: String,
    /// `open`, `admitted`, `refused` or `withdrawn`.
    pub outcome: String,
    /// Symbol of the decision.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<String>,
}

/// A body in one of its forms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BodyShown {
    /// Its short name.
    pub code: String,
    /// What it is.
    pub kind: String,
    /// What it is called.
    pub name: NamesShown,
    /// First day of this form.
    pub first_on: String,
    /// Last day of this form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_on: Option<String>,
    /// Short name of the body that it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// How often a year it meets.
    pub meetings_a_year: u16,
    /// Who chairs it.
    pub chair: String,
    /// State that co-ordinates it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coordinator: Option<String>,
    /// Symbol of the decision.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<String>,
}

/// Every form of every body.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Bodies {
    /// By short name, then by day.
    pub bodies: Vec<BodyShown>,
}

/// A term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TermShown {
    /// The State.
    pub party: String,
    /// First day.
    pub first_on: String,
    /// Last day, where somebody said it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_on: Option<String>,
    /// Symbol of the decision.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub decision: String,
}

/// Every term, and who presides today.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Presidencies {
    /// States whose term ended last.
    pub outgoing: Vec<String>,
    /// States that preside.
    pub current: Vec<String>,
    /// States whose term begins next.
    pub incoming: Vec<String>,
    /// Every term, the latest first.
    pub terms: Vec<TermShown>,
}

impl NamesShown {
    fn of(names: &Names) -> Self {
        NamesShown { en: names.en.clone(), es: names.es.clone(), fr: names.fr.clone() }
    }
}

fn shown(symbol: Option<&Symbol>) -> Option<String> {
    symbol.map(Symbol::to_string)
}

impl StandingShown {
    pub(super) fn of(standing: &Standing) -> Self {
        StandingShown {
            party: standing.party.to_string(),
            name: NamesShown::of(&standing.names),
            class: standing.class.to_string(),
            first_on: standing.first_on.to_string(),
            last_on: standing.last_on.map(|day| day.to_string()),
            decision: shown(standing.decision.as_ref()),
            meeting: shown(standing.meeting.as_ref()),
        }
    }
}

impl ApplicationShown {
    pub(super) fn of(application: &Application) -> Self {
        ApplicationShown {
            number: application.number,
            party: application.party.to_string(),
            name: NamesShown::of(&application.names),
            class: application.class.to_string(),
            applied_on: application.applied_on.to_string(),
            outcome: application.outcome.to_string(),
            decision: shown(application.decision.as_ref()),
        }
    }
}

impl BodyShown {
    pub(super) fn of(body: &BodyOf) -> Self {
        BodyShown {
            code: body.code.clone(),
            kind: body.kind.to_string(),
            name: NamesShown::of(&body.names),
            first_on: body.first_on.to_string(),
            last_on: body.last_on.map(|day| day.to_string()),
            parent: body.parent.clone(),
            meetings_a_year: body.meetings_a_year,
            chair: body.chair.to_string(),
            coordinator: body.coordinator.map(|state| state.to_string()),
            decision: shown(body.decision.as_ref()),
        }
    }
}

impl TermShown {
    pub(super) fn of(term: &TermOf) -> Self {
        TermShown {
            party: term.party.to_string(),
            first_on: term.first_on.to_string(),
            last_on: term.last_on.map(|day| day.to_string()),
            decision: term.decision.clone(),
        }
    }
}

#[derive(OpenApi)]
#[openapi(
    paths(
        super::list::call,
        super::show::call,
        super::apply_for::call,
        super::application::call,
        super::bodies::call,
        super::bodies::form_call,
        super::presidencies::call,
        super::presidencies::enter_call
    ),
    components(schemas(
        NewApplication,
        ApplicationStep,
        ApplicationShown,
        NewBody,
        Bodies,
        NewTerm,
        Presidencies,
        MembersOnDay,
        MemberShown
    ))
)]
struct Document;

/// Answers this room's part of the OpenAPI document.
pub(super) fn api() -> utoipa::openapi::OpenApi {
    Document::openapi()
}
