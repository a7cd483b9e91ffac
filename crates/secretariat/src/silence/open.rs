//! The act "put a text to the States": form, entry; the same as one call of the API.

use axum::response::{IntoResponse, Response};
use base::access::{Permit, Resource, Witnesses};
use base::desk::{Entries, Permitted, Reader, Writer};
use base::identity::profile::InForce;
use base::store::StoreError;
use base::web::fields::{self, Field};
use base::web::{Filled, InputFault, Posted, Problem, Refusal, Sent, Visit, parts, see_other};
use conference::silence::OpeningError;
use jiff::SignedDuration;
use maud::{Markup, html};
use rusqlite::Connection;

use super::api::{NewRound, RoundShown};
use super::entries::{Opened, SilenceEntry};
use super::form;
use super::pages::{self, LastLook};
use super::permits::OpenRound;
use super::presidency::{self, Parties};
use super::queries;
use super::round::{self, Head, Round};
use super::symbol::RoundSymbol;
use super::telling;
use crate::rounds::{self, fault};

/// How long a round is open at most: a year typed wrongly is nobody's deadline, and no one could close the round.
const OPEN_MAX: SignedDuration = SignedDuration::from_hours(366 * 24);

/// Shows the form.
pub(super) async fn page(desk: Permitted<OpenRound>, visit: Visit) -> Result<Markup, Refusal> {
    let reader = desk.open_with_outcome(Resource::room(), "form").await?;
    Ok(visit.page("silence-open", markup(&reader, &visit, &Filled::new().with("deadline_hour", "17:00"))?))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<OpenRound>,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let writer = desk.open_to_write(Resource::room()).await?;
    let mut faults = Vec::new();
    let put = form::typed_revision(&filled, &mut faults);
    let new = NewRound {
        symbol: filled.typed("symbol").to_owned(),
        title_en: put.title_en,
        title_es: put.title_es,
        text_en: put.text_en,
        text_es: put.text_es,
        deadline: put.deadline,
    };
    if filled.typed("confirmed") == pages::CHANGE {
        return Ok(visit.page("silence-open", markup(writer.reader(), &visit, &filled)?).into_response());
    }
    let answered = match read(&writer, &new) {
        Ok(opened) => after_a_look(&writer, &visit, &filled, (opened, "/silence/open")).await,
        Err(refusal) => Err(refusal),
    };
    match answered {
        Ok(answer) => Ok(answer),
        Err(refusal) => {
            let status = form::answer(&visit.voice, &mut filled, faults, refusal)?;
            let page = visit.refused_page("silence-open", markup(writer.reader(), &visit, &filled)?).1;
            Ok((status, page).into_response())
        }
    }
}

/// Opens a round that was looked at once more; asks for that look first.
///
/// Errors: why it would not be opened.
pub(super) async fn after_a_look(
    writer: &Writer<OpenRound>,
    visit: &Visit,
    filled: &Filled,
    (opened, action): (Opened, &str),
) -> Result<Response, Refusal> {
    if filled.typed("confirmed") == pages::YES {
        let profile = writer.reader().ground().identity.profile();
        let symbol = writer.append(move |entries| put(entries, opened, &profile)).await?;
        return Ok(see_other(&format!("/silence/{}?done=opened", symbol.in_address())));
    }
    let reader = writer.reader();
    let head = Head {
        position: i64::MAX as u64,
        state: reader.caller().state,
        person: reader.caller().person,
        at: reader.now(),
    };
    let symbol = reader.ask(|now| admitted(now, &head, &opened))??;
    let look = LastLook {
        question: visit.voice.tn("silence-open-question", &[("symbol", symbol.to_string().into())]).into_owned(),
        consequence: html! { (frozen(reader, visit)?) (consequence(reader, visit, &opened)) },
        action,
        act: "silence-open-send",
        fields: &FIELDS,
    };
    Ok(visit.page("silence-open-confirm", pages::last_look(visit, filled, look)).into_response())
}

/// What the form of a round sends.
const FIELDS: [&str; 9] = [
    "symbol",
    "title_en",
    "title_es",
    "text_en",
    "text_es",
    "deadline-day",
    "deadline-month",
    "deadline-year",
    "deadline_hour",
];

fn consequence(reader: &Reader<OpenRound>, visit: &Visit, opened: &Opened) -> Markup {
    let voice = &visit.voice;
    let (deadline, seat) = (rounds::instant(opened.deadline_us), reader.ground().identity.profile().zone.clone());
    let (own, other) = pages::texts(voice, opened);
    html! {
        p { strong { (rounds::title(voice, &opened.title_en, &opened.title_es)) } }
        p { (voice.t("silence-deadline")) ": " strong { (pages::clock(voice, deadline, &seat)) }
            " (" (voice.left(reader.now(), deadline)) ")" }
        @for (language, text, label) in [own, other] {
            (parts::details(&voice.t(label), html! { @for paragraph in text { p lang=(language) { (paragraph) } } }))
        }
        p { (voice.t("silence-open-about")) }
    }
}

