//! Campaigns of a State: how each comes about, and what is sent about it.

use base::access::Purpose;

use super::super::asking::Sent;
use super::{Made, Records, form};

/// A campaign that is over, but for its decision.
const CAMPAIGN: [(&str, &str); 14] = [
    ("title_es", "Campaña (ficticia)"),
    ("message_es", "Mensaje (ficticio)"),
    ("audiences", "youth"),
    ("languages", "spa"),
    ("channels", "radio"),
    ("places", "Arenal"),
    ("first_on-day", "1"),
    ("first_on-month", "9"),
    ("first_on-year", "2003"),
    ("last_on-day", "2"),
    ("last_on-month", "9"),
    ("last_on-year", "2003"),
    ("measured", "not-measured"),
    ("revision", "1"),
];

const FOUND: [(&str, &str); 5] = [
    ("text", "Hallazgo (ficticio)"),
    ("evaluated_on-day", "1"),
    ("evaluated_on-month", "10"),
    ("evaluated_on-year", "2003"),
    ("evaluated_by", "Instituto (ficticio)"),
];

impl Made {
    /// What is sent about campaigns; none where nothing need be sent.
    pub(super) fn campaigns(&self, path: &str) -> Option<Sent> {
        Some(match path {
            "/campaigns/new" | "/campaigns/{reference}/write" => form(&self.campaign()),
            "/campaigns/{reference}/evaluate" => form(&FOUND),
            "/api/v1/campaigns" | "/api/v1/campaigns/{reference}" => Sent::Json(serde_json::json!({
                "title_es": "Campaña (ficticia)", "message_es": "Mensaje (ficticio)", "audiences": ["youth"],
                "languages": ["spa"], "channels": ["radio"], "states": [self.value("host")], "places": "Arenal",
                "first_on": "2003-09-01", "last_on": "2003-09-02", "measured": "not-measured",
                "decision": self.value("decision"), "revision": 1,
            })),
            "/api/v1/campaigns/{reference}/evaluation" => Sent::Json(serde_json::json!({
                "text": "Hallazgo (ficticio)", "evaluated_on": "2003-10-01", "evaluated_by": "Instituto (ficticio)",
            })),
            _ => return None,
        })
    }

    fn campaign(&self) -> Vec<(&str, &str)> {
        [&CAMPAIGN[..], &[("states", self.value("host")), ("decision", self.value("decision"))]].concat()
    }
}

impl Records<'_> {
    /// Makes what a row about campaigns asks about; nothing where it asks about something else.
    pub(super) async fn campaigned(&self, record: &str, fresh: Made) -> Option<Made> {
        if record == "campaign absent" {
            return Some(fresh.with("reference", "ZZZ-1"));
        }
        let made = self.decided("decision", fresh).await?;
        let decision = made.value("reference").replace('-', "/");
        let made = made.with("decision", decision);
        if record == "campaign reason" {
            return Some(made);
        }
        let delegate = self.specimen.signed_in(self.cast.own, "delegate", Purpose::Secretariat);
        let to = self.done(&delegate, "/campaigns/new", &made.campaign()).await;
        let reference = to.trim_start_matches("/campaigns/").split('?').next().unwrap_or("").to_owned();
        match record {
            "draft campaign" => {}
            "campaign" => {
                self.done(&delegate, &format!("/campaigns/{reference}/publish"), &[]).await;
            }
            _ => return None,
        }
        Some(made.with("reference", reference))
    }
}
