//! The acts "flag another State's alert", "decide it", by a second person, and "lift it", by one.
//!
//! Which alert is meant is said by its reference, as for its face: an alert that this State is not shown is not there to be
//! flagged, and its own alerts it withdraws.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Redirect;
use base::access::{Permit, Resource};
use base::desk::{Entries, Permitted};
use base::ids::StateCode;
use base::store::StoreError;
use base::web::fields::{self, Choice, Field};
use base::web::{Filled, Posted, Refusal, Visit, parts};
use jiff::civil::Date;
use maud::{Markup, html};
use rusqlite::Connection;

use super::entries::{FlagAsked, FlagTold};
use super::queries as flags;
use super::queries::Flag;
use super::{FlagReason, Instead};
use crate::alerts::entries::AlertsEntry;
use crate::alerts::permits::{AskFlag, LiftFlag, SetFlag};
use crate::alerts::queries::{self, Face, desk};
use crate::alerts::{found, today};

/// Where one's own State's flags stand.
pub(super) const LIST: &str = "/alerts/flags";

/// Asks that the speaking State's officers do not act on an alert as it asks.
///
/// Errors: `Refused` where that State is not shown it, where it is its own, or flagged already.
pub(super) fn ask(
    entries: &Entries<'_, AlertsEntry>,
    reference: &str,
    reason: FlagReason,
    instead: Instead,
) -> Result<(), StoreError> {
    let (state, day) = (entries.stamp().state, today(entries.stamp().at));
    let face = foreign(entries.now(), state, reference, day)?.ok_or(StoreError::Refused("alerts-refused-ended"))?;
    found::may_speak(entries, face.category)?;
    if flags::on(entries.now(), state, reference, day)?.is_some() {
        return Err(StoreError::Refused("alerts-flag-refused-already"));
    }
    entries.append(&AlertsEntry::FlagAsked(FlagAsked { alert: face.id, reason, instead }))?;
    Ok(())
}

/// Decides, as a second person, the flag that was seen.
///
/// Errors: `Refused` to whoever asked for it, and where it is decided, lifted or another one.
pub(super) fn set(entries: &Entries<'_, AlertsEntry>, reference: &str, asked_at: u64) -> Result<(), StoreError> {
    let flag = own(entries, reference)?;
    if flag.asked_at != asked_at || flag.since.is_some() {
        return Err(StoreError::Refused(found::STALE));
    }
    if flag.person == entries.stamp().person {
        return Err(StoreError::Refused("alerts-refused-own-words"));
    }
    entries.append(&AlertsEntry::FlagSet(FlagTold { alert: flag.alert, asked_at }))?;
    Ok(())
}

/// Ends the speaking State's flag, decided or not.
///
/// Errors: `Refused` where there is none.
pub(super) fn lift(entries: &Entries<'_, AlertsEntry>, reference: &str) -> Result<(), StoreError> {
    let flag = own(entries, reference)?;
    entries.append(&AlertsEntry::FlagLifted(FlagTold { alert: flag.alert, asked_at: flag.asked_at }))?;
    Ok(())
}

fn own(entries: &Entries<'_, AlertsEntry>, reference: &str) -> Result<Flag, StoreError> {
    let stamp = entries.stamp();
    let flag = flags::on(entries.now(), stamp.state, reference, today(stamp.at))?;
    let flag = flag.ok_or(StoreError::Refused("alerts-flag-refused-none"))?;
    found::may_speak(entries, flag.category)?;
    Ok(flag)
}

/// Answers the face of another State's alert; none of one's own.
pub(in crate::alerts) fn foreign(
    now: &Connection,
    state: StateCode,
    reference: &str,
    day: Date,
) -> Result<Option<Face>, StoreError> {
    Ok(queries::face(now, reference, state, day)?.filter(|face| face.owner != state))
}

/// Answers what the policies must know of a flag: it is a record of the State whose officers it concerns.
pub(in crate::alerts) async fn to_ask<P: Permit>(
    permitted: &Permitted<P>,
    reference: &str,
) -> Result<Resource, Refusal> {
    let (state, day) = (permitted.caller().state, today(permitted.ground().clock.now()));
    let about = |face: Face| Resource { status: desk(face.category), ..Resource::of(state, face.id.to_string()) };
    permitted.about(|now| Ok(foreign(now, state, reference, day)?.map(about))).await
}

