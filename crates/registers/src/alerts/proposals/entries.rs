//! What a State proposes to the owner of another's alert, and what its owner answers. Frozen: fields are added, never edited.

use base::store::Rests;
use jiff::civil::Date;
use minicbor::{Decode, Encode};
use uuid::Uuid;

use super::{ProposalKind, RefusalGround};

/// See `AlertsEntry::ProposalMade`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct ProposalMade {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "crate::alerts::frozen::id")]
    pub alert: Uuid,
    /// What is proposed.
    #[n(1)]
    pub kind: ProposalKind,
    /// Why, or what.
    #[n(2)]
    pub said: Rests<String>,
    /// Where its purpose is achieved: the days that follow from it.
    #[n(3)]
    pub notice: Option<NoticeDays>,
}

/// The days of an alert whose purpose is said to be achieved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct NoticeDays {
    /// The day from which it is in force no longer, unless it is said why it is still needed.
    #[n(0)]
    #[cbor(with = "crate::alerts::frozen::text")]
    pub ends: Date,
    /// The day until which it was in force before, and is again where that is said.
    #[n(1)]
    #[cbor(with = "crate::alerts::frozen::text")]
    pub was: Date,
}

/// See `AlertsEntry::ProposalAnswered`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct ProposalAnswered {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "crate::alerts::frozen::id")]
    pub alert: Uuid,
    /// Position of the proposal.
    #[n(1)]
    pub proposed_at: u64,
    /// Why not; none where it is accepted.
    #[n(2)]
    pub ground: Option<RefusalGround>,
}
