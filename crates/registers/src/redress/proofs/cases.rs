//! A case from its opening to its end: acknowledged at once, answered in time or overdue, and destroyed.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use base::access::Purpose;
use base::specimen::Session;
use serde_json::{Value, json};

use super::{Stage, asked, location, unsaid};
use crate::alerts::Category;

/// G-25: it is acknowledged at once, with a reference and the last day of the answer, in the language of whoever asked.
#[tokio::test]
async fn a_case_is_acknowledged_at_once_with_its_last_day() {
    let stage = Stage::new().await;
    let done = stage.specimen.post(&stage.officer, "/redress/new", &asked("access")).await;
    assert_eq!(location(&done), "/redress/RCM-R-2026-0001/receipt");
    let receipt = stage.specimen.get(Some(&stage.officer), &location(&done)).await;
    assert_eq!(receipt.status, StatusCode::OK);
    for word in
        ["lang=\"fr\"", "Accusé de réception", "RCM-R-2026-0001", "Mexique", "datetime=\"2026-04-01\"", "comité"]
    {
        assert!(receipt.body.contains(word), "{word}: {}", receipt.body);
    }
    for word in ["Ana Inventada", "Qué se guarda"] {
        assert!(!receipt.body.contains(word), "{word} is printed for nobody to find");
    }
}

