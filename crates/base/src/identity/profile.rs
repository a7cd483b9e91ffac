//! The process profile: which parties, which roles, which purposes. Data, so that eleven States is never a constant.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use jiff::{Timestamp, civil};
use rusqlite::{Connection, OptionalExtension};
use serde::Deserialize;

use super::seats::seat_all;
use super::{Factor, PartyKind};
use crate::access::Purpose;
use crate::ids::StateCode;
use crate::store::StoreError;
use crate::words::Language;

/// The Regional Conference on Migration: the first process served.
pub const RCM: &str = include_str!("../../profiles/rcm.toml");

/// An invented process with other numbers, for tests.
pub const LAGOON: &str = include_str!("../../profiles/lagoon.toml");

/// A name in the three languages.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// English.
    pub en: String,
    /// Spanish.
    pub es: String,
    /// French.
    pub fr: String,
}

impl Named {
    /// Answers the name in one language.
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::En => &self.en,
            Language::Es => &self.es,
            Language::Fr => &self.fr,
        }
    }
}

/// A profile as its file says it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// The process itself.
    pub process: Process,
    /// Its parties.
    pub party: Vec<Party>,
    /// The roles its people may hold.
    pub role: Vec<Role>,
    /// Points that a house goes through before it decides something.
    #[serde(default)]
    pub checklist: Vec<Point>,
    /// What it has agreed on as numbers, under the names that houses give; a name's ending says the unit.
    #[serde(default)]
    pub rules: BTreeMap<String, i64>,
}

/// One point of a checklist.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// Which list it stands in, a name of the house.
    pub list: String,
    /// Its code, which answers name.
    pub code: String,
    /// What must be so.
    pub text: Named,
}

/// The process itself.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Process {
    /// Short code, used in the references of records.
    pub code: String,
    /// IANA zone of the secretariat's seat.
    pub zone: String,
    /// How many preside together.
    pub chairs: u8,
    /// Its name.
    pub name: Named,
}

/// A State or organisation.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// Three letters.
    pub code: StateCode,
    /// `member`, `observer` or `secretariat`.
    pub kind: String,
    /// Its name.
    pub name: Named,
    /// IANA zone of its capital; the seat's where it says nothing.
    #[serde(default)]
    pub zone: String,
    /// Whom another State calls about a report.
    #[serde(default)]
    pub contact: String,
    /// First day.
    pub valid_from: Option<civil::Date>,
    /// Day after the last; none while it lasts.
    pub valid_to: Option<civil::Date>,
}

/// A role people may hold.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// Code used in policies.
    pub code: String,
    /// Party kinds whose people may hold it.
    pub kinds: Vec<String>,
    /// The least its holders must prove beside a password, `code` or `passkey`; a code where it says nothing.
    pub factor: Option<String>,
    /// Purposes it may work for.
    pub purposes: Vec<String>,
    /// Its name.
    pub name: Named,
}

/// A profile that cannot be used; the text says what is wrong, with line and column where it can.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("profile: {0}")]
pub struct ProfileError(pub String);

impl Role {
    /// Answers the least its holders must prove: what the profile says, and never a password alone.
    pub fn least(&self) -> Factor {
        self.factor.as_deref().and_then(Factor::parse).unwrap_or_default()
    }
}

impl Profile {
    /// Reads a profile and checks that its parts fit each other.
    pub fn parse(text: &str) -> Result<Self, ProfileError> {
        let profile: Profile = toml::from_str(text).map_err(|error| ProfileError(error.to_string()))?;
        let wrong = |what: String| Err(ProfileError(what));
        if TimeZone::get(&profile.process.zone).is_err() {
            return wrong(format!("process.zone: no such zone: {}", profile.process.zone));
        }
        for party in &profile.party {
            if PartyKind::parse(&party.kind).is_none() {
                return wrong(format!("party {}: no such kind: {}", party.code, party.kind));
            }
            if !party.zone.is_empty() && TimeZone::get(&party.zone).is_err() {
                return wrong(format!("party {}: no such zone: {}", party.code, party.zone));
            }
        }
        for role in &profile.role {
            for purpose in &role.purposes {
                if purpose.parse::<Purpose>().is_err() {
                    return wrong(format!("role {}: no such purpose: {purpose}", role.code));
                }
            }
            if let Some(factor) =
                role.factor.as_ref().filter(|factor| !Factor::parse(factor).is_some_and(Factor::is_second))
            {
                return wrong(format!("role {}: no such factor: {factor}", role.code));
            }
            if let Some(kind) = role.kinds.iter().find(|kind| PartyKind::parse(kind).is_none()) {
                return wrong(format!("role {}: no such party kind: {kind}", role.code));
            }
        }
        Ok(profile)
    }

