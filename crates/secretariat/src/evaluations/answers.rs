//! The consolidated answers: question by question what all say together, as bars beside the words, then State by State; observers apart.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::Path;
use base::access::{Permit, Resource};
use base::desk::{Permitted, Reader};
use base::ground::Puebla;
use base::web::figures::{Bar, Chart, bar_chart};
use base::web::parts::{self, Tone};
use base::web::{Problem, Refusal, Visit, Voice};
use conference::evaluations::{self as rules, Given, Guest, Standing, Sum, YesNo, sums};
use jiff::Timestamp;
use journal::StateCode;
use maud::{Markup, html};

use super::api::{AnswerShown, EvaluationAnswers, EvaluationReply, SumShown};
use super::entries::Reply;
use super::pages;
use super::permits::{ExportEvaluation, ShowEvaluation};
use super::queries::Known;

/// Shows them.
pub(super) async fn page(
    desk: Permitted<ShowEvaluation>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let (reader, known) = pages::begun(pages::to_read(desk, &reference).await?)?;
    Ok(visit.page("evaluations-answers", markup(&reader, &visit.voice, &known)))
}

/// Answers what has been answered, as far as one may see it: before everybody's time has passed one's own, or all for who evaluates.
#[utoipa::path(
    get,
    path = "/api/v1/evaluations/{reference}/answers",
    operation_id = "show_evaluation_answers",
    tag = "evaluations",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    responses(
        (status = 200, description = "The answers", body = EvaluationAnswers),
        (status = 404, description = "No such evaluation, or it is not open", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<ShowEvaluation>,
    Path(reference): Path<String>,
) -> Result<Json<EvaluationAnswers>, Refusal> {
    let (reader, known) = pages::begun(pages::to_read(desk, &reference).await?)?;
    let (eyes, now) = (pages::eyes(&reader), reader.now());
    let sum = |sum: Sum| SumShown { question: sum.number, counts: sum.counts, declined: sum.declined };
    let answer = |(party, guest): (&StateCode, &Guest)| {
        let given = guest.standing().filter(|_| known.rules.sees_answer(eyes, *party, now))?;
        Some(AnswerShown {
            party: party.to_string(),
            member: guest.member,
            unit: given.unit.clone(),
            at: given.at.to_string(),
            late: given.late,
            replaced: guest.given.len() - 1,
            replies: given.replies.iter().map(|(at, reply)| EvaluationReply::of(&Reply::of(*at, reply))).collect(),
        })
    };
    Ok(Json(EvaluationAnswers {
        questions: sums(&known.rules, eyes, now).into_iter().map(sum).collect(),
        answers: known.rules.guests().iter().filter_map(answer).collect(),
        silent: silent(&known).map(|party| party.to_string()).collect(),
    }))
}

/// Answers the members that have not answered.
pub(super) fn silent(known: &Known) -> impl Iterator<Item = StateCode> + '_ {
    let silent = known.rules.guests().iter().filter(|(_, guest)| guest.member && guest.given.is_empty());
    silent.map(|(party, _)| *party)
}

fn markup<P: Permit>(reader: &Reader<P>, voice: &Voice, known: &Known) -> Markup {
    let (ground, now, eyes) = (reader.ground(), reader.now(), pages::eyes(reader));
    let (ended, sees_all) = (known.rules.standing(now) > Standing::Open, known.rules.sees_answers(eyes, now));
    let (answered, asked) = known.rules.answered();
    let counts = [("answered", (answered as i64).into()), ("asked", (asked as i64).into())];
    let silent = pages::listed(ground, voice, silent(known));
    let may_export = ground.policy.allows::<ExportEvaluation>(reader.caller(), &Resource::room());
    html! {
        h1 { (voice.t("evaluations-answers")) }
        (pages::heading(voice, known))
        p { (voice.tn("evaluations-answered-of", &counts)) }
        @if !silent.is_empty() { p { (voice.t("evaluations-not-answered")) ": " (silent) } }
        @if !ended {
            @let key = if known.rules.works_on_it(eyes.party) { "evaluations-seen-early" } else { "evaluations-seen-own" };
            (parts::notice(Tone::Quiet, html! { p { (voice.t(key)) } }))
        } @else if !sees_all {
            (parts::notice(Tone::Quiet, html! { p { (voice.t("evaluations-seen-members")) } }))
        }
        @if may_export { p { a href={ (known.path()) "/export" } download { (voice.t("evaluations-export")) } } }
        (by_party(ground, voice, known, eyes, now))
        @for sum in sums(&known.rules, eyes, now) { (question(ground, voice, known, &sum, sees_all)) }
        p { a href=(known.path()) { (voice.t("evaluations-back")) } }
    }
}

