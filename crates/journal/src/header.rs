//! The header of an entry: what is chained, hashed and never changed again.
//!
//! **Frozen.** Format version 1 is what `docs/formats/journal.md` draws and the golden bytes below hold. A change of
//! field, order, type or limit is a new version beside this one, never an edit.

use minicbor::{Decode, Decoder, Encode};
use uuid::Uuid;

use crate::hash::{Hash, header_hash};
use crate::series::{Name, Place, Series, StateCode};

/// The format version this crate writes and reads.
pub const FORMAT_VERSION: u64 = 1;

/// The most bytes an encoded header can have; longer input is refused unread.
pub const HEADER_BYTES_MAX: usize = 235;

/// What is said and by whom, before it has its place in the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The State and the room.
    pub series: Series,
    /// When the secretariat's server received it, in microseconds since 1970-01-01T00:00:00Z.
    pub recorded_at_us: i64,
    /// The person who said it.
    pub person: Uuid,
    /// The purpose the person declared.
    pub purpose: Name,
    /// What sort of payload follows, e.g. `reported`: the type and its frozen version are the room's affair.
    pub kind: Name,
    /// The salted hash of the payload, from [`payload_hash`](crate::payload_hash).
    pub payload_hash: Hash,
}

/// Where a series stands: the number and the hash of its last header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// The number of the last entry; entries are numbered from 1 without gaps.
    pub sequence: u64,
    /// The hash of its header.
    pub hash: Hash,
}

/// A statement in its place in the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    statement: Statement,
    sequence: u64,
    previous: Hash,
}

/// Says why bytes are not a header.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// More bytes than any header has.
    #[error("{0} bytes are too many for a header, which has at most {HEADER_BYTES_MAX}")]
    TooLong(usize),
    /// Written by a later version of the format, or no header at all.
    #[error("format version {0} is unknown")]
    UnknownVersion(u64),
    /// Not CBOR, not these fields, or a text that is no State code or name.
    #[error("not well formed: {0}")]
    Malformed(String),
    /// More bytes after the header; how many.
    #[error("{0} bytes follow the header")]
    Trailing(usize),
    /// Entries are numbered from 1.
    #[error("the sequence is 0")]
    SequenceZero,
    /// The same values written in another way than the one permitted.
    #[error("not in canonical form")]
    NotCanonical,
}

impl Header {
    /// Puts a statement in its place: after the head of its series, or first when the series is still empty.
    ///
    /// The head must be that of the statement's own series; a [`Verifier`](crate::Verifier) names the entry otherwise.
    pub fn following(head: Option<&Head>, statement: Statement) -> Header {
        match head {
            None => Header { statement, sequence: 1, previous: Hash::ZERO },
            // Saturation keeps a damaged head from panicking; the verifier names the repeated number.
            Some(head) => Header { statement, sequence: head.sequence.saturating_add(1), previous: head.hash },
        }
    }

    /// Answers what was said and by whom.
    pub fn statement(&self) -> &Statement {
        &self.statement
    }

    /// Answers the series the entry stands in.
    pub fn series(&self) -> &Series {
        &self.statement.series
    }

    /// Answers the entry's number in its series, from 1.
    pub fn sequence(&self) -> u64 {
        self.sequence
    }

    /// Answers the hash of the header before it in the series; [`Hash::ZERO`] for the first.
    pub fn previous(&self) -> Hash {
        self.previous
    }

    /// Answers series and number together.
    pub fn place(&self) -> Place {
        Place { series: self.series().clone(), sequence: self.sequence }
    }

    /// Writes the header as it is stored and hashed: at most [`HEADER_BYTES_MAX`] bytes, the same for the same header.
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(HEADER_BYTES_MAX);
        minicbor::encode(Wire::from(self), &mut bytes).expect("a vector takes every byte and no field refuses");
        bytes
    }

    /// Reads a header, accepting exactly what [`encode`](Header::encode) writes.
    ///
    /// # Errors
    /// Every other byte string, with the reason.
    pub fn decode(bytes: &[u8]) -> Result<Header, DecodeError> {
        if bytes.len() > HEADER_BYTES_MAX {
            return Err(DecodeError::TooLong(bytes.len()));
        }
        let mut decoder = Decoder::new(bytes);
        // The version is looked at first, because a later version may have other fields.
        let mut ahead = decoder.probe();
        ahead.array().map_err(malformed)?;
        match ahead.u64().map_err(malformed)? {
            FORMAT_VERSION => {}
            unknown => return Err(DecodeError::UnknownVersion(unknown)),
        }
        let wire: Wire = decoder.decode().map_err(malformed)?;
        if decoder.position() != bytes.len() {
            return Err(DecodeError::Trailing(bytes.len() - decoder.position()));
        }
        if wire.sequence == 0 {
            return Err(DecodeError::SequenceZero);
        }
        let header = Header::from(wire);
        if header.encode() == bytes { Ok(header) } else { Err(DecodeError::NotCanonical) }
    }

    /// Answers the hash of the encoded header.
    pub fn hash(&self) -> Hash {
        header_hash(&self.encode())
    }

    /// Answers where the series stands once this header is appended.
    pub fn head(&self) -> Head {
        Head { sequence: self.sequence, hash: self.hash() }
    }
}

