//! The act "hand on what was opened": a sheet of a match's content for whoever else must have it, with its codes on every page.
//!
//! It is refused where a code stands against it and the alert's State has permitted nothing (G-28), and of whoever has asked for
//! protection (G-23). To whom it goes is written on
//! the sheet and kept nowhere.

use axum::response::{IntoResponse, Response};
use base::access::Resource;
use base::desk::{Permitted, Reader};
use base::web::{InputFault, Posted, Refusal, Said, Visit, parts};
use maud::html;
use uuid::Uuid;

use super::super::handling::queries::Permission;
use super::super::handling::{self, HandedFor, Handling, shown};
use super::super::permits::HandOnMatch;
use super::super::queries::{self, Shown};
use super::super::text::AUTHORITY_CHARS_MAX;
use super::super::today;
use super::super::typed::phrase;
use super::kept::Pending;
use super::open::{self, AskedFor};
use super::second::own;

/// What is handed on, to whom, and by what permission.
pub(super) struct HandedOn {
    /// The match.
    pub handle: Uuid,
    /// To whom, as the officer wrote it.
    pub to: String,
    /// For what.
    pub what: HandedFor,
    /// What is asked for.
    pub asked_for: AskedFor,
    /// The alert, as it is shown.
    pub shown: Shown,
    /// Its codes.
    pub handling: Option<Handling>,
    /// What its State has permitted, where it was needed.
    pub permissions: Vec<Permission>,
}

/// Hands it on for page and program.
///
/// Errors: `Conflict` where no such match waits for the caller, it was not opened, the alert is gone, or a code stands against it;
/// `Invalid` where it is not said to whom or for what.
pub(super) async fn handed_on(
    permitted: Permitted<HandOnMatch>,
    handle: &str,
    to: &str,
    what: &str,
) -> Result<(Reader<HandOnMatch>, HandedOn), Refusal> {
    let (permitted, handle, pending) = own(permitted, handle).await?;
    let what = HandedFor::read(what);
    let outcome = what.map_or("nothing", HandedFor::code);
    let reader = permitted.open_with_outcome(Resource::room_about(pending.alert.to_string()), outcome).await?;
    let missing = || InputFault::field("for", "no-such-code", Said::plain("alerts-hand-on-fault-for"));
    let (what, to) = match (what, phrase("to", to, 3, AUTHORITY_CHARS_MAX)) {
        (Some(what), Ok(to)) => (what, to),
        (what, to) => {
            let faults = to.err().into_iter().chain(what.is_none().then(missing)).collect();
            return Err(Refusal::Invalid(faults));
        }
    };
    if !pending.opened {
        return Err(Refusal::conflict("alerts-hand-on-refused-unopened"));
    }
    handed(reader, (handle, &pending), to, what)
}

fn handed(
    reader: Reader<HandOnMatch>,
    (handle, pending): (Uuid, &Pending),
    to: String,
    what: HandedFor,
) -> Result<(Reader<HandOnMatch>, HandedOn), Refusal> {
    let (state, day) = (reader.caller().state, today(reader.now()));
    let shown = reader.ask(|connection| queries::shown(connection, pending.alert, state, day))?;
    let shown = shown.ok_or(Refusal::conflict("alerts-match-refused-gone"))?;
    if shown.claimed {
        return Err(Refusal::conflict("alerts-hand-on-refused-claim"));
    }
    let handling = shown::read(&reader, pending.alert, shown.version)?;
    let about = (pending.alert, shown.owner);
    let permissions =
        reader.ask(|connection| handling::may_hand_on(connection, about, handling.as_ref(), (state, what), day))?;
    let asked_for = open::asked_for(&reader, pending.alert, &shown)?;
    Ok((reader, HandedOn { handle, to, what, asked_for, shown, handling, permissions }))
}

/// Draws the sheet.
pub(in crate::alerts) async fn submit(
    permitted: Permitted<HandOnMatch>,
    visit: Visit,
    Posted(filled): Posted,
) -> Result<Response, Refusal> {
    let (to, what) = (filled.typed("to"), filled.typed("for"));
    let (reader, sheet) = handed_on(permitted, filled.typed("match"), to, what).await?;
    let (voice, identity) = (&visit.voice, &reader.ground().identity);
    let open = |one: &Permission| one.what.open(reader.ground().keys.sealer());
    let whats: Vec<String> = sheet.permissions.iter().map(open).collect::<Result<_, _>>()?;
    let facts = open::facts(&reader, voice, &sheet.asked_for, &sheet.shown);
    let facts: Vec<(&str, maud::Markup)> = facts.iter().map(|(name, value)| (&**name, value.clone())).collect();
    let body = html! {
        h1 { (voice.t("alerts-hand-on-title")) }
        (shown::notice(voice, sheet.handling.as_ref()))
        p { (voice.t("alerts-hand-on-to")) " " strong { (sheet.to) } " · " (voice.t(sheet.what.key())) }
        (parts::card("opened", &voice.t("alerts-match-asked-for"), parts::facts(&facts)))
        @for (one, what) in sheet.permissions.iter().zip(&whats) {
            p { (voice.rich("alerts-hand-on-permitted", &[("code", one.code.code().into()), ("what", what.as_str().into())], &[
                ("state", html! { (identity.party_name(sheet.shown.owner, voice.language)) }), ("day", voice.date(one.until)),
            ])) }
        }
        p { (voice.t("alerts-match-opened-about")) }
    };
    Ok(visit.page("alerts-hand-on-title", body).into_response())
}
