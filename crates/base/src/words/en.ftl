# The shell around every page.
shell-name = Virtual Secretariat
shell-skip = Skip to the content
shell-rooms = Sections
shell-languages = Language
shell-sign-out = Sign out
shell-purpose = Purpose: { $purpose }
shell-title-refused = Error: { $title }
shell-demo = Demonstration data: every person, number and case is invented.
shell-zone = Times are shown for { $zone } ({ $offset }).
shell-zone-change = Change the time zone

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
