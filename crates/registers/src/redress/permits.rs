//! What may be done here, as types that functions ask for. Who may: `policies/redress.cedar`.

use base::access::Writes;
use base::permit;

use super::entries::RedressEntry;
use crate::alerts::AlertsEntry;

permit!(
    /// Somebody lists the cases of their State, or those that stand before the panel; no name in it.
    ListCases = "redress.list" in "registers", for [Redress], class Personal, rate Look
);
permit!(
    /// Somebody opens one case: what is asked for, until when, what was answered.
    ShowCase = "redress.show" in "registers", for [Redress], class Personal, rate Look
);
permit!(
    /// Somebody opens who asks, in whose words, and how they are reached.
    ReadPetition = "redress.read_sealed" in "registers", for [Redress], class Protected, rate Look
);
permit!(
    /// An officer writes down what somebody asks of their State.
    OpenCase = "redress.open" in "registers", for [Redress], class Protected, rate Write, writes
);
permit!(
    /// An officer answers.
    AnswerCase = "redress.answer" in "registers", for [Redress], class Protected, rate Write, writes
);
permit!(
    /// An officer puts a case before the panel.
    ReferCase = "redress.refer" in "registers", for [Redress], class Personal, rate Write, writes
);
permit!(
    /// A member of the panel takes an alert out of every search until it is decided.
    BlockAlert = "redress.block" in "registers", for [Redress], class Protected, rate Write, writes
);
permit!(
    /// A member of the panel proposes what is to become of an alert.
    ProposeRuling = "redress.propose" in "registers", for [Redress], class Protected, rate Write, writes
);
permit!(
    /// A second member of the panel, of another State, decides it.
    DecideRuling = "redress.decide" in "registers", for [Redress], class Protected, rate Write, writes
);
permit!(
    /// Somebody reads what the panel has decided, which names nobody.
    ListDecisions = "redress.decisions" in "registers",
    for [Redress, AlertIssuance, ChildProtection, Oversight, Administration, Secretariat], class Members, rate Look
);

impl Writes<RedressEntry> for OpenCase {}
impl Writes<RedressEntry> for AnswerCase {}
impl Writes<RedressEntry> for ReferCase {}
impl Writes<RedressEntry> for BlockAlert {}
impl Writes<AlertsEntry> for BlockAlert {}
impl Writes<RedressEntry> for ProposeRuling {}
impl Writes<RedressEntry> for DecideRuling {}
impl Writes<AlertsEntry> for DecideRuling {}
