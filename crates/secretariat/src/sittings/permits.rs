//! What may be done here, each as a type that a handler asks for, and who may append.

use base::access::Writes;

use super::entries::SittingEntry;

base::permit!(
    /// Somebody looks at the agenda, the attendance or the statements of a meeting.
    ShowSitting = "sittings.show" in "secretariat",
    for [Secretariat], class Members, rate Look
);
base::permit!(
    /// The coordinator sets the agenda of a meeting.
    SetAgenda = "sittings.agenda" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);
base::permit!(
    /// The coordinator writes down who was there.
    RecordAttendance = "sittings.attendance" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);
base::permit!(
    /// An observer, a network or a guest hands a statement in, or the coordinator for one of them.
    HandIn = "sittings.hand_in" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);
base::permit!(
    /// The presidency or the coordinator answers a statement.
    AnswerStatement = "sittings.answer" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);

impl Writes<SittingEntry> for SetAgenda {}
impl Writes<SittingEntry> for RecordAttendance {}
impl Writes<SittingEntry> for HandIn {}
impl Writes<SittingEntry> for AnswerStatement {}
