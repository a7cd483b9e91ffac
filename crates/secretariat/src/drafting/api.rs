//! What machines send and get, and this room's part of the OpenAPI document.

use conference::drafting::{Change, Opinion, Paragraph, Point, Proposal, Ruling, Standing};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::entries::Words;
use super::queries::{Known, Listed};

/// What a paragraph says in each language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DraftingWords)]
pub struct DraftWords {
    /// English; empty where it says nothing.
    #[serde(default)]
    pub en: String,
    /// Spanish; empty where it says nothing.
    #[serde(default)]
    pub es: String,
    /// French; empty where it says nothing.
    #[serde(default)]
    pub fr: String,
}

/// A draft to be opened.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewDraftingSpace, example = json!({
    "symbol": "LAG/DR/1", "about": "LAG/II", "title_en": "Framework (invented)", "title_es": "Marco (inventado)", "original": "en",
    "chair": "XSV", "parties": ["MEX", "NIC"], "paragraphs": [{ "en": "Each State names a contact.", "es": "Cada Estado nombra un contacto." }]
}))]
pub struct NewDraft {
    /// Its symbol: capital letters and digits in parts with `/` between.
    pub symbol: String,
    /// Symbol of the decision or meeting that asks for it.
    pub about: String,
    /// Title in English.
    pub title_en: String,
    /// Title in Spanish.
    pub title_es: String,
    /// Language in which it is written first: `en`, `es` or `fr`.
    pub original: String,
    /// Code of who chairs; left out, the secretariat.
    #[serde(default)]
    pub chair: String,
    /// Codes of who drafts: States, the secretariat, observers.
    pub parties: Vec<String>,
    /// What it says at first; may be nothing.
    #[serde(default)]
    pub paragraphs: Vec<DraftWords>,
}

/// A change to be proposed.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewDraftingProposal, example = json!({ "kind": "amend", "paragraph": 1, "words": { "en": "Each State names two contacts." }, "seen": 1 }))]
pub struct NewProposal {
    /// `add`, `amend`, `delete` or `move`.
    pub kind: String,
    /// Number of the paragraph; left out where one is added.
    #[serde(default)]
    pub paragraph: u32,
    /// Number of the paragraph before it, where one is added or moved; 0 for the beginning.
    #[serde(default)]
    pub after: u32,
    /// What it is to say; a language that is left out stays as it is.
    #[serde(default)]
    pub words: DraftWords,
    /// The version that was read.
    pub seen: u32,
    /// Why, up to 2,000 characters.
    #[serde(default)]
    pub reason: String,
}

/// Something to be said of a proposal.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewDraftingRemark, example = json!({ "opinion": "supports" }))]
pub struct NewRemark {
    /// `supports` or `opposes`; left out where it is only said.
    #[serde(default)]
    pub opinion: String,
    /// In words; may be left out beside an opinion.
    #[serde(default)]
    pub words: String,
}

/// What becomes of a proposal.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewDraftingRuling, example = json!({ "ruling": "accept", "seen": 1 }))]
pub struct NewRuling {
    /// `accept`, `merge` or `set_aside`.
    pub ruling: String,
    /// The chair's own words, of what is merged.
    #[serde(default)]
    pub words: DraftWords,
    /// The version that was read.
    pub seen: u32,
    /// Why; has to be said of what is set aside.
    #[serde(default)]
    pub reason: String,
}

/// How a point of law is answered.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewDraftingFinding, example = json!({ "point": "child", "finding": "not_needed", "seen": 1, "words": "No child is touched by it. (invented)" }))]
pub struct NewFinding {
    /// Code of the point: docs/formats/drafting.md.
    pub point: String,
    /// `met`, `not_needed` or `open`.
    pub finding: String,
    /// Number of the paragraph that answers it; 0 where none does.
    #[serde(default)]
    pub paragraph: u32,
    /// The version that was read.
    pub seen: u32,
    /// Which law, or why; has to be said where no paragraph answers it.
    #[serde(default)]
    pub words: String,
}

/// To which meeting, and as what, a draft is handed over.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DraftingHandOver, example = json!({ "symbol": "LAG/II/DOC/7", "meeting": "LAG/II", "class": "members", "seen": 1 }))]
pub struct NewHandOver {
    /// Symbol of the document that it becomes.
    pub symbol: String,
    /// Symbol of the meeting.
    pub meeting: String,
    /// Who may see the document: `public`, `participants`, `observers` or `members`.
    pub class: String,
    /// The version that was read: a later one is not handed over unseen.
    pub seen: u32,
}

/// Drafts that one may read.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = DraftingList)]
pub struct DraftsPage {
    /// Up to 50, the last opened first.
    pub drafts: Vec<DraftListed>,
    /// What to ask for next in `page`; left out on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<u64>,
}

