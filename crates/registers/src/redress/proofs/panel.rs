//! The panel: it takes an alert out of every search, two of it decide, and its State must do what they decided.

use axum::http::StatusCode;
use base::access::Purpose;

use super::{PANEL, Stage, location, main_of};
use crate::alerts::Category;

const CAPTURE: Category = Category::CaptureTrafficking;

/// G-25: a blocked alert is gone from every search path from the next question on, in every State, its own included.
#[tokio::test]
async fn a_blocked_alert_is_found_by_nobody() {
    let stage = Stage::new().await;
    let alert = stage.looked_for(CAPTURE).await;
    let officer = stage.specimen.signed_in("GTM", "alert_officer", Purpose::AlertIssuance);
    let face = async || stage.specimen.get(Some(&officer), &format!("/alerts/face?reference={alert}")).await.status;
    for state in ["HND", "GTM", "SLV"] {
        assert!(stage.found(state).await, "{state}");
    }
    assert_eq!(face().await, StatusCode::OK);
    let case = stage.referred("deletion").await;
    assert_eq!(location(&stage.block(&stage.panel[1], &case, &alert).await), format!("/redress/{case}?done=blocked"));
    for state in ["HND", "GTM", "SLV"] {
        assert!(!stage.found(state).await, "{state}");
    }
    assert_eq!(face().await, StatusCode::NOT_FOUND);
    assert_eq!(
        stage.specimen.get(Some(&officer), &format!("/alerts/{alert}/flag")).await.status,
        StatusCode::NOT_FOUND
    );
}

/// G-25: it comes back only if two members of the panel, of two States, decide that it may stay; nobody of the alert's State does.
#[tokio::test]
async fn a_blocked_alert_comes_back_by_two_of_the_panel_alone() {
    let stage = Stage::new().await;
    let alert = stage.looked_for(CAPTURE).await;
    let case = stage.referred("deletion").await;
    let [own, one, two, _] = &stage.panel;
    let refused = stage.block(own, &case, &alert).await;
    let absent = stage.block(own, &case, "RCM-A-2026-9999").await;
    assert_eq!((refused.status, absent.status), (StatusCode::UNPROCESSABLE_ENTITY, StatusCode::UNPROCESSABLE_ENTITY));
    assert_eq!(
        refused.body.replace(&alert, "A"),
        absent.body.replace("RCM-A-2026-9999", "A"),
        "their own State's alert is told as one that is not there"
    );
    location(&stage.block(one, &case, &alert).await);
    assert_eq!(stage.block(two, &case, &alert).await.status, StatusCode::CONFLICT, "one alert a case");
    assert_eq!(stage.propose(own, &case, "keep", "sound").await.status, StatusCode::NOT_FOUND, "the alert's State");
    location(&stage.propose(one, &case, "keep", "sound").await);
    assert_eq!(
        stage.propose(two, &case, "delete", "no_basis").await.status,
        StatusCode::CONFLICT,
        "one proposal waits"
    );
    assert_eq!(stage.decide(one, &case).await.status, StatusCode::CONFLICT, "whoever proposed it");
    let colleague = stage.specimen.signed_in(PANEL[1], "redress_panel", Purpose::Redress);
    let seen = stage.count("SELECT max(position) FROM redress_proposal").to_string();
    let path = format!("/redress/{case}/decide");
    let decided =
        async |by: &base::specimen::Session, seen: &str| stage.specimen.post(by, &path, &[("seen", seen)]).await.status;
    assert_eq!(decided(&colleague, &seen).await, StatusCode::CONFLICT, "of the same State");
    assert_eq!(decided(own, &seen).await, StatusCode::NOT_FOUND, "the alert's State");
    assert_eq!(decided(two, "0").await, StatusCode::CONFLICT, "another proposal than was seen");
    assert!(!stage.found("GTM").await, "nothing of this brought it back");
    assert_eq!(decided(two, &seen).await, StatusCode::SEE_OTHER);
    assert!(stage.found("GTM").await && stage.found("SLV").await);
}

/// G-25: a member of the panel whose State's alert it is sees the case, and nothing of an alert.
#[tokio::test]
async fn nobody_of_the_alerts_state_learns_that_it_is_named() {
    let stage = Stage::new().await;
    let alert = stage.looked_for(CAPTURE).await;
    let case = stage.referred("deletion").await;
    let path = format!("/redress/{case}");
    let before = stage.specimen.get(Some(&stage.panel[0]), &path).await.body;
    location(&stage.block(&stage.panel[1], &case, &alert).await);
    location(&stage.propose(&stage.panel[1], &case, "delete", "no_basis").await);
    assert_eq!(stage.specimen.get(Some(&stage.panel[0]), &path).await.body, before);
    let other = stage.specimen.get(Some(&stage.panel[2]), &path).await.body;
    assert!(other.contains(&alert) && other.contains("Honduras") && other.contains("Decide so"), "{other}");
    for word in ["Iris", "Zelaya", "1992", "Motivo", "Juzgado", "Detain"] {
        assert!(!other.contains(word), "the panel reads nothing of its person here, and not why: {word}");
    }
}

