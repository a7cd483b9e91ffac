//! What the room promises, shown through the real router by invented people of several States (G-25).
#![allow(clippy::unwrap_used)]

mod cases;
mod panel;
mod random;

use axum::http::StatusCode;
use base::access::Purpose;
use base::ground::HousePlan;
use base::specimen::{Answer, Session, Specimen};
use jiff::SignedDuration;

use crate::alerts::samples;
use crate::alerts::{AlertText, Category};

/// The house with all its rooms.
static PLANS: &[HousePlan] = &[crate::PLAN];

/// What an officer types of somebody who could be the sample's holder.
const TRAVELLER: [(&str, &str); 7] = [
    ("number", "L898902C3"),
    ("issuing_state", "UTO"),
    ("kind", "passport"),
    ("paternal", "Specimen"),
    ("maternal", "Zelaya"),
    ("given", "Iris Xiomara"),
    ("born", "1992-02-14"),
];

/// A register that is on in three States, an officer of redress in each of two, and members of the panel of four.
struct Stage {
    specimen: Specimen,
    officer: Session,
    other: Session,
    panel: [Session; 4],
}

/// Where members of the panel sit: of the alert's State first.
const PANEL: [&str; 4] = ["HND", "GTM", "PAN", "CRI"];

impl Stage {
    async fn new() -> Self {
        let specimen = Specimen::new(PLANS);
        let coordinator = specimen.signed_in("XSV", "coordinator", Purpose::Secretariat);
        let administrators: Vec<_> = ["HND", "GTM", "SLV"]
            .into_iter()
            .map(|state| specimen.signed_in(state, "state_administrator", Purpose::Administration).caller)
            .collect();
        samples::switch_on(&specimen.ground, &coordinator.caller, &administrators).await.unwrap();
        let redress = |state, role| specimen.signed_in(state, role, Purpose::Redress);
        let (officer, other) = (redress("MEX", "redress_officer"), redress("GTM", "redress_officer"));
        let panel = PANEL.map(|state| redress(state, "redress_panel"));
        Stage { specimen, officer, other, panel }
    }

    /// Brings an alert of Honduras on the sample's holder in force; answers its reference.
    async fn looked_for(&self, category: Category) -> String {
        self.looked_for_by("HND", category).await
    }

    async fn looked_for_by(&self, state: &str, category: Category) -> String {
        let role = if category.of_child() { "child_protection" } else { "alert_officer" };
        let purpose = if category.of_child() { Purpose::ChildProtection } else { Purpose::AlertIssuance };
        let officer = || self.specimen.signed_in(state, role, purpose).caller;
        let text = iris(category);
        samples::put_in_force(&self.specimen.ground, &officer(), &officer(), category, text).await.unwrap()
    }

    /// Opens a case by the pages at the officer's State; answers its reference.
    async fn opened(&self, kind: &str) -> String {
        let done = self.specimen.post(&self.officer, "/redress/new", &asked(kind)).await;
        let to = location(&done);
        to.strip_prefix("/redress/").unwrap().strip_suffix("/receipt").unwrap().to_owned()
    }

    /// Opens a case and puts it before the panel.
    async fn referred(&self, kind: &str) -> String {
        let reference = self.opened(kind).await;
        let done = self.specimen.post(&self.officer, &format!("/redress/{reference}/refer"), &[]).await;
        assert_eq!(location(&done), format!("/redress/{reference}?done=referred"));
        reference
    }

    async fn block(&self, by: &Session, case: &str, alert: &str) -> Answer {
        self.specimen.post(by, &format!("/redress/{case}/block"), &[("alert", alert)]).await
    }

    async fn propose(&self, by: &Session, case: &str, ruling: &str, ground: &str) -> Answer {
        let form = [("ruling", ruling), ("ground", ground)];
        self.specimen.post(by, &format!("/redress/{case}/propose"), &form).await
    }

    async fn decide(&self, by: &Session, case: &str) -> Answer {
        let page = self.specimen.get(Some(by), &format!("/redress/{case}")).await;
        let seen = page.body.split("name=\"seen\" value=\"").nth(1).map_or("0", |rest| rest.split('"').next().unwrap());
        self.specimen.post(by, &format!("/redress/{case}/decide"), &[("seen", seen)]).await
    }

    /// Two members of the panel, of Guatemala and Panama, decide.
    async fn ruled(&self, case: &str, ruling: &str, ground: &str) {
        let [_, one, two, _] = &self.panel;
        assert_eq!(location(&self.propose(one, case, ruling, ground).await), format!("/redress/{case}?done=proposed"));
        assert_eq!(location(&self.decide(two, case).await), format!("/redress/{case}?done=decided"));
    }

    /// Answers whether an officer at a State's border finds anybody who could be the sample's holder.
    async fn found(&self, state: &str) -> bool {
        let officer = self.specimen.signed_in(state, "border_officer", Purpose::BorderControl);
        let page = self.specimen.post(&officer, "/check", &TRAVELLER).await;
        assert!(page.body.contains("id=\"person\""), "they were compared: {}", page.body);
        page.body.contains("Possible match 1")
    }

    /// Moves the clock by whole days, and whoever is signed in signs in again.
    fn days_pass(&mut self, days: i64) {
        self.specimen.clock.advance(SignedDuration::from_hours(24 * days));
        let again = |session: &Session| {
            self.specimen.sign_in(session.caller.name.trim_start_matches("Specimen "), Some(Purpose::Redress))
        };
        let (officer, other) = (again(&self.officer), again(&self.other));
        let panel = [0, 1, 2, 3].map(|at| again(&self.panel[at]));
        (self.officer, self.other, self.panel) = (officer, other, panel);
    }

    fn count(&self, sql: &'static str) -> u64 {
        let count = |now: &rusqlite::Connection| Ok(now.query_row(sql, [], |row| row.get(0))?);
        self.specimen.ground.database("registers").unwrap().read(count).unwrap()
    }
}

/// The sample's holder, as a State looks for them.
fn iris(category: Category) -> AlertText {
    let mut text = samples::text(category);
    text.subject.given = "Iris Xiomara".to_owned();
    text.subject.paternal = "Specimen".to_owned();
    text.subject.maternal = "Zelaya".to_owned();
    text.subject.born = "1992-02-14".parse().unwrap();
    text
}

/// Fills the form of a case in.
fn asked(kind: &str) -> [(&str, &str); 5] {
    [
        ("kind", kind),
        ("asker", "themselves"),
        ("language", "fr"),
        ("asked", "¿Qué se guarda sobre mí? (ficticio)"),
        ("contact", "Ana Inventada, Calle Ficticia 1"),
    ]
}

/// Answers where an answer leads.
fn location(answer: &Answer) -> String {
    let to = answer.headers.get("location").unwrap_or_else(|| panic!("{} {}", answer.status, answer.body));
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    to.to_str().unwrap().to_owned()
}

/// Answers what stands between the head and the foot of a page.
fn main_of(page: &str) -> &str {
    page.split("<main").nth(1).and_then(|rest| rest.split("</main>").next()).unwrap()
}

/// Answers keys of this room that a page shows instead of their text.
fn unsaid(body: &str) -> Vec<&str> {
    let keys = body.split(">redress-").skip(1).map(|rest| rest.split('<').next().unwrap());
    keys.filter(|key| key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')).collect()
}
