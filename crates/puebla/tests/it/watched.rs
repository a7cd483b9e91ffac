//! Whoever goes through a series of numbers is stopped, those who supervise are told, and the border goes on.

use axum::http::StatusCode;
use base::access::Purpose;
use base::ground::Settings;
use base::identity::profile::RCM;
use base::specimen::{Answer, Session, Specimen};
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::PLANS;

/// Checks that a thief is answered at most.
const MOST: usize = 50;

struct Border {
    specimen: Specimen,
    officer: Session,
}

impl Border {
    fn new(settings: Settings) -> Self {
        let specimen = Specimen::served(PLANS, RCM, settings);
        let officer = specimen.signed_in("GTM", "border_officer", Purpose::BorderControl);
        Border { specimen, officer }
    }

    async fn check(&self, who: &Session, number: usize) -> Answer {
        let number = format!("K{number:08}");
        self.specimen.post(who, "/check", &[("number", &number), ("issuing_state", "HND")]).await
    }

    /// Goes through a series until stopped; answers how many were answered, and the answer that was none.
    async fn go_through(&self, who: &Session, from: usize, most: usize) -> (usize, Option<Answer>) {
        for turn in 0..most {
            let answer = self.check(who, from + turn).await;
            if answer.status != StatusCode::OK {
                return (turn, Some(answer));
            }
        }
        (most, None)
    }

    async fn concerns(&self, who: &Session) -> String {
        self.specimen.get(Some(who), "/oversight/concerns").await.body
    }
}

fn concern(list: &str) -> Option<String> {
    list.split("href=\"/oversight/concerns/").nth(1).and_then(|rest| rest.split('"').next()).map(str::to_owned)
}

#[tokio::test]
async fn a_thief_is_stopped_within_fifty_and_oversight_is_told() {
    let border = Border::new(Settings::default());
    let (answered, refusal) = border.go_through(&border.officer, 10_000_000, 200).await;
    let refusal = refusal.expect("a thief is stopped");
    assert!(answered < MOST, "{answered}");
    assert_eq!(refusal.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refusal.headers["retry-after"], "3601");
    assert!(refusal.body.contains("call a document examiner of your State"), "{}", refusal.body);
    let lines = border.specimen.log_acts();
    assert!(
        lines.iter().any(|line| line.starts_with("checks.check numbers_") && line.ends_with("Refused")),
        "{lines:?}"
    );
    let of_the_state = border.specimen.signed_in("GTM", "oversight", Purpose::Oversight);
    let of_all = border.specimen.signed_in("XSV", "oversight", Purpose::Oversight);
    let of_another = border.specimen.signed_in("HND", "oversight", Purpose::Oversight);
    let id = concern(&border.concerns(&of_the_state).await).expect("a concern");
    assert_eq!(concern(&border.concerns(&of_all).await).as_ref(), Some(&id));
    assert_eq!(concern(&border.concerns(&of_another).await), None);
    let path = format!("/oversight/concerns/{id}");
    let shown = async |who: &Session| border.specimen.get(Some(who), &path).await;
    assert!(shown(&of_the_state).await.body.contains(&border.officer.caller.name));
    let without_name = shown(&of_all).await.body;
    assert!(without_name.contains("Known to the oversight of that State") && without_name.contains("Specimen post"));
    assert!(!without_name.contains(&border.officer.caller.name), "the State resolves who it was");
    assert_eq!(shown(&of_another).await.status, StatusCode::NOT_FOUND);
    let count = border.specimen.get(Some(&of_the_state), "/operation").await.body;
    assert!(count.contains("One concern waits to be closed."), "{count}");
    let note = "A class came through. (invented)";
    for (act, fields, status) in [
        ("acknowledge", vec![], 303),
        ("acknowledge", vec![], 409),
        ("close", vec![("note", " ")], 422),
        ("close", vec![("note", note)], 303),
        ("close", vec![("note", note)], 409),
    ] {
        let answer = border.specimen.post(&of_the_state, &format!("{path}/{act}"), &fields).await;
        assert_eq!(answer.status.as_u16(), status, "{act}: {}", answer.body);
        let said = if act == "acknowledge" { "has seen it and is at it" } else { "closed it" };
        let who = format!("{} {said}", of_the_state.caller.name);
        assert!(status != 303 || shown(&of_all).await.body.contains(&who), "whoever else supervises knows whom to ask");
    }
    assert!(shown(&of_the_state).await.body.contains(note));
    assert_eq!(border.check(&border.officer, 1).await.status, StatusCode::TOO_MANY_REQUESTS, "closing lifts nothing");
}

