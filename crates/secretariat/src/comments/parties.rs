//! Who is asked, who is welcome and who convenes on a day: frozen into each round as it is convened.

use base::identity::PartyKind;
use base::identity::profile::InForce;
use base::store::StoreError;
use jiff::civil::Date;
use journal::StateCode;
use rusqlite::Connection;

use crate::members::{Class, parties_on, presiding_on};

/// The parties of a round.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Parties {
    /// Members, who are asked.
    pub(super) asked: Vec<StateCode>,
    /// Observers, who may be welcome.
    pub(super) observers: Vec<StateCode>,
    /// The presidency and the secretariat.
    pub(super) conveners: Vec<StateCode>,
}

/// Answers the parties of a day.
pub(super) fn parties(connection: &Connection, profile: &InForce, day: Date) -> Result<Parties, StoreError> {
    let mut parties = Parties { conveners: presiding_on(connection, day)?.into_iter().collect(), ..Parties::default() };
    let seat = profile.parties.iter().filter(|(_, party)| party.kind == PartyKind::Secretariat);
    parties.conveners.extend(seat.map(|(code, _)| *code));
    for (party, class) in parties_on(connection, profile, day)? {
        match class {
            Class::Member => parties.asked.push(party),
            Class::ObserverState | Class::ObserverOrganisation => parties.observers.push(party),
            Class::Network | Class::Guest => {}
        }
    }
    Ok(parties)
}
