//! What machines send and get, and this room's part of the OpenAPI document.

use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::decision::Content;
use super::drafts::Draft;

/// A decision that is entered, or what a draft is to say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "meeting": "LAG/II", "number": 3, "original": "en", "text_en": "Urge members to send comments within three months.",
    "text_es": "Instar a los miembros a enviar comentarios en tres meses.",
    "asks": [{ "verb": "urge", "addressees": ["members"], "each": true, "due": "3 months after adoption" }]
}))]
pub struct NewDecision {
    /// Symbol of the meeting that took it.
    #[serde(default)]
    pub meeting: String,
    /// Symbol of the no-objection round that adopted it, where the meeting itself did not.
    #[serde(default)]
    pub round: String,
    /// Day of adoption, `YYYY-MM-DD`; left out, the meeting's last day.
    #[serde(default)]
    pub adopted_on: String,
    /// Its number at the meeting, from 1.
    pub number: u32,
    /// Language of drafting: `en` or `es`.
    pub original: String,
    /// Text in English, a line a paragraph; empty where there is none.
    #[serde(default)]
    pub text_en: String,
    /// Text in Spanish.
    #[serde(default)]
    pub text_es: String,
    /// Where the two say different things.
    #[serde(default)]
    pub divergence: String,
    /// What it does and asks.
    pub asks: Vec<NewAsk>,
    /// What must have happened before.
    #[serde(default)]
    pub condition: String,
    /// What it is linked to.
    #[serde(default)]
    pub links: Vec<NewLink>,
}

/// One thing that a decision does or asks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAsk {
    /// Code of the operative verb.
    pub verb: String,
    /// Codes of States, `members`, and names of bodies.
    #[serde(default)]
    pub addressees: Vec<String>,
    /// Whether each does it for itself.
    #[serde(default)]
    pub each: bool,
    /// The due rule, such as `3 months after adoption`; empty without one.
    #[serde(default)]
    pub due: String,
    /// Whether it is a power that ends unused with its day.
    #[serde(default)]
    pub lapses: bool,
}

/// A link.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewLink {
    /// `amends`, `implements`, `supersedes`, `refers_to`, `shares_meeting` or `discussed_at`.
    pub kind: String,
    /// Symbol of the decision, or of the meeting at which it is discussed.
    pub to: String,
}

/// A decision as it stands now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DecisionShown {
    /// Its symbol.
    pub symbol: String,
    /// The symbol as an address has it.
    pub reference: String,
    /// Symbol of its meeting.
    pub meeting: String,
    /// Symbol of the round that adopted it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub round: Option<String>,
    /// Day of adoption.
    pub adopted_on: String,
    /// Its number at the meeting.
    pub number: u32,
    /// Language of drafting.
    pub original: String,
    /// Text in English; empty where there is none.
    pub text_en: String,
    /// Text in Spanish.
    pub text_es: String,
    /// SHA-256 of the English text as 64 hexadecimal digits.
    pub sha256_en: String,
    /// SHA-256 of the Spanish text.
    pub sha256_es: String,
    /// Where the two say different things.
    pub divergence: String,
    /// What it does and asks.
    pub asks: Vec<AskShown>,
    /// What must have happened before; empty without a condition.
    pub condition: String,
    /// Links, those that lead to it with `back`.
    pub links: Vec<LinkShown>,
    /// What came later.
    pub later: Vec<LaterShown>,
    /// Place of its entry in the journal of the house.
    pub position: u64,
    /// When it was recorded.
    pub recorded_at: String,
}

/// One thing that a decision does or asks, with the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AskShown {
    /// Code of the verb.
    pub verb: String,
    /// `none`, `soft` or `owned`.
    pub duty: String,
    /// Whom it speaks to.
    pub addressees: Vec<String>,
    /// Whether each does it for itself.
    pub each: bool,
    /// The due rule; empty without one.
    pub due: String,
    /// The day it gives with what is known now; of a rule that comes again the next.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_on: Option<String>,
    /// Whether it is a power that ends unused with its day.
    pub lapses: bool,
}

/// A link as one decision sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LinkShown {
    /// Its kind.
    pub kind: String,
    /// Whether the other one has the link.
    pub back: bool,
    /// Symbol of the other.
    pub to: String,
}

/// Something that came later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LaterShown {
    /// `noted`, `corrected`, `linked` or `happened`.
    pub kind: String,
    /// The day that it speaks of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    /// What is told.
    pub text: String,
    /// Its source, or why.
    pub detail: String,
    /// When it was recorded.
    pub recorded_at: String,
}

