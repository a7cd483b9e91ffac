//! The acts on a set of drafts: look at it, bring the text in the other language, enter all that is confirmed, throw it away.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use axum::extract::{FromRequest, Path, Request};
use axum::response::{IntoResponse, Response};
use base::access::{Permit, Resource};
use base::desk::{Entries, Permitted, Reader, Writer};
use base::identity::profile::InForce;
use base::store::StoreError;
use base::web::fields::{self, Field};
use base::web::parts::{self, Tone};
use base::web::tables::{Column, Pager, Table, pager, table};
use base::web::{Asked, Filled, Posted, Problem, Refusal, Upload, UploadPart, Visit, Voice, see_other};
use conference::import::{Reading, read};
use maud::{Markup, html};
use rusqlite::Connection;

use super::add::{Adopting, record};
use super::api::{AdoptedSet, DraftShown, DraftsShown};
use super::decision::symbol_of;
use super::drafts::{self, DRAFTS_MAX, Draft, Set, Standing};
use super::due_days::Today;
use super::entries::{Changed, DecisionEntry, Discarded};
use super::form::fault;
use super::list::first_of;
use super::permits::{AdoptDecisions, ChangeDraft, ShowDrafts};
use super::said::{kept_in_words, verb_key, voiced};
use super::{import, pages, reading};
use crate::meetings::Symbol;
use crate::obligations::ObligationEntry;

/// Drafts a page.
const PAGE_ROWS: usize = 100;
/// Paragraphs outside of drafts that a page shows.
const OTHERS_SHOWN: usize = 400;

/// Answers what the policies must know of a set.
pub(super) fn resource(id: &str) -> impl FnOnce(&Connection) -> Result<Option<Resource>, StoreError> {
    let id = id.to_owned();
    move |now| Ok(drafts::one_set(now, &id)?.map(|set| Resource::room_about(set.id)))
}

/// Reads a set that was not thrown away.
pub(super) fn set<P: Permit>(reader: &Reader<P>, id: &str) -> Result<Set, Refusal> {
    reader.ask(|now| drafts::one_set(now, id))?.filter(|set| !set.discarded).ok_or(Refusal::NotFound)
}

/// Shows a set.
pub(super) async fn page(
    desk: Permitted<ShowDrafts>,
    visit: Visit,
    Path(id): Path<String>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let resource = desk.about(resource(&id)).await?;
    let reader = desk.open(resource).await?;
    let done = query.0.typed("done").to_owned();
    let after = query.0.typed("after").parse().unwrap_or(0);
    Ok(visit.page("decisions-set", markup(&reader, &visit, &id, after, &done, &Filled::new())?))
}

