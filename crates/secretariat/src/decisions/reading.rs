//! What was read from a text, as entries: for each draft what is proposed, and the words that this rests on.

use base::ground::Puebla;
use conference::import::{Draft, Paragraph, Reading, Span};
use conference::verbs::Language;

use super::decision::{ASKS_MAX, Ask, Content, MEMBERS, Tongue};
use super::entries::{DraftPlace, Drafted, Imported, Mark, Source};
use super::form::addressee;
use super::said::kept;
use crate::meetings::Symbol;

/// Answers the entries that keep a reading: the set, and each draft of it.
pub(super) fn entries(
    ground: &Puebla,
    reading: &Reading,
    import: &str,
    meeting: Symbol,
    name: String,
) -> (Imported, Vec<Drafted>) {
    let main = main_language(reading);
    let others = reading.paragraphs.iter().filter(|paragraph| paragraph.draft.is_none()).map(written);
    let warnings = reading.warnings.iter().map(kept).collect();
    let imported = Imported { import: import.to_owned(), meeting, name, warnings, others: others.collect() };
    let drafted = reading.drafts.iter().zip(1..).map(|(draft, place)| Drafted {
        at: DraftPlace { import: import.to_owned(), place },
        content: content(ground, draft, main),
        source: source(&reading.paragraphs, draft),
    });
    (imported, drafted.collect())
}

/// Answers the language of most drafts.
pub(super) fn main_language(reading: &Reading) -> Tongue {
    let spanish = reading.drafts.iter().filter(|draft| draft.language == Some(Language::Spanish)).count();
    if 2 * spanish > reading.drafts.len() { Tongue::Es } else { Tongue::En }
}

fn content(ground: &Puebla, draft: &Draft, main: Tongue) -> Content {
    let original = match draft.language {
        Some(Language::English) => Tongue::En,
        Some(Language::Spanish) => Tongue::Es,
        None => main,
    };
    let mut content = Content {
        number: draft.number,
        original,
        text_en: String::new(),
        text_es: String::new(),
        divergence: String::new(),
        asks: asks(ground, draft),
        condition: draft.condition.as_ref().map(|condition| condition.value.clone()).unwrap_or_default(),
        links: Vec::new(),
    };
    content.text_mut(original).clone_from(&draft.text);
    content
}

/// Gives each addressee and deadline to the verb that stands last before it; a person looks at each anyway.
fn asks(ground: &Puebla, draft: &Draft) -> Vec<Ask> {
    let verbs: Vec<_> = draft.verbs.iter().take(ASKS_MAX).collect();
    let mut asks: Vec<Ask> = verbs
        .iter()
        .map(|verb| Ask { verb: verb.value, addressees: Vec::new(), each: false, rule: None, lapses: false })
        .collect();
    let of = |at: &Span| {
        let before = |verb: &Span| (verb.paragraph, verb.from) <= (at.paragraph, at.from);
        verbs.iter().rposition(|verb| before(&verb.at)).unwrap_or(0)
    };
    for named in &draft.addressees {
        let name = addressee(ground, &named.value);
        if let Some(ask) = asks.get_mut(of(&named.at)) {
            ask.each |= name == MEMBERS;
            if !ask.addressees.contains(&name) {
                ask.addressees.push(name);
            }
        }
    }
    for due in &draft.dues {
        let at = of(&due.at);
        // A verb keeps one deadline: a second one goes to the next verb that has none, so that none is lost.
        let free = (at..asks.len()).chain(0..at).find(|at| asks[*at].rule.is_none());
        if let Some(ask) = free.and_then(|at| asks.get_mut(at)) {
            ask.rule = Some(due.value.rule.clone());
        }
    }
    asks
}

fn written(paragraph: &Paragraph) -> String {
    match &paragraph.label {
        Some(label) => format!("{label} {}", paragraph.text),
        None => paragraph.text.clone(),
    }
}

fn source(paragraphs: &[Paragraph], draft: &Draft) -> Source {
    let own = |at: &Span| {
        let place = draft.paragraphs.iter().position(|paragraph| *paragraph == at.paragraph)?;
        let label = paragraphs.get(at.paragraph)?.label.as_ref();
        let shift = label.map_or(0, |label| label.chars().count() + 1);
        Some((place as u32, (at.from + shift) as u32, (at.to + shift) as u32))
    };
    let verbs = draft.verbs.iter().map(|verb| (&verb.at, "verb"));
    let addressees = draft.addressees.iter().map(|named| (&named.at, "addressee"));
    let dues = draft.dues.iter().map(|due| (&due.at, "due"));
    let condition = draft.condition.iter().map(|condition| (&condition.at, "condition"));
    let all = verbs.chain(addressees).chain(dues).chain(condition);
    let mut marks: Vec<Mark> = all
        .filter_map(|(at, kind)| {
            let (paragraph, from, to) = own(at)?;
            Some(Mark { paragraph, from, to, kind: kind.to_owned() })
        })
        .collect();
    marks.sort();
    let paragraphs = draft.paragraphs.iter().filter_map(|at| paragraphs.get(*at)).map(written).collect();
    Source { paragraphs, marks }
}