/// G-25: any State takes it, whichever has an alert, and its officers alone see it: whoever is not one is told that there is nothing.
#[tokio::test]
async fn any_state_takes_a_case_and_its_own_officers_see_it() {
    let stage = Stage::new().await;
    let reference = stage.opened("deletion").await;
    let (own, path) = (format!("/redress/{reference}"), format!("/redress/{reference}/petition"));
    let page = stage.specimen.get(Some(&stage.officer), &own).await.body;
    assert!(page.contains("Deletion") && page.contains("To be answered") && !page.contains("Ana Inventada"), "{page}");
    let petition = stage.specimen.get(Some(&stage.officer), &path).await.body;
    assert!(petition.contains("Ana Inventada") && petition.contains("Qué se guarda"));
    let alerts = stage.specimen.signed_in("MEX", "alert_officer", Purpose::AlertIssuance);
    for session in [&stage.other, &stage.panel[1], &alerts] {
        for path in [&own, &path] {
            assert_eq!(stage.specimen.get(Some(session), path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
    let list = stage.specimen.get(Some(&stage.other), "/redress").await;
    assert!(!list.body.contains(&reference));
    let referred = stage.referred("access").await;
    let petition = stage.specimen.get(Some(&stage.panel[1]), &format!("/redress/{referred}/petition")).await.body;
    assert!(
        petition.contains("Qué se guarda") && !petition.contains("Ana Inventada"),
        "the panel reaches nobody itself"
    );
}

/// G-25: thirty days, then it is overdue; a week before it is said; whoever opens the list is told how many are.
#[tokio::test]
async fn what_is_not_answered_in_thirty_days_is_overdue() {
    let mut stage = Stage::new().await;
    let reference = stage.opened("access").await;
    let seen = async |stage: &Stage| {
        let list = stage.specimen.get(Some(&stage.officer), "/redress").await.body;
        (list.contains("Due within a week"), list.contains("One answer is overdue."))
    };
    assert_eq!(seen(&stage).await, (false, false));
    stage.days_pass(23);
    assert_eq!(seen(&stage).await, (true, false));
    stage.days_pass(7);
    assert_eq!(seen(&stage).await, (true, false), "the last day counts");
    stage.days_pass(1);
    assert_eq!(seen(&stage).await, (false, true));
    let form = [("outcome", "granted"), ("remedy", "Tribunal Ficticio de Utopía")];
    let done = stage.specimen.post(&stage.officer, &format!("/redress/{reference}/answer"), &form).await;
    assert_eq!(location(&done), format!("/redress/{reference}?done=answered"));
    assert_eq!(seen(&stage).await, (false, false));
    let again = stage.specimen.post(&stage.officer, &format!("/redress/{reference}/answer"), &form).await;
    assert_eq!(again.status, StatusCode::CONFLICT, "answered once");
}

/// G-25: a refusal names a ground of the list and a remedy; without either it is none.
#[tokio::test]
async fn a_refusal_names_its_ground_and_a_remedy() {
    let stage = Stage::new().await;
    let reference = stage.opened("access").await;
    let path = format!("/redress/{reference}/answer");
    for (outcome, ground, remedy) in [
        ("refused", "", "Tribunal Ficticio"),
        ("refused", "politics", "Tribunal Ficticio"),
        ("refused", "lawful", ""),
        ("", "", ""),
    ] {
        let form = [("outcome", outcome), ("ground", ground), ("remedy", remedy)];
        let refused = stage.specimen.post(&stage.officer, &path, &form).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{outcome} {ground} {remedy}");
    }
    let form = [("outcome", "refused"), ("ground", "undisclosed"), ("remedy", "Tribunal Ficticio, en 30 días")];
    location(&stage.specimen.post(&stage.officer, &path, &form).await);
    let page = stage.specimen.get(Some(&stage.officer), &format!("/redress/{reference}")).await.body;
    assert!(page.contains("Refused") && page.contains("Whether anything is kept cannot be said"), "{page}");
    let petition = stage.specimen.get(Some(&stage.officer), &format!("/redress/{reference}/petition")).await.body;
    assert!(petition.contains("Tribunal Ficticio, en 30 días"));
}

/// G-25: the page of a case is the same for an officer whether there is an alert, whether it is named, blocked and decided, or not.
#[tokio::test]
async fn a_case_tells_an_officer_nothing_of_an_alert() {
    let stage = Stage::new().await;
    let words = async |reference: &str| {
        let page = stage.specimen.get(Some(&stage.officer), &format!("/redress/{reference}")).await;
        page.body.replace(reference, "R")
    };
    let empty = stage.referred("deletion").await;
    let alert = stage.looked_for(Category::CaptureTrafficking).await;
    let named = stage.referred("deletion").await;
    assert_eq!(words(&named).await, words(&empty).await);
    location(&stage.block(&stage.panel[1], &named, &alert).await);
    assert_eq!(words(&named).await, words(&empty).await, "named and blocked");
    location(&stage.propose(&stage.panel[1], &named, "delete", "no_basis").await);
    assert_eq!(words(&named).await, words(&empty).await, "proposed");
    location(&stage.decide(&stage.panel[2], &named).await);
    assert_eq!(words(&named).await, words(&empty).await, "decided");
    let list = stage.specimen.get(Some(&stage.officer), "/redress").await.body;
    assert!(!list.contains("The panel decided<") && list.matches(">Before the panel<").count() == 2, "{list}");
    let panel = stage.specimen.get(Some(&stage.panel[3]), "/redress").await.body;
    assert!(panel.contains("The panel decided<"), "the panel itself sees it: {panel}");
    for path in ["block", "propose"] {
        let answer = stage.specimen.get(Some(&stage.officer), &format!("/redress/{named}/{path}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
}

/// Ninety days after it ended its words are destroyed by each State's own rule; reference, kind and outcome stay, and are counted.
#[tokio::test]
async fn the_words_of_a_case_go_ninety_days_after_its_end() {
    let mut stage = Stage::new().await;
    let alert = stage.looked_for(Category::ImpedimentExit).await;
    let reference = stage.referred("deletion").await;
    location(&stage.block(&stage.panel[1], &reference, &alert).await);
    stage.ruled(&reference, "delete", "wrong_person").await;
    let form = [("outcome", "granted"), ("remedy", "Tribunal Ficticio de Utopía")];
    location(&stage.specimen.post(&stage.officer, &format!("/redress/{reference}/answer"), &form).await);
    let waits = stage.opened("access").await;
    stage.days_pass(89);
    stage.specimen.ground.sweep().unwrap();
    assert_eq!(stage.count("SELECT count(*) FROM redress_case"), 2);
    stage.days_pass(1);
    stage.specimen.ground.sweep().unwrap();
    assert_eq!(stage.count("SELECT count(*) FROM redress_case"), 1, "{waits} is not answered");
    assert_eq!(stage.count("SELECT count(*) FROM redress_said"), 1, "what the panel's members said is gone as well");
    assert_eq!(stage.count("SELECT count(*) FROM redress_proposal"), 0);
    assert_eq!(stage.count("SELECT count(*) FROM redress_past"), 1);
    assert_eq!(stage.count("SELECT count(*) FROM redress_decision"), 1, "what was decided stays");
    assert_eq!(stage.opened("access").await, "RCM-R-2026-0003", "its number is given to nobody else");
}

/// The same by machine; who asks goes in and does not come out.
#[tokio::test]
async fn machines_open_list_and_answer() {
    let stage = Stage::new().await;
    let name = stage.officer.caller.name.trim_start_matches("Specimen ").to_owned();
    let token = stage.specimen.token(&name, &[Purpose::Redress]);
    let get = async |path: &str| -> Value {
        let request = Request::get(path)
            .header("authorization", format!("Bearer {token}"))
            .header("puebla-purpose", "redress")
            .body(Body::empty());
        serde_json::from_str(&stage.specimen.send(request.unwrap()).await.body).unwrap()
    };
    let call = async |path: &str, body: &Value| stage.specimen.call(&token, Purpose::Redress, path, body).await;
    let mut body = json!({ "kind": "access", "asker": "representative", "language": "es", "lodged_on": "2026-02-20",
        "asked": "¿Qué hay? (ficticio)", "contact": "Ana Inventada" });
    let opened = call("/api/v1/redress", &body).await;
    assert_eq!(opened.status, StatusCode::CREATED, "{}", opened.body);
    let said: Value = serde_json::from_str(&opened.body).unwrap();
    assert_eq!((said["due_on"].as_str(), said["overdue"].as_bool()), (Some("2026-03-22"), Some(false)));
    assert!(!opened.body.contains("Ana") && !opened.body.contains("ficticio"), "{}", opened.body);
    body["nationality"] = json!("UTO");
    assert_eq!(call("/api/v1/redress", &body).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let path = format!("/api/v1/redress/{}", said["reference"].as_str().unwrap());
    assert_eq!(get(&path).await, said);
    assert_eq!(get("/api/v1/redress").await, json!({ "cases": [said] }));
    let answer = json!({ "outcome": "refused", "ground": "identity", "remedy": "Tribunal Ficticio" });
    assert_eq!(call(&format!("{path}/answer"), &answer).await.status, StatusCode::NO_CONTENT);
    assert_eq!(call(&format!("{path}/answer"), &answer).await.status, StatusCode::CONFLICT);
    assert_eq!((&get(&path).await["outcome"], &get(&path).await["ground"]), (&json!("refused"), &json!("identity")));
    assert_eq!(get("/api/v1/redress/decisions").await, json!({ "decisions": [] }));
    assert_eq!(get("/api/v1/redress?page=x").await["status"], 422);
}

#[tokio::test]
async fn every_page_of_a_case_speaks_every_language() {
    let stage = Stage::new().await;
    let alert = stage.looked_for(Category::LocateWitness).await;
    let (case, blocked) = (stage.referred("access").await, stage.referred("correction").await);
    location(&stage.block(&stage.panel[1], &blocked, &alert).await);
    let proposing = format!("/redress/{blocked}/propose");
    let pages: Vec<(&Session, String)> = vec![
        (&stage.officer, "/redress".to_owned()),
        (&stage.officer, "/redress/new".to_owned()),
        (&stage.officer, format!("/redress/{case}")),
        (&stage.officer, format!("/redress/{case}/petition")),
        (&stage.officer, format!("/redress/{case}/answer")),
        (&stage.panel[1], "/redress".to_owned()),
        (&stage.panel[1], format!("/redress/{case}/block")),
        (&stage.panel[1], proposing),
        (&stage.panel[2], format!("/redress/{blocked}")),
        (&stage.officer, "/redress/decisions".to_owned()),
    ];
    for (session, path) in &pages {
        let mut spoken = Vec::new();
        for language in ["es", "en", "fr"] {
            let cookie = format!("{}={}; language={language}", base::identity::cookie_name(false), session.secret);
            let request = Request::get(path).header("cookie", cookie).body(Body::empty());
            let answer = stage.specimen.send(request.unwrap()).await;
            assert_eq!(answer.status, StatusCode::OK, "{path} in {language}: {}", answer.body);
            assert_eq!(unsaid(&answer.body), Vec::<&str>::new(), "{path} in {language}");
            crate::gallery::hang(&format!("{}-{language}", path.replace('/', "_")), &answer.body);
            spoken.push(answer.body);
        }
        assert!(spoken[0] != spoken[1] && spoken[1] != spoken[2], "{path}");
    }
}
