//! Who has a seat of a session, and who waits for one.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;
use journal::StateCode;

use crate::by::Person;

/// What a session offers: its days, until when States nominate, and how many seats each has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    first_day: Date,
    last_day: Date,
    closes_at: Timestamp,
    seats: BTreeMap<StateCode, u16>,
}

/// Why an offer is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OfferError {
    /// Its last day comes before its first.
    #[error("the last day is before the first")]
    EndsBeforeItBegins,
    /// No State has a seat.
    #[error("a session has no seat")]
    NoSeat,
}

impl Offer {
    /// Answers the offer of a session from `first_day` to `last_day`, both counted; nominations at `closes_at` are in time.
    ///
    /// # Errors
    ///
    /// Where the days run backwards, or no State has a seat.
    pub fn new(
        first_day: Date,
        last_day: Date,
        closes_at: Timestamp,
        seats: BTreeMap<StateCode, u16>,
    ) -> Result<Self, OfferError> {
        if last_day < first_day {
            return Err(OfferError::EndsBeforeItBegins);
        }
        if seats.values().all(|&seats| seats == 0) {
            return Err(OfferError::NoSeat);
        }
        Ok(Self { first_day, last_day, closes_at, seats })
    }

    /// Answers how many seats a State was given.
    #[must_use]
    pub fn seats_of(&self, state: StateCode) -> usize {
        self.seats.get(&state).copied().map_or(0, usize::from)
    }

    /// Answers how many seats there are.
    #[must_use]
    pub fn seats(&self) -> usize {
        self.seats.values().copied().map(usize::from).sum()
    }

    /// Answers whether the two sessions share a day, so that nobody can be at both.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.first_day <= other.last_day && other.first_day <= self.last_day
    }
}

/// One person, put forward by the delegation of their State.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nomination {
    /// Who is to come.
    pub person: Person,
    /// Whose delegation said so.
    pub state: StateCode,
}

/// Why a nomination is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NominationError {
    /// Nominations are closed.
    #[error("nominations are closed")]
    Closed,
    /// The State has no seat in it.
    #[error("this State has no seat in the session")]
    NotInvited,
    /// The person is nominated for it.
    #[error("this person is nominated already")]
    Already,
    /// The person is nominated for another session that shares a day with it.
    #[error("this person is nominated for another session on the same days")]
    Elsewhere,
    /// As many of the State wait as have a seat.
    #[error("this State has nominated twice as many people as it has seats")]
    TooMany,
}

/// How many people a State nominates at most for each of its seats: as many wait as are seated.
pub const NOMINATED_A_SEAT: usize = 2;

/// Answers whether a nomination that comes at `now` is taken, beside those made before and the other sessions this person is nominated for.
///
/// A State may nominate more people than it has seats, up to [`NOMINATED_A_SEAT`] times: they wait, and [`places`] says so.
///
/// # Errors
///
/// What stands against it, the first that does.
pub fn admit(
    offer: &Offer,
    before: &[Nomination],
    elsewhere: &[Offer],
    nomination: Nomination,
    now: Timestamp,
) -> Result<(), NominationError> {
    if now > offer.closes_at {
        return Err(NominationError::Closed);
    }
    if offer.seats_of(nomination.state) == 0 {
        return Err(NominationError::NotInvited);
    }
    if before.iter().any(|earlier| earlier.person == nomination.person) {
        return Err(NominationError::Already);
    }
    if elsewhere.iter().any(|other| other.overlaps(offer)) {
        return Err(NominationError::Elsewhere);
    }
    let own = before.iter().filter(|earlier| earlier.state == nomination.state).count();
    if own >= NOMINATED_A_SEAT * offer.seats_of(nomination.state) {
        return Err(NominationError::TooMany);
    }
    Ok(())
}

/// Where somebody stands who was nominated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Has a seat.
    Seat,
    /// Waits, and is this many places from a seat; the first is 1.
    Waits(usize),
}

