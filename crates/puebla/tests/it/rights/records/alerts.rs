//! Alerts on people: how the register is switched, how each alert comes about, and what is sent about it.

use base::access::Purpose;
use base::specimen::Session;
use serde_json::json;

use super::super::asking::Sent;
use super::{Made, NOWHERE, Records, form, hidden};

/// The day of a decision, long before the specimen's own.
const DECIDED: [(&str, &str); 3] = [("decided_on-day", "30"), ("decided_on-month", "5"), ("decided_on-year", "2003")];

/// Somebody who is searched for, and in no alert.
const SOUGHT: [(&str, &str); 3] = [("paternal", "Quimistán"), ("given", "Nahomy"), ("born", "1988")];

/// Categories of the two desks that records are of.
const CATEGORIES: [&str; 2] = ["vulnerable_at_risk", "missing_child"];

/// What a second person says.
const RECORD: [(&str, &str); 2] =
    [("grave", "Grave en este caso. (ficticio)"), ("gentler", "Nada más suave. (ficticio)")];

/// Why a State does not act on another's alert, and what its officers see instead.
const FLAG: [(&str, &str); 2] = [("reason", "law"), ("instead", "nothing")];

/// Why the glass is broken, and what oversight found.
const GLASS: [(&str, &str); 2] = [("reason", "life"), ("said", "Peligro inventado. (ficticio)")];
const FINDING: [(&str, &str); 2] = [("finding", "justified"), ("note", "Hallazgo inventado. (ficticio)")];

/// What one State says to another.
const SAID: (&str, &str) = ("said", "Palabra inventada. (ficticio)");

/// What one State proposes about another's alert.
const PROPOSAL: [(&str, &str); 2] = [("kind", "correct"), SAID];

/// Two alerts that do not go together: the own State's, which stands first, and the other's.
const APART: [&str; 2] = ["impediment_exit", "impediment_entry"];
/// The document of a holder whose identity is misused.
const DOCUMENT: [(&str, &str); 3] = [("issuing_state", "UTO"), ("kind", "passport"), ("number", "L898902C3")];

/// The holder's written consent.
const CONSENT: [(&str, &str); 3] =
    [("consented_on", "2026-03-01"), ("kept_at", "Expediente 7 (ficticio)"), ("taken_by", "Defensoría (ficticia)")];

/// What an alert's State permits another.
const PERMISSION: [(&str, &str); 3] =
    [("code", "H2"), ("what", "Para su fiscalía. (ficticio)"), ("until", "2030-01-01")];

/// To whom, and for what, an officer hands on what was opened.
const HAND_ON: [(&str, &str); 2] = [("to", "Fiscalía (ficticia)"), ("for", "measure")];

/// A decision that ends within four months of the specimen's day.
const ENDS_SOON: [(&str, &str); 4] = [
    ("basis", "national"),
    ("decision", "EXP-SPECIMEN-1"),
    ("decided_on", "2026-01-15"),
    ("holds_until", "2026-05-01"),
];

/// Sends fields as JSON.
fn as_json(fields: &[(&str, &str)]) -> Sent {
    let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), json!(value)));
    Sent::Json(fields.collect::<serde_json::Map<String, serde_json::Value>>().into())
}

impl Made {
    /// What an alert's State permits another of the same process.
    fn permission(&self) -> Vec<(&str, &str)> {
        [&PERMISSION[..], &[("to", self.value("party"))]].concat()
    }

