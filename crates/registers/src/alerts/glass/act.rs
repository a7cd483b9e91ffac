//! The act "break the glass": a reason, words, a second look at what follows, oversight told, and then, for an hour, a page to read.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use base::access::Resource;
use base::desk::{Entries, Permitted, Writer};
use base::oversight::{self, Told};
use base::store::{Rests, StoreError};
use base::web::fields::{self, Choice, Field};
use base::web::parts::{self, Confirm};
use base::web::{Filled, InputFault, Posted, Refusal, Said, Visit, see_other};
use jiff::{SignedDuration, Timestamp};
use maud::{Markup, html};

use super::entries::GlassBroken;
use super::queries;
use super::{ANSWER_HOURS, CONCERN, GlassReason, OPEN_MINUTES, SAID_CHARS_MAX, TELL, words};
use crate::alerts::entries::AlertsEntry;
use crate::alerts::permits::BreakGlass;
use crate::alerts::{closed, flags, form, found};

/// Why somebody breaks it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Danger {
    /// Of the list.
    pub reason: GlassReason,
    /// In words.
    pub said: String,
}

/// Reads why.
///
/// Errors: every fault there is.
pub(super) fn read(reason: &str, said: &str) -> Result<Danger, Vec<InputFault>> {
    let reason = GlassReason::read(reason)
        .ok_or_else(|| InputFault::field("reason", "no-such-code", Said::plain("alerts-glass-fault-reason")));
    match (reason, words("said", said, "alerts-glass-fault-said")) {
        (Ok(reason), Ok(said)) => Ok(Danger { reason, said }),
        (reason, said) => Err(reason.err().into_iter().chain(said.err()).collect()),
    }
}

/// Opens the alert to whoever speaks; answers until when. Nobody can call it who has told nobody.
///
/// Errors: as `queries::may_break`, and where it is another desk's or switched off.
fn broken(
    entries: &Entries<'_, AlertsEntry>,
    _: &Told,
    reference: &str,
    danger: Danger,
) -> Result<Timestamp, StoreError> {
    let stamp = entries.stamp();
    let (alert, shown) = queries::may_break(entries.now(), (stamp.person, stamp.state), reference, stamp.at)?;
    found::may_speak(entries, shown.category)?;
    let Danger { reason, said } = danger;
    let ends = stamp.at.checked_add(SignedDuration::from_mins(i64::from(OPEN_MINUTES)));
    let said = Rests::close(&said, entries.sealer(), &closed::bound(closed::DANGER, stamp.state, alert, 0))?;
    entries.append(&AlertsEntry::GlassBroken(GlassBroken { alert, reason, said, minutes: OPEN_MINUTES }))?;
    Ok(ends.unwrap_or(Timestamp::MAX))
}

/// Does it for page and program: oversight of both States is told first, durably, and the entry follows. Where the entry cannot be written
/// they were told of an attempt, and nothing is open.
///
/// Errors: as [`broken`]; `NotFound` where a policy allows it and does not oblige to tell.
pub(super) async fn breaking(
    permitted: Permitted<BreakGlass>,
    resource: Resource,
    reference: String,
    danger: Danger,
) -> Result<Timestamp, Refusal> {
    let writer = permitted.open_to_write(resource.clone()).await?;
    let reader = writer.reader();
    if !reader.ground().policy.obliges::<BreakGlass>(reader.caller(), &resource, TELL) {
        return Err(Refusal::NotFound);
    }
    let told = tell(&writer, &reference).await?;
    Ok(writer.append(move |entries| broken(entries, &told, &reference, danger)).await?)
}

/// Tells the oversight of both States, where the glass may be broken at all.
async fn tell(writer: &Writer<BreakGlass>, reference: &str) -> Result<Told, Refusal> {
    let reader = writer.reader();
    let (who, now) = ((reader.caller().person, reader.caller().state), reader.now());
    let (_, shown) = reader.ask(|connection| queries::may_break(connection, who, reference, now))?;
    Ok(oversight::tell_both(writer, CONCERN, [who.1, shown.owner]).await?)
}

/// Answers what the policies must know: a breaking is a record of the State whose officer it is. Whoever goes through references is stopped.
pub(super) async fn to_break(permitted: &Permitted<BreakGlass>, reference: &str) -> Result<Resource, Refusal> {
    found::count_reference(permitted, reference).await?;
    flags::ask::to_ask(permitted, reference).await
}

