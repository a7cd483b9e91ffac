//! Signing out: the session ends for whoever holds its cookie.

use std::sync::Arc;

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
    Ok(response)
}
