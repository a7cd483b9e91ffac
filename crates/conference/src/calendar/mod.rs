//! Meetings and deadlines as an iCalendar feed (RFC 5545, RFC 7986): one for each delegation, in its language.
//!
//! A meeting is a VEVENT, a deadline a VTODO. Instants are written in UTC, which every calendar shows in its own zone and which needs no table of
//! zones; what lasts whole days is written as days. The form is in `docs/formats/calendar.md`; two libraries that others wrote read it in
//! `tests/formats`.

mod lines;

use jiff::Timestamp;
use jiff::civil::Date;

use self::lines::Lines;
use crate::language::TextLanguage;

/// A calendar to which somebody subscribes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// What the calendar is called.
    pub name: String,
    /// The language of its texts.
    pub language: TextLanguage,
    /// The server's name, which makes ids unique in the world, such as `secretariat.example`.
    pub domain: String,
    /// What stands in it.
    pub entries: Vec<Entry>,
}

/// A meeting or a deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id, which never changes: a calendar that has it replaces it by this.
    pub id: String,
    /// How often it has changed.
    pub revision: u32,
    /// When it last did.
    pub changed_at: Timestamp,
    /// In a few words.
    pub summary: String,
    /// In more.
    pub description: Option<String>,
    /// Its page.
    pub address: Option<String>,
    /// When and what.
    pub kind: Kind,
}

/// When, and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A meeting of whole days.
    Days {
        /// The first day.
        from: Date,
        /// The last, included.
        to: Date,
        /// Where.
        place: Option<String>,
        /// Whether it is called off.
        cancelled: bool,
    },
    /// A sitting of some hours.
    Hours {
        /// When it begins.
        from: Timestamp,
        /// When it ends.
        to: Timestamp,
        /// Where.
        place: Option<String>,
        /// Whether it is called off.
        cancelled: bool,
    },
    /// A deadline at an instant, such as that of a no-objection round.
    DueAt {
        /// The last instant in time.
        at: Timestamp,
        /// What has become of it.
        todo: Todo,
    },
    /// A duty that is due on a day.
    DueOn {
        /// The last day in time.
        on: Date,
        /// What has become of it.
        todo: Todo,
    },
}

/// What has become of a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Todo {
    /// Something is to be done.
    Open,
    /// It was done.
    Done {
        /// When that was recorded.
        at: Timestamp,
    },
    /// It is no longer to be done.
    Dropped,
}

