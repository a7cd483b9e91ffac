//! What the secretariat can say of minutes. Frozen: kinds and fields are added, never edited.

use base::store::{Entry, Room};
use jiff::civil::Date;
use journal::Name;
use minicbor::{Decode, Encode};

use crate::meetings::{Symbol, frozen};

/// One entry of the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum MinutesEntry {
    /// A text is revised; earlier revisions stay.
    Written(Written),
    /// The minutes are adopted: no text of theirs changes any more.
    Adopted(Adopted),
}

pub(super) const WRITTEN: Name = Name::literal("written");
pub(super) const ADOPTED: Name = Name::literal("adopted");

/// See [`MinutesEntry::Written`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Written {
    /// The meeting.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) meeting: Symbol,
    /// Tag of the language.
    #[n(1)]
    pub(crate) language: String,
    /// Which revision in that language, from 1.
    #[n(2)]
    pub(crate) revision: u32,
    /// The whole text; each line that is not blank is a paragraph.
    #[n(3)]
    pub(crate) text: String,
    /// What was changed, in the secretariat's words.
    #[n(4)]
    pub(crate) note: String,
}

/// See [`MinutesEntry::Adopted`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Adopted {
    /// The meeting.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) meeting: Symbol,
    /// Day of the adoption.
    #[n(1)]
    #[cbor(with = "frozen::text")]
    pub(crate) adopted_on: Date,
    /// Whether observers may read them, where the meeting was not kept for members.
    #[n(2)]
    pub(crate) open: bool,
    /// The revisions that were adopted.
    #[n(3)]
    pub(crate) texts: Vec<AdoptedText>,
}

/// A revision in one language.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct AdoptedText {
    /// Tag of the language.
    #[n(0)]
    pub(crate) language: String,
    /// Which revision.
    #[n(1)]
    pub(crate) revision: u32,
}

impl Entry for MinutesEntry {
    fn room() -> &'static Room {
        &super::ROOM
    }

    fn kind(&self) -> Name {
        match self {
            MinutesEntry::Written(_) => WRITTEN,
            MinutesEntry::Adopted(_) => ADOPTED,
        }
    }

    fn payload(&self) -> Vec<u8> {
        // Writing to a vector cannot fail.
        match self {
            MinutesEntry::Written(written) => minicbor::to_vec(written),
            MinutesEntry::Adopted(adopted) => minicbor::to_vec(adopted),
        }
        .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_bytes_of_every_entry_are_frozen() {
        let meeting: Symbol = "LAG/II".parse().expect("a symbol");
        let written = Written {
            meeting: meeting.clone(),
            language: "es".to_owned(),
            revision: 2,
            text: "Uno".to_owned(),
            note: String::new(),
        };
        let texts = vec![AdoptedText { language: "es".to_owned(), revision: 2 }];
        let adopted = Adopted { meeting, adopted_on: date(2003, 12, 2), open: true, texts };
        let frozen = [
            (MinutesEntry::Written(written.clone()), ("written", "85664c41472f494962657302".to_owned() + "63556e6f60")),
            (
                MinutesEntry::Adopted(adopted.clone()),
                ("adopted", "84664c41472f49496a323030332d31322d3032f58182626573".to_owned() + "02"),
            ),
        ];
        for (entry, (kind, bytes)) in &frozen {
            assert_eq!((entry.kind().as_str(), hex::encode(entry.payload()).as_str()), (*kind, bytes.as_str()));
        }
        assert_eq!(minicbor::decode::<Written>(&frozen[0].0.payload()).ok(), Some(written));
        assert_eq!(minicbor::decode::<Adopted>(&frozen[1].0.payload()).ok(), Some(adopted));
    }
}
