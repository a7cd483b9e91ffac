//! The report: its findings, its recommendations, and what each addressee says to them; each version as it was published.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::Path;
use base::access::Permit;
use base::desk::{Permitted, Reader};
use base::web::parts::{self, Stand, Step, Tone};
use base::web::{Asked, Problem, Refusal, Visit, Voice};
use conference::evaluations::{Finding, Published, Standpoint, Tongues, Wanting};
use jiff::civil::Date;
use journal::StateCode;
use maud::{Markup, html};

use super::api::{
    EvaluationReport, EvaluationWords, FindingShown, FindingWritten, RecommendationShown, RecommendationWritten,
    ResponseShown, Undertaking,
};
use super::entries::{Responded, Words};
use super::pages::{self, To};
use super::permits::{RespondToRecommendation, ShowEvaluation};
use super::queries::Known;
use crate::obligations::{self, Reference};

/// Responses that a page tells; the API tells what stands.
const STEPS_MAX: usize = 100;

/// Shows the report as it stands, or the version that the address names.
pub(super) async fn page(
    desk: Permitted<ShowEvaluation>,
    visit: Visit,
    Path(reference): Path<String>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let (reader, known) = pages::to_read(desk, &reference).await?;
    if known.rules.report().is_none() || !known.rules.sees_report(pages::eyes(&reader)) {
        return Err(Refusal::NotFound);
    }
    let asked = query.0.typed("version").parse::<u16>().ok();
    let version = asked.and_then(|version| known.rules.versions().iter().find(|one| one.version == version));
    let report = version.or(known.rules.report()).ok_or(Refusal::NotFound)?;
    let drawn = Drawn { reader: &reader, voice: &visit.voice, known: &known, report };
    Ok(visit.page("evaluations-report", drawn.markup(query.0.typed("done"))?))
}

/// Answers the report as it stands, with what addressees say to it.
#[utoipa::path(
    get,
    path = "/api/v1/evaluations/{reference}/report",
    operation_id = "show_evaluation_report",
    tag = "evaluations",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    responses(
        (status = 200, description = "The report; without a version and empty where none was published", body = EvaluationReport),
        (status = 404, description = "No such evaluation whose report one may see", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<ShowEvaluation>,
    Path(reference): Path<String>,
) -> Result<Json<EvaluationReport>, Refusal> {
    let (reader, known) = pages::to_read(desk, &reference).await?;
    if !known.rules.sees_report(pages::eyes(&reader)) {
        return Err(Refusal::NotFound);
    }
    Ok(Json(told(&reader, &known)))
}

/// Answers the report as machines get it.
pub(super) fn told<P: Permit>(reader: &Reader<P>, known: &Known) -> EvaluationReport {
    let rules = &known.rules;
    let writes = rules.evaluates(reader.caller().state).then(|| rules.writes());
    let Some(report) = rules.report() else {
        return EvaluationReport { version: None, writes, findings: Vec::new(), recommendations: Vec::new() };
    };
    let finding = |(number, finding): (&u16, &Finding)| FindingShown {
        number: *number,
        finding: FindingWritten {
            words: EvaluationWords::told(&finding.words),
            questions: finding.questions.iter().copied().collect(),
        },
    };
    let recommendation = |(number, one): (&u16, &Wanting)| {
        let due_on = pages::response_due(reader.ground(), one.since_at);
        let addressees = || one.recommendation.addressees.iter();
        RecommendationShown {
            number: *number,
            recommendation: RecommendationWritten {
                words: EvaluationWords::told(&one.recommendation.words),
                findings: one.recommendation.findings.iter().copied().collect(),
                addressees: addressees().map(ToString::to_string).collect(),
            },
            since: one.since,
            due_on: due_on.to_string(),
            responses: addressees().map(|party| response(reader, known, *number, *party, due_on)).collect(),
        }
    };
    EvaluationReport {
        version: Some(report.version),
        writes,
        findings: report.findings.iter().map(finding).collect(),
        recommendations: report.recommendations.iter().map(recommendation).collect(),
    }
}

fn response<P: Permit>(
    reader: &Reader<P>,
    known: &Known,
    number: u16,
    party: StateCode,
    due_on: Date,
) -> ResponseShown {
    let said = known.response(number, party).map(|(_, said)| said);
    let will = |said: &Responded| {
        let due_on = said.due_on?.to_string();
        Some(Undertaking { what: said.what.clone(), unit: said.unit.clone(), due_on })
    };
    ResponseShown {
        party: party.to_string(),
        verdict: said.map(|said| said.verdict.clone()),
        reason: said.map(|said| said.reason.clone()),
        will: said.and_then(will),
        obligation: said.and_then(|said| said.obligation.as_ref()).map(Reference::to_string),
        overdue: said.is_none() && is_overdue(reader, due_on),
    }
}

fn is_overdue<P: Permit>(reader: &Reader<P>, due_on: Date) -> bool {
    pages::day_of(&reader.ground().identity.profile(), reader.now()) > due_on
}

/// Answers words of the rules as entries have them.
pub(super) fn spoken(words: &Tongues) -> Words {
    Words { en: words.en.clone(), es: words.es.clone(), fr: words.fr.clone() }
}

/// What is drawn, and for whom.
struct Drawn<'a, P: Permit> {
    reader: &'a Reader<P>,
    voice: &'a Voice,
    known: &'a Known,
    report: &'a Published,
}

