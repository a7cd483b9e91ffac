//! The act "take the decisions of a meeting away": Akoma Ntoso, CSV or JSON.

use std::collections::BTreeMap;

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use base::access::{Permit, Resource};
use base::desk::{Permitted, Reader};
use base::web::{Asked, Problem, Refusal};
use base::words::Language;
use conference::adopted::{self, Adopted, Block, Heading};
use conference::import::Due;
use conference::language::TextLanguage;
use conference::{adopted::AdoptedError, akn};

use super::decision::Tongue;
use super::due_days::{Today, due_on};
use super::form::{self, fault};
use super::pages;
use super::permits::ExportDecisions;
use super::queries::{self, Decision};
use crate::meetings::{self, Meeting, Symbol};

/// How a copy is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecisionsFormat {
    /// Akoma Ntoso 3.0, in one language.
    Akn(TextLanguage),
    /// Rows parted by commas.
    Csv,
    /// One array.
    Json,
}

/// Answers the decisions of a meeting, all that one may see.
#[utoipa::path(
    get,
    path = "/api/v1/decisions/export",
    operation_id = "export_decisions",
    tag = "decisions",
    params(
        ("meeting" = String, Query, description = "Symbol of the meeting"),
        ("format" = String, Query, description = "`akn`, `csv` or `json`; docs/formats/decisions.md"),
        ("language" = Option<String>, Query, description = "Of Akoma Ntoso: `en` or `es`; left out, `en`")
    ),
    responses(
        (
            status = 200,
            description = "The copy",
            content((String = "application/akn+xml"), (String = "text/csv"), (Vec<serde_json::Value> = "application/json"))
        ),
        (status = 404, description = "No such meeting that one may see", body = Problem),
        (status = 422, description = "No such format, or no text in that language", body = Problem)
    )
)]
pub(super) async fn call(desk: Permitted<ExportDecisions>, query: Asked) -> Result<Response, Refusal> {
    let meeting = form::symbol("meeting", query.0.typed("meeting")).ok();
    let resource = desk
        .about(|now| {
            let Some(meeting) = meeting.as_ref() else { return Ok(None) };
            Ok(meetings::one(now, meeting)?.map(|meeting| Resource {
                status: if meeting.members_only { pages::MEMBERS_ONLY } else { pages::OPEN },
                about: meeting.symbol.to_string(),
                ..Resource::default()
            }))
        })
        .await?;
    let reader = desk.open(resource).await?;
    let language = match query.0.typed("language") {
        "" | "en" => TextLanguage::English,
        "es" => TextLanguage::Spanish,
        _ => return Err(Refusal::Invalid(vec![fault("language", "decisions-fault-original")])),
    };
    let (format, kind, ending) = match query.0.typed("format") {
        "akn" => (DecisionsFormat::Akn(language), "application/akn+xml", "akn"),
        "csv" => (DecisionsFormat::Csv, "text/csv; charset=utf-8", "csv"),
        "json" => (DecisionsFormat::Json, "application/json", "json"),
        _ => return Err(Refusal::Invalid(vec![fault("format", "decisions-fault-format")])),
    };
    let meeting = meeting.ok_or(Refusal::NotFound)?;
    let name = format!("attachment; filename=\"{}.{ending}\"", meeting.in_address());
    let text = export_decisions(&reader, &meeting, format)?;
    Ok(([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, name)], text).into_response())
}

/// Writes the decisions of a meeting.
///
/// Errors: `NotFound` where the meeting is not known; `Invalid` where there is no text in the language.
pub fn export_decisions<P: Permit>(
    reader: &Reader<P>,
    meeting: &Symbol,
    format: DecisionsFormat,
) -> Result<String, Refusal> {
    let set = set(reader, meeting)?;
    let today = Today::at_the_seat(reader.ground()).on;
    let written = match format {
        DecisionsFormat::Akn(language) => akn::statement(&set, language, today),
        DecisionsFormat::Csv => adopted::csv(&set),
        DecisionsFormat::Json => adopted::json(&set),
    };
    written.map_err(|error| match error {
        AdoptedError::NoText(_) => Refusal::Invalid(vec![fault("language", "decisions-fault-no-text")]),
        error => Refusal::Fault(error.to_string()),
    })
}

fn set<P: Permit>(reader: &Reader<P>, symbol: &Symbol) -> Result<Adopted, Refusal> {
    let today = Today::at_the_seat(reader.ground());
    let read = reader.ask(|now| {
        let Some(meeting) = meetings::one(now, symbol)? else { return Ok(None) };
        let mut decisions = Vec::new();
        for decision in queries::of_meeting(now, symbol)? {
            let later = queries::later(now, &decision.symbol)?;
            let mut dues = Vec::new();
            for rule in decision.content.asks.iter().filter_map(|ask| ask.rule.clone()) {
                // Of a rule that comes again there is no one day.
                let date = if rule.recurs() { None } else { due_on(now, &decision, &later, &rule, &today)? };
                dues.push(Due { rule, date });
            }
            decisions.push((decision, dues));
        }
        Ok(Some((meeting, decisions)))
    })?;
    let (meeting, decisions) = read.ok_or(Refusal::NotFound)?;
    let original = decisions.first().map_or(Tongue::En, |(decision, _)| decision.content.original);
    let adopted_on = decisions.first().map_or(meeting.last_on, |(decision, _)| decision.adopted_on);
    let headings = headings(reader, &meeting, decisions.iter().map(|(decision, _)| decision));
    Ok(Adopted {
        process: reader.ground().identity.profile().code.to_lowercase(),
        meeting: meeting.symbol.to_string(),
        number: meeting.number,
        adopted_on,
        original: language(original),
        headings,
        decisions: decisions.into_iter().map(|(decision, dues)| written(decision, dues)).collect(),
    })
}

