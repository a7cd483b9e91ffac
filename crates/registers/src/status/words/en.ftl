room-status = Document status

# What a State may say of a document.
status-kind-lost = Lost
status-kind-lost-about = The holder no longer has it and does not know where it is.
status-kind-stolen = Stolen
status-kind-stolen-about = Taken from its holder.
status-kind-stolen-blank = Stolen blank
status-kind-stolen-blank-about = Taken before it was made out to anybody.
status-kind-revoked = Revoked
status-kind-revoked-about = Cancelled by the authority that issued it.
status-kind-invalid = Invalid
status-kind-invalid-about = Not to be accepted for another reason, such as a production fault.

status-reason-none = Not stated
status-reason-holder-report = Reported by the holder
status-reason-police-report = Reported by the police
status-reason-theft-from-authority = Theft from the authority or in transport
status-reason-administrative = Replaced or cancelled in the ordinary course
status-reason-court-order = Court order
status-reason-obtained-by-fraud = Issued on false grounds
status-reason-holder-deceased = The holder has died
status-reason-production-fault = Production fault

status-withdrawal-found-again = The document is back with its holder or its authority
status-withdrawal-entered-in-error = It should never have been entered

# What an entry is made of.
status-kind = Kind of document
status-subject = Documents
status-subject-one = One number
status-subject-number = One number, kept only as a keyed hash
status-subject-range = { $first } to { $last }
status-number = Document number
status-number-hint = As printed. Blanks and hyphens do not count.
status-first = First number
status-first-hint = The first blank that is missing.
status-last = Last number
status-last-hint = The last blank that is missing. It has the same letters and as many digits as the first.
status-pattern = Pattern
status-pattern-hint = # stands for any digit, @ for any letter, every other character for itself. For example: K9#######.
status-status = Status
status-reference = Reference
status-reference-hint = Your own file mark, at most 40 characters. Other States quote it when they call you. Do not write a name or the document’s number.
status-reason = Reason
status-expires-on = Valid until
status-expires-on-hint = The last day of the document’s validity. Leave empty if it is not known: the entry then ends after ten years.
status-reported-on = Reported

# The list.
status-list = Status of my State’s documents
status-list-about = What your State says of documents it issued. Only your State sees this list; officers of every State see an entry when they check the document.
status-list-caption = { $count ->
    [one] One entry
   *[other] { $count } entries
 }
status-list-caption-more = More than { $count } entries
status-list-empty = Your State has no such entry.
status-any-status = Any status
status-any-kind = Any kind
status-filter = Show
status-done-withdrawn = The entry has been taken back. It is no longer answered to anybody.
status-export-about = Take a copy of all entries of your State, without the numbers:
status-export-csv = CSV
status-export-jsonl = JSON Lines

# Reporting.
status-report-number = Report a document
status-report-number-about = Report only documents that your State issued. Officers of every State see it at their next check.
status-report-range = Report a range of blanks
status-report-range-about = Blank documents, by their first and last number. Both belong to the range.
status-report-pattern = Report a pattern
status-report-pattern-about = All numbers of one form, for example a series that was never issued.
status-go-on = Go on
status-confirm = Check before you report
status-confirm-consequence = From now on every check of this document, in every State, will show it. You can correct it or take it back at any time.
status-number-forgotten = The number is not kept. Afterwards only its keyed hash is there: your reference is what leads back to your file.
status-report-send = Report
status-report-edit = Change something

# One entry.
status-entry = Entry
status-entry-title = Entry { $reference }
status-done-reported = Reported. Officers of every State see it from now on.
status-done-corrected = Corrected.
status-history = History
status-history-reported = Reported
status-history-corrected = Last corrected
status-history-expires = Ends with this day
status-correct = Correct
status-correct-about = The kind and the number cannot be corrected: take this entry back and report again.
status-correct-send = Correct
status-withdraw = Take back
status-withdraw-consequence = The entry goes at once and cannot be restored. Checks of the document will no longer show it.
status-withdrawal-reason = Why?
status-withdraw-send = Take back
status-back = All entries of my State

# Finding.
status-find = Find a number
status-find-about = Finds what your own State says of a document. The number is not kept.
status-find-send = Find
status-find-caption = { $count ->
    [one] One entry about this number
   *[other] { $count } entries about this number
 }
status-find-empty = Your State has no entry about this number.
status-import-under-way = An import of your State is under way. Send this report again when it has ended.

# What can be wrong.
status-fault-kind-missing = Say what kind of document it is.
status-fault-kind-unknown = This kind of document is not on the list.
status-fault-subject-missing = Say which documents: a number, a first and a last number, or a pattern.
status-fault-subject-several = Say it in one way only: a number, a first and a last number, or a pattern.
status-fault-number-character = Use letters A to Z and digits only. Look at character { $column }.
status-fault-number-too-long = A number has at most { $limit } characters.
status-fault-number-known = Your State has an entry of this number already, under the reference { $reference }. Correct that one.
status-fault-range-incomplete = A range needs a first and a last number.
status-fault-range-form = The last number must have the same letters and as many digits as the first, and both must end in digits.
status-fault-range-order = The last number comes before the first.
status-fault-range-single = This is a single number. Report it as a number, so that it is kept only as a keyed hash.
status-fault-range-overlaps = The range shares numbers with your State’s entry { $reference }. Report only the part that is new, or correct that entry.
status-fault-pattern-character = Use letters, digits, # and @ only. Look at character { $column }.
status-fault-pattern-too-long = A pattern has at most { $limit } characters.
status-fault-pattern-too-wide = This pattern fits too many documents. At least two characters must stand for themselves.
status-fault-pattern-single = This is a single number. Report it as a number, so that it is kept only as a keyed hash.
status-fault-pattern-known = Your State has an entry of this pattern already, under the reference { $reference }. Correct that one.
status-fault-status-missing = Say what has become of it.
status-fault-status-unknown = This status is not on the list.
status-fault-expires-on-form = Write the day as year-month-day, for example 2031-03-01.
status-fault-expires-on-impossible = There is no such day.
status-fault-expires-on-over = This day is over: the document has ceased to be valid by itself.
status-fault-expires-on-too-far = The day is more than { $years } years ahead. If the validity has no end or is not known, leave it empty: the entry then ends after { $default } years.
status-fault-reference-missing = Give your own reference.
status-fault-reference-too-long = A reference has at most { $limit } characters.
status-fault-reference-character = The reference has a character that cannot be printed. Look at character { $column }.
status-fault-reference-number = The reference holds the number of the document, which is kept only as a keyed hash. Give a reference of your own file.
status-fault-reason-unknown = This reason is not on the list.
status-fault-withdrawal-unknown = Say why it is taken back.
status-fault-after-unknown = The list cannot go on from there. Use the value of “next” of the page before.
status-fault-format-unknown = There is no such format. Use csv or jsonl.
