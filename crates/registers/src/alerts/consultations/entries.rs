//! What States say to each other of two alerts that do not go together, each in its own series. Frozen: fields are added, never edited.

use base::store::Rests;
use jiff::civil::Date;
use minicbor::{Decode, Encode};
use uuid::Uuid;

/// See `AlertsEntry::ConsultationOpened`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct ConsultationOpened {
    /// The alert that is held.
    #[n(0)]
    #[cbor(with = "crate::alerts::frozen::id")]
    pub held: Uuid,
    /// The other State's, which stood first.
    #[n(1)]
    #[cbor(with = "crate::alerts::frozen::id")]
    pub standing: Uuid,
    /// The day from which the other State's silence counts.
    #[n(2)]
    #[cbor(with = "crate::alerts::frozen::text")]
    pub answer_by: Date,
    /// Whether the held one comes first in rank, so that silence lets it stand.
    #[n(3)]
    pub held_first: bool,
}

/// See `AlertsEntry::ConsultationSaid`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct ConsultationSaid {
    /// The alert that is held.
    #[n(0)]
    #[cbor(with = "crate::alerts::frozen::id")]
    pub held: Uuid,
    /// The other State's.
    #[n(1)]
    #[cbor(with = "crate::alerts::frozen::id")]
    pub standing: Uuid,
    /// What the speaking State says to the other.
    #[n(2)]
    pub said: Rests<String>,
}

/// See `AlertsEntry::ConsultationAgreed`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct ConsultationAgreed {
    /// The alert that is held no longer.
    #[n(0)]
    #[cbor(with = "crate::alerts::frozen::id")]
    pub held: Uuid,
    /// The other State's, which agrees.
    #[n(1)]
    #[cbor(with = "crate::alerts::frozen::id")]
    pub standing: Uuid,
}
