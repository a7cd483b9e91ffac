//! Comment rounds: how each comes about, and what is sent about it.

use base::access::Purpose;
use base::specimen::Session;
use serde_json::json;

use super::super::asking::Sent;
use super::{Made, Records, form};

/// A day long after the specimen's own.
const UNTIL: [(&str, &str); 3] = [("until-day", "22"), ("until-month", "5"), ("until-year", "2026")];

/// A later one.
const LATER: [(&str, &str); 3] = [("until-day", "22"), ("until-month", "6"), ("until-year", "2026")];

impl Made {
    /// What is sent about comment rounds; none where nothing need be sent.
    pub(super) fn comments(&self, path: &str) -> Option<Sent> {
        let number = |name: &str| self.value(name).parse::<u64>().unwrap_or(0);
        let later = "2026-06-22";
        Some(match path {
            "/comments/convene" => form(&self.asked("yes")),
            "/api/v1/comments" => Sent::Json(json!({
                "symbol": self.value("symbol"), "title_en": "Specimen", "title_es": "Muestra", "observers": true,
                "paragraphs": [{ "en": "One.", "es": "Uno." }], "until": "2026-05-22",
            })),
            "/comments/{reference}/comment" => form(&[("paragraph", "1"), ("text", "Specimen."), ("language", "en")]),
            "/api/v1/comments/{reference}/comment" => {
                Sent::Json(json!({ "paragraph": "1", "text": "Specimen.", "language": "en" }))
            }
            "/comments/{reference}/extension" => form(&[&LATER[..], &[("reason", "Specimen.")]].concat()),
            "/api/v1/comments/{reference}/extension" => Sent::Json(json!({ "until": later, "reason": "Specimen." })),
            "/api/v1/comments/{reference}/withdraw" => Sent::Json(json!({ "comment": number("id") })),
            "/comments/{reference}/time" => form(&[("request", self.value("request")), ("ruling", "grant")]),
            "/api/v1/comments/{reference}/time" => Sent::Json(json!({ "act": "grant", "request": number("request") })),
            "/comments/{reference}/compile/{id}" => form(&[("verdict", "noted"), ("text", "Specimen.")]),
            "/api/v1/comments/{reference}/compile" => {
                Sent::Json(json!({ "comment": number("id"), "verdict": "noted", "text": "Specimen." }))
            }
            _ => return None,
        })
    }

    fn asked<'m>(&'m self, observers: &'m str) -> Vec<(&'m str, &'m str)> {
        let typed = [
            ("symbol", self.value("symbol")),
            ("title_en", "Specimen"),
            ("title_es", "Muestra"),
            ("text_en", "One."),
            ("text_es", "Uno."),
            ("observers", observers),
            ("step", "send"),
        ];
        [&typed[..], &UNTIL[..]].concat()
    }
}

impl Records<'_> {
    /// Makes what a row about comment rounds asks about; nothing where it asks about something else.
    pub(super) async fn commented(&self, record: &str, made: Made) -> Option<Made> {
        Some(match record {
            "comment round" => self.asked(made, "yes").await,
            "members' comment round" => self.asked(made, "no").await,
            "comment round absent" => made.with("reference", "T-X").with("id", "1"),
            "own comment" => {
                let made = self.asked(made, "yes").await;
                let fields = [("paragraph", "1"), ("text", "Specimen."), ("language", "en")];
                self.said(made, ("comment", &fields), ("id", "/withdraw/")).await
            }
            "wish for time" => {
                let made = self.asked(made, "yes").await;
                let fields = [&LATER[..], &[("reason", "Specimen.")]].concat();
                self.said(made, ("extension", &fields), ("request", "name=\"request\" type=\"radio\" value=\"")).await
            }
            _ => return None,
        })
    }

    /// Convenes a round.
    async fn asked(&self, made: Made, observers: &str) -> Made {
        let to = self.done(&self.convener(), "/comments/convene", &made.asked(observers)).await;
        let reference = to.trim_start_matches("/comments/").split('?').next().unwrap_or("").to_owned();
        made.with("reference", reference)
    }

    fn convener(&self) -> Session {
        self.specimen.signed_in(self.cast.secretariat, "coordinator", Purpose::Secretariat)
    }

    /// Says something for the own State, and learns its number from what a page shows.
    async fn said(&self, made: Made, said: (&str, &[(&str, &str)]), number: (&'static str, &str)) -> Made {
        let path = format!("/comments/{}", made.value("reference"));
        let delegate = self.specimen.signed_in(self.cast.own, "delegate", Purpose::Secretariat);
        self.done(&delegate, &format!("{path}/{}", said.0), said.1).await;
        let (reader, page) = match number.0 {
            "id" => (delegate, path),
            _ => (self.convener(), format!("{path}/time")),
        };
        let shown = self.page(&reader, &page).await.body;
        let digits = shown.split(number.1).nth(1).map_or("", |rest| rest.split('"').next().unwrap_or(""));
        made.with(number.0, digits)
    }
}
