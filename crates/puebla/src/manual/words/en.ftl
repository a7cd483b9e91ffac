# The manual that --help prints.
manual-usage = Usage:
manual-commands = Commands
manual-command = COMMAND
manual-options = Options
manual-option-words = OPTIONS
manual-arguments = Arguments

manual-puebla = The Virtual Secretariat of a conference of States on migration: what States report about documents, the border check over it, and who looked at what.
manual-puebla-more =
    One folder holds everything: databases, files, keys. One process works on it at a time: either “puebla serve”, or one command with --data. Through a server, some commands work with --server and a token. Both ways the access log says who did it and for which purpose.

    To see it with invented data:
      puebla demo

    To begin:
      puebla init --data /srv/puebla --administrator ana.ruiz --party XSV
      puebla user add ivan.operator --data /srv/puebla --as ana.ruiz --name "Iván Lemus" --institution Secretariat --role operator
      puebla backup --data /srv/puebla --as ivan.operator --keys /media/safe/puebla.keys
      puebla serve --data /srv/puebla --listen 0.0.0.0:443 --certificate chain.pem --key key.pem

    Exit statuses:
      0  done
      1  the answer is no: damage was found, a zone does not add up
      2  wrong usage
      3  what was given cannot be used, or not by this person
      4  the folder or the server cannot be worked on: absent, served, of another make, of a later release
      5  the disk is full, the store is busy, or a fault of ours

    Environment:
      PUEBLA_DATA, PUEBLA_AS, PUEBLA_SERVER, PUEBLA_TOKEN_FILE stand in for the options of these names.
      PUEBLA_LOG says how much of its own working a command writes down, as in “info” or “warn,base=debug”.
      LC_ALL, LC_MESSAGES and LANG choose the language where --language does not.

    Each command has a page of its own: puebla serve --help. All of them: docs/operate/commands.md.
manual--language = Language of messages and of this manual: en, es or fr. Otherwise that of the environment.
manual--help = Shows this page.
manual--version = Shows the release.
manual--data = The data folder; no other process may be working on it.
manual--as = User name of the person in whose name this is done; it goes on the access log.
manual--purpose = Purpose for which it is done, where the person has several; on a server, where the command has several.
manual--server = Address of a server to work through, as https://secretariat.example.
manual--token-file = File with the token for that server, readable by its owner only.
manual--authority = PEM file of the authorities that vouch for that server; otherwise those this machine trusts.
manual--json = Prints JSON, one object a line, for machines.
manual--out = Writes to this file, which appears only once it is whole, in the place of standard output.

manual-serve = Serves a data folder until SIGTERM or an interrupt.
manual-serve-more =
    Prints the address once it listens. Requests under way when it is told to end have ten seconds. On SIGHUP it reads certificate and key again. An older folder is brought to this release’s form first, with a copy beside it.
    Without a certificate it listens on this machine only, unless a proxy in front of it does TLS.

    Examples:
      puebla serve --data /srv/puebla
      puebla serve --data /srv/puebla --listen [::]:443 --certificate chain.pem --key key.pem
      puebla serve --data /srv/puebla --listen 127.0.0.1:8080 --behind-tls-proxy --origin https://secretariat.example
manual-serve--listen = Address and port; port 0 takes a free one. Otherwise 127.0.0.1:8080.
manual-serve--certificate = PEM file of the certificate and what links it to an authority.
manual-serve--key = PEM file of the certificate’s key, not readable by everybody.
manual-serve--behind-tls-proxy = Says that a proxy in front does TLS and sets X-Forwarded-For: cookies are then sent over TLS only, and the last address of that header is taken for the client’s.
manual-serve--origin = Address under which browsers reach the server, such as https://secretariat.example. Passkeys are bound to its host. Otherwise http://localhost with the port, where the server listens on this machine in the clear; else there are no passkeys.
manual-serve--unwatched = For measuring only: nobody is stopped who checks number after number. Whoever supervises is told that the server was started so.
manual-serve--log = Form of the server’s own log on standard error: text or json.
manual-serve--reserve-mib = Room to keep back on the disk for the day it is full, in MiB; 0 for none. Otherwise 64.
manual-serve--trust-clock = Says that the clock is right, whatever the folder knows of the time before.
manual-serve--metrics = Address and port on which metrics are shown in Prometheus’ form; otherwise nowhere. Best of this machine: 127.0.0.1:9464.
manual-serve--metrics-for = Another machine that may read them; may be given several times.

