//! Where a run takes place: a folder of people, a server of it as a process, and everything it leaves behind.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use base::clock::Clock;
use base::identity::people::{self, NewPerson};
use base::identity::profile::{InForce, RCM};
use base::identity::sessions::Sessions;
use base::identity::{BASE, Caller, Factor, FirstPerson, enrol_totp, make};
use base::store::{Database, Keys, StoreError};
use tempfile::TempDir;

use super::acts::People;
use super::planted::{Place, Planted};
use super::search::{Blob, Search, Sighting};
use super::visitor::Heard;

/// The most of one stretch of memory that is read; none of ours is longer.
const STRETCH_MOST: u64 = 1 << 30;

/// In which form the server writes its log.
#[derive(Clone, Copy, Debug)]
pub enum Form {
    Text,
    Json,
}

/// A server.
pub struct Server {
    pub address: SocketAddr,
    child: Child,
}

/// The folder and all beside it.
pub struct Yard {
    home: TempDir,
    people: [String; 7],
    officers: [String; 8],
}

const ROLES: [(&str, &str); 7] = [
    ("GTM", "border_officer"),
    ("GTM", "state_administrator"),
    ("GTM", "issuing_authority"),
    ("GTM", "document_examiner"),
    ("GTM", "oversight"),
    ("XSV", "operator"),
    ("XSV", "coordinator"),
];

/// Two who work on alerts on people, one who works on redress, and five of another State. Most must have a passkey, which nobody here
/// can press: they are signed in beforehand.
const OFFICERS: [(&str, &str); 8] = [
    ("gtm.alerts.one", "alert_officer"),
    ("gtm.alerts.two", "alert_officer"),
    ("gtm.redress", "redress_officer"),
    ("hnd.administrator", "state_administrator"),
    ("hnd.border.one", "border_officer"),
    ("hnd.border.two", "border_officer"),
    ("hnd.alerts.one", "alert_officer"),
    ("hnd.alerts.two", "alert_officer"),
];

impl Yard {
    /// Makes a folder with one person of each role, all with the planted password and secret.
    pub fn new(planted: &Planted) -> Self {
        let home = tempfile::tempdir().expect("a folder");
        fs::create_dir(home.path().join("tmp")).expect("a folder");
        let data = home.path().join("data");
        let at = Clock::system().now();
        let mut people: Vec<FirstPerson> = ROLES.iter().map(|(state, role)| first(state, role, planted)).collect();
        people.extend(OFFICERS.iter().map(|(name, role)| officer(name, role, planted)));
        make(&data, RCM, &people, at).expect("a data folder");
        let keys = Keys::open(&data).expect("keys");
        let base = Database::open(&data, &BASE).expect("the base");
        let (secret, passkey) = (planted.secret.clone(), planted.text("passkey's name").to_owned());
        let enrolled = base.write_blocking(move |connection| {
            ROLES.iter().try_for_each(|(state, role)| enrol_totp(connection, &keys, &name(state, role), &secret))?;
            // Of somebody who does nothing here: a device would have to sign for them.
            let row = "INSERT INTO passkey (id, person, credential_id, name, credential, counter, made_us) \
                       SELECT randomblob(16), id, randomblob(16), ?2, '{}', 0, 0 FROM person WHERE user_name = ?1";
            connection.execute(row, (name("XSV", "operator"), passkey))?;
            let profile = InForce::read(connection, at)?;
            let begun = OFFICERS.map(|(name, _)| session(connection, &profile, name, at));
            let [one, two, three, four, five, six, seven, eight] = begun;
            Ok::<_, StoreError>([one?, two?, three?, four?, five?, six?, seven?, eight?])
        });
        let officers = enrolled.expect("codes and sessions");
        Yard { home, people: ROLES.map(|(state, role)| name(state, role)), officers }
    }

    pub fn data(&self) -> PathBuf {
        self.home.path().join("data")
    }

    pub fn people(&self) -> People {
        let [officer, administrator, authority, examiner, oversight, _, coordinator] = self.people.clone();
        let [author, judge, redress, abroad @ ..] = self.officers.clone();
        People { officer, administrator, authority, examiner, oversight, coordinator, author, judge, redress, abroad }
    }

