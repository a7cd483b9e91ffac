//! A document that another room files with all its texts, in one act of both.

use base::desk::Entries;
use base::web::Refusal;
use base::words::Language;

use super::api::NewPaper;
use super::entries::{Brought, PaperEntry};
use super::file;
use super::paper::Format;

/// A plain text that rests among the files.
pub(crate) struct Resting {
    /// Its language.
    pub(crate) language: Language,
    /// Whether it is authentic and no translation.
    pub(crate) authentic: bool,
    /// Name of its content.
    pub(crate) file: String,
    /// How long it is, in bytes.
    pub(crate) size_bytes: u64,
}

/// Files a document with its first texts.
///
/// Errors: `Invalid` with every fault, also where the symbol is taken.
pub(crate) fn file_whole(
    entries: &Entries<'_, PaperEntry>,
    new: &NewPaper,
    texts: Vec<Resting>,
) -> Result<(), Refusal> {
    let filed = file::read(new).map_err(Refusal::Invalid)?;
    let paper = file::record(entries, filed)?;
    for text in texts {
        entries.append(&PaperEntry::Brought(Brought {
            symbol: paper.symbol.to_string(),
            language: text.language.tag().to_owned(),
            version: 1,
            authentic: text.authentic,
            format: Format::Txt.code().to_owned(),
            file: text.file,
            size_bytes: text.size_bytes,
            note: String::new(),
        }))?;
    }
    Ok(())
}
