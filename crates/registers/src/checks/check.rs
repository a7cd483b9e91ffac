//! The act "check a document": the page an officer has open all day, and the function that a page, a machine and a
//! command all call.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use base::access::Resource;
use base::desk::Permitted;
use base::ground::Puebla;
use base::identity::Caller;
use base::web::{Filled, InputFault, Posted, Refusal, Visit};
use jiff::Timestamp;
use jiff::civil::Date;
use maud::Markup;

use super::Check;
use super::answer::Answer;
use super::ask::{Asked, Fields, Question, unreadable_fault};
use super::known::known;
use super::pages;

/// Answers a question about one document; `on` is the day against which years and expiry are read.
///
/// The look is on the access log before anything is answered, with a keyed hash of State and number.
/// Errors: `Invalid` with line and column for a text that is no zone, once that look is logged too; `NotFound` for who
/// may not check.
pub async fn check(permitted: Permitted<Check>, question: &Question, on: Date) -> Result<Answer, Refusal> {
    let read = question.read(on);
    let about = about(permitted.ground(), read.as_ref().ok().and_then(|read| read.asked.as_ref()));
    let reader = permitted.open(Resource::room_about(about)).await?;
    let read = read.map_err(|error| Refusal::Invalid(vec![unreadable_fault(&error)]))?;
    let known = known(&reader, read.asked.as_ref())?;
    let profile = reader.ground().identity.profile();
    let contact = |state| profile.parties.get(&state).map(|party| party.contact.clone()).unwrap_or_default();
    Ok(Answer::compose(read, known, on, contact))
}

/// Refuses a question that cannot even be put, once the attempt is on the access log.
pub(super) async fn refuse(permitted: Permitted<Check>, faults: Vec<InputFault>) -> Refusal {
    let opened = permitted.open(Resource::room_about(UNREAD.to_owned())).await;
    opened.err().unwrap_or(Refusal::Invalid(faults))
}

/// Answers which day it is for the person who asks: at their post, whatever the page shows times in.
pub(super) fn today(caller: &Caller, now: Timestamp) -> Date {
    caller.zone.to_datetime(now).date()
}

/// What the log's detail says where there was nothing to ask the registers about.
const UNREAD: &str = "unread";

/// Answers what the log's detail says was looked at: the first 8 bytes of a keyed hash of State and number.
///
/// Its own label keeps it from being the hash under which the register holds the number, so that the log's file and the
/// register's cannot be joined.
fn about(ground: &Puebla, asked: Option<&Asked>) -> String {
    let Some(asked) = asked else { return UNREAD.to_owned() };
    let document = format!("check|{}|{}", asked.issuing_state, asked.number.as_str());
    let hash = ground.keys.number_hash(document.as_bytes());
    hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Shows the form.
pub async fn page(permitted: Permitted<Check>, visit: Visit) -> Result<Markup, Refusal> {
    permitted.open(Resource::room()).await?;
    Ok(pages::form(visit, &Filled::new()))
}

/// Answers what was typed, or shows the form again with what is wrong.
pub async fn submit(permitted: Permitted<Check>, visit: Visit, Posted(filled): Posted) -> Result<Response, Refusal> {
    let ground = Arc::clone(permitted.ground());
    let on = today(permitted.caller(), visit.voice.now);
    let fields = Fields {
        zone: filled.typed("zone"),
        number: filled.typed("number"),
        issuing_state: filled.typed("issuing_state"),
        kind: filled.typed("kind"),
    };
    let answered = match Question::typed(&fields) {
        Ok(question) => check(permitted, &question, on).await,
        Err(faults) => Err(refuse(permitted, faults).await),
    };
    match answered {
        Ok(answer) => Ok(pages::answer(visit, &ground, &answer).into_response()),
        Err(Refusal::Invalid(faults)) => Ok(pages::refused(visit, filled, &faults).into_response()),
        Err(other) => Err(other),
    }
}