/// Answers the place of each nomination that was not withdrawn, in the order in which they were made.
///
/// Until the close a State's seats are for its own people. From then on what is left goes to those who wait, whatever their State.
#[must_use]
pub fn places(offer: &Offer, nominations: &[Nomination], now: Timestamp) -> Vec<Place> {
    let mut taken: BTreeMap<StateCode, usize> = BTreeMap::new();
    let mut seated = BTreeSet::new();
    for (at, nomination) in nominations.iter().enumerate() {
        let used = taken.entry(nomination.state).or_default();
        if *used < offer.seats_of(nomination.state) {
            *used += 1;
            seated.insert(at);
        }
    }
    let mut left = if now > offer.closes_at { offer.seats() - seated.len() } else { 0 };
    let mut waiting = 0;
    let place = |at: usize| {
        if seated.contains(&at) {
            Place::Seat
        } else if left > 0 {
            left -= 1;
            Place::Seat
        } else {
            waiting += 1;
            Place::Waits(waiting)
        }
    };
    (0..nominations.len()).map(place).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    const CLOSE_S: i64 = 1_000_000;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("a time")
    }

    fn code(text: &str) -> StateCode {
        text.parse().expect("three letters")
    }

    fn offer(seats: &[(&str, u16)]) -> Offer {
        let seats = seats.iter().map(|&(state, seats)| (code(state), seats)).collect();
        Offer::new(date(2003, 7, 21), date(2003, 7, 25), at(CLOSE_S), seats).expect("an offer")
    }

    fn person(number: u128, state: &str) -> Nomination {
        Nomination { person: Person(number), state: code(state) }
    }

    #[test]
    fn days_that_run_backwards_and_a_session_without_a_seat_are_refused() {
        let one = || BTreeMap::from([(code("NIC"), 1)]);
        let backwards = Offer::new(date(2003, 7, 25), date(2003, 7, 21), at(0), one());
        assert_eq!(backwards, Err(OfferError::EndsBeforeItBegins));
        let empty = Offer::new(date(2003, 7, 21), date(2003, 7, 21), at(0), BTreeMap::from([(code("NIC"), 0)]));
        assert_eq!(empty, Err(OfferError::NoSeat));
        assert!(Offer::new(date(2003, 7, 21), date(2003, 7, 21), at(0), one()).is_ok(), "one day is a session");
    }

    #[test]
    fn a_nomination_is_in_time_at_the_close_and_late_after_it() {
        let offer = offer(&[("NIC", 1)]);
        assert_eq!(admit(&offer, &[], &[], person(1, "NIC"), at(CLOSE_S)), Ok(()));
        assert_eq!(admit(&offer, &[], &[], person(1, "NIC"), at(CLOSE_S + 1)), Err(NominationError::Closed));
    }

    #[test]
    fn who_is_not_invited_or_nominated_twice_or_elsewhere_is_refused() {
        let session = offer(&[("NIC", 1)]);
        let refused = |before: &[Nomination], elsewhere: &[Offer], who| admit(&session, before, elsewhere, who, at(0));
        assert_eq!(refused(&[], &[], person(1, "HND")), Err(NominationError::NotInvited));
        assert_eq!(refused(&[person(1, "NIC")], &[], person(1, "NIC")), Err(NominationError::Already));
        let seats = BTreeMap::from([(code("NIC"), 1)]);
        let on = |first, last| Offer::new(first, last, at(0), seats.clone()).expect("an offer");
        let touching = on(date(2003, 7, 25), date(2003, 7, 28));
        assert_eq!(refused(&[], &[touching], person(1, "NIC")), Err(NominationError::Elsewhere));
        assert_eq!(refused(&[], &[on(date(2003, 7, 26), date(2003, 7, 28))], person(1, "NIC")), Ok(()));
    }

    #[test]
    fn as_many_wait_as_are_seated_and_no_more() {
        let session = offer(&[("NIC", 1), ("HND", 1)]);
        let (first, other) = (person(1, "NIC"), person(9, "HND"));
        assert_eq!(admit(&session, &[first, other], &[], person(2, "NIC"), at(0)), Ok(()));
        let full = [first, other, person(2, "NIC")];
        assert_eq!(admit(&session, &full, &[], person(3, "NIC"), at(0)), Err(NominationError::TooMany));
    }

    #[test]
    fn what_a_state_leaves_empty_goes_to_who_waits_once_nominations_are_closed() {
        let offer = offer(&[("NIC", 1), ("HND", 1)]);
        let nominated = [person(1, "NIC"), person(2, "NIC"), person(3, "NIC")];
        assert_eq!(places(&offer, &nominated, at(CLOSE_S)), [Place::Seat, Place::Waits(1), Place::Waits(2)]);
        assert_eq!(places(&offer, &nominated, at(CLOSE_S + 1)), [Place::Seat, Place::Seat, Place::Waits(1)]);
    }

    proptest! {
        #[test]
        fn seats_are_never_exceeded_and_no_state_is_pushed_from_its_own(
            seats in proptest::collection::vec(0_u16..4, 3),
            states in proptest::collection::vec(0_usize..3, 0..20),
            closed in any::<bool>(),
        ) {
            prop_assume!(seats.iter().any(|&seats| seats > 0));
            let names = ["NIC", "HND", "GTM"];
            let offer = offer(&[(names[0], seats[0]), (names[1], seats[1]), (names[2], seats[2])]);
            let nominated: Vec<_> = (0..).zip(&states).map(|(number, &state)| person(number, names[state])).collect();
            let places = places(&offer, &nominated, at(CLOSE_S + i64::from(closed)));
            let seated = |state: &str| {
                nominated.iter().zip(&places).filter(|(who, place)| who.state == code(state) && **place == Place::Seat).count()
            };
            prop_assert!(names.iter().map(|state| seated(state)).sum::<usize>() <= offer.seats());
            for state in names {
                let asked = nominated.iter().filter(|who| who.state == code(state)).count();
                let own = asked.min(offer.seats_of(code(state)));
                let kept = if closed { seated(state) >= own } else { seated(state) == own };
                prop_assert!(kept, "a State keeps its own seats");
            }
            let waits = places.iter().any(|place| *place != Place::Seat);
            let all = places.iter().filter(|place| **place == Place::Seat).count();
            prop_assert!(!closed || !waits || all == offer.seats(), "nobody waits beside an empty seat");
        }
    }
}
