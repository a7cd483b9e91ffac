//! The form in which an alert is written. The sealed part stands apart, so that whoever fills it in sees what is never listed.

use base::web::fields::{self, Choice, Field};
use base::web::parts::{self, Tone};
use base::web::{Filled, InputFault, Voice};
use maud::{Markup, html};

use super::coded::{Action, BasisKind, Category, Offence, Sex, Stance};
use super::handling::{HandlingCode, RESTRICTION_CHARS_MAX};
use super::text::{AUTHORITY_CHARS_MAX, NAME_CHARS_MAX, REASON_CHARS_MAX};
use super::traits::{BodyPlace, Eyes, HeightBand, Mark, NEEDED_CHARS_MAX};

/// The form on its page.
pub(super) struct Form<'a> {
    /// The address it is posted to.
    pub action: &'a str,
    /// The session's secret.
    pub csrf: &'a str,
    /// The categories to choose from; one where that cannot be changed.
    pub categories: &'a [Category],
    /// The key of the page's title.
    pub title: &'a str,
    /// The address of the way back.
    pub back: &'a str,
    /// The hash of what is corrected; empty for something new.
    pub seen: &'a str,
}

/// Writes faults beside their fields.
pub(super) fn refuse(voice: &Voice, filled: &mut Filled, faults: &[InputFault]) {
    for fault in faults {
        filled.refuse(&fault.field, voice.say(&fault.said));
    }
}

impl Form<'_> {
    /// Draws the form.
    pub(super) fn drawn(&self, voice: &Voice, filled: &Filled) -> Markup {
        let of_child = self.categories.iter().all(|category| category.of_child());
        html! {
            (fields::error_summary(voice, filled))
            h1 { (voice.t(self.title)) }
            (parts::notice(Tone::Soon, html! { p { (voice.t(if of_child { "alerts-form-child" } else { "alerts-form-adult" })) } }))
            (fields::form(self.action, self.csrf, html! {
                (fields::hidden("seen", self.seen))
                (parts::card("who", &voice.t("alerts-who"), html! {
                    @if let [only] = self.categories {
                        (fields::hidden("category", only.code()))
                        p { strong { (voice.t("alerts-category")) } " " (voice.t(only.key())) }
                        @if let Some(error) = filled.error("category") { p .error #category-error { (error) } }
                    } @else {
                        (fields::select(voice, filled, &Field::new("category", "alerts-category"), &choices(voice, self.categories, Category::code, Category::key)))
                    }
                    (who(voice, filled))
                }))
                (parts::card("why", &voice.t("alerts-sealed"), html! {
                    p .aside { (voice.t("alerts-sealed-about")) }
                    (why(voice, filled, self.categories))
                }))
                (parts::card("traits-card", &voice.t("alerts-traits-card"), traits_asked(voice, filled)))
                (parts::card("handling-card", &voice.t("alerts-handling-card"), codes(voice, filled)))
                @if !of_child {
                    (parts::card("basis-card", &voice.t("alerts-decision-card"), decision(voice, filled)))
                }
                (fields::submit_row(voice, "alerts-form-act", Some(html! { a .button .plain href=(self.back) { (voice.t("form-cancel")) } })))
            }))
        }
    }
}

fn choices<'v, T: Copy>(
    voice: &'v Voice,
    all: &[T],
    code: impl Fn(T) -> &'static str,
    key: impl Fn(T) -> &'static str,
) -> Vec<Choice<'v>> {
    all.iter().map(|one| Choice::new(code(*one), voice.t(key(*one)))).collect()
}

fn who(voice: &Voice, filled: &Filled) -> Markup {
    let name = |name, label| Field::new(name, label).max_length(NAME_CHARS_MAX as u32).autocomplete("off");
    html! {
        (fields::text_input(voice, filled, &name("paternal", "alerts-paternal")))
        (fields::text_input(voice, filled, &name("maternal", "alerts-maternal").optional()))
        (fields::text_input(voice, filled, &name("given", "alerts-given").optional()))
        (fields::text_input(voice, filled, &Field::new("born", "alerts-born").hint("alerts-born-hint").max_length(10).autocomplete("off")))
        (fields::select(voice, filled, &Field::new("sex", "alerts-sex"), &choices(voice, Sex::ALL, Sex::code, Sex::key)))
    }
}

