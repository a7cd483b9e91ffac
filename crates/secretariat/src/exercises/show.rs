//! The act "look at an exercise": what is planned, what came of it for people who need protection first, and what answers for what was found.

use axum::Json;
use axum::extract::Path;
use base::access::{Permit, Resource};
use base::desk::{Permitted, Reader};
use base::web::fields;
use base::web::parts::{self, Tone};
use base::web::tables::{Column, Table, table};
use base::web::{Asked, Problem, Refusal, Visit, Voice};
use conference::exercises::Standing;
use journal::StateCode;
use maud::{Markup, html};

use super::api::ExerciseShown;
use super::coded;
use super::pages::{self, Counts};
use super::permits::{CountExercise, PlanExercises, ShowExercise};
use super::queries::{self, Exercise, Finding};
use crate::{obligations, rounds};

/// Shows an exercise.
pub(super) async fn page(
    desk: Permitted<ShowExercise>,
    visit: Visit,
    Path(reference): Path<String>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let resource = desk.about(pages::resource(&reference)).await?;
    let reader = desk.open(resource).await?;
    let exercise = pages::exercise(&reader, &reference)?;
    let (policy, caller) = (&reader.ground().policy, reader.caller());
    let own = Resource::of(caller.state, String::new());
    let mut findings = Vec::new();
    for finding in reader.ask(|now| queries::findings(now, &exercise.symbol))? {
        let stands = match &finding.obligation {
            Some(reference) => obligations::standing_of(&reader, &visit.voice, reference)?,
            None => None,
        };
        findings.push((finding, stands));
    }
    let takes_part = exercise.participants.contains_key(&caller.state);
    let shown = Shown {
        plans: policy.allows::<PlanExercises>(caller, &Resource::room()),
        reports: takes_part && exercise.standing == Standing::Held && policy.allows::<CountExercise>(caller, &own),
        counts: pages::counts(&reader, &exercise)?,
        findings,
        exercise,
    };
    Ok(visit.page("exercises-one", shown.markup(&reader, &visit, query.0.typed("done"))))
}

