//! Every finding of the list, with its condition made on a folder or shown of a machine: raised then, and not before.

#![allow(clippy::unwrap_used)]

use std::os::unix::fs::{PermissionsExt, chown, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

use base::access::{ACCESS, Decision, PermitFacts, Resource};
use base::clock::Clock;
use base::ground::Puebla;
use base::identity::people::NewPerson;
use base::identity::profile::{Profile, RCM};
use base::identity::{BASE, FirstPerson, enrol_totp, make, totp};
use base::operation::{self, Done, Upkeep, remember};
use base::store::{Database, Files, Folder, Keys, StoreError};
use base::web::{Address, serve};
use base::words::{Language, Value};
use jiff::{SignedDuration, Timestamp};

use super::Severity::{Note, Stops, Todo, Urgent};
use super::{Asked, Eyes, FINDINGS, Finding, examine};
use crate::commands::init::make_new;
use crate::houses::PLANS;
use crate::tongue::Tongue;

/// Whose the sound folder is: nobody's account, and not root's.
const OWNER: u32 = 4242;

/// The instant of all examinations: within the days of the test's certificate.
const NOW_S: i64 = 1_798_000_000;

const PEM: &[u8] = include_bytes!("../../../base/src/web/localhost.pem");

/// A folder and a machine that can be made ill.
struct Patient {
    home: tempfile::TempDir,
    asked: Asked,
    now: Timestamp,
    /// What keeps a condition up while it is examined.
    kept: Vec<Box<dyn std::any::Any>>,
}

fn now() -> Timestamp {
    Timestamp::from_second(NOW_S).unwrap()
}

fn person(user_name: &str, party: &str, role: &str) -> FirstPerson {
    let person = NewPerson {
        user_name: user_name.to_owned(),
        name: "Specimen".to_owned(),
        party: party.parse().unwrap(),
        institution: "Specimen".to_owned(),
        post: None,
        roles: vec![role.to_owned()],
        language: None,
    };
    FirstPerson { person, password: Some("seven herons at dusk".to_owned()) }
}

/// Makes a folder to which nothing is to be done, opened once and closed in order.
fn make_sound(data: &Path) {
    let profile = Profile::parse(RCM).unwrap();
    // One hash is enough: making one takes its time, on purpose.
    make(data, RCM, &[person("the.operator", "XSV", "operator")], now()).unwrap();
    let ground = Puebla::open(data, PLANS, Clock::held(now()), Default::default()).unwrap();
    let in_force = ground.identity.profile();
    let administered: Vec<_> = profile.party.iter().filter(|party| party.kind != "observer").collect();
    let people: Vec<NewPerson> = administered
        .iter()
        .map(|party| {
            person(
                &format!("admin.{}", party.code.to_string().to_lowercase()),
                &party.code.to_string(),
                "state_administrator",
            )
            .person
        })
        .collect();
    ground
        .base
        .write_blocking(move |connection| {
            for person in &people {
                base::identity::people::enrol(connection, &in_force, person, None, now())?;
            }
            let id =
                connection.query_row("SELECT id FROM person WHERE user_name = 'the.operator'", [], |row| row.get(0))?;
            let done = Done { at: now(), person: id, sound: true, found: "{}".to_owned() };
            remember(connection, Upkeep::Backup, &done)?;
            remember(connection, Upkeep::Verification, &done)?;
            Ok::<_, StoreError>(connection.execute_batch("UPDATE person SET must_change = 0")?)
        })
        .unwrap();
    drop(ground);
    let base = Database::open_alone(data, &BASE).unwrap();
    enrol_totp(&base, &Keys::open(data).unwrap(), "the.operator", &totp::Secret::from_bytes([7; 20])).unwrap();
    base.close().unwrap();
    log_a_line(data, now());
    std::fs::set_permissions(data, std::fs::Permissions::from_mode(0o700)).unwrap();
}

fn log_a_line(data: &Path, at: Timestamp) {
    let ground = Puebla::open(data, PLANS, Clock::held(at), Default::default()).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let act = PermitFacts::of::<operation::Overview>();
    runtime.block_on(ground.note(None, &act, &Resource::room(), Decision::Refused, "")).unwrap();
}

/// Says whether this account may give files away and mount disks; elsewhere the conditions that need it are not made.
fn is_root() -> bool {
    std::fs::read_to_string("/proc/self/status").unwrap().contains("Uid:\t0\t")
}

impl Patient {
    fn sound(template: &Path) -> Self {
        let home = tempfile::tempdir().unwrap();
        let copied = Command::new("cp").arg("-a").arg(template).arg(home.path().join("data")).status().unwrap();
        assert!(copied.success());
        let patient = Patient {
            asked: Asked { data: Some(home.path().join("data")), ..Asked::default() },
            home,
            now: now(),
            kept: Vec::new(),
        };
        patient.own();
        patient.show("proc/meminfo", "MemTotal: 8000000 kB\n");
        patient.show("proc/swaps", "Filename Type Size Used Priority\n");
        patient.show("proc/self/mountinfo", "1 0 8:1 / / rw - ext4 /dev/sda1 rw\n");
        patient.show("lib/systemd/system/puebla.service", "");
        patient.show("etc/systemd/system/multi-user.target.wants/puebla.service", "");
        patient.say("timedatectl", "yes");
        patient
    }

    fn own(&self) {
        if is_root() {
            let all = Command::new("chown").args(["-R", &OWNER.to_string()]).arg(self.data()).status().unwrap();
            assert!(all.success());
        }
    }

    fn data(&self) -> &Path {
        self.asked.data.as_deref().unwrap()
    }

    fn file(&self, name: &str) -> PathBuf {
        self.data().join(name)
    }

    /// Shows a file of the machine.
    fn show(&self, file: &str, text: &str) {
        let place = self.home.path().join("machine").join(file);
        std::fs::create_dir_all(place.parent().unwrap()).unwrap();
        std::fs::write(place, text).unwrap();
    }

    /// Lets a program of the machine say something.
    fn say(&self, program: &str, what: &str) {
        self.show(&format!("usr/bin/{program}"), &format!("#!/bin/sh\necho {what}\n"));
        let place = self.home.path().join("machine/usr/bin").join(program);
        std::fs::set_permissions(place, std::fs::Permissions::from_mode(0o755)).unwrap();
    }

    fn sql(&self, file: &str, sql: &str) {
        #[allow(clippy::disallowed_methods)] // As somebody does who has the disk in their hands.
        let connection = rusqlite::Connection::open(self.file(file)).unwrap();
        connection.execute_batch(sql).unwrap();
        connection.close().unwrap();
        self.own();
    }

    /// Holds the folder in this process.
    fn hold(&mut self) {
        let held = Folder::open(self.data()).unwrap();
        self.kept.push(Box::new(held));
    }

    /// Holds it, as a process of which these limits are shown.
    fn limited(&mut self, files: &str, core: &str) {
        self.hold();
        let limits = format!("Max open files {files} {files} files\nMax core file size {core} unlimited bytes\n");
        self.show(&format!("proc/{}/limits", std::process::id()), &limits);
    }

    fn certificate(&mut self) -> (PathBuf, PathBuf) {
        let (chain, key) = (self.home.path().join("chain.pem"), self.home.path().join("key.pem"));
        std::fs::write(&chain, PEM).unwrap();
        std::fs::write(&key, PEM).unwrap();
        std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o400)).unwrap();
        self.asked.certificate = Some((chain.clone(), key.clone()));
        (chain, key)
    }

    /// Puts the folder on a disk of its own in memory; none where this account may not.
    fn on_a_disk_of(&mut self, megabytes: u32) -> Option<()> {
        let disk = self.home.path().join("disk");
        std::fs::create_dir(&disk).unwrap();
        let size = format!("size={megabytes}m");
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(&disk).output().unwrap();
        if !mounted.status.success() {
            return None;
        }
        self.kept.push(Box::new(Mounted(disk.clone())));
        assert!(Command::new("cp").arg("-a").arg(self.data()).arg(&disk).status().unwrap().success());
        self.asked.data = Some(disk.join("data"));
        Some(())
    }

    fn examine(&self) -> Vec<Finding> {
        examine(&self.asked, &Eyes::shown(&self.home.path().join("machine")), self.now)
    }

    fn codes(&self) -> Vec<&'static str> {
        self.examine().iter().map(|finding| finding.key).collect()
    }
}

