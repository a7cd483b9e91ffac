# What those who supervise lawfulness are told of.
room-oversight = Concerns
oversight-title = Concerns
oversight-lead = Acts that looked like carrying a register away. Whoever did them was as a rule stopped, and may have had good reasons: ask first.
oversight-list = Concerns, those that wait first
oversight-none = There is no concern.
oversight-concern = A concern
oversight-kind = What was seen
oversight-standing = Standing
oversight-party = State or organisation
oversight-post = Post
oversight-counted = Acts counted
oversight-raised = When
oversight-person = Who was stopped
oversight-person-none = Nobody was stopped.
oversight-person-theirs = Known to the oversight of that State. Ask there.
oversight-via = How it was done
oversight-via-page = On a page
oversight-via-api = By a program
oversight-via-command = By a command
oversight-open = Open
oversight-acknowledged = Seen
oversight-closed = Closed
oversight-back = Back to the concerns
oversight-kept = A concern is forgotten { $days } days after it was raised.
oversight-waiting = { $count ->
    [0] No concern waits to be closed.
    [one] One concern waits to be closed.
   *[other] { $count } concerns wait to be closed.
 }
oversight-stopped-until = The person is stopped until
oversight-stopped-was = The person was stopped until
oversight-lifted = The second line let the person go on:
oversight-lifted-already = Somebody has lifted this stop already.
oversight-settled-already = Somebody has said this already. Open the concern again.
oversight-ask = Before you judge, ask the person and the post what happened. A group whose documents were issued together looks the same.
oversight-acknowledge = I have seen it and am at it
oversight-acknowledged-by = { $name } has seen it and is at it:
oversight-closed-by = { $name } closed it:
oversight-close = Close the concern
oversight-close-lead = Say what it was. It cannot be opened again.
oversight-note = What it was
oversight-note-hint = No names and no numbers of documents. At most 500 characters.
oversight-note-missing = Say in a sentence what it was.
oversight-note-form = Use at most 500 ordinary characters.
concern-kind-unwatched = The server watches nobody
concern-kind-unwatched-what = It was started with the option that is for measuring only. Ask the operator why.
concern-kind-gap = The record does not hold
concern-kind-gap-what = A verification found that a journal or the access log is not what was written. What would put more in force about people stands still. Read on the page Operation what it was, ask the operator, and put on record there what happened.
concerns-page-form = The page is a whole number, from 1.
