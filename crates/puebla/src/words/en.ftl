# What the commands say on standard error.
command-full = The disk is full. Nothing was stored.
command-busy = The store is busy or stopping. Nothing was stored; try again.
command-foreign = { $file } is not a database of Puebla. Nothing was changed in it.
command-served = { $folder } is being served by another process. Stop it, or work through it with --server.
command-newer = { $file } has form { $found } and this release knows form { $known }: it was written by a newer release.
command-missing = Missing: { $what }
command-occupied = Something is there already: { $what }
command-wrong-key = { $key } is not the key that this data was written with. Put the folder’s own keys back.
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
serve-in-the-clear = { $address } is reached from other machines: give --certificate and --key, or say --behind-tls-proxy.
serve-open-key = { $file } can be read by everybody: make its mode 0400.
serve-taken = { $address } is taken by another program.
serve-not-allowed = This account may not listen on { $address }: ports below 1024 are reserved.
serve-not-ours = { $address } is not an address of this machine.
serve-cannot-listen = { $address } cannot be listened on: { $reason }
serve-certificate = { $file } cannot be used as a certificate with its key: { $reason }

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
restore-done = Restored { $folder } from the backup of { $process } made at { $at } by release { $release }.
restore-counts = Recomputed: { $entries } journal entries, { $leaves } lines of the access log, { $files } files.
restore-next = Nobody is signed in. Whoever was suspended, and whatever token was ended, after the backup was made holds again: look at both.

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
user-no-codes = The demonstration asks { $user } for no code.

# import
import-cut = The file ended before it was complete: { $reason }. Nothing was entered.
import-stands-still = The import has not moved for an hour. It may still be entered: look for { $id } among the imports before you send the file again.
