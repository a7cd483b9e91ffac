//! Reads what forms and machines write of agendas and statements, and names everything that is wrong with it.

use base::web::fields::{self, Choice, Field};
use base::web::{Filled, InputFault, Said, Voice};
use base::words::Language;
use maud::{Markup, html};

use super::api::NewItem;
use super::entries::{Content, Texts};
use crate::meetings::Symbol;

/// The longest title or note, in characters.
pub(super) const LINE_CHARS_MAX: usize = 200;
/// The longest text of a statement or an answer in one language, in characters.
pub(super) const PROSE_CHARS_MAX: usize = 8_000;
/// The most documents of one item.
pub(super) const PAPERS_MAX: usize = 20;

/// Says what is wrong with a field; the code is what follows the room's prefix.
pub(super) fn fault(field: &str, key: &'static str) -> InputFault {
    InputFault::field(field, key.strip_prefix("sittings-fault-").unwrap_or(key), Said::plain(key))
}

/// Reads a text on one line, which may be empty.
pub(super) fn line(field: &str, written: &str) -> Result<String, InputFault> {
    let text = written.split_whitespace().collect::<Vec<_>>().join(" ");
    let fits = text.chars().count() <= LINE_CHARS_MAX && !text.chars().any(char::is_control);
    if fits { Ok(text) } else { Err(fault(field, "sittings-fault-line")) }
}

/// Reads what an item says.
///
/// Errors: every fault, each in the field that has it.
pub(super) fn item(new: &NewItem) -> Result<Content, Vec<InputFault>> {
    let mut faults = Vec::new();
    let mut title = |field, written: &str| line(field, written).map_err(|fault| faults.push(fault)).unwrap_or_default();
    let (title_en, title_es) = (title("title_en", &new.title_en), title("title_es", &new.title_es));
    let title_fr = title("title_fr", &new.title_fr);
    // French is given where there is one; the conference's own languages say what the item is.
    if new.title_en.trim().is_empty() && new.title_es.trim().is_empty() {
        faults.push(fault("title_en", "sittings-fault-title-missing"));
    }
    if new.members_only && new.observer_slot {
        faults.push(fault("observer_slot", "sittings-fault-slot-kept"));
    }
    let mut papers: Vec<String> = Vec::new();
    for written in new.papers.iter().map(|paper| paper.trim().to_uppercase()).filter(|paper| !paper.is_empty()) {
        match written.parse::<Symbol>() {
            Ok(symbol) if !papers.contains(&symbol.to_string()) => papers.push(symbol.to_string()),
            Ok(_) => {}
            Err(_) => faults.push(fault("papers", "sittings-fault-paper")),
        }
    }
    if papers.len() > PAPERS_MAX {
        faults.push(fault("papers", "sittings-fault-papers"));
    }
    let (members_only, observer_slot) = (new.members_only, new.observer_slot);
    if faults.is_empty() {
        Ok(Content { title_en, title_es, title_fr, members_only, observer_slot, papers })
    } else {
        Err(faults)
    }
}

/// Answers an item as a form sends it.
pub(super) fn typed_item(filled: &Filled) -> NewItem {
    let typed = |name| filled.typed(name).to_owned();
    let papers = filled.typed("papers").split([',', ';', ' ', '\n', '\r']).map(str::to_owned).collect();
    NewItem {
        title_en: typed("title_en"),
        title_es: typed("title_es"),
        title_fr: typed("title_fr"),
        members_only: filled.typed("who") == "members",
        observer_slot: filled.chosen("observer_slot").any(|chosen| chosen == "yes"),
        papers,
    }
}

/// Fills the form of an item in.
pub(super) fn fill_item(content: &Content) -> Filled {
    let filled = Filled::new()
        .with("title_en", &content.title_en)
        .with("title_es", &content.title_es)
        .with("title_fr", &content.title_fr)
        .with("who", if content.members_only { "members" } else { "open" })
        .with("papers", content.papers.join(", "));
    if content.observer_slot { filled.with("observer_slot", "yes") } else { filled }
}

/// Draws the fields of an item.
pub(super) fn item_fields(voice: &Voice, filled: &Filled) -> Markup {
    let line = |name, label| Field::new(name, label).max_length(LINE_CHARS_MAX as u32).autocomplete("off");
    let who =
        [Choice::new("open", voice.t("sittings-who-open")), Choice::new("members", voice.t("sittings-who-members"))];
    let slot = [Choice::new("yes", voice.t("sittings-slot-yes"))];
    let papers = Field::new("papers", "sittings-papers").hint("sittings-papers-hint").optional().rows(2).mono();
    html! {
        (fields::text_input(voice, filled, &line("title_es", "sittings-title-es").hint("sittings-title-hint").unmarked()))
        (fields::text_input(voice, filled, &line("title_en", "sittings-title-en").unmarked()))
        (fields::text_input(voice, filled, &line("title_fr", "sittings-title-fr").optional()))
        (fields::radios(voice, filled, &Field::new("who", "sittings-who"), &who))
        (fields::checkboxes(voice, filled, &Field::new("observer_slot", "sittings-slot").optional(), &slot))
        (fields::textarea(voice, filled, &papers.max_length(1_000).autocomplete("off")))
    }
}

/// Reads a text in up to three languages, of which one must be there.
pub(super) fn texts(en: &str, es: &str, fr: &str) -> Result<Texts, Vec<InputFault>> {
    let mut faults = Vec::new();
    let mut prose = |field: &str, written: &str| {
        let unified = written.replace("\r\n", "\n").replace('\r', "\n");
        if unified.trim().is_empty() {
            return String::new();
        }
        match conference::said::Said::parse(&unified) {
            Ok(said) if said.as_str().chars().count() <= PROSE_CHARS_MAX => said.to_string(),
            _ => {
                faults.push(fault(field, "sittings-fault-prose"));
                String::new()
            }
        }
    };
    let texts = Texts { en: prose("text_en", en), es: prose("text_es", es), fr: prose("text_fr", fr) };
    if faults.is_empty() && texts == Texts::default() {
        faults.push(fault("text_es", "sittings-fault-text-missing"));
    }
    if faults.is_empty() { Ok(texts) } else { Err(faults) }
}

/// Draws the fields of a text in three languages.
pub(super) fn text_fields(voice: &Voice, filled: &Filled) -> Markup {
    let field = |name, label| Field::new(name, label).unmarked().rows(6).max_length(PROSE_CHARS_MAX as u32);
    html! {
        (fields::textarea(voice, filled, &field("text_es", "sittings-text-es").hint("sittings-text-hint")))
        (fields::textarea(voice, filled, &field("text_en", "sittings-text-en")))
        (fields::textarea(voice, filled, &field("text_fr", "sittings-text-fr")))
    }
}

/// Answers the texts that are there, the reader's own language first.
pub(super) fn in_order(texts: &Texts, own: Language) -> Vec<(Language, &str)> {
    let all = [(Language::Es, texts.es.as_str()), (Language::En, &texts.en), (Language::Fr, &texts.fr)];
    let mut there: Vec<(Language, &str)> = all.into_iter().filter(|(_, text)| !text.is_empty()).collect();
    there.sort_by_key(|(language, _)| *language != own);
    there
}
