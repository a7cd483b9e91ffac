//! What a State can say about an alert. Frozen: kinds and fields are added, never edited.
//!
//! The author's State submits, corrects, publishes, reviews, supersedes, withdraws; another State confirms or returns.
//! Each speaks in its own series. At its day of expiry a rule destroys, series by series, all that was said about it.

use base::store::{Entry, Room, StoreError};
use jiff::civil::Date;
use journal::Name;
use minicbor::{Decode, Encode};
use uuid::Uuid;

use super::alert::AlertText;
use super::coded::{ReviewFinding, WithdrawalReason};

/// One entry of the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AlertEntry {
    /// A first version is handed in.
    Submitted(Submitted),
    /// A new version stands in place of the last; it needs a confirmation of its own.
    Corrected(Corrected),
    /// An expert of another State asks something before confirming.
    Returned(Returned),
    /// An expert of another State found the same.
    Confirmed(Confirmed),
    /// The author's State puts a confirmed version in force.
    Published(Published),
    /// The author's State looked at a published alert again.
    Reviewed(Reviewed),
    /// Another alert stands in its place.
    Superseded(Superseded),
    /// The author's State takes it back.
    Withdrawn(Withdrawn),
    /// A rule: its time is over, and what this series said about it is destroyed.
    Expired(Expired),
}

/// See [`AlertEntry::Submitted`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Submitted {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub alert: Uuid,
    /// Short code of the process, the first part of its reference.
    #[n(1)]
    pub process: String,
    /// Year of the reference.
    #[n(2)]
    pub year: i16,
    /// Number of the reference.
    #[n(3)]
    pub number: u32,
    /// Day from which it no longer exists, published or not.
    #[n(4)]
    #[cbor(with = "super::frozen::text")]
    pub expires_on: Date,
    /// What it says.
    #[n(5)]
    pub text: AlertText,
}

/// See [`AlertEntry::Corrected`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Corrected {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub alert: Uuid,
    /// The new version's number.
    #[n(1)]
    pub version: u32,
    /// What it says now.
    #[n(2)]
    pub text: AlertText,
    /// What was changed and why, or the answer to a question.
    #[n(3)]
    pub note: String,
}

/// See [`AlertEntry::Returned`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Returned {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub alert: Uuid,
    /// The version asked about.
    #[n(1)]
    pub version: u32,
    /// The hash of what was seen.
    #[n(2)]
    #[cbor(with = "minicbor::bytes")]
    pub hash: [u8; 32],
    /// The question.
    #[n(3)]
    pub question: String,
}

/// See [`AlertEntry::Confirmed`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Confirmed {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub alert: Uuid,
    /// The version confirmed.
    #[n(1)]
    pub version: u32,
    /// The hash of what was seen.
    #[n(2)]
    #[cbor(with = "minicbor::bytes")]
    pub hash: [u8; 32],
}

/// See [`AlertEntry::Published`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Published {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub alert: Uuid,
    /// The version put in force.
    #[n(1)]
    pub version: u32,
    /// Day from which a review is due.
    #[n(2)]
    #[cbor(with = "super::frozen::text")]
    pub review_on: Date,
    /// Day from which it no longer exists.
    #[n(3)]
    #[cbor(with = "super::frozen::text")]
    pub expires_on: Date,
}

/// See [`AlertEntry::Reviewed`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Reviewed {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub alert: Uuid,
    /// What was found.
    #[n(1)]
    pub finding: ReviewFinding,
    /// Day from which the next review is due.
    #[n(2)]
    #[cbor(with = "super::frozen::text")]
    pub review_on: Date,
    /// Day from which it no longer exists.
    #[n(3)]
    #[cbor(with = "super::frozen::text")]
    pub expires_on: Date,
}

/// See [`AlertEntry::Superseded`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Superseded {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub alert: Uuid,
    /// The alert that stands in its place.
    #[n(1)]
    #[cbor(with = "super::frozen::id")]
    pub by: Uuid,
}