/// Answers a set with its drafts, a hundred a page.
#[utoipa::path(
    get,
    path = "/api/v1/decisions/imports/{id}",
    operation_id = "show_drafts",
    tag = "decisions",
    params(
        ("id" = String, Path, description = "Of the set"),
        ("after" = Option<u64>, Query, description = "The `next` of the page before")
    ),
    responses(
        (status = 200, description = "The set", body = DraftsShown),
        (status = 404, description = "No such set", body = Problem),
        (status = 422, description = "`after` is no number", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<ShowDrafts>,
    Path(id): Path<String>,
    query: Asked,
) -> Result<axum::Json<DraftsShown>, Refusal> {
    let resource = desk.about(resource(&id)).await?;
    let reader = desk.open(resource).await?;
    let after = query.0.chosen("after").next().map_or(Ok(0), str::parse::<u32>);
    let after = after.map_err(|_| Refusal::Invalid(vec![fault("after", "decisions-fault-after")]))?;
    Ok(axum::Json(shown(&reader, &id, after)?))
}

/// Answers a set for machines.
pub(super) fn shown<P: Permit>(reader: &Reader<P>, id: &str, after: u32) -> Result<DraftsShown, Refusal> {
    let set = set(reader, id)?;
    let mut drafts = reader.ask(|now| drafts::of_set(now, id, after, PAGE_ROWS + 1))?;
    let more = drafts.len() > PAGE_ROWS;
    drafts.truncate(PAGE_ROWS);
    Ok(DraftsShown {
        id: set.id,
        meeting: set.meeting.to_string(),
        name: set.name,
        warnings: set.warnings.into_iter().map(|warned| warned.code).collect(),
        next: drafts.last().filter(|_| more).map(|last| last.at.place),
        drafts: drafts.iter().map(DraftShown::of).collect(),
    })
}

/// Takes the same text in the other language: each draft gets the paragraph of its number.
pub(super) async fn second(
    desk: Permitted<ChangeDraft>,
    visit: Visit,
    Path(id): Path<String>,
    request: Request,
) -> Result<Response, Refusal> {
    let resource = desk.about(resource(&id)).await?;
    let writer = desk.open_to_write(resource).await?;
    // Read only now: whoever may not know of the set is not told what a form for it looks like.
    let mut upload = Upload::from_request(request, writer.reader().ground()).await?;
    set(writer.reader(), &id)?;
    let mut bytes = Vec::new();
    while let Some(part) = upload.next().await? {
        if let UploadPart::File(_, _, content) = part {
            bytes = import::whole(content).await?;
        }
    }
    let refused = |key: &'static str| {
        let mut filled = Filled::new();
        filled.refuse_each(&visit.voice, &[fault("file", key)]);
        let page = markup(writer.reader(), &visit, &id, 0, "", &filled)?;
        Ok(visit.refused_page("decisions-set", page).into_response())
    };
    if bytes.is_empty() {
        return refused("decisions-fault-file");
    }
    let read = writer.reader().ask_long(move |_| Ok(read(&bytes, None, &mut |_| {}))).await?;
    let Ok(reading) = read else { return refused("decisions-fault-nothing") };
    let into = id.clone();
    let missing = writer.append(move |entries| pair(entries, &into, &reading)).await?;
    Ok(see_other(&format!("/decisions/imports/{id}?done={}", if missing == 0 { "paired" } else { "paired-partly" })))
}

/// Gives each draft the other text of its number; answers how many found none.
fn pair(entries: &Entries<'_, DecisionEntry>, id: &str, reading: &Reading) -> Result<usize, Refusal> {
    let language = reading::main_language(reading);
    let texts: BTreeMap<u32, &str> = reading.drafts.iter().map(|draft| (draft.number, draft.text.as_str())).collect();
    let mut missing = 0;
    for draft in drafts::of_set(entries.now(), id, 0, DRAFTS_MAX)? {
        if matches!(draft.standing, Standing::Dropped | Standing::Adopted) || draft.content.original == language {
            continue;
        }
        let Some(text) = texts.get(&draft.content.number) else {
            missing += 1;
            continue;
        };
        let mut content = draft.content;
        *content.text_mut(language) = (*text).to_owned();
        // Whoever confirmed it has not seen this text: it is open again.
        let standing = Standing::Open.code().to_owned();
        entries.append(&DecisionEntry::Changed(Changed {
            at: draft.at,
            revision: draft.revision + 1,
            standing,
            content,
        }))?;
    }
    Ok(missing)
}

/// Enters every confirmed draft as a decision, all or none.
pub(super) async fn adopt(
    desk: Permitted<AdoptDecisions>,
    visit: Visit,
    Path(id): Path<String>,
    Posted(_): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(resource(&id)).await?;
    let writer = desk.open_to_write(resource).await?;
    match enter(&writer, &id).await {
        Ok(_) => Ok(see_other(&format!("/decisions/imports/{id}?done=adopted"))),
        Err(Refusal::Invalid(faults)) => {
            let mut filled = Filled::new();
            for fault in faults {
                filled.refuse_form(format!("{} {}", fault.field, visit.voice.say(&fault.said)));
            }
            let page = markup(writer.reader(), &visit, &id, 0, "", &filled)?;
            Ok(visit.refused_page("decisions-set", page).into_response())
        }
        Err(refusal) => Err(refusal),
    }
}

