//! Files named by the SHA-256 of their content, so that what is read is what was written, or is refused.

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::StoreError;
use super::durable::{make_folders, sync_file, sync_folder};

/// What lies in the folder `files/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Names of content, each in its place, sorted.
    pub names: Vec<String>,
    /// Paths below `files/` of everything else: nothing of ours put it there. Sorted.
    pub strange: Vec<String>,
}

/// The folder `files/` of a data folder: content by its name.
pub struct Files {
    root: PathBuf,
}

impl Files {
    /// Opens the folder, making it where it is absent, and removes what an interrupted write left.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        let root = folder.join("files");
        make_folders(&root.join("incoming"))?;
        for left in std::fs::read_dir(root.join("incoming"))? {
            std::fs::remove_file(left?.path())?;
        }
        Ok(Files { root })
    }

    /// Takes the folder as it is, to look at: nothing is made and nothing removed.
    pub fn at(folder: &Path) -> Self {
        Files { root: folder.join("files") }
    }

    /// Stores `content` durably and answers its name, 64 hexadecimal digits.
    ///
    /// Write to a temporary name, sync, rename, sync the folder: a cut at any point leaves the old state or the new.
    pub fn put(&self, content: &[u8]) -> Result<String, StoreError> {
        let name = hex::encode(Sha256::digest(content));
        let place = self.place(&name);
        let folder = place.parent().unwrap_or(&self.root);
        if !(place.exists() && self.get(&name).is_ok()) {
            std::fs::create_dir_all(folder)?;
            self.write(content, &place)?;
        }
        // Also where it was there already: whoever renamed it may not have come as far as this.
        sync_folder(folder)?;
        sync_folder(&self.root)?;
        Ok(name)
    }

    fn write(&self, content: &[u8], place: &Path) -> Result<(), StoreError> {
        let temporary = self.incoming();
        let written = OpenOptions::new().create_new(true).write(true).open(&temporary).and_then(|mut file| {
            file.write_all(content)?;
            sync_file(&file)
        });
        if let Err(error) = written {
            let _ = std::fs::remove_file(&temporary);
            return Err(error.into());
        }
        Ok(std::fs::rename(&temporary, place)?)
    }

    /// Answers the content of that name.
    ///
    /// Errors: `Missing`; `Damaged` when the content is no longer what its name says.
    pub fn get(&self, name: &str) -> Result<Vec<u8>, StoreError> {
        if !is_name(name) {
            return Err(StoreError::Missing(format!("file {name}")));
        }
        let mut content = Vec::new();
        match File::open(self.place(name)) {
            Ok(mut file) => file.read_to_end(&mut content)?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(StoreError::Missing(format!("file {name}")));
            }
            Err(error) => return Err(error.into()),
        };
        if hex::encode(Sha256::digest(&content)) != name {
            return Err(StoreError::Damaged(format!("file {name}")));
        }
        Ok(content)
    }

    /// Answers what is held, for verification and backup, and apart from it what should not be there.
    pub fn held(&self) -> Result<Held, StoreError> {
        let mut held = Held::default();
        for folder in std::fs::read_dir(&self.root)? {
            let folder = folder?;
            let short = folder.file_name().to_string_lossy().into_owned();
            if short == "incoming" {
                continue;
            }
            if !folder.file_type()?.is_dir() {
                held.strange.push(short);
                continue;
            }
            for file in std::fs::read_dir(folder.path())? {
                let file = file?;
                let name = file.file_name().to_string_lossy().into_owned();
                if is_name(&name) && name[..2] == short && file.file_type()?.is_file() {
                    held.names.push(name);
                } else {
                    held.strange.push(format!("{short}/{name}"));
                }
            }
        }
        held.names.sort();
        held.strange.sort();
        Ok(held)
    }

    /// Answers a fresh place for something still arriving; what stays there is removed at the next opening.
    pub fn incoming(&self) -> PathBuf {
        self.root.join("incoming").join(hex::encode(rand::random::<[u8; 16]>()))
    }

    /// Answers where the content of that name, 64 hexadecimal digits, lies.
    pub(super) fn place(&self, name: &str) -> PathBuf {
        self.root.join(&name[..2]).join(name)
    }
}

/// Answers whether a text can be the name of content: 64 hexadecimal digits as we write them.
fn is_name(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn content_comes_back_by_its_name() {
        let home = tempfile::tempdir().unwrap();
        let files = Files::open(home.path()).unwrap();
        let name = files.put(b"policy").unwrap();
        assert_eq!(files.get(&name).unwrap(), b"policy");
        assert_eq!(files.put(b"policy").unwrap(), name);
        assert_eq!(files.held().unwrap(), Held { names: vec![name], strange: Vec::new() });
    }

    #[test]
    fn what_nobody_put_there_is_told_apart() {
        let home = tempfile::tempdir().unwrap();
        let files = Files::open(home.path()).unwrap();
        let name = files.put(b"minutes").unwrap();
        let place = files.place(&name);
        let beside = place.parent().unwrap();
        let short = &name[..2];
        // What a file manager leaves, a name cut short, one in capitals, one in another's place, a folder.
        let elsewhere = format!("{}{}", if short == "00" { "11" } else { "00" }, &name[2..]);
        for stray in [".DS_Store", "x", &name.to_uppercase(), &elsewhere] {
            std::fs::write(beside.join(stray), b"").unwrap();
        }
        std::fs::create_dir(beside.join(format!("{short}{}", "0".repeat(62)))).unwrap();
        std::fs::write(home.path().join("files/.DS_Store"), b"").unwrap();
        let held = files.held().unwrap();
        assert_eq!((held.names, held.strange.len()), (vec![name.clone()], 6));
        assert!(held.strange.contains(&".DS_Store".to_owned()) && held.strange.contains(&format!("{short}/x")));
    }

    #[test]
    fn torn_content_is_refused_and_mended_by_writing_it_again() {
        let home = tempfile::tempdir().unwrap();
        let files = Files::open(home.path()).unwrap();
        let name = files.put(b"whole").unwrap();
        std::fs::write(files.place(&name), b"who").unwrap();
        assert!(matches!(files.get(&name), Err(StoreError::Damaged(_))));
        files.put(b"whole").unwrap();
        assert_eq!(files.get(&name).unwrap(), b"whole");
    }

    #[test]
    fn what_was_arriving_when_the_power_went_is_gone() {
        let home = tempfile::tempdir().unwrap();
        let half = Files::open(home.path()).unwrap().incoming();
        std::fs::write(&half, b"half").unwrap();
        Files::open(home.path()).unwrap();
        assert!(!half.exists());
    }

    #[test]
    fn a_name_that_is_a_path_is_not_there() {
        let home = tempfile::tempdir().unwrap();
        let files = Files::open(home.path()).unwrap();
        assert!(matches!(files.get("../../etc/passwd"), Err(StoreError::Missing(_))));
    }
}
