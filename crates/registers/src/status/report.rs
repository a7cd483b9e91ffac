//! The act "report documents": form, confirmation, entry; the same as one call of the API.

use axum::response::{IntoResponse, Response};
use base::access::Resource;
use base::desk::Permitted;
use base::web::{Filled, Posted, Refusal, Sent, Visit, fields, parts, see_other};
use maud::{Markup, html};

use super::api::{NewStatus, StatusShown};
use super::expiry::today;
use super::form::{self, Sheet};
use super::ledger;
use super::listing::{Heading, Report, Row};
use super::permits::ReportStatus;
use super::pages;
use super::queries::StatusRecord;

/// Shows the form for a single number.
pub(super) async fn number_page(desk: Permitted<ReportStatus>, visit: Visit) -> Result<Markup, Refusal> {
    page(desk, &visit, Sheet::Number).await
}

/// Shows the form for a range of blanks.
pub(super) async fn range_page(desk: Permitted<ReportStatus>, visit: Visit) -> Result<Markup, Refusal> {
    page(desk, &visit, Sheet::Range).await
}

/// Shows the form for a pattern.
pub(super) async fn pattern_page(desk: Permitted<ReportStatus>, visit: Visit) -> Result<Markup, Refusal> {
    page(desk, &visit, Sheet::Pattern).await
}

/// Takes the form for a single number.
pub(super) async fn number(desk: Permitted<ReportStatus>, visit: Visit, form: Posted) -> Result<Response, Refusal> {
    submit(desk, &visit, form.0, Sheet::Number).await
}

/// Takes the form for a range of blanks.
pub(super) async fn range(desk: Permitted<ReportStatus>, visit: Visit, form: Posted) -> Result<Response, Refusal> {
    submit(desk, &visit, form.0, Sheet::Range).await
}

/// Takes the form for a pattern.
pub(super) async fn pattern(desk: Permitted<ReportStatus>, visit: Visit, form: Posted) -> Result<Response, Refusal> {
    submit(desk, &visit, form.0, Sheet::Pattern).await
}

async fn page(desk: Permitted<ReportStatus>, visit: &Visit, sheet: Sheet) -> Result<Markup, Refusal> {
    desk.open_with_outcome(Resource::room(), "form").await?;
    Ok(visit.page(sheet.title(), sheet_markup(visit, sheet, &Filled::new())))
}

async fn submit(
    desk: Permitted<ReportStatus>,
    visit: &Visit,
    mut filled: Filled,
    sheet: Sheet,
) -> Result<Response, Refusal> {
    let voice = &visit.voice;
    if filled.typed("step") == "edit" {
        desk.open_with_outcome(Resource::room(), "form").await?;
        return Ok(visit.page(sheet.title(), sheet_markup(visit, sheet, &filled)).into_response());
    }
    let Some(report) = form::read(voice, sheet, &mut filled, today(voice.now)) else {
        desk.open_with_outcome(Resource::room(), "form").await?;
        return Ok(visit.refused_page(sheet.title(), sheet_markup(visit, sheet, &filled)).into_response());
    };
    if filled.typed("step") != "send" {
        let reader = desk.open_with_outcome(Resource::room(), "confirm").await?;
        let (heading, row) = prepared(reader.ground(), reader.caller().state, report.clone());
        let issuer = reader.caller().state;
        let known =
            reader.ask(|now| ledger::known(now, issuer, heading.kind, &row.subject, today(voice.now)))?;
        if let Some(fault) = known {
            form::refuse(voice, &mut filled, &[fault]);
            return Ok(visit.refused_page(sheet.title(), sheet_markup(visit, sheet, &filled)).into_response());
        }
        return Ok(visit.page("status-confirm", confirm_markup(visit, sheet, &filled, &report)).into_response());
    }
    match enter(desk, report).await {
        Ok(record) => Ok(see_other(&format!("/status/{}?done=reported", record.id))),
        Err(Refusal::Invalid(faults)) => {
            form::refuse(voice, &mut filled, &faults);
            Ok(visit.refused_page(sheet.title(), sheet_markup(visit, sheet, &filled)).into_response())
        }
        Err(refusal) => Err(refusal),
    }
}

/// Reports one document, a range of blanks or a pattern of one's own State.
#[utoipa::path(
    post,
    path = "/api/v1/status",
    tag = "status",
    request_body = NewStatus,
    responses(
        (status = 201, description = "Entered; the header Location leads to it", body = StatusShown),
        (status = 422, description = "Something in it cannot be used, or the State reported the same already", body = base::web::Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<ReportStatus>,
    visit: Visit,
    Sent(sent): Sent<NewStatus>,
) -> Result<Response, Refusal> {
    let today = today(visit.voice.now);
    let report = match sent.written().read(today) {
        Ok(report) => report,
        Err(faults) => {
            desk.open_with_outcome(Resource::room(), "form").await?;
            return Err(Refusal::Invalid(faults));
        }
    };
    let record = enter(desk, report).await?;
    let place = [(axum::http::header::LOCATION, format!("/api/v1/status/{}", record.id))];
    Ok((axum::http::StatusCode::CREATED, place, axum::Json(StatusShown::of(&record))).into_response())
}

async fn enter(desk: Permitted<ReportStatus>, report: Report) -> Result<StatusRecord, Refusal> {
    let writer = desk.open_to_write(Resource::room()).await?;
    let (heading, row) = prepared(writer.reader().ground(), writer.reader().caller().state, report);
    writer.append(move |entries| ledger::enter(entries, heading, row)).await
}

/// Takes the number out of a report, so that nothing behind this line has it in clear.
pub(crate) fn prepared(
    ground: &base::ground::Puebla,
    issuer: journal::StateCode,
    report: Report,
) -> (Heading, Row) {
    let heading = Heading::of(&report);
    let Report { kind, subject, expires_on, reference, reason, .. } = report;
    let subject = subject.resting(&ground.keys, issuer, kind);
    (heading, Row { subject, expires_on, reference: reference.as_str().to_owned(), reason })
}

fn sheet_markup(visit: &Visit, sheet: Sheet, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    html! {
        h1 { (voice.t(sheet.title())) }
        (fields::error_summary(voice, filled))
        p { (voice.t(sheet.about())) }
        (fields::form(sheet.path(), visit.csrf(), html! {
            (form::fields(voice, sheet, filled))
            (fields::submit_row(voice, "status-go-on", Some(html! { a .button .plain href="/status" { (voice.t("form-cancel")) } })))
        }))
    }
}

fn confirm_markup(visit: &Visit, sheet: Sheet, filled: &Filled, report: &Report) -> Markup {
    let voice = &visit.voice;
    html! {
        h1 { (voice.t("status-confirm")) }
        (pages::report_facts(voice, report))
        div .consequence { p { (voice.t("status-confirm-consequence")) } }
        (fields::form(sheet.path(), visit.csrf(), html! {
            (form::carried(filled, sheet))
            div .row {
                button type="submit" name="step" value="send" { (voice.t("status-report-send")) }
                button .plain type="submit" name="step" value="edit" { (voice.t("status-report-edit")) }
            }
        }))
        @if matches!(sheet, Sheet::Number) { (parts::notice(parts::Tone::Quiet, html! { p { (voice.t("status-number-forgotten")) } })) }
    }
}