/// The fields by number. Frozen.
#[derive(Encode, Decode)]
#[cbor(array)]
struct Wire {
    #[n(0)]
    version: u64,
    #[n(1)]
    state: StateCode,
    #[n(2)]
    room: Name,
    #[n(3)]
    sequence: u64,
    #[n(4)]
    previous: Hash,
    #[n(5)]
    recorded_at_us: i64,
    #[cbor(n(6), with = "minicbor::bytes")]
    person: [u8; 16],
    #[n(7)]
    purpose: Name,
    #[n(8)]
    kind: Name,
    #[n(9)]
    payload_hash: Hash,
}

impl From<&Header> for Wire {
    fn from(header: &Header) -> Wire {
        let said = &header.statement;
        Wire {
            version: FORMAT_VERSION,
            state: said.series.state,
            room: said.series.room.clone(),
            sequence: header.sequence,
            previous: header.previous,
            recorded_at_us: said.recorded_at_us,
            person: said.person.into_bytes(),
            purpose: said.purpose.clone(),
            kind: said.kind.clone(),
            payload_hash: said.payload_hash,
        }
    }
}

impl From<Wire> for Header {
    fn from(wire: Wire) -> Header {
        Header {
            statement: Statement {
                series: Series::new(wire.state, wire.room),
                recorded_at_us: wire.recorded_at_us,
                person: Uuid::from_bytes(wire.person),
                purpose: wire.purpose,
                kind: wire.kind,
                payload_hash: wire.payload_hash,
            },
            sequence: wire.sequence,
            previous: wire.previous,
        }
    }
}

