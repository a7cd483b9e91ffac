//! Who was at a meeting: the act of looking, and the act of writing it down.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use base::access::Permit;
use base::desk::{Entries, Permitted, Reader, Writer};
use base::web::fields::{self, Choice, Field};
use base::web::parts::{self, Tone};
use base::web::tables::{Column, Table, table};
use base::web::{Asked, Filled, InputFault, Posted, Problem, Refusal, Said, Sent, Visit, Voice, see_other};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use maud::{Markup, html};

use super::api::{AttendanceShown, Roll, RollLine};
use super::drawn;
use super::entries::{Attended, Line, SittingEntry};
use super::permits::{RecordAttendance, ShowSitting};
use super::queries::{self, Presence};
use super::roll::{self, Expected, HEADS};
use super::written::fault;
use crate::meetings::{self, Meeting, Symbol};

/// Key of what is said of a line that stands otherwise than was seen.
const CHANGED: &str = "sittings-fault-changed-party";

/// Shows who was there.
pub(super) async fn page(
    desk: Permitted<ShowSitting>,
    visit: Visit,
    Path(reference): Path<String>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let resource = desk.about(meetings::resource(&reference)).await?;
    let reader = desk.open(resource.clone()).await?;
    let meeting = meetings::opened(&reader, &reference)?;
    let may_record = reader.ground().policy.allows::<RecordAttendance>(reader.caller(), &resource)
        && refuse_early(&meeting, reader.now()).is_ok();
    let all = all(&reader, &meeting)?;
    let shown = Shown { meeting: &meeting, all: &all, may_record };
    Ok(visit.page("sittings-attendance", shown.markup(&visit, &Filled::new(), query.0.typed("done"))))
}

