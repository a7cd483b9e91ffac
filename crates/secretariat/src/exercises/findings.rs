//! The acts "write a finding down" and "answer a finding": by a duty of somebody, with a day, or by a reason why there is none.

use std::collections::BTreeSet;

use axum::extract::Path;
use axum::response::Response;
use base::desk::{Entries, Permitted, Writer};
use base::identity::PartyKind;
use base::identity::profile::InForce;
use base::store::StoreError;
use base::web::fields::{self, Field};
use base::web::{Filled, InputFault, Posted, Refusal, Said as Told, Visit, see_other};
use conference::due::DueRule;
use conference::exercises::Standing;
use conference::obligations::{Order, Owner, Sharing};
use conference::said::Said;
use conference::verbs::Verb;
use jiff::civil::Date;
use maud::{Markup, html};

use super::entries::{Answered, ExerciseEntry, Found};
use super::pages::{self, fault};
use super::permits::PlanExercises;
use super::queries::{self, Exercise, FINDINGS_MAX, Finding};
use crate::meetings::Symbol;
use crate::obligations::{self, Charge, ChargeError, ObligationEntry, Reference};
use crate::{decisions, meetings, rounds};

/// The longest finding or reason, in characters: an obligation says it whole.
const TEXT_CHARS_MAX: usize = 1_500;
/// The longest name of a body.
const OWNER_CHARS_MAX: u32 = 200;

/// Shows the form for a finding.
pub(super) async fn page(
    desk: Permitted<PlanExercises>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let resource = desk.about(pages::resource(&reference)).await?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let exercise = pages::exercise(&reader, &reference)?;
    Ok(visit.page("exercises-find", markup(&visit, &exercise, &Filled::new())))
}

