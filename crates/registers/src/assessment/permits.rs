//! What may be done here. Who may: `policies/assessment.cedar`.

use base::permit;

permit!(
    /// Somebody who answers for data, for people or for the machine reads what is held, by which rules, and what is configured.
    ShowAssessment = "assessment.show" in "registers",
    for [Oversight, DataStewardship, Administration, Operation], class Members, rate Look
);
