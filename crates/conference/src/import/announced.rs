//! Whether something is said to take place on a day that stands behind: *to be held*, *se celebrará*, *prévue*.

use crate::tokens::Token;
use crate::verbs::{self, Shape, Speech};

/// Words that hold something: *celebrar*, *hosting*.
const HOLDING: &[&str] = &[
    "celebrar",
    "convocar",
    "realizar",
    "organizar",
    "hold",
    "convene",
    "convening",
    "holding",
    "celebracion",
    "realizacion",
    "host",
    "organize",
    "organise",
    "tenir",
    "organiser",
    "convoquer",
    "accueillir",
    "tenue",
    "celebrer",
];
/// Words that hand something to a meeting.
const HANDING: &[&str] = &[
    "report",
    "present",
    "submit",
    "presentar",
    "presente",
    "informe",
    "informar",
    "rapport",
    "presenter",
    "soumettre",
];
/// What a report is handed to.
const GATHERING: &[&str] =
    &["session", "meeting", "summit", "conference", "sesion", "reunion", "conferencia", "cumbre", "sommet"];
/// Words for what stands in a calendar.
const SLATED: &[&str] = &[
    "slated",
    "scheduled",
    "planned",
    "foreseen",
    "due",
    "programado",
    "programada",
    "previsto",
    "prevista",
    "prevu",
    "prevue",
    "prevus",
    "programmé",
];
/// What comes before a word of [`TAKING_PLACE`].
const ABOUT_TO: &[&str] = &[
    "will", "shall", "to", "be", "a", "se", "sera", "tendra", "habra", "should", "take", "devra", "doit", "aura",
    "seront",
];
/// Words by which something comes about.
const TAKING_PLACE: &[&str] = &[
    "be",
    "held",
    "hold",
    "host",
    "place",
    "convene",
    "convened",
    "lugar",
    "celebrarse",
    "realizarse",
    "efectuarse",
    "take",
    "meet",
    "organize",
    "submit",
    "present",
    "complete",
    "launch",
    "report",
    "organise",
    "tenir",
    "tenu",
    "tenue",
    "lieu",
    "organisé",
    "organisee",
];

/// Answers whether something is said to take place: *to be held*, *se celebrará*.
pub(super) fn announced(tokens: &[Token], from: usize, at: usize, language: Speech) -> bool {
    let before = &tokens[from..at];
    let near = &before[before.len().saturating_sub(14)..];
    let held = near.iter().any(|token| token.among(HOLDING));
    // *Report to the session of July 2019*
    let wide = &before[before.len().saturating_sub(22)..];
    let heard = wide.iter().any(|token| token.among(HANDING)) && near.iter().any(|token| token.among(GATHERING));
    let future = language != Speech::English
        && (0..near.len())
            .any(|at| verbs::at(&near[at..], language).is_some_and(|found| found.shape.meets(Shape::FUTURE)));
    // *A meeting slated for May*, *un taller previsto para febrero*
    let slated = before.last().is_some_and(|token| token.among(SLATED));
    let ends = |token: &Token, endings: &[&str]| endings.iter().any(|ending| token.fold.ends_with(ending));
    held || heard
        || slated
        || future
        || near.windows(2).any(|pair| {
            pair[0].among(ABOUT_TO)
                && (pair[1].among(TAKING_PLACE)
                    || ends(&pair[1], &["ara", "aran", "era"])
                    || ends(&pair[1], &["ira"]) && pair[0].is("se"))
        })
}
