//! Reads meetings as forms and machines write them, names everything that is wrong with them, and draws the fields.

use base::ground::Puebla;
use base::identity::PartyKind;
use base::web::fields::{self, Choice, Field};
use base::web::{Filled, InputFault, Said, Voice};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use journal::StateCode;
use maud::{Markup, html};

use super::api::{MeetingChange, NewMeeting};
use super::entries::{Cancelled, Held, MeetingEntry, Moved, Planned};
use super::meeting::{DAYS_MAX, Sitting, Standing, Symbol, TEXT_CHARS_MAX};
use super::queries::Meeting;

/// The longest short name of a body, in characters.
const SERIES_CHARS_MAX: usize = 12;
/// The highest number of a meeting, beyond which somebody mistyped.
const NUMBER_MAX: u16 = 9_999;

/// Says what is wrong with a field; the code is what follows the room's prefix.
pub(super) fn fault(field: &str, key: &'static str) -> InputFault {
    InputFault::field(field, key.strip_prefix("meetings-fault-").unwrap_or(key), Said::plain(key))
}

/// Keeps what can be read, and every fault.
#[derive(Default)]
struct Found(Vec<InputFault>);

impl Found {
    fn keep<T>(&mut self, read: Result<T, InputFault>) -> Option<T> {
        read.map_err(|fault| self.0.push(fault)).ok()
    }
}

/// Answers whether a State is a member now.
fn is_member(ground: &Puebla, state: StateCode) -> bool {
    ground.identity.profile().parties.get(&state).is_some_and(|party| party.kind == PartyKind::Member)
}

/// Reads a meeting that is called.
///
/// Errors: every fault, each in the field that has it.
pub(super) fn read_plan(ground: &Puebla, new: &NewMeeting) -> Result<Planned, Vec<InputFault>> {
    let mut found = Found::default();
    let symbol = found.keep(symbol("symbol", &new.symbol));
    let series = found.keep(series(&new.series));
    if new.number == 0 || new.number > NUMBER_MAX {
        found.0.push(fault("number", "meetings-fault-number"));
    }
    let title_en = found.keep(text("title_en", &new.title_en));
    let title_es = found.keep(text("title_es", &new.title_es));
    let parent = match new.parent.trim() {
        "" => Some(None),
        written => found.keep(self::symbol("parent", written)).map(Some),
    };
    let when =
        When { host: &new.host, first_on: &new.first_on, last_on: &new.last_on, zone: &new.zone, place: &new.place };
    let sitting = when.read(ground, &mut found);
    match (symbol, series, title_en, title_es, parent, sitting) {
        (Some(symbol), Some(series), Some(title_en), Some(title_es), Some(parent), Some(sitting))
            if found.0.is_empty() =>
        {
            let (number, members_only) = (new.number, new.members_only);
            Ok(Planned { symbol, series, number, title_en, title_es, parent, members_only, sitting })
        }
        _ => Err(found.0),
    }
}

/// Reads what became of a meeting; `now` is the instant at which it is said, for nothing was held tomorrow.
///
/// Errors: every fault, each in the field that has it.
pub(super) fn read_change(
    ground: &Puebla,
    change: &MeetingChange,
    meeting: &Meeting,
    now: Timestamp,
) -> Result<MeetingEntry, Vec<InputFault>> {
    let mut found = Found::default();
    let standing = Standing::parse(&change.standing).filter(|standing| *standing != Standing::Planned);
    let standing = found.keep(standing.ok_or_else(|| fault("standing", "meetings-fault-standing")));
    let note = found.keep(note(&change.note));
    let symbol = meeting.symbol.clone();
    if standing == Some(Standing::Cancelled) {
        return note.map(|note| MeetingEntry::Cancelled(Cancelled { symbol, note })).ok_or(found.0);
    }
    let kept = |written: &str, now: String| if written.trim().is_empty() { now } else { written.to_owned() };
    let (host, zone) = (kept(&change.host, meeting.host.to_string()), kept(&change.zone, meeting.zone.clone()));
    let first_on = kept(&change.first_on, meeting.first_on.to_string());
    let last_on = kept(&change.last_on, meeting.last_on.to_string());
    let place = kept(&change.place, meeting.place.clone());
    let when = When { host: &host, first_on: &first_on, last_on: &last_on, zone: &zone, place: &place };
    let sitting = when.read(ground, &mut found);
    if let (Some(Standing::Held), Some(sitting)) = (standing, &sitting) {
        let zone = TimeZone::get(&sitting.zone).unwrap_or(TimeZone::UTC);
        if sitting.last_on > zone.to_datetime(now).date() {
            found.0.push(fault("last_on", "meetings-fault-not-over"));
        }
    }
    match (standing, sitting, note) {
        (Some(Standing::Moved), Some(sitting), Some(note)) if found.0.is_empty() => {
            Ok(MeetingEntry::Moved(Moved { symbol, sitting, note }))
        }
        (Some(Standing::Held), Some(sitting), Some(note)) if found.0.is_empty() => {
            Ok(MeetingEntry::Held(Held { symbol, sitting, note }))
        }
        _ => Err(found.0),
    }
}

