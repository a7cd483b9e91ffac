//! What machines send and get, and this room's part of the OpenAPI document.

use std::collections::BTreeSet;

use conference::campaigns::Standing;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::queries::Campaign;

/// A campaign to be written down, the first time or anew.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewCampaign, example = json!({
    "title_es": "El desierto no perdona (ficticio)", "message_es": "Nadie que le venda un paso seguro lo tiene.",
    "audiences": ["youth"], "languages": ["spa", "quc"], "channels": ["radio"], "states": ["GTM"], "places": "Huehuetenango",
    "first_on": "2027-03-01", "last_on": "2027-03-31", "papers": [], "cost_minor": 250000, "currency": "GTQ", "reached": 12000,
    "measured": "broadcaster", "decision": "RCM/VIII/2003/DEC/5"
}))]
pub struct NewCampaign {
    /// Title in English; one of the three is needed.
    #[serde(default)]
    pub title_en: String,
    /// Title in Spanish.
    #[serde(default)]
    pub title_es: String,
    /// Title in French.
    #[serde(default)]
    pub title_fr: String,
    /// The message as it was given in English; one of the three is needed.
    #[serde(default)]
    pub message_en: String,
    /// The message as it was given in Spanish.
    #[serde(default)]
    pub message_es: String,
    /// The message as it was given in French.
    #[serde(default)]
    pub message_fr: String,
    /// For whom: codes, docs/formats/campaigns.md.
    pub audiences: Vec<String>,
    /// In which languages it was given: codes of ISO 639-3, docs/formats/campaigns.md.
    pub languages: Vec<String>,
    /// By what it reaches people: codes, docs/formats/campaigns.md.
    pub channels: Vec<String>,
    /// Codes of the member States in which it is held.
    pub states: Vec<String>,
    /// Where in them.
    pub places: String,
    /// First day.
    pub first_on: String,
    /// Last day.
    pub last_on: String,
    /// Symbols of documents that are its materials; up to 20.
    #[serde(default)]
    pub papers: Vec<String>,
    /// What it cost, in hundredths of the currency; left out where that is not told.
    #[serde(default)]
    pub cost_minor: Option<u64>,
    /// The currency, by its code of ISO 4217; empty where no cost is told.
    #[serde(default)]
    pub currency: String,
    /// How many it reached; left out where that was not measured.
    #[serde(default)]
    pub reached: Option<u64>,
    /// How that was measured: `counted`, `broadcaster`, `survey`, `calls`, `views`, `copies` or `not-measured`.
    pub measured: String,
    /// Symbol of the decision that asks for it.
    pub decision: String,
    /// The revision that this was made from; of no matter the first time.
    #[serde(default)]
    pub revision: u32,
}

/// What came of a campaign.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewCampaignEvaluation, example = json!({
    "text": "Seven of ten asked knew the number of the line. (invented)", "evaluated_on": "2027-05-02", "evaluated_by": "Specimen institute"
}))]
pub struct NewEvaluation {
    /// What was found.
    pub text: String,
    /// The day on which it was.
    pub evaluated_on: String,
    /// The institution that found it; never a person.
    pub evaluated_by: String,
}

/// A page of campaigns.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CampaignsPage {
    /// Up to fifty, the latest first.
    pub campaigns: Vec<CampaignShown>,
    /// What to ask for next in `page`; left out on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<u64>,
}