/// A decision in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DecisionListed {
    /// Its symbol.
    pub symbol: String,
    /// The symbol as an address has it.
    pub reference: String,
    /// Symbol of its meeting.
    pub meeting: String,
    /// Day of adoption.
    pub adopted_on: String,
    /// Codes of its verbs.
    pub verbs: Vec<String>,
    /// Its text in the language of drafting.
    pub text: String,
}

/// A page of decisions, the latest meeting first.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct DecisionsPage {
    /// The decisions.
    pub decisions: Vec<DecisionListed>,
    /// What to ask for next in `after`; left out on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// Something to be added to the history of a decision.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "kind": "noted", "on": "2003-12-01", "text": "Discussed at the workshop", "detail": "Its minutes" }))]
pub struct NewLater {
    /// `noted`, `corrected`, `linked` or `happened`.
    pub kind: String,
    /// The day of a note or an event, `YYYY-MM-DD`.
    #[serde(default)]
    pub on: String,
    /// The note, the corrected text, the symbol of a link, or the event in the words of the rule.
    pub text: String,
    /// The source of a note or an event, or why a text is corrected.
    #[serde(default)]
    pub detail: String,
    /// Of a corrected text: `en` or `es`.
    #[serde(default)]
    pub language: String,
    /// Of a link: its kind.
    #[serde(default)]
    pub link: String,
}

/// A text that was read into drafts.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct DraftsShown {
    /// Of the set.
    pub id: String,
    /// Symbol of the meeting that adopted the text.
    pub meeting: String,
    /// The file's name; empty for a text that was pasted.
    pub name: String,
    /// What a person should look at, as codes.
    pub warnings: Vec<String>,
    /// Up to a hundred drafts, in the order of the text.
    pub drafts: Vec<DraftShown>,
    /// What to ask for next in `after`; left out on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<u32>,
}

/// A draft beside its source.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct DraftShown {
    /// Its place in the set, from 1.
    pub place: u32,
    /// `open`, `confirmed`, `dropped` or `adopted`.
    pub standing: String,
    /// Its revision, which a change names.
    pub revision: u32,
    /// What it says now.
    pub decision: NewDecision,
    /// The paragraphs it was read from.
    pub source: Vec<String>,
}

/// What a draft is to be.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "revision": 1, "standing": "confirmed" }))]
pub struct DraftChange {
    /// The revision that was seen.
    pub revision: u32,
    /// `open`, `confirmed` or `dropped`.
    pub standing: String,
    /// What it is to say; left out, what it says now.
    pub decision: Option<NewDecision>,
}

/// What was entered from a set.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct AdoptedSet {
    /// Symbols of the decisions.
    pub symbols: Vec<String>,
}

impl NewDecision {
    /// Answers what a decision says as machines write it.
    pub(super) fn of(content: &Content) -> Self {
        let ask = |ask: &super::decision::Ask| NewAsk {
            verb: ask.verb.code().to_owned(),
            addressees: ask.addressees.clone(),
            each: ask.each,
            due: ask.rule.as_ref().map(ToString::to_string).unwrap_or_default(),
            lapses: ask.lapses,
        };
        let link =
            |link: &super::decision::Link| NewLink { kind: link.kind.code().to_owned(), to: link.to.to_string() };
        NewDecision {
            number: content.number,
            original: content.original.code().to_owned(),
            text_en: content.text_en.clone(),
            text_es: content.text_es.clone(),
            divergence: content.divergence.clone(),
            asks: content.asks.iter().map(ask).collect(),
            condition: content.condition.clone(),
            links: content.links.iter().map(link).collect(),
            ..NewDecision::default()
        }
    }
}

impl DraftShown {
    pub(super) fn of(draft: &Draft) -> Self {
        DraftShown {
            place: draft.at.place,
            standing: draft.standing.code().to_owned(),
            revision: draft.revision,
            decision: NewDecision::of(&draft.content),
            source: draft.source.paragraphs.clone(),
        }
    }
}

#[derive(OpenApi)]
#[openapi(
    paths(
        super::list::call,
        super::show::call,
        super::certificate::call,
        super::add::call,
        super::history::call,
        super::import::call,
        super::set::call,
        super::set::adopt_call,
        super::draft::call,
        super::export::call
    ),
    components(schemas(
        NewDecision,
        NewAsk,
        NewLink,
        NewLater,
        DecisionShown,
        AskShown,
        LinkShown,
        LaterShown,
        DecisionListed,
        DecisionsPage,
        DraftsShown,
        DraftShown,
        DraftChange,
        AdoptedSet
    ))
)]
struct Document;

/// Answers this room's part of the OpenAPI document.
pub(super) fn api() -> utoipa::openapi::OpenApi {
    Document::openapi()
}
