//! Passkeys through the real router, with a device in software that tells the truth, and then every lie it can.

#![allow(clippy::unwrap_used)]

use axum::http::StatusCode;
use jiff::SignedDuration;

use crate::access::Purpose;
use crate::identity::Factor;
use crate::identity::profile::{LAGOON, RCM};
use crate::identity::totp::{Secret, current_code};
use crate::specimen::{Answer, Browser, Claims, Device, PASSWORD, Specimen, options};
use crate::store::StoreError;

/// Gives somebody who has codes and is signed in a passkey, as their account does.
pub(in super::super) async fn make_one(browser: &mut Browser<'_>, specimen: &Specimen, codes: &Secret) -> Device {
    specimen.clock.advance(SignedDuration::from_secs(30));
    browser.get("/account/passkeys").await;
    let code = codes.code(specimen.clock.now());
    let asked = browser.post("/account/passkeys", &[("password", PASSWORD), ("code", &code)]).await;
    assert_eq!(asked.location().as_deref(), Some("/account/passkeys/new"), "{}", asked.body);
    let page = browser.follow(asked).await;
    let (device, made) = Device::make(&options(&page), &Claims::default());
    let kept = browser.post("/account/passkeys/new", &[("name", "Specimen key"), ("passkey", &made)]).await;
    assert_eq!(kept.location().as_deref(), Some("/account/passkeys"), "{}", kept.body);
    device
}

/// Enrols somebody with codes and a passkey.
pub(in super::super) async fn with_passkey(
    specimen: &Specimen,
    state: &str,
    name: &str,
    role: &str,
) -> (Device, Secret) {
    specimen.with_password(state, name, &[role]);
    let codes = specimen.with_codes(name);
    let mut browser = specimen.browser();
    browser.sign_in(name, Some(&codes)).await;
    let device = make_one(&mut browser, specimen, &codes).await;
    (device, codes)
}

/// Signs in as far as the passkey is asked for, and answers what the browser is given.
async fn halfway(browser: &mut Browser<'_>, name: &str) -> String {
    browser.get("/sign-in").await;
    let led = browser.post("/sign-in", &[("user_name", name), ("password", PASSWORD)]).await;
    assert_eq!(led.location().as_deref(), Some("/sign-in/passkey"), "{}", led.body);
    options(&browser.follow(led).await)
}

/// Signs in with a passkey and tells what came of it.
pub(in super::super) async fn sign_in(browser: &mut Browser<'_>, name: &str, device: &mut Device) -> Answer {
    let options = halfway(browser, name).await;
    browser.post("/sign-in/passkey", &[("passkey", &device.answer(&options, &Claims::default()))]).await
}

fn factor(specimen: &Specimen, browser: &Browser<'_>) -> Factor {
    specimen.ground.identity.by_cookie(&browser.cookies["puebla"], specimen.clock.now()).unwrap().factor
}

#[tokio::test]
async fn a_passkey_is_made_and_opens_a_session() {
    let specimen = Specimen::with_passkeys(RCM);
    let (mut device, _) = with_passkey(&specimen, "GTM", "gtm.examiner", "document_examiner").await;
    let mut browser = specimen.browser();
    let answer = sign_in(&mut browser, "gtm.examiner", &mut device).await;
    // Told at the next sign-in that a passkey was added.
    assert_eq!(answer.location().as_deref(), Some("/account/notices?next=/"), "{}", answer.body);
    assert_eq!(factor(&specimen, &browser), Factor::Passkey);
    let list = browser.get("/account/passkeys").await;
    assert!(list.body.contains("Specimen key"));
    let acts = specimen.log_acts();
    for act in ["identity.passkeys asked Granted", "identity.passkeys made Granted", "identity.sign_in passkey Granted"]
    {
        assert!(acts.contains(&act.to_owned()), "{act}: {acts:?}");
    }
}

/// Answers whether a device that lies in this way is let in, and the last line of the log.
async fn is_taken(specimen: &Specimen, device: &mut Device, lie: &Claims) -> (bool, String) {
    // Long enough for earlier failures to have been waited for.
    specimen.clock.advance(SignedDuration::from_mins(20));
    let mut browser = specimen.browser();
    let options = halfway(&mut browser, "gtm.examiner").await;
    let answer = browser.post("/sign-in/passkey", &[("passkey", &device.answer(&options, lie))]).await;
    let taken = browser.is_signed_in().await;
    assert_eq!(answer.status, if taken { StatusCode::SEE_OTHER } else { StatusCode::UNPROCESSABLE_ENTITY });
    (taken, specimen.log_acts().last().unwrap().clone())
}

