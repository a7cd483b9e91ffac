//! Statements: the act of looking at them in the order handed in, and the act of handing one in.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base::access::{Permit, Resource};
use base::desk::{Entries, Permitted, Reader, Writer};
use base::web::fields::{self, Choice, Field};
use base::web::parts::{self, Tone};
use base::web::tables::{Column, Pager, Table, pager, table};
use base::web::{Asked, Filled, InputFault, Posted, Problem, Refusal, Sent, Visit, Voice, see_other};
use base::words::Language;
use journal::StateCode;
use maud::{Markup, html};

use super::api::{NewStatement, StatementShown, StatementsShown};
use super::drawn;
use super::entries::{HandedIn, SittingEntry};
use super::permits::{HandIn, ShowSitting};
use super::queries::{self, Listed, STATEMENTS_MAX, STATEMENTS_OF_PARTY_MAX, Statement};
use super::roll::{self, Expected};
use super::written::{self, fault};
use crate::meetings::{self, Meeting, Symbol};
use crate::members::Class;

/// Statements with their texts that a machine gets at once.
const PAGE_ROWS: usize = 20;
/// Statements that a page lists, without their texts.
const LISTED_ROWS: usize = 50;

/// Shows the statements, and the form to whoever may hand one in.
pub(super) async fn page(
    desk: Permitted<ShowSitting>,
    visit: Visit,
    Path(reference): Path<String>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let resource = desk.about(meetings::resource(&reference)).await?;
    let reader = desk.open(resource.clone()).await?;
    let meeting = meetings::opened(&reader, &reference)?;
    let own = Resource { owner: Some(reader.caller().state), ..resource };
    let may_hand_in = !meeting.is_cancelled() && reader.ground().policy.allows::<HandIn>(reader.caller(), &own);
    let filled = Filled::new().with("original", visit.voice.language.tag());
    // What an address names wrongly is the first page.
    let after = query.0.typed("after").parse().unwrap_or(0);
    let mut shown = Shown::read(&reader, meeting, may_hand_in, after)?;
    // What a party hands in that this meeting does not expect would be refused.
    shown.may_hand_in &= shown.for_others || speakers(&shown.expected).any(|one| one.party == shown.own);
    Ok(visit.page("sittings-statements", shown.markup(&visit, &filled, query.0.typed("done"))))
}

/// Answers the statements of a meeting in the order handed in.
#[utoipa::path(
    get,
    path = "/api/v1/meetings/{reference}/statements",
    operation_id = "list_statements",
    tag = "sittings",
    params(
        ("reference" = String, Path, description = "The meeting's symbol, with `-` in the place of `/`"),
        ("after" = Option<u32>, Query, description = "The `next` of the page before")
    ),
    responses(
        (status = 200, description = "Up to twenty statements with their answers", body = StatementsShown),
        (status = 404, description = "No such meeting that one may see", body = Problem),
        (status = 422, description = "`after` is no number", body = Problem)
    )
)]
pub(super) async fn list_call(
    desk: Permitted<ShowSitting>,
    Path(reference): Path<String>,
    query: Asked,
) -> Result<axum::Json<StatementsShown>, Refusal> {
    let resource = desk.about(meetings::resource(&reference)).await?;
    let reader = desk.open(resource).await?;
    let after = query.0.chosen("after").next().map_or(Ok(0), str::parse::<u32>);
    let after = after.map_err(|_| Refusal::field("after", "after", "sittings-fault-after"))?;
    let meeting = meetings::opened(&reader, &reference)?.symbol;
    let mut statements = reader.ask(|now| queries::statements(now, &meeting, after, PAGE_ROWS + 1))?;
    let more = statements.len() > PAGE_ROWS;
    statements.truncate(PAGE_ROWS);
    let next = statements.last().filter(|_| more).map(|last| last.place);
    let seen = drawn::seen(&reader, &meeting)?;
    let statements = statements
        .iter()
        .map(|one| shown(&reader, &meeting, one, seen.iter().find(|item| Some(item.item) == one.item)))
        .collect::<Result<_, _>>()?;
    Ok(axum::Json(StatementsShown { meeting: meeting.to_string(), statements, next }))
}

