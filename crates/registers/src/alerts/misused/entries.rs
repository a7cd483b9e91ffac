//! What a State says of the holder of an identity that an alert's person misuses. Frozen: fields are added, never edited.

use base::ids::StateCode;
use base::store::Rests;
use jiff::civil::Date;
use minicbor::{Decode, Encode};
use uuid::Uuid;

use crate::document::DocumentKind;

/// See `AlertsEntry::MisusedEntered`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct MisusedEntered {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "crate::alerts::frozen::id")]
    pub alert: Uuid,
    /// The State that issued the holder's document.
    #[n(1)]
    #[cbor(with = "crate::alerts::frozen::text")]
    pub issuer: StateCode,
    /// What sort of document it is.
    #[n(2)]
    #[cbor(with = "crate::alerts::frozen::text")]
    pub kind: DocumentKind,
    /// Keyed hash of the document: its State, kind and number.
    #[n(3)]
    #[cbor(with = "minicbor::bytes")]
    pub document: [u8; 16],
    /// Where the holder was born; empty where they did not say.
    #[n(4)]
    pub born_at: Rests<String>,
    /// The day on which they consented in writing.
    #[n(5)]
    #[cbor(with = "crate::alerts::frozen::text")]
    pub consented_on: Date,
    /// Where the signed paper is kept.
    #[n(6)]
    pub kept_at: Rests<String>,
    /// The office that took it.
    #[n(7)]
    pub taken_by: Rests<String>,
}

/// See `AlertsEntry::MisusedConfirmed`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct MisusedConfirmed {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "crate::alerts::frozen::id")]
    pub alert: Uuid,
    /// Position of the entry that was confirmed.
    #[n(1)]
    pub entered_at: u64,
}
