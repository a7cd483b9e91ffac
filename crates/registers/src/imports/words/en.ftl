room-imports = Imports

# The list.
imports-list = Imports
imports-list-about = Files that bring many entries at once. A file is entered as a whole or not at all.
imports-list-caption = Imports of your State
imports-list-empty = Your State has not imported anything yet.
imports-started = Started
imports-what = What
imports-standing = Result
imports-rows = Rows
imports-standing-going = Under way
imports-standing-entered = Entered
imports-standing-tried = Tried, nothing wrong
imports-standing-refused = Refused: faults in the file
imports-standing-failed = Failed, nothing entered
imports-standing-abandoned = Not completed, nothing entered

# Sending a file.
imports-status = Import status entries
imports-status-about = A file with one row for each document, range or pattern that your State reports. Numbers are kept only as keyed hashes; the file itself is not kept.
imports-alerts = Import alerts on documents
imports-alerts-about = A file with one row for each alert. Every alert then waits until an expert of another State confirms it. The file itself is not kept.
imports-file = File
imports-file-hint = CSV with a header row, or JSON Lines. In UTF-8.
imports-file-missing = Choose a file that is not empty.
imports-send = Import
imports-try = Only try, enter nothing
imports-columns = Columns of the file
imports-column = Column
imports-column-meaning = What stands there
imports-column-kind = Kind of document: passport, identity_card, visa, residence_permit, travel_document, seafarer_document, civil_status, driving_licence
imports-column-number = A single number
imports-column-range = Instead of a number: first and last number of a range of blanks
imports-column-pattern = Instead of a number: a pattern, with # for any digit and @ for any letter
imports-column-status = lost, stolen, stolen_blank, revoked or invalid
imports-column-expires-on = Last day of validity as year-month-day; empty when not known
imports-column-reference = Your own reference, at most 40 characters
imports-column-reason = May be left out: holder_report, police_report, theft_from_authority, administrative, court_order, obtained_by_fraud, holder_deceased, production_fault
imports-column-class = Class of fraud; techniques, divided by |
imports-column-document = Kind of document; the State that issues the genuine one, in three letters
imports-column-alert-pattern = May be empty: series or numbers seen, with # for any digit and @ for any letter
imports-column-points = Where to look, divided by |; beside each its level 1, 2 or 3 and its place in the document
imports-column-documents-seen = How many were seen
imports-column-first-seen = Month first seen, as year-month
imports-column-detected = Kind of border and the State where it was detected
imports-column-language = Language of the text: en, es or fr

# How it goes.
imports-one = Import
imports-waiting = This import waits for its turn. It begins by itself.
imports-reading = Reading and validating
imports-comparing = Comparing with the register
imports-entering = Entering
imports-going-about = This page renews itself. You may leave it; the import goes on. Until the last row is in, nobody sees any of them.
imports-entered = { $rows ->
    [one] One row has been entered.
   *[other] { $rows } rows have been entered.
 }
imports-tried = { $rows ->
    [one] One row was read and nothing is wrong with it. Nothing was entered.
   *[other] { $rows } rows were read and nothing is wrong with them. Nothing was entered.
 }
imports-refused = The file has faults. Nothing was entered. Correct what is named and send it again.
imports-abandoned = This import was not completed: it broke off, or repeated what the register has. Nothing of it stayed. Send the file again.
imports-nothing-entered = Nothing was entered.
imports-under-way = Another import of your State is under way, or one that broke off is still being undone. Wait until it has ended.
imports-faults = { $count ->
    [one] One fault
   *[other] { $count } faults
 }
imports-faults-more = The first { $listed } by line are shown.
imports-fault-line = Line
imports-fault-column = Column
imports-fault-what = What is wrong
imports-fault-code = Code
imports-again = Send a file again
imports-back = All imports of my State

# What can be wrong with a file.
imports-fault-file-empty = The file has no rows.
imports-fault-no-text = This is no text file but a workbook, an archive or something else. Save the table as “CSV UTF-8” and send that.
imports-fault-not-utf8 = The line is not UTF-8. Save the file as “CSV UTF-8” and send it again.
imports-fault-line-too-long = The line is longer than 64 kB. No row is.
imports-fault-column-unknown = There is no such column.
imports-fault-column-twice = This column is there twice.
imports-fault-column-missing = This column is missing.
imports-fault-cells-too-many = The row has more cells than the header has columns.
imports-fault-quote-open = A cell begins with a quotation mark and does not end with one on its line.
imports-fault-quote-stray = Something stands between a closing quotation mark and the end of its cell.
imports-fault-json-syntax = The line is not JSON.
imports-fault-json-not-object = The line is not a JSON object.
imports-fault-json-not-text = Write the value as text, in quotation marks: a number would lose its leading zeros.
imports-fault-issuer-unknown = There is no State with this code.
imports-fault-issuer-other = Your State reports only its own documents: { $state }.
imports-fault-row-twice = The row says the same as line { $line }.
imports-fault-range-twice = The range shares numbers with that of line { $line }.
imports-fault-rows-too-many = One import takes at most { $limit } such rows. Send the rest in another file.
imports-fault-format = There is no such format. Use csv or jsonl.
imports-fault-dry-run = Use true or false.
