//! One statement: the act of reading it with its answers, and the act of answering it.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base::access::Permit;
use base::desk::{Entries, Permitted, Reader, Writer};
use base::web::parts::{self, Tone};
use base::web::{Asked, Filled, Posted, Problem, Refusal, Sent, Visit, Voice, fields, see_other};
use journal::StateCode;
use maud::{Markup, html};

use super::api::{NewAnswer, StatementShown};
use super::entries::{Answered, SittingEntry, Texts};
use super::permits::{AnswerStatement, ShowSitting};
use super::queries::{self, ANSWERS_MAX, Answer, Item, Statement};
use super::{drawn, hand_in, written};
use crate::meetings::{self, Meeting, Symbol};

/// Shows a statement, its answers, and the form to whoever may answer.
pub(super) async fn page(
    desk: Permitted<ShowSitting>,
    visit: Visit,
    Path((reference, place)): Path<(String, String)>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let resource = desk.about(meetings::resource(&reference)).await?;
    let reader = desk.open(resource.clone()).await?;
    let may_answer = reader.ground().policy.allows::<AnswerStatement>(reader.caller(), &resource);
    let shown = Shown::read(&reader, &reference, &place)?;
    Ok(visit.page("sittings-statement", shown.markup(&visit, may_answer, &Filled::new(), query.0.typed("done"))))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<AnswerStatement>,
    visit: Visit,
    Path((reference, place)): Path<(String, String)>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(meetings::resource(&reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    let shown = Shown::read(writer.reader(), &reference, &place)?;
    let typed = |name| filled.typed(name).to_owned();
    let new = NewAnswer { text_en: typed("text_en"), text_es: typed("text_es"), text_fr: typed("text_fr") };
    match enter(&writer, &shown.meeting, shown.statement.place, &new).await {
        Ok(()) => {
            let (meeting, place) = (shown.meeting.symbol.in_address(), shown.statement.place);
            Ok(see_other(&format!("/meetings/{meeting}/statements/{place}?done=answered")))
        }
        Err(Refusal::Invalid(faults)) => {
            filled.refuse_each(&visit.voice, &faults);
            let page = shown.markup(&visit, true, &filled, "");
            Ok(visit.refused_page("sittings-statement", page).into_response())
        }
        Err(Refusal::Conflict(said)) => {
            filled.refuse_form(visit.voice.say(&said));
            Ok(drawn::conflict(&visit, "sittings-statement", shown.markup(&visit, true, &filled, "")))
        }
        Err(refusal) => Err(refusal),
    }
}

/// Answers a statement, as the presidency or for it.
#[utoipa::path(
    post,
    path = "/api/v1/meetings/{reference}/statements/{place}",
    operation_id = "answer_statement",
    tag = "sittings",
    params(
        ("reference" = String, Path, description = "The meeting's symbol, with `-` in the place of `/`"),
        ("place" = u32, Path, description = "Where the statement stands in the order handed in, from 1")
    ),
    request_body = NewAnswer,
    responses(
        (status = 201, description = "Answered; the statement with its answers", body = StatementShown),
        (status = 404, description = "No such statement", body = Problem),
        (status = 409, description = "The statement has twenty answers", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<AnswerStatement>,
    Path((reference, place)): Path<(String, String)>,
    Sent(sent): Sent<NewAnswer>,
) -> Result<Response, Refusal> {
    let resource = desk.about(meetings::resource(&reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    let shown = Shown::read(writer.reader(), &reference, &place)?;
    enter(&writer, &shown.meeting, shown.statement.place, &sent).await?;
    let body = hand_in::shown(writer.reader(), &shown.meeting.symbol, &shown.statement, shown.item.as_ref())?;
    Ok((StatusCode::CREATED, axum::Json(body)).into_response())
}

async fn enter(
    writer: &Writer<AnswerStatement>,
    meeting: &Meeting,
    place: u32,
    new: &NewAnswer,
) -> Result<(), Refusal> {
    let texts = written::texts(&new.text_en, &new.text_es, &new.text_fr).map_err(Refusal::Invalid)?;
    let meeting = meeting.symbol.clone();
    writer.append(move |entries| record(entries, meeting, place, texts)).await
}

/// Answers a statement, from a thread of its own.
///
/// Errors: `NotFound` where there is no such statement, `Invalid` with every fault.
pub fn answer_statement(
    writer: &Writer<AnswerStatement>,
    meeting: &Symbol,
    place: u32,
    new: &NewAnswer,
) -> Result<(), Refusal> {
    let texts = written::texts(&new.text_en, &new.text_es, &new.text_fr).map_err(Refusal::Invalid)?;
    let meeting = meeting.clone();
    writer.append_blocking(move |entries| record(entries, meeting, place, texts))
}

fn record(entries: &Entries<'_, SittingEntry>, meeting: Symbol, place: u32, texts: Texts) -> Result<(), Refusal> {
    let statement = queries::statement(entries.now(), &meeting, place)?.ok_or(Refusal::NotFound)?;
    if statement.answered >= ANSWERS_MAX {
        return Err(Refusal::conflict("sittings-fault-answers"));
    }
    entries.append(&SittingEntry::Answered(Answered { meeting, place, texts }))?;
    Ok(())
}

/// What the page shows.
struct Shown {
    meeting: Meeting,
    statement: Statement,
    item: Option<Item>,
    answers: Vec<Answer>,
    names: std::collections::BTreeMap<StateCode, crate::members::Names>,
}

impl Shown {
    fn read<P: Permit>(reader: &Reader<P>, reference: &str, place: &str) -> Result<Shown, Refusal> {
        let meeting = meetings::opened(reader, reference)?;
        let place = place.parse().map_err(|_| Refusal::NotFound)?;
        let profile = reader.ground().identity.profile();
        let (statement, answers, names) = reader.ask(|now| {
            let answers = queries::answers(now, &meeting.symbol, place)?;
            Ok((queries::statement(now, &meeting.symbol, place)?, answers, crate::members::names(now, &profile)?))
        })?;
        let statement = statement.ok_or(Refusal::NotFound)?;
        let item = drawn::seen(reader, &meeting.symbol)?.into_iter().find(|item| Some(item.item) == statement.item);
        Ok(Shown { meeting, statement, item, answers, names })
    }

    /// Names who spoke; the secretariat is no party, and is named as such.
    fn name(&self, voice: &Voice, party: StateCode) -> String {
        let known = self.names.get(&party).map(|names| names.in_language(voice.language).to_owned());
        known.unwrap_or_else(|| voice.t("sittings-secretariat").into_owned())
    }

    fn markup(&self, visit: &Visit, may_answer: bool, filled: &Filled, done: &str) -> Markup {
        let (voice, statement) = (&visit.voice, &self.statement);
        let path = format!("/meetings/{}/statements", self.meeting.symbol.in_address());
        let item = match &self.item {
            Some(item) => html! { (item.place) ". " (drawn::title(voice, &item.content)) },
            None => html! { (voice.t("sittings-item-none")) },
        };
        html! {
            h1 { (voice.tn("sittings-statement-of", &[("party", self.name(voice, statement.party).into())])) }
            p .aside { (self.meeting.symbol) " " (meetings::title(voice, &self.meeting)) }
            (fields::error_summary(voice, filled))
            @if done == "answered" { (parts::notice(Tone::Done, html! { p { (voice.t("sittings-done-answered")) } })) }
            (parts::facts(&[
                (&voice.t("sittings-order"), html! { (statement.place) }),
                (&voice.t("sittings-class"), html! { (voice.t(statement.class.key())) }),
                (&voice.t("sittings-item"), item),
                (&voice.t("sittings-original"), html! { (statement.original.own_name()) }),
                (&voice.t("sittings-brought"), html! { (self.name(voice, statement.brought)) }),
                (&voice.t("sittings-when"), voice.instant(statement.at)),
            ]))
            (parts::card("said", &voice.t("sittings-statement"), drawn::texts(voice, &statement.texts)))
            @for (turn, answer) in self.answers.iter().enumerate() {
                @let heading = voice.tn("sittings-answer-of", &[("party", self.name(voice, answer.state).into())]);
                (parts::card(&format!("answer-{}", turn + 1), &heading, html! { (drawn::texts(voice, &answer.texts)) p { small { (voice.instant(answer.at)) } } }))
            }
            @if self.answers.is_empty() { p { (parts::tag(Tone::Soon, &voice.t("sittings-waits"))) } }
            @if may_answer {
                (parts::card("answering", &voice.t("sittings-answering"), html! {
                    p { (voice.t("sittings-answering-about")) }
                    (fields::form(&format!("{path}/{}", statement.place), visit.csrf(), html! {
                        (written::text_fields(voice, filled))
                        (fields::submit_row(voice, "sittings-answering-send", None))
                    }))
                }))
            }
            p { a href=(path) { (voice.t("sittings-statements-all")) } }
        }
    }
}
