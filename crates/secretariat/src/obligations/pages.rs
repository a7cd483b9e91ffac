//! What this room shows more than once: who owes, what, and where it stands.

use base::ground::Puebla;
use base::web::Voice;
use base::web::parts::{self, Tone};
use base::web::tables::{Column, Table, table};
use base::words::Language;
use conference::obligations::{Owner, Standing, State};
use maud::{Markup, html};

use super::queries::Charged;
use super::turn::{Row, Wanted};

/// Says what is to be done, in the reader's language where the decision has it.
pub(super) fn what<'c>(voice: &Voice, charged: &'c Charged) -> &'c str {
    match (voice.language, &charged.what_es) {
        (Language::Es, Some(what)) => what,
        _ => charged.obligation.order().what.as_str(),
    }
}

/// Names an owner.
pub(super) fn owner_name(ground: &Puebla, voice: &Voice, owner: &Owner) -> String {
    match owner {
        Owner::Party(party) => ground.identity.party_name(*party, voice.language),
        Owner::Body(name) => name.clone(),
    }
}

/// Names all who answer for something together.
pub(super) fn owner_names(ground: &Puebla, voice: &Voice, standing: &Standing) -> String {
    let names: Vec<String> = standing.owners.iter().map(|owner| owner_name(ground, voice, owner)).collect();
    if names.is_empty() { voice.t("obligations-owner-none").into_owned() } else { names.join(", ") }
}

/// Answers which of the list's kinds a standing is.
pub(super) fn kind(state: &State) -> Wanted {
    match state {
        State::Waiting => Wanted::Waiting,
        State::Undated => Wanted::Undated,
        State::Open { .. } => Wanted::Open,
        State::Overdue { .. } => Wanted::Overdue,
        State::Done { .. } => Wanted::Done,
        State::Lapsed => Wanted::Lapsed,
        State::Released { .. } => Wanted::Released,
    }
}

/// Says where a duty stands, with its days, and what was announced beside it.
pub(super) fn standing(voice: &Voice, standing: &Standing) -> Markup {
    let tone = match &standing.state {
        State::Overdue { .. } => Tone::Late,
        State::Open { days_left } if *days_left <= 7 => Tone::Soon,
        State::Open { .. } => Tone::Deep,
        State::Done { .. } => Tone::Done,
        _ => Tone::Quiet,
    };
    let late = match &standing.state {
        State::Overdue { days_late } => Some(*days_late),
        State::Done { slip_days: Some(days), .. } if *days > 0 => Some(*days),
        _ => None,
    };
    html! {
        (parts::tag(tone, &voice.t(kind(&standing.state).key())))
        @if let Some(days) = late { " " (voice.tn("obligations-late", &[("days", days.into())])) }
        @match &standing.state {
            State::Open { days_left } => { " " (voice.tn("obligations-left", &[("days", (*days_left).into())])) }
            State::Done { done_on, .. } => { " " (voice.date(*done_on)) }
            State::Released { decision, .. } => { " " span .mono { (decision) } }
            _ => {}
        }
        @if let (Some(slip), false) = (standing.slips.last(), matches!(standing.state, State::Done { .. })) {
            br; small { (voice.rich("obligations-announced", &[], &[("day", voice.date(slip.expected_on))])) }
        }
    }
}

/// Draws a table of duties, each leading to its own page.
pub(super) fn duties(ground: &Puebla, voice: &Voice, rows: &[Row]) -> Markup {
    let heading = |key| Column::text(voice.t(key).into_owned());
    let drawn = rows.iter().map(|row| {
        let reference = &row.charged.reference;
        vec![
            html! { a href={ "/obligations/" (reference.in_address()) } { (reference) } },
            html! { (what(voice, &row.charged)) },
            html! { (owner_names(ground, voice, &row.standing)) },
            due(voice, &row.standing),
            standing(voice, &row.standing),
        ]
    });
    let columns =
        ["obligations-reference", "obligations-what", "obligations-owner", "obligations-due", "obligations-standing"];
    table(
        voice,
        &Table {
            id: "obligations",
            caption: voice.t("obligations-list-caption").into_owned(),
            columns: columns.into_iter().map(heading).collect(),
            rows: drawn.collect(),
            empty: "obligations-list-empty",
        },
    )
}

/// Writes the day something is due.
pub(super) fn due(voice: &Voice, standing: &Standing) -> Markup {
    html! { @match standing.due_on { Some(day) => { (voice.date(day)) }, None => { (voice.t("obligations-due-none")) } } }
}
