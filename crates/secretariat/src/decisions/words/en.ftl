# The room of decisions.
room-decisions = Decisions
decisions-list = Decisions
decisions-list-about = What meetings decided, the latest first. A decision that was adopted never changes here.
decisions-list-caption = Decisions
decisions-list-empty = No decision fits, or none has been entered yet.
decisions-back = All decisions
decisions-search = Look up
decisions-search-clear = Show all
decisions-words = Words of the text
decisions-due-by = Something is due by

decisions-decision = Decision
decisions-title = Decision { $symbol }
decisions-symbol = Symbol
decisions-text = Text
decisions-verb = Verb
decisions-verbs = Verbs
decisions-duty = Duty
decisions-duty-none = asks nothing of anyone
decisions-duty-soft = asks, and nobody answers for it by name
decisions-duty-owned = makes somebody answerable
decisions-addressee = Whom it speaks to
decisions-members = all members
decisions-due = Due
decisions-due-open = on a day not yet known
decisions-slip = { $days ->
        [one] one day late
       *[other] { $days } days late
    }
decisions-asks = What it does and asks
decisions-asks-empty = It asks nothing.
decisions-adopted-on = Adopted on
decisions-meeting = Meeting
decisions-round = Adopted by the round
decisions-original = Drafted in
decisions-recorded-at = Recorded
decisions-position = Place in the journal
decisions-links = Links
decisions-history = What came later
decisions-was-adopted = Adopted
decisions-corrected = Corrected
decisions-happened = Happened
decisions-record = Add to its history
decisions-done-adopted = The decision is entered. It never changes from now on.
decisions-done-recorded = It is recorded beside the decision.
decisions-language-en = English
decisions-language-es = Spanish

decisions-add = Enter a decision
decisions-add-about = Enter it as it was adopted. It cannot be changed afterwards; a correction will stand beside it.
decisions-add-send = Enter the decision
decisions-number = Number at the meeting
decisions-text-en = Text in English
decisions-text-es = Text in Spanish
decisions-divergence = Where the two texts differ
decisions-divergence-hint = Leave it empty where they say the same.
decisions-condition = Only if
decisions-condition-hint = What must have happened before, in the words of the text.
decisions-ask-verb = Verb { $number }
decisions-ask-addressees = To whom (verb { $number })
decisions-ask-addressees-hint = Names with a semicolon between them. “Members” stands for all of them.
decisions-ask-due = When it is due (verb { $number })
decisions-ask-due-hint = Choose from the list and change the number or the day.
decisions-ask-how = How (verb { $number })
decisions-each = each for itself
decisions-lapses = a power that ends unused with its day
decisions-link-kind = Link { $number }
decisions-link-to = To which (link { $number })
decisions-link-to-hint = The symbol of a decision, or of the meeting at which this one is discussed.
decisions-meeting-hint = Its symbol, as in RCM/VIII.
decisions-round-hint = Only where a no-objection round adopted it and no meeting did.
decisions-adopted-on-hint = Leave it empty for the last day of the meeting.
decisions-imports = Read a declaration

decisions-link-amends = amends
decisions-link-implements = carries out
decisions-link-supersedes = takes the place of
decisions-link-refers-to = speaks of
decisions-link-shares-meeting = is discussed at the same meeting as
decisions-link-discussed-at = is discussed at
decisions-link-amended-by = is amended by
decisions-link-implemented-by = is carried out by
decisions-link-superseded-by = is replaced by
decisions-link-referred-by = is spoken of in

decisions-fault-number = Write a number from 1 to 9999.
decisions-fault-number-known = This meeting has a decision with that number already.
decisions-fault-original = Choose the language in which it was drafted.
decisions-fault-text = This is too long, or holds characters that cannot be printed.
decisions-fault-text-missing = Enter the text in the language in which it was drafted.
decisions-fault-missing = Enter something here.
decisions-fault-verb = Choose a verb.
decisions-fault-due = Choose a rule from the list, as 3 months after adoption.
decisions-fault-addressees = Write at most 60 names of 200 characters.
decisions-fault-no-owner = This verb makes somebody answerable. Enter who.
decisions-fault-asks-many = A decision has at most 20 verbs.
decisions-fault-links-many = A decision has at most 20 links.
decisions-fault-link-kind = Choose what the link says.
decisions-fault-link-to = No other decision or meeting has this symbol.
decisions-fault-symbol = Write a symbol, as in RCM/VIII.
decisions-fault-day = Write a day of the calendar, as 2003-05-30.
decisions-fault-meeting-unknown = No meeting with this symbol was called.
decisions-fault-not-over = This day has not come yet.
decisions-fault-after = The list cannot go on from there.

