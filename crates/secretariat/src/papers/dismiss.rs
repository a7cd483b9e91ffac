//! The act "say that a flag is no fault": why two texts may differ there, on record, for whoever reads them; and the act that takes it back.

use axum::extract::Path;
use axum::response::Response;
use base::desk::{Entries, Permitted, Reader, Writer};
use base::web::fields::{self, Field};
use base::web::{Filled, Posted, Problem, Refusal, Sent, Visit, see_other};
use maud::{Markup, html};
use serde::Deserialize;
use utoipa::ToSchema;

use super::beside::{Beside, Marked, Row};
use super::dismissed::{DISMISSED_MAX, dismissed};
use super::entries::{Dismissed, PaperEntry, Raised};
use super::file::fault;
use super::languages::{self, FlagShown, found};
use super::paper::TEXT_CHARS_MAX;
use super::permits::DismissFlag;
use super::queries::{self, Paper};
use super::show;

/// What is said of a flag.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PaperDismissal, example = json!({ "dismissed": true, "reason": "Thirty days and one month are the same here (invented)" }))]
pub struct Dismissal {
    /// Whether it is no fault; `false` takes that back.
    pub dismissed: bool,
    /// Why it is none; refused where that is taken back.
    #[schema(max_length = 400)]
    pub reason: Option<String>,
}

/// A flag with its row, as the page and the acts find it.
struct Opened {
    paper: Paper,
    beside: Beside,
    at: usize,
    flag: usize,
}

impl Opened {
    fn row(&self) -> &Row {
        &self.beside.rows[self.at]
    }

    fn marked(&self) -> &Marked {
        &self.row().flags[self.flag]
    }

    fn path(&self) -> String {
        format!("/papers/{}/languages", self.paper.symbol.in_address())
    }
}