/// Answers a feed as iCalendar text, UTF-8, with CRLF at the end of each line.
pub fn feed(feed: &Feed) -> String {
    let mut lines = Lines::default();
    lines.raw("BEGIN", "VCALENDAR");
    lines.raw("VERSION", "2.0");
    let language = feed.language.two_letters().to_uppercase();
    lines.raw("PRODID", &format!("-//Puebla//Virtual Secretariat//{language}"));
    lines.raw("CALSCALE", "GREGORIAN");
    lines.raw("METHOD", "PUBLISH");
    lines.text("NAME", None, &feed.name);
    // What calendars read that are older than RFC 7986.
    lines.text("X-WR-CALNAME", None, &feed.name);
    lines.raw("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
    if feed.entries.is_empty() {
        nothing(&mut lines);
    }
    for entry in &feed.entries {
        component(&mut lines, feed, entry);
    }
    lines.raw("END", "VCALENDAR");
    lines.into_text()
}

/// A calendar has at least one component (RFC 5545, 3.4), also when nothing stands in it: the zone in which nothing happens.
fn nothing(lines: &mut Lines) {
    lines.raw("BEGIN", "VTIMEZONE");
    lines.raw("TZID", "Etc/UTC");
    lines.raw("BEGIN", "STANDARD");
    lines.raw("DTSTART", "19700101T000000");
    lines.raw("TZOFFSETFROM", "+0000");
    lines.raw("TZOFFSETTO", "+0000");
    lines.raw("END", "STANDARD");
    lines.raw("END", "VTIMEZONE");
}

fn component(lines: &mut Lines, feed: &Feed, entry: &Entry) {
    let name = match entry.kind {
        Kind::Days { .. } | Kind::Hours { .. } => "VEVENT",
        Kind::DueAt { .. } | Kind::DueOn { .. } => "VTODO",
    };
    lines.raw("BEGIN", name);
    lines.text("UID", None, &format!("{}@{}", entry.id, feed.domain));
    // What is published is stamped with when it last changed, so that an unchanged feed is the same bytes.
    lines.raw("DTSTAMP", &instant(entry.changed_at));
    lines.raw("LAST-MODIFIED", &instant(entry.changed_at));
    lines.raw("SEQUENCE", &entry.revision.to_string());
    match &entry.kind {
        Kind::Days { from, to, place, cancelled } => {
            lines.raw("DTSTART;VALUE=DATE", &day(*from));
            // The end is the day after the last.
            if let Ok(end) = (*to.max(from)).tomorrow() {
                lines.raw("DTEND;VALUE=DATE", &day(end));
            }
            event(lines, feed, place.as_deref(), *cancelled);
            // It does not make the week of everybody who subscribes look taken.
            lines.raw("TRANSP", "TRANSPARENT");
        }
        Kind::Hours { from, to, place, cancelled } => {
            lines.raw("DTSTART", &instant(*from));
            if to.as_second() > from.as_second() {
                lines.raw("DTEND", &instant(*to));
            }
            event(lines, feed, place.as_deref(), *cancelled);
        }
        Kind::DueAt { at, todo } => {
            lines.raw("DUE", &instant(*at));
            state(lines, *todo);
        }
        Kind::DueOn { on, todo } => {
            lines.raw("DUE;VALUE=DATE", &day(*on));
            state(lines, *todo);
        }
    }
    lines.text("SUMMARY", Some(feed.language), &entry.summary);
    if let Some(description) = &entry.description {
        lines.text("DESCRIPTION", Some(feed.language), description);
    }
    if let Some(address) = &entry.address {
        lines.raw("URL", address);
    }
    lines.raw("END", name);
}

fn event(lines: &mut Lines, feed: &Feed, place: Option<&str>, cancelled: bool) {
    if let Some(place) = place {
        lines.text("LOCATION", Some(feed.language), place);
    }
    lines.raw("STATUS", if cancelled { "CANCELLED" } else { "CONFIRMED" });
}

fn state(lines: &mut Lines, todo: Todo) {
    match todo {
        Todo::Open => lines.raw("STATUS", "NEEDS-ACTION"),
        Todo::Done { at } => {
            lines.raw("STATUS", "COMPLETED");
            lines.raw("COMPLETED", &instant(at));
            lines.raw("PERCENT-COMPLETE", "100");
        }
        Todo::Dropped => lines.raw("STATUS", "CANCELLED"),
    }
}

fn instant(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

fn day(day: Date) -> String {
    day.strftime("%Y%m%d").to_string()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::due::Deadline;
    use crate::specimen::golden;

    fn at(text: &str) -> Timestamp {
        text.parse().expect("an instant")
    }

    fn entry(id: &str, summary: &str, kind: Kind) -> Entry {
        Entry {
            id: id.into(),
            revision: 2,
            changed_at: at("2031-06-01T00:00:00Z"),
            summary: summary.into(),
            description: Some("Documentos: véase el orden del día, punto 4;\nsala «Junco».".into()),
            address: Some("https://secretariat.example/meetings/4?agenda=1&item=2".into()),
            kind,
        }
    }

    /// A delegation's calendar: a meeting over a change of clocks, a sitting, a round's deadline, duties in every state.
    fn delegation() -> Feed {
        let due = Deadline::of_day(date(2031, 8, 30), "Europe/Paris").expect("a deadline");
        let place = Some("Islas del Junco, palacio \\ de congresos".to_owned());
        let (from, to) = (date(2031, 3, 29), date(2031, 3, 31));
        let kinds = [
            Kind::Days { from, to, place: place.clone(), cancelled: false },
            Kind::Hours { from: at("2031-03-30T07:00:00Z"), to: at("2031-03-30T10:30:00Z"), place, cancelled: true },
            Kind::DueAt { at: due.last(), todo: Todo::Open },
            Kind::DueOn { on: date(2031, 8, 30), todo: Todo::Open },
            Kind::DueOn { on: date(2031, 7, 29), todo: Todo::Done { at: at("2031-07-12T15:04:05Z") } },
            Kind::DueOn { on: date(2031, 12, 31), todo: Todo::Dropped },
        ];
        let summary =
            "IV Reunión del Diálogo de la Laguna sobre Movilidad: comentarios al registro de transbordadores, plazo";
        let entries = (1..).zip(kinds).map(|(number, kind)| entry(&format!("lag-{number}"), summary, kind)).collect();
        Feed {
            name: "Laguna del Norte: reuniones y plazos".into(),
            language: TextLanguage::Spanish,
            domain: "secretariat.example".into(),
            entries,
        }
    }

    #[test]
    fn a_delegations_meetings_and_deadlines_are_one_calendar() {
        golden("delegation.es.ics", &feed(&delegation()));
    }

    #[test]
    fn nothing_to_do_is_a_calendar_too() {
        golden("empty.fr.ics", &feed(&Feed { language: TextLanguage::French, entries: vec![], ..delegation() }));
    }

    #[test]
    fn hostile_text_stays_text() {
        let evil = "END:VEVENT\r\nBEGIN:VALARM; \"x\", \\n \u{0}\u{7f}\u{85}\u{2028} \u{202e}עברית 𝔸🛶 ";
        let mut hostile = delegation();
        hostile.name = evil.into();
        for entry in &mut hostile.entries {
            entry.summary = evil.repeat(9);
            entry.description = Some(evil.repeat(40));
            entry.address = Some(format!("https://secretariat.example/\r\nX:{evil}"));
        }
        // A meeting that ends before it begins ends on its first day.
        let (from, to) = (date(2031, 6, 2), date(2031, 6, 1));
        hostile.entries.push(entry("lag-7", evil, Kind::Days { from, to, place: Some(evil.into()), cancelled: false }));
        let same = at("2031-06-02T08:00:00Z");
        hostile.entries.push(entry("lag-8", evil, Kind::Hours { from: same, to: same, place: None, cancelled: false }));
        golden("hostile.es.ics", &feed(&hostile));
    }

    #[test]
    fn a_deadline_is_written_to_its_last_second() {
        let text = feed(&delegation());
        assert!(text.contains("\r\nDUE:20310830T215959Z\r\n"), "{text}");
        assert!(text.contains("\r\nDTSTART;VALUE=DATE:20310329\r\nDTEND;VALUE=DATE:20310401\r\n"), "{text}");
    }
}
