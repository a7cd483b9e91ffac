//! The people of the table's columns, invented anew for each shift.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};

use base::access::Purpose;
use base::identity::people::caller_by_name;
use base::identity::profile::{LAGOON, RCM};
use base::identity::sessions::TokenSpec;
use base::identity::{Caller, Factor};
use base::specimen::{Session, Specimen};

use super::asking::{body_as_anywhere, request};
use super::table::Row;

/// Somebody who asks.
pub struct Person {
    /// Code of the column.
    pub column: String,
    /// With a browser; none for nobody.
    pub session: Option<Session>,
    /// With a program; none for nobody.
    pub token: Option<String>,
    /// The purpose they work for.
    pub purpose: Option<Purpose>,
    /// Where they ask from.
    pub address: [u8; 4],
    /// What an address that does not exist answers them, as page and to a program.
    absent: BTreeMap<bool, String>,
}

/// Everyone, in the order of the columns.
pub struct People {
    /// One a column.
    pub all: Vec<Person>,
}

/// A process and its parties for which people ask; the table holds for every process alike.
pub struct Cast {
    /// The profile of the process.
    pub profile: &'static str,
    /// The State whose records are asked about.
    pub own: &'static str,
    /// Another State.
    pub other: &'static str,
    /// A State of which nobody asks.
    pub third: &'static str,
    /// An observer.
    pub observer: &'static str,
    /// The secretariat.
    pub secretariat: &'static str,
}

/// Both processes that tests run.
pub const CASTS: [Cast; 2] = [
    Cast { profile: RCM, own: "HND", other: "GTM", third: "PAN", observer: "COL", secretariat: "XSV" },
    Cast { profile: LAGOON, own: "QMA", other: "QMB", third: "QMC", observer: "QMO", secretariat: "QMS" },
];

/// Which of a cast's parties.
type Party = fn(&Cast) -> &'static str;
const OWN: Party = |cast| cast.own;
const OTHER: Party = |cast| cast.other;
const OBSERVER: Party = |cast| cast.observer;
const SECRETARIAT: Party = |cast| cast.secretariat;

/// What a column stands for: party, role, purpose.
const ROLES: [(&str, Party, &str, Purpose); 32] = [
    ("of", OWN, "border_officer", Purpose::BorderControl),
    ("ex", OWN, "document_examiner", Purpose::DocumentExamination),
    ("eb", OWN, "document_examiner", Purpose::BorderControl),
    ("co", OWN, "document_examiner", Purpose::DocumentExamination),
    ("st", OWN, "data_steward", Purpose::DataStewardship),
    ("is", OWN, "issuing_authority", Purpose::DocumentIssuance),
    ("ad", OWN, "state_administrator", Purpose::Administration),
    ("de", OWN, "delegate", Purpose::Secretariat),
    ("ov", OWN, "oversight", Purpose::Oversight),
    ("al", OWN, "alert_officer", Purpose::AlertIssuance),
    ("ch", OWN, "child_protection", Purpose::ChildProtection),
    ("re", OWN, "redress_officer", Purpose::Redress),
    ("pa", OWN, "redress_panel", Purpose::Redress),
    ("OF", OTHER, "border_officer", Purpose::BorderControl),
    ("EX", OTHER, "document_examiner", Purpose::DocumentExamination),
    ("ST", OTHER, "data_steward", Purpose::DataStewardship),
    ("IS", OTHER, "issuing_authority", Purpose::DocumentIssuance),
    ("AD", OTHER, "state_administrator", Purpose::Administration),
    ("DE", OTHER, "delegate", Purpose::Secretariat),
    ("OV", OTHER, "oversight", Purpose::Oversight),
    ("AL", OTHER, "alert_officer", Purpose::AlertIssuance),
    ("CH", OTHER, "child_protection", Purpose::ChildProtection),
    ("RE", OTHER, "redress_officer", Purpose::Redress),
    ("PA", OTHER, "redress_panel", Purpose::Redress),
    ("od", OBSERVER, "delegate", Purpose::Secretariat),
    ("oa", OBSERVER, "state_administrator", Purpose::Administration),
    ("sc", SECRETARIAT, "coordinator", Purpose::Secretariat),
    ("so", SECRETARIAT, "operator", Purpose::Operation),
    ("sa", SECRETARIAT, "state_administrator", Purpose::Administration),
    ("sv", SECRETARIAT, "oversight", Purpose::Oversight),
    ("xs", OWN, "document_examiner", Purpose::DocumentExamination),
    ("xp", OWN, "document_examiner", Purpose::DocumentExamination),
];