/// Shows the flag, its paragraphs and the form.
pub(super) async fn page(
    desk: Permitted<DismissFlag>,
    visit: Visit,
    Path((reference, hash)): Path<(String, String)>,
) -> Result<Markup, Refusal> {
    let resource = desk.about(|now| queries::resource(now, &reference)).await?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let opened = opened(&reader, &reference, &hash).await?;
    Ok(visit.page("papers-dismiss", markup(&reader, &visit, &opened, &Filled::new())))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<DismissFlag>,
    visit: Visit,
    Path((reference, hash)): Path<(String, String)>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(|now| queries::resource(now, &reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    let opened = opened(writer.reader(), &reference, &hash).await?;
    let dismissed = filled.typed("standing") != "open";
    let reason = dismissed.then(|| filled.typed("reason").to_owned());
    match enter(&writer, &opened, Dismissal { dismissed, reason }).await {
        Ok(()) => Ok(see_other(&opened.path())),
        Err(refusal) => {
            let draw = |filled: &Filled| markup(writer.reader(), &visit, &opened, filled);
            visit.refused_form("papers-dismiss", &mut filled, refusal, draw)
        }
    }
}

/// Says that a flag is no fault, or takes that back.
#[utoipa::path(
    post,
    path = "/api/v1/papers/{reference}/languages/{hash}",
    operation_id = "dismiss_flag",
    tag = "papers",
    params(
        ("reference" = String, Path, description = "The symbol, with `-` in the place of `/`"),
        ("hash" = String, Path, description = "The name of the flag")
    ),
    request_body = Dismissal,
    responses(
        (status = 200, description = "On record; the flag as it stands now", body = FlagShown),
        (status = 404, description = "No such document that one may see, or no such flag in it as its texts are now", body = Problem),
        (status = 409, description = "A thousand flags of this document are dismissed", body = Problem),
        (status = 422, description = "No reason, one that is too long, or one where that is taken back", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<DismissFlag>,
    Path((reference, hash)): Path<(String, String)>,
    Sent(sent): Sent<Dismissal>,
) -> Result<axum::Json<FlagShown>, Refusal> {
    let resource = desk.about(|now| queries::resource(now, &reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    enter(&writer, &opened(writer.reader(), &reference, &hash).await?, sent).await?;
    let now = opened(writer.reader(), &reference, &hash).await?;
    Ok(axum::Json(FlagShown::of(now.marked())))
}

async fn opened(reader: &Reader<DismissFlag>, reference: &str, hash: &str) -> Result<Opened, Refusal> {
    let paper = show::paper(reader, reference)?;
    let beside = found(reader, reference).await?;
    let places = beside.rows.iter().enumerate();
    let place = places.flat_map(|(at, row)| row.flags.iter().enumerate().map(move |(flag, marked)| (at, flag, marked)));
    let place = place.filter(|(_, _, marked)| marked.name == hash).map(|(at, flag, _)| (at, flag)).next();
    let (at, flag) = place.ok_or(Refusal::NotFound)?;
    Ok(Opened { paper, beside, at, flag })
}

async fn enter(writer: &Writer<DismissFlag>, opened: &Opened, said: Dismissal) -> Result<(), Refusal> {
    let (symbol, flag) = (opened.paper.symbol.clone(), opened.marked().name.clone());
    let entry = match (said.dismissed, said.reason) {
        (true, reason) => {
            let reason = reason.unwrap_or_default().trim().to_owned();
            if reason.is_empty() || reason.chars().count() > TEXT_CHARS_MAX || reason.contains(char::is_control) {
                return Err(Refusal::Invalid(vec![fault("reason", "papers-fault-reason")]));
            }
            PaperEntry::Dismissed(Dismissed { symbol: symbol.to_string(), flag: flag.clone(), reason })
        }
        (false, None) => PaperEntry::Raised(Raised { symbol: symbol.to_string(), flag: flag.clone() }),
        (false, Some(_)) => return Err(Refusal::Invalid(vec![fault("reason", "papers-fault-reason-raised")])),
    };
    let raises = !said.dismissed;
    let act = move |entries: &Entries<'_, PaperEntry>| {
        let known = dismissed(entries.now(), &symbol)?;
        // Who raises what nobody dismissed has what they want.
        if raises && !known.contains_key(&flag) {
            return Ok(());
        }
        if !raises && !known.contains_key(&flag) && known.len() >= DISMISSED_MAX {
            return Err(Refusal::conflict("papers-fault-dismissed"));
        }
        entries.append(&entry)?;
        Ok(())
    };
    writer.append(act).await
}

fn markup(reader: &Reader<DismissFlag>, visit: &Visit, opened: &Opened, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let (marked, path) = (opened.marked(), opened.path());
    let action = format!("{path}/{}", marked.name);
    let cancel = || Some(html! { a .button .plain href=(path) { (voice.t("form-cancel")) } });
    let reason = Field::new("reason", "papers-reason")
        .hint("papers-reason-hint")
        .autocomplete("off")
        .max_length(TEXT_CHARS_MAX as u32);
    html! {
        h1 { (voice.t("papers-dismiss")) }
        (fields::error_summary(voice, filled))
        p { strong .mono { (opened.paper.symbol) } " " (show::title(voice, &opened.paper)) }
        p { (languages::drawn(voice, marked)) }
        @for (text, paragraph) in opened.beside.texts.iter().zip(&opened.row().paragraphs) {
            h2 { (text.language.own_name()) }
            @match paragraph {
                Some(paragraph) => p .compared lang=(text.language.tag()) { (paragraph) },
                None => p { em { (voice.t("papers-languages-lacking")) } },
            }
        }
        @match &marked.dismissed {
            Some(said) => {
                p { (languages::said_by(voice, reader.ground(), said)) }
                (fields::form(&action, visit.csrf(), html! {
                    (fields::hidden("standing", "open"))
                    (fields::submit_row(voice, "papers-raise-send", cancel()))
                }))
            },
            None => {
                p { (voice.t("papers-dismiss-about")) }
                (fields::form(&action, visit.csrf(), html! {
                    (fields::text_input(voice, filled, &reason))
                    (fields::submit_row(voice, "papers-dismiss-send", cancel()))
                }))
            },
        }
    }
}
