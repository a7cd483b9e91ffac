//! The act "see what changed": one text of a document beside an earlier version in its language. Whoever may open the document may.

use std::sync::Arc;

use axum::extract::Path;
use base::desk::{Permitted, Reader};
use base::ground::Puebla;
use base::store::StoreError;
use base::web::{Asked, Problem, Refusal, Visit, Voice, parts};
use maud::{Markup, html};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::paper::TEXT_CHANGES_MAX;
use super::permits::ShowPaper;
use super::queries::{self, Paper, Text};
use super::show;
use super::written::written;
use crate::differences::{Piece, between, drawn};

/// What one text says differently from an earlier version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = PaperChanges)]
pub struct ChangesShown {
    /// The earlier text: language, `-`, version.
    pub before: String,
    /// The later one.
    pub after: String,
    /// Whether both could be read; of a PDF the words are not.
    pub read: bool,
    /// Paragraphs that are not in both as they are, in their order; at most a thousand.
    pub changes: Vec<ChangeShown>,
}

/// One paragraph that was put in, taken out or reworded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = PaperChange)]
pub struct ChangeShown {
    /// `added`, `removed` or `changed`.
    pub what: String,
    /// As it was; empty where it was put in.
    pub was: String,
    /// As it is; empty where it was taken out.
    pub is: String,
}

/// Two texts to be compared.
struct Pair {
    paper: Paper,
    before: Text,
    after: Text,
    /// All versions in that language before the later one.
    earlier: Vec<u32>,
}

