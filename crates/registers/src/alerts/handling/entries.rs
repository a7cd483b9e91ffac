//! What the State of an alert permits another in spite of a code. Frozen: fields are added, never edited.

use base::ids::StateCode;
use base::store::Rests;
use jiff::civil::Date;
use minicbor::{Decode, Encode};
use uuid::Uuid;

use super::HandlingCode;

/// See `AlertsEntry::HandlingPermitted`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct HandlingPermitted {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "crate::alerts::frozen::id")]
    pub alert: Uuid,
    /// In spite of which code.
    #[n(1)]
    pub code: HandlingCode,
    /// To which State.
    #[n(2)]
    #[cbor(with = "crate::alerts::frozen::text")]
    pub to: StateCode,
    /// For what.
    #[n(3)]
    pub what: Rests<String>,
    /// The last day on which it holds.
    #[n(4)]
    #[cbor(with = "crate::alerts::frozen::text")]
    pub until: Date,
}

/// See `AlertsEntry::HandlingTakenBack`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct HandlingTakenBack {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "crate::alerts::frozen::id")]
    pub alert: Uuid,
    /// Which code binds again.
    #[n(1)]
    pub code: HandlingCode,
    /// Which State.
    #[n(2)]
    #[cbor(with = "crate::alerts::frozen::text")]
    pub to: StateCode,
}
