//! How much room the disk of a folder has.

use std::path::Path;

/// The room of a disk, as this account sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoomOnDisk {
    /// What this account may still write.
    pub free_bytes: u64,
    /// The whole disk.
    pub size_bytes: u64,
}

/// Answers the room of the disk that a folder lies on.
pub fn room_on_disk(folder: &Path) -> std::io::Result<RoomOnDisk> {
    let found = rustix::fs::statvfs(folder)?;
    let bytes = |blocks: u64| blocks.saturating_mul(found.f_frsize);
    Ok(RoomOnDisk { free_bytes: bytes(found.f_bavail), size_bytes: bytes(found.f_blocks) })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_disk_has_room_within_its_size() {
        let home = tempfile::tempdir().unwrap();
        let room = room_on_disk(home.path()).unwrap();
        assert!(room.free_bytes > 0 && room.free_bytes <= room.size_bytes, "{room:?}");
        assert!(room_on_disk(&home.path().join("absent")).is_err());
    }
}