struct Mounted(PathBuf);

impl Drop for Mounted {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(&self.0).status();
    }
}

/// A server of one answer, at the address answered.
fn answering(head: String) -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut asked = [0; 4096];
        let _ = std::io::Read::read(&mut stream, &mut asked);
        let _ =
            std::io::Write::write_all(&mut stream, format!("HTTP/1.1 {head}\r\ncontent-length: 0\r\n\r\n").as_bytes());
    });
    url
}

/// Makes the condition of a finding; none where this account may not make it.
fn make_ill(patient: &mut Patient, key: &str) -> Option<()> {
    match key.strip_prefix("doctor-").unwrap().split('-').next().unwrap() {
        "folder" | "key" => ill_folder(patient, key),
        "file" | "upgrade" | "tables" | "content" | "reserve" | "wal" => ill_files(patient, key),
        "disk" => ill_disk(patient, key),
        "party" | "operator" | "password" | "token" | "backup" | "verification" | "record" => ill_people(patient, key),
        "clock" | "swap" | "memory" | "unit" => ill_machine(patient, key),
        "serving" => ill_serving(patient, key),
        "certificate" => ill_certificate(patient, key),
        _ => ill_server(patient, key),
    }
}

fn ill_folder(patient: &mut Patient, key: &str) -> Option<()> {
    let mode = |path: &Path, mode| std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    let numbers = patient.file("keys/numbers.key");
    match key {
        "doctor-folder-absent" => patient.asked.data = Some(patient.home.path().join("absent")),
        "doctor-folder-foreign" => patient.asked.data = Some(patient.home.path().join("machine")),
        // Root reads everything; a name below a file is what nobody can look at.
        "doctor-folder-unreadable" => patient.asked.data = Some(patient.file("base.db/data")),
        "doctor-folder-mode" => mode(patient.data(), 0o755),
        "doctor-folder-owner" => chown(patient.file("access.db"), Some(OWNER + 1), None).ok()?,
        "doctor-folder-root" => chown(patient.data(), Some(0), None).ok()?,
        "doctor-key-missing" => std::fs::remove_file(numbers).unwrap(),
        "doctor-key-open" => mode(&numbers, 0o444),
        "doctor-key-damaged" => {
            mode(&numbers, 0o600);
            std::fs::write(numbers, "no key").unwrap();
        }
        "doctor-key-wrong" => {
            let other = tempfile::tempdir().unwrap();
            Keys::create(other.path()).unwrap();
            // Into the file that is there, which stays its owner's.
            mode(&numbers, 0o600);
            std::fs::write(&numbers, std::fs::read(other.path().join("keys/numbers.key")).unwrap()).unwrap();
            mode(&numbers, 0o400);
        }
        other => panic!("{other} has no condition"),
    }
    Some(())
}

