//! Reads rounds and acts as forms and machines write them, and names everything that is wrong with them.

use axum::http::StatusCode;
use base::ground::Puebla;
use base::identity::profile::InForce;
use base::web::{Filled, InputFault, Refusal, Said as Told, Voice};
use conference::said::{Said, SaidError};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::api::{NewRevision, NewRound};
use super::entries::{Agreed, Opened};
use super::presidency::Parties;
use crate::meetings::Symbol;
use crate::rounds::{Found, fault};

/// The longest title, in characters.
pub(super) const TITLE_CHARS_MAX: usize = 200;
/// Paragraphs of a text.
pub(super) const PARAGRAPHS_MAX: usize = 200;
/// The longest paragraph, in characters.
pub(super) const PARAGRAPH_CHARS_MAX: usize = 5_000;
/// The longest text, all its paragraphs together, in characters: both languages must fit into one form and one call.
pub(super) const TEXT_CHARS_MAX: usize = 24_000;

/// How a deadline is written.
const INSTANT: &str = "%Y-%m-%dT%H:%M";

const HOUR_S: u64 = 3_600;

/// Reads a round that is opened for the first time, among these parties.
///
/// Errors: every fault, each in the field that has it.
pub(super) fn read_round(ground: &Puebla, new: &NewRound, parties: Parties) -> Result<Opened, Vec<InputFault>> {
    let mut found = Found::default();
    let written = new.symbol.trim().to_uppercase();
    let symbol = found.keep(written.parse::<Symbol>().map_err(|_| fault("symbol", "silence-fault-symbol")));
    let put = NewRevision {
        title_en: new.title_en.clone(),
        title_es: new.title_es.clone(),
        text_en: new.text_en.clone(),
        text_es: new.text_es.clone(),
        deadline: new.deadline.clone(),
    };
    let opened = read_text(ground, &put, &mut found, parties);
    match (symbol, opened) {
        (Some(symbol), Some(opened)) if found.0.is_empty() => Ok(Opened { symbol: symbol.to_string(), ..opened }),
        _ => Err(found.0),
    }
}

/// Reads a text that is put again, after the round at `follows`.
pub(super) fn read_revision(
    ground: &Puebla,
    new: &NewRevision,
    parties: Parties,
    (follows, symbol): (u64, &str),
) -> Result<Opened, Vec<InputFault>> {
    let mut found = Found::default();
    let opened = read_text(ground, new, &mut found, parties);
    match opened {
        Some(opened) if found.0.is_empty() => {
            Ok(Opened { symbol: symbol.to_owned(), follows: Some(follows), ..opened })
        }
        _ => Err(found.0),
    }
}

fn read_text(ground: &Puebla, new: &NewRevision, found: &mut Found, parties: Parties) -> Option<Opened> {
    let profile = ground.identity.profile();
    let title_en = found.keep(title("title_en", &new.title_en));
    let title_es = found.keep(title("title_es", &new.title_es));
    let text_en = found.keep(paragraphs("text_en", &new.text_en));
    let text_es = found.keep(paragraphs("text_es", &new.text_es));
    if let (Some(text_en), Some(text_es)) = (&text_en, &text_es)
        && text_en.len() != text_es.len()
    {
        found.0.push(fault("text_es", "silence-fault-paragraphs-differ"));
    }
    let deadline = found.keep(instant("deadline", &new.deadline, &profile.zone));
    Some(Opened {
        symbol: String::new(),
        follows: None,
        title_en: title_en?,
        title_es: title_es?,
        text_en: text_en?,
        text_es: text_es?,
        electorate: parties.electorate,
        observers: parties.observers,
        chairs: parties.chairs,
        deadline_us: deadline?.as_microsecond(),
        rules: agreed(&profile),
    })
}

