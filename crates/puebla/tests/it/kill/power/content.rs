//! The content of one file: as a running machine reads it, and as it is on the disk once the power is gone.

use rand::RngExt;
use rand::rngs::StdRng;

use super::image::Fate;

/// What a disk writes whole or not at all, in bytes.
const SECTOR: usize = 512;

/// A file's bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// As a process reads them.
    now: Vec<u8>,
    /// As they were at the last sync.
    durable: Vec<u8>,
    /// Everything since, in its order.
    pending: Vec<Change>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Change {
    Write { offset: usize, bytes: Vec<u8> },
    Length(usize),
}

impl Content {
    /// Makes a content that is on the disk.
    pub fn durable(bytes: Vec<u8>) -> Self {
        Content { now: bytes.clone(), durable: bytes, pending: Vec::new() }
    }

    pub fn len(&self) -> usize {
        self.now.len()
    }

    pub fn read(&self, offset: usize, size: usize) -> &[u8] {
        let from = offset.min(self.now.len());
        &self.now[from..offset.saturating_add(size).clamp(from, self.now.len())]
    }

    pub fn write(&mut self, offset: usize, bytes: &[u8]) {
        put(&mut self.now, offset, bytes);
        self.pending.push(Change::Write { offset, bytes: bytes.to_vec() });
    }

    pub fn set_length(&mut self, length: usize) {
        self.now.resize(length, 0);
        self.pending.push(Change::Length(length));
    }

    /// Puts everything on the disk.
    pub fn sync(&mut self) {
        for change in self.pending.drain(..) {
            match change {
                Change::Write { offset, bytes } => put(&mut self.durable, offset, &bytes),
                Change::Length(length) => self.durable.resize(length, 0),
            }
        }
    }

    /// A sync that fails as the kernel's does: what was to be written is there or not, counts as written from now on, and
    /// no later sync writes it again. Who reads goes on seeing it.
    pub fn fail_to_sync(&mut self, fate: &Fate, rng: &mut StdRng) {
        self.durable = self.after_a_cut(fate, rng);
        self.pending.clear();
    }

    /// Answers what is found when the power comes back.
    pub fn after_a_cut(&self, fate: &Fate, rng: &mut StdRng) -> Vec<u8> {
        let mut found = self.durable.clone();
        for change in &self.pending {
            match change {
                Change::Length(length) if fate.keeps(rng) => found.resize(*length, 0),
                Change::Length(_) => {}
                Change::Write { offset, bytes } if fate.keeps(rng) => {
                    if fate.tears(rng) {
                        tear(&mut found, *offset, bytes, rng);
                    } else {
                        put(&mut found, *offset, bytes);
                    }
                }
                // The file became longer and its bytes were never written: what lies there is anything.
                Change::Write { offset, bytes } if offset + bytes.len() > found.len() && fate.grows(rng) => {
                    let from = found.len();
                    found.resize(offset + bytes.len(), 0);
                    if rng.random() {
                        rng.fill(&mut found[from..]);
                    }
                }
                Change::Write { .. } => {}
            }
        }
        found
    }
}

fn put(into: &mut Vec<u8>, offset: usize, bytes: &[u8]) {
    let end = offset + bytes.len();
    if into.len() < end {
        into.resize(end, 0);
    }
    into[offset..end].copy_from_slice(bytes);
}

/// Writes some sectors of it and not the others. The length is the whole one's.
fn tear(into: &mut Vec<u8>, offset: usize, bytes: &[u8], rng: &mut StdRng) {
    let end = offset + bytes.len();
    if into.len() < end {
        into.resize(end, 0);
    }
    let mut at = offset;
    while at < end {
        let next = end.min((at / SECTOR + 1) * SECTOR);
        if rng.random() {
            into[at..next].copy_from_slice(&bytes[at - offset..next - offset]);
        }
        at = next;
    }
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;

    use super::*;

    fn cuts(content: &Content, fate: Fate) -> std::collections::BTreeSet<Vec<u8>> {
        (0..200).map(|seed| content.after_a_cut(&fate, &mut StdRng::seed_from_u64(seed))).collect()
    }

    #[test]
    fn what_was_synced_stays_and_what_was_not_is_there_or_not_or_torn() {
        let mut content = Content::default();
        content.write(0, &[1; 1024]);
        content.sync();
        assert_eq!(cuts(&content, Fate::ANY), [vec![1; 1024]].into());
        content.write(0, &[2; 1024]);
        let torn = [[1; 512], [2; 512]].concat();
        let other = [[2; 512], [1; 512]].concat();
        assert_eq!(cuts(&content, Fate::ANY), [vec![1; 1024], vec![2; 1024], torn, other].into());
        assert_eq!(cuts(&content, Fate::NOTHING), [vec![1; 1024]].into());
        assert_eq!(content.read(1000, 100), [2; 24]);
    }

    #[test]
    fn a_file_may_be_longer_than_what_was_written_of_it() {
        let mut content = Content::durable(b"ab".to_vec());
        content.write(2, b"cd");
        let found = cuts(&content, Fate::ANY);
        assert!([&b"ab"[..], b"abcd", b"ab\0\0"].iter().all(|one| found.contains(*one)), "{found:?}");
        assert!(found.iter().any(|found| found.len() == 4 && found[2..] != *b"cd" && found[2..] != [0, 0]), "garbage");
    }

    #[test]
    fn what_a_failed_sync_lost_no_later_one_brings_back() {
        let mut content = Content::durable(b"old".to_vec());
        content.write(0, b"new");
        content.fail_to_sync(&Fate::NOTHING, &mut StdRng::seed_from_u64(1));
        content.sync();
        assert_eq!((content.read(0, 3), cuts(&content, Fate::ANY)), (&b"new"[..], [b"old".to_vec()].into()));
        content.write(0, b"now");
        content.sync();
        assert_eq!(cuts(&content, Fate::ANY), [b"now".to_vec()].into());
    }
}
