//! What this room shows: the field for the next traveller, and the answer about this one.
//!
//! The band comes first and is read in three seconds. The field stands right under it, so that the cursor is in sight
//! without scrolling and the next document can be put on the reader at once.

use axum::http::StatusCode;
use base::ground::Puebla;
use base::ids::StateCode;
use base::web::fields::{Choice, Field, form as posted, select, submit_row, text_input, textarea};
use base::web::parts::{card, details, two_columns};
use base::web::verdict::{self, Band};
use base::web::{Filled, InputFault, Visit, Voice};
use maud::{Markup, html};

use super::answer::{Answer, Reason, Verdict};
use super::hits::{Basis, ReportedStatus};
use super::{register_card, zone_card};
use crate::alerts::matches;
use crate::document::DocumentKind;

/// The script that sends a complete zone at Enter and clears at Escape; the page works without it.
const SCRIPT: &str = "check.js";

/// Shows the form alone.
///
/// `people` says whether travellers are compared with alerts for this officer's State.
pub(super) fn form(mut visit: Visit, filled: &Filled, people: bool) -> Markup {
    visit.frame.scripts.push(SCRIPT);
    visit.page("checks-title", whole_form(&visit, filled, people))
}

/// Shows the form again with what is wrong; the cursor stays in the field, for the next try of the reader.
pub(super) fn refused(
    mut visit: Visit,
    mut filled: Filled,
    faults: &[InputFault],
    people: bool,
) -> (StatusCode, Markup) {
    visit.frame.scripts.push(SCRIPT);
    for fault in faults {
        filled.refuse(&fault.field, visit.voice.say(&fault.said));
    }
    let voice = &visit.voice;
    let reason = html! { @for error in filled.errors() { (error.text) " " } (voice.t("checks-unreadable-reason")) };
    let band = verdict::answer(Band::Unreadable, &voice.t("checks-band-unreadable"), reason);
    visit.refused_page("checks-title", html! { (band) (whole_form(&visit, &filled, people)) })
}

/// Shows the answer to one question.
pub(super) fn answer(mut visit: Visit, ground: &Puebla, answer: &Answer) -> Markup {
    visit.frame.scripts.push(SCRIPT);
    let told = Told { voice: &visit.voice, ground, answer };
    let voice = told.voice;
    let purpose = html! {
        @if let Some(person) = &answer.person { (matches::found(&visit, person)) }
        @match &answer.zone {
            Some(zone) => (zone_card::zone(voice, zone)),
            None => (asked(&told)),
        }
    };
    let context = html! { (register_card::register(&told)) (next_step(&told)) };
    let body = html! {
        div #answered {
            (verdict::answer(band(answer.verdict), &voice.t(heading(answer.verdict)), reason(&told)))
            @if let Some(person) = &answer.person { (matches::notice(voice, person)) }
        }
        (slim_form(&visit, answer.compares_people))
        div #details { (two_columns(purpose, context)) }
    };
    visit.page(heading(answer.verdict), body)
}

/// What every part of an answer page is told.
pub(super) struct Told<'a> {
    /// Language, zone and time of the reader.
    pub(super) voice: &'a Voice,
    /// Whose profile names the States.
    pub(super) ground: &'a Puebla,
    /// The answer.
    pub(super) answer: &'a Answer,
}

impl Told<'_> {
    /// Answers a State's name in the reader's language; its code where the profile does not know it.
    pub(super) fn state(&self, code: StateCode) -> String {
        self.ground.identity.party_name(code, self.voice.language)
    }

    /// Says whom to call in a State about a report.
    pub(super) fn call(&self, state: StateCode) -> String {
        let name = self.state(state);
        match self.answer.contact(state) {
            "" => self.voice.tn("checks-call-unknown", &[("state", name.into())]).into_owned(),
            contact => {
                self.voice.tn("checks-call", &[("state", name.into()), ("contact", contact.into())]).into_owned()
            }
        }
    }
}

const fn band(verdict: Verdict) -> Band {
    match verdict {
        Verdict::Report | Verdict::Specimen => Band::Report,
        Verdict::LookAgain => Band::Unreadable,
        Verdict::Expired | Verdict::NoReport => Band::None,
    }
}

/// Answers the key of a verdict's words.
pub(super) const fn heading(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Report => "checks-band-report",
        Verdict::LookAgain => "checks-band-look-again",
        Verdict::Specimen => "checks-band-specimen",
        Verdict::Expired => "checks-band-expired",
        Verdict::NoReport => "checks-band-no-report",
    }
}

