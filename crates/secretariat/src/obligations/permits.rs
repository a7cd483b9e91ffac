//! What may be done here, each as a type that a handler asks for, and who may append.

use base::access::Writes;

use super::entries::ObligationEntry;

base::permit!(
    /// Somebody lists what States and bodies owe.
    ListObligations = "obligations.list" in "secretariat",
    for [Secretariat], class Members, rate Look
);
base::permit!(
    /// Somebody opens one obligation.
    ShowObligation = "obligations.show" in "secretariat",
    for [Secretariat], class Members, rate Look
);
base::permit!(
    /// A delegate writes down what came of its party's duty, or the coordinator of a body's.
    NoteObligation = "obligations.note" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);
base::permit!(
    /// The coordinator writes down that a condition is met, that a decision released it, or reminds.
    SettleObligation = "obligations.settle" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);

impl Writes<ObligationEntry> for NoteObligation {}
impl Writes<ObligationEntry> for SettleObligation {}