/// Answers what stands before the decisions, in each language in which at least one of them has a text.
fn headings<'d, P: Permit>(
    reader: &Reader<P>,
    meeting: &Meeting,
    decisions: impl Iterator<Item = &'d Decision> + Clone,
) -> BTreeMap<TextLanguage, Heading> {
    let profile = reader.ground().identity.profile();
    let there = Tongue::ALL.into_iter().filter(|tongue| {
        let mut all = decisions.clone();
        all.any(|decision| !decision.content.text(*tongue).is_empty())
    });
    let heading = |tongue| {
        let (title, spoken) = match tongue {
            Tongue::En => (&meeting.title_en, Language::En),
            Tongue::Es => (&meeting.title_es, Language::Es),
        };
        let author = profile.name.in_language(spoken).to_owned();
        (language(tongue), Heading { author, title: title.clone(), recitals: Vec::new(), formula: None })
    };
    there.map(heading).collect()
}

fn written(decision: Decision, dues: Vec<Due>) -> adopted::Decision {
    let content = decision.content;
    let texts = Tongue::ALL.into_iter().filter(|tongue| !content.text(*tongue).is_empty());
    let texts = texts.map(|tongue| (language(tongue), blocks(content.text(tongue)))).collect();
    let mut addressees: Vec<String> = Vec::new();
    for name in content.asks.iter().flat_map(|ask| &ask.addressees) {
        if !addressees.contains(name) {
            addressees.push(name.clone());
        }
    }
    adopted::Decision {
        number: content.number,
        symbol: decision.symbol.to_string(),
        verbs: content.asks.iter().map(|ask| ask.verb).collect(),
        addressees,
        dues,
        condition: Some(content.condition).filter(|condition| !condition.is_empty()),
        texts,
    }
}

const fn language(tongue: Tongue) -> TextLanguage {
    match tongue {
        Tongue::En => TextLanguage::English,
        Tongue::Es => TextLanguage::Spanish,
    }
}

/// Answers a text as paragraphs and lists: a line that begins with a mark is a point.
fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for line in text.lines() {
        match (point(line), blocks.last_mut()) {
            (Some(point), Some(Block::List(points))) => points.push(point),
            (Some(point), _) => blocks.push(Block::List(vec![point])),
            (None, _) => blocks.push(Block::Paragraph(line.to_owned())),
        }
    }
    blocks
}

/// Reads `a) text`, `1. text` or `– text`.
fn point(line: &str) -> Option<(String, String)> {
    let (mark, text) = line.split_once(' ')?;
    let counted = mark.strip_suffix([')', '.']).is_some_and(|mark| {
        (1..=3).contains(&mark.len())
            && (mark.bytes().all(|b| b.is_ascii_digit()) || mark.bytes().all(|b| b.is_ascii_lowercase()))
    });
    (counted || ["-", "–", "•"].contains(&mark)).then(|| (mark.to_owned(), text.to_owned()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::samples::*;
    use super::*;

    #[test]
    fn points_become_a_list() {
        let blocks = blocks("It could be used for:\na) activities;\nb) needs.\nThat is all.");
        assert_eq!(blocks.len(), 3);
        assert!(matches!(&blocks[1], Block::List(points) if points.len() == 2 && points[0].0 == "a)"));
    }

    #[tokio::test]
    async fn the_decisions_of_a_meeting_leave_the_house_in_three_forms() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        held(&specimen, &coordinator).await;
        decide(&specimen, &coordinator, "15").await;
        let token = coordinator_token(&specimen);
        let get = async |query: &str| {
            api_get(&specimen, &token, &format!("/api/v1/decisions/export?meeting=RCM/VIII{query}")).await
        };
        let csv = get("&format=csv").await.body;
        assert!(
            csv.contains("RCM/VIII/2003/DEC/15,15,RCM/VIII,2003-05-30,urge,members,3 months after adoption,2003-08-30"),
            "{csv}"
        );
        assert!(get("&format=json").await.body.contains("\"date\":\"2003-08-30\""));
        let akn = get("&format=akn&language=es").await.body;
        assert!(
            akn.contains("/akn/xa/statement/declaration/rcm/2003-05-30/8") && akn.contains("países miembros"),
            "{akn}"
        );
        assert_eq!(get("&format=pdf").await.status, 422);
        assert_eq!(api_get(&specimen, &token, "/api/v1/decisions/export?meeting=RCM/IX&format=csv").await.status, 404);
    }
}
