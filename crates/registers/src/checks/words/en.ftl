room-checks = Document check

# The form.
checks-title = Document check
checks-zone = Machine-readable zone, or number and State
checks-zone-hint = Put the document on the reader, paste its two or three lines, or type the number and the State: L898902C3 UTO
checks-next-traveller = Next traveller
checks-send = Check
checks-or = Or type number, State and kind
checks-send-number = Check the number
checks-number = Document number
checks-issuing-state = Issuing State
checks-issuing-state-hint = Its letters: GTM, HND, UTO
checks-kind = Kind of document
checks-kind-any = Any kind
checks-keys = { $enter } after the last line sends, { $escape } clears.
checks-help = What the answers mean
checks-help-report = “There is a report”: the issuing State reported this number, or an alert on false documents fits it. The answer says what to look for and whom to call.
checks-help-look-again = “Look again”: a check digit does not agree. Most often the document was misread.
checks-help-no-report = “No report”: nobody reported it. That does not prove the document genuine.
checks-help-kept = A check is recorded with who asked, when and why. The traveller’s name and the number are not kept.

# What is wrong with a question.
checks-error-nothing-typed = Put a document on the reader, or type a number and its State.
checks-error-typed-twice = This is said twice, in two fields. Clear one of them.
checks-error-state-missing = Say which State issued it, by its letters, as in L898902C3 UTO.
checks-error-state-unknown = No State or organisation has the code “{ $code }”.
checks-error-kind-unknown = There is no such kind of document. Choose one of the list.
checks-error-number-missing = Write the number of the document.
checks-error-number-too-long = A document number has at most { $most } characters.
checks-error-number-character = Character { $column }, “{ $character }”, stands in no document number. Only letters and digits do.
checks-band-unreadable = Not read: try again
checks-unreadable-reason = Nothing was looked up.

# The band: what to do, in six words.
checks-band-report = There is a report: examine the document
checks-band-look-again = Look again: read the document once more
checks-band-specimen = A specimen: no State’s document
checks-band-expired = Expired; no report
checks-band-no-report = No report

# Why.
checks-why-number-reported = { $state } reports this number as { $status ->
    [lost] lost
    [stolen] stolen
    [stolen_blank] a stolen blank
    [revoked] revoked
   *[invalid] not to be accepted
 }.
checks-why-blank-range = { $state } reports a range with this number as { $status ->
    [lost] lost
    [stolen] stolen
    [stolen_blank] stolen blanks
    [revoked] revoked
   *[invalid] not to be accepted
 }.
checks-why-number-pattern = { $state } reports numbers of this form as { $status ->
    [lost] lost
    [stolen] stolen
    [stolen_blank] stolen blanks
    [revoked] revoked
   *[invalid] not to be accepted
 }.
checks-why-alert-fits = { $count ->
    [one] An alert on false documents fits this number.
   *[other] { $count } alerts on false documents fit this number.
 }
checks-why-digits-fail = { $count ->
    [one] A check digit does not agree.
   *[other] { $count } check digits do not agree.
 }
checks-why-structure = The zone is not built as the rules ask.
checks-why-not-asked = The registers were not asked: the zone names no number or no State.
checks-why-specimen = UTO is the State of specimens.
checks-why-expired = Its last day has passed.
checks-why-alert-for-kind = { $count ->
    [one] An alert describes false documents of this State and kind: see what to look for.
   *[other] { $count } alerts describe false documents of this State and kind: see what to look for.
 }
checks-no-status = { $state } has not reported number { $number }.
checks-no-proof = That does not prove the document genuine.
checks-age = Last changes: reports of the issuing State { $status }, alerts { $alerts }.
checks-age-never = never
checks-age-at-a-glance = Last change in what { $state } reports: { $when }.
checks-age-empty = { $state } has entered no reports.

# The zone.
checks-zone-says = What the zone says
checks-zone-label = Machine-readable zone
checks-zone-marks = What the marks mean
checks-layer-digits = Check digits
checks-layer-structural = How the zone is built
checks-layer-cross = How its parts fit together
checks-layer-nothing = Nothing to remark.
checks-column-field = Field
checks-column-read = Read, and its check digit
checks-read-nothing = nothing
checks-read-partial = not wholly known
checks-read-composite = the fields together
checks-digit-agrees = ✓ agrees
checks-digit-fails = ✗ reads { $digit }, should be { $expected }
checks-digit-other-rule = differs on genuine cards too
checks-digit-none = no digit covers them
checks-finding-look = look

# What was typed.
checks-asked = What was asked
checks-asked-no-zone = Without the zone nothing could be computed: only the registers were asked.