    /// Writes the profile into an empty base.
    pub fn store(&self, connection: &Connection) -> Result<(), StoreError> {
        let process = &self.process;
        connection.execute(
            "INSERT INTO process (code, name_en, name_es, name_fr, zone, chairs) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            (&process.code, &process.name.en, &process.name.es, &process.name.fr, &process.zone, process.chairs),
        )?;
        for party in &self.party {
            let from = party.valid_from.map_or_else(|| "1996-03-14".to_owned(), |day| day.to_string());
            connection.execute(
                "INSERT INTO party (code, kind, name_en, name_es, name_fr, contact, valid_from, valid_to, zone) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                (
                    party.code.as_str(),
                    &party.kind,
                    &party.name.en,
                    &party.name.es,
                    &party.name.fr,
                    &party.contact,
                    from,
                    party.valid_to.map(|day| day.to_string()),
                    &party.zone,
                ),
            )?;
        }
        for (name, value) in &self.rules {
            connection.execute("INSERT INTO process_rule (name, value) VALUES (?1, ?2)", (name, value))?;
        }
        for role in &self.role {
            connection.execute(
                "INSERT INTO role (code, name_en, name_es, name_fr, kinds, factor) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                (&role.code, &role.name.en, &role.name.es, &role.name.fr, role.kinds.join(","), role.least()),
            )?;
            for purpose in &role.purposes {
                connection
                    .execute("INSERT INTO role_purpose (role, purpose) VALUES (?1, ?2)", (&role.code, purpose))?;
            }
        }
        self.store_checklists(connection)
    }

    fn store_checklists(&self, connection: &Connection) -> Result<(), StoreError> {
        let mut row = connection.prepare(
            "INSERT INTO checklist (list, turn, code, text_en, text_es, text_fr) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?;
        for (turn, Point { list, code, text }) in self.checklist.iter().enumerate() {
            row.execute((list, turn + 1, code, &text.en, &text.es, &text.fr))?;
        }
        Ok(())
    }
}

/// Gives a folder from before there were checklists those of its process, where it is one of ours.
pub(super) fn complete(connection: &Connection) -> Result<(), StoreError> {
    let has: bool = connection.query_row("SELECT EXISTS (SELECT 1 FROM checklist)", [], |row| row.get(0))?;
    let code: Option<String> = connection.query_row("SELECT code FROM process", [], |row| row.get(0)).optional()?;
    for text in [RCM, LAGOON].into_iter().filter(|_| !has) {
        match Profile::parse(text) {
            Ok(ours) if Some(&ours.process.code) == code.as_ref() => ours.store_checklists(connection)?,
            _ => {}
        }
    }
    Ok(())
}

/// The profile in force, in memory.
#[derive(Clone, Debug)]
pub struct InForce {
    /// Code of the process.
    pub code: String,
    /// Its name.
    pub name: Named,
    /// The seat's zone.
    pub zone: String,
    /// The day whose parties these are.
    pub day: civil::Date,
    /// How many preside together.
    pub chairs: u8,
    /// The parties of that day, by code.
    pub parties: BTreeMap<StateCode, PartyInForce>,
    /// Roles by code.
    pub roles: BTreeMap<String, RoleInForce>,
    /// The points of each checklist, in the profile's order.
    pub checklists: BTreeMap<String, Vec<Point>>,
    /// What the process has agreed on as numbers, by name.
    pub rules: BTreeMap<String, i64>,
}

/// A party of the profile in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyInForce {
    /// What it is to the conference.
    pub kind: PartyKind,
    /// Its name.
    pub name: Named,
    /// Since when it is that.
    pub from: civil::Date,
    /// The one thing that its people see, a name of a house; empty where they are not confined.
    pub confined: String,
    /// Whether it presides.
    pub presides: bool,
    /// IANA zone of its capital; the seat's where nothing else is known.
    pub zone: String,
}