/// The same where a flag is asked for. Whoever goes through references is stopped.
pub(super) async fn counted(permitted: &Permitted<AskFlag>, reference: &str) -> Result<Resource, Refusal> {
    found::count_reference(permitted, reference).await?;
    to_ask(permitted, reference).await
}

/// The same of a flag that is there.
pub(super) async fn of_flag<P: Permit>(permitted: &Permitted<P>, reference: &str) -> Result<Resource, Refusal> {
    let (state, day) = (permitted.caller().state, today(permitted.ground().clock.now()));
    let about = |flag: Flag| Resource { status: desk(flag.category), ..Resource::of(state, flag.alert.to_string()) };
    permitted.about(|now| Ok(flags::on(now, state, reference, day)?.map(about))).await
}

/// Asks why, and what one's own officers are to see.
pub(in crate::alerts) async fn page(
    permitted: Permitted<AskFlag>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let resource = counted(&permitted, &reference).await?;
    permitted.open_with_outcome(resource, "form").await?;
    Ok(visit.page("alerts-flag-title", drawn(&visit, &reference, &Filled::new())))
}

/// Puts it before a second person.
pub(in crate::alerts) async fn submit(
    permitted: Permitted<AskFlag>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Result<Redirect, (StatusCode, Markup)>, Refusal> {
    let resource = counted(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let (reason, instead) = (FlagReason::read(filled.typed("reason")), Instead::read(filled.typed("instead")));
    let (Some(reason), Some(instead)) = (reason, instead) else {
        for (field, missing, key) in [
            ("reason", reason.is_none(), "alerts-flag-fault-reason"),
            ("instead", instead.is_none(), "alerts-flag-fault-instead"),
        ] {
            if missing {
                filled.refuse(field, visit.voice.t(key));
            }
        }
        return Ok(Err(visit.refused_page("alerts-flag-title", drawn(&visit, &reference, &filled))));
    };
    writer.append(move |entries| ask(entries, &reference, reason, instead)).await?;
    Ok(Ok(Redirect::to("/alerts/flags?done=flag-asked")))
}

/// Decides it.
pub(in crate::alerts) async fn set_submit(
    permitted: Permitted<SetFlag>,
    Path(reference): Path<String>,
    Posted(filled): Posted,
) -> Result<Redirect, Refusal> {
    let resource = of_flag(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let asked_at: u64 = filled.typed("seen").parse().map_err(|_| Refusal::conflict(found::STALE))?;
    writer.append(move |entries| set(entries, &reference, asked_at)).await?;
    Ok(Redirect::to("/alerts/flags?done=flag-set"))
}

/// Lifts it.
pub(in crate::alerts) async fn lift_submit(
    permitted: Permitted<LiftFlag>,
    Path(reference): Path<String>,
    Posted(_): Posted,
) -> Result<Redirect, Refusal> {
    let resource = of_flag(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    writer.append(move |entries| lift(entries, &reference)).await?;
    Ok(Redirect::to("/alerts/flags?done=flag-lifted"))
}

fn drawn(visit: &Visit, reference: &str, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let reasons: Vec<Choice<'_>> =
        FlagReason::ALL.iter().map(|reason| Choice::new(reason.code(), voice.t(reason.key()))).collect();
    let instead: Vec<Choice<'_>> =
        Instead::ALL.iter().map(|instead| Choice::new(instead.code(), voice.t(instead.key()))).collect();
    html! {
        (fields::error_summary(voice, filled))
        h1 { (voice.t("alerts-flag-title")) }
        p { span .mono { (reference) } }
        div .consequence { p { (voice.t("alerts-flag-consequence")) } }
        (parts::card("flag", &voice.t("alerts-flag-heading"), fields::form(&format!("/alerts/{reference}/flag"), visit.csrf(), html! {
            (fields::radios(voice, filled, &Field::new("reason", "alerts-flag-reason"), &reasons))
            (fields::radios(voice, filled, &Field::new("instead", "alerts-flag-instead"), &instead))
            (fields::submit_row(voice, "alerts-flag-ask", Some(html! { a .button .plain href=(LIST) { (voice.t("form-cancel")) } })))
        })))
    }
}
