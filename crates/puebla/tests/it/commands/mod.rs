//! The commands, run as processes: what they print, how they end, what they leave behind.

mod declarations;
mod folders;
mod keeping;
mod keys;
mod manual;
mod moving;
mod policies;
mod registers;
mod zones;

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use base::clock::Clock;
use base::identity::people::NewPerson;
use base::identity::profile::RCM;
use base::identity::{FirstPerson, make};

/// How a command ended.
pub(crate) struct Ended {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ended {
    /// Answers itself, once it ended as it should.
    #[track_caller]
    pub(crate) fn with(self, status: i32) -> Self {
        assert_eq!(self.status, status, "out: {}\nerr: {}", self.out, self.err);
        self
    }

    pub(crate) fn json(&self) -> Vec<serde_json::Value> {
        self.out.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
    }
}

/// Runs a command in English.
pub(crate) fn puebla(arguments: &[&str]) -> Ended {
    given(arguments, b"", &[])
}

/// Runs a command with something on its standard input and in its environment.
pub(crate) fn given(arguments: &[&str], input: &[u8], environment: &[(&str, &str)]) -> Ended {
    let mut child = Command::new(env!("CARGO_BIN_EXE_puebla"))
        .args(arguments)
        .env_clear()
        .envs(environment.iter().copied())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("a process");
    let mut to = child.stdin.take().expect("its input");
    let input = input.to_vec();
    let writing = std::thread::spawn(move || {
        // A command that does not read its input may be gone already.
        let _ = to.write_all(&input);
    });
    let ended = child.wait_with_output().expect("its end");
    writing.join().expect("the input written");
    Ended {
        status: ended.status.code().unwrap_or(-1),
        out: String::from_utf8(ended.stdout).expect("text"),
        err: String::from_utf8(ended.stderr).expect("text"),
    }
}

/// A data folder with one operator, `ivan.operator`, and one who supervises, `olga.oversight`, both of the secretariat.
fn folder() -> tempfile::TempDir {
    let home = tempfile::tempdir().expect("a folder");
    let person = |user_name: &str, role: &str| {
        let person = NewPerson {
            user_name: user_name.to_owned(),
            name: "Specimen".to_owned(),
            party: "XSV".parse().expect("a code"),
            institution: "Specimen".to_owned(),
            post: None,
            roles: vec![role.to_owned()],
            language: None,
        };
        FirstPerson { person, password: None }
    };
    let first = [person("ivan.operator", "operator"), person("olga.oversight", "oversight")];
    make(home.path(), RCM, &first, Clock::system().now()).expect("a data folder");
    home
}

pub(crate) fn text(path: &Path) -> &str {
    path.to_str().expect("a path that is text")
}
