//! The act "answer a case": granted, in part, or refused with a ground of the list; and where whoever asked can turn to.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Redirect;
use base::desk::{Entries, Permitted, Reader};
use base::store::{Rests, StoreError};
use base::web::fields::{self, Choice, Field};
use base::web::parts;
use base::web::{Filled, Posted, Refusal, Visit};
use maud::{Markup, html};
use uuid::Uuid;

use super::coded::{Ground, Outcome};
use super::entries::{Answered, RedressEntry};
use super::permits::AnswerCase;
use super::queries::{self, Case};
use super::typed::{AnswerSent, CONTACT_CHARS_MAX, NewAnswer};
use super::{found, pages};
use crate::alerts::today;

/// Answers a case of the speaking State.
///
/// Errors: `Refused` where it is another State's, or answered already.
pub(super) fn answer(entries: &Entries<'_, RedressEntry>, petition: Uuid, answer: NewAnswer) -> Result<(), StoreError> {
    let case = found::inside(entries, petition)?;
    if case.state != entries.stamp().state {
        return Err(StoreError::Refused(found::STALE));
    }
    if case.answer.is_some() {
        return Err(StoreError::Refused("redress-refused-answered"));
    }
    let bound = queries::bound(queries::REMEDY, case.state, petition);
    entries.append(&RedressEntry::Answered(Answered {
        petition,
        outcome: answer.outcome,
        ground: answer.ground,
        remedy: Rests::close(&answer.remedy, entries.sealer(), &bound)?,
        on: today(entries.stamp().at),
    }))?;
    Ok(())
}

/// Shows the form beside what was asked.
pub(super) async fn page(
    permitted: Permitted<AnswerCase>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let resource = found::to_see(&permitted, &reference).await?;
    let reader = permitted.open_with_outcome(resource, "form").await?;
    let case = found::case(&reader, &reference)?;
    if case.answer.is_some() {
        return Err(Refusal::conflict("redress-refused-answered"));
    }
    let body = drawn(&reader, &visit, &case, &Filled::new())?;
    Ok(visit.page("redress-answer-title", body))
}

/// Answers it.
pub(super) async fn submit(
    permitted: Permitted<AnswerCase>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Result<Redirect, (StatusCode, Markup)>, Refusal> {
    let resource = found::to_see(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let case = found::case(writer.reader(), &reference)?;
    let new = match AnswerSent::of_form(&filled).read() {
        Ok(new) => new,
        Err(faults) => {
            pages::refuse(&visit.voice, &mut filled, &faults);
            let body = drawn(writer.reader(), &visit, &case, &filled)?;
            return Ok(Err(visit.refused_page("redress-answer-title", body)));
        }
    };
    let petition = case.petition;
    writer.append(move |entries| answer(entries, petition, new)).await?;
    Ok(Ok(Redirect::to(&format!("/redress/{reference}?done=answered"))))
}

fn drawn(reader: &Reader<AnswerCase>, visit: &Visit, case: &Case, filled: &Filled) -> Result<Markup, Refusal> {
    let (voice, path) = (&visit.voice, format!("/redress/{}", case.reference));
    let words = found::petition(reader, case)?.asked.open(reader.ground().keys.sealer())?;
    let outcomes: Vec<Choice<'_>> =
        Outcome::ALL.iter().map(|one| Choice::new(one.code(), voice.t(one.key()))).collect();
    let mut grounds = vec![Choice::new("", voice.t("redress-ground-empty"))];
    grounds.extend(Ground::ALL.iter().map(|one| Choice::new(one.code(), voice.t(one.key()))));
    let (asked, kind) = (voice.t("redress-asked"), voice.t("redress-kind"));
    Ok(html! {
        (fields::error_summary(voice, filled))
        h1 { (voice.t("redress-answer-title")) }
        p { span .mono { (case.reference) } }
        (parts::two_columns(
            html! {
                (fields::form(&format!("{path}/answer"), visit.csrf(), html! {
                    (fields::radios(voice, filled, &Field::new("outcome", "redress-outcome"), &outcomes))
                    (fields::select(voice, filled, &Field::new("ground", "redress-ground").hint("redress-ground-hint").optional(), &grounds))
                    (fields::textarea(voice, filled, &Field::new("remedy", "redress-remedy").hint("redress-remedy-hint").rows(3).max_length(CONTACT_CHARS_MAX as u32)))
                    (fields::submit_row(voice, "redress-answer-act", Some(html! { a .button .plain href=(path) { (voice.t("form-cancel")) } })))
                }))
            },
            parts::card("petition", &voice.t("redress-in-words"), parts::facts(&[
                (&*kind, html! { (voice.t(case.kind.key())) }),
                (&*asked, html! { (words) }),
            ])),
        ))
    })
}
