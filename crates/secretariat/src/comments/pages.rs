//! What this room shows more than once: titles, texts, comments, where a party stands, and acts told in a sentence.

use base::ground::Puebla;
use base::web::parts::{Stand, Step, Tone};
use base::web::{Voice, parts};
use conference::comments::{Account, Act, Answer, Disposition, Entry, Guest, Place, Reply, Verdict};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use journal::StateCode;
use maud::{Markup, html};

use super::round::Round;
use super::saying::{self, speaker};
use crate::rounds::{in_order, title, words};

/// Acts that a page tells; the API tells what stands of all.
const STEPS_MAX: usize = 100;

/// Says what a comment is about: a paragraph by its name, or the whole text.
pub(super) fn place_name(voice: &Voice, round: &Round, place: Place) -> String {
    match round.paragraph(place) {
        Some(paragraph) => {
            voice.tn("comments-paragraph-named", &[("name", paragraph.name.as_str().into())]).into_owned()
        }
        None => voice.t("comments-whole").into_owned(),
    }
}

/// Draws a paragraph's text, with the other language at hand; nothing for the whole text.
pub(super) fn text(voice: &Voice, round: &Round, place: Place) -> Markup {
    let Some(paragraph) = round.paragraph(place) else { return html! {} };
    let english = ("en", &paragraph.en, "comments-text-in-english");
    let (own, other) = in_order(voice, english, ("es", &paragraph.es, "comments-text-in-spanish"));
    html! {
        p lang=(own.0) { (own.1) }
        (parts::details(&voice.t(other.2), html! { p lang=(other.0) { (other.1) } }))
    }
}

/// Draws a comment: whose, since when, in which language, what it says, what it replaced and what came of it.
pub(super) fn comment(ground: &Puebla, voice: &Voice, round: &Round, entry: &Entry) -> Markup {
    html! {
        p {
            strong { (ground.identity.party_name(entry.by.party, voice.language)) }
            " · " (voice.t(language_key(entry.language.two_letters()))) " · " small { (voice.instant(entry.at)) }
            @if entry.late { " " (parts::tag(Tone::Late, &voice.t("comments-late"))) }
        }
        blockquote lang=(entry.language.two_letters()) { (words(entry.text.as_str())) }
        @if !entry.replaced.is_empty() {
            (parts::details(
                &voice.tn("comments-replaced", &[("count", (entry.replaced.len() as i64).into())]),
                html! { @for former in &entry.replaced {
                    @if let Some((text, language)) = round.words_of(former.sequence) {
                        blockquote lang=(language.two_letters()) { (words(text)) }
                    }
                    @if let Some(reply) = &former.reply { (replied(voice, reply)) }
                } },
            ))
        }
        @if let Some(reply) = &entry.reply { (replied(voice, reply)) }
    }
}

/// Draws what came of a comment.
pub(super) fn replied(voice: &Voice, reply: &Reply) -> Markup {
    html! {
        p { (parts::tag(verdict_tone(reply.verdict), &voice.t(verdict_key(reply.verdict)))) " " small { (voice.instant(reply.at)) } }
        (words(reply.text.as_str()))
    }
}

/// Answers the key of a verdict's name.
pub(super) fn verdict_key(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Taken => "comments-verdict-taken",
        Verdict::PartlyTaken => "comments-verdict-partly",
        Verdict::NotTaken => "comments-verdict-not",
        Verdict::Noted => "comments-verdict-noted",
    }
}

fn verdict_tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Taken => Tone::Done,
        Verdict::PartlyTaken => Tone::Soon,
        Verdict::NotTaken => Tone::Late,
        Verdict::Noted => Tone::Quiet,
    }
}

/// Answers the key of a language's name.
pub(super) fn language_key(code: &str) -> &'static str {
    match code {
        "es" => "comments-language-es",
        "fr" => "comments-language-fr",
        _ => "comments-language-en",
    }
}

/// Draws where a party stands.
pub(super) fn answer(voice: &Voice, guest: &Guest) -> Markup {
    html! {
        @match guest.answer {
            Answer::NotYet => { (parts::tag(Tone::Deep, &voice.t("comments-answer-not-yet"))) }
            Answer::Silent => { (parts::tag(Tone::Late, &voice.t("comments-answer-silent"))) }
            Answer::Answered { at, late } => {
                (parts::tag(Tone::Done, &voice.t("comments-answer-answered"))) " " small { (voice.instant(at)) }
                @if late { " " (parts::tag(Tone::Late, &voice.t("comments-late"))) }
            }
        }
    }
}

