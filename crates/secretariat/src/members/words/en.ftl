# The room of members, bodies and presidencies.
room-members = Members
members-list = Members and observers
members-list-about = What each party is to the conference, since when and by which decision. See also:
members-list-empty = Nobody.
members-as-of = As they were on
members-as-of-send = Show that day
members-back = All parties
members-party = Party
members-party-back = Back to the party
members-name = Name
members-code = Code
members-code-hint = A State’s own three letters; X and two letters for whoever is no State.
members-class = Class
members-class-member = member State
members-class-observer-state = observer State
members-class-observer-organisation = observer organisation
members-class-network = civil-society network
members-class-guest = special guest
members-classes-member = { $count ->
        [one] One member State
       *[other] { $count } member States
    }
members-classes-observer-state = { $count ->
        [one] One observer State
       *[other] { $count } observer States
    }
members-classes-observer-organisation = { $count ->
        [one] One observer organisation
       *[other] { $count } observer organisations
    }
members-classes-network = { $count ->
        [one] One civil-society network
       *[other] { $count } civil-society networks
    }
members-classes-guest = { $count ->
        [one] One special guest
       *[other] { $count } special guests
    }
members-since = Since
members-by = By
members-founding = from the beginning
members-invited-to = invited to { $meeting }
members-gone = No longer
members-history = What it was, is and will be
members-lasts = lasts
members-ended-by = How it ended
members-until = until { $day }

members-applications = Applications
members-applications-empty = Nobody has applied.
members-application = Application
members-apply = Enter an application
members-apply-about = Somebody asks in writing to be admitted. Next you go through the checklist of the class, and enter what was decided.
members-apply-send = Enter the application
members-name-en = Name in English
members-name-es = Name in Spanish
members-name-fr = Name in French
members-applied-on = Day of the letter
members-note = Note
members-outcome = What became of it
members-outcome-open = open
members-outcome-admitted = admitted
members-outcome-refused = refused
members-outcome-withdrawn = withdrawn
members-settled-on = Settled on
members-decision = Decision
members-decision-hint = Its symbol, such as RCM/VIII/2003/DEC/16.
members-checklist = Checklist
members-checklist-empty = The process lays down no points for this class.
members-point = Point
members-point-answer = Fulfilled
members-point-note = By what
members-point-open = not answered
members-point-met = yes
members-point-unmet = no
members-answer = Answer a point
members-answer-send = Enter the answer
members-settle = Enter what became of it
members-settle-about = To admit or to refuse, name the decision. A point that is not fulfilled keeps nobody out: those who decide have seen it.
members-admit = admitted
members-refuse = refused
members-withdraw = withdrawn
members-on = Day
members-on-hint = Of an admission: the first day as a party.
members-settle-send = Enter it
members-done-applied = The application is entered.
members-done-answered = The answer is entered.
members-done-settled = It is entered what became of the application.

members-invite = Invite to one meeting
members-invite-about = A special guest sees that meeting and nothing else. When the meeting is over, or cancelled, nobody gets in for it any more.
members-invite-send = Enter the invitation
members-meeting = Meeting
members-meeting-hint = Its symbol, such as RCM/VIII.
members-gets-in-from = Gets in from
members-done-invited = The invitation is entered.

members-dismiss = Say until when
members-dismiss-about = From the day after, nobody gets in for this party any more. What it was stays on record.
members-dismiss-send = Enter the last day
members-last-on = Last day
members-first-on = First day
members-why = Why
members-done-dismissed = The last day is entered.

members-institutions = Institutions
members-institutions-empty = No institution has been named yet.
members-institution = Institution
members-institution-new = Name an institution
members-institution-send = Enter the institution
members-institution-end = An institution that is none any more
members-institution-end-send = Enter its last day
members-field = Stands for
members-field-foreign-affairs = foreign affairs
members-field-interior = interior, migration
members-field-other = other
members-delegation = Delegation
members-delegation-standing = Delegation between meetings
members-delegation-to = Delegation to { $meeting }
members-delegation-empty = Nobody has been named yet.
members-delegation-edit = Institutions and delegation
members-delegation-about = A delegation may have several institutions, and has one position. Say what people are, and never their names. What you enter takes the place of what was there.
members-delegation-meeting-hint = The symbol of a meeting; empty for the delegation between meetings.
members-delegation-send = Enter the delegation
members-seat = Seat { $number }
members-part = Part
members-part-head = head
members-part-alternate = alternate
members-part-adviser = adviser
members-office = Function
members-office-hint = Such as Vice-Minister. No names.
members-done-institution = The institution is entered.
members-done-delegation = The delegation is entered.

