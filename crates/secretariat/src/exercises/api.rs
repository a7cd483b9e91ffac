//! What machines send and get, and this room's part of the OpenAPI document.

use conference::exercises::{KINDS, Told};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::queries::{Exercise, Finding};

/// An exercise to be planned.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "symbol": "LAG/EXR/1", "title_en": "Exercise (invented)", "title_es": "Ejercicio (ficticio)", "decision": "LAG/II/DEC/1",
    "place": "Arenal", "zone": "America/Managua", "first_on": "2027-07-21", "last_on": "2027-07-25", "plan_en": "Joint teams.",
    "plan_es": "Equipos conjuntos.", "participants": [{ "state": "NIC", "institution": "migration" }]
}))]
pub struct NewExercise {
    /// Its symbol: capital letters and digits in parts with `/` between.
    pub symbol: String,
    /// Title in English.
    pub title_en: String,
    /// Title in Spanish.
    pub title_es: String,
    /// Symbol of the decision that it rests on.
    pub decision: String,
    /// Where it takes place.
    pub place: String,
    /// Zone of the place, by its IANA name.
    pub zone: String,
    /// First day.
    pub first_on: String,
    /// Last day.
    pub last_on: String,
    /// What is planned, in English.
    pub plan_en: String,
    /// The same in Spanish.
    pub plan_es: String,
    /// Who takes part: at least one State.
    pub participants: Vec<Participant>,
}

/// A State that takes part in an exercise.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExerciseParticipant)]
pub struct Participant {
    /// Its code.
    pub state: String,
    /// Which kind of institution coordinates for it: `migration`, `police`, `foreign-affairs`, `justice`, `child-protection`,
    /// `human-rights` or `other`.
    pub institution: String,
}

/// Counts that a State reports of an exercise, all at once.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewExerciseCounts, example = json!({ "counts": [{ "kind": "need-child", "count": 12 }] }))]
pub struct NewCounts {
    /// What was counted; what is left out is none. They replace what the State reported before.
    pub counts: Vec<Count>,
}

/// One count.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExerciseCount)]
pub struct Count {
    /// Of what; docs/formats/exercises.md.
    pub kind: String,
    /// How many, up to 100000.
    pub count: u32,
}

/// Exercises.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ExercisesList {
    /// Up to 50, the latest first, without counts and findings.
    pub exercises: Vec<ExerciseShown>,
    /// What to ask for next in `page`; left out on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<u64>,
}

/// An exercise as it stands.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Exercise)]
pub struct ExerciseShown {
    /// Its symbol as addresses have it.
    pub reference: String,
    /// Its symbol.
    pub symbol: String,
    /// Title in English.
    pub title_en: String,
    /// Title in Spanish.
    pub title_es: String,
    /// The decision that it rests on.
    pub decision: String,
    /// Where it takes place.
    pub place: String,
    /// First day.
    pub first_on: String,
    /// Last day.
    pub last_on: String,
    /// `planned`, `held`, `reported` or `closed`.
    pub standing: String,
    /// Who takes part.
    pub participants: Vec<Participant>,
    /// Counts in the order in which they are always told, those of people who need protection first. Empty where none may be told yet.
    pub counts: Vec<CountShown>,
    /// What was found.
    pub findings: Vec<FindingShown>,
}

/// A count of one State, or of all together.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ExerciseCountShown)]
pub struct CountShown {
    /// Of what.
    pub kind: String,
    /// Which State reported it; none for all together.
    pub state: Option<String>,
    /// How many; null where it is kept back.
    pub count: Option<u32>,
}

/// Something that was found.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ExerciseFinding)]
pub struct FindingShown {
    /// Which one, from 1.
    pub number: u16,
    /// In English.
    pub text_en: String,
    /// In Spanish.
    pub text_es: String,
    /// The obligation that answers for it.
    pub obligation: Option<String>,
    /// Why there is none.
    pub reason: Option<String>,
}

impl ExerciseShown {
    /// Answers an exercise without counts and findings.
    pub(super) fn of(exercise: &Exercise) -> Self {
        let participant = |(state, institution): (&journal::StateCode, &String)| Participant {
            state: state.to_string(),
            institution: institution.clone(),
        };
        ExerciseShown {
            reference: exercise.symbol.in_address(),
            symbol: exercise.symbol.to_string(),
            title_en: exercise.title_en.clone(),
            title_es: exercise.title_es.clone(),
            decision: exercise.decision.to_string(),
            place: exercise.place.clone(),
            first_on: exercise.first_on.to_string(),
            last_on: exercise.last_on.to_string(),
            standing: exercise.standing.code().to_owned(),
            participants: exercise.participants.iter().map(participant).collect(),
            counts: Vec::new(),
            findings: Vec::new(),
        }
    }

    /// Answers it with what is told of its counts, and with its findings.
    pub(super) fn with(mut self, told: &Told, findings: &[Finding]) -> Self {
        self.counts = rows(told);
        let shown = |finding: &Finding| FindingShown {
            number: finding.number,
            text_en: finding.text_en.clone(),
            text_es: finding.text_es.clone(),
            obligation: finding.obligation.as_ref().map(ToString::to_string),
            reason: finding.reason.clone(),
        };
        self.findings = findings.iter().map(shown).collect();
        self
    }
}

/// Answers counts in the order in which they are always told.
pub(super) fn rows(told: &Told) -> Vec<CountShown> {
    let mut rows = Vec::new();
    for (at, kind) in KINDS.iter().enumerate() {
        let row = |state: Option<String>, count| CountShown { kind: kind.code.to_owned(), state, count };
        for (state, counts) in &told.states {
            rows.push(row(Some(state.to_string()), counts.get(at).copied().flatten()));
        }
        if !told.states.is_empty() {
            rows.extend(told.all.get(at).map(|count| row(None, *count)));
        }
    }
    rows
}

#[derive(OpenApi)]
#[openapi(
    paths(super::list::call, super::plan::call, super::show::call, super::counts::call),
    components(schemas(
        NewExercise,
        Participant,
        NewCounts,
        Count,
        ExercisesList,
        ExerciseShown,
        CountShown,
        FindingShown
    ))
)]
struct Document;

/// Answers this room's part of the OpenAPI document.
pub(super) fn api() -> utoipa::openapi::OpenApi {
    Document::openapi()
}
