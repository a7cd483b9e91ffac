//! Where a command's data goes: standard output, or a file that appears only once it is whole.

use std::fs::File;
use std::io::{BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use base::store::{sync_file, sync_folder};
use base::web::Said;

use crate::outcome::{Failure, Status};

/// The place the data goes to.
pub enum Output {
    /// Standard output; who reads it may stop reading, and that is no error.
    Standard(BufWriter<std::io::Stdout>),
    /// A file under its temporary name.
    File(BufWriter<File>, Temporary),
    /// A device or a pipe, which is written to as it is.
    Device(BufWriter<File>, PathBuf),
}

/// A file that is removed unless it got its name.
pub struct Temporary {
    path: PathBuf,
    name: PathBuf,
    kept: bool,
}

impl Output {
    /// Opens standard output, or a file that will be at `to`.
    ///
    /// Errors: status 3 with the reason when nothing can be written there.
    pub fn open(to: Option<&Path>) -> Result<Self, Failure> {
        let Some(to) = to else { return Ok(Output::Standard(BufWriter::new(std::io::stdout()))) };
        let mut hidden = std::ffi::OsString::from(".");
        hidden.push(to.file_name().unwrap_or_default());
        hidden.push(format!(".{}", std::process::id()));
        let path = to.with_file_name(hidden);
        let refused = |error: std::io::Error| unwritable(to, &error);
        match std::fs::metadata(to) {
            Ok(there) if there.is_dir() => return Err(refused(ErrorKind::IsADirectory.into())),
            Ok(there) if !there.is_file() => {
                let device = File::options().write(true).open(to).map_err(refused)?;
                return Ok(Output::Device(BufWriter::new(device), to.to_owned()));
            }
            _ => {}
        }
        let file = File::options().create_new(true).write(true).open(&path).map_err(refused)?;
        Ok(Output::File(BufWriter::new(file), Temporary { path, name: to.to_owned(), kept: false }))
    }

    /// Writes one line.
    pub fn line(&mut self, text: impl AsRef<str>) -> Result<(), Failure> {
        writeln!(self, "{}", text.as_ref()).map_err(|error| self.fault(&error))
    }

    /// Writes one line of JSON.
    pub fn json(&mut self, value: &impl serde::Serialize) -> Result<(), Failure> {
        let text = serde_json::to_string(value)
            .map_err(|error| Failure::of(Status::Fault, Said::plain("command-fault").with("reason", error)))?;
        self.line(text)
    }

    /// Makes everything written durable, and gives a file its name.
    pub fn finish(self) -> Result<(), Failure> {
        match self {
            Output::Standard(mut to) => match to.flush() {
                Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(standard(&error)),
                _ => Ok(()),
            },
            Output::Device(mut to, name) => to.flush().map_err(|error| unwritable(&name, &error)),
            Output::File(to, mut temporary) => {
                let name = temporary.name.clone();
                let refused = |error: std::io::Error| unwritable(&name, &error);
                let file = to.into_inner().map_err(|error| refused(error.into_error()))?;
                sync_file(&file).map_err(refused)?;
                std::fs::rename(&temporary.path, &name).map_err(refused)?;
                temporary.kept = true;
                sync_folder(name.parent().unwrap_or(Path::new(""))).map_err(refused)
            }
        }
    }

    /// Says what kept something from being written; a reader who went away is status 0, silently.
    pub fn fault(&self, error: &std::io::Error) -> Failure {
        match self {
            Output::Standard(_) => standard(error),
            Output::File(_, temporary) => unwritable(&temporary.name, error),
            Output::Device(_, name) => unwritable(name, error),
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        match self {
            Output::Standard(to) => match to.write(bytes) {
                // Nobody reads on: what is left goes nowhere, and the command ends as it would have.
                Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(bytes.len()),
                written => written,
            },
            Output::File(to, _) | Output::Device(to, _) => to.write(bytes),
        }
    }

    fn flush(&mut self) -> std::io::Result<()> {
        match self {
            Output::Standard(to) => match to.flush() {
                Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
                flushed => flushed,
            },
            Output::File(to, _) | Output::Device(to, _) => to.flush(),
        }
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if !self.kept {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

fn standard(error: &std::io::Error) -> Failure {
    Failure::of(Status::Fault, Said::plain("command-output").with("reason", error))
}

fn unwritable(to: &Path, error: &std::io::Error) -> Failure {
    if error.kind() == ErrorKind::StorageFull {
        return Failure::of(Status::Fault, Said::plain("command-full"));
    }
    let said = Said::plain("command-unwritable").with("file", to.display()).with("reason", error);
    Failure::input(said)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_file_appears_whole_or_not_at_all() {
        let home = tempfile::tempdir().unwrap();
        let to = home.path().join("out.csv");
        let mut output = Output::open(Some(&to)).unwrap();
        output.line("half").unwrap();
        assert!(!to.exists());
        drop(output);
        assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
        let mut output = Output::open(Some(&to)).unwrap();
        output.line("whole").unwrap();
        output.finish().unwrap();
        assert_eq!(std::fs::read_to_string(&to).unwrap(), "whole\n");
        assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_device_is_written_to_and_stays_a_device() {
        let mut output = Output::open(Some(Path::new("/dev/null"))).unwrap();
        output.line("gone").unwrap();
        output.finish().unwrap();
        assert!(!std::fs::metadata("/dev/null").unwrap().is_file());
        let mut full = Output::open(Some(Path::new("/dev/full"))).unwrap();
        full.line("too much").unwrap();
        assert_eq!(full.finish().unwrap_err().status, Status::Fault, "the disk is full");
    }

    #[test]
    fn a_place_where_nothing_can_be_written_is_named() {
        let home = tempfile::tempdir().unwrap();
        assert_eq!(Output::open(Some(home.path())).err().unwrap().status, Status::Input);
        assert_eq!(Output::open(Some(&home.path().join("none/out"))).err().unwrap().status, Status::Input);
    }
}
