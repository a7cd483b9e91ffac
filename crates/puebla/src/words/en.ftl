# What the commands say on standard error.
command-full = The disk is full. Nothing was stored.
command-unsynced = The disk does not take what is written. Nothing was stored.
command-unsure = The disk failed. It is not known whether this was stored: look before you do it again.
command-busy = The store is busy or stopping. Nothing was stored; try again.
command-foreign = { $file } is not a database of Puebla. Nothing was changed in it.
command-served = { $folder } is being served by another process. Stop it, or work through it with --server.
command-newer = { $file } has form { $found } and this release knows form { $known }: it was written by a newer release. Stop here, install the release that wrote it, or restore the backup or the copy from before the upgrade.
command-missing = Missing: { $what }. If it is lost, “puebla restore” brings it back from a backup; “puebla doctor --data” says more.
command-occupied = Something is there already: { $what }
command-wrong-key = { $key } is not the key that this data was written with. Put the folder’s own keys back.
command-exposed = { $file } is a secret that other accounts of this machine can read. Make its mode 0400 (chmod 0400), then find out who could read it.
command-damaged = Damaged: { $what }. “puebla verify” says more.
command-fault = Something went wrong: { $reason }
command-fault-logged = Something went wrong; the line above with { $id } says what.
command-output = Nothing can be written to standard output: { $reason }
command-unwritable = { $file } cannot be written: { $reason }
command-unreadable = { $file } cannot be read: { $reason }
command-nobody = Nobody here is called { $name }.
command-not-permitted = The policies do not allow this, or there is no such record. The attempt is on the access log.
command-refused = Refused: { $code }
command-purpose-needed = Say for which purpose with --purpose, one of: { $purposes }
command-place-line = line { $line }
command-place-column = line { $line }, column { $column }

# Wrong usage.
usage-unknown = There is no argument { $argument } here.
usage-no-command = There is no command “{ $command }”.
usage-command-missing = A command is missing.
usage-missing = Missing: { $arguments }
usage-conflict = { $argument } cannot be used together with { $other }.
usage-value-missing = { $argument } needs a value.
usage-value = { $argument } does not take “{ $value }”: { $reason }
usage-other = { $reason }
usage-see = The manual: { $command }
value-address = give an address and a port, as in 127.0.0.1:8080 or [::1]:8080
value-origin-form = give scheme, host and port and nothing more, as in https://secretariat.example
value-origin-number = give a host name: browsers bind passkeys to names, not to numbers
value-origin-clear = give an https address: browsers use passkeys over TLS only, but for http://localhost
value-day = give a day as YYYY-MM-DD
value-purpose = give the code of a purpose; docs/operate/commands.md lists them
value-party = give the three capital letters of a State or organisation
value-machine = give the address of a machine, as in 10.0.0.9
value-language = give en, es or fr

# Working on a server.
server-in-the-clear = A token is not sent to { $url } in the clear: use https, or an address of this machine.
server-token-open = { $file } can be read by others: make its mode 0400.
server-token-form = { $file } does not hold a token.
server-no-authority = { $file } holds no certificate.
server-other = { $url } answered with status { $status } and is not a Puebla server, or not one that can answer.
server-unreachable = The connection with { $url } failed: { $reason }

# serve
serve-listening = Listening on { $url }
serve-in-the-clear = { $address } is reached from other machines: give --certificate and --key. A proxy on this machine reaches 127.0.0.1 without.
serve-open-key = { $file } can be read by everybody: make its mode 0400.
serve-metrics-for-anyone = { $address } is reached from other machines: name with --metrics-for those that may read the metrics.
serve-taken = { $address } is taken by another program.
serve-not-allowed = This account may not listen on { $address }: ports below 1024 are reserved.
serve-not-ours = { $address } is not an address of this machine.
serve-cannot-listen = { $address } cannot be listened on: { $reason }
serve-certificate = { $file } cannot be used as a certificate with its key: { $reason }
serve-clock-behind = The clock of this machine says { $now }, but this folder was worked on at { $last } already. Set the clock. If it is right and the other time was wrong, start once with --trust-clock.

# init
init-done = Made { $folder }.
init-first = First administrator: { $user }. Password, shown only now: { $password }
init-next = At the first sign-in it must be changed, and one-time codes are set up. Copy the keys apart soon: “puebla backup --keys”.
init-profile = The profile cannot be used: { $reason }

# rebuild
rebuild-house = { $house }: { $entries } entries applied, { $destroyed } destroyed ones passed over.
rebuild-same = No table changed.
rebuild-changed = These tables differ from before: { $tables }

# verify
verify-log = Access log: { $leaves } lines, { $details } of them with their detail; last hash { $head }
verify-house = { $house }: { $entries } entries in { $series } series, { $destroyed } payloads destroyed under a rule; root { $root }
verify-files = Files: { $count }, { $kilobytes } kB
verify-damage = DAMAGED: { $what }
verify-sound = Everything is what was written.
verify-not-sound = Damage was found. Keep the folder as it is, restore the last backup beside it, and compare.

# restore
restore-unusable = { $file } cannot be restored: { $what }
restore-wrong-key = These are not the keys of this backup: { $key } differs.
restore-later-key = This copy of the keys is older than the backup: it has no { $key } of since { $since }. Take a copy made after that.
restore-earlier-key = The backup was made with a { $key } that was destroyed on { $until }. Take a copy of the keys made before that.
restore-done = Restored { $folder } from the backup of { $process } made at { $at } by release { $release }.
restore-counts = Recomputed: { $entries } journal entries, { $leaves } lines of the access log, { $files } files.
restore-next = Nobody is signed in. Whoever was suspended, and whatever token was ended, after the backup was made holds again: look at both.

