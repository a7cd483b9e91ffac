//! What this room shows more than once: titles, clocks, stances, and acts told in a sentence.

use base::ground::Puebla;
use base::web::parts::Tone;
use base::web::tables::{Column, Table, table};
use base::web::{Filled, Visit, Voice, fields, parts};
use conference::silence::{Act, Stance, Standing, Terms};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use journal::StateCode;
use maud::{Markup, html};

use super::entries::Opened;
use crate::rounds::in_order;

/// What a form says where the question that is asked once more was answered with yes.
pub(super) const YES: &str = "yes";
/// What it says where somebody goes back to what they typed.
pub(super) const CHANGE: &str = "change";

/// What is asked once more before an act that nobody undoes.
pub(super) struct LastLook<'a> {
    /// The question, in the reader's language.
    pub(super) question: String,
    /// What will follow.
    pub(super) consequence: Markup,
    /// The address of the form.
    pub(super) action: &'a str,
    /// The key of the button that does it.
    pub(super) act: &'a str,
    /// The fields that were filled in.
    pub(super) fields: &'a [&'a str],
}

/// Asks once more; what was typed goes along, and comes back to its form with the second button.
pub(super) fn last_look(visit: &Visit, filled: &Filled, look: LastLook<'_>) -> Markup {
    let voice = &visit.voice;
    let sends = html! {
        @for name in look.fields { (fields::hidden(name, filled.typed(name))) }
        div .row {
            button .grave type="submit" name="confirmed" value=(YES) { (voice.t(look.act)) }
            button .plain type="submit" name="confirmed" value=(CHANGE) { (voice.t("silence-change")) }
        }
    };
    html! {
        h1 { (look.question) }
        div .consequence { (look.consequence) }
        (fields::form(look.action, visit.csrf(), sends))
    }
}

/// Answers whether an objection stands that may be taken back, of a round that has ended.
pub(super) fn can_be_taken_back(standing: &Standing) -> bool {
    standing.objects_since.is_some() && standing.taken_back_at.is_none() && standing.position.is_some()
}

/// A text: its language, its paragraphs, and the key of "the text in that language".
type Version<'t> = (&'static str, &'t [String], &'static str);

/// Answers the two texts of a round, the one in the reader's language first.
pub(super) fn texts<'t>(voice: &Voice, opened: &'t Opened) -> (Version<'t>, Version<'t>) {
    let english = ("en", opened.text_en.as_slice(), "silence-text-in-english");
    in_order(voice, english, ("es", opened.text_es.as_slice(), "silence-text-in-spanish"))
}

/// Answers whom an act is of; none where the server itself records something.
pub(super) fn party(act: &Act) -> Option<StateCode> {
    match act {
        Act::Delivered { to } => Some(*to),
        Act::Passed => None,
        Act::Read { by }
        | Act::Position { by, .. }
        | Act::Withdrawal { by, .. }
        | Act::Comment { by, .. }
        | Act::ExtensionAsked { by, .. }
        | Act::ExtensionGranted { by, .. }
        | Act::ExtensionRefused { by, .. }
        | Act::TakenUp { by } => Some(by.party),
    }
}

/// Tells an act in a sentence, with the words that belong to it.
pub(super) fn told(voice: &Voice, act: &Act) -> Markup {
    let said = |key: &str, text: &str| html! { (voice.t(key)) ": " (voice.quoted(text)) };
    let until = |key: &str, until: &Timestamp| voice.rich(key, &[], &[("until", voice.instant(*until))]);
    match act {
        Act::Delivered { .. } => html! { (voice.t("silence-told-delivered")) },
        Act::Read { .. } => html! { (voice.t("silence-told-read")) },
        Act::Position { stance: Stance::NoObjection, .. } => html! { (voice.t("silence-stance-no-objection")) },
        Act::Position { stance: Stance::Objection(text), .. } => said("silence-stance-objection", text.as_str()),
        Act::Position { stance: Stance::Reservation(text), .. } => said("silence-stance-reservation", text.as_str()),
        Act::Withdrawal { .. } => html! { (voice.t("silence-told-withdrawal")) },
        Act::Comment { text, .. } => said("silence-told-comment", text.as_str()),
        Act::ExtensionAsked { until: wish, reason, .. } => {
            html! { (until("silence-told-asked", wish)) ": " (voice.quoted(reason.as_str())) }
        }
        Act::ExtensionGranted { until: new, .. } => until("silence-told-granted", new),
        Act::ExtensionRefused { reason, .. } => said("silence-told-refused", reason.as_str()),
        Act::TakenUp { .. } => html! { (voice.t("silence-told-taken-up")) },
        Act::Passed => html! { (voice.t("silence-told-passed")) },
    }
}

