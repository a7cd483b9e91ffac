//! What is public, read without a permit: the only reads of this room, and all of them ask whether it is.

use std::sync::Arc;

use base::ground::Puebla;
use base::store::StoreError;
use base::web::{Arrival, Refusal, Visit};
use base::words::Language;
use jiff::Timestamp;

use crate::meetings::{self, Meeting, Symbol};
use crate::papers::{self, Paper, Text};

/// A document that anyone may see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Public {
    /// The document.
    pub(super) paper: Paper,
    /// Since when anyone may see it.
    pub(super) since: Timestamp,
    /// Its meeting, where it has one.
    pub(super) meeting: Option<Meeting>,
    /// Its texts, language by language, the last version first.
    pub(super) texts: Vec<Text>,
}

/// By what a list is narrowed; what is empty is not asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Narrowed {
    /// Short name of a body.
    pub(super) body: String,
    /// Symbol of a meeting.
    pub(super) meeting: String,
    /// Year of a meeting.
    pub(super) year: String,
}

/// A page of a list.
#[derive(Clone, Debug, Default)]
pub(super) struct Listed {
    /// The documents, the last made public first.
    pub(super) papers: Vec<Public>,
    /// The document after which the list goes on.
    pub(super) next: Option<Symbol>,
    /// Bodies whose meetings have public documents.
    pub(super) bodies: Vec<String>,
    /// Years of such meetings, the last first.
    pub(super) years: Vec<i16>,
}

/// Finds one document by what an address says.
///
/// Errors: `NotFound` where there is none, or it is not for anyone.
pub(super) fn find(ground: &Puebla, reference: &str) -> Result<Public, Refusal> {
    let symbol = Symbol::from_address(reference).map_err(|_| Refusal::NotFound)?;
    let found = ground.database("secretariat")?.read(|now| match papers::public(now, &symbol)? {
        Some((paper, since)) => with(now, paper, since, true).map(Some),
        None => Ok(None),
    })?;
    found.ok_or(Refusal::NotFound)
}

/// Lists documents, up to `rows` of them, those after a document or from the last made public.
pub(super) fn list(
    ground: &Puebla,
    narrowed: &Narrowed,
    after: Option<&Symbol>,
    (rows, texts): (usize, bool),
) -> Result<Listed, StoreError> {
    ground.database("secretariat")?.read(|now| {
        let mut open = Vec::new();
        for symbol in papers::meetings_published(now)? {
            open.extend(meetings::one(now, &symbol)?.filter(|meeting| !meeting.members_only));
        }
        let fits = |meeting: &&Meeting| {
            (narrowed.body.is_empty() || meeting.series.eq_ignore_ascii_case(&narrowed.body))
                && (narrowed.meeting.is_empty() || meeting.symbol.as_str().eq_ignore_ascii_case(&narrowed.meeting))
                && (narrowed.year.is_empty() || meeting.first_on.year().to_string() == narrowed.year)
        };
        let chosen: Vec<Symbol> = open.iter().filter(fits).map(|meeting| meeting.symbol.clone()).collect();
        let chosen = (*narrowed != Narrowed::default()).then_some(chosen.as_slice());
        let mut found = papers::published(now, after, chosen, rows + 1)?;
        let more = found.len() > rows;
        found.truncate(rows);
        let next = found.last().filter(|_| more).map(|(paper, _)| paper.symbol.clone());
        let papers =
            found.into_iter().map(|(paper, since)| with(now, paper, since, texts)).collect::<Result<_, _>>()?;
        let mut bodies: Vec<String> = open.iter().map(|meeting| meeting.series.clone()).collect();
        bodies.sort();
        bodies.dedup();
        let mut years: Vec<i16> = open.iter().map(|meeting| meeting.first_on.year()).collect();
        years.sort_by(|one, other| other.cmp(one));
        years.dedup();
        Ok(Listed { papers, next, bodies, years })
    })
}

fn with(now: &rusqlite::Connection, paper: Paper, since: Timestamp, texts: bool) -> Result<Public, StoreError> {
    let meeting = paper.meeting.as_ref().map(|symbol| meetings::one(now, symbol)).transpose()?.flatten();
    let texts = if texts { papers::texts(now, &paper.symbol)? } else { Vec::new() };
    Ok(Public { paper, since, meeting, texts })
}

impl Public {
    /// Answers the last text of each language.
    pub(super) fn last(&self) -> impl Iterator<Item = &Text> {
        let first = |at: usize| at == 0 || self.texts[at - 1].language != self.texts[at].language;
        self.texts.iter().enumerate().filter(move |(at, _)| first(*at)).map(|(_, text)| text)
    }

    /// Answers when something of it was last made public.
    pub(super) fn changed_at(&self) -> Timestamp {
        self.texts.iter().map(|text| text.at).fold(self.since, Timestamp::max)
    }

    /// Answers its title in a language; where it has none, the other one and its language.
    pub(super) fn title(&self, language: Language) -> (Language, &str) {
        let (en, es) = ((Language::En, self.paper.title_en.as_str()), (Language::Es, self.paper.title_es.as_str()));
        let (own, other) = if language == Language::Es { (es, en) } else { (en, es) };
        if own.1.is_empty() { other } else { own }
    }

    /// Answers its address here.
    pub(super) fn path(&self) -> String {
        format!("/library/{}", self.paper.symbol.in_address())
    }
}

/// Answers an address as others know it, where the operator said which that is.
pub(super) fn absolute(ground: &Puebla, path: &str) -> String {
    ground.settings.origin.as_ref().map_or_else(|| path.to_owned(), |origin| format!("{}{path}", origin.address()))
}

/// Speaks the language that an address names, whatever the reader chose elsewhere: each language has an address of its own.
pub(super) fn spoken(ground: &Arc<Puebla>, visit: Visit, named: &str) -> Visit {
    let Some(language) = Language::parse(named) else { return visit };
    let path = visit.arrival.path.split('?').next().unwrap_or("").to_owned();
    // Whoever then chooses another language goes to the page without the one in its address.
    Visit::to(ground, Arrival { language, path, ..visit.arrival })
}
