//! What may be done here, as types that functions ask for. Who may: `policies/statistics.cedar`. What is published anyone reads.

use base::access::Writes;
use base::permit;

use super::entries::StatisticsEntry;

permit!(
    /// Somebody who oversees looks at the year that is not over, or not published.
    ShowRunning = "statistics.running" in "registers", for [Oversight, Secretariat], class Members, rate Look
);
permit!(
    /// The coordinator publishes the figures of a year that is over, or a new revision of them.
    IssueYear = "statistics.issue" in "registers", for [Secretariat], class Members, rate Write, writes
);

impl Writes<StatisticsEntry> for IssueYear {}
