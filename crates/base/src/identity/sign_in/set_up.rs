//! The second step for whoever must have one-time codes and has none yet.

use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use rusqlite::Connection;

use super::super::Factor;
use super::super::attempts::{self, Attempt, Tried};
use super::super::credentials::Credentials;
use super::super::totp::{self, FirstCode, Secret};
use super::code::{self, Outcome};
use super::underway::{self, Underway};
use super::{SIGN_IN_PATH, Step, note, password};
use crate::access::Decision;
use crate::ground::Puebla;
use crate::store::StoreError;
use crate::web::fields::{error_summary, form, submit_row, text_input};
use crate::web::{Filled, PostedOpenly, Refusal, Visit, Voice, parts, see_other};

/// Shows the secret as a QR code and in letters.
pub(super) async fn page(
    State(ground): State<Arc<Puebla>>,
    visit: Visit,
    underway: Underway,
) -> Result<Response, Refusal> {
    if let Some(elsewhere) = underway.elsewhere(Step::SetUp) {
        return Ok(elsewhere);
    }
    match shown(&ground, &underway)? {
        Some(secret) => {
            Ok(visit.page("codes-title", body(&ground, &visit, &Filled::new(), &underway, &secret)?).into_response())
        }
        None => Ok(see_other(SIGN_IN_PATH)),
    }
}

/// Takes the first code, which shows that the secret has arrived.
pub(super) async fn submit(
    State(ground): State<Arc<Puebla>>,
    visit: Visit,
    underway: Underway,
    headers: HeaderMap,
    PostedOpenly(mut filled): PostedOpenly,
) -> Result<Response, Refusal> {
    underway.check(&filled)?;
    if let Some(elsewhere) = underway.elsewhere(Step::SetUp) {
        return Ok(elsewhere);
    }
    let Some(secret) = shown(&ground, &underway)? else { return Ok(see_other(SIGN_IN_PATH)) };
    let person = Some(underway.person());
    let typed = filled.typed("code").to_owned();
    match check(&ground, &underway, typed.clone()).await? {
        Outcome::Right => {
            // Before they are set up: what cannot be logged changes nothing.
            note(&ground, person, Decision::Granted, "codes_set_up").await?;
            let (held, key, person, now) = (Arc::clone(&ground), underway.key, underway.person(), visit.voice.now);
            let confirm = move |connection: &Connection| {
                let first = FirstCode { keys: &held.keys, shown_to: &key, person, typed: &typed, now };
                confirm_first(connection, &first)
            };
            if !ground.base.write(confirm).await? {
                return Ok(see_other(SIGN_IN_PATH));
            }
            underway::go_on(&ground, underway, Factor::Code, &headers).await
        }
        Outcome::Wrong { .. } => {
            note(&ground, person, Decision::Refused, "wrong_code").await?;
            filled.refuse("code", visit.voice.t("codes-first-wrong"));
            Ok(visit.refused_page("codes-title", body(&ground, &visit, &filled, &underway, &secret)?).into_response())
        }
        Outcome::Wait(seconds) => {
            note(&ground, person, Decision::Refused, "throttled").await?;
            filled.refuse("code", visit.voice.tn("sign-in-wait", &[("seconds", seconds.into())]));
            let page = visit.refused_page("codes-title", body(&ground, &visit, &filled, &underway, &secret)?);
            Ok(password::wait(page.into_response(), seconds))
        }
    }
}

fn shown(ground: &Puebla, underway: &Underway) -> Result<Option<Secret>, StoreError> {
    let (person, now) = (underway.person(), ground.clock.now());
    ground.base.read(|connection| totp::offered(connection, &ground.keys, &underway.key, person, now))
}