bodies-list = Bodies and networks
bodies-list-about = What meets, under which name since when, and who chairs it.
bodies-before = Before
bodies-empty = No body has been entered yet.
bodies-code = Short name
bodies-code-hint = Up to 12 capital letters and digits. It stays when the body is renamed.
bodies-kind = Kind
members-body-kind-conference = conference of ministers
members-body-kind-group = consultation group
members-body-kind-presidency = presidency
members-body-kind-troika = troika
members-body-kind-secretariat = secretariat
members-body-kind-liaison-network = liaison network
members-body-kind-ad-hoc = ad hoc group
bodies-parent = Belongs to
bodies-parent-hint = The short name of another body.
bodies-often = Meetings a year
bodies-chair = Chair
members-chair-presidency = the presidency
members-chair-host = the host
members-chair-coordinating = a co-ordinating State
members-chair-nobody = nobody
bodies-coordinator = Co-ordinating State
bodies-coordinator-hint = Its three letters, where one State co-ordinates.
bodies-first-on = First day of this form
bodies-first-on-hint = A body that is renamed keeps its old name for the days before.
bodies-last-on = Last day of the body
bodies-last-on-hint = Only where it sits no more. Everything else is left as it is then.
bodies-change = Change
bodies-new = Enter a body or a new name
bodies-new-about = To rename a body, enter its short name again with the new name and the first day of it.
bodies-send = Enter it

presidencies-list = Presidencies
presidencies-about = { $chairs ->
        [one] One State presides at a time.
       *[other] { $chairs } States preside together.
    }
presidencies-current = Presides
presidencies-outgoing = Presided before
presidencies-incoming = Presides next
presidencies-terms = Terms
presidencies-empty = No term has been entered yet.
presidencies-new = Enter a term
presidencies-new-about = To say when a term ends, enter the same State and first day again, with the last day.
presidencies-state = State
presidencies-last-on-hint = Empty while nobody has said when it ends.
presidencies-send = Enter the term

members-fault-act = This step is not known.
members-fault-party = Write three letters.
members-fault-party-class = States have a code of their own; X and two letters are for whoever is no State.
members-fault-class = Choose what it wants to be.
members-fault-applied-already = It has an application that is still open.
members-fault-name-en-missing = Write the name in English.
members-fault-name-es-missing = Write the name in Spanish.
members-fault-name-fr-missing = Write the name in French.
members-fault-applied-on-missing = Enter the day of the letter.
members-fault-text = Write at most 200 characters that can be printed.
members-fault-day = Write a day of the calendar, such as 2003-05-30.
members-fault-decision = Write the symbol of the decision, such as RCM/VIII/2003/DEC/16.
members-fault-meeting = Write the symbol of the meeting, such as RCM/VIII.
members-fault-meeting-unknown = No meeting to be held or held has this symbol.
members-fault-after-meeting = The meeting is over by then.
members-fault-point = Choose a point of this checklist.
members-fault-met = Say whether the point is fulfilled.
members-fault-note-missing = Write by what, or why.
members-fault-on-missing = Enter the day.
members-fault-unanswered = Answer every point of the checklist first.
members-fault-settled = This application is settled already.
members-fault-overlap = It is a party already on that day or later.
members-fault-over = It is no party any more by then.
members-fault-asked = It is asked in a no-objection round that ends later. Name a day after that round: nobody’s voice is taken away while it counts.
members-fault-order = The last day lies before the first.
members-fault-first-on-missing = Enter the first day.
members-fault-last-on-missing = Enter the last day.
members-fault-field = Choose what the institution stands for.
members-fault-institution = Choose an institution of this party.
members-fault-many = A party has at most 20 institutions.
members-fault-part = Choose the part.
members-fault-office-missing = Write the function.
members-fault-head = A delegation has one head.
members-fault-body-code = Write up to 12 capital letters and digits.
members-fault-body-kind = Choose what kind of body it is.
members-fault-body-overlap = The body has a form on that day or later already.
members-fault-body-unknown = No body that sits has this short name.
members-fault-parent-unknown = No body has this short name. Enter that body first.
members-fault-parent-circle = A body does not stand above itself.
members-fault-often = Write a number up to 366.
members-fault-chair = Choose who chairs it.
members-fault-coordinator = Name the co-ordinating State where one co-ordinates, and nowhere else.
members-fault-not-member = Only a State that is a member on the first day presides.
members-fault-chairs = More States would preside at once than the process has chairs, or one of them twice.
members-fault-term-ended = This term is entered already. Enter its last day to end it.
