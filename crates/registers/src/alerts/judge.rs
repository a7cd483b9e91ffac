//! The acts of a second person: "put a proposal in force", "leave it in force for longer", "give it back with a question".
//!
//! Whoever puts anything in force did not write it, saw the very text, and says why the case is grave enough and why no gentler
//! means would do (G-08). That record is as sealed as the reason.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Redirect;
use base::access::Permit;
use base::desk::{Entries, Permitted, Reader};
use base::store::{Rests, StoreError};
use base::web::fields::{self, Field};
use base::web::{Filled, Posted, Refusal, Visit, parts};
use jiff::ToSpan;
use jiff::civil::Date;
use maud::{Markup, html};
use rusqlite::Connection;
use uuid::Uuid;

use super::coded::Stance;
use super::entries::{AlertsEntry, Judged, Returned};
use super::found::ReadsSealed;
use super::handling::shown;
use super::life::{self, Act};
use super::permits::{ActivateAlert, ExtendAlert, ReturnAlert};
use super::queries::Alert;
use super::text::AlertText;
use super::typed::sentence;
use super::{blocks, closed, consultations, form, found, pages, proposals, queries, today};

/// The most characters of each part of a record of proportion, and of a question.
pub const RECORD_CHARS_MAX: usize = 500;

/// Why an alert is in proportion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proportion {
    /// Why this case is grave enough.
    pub grave: String,
    /// Why no gentler means would do.
    pub gentler: String,
}

/// Puts in force the proposed version whose hash was seen.
///
/// Errors: `Refused` where it is not proposed, to whoever wrote it, where it changed, may not stand any more, or accuses somebody
/// whom an alert protects (G-02), or goes around a panel that has blocked another on the same person (G-25); the last two do not say
/// why. What does not go together with another State's is put in force and held (G-11).
pub fn activate(
    entries: &Entries<'_, AlertsEntry>,
    id: Uuid,
    seen: &[u8; 32],
    why: Proportion,
) -> Result<(), StoreError> {
    let (alert, text, until) = judged(entries, id, seen, Turn::Activate)?;
    let day = today(entries.stamp().at);
    if let Some((_, key)) = text.missing(alert.category).first() {
        return Err(StoreError::Refused(key));
    }
    found::may_stand(entries, id, alert.category, &text)?;
    if alert.category.stance() == Stance::Accusing && queries::is_protected(entries.now(), &text.subject, day)? {
        return Err(StoreError::Refused("alerts-refused-held"));
    }
    if blocks::goes_around(entries.now(), entries.stamp().state, id, &text.subject)? {
        return Err(StoreError::Refused("alerts-refused-held"));
    }
    entries.append(&AlertsEntry::Activated(entry(entries, (id, alert.version), seen, until, &why)?))?;
    consultations::consult(entries, id, alert.category, &text.subject)
}

/// Leaves in force for longer the version whose hash was seen.
///
/// Errors: `Refused` where none is in force, earlier than four months before its end, and to whoever wrote it.
pub fn extend(
    entries: &Entries<'_, AlertsEntry>,
    id: Uuid,
    seen: &[u8; 32],
    why: Proportion,
) -> Result<(), StoreError> {
    let (alert, _, until) = judged(entries, id, seen, Turn::Extend)?;
    let version = alert.active_version.unwrap_or(alert.version);
    entries.append(&AlertsEntry::Extended(entry(entries, (id, version), seen, until, &why)?))?;
    Ok(())
}

/// Gives a proposal back to whoever wrote it.
pub fn give_back(entries: &Entries<'_, AlertsEntry>, id: Uuid, question: String) -> Result<(), StoreError> {
    let alert = found::inside(entries, id, Act::Return)?;
    let bound = closed::bound(closed::QUESTION, alert.owner, id, 0);
    let question = Rests::close(&question, entries.sealer(), &bound)?;
    entries.append(&AlertsEntry::Returned(Returned { alert: id, version: alert.version, question }))?;
    Ok(())
}

fn entry(
    entries: &Entries<'_, AlertsEntry>,
    (alert, version): (Uuid, u32),
    seen: &[u8; 32],
    until: Date,
    why: &Proportion,
) -> Result<Judged, StoreError> {
    let state = entries.stamp().state;
    let close =
        |field, words| Rests::close(words, entries.sealer(), &closed::bound(field, state, alert, version.into()));
    let (grave, gentler) = (close(closed::GRAVE, &why.grave)?, close(closed::GENTLER, &why.gentler)?);
    Ok(Judged { alert, version, hash: *seen, until, grave, gentler })
}

