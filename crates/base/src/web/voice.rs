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

    /// Writes an amount of money, given in hundredths of its unit, with two places and without its currency.
    pub fn hundredths(&self, hundredths: i64) -> String {
        written::hundredths(self.language, hundredths)
    }

    /// Writes a calendar day.
    pub fn date(&self, day: civil::Date) -> Markup {
        html! { time datetime=(day) { (self.date_text(day)) } }
    }

    /// Writes a calendar day as plain text, for a place in a sentence.
    pub fn date_text(&self, day: civil::Date) -> String {
        written::day(self.language, day)
    }

    /// Writes the month that a day lies in.
    pub fn month(&self, day: civil::Date) -> Markup {
        html! { time datetime=(day.strftime("%Y-%m")) { (written::month(self.language, day)) } }
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
        format!("{}\u{a0}{}", written::moment(self.language, self.zone.to_datetime(at)), self.offset(at))
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

    /// Says how much time is left at an instant: days and hours, in the last two days hours and minutes; of nothing, nothing.
    pub fn left(&self, now: Timestamp, deadline: Timestamp) -> String {
        let minutes = deadline.duration_since(now).as_secs().max(0) / 60;
        let (days, hours) = (minutes / 1_440, minutes % 1_440 / 60);
        match days {
            0..2 => self.tn("time-left-hours", &[("hours", (minutes / 60).into()), ("minutes", (minutes % 60).into())]),
            _ => self.tn("time-left-days", &[("days", days.into()), ("hours", hours.into())]),
        }
        .into_owned()
    }

    /// Writes what somebody said between the quotation marks of the language.
    pub fn quoted(&self, said: &str) -> String {
        self.tn("shell-quoted", &[("said", said.into())]).into_owned()
    }

    /// Sorts things by their names in the dictionary order of the language.
    pub fn collate<T>(&self, things: &mut [T], name: impl Fn(&T) -> &str) {
        things.sort_by(|left, right| written::compare(self.language, name(left), name(right)));
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::samples::voice;
    use super::*;
    use Language::{En, Es, Fr};

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn an_instant_is_shown_in_the_readers_zone_with_its_offset() {
        let closes = at("2025-06-20T23:00:00Z");
        let shown = |language| voice(language).instant(closes).0;
        assert_eq!(shown(Es), "<time datetime=\"2025-06-20T23:00:00Z\">20 jun 2025, 17:00\u{a0}UTC−6</time>");
        assert_eq!(voice(En).instant_text(closes), "Jun 20, 2025, 17:00\u{a0}UTC−6");
        assert_eq!(voice(Fr).instant_text(closes), "20 juin 2025, 17 h 00\u{a0}UTC−6");
        let mut ottawa = voice(Es);
        ottawa.zone = TimeZone::get("America/Toronto").unwrap();
        assert_eq!(ottawa.instant_text(closes), "20 jun 2025, 19:00\u{a0}UTC−4", "summer time counts");
    }

    #[test]
    fn an_offset_is_written_to_the_minute_only_where_it_must_be() {
        let mut voice = voice(En);
        for (name, offset) in [
            ("UTC", "UTC"),
            ("America/St_Johns", "UTC−2:30"),
            ("Asia/Kolkata", "UTC+5:30"),
            ("America/Panama", "UTC−5"),
        ] {
            voice.zone = TimeZone::get(name).unwrap();
            assert_eq!(voice.offset(at("2025-06-20T23:00:00Z")), offset);
        }
    }

    #[test]
    fn the_age_of_data_is_said_in_words() {
        let (es, fr, en) = (voice(Es), voice(Fr), voice(En));
        assert_eq!(es.ago_text(at("2025-06-18T22:11:01Z")), "hace menos de un minuto");
        assert_eq!(es.ago_text(at("2025-06-18T22:10:59Z")), "hace un minuto");
        assert_eq!(es.ago_text(at("2025-06-18T22:10:00Z")), "hace 2 minutos");
        assert_eq!(fr.ago_text(at("2025-06-18T20:12:00Z")), "il y a 2 heures");
        assert_eq!(en.ago_text(at("2025-06-17T22:12:00Z")), "one day ago");
        assert_eq!(en.ago_text(at("2025-05-18T22:12:01Z")), "30 days ago");
        assert_eq!(
            en.ago_text(at("2025-05-01T00:00:00Z")),
            "Apr 30, 2025, 18:00\u{a0}UTC−6",
            "too long ago for a count"
        );
        assert_eq!(en.ago_text(at("2025-06-18T22:12:30Z")), "less than a minute ago", "a clock a little ahead");
        assert_eq!(en.ago_text(at("2025-06-18T23:12:00Z")), "Jun 18, 2025, 17:12\u{a0}UTC−6", "still to come");
    }

    #[test]
    fn what_is_left_of_a_deadline_is_told_to_the_minute_in_its_last_two_days() {
        let (en, fr) = (voice(En), voice(Fr));
        let left = |voice: &Voice, now| voice.left(at(now), at("2025-06-20T23:00:00Z"));
        assert_eq!(left(&fr, "2025-06-18T22:59:00Z"), "2 j 0 h");
        assert_eq!(left(&en, "2025-06-18T23:00:01Z"), "47 h 59 min");
        assert_eq!(left(&en, "2025-06-20T23:00:01Z"), "0 h 0 min", "over");
    }

    #[test]
    fn words_of_others_stand_between_the_marks_of_the_readers_language() {
        let said = [En, Es, Fr].map(|language| voice(language).quoted("No <b>."));
        assert_eq!(said, ["“No <b>.”", "«No <b>.»", "«\u{a0}No <b>.\u{a0}»"]);
    }

    #[test]
    fn a_day_carries_its_form_for_machines() {
        let day = civil::date(1992, 2, 14);
        assert_eq!(voice(Es).date(day).0, "<time datetime=\"1992-02-14\">14 feb 1992</time>");
        assert_eq!(voice(Es).month(day).0, "<time datetime=\"1992-02\">febrero de 1992</time>");
        assert_eq!(voice(Es).long_date(day).0, "<time datetime=\"1992-02-14\">viernes, 14 de febrero de 1992</time>");
    }

    #[test]
    fn markup_stands_in_a_sentence_and_everything_else_is_escaped() {
        let voice = voice(En);
        let title = html! { b { "<1>" } };
        assert_eq!(
            voice.rich("shell-zone", &[("offset", "<script>".into())], &[("zone", title.clone())]).0,
            "Times are shown for <b>&lt;1&gt;</b> (&lt;script&gt;)."
        );
        let forged = voice.rich("shell-zone", &[("offset", "\u{f8f0}0\u{f8f1}".into())], &[("zone", html! { "Z" })]).0;
        assert_eq!(forged, "Times are shown for Z (Z).", "a forged place can only repeat what the page already shows");
    }

    #[test]
    fn states_sort_as_the_language_sorts_them() {
        let mut states = ["México", "Estados Unidos", "Éxodo", "El Salvador", "Belice"];
        voice(Es).collate(&mut states, |state| state);
        assert_eq!(states, ["Belice", "El Salvador", "Estados Unidos", "Éxodo", "México"]);
    }
}
