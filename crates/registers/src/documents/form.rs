//! The form in which an alert is written: its fields, and the way between them and a working copy.

use base::web::fields::{self, Choice, Field};
use base::web::parts::{self, Tone};
use base::web::{Filled, Voice};
use base::words::Language;
use maud::{Markup, html};

use super::alert::{PLACE_CHARS_MAX, POINT_CHARS_MAX, POINTS_MAX};
use super::coded::{BorderType, CheckLevel, FraudClass, Technique};
use super::draft::{Correcting, NOTE_CHARS_MAX, Working};
use super::pages::Setting;
use super::typed::{Typed, TypedPoint};
use crate::document::DocumentKind;

/// The form on its page.
pub(super) struct Form<'a> {
    /// The address it is posted to.
    pub action: &'a str,
    /// The session's secret.
    pub csrf: &'a str,
    /// How many points of detection it shows.
    pub points: usize,
    /// What it corrects; none for a new alert.
    pub corrects: Option<&'a Correcting>,
}

/// Reads a posted form into a working copy. Points keep their places, so that an error finds its field again.
pub(super) fn working(filled: &Filled, corrects: Option<Correcting>) -> Working {
    let typed = |name: &str| filled.typed(name).to_owned();
    let point = |number: usize| {
        let part = |part: &str| typed(&format!("points.{number}.{part}"));
        TypedPoint { level: part("level"), place: part("place"), en: part("en"), es: part("es"), fr: part("fr") }
    };
    let mut points: Vec<TypedPoint> = (1..=POINTS_MAX).map(point).collect();
    while points.last().is_some_and(TypedPoint::is_empty) {
        points.pop();
    }
    Working {
        typed: Typed {
            fraud_class: typed("fraud_class"),
            techniques: filled.chosen("techniques").map(str::to_owned).collect(),
            kind: typed("kind"),
            issuer: typed("issuer"),
            pattern: typed("pattern"),
            points,
            documents_seen: typed("documents_seen"),
            first_seen: typed("first_seen"),
            detected_border: typed("detected_border"),
            detected_in: typed("detected_in"),
            language: typed("language"),
        },
        // Asked for where something is corrected, and nowhere else.
        note: if corrects.is_some() { typed("note") } else { String::new() },
        corrects,
    }
}

/// Fills the form in with a working copy.
pub(super) fn filled(working: &Working) -> Filled {
    let typed = &working.typed;
    let mut filled = Filled::new()
        .with("fraud_class", &*typed.fraud_class)
        .with("kind", &*typed.kind)
        .with("issuer", &*typed.issuer)
        .with("pattern", &*typed.pattern)
        .with("documents_seen", &*typed.documents_seen)
        .with("first_seen", &*typed.first_seen)
        .with("detected_border", &*typed.detected_border)
        .with("detected_in", &*typed.detected_in)
        .with("language", &*typed.language)
        .with("note", &*working.note);
    for technique in &typed.techniques {
        filled = filled.with("techniques", &**technique);
    }
    for (at, point) in typed.points.iter().enumerate() {
        let name = |part: &str| format!("points.{}.{part}", at + 1);
        filled = filled
            .with(&name("level"), &*point.level)
            .with(&name("place"), &*point.place)
            .with(&name("en"), &*point.en)
            .with(&name("es"), &*point.es)
            .with(&name("fr"), &*point.fr);
    }
    filled
}

/// Answers how many points a posted form showed.
pub(super) fn shown(filled: &Filled) -> usize {
    filled.typed("shown").parse().unwrap_or(0)
}

impl Form<'_> {
    /// Answers the key of the page's title.
    pub(super) fn title(&self) -> &'static str {
        if self.corrects.is_some() { "documents-correct-title" } else { "documents-draft-title" }
    }

    /// Draws the form.
    pub(super) fn drawn(&self, setting: &Setting<'_>, filled: &Filled) -> Markup {
        let voice = setting.voice;
        let language = Language::parse(filled.typed("language")).unwrap_or(voice.language);
        html! {
            (fields::error_summary(voice, filled))
            h1 { (self.heading(voice)) }
            (parts::notice(Tone::Soon, html! { p { strong { (voice.t("documents-no-persons")) } " " (voice.t("documents-no-persons-why")) } }))
            (fields::form(self.action, self.csrf, html! {
                (fields::hidden("shown", &self.points.to_string()))
                @if self.corrects.is_some() {
                    (fields::textarea(voice, filled, &Field::new("note", "documents-note").hint("documents-note-hint")
                        .rows(3).max_length(NOTE_CHARS_MAX as u32)))
                }
                (parts::card("of-documents", &voice.t("documents-form-documents"), documents(voice, filled)))
                (parts::card("of-fraud", &voice.t("documents-form-fraud"), fraud(voice, filled)))
                @for number in 1..=self.points { (point(voice, filled, number, language)) }
                div .row {
                    button type="submit" name="act" value="continue" { (voice.t("documents-continue")) }
                    @if self.points < POINTS_MAX {
                        button .plain type="submit" name="act" value="add" { (voice.t("documents-point-add")) }
                    }
                    button .plain type="submit" name="act" value="keep" { (voice.t("documents-draft-keep")) }
                    button .plain type="submit" name="act" value="discard" { (voice.t("documents-draft-discard")) }
                }
            }))
        }
    }

    fn heading(&self, voice: &Voice) -> String {
        match self.corrects {
            Some(correcting) => voice
                .tn("documents-correct-heading", &[("reference", correcting.reference.as_str().into())])
                .into_owned(),
            None => voice.t("documents-draft-title").into_owned(),
        }
    }
}

