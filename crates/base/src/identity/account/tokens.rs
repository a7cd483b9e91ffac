//! Tokens: what a machine shows in place of a session, for some of one's own purposes and for some days.

use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::{SignedDuration, Timestamp};
use maud::{Markup, html};
use rusqlite::Connection;
use uuid::Uuid;

use super::super::acts::{END_TOKEN, MAKE_TOKEN};
use super::super::profile::InForce;
use super::super::sessions::{TokenFacts, TokenSpec, tokens_of};
use super::super::sign_in::waiting;
use super::super::{Caller, Factor, people};
use super::{ACCOUNT_PATH, Proof, insist, log, own, proof_fields, proof_form, proof_sayings, prove, with_script};
use crate::access::Purpose;
use crate::ground::Puebla;
use crate::web::fields::{Choice, Field, checkboxes, error_summary, form, hidden, radios, submit_row, text_input};
use crate::web::parts::{Tone, notice};
use crate::web::tables::{Column, Table, table};
use crate::web::{FeedSpec, Filled, Posted, Refusal, SignedIn, Visit, purpose_key, see_other};

/// Days after which a token ends at the latest.
const DAYS_MOST: i64 = 365;

/// Tokens one person has at most at a time.
const TOKENS_MOST: usize = 20;

/// Characters of a token's name at most.
const NAME_MOST: usize = 60;

/// Shows one's tokens and the form for another.
pub(super) async fn page(SignedIn { caller, ground }: SignedIn, visit: Visit) -> Result<Response, Refusal> {
    let visit = with_script(visit);
    let body = body(&ground, &caller, &visit, &Filled::new().with("days", "90").with("opens", PURPOSES))?;
    Ok(visit.page("tokens-title", body).into_response())
}

/// Makes a token and shows its secret, once.
pub(super) async fn make(
    SignedIn { caller, ground }: SignedIn,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let visit = with_script(visit);
    let again = |filled: &Filled| -> Result<Response, Refusal> {
        Ok(visit.refused_page("tokens-title", body(&ground, &caller, &visit, filled)?).into_response())
    };
    let Some(wanted) = Wanted::parse(&mut filled, &visit, &caller, &feeds_of(&ground, &caller)) else {
        return again(&filled);
    };
    // Asked before the proof, which serves once, and again where the token is made: of two forms at once one comes second.
    if mine(&ground, &caller, &visit)?.len() >= TOKENS_MOST {
        filled.refuse_form(visit.voice.t("tokens-too-many"));
        return Ok((StatusCode::CONFLICT, again(&filled)?).into_response());
    }
    let factor = match prove(&ground, &caller, &visit.voice, &mut filled, &MAKE_TOKEN).await? {
        Proof::Right(factor) => factor,
        Proof::Wrong => return again(&filled),
        Proof::Wait(seconds) => return Ok(waiting(again(&filled)?, seconds)),
    };
    log(&ground, &caller, &MAKE_TOKEN, "").await?;
    let now = visit.voice.now;
    let ends_at = now + SignedDuration::from_hours(24 * wanted.days);
    let (sessions, profile) = (Arc::clone(ground.identity.sessions()), ground.identity.profile());
    let (held, name, opens) = (Arc::clone(&caller), wanted.name.clone(), wanted.feed);
    let spec = TokenSpec { name: wanted.name, purposes: wanted.purposes, feed: opens.map(|feed| feed.code), ends_at };
    let fresh = ground
        .base
        .write(move |connection| {
            let proved = proved(connection, &profile, &held, (factor, now))?;
            Ok::<_, Refusal>(sessions.make_token(connection, &proved, &spec, now)?)
        })
        .await;
    let fresh = match fresh {
        Ok(fresh) => fresh,
        Err(Refusal::Conflict(said)) => {
            filled.refuse_form(visit.voice.say(&said));
            return Ok((StatusCode::CONFLICT, again(&filled)?).into_response());
        }
        Err(refusal) => return Err(refusal),
    };
    let how = opens.map(|feed| (feed.words.made, address(&ground, &visit, feed)));
    Ok(visit.page("tokens-made-title", made(&visit, &name, &fresh.secret, how.as_ref())).into_response())
}

