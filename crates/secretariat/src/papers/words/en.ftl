# The room of documents.
room-papers = Documents
papers-list = Documents
papers-list-about = The documents of the conference, the last filed first.
papers-list-empty = No document has been filed yet.
papers-back = All documents

papers-paper = Document
papers-symbol = Symbol
papers-title = Title
papers-title-other = (no title in your language)
papers-kind = Kind
papers-kind-report = report
papers-kind-proposal = proposal
papers-kind-note = note
papers-kind-statement = statement
papers-kind-other = other
papers-class = Who may see it
papers-class-public = everyone
papers-class-participants = everyone who takes part in its meeting
papers-class-observers = members and observers
papers-class-members = members only
papers-original = Written in
papers-meeting = For the meeting
papers-meeting-none = no meeting
papers-why-public = You see this document because it is public.
papers-why-observers = You see this document because you work for a member, an observer or the secretariat.
papers-why-participants = You see this document because it was given to everyone who takes part in its meeting.
papers-why-members = You see this document because you work for a member or the secretariat. Observers do not see it.
papers-why-meeting = You see this document because you work for a member or the secretariat. Its meeting is kept for members, so observers do not see it.
papers-texts = Texts
papers-texts-empty = No text has been added yet.
papers-text-missing = There is no text in { $language } yet.
papers-language = Language
papers-version = version { $version }
papers-authentic = Standing
papers-authentic-yes = authentic text
papers-authentic-no = translation
papers-form = File
papers-size = { $format }, { $size } kB
papers-when = Added
papers-hash = SHA-256
papers-done-filed = The document is filed. Now add its texts.
papers-done-added = The text is added. Earlier versions stay.

papers-file = File a document
papers-file-about = The symbol stays as it is from now on. You add the texts on the next page.
papers-file-send = File the document
papers-symbol-hint = Capital letters and digits in parts, as in RCM/VIII/DOC/1.
papers-title-en = Title in English
papers-title-es = Title in Spanish
papers-title-hint = Fill in at least one of the two titles.
papers-meeting-hint = The symbol of the meeting, as in RCM/VIII.

papers-add = Add a text
papers-add-about = A new file never replaces an earlier one. It becomes the next version in its language.
papers-add-send = Add the text
papers-text = File
papers-text-hint = PDF, DOCX, TXT or HTML, at most 8 MB.
papers-note = Where it differs from the other languages
papers-note-hint = For example: paragraph 3 has a sentence that the Spanish text lacks.

papers-fault-symbol = Write capital letters and digits in parts, as in RCM/VIII/DOC/1.
papers-fault-symbol-known = Another document has this symbol already.
papers-fault-kind = Choose the kind of document.
papers-fault-title-missing = Enter a title in English or in Spanish.
papers-fault-text = Write at most 400 characters that can be printed.
papers-fault-original = Choose the language in which it was written.
papers-fault-class = Choose who may see it.
papers-fault-meeting = No meeting has this symbol.
papers-fault-meeting-missing = Name the meeting whose participants may see it.
papers-fault-language = Choose the language of the text.
papers-fault-authentic = Say whether the text is authentic or a translation.
papers-fault-file-missing = Choose a file.
papers-fault-file = This file cannot be used. Choose a PDF, DOCX, TXT or HTML file whose content is what its name says.
papers-fault-versions = This document has 100 versions in this language. No more can be added.
papers-fault-before = The list cannot go on from there.
papers-chip = { $symbol } in { $language }

papers-changes = What changed
papers-changes-in = What changed in { $language }, version { $version }
papers-changes-of = { $language }: from { $before } to { $after }. What was taken out is struck through, what was put in is underlined.
papers-changes-none = Every paragraph is the same.
papers-changes-count = { $count ->
    [one] One paragraph changed.
   *[other] { $count } paragraphs changed.
}
papers-changes-kept = { $count ->
    [one] One paragraph is the same.
   *[other] { $count } paragraphs are the same.
}
papers-changes-more = { $count ->
    [one] One more paragraph changed. Take both files to see all of it.
   *[other] { $count } more paragraphs changed. Take both files to see all of it.
}
papers-changes-unread = The words of one of these two files cannot be read here, so they are not compared. Take both files.
papers-changes-others = Compare with:
papers-changes-back = Back to the document
papers-fault-version = No version has this number.

