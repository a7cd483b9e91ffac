//! What the first page says waits for whoever works on alerts: their own State's, of their own desk, and not what they did themselves.

use base::access::Purpose;
use base::specimen::Session;
use serde_json::json;

use super::matches::iris;
use super::seals::get;
use super::{Open, in_language, unsaid};
use crate::alerts::Category;

impl Open {
    /// Answers the numbers that somebody is told, each with its name.
    async fn waits(&self, by: &Session) -> Vec<(String, u64)> {
        let page = self.specimen().get(Some(by), "/alerts").await.body;
        let card = page.split("id=\"waits\"").nth(1).unwrap_or_else(|| panic!("no card: {page}"));
        let list = card.split("</ul>").next().unwrap_or_default();
        let line = |one: &str| {
            let name = one.split("</a>").next()?.rsplit('>').next()?.to_owned();
            let digits: String = one.split("</a>").nth(1)?.chars().filter(char::is_ascii_digit).collect();
            Some((name, digits.parse().ok()?))
        };
        list.split("<li>").skip(1).filter_map(line).collect()
    }
}

/// A program is told the numbers that the page tells, with where they are.
#[tokio::test]
async fn a_program_is_told_of_what_waits() {
    let open = Open::new().await;
    let told = async |by: &Session, purposes: &'static [Purpose]| {
        let token = open.specimen().token(by.caller.name.trim_start_matches("Specimen "), purposes);
        let answer = get(&open, &token, purposes[0], "/api/v1/alerts/waiting").await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        serde_json::from_str::<serde_json::Value>(&answer.body).unwrap()["sorts"].clone()
    };
    open.proposed(Category::LocateWitness).await;
    let reference = open.activated_as(Category::CaptureTrafficking, &iris(Category::CaptureTrafficking)).await;
    let proposal = [("kind", "correct"), ("said", "Palabra inventada (ficticio).")];
    open.specimen().post(&open.foreign, &format!("/alerts/{reference}/proposal"), &proposal).await;
    let waits = told(&open.judge, &[Purpose::AlertIssuance]).await;
    let sort = |sort: &str, page: &str| json!({ "sort": sort, "count": 1, "page": page });
    assert_eq!(waits, json!([sort("second", "/alerts/own"), sort("proposals", "/alerts/proposals")]));
    assert_eq!(told(&open.stage.honduras, &[Purpose::Administration]).await, json!([]), "who works on none");
    assert_eq!(told(&open.foreign, &[Purpose::AlertIssuance]).await, json!([]), "another State's");
}

#[tokio::test]
async fn what_waits_is_counted_for_whom_it_waits() {
    let open = Open::new().await;
    let one = |name: &str, count| vec![(name.to_owned(), count)];
    assert_eq!(open.waits(&open.judge).await, []);
    open.proposed(Category::LocateWitness).await;
    open.proposed(Category::ImpedimentExit).await;
    open.proposed(Category::ChildAtRisk).await;
    assert_eq!(open.waits(&open.judge).await, one("Alerts that wait for a second person", 2));
    assert_eq!(open.waits(&open.author).await, [], "whoever wrote it does not judge it");
    assert_eq!(open.waits(&open.child_judge).await, one("Alerts that wait for a second person", 1));
    assert_eq!(open.waits(&open.foreign).await, [], "another State's");
    let reference = open.activated_as(Category::CaptureTrafficking, &iris(Category::CaptureTrafficking)).await;
    let flag = [("reason", "law"), ("instead", "ask_owner")];
    open.specimen().post(&open.foreign, &format!("/alerts/{reference}/flag"), &flag).await;
    let colleague = open.specimen().signed_in("GTM", "alert_officer", Purpose::AlertIssuance);
    assert_eq!(open.waits(&colleague).await, one("Flags that wait for a second person", 1));
    assert_eq!(open.waits(&open.foreign).await, [], "whoever asked for it does not decide it");
    let proposal = [("kind", "correct"), ("said", "Palabra inventada (ficticio).")];
    open.specimen().post(&open.foreign, &format!("/alerts/{reference}/proposal"), &proposal).await;
    let waits = open.waits(&open.judge).await;
    assert!(waits.contains(&("Proposals of other States to answer".to_owned(), 1)), "{waits:?}");
    for language in ["es", "en", "fr"] {
        let body = in_language(&open.stage, &open.judge, "/alerts", language).await;
        assert!(unsaid(&body).is_empty() && !body.contains("alerts-waits-"), "{language}");
    }
    let administrator = open.specimen().get(Some(&open.stage.honduras), "/alerts").await.body;
    assert!(!administrator.contains("id=\"waits\""), "who works on none is told of none");
}
