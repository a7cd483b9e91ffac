//! Nobody learns from an answer whether a name, a person, an entry or a token exists: not by its text, its status, its
//! headers or its length, and not by how long it takes.
//!
//! Two sorts of question are asked in turn, so that whatever else the machine does falls on both alike. How well times
//! tell them apart is the share of pairs in which one sort took longer: a half is chance. In the tests a few samples show
//! only what is gross; `PUEBLA_ENUMERATION_SAMPLES=10000` measures (docs/figures.md).

use std::cmp::Ordering;
use std::io::Write;

use axum::body::Body;
use axum::http::Request;
use base::access::Purpose;
use base::ground::Settings;
use base::identity::cookie_name;
use base::identity::profile::RCM;
use base::specimen::{Answer, Session, Specimen};
use registers::alerts::{Category, samples};
use uuid::Uuid;

use crate::PLANS;
use crate::kill::server::now;

/// Samples of each sort where nobody asks for more.
const FEW: usize = 40;

/// The most by which the measured share may be off a half.
const MOST: f64 = 0.02;

/// From so many samples on the measured share is held to [`MOST`]; with fewer, chance alone is further off.
const MEASURED: usize = 5_000;

/// After so many requests somebody else asks, so that nobody comes to the end of their rate.
const PER_PERSON: usize = 100;

fn samples() -> usize {
    std::env::var("PUEBLA_ENUMERATION_SAMPLES").ok().and_then(|text| text.parse().ok()).unwrap_or(FEW)
}

/// Answers in which share of all pairs one of the second took longer than one of the first; ties count half.
fn share(first: &[f64], second: &[f64]) -> f64 {
    let mut all: Vec<(f64, bool)> =
        first.iter().map(|time| (*time, false)).chain(second.iter().map(|time| (*time, true))).collect();
    all.sort_by(|one, other| one.0.partial_cmp(&other.0).unwrap_or(Ordering::Equal));
    let (mut below, mut won, mut at) = (0.0, 0.0, 0);
    while at < all.len() {
        let ties = all[at..].iter().take_while(|(time, _)| *time == all[at].0).count();
        let seconds = all[at..at + ties].iter().filter(|(_, second)| *second).count() as f64;
        let firsts = ties as f64 - seconds;
        won += seconds * (below + firsts / 2.0);
        below += firsts;
        at += ties;
    }
    won / (first.len() as f64 * second.len() as f64)
}

/// Answers how far a share may be off a half: what is promised, or five times what chance makes of so few samples.
fn bound(samples: usize) -> f64 {
    let by_chance = 5.0 * (1.0 / (6.0 * samples as f64)).sqrt();
    if samples >= MEASURED { MOST } else { by_chance }
}

/// Everything of an answer but what was asked for: status, headers, body.
fn said(answer: &Answer, asked: &str) -> String {
    let mut headers: Vec<String> =
        answer.headers.iter().map(|(name, value)| format!("{name}: {}", value.to_str().unwrap_or("?"))).collect();
    headers.sort();
    format!("{}\n{}\n{}", answer.status, headers.join("\n"), answer.body).replace(asked, "ASKED")
}

/// A question made ready: what was asked for, and what of the answer is the asker's own.
struct Question {
    asked: String,
    request: Request<Body>,
    own: Vec<String>,
}

impl Question {
    fn new(asked: String, request: axum::http::request::Builder, body: impl Into<Body>) -> Self {
        Question { asked, request: request.body(body.into()).expect("a request"), own: Vec::new() }
    }
}

/// Asks both sorts in turn and holds them to be one.
///
/// Both questions of a pair are made before either is asked, and all of their making is outside of what is timed: writing a token anew
/// takes longer than copying one, and this alone was once taken for something that the server tells.
async fn alike(specimen: &Specimen, what: &str, question: impl Fn(usize, bool) -> Question) {
    let count = samples();
    let mut times = [Vec::with_capacity(count), Vec::with_capacity(count)];
    let mut first: Option<String> = None;
    for turn in 0..count {
        // Which goes first changes, so that what the one warms up does not help the other alone.
        for (sort, question) in [turn % 2 == 1, turn % 2 == 0].map(|sort| (sort, question(turn, sort))) {
            let since = now();
            let mut answer = specimen.send(question.request).await;
            times[usize::from(sort)].push(since.elapsed().as_secs_f64());
            for own in &question.own {
                answer.body = answer.body.replace(own, "OWN");
            }
            let asked = question.asked;
            let said = said(&answer, &asked);
            let known = first.get_or_insert_with(|| said.clone());
            assert_eq!(&said, known, "{what}: {asked}");
        }
    }
    let off = share(&times[0], &times[1]) - 0.5;
    let _ = writeln!(std::io::stderr(), "{what}: {count} samples of each sort, off a half by {off:+.4}");
    assert!(off.abs() <= bound(count), "{what}: off by {off:+.4}, and at most {:.4} is chance", bound(count));
}

