//! Joint exercises: how each comes about, and what is sent about it.

use base::access::Purpose;
use jiff::tz::TimeZone;

use super::super::asking::Sent;
use super::{Made, Records, form};

const FOUND: [(&str, &str); 2] = [("text_en", "No interpreter (invented)"), ("text_es", "Sin intérprete (ficticio)")];

impl Made {
    /// What is sent about exercises; none where nothing need be sent.
    pub(super) fn exercises(&self, path: &str) -> Option<Sent> {
        let symbol = format!("{}/9", self.value("symbol"));
        let (own, today) = (self.value("host"), self.value("today"));
        Some(match path {
            "/exercises/new" => Sent::Form(self.planned_exercise(&symbol)),
            "/exercises/{reference}/step" => form(&[("to", "held")]),
            "/exercises/{reference}/counts" => form(&[("need-child", "7")]),
            "/exercises/{reference}/findings" => form(&FOUND),
            "/exercises/{reference}/findings/{item}" => form(&[("reason", "Nobody was asked to.")]),
            "/api/v1/exercises" => Sent::Json(serde_json::json!({
                "symbol": symbol, "title_en": "E", "title_es": "E", "decision": self.value("decision"), "place": "Arenal",
                "zone": "UTC", "first_on": today, "last_on": today, "plan_en": "P", "plan_es": "P",
                "participants": [{ "state": own, "institution": "police" }],
            })),
            "/api/v1/exercises/{reference}/counts" => {
                Sent::Json(serde_json::json!({ "counts": [{ "kind": "need-child", "count": 7 }] }))
            }
            _ => return None,
        })
    }

    /// The form of an exercise of today, in which both States take part.
    fn planned_exercise(&self, symbol: &str) -> Vec<(String, String)> {
        let of = |state: &str| format!("institution_{}", self.value(state));
        let (own, other) = (of("host"), of("other"));
        let mut parts = self.value("today").split('-');
        let mut part = || parts.next().unwrap_or("").to_owned();
        let (year, month, day) = (part(), part(), part());
        let mut fields: Vec<(String, String)> = [
            ("symbol", symbol),
            ("title_en", "Exercise (invented)"),
            ("title_es", "Ejercicio (ficticio)"),
            ("decision", self.value("decision")),
            ("place", "Arenal"),
            ("zone", "UTC"),
            ("plan_en", "Joint teams"),
            ("plan_es", "Equipos conjuntos"),
            (own.as_str(), "police"),
            (other.as_str(), "police"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .to_vec();
        for name in ["first_on", "last_on"] {
            for (end, value) in [("day", &day), ("month", &month), ("year", &year)] {
                fields.push((format!("{name}-{end}"), value.clone()));
            }
        }
        fields
    }
}

impl Records<'_> {
    /// Makes what a row about exercises asks about; nothing where it asks about something else.
    pub(super) async fn exercised(&self, record: &str, fresh: Made) -> Option<Made> {
        if record == "exercise absent" {
            return Some(fresh.with("reference", "T-X").with("item", "1"));
        }
        let today = self.specimen.clock.now().to_zoned_datetime(TimeZone::UTC).date();
        let made = self.decided("decision", fresh).await?;
        let decision = made.value("reference").replace('-', "/");
        let symbol = format!("{}/1", made.value("symbol"));
        let made = made.with("decision", decision).with("other", self.cast.other).with("today", today.to_string());
        if record == "decision" {
            return Some(made);
        }
        let coordinator = self.specimen.signed_in(self.cast.secretariat, "coordinator", Purpose::Secretariat);
        let sent = made.planned_exercise(&symbol);
        let fields: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (&**name, &**value)).collect();
        let to = self.done(&coordinator, "/exercises/new", &fields).await;
        let reference = to.trim_start_matches("/exercises/").split('?').next().unwrap_or("").to_owned();
        let path = format!("/exercises/{reference}");
        let made = made.with("reference", reference).with("item", "1");
        if record == "exercise" {
            return Some(made);
        }
        self.done(&coordinator, &format!("{path}/step"), &[("to", "held")]).await;
        match record {
            "held exercise" => Some(made),
            "exercise with a finding" => {
                self.done(&coordinator, &format!("{path}/findings"), &FOUND).await;
                Some(made)
            }
            _ => None,
        }
    }
}