/// Which of the two a second person does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    Activate,
    Extend,
}

impl Turn {
    fn version(self, alert: &Alert) -> u32 {
        match self {
            Turn::Activate => alert.version,
            Turn::Extend => alert.active_version.unwrap_or(alert.version),
        }
    }

    fn act(self, until: Date) -> Act {
        match self {
            Turn::Activate => Act::Activate(until),
            Turn::Extend => Act::Extend(until),
        }
    }

    const fn end(self) -> &'static str {
        match self {
            Turn::Activate => "activate",
            Turn::Extend => "extend",
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Turn::Activate => "alerts-activate-title",
            Turn::Extend => "alerts-extend-title",
        }
    }

    const fn button(self) -> &'static str {
        match self {
            Turn::Activate => "alerts-activate-act",
            Turn::Extend => "alerts-extend-act",
        }
    }
}

/// Reads what a second person judges, as they saw it, with the day until which it will be in force.
fn judged(
    entries: &Entries<'_, AlertsEntry>,
    id: Uuid,
    seen: &[u8; 32],
    turn: Turn,
) -> Result<(Alert, AlertText, Date), StoreError> {
    let now = entries.now();
    let alert = queries::by_id(now, id)?.ok_or(StoreError::Refused("alerts-refused-ended"))?;
    let version = turn.version(&alert);
    let text = queries::text(now, entries.sealer(), id, version)?;
    let until = until(now, &alert, &text, turn, today(entries.stamp().at))?;
    let alert = found::inside(entries, id, turn.act(until))?;
    if queries::version(now, id, version)?.hash != *seen {
        return Err(StoreError::Refused(found::STALE));
    }
    Ok((alert, text, until))
}

/// Answers the day until which it will be in force. What is still needed although its purpose is said to be achieved is in force for as long as
/// before, unless it would have to be judged again so soon anyway (G-15).
fn until(
    connection: &Connection,
    alert: &Alert,
    text: &AlertText,
    turn: Turn,
    today: Date,
) -> Result<Date, StoreError> {
    let of_itself = life::until(alert.category, text, today);
    if turn == Turn::Activate {
        return Ok(of_itself);
    }
    let before = proposals::queries::notice(connection, alert.id)?.map(|notice| notice.was);
    let early = |was: &Date| was.saturating_sub(life::NOTICE_MONTHS.months()) > today;
    Ok(before.filter(early).unwrap_or(of_itself))
}

/// Shows the whole proposal to whoever is to judge it.
pub(super) async fn activate_page(
    permitted: Permitted<ActivateAlert>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    page(permitted, visit, &reference, Turn::Activate).await
}

