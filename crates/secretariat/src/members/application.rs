//! One application: its checklist, point by point, and what a decision made of it.
//!
//! Who decides is free: a point that is not fulfilled keeps nobody out, but it must be answered, and whoever admits sees it.
//! What cannot be done is to admit or refuse without naming the decision.

use std::sync::Arc;

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use base::access::Resource;
use base::desk::{Entries, Permitted, Writer};
use base::identity::profile::{InForce, Point};
use base::store::StoreError;
use base::web::parts::{self, Tone};
use base::web::tables::{Column, Table, table};
use base::web::{Asked, Filled, InputFault, Posted, Problem, Refusal, Sent, Visit, Voice, fields, see_other};
use conference::due::Deadline;
use maud::{Markup, html};
use rusqlite::Connection;

use super::api::{ApplicationShown, ApplicationStep};
use super::class::Class;
use super::entries::{Admitted, Answered, Founded, MemberEntry, Refused, Withdrawn};
use super::pages;
use super::permits::{Admit, ShowApplications};
use super::queries::{self, Answer, Application, Outcome};
use super::seats;
use super::written::{self, Found, fault};
use crate::silence;

/// Answers whether an application is there.
fn resource(number: &str) -> impl FnOnce(&Connection) -> Result<Option<Resource>, StoreError> {
    let number = number.parse().unwrap_or(0);
    move |now| Ok(queries::application(now, number)?.map(|found| Resource::room_about(found.number.to_string())))
}

/// Everything that its page shows.
struct Shown {
    application: Application,
    points: Vec<Point>,
    answers: std::collections::BTreeMap<String, Answer>,
    may_step: bool,
}

impl Shown {
    fn read(now: &Connection, profile: &InForce, number: &str, may_step: bool) -> Result<Self, Refusal> {
        let found = queries::application(now, number.parse().unwrap_or(0))?.ok_or(Refusal::NotFound)?;
        let points = profile.checklists.get(found.class.code()).cloned().unwrap_or_default();
        let answers = queries::answers(now, found.number)?;
        let may_step = may_step && found.outcome == Outcome::Open;
        Ok(Shown { application: found, points, answers, may_step })
    }
}

/// Shows an application.
pub(super) async fn page(
    desk: Permitted<ShowApplications>,
    visit: Visit,
    Path(number): Path<String>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let resource = desk.about(resource(&number)).await?;
    let reader = desk.open(resource).await?;
    let ground = reader.ground();
    let may_step = ground.policy.allows::<Admit>(reader.caller(), &Resource::room());
    let profile = ground.identity.profile();
    let shown = reader.ask(|now| Ok(Shown::read(now, &profile, &number, may_step)))??;
    let done = query.0.typed("done");
    Ok(visit.page("members-application", markup(&visit, &shown, &Filled::new(), done)))
}

/// Takes a step.
pub(super) async fn submit(
    desk: Permitted<Admit>,
    visit: Visit,
    Path(number): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(resource(&number)).await?;
    let writer = desk.open_to_write(resource).await?;
    let ground = writer.reader().ground().clone();
    let profile = ground.identity.profile();
    let mut days = Vec::new();
    let step = ApplicationStep {
        act: filled.typed("act").to_owned(),
        point: filled.typed("point").to_owned(),
        met: filled.typed("met") == "yes",
        note: filled.typed("note").to_owned(),
        decision: filled.typed("decision").to_owned(),
        on: written::typed_day(&filled, "on", &mut days),
    };
    let mut read = read(&profile, number.parse().unwrap_or(0), &step);
    if step.act == "answer" && filled.typed("met").is_empty() {
        let mut faults = read.err().unwrap_or_default();
        faults.push(fault("met", "members-fault-met"));
        read = Err(faults);
    }
    let entry = written::accepted(&visit.voice, &mut filled, &days, read);
    let done = match entry {
        Some(entry) => enter(&writer, entry, Arc::clone(&profile)).await.map(Some),
        None => Ok(None),
    };
    match done {
        Ok(Some(_)) => {
            seats::followed(&ground).await?;
            return Ok(see_other(&format!("/members/applications/{number}?done={}", step.act)));
        }
        Err(Refusal::Invalid(faults)) => filled.refuse_each(&visit.voice, &faults),
        Err(refusal) => return Err(refusal),
        Ok(None) => {}
    }
    let shown = writer.reader().ask(|now| Ok(Shown::read(now, &profile, &number, true)))??;
    Ok(visit.refused_page("members-application", markup(&visit, &shown, &filled, "")).into_response())
}

