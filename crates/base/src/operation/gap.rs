//! A gap in what must be whole: once a verification has found that a chain does not hold, acts that rooms name are refused until two
//! people have put on record what happened: one who runs the machine and one who supervises (G-31).
//!
//! A verification that holds again ends nothing by itself: what was cut off may be known from a checkpoint that was given once. A folder that is
//! restored from a backup of before knows of no gap, and needs nobody.

use axum::Json;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use maud::{Markup, html};
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Explain, NAVIGATION};
use crate::access::{Purpose, Resource};
use crate::desk::{Permitted, Writer};
use crate::ids::new_id;
use crate::store::StoreError;
use crate::web::fields::{Field, form, textarea};
use crate::web::parts::{Tone, notice};
use crate::web::{Filled, Posted, Refusal, Sent, Voice, see_other};

/// Most characters kept of what a verification found.
const WHAT_CHARS: usize = 2_000;

/// Most characters of what somebody says happened.
const NOTE_CHARS: u32 = 500;

/// A gap that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Its id.
    pub id: Uuid,
    /// What the verification found.
    pub what: String,
    /// When.
    pub found_at: Timestamp,
    /// What the first of two people said happened.
    pub first: Option<Account>,
}

/// What one of the two said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// For which side: `operation` or `oversight`.
    pub side: String,
    /// Who.
    pub person: Uuid,
    /// In their words.
    pub note: String,
}

/// Somebody's account of what happened, as a program sends it.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GapAccount {
    /// What happened; 500 characters at most.
    pub note: String,
}

/// What has come of a gap.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct GapShown {
    /// Whether it still stands: the other of the two has not spoken.
    pub standing: bool,
}

/// Answers the gap that stands; none where everything held, or two people have spoken.
pub fn standing(base: &Connection) -> Result<Option<Gap>, StoreError> {
    let select = "SELECT gap.id, what, found_us, side, person, note FROM gap LEFT JOIN gap_account ON gap = gap.id \
         WHERE ended_us IS NULL LIMIT 1";
    let gap = base
        .prepare_cached(select)?
        .query_row([], |row| {
            let side: Option<String> = row.get(3)?;
            let first = match side {
                Some(side) => Some(Account { side, person: row.get(4)?, note: row.get(5)? }),
                None => None,
            };
            let found_at = Timestamp::from_microsecond(row.get(2)?).unwrap_or(Timestamp::UNIX_EPOCH);
            Ok(Gap { id: row.get(0)?, what: row.get(1)?, found_at, first })
        })
        .optional()?;
    Ok(gap)
}

/// Remembers that chains did not hold; answers whether that is new. What two people have accounted for before is no new gap.
pub(super) fn found(base: &Connection, damage: &[String], now: Timestamp) -> Result<bool, StoreError> {
    let what: String = damage.join("\n").chars().take(WHAT_CHARS).collect();
    if damage.is_empty() || standing(base)?.is_some() || accounted(base, &what)? {
        return Ok(false);
    }
    base.execute(
        "INSERT INTO gap (id, what, found_us) VALUES (?1, ?2, ?3)",
        (new_id(now), &what, now.as_microsecond()),
    )?;
    Ok(true)
}

/// Answers whether two people have said what happened of just this. A log that was cut stays so for good and only grows: its counts are not
/// compared.
fn accounted(base: &Connection, what: &str) -> Result<bool, StoreError> {
    let form = |what: &str| {
        let line = |line: &str| match line.starts_with("access log:") {
            true => line.chars().filter(|c| !c.is_ascii_digit()).collect(),
            false => line.to_owned(),
        };
        what.lines().map(line).collect::<Vec<String>>()
    };
    let mut ended =
        base.prepare_cached("SELECT what FROM gap WHERE ended_us IS NOT NULL ORDER BY found_us DESC LIMIT 100")?;
    let mut ended = ended.query_map([], |row| row.get::<_, String>(0))?;
    let known =
        ended.try_fold(false, |known, earlier| Ok::<_, rusqlite::Error>(known || form(&earlier?) == form(what)))?;
    Ok(known)
}

