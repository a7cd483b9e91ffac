//! A document's life, and every way in which one is refused.

#![allow(clippy::unwrap_used)]

use axum::body::Body;
use axum::http::Request;
use base::access::Purpose;
use base::specimen::{Answer, Session, Specimen};
use serde_json::json;

mod languages;

use super::paper::FILE_BYTES_MAX;
use crate::meetings::samples::*;

/// SHA-256 of `Uno`, by another program.
const UNO: &str = "17bcc6fa36e1f8768160b83ec0200da903a89f26b218a9e8cd316fe51f1e7052";

const DOCUMENT: [(&str, &str); 6] = [
    ("symbol", "RCM/VIII/1"),
    ("kind", "report"),
    ("title_en", "Specimen report"),
    ("title_es", "Informe de muestra"),
    ("original", "es"),
    ("class", "observers"),
];

fn with(more: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    let kept = DOCUMENT.iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name));
    kept.chain(more).copied().collect()
}

async fn file(specimen: &Specimen, session: &Session, more: &[(&'static str, &'static str)]) -> String {
    path_of(specimen.post(session, "/papers/file", &with(more)).await)
}

/// Sends the form with a file, as a browser does.
async fn bring(specimen: &Specimen, session: &Session, path: &str, name: &str, content: &[u8]) -> Answer {
    let field = |name: &str, value: &str| {
        format!("--edge\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let mut body = field("csrf", &session.csrf) + &field("language", "es") + &field("authentic", "yes");
    body += &field("note", "Paragraph 2");
    body += &format!("--edge\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
    let body = [body.as_bytes(), content, b"\r\n--edge--\r\n"].concat();
    let request = Request::post(format!("{path}/add"))
        .header("cookie", format!("puebla={}", session.secret))
        .header("content-type", "multipart/form-data; boundary=edge");
    specimen.send(request.body(Body::from(body)).unwrap()).await
}

#[tokio::test]
async fn every_version_stays_and_is_handed_over_as_a_file() {
    let specimen = specimen();
    let coordinator = coordinator(&specimen);
    let path = file(&specimen, &coordinator, &[]).await;
    assert_eq!(path, "/papers/RCM-VIII-1");
    for text in ["Uno", "Dos"] {
        assert_eq!(path_of(bring(&specimen, &coordinator, &path, "a.txt", text.as_bytes()).await), path);
    }
    let observer = delegate(&specimen, "COL");
    let page = specimen.get(Some(&observer), &path).await.body;
    assert!(page.contains("Paragraph 2") && page.contains("There is no text in English yet."), "{page}");
    assert!(page.contains("You see this document because you work for a member, an observer"), "{page}");
    assert!(page.contains(UNO), "{page}");
    for (version, text) in [("es-1", "Uno"), ("es-2", "Dos")] {
        let got = specimen.get(Some(&observer), &format!("{path}/texts/{version}")).await;
        assert_eq!((got.status.as_u16(), got.body.as_str()), (200, text));
        assert_eq!(got.headers["content-disposition"], format!("attachment; filename=\"RCM-VIII-1-{version}.txt\""));
        assert_eq!(got.headers["x-content-type-options"], "nosniff");
    }
    assert_eq!(specimen.get(Some(&observer), &format!("{path}/texts/es-3")).await.status, 404);
}

#[tokio::test]
async fn what_changed_between_two_versions_is_shown_to_whoever_reads_the_document() {
    let specimen = specimen();
    let coordinator = coordinator(&specimen);
    let path = file(&specimen, &coordinator, &[]).await;
    let lines = |middle: &str| format!("Se abre.\n\nUno.\n\nDos.\n\n{middle}\n\nTres.\n\nCuatro.\n\nSe cierra.\n");
    for middle in ["Habla México.", "Habla la señora Uno.", "Habla el señor Uno."] {
        path_of(bring(&specimen, &coordinator, &path, "a.txt", lines(middle).as_bytes()).await);
    }
    let observer = delegate(&specimen, "COL");
    assert!(specimen.get(Some(&observer), &path).await.body.contains(&format!("{path}/texts/es-3/changes")));
    let page = specimen.get(Some(&observer), &format!("{path}/texts/es-3/changes")).await.body;
    assert!(page.contains("<del>") && page.contains("la señora") && page.contains("el señor"), "{page}");
    assert!(page.contains("One paragraph changed.") && page.contains("2 paragraphs are the same."), "{page}");
    assert!(!page.contains("Se cierra."), "what stands far from a change is counted: {page}");
    let first = specimen.get(Some(&observer), &format!("{path}/texts/es-3/changes?before=1")).await.body;
    assert!(first.contains("México") && !first.contains("la señora"), "{first}");
    for absent in ["es-1/changes", "es-4/changes", "en-2/changes"] {
        assert_eq!(specimen.get(Some(&observer), &format!("{path}/texts/{absent}")).await.status, 404, "{absent}");
    }
    let token = coordinator_token(&specimen);
    let told = api_get(&specimen, &token, &format!("/api/v1{path}/texts/es-2/changes")).await.body;
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    let change = json!({ "what": "changed", "was": "Habla México.", "is": "Habla la señora Uno." });
    assert_eq!(told["changes"], json!([change]), "{told}");
    assert_eq!(api_get(&specimen, &token, &format!("/api/v1{path}/texts/es-2/changes?before=x")).await.status, 422);
    path_of(bring(&specimen, &coordinator, &path, "a.pdf", b"%PDF-1.7 specimen").await);
    let unread = specimen.get(Some(&observer), &format!("{path}/texts/es-4/changes")).await.body;
    assert!(unread.contains("cannot be read here"), "{unread}");
    let kept = file(&specimen, &coordinator, &[("symbol", "RCM/VIII/2"), ("class", "members")]).await;
    for text in ["Uno", "Dos"] {
        path_of(bring(&specimen, &coordinator, &kept, "a.txt", text.as_bytes()).await);
    }
    assert_eq!(specimen.get(Some(&observer), &format!("{kept}/texts/es-2/changes")).await.status, 404);
}

#[tokio::test]
async fn a_page_never_leaves_as_one() {
    let specimen = specimen();
    let coordinator = coordinator(&specimen);
    let path = file(&specimen, &coordinator, &[]).await;
    path_of(bring(&specimen, &coordinator, &path, "a.html", b"<script>alert(1)</script>").await);
    let got = specimen.get(Some(&coordinator), &format!("{path}/texts/es-1")).await;
    assert_eq!(got.headers["content-type"], "application/octet-stream");
    assert!(got.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
}

#[tokio::test]
async fn what_cannot_be_used_is_said_and_nothing_typed_is_lost() {
    let specimen = specimen();
    let coordinator = coordinator(&specimen);
    let wrong = with(&[("symbol", "one"), ("kind", "tale"), ("title_en", ""), ("title_es", ""), ("meeting", "RCM/X")]);
    let answer = specimen.post(&coordinator, "/papers/file", &wrong).await;
    assert_eq!(answer.status, 422);
    for field in ["symbol", "kind", "title_en"] {
        assert!(answer.body.contains(&format!("id=\"{field}-error\"")), "{field}");
    }
    assert!(answer.body.contains("value=\"RCM/X\""));
    let path = file(&specimen, &coordinator, &[]).await;
    assert!(specimen.post(&coordinator, "/papers/file", &with(&[])).await.body.contains("symbol-error"));
    let orphan = with(&[("symbol", "RCM/VIII/2"), ("meeting", "RCM/X")]);
    assert!(specimen.post(&coordinator, "/papers/file", &orphan).await.body.contains("meeting-error"));
    for (name, content) in [("a.pdf", &b"MZ"[..]), ("a.exe", b"MZ"), ("a.txt", b"")] {
        let answer = bring(&specimen, &coordinator, &path, name, content).await;
        assert!(answer.status == 422 && answer.body.contains("file-error"), "{name}");
        assert!(answer.body.contains("Paragraph 2"), "the note stays");
    }
    let large = vec![b'a'; FILE_BYTES_MAX + 1];
    assert_eq!(bring(&specimen, &coordinator, &path, "a.txt", &large).await.status, 413);
    assert!(!specimen.get(Some(&coordinator), &path).await.body.contains("/texts/"), "nothing was entered");
}

#[tokio::test]
async fn what_is_kept_for_members_or_by_its_meeting_is_not_there_for_observers() {
    let specimen = specimen();
    let coordinator = coordinator(&specimen);
    let mut kept = called("RCM/VIII");
    kept.push(("members_only", "yes"));
    path_of(specimen.post(&coordinator, "/meetings/plan", &kept).await);
    let own = file(&specimen, &coordinator, &[("class", "members")]).await;
    let by_meeting = file(&specimen, &coordinator, &[("symbol", "RCM/VIII/2"), ("meeting", "RCM/VIII")]).await;
    let (member, observer) = (delegate(&specimen, "MEX"), delegate(&specimen, "COL"));
    for path in [own, by_meeting] {
        path_of(bring(&specimen, &coordinator, &path, "a.txt", b"Uno").await);
        let symbol = path.trim_start_matches("/papers/");
        for address in [path.clone(), format!("{path}/texts/es-1")] {
            assert_eq!(specimen.get(Some(&member), &address).await.status, 200);
            assert_eq!(specimen.get(Some(&observer), &address).await.status, 404);
        }
        assert!(specimen.get(Some(&member), "/papers").await.body.contains(symbol));
        assert!(!specimen.get(Some(&observer), "/papers").await.body.contains(symbol));
        assert!(specimen.get(Some(&member), "/papers/news").await.body.contains(symbol));
        assert!(!specimen.get(Some(&observer), "/papers/news").await.body.contains(symbol));
        assert_eq!(bring(&specimen, &member, &path, "a.txt", b"Dos").await.status, 404);
    }
}

#[tokio::test]
async fn a_machine_does_as_a_person_does() {
    let specimen = specimen();
    let token = coordinator_token(&specimen);
    let sent =
        json!({ "symbol": "RCM/VIII/1", "kind": "note", "title_en": "One", "original": "en", "class": "public" });
    let answer = specimen.call(&token, Purpose::Secretariat, "/api/v1/papers", &sent).await;
    assert_eq!(answer.status, 201, "{}", answer.body);
    let place = answer.headers["location"].to_str().unwrap().to_owned();
    let post = async |query: &str, body: &'static str| {
        let request = Request::post(format!("{place}/texts?{query}"))
            .header("authorization", format!("Bearer {token}"))
            .header("puebla-purpose", Purpose::Secretariat.code());
        specimen.send(request.body(Body::from(body)).unwrap()).await
    };
    let added = post("language=en&authentic=true&format=txt", "One").await;
    assert!(added.status == 201 && added.body.contains("\"text\":\"en-1\""), "{}", added.body);
    let refused = post("language=xx&authentic=maybe&format=pdf", "One").await;
    assert_eq!(refused.status, 422);
    for code in ["\"language\"", "\"authentic\"", "\"file\""] {
        assert!(refused.body.contains(code), "{}", refused.body);
    }
    assert_eq!(api_get(&specimen, &token, &format!("{place}/texts/en-1")).await.body, "One");
    let list = api_get(&specimen, &token, "/api/v1/papers").await.body;
    assert!(list.contains("RCM/VIII/1") && !list.contains("next"), "{list}");
    assert_eq!(api_get(&specimen, &token, "/api/v1/papers?before=x").await.status, 422);
}

#[tokio::test]
async fn every_page_speaks_three_languages() {
    let specimen = specimen();
    let coordinator = coordinator(&specimen);
    let path = file(&specimen, &coordinator, &[]).await;
    for text in ["Uno", "Dos"] {
        path_of(bring(&specimen, &coordinator, &path, "a.txt", text.as_bytes()).await);
    }
    let news = specimen.get(Some(&coordinator), "/papers/news").await.body;
    assert!(
        news.contains("A text was added: Español, version 2.") && news.contains("The document was filed."),
        "{news}"
    );
    assert!(
        specimen.get(Some(&coordinator), "/papers/news?meeting=RCM/X").await.body.contains("Nothing was filed yet")
    );
    for page in [
        "/papers",
        "/papers/news",
        "/papers/file",
        &path,
        &format!("{path}/add"),
        &format!("{path}/texts/es-2/changes"),
    ] {
        for language in ["en", "es", "fr"] {
            let answer = get_in(&specimen, &coordinator, page, language).await;
            assert_eq!(answer.status, 200, "{page}");
            assert!(!crate::meetings::samples::shows_a_key(&answer.body, "papers"), "{page}: a text is missing");
        }
    }
}

#[tokio::test]
async fn a_text_whose_file_is_gone_is_found_by_verifying() {
    let specimen = specimen();
    let coordinator = coordinator(&specimen);
    let path = file(&specimen, &coordinator, &[]).await;
    path_of(bring(&specimen, &coordinator, &path, "a.txt", b"Uno").await);
    let operator = specimen.signed_in("XSV", "operator", Purpose::Operation);
    let place = specimen.path().join("files").join(&UNO[..2]).join(UNO);
    std::fs::remove_file(&place).unwrap();
    for gone in [true, false] {
        assert_eq!(specimen.post(&operator, "/operation/verification", &[]).await.status, 303);
        assert_eq!(specimen.get(Some(&operator), "/operation").await.body.contains(UNO), gone);
        std::fs::write(&place, b"Uno").unwrap();
    }
}
