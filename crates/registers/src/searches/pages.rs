//! What this room shows: the form, and the answer with an empty form for the next person under it.

use axum::http::StatusCode;
use base::web::fields::{self, Choice, Field, select, text_input};
use base::web::parts::{self, Tone};
use base::web::{Filled, InputFault, Visit, Voice};
use maud::{Markup, html};

use crate::alerts::matches::{self, PersonAnswer};

/// Shows the form alone, or why there is none where the officer's State takes no part in alerts.
pub(super) fn form(visit: &Visit, filled: &Filled, part: bool) -> Markup {
    let voice = &visit.voice;
    let body = html! {
        h1 { (voice.t("searches-title")) }
        @if part { (asking(visit, filled)) }
        @else { (parts::notice(Tone::Quiet, html! { p { (voice.t("searches-refused-part")) } })) }
        (ways(voice))
    };
    visit.page("searches-title", body)
}

/// Shows the form again with what is wrong.
pub(super) fn refused(visit: &Visit, mut filled: Filled, faults: &[InputFault]) -> (StatusCode, Markup) {
    let voice = &visit.voice;
    for fault in faults {
        filled.refuse(&fault.field, voice.say(&fault.said));
    }
    let body = html! {
        (fields::error_summary(voice, &filled))
        h1 { (voice.t("searches-title")) }
        (asking(visit, &filled))
        (ways(voice))
    };
    visit.refused_page("searches-title", body)
}

/// Shows who it could be.
pub(super) fn answer(visit: &Visit, answer: &PersonAnswer, year_alone: bool) -> Markup {
    let voice = &visit.voice;
    let body = html! {
        h1 { (voice.t("searches-answer")) }
        (matches::notice(voice, answer))
        @if year_alone { (parts::notice(Tone::Soon, html! { p { (voice.t("searches-year-alone")) } })) }
        (matches::found(visit, answer))
        h2 { (voice.t("searches-next")) }
        (asking(visit, &Filled::new()))
        (ways(voice))
    };
    visit.page("searches-answer", body)
}

fn asking(visit: &Visit, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let text = |name: &'static str, key: &'static str| Field::new(name, key).autocomplete("off").max_length(80);
    let sexes = [
        ("", "alerts-match-sex-none"),
        ("F", "alerts-sex-female"),
        ("M", "alerts-sex-male"),
        ("X", "alerts-sex-other"),
    ];
    let sexes: Vec<Choice<'_>> = sexes.iter().map(|(code, key)| Choice::new(*code, voice.t(key))).collect();
    html! {
        p { (voice.t("searches-about")) }
        p .aside { (voice.t("searches-watched")) }
        (fields::form("/person-searches", visit.csrf(), html! {
            div .abreast {
                (text_input(voice, filled, &text("paternal", "alerts-paternal").autofocus()))
                (text_input(voice, filled, &text("maternal", "alerts-maternal").optional()))
                (text_input(voice, filled, &text("given", "alerts-given")))
            }
            div .abreast {
                (text_input(voice, filled, &text("born", "alerts-born").hint("alerts-match-born-hint").mono()))
                (select(voice, filled, &Field::new("sex", "alerts-sex").optional(), &sexes))
                (text_input(voice, filled, &text("nationality", "alerts-match-nationality").optional().mono().max_length(3)))
            }
            (fields::submit_row(voice, "searches-act", None))
        }))
    }
}

fn ways(voice: &Voice) -> Markup {
    html! {
        p {
            a href="/check" { (voice.t("room-checks")) } " · "
            a href="/alerts/matches" { (voice.t("alerts-match-waiting")) }
        }
    }
}