/// Draws an instant on the clocks that matter: the reader's own, that of the seat, and UTC.
pub(super) fn clocks(ground: &Puebla, voice: &Voice, at: Timestamp) -> Markup {
    let seat = ground.identity.profile().zone.clone();
    let on = |zone: TimeZone| Voice { zone, ..voice.clone() }.instant(at);
    parts::facts(&[
        (&voice.t("comments-clock-yours"), voice.instant(at)),
        (&voice.t("comments-clock-seat"), on(TimeZone::get(&seat).unwrap_or(TimeZone::UTC))),
        ("UTC", on(TimeZone::UTC)),
    ])
}

/// Names some parties in the order of the reader's dictionary.
pub(super) fn names(
    ground: &Puebla,
    voice: &Voice,
    parties: impl Iterator<Item = StateCode>,
) -> Vec<(String, StateCode)> {
    let mut named: Vec<(String, StateCode)> =
        parties.map(|party| (ground.identity.party_name(party, voice.language), party)).collect();
    voice.collate(&mut named, |(name, _)| name);
    named
}

/// Draws what was recorded, the latest acts of a long round.
pub(super) fn history(ground: &Puebla, voice: &Voice, round: &Round, account: &Account) -> Markup {
    let terms = round.invitation.terms();
    let asked = (round.invited.asked.len() as i64).into();
    let mut steps = vec![Step {
        stand: Stand::Past,
        text: html! { (voice.tn("comments-step-convened", &[("asked", asked)])) },
        when: Some(voice.instant(terms.opened_at)),
    }];
    let skipped = account.lines.len().saturating_sub(STEPS_MAX);
    for line in account.lines.iter().skip(skipped) {
        let Some(recorded) = round.history.at(line.sequence) else { continue };
        let who = speaker(&recorded.act).map(|by| ground.identity.party_name(by.party, voice.language));
        let text = html! {
            @if let Some(who) = who { (who) ": " }
            (told(voice, round, &recorded.act))
            @match line.disposition {
                Disposition::Taken => {}
                Disposition::TakenLate => { " " (parts::tag(Tone::Late, &voice.t("comments-late"))) }
                Disposition::Kept(without) => { " " (voice.t(saying::without_key(without))) }
            }
        };
        steps.push(Step { stand: Stand::Past, text, when: Some(voice.instant(line.at)) });
    }
    let ends_at = super::round::ends_at(account);
    if ends_at >= account.as_of {
        let text = html! { (voice.t("comments-step-deadline")) };
        steps.push(Step { stand: Stand::Next, text, when: Some(voice.instant(ends_at)) });
    }
    html! {
        @if skipped > 0 { p .aside { (voice.tn("comments-history-latest", &[("count", (STEPS_MAX as i64).into())])) } }
        (parts::timeline(voice, &steps))
    }
}

/// Tells an act in a sentence.
fn told(voice: &Voice, round: &Round, act: &Act) -> Markup {
    let until = |key: &str, until: &Timestamp| voice.rich(key, &[], &[("until", voice.instant(*until))]);
    let on = |place: Place| place_name(voice, round, place);
    match act {
        Act::Comment { on: place, replaces, .. } => {
            let key = if replaces.is_some() { "comments-told-changed" } else { "comments-told-comment" };
            html! { (voice.tn(key, &[("place", on(*place).into())])) }
        }
        Act::Withdrawal { of, .. } => {
            let place = match round.history.at(*of).map(|recorded| &recorded.act) {
                Some(Act::Comment { on, .. }) => *on,
                _ => Place::Whole,
            };
            html! { (voice.tn("comments-told-withdrawal", &[("place", on(place).into())])) }
        }
        Act::Nothing { .. } => html! { (voice.t("comments-told-nothing")) },
        Act::ExtensionAsked { until: wish, reason, .. } => {
            html! { (until("comments-told-asked", wish)) ": " (voice.quoted(reason.as_str())) }
        }
        Act::ExtensionGranted { until: new, for_all, .. } => {
            until(if *for_all { "comments-told-granted-all" } else { "comments-told-granted" }, new)
        }
        Act::ExtensionRefused { reason, .. } => {
            html! { (voice.t("comments-told-refused")) ": " (voice.quoted(reason.as_str())) }
        }
        Act::Reply { verdict, .. } => {
            html! { (voice.tn("comments-told-reply", &[("verdict", voice.t(verdict_key(*verdict)).into())])) }
        }
        Act::Passed => html! { (voice.t("comments-told-passed")) },
    }
}

/// Draws the heading of a page about one round.
pub(super) fn heading(voice: &Voice, round: &Round) -> Markup {
    let (symbol, invited) = (&round.invited.symbol, &round.invited);
    html! { p { strong { span .mono { (symbol) } ": " (title(voice, &invited.title_en, &invited.title_es)) } } }
}
