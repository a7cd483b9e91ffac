//! Filling the measured folder: people with tokens, status entries by the real import command, published alerts.

use std::collections::HashSet;
use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Instant;

use base::access::Purpose;
use base::clock::Clock;
use base::ground::{Puebla, Settings};
use base::identity::people::{self, NewPerson};
use base::identity::profile::RCM;
use base::identity::sessions::TokenSpec;
use base::identity::{Caller, Factor, make};
use base::store::StoreError;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use registers::alerts::samples as looked_for;
use registers::alerts::{AlertText, Category, Sex};
use registers::document::DocumentKind;
use registers::documents::samples;
use serde::{Deserialize, Serialize};

use crate::Size;
use crate::load::Plan;
use crate::people::Invented;
use crate::questions::{self, Stored};

/// The States whose entries the store holds, in turn.
pub const STATES: &[&str] = &["MEX", "GTM", "HND", "SLV", "CRI"];

/// Officers whose tokens take turns, so that none goes over a person's rate.
const OFFICERS: usize = 400;

/// Who rotates keys.
const OPERATOR: &str = "bench.operator";

/// The houses of the measured program.
static PLANS: [base::ground::HousePlan; 1] = [registers::PLAN];

/// What filling took, and who may ask.
#[derive(Clone, Serialize, Deserialize)]
pub struct Filled {
    /// Entries it holds, so that a folder of another size is not used again.
    entries: u64,
    /// Alerts it holds.
    alerts: u32,
    /// Alerts on people it holds.
    people: u32,
    /// Keys of numbers it has.
    number_keys: u32,
    /// Ranges of blanks it holds.
    pub ranges: u64,
    /// Patterns of numbers it holds.
    pub patterns: u64,
    /// Rows a second of the whole import command.
    pub rows_s: f64,
    /// Disk bytes a status entry, journal, tables and indexes together.
    pub bytes_a_row: f64,
    /// Tokens of officers.
    pub officers: Vec<String>,
    /// Token of the issuing authority that imports while checks go on.
    issuer: String,
}

/// Fills the folder, or answers what an earlier run filled it with.
pub async fn fill(size: &Size, program: &Path) -> Result<Filled, Box<dyn Error>> {
    let kept = size.folder.join("filled.json");
    if let Ok(text) = std::fs::read_to_string(&kept) {
        // What an earlier release of this program filled may say less of itself, and is filled again.
        let wanted = (size.entries, size.alerts, size.people, size.number_keys);
        let same = |filled: &Filled| (filled.entries, filled.alerts, filled.people, filled.number_keys) == wanted;
        if let Some(filled) = serde_json::from_str(&text).ok().filter(same) {
            return Ok(filled);
        }
    }
    let data = size.folder.join("data");
    if data.exists() {
        std::fs::remove_dir_all(&data)?;
    }
    std::fs::create_dir_all(&size.folder)?;
    let now = Clock::system().now();
    make(&data, RCM, &[], now)?;
    let (officers, issuer) = enrol(&data, now)?;
    let before = bytes(&data)?;
    let mut seconds = 0.0;
    for (at, state) in STATES.iter().enumerate() {
        let rows = rows(size.entries, at as u64);
        let file = size.folder.join(format!("{state}.csv"));
        write_csv(&file, rows, questions::registered)?;
        let began = Instant::now();
        import(program, &data, state, &file)?;
        seconds += began.elapsed().as_secs_f64();
        std::fs::remove_file(&file)?;
    }
    let bytes_a_row = (bytes(&data)? - before) as f64 / size.entries as f64;
    let (ranges, patterns) = (share(size.entries, 1_000), share(size.entries, 10_000));
    for (at, state) in STATES.iter().enumerate() {
        let file = size.folder.join(format!("{state}-forms.csv"));
        write_forms(&file, rows(ranges, at as u64), rows(patterns, at as u64))?;
        import(program, &data, state, &file)?;
        std::fs::remove_file(&file)?;
    }
    publish(&data, size.alerts, now).await?;
    if size.people > 0 {
        look_for(&data, size.people, now).await?;
    }
    for _ in 1..size.number_keys {
        run(program, &data, &["keys", "rotate", "numbers", "--as", OPERATOR])?;
    }
    let filled = Filled {
        entries: size.entries,
        alerts: size.alerts,
        people: size.people,
        number_keys: size.number_keys,
        ranges,
        patterns,
        rows_s: size.entries as f64 / seconds,
        bytes_a_row,
        officers,
        issuer,
    };
    std::fs::write(kept, serde_json::to_string(&filled)?)?;
    Ok(filled)
}

