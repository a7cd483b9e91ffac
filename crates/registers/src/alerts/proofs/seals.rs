//! Who sees what: States that take part or not, desks, other States, lists, machines.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use base::access::Purpose;
use base::specimen::{Answer, Session};
use serde_json::{Value, json};

use super::{ALL, Open, Stage, in_language, location, pairs, sent, unsaid};
use crate::alerts::Category;

/// Words of the sealed part of every sample, and of the record beside it.
const SEALED: [&str; 6] = [
    "Motivo inventado",
    "Juzgado Primero",
    "EXP-SPECIMEN-17",
    "La red sigue activa",
    "La citación no llegó",
    "Detain the person",
];

fn holds_none(answer: &Answer, place: &str) {
    for word in SEALED {
        assert!(!answer.body.contains(word), "{place} holds {word}");
    }
}

/// G-05: nothing is stored for a State that has not opted in, and nothing is shown to it.
#[tokio::test]
async fn a_state_that_takes_no_part_stores_and_sees_nothing() {
    let stage = Stage::new();
    let author = stage.specimen.signed_in("HND", "alert_officer", Purpose::AlertIssuance);
    let witness = sent(Category::LocateWitness);
    let form = pairs(&witness);
    assert_eq!(stage.specimen.post(&author, "/alerts/new", &form).await.status, StatusCode::CONFLICT, "switched off");
    stage.adopt().await;
    assert_eq!(stage.specimen.post(&author, "/alerts/new", &form).await.status, StatusCode::CONFLICT, "adopted alone");
    stage.opt_in(&stage.honduras, "impediment_exit").await;
    let other = stage.specimen.post(&author, "/alerts/new", &form).await;
    assert_eq!(other.status, StatusCode::CONFLICT, "another category");
    let stored: u64 = stage
        .specimen
        .ground
        .database("registers")
        .unwrap()
        .read(|now| Ok(now.query_row("SELECT count(*) FROM alerts_alert", [], |row| row.get(0))?))
        .unwrap();
    assert_eq!(stored, 0);
}

/// G-05: a State that opts out is shown nothing from the next request on, nor is anything of its shown to anybody.
#[tokio::test]
async fn opting_out_shows_nothing_from_the_next_request_on() {
    let open = Open::new().await;
    let reference = open.activated(Category::ImpedimentExit).await;
    assert_eq!(open.face(&open.foreign, &reference).await, StatusCode::OK);
    open.stage.opt_out(&open.stage.guatemala, "impediment_exit").await;
    assert_eq!(open.face(&open.foreign, &reference).await, StatusCode::NOT_FOUND, "who looks takes no part");
    open.stage.opt_in(&open.stage.guatemala, "impediment_exit").await;
    open.stage.opt_out(&open.stage.honduras, "impediment_exit").await;
    assert_eq!(open.face(&open.foreign, &reference).await, StatusCode::NOT_FOUND, "whose it is takes no part");
    for end in ["", "/reason", "/correct", "/extend", "/withdraw"] {
        let own = open.specimen().get(Some(&open.author), &format!("/alerts/{reference}{end}")).await;
        assert_eq!(own.status, StatusCode::NOT_FOUND, "{end}");
    }
    let list = open.specimen().get(Some(&open.author), "/alerts/own").await;
    assert!(!list.body.contains(&reference));
}

/// G-05: what a State had said of a category is destroyed thirty days after it left it, and not before.
#[tokio::test]
async fn what_was_said_goes_thirty_days_after_opting_out() {
    let mut open = Open::new().await;
    let reference = open.activated(Category::ImpedimentExit).await;
    open.stage.opt_out(&open.stage.honduras, "impediment_exit").await;
    open.days_pass(29);
    open.specimen().ground.sweep().unwrap();
    let again = open.specimen().signed_in("HND", "state_administrator", Purpose::Administration);
    open.stage.opt_in(&again, "impediment_exit").await;
    let page = format!("/alerts/{reference}");
    assert_eq!(open.specimen().get(Some(&open.author), &page).await.status, StatusCode::OK, "a slip is mended");
    open.stage.opt_out(&again, "impediment_exit").await;
    open.days_pass(30);
    open.specimen().ground.sweep().unwrap();
    let again = open.specimen().signed_in("HND", "state_administrator", Purpose::Administration);
    open.stage.opt_in(&again, "impediment_exit").await;
    assert_eq!(open.specimen().get(Some(&open.author), &page).await.status, StatusCode::NOT_FOUND);
}

