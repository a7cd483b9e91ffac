//! What machines send and get, and this room's part of the OpenAPI document.

use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::attendance;
use super::queries::{Answer, Item, Statement};
use super::roll::Expected;
use crate::meetings::Symbol;
use crate::papers::Chip;

/// An item for an agenda.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "title_en": "Return (invented)", "title_es": "Retorno (ficticio)", "observer_slot": true, "papers": ["LAG/II/1"] }))]
pub struct NewItem {
    /// Title in English; one of English and Spanish may be left out.
    #[serde(default)]
    pub title_en: String,
    /// Title in Spanish.
    #[serde(default)]
    pub title_es: String,
    /// Title in French, where there is one.
    #[serde(default)]
    pub title_fr: String,
    /// Whether it is kept for members.
    #[serde(default)]
    pub members_only: bool,
    /// Whether observers and networks may speak to it; not where it is kept for members.
    #[serde(default)]
    pub observer_slot: bool,
    /// Symbols of its documents, up to 20.
    #[serde(default)]
    pub papers: Vec<String>,
}

/// What an item is to be: other than it was, or off the agenda.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "revision": 12, "content": { "title_en": "Return (invented)" }, "note": "Shorter title" }))]
pub struct ItemChange {
    /// The item's `revision`, as it was seen.
    pub revision: u64,
    /// What it says now; left out where it is dropped.
    #[serde(default)]
    pub content: Option<NewItem>,
    /// Whether it is taken off the agenda.
    #[serde(default)]
    pub dropped: bool,
    /// Why, up to 200 characters.
    #[serde(default)]
    pub note: String,
}

/// Another order of an agenda.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "revision": 12, "items": [2, 1, 3] }))]
pub struct AgendaOrder {
    /// The agenda's `revision`, as it was seen.
    pub revision: u64,
    /// Every item on the agenda, in the new order.
    pub items: Vec<u32>,
}

/// The agenda of a meeting as one may see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AgendaShown {
    /// Symbol of the meeting.
    pub meeting: String,
    /// What to send with another order.
    pub revision: u64,
    /// Its items, in their order.
    pub items: Vec<ItemShown>,
}

/// An item of an agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ItemShown {
    /// Which item it is for good.
    pub item: u32,
    /// Where on the agenda it stands; the same for everybody, so that an observer may see a gap.
    pub place: u32,
    /// Title in English; empty where there is none.
    pub title_en: String,
    /// Title in Spanish; empty where there is none.
    pub title_es: String,
    /// Title in French; empty where there is none.
    pub title_fr: String,
    /// Whether it is kept for members.
    pub members_only: bool,
    /// Whether observers and networks may speak to it.
    pub observer_slot: bool,
    /// Its documents that one may open.
    pub papers: Vec<ItemPaper>,
    /// What to send with a change.
    pub revision: u64,
}

/// A document of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ItemPaper {
    /// Its symbol.
    pub symbol: String,
    /// Its last text in each language: language, `-`, version.
    pub texts: Vec<String>,
    /// The conference's own languages in which it has no text.
    pub missing: Vec<String>,
}

/// Who was there.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "lines": [{ "party": "UTO", "present": true, "head": "vice-minister" }] }))]
pub struct Roll {
    /// A line for each party of which something is recorded; of the others nothing changes.
    pub lines: Vec<RollLine>,
}

/// Whether a party was there.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RollLine {
    /// Its three letters.
    pub party: String,
    /// Whether it was present.
    pub present: bool,
    /// What the head of its delegation is, a code of the list; never a name.
    #[serde(default)]
    pub head: String,
    /// What stood of it when one looked, its `stands`: where something else stands by now, nothing is recorded. Left out, what stands is replaced.
    #[serde(default)]
    pub was: Option<String>,
}

/// Who was at a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AttendanceShown {
    /// Symbol of the meeting.
    pub meeting: String,
    /// Everybody who could have been there, by class.
    pub parties: Vec<PresenceShown>,
}

/// Whether a party was at a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PresenceShown {
    /// Its three letters.
    pub party: String,
    /// What it was to the conference then: `member`, `observer-state`, `observer-organisation`, `network` or `guest`.
    pub class: String,
    /// Whether it was present; left out where nobody recorded it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub present: Option<bool>,
    /// What the head of its delegation is; empty where nobody said so.
    pub head: String,
    /// What to send in `was` with a change.
    pub stands: String,
}

/// A statement to be handed in.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "original": "en", "text_en": "We thank the conference. (invented)" }))]
pub struct NewStatement {
    /// Whose it is; one's own party where it is left out.
    #[serde(default)]
    pub party: String,
    /// The item it speaks to, which has a slot for it; left out for the meeting as a whole.
    #[serde(default)]
    pub item: Option<u32>,
    /// Language in which it was written: `en`, `es` or `fr`.
    pub original: String,
    /// Text in English, up to 8,000 characters; one of the three must be there.
    #[serde(default)]
    pub text_en: String,
    /// Text in Spanish.
    #[serde(default)]
    pub text_es: String,
    /// Text in French.
    #[serde(default)]
    pub text_fr: String,
}

