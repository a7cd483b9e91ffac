//! The questions of a day at the border, most of which find nothing, as ready-made requests.

use std::net::SocketAddr;

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::json;

/// One request with what its answer must say.
pub struct Ask {
    /// The whole HTTP request.
    pub request: Vec<u8>,
    /// What the answer must say.
    pub expects: Verdict,
}

/// What an answer must say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing is registered.
    NoReport,
    /// Something is.
    Report,
}

impl Verdict {
    /// Answers whether an HTTP answer says so.
    pub fn found_in(self, answer: &[u8]) -> bool {
        let wanted: &[u8] = match self {
            Verdict::NoReport => br#""verdict":"no_report""#,
            Verdict::Report => br#""verdict":"report""#,
        };
        answer.windows(wanted.len()).any(|window| window == wanted)
    }
}

/// One in this many questions is about a registered number.
const ONE_HIT_IN: usize = 50;

/// Prefix of the registered numbers; no State issues numbers that begin so.
pub const REGISTERED_PREFIX: &str = "ZZ";

/// Answers the registered number of one entry.
pub fn registered(entry: u64) -> String {
    format!("{REGISTERED_PREFIX}{entry:07}")
}

/// Makes `count` requests; the same seed makes the same ones.
pub fn questions(count: usize, entries: u64, states: &[&str], tokens: &[String], server: SocketAddr) -> Vec<Ask> {
    let mut rng = StdRng::seed_from_u64(20_030_530);
    (0..count)
        .map(|n| {
            let hit = n % ONE_HIT_IN == 0;
            let entry = rng.random_range(0..entries.max(1));
            let issuer = states[(entry % states.len() as u64) as usize];
            let number = if hit { registered(entry) } else { format!("K{:08}", rng.random_range(0..100_000_000u32)) };
            let body = if n % 2 == 0 {
                json!({ "zone": passport(issuer, &number) })
            } else {
                json!({ "number": number, "issuing_state": issuer, "kind": "passport" })
            };
            let request = request(server, &tokens[n % tokens.len()], &body.to_string());
            Ask { request, expects: if hit { Verdict::Report } else { Verdict::NoReport } }
        })
        .collect()
}

fn request(server: SocketAddr, token: &str, body: &str) -> Vec<u8> {
    format!(
        "POST /api/v1/checks HTTP/1.1\r\nhost: {server}\r\nauthorization: Bearer {token}\r\npuebla-purpose: \
         border_control\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

/// Answers a TD3 zone with right check digits (ICAO 9303-4, 4.2.2) for an invented bearer.
pub fn passport(issuer: &str, number: &str) -> String {
    let number = format!("{number:<<9}");
    let (birth, expiry, personal) = ("740812", "350415", "<<<<<<<<<<<<<<");
    let digits = (digit(&number), digit(birth), digit(expiry));
    let composite = digit(&format!("{number}{}{birth}{}{expiry}{}{personal}0", digits.0, digits.1, digits.2));
    let name = format!("{:<<39}", "SPECIMEN<<BENCH");
    format!(
        "P<{issuer}{name}\n{number}{}{issuer}{birth}{}F{expiry}{}{personal}0{composite}",
        digits.0, digits.1, digits.2
    )
}

/// Answers a check digit: weights 7, 3, 1, modulo 10 (ICAO 9303-3, 4.9).
fn digit(text: &str) -> u32 {
    let value = |c: u8| match c {
        b'0'..=b'9' => u32::from(c - b'0'),
        b'A'..=b'Z' => u32::from(c - b'A') + 10,
        _ => 0,
    };
    text.bytes().zip([7, 3, 1].into_iter().cycle()).map(|(c, weight)| value(c) * weight).sum::<u32>() % 10
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_zone_is_as_long_as_icao_says() {
        let zone = passport("UTO", "L898902C3");
        assert!(zone.lines().all(|line| line.len() == 44), "{zone}");
        assert!(zone.contains("L898902C36UTO7408122F"), "{zone}");
    }
}
