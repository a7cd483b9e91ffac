//! What is found, by whom, and what nobody is told: through the pages and the API, with texts of our own.

#![allow(clippy::unwrap_used)]

use axum::body::Body;
use axum::http::Request;
use base::access::Purpose;
use base::specimen::{Answer, Session, Specimen};
use proptest::prelude::*;
use serde_json::json;

use super::FoundPage;
use crate::meetings::samples::*;

mod relevance;

/// A document to be filed, with one text or several.
struct Filed<'t> {
    symbol: &'t str,
    class: &'t str,
    meeting: &'t str,
    titles: (&'t str, &'t str),
    texts: Vec<(&'t str, &'t str)>,
}

async fn file(specimen: &Specimen, token: &str, filed: &Filed<'_>) {
    let Filed { symbol, class, meeting, titles: (title_en, title_es), texts } = filed;
    let body = json!({ "symbol": symbol, "kind": "report", "title_en": title_en, "title_es": title_es, "original": "es",
        "class": class, "meeting": meeting });
    let answer = specimen.call(token, Purpose::Secretariat, "/api/v1/papers", &body).await;
    assert_eq!(answer.status, 201, "{}", answer.body);
    for (language, text) in texts {
        bring(specimen, token, symbol, &format!("language={language}&format=txt"), text.as_bytes().to_vec()).await;
    }
}

async fn bring(specimen: &Specimen, token: &str, symbol: &str, query: &str, content: Vec<u8>) {
    let reference = symbol.replace('/', "-");
    let request = Request::post(format!("/api/v1/papers/{reference}/texts?{query}"))
        .header("authorization", format!("Bearer {token}"))
        .header("puebla-purpose", Purpose::Secretariat.code());
    let answer = specimen.send(request.body(Body::from(content)).unwrap()).await;
    assert_eq!(answer.status, 201, "{}", answer.body);
}

fn encoded(question: &str) -> String {
    base::web::shell::encoded(question)
}

async fn asked(specimen: &Specimen, token: &str, query: &str) -> Answer {
    api_get(specimen, token, &format!("/api/v1/search?{query}")).await
}

async fn found(specimen: &Specimen, token: &str, question: &str) -> FoundPage {
    let answer = asked(specimen, token, &format!("q={}", encoded(question))).await;
    assert_eq!(answer.status, 200, "{question}: {}", answer.body);
    serde_json::from_str(&answer.body).unwrap()
}

fn symbols(page: &FoundPage) -> Vec<&str> {
    page.found.iter().map(|found| found.symbol.as_str()).collect()
}

fn token_of(specimen: &Specimen, party: &str) -> String {
    let name = format!("{}.searcher", party.to_lowercase());
    specimen.token(&specimen.enrol(party, &name, &["delegate"]), &[Purpose::Secretariat])
}

/// One document in two languages about girls and boys who return.
fn returning<'t>(symbol: &'t str, class: &'t str) -> Filed<'t> {
    let spanish = "Las repatriaciones de niñas no acompañadas se avisan al consulado.\nLa protección va primero.";
    Filed {
        symbol,
        class,
        meeting: "",
        titles: ("Return of girls", "Retorno de niñas"),
        texts: vec![("es", spanish), ("fr", "Les réunifications des familles restent la règle de la sécurité.")],
    }
}

#[tokio::test]
async fn endings_accents_and_capitals_are_forgiven_and_a_phrase_is_not_taken_apart() {
    let specimen = specimen();
    let token = coordinator_token(&specimen);
    file(&specimen, &token, &returning("LAG/1", "observers")).await;
    for question in [
        "repatriación",
        "REPATRIACION",
        "niña",
        "nina acompañado",
        "réunification",
        "reunification famille",
        "securite",
        "proteccion",
        "LAG/1",
        "returning girl",
        "\"niñas no acompañadas\"",
        "«consulado la proteccion»",
    ] {
        assert_eq!(symbols(&found(&specimen, &token, question).await), ["LAG/1"], "{question}");
    }
    let apart = found(&specimen, &token, "\"acompañadas niñas\"").await;
    assert!(apart.some_words, "the words are there and the phrase is not");
    for none in ["pasaporte", "\"no hay nada\"", "NEAR(", "zzz"] {
        assert_eq!(found(&specimen, &token, none).await.found, Vec::new(), "{none}");
    }
    let page = found(&specimen, &token, "niña consulados").await;
    let marked: Vec<&str> =
        page.found[0].passages[0].iter().filter(|piece| piece.found).map(|piece| piece.text.as_str()).collect();
    assert_eq!(marked, ["niñas", "consulado"]);
    assert_eq!(page.found[0].language, "es");
}

