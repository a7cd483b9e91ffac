//! Possible matches as an officer reads them: calm, what to do before what was found, every sign told in words too.

use base::web::fields::{self, Choice, Field, select, text_input};
use base::web::parts::{self, Tone};
use base::web::tables::{Column, Table, table};
use base::web::{Filled, Visit, Voice};
use maud::{Markup, html};
use uuid::Uuid;

use super::super::handling::HandedFor;
use super::super::misused::Misuse;
use super::super::text::AUTHORITY_CHARS_MAX;
use super::compare::{Compared, Compares, Data, Decides, Level, PersonAnswer, PossibleMatch};
use super::outcome::MatchOutcome;
use super::second::PATH;
use crate::alerts::claims;

/// Says at the head of an answer that somebody could be meant, and what not to do about it yet.
pub fn notice(voice: &Voice, person: &PersonAnswer) -> Markup {
    html! {
        @if person.misuse.is_some() { (parts::notice(Tone::Done, html! {
            p { strong { (voice.t("alerts-misused-found")) } }
            p { a href="#person" { (voice.t("alerts-misused-look")) } }
        })) }
        @if !person.matches.is_empty() {
            (parts::notice(Tone::Soon, html! {
                p { strong { "? " (voice.t("alerts-match-possible")) } " " (voice.t("alerts-match-not-yet")) }
                p { a href="#person" { (voice.t("alerts-match-look")) } }
            }))
        }
    }
}

/// Draws what was found about a person: the possible matches, or that there is none.
pub fn found(visit: &Visit, person: &PersonAnswer) -> Markup {
    let voice = &visit.voice;
    parts::card(
        "person",
        &voice.t("alerts-match-title"),
        html! {
            @match &person.misuse {
                Some(misuse) => (victim(voice, misuse)),
                None if person.matches.is_empty() => p { (voice.t("alerts-match-none")) },
                None => {}
            }
            @for (turn, one) in person.matches.iter().enumerate() { (possible(visit, person, one, turn)) }
            (parts::details(&voice.t("alerts-match-receipt"), html! {
                p { (voice.t("alerts-match-receipt-about")) }
                p .mono { (person.receipt) }
            }))
        },
    )
}

/// Says that the traveller is the victim of misuse of their identity, that nothing follows, and how to be sure.
fn victim(voice: &Voice, misuse: &Misuse) -> Markup {
    html! {
        p { strong { (voice.t("alerts-misused-found")) } " " (voice.t("alerts-misused-let-go")) }
        p { (voice.t("alerts-misused-sure")) }
        ul {
            li { (voice.t("alerts-misused-sure-face")) }
            @if !misuse.born_at.is_empty() {
                li { (voice.rich("alerts-misused-sure-born", &[], &[("place", html! { strong { (misuse.born_at) } })])) }
            }
        }
        p { (voice.t("alerts-misused-unsure")) }
    }
}

fn possible(visit: &Visit, person: &PersonAnswer, one: &PossibleMatch, turn: usize) -> Markup {
    let voice = &visit.voice;
    let level = match one.level {
        Level::Review => "alerts-match-review",
        Level::Strong => "alerts-match-strong",
    };
    let chance = voice.tn("alerts-match-chance", &[("count", one.one_in.into())]).into_owned();
    html! {
        h3 { (voice.tn("alerts-match-number", &[("number", (turn + 1).into())])) }
        p { (voice.t(level)) " " (chance) }
        (compared(voice, &one.compared, turn))
        @if one.compared.iter().any(|one| one.data == Data::Birth && one.compares == Compares::Near) {
            p { (voice.t("alerts-match-near-worth")) }
        }
        @if !one.would_decide.is_empty() {
            p { (voice.t("alerts-match-decides")) }
            ul { @for what in &one.would_decide { li { (voice.t(decides(*what))) } } }
        }
        p { strong { (voice.t("alerts-match-protect-first")) } }
        (answers(visit, one.handle, false, person.may_clear))
        (fields::form("/alerts/matches/ask", visit.csrf(), html! {
            (fields::hidden("match", &one.handle.to_string()))
            p { (voice.t("alerts-match-ask-about")) }
            button .plain type="submit" { (voice.t("alerts-match-ask")) }
        }))
    }
}

/// Names a field of one match: several stand on a page, and a label leads to its own.
pub(in crate::alerts) fn own_field(name: &str, handle: Uuid) -> String {
    format!("{name}-{handle}")
}

/// Draws the same where nothing else is to be said: whether the person asks for protection is on record.
pub(in crate::alerts) fn outcomes(visit: &Visit, handle: Uuid) -> Markup {
    said(visit, handle, false, false)
}

/// Draws what an officer may say of a match, and that the person asks for protection.
pub(super) fn answers(visit: &Visit, handle: Uuid, opened: bool, may_clear: bool) -> Markup {
    html! {
        (said(visit, handle, opened, may_clear))
        (claims::record::beside_match(visit, handle))
    }
}

