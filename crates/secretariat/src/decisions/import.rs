//! The act "have a text read into drafts": a file or a pasted text of one meeting. Nothing is entered as decided.

use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use base::access::Resource;
use base::desk::{Permitted, Writer};
use base::ids::new_id;
use base::web::fields::{self, Field};
use base::web::tables::{Column, Table, table};
use base::web::{Asked, Filled, InputFault, Posted, Problem, Refusal, Upload, UploadPart, Visit, see_other};
use conference::import::{FILE_BYTES_MAX, Progress, read};
use maud::{Markup, html};

use super::api::DraftsShown;
use super::drafts::{self, DRAFTS_MAX, Set};
use super::entries::DecisionEntry;
use super::form::{self, fault};
use super::permits::{ImportDeclaration, ShowDrafts};
use super::{reading, said, set};
use crate::meetings::{self, Symbol};

/// The longest text that a form takes, in characters; a longer one comes as a file.
const PASTED_CHARS_MAX: u32 = 60_000;
/// The longest name of a file that is kept.
const NAME_CHARS_MAX: usize = 120;

/// Shows the sets that are being worked on, and the forms for a new one.
pub(super) async fn page(desk: Permitted<ShowDrafts>, visit: Visit) -> Result<Markup, Refusal> {
    let reader = desk.open(Resource::room()).await?;
    let sets = reader.ask(drafts::sets)?;
    Ok(visit.page(
        "decisions-imports",
        html! {
            (forms(&visit, &Filled::new()))
            (listed(&visit, &sets))
            p { a href="/decisions" { (visit.voice.t("decisions-back")) } }
        },
    ))
}

/// Takes a file.
pub(super) async fn submit(
    desk: Permitted<ImportDeclaration>,
    visit: Visit,
    mut upload: Upload,
) -> Result<Response, Refusal> {
    let mut meeting = String::new();
    let (mut desk, mut taken) = (Some(desk), None);
    while let Some(part) = upload.next().await? {
        match part {
            UploadPart::Field(name, value) if name == "meeting" => meeting = value,
            UploadPart::Field(..) => {}
            UploadPart::File(_, name, content) => {
                // Whoever may not import is told before the file is read.
                let Some(desk) = desk.take() else { continue };
                let writer = desk.open_to_write(Resource::room_about(about(&meeting))).await?;
                taken = Some((writer, name, whole(content).await?));
            }
        }
    }
    let refused = |faults: &[InputFault]| {
        let mut filled = Filled::new().with("meeting", &meeting);
        filled.refuse_each(&visit.voice, faults);
        Ok(visit.refused_page("decisions-imports", forms(&visit, &filled)).into_response())
    };
    let Some((writer, name, bytes)) = taken.filter(|(_, _, bytes)| !bytes.is_empty()) else {
        if let Some(desk) = desk {
            desk.open_with_outcome(Resource::room(), "form").await?;
        }
        return refused(&[fault("file", "decisions-fault-file")]);
    };
    match keep(&writer, &meeting, "meeting", name, bytes).await {
        Ok(id) => Ok(see_other(&format!("/decisions/imports/{id}"))),
        Err(Refusal::Invalid(faults)) => refused(&faults),
        Err(refusal) => Err(refusal),
    }
}

/// Takes a text that was pasted.
pub(super) async fn pasted(
    desk: Permitted<ImportDeclaration>,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let meeting = filled.typed("pasted_meeting").to_owned();
    let writer = desk.open_to_write(Resource::room_about(about(&meeting))).await?;
    let bytes = filled.typed("text").as_bytes().to_vec();
    match keep(&writer, &meeting, "pasted_meeting", String::new(), bytes).await {
        Ok(id) => Ok(see_other(&format!("/decisions/imports/{id}"))),
        Err(Refusal::Invalid(faults)) => {
            let faults = faults.into_iter().map(|fault| match fault.field.as_str() {
                "file" => InputFault { field: "text".to_owned(), ..fault },
                _ => fault,
            });
            filled.refuse_each(&visit.voice, &faults.collect::<Vec<_>>());
            Ok(visit.refused_page("decisions-imports", forms(&visit, &filled)).into_response())
        }
        Err(refusal) => Err(refusal),
    }
}

