//! What the secretariat writes down of somebody who came: the act "record" with days and scores, and the act "withdraw a certificate".

use axum::extract::Path;
use axum::response::Response;
use base::access::Permit;
use base::desk::{Entries, Permitted, Reader, Writer};
use base::web::fields::{self, Choice, Field};
use base::web::parts;
use base::web::{Filled, InputFault, Posted, Problem, Refusal, Sent, Visit, see_other};
use conference::training::Place;
use jiff::Timestamp;
use jiff::civil::Date;
use maud::{Markup, html};
use uuid::Uuid;

use super::api::{NewRecord, NomineeShown};
use super::entries::{Recorded, Revoked, TrainingEntry};
use super::pages::{self, fault};
use super::permits::RecordTraining;
use super::queries::{self, Nominee, Session};
use super::{course, people};
use crate::rounds::Found;

/// Shows what is written down of somebody, and the form.
pub(super) async fn page(
    desk: Permitted<RecordTraining>,
    visit: Visit,
    Path((reference, person)): Path<(String, String)>,
) -> Result<Markup, Refusal> {
    let resource = desk.about(people::one(&reference, &person)).await?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let (session, one, _) = found(&reader, &reference, &person)?;
    let mut filled = Filled::new();
    for day in &one.days {
        filled = filled.with("day", day.to_string());
    }
    for (name, score) in [("before", one.before), ("after", one.after)] {
        filled = filled.with(name, score.map(|score| score.to_string()).unwrap_or_default());
    }
    Ok(visit.page("training-record", markup(&visit, reader.now(), &session, &one, &filled)))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<RecordTraining>,
    visit: Visit,
    Path((reference, person)): Path<(String, String)>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(people::one(&reference, &person)).await?;
    let writer = desk.open_to_write(resource).await?;
    // What is no number is one that is refused.
    let score = |name| match filled.typed(name).trim() {
        "" => None,
        typed => Some(typed.parse().unwrap_or(u32::MAX)),
    };
    let days = filled.chosen("day").map(str::to_owned).collect();
    let new = NewRecord { days, before: score("before"), after: score("after") };
    match enter(&writer, &reference, &person, &new).await {
        Ok(()) => Ok(see_other(&format!("/training/{reference}/people?done=recorded"))),
        Err(refusal) => {
            let (session, one, _) = found(writer.reader(), &reference, &person)?;
            let now = writer.reader().now();
            let draw = |filled: &Filled| markup(&visit, now, &session, &one, filled);
            visit.refused_form("training-record", &mut filled, refusal, draw)
        }
    }
}

/// Writes down on which days somebody was there, and their scores.
#[utoipa::path(
    post,
    path = "/api/v1/training/{reference}/people/{person}",
    operation_id = "record_training",
    tag = "training",
    params(
        ("reference" = String, Path, description = "The symbol, with `-` in the place of `/`"),
        ("person" = String, Path, description = "The nomination's id")
    ),
    request_body = NewRecord,
    responses(
        (status = 200, description = "What stands of them now", body = NomineeShown),
        (status = 404, description = "No such nomination", body = Problem),
        (status = 409, description = "They have no seat, or hold a certificate already, or the session's people are being forgotten", body = Problem),
        (status = 422, description = "A day that is none of the session or not yet come, a score above 100, or a score of somebody who was not there", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<RecordTraining>,
    Path((reference, person)): Path<(String, String)>,
    Sent(sent): Sent<NewRecord>,
) -> Result<axum::Json<NomineeShown>, Refusal> {
    let resource = desk.about(people::one(&reference, &person)).await?;
    let writer = desk.open_to_write(resource).await?;
    enter(&writer, &reference, &person, &sent).await?;
    let (_, one, place) = found(writer.reader(), &reference, &person)?;
    Ok(axum::Json(NomineeShown::of(&one, place)))
}

/// Takes a certificate back: from today on it does not count.
pub(super) async fn revoke(
    desk: Permitted<RecordTraining>,
    Path((reference, person)): Path<(String, String)>,
    Posted(_): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(people::one(&reference, &person)).await?;
    let writer = desk.open_to_write(resource).await?;
    let (session, one, _) = found(writer.reader(), &reference, &person)?;
    let (id, today) = (one.id, session.today(writer.reader().now()));
    writer
        .append(move |entries: &Entries<'_, TrainingEntry>| {
            let known = queries::nominee(entries.now(), &session.symbol, id)?.ok_or(Refusal::NotFound)?;
            let held = known.certificate.filter(|held| held.certificate.withdrawn_on.is_none());
            let number = held.ok_or_else(|| Refusal::conflict("training-fault-no-certificate"))?.number;
            entries.append(&TrainingEntry::Revoked(Revoked { number, withdrawn_on: today }))?;
            Ok::<(), Refusal>(())
        })
        .await?;
    Ok(see_other(&format!("/training/{reference}/people?done=revoked")))
}

