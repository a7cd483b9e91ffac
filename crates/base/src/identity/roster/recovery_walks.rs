//! A recovery through the real router: two people, one after the other, and everything that may come between them.

#![allow(clippy::unwrap_used)]

use axum::http::StatusCode;
use jiff::SignedDuration;

use super::super::passkeys::proofs::{sign_in, with_passkey};
use crate::access::Purpose;
use crate::identity::profile::RCM;
use crate::specimen::{Answer, PASSWORD, Session, Specimen};
use crate::store::StoreError;

fn administrator(specimen: &Specimen, state: &str) -> Session {
    specimen.signed_in(state, "state_administrator", Purpose::Administration)
}

fn id(specimen: &Specimen, user_name: &str) -> String {
    let asked = user_name.to_owned();
    let found = specimen.ground.base.read(move |c| {
        Ok(c.query_row("SELECT id FROM person WHERE user_name = ?1", [asked], |row| row.get::<_, uuid::Uuid>(0))?)
    });
    found.unwrap().to_string()
}

fn count(specimen: &Specimen, sql: &str) -> u64 {
    specimen.ground.base.read(|c| Ok(c.query_row(sql, [], |row| row.get(0))?)).unwrap()
}

fn shown(answer: &Answer) -> String {
    let half = answer.body.split("class=\"mono secret\">").nth(1).unwrap_or_else(|| panic!("{}", answer.body));
    half.split('<').next().unwrap().to_owned()
}

/// Answers the value of a hidden field of a page.
fn hidden(page: &Answer, name: &str) -> String {
    let value = page.body.split(&format!("name=\"{name}\" value=\"")).nth(1);
    value.unwrap_or_else(|| panic!("no {name}: {}", page.body)).split('"').next().unwrap().to_owned()
}

/// Somebody of Guatemala with a passkey, and where their recovery is.
async fn somebody(specimen: &Specimen) -> String {
    with_passkey(specimen, "GTM", "gtm.examiner", "document_examiner").await;
    format!("/people/{}/recover", id(specimen, "gtm.examiner"))
}

async fn begin(specimen: &Specimen, session: &Session, path: &str) -> Answer {
    let page = specimen.get(Some(session), path).await;
    let seen = hidden(&page, "seen");
    specimen.post(session, path, &[("seen", &seen)]).await
}

