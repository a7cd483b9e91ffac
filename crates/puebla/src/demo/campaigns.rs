//! Campaigns of a State against the dangers of the way: two to be compared, one whose evaluation is overdue, one draft. Invented like all here.

use std::sync::Arc;

use base::access::Resource;
use base::ground::Puebla;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use secretariat::campaigns::{
    EvaluateCampaign, NewCampaign, NewEvaluation, PublishCampaign, WriteCampaign, evaluate_campaign, publish_campaign,
    write_campaign,
};

use crate::arguments::Speaker;
use crate::folder;
use crate::outcome::Failure;

/// One campaign: its titles and message, who it is for, and figures.
struct Invented {
    title: [&'static str; 2],
    message: &'static str,
    audience: &'static str,
    languages: &'static [&'static str],
    channel: &'static str,
    /// Days ago on which it began and ended.
    ago: (i64, i64),
    /// Cost in cents of a lempira, and whom it reached, as counted on the spot.
    figures: Option<(u64, u64)>,
    /// What was found thirty days after its last.
    found: Option<&'static str>,
    published: bool,
}

const ALL: [Invented; 4] = [
    Invented {
        title: ["El río no perdona (ficticio)", "The river does not forgive (invented)"],
        message: "Nadie que le venda un paso seguro lo tiene. (ficticio)",
        audience: "youth",
        languages: &["spa", "cab"],
        channel: "theatre",
        ago: (200, 150),
        figures: Some((25_000_000, 4_200)),
        found: Some("Siete de diez jóvenes conocían después la línea de ayuda. (ficticio)"),
        published: true,
    },
    Invented {
        title: ["Mírela dos veces (ficticio)", "Look at the offer twice (invented)"],
        message: "Una oferta de trabajo sin contrato no es una oferta. (ficticio)",
        audience: "workers",
        languages: &["spa"],
        channel: "workshops",
        ago: (170, 140),
        figures: Some((9_800_000, 1_100)),
        found: None,
        published: true,
    },
    Invented {
        title: ["Ninguna niña viaja sola (ficticio)", "No girl travels alone (invented)"],
        message: "Pregunte quién la recibe. (ficticio)",
        audience: "families",
        languages: &["spa", "miq"],
        channel: "radio",
        ago: (20, -20),
        figures: None,
        found: None,
        published: true,
    },
    Invented {
        title: ["Su documento es suyo (ficticio)", ""],
        message: "Nadie puede guardarle el pasaporte. (ficticio)",
        audience: "workers",
        languages: &["spa", "eng"],
        channel: "leaflets",
        ago: (-30, -60),
        figures: None,
        found: None,
        published: false,
    },
];

/// Writes them down as a delegate does, and publishes and evaluates what is published and evaluated.
pub(super) fn warn(ground: &Arc<Puebla>, now: Timestamp) -> Result<(), Failure> {
    let seats = super::seats();
    let Some(seat) = seats.iter().find(|seat| seat.role == "delegate" && seat.party.as_str() == "HND") else {
        return Ok(());
    };
    let speaker = Speaker { speaker: seat.user_name.clone(), purpose: None };
    let today = now.to_zoned_datetime(TimeZone::UTC).date();
    let ago = |days: i64| today.saturating_sub(days.days()).to_string();
    for one in &ALL {
        let new = NewCampaign {
            title_es: one.title[0].to_owned(),
            title_en: one.title[1].to_owned(),
            message_es: one.message.to_owned(),
            audiences: vec![one.audience.to_owned()],
            languages: one.languages.iter().map(|code| (*code).to_owned()).collect(),
            channels: vec![one.channel.to_owned()],
            states: vec!["HND".to_owned()],
            places: "Ocotepeque, Puerto Cortés".to_owned(),
            first_on: ago(one.ago.0),
            last_on: ago(one.ago.1),
            cost_minor: one.figures.map(|(cost, _)| cost),
            currency: one.figures.map(|_| "HNL".to_owned()).unwrap_or_default(),
            reached: one.figures.map(|(_, reached)| reached),
            measured: if one.figures.is_some() { "counted" } else { "not-measured" }.to_owned(),
            decision: "RCM/VIII/2003/DEC/5".to_owned(),
            ..NewCampaign::default()
        };
        // A delegation writes for its own State and no other.
        let desk = folder::stand::<WriteCampaign>(ground, &speaker)?;
        let own = Resource::of(desk.caller().state, String::new());
        let reference = write_campaign(&folder::wait(desk.open_to_write(own.clone()))?, &new)?;
        if one.published {
            let desk = folder::stand::<PublishCampaign>(ground, &speaker)?;
            publish_campaign(&folder::wait(desk.open_to_write(own.clone()))?, &reference)?;
        }
        if let Some(text) = one.found {
            let found = NewEvaluation {
                text: text.to_owned(),
                evaluated_on: ago(one.ago.1 - 30),
                evaluated_by: "Instituto de muestra (ficticio)".to_owned(),
            };
            let desk = folder::stand::<EvaluateCampaign>(ground, &speaker)?;
            evaluate_campaign(&folder::wait(desk.open_to_write(own))?, &reference, &found)?;
        }
    }
    Ok(())
}