/// A draft in a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = DraftingListed)]
pub struct DraftListed {
    /// Its symbol.
    pub symbol: String,
    /// The symbol as an address has it, with `-` in the place of `/`.
    pub reference: String,
    /// Title in English.
    pub title_en: String,
    /// Title in Spanish.
    pub title_es: String,
    /// Symbol of the document that came of it; left out until it is handed over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paper: Option<String>,
}

/// A draft as it stands.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = DraftingSpace)]
pub struct DraftShown {
    /// Its symbol.
    pub symbol: String,
    /// The symbol as an address has it, with `-` in the place of `/`.
    pub reference: String,
    /// Symbol of the decision or meeting that asks for it.
    pub about: String,
    /// Title in English.
    pub title_en: String,
    /// Title in Spanish.
    pub title_es: String,
    /// Language in which it is written first.
    pub original: String,
    /// Code of who chairs.
    pub chair: String,
    /// Codes of who drafts.
    pub parties: Vec<String>,
    /// Which version this is, from 1.
    pub version: u32,
    /// Passages in square brackets in the original language.
    pub brackets: u64,
    /// Points of law and where each stands.
    pub basis: Vec<PointShown>,
    /// Its paragraphs in their order.
    pub paragraphs: Vec<DraftParagraph>,
    /// All proposals, in the order in which they were made.
    pub proposals: Vec<ProposalShown>,
    /// Symbol of the document that came of it; left out until it is handed over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paper: Option<String>,
}

/// A point of law that a draft has to answer for.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = DraftingPoint)]
pub struct PointShown {
    /// Its code.
    pub point: String,
    /// `open`, `met`, `changed` (the paragraph that answered it changed since) or `not_needed`.
    pub standing: String,
    /// What was said of it, in order.
    pub said: Vec<FindingShown>,
}

/// Something that was said of a point of law.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = DraftingFinding)]
pub struct FindingShown {
    /// Code of whose delegation said it.
    pub by: String,
    /// `met`, `not_needed` or `open`.
    pub finding: String,
    /// Number of the paragraph that answers it; 0 where none does.
    pub paragraph: u32,
    /// The version that was in front of whoever said it.
    pub seen: u32,
    /// Which law, or why.
    pub words: String,
}

/// A paragraph of a draft.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = DraftingParagraph)]
pub struct DraftParagraph {
    /// Its number for good.
    pub number: u32,
    /// What it says.
    pub words: DraftWords,
    /// Languages whose text was not brought along when the original changed.
    pub behind: Vec<String>,
    /// The version in which it last changed.
    pub changed_in: u32,
}

/// A proposal.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = DraftingProposal)]
pub struct ProposalShown {
    /// Its number in the draft.
    pub number: u32,
    /// Code of whose delegation made it.
    pub by: String,
    /// `add`, `amend`, `delete` or `move`.
    pub kind: String,
    /// Number of the paragraph; 0 where one is added.
    pub paragraph: u32,
    /// Number of the paragraph before it, where one is added or moved.
    pub after: u32,
    /// What it is to say.
    pub words: DraftWords,
    /// The version that was in front of whoever made it.
    pub seen: u32,
    /// Why.
    pub reason: String,
    /// Whether the text changed since, so that it cannot be accepted as it is.
    pub overtaken: bool,
    /// Codes of States that are for it.
    pub supports: Vec<String>,
    /// Codes of States that are against it.
    pub opposes: Vec<String>,
    /// What was said of it.
    pub remarks: Vec<RemarkShown>,
    /// `open`, `accept`, `merge` or `set_aside`.
    pub ruling: String,
    /// Why it was ruled so.
    pub ruling_reason: String,
    /// The version that came of it; left out where none did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<u32>,
}

/// Something that was said of a proposal.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = DraftingRemark)]
pub struct RemarkShown {
    /// Code of whose delegation said it.
    pub by: String,
    /// `supports`, `opposes` or empty.
    pub opinion: String,
    /// In words.
    pub words: String,
}

impl DraftWords {
    pub(super) fn words(&self) -> Words {
        Words { en: self.en.clone(), es: self.es.clone(), fr: self.fr.clone() }
    }

    fn of(words: Words) -> Self {
        DraftWords { en: words.en, es: words.es, fr: words.fr }
    }
}

impl DraftListed {
    pub(super) fn of(listed: &Listed) -> Self {
        DraftListed {
            symbol: listed.symbol.to_string(),
            reference: listed.symbol.in_address(),
            title_en: listed.title_en.clone(),
            title_es: listed.title_es.clone(),
            paper: listed.paper.as_ref().map(ToString::to_string),
        }
    }
}

