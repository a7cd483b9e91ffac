//! The page that somebody comes to after signing in, when there is something to tell them about their own account.

use axum::response::{IntoResponse, Response};
use maud::html;

use super::super::notices;
use super::ACCOUNT_PATH;
use crate::web::fields::{form, hidden, submit_row};
use crate::web::parts::{Tone, notice};
use crate::web::shell::encoded;
use crate::web::{Asked, Posted, Refusal, SignedIn, Visit, local_path, see_other};

/// Where it is.
const PATH: &str = "/account/notices";

/// Answers the way to the page, which leads on to `next`.
pub(in super::super) fn path(next: &str) -> String {
    format!("{PATH}?next={}", encoded(next))
}

/// Shows what there is to tell.
pub(super) async fn page(
    SignedIn { caller, ground }: SignedIn,
    visit: Visit,
    Asked(asked): Asked,
) -> Result<Response, Refusal> {
    let voice = &visit.voice;
    let told = ground.base.read(|connection| notices::of(connection, caller.person))?;
    let body = html! {
        h1 { (voice.t("notices-title")) }
        @if told.is_empty() {
            p { (voice.t("notices-none")) }
            p { a href=(ACCOUNT_PATH) { (voice.t("account-title")) } }
        } @else {
            (notice(Tone::Soon, html! { ul { @for told in &told {
                @let at = voice.instant_text(told.at);
                li { (voice.tn(told.what.key(), &[("instant", at.as_str().into()), ("times", i64::from(told.times).into())])) }
            } } }))
            p { (voice.t("notices-not-you")) }
            p { a href="/account/password" { (voice.t("account-password-change")) } }
            (form(PATH, visit.csrf(), html! {
                (hidden("next", local_path(asked.typed("next")).unwrap_or("/")))
                (submit_row(voice, "notices-read", None))
            }))
        }
    };
    Ok(visit.page("notices-title", body).into_response())
}

/// Forgets what has been told, and leads on.
pub(super) async fn read(SignedIn { caller, ground }: SignedIn, Posted(filled): Posted) -> Result<Response, Refusal> {
    let person = caller.person;
    ground.base.write(move |connection| notices::forget(connection, person)).await?;
    Ok(see_other(local_path(filled.typed("next")).unwrap_or("/")))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::SignedDuration;

    use crate::identity::notices::FAILURES_TOLD;
    use crate::specimen::{PASSWORD, Specimen};

    #[tokio::test]
    async fn after_signing_in_the_first_page_says_what_was_changed() {
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.officer", &["border_officer"]);
        let codes = specimen.with_codes("gtm.officer");
        let code = || {
            specimen.clock.advance(SignedDuration::from_secs(30));
            codes.code(specimen.clock.now())
        };
        let signs_in = async |password: &str| {
            let mut browser = specimen.browser();
            browser.get("/sign-in").await;
            let form = [("user_name", "gtm.officer"), ("password", password), ("next", "/purpose")];
            let led = browser.post("/sign-in", &form).await;
            browser.follow(led).await;
            let answer = browser.post("/sign-in/code", &[("code", &code())]).await;
            (answer.location().unwrap(), browser)
        };
        let (to, mut browser) = signs_in(PASSWORD).await;
        assert_eq!(to, "/purpose", "nothing to tell");
        let new = "eleven pelicans inland";
        browser.get("/account/password").await;
        let code = code();
        let form = [("password", PASSWORD), ("code", &code), ("new_password", new), ("new_password_again", new)];
        assert_eq!(browser.post("/account/password", &form).await.location().as_deref(), Some("/account"));
        specimen.clock.advance(SignedDuration::from_hours(24));
        let (to, mut browser) = signs_in(new).await;
        assert_eq!(to, "/account/notices?next=/purpose");
        let page = browser.get(&to).await;
        assert!(page.body.contains("Your password was changed: Mar 2, 2026"), "{}", page.body);
        assert_eq!(signs_in(new).await.0, to, "until it has been read");
        let away = browser.post("/account/notices", &[("next", "//evil.example")]).await;
        assert_eq!(away.location().as_deref(), Some("/"));
        assert_eq!(signs_in(new).await.0, "/purpose");
    }

    #[tokio::test]
    async fn whose_codes_were_set_up_or_tried_is_told() {
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.examiner", &["document_examiner"]);
        let secret = specimen.with_codes("gtm.examiner");
        let mut thief = specimen.browser();
        thief.get("/sign-in").await;
        thief.post("/sign-in", &[("user_name", "gtm.examiner"), ("password", PASSWORD)]).await;
        thief.get("/sign-in/code").await;
        for _ in 0..FAILURES_TOLD {
            thief.post("/sign-in/code", &[("code", "abcdef")]).await;
        }
        let mut browser = specimen.browser();
        let page = browser.sign_in("gtm.examiner", Some(&secret)).await;
        assert!(page.body.contains("3 times somebody had your password"), "{}", page.body);
        browser.post("/account/notices", &[("next", "/")]).await;
        specimen.clock.advance(SignedDuration::from_secs(30));
        browser.get("/account/codes").await;
        let code = secret.code(specimen.clock.now());
        let shown = browser.post("/account/codes", &[("password", PASSWORD), ("code", &code)]).await;
        let page = browser.follow(shown).await;
        let letters =
            page.body.split("class=\"mono secret\">").nth(1).unwrap().split('<').next().unwrap().replace(' ', "");
        let code = crate::identity::totp::current_code(&letters, specimen.clock.now()).unwrap();
        browser.post("/account/codes/confirm", &[("code", &code)]).await;
        let told = browser.get("/account/notices").await;
        assert!(told.body.contains("one-time codes were set up on another device"), "{}", told.body);
    }
}