/// Draws the way to each answer as a whole, with those before it.
fn by_party(ground: &Puebla, voice: &Voice, known: &Known, eyes: rules::Reader, now: Timestamp) -> Markup {
    let seen = known
        .rules
        .guests()
        .iter()
        .filter(|(party, guest)| !guest.given.is_empty() && known.rules.sees_answer(eyes, **party, now));
    let named = pages::names(ground, voice, seen.map(|(party, _)| *party));
    html! { @if !named.is_empty() {
        p { (voice.t("evaluations-each-answer")) " "
            @for (at, (name, party)) in named.iter().enumerate() {
                @let late = known.rules.guests().get(party).and_then(Guest::standing).is_some_and(|given| given.late);
                @if at > 0 { ", " } a href={ (known.path()) "/answers/" (party) } { (name) }
                @if late { " " (parts::tag(Tone::Late, &voice.t("evaluations-late"))) }
            }
        }
    } }
}

/// Draws what was replied to a question; its counts where whoever reads sees what all replied, since of their own reply alone they say nothing.
fn question(ground: &Puebla, voice: &Voice, known: &Known, sum: &Sum, sees_all: bool) -> Markup {
    let Some(asked) = known.questions.get(&sum.number) else { return html! {} };
    let heading = format!("{}. {}", sum.number, pages::plainly(voice, &asked.words));
    let id = format!("q{}", sum.number);
    let labels: Vec<String> = match sum.asks {
        rules::Asks::YesNo => YesNo::ALL.map(|one| voice.t(pages::yes_no_key(one)).into_owned()).to_vec(),
        _ => asked.choices.iter().map(|choice| pages::plainly(voice, choice).to_owned()).collect(),
    };
    let mut bars: Vec<Bar> =
        labels.into_iter().zip(&sum.counts).map(|(label, count)| Bar { label, value: *count as i64 }).collect();
    if !bars.is_empty() && sum.declined > 0 {
        bars.push(Bar { label: voice.t("evaluations-declined").into_owned(), value: sum.declined as i64 });
    }
    let list = |replies: &BTreeMap<StateCode, rules::Reply>| {
        let named = pages::names(ground, voice, replies.keys().copied());
        let rows: Vec<(String, Markup)> = named
            .into_iter()
            .filter_map(|(name, party)| Some((name, pages::reply(voice, asked, replies.get(&party)?))))
            .collect();
        let rows: Vec<(&str, Markup)> = rows.iter().map(|(name, reply)| (name.as_str(), reply.clone())).collect();
        parts::facts(&rows)
    };
    parts::card(
        &id,
        &heading,
        html! {
            @if sees_all && !bars.is_empty() {
                (bar_chart(voice, &Chart {
                    id: &format!("{id}-bars"),
                    caption: voice.t("evaluations-together").into_owned(),
                    labels: voice.t("evaluations-reply").into_owned(),
                    values: voice.t("evaluations-states").into_owned(),
                    bars,
                    aim: None,
                }))
            }
            @if sum.members.is_empty() { p { (voice.t("evaluations-reply-nobody")) } } @else { (list(&sum.members)) }
            @if !sum.observers.is_empty() {
                h3 { (voice.t("evaluations-of-observers")) }
                (list(&sum.observers))
            }
        },
    )
}

/// Shows one party's answer as a whole, and those that it took the place of.
pub(super) async fn one(
    desk: Permitted<ShowEvaluation>,
    visit: Visit,
    Path((reference, item)): Path<(String, String)>,
) -> Result<Markup, Refusal> {
    let (reader, known) = pages::begun(pages::to_read(desk, &reference).await?)?;
    let party: StateCode = item.parse().map_err(|_| Refusal::NotFound)?;
    let guest = known.rules.guests().get(&party).filter(|guest| !guest.given.is_empty());
    let guest = guest.filter(|_| known.rules.sees_answer(pages::eyes(&reader), party, reader.now()));
    let guest = guest.ok_or(Refusal::NotFound)?;
    let voice = &visit.voice;
    let name = reader.ground().identity.party_name(party, voice.language);
    let last = guest.given.len();
    Ok(visit.page(
        "evaluations-answer-one",
        html! {
            h1 { (voice.tn("evaluations-answer-by", &[("party", name.into())])) }
            (pages::heading(voice, &known))
            @if last > 1 { p { (voice.tn("evaluations-given-times", &[("count", (last as i64).into())])) } }
            @for (at, given) in guest.given.iter().enumerate().rev() {
                @let key = if at + 1 == last { "evaluations-counts" } else { "evaluations-replaced" };
                (parts::card(&format!("given-{}", at + 1), &voice.tn(key, &[("number", ((at + 1) as i64).into())]), given_card(voice, &known, given)))
            }
            p { a href={ (known.path()) "/answers" } { (voice.t("evaluations-answers")) } }
        },
    ))
}

fn given_card(voice: &Voice, known: &Known, given: &Given) -> Markup {
    html! {
        p { (given.unit) " · " small { (voice.instant(given.at)) }
            @if given.late { " " (parts::tag(Tone::Late, &voice.t("evaluations-late"))) } }
        dl .facts { @for (number, question) in &known.questions { div {
            dt { (number) ". " (pages::said(voice, &question.words)) }
            dd { @match given.replies.get(number) {
                Some(reply) => { (pages::reply(voice, question, reply)) },
                None => { (voice.t("evaluations-reply-left-out")) },
            } }
        } } }
    }
}