/// An answer to a statement.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "text_en": "The presidency thanks the network. (invented)" }))]
pub struct NewAnswer {
    /// Text in English, up to 8,000 characters; one of the three must be there.
    #[serde(default)]
    pub text_en: String,
    /// Text in Spanish.
    #[serde(default)]
    pub text_es: String,
    /// Text in French.
    #[serde(default)]
    pub text_fr: String,
}

/// Statements in the order handed in, twenty a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StatementsShown {
    /// Symbol of the meeting.
    pub meeting: String,
    /// The statements.
    pub statements: Vec<StatementShown>,
    /// What to ask for next in `after`; left out on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<u32>,
}

/// A statement and its answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StatementShown {
    /// Where it stands in the order handed in, from 1.
    pub place: u32,
    /// Whose it is.
    pub party: String,
    /// What that party was to the conference then.
    pub class: String,
    /// The item it speaks to, where one may see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<u32>,
    /// Language in which it was written.
    pub original: String,
    /// Text in English; empty where there is none.
    pub text_en: String,
    /// Text in Spanish; empty where there is none.
    pub text_es: String,
    /// Text in French; empty where there is none.
    pub text_fr: String,
    /// Who handed it in: the party itself, or the secretariat for it.
    pub handed_in_by: String,
    /// When it was recorded, microseconds since 1970.
    pub recorded_at_us: i64,
    /// Its answers, in the order given.
    pub answers: Vec<AnswerShown>,
}

/// An answer to a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AnswerShown {
    /// Who answered: the State that presided, or the secretariat.
    pub state: String,
    /// Text in English; empty where there is none.
    pub text_en: String,
    /// Text in Spanish; empty where there is none.
    pub text_es: String,
    /// Text in French; empty where there is none.
    pub text_fr: String,
    /// When it was recorded, microseconds since 1970.
    pub recorded_at_us: i64,
}

impl ItemShown {
    pub(super) fn of(item: &Item, chips: &[Chip]) -> Self {
        let content = &item.content;
        ItemShown {
            item: item.item,
            place: item.place,
            title_en: content.title_en.clone(),
            title_es: content.title_es.clone(),
            title_fr: content.title_fr.clone(),
            members_only: content.members_only,
            observer_slot: content.observer_slot,
            papers: chips.iter().map(ItemPaper::of).collect(),
            revision: item.changed_by,
        }
    }
}

impl ItemPaper {
    fn of(chip: &Chip) -> Self {
        ItemPaper {
            symbol: chip.paper.symbol.to_string(),
            texts: chip.texts.iter().map(|(language, version)| format!("{}-{version}", language.tag())).collect(),
            missing: chip.missing().map(|language| language.tag().to_owned()).collect(),
        }
    }
}

impl AttendanceShown {
    pub(super) fn of(meeting: &Symbol, all: &[Expected]) -> Self {
        let one = |expected: &Expected| PresenceShown {
            party: expected.party.to_string(),
            class: expected.class.code().to_owned(),
            present: expected.presence.as_ref().map(|presence| presence.present),
            head: expected.presence.as_ref().map(|presence| presence.head.clone()).unwrap_or_default(),
            stands: attendance::stands(expected.presence.as_ref()),
        };
        AttendanceShown { meeting: meeting.to_string(), parties: all.iter().map(one).collect() }
    }
}

impl StatementShown {
    pub(super) fn of(statement: &Statement, item: Option<u32>, answers: &[Answer]) -> Self {
        StatementShown {
            place: statement.place,
            party: statement.party.to_string(),
            class: statement.class.code().to_owned(),
            item,
            original: statement.original.tag().to_owned(),
            text_en: statement.texts.en.clone(),
            text_es: statement.texts.es.clone(),
            text_fr: statement.texts.fr.clone(),
            handed_in_by: statement.brought.to_string(),
            recorded_at_us: statement.at.as_microsecond(),
            answers: answers.iter().map(AnswerShown::of).collect(),
        }
    }
}

impl AnswerShown {
    fn of(answer: &Answer) -> Self {
        AnswerShown {
            state: answer.state.to_string(),
            text_en: answer.texts.en.clone(),
            text_es: answer.texts.es.clone(),
            text_fr: answer.texts.fr.clone(),
            recorded_at_us: answer.at.as_microsecond(),
        }
    }
}

#[derive(OpenApi)]
#[openapi(
    paths(
        super::agenda::call,
        super::place::call,
        super::agenda::order_call,
        super::item::call,
        super::attendance::call,
        super::attendance::record_call,
        super::hand_in::list_call,
        super::hand_in::call,
        super::answer::call
    ),
    components(schemas(
        NewItem,
        ItemChange,
        AgendaOrder,
        AgendaShown,
        ItemShown,
        ItemPaper,
        Roll,
        RollLine,
        AttendanceShown,
        PresenceShown,
        NewStatement,
        NewAnswer,
        StatementsShown,
        StatementShown,
        AnswerShown
    ))
)]
struct Document;

/// Answers this room's part of the OpenAPI document.
pub(super) fn api() -> utoipa::openapi::OpenApi {
    Document::openapi()
}
