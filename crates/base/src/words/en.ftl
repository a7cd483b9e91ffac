# The shell around every page.
shell-name = Virtual Secretariat
shell-skip = Skip to the content
shell-rooms = Sections
shell-languages = Language
shell-sign-out = Sign out
shell-put-away = This page has been put away
shell-put-away-why = For { $minutes } minutes nothing was asked for here, so your session may be over and what it showed is gone from the screen.
shell-put-away-back = Show the page again
shell-purpose = Purpose: { $purpose }
shell-title-refused = Error: { $title }
shell-demo = Demonstration data: every person, number and case is invented.
shell-demo-guide = What to try here
shell-zone = Times are shown for { $zone } ({ $offset }).
shell-zone-change = Change the time zone
shell-quoted = “{ $said }”

# Forms.
form-optional = (optional)
form-choose = Choose one
form-cancel = Go back
form-error = Error:
form-errors = { $count ->
    [one] There is one thing to correct
   *[other] There are { $count } things to correct
 }
form-date-day = Day
form-date-month = Month
form-date-year = Year
form-date-incomplete = Enter the day, the month and the year.
form-date-impossible = Enter a date that exists, in numbers, with a four-digit year. For example: 14 2 2027.

# Tables.
table-pages = Pages of the list
table-rows-of = Rows { $from }–{ $to } of { $total }
table-rows = Rows { $from }–{ $to }
table-previous = Previous page
table-next = Next page
chart-aim = Target: { $aim }

# The marks in a machine-readable zone.
zone-ok = Underlined: its check digit agrees.
zone-bad = Boxed: it fails a check.
zone-plain = Unmarked: no check digit covers it.

# Progress and steps.
progress-of = { $done } of { $total }
progress-so-far = { $done } so far
timeline-missed = Missed:
timeline-next = Still to come:

# How long ago.
time-ago-moment = less than a minute ago
time-ago-minutes = { $count ->
    [one] one minute ago
   *[other] { $count } minutes ago
 }
time-ago-hours = { $count ->
    [one] one hour ago
   *[other] { $count } hours ago
 }
time-ago-days = { $count ->
    [one] one day ago
   *[other] { $count } days ago
 }
time-left-days = { $days } d { $hours } h
time-left-hours = { $hours } h { $minutes } min

# Purposes: why a person works.
purpose-border-control = Border control
purpose-document-examination = Document examination
purpose-document-issuance = Keeping my State’s documents
purpose-data-stewardship = Quality of my State’s data
purpose-alert-issuance = Alerts on people
purpose-child-protection = Protection of children
purpose-redress = Answering whoever asks for their rights
purpose-administration = Managing my State’s people
purpose-operation = Running the system
purpose-secretariat = Work of the conference
purpose-oversight = Oversight

# What we say when we do not do what was asked.
problem-home = Go to the first page
problem-not-found = There is nothing here for you
problem-not-found-detail = The address may be wrong, or what it held may not be yours to see.
problem-method = This address is not asked in this way
problem-method-detail = The answer’s header Allow says in which ways it is asked.
problem-sign-in = Sign in first
problem-sign-in-detail = Nobody is signed in, or the session has ended.
problem-purpose-missing = Choose a purpose first
problem-purpose-missing-detail = Say for which purpose you look. A machine names it in the header Puebla-Purpose.
problem-forged-form = This form cannot be trusted
problem-forged-form-detail = It does not come from a page of your session. Open the page again and send it once more.
problem-invalid-input = What was sent cannot be used
problem-invalid-input-detail = Nothing was stored. Correct what is named and send it again.
problem-too-large = Too much was sent at once
problem-too-large-detail = The limit is { $limit } kB. Nothing was stored.
problem-media-type = This kind of content is not taken here
problem-media-type-detail = Send the content type that the documentation names.
problem-too-often = Too many requests
problem-too-often-detail = Wait { $seconds } seconds and try again.
problem-used-up = Used up for now
problem-used-up-detail = As much was asked of this as may be in this hour or day. Wait, or ask whoever is over you.
problem-stopped = You have been stopped
problem-stopped-detail = What was done looked like carrying a register away. Those who supervise were told.
problem-conflict = Not possible in its present state
problem-busy = Too much is waiting already
problem-busy-detail = Nothing was stored. Try again in a moment.
problem-log-unavailable = The access log cannot be written
problem-log-unavailable-detail = Nothing may be shown while looks cannot be recorded. Tell whoever runs the system.
problem-disk-full = The disk is full
problem-disk-full-detail = Nothing was stored. Tell whoever runs the system.
problem-record-gap = The record does not hold
problem-record-gap-detail = A verification found that a journal or the access log is not what was written. Until an operator and somebody who supervises have put on record what happened, nothing new is put in force here. Looking goes on, and so does what takes something back or protects somebody. Tell whoever runs the system.
problem-disk-failing = The disk does not take what is written
problem-disk-failing-detail = Nothing was stored. Tell whoever runs the system.
problem-unsure = It is not known whether this was stored
problem-unsure-detail = The answer did not come in time. Look whether it is there before you send it again.
problem-unopened = What rests sealed does not open
problem-unopened-detail = Nothing of it was shown. It was moved or changed where it rests, or the key under which it was sealed is not there. Tell whoever runs the system: “puebla verify”, and the page on rotating keys.
problem-fault = Something went wrong on our side
problem-fault-detail = It was recorded under { $id }. Quote that when you report it.
refusal-not-a-form = The form cannot be read.
refusal-cut-short = The request ended before it was complete. Nothing was stored.
refusal-not-utf8 = The text is not UTF-8. Save it as UTF-8 and send it again.
refusal-json = This is not the JSON expected: { $reason }
drafts-too-many = You keep too many drafts. Throw some away first.
drafts-not-yours = This draft is not yours.
