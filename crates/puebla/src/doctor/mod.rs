//! Says what is wrong with a folder, a server or the machine below, and what to do about it. Changes nothing and names
//! nobody: it goes through no permit, so it may say no more than whoever holds the disk knows anyway.

mod certificate;
mod databases;
mod distance;
mod eyes;
mod folder;
mod holder;
mod machine;
mod people;
#[cfg(test)]
mod proofs;
mod upkeep;

use std::path::PathBuf;

use base::words::WordFile;
use jiff::Timestamp;

pub use eyes::Eyes;

/// What a finding means, why it matters and what to do.
pub const WORDS: WordFile = base::words!("doctor");

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Good to know.
    Note,
    /// Something is to be done, in days.
    Todo,
    /// Something is to be done now.
    Urgent,
    /// The folder cannot be worked on, or the server does not answer.
    Stops,
}

use Severity::{Note, Stops, Todo, Urgent};

/// Every finding there is: the key of its words, of which all but the first part is its code, and how much it matters.
pub const FINDINGS: &[(&str, Severity)] = &[
    ("doctor-folder-absent", Stops),
    ("doctor-folder-foreign", Stops),
    ("doctor-folder-unreadable", Stops),
    ("doctor-folder-mode", Todo),
    ("doctor-folder-owner", Todo),
    ("doctor-folder-root", Todo),
    ("doctor-key-missing", Stops),
    ("doctor-key-open", Stops),
    ("doctor-key-damaged", Stops),
    ("doctor-key-wrong", Stops),
    ("doctor-file-missing", Stops),
    ("doctor-file-foreign", Stops),
    ("doctor-file-newer", Stops),
    ("doctor-file-damaged", Stops),
    ("doctor-upgrade-pending", Note),
    ("doctor-tables-pending", Note),
    ("doctor-content-damaged", Urgent),
    ("doctor-reserve-spent", Todo),
    ("doctor-wal-large", Todo),
    ("doctor-wal-left", Note),
    ("doctor-disk-full", Urgent),
    ("doctor-disk-filling", Todo),
    ("doctor-disk-copy", Todo),
    ("doctor-disk-memory", Todo),
    ("doctor-disk-network", Urgent),
    ("doctor-party-alone", Todo),
    ("doctor-operator-none", Todo),
    ("doctor-operator-one-factor", Todo),
    ("doctor-password-unused", Todo),
    ("doctor-token-ending", Todo),
    ("doctor-backup-never", Todo),
    ("doctor-backup-old", Todo),
    ("doctor-verification-never", Todo),
    ("doctor-verification-old", Todo),
    ("doctor-record-gap", Urgent),
    ("doctor-verification-damage", Urgent),
    ("doctor-clock-behind", Urgent),
    ("doctor-clock-free", Todo),
    ("doctor-clock-unknown", Note),
    ("doctor-swap-on", Note),
    ("doctor-memory-small", Todo),
    ("doctor-serving", Note),
    ("doctor-serving-none", Note),
    ("doctor-serving-root", Urgent),
    ("doctor-serving-other", Todo),
    ("doctor-serving-silent", Urgent),
    ("doctor-serving-files", Todo),
    ("doctor-serving-core", Todo),
    ("doctor-unit-absent", Note),
    ("doctor-unit-disabled", Todo),
    ("doctor-certificate-unreadable", Urgent),
    ("doctor-certificate-early", Urgent),
    ("doctor-certificate-ended", Urgent),
    ("doctor-certificate-ending", Todo),
    ("doctor-certificate-name", Urgent),
    ("doctor-certificate-key-open", Urgent),
    ("doctor-certificate-key-other", Urgent),
    ("doctor-server-unreachable", Stops),
    ("doctor-server-not-ready", Urgent),
    ("doctor-server-clock", Todo),
];

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The key of its words.
    pub key: &'static str,
    /// What its words speak of.
    pub args: Vec<(&'static str, String)>,
}

impl Finding {
    /// Names a finding of the list.
    pub fn of(key: &'static str) -> Self {
        Finding { key, args: Vec::new() }
    }

    /// Adds what its words speak of.
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// Answers its code, which stays.
    pub fn code(&self) -> &'static str {
        self.key.strip_prefix("doctor-").unwrap_or(self.key)
    }

    /// Answers how much it matters.
    pub fn severity(&self) -> Severity {
        FINDINGS.iter().find(|(key, _)| *key == self.key).map_or(Stops, |(_, severity)| *severity)
    }
}

/// What is to be examined.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// The data folder.
    pub data: Option<PathBuf>,
    /// Recompute everything, however long it takes.
    pub thorough: bool,
    /// Certificate and key, where they are not those of the server that runs.
    pub certificate: Option<(PathBuf, PathBuf)>,
    /// The host that browsers ask for.
    pub host: Option<String>,
    /// A server to ask from here.
    pub server: Option<String>,
    /// Authorities that vouch for it, where they are not the machine's.
    pub authority: Option<PathBuf>,
}

/// Examines everything asked for, and answers what was found, the gravest first.
pub fn examine(asked: &Asked, eyes: &Eyes, now: Timestamp) -> Vec<Finding> {
    let mut found = Vec::new();
    // First, because its clock is held against this moment, and a folder may take hours.
    let mut of_server = Vec::new();
    if let Some(server) = &asked.server {
        distance::examine(server, asked.authority.as_deref(), now, &mut of_server);
    }
    if let Some(data) = &asked.data {
        // Who begins or ends serving meanwhile changes what is seen: then it is looked at once more.
        for _ in 0..3 {
            found.clear();
            let before = holder::is_held(data);
            of_folder(asked, data, eyes, now, &mut found);
            if holder::is_held(data) == before {
                break;
            }
        }
    }
    found.splice(..0, of_server);
    if asked.data.is_none() {
        certificate::examine(asked.certificate.as_ref(), asked.host.as_deref(), now, &mut found);
    }
    found.sort_by_key(|finding| std::cmp::Reverse(finding.severity()));
    found
}

fn of_folder(asked: &Asked, data: &std::path::Path, eyes: &Eyes, now: Timestamp, found: &mut Vec<Finding>) {
    if !folder::examine(data, eyes, found) {
        return;
    }
    let holder = holder::examine(data, eyes, found);
    let condition = if holder.is_some() || holder::is_held(data) {
        base::store::Condition::InUse
    } else {
        base::store::Condition::AtRest
    };
    let depth = databases::Depth { condition, thorough: asked.thorough, now };
    if let Some(base) = databases::examine(data, depth, found) {
        people::examine(&base, now, found);
        upkeep::examine(&base, now, found);
    }
    machine::examine(eyes, found);
    let running = holder.as_ref().and_then(holder::Holder::certificate);
    let (certificate, host) = (asked.certificate.clone().or(running), asked.host.as_deref());
    certificate::examine(certificate.as_ref(), host, now, found);
}