# decisions: the operative verbs, a closed list
decisions-verb-accede = accede
decisions-verb-accept = accept
decisions-verb-acknowledge = acknowledge
decisions-verb-add = add
decisions-verb-address = address
decisions-verb-adopt = adopt
decisions-verb-advance = advance
decisions-verb-affirm = affirm
decisions-verb-agree = agree
decisions-verb-allocate = allocate
decisions-verb-amend = amend
decisions-verb-analyze = analyse
decisions-verb-appeal = appeal
decisions-verb-applaud = applaud
decisions-verb-apply = apply
decisions-verb-appoint = appoint
decisions-verb-appreciate = appreciate
decisions-verb-approve = approve
decisions-verb-ask = ask
decisions-verb-assess = assess
decisions-verb-assign = assign
decisions-verb-authorize = authorize
decisions-verb-begin = begin
decisions-verb-believe = believe
decisions-verb-call-upon = call upon
decisions-verb-carry-out = carry out
decisions-verb-celebrate = celebrate
decisions-verb-circulate = circulate
decisions-verb-collaborate = collaborate
decisions-verb-combat = combat
decisions-verb-commend = commend
decisions-verb-commit = commit to
decisions-verb-compile = compile
decisions-verb-complete = complete
decisions-verb-conclude = conclude
decisions-verb-condemn = condemn
decisions-verb-conduct = conduct
decisions-verb-confirm = confirm
decisions-verb-congratulate = congratulate
decisions-verb-consider = consider
decisions-verb-consolidate = consolidate
decisions-verb-continue = continue
decisions-verb-contribute = contribute
decisions-verb-convene = convene
decisions-verb-cooperate = cooperate
decisions-verb-coordinate = coordinate
decisions-verb-counter = counter
decisions-verb-create = create
decisions-verb-decide = decide
decisions-verb-declare = declare
decisions-verb-deepen = deepen
decisions-verb-defend = defend
decisions-verb-define = define
decisions-verb-deliver = deliver
decisions-verb-demand = demand
decisions-verb-deplore = deplore
decisions-verb-design = design
decisions-verb-designate = designate
decisions-verb-determine = determine
decisions-verb-develop = develop
decisions-verb-direct = direct
decisions-verb-discuss = discuss
decisions-verb-disseminate = disseminate
decisions-verb-distribute = distribute
decisions-verb-draft = draft
decisions-verb-elaborate = elaborate
decisions-verb-elect = elect
decisions-verb-emphasize = emphasize
decisions-verb-encourage = encourage
decisions-verb-endeavour = endeavour
decisions-verb-endorse = endorse
decisions-verb-enhance = enhance
decisions-verb-ensure = ensure
decisions-verb-entrust = entrust
decisions-verb-eradicate = eradicate
decisions-verb-establish = establish
decisions-verb-evaluate = evaluate
decisions-verb-examine = examine
decisions-verb-exchange = exchange
decisions-verb-execute = execute
decisions-verb-expand = expand
decisions-verb-explore = explore
decisions-verb-express = express
decisions-verb-extend = extend
decisions-verb-facilitate = facilitate
decisions-verb-fight = fight
decisions-verb-finalize = finalise
decisions-verb-finance = finance
decisions-verb-follow-up = follow up
decisions-verb-formulate = formulate
decisions-verb-forward = forward
decisions-verb-foster = foster
decisions-verb-guarantee = guarantee
decisions-verb-harmonize = harmonise
decisions-verb-highlight = highlight
decisions-verb-hold = hold
decisions-verb-host = host
decisions-verb-identify = identify
decisions-verb-implement = implement
decisions-verb-improve = improve
decisions-verb-include = include
decisions-verb-incorporate = incorporate
decisions-verb-increase = increase
decisions-verb-inform = inform
decisions-verb-initiate = initiate
decisions-verb-instruct = instruct
decisions-verb-intend = intend
decisions-verb-intensify = intensify
decisions-verb-invite = invite
decisions-verb-join = join
decisions-verb-keep = keep
decisions-verb-launch = launch
decisions-verb-maintain = maintain
decisions-verb-make = make
decisions-verb-mandate = mandate
decisions-verb-mobilize = mobilise
decisions-verb-modify = modify
decisions-verb-monitor = monitor
decisions-verb-nominate = nominate
decisions-verb-note = note
decisions-verb-offer = offer
decisions-verb-organize = organize
decisions-verb-participate = participate
decisions-verb-pay-tribute = pay tribute
decisions-verb-perform = perform
decisions-verb-pledge = pledge
decisions-verb-praise = praise
decisions-verb-prepare = prepare
decisions-verb-present = present
decisions-verb-prevent = prevent
decisions-verb-proclaim = proclaim
decisions-verb-produce = produce
decisions-verb-promote = promote
decisions-verb-propose = propose
decisions-verb-protect = protect
decisions-verb-provide = provide
decisions-verb-publish = publish
decisions-verb-pursue = pursue
decisions-verb-raise = raise
decisions-verb-ratify = ratify
decisions-verb-reaffirm = reaffirm
decisions-verb-recall = recall
decisions-verb-recognize = recognize
decisions-verb-recommend = recommend
decisions-verb-reduce = reduce
decisions-verb-regret = regret
decisions-verb-reinforce = reinforce
decisions-verb-reiterate = reiterate
decisions-verb-reject = reject
decisions-verb-remain-seized = remain seized
decisions-verb-remind = remind
decisions-verb-renew = renew
decisions-verb-replace = replace
decisions-verb-report = report
decisions-verb-request = request
decisions-verb-resolve = resolve
decisions-verb-respect = respect
decisions-verb-review = review
decisions-verb-revise = revise
decisions-verb-salute = salute
decisions-verb-schedule = schedule
decisions-verb-seek = seek
decisions-verb-send = send
decisions-verb-set-up = set up
decisions-verb-share = share
decisions-verb-sign = sign
decisions-verb-simplify = simplify
decisions-verb-start = start
decisions-verb-strengthen = strengthen
decisions-verb-stress = stress
decisions-verb-strive = strive
decisions-verb-study = study
decisions-verb-submit = submit
decisions-verb-suggest = suggest
decisions-verb-support = support
decisions-verb-suspend = suspend
decisions-verb-take = take
decisions-verb-take-note = take note
decisions-verb-task = task
decisions-verb-terminate = terminate
decisions-verb-thank = thank
decisions-verb-train = train
decisions-verb-transmit = transmit
decisions-verb-underline = underline
decisions-verb-underscore = underscore
decisions-verb-undertake = undertake
decisions-verb-update = update
decisions-verb-urge = urge
decisions-verb-use = use
decisions-verb-verify = verify
decisions-verb-welcome = welcome
decisions-verb-work = work