/// Puts on record what somebody says happened; answers whether the gap stands still.
///
/// Errors: `Refused` where none stands, their side has spoken, or the other side's account is by the same person.
fn account(
    base: &Connection,
    (side, person): (&'static str, Uuid),
    note: &str,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let gap = standing(base)?.ok_or(StoreError::Refused("operation-gap-none"))?;
    match &gap.first {
        Some(first) if first.side == side => return Err(StoreError::Refused("operation-gap-said")),
        Some(first) if first.person == person => return Err(StoreError::Refused("operation-gap-same")),
        _ => {}
    }
    base.execute(
        "INSERT INTO gap_account (gap, side, person, said_us, note) VALUES (?1, ?2, ?3, ?4, ?5)",
        (gap.id, side, person, now.as_microsecond(), note),
    )?;
    if gap.first.is_some() {
        base.execute("UPDATE gap SET ended_us = ?2 WHERE id = ?1", (gap.id, now.as_microsecond()))?;
    }
    Ok(gap.first.is_none())
}

/// Handles the form of the operator's page.
pub(super) async fn submit(permitted: Permitted<Explain>, Posted(filled): Posted) -> Result<Response, Refusal> {
    let writer = permitted.open_to_write(Resource::room()).await?;
    say(&writer, filled.typed("note")).await?;
    Ok(see_other(NAVIGATION.href).into_response())
}

/// Puts on record what happened where a chain was found not to hold; two people of two sides must.
#[utoipa::path(
    post,
    path = "/api/v1/gaps/accounts",
    operation_id = "account_for_gap",
    request_body = GapAccount,
    responses(
        (status = 200, description = "Whether it still stands", body = GapShown),
        (status = 409, description = "No gap stands, or this side or person has spoken", body = crate::web::Problem)
    )
)]
pub(super) async fn call(
    permitted: Permitted<Explain>,
    Sent(sent): Sent<GapAccount>,
) -> Result<Json<GapShown>, Refusal> {
    let writer = permitted.open_to_write(Resource::room()).await?;
    Ok(Json(GapShown { standing: say(&writer, &sent.note).await? }))
}

async fn say(writer: &Writer<Explain>, typed: &str) -> Result<bool, Refusal> {
    let reader = writer.reader();
    let note = typed.trim().to_owned();
    let strange = |c: char| c.is_control() && c != '\n' && c != '\r';
    if note.is_empty() {
        return Err(Refusal::field("note", "missing", "operation-gap-note-missing"));
    }
    if note.chars().count() > NOTE_CHARS as usize || note.chars().any(strange) {
        return Err(Refusal::field("note", "note-form", "operation-gap-note-form"));
    }
    let side = if reader.caller().purpose == Some(Purpose::Oversight) { "oversight" } else { "operation" };
    let (who, now) = ((side, reader.caller().person), reader.now());
    Ok(reader.ground().base.write(move |base| account(base, who, &note, now)).await?)
}

/// Draws what stands, with the form for whoever has not spoken.
pub(super) fn drawn(voice: &Voice, gap: &Gap, csrf: &str, side: &str) -> Markup {
    let field = Field::new("note", "operation-gap-note").hint("operation-gap-note-hint").rows(4).max_length(NOTE_CHARS);
    let said = gap.first.as_ref();
    notice(
        Tone::Late,
        html! {
            p { strong { (voice.t("operation-gap")) } " " (voice.instant(gap.found_at)) }
            p { (voice.t("operation-gap-next")) }
            ul { @for what in gap.what.lines() { li lang="en" { (what) } } }
            @if let Some(first) = said {
                p { (voice.t(if first.side == "oversight" { "operation-gap-oversight-said" } else { "operation-gap-operation-said" })) " " q { (first.note) } }
            }
            @if said.is_none_or(|first| first.side != side) {
                (form("/operation/gap", csrf, html! {
                    (textarea(voice, &Filled::default(), &field))
                    button type="submit" { (voice.t("operation-gap-act")) }
                }))
            }
        },
    )
}