/// Answers what the confirmation form on somebody's page sends.
async fn form(specimen: &Specimen, session: &Session, path: &str) -> [(&'static str, String); 2] {
    let page = specimen.get(Some(session), path).await;
    [("recovery", hidden(&page, "recovery")), ("seen", hidden(&page, "seen"))]
}

async fn send(specimen: &Specimen, session: &Session, path: &str, form: &[(&'static str, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    specimen.post(session, &format!("{path}/confirm"), &fields).await
}

async fn confirm(specimen: &Specimen, session: &Session, path: &str) -> Answer {
    let form = form(specimen, session, path).await;
    send(specimen, session, path, &form).await
}

#[tokio::test]
async fn two_administrators_give_a_new_start_and_each_half_of_the_password() {
    let specimen = Specimen::with_passkeys(RCM);
    let (mut device, _) = with_passkey(&specimen, "GTM", "gtm.examiner", "document_examiner").await;
    let path = format!("/people/{}/recover", id(&specimen, "gtm.examiner"));
    let (mut inside, mut half) = (specimen.browser(), specimen.browser());
    sign_in(&mut inside, "gtm.examiner", &mut device).await;
    half.sign_in("gtm.examiner", None).await;
    let token = specimen.token("gtm.examiner", &[Purpose::BorderControl]);
    let (first, second) = (administrator(&specimen, "GTM"), administrator(&specimen, "GTM"));
    let one = shown(&begin(&specimen, &first, &path).await);
    assert!(inside.is_signed_in().await, "nothing has changed yet");
    let page = specimen.get(Some(&first), &path).await;
    assert!(!page.body.contains("/confirm") && !page.body.contains(&one), "who began does not confirm");
    let list = specimen.get(Some(&second), "/people/recoveries").await;
    assert!(list.body.contains(&path));
    let two = shown(&confirm(&specimen, &second, &path).await);
    assert_ne!(one, two);
    assert!(!inside.is_signed_in().await);
    assert!(specimen.ground.identity.by_token(&token, None, specimen.clock.now()).is_none());
    assert_eq!(half.get("/sign-in/passkey").await.location().as_deref(), Some("/sign-in"));
    assert_eq!(count(&specimen, "SELECT count(*) FROM passkey"), 0);
    assert_eq!(count(&specimen, "SELECT count(*) FROM passkey_challenge"), 0);
    let mut browser = specimen.browser();
    for (password, place) in
        [(PASSWORD, None), (&one, None), (&two, None), (&format!("{one}-{two}"), Some("/sign-in/set-up"))]
    {
        let answer = browser.post("/sign-in", &[("user_name", "gtm.examiner"), ("password", password)]).await;
        assert_eq!(answer.location().as_deref(), place, "{password}");
    }
    let acts = specimen.log_acts();
    for act in ["people.recover  Granted", "people.confirm_recovery  Granted"] {
        assert!(acts.contains(&act.to_owned()), "{act}: {acts:?}");
    }
}

#[tokio::test]
async fn one_administrator_alone_gives_no_start_to_whoever_has_a_passkey_or_must_have_one() {
    let specimen = Specimen::with_passkeys(crate::identity::profile::LAGOON);
    let session = administrator(&specimen, "QMA");
    with_passkey(&specimen, "QMA", "qma.examiner", "document_examiner").await;
    specimen.with_password("QMA", "qma.second", &["state_administrator"]);
    for name in ["qma.examiner", "qma.second"] {
        let path = format!("/people/{}", id(&specimen, name));
        let page = specimen.get(Some(&session), &format!("{path}/reset")).await;
        assert_eq!(page.location(), Some(format!("{path}/recover")));
        let answer = specimen.post(&session, &format!("{path}/reset"), &[]).await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{name}");
        assert!(!answer.body.contains("mono secret"));
    }
    assert_eq!(count(&specimen, "SELECT count(*) FROM passkey"), 1);
}

#[tokio::test]
async fn whoever_began_and_whoever_it_is_about_confirm_nothing() {
    let specimen = Specimen::with_passkeys(RCM);
    let path = somebody(&specimen).await;
    let (first, second) = (administrator(&specimen, "GTM"), administrator(&specimen, "GTM"));
    begin(&specimen, &first, &path).await;
    let form = form(&specimen, &second, &path).await;
    let own = send(&specimen, &first, &path, &form).await;
    assert_eq!(own.status, StatusCode::CONFLICT);
    let foreign = administrator(&specimen, "HND");
    assert_eq!(send(&specimen, &foreign, &path, &form).await.status, StatusCode::NOT_FOUND);
    let about_oneself = format!("/people/{}/recover", first.caller.person);
    assert_eq!(specimen.get(Some(&first), &about_oneself).await.status, StatusCode::CONFLICT);
    begin(&specimen, &second, &about_oneself).await;
    let third = administrator(&specimen, "GTM");
    let of_first = self::form(&specimen, &third, &about_oneself).await;
    assert_eq!(send(&specimen, &first, &about_oneself, &of_first).await.status, StatusCode::CONFLICT);
    assert_eq!(count(&specimen, "SELECT count(*) FROM passkey"), 1);
    assert_eq!(count(&specimen, "SELECT count(*) FROM recovery"), 2);
}

#[tokio::test]
async fn of_two_confirmations_one_counts_and_none_after_a_withdrawal() {
    let specimen = Specimen::with_passkeys(RCM);
    let path = somebody(&specimen).await;
    let (first, second, third) =
        (administrator(&specimen, "GTM"), administrator(&specimen, "GTM"), administrator(&specimen, "GTM"));
    begin(&specimen, &first, &path).await;
    let form = form(&specimen, &second, &path).await;
    let again = specimen.post(&third, &path, &[("seen", &form[1].1)]).await;
    assert_eq!(again.status, StatusCode::CONFLICT, "one recovery at a time");
    specimen.post(&first, &format!("{path}/withdraw"), &[]).await;
    let late = send(&specimen, &second, &path, &form).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "after it was taken back");
    begin(&specimen, &first, &path).await;
    assert_eq!(send(&specimen, &second, &path, &form).await.status, StatusCode::CONFLICT, "of an earlier one");
    let form = self::form(&specimen, &second, &path).await;
    let (one, other) = tokio::join!(send(&specimen, &second, &path, &form), send(&specimen, &third, &path, &form));
    let mut statuses = [one.status, other.status];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::OK, StatusCode::CONFLICT]);
}

