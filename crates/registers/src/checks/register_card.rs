//! What the registers know, on the page: each report with who says it, each alert with what to look for.

use base::web::parts::{Tone, card, facts, tag};
use maud::{Markup, html};

use super::hits::{Basis, FittingAlert, ReportedStatus};
use super::pages::{Told, age};
use crate::documents;

/// Draws every hit, or says that there is none.
pub(super) fn register(told: &Told<'_>) -> Markup {
    let (voice, answer) = (told.voice, told.answer);
    let nothing = answer.status.is_empty() && answer.alerts.is_empty();
    card(
        "register",
        &voice.t("checks-register"),
        html! {
            @for hit in &answer.status { (status(told, hit)) }
            @for hit in &answer.alerts { (alert(told, hit)) }
            @if answer.asked.is_none() { p { (voice.t("checks-register-not-asked")) } }
            @else if nothing { p { (voice.t("checks-register-nothing")) } }
            @if answer.asked.is_some() { p .aside { (age(told)) } }
        },
    )
}

fn status(told: &Told<'_>, hit: &ReportedStatus) -> Markup {
    let voice = told.voice;
    let basis = match &hit.basis {
        Basis::Exact => voice.t("checks-basis-exact"),
        Basis::Range { first, last } => {
            voice.tn("checks-basis-range", &[("first", first.as_str().into()), ("last", last.as_str().into())])
        }
        Basis::Pattern { pattern } => voice.tn("checks-basis-pattern", &[("pattern", pattern.as_str().into())]),
    };
    let (state, reference) = (voice.t("checks-reported-by"), voice.t("checks-reference"));
    let (reported, fits) = (voice.t("checks-reported-on"), voice.t("checks-basis"));
    html! {
        h3 { (voice.t(hit.kind.key())) " " (tag(Tone::Soon, &voice.t(hit.status.key()))) }
        (facts(&[
            (&fits, html! { (basis) }),
            (&state, html! { (told.state(hit.issuing_state)) }),
            (&reference, html! { (hit.reference) }),
            (&reported, voice.date(hit.reported_on)),
        ]))
    }
}

fn alert(told: &Told<'_>, hit: &FittingAlert) -> Markup {
    let voice = told.voice;
    let form = match &hit.pattern {
        Some(pattern) => voice.tn("checks-alert-pattern", &[("pattern", pattern.as_str().into())]),
        None => voice.t("checks-alert-general"),
    };
    let said = voice.tn(
        "checks-alert-by",
        &[
            ("reporter", told.state(hit.reported_by).into()),
            ("confirmer", told.state(hit.confirmed_by).into()),
            ("count", hit.documents_seen.into()),
        ],
    );
    html! {
        h3 { (voice.t(hit.kind.key())) " " (told.state(hit.issuing_state)) " " (tag(Tone::Soon, &voice.t(hit.class.key()))) }
        p .aside { a href={ "/documents/" (hit.reference) } { (hit.reference) } " · " (form) " " (said) }
        @if hit.review_on <= documents::today(voice.now) {
            p { strong { (voice.tn("checks-alert-review-overdue", &[("reporter", told.state(hit.reported_by).into())])) } }
        }
        p { (voice.t("checks-alert-points")) }
        ol { @for point in &hit.points {
            @let (text, language) = point.for_reader(voice.language, hit.language);
            li {
                @if !point.place.is_empty() { strong { (point.place) } ": " }
                span lang=[(language != voice.language).then(|| language.tag())] { (text) }
                " " span .aside { "(" (voice.t(point.level.key())) ")" }
            }
        } }
        p { a href={ "/documents/" (hit.reference) "/card" } { (voice.t("checks-alert-card")) } }
    }
}
