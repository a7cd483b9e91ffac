//! Switched off, on, for whom, and off again.

use axum::http::StatusCode;
use base::access::Purpose;
use base::identity::Factor;
use serde_json::Value;

use super::{SYMBOL, Stage, decision, in_language, location, unsaid};

/// G-05: it ships off, and then no State can even say that it takes part.
#[tokio::test]
async fn it_ships_switched_off() {
    let stage = Stage::new();
    let page = stage.specimen.get(Some(&stage.honduras), "/alerts").await;
    assert!(page.body.contains("This register is switched off"), "{}", page.body);
    assert!(!page.body.contains("/alerts/categories/"), "what cannot be done is not offered");
    let path = "/alerts/categories/missing_child";
    assert_eq!(stage.specimen.get(Some(&stage.honduras), path).await.status, StatusCode::CONFLICT);
    let form = [("act", "in"), ("basis", "Ley ficticia 9-2026")];
    assert_eq!(stage.specimen.post(&stage.honduras, path, &form).await.status, StatusCode::CONFLICT);
    assert_eq!(stage.specimen.post(&stage.honduras, path, &[("act", "out")]).await.status, StatusCode::CONFLICT);
}

/// Whoever only switches the register begins their day where they began it before there was one.
#[tokio::test]
async fn nobody_who_has_another_room_is_led_to_this_one_first() {
    let stage = Stage::new();
    let home = stage.specimen.get(Some(&stage.honduras), "/").await;
    assert_eq!(location(&home), "/people");
    let officer = stage.specimen.signed_in("HND", "alert_officer", Purpose::AlertIssuance);
    assert_eq!(location(&stage.specimen.get(Some(&officer), "/").await), "/alerts");
}

/// G-05: a decision, then each State for itself and category by category; and it can end.
#[tokio::test]
async fn a_decision_adopts_it_and_each_state_opts_in_for_itself() {
    let stage = Stage::new();
    stage.adopt().await;
    let page = stage.specimen.get(Some(&stage.guatemala), "/alerts").await;
    assert!(page.body.contains(SYMBOL) && page.body.contains("Does not take part"));
    stage.opt_in(&stage.honduras, "missing_child").await;
    let page = stage.specimen.get(Some(&stage.guatemala), "/alerts").await;
    assert!(page.body.contains("<td>HND</td>") && !page.body.contains("Takes part"), "Honduras, not Guatemala");
    let twice = [("act", "in"), ("basis", "Ley ficticia 9-2026")];
    let again = stage.specimen.post(&stage.honduras, "/alerts/categories/missing_child", &twice).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    stage.opt_out(&stage.honduras, "missing_child").await;
    let page = stage.specimen.get(Some(&stage.guatemala), "/alerts").await;
    assert!(!page.body.contains("<td>HND</td>"));
}

/// G-05: who ends the register ends every State's part in it: adopted again, each says again that it takes part.
#[tokio::test]
async fn a_repeal_ends_every_part() {
    let stage = Stage::new();
    stage.adopt().await;
    stage.opt_in(&stage.honduras, "impediment_exit").await;
    let repealed = stage.specimen.post(&stage.coordinator, "/alerts/repeal", &decision("RCM/XX/2015/DEC/2")).await;
    assert_eq!(location(&repealed), "/alerts?done=repealed");
    let twice = stage.specimen.post(&stage.coordinator, "/alerts/repeal", &decision("RCM/XX/2015/DEC/2")).await;
    assert_eq!(twice.status, StatusCode::CONFLICT);
    stage.adopt().await;
    let page = stage.specimen.get(Some(&stage.honduras), "/alerts").await;
    assert!(!page.body.contains("<td>HND</td>"), "{}", page.body);
    let again = stage.specimen.post(&stage.coordinator, "/alerts/adopt", &decision(SYMBOL)).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
}

