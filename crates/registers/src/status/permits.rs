//! What may be done here, each as a type that a handler asks for, and who may append.

use base::access::Writes;

use super::entries::StatusEntry;

base::permit!(
    /// Somebody lists what their own State says of its documents.
    ListStatus = "status.list" in "registers",
    for [DocumentIssuance, DataStewardship], class Personal, rate Look
);
base::permit!(
    /// Somebody opens one entry of their own State.
    ShowStatus = "status.show" in "registers",
    for [DocumentIssuance, DataStewardship], class Personal, rate Look
);
base::permit!(
    /// Somebody looks for their own State's entries of one number.
    FindStatus = "status.find" in "registers",
    for [DocumentIssuance, DataStewardship], class Personal, rate Look
);
base::permit!(
    /// Somebody takes a copy of what their own State says; it names no number.
    ExportStatus = "status.export" in "registers",
    for [DocumentIssuance, DataStewardship], class Personal, rate Bulk
);
base::permit!(
    /// The issuing authority says what has become of a document.
    ReportStatus = "status.report" in "registers",
    for [DocumentIssuance], class Personal, rate Write, writes
);
base::permit!(
    /// The issuing authority corrects what it said.
    CorrectStatus = "status.correct" in "registers",
    for [DocumentIssuance], class Personal, rate Write, writes
);
base::permit!(
    /// The issuing authority takes back what it said.
    WithdrawStatus = "status.withdraw" in "registers",
    for [DocumentIssuance], class Personal, rate Write, writes
);

impl Writes<StatusEntry> for ReportStatus {}
impl Writes<StatusEntry> for CorrectStatus {}
impl Writes<StatusEntry> for WithdrawStatus {}
