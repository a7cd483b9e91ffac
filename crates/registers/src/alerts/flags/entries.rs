//! What a State says of another State's alert. Frozen: fields are added, never edited.

use minicbor::{Decode, Encode};
use uuid::Uuid;

use super::{FlagReason, Instead};

/// See `AlertsEntry::FlagAsked`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct FlagAsked {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "crate::alerts::frozen::id")]
    pub alert: Uuid,
    /// Why.
    #[n(1)]
    pub reason: FlagReason,
    /// What the speaking State's officers are to see.
    #[n(2)]
    pub instead: Instead,
}

/// See `AlertsEntry::FlagSet` and `AlertsEntry::FlagLifted`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct FlagTold {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "crate::alerts::frozen::id")]
    pub alert: Uuid,
    /// Position of the entry by which the flag was asked for: what was seen.
    #[n(1)]
    pub asked_at: u64,
}