# keys
keys-in-force = { $key }: number { $epoch }, in force since { $since }
keys-since-made = the folder was made
keys-before = before: number { $epoch }, until { $until }
keys-vouched = { "  " }its signature under the next one: { $signature }
keys-destroyed-on = { "  " }destroyed on { $at }
keys-rests-nothing = { "  " }nothing rests on it: “puebla keys destroy” ends it
keys-rests = { "  " }{ $state }: { $count } numbers rest on it
keys-still-rests = Numbers still rest on key { $epoch }. Their States enter them again, or they expire.
keys-rotated = { $key } is a new one from now on.
keys-rotated-numbers = What is entered from now on rests on it. What was entered before is found as before, on the key of before: “puebla keys show” counts it.
keys-rotated-secrets = Every one-time-code secret was sealed anew; everybody’s device stays as it is. Copies from before an upgrade were removed.
keys-rotated-checkpoint = Checkpoints signed before hold as before. Tell those who keep some the new public key: “puebla keys show”.
keys-copy-again = Take a backup and a copy of the keys now. Keep the copy of before for as long as backups of before are kept, and no longer.
keys-destroyed = Key { $epoch } of the numbers is destroyed.
keys-demonstration = A demonstration shows everybody’s codes by this key: it is not rotated.

# drill
drill-made = The backup was made at { $at }.
drill-counts = Recomputed: { $entries } journal entries, { $leaves } lines of the access log, { $files } files. Opened: { $secrets } one-time-code secrets.
drill-number = The number was found.
drill-times = Seconds: restored in { $restore }, verified in { $verify }, made again from the journal in { $rebuild }; { $all } in all.
drill-wrong = WRONG: { $what }
drill-sound = Everything can be restored from this backup. What was restored has been removed again.
drill-not-sound = Something is wrong. Take another backup, and look at an older one. What was restored has been removed again.
drill-not-noted = The drill was not noted: name the folder with --data, or the server with --server.

# mrz
mrz-zone = Zone { $number }, { $format }: { $arithmetic }
mrz-agrees = every check digit agrees; that proves no authenticity
mrz-disagrees = check digits do not agree
mrz-digit-agrees = { $field }: { $digit } agrees
mrz-digit-disagrees = { $field }: { $digit } stands there, { $expected } should (line { $line }, columns { $from } to { $to })
mrz-uncovered = No check digit covers: { $fields }
mrz-unreadable = Zone { $number } cannot be read. { $message }

# policy
policy-fits = { $files } files of policies fit the schema of { $actions } actions.
policy-version = Version { $version }
policy-wrong = The policies do not fit: { $reason }

# user
user-password = { $user }: first password, shown only now: { $password }
user-suspended = suspended

# import
import-cut = The file ended before it was complete: { $reason }. Nothing was entered.
import-stands-still = The import has not moved for an hour. It may still be entered: look for { $id } among the imports before you send the file again.

# decisions: the operative verbs, a closed list
decisions-verb-accede = accede
decisions-verb-accelerate = accelerate
decisions-verb-accept = accept
decisions-verb-acknowledge = acknowledge
decisions-verb-add = add
decisions-verb-address = address
decisions-verb-adopt = adopt
decisions-verb-advance = advance
decisions-verb-affirm = affirm
decisions-verb-agree = agree
decisions-verb-align = align
decisions-verb-allocate = allocate
decisions-verb-amend = amend
decisions-verb-analyze = analyse
decisions-verb-announce = announce
decisions-verb-appeal = appeal
decisions-verb-applaud = applaud
decisions-verb-apply = apply
decisions-verb-appoint = appoint
decisions-verb-appreciate = appreciate
decisions-verb-approve = approve
decisions-verb-ask = ask
decisions-verb-assess = assess
decisions-verb-assign = assign
decisions-verb-assist = assist
decisions-verb-authorize = authorize
decisions-verb-begin = begin
decisions-verb-believe = believe
decisions-verb-build = build
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
decisions-verb-consult = consult
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
decisions-verb-draw-attention = draw attention to
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
decisions-verb-grant = grant
decisions-verb-guarantee = guarantee
decisions-verb-harmonize = harmonise
decisions-verb-highlight = highlight
decisions-verb-hold = hold
decisions-verb-hope = hope
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
decisions-verb-investigate = investigate
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
decisions-verb-postpone = postpone
decisions-verb-praise = praise
decisions-verb-prepare = prepare
decisions-verb-present = present
decisions-verb-prevent = prevent
decisions-verb-prioritize = give priority to
decisions-verb-proclaim = proclaim
decisions-verb-produce = produce
decisions-verb-promote = promote
decisions-verb-propose = propose
decisions-verb-prosecute = prosecute
decisions-verb-protect = protect
decisions-verb-provide = provide
decisions-verb-publish = publish
decisions-verb-punish = punish
decisions-verb-pursue = pursue
decisions-verb-raise = raise
decisions-verb-ratify = ratify
decisions-verb-reaffirm = reaffirm
decisions-verb-recall = recall
decisions-verb-receive = receive
decisions-verb-recognize = recognize
decisions-verb-recommend = recommend
decisions-verb-reduce = reduce
decisions-verb-refrain = refrain
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

# decisions: as a command shows them
decisions-draft = { $number }. { $verbs }: { $text }
decisions-draft-addressees = { "    " }to: { $names }
decisions-draft-due = { "    " }due { $date }: { $rule }
decisions-draft-due-open = { "    " }due on a day not yet known: { $rule }
decisions-draft-condition = { "    " }on a condition: { $text }
decisions-draft-no-verb = no verb
decisions-drafts-count = { $count ->
        [one] One decision read. Nothing was entered.
       *[other] { $count } decisions read. Nothing was entered.
    }
decisions-reading = Paragraphs read
