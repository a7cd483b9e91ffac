//! Signing out: the session ends for whoever holds its cookie.

use std::sync::Arc;

use axum::http::HeaderValue;
use axum::response::Response;

use super::super::acts::SIGN_OUT;
use super::super::cookie_name;
use super::{SIGN_IN_PATH, end_cookie};
use crate::access::{Decision, Resource};
use crate::web::{Posted, Refusal, SignedIn, see_other};

/// Ends the session.
pub(super) async fn submit(SignedIn { caller, ground }: SignedIn, Posted(_): Posted) -> Result<Response, Refusal> {
    let (sessions, session) = (Arc::clone(ground.identity.sessions()), caller.session);
    ground.base.write(move |connection| sessions.end(connection, session)).await?;
    // Ended first: a session whose end cannot be logged must not stay open for that.
    ground
        .note(Some(&caller), &SIGN_OUT, &Resource::room_about(caller.person.to_string()), Decision::Granted, "")
        .await?;
    let secure = ground.settings.secure;
    let mut response = see_other(SIGN_IN_PATH);
    end_cookie(&mut response, cookie_name(secure), secure);
    // What was shown must not come back out of the browser's own memory; language and zone, which are cookies, stay.
    response.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"cache\", \"storage\""));
    Ok(response)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use axum::http::StatusCode;

    use crate::specimen::Specimen;

    #[tokio::test]
    async fn signing_out_tells_the_browser_to_forget() {
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.officer", &["border_officer"]);
        let mut browser = specimen.browser();
        browser.enter("gtm.officer").await;
        let page = browser.get("/account").await;
        assert_eq!(page.headers["cache-control"], "no-store");
        assert!(!page.headers.contains_key("clear-site-data"), "a page is no end");
        let answer = browser.post("/sign-out", &[]).await;
        assert_eq!(answer.headers["clear-site-data"], "\"cache\", \"storage\"");
    }

    #[tokio::test]
    async fn a_cookie_kept_after_signing_out_opens_nothing() {
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.officer", &["border_officer"]);
        let mut browser = specimen.browser();
        browser.enter("gtm.officer").await;
        assert!(browser.is_signed_in().await);
        let kept = browser.cookies["puebla"].clone();
        let forged = browser.post_bare("/sign-out", &[]).await;
        assert_eq!(forged.status, StatusCode::FORBIDDEN);
        assert!(browser.is_signed_in().await, "a form without the session's secret ends nothing");
        let answer = browser.post("/sign-out", &[]).await;
        assert_eq!(answer.location().as_deref(), Some("/sign-in"));
        assert!(!browser.cookies.contains_key("puebla"));
        browser.cookies.insert("puebla".into(), kept);
        assert!(!browser.is_signed_in().await);
        assert_eq!(specimen.log_acts().last().unwrap(), "identity.sign_out  Granted");
    }
}
