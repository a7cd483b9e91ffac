//! The walk from a meeting to what came of its decision, in every process there is: nothing may rest on the first one.

#![allow(clippy::unwrap_used)]

use base::access::Purpose;
use base::identity::PartyKind;
use base::identity::profile::{LAGOON, RCM};
use base::specimen::Specimen;
use journal::StateCode;
use serde_json::{Value, json};

use super::samples::{api_get, delegate, specimen_of};

/// Parties of a kind, by their codes.
fn parties(specimen: &Specimen, kind: PartyKind) -> Vec<StateCode> {
    let profile = specimen.ground.identity.profile();
    profile.parties.iter().filter(|(_, party)| party.kind == kind).map(|(code, _)| *code).collect()
}

async fn said(specimen: &Specimen, token: &str, path: &str, body: Value) {
    let answer = specimen.call(token, Purpose::Secretariat, path, &body).await;
    assert!(answer.status.is_success(), "{path}: {}", answer.body);
}

async fn walk(profile: &str) {
    let specimen = specimen_of(profile);
    let secretariat = parties(&specimen, PartyKind::Secretariat)[0];
    let user_name = specimen.enrol(secretariat.as_str(), "office.machine", &["coordinator"]);
    let token = specimen.token(&user_name, &[Purpose::Secretariat]);
    let members = parties(&specimen, PartyKind::Member);
    // It is 2 March 2026.
    let called = json!({
        "symbol": "WALK/I", "series": "WALK", "number": 1, "title_en": "Walk", "title_es": "Camino", "host": members[0].as_str(),
        "first_on": "2026-01-09", "last_on": "2026-01-10", "zone": specimen.ground.identity.profile().zone, "place": "Arenal",
    });
    said(&specimen, &token, "/api/v1/meetings", called).await;
    let held = json!({ "standing": "held", "first_on": "2026-01-09", "last_on": "2026-01-10" });
    said(&specimen, &token, "/api/v1/meetings/WALK-I/change", held).await;
    let decided = json!({
        "meeting": "WALK/I", "number": 1, "original": "en", "text_en": "Urge members to send comments within one month.",
        "asks": [{ "verb": "urge", "addressees": ["members"], "each": true, "due": "1 month after adoption" }],
    });
    said(&specimen, &token, "/api/v1/decisions", decided).await;
    let decision = api_get(&specimen, &token, "/api/v1/decisions/WALK-I-2026-DEC-1").await.body;
    assert!(decision.contains("\"due_on\":\"2026-02-10\""), "{decision}");
    let paper = api_get(&specimen, &token, "/api/v1/decisions/WALK-I-2026-DEC-1/certificate").await;
    assert!(paper.body.starts_with("%PDF-"), "{}", paper.status);
    for member in &members {
        let one = delegate(&specimen, member.as_str());
        let today = specimen.get(Some(&one), "/today").await.body;
        assert!(today.contains("send comments within one month"), "{member}: {today}");
        let calendar = specimen.get(Some(&one), "/today/calendar").await.body;
        assert!(calendar.contains("DUE;VALUE=DATE:20260210"), "{member}: {calendar}");
    }
    let done = [("act", "done"), ("owner", members[0].as_str()), ("period", "1"), ("text", "Comments were sent.")];
    let day = [("day-day", "20"), ("day-month", "2"), ("day-year", "2026")];
    let form: Vec<(&str, &str)> = done.into_iter().chain(day).collect();
    let first = delegate(&specimen, members[0].as_str());
    let answer = specimen.post(&first, "/obligations/WALK-I-2026-DEC-1.1/note", &form).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    let kept = specimen.get(Some(&first), "/obligations/WALK-I-2026-DEC-1.1").await.body;
    assert!(kept.contains("10 days late"), "{kept}");
    let observer = parties(&specimen, PartyKind::Observer)[0];
    let watching = delegate(&specimen, observer.as_str());
    assert_eq!(specimen.get(Some(&watching), "/decisions/WALK-I-2026-DEC-1").await.status, 200);
    assert_eq!(specimen.post(&watching, "/obligations/WALK-I-2026-DEC-1.1/note", &form).await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_process_walks_from_a_meeting_to_what_came_of_its_decision() {
    walk(RCM).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_process_of_four_states_and_two_chairs_walks_the_same_way() {
    walk(LAGOON).await;
}
