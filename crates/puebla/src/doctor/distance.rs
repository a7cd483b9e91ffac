//! A server asked as a browser would: whether it is reached, whether it can answer, and what its clock says.

use std::path::Path;
use std::time::Duration;

use jiff::Timestamp;
use jiff::fmt::rfc2822;
use ureq::Agent;
use ureq::tls::{RootCerts, TlsConfig};

use super::Finding;
use crate::server::authorities;

/// A server that is well answers sooner.
const LIMIT: Duration = Duration::from_secs(15);

/// One-time codes bear no more.
const CLOCKS_APART_S: i64 = 30;

/// Examines a server.
pub fn examine(url: &str, authority: Option<&Path>, now: Timestamp, found: &mut Vec<Finding>) {
    let of = |key| Finding::of(key).with("url", url);
    let _ = rustls::crypto::ring::default_provider().install_default();
    let roots = if url.starts_with("https:") { authorities(authority).unwrap_or_default() } else { Vec::new() };
    let tls = TlsConfig::builder().root_certs(RootCerts::new_with_certs(&roots)).build();
    let agent = Agent::config_builder().http_status_as_error(false).timeout_global(Some(LIMIT)).tls_config(tls).build();
    let asked = Agent::from(agent).get(format!("{}/health/ready", url.trim_end_matches('/'))).call();
    let answer = match asked {
        Ok(answer) => answer,
        Err(error) => return found.push(of("doctor-server-unreachable").with("reason", error)),
    };
    match answer.status().as_u16() {
        204 => {}
        503 => found.push(of("doctor-server-not-ready")),
        status => {
            let reason = format!("status {status}");
            return found.push(of("doctor-server-unreachable").with("reason", reason));
        }
    }
    let date = answer.headers().get("date").and_then(|date| date.to_str().ok());
    let there = date.and_then(|date| rfc2822::parse(date).ok()).map(|date| date.timestamp());
    let apart_s = there.map_or(0, |there| there.duration_since(now).as_secs());
    if apart_s.abs() > CLOCKS_APART_S {
        found.push(of("doctor-server-clock").with("seconds", apart_s.abs()));
    }
}
