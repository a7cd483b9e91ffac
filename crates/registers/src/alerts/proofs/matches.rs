//! Possible matches: who is found and when, and what is never said of an alert.

use axum::http::StatusCode;
use base::access::{ACCESS, Purpose};
use base::specimen::{Answer, Session};
use base::store::Database;
use matching::Person;
use serde_json::{Value, json};

use super::{Open, in_language, location, sent, unsaid};
use crate::alerts::matches::gallery::Gallery;
use crate::alerts::matches::{Holder, Traveller, TravellerSent};
use crate::alerts::typed::PersonAlertSent;
use crate::alerts::{Category, today};

/// A State's machine at its border.
pub(super) struct Border<'o> {
    pub(super) open: &'o Open,
    pub(super) name: String,
}

impl<'o> Border<'o> {
    pub(super) fn of(open: &'o Open, state: &str) -> Self {
        let name = format!("{}.border", state.to_lowercase());
        Border { open, name: open.specimen().enrol(state, &name, &["border_officer"]) }
    }

    /// Checks; answers what is said about the person, null where they were not compared.
    pub(super) async fn ask(&self, body: &Value) -> Value {
        let token = self.open.specimen().token(&self.name, &[Purpose::BorderControl]);
        let answer = self.open.specimen().call(&token, Purpose::BorderControl, "/api/v1/checks", body).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        serde_json::from_str::<Value>(&answer.body).unwrap()["person"].clone()
    }

    pub(super) async fn matches(&self, body: &Value) -> Vec<Value> {
        self.ask(body).await["matches"].as_array().unwrap().clone()
    }
}

/// The sample's holder, as a State looks for them.
pub(super) fn iris(category: Category) -> PersonAlertSent {
    PersonAlertSent {
        given: "Iris Xiomara".to_owned(),
        paternal: "Specimen".to_owned(),
        maternal: "Zelaya".to_owned(),
        born: "1992-02-14".to_owned(),
        sex: "F".to_owned(),
        ..sent(category)
    }
}

/// A specimen passport's zone; its holder is Iris Xiomara Specimen Zelaya, born on 14 February 1992.
pub(super) fn zone(number: &str) -> String {
    let digit = |text: &str| {
        let value = |c: char| if c == '<' { 0 } else { c.to_digit(36).unwrap() };
        text.chars().zip([7, 3, 1].into_iter().cycle()).map(|(c, weight)| value(c) * weight).sum::<u32>() % 10
    };
    let closed = |field: &str| format!("{field}{}", digit(field));
    let (number, birth, expiry, personal) =
        (closed(number), closed("920214"), closed("310301"), closed(&"<".repeat(14)));
    let all = digit(&format!("{number}{birth}{expiry}{personal}"));
    format!("{:<<44}\n{number}UTO{birth}F{expiry}{personal}{all}", "P<UTOSPECIMEN<ZELAYA<<IRIS<XIOMARA")
}

/// The sample's passport.
pub(super) fn passport() -> Value {
    json!({ "zone": zone("L898902C3") })
}

/// A number that says nothing of its holder, and who is said to carry it.
fn typed(person: &Value) -> Value {
    json!({ "number": "L898902C3", "issuing_state": "UTO", "kind": "passport", "person": person })
}

impl Open {
    async fn proposed_as(&self, category: Category, text: &PersonAlertSent) -> String {
        let reference = self.drafted_as(self.writes(category), text).await;
        self.propose(self.writes(category), &reference).await;
        reference
    }

    pub(super) async fn activated_as(&self, category: Category, text: &PersonAlertSent) -> String {
        let reference = self.proposed_as(category, text).await;
        let done = self.judge(self.judges(category), &reference, "activate").await;
        assert_eq!(location(&done), format!("/alerts/{reference}?done=activated"));
        reference
    }

    /// Writes the same once more, for a second person to judge anew.
    async fn propose_again(&self, category: Category, reference: &str) {
        let path = format!("/alerts/{reference}/correct");
        let seen = super::field(&self.specimen().get(Some(self.writes(category)), &path).await, "seen");
        let same = iris(category);
        let mut form = super::pairs(&same);
        form.push(("seen", &seen));
        let done = self.specimen().post(self.writes(category), &path, &form).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        self.propose(self.writes(category), reference).await;
        self.judge(self.judges(category), reference, "activate").await;
    }

