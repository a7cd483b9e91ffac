//! The page "languages beside one another": the texts of a document paragraph by paragraph, and where they do not go together. Whoever may open
//! the document may.

use std::sync::Arc;

use axum::extract::Path;
use base::access::{Permit, Resource};
use base::desk::{Permitted, Reader};
use base::ground::Puebla;
use base::web::parts::{self, Tone};
use base::web::tables::{Pager, pager};
use base::web::{Asked, Problem, Refusal, Visit, Voice};
use base::words::Language;
use conference::aligned::{Flag, FlagKind, PARAGRAPHS_MAX};
use maud::{Markup, html};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::beside::{self, Beside, Marked, Row};
use super::permits::{DismissFlag, ShowPaper};
use super::queries;
use super::show;

/// Rows of a page.
const PAGE_ROWS: usize = 100;

/// The texts of a document beside one another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = PaperLanguages)]
pub struct LanguagesShown {
    /// The texts, each by what its address ends with, such as `es-2`; the original first.
    pub texts: Vec<String>,
    /// Languages whose last text cannot be read here, such as one that is a PDF.
    pub unread: Vec<String>,
    /// Whether one of the texts has more paragraphs than are looked at.
    pub cut: bool,
    /// Paragraphs beside one another; none where fewer than two texts can be read.
    pub rows: Vec<LanguagesRow>,
}

/// Paragraphs that stand beside one another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = PaperLanguagesRow)]
pub struct LanguagesRow {
    /// In the order of the texts; `null` where a text has none here.
    pub paragraphs: Vec<Option<String>>,
    /// Where they do not go together.
    pub flags: Vec<FlagShown>,
}