papers-why = Why you can see this
papers-policy = The rule that lets you:
papers-policy-delegates = delegates, and the secretariat’s coordinator, see the conference’s documents.
papers-readers = The same rules let these see it:
papers-readers-member = delegates of members
papers-readers-observer = delegates of observers
papers-readers-network = networks of civil society
papers-readers-guest = guests of its meeting
papers-readers-secretariat = the secretariat’s coordinator
papers-readers-anyone = everyone, without signing in
papers-decided = Who decided who may see it, the last decision first:
papers-decided-none = Nobody has said who decided that.
papers-decided-by-whom = Decided by: { $who }.
papers-rule = By which rule
papers-rule-none = Nobody said by which rule.
papers-rule-adopted = The conference adopted or published it, so everyone may see it.
papers-rule-circulated = It was given to those who take part in its meeting, or to members and observers.
papers-rule-draft = It is still being negotiated, so it stays with members, or with members and observers.
papers-rule-people = Somebody could be recognised in it, so it stays with members.
papers-rule-request = Whoever wrote it asked for that.
papers-rule-decision = A body of the conference decided so in this case.
papers-classify = Decide who may see it
papers-classify-about = Whoever could see it until now and no longer may will not find it. Copies that they took stay with them. The decision stays on this document’s page.
papers-classify-send = Put the decision on record
papers-decided-by = Whose decision it is
papers-decided-by-hint = A body, a meeting or a State, as in “RCM/VIII” or “the Presidency”. No names of people.
papers-done-classed = The decision is on record and holds from now on.
papers-fault-rule = Choose the rule.
papers-fault-rule-class = This rule does not lead to who you chose. Choose another rule, or someone else to see it.
papers-fault-decided-by = Say whose decision it is.
papers-fault-decisions = There are 50 decisions about this document. No more can be added.

papers-news = What is new
papers-news-about = What was filed, added and decided last, of the documents that you may see.
papers-news-none = Nothing was filed yet that you may see.
papers-new-what = What
papers-new-filed = The document was filed.
papers-new-classed = It was decided anew who may see it.
papers-new-text = A text was added: { $language }, version { $version }.

papers-languages = Languages beside one another
papers-languages-about = The last text in each language, paragraph by paragraph. Flagged is what can be seen without understanding the words: a paragraph that one language lacks; numbers, dates, symbols and numbering that differ. What the words mean is for people to compare.
papers-languages-unread = { $language }: the words of this file cannot be read here, so it does not stand beside the others.
papers-languages-cut = Of each text the first { $most } paragraphs are compared.
papers-languages-few = Fewer than two languages can be read here. Bring a DOCX, TXT or HTML of each text.
papers-languages-count = { $open ->
    [0] Nothing is flagged
    [one] One thing is flagged
   *[other] { $open } things are flagged
}; { $dismissed ->
    [0] none is dismissed.
    [one] one is dismissed.
   *[other] { $dismissed } are dismissed.
}
papers-languages-which = Which paragraphs
papers-languages-all = All paragraphs
papers-languages-flagged = Flagged paragraphs only
papers-languages-none = No paragraph is flagged.
papers-languages-lacking = No paragraph here
papers-languages-dismiss = Dismiss
papers-languages-again = Flag again
papers-languages-dismissed = Dismissed by { $party }, { $at }: { $reason }
papers-flag-missing = Missing
papers-flag-numbering = Numbering
papers-flag-number = Number
papers-flag-day = Date
papers-flag-symbol = Symbol
papers-dismiss = Say that a flag is no fault
papers-dismiss-about = Your reason goes on record under your State’s name, and whoever opens the document reads it. When one of these paragraphs changes, the flag is back.
papers-dismiss-send = Dismiss the flag
papers-raise-send = Flag it again
papers-reason = Why it is no fault
papers-reason-hint = At most 400 characters, on one line. No names of people.
papers-fault-reason = Say why it is no fault, in at most 400 characters on one line.
papers-fault-reason-raised = Leave the reason out where a flag is raised again.
papers-fault-dismissed = A thousand flags of this document are dismissed. No more can be.