/// Takes the form: a finding is written down, and waits for what answers for it.
pub(super) async fn submit(
    desk: Permitted<PlanExercises>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(pages::resource(&reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    let exercise = pages::exercise(writer.reader(), &reference)?;
    let mut found = rounds::Found::default();
    let text_es = found.keep(pages::text("text_es", filled.typed("text_es"), TEXT_CHARS_MAX));
    let text_en = found.keep(pages::text("text_en", filled.typed("text_en"), TEXT_CHARS_MAX));
    let entered = match (text_en, text_es) {
        (Some(text_en), Some(text_es)) => {
            let symbol = exercise.symbol.clone();
            let write = move |entries: &Entries<'_, ExerciseEntry>| {
                let exercise = queries::exercise(entries.now(), &symbol)?.ok_or(Refusal::NotFound)?;
                record(entries, &exercise, text_en, text_es)
            };
            writer.append(write).await
        }
        _ => Err(Refusal::Invalid(found.0)),
    };
    match entered {
        Ok(number) => Ok(see_other(&format!("/exercises/{reference}/findings/{number}"))),
        Err(refusal) => {
            let draw = |filled: &Filled| markup(&visit, &exercise, filled);
            visit.refused_form("exercises-find", &mut filled, refusal, draw)
        }
    }
}

/// Writes a finding down, from a thread of its own.
///
/// Errors: `NotFound` where there is no such exercise, `Conflict` where nothing can be written of it.
pub fn find(writer: &Writer<PlanExercises>, exercise: &Symbol, english: &str, spanish: &str) -> Result<(), Refusal> {
    let mut found = rounds::Found::default();
    let english = found.keep(pages::text("text_en", english, TEXT_CHARS_MAX));
    let spanish = found.keep(pages::text("text_es", spanish, TEXT_CHARS_MAX));
    let (Some(english), Some(spanish)) = (english, spanish) else { return Err(Refusal::Invalid(found.0)) };
    let symbol = exercise.clone();
    writer.append_blocking(move |entries| {
        let exercise = queries::exercise(entries.now(), &symbol)?.ok_or(Refusal::NotFound)?;
        record(entries, &exercise, english, spanish).map(|_| ())
    })
}

fn record(
    entries: &Entries<'_, ExerciseEntry>,
    exercise: &Exercise,
    text_en: String,
    text_es: String,
) -> Result<u16, Refusal> {
    open(exercise)?;
    let there = queries::findings(entries.now(), &exercise.symbol)?.len();
    if there >= FINDINGS_MAX {
        return Err(Refusal::conflict("exercises-fault-findings"));
    }
    let number = u16::try_from(there + 1).unwrap_or(u16::MAX);
    let found = Found { exercise: exercise.symbol.clone(), number, text_en, text_es };
    entries.append(&ExerciseEntry::Found(found))?;
    Ok(number)
}

/// Refuses what is written of an exercise that has not been held, or is closed.
fn open(exercise: &Exercise) -> Result<(), Refusal> {
    match exercise.standing {
        Standing::Held | Standing::Reported => Ok(()),
        Standing::Planned => Err(Refusal::conflict("exercises-fault-not-held")),
        Standing::Closed => Err(Refusal::conflict("exercises-fault-closed")),
    }
}

/// Shows the form for what answers for a finding.
pub(super) async fn answer_page(
    desk: Permitted<PlanExercises>,
    visit: Visit,
    Path((reference, item)): Path<(String, String)>,
) -> Result<Markup, Refusal> {
    let resource = desk.about(pages::resource(&reference)).await?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let exercise = pages::exercise(&reader, &reference)?;
    let finding = reader.ask(|now| finding(now, &exercise, &item))?.ok_or(Refusal::NotFound)?;
    Ok(visit.page("exercises-answer", answering(&visit, &exercise, &finding, &Filled::new())))
}

/// Takes the form: the duty is charged and the finding answered in one act, or neither is.
pub(super) async fn answer(
    desk: Permitted<PlanExercises>,
    visit: Visit,
    Path((reference, item)): Path<(String, String)>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(pages::resource(&reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    let reader = writer.reader();
    let exercise = pages::exercise(reader, &reference)?;
    let finding = reader.ask(|now| finding(now, &exercise, &item))?.ok_or(Refusal::NotFound)?;
    let profile = reader.ground().identity.profile();
    let zone = jiff::tz::TimeZone::get(&profile.zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let today = zone.to_datetime(reader.now()).date();
    let entered = match read(&filled, &profile, today) {
        Ok(answer) => {
            let (symbol, number) = (exercise.symbol.clone(), finding.number);
            let write = move |entries: &Entries<'_, ExerciseEntry>, duties: &Entries<'_, ObligationEntry>| {
                let exercise = queries::exercise(entries.now(), &symbol)?.ok_or(Refusal::NotFound)?;
                let finding = self::finding(entries.now(), &exercise, &number.to_string())?.ok_or(Refusal::NotFound)?;
                settle((entries, duties), &exercise, &finding, answer, today)
            };
            writer.append_both(write).await
        }
        Err(faults) => Err(Refusal::Invalid(faults)),
    };
    match entered {
        Ok(()) => Ok(see_other(&format!("/exercises/{reference}?done=found"))),
        Err(refusal) => {
            let draw = |filled: &Filled| answering(&visit, &exercise, &finding, filled);
            visit.refused_form("exercises-answer", &mut filled, refusal, draw)
        }
    }
}

fn finding(now: &rusqlite::Connection, exercise: &Exercise, item: &str) -> Result<Option<Finding>, StoreError> {
    let all = queries::findings(now, &exercise.symbol)?;
    Ok(all.into_iter().find(|finding| finding.number.to_string() == item))
}

/// What answers for a finding.
enum Answer {
    /// Somebody's duty, until the end of a day.
    Duty { owner: Owner, due_on: Date },
    /// Nobody's, and why.
    None { reason: String },
}

/// Reads the form: a duty with its owner and its day, or a reason, and not both.
fn read(filled: &Filled, profile: &InForce, today: Date) -> Result<Answer, Vec<InputFault>> {
    let mut found = rounds::Found::default();
    let (owner, reason) = (filled.typed("owner").trim(), filled.typed("reason").trim());
    let due_on = match filled.date("due") {
        Ok(due_on) => due_on,
        Err(why) => return Err(vec![InputFault::field("due", "day", Told::plain(why.key()))]),
    };
    match (owner.is_empty() && due_on.is_none(), reason.is_empty()) {
        (true, true) => Err(vec![fault("owner", "exercises-fault-neither")]),
        (false, false) => Err(vec![fault("reason", "exercises-fault-both")]),
        (true, false) => {
            let reason = found.keep(pages::text("reason", reason, TEXT_CHARS_MAX));
            reason.map(|reason| Answer::None { reason }).ok_or(found.0)
        }
        (false, true) => {
            let owner = found.keep(owner_of(owner, profile));
            let due_on = due_on.filter(|day| *day >= today).ok_or_else(|| fault("due", "exercises-fault-due"));
            match (owner, found.keep(due_on)) {
                (Some(owner), Some(due_on)) => Ok(Answer::Duty { owner, due_on }),
                _ => Err(found.0),
            }
        }
    }
}

/// Reads who owes: a member by its code, else a body by its name.
fn owner_of(written: &str, profile: &InForce) -> Result<Owner, InputFault> {
    let code = written.to_uppercase().parse().ok();
    let party = code.and_then(|code| profile.parties.get(&code).map(|party| (code, party.kind)));
    let name = written.split_whitespace().collect::<Vec<_>>().join(" ");
    let fits = name.chars().count() <= OWNER_CHARS_MAX as usize && !name.contains(char::is_control);
    match party {
        Some((code, PartyKind::Member)) => Ok(Owner::Party(code)),
        None if !name.is_empty() && fits => Ok(Owner::Body(name)),
        _ => Err(fault("owner", "exercises-fault-owner")),
    }
}

fn settle(
    (entries, duties): (&Entries<'_, ExerciseEntry>, &Entries<'_, ObligationEntry>),
    exercise: &Exercise,
    finding: &Finding,
    answer: Answer,
    today: Date,
) -> Result<(), Refusal> {
    open(exercise)?;
    if finding.is_answered() {
        return Err(Refusal::conflict("exercises-fault-answered"));
    }
    let (obligation, reason) = match answer {
        Answer::Duty { owner, due_on } => (Some(charge(duties, exercise, finding, (owner, due_on), today)?), None),
        Answer::None { reason } => (None, Some(reason)),
    };
    let answered = Answered { exercise: exercise.symbol.clone(), number: finding.number, obligation, reason };
    entries.append(&ExerciseEntry::Answered(answered))?;
    Ok(())
}

/// Charges somebody with what was found, on the decision on which the exercise rests.
fn charge(
    duties: &Entries<'_, ObligationEntry>,
    exercise: &Exercise,
    finding: &Finding,
    (owner, due_on): (Owner, Date),
    today: Date,
) -> Result<Reference, Refusal> {
    let now = duties.now();
    let damaged = |what: &str| StoreError::Damaged(format!("exercise {}: {what}", exercise.symbol));
    let decision = decisions::one(now, &exercise.decision)?.ok_or_else(|| damaged("its decision is gone"))?;
    let meeting = meetings::one(now, &decision.meeting)?.ok_or_else(|| damaged("its meeting is gone"))?;
    let what = |text: &str| Said::parse(text).map_err(|error| damaged(&error.to_string()));
    let order = Order {
        decision: decision.symbol.to_string(),
        verb: Verb::Entrust,
        owners: BTreeSet::from([owner]),
        sharing: Sharing::Jointly,
        what: what(&finding.text_en)?,
        rule: Some(DueRule::By(due_on)),
        begins_on: today,
        condition: None,
        lapses: false,
    };
    let charge = Charge {
        order,
        number: obligations::next_number(now, &decision.symbol)?,
        what_es: Some(what(&finding.text_es)?),
        adopted_on: decision.adopted_on,
        meeting_ended_on: Some(meeting.last_on),
        series: meeting.series,
        members_only: decision.members_only,
    };
    match obligations::charge(duties, &charge) {
        Ok(Some(reference)) => Ok(reference),
        Ok(None) => Err(damaged("it charges nobody").into()),
        Err(ChargeError::Store(error)) => Err(error.into()),
        Err(_) => Err(Refusal::Invalid(vec![fault("owner", "exercises-fault-owner")])),
    }
}

fn markup(visit: &Visit, exercise: &Exercise, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let path = format!("/exercises/{}", exercise.symbol.in_address());
    let cancel = html! { a .button .plain href=(path) { (voice.t("form-cancel")) } };
    let text =
        |name, label| Field::new(name, label).hint("exercises-no-names").rows(4).max_length(TEXT_CHARS_MAX as u32);
    html! {
        h1 { (voice.t("exercises-find")) }
        (fields::error_summary(voice, filled))
        p .aside { (exercise.symbol) ", " (exercise.place) }
        (fields::form(&format!("{path}/findings"), visit.csrf(), html! {
            (fields::textarea(voice, filled, &text("text_es", "exercises-text-es")))
            (fields::textarea(voice, filled, &text("text_en", "exercises-text-en")))
            (fields::submit_row(voice, "exercises-find-send", Some(cancel)))
        }))
    }
}

fn answering(visit: &Visit, exercise: &Exercise, finding: &Finding, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let path = format!("/exercises/{}", exercise.symbol.in_address());
    let cancel = html! { a .button .plain href=(path) { (voice.t("form-cancel")) } };
    html! {
        h1 { (voice.t("exercises-answer")) }
        (fields::error_summary(voice, filled))
        p .aside { (exercise.symbol) ", " (finding.number) }
        (rounds::words(rounds::title(voice, &finding.text_en, &finding.text_es)))
        p { (voice.t("exercises-answer-about")) }
        (fields::form(&format!("{path}/findings/{}", finding.number), visit.csrf(), html! {
            (fields::text_input(voice, filled, &Field::new("owner", "exercises-owner").hint("exercises-owner-hint")
                .max_length(OWNER_CHARS_MAX).autocomplete("off").optional()))
            (fields::date_input(voice, filled, &Field::new("due", "exercises-due").optional()))
            (fields::textarea(voice, filled, &Field::new("reason", "exercises-reason").hint("exercises-reason-hint").rows(3)
                .max_length(TEXT_CHARS_MAX as u32).optional()))
            (fields::submit_row(voice, "exercises-answer-send", Some(cancel)))
        }))
    }
}
