//! Rows that were read and wait to be entered: on disk, in files without a name, which are gone with the process.

use std::fs::{File, OpenOptions};
use std::io::{self, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt;

use base::store::{Files, StoreError};

/// Parts into which rows are put by their keys, so that each part fits into memory and touches one part of the index.
const PARTS: usize = 64;

/// A row as it waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Waiting {
    /// By which rows are put in order; rows with the same key say the same.
    pub(super) key: [u8; 16],
    /// Line of the file it came from.
    pub(super) line: u64,
    /// What it says, as its kind writes it.
    pub(super) body: Vec<u8>,
}

/// Rows in parts by their keys, in the order in which an index of signed integers has them.
pub(super) struct Spool {
    parts: Vec<BufWriter<File>>,
    rows: u64,
}

/// Opens a file that has no name: nobody else can open it, and it goes when it is closed, however that comes about.
///
/// What an import reads stands there in clear, numbers included.
pub(super) fn nameless(files: &Files) -> Result<File, StoreError> {
    let place = files.incoming();
    let file = OpenOptions::new().create_new(true).read(true).write(true).mode(0o600).open(&place)?;
    std::fs::remove_file(&place)?;
    Ok(file)
}

impl Spool {
    pub(super) fn new(files: &Files) -> Result<Self, StoreError> {
        let parts = (0..PARTS)
            .map(|_| nameless(files).map(|file| BufWriter::with_capacity(16 * 1024, file)))
            .collect::<Result<_, _>>()?;
        Ok(Spool { parts, rows: 0 })
    }

    /// Puts a row into its part.
    pub(super) fn put(&mut self, row: &Waiting) -> Result<(), StoreError> {
        let part = &mut self.parts[usize::from((row.key[0] ^ 0x80) >> 2)];
        part.write_all(&row.key)?;
        part.write_all(&row.line.to_be_bytes())?;
        part.write_all(&u32::try_from(row.body.len()).unwrap_or(u32::MAX).to_be_bytes())?;
        part.write_all(&row.body)?;
        self.rows += 1;
        Ok(())
    }

    /// Answers how many rows wait.
    pub(super) fn rows(&self) -> u64 {
        self.rows
    }

    /// Answers the rows of each part after the other, in the order of their keys and lines.
    pub(super) fn parts(&mut self) -> impl Iterator<Item = Result<Vec<Waiting>, StoreError>> + '_ {
        self.parts.iter_mut().map(|part| {
            part.flush()?;
            let mut rows = read_all(part.get_mut())?;
            rows.sort_unstable_by_key(|row| (i128::from_be_bytes(row.key), row.line));
            Ok(rows)
        })
    }
}

fn read_all(file: &mut File) -> Result<Vec<Waiting>, StoreError> {
    file.seek(SeekFrom::Start(0))?;
    let mut reader = BufReader::with_capacity(256 * 1024, file);
    let mut rows = Vec::new();
    let mut head = [0u8; 28];
    loop {
        match reader.read_exact(&mut head) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => break,
            Err(error) => return Err(error.into()),
        }
        let (mut key, mut line, mut length) = ([0; 16], [0; 8], [0; 4]);
        key.copy_from_slice(&head[..16]);
        line.copy_from_slice(&head[16..24]);
        length.copy_from_slice(&head[24..]);
        let mut body = vec![0; u32::from_be_bytes(length) as usize];
        reader.read_exact(&mut body)?;
        rows.push(Waiting { key, line: u64::from_be_bytes(line), body });
    }
    // What is read again later is read from its beginning; what is added still goes to the end.
    reader.into_inner().seek(SeekFrom::End(0))?;
    Ok(rows)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn rows_come_back_in_the_order_of_signed_keys_as_often_as_asked() {
        let home = tempfile::tempdir().unwrap();
        let files = Files::open(home.path()).unwrap();
        let mut spool = Spool::new(&files).unwrap();
        let row = |first: u8, line| Waiting { key: [first; 16], line, body: vec![first; usize::from(first)] };
        for (first, line) in [(0x7f, 1), (0x00, 2), (0x80, 3), (0xff, 4), (0x00, 1), (0x43, 9)] {
            spool.put(&row(first, line)).unwrap();
        }
        for _ in 0..2 {
            let all: Vec<Waiting> = spool.parts().flat_map(|part| part.unwrap()).collect();
            assert_eq!(all, [(0x80, 3), (0xff, 4), (0x00, 1), (0x00, 2), (0x43, 9), (0x7f, 1)].map(|(f, l)| row(f, l)));
        }
        assert_eq!(spool.rows(), 6);
    }

    #[test]
    fn the_files_have_no_name() {
        let home = tempfile::tempdir().unwrap();
        let files = Files::open(home.path()).unwrap();
        let mut spool = Spool::new(&files).unwrap();
        spool.put(&Waiting { key: [1; 16], line: 1, body: b"K9PLANTED".to_vec() }).unwrap();
        assert_eq!(std::fs::read_dir(home.path().join("files/incoming")).unwrap().count(), 0);
    }
}
