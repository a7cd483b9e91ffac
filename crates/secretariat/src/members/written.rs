//! Reads what forms and machines write of parties, bodies and terms, names what is wrong, and draws fields that several forms have.

use base::web::fields::{self, Choice, Field};
use base::web::{Filled, InputFault, Said, Voice};
use jiff::civil::Date;
use journal::StateCode;
use maud::{Markup, html};

use super::class::Names;
use crate::meetings::Symbol;

/// The longest name or note, in characters.
pub(super) const TEXT_CHARS_MAX: usize = 200;
/// The longest short name of a body, in characters.
pub(super) const CODE_CHARS_MAX: usize = 12;

/// Says what is wrong with a field; the code is what follows the room's prefix.
pub(super) fn fault(field: &str, key: &'static str) -> InputFault {
    InputFault::field(field, key.strip_prefix("members-fault-").unwrap_or(key), Said::plain(key))
}

/// A name in three languages, as written.
pub(super) struct WrittenNames<'a> {
    pub(super) en: &'a str,
    pub(super) es: &'a str,
    pub(super) fr: &'a str,
}

/// Keeps what can be read, and every fault.
#[derive(Default)]
pub(super) struct Found(pub(super) Vec<InputFault>);

impl Found {
    /// Keeps what was read, or its fault.
    pub(super) fn keep<T>(&mut self, read: Result<T, InputFault>) -> Option<T> {
        read.map_err(|fault| self.0.push(fault)).ok()
    }

    /// Answers what was made, unless something was wrong.
    pub(super) fn done<T>(self, made: Option<T>) -> Result<T, Vec<InputFault>> {
        made.filter(|_| self.0.is_empty()).ok_or(self.0)
    }

    /// Reads a word of a closed list.
    pub(super) fn one_of<T: std::str::FromStr>(&mut self, field: &str, text: &str, key: &'static str) -> Option<T> {
        self.keep(text.trim().parse().map_err(|_| fault(field, key)))
    }

    /// Reads a code of three letters.
    pub(super) fn party(&mut self, field: &str, text: &str) -> Option<StateCode> {
        self.keep(text.trim().to_uppercase().parse().map_err(|_| fault(field, "members-fault-party")))
    }

    /// Reads a name in three languages.
    pub(super) fn names(&mut self, names: &WrittenNames<'_>) -> Option<Names> {
        let en = self.keep(line("name_en", names.en, "members-fault-name-en-missing"));
        let es = self.keep(line("name_es", names.es, "members-fault-name-es-missing"));
        let fr = self.keep(line("name_fr", names.fr, "members-fault-name-fr-missing"));
        Some(Names { en: en?, es: es?, fr: fr? })
    }

    /// Reads a text that may be empty.
    pub(super) fn note(&mut self, field: &str, text: &str) -> Option<String> {
        self.keep(printable(field, squeezed(text)))
    }

    /// Reads a day that must be there.
    pub(super) fn day(&mut self, field: &str, text: &str, missing: &'static str) -> Option<Date> {
        let read = if text.trim().is_empty() { Err(fault(field, missing)) } else { day(field, text) };
        self.keep(read)
    }

    /// Reads a day that need not be there.
    pub(super) fn day_or_none(&mut self, field: &str, text: &str) -> Option<Option<Date>> {
        let read = if text.trim().is_empty() { Ok(None) } else { day(field, text).map(Some) };
        self.keep(read)
    }

    /// Reads the symbol of a decision that must be there.
    pub(super) fn decision(&mut self, field: &str, text: &str) -> Option<Symbol> {
        self.keep(symbol(field, text))
    }

    /// Reads a symbol that need not be there.
    pub(super) fn symbol_or_none(&mut self, field: &str, text: &str) -> Option<Option<Symbol>> {
        let read = if text.trim().is_empty() { Ok(None) } else { symbol(field, text).map(Some) };
        self.keep(read)
    }
}

fn symbol(field: &str, text: &str) -> Result<Symbol, InputFault> {
    let key = if field == "meeting" { "members-fault-meeting" } else { "members-fault-decision" };
    text.trim().to_uppercase().parse().map_err(|_| fault(field, key))
}

fn day(field: &str, text: &str) -> Result<Date, InputFault> {
    text.trim().parse().map_err(|_| fault(field, "members-fault-day"))
}

/// Reads a line that must be there.
pub(super) fn line(field: &str, text: &str, missing: &'static str) -> Result<String, InputFault> {
    let text = squeezed(text);
    if text.is_empty() { Err(fault(field, missing)) } else { printable(field, text) }
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn printable(field: &str, text: String) -> Result<String, InputFault> {
    let fits = text.chars().count() <= TEXT_CHARS_MAX && !text.chars().any(char::is_control);
    if fits { Ok(text) } else { Err(fault(field, "members-fault-text")) }
}

/// Answers a day of three fields as text; a day that is none is a fault, and as good as not written.
pub(super) fn typed_day(filled: &Filled, name: &str, faults: &mut Vec<InputFault>) -> String {
    match filled.date(name) {
        Ok(day) => day.map(|day| day.to_string()).unwrap_or_default(),
        Err(why) => {
            faults.push(InputFault::field(name, "day", Said::plain(why.key())));
            String::new()
        }
    }
}

/// Answers what was read, or writes its faults and those of the days beside their fields.
pub(super) fn accepted<T>(
    voice: &Voice,
    filled: &mut Filled,
    days: &[InputFault],
    read: Result<T, Vec<InputFault>>,
) -> Option<T> {
    filled.refuse_each(voice, days);
    if let Err(faults) = &read {
        filled.refuse_each(voice, faults);
    }
    read.ok().filter(|_| !filled.is_refused())
}

/// A field of one line, as long as its text may be.
pub(super) fn one_line<'a>(name: &'a str, label: &'a str) -> Field<'a> {
    Field::new(name, label).max_length(TEXT_CHARS_MAX as u32).autocomplete("off")
}

/// Draws the fields of a name in three languages.
pub(super) fn name_fields(voice: &Voice, filled: &Filled) -> Markup {
    html! {
        (fields::text_input(voice, filled, &one_line("name_en", "members-name-en")))
        (fields::text_input(voice, filled, &one_line("name_es", "members-name-es")))
        (fields::text_input(voice, filled, &one_line("name_fr", "members-name-fr")))
    }
}

/// Draws the field of a decision.
pub(super) fn decision_field(voice: &Voice, filled: &Filled, optional: bool) -> Markup {
    let field = one_line("decision", "members-decision").hint("members-decision-hint").mono();
    fields::text_input(voice, filled, &if optional { field.optional() } else { field })
}

/// Draws the field of a note.
pub(super) fn note_field(voice: &Voice, filled: &Filled) -> Markup {
    let field = Field::new("note", "members-note").optional().rows(3).max_length(TEXT_CHARS_MAX as u32);
    fields::textarea(voice, filled, &field)
}

/// Answers a closed list as choices.
pub(super) fn choices<T: Copy>(
    voice: &Voice,
    all: &[T],
    say: impl Fn(T) -> (&'static str, &'static str),
) -> Vec<Choice<'static>> {
    let choice = |(code, key): (&'static str, &'static str)| Choice::new(code, voice.t(key).into_owned());
    all.iter().map(|one| choice(say(*one))).collect()
}
