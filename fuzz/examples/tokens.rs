//! Enrols people in a demonstration's folder that nobody serves, makes a token for each, and prints them as JSON: for
//! `tests/api`, which sends more calls than one person may.

use std::io::Write;
use std::path::PathBuf;

use base::access::Purpose;
use base::clock::Clock;
use base::identity::people::{self, NewPerson};
use base::identity::profile::InForce;
use base::identity::sessions::{Sessions, TokenSpec};
use base::identity::{BASE, Caller, Factor};
use base::store::{Database, StoreError};
use jiff::SignedDuration;
use serde_json::json;

/// Of which State, in which role, for which purpose, and how many.
const PEOPLE: [(&str, &str, Purpose, usize); 13] = [
    ("HND", "issuing_authority", Purpose::DocumentIssuance, 40),
    ("HND", "document_examiner", Purpose::DocumentExamination, 20),
    ("HND", "border_officer", Purpose::BorderControl, 8),
    ("HND", "data_steward", Purpose::DataStewardship, 4),
    ("GTM", "issuing_authority", Purpose::DocumentIssuance, 4),
    ("XSV", "operator", Purpose::Operation, 24),
    ("GTM", "oversight", Purpose::Oversight, 4),
    ("XSV", "coordinator", Purpose::Secretariat, 8),
    ("HND", "delegate", Purpose::Secretariat, 4),
    ("PAN", "presidency", Purpose::Secretariat, 4),
    ("HND", "alert_officer", Purpose::AlertIssuance, 4),
    ("HND", "child_protection", Purpose::ChildProtection, 4),
    ("HND", "redress_officer", Purpose::Redress, 4),
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder: PathBuf = std::env::args_os().nth(1).ok_or("usage: tokens FOLDER")?.into();
    let at = Clock::system().now();
    let base = Database::open(&folder, &BASE)?;
    let made = base.write_blocking(move |connection| {
        let profile = InForce::read(connection, at)?;
        let mut made = Vec::new();
        for (state, role, purpose, count) in PEOPLE {
            for turn in 0..count {
                let name = format!("{}.{role}.{turn}", state.to_lowercase());
                people::enrol(connection, &profile, &person(state, role, &name), None, at)?;
                let known = people::caller_by_name(connection, &profile, &name)?;
                let known = known.ok_or(StoreError::Refused("nobody"))?;
                // As strong as their role asks for, and never less than a code.
                let factor = if known.needs == Factor::Passkey { Factor::Passkey } else { Factor::Code };
                let caller = Caller { factor, ..known };
                let ends_at = at + SignedDuration::from_hours(24);
                let wanted = TokenSpec { name: "attack".to_owned(), purposes: vec![purpose], feed: None, ends_at };
                let token = Sessions::default().make_token(connection, &caller, &wanted, at)?;
                made.push(json!({ "state": state, "role": role, "purpose": purpose.code(), "token": token.secret }));
            }
        }
        Ok::<_, StoreError>(made)
    })?;
    serde_json::to_writer(std::io::stdout(), &made)?;
    writeln!(std::io::stdout())?;
    Ok(())
}

fn person(state: &str, role: &str, name: &str) -> NewPerson {
    NewPerson {
        user_name: name.to_owned(),
        name: format!("Specimen {name}"),
        party: state.parse().expect("a State"),
        institution: "Specimen".to_owned(),
        post: None,
        roles: vec![role.to_owned()],
        language: None,
    }
}
