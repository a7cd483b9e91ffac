//! Who has the folder: the process that holds its lock, in which account, whether it listens, and what it may.

use std::fs::TryLockError;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::{Eyes, Finding};

/// Files and connections a server should be able to have open.
const FILES: u64 = 4096;

/// A server on this machine takes a connection sooner than this.
const CONNECT_LIMIT: Duration = Duration::from_secs(3);

/// The process that holds the folder.
pub struct Holder {
    arguments: Vec<String>,
    /// The folder from which its arguments name files.
    stands_in: PathBuf,
}

impl Holder {
    /// Answers the certificate and the key that it was started with.
    pub fn certificate(&self) -> Option<(PathBuf, PathBuf)> {
        self.file("--certificate").zip(self.file("--key"))
    }

    /// Answers the file that `--name FILE` or `--name=FILE` means to the process.
    fn file(&self, name: &str) -> Option<PathBuf> {
        let joined = |argument: &String| argument.strip_prefix(name)?.strip_prefix('=').map(str::to_owned);
        let apart = || {
            let at = self.arguments.iter().position(|argument| argument == name)?;
            self.arguments.get(at + 1).cloned()
        };
        self.arguments.iter().find_map(joined).or_else(apart).map(|file| self.stands_in.join(file))
    }
}

/// Answers whether somebody holds the folder. A lock that is free is let go at once.
pub fn is_held(data: &Path) -> bool {
    let Ok(file) = std::fs::File::open(data.join("lock")) else { return false };
    matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock))
}

/// Examines who has the folder.
pub fn examine(data: &Path, eyes: &Eyes, found: &mut Vec<Finding>) -> Option<Holder> {
    let of = |key| Finding::of(key).with("folder", data.display());
    if !is_held(data) {
        found.push(of("doctor-serving-none"));
        unit(eyes, found);
        return None;
    }
    let process = process(data, eyes)?;
    let place = |file: &str| format!("proc/{process}/{file}");
    let status = eyes.text(&place("status"));
    let uid: u32 = number_after(&status, "Uid:").and_then(|uid| uid.try_into().ok())?;
    let of = |key| of(key).with("process", process).with("account", eyes.account(uid));
    let addresses = listening(process, uid, eyes);
    let shown: Vec<String> = addresses.iter().map(SocketAddr::to_string).collect();
    found.push(of("doctor-serving").with("addresses", shown.join(", ")));
    if uid == 0 {
        found.push(of("doctor-serving-root"));
    }
    if addresses.is_empty() || addresses.iter().any(|address| !answers(*address)) {
        found.push(of("doctor-serving-silent").with("addresses", shown.join(", ")));
    }
    if is_another_binary(&eyes.place(&place("exe"))) {
        found.push(of("doctor-serving-other"));
    }
    let limits = eyes.text(&place("limits"));
    if let Some(files) = number_after(&limits, "Max open files").filter(|files| *files < FILES) {
        found.push(of("doctor-serving-files").with("files", files));
    }
    if limits.lines().any(|line| line.starts_with("Max core file size") && line.split_whitespace().nth(4) != Some("0"))
    {
        found.push(of("doctor-serving-core"));
    }
    unit(eyes, found);
    let arguments = eyes.text(&place("cmdline")).split('\0').map(str::to_owned).collect();
    let stands_in = std::fs::read_link(eyes.place(&place("cwd"))).unwrap_or_default();
    Some(Holder { arguments, stands_in })
}

/// Answers the number of the process that holds the lock, as Linux lists locks (`proc_locks(5)`).
fn process(data: &Path, eyes: &Eyes) -> Option<u32> {
    let inode = std::fs::metadata(data.join("lock")).ok()?.ino().to_string();
    eyes.text("proc/locks").lines().find_map(|line| {
        let parts: Vec<&str> = line.split_whitespace().collect();
        let [_, "FLOCK", _, _, process, file, ..] = parts.as_slice() else { return None };
        (file.rsplit(':').next() == Some(inode.as_str())).then(|| process.parse().ok()).flatten()
    })
}

