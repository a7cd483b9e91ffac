//! What holds for a campaign from its draft to its evaluation, and who is told what of it.

#![allow(clippy::unwrap_used)]

use axum::body::Body;
use axum::http::Request;
use base::access::Purpose;
use base::specimen::{Answer, Session, Specimen};
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::decisions::samples::{api_get, coordinator, decide, delegate, held, path_of, specimen};
use crate::meetings::samples::{get_in, shows_a_key};

const DECISION: &str = "RCM/VIII/2003/DEC/5";

/// The form of a campaign that was held from 2 to 20 February 2026.
const FORM: [(&str, &str); 18] = [
    ("title_es", "El desierto no perdona (ficticio)"),
    ("message_es", "Nadie que le venda un paso seguro lo tiene."),
    ("audiences", "youth"),
    ("languages", "spa"),
    ("languages", "quc"),
    ("channels", "radio"),
    ("states", "HND"),
    ("places", "Ocotepeque"),
    ("first_on-day", "2"),
    ("first_on-month", "2"),
    ("first_on-year", "2026"),
    ("last_on-day", "20"),
    ("last_on-month", "2"),
    ("last_on-year", "2026"),
    ("cost_minor", "2500.00"),
    ("currency", "HNL"),
    ("reached", "5000"),
    ("measured", "counted"),
];

fn with<'f>(more: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let kept = FORM.iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name));
    let decision = [("decision", DECISION)];
    let decision = decision.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name));
    kept.copied().chain(decision).chain(more.iter().copied()).collect()
}

/// A decision that asks for campaigns stands, and one kept for members.
async fn stage() -> Specimen {
    let specimen = specimen();
    let session = coordinator(&specimen);
    held(&specimen, &session).await;
    decide(&specimen, &session, "5").await;
    specimen
}

async fn draft(specimen: &Specimen, session: &Session, more: &[(&str, &str)]) -> String {
    path_of(specimen.post(session, "/campaigns/new", &with(more)).await)
}

async fn published(specimen: &Specimen, session: &Session, more: &[(&str, &str)]) -> String {
    let path = draft(specimen, session, more).await;
    path_of(specimen.post(session, &format!("{path}/publish"), &[]).await)
}

fn days(specimen: &Specimen, days: i64) {
    specimen.clock.advance(SignedDuration::from_hours(24 * days));
    specimen.ground.sweep().unwrap();
}

fn machine(specimen: &Specimen, party: &str) -> String {
    let name = specimen.enrol(party, &format!("{}.machine", party.to_lowercase()), &["delegate"]);
    specimen.token(&name, &[Purpose::Secretariat])
}

async fn api_post(specimen: &Specimen, token: &str, path: &str, sent: &Value) -> Answer {
    let request = Request::post(path)
        .header("authorization", format!("Bearer {token}"))
        .header("puebla-purpose", Purpose::Secretariat.code())
        .header("content-type", "application/json");
    specimen.send(request.body(Body::from(sent.to_string())).unwrap()).await
}

#[tokio::test]
async fn from_a_draft_to_its_evaluation() {
    let specimen = stage().await;
    let honduras = delegate(&specimen, "HND");
    let path = draft(&specimen, &honduras, &[]).await;
    assert_eq!(path, "/campaigns/HND-1");
    let evaluate = format!("{path}/evaluate");
    let form = [
        ("text", "Siete de diez conocían la línea. (ficticio)"),
        ("evaluated_on-day", "1"),
        ("evaluated_on-month", "3"),
        ("evaluated_on-year", "2026"),
        ("evaluated_by", "Instituto de muestra"),
    ];
    let early = specimen.post(&honduras, &evaluate, &form).await;
    assert!(early.status == 409 && early.body.contains("Publish it first"), "{}", early.body);
    assert!(!specimen.get(Some(&honduras), "/today").await.body.contains(&evaluate), "a draft waits for nobody");
    path_of(specimen.post(&honduras, &format!("{path}/publish"), &[]).await);
    assert_eq!(specimen.post(&honduras, &format!("{path}/publish"), &[]).await.status, 409, "twice");
    assert!(specimen.get(Some(&honduras), "/today").await.body.contains(&evaluate), "it is over, and to be evaluated");
    assert!(!specimen.get(Some(&delegate(&specimen, "MEX")), "/today").await.body.contains(&evaluate));
    let list = || async { specimen.get(Some(&delegate(&specimen, "COL")), "/campaigns").await.body };
    assert!(list().await.contains("over, not evaluated yet"));
    days(&specimen, 90);
    assert!(list().await.contains("evaluation overdue"), "after ninety days");
    let honduras = delegate(&specimen, "HND");
    let ahead = [&form[..1], &[("evaluated_on-day", "1"), ("evaluated_on-month", "1"), ("evaluated_on-year", "2031")]];
    let refused = specimen.post(&honduras, &evaluate, &ahead.concat()).await;
    assert!(refused.status == 422 && refused.body.contains("yet to come") && refused.body.contains("Siete de diez"));
    path_of(specimen.post(&honduras, &evaluate, &form).await);
    assert!(!list().await.contains("overdue"));
    let shown = specimen.get(Some(&delegate(&specimen, "COL")), &path).await.body;
    assert!(shown.contains("Siete de diez") && shown.contains("Instituto de muestra"), "{shown}");
    assert!(!specimen.get(Some(&honduras), "/today").await.body.contains(&evaluate));
}

