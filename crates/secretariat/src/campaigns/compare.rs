//! The page "compare": whom campaigns reached for their cost, as bars, each group measured in one way and paid in one currency.

use std::collections::BTreeMap;

use base::access::Resource;
use base::desk::Permitted;
use base::web::figures::{Bar, Chart, bar_chart};
use base::web::{Refusal, Visit};
use conference::campaigns::{Currency, Reach, compare, units};
use maud::{Markup, html};

use super::coded;
use super::permits::ListCampaigns;
use super::queries::{self, Drafts, Reference, Sought};

/// Published campaigns that are compared, the latest: what lies further back had other prices.
const COMPARED_MAX: usize = 300;

/// Shows the groups. Drafts are in none of them.
pub(super) async fn page(desk: Permitted<ListCampaigns>, visit: Visit) -> Result<Markup, Refusal> {
    let reader = desk.open(Resource::room()).await?;
    let all =
        Sought { drafts: Drafts::Hidden, state: None, year: None, audience: String::new(), language: String::new() };
    let campaigns = reader.ask(|now| queries::sought(now, &all, 0, COMPARED_MAX))?;
    let reaches: Vec<Reach<Reference>> = campaigns.iter().filter_map(queries::Campaign::reach).collect();
    let titles: BTreeMap<String, String> = campaigns
        .iter()
        .map(|campaign| {
            let content = &campaign.content;
            let texts = [&content.title_es, &content.title_en, &content.title_fr];
            let title = texts.into_iter().find(|text| !text.is_empty()).map_or("", String::as_str);
            let reference = campaign.reference().to_string();
            (reference.clone(), format!("{reference}, {title}"))
        })
        .collect();
    let (voice, groups) = (&visit.voice, compare(&reaches));
    let bar = |reach: &Reach<Reference>, units: u64| {
        let label = titles.get(&reach.of.to_string()).cloned().unwrap_or_default();
        let value = reach.for_units(units).and_then(|figure| i64::try_from(figure).ok()).unwrap_or(i64::MAX);
        Bar { label, value }
    };
    let unit = |units: u64, currency: Currency| {
        let said = [("units", units.into()), ("currency", currency.code().into())];
        voice.tn("campaigns-for-units", &said).into_owned()
    };
    Ok(visit.page(
        "campaigns-compare",
        html! {
            h1 { (voice.t("campaigns-compare")) }
            p { (voice.t("campaigns-compare-about")) }
            @if groups.is_empty() { p { (voice.t("campaigns-compare-none")) } }
            @for (turn, ((measured, currency), group)) in groups.iter().enumerate() {
                @let units = units(group);
                (bar_chart(voice, &Chart {
                    id: &format!("group-{}", turn + 1),
                    caption: format!("{}, {currency}", coded::measured(voice, *measured)),
                    labels: voice.t("campaigns-campaign").into_owned(),
                    values: unit(units, *currency),
                    bars: group.iter().map(|reach| bar(reach, units)).collect(),
                    aim: None,
                }))
            }
            p { a href="/campaigns" { (voice.t("campaigns-all")) } }
        },
    ))
}
