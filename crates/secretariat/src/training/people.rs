//! Whom States put forward: the act of looking, each delegation at its own, and the acts "nominate" and "take it back".

use std::sync::Arc;

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base::access::{Permit, Resource};
use base::desk::{Entries, Permitted, Reader, Writer};
use base::ground::Puebla;
use base::ids::new_id;
use base::store::StoreError;
use base::web::fields::{self, Choice, Field};
use base::web::parts::{self, Tone};
use base::web::tables::{Column, Table, table};
use base::web::{Asked, Filled, InputFault, Posted, Problem, Refusal, Said, Sent, Visit, Voice, see_other};
use conference::training::{Nomination, NominationError, Place, admit};
use jiff::Timestamp;
use journal::StateCode;
use maud::{Markup, html};
use rusqlite::Connection;
use uuid::Uuid;

use super::api::{NewNominee, NomineeShown, NomineesShown};
use super::coded::{self, INSTITUTIONS, SEXES};
use super::entries::{Forgotten, Nominated, TrainingEntry};
use super::pages::{self, LINE_CHARS_MAX, fault};
use super::permits::{Nominate, RecordTraining, ShowNominees};
use super::queries::{self, Nominee, Session};
use crate::meetings::Symbol;
use crate::rounds::Found;

/// Shows a delegation its own people, and the secretariat everybody.
pub(super) async fn page(
    desk: Permitted<ShowNominees>,
    visit: Visit,
    Path(reference): Path<String>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let resource = own(&desk, &reference).await?;
    let reader = desk.open(resource).await?;
    let shown = Shown::read(&reader, &reference)?;
    Ok(visit.page("training-people", shown.markup(&visit, &Filled::new(), query.0.typed("done"))))
}

