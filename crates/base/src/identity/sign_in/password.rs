//! The first step: user name and password.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::attempts::{self, Attempt, Tried};
use super::super::credentials::Credentials;
use super::{SIGN_IN_PATH, note, underway};
use crate::access::Decision;
use crate::ground::Puebla;
use crate::store::StoreError;
use crate::web::fields::{Field, error_summary, form, hidden, submit_row, text_input};
use crate::web::{Asked, Filled, PostedOpenly, Refusal, Visit, local_path, parts, see_other};

/// The longest user name and password that are looked at, in bytes; nobody's is longer.
const TYPED_LIMIT: usize = 1_000;

/// Shows the form, or leads on whoever is signed in already.
pub(super) async fn page(visit: Visit, Asked(asked): Asked) -> Response {
    let next = local_path(asked.typed("next")).unwrap_or("/");
    if visit.arrival.caller.is_some() {
        return see_other(next);
    }
    let filled = Filled::new().with("next", next);
    visit.page("sign-in-title", body(&visit, &filled)).into_response()
}

/// Takes user name and password.
///
/// A name nobody has, a wrong password and a suspended person get the same answer after the same work.
pub(super) async fn submit(
    State(ground): State<Arc<Puebla>>,
    visit: Visit,
    PostedOpenly(mut filled): PostedOpenly,
) -> Result<Response, Refusal> {
    let user_name = filled.typed("user_name").trim().to_lowercase();
    for (field, text) in [("user_name", "sign-in-user-name-missing"), ("password", "sign-in-password-missing")] {
        if filled.typed(field).trim().is_empty() {
            filled.refuse(field, visit.voice.t(text));
        } else if filled.typed(field).len() > TYPED_LIMIT {
            filled.refuse(field, visit.voice.t("sign-in-wrong"));
        }
    }
    if filled.is_refused() {
        return Ok(again(&visit, &filled));
    }
    let tried = Tried::password(&ground.keys, &user_name, visit.arrival.network);
    let now = ground.clock.now();
    let known = ground.base.read(|connection| Credentials::by_name(connection, &user_name))?;
    let person = known.as_ref().map(|known| known.person);
    if let Attempt::Wait(seconds) = ground.base.write(move |connection| attempts::count(connection, tried, now)).await?
    {
        note(&ground, person, Decision::Refused, "throttled").await?;
        filled.refuse("password", visit.voice.tn("sign-in-wait", &[("seconds", seconds.into())]));
        return Ok(wait(again(&visit, &filled), seconds));
    }
    let stored = known.as_ref().map(|known| known.password_hash.clone());
    let right = attempts::compare(&ground, tried, filled.typed("password"), stored).await?;
    let Some(known) = known.filter(|known| right && known.active) else {
        note(&ground, person, Decision::Refused, "wrong_password").await?;
        filled.refuse("password", visit.voice.t("sign-in-wrong"));
        return Ok(again(&visit, &filled));
    };
    if known.first_is_over(now) {
        // Said to whoever has the password, and to nobody else.
        note(&ground, person, Decision::Refused, "first_password_over").await?;
        filled.refuse("password", visit.voice.t("sign-in-first-over"));
        return Ok(again(&visit, &filled));
    }
    note(&ground, person, Decision::Granted, "password").await?;
    ground
        .base
        .write(move |connection| attempts::forget(connection, tried))
        .await
        .map_err(|error: StoreError| Refusal::from(error))?;
    let next = local_path(filled.typed("next")).unwrap_or("/").to_owned();
    underway::begin(&ground, &known, next).await
}

/// Says that an account has to wait, as machines and browsers read it (RFC 9110, 10.2.3).
pub(in super::super) fn wait(mut response: Response, seconds: u64) -> Response {
    *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    response
}

fn again(visit: &Visit, filled: &Filled) -> Response {
    visit.refused_page("sign-in-title", body(visit, filled)).into_response()
}

