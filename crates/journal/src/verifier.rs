//! Recomputes a journal, entry by entry in the order of receipt, and names what is wrong.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::checkpoint::Checkpoint;
use crate::hash::{Hash, header_hash, payload_hash};
use crate::header::{DecodeError, Head, Header};
use crate::series::{Place, Series};

/// Where every series stands.
pub type Heads = BTreeMap<Series, Head>;

/// An entry as it is stored; nothing in it is believed.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// The encoded header.
    pub header: &'a [u8],
    /// The hash stored beside it.
    pub hash: Hash,
    /// The payload; none when it was destroyed.
    pub payload: Option<Payload<'a>>,
}

/// A payload as it is stored, with the salt of its hash.
#[derive(Debug, Clone, Copy)]
pub struct Payload<'a> {
    /// 32 random bytes of this payload alone.
    pub salt: &'a [u8; 32],
    /// What was said.
    pub bytes: &'a [u8],
}

/// The first thing wrong with an entry.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct Fault {
    /// Which entry in the order of receipt, from 1; for a series that was cut, how many entries there were in all.
    pub position: u64,
    /// Where the header says it stands, or what is missing; none when the header cannot be read. A header that does
    /// not match its hash may name a wrong place: the position is always right.
    pub place: Option<Place>,
    /// What is wrong.
    pub wrong: Wrong,
}

/// What can be wrong with an entry.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// The bytes are not a header.
    #[error("its header cannot be read: {0}")]
    Unreadable(DecodeError),
    /// The stored hash is not the hash of the stored header.
    #[error("its stored hash is not the hash of its header")]
    Hash,
    /// Entries between the last of the series and this one are missing.
    #[error("entries are missing: number {expected} should come next")]
    Gap {
        /// The number that should have come.
        expected: u64,
    },
    /// The number has been taken already.
    #[error("its number is taken: number {expected} should come next")]
    Repeated {
        /// The number that should have come.
        expected: u64,
    },
    /// It does not carry the hash of the entry before it.
    #[error("it does not follow the entry before it")]
    BrokenLink,
    /// A checkpoint has another hash for this place.
    #[error("a checkpoint was signed over another entry in this place")]
    Rewritten,
    /// The payload does not have the hash that the header carries.
    #[error("its payload is not the one its header was made for")]
    Payload,
    /// A checkpoint has this entry and the journal does not.
    #[error("a checkpoint has this entry, and the series ends at {last}")]
    Cut {
        /// The number of the last entry that is there; 0 when there is none.
        last: u64,
    },
}

/// Verifies a journal, fed in order of receipt.
///
/// Faults of one series do not hide those of another. Within a series, a break of the chain makes what follows it
/// faulty too, since it hangs on what is not there; a wrong payload does not.
#[derive(Debug, Default)]
pub struct Verifier {
    heads: Heads,
    signed: BTreeMap<Series, BTreeSet<(u64, Hash)>>,
    position: u64,
}

impl Verifier {
    /// Starts at an empty journal that must come to extend each of these checkpoints.
    ///
    /// They are needed before the first entry, so that a verifier keeps one head a series and not every hash.
    pub fn new<'c>(checkpoints: impl IntoIterator<Item = &'c Checkpoint>) -> Verifier {
        let mut verifier = Verifier::default();
        for checkpoint in checkpoints {
            for (series, head) in checkpoint.heads() {
                verifier.signed.entry(series.clone()).or_default().insert((head.sequence, head.hash));
            }
        }
        verifier
    }

    /// Takes the next entry and answers its header when nothing is wrong with it.
    ///
    /// Whether a destroyed payload is explained by an entry that says under which rule is for the caller to check,
    /// who knows the kinds.
    ///
    /// # Errors
    /// The first thing wrong with the entry.
    pub fn take(&mut self, entry: Entry<'_>) -> Result<Header, Fault> {
        self.position += 1;
        let position = self.position;
        let header = Header::decode(entry.header).map_err(|error| Fault {
            position,
            place: None,
            wrong: Wrong::Unreadable(error),
        })?;
        match self.check(&header, &entry) {
            Ok(()) => Ok(header),
            Err(wrong) => Err(Fault { position, place: Some(header.place()), wrong }),
        }
    }

    fn check(&mut self, header: &Header, entry: &Entry<'_>) -> Result<(), Wrong> {
        let hash = header_hash(entry.header);
        if entry.hash != hash {
            return Err(Wrong::Hash);
        }
        let series = header.series();
        let (last, previous) = self.heads.get(series).map_or((0, Hash::ZERO), |head| (head.sequence, head.hash));
        let sequence = header.sequence();
        if sequence <= last {
            return Err(Wrong::Repeated { expected: last.saturating_add(1) });
        }
        if sequence - last > 1 {
            return Err(Wrong::Gap { expected: last + 1 });
        }
        if header.previous() != previous {
            return Err(Wrong::BrokenLink);
        }
        if self.contradicts_a_checkpoint(series, sequence, hash) {
            return Err(Wrong::Rewritten);
        }
        self.heads.insert(series.clone(), Head { sequence, hash });
        match entry.payload {
            Some(payload) if payload_hash(payload.salt, payload.bytes) != header.statement().payload_hash => {
                Err(Wrong::Payload)
            }
            _ => Ok(()),
        }
    }

    fn contradicts_a_checkpoint(&self, series: &Series, sequence: u64, hash: Hash) -> bool {
        let Some(signed) = self.signed.get(series) else { return false };
        signed.range((sequence, Hash::ZERO)..=(sequence, Hash([0xff; 32]))).any(|(_, expected)| *expected != hash)
    }

    /// Answers where every series stands, once each checkpoint's entries have been seen.
    ///
    /// # Errors
    /// The first series, in order, that ends before a checkpoint's head; the fault names the first missing entry.
    pub fn finish(self) -> Result<Heads, Fault> {
        for (series, signed) in &self.signed {
            let last = self.heads.get(series).map_or(0, |head| head.sequence);
            if signed.last().is_some_and(|(sequence, _)| *sequence > last) {
                let place = Place { series: series.clone(), sequence: last + 1 };
                return Err(Fault { position: self.position, place: Some(place), wrong: Wrong::Cut { last } });
            }
        }
        Ok(self.heads)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.place, &self.wrong) {
            (Some(place), Wrong::Cut { .. }) => write!(f, "{place}: {}", self.wrong),
            (Some(place), wrong) => write!(f, "{place} (entry {} received): {wrong}", self.position),
            (None, wrong) => write!(f, "entry {} received: {wrong}", self.position),
        }
    }
}
