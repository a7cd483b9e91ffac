# Documents that leave the house.
printed-certificate-title = Certificate of decision { $symbol }
printed-letter-title = Result of the no-objection round { $symbol }
printed-table-title = Consolidated comments on { $symbol }
printed-foot = { $symbol } · made from the record, which prevails
printed-none = none
printed-not-recorded = not recorded

printed-symbol = Symbol
printed-meeting = Meeting
printed-subject = Subject
printed-adopted-on = Adopted on
printed-verbs = Operative verbs
printed-addressees = Addressed to
printed-dues = Due
printed-due-on = { $rule }: { $day }
printed-condition = Condition
printed-later = Recorded since

printed-text-original = Text in { $language }, the language it was drafted in
printed-text-other = Text in { $language }
printed-in-en = English
printed-in-es = Spanish
printed-in-fr = French
printed-sha256 = SHA-256 of this text
printed-sha256-together = SHA-256 of the texts together

printed-record = Where the record has it
printed-recorded-by = Written down by
printed-recorded-at = Written down at
printed-position = Position in the journal
printed-place = series { $series }, entry { $position }
printed-head = Head of the chain
printed-made-at = This document made at
printed-record-prevails = This document was made from the record of the Virtual Secretariat. Where the two differ, the record prevails.

printed-opened-at = Opened at
printed-deadline = Deadline
printed-outcome = Outcome
printed-outcome-adopted = No State objected. The text was adopted at the deadline, { $at }.
printed-outcome-broken = The text was not adopted. The silence was broken at { $since }. Objections: { $by }.
printed-outcome-lapsed = { $spoken ->
    [one] The deadline passed at { $at } without what the rules ask for. One State had taken a position. Nothing was decided.
   *[other] The deadline passed at { $at } without what the rules ask for. { $spoken } States had taken a position. Nothing was decided.
 }
printed-outcome-undelivered = The text had not reached these States in time: { $states }.
printed-deadline-places = The deadline in each capital
printed-deadline-places-about = The same instant, as clocks show it there
printed-place-name = Where
printed-local-time = Local time
printed-electorate = Electorate
printed-electorate-about = The States that were asked, with their positions at the end of the round
printed-state = State
printed-position-taken = Position
printed-delivered-at = Text delivered
printed-read-at = First read
printed-stance-silent = Silent: no objection was made.
printed-stance-no-objection = No objection, stated at { $at }.
printed-stance-objection = Objection, made at { $at }:
printed-stance-reservation = Reservation, made at { $at }:
printed-taken-back = Taken back at { $at }, after the round had ended.
printed-replaced = { $count ->
    [one] One earlier position stays on record.
   *[other] { $count } earlier positions stay on record.
 }

printed-comments = Comments
printed-comments-about = Comments in the order of the text, then by party
printed-paragraph = Paragraph
printed-whole-text = The whole text
printed-no-comments = No comments.
printed-party = Party
printed-comment = Comment
printed-received-at = Received
printed-late = { $at }, after the deadline
printed-reply = Reply
printed-reply-none = None yet.
printed-verdict-taken = Taken up.
printed-verdict-partly-taken = Taken up in part.
printed-verdict-not-taken = Not taken up.
printed-verdict-noted = Noted.
printed-answers = Answers
printed-answers-about = Who was asked, and who has answered
printed-answered-of = { $answered } of { $asked } have answered
printed-asked = Asked
printed-asked-yes = asked
printed-asked-no = welcome to comment
printed-answer = Answer
printed-answer-not-yet = not yet; time until { $at }
printed-answer-given = answered at { $at }
printed-answer-late = answered at { $at }, after its deadline
printed-answer-silent = no answer in time

printed-training-title = Certificate of training
printed-attended = { $name } attended this training on all of its days and passed its test.
printed-number = Number
printed-course = Course
printed-modules = Modules
printed-session = Session
printed-days = Days
printed-at = Place
printed-issued-on = Given on
printed-expires-on = Counts until
printed-verify = Whether it still counts is told to anyone on the page /certificates of the Virtual Secretariat, under the number { $number }.