#[tokio::test]
async fn every_lie_of_a_device_is_refused_and_logged_and_the_truth_is_taken() {
    let specimen = Specimen::with_passkeys(RCM);
    let (mut device, _) = with_passkey(&specimen, "GTM", "gtm.examiner", "document_examiner").await;
    let honest = Claims::default();
    let mut browser = specimen.browser();
    let of_another: serde_json::Value = serde_json::from_str(&halfway(&mut browser, "gtm.examiner").await).unwrap();
    let of_another = of_another["publicKey"]["challenge"].as_str().unwrap().to_owned();
    let origin = |origin: &str| Claims { origin: origin.to_owned(), ..Claims::default() };
    for (lie, outcome) in [
        (origin("https://localhost.evil.example"), "passkey_origin"),
        (origin("https://localhost:8080"), "passkey_origin"),
        (origin("http://localhost:8081"), "passkey_origin"),
        (Claims { host: "evil.example".to_owned(), ..honest.clone() }, "passkey_origin"),
        (Claims { verified: false, ..honest.clone() }, "passkey_unverified"),
        (Claims { challenge: Some(of_another), ..honest.clone() }, "passkey_other_challenge"),
        (Claims { spoiled: true, ..honest.clone() }, "passkey_signature"),
    ] {
        let (taken, last) = is_taken(&specimen, &mut device, &lie).await;
        assert!(!taken, "{lie:?}");
        assert_eq!(last, format!("identity.sign_in {outcome} Refused"), "{lie:?}");
    }
    // Whoever asks in the same way and tells the truth is let in: the lies were refused for what they are.
    let (taken, last) = is_taken(&specimen, &mut device, &honest).await;
    assert!(taken && last == "identity.sign_in in Granted", "{last}");
    let mut copy = device.clone();
    copy.counter = 0;
    let (taken, last) = is_taken(&specimen, &mut copy, &honest).await;
    assert!(!taken && last == "identity.sign_in passkey_cloned Refused", "{last}");
}

#[tokio::test]
async fn a_copy_is_found_also_where_both_challenges_were_drawn_before_either_answer() {
    let specimen = Specimen::with_passkeys(RCM);
    let (mut device, _) = with_passkey(&specimen, "GTM", "gtm.examiner", "document_examiner").await;
    let (mut owner, mut thief, mut copy) = (specimen.browser(), specimen.browser(), device.clone());
    let (first, second) = (halfway(&mut owner, "gtm.examiner").await, halfway(&mut thief, "gtm.examiner").await);
    let (honest, mut again) = (Claims::default(), specimen.browser());
    let third = halfway(&mut again, "gtm.examiner").await;
    owner.post("/sign-in/passkey", &[("passkey", &device.answer(&first, &honest))]).await;
    assert!(owner.is_signed_in().await);
    thief.post("/sign-in/passkey", &[("passkey", &copy.answer(&second, &honest))]).await;
    assert!(!thief.is_signed_in().await);
    assert_eq!(specimen.log_acts().last().unwrap(), "identity.sign_in passkey_cloned Refused");
    // The planted fault: with what is kept of the counter forgotten, the same copy gets in.
    let forget = "UPDATE passkey SET counter = 0";
    specimen.ground.base.write_blocking(move |base| Ok::<_, StoreError>(base.execute_batch(forget)?)).unwrap();
    copy.counter = 0;
    again.post("/sign-in/passkey", &[("passkey", &copy.answer(&third, &honest))]).await;
    assert!(again.is_signed_in().await);
}

