//! What a house says parties are, day by day: in the place of what the profile said of them when the folder was made.
//!
//! A house that admits and dismisses parties writes here, whole, what follows from its journal. Everybody's rights rest on it
//! from their next request on: whose party is none any more is nobody here.

use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::Connection;

use super::profile::{InForce, Named};
use super::{Identity, PartyKind};
use crate::ids::StateCode;
use crate::store::{Database, StoreError};

/// What a party is from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// The party, which the profile need not know.
    pub party: StateCode,
    /// Its name.
    pub name: Named,
    /// What it is; never the secretariat.
    pub kind: PartyKind,
    /// The one thing that its people see, a name of the house; empty where they are not confined.
    pub confined: String,
    /// First day, at the seat.
    pub first_on: Date,
    /// Last day; none while it lasts.
    pub last_on: Option<Date>,
}

/// Which party presides from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chair {
    /// The party.
    pub party: StateCode,
    /// First day, at the seat.
    pub first_on: Date,
    /// Last day; none while it lasts.
    pub last_on: Option<Date>,
}

impl Identity {
    /// Takes what a house says of parties and chairs in the place of what it said before; answers whether that is other.
    ///
    /// A party that never had a seat stays what the profile says. The secretariat is never given another.
    ///
    /// # Errors
    /// When the base cannot be read or written.
    pub fn seat(
        &self,
        base: &Database,
        now: Timestamp,
        seats: Vec<Seat>,
        chairs: Vec<Chair>,
    ) -> Result<bool, StoreError> {
        let secretariat = |party: &StateCode| {
            self.profile().parties.get(party).is_some_and(|known| known.kind == PartyKind::Secretariat)
        };
        let seats: Vec<Seat> = seats.into_iter().filter(|seat| !secretariat(&seat.party)).collect();
        let same = |connection: &Connection| Ok(rows(connection)? == written(&seats, &chairs));
        if base.read(same)? {
            return Ok(false);
        }
        base.write_blocking(move |connection| keep(connection, &seats, &chairs))?;
        self.read_again(base, now)?;
        Ok(true)
    }
}

/// One row of the two tables and of the parties' names, as text.
type Line = [String; 6];

fn written(seats: &[Seat], chairs: &[Chair]) -> Vec<Line> {
    let last = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let seats = seats.iter().map(|seat| {
        let name = [&*seat.name.en, &seat.name.es, &seat.name.fr].join("\n");
        let kind = seat.kind.code().to_owned();
        [seat.party.to_string(), seat.first_on.to_string(), last(seat.last_on), kind, seat.confined.clone(), name]
    });
    let chairs = chairs.iter().map(|chair| {
        let [kind, confined, name] = [String::new(), String::new(), String::new()];
        [chair.party.to_string(), chair.first_on.to_string(), last(chair.last_on), kind, confined, name]
    });
    let mut lines: Vec<Line> = seats.chain(chairs).collect();
    lines.sort();
    lines
}

fn rows(connection: &Connection) -> Result<Vec<Line>, StoreError> {
    let mut all = connection.prepare_cached(
        "SELECT party, first_on, coalesce(last_on, ''), party_seat.kind, confined, \
         name_en || char(10) || name_es || char(10) || name_fr FROM party_seat JOIN party ON code = party \
         UNION ALL SELECT party, first_on, coalesce(last_on, ''), '', '', '' FROM party_chair",
    )?;
    let found =
        all.query_map([], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?]))?;
    let mut lines: Vec<Line> = found.collect::<Result<_, _>>()?;
    lines.sort();
    Ok(lines)
}

fn keep(connection: &Connection, seats: &[Seat], chairs: &[Chair]) -> Result<(), StoreError> {
    connection.execute_batch("DELETE FROM party_seat; DELETE FROM party_chair;")?;
    // The row of a party that the profile does not know carries its code and name; what it is, its seats say.
    let mut party = connection.prepare_cached(
        "INSERT INTO party (code, kind, name_en, name_es, name_fr, contact, valid_from) \
         VALUES (?1, 'observer', ?2, ?3, ?4, '', ?5) ON CONFLICT (code) DO UPDATE SET name_en = ?2, name_es = ?3, name_fr = ?4",
    )?;
    let mut row = connection.prepare_cached(
        "INSERT INTO party_seat (party, first_on, last_on, kind, confined) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for seat in seats {
        let Named { en, es, fr } = &seat.name;
        party.execute((seat.party.as_str(), en, es, fr, seat.first_on.to_string()))?;
        let last_on = seat.last_on.map(|day| day.to_string());
        row.execute((seat.party.as_str(), seat.first_on.to_string(), last_on, seat.kind.code(), &seat.confined))?;
    }
    let mut row =
        connection.prepare_cached("INSERT INTO party_chair (party, first_on, last_on) VALUES (?1, ?2, ?3)")?;
    for chair in chairs {
        let last_on = chair.last_on.map(|day| day.to_string());
        row.execute((chair.party.as_str(), chair.first_on.to_string(), last_on))?;
    }
    Ok(())
}