impl DraftShown {
    pub(super) fn of(known: &Known) -> Self {
        let (opened, draft) = (&known.opened, &known.draft);
        let paragraph = |one: &Paragraph| DraftParagraph {
            number: one.number,
            words: DraftWords::of(Words::of(&one.texts)),
            behind: one.behind.iter().map(|language| language.two_letters().to_owned()).collect(),
            changed_in: one.changed_in,
        };
        DraftShown {
            symbol: opened.symbol.to_string(),
            reference: opened.symbol.in_address(),
            about: opened.about.to_string(),
            title_en: opened.title_en.clone(),
            title_es: opened.title_es.clone(),
            original: opened.original.clone(),
            chair: draft.chair.to_string(),
            parties: draft.states.iter().chain(&draft.others).map(ToString::to_string).collect(),
            version: draft.text().version,
            brackets: draft.text().brackets().count as u64,
            basis: Point::ALL.into_iter().map(|point| PointShown::of(known, point)).collect(),
            paragraphs: draft.text().standing().map(paragraph).collect(),
            proposals: draft.proposals.iter().map(|proposal| ProposalShown::of(known, proposal)).collect(),
            paper: known.handed.as_ref().map(|handed| handed.paper.to_string()),
        }
    }
}

impl PointShown {
    fn of(known: &Known, point: Point) -> Self {
        let said = known.basis.said(point).map(|word| FindingShown {
            by: word.by.to_string(),
            finding: word.finding.code().to_owned(),
            paragraph: word.paragraph,
            seen: word.seen,
            words: word.words.clone(),
        });
        let standing = match known.basis.standing(&known.draft, point) {
            Standing::Open => "open",
            Standing::Met => "met",
            Standing::Changed => "changed",
            Standing::NotNeeded => "not_needed",
        };
        PointShown { point: point.code().to_owned(), standing: standing.to_owned(), said: said.collect() }
    }
}

impl ProposalShown {
    pub(super) fn of(known: &Known, proposal: &Proposal) -> Self {
        let (kind, after) = match proposal.change {
            Change::Add { after, .. } => ("add", after),
            Change::Amend { .. } => ("amend", 0),
            Change::Delete { .. } => ("delete", 0),
            Change::Move { after, .. } => ("move", after),
        };
        let of = |opinion: Opinion| {
            proposal.opinions().into_iter().filter(|(_, said)| *said == opinion).map(|(by, _)| by.to_string()).collect()
        };
        let remarks = proposal.remarks.iter().map(|remark| RemarkShown {
            by: remark.by.to_string(),
            opinion: opinion_code(remark.opinion).to_owned(),
            words: remark.words.clone(),
        });
        let ruling = proposal.ruled.as_ref().map_or("open", |ruled| match ruled.ruling {
            Ruling::Accept => "accept",
            Ruling::Merge(_) => "merge",
            Ruling::SetAside => "set_aside",
        });
        ProposalShown {
            number: proposal.number,
            by: proposal.by.to_string(),
            kind: kind.to_owned(),
            paragraph: proposal.change.paragraph().unwrap_or(0),
            after,
            words: proposal.change.texts().map(|texts| DraftWords::of(Words::of(texts))).unwrap_or_default(),
            seen: proposal.seen,
            reason: proposal.reason.clone(),
            overtaken: proposal.ruled.is_none() && known.draft.hindrance(proposal).is_some(),
            supports: of(Opinion::Supports),
            opposes: of(Opinion::Opposes),
            remarks: remarks.collect(),
            ruling: ruling.to_owned(),
            ruling_reason: proposal.ruled.as_ref().map(|ruled| ruled.reason.clone()).unwrap_or_default(),
            version: proposal.ruled.as_ref().and_then(|ruled| ruled.version),
        }
    }
}

fn opinion_code(opinion: Option<Opinion>) -> &'static str {
    match opinion {
        Some(Opinion::Supports) => "supports",
        Some(Opinion::Opposes) => "opposes",
        None => "",
    }
}

#[derive(OpenApi)]
#[openapi(
    paths(
        super::list::call,
        super::open::call,
        super::show::call,
        super::basis::call,
        super::propose::call,
        super::proposal::call,
        super::rule::call,
        super::hand_over::call
    ),
    components(schemas(
        DraftWords,
        NewDraft,
        NewProposal,
        NewRemark,
        NewRuling,
        NewFinding,
        NewHandOver,
        DraftsPage,
        DraftListed,
        DraftShown,
        PointShown,
        FindingShown,
        DraftParagraph,
        ProposalShown,
        RemarkShown
    ))
)]
struct Document;

/// Answers this room's part of the OpenAPI document.
pub(super) fn api() -> utoipa::openapi::OpenApi {
    Document::openapi()
}
