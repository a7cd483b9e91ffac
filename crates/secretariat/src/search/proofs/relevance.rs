//! Whether what is found first answers what was asked: questions of our own over documents of our own, and rankings that must not pass.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Write;

use base::ground::Settings;
use base::specimen::Specimen;
use base::words::Language;

use crate::meetings::samples::PLANS;

use super::{Filed, coordinator_token, file, found, symbols};

/// Texts of our own, a document a subject, in three languages; and questions with the document that answers each.
const LIBRARY: &str = include_str!("library.txt");
const QUESTIONS: &str = include_str!("questions.txt");

/// Questions a language that stood here first; those behind them were written before any of them was asked.
const FIRST_QUESTIONS: usize = 23;
/// Questions a language.
const QUESTIONS_EACH: usize = 60;

/// Documents that one volume of proceedings has.
const DOCUMENTS_BOUND: usize = 11;

/// A volume of proceedings: its symbol, and a text a language.
struct Bound {
    symbol: String,
    texts: [(&'static str, String); 3],
}

/// One question, what was found for it in its order, and what answers it.
struct Outcome {
    question: &'static str,
    answer: &'static str,
    found: Vec<String>,
}

impl Outcome {
    /// Answers whether the first of what was found is the answer.
    fn is_right(&self) -> bool {
        self.found.first().is_some_and(|first| first == self.answer)
    }
}

/// Answers the documents of the library: symbol, titles, and a text a language.
fn library() -> Vec<Filed<'static>> {
    let blocks = LIBRARY.split("# ").filter(|block| !block.trim().is_empty());
    blocks
        .map(|block| {
            let (symbol, rest) = block.split_once('\n').unwrap();
            let line = |tag: &str| rest.lines().find_map(|line| line.strip_prefix(tag)?.split_once(" | ")).unwrap();
            let (en, es, fr) = (line("en "), line("es "), line("fr "));
            let texts = vec![("en", en.1), ("es", es.1), ("fr", fr.1)];
            Filed { symbol, class: "observers", meeting: "", titles: (en.0, es.0), texts }
        })
        .collect()
}

async fn ask_all(specimen: &Specimen, token: &str, language: Language) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    for row in QUESTIONS.lines().filter(|line| line.starts_with(&format!("{} | ", language.tag()))) {
        let parts: Vec<&'static str> = row.split(" | ").collect();
        let page = found(specimen, token, parts[1]).await;
        let found = symbols(&page).into_iter().map(str::to_owned).collect();
        outcomes.push(Outcome { question: parts[1], answer: parts[2], found });
    }
    outcomes
}

/// Answers how many of some outcomes are right.
fn right(outcomes: &[Outcome]) -> usize {
    outcomes.iter().filter(|outcome| outcome.is_right()).count()
}

/// Answers whether eight in ten are right.
fn passes(outcomes: &[Outcome]) -> bool {
    10 * right(outcomes) >= 8 * outcomes.len()
}

/// Puts what was found for each question into an order that has nothing to do with it, the same one each time.
fn shuffled(outcomes: &[Outcome]) -> Vec<Outcome> {
    let chance = |question: &str, symbol: &str| {
        let mut hasher = DefaultHasher::new();
        (question, symbol).hash(&mut hasher);
        hasher.finish()
    };
    let shuffle = |outcome: &Outcome| {
        let mut found = outcome.found.clone();
        found.sort_by_key(|symbol| chance(outcome.question, symbol));
        Outcome { found, ..*outcome }
    };
    outcomes.iter().map(shuffle).collect()
}

/// Puts many texts together in long ones, as the proceedings of meetings do: whatever is asked, several have the words of it.
fn proceedings(library: &[Filed<'_>]) -> Vec<Bound> {
    let bind = |symbol: String, documents: &[Filed<'_>]| {
        let text = |tag: &str| {
            let texts = documents.iter().flat_map(|document| &document.texts);
            texts.filter(|(language, _)| *language == tag).map(|(_, text)| *text).collect::<Vec<_>>().join("\n")
        };
        Bound { symbol, texts: ["en", "es", "fr"].map(|tag| (tag, text(tag))) }
    };
    let parts = library.chunks(DOCUMENTS_BOUND).enumerate();
    let mut bound: Vec<Bound> = parts.map(|(at, part)| bind(format!("PROC/{}", at + 1), part)).collect();
    bound.push(bind("PROC/ALL".to_owned(), library));
    bound
}

/// Says what was measured where somebody asks for the figures.
fn tell(corpus: &str, language: Language, outcomes: &[Outcome]) {
    if std::env::var_os("PUEBLA_SEARCH_FIGURES").is_none() {
        return;
    }
    let (first, later) = outcomes.split_at(FIRST_QUESTIONS);
    let shuffled = right(&shuffled(outcomes));
    let mut lines = vec![format!(
        "{corpus}, {language:?}: {} of {QUESTIONS_EACH} right; {} of the first {FIRST_QUESTIONS}, {} of the later {}; in no order {shuffled}",
        right(outcomes),
        right(first),
        right(later),
        later.len(),
    )];
    let wrong = outcomes.iter().filter(|outcome| !outcome.is_right());
    lines.extend(wrong.map(|Outcome { question, answer, found }| format!("    {question}: {answer}, found {found:?}")));
    let _ = writeln!(std::io::stderr(), "{}", lines.join("\n"));
}

async fn measured(specimen: &Specimen, token: &str, corpus: &str) -> Vec<(Language, Vec<Outcome>)> {
    let mut all = Vec::new();
    for language in Language::ALL {
        let outcomes = ask_all(specimen, token, language).await;
        assert_eq!(outcomes.len(), QUESTIONS_EACH, "{language:?}");
        tell(corpus, language, &outcomes);
        all.push((language, outcomes));
    }
    all
}

#[tokio::test]
async fn of_eight_questions_in_ten_the_first_answer_is_right_in_each_language() {
    let specimen = Specimen::without_rates(&PLANS, Settings::default());
    let token = coordinator_token(&specimen);
    let library = library();
    for filed in &library {
        file(&specimen, &token, filed).await;
    }
    for (language, outcomes) in measured(&specimen, &token, "documents alone").await {
        assert!(passes(&outcomes) && passes(&outcomes[FIRST_QUESTIONS..]), "{language:?}");
    }
    for Bound { symbol, texts } in &proceedings(&library) {
        let texts = texts.iter().map(|(tag, text)| (*tag, text.as_str())).collect();
        let titles = ("Proceedings", "Memoria");
        file(&specimen, &token, &Filed { symbol, class: "observers", meeting: "", titles, texts }).await;
    }
    for (language, outcomes) in measured(&specimen, &token, "among proceedings").await {
        assert!(passes(&outcomes) && passes(&outcomes[FIRST_QUESTIONS..]), "{language:?}");
        assert!(
            !passes(&shuffled(&outcomes)),
            "{language:?}: an order that has nothing to do with the question passes"
        );
    }
}