    pub(super) async fn withdrawn(&self, category: Category, reference: &str) {
        let path = format!("/alerts/{reference}/withdraw");
        let done = self.specimen().post(self.writes(category), &path, &[("ending", "mistaken")]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER);
    }
}

/// G-18, G-19: a possible match tells how the traveller's own data compare, and not a word of what the alert says.
#[tokio::test]
async fn a_possible_match_says_nothing_of_the_alert() {
    let open = Open::new().await;
    let border = Border::of(&open, "GTM");
    assert_eq!(border.ask(&passport()).await["matches"], json!([]), "nobody is looked for");
    let reference = open.activated_as(Category::CaptureTrafficking, &iris(Category::CaptureTrafficking)).await;
    let whole = border.ask(&passport()).await;
    let near = typed(&json!({ "paternal": "Specimen", "given": "Iris", "born": "1992-02-13" }));
    for (person, told) in
        [(whole, ["SPECIMEN", "ZELAYA", "IRIS"].as_slice()), (border.ask(&near).await, &["SPECIMEN", "IRIS"])]
    {
        let text = person.to_string();
        assert_eq!(person["matches"].as_array().unwrap().len(), 1, "{text}");
        for word in told {
            assert!(text.contains(word), "what the traveller said is shown back: {text}");
        }
        let sealed = [
            "hit",
            "reason",
            "action",
            "category",
            "offence",
            "capture",
            "detain",
            "trafficking",
            "Motivo",
            "Juzgado",
            "EXP-",
            "HND",
            "Honduras",
            &reference,
            "1992",
            "02-14",
            "owner",
            "alert",
            "total",
        ];
        for word in sealed {
            assert!(!text.to_lowercase().contains(&word.to_lowercase()), "{word} in {text}");
        }
        assert!(told.contains(&"ZELAYA") || !text.contains("ZELAYA"), "a surname that nobody said: {text}");
    }
}

/// G-18: a name alone is never shown stronger than REVIEW, however rare; with the whole birth date it may be.
#[tokio::test]
async fn a_name_alone_is_never_strong() {
    let open = Open::new().await;
    let border = Border::of(&open, "GTM");
    open.activated_as(Category::MissingVulnerable, &iris(Category::MissingVulnerable)).await;
    let named = json!({ "paternal": "Specimen", "maternal": "Zelaya", "given": "Iris Xiomara" });
    let found = border.matches(&typed(&named)).await;
    assert_eq!(found[0]["level"], "review");
    assert_eq!(found[0]["would_decide"], json!(["birth"]));
    assert!(
        found[0]["compared"]
            .as_array()
            .unwrap()
            .contains(&json!({ "data": "birth", "said": "", "compares": "not_given" }))
    );
    let found = border.matches(&passport()).await;
    assert_eq!((&found[0]["level"], &found[0]["would_decide"]), (&json!("strong"), &json!([])));
    let other = json!({ "paternal": "Specimen", "maternal": "Zelaya", "given": "Iris Xiomara", "born": "1971-07-30" });
    let differs = border.matches(&typed(&other)).await;
    assert!(differs.iter().all(|one| one["level"] == "review"), "another birth date: {differs:?}");
}