/// A form from a network of its own.
fn guess(turn: usize, user_name: &str) -> Question {
    let form = serde_urlencoded::to_string([("user_name", user_name), ("password", "seven herons at dawn")]);
    let request = Request::post("/sign-in")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("x-forwarded-for", network(turn));
    Question::new(user_name.to_owned(), request, form.expect("a form"))
}

fn network(turn: usize) -> String {
    format!("10.{}.{}.{}", (turn >> 16) & 255, (turn >> 8) & 255, turn & 255)
}

#[tokio::test]
async fn a_user_name_is_not_told() {
    let specimen = Specimen::served(PLANS, RCM, Settings { behind_proxy: true, ..Settings::default() });
    let known = specimen.with_password("GTM", "gtm.known.00000", &["border_officer"]);
    for turn in 1..samples() {
        specimen.enrol("GTM", &format!("gtm.known.{turn:05}"), &["border_officer"]);
    }
    let same = specimen.ground.base.write_blocking(move |base| {
        let hash = "UPDATE person SET must_change = 0, password_hash = (SELECT password_hash FROM person WHERE user_name = ?1)";
        base.execute(hash, [known]).map(|_| ()).map_err(base::store::StoreError::from)
    });
    same.expect("passwords");
    let warm = specimen.send(guess(1 << 20, "gtm.nobody").request).await;
    assert_eq!(warm.status, 422);
    alike(&specimen, "a user name at sign-in", |turn, known| {
        let name = format!("gtm.{}.{turn:05}", if known { "known" } else { "wrong" });
        guess(turn * 2 + usize::from(known), &name)
    })
    .await;
}

/// A page asked for with a session, whose secret and person's name stand on it.
fn page(session: &Session, path: &str, asked: String) -> Question {
    let cookie = format!("{}={}", cookie_name(false), session.secret);
    let own = vec![session.csrf.clone(), session.caller.name.clone()];
    Question { own, ..Question::new(asked, Request::get(path).header("cookie", cookie), Body::empty()) }
}

/// Somebody for every hundred requests.
fn in_turns(specimen: &Specimen, role: &str, purpose: Purpose) -> Vec<Session> {
    (0..=samples() * 2 / PER_PERSON).map(|_| specimen.signed_in("HND", role, purpose)).collect()
}

#[tokio::test]
async fn a_person_of_another_state_is_not_told() {
    let specimen = Specimen::new(PLANS);
    let there = specimen.signed_in("GTM", "border_officer", Purpose::BorderControl).caller.person;
    let askers = in_turns(&specimen, "state_administrator", Purpose::Administration);
    specimen.send(page(&askers[0], &format!("/people/{there}"), String::new()).request).await;
    alike(&specimen, "a person of another State", |turn, known| {
        let id = if known { there } else { Uuid::from_u128(0x0191_8c5e_7000_7000_8000_0000_0000_0000 + turn as u128) };
        page(&askers[turn * 2 / PER_PERSON], &format!("/people/{id}"), id.to_string())
    })
    .await;
}

#[tokio::test]
async fn an_entry_of_another_state_is_not_told() {
    let specimen = Specimen::new(PLANS);
    let authority = specimen.signed_in("GTM", "issuing_authority", Purpose::DocumentIssuance);
    let fields = [
        ("kind", "passport"),
        ("number", "A1234567"),
        ("status", "stolen"),
        ("reference", "SPECIMEN-1"),
        ("step", "send"),
    ];
    let made = specimen.post(&authority, "/status/report", &fields).await;
    let place = made.location().unwrap_or_default();
    let there = place.trim_start_matches("/status/").split('?').next().unwrap_or("").to_owned();
    let askers = in_turns(&specimen, "issuing_authority", Purpose::DocumentIssuance);
    specimen.send(page(&askers[0], &format!("/status/{there}"), String::new()).request).await;
    assert_eq!(there, "4096", "the first entry of a folder");
    alike(&specimen, "an entry of another State", |turn, known| {
        // Of as many digits: an address comes back in the page's own links.
        let absent = (1_000 + turn % 3_000).to_string();
        let path = format!("/status/{}", if known { &there } else { &absent });
        page(&askers[turn * 2 / PER_PERSON], &path, path.clone())
    })
    .await;
}

