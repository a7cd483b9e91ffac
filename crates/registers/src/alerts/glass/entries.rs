//! That somebody broke the glass, and what oversight found. Frozen: fields are added, never edited.

use base::store::Rests;
use minicbor::{Decode, Encode};
use uuid::Uuid;

use super::{GlassFinding, GlassReason};

/// See `AlertsEntry::GlassBroken`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct GlassBroken {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "crate::alerts::frozen::id")]
    pub alert: Uuid,
    /// Why.
    #[n(1)]
    pub reason: GlassReason,
    /// In words.
    #[n(2)]
    pub said: Rests<String>,
    /// For how many minutes it stays open: what it was when the glass was broken.
    #[n(3)]
    pub minutes: u16,
}

/// See `AlertsEntry::GlassAnswered`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct GlassAnswered {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "crate::alerts::frozen::id")]
    pub alert: Uuid,
    /// Position of the breaking.
    #[n(1)]
    pub broken_at: u64,
    /// What was found.
    #[n(2)]
    pub finding: GlassFinding,
    /// In words.
    #[n(3)]
    pub note: Rests<String>,
}