fn documents(voice: &Voice, filled: &Filled) -> Markup {
    let kinds: Vec<Choice<'_>> =
        DocumentKind::ALL.iter().map(|kind| Choice::new(kind.code(), voice.t(kind.key()))).collect();
    html! {
        (fields::select(voice, filled, &Field::new("kind", "documents-kind"), &kinds))
        (fields::text_input(voice, filled, &Field::new("issuer", "documents-issuer").hint("documents-issuer-hint").mono().max_length(3)))
        (fields::text_input(voice, filled, &Field::new("pattern", "documents-pattern").hint("documents-pattern-hint").optional().mono().max_length(40)))
    }
}

fn fraud(voice: &Voice, filled: &Filled) -> Markup {
    let classes: Vec<Choice<'_>> =
        FraudClass::ALL.iter().map(|class| Choice::new(class.code(), voice.t(class.key()))).collect();
    let techniques: Vec<Choice<'_>> =
        Technique::ALL.iter().map(|technique| Choice::new(technique.code(), voice.t(technique.key()))).collect();
    let borders: Vec<Choice<'_>> =
        BorderType::ALL.iter().map(|border| Choice::new(border.code(), voice.t(border.key()))).collect();
    let languages: Vec<Choice<'_>> =
        Language::ALL.iter().map(|language| Choice::new(language.tag(), language.own_name())).collect();
    html! {
        (fields::select(voice, filled, &Field::new("fraud_class", "documents-class"), &classes))
        (fields::checkboxes(voice, filled, &Field::new("techniques", "documents-techniques").optional(), &techniques))
        (fields::text_input(voice, filled, &Field::new("documents_seen", "documents-seen").hint("documents-seen-hint").input_mode("numeric").max_length(6)))
        (fields::text_input(voice, filled, &Field::new("first_seen", "documents-first-seen").hint("documents-first-seen-hint").max_length(7)))
        (fields::select(voice, filled, &Field::new("detected_border", "documents-detected-border").hint("documents-detected-border-hint"), &borders))
        (fields::text_input(voice, filled, &Field::new("detected_in", "documents-detected-in").hint("documents-issuer-hint").mono().max_length(3)))
        (fields::select(voice, filled, &Field::new("language", "documents-language").hint("documents-language-hint"), &languages))
    }
}

fn point(voice: &Voice, filled: &Filled, number: usize, author: Language) -> Markup {
    let name = |part: &str| format!("points.{number}.{part}");
    let levels: Vec<Choice<'_>> =
        CheckLevel::ALL.iter().map(|level| Choice::new(level.code(), voice.t(level.key()))).collect();
    let (level, place) = (name("level"), name("place"));
    let text = |language: Language, need: bool| {
        let name = name(language.tag());
        let label = voice.tn("documents-point-text", &[("language", language.tag().into())]);
        let field = Field::labelled(&name, label).rows(3).max_length(POINT_CHARS_MAX as u32);
        let field = if need { field.hint("documents-point-text-hint") } else { field.unmarked() };
        fields::textarea(voice, filled, &field)
    };
    let others = || Language::ALL.into_iter().filter(|language| *language != author);
    let open = others().any(|language| {
        !filled.typed(&name(language.tag())).is_empty() || filled.error(&name(language.tag())).is_some()
    });
    let id = format!("points.{number}");
    let preset = if filled.typed(&level).is_empty() { filled.clone().with(&level, "1") } else { filled.clone() };
    html! {
        section .card #(id) aria-labelledby={ (id) ".title" } {
            h2 id={ (id) ".title" } { (voice.tn("documents-point", &[("number", number.into())])) }
            (text(author, number == 1))
            (fields::text_input(voice, filled, &Field::new(&place, "documents-point-place").hint("documents-point-place-hint").unmarked().max_length(PLACE_CHARS_MAX as u32)))
            (fields::radios(voice, &preset, &Field::new(&level, "documents-point-level").unmarked(), &levels))
            details open[open] {
                summary { (voice.t("documents-point-others")) }
                div .opened { @for language in others() { (text(language, false)) } }
            }
        }
    }
}