impl<P: Permit> Drawn<'_, P> {
    fn markup(&self, done: &str) -> Result<Markup, Refusal> {
        let (voice, known, report) = (self.voice, self.known, self.report);
        let last = known.rules.report().map_or(0, |last| last.version);
        let by = self.reader.ground().identity.party_name(report.by, voice.language);
        let said = match done {
            "published" => Some("evaluations-done-published"),
            "responded" => Some("evaluations-done-responded"),
            _ => None,
        };
        let mut recommendations = Vec::new();
        for (number, one) in &report.recommendations {
            recommendations.push(self.recommendation(*number, one, report.version == last)?);
        }
        Ok(html! {
            h1 { (voice.t("evaluations-report")) }
            (pages::heading(voice, known))
            @if let Some(key) = said { (parts::notice(Tone::Done, html! { p { (voice.t(key)) } })) }
            p { (voice.rich("evaluations-version-by", &[("version", i64::from(report.version).into()), ("by", by.into())], &[("at", voice.instant(report.at))])) }
            @if report.version != last {
                (parts::notice(Tone::Soon, html! { p { (voice.t("evaluations-superseded")) " "
                    a href={ (known.path()) "/report" } { (voice.tn("evaluations-version", &[("version", i64::from(last).into())])) } } }))
            }
            (parts::card("findings", &voice.t("evaluations-findings"), html! {
                @for (number, finding) in &report.findings { (self.finding(*number, finding)) }
            }))
            (parts::card("recommendations", &voice.t("evaluations-recommendations"), html! {
                @if recommendations.is_empty() { p { (voice.t("evaluations-recommendations-none")) } }
                @else { p .aside { (voice.t("evaluations-responses-about")) } }
                @for one in &recommendations { (one) }
            }))
            (self.versions(last))
            (self.history())
            p { a href=(known.path()) { (voice.t("evaluations-back")) } }
        })
    }

    fn finding(&self, number: u16, finding: &Finding) -> Markup {
        let questions =
            finding.questions.iter().map(|question| (question, format!("{}/answers#q{question}", self.known.path())));
        html! { section id={ "finding-" (number) } {
            h3 { (self.voice.tn("evaluations-finding", &[("number", i64::from(number).into())])) }
            (pages::at_length(self.voice, &spoken(&finding.words)))
            p .aside { (self.voice.t("evaluations-rests-on-questions")) ": "
                @for (at, (question, address)) in questions.enumerate() { @if at > 0 { ", " } a href=(address) { (question) } } }
        } }
    }

    fn recommendation(&self, number: u16, one: &Wanting, stands: bool) -> Result<Markup, Refusal> {
        let voice = self.voice;
        let due_on = pages::response_due(self.reader.ground(), one.since_at);
        let mut responses = Vec::new();
        if stands {
            for (name, party) in
                pages::names(self.reader.ground(), voice, one.recommendation.addressees.iter().copied())
            {
                responses.push((name, self.said(number, party, due_on)?));
            }
        }
        let rows: Vec<(&str, Markup)> = responses.iter().map(|(name, said)| (name.as_str(), said.clone())).collect();
        let to = pages::listed(self.reader.ground(), voice, one.recommendation.addressees.iter().copied());
        Ok(html! { section id={ "recommendation-" (number) } {
            h3 { (voice.tn("evaluations-recommendation", &[("number", i64::from(number).into())])) }
            (pages::at_length(voice, &spoken(&one.recommendation.words)))
            p .aside { (voice.t("evaluations-rests-on-findings")) ": "
                @for (at, finding) in one.recommendation.findings.iter().enumerate() { @if at > 0 { ", " } a href={ "#finding-" (finding) } { (finding) } } }
            @if stands { (parts::facts(&rows)) } @else { p { (voice.t("evaluations-addressed-to")) ": " (to) } }
        } })
    }

    /// What one addressee says, or that it has not; and the way to say so for its own people.
    fn said(&self, number: u16, party: StateCode, due_on: Date) -> Result<Markup, Refusal> {
        let (voice, caller) = (self.voice, self.reader.caller());
        let resource = pages::seen_by(self.known, caller.state, To::Respond(number));
        let own =
            party == caller.state && self.reader.ground().policy.allows::<RespondToRecommendation>(caller, &resource);
        let path = format!("{}/recommendations/{number}", self.known.path());
        let Some((standpoint, said)) = self.known.response(number, party) else {
            let (tone, key) = if is_overdue(self.reader, due_on) {
                (Tone::Late, "evaluations-response-overdue")
            } else {
                (Tone::Soon, "evaluations-response-none")
            };
            return Ok(html! {
                (parts::tag(tone, &voice.t(key))) " " small { (voice.rich("evaluations-response-until", &[], &[("day", voice.date(due_on))])) }
                @if own { " " a href=(path) { (voice.t("evaluations-respond")) } }
            });
        };
        let verdict = standpoint.response.verdict;
        let stands = match &said.obligation {
            Some(obligation) => obligations::standing_of(self.reader, voice, obligation)?,
            None => None,
        };
        let tone = if verdict.binds() { Tone::Done } else { Tone::Late };
        Ok(html! {
            (parts::tag(tone, &voice.t(pages::verdict_key(verdict)))) " " small { (voice.instant(standpoint.at)) }
            (crate::rounds::words(&said.reason))
            @if !said.what.is_empty() { p { (voice.t("evaluations-will")) ": " (said.what) " (" (said.unit) ")" } }
            @if let Some(stands) = stands { (stands) }
            @if own && !verdict.binds() { p { a href=(path) { (voice.t("evaluations-respond-again")) } } }
        })
    }

    fn versions(&self, last: u16) -> Markup {
        html! { @if last > 1 {
            p { (self.voice.t("evaluations-versions")) ": "
                @for one in self.known.rules.versions() {
                    a href={ (self.known.path()) "/report?version=" (one.version) } { (one.version) } " "
                }
            }
        } }
    }

    /// All that was said to any version, the last ones of a long list.
    fn history(&self) -> Markup {
        let (voice, all) = (self.voice, self.known.rules.standpoints());
        let skipped = all.len().saturating_sub(STEPS_MAX);
        let step = |one: &Standpoint| {
            let name = self.reader.ground().identity.party_name(one.party, voice.language);
            let (version, number) = (i64::from(one.version).into(), i64::from(one.recommendation).into());
            let verdict = voice.t(pages::verdict_key(one.response.verdict)).into_owned();
            Step {
                stand: Stand::Past,
                text: html! { (voice.tn("evaluations-step-response", &[
                    ("party", name.into()), ("version", version), ("number", number), ("verdict", verdict.into()),
                ])) },
                when: Some(voice.instant(one.at)),
            }
        };
        let steps: Vec<Step> = all.iter().skip(skipped).map(step).collect();
        html! { @if !steps.is_empty() { (parts::details(&voice.t("evaluations-history"), parts::timeline(voice, &steps))) } }
    }
}

/// Answers the numbers of what a form has chosen.
pub(super) fn numbers<T: std::str::FromStr>(chosen: impl Iterator<Item = impl AsRef<str>>) -> Vec<T> {
    chosen.filter_map(|number| number.as_ref().parse().ok()).collect()
}

/// Answers words in a few signs, for a choice of a form.
pub(super) fn shortened(text: &str) -> String {
    const SIGNS: usize = 90;
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= SIGNS { line } else { line.chars().take(SIGNS).chain(['…']).collect() }
}

/// Answers findings and recommendations as they are written now, each by its number.
pub(super) fn written(
    known: &Known,
) -> (BTreeMap<u16, &Finding>, BTreeMap<u16, &conference::evaluations::Recommendation>) {
    (known.rules.findings().collect(), known.rules.recommendations().collect())
}