/// Has a text read into drafts. The body is the file itself: text, HTML or DOCX, up to 20 MiB.
#[utoipa::path(
    post,
    path = "/api/v1/decisions/imports",
    operation_id = "import_declaration",
    tag = "decisions",
    params(
        ("meeting" = String, Query, description = "Symbol of the meeting that adopted the text"),
        ("name" = Option<String>, Query, description = "What to call it, such as the file's name")
    ),
    request_body(content(("application/octet-stream")), description = "docs/formats/declaration.md"),
    responses(
        (
            status = 201,
            description = "Read; a person confirms each draft",
            body = DraftsShown,
            links(("drafts" = (operation_id = "show_drafts", parameters(("id" = "$response.body#/id")))))
        ),
        (status = 422, description = "The text cannot be read, or the meeting is not known", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<ImportDeclaration>,
    query: Asked,
    request: Request,
) -> Result<Response, Refusal> {
    let meeting = query.0.typed("meeting").to_owned();
    let writer = desk.open_to_write(Resource::room_about(about(&meeting))).await?;
    let too_large = |_| Refusal::TooLarge { limit_bytes: FILE_BYTES_MAX };
    let bytes = axum::body::to_bytes(request.into_body(), FILE_BYTES_MAX).await.map_err(too_large)?;
    let id = keep(&writer, &meeting, "meeting", query.0.typed("name").to_owned(), bytes.to_vec()).await?;
    let shown = set::shown(writer.reader(), &id, 0)?;
    let place = [(header::LOCATION, format!("/api/v1/decisions/imports/{id}"))];
    Ok((StatusCode::CREATED, place, axum::Json(shown)).into_response())
}

/// Has a text read into drafts, from a thread of its own; answers the set's id.
///
/// Errors: `Invalid` where the text cannot be read or the meeting is not known.
pub fn import_declaration(
    writer: &Writer<ImportDeclaration>,
    meeting: &str,
    name: &str,
    bytes: &[u8],
    progress: &mut dyn FnMut(Progress),
) -> Result<DraftsShown, Refusal> {
    let (symbol, ended_on) = meeting_of(writer, meeting, "meeting")?;
    let reading = read(bytes, Some(ended_on), progress).map_err(|error| unread(&error))?;
    let (id, entries) = kept(writer, &reading, symbol, name)?;
    writer.append_blocking(move |room| entries.iter().try_for_each(|entry| room.append(entry).map(|_| ())))?;
    set::shown(writer.reader(), &id, 0)
}

/// Reads a text away from the threads that answer, and keeps what was read.
async fn keep(
    writer: &Writer<ImportDeclaration>,
    meeting: &str,
    field: &str,
    name: String,
    bytes: Vec<u8>,
) -> Result<String, Refusal> {
    let (symbol, ended_on) = meeting_of(writer, meeting, field)?;
    let reading = writer.reader().ask_long(move |_| Ok(read(&bytes, Some(ended_on), &mut |_| {}))).await?;
    let reading = reading.map_err(|error| unread(&error))?;
    let (id, entries) = kept(writer, &reading, symbol, &name)?;
    writer
        .append(move |room| entries.iter().try_for_each(|entry| room.append(entry).map(|_| ())).map_err(Refusal::from))
        .await?;
    Ok(id)
}

fn meeting_of(
    writer: &Writer<ImportDeclaration>,
    meeting: &str,
    field: &str,
) -> Result<(Symbol, jiff::civil::Date), Refusal> {
    let unknown = || Refusal::Invalid(vec![fault(field, "decisions-fault-meeting-unknown")]);
    let symbol = form::symbol(field, meeting).map_err(|fault| Refusal::Invalid(vec![fault]))?;
    let meeting = writer.reader().ask(|now| meetings::one(now, &symbol))?.ok_or_else(unknown)?;
    Ok((symbol, meeting.last_on))
}

fn unread(error: &conference::import::ImportError) -> Refusal {
    Refusal::Invalid(vec![InputFault::field("file", "unreadable", said::unreadable(error))])
}

fn kept(
    writer: &Writer<ImportDeclaration>,
    reading: &conference::import::Reading,
    meeting: Symbol,
    name: &str,
) -> Result<(String, Vec<DecisionEntry>), Refusal> {
    if reading.drafts.is_empty() {
        return Err(Refusal::Invalid(vec![fault("file", "decisions-fault-nothing")]));
    }
    if reading.drafts.len() > DRAFTS_MAX {
        return Err(Refusal::Invalid(vec![fault("file", "decisions-fault-drafts-many")]));
    }
    let reader = writer.reader();
    let id = new_id(reader.now()).to_string();
    let name = name.chars().filter(|c| !c.is_control()).take(NAME_CHARS_MAX).collect();
    let (imported, drafted) = reading::entries(reader.ground(), reading, &id, meeting, name);
    let entries =
        std::iter::once(DecisionEntry::Imported(imported)).chain(drafted.into_iter().map(DecisionEntry::Drafted));
    Ok((id, entries.collect()))
}

/// Takes a file's bytes, and no more than are read.
pub(super) async fn whole(mut content: axum::extract::multipart::Field<'_>) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    let cut = |_| Refusal::field("", "cut-short", "refusal-cut-short");
    while let Some(piece) = content.chunk().await.map_err(cut)? {
        if bytes.len() + piece.len() > FILE_BYTES_MAX {
            return Err(Refusal::TooLarge { limit_bytes: FILE_BYTES_MAX });
        }
        bytes.extend_from_slice(&piece);
    }
    Ok(bytes)
}

fn about(meeting: &str) -> String {
    meeting.parse().map(|symbol: Symbol| symbol.to_string()).unwrap_or_default()
}

fn forms(visit: &Visit, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let meeting = |name| {
        Field::new(name, "decisions-meeting").hint("decisions-meeting-hint").mono().max_length(60).autocomplete("off")
    };
    let file = Field::new("file", "decisions-file").hint("decisions-file-hint").accept(".txt,.html,.htm,.docx");
    let text = Field::new("text", "decisions-pasted").rows(8).max_length(PASTED_CHARS_MAX);
    html! {
        h1 { (voice.t("decisions-imports")) }
        (fields::error_summary(voice, filled))
        p { (voice.t("decisions-imports-about")) }
        (fields::upload_form("/decisions/imports", visit.csrf(), html! {
            (fields::text_input(voice, filled, &meeting("meeting")))
            (fields::file_input(voice, filled, &file))
            (fields::submit_row(voice, "decisions-file-send", None))
        }))
        h2 { (voice.t("decisions-paste")) }
        (fields::form("/decisions/imports/pasted", visit.csrf(), html! {
            (fields::text_input(voice, filled, &meeting("pasted_meeting")))
            (fields::textarea(voice, filled, &text))
            (fields::submit_row(voice, "decisions-paste-send", None))
        }))
    }
}

fn listed(visit: &Visit, sets: &[Set]) -> Markup {
    let voice = &visit.voice;
    let rows = sets.iter().map(|set| {
        let name = if set.name.is_empty() { voice.t("decisions-pasted-name").into_owned() } else { set.name.clone() };
        vec![
            html! { a href={ "/decisions/imports/" (set.id) } { (name) } },
            html! { (set.meeting) },
            voice.instant(set.at),
        ]
    });
    let heading = |key| Column::text(voice.t(key).into_owned());
    let columns = vec![heading("decisions-file"), heading("decisions-meeting"), heading("decisions-read-at")];
    let caption = voice.t("decisions-sets").into_owned();
    table(voice, &Table { id: "sets", caption, columns, rows: rows.collect(), empty: "decisions-sets-empty" })
}
