//! Documents as other rooms show them beside what they are for: one mark each, with its last text in every language.

use std::collections::BTreeMap;

use base::access::{Permit, Resource};
use base::desk::Reader;
use base::store::StoreError;
use base::web::Voice;
use base::words::Language;
use maud::{Markup, html};
use rusqlite::Connection;

use super::permits::ShowPaper;
use super::queries::{self, Paper};
use super::show;
use crate::meetings::Symbol;

/// A document that whoever reads may open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Chip {
    /// The document.
    pub(crate) paper: Paper,
    /// The last version in each language that has one.
    pub(crate) texts: Vec<(Language, u32)>,
}

impl Chip {
    /// Answers the conference's own languages in which it has no text.
    pub(crate) fn missing(&self) -> impl Iterator<Item = Language> {
        [Language::Es, Language::En].into_iter().filter(|own| self.texts.iter().all(|(language, _)| language != own))
    }
}

/// Answers whether a document is filed.
pub(crate) fn is_filed(now: &Connection, symbol: &Symbol) -> Result<bool, StoreError> {
    Ok(queries::one(now, symbol)?.is_some())
}

/// Answers whether a document was written for a meeting.
pub(crate) fn hang_on(now: &Connection, meeting: &Symbol) -> Result<bool, StoreError> {
    let mut statement = now.prepare_cached("SELECT EXISTS (SELECT 1 FROM papers_paper WHERE meeting = ?1)")?;
    Ok(statement.query_row([meeting.as_str()], |row| row.get(0))?)
}

/// Answers the documents that whoever reads may open, in the order named; the others are passed over, as if they were not there.
pub(crate) fn chips<P: Permit>(reader: &Reader<P>, symbols: &[Symbol]) -> Result<Vec<Chip>, StoreError> {
    let sees = |resource: &Resource| reader.ground().policy.allows::<ShowPaper>(reader.caller(), resource);
    // An agenda names hundreds of documents of a few sorts: each sort is judged once.
    let mut judged: BTreeMap<(&'static str, String), bool> = BTreeMap::new();
    reader.ask(|now| {
        let mut chips = Vec::new();
        for symbol in symbols {
            let Some(paper) = queries::one(now, symbol)? else { continue };
            let resource = queries::resource_of(now, &paper)?;
            let sort = (resource.status, resource.within.clone());
            if !*judged.entry(sort).or_insert_with(|| sees(&resource)) {
                continue;
            }
            let mut texts = Vec::new();
            for language in Language::ALL {
                let version = queries::last_version(now, symbol, language)?;
                texts.extend((version > 0).then_some((language, version)));
            }
            chips.push(Chip { paper, texts });
        }
        Ok(chips)
    })
}

/// Draws documents with a link to each text, and says in which of the conference's languages there is none.
pub(crate) fn drawn(voice: &Voice, chips: &[Chip]) -> Markup {
    html! {
        ul .chips { @for chip in chips {
            @let path = format!("/papers/{}", chip.paper.symbol.in_address());
            li {
                a .mono href=(path) { (chip.paper.symbol) } " " (show::title(voice, &chip.paper))
                @for (language, version) in &chip.texts {
                    @let name = voice.tn("papers-chip", &[("symbol", chip.paper.symbol.as_str().into()), ("language", language.own_name().into())]);
                    " " a .chip href={ (path) "/texts/" (language.tag()) "-" (version) } download aria-label=(name) { (language.own_name()) }
                }
                @for language in chip.missing() {
                    " " small { (voice.tn("papers-text-missing", &[("language", language.own_name().into())])) }
                }
            }
        } }
    }
}
