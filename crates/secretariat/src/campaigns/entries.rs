//! What can be said of campaigns. Frozen: kinds and fields are added, never edited.
//!
//! All of it stands in the series of the State whose campaign it is.

use base::store::{Entry, Room, StoreError};
use jiff::civil::Date;
use journal::Name;
use minicbor::{Decode, Encode};

use crate::meetings::{Symbol, frozen};

/// One entry of the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum CampaignEntry {
    /// A campaign is written down, the first time or anew.
    Written(Box<Written>),
    /// From now on others see it.
    Published(Published),
    /// Its State says what came of it.
    Evaluated(Evaluated),
}

/// See [`CampaignEntry::Written`]. A later one of the same number stands in the place of the earlier.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Written {
    /// Its number within the State, from 1.
    #[n(0)]
    pub(crate) number: u32,
    /// Title in English; empty where there is none.
    #[n(1)]
    pub(crate) title_en: String,
    /// Title in Spanish; empty where there is none.
    #[n(2)]
    pub(crate) title_es: String,
    /// Title in French; empty where there is none.
    #[n(3)]
    pub(crate) title_fr: String,
    /// The message as it was given in English; empty where it was not.
    #[n(4)]
    pub(crate) message_en: String,
    /// The same in Spanish.
    #[n(5)]
    pub(crate) message_es: String,
    /// The same in French.
    #[n(6)]
    pub(crate) message_fr: String,
    /// For whom it is: codes with blanks between, as the next three.
    #[n(7)]
    pub(crate) audiences: String,
    /// In which languages it was given.
    #[n(8)]
    pub(crate) languages: String,
    /// By what it reaches people.
    #[n(9)]
    pub(crate) channels: String,
    /// In which States.
    #[n(10)]
    pub(crate) states: String,
    /// Where in them.
    #[n(11)]
    pub(crate) places: String,
    /// First day.
    #[n(12)]
    #[cbor(with = "frozen::text")]
    pub(crate) first_on: Date,
    /// Last day.
    #[n(13)]
    #[cbor(with = "frozen::text")]
    pub(crate) last_on: Date,
    /// Symbols of documents that are its materials, with blanks between.
    #[n(14)]
    pub(crate) papers: String,
    /// What it cost, in the currency's minor unit.
    #[n(15)]
    pub(crate) cost_minor: Option<u64>,
    /// The currency's code; empty where no cost is told.
    #[n(16)]
    pub(crate) currency: String,
    /// How many it reached.
    #[n(17)]
    pub(crate) reached: Option<u64>,
    /// How that was measured, a code.
    #[n(18)]
    pub(crate) measured: String,
    /// Symbol of the decision that asks for it.
    #[n(19)]
    #[cbor(with = "frozen::text")]
    pub(crate) decision: Symbol,
}

/// See [`CampaignEntry::Published`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Published {
    /// The campaign's number.
    #[n(0)]
    pub(crate) number: u32,
}

/// See [`CampaignEntry::Evaluated`]. A later one of the same number stands in the place of the earlier.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Evaluated {
    /// The campaign's number.
    #[n(0)]
    pub(crate) number: u32,
    /// What came of it.
    #[n(1)]
    pub(crate) text: String,
    /// Day on which that was found.
    #[n(2)]
    #[cbor(with = "frozen::text")]
    pub(crate) evaluated_on: Date,
    /// The institution that found it.
    #[n(3)]
    pub(crate) evaluated_by: String,
}

impl CampaignEntry {
    /// Reads a payload by its kind.
    ///
    /// Errors: `Damaged` for a kind this release does not know or bytes that are no such entry.
    pub(super) fn read(kind: &str, payload: &[u8]) -> Result<Self, StoreError> {
        let damaged =
            |error: minicbor::decode::Error| StoreError::Damaged(format!("entry {kind} of campaigns: {error}"));
        Ok(match kind {
            "written" => CampaignEntry::Written(Box::new(minicbor::decode(payload).map_err(damaged)?)),
            "published" => CampaignEntry::Published(minicbor::decode(payload).map_err(damaged)?),
            "evaluated" => CampaignEntry::Evaluated(minicbor::decode(payload).map_err(damaged)?),
            _ => return Err(StoreError::Damaged(format!("entry {kind} of campaigns: no such kind"))),
        })
    }
}

impl Entry for CampaignEntry {
    fn room() -> &'static Room {
        &super::ROOM
    }

    fn kind(&self) -> Name {
        Name::literal(match self {
            CampaignEntry::Written(_) => "written",
            CampaignEntry::Published(_) => "published",
            CampaignEntry::Evaluated(_) => "evaluated",
        })
    }

    fn payload(&self) -> Vec<u8> {
        // Writing to a vector cannot fail.
        match self {
            CampaignEntry::Written(entry) => minicbor::to_vec(entry),
            CampaignEntry::Published(entry) => minicbor::to_vec(entry),
            CampaignEntry::Evaluated(entry) => minicbor::to_vec(entry),
        }
        .unwrap_or_default()
    }

    fn destroys(&self) -> Vec<u64> {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::civil::date;

    use super::*;

    fn all() -> [CampaignEntry; 3] {
        let text = |text: &str| text.to_owned();
        [
            CampaignEntry::Written(Box::new(Written {
                number: 3,
                title_en: text("E"),
                title_es: text("S"),
                title_fr: String::new(),
                message_en: text("M"),
                message_es: String::new(),
                message_fr: String::new(),
                audiences: text("youth women"),
                languages: text("spa quc"),
                channels: text("radio"),
                states: text("UTO"),
                places: text("P"),
                first_on: date(2026, 3, 1),
                last_on: date(2026, 3, 31),
                papers: String::new(),
                cost_minor: Some(1_250),
                currency: text("USD"),
                reached: None,
                measured: text("not-measured"),
                decision: "LAG/II/DEC/5".parse().unwrap(),
            })),
            CampaignEntry::Published(Published { number: 3 }),
            CampaignEntry::Evaluated(Evaluated {
                number: 3,
                text: text("T"),
                evaluated_on: date(2026, 5, 2),
                evaluated_by: text("I"),
            }),
        ]
    }

    #[test]
    fn the_bytes_of_every_entry_are_frozen() {
        let golden = [
            (
                "written",
                concat!(
                    "94036145615360614d60606b796f75746820776f6d656e677370612071756365726164696f6355544f61506a32303236",
                    "2d30332d30316a323032362d30332d3331601904e263555344f66c6e6f742d6d656173757265646c4c41472f49492f44",
                    "45432f35",
                ),
            ),
            ("published", "8103"),
            ("evaluated", "840361546a323032362d30352d30326149"),
        ];
        for (entry, (kind, bytes)) in all().iter().zip(golden) {
            assert_eq!((entry.kind().as_str(), hex::encode(entry.payload()).as_str()), (kind, bytes));
        }
    }

    #[test]
    fn every_entry_comes_back_as_it_was_written_and_none_destroys() {
        for entry in all() {
            assert_eq!(CampaignEntry::read(entry.kind().as_str(), &entry.payload()).unwrap(), entry);
            assert!(entry.destroys().is_empty());
        }
        assert!(CampaignEntry::read("none", &[]).is_err());
    }
}
