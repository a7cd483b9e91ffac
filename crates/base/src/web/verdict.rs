//! The answer to a question, read in three seconds at arm's length, and a zone shown character by character.

use maud::{Markup, html};

use super::voice::Voice;

/// How an answer looks: its shape and its words carry it, colour only helps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Band {
    /// Nothing was found; quiet, never green.
    None,
    /// Something is on record; look closer.
    Report,
    /// Something is to be done now.
    Alert,
    /// The question could not be read; ask again.
    Unreadable,
    /// Somebody is to be protected.
    Protect,
}

/// How a run of characters in a zone stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// No digit covers it.
    Plain,
    /// A check digit covers it and agrees.
    Ok,
    /// It fails a check.
    Bad,
    /// Filler.
    Fill,
}

/// A run of characters of one mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span<'a> {
    /// The characters, as read.
    pub text: &'a str,
    /// How they stand.
    pub mark: Mark,
}

/// Draws the band of an answer: what to do, in six words, then why.
pub fn answer(band: Band, heading: &str, reason: Markup) -> Markup {
    html! {
        div .answer .(band.class()) role="status" {
            (shape(band))
            div { h1 { (heading) } p { (reason) } }
        }
    }
}

/// Draws a zone line by line; the label names it for those who hear it.
pub fn zone(label: &str, lines: &[Vec<Span<'_>>]) -> Markup {
    html! {
        pre .zone tabindex="0" role="region" aria-label=(label) translate="no" {
            @for (turn, line) in lines.iter().enumerate() {
                @if turn > 0 { "\n" }
                @for span in line {
                    @match span.mark {
                        Mark::Plain => (span.text),
                        Mark::Ok => span .ok { (span.text) },
                        Mark::Bad => mark .bad { (span.text) },
                        Mark::Fill => span .fill { (span.text) },
                    }
                }
            }
        }
    }
}

/// Says in words what the marks of a zone mean.
pub fn zone_key(voice: &Voice) -> Markup {
    html! {
        ul .zone-key {
            li { span .sample.ok.mono aria-hidden="true" { "123" } (voice.t("zone-ok")) }
            li { span .sample.bad.mono aria-hidden="true" { "4" } (voice.t("zone-bad")) }
            li { span .sample.mono aria-hidden="true" { "ABC" } (voice.t("zone-plain")) }
        }
    }
}

impl Band {
    fn class(self) -> &'static str {
        match self {
            Band::None => "none",
            Band::Report => "report",
            Band::Alert => "alert",
            Band::Unreadable => "unreadable",
            Band::Protect => "protect",
        }
    }
}

fn shape(band: Band) -> Markup {
    let outline = match band {
        Band::None => "M24 4a20 20 0 1 0 0 40 20 20 0 1 0 0-40z",
        Band::Report => "M24 4 46 43H2z",
        Band::Alert => "M16 3h16l13 13v16L32 45H16L3 32V16z",
        Band::Unreadable => "M3 10h42v28H3z",
        Band::Protect => "M24 3 42 9v14c0 11-7 18-18 22C13 41 6 34 6 23V9z",
    };
    let inside = match band {
        Band::None => "M15 24h18",
        Band::Report => "M24 18v10m0 8v.01",
        Band::Alert => "M24 12v14m0 9v.01",
        Band::Unreadable => "M19.5 20c0-6.5 9-6.5 9 0 0 3-4.5 3-4.5 6m0 6.5v.01",
        Band::Protect => "M28 17a4 4 0 1 1-8 0 4 4 0 1 1 8 0zM15.5 33c1-8.5 16-8.5 17 0",
    };
    html! {
        svg viewBox="0 0 48 48" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" stroke-linejoin="round" stroke-linecap="round" {
            path d=(outline) stroke-width="4" stroke-dasharray=[(band == Band::Unreadable).then_some("7 6")] {}
            path d=(inside) stroke-width="4.5" {}
        }
    }
}