fn malformed(error: minicbor::decode::Error) -> DecodeError {
    DecodeError::Malformed(error.to_string())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;
    use crate::payload_hash;
    use crate::specimen::{series, statement};

    fn second() -> Header {
        let head = Head { sequence: 1, hash: Hash([0x11; 32]) };
        let said = statement(&series("UTO/status"), 1_763_898_000_123_456, payload_hash(&[0x22; 32], b"specimen"));
        Header::following(Some(&head), said)
    }

    /// Frozen: format version 1, field by field, computed by a second program in another language. These bytes never change; a new version stands beside them.
    const GOLDEN: &str = concat!(
        "8a",                                                                   // an array of ten
        "01",                                                                   // 0 format version
        "6355544f",                                                             // 1 State
        "66737461747573",                                                       // 2 room
        "02",                                                                   // 3 sequence
        "58201111111111111111111111111111111111111111111111111111111111111111", // 4 previous
        "1b0006444181b7a640",                                                   // 5 recorded_at_us
        "5001918c5e700070008000000000000001",                                   // 6 person
        "6e626f726465725f636f6e74726f6c",                                       // 7 purpose
        "687265706f72746564",                                                   // 8 kind
        "58206ecaf4761ac57fa497ead61ca121c6588613034021d653ec5212fffdf78de2da", // 9 payload hash
    );

    /// Frozen, as above.
    const GOLDEN_HASH: &str = "e8eb0fff54ce5cea3ddbd5db29ce46a38c507622dc9c3375e7495ba7b3613e23";

    #[test]
    fn version_one_is_frozen() {
        assert_eq!(hex::encode(second().encode()), GOLDEN);
        assert_eq!(second().hash().to_string(), GOLDEN_HASH);
        assert_eq!(Header::decode(&hex::decode(GOLDEN).unwrap()), Ok(second()));
    }

    #[test]
    fn the_page_about_the_format_shows_the_frozen_bytes() {
        let page = include_str!("../../../docs/formats/journal.md");
        let (_, drawn) = page.split_once("<!-- golden header -->").unwrap();
        let drawn: String = drawn.split("```").nth(1).unwrap().split_whitespace().collect();
        assert_eq!(drawn, GOLDEN);
        assert!(page.contains(GOLDEN_HASH));
    }

    #[test]
    fn the_first_follows_nothing_and_the_next_follows_it() {
        let first = Header::following(None, second().statement);
        assert_eq!((first.sequence(), first.previous()), (1, Hash::ZERO));
        let next = Header::following(Some(&first.head()), first.statement.clone());
        assert_eq!((next.sequence(), next.previous()), (2, first.hash()));
    }

    #[test]
    fn the_longest_header_has_the_most_bytes() {
        let name: Name = "a".repeat(Name::LENGTH_MAX).parse().unwrap();
        let mut said = second().statement;
        said.series.room = name.clone();
        (said.purpose, said.kind, said.recorded_at_us) = (name.clone(), name, i64::MIN);
        let longest = Header { statement: said, sequence: u64::MAX, previous: Hash::ZERO };
        assert_eq!(longest.encode().len(), HEADER_BYTES_MAX);
        assert_eq!(Header::decode(&longest.encode()), Ok(longest));
    }

    /// Replaces one stretch of the golden bytes, both in hexadecimal, and reads the result.
    fn decode_with(from: &str, to: &str) -> Result<Header, DecodeError> {
        assert_eq!(GOLDEN.matches(from).count(), 1, "{from}");
        Header::decode(&hex::decode(GOLDEN.replace(from, to)).unwrap())
    }

    #[test]
    fn other_ways_to_write_the_same_are_refused() {
        let longer_number = decode_with("667374617475730258", "66737461747573180258");
        assert_eq!(longer_number, Err(DecodeError::NotCanonical));
        let longer_text_length = decode_with("6355544f66", "780355544f66");
        assert_eq!(longer_text_length, Err(DecodeError::NotCanonical));
        let longer_array_length = decode_with("8a01", "980a01");
        assert_eq!(longer_array_length, Err(DecodeError::NotCanonical));
        let indefinite = format!("{}ff", GOLDEN.replacen("8a01", "9f01", 1));
        assert_eq!(Header::decode(&hex::decode(indefinite).unwrap()), Err(DecodeError::NotCanonical));
        let one_field_more = format!("{}00", GOLDEN.replacen("8a01", "8b01", 1));
        assert_eq!(Header::decode(&hex::decode(one_field_more).unwrap()), Err(DecodeError::NotCanonical));
    }

    #[test]
    fn what_is_no_header_is_refused_with_the_reason() {
        assert_eq!(decode_with("8a01", "8a02"), Err(DecodeError::UnknownVersion(2)));
        assert_eq!(Header::decode(&[0x82, 0x07, 0xf6]), Err(DecodeError::UnknownVersion(7)));
        assert_eq!(decode_with("667374617475730258", "667374617475730058"), Err(DecodeError::SequenceZero));
        let mut bytes = second().encode();
        bytes.push(0);
        assert_eq!(Header::decode(&bytes), Err(DecodeError::Trailing(1)));
        assert_eq!(Header::decode(&[0x8a; 236]), Err(DecodeError::TooLong(236)));
        let name_of_41 = format!("7829{}", "61".repeat(41));
        for (from, to) in [("6355544f66", "6355546f66"), ("66737461747573", &name_of_41), ("66737461747573", "60")] {
            assert!(matches!(decode_with(from, to), Err(DecodeError::Malformed(_))), "{to}");
        }
        for cut in 0..second().encode().len() {
            assert!(matches!(Header::decode(&second().encode()[..cut]), Err(DecodeError::Malformed(_))), "{cut}");
        }
    }

    prop_compose! {
        fn headers()(
            (state, room, purpose, kind) in ("[A-Z]{3}", "[a-z0-9_.]{1,40}", "[a-z0-9_.]{1,40}", "[a-z0-9_.]{1,40}"),
            (sequence, recorded_at_us, person) in (1..=u64::MAX, any::<i64>(), any::<u128>()),
            (previous, payload_hash) in (any::<[u8; 32]>(), any::<[u8; 32]>()),
        ) -> Header {
            let series = Series::new(state.parse().unwrap(), room.parse().unwrap());
            let (purpose, kind) = (purpose.parse().unwrap(), kind.parse().unwrap());
            let (person, payload_hash) = (Uuid::from_u128(person), Hash(payload_hash));
            let statement = Statement { series, recorded_at_us, person, purpose, kind, payload_hash };
            Header { statement, sequence, previous: Hash(previous) }
        }
    }

    proptest! {
        #[test]
        fn every_header_is_read_as_it_was_written(header in headers()) {
            let bytes = header.encode();
            prop_assert!(bytes.len() <= HEADER_BYTES_MAX);
            prop_assert_eq!(Header::decode(&bytes), Ok(header));
        }

        #[test]
        fn what_is_accepted_is_canonical_and_nothing_panics(
            header in headers(), at in any::<prop::sample::Index>(), with in prop::collection::vec(any::<u8>(), 0..4), drop in 0..4_usize,
        ) {
            let mut bytes = header.encode();
            let at = at.index(bytes.len());
            bytes.splice(at..(at + drop).min(bytes.len()), with);
            if let Ok(read) = Header::decode(&bytes) {
                prop_assert_eq!(read.encode(), bytes);
            }
        }

        #[test]
        fn arbitrary_bytes_do_not_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            prop_assert!(Header::decode(&bytes).is_err());
        }
    }
}
