//! The second step for whoever has one-time codes.

use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::attempts::{self, Attempt, Tried};
use super::super::notices::{self, What};
use super::super::{Factor, totp};
use super::underway::{self, Underway};
use super::{SIGN_IN_PATH, Step, note, password};
use crate::access::Decision;
use crate::ground::Puebla;
use crate::store::StoreError;
use crate::web::fields::{Field, error_summary, form, submit_row, text_input};
use crate::web::{Filled, PostedOpenly, Refusal, Visit, see_other};

/// What came of a code inside the writer's transaction.
pub(super) enum Outcome {
    Right,
    Wrong { over: bool },
    Wait(u64),
}

/// Asks for the code.
pub(super) async fn page(visit: Visit, underway: Underway) -> Response {
    if let Some(elsewhere) = underway.elsewhere(Step::Code) {
        return elsewhere;
    }
    visit.page("sign-in-code-title", body(&visit, &Filled::new(), &underway.csrf)).into_response()
}

/// Takes the code.
pub(super) async fn submit(
    State(ground): State<Arc<Puebla>>,
    visit: Visit,
    underway: Underway,
    headers: HeaderMap,
    PostedOpenly(mut filled): PostedOpenly,
) -> Result<Response, Refusal> {
    underway.check(&filled)?;
    if let Some(elsewhere) = underway.elsewhere(Step::Code) {
        return Ok(elsewhere);
    }
    let person = Some(underway.person());
    match take(&ground, &underway, filled.typed("code").to_owned()).await? {
        Outcome::Right => {
            ground.timekeeping.confirm();
            note(&ground, person, Decision::Granted, "code").await?;
            underway::go_on(&ground, underway, Factor::Code, &headers).await
        }
        Outcome::Wrong { over } => {
            note(&ground, person, Decision::Refused, "wrong_code").await?;
            if over {
                return Ok(see_other(SIGN_IN_PATH));
            }
            filled.refuse("code", visit.voice.t("codes-wrong"));
            Ok(again(&visit, &filled, &underway.csrf))
        }
        Outcome::Wait(seconds) => {
            note(&ground, person, Decision::Refused, "throttled").await?;
            filled.refuse("code", visit.voice.tn("sign-in-wait", &[("seconds", seconds.into())]));
            Ok(password::wait(again(&visit, &filled, &underway.csrf), seconds))
        }
    }
}

/// Counts the attempt, compares the code and spends its time step, all in one transaction.
async fn take(ground: &Arc<Puebla>, underway: &Underway, typed: String) -> Result<Outcome, StoreError> {
    let (person, key, now) = (underway.person(), underway.key, ground.clock.now());
    let tried = Tried::proof(&ground.keys, &underway.known.user_name);
    let keys = Arc::clone(ground);
    let act = move |connection: &rusqlite::Connection| {
        if let Attempt::Wait(seconds) = attempts::count(connection, tried, now)? {
            return Ok(Outcome::Wait(seconds));
        }
        if totp::take(connection, &keys.keys, person, &typed, now)? {
            attempts::take_back(connection, tried)?;
            return Ok(Outcome::Right);
        }
        // Whoever comes so far has the password: the person is to know.
        notices::keep(connection, person, What::Failures, 1, now)?;
        Ok(Outcome::Wrong { over: underway::count_wrong_code(connection, &key)? })
    };
    ground.base.write(act).await
}

fn again(visit: &Visit, filled: &Filled, csrf: &str) -> Response {
    visit.refused_page("sign-in-code-title", body(visit, filled, csrf)).into_response()
}

fn body(visit: &Visit, filled: &Filled, csrf: &str) -> Markup {
    let voice = &visit.voice;
    html! {
        (error_summary(voice, filled))
        h1 { (voice.t("sign-in-code-title")) }
        div .card .narrow {
            (form("/sign-in/code", csrf, html! {
                (text_input(voice, filled, &field().autofocus()))
                (submit_row(voice, "sign-in-go", Some(html! { a href=(SIGN_IN_PATH) { (voice.t("sign-in-start-again")) } })))
            }))
        }
        p .aside { (voice.t("sign-in-code-lost")) }
    }
}