/// Shows what changed from the version before, or from the one that the address names.
pub(super) async fn page(
    desk: Permitted<ShowPaper>,
    visit: Visit,
    Path((reference, text)): Path<(String, String)>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let resource = desk.about(|now| queries::resource(now, &reference)).await?;
    let reader = desk.open(resource).await?;
    // What an address names wrongly is left out: the one before is what most want.
    let pair = pair(&reader, &reference, &text, query.0.typed("before").parse().ok())?;
    let voice = &visit.voice;
    let (spoken, language) = (voice.clone(), pair.after.language);
    let ground = Arc::clone(reader.ground());
    let (before, after) = (pair.before.clone(), pair.after.clone());
    let draw = move |pieces: &[Piece<'_>]| folded(&spoken, pieces, |run| drawn(&spoken, language, run));
    let found = reader.ask_long(move |_| compared(&ground, &before, &after, draw)).await?;
    let path = format!("/papers/{}", pair.paper.symbol.in_address());
    let version = |version: u32| voice.tn("papers-version", &[("version", version.into())]);
    let to = |version: u32| format!("{path}/texts/{}-{version}", language.tag());
    let body = html! {
        h1 { (voice.t("papers-changes")) }
        p { a .mono href=(path) { (pair.paper.symbol) } " " (show::title(voice, &pair.paper)) }
        p { (voice.rich("papers-changes-of", &[], &[
            ("language", html! { (language.own_name()) }),
            ("before", html! { a href=(to(pair.before.version)) download { (version(pair.before.version)) } }),
            ("after", html! { a href=(to(pair.after.version)) download { (version(pair.after.version)) } }),
        ])) }
        @match found {
            Some(changes) => (parts::card("changes", &voice.t("papers-changes"), changes)),
            None => p { (voice.t("papers-changes-unread")) },
        }
        @if pair.earlier.len() > 1 {
            nav aria-label=(voice.t("papers-changes-others")) {
                p { (voice.t("papers-changes-others")) @for other in &pair.earlier {
                    " " a href={ (to(pair.after.version)) "/changes?before=" (other) }
                        aria-current=[(*other == pair.before.version).then_some("true")] { (version(*other)) }
                } }
            }
        }
        p { a href=(path) { (voice.t("papers-changes-back")) } }
    };
    Ok(visit.page("papers-changes", body))
}

/// Answers what changed from an earlier version of a text.
#[utoipa::path(
    get,
    path = "/api/v1/papers/{reference}/texts/{text}/changes",
    operation_id = "show_changes",
    tag = "papers",
    params(
        ("reference" = String, Path, description = "The symbol, with `-` in the place of `/`"),
        ("text" = String, Path, description = "Language, `-`, version of the later text, such as `es-2`"),
        ("before" = Option<u32>, Query, description = "Version of the earlier one; left out, the one before")
    ),
    responses(
        (status = 200, description = "What changed", body = ChangesShown),
        (status = 404, description = "No such text that one may see, or no earlier one", body = Problem),
        (status = 422, description = "No such number of a version", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<ShowPaper>,
    Path((reference, text)): Path<(String, String)>,
    query: Asked,
) -> Result<axum::Json<ChangesShown>, Refusal> {
    let unknown = || Refusal::field("before", "before", "papers-fault-version");
    let named = query.0.chosen("before").next().map(|text| text.parse().map_err(|_| unknown())).transpose();
    let resource = desk.about(|now| queries::resource(now, &reference)).await?;
    let reader = desk.open(resource).await?;
    let pair = pair(&reader, &reference, &text, named?)?;
    let ground = Arc::clone(reader.ground());
    let (before, after) = (pair.before.clone(), pair.after.clone());
    let found = reader.ask_long(move |_| compared(&ground, &before, &after, listed)).await?;
    let (before, after) = (pair.before.name(), pair.after.name());
    Ok(axum::Json(ChangesShown { before, after, read: found.is_some(), changes: found.unwrap_or_default() }))
}

/// Finds both texts; the earlier one is the version named where that is an earlier one, or else the one before.
fn pair(reader: &Reader<ShowPaper>, reference: &str, text: &str, named: Option<u32>) -> Result<Pair, Refusal> {
    let paper = show::paper(reader, reference)?;
    let texts = reader.ask(|now| queries::texts(now, &paper.symbol))?;
    let after = texts.iter().find(|found| found.name() == text).ok_or(Refusal::NotFound)?.clone();
    let earlier: Vec<&Text> =
        texts.iter().filter(|text| text.language == after.language && text.version < after.version).collect();
    let before = earlier.iter().find(|text| Some(text.version) == named).or(earlier.first()).copied();
    let before = before.ok_or(Refusal::NotFound)?.clone();
    Ok(Pair { paper, before, after, earlier: earlier.iter().map(|text| text.version).collect() })
}

/// Compares two texts and hands over what became of each paragraph; none where one of them cannot be read.
fn compared<T>(
    ground: &Puebla,
    before: &Text,
    after: &Text,
    tell: impl FnOnce(&[Piece<'_>]) -> T,
) -> Result<Option<T>, StoreError> {
    let (before, after) = (written(&ground.files, before)?, written(&ground.files, after)?);
    let Some((before, after)) = before.zip(after) else { return Ok(None) };
    Ok(Some(tell(&between(&before, &after))))
}

/// Draws what changed with a paragraph of what did not on either side, and says how much stands between.
fn folded(voice: &Voice, pieces: &[Piece<'_>], draw: impl Fn(&[Piece<'_>]) -> Markup) -> Markup {
    let changed: Vec<bool> = pieces.iter().map(|piece| !matches!(piece, Piece::Kept(_))).collect();
    let near = |at: usize| changed[at.saturating_sub(1)..(at + 2).min(changed.len())].contains(&true);
    let places: Vec<usize> = (0..pieces.len()).collect();
    let count = changed.iter().filter(|changed| **changed).count();
    let end = places.iter().filter(|at| changed[**at]).nth(TEXT_CHANGES_MAX).copied().unwrap_or(pieces.len());
    html! {
        @if count == 0 { p { (voice.t("papers-changes-none")) } }
        @else { p { (voice.tn("papers-changes-count", &[("count", count.into())])) } }
        @for run in places[..end].chunk_by(|one, next| near(*one) == near(*next)) {
            @match (run.first(), run.last()) {
                (Some(first), Some(last)) if near(*first) => (draw(&pieces[*first..=*last])),
                _ => p .aside { (voice.tn("papers-changes-kept", &[("count", run.len().into())])) },
            }
        }
        @if count > TEXT_CHANGES_MAX { p { (voice.tn("papers-changes-more", &[("count", (count - TEXT_CHANGES_MAX).into())])) } }
    }
}

/// Lists what changed, as machines get it.
fn listed(pieces: &[Piece<'_>]) -> Vec<ChangeShown> {
    let shown = |what: &str, was: String, is: String| ChangeShown { what: what.to_owned(), was, is };
    let side = |words: &[Piece<'_>], later: bool| -> String {
        words
            .iter()
            .map(|word| match word {
                Piece::Kept(text) => text,
                Piece::Added(text) if later => text,
                Piece::Removed(text) if !later => text,
                _ => "",
            })
            .collect()
    };
    let one = |piece: &Piece<'_>| match piece {
        Piece::Kept(_) => None,
        Piece::Added(text) => Some(shown("added", String::new(), (*text).to_owned())),
        Piece::Removed(text) => Some(shown("removed", (*text).to_owned(), String::new())),
        Piece::Changed(words) => Some(shown("changed", side(words, false), side(words, true))),
    };
    pieces.iter().filter_map(one).take(TEXT_CHANGES_MAX).collect()
}
