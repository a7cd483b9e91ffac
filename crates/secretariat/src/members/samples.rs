//! Invented parties for the tests of this room.

#![allow(clippy::unwrap_used)]

use base::access::Purpose;
use base::desk::by_rule;
use base::ground::Puebla;
use base::identity::people::{self, NewPerson};
use base::specimen::{Session, Specimen};
use base::store::{Stamp, StoreError};
use jiff::civil::date;
use uuid::Uuid;

use super::entries::{MemberEntry, Term};

pub(crate) use crate::meetings::samples::{
    api_get, coordinator, coordinator_token, delegate, get_in, path_of, specimen, specimen_of,
};

/// The points of an observer organisation's checklist.
pub(crate) const ORGANISATION: &[&str] = &["principles", "mandate", "application"];

/// What tests of this room ask of a server beside what every room does.
pub(crate) trait Swept {
    /// Lets time do what it does.
    fn sweep(&self);
    /// Tries to enrol somebody of a party, which only a party can.
    fn enrolled(&self, party: &str) -> Result<(), StoreError>;
}

impl Swept for Specimen {
    fn sweep(&self) {
        self.ground.sweep().unwrap();
    }

    fn enrolled(&self, party: &str) -> Result<(), StoreError> {
        let (profile, at) = (self.ground.identity.profile(), self.clock.now());
        let person = NewPerson {
            user_name: format!("{}.{}", party.to_lowercase(), rand_number(at)),
            name: "Specimen".to_owned(),
            party: party.parse().unwrap(),
            institution: "Specimen institution".to_owned(),
            post: None,
            roles: vec!["delegate".to_owned()],
            language: None,
        };
        self.ground
            .base
            .write_blocking(move |connection| people::enrol(connection, &profile, &person, None, at).map(|_| ()))
    }
}

fn rand_number(at: jiff::Timestamp) -> i64 {
    use std::sync::atomic::{AtomicI64, Ordering};
    static TURN: AtomicI64 = AtomicI64::new(0);
    at.as_second() + TURN.fetch_add(1, Ordering::Relaxed)
}

/// Enters that some States preside together from the year 2000 on, and lets it hold.
pub(crate) fn preside(ground: &Puebla, secretariat: &str, chairs: &[&str]) {
    let (state, at) = (secretariat.parse().unwrap(), ground.clock.now());
    let stamp = Stamp { state, person: Uuid::nil(), purpose: Purpose::Secretariat, at };
    let term = |party: &&str| Term {
        party: party.parse().unwrap(),
        first_on: date(2000, 1, 1),
        last_on: None,
        decision: None,
    };
    let terms: Vec<Term> = chairs.iter().map(term).collect();
    by_rule(ground.database("secretariat").unwrap(), stamp, move |entries| {
        terms.into_iter().try_for_each(|term| entries.append(&MemberEntry::Term(term)).map(|_| ()))
    })
    .unwrap();
    ground.sweep().unwrap();
}

/// Makes a token of a secretariat's coordinator.
pub(crate) fn token_of(specimen: &Specimen, secretariat: &str) -> String {
    let name = format!("{}.machine", secretariat.to_lowercase());
    let user_name = specimen.enrol(secretariat, &name, &["coordinator"]);
    specimen.token(&user_name, &[Purpose::Secretariat])
}

/// Fills the form of an application in.
pub(crate) fn application<'a>(party: &'a str, class: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("party", party),
        ("class", class),
        ("name_en", if party == "XSI" { "Specimen XSI" } else { "Specimen" }),
        ("name_es", "Muestra"),
        ("name_fr", "Spécimen"),
        ("applied_on-day", "1"),
        ("applied_on-month", "2"),
        ("applied_on-year", "2026"),
    ]
}

/// Writes an application down and answers its path.
pub(crate) async fn apply(specimen: &Specimen, session: &Session, party: &str, class: &str) -> String {
    path_of(specimen.post(session, "/members/applications/new", &application(party, class)).await)
}

/// Answers points of a checklist.
pub(crate) async fn answer_all(specimen: &Specimen, session: &Session, path: &str, points: &[&str], met: &str) {
    for point in points {
        let sent = [("act", "answer"), ("point", point), ("met", met), ("note", "By letter")];
        assert_eq!(specimen.post(session, path, &sent).await.status, 303, "{point}");
    }
}

/// Fills the form of an admission in, from a day of the form 2026-03-01.
pub(crate) fn admission<'a>(first_on: &'a str, decision: &'a str) -> Vec<(&'a str, &'a str)> {
    let mut parts = first_on.split('-');
    let (year, month, day) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
    vec![("act", "admit"), ("decision", decision), ("on-day", day), ("on-month", month), ("on-year", year)]
}

/// Fills the form of an invitation in, from 2 March 2026.
pub(crate) fn guest<'a>(party: &'a str, meeting: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("party", party),
        ("name_en", "Specimen guest"),
        ("name_es", "Invitado de muestra"),
        ("name_fr", "Invité spécimen"),
        ("meeting", meeting),
        ("first_on-day", "2"),
        ("first_on-month", "3"),
        ("first_on-year", "2026"),
    ]
}

/// Fills the form of an institution in, but for what it stands for.
pub(crate) fn institution() -> [(&'static str, &'static str); 7] {
    [
        ("act", "institution"),
        ("name_en", "Specimen ministry"),
        ("name_es", "Ministerio de muestra"),
        ("name_fr", "Ministère spécimen"),
        ("first_on-day", "1"),
        ("first_on-month", "1"),
        ("first_on-year", "2026"),
    ]
}

/// Calls a meeting of one day, in UTC.
pub(crate) async fn meeting(specimen: &Specimen, symbol: &str, day: &str, more: &[(&str, &str)]) {
    let mut parts = day.split('-');
    let (year, month, day) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
    let series = format!("S{}", symbol.replace('/', ""));
    let called = [
        ("symbol", symbol),
        ("series", &series),
        ("number", "1"),
        ("title_en", "Specimen"),
        ("title_es", "Muestra"),
        ("host", "MEX"),
        ("first_on-day", day),
        ("first_on-month", month),
        ("first_on-year", year),
        ("last_on-day", day),
        ("last_on-month", month),
        ("last_on-year", year),
        ("zone", "UTC"),
        ("place", "Arenal"),
    ];
    let session = coordinator(specimen);
    let sent = [&called[..], more].concat();
    path_of(specimen.post(&session, "/meetings/plan", &sent).await);
}

/// Answers the number that a JSON answer begins with.
pub(crate) fn number_in(body: &str) -> u64 {
    let digits = body.split("\"number\":").nth(1).unwrap();
    digits.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap()
}
