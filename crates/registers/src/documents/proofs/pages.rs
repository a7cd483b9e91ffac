//! Every page of the room in every language, and what machines read.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use base::access::Purpose;
use base::specimen::Session;
use serde_json::{Value, json};

use super::Stage;
use crate::documents::samples;
use crate::gallery::hang;

async fn in_language(stage: &Stage, session: &Session, path: &str, language: &str) -> String {
    let request = Request::get(path)
        .header("cookie", format!("{}={}; language={language}", base::identity::cookie_name(false), session.secret))
        .body(Body::empty());
    let answer = stage.specimen.send(request.unwrap()).await;
    assert_eq!(answer.status, StatusCode::OK, "{path} in {language}: {}", answer.body);
    answer.body
}

#[tokio::test]
async fn every_page_speaks_every_language() {
    let stage = Stage::new();
    let waiting = stage.submitted(&samples::typed()).await;
    let published = stage.published(&samples::typed()).await;
    let confirmed = stage.submitted(&samples::typed()).await;
    stage.confirmed(&stage.expert, &confirmed).await;
    let draft = stage.drafted(&stage.author, &samples::typed()).await;
    let mut longest = samples::typed();
    longest.points = vec![longest.points[0].clone(); 12];
    longest.points.iter_mut().for_each(|point| point.es = "Mire la fibra azul bajo la luz. ".repeat(7));
    let longest = stage.published(&longest).await;
    let own = [
        format!("/documents/{longest}/card"),
        "/documents?words=azul&class=counterfeit&kind=passport&issuer=UTO".to_owned(),
        "/documents?closed=1".to_owned(),
        "/documents/work?done=kept".to_owned(),
        "/documents/waiting".to_owned(),
        "/documents/new".to_owned(),
        draft.clone(),
        format!("{draft}/submit"),
        format!("/documents/{waiting}"),
        format!("/documents/{published}"),
        format!("/documents/{published}/card"),
        format!("/documents/{confirmed}/publish"),
        format!("/documents/{published}/review"),
        format!("/documents/{published}/supersede"),
        format!("/documents/{published}/withdraw"),
    ];
    let others = ["/documents/waiting?done=confirmed".to_owned(), format!("/documents/{waiting}/confirm")];
    let all = own.iter().map(|path| (&stage.author, path)).chain(others.iter().map(|path| (&stage.expert, path)));
    for (session, path) in all {
        let mut spoken = Vec::new();
        for language in ["es", "en", "fr"] {
            let body = in_language(&stage, session, path, language).await;
            assert!(body.contains(&format!("<html lang=\"{language}\"")), "{path}");
            hang(&format!("{}-{language}", path.replace(['/', '?', '&', '='], "_")), &body);
            let unsaid = body.split("documents-").skip(1).map(|rest| rest.split(['"', '<', ' ', '&']).next().unwrap());
            // Ids may begin so; a key in a text would stand between tags.
            let unsaid: Vec<&str> = unsaid.filter(|key| body.contains(&format!(">documents-{key}<"))).collect();
            assert!(unsaid.is_empty(), "{path} in {language}: {unsaid:?}");
            spoken.push(body);
        }
        assert!(spoken[0] != spoken[1] && spoken[1] != spoken[2]);
    }
}

#[tokio::test]
async fn a_point_is_shown_in_the_readers_language_or_the_authors_and_marked() {
    let stage = Stage::new();
    let reference = stage.published(&samples::typed()).await;
    let english = in_language(&stage, &stage.expert, &format!("/documents/{reference}/card"), "en").await;
    assert!(english.contains("<span lang=\"en\">The photo has no raised edge"));
    assert!(
        english.contains("<span lang=\"es\">El número repite"),
        "not translated: the author's words, marked as Spanish"
    );
    let spanish = in_language(&stage, &stage.expert, &format!("/documents/{reference}/card"), "es").await;
    assert!(spanish.contains("La foto no tiene el borde en relieve") && !spanish.contains("raised edge"));
}