    fn place(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// Starts a server that says all it can.
    pub fn serve(&mut self, binary: &Path, form: Form, leak: Option<&str>) -> Server {
        let log = fs::File::create(self.place("log")).expect("a log");
        let form = if matches!(form, Form::Json) { "json" } else { "text" };
        let mut command = Command::new(binary);
        command
            .args(["serve", "--listen", "127.0.0.1:0", "--behind-tls-proxy", "--log", form, "--data"])
            .arg(self.data());
        command.env("PUEBLA_LOG", "trace").env("TMPDIR", self.place("tmp")).env("RUST_BACKTRACE", "1");
        if let Some(leak) = leak {
            // Of the other faults one that no request notices: by itself the binary answers too early.
            command.env("PUEBLA_SEEDED_LEAK", leak).env("PUEBLA_SEEDED", "normal");
        }
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(log).spawn().expect("a process");
        let mut line = String::new();
        let out = child.stdout.take().expect("its output");
        let _ = BufReader::new(out).read_line(&mut line);
        let address = line.trim_end().rsplit("//").next().and_then(|address| address.parse().ok());
        Server { address: address.unwrap_or_else(|| panic!("no address in {line:?}")), child }
    }

    /// Searches what is only there while a server runs: logs written ahead, temporary files and, where asked for, memory,
    /// which takes longest.
    pub fn look_while_it_runs(&self, server: &Server, search: &Search<'_>, memory: bool) -> BTreeSet<Sighting> {
        // Connections that were hung up are let go a moment later.
        std::thread::sleep(Duration::from_millis(500));
        let mut seen = BTreeSet::new();
        for blob in self.files() {
            seen.extend(search.look(&blob));
        }
        if memory {
            each_stretch(server.child.id(), |blob| seen.extend(search.look(blob)));
        }
        seen
    }

    /// Searches what is left once it has ended: files, its log, all answers, what commands print, a backup.
    pub fn look_after(&self, search: &Search<'_>, heard: &Heard) -> BTreeSet<Sighting> {
        let mut blobs = self.files();
        let blob = |place, name: &str, bytes: &[u8]| Blob { place, name: name.to_owned(), bytes: bytes.to_vec() };
        blobs.push(blob(Place::Head, "heads", &heard.heads));
        blobs.push(blob(Place::Body, "bodies", &heard.bodies));
        let operator = &self.people[5];
        let backup = self.place("backup.tar");
        blobs.push(self.command(&["backup", "--as", operator, "--out", &backup.display().to_string()]));
        blobs.push(blob(Place::Backup, "a backup", &fs::read(&backup).unwrap_or_default()));
        blobs.push(self.command(&["export", "--as", &self.people[2]]));
        blobs.push(self.command(&["verify", "--as", operator]));
        blobs.extend(self.files());
        blobs.iter().flat_map(|blob| search.look(blob)).collect()
    }

    /// Holds that there were security events among what was searched: of strangers, of who signed in, of a stop.
    pub fn has_events(&self) {
        let log = fs::read_to_string(self.place("log")).unwrap_or_default();
        let events: Vec<&str> = log.lines().filter(|line| line.contains("puebla::security")).collect();
        for code in ["wrong_password", "identity.make_token", "people.enrol", "numbers_in_steps", "oversight.raised"] {
            assert!(events.iter().any(|line| line.contains(code)), "no event says {code}: {events:#?}");
        }
    }

    /// Ends a server as the operator does.
    pub fn end(&self, mut server: Server) {
        let _ = Command::new("kill").arg(server.child.id().to_string()).status();
        let _ = server.child.wait();
    }

    fn command(&self, arguments: &[&str]) -> Blob {
        let mut command = Command::new(crate::kill::server::SOUND);
        command
            .args(arguments)
            .arg("--data")
            .arg(self.data())
            .env("TMPDIR", self.place("tmp"))
            .env("PUEBLA_LOG", "trace");
        let ended = command.output().expect("a process");
        let log = [&ended.stdout[..], &ended.stderr[..]].concat();
        assert!(ended.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&ended.stderr));
        Blob { place: Place::Printed, name: arguments[0].to_owned(), bytes: log }
    }

