//! Possible matches: who is found and when, and what is never said of an alert.

use axum::http::StatusCode;
use base::access::{ACCESS, Purpose};
use base::store::Database;
use matching::Person;
use serde_json::{Value, json};

use super::{Open, location, sent};
use crate::alerts::matches::gallery::Gallery;
use crate::alerts::matches::{Traveller, TravellerSent};
use crate::alerts::typed::PersonAlertSent;
use crate::alerts::{Category, today};
use crate::checks::samples::Sample;

/// A State's machine at its border.
struct Border<'o> {
    open: &'o Open,
    name: String,
}

impl<'o> Border<'o> {
    fn of(open: &'o Open, state: &str) -> Self {
        let name = format!("{}.border", state.to_lowercase());
        Border { open, name: open.specimen().enrol(state, &name, &["border_officer"]) }
    }

    /// Checks; answers what is said about the person, null where they were not compared.
    async fn ask(&self, body: &Value) -> Value {
        let token = self.open.specimen().token(&self.name, &[Purpose::BorderControl]);
        let answer = self.open.specimen().call(&token, Purpose::BorderControl, "/api/v1/checks", body).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        serde_json::from_str::<Value>(&answer.body).unwrap()["person"].clone()
    }

    async fn matches(&self, body: &Value) -> Vec<Value> {
        self.ask(body).await["matches"].as_array().unwrap().clone()
    }
}

/// The sample's holder, as a State looks for them.
fn iris(category: Category) -> PersonAlertSent {
    PersonAlertSent {
        given: "Iris Xiomara".to_owned(),
        paternal: "Specimen".to_owned(),
        maternal: "Zelaya".to_owned(),
        born: "1992-02-14".to_owned(),
        sex: "F".to_owned(),
        ..sent(category)
    }
}

/// The sample's passport.
fn passport() -> Value {
    json!({ "zone": Sample::passport("UTO", "L898902C3").zone() })
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

    async fn activated_as(&self, category: Category, text: &PersonAlertSent) -> String {
        let reference = self.proposed_as(category, text).await;
        let done = self.judge(self.judges(category), &reference, "activate").await;
        assert_eq!(location(&done), format!("/alerts/{reference}?done=activated"));
        reference
    }

    async fn withdrawn(&self, category: Category, reference: &str) {
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
    let read = crate::checks::Question::zone(&Sample::passport("UTO", "L898902C3").zone())
        .read(jiff::civil::date(2026, 3, 2))
        .unwrap();
    let commitment = read.holder().unwrap().commitment(&nonce);
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
