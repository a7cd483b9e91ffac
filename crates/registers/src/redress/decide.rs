//! The acts "propose what is to become of an alert" and "decide it": two members of the panel, of two States, neither of them the
//! alert's. What is kept comes back; what is to be corrected or taken back stays blocked, and is its State's open duty until done.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Redirect;
use base::desk::{Entries, Permitted};
use base::store::StoreError;
use base::web::fields::{self, Choice, Field};
use base::web::{Filled, Posted, Refusal, Visit};
use maud::{Markup, html};
use uuid::Uuid;

use super::coded::{RulingGround, Sort};
use super::entries::{Decided, Proposed, RedressEntry};
use super::found;
use super::permits::{DecideRuling, ProposeRuling};
use super::queries::{self, Case};
use crate::alerts::blocks::{self, Concerned, Ruling};
use crate::alerts::{AlertsEntry, Category, Stance, today};

/// Proposes what is to become of the blocked alert of a case.
///
/// Errors: `Refused` where nothing is blocked for it, a proposal waits already, or the alert is the speaking State's own.
pub(super) fn propose(
    entries: &Entries<'_, RedressEntry>,
    petition: Uuid,
    ruling: Ruling,
    ground: RulingGround,
) -> Result<(), StoreError> {
    blocked(entries, petition)?;
    if queries::proposal(entries.now(), petition)?.is_some() {
        return Err(StoreError::Refused("redress-refused-proposed"));
    }
    entries.append(&RedressEntry::Proposed(Proposed { petition, ruling, ground }))?;
    Ok(())
}

/// Decides the proposal that was seen, and publishes what was decided.
///
/// Errors: `Refused` where another one waits, to whoever proposed it and to their State, and where the alert is the speaking State's.
pub(super) fn decide(
    alerts: &Entries<'_, AlertsEntry>,
    cases: &Entries<'_, RedressEntry>,
    petition: Uuid,
    seen: u64,
) -> Result<(), StoreError> {
    let (_, alert) = blocked(cases, petition)?;
    let proposal = queries::proposal(cases.now(), petition)?.filter(|proposal| proposal.position == seen);
    let proposal = proposal.ok_or(StoreError::Refused(found::STALE))?;
    let stamp = cases.stamp();
    if proposal.person == stamp.person || proposal.state == stamp.state {
        return Err(StoreError::Refused("redress-refused-alone"));
    }
    let category = blocks::rule(alerts, petition, alert.alert, proposal.ruling)?;
    let day = today(stamp.at);
    cases.append(&RedressEntry::Decided(Decided {
        petition,
        proposed_at: seen,
        year: day.year(),
        number: queries::next_decision(cases.now(), day.year())?,
        month: day.month(),
        sort: sort(category),
        ruling: proposal.ruling,
        ground: proposal.ground,
    }))?;
    Ok(())
}

/// Reads a case whose alert is blocked, and is not the speaking State's.
fn blocked(entries: &Entries<'_, RedressEntry>, petition: Uuid) -> Result<(Case, Concerned), StoreError> {
    let case = found::inside(entries, petition)?;
    let alert = case.alert.map(|alert| blocks::of_case(entries.now(), alert)).transpose()?.flatten();
    let alert = alert.filter(|alert| alert.blocked && alert.owner != entries.stamp().state);
    Ok((case, alert.ok_or(StoreError::Refused("redress-refused-not-blocked"))?))
}

/// Answers all that is published of what sort an alert was.
const fn sort(category: Category) -> Sort {
    match category.stance() {
        Stance::Protective => Sort::Protective,
        Stance::Witness => Sort::Witness,
        Stance::Accusing => Sort::Accusing,
    }
}

/// Asks what is to become of it, and why.
pub(super) async fn page(
    permitted: Permitted<ProposeRuling>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let resource = found::to_decide(&permitted, &reference).await?;
    permitted.open_with_outcome(resource, "form").await?;
    Ok(visit.page("redress-propose-title", drawn(&visit, &reference, &Filled::new())))
}

/// Puts it before another member.
pub(super) async fn propose_submit(
    permitted: Permitted<ProposeRuling>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Result<Redirect, (StatusCode, Markup)>, Refusal> {
    let resource = found::to_decide(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let (ruling, ground) = (Ruling::read(filled.typed("ruling")), RulingGround::read(filled.typed("ground")));
    let (Some(ruling), Some(ground)) = (ruling, ground) else {
        for (field, missing, key) in
            [("ruling", ruling.is_none(), "redress-fault-ruling"), ("ground", ground.is_none(), "redress-fault-why")]
        {
            if missing {
                filled.refuse(field, visit.voice.t(key));
            }
        }
        return Ok(Err(visit.refused_page("redress-propose-title", drawn(&visit, &reference, &filled))));
    };
    let petition = found::case(writer.reader(), &reference)?.petition;
    writer.append(move |entries| propose(entries, petition, ruling, ground)).await?;
    Ok(Ok(Redirect::to(&format!("/redress/{reference}?done=proposed"))))
}

/// Decides it.
pub(super) async fn decide_submit(
    permitted: Permitted<DecideRuling>,
    Path(reference): Path<String>,
    Posted(filled): Posted,
) -> Result<Redirect, Refusal> {
    let resource = found::to_decide(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let petition = found::case(writer.reader(), &reference)?.petition;
    let seen: u64 = filled.typed("seen").parse().map_err(|_| Refusal::conflict(found::STALE))?;
    writer.append_both(move |alerts, cases| decide(alerts, cases, petition, seen)).await?;
    Ok(Redirect::to(&format!("/redress/{reference}?done=decided")))
}

fn drawn(visit: &Visit, reference: &str, filled: &Filled) -> Markup {
    let (voice, path) = (&visit.voice, format!("/redress/{reference}"));
    let rulings: Vec<Choice<'_>> =
        Ruling::ALL.iter().map(|one| Choice::new(one.code(), voice.t(ruling(*one)))).collect();
    let grounds: Vec<Choice<'_>> =
        RulingGround::ALL.iter().map(|one| Choice::new(one.code(), voice.t(one.key()))).collect();
    html! {
        (fields::error_summary(voice, filled))
        h1 { (voice.t("redress-propose-title")) }
        p { span .mono { (reference) } }
        p { (voice.t("redress-propose-about")) }
        (fields::form(&format!("{path}/propose"), visit.csrf(), html! {
            (fields::radios(voice, filled, &Field::new("ruling", "redress-ruling"), &rulings))
            (fields::radios(voice, filled, &Field::new("ground", "redress-why"), &grounds))
            (fields::submit_row(voice, "redress-propose-act", Some(html! { a .button .plain href=(path) { (voice.t("form-cancel")) } })))
        }))
    }
}

const fn ruling(one: Ruling) -> &'static str {
    match one {
        Ruling::Keep => "redress-rule-keep",
        Ruling::Correct => "redress-rule-correct",
        Ruling::Delete => "redress-rule-delete",
    }
}