#[tokio::test]
async fn conditions_narrow_what_is_found() {
    let specimen = specimen();
    let (coordinator, token) = (coordinator(&specimen), coordinator_token(&specimen));
    plan(&specimen, &coordinator, "RCM/VIII").await;
    file(&specimen, &token, &Filed { meeting: "RCM/VIII", ..returning("LAG/1", "participants") }).await;
    file(&specimen, &token, &returning("LAG/2", "members")).await;
    let only = async |query: &str| {
        let answer = asked(&specimen, &token, &format!("q=ni%C3%B1a{query}")).await;
        let page: FoundPage = serde_json::from_str(&answer.body).unwrap();
        let mut found: Vec<String> = page.found.into_iter().map(|found| found.symbol).collect();
        found.sort();
        found
    };
    assert_eq!(only("").await, ["LAG/1", "LAG/2"]);
    for one in ["&meeting=rcm/viii", "&body=rcm", "&year=2003", "&class=participants"] {
        assert_eq!(only(one).await, ["LAG/1"], "{one}");
    }
    assert_eq!(only("&class=members").await, ["LAG/2"]);
    assert!(only("&class=members&body=RCM").await.is_empty() && only("&class=none").await.is_empty());
    assert_eq!(asked(&specimen, &token, "q=").await.status, 422);
    assert_eq!(asked(&specimen, &token, "q=a").await.status, 422);
    for wrong in ["year=565721217077481984", "year=", "after=-543"] {
        let refused = asked(&specimen, &token, &format!("q=pasaporte&{wrong}")).await;
        let name = wrong.split('=').next().unwrap_or_default();
        assert!(refused.status == 422 && refused.body.contains(&format!("\"field\":\"{name}\"")), "{}", refused.body);
    }
    // A meeting that is called for another year takes its documents along.
    let mut moved = called("RCM/VIII");
    moved.retain(|(name, _)| !name.ends_with("-year"));
    moved.extend([("first_on-year", "2005"), ("last_on-year", "2005"), ("standing", "moved")]);
    path_of(specimen.post(&coordinator, "/meetings/RCM-VIII/change", &moved).await);
    assert_eq!(only("&year=2005").await, ["LAG/1"]);
    assert!(only("&year=2003").await.is_empty());
}

#[tokio::test]
async fn the_last_version_is_searched_and_a_picture_of_pages_by_its_titles() {
    let specimen = specimen();
    let token = coordinator_token(&specimen);
    file(&specimen, &token, &returning("LAG/1", "observers")).await;
    assert_eq!(found(&specimen, &token, "repatriación").await.found.len(), 1);
    bring(&specimen, &token, "LAG/1", "language=es&format=html", b"<p>Solo <b>albergues</b>.</p>".to_vec()).await;
    assert_eq!(found(&specimen, &token, "repatriación").await.found, Vec::new());
    assert_eq!(symbols(&found(&specimen, &token, "albergue").await), ["LAG/1"]);
    bring(&specimen, &token, "LAG/1", "language=es&format=pdf", b"%PDF-1.7 albergues".to_vec()).await;
    assert_eq!(found(&specimen, &token, "albergue").await.found, Vec::new());
    assert_eq!(symbols(&found(&specimen, &token, "retorno niña").await), ["LAG/1"]);
    // What is no document of a word processor, though it begins like one, has its titles too.
    bring(&specimen, &token, "LAG/1", "language=en&format=docx", b"PK\x03\x04 nothing".to_vec()).await;
    assert_eq!(symbols(&found(&specimen, &token, "returned girls").await), ["LAG/1"]);
}

#[tokio::test]
async fn decisions_and_minutes_are_found_by_whoever_may_open_them() {
    use crate::decisions::samples::{decide, held};
    let specimen = specimen();
    let coordinator = coordinator(&specimen);
    held(&specimen, &coordinator).await;
    decide(&specimen, &coordinator, "15").await;
    let written = [("based_on", "0"), ("text", "Habla la secretaría de un comentario."), ("note", "")];
    specimen.post(&coordinator, "/meetings/RCM-VIII/minutes/es", &written).await;
    let (member, observer) = (token_of(&specimen, "MEX"), token_of(&specimen, "COL"));
    let both = ["RCM/VIII", "RCM/VIII/2003/DEC/15"];
    let of = async |token: &str| {
        let page = found(&specimen, token, "comentarios").await;
        let mut found: Vec<String> = page.found.into_iter().map(|found| found.symbol).collect();
        found.sort();
        found
    };
    assert_eq!(of(&member).await, both);
    assert_eq!(of(&observer).await, both[1..], "a draft of minutes stays with members");
    let day = [("adopted_on-day", "2"), ("adopted_on-month", "12"), ("adopted_on-year", "2003")];
    let adoption = [&day[..], &[("who", "observers"), ("seen", "es-1")]].concat();
    let adopted = specimen.post(&coordinator, "/meetings/RCM-VIII/minutes/adopt", &adoption).await;
    assert_eq!(adopted.status, 303, "{}", adopted.body);
    assert_eq!(of(&observer).await, both);
}