/// A role of the profile in force.
#[derive(Clone, Debug)]
pub struct RoleInForce {
    /// Its name.
    pub name: Named,
    /// Party kinds whose people may hold it.
    pub kinds: Vec<PartyKind>,
    /// The least its holders must prove.
    pub factor: Factor,
    /// Purposes it may work for.
    pub purposes: Vec<Purpose>,
}

impl InForce {
    /// Reads the profile that a base holds, with the parties of the day that it is then at the seat.
    pub fn read(connection: &Connection, at: Timestamp) -> Result<Self, StoreError> {
        let mut profile =
            connection.query_row("SELECT code, zone, chairs, name_en, name_es, name_fr FROM process", [], |row| {
                let (parties, roles) = (BTreeMap::new(), BTreeMap::new());
                let (checklists, rules) = (BTreeMap::new(), BTreeMap::new());
                let zone: String = row.get(1)?;
                Ok(InForce {
                    code: row.get(0)?,
                    day: day(&zone, at),
                    zone,
                    chairs: row.get(2)?,
                    name: named(row, 3)?,
                    parties,
                    roles,
                    checklists,
                    rules,
                })
            })?;
        let mut parties = connection.prepare(
            "SELECT code, kind, name_en, name_es, name_fr, valid_from, '', zone FROM party \
             WHERE valid_from <= ?1 AND (valid_to IS NULL OR valid_to > ?1)",
        )?;
        let mut rows = parties.query([profile.day.to_string()])?;
        while let Some(row) = rows.next()? {
            profile.parties.extend(party(row)?);
        }
        seat_all(connection, &mut profile)?;
        let seat = profile.zone.clone();
        for party in profile.parties.values_mut().filter(|party| party.zone.is_empty()) {
            party.zone.clone_from(&seat);
        }
        let mut rules = connection.prepare("SELECT name, value FROM process_rule")?;
        let rules = rules.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        profile.rules = rules.collect::<Result<_, _>>()?;
        let mut roles = connection.prepare(
            "SELECT code, kinds, factor, name_en, name_es, name_fr, \
             (SELECT group_concat(purpose) FROM role_purpose WHERE role_purpose.role = role.code) FROM role",
        )?;
        let mut rows = roles.query([])?;
        while let Some(row) = rows.next()? {
            let kinds: String = row.get(1)?;
            let purposes: Option<String> = row.get(6)?;
            let role = RoleInForce {
                kinds: kinds.split(',').filter_map(PartyKind::parse).collect(),
                factor: row.get(2)?,
                name: named(row, 3)?,
                purposes: purposes.unwrap_or_default().split(',').filter_map(|code| code.parse().ok()).collect(),
            };
            profile.roles.insert(row.get(0)?, role);
        }
        let mut points =
            connection.prepare("SELECT list, code, text_en, text_es, text_fr FROM checklist ORDER BY turn")?;
        let mut rows = points.query([])?;
        while let Some(row) = rows.next()? {
            let point = Point { list: row.get(0)?, code: row.get(1)?, text: named(row, 2)? };
            profile.checklists.entry(point.list.clone()).or_default().push(point);
        }
        Ok(profile)
    }

    /// Says whether another day has begun at the seat, on which parties may have come or gone.
    pub fn is_of_another_day(&self, now: Timestamp) -> bool {
        day(&self.zone, now) != self.day
    }
}

fn named(row: &rusqlite::Row<'_>, at: usize) -> rusqlite::Result<Named> {
    Ok(Named { en: row.get(at)?, es: row.get(at + 1)?, fr: row.get(at + 2)? })
}

/// Reads a party of a row: code, kind, three names, first day, what it is confined to, zone; none where a
/// code is none of ours.
pub(super) fn party(row: &rusqlite::Row<'_>) -> rusqlite::Result<Option<(StateCode, PartyInForce)>> {
    let code = row.get::<_, String>(0)?.parse();
    let kind = PartyKind::parse(&row.get::<_, String>(1)?);
    let from = row.get::<_, String>(5)?.parse();
    let (Ok(code), Some(kind), Ok(from)) = (code, kind, from) else { return Ok(None) };
    let (name, confined, zone) = (named(row, 2)?, row.get(6)?, row.get(7)?);
    Ok(Some((code, PartyInForce { kind, name, from, confined, presides: false, zone })))
}

