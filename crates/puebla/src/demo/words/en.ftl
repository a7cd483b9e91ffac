# The demonstration's guide, as a page and on the terminal.
demo-title = What to try here
demo-lead = Everything here is invented: people, numbers, reports. Nothing leaves this machine.
demo-sign-ins = Sign in
demo-password = Everybody’s password is { $password }.
demo-codes = One-time codes change every 30 seconds, these in { $seconds }; each serves once. This page loads itself again.
demo-sign-in = Sign in
demo-people = Some of the people, and their one-time codes of this moment
demo-user-name = User name
demo-party = For
demo-role = Role
demo-code = Code now
demo-no-code = none needed
demo-nobody = Nobody is enrolled.
demo-zones = Zones to paste
demo-zones-lead = Sign in as gtm.officer, open the document check, and paste one of these, or the whole of it with a reader.
demo-zone-none = Nobody reported it: “no report”
demo-zone-digit = One digit was misread: “look again”
demo-zone-stolen = Its State reported it
demo-zone-alert = Alerts on false documents fit it, and it is a specimen
demo-stories = Stories
demo-story-check = gtm.officer checks a document by keyboard alone: paste a zone, Enter, read, and begin again.
demo-story-report = hnd.authority reports a lost passport; gtm.officer checks its number a moment later.
demo-story-confirm = hnd.examiner drafts and submits an alert; mex.examiner confirms it; hnd.examiner publishes it, and every check knows.
demo-story-people = mex.admin enrols somebody, suspends them, and takes them back.
demo-story-operate = xsv.operator verifies everything that was ever written, and downloads a backup.

# On the terminal.
demo-step-people = { $count } people enrolled
demo-step-entries = { $done } of { $all } entries on documents’ status
demo-step-alerts = { $count } alerts published
demo-made = Made { $folder }.
demo-listening = Open { $url } in a browser. Everything there is invented.
demo-everybody = Sign in as one of these; everybody’s password is { $password }
demo-codes-at = Codes change every 30 seconds; the present ones, and what to try, are at { $url }
demo-end = Ctrl-C ends it; “puebla demo” serves the same folder again.
demo-not-one = { $folder } was not made as a demonstration, and passwords and codes are shown of no other.