/// Answers a statement for machines, with the item that it speaks to where whoever reads may see it.
pub(super) fn shown<P: Permit>(
    reader: &Reader<P>,
    meeting: &Symbol,
    statement: &Statement,
    item: Option<&queries::Item>,
) -> Result<StatementShown, Refusal> {
    let answers = reader.ask(|now| queries::answers(now, meeting, statement.place))?;
    Ok(StatementShown::of(statement, item.map(|item| item.item), &answers))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<HandIn>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(meetings::resource(&reference)).await?;
    let typed = |name| filled.typed(name).to_owned();
    let item = typed("item");
    let new = NewStatement {
        party: typed("party"),
        // What is no number is no item: it is refused like one that is not there.
        item: (!item.is_empty()).then(|| item.parse().unwrap_or(0)),
        original: typed("original"),
        text_en: typed("text_en"),
        text_es: typed("text_es"),
        text_fr: typed("text_fr"),
    };
    let resource = of_party(&desk, resource, &new);
    let writer = desk.open_to_write(resource).await?;
    let meeting = meetings::opened(writer.reader(), &reference)?;
    match enter(&writer, &meeting, &new).await {
        Ok(_) => Ok(see_other(&format!("/meetings/{}/statements?done=handed-in", meeting.symbol.in_address()))),
        Err(Refusal::Invalid(faults)) => {
            filled.refuse_each(&visit.voice, &faults);
            let shown = Shown::read(writer.reader(), meeting, true, 0)?;
            Ok(visit.refused_page("sittings-statements", shown.markup(&visit, &filled, "")).into_response())
        }
        Err(Refusal::Conflict(said)) => {
            filled.refuse_form(visit.voice.say(&said));
            let shown = Shown::read(writer.reader(), meeting, true, 0)?;
            Ok(drawn::conflict(&visit, "sittings-statements", shown.markup(&visit, &filled, "")))
        }
        Err(refusal) => Err(refusal),
    }
}

