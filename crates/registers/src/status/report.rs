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
use super::pages;
use super::permits::ReportStatus;
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
        let known = reader.ask(|now| ledger::known(now, issuer, heading.kind, &row.subject, today(voice.now)))?;
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
        // What was typed stays, to be sent again.
        Err(Refusal::Conflict(said)) => {
            filled.refuse(sheet.subject()[0], voice.say(&said));
            Ok(visit.refused_page(sheet.title(), sheet_markup(visit, sheet, &filled)).into_response())
        }
        Err(refusal) => Err(refusal),
    }
}

/// Reports one document, a range of blanks or a pattern of one's own State.
#[utoipa::path(
    post,
    path = "/api/v1/status",
    operation_id = "report_status",
    tag = "status",
    request_body = NewStatus,
    responses(
        (
            status = 201,
            description = "Entered; the header Location leads to it",
            body = StatusShown,
            links(
                ("entry" = (operation_id = "show_status", parameters(("id" = "$response.body#/id")))),
                ("withdrawal" = (operation_id = "withdraw_status", parameters(("id" = "$response.body#/id"))))
            )
        ),
        (status = 409, description = "An import of the State is under way: send it again when that has ended", body = base::web::Problem),
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
pub(crate) fn prepared(ground: &base::ground::Puebla, issuer: journal::StateCode, report: Report) -> (Heading, Row) {
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::samples::*;
    use super::super::{Basis, StatusKind};
    use base::access::Purpose;
    use base::identity::Factor;
    use jiff::civil::date;
    use serde_json::json;

    #[tokio::test]
    async fn a_reported_number_is_found_at_once_by_every_state() {
        let specimen = specimen();
        let session = authority(&specimen, "GTM");
        let path = report(&specimen, &session, "k90 000-01", "DGM-17").await;
        let shown = specimen.get(Some(&session), &format!("{path}?done=reported")).await;
        assert_eq!(shown.status, 200);
        assert!(shown.body.contains("DGM-17") && !shown.body.contains("K9000001"), "{}", shown.body);
        let hits = look_up(&specimen, "GTM", "K9000001").await;
        assert_eq!(hits.len(), 1);
        assert_eq!((hits[0].status, &hits[0].basis), (StatusKind::Lost, &Basis::Exact));
        assert_eq!((hits[0].reported_on, hits[0].expires_on), (date(2026, 3, 2), date(2031, 2, 28)));
        assert!(look_up(&specimen, "HND", "K9000001").await.is_empty(), "the same number of another State is another");
        assert!(look_up(&specimen, "GTM", "K9000002").await.is_empty());
    }

    #[tokio::test]
    async fn the_number_is_nowhere_in_the_file() {
        let specimen = specimen();
        let session = authority(&specimen, "GTM");
        report(&specimen, &session, "K9PLANTED7", "DGM-17").await;
        for file in ["registers.db", "registers.db-wal", "access.db", "access.db-wal"] {
            let bytes = std::fs::read(specimen.path().join(file)).unwrap_or_default();
            assert!(!bytes.windows(9).any(|window| window == b"K9PLANTED"), "{file} has the number in clear");
            let holds_reference = bytes.windows(6).any(|window| window == b"DGM-17");
            assert_eq!(
                holds_reference,
                file == "registers.db-wal",
                "{file}: the search itself must be able to find something"
            );
        }
    }

    #[tokio::test]
    async fn of_several_ranges_the_one_with_the_number_in_it_is_found() {
        let specimen = specimen();
        let session = authority(&specimen, "GTM");
        for (first, last) in [("K93000", "K93999"), ("K91000", "K91999"), ("K95000", "K95999")] {
            let range = [("kind", "passport"), ("first", first), ("last", last), ("status", "stolen_blank")];
            let said = [&range[..], &[("reference", first), ("step", "send")]].concat();
            path_of(specimen.post(&session, "/status/report-range", &said).await);
        }
        for (number, found) in [("K91000", "K91000"), ("K93500", "K93000"), ("K95999", "K95000")] {
            assert_eq!(references(&specimen, "GTM", number).await, [found], "{number}");
        }
        for between in ["K90999", "K92000", "K94999", "K96000"] {
            assert!(references(&specimen, "GTM", between).await.is_empty(), "{between}");
        }
    }

    #[tokio::test]
    async fn ranges_and_patterns_are_found_by_the_numbers_in_them() {
        let specimen = specimen();
        let session = authority(&specimen, "GTM");
        let range = [
            ("kind", "passport"),
            ("first", "K9 1000"),
            ("last", "K91999"),
            ("status", "stolen_blank"),
            ("reference", "BLANKS-3"),
            ("reason", "theft_from_authority"),
            ("step", "send"),
        ];
        let path = path_of(specimen.post(&session, "/status/report-range", &range).await);
        assert!(specimen.get(Some(&session), &path).await.body.contains("K91999"));
        let pattern = [
            ("kind", "passport"),
            ("pattern", "K9@@####"),
            ("status", "invalid"),
            ("reference", "SERIES-1"),
            ("step", "send"),
        ];
        path_of(specimen.post(&session, "/status/report-pattern", &pattern).await);
        let hits = look_up(&specimen, "GTM", "K91500").await;
        assert_eq!(hits[0].basis, Basis::Range { first: "K91000".into(), last: "K91999".into() });
        assert_eq!(hits[0].expires_on, date(2036, 3, 2), "ten years where the validity is not known");
        for (number, references) in [
            ("K90999", ""),
            ("K91000", "BLANKS-3"),
            ("K91999", "BLANKS-3"),
            ("K92000", ""),
            ("K9AB1234", "SERIES-1"),
            ("K9A11234", ""),
        ] {
            assert_eq!(
                super::super::samples::references(&specimen, "GTM", number).await.join(","),
                references,
                "{number}"
            );
        }
    }

    #[tokio::test]
    async fn before_it_is_sent_it_is_shown() {
        let specimen = specimen();
        let session = authority(&specimen, "GTM");
        let mut fields = lost("K9000001", "DGM-17");
        fields.pop();
        let asked = specimen.post(&session, "/status/report", &fields).await;
        assert_eq!(asked.status, 200);
        assert!(asked.body.contains("Check before you report") && asked.body.contains("value=\"K9000001\""));
        assert!(look_up(&specimen, "GTM", "K9000001").await.is_empty());
        fields.push(("step", "edit"));
        let again = specimen.post(&session, "/status/report", &fields).await;
        assert!(again.body.contains("value=\"DGM-17\"") && again.body.contains("name=\"expires_on-day\""));
    }

    #[tokio::test]
    async fn what_is_wrong_stands_beside_its_field() {
        let specimen = specimen();
        let session = authority(&specimen, "GTM");
        let wrong = [
            ("kind", "passport"),
            ("number", "K9_1"),
            ("expires_on-day", "31"),
            ("expires_on-month", "2"),
            ("expires_on-year", "2031"),
        ];
        let answer = specimen.post(&session, "/status/report", &wrong).await;
        assert_eq!(answer.status, 422);
        for id in ["number-error", "status-error", "expires_on-error", "reference-error"] {
            assert!(answer.body.contains(&format!("id=\"{id}\"")), "{id}");
        }
        assert!(answer.body.contains("value=\"K9_1\"") && answer.body.contains("value=\"31\""));
        let range = specimen.post(&session, "/status/report-range", &[("kind", "passport")]).await;
        assert!(range.body.contains("id=\"first-error\""), "the fault of the whole stands at the first of the two");
    }

    #[tokio::test]
    async fn the_same_is_not_reported_twice() {
        let specimen = specimen();
        let session = authority(&specimen, "GTM");
        report(&specimen, &session, "K9000001", "DGM-17").await;
        for step in ["send", ""] {
            let mut fields = lost("K9000001", "DGM-18");
            fields.pop();
            fields.push(("step", step));
            let answer = specimen.post(&session, "/status/report", &fields).await;
            assert_eq!(answer.status, 422);
            assert!(answer.body.contains("DGM-17"), "it names the entry that stands");
        }
        let range = |first, last| {
            vec![
                ("kind", "passport"),
                ("first", first),
                ("last", last),
                ("status", "stolen_blank"),
                ("reference", "B"),
                ("step", "send"),
            ]
        };
        path_of(specimen.post(&session, "/status/report-range", &range("K91000", "K91999")).await);
        for (first, last, status) in
            [("K91999", "K92999", 422), ("K90000", "K99999", 422), ("K91500", "K91501", 422), ("K92000", "K92999", 303)]
        {
            assert_eq!(
                specimen.post(&session, "/status/report-range", &range(first, last)).await.status,
                status,
                "{first}"
            );
        }
        let pattern =
            [("kind", "passport"), ("pattern", "K9###"), ("status", "invalid"), ("reference", "P"), ("step", "send")];
        path_of(specimen.post(&session, "/status/report-pattern", &pattern).await);
        assert_eq!(specimen.post(&session, "/status/report-pattern", &pattern).await.status, 422);
    }

    #[tokio::test]
    async fn only_the_issuing_authority_with_a_second_factor_reports() {
        let specimen = specimen();
        let fields = lost("K9000001", "DGM-17");
        let steward = specimen.signed_in("GTM", "data_steward", Purpose::DataStewardship);
        let officer = specimen.signed_in("GTM", "border_officer", Purpose::BorderControl);
        let observer = specimen.signed_in("COL", "delegate", Purpose::Secretariat);
        for session in [&steward, &officer, &observer] {
            assert_eq!(specimen.get(Some(session), "/status/report").await.status, 404);
            assert_eq!(specimen.post(session, "/status/report", &fields).await.status, 404);
        }
        let name = specimen.enrol("GTM", "gtm.password.only", &["issuing_authority"]);
        let password_only = specimen.sign_in_by(&name, Some(Purpose::DocumentIssuance), Factor::Password);
        let sent = specimen.post(&password_only, "/status/report", &fields).await;
        assert_eq!(sent.location().as_deref(), Some("/sign-in?next=/status/report"));
        let full = authority(&specimen, "GTM");
        assert_eq!(
            specimen.post_raw(Some(&full), "/status/report", &fields).await.status,
            403,
            "without the form's secret"
        );
        assert_eq!(
            specimen.post_raw(None, "/status/report", &fields).await.status,
            303,
            "signed out: to the sign-in page"
        );
        assert!(look_up(&specimen, "GTM", "K9000001").await.is_empty());
    }

    #[tokio::test]
    async fn a_machine_reports_as_a_person_does() {
        let specimen = specimen();
        let token = authority_token(&specimen, "GTM");
        let sent = json!({"kind": "passport", "number": "K9000001", "status": "stolen", "reference": "API-1", "reason": "police_report"});
        let answer = specimen.call(&token, Purpose::DocumentIssuance, "/api/v1/status", &sent).await;
        assert_eq!(answer.status, 201, "{}", answer.body);
        let place = answer.headers["location"].to_str().unwrap().to_owned();
        let shown = api_get(&specimen, &token, &place).await;
        assert_eq!(shown.body, answer.body);
        assert!(
            !shown.body.contains("K9000001") && shown.body.contains("\"expires_on\":\"2036-03-02\""),
            "{}",
            shown.body
        );
        let again = specimen.call(&token, Purpose::DocumentIssuance, "/api/v1/status", &sent).await;
        assert_eq!(again.status, 422);
        assert!(again.body.contains("\"code\":\"number-known\"") && again.body.contains("\"field\":\"number\""));
        let wrong = json!({"kind": "sword", "number": "K9000002", "status": "lost", "expires_on": "2031-02-29", "reference": "R"});
        let answer = specimen.call(&token, Purpose::DocumentIssuance, "/api/v1/status", &wrong).await;
        assert!(
            answer.body.contains("kind-unknown") && answer.body.contains("expires-on-impossible"),
            "{}",
            answer.body
        );
        let unknown = json!({"kind": "passport", "issuer": "HND"});
        assert_eq!(specimen.call(&token, Purpose::DocumentIssuance, "/api/v1/status", &unknown).await.status, 422);
        let foreign = authority_token(&specimen, "HND");
        assert_eq!(api_get(&specimen, &foreign, &place).await.status, 404);
    }
}
