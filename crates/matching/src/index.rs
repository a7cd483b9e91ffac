//! An audience's segments, asked as one; the parts that change in place of another are swapped whole.

use std::collections::HashSet;
use std::sync::{Arc, PoisonError, RwLock};

use crate::asked::{Asked, each_way};
use crate::evidence::Explanation;
use crate::frequency::Frequencies;
use crate::person::Person;
use crate::segment::{Builder, Find, Hit, RecordId, Searcher, Segment};
use crate::weights::REGISTERED_SHARE;

/// What one audience may see: segments, shared with others, and which of their records are no more.
///
/// A record that an audience may not see is in none of its segments: it costs no time and shows in no count.
#[derive(Clone)]
pub struct Index {
    parts: Vec<Part>,
    frequencies: Arc<Frequencies>,
    registered_share: f64,
}

#[derive(Clone)]
struct Part {
    segment: Arc<Segment>,
    /// Records of this segment that were withdrawn, or changed and stand in a later one.
    gone: Arc<HashSet<RecordId>>,
}

/// Who could be it, best first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// The best records.
    pub hits: Vec<Hit>,
    /// Whether so many could be it that not all were looked at: the question says too little.
    pub capped: bool,
}

impl Index {
    /// Begins without a segment.
    #[must_use]
    pub fn new(frequencies: Arc<Frequencies>) -> Index {
        Index { parts: Vec::new(), frequencies, registered_share: REGISTERED_SHARE }
    }

    /// States of how many travellers one is thought to be registered; the prior of every score follows from it.
    #[must_use]
    pub fn expecting(mut self, registered_share: f64) -> Index {
        self.registered_share = registered_share.clamp(1e-9, 1.0);
        self
    }

    /// Adds a segment. A record in it takes the place of one with the same number in segments added before.
    #[must_use]
    pub fn with(mut self, segment: Arc<Segment>) -> Index {
        for part in &mut self.parts {
            let replaced: Vec<RecordId> = segment.records().filter(|record| part.segment.has(*record)).collect();
            if !replaced.is_empty() {
                Arc::make_mut(&mut part.gone).extend(replaced);
            }
        }
        self.parts.push(Part { segment, gone: Arc::default() });
        self
    }

    /// Adds all that another index holds, shared and not copied; none of its records may be in this one.
    #[must_use]
    pub fn and(mut self, other: &Index) -> Index {
        self.parts.extend(other.parts.iter().cloned());
        self
    }

    /// Takes a record away.
    #[must_use]
    pub fn without(mut self, record: RecordId) -> Index {
        for part in &mut self.parts {
            if part.segment.has(record) {
                Arc::make_mut(&mut part.gone).insert(record);
            }
        }
        self
    }

    /// Joins the smallest segments until no more than `most` are left; what is found stays the same.
    ///
    /// Many small segments cost time in every search. A segment that is shared with other audiences is copied, not changed.
    #[must_use]
    pub fn joined(mut self, most: usize) -> Index {
        if self.parts.len() <= most.max(1) {
            return self;
        }
        self.parts.sort_by_key(|part| std::cmp::Reverse(part.segment.people()));
        let small = self.parts.split_off(most.max(1) - 1);
        let mut builder = Builder::new();
        small.iter().for_each(|part| builder.absorb(&part.segment, &part.gone));
        let segment = Arc::new(builder.build(&self.frequencies));
        self.parts.push(Part { segment, gone: Arc::default() });
        self
    }

    /// How many people can be found.
    #[must_use]
    pub fn people(&self) -> usize {
        self.parts.iter().map(|part| part.segment.people() - part.gone.len()).sum()
    }

    /// Bytes that segments and frequencies hold in memory.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let gone: usize = self.parts.iter().map(|part| 16 * part.gone.capacity()).sum();
        self.frequencies.bytes() + gone + self.parts.iter().map(|part| part.segment.bytes()).sum::<usize>()
    }

    /// Finds up to `limit` records that could be the person, best first.
    pub fn search(&self, searcher: &mut Searcher, person: &Person, limit: usize) -> Answer {
        let mut answer = Answer::default();
        let prior = self.prior();
        each_way(person, &self.frequencies, |asked| {
            for part in &self.parts {
                let hits = &mut answer.hits;
                let from = wanted_from(hits, limit);
                let mut take = |hit: Hit| {
                    if part.gone.is_empty() || !part.gone.contains(&hit.record) {
                        keep(hits, hit, limit);
                    }
                    wanted_from(hits, limit)
                };
                let mut find = Find::new(&part.segment, &self.frequencies, asked, searcher, &mut take);
                (find.prior, find.wanted_from) = (prior, from);
                find.run();
                answer.capped |= find.capped;
            }
        });
        answer
    }

    /// Explains a record's score for a person, by the way of asking that speaks most for it; `None` where it is not found here.
    pub fn explain(&self, searcher: &mut Searcher, person: &Person, record: RecordId) -> Option<Explanation> {
        let mut best: Option<Explanation> = None;
        each_way(person, &self.frequencies, |asked| {
            for part in self.parts.iter().filter(|part| !part.gone.contains(&record)) {
                for at in part.segment.places(record) {
                    let explanation = self.explain_entry(searcher, asked, &part.segment, at);
                    if best.as_ref().is_none_or(|best| explanation.score() > best.score()) {
                        best = Some(explanation);
                    }
                }
            }
        });
        best
    }

    fn explain_entry(&self, searcher: &mut Searcher, asked: &Asked<'_>, segment: &Segment, at: usize) -> Explanation {
        let mut explanation = Explanation::default();
        let mut take = |_: Hit| f64::NEG_INFINITY;
        let mut find = Find::new(segment, &self.frequencies, asked, searcher, &mut take);
        find.prior = self.prior();
        find.judge(at, &mut explanation);
        explanation.held = segment.texts(at);
        explanation.asked =
            asked.words().iter().map(|word| String::from_utf8_lossy(word.heard.text).into_owned()).collect();
        explanation
    }

    fn prior(&self) -> f32 {
        (self.registered_share / self.people().max(1) as f64).ln() as f32
    }
}

/// The score below which a hit is not kept.
fn wanted_from(hits: &[Hit], limit: usize) -> f64 {
    hits.last().filter(|_| hits.len() == limit).map_or(f64::NEG_INFINITY, |hit| hit.score)
}

/// Keeps a hit among the best, one a record.
fn keep(hits: &mut Vec<Hit>, hit: Hit, limit: usize) {
    if let Some(same) = hits.iter().position(|kept| kept.record == hit.record) {
        if hits[same].score >= hit.score {
            return;
        }
        hits.remove(same);
    }
    let place = hits.partition_point(|kept| (kept.score, hit.record) > (hit.score, kept.record));
    if place < limit {
        if hits.len() == limit {
            hits.pop();
        }
        hits.insert(place, hit);
    }
}

/// An index that is asked while it is replaced: a question sees the one before or the one after, whole.
pub struct Live {
    index: RwLock<Arc<Index>>,
}

impl Live {
    /// Puts an index in use.
    #[must_use]
    pub fn new(index: Index) -> Live {
        Live { index: RwLock::new(Arc::new(index)) }
    }

    /// The index in use; it stays as it is for as long as it is held.
    #[must_use]
    pub fn now(&self) -> Arc<Index> {
        Arc::clone(&self.index.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts another in its place.
    pub fn replace(&self, index: Index) {
        *self.index.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(index);
    }
}
