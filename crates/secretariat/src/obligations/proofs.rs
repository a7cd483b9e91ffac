//! A duty's life by the people who live it, and the list held against the rules.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use base::specimen::{Session, Specimen};
use base::store::{Database, StoreError};
use conference::obligations::{Order, Owner, Sharing};
use conference::said::Said;
use conference::verbs::Verb;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;

use super::queries;
use super::turn::{Filter, Look, Place, Wanted, Whose};
use super::{Charge, ObligationEntry, charge};
use crate::meetings::samples::{coordinator, delegate, path_of, specimen};

/// Two States prepare a framework within two months of Cancún.
fn framework(number: u16) -> Charge {
    Charge {
        order: Order {
            decision: "RCM/VIII/2003/DEC/7".into(),
            verb: Verb::Entrust,
            owners: ["GTM", "MEX"].map(|code| Owner::Party(code.parse().unwrap())).into(),
            sharing: Sharing::Jointly,
            what: Said::parse("Prepare a general framework.").unwrap(),
            rule: Some("2 months after adoption".parse().unwrap()),
            begins_on: date(2003, 5, 30),
            condition: None,
            lapses: false,
        },
        number,
        what_es: Some(Said::parse("Preparar un marco general.").unwrap()),
        adopted_on: date(2003, 5, 30),
        meeting_ended_on: Some(date(2003, 5, 30)),
        series: "RCM".into(),
        members_only: false,
    }
}

/// Charges as a decision does, in a transaction of the coordinator.
fn charged(specimen: &Specimen, session: &Session, charges: Vec<Charge>) {
    let desk = base::desk::Permitted::<super::SettleObligation>::new(specimen.ground.clone(), session.caller.clone());
    let writer = pollster(desk.open_to_write(base::access::Resource::room())).unwrap();
    let done: Result<(), StoreError> =
        writer.append_blocking(move |entries: &base::desk::Entries<'_, ObligationEntry>| {
            for one in &charges {
                charge(entries, one).unwrap();
            }
            Ok(())
        });
    done.unwrap();
}

fn pollster<T>(future: impl Future<Output = T>) -> T {
    tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(future))
}

fn house(specimen: &Specimen) -> &Database {
    specimen.ground.database("secretariat").unwrap()
}

const PATH: &str = "/obligations/RCM-VIII-2003-DEC-7.1";