/// Draws what an officer may say came of a match: who it is only once what is sealed was opened.
fn said(visit: &Visit, handle: Uuid, opened: bool, may_clear: bool) -> Markup {
    let voice = &visit.voice;
    let outcome = |outcome: MatchOutcome, plain: bool| {
        html! { button .plain[plain] type="submit" name="outcome" value=(outcome.code()) { (voice.t(outcome.key())) } }
    };
    let consent = [Choice::new("yes", voice.t("alerts-match-consent"))];
    let name = own_field("consent", handle);
    let consented = Field::new(&name, "alerts-match-clearance").hint("alerts-match-clearance-hint").unmarked();
    html! {
        (fields::form("/alerts/matches/outcome", visit.csrf(), html! {
            (fields::hidden("match", &handle.to_string()))
            @if may_clear { (fields::checkboxes(voice, &Filled::new(), &consented, &consent)) }
            div .row {
                (outcome(MatchOutcome::NotThePerson, false))
                @if opened { (outcome(MatchOutcome::Confirmed, true)) }
                (outcome(MatchOutcome::Inconclusive, true))
            }
        }))
    }
}

/// Asks to whom, and for what, an officer hands on what was opened.
pub(super) fn hand_on(visit: &Visit, handle: Uuid) -> Markup {
    let (voice, nothing) = (&visit.voice, Filled::new());
    let uses: Vec<Choice<'_>> =
        HandedFor::ALL.iter().map(|what| Choice::new(what.code(), voice.t(what.key()))).collect();
    let to = Field::new("to", "alerts-hand-on-to").hint("alerts-hand-on-to-hint").autocomplete("off");
    html! {
        p { (voice.t("alerts-hand-on-about")) }
        (fields::form("/alerts/matches/hand-on", visit.csrf(), html! {
            (fields::hidden("match", &handle.to_string()))
            (text_input(voice, &nothing, &to.max_length(AUTHORITY_CHARS_MAX as u32)))
            (fields::radios(voice, &nothing, &Field::new("for", "alerts-hand-on-for"), &uses))
            (fields::submit_row(voice, "alerts-hand-on-act", None))
        }))
    }
}

/// Draws how each of the traveller's data compares.
pub(super) fn compared(voice: &Voice, all: &[Compared], turn: usize) -> Markup {
    let heading = |key: &str| Column::text(voice.t(key));
    let columns = vec![heading("alerts-match-data"), heading("alerts-match-said"), heading("alerts-match-compares")];
    let rows = all
        .iter()
        .map(|one| {
            let (sign, key) = match one.compares {
                Compares::Agrees => ("=", "alerts-match-agrees"),
                Compares::Near => ("≈", "alerts-match-near"),
                Compares::Differs => ("≠", "alerts-match-differs"),
                Compares::NotGiven => ("–", "alerts-match-not-given"),
            };
            vec![
                html! { (voice.t(data(one.data))) },
                html! { @if one.said.is_empty() { "–" } @else { (one.said) } },
                html! { span aria-hidden="true" { (sign) " " } (voice.t(key)) },
            ]
        })
        .collect();
    let id = format!("compared-{turn}");
    table(
        voice,
        &Table {
            id: &id,
            caption: voice.t("alerts-match-caption").into_owned(),
            columns,
            rows,
            empty: "alerts-match-none",
        },
    )
}

/// Draws the fields for who carries a document whose zone cannot be read.
pub fn carrier(voice: &Voice, filled: &Filled) -> Markup {
    let text =
        |name: &'static str, key: &'static str| Field::new(name, key).unmarked().autocomplete("off").max_length(80);
    let sexes = [
        ("", "alerts-match-sex-none"),
        ("F", "alerts-sex-female"),
        ("M", "alerts-sex-male"),
        ("X", "alerts-sex-other"),
    ];
    let sexes: Vec<Choice<'_>> = sexes.iter().map(|(code, key)| Choice::new(*code, voice.t(key))).collect();
    let typed = parts::details(
        &voice.t("alerts-match-who"),
        html! {
            p { (voice.t("alerts-match-who-about")) }
            div .abreast {
                (text_input(voice, filled, &text("paternal", "alerts-paternal")))
                (text_input(voice, filled, &text("maternal", "alerts-maternal")))
                (text_input(voice, filled, &text("given", "alerts-given")))
            }
            div .abreast {
                (text_input(voice, filled, &text("born", "alerts-born").hint("alerts-match-born-hint").mono()))
                (select(voice, filled, &Field::new("sex", "alerts-sex").unmarked(), &sexes))
                (text_input(voice, filled, &text("nationality", "alerts-match-nationality").mono().max_length(3)))
            }
        },
    );
    html! {
        (typed)
        p { a href=(PATH) { (voice.t("alerts-match-waiting")) } " · " a href="/person-searches" { (voice.t("searches-link")) } }
    }
}

pub(super) const fn data(data: Data) -> &'static str {
    match data {
        Data::Surname => "alerts-match-surname",
        Data::GivenName => "alerts-match-given-name",
        Data::Birth => "alerts-born",
        Data::Sex => "alerts-sex",
    }
}

const fn decides(what: Decides) -> &'static str {
    match what {
        Decides::Birth => "alerts-match-decides-birth",
        Decides::Surname => "alerts-match-decides-surname",
        Decides::GivenName => "alerts-match-decides-given",
    }
}
