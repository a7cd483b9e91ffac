//! What is new in what somebody follows: read from the rooms that it belongs to, and told only to whoever may open it at that moment.

use std::collections::BTreeMap;

use base::access::{Permit, Resource};
use base::desk::Reader;
use base::store::StoreError;
use base::web::Voice;
use base::words::Language;
use jiff::Timestamp;
use rusqlite::Connection;

use super::Kind;
use super::shelf::Shelf;
use super::thing::sees;
use crate::decisions::{self, ShowDecision};
use crate::meetings::{self, ShowMeeting, Symbol};
use crate::minutes::{self, ShowMinutes};
use crate::papers::{self, Paper, ShowPaper};

/// News that one look shows at most.
pub(super) const NEWS_MAX: usize = 100;
/// Things said last that each room is asked for, among which those are sought that whoever looks may open.
const LOOKED_THROUGH_MAX: usize = 1_000;
/// Meetings of all bodies that somebody follows, the latest of them.
const MEETINGS_MAX: usize = 2_000;

/// Something new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) at: Timestamp,
    pub(super) what: What,
    /// The document or the decision, or the meeting that it is about.
    pub(super) symbol: Symbol,
    /// In English and in Spanish; empty where it has none.
    pub(super) titles: (String, String),
}

/// What it is that is new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// A document was filed.
    Filed,
    /// It was decided who may see a document.
    Classed,
    /// A text of a document was brought: its language and version.
    Text(Language, u32),
    /// A meeting was called, moved, held, cancelled or corrected; the key of the word.
    Meeting(&'static str),
    /// A revision of minutes was written: its language and number.
    Minutes(Language, u32),
    /// Minutes were adopted.
    MinutesAdopted,
    /// A decision was entered.
    Decided,
    /// Something came after a decision.
    DecidedLater,
}

impl Item {
    /// Answers the address of the page that shows it.
    pub(super) fn address(&self) -> String {
        let symbol = self.symbol.in_address();
        match self.what {
            What::Filed | What::Classed | What::Text(..) => format!("/papers/{symbol}"),
            What::Meeting(_) => format!("/meetings/{symbol}"),
            What::Minutes(..) | What::MinutesAdopted => format!("/meetings/{symbol}/minutes"),
            What::Decided => format!("/decisions/{symbol}"),
            What::DecidedLater => format!("/decisions/{symbol}/history"),
        }
    }

    /// Answers what it is, as the API says it. Frozen.
    pub(super) const fn code(&self) -> &'static str {
        match self.what {
            What::Filed => "paper-filed",
            What::Classed => "paper-classed",
            What::Text(..) => "paper-text",
            What::Meeting(_) => "meeting",
            What::Minutes(..) => "minutes",
            What::MinutesAdopted => "minutes-adopted",
            What::Decided => "decision",
            What::DecidedLater => "decision-later",
        }
    }

    /// Answers a name of it that no other has and that stays, for programs that must know what they have shown.
    pub(super) fn name(&self) -> String {
        format!("{}/{}/{}", self.symbol.in_address(), self.code(), self.at.as_microsecond())
    }

    /// Says what is new, in words.
    pub(super) fn said(&self, voice: &Voice) -> String {
        let of =
            |language: Language, version: u32| [("language", language.own_name().into()), ("version", version.into())];
        match self.what {
            What::Filed => voice.t("following-filed").into_owned(),
            What::Classed => voice.t("following-classed").into_owned(),
            What::Text(language, version) => voice.tn("following-text", &of(language, version)).into_owned(),
            What::Meeting(key) => voice.t(key).into_owned(),
            What::Minutes(language, revision) => voice.tn("following-minutes", &of(language, revision)).into_owned(),
            What::MinutesAdopted => voice.t("following-minutes-adopted").into_owned(),
            What::Decided => voice.t("following-decided").into_owned(),
            What::DecidedLater => voice.t("following-decided-later").into_owned(),
        }
    }

    /// Answers its title in a language, and in which language that is; where it has none, the other one.
    pub(super) fn title(&self, language: Language) -> (Language, &str) {
        let (en, es) = ((Language::En, self.titles.0.as_str()), (Language::Es, self.titles.1.as_str()));
        let (own, other) = if language == Language::Es { (es, en) } else { (en, es) };
        if own.1.is_empty() { other } else { own }
    }
}

/// Answers what is new in what somebody follows and may open, the newest first; at most [`NEWS_MAX`] of it.
pub(super) fn news<P: Permit>(reader: &Reader<P>, shelf: &Shelf) -> Result<Vec<Item>, StoreError> {
    if shelf.things.is_empty() {
        return Ok(Vec::new());
    }
    reader.at_one_moment(|| reader.ask(|now| gathered(reader, now, shelf)))
}

/// Answers how much is new since somebody looked last; at most [`NEWS_MAX`].
pub(crate) fn unread<P: Permit>(reader: &Reader<P>) -> Result<usize, StoreError> {
    let shelf = Shelf::of(reader)?;
    let news = news(reader, &shelf)?;
    Ok(news.iter().filter(|item| item.at > shelf.looked_at).count())
}

