//! What can be seen of the machine: files of Linux and Debian by their place. A test shows it other files.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the machine's own files are looked for.
#[derive(Clone, Debug)]
pub struct Eyes {
    shown: Option<PathBuf>,
}

impl Eyes {
    /// Sees the machine as it is.
    pub fn open() -> Self {
        Eyes { shown: None }
    }

    /// Sees the files below a folder in the place of the machine's, and its own where the folder has none.
    #[cfg(test)]
    pub fn shown(folder: &Path) -> Self {
        Eyes { shown: Some(folder.to_owned()) }
    }

    /// Answers where a file lies, named from the root without its slash.
    pub fn place(&self, file: &str) -> PathBuf {
        let shown = self.shown.as_ref().map(|shown| shown.join(file));
        shown.filter(|shown| shown.symlink_metadata().is_ok()).unwrap_or_else(|| Path::new("/").join(file))
    }

    /// Answers a file's text; empty where it cannot be read.
    pub fn text(&self, file: &str) -> String {
        std::fs::read_to_string(self.place(file)).unwrap_or_default()
    }

    /// Answers whether something is there.
    pub fn sees(&self, file: &str) -> bool {
        self.place(file).symlink_metadata().is_ok()
    }

    /// Answers what a program of the machine says, where it is there and ends well.
    pub fn said_by(&self, program: &str, arguments: &[&str]) -> Option<String> {
        let program = self.place(&format!("usr/bin/{program}"));
        let said = Command::new(program).args(arguments).output().ok()?;
        said.status.success().then(|| String::from_utf8_lossy(&said.stdout).trim().to_owned())
    }

    /// Answers an account's name; its number where nobody has it.
    pub fn account(&self, uid: u32) -> String {
        let accounts = self.text("etc/passwd");
        let known = accounts.lines().find_map(|line| {
            let mut parts = line.split(':');
            let name = parts.next()?;
            (parts.nth(1)?.parse() == Ok(uid)).then(|| name.to_owned())
        });
        known.unwrap_or_else(|| uid.to_string())
    }
}