/// When and where, as written.
struct When<'a> {
    host: &'a str,
    first_on: &'a str,
    last_on: &'a str,
    zone: &'a str,
    place: &'a str,
}

impl When<'_> {
    fn read(&self, ground: &Puebla, found: &mut Found) -> Option<Sitting> {
        let host = self.host.parse().ok().filter(|host| is_member(ground, *host));
        let host = found.keep(host.ok_or_else(|| fault("host", "meetings-fault-host")));
        let day = |field: &str, text: &str| match text.trim() {
            "" => Err(missing(field, "day-missing")),
            text => text.parse::<Date>().map_err(|_| fault(field, "meetings-fault-day")),
        };
        let first_on = found.keep(day("first_on", self.first_on));
        let last_on = found.keep(day("last_on", self.last_on));
        if let (Some(first_on), Some(last_on)) = (first_on, last_on) {
            match conference::due::slip_days(first_on, last_on) {
                ..0 => found.0.push(fault("last_on", "meetings-fault-order")),
                days if days >= DAYS_MAX => found.0.push(fault("last_on", "meetings-fault-length")),
                _ => {}
            }
        }
        let zone = self.zone.trim();
        let known = !zone.is_empty() && TimeZone::get(zone).is_ok();
        let zone = found.keep(if known { Ok(zone.to_owned()) } else { Err(fault("zone", "meetings-fault-zone")) });
        let place = found.keep(text("place", self.place));
        Some(Sitting { host: host?, first_on: first_on?, last_on: last_on?, zone: zone?, place: place? })
    }
}

/// A field left empty: each has a sentence of its own, so that a list of them says what to fill in.
fn missing(field: &str, code: &'static str) -> InputFault {
    let key = match field {
        "title_en" => "meetings-fault-title-en-missing",
        "title_es" => "meetings-fault-title-es-missing",
        "first_on" => "meetings-fault-first-on-missing",
        "last_on" => "meetings-fault-last-on-missing",
        _ => "meetings-fault-place-missing",
    };
    InputFault::field(field, code, Said::plain(key))
}

fn symbol(field: &str, written: &str) -> Result<Symbol, InputFault> {
    written.trim().to_uppercase().parse().map_err(|_| fault(field, "meetings-fault-symbol"))
}

fn series(written: &str) -> Result<String, InputFault> {
    let series = written.trim().to_uppercase();
    let fits = (1..=SERIES_CHARS_MAX).contains(&series.len())
        && series.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    if fits { Ok(series) } else { Err(fault("series", "meetings-fault-series")) }
}

fn text(field: &str, written: &str) -> Result<String, InputFault> {
    let text = written.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        return Err(missing(field, "text-missing"));
    }
    printable(field, text)
}

/// Reads the note of a correction, which must be there: it says what was mistyped.
pub(super) fn reason(written: &str) -> Result<String, InputFault> {
    note(written)
        .and_then(|note| if note.is_empty() { Err(fault("note", "meetings-fault-note-missing")) } else { Ok(note) })
}