/// Says why, the gravest first, then what was asked without finding anything, and how old the data is.
fn reason(told: &Told<'_>) -> Markup {
    let (voice, answer) = (told.voice, told.answer);
    // Of a number that may have been misread, "not reported" would be said about another document; of a specimen it is
    // no news.
    let silent = answer.number_doubtful() || answer.reasons.contains(&Reason::Specimen);
    let asked = answer.asked.as_ref().filter(|_| answer.status.is_empty() && !silent);
    let (general, reasons): (Vec<_>, Vec<_>) =
        answer.reasons.iter().partition(|reason| **reason == Reason::AlertForKind);
    html! {
        @for reason in reasons { (why(told, reason)) " " }
        @if let Some(asked) = asked {
            (voice.tn("checks-no-status", &[
                ("number", asked.number.as_str().into()),
                ("state", told.state(asked.issuing_state).into()),
            ])) " "
        }
        @if answer.verdict == Verdict::NoReport { (voice.t("checks-no-proof")) " " }
        @for reason in general { (why(told, reason)) " " }
        @if let Some(asked) = &answer.asked { small { (age_at_a_glance(told, asked.issuing_state)) } }
    }
}

fn why(told: &Told<'_>, reason: Reason) -> String {
    let (voice, answer) = (told.voice, told.answer);
    let count = |key: &str, count: usize| voice.tn(key, &[("count", count.into())]).into_owned();
    let said = |key: &str, holds: fn(&Basis) -> bool| match answer.status.iter().find(|hit| holds(&hit.basis)) {
        Some(hit) => reported(told, key, hit),
        None => String::new(),
    };
    match reason {
        Reason::NumberReported => said("checks-why-number-reported", |basis| matches!(basis, Basis::Exact)),
        Reason::BlankRange => said("checks-why-blank-range", |basis| matches!(basis, Basis::Range { .. })),
        Reason::NumberPattern => said("checks-why-number-pattern", |basis| matches!(basis, Basis::Pattern { .. })),
        Reason::AlertFits => count("checks-why-alert-fits", answer.alerts.iter().filter(|hit| !hit.general).count()),
        Reason::DigitsFail => {
            count("checks-why-digits-fail", answer.zone.as_ref().map_or(0, |zone| zone.failed().count()))
        }
        Reason::Structure => voice.t("checks-why-structure").into_owned(),
        Reason::NotAsked => voice.t("checks-why-not-asked").into_owned(),
        Reason::Specimen => voice.t("checks-why-specimen").into_owned(),
        Reason::Expired => voice.t("checks-why-expired").into_owned(),
        Reason::AlertForKind => {
            count("checks-why-alert-for-kind", answer.alerts.iter().filter(|hit| hit.general).count())
        }
    }
}

fn reported(told: &Told<'_>, key: &str, hit: &ReportedStatus) -> String {
    let args = [("state", told.state(hit.issuing_state).into()), ("status", hit.status.code().into())];
    told.voice.tn(key, &args).into_owned()
}

/// Says when the State that was asked about last said anything. Alerts are left out: a newer one would hide that it did
/// not for a year.
fn age_at_a_glance(told: &Told<'_>, issuing_state: StateCode) -> String {
    let voice = told.voice;
    let state = ("state", told.state(issuing_state).into());
    match told.answer.data.status_changed_at {
        Some(at) => voice.tn("checks-age-at-a-glance", &[state, ("when", voice.ago_text(at).into())]).into_owned(),
        None => voice.tn("checks-age-empty", &[state]).into_owned(),
    }
}

/// Says how old what each register answered is.
pub(super) fn age(told: &Told<'_>) -> String {
    let voice = told.voice;
    let since = |at: Option<jiff::Timestamp>| match at {
        Some(at) => voice.ago_text(at),
        None => voice.t("checks-age-never").into_owned(),
    };
    let data = told.answer.data;
    let args = [("status", since(data.status_changed_at).into()), ("alerts", since(data.alerts_changed_at).into())];
    voice.tn("checks-age", &args).into_owned()
}

/// Shows what was typed, as it was understood.
fn asked(told: &Told<'_>) -> Markup {
    let voice = told.voice;
    let Some(asked) = &told.answer.asked else { return html! {} };
    let kinds = match asked.kinds {
        [one] => voice.t(one.key()),
        _ => voice.t("checks-kind-any"),
    };
    card(
        "asked",
        &voice.t("checks-asked"),
        html! {
            dl .facts {
                div { dt { (voice.t("checks-number")) } dd .mono { (asked.number.as_str()) } }
                div { dt { (voice.t("checks-issuing-state")) } dd { (told.state(asked.issuing_state)) " (" (asked.issuing_state) ")" } }
                div { dt { (voice.t("checks-kind")) } dd { (kinds) } }
            }
            p { (voice.t("checks-asked-no-zone")) }
        },
    )
}