manual-init = Makes a new data folder and its first administrator.
manual-init-more =
    The password is printed once. At the first sign-in it must be changed and one-time codes are set up.

    Example:
      puebla init --data /srv/puebla --administrator ana.ruiz --name "Ana Ruiz" --party XSV
manual-init--profile = The process served: rcm, or a file that describes another.
manual-init--administrator = User name of the first administrator.
manual-init--name = Their name; otherwise the user name.
manual-init--party = Three letters of the State or organisation they manage, as the profile has them.
manual-init--institution = Their institution’s name; otherwise the three letters.

manual-mrz = Reads machine-readable zones: check digits, structure, cross-checks. Asks no register.
manual-mrz-more =
    Zones stand in the input with a blank line between them. The JSON is described in docs/formats/zone.md.
    Valid arithmetic proves no authenticity.

    Examples:
      puebla mrz zones.txt
      puebla mrz --json --on 2026-06-01 < zones.txt

    Exit status 1: a zone was unreadable, or a check digit does not agree.
manual-mrz--file = File of zones; otherwise standard input.
manual-mrz--on = Day against which two-digit years are read; otherwise today.

manual-rebuild = Makes every table again from the journal.
manual-rebuild-more =
    Says for each house how many entries were applied and which tables differ from before.

    Example:
      puebla rebuild --data /srv/puebla --as ivan.operator

    Exit status 1: with --check, a table would change.
manual-rebuild--check = Changes nothing; says what would change.

manual-verify = Recomputes the access log, every journal and every file.
manual-verify-more =
    A checkpoint is a short signed text that says where everything stood. Kept elsewhere, it shows any later cut.

    Examples:
      puebla verify --data /srv/puebla --as ivan.operator --write-checkpoint 2026-11.txt
      puebla verify --server https://secretariat.example --token-file token --purpose oversight --checkpoint 2026-11.txt

    Exit status 1: damage was found; what and where is printed.
manual-verify--checkpoint = A checkpoint kept from before, to be held against; may be given several times.
manual-verify--write-checkpoint = Writes a signed checkpoint to this file when nothing is damaged.

manual-backup = Copies everything but the keys into one tar, and the keys apart.
manual-backup-more =
    The tar says itself what is in it, signed. Copy the keys once, and again after each rotation, and keep them where the backups are not.

    Examples:
      puebla backup --data /srv/puebla --as ivan.operator --out /backup/2026-11-23.tar
      puebla backup --server https://secretariat.example --token-file token --out 2026-11-23.tar
      puebla backup --data /srv/puebla --as ivan.operator --keys /media/safe/puebla.keys
manual-backup--keys = Writes a copy of the keys to this new file of mode 0400; with nothing else asked for, only that.

manual-restore = Makes a data folder from a backup and its keys.
manual-restore-more =
    Everything is recomputed before the folder can be served. A failure leaves nothing behind.

    Example:
      puebla restore --from 2026-11-23.tar --keys puebla.keys --to /srv/puebla-again --as ivan.operator
manual-restore--from = The tar; “-” for standard input.
manual-restore--keys = The copy of the keys.
manual-restore--to = Where the folder is made: nothing, or an empty folder.

manual-drill = Restores a backup in a place apart, looks through it whole, and throws it away again.
manual-drill-more =
    Restores and recomputes everything, makes the tables again, opens every one-time-code secret, and finds a number you know. Named with --data or --server, the folder remembers when the last drill was and how it ended.

    Examples:
      puebla drill --from 2026-11-23.tar --keys puebla.keys --as ivan.operator
      puebla drill --from 2026-11-23.tar --keys puebla.keys --as ivan.operator --number ZZ0000017 --issuing-state UTO --officer gtm.officer
      puebla drill --from 2026-11-23.tar --keys puebla.keys --as ivan.operator --server https://secretariat.example --token-file token

    Exit status 1: something in the restored folder is not what was written.
manual-drill--from = The tar.
manual-drill--keys = The copy of the keys.
manual-drill--checkpoint = A checkpoint kept elsewhere, to be held against; may be given several times.
manual-drill--into = Where the folder is made, and removed: nothing, or an empty folder. Otherwise beside the backup.
manual-drill--data = The folder that remembers the drill; nobody may be serving it.
manual-drill--as = User name of an operator whom the backup knows, and the folder.
manual-drill--number = A number that must be found.
manual-drill--issuing-state = The State that issued that document.
manual-drill--officer = User name of an officer, in whose name it is looked up in the restored folder.