/// G-12: another State neither opens nor changes an alert; it is told only that one is in force.
#[tokio::test]
async fn another_state_neither_reads_nor_changes_anything() {
    let open = Open::new().await;
    let reference = open.activated(Category::CaptureTrafficking).await;
    for end in ["", "/reason", "/correct", "/activate", "/extend", "/withdraw"] {
        let path = format!("/alerts/{reference}{end}");
        assert_eq!(open.specimen().get(Some(&open.foreign), &path).await.status, StatusCode::NOT_FOUND, "{end}");
    }
    for end in ["/correct", "/propose", "/activate", "/return", "/extend", "/withdraw"] {
        let path = format!("/alerts/{reference}{end}");
        let tried = open.specimen().post(&open.foreign, &path, &[("ending", "mistaken")]).await;
        assert_eq!(tried.status, StatusCode::NOT_FOUND, "{end}");
    }
    let face = open.specimen().get(Some(&open.foreign), &format!("/alerts/face?reference={reference}")).await;
    assert!(face.body.contains("Honduras (HND)"));
    assert!(!face.body.contains("Ficticio") && !face.body.contains("Wanted by a judge"), "neither name nor category");
    holds_none(&face, "what another State sees");
}

/// G-19: why somebody is looked for is in no list, page, address or answer to a machine but the one page that opens it.
#[tokio::test]
async fn the_sealed_part_is_nowhere_but_where_it_is_opened() {
    let open = Open::new().await;
    let reference = open.activated(Category::CaptureTrafficking).await;
    for path in ["/alerts".to_owned(), "/alerts/own".to_owned(), format!("/alerts/{reference}")] {
        let page = open.specimen().get(Some(&open.author), &path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        holds_none(&page, &path);
    }
    open.specimen().enrol("HND", "hnd.machine", &["alert_officer"]);
    let token = open.specimen().token("hnd.machine", &[Purpose::AlertIssuance]);
    for path in ["/api/v1/alerts".to_owned(), format!("/api/v1/alerts/{reference}")] {
        let answer = get(&open, &token, Purpose::AlertIssuance, &path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
        assert!(answer.body.contains(&reference));
        holds_none(&answer, &path);
        for key in ["reason", "action", "offence", "authority", "decision", "grave", "gentler"] {
            assert!(!answer.body.contains(&format!("\"{key}\"")), "{path} has a field {key}");
        }
    }
    let opened = open.specimen().get(Some(&open.judge), &format!("/alerts/{reference}/reason")).await;
    assert!(opened.body.contains("Motivo inventado") && opened.body.contains("EXP-SPECIMEN-17"));
    assert!(opened.body.contains("La red sigue activa") && opened.body.contains("La citación no llegó"), "G-08");
    let looks: Vec<String> = open.specimen().log_lines().into_iter().map(|(leaf, _)| leaf.action).collect();
    assert!(looks.contains(&"alerts.read_sealed".to_owned()), "and the look is written down as one");
}

/// G-19: a child's alert does not exist for anybody whose work is not children, in its own State or another.
#[tokio::test]
async fn a_childs_alert_is_child_protections_alone() {
    let open = Open::new().await;
    let reference = open.activated(Category::ChildAtRisk).await;
    let officer = open.specimen().signed_in("HND", "border_officer", Purpose::BorderControl);
    for (who, session) in [("officer", &open.author), ("foreign", &open.foreign), ("border", &officer)] {
        for end in ["", "/reason", "/correct", "/activate", "/extend", "/withdraw"] {
            let page = open.specimen().get(Some(session), &format!("/alerts/{reference}{end}")).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{who} {end}");
        }
        assert_eq!(open.face(session, &reference).await, StatusCode::NOT_FOUND, "{who}");
    }
    let list = open.specimen().get(Some(&open.author), "/alerts/own").await;
    assert!(!list.body.contains(&reference));
    assert_eq!(open.face(&open.child_foreign, &reference).await, StatusCode::OK);
    let form = open.specimen().get(Some(&open.author), "/alerts/new").await;
    assert!(!form.body.contains("missing_child"), "nor is a child's category offered to them");
    let tried = open.specimen().post(&open.author, "/alerts/new", &pairs(&sent(Category::MissingChild))).await;
    assert_eq!(tried.status, StatusCode::CONFLICT);
    let list = open.specimen().get(Some(&open.child_author), "/alerts/own").await;
    assert!(list.body.contains(&reference) && list.body.contains("◆"), "told by its sign, not by its colour");
}

/// The secretariat, administrators, oversight and whoever runs the machine read no alert.
#[tokio::test]
async fn nobody_else_reads_an_alert() {
    let open = Open::new().await;
    let reference = open.activated(Category::ImpedimentEntry).await;
    let specimen = open.specimen();
    let others = [
        specimen.signed_in("XSV", "coordinator", Purpose::Secretariat),
        specimen.signed_in("XSV", "operator", Purpose::Operation),
        specimen.signed_in("HND", "oversight", Purpose::Oversight),
        specimen.signed_in("HND", "state_administrator", Purpose::Administration),
        specimen.signed_in("HND", "data_steward", Purpose::DataStewardship),
        specimen.signed_in("COL", "delegate", Purpose::Secretariat),
    ];
    for session in &others {
        for path in ["/alerts/own".to_owned(), format!("/alerts/{reference}"), format!("/alerts/{reference}/reason")] {
            assert_eq!(specimen.get(Some(session), &path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
}

#[tokio::test]
async fn machines_write_down_and_take_back_and_put_nothing_in_force() {
    let open = Open::new().await;
    open.specimen().enrol("HND", "hnd.machine", &["child_protection"]);
    let token = open.specimen().token("hnd.machine", &[Purpose::ChildProtection]);
    let purpose = Purpose::ChildProtection;
    let body = serde_json::to_value(sent(Category::MissingChild)).unwrap();
    let answer = open.specimen().call(&token, purpose, "/api/v1/alerts", &body).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.body);
    holds_none(&answer, "the answer to whoever wrote it down");
    let said: Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!((said["standing"].as_str(), said["in_force"].as_bool()), (Some("draft"), Some(false)));
    let again = open.specimen().call(&token, purpose, "/api/v1/alerts", &body).await;
    assert_eq!(again.status, StatusCode::CONFLICT, "G-10");
    let mut other = body.clone();
    other["category"] = json!("irregular_entry");
    let refused = open.specimen().call(&token, purpose, "/api/v1/alerts", &other).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "G-01");
    let mut more = body.clone();
    more["nationality"] = json!("UTO");
    let refused = open.specimen().call(&token, purpose, "/api/v1/alerts", &more).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "G-07");
    let path = format!("/api/v1/alerts/{}/withdraw", said["reference"].as_str().unwrap());
    assert_eq!(open.specimen().call(&token, purpose, &path, &json!({"ending": "because"})).await.status, 422);
    assert_eq!(open.specimen().call(&token, purpose, &path, &json!({"ending": "achieved"})).await.status, 204);
    assert_eq!(open.specimen().call(&token, purpose, &path, &json!({"ending": "achieved"})).await.status, 409);
}

#[tokio::test]
async fn every_page_of_an_alert_speaks_every_language() {
    let mut open = Open::new().await;
    let proposed = open.proposed(Category::ImpedimentEntry).await;
    let child = open.activated(Category::MissingChild).await;
    let active = open.activated(Category::VulnerableAtRisk).await;
    open.days_pass(300);
    let pages: Vec<(&Session, String)> = vec![
        (&open.author, "/alerts/own".to_owned()),
        (&open.author, "/alerts/new".to_owned()),
        (&open.child_author, "/alerts/new".to_owned()),
        (&open.author, format!("/alerts/{active}")),
        (&open.author, format!("/alerts/{active}/reason")),
        (&open.author, format!("/alerts/{active}/correct")),
        (&open.author, format!("/alerts/{active}/withdraw")),
        (&open.judge, format!("/alerts/{active}/extend")),
        (&open.child_author, format!("/alerts/{child}")),
        (&open.child_foreign, format!("/alerts/face?reference={child}")),
    ];
    for (session, path) in &pages {
        let mut spoken = Vec::new();
        for language in ["es", "en", "fr"] {
            let body = in_language(&open.stage, session, path, language).await;
            assert_eq!(unsaid(&body), Vec::<&str>::new(), "{path} in {language}");
            spoken.push(body);
        }
        assert!(spoken[0] != spoken[1] && spoken[1] != spoken[2], "{path}");
    }
    assert_eq!(
        open.specimen().get(Some(&open.author), &format!("/alerts/{proposed}")).await.status,
        404,
        "gone with its days"
    );
    let missing = open.specimen().post(&open.author, "/alerts/new", &[]).await;
    assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(missing.body.contains("Write one surname at least"));
    assert_eq!(ALL.len(), Category::ALL.len());
    let face = open.specimen().get(Some(&open.foreign), "/alerts/face").await;
    assert_eq!(face.status, StatusCode::NOT_FOUND);
    let done =
        open.specimen().post(&open.author, &format!("/alerts/{active}/withdraw"), &[("ending", "achieved")]).await;
    assert_eq!(location(&done), format!("/alerts/{active}?done=withdrawn"));
}

pub(super) async fn get(open: &Open, token: &str, purpose: Purpose, path: &str) -> Answer {
    let request = Request::get(path)
        .header("authorization", format!("Bearer {token}"))
        .header("puebla-purpose", purpose.code())
        .body(Body::empty());
    open.specimen().send(request.unwrap()).await
}
