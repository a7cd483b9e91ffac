//! Reads rounds and acts as forms and machines write them, and names everything that is wrong with them.

use std::collections::BTreeSet;

use axum::response::{IntoResponse, Response};
use base::ground::Puebla;
use base::identity::profile::InForce;
use base::web::{Filled, InputFault, Refusal, Said as Told, Visit, Voice};
use conference::by::By;
use conference::comments::Place;
use conference::due::{Anchor, Anchors, Deadline, DueRule, Side, Unit};
use conference::recorded::Sequence;
use conference::said::{Said, SaidError};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use maud::Markup;

use super::api::{NewComment, NewCommentRound, NewParagraph};
use super::entries::{self, Counted, Invited, Paragraph};
use super::paragraphs::{Unlike, paired};
use super::parties::Parties;
use super::saying::{Commenting, OUT_OF_BOUNDS};
use crate::meetings::Symbol;
use crate::rounds::{Found, fault};

/// The longest title, in characters.
pub(super) const TITLE_CHARS_MAX: usize = 200;
/// Paragraphs of a text.
pub(super) const PARAGRAPHS_MAX: usize = 200;
/// The longest paragraph, in characters.
const PARAGRAPH_CHARS_MAX: usize = 5_000;
/// The longest name of a paragraph, in characters.
const NAME_CHARS_MAX: usize = 20;
/// The most months that a deadline is counted by.
pub(super) const MONTHS_MAX: u16 = 24;
/// How long a round runs where neither whoever convenes nor the process says so, in months.
const MONTHS: u16 = 3;
/// The longest text in one language, in characters: both together are less than a form or a call may send.
pub(super) const TEXT_CHARS_MAX: usize = 24_000;

/// Answers which day it is at the seat.
pub(super) fn today(ground: &Puebla) -> Date {
    day_of(&ground.identity.profile(), ground.clock.now())
}

/// Answers which day it is at the seat at an instant.
pub(super) fn day_of(profile: &InForce, at: Timestamp) -> Date {
    TimeZone::get(&profile.zone).unwrap_or(TimeZone::UTC).to_datetime(at).date()
}

/// Answers for how many months a round runs where whoever convenes says nothing.
pub(super) fn months(profile: &InForce) -> u16 {
    let agreed = profile.rules.get("comments_months").and_then(|months| u16::try_from(*months).ok());
    agreed.filter(|months| (1..=MONTHS_MAX).contains(months)).unwrap_or(MONTHS)
}

/// Reads a round that is to be convened, among these parties.
///
/// Errors: every fault, each in the field that has it.
pub(super) fn read_round(ground: &Puebla, new: &NewCommentRound, parties: Parties) -> Result<Invited, Vec<InputFault>> {
    let profile = ground.identity.profile();
    let mut found = Found::default();
    let symbol = found.keep(symbol("symbol", &new.symbol));
    let title_en = found.keep(title("title_en", &new.title_en));
    let title_es = found.keep(title("title_es", &new.title_es));
    let paragraphs = found.keep(paragraphs(&new.paragraphs));
    let cites = match new.cites.trim() {
        "" => Some(None),
        written => found.keep(self::symbol("cites", written)).map(Some),
    };
    let deadline = found.keep(deadline(new, &profile));
    let welcome = if new.observers { parties.observers } else { Vec::new() };
    let read = || {
        let (deadline, counted) = deadline?;
        Some(Invited {
            symbol: symbol?,
            title_en: title_en?,
            title_es: title_es?,
            paragraphs: paragraphs?,
            asked: parties.asked,
            welcome,
            conveners: parties.conveners,
            deadline_us: deadline.as_microsecond(),
            counted,
            cites: cites?,
        })
    };
    match read() {
        Some(invited) if found.0.is_empty() => Ok(invited),
        _ => Err(found.0),
    }
}

