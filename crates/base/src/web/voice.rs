//! How a page speaks: in whose language, in which time zone, at what instant.

use std::borrow::Cow;
use std::sync::Arc;

use jiff::tz::TimeZone;
use jiff::{Timestamp, civil};
use maud::{Markup, PreEscaped, Render, html};

use crate::words::{Language, Value, Words, written};

/// What every page function takes first.
#[derive(Clone)]
pub struct Voice {
    /// All texts.
    pub words: Arc<Words>,
    /// The language the reader chose.
    pub language: Language,
    /// The time zone the reader chose; every instant is shown in it.
    pub zone: TimeZone,
    /// The instant the page speaks at.
    pub now: Timestamp,
}

impl Voice {
    /// Says a text.
    pub fn t(&self, key: &str) -> Cow<'_, str> {
        self.words.text(self.language, key, &[])
    }

    /// Says a text with arguments; a number takes the plural and the digits of the language.
    pub fn tn(&self, key: &str, args: &[(&str, Value<'_>)]) -> Cow<'_, str> {
        self.words.text(self.language, key, args)
    }

    /// Says a text in which markup stands in the place of some arguments; everything else is escaped.
    pub fn rich(&self, key: &str, args: &[(&str, Value<'_>)], inlays: &[(&str, Markup)]) -> Markup {
        // Private-use characters mark the places: fluent sees plain text, and no outside text can bring markup in.
        let places: Vec<String> = (0..inlays.len()).map(|place| format!("\u{f8f0}{place}\u{f8f1}")).collect();
        let mut all: Vec<(&str, Value<'_>)> = args.to_vec();
        all.extend(inlays.iter().zip(&places).map(|((name, _), place)| (*name, Value::from(place.as_str()))));
        let text = self.tn(key, &all);
        let mut out = String::new();
        for (turn, piece) in text.split(['\u{f8f0}', '\u{f8f1}']).enumerate() {
            match piece.parse::<usize>().ok().filter(|_| turn % 2 == 1).and_then(|place| inlays.get(place)) {
                Some((_, markup)) => out.push_str(&markup.0),
                None => out.push_str(&piece.render().0),
            }
        }
        PreEscaped(out)
    }

    /// Writes a whole number.
    pub fn number(&self, number: i64) -> String {
        written::number(self.language, number)
    }

    /// Writes a calendar day.
    pub fn date(&self, day: civil::Date) -> Markup {
        html! { time datetime=(day) { (written::day(self.language, day)) } }
    }

    /// Writes a calendar day with its weekday and the month in full.
    pub fn long_date(&self, day: civil::Date) -> Markup {
        html! { time datetime=(day) { (written::long_day(self.language, day)) } }
    }

    /// Writes an instant in the reader's zone: day, time and offset from UTC.
    ///
    /// The offset rather than an abbreviation: several zones of the region share one, and abbreviations are English.
    pub fn instant(&self, at: Timestamp) -> Markup {
        html! { time datetime=(at) { (self.instant_text(at)) } }
    }

    /// Writes an instant as [`Voice::instant`] does, as plain text.
    pub fn instant_text(&self, at: Timestamp) -> String {
        format!("{} {}", written::moment(self.language, self.zone.to_datetime(at)), self.offset(at))
    }

    /// Writes the offset from UTC that the reader's zone has at an instant, as `UTC−6`.
    pub fn offset(&self, at: Timestamp) -> String {
        let seconds = self.zone.to_offset(at).seconds();
        let sign = if seconds < 0 { '−' } else { '+' };
        let (hours, minutes) = (seconds.abs() / 3600, seconds.abs() % 3600 / 60);
        match (hours, minutes) {
            (0, 0) => "UTC".to_owned(),
            (_, 0) => format!("UTC{sign}{hours}"),
            _ => format!("UTC{sign}{hours}:{minutes:02}"),
        }
    }

    /// Says how long ago something was, as `2 minutes ago`; what is more than a month away, or still to come, gets its day.
    pub fn ago(&self, at: Timestamp) -> Markup {
        html! { time datetime=(at) { (self.ago_text(at)) } }
    }

    /// Says the same as [`Voice::ago`], as plain text.
    pub fn ago_text(&self, at: Timestamp) -> String {
        let seconds = self.now.as_second() - at.as_second();
        let (key, count) = match seconds {
            0..60 => ("time-ago-moment", 0),
            60..3_600 => ("time-ago-minutes", seconds / 60),
            3_600..86_400 => ("time-ago-hours", seconds / 3_600),
            86_400..2_678_400 => ("time-ago-days", seconds / 86_400),
            // A clock a few seconds ahead of ours is no news from the future.
            -60..0 => ("time-ago-moment", 0),
            _ => return self.instant_text(at),
        };
        if count == 0 { self.t(key).into_owned() } else { self.tn(key, &[("count", count.into())]).into_owned() }
    }

    /// Sorts things by their names in the dictionary order of the language.
    pub fn collate<T>(&self, things: &mut [T], name: impl Fn(&T) -> &str) {
        things.sort_by(|left, right| written::compare(self.language, name(left), name(right)));
    }
}
