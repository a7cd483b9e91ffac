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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;
    use crate::specimen::{Stored, append, orders, series, write};

    fn verify(journal: &[Stored], checkpoints: &[Checkpoint]) -> Result<Heads, Fault> {
        let mut verifier = Verifier::new(checkpoints);
        for stored in journal {
            verifier.take(stored.entry())?;
        }
        verifier.finish()
    }

    fn checkpoint(heads: &Heads) -> Checkpoint {
        Checkpoint::new("secretariat.example/specimen", heads.clone(), 0).unwrap()
    }

    fn series_of(stored: &Stored) -> Series {
        Header::decode(&stored.header).unwrap().series().clone()
    }

    /// The seeded fault: a verifier that believes the stored hashes and only compares them with one another.
    fn verify_trusting(journal: &[Stored]) -> Result<(), u64> {
        let mut heads = Heads::new();
        for (stored, position) in journal.iter().zip(1..) {
            let header = Header::decode(&stored.header).map_err(|_| position)?;
            let expected = Header::following(heads.get(header.series()), header.statement().clone());
            if header != expected {
                return Err(position);
            }
            heads.insert(header.series().clone(), Head { sequence: header.sequence(), hash: stored.hash });
        }
        Ok(())
    }

    /// Flips bits in each byte of each entry in turn and answers how many flips are not named at their entry.
    fn flips_missed(journal: &[Stored], mask: u8, verify: impl Fn(&[Stored]) -> Result<(), u64>) -> usize {
        let mut missed = 0;
        for (i, position) in (0..journal.len()).zip(1..) {
            let mut damaged = journal.to_vec();
            for byte in 0..journal[i].header.len() + 32 + 32 + 3 {
                *nth_byte(&mut damaged[i], byte) ^= mask;
                missed += usize::from(verify(&damaged) != Err(position));
                *nth_byte(&mut damaged[i], byte) ^= mask;
            }
        }
        missed
    }

    fn nth_byte(stored: &mut Stored, n: usize) -> &mut u8 {
        let (salt, payload) = stored.payload.as_mut().unwrap();
        stored.header.iter_mut().chain(&mut stored.hash.0).chain(salt).chain(payload).nth(n).unwrap()
    }

    #[test]
    fn each_fault_is_said_with_its_place() {
        let status = series("UTO/status");
        let (mut journal, _) = write(&[status.clone(), status.clone(), status]);
        journal.remove(1);
        let fault = verify(&journal, &[]).unwrap_err();
        let said = "UTO/status 3 (entry 2 received): entries are missing: number 2 should come next";
        assert_eq!(fault.to_string(), said);
        journal[0].header.truncate(5);
        let fault = verify(&journal, &[]).unwrap_err();
        assert!(
            fault.to_string().starts_with("entry 1 received: its header cannot be read: not well formed"),
            "{fault}"
        );
    }

    #[test]
    fn a_fault_in_one_series_does_not_hide_another() {
        let (mut journal, heads) = write(&["UTO/status", "XRC/status", "UTO/status", "XRC/status"].map(series));
        journal[0].payload.as_mut().unwrap().1[0] ^= 1;
        journal[1].hash.0[0] ^= 1;
        let mut verifier = Verifier::new([]);
        let wrongs: Vec<_> =
            journal.iter().map(|s| verifier.take(s.entry()).map_err(|fault| fault.wrong).err()).collect();
        let hangs = Wrong::Gap { expected: 1 };
        assert_eq!(wrongs, [Some(Wrong::Payload), Some(Wrong::Hash), None, Some(hangs)]);
        let uto = series("UTO/status");
        assert_eq!(verifier.finish().unwrap(), Heads::from([(uto.clone(), heads[&uto])]));
    }

    #[test]
    fn another_series_head_is_a_broken_link() {
        let (mut journal, mut heads) = write(&["UTO/status", "XRC/status"].map(series));
        heads.insert(series("UTO/status"), heads[&series("XRC/status")]);
        journal.push(append(&mut heads, &series("UTO/status"), 9));
        assert_eq!(verify(&journal, &[]).unwrap_err().wrong, Wrong::BrokenLink);
    }

    #[test]
    fn a_rewritten_series_is_named_by_the_checkpoint_alone() {
        let order = ["UTO/status", "XRC/status", "UTO/status"].map(series);
        let (_, signed) = write(&order);
        let mut heads = Heads::new();
        let mut rewritten: Vec<Stored> = order.iter().map(|series| append(&mut heads, series, 99)).collect();
        rewritten.push(append(&mut heads, &order[0], 100));
        assert_eq!(verify(&rewritten, &[]), Ok(heads));
        let fault = verify(&rewritten, &[checkpoint(&signed)]).unwrap_err();
        assert_eq!((fault.position, fault.wrong), (2, Wrong::Rewritten));
        assert_eq!(fault.place.unwrap().to_string(), "XRC/status 1");
    }

    #[test]
    fn two_checkpoints_that_disagree_cannot_both_be_extended() {
        let uto = series("UTO/status");
        let (journal, heads) = write(std::slice::from_ref(&uto));
        let other = Heads::from([(uto, Head { sequence: 1, hash: Hash([0xff; 32]) })]);
        assert!(verify(&journal, &[checkpoint(&heads)]).is_ok());
        for checkpoints in [[checkpoint(&heads), checkpoint(&other)], [checkpoint(&other), checkpoint(&heads)]] {
            assert_eq!(verify(&journal, &checkpoints).unwrap_err().wrong, Wrong::Rewritten);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn an_honest_journal_verifies_with_any_payload_destroyed(order in orders(), destroyed in any::<u16>()) {
            let (mut journal, heads) = write(&order);
            for (i, stored) in journal.iter_mut().enumerate().filter(|(i, _)| destroyed >> i & 1 == 1) {
                prop_assert!(i < 16);
                stored.payload = None;
            }
            prop_assert_eq!(verify(&journal, &[]), Ok(heads));
        }

        #[test]
        fn a_grown_journal_extends_every_earlier_checkpoint(order in orders()) {
            let (journal, heads) = write(&order);
            let earlier: Vec<_> = (0..=order.len()).map(|n| checkpoint(&write(&order[..n]).1)).collect();
            prop_assert_eq!(verify(&journal, &earlier), Ok(heads));
        }

        #[test]
        fn a_flip_of_any_byte_is_named(order in orders(), mask in 1..=u8::MAX) {
            let (journal, _) = write(&order[..4]);
            let recomputing = |journal: &[Stored]| verify(journal, &[]).map(drop).map_err(|fault| fault.position);
            prop_assert_eq!(flips_missed(&journal, mask, recomputing), 0);
            // The control: the same flips, and a verifier that does not recompute lets some pass.
            prop_assert!(verify_trusting(&journal).is_ok());
            prop_assert!(flips_missed(&journal, mask, verify_trusting) > 0);
        }

        #[test]
        fn a_deleted_entry_is_named(order in orders(), at in any::<prop::sample::Index>()) {
            let (mut journal, heads) = write(&order);
            let at = at.index(journal.len());
            let gone = Header::decode(&journal.remove(at).header).unwrap();
            match journal[at..].iter().position(|stored| series_of(stored) == *gone.series()) {
                Some(after) => {
                    let fault = verify(&journal, &[]).unwrap_err();
                    prop_assert_eq!(fault.position, (at + after + 1) as u64);
                    prop_assert_eq!(fault.wrong, Wrong::Gap { expected: gone.sequence() });
                }
                // The last of a series leaves no gap: only a checkpoint knows of it.
                None => {
                    prop_assert!(verify(&journal, &[]).is_ok());
                    let fault = verify(&journal, &[checkpoint(&heads)]).unwrap_err();
                    prop_assert_eq!(fault.place, Some(gone.place()));
                    prop_assert_eq!(fault.wrong, Wrong::Cut { last: gone.sequence() - 1 });
                }
            }
        }

        #[test]
        fn swapped_entries_are_named_where_a_series_changes_its_order(
            order in orders(), a in any::<prop::sample::Index>(), b in any::<prop::sample::Index>(),
        ) {
            let (journal, _) = write(&order);
            let mut swapped = journal.clone();
            swapped.swap(a.index(journal.len()), b.index(journal.len()));
            // A stable sort by series keeps each series' own order, which is all that chains attest.
            let by_series = |journal: &[Stored]| {
                let mut sorted = journal.to_vec();
                sorted.sort_by_key(series_of);
                sorted
            };
            prop_assert_eq!(verify(&swapped, &[]).is_ok(), by_series(&swapped) == by_series(&journal));
        }

        #[test]
        fn an_entry_inserted_twice_is_named(
            order in orders(), which in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(),
        ) {
            let (mut journal, _) = write(&order);
            let copy = journal[which.index(journal.len())].clone();
            journal.insert(at.index(journal.len() + 1), copy);
            prop_assert!(verify(&journal, &[]).unwrap_err().place.is_some());
        }

        #[test]
        fn a_forged_entry_is_named(order in orders(), at in any::<prop::sample::Index>()) {
            let (mut journal, heads) = write(&order);
            let at = at.index(journal.len());
            // Forged with everything right but its place, which the honest entry holds.
            let forged = append(&mut write(&order[..at]).1, &order[at], 200);
            journal.insert(at, forged);
            let fault = verify(&journal, &[]).unwrap_err();
            prop_assert_eq!(fault.position, at as u64 + 2);
            prop_assert_eq!(fault.wrong, Wrong::Repeated { expected: fault.place.unwrap().sequence + 1 });
            let fault = verify(&journal, &[checkpoint(&write(&order[..=at]).1), checkpoint(&heads)]).unwrap_err();
            prop_assert_eq!((fault.position, fault.wrong), (at as u64 + 1, Wrong::Rewritten));
        }
    }
}
