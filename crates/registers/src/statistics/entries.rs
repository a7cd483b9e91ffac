//! What is said here. Frozen: kinds and fields are added, never edited.
//!
//! A rule counts a week at a time, before what it counts is destroyed; the coordinator publishes a year. Neither says anything of a
//! person, an alert, an officer or an hour.

use base::store::{Entry, Room, StoreError};
use jiff::civil::Date;
use journal::Name;
use minicbor::{Decode, Encode};

use super::coded::Sheet;

/// One entry of the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StatisticsEntry {
    /// A rule counted some days of one year.
    Tallied(Tallied),
    /// The coordinator published a year.
    Issued(Issued),
}

/// See [`StatisticsEntry::Tallied`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Tallied {
    /// Year of all of these days.
    #[n(0)]
    pub year: i16,
    /// First day that is not counted yet.
    #[n(1)]
    #[cbor(with = "super::frozen::day")]
    pub until: Date,
    /// Last position of the access log that was counted.
    #[n(2)]
    pub leaf: u64,
    /// What was counted; what is not named was none.
    #[n(3)]
    pub cells: Vec<Counted>,
}

/// One count.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Counted {
    /// Of which sheet.
    #[n(0)]
    pub sheet: Sheet,
    /// Code of the row.
    #[n(1)]
    pub line: String,
    /// Code of the column.
    #[n(2)]
    pub part: String,
    /// How many.
    #[n(3)]
    pub count: u64,
}

/// See [`StatisticsEntry::Issued`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Issued {
    /// The year.
    #[n(0)]
    pub year: i16,
    /// Which revision, from 1.
    #[n(1)]
    pub revision: u32,
    /// Codes of the States, the columns of most sheets.
    #[n(2)]
    pub states: Vec<String>,
    /// What is told of each sheet.
    #[n(3)]
    pub sheets: Vec<Told>,
}

/// What is told of one sheet.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Told {
    /// Which.
    #[n(0)]
    pub sheet: Sheet,
    /// Row by row, each with its total at the end, the row of totals last; none for a figure that is withheld.
    #[n(1)]
    pub cells: Vec<Option<u64>>,
}

impl StatisticsEntry {
    /// Reads a payload by its kind.
    ///
    /// Errors: `Damaged` for a kind this release does not know or bytes that are no such entry.
    pub fn read(kind: &str, payload: &[u8]) -> Result<Self, StoreError> {
        let damaged =
            |error: minicbor::decode::Error| StoreError::Damaged(format!("entry {kind} of statistics: {error}"));
        Ok(match kind {
            "tallied" => StatisticsEntry::Tallied(minicbor::decode(payload).map_err(damaged)?),
            "issued" => StatisticsEntry::Issued(minicbor::decode(payload).map_err(damaged)?),
            _ => return Err(StoreError::Damaged(format!("entry {kind} of statistics: no such kind"))),
        })
    }

    const fn code(&self) -> &'static str {
        match self {
            StatisticsEntry::Tallied(_) => "tallied",
            StatisticsEntry::Issued(_) => "issued",
        }
    }
}

impl Entry for StatisticsEntry {
    fn room() -> &'static Room {
        &super::ROOM
    }

    fn kind(&self) -> Name {
        Name::literal(self.code())
    }

    fn payload(&self) -> Vec<u8> {
        let bytes = match self {
            StatisticsEntry::Tallied(entry) => minicbor::to_vec(entry),
            StatisticsEntry::Issued(entry) => minicbor::to_vec(entry),
        };
        // Writing to a vector cannot fail.
        bytes.unwrap_or_default()
    }

    fn destroys(&self) -> Vec<u64> {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date;

    fn said() -> Vec<StatisticsEntry> {
        let cells =
            vec![Counted { sheet: Sheet::Outcomes, line: "confirmed".to_owned(), part: "HND".to_owned(), count: 12 }];
        let sheets = vec![Told { sheet: Sheet::Flags, cells: vec![Some(12), None] }];
        vec![
            StatisticsEntry::Tallied(Tallied { year: 2026, until: date(2026, 3, 9), leaf: 300, cells }),
            StatisticsEntry::Issued(Issued { year: 2026, revision: 1, states: vec!["HND".to_owned()], sheets }),
        ]
    }

    const GOLDEN: [(&str, &str); 2] = [
        ("tallied", "841907ea6a323032362d30332d303919012c81840769636f6e6669726d656463484e440c"),
        ("issued", "841907ea018163484e44818208820cf6"),
    ];

    /// The bytes of every entry: a failure here is a change of the journal's form.
    #[test]
    fn entries_are_written_as_they_were() {
        let all = said();
        assert_eq!(all.len(), GOLDEN.len());
        for (entry, (kind, bytes)) in all.iter().zip(GOLDEN) {
            assert_eq!((entry.kind().as_str(), hex::encode(entry.payload()).as_str()), (kind, bytes));
            assert_eq!(&StatisticsEntry::read(kind, &entry.payload()).unwrap(), entry);
        }
        assert!(StatisticsEntry::read("declared", b"").is_err());
    }
}
