//! Walks through the people of a State, through the real router.

#![allow(clippy::unwrap_used)]

use axum::http::StatusCode;
use jiff::SignedDuration;

use crate::access::Purpose;
use crate::identity::Factor;
use crate::identity::passwords::FIRST_LIMIT;
use crate::identity::profile::LAGOON;
use crate::specimen::{Answer, PASSWORD, Session, Specimen};
use crate::store::StoreError;

fn administrator(specimen: &Specimen, state: &str) -> Session {
    specimen.signed_in(state, "state_administrator", Purpose::Administration)
}

fn form<'a>(user_name: &'a str, role: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("user_name", user_name),
        ("name", "Specimen Newcomer"),
        ("institution", "Specimen institution"),
        ("post", "North gate"),
        ("post_zone", "America/Guatemala"),
        ("roles", role),
        ("language", "es"),
    ]
}

fn shown(answer: &Answer) -> String {
    answer.body.split("class=\"mono secret\">").nth(1).unwrap().split('<').next().unwrap().to_owned()
}

fn id(specimen: &Specimen, user_name: &str) -> String {
    let asked = user_name.to_owned();
    let found = specimen.ground.base.read(move |c| {
        Ok(c.query_row("SELECT id FROM person WHERE user_name = ?1", [asked], |row| row.get::<_, uuid::Uuid>(0))?)
    });
    found.unwrap().to_string()
}

#[tokio::test]
async fn an_enrolled_person_signs_in_with_the_password_shown_once() {
    let specimen = Specimen::new(&[]);
    let session = administrator(&specimen, "GTM");
    let answer = specimen.post(&session, "/people/new", &form("gtm.new", "border_officer")).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    let first = shown(&answer);
    let mut browser = specimen.browser();
    browser.get("/sign-in").await;
    let answer = browser.post("/sign-in", &[("user_name", "gtm.new"), ("password", &first)]).await;
    assert_eq!(answer.location().as_deref(), Some("/sign-in/set-up"));
    let page = specimen.get(Some(&session), &format!("/people/{}", id(&specimen, "gtm.new"))).await;
    assert!(page.body.contains("North gate") && !page.body.contains(&first));
    let acts = specimen.log_acts();
    assert_eq!(acts[0], "people.enrol  Granted");
    assert!(!format!("{:?}", specimen.log_lines()).contains("gtm.new"));
}

