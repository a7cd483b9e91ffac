//! What the room promises, shown through the real router (G-29, G-30).
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use base::access::Purpose;
use base::ground::HousePlan;
use base::specimen::{Answer, Session, Specimen};
use jiff::SignedDuration;

use super::{queries, samples, sweep};
use crate::alerts::{self, Category};

/// The house with all its rooms.
static PLANS: &[HousePlan] = &[crate::PLAN];

fn coordinator(specimen: &Specimen) -> Session {
    specimen.signed_in("XSV", "coordinator", Purpose::Secretariat)
}

async fn switched_on(specimen: &Specimen) -> Session {
    let coordinator = coordinator(specimen);
    let administrators: Vec<_> = ["HND", "GTM"]
        .into_iter()
        .map(|state| specimen.signed_in(state, "state_administrator", Purpose::Administration).caller)
        .collect();
    alerts::samples::switch_on(&specimen.ground, &coordinator.caller, &administrators).await.unwrap();
    coordinator
}

fn tallied(specimen: &Specimen, year: i16) -> queries::Tally {
    specimen.ground.database("registers").unwrap().read(|now| queries::tally(now, year)).unwrap()
}

fn total(tally: &queries::Tally, sheet: super::coded::Sheet, line: &str) -> u64 {
    tally.iter().filter(|((of, row, _), _)| *of == sheet && row == line).map(|(_, count)| count).sum()
}

/// G-30: what happened is counted before the alert's words are destroyed, once, and stays when they are gone.
#[tokio::test]
async fn g_30_what_happened_is_counted_before_it_is_destroyed() {
    use super::coded::Sheet;
    let specimen = Specimen::new(PLANS);
    switched_on(&specimen).await;
    let officer = || specimen.signed_in("HND", "alert_officer", Purpose::AlertIssuance);
    let (one, two) = (officer(), officer());
    let category = Category::LocateWitness;
    let text = alerts::samples::text(category);
    let reference = alerts::samples::put_in_force(&specimen.ground, &one.caller, &two.caller, category, text);
    let reference = reference.await.unwrap();
    let border = specimen.signed_in("GTM", "border_officer", Purpose::BorderControl);
    specimen.get(Some(&border), "/check").await;
    specimen.post(&border, "/check", &[("number", "L898902C3"), ("issuing_state", "UTO"), ("kind", "passport")]).await;
    let gone = specimen.post(&one, &format!("/alerts/{reference}/withdraw"), &[("ending", "achieved")]).await;
    assert_eq!(gone.status, StatusCode::SEE_OTHER, "{}", gone.body);

    assert_eq!(sweep::sweep(&specimen.ground).unwrap(), 0, "no week is over");
    specimen.clock.advance(SignedDuration::from_hours(24 * 60));
    // As the server does: room after room, in the order of the house.
    for room in crate::PLAN.rooms {
        (room.sweep)(&specimen.ground).unwrap();
    }
    let left = specimen
        .ground
        .database("registers")
        .unwrap()
        .read(|now| Ok(now.query_row("SELECT count(*) FROM alerts_alert", [], |row| row.get::<_, u64>(0))?));
    assert_eq!(left.unwrap(), 0, "the alert is destroyed");
    let tally = tallied(&specimen, 2026);
    assert_eq!(total(&tally, Sheet::Entered, "locate_witness"), 1, "{tally:?}");
    assert_eq!(total(&tally, Sheet::Withdrawn, "locate_witness"), 1);
    assert_eq!(total(&tally, Sheet::Expired, "locate_witness"), 0);
    assert_eq!(total(&tally, Sheet::Looks, "check"), 1, "a form that is shown is no check");
    assert_eq!(sweep::sweep(&specimen.ground).unwrap(), 0, "nothing is counted twice");
}

/// G-30: the rule counts nothing where the register was never switched on.
#[test]
fn g_30_nothing_is_counted_before_the_register_is_on() {
    let specimen = Specimen::new(PLANS);
    specimen.clock.advance(SignedDuration::from_hours(24 * 400));
    assert_eq!(sweep::sweep(&specimen.ground).unwrap(), 0);
}

