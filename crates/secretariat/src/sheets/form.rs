//! The form in which a sheet is written down: how it is drawn, filled in from what stands, and read.

use base::access::Permit;
use base::desk::Reader;
use base::store::StoreError;
use base::web::fields::{self, Choice, Field};
use base::web::{Filled, InputFault, Refusal, Said, Visit};
use conference::review::MONTHS_MAX;
use jiff::civil::Date;
use maud::{Markup, html};

use super::api::NewSheet;
use super::entries::Written;
use super::pages;
use super::queries::{Reference, Version};
use crate::meetings::Symbol;
use crate::papers;
use crate::rounds::{Found, fault};

/// The longest statement of the table, source or link, in characters.
const SHORT_CHARS_MAX: usize = 160;
const LINE_CHARS_MAX: usize = 300;
/// The longest text, in characters.
const TEXT_CHARS_MAX: usize = 4_000;

/// Fills the form in from what was written last; where nothing was, from nothing.
pub(super) fn filled(last: Option<&Version>) -> Filled {
    let Some(last) = last else { return Filled::new().with("original", "es").with("months", "12").with("seen", "0") };
    let content = &last.content;
    Filled::new()
        .with("short_en", &*content.short_en)
        .with("short_es", &*content.short_es)
        .with("text_en", &*content.text_en)
        .with("text_es", &*content.text_es)
        .with("original", &*content.original)
        .with("source", &*content.source)
        .with("link", &*content.link)
        .with("paper", &*content.paper)
        .with("months", content.months.to_string())
        .with("seen", last.position.to_string())
        .with_date("policy_on", content.policy_on)
        .with_date("reviewed_on", content.reviewed_on)
}

/// Reads the form. What cannot even be said to a machine is a fault here; all else is read as a machine's is.
pub(super) fn typed(filled: &Filled, faults: &mut Vec<InputFault>) -> NewSheet {
    let typed = |name| filled.typed(name).to_owned();
    let mut day = |name: &str| match filled.date(name) {
        Ok(day) => day.map(|day| day.to_string()).unwrap_or_default(),
        Err(why) => {
            faults.push(InputFault::field(name, "day", Said::plain(why.key())));
            String::new()
        }
    };
    let (policy_on, reviewed_on) = (day("policy_on"), day("reviewed_on"));
    NewSheet {
        short_en: typed("short_en"),
        short_es: typed("short_es"),
        text_en: typed("text_en"),
        text_es: typed("text_es"),
        original: typed("original"),
        source: typed("source"),
        link: typed("link"),
        paper: typed("paper"),
        policy_on,
        reviewed_on,
        // What is no number is one that is refused.
        months: filled.typed("months").trim().parse().unwrap_or(u32::MAX),
        seen: filled.typed("seen").parse().unwrap_or(u64::MAX),
    }
}

/// Reads what was sent.
///
/// Errors: `Invalid` with every fault.
pub(super) fn read<P: Permit>(reader: &Reader<P>, of: &Reference, new: &NewSheet) -> Result<Written, Refusal> {
    let (mut found, today) = (Found::default(), pages::today(reader));
    let is_english = new.original == "en";
    if !is_english && new.original != "es" {
        found.0.push(fault("original", "sheets-fault-original"));
    }
    let mut text =
        |field, written: &str, chars, needed| found.keep(text(field, written, chars, needed)).unwrap_or_default();
    let short_en = text("short_en", &new.short_en, SHORT_CHARS_MAX, is_english);
    let short_es = text("short_es", &new.short_es, SHORT_CHARS_MAX, !is_english);
    let text_en = text("text_en", &new.text_en, TEXT_CHARS_MAX, is_english);
    let text_es = text("text_es", &new.text_es, TEXT_CHARS_MAX, !is_english);
    let source = text("source", &new.source, LINE_CHARS_MAX, true);
    let link = text("link", &new.link, LINE_CHARS_MAX, false);
    if !(link.is_empty() || link.starts_with("https://") && !link.contains(char::is_whitespace)) {
        found.0.push(fault("link", "sheets-fault-link"));
    }
    let paper = paper(reader, &new.paper)?;
    let paper = found.keep(paper).unwrap_or_default();
    let policy_on = found.keep(day("policy_on", &new.policy_on));
    let reviewed_on = found.keep(day("reviewed_on", &new.reviewed_on));
    if reviewed_on.is_some_and(|day| day > today) {
        found.0.push(fault("reviewed_on", "sheets-fault-ahead"));
    }
    let months = u8::try_from(new.months).ok().filter(|months| (1..=MONTHS_MAX).contains(months));
    let months = found.keep(months.ok_or_else(|| fault("months", "sheets-fault-months")));
    match (policy_on, reviewed_on, months) {
        (Some(policy_on), Some(reviewed_on), Some(months)) if found.0.is_empty() => Ok(Written {
            topic: of.topic.clone(),
            short_en,
            short_es,
            text_en,
            text_es,
            original: new.original.clone(),
            source,
            link,
            paper,
            policy_on,
            reviewed_on,
            months,
        }),
        _ => Err(Refusal::Invalid(found.0)),
    }
}