manual-keys = Shows, rotates and destroys the folder’s keys.
manual-keys-show = Shows which keys are in force since when, and what rests on those of before.
manual-keys-show-more =
    No key is shown: only values that tell one from another. That of checkpoint.key is its public key, for those who keep checkpoints.

    Example:
      puebla keys show --data /srv/puebla --as ivan.operator
manual-keys-rotate = Puts a new key in the place of one.
manual-keys-rotate-more =
    Take a backup before, and a backup and a copy of the keys after. A cut at any point leaves a folder that opens. What each rotation means: docs/operate/rotate-keys.md.

    Example:
      puebla keys rotate secrets --data /srv/puebla --as ivan.operator
manual-keys-rotate--key = Which: numbers, secrets or checkpoint.
manual-keys-destroy = Destroys a key of numbers of before, once no number rests on it.
manual-keys-destroy-more =
    Example:
      puebla keys destroy --epoch 1 --data /srv/puebla --as ivan.operator

    Exit status 1: numbers still rest on it; says how many of which State.
manual-keys-destroy--epoch = Its number, as “puebla keys show” has it.

manual-policy = Shows and checks the rules that decide who may do what.
manual-policy-more =
    Example:
      puebla policy check proposal.cedar
manual-policy-show = Prints the policies in force, in Cedar’s language.
manual-policy-show--schema = Prints what policies can speak of instead: the actions, and what is known of a person and a record.
manual-policy-check = Checks that the policies in force fit together, with further files that may be given.
manual-policy-check--file = A file of policies that somebody thinks of adding.
manual-policy-actions = Lists every action with its data class, whether it changes anything, and its purposes.

manual-demo = Makes a folder of invented data, where there is none yet, and serves it.
manual-demo-more =
    Prints the address, who may sign in with which code, and zones to try. Needs no network and no other service.

    Examples:
      puebla demo
      puebla demo --data /tmp/demo --no-serve --entries 1000
manual-demo--data = The folder; otherwise puebla-demo, here.
manual-demo--no-serve = Only makes the folder.
manual-demo--listen = Address and port. Otherwise 127.0.0.1:8080.
manual-demo--entries = How many invented entries on documents’ status; otherwise 200000.
manual-demo--adopted = As if a decision had adopted the register of alerts on people: three States take part.

manual-user = The people of one’s own State or organisation, from the machine itself.
manual-user-more =
    The person named by --as must be an administrator, and manages the people of their own State or organisation only. “found” is for an operator.

    Examples:
      puebla user add ivan.operator --name "Iván Lemus" --institution Secretaría --role operator --data /srv/puebla --as ana.ruiz
      puebla user found mex.admin --name "Odalys Pineda" --institution INM --party MEX --data /srv/puebla --as ivan.operator
      puebla user suspend iris.zelaya --data /srv/puebla --as ana.ruiz
manual-user-add = Enrols somebody and prints their first password, once.
manual-user-found = Gives a State or organisation that has no active administrator its first one.
manual-user-list = Lists the people, with their roles.
manual-user-suspend = Suspends somebody: their sessions and tokens end.
manual-user-activate = Lets somebody suspended sign in again.
manual-user-reset = Gives somebody a new first password and takes their one-time codes away.
manual-user-code = Prints somebody’s one-time code of the moment; in a demonstration only.
manual--user = What the person types to sign in.
manual--name = The person’s name.
manual--institution = The person’s institution.
manual--role = A role of the profile, as border_officer; may be given several times.
manual--post = The post where the person works; with --zone.
manual--zone = The post’s time zone, as America/Guatemala.
manual--speaks = The person’s language: en, es or fr.
manual--party = Three letters of the State or organisation, as the profile has them.

manual-check = Asks the registers about documents, as an officer does.
manual-check-more =
    Zones stand in the input with a blank line between them. The JSON is described in docs/formats/check.md. The access log knows each question by a keyed hash, never by a number or a name.

    Examples:
      puebla check zones.txt --data /srv/puebla --as iris.zelaya
      puebla check --number K9021175 --issuing-state HND --json --server https://secretariat.example --token-file token --purpose border_control

    Exit status 0 whatever the answer is; 3 when a question cannot be read.
