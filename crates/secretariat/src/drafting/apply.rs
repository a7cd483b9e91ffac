//! What an entry means for the tables.

use base::store::{Recorded, StoreError};
use rusqlite::Connection;

use super::entries::{DraftEntry, Opened};
use crate::meetings::Symbol;

/// Applies one entry.
pub(super) fn apply(now: &Connection, entry: &Recorded<'_>) -> Result<(), StoreError> {
    match DraftEntry::read(entry.kind(), entry.payload)? {
        DraftEntry::Opened(opened) => open(now, entry, &opened),
        DraftEntry::Proposed(proposed) => act(now, entry, &proposed.draft),
        DraftEntry::Said(said) => act(now, entry, &said.draft),
        DraftEntry::Ruled(ruled) => act(now, entry, &ruled.draft),
        DraftEntry::Checked(checked) => act(now, entry, &checked.draft),
        DraftEntry::LetIn(let_in) => {
            drafts(now, &let_in.draft, let_in.party.as_str())?;
            act(now, entry, &let_in.draft)
        }
        DraftEntry::HandedOver(handed) => {
            now.prepare_cached("UPDATE drafting_draft SET paper = ?2 WHERE symbol = ?1")?
                .execute((handed.draft.as_str(), handed.paper.as_str()))?;
            act(now, entry, &handed.draft)
        }
    }
}

fn open(now: &Connection, entry: &Recorded<'_>, opened: &Opened) -> Result<(), StoreError> {
    now.prepare_cached(
        "INSERT INTO drafting_draft (symbol, title_en, title_es, opening, position, at_us) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute((
        opened.symbol.as_str(),
        &opened.title_en,
        &opened.title_es,
        entry.payload,
        entry.position,
        entry.at_us(),
    ))?;
    let named = opened.states.split_whitespace().chain(opened.others.split_whitespace());
    for party in named.chain([opened.chair.as_str()]) {
        drafts(now, &opened.symbol, party)?;
    }
    Ok(())
}

fn drafts(now: &Connection, draft: &Symbol, party: &str) -> Result<(), StoreError> {
    now.prepare_cached("INSERT OR IGNORE INTO drafting_party (party, draft) VALUES (?1, ?2)")?
        .execute((party, draft.as_str()))?;
    Ok(())
}

fn act(now: &Connection, entry: &Recorded<'_>, draft: &Symbol) -> Result<(), StoreError> {
    now.prepare_cached(
        "INSERT INTO drafting_act (position, draft, kind, state, at_us, act) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute((
        entry.position,
        draft.as_str(),
        entry.kind(),
        entry.state().as_str(),
        entry.at_us(),
        entry.payload,
    ))?;
    Ok(())
}
