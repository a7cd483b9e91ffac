//! Documents made for somebody who waits: one after the other, away from the threads that answer others.

use std::time::Duration;

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use base::web::{Refusal, Said};
use reports::ReportError;
use tokio::sync::Semaphore;

/// How long somebody waits for their turn.
const TURN_WITHIN: Duration = Duration::from_secs(20);

/// One document at a time: a long one takes more than a hundred megabytes while it is made.
static TURN: Semaphore = Semaphore::const_new(1);

/// Makes a document and answers it as a PDF to be kept under a name.
///
/// Errors: `Busy` where others' documents take too long; `Conflict` where there is more text than a document is made of.
pub(crate) async fn pdf(
    name: &str,
    make: impl FnOnce() -> Result<Vec<u8>, ReportError> + Send + 'static,
) -> Result<Response, Refusal> {
    let made = printed(make).await?;
    let name = format!("attachment; filename=\"{name}.pdf\"");
    Ok(([(CONTENT_TYPE, "application/pdf".to_owned()), (CONTENT_DISPOSITION, name)], made).into_response())
}

async fn printed(make: impl FnOnce() -> Result<Vec<u8>, ReportError> + Send + 'static) -> Result<Vec<u8>, Refusal> {
    let turn = tokio::time::timeout(TURN_WITHIN, TURN.acquire()).await.map_err(|_| Refusal::Busy)?;
    let turn = turn.map_err(|_| Refusal::Busy)?;
    // The turn goes with the work: whoever no longer waits leaves it to be finished.
    let made = tokio::task::spawn_blocking(move || {
        let made = make();
        drop(turn);
        made
    });
    match made.await {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(ReportError::Long { most, .. })) => {
            Err(Refusal::Conflict(Said::plain("decisions-printed-too-long").with("most", most)))
        }
        Ok(Err(ReportError::NotBuilt)) => Err(Refusal::conflict("decisions-printed-not-built")),
        Ok(Err(ReportError::Failed(what))) => Err(Refusal::Fault(what)),
        Err(ended) => Err(Refusal::Fault(ended.to_string())),
    }
}