/// Something that does not go together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = PaperFlag)]
pub struct FlagShown {
    /// Its name, which follows from the paragraphs.
    pub flag: String,
    /// `missing`, `numbering`, `number`, `day` or `symbol`.
    pub kind: String,
    /// What each language says that not all of them say; of `missing`, the languages that have no paragraph here.
    pub said: Vec<FlagSaid>,
    /// Party that said that it is no fault; left out while nobody did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dismissed_by: Option<String>,
    /// Why it is none; left out while nobody said so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// What one language says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = PaperFlagSaid)]
pub struct FlagSaid {
    /// `en`, `es` or `fr`.
    pub language: String,
    /// Numbers in digits, days as ISO 8601 has them, symbols.
    pub values: Vec<String>,
}

/// Shows the page.
pub(super) async fn page(
    desk: Permitted<ShowPaper>,
    visit: Visit,
    Path(reference): Path<String>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let resource = desk.about(|now| queries::resource(now, &reference)).await?;
    let reader = desk.open(resource.clone()).await?;
    let paper = show::paper(&reader, &reference)?;
    let found = found(&reader, &reference).await?;
    let shown = Shown {
        path: format!("/papers/{}", paper.symbol.in_address()),
        flagged: query.0.typed("kind") == "flagged",
        // What an address names wrongly is left out: a list is no form to be corrected.
        after: query.0.typed("after").parse().unwrap_or(0),
        may_dismiss: may_dismiss(&reader, &resource),
        beside: &found,
    };
    let voice = &visit.voice;
    let title = html! { p { a .mono href=(shown.path) { (paper.symbol) } " " (show::title(voice, &paper)) } };
    Ok(visit.page("papers-languages", shown.markup(&visit, reader.ground(), &title)))
}

/// Answers the texts of a document beside one another.
#[utoipa::path(
    get,
    path = "/api/v1/papers/{reference}/languages",
    operation_id = "show_languages",
    tag = "papers",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    responses(
        (status = 200, description = "Paragraph by paragraph, with what does not go together", body = LanguagesShown),
        (status = 404, description = "No such document that one may see", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<ShowPaper>,
    Path(reference): Path<String>,
) -> Result<axum::Json<LanguagesShown>, Refusal> {
    let resource = desk.about(|now| queries::resource(now, &reference)).await?;
    let reader = desk.open(resource).await?;
    Ok(axum::Json(LanguagesShown::of(&found(&reader, &reference).await?)))
}

/// Puts the texts of the document that was opened beside one another.
pub(super) async fn found<P: Permit>(reader: &Reader<P>, reference: &str) -> Result<Beside, Refusal> {
    let paper = show::paper(reader, reference)?;
    let ground = Arc::clone(reader.ground());
    let found = reader.ask_long(move |now| {
        let texts = queries::texts(now, &paper.symbol)?;
        beside::beside(now, &ground, &paper, texts)
    });
    Ok(found.await?)
}

fn may_dismiss(reader: &Reader<ShowPaper>, resource: &Resource) -> bool {
    reader.ground().policy.allows::<DismissFlag>(reader.caller(), resource)
}

/// What the page shows.
struct Shown<'b> {
    path: String,
    /// Whether rows without a flag are left out.
    flagged: bool,
    after: usize,
    may_dismiss: bool,
    beside: &'b Beside,
}

impl Shown<'_> {
    fn markup(&self, visit: &Visit, ground: &Puebla, title: &Markup) -> Markup {
        let (voice, beside) = (&visit.voice, self.beside);
        let (open, dismissed) = beside.counts();
        let (here, other) = match self.flagged {
            true => ("papers-languages-flagged", ("papers-languages-all", format!("{}/languages", self.path))),
            false => {
                ("papers-languages-all", ("papers-languages-flagged", format!("{}/languages?kind=flagged", self.path)))
            }
        };
        html! {
            h1 { (voice.t("papers-languages")) }
            (title)
            p { (voice.t("papers-languages-about")) }
            @for language in &beside.unread {
                p { (voice.tn("papers-languages-unread", &[("language", language.own_name().into())])) }
            }
            @if beside.cut { p { (voice.tn("papers-languages-cut", &[("most", PARAGRAPHS_MAX.into())])) } }
            @if beside.texts.len() < 2 { (parts::notice(Tone::Soon, html! { p { (voice.t("papers-languages-few")) } })) }
            @else {
                p { strong { (voice.tn("papers-languages-count", &[("open", open.into()), ("dismissed", dismissed.into())])) } }
                nav aria-label=(voice.t("papers-languages-which")) { p {
                    span aria-current="true" { (voice.t(here)) } " · " a href=(other.1) { (voice.t(other.0)) }
                } }
                (self.rows(voice, ground))
            }
            p { a href=(self.path) { (voice.t("papers-changes-back")) } }
        }
    }

    fn rows(&self, voice: &Voice, ground: &Puebla) -> Markup {
        let wanted = |(_, row): &(usize, &Row)| !self.flagged || !row.flags.is_empty();
        let all: Vec<(usize, &Row)> = self.beside.rows.iter().enumerate().filter(wanted).collect();
        let from = self.after.min(all.len());
        let to = (from + PAGE_ROWS).min(all.len());
        let kind = if self.flagged { "kind=flagged&" } else { "" };
        let address = |after: usize| format!("{}/languages?{kind}after={after}", self.path);
        let stand = Pager {
            from: from as u64 + 1,
            to: to.max(1) as u64,
            total: Some(all.len() as u64),
            previous: (from > 0).then(|| address(from.saturating_sub(PAGE_ROWS))),
            next: (to < all.len()).then(|| address(to)),
        };
        html! {
            @if all.is_empty() { div .empty { p .title { (voice.t("papers-languages-none")) } } }
            ol .tongues { @for (at, row) in &all[from..to] { li value=(at + 1) { (self.row(voice, ground, row)) } } }
            @if stand.previous.is_some() || stand.next.is_some() { (pager(voice, &stand)) }
        }
    }

