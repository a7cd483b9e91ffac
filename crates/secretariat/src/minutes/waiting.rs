//! What waits for the secretariat in this room: minutes that nobody began, or nobody adopted, although their meeting is over.

use std::collections::BTreeMap;

use base::store::StoreError;
use conference::due::Deadline;
use jiff::{Span, Timestamp};
use rusqlite::Connection;

use super::queries;
use crate::meetings::{self, Meeting, Symbol};
use crate::today::{Asked, WAITING_MAX, Waiting, When};

/// How long minutes are missed after the last day, in days: what a conference kept on paper years ago waits for nobody.
const MISSED_DAYS: i32 = 365;

/// Answers the meetings that are over and whose minutes are a draft, or are not there; for nobody but the secretariat, which writes them.
///
/// # Errors
/// When the tables cannot be read.
pub fn waiting(now: &Connection, asked: &Asked) -> Result<Vec<Waiting>, StoreError> {
    if !asked.coordinates {
        return Ok(Vec::new());
    }
    let today = asked.today();
    let mut drafts: BTreeMap<Symbol, Timestamp> = queries::drafts(now, WAITING_MAX)?.into_iter().collect();
    let since = today.checked_sub(Span::new().days(MISSED_DAYS)).unwrap_or(today);
    let mut all = Vec::new();
    for meeting in meetings::ended(now, since, today)? {
        let draft = drafts.remove(&meeting.symbol);
        if draft.is_some() || !queries::are_there(now, &meeting.symbol)? {
            all.push(drawn(&meeting, draft));
        }
    }
    // A draft waits however long ago its meeting was.
    for (symbol, written_at) in drafts {
        let over = meetings::one(now, &symbol)?.filter(|meeting| !meeting.is_cancelled() && meeting.last_on < today);
        all.extend(over.map(|meeting| drawn(&meeting, Some(written_at))));
    }
    all.truncate(WAITING_MAX);
    Ok(all)
}

fn drawn(meeting: &Meeting, draft: Option<Timestamp>) -> Waiting {
    let reference = meeting.symbol.in_address();
    let ended_at = || Deadline::of_day(meeting.last_on, &meeting.zone).map_or(Timestamp::UNIX_EPOCH, Deadline::last);
    Waiting {
        id: format!("minutes-{}", reference.to_lowercase()),
        what_en: format!("{}: {}", meeting.symbol, meeting.title_en),
        what_es: format!("{}: {}", meeting.symbol, meeting.title_es),
        address: format!("/meetings/{reference}/minutes"),
        kind_key: if draft.is_some() { "minutes-waiting-draft" } else { "minutes-waiting-missing" },
        when: When::Open,
        done_at: None,
        changed_at: draft.unwrap_or_else(ended_at),
        reminded_at: None,
        note: None,
    }
}
