# Figures of a year.
room-statistics = Statistics
statistics-about = What States and their officers did with alerts on people, counted year by year. Nobody can be found from these figures, and no alert.
statistics-none = Nothing is published yet.
statistics-all = All years
statistics-published = What is published
statistics-before = The revision before
statistics-heading = The year { $year }
statistics-revision = Revision { $revision }, published { $at }
statistics-withheld-about = Figures under { $least } are not told, but nought; others are not told with them, so that none can be computed.
statistics-withheld = Not told: small, or beside a small one
statistics-withheld-short = n/t
statistics-nothing = Nothing of this was counted.
statistics-noughts = Whatever is not listed is nought.
statistics-row = What
statistics-total = Total
statistics-bars = Totals that are told
statistics-table = By State
statistics-unanswered = Not answered yet
statistics-in-tens = To the nearest ten.
statistics-looks-about = Every time that an officer asked, also where what they put in could not be read. Who was asked about is not known here.

# The sheets.
statistics-sheet-entered = Alerts that came in force
statistics-sheet-extended = Alerts left in force for longer
statistics-sheet-withdrawn = Alerts taken back by their State
statistics-sheet-expired = Alerts whose time was over
statistics-sheet-deleted = Alerts that the panel decided must go
statistics-sheet-in-force = Alerts in force when the year ended
statistics-sheet-looks = Checks and searches
statistics-sheet-outcomes = What came of possible matches
statistics-sheet-flags = Flags on other States' alerts
statistics-sheet-redress = Cases of redress that were lodged
statistics-look-check = Documents checked
statistics-look-search = Searches for a person
statistics-look-match = Possible matches put before a colleague

# False matches.
statistics-false-title = Taken for somebody else
statistics-false-share = Of a thousand possible matches that were decided, { $share } were somebody else (95 % interval: { $low } to { $high }).
statistics-false-about = Matches that could not be decided are not among them.
statistics-false-none = Too few to be told.

# The year that is not published.
statistics-not-begun = Nothing is counted before the register is switched on and a week is over.
statistics-counted-until = Counted before { $day }.
statistics-running = This year is not over. It is not public.
statistics-same = Published as it stands here.
statistics-issue-consequence = Anyone can read what you publish, and it is never changed: what comes later is a new revision beside it.
statistics-issue-act = Publish this year
statistics-refused-counting = That year is not over, or not counted to its end.
statistics-refused-same = Nothing is different from what is published.
statistics-fault-format = Choose csv or json.