/// G-30: a year is public once the coordinator publishes it, in three languages and for machines, and stays as it was published.
#[tokio::test]
async fn g_30_a_year_is_published_once_and_read_by_anyone() {
    let specimen = Specimen::new(PLANS);
    let coordinator = coordinator(&specimen);
    let year = [("year", "2025")];
    let early = specimen.post(&coordinator, "/statistics/issue", &year).await;
    assert_eq!(early.status, StatusCode::CONFLICT, "nothing is counted");
    samples::count_year(&specimen.ground, 2025, ["HND", "GTM"]).unwrap();
    assert_eq!(specimen.get(None, "/statistics/2025").await.status, StatusCode::NOT_FOUND, "not public yet");
    let running = specimen.get(Some(&coordinator), "/statistics/running").await;
    assert!(running.body.contains("/statistics/issue"), "{}", running.body);

    let done = specimen.post(&coordinator, "/statistics/issue", &year).await;
    assert_eq!(done.location().as_deref(), Some("/statistics/2025"), "{}", done.body);
    let again = specimen.post(&coordinator, "/statistics/issue", &year).await;
    assert_eq!(again.status, StatusCode::CONFLICT, "nothing is different");
    let page = specimen.get(None, "/statistics/2025").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("667"), "100 of 150: {}", page.body);
    assert!(!page.body.contains(">statistics-"), "a key is shown in the place of its text");
    assert!(page.body.contains(">Honduras<") && !page.body.contains(">Canada<"), "a column of noughts: {}", page.body);
    assert_eq!(page.body.matches("Nothing of this was counted.").count(), 7, "{}", page.body);

    let shown = specimen.get(None, "/api/v1/statistics/2025").await;
    let json: serde_json::Value = serde_json::from_str(&shown.body).unwrap();
    assert_eq!(json["false_matches"], serde_json::json!({ "per_thousand": 667, "low": 588, "high": 737 }));
    let csv = specimen.get(None, "/api/v1/statistics/2025?format=csv").await.body;
    assert!(csv.contains("looks,check,HND,120000\r\n"), "{csv}");
    let small = csv
        .lines()
        .filter_map(|line| line.rsplit(',').next()?.parse::<u64>().ok())
        .filter(|count| (1..10).contains(count));
    assert_eq!(small.count(), 0);
    // The small figure, and its row's total, by which it would be computed; the large one beside it is told.
    for line in ["GTM,", "total,", "HND,40"] {
        assert!(csv.contains(&format!("entered,missing_child,{line}\r\n")), "{csv}");
    }
    assert_eq!(specimen.get(None, "/api/v1/statistics/2024").await.status, StatusCode::NOT_FOUND);
    assert_eq!(specimen.get(None, "/api/v1/statistics").await.body.matches("\"year\":2025").count(), 1);
}

/// G-30: cases that are lodged after a year was published make a new revision, and the earlier one stays as it was.
#[tokio::test]
async fn g_30_what_comes_later_is_a_new_revision() {
    let specimen = Specimen::new(PLANS);
    let coordinator = coordinator(&specimen);
    samples::count_year(&specimen.ground, 2026, ["HND", "GTM"]).unwrap();
    let issue = async || specimen.post(&coordinator, "/statistics/issue", &[("year", "2026")]).await.status;
    assert_eq!(issue().await, StatusCode::SEE_OTHER);
    let first = specimen.get(None, "/api/v1/statistics/2026?format=csv").await.body;
    assert!(first.contains("redress,access,unanswered,0\r\n"), "{first}");
    let officer = specimen.signed_in("MEX", "redress_officer", Purpose::Redress);
    let asked = [
        ("kind", "access"),
        ("asker", "themselves"),
        ("language", "es"),
        ("asked", "¿Qué se guarda sobre mí? (ficticio)"),
        ("contact", "Ana Inventada, Calle Ficticia 1"),
    ];
    assert_eq!(specimen.post(&officer, "/redress/new", &asked).await.status, StatusCode::SEE_OTHER);
    assert_eq!(issue().await, StatusCode::SEE_OTHER);
    let second = specimen.get(None, "/api/v1/statistics/2026?format=csv").await.body;
    assert!(second.contains("redress,access,unanswered,\r\n"), "one case is not told: {second}");
    let kept = specimen.get(None, "/api/v1/statistics/2026?version=1&format=csv").await.body;
    assert_eq!(kept, first);
    assert_eq!(specimen.get(None, "/statistics/2026?version=3").await.status, StatusCode::NOT_FOUND);
    assert!(specimen.get(None, "/statistics/2026").await.body.contains("/statistics/2026?version=1"));
}