/// Answers the last instant in time: the end of a day at the seat, which is named or counted in calendar months from another.
fn deadline(new: &NewCommentRound, profile: &InForce) -> Result<(Timestamp, Option<Counted>), InputFault> {
    let (until, from) = (new.until.trim(), new.counted_from.trim());
    let (day, counted) = match (until.is_empty(), from.is_empty()) {
        (false, true) => (day("until", until)?, None),
        (true, false) => {
            let from_on = day("counted_from", from)?;
            let months = new.months.unwrap_or_else(|| months(profile));
            if !(1..=MONTHS_MAX).contains(&months) {
                return Err(fault("months", "comments-fault-months"));
            }
            let rule =
                DueRule::Counted { count: months, unit: Unit::Months, side: Side::After, anchor: Anchor::Adoption };
            let due_on = rule.date(&Anchors::of_meeting(from_on));
            let due_on = due_on.ok_or_else(|| fault("counted_from", "comments-fault-day"))?;
            (due_on, Some(Counted { from_on, months }))
        }
        _ => return Err(fault("until", "comments-fault-deadline")),
    };
    let last = Deadline::of_day(day, &profile.zone).map_err(|_| fault("until", "comments-fault-day"))?.last();
    Ok((last, counted))
}

/// Reads a symbol as documents or addresses write it.
pub(super) fn symbol(field: &str, written: &str) -> Result<Symbol, InputFault> {
    written.trim().to_uppercase().parse().map_err(|_| fault(field, "comments-fault-symbol"))
}

fn day(field: &str, written: &str) -> Result<Date, InputFault> {
    written.parse().map_err(|_| fault(field, "comments-fault-day"))
}

/// Reads a day until whose end, at the seat, something is in time.
pub(super) fn until(ground: &Puebla, field: &str, written: &str) -> Result<Timestamp, InputFault> {
    if written.trim().is_empty() {
        return Err(fault(field, "comments-fault-day-missing"));
    }
    let day = day(field, written.trim())?;
    let last = Deadline::of_day(day, &ground.identity.profile().zone).map(Deadline::last);
    last.map_err(|_| fault(field, "comments-fault-day"))
}

fn title(field: &str, written: &str) -> Result<String, InputFault> {
    let text = written.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        return Err(fault(field, "comments-fault-title-missing"));
    }
    if text.chars().count() > TITLE_CHARS_MAX || text.chars().any(char::is_control) {
        return Err(fault(field, "comments-fault-title"));
    }
    Ok(text)
}

fn paragraphs(written: &[NewParagraph]) -> Result<Vec<Paragraph>, InputFault> {
    let field = "paragraphs";
    if written.is_empty() {
        return Err(fault(field, "comments-fault-text-missing"));
    }
    if written.len() > PARAGRAPHS_MAX {
        return Err(fault(field, "comments-fault-text-long"));
    }
    let mut names = BTreeSet::new();
    let mut all = Vec::new();
    for (turn, paragraph) in written.iter().enumerate() {
        let joined = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let name = Some(joined(&paragraph.name)).filter(|name| !name.is_empty());
        let name = name.unwrap_or_else(|| (turn + 1).to_string());
        let (en, es) = (joined(&paragraph.en), joined(&paragraph.es));
        let fits = |text: &str| {
            !text.is_empty() && text.chars().count() <= PARAGRAPH_CHARS_MAX && !text.chars().any(char::is_control)
        };
        let named = |key: &'static str| InputFault { said: Told::plain(key).with("name", &name), ..fault(field, key) };
        if !fits(&en) || !fits(&es) {
            return Err(named("comments-fault-paragraph"));
        }
        if name.chars().count() > NAME_CHARS_MAX || name.chars().any(char::is_control) {
            return Err(named("comments-fault-name"));
        }
        if !names.insert(name.clone()) {
            return Err(named("comments-fault-name-twice"));
        }
        all.push(Paragraph { name, en, es });
    }
    let chars =
        |text: fn(&Paragraph) -> &str| all.iter().map(|paragraph| text(paragraph).chars().count()).sum::<usize>();
    if chars(|paragraph| &paragraph.en).max(chars(|paragraph| &paragraph.es)) > TEXT_CHARS_MAX {
        return Err(fault(field, "comments-fault-text-size"));
    }
    Ok(all)
}

/// Reads what somebody says in words of their own.
pub(super) fn words(field: &str, written: &str) -> Result<Said, InputFault> {
    Said::parse(written).map_err(|error| match error {
        SaidError::Blank => fault(field, "comments-fault-words-missing"),
        SaidError::Long | SaidError::Control => fault(field, "comments-fault-words"),
    })
}