#[tokio::test]
async fn an_answer_serves_once_for_one_sign_in_of_one_person() {
    let specimen = Specimen::with_passkeys(RCM);
    let (mut device, _) = with_passkey(&specimen, "GTM", "gtm.examiner", "document_examiner").await;
    let (mut foreign, _) = with_passkey(&specimen, "GTM", "gtm.second", "document_examiner").await;
    let honest = Claims::default();
    let last = || specimen.log_acts().last().unwrap().clone();
    let (mut first, mut second) = (specimen.browser(), specimen.browser());
    let drawn = halfway(&mut first, "gtm.examiner").await;
    let answer = device.answer(&drawn, &honest);
    halfway(&mut second, "gtm.examiner").await;
    second.post("/sign-in/passkey", &[("passkey", &answer)]).await;
    assert_eq!(last(), "identity.sign_in passkey_other_challenge Refused", "drawn for another sign-in");
    first.post("/sign-in/passkey", &[("passkey", &answer)]).await;
    assert!(first.is_signed_in().await);
    let again = first.post("/sign-in/passkey", &[("passkey", &answer)]).await;
    assert_eq!(again.location().as_deref(), Some("/sign-in"), "the sign-in it was for is over");
    second.post("/sign-in/passkey", &[("passkey", &answer)]).await;
    assert!(!second.is_signed_in().await, "overheard and sent again");
    let mut third = specimen.browser();
    let drawn = halfway(&mut third, "gtm.examiner").await;
    let page = third.post("/sign-in/passkey", &[("passkey", &foreign.answer(&drawn, &honest))]).await;
    assert_eq!(last(), "identity.sign_in passkey_unknown Refused", "somebody else's device");
    third.post("/sign-in/passkey", &[("passkey", "{}")]).await;
    assert_eq!(last(), "identity.sign_in passkey_unreadable Refused");
    // What is refused gets another challenge, and nobody has to type the password again.
    let drawn = options(&third.get("/sign-in/passkey").await);
    assert_ne!(drawn, options(&page));
    specimen.clock.advance(SignedDuration::from_secs(60));
    third.post("/sign-in/passkey", &[("passkey", &device.answer(&drawn, &honest))]).await;
    assert!(third.is_signed_in().await);
}

#[tokio::test]
async fn a_challenge_waits_five_minutes() {
    let specimen = Specimen::with_passkeys(RCM);
    let (mut device, _) = with_passkey(&specimen, "GTM", "gtm.examiner", "document_examiner").await;
    let mut browser = specimen.browser();
    sign_in(&mut browser, "gtm.examiner", &mut device).await;
    browser.get("/account/tokens").await;
    let drawn = browser.post("/account/passkeys/challenge", &[]).await.body;
    specimen.clock.advance(SignedDuration::from_mins(5));
    let late = device.answer(&drawn, &Claims::default());
    let form = |passkey: &str| {
        let fields = [("name", "Counter"), ("purposes", "border_control"), ("days", "3"), ("password", PASSWORD)];
        fields.map(|(a, b)| (a.to_owned(), b.to_owned())).into_iter().chain([("passkey".into(), passkey.into())])
    };
    let make = async |browser: &mut Browser<'_>, passkey: &str| {
        let fields: Vec<(String, String)> = form(passkey).collect();
        let fields: Vec<(&str, &str)> = fields.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        browser.post("/account/tokens", &fields).await
    };
    assert_eq!(make(&mut browser, &late).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(specimen.log_acts().last().unwrap(), "identity.make_token passkey_no_challenge Refused");
    let drawn = browser.post("/account/passkeys/challenge", &[]).await.body;
    let fresh = device.answer(&drawn, &Claims::default());
    let made = make(&mut browser, &fresh).await;
    assert_eq!(made.status, StatusCode::OK, "{}", made.body);
    let token = made.body.split("class=\"mono secret\">").nth(1).unwrap().split('<').next().unwrap();
    let caller = specimen.ground.identity.by_token(token, Some(Purpose::BorderControl), specimen.clock.now()).unwrap();
    assert_eq!(caller.factor, Factor::Passkey, "a token is as strong as what was proved for it");
    assert_eq!(make(&mut browser, &fresh).await.status, StatusCode::UNPROCESSABLE_ENTITY, "it has served");
    let left =
        |sql: &str| specimen.ground.base.read(|c| Ok(c.query_row(sql, [], |row| row.get::<_, u64>(0))?)).unwrap();
    browser.post("/account/passkeys/challenge", &[]).await;
    specimen.clock.advance(SignedDuration::from_mins(5));
    specimen.ground.identity.forget_ended(&specimen.ground.base, specimen.clock.now()).unwrap();
    assert_eq!(left("SELECT count(*) FROM passkey_challenge"), 0);
}