impl Filled {
    /// Answers what questions can find in the folder.
    pub fn stored(&self) -> Stored {
        let day = TimeZone::UTC.to_datetime(Clock::system().now()).date();
        let series = samples::many(0..self.alerts as usize, day).filter_map(|text| {
            let (issuer, pattern) = (text.issuer.to_string(), text.pattern?.as_str().to_owned());
            let asked = text.kind == DocumentKind::Passport && STATES.contains(&issuer.as_str());
            asked.then_some((issuer, pattern))
        });
        Stored {
            entries: self.entries,
            ranges: self.ranges,
            patterns: self.patterns,
            series: series.collect(),
            people: self.people,
        }
    }
}

/// Answers one of so many entries: at least one a State, and no more than the shortest form of their numbers holds.
fn share(entries: u64, of: u64) -> u64 {
    (entries / of).clamp(STATES.len() as u64, 10_000_000 / of)
}

/// Answers the entries of one State: every so manyth.
fn rows(entries: u64, state: u64) -> impl Iterator<Item = u64> {
    (state..entries).step_by(STATES.len())
}

fn write_csv(file: &Path, rows: impl Iterator<Item = u64>, number: fn(u64) -> String) -> std::io::Result<()> {
    let mut out = BufWriter::new(File::create(file)?);
    writeln!(out, "kind,number,status,expires_on,reference")?;
    let status = ["lost", "stolen", "revoked"];
    for row in rows {
        let (month, day) = (row / 7 % 12 + 1, row % 28 + 1);
        let year = 2030 + row / 97 % 6;
        let status = status[(row % 3) as usize];
        writeln!(out, "passport,{},{status},{year}-{month:02}-{day:02},B-{row}", number(row))?;
    }
    out.flush()
}

/// Writes ranges of stolen blanks and patterns of numbers that were never issued.
fn write_forms(
    file: &Path,
    ranges: impl Iterator<Item = u64>,
    patterns: impl Iterator<Item = u64>,
) -> std::io::Result<()> {
    let mut out = BufWriter::new(File::create(file)?);
    writeln!(out, "kind,first,last,pattern,status,reference")?;
    for range in ranges {
        let (first, last) = questions::range(range);
        writeln!(out, "passport,{first},{last},,stolen_blank,R-{range}")?;
    }
    for pattern in patterns {
        writeln!(out, "passport,,,{},invalid,P-{pattern}", questions::pattern(pattern))?;
    }
    out.flush()
}

fn import(program: &Path, data: &Path, state: &str, file: &Path) -> Result<(), Box<dyn Error>> {
    let (name, file) = (issuer_name(state), file.display().to_string());
    run(program, data, &["import", &file, "--what", "status", "--as", &name, "--purpose", "document_issuance"])
}

/// Runs a command of the program on the folder.
fn run(program: &Path, data: &Path, arguments: &[&str]) -> Result<(), Box<dyn Error>> {
    let status = Command::new(program).args(arguments).arg("--data").arg(data).stdout(Stdio::null()).status()?;
    if status.success() { Ok(()) } else { Err(format!("{arguments:?} ended with {status}").into()) }
}

fn issuer_name(state: &str) -> String {
    format!("bench.issuer.{}", state.to_lowercase())
}

fn open(data: &Path) -> Result<Arc<Puebla>, StoreError> {
    Puebla::open(data, &PLANS, Clock::system(), Settings::default())
}

fn enrol(data: &Path, now: Timestamp) -> Result<(Vec<String>, String), StoreError> {
    let ground = open(data)?;
    let mut officers = Vec::with_capacity(OFFICERS);
    for number in 0..OFFICERS {
        let state = STATES[number % STATES.len()];
        let name = format!("bench.officer.{number}");
        officers.push(token(&ground, &name, state, "border_officer", Purpose::BorderControl, now)?);
    }
    token(&ground, OPERATOR, "XSV", "operator", Purpose::Operation, now)?;
    let mut issuers = Vec::new();
    for state in STATES {
        issuers.push(token(&ground, &issuer_name(state), state, "issuing_authority", Purpose::DocumentIssuance, now)?);
    }
    Ok((officers, issuers.swap_remove(0)))
}