#[tokio::test]
async fn what_an_author_wrote_is_escaped() {
    let stage = Stage::new();
    let mut typed = samples::typed();
    typed.points[0].es = "<script>alert(1)</script> & más".to_owned();
    typed.points[0].place = "\"><img src=x>".to_owned();
    let reference = stage.published(&typed).await;
    for path in ["", "/card"] {
        let body = in_language(&stage, &stage.expert, &format!("/documents/{reference}{path}"), "es").await;
        assert!(!body.contains("<script>alert") && !body.contains("<img src=x"), "{path}");
        assert!(body.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; más"));
    }
}

#[tokio::test]
async fn lists_go_on_page_by_page_and_find_by_words_without_accents() {
    let stage = Stage::new();
    let day = jiff::civil::date(2026, 3, 2);
    let texts = samples::many(0..120, day).chain([{
        let mut text = samples::text();
        text.points[0].es = Some("Perforación láser torcida en el número. (ficticio)".to_owned());
        text
    }]);
    samples::publish_all(stage.ground(), &stage.author.caller, &stage.expert.caller, texts).await.unwrap();
    let mut path = "/documents".to_owned();
    let mut seen = Vec::new();
    loop {
        let page = stage.specimen.get(Some(&stage.expert), &path).await.body;
        let rows: Vec<String> = page
            .split("href=\"/documents/RCM-")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap().to_owned())
            .collect();
        assert!(rows.len() <= 50);
        seen.extend(rows);
        let Some(next) = page.split("rel=\"next\"").next().filter(|_| page.contains("rel=\"next\"")) else { break };
        path = next.rsplit("href=\"").next().unwrap().split('"').next().unwrap().replace("&amp;", "&");
    }
    assert_eq!(seen.len(), 121);
    let mut once = seen.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), 121, "nothing twice, nothing left out");

    let find = |query: &'static str| async {
        stage.specimen.get(Some(&stage.expert), query).await.body.matches("href=\"/documents/RCM-").count()
    };
    assert_eq!(find("/documents?words=perforacion+laser").await, 1);
    assert_eq!(find("/documents?words=PERFORACI%C3%93N").await, 1);
    assert_eq!(find("/documents?words=100%25").await, 0, "a sign of LIKE stands for itself");
    assert_eq!(find("/documents?words=_").await, 0);
    assert_eq!(find("/documents?issuer=HND").await, 5);
    assert_eq!(find("/documents?issuer=HND&kind=visa").await, 1);
    assert_eq!(find("/documents?class=impostor").await, 0);
}

#[tokio::test]
async fn machines_hand_in_and_read_the_same() {
    let stage = Stage::new();
    stage.specimen.enrol("HND", "hnd.machine", &["document_examiner"]);
    let token = stage.specimen.token("hnd.machine", &[Purpose::DocumentExamination, Purpose::BorderControl]);
    let alert = json!({
        "fraud_class": "forgery", "techniques": ["photo_substitution"], "kind": "passport", "issuer": "UTO",
        "pattern": "k9-#######", "points": [{"level": 1, "place": "foto", "es": "El laminado forma una burbuja. (ficticio)"}],
        "documents_seen": 2, "first_seen": "2026-01", "detected_border": "air", "detected_in": "PAN", "language": "es"
    });
    let purpose = Purpose::DocumentExamination;
    let answer = stage.specimen.call(&token, purpose, "/api/v1/documents", &alert).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.body);
    assert_eq!(answer.headers["location"], "/api/v1/documents/RCM-2026-0001");
    let said: Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!((said["standing"].as_str(), said["pattern"].as_str()), (Some("submitted"), Some("K9#######")));

    stage.confirmed(&stage.expert, "RCM-2026-0001").await;
    stage.publish("RCM-2026-0001").await;
    let get = |path: &'static str, purpose: Purpose| {
        let request = Request::get(path)
            .header("authorization", format!("Bearer {token}"))
            .header("puebla-purpose", purpose.code())
            .body(Body::empty())
            .unwrap();
        stage.specimen.send(request)
    };
    let page: Value =
        serde_json::from_str(&get("/api/v1/documents?kind=passport", Purpose::BorderControl).await.body).unwrap();
    assert_eq!(page["alerts"][0]["reference"], "RCM-2026-0001");
    assert_eq!(page["alerts"][0]["confirmed_by"], "CAN");
    assert_eq!(page["alerts"][0]["points"], alert["points"]);
    let one: Value = serde_json::from_str(&get("/api/v1/documents/RCM-2026-0001", purpose).await.body).unwrap();
    assert_eq!(one["standing"], "published");
    assert_eq!(get("/api/v1/documents/RCM-2026-0002", purpose).await.status, StatusCode::NOT_FOUND);
    assert_eq!(get("/api/v1/documents?kind=scroll", purpose).await.status, StatusCode::UNPROCESSABLE_ENTITY);

    let mut wrong = alert.clone();
    wrong["issuer"] = json!("ZZZ");
    wrong["points"][0]["es"] = json!("");
    let refused = stage.specimen.call(&token, purpose, "/api/v1/documents", &wrong).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let said: Value = serde_json::from_str(&refused.body).unwrap();
    let fields: Vec<&str> =
        said["errors"].as_array().unwrap().iter().map(|fault| fault["field"].as_str().unwrap()).collect();
    assert_eq!(fields, ["issuer", "points.1.es"]);
    wrong["holder"] = json!("nobody");
    let refused = stage.specimen.call(&token, purpose, "/api/v1/documents", &wrong).await;
    assert_eq!(
        refused.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "a field that is none of ours is refused, not ignored"
    );
    assert!(refused.body.contains("holder"));
}
