//! The act "see what is new": what was filed, brought and decided last, of the documents that whoever reads may open.

use std::collections::BTreeMap;

use base::access::Resource;
use base::desk::{Permitted, Reader};
use base::store::StoreError;
use base::web::tables::{Column, Table, table};
use base::web::{Asked, Refusal, Visit, Voice};
use base::words::Language;
use maud::{Markup, html};

use super::permits::{ListPapers, ShowPaper};
use super::queries::{self, New, Paper};
use super::show;

/// Rows of the page.
const NEWS_ROWS: usize = 50;
/// Things said last that are looked through for it at most.
const LOOKED_THROUGH_MAX: usize = 2_000;

/// Shows what is new; of one meeting where the address names it.
pub(super) async fn page(desk: Permitted<ListPapers>, visit: Visit, query: Asked) -> Result<Markup, Refusal> {
    let reader = desk.open(Resource::room()).await?;
    // What an address names wrongly is left out: a list is no form to be corrected.
    let meeting = query.0.typed("meeting").trim().to_uppercase();
    let news = news(&reader, &meeting)?;
    let voice = &visit.voice;
    let heading = |key| Column::text(voice.t(key).into_owned());
    let columns = ["papers-when", "papers-symbol", "papers-title", "papers-new-what"].map(heading).to_vec();
    let row = |(new, paper): &(New, Paper)| {
        let path = format!("/papers/{}", paper.symbol.in_address());
        vec![
            voice.instant(new.at),
            html! { a href=(path) { (paper.symbol) } },
            show::title(voice, paper),
            what(voice, &path, new, paper),
        ]
    };
    let (caption, rows) = (voice.t("papers-news").into_owned(), news.iter().map(row).collect());
    Ok(visit.page(
        "papers-news",
        html! {
            h1 { (voice.t("papers-news")) }
            p { (voice.t("papers-news-about")) }
            (table(voice, &Table { id: "news", caption, columns, rows, empty: "papers-news-none" }))
            p { a href="/papers" { (voice.t("papers-back")) } }
        },
    ))
}

/// Answers what was said last, each with its document; what whoever reads may not open is passed over, as if it were not there.
fn news(reader: &Reader<ListPapers>, meeting: &str) -> Result<Vec<(New, Paper)>, StoreError> {
    let sees = |resource: &Resource| reader.ground().policy.allows::<ShowPaper>(reader.caller(), resource);
    let mut judged: BTreeMap<(&'static str, String), bool> = BTreeMap::new();
    reader.ask(|now| {
        let mut found = Vec::new();
        for new in queries::news(now, LOOKED_THROUGH_MAX)? {
            let Some(paper) = queries::one(now, &new.symbol)? else { continue };
            if !meeting.is_empty() && paper.meeting.as_ref().is_none_or(|of| of.as_str() != meeting) {
                continue;
            }
            let resource = queries::resource_of(now, &paper)?;
            // Thousands of documents are of a few sorts: each sort is judged once.
            let sort = (resource.status, resource.within.clone());
            if *judged.entry(sort).or_insert_with(|| sees(&resource)) {
                found.push((new, paper));
            }
            if found.len() == NEWS_ROWS {
                break;
            }
        }
        Ok(found)
    })
}

fn what(voice: &Voice, path: &str, new: &New, paper: &Paper) -> Markup {
    match new.text {
        Some((language, version)) => {
            let of = [("language", language.own_name().into()), ("version", version.into())];
            html! {
                (voice.tn("papers-new-text", &of))
                @if version > 1 { " " a href=(changes(path, language, version)) { (voice.t("papers-changes")) } }
            }
        }
        None if new.position == Some(paper.position) => html! { (voice.t("papers-new-filed")) },
        None => html! { (voice.t("papers-new-classed")) },
    }
}

fn changes(path: &str, language: Language, version: u32) -> String {
    format!("{path}/texts/{}-{version}/changes", language.tag())
}