/// Enrols an invented person and makes them a token for one purpose.
fn token(
    ground: &Puebla,
    name: &str,
    state: &str,
    role: &str,
    purpose: Purpose,
    now: Timestamp,
) -> Result<String, StoreError> {
    let profile = ground.identity.profile();
    let sessions = Arc::clone(ground.identity.sessions());
    let person = NewPerson {
        user_name: name.to_owned(),
        name: format!("{name} (invented)"),
        party: state.parse().map_err(|_| StoreError::Refused("people-no-such-party"))?,
        institution: "Bench".to_owned(),
        post: None,
        roles: vec![role.to_owned()],
        language: None,
    };
    ground.base.write_blocking(move |connection| {
        people::enrol(connection, &profile, &person, None, now)?;
        let caller = people::caller_by_name(connection, &profile, &person.user_name)?;
        let known = caller.ok_or_else(|| StoreError::Missing(person.user_name.clone()))?;
        // A token can do no more than whoever made it had proved.
        let caller = Caller { factor: Factor::Code, ..known };
        let ends_at = now + SignedDuration::from_hours(24 * 300);
        let wanted = TokenSpec { name: "bench".to_owned(), purposes: vec![purpose], feed: None, ends_at };
        Ok(sessions.make_token(connection, &caller, &wanted, now)?.secret)
    })
}

async fn publish(data: &Path, alerts: u32, now: Timestamp) -> Result<(), Box<dyn Error>> {
    let ground = open(data)?;
    let author = examiner(&ground, "HND", now)?;
    let confirmer = examiner(&ground, "CAN", now)?;
    let texts = samples::many(0..alerts as usize, TimeZone::UTC.to_datetime(now).date());
    samples::publish_all(&ground, &author, &confirmer, texts).await.map_err(|refusal| format!("{refusal:?}"))?;
    Ok(())
}

/// Switches the register of people on and puts alerts in force: each State a fifth, in its categories by turns.
async fn look_for(data: &Path, people: u32, now: Timestamp) -> Result<(), Box<dyn Error>> {
    let ground = open(data)?;
    let of = |state, name, role, purpose| caller(&ground, state, name, role, purpose, now);
    let coordinator = of("XSV", "coordinator", "coordinator", Purpose::Secretariat)?;
    let administrators: Result<Vec<_>, _> =
        STATES.iter().map(|state| of(state, "administrator", "state_administrator", Purpose::Administration)).collect();
    looked_for::switch_on(&ground, &coordinator, &administrators?).await.map_err(|refusal| format!("{refusal:?}"))?;
    let grown_up: Vec<Category> = Category::ALL.iter().copied().filter(|category| !category.of_child()).collect();
    // Nobody is looked for twice, nor accused by one State and protected by another.
    let mut known = HashSet::new();
    for (at, state) in STATES.iter().enumerate() {
        let author = of(state, "author", "alert_officer", Purpose::AlertIssuance)?;
        let judge = of(state, "judge", "alert_officer", Purpose::AlertIssuance)?;
        let mut own: Vec<Invented> = rows(u64::from(people), at as u64).map(Invented::of).collect();
        own.retain(|one| known.insert(format!("{one:?}")));
        for (turn, category) in grown_up.iter().enumerate() {
            let texts = own.iter().skip(turn).step_by(grown_up.len()).map(|person| about(*category, person));
            looked_for::put_all_in_force(&ground, &author, &judge, *category, texts)
                .await
                .map_err(|refusal| format!("{refusal:?}"))?;
        }
    }
    Ok(())
}

fn about(category: Category, person: &Invented) -> AlertText {
    let mut text = looked_for::text(category);
    let ((year, month, day), subject) = (person.born, &mut text.subject);
    subject.given.clone_from(&person.given);
    subject.paternal.clone_from(&person.paternal);
    subject.maternal.clone_from(&person.maternal);
    subject.born = format!("{year}-{month:02}-{day:02}").parse().unwrap_or(subject.born);
    subject.sex = if person.sex == 'F' { Sex::Female } else { Sex::Male };
    text
}

/// Enrols an invented examiner and answers them as a command's caller.
fn examiner(ground: &Puebla, state: &str, now: Timestamp) -> Result<Arc<Caller>, StoreError> {
    caller(ground, state, "examiner", "document_examiner", Purpose::DocumentExamination, now)
}

