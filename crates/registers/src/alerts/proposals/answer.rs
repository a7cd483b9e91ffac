//! The act "answer a proposal", by the owner of the alert: what is accepted opens the act that does it, with a second person of its own
//! where that act needs one; what is refused has a ground.

use axum::extract::Path;
use axum::response::Redirect;
use base::desk::{Entries, Permitted};
use base::store::StoreError;
use base::web::{Posted, Refusal};

use super::entries::ProposalAnswered;
use super::queries::{self, Outcome, Proposal};
use super::{ProposalKind, RefusalGround};
use crate::alerts::entries::AlertsEntry;
use crate::alerts::permits::AnswerProposal;
use crate::alerts::{found, today};

/// What the owner says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// It does as proposed.
    Accept,
    /// It does not, and why.
    Refuse(RefusalGround),
}

impl Answer {
    /// Reads the code of a form or a program: `accept`, or a ground.
    pub(super) fn read(code: &str) -> Option<Self> {
        if code == "accept" { Some(Answer::Accept) } else { RefusalGround::read(code).map(Answer::Refuse) }
    }
}

/// Answers a proposal; answers what was proposed.
///
/// Errors: `Refused` where it is not to the speaking State, is answered already, or says that the alert's purpose is achieved: that one is
/// taken back, or judged anew by a second person.
pub(super) fn answer(
    entries: &Entries<'_, AlertsEntry>,
    reference: &str,
    proposed_at: u64,
    answer: Answer,
) -> Result<ProposalKind, StoreError> {
    let stamp = entries.stamp();
    let one = one(entries, reference, proposed_at)?;
    let alert = one.alert;
    if one.owner != stamp.state || one.outcome != Outcome::Open {
        return Err(StoreError::Refused(found::STALE));
    }
    found::may_speak(entries, one.category)?;
    if one.kind == ProposalKind::Achieved {
        return Err(StoreError::Refused("alerts-proposal-refused-achieved"));
    }
    let ground = match answer {
        Answer::Accept => None,
        Answer::Refuse(ground) => Some(ground),
    };
    entries.append(&AlertsEntry::ProposalAnswered(ProposalAnswered { alert, proposed_at, ground }))?;
    Ok(one.kind)
}

fn one(entries: &Entries<'_, AlertsEntry>, reference: &str, proposed_at: u64) -> Result<Proposal, StoreError> {
    let stamp = entries.stamp();
    let day = today(stamp.at);
    let own = crate::alerts::queries::own(entries.now(), reference, stamp.state, day)?;
    let own = own.ok_or(StoreError::Refused("alerts-refused-ended"))?;
    let all = queries::about(entries.now(), own.id, day)?;
    all.into_iter().find(|one| one.proposed_at == proposed_at).ok_or(StoreError::Refused(found::STALE))
}

/// Answers it, and leads to the act that does what was accepted.
pub(in crate::alerts) async fn submit(
    permitted: Permitted<AnswerProposal>,
    Path(reference): Path<String>,
    Posted(filled): Posted,
) -> Result<Redirect, Refusal> {
    let resource = found::own(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let seen: u64 = filled.typed("seen").parse().map_err(|_| Refusal::conflict(found::STALE))?;
    let said = Answer::read(filled.typed("answer"))
        .ok_or_else(|| Refusal::field("answer", "no-such-code", "alerts-proposal-fault-answer"))?;
    let of = reference.clone();
    let kind = writer.append(move |entries| answer(entries, &of, seen, said)).await?;
    Ok(Redirect::to(&match (said, kind) {
        (Answer::Refuse(_), _) => format!("{}?done=proposal-refused", super::list::PATH),
        (Answer::Accept, ProposalKind::Withdraw) => format!("/alerts/{reference}/withdraw"),
        (Answer::Accept, _) => format!("/alerts/{reference}/correct"),
    }))
}
