//! Where rounds end: what is asked for too late, too often, by somebody who was not asked, or on second thoughts.

use base::identity::profile::LAGOON;
use base::specimen::Specimen;

use super::super::samples::*;
use super::cycle::hold;

#[tokio::test]
async fn an_objection_that_is_taken_back_after_the_end_stays_what_ended_the_round() {
    let specimen = Specimen::with_profile(&PLANS, LAGOON);
    preside(&specimen.ground, "QMS", &["QMA", "QMB"]);
    let path = open(&specimen, &presidency(&specimen, "QMB"), "LAG/NO/1").await;
    let reed = delegate(&specimen, "QMC");
    to(hold(&specimen, &reed, &path, "objection").await);
    let before = shown_by(&specimen, &path).await;
    assert_eq!((before["outcome"].as_str(), before["settled"].as_bool()), (Some("broken"), Some(false)), "it may heal");
    // The deadline is at 16:00 in UTC.
    stand_at(&specimen, "2026-03-06T16:00:01Z".parse().unwrap());
    let reed = delegate(&specimen, "QMC");
    let back = [("stance", "silent"), ("seen", "1"), ("confirmed", "yes")];
    let answer = specimen.post(&reed, &format!("{path}/position"), &back).await;
    assert_eq!(answer.status, 409, "{}", answer.body);
    let after = shown_by(&specimen, &path).await;
    assert_eq!((after["outcome"].as_str(), after["settled"].as_bool()), (Some("broken"), Some(true)));
    assert_eq!(after["objecting"], serde_json::json!(["QMC"]));
}

/// Answers a round of the invented process as its secretariat reads it.
async fn shown_by(specimen: &Specimen, path: &str) -> serde_json::Value {
    let user_name = format!("qms.{}", hex::encode(uuid::Uuid::now_v7().as_bytes()));
    let user = specimen.enrol("QMS", &user_name[..20], &["coordinator"]);
    let token = specimen.token(&user, &[base::access::Purpose::Secretariat]);
    let answer = crate::meetings::samples::api_get(specimen, &token, &format!("/api/v1{path}")).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    serde_json::from_str(&answer.body).unwrap()
}

#[tokio::test]
async fn nobody_takes_a_states_voice_away_while_its_silence_counts() {
    let specimen = specimen();
    let path = open(&specimen, &presidency(&specimen, "PAN"), "RCGM/2026/NO/1").await;
    let coordinator = specimen.signed_in("XSV", "coordinator", base::access::Purpose::Secretariat);
    let leaves = async |day| {
        let form = [("last_on-day", day), ("last_on-month", "3"), ("last_on-year", "2026"), ("note", "By letter")];
        specimen.post(&coordinator, "/members/MEX/dismiss", &form).await
    };
    let refused = leaves("1").await;
    assert!(refused.status == 422 && refused.body.contains("last_on-error"), "{}", refused.body);
    to(hold(&specimen, &delegate(&specimen, "MEX"), &path, "objection").await);
    assert_eq!(shown(&specimen, &path).await["outcome"], "broken");
    to(leaves("1").await);
}

/// Answers a conference that Mexico leaves on a day of March; a round's deadline is on the sixth, at the seat.
async fn mexico_leaves(day: &str) -> Specimen {
    let specimen = specimen();
    let coordinator = specimen.signed_in("XSV", "coordinator", base::access::Purpose::Secretariat);
    let form = [("last_on-day", day), ("last_on-month", "3"), ("last_on-year", "2026"), ("note", "By letter")];
    to(specimen.post(&coordinator, "/members/MEX/dismiss", &form).await);
    specimen
}

#[tokio::test]
async fn no_state_is_asked_beyond_its_last_day() {
    const GONE: &str = "MEX will be a member no longer";
    let specimen = mexico_leaves("5").await;
    let refused = specimen.post(&presidency(&specimen, "PAN"), "/silence/open", &put("RCGM/2026/NO/1")).await;
    assert!(refused.status == 422 && refused.body.contains(GONE), "{}", refused.body);

    let specimen = mexico_leaves("7").await;
    let chair = presidency(&specimen, "PAN");
    let path = open(&specimen, &chair, "RCGM/2026/NO/1").await;
    let later = [("deadline-day", "9"), ("deadline-month", "3"), ("deadline-year", "2026"), ("deadline_hour", "17:00")];
    let wish = [&later[..], &[("reason", "Congress decides on Monday.")]].concat();
    to(specimen.post(&delegate(&specimen, "MEX"), &format!("{path}/extension"), &wish).await);
    let request = shown(&specimen, &path).await["requests"][0]["request"].as_u64().unwrap().to_string();
    let grant = [&later[..], &[("ruling", "grant"), ("request", &request)]].concat();
    let refused = specimen.post(&chair, &format!("{path}/preside"), &grant).await;
    assert!(refused.status == 422 && refused.body.contains(GONE), "{}", refused.body);
}

