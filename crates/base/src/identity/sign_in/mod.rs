//! Signing in: password, then passkey or code (or setting them up), then a new password where somebody else knows the
//! old one.
//!
//! Between the steps stands a row of its own and a cookie of its own. Neither opens anything but the next step; the
//! session, with a secret never seen before, begins after the last.

mod code;
mod make_passkey;
mod new_password;
mod passkey;
mod password;
mod set_up;
mod sign_out;
mod underway;

pub(super) use code::field as code_field;
pub(super) use make_passkey::name_field;
pub(super) use new_password::{fields as new_password_fields, parse as parse_new_password};
pub(super) use password::wait as waiting;
pub(super) use set_up::steps as set_up_steps;
pub(super) use underway::{end_all, forget_ended};

use std::sync::Arc;

use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use jiff::SignedDuration;
use uuid::Uuid;

use super::account::notices_path;
use super::acts::SIGN_IN;
use super::credentials::Credentials;
use super::{Factor, attempts, cookie_name, notices, people};
use crate::access::{Decision, RateClass, Resource};
use crate::ground::Puebla;
use crate::store::StoreError;
use crate::web::{Refusal, Routes, see_other};

/// Where signing in begins.
pub const SIGN_IN_PATH: &str = "/sign-in";

/// Answers the routes of signing in and out.
pub fn routes() -> Routes {
    let nobody = "nobody is signed in yet";
    Routes::new()
        .public_get(SIGN_IN_PATH, password::page, RateClass::Look, nobody)
        .public_post(SIGN_IN_PATH, password::submit, RateClass::SignIn, nobody)
        .public_get("/sign-in/code", code::page, RateClass::Look, nobody)
        .public_post("/sign-in/code", code::submit, RateClass::Write, nobody)
        .public_get("/sign-in/passkey", passkey::page, RateClass::Look, nobody)
        .public_post("/sign-in/passkey", passkey::submit, RateClass::Write, nobody)
        .public_get("/sign-in/passkey/new", make_passkey::page, RateClass::Look, nobody)
        .public_post("/sign-in/passkey/new", make_passkey::submit, RateClass::Write, nobody)
        .public_get("/sign-in/set-up", set_up::page, RateClass::Look, nobody)
        .public_post("/sign-in/set-up", set_up::submit, RateClass::Write, nobody)
        .public_get("/sign-in/new-password", new_password::page, RateClass::Look, nobody)
        .public_post("/sign-in/new-password", new_password::submit, RateClass::Write, nobody)
        .signed_in_post(crate::web::shell::SIGN_OUT_PATH, sign_out::submit, RateClass::Write, "ends one's own session")
}

/// What a sign-in still has to pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Passkey,
    Code,
    SetUp,
    MakePasskey,
    NewPassword,
    Done,
}

impl Step {
    /// Answers the next step for somebody whose password was right.
    fn next(known: &Credentials, factor: Factor) -> Self {
        let (has_passkeys, must_have_one) = (known.passkeys > 0, known.needs == Factor::Passkey);
        match factor {
            Factor::Password if has_passkeys => Step::Passkey,
            Factor::Password if known.has_codes => Step::Code,
            // Nobody gets in on a password alone. Also who must have a passkey sets codes up first: they are what their first
            // passkey is made with.
            Factor::Password => Step::SetUp,
            Factor::Code if must_have_one && has_passkeys => Step::Passkey,
            Factor::Code if must_have_one => Step::MakePasskey,
            _ if known.must_change => Step::NewPassword,
            _ => Step::Done,
        }
    }

    /// Answers how long a sign-in may stand before this step.
    fn limit(self) -> SignedDuration {
        match self {
            Step::Passkey | Step::Code => underway::CODE_LIMIT,
            Step::SetUp | Step::MakePasskey | Step::NewPassword | Step::Done => underway::SET_UP_LIMIT,
        }
    }

    fn path(self) -> &'static str {
        match self {
            Step::Passkey => "/sign-in/passkey",
            Step::Code => "/sign-in/code",
            Step::SetUp => "/sign-in/set-up",
            Step::MakePasskey => "/sign-in/passkey/new",
            Step::NewPassword => "/sign-in/new-password",
            Step::Done => SIGN_IN_PATH,
        }
    }
}