#[tokio::test]
async fn whatever_is_typed_is_words() {
    let specimen = specimen();
    let (session, token) = (coordinator(&specimen), coordinator_token(&specimen));
    file(&specimen, &token, &returning("LAG/1", "observers")).await;
    let long = "niña ".repeat(2_000);
    for hostile in [
        "\"",
        "\"niña",
        "niña\"",
        "NEAR(niña consulado, 2)",
        "niña AND",
        "OR niña",
        "NOT",
        "niña*",
        "^niña",
        "title:niña",
        "{title body}: niña",
        "-niña",
        "niña + consulado",
        "'; DROP TABLE index_word; --",
        "\0niña",
        "niña\0",
        "%",
        "(((((",
        "\u{202e}niña",
        "🐚 niña",
        "ni\u{303}a",
        &long,
    ] {
        for path in ["/api/v1/search", "/search"] {
            let address = format!("{path}?q={}", encoded(hostile));
            let answer = match path {
                "/search" => specimen.get(Some(&session), &address).await,
                _ => api_get(&specimen, &token, &address).await,
            };
            let said = answer.status.as_u16();
            assert!(said == 200 || said == 422 && path != "/search", "{said} to {hostile:.40}");
        }
    }
    assert_eq!(symbols(&found(&specimen, &token, "title:niña").await).len(), 1, "some of the words are there");
}

#[tokio::test]
async fn pages_follow_one_another_and_have_an_end() {
    let specimen = specimen();
    let (session, token) = (coordinator(&specimen), coordinator_token(&specimen));
    for number in 1..=12 {
        file(&specimen, &token, &returning(&format!("LAG/{number}"), "observers")).await;
    }
    // What is due is taken in by a sweep as well.
    let ground = std::sync::Arc::clone(&specimen.ground);
    assert_eq!(tokio::task::spawn_blocking(move || super::sweep::sweep(&ground)).await.unwrap().unwrap(), 12);
    let mut seen = Vec::new();
    let mut query = "q=consulado".to_owned();
    for (rows, next) in [(10, Some(10)), (2, None)] {
        let page: FoundPage = serde_json::from_str(&asked(&specimen, &token, &query).await.body).unwrap();
        assert_eq!((page.found.len(), page.next), (rows, next));
        seen.extend(page.found.into_iter().map(|found| found.symbol));
        query = "q=consulado&after=10".to_owned();
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 12);
    let page = specimen.get(Some(&session), "/search?q=consulado").await.body;
    assert!(page.contains("<mark>consulado</mark>") && page.contains("/search?q=consulado&amp;after=10"), "{page}");
    for (after, status) in [("90", 200), ("999999999999", 200), ("x", 422)] {
        assert_eq!(asked(&specimen, &token, &format!("q=consulado&after={after}")).await.status, status);
    }
    assert_eq!(specimen.get(Some(&session), "/search?q=consulado&after=x").await.status, 200, "a person goes on");
}

