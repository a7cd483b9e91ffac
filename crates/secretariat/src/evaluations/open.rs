//! The act "open an evaluation": everybody is asked, and no question changes from then on.

use axum::extract::Path;
use axum::response::Response;
use base::desk::{Entries, Permitted, Writer};
use base::identity::profile::InForce;
use base::web::{Posted, Problem, Refusal, Visit, see_other};
use journal::StateCode;

use super::api::EvaluationShown;
use super::entries::{EvaluationEntry, Opened, Until};
use super::pages;
use super::permits::PrepareEvaluation;
use super::{queries, recording, show};
use crate::meetings::Symbol;
use crate::members::{self, Class};

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<PrepareEvaluation>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let (writer, known) = pages::to_write(desk, &reference).await?;
    match enter(&writer, &known.prepared.symbol).await {
        Ok(()) => Ok(see_other(&format!("{}?done=opened", known.path()))),
        Err(refusal) => {
            let draw = |filled: &_| show::markup(writer.reader(), &visit, &known, filled, "");
            visit.refused_form("evaluations-one", &mut filled, refusal, draw)
        }
    }
}

/// Opens an evaluation to answers.
#[utoipa::path(
    post,
    path = "/api/v1/evaluations/{reference}/open",
    operation_id = "open_evaluation",
    tag = "evaluations",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    responses(
        (status = 200, description = "Open", body = EvaluationShown),
        (status = 404, description = "No such evaluation", body = Problem),
        (status = 409, description = "It is open already, asks nothing, or its deadline has passed", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<PrepareEvaluation>,
    Path(reference): Path<String>,
) -> Result<axum::Json<EvaluationShown>, Refusal> {
    let (writer, known) = pages::to_write(desk, &reference).await?;
    enter(&writer, &known.prepared.symbol).await?;
    Ok(axum::Json(EvaluationShown::of(writer.reader(), &pages::known(writer.reader(), &reference)?)))
}

async fn enter(writer: &Writer<PrepareEvaluation>, symbol: &Symbol) -> Result<(), Refusal> {
    let (symbol, profile) = (symbol.clone(), writer.reader().ground().identity.profile());
    writer.append(move |entries| record(entries, &symbol, &profile)).await
}

/// Opens an evaluation, from a thread of its own.
///
/// Errors: `NotFound` where there is none, `Conflict` where it cannot be opened.
pub fn open_evaluation(writer: &Writer<PrepareEvaluation>, symbol: &Symbol) -> Result<(), Refusal> {
    let (symbol, profile) = (symbol.clone(), writer.reader().ground().identity.profile());
    writer.append_blocking(move |entries| record(entries, &symbol, &profile))
}

/// Asks whoever is a member on that day, one that was entered meanwhile among them.
fn record(entries: &Entries<'_, EvaluationEntry>, symbol: &Symbol, profile: &InForce) -> Result<(), Refusal> {
    let known = queries::known(entries.now(), symbol)?.ok_or(Refusal::NotFound)?;
    let (prepared, today) = (&known.prepared, pages::day_of(profile, entries.stamp().at));
    let until = |party: StateCode| {
        let last =
            pages::end_of(profile, party, prepared.deadline_on).map_err(|fault| Refusal::Invalid(vec![fault]))?;
        Ok::<_, Refusal>(Until { party, until_us: last.as_microsecond() })
    };
    let (mut asked, mut welcome) = (Vec::new(), Vec::new());
    for (party, class) in members::parties_on(entries.now(), profile, today)? {
        match class {
            Class::Member => asked.push(until(party)?),
            Class::ObserverState | Class::ObserverOrganisation if prepared.observers_answer => {
                welcome.push(until(party)?);
            }
            _ => {}
        }
    }
    let opened = Opened { evaluation: symbol.clone(), members: asked, observers: welcome };
    recording::record(entries, &EvaluationEntry::Opened(opened))?;
    Ok(())
}
