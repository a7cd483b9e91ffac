//! The act "read the minutes of a meeting": what stands now in each language, what is missing, and every revision there was.

use axum::extract::Path;
use base::access::Permit;
use base::desk::{Permitted, Reader};
use base::web::parts::{self, Tone};
use base::web::tables::{Column, Table, table};
use base::web::{Asked, Problem, Refusal, Visit, Voice};
use base::words::Language;
use maud::{Markup, html};

use super::api::MinutesShown;
use super::permits::{AdoptMinutes, ShowMinutes, WriteMinutes};
use super::queries::{self, Listed, Minutes};
use crate::differences::paragraphs;
use crate::meetings::{self, MEMBERS_ONLY, Symbol};

/// Reads the minutes that were opened. What was changed on the way to a text is said only to whoever may read the drafts.
pub(super) fn minutes<P: Permit>(reader: &Reader<P>, reference: &str) -> Result<Minutes, Refusal> {
    let symbol = Symbol::from_address(reference).map_err(|_| Refusal::NotFound)?;
    let mut minutes = reader.ask(|now| queries::of(now, &symbol))?.ok_or(Refusal::NotFound)?;
    if !sees_drafts(reader, &symbol) {
        minutes.texts.iter_mut().for_each(|text| text.note.clear());
    }
    Ok(minutes)
}

/// Answers whether whoever reads may see the revisions before the one that was adopted. The policies say so.
pub(super) fn sees_drafts<P: Permit>(reader: &Reader<P>, meeting: &Symbol) -> bool {
    let drafts = queries::kept(meeting, MEMBERS_ONLY);
    reader.ground().policy.allows::<ShowMinutes>(reader.caller(), &drafts)
}

/// Shows the minutes.
pub(super) async fn page(
    desk: Permitted<ShowMinutes>,
    visit: Visit,
    Path(reference): Path<String>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let resource = desk.about(|now| queries::resource(now, &reference)).await?;
    let reader = desk.open(resource.clone()).await?;
    let minutes = minutes(&reader, &reference)?;
    let policy = &reader.ground().policy;
    let open = minutes.adopted.is_none() && !minutes.meeting.is_cancelled();
    let may_write = open && policy.allows::<WriteMinutes>(reader.caller(), &resource);
    let may_adopt = open && !minutes.texts.is_empty() && policy.allows::<AdoptMinutes>(reader.caller(), &resource);
    let drafts = sees_drafts(&reader, &minutes.meeting.symbol);
    let mut languages = Vec::new();
    for language in in_order(visit.voice.language) {
        let listed = if drafts {
            reader.ask(|now| queries::listed(now, &minutes.meeting.symbol, language))?
        } else {
            Vec::new()
        };
        // French is said where it is given; the conference's own languages are said to be missing too.
        if minutes.text(language).is_some() || may_write || language != Language::Fr {
            languages.push((language, listed));
        }
    }
    let (voice, path) = (&visit.voice, path(&minutes.meeting.symbol));
    let body = html! {
        (heading(voice, &minutes))
        @match query.0.typed("done") {
            "written" => (parts::notice(Tone::Done, html! { p { (voice.t("minutes-done-written")) } })),
            "adopted" => (parts::notice(Tone::Done, html! { p { (voice.t("minutes-done-adopted")) } })),
            _ => {},
        }
        (standing(voice, &minutes))
        @for (language, listed) in &languages { (in_language(voice, &minutes, *language, listed, may_write)) }
        @if may_adopt { div .row { a .button href={ (path) "/adopt" } { (voice.t("minutes-adopt")) } } }
        (back(voice, &minutes))
    };
    Ok(visit.page("minutes-title", body))
}

