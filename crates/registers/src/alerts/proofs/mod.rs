//! What the room promises, shown through the real router by invented people of several States.
#![allow(clippy::unwrap_used)]

mod switch;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use base::access::Purpose;
use base::ground::HousePlan;
use base::specimen::{Answer, Session, Specimen};

/// The house with all its rooms.
static PLANS: &[HousePlan] = &[crate::PLAN];

/// The symbol of the decision in these proofs.
const SYMBOL: &str = "RCM/VIII/2003/DEC/15";

/// A specimen with a coordinator and an administrator of Honduras and of Guatemala.
struct Stage {
    specimen: Specimen,
    coordinator: Session,
    honduras: Session,
    guatemala: Session,
}

impl Stage {
    /// A register that nobody has switched on.
    fn new() -> Self {
        let specimen = Specimen::new(PLANS);
        let coordinator = specimen.signed_in("XSV", "coordinator", Purpose::Secretariat);
        let administrator = |state| specimen.signed_in(state, "state_administrator", Purpose::Administration);
        let (honduras, guatemala) = (administrator("HND"), administrator("GTM"));
        Stage { specimen, coordinator, honduras, guatemala }
    }

    async fn adopt(&self) {
        let done = self.specimen.post(&self.coordinator, "/alerts/adopt", &decision(SYMBOL)).await;
        assert_eq!(location(&done), "/alerts?done=adopted");
    }

    async fn opt_in(&self, administrator: &Session, category: &str) {
        let form = [("act", "in"), ("basis", "Ley ficticia 9-2026, artículo 4")];
        let done = self.specimen.post(administrator, &format!("/alerts/categories/{category}"), &form).await;
        assert_eq!(location(&done), "/alerts?done=opted-in");
    }

    async fn opt_out(&self, administrator: &Session, category: &str) {
        let form = [("act", "out")];
        let done = self.specimen.post(administrator, &format!("/alerts/categories/{category}"), &form).await;
        assert_eq!(location(&done), "/alerts?done=opted-out");
    }
}

/// Fills the form for a decision in.
fn decision(symbol: &str) -> [(&str, &str); 4] {
    [("symbol", symbol), ("decided_on-day", "30"), ("decided_on-month", "5"), ("decided_on-year", "2003")]
}

/// Answers where an answer leads.
fn location(answer: &Answer) -> String {
    let to = answer.headers.get("location").unwrap_or_else(|| panic!("{} {}", answer.status, answer.body));
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    to.to_str().unwrap().to_owned()
}

async fn in_language(stage: &Stage, session: &Session, path: &str, language: &str) -> String {
    let request = Request::get(path)
        .header("cookie", format!("{}={}; language={language}", base::identity::cookie_name(false), session.secret))
        .body(Body::empty());
    let answer = stage.specimen.send(request.unwrap()).await;
    assert_eq!(answer.status, StatusCode::OK, "{path} in {language}: {}", answer.body);
    answer.body
}

/// Answers keys of this room that a page shows instead of their text.
fn unsaid(body: &str) -> Vec<&str> {
    let keys = body.split(">alerts-").skip(1).map(|rest| rest.split('<').next().unwrap());
    keys.filter(|key| key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')).collect()
}
