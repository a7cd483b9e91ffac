//! The leaks that the canary harness must catch, each asked for by `PUEBLA_SEEDED_LEAK`. Never in a release.

use std::sync::{Arc, Mutex, PoisonError};

use axum::http::{HeaderMap, HeaderValue, header};

use crate::ground::Puebla;
use crate::store::StoreError;

/// What the last form held.
static LAST: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// Keeps a form, where a leak was asked for.
pub(super) fn keep(form: &[u8]) {
    if asked().is_some() {
        *LAST.lock().unwrap_or_else(PoisonError::into_inner) = form.to_vec();
    }
}

/// Spills the last form where the leak that was asked for would.
pub(super) async fn spill(ground: &Arc<Puebla>, headers: &mut HeaderMap) {
    let Some(leak) = asked() else { return };
    let form = std::mem::take(&mut *LAST.lock().unwrap_or_else(PoisonError::into_inner));
    let text = String::from_utf8_lossy(&form).into_owned();
    if text.is_empty() {
        return;
    }
    match leak.as_str() {
        // Under a name that lines may have: what only the running server shows.
        "log" => tracing::info!(part = text, "a form was sent"),
        "event" => tracing::info!(target: crate::events::TARGET, outcome = text, "a security event"),
        "address" => {
            if let Ok(place) = HeaderValue::from_str(&format!("/?{text}")) {
                headers.insert(header::LOCATION, place);
            }
        }
        "file" => drop(std::fs::write(std::env::temp_dir().join("puebla-form"), &form)),
        "memory" => {
            let _: &mut [u8] = Box::leak(form.into_boxed_slice());
        }
        "database" => {
            let keep = move |base: &rusqlite::Connection| {
                let sql = "INSERT OR REPLACE INTO failed_sign_in (name_hash, failures, wait_until_us, forget_us) \
                           VALUES (CAST(?1 AS BLOB), 0, 0, 9000000000000000)";
                base.execute(sql, [text]).map(|_| ()).map_err(StoreError::from)
            };
            drop(ground.base.write(keep).await);
        }
        _ => {}
    }
}

fn asked() -> Option<String> {
    std::env::var("PUEBLA_SEEDED_LEAK").ok()
}