/// A campaign as it stands.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Campaign)]
pub struct CampaignShown {
    /// Code of the State that reports it, `-`, its number there.
    pub reference: String,
    /// Code of the State that reports it.
    pub state: String,
    /// How often it was written down: what the next writing is made from.
    pub revision: u32,
    /// `draft`, `planned`, `running`, `ended`, `overdue` or `evaluated`.
    pub standing: String,
    /// When it was published; left out while it is a draft.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_at: Option<String>,
    /// When it was written down last.
    pub written_at: String,
    /// Title in English; empty where there is none.
    pub title_en: String,
    /// Title in Spanish.
    pub title_es: String,
    /// Title in French.
    pub title_fr: String,
    /// The message in English; empty where it was not given in it.
    pub message_en: String,
    /// The message in Spanish.
    pub message_es: String,
    /// The message in French.
    pub message_fr: String,
    /// For whom.
    pub audiences: Vec<String>,
    /// In which languages.
    pub languages: Vec<String>,
    /// By what.
    pub channels: Vec<String>,
    /// In which States.
    pub states: Vec<String>,
    /// Where in them.
    pub places: String,
    /// First day.
    pub first_on: String,
    /// Last day.
    pub last_on: String,
    /// Symbols of its materials, of those alone that one may open.
    pub papers: Vec<String>,
    /// What it cost, in hundredths of the currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost_minor: Option<u64>,
    /// The currency; empty where no cost is told.
    pub currency: String,
    /// How many it reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reached: Option<u64>,
    /// How that was measured.
    pub measured: String,
    /// Symbol of the decision that asks for it.
    pub decision: String,
    /// What came of it; left out until its State says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evaluation: Option<EvaluationShown>,
}

/// What came of a campaign.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = CampaignEvaluation)]
pub struct EvaluationShown {
    /// What was found.
    pub text: String,
    /// The day on which it was.
    pub evaluated_on: String,
    /// The institution that found it.
    pub evaluated_by: String,
}

impl CampaignShown {
    /// Tells a campaign on a day; of its materials those alone that are `open` to whoever asks.
    pub(super) fn of(campaign: &Campaign, today: Date, open: &BTreeSet<String>) -> Self {
        let content = &campaign.content;
        let split = |codes: &str| codes.split_whitespace().map(str::to_owned).collect();
        CampaignShown {
            reference: campaign.reference().to_string(),
            state: campaign.state.to_string(),
            revision: campaign.revision,
            standing: standing_code(campaign.standing(today)).to_owned(),
            published_at: campaign.published_at.map(|at| at.to_string()),
            written_at: campaign.at.to_string(),
            title_en: content.title_en.clone(),
            title_es: content.title_es.clone(),
            title_fr: content.title_fr.clone(),
            message_en: content.message_en.clone(),
            message_es: content.message_es.clone(),
            message_fr: content.message_fr.clone(),
            audiences: split(&content.audiences),
            languages: split(&content.languages),
            channels: split(&content.channels),
            states: split(&content.states),
            places: content.places.clone(),
            first_on: content.first_on.to_string(),
            last_on: content.last_on.to_string(),
            papers: content
                .papers
                .split_whitespace()
                .filter(|paper| open.contains(*paper))
                .map(str::to_owned)
                .collect(),
            cost_minor: content.cost_minor,
            currency: content.currency.clone(),
            reached: content.reached,
            measured: content.measured.clone(),
            decision: content.decision.to_string(),
            evaluation: campaign.evaluation.as_ref().map(|found| EvaluationShown {
                text: found.text.clone(),
                evaluated_on: found.evaluated_on.to_string(),
                evaluated_by: found.evaluated_by.clone(),
            }),
        }
    }
}

fn standing_code(standing: Option<Standing>) -> &'static str {
    match standing {
        None => "draft",
        Some(Standing::Planned) => "planned",
        Some(Standing::Running) => "running",
        Some(Standing::Ended) => "ended",
        Some(Standing::Overdue) => "overdue",
        Some(Standing::Evaluated) => "evaluated",
    }
}

#[derive(OpenApi)]
#[openapi(
    paths(
        super::list::call,
        super::write::first_call,
        super::export::call,
        super::show::call,
        super::write::call,
        super::publish::call,
        super::evaluate::call
    ),
    components(schemas(NewCampaign, NewEvaluation, CampaignsPage, CampaignShown, EvaluationShown))
)]
struct Document;

/// Answers this room's part of the OpenAPI document.
pub(super) fn api() -> utoipa::openapi::OpenApi {
    Document::openapi()
}
