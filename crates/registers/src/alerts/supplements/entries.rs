//! What two States say to each other about a match. Frozen: fields are added, never edited.

use base::store::Rests;
use minicbor::{Decode, Encode};
use uuid::Uuid;

use super::{SupplementGround, SupplementKind, SupplementReply};

/// See `AlertsEntry::SupplementAsked`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct SupplementAsked {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "crate::alerts::frozen::id")]
    pub alert: Uuid,
    /// Position of the confirmed outcome on which the question rests.
    #[n(1)]
    pub met_at: u64,
    /// What is asked.
    #[n(2)]
    pub kind: SupplementKind,
    /// Within how many hours an answer is due: what it was when the question was asked.
    #[n(3)]
    pub hours: u16,
    /// In words, where the list does not say it; empty otherwise.
    #[n(4)]
    pub note: Rests<String>,
}

/// See `AlertsEntry::SupplementOverdue`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct SupplementOverdue {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "crate::alerts::frozen::id")]
    pub alert: Uuid,
    /// Position of the question.
    #[n(1)]
    pub asked_at: u64,
}

/// See `AlertsEntry::SupplementSaid`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct SupplementSaid {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "crate::alerts::frozen::id")]
    pub alert: Uuid,
    /// Position of the question.
    #[n(1)]
    pub asked_at: u64,
    /// Of what sort it is.
    #[n(2)]
    pub reply: SupplementReply,
    /// On what ground it is refused; none of another.
    #[n(3)]
    pub ground: Option<SupplementGround>,
    /// What it says; empty of an acknowledgement and a refusal.
    #[n(4)]
    pub note: Rests<String>,
}
