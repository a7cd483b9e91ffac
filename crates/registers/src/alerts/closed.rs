//! What of an alert, and of what States say about one, rests closed in journal and tables, and what each is bound to.
//!
//! Frozen: what was closed under a name opens under no other. Whom an alert is about rests in clear, because every comparison needs it
//! ([why](../../../../docs/why/0042-what-rests-sealed.md)).

use base::ids::StateCode;
use base::store::{Bound, Rests, Sealer, StoreError};
use uuid::Uuid;

use super::text::{AlertText, RestingText};

/// Why somebody is looked for, and what is asked for; by version.
pub(super) const SEALED: &str = "alerts.sealed";

/// Why a case is grave enough; by version.
pub(super) const GRAVE: &str = "alerts.grave";

/// Why no gentler means would do; by version.
pub(super) const GENTLER: &str = "alerts.gentler";

/// A second person's question.
pub(super) const QUESTION: &str = "alerts.question";

/// Where the holder of a misused identity was born; by their document.
pub(super) const BORN_AT: &str = "alerts.misused.born_at";

/// Where the paper of their consent is kept; by their document.
pub(super) const KEPT_AT: &str = "alerts.misused.kept_at";

/// The office that took it; by their document.
pub(super) const TAKEN_BY: &str = "alerts.misused.taken_by";

/// A question between States; by the position of the match.
pub(super) const ASKED: &str = "alerts.supplement.asked";

/// What is answered to it; by the position of the question.
pub(super) const ANSWERED: &str = "alerts.supplement.answered";

/// A word of a consultation; of the alert that is held.
pub(super) const CONSULTED: &str = "alerts.consultation.said";

/// A proposal to the owner.
pub(super) const PROPOSED: &str = "alerts.proposal.said";

/// In what danger somebody broke the glass.
pub(super) const DANGER: &str = "alerts.glass.said";

/// What oversight found about it; by the position of the breaking.
pub(super) const FOUND: &str = "alerts.glass.note";

/// For what another State is permitted something.
pub(super) const PERMITTED: &str = "alerts.permission.what";

/// Answers what words about an alert are bound to: whose they are, which of them, and part of what.
pub(super) fn bound(field: &'static str, state: StateCode, alert: Uuid, part: u64) -> Bound {
    Bound { field, state, about: alert, part }
}

/// Answers what tells the holders of several documents beside one alert apart: the beginning of the document's hash.
pub(super) fn of_document(document: &[u8; 16]) -> u64 {
    let (first, _) = document.split_at(8);
    first.iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// Closes the sealed part of a version.
pub(super) fn version(
    sealer: &Sealer,
    owner: StateCode,
    alert: Uuid,
    number: u32,
    text: AlertText,
) -> Result<RestingText, StoreError> {
    let sealed = Rests::close(&text.sealed, sealer, &bound(SEALED, owner, alert, number.into()))?;
    Ok(RestingText { subject: text.subject, sealed, handling: text.handling })
}
