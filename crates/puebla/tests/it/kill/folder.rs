//! A data folder with the people of the load: one for each client, with a token, a session and sessions to end.

use std::path::Path;

use base::access::Purpose;
use base::clock::Clock;
use base::identity::people::{self, NewPerson};
use base::identity::profile::{InForce, RCM};
use base::identity::sessions::{Sessions, TokenSpec};
use base::identity::{BASE, Caller, Factor, FirstPerson, make};
use base::store::{Database, StoreError};
use jiff::SignedDuration;
use uuid::Uuid;

/// Sessions that a client may end, one after the other.
const SPARE: usize = 30;

/// Who works in a folder: a State's code, a role and the purpose worked for.
pub const CLIENTS: [(&str, &str, Purpose); 8] = [
    ("GTM", "issuing_authority", Purpose::DocumentIssuance),
    ("MEX", "issuing_authority", Purpose::DocumentIssuance),
    ("HND", "issuing_authority", Purpose::DocumentIssuance),
    ("PAN", "issuing_authority", Purpose::DocumentIssuance),
    ("CRI", "border_officer", Purpose::BorderControl),
    ("CAN", "border_officer", Purpose::BorderControl),
    ("SLV", "document_examiner", Purpose::DocumentExamination),
    ("DOM", "document_examiner", Purpose::DocumentExamination),
];

/// What everybody here types.
pub use base::specimen::PASSWORD;

/// Who runs the machine.
pub const OPERATOR: &str = "ivan.operator";

/// Somebody with everything they need to ask.
#[derive(Clone, Debug)]
pub struct Person {
    pub id: Uuid,
    pub state: &'static str,
    pub purpose: Purpose,
    pub token: String,
    pub session: Session,
    pub spare: Vec<Session>,
}

/// A session of a browser.
#[derive(Clone, Debug)]
pub struct Session {
    pub id: Uuid,
    pub cookie: String,
    pub csrf: String,
}

/// Makes the folder and answers the people, in the order of [`CLIENTS`].
pub fn make_folder(path: &Path) -> Vec<Person> {
    let mut people = make_folder_with_operator(path);
    people.truncate(CLIENTS.len());
    people
}

/// The same, with the operator after them.
pub fn make_folder_with_operator(path: &Path) -> Vec<Person> {
    let at = Clock::system().now();
    let clients = CLIENTS.iter().map(|(state, role, _)| first(state, &user_name(state), role));
    let people: Vec<FirstPerson> = clients.chain([first("XSV", OPERATOR, "operator")]).collect();
    make(path, RCM, &people, at).expect("a data folder");
    let base = Database::open(path, &BASE).expect("the base");
    let signed_in = base.write_blocking(move |now| {
        let profile = InForce::read(now, at)?;
        let clients = CLIENTS.map(|(state, _, purpose)| (state, user_name(state), purpose));
        clients
            .into_iter()
            .chain([("XSV", OPERATOR.to_owned(), Purpose::Operation)])
            .map(|(state, user_name, purpose)| {
                let known = people::caller_by_name(now, &profile, &user_name)?;
                let caller = Caller { factor: Factor::Code, ..known.ok_or(StoreError::Refused("nobody"))? };
                let sessions = Sessions::default();
                let start = || {
                    let fresh = sessions.start(now, &caller, Factor::Code, at)?;
                    sessions.choose(now, fresh.id, purpose)?;
                    let csrf = sessions.by_cookie(&fresh.secret, at).map(|caller| caller.csrf.clone());
                    Ok(Session { id: fresh.id, cookie: fresh.secret, csrf: csrf.unwrap_or_default() })
                };
                let ends_at = at + SignedDuration::from_hours(24);
                let load = TokenSpec { name: "load".into(), purposes: vec![purpose], feed: None, ends_at };
                let token = sessions.make_token(now, &caller, &load, at)?.secret;
                let spare = (0..SPARE).map(|_| start()).collect::<Result<_, StoreError>>()?;
                Ok(Person { id: caller.person, state, purpose, token, session: start()?, spare })
            })
            .collect::<Result<Vec<Person>, StoreError>>()
    });
    signed_in.expect("people signed in")
}

/// Answers a session of whoever runs the machine, in a folder that nobody serves.
pub fn operator_session(path: &Path) -> Session {
    let at = Clock::system().now();
    let base = Database::open(path, &BASE).expect("the base");
    let started = base.write_blocking(move |now| {
        let profile = InForce::read(now, at)?;
        let known = people::caller_by_name(now, &profile, OPERATOR)?.ok_or(StoreError::Refused("nobody"))?;
        let sessions = Sessions::default();
        let fresh = sessions.start(now, &Caller { factor: Factor::Code, ..known }, Factor::Code, at)?;
        sessions.choose(now, fresh.id, Purpose::Operation)?;
        let csrf = sessions.by_cookie(&fresh.secret, at).map(|caller| caller.csrf.clone());
        Ok::<_, StoreError>(Session { id: fresh.id, cookie: fresh.secret, csrf: csrf.unwrap_or_default() })
    });
    started.expect("a session")
}

/// Answers what the client of a State types to sign in, with [`PASSWORD`].
pub fn user_name(state: &str) -> String {
    format!("{}.client", state.to_lowercase())
}

fn first(state: &str, user_name: &str, role: &str) -> FirstPerson {
    let person = NewPerson {
        user_name: user_name.to_owned(),
        name: format!("Specimen {state}"),
        party: state.parse().expect("a code"),
        institution: "Specimen".to_owned(),
        post: None,
        roles: vec![role.to_owned()],
        language: None,
    };
    FirstPerson { person, password: Some(PASSWORD.to_owned()) }
}
