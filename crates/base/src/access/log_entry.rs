//! What one line of the access log says: a leaf without personal data, and a detail that is destroyed in time.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Whether the act was allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Decision {
    /// The permit was opened.
    #[n(0)]
    Granted,
    /// A policy, a missing purpose or a rate said no; a rate's refusals are one line a minute for each who asks.
    #[n(1)]
    Refused,
}

/// The part of a line that stays: who looked in general terms, never at whom.
///
/// Frozen: fields are added, never edited. No name, number, address or plain hash of one may ever be a field; the
/// detail is bound in by a commitment with a nonce, so destroying the nonce leaves the leaf saying nothing.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Leaf {
    /// Minutes since 1970, rounded down: seconds would single out a look.
    #[n(0)]
    pub minute: u64,
    /// State or organisation of the person.
    #[n(1)]
    pub state: String,
    /// Role codes of the person, sorted, with commas; empty for someone not signed in.
    #[n(2)]
    pub roles: String,
    /// Audit code of the act.
    #[n(3)]
    pub action: String,
    /// Purpose code; empty when none was named.
    #[n(4)]
    pub purpose: String,
    /// Data class code of the act.
    #[n(5)]
    pub class: String,
    /// First 8 bytes of the hash of the policies in force.
    #[n(6)]
    #[cbor(with = "minicbor::bytes")]
    pub policy: [u8; 8],
    /// Granted or refused.
    #[n(7)]
    pub decision: Decision,
    /// What came of it, a code of a closed list of the act; empty for a plain look.
    #[n(8)]
    pub outcome: String,
    /// Commitment to the detail.
    #[n(9)]
    #[cbor(with = "minicbor::bytes")]
    pub commitment: [u8; 32],
}

/// The part of a line that is destroyed after its days: which person looked, and at what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Detail {
    /// The person, or nil for someone not signed in.
    pub person: Uuid,
    /// The session or token under which they worked.
    pub session: Uuid,
    /// Page, API or command.
    pub via: String,
    /// The post, where the person has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub post: Option<Uuid>,
    /// Exact time in microseconds since 1970.
    pub at_us: i64,
    /// What was looked at: a record's id or a keyed hash, never a number or a name.
    pub about: String,
}

impl Leaf {
    /// Answers the deterministic encoding (CBOR array).
    pub fn encode(&self) -> Vec<u8> {
        // Writing to a vector cannot fail.
        minicbor::to_vec(self).unwrap_or_default()
    }

    /// Reads an encoded leaf.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        minicbor::decode(bytes).ok()
    }
}

/// Answers the chained hash of a leaf: SHA-256 over a label, the hash before it and its bytes.
pub(super) fn chain(previous: &[u8; 32], leaf: &[u8]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"puebla access 1\0");
    hash.update(previous);
    hash.update(leaf);
    hash.finalize().into()
}

/// Answers the commitment to a detail: SHA-256 over a label, a 32-byte nonce and the detail's bytes.
pub(super) fn commit(nonce: &[u8; 32], detail: &[u8]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"puebla detail 1\0");
    hash.update(nonce);
    hash.update(detail);
    hash.finalize().into()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const PAGE: &str = include_str!("../../../../docs/formats/access-log.md");

    /// Answers the block of the page that follows a mark.
    fn drawn(mark: &str) -> &'static str {
        let (_, after) = PAGE.split_once(mark).unwrap();
        after.split("```").nth(1).unwrap().split_once('\n').unwrap().1
    }

    #[test]
    fn the_page_about_the_format_shows_the_frozen_bytes() {
        let detail = Detail {
            person: "01918c5e-7000-7000-8000-000000000001".parse().unwrap(),
            session: "01918c5e-7000-7000-8000-000000000002".parse().unwrap(),
            via: "page".into(),
            post: None,
            at_us: 1_772_463_612_345_678,
            about: String::new(),
        };
        let detail = serde_json::to_string(&detail).unwrap();
        assert_eq!(drawn("<!-- golden detail -->").trim_end(), detail);
        let leaf = Leaf {
            minute: 29_541_060,
            state: "GTM".into(),
            roles: "border_officer".into(),
            action: "checks.second_line".into(),
            purpose: "border_control".into(),
            class: "K1".into(),
            policy: [0x11; 8],
            decision: Decision::Granted,
            outcome: "undecided".into(),
            commitment: commit(&[0x22; 32], detail.as_bytes()),
        };
        let golden: String = drawn("<!-- golden leaf -->").split_whitespace().collect();
        assert_eq!(golden, hex::encode(leaf.encode()));
        assert_eq!(Leaf::decode(&leaf.encode()), Some(leaf.clone()));
        assert!(PAGE.contains(&hex::encode(chain(&[0; 32], &leaf.encode()))));
    }
}
