//! The document as a page: to be read, and printed as it stands.

use base::access::Resource;
use base::desk::Permitted;
use base::web::tables::{Column, Table, table};
use base::web::{Refusal, Visit, Voice, parts};
use maud::{Markup, html};

use super::configured::Configured;
use super::document::{Document, Section, document};
use super::holdings::{Holdings, POLICY};
use super::markdown::{HEADS, about};
use super::permits::ShowAssessment;

/// Shows it.
pub(super) async fn page(permitted: Permitted<ShowAssessment>, visit: Visit) -> Result<Markup, Refusal> {
    let reader = permitted.open(Resource::room()).await?;
    let now = Configured::read(&reader)?;
    let document = document(&visit.voice, &Holdings::read(POLICY)?, &now);
    Ok(visit.page("room-assessment", body(&visit.voice, &document)))
}

/// Draws it, without what stands around a page.
pub(super) fn body(voice: &Voice, document: &Document) -> Markup {
    html! {
        h1 { (document.title) }
        @for line in &document.lead { p { (line) } }
        ol { @for (number, section) in (1..).zip(&document.sections) {
            li { a href={ "#principle-" (number) } { (section.title) } }
        } }
        @for (number, section) in (1..).zip(&document.sections) { (drawn(voice, number, section)) }
    }
}

fn drawn(voice: &Voice, number: usize, section: &Section) -> Markup {
    let body = html! {
        h3 { (voice.t("assessment-held")) }
        @match &section.columns_are {
            None => p { (voice.t("assessment-no-columns")) },
            Some(are) => { p { (are) } (columns(voice, number, section)) },
        }
        h3 { (voice.t("assessment-rules")) }
        ul { @for rule in &section.rules { li {
            strong { (rule.code) } " " (rule.says) " "
            @if rule.tests.is_empty() { (voice.t("assessment-untested")) }
            @for test in &rule.tests { br; code { (test) } }
        } } }
        h3 { (voice.t("assessment-configured")) }
        ul { @for line in &section.configured { li { (line) } } }
        h3 { (voice.t("assessment-open")) }
        ul { @for line in &section.open { li { (line) } } }
    };
    parts::card(&format!("principle-{number}"), &format!("{number}. {}", section.title), body)
}

fn columns(voice: &Voice, number: usize, section: &Section) -> Markup {
    let row = |held: &super::document::Held| {
        vec![
            html! { code { (held.place) } },
            html! { (held.columns.join(", ")) },
            html! { (held.class) },
            html! { (held.readers) },
            html! { (voice.t(about(held.personal))) },
            html! { (held.kept) },
        ]
    };
    let rows = section.held.iter().map(row).collect();
    let columns = HEADS.map(|key| Column::text(voice.t(key))).to_vec();
    let caption = voice.t("assessment-caption").into_owned();
    let id = format!("columns-{number}");
    table(voice, &Table { id: &id, caption, columns, rows, empty: "assessment-no-columns" })
}
