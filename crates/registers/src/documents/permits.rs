//! What may be done here, as types that functions ask for. Who may: `policies/documents.cedar`.

use base::access::Writes;
use base::permit;

use super::entries::AlertEntry;

permit!(
    /// Somebody of a member State looks through published alerts.
    ListAlerts = "documents.list" in "registers",
    for [BorderControl, DocumentExamination, DataStewardship], class Members, rate Look
);
permit!(
    /// Somebody looks through their own State's alerts that are not published yet.
    ListWork = "documents.list_work" in "registers",
    for [DocumentExamination, DataStewardship], class Members, rate Look
);
permit!(
    /// An examiner looks through other States' alerts that wait for a confirmation.
    ListWaiting = "documents.list_waiting" in "registers",
    for [DocumentExamination], class Members, rate Look
);
permit!(
    /// Somebody reads one alert.
    ShowAlert = "documents.show" in "registers",
    for [BorderControl, DocumentExamination, DataStewardship], class Members, rate Look
);
permit!(
    /// An examiner writes a private working copy.
    DraftAlert = "documents.draft" in "registers", for [DocumentExamination], class Members, rate Write, writes
);
permit!(
    /// An examiner hands an alert in for their State.
    SubmitAlert = "documents.submit" in "registers", for [DocumentExamination], class Members, rate Write, writes
);
permit!(
    /// An examiner hands in a new version of their State's alert.
    CorrectAlert = "documents.correct" in "registers", for [DocumentExamination], class Members, rate Write, writes
);
permit!(
    /// An examiner of another State confirms an alert.
    ConfirmAlert = "documents.confirm" in "registers", for [DocumentExamination], class Members, rate Write, writes
);
permit!(
    /// An examiner of another State returns an alert with a question.
    ReturnAlert = "documents.return" in "registers", for [DocumentExamination], class Members, rate Write, writes
);
permit!(
    /// The author's State puts a confirmed alert in force.
    PublishAlert = "documents.publish" in "registers",
    for [DocumentExamination, DataStewardship], class Members, rate Write, writes
);
permit!(
    /// The author's State looks at a published alert again.
    ReviewAlert = "documents.review" in "registers",
    for [DocumentExamination, DataStewardship], class Members, rate Write, writes
);
permit!(
    /// The author's State names another alert that stands in this one's place.
    SupersedeAlert = "documents.supersede" in "registers",
    for [DocumentExamination, DataStewardship], class Members, rate Write, writes
);
permit!(
    /// The author's State takes an alert back.
    WithdrawAlert = "documents.withdraw" in "registers",
    for [DocumentExamination, DataStewardship], class Members, rate Write, writes
);

impl Writes<AlertEntry> for SubmitAlert {}
impl Writes<AlertEntry> for CorrectAlert {}
impl Writes<AlertEntry> for ConfirmAlert {}
impl Writes<AlertEntry> for ReturnAlert {}
impl Writes<AlertEntry> for PublishAlert {}
impl Writes<AlertEntry> for ReviewAlert {}
impl Writes<AlertEntry> for SupersedeAlert {}
impl Writes<AlertEntry> for WithdrawAlert {}