#[tokio::test]
async fn without_the_watch_a_thief_gets_through_and_oversight_is_told_of_that() {
    let border = Border::new(Settings { unwatched: true, ..Settings::default() });
    let ground = std::sync::Arc::clone(&border.specimen.ground);
    tokio::task::spawn_blocking(move || ground.tell_unwatched()).await.expect("a thread").expect("told");
    assert_eq!(border.go_through(&border.officer, 10_000_000, 120).await.0, 120, "the control: a thief gets through");
    let of_all = border.specimen.signed_in("XSV", "oversight", Purpose::Oversight);
    assert!(border.concerns(&of_all).await.contains("The server watches nobody"));
}

#[tokio::test]
async fn a_program_is_stopped_with_a_problem_and_the_command_says_it() {
    let specimen = Specimen::new(PLANS);
    let name = specimen.enrol("GTM", "gtm.machine", &["border_officer"]);
    let token = specimen.token(&name, &[Purpose::BorderControl]);
    for turn in 0..MOST {
        let body = json!({ "number": format!("K{:08}", 10_000_000 + turn * 11), "issuing_state": "HND" });
        let answer = specimen.call(&token, Purpose::BorderControl, "/api/v1/checks", &body).await;
        if answer.status == StatusCode::TOO_MANY_REQUESTS {
            let problem: Value = serde_json::from_str(&answer.body).expect("a problem");
            assert_eq!((problem["type"].as_str(), problem["status"].as_u64()), (Some("/problems/stopped"), Some(429)));
            assert!(
                problem["detail"].as_str().is_some_and(|detail| detail.contains("60 minutes") || detail.contains("61"))
            );
            return;
        }
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    }
    panic!("a program goes through a series");
}

