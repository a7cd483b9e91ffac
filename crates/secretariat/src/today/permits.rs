//! What may be seen here, each as a type that a handler asks for.

base::permit!(
    /// Somebody sees what waits for their party.
    ShowToday = "today.show" in "secretariat",
    for [Secretariat], class Members, rate Look
);
base::permit!(
    /// Somebody takes what waits for their party, and meetings, as a calendar.
    TakeCalendar = "today.calendar" in "secretariat",
    for [Secretariat], class Members, rate Look
);
