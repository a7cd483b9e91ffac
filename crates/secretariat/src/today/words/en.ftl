# The page of today.
room-today = Today
today-title = Today
today-about = What waits for { $party }, by deadline, on your clock.
today-overdue = Overdue
today-ahead = Ahead
today-none = Nothing waits for you.
today-until = until { $at }
today-no-day = no day known
today-reminded = The secretariat reminded you on { $at }
today-meeting = Meeting
today-late-by = Overdue by party
today-party = Party
today-late-count = Overdue
today-calendar = Take it as a calendar
today-calendar-name = { $party }: meetings and deadlines
today-fault-delegation = Name a party of the conference; only the secretariat’s coordinator may name another than one’s own.
today-fault-language = Choose en, es or fr.