/// G-25: what the panel decides obliges the alert's State, and is an open duty until it is done; meanwhile it stays blocked.
#[tokio::test]
async fn a_decision_is_an_open_duty_until_it_is_done() {
    let stage = Stage::new().await;
    let alert = stage.looked_for(CAPTURE).await;
    let case = stage.referred("deletion").await;
    let officer = stage.specimen.signed_in("HND", "alert_officer", Purpose::AlertIssuance);
    let own = async |path: &str| stage.specimen.get(Some(&officer), path).await.body;
    let path = format!("/alerts/{alert}");
    location(&stage.block(&stage.panel[1], &case, &alert).await);
    assert!(own(&path).await.contains("An independent panel has blocked this alert"));
    assert!(own("/alerts/own").await.contains("Blocked by the panel"));
    stage.ruled(&case, "delete", "wrong_person").await;
    let page = own(&path).await;
    assert!(page.contains("it must be taken back") && page.contains("still to be done"), "{page}");
    for word in [&case, "Guatemala", "Panama", "Mexico", "Inventada"] {
        assert!(!main_of(&page).contains(word), "not by whom, nor for whom: {word}");
    }
    assert!(!stage.found("GTM").await);
    let seen = stage.specimen.get(Some(&stage.panel[2]), &format!("/redress/{case}")).await.body;
    assert!(seen.contains("Its State has not done it yet."), "{seen}");
    let done = stage.specimen.post(&officer, &format!("{path}/withdraw"), &[("ending", "mistaken")]).await;
    assert_eq!(location(&done), format!("{path}?done=withdrawn"));
    assert!(own(&path).await.contains("Nothing is left to be done."));
    let seen = stage.specimen.get(Some(&stage.panel[2]), &format!("/redress/{case}")).await.body;
    assert!(seen.contains("Nothing is left to be done."), "{seen}");
}

/// G-25: what is corrected and judged anew is done, and comes back when the panel decides so.
#[tokio::test]
async fn a_correction_is_done_once_it_is_judged_and_comes_back_by_the_panel() {
    let stage = Stage::new().await;
    let alert = stage.looked_for(CAPTURE).await;
    let case = stage.referred("correction").await;
    location(&stage.block(&stage.panel[1], &case, &alert).await);
    stage.ruled(&case, "correct", "wrong_data").await;
    let officer = || stage.specimen.signed_in("HND", "alert_officer", Purpose::AlertIssuance);
    let (author, judge) = (officer(), officer());
    let field = |body: &str, name: &str| {
        let start = format!("name=\"{name}\" value=\"");
        body.split(&start).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
    };
    let path = format!("/alerts/{alert}");
    let seen = field(&stage.specimen.get(Some(&author), &format!("{path}/correct")).await.body, "seen");
    let form = [
        ("seen", seen.as_str()),
        ("category", CAPTURE.code()),
        ("paternal", "Specimen"),
        ("maternal", "Zelaya"),
        ("given", "Iris Xiomara"),
        ("born", "1992-02-14"),
        ("sex", "F"),
        ("reason", "Motivo corregido (ficticio)."),
        ("action", "ask_owner"),
        ("offence", "trafficking"),
        ("authority", "Juzgado Primero de Utopía"),
        ("basis", "judicial"),
        ("decision", "EXP-SPECIMEN-17/2026"),
        ("decided_on", "2026-01-15"),
    ];
    location(&stage.specimen.post(&author, &format!("{path}/correct"), &form).await);
    let seen = field(&stage.specimen.get(Some(&author), &path).await.body, "seen");
    location(&stage.specimen.post(&author, &format!("{path}/propose"), &[("seen", &seen)]).await);
    let page = stage.specimen.get(Some(&author), &path).await.body;
    assert!(page.contains("still to be done"), "nobody has judged it: {page}");
    let seen = field(&stage.specimen.get(Some(&judge), &format!("{path}/activate")).await.body, "seen");
    let record = [
        ("seen", seen.as_str()),
        ("grave", "Grave en este caso (ficticio)."),
        ("gentler", "Nada más suave (ficticio)."),
    ];
    location(&stage.specimen.post(&judge, &format!("{path}/activate"), &record).await);
    let page = stage.specimen.get(Some(&author), &path).await.body;
    assert!(page.contains("Nothing is left to be done."), "{page}");
    assert!(!stage.found("GTM").await, "done, and not yet back");
    stage.ruled(&case, "keep", "sound").await;
    assert!(stage.found("GTM").await);
}

