//! What several pages of this room show: an alert's text, its facts, its points of detection, where it stands.

use base::ground::Puebla;
use base::identity::Identity;
use base::ids::StateCode;
use base::web::Voice;
use base::web::fields;
use base::web::parts::{self, Tone};
use jiff::Timestamp;
use jiff::civil::Date;
use maud::{Markup, html};

use super::alert::{AlertText, Point};
use super::coded::{FraudClass, Standing};
use super::fitting::today;

/// What every page of this room needs besides what it shows: a voice, the names of States, the day.
pub(super) struct Setting<'a> {
    /// How to speak.
    pub voice: &'a Voice,
    /// The names of States, and whom to call there.
    identity: &'a Identity,
    /// The day by which alerts are due and expire.
    pub today: Date,
}

impl<'a> Setting<'a> {
    /// Takes the names of States from the process served.
    pub fn of(voice: &'a Voice, ground: &'a Puebla, now: Timestamp) -> Self {
        Setting { voice, identity: &ground.identity, today: today(now) }
    }

    /// Answers a State's name with its code; the code alone for States outside the process.
    pub fn state(&self, state: StateCode) -> String {
        if state.as_str() == "UTO" {
            return self.voice.t("documents-state-utopia").into_owned();
        }
        match self.identity.profile().parties.get(&state) {
            Some(party) => format!("{} ({state})", party.name.in_language(self.voice.language)),
            None => state.to_string(),
        }
    }

    /// Answers whom another State calls about a report; empty where its State named nobody.
    pub fn contact(&self, state: StateCode) -> String {
        self.identity.contact(state)
    }

    /// Answers a day as plain text.
    pub fn day(&self, day: Date) -> String {
        self.voice.date_text(day)
    }

    /// Answers what an alert is about, as one line: `Passport UTO, K9#######`.
    pub fn title(&self, text: &AlertText) -> String {
        let kind = self.voice.t(text.kind.key());
        let issuer = text.issuer.as_str();
        match &text.pattern {
            Some(pattern) => self.voice.tn(
                "documents-title-series",
                &[("kind", kind.into()), ("issuer", issuer.into()), ("pattern", pattern.as_str().into())],
            ),
            None => self.voice.tn("documents-title-general", &[("kind", kind.into()), ("issuer", issuer.into())]),
        }
        .into_owned()
    }

    /// Draws a text as others will see it.
    pub fn preview(&self, text: &AlertText) -> Markup {
        parts::card(
            "preview",
            &self.title(text),
            html! {
                p { (class(self.voice, text.class)) }
                (self.points(text))
                (facts(&self.facts_of(text)))
            },
        )
    }

    /// Draws the points of detection, numbered, in the reader's language where they were written in it.
    pub fn points(&self, text: &AlertText) -> Markup {
        html! { ol .points { @for point in &text.points { li { (self.point(point, text)) } } } }
    }

    fn point(&self, point: &Point, text: &AlertText) -> Markup {
        let (said, language) = point.for_reader(self.voice.language, text.language);
        html! {
            @if !point.place.is_empty() { span .place lang=(text.language.tag()) { (point.place) } " " }
            span lang=(language.tag()) { (said) } " " small .level { (self.voice.t(point.level.key())) }
        }
    }

    /// Answers the facts of a text by the names of its fields.
    pub fn facts_of(&self, text: &AlertText) -> Vec<(String, Markup)> {
        let voice = self.voice;
        let techniques: Vec<String> = text.techniques.iter().map(|one| voice.t(one.key()).into_owned()).collect();
        let pattern = match &text.pattern {
            Some(pattern) => html! { span .mono .pattern { (pattern) } },
            None => html! { (voice.t("documents-pattern-none")) },
        };
        let mut facts = vec![
            ("documents-kind", html! { (voice.t(text.kind.key())) }),
            ("documents-issuer", html! { (self.state(text.issuer)) }),
            ("documents-pattern", pattern),
            ("documents-class", html! { (voice.t(text.class.key())) }),
        ];
        if !techniques.is_empty() {
            facts.push(("documents-techniques", html! { (techniques.join("; ")) }));
        }
        facts.push(("documents-seen", html! { (voice.number(i64::from(text.documents_seen))) }));
        if let Some(day) = text.first_seen.first_day() {
            facts.push(("documents-first-seen", voice.month(day)));
        }
        let detected = voice.tn(
            "documents-detected-at",
            &[("border", voice.t(text.detected_border.key()).into()), ("state", self.state(text.detected_in).into())],
        );
        facts.push(("documents-detected", html! { (detected) }));
        facts.push(("documents-language", html! { span lang=(text.language.tag()) { (text.language.own_name()) } }));
        facts.into_iter().map(|(key, value)| (voice.t(key).into_owned(), value)).collect()
    }
}

/// Draws names and values.
pub(super) fn facts(all: &[(String, Markup)]) -> Markup {
    let all: Vec<(&str, Markup)> = all.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
    parts::facts(&all)
}

/// Draws the class of fraud.
pub(super) fn class(voice: &Voice, class: FraudClass) -> Markup {
    parts::tag(Tone::Soon, &voice.t(class.key()))
}

/// Draws where an alert stands.
pub(super) fn standing(voice: &Voice, standing: Standing) -> Markup {
    let tone = match standing {
        Standing::Submitted | Standing::Confirmed => Tone::Deep,
        Standing::Returned => Tone::Soon,
        Standing::Published => Tone::Done,
        Standing::Superseded | Standing::Retracted => Tone::Quiet,
        Standing::Withdrawn => Tone::Late,
    };
    parts::tag(tone, &voice.t(standing.key()))
}

/// What has just been done, by the code an address carries; none for any other text there.
pub(super) fn done(voice: &Voice, code: &str) -> Option<Markup> {
    let key = match code {
        "submitted" => "documents-done-submitted",
        "corrected" => "documents-done-corrected",
        "confirmed" => "documents-done-confirmed",
        "returned" => "documents-done-returned",
        "published" => "documents-done-published",
        "reviewed" => "documents-done-reviewed",
        "superseded" => "documents-done-superseded",
        "withdrawn" => "documents-done-withdrawn",
        "kept" => "documents-done-kept",
        "discarded" => "documents-done-discarded",
        _ => return None,
    };
    Some(parts::notice(Tone::Done, html! { p { (voice.t(key)) } }))
}

/// Says that a review is due.
pub(super) fn review_due(voice: &Voice) -> Markup {
    parts::tag(Tone::Soon, &voice.t("documents-review-due"))
}

/// A last look before something is said: what it is, what follows, and the button that says it.
pub(super) struct Ask<'a> {
    /// The question, in the reader's language.
    pub question: String,
    /// What follows, and what will be said.
    pub consequence: Markup,
    /// The address the answer is posted to.
    pub action: &'a str,
    /// The session's secret.
    pub csrf: &'a str,
    /// The key of the button that says it.
    pub act: &'a str,
    /// The address of the way back.
    pub back: &'a str,
    /// The fingerprint of what was seen, which the answer sends back: it may have changed meanwhile.
    pub seen: &'a str,
}

/// Draws a last look.
pub(super) fn ask(voice: &Voice, ask: &Ask<'_>) -> Markup {
    html! {
        h1 { (ask.question) }
        (ask.consequence)
        (fields::form(ask.action, ask.csrf, html! {
            (fields::hidden("seen", ask.seen))
            (fields::submit_row(voice, ask.act, Some(html! { a .button .plain href=(ask.back) { (voice.t("form-cancel")) } })))
        }))
    }
}