/// Answers the addresses a process listens on: its sockets, held against the lists of those that listen.
///
/// A server closes its files to everybody but root, its own account included. To that account, whatever the account
/// listens on stands for it.
fn listening(process: u32, uid: u32, eyes: &Eyes) -> Vec<SocketAddr> {
    const LISTENS: &str = "0A";
    let socket = |file: std::fs::DirEntry| {
        let target = std::fs::read_link(file.path()).ok()?.to_string_lossy().into_owned();
        target.strip_prefix("socket:[")?.strip_suffix(']').map(str::to_owned)
    };
    let open = std::fs::read_dir(eyes.place(&format!("proc/{process}/fd"))).ok();
    let sockets: Option<Vec<String>> = open.map(|open| open.flatten().filter_map(socket).collect());
    let lists = ["tcp", "tcp6"].map(|list| eyes.text(&format!("proc/{process}/net/{list}")));
    let listens = |line: &str| {
        let parts: Vec<&str> = line.split_whitespace().collect();
        let [_, at, _, LISTENS, _, _, _, account, _, socket, ..] = parts.as_slice() else { return None };
        let its_own = match &sockets {
            Some(sockets) => sockets.iter().any(|one| one == socket),
            None => account.parse() == Ok(uid),
        };
        if its_own { socket_address(at) } else { None }
    };
    let mut addresses: Vec<SocketAddr> = lists.iter().flat_map(|list| list.lines()).filter_map(listens).collect();
    addresses.sort();
    addresses.dedup();
    addresses
}

/// Reads an address as Linux writes it: words of four bytes, the last byte first.
fn socket_address(text: &str) -> Option<SocketAddr> {
    let (address, port) = text.split_once(':')?;
    let bytes = hex::decode(address).ok()?;
    let turned: Vec<u8> = bytes.chunks(4).flat_map(|word| word.iter().rev().copied()).collect();
    let address = match turned.len() {
        4 => IpAddr::from(<[u8; 4]>::try_from(turned).ok()?),
        _ => IpAddr::from(<[u8; 16]>::try_from(turned).ok()?),
    };
    Some(SocketAddr::new(address, u16::from_str_radix(port, 16).ok()?))
}

fn answers(address: SocketAddr) -> bool {
    let here = match address.ip() {
        IpAddr::V4(Ipv4Addr::UNSPECIFIED) => IpAddr::from(Ipv4Addr::LOCALHOST),
        IpAddr::V6(Ipv6Addr::UNSPECIFIED) => IpAddr::from(Ipv6Addr::LOCALHOST),
        other => other,
    };
    TcpStream::connect_timeout(&SocketAddr::new(here, address.port()), CONNECT_LIMIT).is_ok()
}

/// Says whether a process runs another file than this command: one that has been replaced since.
fn is_another_binary(running: &Path) -> bool {
    let of = |path: &Path| std::fs::metadata(path).ok().map(|meta| (meta.dev(), meta.ino()));
    let target = std::fs::read_link(running).unwrap_or_default();
    let own = std::env::current_exe().ok().and_then(|own| of(&own));
    target.to_string_lossy().ends_with(" (deleted)") || of(running).is_some_and(|running| Some(running) != own)
}

/// Says whether systemd starts the server with the machine.
fn unit(eyes: &Eyes, found: &mut Vec<Finding>) {
    const UNIT: &str = "puebla.service";
    let places = ["etc/systemd/system", "usr/lib/systemd/system", "lib/systemd/system"];
    if !places.iter().any(|place| eyes.sees(&format!("{place}/{UNIT}"))) {
        found.push(Finding::of("doctor-unit-absent"));
    } else if !eyes.sees(&format!("etc/systemd/system/multi-user.target.wants/{UNIT}")) {
        found.push(Finding::of("doctor-unit-disabled"));
    }
}

/// Answers the first number behind a name at the beginning of a line.
pub fn number_after(text: &str, name: &str) -> Option<u64> {
    text.lines().find_map(|line| line.strip_prefix(name))?.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn files_are_found_as_the_process_named_them() {
        let holder = |arguments: &[&str]| Holder {
            arguments: arguments.iter().map(|argument| (*argument).to_owned()).collect(),
            stands_in: PathBuf::from("/etc/puebla"),
        };
        let found = Some((PathBuf::from("/etc/puebla/chain.pem"), PathBuf::from("/root/key.pem")));
        assert_eq!(holder(&["serve", "--certificate", "chain.pem", "--key", "/root/key.pem"]).certificate(), found);
        assert_eq!(holder(&["serve", "--key=/root/key.pem", "--certificate=chain.pem"]).certificate(), found);
        assert_eq!(holder(&["serve", "--certificates=chain.pem", "--key"]).certificate(), None);
    }

    #[test]
    fn addresses_are_read_as_linux_writes_them() {
        assert_eq!(socket_address("0100007F:1F90").unwrap().to_string(), "127.0.0.1:8080");
        assert_eq!(socket_address("00000000000000000000000001000000:01BB").unwrap().to_string(), "[::1]:443");
        assert_eq!(socket_address("local_address"), None);
    }
}