/// Answers who was at a meeting.
#[utoipa::path(
    get,
    path = "/api/v1/meetings/{reference}/attendance",
    operation_id = "show_attendance",
    tag = "sittings",
    params(("reference" = String, Path, description = "The meeting's symbol, with `-` in the place of `/`")),
    responses(
        (status = 200, description = "Everybody who could have been there", body = AttendanceShown),
        (status = 404, description = "No such meeting that one may see", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<ShowSitting>,
    Path(reference): Path<String>,
) -> Result<axum::Json<AttendanceShown>, Refusal> {
    let resource = desk.about(meetings::resource(&reference)).await?;
    let reader = desk.open(resource).await?;
    let meeting = meetings::opened(&reader, &reference)?;
    Ok(axum::Json(AttendanceShown::of(&meeting.symbol, &all(&reader, &meeting)?)))
}

fn all<P: Permit>(reader: &Reader<P>, meeting: &Meeting) -> Result<Vec<Expected>, Refusal> {
    let profile = reader.ground().identity.profile();
    Ok(reader.ask(|now| roll::expected(now, &profile, meeting))?)
}

/// Takes the form. Only lines that whoever filled it in changed are entered, so that two of them do not undo each other's.
pub(super) async fn submit(
    desk: Permitted<RecordAttendance>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(meetings::resource(&reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    let meeting = meetings::opened(writer.reader(), &reference)?;
    let before = all(writer.reader(), &meeting)?;
    let mut lines = Vec::new();
    for expected in &before {
        if let Some(was) = touched(&filled, expected) {
            match typed(&filled, expected).1 {
                Some(line) => lines.push(RollLine { was: Some(was), ..line }),
                None => filled.refuse(&format!("present_{}", expected.party), visit.voice.t("sittings-fault-present")),
            }
        }
    }
    if lines.is_empty() && !filled.is_refused() {
        filled.refuse_form(visit.voice.t("sittings-fault-no-line"));
    }
    let entered = match refuse_early(&meeting, writer.reader().now()) {
        // It was cancelled meanwhile, and that comes first.
        Err(refusal) => Err(refusal),
        Ok(()) if filled.is_refused() => Err(Refusal::Invalid(Vec::new())),
        Ok(()) => enter(&writer, &meeting, &before, &Roll { lines }).await,
    };
    let Err(refusal) = entered else {
        return Ok(see_other(&format!("/meetings/{}/attendance?done=recorded", meeting.symbol.in_address())));
    };
    let meeting = meetings::opened(writer.reader(), &reference)?;
    let all = all(writer.reader(), &meeting)?;
    let status = refusal.status();
    overtaken(&visit.voice, &mut filled, &all);
    match refusal {
        Refusal::Invalid(faults) => {
            for fault in faults {
                filled.refuse(&fault.field, visit.voice.say(&fault.said));
            }
        }
        // What stands is said beside each line that it is about.
        Refusal::Conflict(said) if said.key == CHANGED && filled.is_refused() => {}
        Refusal::Conflict(said) => filled.refuse_form(visit.voice.say(&said)),
        other => return Err(other),
    }
    let shown = Shown { meeting: &meeting, all: &all, may_record: true };
    let (_, page) = visit.refused_page("sittings-attendance", shown.markup(&visit, &filled, ""));
    Ok((status, page).into_response())
}

/// Says beside each line that was changed here and elsewhere what stands by now: the form that comes back rests on it.
fn overtaken(voice: &Voice, filled: &mut Filled, all: &[Expected]) {
    for expected in all {
        let (stands, field) = (stands(expected.presence.as_ref()), format!("present_{}", expected.party));
        let is_news = touched(filled, expected).is_some_and(|was| was != stands) && typed(filled, expected).0 != stands;
        if is_news && filled.error(&field).is_none() {
            let said = said(voice, expected.presence.as_ref());
            filled.refuse(&field, voice.tn("sittings-fault-changed-line", &[("stands", said.into())]));
        }
    }
}

/// Writes down who was at a meeting.
#[utoipa::path(
    post,
    path = "/api/v1/meetings/{reference}/attendance",
    operation_id = "record_attendance",
    tag = "sittings",
    params(("reference" = String, Path, description = "The meeting's symbol, with `-` in the place of `/`")),
    request_body = Roll,
    responses(
        (status = 200, description = "The attendance as it stands now", body = AttendanceShown),
        (status = 404, description = "No such meeting", body = Problem),
        (status = 409, description = "The meeting is cancelled, has not begun, or something stands otherwise than `was` says", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn record_call(
    desk: Permitted<RecordAttendance>,
    Path(reference): Path<String>,
    Sent(sent): Sent<Roll>,
) -> Result<axum::Json<AttendanceShown>, Refusal> {
    let resource = desk.about(meetings::resource(&reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    let meeting = meetings::opened(writer.reader(), &reference)?;
    refuse_early(&meeting, writer.reader().now())?;
    let before = all(writer.reader(), &meeting)?;
    enter(&writer, &meeting, &before, &sent).await?;
    Ok(axum::Json(AttendanceShown::of(&meeting.symbol, &all(writer.reader(), &meeting)?)))
}

async fn enter(
    writer: &Writer<RecordAttendance>,
    meeting: &Meeting,
    all: &[Expected],
    roll: &Roll,
) -> Result<(), Refusal> {
    let read = read(meeting, all, roll).map_err(Refusal::Invalid)?;
    writer.append(move |entries| record(entries, &read)).await
}

/// Writes down who was at a meeting, from a thread of its own.
///
/// Errors: `NotFound` where there is no such meeting, `Conflict` where it is cancelled or has not begun, `Invalid` with every fault.
pub fn record_attendance(writer: &Writer<RecordAttendance>, meeting: &Symbol, roll: &Roll) -> Result<(), Refusal> {
    let reader = writer.reader();
    let found = reader.ask(|now| meetings::one(now, meeting))?.ok_or(Refusal::NotFound)?;
    refuse_early(&found, reader.now())?;
    let read = read(&found, &all(reader, &found)?, roll).map_err(Refusal::Invalid)?;
    writer.append_blocking(move |entries| record(entries, &read))
}

/// Nobody was there tomorrow, or at a meeting that is cancelled.
fn refuse_early(meeting: &Meeting, now: Timestamp) -> Result<(), Refusal> {
    drawn::refuse_cancelled(meeting)?;
    let zone = TimeZone::get(&meeting.zone).unwrap_or(TimeZone::UTC);
    if zone.to_datetime(now).date() < meeting.first_on {
        return Err(Refusal::conflict("sittings-fault-early"));
    }
    Ok(())
}

/// What was read: each line, and what stood of it when whoever sends it looked, where they say so.
struct Read {
    meeting: Symbol,
    lines: Vec<(Line, Option<String>)>,
}

fn read(meeting: &Meeting, all: &[Expected], roll: &Roll) -> Result<Read, Vec<InputFault>> {
    let (mut lines, mut faults): (Vec<(Line, Option<String>)>, Vec<InputFault>) = (Vec::new(), Vec::new());
    for line in &roll.lines {
        let known = all.iter().find(|expected| expected.party.as_str() == line.party.trim().to_uppercase());
        let Some(known) = known else {
            faults.push(fault("party", "sittings-fault-nobody"));
            continue;
        };
        if lines.iter().any(|(one, _)| one.party == known.party) {
            faults.push(fault("party", "sittings-fault-twice"));
        }
        if !line.head.is_empty() && roll::head_key(&line.head).is_none() {
            faults.push(fault(&format!("head_{}", known.party), "sittings-fault-head"));
        }
        if !line.present && !line.head.is_empty() {
            faults.push(fault(&format!("head_{}", known.party), "sittings-fault-head-absent"));
        }
        let (class, head) = (known.class.code().to_owned(), line.head.clone());
        lines.push((Line { party: known.party, class, present: line.present, head }, line.was.clone()));
    }
    if roll.lines.is_empty() {
        faults.push(fault("lines", "sittings-fault-no-line"));
    }
    if faults.is_empty() { Ok(Read { meeting: meeting.symbol.clone(), lines }) } else { Err(faults) }
}

fn record(entries: &Entries<'_, SittingEntry>, read: &Read) -> Result<(), Refusal> {
    // Asked again inside the transaction: a meeting may be cancelled meanwhile, and a colleague may have said something else.
    let meeting = meetings::one(entries.now(), &read.meeting)?.ok_or(Refusal::NotFound)?;
    drawn::refuse_cancelled(&meeting)?;
    let recorded = queries::presences(entries.now(), &read.meeting)?;
    let mut lines = Vec::new();
    for (line, was) in &read.lines {
        let known = recorded.get(&line.party);
        if known.is_some_and(|known| known.present == line.present && known.head == line.head) {
            continue;
        }
        let stands = stands(known);
        if was.as_ref().is_some_and(|was| *was != stands) {
            let said = Said::plain(CHANGED).with("party", line.party).with("stands", stands);
            return Err(Refusal::Conflict(said));
        }
        lines.push(line.clone());
    }
    if !lines.is_empty() {
        entries.append(&SittingEntry::Attended(Attended { meeting: read.meeting.clone(), lines }))?;
    }
    Ok(())
}

/// What stands of a party, as forms and machines write it: `yes`, `no` or nothing, `:`, head.
pub(super) fn stands(known: Option<&Presence>) -> String {
    known.map_or(":".to_owned(), |known| format!("{}:{}", if known.present { "yes" } else { "no" }, known.head))
}

/// Says what stands of a party in words.
fn said(voice: &Voice, known: Option<&Presence>) -> String {
    let key = match known.map(|known| known.present) {
        Some(true) => "sittings-present",
        Some(false) => "sittings-absent",
        None => "sittings-unknown",
    };
    let head = known.and_then(|known| roll::head_key(&known.head)).map(|key| format!(", {}", voice.t(key)));
    format!("{}{}", voice.t(key), head.unwrap_or_default())
}

/// Answers what a line of the form said when it was opened, where whoever filled it in changed it. Of whoever is not in the form
/// nothing is said: they became a party since it was opened.
fn touched(filled: &Filled, expected: &Expected) -> Option<String> {
    let field = format!("was_{}", expected.party);
    let was = filled.chosen(&field).next()?;
    (was != typed(filled, expected).0).then(|| was.to_owned())
}

/// What the form says of a party, in the same form, and as a line; no line where neither was chosen.
fn typed(filled: &Filled, expected: &Expected) -> (String, Option<RollLine>) {
    let present = filled.typed(&format!("present_{}", expected.party));
    let head = filled.typed(&format!("head_{}", expected.party)).to_owned();
    let line = match present {
        "yes" | "no" => Some(RollLine {
            party: expected.party.to_string(),
            present: present == "yes",
            head: head.clone(),
            was: None,
        }),
        _ => None,
    };
    (format!("{present}:{head}"), line)
}

/// Fills the form in with what stands.
fn fill(all: &[Expected]) -> Filled {
    let mut filled = Filled::new();
    for expected in all {
        let stands = stands(expected.presence.as_ref());
        let (present, head) = stands.split_once(':').unwrap_or(("", ""));
        filled = filled
            .with(&format!("present_{}", expected.party), present)
            .with(&format!("head_{}", expected.party), head);
    }
    filled
}

/// What the page shows.
struct Shown<'a> {
    meeting: &'a Meeting,
    all: &'a [Expected],
    may_record: bool,
}

impl Shown<'_> {
    fn markup(&self, visit: &Visit, filled: &Filled, done: &str) -> Markup {
        let voice = &visit.voice;
        html! {
            (drawn::heading(voice, "sittings-attendance-of", self.meeting))
            (fields::error_summary(voice, filled))
            @if done == "recorded" { (parts::notice(Tone::Done, html! { p { (voice.t("sittings-done-recorded")) } })) }
            (drawn::attendance(voice, self.all))
            (self.table(voice))
            @if self.may_record { (parts::card("record", &voice.t("sittings-record"), self.form(visit, filled))) }
            (drawn::back(voice, self.meeting))
        }
    }

    fn table(&self, voice: &Voice) -> Markup {
        let row = |one: &Expected| {
            let (tone, key) = match one.presence.as_ref().map(|presence| presence.present) {
                Some(true) => (Tone::Done, "sittings-present"),
                Some(false) => (Tone::Soon, "sittings-absent"),
                None => (Tone::Quiet, "sittings-unknown"),
            };
            let head = one.presence.as_ref().and_then(|presence| roll::head_key(&presence.head));
            vec![
                html! { (one.names.in_language(voice.language)) },
                html! { (voice.t(one.class.key())) },
                parts::tag(tone, &voice.t(key)),
                html! { @if let Some(key) = head { (voice.t(key)) } },
            ]
        };
        let columns = ["sittings-party", "sittings-class", "sittings-presence", "sittings-head"]
            .map(|key| Column::text(voice.t(key)))
            .to_vec();
        let caption = voice.t("sittings-attendance").into_owned();
        let rows = self.all.iter().map(row).collect();
        table(voice, &Table { id: "parties", caption, columns, rows, empty: "sittings-attendance-none" })
    }

    fn form(&self, visit: &Visit, filled: &Filled) -> Markup {
        let voice = &visit.voice;
        let presences = [("", "sittings-unknown"), ("yes", "sittings-present"), ("no", "sittings-absent")]
            .map(|(code, key)| Choice::new(code, voice.t(key)));
        // Only what was changed here is drawn as it was typed: of the rest the form rests on what stands by now.
        let fresh = fill(self.all);
        let mut heads = vec![Choice::new("", voice.t("sittings-head-unknown"))];
        heads.extend(HEADS.iter().map(|(code, key)| Choice::new(*code, voice.t(key))));
        fields::form(
            &format!("/meetings/{}/attendance", self.meeting.symbol.in_address()),
            visit.csrf(),
            html! {
                p { (voice.t("sittings-record-about")) }
                @for one in self.all {
                    @let (present, head) = (format!("present_{}", one.party), format!("head_{}", one.party));
                    @let name = one.names.in_language(voice.language);
                    @let filled = if touched(filled, one).is_some() { filled } else { &fresh };
                    (fields::hidden(&format!("was_{}", one.party), &stands(one.presence.as_ref())))
                    div .abreast {
                        (fields::select(voice, filled, &Field::labelled(&present, name.to_owned()).unmarked(), &presences))
                        (fields::select(voice, filled, &Field::labelled(&head, voice.tn("sittings-head-of", &[("party", name.into())])).unmarked(), &heads))
                    }
                }
                (fields::submit_row(voice, "sittings-record-send", None))
            },
        )
    }
}
