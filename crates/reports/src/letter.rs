//! The result letter of a no-objection round: what came of it, and what every State of the electorate had said by when.

use base::web::Voice;
use base::words::Language;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::paper::{Block, Cell, Fact, Paper, Words};
use crate::text::hashed;
use crate::{Record, Remark, ReportError, Text, pdf, voice};

/// What a result letter says. Names are in its language already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The language of all that was not said by others.
    pub language: Language,
    /// The zone in which instants are written, where no other is named.
    pub zone: TimeZone,
    /// When it is made.
    pub made_at: Timestamp,
    /// The process.
    pub process: String,
    /// The round's symbol, such as `RCGM/2003/2/NO/4`.
    pub symbol: String,
    /// What was put to the States.
    pub title: String,
    /// The text that was put to them, in each language.
    pub texts: Vec<Text>,
    /// SHA-256 of all of them together, as docs/formats/silence.md writes them.
    pub texts_sha256: [u8; 32],
    /// When it was opened.
    pub opened_at: Timestamp,
    /// The deadline in force at the end.
    pub deadline: Timestamp,
    /// Where the deadline is written in local time.
    pub places: Vec<Zoned>,
    /// What came of it.
    pub outcome: Outcome,
    /// Every State of the electorate.
    pub electorate: Vec<Elector>,
    /// Comments of States and observers: by whom, when, what.
    pub comments: Vec<(String, Timestamp, Remark)>,
    /// Where the record has it.
    pub record: Record,
}

/// A place with its zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zoned {
    /// Its name, such as `Guatemala`.
    pub name: String,
    /// Its zone.
    pub zone: TimeZone,
}

/// What came of a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// No State objected: adopted at the deadline.
    Adopted,
    /// A State objected.
    Broken {
        /// Since when.
        since: Timestamp,
        /// Which States.
        by: Vec<String>,
    },
    /// The deadline passed without what the rules ask for.
    Lapsed {
        /// The States that the text had not reached in time.
        undelivered: Vec<String>,
        /// How many States had taken a position.
        spoken: usize,
    },
}

/// A State of the electorate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elector {
    /// Its name.
    pub name: String,
    /// Its position; none while it was silent.
    pub position: Option<Position>,
    /// When the text had reached it.
    pub delivered_at: Option<Timestamp>,
    /// When one of its delegation first opened it.
    pub read_at: Option<Timestamp>,
}

/// What a State holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// What.
    pub stance: Stance,
    /// Since when.
    pub at: Timestamp,
    /// When the State took its objection back, after the round had ended by it.
    pub taken_back_at: Option<Timestamp>,
    /// How many earlier positions of the State it took the place of.
    pub replaced: usize,
}

/// What a State holds about a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stance {
    /// It has nothing against it.
    NoObjection,
    /// It objects, and says why.
    Objection(Remark),
    /// It does not block, and says what it does not accept.
    Reservation(Remark),
}

/// Makes the result letter of a round, as PDF.
///
/// # Errors
/// [`ReportError::Long`] for more text than a document is made of.
pub fn letter(letter: &Letter) -> Result<Vec<u8>, ReportError> {
    let Letter { language, zone, made_at, process, symbol, .. } = letter;
    let voice = voice(*language, zone, *made_at)?;
    let mut blocks = vec![Block::Facts { facts: letter.facts(&voice) }];
    blocks.push(Block::heading(voice.t("printed-outcome")));
    blocks.extend(letter.outcome(&voice));
    blocks.push(Block::heading(voice.t("printed-deadline-places")));
    blocks.push(letter.deadlines(&voice));
    blocks.push(Block::heading(voice.t("printed-electorate")));
    blocks.push(letter.electors(&voice));
    blocks.extend(letter.remarks(&voice));
    blocks.extend(letter.texts.iter().flat_map(|text| text.blocks(&voice)));
    blocks.push(hashed(&voice, "printed-sha256-together", &letter.texts_sha256));
    blocks.extend(letter.record.blocks(&voice));
    let paper = Paper {
        language: language.tag(),
        title: voice.tn("printed-letter-title", &[("symbol", symbol.as_str().into())]).into_owned(),
        author: process.clone(),
        foot: voice.tn("printed-foot", &[("symbol", symbol.as_str().into())]).into_owned(),
        wide: false,
        blocks,
    };
    pdf::pdf(paper, *made_at)
}