/// Answers an exercise with its findings, and with the counts that one may be told.
#[utoipa::path(
    get,
    path = "/api/v1/exercises/{reference}",
    operation_id = "show_exercise",
    tag = "exercises",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    responses(
        (status = 200, description = "The exercise", body = ExerciseShown),
        (status = 404, description = "No such exercise", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<ShowExercise>,
    Path(reference): Path<String>,
) -> Result<Json<ExerciseShown>, Refusal> {
    let resource = desk.about(pages::resource(&reference)).await?;
    let reader = desk.open(resource).await?;
    let exercise = pages::exercise(&reader, &reference)?;
    let told = pages::counts(&reader, &exercise)?.told;
    let findings = reader.ask(|now| queries::findings(now, &exercise.symbol))?;
    Ok(Json(ExerciseShown::of(&exercise).with(&told, &findings)))
}

struct Shown {
    exercise: Exercise,
    counts: Counts,
    findings: Vec<(Finding, Option<Markup>)>,
    plans: bool,
    reports: bool,
}

impl Shown {
    fn markup(&self, reader: &Reader<ShowExercise>, visit: &Visit, done: &str) -> Markup {
        let (voice, exercise) = (&visit.voice, &self.exercise);
        let path = format!("/exercises/{}", exercise.symbol.in_address());
        let said = match done {
            "planned" => Some("exercises-done-planned"),
            "stepped" => Some("exercises-done-stepped"),
            "counted" => Some("exercises-done-counted"),
            "found" => Some("exercises-done-found"),
            _ => None,
        };
        html! {
            h1 { (rounds::title(voice, &exercise.title_en, &exercise.title_es)) }
            @if let Some(key) = said { (parts::notice(Tone::Done, html! { p { (voice.t(key)) } })) }
            (parts::facts(&[
                (&voice.t("exercises-symbol"), html! { span .mono { (exercise.symbol) } }),
                (&voice.t("exercises-standing"), parts::tag(Tone::Quiet, &voice.t(coded::standing(exercise.standing)))),
                (&voice.t("exercises-days"), pages::days(voice, exercise)),
                (&voice.t("exercises-place"), html! { (exercise.place) }),
                (&voice.t("exercises-decision"), html! { a href={ "/decisions/" (exercise.decision.in_address()) } { (exercise.decision) } }),
            ]))
            (parts::card("results", &voice.t("exercises-results"), self.results(reader, voice, &path)))
            (parts::card("findings", &voice.t("exercises-findings"), self.found(voice, &path)))
            (parts::card("plan", &voice.t("exercises-planned"), rounds::words(rounds::title(voice, &exercise.plan_en, &exercise.plan_es))))
            (parts::card("participants", &voice.t("exercises-participants"), self.participants(reader, voice)))
            @if self.plans { (self.steps(visit, &path)) }
            p { a href="/exercises" { (voice.t("exercises-all")) } }
        }
    }

    fn results(&self, reader: &Reader<ShowExercise>, voice: &Voice, path: &str) -> Markup {
        let told = &self.counts.told;
        html! {
            @if self.reports { p { a .button href={ (path) "/counts" } { (voice.t("exercises-report")) } } }
            p { (voice.t("exercises-reported-by")) " " (names(reader, voice, self.counts.reported.iter().copied())) }
            @if told.states.is_empty() {
                p { (voice.t("exercises-results-none")) }
            } @else {
                p { (voice.t("exercises-results-about")) }
                (counted(reader, voice, &self.counts))
                p { a href={ (path) "/export" } { (voice.t("exercises-export")) } }
            }
        }
    }

    fn found(&self, voice: &Voice, path: &str) -> Markup {
        html! {
            @if self.findings.is_empty() { p { (voice.t("exercises-findings-none")) } }
            ol { @for (finding, stands) in &self.findings { li {
                p { (rounds::title(voice, &finding.text_en, &finding.text_es)) }
                @if let Some(stands) = stands { (stands) }
                @if let Some(reason) = &finding.reason { p { (voice.t("exercises-no-duty")) ": " (reason) } }
                @if !finding.is_answered() {
                    p {
                        (parts::tag(Tone::Soon, &voice.t("exercises-unanswered")))
                        @if self.plans { " " a href={ (path) "/findings/" (finding.number) } { (voice.t("exercises-answer")) } }
                    }
                }
            } } }
            @if self.plans && matches!(self.exercise.standing, Standing::Held | Standing::Reported) {
                p { a .button .plain href={ (path) "/findings" } { (voice.t("exercises-find")) } }
            }
        }
    }

    fn participants(&self, reader: &Reader<ShowExercise>, voice: &Voice) -> Markup {
        let row = |(state, institution): (&StateCode, &String)| {
            let named = coded::institution(institution).map(|key| voice.t(key)).unwrap_or_default();
            vec![html! { (reader.ground().identity.party_name(*state, voice.language)) }, html! { (named) }]
        };
        let caption = voice.t("exercises-participants").into_owned();
        let columns = ["exercises-state", "exercises-institution"].map(|key| Column::text(voice.t(key).into_owned()));
        let rows = self.exercise.participants.iter().map(row).collect();
        table(
            voice,
            &Table { id: "parties", caption, columns: columns.to_vec(), rows, empty: "exercises-fault-nobody" },
        )
    }

    fn steps(&self, visit: &Visit, path: &str) -> Markup {
        let voice = &visit.voice;
        let (key, about) = match self.exercise.standing.next() {
            Some(Standing::Held) => ("exercises-step-held", "exercises-step-held-about"),
            Some(Standing::Reported) => ("exercises-step-reported", "exercises-step-reported-about"),
            _ => ("exercises-step-closed", "exercises-step-closed-about"),
        };
        html! { @if let Some(next) = self.exercise.standing.next() {
            (fields::form(&format!("{path}/step"), visit.csrf(), html! {
                (fields::hidden("to", next.code()))
                p { (voice.t(about)) }
                (fields::submit_row(voice, key, None))
            }))
        } }
    }
}

fn names<P: Permit>(reader: &Reader<P>, voice: &Voice, states: impl Iterator<Item = StateCode>) -> String {
    let names: Vec<String> = states.map(|state| reader.ground().identity.party_name(state, voice.language)).collect();
    if names.is_empty() { voice.t("exercises-nobody-yet").into_owned() } else { names.join(", ") }
}

/// Draws the counts: a row for each thing that is counted, in the order in which it is always told.
fn counted<P: Permit>(reader: &Reader<P>, voice: &Voice, counts: &Counts) -> Markup {
    let told = &counts.told;
    let count = |count: Option<u32>| match count {
        Some(count) => html! { (voice.number(i64::from(count))) },
        None => html! { (voice.t("exercises-kept-back")) },
    };
    let mut columns = vec![Column::text(voice.t("exercises-counted").into_owned())];
    let name = |state: &StateCode| reader.ground().identity.party_name(*state, voice.language);
    columns.extend(told.states.keys().map(|state| Column::figures(name(state))));
    if !told.all.is_empty() {
        columns.push(Column::figures(voice.t("exercises-together").into_owned()));
    }
    let row = |(at, (_, key)): (usize, (_, &'static str))| {
        let mut cells = vec![html! { (voice.t(key)) }];
        cells.extend(told.states.values().map(|counts| count(counts.get(at).copied().flatten())));
        cells.extend(told.all.get(at).map(|sum| count(*sum)));
        cells
    };
    let caption = voice.t("exercises-results").into_owned();
    let rows = coded::counted().enumerate().map(row).collect();
    table(voice, &Table { id: "counts", caption, columns, rows, empty: "exercises-results-none" })
}
