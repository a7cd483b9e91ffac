//! What may be read of drafts.

use std::collections::BTreeSet;

use base::store::StoreError;
use base::words::Language;
use conference::drafting::{Basis, BasisError, Draft, DraftError, Opinion, Remark, Ruling, Text};
use conference::language::TextLanguage;
use journal::StateCode;
use rusqlite::{Connection, OptionalExtension};

use super::entries::{DraftEntry, HandedOver, Opened, Words};
use crate::meetings::{Symbol, maybe, read};

/// Drafts a page of the list.
pub(super) const PAGE_ROWS: usize = 50;

/// A draft as its acts make it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) opened: Opened,
    pub(super) original: Language,
    pub(super) draft: Draft,
    pub(super) basis: Basis,
    pub(super) handed: Option<HandedOver>,
}

/// A draft in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Listed {
    pub(super) symbol: Symbol,
    pub(super) title_en: String,
    pub(super) title_es: String,
    pub(super) paper: Option<Symbol>,
}

/// Answers a page of drafts, the last opened first, one more than a page has where the list goes on; of a party where one is
/// named, else all.
pub(super) fn listed(now: &Connection, of: Option<StateCode>, page: usize) -> Result<Vec<Listed>, StoreError> {
    let skipped = i64::try_from(page.saturating_mul(PAGE_ROWS)).unwrap_or(i64::MAX);
    let mut statement = now.prepare_cached(
        "SELECT symbol, title_en, title_es, paper FROM drafting_draft AS d WHERE ?1 IS NULL OR EXISTS \
         (SELECT 1 FROM drafting_party AS p WHERE p.party = ?1 AND p.draft = d.symbol) \
         ORDER BY position DESC LIMIT ?2 OFFSET ?3",
    )?;
    let of = of.map(|party| party.to_string());
    let found = statement.query_map((of, PAGE_ROWS + 1, skipped), |row| {
        Ok(Listed { symbol: read(row, 0)?, title_en: row.get(1)?, title_es: row.get(2)?, paper: maybe(row, 3)? })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Answers a draft; none where there is none with this symbol.
pub(super) fn known(now: &Connection, symbol: &Symbol) -> Result<Option<Known>, StoreError> {
    let mut statement = now.prepare_cached("SELECT opening FROM drafting_draft WHERE symbol = ?1")?;
    let opening: Option<Vec<u8>> = statement.query_row([symbol.as_str()], |row| row.get(0)).optional()?;
    let Some(opening) = opening else { return Ok(None) };
    let damaged = |what: &str| StoreError::Damaged(format!("draft {symbol}: {what}"));
    let DraftEntry::Opened(opened) = DraftEntry::read("opened", &opening)? else {
        return Err(damaged("it was never opened"));
    };
    let original = Language::parse(&opened.original).ok_or_else(|| damaged("its language"))?;
    let text = Text::begin(spoken(original), opened.paragraphs.iter().map(Words::texts).collect());
    let text = text.map_err(|error| damaged(&error.to_string()))?;
    let draft = Draft::begin(opened.chair, codes(&opened.states), codes(&opened.others), text);
    let mut known = Known { opened, original, draft, basis: Basis::default(), handed: None };
    let mut statement =
        now.prepare_cached("SELECT kind, state, act, position FROM drafting_act WHERE draft = ?1 ORDER BY position")?;
    let mut rows = statement.query([symbol.as_str()])?;
    while let Some(row) = rows.next()? {
        let (kind, act): (String, Vec<u8>) = (row.get(0)?, row.get(2)?);
        let (by, position): (StateCode, u64) = (read(row, 1)?, row.get(3)?);
        let entry = DraftEntry::read(&kind, &act)?;
        known.told(by, &entry).map_err(|error| damaged(&format!("entry {position}: {error}")))?;
    }
    Ok(Some(known))
}

impl Known {
    /// Takes what a party says into the draft; answers the proposal's number or the version that came of it.
    ///
    /// Errors: what the rules refuse.
    pub(super) fn told(&mut self, by: StateCode, entry: &DraftEntry) -> Result<u32, BasisError> {
        Ok(match entry {
            DraftEntry::Opened(_) => 1,
            DraftEntry::Proposed(proposed) => {
                let change = proposed.change().ok_or(DraftError::NoProposal)?;
                self.draft.propose(by, change, proposed.seen, proposed.reason.clone())?
            }
            DraftEntry::Said(said) => {
                let opinion = match said.opinion.as_str() {
                    "supports" => Some(Opinion::Supports),
                    "opposes" => Some(Opinion::Opposes),
                    _ => None,
                };
                self.draft.say(said.proposal, Remark { by, opinion, words: said.words.clone() })?;
                said.proposal
            }
            DraftEntry::Ruled(ruled) => {
                let ruling = match ruled.ruling.as_str() {
                    "accept" => Ruling::Accept,
                    "merge" => Ruling::Merge(ruled.words.texts()),
                    _ => Ruling::SetAside,
                };
                let version = self.draft.rule(by, ruled.proposal, (ruling, ruled.seen), ruled.reason.clone())?;
                version.unwrap_or(0)
            }
            DraftEntry::LetIn(let_in) => {
                self.draft.let_in(by, let_in.party)?;
                0
            }
            DraftEntry::HandedOver(handed) => {
                self.draft.freeze()?;
                self.handed = Some(handed.clone());
                handed.version
            }
            DraftEntry::Checked(checked) => {
                let word = checked.word(by).ok_or(BasisError::Silent)?;
                self.basis.say(&self.draft, word)?;
                0
            }
        })
    }
}

/// Answers the language of the rules.
pub(super) fn spoken(language: Language) -> TextLanguage {
    match language {
        Language::En => TextLanguage::English,
        Language::Es => TextLanguage::Spanish,
        Language::Fr => TextLanguage::French,
    }
}

fn codes(written: &str) -> BTreeSet<StateCode> {
    written.split_whitespace().filter_map(|code| code.parse().ok()).collect()
}