/// Begins the session of somebody who has passed every step, and answers the way to where they wanted to go.
///
/// The access log has the line before the cookie leaves; a session that cannot be logged does not begin.
async fn open_session(
    ground: &Arc<Puebla>,
    person: Uuid,
    factor: Factor,
    next: &str,
    headers: &HeaderMap,
) -> Result<Response, Refusal> {
    let identity = &ground.identity;
    let (profile, sessions) = (identity.profile(), Arc::clone(identity.sessions()));
    let now = ground.clock.now();
    let replaced = crate::web::cookie(headers, cookie_name(ground.settings.secure))
        .and_then(|secret| identity.by_cookie(secret, now))
        .map(|caller| caller.session);
    let tried = attempts::Tried::proof(&ground.keys, &user_name(ground, person)?);
    let fresh = ground
        .base
        .write(move |connection| {
            // Read here, where changes of the person are in line before us or after.
            let known = Credentials::of(connection, person)?.filter(|known| known.active);
            let caller = people::caller(connection, &profile, person)?;
            let (Some(known), Some(caller)) = (known, caller) else { return Ok(None) };
            if Step::next(&known, factor) != Step::Done {
                return Ok(None);
            }
            attempts::forget(connection, tried)?;
            if let Some(replaced) = replaced {
                sessions.end(connection, replaced)?;
            }
            sessions.make_room(connection, person, now)?;
            let told = !notices::of(connection, person)?.is_empty();
            if !told {
                notices::forget(connection, person)?;
            }
            sessions.start(connection, &caller, factor, now).map(|fresh| Some((fresh, told)))
        })
        .await?;
    let Some((fresh, told)) = fresh else { return Ok(see_other(SIGN_IN_PATH)) };
    let caller = identity.by_cookie(&fresh.secret, now).ok_or(Refusal::Busy)?;
    let about = Resource::room_about(person.to_string());
    if let Err(unlogged) = ground.note(Some(&caller), &SIGN_IN, &about, Decision::Granted, "in").await {
        let sessions = Arc::clone(identity.sessions());
        ground.base.write(move |connection| sessions.end(connection, fresh.id)).await?;
        return Err(unlogged);
    }
    let next = crate::web::local_path(next).unwrap_or("/");
    let mut response = if told { see_other(&notices_path(next)) } else { see_other(next) };
    let secure = ground.settings.secure;
    set_cookie(&mut response, cookie_name(secure), &fresh.secret, secure);
    end_cookie(&mut response, underway::cookie_name(secure), secure);
    Ok(response)
}

/// Writes a line about one step of somebody who is not signed in; `person` is none for a name nobody has.
async fn note(ground: &Puebla, person: Option<Uuid>, decision: Decision, outcome: &'static str) -> Result<(), Refusal> {
    let about = Resource::room_about(person.map_or_else(String::new, |person| person.to_string()));
    ground.note(None, &SIGN_IN, &about, decision, outcome).await
}

fn user_name(ground: &Puebla, person: Uuid) -> Result<String, StoreError> {
    let known = ground.base.read(|connection| Credentials::of(connection, person))?;
    Ok(known.map_or_else(String::new, |known| known.user_name))
}

fn set_cookie(response: &mut Response, name: &str, value: &str, secure: bool) {
    let secure = if secure { "; Secure" } else { "" };
    append_cookie(response, &format!("{name}={value}; Path=/; HttpOnly; SameSite=Strict{secure}"));
}

fn end_cookie(response: &mut Response, name: &str, secure: bool) {
    let secure = if secure { "; Secure" } else { "" };
    append_cookie(response, &format!("{name}=; Path=/; HttpOnly; SameSite=Strict{secure}; Max-Age=0"));
}

