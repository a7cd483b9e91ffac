//! The act "look at a campaign": what it says, to whom, at what cost, what it rests on, and what came of it.

use std::collections::BTreeSet;

use axum::extract::Path;
use base::access::{Permit, Resource};
use base::desk::{Permitted, Reader};
use base::store::StoreError;
use base::web::parts::{self, Tone};
use base::web::{Asked, Filled, Problem, Refusal, Visit, Voice, fields};
use jiff::civil::Date;
use maud::{Markup, html};

use super::api::CampaignShown;
use super::coded::{self, AUDIENCES, CHANNELS, LANGUAGES, MEASURES};
use super::pages;
use super::permits::{EvaluateCampaign, PublishCampaign, ShowCampaign, WriteCampaign};
use super::queries::Campaign;
use crate::papers::{self, Chip};
use crate::{obligations, rounds};

/// Shows a campaign.
pub(super) async fn page(
    desk: Permitted<ShowCampaign>,
    visit: Visit,
    Path(reference): Path<String>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let resource = desk.about(pages::resource(&reference)).await?;
    let reader = desk.open(resource).await?;
    let shown = Shown::read(&reader, &reference)?;
    let duties = obligations::of_decision(&reader, &visit.voice, &shown.campaign.content.decision)?;
    let body = html! {
        (shown.markup(&visit, &Filled::new(), query.0.typed("done")))
        @if let Some(duties) = &duties { (parts::card("duties", &visit.voice.t("campaigns-duties"), html! { (duties) })) }
        p { a href="/campaigns" { (visit.voice.t("campaigns-all")) } }
    };
    Ok(visit.page("campaigns-campaign", body))
}

