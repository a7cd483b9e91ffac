//! What may be done here, each as a type that a handler asks for, and who may append.

use base::access::Writes;

use super::entries::MinutesEntry;

base::permit!(
    /// Somebody reads the minutes of a meeting, or one of their revisions.
    ShowMinutes = "minutes.show" in "secretariat",
    for [Secretariat], class Members, rate Look
);
base::permit!(
    /// The coordinator writes a revision of the minutes.
    WriteMinutes = "minutes.write" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);
base::permit!(
    /// The coordinator writes down that the minutes are adopted.
    AdoptMinutes = "minutes.adopt" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);

impl Writes<MinutesEntry> for WriteMinutes {}
impl Writes<MinutesEntry> for AdoptMinutes {}