fn append_cookie(response: &mut Response, line: &str) {
    if let Ok(line) = HeaderValue::from_str(line) {
        response.headers_mut().append(SET_COOKIE, line);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn known(has_codes: bool, needs: Factor, must_change: bool, passkeys: usize) -> Credentials {
        Credentials {
            person: Uuid::from_u128(1),
            user_name: "specimen".to_owned(),
            password_hash: String::new(),
            must_change,
            first_until: None,
            has_codes,
            active: true,
            passkeys,
            needs,
        }
    }

    #[test]
    fn every_step_asked_for_comes_before_the_session() {
        use Factor::{Code, Passkey, Password};
        for (known, factor, step) in [
            (known(false, Code, false, 0), Password, Step::SetUp),
            (known(true, Code, false, 0), Password, Step::Code),
            (known(true, Code, true, 0), Password, Step::Code),
            (known(false, Code, true, 0), Password, Step::SetUp),
            (known(true, Code, true, 0), Code, Step::NewPassword),
            (known(true, Code, false, 0), Code, Step::Done),
            (known(true, Code, false, 1), Password, Step::Passkey),
            (known(false, Code, false, 1), Password, Step::Passkey),
            (known(true, Code, false, 1), Code, Step::Done),
            (known(true, Code, false, 1), Passkey, Step::Done),
            (known(false, Passkey, false, 0), Password, Step::SetUp),
            (known(true, Passkey, false, 0), Password, Step::Code),
            (known(true, Passkey, true, 0), Code, Step::MakePasskey),
            (known(true, Passkey, false, 1), Password, Step::Passkey),
            (known(true, Passkey, false, 1), Code, Step::Passkey),
            (known(true, Passkey, true, 1), Passkey, Step::NewPassword),
            (known(true, Passkey, false, 1), Passkey, Step::Done),
        ] {
            assert_eq!(Step::next(&known, factor), step, "{known:?} {factor:?}");
        }
    }

    /// Asks every further step for everything, with the password at hand and nothing else.
    async fn try_every_step(browser: &mut crate::specimen::Browser<'_>, name: &str) {
        use crate::specimen::PASSWORD;
        let steps = routes().facts().iter().map(|facts| (facts.method, facts.path.to_string())).collect::<Vec<_>>();
        let further: Vec<_> = steps.iter().filter(|(_, path)| path.starts_with("/sign-in/")).collect();
        assert_eq!(further.len(), 10, "five steps, to look at and to send");
        for (method, path) in further {
            let fields = [
                ("password", PASSWORD),
                ("code", ""),
                ("passkey", "{}"),
                ("name", "Key"),
                ("new_password", "eleven pelicans inland"),
                ("new_password_again", "eleven pelicans inland"),
            ];
            let answer = if *method == "GET" { browser.get(path).await } else { browser.post(path, &fields).await };
            assert!(answer.cookie_line(cookie_name(false)).is_none(), "{name}: {method} {path}");
        }
    }

    #[tokio::test]
    async fn no_role_and_no_step_gives_a_session_on_a_password_alone() {
        use crate::ground::Settings;
        use crate::identity::Origin;
        use crate::identity::profile::{LAGOON, RCM};
        use crate::specimen::{ORIGIN, PASSWORD, Specimen};
        let mut tried = 0;
        for profile in [RCM, LAGOON] {
            let origin = Some(Origin::parse(ORIGIN).unwrap());
            let specimen =
                Specimen::served(&[], profile, Settings { behind_proxy: true, origin, ..Settings::default() });
            let known = specimen.ground.identity.profile();
            let (party, _) = known.parties.first_key_value().unwrap();
            specimen.with_password(party.as_str(), "somebody.else", &[]);
            for (code, role) in &known.roles {
                assert!(role.factor.is_second(), "{code}");
                let (party, _) = known.parties.iter().find(|(_, party)| role.kinds.contains(&party.kind)).unwrap();
                for (first_step, has_codes, must_change) in
                    [("/sign-in/set-up", false, false), ("/sign-in/code", true, true)]
                {
                    tried += 1;
                    let (name, network) = (format!("somebody.{tried}"), format!("198.51.100.{tried}"));
                    specimen.enrol(party.as_str(), &name, &[code]);
                    let codes = has_codes.then(|| specimen.with_codes(&name));
                    // The same for all, hashed once.
                    let set = format!(
                        "UPDATE person SET must_change = {must_change}, password_hash = (SELECT password_hash FROM person \
                         WHERE user_name = 'somebody.else') WHERE user_name = '{name}'"
                    );
                    specimen.ground.base.write_blocking(move |c| Ok::<_, StoreError>(c.execute_batch(&set)?)).unwrap();
                    let mut browser = specimen.browser_in(&network);
                    let led = browser.post(SIGN_IN_PATH, &[("user_name", &name), ("password", PASSWORD)]).await;
                    assert_eq!(led.location().as_deref(), Some(first_step), "{code}");
                    try_every_step(&mut browser, &name).await;
                    assert!(!browser.is_signed_in().await, "{code}");
                    // With the code it goes on: it was the code that was wanting.
                    if let Some(codes) = &codes {
                        let led = browser.sign_in(&name, Some(codes)).await;
                        let further = ["/sign-in/new-password", "/sign-in/passkey/new"];
                        assert!(further.iter().any(|path| led.body.contains(path)), "{code}: {}", led.body);
                    }
                }
            }
        }
        assert_eq!(tried, 56, "fourteen roles of each of two profiles, in two ways");
        // A session that somebody planted, or that an earlier release left, is none.
        let specimen = Specimen::new(&[]);
        specimen.enrol("GTM", "gtm.officer", &["border_officer"]);
        for (factor, opens) in [(Factor::Password, false), (Factor::Code, true)] {
            let session = specimen.sign_in_by("gtm.officer", None, factor);
            assert_eq!(specimen.get(Some(&session), "/account").await.status.is_success(), opens, "{factor:?}");
        }
    }

    #[test]
    fn over_tls_cookies_are_bound_to_it_and_to_this_host() {
        let mut response = see_other("/");
        set_cookie(&mut response, cookie_name(true), "secret", true);
        set_cookie(&mut response, underway::cookie_name(true), "secret", true);
        let lines: Vec<&str> =
            response.headers().get_all(SET_COOKIE).iter().map(|line| line.to_str().unwrap()).collect();
        assert_eq!(
            lines,
            [
                "__Host-puebla=secret; Path=/; HttpOnly; SameSite=Strict; Secure",
                "__Host-puebla-sign-in=secret; Path=/; HttpOnly; SameSite=Strict; Secure",
            ]
        );
    }

    #[tokio::test]
    async fn every_page_speaks_every_language() {
        use crate::specimen::Specimen;
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.admin", &["state_administrator"]);
        let pages = ["/sign-in", "/time-zone", "/api", "/problems"];
        let own = [
            "/account",
            "/account/password",
            "/account/codes",
            "/account/passkeys",
            "/account/tokens",
            "/account/sessions",
            "/purpose",
        ];
        let people = ["/people", "/people/new", "/people/recoveries"];
        for language in crate::words::Language::ALL {
            let mut browser = specimen.browser();
            browser.get(&format!("/language?to={}&back=/", language.tag())).await;
            for page in pages {
                speaks(&browser.get(page).await.body, language, page);
            }
            let page = browser.sign_in("gtm.admin", None).await;
            speaks(&page.body, language, "/sign-in/set-up");
            let session = specimen.sign_in("gtm.admin", None);
            browser.cookies.insert("puebla".to_owned(), session.secret.clone());
            for page in own.iter().chain(&people) {
                speaks(&browser.get(page).await.body, language, page);
            }
        }
    }

    #[tokio::test]
    async fn every_field_of_a_password_hides_it_and_lets_it_be_pasted() {
        use crate::specimen::Specimen;
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.officer", &["border_officer"]);
        let mut browser = specimen.browser();
        let mut bodies = vec![browser.get("/sign-in").await.body];
        browser.enter("gtm.officer").await;
        specimen.browser().enter("gtm.officer").await;
        for page in ["/account/password", "/account/codes", "/account/tokens", "/account/sessions"] {
            bodies.push(browser.get(page).await.body);
        }
        let mut seen = 0;
        for field in
            bodies.iter().flat_map(|body| body.split("<input").skip(1)).filter_map(|rest| rest.split('>').next())
        {
            if !field.contains("password") {
                continue;
            }
            seen += 1;
            assert!(field.contains("type=\"password\""), "{field}");
            let filled_in = ["autocomplete=\"current-password\"", "autocomplete=\"new-password\""];
            assert!(filled_in.iter().any(|told| field.contains(told)), "password managers are told: {field}");
            assert!(
                !field.contains("maxlength") && !field.contains("readonly") && !field.contains("onpaste"),
                "{field}"
            );
        }
        assert_eq!(seen, 7, "one to sign in, three to change it, one on each of three pages");
    }

    /// A key that nobody wrote stands on the page as itself.
    fn speaks(body: &str, language: crate::words::Language, page: &str) {
        assert!(body.contains(&format!("<html lang=\"{}\">", language.tag())), "{page}");
        for room in [
            "sign-in",
            "codes",
            "passkeys",
            "new-password",
            "purpose",
            "zone",
            "account",
            "tokens",
            "people",
            "api",
            "problems",
        ] {
            for found in body.split(&format!(">{room}-")).skip(1) {
                let rest: String = found.chars().take_while(|c| c.is_ascii_lowercase() || *c == '-').collect();
                let next = found[rest.len()..].chars().next();
                assert!(
                    next != Some('<') || rest.is_empty() || body.contains(&format!("/problems/{room}-{rest}")),
                    "{page}: {room}-{rest}"
                );
            }
        }
    }
}