/// Answers a point of an application's checklist, or says what became of the application.
#[utoipa::path(
    post,
    path = "/api/v1/applications/{application}",
    operation_id = "step_application",
    tag = "members",
    params(("application" = String, Path, description = "Its number")),
    request_body = ApplicationStep,
    responses(
        (status = 200, description = "Written down; the application as it stands now", body = ApplicationShown),
        (status = 404, description = "No such application", body = Problem),
        (status = 409, description = "It is settled already", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<Admit>,
    Path(number): Path<String>,
    Sent(sent): Sent<ApplicationStep>,
) -> Result<axum::Json<ApplicationShown>, Refusal> {
    let resource = desk.about(resource(&number)).await?;
    let writer = desk.open_to_write(resource).await?;
    let ground = writer.reader().ground().clone();
    let profile = ground.identity.profile();
    let entry = read(&profile, number.parse().unwrap_or(0), &sent).map_err(Refusal::Invalid)?;
    let application = enter(&writer, entry, profile).await?;
    seats::followed(&ground).await?;
    Ok(axum::Json(ApplicationShown::of(&application)))
}

async fn enter(writer: &Writer<Admit>, entry: MemberEntry, profile: Arc<InForce>) -> Result<Application, Refusal> {
    writer.append(move |entries| record(entries, &entry, &profile)).await
}

/// Takes a step with an application, from a thread of its own; answers the application.
///
/// Errors: `Invalid` with every fault, `Conflict` where it is settled already.
pub fn step_application(
    writer: &Writer<Admit>,
    number: u64,
    step: &ApplicationStep,
) -> Result<ApplicationShown, Refusal> {
    let ground = writer.reader().ground().clone();
    let profile = ground.identity.profile();
    let entry = read(&profile, number, step).map_err(Refusal::Invalid)?;
    let application = writer.append_blocking(move |entries| record(entries, &entry, &profile))?;
    seats::follow(&ground)?;
    Ok(ApplicationShown::of(&application))
}

fn read(profile: &InForce, application: u64, step: &ApplicationStep) -> Result<MemberEntry, Vec<InputFault>> {
    let mut found = Found::default();
    let made = match step.act.as_str() {
        "answer" => {
            let point = step.point.clone();
            let known = profile.checklists.values().flatten().any(|one| one.code == point);
            if !known {
                found.0.push(fault("point", "members-fault-point"));
            }
            let note = found.keep(written::line("note", &step.note, "members-fault-note-missing"));
            note.map(|note| MemberEntry::Answered(Answered { application, point, met: step.met, note }))
        }
        "admit" => {
            let decision = found.decision("decision", &step.decision);
            let first_on = found.day("on", &step.on, "members-fault-on-missing");
            let admitted = |(decision, first_on)| Admitted { application, first_on, decision };
            decision.zip(first_on).map(admitted).map(MemberEntry::Admitted)
        }
        "refuse" => {
            let decision = found.decision("decision", &step.decision);
            let on = found.day("on", &step.on, "members-fault-on-missing");
            decision.zip(on).map(|(decision, on)| MemberEntry::Refused(Refused { application, on, decision }))
        }
        "withdraw" => {
            let on = found.day("on", &step.on, "members-fault-on-missing");
            on.map(|on| MemberEntry::Withdrawn(Withdrawn { application, on }))
        }
        _ => {
            found.0.push(fault("act", "members-fault-act"));
            None
        }
    };
    found.done(made)
}

fn record(entries: &Entries<'_, MemberEntry>, entry: &MemberEntry, profile: &InForce) -> Result<Application, Refusal> {
    let number = match entry {
        MemberEntry::Answered(said) => said.application,
        MemberEntry::Admitted(said) => said.application,
        MemberEntry::Refused(said) => said.application,
        MemberEntry::Withdrawn(said) => said.application,
        _ => return Err(Refusal::NotFound),
    };
    // Asked inside the transaction: of two who settle it at once, one comes second.
    let found = queries::application(entries.now(), number)?.ok_or(Refusal::NotFound)?;
    if found.outcome != Outcome::Open {
        return Err(Refusal::conflict("members-fault-settled"));
    }
    let points = profile.checklists.get(found.class.code()).map(Vec::as_slice).unwrap_or_default();
    match entry {
        MemberEntry::Answered(said) if !points.iter().any(|point| point.code == said.point) => {
            return Err(Refusal::Invalid(vec![fault("point", "members-fault-point")]));
        }
        MemberEntry::Admitted(said) => {
            let answers = queries::answers(entries.now(), number)?;
            if points.iter().any(|point| !answers.contains_key(&point.code)) {
                return Err(Refusal::Invalid(vec![fault("decision", "members-fault-unanswered")]));
            }
            begin(entries, profile, found.party, said.first_on, "on")?;
            // What was a member and is something else from then on could speak no longer.
            if let (true, Ok(last_on)) = (found.class != Class::Member, said.first_on.yesterday()) {
                keep_heard(entries, profile, found.party, (last_on, "on"))?;
            }
        }
        _ => {}
    }
    entries.append(entry)?;
    queries::application(entries.now(), number)?.ok_or(Refusal::NotFound)
}

/// Makes sure that a party can be something new from a day on, and writes down what the profile said of it, if that was all.
///
/// Errors: `Invalid` in `field` where it is or will be something on that day that does not simply end the day before.
pub(super) fn begin(
    entries: &Entries<'_, MemberEntry>,
    profile: &InForce,
    party: journal::StateCode,
    first_on: jiff::civil::Date,
    field: &str,
) -> Result<(), Refusal> {
    found(entries, profile, party)?;
    let clashes =
        queries::said(entries.now())?.into_iter().filter(|standing| standing.party == party).any(|standing| {
            let lasts = standing.last_on.is_none() && standing.meeting.is_none() && standing.first_on < first_on;
            !lasts && standing.last_on.is_none_or(|last_on| last_on >= first_on)
        });
    if clashes { Err(Refusal::Invalid(vec![fault(field, "members-fault-overlap")])) } else { Ok(()) }
}

/// Makes sure that a State is heard up to the end of every round that asks it: its silence would count.
///
/// Errors: `Invalid` in the field that says its last day as a member, where a round ends later.
pub(super) fn keep_heard(
    entries: &Entries<'_, MemberEntry>,
    profile: &InForce,
    party: journal::StateCode,
    (last_on, field): (jiff::civil::Date, &str),
) -> Result<(), Refusal> {
    let wrong = |key| Refusal::Invalid(vec![fault(field, key)]);
    let last = Deadline::of_day(last_on, &profile.zone).map_err(|_| wrong("members-fault-day"))?.last();
    if silence::asks_beyond(entries.now(), party, last)? { Err(wrong("members-fault-asked")) } else { Ok(()) }
}

/// Answers whether a party is something without an end that is known.
pub(super) fn lasts(now: &Connection, party: journal::StateCode) -> Result<bool, StoreError> {
    Ok(queries::said(now)?.iter().any(|standing| standing.party == party && standing.last_on.is_none()))
}

/// Writes down what the profile says of a party, where nothing was said of it yet.
pub(super) fn found(
    entries: &Entries<'_, MemberEntry>,
    profile: &InForce,
    party: journal::StateCode,
) -> Result<(), StoreError> {
    if queries::said(entries.now())?.iter().any(|standing| standing.party == party) {
        return Ok(());
    }
    let Some(founding) = queries::founding(profile, party) else { return Ok(()) };
    let queries::Standing { party, class, names, first_on, .. } = founding;
    entries.append(&MemberEntry::Founded(Founded { party, class, names, first_on })).map(|_| ())
}

fn markup(visit: &Visit, shown: &Shown, filled: &Filled, done: &str) -> Markup {
    let (voice, application) = (&visit.voice, &shown.application);
    html! {
        h1 { (application.names.in_language(voice.language)) }
        (fields::error_summary(voice, filled))
        @match done {
            "applied" => (parts::notice(Tone::Done, html! { p { (voice.t("members-done-applied")) } })),
            "answer" => (parts::notice(Tone::Done, html! { p { (voice.t("members-done-answered")) } })),
            "admit" | "refuse" | "withdraw" => (parts::notice(Tone::Done, html! { p { (voice.t("members-done-settled")) } })),
            _ => {},
        }
        (facts(voice, application))
        (checklist(voice, shown))
        @if shown.may_step { (forms(visit, shown, filled)) }
        p { a href="/members" { (voice.t("members-back")) } }
    }
}

fn facts(voice: &Voice, application: &Application) -> Markup {
    let settled = application.settled_on.map_or_else(|| html! { "–" }, |day| voice.date(day));
    parts::facts(&[
        (&voice.t("members-code"), html! { span .mono { (application.party) } }),
        (&voice.t("members-class"), html! { (voice.t(application.class.key())) }),
        (&voice.t("members-applied-on"), voice.date(application.applied_on)),
        (
            &voice.t("members-outcome"),
            html! { (parts::tag(tone(application.outcome), &voice.t(application.outcome.key()))) },
        ),
        (&voice.t("members-settled-on"), settled),
        (&voice.t("members-decision"), pages::symbol(application.decision.as_ref())),
        (&voice.t("members-note"), html! { @if application.note.is_empty() { "–" } @else { (application.note) } }),
    ])
}

/// Answers how an outcome is coloured.
pub(super) fn tone(outcome: Outcome) -> Tone {
    match outcome {
        Outcome::Open => Tone::Deep,
        Outcome::Admitted => Tone::Done,
        Outcome::Refused | Outcome::Withdrawn => Tone::Quiet,
    }
}

fn checklist(voice: &Voice, shown: &Shown) -> Markup {
    let rows = shown.points.iter().map(|point| {
        let answer = shown.answers.get(&point.code);
        let (tone, key) = match answer {
            None => (Tone::Soon, "members-point-open"),
            Some(answer) if answer.met => (Tone::Done, "members-point-met"),
            Some(_) => (Tone::Late, "members-point-unmet"),
        };
        vec![
            html! { (point.text.in_language(voice.language)) },
            parts::tag(tone, &voice.t(key)),
            html! { @if let Some(answer) = answer { (answer.note) } },
        ]
    });
    let heading = |key| Column::text(voice.t(key).into_owned());
    let columns = vec![heading("members-point"), heading("members-point-answer"), heading("members-point-note")];
    let (caption, rows) = (voice.t("members-checklist").into_owned(), rows.collect());
    table(voice, &Table { id: "checklist", caption, columns, rows, empty: "members-checklist-empty" })
}

fn forms(visit: &Visit, shown: &Shown, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let action = format!("/members/applications/{}", shown.application.number);
    let points: Vec<fields::Choice<'_>> = shown
        .points
        .iter()
        .map(|point| fields::Choice::new(point.code.as_str(), point.text.in_language(voice.language)))
        .collect();
    let met = [
        fields::Choice::new("yes", voice.t("members-point-met")),
        fields::Choice::new("no", voice.t("members-point-unmet")),
    ];
    let outcomes = [("admit", "members-admit"), ("refuse", "members-refuse"), ("withdraw", "members-withdraw")]
        .map(|(act, key)| fields::Choice::new(act, voice.t(key)));
    let note = fields::Field::new("note", "members-point-note").rows(2).max_length(written::TEXT_CHARS_MAX as u32);
    html! {
        @if !points.is_empty() {
            (parts::card("answer", &voice.t("members-answer"), fields::form(&action, visit.csrf(), html! {
                (fields::hidden("act", "answer"))
                (fields::select(voice, filled, &fields::Field::new("point", "members-point"), &points))
                (fields::radios(voice, filled, &fields::Field::new("met", "members-point-answer"), &met))
                (fields::textarea(voice, filled, &note))
                (fields::submit_row(voice, "members-answer-send", None))
            })))
        }
        (parts::card("settle", &voice.t("members-settle"), fields::form(&action, visit.csrf(), html! {
            p { (voice.t("members-settle-about")) }
            (fields::radios(voice, filled, &fields::Field::new("act", "members-outcome"), &outcomes))
            (written::decision_field(voice, filled, true))
            (fields::date_input(voice, filled, &fields::Field::new("on", "members-on").hint("members-on-hint")))
            (fields::submit_row(voice, "members-settle-send", None))
        })))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::samples::*;
    use base::access::Purpose;
    use jiff::civil::date;
    use serde_json::json;

    #[tokio::test]
    async fn nobody_is_admitted_without_a_decision_or_before_every_point_is_answered() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        let path = apply(&specimen, &coordinator, "XSI", "observer-organisation").await;
        let admit = admission("2026-03-01", "RCM/VIII/2003/DEC/16");
        let early = specimen.post(&coordinator, &path, &admit).await;
        assert!(early.status == 422 && early.body.contains("decision-error"), "{}", early.body);
        answer_all(&specimen, &coordinator, &path, ORGANISATION, "no").await;
        let mut alone = admit.clone();
        alone.retain(|(name, _)| *name != "decision");
        assert_eq!(specimen.post(&coordinator, &path, &alone).await.status, 422, "a decision is named");
        assert!(specimen.enrolled("XSI").is_err(), "it is no party yet");
        // The last answer holds, and one that is not fulfilled keeps nobody out: whoever decides has seen it.
        answer_all(&specimen, &coordinator, &path, &ORGANISATION[..1], "yes").await;
        assert_eq!(path_of(specimen.post(&coordinator, &path, &admit).await), path);
        let page = specimen.get(Some(&coordinator), &path).await.body;
        assert!(page.contains("RCM/VIII/2003/DEC/16") && !page.contains("<form method=\"post\" action=\"/members/app"));
        assert_eq!(specimen.post(&coordinator, &path, &admit).await.status, 409, "settled once");
        let session = specimen.signed_in("XSI", "delegate", Purpose::Secretariat);
        let list = specimen.get(Some(&session), "/members").await;
        assert!(list.status == 200 && list.body.contains("RCM/VIII/2003/DEC/16"), "{}", list.body);
        assert_eq!(specimen.get(Some(&session), &path).await.status, 404, "it is decided in private");
        assert_eq!(specimen.get(Some(&delegate(&specimen, "MEX")), &path).await.status, 200);
    }

    #[tokio::test]
    async fn who_is_refused_or_withdraws_is_no_party_and_may_apply_again() {
        let specimen = specimen();
        let token = coordinator_token(&specimen);
        let call = async |path: &str, body| specimen.call(&token, Purpose::Secretariat, path, &body).await;
        for step in [
            json!({ "act": "refuse", "decision": "RCM/IX/2004/DEC/1", "on": "2026-03-01" }),
            json!({ "act": "withdraw", "on": "2026-03-01" }),
        ] {
            let sent = json!({ "party": "PER", "class": "observer-state", "name_en": "Peru", "name_es": "Perú",
                "name_fr": "Pérou", "applied_on": "2026-02-01" });
            let made = call("/api/v1/applications", sent).await;
            assert_eq!(made.status, 201, "{}", made.body);
            let number = number_in(&made.body);
            let path = format!("/api/v1/applications/{number}");
            assert_eq!(call(&path, json!({ "act": "refuse", "on": "2026-03-01" })).await.status, 422);
            assert_eq!(call(&path, json!({ "act": "elect" })).await.status, 422);
            let unknown = json!({ "act": "answer", "point": "mandate", "met": true, "note": "n" });
            assert_eq!(call(&path, unknown).await.status, 422, "a point of another class");
            assert_eq!(call(&path, step.clone()).await.status, 200);
            assert_eq!(call(&path, step).await.status, 409);
        }
        assert!(specimen.enrolled("PER").is_err());
        assert_eq!(call("/api/v1/applications/9999999", json!({ "act": "withdraw" })).await.status, 404);
    }

    #[tokio::test]
    async fn an_observer_that_becomes_a_member_is_each_on_its_own_days() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        let officer = delegate(&specimen, "ECU");
        let path = apply(&specimen, &coordinator, "ECU", "member").await;
        let late = admission("1990-01-01", "RCM/X/2005/DEC/1");
        assert_eq!(specimen.post(&coordinator, &path, &late).await.status, 422, "before it was anything");
        let admit = admission("2026-03-04", "RCM/X/2005/DEC/1");
        assert_eq!(specimen.post(&coordinator, &path, &admit).await.status, 303);
        let profile = specimen.ground.identity.profile();
        let members = |day| {
            let house = specimen.ground.database("secretariat").unwrap();
            house.read(|now| super::super::members_on(now, &profile, day)).unwrap().len()
        };
        assert_eq!((members(date(2026, 3, 3)), members(date(2026, 3, 4))), (11, 12));
        let now = || specimen.ground.identity.by_cookie(&officer.secret, specimen.clock.now()).unwrap().party;
        assert_eq!(now(), base::identity::PartyKind::Observer);
        specimen.clock.advance(jiff::SignedDuration::from_hours(48));
        specimen.sweep();
        let member = delegate(&specimen, "ECU");
        assert_eq!(member.caller.party, base::identity::PartyKind::Member);
    }
}