fn ill_files(patient: &mut Patient, key: &str) -> Option<()> {
    let wal = patient.file("registers.db-wal");
    match key {
        "doctor-file-missing" => std::fs::remove_file(patient.file("registers.db")).unwrap(),
        "doctor-file-foreign" => std::fs::write(patient.file("registers.db"), "minutes").unwrap(),
        "doctor-file-newer" => patient.sql("base.db", "PRAGMA user_version = 99"),
        "doctor-file-damaged" => {
            let mut bytes = std::fs::read(patient.file("registers.db")).unwrap();
            bytes[4096 * 2..4096 * 3].fill(0xa5);
            std::fs::write(patient.file("registers.db"), bytes).unwrap();
        }
        "doctor-upgrade-pending" => patient.sql("base.db", "PRAGMA user_version = 1"),
        "doctor-tables-pending" => patient.sql("registers.db", "UPDATE journal_tables SET digest = 'of before'"),
        "doctor-content-damaged" => {
            let name = Files::open(patient.data()).unwrap().put(b"minutes").unwrap();
            std::fs::write(patient.file("files").join(&name[..2]).join(&name), b"minute").unwrap();
            patient.asked.thorough = true;
        }
        "doctor-reserve-spent" => std::fs::write(patient.file("reserve"), b"").unwrap(),
        "doctor-wal-large" => std::fs::File::create(wal).unwrap().set_len(300 << 20).unwrap(),
        "doctor-wal-left" => std::fs::File::create(wal).unwrap().set_len(4096).unwrap(),
        other => panic!("{other} has no condition"),
    }
    Some(())
}

fn ill_disk(patient: &mut Patient, key: &str) -> Option<()> {
    let fill = |patient: &Patient, bytes: usize| std::fs::write(patient.file("filler.db"), vec![1; bytes]).unwrap();
    match key {
        "doctor-disk-memory" => patient.show("proc/self/mountinfo", "1 0 0:1 / / rw - tmpfs tmpfs rw\n"),
        "doctor-disk-network" => patient.show("proc/self/mountinfo", "1 0 0:1 / / rw - nfs4 10.0.0.1:/x rw\n"),
        "doctor-disk-full" => patient.on_a_disk_of(20)?,
        "doctor-disk-copy" => {
            patient.on_a_disk_of(20)?;
            fill(patient, 12 << 20);
        }
        "doctor-disk-filling" => {
            patient.on_a_disk_of(20)?;
            fill(patient, 4 << 20);
            patient.now = now() + SignedDuration::from_hours(8 * 24);
        }
        other => panic!("{other} has no condition"),
    }
    Some(())
}

