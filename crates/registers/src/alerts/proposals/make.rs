//! The act "propose something to the owner of an alert": by whoever works on alerts of another State that is shown it (G-12).
//!
//! That its purpose is achieved is a proposal too, and the only one from which something follows of itself (G-15). It is never made by
//! what came of a match: that somebody stood at a border does not say that what was asked for is done, and an owner is told of no match by it.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Redirect;
use base::access::{Permit, Resource};
use base::desk::{Entries, Permitted};
use base::store::{Rests, StoreError};
use base::web::fields::{self, Choice, Field};
use base::web::{Filled, InputFault, Posted, Refusal, Said, Visit, parts};
use jiff::ToSpan;
use maud::{Markup, html};

use super::entries::{NoticeDays, ProposalMade};
use super::queries::{self, Outcome};
use super::{NOTICE_DAYS, ProposalKind, list};
use crate::alerts::entries::AlertsEntry;
use crate::alerts::permits::ProposeToOwner;
use crate::alerts::typed::sentence;
use crate::alerts::{claims, closed, flags, form, found, today};

/// The most characters of what is said.
pub(super) const SAID_CHARS_MAX: usize = 500;

/// Proposals that one State makes about one alert at most.
const MADE_MAX: usize = 10;

/// What is proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Made {
    /// What.
    pub kind: ProposalKind,
    /// Why, or what.
    pub said: String,
}

/// Proposes something to the owner of an alert.
///
/// Errors: `Refused` where the speaking State is not shown it, where it is its own, where the person has asked
/// that State for protection, where the same is proposed already, and after ten.
pub(super) fn propose(entries: &Entries<'_, AlertsEntry>, reference: &str, made: Made) -> Result<(), StoreError> {
    let (state, day) = (entries.stamp().state, today(entries.stamp().at));
    let face = flags::ask::foreign(entries.now(), state, reference, day)?;
    let face = face.ok_or(StoreError::Refused("alerts-refused-ended"))?;
    found::may_speak(entries, face.category)?;
    // That somebody met the person would be told by it (G-23).
    if claims::hides(entries.now(), face.id, state)? {
        return Err(StoreError::Refused("alerts-supplement-refused-claim"));
    }
    let all = queries::about(entries.now(), face.id, day)?;
    let achieved = made.kind == ProposalKind::Achieved;
    let same = |one: &&queries::Proposal| {
        one.outcome == Outcome::Open && one.kind == made.kind && (achieved || one.by == state)
    };
    if all.iter().any(|one| same(&one)) {
        return Err(StoreError::Refused("alerts-proposal-refused-already"));
    }
    if all.iter().filter(|one| one.by == state).count() >= MADE_MAX {
        return Err(StoreError::Refused("alerts-proposal-refused-enough"));
    }
    let ends = day.saturating_add(NOTICE_DAYS.days()).min(face.until);
    let notice = achieved.then_some(NoticeDays { ends, was: face.until });
    let bound = closed::bound(closed::PROPOSED, state, face.id, 0);
    entries.append(&AlertsEntry::ProposalMade(ProposalMade {
        alert: face.id,
        kind: made.kind,
        said: Rests::close(&made.said, entries.sealer(), &bound)?,
        notice,
    }))?;
    Ok(())
}

/// Answers what the policies must know of an alert that the caller's State is shown and does not own. Whoever goes through references is
/// stopped.
pub(super) async fn to_make<P: Permit>(permitted: &Permitted<P>, reference: &str) -> Result<Resource, Refusal> {
    found::count_reference(permitted, reference).await?;
    flags::ask::to_ask(permitted, reference).await
}

/// Reads what is proposed.
///
/// Errors: every fault there is.
pub(super) fn read(kind: &str, said: &str) -> Result<Made, Vec<InputFault>> {
    let kind = ProposalKind::read(kind)
        .ok_or_else(|| InputFault::field("kind", "no-such-code", Said::plain("alerts-proposal-fault-kind")));
    match (kind, sentence("said", said, SAID_CHARS_MAX)) {
        (Ok(kind), Ok(said)) => Ok(Made { kind, said }),
        (kind, said) => Err(kind.err().into_iter().chain(said.err()).collect()),
    }
}

/// Asks what, and why.
pub(in crate::alerts) async fn page(
    permitted: Permitted<ProposeToOwner>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let resource = to_make(&permitted, &reference).await?;
    permitted.open_with_outcome(resource, "form").await?;
    Ok(visit.page("alerts-proposal-title", drawn(&visit, &reference, &Filled::new())))
}

/// Proposes it.
pub(in crate::alerts) async fn submit(
    permitted: Permitted<ProposeToOwner>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Result<Redirect, (StatusCode, Markup)>, Refusal> {
    let resource = to_make(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let made = match read(filled.typed("kind"), filled.typed("said")) {
        Ok(made) => made,
        Err(faults) => {
            form::refuse(&visit.voice, &mut filled, &faults);
            return Ok(Err(visit.refused_page("alerts-proposal-title", drawn(&visit, &reference, &filled))));
        }
    };
    writer.append(move |entries| propose(entries, &reference, made)).await?;
    Ok(Ok(Redirect::to(&format!("{}?done=proposal-made", list::PATH))))
}

fn drawn(visit: &Visit, reference: &str, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let kinds: Vec<Choice<'_>> =
        ProposalKind::ALL.iter().map(|kind| Choice::new(kind.code(), voice.t(kind.key()))).collect();
    html! {
        (fields::error_summary(voice, filled))
        h1 { (voice.t("alerts-proposal-title")) }
        p { span .mono { (reference) } }
        div .consequence { p { (voice.tn("alerts-proposal-consequence", &[("days", i64::from(NOTICE_DAYS).into())])) } }
        (parts::card("proposal", &voice.t("alerts-proposal-heading"), fields::form(&format!("/alerts/{reference}/proposal"), visit.csrf(), html! {
            (fields::radios(voice, filled, &Field::new("kind", "alerts-proposal-kind"), &kinds))
            (fields::textarea(voice, filled, &Field::new("said", "alerts-proposal-said").hint("alerts-proposal-said-hint").rows(4).max_length(SAID_CHARS_MAX as u32)))
            (fields::submit_row(voice, "alerts-proposal-make", Some(html! { a .button .plain href=(list::PATH) { (voice.t("form-cancel")) } })))
        })))
    }
}
