//! What the library outside shows, and that it shows nothing else.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::Request;
use base::access::Purpose;
use base::specimen::{Answer, Session, Specimen};
use proptest::prelude::*;
use serde_json::json;

use crate::meetings::samples::*;

const CLASSES: [&str; 4] = ["public", "participants", "observers", "members"];

/// A server with three meetings, the second of which is kept for members, and whoever files.
struct Stage {
    specimen: Specimen,
    coordinator: Session,
    token: String,
}

async fn stage() -> Stage {
    let specimen = specimen();
    let coordinator = coordinator(&specimen);
    for (symbol, number, year, kept) in
        [("LAG/I", "1", "2001", ""), ("LAG/II", "2", "2002", "yes"), ("LAG/III", "3", "2003", "")]
    {
        let mut form = called(symbol);
        form.retain(|(name, _)| !["number", "series", "first_on-year", "last_on-year"].contains(name));
        form.extend([("series", "LAG"), ("number", number), ("first_on-year", year), ("last_on-year", year)]);
        form.extend((!kept.is_empty()).then_some(("members_only", kept)));
        path_of(specimen.post(&coordinator, "/meetings/plan", &form).await);
    }
    let token = coordinator_token(&specimen);
    Stage { specimen, coordinator, token }
}

impl Stage {
    /// Files a document with one text that says its name.
    async fn file(&self, symbol: &str, class: &str, meeting: &str) {
        let sent = json!({ "symbol": symbol, "kind": "note", "title_en": format!("Title of {symbol}"), "original": "en",
            "class": class, "meeting": meeting });
        let answer = self.specimen.call(&self.token, Purpose::Secretariat, "/api/v1/papers", &sent).await;
        assert_eq!(answer.status, 201, "{}", answer.body);
        self.bring(symbol, &format!("Words of {symbol}.")).await;
    }

    async fn bring(&self, symbol: &str, text: &str) {
        let path = format!("/api/v1/papers/{}/texts", symbol.replace('/', "-"));
        let request = Request::post(format!("{path}?language=en&authentic=true&format=txt"))
            .header("authorization", format!("Bearer {}", self.token))
            .header("puebla-purpose", Purpose::Secretariat.code());
        let answer = self.specimen.send(request.body(Body::from(text.to_owned())).unwrap()).await;
        assert_eq!(answer.status, 201, "{}", answer.body);
    }

    async fn classify(&self, symbol: &str, class: &str, rule: &str) -> Answer {
        let path = format!("/papers/{}/class", symbol.replace('/', "-"));
        let form = [("class", class), ("rule", rule), ("decided_by", "LAG/III")];
        self.specimen.post(&self.coordinator, &path, &form).await
    }

    /// Asks as somebody whom nobody knows.
    async fn outside(&self, path: &str) -> Answer {
        self.specimen.get(None, path).await
    }
}

