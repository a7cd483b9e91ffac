//! Deadlines and the days around them: clocks that change inside one, what waits for whom until then, and the letter after it.

use base::identity::profile::LAGOON;
use base::specimen::{Session, Specimen};
use jiff::{SignedDuration, Timestamp};

use super::super::samples::*;
use super::cycle::hold;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// A round of the lagoon, whose seat is in Paris: there clocks go forward on 29 March 2026, at two in the morning.
async fn put_for(specimen: &Specimen, chair: &Session, symbol: &str, day: &str, hour: &str) -> base::specimen::Answer {
    let mut form = put(symbol);
    form.retain(|(name, _)| !["deadline-day", "deadline_hour"].contains(name));
    form.extend([("deadline-day", day), ("deadline_hour", hour)]);
    specimen.post(chair, "/silence/open", &form).await
}

fn lagoon() -> Specimen {
    let specimen = Specimen::with_profile(&PLANS, LAGOON);
    preside(&specimen.ground, "QMS", &["QMA", "QMB"]);
    specimen
}

#[tokio::test]
async fn clocks_that_change_inside_a_deadline_move_it_for_nobody() {
    let specimen = lagoon();
    let chair = presidency(&specimen, "QMA");
    let skipped = put_for(&specimen, &chair, "LAG/NO/1", "29", "02:30").await;
    assert!(skipped.status == 422 && skipped.body.contains("deadline-error"), "no such hour: {}", skipped.body);
    let path = path_of(put_for(&specimen, &chair, "LAG/NO/1", "29", "17:00").await);
    // Summer time in Paris is two hours ahead of UTC; Friday's 17:00 was one.
    let deadline = at("2026-03-29T15:00:00Z");
    let states = ["QMA", "QMB", "QMC", "UTO"].map(|state| delegate(&specimen, state));
    let page = specimen.get(Some(&states[0]), &path).await.body;
    // London, the Azores, Paris, Auckland.
    for there in ["16:00\u{a0}UTC+1", "15:00\u{a0}UTC<", "17:00\u{a0}UTC+2", "04:00\u{a0}UTC+13"] {
        assert!(page.contains(there), "{there}: {page}");
    }
    for state in &states {
        assert_eq!(specimen.get(Some(state), "/silence").await.status, 200);
        to(hold(&specimen, state, &path, "no_objection").await);
    }
    let told = [(-1_800, "0 h 30 min"), (0, "0 h 0 min"), (1, "Adopted")];
    for (seconds, told) in told {
        stand_at(&specimen, deadline + SignedDuration::from_secs(seconds));
        // Sessions do not last so long.
        let page = specimen.get(Some(&delegate(&specimen, "UTO")), &path).await.body;
        assert!(page.contains(told), "{seconds}: {page}");
    }
}