/// Somebody of an observer, at a browser and with a program.
struct Observer {
    session: Session,
    token: String,
    purpose: Purpose,
}

impl Observer {
    fn of(specimen: &Specimen, role: &str, purposes: &'static [Purpose]) -> Self {
        let session = specimen.signed_in("XIM", role, purposes[0]);
        let token = specimen.token(session.caller.name.trim_start_matches("Specimen "), purposes);
        Observer { session, token, purpose: purposes[0] }
    }

    async fn ask(&self, specimen: &Specimen, method: &str, address: &str) -> Answer {
        let form = [("year", "2025")];
        match (method, address.starts_with("/api/")) {
            ("GET", false) => specimen.get(Some(&self.session), address).await,
            ("GET", true) => {
                let request = Request::get(address)
                    .header("authorization", format!("Bearer {}", self.token))
                    .header("puebla-purpose", self.purpose.code());
                specimen.send(request.body(Body::empty()).unwrap()).await
            }
            (_, false) => specimen.post(&self.session, address, &form).await,
            (_, true) => specimen.call(&self.token, self.purpose, address, &serde_json::json!({})).await,
        }
    }
}

/// Answers the routes of the house about alerts, matches, searches, redress and figures.
fn routes_about_people(specimen: &Specimen) -> Vec<(&'static str, String)> {
    let about = ["/alerts", "/redress", "/person-", "/statistics"];
    let all = base::web::routes(&specimen.ground);
    let routes = all.facts().iter().filter(|facts| {
        let path = facts.path.strip_prefix("/api/v1").unwrap_or(&facts.path);
        about.iter().any(|room| path.starts_with(room))
    });
    routes.map(|facts| (facts.method, facts.path.clone())).collect()
}

/// G-29: whoever sits for an observer reads what is published, and no other page or call about alerts, matches and redress.
#[tokio::test]
async fn g_29_an_observer_reads_figures_and_no_record() {
    let specimen = Specimen::new(PLANS);
    switched_on(&specimen).await;
    samples::count_year(&specimen.ground, 2025, ["HND", "GTM"]).unwrap();
    specimen.post(&coordinator(&specimen), "/statistics/issue", &[("year", "2025")]).await;
    let officer = || specimen.signed_in("HND", "alert_officer", Purpose::AlertIssuance).caller;
    let (category, text) = (Category::LocateWitness, alerts::samples::text(Category::LocateWitness));
    let reference = alerts::samples::put_in_force(&specimen.ground, &officer(), &officer(), category, text).await;
    let reference = reference.unwrap();
    let observers = [
        Observer::of(&specimen, "delegate", &[Purpose::Secretariat]),
        Observer::of(&specimen, "state_administrator", &[Purpose::Administration]),
    ];
    let (mut asked, mut answered) = (0, BTreeSet::new());
    for (method, path) in routes_about_people(&specimen) {
        let address = path.replace("{reference}", &reference).replace("{year}", "2025");
        let address = address.replace("{code}", "missing_child");
        for observer in &observers {
            let answer = observer.ask(&specimen, method, &address).await;
            asked += 1;
            assert!(!answer.body.contains("Ficticio"), "{method} {address}: {}", answer.body);
            assert_ne!(answer.status, StatusCode::TOO_MANY_REQUESTS, "{method} {address}");
            if answer.status.is_success() || answer.status.is_redirection() {
                answered.insert(format!("{method} {path}"));
            }
        }
    }
    assert!(asked > 80, "{asked} calls");
    // What the panel decided names nobody, and is told to every delegation.
    let figures = [
        "GET /api/v1/redress/decisions",
        "GET /api/v1/statistics",
        "GET /api/v1/statistics/{year}",
        "GET /redress/decisions",
        "GET /statistics",
        "GET /statistics/{year}",
    ];
    assert_eq!(answered.iter().map(String::as_str).collect::<Vec<_>>(), figures);
}
