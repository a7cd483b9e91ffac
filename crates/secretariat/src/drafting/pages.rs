//! What the acts of this room share: what the policies must know, refusals in words, and a paragraph drawn.

use base::access::{Permit, Resource};
use base::desk::Reader;
use base::identity::PartyKind;
use base::store::StoreError;
use base::web::fields::{self, Field};
use base::web::{Filled, InputFault, Refusal, Said, Voice};
use base::words::Language;
use conference::drafting::{BasisError, ChangeError, DraftError, PARAGRAPH_CHARS_MAX, Texts};
use journal::StateCode;
use maud::{Markup, html};
use rusqlite::Connection;

use super::entries::Words;
use super::queries::{self, Known, spoken};
use crate::meetings::Symbol;

/// The longest title, in characters.
pub(super) const LINE_CHARS_MAX: usize = 200;
/// The longest reason or remark, in characters.
pub(super) const REASON_CHARS_MAX: usize = 2_000;

/// The languages of a text with the field and the label of each.
pub(super) const TEXT_FIELDS: [(Language, &str, &str); 3] = [
    (Language::En, "text_en", "drafting-text-en"),
    (Language::Es, "text_es", "drafting-text-es"),
    (Language::Fr, "text_fr", "drafting-text-fr"),
];

/// Says what is wrong with a field; the code is what follows the room's prefix.
pub(super) fn fault(field: &str, key: &'static str) -> InputFault {
    InputFault::field(field, key.strip_prefix("drafting-fault-").unwrap_or(key), Said::plain(key))
}

/// Reads a text on one line that must be there.
pub(super) fn line(field: &str, written: &str) -> Result<String, InputFault> {
    let text = written.split_whitespace().collect::<Vec<_>>().join(" ");
    let fits = text.chars().count() <= LINE_CHARS_MAX && !text.chars().any(char::is_control);
    match (text.is_empty(), fits) {
        (true, _) => Err(fault(field, "drafting-fault-line-missing")),
        (false, false) => Err(fault(field, "drafting-fault-line")),
        (false, true) => Ok(text),
    }
}

/// Reads a reason or a remark, which may be empty.
pub(super) fn reason(field: &str, written: &str) -> Result<String, InputFault> {
    let text = written.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() > REASON_CHARS_MAX { Err(fault(field, "drafting-fault-reason")) } else { Ok(text) }
}

/// Reads a symbol.
pub(super) fn symbol(field: &str, written: &str) -> Result<Symbol, InputFault> {
    written.trim().to_uppercase().parse().map_err(|_| fault(field, "drafting-fault-symbol"))
}

/// Reads a draft by the symbol in an address, with what the policies must know of it: `owner` says of whom it is to this act.
pub(super) fn resource(
    reference: &str,
    owner: impl FnOnce(&Known) -> Option<StateCode>,
) -> impl FnOnce(&Connection) -> Result<Option<Resource>, StoreError> {
    let symbol = Symbol::from_address(reference).ok();
    move |now| {
        let Some(symbol) = symbol else { return Ok(None) };
        let found = queries::known(now, &symbol)?;
        Ok(found.map(|known| Resource {
            owner: owner(&known),
            status: "open",
            about: symbol.to_string(),
            ..Resource::default()
        }))
    }
}

/// Answers whose a draft is to somebody who takes part in it: theirs, if they draft.
pub(super) fn drafter(party: StateCode) -> impl FnOnce(&Known) -> Option<StateCode> {
    move |known| known.draft.drafts(party).then_some(party)
}

/// Answers whether such a party may draft: networks and guests do nothing in this room.
pub(super) fn may_draft(kind: PartyKind) -> bool {
    !matches!(kind, PartyKind::Network | PartyKind::Guest)
}

/// Reads the draft of an address.
pub(super) fn known<P: Permit>(reader: &Reader<P>, reference: &str) -> Result<Known, Refusal> {
    let symbol = Symbol::from_address(reference).map_err(|_| Refusal::NotFound)?;
    reader.ask(|now| queries::known(now, &symbol))?.ok_or(Refusal::NotFound)
}

