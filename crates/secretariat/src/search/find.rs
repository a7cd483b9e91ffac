//! Finding: the rows that have what is sought, those left out that whoever asks may not open, and what is shown of the rest.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use base::access::Resource;
use base::ground::Puebla;
use base::identity::Caller;
use base::store::StoreError;
use base::words::Language;
use rusqlite::Connection;

use super::gather::inflated;
use super::kind::Kind;
use super::passage::{Piece, passages};
use super::queries::{self, Candidate, Narrowed};
use super::question::{HowMuch, Question, Wanted};
use crate::meetings::{self, MEMBERS_ONLY, Symbol};
use crate::papers;

/// Hits a page.
pub(super) const PAGE_HITS: usize = 10;
/// Hits that one question shows on all its pages: who seeks among more asks more closely.
pub(super) const HITS_MAX: usize = 100;

/// So few hits that have all of a question are no answer by themselves: what has some of it is ranked along with them.
const FEW: usize = 5;

/// Who asks.
pub(super) struct Seat {
    pub(super) ground: Arc<Puebla>,
    pub(super) caller: Arc<Caller>,
}

/// What is sought.
pub(super) struct Sought {
    pub(super) question: Question,
    pub(super) narrowed: Narrowed,
    /// Hits that the pages before have shown.
    pub(super) after: usize,
}

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) kind: Kind,
    pub(super) symbol: Symbol,
    /// Of the text from which it is quoted.
    pub(super) language: Language,
    pub(super) class: String,
    pub(super) meeting: Option<Symbol>,
    /// In English and in Spanish; empty where it has none.
    pub(super) titles: (String, String),
    pub(super) passages: Vec<Vec<Piece>>,
}

/// A page of what was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) hits: Vec<Hit>,
    /// Whether a page follows.
    pub(super) more: bool,
    /// Nothing that one may open has all that was asked: these have some of it.
    pub(super) some: bool,
    /// Few that one may open have all that was asked: those that have some of it stand among them, the best of both first.
    pub(super) few: bool,
    /// Every word is too small to search by.
    pub(super) small: bool,
}

/// Answers a page of what somebody may open and that has what they seek.
pub(super) fn find(now: &Connection, seat: &Seat, sought: &Sought) -> Result<Found, StoreError> {
    let mut few = false;
    for much in [HowMuch::All, HowMuch::AnyPart, HowMuch::AnyWord] {
        let Some(wanted) = sought.question.wanted(now, much)? else {
            return Ok(Found { small: !sought.question.is_empty(), ..Found::default() });
        };
        let mut visible = visible(now, seat, sought, &wanted)?;
        // Of a few that have all of it most are long and speak of everything: what has nearly all of it in one place says more.
        few |= much == HowMuch::All && !visible.is_empty() && visible.len() < FEW && sought.question.has_several();
        if visible.is_empty() || few && much == HowMuch::All {
            continue;
        }
        let mut page = visible.split_off(sought.after.min(visible.len()));
        let more = page.len() > PAGE_HITS && sought.after + PAGE_HITS < HITS_MAX;
        page.truncate(PAGE_HITS);
        let hits = page.into_iter().map(|candidate| shown(now, candidate, &wanted)).collect::<Result<_, _>>()?;
        return Ok(Found { hits, more, few, some: much != HowMuch::All && !few, small: false });
    }
    Ok(Found::default())
}

/// Answers the best of what may be opened, one row a thing, as many as the pages up to this one show and one more.
fn visible(now: &Connection, seat: &Seat, sought: &Sought, wanted: &Wanted) -> Result<Vec<Candidate>, StoreError> {
    let kept = Resource { status: MEMBERS_ONLY, ..Resource::default() };
    let kept = Kind::ALL.iter().any(|kind| kind.may_open(&seat.ground, &seat.caller, &kept));
    let enough = sought.after.min(HITS_MAX - PAGE_HITS) + PAGE_HITS + 1;
    let (mut found, mut seen, mut decided) = (Vec::new(), BTreeSet::new(), HashMap::new());
    queries::ranked(now, wanted, &sought.narrowed, kept, &mut |candidate| {
        if !seen.insert((candidate.kind, candidate.symbol.clone())) {
            return Ok(false);
        }
        // What stands in the index is not asked, for it may be of before: the room says what it is now.
        let Some(resource) = candidate.kind.resource(now, &candidate.symbol)? else { return Ok(false) };
        let key = (candidate.kind, resource.status, resource.within.clone());
        let may = decided.entry(key).or_insert_with(|| candidate.kind.may_open(&seat.ground, &seat.caller, &resource));
        if *may {
            found.push(candidate);
        }
        Ok(found.len() == enough)
    })?;
    Ok(found)
}

fn shown(now: &Connection, candidate: Candidate, wanted: &Wanted) -> Result<Hit, StoreError> {
    let Candidate { id, kind, symbol, language, class, meeting } = candidate;
    let titles = match kind {
        Kind::Paper => papers::one(now, &symbol)?.map(|paper| (paper.title_en, paper.title_es)),
        Kind::Minutes => meetings::one(now, &symbol)?.map(|meeting| (meeting.title_en, meeting.title_es)),
        Kind::Decision => None,
    };
    let language = Language::parse(&language).unwrap_or(Language::Es);
    let terms = wanted.terms.get(language.tag()).map_or(&[][..], Vec::as_slice);
    let passages = passages(&inflated(&queries::text(now, id)?), language, terms);
    Ok(Hit { kind, symbol, language, class, meeting, titles: titles.unwrap_or_default(), passages })
}