/// Enters every confirmed draft as a decision, all or none.
#[utoipa::path(
    post,
    path = "/api/v1/decisions/imports/{id}/adopt",
    operation_id = "adopt_drafts",
    tag = "decisions",
    params(("id" = String, Path, description = "Of the set")),
    responses(
        (status = 200, description = "Entered; their symbols", body = AdoptedSet),
        (status = 404, description = "No such set", body = Problem),
        (status = 422, description = "Something in one of them cannot be used; none was entered", body = Problem)
    )
)]
pub(super) async fn adopt_call(
    desk: Permitted<AdoptDecisions>,
    Path(id): Path<String>,
) -> Result<axum::Json<AdoptedSet>, Refusal> {
    let resource = desk.about(resource(&id)).await?;
    let writer = desk.open_to_write(resource).await?;
    let symbols = enter(&writer, &id).await?;
    Ok(axum::Json(AdoptedSet { symbols: symbols.iter().map(Symbol::to_string).collect() }))
}

async fn enter(writer: &Writer<AdoptDecisions>, id: &str) -> Result<Vec<Symbol>, Refusal> {
    let set = set(writer.reader(), id)?;
    let today = Today::at_the_seat(writer.reader().ground()).on;
    let profile = writer.reader().ground().identity.profile();
    writer.append_both(move |entries, duties| adopt_all((entries, duties), &set, today, &profile)).await
}

fn adopt_all(
    (entries, duties): (&Entries<'_, DecisionEntry>, &Entries<'_, ObligationEntry>),
    set: &Set,
    today: jiff::civil::Date,
    profile: &Arc<InForce>,
) -> Result<Vec<Symbol>, Refusal> {
    let drafts = drafts::of_set(entries.now(), &set.id, 0, DRAFTS_MAX)?;
    let confirmed: Vec<Draft> = drafts.into_iter().filter(|draft| draft.standing == Standing::Confirmed).collect();
    if confirmed.is_empty() {
        return Err(Refusal::Invalid(vec![fault("", "decisions-fault-none-confirmed")]));
    }
    let meeting = crate::meetings::one(entries.now(), &set.meeting)?.ok_or(Refusal::NotFound)?;
    // A link may lead to a decision that is entered by the same act.
    let together: BTreeSet<Symbol> = confirmed
        .iter()
        .filter_map(|draft| symbol_of(&set.meeting, meeting.last_on, draft.content.number).ok())
        .collect();
    let (mut symbols, mut faults) = (Vec::new(), Vec::new());
    for draft in confirmed {
        let number = draft.content.number;
        let adopting = Adopting {
            meeting: set.meeting.clone(),
            round: None,
            adopted_on: None,
            today,
            content: draft.content,
            profile: Arc::clone(profile),
            draft: Some(draft.at),
        };
        match record((entries, duties), adopting, &together) {
            Ok(symbol) => symbols.push(symbol),
            Err(Refusal::Invalid(found)) => {
                faults.extend(
                    found.into_iter().map(|fault| base::web::InputFault { field: number.to_string(), ..fault }),
                );
            }
            Err(refusal) => return Err(refusal),
        }
    }
    if faults.is_empty() { Ok(symbols) } else { Err(Refusal::Invalid(faults)) }
}

/// Throws a set away; what was entered from it stays.
pub(super) async fn discard(
    desk: Permitted<ChangeDraft>,
    Path(id): Path<String>,
    Posted(_): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(resource(&id)).await?;
    let writer = desk.open_to_write(resource).await?;
    set(writer.reader(), &id)?;
    writer
        .append(move |entries| {
            entries.append(&DecisionEntry::Discarded(Discarded { import: id })).map(|_| ()).map_err(Refusal::from)
        })
        .await?;
    Ok(see_other("/decisions/imports"))
}

