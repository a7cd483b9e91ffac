//! What the room promises, shown through the real router by invented people of several States.
#![allow(clippy::unwrap_used)]

pub(super) mod bytes;
mod claims;
mod closed;
mod consultations;
mod flags;
mod gap;
mod glass;
mod handling;
mod life;
mod looks;
mod matches;
mod misused;
mod programs;
mod proposals;
mod random;
mod seals;
mod supplements;
mod switch;
mod traits;
mod waits;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use base::access::Purpose;
use base::ground::HousePlan;
use base::specimen::{Answer, Session, Specimen};
use jiff::SignedDuration;

use super::typed::{FIELDS, PersonAlertSent};
use super::{Category, samples};

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
    crate::gallery::hang(&format!("{}-{language}", path.replace(['/', '?', '&', '='], "_")), &answer.body);
    answer.body
}

/// Answers keys of this room that a page shows instead of their text.
fn unsaid(body: &str) -> Vec<&str> {
    let keys = body.split(">alerts-").skip(1).map(|rest| rest.split('<').next().unwrap());
    keys.filter(|key| key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')).collect()
}

/// The categories that alert officers work on, and those of child protection, in the order of the list.
const ALL: [&str; 9] = [
    "missing_child",
    "child_at_risk",
    "missing_vulnerable",
    "vulnerable_at_risk",
    "locate_witness",
    "capture_trafficking",
    "capture_exploitation",
    "impediment_entry",
    "impediment_exit",
];

/// A register that is switched on, with two officers of each kind of Honduras and one of each of Guatemala.
struct Open {
    stage: Stage,
    author: Session,
    judge: Session,
    child_author: Session,
    child_judge: Session,
    foreign: Session,
    child_foreign: Session,
}

impl Open {
    async fn new() -> Self {
        let stage = Stage::new();
        stage.adopt().await;
        for category in ALL {
            stage.opt_in(&stage.honduras, category).await;
            stage.opt_in(&stage.guatemala, category).await;
        }
        let officer = |state| stage.specimen.signed_in(state, "alert_officer", Purpose::AlertIssuance);
        let child = |state| stage.specimen.signed_in(state, "child_protection", Purpose::ChildProtection);
        let (author, judge, foreign) = (officer("HND"), officer("HND"), officer("GTM"));
        let (child_author, child_judge, child_foreign) = (child("HND"), child("HND"), child("GTM"));
        Open { stage, author, judge, child_author, child_judge, foreign, child_foreign }
    }

    /// Everybody signs in again: sessions end while days pass.
    fn again(&mut self) {
        let stage = &self.stage;
        let again = |session: &Session, purpose| {
            let name = session.caller.name.trim_start_matches("Specimen ");
            stage.specimen.sign_in(name, Some(purpose))
        };
        self.author = again(&self.author, Purpose::AlertIssuance);
        self.judge = again(&self.judge, Purpose::AlertIssuance);
        self.foreign = again(&self.foreign, Purpose::AlertIssuance);
        self.child_author = again(&self.child_author, Purpose::ChildProtection);
        self.child_judge = again(&self.child_judge, Purpose::ChildProtection);
        self.child_foreign = again(&self.child_foreign, Purpose::ChildProtection);
    }

    fn specimen(&self) -> &Specimen {
        &self.stage.specimen
    }

    /// Moves the clock by whole days, and everybody signs in again.
    fn days_pass(&mut self, days: i64) {
        self.specimen().clock.advance(SignedDuration::from_hours(24 * days));
        self.again();
    }

    fn writes(&self, category: Category) -> &Session {
        if category.of_child() { &self.child_author } else { &self.author }
    }

    fn judges(&self, category: Category) -> &Session {
        if category.of_child() { &self.child_judge } else { &self.judge }
    }

    /// Writes a sample down by the pages; answers its reference.
    async fn drafted(&self, category: Category) -> String {
        self.drafted_as(self.writes(category), &sent(category)).await
    }

    async fn drafted_as(&self, by: &Session, sent: &PersonAlertSent) -> String {
        let done = self.specimen().post(by, "/alerts/new", &pairs(sent)).await;
        let to = location(&done);
        to.strip_prefix("/alerts/").unwrap().strip_suffix("?done=drafted").unwrap().to_owned()
    }

    async fn proposed(&self, category: Category) -> String {
        let reference = self.drafted(category).await;
        self.propose(self.writes(category), &reference).await;
        reference
    }

    async fn propose(&self, by: &Session, reference: &str) {
        let seen = field(&self.specimen().get(Some(by), &format!("/alerts/{reference}")).await, "seen");
        let done = self.specimen().post(by, &format!("/alerts/{reference}/propose"), &[("seen", &seen)]).await;
        assert_eq!(location(&done), format!("/alerts/{reference}?done=proposed"));
    }

    async fn activated(&self, category: Category) -> String {
        let reference = self.proposed(category).await;
        let done = self.judge(self.judges(category), &reference, "activate").await;
        assert_eq!(location(&done), format!("/alerts/{reference}?done=activated"));
        reference
    }

    /// Looks at what is to be judged and sends the record.
    async fn judge(&self, by: &Session, reference: &str, end: &str) -> Answer {
        let path = format!("/alerts/{reference}/{end}");
        let page = self.specimen().get(Some(by), &path).await;
        if page.status != StatusCode::OK {
            return page;
        }
        self.specimen().post(by, &path, &strings(&record(&field(&page, "seen")))).await
    }

    /// Answers what another State's officer is told of a reference.
    async fn face(&self, by: &Session, reference: &str) -> StatusCode {
        self.specimen().get(Some(by), &format!("/alerts/face?reference={reference}")).await.status
    }
}

/// A record of proportion with the hash of what was seen.
fn record(seen: &str) -> [(&'static str, String); 3] {
    [
        ("seen", seen.to_owned()),
        ("grave", "La red sigue activa y la persona viaja pronto (ficticio).".to_owned()),
        ("gentler", "La citación no llegó a nadie (ficticio).".to_owned()),
    ]
}

/// A sample as a form or a machine sends it.
fn sent(category: Category) -> PersonAlertSent {
    PersonAlertSent::of(category, &samples::text(category))
}

/// Writes what a browser would send.
fn pairs(sent: &PersonAlertSent) -> Vec<(&'static str, &str)> {
    FIELDS.into_iter().zip(sent.values()).collect()
}

fn strings<'a>(fields: &'a [(&'static str, String)]) -> Vec<(&'static str, &'a str)> {
    fields.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

/// Answers the value of a hidden field.
fn field(page: &Answer, name: &str) -> String {
    let start = format!("name=\"{name}\" value=\"");
    let rest = page.body.split(&start).nth(1).unwrap_or_else(|| panic!("no {name}: {} {}", page.status, page.body));
    rest.split('"').next().unwrap().to_owned()
}