#[tokio::test]
async fn what_a_device_makes_must_be_made_here_with_its_owner() {
    let specimen = Specimen::with_passkeys(RCM);
    specimen.with_password("GTM", "gtm.examiner", &["document_examiner"]);
    let codes = specimen.with_codes("gtm.examiner");
    let mut browser = specimen.browser();
    browser.sign_in("gtm.examiner", Some(&codes)).await;
    for (lie, outcome) in [
        (Claims { origin: "https://evil.example".to_owned(), ..Claims::default() }, "passkey_origin"),
        (Claims { host: "evil.example".to_owned(), ..Claims::default() }, "passkey_origin"),
        (Claims { verified: false, ..Claims::default() }, "passkey_unverified"),
        (Claims { challenge: Some("AAAA".to_owned()), ..Claims::default() }, "passkey_other_challenge"),
    ] {
        specimen.clock.advance(SignedDuration::from_secs(30));
        browser.get("/account/passkeys").await;
        let code = codes.code(specimen.clock.now());
        let asked = browser.post("/account/passkeys", &[("password", PASSWORD), ("code", &code)]).await;
        let (_, made) = Device::make(&options(&browser.follow(asked).await), &lie);
        let answer = browser.post("/account/passkeys/new", &[("name", "Key"), ("passkey", &made)]).await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{lie:?}");
        assert_eq!(specimen.log_acts().last().unwrap(), &format!("identity.passkeys {outcome} Refused"), "{lie:?}");
    }
    let led = browser.get("/account/passkeys/new").await;
    assert_eq!(led.location().as_deref(), Some("/account/passkeys"), "no device is asked without proof");
    assert!(browser.get("/account/passkeys").await.body.contains("No passkey"));
    let mut device = make_one(&mut browser, &specimen, &codes).await;
    let mut other = specimen.browser();
    sign_in(&mut other, "gtm.examiner", &mut device).await;
    assert!(other.is_signed_in().await, "the same with the truth is kept");
}

#[tokio::test]
async fn a_key_of_rsa_is_neither_asked_for_nor_kept_and_the_reader_is_told_what_to_do() {
    let specimen = Specimen::with_passkeys(LAGOON);
    let weak = Claims { rsa: true, ..Claims::default() };
    specimen.with_password("QMA", "qma.officer", &["border_officer"]);
    let codes = specimen.with_codes("qma.officer");
    let mut inside = specimen.browser();
    inside.sign_in("qma.officer", Some(&codes)).await;
    let told = ["Make the passkey with another device", "Cree la llave de acceso con otro", "avec un autre appareil"];
    for (language, told) in ["en", "es", "fr"].into_iter().zip(told) {
        inside.get(&format!("/language?to={language}&back=/")).await;
        specimen.clock.advance(SignedDuration::from_secs(30));
        inside.get("/account/passkeys").await;
        let code = codes.code(specimen.clock.now());
        let asked = inside.post("/account/passkeys", &[("password", PASSWORD), ("code", &code)]).await;
        let options = options(&inside.follow(asked).await);
        let wanted: serde_json::Value = serde_json::from_str(&options).unwrap();
        let wanted = wanted["publicKey"]["pubKeyCredParams"].as_array().unwrap();
        let wanted: Vec<i64> = wanted.iter().map(|one| one["alg"].as_i64().unwrap()).collect();
        assert_eq!(wanted, [-7, -35], "ES256 and ES384 (RFC 9053, 2.1)");
        let (_, made) = Device::make(&options, &weak);
        let answer = inside.post("/account/passkeys/new", &[("name", "Key"), ("passkey", &made)]).await;
        assert_eq!(answer.status, StatusCode::CONFLICT);
        assert!(answer.body.contains(told), "{}", answer.body);
        assert_eq!(specimen.log_acts().last().unwrap(), "identity.passkeys passkey_weak Refused");
    }
    specimen.with_password("QMA", "qma.admin", &["state_administrator"]);
    let mut browser = specimen.browser();
    let page = browser.enter("qma.admin").await;
    let (_, made) = Device::make(&options(&page), &weak);
    let again = browser.post("/sign-in/passkey/new", &[("name", "Key"), ("passkey", &made)]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.body.contains("Make the passkey with another device"), "{}", again.body);
    assert_eq!(specimen.log_acts().last().unwrap(), "identity.sign_in passkey_weak Refused");
    let count = "SELECT count(*) FROM passkey";
    let kept = specimen.ground.base.read(|base| Ok(base.query_row(count, [], |row| row.get::<_, u64>(0))?));
    assert_eq!(kept.unwrap(), 0);
    // The same people with the key that was asked for are taken: the weak one was refused for what it is.
    let (_, made) = Device::make(&options(&again), &Claims::default());
    let kept = browser.post("/sign-in/passkey/new", &[("name", "Key"), ("passkey", &made)]).await;
    assert_eq!(kept.location().as_deref(), Some("/"), "{}", kept.body);
    make_one(&mut inside, &specimen, &codes).await;
}