/// See [`AlertEntry::Withdrawn`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Withdrawn {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub alert: Uuid,
    /// Why.
    #[n(1)]
    pub reason: WithdrawalReason,
}

/// See [`AlertEntry::Expired`]. Never destroyed itself: it explains what is gone.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Expired {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub alert: Uuid,
    /// Positions of this series' entries about it, all of whose payloads go.
    #[n(1)]
    pub positions: Vec<u64>,
}

impl AlertEntry {
    /// Reads a payload by its kind.
    ///
    /// Errors: `Damaged` for a kind this release does not know or bytes that are no such entry.
    pub fn read(kind: &str, payload: &[u8]) -> Result<Self, StoreError> {
        let damaged =
            |error: minicbor::decode::Error| StoreError::Damaged(format!("entry {kind} of documents: {error}"));
        Ok(match kind {
            "submitted" => AlertEntry::Submitted(minicbor::decode(payload).map_err(damaged)?),
            "corrected" => AlertEntry::Corrected(minicbor::decode(payload).map_err(damaged)?),
            "returned" => AlertEntry::Returned(minicbor::decode(payload).map_err(damaged)?),
            "confirmed" => AlertEntry::Confirmed(minicbor::decode(payload).map_err(damaged)?),
            "published" => AlertEntry::Published(minicbor::decode(payload).map_err(damaged)?),
            "reviewed" => AlertEntry::Reviewed(minicbor::decode(payload).map_err(damaged)?),
            "superseded" => AlertEntry::Superseded(minicbor::decode(payload).map_err(damaged)?),
            "withdrawn" => AlertEntry::Withdrawn(minicbor::decode(payload).map_err(damaged)?),
            "expired" => AlertEntry::Expired(minicbor::decode(payload).map_err(damaged)?),
            _ => return Err(StoreError::Damaged(format!("entry {kind} of documents: no such kind"))),
        })
    }

    const fn code(&self) -> &'static str {
        match self {
            AlertEntry::Submitted(_) => "submitted",
            AlertEntry::Corrected(_) => "corrected",
            AlertEntry::Returned(_) => "returned",
            AlertEntry::Confirmed(_) => "confirmed",
            AlertEntry::Published(_) => "published",
            AlertEntry::Reviewed(_) => "reviewed",
            AlertEntry::Superseded(_) => "superseded",
            AlertEntry::Withdrawn(_) => "withdrawn",
            AlertEntry::Expired(_) => "expired",
        }
    }
}

impl Entry for AlertEntry {
    fn room() -> &'static Room {
        &super::ROOM
    }

    fn kind(&self) -> Name {
        Name::literal(self.code())
    }

    fn payload(&self) -> Vec<u8> {
        let bytes = match self {
            AlertEntry::Submitted(entry) => minicbor::to_vec(entry),
            AlertEntry::Corrected(entry) => minicbor::to_vec(entry),
            AlertEntry::Returned(entry) => minicbor::to_vec(entry),
            AlertEntry::Confirmed(entry) => minicbor::to_vec(entry),
            AlertEntry::Published(entry) => minicbor::to_vec(entry),
            AlertEntry::Reviewed(entry) => minicbor::to_vec(entry),
            AlertEntry::Superseded(entry) => minicbor::to_vec(entry),
            AlertEntry::Withdrawn(entry) => minicbor::to_vec(entry),
            AlertEntry::Expired(entry) => minicbor::to_vec(entry),
        };
        // Writing to a vector cannot fail.
        bytes.unwrap_or_default()
    }

    fn destroys(&self) -> Vec<u64> {
        match self {
            AlertEntry::Expired(gone) => gone.positions.clone(),
            _ => Vec::new(),
        }
    }
}

/// Answers the positions whose payloads an entry of the journal destroys.
pub(super) fn destroys(kind: &str, payload: &[u8]) -> Vec<u64> {
    match AlertEntry::read(kind, payload) {
        Ok(entry) => entry.destroys(),
        Err(_) => Vec::new(),
    }
}
