//! The act "bring a text of a document": a file in one language, which becomes that language's next version.

use axum::body::to_bytes;
use axum::extract::{FromRequest, Path, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base::desk::{Permitted, Writer};
use base::web::fields::{self, Choice, Field};
use base::web::{Asked, Filled, InputFault, Problem, Refusal, Upload, UploadPart, Visit, see_other};
use base::words::Language;
use maud::{Markup, html};

use super::api::PaperShown;
use super::entries::{Brought, PaperEntry};
use super::file::{fault, languages, line};
use super::paper::{FILE_BYTES_MAX, Format, TEXT_CHARS_MAX};
use super::permits::AddText;
use super::queries::{self, Paper};
use super::show;

/// The most versions that a document has in one language: its page shows them all.
const VERSIONS_MAX: u32 = 100;

/// A text that was read and is to be brought.
struct Read {
    language: Language,
    authentic: bool,
    format: Format,
    note: String,
    content: Vec<u8>,
}

/// Shows the form.
pub(super) async fn page(
    desk: Permitted<AddText>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let resource = desk.about(|now| queries::resource(now, &reference)).await?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let paper = show::paper(&reader, &reference)?;
    let filled = Filled::new().with("language", paper.original.tag()).with("authentic", "yes");
    Ok(visit.page("papers-add", markup(&visit, &paper, &filled)))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<AddText>,
    visit: Visit,
    Path(reference): Path<String>,
    request: Request,
) -> Result<Response, Refusal> {
    let resource = desk.about(|now| queries::resource(now, &reference)).await?;
    // Whoever may not bring a text is told before the file is read.
    let writer = desk.open_to_write(resource).await?;
    let paper = show::paper(writer.reader(), &reference)?;
    let mut upload = Upload::from_request(request, writer.reader().ground()).await?;
    let (mut filled, mut file_name, mut content) = (Filled::new(), String::new(), Vec::new());
    while let Some(part) = upload.next().await? {
        match part {
            UploadPart::Field(name, value) => filled = filled.with(&name, value),
            UploadPart::File(_, name, mut arriving) => {
                file_name = name;
                let cut = |_| Refusal::field("", "cut-short", "refusal-cut-short");
                while let Some(piece) = arriving.chunk().await.map_err(cut)? {
                    if content.len() + piece.len() > FILE_BYTES_MAX {
                        return Err(Refusal::TooLarge { limit_bytes: FILE_BYTES_MAX });
                    }
                    content.extend_from_slice(&piece);
                }
            }
        }
    }
    let format = Format::of(&file_name, &content);
    let authentic = match filled.typed("authentic") {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    match read((filled.typed("language"), authentic, filled.typed("note")), format, content) {
        Ok(read) => {
            enter(&writer, &paper, read).await?;
            Ok(see_other(&format!("/papers/{}?done=added", paper.symbol.in_address())))
        }
        Err(faults) => {
            for fault in faults {
                filled.refuse(&fault.field, visit.voice.say(&fault.said));
            }
            Ok(visit.refused_page("papers-add", markup(&visit, &paper, &filled)).into_response())
        }
    }
}

/// Brings a text of a document. The body is the file itself.
#[utoipa::path(
    post,
    path = "/api/v1/papers/{reference}/texts",
    operation_id = "add_text",
    tag = "papers",
    params(
        ("reference" = String, Path, description = "The symbol, with `-` in the place of `/`"),
        ("language" = Option<String>, Query, description = "`en`, `es` or `fr`; the original language when left out"),
        ("authentic" = Option<bool>, Query, description = "`false` for a translation; when left out, so unless in the original language"),
        ("format" = Option<String>, Query, description = "`pdf`, `docx`, `txt` or `html`; all but the last seen from the content when left out")
    ),
    request_body(content(("application/octet-stream")), description = "docs/formats/papers.md"),
    responses(
        (status = 201, description = "Brought; the document as it stands now", body = PaperShown),
        (status = 404, description = "No such document that one may see", body = Problem),
        (status = 409, description = "The document has a hundred versions in this language", body = Problem),
        (status = 413, description = "The file has more than 8 MiB", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem),
        (status = 507, description = "The disk is full; nothing was kept", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<AddText>,
    Path(reference): Path<String>,
    query: Asked,
    request: Request,
) -> Result<Response, Refusal> {
    let resource = desk.about(|now| queries::resource(now, &reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    let paper = show::paper(writer.reader(), &reference)?;
    let body = to_bytes(request.into_body(), FILE_BYTES_MAX).await;
    let content = body.map_err(|_| Refusal::TooLarge { limit_bytes: FILE_BYTES_MAX })?.to_vec();
    let asked = |name: &'static str| query.0.chosen(name).next();
    // What is left out follows from the document and from the content.
    let format = match asked("format") {
        Some(named) => Format::parse(named).filter(|format| format.fits(&content)),
        None => [Format::Pdf, Format::Docx, Format::Txt].into_iter().find(|format| format.fits(&content)),
    };
    let language = asked("language").unwrap_or(paper.original.tag());
    let authentic = match asked("authentic") {
        Some(said) => said.parse().ok(),
        None => Some(language == paper.original.tag()),
    };
    let read = read((language, authentic, ""), format, content);
    let paper = enter(&writer, &paper, read.map_err(Refusal::Invalid)?).await?;
    let texts = writer.reader().ask(|now| queries::texts(now, &paper.symbol))?;
    Ok((StatusCode::CREATED, axum::Json(PaperShown::of(&paper, &texts))).into_response())
}

/// Reads what stands beside a file, and looks whether the file can be used.
fn read(
    (language, authentic, note): (&str, Option<bool>, &str),
    format: Option<Format>,
    content: Vec<u8>,
) -> Result<Read, Vec<InputFault>> {
    let mut faults = Vec::new();
    let language = Language::parse(language);
    if language.is_none() {
        faults.push(fault("language", "papers-fault-language"));
    }
    if authentic.is_none() {
        faults.push(fault("authentic", "papers-fault-authentic"));
    }
    if content.is_empty() {
        faults.push(fault("file", "papers-fault-file-missing"));
    } else if format.is_none() {
        faults.push(fault("file", "papers-fault-file"));
    }
    let note = line("note", note).map_err(|fault| faults.push(fault)).unwrap_or_default();
    match (language, authentic, format) {
        (Some(language), Some(authentic), Some(format)) if faults.is_empty() => {
            Ok(Read { language, authentic, format, note, content })
        }
        _ => Err(faults),
    }
}

async fn enter(writer: &Writer<AddText>, paper: &Paper, read: Read) -> Result<Paper, Refusal> {
    let reader = writer.reader();
    let ground = std::sync::Arc::clone(reader.ground());
    let Read { language, authentic, format, note, content } = read;
    let size_bytes = content.len() as u64;
    // Durable before the entry that names it: a cut between the two leaves a file that nothing names, and never a name alone.
    let file = reader.ask_long(move |_| ground.files.put(&content)).await?;
    let symbol = paper.symbol.clone();
    let act = move |entries: &base::desk::Entries<'_, PaperEntry>| {
        let version = queries::last_version(entries.now(), &symbol, language)? + 1;
        if version > VERSIONS_MAX {
            return Err(Refusal::conflict("papers-fault-versions"));
        }
        let (symbol_text, language, format) = (symbol.to_string(), language.tag().to_owned(), format.code().to_owned());
        let brought = Brought { symbol: symbol_text, language, version, authentic, format, file, size_bytes, note };
        entries.append(&PaperEntry::Brought(brought))?;
        queries::one(entries.now(), &symbol)?.ok_or(Refusal::NotFound)
    };
    writer.append(act).await
}

/// Brings a plain text of a document, from a thread of its own.
///
/// Errors: `NotFound` where there is no such document.
pub fn add_text(
    writer: &Writer<AddText>,
    symbol: &crate::meetings::Symbol,
    (language, authentic): (Language, bool),
    text: &str,
) -> Result<(), Refusal> {
    let file = writer.reader().ground().files.put(text.as_bytes())?;
    let (symbol, size_bytes) = (symbol.clone(), text.len() as u64);
    writer.append_blocking(move |entries| {
        queries::one(entries.now(), &symbol)?.ok_or(Refusal::NotFound)?;
        let version = queries::last_version(entries.now(), &symbol, language)? + 1;
        let brought = Brought {
            symbol: symbol.to_string(),
            language: language.tag().to_owned(),
            version,
            authentic,
            format: Format::Txt.code().to_owned(),
            file,
            size_bytes,
            note: String::new(),
        };
        entries.append(&PaperEntry::Brought(brought))?;
        Ok(())
    })
}

fn markup(visit: &Visit, paper: &Paper, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let path = format!("/papers/{}", paper.symbol.in_address());
    let authentic =
        [Choice::new("yes", voice.t("papers-authentic-yes")), Choice::new("no", voice.t("papers-authentic-no"))];
    let file = Field::new("file", "papers-text").hint("papers-text-hint").accept(".pdf,.docx,.txt,.html,.htm");
    let note = Field::new("note", "papers-note").hint("papers-note-hint").optional().rows(3);
    html! {
        h1 { (voice.t("papers-add")) }
        (fields::error_summary(voice, filled))
        p { strong { (paper.symbol) } " " (show::title(voice, paper)) }
        p { (voice.t("papers-add-about")) }
        (fields::upload_form(&format!("{path}/add"), visit.csrf(), html! {
            (fields::select(voice, filled, &Field::new("language", "papers-language"), &languages()))
            (fields::radios(voice, filled, &Field::new("authentic", "papers-authentic"), &authentic))
            (fields::textarea(voice, filled, &note.max_length(TEXT_CHARS_MAX as u32)))
            (fields::file_input(voice, filled, &file))
            (fields::submit_row(voice, "papers-add-send", Some(html! { a .button .plain href=(path) { (voice.t("form-cancel")) } })))
        }))
    }
}
