//! What States report, and what an officer of another State is then answered: page, API and function say the same.
#![allow(clippy::unwrap_used)]

use axum::http::StatusCode;
use base::access::Purpose;
use base::ground::HousePlan;
use base::specimen::{Session, Specimen};
use jiff::SignedDuration;
use serde_json::{Value, json};

use super::samples::Sample;
use super::zone::Format;
use crate::documents::{AlertText, samples};

static PLANS: &[HousePlan] = &[crate::PLAN];

struct Walk {
    specimen: Specimen,
    officer: Session,
    token: String,
}

impl Walk {
    fn new() -> Self {
        let specimen = Specimen::new(PLANS);
        let officer = specimen.signed_in("GTM", "border_officer", Purpose::BorderControl);
        let machine = specimen.enrol("GTM", "gtm.machine", &["border_officer"]);
        let token = specimen.token(&machine, &[Purpose::BorderControl]);
        Walk { specimen, officer, token }
    }

    /// Lets days pass, after which everybody has to sign in again.
    fn days_pass(&mut self, days: i64) {
        self.specimen.clock.advance(SignedDuration::from_hours(24 * days));
        self.officer = self.specimen.signed_in("GTM", "border_officer", Purpose::BorderControl);
        self.token = self.specimen.token("gtm.machine", &[Purpose::BorderControl]);
    }

    /// Lets a State report something about its own documents, as its people do.
    async fn report(&self, state: &str, form: &str, fields: &[(&str, &str)]) {
        let authority = self.specimen.signed_in(state, "issuing_authority", Purpose::DocumentIssuance);
        let mut all = vec![("step", "send")];
        all.extend_from_slice(fields);
        if !fields.iter().any(|(name, _)| *name == "kind") {
            all.push(("kind", "passport"));
        }
        let done = self.specimen.post(&authority, form, &all).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    }

    /// Lets Honduras submit and publish alerts that Canada confirms.
    async fn publish(&self, texts: Vec<AlertText>) {
        let author = self.specimen.signed_in("HND", "document_examiner", Purpose::DocumentExamination);
        let confirmer = self.specimen.signed_in("CAN", "document_examiner", Purpose::DocumentExamination);
        let published = samples::publish_all(&self.specimen.ground, &author.caller, &confirmer.caller, texts).await;
        assert!(published.unwrap() > 0);
    }

    async fn page(&self, zone: &str) -> String {
        let page = self.specimen.post(&self.officer, "/check", &[("zone", zone)]).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        page.body
    }

    async fn api(&self, question: Value) -> Value {
        let answer = self.specimen.call(&self.token, Purpose::BorderControl, "/api/v1/checks", &question).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        serde_json::from_str(&answer.body).unwrap()
    }
}

const STOLEN: [(&str, &str); 6] = [
    ("number", "K90211756"),
    ("status", "stolen"),
    ("expires_on-day", "28"),
    ("expires_on-month", "2"),
    ("expires_on-year", "2027"),
    ("reference", "HND-PAS-118"),
];