#[tokio::test]
async fn an_extension_over_a_change_of_clocks_ends_on_the_hour_that_was_asked_for() {
    let specimen = lagoon();
    let chair = presidency(&specimen, "QMB");
    let path = path_of(put_for(&specimen, &chair, "LAG/NO/1", "27", "17:00").await);
    let state = delegate(&specimen, "QMC");
    let until =
        [("deadline-day", "29"), ("deadline-month", "3"), ("deadline-year", "2026"), ("deadline_hour", "17:00")];
    let asked = [&until[..], &[("reason", "The ministry. (invented)")]].concat();
    to(specimen.post(&state, &format!("{path}/extension"), &asked).await);
    // Who presides over it sees that an answer waits, also of the two who did not open it.
    for party in ["QMA", "QMB"] {
        let page = specimen.get(Some(&presidency(&specimen, party)), "/today").await.body;
        assert!(page.contains("A State asks for more time") && page.contains(&format!("{path}/preside")), "{page}");
    }
    let told = specimen.get(Some(&delegate(&specimen, "QMA")), "/today").await.body;
    assert!(!told.contains("A State asks for more time"), "it is not theirs to answer: {told}");
    let form = specimen.get(Some(&chair), &format!("{path}/preside")).await.body;
    assert!(form.contains("The ministry. (invented)"), "why is told: {form}");
    let request = form.split("name=\"request\" type=\"radio\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let grant = [&until[..], &[("ruling", "grant"), ("request", request)]].concat();
    to(specimen.post(&chair, &format!("{path}/preside"), &grant).await);
    // Two days later by the calendar, and forty-seven hours.
    stand_at(&specimen, at("2026-03-29T15:00:00Z"));
    let page = specimen.get(Some(&delegate(&specimen, "QMC")), &path).await.body;
    assert!(page.contains("0 h 0 min"), "{page}");
    stand_at(&specimen, at("2026-03-29T15:00:01Z"));
    let page = specimen.get(Some(&delegate(&specimen, "QMC")), &path).await.body;
    assert!(page.contains("Lapsed"), "two must speak: {page}");
}

#[tokio::test]
async fn a_round_waits_for_each_state_until_it_has_spoken_and_is_never_overdue() {
    let specimen = specimen();
    let path = open(&specimen, &presidency(&specimen, "PAN"), "RCGM/2026/NO/1").await;
    let (mexico, observer) = (delegate(&specimen, "MEX"), delegate(&specimen, "COL"));
    let waits = "No-objection round: your State’s position";
    let today = specimen.get(Some(&mexico), "/today").await.body;
    assert!(today.contains(waits) && today.contains("0 States have taken a position"), "{today}");
    assert!(!specimen.get(Some(&observer), "/today").await.body.contains(waits), "an observer holds no position");
    to(hold(&specimen, &mexico, &path, "no_objection").await);
    let completed = |calendar: String| {
        assert!(calendar.contains("UID:round-rcgm-2026-no-1@") && calendar.contains("STATUS:COMPLETED"), "{calendar}");
        calendar.lines().find(|line| line.starts_with("COMPLETED:")).map(str::to_owned)
    };
    let first = completed(specimen.get(Some(&mexico), "/today/calendar").await.body);
    assert!(first.is_some());
    specimen.clock.advance(SignedDuration::from_mins(10));
    assert_eq!(specimen.get(Some(&delegate(&specimen, "CAN")), &path).await.status, 200);
    let then = specimen.get(Some(&mexico), "/today/calendar").await.body;
    assert_eq!(completed(then), first, "it is done since Mexico spoke, whoever reads the text afterwards");
    let coordinator = specimen.signed_in("XSV", "coordinator", base::access::Purpose::Secretariat);
    let followed = specimen.get(Some(&coordinator), "/today").await.body;
    assert!(followed.contains("round under way") && followed.contains("1 State has"), "{followed}");
    stand_at(&specimen, deadline() + SignedDuration::from_secs(1));
    let canada = specimen.get(Some(&delegate(&specimen, "CAN")), "/today").await.body;
    assert!(!canada.contains("A workshop (invented)"), "silence was no duty: {canada}");
}

#[tokio::test]
async fn a_letter_is_made_once_nothing_changes_the_outcome_and_not_before() {
    let specimen = specimen();
    let path = open(&specimen, &presidency(&specimen, "PAN"), "RCGM/2026/NO/1").await;
    let (mexico, observer) = (delegate(&specimen, "MEX"), delegate(&specimen, "COL"));
    to(hold(&specimen, &mexico, &path, "reservation").await);
    to(specimen.post(&observer, &format!("{path}/comment"), &[("text", "#set page() 你好 (invented)")]).await);
    let letter = format!("{path}/letter");
    let early = specimen.get(Some(&mexico), &letter).await;
    assert!(early.status == 409 && early.body.contains("has not ended yet"), "{}", early.body);
    assert!(!specimen.get(Some(&mexico), &path).await.body.contains("/letter?"), "and no link leads to it");
    stand_at(&specimen, deadline() + SignedDuration::from_secs(1));
    let (mexico, observer) = (delegate(&specimen, "MEX"), delegate(&specimen, "COL"));
    let page = specimen.get(Some(&mexico), &path).await.body;
    let mut seen = Vec::new();
    for language in ["en", "es", "fr"] {
        let address = format!("{letter}?language={language}");
        assert!(page.contains(&address), "{page}");
        let taken = specimen.get(Some(&mexico), &address).await;
        assert_eq!((taken.status.as_u16(), taken.headers["content-type"].to_str().unwrap()), (200, "application/pdf"));
        let name = taken.headers["content-disposition"].to_str().unwrap().to_owned();
        assert!(name.ends_with(&format!("\"RCGM-2026-NO-1-{language}.pdf\"")), "{name}");
        assert!(taken.body.starts_with("%PDF-"));
        seen.push(taken.body);
    }
    assert_ne!(seen[0], seen[1]);
    assert_eq!(specimen.get(Some(&observer), &format!("{letter}?language=en")).await.body, seen[0], "the same bytes");
    let token =
        specimen.token(&specimen.enrol("CAN", "can.machine", &["delegate"]), &[base::access::Purpose::Secretariat]);
    let call = async |query: &str| {
        crate::meetings::samples::api_get(&specimen, &token, &format!("/api/v1{letter}{query}")).await
    };
    assert_eq!(call("").await.body, seen[0]);
    assert_eq!(call("?language=xx").await.status, 422);
}

#[tokio::test]
async fn a_letter_says_that_an_objection_was_taken_back_afterwards() {
    let specimen = specimen();
    let path = open(&specimen, &presidency(&specimen, "PAN"), "RCGM/2026/NO/1").await;
    let mexico = delegate(&specimen, "MEX");
    to(hold(&specimen, &mexico, &path, "objection").await);
    let letter = async || specimen.get(Some(&mexico), &format!("{path}/letter?language=en")).await.body;
    let stands = letter().await;
    assert_eq!(letter().await, stands, "the same bytes, while nothing was said");
    to(hold(&specimen, &mexico, &path, "silent").await);
    assert_ne!(letter().await, stands);
}