/// Says in words what the rules refuse; `text` is the field of the original language.
pub(super) fn refusal(error: BasisError, text: &str) -> Refusal {
    let wrong = |field: &str, key| Refusal::Invalid(vec![fault(field, key)]);
    let error = match error {
        BasisError::Draft(error) => error,
        BasisError::NoParagraph => return wrong("paragraph", "drafting-fault-paragraph"),
        BasisError::Silent => return wrong("words", "drafting-fault-basis-silent"),
        BasisError::NotAState => return wrong("point", "drafting-fault-basis-state"),
    };
    match error {
        DraftError::NotADrafter | DraftError::NotTheChair | DraftError::NoProposal => Refusal::NotFound,
        DraftError::NotAState => wrong("opinion", "drafting-fault-not-a-state"),
        DraftError::Ruled => Refusal::conflict("drafting-fault-ruled"),
        DraftError::Frozen => Refusal::conflict("drafting-fault-frozen"),
        DraftError::TooMany | DraftError::Change(ChangeError::TooMany) => Refusal::conflict("drafting-fault-too-many"),
        DraftError::Change(ChangeError::Changed | ChangeError::Out) => Refusal::conflict("drafting-fault-changed"),
        DraftError::Change(ChangeError::NoParagraph) => wrong("paragraph", "drafting-fault-paragraph"),
        DraftError::Change(ChangeError::Empty) => wrong(text, "drafting-fault-empty"),
        DraftError::Change(ChangeError::TooLong) => wrong(text, "drafting-fault-too-long"),
        DraftError::Change(ChangeError::Nothing) => wrong(text, "drafting-fault-nothing"),
    }
}

/// Answers the field of a language's text.
pub(super) fn text_field(language: Language) -> &'static str {
    TEXT_FIELDS.into_iter().find(|(one, _, _)| *one == language).map_or("text_en", |(_, field, _)| field)
}

/// Reads the texts of a form, one a language.
pub(super) fn typed_words(filled: &Filled) -> Words {
    let typed = |field| filled.typed(field).trim().to_owned();
    Words { en: typed("text_en"), es: typed("text_es"), fr: typed("text_fr") }
}

/// Fills a form in with what a paragraph says.
pub(super) fn with_texts(mut filled: Filled, texts: &Texts) -> Filled {
    for (language, field, _) in TEXT_FIELDS {
        if let Some(text) = texts.get(&spoken(language)) {
            filled = filled.with(field, text.as_str());
        }
    }
    filled
}

/// Draws the fields of a text, that of the original language first.
pub(super) fn text_fields(voice: &Voice, filled: &Filled, original: Language, rows: u8, most: usize) -> Markup {
    let mut ordered = TEXT_FIELDS;
    ordered.sort_by_key(|(language, _, _)| *language != original);
    html! { @for (language, field, label) in ordered {
        @let field = Field::new(field, label).rows(rows).max_length(most as u32);
        @let field = if language == original { field.hint("drafting-original-hint").unmarked() } else { field.optional() };
        (fields::textarea(voice, filled, &field))
    } }
}

/// Draws the fields of one paragraph.
pub(super) fn paragraph_fields(voice: &Voice, filled: &Filled, original: Language) -> Markup {
    text_fields(voice, filled, original, 5, PARAGRAPH_CHARS_MAX)
}

/// Draws what a paragraph says in each language it is written in, the original first.
pub(super) fn drawn(texts: &Texts, original: Language) -> Markup {
    let mut ordered = TEXT_FIELDS;
    ordered.sort_by_key(|(language, _, _)| *language != original);
    html! { @for (language, _, _) in ordered { @if let Some(text) = texts.get(&spoken(language)) {
        p lang=(language.tag()) .aside[language != original] { (text) }
    } } }
}