    /// What is sent about alerts on people; none where nothing need be sent.
    pub(super) fn alerts(&self, path: &str) -> Option<Sent> {
        let seen = ("seen", self.value("seen"));
        Some(match path {
            "/alerts/adopt" | "/alerts/repeal" => form(&[&[("symbol", "RCM/VIII/2003/DEC/15")][..], &DECIDED].concat()),
            "/alerts/categories/{code}" => form(&[("act", "in"), ("basis", "Ley ficticia 9")]),
            "/alerts/new" => form(&self.looked_for(0)),
            "/alerts/{reference}/correct" => form(&[&self.looked_for(0)[..], &[seen]].concat()),
            "/alerts/{reference}/propose" => form(&[seen]),
            "/alerts/{reference}/activate" | "/alerts/{reference}/extend" => form(&[&RECORD[..], &[seen]].concat()),
            "/alerts/{reference}/return" => form(&[("question", "¿Es la misma causa? (ficticio)")]),
            "/alerts/{reference}/withdraw" => form(&[("ending", "mistaken")]),
            "/alerts/consultations/say" => form(&[seen, SAID]),
            "/alerts/consultations/agree" => form(&[seen]),
            "/api/v1/alerts/consultations/say" => Sent::Json(json!({ "consultation": self.place(), "said": SAID.1 })),
            "/api/v1/alerts/consultations/agree" => Sent::Json(json!({ "consultation": self.place() })),
            "/alerts/{reference}/proposal" => form(&PROPOSAL),
            "/alerts/{reference}/proposal/answer" => form(&[seen, ("answer", "checked")]),
            "/api/v1/alerts/{reference}/proposal" => as_json(&PROPOSAL),
            "/api/v1/alerts/{reference}/proposal/answer" => {
                Sent::Json(json!({ "proposal": self.place(), "answer": "checked" }))
            }
            "/alerts/{reference}/glass" => form(&[&GLASS[..], &[("sure", "yes")]].concat()),
            "/api/v1/alerts/{reference}/glass" => {
                Sent::Json(json!({ "reason": GLASS[0].1, "said": GLASS[1].1, "sure": true }))
            }
            "/alerts/breakings/answer" => form(&[&FINDING[..], &[("breaking", self.value("seen"))]].concat()),
            "/api/v1/alerts/breakings/answer" => {
                Sent::Json(json!({ "breaking": self.place(), "finding": FINDING[0].1, "note": FINDING[1].1 }))
            }
            "/alerts/{reference}/flag" => form(&FLAG),
            "/alerts/{reference}/flag/set" => form(&[seen]),
            "/api/v1/alerts/{reference}/flag" => Sent::Json(json!({ "reason": "law", "instead": "nothing" })),
            "/alerts/{reference}/claim" => form(&[("against", "UTO")]),
            "/alerts/{reference}/claim/refer" => form(&[seen, ("to", "unhcr")]),
            "/alerts/{reference}/claim/lift" | "/alerts/{reference}/claim/lift/decide" => {
                form(&[seen, ("ending", "withdrawn")])
            }
            "/alerts/{reference}/supplements" => form(&[("kind", "action")]),
            "/alerts/{reference}/supplements/answer" => form(&[seen, ("reply", "acknowledged")]),
            "/api/v1/alerts/{reference}/supplements" => Sent::Json(json!({ "kind": "action" })),
            "/api/v1/alerts/{reference}/supplements/answer" => {
                let asked_at: u64 = self.value("seen").parse().unwrap_or_default();
                Sent::Json(json!({ "asked_at": asked_at, "reply": "acknowledged" }))
            }
            "/alerts/{reference}/misused" => form(&[&DOCUMENT[..], &[("theirs", "yes")], &CONSENT].concat()),
            "/api/v1/alerts/{reference}/misused" => Sent::Json(json!({
                "issuing_state": "UTO", "kind": "passport", "number": "L898902C3", "theirs": true,
                "consented_on": "2026-03-01", "kept_at": "Expediente 7 (ficticio)", "taken_by": "Defensoría (ficticia)"
            })),
            "/alerts/{reference}/misused/confirm" => form(&[&DOCUMENT[..], &[seen]].concat()),
            "/alerts/{reference}/misused/end" => form(&[seen]),
            "/api/v1/alerts/{reference}/misused/end" => {
                // A draft beside which nobody's data are kept has a hash to be seen, and no position.
                Sent::Json(json!({ "seen": self.value("seen").parse::<u64>().unwrap_or_default() }))
            }
            "/alerts/{reference}/permit" => form(&self.permission()),
            "/api/v1/alerts/{reference}/permit" => as_json(&self.permission()),
            "/alerts/{reference}/permit/end" => form(&[PERMISSION[0], ("to", self.value("party"))]),
            "/api/v1/alerts/{reference}/permit/end" => as_json(&[PERMISSION[0], ("to", self.value("party"))]),
            "/api/v1/alerts" => as_json(&self.looked_for(0)),
            "/api/v1/alerts/{reference}/withdraw" => Sent::Json(json!({ "ending": "mistaken" })),
            _ => return self.at_a_border(path),
        })
    }