/// Reads whoever has just proved who they are again, where changes of the person are in line before us or after.
///
/// Errors: `SignIn` where they are nobody any more; `Conflict` where they have as many tokens as one person may have.
fn proved(
    connection: &Connection,
    profile: &InForce,
    caller: &Caller,
    (factor, now): (Factor, Timestamp),
) -> Result<Caller, Refusal> {
    insist(connection, caller.session)?;
    if tokens_of(connection, caller.person, now)?.len() >= TOKENS_MOST {
        return Err(Refusal::conflict("tokens-too-many"));
    }
    let person = people::caller(connection, profile, caller.person)?.filter(|person| person.active);
    person.map(|person| Caller { factor, ..person }).ok_or(Refusal::SignIn)
}

/// Ends one of one's own tokens.
pub(super) async fn end(
    SignedIn { caller, ground }: SignedIn,
    visit: Visit,
    Posted(filled): Posted,
) -> Result<Response, Refusal> {
    let named = filled.typed("token").parse::<Uuid>().map_err(|_| Refusal::NotFound)?;
    if !mine(&ground, &caller, &visit)?.iter().any(|token| token.id == named) {
        return Err(Refusal::NotFound);
    }
    log(&ground, &caller, &END_TOKEN, "").await?;
    let sessions = Arc::clone(ground.identity.sessions());
    ground.base.write(move |connection| sessions.end(connection, named)).await?;
    Ok(see_other("/account/tokens"))
}

/// What a token opens, as the form says it: everything of its purposes. Else it is the code of a feed.
const PURPOSES: &str = "purposes";

/// A token as the form asks for it.
struct Wanted {
    name: String,
    purposes: Vec<Purpose>,
    feed: Option<&'static FeedSpec>,
    days: i64,
}

/// Answers the feeds that somebody may read.
fn feeds_of(ground: &Puebla, caller: &Caller) -> Vec<&'static FeedSpec> {
    ground.feeds().filter(|feed| feed.may_be_opened_by(&ground.policy, caller)).collect()
}

/// Answers what a program is told to ask for, in the reader's language.
fn address(ground: &Puebla, visit: &Visit, feed: &FeedSpec) -> String {
    let origin = ground.settings.origin.as_ref().map_or("", |origin| origin.address());
    format!("{origin}{}?language={}", feed.path, visit.voice.language.tag())
}

