# What the doctor finds: what it is, why it matters, what to do.
doctor-well = Nothing is to be done.
doctor-to-do = To be done: { $count }
doctor-is-note = good to know
doctor-is-todo = to do
doctor-is-urgent = urgent
doctor-is-stops = stopped

doctor-folder-absent = There is no folder { $folder }.
doctor-folder-absent-why = Without it there is nothing to serve.
doctor-folder-absent-do = If this is a new machine: “puebla init --data { $folder }”. If it was there: look whether its disk is mounted, else restore the last backup with “puebla restore”.

doctor-folder-foreign = { $folder } is no data folder of Puebla.
doctor-folder-foreign-why = Nothing in it can be served.
doctor-folder-foreign-do = Name the folder that “puebla init” made. Is it that one? Then its disk may not be mounted.

doctor-folder-unreadable = This account may not read { $folder }.
doctor-folder-unreadable-why = What cannot be read cannot be examined.
doctor-folder-unreadable-do = Give the command as the account that serves: “sudo -u { $account } puebla doctor --data { $folder }”.

doctor-folder-mode = { $folder } is open to other accounts: its mode is { $mode }.
doctor-folder-mode-why = They could read what States report.
doctor-folder-mode-do = chmod 0700 { $folder }

doctor-folder-owner = { $file } does not belong to { $account }, to whom { $folder } belongs.
doctor-folder-owner-why = The server may not be able to write it. This happens when a command was given as root.
doctor-folder-owner-do = chown -R { $account }: { $folder }

doctor-folder-root = { $folder } belongs to { $account }.
doctor-folder-root-why = Whoever serves it must then be root, and a fault in the server would be one in the whole machine.
doctor-folder-root-do = Give it to an account of its own: “chown -R puebla: { $folder }”, and serve as that account.

doctor-key-missing = A key is missing: { $file }
doctor-key-missing-why = Without its keys the folder is not served; no number in it can be found again.
doctor-key-missing-do = Put the copy back that was made with “puebla backup --keys”: restore the last backup with it beside { $folder }, and take the files in “keys” from there.

doctor-key-open = A key can be read by other accounts: { $file }
doctor-key-open-why = Whoever has it can try all numbers against the register. The folder is not served like this.
doctor-key-open-do = chmod 0400 { $file } — then find out who could read it.

doctor-key-damaged = A key cannot be used: { $file }
doctor-key-damaged-why = Without its keys the folder is not served.
doctor-key-damaged-do = Put the copy back that was made with “puebla backup --keys”, as for a key that is missing.

doctor-key-wrong = { $file } is not the key that this data was written with.
doctor-key-wrong-why = With another key nothing in the register would be found. The folder is not served like this.
doctor-key-wrong-do = Put the folder’s own keys back. They lie where “puebla backup --keys” wrote them.

doctor-file-missing = { $file } was there and is gone.
doctor-file-missing-why = It is not made anew: an empty one would answer “no report” to every question.
doctor-file-missing-do = Look for the file. If it is lost, keep { $folder } as it is and restore the last backup beside it with “puebla restore”.

doctor-file-foreign = { $file } is not a database of Puebla.
doctor-file-foreign-why = Something else lies in its place, or its beginning was overwritten.
doctor-file-foreign-do = Keep { $folder } as it is and restore the last backup beside it with “puebla restore”.

doctor-file-newer = { $file } has form { $found }; this release knows form { $known }.
doctor-file-newer-why = A newer release has worked on it. This one does not touch it.
doctor-file-newer-do = Install the newer release again; or restore into a new folder the backup that was taken before the upgrade.

doctor-file-damaged = { $file } is damaged: { $reason }
doctor-file-damaged-why = What it answers can be wrong.
doctor-file-damaged-do = Stop the server, keep { $folder } as it is, restore the last backup beside it with “puebla restore”, and have the disk checked.

doctor-upgrade-pending = { $file } has form { $found }; this release will give it form { $known }.
doctor-upgrade-pending-why = The next start does so. Afterwards an older release cannot work on it any more.
doctor-upgrade-pending-do = Take a backup before the next start.

doctor-tables-pending = The tables of { $file } will be made again from its journal.
doctor-tables-pending-why = The next start does so, because this release makes them otherwise. With many entries it takes minutes.
doctor-tables-pending-do = Nothing: wait for the next start to end.

doctor-content-damaged = Not what was written: { $reason }
doctor-content-damaged-why = Somebody or something has changed it.
doctor-content-damaged-do = Keep the folder as it is, restore the last backup beside it with “puebla restore”, compare, and tell those who supervise.

doctor-reserve-spent = The reserve of disk space in { $folder } has been used up.
doctor-reserve-spent-why = It let you act while the disk was full. The next time there is none.
doctor-reserve-spent-do = Make room on the disk; the reserve is then kept again.

doctor-wal-large = { $file } has grown to { $size }.
doctor-wal-large-why = Something has read for a long time, so that what was written could not be taken up. The disk fills.
doctor-wal-large-do = Look for a command that has been running for hours; else start the server anew.