fn on(day: &str) -> [(&'static str, String); 3] {
    let day: Date = day.parse().unwrap();
    [("day-day", day.day().to_string()), ("day-month", day.month().to_string()), ("day-year", day.year().to_string())]
}

async fn note(specimen: &Specimen, who: &Session, act: &str, owner: &str, day: &str) -> base::specimen::Answer {
    let day = on(day);
    let mut form = vec![("act", act), ("owner", owner), ("period", "1"), ("text", "RCM/VIII/2003/REP/1")];
    form.extend(day.iter().map(|(name, value)| (*name, value.as_str())));
    specimen.post(who, &format!("{PATH}/note"), &form).await
}

#[tokio::test(flavor = "multi_thread")]
async fn held_in_december_and_due_in_july_is_124_days_late() {
    let specimen = specimen();
    let (secretariat, mexico) = (coordinator(&specimen), delegate(&specimen, "MEX"));
    charged(&specimen, &secretariat, vec![framework(1)]);
    let page = specimen.get(Some(&mexico), "/obligations").await.body;
    assert!(page.contains("RCM/VIII/2003/DEC/7.1") && page.contains("overdue"), "{page}");
    assert!(specimen.get(Some(&mexico), "/today").await.body.contains("Prepare a general framework."));
    // Announced to be late: it stands beside the day.
    path_of(note(&specimen, &mexico, "expected", "MEX", "2026-12-01").await);
    let page = specimen.get(Some(&mexico), PATH).await.body;
    assert!(page.contains("2003-07-30") && page.contains("2026-12-01"), "{page}");
    path_of(note(&specimen, &mexico, "done", "MEX", "2003-12-01").await);
    let page = specimen.get(Some(&mexico), PATH).await.body;
    assert!(page.contains("124 days late") && page.contains("2026-12-01"), "{page}");
    assert!(!specimen.get(Some(&mexico), "/today").await.body.contains("Prepare a general framework."));
    // Evidence that was none: the duty is open again, and what was said stays.
    let position = page.split("value=\"withdraw-").nth(1).unwrap().split('"').next().unwrap().to_owned();
    path_of(note(&specimen, &mexico, &format!("withdraw-{position}"), "MEX", "2003-12-01").await);
    let again = note(&specimen, &mexico, &format!("withdraw-{position}"), "MEX", "2003-12-01").await;
    assert_eq!(again.status, 409);
    let page = specimen.get(Some(&mexico), PATH).await.body;
    assert!(page.contains(">overdue<") && page.contains(">withdrawn<"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn each_says_it_of_its_own_and_the_secretariat_of_nobodys() {
    let specimen = specimen();
    let (secretariat, salvador) = (coordinator(&specimen), delegate(&specimen, "SLV"));
    let mut body = framework(2);
    body.order.owners = [Owner::Body("RCGM".into())].into();
    charged(&specimen, &secretariat, vec![framework(1), body]);
    for (who, owner) in [(&salvador, "SLV"), (&salvador, "MEX"), (&secretariat, "MEX"), (&secretariat, "body:RCGM")] {
        assert_eq!(note(&specimen, who, "done", owner, "2003-12-01").await.status, 404, "{owner}");
    }
    let mexico = delegate(&specimen, "MEX");
    // The specimen's clock stands on 2 March 2026.
    for (act, day) in [("done", "2026-03-03"), ("expected", "2026-03-01"), ("nothing", "2026-03-01")] {
        assert_eq!(note(&specimen, &mexico, act, "MEX", day).await.status, 422, "{act}");
    }
    let of_body = PATH.replace(".1", ".2");
    let day = on("2003-12-01");
    let mut form = vec![("act", "done"), ("owner", "body:RCGM"), ("period", "1"), ("text", "RCGM/2003/2/REP/1")];
    form.extend(day.iter().map(|(name, value)| (*name, value.as_str())));
    path_of(specimen.post(&secretariat, &format!("{of_body}/note"), &form).await);
    assert_eq!(specimen.post(&mexico, &format!("{of_body}/settle"), &[("act", "remind")]).await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_reminded_sees_it_today() {
    let specimen = specimen();
    let (secretariat, mexico) = (coordinator(&specimen), delegate(&specimen, "MEX"));
    charged(&specimen, &secretariat, vec![framework(1)]);
    assert!(!specimen.get(Some(&mexico), "/today").await.body.contains("The secretariat reminded you"));
    path_of(specimen.post(&secretariat, &format!("{PATH}/settle"), &[("act", "remind")]).await);
    assert!(specimen.get(Some(&mexico), "/today").await.body.contains("The secretariat reminded you"));
    let page = specimen.get(Some(&secretariat), "/today").await.body;
    assert!(page.contains("class=\"bars\"") && page.contains("Mexico"), "{page}");
    let calendar = specimen.get(Some(&mexico), "/today/calendar").await;
    assert!(calendar.body.contains("\r\nDUE;VALUE=DATE:20030730\r\n"), "{}", calendar.body);
    let day = on("2004-05-21");
    let mut form = vec![("act", "released"), ("text", "RCM/IX/2004/DEC/3")];
    form.extend(day.iter().map(|(name, value)| (*name, value.as_str())));
    path_of(specimen.post(&secretariat, &format!("{PATH}/settle"), &form).await);
    assert!(!specimen.get(Some(&mexico), "/today").await.body.contains("Prepare a general framework."));
    assert_eq!(specimen.post(&secretariat, &format!("{PATH}/settle"), &[("act", "remind")]).await.status, 409);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_kept_for_members_is_not_there_for_observers() {
    let specimen = specimen();
    let secretariat = coordinator(&specimen);
    charged(&specimen, &secretariat, vec![Charge { members_only: true, ..framework(1) }]);
    let (member, observer) = (delegate(&specimen, "MEX"), delegate(&specimen, "COL"));
    assert_eq!(specimen.get(Some(&member), PATH).await.status, 200);
    assert_eq!(specimen.get(Some(&observer), PATH).await.status, 404);
    assert!(!specimen.get(Some(&observer), "/obligations").await.body.contains("DEC/7.1"));
}

/// Duties of every sort, in every standing, on every kind of rule.
fn of_every_sort() -> Vec<Charge> {
    let rules = [
        None,
        Some("2 months after adoption"),
        Some("by 2099-12-31"),
        Some("at next meeting of RCGM"),
        Some("every 6 months"),
        Some("3 months after event: the receipt of a request"),
        Some("at each meeting of RCM"),
    ];
    (1..)
        .zip(rules.into_iter().flat_map(|rule| (0..8).map(move |sort| (rule, sort))))
        .map(|(number, (rule, sort))| {
            let mut one = framework(number);
            one.order.rule = rule.map(|rule| rule.parse().unwrap());
            one.order.sharing = if sort & 1 == 0 { Sharing::Jointly } else { Sharing::Severally };
            one.order.condition = (sort & 2 == 2).then(|| Said::parse("Once the plan is approved.").unwrap());
            one.order.lapses = sort & 4 == 4;
            one
        })
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_says_of_each_what_the_rules_say() {
    let specimen = specimen();
    let secretariat = coordinator(&specimen);
    let charges = of_every_sort();
    charged(&specimen, &secretariat, charges.clone());
    let mexico = delegate(&specimen, "MEX");
    for number in (1..=charges.len()).step_by(3) {
        let day = on("2004-01-15");
        let mut form = vec![("act", "done"), ("owner", "MEX"), ("period", "1"), ("text", "REP")];
        form.extend(day.iter().map(|(name, value)| (*name, value.as_str())));
        let path = format!("/obligations/RCM-VIII-2003-DEC-7.{number}/note");
        path_of(specimen.post(&mexico, &path, &form).await);
    }
    for number in (1..=charges.len()).step_by(4) {
        let act = if number % 8 == 1 { "condition_met" } else { "released" };
        let day = on("2004-02-01");
        let mut form = vec![("act", act), ("text", "RCM/IX")];
        form.extend(day.iter().map(|(name, value)| (*name, value.as_str())));
        path_of(specimen.post(&secretariat, &format!("/obligations/RCM-VIII-2003-DEC-7.{number}/settle"), &form).await);
    }
    let seat = TimeZone::get("America/Costa_Rica").unwrap();
    let now: Timestamp = specimen.clock.now();
    house(&specimen)
        .read(|tables| {
            let look = Look::begin(tables, now, &seat)?;
            let mut by_rules = BTreeSet::new();
            for reference in 1..=charges.len() {
                let reference = format!("RCM/VIII/2003/DEC/7.{reference}").parse().unwrap();
                let id = queries::number_of(tables, &reference)?.unwrap();
                let (one, noted) = (queries::one(tables, id)?.unwrap(), queries::noted(tables, id)?);
                for standing in look.standings(&one, &noted) {
                    let owners = super::owner::codes(&standing.owners);
                    by_rules.insert((super::pages::kind(&standing.state).code(), id, owners, standing.period));
                }
            }
            let mut by_list = BTreeSet::new();
            let all = [Wanted::Overdue, Wanted::Open, Wanted::Undated, Wanted::Waiting, Wanted::Done, Wanted::Lapsed];
            for wanted in all.into_iter().chain([Wanted::Released]) {
                let filter =
                    Filter { wanted, whose: Whose::Anybodys, decision: None, due_before: None, members_only: true };
                // Turned seven at a time, to the end.
                let mut after = Place::default();
                loop {
                    let rows = look.turn(tables, &filter, &after, 7)?;
                    let Some(last) = rows.last() else { break };
                    after = Place::from_address(&last.place.in_address()).unwrap();
                    for row in &rows {
                        let owners = super::owner::codes(&row.standing.owners);
                        let fresh = by_list.insert((wanted.code(), row.charged.id, owners, row.standing.period));
                        assert!(fresh, "{wanted:?} has a duty twice");
                    }
                }
            }
            assert_eq!(by_list, by_rules);
            let kinds: BTreeSet<&str> = by_rules.iter().map(|(kind, ..)| *kind).collect();
            assert_eq!(kinds.len(), 7, "every standing occurs: {kinds:?}");
            Ok(())
        })
        .unwrap();
}