impl Letter {
    fn facts(&self, voice: &Voice) -> Vec<Fact> {
        let fact = |key, words| Fact::new(voice.t(key), vec![words]);
        vec![
            fact("printed-symbol", Words { mono: true, ..Words::of(self.symbol.clone()) }),
            fact("printed-subject", Words::of(self.title.clone())),
            fact("printed-opened-at", Words::of(voice.instant_text(self.opened_at))),
            fact("printed-deadline", Words::of(voice.instant_text(self.deadline))),
        ]
    }

    fn outcome(&self, voice: &Voice) -> Vec<Block> {
        let at = voice.instant_text(self.deadline);
        let mut blocks = Vec::new();
        match &self.outcome {
            Outcome::Adopted => {
                blocks.push(Block::paragraph(voice.tn("printed-outcome-adopted", &[("at", at.into())])));
            }
            Outcome::Broken { since, by } => {
                let args = [("since", voice.instant_text(*since).into()), ("by", by.join(", ").into())];
                blocks.push(Block::paragraph(voice.tn("printed-outcome-broken", &args)));
            }
            Outcome::Lapsed { undelivered, spoken } => {
                let spoken = i64::try_from(*spoken).unwrap_or(i64::MAX);
                let args = [("at", at.into()), ("spoken", spoken.into())];
                blocks.push(Block::paragraph(voice.tn("printed-outcome-lapsed", &args)));
                if !undelivered.is_empty() {
                    let args = [("states", undelivered.join(", ").into())];
                    blocks.push(Block::paragraph(voice.tn("printed-outcome-undelivered", &args)));
                }
            }
        }
        blocks
    }

    fn deadlines(&self, voice: &Voice) -> Block {
        let there = |place: &Zoned| {
            let there = Voice { zone: place.zone.clone(), ..voice.clone() };
            vec![one(place.name.clone()), one(there.instant_text(self.deadline))]
        };
        Block::Table {
            caption: voice.t("printed-deadline-places-about").into_owned(),
            widths: vec![2, 3],
            head: names(voice, &["printed-place-name", "printed-local-time"]),
            rows: self.places.iter().map(there).collect(),
        }
    }

    fn electors(&self, voice: &Voice) -> Block {
        let instant = |at: Option<Timestamp>| {
            one(at.map_or_else(|| voice.t("printed-not-recorded").into_owned(), |at| voice.instant_text(at)))
        };
        let row = |elector: &Elector| {
            let position = match &elector.position {
                Some(position) => position.cell(voice),
                None => one(voice.t("printed-stance-silent").into_owned()),
            };
            vec![one(elector.name.clone()), position, instant(elector.delivered_at), instant(elector.read_at)]
        };
        Block::Table {
            caption: voice.t("printed-electorate-about").into_owned(),
            widths: vec![4, 6, 4, 4],
            head: names(voice, &["printed-state", "printed-position-taken", "printed-delivered-at", "printed-read-at"]),
            rows: self.electorate.iter().map(row).collect(),
        }
    }

    fn remarks(&self, voice: &Voice) -> Vec<Block> {
        if self.comments.is_empty() {
            return Vec::new();
        }
        let row = |(who, at, remark): &(String, Timestamp, Remark)| {
            vec![one(who.clone()), vec![remark.words()], one(voice.instant_text(*at))]
        };
        let table = Block::Table {
            caption: voice.t("printed-comments-about").into_owned(),
            widths: vec![4, 10, 4],
            head: names(voice, &["printed-party", "printed-comment", "printed-received-at"]),
            rows: self.comments.iter().map(row).collect(),
        };
        vec![Block::heading(voice.t("printed-comments")), table]
    }
}

impl Position {
    fn cell(&self, voice: &Voice) -> Cell {
        let (key, remark) = match &self.stance {
            Stance::NoObjection => ("printed-stance-no-objection", None),
            Stance::Objection(reason) => ("printed-stance-objection", Some(reason)),
            Stance::Reservation(text) => ("printed-stance-reservation", Some(text)),
        };
        let mut cell = one(voice.tn(key, &[("at", voice.instant_text(self.at).into())]).into_owned());
        cell.extend(remark.map(Remark::words));
        if let Some(at) = self.taken_back_at {
            cell.push(Words::of(voice.tn("printed-taken-back", &[("at", voice.instant_text(at).into())])));
        }
        if let Some(count) = i64::try_from(self.replaced).ok().filter(|count| *count > 0) {
            cell.push(Words::of(voice.tn("printed-replaced", &[("count", count.into())])));
        }
        cell
    }
}

fn one(text: String) -> Cell {
    vec![Words::of(text)]
}

fn names(voice: &Voice, keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| voice.t(key).into_owned()).collect()
}