/// Counts the attempt and compares the code; nothing is set up by it.
async fn check(ground: &Arc<Puebla>, underway: &Underway, typed: String) -> Result<Outcome, StoreError> {
    let (person, key, now) = (underway.person(), underway.key, ground.clock.now());
    let tried = Tried::proof(&ground.keys, &underway.known.user_name);
    let held = Arc::clone(ground);
    let act = move |connection: &Connection| {
        if let Attempt::Wait(seconds) = attempts::count(connection, tried, now)? {
            return Ok(Outcome::Wait(seconds));
        }
        let first = FirstCode { keys: &held.keys, shown_to: &key, person, typed: &typed, now };
        if first.is_right(connection)? {
            attempts::take_back(connection, tried)?;
            return Ok(Outcome::Right);
        }
        Ok(Outcome::Wrong { over: false })
    };
    ground.base.write(act).await
}

/// Sets the codes up for somebody who has none: of two sign-ins that show a secret each, the first to confirm has it.
fn confirm_first(connection: &Connection, first: &FirstCode<'_>) -> Result<bool, StoreError> {
    let has_none =
        Credentials::of(connection, first.person)?.is_some_and(|known| !known.has_codes && known.passkeys == 0);
    Ok(has_none && first.confirm(connection)?)
}

fn body(
    ground: &Puebla,
    visit: &Visit,
    filled: &Filled,
    underway: &Underway,
    secret: &Secret,
) -> Result<Markup, StoreError> {
    let voice = &visit.voice;
    Ok(html! {
        (error_summary(voice, filled))
        h1 { (voice.t("codes-title")) }
        p { (voice.t("codes-why")) }
        (steps(voice, ground, &underway.known.user_name, secret)?)
        div .card .narrow {
            (form("/sign-in/set-up", &underway.csrf, html! {
                (text_input(voice, filled, &code::field()))
                (submit_row(voice, "codes-confirm", None))
            }))
        }
    })
}

