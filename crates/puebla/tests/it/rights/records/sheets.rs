//! Policy sheets of a State: how each comes about, and what is sent about it.

use base::access::Purpose;

use super::super::asking::Sent;
use super::{Made, Records, form};

const SHEET: [(&str, &str); 11] = [
    ("original", "es"),
    ("short_es", "Frase (ficticia)"),
    ("text_es", "Texto (ficticio)"),
    ("source", "Ley (ficticia)"),
    ("policy_on-day", "1"),
    ("policy_on-month", "9"),
    ("policy_on-year", "2003"),
    ("reviewed_on-day", "2"),
    ("reviewed_on-month", "9"),
    ("reviewed_on-year", "2003"),
    ("months", "12"),
];

impl Made {
    /// What is sent about policy sheets; none where nothing need be sent.
    pub(super) fn sheets(&self, path: &str) -> Option<Sent> {
        let seen = self.value("seen");
        Some(match path {
            "/sheets/{reference}/write" => form(&[&SHEET[..], &[("seen", seen)]].concat()),
            "/api/v1/sheets/{reference}" => Sent::Json(serde_json::json!({
                "short_es": "Frase (ficticia)", "text_es": "Texto (ficticio)", "original": "es", "source": "Ley (ficticia)",
                "policy_on": "2003-09-01", "reviewed_on": "2003-09-02", "months": 12,
                "seen": seen.parse::<u64>().unwrap_or(0),
            })),
            _ => return None,
        })
    }
}

impl Records<'_> {
    /// Makes what a row about policy sheets asks about; nothing where it asks about something else.
    pub(super) async fn sheeted(&self, record: &str, fresh: Made) -> Option<Made> {
        if record == "sheet absent" {
            return Some(fresh.with("reference", "ZZZ-refugees"));
        }
        let reference = format!("{}-refugees", self.cast.own);
        let path = format!("/sheets/{reference}");
        let delegate = self.specimen.signed_in(self.cast.own, "delegate", Purpose::Secretariat);
        let made = fresh.with("reference", reference);
        // All rows speak of one sheet: each begins with a writing of its own.
        let seen = self.seen(&delegate, &path).await;
        self.done(&delegate, &format!("{path}/write"), &[&SHEET[..], &[("seen", &*seen)]].concat()).await;
        match record {
            "waiting sheet" => {}
            "published sheet" => {
                let coordinator = self.specimen.signed_in(self.cast.secretariat, "coordinator", Purpose::Secretariat);
                self.done(&coordinator, &format!("{path}/publish"), &[]).await;
            }
            _ => return None,
        }
        let seen = self.seen(&delegate, &path).await;
        Some(made.with("seen", seen))
    }

    async fn seen(&self, delegate: &base::specimen::Session, path: &str) -> String {
        let page = self.page(delegate, &format!("{path}/write")).await.body;
        let seen = page.split("name=\"seen\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        seen.unwrap_or("0").to_owned()
    }
}
