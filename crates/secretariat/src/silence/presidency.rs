//! Who decides, who may comment and who presides on a day: frozen into each round as it is opened.

use base::identity::profile::InForce;
use base::store::StoreError;
use base::web::{InputFault, Refusal, Said};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use journal::StateCode;
use rusqlite::Connection;

use crate::members::{Class, parties_on, presiding_on};

/// The parties of a round.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Parties {
    /// States whose silence is asked.
    pub(super) electorate: Vec<StateCode>,
    /// Who may read and comment.
    pub(super) observers: Vec<StateCode>,
    /// Who presides.
    pub(super) chairs: Vec<StateCode>,
}

/// Refuses a deadline at which an elector will be a member no longer: a State is not asked beyond its own last day, which may be
/// known already.
///
/// Errors: `Invalid` with the State; what the store says.
pub(super) fn stays(
    connection: &Connection,
    profile: &InForce,
    electorate: &[StateCode],
    deadline: Timestamp,
) -> Result<(), Refusal> {
    let then = parties(connection, profile, deadline)?.electorate;
    match electorate.iter().find(|party| !then.contains(party)) {
        Some(party) => {
            let said = Said::plain("silence-fault-leaves").with("party", party.as_str());
            Err(Refusal::Invalid(vec![InputFault::field("deadline", "leaves", said)]))
        }
        None => Ok(()),
    }
}

/// Answers the parties of the day that it then is at the seat.
pub(super) fn parties(connection: &Connection, profile: &InForce, at: Timestamp) -> Result<Parties, StoreError> {
    let day = TimeZone::get(&profile.zone).unwrap_or(TimeZone::UTC).to_datetime(at).date();
    let mut parties = Parties { chairs: presiding_on(connection, day)?.into_iter().collect(), ..Parties::default() };
    for (party, class) in parties_on(connection, profile, day)? {
        match class {
            Class::Member => parties.electorate.push(party),
            Class::ObserverState | Class::ObserverOrganisation => parties.observers.push(party),
            _ => {}
        }
    }
    Ok(parties)
}