/// Answers whom one's own State put forward; for the secretariat everybody.
#[utoipa::path(
    get,
    path = "/api/v1/training/{reference}/people",
    operation_id = "list_nominees",
    tag = "training",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    responses(
        (status = 200, description = "Those whom one may see, in the order in which they were nominated", body = NomineesShown),
        (status = 404, description = "No such session", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<ShowNominees>,
    Path(reference): Path<String>,
) -> Result<axum::Json<NomineesShown>, Refusal> {
    let resource = own(&desk, &reference).await?;
    let reader = desk.open(resource).await?;
    Ok(axum::Json(Shown::read(&reader, &reference)?.told()))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<Nominate>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let resource = own(&desk, &reference).await?;
    let writer = desk.open_to_write(resource).await?;
    let typed = |name| filled.typed(name).to_owned();
    let new = NewNominee { name: typed("name"), institution: typed("institution"), sex: typed("sex") };
    match enter(&writer, &reference, &new).await {
        Ok(_) => Ok(see_other(&format!("/training/{reference}/people?done=nominated"))),
        Err(refusal) => {
            let shown = Shown::read(writer.reader(), &reference)?;
            visit.refused_form("training-people", &mut filled, refusal, |filled| shown.markup(&visit, filled, ""))
        }
    }
}

/// Puts somebody of one's own State forward.
#[utoipa::path(
    post,
    path = "/api/v1/training/{reference}/people",
    operation_id = "nominate",
    tag = "training",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    request_body = NewNominee,
    responses(
        (status = 201, description = "Nominated; whom one's own State put forward by now", body = NomineesShown),
        (status = 404, description = "No such session", body = Problem),
        (status = 409, description = "Nominations are closed, the State has no seat or named twice as many as it has, or the person is nominated here or on the same days", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn nominate_call(
    desk: Permitted<Nominate>,
    Path(reference): Path<String>,
    Sent(sent): Sent<NewNominee>,
) -> Result<Response, Refusal> {
    let resource = own(&desk, &reference).await?;
    let writer = desk.open_to_write(resource).await?;
    enter(&writer, &reference, &sent).await?;
    let told = Shown::read(writer.reader(), &reference)?.told();
    Ok((StatusCode::CREATED, axum::Json(told)).into_response())
}

/// Takes a nomination back: what was said of the person is destroyed.
pub(super) async fn take_back(
    desk: Permitted<Nominate>,
    visit: Visit,
    Path((reference, person)): Path<(String, String)>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(one(&reference, &person)).await?;
    let writer = desk.open_to_write(resource).await?;
    let session = pages::session(writer.reader(), &reference)?.symbol;
    let id: Uuid = person.parse().map_err(|_| Refusal::NotFound)?;
    let done = writer
        .append(move |entries: &Entries<'_, TrainingEntry>| {
            let now = entries.now();
            let known = queries::nominee(now, &session, id)?.ok_or(Refusal::NotFound)?;
            if !known.days.is_empty() || known.certificate.is_some() {
                return Err(Refusal::conflict("training-fault-came"));
            }
            let positions = queries::said(now, id)?.remove(&entries.stamp().state).unwrap_or_default();
            entries.append(&TrainingEntry::Forgotten(Forgotten { nominee: id, positions }))?;
            Ok(())
        })
        .await;
    match done {
        Ok(()) => Ok(see_other(&format!("/training/{reference}/people?done=taken-back"))),
        Err(refusal) => {
            let shown = Shown::read(writer.reader(), &reference)?;
            visit.refused_form("training-people", &mut filled, refusal, |filled| shown.markup(&visit, filled, ""))
        }
    }
}

/// Answers what the policies must know of one's own State's part of a session.
async fn own<P: Permit>(desk: &Permitted<P>, reference: &str) -> Result<Resource, Refusal> {
    let resource = desk.about(pages::resource(reference)).await?;
    Ok(Resource { owner: Some(desk.caller().state), ..resource })
}

/// Answers what the policies must know of somebody who was nominated: by which State.
pub(super) fn one(
    reference: &str,
    person: &str,
) -> impl FnOnce(&Connection) -> Result<Option<Resource>, StoreError> + use<> {
    let (symbol, id) = (Symbol::from_address(reference).ok(), person.parse::<Uuid>().ok());
    move |now| {
        let (Some(symbol), Some(id)) = (symbol, id) else { return Ok(None) };
        let found = queries::nominee(now, &symbol, id)?;
        Ok(found.map(|nominee| Resource::of(nominee.state, id.to_string())))
    }
}

async fn enter(writer: &Writer<Nominate>, reference: &str, new: &NewNominee) -> Result<(), Refusal> {
    let session = pages::session(writer.reader(), reference)?.symbol;
    let (nominated, now) =
        (read(session, new, writer.reader().now()).map_err(Refusal::Invalid)?, writer.reader().now());
    writer.append(move |entries| record(entries, nominated, now)).await
}

/// Puts somebody of one's own State forward, from a thread of its own.
///
/// Errors: `Invalid` with every fault, `Conflict` where the nomination is not taken.
pub fn nominate(writer: &Writer<Nominate>, session: &Symbol, new: &NewNominee) -> Result<(), Refusal> {
    let now = writer.reader().now();
    let nominated = read(session.clone(), new, now).map_err(Refusal::Invalid)?;
    writer.append_blocking(move |entries| record(entries, nominated, now))
}

fn read(session: Symbol, new: &NewNominee, now: Timestamp) -> Result<Nominated, Vec<InputFault>> {
    let mut found = Found::default();
    let name = found.keep(pages::line("name", &new.name));
    let known = |list: &[(&'static str, &'static str)], field: &str, code: &str, key| match coded::key(list, code) {
        Some(_) => Ok(code.to_owned()),
        None => Err(fault(field, key)),
    };
    let institution = found.keep(known(&INSTITUTIONS, "institution", &new.institution, "training-fault-institution"));
    let sex = found.keep(known(&SEXES, "sex", &new.sex, "training-fault-sex"));
    match (name, institution, sex) {
        (Some(name), Some(institution), Some(sex)) => {
            Ok(Nominated { nominee: new_id(now), session, name, institution, sex })
        }
        _ => Err(found.0),
    }
}

fn record(entries: &Entries<'_, TrainingEntry>, nominated: Nominated, at: Timestamp) -> Result<(), Refusal> {
    let (now, state) = (entries.now(), entries.stamp().state);
    let session = queries::session(now, &nominated.session)?.ok_or(Refusal::NotFound)?;
    let offer = session.offer()?;
    let before: Vec<Nomination> = queries::nominees(now, &session.symbol)?.iter().map(Nominee::nomination).collect();
    let folded = coded::folded(&nominated.name);
    let elsewhere = queries::elsewhere(now, &session.symbol, state, &folded)?;
    let nomination = Nomination { person: queries::person(state, &folded), state };
    admit(&offer, &before, &elsewhere, nomination, at).map_err(|error| {
        Refusal::Conflict(match error {
            NominationError::Closed => Said::plain("training-fault-closed"),
            NominationError::NotInvited => Said::plain("training-fault-not-invited"),
            NominationError::Already => Said::plain("training-fault-already"),
            NominationError::Elsewhere => Said::plain("training-fault-elsewhere"),
            NominationError::TooMany => Said::plain("training-fault-too-many").with("seats", offer.seats_of(state)),
        })
    })?;
    entries.append(&TrainingEntry::Nominated(nominated))?;
    Ok(())
}

/// What the page shows.
struct Shown {
    session: Session,
    people: Vec<(Nominee, Place)>,
    own: StateCode,
    may_nominate: bool,
    records: bool,
    open: bool,
    ground: Arc<Puebla>,
}

impl Shown {
    fn read<P: Permit>(reader: &Reader<P>, reference: &str) -> Result<Shown, Refusal> {
        let session = pages::session(reader, reference)?;
        let all = reader.ask(|now| queries::nominees(now, &session.symbol))?;
        let places = session.places(&all, reader.now())?;
        let (caller, policy) = (reader.caller(), &reader.ground().policy);
        let of = |owner| Resource { owner: Some(owner), status: "open", ..Resource::default() };
        let records = policy.allows::<RecordTraining>(caller, &Resource { status: "open", ..Resource::default() });
        let people: Vec<(Nominee, Place)> =
            all.into_iter().zip(places).filter(|(one, _)| records || one.state == caller.state).collect();
        let may_nominate =
            policy.allows::<Nominate>(caller, &of(caller.state)) && session.offer()?.seats_of(caller.state) > 0;
        let ground = Arc::clone(reader.ground());
        let open = reader.now() <= session.closes_at;
        Ok(Shown { own: caller.state, session, people, may_nominate, records, open, ground })
    }

    fn told(&self) -> NomineesShown {
        let people = self.people.iter().map(|(one, place)| NomineeShown::of(one, *place)).collect();
        NomineesShown { session: self.session.symbol.to_string(), people }
    }

    fn markup(&self, visit: &Visit, filled: &Filled, done: &str) -> Markup {
        let (voice, session) = (&visit.voice, &self.session);
        let path = format!("/training/{}", session.symbol.in_address());
        let said = match done {
            "nominated" => Some("training-done-nominated"),
            "taken-back" => Some("training-done-taken-back"),
            "recorded" => Some("training-done-recorded"),
            "certified" => Some("training-done-certified"),
            "revoked" => Some("training-done-revoked"),
            _ => None,
        };
        html! {
            h1 { (voice.t("training-people")) }
            p .aside { (session.symbol) ", " (session.place) ", " (pages::days(voice, session)) }
            (fields::error_summary(voice, filled))
            @if let Some(key) = said { (parts::notice(Tone::Done, html! { p { (voice.t(key)) } })) }
            p { (voice.t(if self.records { "training-people-all" } else { "training-people-own" })) }
            (self.table(visit, &path))
            @if self.records && !self.people.is_empty() {
                (fields::form(&format!("{path}/certify"), visit.csrf(), html! {
                    p { (voice.t("training-certify-about")) }
                    (fields::submit_row(voice, "training-certify", None))
                }))
            }
            @if self.may_nominate && self.open {
                (parts::card("nominate", &voice.t("training-nominate"), self.form(visit, &path, filled)))
            } @else if self.may_nominate { p { (voice.t("training-fault-closed")) } }
            p { a href=(path) { (voice.t("training-back")) } }
        }
    }

    fn table(&self, visit: &Visit, path: &str) -> Markup {
        let voice = &visit.voice;
        let heading = |key| Column::text(voice.t(key).into_owned());
        let columns = [
            "training-name",
            "training-state",
            "training-institution",
            "training-standing",
            "training-certificate",
            "training-acts",
        ];
        let name = |list: &[(&'static str, &'static str)], code: &str| {
            coded::key(list, code).map(|key| voice.t(key).into_owned()).unwrap_or_default()
        };
        let row = |(one, place): &(Nominee, Place)| {
            let state = self.ground.identity.party_name(one.state, voice.language);
            let at = format!("{path}/people/{}", one.id);
            vec![
                html! { (one.name) },
                html! { (state) },
                html! { (name(&INSTITUTIONS, &one.institution)) ", " (name(&SEXES, &one.sex)) },
                html! { (pages::place(voice, *place)) },
                html! { @if let Some(held) = &one.certificate {
                    a href={ (at) "/certificate" } { (held.number) }
                    @if held.certificate.withdrawn_on.is_some() { " (" (voice.t("training-withdrawn")) ")" }
                } },
                html! {
                    @if self.records { a href=(at) { (voice.tn("training-record-named", &[("name", one.name.as_str().into())])) } }
                    @if self.may_nominate && one.state == self.own && one.days.is_empty() && one.certificate.is_none() {
                        (fields::form(&format!("{at}/take-back"), visit.csrf(), html! {
                            button .plain type="submit" { (voice.tn("training-take-back", &[("name", one.name.as_str().into())])) }
                        }))
                    }
                },
            ]
        };
        let caption = voice.t("training-people").into_owned();
        let rows = self.people.iter().map(row).collect();
        let columns = columns.map(heading).to_vec();
        table(voice, &Table { id: "people", caption, columns, rows, empty: "training-people-none" })
    }

    fn form(&self, visit: &Visit, path: &str, filled: &Filled) -> Markup {
        let voice = &visit.voice;
        fields::form(
            &format!("{path}/people"),
            visit.csrf(),
            html! {
                p { (voice.t("training-nominate-about")) }
                (fields::text_input(voice, filled, &Field::new("name", "training-name").hint("training-name-hint").max_length(LINE_CHARS_MAX as u32).autocomplete("off")))
                (fields::select(voice, filled, &Field::new("institution", "training-institution"), &choices(voice, &INSTITUTIONS)))
                (fields::radios(voice, filled, &Field::new("sex", "training-sex"), &choices(voice, &SEXES)))
                (fields::submit_row(voice, "training-nominate-send", None))
            },
        )
    }
}

fn choices<'v>(voice: &'v Voice, list: &[(&'static str, &'static str)]) -> Vec<Choice<'v>> {
    list.iter().map(|(code, key)| Choice::new(*code, voice.t(key))).collect()
}
