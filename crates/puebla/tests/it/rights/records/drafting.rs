//! Drafts, and what is proposed in them: how each comes about, and what is sent about it.

use base::access::Purpose;

use super::super::asking::Sent;
use super::{Made, Records, form};

const OPENED: [(&str, &str); 5] = [
    ("title_en", "Framework (invented)"),
    ("title_es", "Marco (inventado)"),
    ("original", "en"),
    ("text_en", "Each State names [a contact]."),
    ("text_es", "Cada Estado nombra [un contacto]."),
];
const AMENDS: [(&str, &str); 4] =
    [("kind", "amend"), ("paragraph", "1"), ("seen", "1"), ("text_en", "Each State names two contacts.")];
const CHECKS: [(&str, &str); 4] = [("point", "child"), ("finding", "open"), ("seen", "1"), ("words", "Not yet.")];
const ACCEPTS: [(&str, &str); 2] = [("ruling", "accept"), ("seen", "1")];

impl Made {
    /// What is sent about drafting; none where nothing need be sent.
    pub(super) fn drafting(&self, path: &str) -> Option<Sent> {
        let (symbol, about, own) = (self.value("symbol"), self.value("decision"), self.value("host"));
        let (chair, other) = (self.value("chair"), self.value("other"));
        let (opens, paper) = (format!("{symbol}/9"), format!("{symbol}/P"));
        let parties = [("symbol", &*opens), ("about", about), ("chair", chair), ("parties", own), ("parties", other)];
        Some(match path {
            "/drafting/new" => form(&[&parties, &OPENED[..]].concat()),
            "/drafting/{reference}/let-in" => form(&[("party", self.value("observer"))]),
            "/drafting/{reference}/basis" => form(&CHECKS),
            "/drafting/{reference}/propose" => form(&AMENDS),
            "/drafting/{reference}/proposals/{id}" => form(&[("words", "Agreed.")]),
            "/drafting/{reference}/proposals/{id}/rule" => form(&ACCEPTS),
            "/drafting/{reference}/hand-over" => {
                form(&[("symbol", &paper), ("meeting", self.value("meeting")), ("class", "members"), ("seen", "1")])
            }
            "/api/v1/drafting" => Sent::Json(serde_json::json!({
                "symbol": opens, "about": about, "title_en": "F", "title_es": "M", "original": "en", "chair": chair,
                "parties": [own, other], "paragraphs": [{ "en": "One." }],
            })),
            "/api/v1/drafting/{reference}/basis" => Sent::Json(serde_json::json!({
                "point": "child", "finding": "open", "seen": 1, "words": "Not yet.",
            })),
            "/api/v1/drafting/{reference}/proposals" => Sent::Json(serde_json::json!({
                "kind": "amend", "paragraph": 1, "words": { "en": "Two." }, "seen": 1,
            })),
            "/api/v1/drafting/{reference}/proposals/{id}" => Sent::Json(serde_json::json!({ "words": "Agreed." })),
            "/api/v1/drafting/{reference}/proposals/{id}/rule" => {
                Sent::Json(serde_json::json!({ "ruling": "accept", "seen": 1 }))
            }
            "/api/v1/drafting/{reference}/hand-over" => Sent::Json(serde_json::json!({
                "symbol": paper, "meeting": self.value("meeting"), "class": "members", "seen": 1,
            })),
            _ => return None,
        })
    }
}

impl Records<'_> {
    /// Makes what a row about drafting asks about; nothing where it asks about something else.
    pub(super) async fn drafted(&self, record: &str, fresh: Made) -> Option<Made> {
        if record == "draft absent" {
            return Some(fresh.with("reference", "T-X").with("id", "1"));
        }
        let made = self.decided("decision", fresh).await?;
        let decision = made.value("reference").replace('-', "/");
        // A decision's symbol is its meeting's with three parts more.
        let meeting = decision.rsplitn(4, '/').nth(3).unwrap_or("").to_owned();
        let symbol = format!("{}/D", made.value("symbol"));
        let reference = symbol.replace('/', "-");
        let made = made
            .with("decision", decision)
            .with("meeting", meeting)
            .with("chair", self.cast.secretariat)
            .with("other", self.cast.other)
            .with("observer", self.cast.observer);
        if record == "decision" {
            return Some(made);
        }
        let coordinator = self.specimen.signed_in(self.cast.secretariat, "coordinator", Purpose::Secretariat);
        let (own, other, about) = (self.cast.own, self.cast.other, made.value("decision").to_owned());
        let opens = [
            ("symbol", &*symbol),
            ("about", &*about),
            ("chair", self.cast.secretariat),
            ("parties", own),
            ("parties", other),
        ];
        self.done(&coordinator, "/drafting/new", &[&opens, &OPENED[..]].concat()).await;
        let delegate = self.specimen.signed_in(own, "delegate", Purpose::Secretariat);
        self.done(&delegate, &format!("/drafting/{reference}/propose"), &AMENDS).await;
        let ruled = format!("/drafting/{reference}/proposals/1/rule");
        let made = made.with("reference", reference).with("id", "1");
        match record {
            "draft" => Some(made),
            "ruled proposal" => {
                self.done(&coordinator, &ruled, &ACCEPTS).await;
                Some(made)
            }
            _ => None,
        }
    }
}