/// Answers the field for a code, the same on every page.
pub(in super::super) fn field() -> Field<'static> {
    Field::new("code", "codes-code")
        .hint("codes-code-hint")
        .autocomplete("one-time-code")
        .input_mode("numeric")
        .max_length(9)
        .mono()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use axum::http::StatusCode;
    use jiff::SignedDuration;

    use crate::specimen::{PASSWORD, Specimen};

    fn examiner(specimen: &Specimen) -> crate::identity::totp::Secret {
        specimen.with_password("GTM", "gtm.examiner", &["document_examiner"]);
        specimen.with_codes("gtm.examiner")
    }

    #[tokio::test]
    async fn a_password_alone_opens_nothing_and_the_code_opens_the_session() {
        let specimen = Specimen::new(&[]);
        let secret = examiner(&specimen);
        let mut browser = specimen.browser();
        browser.get("/sign-in").await;
        let form = [("user_name", "gtm.examiner"), ("password", PASSWORD), ("next", "/account/tokens")];
        let answer = browser.post("/sign-in", &form).await;
        assert_eq!(answer.location().as_deref(), Some("/sign-in/code"));
        assert!(answer.cookie_line("puebla").is_none());
        let line = answer.cookie_line("puebla-sign-in").unwrap();
        assert!(line.contains("HttpOnly") && line.contains("SameSite=Strict"), "{line}");
        assert!(!browser.is_signed_in().await);
        let half = browser.cookies["puebla-sign-in"].clone();
        browser.cookies.insert("puebla".into(), half);
        assert!(!browser.is_signed_in().await, "the cookie between the steps is no session");
        browser.cookies.remove("puebla");
        browser.get("/sign-in/code").await;
        let code = secret.code(specimen.clock.now());
        let answer = browser.post("/sign-in/code", &[("code", &code)]).await;
        assert_eq!(answer.location().as_deref(), Some("/account/tokens"));
        assert!(browser.is_signed_in().await);
        assert!(!browser.cookies.contains_key("puebla-sign-in"));
        let now = specimen.clock.now();
        assert!(specimen.ground.identity.by_cookie(&browser.cookies["puebla"], now).unwrap().factor.is_second());
        assert_eq!(
            specimen.log_acts(),
            ["identity.sign_in password Granted", "identity.sign_in code Granted", "identity.sign_in in Granted"]
        );
    }

    #[tokio::test]
    async fn a_code_serves_once() {
        let specimen = Specimen::new(&[]);
        let secret = examiner(&specimen);
        let mut first = specimen.browser();
        first.sign_in("gtm.examiner", Some(&secret)).await;
        assert!(first.is_signed_in().await);
        let mut second = specimen.browser();
        let refused = second.sign_in("gtm.examiner", Some(&secret)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "the same code again");
        assert!(!second.is_signed_in().await);
        specimen.clock.advance(SignedDuration::from_secs(30));
        let mut third = specimen.browser();
        third.sign_in("gtm.examiner", Some(&secret)).await;
        assert!(third.is_signed_in().await);
    }

    #[tokio::test]
    async fn five_wrong_codes_end_the_sign_in_and_slow_the_account_down() {
        let specimen = Specimen::new(&[]);
        let secret = examiner(&specimen);
        let mut browser = specimen.browser();
        browser.sign_in("gtm.examiner", None).await;
        let wrong = if secret.code(specimen.clock.now()) == "000000" { "111111" } else { "000000" };
        for turn in 1..=5 {
            let answer = browser.post("/sign-in/code", &[("code", wrong)]).await;
            if turn < 5 {
                assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{turn}");
            } else {
                assert_eq!(answer.location().as_deref(), Some("/sign-in"), "over");
            }
        }
        let code = secret.code(specimen.clock.now());
        let late = browser.post("/sign-in/code", &[("code", &code)]).await;
        assert_eq!(late.location().as_deref(), Some("/sign-in"), "the right one comes too late");
        let again = browser.post("/sign-in", &[("user_name", "gtm.examiner"), ("password", PASSWORD)]).await;
        assert_eq!(again.location().as_deref(), Some("/sign-in/code"));
        browser.get("/sign-in/code").await;
        let waits = browser.post("/sign-in/code", &[("code", &code)]).await;
        assert_eq!(waits.status, StatusCode::TOO_MANY_REQUESTS, "a right password does not forgive wrong codes");
    }

    #[tokio::test]
    async fn the_time_between_password_and_code_is_short() {
        let specimen = Specimen::new(&[]);
        let secret = examiner(&specimen);
        let mut browser = specimen.browser();
        browser.sign_in("gtm.examiner", None).await;
        specimen.clock.advance(super::super::underway::CODE_LIMIT);
        let code = secret.code(specimen.clock.now());
        let answer = browser.post("/sign-in/code", &[("code", &code)]).await;
        assert_eq!(answer.location().as_deref(), Some("/sign-in"));
        specimen.ground.identity.forget_ended(&specimen.ground.base, specimen.clock.now()).unwrap();
        let left = specimen
            .ground
            .base
            .read(|c| Ok(c.query_row("SELECT count(*) FROM pending_sign_in", [], |row| row.get::<_, u64>(0))?));
        assert_eq!(left.unwrap(), 0);
    }

    #[tokio::test]
    async fn the_step_takes_its_own_form_alone() {
        let specimen = Specimen::new(&[]);
        let secret = examiner(&specimen);
        let mut browser = specimen.browser();
        browser.sign_in("gtm.examiner", None).await;
        let code = secret.code(specimen.clock.now());
        for csrf in ["", "somebody-elses"] {
            let answer = browser.post_bare("/sign-in/code", &[("csrf", csrf), ("code", &code)]).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN);
        }
        assert!(!browser.is_signed_in().await);
        browser.get("/sign-in/code").await;
        browser.post("/sign-in/code", &[("code", &code)]).await;
        assert!(browser.is_signed_in().await, "the refused forms spent nothing");
        let jump = specimen.browser().get("/sign-in/code").await;
        assert_eq!(jump.location().as_deref(), Some("/sign-in"), "no step without the one before");
    }
}