/// Puts it in force.
pub(super) async fn activate_submit(
    permitted: Permitted<ActivateAlert>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Answer {
    let resource = found::own(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let alert = found::alert(writer.reader(), &reference)?;
    let (id, seen) = (alert.id, found::seen(&filled)?);
    let Some(why) = read(&visit, &mut filled) else {
        let body = drawn(writer.reader(), &visit, &alert, Turn::Activate, &filled)?;
        return Ok(Err(visit.refused_page(Turn::Activate.title(), body)));
    };
    writer.append(move |entries| activate(entries, id, &seen, why)).await?;
    Ok(Ok(Redirect::to(&format!("/alerts/{reference}?done=activated"))))
}

/// Shows what is in force to whoever is to judge it again.
pub(super) async fn extend_page(
    permitted: Permitted<ExtendAlert>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    page(permitted, visit, &reference, Turn::Extend).await
}

/// Leaves it in force for longer.
pub(super) async fn extend_submit(
    permitted: Permitted<ExtendAlert>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Answer {
    let resource = found::own(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let alert = found::alert(writer.reader(), &reference)?;
    let (id, seen) = (alert.id, found::seen(&filled)?);
    let Some(why) = read(&visit, &mut filled) else {
        let body = drawn(writer.reader(), &visit, &alert, Turn::Extend, &filled)?;
        return Ok(Err(visit.refused_page(Turn::Extend.title(), body)));
    };
    writer.append(move |entries| extend(entries, id, &seen, why)).await?;
    Ok(Ok(Redirect::to(&format!("/alerts/{reference}?done=extended"))))
}

/// Gives it back with a question.
pub(super) async fn return_submit(
    permitted: Permitted<ReturnAlert>,
    Path(reference): Path<String>,
    Posted(filled): Posted,
) -> Result<Redirect, Refusal> {
    let resource = found::own(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let id = found::alert(writer.reader(), &reference)?.id;
    let question = sentence("question", filled.typed("question"), RECORD_CHARS_MAX)
        .map_err(|fault| Refusal::Invalid(vec![fault]))?;
    writer.append(move |entries| give_back(entries, id, question)).await?;
    Ok(Redirect::to(&format!("/alerts/{reference}?done=returned")))
}

type Answer = Result<Result<Redirect, (StatusCode, Markup)>, Refusal>;

async fn page<P: ReadsSealed>(
    permitted: Permitted<P>,
    visit: Visit,
    reference: &str,
    turn: Turn,
) -> Result<Markup, Refusal> {
    let resource = found::own(&permitted, reference).await?;
    let reader = permitted.open_with_outcome(resource, "form").await?;
    let alert = found::alert(&reader, reference)?;
    let body = drawn(&reader, &visit, &alert, turn, &Filled::new())?;
    Ok(visit.page(turn.title(), body))
}

fn read(visit: &Visit, filled: &mut Filled) -> Option<Proportion> {
    let part = |name: &str, filled: &Filled| sentence(name, filled.typed(name), RECORD_CHARS_MAX);
    match (part("grave", filled), part("gentler", filled)) {
        (Ok(grave), Ok(gentler)) => Some(Proportion { grave, gentler }),
        (grave, gentler) => {
            let faults: Vec<_> = grave.err().into_iter().chain(gentler.err()).collect();
            form::refuse(&visit.voice, filled, &faults);
            None
        }
    }
}

/// Draws what is judged, with the record below it. What cannot be judged by this reader is said instead.
fn drawn<P: ReadsSealed + Permit>(
    reader: &Reader<P>,
    visit: &Visit,
    alert: &Alert,
    turn: Turn,
    filled: &Filled,
) -> Result<Markup, Refusal> {
    let (voice, day) = (&visit.voice, today(reader.now()));
    let number = turn.version(alert);
    let version = found::version(reader, alert, number)?;
    let sealed = found::sealed(reader, alert, number)?;
    let handling = shown::read(reader, alert.id, number)?;
    let text = AlertText { subject: version.subject, sealed, handling };
    let until = reader.ask(|connection| until(connection, alert, &text, turn, day))?;
    alert.life.after(turn.act(until), reader.caller().person, day).map_err(Refusal::conflict)?;
    let (path, seen) = (format!("/alerts/{}", alert.reference), hex::encode(version.hash));
    let record = |name, label, hint| {
        fields::textarea(voice, filled, &Field::new(name, label).hint(hint).rows(4).max_length(RECORD_CHARS_MAX as u32))
    };
    Ok(html! {
        (fields::error_summary(voice, filled))
        h1 { (voice.t(turn.title())) }
        p { (pages::category(voice, alert.category)) " " span .mono { (alert.reference) } }
        (shown::notice(voice, text.handling.as_ref()))
        (parts::two_columns(
            html! {
                (parts::card("who", &voice.t("alerts-who"), html! {
                    (pages::subject(voice, &text.subject))
                    (pages::year_at_best(voice, &text.subject))
                }))
                (parts::card("why", &voice.t("alerts-sealed"), pages::sealed(voice, &text.sealed)))
            },
            html! {
                (parts::card("record", &voice.t("alerts-proportion"), html! {
                    p { (voice.rich("alerts-until-then", &[], &[("day", voice.date(until))])) }
                    (fields::form(&format!("{path}/{}", turn.end()), visit.csrf(), html! {
                        (fields::hidden("seen", &seen))
                        (record("grave", "alerts-grave", "alerts-grave-hint"))
                        (record("gentler", "alerts-gentler", "alerts-gentler-hint"))
                        (fields::submit_row(voice, turn.button(), Some(html! { a .button .plain href=(path) { (voice.t("form-cancel")) } })))
                    }))
                }))
                @if turn == Turn::Activate {
                    (parts::card("return", &voice.t("alerts-return-title"), fields::form(&format!("{path}/return"), visit.csrf(), html! {
                        (fields::textarea(voice, filled, &Field::new("question", "alerts-question").rows(3).max_length(RECORD_CHARS_MAX as u32)))
                        button .plain type="submit" { (voice.t("alerts-return-act")) }
                    })))
                }
            },
        ))
    })
}