#[tokio::test]
async fn what_is_confirmed_is_exactly_what_was_seen_and_by_people_who_still_may() {
    let specimen = Specimen::with_passkeys(RCM);
    let (mut device, _) = with_passkey(&specimen, "GTM", "gtm.examiner", "document_examiner").await;
    let person = id(&specimen, "gtm.examiner");
    let path = format!("/people/{person}/recover");
    let (first, second) = (administrator(&specimen, "GTM"), administrator(&specimen, "GTM"));
    let run = |sql: String| {
        specimen.ground.base.write_blocking(move |c| Ok::<_, StoreError>(c.execute_batch(&sql)?)).unwrap()
    };
    begin(&specimen, &first, &path).await;
    let mut form = form(&specimen, &second, &path).await;
    let seen = std::mem::replace(&mut form[1].1, "00".repeat(32));
    assert_eq!(send(&specimen, &second, &path, &form).await.status, StatusCode::CONFLICT, "something else");
    form[1].1 = seen;
    run("UPDATE person SET name = 'Somebody Else' WHERE user_name = 'gtm.examiner'".to_owned());
    assert_eq!(send(&specimen, &second, &path, &form).await.status, StatusCode::CONFLICT, "another name since");
    run("UPDATE person SET name = 'Specimen gtm.examiner' WHERE user_name = 'gtm.examiner'".to_owned());
    let beginner = first.caller.person.simple().to_string();
    run(format!("UPDATE person SET active = 0 WHERE id = x'{beginner}'"));
    assert_eq!(send(&specimen, &second, &path, &form).await.status, StatusCode::CONFLICT, "who began is suspended");
    run(format!("UPDATE person SET active = 1 WHERE id = x'{beginner}'"));
    run(format!("UPDATE person_role SET role = 'delegate' WHERE person = x'{beginner}'"));
    assert_eq!(send(&specimen, &second, &path, &form).await.status, StatusCode::CONFLICT, "or no administrator now");
    run(format!("UPDATE person_role SET role = 'state_administrator' WHERE person = x'{beginner}'"));
    let mut browser = specimen.browser();
    sign_in(&mut browser, "gtm.examiner", &mut device).await;
    assert!(browser.is_signed_in().await);
    assert_eq!(send(&specimen, &second, &path, &form).await.status, StatusCode::CONFLICT, "the passkey has served");
    assert_eq!(count(&specimen, "SELECT count(*) FROM passkey"), 1);
    // With everything as it was seen, the same goes through.
    specimen.post(&first, &format!("{path}/withdraw"), &[]).await;
    begin(&specimen, &first, &path).await;
    assert_eq!(confirm(&specimen, &second, &path).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_recovery_ends_after_three_days_and_the_person_can_stop_it() {
    let specimen = Specimen::with_passkeys(RCM);
    let (mut device, _) = with_passkey(&specimen, "GTM", "gtm.examiner", "document_examiner").await;
    let path = format!("/people/{}/recover", id(&specimen, "gtm.examiner"));
    let first = administrator(&specimen, "GTM");
    begin(&specimen, &first, &path).await;
    let mut browser = specimen.browser();
    sign_in(&mut browser, "gtm.examiner", &mut device).await;
    assert_eq!(browser.get("/").await.location().as_deref(), Some("/account"), "where they begin it is said first");
    let account = browser.get("/account").await;
    assert!(account.body.contains("/account/recovery/stop") && account.body.contains(&first.caller.name));
    browser.post("/account/recovery/stop", &[]).await;
    assert_eq!(count(&specimen, "SELECT count(*) FROM recovery"), 0);
    assert_eq!(specimen.log_acts().last().unwrap(), "identity.stop_recovery  Granted");
    assert_ne!(browser.get("/").await.location().as_deref(), Some("/account"));
    begin(&specimen, &first, &path).await;
    specimen.clock.advance(super::recovery::LASTS - SignedDuration::from_secs(1));
    let second = administrator(&specimen, "GTM");
    let form = form(&specimen, &second, &path).await;
    specimen.clock.advance(SignedDuration::from_secs(1));
    assert_eq!(send(&specimen, &second, &path, &form).await.status, StatusCode::CONFLICT);
    specimen.ground.identity.forget_ended(&specimen.ground.base, specimen.clock.now()).unwrap();
    assert_eq!(count(&specimen, "SELECT count(*) FROM recovery"), 0);
    assert_eq!(count(&specimen, "SELECT count(*) FROM passkey"), 1);
}

#[tokio::test]
async fn where_a_state_has_nobody_left_the_secretariat_takes_that_part_and_no_other() {
    let specimen = Specimen::with_passkeys(RCM);
    let path = somebody(&specimen).await;
    let first = administrator(&specimen, "GTM");
    let (one, two) = (administrator(&specimen, "XSV"), administrator(&specimen, "XSV"));
    assert_eq!(specimen.get(Some(&one), &path).await.status, StatusCode::NOT_FOUND, "the State begins its own");
    begin(&specimen, &first, &path).await;
    assert!(specimen.get(Some(&one), "/people/recoveries").await.body.contains(&path));
    let second = administrator(&specimen, "GTM");
    assert_eq!(specimen.get(Some(&one), &path).await.status, StatusCode::NOT_FOUND, "the State has somebody again");
    assert!(!specimen.get(Some(&one), "/people/recoveries").await.body.contains(&path));
    specimen.post(&first, &format!("/people/{}/suspend", second.caller.person), &[]).await;
    let form = form(&specimen, &one, &path).await;
    specimen.post(&first, &format!("/people/{}/reactivate", second.caller.person), &[]).await;
    assert_eq!(send(&specimen, &one, &path, &form).await.status, StatusCode::NOT_FOUND);
    specimen.post(&first, &format!("/people/{}/suspend", second.caller.person), &[]).await;
    assert_eq!(send(&specimen, &one, &path, &form).await.status, StatusCode::OK);
    // The State's only administrator: two of the secretariat.
    let only = format!("/people/{}/recover", first.caller.person);
    assert!(specimen.get(Some(&one), "/people/recoveries").await.body.contains(&only));
    begin(&specimen, &one, &only).await;
    let form = self::form(&specimen, &two, &only).await;
    assert_eq!(send(&specimen, &one, &only, &form).await.status, StatusCode::CONFLICT, "and not one of them twice");
    assert_eq!(confirm(&specimen, &two, &only).await.status, StatusCode::OK);
}

#[tokio::test]
async fn whoever_enrolled_somebody_lately_is_no_second_person_beside_them() {
    let specimen = Specimen::with_passkeys(RCM);
    let path = somebody(&specimen).await;
    let [first, second, third] = [(); 3].map(|()| administrator(&specimen, "GTM"));
    for (enrolled, by) in [(&second, &first), (&third, &second)] {
        let (enrolled, by) = (enrolled.caller.person, by.caller.person);
        let sql = "UPDATE person SET enrolled_by = ?2 WHERE id = ?1";
        specimen.ground.base.write_blocking(move |c| Ok::<_, StoreError>(c.execute(sql, (enrolled, by))?)).unwrap();
    }
    // The one who enrolled, the one who was, and one whom that one enrolled: three names, and perhaps one person.
    for (beginner, others) in [(&first, [&second, &third]), (&third, [&first, &second])] {
        begin(&specimen, beginner, &path).await;
        for other in others {
            let answer = confirm(&specimen, other, &path).await;
            assert_eq!(answer.status, StatusCode::CONFLICT);
            assert!(answer.body.contains("in the last thirty days"), "{}", answer.body);
        }
        specimen.post(beginner, &format!("{path}/withdraw"), &[]).await;
    }
    // Then the State has nobody for the other part, and the secretariat takes it.
    begin(&specimen, &first, &path).await;
    let one = administrator(&specimen, "XSV");
    let form = form(&specimen, &one, &path).await;
    let apart = administrator(&specimen, "GTM");
    assert_eq!(send(&specimen, &one, &path, &form).await.status, StatusCode::NOT_FOUND, "the State has somebody again");
    specimen.post(&first, &format!("/people/{}/suspend", apart.caller.person), &[]).await;
    assert_eq!(send(&specimen, &one, &path, &form).await.status, StatusCode::OK);
    // In time colleagues would have noticed.
    specimen.clock.advance(super::recovery::ONE_HAND);
    let again = |user_name: &str| specimen.sign_in(user_name, Some(Purpose::Administration));
    let name_of = |person: uuid::Uuid| {
        let name = move |c: &rusqlite::Connection| {
            Ok(c.query_row("SELECT user_name FROM person WHERE id = ?1", [person], |row| row.get::<_, String>(0))?)
        };
        specimen.ground.base.read(name).unwrap()
    };
    let [first, second] = [&first, &second].map(|session| again(&name_of(session.caller.person)));
    begin(&specimen, &first, &path).await;
    assert_eq!(confirm(&specimen, &second, &path).await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_administrator_whose_first_password_is_over_stands_in_nobodys_way() {
    let specimen = Specimen::with_passkeys(RCM);
    let first = administrator(&specimen, "GTM");
    specimen.enrol("GTM", "gtm.never.came", &["state_administrator"]);
    let one = administrator(&specimen, "XSV");
    let only = format!("/people/{}/recover", first.caller.person);
    let now_us = specimen.clock.now().as_microsecond();
    for (until_us, status) in [(now_us + 1, StatusCode::NOT_FOUND), (now_us, StatusCode::OK)] {
        let sql = "UPDATE person SET first_until_us = ?1 WHERE user_name = 'gtm.never.came'";
        specimen.ground.base.write_blocking(move |c| Ok::<_, StoreError>(c.execute(sql, [until_us])?)).unwrap();
        let list = specimen.get(Some(&one), "/people/recoveries").await;
        assert_eq!(list.body.contains(&only), status == StatusCode::OK);
        assert_eq!(specimen.get(Some(&one), &only).await.status, status);
    }
}
