//! The act "take an entry back": the document was found again, or the entry should never have been made.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use base::desk::Permitted;
use base::web::fields::{self, Choice, Field};
use base::web::{Filled, InputFault, Posted, Refusal, Sent, Visit, see_other};
use maud::{Markup, html};

use super::api::WithdrawalSent;
use super::fault::Fault;
use super::permits::WithdrawStatus;
use super::queries::StatusRecord;
use super::{Withdrawal, form, ledger, pages, show};

/// Asks why, and whether.
pub(super) async fn page(
    desk: Permitted<WithdrawStatus>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Markup, Refusal> {
    let resource = desk.about(show::resource(&id, visit.voice.now)).await?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let record = show::record(&reader, &id)?;
    Ok(visit.page("status-withdraw", markup(&visit, &record, &Filled::new())))
}

/// Takes the answer.
pub(super) async fn submit(
    desk: Permitted<WithdrawStatus>,
    visit: Visit,
    Path(id): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(show::resource(&id, visit.voice.now)).await?;
    let why = match reason(filled.typed("reason")) {
        Ok(why) => why,
        Err(fault) => {
            let reader = desk.open_with_outcome(resource, "form").await?;
            let record = show::record(&reader, &id)?;
            form::refuse(&visit.voice, &mut filled, &[fault]);
            return Ok(visit.refused_page("status-withdraw", markup(&visit, &record, &filled)).into_response());
        }
    };
    let writer = desk.open_to_write(resource).await?;
    let record = show::record(writer.reader(), &id)?;
    writer.append(move |entries| ledger::withdraw(entries, record.id, why)).await?;
    Ok(see_other("/status?done=withdrawn"))
}

/// Takes back an entry of one's own State.
#[utoipa::path(
    post,
    path = "/api/v1/status/{id}/withdraw",
    operation_id = "withdraw_status",
    tag = "status",
    params(("id" = String, Path, description = "The entry's id")),
    request_body = WithdrawalSent,
    responses(
        (status = 204, description = "Taken back; the entry no longer exists"),
        (status = 404, description = "No such entry of one's own State", body = base::web::Problem),
        (status = 422, description = "No such reason", body = base::web::Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<WithdrawStatus>,
    Path(id): Path<String>,
    Sent(sent): Sent<WithdrawalSent>,
) -> Result<axum::http::StatusCode, Refusal> {
    let now = desk.ground().clock.now();
    let resource = desk.about(show::resource(&id, now)).await?;
    let why = match reason(&sent.reason) {
        Ok(why) => why,
        Err(fault) => {
            desk.open_with_outcome(resource, "form").await?;
            return Err(Refusal::Invalid(vec![fault]));
        }
    };
    let writer = desk.open_to_write(resource).await?;
    let record = show::record(writer.reader(), &id)?;
    writer.append(move |entries| ledger::withdraw(entries, record.id, why)).await?;
    Ok(axum::http::StatusCode::NO_CONTENT)
}

fn reason(text: &str) -> Result<Withdrawal, InputFault> {
    text.parse().map_err(|_| Fault::WithdrawalUnknown.at("reason"))
}

fn markup(visit: &Visit, record: &StatusRecord, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let path = format!("/status/{}", record.id);
    let reasons: Vec<Choice<'_>> =
        Withdrawal::ALL.iter().map(|why| Choice::new(why.code(), voice.t(why.key()))).collect();
    html! {
        h1 { (voice.t("status-withdraw")) }
        (fields::error_summary(voice, filled))
        (pages::record_facts(voice, record))
        div .consequence { p { (voice.t("status-withdraw-consequence")) } }
        (fields::form(&format!("{path}/withdraw"), visit.csrf(), html! {
            (fields::radios(voice, filled, &Field::new("reason", "status-withdrawal-reason"), &reasons))
            div .row {
                button .grave type="submit" { (voice.t("status-withdraw-send")) }
                a .button .plain href=(path) { (voice.t("form-cancel")) }
            }
        }))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::samples::*;
    use base::access::Purpose;
    use serde_json::json;

    #[tokio::test]
    async fn what_is_taken_back_is_gone_for_everybody() {
        let specimen = specimen();
        let session = authority(&specimen, "GTM");
        let path = report(&specimen, &session, "K9000001", "DGM-17").await;
        report(&specimen, &session, "K9000002", "DGM-18").await;
        assert_eq!(specimen.get(Some(&session), &format!("{path}/withdraw")).await.status, 200);
        let answer = specimen.post(&session, &format!("{path}/withdraw"), &[("reason", "found_again")]).await;
        assert_eq!(path_of(answer), "/status");
        assert!(look_up(&specimen, "GTM", "K9000001").await.is_empty());
        assert_eq!(references(&specimen, "GTM", "K9000002").await, ["DGM-18"]);
        assert_eq!(specimen.get(Some(&session), &path).await.status, 404);
        assert_eq!(
            specimen.post(&session, &format!("{path}/withdraw"), &[("reason", "found_again")]).await.status,
            404
        );
        report(&specimen, &session, "K9000001", "DGM-19").await;
    }

    #[tokio::test]
    async fn a_reason_is_asked_for_and_another_state_refused() {
        let specimen = specimen();
        let session = authority(&specimen, "GTM");
        let path = report(&specimen, &session, "K9000001", "DGM-17").await;
        let answer = specimen.post(&session, &format!("{path}/withdraw"), &[]).await;
        assert_eq!(answer.status, 422);
        assert!(answer.body.contains("reason-error"));
        let neighbour = authority(&specimen, "HND");
        let sent = [("reason", "entered_in_error")];
        assert_eq!(specimen.post(&neighbour, &format!("{path}/withdraw"), &sent).await.status, 404);
        assert_eq!(references(&specimen, "GTM", "K9000001").await, ["DGM-17"]);
    }

    #[tokio::test]
    async fn a_machine_takes_back_its_own_states_entry() {
        let specimen = specimen();
        let (token, foreign) = (authority_token(&specimen, "GTM"), authority_token(&specimen, "HND"));
        let path = report(&specimen, &authority(&specimen, "GTM"), "K9000001", "DGM-17").await;
        let path = format!("/api/v1{path}/withdraw");
        let call = async |token: &str, body| specimen.call(token, Purpose::DocumentIssuance, &path, &body).await.status;
        assert_eq!(call(&foreign, json!({"reason": "found_again"})).await, 404);
        assert_eq!(call(&token, json!({"reason": "because"})).await, 422);
        assert_eq!(call(&token, json!({"reason": "entered_in_error"})).await, 204);
        assert_eq!(call(&token, json!({"reason": "entered_in_error"})).await, 404);
        assert!(look_up(&specimen, "GTM", "K9000001").await.is_empty());
    }
}