    fn row(&self, voice: &Voice, ground: &Puebla, row: &Row) -> Markup {
        html! {
            div .texts { @for (text, paragraph) in self.beside.texts.iter().zip(&row.paragraphs) {
                div {
                    p .aside lang=(text.language.tag()) { (text.language.own_name()) }
                    @match paragraph {
                        Some(paragraph) => p lang=(text.language.tag()) { (paragraph) },
                        None => p { em { (voice.t("papers-languages-lacking")) } },
                    }
                }
            } }
            @for marked in &row.flags { (self.marked(voice, ground, marked)) }
        }
    }

    fn marked(&self, voice: &Voice, ground: &Puebla, marked: &Marked) -> Markup {
        html! {
            p .flag {
                (drawn(voice, marked))
                @if let Some(dismissed) = &marked.dismissed {
                    " " span .aside { (said_by(voice, ground, dismissed)) }
                }
                @if self.may_dismiss {
                    " " a href={ (self.path) "/languages/" (marked.name) } {
                        (voice.t(if marked.dismissed.is_some() { "papers-languages-again" } else { "papers-languages-dismiss" }))
                    }
                }
            }
        }
    }
}

/// Says who said that a flag is no fault, and why.
pub(super) fn said_by(voice: &Voice, ground: &Puebla, said: &super::dismissed::Dismissed) -> Markup {
    let party = ground.identity.party_name(said.party, voice.language);
    let of = [("party", party.into()), ("reason", said.reason.as_str().into())];
    voice.rich("papers-languages-dismissed", &of, &[("at", voice.instant(said.at))])
}

/// Says what does not go together.
pub(super) fn drawn(voice: &Voice, marked: &Marked) -> Markup {
    let tone = if marked.dismissed.is_some() { Tone::Quiet } else { Tone::Soon };
    html! { (parts::tag(tone, &voice.t(key(marked.flag.kind)))) " " (said(voice, &marked.flag)) }
}

fn said(voice: &Voice, flag: &Flag) -> Markup {
    let name = |tongue| beside::language(tongue).own_name();
    if flag.kind == FlagKind::Missing {
        let names: Vec<&str> = flag.said.iter().map(|(tongue, _)| name(*tongue)).collect();
        return html! { (names.join(", ")) };
    }
    html! {
        @for (turn, (tongue, values)) in flag.said.iter().enumerate() {
            @if turn > 0 { "; " }
            (name(*tongue)) ": "
            @if values.is_empty() { "–" } @else { strong { (values.join(", ")) } }
        }
        @if flag.said.iter().all(|(_, values)| values.is_empty()) { (voice.t("papers-languages-lacking")) }
    }
}

/// Answers the key of what a flag is called.
fn key(kind: FlagKind) -> &'static str {
    match kind {
        FlagKind::Missing => "papers-flag-missing",
        FlagKind::Numbering => "papers-flag-numbering",
        FlagKind::Number => "papers-flag-number",
        FlagKind::Day => "papers-flag-day",
        FlagKind::Symbol => "papers-flag-symbol",
    }
}

impl LanguagesShown {
    pub(super) fn of(found: &Beside) -> Self {
        let row = |row: &Row| LanguagesRow {
            paragraphs: row.paragraphs.clone(),
            flags: row.flags.iter().map(FlagShown::of).collect(),
        };
        LanguagesShown {
            texts: found.texts.iter().map(queries::Text::name).collect(),
            unread: found.unread.iter().map(|language: &Language| language.tag().to_owned()).collect(),
            cut: found.cut,
            rows: found.rows.iter().map(row).collect(),
        }
    }
}

impl FlagShown {
    pub(super) fn of(marked: &Marked) -> Self {
        let said = |(tongue, values): &(conference::language::TextLanguage, Vec<String>)| FlagSaid {
            language: tongue.two_letters().to_owned(),
            values: values.clone(),
        };
        FlagShown {
            flag: marked.name.clone(),
            kind: marked.flag.kind.code().to_owned(),
            said: marked.flag.said.iter().map(said).collect(),
            dismissed_by: marked.dismissed.as_ref().map(|said| said.party.to_string()),
            reason: marked.dismissed.as_ref().map(|said| said.reason.clone()),
        }
    }
}
