# The room of no-objection rounds.
room-silence = No-objection rounds
silence-list = No-objection rounds
silence-list-about = A text that the presidency puts is adopted at its deadline, unless a State objects before. Open rounds first.
silence-list-caption = No-objection rounds
silence-list-empty = No round yet.
silence-list-untold = { $count ->
    [one] One round of this page has ended and is not shown: there is no room on the disk to put on record how it ended.
   *[other] { $count } rounds of this page have ended and are not shown: there is no room on the disk to put on record how they ended.
}
silence-back = All no-objection rounds
silence-back-to-round = Back to the round
silence-kind = no-objection round
silence-round = No-objection round
silence-symbol = Symbol
silence-symbol-hint = Capital letters and digits in parts, as in RCGM/2003/2/NO/4.
silence-title = Title
silence-title-en = Title in English
silence-title-es = Title in Spanish
silence-text = Text put to the States
silence-text-en = Text in English
silence-text-es = Text in Spanish
silence-text-hint = Leave an empty line between paragraphs. At most 24,000 characters.
silence-text-in-english = The text in English
silence-text-in-spanish = The text in Spanish
silence-text-frozen = Both texts are frozen. Fingerprint:
silence-deadline = Deadline
silence-hour = Hour at the secretariat’s seat
silence-hour-hint = From 00:00 to 23:59, as in 17:00.
silence-outcome = Outcome
silence-outcome-open = Open
silence-outcome-broken = Broken
silence-outcome-adopted = Adopted
silence-outcome-lapsed = Lapsed
silence-opened-by = opened by the presidency ({ $state })
silence-state = State
silence-reception = Reception
silence-position = Position
silence-positions = Positions
silence-positions-caption = Positions of the States
silence-spoken-of = { $spoken } of { $electors }
silence-reached-read = read
silence-reached-delivered = delivered
silence-reached-not = not yet
silence-stance = Position
silence-stance-no-objection = no objection
silence-stance-no-objection-hint = Your State has nothing against the text.
silence-stance-reservation = reservation
silence-stance-reservation-hint = Your State does not block. What it does not accept stands beside the text.
silence-stance-objection = objection
silence-stance-objection-hint = Your State does not want the text adopted. It must say why.
silence-stance-silent = silent again
silence-stance-silent-hint = You take your State’s position back.
silence-stance-none = silent
silence-taken-back = taken back afterwards
silence-silent-yet = Your delegation has taken no position. At the deadline its silence counts as no objection.
silence-position-of = Position of { $state }
silence-act-no-objection = No objection
silence-act-objection = Object with a reason
silence-act-reservation = Enter a reservation
silence-act-silent = Take the position back
silence-reason = Reason, or what you do not accept
silence-reason-hint = Needed with an objection or a reservation. All delegations read it.
silence-position-send = Enter the position
silence-confirm = Confirm the objection
silence-confirm-question = Does { $state } object to this text?
silence-confirm-send = Object
silence-observers-comment = Observers read and comment. They take no position.
silence-comment = Comment
silence-comment-about = All delegations read it. A comment blocks nothing.
silence-comment-text = Your comment
silence-comment-send = Send the comment
silence-extension = Ask for more time
silence-extension-about = The presidency answers. The deadline can be moved { $times ->
        [one] once
       *[other] { $times } times
    }, by at most { $hours } hours.
silence-extension-until = Until when
silence-extension-send = Ask for more time
silence-why = Why
silence-preside = Answer as the presidency
silence-preside-nothing = Nothing waits for the presidency in this round.
silence-preside-send = Enter the answer
silence-ruling = Answer
silence-ruling-grant = Grant more time
silence-ruling-refuse = Refuse more time
silence-ruling-take-up = Take the objection up
silence-ruling-take-up-hint = The round ends here. Another text may be put afterwards.
silence-which-request = Which request
silence-request = { $state }, until { $until }
silence-new-deadline = New deadline
silence-why-refused = Why it is refused
silence-open = Open a round
silence-open-about = Text, States and deadline are frozen as you open the round. Nobody can change them or close it, not even the secretariat.
silence-open-send = Open the round
silence-again = Put the text again
silence-again-about = This opens the next revision, with the States that are members today. A text that a State still objects to must be changed.
silence-frozen = { $electors ->
        [one] { $electors } State is asked
       *[other] { $electors } States are asked
    }, { $observers ->
        [one] { $observers } observer
       *[other] { $observers } observers
    } may comment.
