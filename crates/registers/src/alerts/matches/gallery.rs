//! Alerts that were put in force, in memory, so that one traveller can be compared with all of them at once.
//!
//! It follows the tables and never leads them: whoever asks first has it read what was touched since the last question, so
//! that what was committed is found, or gone, from the next question on. What may be shown is asked of the tables again for
//! every record found (`faces`): a gallery that were wrong could show too little, never too much.
//!
//! Alerts of one State and category stand together, apart from all others. A State that looks is given those in which its
//! owner and itself take part (G-05), and what it may not see costs it no time and shows in no count.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use base::ids::StateCode;
use base::store::StoreError;
use jiff::civil::Date;
use matching::{Band, Builder, Explanation, Frequencies, Index, Person, RecordId, Searcher};
use rusqlite::Connection;
use uuid::Uuid;

use super::super::coded::Category;
use super::super::queries::{self, Searched};
use super::traveller::person;

/// Of how many travellers one is thought to be in the register. The share of searches that find anybody in a register of a
/// whole continent is one in tens of thousands; this is on the side of whoever is to be protected.
const REGISTERED_SHARE: f64 = 1e-4;

/// Records that are looked at for one traveller, of which some may not be shown.
const CANDIDATES: usize = 32;

/// Parts of which one audience's register consists at most, so that many small changes do not slow every question.
const PARTS: usize = 8;

/// Whose alerts, of what category.
type Cell = (StateCode, Category);

/// A record that could be the traveller.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::alerts) struct Likely {
    /// The alert.
    pub alert: Uuid,
    /// How each of the traveller's data compares.
    pub explanation: Explanation,
}

/// Every alert that was put in force, by State and category.
#[derive(Default)]
pub(in crate::alerts) struct Gallery {
    held: Mutex<Held>,
    searchers: Mutex<Vec<Searcher>>,
}

struct Held {
    /// Position of the last entry about an alert that was read.
    touched: u64,
    /// Position of the last entry that switched something.
    switched: u64,
    cells: BTreeMap<Cell, Index>,
    audiences: HashMap<Vec<Cell>, Arc<Index>>,
    placed: HashMap<Uuid, Placed>,
    alerts: HashMap<RecordId, Uuid>,
    ends: BTreeMap<Date, Vec<Uuid>>,
    last: RecordId,
    frequencies: Arc<Frequencies>,
}

#[derive(Clone, Copy)]
struct Placed {
    record: RecordId,
    cell: Cell,
}

impl Default for Held {
    fn default() -> Self {
        Held {
            touched: 0,
            switched: 0,
            cells: BTreeMap::new(),
            audiences: HashMap::new(),
            placed: HashMap::new(),
            alerts: HashMap::new(),
            ends: BTreeMap::new(),
            last: 0,
            // The shipped ones and never the register's own: nobody's score moves because somebody else was registered.
            frequencies: Arc::new(Frequencies::shipped()),
        }
    }
}

impl Gallery {
    /// Answers who could be a person, best first, among the alerts that a State may be shown; whether each may is for the
    /// tables to say.
    pub(in crate::alerts) fn likely(
        &self,
        connection: &Connection,
        reader: StateCode,
        asked: &Person,
        today: Date,
    ) -> Result<Vec<Likely>, StoreError> {
        let index = self.audience(connection, reader, today)?;
        let mut searcher = lock(&self.searchers).pop().unwrap_or_default();
        let found = index.search(&mut searcher, asked, CANDIDATES);
        let mut likely = Vec::new();
        for hit in found.hits.iter().filter(|hit| hit.band != Band::None) {
            let explained = index.explain(&mut searcher, asked, hit.record);
            let alert = lock(&self.held).alerts.get(&hit.record).copied();
            // One that was taken away meanwhile is no longer anybody.
            if let (Some(explanation), Some(alert)) = (explained, alert) {
                likely.push(Likely { alert, explanation });
            }
        }
        lock(&self.searchers).push(searcher);
        Ok(likely)
    }

    /// Reads what has changed since the last question; answers how many alerts can be found by somebody.
    pub(in crate::alerts) fn follow(&self, connection: &Connection, today: Date) -> Result<usize, StoreError> {
        let mut held = lock(&self.held);
        held.follow(connection, today)?;
        Ok(held.placed.len())
    }

    /// Answers how often an alert was put in its place.
    #[cfg(test)]
    pub(in crate::alerts) fn numbers_given(&self) -> RecordId {
        lock(&self.held).last
    }

    /// Answers what a State that looks is given.
    fn audience(&self, connection: &Connection, reader: StateCode, today: Date) -> Result<Arc<Index>, StoreError> {
        let part = queries::own_parts(connection, reader)?;
        let mut held = lock(&self.held);
        held.follow(connection, today)?;
        let cells: Vec<Cell> = held.cells.keys().filter(|(_, category)| part.contains(category)).copied().collect();
        if let Some(index) = held.audiences.get(&cells) {
            return Ok(Arc::clone(index));
        }
        let empty = held.empty();
        let index = cells.iter().filter_map(|cell| held.cells.get(cell)).fold(empty, Index::and).joined(PARTS);
        let index = Arc::new(index);
        held.audiences.insert(cells, Arc::clone(&index));
        Ok(index)
    }
}