fn note(written: &str) -> Result<String, InputFault> {
    printable("note", written.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn printable(field: &str, text: String) -> Result<String, InputFault> {
    if text.chars().count() > TEXT_CHARS_MAX || text.chars().any(char::is_control) {
        return Err(fault(field, "meetings-fault-text"));
    }
    Ok(text)
}

/// Reads the form of a meeting that is called.
pub(super) fn typed_plan(ground: &Puebla, voice: &Voice, filled: &mut Filled) -> Option<Planned> {
    let mut faults = Vec::new();
    let new = NewMeeting {
        symbol: filled.typed("symbol").to_owned(),
        series: filled.typed("series").to_owned(),
        number: filled.typed("number").trim().parse().unwrap_or(0),
        title_en: filled.typed("title_en").to_owned(),
        title_es: filled.typed("title_es").to_owned(),
        parent: filled.typed("parent").to_owned(),
        members_only: filled.chosen("members_only").any(|chosen| chosen == "yes"),
        host: filled.typed("host").to_owned(),
        first_on: day(filled, "first_on", &mut faults),
        last_on: day(filled, "last_on", &mut faults),
        zone: filled.typed("zone").to_owned(),
        place: filled.typed("place").to_owned(),
    };
    let read = read_plan(ground, &new);
    faults.extend(read.as_ref().err().into_iter().flatten().cloned());
    refuse(voice, filled, &faults);
    read.ok().filter(|_| !filled.is_refused())
}

/// Reads the form that says what became of a meeting.
pub(super) fn typed_change(
    ground: &Puebla,
    voice: &Voice,
    filled: &mut Filled,
    meeting: &Meeting,
) -> Option<MeetingEntry> {
    let mut faults = Vec::new();
    let change = MeetingChange {
        standing: filled.typed("standing").to_owned(),
        host: filled.typed("host").to_owned(),
        first_on: day(filled, "first_on", &mut faults),
        last_on: day(filled, "last_on", &mut faults),
        zone: filled.typed("zone").to_owned(),
        place: filled.typed("place").to_owned(),
        note: filled.typed("note").to_owned(),
    };
    let read = read_change(ground, &change, meeting, voice.now);
    faults.extend(read.as_ref().err().into_iter().flatten().cloned());
    refuse(voice, filled, &faults);
    read.ok().filter(|_| !filled.is_refused())
}

/// Answers a day of three fields as text; a day that is none is a fault, and as good as not written.
fn day(filled: &Filled, name: &str, faults: &mut Vec<InputFault>) -> String {
    match filled.date(name) {
        Ok(day) => day.map(|day| day.to_string()).unwrap_or_default(),
        Err(why) => {
            faults.push(InputFault::field(name, "day", Said::plain(why.key())));
            String::new()
        }
    }
}

/// The fields in the order in which forms have them.
const ORDER: [&str; 12] = [
    "standing", "symbol", "series", "number", "title_en", "title_es", "parent", "host", "first_on", "last_on", "place",
    "zone",
];

/// Writes faults beside their fields, in the reader's language; of several of one field the first.
pub(super) fn refuse(voice: &Voice, filled: &mut Filled, faults: &[InputFault]) {
    let mut faults: Vec<&InputFault> = faults.iter().collect();
    faults.sort_by_key(|fault| ORDER.iter().position(|name| *name == fault.field).unwrap_or(ORDER.len()));
    for fault in faults {
        if filled.error(&fault.field).is_none() {
            filled.refuse(&fault.field, voice.say(&fault.said));
        }
    }
}

/// Draws the fields of a meeting that is called.
pub(super) fn plan_fields(ground: &Puebla, voice: &Voice, filled: &Filled) -> Markup {
    let longest = TEXT_CHARS_MAX as u32;
    let line = |name, label| Field::new(name, label).max_length(longest).autocomplete("off");
    let kept = [Choice::new("yes", voice.t("meetings-members-only-yes"))];
    html! {
        (fields::text_input(voice, filled, &line("symbol", "meetings-symbol").hint("meetings-symbol-hint").mono()))
        (fields::text_input(voice, filled, &line("series", "meetings-series").hint("meetings-series-hint").mono()))
        (fields::text_input(voice, filled, &Field::new("number", "meetings-number").max_length(4).input_mode("numeric").autocomplete("off")))
        (fields::text_input(voice, filled, &line("title_en", "meetings-title-en")))
        (fields::text_input(voice, filled, &line("title_es", "meetings-title-es")))
        (fields::text_input(voice, filled, &line("parent", "meetings-parent").hint("meetings-parent-hint").mono().optional()))
        (fields::checkboxes(voice, filled, &Field::new("members_only", "meetings-members-only").optional(), &kept))
        (sitting_fields(ground, voice, filled))
    }
}

/// Draws the fields that say when and where.
pub(super) fn sitting_fields(ground: &Puebla, voice: &Voice, filled: &Filled) -> Markup {
    let longest = TEXT_CHARS_MAX as u32;
    let profile = ground.identity.profile();
    let members = profile.parties.iter().filter(|(_, party)| party.kind == PartyKind::Member);
    let hosts: Vec<Choice<'_>> = members
        .map(|(code, party)| Choice::new(code.as_str().to_owned(), party.name.in_language(voice.language).to_owned()))
        .collect();
    html! {
        (fields::select(voice, filled, &Field::new("host", "meetings-host"), &hosts))
        (fields::date_input(voice, filled, &Field::new("first_on", "meetings-first-on")))
        (fields::date_input(voice, filled, &Field::new("last_on", "meetings-last-on")))
        (fields::text_input(voice, filled, &Field::new("place", "meetings-place").max_length(longest).autocomplete("off")))
        (fields::text_input(voice, filled, &Field::new("zone", "meetings-zone").hint("meetings-zone-hint").mono().max_length(longest).autocomplete("off")))
    }
}