async fn enter(writer: &Writer<RecordTraining>, reference: &str, person: &str, new: &NewRecord) -> Result<(), Refusal> {
    let (session, one, _) = found(writer.reader(), reference, person)?;
    let now = writer.reader().now();
    let recorded = read(&session, one.id, new, now).map_err(Refusal::Invalid)?;
    writer.append(move |entries| record(entries, &session, recorded, now)).await
}

fn read(session: &Session, nominee: Uuid, new: &NewRecord, now: Timestamp) -> Result<Recorded, Vec<InputFault>> {
    let mut found = Found::default();
    let (held, today) = (session.days(), session.today(now));
    let mut days: Vec<Date> = Vec::new();
    for written in &new.days {
        match written.trim().parse::<Date>() {
            Ok(day) if held.contains(&day) && day <= today => days.push(day),
            _ => found.0.push(fault("day", "training-fault-attended")),
        }
    }
    days.sort_unstable();
    days.dedup();
    let score = |field: &str, points: Option<u32>| points.map(|points| course::score(field, points)).transpose();
    let (before, after) = (found.keep(score("before", new.before)), found.keep(score("after", new.after)));
    if days.is_empty() && (new.before.is_some() || new.after.is_some()) {
        let field = if new.after.is_some() { "after" } else { "before" };
        found.0.push(fault(field, "training-fault-score-absent"));
    }
    match (before, after) {
        (Some(before), Some(after)) if found.0.is_empty() => {
            let days = days.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
            Ok(Recorded { nominee, session: session.symbol.clone(), days, before, after })
        }
        _ => Err(found.0),
    }
}

fn record(
    entries: &Entries<'_, TrainingEntry>,
    session: &Session,
    recorded: Recorded,
    now: Timestamp,
) -> Result<(), Refusal> {
    let tables = entries.now();
    // What was summed is told already.
    if queries::summed(tables, &session.symbol)?.is_some() {
        return Err(Refusal::conflict("training-fault-summed"));
    }
    let people = queries::nominees(tables, &session.symbol)?;
    let places = session.places(&people, now)?;
    let stands = people.iter().zip(places).find(|(one, _)| one.id == recorded.nominee);
    match stands.ok_or(Refusal::NotFound)? {
        (one, _) if one.certificate.is_some() => Err(Refusal::conflict("training-fault-certified")),
        (_, Place::Waits(_)) => Err(Refusal::conflict("training-fault-no-seat-taken")),
        (_, Place::Seat) => {
            entries.append(&TrainingEntry::Recorded(recorded))?;
            Ok(())
        }
    }
}

fn found<P: Permit>(reader: &Reader<P>, reference: &str, person: &str) -> Result<(Session, Nominee, Place), Refusal> {
    let session = pages::session(reader, reference)?;
    let id: Uuid = person.parse().map_err(|_| Refusal::NotFound)?;
    let people = reader.ask(|now| queries::nominees(now, &session.symbol))?;
    let places = session.places(&people, reader.now())?;
    let (one, place) = people.into_iter().zip(places).find(|(one, _)| one.id == id).ok_or(Refusal::NotFound)?;
    Ok((session, one, place))
}

fn markup(visit: &Visit, now: Timestamp, session: &Session, one: &Nominee, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let (reference, today) = (session.symbol.in_address(), session.today(now));
    let path = format!("/training/{reference}/people/{}", one.id);
    let days = session.days().into_iter().filter(|day| *day <= today);
    let days: Vec<Choice<'_>> = days.map(|day| Choice::new(day.to_string(), voice.date_text(day))).collect();
    let score = |name, label| {
        Field::new(name, label)
            .hint("training-score-hint")
            .optional()
            .max_length(3)
            .input_mode("numeric")
            .autocomplete("off")
    };
    let held = one.certificate.as_ref();
    let back = html! { a .button .plain href={ "/training/" (reference) "/people" } { (voice.t("form-cancel")) } };
    html! {
        h1 { (voice.t("training-record")) }
        (fields::error_summary(voice, filled))
        p { strong { (one.name) } ", " (session.symbol) ", " (pages::days(voice, session)) }
        @if let Some(held) = held {
            p { (voice.t("training-certificate")) ": " (held.number) }
            @if held.certificate.withdrawn_on.is_none() {
                (parts::card("revoke", &voice.t("training-revoke"), html! {
                    p { (voice.t("training-revoke-about")) }
                    (fields::form(&format!("{path}/revoke"), visit.csrf(), fields::submit_row(voice, "training-revoke", None)))
                }))
            } @else { p { (voice.t("training-withdrawn")) } }
        } @else if days.is_empty() { p { (voice.t("training-not-begun")) } }
        @else {
            (fields::form(&path, visit.csrf(), html! {
                (fields::checkboxes(voice, filled, &Field::new("day", "training-attendance").optional(), &days))
                (fields::text_input(voice, filled, &score("before", "training-before")))
                (fields::text_input(voice, filled, &score("after", "training-after")))
                (fields::submit_row(voice, "training-record-send", Some(back)))
            }))
        }
    }
}
