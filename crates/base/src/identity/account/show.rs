//! The account's page: who one is here, and which sessions are open.

use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use uuid::Uuid;

use super::super::acts::STOP_RECOVERY;
use super::super::credentials::Credentials;
use super::super::recovery_begun_by;
use super::super::roster::stop_recovery as stop_recovery_of;
use super::super::sessions::{SessionFacts, tokens_of};
use super::super::{Caller, Factor};
use super::{ACCOUNT_PATH, log, own, passkeys};
use crate::ground::Puebla;
use crate::web::fields::form;
use crate::web::parts::{Tone, card, facts, notice, tag};
use crate::web::tables::{Column, Table, table};
use crate::web::{Posted, Refusal, SignedIn, Visit, purpose_key, see_other};

/// Shows one's own account.
pub(super) async fn page(SignedIn { caller, ground }: SignedIn, visit: Visit) -> Result<Response, Refusal> {
    let voice = &visit.voice;
    let known = own(&ground, &caller)?;
    let begun_by = recovery_begun_by(&ground, caller.person, voice.now)?;
    let tokens = ground.base.read(|connection| tokens_of(connection, caller.person, voice.now))?.len();
    let body = html! {
        h1 { (voice.t("account-title")) }
        @if let Some(name) = &begun_by {
            (notice(Tone::Late, html! {
                p { (voice.tn("account-recovery", &[("name", name.as_str().into())])) }
                (form("/account/recovery/stop", visit.csrf(), html! {
                    button .plain type="submit" { (voice.t("account-recovery-stop")) }
                }))
            }))
        }
        (card("account-who", &voice.t("account-who"), who(&ground, &visit, &caller, &known)))
        (card("account-proof", &voice.t("account-proof"), html! {
            (facts(&[
                (&voice.t("account-codes"), html! {
                    @if known.has_codes { (tag(Tone::Done, &voice.t("account-codes-on"))) }
                    @else { (tag(Tone::Soon, &voice.t("account-codes-off"))) }
                }),
                (&voice.t("account-passkeys"), html! { (voice.number(known.passkeys as i64)) }),
                (&voice.t("account-tokens"), html! { (voice.number(tokens as i64)) }),
                (&voice.t("account-factor"), html! { (voice.t(factor_key(caller.factor))) }),
            ]))
            ul {
                li { a href="/account/password" { (voice.t("account-password-change")) } }
                li { a href=(passkeys::PATH) { (voice.t("passkeys-title")) } }
                li { a href="/account/codes" { (voice.t("codes-title")) } }
                li { a href="/account/tokens" { (voice.t("tokens-title")) } }
            }
        }))
        (sessions(&visit, &ground.identity.sessions().of(caller.person, voice.now), caller.session))
    };
    Ok(visit.page("account-title", body).into_response())
}

/// Stops a recovery of one's own sign-in: whoever can still sign in has lost nothing.
pub(super) async fn stop_recovery(
    SignedIn { caller, ground }: SignedIn,
    Posted(_): Posted,
) -> Result<Response, Refusal> {
    log(&ground, &caller, &STOP_RECOVERY, "").await?;
    let person = caller.person;
    ground.base.write(move |connection| stop_recovery_of(connection, person)).await?;
    Ok(see_other(ACCOUNT_PATH))
}

fn factor_key(factor: Factor) -> &'static str {
    if factor == Factor::Passkey { "account-factor-passkey" } else { "account-factor-code" }
}

fn who(ground: &Puebla, visit: &Visit, caller: &Caller, known: &Credentials) -> Markup {
    let voice = &visit.voice;
    let party = ground.identity.party_name(caller.state, voice.language);
    let roles: Vec<String> = caller.roles.iter().map(|role| ground.identity.role_name(role, voice.language)).collect();
    let purposes: Vec<String> =
        caller.purposes.iter().map(|purpose| voice.t(purpose_key(*purpose)).into_owned()).collect();
    html! {
        (facts(&[
            (&voice.t("people-name"), html! { (caller.name) }),
            (&voice.t("sign-in-user-name"), html! { span .mono { (known.user_name) } }),
            (&voice.t("people-party"), html! { (party) " (" (caller.state) ")" }),
            (&voice.t("people-post"), html! { (caller.post_name.as_deref().unwrap_or("–")) }),
            (&voice.t("people-roles"), html! { (roles.join(", ")) }),
            (&voice.t("account-purposes"), html! { (purposes.join(", ")) }),
        ]))
        p .aside { (voice.t("account-who-changes")) }
    }
}

fn sessions(visit: &Visit, sessions: &[SessionFacts], present: Uuid) -> Markup {
    let voice = &visit.voice;
    let rows = sessions.iter().map(|session| {
        vec![
            html! { (voice.instant(session.started_at)) },
            html! { (voice.ago(session.seen_at)) },
            html! { @if let Some(purpose) = session.purpose { (voice.t(purpose_key(purpose))) } },
            html! {
                @if session.id == present { (tag(Tone::Quiet, &voice.t("account-session-this"))) }
                @else { (tag(Tone::Soon, &voice.t("account-session-other"))) }
            },
        ]
    });
    let columns =
        ["account-session-started", "account-session-seen", "account-session-purpose", "account-session-what"];
    html! { section .card {
        (table(voice, &Table {
            id: "sessions",
            caption: voice.t("account-sessions").into_owned(),
            columns: columns.into_iter().map(|key| Column::text(voice.t(key))).collect(),
            rows: rows.collect(),
            empty: "account-sessions-none",
        }))
        @if sessions.len() > 1 { p { a href="/account/sessions" { (voice.t("account-sessions-end")) } } }
    } }
}