/// Asks why.
pub(in crate::alerts) async fn page(
    permitted: Permitted<BreakGlass>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let resource = to_break(&permitted, &reference).await?;
    let reader = permitted.open_with_outcome(resource, "form").await?;
    let who = (reader.caller().person, reader.caller().state);
    let open = reader.ask(|connection| queries::open(connection, who, &reference, reader.now()))?;
    let body = html! {
        @match &open {
            Some(open) => {
                h1 { (visit.voice.t("alerts-glass-title")) }
                (super::read::open_notice(&visit, &reference, open))
            }
            None => (drawn(&visit, &reference, &Filled::new())),
        }
    };
    Ok(visit.page("alerts-glass-title", body))
}

/// Shows once more what follows; sent again from there, it is done.
pub(in crate::alerts) async fn submit(
    permitted: Permitted<BreakGlass>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let resource = to_break(&permitted, &reference).await?;
    let danger = match read(filled.typed("reason"), filled.typed("said")) {
        Ok(danger) => danger,
        Err(faults) => {
            permitted.open_with_outcome(resource, "form").await?;
            form::refuse(&visit.voice, &mut filled, &faults);
            return Ok(visit.refused_page("alerts-glass-title", drawn(&visit, &reference, &filled)).into_response());
        }
    };
    if filled.typed("sure") == "yes" {
        let path = format!("/alerts/{reference}/broken");
        breaking(permitted, resource, reference, danger).await?;
        return Ok(see_other(&path));
    }
    let reader = permitted.open_with_outcome(resource, "confirm").await?;
    let who = (reader.caller().person, reader.caller().state);
    let (_, shown) = reader.ask(|connection| queries::may_break(connection, who, &reference, reader.now()))?;
    let identity = &reader.ground().identity;
    let party = |state| identity.party_name(state, visit.voice.language);
    let asked = confirmed(&visit, &reference, &danger, [party(who.1), party(shown.owner)]);
    Ok(visit.page("alerts-glass-confirm", asked).into_response())
}

/// Draws what is about to happen.
fn confirmed(visit: &Visit, reference: &str, danger: &Danger, [own, owner]: [String; 2]) -> Markup {
    let voice = &visit.voice;
    let follows = [
        voice.tn("alerts-glass-follows-told", &[("own", own.into()), ("owner", owner.into())]),
        voice.t("alerts-glass-follows-record"),
        voice.tn("alerts-glass-follows-ends", &[("minutes", i64::from(OPEN_MINUTES).into())]),
        voice.t("alerts-glass-follows-reading"),
        voice.tn("alerts-glass-follows-answer", &[("hours", i64::from(ANSWER_HOURS).into())]),
    ];
    let consequence = html! {
        p { span .mono { (reference) } ": " strong { (voice.t(danger.reason.key())) } br; q { (danger.said) } }
        ul { @for one in &follows { li { (one) } } }
    };
    parts::confirm(
        voice,
        &Confirm {
            question: voice.t("alerts-glass-confirm").into_owned(),
            consequence,
            action: &format!("/alerts/{reference}/glass"),
            csrf: visit.csrf(),
            act: "alerts-glass-act",
            back: "/alerts/own",
            fields: vec![("reason", danger.reason.code()), ("said", &danger.said), ("sure", "yes")],
        },
    )
}

fn drawn(visit: &Visit, reference: &str, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let reasons: Vec<Choice<'_>> =
        GlassReason::ALL.iter().map(|reason| Choice::new(reason.code(), voice.t(reason.key()))).collect();
    let said = Field::new("said", "alerts-glass-said").hint("alerts-glass-said-hint").rows(3);
    let cancel = html! { a .button .plain href="/alerts/own" { (voice.t("form-cancel")) } };
    html! {
        (fields::error_summary(voice, filled))
        h1 { (voice.t("alerts-glass-title")) }
        p { span .mono { (reference) } }
        div .consequence { p { (voice.t("alerts-glass-about")) } }
        (parts::card("glass", &voice.t("alerts-glass-heading"), fields::form(&format!("/alerts/{reference}/glass"), visit.csrf(), html! {
            (fields::radios(voice, filled, &Field::new("reason", "alerts-glass-reason"), &reasons))
            (fields::textarea(voice, filled, &said.max_length(SAID_CHARS_MAX as u32)))
            (fields::submit_row(voice, "alerts-glass-next", Some(cancel)))
        })))
    }
}
