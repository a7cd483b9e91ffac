//! Where in a sentence the main clause may begin, behind the phrases that open it.

use super::clauses::{SUBJECT_TOKENS_MAX, is_consideration};
use super::grammar::grammar;
use crate::tokens::Token;
use crate::verbs::{self, Act, Shape, Speech};

/// How many commas may stand before the main clause.
const COMMAS_MAX: usize = 8;

/// Answers where the main clause may begin: after a comma or a colon, and at a pronoun.
pub(super) fn restarts(tokens: &[Token], language: Speech) -> Vec<usize> {
    let mut places = Vec::new();
    for (at, token) in tokens.iter().enumerate().take(SUBJECT_TOKENS_MAX) {
        if token.is(",") && places.len() < COMMAS_MAX {
            places.push(at + 1);
        }
        let pronoun = at > 0 && at < 14 && token.among(grammar(language).pronouns) && !token.is("it");
        let ours = language != Speech::English
            && at > 0
            && at < 14
            && verbs::at(&tokens[at..], language).is_some_and(|found| found.shape.meets(Shape::OURS));
        let said = language == Speech::Spanish
            && at > 0
            && at < 14
            && token.is("se")
            && verbs::at(&tokens[at + 1..], language).is_some_and(|found| found.verb.act() == Act::Said);
        // *With regard to the reports the Vice-Ministers agree …*
        let body = at > 1
            && at < 40
            && token.among(&["the", "los", "las", "la", "el"])
            && tokens.get(at + 1).is_some_and(|next| next.among(grammar(language).bodies))
            && opens_with_phrase(tokens, language);
        if pronoun || ours || said || body {
            places.push(at);
        }
    }
    places
}

/// Words with which a phrase before the main clause opens.
pub(super) const OPENING: &[&str] = &[
    "in",
    "to",
    "with",
    "regarding",
    "concerning",
    "on",
    "as",
    "within",
    "for",
    "by",
    "through",
    "given",
    "dado",
    "dada",
    "dados",
    "dadas",
    "under",
    "upon",
    "at",
    "following",
    "during",
    "after",
    "before",
    "once",
    "if",
    "when",
    "while",
    "pursuant",
    "based",
    "against",
    "considering",
    "recognizing",
    "taking",
    "since",
    "en",
    "con",
    "para",
    "a",
    "respecto",
    "sobre",
    "dentro",
    "por",
    "mediante",
    "tomando",
    "considerando",
    "conforme",
    "de",
    "como",
    "durante",
    "tras",
    "luego",
    "una",
    "al",
    "ante",
    "segun",
    "desde",
    "bajo",
    "siempre",
    "si",
    "cuando",
    "sin",
    "reconociendo",
    "teniendo",
    "finally",
    "finalmente",
    "where",
    "donde",
    "asimismo",
    "ademas",
    "furthermore",
    "moreover",
    "additionally",
    "likewise",
    "igualmente",
    "lastly",
    "accordingly",
    "also",
    "dans",
    "pour",
    "afin",
    "lors",
    "au",
    "aux",
    "à",
    "apres",
    "concernant",
    "face",
    "compte",
    "outre",
    "suite",
    "grace",
    "sous",
    "avec",
    "depuis",
    "quant",
    "eu",
];

/// Answers whether a sentence begins with such a phrase.
pub(super) fn opens_with_phrase(tokens: &[Token], language: Speech) -> bool {
    tokens.first().is_some_and(|first| {
        first.among(OPENING)
            || first.fold.ends_with("ly")
            || first.fold.ends_with("mente")
            || is_consideration(&tokens[..1], language)
    })
}
