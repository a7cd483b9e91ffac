//! The act "call a session": form, entry; the same as one call of the API. Whoever has seats in it is invited.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base::access::{Permit, Resource};
use base::desk::{Entries, Permitted, Reader, Writer};
use base::identity::PartyKind;
use base::web::fields::{self, Choice, Field};
use base::web::{Filled, InputFault, Posted, Problem, Refusal, Said, Sent, Visit, Voice, see_other};
use conference::due::Deadline;
use conference::training::{Offer, OfferError};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use journal::StateCode;
use maud::{Markup, html};

use super::api::{NewSession, SessionShown, StateSeats};
use super::entries::{Seats, SessionCalled, TrainingEntry};
use super::pages::{self, LINE_CHARS_MAX, fault};
use super::permits::ArrangeTraining;
use super::queries::{self, Course};
use crate::decisions;
use crate::meetings::Symbol;
use crate::rounds::Found;

/// The most seats of one State in one session.
const SEATS_MAX: u32 = 50;
/// The longest session, in days.
const DAYS_MAX: i64 = 30;

/// Shows the form.
pub(super) async fn page(desk: Permitted<ArrangeTraining>, visit: Visit) -> Result<Markup, Refusal> {
    let reader = desk.open_with_outcome(Resource::room(), "form").await?;
    let courses = reader.ask(queries::courses)?;
    Ok(visit.page("training-session-call", markup(&reader, &visit, &courses, &Filled::new())))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<ArrangeTraining>,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let writer = desk.open_to_write(Resource::room()).await?;
    let mut faults = Vec::new();
    let new = typed(writer.reader(), &filled, &mut faults);
    let entered = match enter(&writer, &new).await {
        Err(Refusal::Invalid(found)) => Err(Refusal::Invalid([faults, found].concat())),
        Ok(_) if !faults.is_empty() => Err(Refusal::Invalid(faults)),
        entered => entered,
    };
    match entered {
        Ok(symbol) => Ok(see_other(&format!("/training/{}?done=called", symbol.in_address()))),
        Err(refusal) => {
            let courses = writer.reader().ask(queries::courses)?;
            let draw = |filled: &Filled| markup(writer.reader(), &visit, &courses, filled);
            visit.refused_form("training-session-call", &mut filled, refusal, draw)
        }
    }
}

