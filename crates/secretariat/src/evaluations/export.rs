//! The act "take the answers away": CSV, a row for each question and party, as far as one may see them.

use axum::extract::Path;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use base::desk::Permitted;
use base::web::{Problem, Refusal};
use conference::evaluations::{Guest, Reply as Replied};
use conference::sheet::Sheet;
use journal::StateCode;

use super::api;
use super::entries::{Question, Reply};
use super::pages;
use super::permits::ExportEvaluation;

/// Answers the file.
pub(super) async fn page(
    desk: Permitted<ExportEvaluation>,
    Path(reference): Path<String>,
) -> Result<Response, Refusal> {
    file(desk, &reference).await
}

/// Answers what has been answered as a table: a row for each question and party.
#[utoipa::path(
    get,
    path = "/api/v1/evaluations/{reference}/export",
    operation_id = "export_evaluation",
    tag = "evaluations",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    responses(
        (status = 200, description = "CSV; docs/formats/evaluations.md", body = String, content_type = "text/csv"),
        (status = 404, description = "No such evaluation, or it is not open", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<ExportEvaluation>,
    Path(reference): Path<String>,
) -> Result<Response, Refusal> {
    file(desk, &reference).await
}

async fn file(desk: Permitted<ExportEvaluation>, reference: &str) -> Result<Response, Refusal> {
    let (reader, known) = pages::begun(pages::to_read(desk, reference).await?)?;
    let (eyes, now) = (pages::eyes(&reader), reader.now());
    let at = known.rules.as_of(now);
    let mut sheet = Sheet::new(&[
        "question",
        "asks",
        "words_en",
        "words_es",
        "party",
        "kind",
        "standing",
        "at",
        "reply",
        "reply_words",
        "declined",
    ]);
    for (number, question) in &known.questions {
        for (party, guest) in known.rules.guests() {
            let given = guest.standing().filter(|_| known.rules.sees_answer(eyes, *party, now));
            let reply = given.and_then(|given| given.replies.get(number));
            let mut cells = head(*number, question, *party, guest);
            cells.push(api::answered_code(guest.answered(at)).to_owned());
            cells.push(given.map(|given| given.at.to_string()).unwrap_or_default());
            cells.extend(told(*number, question, reply));
            sheet.row(cells);
        }
    }
    let name = format!("attachment; filename=\"{}.csv\"", known.prepared.symbol.in_address());
    let heads = [(CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (CONTENT_DISPOSITION, name)];
    Ok((heads, sheet.into_text()).into_response())
}

fn head(number: u8, question: &Question, party: StateCode, guest: &Guest) -> Vec<String> {
    let kind = if guest.member { "member" } else { "observer" };
    vec![
        number.to_string(),
        question.asks.clone(),
        question.words.en.clone(),
        question.words.es.clone(),
        party.to_string(),
        kind.to_owned(),
    ]
}

/// Answers a reply's code, number, day or text; the words of a given answer in English; and why it is not answered.
fn told(number: u8, question: &Question, reply: Option<&Replied>) -> [String; 3] {
    match reply {
        None => Default::default(),
        Some(Replied::Declined(why)) => [String::new(), String::new(), why.to_string()],
        Some(reply) => {
            let words = match reply {
                Replied::OneOf(chosen) => {
                    let given = usize::from(*chosen).checked_sub(1).and_then(|at| question.choices.get(at));
                    given.map(|given| given.en.clone()).unwrap_or_default()
                }
                _ => String::new(),
            };
            [Reply::of(number, reply).value, words, String::new()]
        }
    }
}
