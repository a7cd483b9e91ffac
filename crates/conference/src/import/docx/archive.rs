//! The parts of a document out of its archive, each up to a limit.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::import::{ImportError, encoding};

/// The largest part when unpacked, in bytes.
const PART_BYTES_MAX: u64 = 48 << 20;
/// The most parts that an archive may list.
const PARTS_MAX: usize = 5_000;

/// The parts that are read, as text.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub text: String,
    pub numbering: String,
    pub styles: String,
}

pub(super) fn parts(bytes: &[u8]) -> Result<Parts, ImportError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ImportError::Document)?;
    if archive.len() > PARTS_MAX {
        return Err(ImportError::Unpacked);
    }
    Ok(Parts {
        text: part(&mut archive, "word/document.xml")?.ok_or(ImportError::Document)?,
        numbering: part(&mut archive, "word/numbering.xml")?.unwrap_or_default(),
        styles: part(&mut archive, "word/styles.xml")?.unwrap_or_default(),
    })
}

/// Unpacks one part; `None` when the archive has none of the name.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>, ImportError> {
    if !archive.file_names().any(|known| known.is_ok_and(|known| known == name)) {
        return Ok(None);
    }
    let file = archive.by_name(name).map_err(|_| ImportError::Document)?;
    let mut unpacked = Vec::new();
    // What the archive says of its own size is not believed.
    file.take(PART_BYTES_MAX + 1).read_to_end(&mut unpacked).map_err(|_| ImportError::Document)?;
    if unpacked.len() as u64 > PART_BYTES_MAX {
        return Err(ImportError::Unpacked);
    }
    Ok(Some(encoding::decode(&unpacked).0))
}