    fn files(&self) -> Vec<Blob> {
        let mut found = Vec::new();
        walk(&self.data(), &mut |path| {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let place = match name.split(".db").next() {
                Some("base") => Place::Base,
                Some("access") => Place::Access,
                Some("registers") => Place::Registers,
                _ => Place::Folder,
            };
            found.push((place, path.to_owned()));
        });
        walk(&self.place("tmp"), &mut |path| found.push((Place::Temporary, path.to_owned())));
        found.push((Place::Log, self.place("log")));
        let read = |(place, path): (Place, PathBuf)| {
            let bytes = fs::read(&path).unwrap_or_default();
            Blob { place, name: path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default(), bytes }
        };
        found.into_iter().map(read).collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn name(state: &str, role: &str) -> String {
    format!("{}.{role}", state.to_lowercase())
}

fn first(state: &str, role: &str, planted: &Planted) -> FirstPerson {
    let person = NewPerson {
        user_name: name(state, role),
        name: planted.text("person's name").to_owned(),
        party: state.parse().expect("a code"),
        institution: planted.text("institution").to_owned(),
        post: Some((planted.text("post").to_owned(), "America/Guatemala".to_owned())),
        roles: vec![role.to_owned()],
        language: None,
    };
    FirstPerson { person, password: Some(planted.text("password").to_owned()) }
}

fn officer(user_name: &str, role: &str, planted: &Planted) -> FirstPerson {
    let of = first(&user_name[..3].to_uppercase(), role, planted);
    FirstPerson { person: NewPerson { user_name: user_name.to_owned(), ..of.person }, ..of }
}

/// Signs somebody in as if they had pressed their passkey; answers the cookie's secret.
fn session(
    connection: &rusqlite::Connection,
    profile: &InForce,
    user_name: &str,
    at: jiff::Timestamp,
) -> Result<String, StoreError> {
    let person = people::caller_by_name(connection, profile, user_name)?.ok_or(StoreError::Refused("nobody"))?;
    let proved = Caller { factor: Factor::Passkey, ..person };
    Ok(Sessions::default().start(connection, &proved, Factor::Passkey, at)?.secret)
}

fn walk(folder: &Path, visit: &mut dyn FnMut(&Path)) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() { walk(&path, visit) } else { visit(&path) }
    }
}

/// Reads all that a process can write to, stretch by stretch.
fn each_stretch(process: u32, mut look: impl FnMut(&Blob)) {
    let maps = fs::read_to_string(format!("/proc/{process}/maps")).expect("its map: this needs the right to read it");
    let memory = fs::File::open(format!("/proc/{process}/mem")).expect("its memory: this needs the right to read it");
    let mut read = 0u64;
    for line in maps.lines() {
        let mut parts = line.split_whitespace();
        let (range, rights) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
        let name = parts.nth(3).unwrap_or("").to_owned();
        let bounds = range
            .split_once('-')
            .and_then(|(from, to)| Some((u64::from_str_radix(from, 16).ok()?, u64::from_str_radix(to, 16).ok()?)));
        let Some((from, to)) = bounds.filter(|(from, to)| rights.starts_with("rw") && to - from <= STRETCH_MOST) else {
            continue;
        };
        let bytes = stretch(&memory, from, to);
        read += bytes.len() as u64;
        look(&Blob { place: Place::Memory, name: if name.is_empty() { range.to_owned() } else { name }, bytes });
    }
    assert!(read > 1 << 20, "only {read} bytes of memory could be read");
}

fn stretch(memory: &fs::File, from: u64, to: u64) -> Vec<u8> {
    let mut all = Vec::new();
    let mut piece = vec![0u8; 1 << 20];
    let mut at = from;
    while at < to {
        let length = usize::try_from((to - at).min(1 << 20)).unwrap_or(0);
        match memory.read_at(&mut piece[..length], at) {
            // What was never touched is not kept: it only makes the search longer.
            Ok(read) if read > 0 => {
                if piece[..read].iter().any(|byte| *byte != 0) {
                    all.extend_from_slice(&piece[..read]);
                }
                at += read as u64;
            }
            _ => break,
        }
    }
    all
}