fn markup<P: Permit>(
    reader: &Reader<P>,
    visit: &Visit,
    id: &str,
    after: u32,
    done: &str,
    filled: &Filled,
) -> Result<Markup, Refusal> {
    let set = set(reader, id)?;
    let (mut drafts, counts) = reader.ask(|now| {
        let counts = Standing::ALL.map(|standing| drafts::count(now, id, standing));
        Ok((drafts::of_set(now, id, after, PAGE_ROWS + 1)?, counts))
    })?;
    let mut counted = [0; 4];
    for (at, count) in counts.into_iter().enumerate() {
        counted[at] = count?;
    }
    let more = drafts.len() > PAGE_ROWS;
    drafts.truncate(PAGE_ROWS);
    let (voice, path) = (&visit.voice, format!("/decisions/imports/{id}"));
    let rows = drafts.len() as u64;
    let stand = Pager {
        from: u64::from(after) + 1,
        to: u64::from(after) + rows.max(1),
        total: Some(counted.iter().sum()),
        previous: (after > 0).then(|| format!("{path}?after={}", after.saturating_sub(PAGE_ROWS as u32))),
        next: drafts.last().filter(|_| more).map(|last| format!("{path}?after={}", last.at.place)),
    };
    Ok(html! {
        h1 { (voice.tn("decisions-set-title", &[("meeting", set.meeting.to_string().into())])) }
        (fields::error_summary(voice, filled))
        @match done {
            "paired" => (parts::notice(Tone::Done, html! { p { (voice.t("decisions-done-paired")) } })),
            "paired-partly" => (parts::notice(Tone::Soon, html! { p { (voice.t("decisions-done-paired-partly")) } })),
            "adopted" => (parts::notice(Tone::Done, html! { p { (voice.t("decisions-done-set-adopted")) } })),
            _ => {},
        }
        p { @for (standing, count) in Standing::ALL.into_iter().zip(counted) {
            (parts::tag(tone(standing), &format!("{}: {count}", voice.t(standing.key())))) " "
        } }
        (warnings(voice, &set))
        (listed(voice, &path, &drafts))
        @if more || after > 0 { (pager(voice, &stand)) }
        @if counted[1] > 0 {
            p { (voice.t("decisions-adopt-about")) }
            (fields::form(&format!("{path}/adopt"), visit.csrf(), fields::submit_row(voice, "decisions-adopt-send", None)))
        }
        (parts::details(&voice.t("decisions-second"), html! {
            p { (voice.t("decisions-second-about")) }
            (fields::upload_form(&format!("{path}/second"), visit.csrf(), html! {
                (fields::file_input(voice, filled, &Field::new("file", "decisions-file").accept(".txt,.html,.htm,.docx")))
                (fields::submit_row(voice, "decisions-file-send", None))
            }))
        }))
        (parts::details(&voice.t("decisions-discard"), html! {
            p { (voice.t("decisions-discard-about")) }
            (fields::form(&format!("{path}/discard"), visit.csrf(), fields::submit_row(voice, "decisions-discard", None)))
        }))
        p { a href="/decisions/imports" { (voice.t("decisions-sets")) } }
    })
}

/// Draws what a person should know of the reading, and what belongs to no draft.
fn warnings(voice: &Voice, set: &Set) -> Markup {
    html! {
        @if !set.warnings.is_empty() {
            (parts::notice(Tone::Soon, html! { ul { @for warned in &set.warnings { li { (kept_in_words(warned, &voiced(voice))) } } } }))
        }
        @if !set.others.is_empty() {
            (parts::details(&voice.tn("decisions-others", &[("count", set.others.len().into())]), html! {
                @for other in set.others.iter().take(OTHERS_SHOWN) { p { (other) } }
            }))
        }
    }
}

fn listed(voice: &Voice, path: &str, drafts: &[Draft]) -> Markup {
    let heading = |key| Column::text(voice.t(key).into_owned());
    let rows = drafts.iter().map(|draft| {
        let verbs: Vec<_> = draft.content.asks.iter().map(|ask| voice.t(&verb_key(ask.verb))).collect();
        vec![
            html! { a href={ (path) "/" (draft.at.place) } { (draft.content.number) } },
            parts::tag(tone(draft.standing), &voice.t(draft.standing.key())),
            html! { (verbs.join(", ")) },
            html! { (first_of(pages::text(voice, &draft.content))) },
        ]
    });
    let columns = vec![
        heading("decisions-number"),
        heading("decisions-draft-standing"),
        heading("decisions-verbs"),
        heading("decisions-text"),
    ];
    let caption = voice.t("decisions-drafts").into_owned();
    table(voice, &Table { id: "drafts", caption, columns, rows: rows.collect(), empty: "decisions-sets-empty" })
}

pub(super) fn tone(standing: Standing) -> Tone {
    match standing {
        Standing::Open => Tone::Soon,
        Standing::Confirmed => Tone::Deep,
        Standing::Dropped => Tone::Quiet,
        Standing::Adopted => Tone::Done,
    }
}