silence-rule-open = A round is open for at least { $hours } hours.
silence-rule-heals = An objection can be taken back until { $hours } hours before the deadline. After that it ends the round.
silence-rule-for-good = An objection ends the round at once. The presidency may then put another text.
silence-open-means = If no State objects, the text is adopted at that instant, even if this server is switched off.
silence-objected-by = Objected to by: { $states }.
silence-heals-until = The round goes on if every objection is taken back by { $until }.
silence-broken-by = Not adopted. Objected to by: { $states }.
silence-broken-since = Objected to since { $since }.
silence-adopted-at = Adopted at { $at }: no State objected.
silence-lapsed-means = The deadline passed without what the rules ask for. Nothing is decided.
silence-lapsed-undelivered = The text had not reached in time: { $states }.
silence-lapsed-spoken = States that had taken a position: { $spoken }.
silence-clock-yours = Your clock
silence-clock-seat = The secretariat’s seat
silence-clocks = In every capital
silence-clocks-caption = The deadline in every capital
silence-history = What was recorded
silence-step-opened = Round opened, { $states } States
silence-step-deadline = Adopted, if no State objects
silence-told-delivered = text delivered
silence-told-read = text read
silence-told-withdrawal = position taken back
silence-told-comment = comment
silence-told-asked = asks for time until { $until }
silence-told-granted = more time granted, until { $until }
silence-told-refused = more time refused
silence-told-taken-up = objection taken up
silence-told-passed = The server records that the deadline has passed.
silence-unseen = replaced a position that its author had not seen
silence-kept = on record, without effect
silence-follows = Puts again:
silence-followed = Put again as:
silence-done-opened = The round is open.
silence-done-position = The position is on record.
silence-done-silent = The position is taken back. Your State is silent again.
silence-done-unseen = The position is on record. It replaced one of your delegation that you had not seen: see the history below.
silence-done-late = The objection came after the deadline. It is on record and changes nothing.
silence-done-comment = The comment is on record.
silence-done-asked = The presidency sees that you ask for more time.
silence-done-ruled = The answer is on record.
silence-fault-symbol = Write capital letters and digits in parts, without a revision, as in RCGM/2003/2/NO/4.
silence-fault-symbol-known = Another round has this symbol already.
silence-fault-title-missing = Enter the title.
silence-fault-title = Write at most 200 characters that can be printed.
silence-fault-text-missing = Enter the text.
silence-fault-text = Write at most 200 paragraphs of 5,000 characters each.
silence-fault-paragraphs-differ = Both texts must have as many paragraphs.
silence-fault-deadline-missing = Enter the day.
silence-fault-deadline = Write a day of the calendar and an hour, as 17:00.
silence-fault-deadline-twice = Clocks at the seat change on that day: this hour comes twice or not at all. Choose another.
silence-fault-too-short = This leaves less time than the rules ask for.
silence-fault-same-text = A State objected to this text, and the objection stands. Change the text.
silence-fault-not-the-chair = Only a State that presides today opens a round.
silence-fault-not-ended = Only a round that has ended without adoption is put again.
silence-fault-followed = This round was put again already.
silence-fault-rules = The rules of the process cannot be kept with the States of today.
silence-fault-words-missing = Say why, in a few words.
silence-fault-words = Write at most 20,000 characters that can be printed.
silence-fault-stance = Choose a position.
silence-fault-nothing-seen = There was no position to take back when you opened this page.
silence-fault-request = Choose which request you answer.
silence-fault-ruling = Choose an answer.
silence-fault-comments = Your delegation has commented a hundred times on this round. That is the most.
silence-fault-requests = Your delegation has asked twenty times in this round. That is the most.
silence-fault-after = The list cannot go on from there.
silence-without-late = The deadline has passed.
silence-without-after-end = The round had ended before.
silence-without-before-opening = It stands before the opening.
silence-without-not-asked = Your State or organisation is not asked in this round.
silence-without-only-comments = Observers comment and take no position.
silence-without-not-authorised = This role does not speak for the delegation.
silence-without-not-the-chair = Only the presidency of this round does this.
silence-without-no-request = There is no such request, or it was answered.
silence-without-own-request = Whoever asks for more time does not grant it.
silence-without-out-of-bounds = The new deadline must be later, and within what the rules and the request allow.
silence-without-no-more-extensions = The deadline was moved as often as the rules allow.
silence-without-nothing-to-withdraw = This is not your State’s position any more. Open the round again and look.
silence-without-nothing-to-take-up = No objection stands.
silence-letter = Result letter
silence-letter-about = A copy to be kept, as PDF. The record prevails.
silence-letter-in-english = Letter in English
silence-letter-in-spanish = Letter in Spanish
silence-presidency-of = Presidency ({ $state })
silence-fault-no-letter = The round has not ended yet. Its letter is made once nothing changes the outcome any more.
silence-fault-language = Choose en, es or fr.
silence-waiting-position = No-objection round: your State’s position
silence-waiting-followed = No-objection round under way
silence-waiting-request = A State asks for more time
silence-waiting-spoken = { $count ->
    [one] { $count } State has taken a position
   *[other] { $count } States have taken a position
}
silence-waiting-asking = { $count ->
    [one] { $count } wish to be answered
   *[other] { $count } wishes to be answered
}
silence-change = Change
silence-act-take-back = Take the objection back
silence-take-back-hint = The round stays as it ended. The same text can then be put again.
silence-done-taken-back = The objection is taken back. The round stays as it ended; the same text can be put again.
silence-open-confirm = Confirm the opening
silence-open-question = Open { $symbol }?
silence-take-up = Take the objection up?
silence-fault-text-long = A text has at most 24,000 characters in each language.
silence-fault-too-long = A round is open for at most 366 days. Choose an earlier day.
silence-fault-leaves = { $party } will be a member no longer on that day. Choose an earlier day, or open the round after its last day.
silence-fault-positions = Your State has taken its position a hundred times on this round. That is the most.
silence-history-earlier = { $count ->
    [one] { $count } earlier entry is on record and not shown here.
   *[other] { $count } earlier entries are on record and not shown here.
}
silence-letter-in-french = Letter in French
silence-waiting-objection = Your State objects: until then it can take that back
silence-waiting-objected = A State objects: the presidency may take that up