/// G-17: what is kept of a comparison is a commitment to chance that only whoever asked was given, found or not.
#[tokio::test]
async fn a_comparison_leaves_a_commitment_and_no_name() {
    let open = Open::new().await;
    let border = Border::of(&open, "GTM");
    let kept = || {
        let count = |now: &rusqlite::Connection| {
            Ok(now.query_row("SELECT count(*) FROM journal_entry", [], |row| row.get::<_, u64>(0))?)
        };
        open.specimen().ground.database("registers").unwrap().read(count).unwrap()
    };
    let before = kept();
    let none = border.ask(&passport()).await;
    assert_eq!(none["matches"], json!([]));
    let log = Database::open_alone(open.specimen().path(), &ACCESS).unwrap();
    let about = |log: &rusqlite::Connection| -> String {
        let last: Vec<u8> =
            log.query_row("SELECT body FROM detail ORDER BY position DESC LIMIT 1", [], |row| row.get(0)).unwrap();
        serde_json::from_slice::<Value>(&last).unwrap()["about"].as_str().unwrap().to_owned()
    };
    let line = about(&log);
    let mut nonce = [0; 16];
    hex::decode_to_slice(none["receipt"].as_str().unwrap(), &mut nonce).unwrap();
    let holder = Holder {
        primary: "SPECIMEN ZELAYA",
        secondary: "IRIS XIOMARA",
        birth: "1992-02-14",
        proven_birth: None,
        sex: 'F',
        nationality: "UTO",
    };
    let commitment = Traveller::of_zone(&holder).unwrap().commitment(&nonce);
    assert!(line.ends_with(&format!(" person:{commitment}")), "{line}");
    assert!(!line.to_lowercase().contains("specimen") && !line.contains(none["receipt"].as_str().unwrap()));
    assert_eq!(kept(), before, "no series heard of it");
    border.ask(&passport()).await;
    assert_ne!(about(&log), line, "the same traveller twice cannot be told by the log");
}

/// G-05: who takes no part is not compared for at all; who leaves is gone, and who comes back is found, at the next question.
#[tokio::test]
async fn opting_in_and_out_holds_from_the_next_question_on() {
    let open = Open::new().await;
    let border = Border::of(&open, "GTM");
    let exit = Category::ImpedimentExit;
    open.activated_as(exit, &iris(exit)).await;
    assert_eq!(border.matches(&passport()).await.len(), 1);
    for side in [&open.stage.guatemala, &open.stage.honduras] {
        open.stage.opt_out(side, exit.code()).await;
        assert_eq!(border.matches(&passport()).await.len(), 0);
        open.stage.opt_in(side, exit.code()).await;
        assert_eq!(border.matches(&passport()).await.len(), 1);
    }
    let stranger = Border::of(&open, "SLV");
    assert_eq!(stranger.ask(&passport()).await, Value::Null, "El Salvador takes no part");
    for category in super::ALL {
        open.stage.opt_out(&open.stage.guatemala, category).await;
    }
    assert_eq!(border.ask(&passport()).await, Value::Null);
}

/// G-13: on its day an alert is gone, though nothing was swept; withdrawn, it is gone at the next question.
#[tokio::test]
async fn an_alert_is_found_from_its_activation_to_its_end() {
    let mut open = Open::new().await;
    let witness = Category::LocateWitness;
    let reference = open.proposed_as(witness, &iris(witness)).await;
    let name = Border::of(&open, "GTM").name;
    let found = async |open: &Open| Border { open, name: name.clone() }.matches(&passport()).await.len();
    assert_eq!(found(&open).await, 0, "proposed, not in force");
    open.judge(&open.judge, &reference, "activate").await;
    assert_eq!(found(&open).await, 1);
    open.days_pass(364);
    assert_eq!(found(&open).await, 1, "the last day");
    open.days_pass(1);
    assert_eq!(found(&open).await, 0, "its day has come");
    let exit = Category::ImpedimentExit;
    let reference = open.activated_as(exit, &iris(exit)).await;
    assert_eq!(found(&open).await, 1);
    open.withdrawn(exit, &reference).await;
    assert_eq!(found(&open).await, 0);
}

/// G-14: a child's alert is gone on the day on which its person is grown up.
#[tokio::test]
async fn a_child_is_found_until_grown_up() {
    let mut open = Open::new().await;
    let mut text = iris(Category::MissingChild);
    text.born = "2008-03-05".to_owned();
    open.activated_as(Category::MissingChild, &text).await;
    let name = Border::of(&open, "GTM").name;
    let born = json!({ "paternal": "Specimen", "maternal": "Zelaya", "given": "Iris Xiomara", "born": "2008-03-05" });
    let found = async |open: &Open| Border { open, name: name.clone() }.matches(&typed(&born)).await.len();
    open.days_pass(2);
    assert_eq!(found(&open).await, 1, "on 4 March 2026 they are seventeen");
    open.days_pass(1);
    assert_eq!(found(&open).await, 0);
}