/// Answers the rules that the process has agreed on; where it says nothing, three days are the least and an objection is for good.
pub(super) fn agreed(profile: &InForce) -> Agreed {
    let rule = |name: &str| profile.rules.get(name).and_then(|value| u64::try_from(*value).ok());
    let hours = |name: &str| rule(name).map(|hours| hours.saturating_mul(HOUR_S));
    let small = |name: &str| rule(name).unwrap_or(0);
    Agreed {
        open_at_least_s: hours("no_objection_open_hours").unwrap_or(72 * HOUR_S),
        heals_before_s: hours("no_objection_heals_hours"),
        delivered_before_s: hours("no_objection_delivered_hours"),
        speaking_at_least: u16::try_from(small("no_objection_speaking")).unwrap_or(u16::MAX),
        extensions_max: u8::try_from(small("no_objection_extensions")).unwrap_or(u8::MAX),
        extension_at_most_s: hours("no_objection_extension_hours").unwrap_or(0),
    }
}

fn title(field: &str, written: &str) -> Result<String, InputFault> {
    let text = written.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        return Err(fault(field, "silence-fault-title-missing"));
    }
    if text.chars().count() > TITLE_CHARS_MAX || text.chars().any(char::is_control) {
        return Err(fault(field, "silence-fault-title"));
    }
    Ok(text)
}

fn paragraphs(field: &str, written: &[String]) -> Result<Vec<String>, InputFault> {
    let texts: Vec<String> = written
        .iter()
        .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|text| !text.is_empty())
        .collect();
    if texts.is_empty() {
        return Err(fault(field, "silence-fault-text-missing"));
    }
    let long = |text: &String| text.chars().count() > PARAGRAPH_CHARS_MAX || text.chars().any(char::is_control);
    if texts.len() > PARAGRAPHS_MAX || texts.iter().any(long) {
        return Err(fault(field, "silence-fault-text"));
    }
    if texts.iter().map(|text| text.chars().count()).sum::<usize>() > TEXT_CHARS_MAX {
        return Err(fault(field, "silence-fault-text-long"));
    }
    Ok(texts)
}

/// Answers the paragraphs of a text as it was pasted: an empty line parts them.
pub(super) fn pasted(text: &str) -> Vec<String> {
    let text = text.replace("\r\n", "\n");
    let mut all = vec![String::new()];
    for line in text.lines() {
        match all.last_mut() {
            Some(last) if !line.trim().is_empty() => {
                last.push(' ');
                last.push_str(line);
            }
            _ => all.push(String::new()),
        }
    }
    all.retain(|paragraph| !paragraph.trim().is_empty());
    all
}

/// Reads a day and an hour on the clock of the seat, written in one way: what names a zone of its own, or no hour, is refused, for
/// somebody would be wrong about it. So is an hour that clocks there skip or show twice on that day.
pub(super) fn instant(field: &str, written: &str, zone: &str) -> Result<Timestamp, InputFault> {
    let written = written.trim();
    if written.is_empty() {
        return Err(fault(field, "silence-fault-deadline-missing"));
    }
    let clock =
        DateTime::strptime(INSTANT, written).ok().filter(|clock| clock.strftime(INSTANT).to_string() == written);
    let clock = clock.ok_or_else(|| fault(field, "silence-fault-deadline"))?;
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let there = zone.to_ambiguous_zoned_datetime(clock);
    if there.is_ambiguous() {
        return Err(fault(field, "silence-fault-deadline-twice"));
    }
    Ok(there.unambiguous().map_err(|_| fault(field, "silence-fault-deadline"))?.timestamp())
}

/// Reads what somebody says in words of their own.
pub(super) fn words(field: &str, written: &str) -> Result<Said, InputFault> {
    Said::parse(written).map_err(|error| match error {
        SaidError::Blank => fault(field, "silence-fault-words-missing"),
        SaidError::Long | SaidError::Control => fault(field, "silence-fault-words"),
    })
}

