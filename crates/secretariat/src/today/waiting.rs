//! What a room answers when somebody asks what waits for them: the types that all rooms share.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use journal::StateCode;

use conference::due::Deadline;

/// Who asks what waits for them, and when.
#[derive(Clone, Debug)]
pub struct Asked {
    /// For which party.
    pub party: StateCode,
    /// Whether they ask for the secretariat, which follows everybody's.
    pub coordinates: bool,
    /// Whether they act for a presidency of their State.
    pub presides: bool,
    /// Whether they may see what is kept for members.
    pub sees_members_only: bool,
    /// The time.
    pub now: Timestamp,
    /// The zone of the secretariat's seat, by its IANA name: days end there.
    pub seat: String,
    /// Up to which day things that lie ahead are wanted; what is overdue is wanted always.
    pub until: Date,
}

/// Things that one room answers at most.
pub const WAITING_MAX: usize = 500;

/// Something that waits for somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Its name in calendars, which never changes: lower-case letters, digits, dots and `-`, such as `obligation-rcm-viii-2003-dec-20.1-1`.
    pub id: String,
    /// What it is, in English.
    pub what_en: String,
    /// The same in Spanish.
    pub what_es: String,
    /// The page that shows it.
    pub address: String,
    /// Key of the word that says which kind of thing it is, such as `obligations-waiting-duty`.
    pub kind_key: &'static str,
    /// Until when it is in time, or when it is.
    pub when: When,
    /// When the party did what it has to do; it stays in sight until its time has passed.
    pub done_at: Option<Timestamp>,
    /// When it last changed, for calendars.
    pub changed_at: Timestamp,
    /// When the secretariat last reminded of it.
    pub reminded_at: Option<Timestamp>,
    /// Key and number of a word that says more, such as how many have answered; with `$count`.
    pub note: Option<(&'static str, i64)>,
}

/// When something is due, or takes place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// Until the end of a day at the seat.
    DueOn(Date),
    /// Until an instant.
    DueAt(Timestamp),
    /// Days of a meeting, at its own place: they are nobody's deadline.
    Days {
        /// The first.
        from: Date,
        /// The last.
        to: Date,
        /// The meeting's zone, by its IANA name.
        zone: String,
        /// City.
        place: String,
    },
    /// No day is known.
    Open,
}

impl Asked {
    /// Answers which day it is at the seat.
    pub fn today(&self) -> Date {
        self.now.to_zoned_datetime(self.seat_zone()).date()
    }

    /// Answers the seat's zone; a profile in force has one.
    pub fn seat_zone(&self) -> TimeZone {
        TimeZone::get(&self.seat).unwrap_or(TimeZone::UTC)
    }
}

impl Waiting {
    /// Answers the last instant in which it is in time, or in which a meeting lasts; none where no day is known.
    pub fn ends_at(&self, seat: &str) -> Option<Timestamp> {
        match &self.when {
            When::DueOn(day) => Deadline::of_day(*day, seat).ok().map(Deadline::last),
            When::DueAt(at) => Some(*at),
            When::Days { to, zone, .. } => Deadline::of_day(*to, zone).ok().map(Deadline::last),
            When::Open => None,
        }
    }

    /// Answers whether somebody is late: its time has passed, it is not done, and it is something to be done.
    pub fn is_overdue(&self, asked: &Asked) -> bool {
        let passed = self.ends_at(&asked.seat).is_some_and(|last| last < asked.now);
        passed && self.done_at.is_none() && !matches!(self.when, When::Days { .. })
    }

    /// Answers how long ago its time passed, or how long there still is; none where no day is known.
    pub fn left(&self, asked: &Asked) -> Option<SignedDuration> {
        self.ends_at(&asked.seat).map(|last| last.duration_since(asked.now))
    }
}
