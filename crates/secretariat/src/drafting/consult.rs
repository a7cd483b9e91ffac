//! What a comment round takes over from a draft: its titles, its text as it stands, each paragraph under its number, and what asks for it.

use base::access::{Permit, Resource};
use base::desk::Reader;
use base::store::StoreError;
use base::web::Filled;
use base::words::Language;

use super::queries::{self, Known, spoken};
use super::{ShowDraft, pages};
use crate::meetings::Symbol;

/// Fills the form of a comment round in from a draft that whoever reads may read; of any other the form stays as it is.
pub(crate) fn begun<P: Permit>(reader: &Reader<P>, reference: &str, filled: Filled) -> Result<Filled, StoreError> {
    let Ok(symbol) = Symbol::from_address(reference) else { return Ok(filled) };
    let Some(known) = reader.ask(|now| queries::known(now, &symbol))? else { return Ok(filled) };
    let owner = pages::drafter(reader.caller().state)(&known);
    let resource = Resource { owner, status: "open", about: symbol.to_string(), ..Resource::default() };
    if !reader.ground().policy.allows::<ShowDraft>(reader.caller(), &resource) {
        return Ok(filled);
    }
    let about = known.opened.about.as_str();
    let cites = if about.split('/').any(|part| part == "DEC") { about } else { "" };
    let filled =
        filled.with("title_en", known.opened.title_en.as_str()).with("title_es", known.opened.title_es.as_str());
    let filled = filled.with("cites", cites).with("text_en", numbered(&known, Language::En));
    Ok(filled.with("text_es", numbered(&known, Language::Es)))
}

/// Answers the text in a language, each paragraph after its number for good; empty where it is not whole.
fn numbered(known: &Known, language: Language) -> String {
    let text = known.draft.text();
    if text.whole(spoken(language)).is_none() {
        return String::new();
    }
    let line = |paragraph: &conference::drafting::Paragraph| {
        let words = paragraph.texts.get(&spoken(language)).map_or("", String::as_str);
        format!("{}. {}", paragraph.number, words.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    text.standing().map(line).collect::<Vec<_>>().join("\n\n")
}
