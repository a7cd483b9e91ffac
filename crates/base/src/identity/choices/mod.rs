//! What a person chooses for themselves: the purpose they work for, the language they read, the zone of their clock.

mod home;
mod language;
mod purpose;
pub(super) mod time_zone;

use axum::http::HeaderValue;
use axum::http::header::SET_COOKIE;
use axum::response::Response;

use crate::access::RateClass;
use crate::web::Routes;
use crate::web::shell::{LANGUAGE_PATH, PURPOSE_PATH, ZONE_PATH};

/// How long a browser keeps a choice, in seconds: a year.
const KEPT_S: u32 = 365 * 24 * 3600;

/// Answers the routes of the choices.
pub fn routes() -> Routes {
    Routes::new()
        .public_get("/", home::page, RateClass::Look, "leads on and shows nothing")
        .signed_in_get(PURPOSE_PATH, purpose::page, RateClass::Look, "one's own purposes")
        .signed_in_post(PURPOSE_PATH, purpose::submit, RateClass::Write, "the purpose of one's own session")
        .public_get(LANGUAGE_PATH, language::set, RateClass::Look, "a language says nothing about anyone")
        .public_get(ZONE_PATH, time_zone::page, RateClass::Look, "time zones say nothing about anyone")
        .public_post(ZONE_PATH, time_zone::submit, RateClass::Look, "the zone of one's own browser")
}

/// Answers the name of the cookie that keeps the language; with the prefix a browser takes it for this host alone.
pub const fn language_cookie(secure: bool) -> &'static str {
    if secure { "__Host-language" } else { "language" }
}

/// Answers the name of the cookie that keeps the time zone.
pub const fn zone_cookie(secure: bool) -> &'static str {
    if secure { "__Host-zone" } else { "zone" }
}

/// Lets the browser keep a choice that is no secret.
fn keep(response: &mut Response, name: &str, value: &str, secure: bool) {
    let secure = if secure { "; Secure" } else { "" };
    let line = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={KEPT_S}{secure}");
    if let Ok(line) = HeaderValue::from_str(&line) {
        response.headers_mut().append(SET_COOKIE, line);
    }
}
