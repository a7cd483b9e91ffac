//! What a member of the panel says of an alert, in the series of their own State. Frozen: fields are added, never edited.

use minicbor::{Decode, Encode};
use uuid::Uuid;

use super::Ruling;

/// See `AlertsEntry::Blocked` and `AlertsEntry::Unblocked`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Blocked {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "crate::alerts::frozen::id")]
    pub alert: Uuid,
    /// The id of the case for which the panel did.
    #[n(1)]
    #[cbor(with = "crate::alerts::frozen::id")]
    pub petition: Uuid,
}

/// See `AlertsEntry::Ruled`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Ruled {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "crate::alerts::frozen::id")]
    pub alert: Uuid,
    /// What its State must do with it.
    #[n(1)]
    pub ruling: Ruling,
}