#[tokio::test]
async fn a_public_document_is_read_cited_and_kept_without_signing_in() {
    let stage = stage().await;
    stage.file("LAG/III/1", "public", "LAG/III").await;
    stage.bring("LAG/III/1", "Later words.\n\n<script>alert(1)</script>").await;
    let list = stage.outside("/library").await;
    assert!(list.status == 200 && list.body.contains("/library/LAG-III-1"), "{}", list.body);
    let page = stage.outside("/library/LAG-III-1").await;
    assert_eq!(page.status, 200, "{}", page.body);
    assert!(page.body.contains("Later words.") && page.body.contains("&lt;script&gt;alert"), "{}", page.body);
    assert!(page.body.contains("LAG/III/1, en-2, ") && page.body.contains("/library/LAG-III-1/texts/en-2"), "cited");
    let links = page.headers["link"].to_str().unwrap();
    for language in ["en", "es", "fr"] {
        assert!(
            links.contains(&format!("?language={language}>; rel=\"alternate\"; hreflang=\"{language}\"")),
            "{links}"
        );
        let spoken = stage.outside(&format!("/library/LAG-III-1?language={language}")).await.body;
        assert!(spoken.contains(&format!("<html lang=\"{language}\">")), "{language}");
        assert!(!shows_a_key(&spoken, "library") && !shows_a_key(&spoken, "papers"), "{language}: a text is missing");
    }
    let former = stage.outside("/library/LAG-III-1?text=en-1").await.body;
    assert!(former.contains("Words of LAG/III/1.") && !former.contains("Later words."), "{former}");
    let file = stage.outside("/library/LAG-III-1/texts/en-1").await;
    assert_eq!(file.body, "Words of LAG/III/1.");
    assert!(file.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    assert_eq!(file.headers["x-content-type-options"], "nosniff");
    assert_eq!(stage.outside("/library/LAG-III-1/texts/en-3").await.status, 404);
}

#[tokio::test]
async fn a_citation_of_one_text_is_the_same_whoever_reads() {
    let stage = stage().await;
    stage.file("LAG/III/1", "public", "LAG/III").await;
    let cited = async |language: &str| {
        let page = stage.outside(&format!("/library/LAG-III-1?language={language}")).await.body;
        page.split("<p class=\"cite\">").nth(1).unwrap().split("</p>").next().unwrap().to_owned()
    };
    let english = cited("en").await;
    assert!(english.contains("Title of LAG/III/1") && english.contains("SHA-256"), "{english}");
    assert_eq!((cited("es").await, cited("fr").await), (english.clone(), english));
}

#[tokio::test]
async fn a_long_document_stays_a_page_that_a_telephone_can_take() {
    let stage = stage().await;
    stage.file("LAG/III/1", "public", "LAG/III").await;
    stage.bring("LAG/III/1", &"<\"Palabras\"> & más palabras de la misma frase.\n\n".repeat(20_000)).await;
    let page = stage.outside("/library/LAG-III-1").await;
    assert!(page.body.len() <= 150_000, "{}", page.body.len());
    assert!(page.body.contains("The text goes on in the file.") && page.body.contains("m\u{e1}s palabras"));
    for turn in 2..=51 {
        stage.file(&format!("LAG/III/{turn}"), "public", "LAG/III").await;
    }
    let list = stage.outside("/library").await.body;
    assert!(list.len() <= 150_000 && list.contains("after=LAG-III-2&amp;row=51"), "{}", list.len());
    let rest = stage.outside("/library?after=LAG-III-2&row=51").await.body;
    assert!(rest.contains("/library/LAG-III-1\"") && !rest.contains("/library/LAG-III-2\""), "{rest}");
}

#[tokio::test]
async fn the_list_is_narrowed_by_body_meeting_and_year() {
    let stage = stage().await;
    for (symbol, meeting) in [("LAG/I/1", "LAG/I"), ("LAG/III/1", "LAG/III"), ("LAG/DOC/1", "")] {
        stage.file(symbol, "public", meeting).await;
    }
    let shows = async |query: &str| {
        let page = stage.outside(&format!("/library{query}")).await.body;
        ["LAG-I-1", "LAG-III-1", "LAG-DOC-1"].map(|symbol| page.contains(&format!("/library/{symbol}\"")))
    };
    assert_eq!(shows("").await, [true, true, true]);
    assert_eq!(shows("?body=lag").await, [true, true, false]);
    assert_eq!(shows("?year=2003").await, [false, true, false]);
    assert_eq!(shows("?meeting=LAG/I").await, [true, false, false]);
    assert_eq!(shows("?body=RCM").await, [false, false, false]);
}

#[tokio::test]
async fn what_is_decided_anew_comes_out_or_goes_at_once_and_every_decision_stays() {
    let stage = stage().await;
    stage.file("LAG/III/1", "observers", "LAG/III").await;
    assert_eq!(stage.outside("/library/LAG-III-1").await.status, 404);
    let wrong = stage.classify("LAG/III/1", "public", "draft").await;
    assert!(wrong.status == 422 && wrong.body.contains("rule-error"), "{}", wrong.body);
    path_of(stage.classify("LAG/III/1", "public", "adopted").await);
    assert_eq!(stage.outside("/library/LAG-III-1").await.status, 200);
    let page = stage.specimen.get(Some(&delegate(&stage.specimen, "MEX")), "/papers/LAG-III-1").await.body;
    for said in [
        "Why you can see this",
        "delegates, and the secretariat’s coordinator, see the conference’s documents.",
        "The conference adopted or published it, so everyone may see it.",
        "Decided by: LAG/III.",
        "Nobody said by which rule.",
        "delegates of observers",
        "networks of civil society",
        "guests of its meeting",
        "everyone, without signing in",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    path_of(stage.classify("LAG/III/1", "members", "people").await);
    assert_eq!(stage.outside("/library/LAG-III-1").await.status, 404);
    let observer = delegate(&stage.specimen, "COL");
    assert_eq!(stage.specimen.get(Some(&observer), "/papers/LAG-III-1").await.status, 404);
    let page = stage.specimen.get(Some(&delegate(&stage.specimen, "GTM")), "/papers/LAG-III-1").await.body;
    assert!(page.contains("delegates of members") && !page.contains("delegates of observers"), "{page}");
    assert_eq!(page.matches("Decided by: LAG/III.").count(), 2, "{page}");
    stage.file("LAG/DOC/1", "members", "").await;
    let nowhere = stage.classify("LAG/DOC/1", "participants", "circulated").await;
    assert!(nowhere.status == 422 && nowhere.body.contains("class-error"), "{}", nowhere.body);
}

#[tokio::test]
async fn machines_are_told_of_the_library_and_of_nothing_else() {
    let stage = stage().await;
    stage.file("LAG/III/1", "public", "LAG/III").await;
    stage.file("LAG/III/2", "observers", "LAG/III").await;
    let robots = stage.outside("/robots.txt").await;
    assert!(robots.body.contains("Allow: /library\n") && robots.body.contains("Disallow: /\n"), "{}", robots.body);
    let map = stage.outside("/sitemap.xml").await;
    assert_eq!(map.headers["content-type"], "application/xml; charset=utf-8");
    assert!(map.body.contains("/library/LAG-III-1</loc>") && !map.body.contains("LAG-III-2"), "{}", map.body);
    let feed = stage.outside("/library/atom").await;
    assert_eq!(feed.headers["content-type"], "application/atom+xml; charset=utf-8");
    assert!(feed.body.starts_with("<?xml") && feed.body.contains("LAG/III/1: Title of LAG/III/1"), "{}", feed.body);
    assert_eq!((feed.body.matches("<entry>").count(), feed.body.contains("LAG/III/2")), (1, false));
    assert!(!stage.outside("/library/atom?body=RCM").await.body.contains("<entry>"));
}

/// One thing that is done to a library of six documents: filed so, or decided anew.
#[derive(Clone, Debug)]
struct Act {
    document: usize,
    class: usize,
    meeting: usize,
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn outside_there_is_exactly_what_is_public_and_not_kept_by_its_meeting(
        acts in proptest::collection::vec((0..6_usize, 0..4_usize, 0..4_usize), 1..14),
    ) {
        let acts = acts.into_iter().map(|(document, class, meeting)| Act { document, class, meeting }).collect();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(holds(acts));
    }
}

/// Does these acts and compares every way out of the library with what should be public.
async fn holds(acts: Vec<Act>) {
    let stage = stage().await;
    let mut filed: [Option<(usize, usize)>; 6] = [None; 6];
    let symbol = |document: usize| format!("LAG/DOC/{document}");
    for Act { document, class, meeting } in acts {
        if let Some((held, at)) = &mut filed[document] {
            // What has no meeting is not for those who take part in it.
            if !(CLASSES[class] == "participants" && *at == 0) {
                path_of(stage.classify(&symbol(document), CLASSES[class], "decision").await);
                *held = class;
            }
        } else {
            let meeting = if CLASSES[class] == "participants" { meeting.max(1) } else { meeting };
            stage.file(&symbol(document), CLASSES[class], ["", "LAG/I", "LAG/II", "LAG/III"][meeting]).await;
            filed[document] = Some((class, meeting));
        }
    }
    // By hand: the class says public, and the meeting is not the second, which is kept for members.
    let public: BTreeSet<usize> =
        (0..6).filter(|at| matches!(filed[*at], Some((0, meeting)) if meeting != 2)).collect();
    let named = |page: &str| (0..6).filter(|at| page.contains(&format!("LAG-DOC-{at}"))).collect::<BTreeSet<usize>>();
    let mut pages = Vec::new();
    for path in ["/library", "/library?body=LAG", "/library/atom", "/sitemap.xml"] {
        pages.push((path, stage.outside(path).await.body));
    }
    for (path, page) in &pages {
        let expected: BTreeSet<usize> = match *path {
            "/library?body=LAG" => {
                public.iter().copied().filter(|at| filed[*at].is_some_and(|(_, meeting)| meeting > 0)).collect()
            }
            _ => public.clone(),
        };
        assert_eq!(named(page), expected, "{path} of {filed:?}");
    }
    let absent = stage.outside("/library/LAG-DOC-9").await;
    for document in 0..6 {
        let path = format!("/library/LAG-DOC-{document}");
        for address in [path.clone(), format!("{path}/texts/en-1")] {
            let answer = stage.outside(&address).await;
            assert_eq!(answer.status == 200, public.contains(&document), "{address} of {filed:?}");
            if !public.contains(&document) {
                let told = |body: &str| {
                    body.replace(&format!("LAG-DOC-{document}"), "").replace("LAG-DOC-9", "").replace("/texts/en-1", "")
                };
                assert_eq!(told(&answer.body), told(&absent.body), "what is not public reads like what is not there");
            }
        }
        // Named as the place where a list goes on, what is not public is no place.
        let from = stage.outside(&format!("/library?after=LAG-DOC-{document}")).await.body;
        if !public.contains(&document) {
            let here = from.replace(&format!("LAG-DOC-{document}"), "");
            assert_eq!(named(&here), public, "{document} of {filed:?}");
        }
    }
}
