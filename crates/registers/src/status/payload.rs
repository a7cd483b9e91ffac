//! The bytes of this room's entries. **Frozen:** fields are added at the end, never edited; golden bytes below hold them.
//!
//! One report and a batch of thousands have the same form: one State, one kind of document, one status, one month of
//! expiry. A correction of one row destroys the batch and lists the rest again, each row under its first place.

use minicbor::{Decode, Encode};

/// The most rows an entry lists; a row's id has twelve bits for its place.
pub const ROWS_MAX: usize = 4096;

/// What all rows of an entry have in common.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Common {
    /// Kind of document, by its ordinal.
    #[n(0)]
    pub kind: u8,
    /// Status, by its ordinal.
    #[n(1)]
    pub status: u8,
    /// Month of expiry: year * 12 + month - 1.
    #[n(2)]
    pub month: u32,
    /// Position at which the import opened that brings these rows.
    #[n(3)]
    pub import: Option<u64>,
    /// Where the rows were listed first; none when that is here.
    #[n(4)]
    pub origin: Option<Origin>,
}

/// Where rows that are listed again were listed first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Origin {
    /// Position of the entry.
    #[n(0)]
    pub position: u64,
    /// Its time, in microseconds since 1970.
    #[n(1)]
    pub reported_at_us: i64,
    /// When the one row that follows was corrected.
    #[n(2)]
    pub corrected_at_us: Option<i64>,
}

/// Rows of one form.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Listed<R> {
    /// What they have in common.
    #[n(0)]
    pub common: Common,
    /// The rows, at most [`ROWS_MAX`].
    #[n(1)]
    pub rows: Vec<R>,
}

/// A single number.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct NumberRow {
    /// Place in the entry that listed it first.
    #[n(0)]
    pub place: u16,
    /// Keyed hash of issuer, kind and number.
    #[n(1)]
    #[cbor(with = "minicbor::bytes")]
    pub hash: [u8; 16],
    /// What every form has.
    #[n(2)]
    pub rest: RowRest,
}

/// A range of blanks.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct RangeRow {
    /// Place in the entry that listed it first.
    #[n(0)]
    pub place: u16,
    /// First number.
    #[n(1)]
    pub first: String,
    /// Last number.
    #[n(2)]
    pub last: String,
    /// What every form has.
    #[n(3)]
    pub rest: RowRest,
}

/// A pattern of numbers.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct PatternRow {
    /// Place in the entry that listed it first.
    #[n(0)]
    pub place: u16,
    /// The pattern.
    #[n(1)]
    pub pattern: String,
    /// What every form has.
    #[n(2)]
    pub rest: RowRest,
}

/// What a row of any form ends with.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct RowRest {
    /// Last day, within the month.
    #[n(0)]
    pub day: u8,
    /// The State's own reference.
    #[n(1)]
    pub reference: String,
    /// Reason, by its ordinal.
    #[n(2)]
    pub reason: Option<u8>,
}

/// Payloads that are gone, and under which rule.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Destroyed {
    /// The rule.
    #[n(0)]
    pub rule: Rule,
    /// Positions of entries of the same series.
    #[n(1)]
    pub positions: Vec<u64>,
}

/// Why payloads were destroyed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Rule {
    /// A row was corrected; it and the rest follow.
    #[n(1)]
    Corrected,
    /// A row was withdrawn because the document is back; the rest follows.
    #[n(2)]
    FoundAgain,
    /// A row was withdrawn because it should never have been entered; the rest follows.
    #[n(3)]
    EnteredInError,
    /// The month of expiry is over.
    #[n(4)]
    Expired,
    /// The import that brought it never closed.
    #[n(5)]
    Abandoned,
}

impl Rule {
    /// Answers whether the State has said something: what has expired, and what never came in, is no news.
    pub fn is_news(self) -> bool {
        match self {
            Rule::Corrected | Rule::FoundAgain | Rule::EnteredInError => true,
            Rule::Expired | Rule::Abandoned => false,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn rest(reason: Option<u8>) -> RowRest {
        RowRest { day: 31, reference: "R-1".into(), reason }
    }

    fn same<T: Encode<()> + for<'b> Decode<'b, ()> + PartialEq + std::fmt::Debug>(value: &T, golden: &str) {
        let bytes = minicbor::to_vec(value).unwrap();
        assert_eq!(hex(&bytes), golden);
        assert_eq!(&minicbor::decode::<T>(&bytes).unwrap(), value);
    }

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    #[test]
    fn golden_bytes() {
        let common = Common { kind: 1, status: 2, month: 24_383, import: None, origin: None };
        let row = NumberRow { place: 0, hash: [0x11; 16], rest: rest(None) };
        same(
            &Listed { common: common.clone(), rows: vec![row] },
            "82830102195f3f818300501111111111111111111111111111111182181f63522d31",
        );
        let origin = Some(Origin { position: 300, reported_at_us: 1_772_463_600_000_000, corrected_at_us: Some(-1) });
        let common = Common { import: Some(7), origin, ..common };
        let row = NumberRow { place: 4095, hash: [0xff; 16], rest: rest(Some(3)) };
        same(
            &Listed { common: common.clone(), rows: vec![row.clone(), row] },
            "82850102195f3f078319012c1b00064c0bd7415c00208283190fff50ffffffffffffffffffffffffffffffff83181f63522d310383190fff50ffffffffffffffffffffffffffffffff83181f63522d3103",
        );
        let row = RangeRow { place: 1, first: "K0100".into(), last: "K0199".into(), rest: rest(Some(3)) };
        same(
            &Listed { common: common.clone(), rows: vec![row] },
            "82850102195f3f078319012c1b00064c0bd7415c0020818401654b30313030654b3031393983181f63522d3103",
        );
        let row = PatternRow { place: 2, pattern: "K9###".into(), rest: rest(None) };
        same(
            &Listed { common, rows: vec![row] },
            "82850102195f3f078319012c1b00064c0bd7415c0020818302654b3923232382181f63522d31",
        );
    }

    #[test]
    fn golden_bytes_of_destruction() {
        let rules = [
            (Rule::Corrected, "01"),
            (Rule::FoundAgain, "02"),
            (Rule::EnteredInError, "03"),
            (Rule::Expired, "04"),
            (Rule::Abandoned, "05"),
        ];
        for (rule, code) in rules {
            same(&Destroyed { rule, positions: vec![1, 300] }, &format!("82{code}820119012c"));
        }
    }
}