/// G-02: whoever is protected is not met as a suspect, nor is who may well be the one who is protected.
#[tokio::test]
async fn who_is_protected_is_not_stopped_as_a_suspect() {
    let open = Open::new().await;
    let border = Border::of(&open, "GTM");
    let (capture, risk) = (Category::CaptureTrafficking, Category::VulnerableAtRisk);
    open.activated_as(capture, &iris(capture)).await;
    let alone = border.matches(&passport()).await;
    assert_eq!(alone.len(), 1);
    let mut text = iris(risk);
    text.maternal = "Celaya".to_owned();
    let reference = open.activated_as(risk, &text).await;
    let both = border.matches(&passport()).await;
    assert_eq!(both.len(), 1, "{both:?}");
    assert!(
        both[0].to_string().contains(r#""compares":"near""#),
        "it is the protective one, written otherwise: {both:?}"
    );
    open.withdrawn(risk, &reference).await;
    assert!(!border.matches(&passport()).await[0].to_string().contains(r#""compares":"near""#));
}

/// What was corrected is found as it was until somebody else has judged the correction.
#[tokio::test]
async fn a_correction_counts_once_it_is_judged() {
    let open = Open::new().await;
    let border = Border::of(&open, "GTM");
    let exit = Category::ImpedimentExit;
    let reference = open.activated_as(exit, &iris(exit)).await;
    let mut other = iris(exit);
    (other.paternal, other.maternal) = ("Ficticio".to_owned(), "Inventado".to_owned());
    (other.given, other.born) = ("Otra".to_owned(), "1950-06-17".to_owned());
    let path = format!("/alerts/{reference}/correct");
    let seen = super::field(&open.specimen().get(Some(&open.author), &path).await, "seen");
    let mut form = super::pairs(&other);
    form.push(("seen", &seen));
    let done = open.specimen().post(&open.author, &path, &form).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    assert_eq!(border.matches(&passport()).await.len(), 1);
    open.propose(&open.author, &reference).await;
    open.judge(&open.judge, &reference, "activate").await;
    assert_eq!(border.matches(&passport()).await.len(), 0);
}

/// A gallery that followed every act finds what one read anew finds, with the same scores.
#[tokio::test]
async fn a_gallery_read_anew_is_the_same() {
    let open = Open::new().await;
    let kept = open.specimen().ground.kept::<Gallery>();
    let asked: Vec<Person> =
        [("Specimen", "Zelaya", "1992-02-14"), ("Ficticio", "Utopía", "1979-11-23"), ("Zelaya", "", "")]
            .into_iter()
            .map(|(paternal, maternal, born)| {
                let sent = TravellerSent {
                    paternal: paternal.to_owned(),
                    maternal: maternal.to_owned(),
                    born: born.to_owned(),
                    ..TravellerSent::default()
                };
                Traveller::sent(&sent).unwrap().unwrap().person().clone()
            })
            .collect();
    let day = today(open.specimen().clock.now());
    let same = |step: &str| {
        let anew = Gallery::default();
        let look = |now: &rusqlite::Connection| {
            for state in ["GTM", "HND", "SLV"] {
                for person in &asked {
                    let state = state.parse().unwrap();
                    let (followed, read) =
                        (kept.likely(now, state, person, day)?, anew.likely(now, state, person, day)?);
                    let told = |all: &[crate::alerts::matches::gallery::Likely]| {
                        let mut told: Vec<_> =
                            all.iter().map(|one| (one.alert, format!("{:?}", one.explanation))).collect();
                        told.sort();
                        told
                    };
                    assert_eq!(told(&followed), told(&read), "{step} {state}");
                }
            }
            assert_eq!(kept.follow(now, day)?, anew.follow(now, day)?, "{step}");
            assert_eq!(anew.numbers_given(), anew.follow(now, day)? as u64, "{step}: one was read twice");
            Ok(())
        };
        open.specimen().ground.database("registers").unwrap().read(look).unwrap();
    };
    let mut references = Vec::new();
    for category in
        [Category::CaptureTrafficking, Category::ImpedimentExit, Category::LocateWitness, Category::MissingChild]
    {
        references.push((category, open.activated(category).await));
        same("activated");
    }
    let vulnerable = Category::MissingVulnerable;
    references.push((vulnerable, open.activated_as(vulnerable, &iris(vulnerable)).await));
    same("one more");
    open.stage.opt_out(&open.stage.honduras, "impediment_exit").await;
    same("opted out");
    open.withdrawn(references[0].0, &references[0].1).await;
    same("withdrawn");
    open.stage.opt_in(&open.stage.honduras, "impediment_exit").await;
    same("opted in again");
    open.stage.opt_out(&open.stage.guatemala, "missing_vulnerable").await;
    same("the other State left");
}

/// The first alert of all is found though a State took part in more between it and the question.
#[tokio::test]
async fn what_was_put_in_force_before_more_was_switched_on_is_found() {
    let open = Open::new().await;
    let (later, day) = (["impediment_entry", "impediment_exit"], today(open.specimen().clock.now()));
    for category in later {
        open.stage.opt_out(&open.stage.guatemala, category).await;
    }
    let gallery = Gallery::default();
    let found = || {
        let look = |now: &rusqlite::Connection| gallery.follow(now, day);
        open.specimen().ground.database("registers").unwrap().read(look).unwrap()
    };
    assert_eq!(found(), 0);
    open.activated(Category::CaptureTrafficking).await;
    for category in later {
        open.stage.opt_in(&open.stage.guatemala, category).await;
    }
    assert_eq!(found(), 1);
}

/// An officer at the border of Guatemala, by the pages.
pub(super) struct Officer {
    pub(super) session: Session,
}

impl Officer {
    pub(super) fn of(open: &Open) -> Self {
        Officer { session: open.specimen().signed_in("GTM", "border_officer", Purpose::BorderControl) }
    }

    /// Checks the sample's passport; answers the page.
    pub(super) async fn check(&self, open: &Open) -> Answer {
        let zone = zone("L898902C3");
        open.specimen().post(&self.session, "/check", &[("zone", &zone)]).await
    }

    pub(super) async fn found(&self, open: &Open) -> bool {
        self.check(open).await.body.contains("Possible match 1")
    }

    pub(super) async fn post(&self, open: &Open, end: &str, form: &[(&str, &str)]) -> Answer {
        open.specimen().post(&self.session, &format!("/alerts/matches/{end}"), form).await
    }

    /// Checks, and says what came of it.
    async fn says(&self, open: &Open, outcome: &str, consents: bool) -> Answer {
        let handle = super::field(&self.check(open).await, "match");
        let consent = format!("consent-{handle}");
        let mut form = vec![("match", handle.as_str()), ("outcome", outcome)];
        form.extend(consents.then_some((consent.as_str(), "yes")));
        self.post(open, "outcome", &form).await
    }

    /// Says of another's match what agrees.
    pub(super) async fn agrees(&self, open: &Open, handle: &str, ground: &str) -> Answer {
        self.post(open, "agree", &[("match", handle), (&format!("ground-{handle}"), ground)]).await
    }

    /// Checks, and has a second person agree; answers the match.
    pub(super) async fn corroborated(&self, open: &Open, second: &Officer, ground: &str) -> String {
        let handle = super::field(&self.check(open).await, "match");
        assert_eq!(self.post(open, "ask", &[("match", &handle)]).await.status, StatusCode::SEE_OTHER);
        let agreed = second.agrees(open, &handle, ground).await;
        assert_eq!(agreed.status, StatusCode::SEE_OTHER, "{}", agreed.body);
        handle
    }
}

/// G-18: what is sealed opens to nobody alone, not to whoever compared twice, not to a name; and then to that officer only.
#[tokio::test]
async fn the_sealed_action_opens_after_a_second_person_of_the_same_state() {
    let open = Open::new().await;
    let capture = Category::CaptureTrafficking;
    let reference = open.activated_as(capture, &iris(capture)).await;
    let (officer, second) = (Officer::of(&open), Officer::of(&open));
    let handle = super::field(&officer.check(&open).await, "match");
    let tried = [("match", handle.as_str())];
    assert_eq!(officer.post(&open, "open", &tried).await.status, StatusCode::CONFLICT, "nobody agreed");
    assert_eq!(second.agrees(&open, &handle, "place_of_birth").await.status, StatusCode::CONFLICT, "nobody was asked");
    officer.post(&open, "ask", &tried).await;
    assert_eq!(officer.agrees(&open, &handle, "place_of_birth").await.status, StatusCode::CONFLICT, "the same person");
    let stranger = Officer { session: open.specimen().signed_in("HND", "border_officer", Purpose::BorderControl) };
    assert_eq!(stranger.agrees(&open, &handle, "place_of_birth").await.status, StatusCode::CONFLICT, "another State");
    let waiting = open.specimen().get(Some(&second.session), "/alerts/matches").await;
    assert!(waiting.body.contains(&handle) && waiting.body.contains("A colleague asks you to look"));
    for word in ["Detain", "Juzgado", "EXP-", &reference, "Honduras"] {
        assert!(!waiting.body.contains(word), "{word}");
    }
    assert_eq!(second.agrees(&open, &handle, "name").await.status, StatusCode::CONFLICT);
    assert_eq!(second.agrees(&open, &handle, "place_of_birth").await.status, StatusCode::SEE_OTHER);
    assert_eq!(
        second.post(&open, "open", &tried).await.status,
        StatusCode::CONFLICT,
        "the second person compared nobody"
    );
    let opened = officer.post(&open, "open", &tried).await;
    assert_eq!(opened.status, StatusCode::OK, "{}", opened.body);
    for word in ["Detain", "Trafficking in persons", "Honduras", &reference] {
        assert!(opened.body.contains(word), "{word}: {}", opened.body);
    }
    for word in ["Motivo inventado", "Juzgado", "EXP-SPECIMEN"] {
        assert!(!opened.body.contains(word), "why stays with those who work on alerts: {word}");
    }
    let looks: Vec<String> = open.specimen().log_lines().into_iter().map(|(leaf, _)| leaf.action).collect();
    assert!(looks.contains(&"alerts.open_match".to_owned()) && looks.contains(&"alerts.second_match".to_owned()));
    open.withdrawn(capture, &reference).await;
    assert_eq!(officer.post(&open, "open", &tried).await.status, StatusCode::CONFLICT, "withdrawn meanwhile");
}

/// G-18: what an officer typed is not what a document says: with it a place of birth opens nothing, a photograph does.
#[tokio::test]
async fn a_typed_birth_date_corroborates_nothing() {
    let open = Open::new().await;
    let exit = Category::ImpedimentExit;
    open.activated_as(exit, &iris(exit)).await;
    let (officer, second) = (Officer::of(&open), Officer::of(&open));
    let form = [
        ("number", "L898902C3"),
        ("issuing_state", "UTO"),
        ("kind", "passport"),
        ("paternal", "Specimen"),
        ("maternal", "Zelaya"),
        ("given", "Iris Xiomara"),
        ("born", "1992-02-14"),
    ];
    let page = open.specimen().post(&officer.session, "/check", &form).await;
    let handle = super::field(&page, "match");
    officer.post(&open, "ask", &[("match", &handle)]).await;
    let said = async |ground: &str| second.agrees(&open, &handle, ground).await.status;
    assert_eq!(said("place_of_birth").await, StatusCode::CONFLICT);
    assert_eq!(said("photograph").await, StatusCode::SEE_OTHER);
}

/// G-19: of a child an officer sees its sign and what to do, and nothing of the case.
#[tokio::test]
async fn a_childs_case_does_not_open_at_the_border() {
    let open = Open::new().await;
    let mut text = iris(Category::ChildAtRisk);
    text.born = "2014-05-02".to_owned();
    let reference = open.activated_as(Category::ChildAtRisk, &text).await;
    let (officer, second) = (Officer::of(&open), Officer::of(&open));
    let form = [
        ("number", "L898902C3"),
        ("issuing_state", "UTO"),
        ("kind", "passport"),
        ("paternal", "Specimen"),
        ("maternal", "Zelaya"),
        ("given", "Iris Xiomara"),
        ("born", "2014-05-02"),
    ];
    let page = open.specimen().post(&officer.session, "/check", &form).await;
    let handle = super::field(&page, "match");
    officer.post(&open, "ask", &[("match", &handle)]).await;
    second.agrees(&open, &handle, "photograph").await;
    let opened = officer.post(&open, "open", &[("match", &handle)]).await;
    for word in ["◆ A child to be protected", "Call child protection", "Do not separate", "do not detain", &reference]
    {
        assert!(opened.body.contains(word), "{word}: {}", opened.body);
    }
    for word in ["Motivo", "Juzgado", "Bring the person", "Do not let the person", "at risk of being taken"] {
        assert!(!opened.body.contains(word), "{word}");
    }
}

/// G-20, G-21: one tap says that it is not the person; its State sees it at once, and nobody is confirmed unopened.
#[tokio::test]
async fn an_outcome_is_one_tap_and_its_state_sees_it() {
    let open = Open::new().await;
    let capture = Category::CaptureTrafficking;
    let reference = open.activated_as(capture, &iris(capture)).await;
    let (officer, second) = (Officer::of(&open), Officer::of(&open));
    let own = format!("/alerts/{reference}");
    let before = open.specimen().get(Some(&open.author), &own).await.body;
    assert!(!before.contains("What came of it at borders"));
    assert_eq!(officer.says(&open, "confirmed", false).await.status, StatusCode::CONFLICT, "not opened");
    assert_eq!(officer.says(&open, "let_them_pass", false).await.status, StatusCode::CONFLICT, "no such outcome");
    let done = officer.says(&open, "not_the_person", false).await;
    assert!(done.status == StatusCode::OK && done.body.contains("Recorded, thank you"), "{}", done.body);
    let handle = officer.corroborated(&open, &second, "photograph").await;
    officer.post(&open, "open", &[("match", &handle)]).await;
    let form = [("match", handle.as_str()), ("outcome", "confirmed")];
    assert_eq!(officer.post(&open, "outcome", &form).await.status, StatusCode::OK);
    assert_eq!(officer.post(&open, "outcome", &form).await.status, StatusCode::CONFLICT, "of one use");
    let page = open.specimen().get(Some(&open.author), &own).await.body;
    assert!(page.contains("What came of it at borders") && page.contains("Guatemala"));
    let list = open.specimen().get(Some(&open.author), "/alerts/own").await.body;
    assert!(list.contains("Met at borders: 2"), "{list}");
    assert!(!page.contains(&officer.session.caller.name), "by State, not by officer");
    let said = |now: &rusqlite::Connection| {
        let mut all = now.prepare("SELECT person, outcome FROM alerts_met ORDER BY position")?;
        let rows = all.query_map([], |row| Ok((row.get::<_, uuid::Uuid>(0)?, row.get::<_, String>(1)?)))?;
        Ok(rows.collect::<Result<Vec<_>, _>>()?)
    };
    let said = open.specimen().ground.database("registers").unwrap().read(said).unwrap();
    let person = officer.session.caller.person;
    assert_eq!(said, [(person, "not_the_person".to_owned()), (person, "confirmed".to_owned())], "G-21");
}

/// G-20: five times not the person and never confirmed, by two officers, and it is not shown until it is judged anew.
#[tokio::test]
async fn an_alert_that_takes_others_for_its_person_is_judged_anew() {
    let open = Open::new().await;
    let exit = Category::ImpedimentExit;
    let reference = open.activated_as(exit, &iris(exit)).await;
    let (one, other) = (Officer::of(&open), Officer::of(&open));
    for _ in 0..6 {
        one.says(&open, "not_the_person", false).await;
    }
    assert!(one.found(&open).await, "six times, by one officer alone");
    other.says(&open, "not_the_person", false).await;
    assert!(!one.found(&open).await);
    let own = format!("/alerts/{reference}");
    assert!(open.specimen().get(Some(&open.author), &own).await.body.contains("must judge the alert anew"));
    open.propose_again(exit, &reference).await;
    assert!(one.found(&open).await, "judged anew");
    let risk = Category::VulnerableAtRisk;
    open.withdrawn(exit, &reference).await;
    open.activated_as(risk, &iris(risk)).await;
    for officer in [&one, &other, &one, &other, &one, &other] {
        officer.says(&open, "not_the_person", false).await;
    }
    assert!(one.found(&open).await, "whom it protects it goes on protecting");
}

/// G-20: a clearance spares its document one alert, at the holder's wish and for a year; it is gone with the alert.
#[tokio::test]
async fn a_clearance_spares_one_document_one_alert() {
    let mut open = Open::new().await;
    let exit = Category::ImpedimentExit;
    let reference = open.activated_as(exit, &iris(exit)).await;
    let officer = Officer::of(&open);
    officer.says(&open, "not_the_person", false).await;
    assert!(officer.found(&open).await, "nobody asked for a clearance");
    officer.says(&open, "inconclusive", true).await;
    assert!(officer.found(&open).await, "who it is was not decided");
    let done = officer.says(&open, "not_the_person", true).await;
    assert!(done.body.contains("For one year this alert does not stop this document"), "{}", done.body);
    assert!(!officer.found(&open).await);
    let other = zone("L898902C4");
    let page = open.specimen().post(&officer.session, "/check", &[("zone", &other)]).await;
    assert!(page.body.contains("Possible match 1"), "another document");
    let count = |open: &Open, sql: &'static str| -> u64 {
        let count = |now: &rusqlite::Connection| Ok(now.query_row(sql, [], |row| row.get(0))?);
        open.specimen().ground.database("registers").unwrap().read(count).unwrap()
    };
    assert_eq!(count(&open, "SELECT count(*) FROM alerts_clearance"), 1);
    let resting = open
        .specimen()
        .ground
        .database("registers")
        .unwrap()
        .read(|now| (crate::PLAN.resting_on_key)(now, 0..=1_000_000));
    assert_eq!(resting.unwrap(), [("GTM".to_owned(), 1)], "a key that it rests on is kept");
    open.days_pass(365);
    open.specimen().ground.sweep().unwrap();
    assert_eq!(count(&open, "SELECT count(*) FROM alerts_clearance"), 0);
    let officer = Officer::of(&open);
    assert!(officer.found(&open).await, "its year is over");
    officer.says(&open, "not_the_person", true).await;
    open.withdrawn(exit, &reference).await;
    open.days_pass(31);
    open.specimen().ground.sweep().unwrap();
    assert_eq!(count(&open, "SELECT (SELECT count(*) FROM alerts_clearance) + (SELECT count(*) FROM alerts_met)"), 0);
}

/// Every page of a possible match is said in every language.
#[tokio::test]
async fn matches_speak_every_language() {
    let open = Open::new().await;
    let exit = Category::ImpedimentExit;
    open.activated_as(exit, &iris(exit)).await;
    let (officer, second) = (Officer::of(&open), Officer::of(&open));
    let handle = super::field(&officer.check(&open).await, "match");
    officer.post(&open, "ask", &[("match", &handle)]).await;
    for session in [&officer.session, &second.session] {
        let mut spoken = Vec::new();
        for language in ["es", "en", "fr"] {
            let body = in_language(&open.stage, session, "/alerts/matches", language).await;
            assert_eq!(unsaid(&body), Vec::<&str>::new(), "{language}");
            assert!(!body.contains("alerts-match-"), "{language}");
            spoken.push(body);
        }
        assert!(spoken[0] != spoken[1] && spoken[1] != spoken[2]);
    }
    crate::gallery::hang("check-possible-match", &officer.check(&open).await.body);
    second.agrees(&open, &handle, "photograph").await;
    let opened = officer.post(&open, "open", &[("match", &handle)]).await;
    crate::gallery::hang("match-opened", &opened.body);
    assert_eq!(unsaid(&opened.body), Vec::<&str>::new());
}