    /// What an officer who checks or searches sends; none where nothing need be sent.
    fn at_a_border(&self, path: &str) -> Option<Sent> {
        Some(match path {
            "/alerts/matches/hand-on" => form(&[&HAND_ON[..], &[("match", self.value("match"))]].concat()),
            "/api/v1/person-matches/hand-on" => as_json(&[&HAND_ON[..], &[("match", self.value("match"))]].concat()),
            "/alerts/matches/agree" => form(&self.agreement()),
            "/alerts/matches/outcome" => form(&[("match", self.value("match")), ("outcome", "not_the_person")]),
            "/alerts/matches/ask" | "/alerts/matches/claim" | "/alerts/matches/open" => {
                form(&[("match", self.value("match"))])
            }
            "/person-searches" => form(&SOUGHT),
            "/api/v1/person-searches" => as_json(&SOUGHT),
            "/api/v1/person-matches/agree" => as_json(&[("match", self.value("match")), ("ground", "photograph")]),
            "/api/v1/person-matches/outcome" => {
                as_json(&[("match", self.value("match")), ("outcome", "not_the_person")])
            }
            "/api/v1/person-matches/ask" | "/api/v1/person-matches/claim" | "/api/v1/person-matches/open" => {
                as_json(&[("match", self.value("match"))])
            }
            _ => return None,
        })
    }

    /// The number by which a consultation or a proposal is named.
    fn place(&self) -> u64 {
        self.value("seen").parse().unwrap_or_default()
    }

    /// What a second person says agrees.
    fn agreement(&self) -> [(&str, &str); 2] {
        [("match", self.value("match")), (self.value("ground"), "photograph")]
    }

    /// The form of an alert, of a person of its own each time.
    fn looked_for(&self, desk: usize) -> [(&str, &str); 8] {
        [
            ("category", CATEGORIES[desk]),
            ("given", "Specimen"),
            ("paternal", self.value("user_name")),
            ("born", if desk == 0 { "1979" } else { "2014" }),
            ("sex", "unknown"),
            ("reason", "Motivo inventado. (ficticio)"),
            ("action", "protect"),
            ("authority", "Autoridad ficticia"),
        ]
    }
}

