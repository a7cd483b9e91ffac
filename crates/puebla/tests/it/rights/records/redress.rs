//! Redress: how cases come about at the own State, and what is sent about them; the panel sits in other States as well.

use base::access::Purpose;
use base::specimen::Session;
use serde_json::json;

use super::super::asking::Sent;
use super::{Made, Records, form, hidden};

/// What somebody asks.
const ASKED: [(&str, &str); 5] = [
    ("kind", "deletion"),
    ("asker", "themselves"),
    ("language", "es"),
    ("asked", "Que se borre. (ficticio)"),
    ("contact", "Persona inventada"),
];

/// What they are answered.
const ANSWER: [(&str, &str); 2] = [("outcome", "granted"), ("remedy", "Tribunal ficticio")];

/// What a member of the panel proposes.
const RULING: [(&str, &str); 2] = [("ruling", "keep"), ("ground", "sound")];

impl Made {
    /// What is sent about cases of redress; none where nothing need be sent.
    pub(super) fn redress(&self, path: &str) -> Option<Sent> {
        let json = |fields: &[(&str, &str)]| {
            let fields: serde_json::Map<String, serde_json::Value> =
                fields.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
            Sent::Json(fields.into())
        };
        Some(match path {
            "/redress/new" => form(&ASKED),
            "/redress/{reference}/answer" => form(&ANSWER),
            "/redress/{reference}/block" => form(&[("alert", self.value("alert"))]),
            "/redress/{reference}/propose" => form(&RULING),
            "/redress/{reference}/decide" => form(&[("seen", self.value("seen"))]),
            "/api/v1/redress" => json(&ASKED),
            "/api/v1/redress/{reference}/answer" => json(&ANSWER),
            _ => return None,
        })
    }
}

impl Records<'_> {
    /// Makes what a row about redress asks about; nothing where it asks about something else.
    pub(super) async fn redressed(&self, record: &str, made: Made) -> Option<Made> {
        Some(match record {
            "case absent" => made.with("reference", "RCM-R-2026-9999"),
            "case" => self.case(made).await,
            "answered case" => {
                let made = self.case(made).await;
                let path = format!("/redress/{}/answer", made.value("reference"));
                self.done(&self.redress("redress_officer", self.cast.own), &path, &ANSWER).await;
                made
            }
            "case before the panel" => self.referred(made).await,
            "case with a blocked alert" => self.with_block(made).await,
            "case with a proposal" => self.with_proposal(made).await,
            _ => return None,
        })
    }

    /// Somebody in no column who works on cases.
    fn redress(&self, role: &str, party: &str) -> Session {
        self.specimen.signed_in(party, role, Purpose::Redress)
    }

    async fn case(&self, made: Made) -> Made {
        let officer = self.redress("redress_officer", self.cast.own);
        let to = self.done(&officer, "/redress/new", &ASKED).await;
        let reference = to.trim_start_matches("/redress/").split('/').next().unwrap_or("").to_owned();
        made.with("reference", reference)
    }

    /// The same, before the panel, and an alert of the own State that it could be about.
    async fn referred(&self, made: Made) -> Made {
        self.switch(true).await;
        let made = self.found_in_force(made, 0).await;
        let alert = made.value("reference").to_owned();
        let made = self.case(made).await;
        let path = format!("/redress/{}/refer", made.value("reference"));
        self.done(&self.redress("redress_officer", self.cast.own), &path, &[]).await;
        made.with("alert", alert)
    }

    /// The same, of which a member of the panel of a third State has blocked the alert.
    async fn with_block(&self, made: Made) -> Made {
        let made = self.referred(made).await;
        let path = format!("/redress/{}/block", made.value("reference"));
        self.done(&self.redress("redress_panel", self.cast.third), &path, &[("alert", made.value("alert"))]).await;
        made
    }

    /// The same, about which they have proposed what is to become of it.
    async fn with_proposal(&self, made: Made) -> Made {
        let made = self.with_block(made).await;
        let path = format!("/redress/{}", made.value("reference"));
        self.done(&self.redress("redress_panel", self.cast.third), &format!("{path}/propose"), &RULING).await;
        let other = self.redress("redress_panel", self.cast.other);
        let seen = hidden(&self.page(&other, &path).await, "seen");
        made.with("seen", seen)
    }
}