/// G-25: a State cannot go around the panel by writing the same alert anew.
#[tokio::test]
async fn a_blocked_alert_is_not_written_anew() {
    let stage = Stage::new().await;
    let alert = stage.looked_for(CAPTURE).await;
    let case = stage.referred("deletion").await;
    location(&stage.block(&stage.panel[1], &case, &alert).await);
    let officer = stage.specimen.signed_in("HND", "alert_officer", Purpose::AlertIssuance);
    let form = [("ending", "mistaken")];
    location(&stage.specimen.post(&officer, &format!("/alerts/{alert}/withdraw"), &form).await);
    let again = || stage.specimen.signed_in("HND", "alert_officer", Purpose::AlertIssuance).caller;
    let text = super::iris(Category::ImpedimentEntry);
    let ground = &stage.specimen.ground;
    let refused =
        crate::alerts::samples::put_in_force(ground, &again(), &again(), Category::ImpedimentEntry, text).await;
    assert!(refused.is_err(), "{refused:?}");
    assert!(!stage.found("GTM").await);
}

/// A protective alert that is blocked is shown to nobody, and goes on keeping whom it protects from being met as a suspect.
#[tokio::test]
async fn a_block_takes_no_protection_away() {
    let stage = Stage::new().await;
    stage.looked_for(CAPTURE).await;
    let protects = stage.looked_for_by("SLV", Category::VulnerableAtRisk).await;
    assert!(stage.found("GTM").await, "the protective one");
    let case = stage.referred("deletion").await;
    location(&stage.block(&stage.panel[1], &case, &protects).await);
    assert!(!stage.found("GTM").await, "neither of the two");
}

/// Two cases about one alert are two blocks: it comes back when both are decided.
#[tokio::test]
async fn an_alert_comes_back_when_every_case_about_it_is_decided() {
    let stage = Stage::new().await;
    let alert = stage.looked_for(CAPTURE).await;
    let (one, other) = (stage.referred("deletion").await, stage.referred("deletion").await);
    location(&stage.block(&stage.panel[1], &one, &alert).await);
    location(&stage.block(&stage.panel[2], &other, &alert).await);
    stage.ruled(&one, "keep", "sound").await;
    assert!(!stage.found("GTM").await, "the other is not decided");
    stage.ruled(&other, "keep", "sound").await;
    assert!(stage.found("GTM").await);
}

/// G-25: what is published names nobody: number, month, sort, outcome, ground. Small counts are not told.
#[tokio::test]
async fn what_is_published_names_nobody() {
    let stage = Stage::new().await;
    let alert = stage.looked_for(CAPTURE).await;
    let case = stage.referred("deletion").await;
    location(&stage.block(&stage.panel[1], &case, &alert).await);
    stage.ruled(&case, "delete", "wrong_person").await;
    let answer = [("outcome", "granted"), ("remedy", "Tribunal Ficticio de Utopía")];
    location(&stage.specimen.post(&stage.officer, &format!("/redress/{case}/answer"), &answer).await);
    let delegate = stage.specimen.signed_in("COL", "delegate", Purpose::Secretariat);
    let page = stage.specimen.get(Some(&delegate), "/redress/decisions").await;
    assert_eq!(page.status, StatusCode::OK, "observers read it too");
    for word in ["1/2026", "Somebody accused", "it must be taken back", "It takes somebody else for its person"] {
        assert!(page.body.contains(word), "{word}: {}", page.body);
    }
    let table = main_of(&page.body);
    for word in [
        &alert,
        &case,
        "Honduras",
        "HND",
        "Guatemala",
        "GTM",
        "Panama",
        "Mexico",
        "MEX",
        "Iris",
        "capture",
        "2026-03-02",
    ] {
        assert!(!table.contains(word), "{word}: {table}");
    }
    assert_eq!(table.matches("few or none").count(), 9, "one answered case is told by no cell: {table}");
    for _ in 0..9 {
        let case = stage.opened("deletion").await;
        location(&stage.specimen.post(&stage.officer, &format!("/redress/{case}/answer"), &answer).await);
    }
    let page = stage.specimen.get(Some(&delegate), "/redress/decisions").await.body;
    assert_eq!(page.matches("few or none").count(), 8, "ten are");
}
