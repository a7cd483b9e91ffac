//! The act "open a sheet": what a State's policy on a topic is, what it was before, and what waits for somebody else.

use axum::extract::Path;
use base::access::{Permit, Resource};
use base::desk::{Permitted, Reader};
use base::web::parts::{self, Tone};
use base::web::{Asked, Filled, Problem, Refusal, Visit, Voice, fields};
use base::words::Language;
use jiff::civil::Date;
use maud::{Markup, html};

use super::api::{SheetHistory, SheetShown};
use super::pages;
use super::permits::{PublishSheet, ShowSheet, WriteSheet};
use super::queries::{self, Reference, Version};
use crate::meetings::Symbol;
use crate::papers::{self, Chip};
use crate::rounds;

/// Shows a sheet.
pub(super) async fn page(
    desk: Permitted<ShowSheet>,
    visit: Visit,
    Path(reference): Path<String>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let (of, resource) = pages::resource(&reference)?;
    let reader = desk.open(resource).await?;
    pages::of_member(&reader, &of)?;
    let shown = Shown::read(&reader, &of)?;
    Ok(visit.page("sheets-sheet", shown.markup(&visit, &Filled::new(), query.0.typed("done"))))
}

/// Answers a sheet with what was published of it.
#[utoipa::path(
    get,
    path = "/api/v1/sheets/{reference}",
    operation_id = "show_sheet",
    tag = "sheets",
    params(("reference" = String, Path, description = "Code of the State, `-`, code of the topic")),
    responses(
        (status = 200, description = "The sheet; `published` is empty where nothing was given", body = SheetHistory),
        (status = 404, description = "No such State or topic", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<ShowSheet>,
    Path(reference): Path<String>,
) -> Result<axum::Json<SheetHistory>, Refusal> {
    let (of, resource) = pages::resource(&reference)?;
    let reader = desk.open(resource).await?;
    pages::of_member(&reader, &of)?;
    Ok(axum::Json(told(&reader, &of)?))
}

/// Tells a machine of a sheet as it stands now.
pub(super) fn told<P: Permit>(reader: &Reader<P>, of: &Reference) -> Result<SheetHistory, Refusal> {
    let shown = Shown::read(reader, of)?;
    let open = pages::open(reader, shown.published.iter().chain(&shown.pending))?;
    let tell = |version: &Version| SheetShown::of(version, shown.today, open.contains(&version.content.paper));
    Ok(SheetHistory {
        reference: of.to_string(),
        published: shown.published.iter().map(tell).collect(),
        pending: shown.pending.as_ref().map(tell),
    })
}

/// What the page shows.
pub(super) struct Shown {
    of: Reference,
    /// The name of the State in each language.
    named: Vec<(Language, String)>,
    published: Vec<Version>,
    pending: Option<Version>,
    chips: Vec<Chip>,
    today: Date,
    writes: bool,
    publishes: bool,
}

impl Shown {
    /// Reads it for whoever opened it: what waits for somebody else is for those alone who may write or publish it.
    pub(super) fn read<P: Permit>(reader: &Reader<P>, of: &Reference) -> Result<Shown, Refusal> {
        let (policy, caller, identity) = (&reader.ground().policy, reader.caller(), &reader.ground().identity);
        let resource = Resource { status: "open", ..Resource::of(of.state, of.to_string()) };
        let writes = policy.allows::<WriteSheet>(caller, &resource);
        let may_publish = policy.allows::<PublishSheet>(caller, &resource);
        let (published, pending) = reader.ask(|now| Ok((queries::published(now, of)?, queries::pending(now, of)?)))?;
        let pending = pending.filter(|_| writes || may_publish);
        let symbols = published.iter().chain(&pending).filter_map(|version| version.content.paper.parse().ok());
        let symbols: Vec<Symbol> = symbols.collect();
        Ok(Shown {
            named: Language::ALL.map(|language| (language, identity.party_name(of.state, language))).to_vec(),
            chips: papers::chips(reader, &symbols)?,
            today: pages::today(reader),
            publishes: may_publish && pending.as_ref().is_some_and(|version| version.person != caller.person),
            of: of.clone(),
            published,
            pending,
            writes,
        })
    }

    /// Draws it.
    pub(super) fn markup(&self, visit: &Visit, filled: &Filled, done: &str) -> Markup {
        let (voice, path) = (&visit.voice, format!("/sheets/{}", self.of));
        let state = self.named.iter().find(|(language, _)| *language == voice.language);
        let said = match done {
            "written" => Some("sheets-done-written"),
            "published" => Some("sheets-done-published"),
            _ => None,
        };
        let mut published = self.published.iter();
        let current = published.next();
        html! {
            h1 { (pages::topic(voice, &self.of.topic)) }
            p .aside { (state.map_or("", |(_, name)| name)) }
            (fields::error_summary(voice, filled))
            @if let Some(key) = said { (parts::notice(Tone::Done, html! { p { (voice.t(key)) } })) }
            @if self.writes { div .row { a .button href={ (path) "/write" } { (voice.t("sheets-write")) } } }
            @if let Some(version) = &self.pending {
                (parts::card("pending", &voice.t("sheets-pending"), html! {
                    p { (voice.t(if self.publishes { "sheets-pending-about" } else { "sheets-pending-own" })) }
                    (self.version(voice, version))
                    @if self.publishes {
                        (fields::form(&format!("{path}/publish"), visit.csrf(), html! {
                            (fields::hidden("seen", &version.position.to_string()))
                            (fields::submit_row(voice, "sheets-publish", None))
                        }))
                    }
                }))
            }
            @if let Some(version) = current { (parts::card("current", &voice.t("sheets-current"), self.version(voice, version))) }
            @else { p { (voice.t("sheets-not-given")) } }
            @for version in published {
                (parts::details(&self.heading(voice, version), self.version(voice, version)))
            }
            p { a href="/sheets" { (voice.t("sheets-all")) } }
        }
    }

    fn heading(&self, voice: &Voice, version: &Version) -> String {
        let at = version.published_at.map(|at| voice.instant_text(at)).unwrap_or_default();
        voice.tn("sheets-before", &[("at", at.into())]).into_owned()
    }

    fn version(&self, voice: &Voice, version: &Version) -> Markup {
        let content = &version.content;
        let original = if content.original == "en" { "sheets-original-en" } else { "sheets-original-es" };
        let chip = self.chips.iter().filter(|chip| chip.paper.symbol.as_str() == content.paper);
        let chips: Vec<Chip> = chip.take(1).cloned().collect();
        html! {
            p { strong { (pages::tongues(voice, &content.short_en, &content.short_es)) } " " (pages::reviewed(voice, version, self.today)) }
            @for (tag, text) in [("es", &content.text_es), ("en", &content.text_en)] {
                @if !text.is_empty() { div lang=(tag) { (rounds::words(text)) } }
            }
            (parts::facts(&[
                (&voice.t("sheets-original"), html! { (voice.t(original)) }),
                (&voice.t("sheets-source"), html! { (content.source) }),
                (&voice.t("sheets-policy-on"), voice.date(content.policy_on)),
                (&voice.t("sheets-review-due"), voice.date(version.review_due())),
            ]))
            @if !content.link.is_empty() { p { a href=(content.link) rel="noreferrer" { span .break { (content.link) } } } }
            @if !chips.is_empty() { (papers::draw_chips(voice, &chips)) }
        }
    }
}