#[tokio::test]
async fn a_rebuild_empties_the_index_and_the_next_search_fills_it_again() {
    use base::store::{House, rebuild};
    let specimen = specimen();
    let token = coordinator_token(&specimen);
    file(&specimen, &token, &returning("LAG/1", "observers")).await;
    let before = found(&specimen, &token, "securite").await;
    assert_eq!(symbols(&before), ["LAG/1"]);
    let mut house = House::open_alone(specimen.path(), &crate::HOUSE).unwrap();
    let rows = |house: &rusqlite::Connection| -> (u64, u64, u64) {
        let rows = "SELECT (SELECT count(*) FROM index_text), (SELECT count(*) FROM index_spelling), (SELECT count(*) FROM index_due)";
        house.query_row(rows, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap()
    };
    let (texts, spellings, due) = rows(&house);
    assert!(texts == 2 && spellings > 0 && due == 0, "{texts} {spellings} {due}");
    assert_eq!(rebuild(&mut house, &crate::HOUSE).unwrap().changed, Vec::<String>::new());
    assert_eq!(rows(&house), (0, 0, 1), "what was emptied is due");
    drop(house);
    assert_eq!(found(&specimen, &token, "securite").await, before);
}

#[tokio::test]
async fn the_page_speaks_three_languages() {
    let specimen = specimen();
    let coordinator = coordinator(&specimen);
    file(&specimen, &coordinator_token(&specimen), &returning("LAG/1", "observers")).await;
    for page in ["/search", "/search?q=ni%C3%B1a", "/search?q=zzz", "/search?q=a", "/search?q=zzz+ni%C3%B1a"] {
        for language in ["en", "es", "fr"] {
            let answer = get_in(&specimen, &coordinator, page, language).await;
            assert_eq!(answer.status, 200, "{page}");
            assert!(!shows_a_key(&answer.body, "search"), "{page}: a text is missing: {}", answer.body);
        }
    }
}

/// A document of a world that is drawn: its class, whether its meeting is kept for members, and which words it has.
type Drawn = (usize, bool, Vec<usize>);

const CLASSES: [&str; 4] = ["public", "participants", "observers", "members"];
const WORDS: [&str; 6] = ["retorno", "frontera", "consulado", "albergue", "pasaporte", "familia"];

/// Files a world and answers what each document has: its symbol and its words.
async fn world(specimen: &Specimen, coordinator: &Session, token: &str, drawn: &[Drawn]) -> Vec<(String, Vec<usize>)> {
    for (symbol, number, members_only) in [("RCM/VIII", "8", ""), ("RCM/IX", "9", "yes")] {
        let mut fields = called(symbol);
        fields.retain(|(name, _)| *name != "number");
        fields.extend([("number", number), ("members_only", members_only)]);
        path_of(specimen.post(coordinator, "/meetings/plan", &fields).await);
    }
    let mut made = Vec::new();
    for (at, (class, kept, words)) in drawn.iter().enumerate() {
        let symbol = format!("LAG/{at}");
        let said: Vec<&str> = words.iter().map(|word| WORDS[*word]).collect();
        let text = format!("{} secreto{at}", said.join(" "));
        let title = format!("Muestra oculta{at}");
        let meeting = if *kept { "RCM/IX" } else { "RCM/VIII" };
        let texts = vec![("es", text.as_str())];
        file(specimen, token, &Filed { symbol: &symbol, class: CLASSES[*class], meeting, titles: ("", &title), texts })
            .await;
        made.push((symbol, words.clone()));
    }
    made
}

/// Holds what one person finds against what the documents' own pages answer that person.
async fn finds_what_may_be_opened(specimen: &Specimen, person: (&Session, &str), made: &[(String, Vec<usize>)]) {
    let (session, token) = person;
    let mut open = Vec::new();
    for (symbol, words) in made {
        let page = specimen.get(Some(session), &format!("/papers/{}", symbol.replace('/', "-"))).await;
        open.push((symbol.as_str(), words, page.status == 200));
    }
    let nothing = asked(specimen, token, "q=zzzz").await.body;
    for (at, word) in WORDS.iter().enumerate() {
        let mut page = found(specimen, token, word).await;
        page.found.sort_by(|one, other| one.symbol.cmp(&other.symbol));
        let has = |(symbol, words, may): &(&str, &Vec<usize>, bool)| {
            (*may && words.contains(&at)).then(|| symbol.to_string())
        };
        let mut expected: Vec<String> = open.iter().filter_map(has).collect();
        expected.sort();
        assert_eq!(symbols(&page), expected, "{word}");
        assert_eq!(page.next, None);
    }
    for (at, (symbol, _, may)) in open.iter().enumerate() {
        for question in [format!("secreto{at}"), format!("oculta{at}"), symbol.to_string(), format!("\"oculta{at}\"")] {
            let answer = asked(specimen, token, &format!("q={}", encoded(&question))).await.body;
            if *may {
                assert!(answer.contains(&format!("\"{symbol}\"")), "{question}");
            } else if !question.starts_with("LAG") {
                assert_eq!(answer, nothing, "{question} tells that something is there");
            } else {
                assert!(!answer.contains(&format!("\"{symbol}\"")), "{question}: {answer}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, max_shrink_iters: 20, ..ProptestConfig::default() })]
    #[test]
    fn nobody_finds_or_learns_of_what_they_may_not_open(
        drawn in prop::collection::vec((0..CLASSES.len(), any::<bool>(), prop::collection::vec(0..WORDS.len(), 1..4)), 1..9),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let specimen = specimen();
            let (coordinator, token) = (coordinator(&specimen), coordinator_token(&specimen));
            let made = world(&specimen, &coordinator, &token, &drawn).await;
            for party in ["MEX", "COL"] {
                let (session, token) = (delegate(&specimen, party), token_of(&specimen, party));
                finds_what_may_be_opened(&specimen, (&session, &token), &made).await;
            }
            finds_what_may_be_opened(&specimen, (&coordinator, &token), &made).await;
        });
    }
}