/// Reads a comment on a text of these paragraphs.
pub(super) fn read_comment(new: &NewComment, names: &[String], by: By) -> Result<Commenting, Vec<InputFault>> {
    let mut found = Found::default();
    let written = new.paragraph.trim();
    let on = match written {
        "" => Some(Place::Whole),
        name => {
            let index = names.iter().position(|known| known == name);
            found.keep(index.map(Place::Paragraph).ok_or_else(|| fault("paragraph", "comments-fault-place")))
        }
    };
    let text = found.keep(words("text", &new.text));
    let language = entries::language(&new.language).ok_or_else(|| fault("language", "comments-fault-language"));
    let language = found.keep(language);
    match (on, text, language) {
        (Some(on), Some(text), Some(language)) => {
            Ok(Commenting { by, on, text, language, seen: new.seen.map(Sequence) })
        }
        _ => Err(found.0),
    }
}

/// Answers a day of a form as text; a day that is none is a fault.
pub(super) fn typed_day(filled: &Filled, name: &str, faults: &mut Vec<InputFault>) -> String {
    match filled.date(name) {
        Ok(Some(day)) => day.to_string(),
        Ok(None) => String::new(),
        Err(why) => {
            faults.push(InputFault::field(name, "day", Told::plain(why.key())));
            String::new()
        }
    }
}

/// Answers the round that a form asks for.
pub(super) fn typed_round(filled: &Filled, faults: &mut Vec<InputFault>) -> NewCommentRound {
    let typed = |name| filled.typed(name).to_owned();
    let paragraphs = paired(filled.typed("text_en"), filled.typed("text_es")).unwrap_or_else(|unlike| {
        faults.push(unlike_fault(&unlike));
        Vec::new()
    });
    let months = filled.typed("months").trim();
    let (counted_from, until) = (typed_day(filled, "counted_from", faults), typed_day(filled, "until", faults));
    // A day that is named stands before one that is counted: the form begins with a count.
    let counted_from = if until.is_empty() { counted_from } else { String::new() };
    NewCommentRound {
        symbol: typed("symbol"),
        title_en: typed("title_en"),
        title_es: typed("title_es"),
        paragraphs,
        cites: typed("cites"),
        observers: filled.typed("observers") == "yes",
        counted_from,
        months: (!months.is_empty()).then(|| months.parse().unwrap_or(0)),
        until,
    }
}

fn unlike_fault(unlike: &Unlike) -> InputFault {
    match unlike {
        Unlike::Count { english, spanish } => {
            let said =
                Told::plain("comments-fault-paragraphs-differ").with("english", english).with("spanish", spanish);
            InputFault { said, ..fault("text_es", "comments-fault-paragraphs-differ") }
        }
        Unlike::Name { place, english, spanish } => {
            let said = Told::plain("comments-fault-names-differ").with("place", place);
            let said = said.with("english", english).with("spanish", spanish);
            InputFault { said, ..fault("text_es", "comments-fault-names-differ") }
        }
    }
}

/// Writes faults beside their fields, in the reader's language; of several of one field the first. A form has its paragraphs in
/// two texts.
fn refuse(voice: &Voice, filled: &mut Filled, faults: &[InputFault]) {
    for fault in faults {
        let texts_differ = filled.error("text_es").is_some();
        let field = if fault.field == "paragraphs" { "text_en" } else { &fault.field };
        if filled.error(field).is_none() && !(field == "text_en" && texts_differ) {
            filled.refuse(field, voice.say(&fault.said));
        }
    }
}

/// Shows a form again with all that was typed: faults beside their fields, and above them what the round does not allow.
///
/// Errors: any other refusal, as it is.
pub(super) fn again(
    visit: &Visit,
    title: &str,
    mut filled: Filled,
    refusal: Refusal,
    draw: impl FnOnce(&Filled) -> Markup,
) -> Result<Response, Refusal> {
    let status = refusal.status();
    match refusal {
        Refusal::Invalid(faults) => refuse(&visit.voice, &mut filled, &faults),
        Refusal::Conflict(said) if said.key == OUT_OF_BOUNDS => filled.refuse("until", visit.voice.say(&said)),
        Refusal::Conflict(said) => filled.refuse_form(visit.voice.say(&said)),
        refusal => return Err(refusal),
    }
    let (_, page) = visit.refused_page(title, draw(&filled));
    Ok((status, page).into_response())
}