fn day(zone: &str, at: Timestamp) -> civil::Date {
    TimeZone::get(zone).unwrap_or(TimeZone::UTC).to_datetime(at).date()
}

/// Answers whom to call in each party.
pub fn contacts(connection: &Connection) -> Result<BTreeMap<StateCode, String>, StoreError> {
    let mut all = connection.prepare("SELECT code, contact FROM party")?;
    let mut rows = all.query([])?;
    let mut contacts = BTreeMap::new();
    while let Some(row) = rows.next()? {
        if let Ok(party) = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?.parse() {
            contacts.insert(party, row.get(1)?);
        }
    }
    Ok(contacts)
}

/// Keeps whom to call in a party.
pub fn set_contact(connection: &Connection, party: StateCode, contact: &str) -> Result<(), StoreError> {
    connection.execute("UPDATE party SET contact = ?2 WHERE code = ?1", (party.as_str(), contact))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn both_profiles_fit() {
        let rcm = Profile::parse(RCM).unwrap();
        assert_eq!(rcm.party.iter().filter(|party| party.kind == "member").count(), 11);
        let lagoon = Profile::parse(LAGOON).unwrap();
        assert_eq!((lagoon.party.iter().filter(|party| party.kind == "member").count(), lagoon.process.chairs), (4, 2));
    }

    #[test]
    fn a_profile_with_a_wrong_purpose_says_which_role() {
        let broken = RCM.replacen("\"border_control\"", "\"curiosity\"", 1);
        assert_eq!(Profile::parse(&broken).unwrap_err().0, "role border_officer: no such purpose: curiosity");
    }

    #[test]
    fn a_role_asks_for_what_it_says_and_for_a_code_where_it_says_nothing() {
        let lagoon = Profile::parse(LAGOON).unwrap();
        let least = |code: &str| lagoon.role.iter().find(|role| role.code == code).unwrap().least();
        assert_eq!(
            ["border_officer", "document_examiner", "state_administrator", "operator"].map(least),
            [Factor::Code, Factor::Code, Factor::Passkey, Factor::Passkey]
        );
        for less in ["retina", "password"] {
            let broken = LAGOON.replacen("\"passkey\"", &format!("\"{less}\""), 1);
            assert!(Profile::parse(&broken).unwrap_err().0.ends_with(&format!("no such factor: {less}")));
        }
    }

    #[test]
    fn a_party_is_one_from_its_first_day_to_its_last() {
        use crate::specimen::Specimen;
        let from = "code = \"QMB\"\nvalid_from = \"2026-03-03\"\nvalid_to = \"2026-03-05\"";
        let profile = LAGOON.replacen("code = \"QMB\"", from, 1);
        // It is 2026-03-02, 15:00 in UTC, and the seat is where the profile says.
        let specimen = Specimen::with_profile(&[], &profile);
        let identity = &specimen.ground.identity;
        let party = "QMB".parse::<StateCode>().unwrap();
        let mut session = None;
        for there in [false, true, true, false] {
            identity.forget_ended(&specimen.ground.base, specimen.clock.now()).unwrap();
            assert_eq!(identity.profile().parties.contains_key(&party), there, "{}", identity.profile().day);
            if there && session.is_none() {
                let name = specimen.enrol("QMB", "qmb.officer", &["border_officer"]);
                session = Some(specimen.token(&name, &[Purpose::BorderControl]));
            }
            specimen.clock.advance(jiff::SignedDuration::from_hours(24));
        }
        let token = session.unwrap();
        assert!(identity.by_token(&token, None, specimen.clock.now() - jiff::SignedDuration::from_hours(72)).is_none());
        let left = specimen
            .ground
            .base
            .read(|c| Ok(c.query_row("SELECT count(*) FROM token", [], |row| row.get::<_, u64>(0))?));
        assert_eq!(left.unwrap(), 0, "whose party has gone is nobody here");
    }
}