fn ill_people(patient: &mut Patient, key: &str) -> Option<()> {
    let days = |days: i64| now() + SignedDuration::from_hours(24 * days);
    match key {
        "doctor-party-alone" => patient.sql("base.db", "UPDATE person SET active = 0 WHERE user_name = 'admin.gtm'"),
        "doctor-operator-none" => patient.sql("base.db", "UPDATE person SET active = 0 WHERE user_name = 'the.operator'"),
        "doctor-operator-one-factor" => patient.sql("base.db", "UPDATE person SET totp_secret = NULL"),
        "doctor-password-unused" => {
            patient.sql("base.db", "UPDATE person SET must_change = 1 WHERE user_name = 'admin.gtm'");
            patient.now = days(8);
        }
        "doctor-token-ending" => patient.sql("base.db", &format!(
            "INSERT INTO token (id, token_hash, name, person, purpose, factor, made_us, ends_us) \
             SELECT x'01', x'02', 'nightly', id, 'operation', 'code', 0, {} FROM person WHERE user_name = 'the.operator'",
            days(3).as_microsecond()
        )),
        "doctor-backup-never" => patient.sql("base.db", "DELETE FROM upkeep WHERE what = 'backup'"),
        "doctor-verification-never" => patient.sql("base.db", "DELETE FROM upkeep WHERE what = 'verification'"),
        "doctor-backup-old" => patient.now = days(3),
        "doctor-verification-old" => patient.now = days(8),
        "doctor-record-gap" => patient.sql("base.db", "INSERT INTO gap (id, what, found_us) VALUES (zeroblob(16), 'x', 1)"),
        "doctor-verification-damage" => patient.sql("base.db", "UPDATE upkeep SET sound = 0"),
        other => panic!("{other} has no condition"),
    }
    Some(())
}

fn ill_machine(patient: &mut Patient, key: &str) -> Option<()> {
    let machine = patient.home.path().join("machine");
    match key {
        "doctor-clock-behind" => patient.now = now() - SignedDuration::from_hours(1),
        "doctor-clock-free" => patient.say("timedatectl", "no"),
        "doctor-clock-unknown" => patient.say("timedatectl", "n/a; exit 1"),
        "doctor-swap-on" => patient.show("proc/swaps", "Filename Type Size Used Priority\n/swap file 1 0 -2\n"),
        "doctor-memory-small" => patient.show("proc/meminfo", "MemTotal: 1000000 kB\n"),
        "doctor-unit-absent" => std::fs::remove_file(machine.join("lib/systemd/system/puebla.service")).unwrap(),
        "doctor-unit-disabled" => {
            std::fs::remove_file(machine.join("etc/systemd/system/multi-user.target.wants/puebla.service")).unwrap();
        }
        other => panic!("{other} has no condition"),
    }
    Some(())
}

fn ill_serving(patient: &mut Patient, key: &str) -> Option<()> {
    let own = std::process::id();
    match key {
        // Also the finding that stands for the sound folder, where nobody serves.
        "doctor-serving-none" => {}
        "doctor-serving" => patient.hold(),
        "doctor-serving-silent" => {
            patient.hold();
            // Other tests of this process may listen meanwhile.
            ["tcp", "tcp6"].into_iter().for_each(|list| patient.show(&format!("proc/{own}/net/{list}"), ""));
        }
        "doctor-serving-root" => {
            patient.hold();
            patient.show(&format!("proc/{own}/status"), "Uid:\t0\t0\t0\t0\n");
        }
        "doctor-serving-other" => {
            patient.hold();
            patient.show(&format!("proc/{own}/cmdline"), "");
            let exe = patient.home.path().join(format!("machine/proc/{own}/exe"));
            symlink("/usr/bin/puebla (deleted)", exe).unwrap();
        }
        "doctor-serving-files" => patient.limited("1024", "0"),
        "doctor-serving-core" => patient.limited("65536", "unlimited"),
        other => panic!("{other} has no condition"),
    }
    Some(())
}

