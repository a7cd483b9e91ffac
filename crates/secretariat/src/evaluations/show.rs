//! The act "open an evaluation": what it is for, what it asks, who has answered until when, and what one may do.

use axum::Json;
use axum::extract::Path;
use base::access::{Permit, Resource};
use base::desk::{Permitted, Reader};
use base::web::fields;
use base::web::parts::{self, Tone};
use base::web::tables::{Column, Table, table};
use base::web::{Asked, Filled, Problem, Refusal, Visit, Voice};
use conference::evaluations::{Answered, Guest, Standing};
use maud::{Markup, html};

use super::api::EvaluationShown;
use super::pages::{self, To};
use super::permits::{AnswerEvaluation, AskQuestions, EvaluateProcess, PrepareEvaluation, ShowEvaluation};
use super::queries::Known;
use super::questions;

/// Shows an evaluation.
pub(super) async fn page(
    desk: Permitted<ShowEvaluation>,
    visit: Visit,
    Path(reference): Path<String>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let (reader, known) = pages::to_read(desk, &reference).await?;
    Ok(visit.page("evaluations-one", markup(&reader, &visit, &known, &Filled::new(), query.0.typed("done"))))
}

/// Answers an evaluation: what it asks, and who has answered.
#[utoipa::path(
    get,
    path = "/api/v1/evaluations/{reference}",
    operation_id = "show_evaluation",
    tag = "evaluations",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    responses(
        (status = 200, description = "The evaluation", body = EvaluationShown),
        (status = 404, description = "No such evaluation that one may see", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<ShowEvaluation>,
    Path(reference): Path<String>,
) -> Result<Json<EvaluationShown>, Refusal> {
    let (reader, known) = pages::to_read(desk, &reference).await?;
    Ok(Json(EvaluationShown::of(&reader, &known)))
}

/// What whoever reads may do besides, as the policies say.
struct May {
    prepare: bool,
    ask: bool,
    answer: bool,
    evaluate: bool,
}

fn may<P: Permit>(reader: &Reader<P>, known: &Known) -> May {
    let (policy, caller) = (&reader.ground().policy, reader.caller());
    let of = |to| -> Resource { pages::seen_by(known, caller.state, to) };
    May {
        prepare: policy.allows::<PrepareEvaluation>(caller, &of(To::Work)),
        ask: policy.allows::<AskQuestions>(caller, &of(To::Work)),
        answer: policy.allows::<AnswerEvaluation>(caller, &of(To::Answer)),
        evaluate: policy.allows::<EvaluateProcess>(caller, &of(To::Work)),
    }
}

/// Draws an evaluation.
pub(super) fn markup<P: Permit>(
    reader: &Reader<P>,
    visit: &Visit,
    known: &Known,
    filled: &Filled,
    done: &str,
) -> Markup {
    let (voice, prepared, may) = (&visit.voice, &known.prepared, may(reader, known));
    let standing = known.rules.standing(reader.now());
    html! {
        p .aside { span .mono { (prepared.symbol) } " · " (pages::standing(voice, standing)) }
        h1 { (pages::said(voice, &prepared.title)) }
        (notice(voice, done))
        (fields::error_summary(voice, filled))
        (parts::two_columns(
            html! {
                (parts::card("purpose", &voice.t("evaluations-purpose"), pages::at_length(voice, &prepared.purpose)))
                (parts::card("questions", &voice.t("evaluations-questions"), questions::questionnaire(voice, known)))
            },
            html! {
                @if standing == Standing::Prepared { (self::prepared(visit, known, &may)) }
                @else { (work(reader, voice, known, &may)) }
                (facts(reader, voice, known))
                @if standing != Standing::Prepared { (board(reader, voice, known)) }
            },
        ))
        @if !known.extensions.is_empty() { (extensions(reader, voice, known)) }
        p { a href="/evaluations" { (voice.t("evaluations-all")) } }
    }
}

fn notice(voice: &Voice, done: &str) -> Markup {
    let (tone, key) = match done {
        "prepared" => (Tone::Done, "evaluations-done-prepared"),
        "opened" => (Tone::Done, "evaluations-done-opened"),
        "saved" => (Tone::Done, "evaluations-done-saved"),
        "given" => (Tone::Done, "evaluations-done-given"),
        "late" => (Tone::Late, "evaluations-done-late"),
        "extended" => (Tone::Done, "evaluations-done-extended"),
        _ => return html! {},
    };
    parts::notice(tone, html! { p { (voice.t(key)) } })
}

fn facts<P: Permit>(reader: &Reader<P>, voice: &Voice, known: &Known) -> Markup {
    let prepared = &known.prepared;
    let by = pages::listed(reader.ground(), voice, known.rules.evaluators().iter().copied());
    let say = |yes: bool| voice.t(if yes { "evaluations-say-yes" } else { "evaluations-say-no" }).into_owned();
    parts::facts(&[
        (&voice.t("evaluations-evaluators"), html! { (by) }),
        (
            &voice.t("evaluations-decision"),
            html! { a .mono href={ "/decisions/" (prepared.decision.in_address()) } { (prepared.decision) } },
        ),
        (
            &voice.t("evaluations-deadline"),
            html! { (voice.date(prepared.deadline_on)) " " small { (voice.t("evaluations-deadline-each")) } },
        ),
        (&voice.t("evaluations-observers-answer"), html! { (say(prepared.observers_answer)) }),
        (&voice.t("evaluations-observers-see"), html! { (say(prepared.observers_see)) }),
    ])
}

/// What is still to be done before it is open.
fn prepared(visit: &Visit, known: &Known, may: &May) -> Markup {
    let (voice, path) = (&visit.voice, known.path());
    parts::card(
        "prepared",
        &voice.t("evaluations-prepared"),
        html! {
            p { (voice.t("evaluations-prepared-about")) }
            div .row {
                @if may.ask { a .button .plain href={ (path) "/questions" } { (voice.t("evaluations-questions-write")) } }
                @if may.prepare { a .button .plain href={ (path) "/prepare" } { (voice.t("evaluations-prepare-anew")) } }
            }
            @if may.prepare && !known.questions.is_empty() {
                (fields::form(&format!("{path}/open"), visit.csrf(), html! {
                    p { (voice.t("evaluations-open-about")) }
                    (fields::submit_row(voice, "evaluations-open", None))
                }))
            }
        },
    )
}

/// The ways on from one that is open: one's own answer, all answers, more time, the report.
fn work<P: Permit>(reader: &Reader<P>, voice: &Voice, known: &Known, may: &May) -> Markup {
    let (path, now, rules) = (known.path(), reader.now(), &known.rules);
    let own = rules.guests().get(&reader.caller().state);
    let standing = rules.standing(now);
    let label = if own.is_some_and(|guest| !guest.given.is_empty()) {
        "evaluations-answer-again"
    } else {
        "evaluations-answer"
    };
    html! {
        @if let Some(guest) = own.filter(|_| may.answer) {
            (parts::card("own", &voice.t("evaluations-own"), html! {
                p { (answered(voice, guest, rules.as_of(now))) }
                p { (voice.rich("evaluations-until", &[], &[("at", voice.instant(guest.deadline))])) }
                @if guest.answered(rules.as_of(now)) == Answered::NotYet { p .count { (voice.left(rules.as_of(now), guest.deadline)) } }
                div .row { a .button href={ (path) "/answer" } { (voice.t(label)) } }
            }))
        }
        div .row {
            a .button .plain href={ (path) "/answers" } { (voice.t("evaluations-answers")) }
            @if rules.report().is_some() && rules.sees_report(pages::eyes(reader)) {
                a .button .plain href={ (path) "/report" } { (voice.t("evaluations-report")) }
            }
            @if may.evaluate {
                a .button .plain href={ (path) "/findings" } { (voice.t("evaluations-findings-write")) }
                @if standing == Standing::Open { a .button .plain href={ (path) "/time" } { (voice.t("evaluations-time")) } }
            }
        }
    }
}

/// Draws where a party stands.
fn answered(voice: &Voice, guest: &Guest, at: jiff::Timestamp) -> Markup {
    match guest.answered(at) {
        Answered::NotYet => parts::tag(Tone::Deep, &voice.t("evaluations-answer-not-yet")),
        // An observer may answer and owes none.
        Answered::Silent if !guest.member => parts::tag(Tone::Quiet, &voice.t("evaluations-answer-silent")),
        Answered::Silent => parts::tag(Tone::Late, &voice.t("evaluations-answer-silent")),
        Answered::Answered { at, late } => html! {
            (parts::tag(Tone::Done, &voice.t("evaluations-answer-given"))) " " small { (voice.instant(at)) }
            @if late { " " (parts::tag(Tone::Late, &voice.t("evaluations-late"))) }
        },
    }
}

/// Who was asked and where they stand, then observers.
fn board<P: Permit>(reader: &Reader<P>, voice: &Voice, known: &Known) -> Markup {
    let (rules, at) = (&known.rules, known.rules.as_of(reader.now()));
    let (given, asked) = rules.answered();
    let counts = [("answered", (given as i64).into()), ("asked", (asked as i64).into())];
    let drawn = |id, key, member: bool| {
        let parties = rules.guests().iter().filter(|(_, guest)| guest.member == member).map(|(party, _)| *party);
        let row = |(name, party): (String, journal::StateCode)| {
            let guest = rules.guests().get(&party)?;
            let extended = (guest.deadline != guest.first_deadline).then(|| voice.instant(guest.deadline));
            Some(vec![
                html! { (name) },
                html! { (answered(voice, guest, at)) @if let Some(until) = extended { br; small { (voice.t("evaluations-until-short")) " " (until) } } },
            ])
        };
        let rows: Vec<_> = pages::names(reader.ground(), voice, parties).into_iter().filter_map(row).collect();
        let columns = ["evaluations-party", "evaluations-answered"].map(|key| Column::text(voice.t(key).into_owned()));
        let caption = voice.tn(key, &counts).into_owned();
        table(voice, &Table { id, caption, columns: columns.to_vec(), rows, empty: "evaluations-none" })
    };
    html! {
        (drawn("asked", "evaluations-answered-of", true))
        @if known.prepared.observers_answer { (drawn("welcome", "evaluations-board-observers", false)) }
    }
}

/// Who gave whom more time, and why.
fn extensions<P: Permit>(reader: &Reader<P>, voice: &Voice, known: &Known) -> Markup {
    let name = |party| reader.ground().identity.party_name(party, voice.language);
    parts::card(
        "extensions",
        &voice.t("evaluations-extensions"),
        html! { ul { @for (by, at, extended) in &known.extensions { li {
            (voice.rich("evaluations-extension", &[
                ("by", name(*by).into()),
                ("parties", pages::listed(reader.ground(), voice, extended.deadlines.iter().map(|until| until.party)).into()),
            ], &[("day", voice.date(extended.until_on))]))
            ": " (voice.quoted(&extended.reason)) " " small { (voice.instant(*at)) }
        } } } },
    )
}