/// Answers a day and an hour of a form as one text, `2026-03-20T17:00`; a day that is none is a fault.
pub(super) fn typed_instant(filled: &Filled, name: &str, faults: &mut Vec<InputFault>) -> String {
    match filled.date(name) {
        Ok(Some(day)) => format!("{day}T{}", filled.typed(&format!("{name}_hour")).trim()),
        Ok(None) => String::new(),
        Err(why) => {
            faults.push(InputFault::field(name, "day", Told::plain(why.key())));
            String::new()
        }
    }
}

/// Answers a text of a form that is put again.
pub(super) fn typed_revision(filled: &Filled, faults: &mut Vec<InputFault>) -> NewRevision {
    NewRevision {
        title_en: filled.typed("title_en").to_owned(),
        title_es: filled.typed("title_es").to_owned(),
        text_en: pasted(filled.typed("text_en")),
        text_es: pasted(filled.typed("text_es")),
        deadline: typed_instant(filled, "deadline", faults),
    }
}

/// Writes on a form why it is refused, so that nothing typed is lost, and answers the status of its page.
///
/// Errors: the refusal itself, where no form can tell it.
pub(super) fn answer(
    voice: &Voice,
    filled: &mut Filled,
    mut faults: Vec<InputFault>,
    refusal: Refusal,
) -> Result<StatusCode, Refusal> {
    match refusal {
        Refusal::Invalid(more) => {
            faults.extend(more);
            filled.refuse_each(voice, &faults);
            Ok(StatusCode::UNPROCESSABLE_ENTITY)
        }
        Refusal::Conflict(said) => {
            let field = if said.key == "silence-without-out-of-bounds" { "deadline" } else { "" };
            filled.refuse(field, voice.say(&said));
            Ok(StatusCode::CONFLICT)
        }
        other => Err(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_line_parts_paragraphs_and_a_single_break_does_not() {
        assert_eq!(pasted("One\r\nline.\r\n\r\n\r\nTwo.\n \nThree"), [" One line.", " Two.", " Three"]);
        assert!(pasted(" \n\n").is_empty());
    }

    #[test]
    fn an_hour_that_clocks_skip_or_show_twice_is_refused() {
        let read = |text: &str, zone| instant("deadline", text, zone).map_err(|fault| fault.code);
        assert_eq!(
            read("2003-06-20T17:00", "America/Costa_Rica").map(|at| at.to_string()),
            Ok("2003-06-20T23:00:00Z".into())
        );
        // Paris: 30 March 2003 skipped two o'clock, 26 October 2003 had it twice.
        assert_eq!(read("2003-03-30T02:30", "Europe/Paris"), Err("deadline-twice"));
        assert_eq!(read("2003-10-26T02:30", "Europe/Paris"), Err("deadline-twice"));
        for wrong in [
            "2003-10-26",
            "2003-02-31T10:00",
            "2003-06-20T25:00",
            "tomorrow",
            "2003-06-20T",
            "2003-06-20T17:00Z",
            "2003-06-20T17:00+02:00",
            "2003-06-20T17:00[Europe/Paris]",
            "2003-06-20T17:00:00",
            "2003-06-20 17:00",
            "2003-6-20T17:00",
        ] {
            assert_eq!(read(wrong, "UTC"), Err("deadline"), "{wrong}");
        }
    }

    #[test]
    fn a_text_of_the_longest_fits_and_one_character_more_does_not() {
        let read = |longest: usize| {
            let mut texts = vec!["a".repeat(4_000); longest / 4_000];
            texts.extend((!longest.is_multiple_of(4_000)).then(|| "a".repeat(longest % 4_000)));
            paragraphs("text_en", &texts).map(|texts| texts.len()).map_err(|fault| fault.code)
        };
        assert_eq!((read(TEXT_CHARS_MAX), read(TEXT_CHARS_MAX + 1)), (Ok(6), Err("text-long")));
        // Both languages, in which one letter in ten is written as two bytes, with their titles.
        const { assert!(TEXT_CHARS_MAX * 2 + TEXT_CHARS_MAX / 10 + 8_000 < base::web::JSON_LIMIT_BYTES) };
    }
}
