//! The act "answer what another State asks about one's own alert": seen, in part, whole, or refused on a ground (G-22).

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Redirect;
use base::desk::{Entries, Permitted};
use base::store::{Rests, StoreError};
use base::web::{InputFault, Posted, Refusal, Said, Visit};
use maud::Markup;

use super::entries::SupplementSaid;
use super::{NOTE_CHARS_MAX, SupplementGround, SupplementReply, queries, thread};
use crate::alerts::entries::AlertsEntry;
use crate::alerts::permits::AnswerSupplement;
use crate::alerts::typed::sentence;
use crate::alerts::{closed, form, found};

/// What an owner may say to one question at most.
const SAID_MAX: usize = 50;

/// What the owner says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reply {
    reply: SupplementReply,
    ground: Option<SupplementGround>,
    note: String,
}

impl Reply {
    /// Reads what was typed or sent: words belong to an answer, a ground to a refusal, and neither to anything else.
    ///
    /// Errors: the faults by their fields.
    pub(super) fn read(reply: &str, ground: &str, note: &str) -> Result<Self, Vec<InputFault>> {
        let fault = |field, key| vec![InputFault::field(field, "no-such-code", Said::plain(key))];
        let reply = SupplementReply::read(reply).ok_or_else(|| fault("reply", "alerts-supplement-fault-reply"))?;
        let ground = match (reply, ground) {
            (SupplementReply::Refused, code) => {
                Some(SupplementGround::read(code).ok_or_else(|| fault("ground", "alerts-supplement-fault-ground"))?)
            }
            (_, "") => None,
            _ => return Err(fault("ground", "alerts-supplement-fault-ground-none")),
        };
        let note = match reply {
            _ if reply.speaks() => sentence("note", note, NOTE_CHARS_MAX).map_err(|fault| vec![fault])?,
            _ if note.trim().is_empty() => String::new(),
            _ => return Err(fault("note", "alerts-supplement-fault-words")),
        };
        Ok(Reply { reply, ground, note })
    }
}

/// Says it.
///
/// Errors: `Refused` where the question is not about the speaking State's alert, has its last word, or goes on without end; and where
/// something was said already that an acknowledgement would take back.
pub(super) fn say(
    entries: &Entries<'_, AlertsEntry>,
    reference: &str,
    asked_at: u64,
    reply: Reply,
) -> Result<(), StoreError> {
    let state = entries.stamp().state;
    let threads = queries::threads(entries.now(), state, reference)?;
    let thread = threads.into_iter().find(|thread| thread.request.asked_at == asked_at);
    let thread = thread.filter(|thread| thread.request.owner == state && !thread.request.has_ended());
    let thread = thread.ok_or(StoreError::Refused("alerts-supplement-refused-ended"))?;
    found::may_speak(entries, thread.request.category)?;
    let again = reply.reply == SupplementReply::Acknowledged && !thread.said.is_empty();
    if again || thread.said.len() >= SAID_MAX {
        return Err(StoreError::Refused("alerts-supplement-refused-again"));
    }
    let Reply { reply, ground, note } = reply;
    let alert = thread.request.alert;
    let note = Rests::close(&note, entries.sealer(), &closed::bound(closed::ANSWERED, state, alert, asked_at))?;
    entries.append(&AlertsEntry::SupplementSaid(SupplementSaid { alert, asked_at, reply, ground, note }))?;
    Ok(())
}

/// Says it on a page.
pub(in crate::alerts) async fn submit(
    permitted: Permitted<AnswerSupplement>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Result<Redirect, (StatusCode, Markup)>, Refusal> {
    let resource = found::own(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let asked_at: u64 = filled.typed("seen").parse().map_err(|_| Refusal::conflict(found::STALE))?;
    match Reply::read(filled.typed("reply"), filled.typed("ground"), filled.typed("note")) {
        Ok(reply) => {
            let about = reference.clone();
            writer.append(move |entries| say(entries, &about, asked_at, reply)).await?;
            Ok(Ok(Redirect::to(&format!("/alerts/{reference}/supplements?done=supplement-said"))))
        }
        Err(faults) => {
            form::refuse(&visit.voice, &mut filled, &faults);
            let (reader, state) = (writer.reader(), writer.reader().caller().state);
            let threads = reader.ask(|now| queries::threads(now, state, &reference))?;
            let body = thread::refused(&visit, &filled, &thread::answering(&visit, state, &threads, &filled));
            Ok(Err(visit.refused_page("alerts-supplement-title", body)))
        }
    }
}