/// Enrols an invented person and answers them as a command's caller.
fn caller(
    ground: &Puebla,
    state: &str,
    name: &str,
    role: &str,
    purpose: Purpose,
    now: Timestamp,
) -> Result<Arc<Caller>, StoreError> {
    let name = format!("bench.{name}.{}", state.to_lowercase());
    token(ground, &name, state, role, purpose, now)?;
    let profile = ground.identity.profile();
    let found = ground.base.read(|connection| people::for_command(connection, &profile, &name, purpose))?;
    found.ok_or(StoreError::Missing(name))
}

/// Answers the bytes of all databases of the folder.
fn bytes(data: &Path) -> std::io::Result<u64> {
    let mut sum = 0;
    for file in std::fs::read_dir(data)? {
        let file = file?;
        if file.file_name().to_string_lossy().contains(".db") {
            sum += file.metadata()?.len();
        }
    }
    Ok(sum)
}

/// Asks the measured server one question that finds nothing, and keeps its answer as the bare handler's constant.
pub async fn constant_answer(folder: &Path, plan: &Plan) -> Result<PathBuf, Box<dyn Error>> {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let ask = plan.asks.iter().find(|ask| ask.expects == questions::Verdict::NoReport).ok_or("no such question")?;
    let mut stream = tokio::net::TcpStream::connect(plan.server).await?;
    let closing = String::from_utf8_lossy(&ask.request).replacen("\r\n", "\r\nconnection: close\r\n", 1);
    stream.write_all(closing.as_bytes()).await?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await?;
    let (head, body) = answer.split_once("\r\n\r\n").ok_or("no answer")?;
    if !head.starts_with("HTTP/1.1 200") {
        return Err(format!("the first check was answered {answer}").into());
    }
    let place = folder.join("constant-answer.json");
    std::fs::write(&place, body)?;
    Ok(place)
}

/// Imports fresh rows through the API, as a State would while its neighbours check; answers rows a second.
pub fn import_over_http(size: &Size, filled: &Filled, server: SocketAddr) -> Result<f64, Box<dyn Error + Send + Sync>> {
    use std::io::Read;
    let file = size.folder.join("while-checking.csv");
    // Other numbers each time, since an earlier run may have left its own.
    let run = u64::from(std::process::id()) % 10_000;
    let mut out = BufWriter::new(File::create(&file)?);
    writeln!(out, "kind,number,status,expires_on,reference")?;
    for row in 0..size.import_rows {
        writeln!(out, "identity_card,ZZ{run:04}{row:08},lost,2034-0{}-11,I-{run}-{row}", row % 9 + 1)?;
    }
    out.flush()?;
    drop(out);
    let length = std::fs::metadata(&file)?.len();
    let began = Instant::now();
    let mut stream = std::net::TcpStream::connect(server)?;
    write!(
        stream,
        "POST /api/v1/imports/status?format=csv HTTP/1.1\r\nhost: {server}\r\nauthorization: Bearer {}\r\n\
         puebla-purpose: document_issuance\r\ncontent-type: text/csv\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n",
        filled.issuer
    )?;
    std::io::copy(&mut File::open(&file)?, &mut stream)?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    std::fs::remove_file(&file)?;
    let location = answer.lines().find_map(|line| line.strip_prefix("location: ")).ok_or(answer.clone())?.to_owned();
    wait_for(&location, filled, server)?;
    Ok(size.import_rows as f64 / began.elapsed().as_secs_f64())
}

fn wait_for(location: &str, filled: &Filled, server: SocketAddr) -> Result<(), Box<dyn Error + Send + Sync>> {
    use std::io::Read;
    for _ in 0..1200 {
        std::thread::sleep(std::time::Duration::from_millis(500));
        let mut stream = std::net::TcpStream::connect(server)?;
        write!(
            stream,
            "GET {location} HTTP/1.1\r\nhost: {server}\r\nauthorization: Bearer {}\r\npuebla-purpose: \
             document_issuance\r\nconnection: close\r\n\r\n",
            filled.issuer
        )?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        if answer.contains("\"state\":\"entered\"") {
            return Ok(());
        }
        if !answer.contains("\"state\":\"")
            || answer.contains("\"state\":\"refused\"")
            || answer.contains("\"state\":\"failed\"")
        {
            return Err(answer.into());
        }
    }
    Err("the import did not end within ten minutes".into())
}