fn ill_certificate(patient: &mut Patient, key: &str) -> Option<()> {
    let (chain, own_key) = patient.certificate();
    let at = |text: &str| text.parse::<Timestamp>().unwrap();
    match key {
        "doctor-certificate-unreadable" => std::fs::write(chain, "no certificate").unwrap(),
        "doctor-certificate-early" => patient.now = at("2026-11-24T00:00:00Z"),
        "doctor-certificate-ended" => patient.now = at("2126-11-01T00:00:00Z"),
        "doctor-certificate-ending" => patient.now = at("2126-10-25T00:00:00Z"),
        "doctor-certificate-name" => patient.asked.host = Some("secretariat.example".to_owned()),
        "doctor-certificate-key-open" => {
            std::fs::set_permissions(own_key, std::fs::Permissions::from_mode(0o444)).unwrap();
        }
        "doctor-certificate-key-other" => {
            std::fs::remove_file(&own_key).unwrap();
            let made = ["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out"];
            assert!(Command::new("openssl").args(made).arg(&own_key).output().unwrap().status.success());
            std::fs::set_permissions(own_key, std::fs::Permissions::from_mode(0o400)).unwrap();
        }
        other => panic!("{other} has no condition"),
    }
    Some(())
}

fn ill_server(patient: &mut Patient, key: &str) -> Option<()> {
    patient.asked.server = Some(match key {
        "doctor-server-unreachable" => "http://127.0.0.1:1".to_owned(),
        "doctor-server-not-ready" => answering("503 Service Unavailable".to_owned()),
        "doctor-server-clock" => answering("204 No Content\r\ndate: Sun, 06 Nov 1994 08:49:37 GMT".to_owned()),
        other => panic!("{other} has no condition"),
    });
    Some(())
}

/// Answers every file of the folder with its length, when it was last written, and what it holds unless that is much.
fn content(data: &Path) -> Vec<(PathBuf, u64, std::time::SystemTime, Option<Vec<u8>>)> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(data).into_iter().flatten() {
        let (path, meta) = entry.map(|entry| (entry.path(), entry.metadata().unwrap())).unwrap();
        let small = meta.is_file() && meta.len() < 1 << 20;
        // The memory that databases share means nothing once nobody has them open.
        if !path.to_string_lossy().ends_with("-shm") {
            all.push((path.clone(), meta.len(), meta.modified().unwrap(), small.then(|| std::fs::read(path).unwrap())));
        }
    }
    all.sort();
    all
}

#[test]
fn every_finding_is_raised_by_its_condition_and_nothing_is_changed() {
    let home = tempfile::tempdir().unwrap();
    let template = home.path().join("data");
    make_sound(&template);
    assert_eq!(Patient::sound(&template).codes(), ["doctor-serving-none"], "a sound folder that nobody serves");
    let mut not_made = Vec::new();
    let tongues = [Language::En, Language::Es, Language::Fr].map(Tongue::in_language);
    for (key, _) in FINDINGS {
        let mut patient = Patient::sound(&template);
        if make_ill(&mut patient, key).is_none() {
            not_made.push(*key);
            continue;
        }
        let before = content(patient.data());
        let found = patient.examine();
        let raised: Vec<&str> = found.iter().map(|finding| finding.key).collect();
        assert!(raised.contains(key), "{key} is not among {raised:?}");
        assert!(content(patient.data()) == before, "{key}: something was changed");
        for finding in &found {
            assert_is_said(finding, &tongues);
        }
    }
    assert!(not_made.is_empty() || !is_root(), "{not_made:?}");
}