/// Answers the minutes of a meeting as they stand now.
#[utoipa::path(
    get,
    path = "/api/v1/meetings/{reference}/minutes",
    operation_id = "show_minutes",
    tag = "minutes",
    params(("reference" = String, Path, description = "The meeting's symbol, with `-` in the place of `/`")),
    responses(
        (status = 200, description = "The minutes; without a text where nobody wrote one", body = MinutesShown),
        (status = 404, description = "No such meeting, or no minutes of it that one may see", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<ShowMinutes>,
    Path(reference): Path<String>,
) -> Result<axum::Json<MinutesShown>, Refusal> {
    let resource = desk.about(|now| queries::resource(now, &reference)).await?;
    let reader = desk.open(resource).await?;
    Ok(axum::Json(MinutesShown::of(&minutes(&reader, &reference)?)))
}

/// Answers the address of a meeting's minutes.
pub(super) fn path(meeting: &Symbol) -> String {
    format!("/meetings/{}/minutes", meeting.in_address())
}

/// Answers the languages, the reader's own first.
fn in_order(own: Language) -> [Language; 3] {
    match own {
        Language::En => [Language::En, Language::Es, Language::Fr],
        Language::Es => [Language::Es, Language::En, Language::Fr],
        Language::Fr => [Language::Fr, Language::Es, Language::En],
    }
}

/// Says whose minutes they are.
pub(super) fn heading(voice: &Voice, minutes: &Minutes) -> Markup {
    html! {
        h1 { (voice.tn("minutes-of", &[("meeting", minutes.meeting.symbol.as_str().into())])) }
        p .aside { (meetings::title(voice, &minutes.meeting)) }
    }
}

/// Says whether they are adopted, who reads them, and what is missing.
fn standing(voice: &Voice, minutes: &Minutes) -> Markup {
    let who = match minutes.adopted {
        Some(adopted) if adopted.open && !minutes.meeting.members_only => "minutes-who-observers",
        _ => "minutes-who-members",
    };
    html! {
        p {
            @match minutes.adopted {
                Some(adopted) => {
                    (parts::tag(Tone::Done, &voice.t("minutes-adopted"))) " "
                    (voice.rich("minutes-adopted-on", &[], &[("day", voice.date(adopted.day))]))
                },
                None => (parts::tag(Tone::Soon, &voice.t("minutes-draft"))),
            }
        }
        p { (voice.t(who)) }
    }
}

fn in_language(voice: &Voice, minutes: &Minutes, language: Language, listed: &[Listed], may_write: bool) -> Markup {
    let (path, name) = (path(&minutes.meeting.symbol), language.own_name());
    let text = minutes.text(language);
    let label = if text.is_some() { "minutes-write-on" } else { "minutes-write" };
    let body = html! {
        @match text {
            Some(text) => (prose(language, &text.text)),
            None => p { (voice.tn("minutes-missing", &[("language", name.into())])) },
        }
        @if may_write {
            div .row { a .button .plain href={ (path) "/" (language.tag()) } { (voice.tn(label, &[("language", name.into())])) } }
        }
        @if !listed.is_empty() { (parts::details(&voice.tn("minutes-revisions", &[("count", listed.len().into())]), revisions(voice, &path, language, listed))) }
    };
    parts::card(language.tag(), name, body)
}

/// Draws a text in its own language, paragraph by paragraph.
pub(super) fn prose(language: Language, text: &str) -> Markup {
    html! { div lang=(language.tag()) { @for paragraph in paragraphs(text) { p { (paragraph) } } } }
}

fn revisions(voice: &Voice, path: &str, language: Language, listed: &[Listed]) -> Markup {
    let columns = ["minutes-revision", "minutes-note", "minutes-when"].map(|key| Column::text(voice.t(key))).to_vec();
    let row = |one: &Listed| {
        let address = format!("{path}/{}/{}", language.tag(), one.revision);
        let words = voice.tn("minutes-revision-of", &[("revision", one.revision.into())]);
        vec![html! { a href=(address) { (words) } }, html! { (one.note) }, voice.instant(one.at)]
    };
    let (id, caption) = (format!("revisions-{}", language.tag()), voice.t("minutes-revisions-about").into_owned());
    let rows = listed.iter().map(row).collect();
    table(voice, &Table { id: &id, caption, columns, rows, empty: "minutes-missing" })
}

/// Leads back to the meeting.
pub(super) fn back(voice: &Voice, minutes: &Minutes) -> Markup {
    html! { p { a href={ "/meetings/" (minutes.meeting.symbol.in_address()) } { (voice.t("minutes-back")) } } }
}
