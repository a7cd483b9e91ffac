//! The act "take the consolidated table away": CSV for machines, DOCX for people.

use std::sync::Arc;

use axum::extract::Path;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use base::desk::Permitted;
use base::ground::Puebla;
use base::web::{Asked, Filled, Problem, Refusal, Visit, Voice};
use base::words::Language;
use conference::comments::{Answer, Entry, Row, Verdict};
use conference::language::TextLanguage;
use reports::{CommentTable, Guest, Remark, ReportError, Standing, comment_table_docx};

use super::permits::ExportComments;
use super::telling::Told;
use super::{pages, round, saying, telling};
use crate::rounds::{self, fault};

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// Answers the table as a file.
pub(super) async fn page(
    desk: Permitted<ExportComments>,
    visit: Visit,
    Path(reference): Path<String>,
    query: Asked,
) -> Result<Response, Refusal> {
    file(desk, visit, &reference, &query.0).await
}

/// Answers the consolidated table of a round as a file.
#[utoipa::path(
    get,
    path = "/api/v1/comments/{reference}/export",
    operation_id = "export_comments",
    tag = "comments",
    params(
        ("reference" = String, Path, description = "The symbol, with `-` in the place of `/`"),
        ("format" = String, Query, description = "`csv` or `docx`; docs/formats/comments.md"),
        ("language" = Option<String>, Query, description = "Of DOCX: `en`, `es` or `fr`; left out, that of whoever asks")
    ),
    responses(
        (
            status = 200,
            description = "The table",
            content(
                (String = "text/csv"),
                (Vec<u8> = "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
            )
        ),
        (status = 404, description = "No such round", body = Problem),
        (status = 422, description = "No such format or language", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<ExportComments>,
    visit: Visit,
    Path(reference): Path<String>,
    query: Asked,
) -> Result<Response, Refusal> {
    file(desk, visit, &reference, &query.0).await
}

async fn file(
    desk: Permitted<ExportComments>,
    visit: Visit,
    reference: &str,
    asked: &Filled,
) -> Result<Response, Refusal> {
    let (position, resource) = saying::opened(&desk, reference).await?;
    let reader = desk.open(resource).await?;
    let told = telling::told(&reader, position).await?;
    let name = format!("attachment; filename=\"{}", told.round.invited.symbol.in_address());
    match asked.typed("format") {
        // For people it is the plain one; machines say which.
        "" | "csv" => {
            let text = told.account.sheet(&told.round.invitation);
            let heads = [(CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (CONTENT_DISPOSITION, name + ".csv\"")];
            Ok((heads, text).into_response())
        }
        "docx" => {
            let mut voice = visit.voice;
            voice.language = match asked.typed("language") {
                "" => voice.language,
                written => language(written)
                    .ok_or_else(|| Refusal::Invalid(vec![fault("language", "comments-fault-language")]))?,
            };
            let ground = Arc::clone(reader.ground());
            // A long table is some seconds of work: away from the threads that answer.
            let made = tokio::task::spawn_blocking(move || comment_table_docx(&printed(&ground, &voice, &told)));
            let bytes = made.await.map_err(|error| Refusal::Fault(error.to_string()))?.map_err(refusal)?;
            let heads = [(CONTENT_TYPE, DOCX.to_owned()), (CONTENT_DISPOSITION, name + ".docx\"")];
            Ok((heads, bytes).into_response())
        }
        _ => Err(Refusal::Invalid(vec![fault("format", "comments-fault-format")])),
    }
}

fn refusal(error: ReportError) -> Refusal {
    match error {
        ReportError::Long { .. } => Refusal::conflict("comments-fault-docx-long"),
        // No part of a DOCX is left out of any build.
        ReportError::NotBuilt => Refusal::Fault(error.to_string()),
        ReportError::Failed(why) => Refusal::Fault(why),
    }
}

fn language(code: &str) -> Option<Language> {
    [Language::En, Language::Es, Language::Fr].into_iter().find(|language| language.tag() == code)
}

/// Answers the table in the reader's language; an observer is named as one, for the document has one table.
fn printed(ground: &Puebla, voice: &Voice, told: &Told) -> CommentTable {
    let (account, invited) = (&told.account, &told.round.invited);
    let profile = ground.identity.profile();
    let name = |party, asked: bool| {
        let name = ground.identity.party_name(party, voice.language);
        if asked { name } else { voice.tn("comments-observer-named", &[("party", name.into())]).into_owned() }
    };
    let guests = |asked: bool| {
        let parties = account.guests.iter().filter(|(_, guest)| guest.invited == asked).map(|(party, _)| *party);
        pages::names(ground, voice, parties).into_iter().filter_map(|(_, party)| {
            let guest = account.guests.get(&party)?;
            let standing = match guest.answer {
                Answer::NotYet => Standing::NotYet(guest.deadline),
                Answer::Answered { at, late } => Standing::Answered { at, late },
                Answer::Silent => Standing::Silent,
            };
            Some(Guest { name: name(party, guest.invited), invited: guest.invited, standing })
        })
    };
    let comment = |entry: &Entry| {
        let asked = account.guests.get(&entry.by.party).is_some_and(|guest| guest.invited);
        reports::Comment {
            party: name(entry.by.party, asked),
            at: entry.at,
            late: entry.late,
            remark: Remark { language: Some(spoken(entry.language)), text: entry.text.to_string() },
            reply: entry.reply.as_ref().map(|reply| reports::Reply {
                verdict: verdict(reply.verdict),
                remark: Remark { language: None, text: reply.text.to_string() },
            }),
        }
    };
    let row = |row: &Row| {
        let paragraph = told.round.paragraph(row.place);
        let text = paragraph.map(|paragraph| match voice.language {
            Language::Es => Remark { language: Some(Language::Es), text: paragraph.es.clone() },
            Language::En | Language::Fr => Remark { language: Some(Language::En), text: paragraph.en.clone() },
        });
        reports::Row {
            paragraph: paragraph.map(|paragraph| paragraph.name.clone()),
            text,
            comments: row.entries.iter().map(comment).collect(),
        }
    };
    CommentTable {
        language: voice.language,
        zone: voice.zone.clone(),
        made_at: voice.now,
        process: profile.name.in_language(voice.language).to_owned(),
        symbol: invited.symbol.to_string(),
        title: rounds::title(voice, &invited.title_en, &invited.title_es).to_owned(),
        deadline: round::ends_at(account),
        guests: guests(true).chain(guests(false)).collect(),
        rows: account.table.iter().map(row).collect(),
    }
}

const fn spoken(language: TextLanguage) -> Language {
    match language {
        TextLanguage::English => Language::En,
        TextLanguage::Spanish => Language::Es,
        TextLanguage::French => Language::Fr,
    }
}

const fn verdict(verdict: Verdict) -> reports::Verdict {
    match verdict {
        Verdict::Taken => reports::Verdict::Taken,
        Verdict::PartlyTaken => reports::Verdict::PartlyTaken,
        Verdict::NotTaken => reports::Verdict::NotTaken,
        Verdict::Noted => reports::Verdict::Noted,
    }
}
