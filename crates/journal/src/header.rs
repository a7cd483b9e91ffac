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
