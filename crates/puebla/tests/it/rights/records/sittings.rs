//! A meeting that sat, with an agenda, a statement and minutes: how it comes about, and what is sent about it.

use base::access::Purpose;

use super::super::asking::Sent;
use super::{Made, Records, form, hidden};

/// The year before every other value of it: of a field sent twice the first counts.
const PAST: [(&str, &str); 2] = [("first_on-year", "2003"), ("last_on-year", "2003")];

impl Made {
    /// What is sent about a meeting's sitting and its minutes; none where nothing need be sent.
    pub(super) fn sittings(&self, path: &str) -> Option<Sent> {
        let (revision, own, observer) = (self.value("revision"), self.value("host"), self.value("observer"));
        let number: u64 = revision.parse().unwrap_or(0);
        let was = format!("was_{own}");
        let present = format!("present_{own}");
        let day = [("adopted_on-day", "2"), ("adopted_on-month", "12"), ("adopted_on-year", "2003")];
        Some(
            match path
                .strip_prefix("/meetings/{reference}")
                .or_else(|| path.strip_prefix("/api/v1/meetings/{reference}"))?
            {
                _ if path.starts_with("/api/") => Sent::Json(match path.split_once("{reference}")?.1 {
                    "/agenda" => serde_json::json!({ "title_en": "Second" }),
                    "/agenda/order" => serde_json::json!({ "revision": number, "items": [1] }),
                    "/agenda/{item}" => serde_json::json!({ "revision": number, "content": { "title_en": "Other" } }),
                    "/attendance" => serde_json::json!({ "lines": [{ "party": own, "present": true }] }),
                    "/statements" => serde_json::json!({ "party": observer, "original": "en", "text_en": "Thanks." }),
                    "/statements/{place}" => serde_json::json!({ "text_en": "Noted." }),
                    "/minutes/{language}" => serde_json::json!({ "based_on": 1, "text": "Dos." }),
                    "/minutes/adopt" => serde_json::json!({ "adopted_on": "2003-12-02", "revisions": { "es": 1 } }),
                    _ => return None,
                }),
                "/agenda/new" => form(&[("title_en", "Second"), ("who", "open")]),
                "/agenda/order" => form(&[("revision", revision), ("move", "1-up")]),
                "/agenda/{item}" => {
                    form(&[("revision", revision), ("title_en", "Other"), ("who", "open"), ("step", "change")])
                }
                "/attendance" => form(&[(&was, ":"), (&present, "yes")]),
                "/statements" => form(&[("party", observer), ("original", "en"), ("text_en", "Thanks.")]),
                "/statements/{place}" => form(&[("text_en", "Noted.")]),
                "/minutes/{language}" => form(&[("based_on", "1"), ("text", "Dos.")]),
                "/minutes/adopt" => form(&[&day[..], &[("who", "members"), ("seen", "es-1")]].concat()),
                _ => return None,
            },
        )
    }
}

impl Records<'_> {
    /// Makes a meeting of the past that sat over one item, with a statement where it was open, and minutes.
    pub(super) async fn sat(&self, record: &str, fresh: Made) -> Made {
        let made = fresh
            .with("observer", self.cast.observer)
            .with("item", "1")
            .with("place", "1")
            .with("language", "es")
            .with("version", "1");
        if record == "sat meeting absent" {
            return made.with("reference", "T-X");
        }
        let kept = record == "members' sat meeting";
        let more: &[(&str, &str)] = if kept { &[("members_only", "yes")] } else { &[] };
        let made = self.meeting(made, &[&PAST[..], more].concat()).await;
        let coordinator = self.specimen.signed_in(self.cast.secretariat, "coordinator", Purpose::Secretariat);
        let path = format!("/meetings/{}", made.value("reference"));
        let at = |end: &str| format!("{path}{end}");
        let item = [("title_en", "First"), ("who", if kept { "members" } else { "open" })];
        self.done(&coordinator, &at("/agenda/new"), &item).await;
        let said = [("party", self.cast.observer), ("original", "en"), ("text_en", "Thanks.")];
        if !kept {
            self.done(&coordinator, &at("/statements"), &said).await;
        }
        self.done(&coordinator, &at("/minutes/es"), &[("based_on", "0"), ("text", "Uno.")]).await;
        if record == "opened minutes" {
            let day = [("adopted_on-day", "2"), ("adopted_on-month", "12"), ("adopted_on-year", "2003")];
            let adopt = [&day[..], &[("who", "observers"), ("seen", "es-1")]].concat();
            self.done(&coordinator, &at("/minutes/adopt"), &adopt).await;
        }
        let revision = hidden(&self.page(&coordinator, &at("/agenda/1")).await, "revision");
        made.with("revision", revision)
    }
}
