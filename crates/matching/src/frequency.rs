//! How common a word is as a name, a nationality among travellers, a year of birth: what agreement by chance weighs.

use crate::birth::{YEAR_FIRST, YEAR_LAST};
use crate::spoken::Spoken;
use crate::words::{NONE, Words};

/// Word, bearers per million as a given name, as a surname; its head says where they come from.
const SHIPPED: &str = include_str!("../data/frequencies.tsv");

/// As many people as the shipped frequencies count for beside those of the gallery.
const SHIPPED_WEIGHT: f32 = 4_000.0;
/// As many people as a nationality is thought to have beside those counted.
const TRADITION_WEIGHT: f32 = 400.0;
/// What is taken off each count: a name seen once is not a name of one in that many.
const DISCOUNT: f32 = 0.7;
/// The share of a word that nobody was seen to bear.
const UNSEEN: f32 = 1.5e-6;
const NATIONALITY_UNSEEN: f32 = 0.002;

pub(crate) const YEARS: usize = (YEAR_LAST - YEAR_FIRST + 1) as usize;

/// Counts of a gallery, as a builder makes them.
#[derive(Default)]
pub(crate) struct Counts<'b> {
    pub words: Option<&'b Words>,
    /// A word, a nationality's place among `nationalities`, a column (given 0, surname 1): how many.
    pub by_word: Vec<[u32; 2]>,
    pub nationalities: Vec<(u16, u32)>,
    pub years: Vec<u32>,
    pub days: u32,
    pub default_days: u32,
    pub people: u32,
}

/// How common names, nationalities and years are. Made once from a gallery and kept while records come and go, so that
/// nobody's score moves because somebody else was registered.
pub struct Frequencies {
    words: Words,
    spoken: Vec<Spoken>,
    nationalities: Vec<(u16, f32)>,
    years: Vec<f32>,
    default_day: f32,
}

impl Frequencies {
    /// The shipped frequencies of the region alone.
    #[must_use]
    pub fn shipped() -> Frequencies {
        Frequencies::blend(&Counts::default())
    }

    /// Joins counts with what is shipped. A word is as common as where it is most common: among Haitians, Jean says little.
    pub(crate) fn blend(counts: &Counts<'_>) -> Frequencies {
        let mut words = Words::default();
        let mut shares: Vec<[f32; 2]> = Vec::new();
        for (word, given, surname) in shipped() {
            words.intern(word.as_bytes());
            shares.push([given / 1e6, surname / 1e6]);
        }
        let people = counts.people as f32;
        let scale = SHIPPED_WEIGHT / (SHIPPED_WEIGHT + people);
        let mut rarity: Vec<[f32; 2]> = shares.iter().map(|share| share.map(|share| share * scale)).collect();
        if let Some(counted) = counts.words {
            let slots = counts.nationalities.len();
            for word in 0..counted.len() as u32 {
                let rows = &counts.by_word[word as usize * slots..][..slots];
                let home = home(rows, &counts.nationalities, people);
                if home == [0.0; 2] {
                    continue;
                }
                let at = words.intern(counted.get(word)) as usize;
                if at == rarity.len() {
                    rarity.push([0.0; 2]);
                }
                for (share, home) in rarity[at].iter_mut().zip(home) {
                    *share += home * (1.0 - scale);
                }
            }
        }
        words.shrink();
        let rare = |share: f32| -share.clamp(UNSEEN, 0.5).ln();
        let spoken = (0..).zip(&rarity).map(|(word, shares)| Spoken::of(words.get(word), shares.map(rare))).collect();
        Frequencies {
            words,
            spoken,
            nationalities: nationalities(counts),
            years: years(counts),
            default_day: default_day(counts),
        }
    }

    /// A word as it sounds, and how rare it is.
    pub(crate) fn word(&self, word: &[u8]) -> Spoken {
        match self.words.find(word) {
            NONE => Spoken::of(word, [-UNSEEN.ln(); 2]),
            at => self.spoken[at as usize],
        }
    }

    pub(crate) fn nationality(&self, bits: u16) -> f32 {
        self.nationalities
            .iter()
            .find(|(code, _)| *code == bits)
            .map_or(-NATIONALITY_UNSEEN.ln(), |(_, rarity)| *rarity)
    }

    pub(crate) fn year(&self, year: u32) -> f32 {
        self.years.get((year.wrapping_sub(YEAR_FIRST)) as usize).copied().unwrap_or(7.0)
    }

    /// The share of first Januaries among whole birth dates.
    pub(crate) fn default_day(&self) -> f32 {
        self.default_day
    }

    pub(crate) fn bytes(&self) -> usize {
        self.words.bytes()
            + size_of::<Spoken>() * self.spoken.capacity()
            + 8 * self.nationalities.capacity()
            + 4 * self.years.capacity()
    }
}

fn shipped() -> impl Iterator<Item = (&'static str, f32, f32)> {
    SHIPPED.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut columns = line.split('\t');
        Some((columns.next()?, columns.next()?.parse().ok()?, columns.next()?.parse().ok()?))
    })
}

/// A word's share where it is most common.
fn home(rows: &[[u32; 2]], nationalities: &[(u16, u32)], people: f32) -> [f32; 2] {
    std::array::from_fn(|column| {
        let all: u32 = rows.iter().map(|row| row[column]).sum();
        if all < 2 {
            return 0.0;
        }
        let overall = (all as f32 - DISCOUNT) / people;
        let shares = rows.iter().zip(nationalities).filter(|(row, _)| row[column] > 0).map(|(row, (_, bearers))| {
            (row[column] as f32 - DISCOUNT + TRADITION_WEIGHT * overall) / (*bearers as f32 + TRADITION_WEIGHT)
        });
        shares.fold(overall, f32::max)
    })
}

fn nationalities(counts: &Counts<'_>) -> Vec<(u16, f32)> {
    let all = counts.people as f32 + 200.0;
    counts.nationalities.iter().map(|(code, n)| (*code, -((*n as f32 + 0.4) / all).max(1e-4).ln())).collect()
}

fn years(counts: &Counts<'_>) -> Vec<f32> {
    let known: u32 = counts.years.iter().sum();
    // Where little is counted, travellers are thought to be born within sixty-five years.
    let backing = 200.0;
    (0..YEARS)
        .map(|at| {
            let counted = counts.years.get(at).copied().unwrap_or(0) as f32;
            let flat = if (90..=170).contains(&at) { 1.0 / 65.0 } else { 1.0 / 2000.0 };
            -((counted + backing * flat) / (known as f32 + backing)).ln()
        })
        .collect()
}

fn default_day(counts: &Counts<'_>) -> f32 {
    (counts.default_days as f32 + 40.0) / (counts.days as f32 + 1000.0)
}