/// Draws what to do with a new secret: the application, the QR code, the letters.
pub(in super::super) fn steps(
    voice: &Voice,
    ground: &Puebla,
    user_name: &str,
    secret: &Secret,
) -> Result<Markup, StoreError> {
    let address = secret.address(&ground.identity.profile().code, user_name)?;
    Ok(html! {
        ol .steps {
            li { (voice.t("codes-step-app")) }
            li { (voice.t("codes-step-scan")) (totp::drawn(voice, &address)) }
            li { (voice.t("codes-step-type")) p .mono .secret { (secret.grouped()) } }
            li { (voice.t("codes-step-confirm")) }
        }
        (parts::notice(parts::Tone::Quiet, html! { p { (voice.t("codes-once")) } }))
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use axum::http::StatusCode;
    use jiff::SignedDuration;

    use super::*;
    use crate::identity::totp::current_code;
    use crate::specimen::{PASSWORD, Specimen};

    #[tokio::test]
    async fn whoever_has_none_sets_codes_up_before_anything_else() {
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.examiner", &["document_examiner"]);
        let mut browser = specimen.browser();
        browser.get("/sign-in").await;
        let answer = browser.post("/sign-in", &[("user_name", "gtm.examiner"), ("password", PASSWORD)]).await;
        assert_eq!(answer.location().as_deref(), Some("/sign-in/set-up"));
        assert!(!browser.is_signed_in().await);
        for elsewhere in ["/sign-in/code", "/sign-in/new-password"] {
            assert_eq!(browser.get(elsewhere).await.location().as_deref(), Some("/sign-in/set-up"));
        }
        let page = browser.get("/sign-in/set-up").await;
        assert!(page.body.contains("<svg class=\"qr\"") && !page.body.contains("style="), "a drawing without a style");
        let letters =
            page.body.split("class=\"mono secret\">").nth(1).unwrap().split('<').next().unwrap().replace(' ', "");
        let again = browser.get("/sign-in/set-up").await;
        assert!(again.body.replace(' ', "").contains(&letters), "loading the page again shows the same secret");
        let code = current_code(&letters, specimen.clock.now()).unwrap();
        let wrong = if code == "000000" { "111111" } else { "000000" };
        assert_eq!(browser.post("/sign-in/set-up", &[("code", wrong)]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let answer = browser.post("/sign-in/set-up", &[("code", &code)]).await;
        assert_eq!(answer.location().as_deref(), Some("/"));
        assert!(browser.is_signed_in().await);
        let page = browser.get("/account").await;
        assert!(!page.body.contains(&letters));
        let mut other = specimen.browser();
        other.get("/sign-in").await;
        let answer = other.post("/sign-in", &[("user_name", "gtm.examiner"), ("password", PASSWORD)]).await;
        assert_eq!(answer.location().as_deref(), Some("/sign-in/code"), "from now on a code is asked for");
        other.get("/sign-in/code").await;
        let replayed = other.post("/sign-in/code", &[("code", &code)]).await;
        assert_eq!(replayed.status, StatusCode::UNPROCESSABLE_ENTITY, "the code that confirmed has served");
    }

    #[tokio::test]
    async fn a_secret_shown_to_one_is_confirmed_by_nobody_else() {
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.examiner", &["document_examiner"]);
        let (mut thief, mut owner) = (specimen.browser(), specimen.browser());
        let letters = async |browser: &mut crate::specimen::Browser<'_>| {
            let page = browser.sign_in("gtm.examiner", None).await;
            page.body.split("class=\"mono secret\">").nth(1).unwrap().split('<').next().unwrap().replace(' ', "")
        };
        let (of_thief, of_owner) = (letters(&mut thief).await, letters(&mut owner).await);
        assert_ne!(of_thief, of_owner);
        let code = current_code(&of_owner, specimen.clock.now()).unwrap();
        owner.post("/sign-in/set-up", &[("code", &code)]).await;
        assert!(owner.is_signed_in().await);
        let code = current_code(&of_thief, specimen.clock.now()).unwrap();
        let answer = thief.post("/sign-in/set-up", &[("code", &code)]).await;
        assert_eq!(answer.location().as_deref(), Some("/sign-in/code"), "there are codes now, and they are not these");
        assert!(!thief.is_signed_in().await);
    }

    #[test]
    fn of_two_first_codes_at_once_the_first_alone_counts() {
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.examiner", &["document_examiner"]);
        let person = specimen.sign_in("gtm.examiner", None).caller.person;
        let (ground, now) = (Arc::clone(&specimen.ground), specimen.clock.now());
        let (owner, thief) = (Secret::from_bytes([1; 20]), Secret::from_bytes([2; 20]));
        let confirmed = specimen.ground.base.write_blocking(move |connection| {
            let ends_at = now + super::underway::SET_UP_LIMIT;
            let mut confirmed = Vec::new();
            for (key, secret) in [([1; 32], &owner), ([2; 32], &thief)] {
                totp::offer(connection, &key, person, &secret.seal(&ground.keys, person)?, ends_at)?;
            }
            // Both were let in while there were no codes.
            for (key, secret) in [([1; 32], &owner), ([2; 32], &thief)] {
                let first = FirstCode { keys: &ground.keys, shown_to: &key, person, typed: &secret.code(now), now };
                confirmed.push(confirm_first(connection, &first)?);
            }
            let next = now + SignedDuration::from_secs(30);
            let held = totp::take(connection, &ground.keys, person, &owner.code(next), next)?;
            Ok::<_, StoreError>((confirmed, held))
        });
        assert_eq!(confirmed.unwrap(), (vec![true, false], true), "the codes are the first one's");
    }

    #[tokio::test]
    async fn the_secret_rests_sealed() {
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.examiner", &["document_examiner"]);
        let secret = specimen.with_codes("gtm.examiner");
        specimen.browser().sign_in("gtm.examiner", Some(&secret)).await;
        let base32 = secret.base32();
        let raw = secret.bytes();
        for file in ["base.db", "base.db-wal", "access.db", "access.db-wal"] {
            let bytes = std::fs::read(specimen.path().join(file)).unwrap_or_default();
            let holds = |what: &[u8]| bytes.windows(what.len()).any(|window| window == what);
            assert!(!holds(base32.as_bytes()) && !holds(raw), "{file}");
        }
    }
}
