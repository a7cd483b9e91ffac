//! The act "take it as a calendar": meetings and deadlines of one's own party, for the program that holds one's days.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use base::access::Resource;
use base::desk::Permitted;
use base::web::{Refusal, Visit};
use base::words::Language;
use conference::calendar::{Entry, Feed, Kind, Todo, feed};
use conference::language::TextLanguage;

use super::permits::TakeCalendar;
use super::show::{all_waiting, asked};
use super::waiting::{Waiting, When};

/// How far ahead a calendar looks, in days.
const AHEAD_DAYS: i64 = 3_660;

/// Hands the calendar over.
pub(super) async fn page(desk: Permitted<TakeCalendar>, visit: Visit) -> Result<Response, Refusal> {
    let reader = desk.open(Resource::room()).await?;
    let asked = asked(&reader, AHEAD_DAYS);
    let waiting = reader.ask(|now| all_waiting(now, &asked))?;
    let voice = &visit.voice;
    let party = reader.ground().identity.party_name(asked.party, voice.language);
    let language = match voice.language {
        Language::En => TextLanguage::English,
        Language::Es => TextLanguage::Spanish,
        Language::Fr => TextLanguage::French,
    };
    let text = feed(&Feed {
        name: voice.tn("today-calendar-name", &[("party", party.into())]).into_owned(),
        language,
        domain: format!("{}.puebla.invalid", reader.ground().identity.profile().code.to_lowercase()),
        entries: waiting.iter().filter_map(|thing| entry(thing, language)).collect(),
    });
    let name = format!("attachment; filename=\"puebla-{}.ics\"", asked.party);
    Ok(([(CONTENT_TYPE, "text/calendar; charset=utf-8".to_owned()), (CONTENT_DISPOSITION, name)], text).into_response())
}

fn entry(thing: &Waiting, language: TextLanguage) -> Option<Entry> {
    let todo = if thing.done { Todo::Done { at: thing.changed_at } } else { Todo::Open };
    let kind = match &thing.when {
        When::DueOn(on) => Kind::DueOn { on: *on, todo },
        When::DueAt(at) => Kind::DueAt { at: *at, todo },
        When::Days { from, to, place, .. } => {
            Kind::Days { from: *from, to: *to, place: Some(place.clone()), cancelled: false }
        }
        When::Open => return None,
    };
    let what = if language == TextLanguage::Spanish { &thing.what_es } else { &thing.what_en };
    // A calendar that has the entry takes the one that changed later.
    let revision = u32::try_from(thing.changed_at.as_second().max(0)).unwrap_or(u32::MAX) & 0x7fff_ffff;
    Some(Entry {
        id: thing.id.clone(),
        revision,
        changed_at: thing.changed_at,
        summary: what.clone(),
        description: None,
        address: None,
        kind,
    })
}
