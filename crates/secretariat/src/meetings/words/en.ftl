# The room of meetings.
house-secretariat-entries = Entries in the journal of the secretariat

room-meetings = Meetings
meetings-list = Meetings
meetings-list-about = The meetings of the conference and of its bodies, the latest first.
meetings-list-caption = Meetings
meetings-list-empty = No meeting has been entered yet.
meetings-back = All meetings

meetings-meeting = Meeting
meetings-symbol = Symbol
meetings-title = Title
meetings-standing = Status
meetings-standing-planned = called
meetings-standing-moved = moved
meetings-standing-held = held
meetings-standing-cancelled = cancelled
meetings-when = Days
meetings-days = { $first } to { $last }
meetings-planned-for = First called for
meetings-place = City
meetings-host = Host
meetings-zone = Time zone of the place
meetings-series = Body
meetings-numbered = { $series }, number { $number }
meetings-parent = Belongs to
meetings-parent-none = no other meeting
meetings-members-only = Who sees it
meetings-members-only-yes = members and the secretariat only
meetings-members-only-no = members and observers
meetings-children = Meetings that belong to it
meetings-history = What was recorded
meetings-minutes = Minutes of this meeting
meetings-done-planned = The meeting is entered.
meetings-done-changed = The change is entered. What was planned stays on record.

meetings-plan = Enter a meeting
meetings-plan-about = What you enter stays on record. If the meeting moves, you say so, and the first days stay in sight.
meetings-plan-send = Enter the meeting
meetings-symbol-hint = Capital letters and digits in parts, as in RCM/VIII.
meetings-series-hint = Short name of the body whose meetings are counted, as in RCM.
meetings-number = Which of its meetings
meetings-title-en = Title in English
meetings-title-es = Title in Spanish
meetings-parent-hint = The symbol of the meeting during which it sits.
meetings-first-on = First day
meetings-last-on = Last day
meetings-zone-hint = By its name, as in America/Panama.

meetings-change = Enter what became of it
meetings-change-about = The days it was first called for are not overwritten.
meetings-became = What became of it
meetings-note = Why
meetings-change-send = Enter the change

meetings-fault-symbol = Write capital letters and digits in parts, as in RCM/VIII.
meetings-fault-symbol-known = Another meeting has this symbol already.
meetings-fault-series = Write up to 12 capital letters and digits, as in RCM.
meetings-fault-number = Write a number from 1 to 9999.
meetings-fault-number-known = This body has a meeting with that number already.
meetings-fault-title-en-missing = Enter the title in English.
meetings-fault-title-es-missing = Enter the title in Spanish.
meetings-fault-place-missing = Enter the city.
meetings-fault-text = Write at most 200 characters that can be printed.
meetings-fault-parent-unknown = No meeting has this symbol. Enter that one first.
meetings-fault-host = Choose a member State.
meetings-fault-first-on-missing = Enter the first day.
meetings-fault-last-on-missing = Enter the last day.
meetings-fault-day = Write a day of the calendar, as 2003-05-30.
meetings-fault-order = The last day is before the first.
meetings-fault-length = A meeting lasts at most 60 days.
meetings-fault-zone = Write the name of a time zone, as America/Panama.
meetings-fault-standing = Choose what became of it.
meetings-fault-not-over = This day is not over yet. A meeting was held once its last day has come.
meetings-fault-over = This meeting was held or cancelled; nothing more can become of it.
meetings-fault-after = The list cannot go on from there.
meetings-slip = { $days ->
        [one] one day later than planned
       *[other] { $days } days later than planned
    }
meetings-forward = { $days ->
        [one] one day earlier than planned
       *[other] { $days } days earlier than planned
    }

meetings-correct = Correct what was mistyped
meetings-correct-about = Correct a meeting that was mistyped, while nothing hangs on it. What was typed before stays on record. If the meeting moved, enter what became of it instead: a correction is no slip.
meetings-correct-note = What was mistyped
meetings-correct-send = Enter the correction
meetings-corrected = corrected
meetings-was = Before
meetings-done-corrected = The correction is entered. What was typed before stays on record.
meetings-fault-note-missing = Say what was mistyped.
meetings-fault-not-planned = This meeting moved, was held or was cancelled. Enter what became of it instead.
meetings-fault-hangs = Something hangs on this meeting already: a meeting below it, a document, a decision, a guest or a delegation, its agenda, its minutes. It can no longer be corrected.