fn text(field: &str, written: &str, chars: usize, is_needed: bool) -> Result<String, InputFault> {
    let text = written.replace("\r\n", "\n").trim().to_owned();
    let is_long = chars == TEXT_CHARS_MAX;
    if text.chars().count() > chars || text.chars().any(|sign| sign.is_control() && !(is_long && sign == '\n')) {
        Err(fault(field, "sheets-fault-long"))
    } else if is_needed && text.is_empty() {
        Err(fault(field, "sheets-fault-missing"))
    } else {
        Ok(text)
    }
}

fn day(field: &str, written: &str) -> Result<Date, InputFault> {
    let day = written.trim().parse::<Date>().ok();
    day.filter(|day| (1900..=2200).contains(&day.year())).ok_or_else(|| fault(field, "sheets-fault-day"))
}

/// Reads the symbol of a document. What does not exist and what one may not open are the same fault.
fn paper<P: Permit>(reader: &Reader<P>, written: &str) -> Result<Result<String, InputFault>, StoreError> {
    let written = written.trim().to_uppercase();
    if written.is_empty() {
        return Ok(Ok(written));
    }
    let opens = match written.parse::<Symbol>() {
        Ok(symbol) => !papers::chips(reader, &[symbol])?.is_empty(),
        Err(_) => false,
    };
    Ok(if opens { Ok(written) } else { Err(fault("paper", "sheets-fault-paper")) })
}

/// Draws the form.
pub(super) fn markup(visit: &Visit, of: &Reference, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let path = format!("/sheets/{of}");
    let cancel = html! { a .button .plain href=(path) { (voice.t("form-cancel")) } };
    let short = |name, label| Field::new(name, label).max_length(SHORT_CHARS_MAX as u32).autocomplete("off").optional();
    let line = |name, label| Field::new(name, label).max_length(LINE_CHARS_MAX as u32).autocomplete("off");
    let long = |name, label| Field::new(name, label).rows(6).max_length(TEXT_CHARS_MAX as u32).optional();
    let tongues = [Choice::new("es", voice.t("sheets-original-es")), Choice::new("en", voice.t("sheets-original-en"))];
    let months = Field::new("months", "sheets-months").hint("sheets-months-hint").max_length(2).input_mode("numeric");
    html! {
        h1 { (pages::topic(voice, &of.topic)) }
        p .aside { (voice.t("sheets-write-about")) }
        (fields::error_summary(voice, filled))
        (fields::form(&format!("{path}/write"), visit.csrf(), html! {
            (fields::hidden("seen", filled.typed("seen")))
            (fields::radios(voice, filled, &Field::new("original", "sheets-original"), &tongues))
            (fields::text_input(voice, filled, &short("short_es", "sheets-short-es").hint("sheets-short-hint")))
            (fields::text_input(voice, filled, &short("short_en", "sheets-short-en")))
            (fields::textarea(voice, filled, &long("text_es", "sheets-text-es")))
            (fields::textarea(voice, filled, &long("text_en", "sheets-text-en")))
            (fields::text_input(voice, filled, &line("source", "sheets-source").hint("sheets-source-hint")))
            (fields::text_input(voice, filled, &line("link", "sheets-link").hint("sheets-link-hint").optional()))
            (fields::text_input(voice, filled, &line("paper", "sheets-paper").hint("sheets-paper-hint").mono().optional()))
            (fields::date_input(voice, filled, &Field::new("policy_on", "sheets-policy-on")))
            (fields::date_input(voice, filled, &Field::new("reviewed_on", "sheets-reviewed-on")))
            (fields::text_input(voice, filled, &months.autocomplete("off")))
            (fields::submit_row(voice, "sheets-write-send", Some(cancel)))
        }))
    }
}