impl Records<'_> {
    /// Makes what a row about alerts on people asks about; nothing where it asks about something else.
    pub(super) async fn alerted(&self, record: &str, made: Made) -> Option<Made> {
        let on = !matches!(record, "register off" | "category of a register off");
        self.switch(on).await;
        let made = made.with("code", CATEGORIES[0]);
        Some(match record {
            "register off" | "register on" | "category of a register off" => made,
            "category" => {
                self.take_part(false).await;
                made
            }
            "category absent" => made.with("code", "no_such_category"),
            "register open" => {
                self.take_part(true).await;
                made
            }
            "person's alert absent" => made.with("reference", "RCM-A-2026-9999"),
            "adult's draft" => self.looked_for(made, 0).await,
            "child's draft" => self.looked_for(made, 1).await,
            "adult's proposal" => self.proposed(made, 0).await,
            "child's proposal" => self.proposed(made, 1).await,
            "adult's alert in force" => self.found_in_force(made, 0).await,
            "child's alert in force" => self.found_in_force(made, 1).await,
            "consultation" => self.consulted(made).await,
            "consultation absent" => made.with("seen", "999999"),
            "proposal to answer" => self.proposed_to_owner(made).await,
            "flag asked for" => self.flag_asked(made).await,
            "glass broken" => self.glass_broken(made).await,
            "breaking absent" => made.with("seen", "999999"),
            "claim heard" => self.claim_heard(made).await,
            "claim to lift" => self.claim_to_lift(made).await,
            "alert met" => self.met_abroad(made).await,
            "question asked" => self.question_asked(made).await,
            "holder entered" => self.holder_entered(made).await,
            "restricted alert" => {
                let made = self.written(made, 0, &[("handling", "H2")]).await;
                self.in_force(made, 0).await
            }
            "permitted alert" => {
                let made = self.written(made, 0, &[("handling", "H2")]).await;
                let made = self.in_force(made, 0).await;
                let path = format!("/alerts/{}/permit", made.value("reference"));
                self.done(&self.officer(0), &path, &made.permission()).await;
                made
            }
            "opened match" => self.opened_match(made).await,
            "match absent" => made.with("match", NOWHERE),
            "match" => self.possible_match(made).await,
            "asked match" => self.second_asked(made).await,
            "seconded match" => self.second_said(made).await,
            "adult's alert soon due" => self.soon_due(made, 0).await,
            "child's alert soon due" => self.soon_due(made, 1).await,
            _ => return None,
        })
    }

    /// Switches the register on or off, where it is not so already.
    pub(super) async fn switch(&self, on: bool) {
        let coordinator = self.specimen.signed_in(self.cast.secretariat, "coordinator", Purpose::Secretariat);
        let page = self.page(&coordinator, "/alerts").await;
        if page.body.contains("href=\"/alerts/repeal\"") != on {
            let path = if on { "/alerts/adopt" } else { "/alerts/repeal" };
            self.done(&coordinator, path, &[&[("symbol", "RCM/VIII/2003/DEC/15")][..], &DECIDED].concat()).await;
        }
    }

    /// Lets both States take part in what records are of, or neither.
    async fn take_part(&self, wanted: bool) {
        for state in [self.cast.own, self.cast.other] {
            let administrator = self.specimen.signed_in(state, "state_administrator", Purpose::Administration);
            for category in CATEGORIES {
                let path = format!("/alerts/categories/{category}");
                let page = self.page(&administrator, &path).await;
                let takes_part = page.body.contains("name=\"act\" value=\"out\"");
                if takes_part != wanted {
                    let act = if wanted { "in" } else { "out" };
                    self.done(&administrator, &path, &[("act", act), ("basis", "Ley ficticia 9")]).await;
                }
            }
        }
    }

    /// Somebody of the own State, in no column, who works on adults' or on children's alerts.
    fn officer(&self, desk: usize) -> Session {
        let (role, purpose) =
            [("alert_officer", Purpose::AlertIssuance), ("child_protection", Purpose::ChildProtection)][desk];
        self.specimen.signed_in(self.cast.own, role, purpose)
    }

    /// Writes an alert down for the own State.
    async fn looked_for(&self, made: Made, desk: usize) -> Made {
        self.written(made, desk, &[]).await
    }

    async fn written(&self, made: Made, desk: usize, more: &[(&str, &str)]) -> Made {
        self.take_part(true).await;
        let officer = self.officer(desk);
        let to = self.done(&officer, "/alerts/new", &[&made.looked_for(desk)[..], more].concat()).await;
        let reference = to.trim_start_matches("/alerts/").split('?').next().unwrap_or("").to_owned();
        let page = self.page(&officer, &format!("/alerts/{reference}")).await;
        made.with("reference", reference).with("seen", hidden(&page, "seen"))
    }

    /// The same, put before a second person.
    async fn proposed(&self, made: Made, desk: usize) -> Made {
        let made = self.looked_for(made, desk).await;
        self.put_forward(made, desk).await
    }

    async fn put_forward(&self, made: Made, desk: usize) -> Made {
        let path = format!("/alerts/{}/propose", made.value("reference"));
        self.done(&self.officer(desk), &path, &[("seen", made.value("seen"))]).await;
        made
    }

    /// One in force on a decision that ends so soon that it may be extended.
    async fn soon_due(&self, made: Made, desk: usize) -> Made {
        let made = self.written(made, desk, &ENDS_SOON).await;
        self.in_force(made, desk).await
    }

    async fn in_force(&self, made: Made, desk: usize) -> Made {
        let made = self.put_forward(made, desk).await;
        let path = format!("/alerts/{}/activate", made.value("reference"));
        self.done(&self.officer(desk), &path, &[&RECORD[..], &[("seen", made.value("seen"))]].concat()).await;
        made
    }

    pub(super) async fn found_in_force(&self, made: Made, desk: usize) -> Made {
        let made = self.looked_for(made, desk).await;
        self.in_force(made, desk).await
    }

    /// An alert of the own State, and one of the other State's on the same person that is held beside it.
    async fn consulted(&self, made: Made) -> Made {
        for state in [self.cast.own, self.cast.other] {
            let administrator = self.specimen.signed_in(state, "state_administrator", Purpose::Administration);
            for category in APART {
                let path = format!("/alerts/categories/{category}");
                if !self.page(&administrator, &path).await.body.contains("name=\"act\" value=\"out\"") {
                    self.done(&administrator, &path, &[("act", "in"), ("basis", "Ley ficticia 9")]).await;
                }
            }
        }
        for (state, category) in [(self.cast.own, APART[0]), (self.cast.other, APART[1])] {
            let [author, judge] =
                [(); 2].map(|()| self.specimen.signed_in(state, "alert_officer", Purpose::AlertIssuance));
            let written = [
                ("category", category),
                ("given", "Specimen"),
                ("paternal", made.value("user_name")),
                ("born", "1979-11-23"),
                ("sex", "unknown"),
                ("reason", "Motivo inventado. (ficticio)"),
                ("action", "ask_owner"),
                ("offence", "trafficking"),
                ("authority", "Autoridad ficticia"),
                ("basis", "national"),
                ("decision", "EXP-SPECIMEN-1"),
                ("decided_on", "2026-01-15"),
            ];
            let to = self.done(&author, "/alerts/new", &written).await;
            let path = to.split('?').next().unwrap_or("").to_owned();
            let seen = hidden(&self.page(&author, &path).await, "seen");
            self.done(&author, &format!("{path}/propose"), &[("seen", &seen)]).await;
            self.done(&judge, &format!("{path}/activate"), &[&RECORD[..], &[("seen", &seen)]].concat()).await;
        }
        let officer = self.officer(0);
        let seen = hidden(&self.page(&officer, "/alerts/consultations").await, "seen");
        made.with("seen", seen)
    }

    /// A proposal of the other State's about an alert of the own State.
    async fn proposed_to_owner(&self, made: Made) -> Made {
        let made = self.found_in_force(made, 0).await;
        let officer = self.specimen.signed_in(self.cast.other, "alert_officer", Purpose::AlertIssuance);
        self.done(&officer, &format!("/alerts/{}/proposal", made.value("reference")), &PROPOSAL).await;
        let seen = hidden(&self.page(&self.officer(0), "/alerts/proposals").await, "seen");
        made.with("seen", seen)
    }

    /// A flag of the other State's, asked for by somebody in no column, on an alert of the own State.
    async fn flag_asked(&self, made: Made) -> Made {
        let made = self.found_in_force(made, 0).await;
        let officer = self.specimen.signed_in(self.cast.other, "alert_officer", Purpose::AlertIssuance);
        let path = format!("/alerts/{}/flag", made.value("reference"));
        self.done(&officer, &path, &FLAG).await;
        // Whoever asked has no button to decide it; of those that wait for a colleague the last stands first.
        let colleague = self.specimen.signed_in(self.cast.other, "alert_officer", Purpose::AlertIssuance);
        let seen = hidden(&self.page(&colleague, "/alerts/flags").await, "seen");
        made.with("seen", seen)
    }

    /// An alert of the own State of which somebody of the other State, in no column, broke the glass.
    async fn glass_broken(&self, made: Made) -> Made {
        let made = self.found_in_force(made, 0).await;
        let officer = self.specimen.signed_in(self.cast.other, "alert_officer", Purpose::AlertIssuance);
        let path = format!("/alerts/{}/glass", made.value("reference"));
        self.done(&officer, &path, &[&GLASS[..], &[("sure", "yes")]].concat()).await;
        let oversight = self.specimen.signed_in(self.cast.own, "oversight", Purpose::Oversight);
        // Of those without an answer the last stands first.
        let seen = hidden(&self.page(&oversight, "/alerts/breakings").await, "breaking");
        made.with("seen", seen)
    }

    /// A claim for protection that the own State has heard, of its own alert.
    async fn claim_heard(&self, made: Made) -> Made {
        let made = self.found_in_force(made, 0).await;
        let path = format!("/alerts/{}/claim", made.value("reference"));
        self.done(&self.officer(0), &path, &[("against", "UTO")]).await;
        // Those whose referral is owed stand first, the last of them before the others.
        let seen = hidden(&self.page(&self.officer(0), "/alerts/claims").await, "seen");
        made.with("seen", seen)
    }

    /// The same, of which somebody in no column asks that it shield no longer.
    async fn claim_to_lift(&self, made: Made) -> Made {
        let made = self.claim_heard(made).await;
        let path = format!("/alerts/{}/claim/lift", made.value("reference"));
        self.done(&self.officer(0), &path, &[("seen", made.value("seen")), ("ending", "withdrawn")]).await;
        made
    }

    /// An alert of the own State with which two officers of the other State have confirmed a match.
    async fn met_abroad(&self, made: Made) -> Made {
        let name: String = made.value("digits").bytes().map(|digit| char::from(b'a' + (digit - b'0'))).collect();
        let made = made.with("user_name", format!("Zx{name}"));
        let made = self.found_in_force(made, 0).await;
        let officer = || self.specimen.signed_in(self.cast.other, "border_officer", Purpose::BorderControl);
        let (one, second) = (officer(), officer());
        let traveller =
            [("number", "L898902C3"), ("issuing_state", "UTO"), ("given", "Specimen"), ("born", "1979-11-23")];
        let fields = [&traveller[..], &[("paternal", made.value("user_name"))]].concat();
        let handle = hidden(&self.specimen.post(&one, "/check", &fields).await, "match");
        let named = ("match", handle.as_str());
        self.done(&one, "/alerts/matches/ask", &[named]).await;
        self.done(&second, "/alerts/matches/agree", &[named, (&format!("ground-{handle}"), "photograph")]).await;
        self.specimen.post(&one, "/alerts/matches/open", &[named]).await;
        self.specimen.post(&one, "/alerts/matches/outcome", &[named, ("outcome", "confirmed")]).await;
        made
    }

    /// The same, about which the other State has asked something.
    async fn question_asked(&self, made: Made) -> Made {
        let made = self.met_abroad(made).await;
        let asker = self.specimen.signed_in(self.cast.other, "alert_officer", Purpose::AlertIssuance);
        let path = format!("/alerts/{}/supplements", made.value("reference"));
        self.done(&asker, &path, &[("kind", "action")]).await;
        let seen = hidden(&self.page(&self.officer(0), &path).await, "seen");
        made.with("seen", seen)
    }

    /// A holder of a misused identity, entered by somebody in no column.
    async fn holder_entered(&self, made: Made) -> Made {
        let made = self.looked_for(made, 0).await;
        let path = format!("/alerts/{}/misused", made.value("reference"));
        let form = [&DOCUMENT[..], &[("theirs", "yes")], &CONSENT].concat();
        self.done(&self.officer(0), &path, &form).await;
        let seen = hidden(&self.page(&self.officer(0), &path).await, "seen");
        made.with("seen", seen)
    }

    /// A possible match of the examiner's with an alert of their own State: a name of its own, as rare as a name can be.
    async fn possible_match(&self, made: Made) -> Made {
        let name: String = made.value("digits").bytes().map(|digit| char::from(b'a' + (digit - b'0'))).collect();
        let made = made.with("user_name", format!("Zx{name}"));
        let made = self.looked_for(made, 0).await;
        let made = self.in_force(made, 0).await;
        let traveller =
            [("number", "L898902C3"), ("issuing_state", "UTO"), ("given", "Specimen"), ("born", "1979-11-23")];
        let fields = [&traveller[..], &[("paternal", made.value("user_name"))]].concat();
        let page = self.specimen.post(self.author, "/check", &fields).await;
        let handle = hidden(&page, "match");
        made.with("ground", format!("ground-{handle}")).with("match", handle)
    }

    /// The same, for which a second person is asked.
    async fn second_asked(&self, made: Made) -> Made {
        let made = self.possible_match(made).await;
        self.done(self.author, "/alerts/matches/ask", &[("match", made.value("match"))]).await;
        made
    }

    /// The same, of which a second person said what agrees.
    async fn second_said(&self, made: Made) -> Made {
        let made = self.second_asked(made).await;
        let second = self.specimen.signed_in(self.cast.own, "border_officer", Purpose::BorderControl);
        self.done(&second, "/alerts/matches/agree", &made.agreement()).await;
        made
    }

    /// The same, which its officer has opened.
    async fn opened_match(&self, made: Made) -> Made {
        let made = self.second_said(made).await;
        let opened = self.specimen.post(self.author, "/alerts/matches/open", &[("match", made.value("match"))]).await;
        assert_eq!(opened.status, 200, "{}", opened.body);
        made
    }
}