/// Answers a campaign; of its materials those alone that one may open.
#[utoipa::path(
    get,
    path = "/api/v1/campaigns/{reference}",
    operation_id = "show_campaign",
    tag = "campaigns",
    params(("reference" = String, Path, description = "Code of the State, `-`, number")),
    responses(
        (status = 200, description = "The campaign", body = CampaignShown),
        (status = 404, description = "No such campaign that one may see", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<ShowCampaign>,
    Path(reference): Path<String>,
) -> Result<axum::Json<CampaignShown>, Refusal> {
    let resource = desk.about(pages::resource(&reference)).await?;
    let reader = desk.open(resource).await?;
    Ok(axum::Json(told(&reader, &reference)?))
}

/// Tells a machine of a campaign as it stands now.
pub(super) fn told<P: Permit>(reader: &Reader<P>, reference: &str) -> Result<CampaignShown, Refusal> {
    let campaign = pages::campaign(reader, reference)?;
    let open = open(reader, std::slice::from_ref(&campaign))?;
    Ok(CampaignShown::of(&campaign, pages::today(reader), &open))
}

/// Answers the symbols of those materials that whoever reads may open: the others are told nobody, not even by symbol.
pub(super) fn open<P: Permit>(reader: &Reader<P>, campaigns: &[Campaign]) -> Result<BTreeSet<String>, StoreError> {
    let symbols: BTreeSet<String> =
        campaigns.iter().flat_map(Campaign::papers).map(|symbol| symbol.to_string()).collect();
    let symbols: Vec<_> = symbols.iter().filter_map(|symbol| symbol.parse().ok()).collect();
    Ok(papers::chips(reader, &symbols)?.iter().map(|chip| chip.paper.symbol.to_string()).collect())
}

/// What the page shows.
pub(super) struct Shown {
    campaign: Campaign,
    chips: Vec<Chip>,
    /// Names of the State that reports it, and of those in which it is held.
    state: [String; 3],
    states: [String; 3],
    today: Date,
    writes: bool,
    publishes: bool,
    evaluates: bool,
}

impl Shown {
    /// Reads it for whoever opened it.
    pub(super) fn read<P: Permit>(reader: &Reader<P>, reference: &str) -> Result<Shown, Refusal> {
        let campaign = pages::campaign(reader, reference)?;
        let symbols: Vec<_> = campaign.papers().collect();
        let (policy, caller, today) = (&reader.ground().policy, reader.caller(), pages::today(reader));
        let is_draft = campaign.published_at.is_none();
        let status = if is_draft { "draft" } else { "open" };
        let of = Resource { status, ..Resource::of(campaign.state, reference.to_owned()) };
        let identity = &reader.ground().identity;
        let named = |language| {
            let names = campaign.content.states.split_whitespace().filter_map(|code| code.parse().ok());
            names.map(|code| identity.party_name(code, language)).collect::<Vec<_>>().join(", ")
        };
        let languages = base::words::Language::ALL;
        Ok(Shown {
            chips: papers::chips(reader, &symbols)?,
            state: languages.map(|language| identity.party_name(campaign.state, language)),
            states: languages.map(named),
            today,
            writes: policy.allows::<WriteCampaign>(caller, &of),
            publishes: is_draft && policy.allows::<PublishCampaign>(caller, &of),
            evaluates: !is_draft && campaign.content.last_on < today && policy.allows::<EvaluateCampaign>(caller, &of),
            campaign,
        })
    }

    /// Draws it.
    pub(super) fn markup(&self, visit: &Visit, filled: &Filled, done: &str) -> Markup {
        let (voice, campaign) = (&visit.voice, &self.campaign);
        let path = format!("/campaigns/{}", campaign.reference());
        let said = match done {
            "written" => Some("campaigns-done-written"),
            "published" => Some("campaigns-done-published"),
            "evaluated" => Some("campaigns-done-evaluated"),
            _ => None,
        };
        html! {
            h1 { (pages::title(voice, campaign)) }
            (fields::error_summary(voice, filled))
            @if let Some(key) = said { (parts::notice(Tone::Done, html! { p { (voice.t(key)) } })) }
            @if campaign.published_at.is_none() { p { (voice.t("campaigns-draft-about")) } }
            (self.facts(voice))
            @if self.writes { div .row {
                @if self.evaluates { a .button href={ (path) "/evaluate" } { (voice.t("campaigns-evaluate")) } }
                a .button .plain href={ (path) "/write" } { (voice.t("campaigns-write-anew")) }
            } }
            @if self.publishes {
                (fields::form(&format!("{path}/publish"), visit.csrf(), fields::submit_row(voice, "campaigns-publish", None)))
            }
            (parts::card("message", &voice.t("campaigns-message"), self.messages()))
            @if !self.chips.is_empty() {
                (parts::card("papers", &voice.t("campaigns-papers"), papers::draw_chips(voice, &self.chips)))
            }
            (parts::card("evaluation", &voice.t("campaigns-evaluation"), self.evaluation(voice)))
        }
    }

    fn facts(&self, voice: &Voice) -> Markup {
        let (campaign, content) = (&self.campaign, &self.campaign.content);
        let own = |names: &[String; 3]| {
            let turn = base::words::Language::ALL.into_iter().position(|language| language == voice.language);
            turn.and_then(|turn| names.get(turn)).cloned().unwrap_or_default()
        };
        let decision = html! { a href={ "/decisions/" (content.decision.in_address()) } { (content.decision) } };
        let written = html! {
            (voice.instant(campaign.at)) " (" (voice.tn("campaigns-revision", &[("revision", i64::from(campaign.revision).into())])) ")"
        };
        parts::facts(&[
            (&voice.t("campaigns-standing"), pages::standing(voice, campaign, self.today)),
            (&voice.t("campaigns-state"), html! { (own(&self.state)) }),
            (&voice.t("campaigns-audiences"), html! { (coded::names(voice, &AUDIENCES, &content.audiences)) }),
            (&voice.t("campaigns-languages"), html! { (coded::names(voice, &LANGUAGES, &content.languages)) }),
            (&voice.t("campaigns-channels"), html! { (coded::names(voice, &CHANNELS, &content.channels)) }),
            (&voice.t("campaigns-states"), html! { (own(&self.states)) }),
            (&voice.t("campaigns-places"), html! { (content.places) }),
            (&voice.t("campaigns-days"), pages::days(voice, campaign)),
            (&voice.t("campaigns-cost"), html! { (cost(voice, campaign)) }),
            (&voice.t("campaigns-reached"), html! { (reached(voice, campaign)) }),
            (&voice.t("campaigns-decision"), decision),
            (&voice.t("campaigns-written"), written),
        ])
    }

    fn messages(&self) -> Markup {
        let content = &self.campaign.content;
        let given = [("es", &content.message_es), ("en", &content.message_en), ("fr", &content.message_fr)];
        html! { @for (tag, text) in given { @if !text.is_empty() { div lang=(tag) { (rounds::words(text)) } } } }
    }

    fn evaluation(&self, voice: &Voice) -> Markup {
        html! {
            @if let Some(found) = &self.campaign.evaluation {
                (rounds::words(&found.text))
                p .aside { (found.evaluated_by) ", " (voice.date(found.evaluated_on)) }
            } @else { p { (voice.t("campaigns-evaluation-none")) } }
        }
    }
}

/// Says what a campaign cost.
pub(super) fn cost(voice: &Voice, campaign: &Campaign) -> String {
    let content = &campaign.content;
    match content.cost_minor {
        Some(minor) => {
            format!("{} {}", content.currency, voice.hundredths(i64::try_from(minor).unwrap_or(i64::MAX)))
        }
        None => voice.t("campaigns-not-told").into_owned(),
    }
}

/// Says how many it reached, never without how that was measured.
pub(super) fn reached(voice: &Voice, campaign: &Campaign) -> String {
    let content = &campaign.content;
    let how = coded::key(&MEASURES, &content.measured).map(|key| voice.t(key).into_owned()).unwrap_or_default();
    match content.reached {
        Some(reached) => format!("{} ({how})", voice.number(i64::try_from(reached).unwrap_or(i64::MAX))),
        None => how,
    }
}