#[tokio::test]
async fn a_role_that_asks_for_a_passkey_leads_to_one_and_opens_nothing_before() {
    let specimen = Specimen::with_passkeys(LAGOON);
    specimen.with_password("QMA", "qma.admin", &["state_administrator"]);
    let mut browser = specimen.browser();
    let page = browser.sign_in("qma.admin", None).await;
    let letters = page.body.split("class=\"mono secret\">").nth(1).unwrap().split('<').next().unwrap().replace(' ', "");
    let code = current_code(&letters, specimen.clock.now()).unwrap();
    let led = browser.post("/sign-in/set-up", &[("code", &code)]).await;
    assert_eq!(led.location().as_deref(), Some("/sign-in/passkey/new"));
    assert!(!browser.is_signed_in().await, "codes are not enough");
    let page = browser.follow(led).await;
    let nameless = browser.post("/sign-in/passkey/new", &[("name", " "), ("passkey", "{}")]).await;
    assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
    let (mut device, made) = Device::make(&options(&page), &Claims::default());
    let kept = browser.post("/sign-in/passkey/new", &[("name", "Key"), ("passkey", &made)]).await;
    assert_eq!(kept.location().as_deref(), Some("/"), "{}", kept.body);
    assert_eq!(factor(&specimen, &browser), Factor::Passkey);
    // From now on a code is no way in, neither offered nor taken.
    let mut other = specimen.browser();
    halfway(&mut other, "qma.admin").await;
    assert!(!other.get("/sign-in/passkey").await.body.contains("/sign-in/code"));
    specimen.clock.advance(SignedDuration::from_secs(30));
    let code = current_code(&letters, specimen.clock.now()).unwrap();
    let answer = other.post("/sign-in/code", &[("code", &code)]).await;
    assert_eq!(answer.location().as_deref(), Some("/sign-in/passkey"));
    assert!(!other.is_signed_in().await);
    let list = browser.get("/account/passkeys").await;
    let one = list.body.split("href=\"/account/passkeys/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    browser.get(&format!("/account/passkeys/{one}")).await;
    let with_code = [("password", PASSWORD), ("code", code.as_str())];
    let refused = browser.post(&format!("/account/passkeys/{one}/remove"), &with_code).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "nor is it a proof");
    let drawn = browser.post("/account/passkeys/challenge", &[]).await.body;
    let proof = device.answer(&drawn, &Claims::default());
    let with_passkey = [("password", PASSWORD), ("passkey", proof.as_str())];
    let refused = browser.post(&format!("/account/passkeys/{one}/remove"), &with_passkey).await;
    assert_eq!(refused.status, StatusCode::CONFLICT, "the last one stays");
}

#[tokio::test]
async fn other_sessions_are_ended_with_a_passkey_too() {
    let specimen = Specimen::with_passkeys(RCM);
    let (mut device, _) = with_passkey(&specimen, "GTM", "gtm.examiner", "document_examiner").await;
    let (mut here, mut elsewhere) = (specimen.browser(), specimen.browser());
    for browser in [&mut elsewhere, &mut here] {
        sign_in(browser, "gtm.examiner", &mut device).await;
    }
    let page = here.get("/account/sessions").await;
    assert!(page.body.contains("data-passkey=\"get\""), "{}", page.body);
    let session = elsewhere.cookies["puebla"].clone();
    let session = specimen.ground.identity.by_cookie(&session, specimen.clock.now()).unwrap().session.to_string();
    let drawn = here.post("/account/passkeys/challenge", &[]).await.body;
    let proof = device.answer(&drawn, &Claims::default());
    let form = [("session", session.as_str()), ("password", PASSWORD), ("passkey", proof.as_str())];
    let ended = here.post("/account/sessions/end", &form).await;
    assert_eq!(ended.location().as_deref(), Some("/account"), "{}", ended.body);
    assert!(!elsewhere.is_signed_in().await && here.is_signed_in().await);
}