/// Hands a statement in.
#[utoipa::path(
    post,
    path = "/api/v1/meetings/{reference}/statements",
    operation_id = "hand_in_statement",
    tag = "sittings",
    params(("reference" = String, Path, description = "The meeting's symbol, with `-` in the place of `/`")),
    request_body = NewStatement,
    responses(
        (status = 201, description = "Handed in", body = StatementShown),
        (status = 404, description = "No such meeting, or one may not hand in there", body = Problem),
        (status = 409, description = "The meeting is cancelled, or has two hundred statements, or twenty of this party", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<HandIn>,
    Path(reference): Path<String>,
    Sent(sent): Sent<NewStatement>,
) -> Result<Response, Refusal> {
    let resource = desk.about(meetings::resource(&reference)).await?;
    let resource = of_party(&desk, resource, &sent);
    let writer = desk.open_to_write(resource).await?;
    let meeting = meetings::opened(writer.reader(), &reference)?;
    let statement = enter(&writer, &meeting, &sent).await?;
    // It was taken, so that its item is one that observers speak to: whoever handed it in sees that one.
    let item =
        drawn::seen(writer.reader(), &meeting.symbol)?.into_iter().find(|item| Some(item.item) == statement.item);
    let body = shown(writer.reader(), &meeting.symbol, &statement, item.as_ref())?;
    Ok((StatusCode::CREATED, axum::Json(body)).into_response())
}

/// Says to the policies whose statement it is: the party that is named, or whoever speaks.
fn of_party(desk: &Permitted<HandIn>, resource: Resource, new: &NewStatement) -> Resource {
    let named = new.party.trim();
    let owner = if named.is_empty() { Some(desk.caller().state) } else { named.to_uppercase().parse().ok() };
    Resource { owner, ..resource }
}

async fn enter(writer: &Writer<HandIn>, meeting: &Meeting, new: &NewStatement) -> Result<Statement, Refusal> {
    let handed = read(writer.reader(), meeting, new)?;
    writer.append(move |entries| record(entries, handed)).await
}

/// Hands a statement in, from a thread of its own.
///
/// Errors: `NotFound` where there is no such meeting, `Conflict` where it is cancelled, `Invalid` with every fault.
pub fn hand_in(writer: &Writer<HandIn>, meeting: &Symbol, new: &NewStatement) -> Result<(), Refusal> {
    let found = writer.reader().ask(|now| meetings::one(now, meeting))?.ok_or(Refusal::NotFound)?;
    let handed = read(writer.reader(), &found, new)?;
    writer.append_blocking(move |entries| record(entries, handed)).map(|_| ())
}

fn read<P: Permit>(reader: &Reader<P>, meeting: &Meeting, new: &NewStatement) -> Result<HandedIn, Refusal> {
    drawn::refuse_cancelled(meeting)?;
    let mut faults: Vec<InputFault> = Vec::new();
    let profile = reader.ground().identity.profile();
    let expected = reader.ask(|now| roll::expected(now, &profile, meeting))?;
    let named = new.party.trim().to_uppercase();
    let party = if named.is_empty() { Some(reader.caller().state) } else { named.parse::<StateCode>().ok() };
    let known = party.and_then(|party| speakers(&expected).find(|one| one.party == party));
    if known.is_none() {
        faults.push(fault("party", "sittings-fault-party"));
    }
    let original = Language::parse(&new.original);
    if original.is_none() {
        faults.push(fault("original", "sittings-fault-original"));
    }
    let texts = written::texts(&new.text_en, &new.text_es, &new.text_fr).map_err(|found| faults.extend(found));
    match (known, original, texts) {
        (Some(known), Some(original), Ok(texts)) if faults.is_empty() => {
            let in_original = match original {
                Language::En => &texts.en,
                Language::Es => &texts.es,
                Language::Fr => &texts.fr,
            };
            if in_original.is_empty() {
                return Err(Refusal::Invalid(vec![fault("original", "sittings-fault-original-missing")]));
            }
            Ok(HandedIn {
                meeting: meeting.symbol.clone(),
                place: 0,
                party: known.party,
                class: known.class.code().to_owned(),
                item: new.item,
                original: original.tag().to_owned(),
                texts,
            })
        }
        _ => Err(Refusal::Invalid(faults)),
    }
}

/// Whoever may hand in: everybody who is no member.
fn speakers(expected: &[Expected]) -> impl Iterator<Item = &Expected> {
    expected.iter().filter(|one| one.class != Class::Member)
}

fn record(entries: &Entries<'_, SittingEntry>, mut handed: HandedIn) -> Result<Statement, Refusal> {
    let (now, meeting) = (entries.now(), handed.meeting.clone());
    drawn::refuse_cancelled(&meetings::one(now, &meeting)?.ok_or(Refusal::NotFound)?)?;
    if let Some(item) = handed.item {
        // One that is kept for members has no slot, so that its absence and its presence read the same.
        let has_slot = queries::item(now, &meeting, item)?.is_some_and(|item| item.content.observer_slot);
        if !has_slot {
            return Err(Refusal::Invalid(vec![fault("item", "sittings-fault-item")]));
        }
    }
    handed.place = queries::counted(now, &meeting)?.0 + 1;
    if handed.place > STATEMENTS_MAX {
        return Err(Refusal::conflict("sittings-fault-statements"));
    }
    if queries::counted_of(now, &meeting, handed.party)? >= STATEMENTS_OF_PARTY_MAX {
        return Err(Refusal::conflict("sittings-fault-statements-party"));
    }
    let place = handed.place;
    entries.append(&SittingEntry::HandedIn(handed))?;
    queries::statement(now, &meeting, place)?.ok_or(Refusal::NotFound)
}

/// What the page shows.
struct Shown {
    meeting: Meeting,
    listed: Vec<Listed>,
    pages: Pager,
    seen: Vec<queries::Item>,
    expected: Vec<Expected>,
    own: StateCode,
    for_others: bool,
    may_hand_in: bool,
}

impl Shown {
    fn read<P: Permit>(reader: &Reader<P>, meeting: Meeting, may_hand_in: bool, after: u32) -> Result<Shown, Refusal> {
        let profile = reader.ground().identity.profile();
        let symbol = &meeting.symbol;
        let ((mut listed, total), expected) = reader.ask(|now| {
            let listed = queries::listed(now, symbol, after, LISTED_ROWS + 1)?;
            Ok(((listed, queries::counted(now, symbol)?.0), roll::expected(now, &profile, &meeting)?))
        })?;
        let more = listed.len() > LISTED_ROWS;
        listed.truncate(LISTED_ROWS);
        // Places have no gaps, so that a place is where a row stands in the whole list.
        let path = format!("/meetings/{}/statements", symbol.in_address());
        let pages = Pager {
            from: u64::from(after) + 1,
            to: u64::from(after) + listed.len().max(1) as u64,
            total: Some(total.into()),
            previous: (after > 0).then(|| format!("{path}?after={}", after.saturating_sub(LISTED_ROWS as u32))),
            next: listed.last().filter(|_| more).map(|last| format!("{path}?after={}", last.place)),
        };
        let seen = drawn::seen(reader, symbol)?;
        let own = reader.caller().state;
        // Whoever may hand in for nobody in particular may do so for anybody: the policies say so of the secretariat alone.
        let (status, within) = (meeting.status(), symbol.to_string());
        let anybody = Resource { status, within, ..Resource::default() };
        let for_others = reader.ground().policy.allows::<HandIn>(reader.caller(), &anybody);
        Ok(Shown { meeting, listed, pages, seen, expected, own, for_others, may_hand_in })
    }

    fn markup(&self, visit: &Visit, filled: &Filled, done: &str) -> Markup {
        let voice = &visit.voice;
        html! {
            (drawn::heading(voice, "sittings-statements-of", &self.meeting))
            (fields::error_summary(voice, filled))
            @if done == "handed-in" { (parts::notice(Tone::Done, html! { p { (voice.t("sittings-done-handed-in")) } })) }
            p { (voice.t("sittings-statements-about")) }
            (self.table(voice))
            @if self.pages.previous.is_some() || self.pages.next.is_some() { (pager(voice, &self.pages)) }
            @if self.may_hand_in { (parts::card("hand-in", &voice.t("sittings-hand-in"), self.form(visit, filled))) }
            (drawn::back(voice, &self.meeting))
        }
    }

    fn name(&self, voice: &Voice, party: StateCode) -> String {
        let known = self.expected.iter().find(|one| one.party == party);
        known.map_or_else(|| party.to_string(), |one| one.names.in_language(voice.language).to_owned())
    }

    fn table(&self, voice: &Voice) -> Markup {
        let path = format!("/meetings/{}/statements", self.meeting.symbol.in_address());
        let row = |statement: &Listed| {
            let item = self.seen.iter().find(|item| Some(item.item) == statement.item);
            let (tone, key) =
                if statement.is_answered { (Tone::Done, "sittings-answered") } else { (Tone::Soon, "sittings-waits") };
            vec![
                html! { a href={ (path) "/" (statement.place) } { (voice.tn("sittings-statement-named", &[("place", statement.place.into())])) } },
                html! { (self.name(voice, statement.party)) },
                html! { @if let Some(item) = item { (item.place) ". " (drawn::title(voice, &item.content)) } @else { (voice.t("sittings-item-none")) } },
                parts::tag(tone, &voice.t(key)),
                voice.instant(statement.at),
            ]
        };
        let columns = ["sittings-statement", "sittings-party", "sittings-item", "sittings-answer", "sittings-when"]
            .map(|key| Column::text(voice.t(key)))
            .to_vec();
        let caption = voice.t("sittings-statements").into_owned();
        let rows = self.listed.iter().map(row).collect();
        table(voice, &Table { id: "statements-list", caption, columns, rows, empty: "sittings-statements-empty" })
    }

    fn form(&self, visit: &Visit, filled: &Filled) -> Markup {
        let voice = &visit.voice;
        let parties: Vec<Choice<'_>> = speakers(&self.expected)
            .map(|one| Choice::new(one.party.to_string(), one.names.in_language(voice.language).to_owned()))
            .collect();
        let mut items = vec![Choice::new("", voice.t("sittings-item-none"))];
        items.extend(self.seen.iter().filter(|item| item.content.observer_slot).map(|item| {
            let texts = super::entries::Texts {
                en: item.content.title_en.clone(),
                es: item.content.title_es.clone(),
                fr: item.content.title_fr.clone(),
            };
            let title = written::in_order(&texts, voice.language).first().map_or("", |(_, title)| title).to_owned();
            Choice::new(item.item.to_string(), format!("{}. {title}", item.place))
        }));
        let languages = Language::ALL.map(|language| Choice::new(language.tag(), language.own_name()));
        fields::form(
            &format!("/meetings/{}/statements", self.meeting.symbol.in_address()),
            visit.csrf(),
            html! {
                @if self.for_others { (fields::select(voice, filled, &Field::new("party", "sittings-party"), &parties)) }
                @else { p { (voice.tn("sittings-hand-in-for", &[("party", self.name(voice, self.own).into())])) } }
                (fields::select(voice, filled, &Field::new("item", "sittings-item").unmarked(), &items))
                (fields::select(voice, filled, &Field::new("original", "sittings-original"), &languages))
                (written::text_fields(voice, filled))
                (fields::submit_row(voice, "sittings-hand-in-send", None))
            },
        )
    }
}