/// What a finding says in each language has no hole left and no key in it.
fn assert_is_said(finding: &Finding, tongues: &[Tongue]) {
    let args: Vec<(&str, Value<'_>)> =
        finding.args.iter().map(|(name, value)| (*name, Value::from(value.as_str()))).collect();
    for tongue in tongues {
        for part in ["", "-why", "-do"] {
            let text = tongue.tn(&format!("doctor-{}{part}", finding.code()), &args);
            assert!(!text.contains("{$") && !text.contains("doctor-"), "{text}");
        }
    }
}

#[test]
fn the_page_of_the_docs_lists_every_finding() {
    const PAGE: &str = include_str!("../../../../docs/operate/doctor.md");
    let said = [(Note, "good to know"), (Todo, "to do"), (Urgent, "urgent"), (Stops, "stopped")];
    for (key, severity) in FINDINGS {
        let label = said.iter().find(|(known, _)| known == severity).unwrap().1;
        let row = format!("| `{}` | {label} |", Finding::of(key).code());
        assert!(PAGE.contains(&row), "not on the page: {row}");
    }
}

#[test]
fn a_condition_that_nobody_makes_is_found_out() {
    let home = tempfile::tempdir().unwrap();
    let template = home.path().join("data");
    make_new(&template, RCM, &[person("the.operator", "XSV", "operator")]).unwrap();
    let unknown = std::panic::catch_unwind(|| make_ill(&mut Patient::sound(&template), "doctor-file-invented"));
    assert!(unknown.is_err());
}

#[test]
fn a_server_that_is_well_is_found_with_its_process_and_its_address() {
    let home = tempfile::tempdir().unwrap();
    let template = home.path().join("data");
    make_sound(&template);
    let mut patient = Patient::sound(&template);
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let ground = Puebla::open(patient.data(), PLANS, Clock::system(), Default::default()).unwrap();
    patient.own();
    let at = Address { listen: ([127, 0, 0, 1], 0).into(), certificate: None, metrics: None };
    let serving = runtime.block_on(async { serve(ground, &at).await }).unwrap();
    patient.limited_as_served();
    // Other tests of this process may listen meanwhile: only this server's line is shown.
    let port = format!(":{:04X} ", serving.address.port());
    let lists = std::fs::read_to_string("/proc/self/net/tcp").unwrap();
    let own: Vec<&str> = lists.lines().filter(|line| line.contains(&port)).collect();
    patient.show(&format!("proc/{}/net/tcp", std::process::id()), &own.join("\n"));
    patient.show(&format!("proc/{}/net/tcp6", std::process::id()), "");
    patient.asked.server = Some(format!("http://{}", serving.address));
    patient.now = base::clock::Clock::system().now();
    let found = patient.examine();
    let served = found.iter().find(|finding| finding.key == "doctor-serving").unwrap();
    let of = |name: &str| served.args.iter().find(|(known, _)| *known == name).unwrap().1.clone();
    assert_eq!(of("process"), std::process::id().to_string());
    assert!(of("addresses").contains(&serving.address.to_string()), "{}", of("addresses"));
    let other: Vec<&str> =
        found.iter().map(|finding| finding.key).filter(|key| key.starts_with("doctor-serv")).collect();
    assert_eq!(other, ["doctor-serving"], "{found:?}");
    // To the account that serves, its own server's files are closed: what the account listens on stands for it.
    patient.show(&format!("proc/{}/fd", std::process::id()), "closed");
    let mut line: Vec<String> = own.join(" ").split_whitespace().map(str::to_owned).collect();
    line[7] = OWNER.to_string();
    patient.show(&format!("proc/{}/net/tcp", std::process::id()), &line.join(" "));
    assert!(!patient.codes().contains(&"doctor-serving-silent"), "{:?}", patient.examine());
}

impl Patient {
    /// Shows limits and an account as the unit of the package gives them.
    fn limited_as_served(&self) {
        let process = std::process::id();
        self.show(
            &format!("proc/{process}/limits"),
            "Max open files 65536 65536 files\nMax core file size 0 0 bytes\n",
        );
        self.show(&format!("proc/{process}/status"), &format!("Uid:\t{OWNER}\t{OWNER}\t{OWNER}\t{OWNER}\n"));
    }
}

#[test]
fn a_servers_clock_is_held_against_the_moment_of_asking_however_long_the_folder_takes() {
    let home = tempfile::tempdir().unwrap();
    let template = home.path().join("data");
    make_sound(&template);
    let mut patient = Patient::sound(&template);
    ill_people(&mut patient, "doctor-backup-never").unwrap();
    ill_server(&mut patient, "doctor-server-clock").unwrap();
    // Both are to be done: what was found first stands first.
    assert_eq!(patient.codes()[..2], ["doctor-server-clock", "doctor-backup-never"]);
}

#[test]
fn thorough_is_sound_on_a_sound_folder_and_finds_a_changed_line() {
    let home = tempfile::tempdir().unwrap();
    let template = home.path().join("data");
    make_sound(&template);
    let mut patient = Patient::sound(&template);
    patient.asked.thorough = true;
    assert_eq!(patient.codes(), ["doctor-serving-none"]);
    patient.sql(ACCESS.file, "UPDATE leaf SET body = zeroblob(8) WHERE position = 1");
    assert!(patient.codes().contains(&"doctor-content-damaged"));
}