manual-check--file = File of zones; otherwise standard input.
manual-check--number = A document number, instead of zones.
manual-check--issuing-state = The State that issued it, one to three letters.
manual-check--kind = The kind of document, as passport; otherwise all kinds are asked about.
manual-check--on = Day against which two-digit years and the expiry are read; otherwise the present day at the person’s post.

manual-import = Brings status entries or alerts in bulk: all rows of a file, or none.
manual-import-more =
    The columns, and every code an error can have, are in docs/formats/import.md. Errors are named by line and column; with any of them nothing is entered.

    Examples:
      puebla import lost.csv --what status --dry-run --data /srv/puebla --as hnd.authority
      puebla import lost.csv --what status --server https://secretariat.example --token-file token
manual-import--file = The file; otherwise standard input.
manual-import--what = What its rows are: status or alerts; otherwise status.
manual-import--format = csv or jsonl; otherwise seen from the first character.
manual-import--dry-run = Reads and validates everything, and enters nothing.

manual-import-declaration = Reads the declaration of a meeting into drafts of decisions: number, verbs, addressees, deadlines, condition.
manual-import-declaration-more =
    Reads plain text, HTML or DOCX, in English or Spanish. Needs no folder. What may have been misread is said on standard error.

    Example:
      puebla import declaration declaration.txt --meeting-end 2003-05-30 --dry-run --json
manual-import-declaration--file = The file; otherwise standard input.
manual-import-declaration--meeting-end = Last day of the meeting, from which deadlines are counted; without it their days stay open.
manual-import-declaration--dry-run = Reads, and enters nothing.
manual-import-declaration--meeting = Symbol of the meeting whose drafts they become: they are kept, and the address is printed at which a person confirms them.

manual-export = Writes what one’s own State says of its documents: status and reference, never a single number.
manual-export-more =
    Example:
      puebla export --format jsonl --out status.jsonl --data /srv/puebla --as hnd.authority
manual-export--format = csv or jsonl; otherwise csv.

manual-export-decisions = Writes what a meeting decided, as Akoma Ntoso, CSV or JSON.
manual-export-decisions-more =
    Akoma Ntoso is in one language: the one chosen by --language, English for French.

    Example:
      puebla export decisions --meeting RCM/VIII --format akn --out viii.akn --data /srv/puebla --as xsv.coordinator
manual-export-decisions--meeting = Symbol of the meeting.
manual-export-decisions--format = akn, csv or json.

manual-export-calendar = Writes a delegation’s meetings and what it owes, as a calendar file (iCalendar).
manual-export-calendar-more =
    Delegates take their own; the secretariat’s coordinator takes anybody’s.

    Example:
      puebla export calendar --delegation MEX --out mex.ics --data /srv/puebla --as mex.delegate
manual-export-calendar--delegation = Code of the member or observer.

manual-assess = Writes the assessment of the effects on data protection, made from what is stored, enforced and configured.
manual-assess-more =
    Nobody writes that document, and what only people can answer stands in it as questions.

    Examples:
      puebla assess --language es --out evaluacion.md --data /srv/puebla --as xsv.oversight
      puebla assess --format html --out assessment.html --data /srv/puebla --as ivan.operator
manual-assess--format = markdown or html; otherwise markdown.

manual-doctor = Says what is wrong and what to do, and changes nothing.
manual-doctor-more =
    Works on a folder that is served or not, broken or absent. It names no person.

    Examples:
      puebla doctor --data /var/lib/puebla/data
      puebla doctor --data /var/lib/puebla/data --thorough --json
      puebla doctor --server https://secretariat.example

    Exit statuses: 0 when nothing is to be done, 1 when something is, 4 when the folder or the server cannot be worked on.
manual-doctor--data = The data folder, served or not.
manual-doctor--server = A server to ask as well, as a browser would; no token is sent.
manual-doctor--thorough = Recomputes everything, as verify does; takes as long.
manual-doctor--certificate = The certificate to look at; otherwise that of the server which serves the folder.
manual-doctor--key = The certificate’s key.
manual-doctor--host = The name that browsers ask for, which the certificate must be for.

manual-manual = Writes the manual as man pages, and what the shell completes.
manual-manual-more =
    Example:
      puebla manual --to /usr/local/share
manual-manual--to = Folder below which man/ and bash-completion/ are written.