/// Says what to do next: about the person first, then about the document.
fn next_step(told: &Told<'_>) -> Markup {
    let (voice, answer) = (told.voice, told.answer);
    let (person, document) = match answer.verdict {
        Verdict::Report => ("checks-step-report-person", "checks-step-report"),
        Verdict::LookAgain => ("checks-step-look-again-person", "checks-step-look-again"),
        Verdict::Specimen => ("checks-step-specimen-person", "checks-step-specimen"),
        Verdict::Expired => ("checks-step-expired-person", "checks-step-expired"),
        Verdict::NoReport => ("checks-step-no-report-person", "checks-step-no-report"),
    };
    let doubtful = answer.verdict == Verdict::Report && answer.number_doubtful();
    card(
        "next",
        &voice.t("checks-next-step"),
        html! {
            p { (voice.t(person)) }
            @if doubtful { p { strong { (voice.t("checks-step-doubtful")) } } }
            p { (voice.t(document)) }
            @if answer.verdict == Verdict::Report { @for contact in &answer.contacts { p { (told.call(contact.state)) } } }
            @if answer.second_line {
                div .row { a .button href="/check/second-line" { (voice.t("checks-second-line")) } }
            } @else if answer.verdict == Verdict::LookAgain {
                div .row { a .button .plain href="/check/second-line" { (voice.t("checks-second-line")) } }
            }
        },
    )
}

fn whole_form(visit: &Visit, filled: &Filled, people: bool) -> Markup {
    let voice = &visit.voice;
    let fields = html! {
        (posted("/check", visit.csrf(), html! {
            (textarea(voice, filled, &zone_field("checks-zone", 3).hint("checks-zone-hint")))
            (submit_row(voice, "checks-send", Some(keys(voice))))
            h2 .or { (voice.t("checks-or")) }
            (typed_fields(voice, filled))
            @if people { (matches::carrier(voice, filled)) }
            (submit_row(voice, "checks-send-number", None))
        }))
    };
    let help = card(
        "help",
        &voice.t("checks-help"),
        html! { ul { @for key in ["checks-help-report", "checks-help-look-again", "checks-help-no-report", "checks-help-kept"] { li { (voice.t(key)) } } } },
    );
    html! {
        @if !filled.is_refused() { h1 { (voice.t("checks-title")) } }
        (two_columns(html! { section .card aria-label=(voice.t("checks-title")) { (fields) } }, help))
    }
}

/// The form under an answer: one field and its button, the rest on demand.
fn slim_form(visit: &Visit, people: bool) -> Markup {
    let (voice, empty) = (&visit.voice, Filled::new());
    html! {
        section .card .slim aria-label=(voice.t("checks-next-traveller")) {
            (posted("/check", visit.csrf(), html! {
                (textarea(voice, &empty, &zone_field("checks-next-traveller", 2)))
                (submit_row(voice, "checks-send", Some(keys(voice))))
                (details(&voice.t("checks-or"), html! {
                    (typed_fields(voice, &empty))
                    @if people { (matches::carrier(voice, &empty)) }
                }))
            }))
        }
    }
}

fn zone_field(label: &str, rows: u8) -> Field<'_> {
    Field::new("zone", label).unmarked().mono().rows(rows).keeps_cursor()
}

fn typed_fields(voice: &Voice, filled: &Filled) -> Markup {
    let kinds: Vec<Choice<'_>> = std::iter::once(Choice::new("", voice.t("checks-kind-any")))
        .chain(DocumentKind::ALL.iter().map(|kind| Choice::new(kind.code(), voice.t(kind.key()))))
        .collect();
    let number = Field::new("number", "checks-number").unmarked().mono();
    let state = Field::new("issuing_state", "checks-issuing-state").unmarked().mono().max_length(3);
    html! {
        div .abreast {
            (text_input(voice, filled, &number))
            (text_input(voice, filled, &state.hint("checks-issuing-state-hint")))
            (select(voice, filled, &Field::new("kind", "checks-kind").unmarked(), &kinds))
        }
    }
}

/// Says which keys the script knows; without script they do nothing, and stay hidden.
fn keys(voice: &Voice) -> Markup {
    let key = |name: &str| html! { kbd { (name) } };
    html! { span .aside #keys hidden { (voice.rich("checks-keys", &[], &[("enter", key("Enter")), ("escape", key("Esc"))])) } }
}
