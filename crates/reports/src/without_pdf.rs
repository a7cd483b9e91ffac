//! What stands in the place of [`crate::pdf`] where this program was built without it, to be tried out sooner.

use jiff::Timestamp;

use crate::paper::Paper;
use crate::{PDF_CHARACTERS_MAX, ReportError};

/// Answers that there is no document, after whatever is wrong with it.
///
/// # Errors
/// Always.
pub(crate) fn pdf(paper: Paper, _: Timestamp) -> Result<Vec<u8>, ReportError> {
    paper.of_at_most(PDF_CHARACTERS_MAX)?;
    Err(ReportError::NotBuilt)
}