#[tokio::test]
async fn what_cannot_be_enrolled_is_said_beside_its_field() {
    let specimen = Specimen::new(&[]);
    let session = administrator(&specimen, "GTM");
    specimen.enrol("GTM", "gtm.taken", &["border_officer"]);
    for (field, value, wrong) in [
        ("user_name", "No Spaces", "user_name"),
        ("user_name", "gtm.taken", "user_name"),
        ("user_name", "Taken", "user_name"),
        ("name", " ", "name"),
        ("name", "two\nlines", "name"),
        ("institution", "", "institution"),
        ("post_zone", "Mars/Base", "post_zone"),
        ("post_zone", "", "post_zone"),
        ("roles", "operator", "roles"),
        ("roles", "emperor", "roles"),
        ("roles", "", "roles"),
    ] {
        let mut fields = form("gtm.new", "border_officer");
        fields.retain(|(name, _)| *name != field);
        fields.push((field, value));
        let answer = specimen.post(&session, "/people/new", &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{field} {value}");
        assert!(answer.body.contains(&format!("href=\"#{wrong}\"")), "{field} {value}: {}", answer.body);
        assert!(answer.body.contains("North gate"), "what was typed stays");
    }
    let list = specimen.get(Some(&session), "/people").await;
    assert!(!list.body.contains("gtm.new"));
}

#[tokio::test]
async fn whom_another_state_has_enrolled_is_not_told_by_a_name_that_is_taken() {
    let specimen = Specimen::new(&[]);
    let session = administrator(&specimen, "GTM");
    // Names from before they carried a State's code: one as another State's people may have, one that stands in the way.
    specimen.enrol("HND", "ana.ruiz", &["border_officer"]);
    specimen.enrol("HND", "gtm.eva", &["border_officer"]);
    for (typed, given) in [("ana.ruiz", "gtm.ana.ruiz"), ("luis", "gtm.luis"), ("gtm.eva", "gtm.eva.2")] {
        let answer = specimen.post(&session, "/people/new", &form(typed, "border_officer")).await;
        assert_eq!(answer.status, StatusCode::OK, "{typed}");
        assert!(answer.body.contains(&format!(">{given}<")), "{typed}: {}", answer.body);
    }
    let before = specimen.with_password("HND", "no.code", &["border_officer"]);
    let mut browser = specimen.browser();
    browser.enter(&before).await;
    assert!(browser.is_signed_in().await, "names without a code go on working");
}

#[tokio::test]
async fn the_people_of_another_state_are_not_there() {
    let specimen = Specimen::new(&[]);
    let session = administrator(&specimen, "HND");
    specimen.enrol("GTM", "gtm.officer", &["border_officer"]);
    let (foreign, absent) = (id(&specimen, "gtm.officer"), uuid::Uuid::from_u128(1).to_string());
    for tail in ["", "/change", "/suspend", "/reset"] {
        let of = async |id: &str| specimen.get(Some(&session), &format!("/people/{id}{tail}")).await;
        let (there, nowhere) = (of(&foreign).await, of(&absent).await);
        assert_eq!((there.status, nowhere.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND), "{tail}");
        assert_eq!(there.body.replace(&foreign, "ID"), nowhere.body.replace(&absent, "ID"), "{tail}");
    }
    for tail in ["/change", "/suspend", "/reactivate", "/reset"] {
        let answer = specimen.post(&session, &format!("/people/{foreign}{tail}"), &form("", "border_officer")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{tail}");
    }
    let found = specimen.post(&session, "/people/find", &[("q", "gtm")]).await;
    assert!(found.status == StatusCode::OK && !found.body.contains("gtm.officer"));
    let untouched = specimen.ground.base.read(|c| {
        Ok(c.query_row("SELECT version FROM person WHERE user_name = 'gtm.officer'", [], |row| row.get::<_, i64>(0))?)
    });
    assert_eq!(untouched.unwrap(), 1);
    assert!(specimen.log_acts().iter().filter(|act| act.ends_with("Refused")).count() >= 12);
}

#[tokio::test]
async fn a_suspended_person_is_out_with_the_next_request() {
    let specimen = Specimen::new(&[]);
    let session = administrator(&specimen, "GTM");
    specimen.with_password("GTM", "gtm.officer", &["border_officer"]);
    let token = specimen.token("gtm.officer", &[Purpose::BorderControl]);
    let mut browser = specimen.browser();
    browser.enter("gtm.officer").await;
    assert!(browser.is_signed_in().await);
    let path = format!("/people/{}", id(&specimen, "gtm.officer"));
    let forged = specimen.post_raw(Some(&session), &format!("{path}/suspend"), &[("csrf", "not-it")]).await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
    assert!(browser.is_signed_in().await, "a forged form suspends nobody");
    specimen.post(&session, &format!("{path}/suspend"), &[]).await;
    assert!(!browser.is_signed_in().await);
    assert!(specimen.ground.identity.by_token(&token, None, specimen.clock.now()).is_none());
    let out = specimen.browser().post("/sign-in", &[("user_name", "gtm.officer"), ("password", PASSWORD)]).await;
    assert_eq!(out.status, StatusCode::UNPROCESSABLE_ENTITY);
    specimen.post(&session, &format!("{path}/reactivate"), &[]).await;
    let mut browser = specimen.browser();
    browser.enter("gtm.officer").await;
    assert!(browser.is_signed_in().await);
}

#[tokio::test]
async fn a_changed_role_holds_from_the_next_request() {
    let specimen = Specimen::new(&[]);
    let session = administrator(&specimen, "GTM");
    specimen.with_password("GTM", "gtm.second", &["state_administrator", "delegate"]);
    let second = specimen.sign_in("gtm.second", Some(Purpose::Administration));
    assert_eq!(specimen.get(Some(&second), "/people").await.status, StatusCode::OK);
    let path = format!("/people/{}/change", id(&specimen, "gtm.second"));
    let answer = specimen.post(&session, &path, &form("", "delegate")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let next = specimen.get(Some(&second), "/people").await;
    assert_eq!(next.location().as_deref(), Some("/purpose?next=/people"), "the purpose is no longer theirs");
    let now = specimen.ground.identity.by_cookie(&second.secret, specimen.clock.now()).unwrap();
    assert_eq!((now.roles.as_slice(), now.version > second.caller.version), (&["delegate".to_owned()][..], true));
}

#[tokio::test]
async fn a_role_that_asks_for_a_passkey_ends_sessions_that_proved_too_little() {
    let specimen = Specimen::with_passkeys(LAGOON);
    let session = administrator(&specimen, "QMA");
    specimen.with_password("QMA", "qma.officer", &["border_officer"]);
    let mut browser = specimen.browser();
    browser.enter("qma.officer").await;
    assert!(browser.is_signed_in().await);
    let path = format!("/people/{}/change", id(&specimen, "qma.officer"));
    specimen.post(&session, &path, &form("", "state_administrator")).await;
    assert!(!browser.is_signed_in().await);
    let led = browser.enter("qma.officer").await;
    assert!(led.body.contains("/sign-in/passkey/new"), "signing in leads to making one");
}

#[tokio::test]
async fn the_last_administrator_stays() {
    let specimen = Specimen::new(&[]);
    let user = specimen.enrol("GTM", "gtm.only", &["state_administrator"]);
    let session = specimen.sign_in(&user, Some(Purpose::Administration));
    let path = format!("/people/{}", id(&specimen, "gtm.only"));
    let answer = specimen.post(&session, &format!("{path}/change"), &form("", "delegate")).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for act in ["suspend", "reset"] {
        let answer = specimen.post(&session, &format!("{path}/{act}"), &[]).await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{act} oneself");
    }
    specimen.enrol("HND", "hnd.other", &["state_administrator"]);
    let answer = specimen.post(&session, &format!("{path}/change"), &form("", "delegate")).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "another State's does not count");
    specimen.enrol("GTM", "gtm.other", &["state_administrator"]);
    let answer = specimen.post(&session, &format!("{path}/change"), &form("", "delegate")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "with another one there, the role may be laid down");
}

#[tokio::test]
async fn a_reset_takes_everything_and_gives_a_first_password() {
    let specimen = Specimen::new(&[]);
    let session = administrator(&specimen, "GTM");
    specimen.with_password("GTM", "gtm.examiner", &["document_examiner"]);
    let secret = specimen.with_codes("gtm.examiner");
    let (mut inside, mut half) = (specimen.browser(), specimen.browser());
    half.sign_in("gtm.examiner", None).await;
    inside.sign_in("gtm.examiner", Some(&secret)).await;
    let path = format!("/people/{}/reset", id(&specimen, "gtm.examiner"));
    let answer = specimen.post(&session, &path, &[]).await;
    let first = shown(&answer);
    assert!(!inside.is_signed_in().await);
    assert_eq!(half.get("/sign-in/set-up").await.location().as_deref(), Some("/sign-in"), "nor a sign-in half done");
    let mut browser = specimen.browser();
    browser.get("/sign-in").await;
    let answer = browser.post("/sign-in", &[("user_name", "gtm.examiner"), ("password", &first)]).await;
    assert_eq!(answer.location().as_deref(), Some("/sign-in/set-up"));
    let page = browser.get("/sign-in/set-up").await;
    let letters = page.body.split("class=\"mono secret\">").nth(1).unwrap().split('<').next().unwrap().replace(' ', "");
    let code = crate::identity::totp::current_code(&letters, specimen.clock.now()).unwrap();
    let answer = browser.post("/sign-in/set-up", &[("code", &code)]).await;
    assert_eq!(answer.location().as_deref(), Some("/sign-in/new-password"));
}

#[tokio::test]
async fn the_list_has_pages_and_finds_by_name() {
    let specimen = Specimen::new(&[]);
    let session = administrator(&specimen, "GTM");
    for turn in 0..60 {
        specimen.enrol("GTM", &format!("gtm.person.{turn:02}"), &["border_officer"]);
    }
    let first = specimen.get(Some(&session), "/people").await;
    assert!(first.body.contains("rel=\"next\"") && !first.body.contains("rel=\"prev\""));
    let second = specimen.get(Some(&session), "/people?page=2").await;
    assert!(second.body.contains("rel=\"prev\"") && !second.body.contains("rel=\"next\""));
    let rows = |answer: &Answer| answer.body.matches("<th scope=\"row\"").count();
    assert_eq!(rows(&first) + rows(&second), 61);
    let found = async |words: &str| specimen.post(&session, "/people/find", &[("q", words)]).await;
    assert_eq!(rows(&found("person.17").await), 1);
    let many = found("gtm.person").await;
    assert!(rows(&many) == 50 && !many.body.contains("rel=\"next\""), "of very many the first");
    assert_eq!(rows(&found("' OR 1=1 --").await), 0);
    for odd in ["%", "_", "\u{0}"] {
        assert_eq!(found(odd).await.status, StatusCode::OK, "{odd}");
    }
    let address = specimen.get(Some(&session), "/people?q=person.17").await;
    assert_eq!(rows(&address), 50, "what stands in an address finds nobody");
    for page in ["0", "-1", "many", "99999999999999999999"] {
        assert_eq!(specimen.get(Some(&session), &format!("/people?page={page}")).await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn a_password_alone_sees_and_changes_nobody() {
    let specimen = Specimen::new(&[]);
    let user = specimen.enrol("GTM", "gtm.admin", &["state_administrator"]);
    let session = specimen.sign_in_by(&user, Some(Purpose::Administration), Factor::Password);
    let seen = specimen.get(Some(&session), "/people").await;
    assert_eq!(seen.location().as_deref(), Some("/sign-in?next=/people"));
    let answer = specimen.post(&session, "/people/new", &form("gtm.new", "border_officer")).await;
    assert_eq!(answer.location().as_deref(), Some("/sign-in?next=/people/new"));
    let count = specimen
        .ground
        .base
        .read(|c| c.query_row("SELECT count(*) FROM person", [], |row| row.get::<_, u64>(0)).map_err(StoreError::from));
    assert_eq!(count.unwrap(), 1);
}

#[tokio::test]
async fn a_first_password_that_nobody_used_ends() {
    let specimen = Specimen::new(&[]);
    let session = administrator(&specimen, "GTM");
    let answer = specimen.post(&session, "/people/new", &form("gtm.new", "border_officer")).await;
    let first = shown(&answer);
    let step = async |specimen: &Specimen| {
        let tried = [("user_name", "gtm.new"), ("password", first.as_str())];
        specimen.browser().post("/sign-in", &tried).await
    };
    specimen.clock.advance(FIRST_LIMIT - SignedDuration::from_secs(1));
    assert_eq!(step(&specimen).await.location().as_deref(), Some("/sign-in/set-up"), "on its last day");
    specimen.clock.advance(SignedDuration::from_secs(1));
    let late = step(&specimen).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.body.contains("Ask your administrator for a new one"), "{}", late.body);
    let wrong = [("user_name", "gtm.new"), ("password", "seven herons at dawn")];
    let wrong = specimen.browser().post("/sign-in", &wrong).await;
    assert!(!wrong.body.contains("Ask your administrator for a new one"), "said to whoever has it alone");
    assert!(specimen.log_acts().contains(&"identity.sign_in first_password_over Refused".to_owned()));
    let session = administrator(&specimen, "GTM");
    let answer = specimen.post(&session, &format!("/people/{}/reset", id(&specimen, "gtm.new")), &[]).await;
    let again = [("user_name", "gtm.new"), ("password", &*shown(&answer))];
    let answer = specimen.browser().post("/sign-in", &again).await;
    assert_eq!(answer.location().as_deref(), Some("/sign-in/set-up"), "a reset gives days anew");
}

#[tokio::test]
async fn a_password_of_ones_own_stays_valid() {
    let specimen = Specimen::new(&[]);
    specimen.with_password("GTM", "gtm.officer", &["border_officer"]);
    specimen.clock.advance(SignedDuration::from_hours(24 * 366 * 5));
    let mut browser = specimen.browser();
    browser.enter("gtm.officer").await;
    assert!(browser.is_signed_in().await, "nobody has to change it because time has passed");
}

#[tokio::test]
async fn a_field_nobody_asked_for_changes_nothing() {
    let specimen = Specimen::new(&[]);
    let session = administrator(&specimen, "GTM");
    let user = specimen.with_password("GTM", "gtm.officer", &["border_officer"]);
    let of = |specimen: &Specimen| {
        let sql = "SELECT id, user_name, party, password_hash, must_change, first_until_us, totp_secret, active, \
                   enrolled_us, enrolled_by FROM person ORDER BY id";
        let read = specimen.ground.base.read(|base| {
            let mut rows = base.prepare(sql)?;
            let rows = rows.query_map([], |row| {
                (0..10).map(|at| row.get::<_, rusqlite::types::Value>(at)).collect::<Result<Vec<_>, _>>()
            })?;
            Ok(rows.collect::<Result<Vec<_>, _>>()?)
        });
        read.unwrap()
    };
    let before = of(&specimen);
    let mut fields = form("somebody.else", "border_officer");
    fields.extend([
        ("id", "00000000-0000-0000-0000-000000000000"),
        ("party", "HND"),
        ("state", "HND"),
        ("password_hash", ""),
        ("must_change", "1"),
        ("totp_secret", ""),
        ("active", "0"),
        ("enrolled_by", ""),
    ]);
    let answer = specimen.post(&session, &format!("/people/{}/change", id(&specimen, &user)), &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    assert_eq!(of(&specimen), before, "only what the form shows can be changed by it");
    let page = specimen.get(Some(&session), &format!("/people/{}", id(&specimen, &user))).await;
    assert!(page.body.contains("Specimen Newcomer"), "and that was changed");
}
