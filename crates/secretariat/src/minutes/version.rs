//! The act "look at one revision": its text, and what it says differently from the one before.

use axum::extract::Path;
use base::access::Permit;
use base::desk::{Permitted, Reader};
use base::web::{Asked, Problem, Refusal, Visit, parts};
use base::words::Language;
use maud::{Markup, html};

use super::api::MinutesTextShown;
use super::permits::ShowMinutes;
use super::queries::{self, Minutes, Revision};
use super::show;
use crate::differences;

/// Shows a revision beside the one before it, or beside the one that the address names.
pub(super) async fn page(
    desk: Permitted<ShowMinutes>,
    visit: Visit,
    Path((reference, language, version)): Path<(String, String, String)>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let resource = desk.about(|now| queries::resource_of_revision(now, &reference, &language, &version)).await?;
    let reader = desk.open(resource).await?;
    let minutes = show::minutes(&reader, &reference)?;
    let revision = one(&reader, &minutes, &language, &version)?;
    let drafts = show::sees_drafts(&reader, &minutes.meeting.symbol);
    // What an address names wrongly is left out: the one before is what most want.
    let earlier = query.0.typed("before").parse().ok().filter(|earlier| *earlier < revision.revision);
    let earlier = earlier.unwrap_or(revision.revision - 1);
    let before = if drafts {
        reader.ask(|now| queries::one(now, &minutes.meeting.symbol, revision.language, earlier))?
    } else {
        None
    };
    let (voice, name) = (&visit.voice, revision.language.own_name());
    let named = |turn: u32| voice.tn("minutes-revision-of", &[("revision", turn.into())]);
    let body = html! {
        (show::heading(voice, &minutes))
        p { strong { (name) ", " (named(revision.revision)) } " " (voice.instant(revision.at)) @if !revision.note.is_empty() { ". " (revision.note) } }
        @match &before {
            Some(before) => {
                (parts::card("changes", &voice.tn("minutes-against", &[("revision", before.revision.into())]), html! {
                    p { small { (voice.t("minutes-against-about")) } }
                    (differences::drawn(voice, revision.language, &differences::between(&before.text, &revision.text)))
                }))
            },
            None if drafts => p { (voice.t("minutes-first")) },
            None => {},
        }
        (parts::card("text", &named(revision.revision), show::prose(revision.language, &revision.text)))
        p { a href=(show::path(&minutes.meeting.symbol)) { (voice.t("minutes-all")) } }
    };
    Ok(visit.page("minutes-title", body))
}

/// Answers one revision of the minutes in one language.
#[utoipa::path(
    get,
    path = "/api/v1/meetings/{reference}/minutes/{language}/{version}",
    operation_id = "show_minutes_revision",
    tag = "minutes",
    params(
        ("reference" = String, Path, description = "The meeting's symbol, with `-` in the place of `/`"),
        ("language" = String, Path, description = "`en`, `es` or `fr`"),
        ("version" = u32, Path, description = "Which revision, from 1")
    ),
    responses(
        (status = 200, description = "The revision", body = MinutesTextShown),
        (status = 404, description = "No such revision that one may see", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<ShowMinutes>,
    Path((reference, language, version)): Path<(String, String, String)>,
) -> Result<axum::Json<MinutesTextShown>, Refusal> {
    let resource = desk.about(|now| queries::resource_of_revision(now, &reference, &language, &version)).await?;
    let reader = desk.open(resource).await?;
    let minutes = show::minutes(&reader, &reference)?;
    Ok(axum::Json(MinutesTextShown::of(&one(&reader, &minutes, &language, &version)?)))
}

fn one<P: Permit>(reader: &Reader<P>, minutes: &Minutes, language: &str, version: &str) -> Result<Revision, Refusal> {
    let language = Language::parse(language).ok_or(Refusal::NotFound)?;
    let turn = version.parse().map_err(|_| Refusal::NotFound)?;
    // The last one is read already, without what whoever reads may not see of it.
    if let Some(last) = minutes.text(language).filter(|last| last.revision == turn) {
        return Ok(last.clone());
    }
    let found = reader.ask(|now| queries::one(now, &minutes.meeting.symbol, language, turn))?;
    found.ok_or(Refusal::NotFound)
}
