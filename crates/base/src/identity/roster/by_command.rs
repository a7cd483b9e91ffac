//! The same acts for commands on the folder: a person is named by what they type to sign in.

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::super::MadePerson;
use super::super::people::NewPerson;
use super::{ADMINISTRATOR, Enrol, Found, List, Reset, Suspend, act, enrol, queries, reset, suspend};
use crate::access::{Permit, Resource};
use crate::desk::Permitted;
use crate::store::StoreError;
use crate::web::Refusal;

/// A person as a command lists them.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Listed {
    /// What they type to sign in.
    pub user_name: String,
    /// Their name.
    pub name: String,
    /// Role codes.
    pub roles: Vec<String>,
    /// Their post's name.
    pub post: Option<String>,
    /// False while suspended.
    pub active: bool,
}

/// Answers the people of the caller's own State, by name.
pub async fn list(permitted: Permitted<List>) -> Result<Vec<Listed>, Refusal> {
    let reader = permitted.open(Resource::room()).await?;
    let (mut people, mut page) = (Vec::new(), 1);
    loop {
        let (some, total) = queries::page(&reader, "", page)?;
        people.extend(some.into_iter().map(|one| Listed {
            user_name: one.user_name,
            name: one.name,
            roles: one.roles,
            post: one.post,
            active: one.active,
        }));
        if page * queries::PAGE_ROWS >= total {
            return Ok(people);
        }
        page += 1;
    }
}

/// Enrols somebody of the caller's own State, and answers their first password.
pub async fn enrol(permitted: Permitted<Enrol>, person: NewPerson) -> Result<MadePerson, Refusal> {
    let reader = permitted.open(Resource::of(person.party, "new".to_owned())).await?;
    Ok(enrol::enrol(&reader, person, |_| Ok(())).await?)
}

/// Gives a party in which no administrator can sign in its first one, and answers their first password.
///
/// Errors: `Conflict` when the party has one, who is then the one to ask.
pub async fn found(permitted: Permitted<Found>, person: NewPerson) -> Result<MadePerson, Refusal> {
    let party = person.party;
    let reader = permitted.open(Resource::of(party, "new".to_owned())).await?;
    let now = reader.now();
    let person = NewPerson { roles: vec![ADMINISTRATOR.to_owned()], ..person };
    // In the transaction that enrols: of two who found one party at once, one does.
    let nobody_yet = move |connection: &Connection| {
        let others = queries::other_administrators(connection, party, [Uuid::nil(); 2], now)?;
        if !others.is_empty() { Err(StoreError::Refused("people-has-administrator")) } else { Ok(()) }
    };
    Ok(enrol::enrol(&reader, person, nobody_yet).await?)
}

/// Suspends somebody of the caller's own State.
pub async fn suspend(permitted: Permitted<Suspend>, user_name: &str) -> Result<(), Refusal> {
    let id = id(&permitted, user_name)?;
    let (reader, person) = act::open(permitted, &id).await?;
    suspend::suspend(&reader, &person).await
}

/// Lets somebody suspended sign in again.
pub async fn take_back(permitted: Permitted<Suspend>, user_name: &str) -> Result<(), Refusal> {
    let id = id(&permitted, user_name)?;
    let (reader, person) = act::open(permitted, &id).await?;
    suspend::take_back(&reader, &person).await
}

/// Gives somebody a new first password, takes their one-time codes away, and answers the password.
pub async fn reset(permitted: Permitted<Reset>, user_name: &str) -> Result<MadePerson, Refusal> {
    let id = id(&permitted, user_name)?;
    let (reader, person) = act::open(permitted, &id).await?;
    reset::reset(&reader, &person).await
}

/// Answers the id behind a user name, for the desk to decide about; a name nobody has becomes an id nobody has.
fn id<P: Permit>(permitted: &Permitted<P>, user_name: &str) -> Result<String, StoreError> {
    let find = "SELECT id FROM person WHERE user_name = ?1";
    let found: Option<Uuid> =
        permitted.ground().base.read(|base| Ok(base.query_row(find, [user_name], |row| row.get(0)).optional()?))?;
    Ok(found.unwrap_or_default().to_string())
}
