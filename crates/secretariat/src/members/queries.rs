//! What may be read of parties, applications, institutions, delegations and bodies.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use base::identity::PartyKind;
use base::identity::profile::InForce;
use base::store::StoreError;
use jiff::civil::Date;
use journal::StateCode;
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row};

use super::class::{BodyKind, Chair, Class, Field, Names, NotACode, Part};
use crate::meetings::{self, Symbol};

/// What a party was, is or will be to the conference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Standing {
    pub(crate) party: StateCode,
    pub(crate) names: Names,
    pub(crate) class: Class,
    pub(crate) first_on: Date,
    /// Its last day as now known: a guest's is that of the meeting.
    pub(crate) last_on: Option<Date>,
    pub(crate) decision: Option<Symbol>,
    pub(crate) meeting: Option<Symbol>,
    pub(crate) ended_by: Option<Symbol>,
    pub(crate) note: String,
}

impl Standing {
    /// Answers whether it holds on a day.
    pub(crate) fn covers(&self, day: Date) -> bool {
        self.first_on <= day && self.last_on.is_none_or(|last_on| day <= last_on)
    }
}

/// Standings that are read at once at most: of a process of fifty States, a century.
const STANDINGS_MAX: usize = 5_000;

/// Answers everything that parties were, are and will be, as the journal says it: by party, then by day.
pub(crate) fn said(connection: &Connection) -> Result<Vec<Standing>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT party, class, first_on, last_on, decision, meeting, ended_by, note, name_en, name_es, name_fr \
         FROM members_standing JOIN members_party ON code = party ORDER BY party, first_on LIMIT ?1",
    )?;
    let found = statement.query_map([STANDINGS_MAX], |row| {
        Ok(Standing {
            party: read(row, 0)?,
            class: read(row, 1)?,
            first_on: read(row, 2)?,
            last_on: maybe(row, 3)?,
            decision: maybe(row, 4)?,
            meeting: maybe(row, 5)?,
            ended_by: maybe(row, 6)?,
            note: row.get(7)?,
            names: names_of(row, 8)?,
        })
    })?;
    let mut standings = found.collect::<Result<Vec<Standing>, _>>()?;
    for guest in standings.iter_mut().filter(|standing| standing.meeting.is_some()) {
        let Some(meeting) = &guest.meeting else { continue };
        // A meeting that will not take place has no guests: they were none from the day before.
        let meeting_ends = meetings::last_day(connection, meeting)?.or_else(|| guest.first_on.yesterday().ok());
        guest.last_on = [guest.last_on, meeting_ends].into_iter().flatten().min();
    }
    Ok(standings)
}

/// Answers everything that parties were, are and will be: what the journal says, and the profile for all others.
pub(crate) fn standings(connection: &Connection, profile: &InForce) -> Result<Vec<Standing>, StoreError> {
    let mut all = said(connection)?;
    let known: BTreeSet<StateCode> = all.iter().map(|standing| standing.party).collect();
    all.extend(
        profile.parties.keys().filter(|party| !known.contains(party)).filter_map(|party| founding(profile, *party)),
    );
    all.sort_by_key(|standing| (standing.party, standing.first_on));
    Ok(all)
}

/// Answers what a party of the profile is from the beginning; none where the profile does not have it, or it is the secretariat.
pub(crate) fn founding(profile: &InForce, party: StateCode) -> Option<Standing> {
    let known = profile.parties.get(&party)?;
    let class = match known.kind {
        PartyKind::Member => Class::Member,
        // Codes of the range that ISO 3166-1 leaves to users are organisations'.
        PartyKind::Observer if party.as_str().starts_with('X') => Class::ObserverOrganisation,
        PartyKind::Observer => Class::ObserverState,
        PartyKind::Network => Class::Network,
        PartyKind::Guest | PartyKind::Secretariat => return None,
    };
    let name = known.name.clone();
    Some(Standing {
        party,
        names: Names { en: name.en, es: name.es, fr: name.fr },
        class,
        first_on: known.from,
        last_on: None,
        decision: None,
        meeting: None,
        ended_by: None,
        note: String::new(),
    })
}

/// Answers what every party is or was called that ever took part.
///
/// # Errors
/// When the tables cannot be read.
pub fn names(connection: &Connection, profile: &InForce) -> Result<BTreeMap<StateCode, Names>, StoreError> {
    let all = standings(connection, profile)?;
    Ok(all.into_iter().map(|standing| (standing.party, standing.names)).collect())
}

/// Answers whether somebody is invited to a meeting, or named a delegation for it.
///
/// # Errors
/// When the tables cannot be read.
pub(crate) fn hang_on(connection: &Connection, meeting: &Symbol) -> Result<bool, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM members_standing WHERE meeting = ?1) OR \
         EXISTS (SELECT 1 FROM members_seat WHERE meeting = ?1)",
    )?;
    Ok(statement.query_row([meeting.as_str()], |row| row.get(0))?)
}

