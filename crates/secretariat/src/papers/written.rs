//! What is written in a file of a document, as paragraphs: for whoever searches, compares or reads it here.

use base::store::{Files, StoreError};
use conference::import::paragraphs_of;

use super::paper::Format;
use super::queries::Text;

/// Answers what is written in a text, a paragraph a line; none where its form is not read here, or its file is gone or cannot be
/// read, which others find and say.
///
/// Errors: the folder cannot be asked.
pub(crate) fn written(files: &Files, text: &Text) -> Result<Option<String>, StoreError> {
    // A picture of pages has no words that could be read.
    if text.format == Format::Pdf {
        return Ok(None);
    }
    let content = match files.get(&text.file) {
        Ok(content) => content,
        Err(StoreError::Missing(_) | StoreError::Damaged(_) | StoreError::Io(_)) => return Ok(None),
        Err(error) => return Err(error),
    };
    Ok(paragraphs_of(&content).ok().map(|paragraphs| paragraphs.join("\n")))
}