fn why(voice: &Voice, filled: &Filled, categories: &[Category]) -> Markup {
    let accusing = categories.iter().any(|category| category.stance() == Stance::Accusing);
    let actions: Vec<Action> = Action::ALL
        .iter()
        .copied()
        .filter(|action| categories.iter().any(|of| of.actions().contains(action)))
        .collect();
    let mut offences = vec![Choice::new("", voice.t("alerts-offence-no"))];
    offences.extend(choices(voice, Offence::ALL, Offence::code, Offence::key));
    html! {
        (fields::textarea(voice, filled, &Field::new("reason", "alerts-reason").hint("alerts-reason-hint").rows(5).max_length(REASON_CHARS_MAX as u32)))
        (fields::radios(voice, filled, &Field::new("action", "alerts-action"), &choices(voice, &actions, Action::code, Action::key)))
        @if accusing { (fields::select(voice, filled, &Field::new("offence", "alerts-offence").hint("alerts-offence-hint").optional(), &offences)) }
        (fields::text_input(voice, filled, &Field::new("authority", "alerts-authority").max_length(AUTHORITY_CHARS_MAX as u32).autocomplete("off")))
    }
}

fn decision(voice: &Voice, filled: &Filled) -> Markup {
    let mut kinds = vec![Choice::new("", voice.t("alerts-basis-no"))];
    kinds.extend(choices(voice, BasisKind::ALL, BasisKind::code, BasisKind::key));
    let day =
        |name, label| Field::new(name, label).hint("alerts-day-hint").optional().max_length(10).autocomplete("off");
    html! {
        p .aside { (voice.t("alerts-decision-about")) }
        (fields::select(voice, filled, &Field::new("basis", "alerts-basis").optional(), &kinds))
        (fields::text_input(voice, filled, &Field::new("decision", "alerts-decision").optional().max_length(AUTHORITY_CHARS_MAX as u32).autocomplete("off")))
        (fields::text_input(voice, filled, &day("decided_on", "alerts-decided-on")))
        (fields::text_input(voice, filled, &day("holds_until", "alerts-holds-until")))
    }
}

fn codes(voice: &Voice, filled: &Filled) -> Markup {
    let codes: Vec<Choice<'_>> = HandlingCode::ALL
        .iter()
        .map(|code| Choice::new(code.code(), format!("{}: {}", code.code(), voice.t(code.key()))))
        .collect();
    let restriction = Field::new("restriction", "alerts-handling-restriction").hint("alerts-handling-restriction-hint");
    html! {
        p .aside { (voice.t("alerts-handling-about")) }
        (fields::checkboxes(voice, filled, &Field::new("handling", "alerts-handling").optional(), &codes))
        (fields::text_input(voice, filled, &restriction.optional().max_length(RESTRICTION_CHARS_MAX as u32).autocomplete("off")))
    }
}

fn traits_asked(voice: &Voice, filled: &Filled) -> Markup {
    let mut marks = vec![Choice::new("", voice.t("alerts-traits-none"))];
    marks.extend(choices(voice, Mark::ALL, Mark::code, Mark::key));
    let mut places = vec![Choice::new("", voice.t("alerts-traits-none"))];
    places.extend(choices(voice, BodyPlace::ALL, BodyPlace::code, BodyPlace::key));
    let mut eyes = vec![Choice::new("", voice.t("alerts-traits-none"))];
    eyes.extend(choices(voice, Eyes::ALL, Eyes::code, Eyes::key));
    let mut heights = vec![Choice::new("", voice.t("alerts-traits-none"))];
    heights.extend(choices(voice, HeightBand::ALL, HeightBand::code, HeightBand::key));
    let needed = [Choice::new("yes", voice.t("alerts-traits-needed-yes"))];
    let field = |name, label| Field::new(name, label).optional();
    let why = Field::new("traits_why", "alerts-traits-why").hint("alerts-traits-why-hint").optional().rows(3);
    html! {
        p .aside { (voice.t("alerts-traits-about")) }
        div .abreast {
            (fields::select(voice, filled, &field("mark", "alerts-traits-mark"), &marks))
            (fields::select(voice, filled, &field("mark_place", "alerts-traits-place"), &places))
        }
        div .abreast {
            (fields::select(voice, filled, &field("other_mark", "alerts-traits-other"), &marks))
            (fields::select(voice, filled, &field("other_mark_place", "alerts-traits-place"), &places))
        }
        div .abreast {
            (fields::select(voice, filled, &field("eyes", "alerts-traits-eyes"), &eyes))
            (fields::select(voice, filled, &field("height_band", "alerts-traits-height"), &heights))
        }
        (fields::checkboxes(voice, filled, &field("traits_needed", "alerts-traits-needed"), &needed))
        (fields::textarea(voice, filled, &why.max_length(NEEDED_CHARS_MAX as u32)))
    }
}
