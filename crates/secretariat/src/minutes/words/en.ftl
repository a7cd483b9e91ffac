# The room of minutes.
minutes-title = Minutes
minutes-of = Minutes of { $meeting }
minutes-back = Back to the meeting
minutes-all = All of these minutes
minutes-draft = draft
minutes-adopted = adopted
minutes-adopted-on = on { $day }
minutes-who = Who may read them
minutes-who-members = Members and the secretariat read these minutes.
minutes-who-observers = Members, observers and the secretariat read these minutes.
minutes-missing = There are no minutes in { $language } yet.
minutes-write = Write them in { $language }
minutes-write-on = Go on writing in { $language }
minutes-revision = Revision
minutes-revision-of = revision { $revision }
minutes-revisions = { $count ->
        [one] One revision
       *[other] { $count } revisions
    }
minutes-revisions-about = Every revision, the last first
minutes-when = Recorded
minutes-against = What changed since revision { $revision }
minutes-against-about = What was taken out is struck through; what was put in is underlined.
minutes-first = This is the first revision in this language.
minutes-added = Put in:
minutes-removed = Taken out:
minutes-done-written = The revision is kept. Earlier ones stay.
minutes-done-adopted = The minutes are adopted. Nothing of them changes any more.
minutes-waiting-missing = no minutes yet
minutes-waiting-draft = minutes to be adopted

minutes-write-title = Write minutes
minutes-write-about = You save a new revision. Earlier ones stay. If somebody else saves meanwhile, you see both texts and nothing you typed is lost.
minutes-text = Minutes in { $language }
minutes-text-hint = Each line is a paragraph. Write what a State or an office said, and no person’s name.
minutes-note = What you changed
minutes-write-send = Save the revision
minutes-merge = Somebody saved another revision meanwhile
minutes-merge-about = Your text is not saved yet, and it is all here. Put into it what you want to keep of theirs, then save it again.
minutes-theirs = What stands now: revision { $revision }
minutes-theirs-about = Marked is what they changed since the text you began with.
minutes-yours = Your text
minutes-same = Your text and theirs say the same. There is nothing to save.
minutes-not-kept = Your text is not saved. It is all here: copy it before you leave this page.

minutes-adopt = Enter that they are adopted
minutes-adopt-about = These revisions become the adopted minutes. After that nobody can change them, the secretariat neither.
minutes-adopted-day = Day of the adoption
minutes-adopt-send = Enter the adoption

minutes-fault-blank = Write the text of the minutes.
minutes-fault-text = Write at most 30,000 characters that can be printed. File a longer text as a document.
minutes-fault-note = Write at most 200 characters that can be printed.
minutes-fault-based-on = There is no such revision to begin from.
minutes-fault-unchanged = The text says what stands already. There is nothing to save.
minutes-fault-overtaken = Somebody saved another revision meanwhile. Put both texts together and send it with the revision that stands now.
minutes-fault-adopted = These minutes are adopted. Nothing of them changes any more.
minutes-fault-cancelled = This meeting was cancelled; it has no minutes.
minutes-fault-revisions = This text has 300 revisions, and no more can be kept.
minutes-fault-day-missing = Enter the day of the adoption.
minutes-fault-day = Write a day of the calendar, as 2003-12-02.
minutes-fault-day-range = Enter a day from the meeting’s last to today.
minutes-fault-none = There is no text to adopt.
minutes-fault-seen = Somebody changed the minutes since. Look at what stands now, and enter it again.