fn body(visit: &Visit, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let user_name = Field::new("user_name", "sign-in-user-name").autocomplete("username").autofocus().max_length(60);
    let password = Field::new("password", "sign-in-password").password().autocomplete("current-password");
    html! {
        (error_summary(voice, filled))
        h1 { (voice.t("sign-in-title")) }
        p { (voice.t("sign-in-for-whom")) }
        div .card .narrow {
            (form(SIGN_IN_PATH, "", html! {
                (hidden("next", filled.typed("next")))
                (text_input(voice, filled, &user_name))
                (text_input(voice, filled, &password))
                (submit_row(voice, "sign-in-go", None))
            }))
        }
        (parts::details(&voice.t("sign-in-help"), html! { p { (voice.t("sign-in-help-text")) } }))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::SignedDuration;

    use super::*;
    use crate::ground::Settings;
    use crate::specimen::{PASSWORD, Specimen};
    use crate::web::Network;

    #[tokio::test]
    async fn a_name_is_taken_as_it_is_meant_and_stands_in_no_line() {
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.officer", &["border_officer"]);
        let codes = specimen.with_codes("gtm.officer");
        let mut browser = specimen.browser();
        let page = browser.get("/sign-in?next=/account").await;
        assert_eq!(page.status, StatusCode::OK);
        let form = [("user_name", " GTM.Officer "), ("password", PASSWORD), ("next", "/account")];
        let led = browser.post("/sign-in", &form).await;
        assert_eq!((led.status, led.location().as_deref()), (StatusCode::SEE_OTHER, Some("/sign-in/code")));
        browser.follow(led).await;
        let answer = browser.post("/sign-in/code", &[("code", &codes.code(specimen.clock.now()))]).await;
        assert_eq!((answer.status, answer.location().as_deref()), (StatusCode::SEE_OTHER, Some("/account")));
        let line = answer.cookie_line("puebla").unwrap();
        for needed in ["HttpOnly", "SameSite=Strict", "Path=/"] {
            assert!(line.contains(needed), "{line}");
        }
        assert!(browser.get("/account").await.body.contains("Specimen gtm.officer"));
        let lines = specimen.log_lines();
        let (leaf, detail) = lines.last().unwrap();
        assert_eq!((leaf.state.as_str(), leaf.roles.as_str()), ("GTM", "border_officer"));
        assert_eq!(detail.about, detail.person.to_string());
        assert!(!format!("{lines:?}").contains("gtm.officer"), "no user name in any line");
    }

    #[tokio::test]
    async fn nobody_learns_whether_a_name_exists() {
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.officer", &["border_officer"]);
        specimen.enrol("GTM", "gtm.unfinished", &["border_officer"]);
        let suspended = specimen.with_password("GTM", "gtm.suspended", &["border_officer"]);
        specimen
            .ground
            .base
            .write_blocking(move |c| {
                Ok::<_, StoreError>(c.execute("UPDATE person SET active = 0 WHERE user_name = ?1", [suspended])?)
            })
            .unwrap();
        let mut bodies = Vec::new();
        for (user_name, password) in [
            ("gtm.officer", "seven herons at dawn"),
            ("gtm.nobody.", "seven herons at dawn"),
            ("gtm.unfinished", "seven herons at dawn"),
            ("gtm.unfinished", ""),
            ("gtm.suspended", PASSWORD),
        ] {
            let answer = specimen.browser().post("/sign-in", &[("user_name", user_name), ("password", password)]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{user_name}");
            assert!(answer.cookie_line("puebla").is_none() && answer.cookie_line("puebla-sign-in").is_none());
            if !password.is_empty() {
                bodies.push(answer.body.replace(user_name, "NAME"));
            }
        }
        assert!(bodies.iter().all(|body| *body == bodies[0]), "one page for all of them");
        assert!(!bodies[0].contains("herons"), "a password does not come back");
    }

    #[tokio::test]
    async fn the_sixth_attempt_waits_longer_and_longer_also_for_a_name_nobody_has() {
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.officer", &["border_officer"]);
        for user_name in ["gtm.officer", "nobody.at.all"] {
            let attempt = async |password: &str| {
                specimen.browser().post("/sign-in", &[("user_name", user_name), ("password", password)]).await
            };
            for _ in 0..attempts::FREE_FAILURES {
                assert_eq!(attempt("wrong wrong wrong").await.status, StatusCode::UNPROCESSABLE_ENTITY);
            }
            let waits = attempt(PASSWORD).await;
            assert_eq!(waits.status, StatusCode::TOO_MANY_REQUESTS, "the right password has to wait too");
            assert_eq!(waits.headers.get("retry-after").unwrap(), "15");
            specimen.clock.advance(SignedDuration::from_secs(16));
            assert_eq!(attempt("wrong wrong wrong").await.status, StatusCode::UNPROCESSABLE_ENTITY);
            specimen.clock.advance(SignedDuration::from_secs(16));
            assert_eq!(attempt(PASSWORD).await.headers.get("retry-after").unwrap(), "14");
        }
        specimen.clock.advance(SignedDuration::from_secs(60));
        let mut browser = specimen.browser();
        browser.enter("gtm.officer").await;
        assert!(browser.is_signed_in().await);
        assert!(specimen.log_acts().contains(&"identity.sign_in throttled Refused".to_owned()));
        let rows =
            |sql: &str| specimen.ground.base.read(|c| Ok(c.query_row(sql, [], |row| row.get::<_, u64>(0))?)).unwrap();
        assert_eq!(rows("SELECT count(*) FROM failed_sign_in"), 3, "signing in forgives one's own failures here");
    }

    #[tokio::test]
    async fn whoever_fails_for_another_waits_alone() {
        let settings = Settings { behind_proxy: true, ..Settings::default() };
        let specimen = Specimen::served(&[], crate::identity::profile::RCM, settings);
        specimen.with_password("GTM", "gtm.officer", &["border_officer"]);
        let form = |password: &'static str| [("user_name", "gtm.officer"), ("password", password)];
        for _ in 0..attempts::FREE_FAILURES {
            specimen.browser_in("192.0.2.7").post("/sign-in", &form("wrong wrong wrong")).await;
        }
        for _ in 0..3 {
            let stranger = specimen.browser_in("192.0.2.7").post("/sign-in", &form(PASSWORD)).await;
            assert_eq!(stranger.status, StatusCode::TOO_MANY_REQUESTS);
            let person = specimen.browser_in("198.51.100.1").post("/sign-in", &form(PASSWORD)).await;
            assert_eq!(person.status, StatusCode::SEE_OTHER, "from where nobody failed there is no wait");
        }
    }

    #[tokio::test]
    async fn an_attempt_that_nobody_looked_at_does_not_count() {
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.officer", &["border_officer"]);
        specimen.ground.identity.hashing().close();
        for _ in 0..attempts::FREE_FAILURES + 2 {
            let form = [("user_name", "gtm.officer"), ("password", PASSWORD)];
            let answer = specimen.browser().post("/sign-in", &form).await;
            assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "too busy, and not too often");
        }
    }

    #[tokio::test]
    async fn failures_outlive_a_restart_and_rest_without_the_name() {
        let specimen = Specimen::new(&[]);
        for _ in 0..attempts::FREE_FAILURES {
            let form = [("user_name", "correct horse battery"), ("password", "wrong wrong wrong")];
            specimen.browser().post("/sign-in", &form).await;
        }
        let stored = std::fs::read(specimen.path().join("base.db")).unwrap();
        let wal = std::fs::read(specimen.path().join("base.db-wal")).unwrap_or_default();
        let holds = |bytes: &[u8]| bytes.windows(13).any(|window| window == b"correct horse");
        assert!(!holds(&stored) && !holds(&wal), "people type passwords into the wrong field");
        let now = specimen.clock.now();
        let everywhere = Network::of(std::net::Ipv4Addr::UNSPECIFIED.into());
        let tried = Tried::password(&specimen.ground.keys, "correct horse battery", everywhere);
        let again = specimen.ground.base.write_blocking(move |c| attempts::count(c, tried, now)).unwrap();
        assert!(matches!(again, Attempt::Wait(_)), "what the file says is what counts");
    }

    #[tokio::test]
    async fn a_session_begins_with_a_secret_of_its_own_and_ends_the_one_before() {
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.officer", &["border_officer"]);
        let mut browser = specimen.browser();
        browser.cookies.insert("puebla".into(), "planted-by-somebody-else".into());
        browser.enter("gtm.officer").await;
        let first = browser.cookies["puebla"].clone();
        assert_ne!(first, "planted-by-somebody-else");
        assert!(specimen.ground.identity.by_cookie("planted-by-somebody-else", specimen.clock.now()).is_none());
        browser.enter("gtm.officer").await;
        assert_ne!(browser.cookies["puebla"], first);
        assert!(specimen.ground.identity.by_cookie(&first, specimen.clock.now()).is_none(), "the one before has ended");
    }

    #[tokio::test]
    async fn only_local_paths_are_gone_to() {
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.officer", &["border_officer"]);
        for next in ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"] {
            let codes = specimen.with_codes("gtm.officer");
            let form = [("user_name", "gtm.officer"), ("password", PASSWORD), ("next", next)];
            let mut browser = specimen.browser();
            let led = browser.post("/sign-in", &form).await;
            browser.follow(led).await;
            let answer = browser.post("/sign-in/code", &[("code", &codes.code(specimen.clock.now()))]).await;
            assert_eq!(answer.location().as_deref(), Some("/"), "{next}");
            let page = specimen.browser().get(&format!("/sign-in?next={}", crate::web::shell::encoded(next))).await;
            assert!(page.body.contains("name=\"next\" value=\"/\""), "{next}");
        }
    }

    #[tokio::test]
    async fn a_form_of_another_sites_page_is_refused() {
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.officer", &["border_officer"]);
        for (header, value) in
            [("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site"), ("origin", "https://evil.example")]
        {
            let request = axum::http::Request::post("/sign-in")
                .header(header, value)
                .header("host", "puebla.example")
                .header("content-type", "application/x-www-form-urlencoded")
                .body(axum::body::Body::from(format!("user_name=gtm.officer&password={}", PASSWORD.replace(' ', "+"))));
            let answer = specimen.send(request.unwrap()).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{header}: {value}");
            assert!(answer.cookie_line("puebla").is_none());
        }
        assert!(specimen.log_acts().is_empty());
    }

    #[tokio::test]
    async fn one_address_tries_so_often_and_no_more() {
        let specimen = Specimen::new(&[]);
        let mut refused = 0;
        for turn in 0..crate::access::RateClass::SignIn.per_minute() + 3 {
            let name = format!("nobody.{turn}");
            let answer = specimen.browser().post("/sign-in", &[("user_name", name.as_str()), ("password", "")]).await;
            refused += u32::from(answer.status == StatusCode::TOO_MANY_REQUESTS);
        }
        assert!(refused >= 2, "{refused}");
    }

    #[tokio::test]
    async fn behind_a_proxy_each_network_has_its_own_rate() {
        for behind_proxy in [true, false] {
            let settings = Settings { behind_proxy, ..Settings::default() };
            let specimen = Specimen::served(&[], crate::identity::profile::RCM, settings);
            let tries = async |network: &str| {
                let form = [("user_name", "nobody"), ("password", "")];
                specimen.browser_in(network).post("/sign-in", &form).await.status == StatusCode::TOO_MANY_REQUESTS
            };
            let mut refused = 0;
            for turn in 0..crate::access::RateClass::SignIn.per_minute() + 3 {
                // Whatever the client itself says before the proxy does.
                refused += u32::from(tries(&format!("203.0.113.{turn}, 192.0.2.7")).await);
            }
            assert!(refused >= 2, "{refused}");
            assert_eq!(tries("192.0.2.8").await, !behind_proxy, "a header that no proxy wrote is not believed");
        }
    }

    #[tokio::test]
    async fn the_second_profile_signs_in_too() {
        let specimen = Specimen::with_profile(&[], crate::identity::profile::LAGOON);
        let profile = specimen.ground.identity.profile();
        assert_eq!(profile.chairs, 2);
        let members = profile.parties.values().filter(|party| party.kind == crate::identity::PartyKind::Member).count();
        assert_eq!(members, 4);
        specimen.with_password("QMB", "qmb.officer", &["border_officer"]);
        let mut browser = specimen.browser();
        browser.enter("qmb.officer").await;
        assert!(browser.get("/account").await.body.contains("Southern Lagoon"));
    }
}