#[tokio::test]
async fn a_stolen_number_is_a_report_with_whom_to_call_and_not_another_states_number() {
    let walk = Walk::new();
    walk.report("HND", "/status/report", &STOLEN).await;
    let zone = Sample::passport("HND", "K90211756").zone();
    let page = walk.page(&zone).await;
    for said in [
        "answer report",
        "There is a report: examine the document",
        "Honduras reports this number as stolen.",
        "this very number",
        "HND-PAS-118",
        "/check/second-line",
        "A report proves nothing against the person.",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    for question in [json!({ "zone": zone }), json!({ "number": "k9021-1756", "issuing_state": "hnd" })] {
        let answer = walk.api(question).await;
        assert_eq!((&answer["verdict"], &answer["reasons"]), (&json!("report"), &json!(["number_reported"])));
        assert_eq!(answer["second_line"], true);
        assert_eq!(
            answer["status"],
            json!([{
                "issuing_state": "HND", "kind": "passport", "status": "stolen", "basis": "exact",
                "reference": "HND-PAS-118", "reported_on": "2026-03-02", "expires_on": "2027-02-28"
            }])
        );
        assert_eq!(answer["contacts"][0]["state"], "HND");
        assert_eq!(answer["data"]["status_changed_at"], "2026-03-02T15:00:00Z");
    }
    let other = walk.api(json!({ "zone": Sample::passport("NIC", "K90211756").zone() })).await;
    assert_eq!(other["verdict"], "no_report");
    let card = walk.api(json!({ "number": "K90211756", "issuing_state": "HND", "kind": "identity_card" })).await;
    assert_eq!(card["verdict"], "no_report", "a number of another kind is another number");
}

#[tokio::test]
async fn a_misread_number_that_fits_a_report_is_to_be_read_again_first() {
    let walk = Walk::new();
    walk.report("HND", "/status/report", &STOLEN).await;
    let misread = Sample::passport("HND", "K90211757").zone().replace("K90211757", "K90211756");
    let page = walk.page(&misread).await;
    assert!(page.contains("There is a report") && page.contains("this report may be about another document"));
    let answer = walk.api(json!({ "zone": misread })).await;
    assert_eq!(answer["reasons"], json!(["number_reported", "digits_fail"]));
}

#[tokio::test]
async fn a_visa_is_asked_about_as_a_visa_and_not_as_a_passport_of_the_state_that_gave_it() {
    let walk = Walk::new();
    walk.report("HND", "/status/report", &STOLEN).await;
    for format in [Format::MrvA, Format::MrvB] {
        let visa = |number| Sample { format, ..Sample::passport("HND", number) }.zone();
        let answer = walk.api(json!({ "zone": visa("K90211756") })).await;
        assert_eq!(answer["asked"]["kinds"], json!(["visa"]));
        assert_eq!((&answer["verdict"], &answer["status"]), (&json!("no_report"), &json!([])), "a stranger's passport");
    }
    let mut stolen = STOLEN;
    (stolen[0], stolen[5]) = (("number", "V7000001"), ("reference", "HND-VIS-4"));
    walk.report("HND", "/status/report", &[&[("kind", "visa")], &stolen[..]].concat()).await;
    let visa = Sample { format: Format::MrvA, ..Sample::passport("HND", "V7000001") }.zone();
    let answer = walk.api(json!({ "zone": visa })).await;
    assert_eq!((&answer["verdict"], &answer["status"][0]["kind"]), (&json!("report"), &json!("visa")));
    let page = walk.page(&visa).await;
    assert!(page.contains("answer report") && page.contains("HND-VIS-4"), "{page}");
}

#[tokio::test]
async fn ranges_of_blanks_and_patterns_are_reports_with_what_they_fit_by() {
    let walk = Walk::new();
    let range = [("first", "C100000"), ("last", "C199999"), ("status", "stolen_blank"), ("reference", "BLANKS-3")];
    walk.report("SLV", "/status/report-range", &range).await;
    let pattern = [("pattern", "X7@@####"), ("status", "invalid"), ("reference", "SERIES-1")];
    walk.report("SLV", "/status/report-pattern", &pattern).await;
    let found = walk.api(json!({ "zone": Sample::passport("SLV", "C150000").zone() })).await;
    assert_eq!(found["reasons"], json!(["blank_range"]));
    let hit = &found["status"][0];
    assert_eq!((&hit["basis"], &hit["first"], &hit["last"]), (&json!("range"), &json!("C100000"), &json!("C199999")));
    let page = walk.page("C150000 SLV").await;
    assert!(page.contains("El Salvador reports a range with this number as stolen blanks."), "{page}");
    assert!(page.contains("the range C100000 to C199999"));
    let found = walk.api(json!({ "zone": Sample::passport("SLV", "X7AB1234").zone() })).await;
    assert_eq!(found["reasons"], json!(["number_pattern"]));
    assert_eq!((&found["status"][0]["basis"], &found["status"][0]["pattern"]), (&json!("pattern"), &json!("X7@@####")));
    assert!(walk.page("X7AB1234 SLV").await.contains("numbers of this form as not to be accepted"));
    for outside in ["C200000", "X7A11234"] {
        let none = walk.api(json!({ "zone": Sample::passport("SLV", outside).zone() })).await;
        assert_eq!(none["verdict"], "no_report", "{outside}");
    }
}

#[tokio::test]
async fn what_has_expired_is_not_answered_any_more() {
    let walk = Walk::new();
    walk.report("HND", "/status/report", &STOLEN).await;
    let asked = json!({ "number": "K90211756", "issuing_state": "HND", "kind": "passport" });
    assert_eq!(walk.api(asked.clone()).await["verdict"], "report");
    // From 2 March 2026 to 1 March 2027, a day after the last.
    walk.specimen.clock.advance(SignedDuration::from_hours(24 * 364));
    let token = walk.specimen.token("gtm.machine", &[Purpose::BorderControl]);
    let answer = walk.specimen.call(&token, Purpose::BorderControl, "/api/v1/checks", &asked).await;
    let answer: Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!((&answer["verdict"], &answer["on"]), (&json!("no_report"), &json!("2027-03-01")));
}

#[tokio::test]
async fn the_age_of_the_data_is_that_of_what_the_issuing_state_said_and_of_published_alerts() {
    let mut walk = Walk::new();
    walk.report("HND", "/status/report", &STOLEN).await;
    walk.publish(vec![samples::text()]).await;
    let data =
        |answer: &Value| (answer["data"]["status_changed_at"].clone(), answer["data"]["alerts_changed_at"].clone());
    let asked = |state| json!({ "number": "K90211756", "issuing_state": state, "kind": "passport" });
    let (began, later) = (json!("2026-03-02T15:00:00Z"), json!("2026-03-05T15:00:00Z"));
    walk.days_pass(3);
    walk.report("NIC", "/status/report", &STOLEN).await;
    let examiner = walk.specimen.signed_in("GTM", "document_examiner", Purpose::DocumentExamination);
    samples::submit_chunk(&walk.specimen.ground, &examiner.caller, vec![samples::text()]).await.unwrap();
    assert_eq!(data(&walk.api(asked("HND")).await), (began.clone(), began.clone()), "others' news is none");
    assert_eq!(data(&walk.api(asked("NIC")).await), (later, began.clone()));
    assert_eq!(data(&walk.api(asked("PAN")).await), (Value::Null, began));
    let page = walk.page("K90211756 PAN").await;
    assert!(page.contains("Panama has entered no reports."), "{page}");
    let unasked = walk.api(json!({ "zone": Sample::passport("H1D", "").zone() })).await;
    assert_eq!(data(&unasked), (Value::Null, Value::Null));
    // A year and a day: what Honduras reported has expired, and the sweep that destroys it is nobody's word.
    let lasting = [("number", "K90211799"), STOLEN[1], ("reference", "LONG")];
    walk.report("HND", "/status/report", &lasting).await;
    let before = data(&walk.api(asked("HND")).await).0;
    walk.days_pass(400);
    walk.specimen.ground.sweep().unwrap();
    assert_eq!(data(&walk.api(asked("HND")).await).0, before);
}

#[tokio::test]
async fn an_alert_that_fits_the_series_is_a_report_with_its_points_of_detection() {
    let walk = Walk::new();
    walk.publish(vec![samples::text()]).await;
    let answer = walk.api(json!({ "zone": Sample::passport("UTO", "K90211756").zone() })).await;
    assert_eq!((&answer["verdict"], &answer["reasons"]), (&json!("report"), &json!(["alert_fits", "specimen"])));
    let hit = &answer["alerts"][0];
    assert_eq!((&hit["pattern"], &hit["general"]), (&json!("K9#######"), &json!(false)));
    assert_eq!((&hit["reported_by"], &hit["confirmed_by"]), (&json!("HND"), &json!("CAN")));
    assert!(!hit["points"].as_array().unwrap().is_empty());
    assert_eq!(answer["contacts"][0]["state"], "HND");
    let page = walk.page("K90211756 UTO passport").await;
    for said in
        ["An alert on false documents fits this number.", "confirmed by Canada", "Numbers of the form K9#######."]
    {
        assert!(page.contains(said), "{said}: {page}");
    }
    let text = hit["points"][0]["en"].as_str().unwrap();
    assert!(page.contains(text), "{text}");
    let reference = hit["reference"].as_str().unwrap();
    for link in [format!("/documents/{reference}"), format!("/documents/{reference}/card")] {
        assert!(page.contains(&format!("href=\"{link}\"")), "{link}");
        assert_eq!(walk.specimen.get(Some(&walk.officer), &link).await.status, StatusCode::OK, "{link}");
    }
    let other = walk.api(json!({ "zone": Sample::passport("UTO", "K80211756").zone() })).await;
    assert_eq!(other["reasons"], json!(["specimen"]), "another series");
}

#[tokio::test]
async fn an_alert_whose_review_is_overdue_says_so_from_that_day_and_still_holds() {
    let mut walk = Walk::new();
    walk.publish(vec![samples::text()]).await;
    let asked = json!({ "number": "K90211756", "issuing_state": "UTO", "kind": "passport" });
    assert_eq!(walk.api(asked.clone()).await["alerts"][0]["review_on"], "2028-03-02");
    let overdue = "Honduras should have reviewed this alert by now. It still holds.";
    // The second of March two years later is 731 days away.
    for (days, said) in [(730, false), (1, true)] {
        walk.days_pass(days);
        assert_eq!(walk.page("K90211756 UTO passport").await.contains(overdue), said);
        assert_eq!(walk.api(asked.clone()).await["reasons"][0], "alert_fits");
    }
}

#[tokio::test]
async fn an_alert_on_all_passports_of_a_state_says_what_to_look_for_and_reports_none_of_them() {
    let walk = Walk::new();
    let general = AlertText { issuer: "NIC".parse().unwrap(), pattern: None, ..samples::text() };
    walk.publish(vec![general]).await;
    let zone = Sample::passport("NIC", "C12345678").zone();
    let answer = walk.api(json!({ "zone": zone })).await;
    assert_eq!((&answer["verdict"], &answer["reasons"]), (&json!("no_report"), &json!(["alert_for_kind"])));
    assert_eq!(answer["alerts"].as_array().unwrap().len(), 1, "for the likeliest kind, not for each");
    let page = walk.page(&zone).await;
    assert!(
        page.contains("answer none") && page.contains("see what to look for") && page.contains("All numbers"),
        "{page}"
    );
    let any_kind = walk.api(json!({ "number": "C12345678", "issuing_state": "NIC" })).await;
    assert_eq!(any_kind["alerts"], json!([]), "of what kind it is nobody said");
}