impl People {
    /// Enrols everyone and signs them in.
    pub async fn of(specimen: &Specimen, cast: &Cast, columns: &[String]) -> Self {
        let mut all = Vec::new();
        for column in columns {
            let mut person = somebody(specimen, cast, column);
            if let ("xs", Some(session)) = (column.as_str(), &person.session) {
                suspend(specimen, cast, session).await;
            }
            for api in [false, true] {
                let path = if api { "/api/v1/nothing-of-that-name" } else { "/nothing-of-that-name" };
                let answer = specimen.send(request(&person, "GET", path, None)).await;
                person.absent.insert(api, body_as_anywhere(&answer.body, path));
            }
            all.push(person);
        }
        People { all }
    }

    /// Answers the session of the examiner whose drafts the table speaks of.
    pub fn author(&self) -> &Session {
        let author = self.all.iter().find(|person| person.column == "ex").and_then(|person| person.session.as_ref());
        author.expect("the examiner's column")
    }
}

impl Person {
    /// Answers what they are told where there is nothing.
    pub fn absent(&self, row: &Row) -> String {
        self.absent[&row.is_api()].clone()
    }
}

fn somebody(specimen: &Specimen, cast: &Cast, column: &str) -> Person {
    // Counted, so that no two share an address and its rate.
    static ADDRESSES: AtomicU16 = AtomicU16::new(1);
    let [a, b] = ADDRESSES.fetch_add(1, Ordering::Relaxed).to_be_bytes();
    let mut person = Person {
        column: column.to_owned(),
        session: None,
        token: None,
        purpose: None,
        address: [192, 168, a, b],
        absent: BTreeMap::new(),
    };
    // `--` is nobody; `xf` is an examiner who proved no more than a password. With a dash behind, somebody of that column
    // proved a code and no more, whatever their role asks for.
    let (code, most) = match column.strip_suffix('-').filter(|code| !code.is_empty() && *code != "-") {
        Some(code) => (code, Factor::Code),
        None if column == "xf" => ("ex", Factor::Password),
        None => (column, Factor::Passkey),
    };
    let Some((_, party, role, purpose)) = ROLES.iter().find(|(known, ..)| *known == code) else {
        assert_eq!(column, "--", "a column that nobody stands for");
        return person;
    };
    // Of the State that presides, who acts for the presidency is a delegate too.
    let roles = if code == "DE" { vec![*role, "presidency"] } else { vec![*role] };
    let name = specimen.enrol(
        party(cast),
        &format!("{}-{}", code.to_lowercase(), hex::encode(rand::random::<[u8; 6]>())),
        &roles,
    );
    person.purpose = Some(*purpose).filter(|_| column != "xp");
    // As strong as their role asks for, where nothing else is said.
    let asked = specimen.ground.identity.profile().roles.get(*role).map_or(Factor::Code, |role| role.factor);
    let factor = asked.min(most);
    person.token = Some(token(specimen, &name, *purpose, factor));
    person.session = Some(specimen.sign_in_by(&name, person.purpose, factor));
    person
}

/// Makes a token as the account page does, for a session that has proved that much.
fn token(specimen: &Specimen, name: &str, purpose: Purpose, factor: Factor) -> String {
    let identity = &specimen.ground.identity;
    let (profile, sessions) = (identity.profile(), Arc::clone(identity.sessions()));
    let (name, at) = (name.to_owned(), specimen.clock.now());
    let made = specimen.ground.base.write_blocking(move |connection| {
        let person = caller_by_name(connection, &profile, &name)?.expect("somebody enrolled");
        let proved = Caller { factor, ..person };
        let ends_at = at + jiff::SignedDuration::from_hours(24);
        let wanted = TokenSpec { name: "rights".into(), purposes: vec![purpose], feed: None, ends_at };
        sessions.make_token(connection, &proved, &wanted, at)
    });
    made.expect("a token").secret
}

/// Suspends somebody as their State's administrator does, while they are signed in.
async fn suspend(specimen: &Specimen, cast: &Cast, person: &Session) {
    let administrator = specimen.signed_in(cast.own, "state_administrator", Purpose::Administration);
    let answer = specimen.post(&administrator, &format!("/people/{}/suspend", person.caller.person), &[]).await;
    assert_eq!(answer.status, 303, "suspended");
}