/// An alert that whoever looks may not see, a child's, is answered like a reference that nobody ever gave.
#[tokio::test]
async fn a_reference_of_an_alert_is_not_told() {
    // Whoever tries references is stopped at the twelfth, there or not: what is timed here is what comes before.
    let specimen = Specimen::served(PLANS, RCM, Settings { unwatched: true, ..Settings::default() });
    let caller = |state, role, purpose| specimen.signed_in(state, role, purpose).caller;
    let coordinator = caller("XSV", "coordinator", Purpose::Secretariat);
    let part = ["GTM", "HND"].map(|state| caller(state, "state_administrator", Purpose::Administration));
    samples::switch_on(&specimen.ground, &coordinator, &part).await.expect("a register that is on");
    let [author, judge] = [(); 2].map(|()| caller("GTM", "child_protection", Purpose::ChildProtection));
    let child = Category::MissingChild;
    let made = samples::put_in_force(&specimen.ground, &author, &judge, child, samples::text(child)).await;
    let there = made.expect("an alert in force");
    let askers = in_turns(&specimen, "alert_officer", Purpose::AlertIssuance);
    let path = |reference: &str| format!("/alerts/face?reference={reference}");
    specimen.send(page(&askers[0], &path(&there), String::new()).request).await;
    alike(&specimen, "a reference of an alert", |turn, known| {
        let absent = format!("{}{:04}", &there[..there.len() - 4], 1_000 + turn % 9_000);
        let reference = if known { there.clone() } else { absent };
        page(&askers[turn * 2 / PER_PERSON], &path(&reference), reference)
    })
    .await;
}

#[tokio::test]
async fn a_token_that_was_one_is_not_told() {
    let specimen = Specimen::served(PLANS, RCM, Settings { behind_proxy: true, ..Settings::default() });
    let name = specimen.enrol("GTM", "gtm.machine", &["border_officer"]);
    let ended = specimen.token(&name, &[Purpose::BorderControl]);
    specimen.clock.advance(jiff::SignedDuration::from_hours(25));
    alike(&specimen, "a token that has ended", |turn, known| {
        let token = if known { ended.clone() } else { format!("{}{turn:05}", &ended[..ended.len() - 5]) };
        let request = Request::get("/api/v1/documents")
            .header("authorization", format!("Bearer {token}"))
            .header("puebla-purpose", "border_control")
            .header("x-forwarded-for", network(turn));
        Question::new(token, request, Body::empty())
    })
    .await;
}

#[tokio::test]
async fn a_planted_difference_is_seen() {
    let specimen = Specimen::served(PLANS, RCM, Settings { behind_proxy: true, ..Settings::default() });
    let (mut hashed, mut unhashed) = (Vec::new(), Vec::new());
    for turn in 0..FEW {
        let question = guess(turn, "gtm.nobody.here");
        let since = now();
        specimen.send(question.request).await;
        hashed.push(since.elapsed().as_secs_f64());
        specimen.clock.advance(jiff::SignedDuration::from_hours(1));
        let since = now();
        // As a name would be answered for which no password is hashed.
        page_of_sign_in(&specimen).await;
        unhashed.push(since.elapsed().as_secs_f64());
    }
    let off = share(&hashed, &unhashed) - 0.5;
    assert!(off.abs() > bound(FEW), "a name for which nothing is hashed would not be told by its time: {off:+.4}");
    assert_eq!((share(&[1.0, 2.0], &[3.0, 4.0]), share(&[3.0], &[1.0]), share(&[1.0], &[1.0])), (1.0, 0.0, 0.5));
}

async fn page_of_sign_in(specimen: &Specimen) -> Answer {
    specimen.get(None, "/sign-in").await
}