# The registers.
checks-register = What the registers know
checks-register-nothing = Nothing about this document: no number, no range, no alert.
checks-register-not-asked = They were not asked.
checks-basis = Fits by
checks-basis-exact = this very number
checks-basis-range = the range { $first } to { $last }
checks-basis-pattern = the form { $pattern } (@ a letter, # a digit)
checks-reported-by = Reported by
checks-reported-on = Since
checks-reference = Its reference
checks-alert-pattern = Numbers of the form { $pattern }.
checks-alert-general = All numbers of this State and kind.
checks-alert-by = Reported by { $reporter }, confirmed by { $confirmer }. { $count ->
    [one] One document was found.
   *[other] { $count } documents were found.
 }
checks-alert-review-overdue = { $reporter } should have reviewed this alert by now. It still holds.
checks-alert-points = Look for this, the most telling first:
checks-alert-card = Quick check card

# The next step: the person before the document.
checks-next-step = Next step
checks-step-report-person = A report proves nothing against the person. They may be a victim of trafficking, or seek refuge: ask and listen first.
checks-step-report = Compare the document with what is reported, and call the State that reported before you keep it.
checks-step-doubtful = The digit of the number fails: read the zone again before you act, or this report may be about another document.
checks-step-look-again-person = A failing digit says nothing about the person. Most often the reader or a finger slipped.
checks-step-look-again = Read the zone again, or type it from the document. If it fails again, a second pair of eyes should see it.
checks-step-specimen-person = Ask how the person came by it. They may have been deceived, and may need protection.
checks-step-specimen = A specimen is printed for training and tests. It gives no right of entry and identifies nobody.
checks-step-expired-person = People flee, and return, with documents that have run out. Ask why before you decide.
checks-step-expired = Decide by your own State’s rules on expired documents.
checks-step-no-report-person = Greet the person. Your own impression counts more than this answer.
checks-step-no-report = Compare the portrait with the person, and name, nationality, sex and State with the printed page: no digit covers them.
checks-call = Call { $state }: { $contact }
checks-call-unknown = { $state } has entered no contact. Ask your focal point to reach theirs.
checks-second-line = Second line: record the outcome

# The second line.
checks-second-line-title = How did the second line end?
checks-second-line-person = Say what came of the document. Nothing about the person or the document is recorded: no name, no number.
checks-second-line-outcome = Outcome
checks-second-line-outcome-hint = It is counted, with your State, your role and the minute.
checks-second-line-send = Record the outcome
checks-second-line-thanks = Recorded, thank you
checks-second-line-kept = The access log keeps this outcome without the document and without the person.
checks-error-outcome = Choose how it ended.
checks-outcome-document-genuine = The document is genuine
checks-outcome-fraud-confirmed = Fraud is confirmed
checks-outcome-undecided = It could not be decided
checks-outcome-referred-to-protection = The person was referred to protection or asylum
checks-outcome-register-error = The report is wrong, or about another document
checks-next-document-genuine = If a report named this document, tell the State that reported it, so that its holder is not stopped again.
checks-next-fraud-confirmed = If its marks are new, ask your document examiner to write an alert for the other States.
checks-next-undecided = Your document examiner can ask the State that issued the document.
checks-next-referred-to-protection = The document can wait. Whoever receives the person goes first.
checks-next-register-error = Tell the State that reported it today: it alone can correct the entry, and until then others will stop the holder.

# Who was stopped, because checks went number after number.
checks-stopped = Your checks or searches looked like carrying a register away. You can go on in { $minutes } minutes. Until then, call a document examiner of your State: they can let you go on at once, on the page “Stopped officers”.
checks-stopped-title = Stopped officers
checks-stopped-lead = Their checks or searches looked like carrying a register away. Ask them first. If you let somebody go on, you answer for it, and those who supervise see your reason.
checks-stopped-none = Nobody of your State is stopped.
checks-stopped-post = Post
checks-stopped-kind = What was seen
checks-stopped-since = Since
checks-stopped-until = Until
checks-stopped-reason = Why may this person go on?
checks-stopped-reason-hint = It is kept with your name.
checks-stopped-lift = Let this person go on
checks-stopped-not-oneself = You were stopped yourself: another examiner decides.
checks-error-reason = Choose why.
concern-lifted-group = A group with documents issued together came through
concern-lifted-many-at-once = Several officers checked one crossing together
concern-lifted-exercise = It was an exercise that the State knows of
concern-lifted-border-must-go-on = Not known yet: the border must go on
concern-kind-numbers-close-together = Many numbers close together
concern-kind-numbers-close-together-what = One person checked so many numbers of one small stretch of a series that no queue of travellers explains it.
concern-kind-numbers-in-steps = Numbers in equal steps
concern-kind-numbers-in-steps-what = One person checked numbers that follow one another in equal steps.
concern-kind-several-people-together = Several people, one series
concern-kind-several-people-together-what = What several people checked lies, taken together, in one small stretch of a series.
concern-kind-too-many-checks = More checks than any work needs
concern-kind-too-many-checks-what = More checks were made in an hour or a day than any post, person or State makes.