doctor-wal-left = { $file } ({ $size }) was left by a server that did not end in order.
doctor-wal-left-why = Nothing is lost: the next start takes it up.
doctor-wal-left-do = Start the server. Do not delete the file.

doctor-disk-full = The disk of { $folder } has { $free } left.
doctor-disk-full-why = When it is full, what States report is refused; once the reserve is used up too, nothing is shown, because no look can be logged.
doctor-disk-full-do = Make room now: move old backups and other programs’ files away, or enlarge the disk.

doctor-disk-filling = The disk of { $folder } lasts about { $days } days more: { $free } left, { $pace } a day.
doctor-disk-filling-why = That is the pace since the folder’s first day; an import is faster.
doctor-disk-filling-do = Enlarge the disk, or move other programs’ files away from it.

doctor-disk-copy = The disk of { $folder } has { $free } left; a backup needs { $size } there while it is taken.
doctor-disk-copy-why = The next backup will fail.
doctor-disk-copy-do = Make room on the disk, or enlarge it.

doctor-disk-memory = { $folder } lies in memory ({ $kind }).
doctor-disk-memory-why = Everything is gone when the machine stops.
doctor-disk-memory-do = Move the folder to a disk: stop the server, copy the folder, and name the new place in --data.

doctor-disk-network = { $folder } lies on another machine ({ $kind }).
doctor-disk-network-why = Over a network neither locks nor what fsync promises can be relied on: data can be damaged.
doctor-disk-network-do = Move the folder to a disk of this machine. Send backups over the network, not the folder.

doctor-party-alone = No active administrator: { $parties }
doctor-party-alone-why = Nobody there can enrol or suspend people.
doctor-party-alone-do = For each: “puebla user found NAME --party CODE …”, in the name of an operator.

doctor-operator-none = There is no active operator.
doctor-operator-none-why = Backups, verifications and restores are an operator’s.
doctor-operator-none-do = The secretariat’s administrator enrols one: “puebla user add NAME --role operator …”.

doctor-operator-one-factor = Operators without a second factor: { $count }
doctor-operator-one-factor-why = Whoever learns their password could set one up in their place, and so come to a copy of everything.
doctor-operator-one-factor-do = Have them sign in, which asks them to set one up.

doctor-password-unused = People who did not use their first password in the seven days it serves: { $count } ({ $parties })
doctor-password-unused-why = They cannot sign in with it any more, and an account that nobody uses is watched by nobody.
doctor-password-unused-do = Their administrators suspend whoever does not need the account, and give the others a new first password.

doctor-token-ending = Tokens for operating that end within two weeks: { $count }
doctor-token-ending-why = Nightly backups or verifications that use one will then fail.
doctor-token-ending-do = Make a new one on the page Account and put it in the place of the old.

doctor-backup-never = No backup was ever taken.
doctor-backup-never-why = If the disk breaks, everything is lost.
doctor-backup-never-do = “puebla backup --out FILE”, and once “puebla backup --keys FILE”. Then every night: docs/operate/backup-and-restore.md

doctor-backup-old = The last backup was taken { $hours } hours ago, at { $at }.
doctor-backup-old-why = What came since is lost if the disk breaks.
doctor-backup-old-do = Take one now; then look why the nightly one did not run: “systemctl status puebla-backup.timer”.

doctor-verification-never = Nothing was ever verified.
doctor-verification-never-why = Damage that nobody looks for is found when it is needed least.
doctor-verification-never-do = “puebla verify”, or the button on the page Operation.

doctor-verification-old = The last verification was { $hours } hours ago, at { $at }.
doctor-verification-old-why = A change since then has not been noticed.
doctor-verification-old-do = “puebla verify”; then look why the timer did not run: “systemctl status puebla-verify.timer”.

doctor-record-gap = The verification of { $at } found that a journal or the access log does not hold, and nobody has put on record what happened.
doctor-record-gap-why = Alerts on people stand still: nothing new is put in force about anybody.
doctor-record-gap-do = Restore the last backup that holds and serve it; or have an operator and somebody who supervises, two people, say on the page Operation what happened.

doctor-verification-damage = The verification of { $at } found damage.
doctor-verification-damage-why = Something is not what was written.
doctor-verification-damage-do = Read on the page Operation what it was. Keep the folder as it is, restore the last backup beside it, and compare.

doctor-clock-behind = This machine’s clock says { $now }; the last line of the access log was written at { $last }.
doctor-clock-behind-why = The clock is behind, or was ahead. One-time codes fail and expiries come at the wrong day.
doctor-clock-behind-do = Set the clock right: “timedatectl set-ntp true”. Then start the server anew.

doctor-clock-free = The clock is not held right by the network’s time.
doctor-clock-free-why = When it has drifted by half a minute, one-time codes begin to fail.
doctor-clock-free-do = timedatectl set-ntp true — or install chrony.

doctor-clock-unknown = Whether the clock is held right cannot be told here.
doctor-clock-unknown-why = One-time codes and expiries rest on it.
doctor-clock-unknown-do = Look yourself whether the machine takes its time from the network: “chronyc tracking”, or ask who runs the host.

