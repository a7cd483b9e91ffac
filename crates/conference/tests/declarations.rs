//! Declarations of our own, each of another structure, read whole and held against a key written by hand.
//!
//! A key has a line a decision: `number | verbs | rules with the days they give | how the condition begins`.

use std::collections::BTreeSet;
use std::path::Path;

use conference::import::{Line, read};
use jiff::civil::Date;

/// One line of a key.
#[derive(Debug)]
struct Answer {
    number: u32,
    verbs: BTreeSet<String>,
    dues: BTreeSet<String>,
    condition: String,
}

fn answers(key: &str) -> (Date, Vec<Answer>) {
    let ended_on =
        key.lines().next().and_then(|line| line.strip_prefix("# meeting ended ")).expect("the first line says when");
    let answer = |line: &str| {
        let mut fields = line.split('|').map(str::trim);
        let mut next = || fields.next().unwrap_or("").to_owned();
        Answer {
            number: next().parse().expect("a number"),
            verbs: next().split_whitespace().map(str::to_owned).collect(),
            dues: next().split(';').map(|due| due.trim().to_owned()).filter(|due| !due.is_empty()).collect(),
            condition: next(),
        }
    };
    (ended_on.parse().expect("a day"), key.lines().skip(1).map(answer).collect())
}

/// Answers what is wrong in one line, in words.
fn wrong(line: &Line, answer: &Answer) -> Vec<String> {
    let verbs: BTreeSet<String> = line.verbs.iter().map(ToString::to_string).collect();
    let due = |due: &conference::import::Due| match due.date {
        Some(date) => format!("{} = {date}", due.rule),
        None => due.rule.to_string(),
    };
    let dues: BTreeSet<String> = line.dues.iter().map(due).collect();
    let condition = line.condition.clone().unwrap_or_default();
    let mut wrong = Vec::new();
    if line.number != answer.number {
        wrong.push(format!("number {} for {}", line.number, answer.number));
    }
    if verbs != answer.verbs {
        wrong.push(format!("{}: verbs {verbs:?} for {:?}", answer.number, answer.verbs));
    }
    if dues != answer.dues {
        wrong.push(format!("{}: dues {dues:?} for {:?}", answer.number, answer.dues));
    }
    if condition.is_empty() != answer.condition.is_empty() || !condition.starts_with(&answer.condition) {
        wrong.push(format!("{}: condition {condition:?} for {:?}", answer.number, answer.condition));
    }
    wrong
}

/// Reads one declaration and answers everything that differs from its key.
fn differences(name: &str, key: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/declarations");
    let bytes = std::fs::read(folder.join(name)).expect("the declaration is there");
    let key = std::fs::read_to_string(folder.join(key)).expect("its key is there");
    let (ended_on, answers) = answers(&key);
    let reading = read(&bytes, Some(ended_on), &mut |_| {}).expect("it can be read");
    let lines: Vec<Line> = reading.drafts.iter().map(|draft| draft.line()).collect();
    let mut found: Vec<String> = lines.iter().zip(&answers).flat_map(|(line, answer)| wrong(line, answer)).collect();
    if lines.len() != answers.len() {
        found.push(format!("{} decisions for {}", lines.len(), answers.len()));
    }
    found.into_iter().map(|what| format!("{name}: {what}")).collect()
}