impl Wanted {
    fn parse(filled: &mut Filled, visit: &Visit, caller: &Caller, feeds: &[&'static FeedSpec]) -> Option<Self> {
        let voice = &visit.voice;
        let name = filled.typed("name").trim().to_owned();
        if name.is_empty() || name.chars().count() > NAME_MOST || name.chars().any(char::is_control) {
            filled.refuse("name", voice.tn("tokens-name-form", &[("most", NAME_MOST.into())]));
        }
        let chosen: Vec<Option<Purpose>> = filled
            .chosen("purposes")
            .map(|code| code.parse().ok().filter(|purpose| caller.purposes.contains(purpose)))
            .collect();
        let opens = filled.typed("opens");
        let feed = feeds.iter().find(|feed| feed.code == opens).copied();
        // What cannot be read must not open more than was meant.
        if feed.is_none() && !["", PURPOSES].contains(&opens) {
            filled.refuse("opens", voice.t("tokens-opens-missing"));
        }
        let purposes: Option<Vec<Purpose>> = match feed {
            Some(feed) => Some(vec![feed.purpose]),
            None => chosen.into_iter().collect(),
        };
        if purposes.as_ref().is_none_or(Vec::is_empty) {
            filled.refuse("purposes", voice.t("tokens-purposes-missing"));
        }
        let days = filled.typed("days").trim().parse::<i64>().ok().filter(|days| (1..=DAYS_MOST).contains(days));
        if days.is_none() {
            filled.refuse("days", voice.tn("tokens-days-form", &[("most", DAYS_MOST.into())]));
        }
        let (Some(purposes), Some(days), false) = (purposes, days, filled.is_refused()) else { return None };
        Some(Wanted { name, purposes, feed, days })
    }
}

fn mine(ground: &Puebla, caller: &Caller, visit: &Visit) -> Result<Vec<TokenFacts>, Refusal> {
    Ok(ground.base.read(|connection| tokens_of(connection, caller.person, visit.voice.now))?)
}

fn made(visit: &Visit, name: &str, secret: &str, address: Option<&(&str, String)>) -> Markup {
    let voice = &visit.voice;
    html! {
        h1 { (voice.t("tokens-made-title")) }
        (notice(Tone::Soon, html! { p { (voice.t("tokens-made-once")) } }))
        div .card {
            p { (name) }
            p .mono .secret { (secret) }
            @if let Some((key, address)) = address {
                p { (voice.t(key)) }
                p .mono { (address) }
                p .aside { (voice.t("tokens-made-feed-how")) }
            } @else {
                p .aside { (voice.t("tokens-made-how")) }
            }
        }
        p { a href="/account/tokens" { (voice.t("tokens-back")) } }
    }
}

fn body(ground: &Puebla, caller: &Caller, visit: &Visit, filled: &Filled) -> Result<Markup, Refusal> {
    let voice = &visit.voice;
    let tokens = mine(ground, caller, visit)?;
    let known = own(ground, caller)?;
    let choices: Vec<Choice<'_>> =
        caller.purposes.iter().map(|purpose| Choice::new(purpose.code(), voice.t(purpose_key(*purpose)))).collect();
    let days = Field::new("days", "tokens-days").input_mode("numeric").max_length(3);
    let feeds = feeds_of(ground, caller);
    let alone =
        feeds.iter().map(|feed| Choice::new(feed.code, voice.t(feed.words.name)).hint(voice.t(feed.words.hint)));
    let opens: Vec<Choice<'_>> =
        std::iter::once(Choice::new(PURPOSES, voice.t("tokens-opens-purposes"))).chain(alone).collect();
    let fields = html! {
                (text_input(voice, filled, &Field::new("name", "tokens-name").hint("tokens-name-hint").max_length(60)))
                @if !feeds.is_empty() { (radios(voice, filled, &Field::new("opens", "tokens-opens"), &opens)) }
                (checkboxes(voice, filled, &Field::new("purposes", "tokens-purposes"), &choices))
                (text_input(voice, filled, &days))
                (proof_fields(voice, filled, &known))
                (submit_row(voice, "tokens-make", Some(html! { a href=(ACCOUNT_PATH) { (voice.t("form-cancel")) } })))
    };
    Ok(html! {
        (error_summary(voice, filled))
        h1 { (voice.t("tokens-title")) }
        p { (voice.t("tokens-what")) }
        section .card { (list(ground, visit, &tokens)) }
        (proof_sayings(ground, visit, &known))
        div .card .narrow {
            h2 { (voice.t("tokens-new")) }
            (proof_form(ground, visit, &known, "/account/tokens", fields))
        }
    })
}

fn list(ground: &Puebla, visit: &Visit, tokens: &[TokenFacts]) -> Markup {
    let voice = &visit.voice;
    let feed = |token: &TokenFacts| ground.feeds().find(|feed| token.feed.as_deref() == Some(feed.code));
    let rows = tokens.iter().map(|token| {
        let purposes: Vec<String> =
            token.purposes.iter().map(|purpose| voice.t(purpose_key(*purpose)).into_owned()).collect();
        vec![
            html! { (token.name) },
            html! { (purposes.join(", ")) @if let Some(feed) = feed(token) { br; (voice.t(feed.words.name)) } },
            html! { (voice.instant(token.made_at)) },
            html! { (voice.instant(token.ends_at)) },
            form(
                "/account/tokens/end",
                visit.csrf(),
                html! {
                    (hidden("token", &token.id.to_string()))
                    button .plain type="submit" { (voice.t("tokens-end")) }
                },
            ),
        ]
    });
    let columns = ["tokens-name", "tokens-purposes", "tokens-made", "tokens-ends", "account-session-what"];
    table(
        voice,
        &Table {
            id: "tokens",
            caption: voice.t("tokens-list").into_owned(),
            columns: columns.into_iter().map(|key| Column::text(voice.t(key))).collect(),
            rows: rows.collect(),
            empty: "tokens-none",
        },
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::specimen::{PASSWORD, Specimen};

    fn wanted() -> [(&'static str, &'static str); 3] {
        [("name", "Counter north"), ("purposes", "border_control"), ("days", "30")]
    }

    fn shown(body: &str) -> String {
        body.split("class=\"mono secret\">").nth(1).unwrap().split('<').next().unwrap().to_owned()
    }

    #[tokio::test]
    async fn a_token_is_made_with_a_fresh_code_shown_once_and_ended() {
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.examiner", &["document_examiner"]);
        let secret = specimen.with_codes("gtm.examiner");
        let mut browser = specimen.browser();
        browser.sign_in("gtm.examiner", Some(&secret)).await;
        let form = browser.get("/account/tokens").await;
        assert!(!form.body.contains("name=\"opens\""), "there is no feed here to choose");
        let code = secret.code(specimen.clock.now());
        let mut form = wanted().to_vec();
        form.extend([("password", PASSWORD), ("code", code.as_str())]);
        let used = browser.post("/account/tokens", &form).await;
        assert_eq!(used.status, StatusCode::UNPROCESSABLE_ENTITY, "the code of the sign-in does not serve again");
        specimen.clock.advance(SignedDuration::from_secs(30));
        let code = secret.code(specimen.clock.now());
        let mut form = wanted().to_vec();
        form.extend([("password", PASSWORD), ("code", code.as_str())]);
        let made = browser.post("/account/tokens", &form).await;
        assert_eq!(made.status, StatusCode::OK);
        let token = shown(&made.body);
        let by_token = |purpose| specimen.ground.identity.by_token(&token, Some(purpose), specimen.clock.now());
        assert!(by_token(Purpose::BorderControl).unwrap().factor.is_second());
        assert_eq!(by_token(Purpose::DocumentExamination).unwrap().purpose, None);
        let list = browser.get("/account/tokens").await;
        assert!(list.body.contains("Counter north") && !list.body.contains(&token));
        let id = by_token(Purpose::BorderControl).unwrap().session.to_string();
        browser.post("/account/tokens/end", &[("token", &id)]).await;
        assert!(by_token(Purpose::BorderControl).is_none());
        let acts = specimen.log_acts();
        assert!(acts.contains(&"identity.make_token wrong_proof Refused".to_owned()), "{acts:?}");
        assert_eq!(acts[acts.len() - 2..], ["identity.make_token  Granted", "identity.end_token  Granted"]);
    }

    #[tokio::test]
    async fn a_password_alone_makes_no_token_and_one_that_rests_on_it_is_nobodys() {
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.officer", &["border_officer"]);
        let mut browser = specimen.browser();
        browser.enter("gtm.officer").await;
        let form = browser.get("/account/tokens").await;
        assert!(form.body.contains("name=\"password\"") && form.body.contains("name=\"code\""));
        for (password, field) in [("", "password"), ("not the present one", "password"), (PASSWORD, "code")] {
            let mut form = wanted().to_vec();
            form.push(("password", password));
            let answer = browser.post("/account/tokens", &form).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "a session left open makes no token");
            assert!(answer.body.contains(&format!("href=\"#{field}\"")), "{}", answer.body);
        }
        let acts = specimen.log_acts();
        assert_eq!(acts.iter().filter(|act| *act == "identity.make_token wrong_proof Refused").count(), 3);
        let (sessions, now) = (Arc::clone(specimen.ground.identity.sessions()), specimen.clock.now());
        let caller = specimen.sign_in("gtm.officer", None).caller;
        for (factor, opens) in [(Factor::Password, false), (Factor::Code, true)] {
            let (sessions, caller) = (Arc::clone(&sessions), Caller { factor, ..Caller::clone(&caller) });
            let made = specimen.ground.base.write_blocking(move |c| {
                let ends_at = now + SignedDuration::from_hours(1);
                let purposes = vec![Purpose::BorderControl];
                sessions.make_token(c, &caller, &TokenSpec { name: "n".into(), purposes, feed: None, ends_at }, now)
            });
            let token = made.unwrap().secret;
            let found = specimen.ground.identity.by_token(&token, Some(Purpose::BorderControl), now);
            assert_eq!(found.is_some(), opens, "{factor:?}");
        }
    }

    #[test]
    fn what_was_proved_before_a_reset_makes_no_token_after_it() {
        let specimen = Specimen::new(&[]);
        specimen.enrol("GTM", "gtm.officer", &["border_officer"]);
        let caller = specimen.sign_in("gtm.officer", None).caller;
        let (profile, by) = (specimen.ground.identity.profile(), (Factor::Code, specimen.clock.now()));
        let again = || specimen.ground.base.read(|c| Ok(proved(c, &profile, &caller, by)));
        assert_eq!(again().unwrap().unwrap().factor, Factor::Code);
        let (sessions, person) = (Arc::clone(specimen.ground.identity.sessions()), caller.person);
        specimen.ground.base.write_blocking(move |c| sessions.end_all(c, person)).unwrap();
        assert!(matches!(again().unwrap(), Err(Refusal::SignIn)), "the person is active, and the session has ended");
    }

    #[tokio::test]
    async fn a_person_has_no_more_tokens_than_the_most_and_the_form_comes_back() {
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.officer", &["border_officer"]);
        let mut browser = specimen.browser();
        browser.enter("gtm.officer").await;
        browser.get("/account/tokens").await;
        for _ in 1..TOKENS_MOST {
            specimen.token("gtm.officer", &[Purpose::BorderControl]);
        }
        let (caller, now) = (specimen.sign_in("gtm.officer", None).caller, specimen.clock.now());
        let profile = specimen.ground.identity.profile();
        let another = || specimen.ground.base.read(|c| Ok(proved(c, &profile, &caller, (Factor::Code, now))));
        assert!(another().unwrap().is_ok());
        // A second form was sent meanwhile.
        specimen.token("gtm.officer", &[Purpose::BorderControl]);
        assert!(matches!(another().unwrap(), Err(Refusal::Conflict(_))));
        let answer = browser.post("/account/tokens", &wanted()).await;
        assert_eq!(answer.status, StatusCode::CONFLICT);
        assert!(answer.body.contains("End one first") && answer.body.contains("Counter north"), "{}", answer.body);
    }

    #[tokio::test]
    async fn what_cannot_be_made_is_said_beside_its_field() {
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.officer", &["border_officer"]);
        let mut browser = specimen.browser();
        browser.enter("gtm.officer").await;
        browser.get("/account/tokens").await;
        let long = "n".repeat(61);
        for (name, purposes, days, field) in [
            ("", "border_control", "1", "name"),
            (&long, "border_control", "1", "name"),
            ("n", "", "1", "purposes"),
            ("n", "administration", "1", "purposes"),
            ("n", "border_control", "0", "days"),
            ("n", "border_control", "366", "days"),
            ("n", "border_control", "many", "days"),
        ] {
            let answer =
                browser.post("/account/tokens", &[("name", name), ("purposes", purposes), ("days", days)]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
            assert!(answer.body.contains(&format!("href=\"#{field}\"")), "{field}");
        }
        assert!(specimen.log_acts().iter().all(|act| !act.contains("token")));
    }

    #[tokio::test]
    async fn nobody_ends_what_is_another_persons() {
        let specimen = Specimen::new(&[]);
        let own = specimen.enrol("GTM", "gtm.own", &["border_officer"]);
        let token = specimen.token(&own, &[Purpose::BorderControl]);
        let session = specimen.sign_in(&own, None);
        let other = specimen.signed_in("GTM", "border_officer", Purpose::BorderControl);
        let now = specimen.clock.now();
        let held = specimen.ground.identity.by_token(&token, None, now).unwrap();
        for (path, field, id) in [
            ("/account/tokens/end", "token", held.session),
            ("/account/sessions/end", "session", session.caller.session),
        ] {
            let answer = specimen.post(&other, path, &[(field, &id.to_string())]).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND);
        }
        assert!(specimen.ground.identity.by_token(&token, None, now).is_some());
        assert!(specimen.ground.identity.by_cookie(&session.secret, now).is_some());
    }
}
