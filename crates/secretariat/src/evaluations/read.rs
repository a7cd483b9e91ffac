//! What forms and machines send, read into what entries say: every fault named beside its field.

use std::collections::BTreeSet;

use base::access::Permit;
use base::desk::Reader;
use base::identity::PartyKind;
use base::web::fields::{self, Field};
use base::web::{Filled, InputFault, Said as Told, Voice};
use conference::evaluations::YesNo;
use conference::said::Said;
use jiff::civil::Date;
use journal::StateCode;
use maud::{Markup, html};

use super::api::{EvaluationReply, EvaluationWords};
use super::entries::{Reply, Words};
use crate::meetings::Symbol;
use crate::rounds::fault;

/// The longest title, question, given answer or name of an institution, in characters.
pub(super) const LINE_CHARS_MAX: usize = 300;
/// The longest purpose, finding, recommendation, reason or reply, in characters: an obligation says it whole.
pub(super) const TEXT_CHARS_MAX: usize = 1_500;
/// The most characters of all replies of one answer together.
pub(super) const ANSWER_CHARS_MAX: usize = 24_000;
/// The largest number that is replied; a table of a spreadsheet holds it exactly.
const NUMBER_MOST: i64 = 1_000_000_000_000;

/// The languages of words with the end of each field's name and the key of its label's language.
const TONGUES: [(&str, &str); 3] =
    [("es", "evaluations-in-spanish"), ("en", "evaluations-in-english"), ("fr", "evaluations-in-french")];

/// Reads a text on one line that may be empty.
pub(super) fn maybe_line(field: &str, written: &str) -> Result<String, InputFault> {
    let text = written.split_whitespace().collect::<Vec<_>>().join(" ");
    let fits = text.chars().count() <= LINE_CHARS_MAX && !text.chars().any(char::is_control);
    if fits { Ok(text) } else { Err(fault(field, "evaluations-fault-line")) }
}

/// Reads a text on one line that must be there.
pub(super) fn line(field: &str, written: &str) -> Result<String, InputFault> {
    there(field, maybe_line(field, written)?)
}

/// Reads a text of several lines that may be empty.
pub(super) fn maybe_text(field: &str, written: &str) -> Result<String, InputFault> {
    let text = written.replace("\r\n", "\n").trim().to_owned();
    let fits = text.chars().count() <= TEXT_CHARS_MAX && !text.chars().any(|sign| sign.is_control() && sign != '\n');
    if fits { Ok(text) } else { Err(fault(field, "evaluations-fault-text")) }
}

/// Reads a text of several lines that must be there.
pub(super) fn text(field: &str, written: &str) -> Result<String, InputFault> {
    there(field, maybe_text(field, written)?)
}

fn there(field: &str, text: String) -> Result<String, InputFault> {
    if text.is_empty() { Err(fault(field, "evaluations-fault-missing")) } else { Ok(text) }
}

/// Reads words in up to three languages, each by `one`.
pub(super) fn words(
    field: &str,
    sent: &EvaluationWords,
    one: fn(&str, &str) -> Result<String, InputFault>,
) -> Result<Words, InputFault> {
    Ok(Words {
        en: one(&format!("{field}_en"), &sent.en)?,
        es: one(&format!("{field}_es"), &sent.es)?,
        fr: one(&format!("{field}_fr"), &sent.fr)?,
    })
}

/// Reads words of which those in one language at least are there.
pub(super) fn some_words(
    field: &str,
    sent: &EvaluationWords,
    one: fn(&str, &str) -> Result<String, InputFault>,
) -> Result<Words, InputFault> {
    let words = words(field, sent, one)?;
    let is_said = words.all().iter().any(|text| !text.is_empty());
    if is_said { Ok(words) } else { Err(fault(&format!("{field}_es"), "evaluations-fault-words")) }
}

/// Reads words of which those in English and Spanish are there.
pub(super) fn both_words(field: &str, sent: &EvaluationWords) -> Result<Words, InputFault> {
    let words = words(field, sent, maybe_line)?;
    for (end, text) in [("es", &words.es), ("en", &words.en)] {
        if text.is_empty() {
            return Err(fault(&format!("{field}_{end}"), "evaluations-fault-missing"));
        }
    }
    Ok(words)
}

/// Reads a symbol.
pub(super) fn symbol(field: &str, written: &str) -> Result<Symbol, InputFault> {
    written.trim().to_uppercase().parse().map_err(|_| fault(field, "evaluations-fault-symbol"))
}

/// Reads a day as machines write it.
pub(super) fn day(field: &str, written: &str) -> Result<Date, InputFault> {
    let day = written.trim().parse::<Date>().ok();
    day.filter(|day| (1990..=2200).contains(&day.year())).ok_or_else(|| fault(field, "evaluations-fault-day"))
}

/// Answers a day of a form as text; a day that is none is a fault.
pub(super) fn typed_day(filled: &Filled, name: &str, faults: &mut Vec<InputFault>) -> String {
    match filled.date(name) {
        Ok(day) => day.map(|day| day.to_string()).unwrap_or_default(),
        Err(why) => {
            faults.push(InputFault::field(name, "day", Told::plain(why.key())));
            String::new()
        }
    }
}

