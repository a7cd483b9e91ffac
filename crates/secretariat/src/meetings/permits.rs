//! What may be done here, each as a type that a handler asks for, and who may append.

use base::access::Writes;

use super::entries::MeetingEntry;

base::permit!(
    /// Somebody lists the meetings of the conference.
    ListMeetings = "meetings.list" in "secretariat",
    for [Secretariat], class Members, rate Look
);
base::permit!(
    /// Somebody opens one meeting.
    ShowMeeting = "meetings.show" in "secretariat",
    for [Secretariat], class Members, rate Look
);
base::permit!(
    /// The coordinator writes down that a meeting is called.
    PlanMeeting = "meetings.plan" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);
base::permit!(
    /// The coordinator writes down what became of a meeting.
    ChangeMeeting = "meetings.change" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);
base::permit!(
    /// The coordinator corrects a meeting that was mistyped, while nothing hangs on it.
    CorrectMeeting = "meetings.correct" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);

impl Writes<MeetingEntry> for PlanMeeting {}
impl Writes<MeetingEntry> for ChangeMeeting {}
impl Writes<MeetingEntry> for CorrectMeeting {}
