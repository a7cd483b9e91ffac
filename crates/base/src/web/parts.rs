//! The smaller parts a page is put together from.

use maud::{Markup, html};

use super::fields::{form, hidden};
use super::voice::Voice;

/// How urgent a tag or a notice is; its words say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Neither good nor bad.
    Quiet,
    /// On its way.
    Deep,
    /// Done.
    Done,
    /// Wants attention soon.
    Soon,
    /// Late, or refused.
    Late,
}

/// One step of a timeline.
#[derive(Debug, Clone)]
pub struct Step {
    /// Whether it happened.
    pub stand: Stand,
    /// What it is.
    pub text: Markup,
    /// When it was or will be.
    pub when: Option<Markup>,
}

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// It happened.
    Past,
    /// It should have happened and did not.
    Missed,
    /// It is to come.
    Next,
}

/// A question asked before something is done that cannot be taken back.
#[derive(Debug, Clone)]
pub struct Confirm<'a> {
    /// The question, in the reader's language.
    pub question: String,
    /// What will follow.
    pub consequence: Markup,
    /// The address the answer is posted to.
    pub action: &'a str,
    /// The form's token.
    pub csrf: &'a str,
    /// The key of the button that does it: a verb, not "yes".
    pub act: &'a str,
    /// The address of the way back.
    pub back: &'a str,
    /// What the form sends besides.
    pub fields: Vec<(&'a str, &'a str)>,
}

/// Draws a section of a page under its own heading.
pub fn card(id: &str, heading: &str, body: Markup) -> Markup {
    html! { section .card aria-labelledby=(id) { h2 #(id) { (heading) } (body) } }
}

/// Draws two columns: one of purpose, one of context; on a narrow screen one below the other.
pub fn two_columns(purpose: Markup, context: Markup) -> Markup {
    html! { div .two { div { (purpose) } div { (context) } } }
}

/// Draws a short word about the state of something.
pub fn tag(tone: Tone, text: &str) -> Markup {
    html! { span .tag .(tone.class()) { (text) } }
}

/// Draws a list of names and values.
pub fn facts(facts: &[(&str, Markup)]) -> Markup {
    html! { dl .facts { @for (name, value) in facts { div { dt { (name) } dd { (value) } } } } }
}

/// Draws a band that says what has just happened, or what to know first.
pub fn notice(tone: Tone, body: Markup) -> Markup {
    html! { div .notice .(tone.class()) role="status" { (body) } }
}

/// Draws something that opens on demand.
pub fn details(summary: &str, body: Markup) -> Markup {
    html! { details { summary { (summary) } div .opened { (body) } } }
}

/// Draws how far something has come, with the same in words; without a total, that it is under way.
pub fn progress(voice: &Voice, label: &str, done: u64, total: Option<u64>) -> Markup {
    let words = match total {
        Some(total) => voice.tn("progress-of", &[("done", done.into()), ("total", total.into())]),
        None => voice.tn("progress-so-far", &[("done", done.into())]),
    };
    html! {
        div .progress {
            label { span { (label) } " " progress value=[total.map(|_| done)] max=[total.map(|total| total.max(1))] { (words) } }
            p { (words) }
        }
    }
}

/// Draws what has happened and what is to come, from above.
pub fn timeline(voice: &Voice, steps: &[Step]) -> Markup {
    html! {
        ol .line { @for step in steps {
            li .(step.stand.class()) {
                @if let Some(key) = step.stand.key() { span .unseen { (voice.t(key)) } " " }
                (step.text) @if let Some(when) = &step.when { " " small { (when) } }
            }
        } }
    }
}

/// Draws the page that asks before something is done.
pub fn confirm(voice: &Voice, confirm: &Confirm<'_>) -> Markup {
    html! {
        h1 { (confirm.question) }
        div .consequence { (confirm.consequence) }
        (form(confirm.action, confirm.csrf, html! {
            @for (name, value) in &confirm.fields { (hidden(name, value)) }
            div .row {
                button .grave type="submit" { (voice.t(confirm.act)) }
                a .button .plain href=(confirm.back) { (voice.t("form-cancel")) }
            }
        }))
    }
}

impl Tone {
    fn class(self) -> &'static str {
        match self {
            Tone::Quiet => "quiet",
            Tone::Deep => "deep",
            Tone::Done => "done",
            Tone::Soon => "soon",
            Tone::Late => "late",
        }
    }
}

impl Stand {
    fn class(self) -> &'static str {
        match self {
            Stand::Past => "past",
            Stand::Missed => "miss",
            Stand::Next => "next",
        }
    }

    fn key(self) -> Option<&'static str> {
        match self {
            Stand::Past => None,
            Stand::Missed => Some("timeline-missed"),
            Stand::Next => Some("timeline-next"),
        }
    }
}
