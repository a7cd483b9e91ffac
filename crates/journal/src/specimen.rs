//! Invented journals for the tests: specimen States, payloads that say nothing about anybody.

use proptest::prelude::*;
use uuid::Uuid;

use crate::{Entry, Hash, Head, Header, Heads, Name, Payload, Series, Statement, payload_hash};

/// An entry as a store would keep it, to be damaged by tests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    pub header: Vec<u8>,
    pub hash: Hash,
    pub payload: Option<([u8; 32], Vec<u8>)>,
}

impl Stored {
    pub fn entry(&self) -> Entry<'_> {
        let payload = self.payload.as_ref().map(|(salt, bytes)| Payload { salt, bytes });
        Entry { header: &self.header, hash: self.hash, payload }
    }
}

pub fn statement(series: &Series, recorded_at_us: i64, payload_hash: Hash) -> Statement {
    Statement {
        series: series.clone(),
        recorded_at_us,
        person: Uuid::from_u128(0x0191_8c5e_7000_7000_8000_0000_0000_0001),
        purpose: Name::literal("border_control"),
        kind: Name::literal("reported"),
        payload_hash,
    }
}

/// Writes one entry after each series named, in that order, as the honest server does.
pub fn write(order: &[Series]) -> (Vec<Stored>, Heads) {
    let mut heads = Heads::new();
    let stored = order.iter().zip(1_u8..).map(|(series, i)| append(&mut heads, series, i)).collect();
    (stored, heads)
}

/// Writes one more entry, which says the byte `said`.
pub fn append(heads: &mut Heads, series: &Series, said: u8) -> Stored {
    let (salt, payload) = ([said; 32], vec![said; 3]);
    let said = statement(series, i64::from(said), payload_hash(&salt, &payload));
    let header = Header::following(heads.get(series), said);
    heads.insert(series.clone(), Head { sequence: header.sequence(), hash: header.hash() });
    Stored { header: header.encode(), hash: header.hash(), payload: Some((salt, payload)) }
}

pub fn series(text: &str) -> Series {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// Orders in which three series speak, so that every journal has at least one series with several entries.
pub fn orders() -> impl Strategy<Value = Vec<Series>> {
    prop::collection::vec(prop::sample::select(vec!["UTO/status", "UTO/documents", "XRC/status"]), 4..12)
        .prop_map(|order| order.into_iter().map(series).collect())
}