/// Answers the words of a form.
pub(super) fn typed_words(filled: &Filled, field: &str) -> EvaluationWords {
    let typed = |end: &str| filled.typed(&format!("{field}_{end}")).to_owned();
    EvaluationWords { en: typed("en"), es: typed("es"), fr: typed("fr") }
}

/// Fills words into a form.
pub(super) fn with_words(filled: Filled, field: &str, words: &Words) -> Filled {
    let filled = filled.with(&format!("{field}_en"), &*words.en).with(&format!("{field}_es"), &*words.es);
    filled.with(&format!("{field}_fr"), &*words.fr)
}

/// Draws the fields of words under one legend; `rows` 0 is a field of one line. Languages whose end is in `must` have to be filled in.
pub(super) fn word_fields(
    voice: &Voice,
    filled: &Filled,
    (field, label, hint): (&str, &str, &str),
    rows: u8,
    must: &[&str],
) -> Markup {
    html! {
        fieldset .field {
            legend { (voice.t(label)) }
            @if !hint.is_empty() { p .hint { (voice.t(hint)) } }
            @for (end, tongue) in TONGUES {
                @let name = format!("{field}_{end}");
                @let most = if rows == 0 { LINE_CHARS_MAX } else { TEXT_CHARS_MAX };
                @let one = Field::new(&name, tongue).max_length(most as u32).autocomplete("off");
                @let one = if must.contains(&end) { one } else { one.optional() };
                @if rows == 0 { (fields::text_input(voice, filled, &one)) } @else { (fields::textarea(voice, filled, &one.rows(rows))) }
            }
        }
    }
}

/// Answers the member States of the process.
pub(super) fn members<P: Permit>(reader: &Reader<P>) -> BTreeSet<StateCode> {
    let parties = &reader.ground().identity.profile().parties;
    parties.iter().filter(|(_, party)| party.kind == PartyKind::Member).map(|(code, _)| *code).collect()
}

/// Reads codes of parties, each of which is among some.
pub(super) fn parties(
    field: &str,
    sent: &[String],
    among: &BTreeSet<StateCode>,
    key: &'static str,
) -> Result<BTreeSet<StateCode>, InputFault> {
    let read = |code: &String| code.trim().to_uppercase().parse().ok().filter(|code| among.contains(code));
    let read: Option<BTreeSet<StateCode>> = sent.iter().map(read).collect();
    read.filter(|read| !read.is_empty()).ok_or_else(|| fault(field, key))
}

/// Reads a reply as machines send it: one thing is said.
pub(super) fn reply(sent: &EvaluationReply) -> Result<Reply, InputFault> {
    let field = format!("reply_{}", sent.question);
    let wrong = || fault(&field, "evaluations-fault-reply");
    let EvaluationReply { question, text, yes_no, choice, number, day, declined } = sent;
    let said =
        [text.is_some(), yes_no.is_some(), choice.is_some(), number.is_some(), day.is_some(), declined.is_some()];
    if said.iter().filter(|said| **said).count() != 1 {
        return Err(fault(&field, "evaluations-fault-reply-one"));
    }
    let spoken = |words: &str| {
        let words = self::text(&field, words)?;
        Said::parse(&words).map(|words| words.to_string()).map_err(|_| wrong())
    };
    let (kind, value) = if let Some(words) = text {
        ("text", spoken(words)?)
    } else if let Some(code) = yes_no {
        ("yes_no", YesNo::parse(code).ok_or_else(wrong)?.code().to_owned())
    } else if let Some(chosen) = choice {
        ("one_of", chosen.to_string())
    } else if let Some(number) = number {
        let fits = (-NUMBER_MOST..=NUMBER_MOST).contains(number);
        ("number", fits.then(|| number.to_string()).ok_or_else(|| fault(&field, "evaluations-fault-number"))?)
    } else if let Some(written) = day {
        ("day", self::day(&field, written)?.to_string())
    } else {
        ("declined", spoken(declined.as_deref().unwrap_or_default())?)
    };
    Ok(Reply { question: *question, kind: kind.to_owned(), value })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reply_says_one_thing() {
        let one = EvaluationReply { question: 3, yes_no: Some("part".to_owned()), ..EvaluationReply::default() };
        assert_eq!(reply(&one).map(|reply| reply.value), Ok("part".to_owned()));
        for wrong in [
            EvaluationReply { question: 3, ..EvaluationReply::default() },
            EvaluationReply { text: Some("a".to_owned()), ..one.clone() },
            EvaluationReply { yes_no: Some("maybe".to_owned()), ..one.clone() },
            EvaluationReply { question: 3, declined: Some(" ".to_owned()), ..EvaluationReply::default() },
            EvaluationReply { question: 3, number: Some(NUMBER_MOST + 1), ..EvaluationReply::default() },
            EvaluationReply { question: 3, day: Some("2003-02-30".to_owned()), ..EvaluationReply::default() },
        ] {
            assert_eq!(reply(&wrong).map_err(|fault| fault.field), Err("reply_3".to_owned()), "{wrong:?}");
        }
    }
}
