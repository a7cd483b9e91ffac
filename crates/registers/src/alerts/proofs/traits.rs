//! Physical traits: refused unless strictly necessary, sealed like the action, and read by no comparison.

use axum::http::StatusCode;
use serde_json::Value;

use super::matches::{Border, Officer, iris, passport};
use super::{Open, in_language, pairs, unsaid};
use crate::alerts::Category;
use crate::alerts::typed::PersonAlertSent;

const CAPTURE: Category = Category::CaptureTrafficking;

/// Why traits are necessary in these proofs.
const WHY: &str = "Cien personas llevan su nombre (ficticio).";

fn marked(category: Category) -> PersonAlertSent {
    PersonAlertSent {
        mark: "scar".to_owned(),
        mark_place: "left_hand".to_owned(),
        eyes: "green".to_owned(),
        height_band: "165_179".to_owned(),
        traits_needed: "yes".to_owned(),
        traits_why: WHY.to_owned(),
        ..iris(category)
    }
}

/// What a check answers of the sample's holder, without what chance gives.
async fn told(open: &Open) -> Value {
    let mut person = Border::of(open, "GTM").ask(&passport()).await;
    person["receipt"].take();
    for one in person["matches"].as_array_mut().unwrap() {
        one["match"].take();
    }
    person
}

/// G-09: nobody writes a trait down without the word that it is strictly necessary, and why.
#[tokio::test]
async fn g_09_no_trait_is_kept_that_is_not_said_to_be_necessary() {
    let open = Open::new().await;
    for (necessary, why) in [("", WHY), ("yes", "")] {
        let mut sent = marked(CAPTURE);
        (sent.traits_needed, sent.traits_why) = (necessary.to_owned(), why.to_owned());
        let refused = open.specimen().post(&open.author, "/alerts/new", &pairs(&sent)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{necessary} {why}");
        assert!(refused.body.contains("traits_"), "{}", refused.body);
    }
    let kept = "SELECT count(*) FROM alerts_sealed";
    let count = |now: &rusqlite::Connection| Ok(now.query_row(kept, [], |row| row.get::<_, u64>(0))?);
    assert_eq!(open.specimen().ground.database("registers").unwrap().read(count).unwrap(), 0);
}

/// G-09: with traits and without, a comparison says the same; they open with the action, and why they are kept opens to no officer.
#[tokio::test]
async fn g_09_traits_are_sealed_like_the_action_and_compared_by_nothing() {
    let plain = Open::new().await;
    plain.activated_as(CAPTURE, &iris(CAPTURE)).await;
    let open = Open::new().await;
    let reference = open.activated_as(CAPTURE, &marked(CAPTURE)).await;
    assert_eq!(told(&open).await, told(&plain).await);
    let says = ["Scar", "left hand", "green", "165 to 179"];
    for path in ["/alerts/own".to_owned(), format!("/alerts/{reference}")] {
        let page = open.specimen().get(Some(&open.author), &path).await;
        assert!(says.iter().all(|word| !page.body.contains(word)), "{path}");
    }
    let own = open.specimen().get(Some(&open.author), &format!("/alerts/{reference}/reason")).await;
    assert!(says.iter().all(|word| own.body.contains(word)) && own.body.contains(WHY), "{}", own.body);
    let (officer, second) = (Officer::of(&open), Officer::of(&open));
    let handle = officer.corroborated(&open, &second, "photograph").await;
    let waiting = open.specimen().get(Some(&second.session), "/alerts/matches").await;
    assert!(says.iter().all(|word| !waiting.body.contains(word)), "{}", waiting.body);
    let opened = officer.post(&open, "open", &[("match", &handle)]).await;
    assert!(says.iter().all(|word| opened.body.contains(word)) && !opened.body.contains(WHY), "{}", opened.body);
    assert_eq!(unsaid(&opened.body), Vec::<&str>::new());
    for language in ["es", "en", "fr"] {
        let body = in_language(&open.stage, &open.author, &format!("/alerts/{reference}/correct"), language).await;
        assert!(!body.contains("alerts-traits-") && !body.contains("alerts-mark-") && !body.contains("alerts-place-"));
    }
}

/// G-09, G-19: of a child no trait opens at the border.
#[tokio::test]
async fn g_09_of_a_child_no_trait_opens_at_the_border() {
    let open = Open::new().await;
    let mut text = marked(Category::ChildAtRisk);
    text.born = "2014-05-02".to_owned();
    open.activated_as(Category::ChildAtRisk, &text).await;
    let officer = Officer::of(&open);
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
    let second = Officer::of(&open);
    let ground = format!("ground-{handle}");
    second.post(&open, "agree", &[("match", &handle), (&ground, "photograph")]).await;
    let opened = officer.post(&open, "open", &[("match", &handle)]).await;
    assert_eq!(opened.status, StatusCode::OK, "{}", opened.body);
    assert!(!opened.body.contains("Scar") && !opened.body.contains("green"), "{}", opened.body);
}
