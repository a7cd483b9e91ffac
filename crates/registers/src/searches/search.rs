//! The act "search for a person": the page, and the function that page and program call.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use base::access::Resource;
use base::desk::Permitted;
use base::web::{Filled, InputFault, Posted, Refusal, Visit};
use maud::Markup;
use rusqlite::Connection;

use super::{SearchPerson, pages, wanted};
use crate::alerts::matches::{self, Asking, PersonAnswer, Traveller, TravellerSent};
use crate::alerts::watch;

/// What the log's detail says where nothing was looked for.
const UNREAD: &str = "unread";

/// Answers who a person could be, as a check answers it of whoever carries a document.
///
/// The line of the access log is durable before the answer, and holds a commitment to who was searched for, found or not (G-17).
///
/// Errors: `Invalid` for less than may be asked, which costs nothing; `UsedUp` and `Stopped` as `alerts::watch` says; `Conflict` where
/// the caller's State takes no part in any alert; `NotFound` for who may not search.
pub(super) async fn search(permitted: Permitted<SearchPerson>, sent: &TravellerSent) -> Result<PersonAnswer, Refusal> {
    let traveller = match wanted::read(sent) {
        Ok(traveller) => traveller,
        Err(faults) => return Err(refuse(permitted, faults).await),
    };
    let ground = Arc::clone(permitted.ground());
    // Whoever may not search is told nothing of what others have used up, and uses up nothing.
    if !ground.policy.allows::<SearchPerson>(permitted.caller(), &Resource::room()) {
        return Err(refuse(permitted, Vec::new()).await);
    }
    let turn = watch::pass_search(&permitted, &traveller).await?;
    let answer = compared(permitted, &traveller).await;
    if answer.is_err() {
        watch::give_back(&ground, &turn);
    }
    answer
}

async fn compared(permitted: Permitted<SearchPerson>, traveller: &Traveller) -> Result<PersonAnswer, Refusal> {
    let (nonce, state) = (matches::nonce(permitted.ground().clock.now()), permitted.caller().state);
    let committed = format!("person:{}", traveller.commitment(&nonce));
    let line = |connection: &Connection| {
        let about = if matches::takes_part(connection, state)? { committed } else { UNREAD.to_owned() };
        Ok(Some(Resource::room_about(about)))
    };
    let line = permitted.about(line).await?;
    let reader = permitted.open(line).await?;
    if !reader.ask(|connection| matches::takes_part(connection, state))? {
        return Err(Refusal::conflict("searches-refused-part"));
    }
    Ok(matches::compare(&reader, &Asking { traveller, nonce, document: None })?)
}

/// Refuses what may not be asked, once the attempt is on the access log.
async fn refuse(permitted: Permitted<SearchPerson>, faults: Vec<InputFault>) -> Refusal {
    let opened = permitted.open(Resource::room_about(UNREAD.to_owned())).await;
    opened.err().unwrap_or(Refusal::Invalid(faults))
}

/// Shows the form.
pub(super) async fn page(permitted: Permitted<SearchPerson>, visit: Visit) -> Result<Markup, Refusal> {
    let reader = permitted.open_with_outcome(Resource::room(), "form").await?;
    let state = reader.caller().state;
    let part = reader.ask(|connection| matches::takes_part(connection, state))?;
    Ok(pages::form(&visit, &Filled::new(), part))
}

/// Answers what was typed, or shows the form again with what is wrong.
pub(super) async fn submit(
    permitted: Permitted<SearchPerson>,
    visit: Visit,
    Posted(filled): Posted,
) -> Result<Response, Refusal> {
    let typed = |name: &str| filled.typed(name).to_owned();
    let sent = TravellerSent {
        paternal: typed("paternal"),
        maternal: typed("maternal"),
        given: typed("given"),
        born: typed("born"),
        sex: typed("sex"),
        nationality: typed("nationality"),
    };
    match search(permitted, &sent).await {
        Ok(answer) => Ok(pages::answer(&visit, &answer, wanted::is_year_alone(&sent)).into_response()),
        Err(Refusal::Invalid(faults)) => Ok(pages::refused(&visit, filled, &faults).into_response()),
        Err(other) => Err(other),
    }
}