/// Calls a session, and invites whoever has seats in it.
#[utoipa::path(
    post,
    path = "/api/v1/training",
    operation_id = "call_session",
    tag = "training",
    request_body = NewSession,
    responses(
        (status = 201, description = "Called", body = SessionShown),
        (status = 409, description = "There is a session with this symbol", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(desk: Permitted<ArrangeTraining>, Sent(sent): Sent<NewSession>) -> Result<Response, Refusal> {
    let writer = desk.open_to_write(Resource::room()).await?;
    let symbol = enter(&writer, &sent).await?;
    let session = writer.reader().ask(|now| queries::session(now, &symbol))?.ok_or(Refusal::NotFound)?;
    Ok((StatusCode::CREATED, axum::Json(SessionShown::of(&session, None))).into_response())
}

async fn enter(writer: &Writer<ArrangeTraining>, new: &NewSession) -> Result<Symbol, Refusal> {
    let called = read(writer.reader(), new).map_err(Refusal::Invalid)?;
    let symbol = called.symbol.clone();
    writer.append(move |entries| record(entries, called)).await?;
    Ok(symbol)
}

/// Calls a session, from a thread of its own.
///
/// Errors: `Invalid` with every fault, `Conflict` where there is one with this symbol.
pub fn call_session(writer: &Writer<ArrangeTraining>, new: &NewSession) -> Result<(), Refusal> {
    let called = read(writer.reader(), new).map_err(Refusal::Invalid)?;
    writer.append_blocking(move |entries| record(entries, called))
}

fn record(entries: &Entries<'_, TrainingEntry>, called: SessionCalled) -> Result<(), Refusal> {
    let now = entries.now();
    if queries::course(now, &called.course)?.is_none() {
        return Err(Refusal::Invalid(vec![fault("course", "training-fault-course")]));
    }
    // What is kept for members is no reason to tell observers.
    if decisions::kept_for_members(now, &called.decision)? != Some(false) {
        return Err(Refusal::Invalid(vec![fault("decision", "training-fault-decision")]));
    }
    if queries::session(now, &called.symbol)?.is_some() {
        return Err(Refusal::conflict("training-fault-session-twice"));
    }
    entries.append(&TrainingEntry::SessionCalled(called))?;
    Ok(())
}

fn read<P: Permit>(reader: &Reader<P>, new: &NewSession) -> Result<SessionCalled, Vec<InputFault>> {
    let mut found = Found::default();
    let symbol = found.keep(pages::symbol("symbol", &new.symbol));
    let course = found.keep(pages::symbol("course", &new.course));
    let decision = found.keep(pages::symbol("decision", &new.decision));
    let states: BTreeSet<StateCode> = members(reader).into_iter().map(|(code, _)| code).collect();
    let host = new.host.trim().parse().ok().filter(|host| states.contains(host));
    let host = found.keep(host.ok_or_else(|| fault("host", "training-fault-host")));
    let place = found.keep(pages::line("place", &new.place));
    let zone = new.zone.trim().to_owned();
    if zone.is_empty() || TimeZone::get(&zone).is_err() {
        found.0.push(fault("zone", "training-fault-zone"));
    }
    let first_on = found.keep(day("first_on", &new.first_on));
    let last_on = found.keep(day("last_on", &new.last_on));
    let closes_on = found.keep(day("closes_on", &new.closes_on));
    let organisers = found.keep(organisers(reader, &new.organisers));
    let seats = found.keep(seats(&states, &new.seats));
    let (Some(first_on), Some(last_on), Some(closes_on), Some(seats)) = (first_on, last_on, closes_on, seats) else {
        return Err(found.0);
    };
    if closes_on > first_on {
        found.0.push(fault("closes_on", "training-fault-closes-late"));
    }
    if conference::due::slip_days(first_on, last_on) >= DAYS_MAX {
        found.0.push(fault("last_on", "training-fault-length"));
    }
    let seat = reader.ground().identity.profile().zone.clone();
    let closes = found.keep(Deadline::of_day(closes_on, &seat).map_err(|_| fault("closes_on", "training-fault-day")));
    let offered = closes.map(|closes| Offer::new(first_on, last_on, closes.last(), seats.clone()));
    match offered {
        Some(Err(OfferError::EndsBeforeItBegins)) => found.0.push(fault("last_on", "training-fault-order")),
        Some(Err(OfferError::NoSeat)) => found.0.push(fault("seats", "training-fault-no-seat")),
        _ => {}
    }
    match (symbol, course, decision, host, place, organisers, closes) {
        (Some(symbol), Some(course), Some(decision), Some(host), Some(place), Some(organisers), Some(closes))
            if found.0.is_empty() =>
        {
            let closes_us = closes.last().as_microsecond();
            let seats = seats.into_iter().map(|(state, seats)| Seats { state, seats }).collect();
            Ok(SessionCalled {
                symbol,
                course,
                decision,
                host,
                place,
                zone,
                first_on,
                last_on,
                closes_us,
                organisers,
                seats,
            })
        }
        _ => Err(found.0),
    }
}

fn day(field: &str, written: &str) -> Result<Date, InputFault> {
    written.trim().parse().map_err(|_| fault(field, "training-fault-day"))
}

fn organisers<P: Permit>(reader: &Reader<P>, codes: &[String]) -> Result<String, InputFault> {
    let profile = reader.ground().identity.profile();
    let mut read: Vec<String> = Vec::new();
    for code in codes.iter().map(|code| code.trim().to_uppercase()).filter(|code| !code.is_empty()) {
        let known = code.parse::<StateCode>().is_ok_and(|code| profile.parties.contains_key(&code));
        if !known {
            return Err(fault("organisers", "training-fault-organiser"));
        }
        if !read.contains(&code) {
            read.push(code);
        }
    }
    Ok(read.join(" "))
}

fn seats(states: &BTreeSet<StateCode>, written: &[StateSeats]) -> Result<BTreeMap<StateCode, u16>, InputFault> {
    let mut seats = BTreeMap::new();
    for one in written {
        let field = format!("seats_{}", one.state);
        let state = one.state.trim().parse::<StateCode>().ok().filter(|state| states.contains(state));
        let count = u16::try_from(one.seats).ok().filter(|_| one.seats <= SEATS_MAX);
        let (Some(state), Some(count)) = (state, count) else { return Err(fault(&field, "training-fault-seats")) };
        if count > 0 && seats.insert(state, count).is_some() {
            return Err(fault(&field, "training-fault-seats"));
        }
    }
    Ok(seats)
}

/// Answers the member States with their names in no order but that of their codes.
fn members<P: Permit>(reader: &Reader<P>) -> Vec<(StateCode, base::identity::profile::Named)> {
    let profile = reader.ground().identity.profile();
    let members = profile.parties.iter().filter(|(_, party)| party.kind == PartyKind::Member);
    members.map(|(code, party)| (*code, party.name.clone())).collect()
}

fn typed<P: Permit>(reader: &Reader<P>, filled: &Filled, faults: &mut Vec<InputFault>) -> NewSession {
    let typed = |name| filled.typed(name).to_owned();
    let mut day = |name: &str| match filled.date(name) {
        Ok(day) => day.map(|day| day.to_string()).unwrap_or_default(),
        Err(why) => {
            faults.push(InputFault::field(name, "day", Said::plain(why.key())));
            String::new()
        }
    };
    let (first_on, last_on, closes_on) = (day("first_on"), day("last_on"), day("closes_on"));
    let seats = members(reader).into_iter().map(|(state, _)| {
        let written = filled.typed(&format!("seats_{state}")).trim();
        // What is left empty is no seat; what is no number is one that is refused.
        let seats = if written.is_empty() { 0 } else { written.parse().unwrap_or(u32::MAX) };
        StateSeats { state: state.to_string(), seats }
    });
    NewSession {
        symbol: typed("symbol"),
        course: typed("course"),
        decision: typed("decision"),
        host: typed("host"),
        place: typed("place"),
        zone: typed("zone"),
        first_on,
        last_on,
        closes_on,
        organisers: filled.typed("organisers").split([',', ' ']).map(str::to_owned).collect(),
        seats: seats.collect(),
    }
}

fn markup<P: Permit>(reader: &Reader<P>, visit: &Visit, courses: &[Course], filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let members = members(reader);
    let courses: Vec<Choice<'_>> = courses
        .iter()
        .map(|course| Choice::new(course.symbol.to_string(), pages::title(voice, course).to_owned()))
        .collect();
    let hosts: Vec<Choice<'_>> = members
        .iter()
        .map(|(code, name)| Choice::new(code.to_string(), name.in_language(voice.language).to_owned()))
        .collect();
    let line = |name, label| Field::new(name, label).max_length(LINE_CHARS_MAX as u32).autocomplete("off");
    let cancel = html! { a .button .plain href="/training" { (voice.t("form-cancel")) } };
    html! {
        h1 { (voice.t("training-session-call")) }
        (fields::error_summary(voice, filled))
        (fields::form("/training/new", visit.csrf(), html! {
            (fields::text_input(voice, filled, &line("symbol", "training-symbol").hint("training-symbol-hint").mono()))
            (fields::select(voice, filled, &Field::new("course", "training-course"), &courses))
            (fields::text_input(voice, filled, &line("decision", "training-decision").hint("training-decision-hint").mono()))
            (fields::select(voice, filled, &Field::new("host", "training-host"), &hosts))
            (fields::text_input(voice, filled, &line("place", "training-place")))
            (fields::text_input(voice, filled, &line("zone", "training-zone").hint("training-zone-hint").mono()))
            (fields::date_input(voice, filled, &Field::new("first_on", "training-first-on")))
            (fields::date_input(voice, filled, &Field::new("last_on", "training-last-on")))
            (fields::date_input(voice, filled, &Field::new("closes_on", "training-closes-on").hint("training-closes-hint")))
            (fields::text_input(voice, filled, &line("organisers", "training-organisers").hint("training-organisers-hint").optional()))
            (fields::group(voice, filled, &Field::new("seats", "training-seats"), &seat_fields(voice, filled, &members)))
            (fields::submit_row(voice, "training-session-send", Some(cancel)))
        }))
    }
}

fn seat_fields(voice: &Voice, filled: &Filled, members: &[(StateCode, base::identity::profile::Named)]) -> Markup {
    html! {
        @for (code, name) in members {
            @let field = format!("seats_{code}");
            (fields::text_input(voice, filled, &Field::labelled(&field, name.in_language(voice.language).to_owned())
                .max_length(2).input_mode("numeric").autocomplete("off").optional()))
        }
    }
}