#[tokio::test]
async fn a_draft_is_for_its_state_and_the_secretariat() {
    let specimen = stage().await;
    let honduras = delegate(&specimen, "HND");
    let path = draft(&specimen, &honduras, &[]).await;
    let seen = |session: Session| {
        let (specimen, path) = (&specimen, path.clone());
        async move {
            let page = specimen.get(Some(&session), &path).await.status.as_u16();
            let list = specimen.get(Some(&session), "/campaigns").await.body.contains("El desierto");
            let table = specimen.get(Some(&session), "/campaigns/export").await.body.contains("El desierto");
            (page, list, table)
        }
    };
    assert_eq!(seen(delegate(&specimen, "HND")).await, (200, true, true));
    assert_eq!(seen(coordinator(&specimen)).await, (200, true, true));
    assert_eq!(seen(delegate(&specimen, "MEX")).await, (404, false, false));
    assert_eq!(seen(delegate(&specimen, "COL")).await, (404, false, false));
    let told = api_get(&specimen, &machine(&specimen, "MEX"), "/api/v1/campaigns/HND-1").await;
    assert_eq!(told.status, 404);
    path_of(specimen.post(&honduras, &format!("{path}/publish"), &[]).await);
    assert_eq!(seen(delegate(&specimen, "COL")).await, (200, true, true));
    // Nobody else writes, publishes or evaluates it, the secretariat neither.
    for session in [delegate(&specimen, "MEX"), coordinator(&specimen)] {
        for act in ["write", "publish", "evaluate"] {
            assert_eq!(specimen.post(&session, &format!("{path}/{act}"), &with(&[])).await.status, 404, "{act}");
        }
    }
    assert_eq!(specimen.post(&coordinator(&specimen), "/campaigns/new", &with(&[])).await.status, 404);
    assert_eq!(specimen.post(&delegate(&specimen, "COL"), "/campaigns/new", &with(&[])).await.status, 404);
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost() {
    let specimen = stage().await;
    let honduras = delegate(&specimen, "HND");
    for (more, said) in [
        (&[("title_es", " ")][..], "Write a title"),
        (&[("message_es", "")], "Write the message"),
        (&[("audiences", "everyone")], "Choose for whom"),
        (&[("languages", "xxx")], "Choose the languages"),
        (&[("channels", "")], "Choose by what"),
        (&[("states", "COL")], "at least one member State"),
        (&[("places", "")], "Write something here"),
        (&[("last_on-day", "1")], "before the first"),
        (&[("last_on-year", "2029")], "at most three years"),
        (&[("first_on-month", "13")], "Enter a date that exists"),
        (&[("cost_minor", "2,500.00")], "without points or commas between"),
        (&[("cost_minor", "")], "Write the cost"),
        (&[("currency", "XXX")], "Choose the currency"),
        (&[("reached", "5.000")], "Write a whole number"),
        (&[("reached", "")], "Write how many it reached"),
        (&[("measured", "not-measured")], "Choose how that number was measured"),
        (&[("measured", "guessed")], "Choose how it was measured"),
        (&[("decision", "RCM/VIII/2003/DEC/99")], "No decision"),
        (&[("papers", "RCM/NONE/1")], "that you may open"),
    ] {
        let answer = specimen.post(&honduras, "/campaigns/new", &with(more)).await;
        assert!(answer.status == 422 && answer.body.contains(said), "{said}: {}", answer.body);
        let typed = if more[0].0 == "message_es" { "El desierto" } else { "Nadie que le venda" };
        assert!(answer.body.contains(typed), "{said}: what was typed stays");
    }
    assert!(!specimen.get(Some(&honduras), "/campaigns").await.body.contains("El desierto"), "nothing was entered");
    for (language, said) in [("es", "Lo que hace cada Estado"), ("fr", "Ce que fait chaque État")] {
        for path in ["/campaigns", "/campaigns/new", "/campaigns/compare"] {
            let page = get_in(&specimen, &honduras, path, language).await.body;
            assert!(!shows_a_key(&page, "campaigns"), "{path}: {page}");
            assert!(path != "/campaigns" || page.contains(said));
        }
    }
}

#[tokio::test]
async fn of_two_who_change_it_the_second_is_told() {
    let specimen = stage().await;
    let honduras = delegate(&specimen, "HND");
    let path = published(&specimen, &honduras, &[]).await;
    let write = format!("{path}/write");
    let form = specimen.get(Some(&honduras), &write).await.body;
    assert!(form.contains("value=\"2500.00\"") && form.contains("name=\"revision\" value=\"1\""), "{form}");
    let first = with(&[("revision", "1"), ("places", "Copán")]);
    path_of(specimen.post(&honduras, &write, &first).await);
    let second = specimen.post(&honduras, &write, &with(&[("revision", "1"), ("places", "Gracias")])).await;
    assert!(second.status == 409 && second.body.contains("Gracias"), "{}", second.body);
    let shown = specimen.get(Some(&delegate(&specimen, "COL")), &path).await.body;
    assert!(shown.contains("Copán") && shown.contains("revision 2"), "others see what was changed, and that: {shown}");
}

#[tokio::test]
async fn a_document_that_one_may_not_open_is_told_nobody() {
    let specimen = stage().await;
    let secretary = coordinator(&specimen);
    for (symbol, title, class) in [("RCM/VIII/1", "Open poster", "observers"), ("RCM/VIII/7", "Kept poster", "members")]
    {
        let paper = [
            ("symbol", symbol),
            ("kind", "report"),
            ("title_en", title),
            ("title_es", title),
            ("original", "es"),
            ("class", class),
        ];
        path_of(specimen.post(&secretary, "/papers/file", &paper).await);
    }
    let honduras = delegate(&specimen, "HND");
    let path = published(&specimen, &honduras, &[("papers", "RCM/VIII/1, rcm/viii/7")]).await;
    for (party, sees) in [("MEX", true), ("COL", false)] {
        let page = specimen.get(Some(&delegate(&specimen, party)), &path).await.body;
        assert!(page.contains("Open poster"), "{party}");
        assert_eq!((page.contains("Kept poster"), page.contains("RCM/VIII/7<")), (sees, sees), "{party}");
        let table = specimen.get(Some(&delegate(&specimen, party)), "/campaigns/export").await.body;
        let told = api_get(&specimen, &machine(&specimen, party), "/api/v1/campaigns").await.body;
        for text in [table, told] {
            assert_eq!((text.contains("RCM/VIII/1"), text.contains("RCM/VIII/7")), (true, sees), "{party}: {text}");
        }
    }
}

#[tokio::test]
async fn a_list_is_asked_by_state_year_audience_and_language() {
    let specimen = stage().await;
    let (honduras, mexico) = (delegate(&specimen, "HND"), delegate(&specimen, "MEX"));
    published(&specimen, &honduras, &[]).await;
    let other =
        [("title_es", "Mírela dos veces (ficticio)"), ("states", "MEX"), ("audiences", "women"), ("languages", "nah")];
    published(&specimen, &mexico, &[&other[..], &[("first_on-year", "2025")]].concat()).await;
    for (asked, expected) in [
        ("", (true, true)),
        ("?owner=HND", (true, false)),
        ("?owner=MEX", (false, true)),
        ("?year=2025", (false, true)),
        ("?year=2026", (true, true)),
        ("?year=2024", (false, false)),
        ("?audience=women", (false, true)),
        ("?language=quc", (true, false)),
        ("?language=quc&owner=MEX", (false, false)),
    ] {
        let seen = |text: &str| (text.contains("El desierto"), text.contains("dos veces"));
        for path in ["/campaigns", "/campaigns/export"] {
            let text = specimen.get(Some(&honduras), &format!("{path}{asked}")).await.body;
            assert_eq!(seen(&text), expected, "{path}{asked}");
        }
    }
    let token = machine(&specimen, "COL");
    for asked in ["owner=COL", "year=26", "audience=none", "language=none", "page=-1"] {
        assert_eq!(api_get(&specimen, &token, &format!("/api/v1/campaigns?{asked}")).await.status, 422, "{asked}");
    }
}

#[tokio::test]
async fn only_what_was_measured_and_paid_alike_is_compared() {
    let specimen = stage().await;
    let (honduras, mexico) = (delegate(&specimen, "HND"), delegate(&specimen, "MEX"));
    published(&specimen, &honduras, &[("title_es", "Uno")]).await;
    published(&specimen, &honduras, &[("title_es", "Dos"), ("measured", "views")]).await;
    let page = specimen.get(Some(&mexico), "/campaigns/compare").await.body;
    assert!(page.contains("No two published campaigns") && !page.contains("<table"), "{page}");
    published(&specimen, &mexico, &[("title_es", "Tres"), ("reached", "10000")]).await;
    published(&specimen, &mexico, &[("title_es", "Cuatro"), ("currency", "MXN")]).await;
    draft(&specimen, &mexico, &[("title_es", "Cinco")]).await;
    let page = specimen.get(Some(&mexico), "/campaigns/compare").await.body;
    assert!(page.contains("people counted on the spot, HNL") && page.contains("For 100 HNL"), "{page}");
    let at = |text: &str| page.find(text);
    assert!(at("MEX-1, Tres") < at("HND-1, Uno") && at("HND-1, Uno").is_some(), "most reached first");
    assert_eq!((at("Dos"), at("Cuatro"), at("Cinco")), (None, None, None));
    assert!(page.contains(">400<") && page.contains(">200<"), "10,000 and 5,000 people for 2,500 lempiras: {page}");
}

#[tokio::test]
async fn a_machine_writes_publishes_and_evaluates() {
    let specimen = stage().await;
    let token = machine(&specimen, "HND");
    let mut sent = json!({
        "title_es": "El desierto no perdona (ficticio)", "message_es": "Mensaje.", "audiences": ["youth"],
        "languages": ["cab"], "channels": ["radio"], "states": ["HND"], "places": "Tela", "first_on": "2026-02-02",
        "last_on": "2026-02-20", "measured": "not-measured", "decision": DECISION,
    });
    let made = api_post(&specimen, &token, "/api/v1/campaigns", &sent).await;
    assert_eq!(made.status, 201, "{}", made.body);
    let made: Value = serde_json::from_str(&made.body).unwrap();
    assert_eq!(
        (&made["reference"], &made["standing"], &made["revision"]),
        (&json!("HND-1"), &json!("draft"), &json!(1))
    );
    assert_eq!(made.get("cost_minor"), None, "what is not told is left out");
    sent["cost_minor"] = json!(1_250);
    let bad = api_post(&specimen, &token, "/api/v1/campaigns/HND-1", &sent).await;
    assert!(bad.status == 422 && bad.body.contains("currency"), "{}", bad.body);
    sent["currency"] = json!("USD");
    assert_eq!(api_post(&specimen, &token, "/api/v1/campaigns/HND-1", &sent).await.status, 409, "of no revision");
    sent["revision"] = json!(1);
    assert_eq!(api_post(&specimen, &token, "/api/v1/campaigns/HND-1", &sent).await.status, 200);
    assert_eq!(api_post(&specimen, &token, "/api/v1/campaigns/HND-2", &sent).await.status, 404);
    assert_eq!(api_post(&specimen, &token, "/api/v1/campaigns/HND-1/publish", &json!({})).await.status, 200);
    let found = json!({ "text": "T", "evaluated_on": "2026-02-25", "evaluated_by": "I" });
    let told = api_post(&specimen, &token, "/api/v1/campaigns/HND-1/evaluation", &found).await;
    assert!(told.status == 200 && told.body.contains("evaluated"), "{}", told.body);
    let table = api_get(&specimen, &token, "/api/v1/campaigns/export").await;
    assert_eq!(table.headers["content-type"], "text/csv; charset=utf-8");
    assert!(table.body.starts_with("reference,state,standing,") && table.body.contains("HND-1,HND,evaluated,"));
    assert!(table.body.contains(",1250,USD,,not-measured,RCM/VIII/2003/DEC/5,2026-02-25,T (I)\r\n"), "{}", table.body);
}
