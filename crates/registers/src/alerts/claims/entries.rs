//! What a State says of a claim for protection. Frozen: fields are added, never edited. No field has a place for its grounds.

use base::ids::StateCode;
use minicbor::{Decode, Encode};
use uuid::Uuid;

use super::{ClaimEnding, ReferredTo};

/// See `AlertsEntry::ClaimRecorded`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct ClaimRecorded {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "crate::alerts::frozen::id")]
    pub alert: Uuid,
    /// The State that the person may flee from; none where they did not say, which is taken for the alert's owner.
    #[n(1)]
    #[cbor(with = "crate::alerts::frozen::text_or_none")]
    pub against: Option<StateCode>,
}

/// See `AlertsEntry::ClaimReferred`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct ClaimReferred {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "crate::alerts::frozen::id")]
    pub alert: Uuid,
    /// Position of the entry by which it was recorded.
    #[n(1)]
    pub recorded_at: u64,
    /// To whom.
    #[n(2)]
    pub to: ReferredTo,
}

/// See `AlertsEntry::ClaimEnding` and `AlertsEntry::ClaimEnded`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct ClaimTold {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "crate::alerts::frozen::id")]
    pub alert: Uuid,
    /// Position of the entry by which it was recorded.
    #[n(1)]
    pub recorded_at: u64,
    /// Why it shields no longer.
    #[n(2)]
    pub ending: ClaimEnding,
}
