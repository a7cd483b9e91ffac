//! What may be done here, as types that functions ask for. Who may: `policies/alerts.cedar`.

use base::access::Writes;
use base::permit;

use super::entries::AlertsEntry;

permit!(
    /// Somebody looks whether the register is switched on, and for whom.
    ShowRegister = "alerts.register" in "registers",
    for [Secretariat, Administration, AlertIssuance, ChildProtection], class Members, rate Look
);
permit!(
    /// The coordinator records the decision that adopts the register, or ends it.
    AdoptRegister = "alerts.adopt" in "registers", for [Secretariat], class Members, rate Write, writes
);
permit!(
    /// A State's administrator says that their State takes part in a category, or no longer does.
    OptIn = "alerts.opt" in "registers", for [Administration], class Members, rate Write, writes
);

impl Writes<AlertsEntry> for AdoptRegister {}
impl Writes<AlertsEntry> for OptIn {}