impl Held {
    fn empty(&self) -> Index {
        Index::new(Arc::clone(&self.frequencies)).expecting(REGISTERED_SHARE)
    }

    fn follow(&mut self, connection: &Connection, today: Date) -> Result<(), StoreError> {
        let switched = queries::last_switched(connection)?;
        // A question may still see an older moment than the one before it: what was read is never unread.
        if switched > self.switched {
            self.switch(connection, today)?;
            self.switched = switched;
        }
        let changed = queries::touched_since(connection, self.touched)?;
        if let Some(last) = changed.iter().map(|one| one.touched).max() {
            self.touched = last;
            self.place(changed.into_iter().filter(|one| one.on).collect(), today);
        }
        while let Some(over) = self.ends.first_entry().filter(|entry| *entry.key() <= today) {
            for alert in over.remove() {
                self.take_away(alert);
            }
        }
        Ok(())
    }

    /// Forgets the cells whose State takes part no longer, and reads those of which it does again.
    fn switch(&mut self, connection: &Connection, today: Date) -> Result<(), StoreError> {
        let on: BTreeSet<Cell> = queries::cells(connection)?.into_iter().collect();
        self.cells.retain(|cell, _| on.contains(cell));
        let gone: Vec<Uuid> =
            self.placed.iter().filter(|(_, placed)| !on.contains(&placed.cell)).map(|(alert, _)| *alert).collect();
        for alert in gone {
            self.take_away(alert);
        }
        self.audiences.clear();
        let new: Vec<Cell> = on.into_iter().filter(|cell| !self.cells.contains_key(cell)).collect();
        let only = match new[..] {
            [] => return Ok(()),
            [one] => Some(one),
            _ => None,
        };
        let mut parts: BTreeMap<Cell, Builder> = BTreeMap::new();
        let mut last = self.touched;
        queries::each_searched(connection, only, |one| {
            last = last.max(one.touched);
            if new.binary_search(&(one.owner, one.category)).is_ok() {
                self.push(&mut parts, one, today);
            }
        })?;
        // Where nothing was held before, all that counts has just been read and need not be read again as changes. Where something was,
        // what was said of it since has not.
        if self.cells.is_empty() {
            self.touched = last;
        }
        // Only now: a reading that failed is tried again.
        self.cells.extend(new.iter().map(|cell| (*cell, self.empty())).collect::<Vec<_>>());
        parts.into_iter().for_each(|(cell, part)| self.add(cell, part));
        Ok(())
    }

    /// Puts alerts in their cells in the place of what they said before; one that is in force no longer goes.
    fn place(&mut self, changed: Vec<Searched>, today: Date) {
        let mut parts: BTreeMap<Cell, Builder> = BTreeMap::new();
        for one in changed {
            self.push(&mut parts, one, today);
        }
        parts.into_iter().for_each(|(cell, part)| self.add(cell, part));
    }

    fn push(&mut self, parts: &mut BTreeMap<Cell, Builder>, one: Searched, today: Date) {
        self.take_away(one.alert);
        let Some((subject, until)) = one.in_force.filter(|(_, until)| *until > today) else { return };
        let cell = (one.owner, one.category);
        self.last += 1;
        parts.entry(cell).or_default().push(self.last, &person(&subject));
        self.placed.insert(one.alert, Placed { record: self.last, cell });
        self.alerts.insert(self.last, one.alert);
        self.ends.entry(until).or_default().push(one.alert);
    }

    fn add(&mut self, cell: Cell, part: Builder) {
        let segment = Arc::new(part.build(&self.frequencies));
        self.change(cell, |index| index.with(Arc::clone(&segment)).joined(PARTS));
    }

    fn take_away(&mut self, alert: Uuid) {
        let Some(Placed { record, cell }) = self.placed.remove(&alert) else { return };
        self.alerts.remove(&record);
        self.change(cell, |index| index.without(record));
    }

    /// Changes a cell and every audience that has it.
    fn change(&mut self, cell: Cell, how: impl Fn(Index) -> Index) {
        let empty = self.empty();
        // Taken out, not copied: what an index notes as gone is then copied only where a question is under way with it.
        let changed = |index: &mut Index| *index = how(std::mem::replace(index, empty.clone()));
        if let Some(index) = self.cells.get_mut(&cell) {
            changed(index);
        }
        for (cells, audience) in &mut self.audiences {
            if cells.binary_search(&cell).is_ok() {
                changed(Arc::make_mut(audience));
            }
        }
    }
}

fn lock<T>(held: &Mutex<T>) -> MutexGuard<'_, T> {
    held.lock().unwrap_or_else(PoisonError::into_inner)
}
