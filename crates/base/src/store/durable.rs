//! Putting files on the disk, and their names: a name is on the disk only once the folder it is in was synced.

use std::fs::File;
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

/// Puts the content of a file on the disk.
pub fn sync_file(file: &File) -> io::Result<()> {
    #[cfg(feature = "seeded-fault")]
    if crate::seeded::Seeded::FileUnsynced.is() {
        return Ok(());
    }
    file.sync_all()
}

/// Puts the names in a folder on the disk, and the folder's own permissions.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    #[cfg(feature = "seeded-fault")]
    if crate::seeded::Seeded::FolderUnsynced.is() {
        return Ok(());
    }
    // A relative name of one step has an empty parent: that is where we stand.
    File::open(if folder.as_os_str().is_empty() { Path::new(".") } else { folder })?.sync_all()
}

/// Writes a file's content again as it is read, and puts it on the disk; a file that is absent stays so.
///
/// After a sync that failed, the kernel reads what never reached the disk, calls it written, and no later sync writes it.
/// Written again it is news.
pub(super) fn write_again(path: &Path) -> io::Result<()> {
    #[cfg(feature = "seeded-fault")]
    if crate::seeded::Seeded::LogBelieved.is() {
        return Ok(());
    }
    let mut file = match File::options().read(true).write(true).open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        opened => opened?,
    };
    let mut piece = vec![0; 1 << 20];
    loop {
        let read = file.read(&mut piece)?;
        if read == 0 {
            return sync_file(&file);
        }
        file.seek_relative(-i64::try_from(read).unwrap_or(0))?;
        file.write_all(&piece[..read])?;
    }
}

/// Makes a folder with those above it that are absent, and puts their names on the disk. What is in it is not.
pub fn make_folders(folder: &Path) -> io::Result<()> {
    for made in make_folders_unsynced(folder)? {
        if let Some(above) = made.parent() {
            sync_folder(above)?;
        }
    }
    Ok(())
}

/// Makes a folder with those above it that are absent, and answers the ones that were.
pub(super) fn make_folders_unsynced(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let absent = std::path::absolute(folder)?;
    let absent = absent.ancestors().take_while(|folder| !folder.exists()).map(Path::to_owned).collect();
    std::fs::create_dir_all(folder)?;
    Ok(absent)
}
