//! What may be done here, each as a type that a handler asks for, and who may append.

use base::access::Writes;

use super::entries::DecisionEntry;
use crate::obligations::ObligationEntry;

base::permit!(
    /// Somebody looks decisions up in the register.
    ListDecisions = "decisions.list" in "secretariat",
    for [Secretariat], class Members, rate Look
);
base::permit!(
    /// Somebody opens one decision.
    ShowDecision = "decisions.show" in "secretariat",
    for [Secretariat], class Members, rate Look
);
base::permit!(
    /// Somebody takes a copy of the decisions of a meeting away.
    ExportDecisions = "decisions.export" in "secretariat",
    for [Secretariat], class Members, rate Look
);
base::permit!(
    /// The coordinator looks at drafts that were read from a text.
    ShowDrafts = "decisions.drafts" in "secretariat",
    for [Secretariat], class Members, rate Look
);
base::permit!(
    /// The coordinator has a text read into drafts.
    ImportDeclaration = "decisions.import" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);
base::permit!(
    /// The coordinator confirms, changes or drops a draft.
    ChangeDraft = "decisions.draft" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);
base::permit!(
    /// The coordinator enters what was adopted.
    AdoptDecisions = "decisions.adopt" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);
base::permit!(
    /// The coordinator adds to the history of a decision.
    RecordHistory = "decisions.history" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);

impl Writes<DecisionEntry> for ImportDeclaration {}
impl Writes<DecisionEntry> for ChangeDraft {}
impl Writes<DecisionEntry> for AdoptDecisions {}
impl Writes<DecisionEntry> for RecordHistory {}
impl Writes<ObligationEntry> for AdoptDecisions {}
