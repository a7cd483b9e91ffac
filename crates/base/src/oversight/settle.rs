//! The acts "acknowledge a concern" and "close it".

use axum::extract::Path;
use axum::response::{IntoResponse, Response};

use super::concern::{self, Standing};
use super::{CONCERNS_PATH, Settle, show};
use crate::desk::{Permitted, Writer};
use crate::store::StoreError;
use crate::web::{Posted, Refusal, Visit, see_other};

/// Says that somebody has seen it and is at it.
pub(super) async fn acknowledge(
    permitted: Permitted<Settle>,
    Path(id): Path<String>,
    _: Posted,
) -> Result<Response, Refusal> {
    let (writer, concern) = open(permitted, &id).await?;
    settle(&writer, concern.id, Standing::Acknowledged, String::new()).await?;
    Ok(see_other(&format!("{CONCERNS_PATH}/{}", concern.id)))
}

/// Says what came of it.
pub(super) async fn close(
    permitted: Permitted<Settle>,
    Path(id): Path<String>,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let (writer, concern) = open(permitted, &id).await?;
    let note = filled.typed("note").trim().to_owned();
    if let Some(key) = fault(&note) {
        filled.refuse("note", visit.voice.t(key));
        let again = show::body(&visit, writer.reader(), &concern, &filled);
        return Ok(visit.refused_page("oversight-concern", again).into_response());
    }
    settle(&writer, concern.id, Standing::Closed, note).await?;
    Ok(see_other(CONCERNS_PATH))
}

fn fault(note: &str) -> Option<&'static str> {
    if note.is_empty() {
        return Some("oversight-note-missing");
    }
    let strange = |c: char| c.is_control() && c != '\n' && c != '\r';
    (note.chars().count() > show::NOTE_MOST as usize || note.chars().any(strange)).then_some("oversight-note-form")
}

async fn open(permitted: Permitted<Settle>, id: &str) -> Result<(Writer<Settle>, concern::Concern), Refusal> {
    let resource = show::resource(&permitted, id).await?;
    let writer = permitted.open_to_write(resource).await?;
    let concern = show::find(writer.reader(), id)?;
    Ok((writer, concern))
}

async fn settle(writer: &Writer<Settle>, id: uuid::Uuid, standing: Standing, note: String) -> Result<(), StoreError> {
    let reader = writer.reader();
    let said = (reader.caller().person, reader.now());
    reader.ground().base.write(move |base| concern::settle(base, id, standing, said, &note)).await
}
