//! The act "write down that the person asks for protection": by the officer before whom they stand, of a possible match, or by those
//! who work on alerts, of any alert that their State is shown (G-23).
//!
//! One person suffices: what it does only shields, and it must not wait. Whether the claim is well founded is for others to decide.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use base::access::{Permit, Resource};
use base::desk::{Entries, Permitted};
use base::ids::StateCode;
use base::store::StoreError;
use base::web::fields::{self, Field};
use base::web::parts::{self};
use base::web::verdict::{self, Band};
use base::web::{Filled, InputFault, Posted, Refusal, Said, Visit};
use maud::{Markup, html};
use uuid::Uuid;

use super::entries::ClaimRecorded;
use super::queries;
use crate::alerts::entries::AlertsEntry;
use crate::alerts::matches::{own_field, pending_of};
use crate::alerts::permits::{ClaimAtMatch, RecordClaim};
use crate::alerts::queries::{self as alerts, Face};
use crate::alerts::{form, found, switch, today};

/// Reads which State the person may flee from; none where that was not said.
///
/// Errors: the fault by its field, where it is no State's code, or the speaking State's own.
pub(super) fn read_against(typed: &str, own: StateCode) -> Result<Option<StateCode>, InputFault> {
    let fault = |key| InputFault::field("against", "no-such-code", Said::plain(key));
    match typed.trim().to_uppercase().as_str() {
        "" => Ok(None),
        code => match code.parse() {
            Ok(state) if state == own => Err(fault("alerts-claim-fault-own")),
            Ok(state) => Ok(Some(state)),
            Err(_) => Err(fault("alerts-claim-fault-state")),
        },
    }
}

/// Writes it down.
///
/// Errors: `Refused` where the State is not shown the alert or takes part no longer, and where the same is on record.
pub(super) fn record(
    entries: &Entries<'_, AlertsEntry>,
    alert: Uuid,
    against: Option<StateCode>,
) -> Result<(), StoreError> {
    let (now, state) = (entries.now(), entries.stamp().state);
    if queries::has(now, alert, state, against)? {
        return Err(StoreError::Refused("alerts-claim-refused-already"));
    }
    entries.append(&AlertsEntry::ClaimRecorded(ClaimRecorded { alert, against }))?;
    Ok(())
}

/// Writes it down for those who work on alerts.
fn record_by_desk(
    entries: &Entries<'_, AlertsEntry>,
    reference: &str,
    against: Option<StateCode>,
) -> Result<(), StoreError> {
    let stamp = entries.stamp();
    let face = alerts::face(entries.now(), reference, stamp.state, today(stamp.at))?;
    let face = face.ok_or(StoreError::Refused("alerts-refused-ended"))?;
    found::may_speak(entries, face.category)?;
    record(entries, face.id, against)
}

/// Answers what the policies must know: it is a record of the State that hears the claim.
async fn to_record<P: Permit>(permitted: &Permitted<P>, reference: &str) -> Result<Resource, Refusal> {
    let (state, day) = (permitted.caller().state, today(permitted.ground().clock.now()));
    let about =
        |face: Face| Resource { status: alerts::desk(face.category), ..Resource::of(state, face.id.to_string()) };
    permitted.about(|now| Ok(alerts::face(now, reference, state, day)?.map(about))).await
}