#[tokio::test]
async fn whoever_may_use_codes_may_do_so_beside_a_passkey_and_the_session_says_so() {
    let specimen = Specimen::with_passkeys(RCM);
    let (mut device, codes) = with_passkey(&specimen, "GTM", "gtm.examiner", "document_examiner").await;
    let mut other = specimen.browser();
    sign_in(&mut other, "gtm.examiner", &mut device).await;
    let mut browser = specimen.browser();
    halfway(&mut browser, "gtm.examiner").await;
    specimen.clock.advance(SignedDuration::from_secs(30));
    assert!(browser.get("/sign-in/code").await.status.is_success());
    let code = codes.code(specimen.clock.now());
    browser.post("/sign-in/code", &[("code", &code)]).await;
    assert_eq!(factor(&specimen, &browser), Factor::Code);
    let list = browser.get("/account/passkeys").await;
    let one = list.body.split("href=\"/account/passkeys/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let path = format!("/account/passkeys/{one}");
    browser.post(&format!("{path}/rename"), &[("name", "Blue key")]).await;
    assert!(browser.get("/account/passkeys").await.body.contains("Blue key"));
    assert!(browser.get(&path).await.body.contains("Blue key"));
    let foreign = specimen.signed_in("GTM", "document_examiner", Purpose::BorderControl);
    assert_eq!(specimen.get(Some(&foreign), &path).await.status, StatusCode::NOT_FOUND);
    let taken = specimen.post(&foreign, &format!("{path}/remove"), &[("password", PASSWORD)]).await;
    assert_eq!(taken.status, StatusCode::NOT_FOUND);
    specimen.clock.advance(SignedDuration::from_secs(30));
    browser.get(&path).await;
    let code = codes.code(specimen.clock.now());
    let gone = browser.post(&format!("{path}/remove"), &[("password", PASSWORD), ("code", &code)]).await;
    assert_eq!(gone.location().as_deref(), Some("/account/passkeys"), "{}", gone.body);
    assert!(!other.is_signed_in().await, "what rested on it ends");
    let mut late = specimen.browser();
    late.get("/sign-in").await;
    let led = late.post("/sign-in", &[("user_name", "gtm.examiner"), ("password", PASSWORD)]).await;
    assert_eq!(led.location().as_deref(), Some("/sign-in/code"));
}

#[tokio::test]
async fn a_server_that_does_not_know_its_address_says_what_its_operator_must_do() {
    let specimen = Specimen::new(&[]);
    specimen.with_password("GTM", "gtm.examiner", &["document_examiner"]);
    let codes = specimen.with_codes("gtm.examiner");
    let mut browser = specimen.browser();
    browser.sign_in("gtm.examiner", Some(&codes)).await;
    let page = browser.get("/account/passkeys").await;
    assert!(page.body.contains("--origin") && !page.body.contains("data-passkey"), "{}", page.body);
    assert_eq!(browser.post("/account/passkeys/challenge", &[]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn no_passkey_is_made_or_taken_while_it_cannot_be_logged() {
    let specimen = Specimen::with_passkeys(RCM);
    let (mut device, codes) = with_passkey(&specimen, "GTM", "gtm.examiner", "document_examiner").await;
    let (mut inside, mut outside) = (specimen.browser(), specimen.browser());
    specimen.clock.advance(SignedDuration::from_secs(30));
    sign_in(&mut inside, "gtm.examiner", &mut device).await;
    inside.get("/account/passkeys").await;
    let code = codes.code(specimen.clock.now());
    let asked = inside.post("/account/passkeys", &[("password", PASSWORD), ("code", &code)]).await;
    let (_, made) = Device::make(&options(&inside.follow(asked).await), &Claims::default());
    let drawn = halfway(&mut outside, "gtm.examiner").await;
    specimen.break_log(true);
    let new = inside.post("/account/passkeys/new", &[("name", "Second"), ("passkey", &made)]).await;
    assert_eq!(new.status, StatusCode::SERVICE_UNAVAILABLE);
    let answer = device.answer(&drawn, &Claims::default());
    let opened = outside.post("/sign-in/passkey", &[("passkey", &answer)]).await;
    assert_eq!(opened.status, StatusCode::SERVICE_UNAVAILABLE);
    specimen.break_log(false);
    assert!(!outside.is_signed_in().await && !inside.get("/account/passkeys").await.body.contains("Second"));
}