/// What is asked of the policies once for each sort of thing: thousands of things are of a few sorts.
struct Judge<'r, P: Permit> {
    reader: &'r Reader<P>,
    judged: BTreeMap<(&'static str, &'static str, String), bool>,
}

impl<P: Permit> Judge<'_, P> {
    fn may_open<Q: Permit>(&mut self, resource: &Resource) -> bool {
        let sort = (Q::ACTION, resource.status, resource.within.clone());
        *self.judged.entry(sort).or_insert_with(|| sees::<P, Q>(self.reader, resource))
    }
}

fn gathered<P: Permit>(reader: &Reader<P>, now: &Connection, shelf: &Shelf) -> Result<Vec<Item>, StoreError> {
    let mut judge = Judge { reader, judged: BTreeMap::new() };
    let meetings = meetings_of(now, shelf)?;
    let mut items = of_papers(now, &mut judge, &listed(&shelf.named(Kind::Paper)), &meetings)?;
    items.extend(of_meetings(now, &mut judge, &meetings)?);
    items.extend(of_minutes(now, &mut judge, &meetings)?);
    items.extend(of_decisions(now, &mut judge, &meetings)?);
    items.sort_by(|one, other| (other.at, other.code(), &other.symbol).cmp(&(one.at, one.code(), &one.symbol)));
    items.truncate(NEWS_MAX);
    Ok(items)
}

/// Answers the meetings that somebody follows, by themselves or by their body, as a list in JSON.
fn meetings_of(now: &Connection, shelf: &Shelf) -> Result<String, StoreError> {
    let of_bodies = meetings::of_bodies(now, &listed(&shelf.named(Kind::Body)), MEETINGS_MAX)?;
    let mut named = shelf.named(Kind::Meeting);
    named.extend(of_bodies.iter().map(Symbol::as_str));
    named.sort_unstable();
    named.dedup();
    Ok(listed(&named))
}

fn listed(names: &[&str]) -> String {
    serde_json::to_string(names).unwrap_or_else(|_| "[]".to_owned())
}

fn of_papers<P: Permit>(
    now: &Connection,
    judge: &mut Judge<'_, P>,
    papers: &str,
    meetings: &str,
) -> Result<Vec<Item>, StoreError> {
    let mut items = Vec::new();
    for (new, paper) in papers::followed(now, papers, meetings, LOOKED_THROUGH_MAX)? {
        if judge.may_open::<ShowPaper>(&papers::resource_of(now, &paper)?) {
            let what = match new.text {
                Some((language, version)) => What::Text(language, version),
                None if new.position == Some(paper.position) => What::Filed,
                None => What::Classed,
            };
            let Paper { symbol, title_en, title_es, .. } = paper;
            items.push(Item { at: new.at, what, symbol, titles: (title_en, title_es) });
        }
    }
    Ok(items)
}

fn of_meetings<P: Permit>(now: &Connection, judge: &mut Judge<'_, P>, meetings: &str) -> Result<Vec<Item>, StoreError> {
    let mut items = Vec::new();
    for said in meetings::followed(now, meetings, LOOKED_THROUGH_MAX)? {
        let Some(meeting) = meetings::one(now, &said.symbol)? else { continue };
        if judge.may_open::<ShowMeeting>(&meeting.resource()) {
            let titles = (meeting.title_en, meeting.title_es);
            items.push(Item { at: said.at, what: What::Meeting(said.key), symbol: said.symbol, titles });
        }
    }
    Ok(items)
}

fn of_minutes<P: Permit>(now: &Connection, judge: &mut Judge<'_, P>, meetings: &str) -> Result<Vec<Item>, StoreError> {
    let mut items = Vec::new();
    for said in minutes::followed(now, meetings, LOOKED_THROUGH_MAX)? {
        let (Some(resource), Some(meeting)) = (said.resource(now)?, meetings::one(now, &said.meeting)?) else {
            continue;
        };
        if judge.may_open::<ShowMinutes>(&resource) {
            let what =
                said.revision.map_or(What::MinutesAdopted, |(language, revision)| What::Minutes(language, revision));
            let titles = (meeting.title_en, meeting.title_es);
            items.push(Item { at: said.at, what, symbol: said.meeting, titles });
        }
    }
    Ok(items)
}

fn of_decisions<P: Permit>(
    now: &Connection,
    judge: &mut Judge<'_, P>,
    meetings: &str,
) -> Result<Vec<Item>, StoreError> {
    let mut items = Vec::new();
    for said in decisions::followed(now, meetings, LOOKED_THROUGH_MAX)? {
        let Some(resource) = decisions::resource(&said.symbol.in_address())(now)? else { continue };
        if judge.may_open::<ShowDecision>(&resource) {
            let what = if said.later { What::DecidedLater } else { What::Decided };
            items.push(Item { at: said.at, what, symbol: said.symbol, titles: Default::default() });
        }
    }
    Ok(items)
}
