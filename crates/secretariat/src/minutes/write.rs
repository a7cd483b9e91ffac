//! The act "write a revision of the minutes". Of two who began on the same revision the second sees both texts side by side.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base::desk::{Entries, Permitted, Writer};
use base::store::StoreError;
use base::web::fields::{self, Field};
use base::web::{Filled, InputFault, Posted, Problem, Refusal, Said, Sent, Visit, parts, see_other};
use base::words::Language;
use maud::{Markup, html};
use serde::Serialize;

use super::api::{MinutesTextShown, NewMinutes};
use super::entries::{MinutesEntry, Written};
use super::permits::WriteMinutes;
use super::queries::{self, Minutes, REVISIONS_MAX, Revision};
use super::show;
use super::text::{self, MINUTES_CHARS_MAX, NOTE_CHARS_MAX, Unfit};
use crate::differences;
use crate::meetings::Symbol;

/// Shows the form, filled in with the last revision.
pub(super) async fn page(
    desk: Permitted<WriteMinutes>,
    visit: Visit,
    Path((reference, language)): Path<(String, String)>,
) -> Result<Markup, Refusal> {
    let resource = desk.about(|now| queries::resource(now, &reference)).await?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let language = Language::parse(&language).ok_or(Refusal::NotFound)?;
    let minutes = show::minutes(&reader, &reference)?;
    refuse_frozen(&minutes)?;
    let last = minutes.text(language);
    let filled = Filled::new()
        .with("text", last.map(|last| last.text.clone()).unwrap_or_default())
        .with("based_on", last.map_or(0, |last| last.revision).to_string());
    Ok(visit.page("minutes-write-title", markup(&visit, &minutes, language, &filled)))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<WriteMinutes>,
    visit: Visit,
    Path((reference, language)): Path<(String, String)>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(|now| queries::resource(now, &reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    let language = Language::parse(&language).ok_or(Refusal::NotFound)?;
    let minutes = show::minutes(writer.reader(), &reference)?;
    let new = NewMinutes {
        based_on: filled.typed("based_on").parse().unwrap_or(0),
        text: filled.typed("text").to_owned(),
        note: filled.typed("note").to_owned(),
    };
    match enter(&writer, &minutes, language, &new).await {
        Ok(Outcome::Written(_)) => Ok(see_other(&format!("{}?done=written", show::path(&minutes.meeting.symbol)))),
        Ok(Outcome::Overtaken { base, theirs }) => {
            let page = merge(&visit, &minutes, base.as_ref(), &theirs, &filled);
            let (_, page) = visit.refused_page("minutes-merge", page);
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(Refusal::Invalid(faults)) => {
            for fault in faults {
                filled.refuse(&fault.field, visit.voice.say(&fault.said));
            }
            let page = markup(&visit, &minutes, language, &filled);
            Ok(visit.refused_page("minutes-write-title", page).into_response())
        }
        Err(Refusal::Conflict(said)) => {
            filled.refuse_form(visit.voice.say(&said));
            let (_, page) = visit.refused_page("minutes-write-title", not_kept(&visit, &minutes, language, &filled));
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(refusal) => Err(refusal),
    }
}

/// A problem that carries both texts, so that a machine can put them together.
#[derive(Serialize)]
struct OvertakenProblem<'a> {
    #[serde(flatten)]
    problem: Problem,
    /// What stands now.
    theirs: MinutesTextShown,
    /// What was sent.
    yours: &'a str,
}

/// Writes a revision of the minutes in one language.
#[utoipa::path(
    post,
    path = "/api/v1/meetings/{reference}/minutes/{language}",
    operation_id = "write_minutes",
    tag = "minutes",
    params(
        ("reference" = String, Path, description = "The meeting's symbol, with `-` in the place of `/`"),
        ("language" = String, Path, description = "`en`, `es` or `fr`")
    ),
    request_body = NewMinutes,
    responses(
        (status = 200, description = "Written; the text as it stands now", body = MinutesTextShown),
        (status = 404, description = "No such meeting or language", body = Problem),
        (
            status = 409,
            description = "The minutes are adopted, the meeting is cancelled, or somebody wrote another revision since: then \
                           `theirs` has what stands now and `yours` what was sent",
            body = Problem
        ),
        (status = 422, description = "Something in it cannot be used, or nothing would change", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<WriteMinutes>,
    visit: Visit,
    Path((reference, language)): Path<(String, String)>,
    Sent(sent): Sent<NewMinutes>,
) -> Result<Response, Refusal> {
    let resource = desk.about(|now| queries::resource(now, &reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    let language = Language::parse(&language).ok_or(Refusal::NotFound)?;
    let minutes = show::minutes(writer.reader(), &reference)?;
    match enter(&writer, &minutes, language, &sent).await? {
        Outcome::Written(revision) => Ok(axum::Json(MinutesTextShown::of(&revision)).into_response()),
        Outcome::Overtaken { theirs, .. } => {
            let problem = Problem::of(&Refusal::conflict("minutes-fault-overtaken"), &visit.voice);
            let both = OvertakenProblem { problem, theirs: MinutesTextShown::of(&theirs), yours: &sent.text };
            let mut response = (StatusCode::CONFLICT, axum::Json(both)).into_response();
            let media_type = axum::http::HeaderValue::from_static("application/problem+json");
            response.headers_mut().insert(axum::http::header::CONTENT_TYPE, media_type);
            Ok(response)
        }
    }
}

/// Writes a revision of the minutes, from a thread of its own.
///
/// Errors: `NotFound` where there is no such meeting, `Conflict` where the minutes are adopted or were written meanwhile,
/// `Invalid` with every fault.
pub fn write_minutes(
    writer: &Writer<WriteMinutes>,
    meeting: &Symbol,
    language: Language,
    new: &NewMinutes,
) -> Result<(), Refusal> {
    let minutes = writer.reader().ask(|now| queries::of(now, meeting))?.ok_or(Refusal::NotFound)?;
    let written = read(&minutes, language, new).map_err(Refusal::Invalid)?;
    match writer.append_blocking(move |entries| record(entries, language, written))? {
        Outcome::Written(_) => Ok(()),
        Outcome::Overtaken { .. } => Err(Refusal::conflict("minutes-fault-overtaken")),
    }
}

/// What came of saving a text.
enum Outcome {
    /// It is the next revision.
    Written(Revision),
    /// Somebody was faster: the revision that the text rests on, and the one that stands now.
    Overtaken { base: Option<Revision>, theirs: Revision },
}

async fn enter(
    writer: &Writer<WriteMinutes>,
    minutes: &Minutes,
    language: Language,
    new: &NewMinutes,
) -> Result<Outcome, Refusal> {
    refuse_frozen(minutes)?;
    let written = read(minutes, language, new).map_err(Refusal::Invalid)?;
    writer.append(move |entries| record(entries, language, written)).await
}

/// A text that was read, and the revision it rests on.
struct Read {
    meeting: Symbol,
    based_on: u32,
    text: String,
    note: String,
}

fn read(minutes: &Minutes, language: Language, new: &NewMinutes) -> Result<Read, Vec<InputFault>> {
    let mut faults = Vec::new();
    let text = text::parse(&new.text).map_err(|unfit| match unfit {
        Unfit::Blank => faults.push(fault("text", "minutes-fault-blank")),
        Unfit::Unprintable => faults.push(fault("text", "minutes-fault-text")),
    });
    let note = new.note.split_whitespace().collect::<Vec<_>>().join(" ");
    if note.chars().count() > NOTE_CHARS_MAX || note.chars().any(char::is_control) {
        faults.push(fault("note", "minutes-fault-note"));
    }
    // Nobody can rest on what was never written.
    let last = minutes.text(language).map_or(0, |last| last.revision);
    if new.based_on > last {
        faults.push(fault("based_on", "minutes-fault-based-on"));
    }
    match text {
        Ok(text) if faults.is_empty() => {
            Ok(Read { meeting: minutes.meeting.symbol.clone(), based_on: new.based_on, text, note })
        }
        _ => Err(faults),
    }
}

/// Says what is wrong with a field; the code is what follows the room's prefix.
pub(super) fn fault(field: &str, key: &'static str) -> InputFault {
    InputFault::field(field, key.strip_prefix("minutes-fault-").unwrap_or(key), Said::plain(key))
}

/// Refuses where nothing can be written any more.
pub(super) fn refuse_frozen(minutes: &Minutes) -> Result<(), Refusal> {
    if minutes.adopted.is_some() {
        return Err(Refusal::conflict("minutes-fault-adopted"));
    }
    if minutes.meeting.is_cancelled() {
        return Err(Refusal::conflict("minutes-fault-cancelled"));
    }
    Ok(())
}

fn record(entries: &Entries<'_, MinutesEntry>, language: Language, read: Read) -> Result<Outcome, Refusal> {
    // Asked again inside the transaction: of two who save at once, one comes second.
    let now = entries.now();
    let minutes = queries::of(now, &read.meeting)?.ok_or(Refusal::NotFound)?;
    refuse_frozen(&minutes)?;
    let last = minutes.text(language);
    if let Some(theirs) = last.filter(|last| last.revision != read.based_on) {
        let base = queries::one(now, &read.meeting, language, read.based_on)?;
        return Ok(Outcome::Overtaken { base, theirs: theirs.clone() });
    }
    if last.is_some_and(|last| last.text == read.text) {
        return Err(Refusal::Invalid(vec![fault("text", "minutes-fault-unchanged")]));
    }
    let revision = read.based_on + 1;
    if revision > REVISIONS_MAX {
        return Err(Refusal::conflict("minutes-fault-revisions"));
    }
    entries.append(&MinutesEntry::Written(Written {
        meeting: read.meeting.clone(),
        language: language.tag().to_owned(),
        revision,
        text: read.text,
        note: read.note,
    }))?;
    let written = queries::last(now, &read.meeting, language)?;
    Ok(Outcome::Written(written.ok_or(StoreError::Damaged("a revision that was just written".to_owned()))?))
}

fn markup(visit: &Visit, minutes: &Minutes, language: Language, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    html! {
        (show::heading(voice, minutes))
        (fields::error_summary(voice, filled))
        p { (voice.t("minutes-write-about")) }
        (form(visit, minutes, language, filled, filled.typed("based_on")))
    }
}

fn form(visit: &Visit, minutes: &Minutes, language: Language, filled: &Filled, based_on: &str) -> Markup {
    let (voice, path) = (&visit.voice, show::path(&minutes.meeting.symbol));
    let label = voice.tn("minutes-text", &[("language", language.own_name().into())]);
    let longest = MINUTES_CHARS_MAX as u32;
    let text = Field::labelled("text", label).hint("minutes-text-hint").rows(20).max_length(longest);
    let note = Field::new("note", "minutes-note").optional().max_length(NOTE_CHARS_MAX as u32).autocomplete("off");
    let cancel = html! { a .button .plain href=(path) { (voice.t("form-cancel")) } };
    fields::form(
        &format!("{path}/{}", language.tag()),
        visit.csrf(),
        html! {
            (fields::hidden("based_on", based_on))
            (fields::textarea(voice, filled, &text))
            (fields::text_input(voice, filled, &note))
            (fields::submit_row(voice, "minutes-write-send", Some(cancel)))
        },
    )
}

/// Draws what was typed where nothing can be written any more, so that whoever typed it can take it elsewhere.
fn not_kept(visit: &Visit, minutes: &Minutes, language: Language, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let note = filled.typed("note");
    html! {
        (show::heading(voice, minutes))
        (fields::error_summary(voice, filled))
        p { (voice.t("minutes-not-kept")) }
        (parts::card("yours", &voice.t("minutes-yours"), html! {
            @if !note.is_empty() { p { (note) } }
            (show::prose(language, filled.typed("text")))
        }))
        p { a href=(show::path(&minutes.meeting.symbol)) { (voice.t("minutes-all")) } }
    }
}

/// Draws both texts: theirs with what they changed, and the form with what was typed. To save again is to have seen theirs.
fn merge(visit: &Visit, minutes: &Minutes, base: Option<&Revision>, theirs: &Revision, filled: &Filled) -> Markup {
    let (voice, language) = (&visit.voice, theirs.language);
    let before = base.map_or("", |base| base.text.as_str());
    let typed = text::parse(filled.typed("text")).unwrap_or_default();
    let revision = theirs.revision.to_string();
    html! {
        (show::heading(voice, minutes))
        (parts::notice(parts::Tone::Soon, html! {
            p { strong { (voice.t("minutes-merge")) } }
            p { (voice.t("minutes-merge-about")) }
        }))
        div .beside {
            section aria-labelledby="theirs" {
                h2 #theirs { (voice.tn("minutes-theirs", &[("revision", theirs.revision.into())])) }
                p { (voice.instant(theirs.at)) @if !theirs.note.is_empty() { ". " (theirs.note) } }
                p { small { (voice.t("minutes-theirs-about")) } }
                (differences::drawn(voice, language, &differences::between(before, &theirs.text)))
            }
            section aria-labelledby="yours" {
                h2 #yours { (voice.t("minutes-yours")) }
                @if differences::same(&typed, &theirs.text) { p { (voice.t("minutes-same")) } }
                (form(visit, minutes, language, filled, &revision))
            }
        }
    }
}