/// Answers what each party is to the conference on a day.
///
/// # Errors
/// When the tables cannot be read.
pub fn parties_on(
    connection: &Connection,
    profile: &InForce,
    day: Date,
) -> Result<BTreeMap<StateCode, Class>, StoreError> {
    let all = standings(connection, profile)?;
    Ok(all.iter().filter(|standing| standing.covers(day)).map(|standing| (standing.party, standing.class)).collect())
}

/// Answers which States are members on a day.
///
/// # Errors
/// When the tables cannot be read.
pub fn members_on(connection: &Connection, profile: &InForce, day: Date) -> Result<BTreeSet<StateCode>, StoreError> {
    let parties = parties_on(connection, profile, day)?;
    Ok(parties.into_iter().filter(|(_, class)| *class == Class::Member).map(|(party, _)| party).collect())
}

/// Answers who is invited to a meeting, for as long as it lasts.
///
/// # Errors
/// When the tables cannot be read.
pub fn guests_of(connection: &Connection, meeting: &Symbol) -> Result<BTreeSet<StateCode>, StoreError> {
    let all = said(connection)?;
    Ok(all.iter().filter(|standing| standing.meeting.as_ref() == Some(meeting)).map(|guest| guest.party).collect())
}

/// Where an application stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The checklist is being gone through.
    Open,
    /// Admitted by a decision.
    Admitted,
    /// Refused by a decision.
    Refused,
    /// Taken back.
    Withdrawn,
}

super::class::codes!(Outcome, {
    Open = "open", "members-outcome-open";
    Admitted = "admitted", "members-outcome-admitted";
    Refused = "refused", "members-outcome-refused";
    Withdrawn = "withdrawn", "members-outcome-withdrawn";
});

/// Somebody who asks to be admitted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Application {
    pub(crate) number: u64,
    pub(crate) party: StateCode,
    pub(crate) class: Class,
    pub(crate) names: Names,
    pub(crate) applied_on: Date,
    pub(crate) note: String,
    pub(crate) outcome: Outcome,
    pub(crate) settled_on: Option<Date>,
    pub(crate) decision: Option<Symbol>,
}

const APPLICATION: &str = "SELECT number, party, class, name_en, name_es, name_fr, applied_on, note, outcome, settled_on, \
    decision FROM members_application";

/// Answers one application.
pub(crate) fn application(connection: &Connection, number: u64) -> Result<Option<Application>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("{APPLICATION} WHERE number = ?1"))?;
    Ok(statement.query_row([number], of_application).optional()?)
}

/// Applications that a list has at most.
const APPLICATIONS_MAX: usize = 200;

/// Answers the applications, the latest first.
pub(crate) fn applications(connection: &Connection) -> Result<Vec<Application>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("{APPLICATION} ORDER BY number DESC LIMIT ?1"))?;
    let found = statement.query_map([APPLICATIONS_MAX], of_application)?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn of_application(row: &Row<'_>) -> rusqlite::Result<Application> {
    Ok(Application {
        number: row.get(0)?,
        party: read(row, 1)?,
        class: read(row, 2)?,
        names: names_of(row, 3)?,
        applied_on: read(row, 6)?,
        note: row.get(7)?,
        outcome: read(row, 8)?,
        settled_on: maybe(row, 9)?,
        decision: maybe(row, 10)?,
    })
}

/// What is known of one point of a checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) met: bool,
    pub(crate) note: String,
}

/// Answers what is known of an application's checklist, by point.
pub(crate) fn answers(connection: &Connection, application: u64) -> Result<BTreeMap<String, Answer>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT point, met, note FROM members_answer WHERE application = ?1")?;
    let found =
        statement.query_map([application], |row| Ok((row.get(0)?, Answer { met: row.get(1)?, note: row.get(2)? })))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// An authority of a party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct InstitutionOf {
    pub(crate) number: u64,
    pub(crate) party: StateCode,
    pub(crate) field: Field,
    pub(crate) names: Names,
    pub(crate) first_on: Date,
    pub(crate) last_on: Option<Date>,
}

/// Institutions that a party has at most.
pub(crate) const INSTITUTIONS_MAX: usize = 20;