/// Puts a text to the States: it is adopted at the deadline unless a State objects.
#[utoipa::path(
    post,
    path = "/api/v1/silence",
    operation_id = "open_round",
    tag = "silence",
    request_body = NewRound,
    responses(
        (
            status = 201,
            description = "Opened; the header Location leads to it",
            body = RoundShown,
            links(("round" = (operation_id = "show_round", parameters(("reference" = "$response.body#/reference")))))
        ),
        (status = 409, description = "The State of who asks does not preside", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(desk: Permitted<OpenRound>, Sent(sent): Sent<NewRound>) -> Result<Response, Refusal> {
    let writer = desk.open_to_write(Resource::room()).await?;
    let symbol = enter(&writer, &sent).await?;
    created(writer.reader(), &symbol).await
}

/// Answers a round that was just opened.
pub(super) async fn created<P>(reader: &Reader<P>, symbol: &RoundSymbol) -> Result<Response, Refusal>
where
    P: Permit + Witnesses<SilenceEntry>,
{
    let position = reader.ask(|now| queries::position(now, symbol))?.ok_or(Refusal::NotFound)?;
    let told = telling::told(reader, position).await?;
    let place = [(axum::http::header::LOCATION, format!("/api/v1/silence/{}", symbol.in_address()))];
    let shown = RoundShown::of(&told.round, &told.account);
    Ok((axum::http::StatusCode::CREATED, place, axum::Json(shown)).into_response())
}

async fn enter(writer: &Writer<OpenRound>, new: &NewRound) -> Result<RoundSymbol, Refusal> {
    let (opened, profile) = (read(writer, new)?, writer.reader().ground().identity.profile());
    writer.append(move |entries| put(entries, opened, &profile)).await
}

/// Puts a text to the States, from a thread of its own; answers the round's symbol.
///
/// Errors: `Invalid` with every fault; `Conflict` where the State of who asks does not preside.
pub fn open_round(writer: &Writer<OpenRound>, new: &NewRound) -> Result<String, Refusal> {
    let (opened, profile) = (read(writer, new)?, writer.reader().ground().identity.profile());
    writer.append_blocking(move |entries| put(entries, opened, &profile)).map(|symbol| symbol.to_string())
}

fn read(writer: &Writer<OpenRound>, new: &NewRound) -> Result<Opened, Refusal> {
    let parties = parties(writer.reader())?;
    form::read_round(writer.reader().ground(), new, parties).map_err(Refusal::Invalid)
}

/// Answers who decides, who comments and who presides today.
pub(super) fn parties<P: Permit>(reader: &Reader<P>) -> Result<Parties, Refusal> {
    let profile = reader.ground().identity.profile();
    Ok(reader.ask(|connection| presidency::parties(connection, &profile, reader.now()))?)
}

/// Opens a round for whoever decides, comments and presides in that instant, a party that was entered meanwhile among them;
/// answers its symbol.
pub(super) fn put(
    entries: &Entries<'_, SilenceEntry>,
    opened: Opened,
    profile: &InForce,
) -> Result<RoundSymbol, Refusal> {
    let Parties { electorate, observers, chairs } = presidency::parties(entries.now(), profile, entries.stamp().at)?;
    let deadline = rounds::instant(opened.deadline_us);
    presidency::stays(entries.now(), profile, &electorate, deadline)?;
    record(entries, Opened { electorate, observers, chairs, ..opened })
}

/// Opens a round inside the writer's transaction; answers its symbol.
pub(super) fn record(entries: &Entries<'_, SilenceEntry>, opened: Opened) -> Result<RoundSymbol, Refusal> {
    let stamp = entries.stamp();
    // It will be the last of the journal.
    let head = Head { position: i64::MAX as u64, state: stamp.state, person: stamp.person, at: stamp.at };
    let symbol = admitted(entries.now(), &head, &opened)??;
    entries.append(&SilenceEntry::Opened(Box::new(opened)))?;
    Ok(symbol)
}

/// Answers the symbol of a round that may be opened as things are, or why it may not.
fn admitted(connection: &Connection, head: &Head, opened: &Opened) -> Result<Result<RoundSymbol, Refusal>, StoreError> {
    let wrong = |field, key| Ok(Err(Refusal::Invalid(vec![fault(field, key)])));
    if let Some(follows) = opened.follows
        && queries::followed_by(connection, follows)?.is_some()
    {
        return Ok(Err(Refusal::conflict("silence-fault-followed")));
    }
    let opening = match round::opening(connection, head, opened)? {
        Ok(opening) => opening,
        Err(error) => return Ok(Err(refusal(error))),
    };
    if opening.terms().deadline.duration_since(head.at) > OPEN_MAX {
        return wrong("deadline", "silence-fault-too-long");
    }
    let Ok(symbol) = opening.symbol().parse() else { return wrong("symbol", "silence-fault-symbol") };
    if queries::position(connection, &symbol)?.is_some() {
        return wrong("symbol", "silence-fault-symbol-known");
    }
    Ok(Ok(symbol))
}

/// Says why a round is not opened.
fn refusal(error: OpeningError) -> Refusal {
    let field = |fault: InputFault| Refusal::Invalid(vec![fault]);
    match error {
        OpeningError::Symbol => field(fault("symbol", "silence-fault-symbol")),
        OpeningError::TooShort => field(fault("deadline", "silence-fault-too-short")),
        OpeningError::SameText => field(fault("text_en", "silence-fault-same-text")),
        OpeningError::NotTheChair => Refusal::conflict("silence-fault-not-the-chair"),
        OpeningError::NotEnded | OpeningError::NotAfter => Refusal::conflict("silence-fault-not-ended"),
        OpeningError::NoElectorate | OpeningError::Twice(_) | OpeningError::Rules => {
            Refusal::conflict("silence-fault-rules")
        }
    }
}

fn markup(reader: &Reader<OpenRound>, visit: &Visit, filled: &Filled) -> Result<Markup, Refusal> {
    let voice = &visit.voice;
    let symbol = Field::new("symbol", "silence-symbol").hint("silence-symbol-hint").mono().max_length(40);
    Ok(html! {
        h1 { (voice.t("silence-open")) }
        (fields::error_summary(voice, filled))
        p { (voice.t("silence-open-about")) }
        (frozen(reader, visit)?)
        (fields::form("/silence/open", visit.csrf(), html! {
            (fields::text_input(voice, filled, &symbol.autocomplete("off")))
            (text_fields(visit, filled))
            (fields::submit_row(voice, "silence-open-send", Some(html! { a .button .plain href="/silence" { (voice.t("form-cancel")) } })))
        }))
    })
}

/// Draws the fields of a text and its deadline.
pub(super) fn text_fields(visit: &Visit, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let longest = form::TITLE_CHARS_MAX as u32;
    let line = |name, label| Field::new(name, label).max_length(longest).autocomplete("off");
    let text =
        |name, label| Field::new(name, label).hint("silence-text-hint").rows(8).max_length(form::TEXT_CHARS_MAX as u32);
    html! {
        (fields::text_input(voice, filled, &line("title_en", "silence-title-en")))
        (fields::text_input(voice, filled, &line("title_es", "silence-title-es")))
        (fields::textarea(voice, filled, &text("text_en", "silence-text-en")))
        (fields::textarea(voice, filled, &text("text_es", "silence-text-es")))
        (deadline_fields(visit, filled, "silence-deadline"))
    }
}

/// Draws the fields of an instant: a day, and an hour on the clock of the seat.
pub(super) fn deadline_fields(visit: &Visit, filled: &Filled, label: &str) -> Markup {
    let voice = &visit.voice;
    let hour = Field::new("deadline_hour", "silence-hour").hint("silence-hour-hint").max_length(5).autocomplete("off");
    html! {
        (fields::date_input(voice, filled, &Field::new("deadline", label)))
        (fields::text_input(voice, filled, &hour))
    }
}

/// Draws the fields of a new deadline where one of several answers needs it.
pub(super) fn deadline_fields_optional(visit: &Visit, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let hour = Field::new("deadline_hour", "silence-hour").hint("silence-hour-hint").optional().max_length(5);
    html! {
        (fields::date_input(voice, filled, &Field::new("deadline", "silence-new-deadline").optional()))
        (fields::text_input(voice, filled, &hour.autocomplete("off")))
    }
}

/// Says what is frozen as a round is opened: who is asked, who comments, and by which rules.
pub(super) fn frozen<P: Permit>(reader: &Reader<P>, visit: &Visit) -> Result<Markup, Refusal> {
    let voice = &visit.voice;
    let profile = reader.ground().identity.profile();
    let parties = parties(reader)?;
    let rules = form::agreed(&profile);
    let hours = |seconds: u64| (seconds / 3_600) as i64;
    let (electors, observers) = (parties.electorate.len() as i64, parties.observers.len() as i64);
    Ok(parts::notice(
        parts::Tone::Quiet,
        html! {
            p { (voice.tn("silence-frozen", &[("electors", electors.into()), ("observers", observers.into())])) }
            p { (voice.tn("silence-rule-open", &[("hours", hours(rules.open_at_least_s).into())])) }
            p { (pages::heals(voice, rules.heals_before_s)) }
        },
    ))
}

impl Round {
    /// Answers the address of its page.
    pub(super) fn path(&self) -> String {
        format!("/silence/{}", self.symbol.in_address())
    }
}