const DECLARATIONS: &[(&str, &str)] = &[
    ("group-conclusions.txt", "group-conclusions.key"),
    ("declaracion-acuerdan.txt", "declaracion-acuerdan.key"),
    ("assembly-resolution.txt", "assembly-resolution.key"),
    ("we-declaration.txt", "we-declaration.key"),
    ("resuelve-ordinales.txt", "resuelve-ordinales.key"),
    ("chair-communique.txt", "chair-communique.key"),
    ("paises-miembros.html", "paises-miembros.key"),
    ("declaran-deciden.txt", "declaran-deciden.key"),
    ("welcomed-and-agreed.txt", "welcomed-and-agreed.key"),
    ("en-una-linea.txt", "en-una-linea.key"),
    ("we-of-many-states.txt", "we-of-many-states.key"),
    ("tracked-on-a-page.txt", "tracked-on-a-page.key"),
    ("plazos.txt", "plazos.key"),
    ("deadlines.txt", "deadlines.key"),
    ("headline.txt", "headline.key"),
    ("below-a-colon.txt", "below-a-colon.key"),
    ("every-deadline.txt", "every-deadline.key"),
    ("todos-los-plazos.txt", "todos-los-plazos.key"),
    ("quoted-and-tabled.html", "quoted-and-tabled.key"),
    ("quoted-draft.txt", "quoted-draft.key"),
    ("talleres-acordados.txt", "talleres-acordados.key"),
    ("cumbre-numerada.txt", "cumbre-numerada.key"),
    ("work-of-a-year.txt", "work-of-a-year.key"),
    ("trabajo-de-un-ano.txt", "trabajo-de-un-ano.key"),
    ("one-article.txt", "one-article.key"),
    ("in-this-regard.txt", "in-this-regard.key"),
    ("bajo-letras.txt", "bajo-letras.key"),
    ("quien-y-cuando.html", "quien-y-cuando.key"),
    ("capitulos-en-una-linea.txt", "capitulos-en-una-linea.key"),
    ("seminars-agreed.html", "seminars-agreed.key"),
    ("as-follows.txt", "as-follows.key"),
    ("chapters-and-ranges.txt", "chapters-and-ranges.key"),
    ("nos-comprometemos.txt", "nos-comprometemos.key"),
    ("over-the-text.txt", "over-the-text.key"),
    ("topics.txt", "topics.key"),
    ("temas.txt", "temas.key"),
    ("chapters-of-dashes.txt", "chapters-of-dashes.key"),
    ("luego-recomienda.txt", "luego-recomienda.key"),
    ("whatever-the-words.txt", "whatever-the-words.key"),
    ("plazos-de-otro-modo.txt", "plazos-de-otro-modo.key"),
    ("lettered-chapters.txt", "lettered-chapters.key"),
    ("alone-on-its-line.txt", "alone-on-its-line.key"),
    ("acts-below.txt", "acts-below.key"),
    ("several-at-once.txt", "several-at-once.key"),
    ("their-own-work.txt", "their-own-work.key"),
    ("varios-actos.txt", "varios-actos.key"),
    ("numbers-go-on.txt", "numbers-go-on.key"),
    ("acordamos-asimismo.txt", "acordamos-asimismo.key"),
    ("needs-and-signs.txt", "needs-and-signs.key"),
    ("y-actualizarlo.txt", "y-actualizarlo.key"),
    ("dated-considerations.txt", "dated-considerations.key"),
    ("officials-welcomed.txt", "officials-welcomed.key"),
    ("y-se-le-solicita.txt", "y-se-le-solicita.key"),
    ("communique-final.txt", "communique-final.key"),
    ("signs-over-letters.txt", "signs-over-letters.key"),
    ("called-decisions.txt", "called-decisions.key"),
    ("preamble-and-chapters.txt", "preamble-and-chapters.key"),
    ("sessions.txt", "sessions.key"),
    ("sin-renglones.txt", "sin-renglones.key"),
    ("behind-the-list.txt", "behind-the-list.key"),
    ("commit-ourselves.txt", "commit-ourselves.key"),
    ("numbers-that-tell.txt", "numbers-that-tell.key"),
    ("numbered-considerations.txt", "numbered-considerations.key"),
    ("mending-is-dear.txt", "mending-is-dear.key"),
    ("that-the-following.txt", "that-the-following.key"),
    ("talks-and-noun.txt", "talks-and-noun.key"),
    ("continuidad-y-desarrollo.txt", "continuidad-y-desarrollo.key"),
];

#[test]
fn each_declaration_is_read_as_its_key_says() {
    let found: Vec<String> = DECLARATIONS.iter().flat_map(|(name, key)| differences(name, key)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_key_that_says_something_else_is_found() {
    let found = differences("group-conclusions.txt", "chair-communique.key");
    assert!(found.len() > 10, "{found:?}");
}
