//! The real server as a process: started, listened to, killed.

use std::fs::OpenOptions;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

/// The binary built with these tests.
pub const SOUND: &str = env!("CARGO_BIN_EXE_puebla");

/// A binary, and the fault it is told to carry.
#[derive(Clone, Debug)]
pub struct Program {
    path: PathBuf,
    fault: Option<&'static str>,
}
/// Folders of these tests keep no room back: each would write it anew.
const NO_RESERVE: &[&str] = &["--reserve-mib", "0"];

/// A server that listens.
pub struct Server {
    pub address: SocketAddr,
    /// From the start of the process until it said where it listens.
    pub ready_after: Duration,
    child: Child,
}

/// A server that ended before it listened.
#[derive(Debug)]
pub struct Ended {
    pub status: Option<i32>,
    pub said: String,
}

/// Reads the stopwatch: nothing but waiting for a machine depends on it.
#[allow(clippy::disallowed_methods)]
pub fn now() -> Instant {
    Instant::now()
}

impl Server {
    /// Starts the sound server on a folder.
    #[track_caller]
    pub fn start(data: &Path) -> Self {
        Self::start_with(Command::new(SOUND), data).unwrap_or_else(|ended| panic!("no server: {ended:?}"))
    }

    /// Starts a server and waits until it listens; `command` may be a shell that becomes it.
    pub fn start_with(command: Command, data: &Path) -> Result<Self, Ended> {
        Self::start_saying(command, data, NO_RESERVE)
    }

    /// The same with more arguments.
    pub fn start_saying(mut command: Command, data: &Path, more: &[&str]) -> Result<Self, Ended> {
        let since = now();
        let mut child = spawn(&mut command, data, more);
        let mut first = String::new();
        let out = child.stdout.take().expect("its output");
        // Its own log says nothing on standard output: the one line there is the address.
        let _ = BufReader::new(out).read_line(&mut first);
        let address = first.trim_end().rsplit("//").next().and_then(|address| address.parse().ok());
        match address {
            Some(address) => Ok(Server { address, ready_after: since.elapsed(), child }),
            None => Err(ended(child, data)),
        }
    }

    /// Kills it as `kill -9` does, by its number, and waits until it is gone.
    pub fn kill(mut self) {
        kill(&mut self.child);
    }

    /// Answers the number of the process.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        kill(&mut self.child);
    }
}

/// Starts a server and kills it after `wait`, wherever it has come to.
pub fn kill_while_starting(program: &Program, data: &Path, wait: Duration) {
    let mut child = spawn(&mut program.command(), data, NO_RESERVE);
    std::thread::sleep(wait);
    kill(&mut child);
}

/// Runs a command of the binary and answers how it ended, with all it said.
pub fn run(program: &Program, arguments: &[&str]) -> (ExitStatus, String) {
    let ended = program.command().args(arguments).env("PUEBLA_LOG", "error").output().expect("a process");
    let said = [ended.stdout, ended.stderr].concat();
    (ended.status, String::from_utf8_lossy(&said).into_owned())
}

impl Program {
    /// Answers the binary to be killed: the one built with these tests, or the one that `PUEBLA_KILL_BINARY` names.
    pub fn to_be_killed() -> Self {
        let path = std::env::var_os("PUEBLA_KILL_BINARY").map_or_else(|| PathBuf::from(SOUND), PathBuf::from);
        Program { path, fault: None }
    }

    /// Answers the binary with seeded faults, told to carry one of them.
    pub fn with_fault(fault: &'static str) -> Self {
        Program { path: with_seeded_fault(), fault: Some(fault) }
    }

    /// Answers a process of it that is still to be started.
    pub fn command(&self) -> Command {
        let mut command = Command::new(&self.path);
        command.envs(self.fault.map(|fault| ("PUEBLA_SEEDED", fault)));
        command
    }
}

/// Answers the binary with the seeded faults, building it where nobody has.
pub fn with_seeded_fault() -> PathBuf {
    static BUILT: LazyLock<PathBuf> = LazyLock::new(built_with_seeded_fault);
    BUILT.clone()
}

fn built_with_seeded_fault() -> PathBuf {
    if let Some(built) = std::env::var_os("PUEBLA_SEEDED_FAULT") {
        return PathBuf::from(built);
    }
    let target =
        Path::new(SOUND).parent().and_then(Path::parent).expect("the target folder").join("seeded-fault-build");
    let mut build = Command::new(env!("CARGO"));
    build.args(["build", "--quiet", "--package", "puebla", "--features", "seeded-fault", "--target-dir"]).arg(&target);
    let built = build.current_dir(env!("CARGO_MANIFEST_DIR")).status().expect("cargo");
    assert!(built.success(), "the binary with the seeded faults does not build");
    target.join("debug/puebla")
}

fn spawn(command: &mut Command, data: &Path, more: &[&str]) -> Child {
    // A file takes whatever a server says; a pipe that nobody reads would make it wait.
    let diary = OpenOptions::new().create(true).append(true).open(diary(data)).expect("a diary");
    let command = command.args(["serve", "--listen", "127.0.0.1:0", "--data"]).arg(data).args(more);
    let command = command.env("PUEBLA_LOG", "error").stdin(Stdio::null());
    command.stdout(Stdio::piped()).stderr(diary).spawn().expect("a process")
}

/// Where the servers of a folder say what goes wrong: beside it, not in it.
fn diary(data: &Path) -> PathBuf {
    data.with_extension("diary")
}

fn kill(child: &mut Child) {
    // It may have ended already; either way it is waited for, so that no number is used twice.
    let _ = child.kill();
    let _ = child.wait();
}

fn ended(mut child: Child, data: &Path) -> Ended {
    let status = child.wait().ok().and_then(|status| status.code());
    Ended { status, said: std::fs::read_to_string(diary(data)).unwrap_or_default() }
}
