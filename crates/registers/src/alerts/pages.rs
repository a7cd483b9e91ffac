//! What several pages of this room show. A child's alert is told by its sign and its words, never by its colour alone.

use base::web::Voice;
use base::web::parts::{self, Tone};
use jiff::civil::Date;
use maud::{Markup, html};

use super::coded::{Category, Stance, Standing};
use super::life::Life;
use super::text::{Sealed, Subject};
use super::traits::Traits;

/// Draws a category: a child's with a sign of its own.
pub(super) fn category(voice: &Voice, category: Category) -> Markup {
    let tone = match category.stance() {
        Stance::Protective => Tone::Deep,
        Stance::Witness => Tone::Quiet,
        Stance::Accusing => Tone::Soon,
    };
    let name = voice.t(category.key());
    let sign = match category.stance() {
        Stance::Protective if category.of_child() => "◆ ",
        Stance::Protective => "◇ ",
        Stance::Witness | Stance::Accusing => "",
    };
    parts::tag(tone, &format!("{sign}{name}"))
}

/// Draws where an alert stands on a day.
pub(super) fn standing(voice: &Voice, life: &Life, today: Date) -> Markup {
    if life.withdrawn_on.is_none() && life.has_ended(today) {
        return parts::tag(Tone::Late, &voice.t("alerts-standing-expired"));
    }
    let tone = match life.standing {
        Standing::Draft => Tone::Quiet,
        Standing::Proposed => Tone::Soon,
        Standing::Active => Tone::Done,
        Standing::Withdrawn => Tone::Late,
    };
    let pending = life.in_force(today) && life.standing != Standing::Active;
    html! {
        @if pending { (parts::tag(Tone::Done, &voice.t(Standing::Active.key()))) " " }
        (parts::tag(tone, &voice.t(life.standing.key())))
        @if life.is_due(today) { " " (parts::tag(Tone::Soon, &voice.t("alerts-due"))) }
    }
}

/// Draws of whom an alert speaks.
pub(super) fn subject(voice: &Voice, subject: &Subject) -> Markup {
    let born = subject.born.to_string();
    let (paternal, maternal, given) = (voice.t("alerts-paternal"), voice.t("alerts-maternal"), voice.t("alerts-given"));
    let (when, sex) = (voice.t("alerts-born"), voice.t("alerts-sex"));
    let names = [(&*paternal, &subject.paternal), (&*maternal, &subject.maternal), (&*given, &subject.given)];
    let said = names.into_iter().filter(|(_, name)| !name.is_empty()).map(|(label, name)| (label, html! { (name) }));
    let mut facts: Vec<(&str, Markup)> = said.collect();
    facts.push((&*when, html! { (born) @if subject.born.is_estimated() { " " (voice.t("alerts-estimated")) } }));
    facts.push((&*sex, html! { (voice.t(subject.sex.key())) }));
    parts::facts(&facts)
}

/// Says what an alert is worth at a border that knows no more than a year of birth; nothing of any other.
pub(super) fn year_at_best(voice: &Voice, subject: &Subject) -> Markup {
    html! {
        @if subject.born.is_year_at_best() {
            (parts::notice(Tone::Soon, html! { p { (voice.t("alerts-year-at-best")) } }))
        }
    }
}

/// Draws the sealed part.
pub(super) fn sealed(voice: &Voice, sealed: &Sealed) -> Markup {
    let mut facts = vec![
        (voice.t("alerts-action"), html! { strong { (voice.t(sealed.action.key())) } }),
        (voice.t("alerts-reason"), html! { (sealed.reason) }),
        (voice.t("alerts-authority"), html! { (sealed.authority) }),
    ];
    if let Some(offence) = sealed.offence {
        facts.push((voice.t("alerts-offence"), html! { (voice.t(offence.key())) }));
    }
    if let Some(basis) = &sealed.basis {
        facts.push((voice.t("alerts-basis"), html! { (voice.t(basis.kind.key())) }));
        facts.push((voice.t("alerts-decision"), html! { (basis.reference) }));
        facts.push((voice.t("alerts-decided-on"), voice.date(basis.decided_on)));
        if let Some(last) = basis.holds_until {
            facts.push((voice.t("alerts-holds-until"), voice.date(last)));
        }
    }
    if let Some(traits) = &sealed.traits {
        facts.push((voice.t("alerts-traits-card"), self::traits(voice, traits)));
        facts.push((voice.t("alerts-traits-why"), html! { (traits.needed) }));
    }
    let facts: Vec<(&str, Markup)> = facts.iter().map(|(name, value)| (&**name, value.clone())).collect();
    parts::facts(&facts)
}

/// Draws physical traits; not why they are necessary.
pub(super) fn traits(voice: &Voice, traits: &Traits) -> Markup {
    html! {
        ul {
            @for one in &traits.marks { li { (voice.t(one.mark.key())) ": " (voice.t(one.place.key())) } }
            @if let Some(eyes) = traits.eyes { li { (voice.t("alerts-traits-eyes")) ": " (voice.t(eyes.key())) } }
            @if let Some(height) = traits.height { li { (voice.t("alerts-traits-height")) ": " (voice.t(height.key())) } }
        }
    }
}

/// What has just been done, by the code an address carries; none for any other text there.
pub(super) fn done(voice: &Voice, code: &str) -> Option<Markup> {
    let key = match code {
        "drafted" => "alerts-done-drafted",
        "corrected" => "alerts-done-corrected",
        "proposed" => "alerts-done-proposed",
        "returned" => "alerts-done-returned",
        "activated" => "alerts-done-activated",
        "extended" => "alerts-done-extended",
        "withdrawn" => "alerts-done-withdrawn",
        "consult-said" => "alerts-done-consult-said",
        "consult-agreed" => "alerts-done-consult-agreed",
        "proposal-made" => "alerts-done-proposal-made",
        "proposal-refused" => "alerts-done-proposal-refused",
        "flag-asked" => "alerts-done-flag-asked",
        "flag-set" => "alerts-done-flag-set",
        "flag-lifted" => "alerts-done-flag-lifted",
        "supplement-asked" => "alerts-done-supplement-asked",
        "supplement-said" => "alerts-done-supplement-said",
        "claim-recorded" => "alerts-done-claim-recorded",
        "claim-referred" => "alerts-done-claim-referred",
        "claim-ending" => "alerts-done-claim-ending",
        "claim-ended" => "alerts-done-claim-ended",
        "permitted" => "alerts-done-permitted",
        "taken-back" => "alerts-done-taken-back",
        "glass-answered" => "alerts-done-glass-answered",
        "misused-entered" => "alerts-done-misused-entered",
        "misused-confirmed" => "alerts-done-misused-confirmed",
        "misused-ended" => "alerts-done-misused-ended",
        _ => return None,
    };
    Some(parts::notice(Tone::Done, html! { p { (voice.t(key)) } }))
}