# decisions: what a due rule says
decisions-rule-days-after = { $count ->
        [one] one day
       *[other] { $count } days
    } after { $anchor }
decisions-rule-days-before = { $count ->
        [one] one day
       *[other] { $count } days
    } before { $anchor }
decisions-rule-months-after = { $count ->
        [one] one month
       *[other] { $count } months
    } after { $anchor }
decisions-rule-months-before = { $count ->
        [one] one month
       *[other] { $count } months
    } before { $anchor }
decisions-rule-by = by { $date }
decisions-rule-at-meeting = at { $meeting }
decisions-rule-before-meeting = before { $meeting }
decisions-rule-each-meeting = at each meeting
decisions-rule-each-meeting-of = at each meeting of { $body }
decisions-rule-every = { $count ->
        [one] every month
       *[other] every { $count } months
    }
decisions-rule-every-between = { $count ->
        [one] every month
       *[other] every { $count } months
    } between meetings of { $body }
decisions-anchor-adoption = its adoption
decisions-anchor-meeting-end = the end of the meeting
decisions-meeting-next = the next meeting
decisions-meeting-next-of = the next meeting of { $body }
decisions-meeting-numbered = meeting number { $number }
decisions-meeting-numbered-of = meeting number { $number } of { $body }
decisions-meeting-held = the meeting in { $place }

# decisions: what may have been read otherwise than it was meant
decisions-warning-numbering = Paragraph { $paragraph } has the number { $found }, where { $expected } should come.
decisions-warning-mixed = { $english } decisions are in English and { $spanish } in Spanish.
decisions-warning-other-language = Paragraph { $paragraph } is in another language; no verb was read from it.
decisions-warning-tables = { $count ->
        [one] The text of a table was read cell by cell.
       *[other] The text of { $count } tables was read cell by cell.
    }
decisions-warning-tracked = Tracked changes: pieces inserted, { $insertions }, were taken; pieces struck out, { $deletions }, were left out.
decisions-warning-nested = Lists stand inside lists; each belongs to the decision above it.
decisions-warning-annex = An annex was left out, from paragraph { $paragraph } on.
decisions-warning-footnotes = Footnotes were left out: { $count }.
decisions-warning-running-lines = Page numbers and lines at the edge of every page were left out: { $count }.
decisions-warning-columns = Two columns were read one after the other.
decisions-warning-encoding = The file is not in UTF-8 or UTF-16; its letters are a guess.
decisions-warning-no-verb = No operative verb was found in decision { $number }.
decisions-warning-working-days = Paragraph { $paragraph } counts working days, for which there is no rule: somebody sets the day.
decisions-warning-outside = Paragraph { $paragraph } speaks like a decision and stands outside the list.
decisions-warning-nothing = No decision was found.

# decisions: why a declaration cannot be read
decisions-unreadable-size = The file has { $kilobytes } kB. At most { $limit } kB are read.
decisions-unreadable-text = The text has too many paragraphs, or one that is too long.
decisions-unreadable-document = The file is an archive without a document that can be read. Save it as DOCX or as plain text.
decisions-unreadable-unpacked = Unpacked, the file would be larger than any document.
decisions-unreadable-empty = There is no text in the file.