/// Puts what houses say of a day in the place of what the profile says, in the parties in force.
pub(super) fn seat_all(connection: &Connection, profile: &mut InForce) -> Result<(), StoreError> {
    let day = profile.day.to_string();
    let mut seated = connection.prepare_cached(
        "SELECT code, party_seat.kind, name_en, name_es, name_fr, first_on, confined, zone FROM party_seat \
         JOIN party ON code = party WHERE first_on <= ?1 AND (last_on IS NULL OR last_on >= ?1) ORDER BY first_on",
    )?;
    let mut others = connection.prepare_cached("SELECT DISTINCT party FROM party_seat")?;
    for party in others.query_map([], |row| row.get::<_, String>(0))? {
        if let Ok(party) = party?.parse() {
            profile.parties.remove(&party);
        }
    }
    let mut rows = seated.query([&day])?;
    while let Some(row) = rows.next()? {
        let party = super::profile::party(row)?;
        profile.parties.extend(party);
    }
    let mut chairs = connection
        .prepare_cached("SELECT party FROM party_chair WHERE first_on <= ?1 AND (last_on IS NULL OR last_on >= ?1)")?;
    for party in chairs.query_map([&day], |row| row.get::<_, String>(0))? {
        if let Some(party) = party?.parse().ok().and_then(|party| profile.parties.get_mut(&party)) {
            party.presides = true;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::SignedDuration;
    use jiff::civil::date;

    use super::*;
    use crate::access::Purpose;
    use crate::specimen::Specimen;

    fn seat(party: &str, kind: PartyKind, first_on: Date, last_on: Option<Date>) -> Seat {
        let name = Named { en: "Specimen".into(), es: "Muestra".into(), fr: "Spécimen".into() };
        Seat { party: party.parse().unwrap(), name, kind, confined: String::new(), first_on, last_on }
    }

    #[test]
    fn a_party_that_comes_has_people_until_it_goes_and_none_of_a_role_that_is_not_for_it() {
        // It is 2026-03-02 at the seat.
        let specimen = Specimen::new(&[]);
        let (identity, base) = (&specimen.ground.identity, &specimen.ground.base);
        let now = || specimen.clock.now();
        let guest = seat("XYZ", PartyKind::Guest, date(2026, 3, 2), Some(date(2026, 3, 3)));
        assert!(identity.seat(base, now(), vec![guest.clone()], Vec::new()).unwrap());
        assert!(!identity.seat(base, now(), vec![guest.clone()], Vec::new()).unwrap(), "nothing new");
        let session = specimen.signed_in("XYZ", "delegate", Purpose::Secretariat);
        assert_eq!((session.caller.party, session.caller.name.is_empty()), (PartyKind::Guest, false));
        specimen.clock.advance(SignedDuration::from_mins(10));
        assert!(identity.by_cookie(&session.secret, now()).is_some());
        // It is told to go today already.
        let gone = Seat { last_on: Some(date(2026, 3, 1)), ..guest };
        let out = seat("HND", PartyKind::Observer, date(2026, 3, 2), None);
        let officer = specimen.signed_in("HND", "border_officer", Purpose::BorderControl);
        assert!(identity.seat(base, now(), vec![gone, out], Vec::new()).unwrap());
        assert!(identity.by_cookie(&session.secret, now()).is_none());
        let officer = identity.by_cookie(&officer.secret, now()).unwrap();
        assert_eq!((officer.party, officer.roles.len(), officer.purpose), (PartyKind::Observer, 0, None));
    }

    #[test]
    fn who_presides_follows_the_day_and_the_secretariat_is_never_seated_elsewhere() {
        let specimen = Specimen::new(&[]);
        let (identity, base) = (&specimen.ground.identity, &specimen.ground.base);
        let chair = |party: &str, first_on, last_on| Chair { party: party.parse().unwrap(), first_on, last_on };
        let chairs = vec![chair("MEX", date(2025, 1, 1), Some(date(2026, 3, 2))), chair("PAN", date(2026, 3, 3), None)];
        let taken = seat("XSV", PartyKind::Member, date(2026, 1, 1), None);
        identity.seat(base, specimen.clock.now(), vec![taken], chairs).unwrap();
        let presides = |party: &str| identity.profile().parties[&party.parse::<StateCode>().unwrap()].presides;
        assert_eq!((presides("MEX"), presides("PAN"), presides("CRI")), (true, false, false));
        assert_eq!(identity.profile().parties[&"XSV".parse::<StateCode>().unwrap()].kind, PartyKind::Secretariat);
        let session = specimen.signed_in("PAN", "presidency", Purpose::Secretariat);
        assert!(!session.caller.presides);
        specimen.clock.advance(SignedDuration::from_hours(24));
        identity.forget_ended(base, specimen.clock.now()).unwrap();
        assert_eq!((presides("MEX"), presides("PAN")), (false, true));
        assert!(specimen.sign_in(&specimen.enrol("PAN", "pan.presides", &["presidency"]), None).caller.presides);
    }
}
