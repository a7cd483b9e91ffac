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
keys-sealed-anew = Sealed anew: { $codes } secrets of one-time codes, { $roots } roots of sealed words. Words that were sealed before rest as they did; what is sealed from now on is under a new root.
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
decisions-kept = Read into drafts. Nothing is entered yet: confirm each at { $path }
decisions-reading = Paragraphs read