#[tokio::test]
async fn a_member_becomes_an_observer_after_the_rounds_that_ask_it() {
    use crate::members::samples::{admission, answer_all, apply};
    let specimen = specimen();
    let path = open(&specimen, &presidency(&specimen, "PAN"), "RCGM/2026/NO/1").await;
    let coordinator = specimen.signed_in("XSV", "coordinator", base::access::Purpose::Secretariat);
    let application = apply(&specimen, &coordinator, "MEX", "observer-state").await;
    let points = ["region", "adherence", "movement", "multilateral", "law", "officers", "declaration"];
    answer_all(&specimen, &coordinator, &application, &points, "yes").await;
    // The deadline is on 6 March at the seat.
    let from = async |day| specimen.post(&coordinator, &application, &admission(day, "RCM/X/2005/DEC/1")).await;
    let refused = from("2026-03-06").await;
    assert!(refused.status == 422 && refused.body.contains("nobody’s voice is taken away"), "{}", refused.body);
    to(hold(&specimen, &delegate(&specimen, "MEX"), &path, "no_objection").await);
    assert_eq!(shown(&specimen, &path).await["standing"].as_array().map(Vec::len), Some(11));
    to(from("2026-03-07").await);
}

#[tokio::test]
async fn a_state_changes_its_mind_a_hundred_times_and_its_last_word_is_kept_for_an_objection() {
    let specimen = specimen();
    let path = open(&specimen, &presidency(&specimen, "PAN"), "RCGM/2026/NO/1").await;
    let mut mexico = delegate(&specimen, "MEX");
    for turn in 0..99 {
        // One after the other of a delegation: a single person would ask too often in a minute.
        if turn % 20 == 19 {
            mexico = delegate(&specimen, "MEX");
        }
        let stance = if turn % 2 == 0 { "no_objection" } else { "reservation" };
        to(hold(&specimen, &mexico, &path, stance).await);
    }
    let full = hold(&specimen, &mexico, &path, "no_objection").await;
    assert!(full.status == 409 && full.body.contains("a hundred times"), "{}", full.body);
    to(hold(&specimen, &mexico, &path, "objection").await);
    assert_eq!(shown(&specimen, &path).await["outcome"], "broken");
}

#[tokio::test]
async fn whoever_is_not_asked_gets_no_form_and_a_second_thought_opens_nothing() {
    let specimen = specimen();
    let chair = presidency(&specimen, "PAN");
    let mut thought = put("RCGM/2026/NO/1");
    thought.retain(|(name, _)| *name != "confirmed");
    thought.push(("confirmed", "change"));
    let form = specimen.post(&chair, "/silence/open", &thought).await;
    assert!(form.status == 200 && form.body.contains("The workshop is held."), "what was typed stays: {}", form.body);
    assert_eq!(specimen.get(Some(&chair), "/silence/RCGM-2026-NO-1").await.status, 404);
    let path = open(&specimen, &chair, "RCGM/2026/NO/1").await;
    let observer = delegate(&specimen, "COL");
    for (form, answered) in [("position", 404), ("extension", 404), ("comment", 200)] {
        assert_eq!(specimen.get(Some(&observer), &format!("{path}/{form}")).await.status, answered, "{form}");
    }
    let other = presidency(&specimen, "GTM");
    for (form, answered) in [("preside", 409), ("again", 404)] {
        assert_eq!(specimen.get(Some(&other), &format!("{path}/{form}")).await.status, answered, "{form}");
    }
    // Nothing is filled in that could only be refused.
    stand_at(&specimen, deadline() + jiff::SignedDuration::from_secs(1));
    let mexico = delegate(&specimen, "MEX");
    for form in ["comment", "extension"] {
        let page = specimen.get(Some(&mexico), &format!("{path}/{form}")).await;
        assert!(page.status == 409 && page.body.contains("The deadline has passed"), "{form}: {}", page.body);
    }
}

#[tokio::test]
async fn a_full_disk_keeps_back_how_a_round_ended_and_not_the_list() {
    let specimen = specimen();
    let chair = presidency(&specimen, "PAN");
    let ended = [open(&specimen, &chair, "RCGM/2026/NO/1").await, open(&specimen, &chair, "RCGM/2026/NO/2").await];
    let mut later = put("RCGM/2026/NO/3");
    later.retain(|(name, _)| *name != "deadline-day");
    later.push(("deadline-day", "16"));
    let goes_on = path_of(specimen.post(&chair, "/silence/open", &later).await);
    stand_at(&specimen, deadline() + jiff::SignedDuration::from_secs(1));
    let pages = |most: u64| {
        let set = move |now: &rusqlite::Connection| {
            Ok::<_, base::store::StoreError>(now.query_row(&format!("PRAGMA max_page_count = {most}"), [], |_| Ok(()))?)
        };
        specimen.ground.database("secretariat").unwrap().write_blocking(set).unwrap();
    };
    pages(1);
    // What is left of the last pages is used up, until one entry finds no room: two find none then.
    let mut full = false;
    for _ in 0..5 {
        let mexico = delegate(&specimen, "MEX");
        for _ in 0..15 {
            let said = specimen.post(&mexico, &format!("{goes_on}/comment"), &[("text", "A word. (invented)")]).await;
            full = full || said.status == 507;
        }
    }
    assert!(full, "the control: the disk is full");
    let mexico = delegate(&specimen, "MEX");
    let list = specimen.get(Some(&mexico), "/silence").await;
    assert_eq!(list.status, 200, "{}", list.body);
    assert!(list.body.contains("RCGM/2026/NO/3") && !list.body.contains("RCGM/2026/NO/1"), "{}", list.body);
    assert!(list.body.contains("2 rounds of this page have ended"), "{}", list.body);
    assert_eq!(specimen.get(Some(&mexico), &ended[0]).await.status, 507, "an ended round is not told of");
    pages(1_000_000);
    let list = specimen.get(Some(&mexico), "/silence").await.body;
    assert!(list.contains("RCGM/2026/NO/1") && !list.contains("have ended"), "{list}");
}