#[tokio::test]
async fn the_second_line_of_the_state_lets_an_officer_go_on() {
    let border = Border::new(Settings::default());
    border.go_through(&border.officer, 10_000_000, 200).await;
    let examiner = border.specimen.signed_in("GTM", "document_examiner", Purpose::BorderControl);
    let stranger = border.specimen.signed_in("HND", "document_examiner", Purpose::BorderControl);
    let list = border.specimen.get(Some(&examiner), "/check/stopped").await;
    assert!(list.body.contains(&border.officer.caller.name), "{}", list.body);
    assert!(!border.specimen.get(Some(&stranger), "/check/stopped").await.body.contains(&border.officer.caller.name));
    assert_eq!(border.specimen.get(Some(&border.officer), "/check/stopped").await.status, StatusCode::NOT_FOUND);
    let id = list.body.split("/check/stopped/").nth(1).and_then(|rest| rest.split('/').next()).expect("a stop");
    let path = format!("/check/stopped/{id}/lift");
    let field = format!("reason-{id}");
    let lift = async |who: &Session, reason: &str| border.specimen.post(who, &path, &[(&field, reason)]).await.status;
    assert_eq!(lift(&stranger, "group").await, StatusCode::NOT_FOUND);
    assert_eq!(lift(&border.officer, "group").await, StatusCode::NOT_FOUND);
    assert_eq!(lift(&examiner, "because").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(lift(&examiner, "group").await, StatusCode::SEE_OTHER);
    assert_eq!(lift(&examiner, "group").await, StatusCode::NOT_FOUND, "it is lifted");
    assert_eq!(border.check(&border.officer, 77).await.status, StatusCode::OK);
    let oversight = border.specimen.signed_in("GTM", "oversight", Purpose::Oversight);
    let id = concern(&border.concerns(&oversight).await).expect("the concern stays");
    let shown = border.specimen.get(Some(&oversight), &format!("/oversight/concerns/{id}")).await;
    assert!(shown.body.contains("A group with documents issued together came through"), "{}", shown.body);
    assert!(shown.body.contains(&examiner.caller.name), "who answers for it");
    let of_all = border.specimen.signed_in("XSV", "oversight", Purpose::Oversight);
    let shown = border.specimen.get(Some(&of_all), &format!("/oversight/concerns/{id}")).await;
    assert!(!shown.body.contains(&examiner.caller.name), "the State resolves who it was");
    // Who may lift stops lifts none of their own.
    border.go_through(&examiner, 30_000_000, 200).await;
    let own = border.specimen.get(Some(&examiner), "/check/stopped").await.body;
    let id = own.split("stop-").nth(1).and_then(|rest| rest.split('"').next()).expect("a stop").to_owned();
    let reason = (format!("reason-{id}"), "group");
    let answer = border.specimen.post(&examiner, &format!("/check/stopped/{id}/lift"), &[(&reason.0, reason.1)]).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
}

/// Answers the ids of a page's parts, in their order.
fn ids(page: &str) -> Vec<&str> {
    page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[tokio::test]
async fn each_of_several_who_were_stopped_has_a_choice_of_their_own() {
    let border = Border::new(Settings::default());
    let other = border.specimen.signed_in("GTM", "border_officer", Purpose::BorderControl);
    border.go_through(&border.officer, 10_000_000, 200).await;
    border.go_through(&other, 40_000_000, 200).await;
    let examiner = border.specimen.signed_in("GTM", "document_examiner", Purpose::BorderControl);
    let page = border.specimen.get(Some(&examiner), "/check/stopped").await.body;
    assert_eq!(page.matches("/lift\"").count(), 2, "{page}");
    let mut ids = ids(&page);
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "a label leads to the first of its id: {page}");
}

#[tokio::test]
async fn what_somebody_writes_into_an_address_is_not_on_the_access_log() {
    let border = Border::new(Settings::default());
    let examiner = border.specimen.signed_in("GTM", "document_examiner", Purpose::BorderControl);
    let answer = border.specimen.post(&examiner, "/check/stopped/K10203040/lift", &[]).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    let lines = border.specimen.log_lines();
    assert!(lines.iter().any(|(leaf, _)| leaf.action == "checks.lift"));
    assert!(lines.iter().all(|(_, detail)| !detail.about.contains("K10203040")), "a number rests on the access log");
}

#[tokio::test]
async fn a_stop_ends_and_the_next_one_is_longer() {
    let border = Border::new(Settings::default());
    let stopped = async |from| border.go_through(&border.officer, from, 200).await.1.expect("stopped");
    assert_eq!(stopped(10_000_000).await.headers["retry-after"], "3601");
    border.specimen.clock.advance(SignedDuration::from_mins(61));
    // Sessions end after a quarter of an hour without a request.
    let again =
        Border { officer: border.specimen.sign_in(&user_name(&border), Some(Purpose::BorderControl)), ..border };
    let (_, refusal) = again.go_through(&again.officer, 40_000_000, 200).await;
    assert_eq!(refusal.expect("stopped again").headers["retry-after"], "86401");
}

fn user_name(border: &Border) -> String {
    border.officer.caller.name.trim_start_matches("Specimen ").to_owned()
}

#[tokio::test]
async fn several_officers_of_one_post_are_found_together() {
    let border = Border::new(Settings::default());
    let officers: Vec<Session> =
        (0..10).map(|_| border.specimen.signed_in("GTM", "border_officer", Purpose::BorderControl)).collect();
    let mut answered = 0;
    for turn in 0..200 {
        answered += usize::from(border.check(&officers[turn % 10], 10_000_000 + turn).await.status == StatusCode::OK);
    }
    assert!(answered < MOST + 20, "{answered} of 200 were answered to ten officers who went through a series together");
    let oversight = border.specimen.signed_in("GTM", "oversight", Purpose::Oversight);
    assert!(border.concerns(&oversight).await.contains("Several people, one series"));
}