/// Answers a party's institutions, those of before too, in the order in which they were named.
pub(crate) fn institutions(connection: &Connection, party: StateCode) -> Result<Vec<InstitutionOf>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT number, party, field, name_en, name_es, name_fr, first_on, last_on FROM members_institution \
         WHERE party = ?1 ORDER BY number LIMIT ?2",
    )?;
    let found = statement.query_map((party.as_str(), INSTITUTIONS_MAX), |row| {
        Ok(InstitutionOf {
            number: row.get(0)?,
            party: read(row, 1)?,
            field: read(row, 2)?,
            names: names_of(row, 3)?,
            first_on: read(row, 6)?,
            last_on: maybe(row, 7)?,
        })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// One seat of a delegation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SeatOf {
    pub(crate) part: Part,
    pub(crate) office: String,
    pub(crate) institution: u64,
}

/// Seats that a delegation has at most.
pub(crate) const SEATS_MAX: usize = 12;

/// Answers who sits in a party's delegation to a meeting, or in the one between meetings.
pub(crate) fn seats(
    connection: &Connection,
    party: StateCode,
    meeting: Option<&Symbol>,
) -> Result<Vec<SeatOf>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT part, office, institution FROM members_seat WHERE party = ?1 AND meeting = ?2 ORDER BY turn",
    )?;
    let found = statement.query_map((party.as_str(), meeting.map_or("", Symbol::as_str)), |row| {
        Ok(SeatOf { part: read(row, 0)?, office: row.get(1)?, institution: row.get(2)? })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Answers for which meetings a party has named a delegation, the latest symbol first.
pub(crate) fn delegated(connection: &Connection, party: StateCode) -> Result<Vec<Symbol>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT DISTINCT meeting FROM members_seat WHERE party = ?1 AND meeting <> '' ORDER BY meeting DESC LIMIT ?2",
    )?;
    let found = statement.query_map((party.as_str(), STANDINGS_MAX), |row| read(row, 0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// A body in one of its forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BodyOf {
    pub(crate) code: String,
    pub(crate) first_on: Date,
    pub(crate) last_on: Option<Date>,
    pub(crate) kind: BodyKind,
    pub(crate) names: Names,
    pub(crate) parent: Option<String>,
    pub(crate) meetings_a_year: u16,
    pub(crate) chair: Chair,
    pub(crate) coordinator: Option<StateCode>,
    pub(crate) decision: Option<Symbol>,
}

/// Forms of bodies that are read at most.
const FORMS_MAX: usize = 1_000;

/// Answers every form of every body, by code and day.
pub(crate) fn bodies(connection: &Connection) -> Result<Vec<BodyOf>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT code, first_on, last_on, kind, name_en, name_es, name_fr, parent, meetings_a_year, chair, coordinator, \
         decision FROM members_body ORDER BY code, first_on LIMIT ?1",
    )?;
    let found = statement.query_map([FORMS_MAX], |row| {
        Ok(BodyOf {
            code: row.get(0)?,
            first_on: read(row, 1)?,
            last_on: maybe(row, 2)?,
            kind: read(row, 3)?,
            names: names_of(row, 4)?,
            parent: row.get(7)?,
            meetings_a_year: row.get(8)?,
            chair: read(row, 9)?,
            coordinator: maybe(row, 10)?,
            decision: maybe(row, 11)?,
        })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Answers what a body was called last; none where nobody wrote such a body down.
pub(crate) fn body_called(connection: &Connection, code: &str) -> Result<Option<Names>, StoreError> {
    Ok(bodies(connection)?.into_iter().rfind(|body| body.code == code).map(|body| body.names))
}

/// Answers what a body was called on a day, in the three languages; none where it did not sit then.
///
/// # Errors
/// When the tables cannot be read.
pub fn body_name_on(connection: &Connection, code: &str, day: Date) -> Result<Option<Names>, StoreError> {
    let forms = bodies(connection)?.into_iter().filter(|body| body.code == code);
    let on = |body: &BodyOf| body.first_on <= day && body.last_on.is_none_or(|last_on| day <= last_on);
    Ok(forms.into_iter().find(on).map(|body| body.names))
}

fn names_of(row: &Row<'_>, at: usize) -> rusqlite::Result<Names> {
    Ok(Names { en: row.get(at)?, es: row.get(at + 1)?, fr: row.get(at + 2)? })
}

pub(super) fn read<T: FromStr>(row: &Row<'_>, at: usize) -> rusqlite::Result<T>
where
    T::Err: std::error::Error + Send + Sync + 'static,
{
    let text: String = row.get(at)?;
    text.parse().map_err(|error| unreadable(at, error))
}

pub(super) fn maybe<T: FromStr>(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<T>>
where
    T::Err: std::error::Error + Send + Sync + 'static,
{
    let text: Option<String> = row.get(at)?;
    text.map(|text| text.parse().map_err(|error| unreadable(at, error))).transpose()
}

fn unreadable(at: usize, error: impl std::error::Error + Send + Sync + 'static) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(at, Type::Text, Box::new(error))
}