doctor-swap-on = This machine uses swap.
doctor-swap-on-why = Keys that the server holds in memory may reach the disk.
doctor-swap-on-do = Encrypt the swap or do without it: “swapoff --all”, and take it out of /etc/fstab.

doctor-memory-small = This machine has { $size } of memory.
doctor-memory-small-why = Two gigabytes are what the manual counts with.
doctor-memory-small-do = Give it more, before there are millions of entries.

doctor-serving = Process { $process } (account { $account }) serves { $folder } on { $addresses }
doctor-serving-why = Commands then work through it, with --server.
doctor-serving-do = Nothing.

doctor-serving-none = Nobody serves { $folder }.
doctor-serving-none-why = Nobody can look anything up. Commands work on the folder itself.
doctor-serving-none-do = systemctl start puebla

doctor-serving-root = Process { $process }, which holds { $folder }, runs as { $account }.
doctor-serving-root-why = A fault in the server would be one in the whole machine.
doctor-serving-root-do = Stop it, give the folder to an account of its own (“chown -R puebla: { $folder }”), and serve as that account.

doctor-serving-other = Process { $process } runs another file than this command, since { $folder } was opened.
doctor-serving-other-why = The program was replaced and not started anew, or there are two of it. What was mended is not in force.
doctor-serving-other-do = systemctl restart puebla

doctor-serving-silent = Process { $process } holds { $folder } and cannot be reached (addresses: { $addresses })
doctor-serving-silent-why = Nobody can work, and no other server can start.
doctor-serving-silent-do = “journalctl -u puebla” says what it does. If it is a command, wait for its end; if it is a server, start it anew.

doctor-serving-files = Process { $process } may have { $files } files and connections open.
doctor-serving-files-why = With many readers at once connections are refused.
doctor-serving-files-do = LimitNOFILE=65536 in the unit, then “systemctl daemon-reload” and “systemctl restart puebla”.

doctor-serving-core = Process { $process } may leave a core dump.
doctor-serving-core-why = A core dump holds the keys.
doctor-serving-core-do = LimitCORE=0 in the unit, then “systemctl daemon-reload” and “systemctl restart puebla”.

doctor-unit-absent = systemd knows no puebla.service.
doctor-unit-absent-why = After a restart of the machine nobody serves.
doctor-unit-absent-do = Install the package, which brings the unit: docs/operate/install.md

doctor-unit-disabled = puebla.service does not start with the machine.
doctor-unit-disabled-why = After a restart of the machine nobody serves.
doctor-unit-disabled-do = systemctl enable puebla

doctor-certificate-unreadable = { $file } cannot be used: { $reason }
doctor-certificate-unreadable-why = The server does not start without certificate and key.
doctor-certificate-unreadable-do = Put the PEM files in place that the authority gave, readable by the account that serves.

doctor-certificate-early = The certificate { $file } holds from { $at } on.
doctor-certificate-early-why = Until then browsers refuse the server.
doctor-certificate-early-do = Look whether the clock is right; else use the certificate before it.

doctor-certificate-ended = The certificate { $file } ended at { $at }.
doctor-certificate-ended-why = Browsers refuse the server.
doctor-certificate-ended-do = Renew it, then “systemctl kill --signal=HUP puebla”: it is read again, and nobody is cut off.

doctor-certificate-ending = The certificate { $file } ends in { $days } days, at { $at }.
doctor-certificate-ending-why = Afterwards browsers refuse the server.
doctor-certificate-ending-do = Renew it, then “systemctl kill --signal=HUP puebla”: it is read again, and nobody is cut off.

doctor-certificate-name = The certificate { $file } is not for { $host }.
doctor-certificate-name-why = Browsers that ask for that name refuse the server.
doctor-certificate-name-do = Have one made for that name, or use the name it is for.

doctor-certificate-key-open = Everybody on this machine can read { $file }.
doctor-certificate-key-open-why = Whoever has it can stand in the server’s place. The server does not start like this.
doctor-certificate-key-open-do = chmod 0400 { $file } — then have the certificate made anew with a new key.

doctor-certificate-key-other = { $file } is the key of another certificate.
doctor-certificate-key-other-why = The server does not start with it.
doctor-certificate-key-other-do = Put certificate and key in place that were made together.

doctor-server-unreachable = { $url } does not answer as Puebla does: { $reason }
doctor-server-unreachable-why = From here nobody can work.
doctor-server-unreachable-do = Look on its machine with “puebla doctor --data”; then at the proxy, the firewall and the name.

doctor-server-not-ready = { $url } lives and cannot answer now.
doctor-server-not-ready-why = Its access log cannot be written, or its people cannot be read: then nothing is shown.
doctor-server-not-ready-do = Look on its machine with “puebla doctor --data”, first at the disk.

doctor-server-clock = The clocks of { $url } and of this machine are { $seconds } seconds apart.
doctor-server-clock-why = One of them is wrong. With half a minute, one-time codes begin to fail.
doctor-server-clock-do = On both: “timedatectl set-ntp true”.
