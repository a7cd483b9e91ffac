//! What each problem means: the address in a problem document's `type` leads here.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use maud::html;

use crate::web::tables::{Column, Table, table};
use crate::web::{Refusal, Visit};

/// Lists every problem there is.
pub(super) async fn list(visit: Visit) -> Response {
    let voice = &visit.voice;
    let rows = Refusal::CODES.into_iter().filter_map(Refusal::example).map(|refusal| {
        let code = refusal.code();
        vec![
            html! { a href={ "/problems/" (code) } { code { (code) } } },
            html! { (refusal.status().as_u16()) },
            html! { (voice.t(&format!("problem-{code}"))) },
        ]
    });
    let body = html! {
        h1 { (voice.t("problems-title")) }
        p { (voice.t("problems-what")) }
        (table(voice, &Table {
            id: "problems",
            caption: voice.t("problems-list").into_owned(),
            columns: ["problems-code", "problems-status", "problems-meaning"].map(|key| Column::text(voice.t(key))).to_vec(),
            rows: rows.collect(),
            empty: "problems-none",
        }))
    };
    visit.page("problems-title", body).into_response()
}

/// Explains one problem in the reader's language.
pub(super) async fn page(Path(code): Path<String>, visit: Visit) -> Result<Response, Refusal> {
    let refusal = Refusal::example(&code).ok_or(Refusal::NotFound)?;
    let (voice, code) = (&visit.voice, refusal.code());
    let title = format!("problem-{code}");
    let body = html! {
        h1 { (voice.t(&title)) }
        p { (voice.t(&format!("problems-{code}"))) }
        p .aside { (voice.tn("problems-as-sent", &[("status", refusal.status().as_u16().to_string().into()), ("code", code.into())])) }
        p { a href="/problems" { (voice.t("problems-all")) } }
    };
    Ok(visit.page(&title, body).into_response())
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;

    use crate::specimen::Specimen;
    use crate::web::Refusal;

    #[tokio::test]
    async fn every_problem_is_explained_in_every_language() {
        let specimen = Specimen::new(&[]);
        for code in Refusal::CODES {
            assert_eq!(Refusal::example(code).map(|refusal| refusal.code()), Some(code));
            for language in crate::words::Language::ALL {
                let request = axum::http::Request::get(format!("/problems/{code}"))
                    .header("cookie", format!("language={}", language.tag()))
                    .body(axum::body::Body::empty());
                let answer = specimen.send(request.expect("a request")).await;
                assert_eq!(answer.status, StatusCode::OK, "{code}");
                assert!(!answer.body.contains(&format!(">problems-{code}")), "{code} has no words");
            }
        }
        let mut browser = specimen.browser();
        assert!(Refusal::CODES.iter().all(|code| !code.is_empty()));
        let list = browser.get("/problems").await.body;
        assert!(Refusal::CODES.iter().all(|code| list.contains(&format!("/problems/{code}"))));
        assert_eq!(browser.get("/problems/no-such").await.status, StatusCode::NOT_FOUND);
    }
}