/// G-05: nobody but the coordinator records a decision, and nobody but a State's own administrator opts in.
#[tokio::test]
async fn nobody_else_switches_anything() {
    let stage = Stage::new();
    let specimen = &stage.specimen;
    let people = [
        specimen.signed_in("HND", "alert_officer", Purpose::AlertIssuance),
        specimen.signed_in("HND", "child_protection", Purpose::ChildProtection),
        specimen.signed_in("HND", "border_officer", Purpose::BorderControl),
        specimen.signed_in("HND", "delegate", Purpose::Secretariat),
        specimen.signed_in("XSV", "state_administrator", Purpose::Administration),
        specimen.signed_in("COL", "state_administrator", Purpose::Administration),
        specimen.signed_in("XSV", "operator", Purpose::Operation),
    ];
    for person in people.iter().chain([&stage.honduras]) {
        assert_eq!(specimen.get(Some(person), "/alerts/adopt").await.status, StatusCode::NOT_FOUND);
        let tried = specimen.post(person, "/alerts/adopt", &decision(SYMBOL)).await;
        assert_eq!(tried.status, StatusCode::NOT_FOUND, "{:?}", person.caller.roles);
    }
    stage.adopt().await;
    for person in people.iter().chain([&stage.coordinator]) {
        let form = [("act", "in"), ("basis", "Ley ficticia 9-2026")];
        let tried = specimen.post(person, "/alerts/categories/missing_child", &form).await;
        assert_eq!(tried.status, StatusCode::NOT_FOUND, "{:?}", person.caller.roles);
    }
    let observer = specimen.signed_in("COL", "delegate", Purpose::Secretariat);
    assert_eq!(specimen.get(Some(&observer), "/alerts").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_alert_officer_has_a_passkey_or_nothing() {
    let stage = Stage::new();
    stage.specimen.enrol("HND", "hnd.alerts", &["alert_officer"]);
    let by_code = stage.specimen.sign_in_by("hnd.alerts", Some(Purpose::AlertIssuance), Factor::Code);
    assert_ne!(stage.specimen.get(Some(&by_code), "/alerts").await.status, StatusCode::OK);
    let by_passkey = stage.specimen.sign_in("hnd.alerts", Some(Purpose::AlertIssuance));
    assert_eq!(stage.specimen.get(Some(&by_passkey), "/alerts").await.status, StatusCode::OK);
}

#[tokio::test]
async fn what_is_missing_or_wrong_is_said_and_nothing_typed_is_lost() {
    let stage = Stage::new();
    let wrong =
        [("symbol", "rcm viii"), ("decided_on-day", "30"), ("decided_on-month", "5"), ("decided_on-year", "2093")];
    let answer = stage.specimen.post(&stage.coordinator, "/alerts/adopt", &wrong).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        answer.body.contains("symbol-error")
            && answer.body.contains("value=\"rcm viii\"")
            && answer.body.contains("2093")
    );
    let none = stage.specimen.post(&stage.coordinator, "/alerts/adopt", &[]).await;
    assert!(none.body.contains("Say on which day"));
    stage.adopt().await;
    for basis in ["", "Ley", &"x".repeat(201)] {
        let path = "/alerts/categories/missing_child";
        let answer = stage.specimen.post(&stage.honduras, path, &[("act", "in"), ("basis", basis)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{basis}");
        assert!(answer.body.contains("basis-error"));
    }
    for path in ["/alerts/categories/irregular_entry", "/alerts/categories/overstay"] {
        assert_eq!(stage.specimen.get(Some(&stage.honduras), path).await.status, StatusCode::NOT_FOUND, "G-01");
    }
}

#[tokio::test]
async fn machines_read_for_whom_it_is_switched_on() {
    let stage = Stage::new();
    stage.adopt().await;
    stage.opt_in(&stage.honduras, "child_at_risk").await;
    stage.specimen.enrol("GTM", "gtm.alerts", &["alert_officer"]);
    let token = stage.specimen.token("gtm.alerts", &[Purpose::AlertIssuance]);
    let request = axum::http::Request::get("/api/v1/alerts/register")
        .header("authorization", format!("Bearer {token}"))
        .header("puebla-purpose", "alert_issuance")
        .body(axum::body::Body::empty());
    let answer = stage.specimen.send(request.unwrap()).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    let said: Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!(said["adopted"]["symbol"], SYMBOL);
    assert_eq!((&said["parts"][0]["state"], &said["parts"][0]["category"]), (&"HND".into(), &"child_at_risk".into()));
}

#[tokio::test]
async fn every_page_of_the_switch_speaks_every_language() {
    let stage = Stage::new();
    let off = [(&stage.coordinator, "/alerts"), (&stage.coordinator, "/alerts/adopt")];
    let on = [
        (&stage.honduras, "/alerts"),
        (&stage.coordinator, "/alerts"),
        (&stage.coordinator, "/alerts/repeal"),
        (&stage.honduras, "/alerts/categories/missing_child"),
        (&stage.guatemala, "/alerts/categories/missing_child"),
    ];
    for (switched, pages) in [(false, off.as_slice()), (true, on.as_slice())] {
        if switched {
            stage.adopt().await;
            stage.opt_in(&stage.honduras, "missing_child").await;
        }
        for (session, path) in pages {
            let mut spoken = Vec::new();
            for language in ["es", "en", "fr"] {
                let body = in_language(&stage, session, path, language).await;
                assert_eq!(unsaid(&body), Vec::<&str>::new(), "{path} in {language}");
                spoken.push(body);
            }
            assert!(spoken[0] != spoken[1] && spoken[1] != spoken[2], "{path}");
        }
    }
}