/// Draws what a State holds; silence is told as silence.
pub(super) fn stance(voice: &Voice, standing: &Standing) -> Markup {
    match &standing.stance {
        None if standing.objects_since.is_none() => html! { span .aside { (voice.t("silence-stance-none")) } },
        None => html! {},
        Some(Stance::NoObjection) => parts::tag(Tone::Done, &voice.t("silence-stance-no-objection")),
        Some(Stance::Reservation(_)) => parts::tag(Tone::Soon, &voice.t("silence-stance-reservation")),
        Some(Stance::Objection(_)) => html! {
            (parts::tag(Tone::Late, &voice.t("silence-stance-objection")))
            @if standing.taken_back_at.is_some() { " " (voice.t("silence-taken-back")) }
        },
    }
}

/// Answers the key of how far the text has come to a State.
pub(super) fn reach_key(standing: &Standing) -> &'static str {
    match (standing.read_at, standing.delivered_at) {
        (Some(_), _) => "silence-reached-read",
        (None, Some(_)) => "silence-reached-delivered",
        (None, None) => "silence-reached-not",
    }
}

/// Answers the key of an outcome's name.
pub(super) fn outcome_key(outcome: &str) -> &'static str {
    match outcome {
        "broken" => "silence-outcome-broken",
        "adopted" => "silence-outcome-adopted",
        "lapsed" => "silence-outcome-lapsed",
        _ => "silence-outcome-open",
    }
}

/// Answers how an outcome looks.
pub(super) fn tone(outcome: &str) -> Tone {
    match outcome {
        "broken" => Tone::Late,
        "adopted" => Tone::Done,
        "lapsed" => Tone::Quiet,
        _ => Tone::Deep,
    }
}

/// Says until when an objection can be taken back.
pub(super) fn heals(voice: &Voice, heals_before_s: Option<u64>) -> String {
    match heals_before_s {
        Some(seconds) => voice.tn("silence-rule-heals", &[("hours", ((seconds / 3_600) as i64).into())]).into_owned(),
        None => voice.t("silence-rule-for-good").into_owned(),
    }
}

/// Writes an instant as the clocks of a zone show it.
pub(super) fn in_zone(voice: &Voice, at: Timestamp, zone: &TimeZone) -> Markup {
    Voice { zone: zone.clone(), ..voice.clone() }.instant(at)
}

/// Writes an instant as the clocks of a zone show it, which is given by its name.
pub(super) fn clock(voice: &Voice, at: Timestamp, zone: &str) -> Markup {
    in_zone(voice, at, &TimeZone::get(zone).unwrap_or(TimeZone::UTC))
}

/// Draws an instant as the clock of each capital shows it.
pub(super) fn clocks(ground: &Puebla, voice: &Voice, at: Timestamp, terms: &Terms) -> Markup {
    let profile = ground.identity.profile();
    let parties = terms.electorate.iter().chain(&terms.observers);
    let mut capitals: Vec<(String, String)> = parties
        .filter_map(|party| {
            let known = profile.parties.get(party)?;
            Some((known.name.in_language(voice.language).to_owned(), known.zone.clone()))
        })
        .collect();
    voice.collate(&mut capitals, |(name, _)| name);
    let rows = capitals.iter().map(|(name, zone)| vec![html! { (name) }, clock(voice, at, zone)]);
    let columns = vec![Column::text(voice.t("silence-state")), Column::text(voice.t("silence-deadline"))];
    let caption = voice.t("silence-clocks-caption").into_owned();
    table(voice, &Table { id: "clocks", caption, columns, rows: rows.collect(), empty: "silence-list-empty" })
}
