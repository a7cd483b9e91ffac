//! The folder itself: there, ours, closed to others, with its keys, on a disk that does what is asked of it and has room.

use std::io::ErrorKind;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;

use base::store::{Keys, StoreError, room_on_disk};

use super::{Eyes, Finding};

/// Below this nothing more can be relied on to be stored.
const FULL_BYTES: u64 = 64 << 20;

/// File systems that are gone when the machine stops.
const IN_MEMORY: [&str; 2] = ["tmpfs", "ramfs"];

/// File systems over which neither locks nor shared memory can be relied on.
const OVER_A_NETWORK: [&str; 11] =
    ["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "fuse.sshfs", "fuse.glusterfs"];

/// Examines the folder and answers whether there is one to go on with.
pub fn examine(data: &Path, eyes: &Eyes, found: &mut Vec<Finding>) -> bool {
    let of = |key| Finding::of(key).with("folder", data.display());
    let meta = match std::fs::metadata(data) {
        Ok(meta) if meta.is_dir() => meta,
        Ok(_) => return stop(found, of("doctor-folder-foreign")),
        Err(error) if error.kind() == ErrorKind::NotFound => return stop(found, of("doctor-folder-absent")),
        Err(_) => return stop(found, of("doctor-folder-unreadable").with("account", "root")),
    };
    let account = eyes.account(meta.uid());
    if std::fs::read_dir(data).is_err() || closed(&data.join("base.db")) {
        return stop(found, of("doctor-folder-unreadable").with("account", account));
    }
    if !data.join("base.db").exists() && !data.join("access.db").exists() && !data.join("keys").exists() {
        return stop(found, of("doctor-folder-foreign"));
    }
    if meta.permissions().mode() & 0o077 != 0 {
        let mode = format!("{:04o}", meta.permissions().mode() & 0o7777);
        found.push(of("doctor-folder-mode").with("mode", mode));
    }
    owners(data, meta.uid(), eyes, found);
    keys(data, found);
    disk(data, eyes, found);
    if std::fs::metadata(data.join("reserve")).is_ok_and(|reserve| reserve.len() == 0) {
        found.push(of("doctor-reserve-spent"));
    }
    true
}

fn stop(found: &mut Vec<Finding>, finding: Finding) -> bool {
    found.push(finding);
    false
}

fn closed(file: &Path) -> bool {
    std::fs::File::open(file).is_err_and(|error| error.kind() == ErrorKind::PermissionDenied)
}

fn owners(data: &Path, owner: u32, eyes: &Eyes, found: &mut Vec<Finding>) {
    let account = eyes.account(owner);
    let of = |key| Finding::of(key).with("folder", data.display()).with("account", &account);
    if owner == 0 {
        found.push(of("doctor-folder-root"));
    }
    let below = |folder: &Path| std::fs::read_dir(folder).into_iter().flatten().flatten().collect::<Vec<_>>();
    let all = below(data).into_iter().chain(below(&data.join("keys")));
    let other = all.filter_map(|entry| Some((entry.metadata().ok()?.uid(), entry.path())));
    if let Some((_, path)) = other.into_iter().find(|(uid, _)| *uid != owner) {
        found.push(of("doctor-folder-owner").with("file", path.display()));
    }
}

fn keys(data: &Path, found: &mut Vec<Finding>) {
    let Err(error) = Keys::open(data) else { return };
    let (key, what) = match error {
        StoreError::Missing(file) => ("doctor-key-missing", file),
        StoreError::Exposed(file) => ("doctor-key-open", file),
        other => ("doctor-key-damaged", other.to_string()),
    };
    found.push(Finding::of(key).with("file", what).with("folder", data.display()));
}

fn disk(data: &Path, eyes: &Eyes, found: &mut Vec<Finding>) {
    let of = |key| Finding::of(key).with("folder", data.display());
    let kind = file_system(data, &eyes.text("proc/self/mountinfo"));
    if IN_MEMORY.contains(&kind.as_str()) {
        found.push(of("doctor-disk-memory").with("kind", &kind));
    }
    if OVER_A_NETWORK.contains(&kind.as_str()) {
        found.push(of("doctor-disk-network").with("kind", &kind));
    }
    let Ok(room) = room_on_disk(data) else { return };
    let free = |key| of(key).with("free", megabytes(room.free_bytes));
    if room.free_bytes < FULL_BYTES {
        found.push(free("doctor-disk-full"));
    }
    let size_bytes = databases_bytes(data);
    if room.free_bytes < size_bytes {
        found.push(free("doctor-disk-copy").with("size", megabytes(size_bytes)));
    }
}

/// Answers the bytes of all databases.
pub fn databases_bytes(data: &Path) -> u64 {
    let entries = std::fs::read_dir(data).into_iter().flatten().flatten();
    let databases = entries.filter(|entry| entry.path().extension().is_some_and(|ending| ending == "db"));
    databases.filter_map(|entry| Some(entry.metadata().ok()?.len())).sum()
}

/// Says bytes in whole megabytes.
pub fn megabytes(bytes: u64) -> String {
    format!("{} MB", bytes / 1_000_000)
}

/// Answers the kind of file system that a folder lies on, as Linux lists them (`proc_pid_mountinfo(5)`): the last one with
/// the longest place above it.
fn file_system(data: &Path, mounts: &str) -> String {
    let data = std::fs::canonicalize(data).unwrap_or_else(|_| data.to_owned());
    let mut best = (0, String::new());
    for line in mounts.lines() {
        let Some((before, after)) = line.split_once(" - ") else { continue };
        let place = before.split(' ').nth(4).unwrap_or_default().replace("\\040", " ");
        let kind = after.split(' ').next().unwrap_or_default();
        if data.starts_with(&place) && place.len() >= best.0 {
            best = (place.len(), kind.to_owned());
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_mount_above_says_the_file_system() {
        let mounts = "21 1 8:1 / / rw shared:1 - ext4 /dev/sda1 rw\n\
                      40 21 0:40 / /srv/with\\040space rw - nfs4 10.0.0.1:/x rw\n\
                      41 21 0:41 / /srv rw - xfs /dev/sdb rw\n";
        let kind = |path: &str| file_system(Path::new(path), mounts);
        assert_eq!([kind("/absent"), kind("/srv/absent"), kind("/srv/with space/absent")], ["ext4", "xfs", "nfs4"]);
    }
}