/// Takes it from those who work on alerts, for page and program.
///
/// Errors: `Invalid` where the State that is named is none.
pub(super) async fn recorded(
    permitted: Permitted<RecordClaim>,
    reference: &str,
    against: &str,
) -> Result<Result<(), InputFault>, Refusal> {
    let resource = to_record(&permitted, reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let against = match read_against(against, writer.reader().caller().state) {
        Ok(against) => against,
        Err(fault) => return Ok(Err(fault)),
    };
    let reference = reference.to_owned();
    writer.append(move |entries| record_by_desk(entries, &reference, against)).await?;
    Ok(Ok(()))
}

/// Asks which State the person may flee from.
pub(in crate::alerts) async fn page(
    permitted: Permitted<RecordClaim>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let resource = to_record(&permitted, &reference).await?;
    permitted.open_with_outcome(resource, "form").await?;
    Ok(visit.page("alerts-claim-title", drawn(&visit, &reference, &Filled::new())))
}

/// Writes it down on a page of those who work on alerts.
pub(in crate::alerts) async fn submit(
    permitted: Permitted<RecordClaim>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Result<Redirect, (StatusCode, Markup)>, Refusal> {
    match recorded(permitted, &reference, filled.typed("against")).await? {
        Ok(()) => Ok(Ok(Redirect::to("/alerts/claims?done=claim-recorded"))),
        Err(fault) => {
            form::refuse(&visit.voice, &mut filled, &[fault]);
            Ok(Err(visit.refused_page("alerts-claim-title", drawn(&visit, &reference, &filled))))
        }
    }
}

/// Takes it from the officer before whom the person stands, for page and program.
///
/// Errors: `Conflict` where no such match waits for the caller or the alert is gone; `Invalid` where the State that is named is none.
pub(super) async fn heard(permitted: Permitted<ClaimAtMatch>, handle: &str, against: &str) -> Result<Uuid, Refusal> {
    let (permitted, handle, alert) = pending_of(permitted, handle).await?;
    let writer = permitted.open_to_write(Resource::room_about(alert.to_string())).await?;
    let against =
        read_against(against, writer.reader().caller().state).map_err(|fault| Refusal::Invalid(vec![fault]))?;
    let done = writer.append(move |entries| {
        let stamp = entries.stamp();
        let found = alerts::by_id(entries.now(), alert)?.ok_or(StoreError::Refused("alerts-match-refused-gone"))?;
        let on = |state| switch::is_on(entries.now(), state, found.category);
        if !on(found.owner)? || !on(stamp.state)? || found.life.destroyed_on() <= today(stamp.at) {
            return Err(StoreError::Refused("alerts-match-refused-gone"));
        }
        record(entries, alert, against)
    });
    done.await?;
    Ok(handle)
}

/// Writes it down at a border.
pub(in crate::alerts) async fn at_match_submit(
    permitted: Permitted<ClaimAtMatch>,
    visit: Visit,
    Posted(filled): Posted,
) -> Result<Response, Refusal> {
    let handle = filled.typed("match");
    let field = handle.parse().map(|handle| own_field("against", handle)).unwrap_or_default();
    let handle = heard(permitted, handle, filled.typed(&field)).await?;
    let voice = &visit.voice;
    let body = html! {
        (verdict::answer(Band::Protect, &voice.t("alerts-claim-heard"), html! { (voice.t("alerts-claim-heard-about")) }))
        (parts::card("outcome", &voice.t("alerts-met-title"), crate::alerts::matches::outcomes(&visit, handle)))
    };
    Ok(visit.page("alerts-claim-heard", body).into_response())
}

/// Draws, beside a match, what an officer does when the person asks for protection.
pub(in crate::alerts) fn beside_match(visit: &Visit, handle: Uuid) -> Markup {
    let (voice, name) = (&visit.voice, own_field("against", handle));
    parts::details(
        &voice.t("alerts-claim-at-match"),
        html! {
            p { (voice.t("alerts-claim-about")) }
            (fields::form("/alerts/matches/claim", visit.csrf(), html! {
                (fields::hidden("match", &handle.to_string()))
                (fields::text_input(voice, &Filled::new(), &against(&name)))
                button .plain type="submit" { (voice.t("alerts-claim-record")) }
            }))
        },
    )
}

fn against(name: &str) -> Field<'_> {
    Field::new(name, "alerts-claim-against")
        .hint("alerts-claim-against-hint")
        .unmarked()
        .autocomplete("off")
        .mono()
        .max_length(3)
}

fn drawn(visit: &Visit, reference: &str, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    html! {
        (fields::error_summary(voice, filled))
        h1 { (voice.t("alerts-claim-title")) }
        p { span .mono { (reference) } }
        div .consequence { p { (voice.t("alerts-claim-about")) } p { (voice.t("alerts-claim-no-flag")) } }
        (fields::form(&format!("/alerts/{reference}/claim"), visit.csrf(), html! {
            (fields::text_input(voice, filled, &against("against")))
            (fields::submit_row(voice, "alerts-claim-record", Some(html! { a .button .plain href="/alerts/claims" { (voice.t("form-cancel")) } })))
        }))
    }
}
