//! What a person follows and when they looked last, as it rests among their own working copies.

use base::access::Permit;
use base::desk::Reader;
use base::store::StoreError;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::thing::Thing;

/// Things that one person follows at most.
pub(super) const FOLLOWED_MAX: usize = 200;

/// A visit goes on as long as nobody stays away for longer than this: who comes back after a minute has not yet read what was new.
const VISIT: SignedDuration = SignedDuration::from_hours(1);

/// A working copy that nobody touches is forgotten; who only takes the feed keeps theirs by being noted once in this while.
const NOTED_AFTER: SignedDuration = SignedDuration::from_hours(30 * 24);

/// The room whose working copies these are.
const ROOM: &str = "following";

/// By what the working copy of a person is told from whatever else bears their number.
const OWN: u128 = 0x0066_6f6c_6c6f_7769_6e67_0000_0000_0001;

/// What one person follows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Shelf {
    /// What they follow, in no order that means anything.
    pub(super) things: Vec<Thing>,
    /// Until when they had read what was new before this visit.
    pub(super) read_until: Timestamp,
    /// When they looked last.
    pub(super) looked_at: Timestamp,
    /// When the working copy was last written.
    kept_at: Timestamp,
}

/// The same as it rests.
#[derive(Serialize, Deserialize)]
struct Resting {
    things: Vec<(String, String)>,
    read_us: i64,
    looked_us: i64,
}

impl Shelf {
    /// Reads what whoever reads follows; nothing where they never followed anything, or do not look for half a year.
    pub(super) fn of<P: Permit>(reader: &Reader<P>) -> Result<Shelf, StoreError> {
        let kept = reader.draft_of(ROOM, id(reader))?;
        Ok(kept.map_or_else(Shelf::default, |draft| Shelf { kept_at: draft.updated_at, ..Shelf::parse(&draft.body) }))
    }

    /// Answers whether they follow this.
    pub(super) fn has(&self, thing: &Thing) -> bool {
        self.things.contains(thing)
    }

    /// Answers the names of what they follow of a kind, as a list in JSON.
    pub(super) fn named(&self, kind: super::Kind) -> Vec<&str> {
        self.things.iter().filter(|thing| thing.kind == kind).map(|thing| thing.name.as_str()).collect()
    }

    /// Begins or goes on with a visit.
    pub(super) fn visit(&mut self, now: Timestamp) {
        if now.duration_since(self.looked_at) > VISIT {
            self.read_until = self.looked_at;
        }
        self.looked_at = self.looked_at.max(now);
    }

    fn parse(body: &str) -> Shelf {
        // We wrote it; should it not be readable any more, nothing is followed and nobody is stopped.
        let Ok(resting) = serde_json::from_str::<Resting>(body) else { return Shelf::default() };
        let instant = |us| Timestamp::from_microsecond(us).unwrap_or(Timestamp::UNIX_EPOCH);
        Shelf {
            things: resting.things.iter().filter_map(|(kind, name)| Thing::parse(kind, name)).collect(),
            read_until: instant(resting.read_us),
            looked_at: instant(resting.looked_us),
            kept_at: Timestamp::UNIX_EPOCH,
        }
    }

    fn written(&self) -> String {
        let resting = Resting {
            things: self.things.iter().map(|thing| (thing.kind.code().to_owned(), thing.name.clone())).collect(),
            read_us: self.read_until.as_microsecond(),
            looked_us: self.looked_at.as_microsecond(),
        };
        serde_json::to_string(&resting).unwrap_or_default()
    }
}

/// Follows something, or no longer does; whoever follows enough already follows no more.
pub(super) async fn change<P: Permit>(reader: &Reader<P>, thing: Thing, follows: bool) -> Result<(), StoreError> {
    let now = reader.now();
    let change = move |was: Option<&str>| {
        // Who begins today has missed nothing before.
        let begun = Shelf { read_until: now, looked_at: now, ..Shelf::default() };
        let mut shelf = was.map_or(begun, Shelf::parse);
        shelf.things.retain(|other| *other != thing);
        if follows && shelf.things.len() < FOLLOWED_MAX {
            shelf.things.push(thing);
        }
        shelf.written()
    };
    reader.change_draft(id(reader), change).await
}

/// Notes that whoever reads has looked. Who follows nothing leaves no trace.
pub(super) async fn note_visit<P: Permit>(reader: &Reader<P>, shelf: &Shelf) {
    if shelf.things.is_empty() {
        return;
    }
    let now = reader.now();
    let noted = reader.change_draft(id(reader), move |was| {
        let mut shelf = was.map_or_else(Shelf::default, Shelf::parse);
        shelf.visit(now);
        shelf.written()
    });
    // What is new is told all the same; next time it is told once more.
    if let Err(error) = noted.await {
        tracing::warn!(%error, "a visit was not noted");
    }
}

/// Notes that a program still takes the feed, so that what is followed is not forgotten; it has read nothing.
pub(super) async fn note_feed<P: Permit>(reader: &Reader<P>, shelf: &Shelf) {
    if shelf.things.is_empty() || reader.now().duration_since(shelf.kept_at) < NOTED_AFTER {
        return;
    }
    let noted = reader.change_draft(id(reader), |was| was.map_or_else(|| Shelf::default().written(), str::to_owned));
    if let Err(error) = noted.await {
        tracing::warn!(%error, "that a feed was taken was not noted");
    }
}

/// Answers the name of the one working copy that a person has here.
fn id<P: Permit>(reader: &Reader<P>) -> Uuid {
    Uuid::from_u128(reader.caller().person.as_u128() ^ OWN)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(1_700_000_000 + 60 * minute).unwrap()
    }

    #[test]
    fn a_visit_goes_on_until_an_hour_without_a_look() {
        let mut shelf = Shelf { read_until: at(0), looked_at: at(0), ..Shelf::default() };
        for (looks, until) in [(30, 0), (90, 0), (149, 0), (210, 149), (211, 149), (100, 149)] {
            shelf.visit(at(looks));
            assert_eq!(shelf.read_until, at(until), "a look after {looks} minutes");
        }
        assert_eq!(shelf.looked_at, at(211), "a clock that was put back takes nothing back");
    }

    #[test]
    fn what_rests_comes_back_and_what_cannot_be_read_is_nothing() {
        let things = vec![Thing::parse("paper", "LAG/1").unwrap(), Thing::parse("body", "RCM").unwrap()];
        let shelf = Shelf { things, read_until: at(1), looked_at: at(2), kept_at: Timestamp::UNIX_EPOCH };
        assert_eq!(Shelf::parse(&shelf.written()), shelf);
        for broken in ["", "[]", "{\"things\":[[\"paper\"]]}", "{\"things\":[],\"read_us\":\"x\",\"looked_us\":0}"] {
            assert_eq!(Shelf::parse(broken), Shelf::default(), "{broken}");
        }
    }
}
