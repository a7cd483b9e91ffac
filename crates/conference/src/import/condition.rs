//! What a decision waits for: *if and when …*, *siempre y cuando …*, *once the network has approved it*.

use crate::tokens::{Kind, Token};
use crate::verbs::Speech;

/// Phrases that open a condition, the longer before the shorter.
const ENGLISH: &[&[&str]] = &[
    &["if", "and", "when"],
    &["if", "and", "only", "if"],
    &["only", "if"],
    &["as", "soon", "as"],
    &["provided", "that"],
    &["providing", "that"],
    &["on", "condition", "that"],
    &["on", "the", "condition", "that"],
    &["on", "the", "understanding", "that"],
    &["on", "the", "basis", "that"],
    &["subject", "to"],
    &["contingent", "on"],
    &["contingent", "upon"],
    &["conditional", "on"],
    &["conditional", "upon"],
    &["dependent", "on"],
    &["depending", "on"],
    &["in", "the", "event", "that"],
    &["in", "the", "event", "of"],
    &["in", "case"],
    &["upon", "approval"],
    &["upon", "the", "approval"],
    &["upon", "adoption"],
    &["upon", "the", "adoption"],
    &["following", "approval"],
    &["following", "the", "approval"],
    &["after", "approval"],
    &["after", "its", "approval"],
    &["unless"],
    &["provided"],
    &["once"],
    &["when"],
    &["if"],
    &["should"],
];

const SPANISH: &[&[&str]] = &[
    &["siempre", "y", "cuando"],
    &["siempre", "que"],
    &["si", "y", "solo", "si"],
    &["si", "y", "cuando"],
    &["solo", "si"],
    &["una", "vez"],
    &["a", "condicion", "de", "que"],
    &["con", "la", "condicion", "de", "que"],
    &["bajo", "la", "condicion", "de", "que"],
    &["en", "el", "entendido", "de", "que"],
    &["sujeto", "a"],
    &["sujeta", "a"],
    &["sujetos", "a"],
    &["sujetas", "a"],
    &["condicionado", "a"],
    &["condicionada", "a"],
    &["supeditado", "a"],
    &["supeditada", "a"],
    &["en", "caso", "de"],
    &["en", "el", "caso", "de", "que"],
    &["en", "cuanto"],
    &["tan", "pronto"],
    &["previa", "aprobacion"],
    &["previo", "acuerdo"],
    &["previa", "autorizacion"],
    &["previa", "consulta"],
    &["tras", "la", "aprobacion"],
    &["luego", "de", "que"],
    &["despues", "de", "que"],
    &["a", "menos", "que"],
    &["salvo", "que"],
    &["a", "reserva", "de", "que"],
    &["cuando"],
    &["si"],
];

const FRENCH: &[&[&str]] = &[
    &["à", "condition", "que"],
    &["à", "la", "condition", "que"],
    &["sous", "reserve", "de"],
    &["sous", "reserve", "du"],
    &["sous", "reserve", "des"],
    &["sous", "reserve", "que"],
    &["etant", "entendu", "que"],
    &["des", "que"],
    &["une", "fois", "que"],
    &["pour", "autant", "que"],
    &["pourvu", "que"],
    &["dans", "le", "cas", "ou"],
    &["au", "cas", "ou"],
    &["à", "moins", "que"],
    &["apres", "approbation"],
    &["si"],
];

/// Answers the tokens of the first condition in a sentence.
pub(super) fn condition(tokens: &[Token], from: usize, until: usize, language: Speech) -> Option<(usize, usize)> {
    let phrases = match language {
        Speech::English => ENGLISH,
        Speech::Spanish => SPANISH,
        Speech::French => FRENCH,
    };
    for at in from..until {
        let opens = |phrase: &&&[&str]| {
            phrase.iter().enumerate().all(|(ahead, word)| at + ahead < until && tokens[at + ahead].is(word))
        };
        let Some(phrase) = phrases.iter().find(opens) else { continue };
        if is_condition(tokens, from, at, until, phrase) {
            return Some((at, end(tokens, from, at, until)));
        }
    }
    None
}

/// What follows a phrase that asks nothing to come first: *as soon as possible*, *if necessary*, *once again*.
const IDLE: &[&str] = &[
    "possible",
    "posible",
    "feasible",
    "practicable",
    "necessary",
    "appropriate",
    "required",
    "needed",
    "applicable",
    "available",
    "again",
    "more",
    "a",
    "every",
    "mas",
    "como",
    "sea",
    "procede",
    "proceda",
    "corresponda",
    "necesario",
    "requiera",
    "fuera",
    "asi",
    "any",
    "so",
];

/// Words of what has come to be: *has been approved*, *haya sido adoptado*.
const PERFECT: &[&str] = &[
    "has",
    "have",
    "is",
    "are",
    "been",
    "haya",
    "hayan",
    "ha",
    "sido",
    "sea",
    "sean",
    "hubiere",
    "esten",
    "este",
    "cuente",
    "cuenten",
    "exista",
    "approves",
    "approved",
    "adopted",
    "apruebe",
    "aprueben",
    "aprobado",
    "aprobada",
    "aprobados",
    "aprobadas",
    "adopte",
    "concluya",
    "agrees",
    "decides",
    "disponga",
    "receives",
    "available",
];

/// Of those, the ones that make a condition of *when*.
const DECIDED: &[&str] = &[
    "approved",
    "adopted",
    "been",
    "haya",
    "hayan",
    "aprobado",
    "aprobada",
    "approves",
    "adopts",
    "finalized",
    "agreed",
    "available",
    "ratified",
    "disponga",
    "cuente",
    "sea",
    "sean",
];

fn is_condition(tokens: &[Token], from: usize, at: usize, until: usize, phrase: &[&str]) -> bool {
    let rest = &tokens[at + phrase.len()..until];
    let ahead = |count: usize| rest.iter().take(count);
    let next = |words: &[&str]| rest.first().is_some_and(|next| next.among(words));
    // *If a State objects* does ask, and so does *tan pronto como el grupo lo apruebe*.
    let asks = phrase == ["if"] && next(&["a", "any"])
        || phrase == ["tan", "pronto"] && !ahead(4).any(|next| next.among(&["posible", "sea"]));
    if next(IDLE) && !asks {
        return false;
    }
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    let after = |words: &[&str]| before.is_some_and(|before| before.among(words));
    // One word alone is a condition only where a clause begins, or with what has been done.
    let starts = at == from || after(&[",", ":", "and", "y", "but", "pero", "(", "—", "–"]);
    let perfect = is_perfect(rest);
    match phrase {
        ["should"] => at == from && rest.len() > 3,
        ["provided"] => starts && (perfect || !next(&["by", "for", "to", "in", "with", "the"])),
        ["when" | "cuando"] => perfect && rest[0].kind != Kind::Mark && ahead(14).any(|next| next.among(DECIDED)),
        ["once" | "if"] => starts || perfect,
        ["si"] => (starts || perfect) && !next(&["mismo", "mismos", "misma", "mismas", "bien", ","]),
        ["una", "vez"] => perfect || next(&["que", "se", "el", "la", "los", "las", "haya"]),
        ["en", "cuanto"] => !next(&["a", "al"]),
        ["subject", "to"] | ["sujeto" | "sujeta" | "sujetos" | "sujetas", "a"] => {
            perfect || !after(&["persons", "people", "migrants", "personas", "migrantes", "are", "is"])
        }
        _ => true,
    }
}

/// Answers whether a clause says that something has been done.
fn is_perfect(rest: &[Token]) -> bool {
    let clause = rest.iter().take(14).take_while(|next| !next.among(&[",", ";"]));
    let mut clause = clause.peekable();
    clause.peek().is_some()
        && clause.any(|next| {
            next.among(PERFECT) || ["ado", "ada", "ados", "adas"].iter().any(|end| next.fold.ends_with(end))
        })
}

/// A condition ends with the sentence, or at the comma behind it when the main clause comes after.
fn end(tokens: &[Token], from: usize, at: usize, until: usize) -> usize {
    let leads = at == from || tokens[from..at].iter().all(|token| token.kind == Kind::Mark) || at - from <= 2;
    let mut open = 0_usize;
    for (next, token) in tokens.iter().enumerate().take(until).skip(at + 1) {
        match token.fold.as_str() {
            "(" => open += 1,
            ")" if open == 0 => return next,
            ")" => open -= 1,
            "," if open == 0 && leads => return next,
            ":" => return next,
            _ => {}
        }
    }
    until
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tokens;

    fn found(text: &str, language: Speech) -> Option<String> {
        let tokens = tokens(text);
        let (from, to) = condition(&tokens, 0, tokens.len(), language)?;
        Some(text[tokens[from].from..tokens[to - 1].to].to_owned())
    }

    #[test]
    fn english_conditions() {
        let found = |text| found(text, Speech::English);
        assert_eq!(
            found("Authorize the Group to consider the plan, if and when it has been approved by the network")
                .as_deref(),
            Some("if and when it has been approved by the network")
        );
        assert_eq!(
            found("Once the network has approved it, the Secretariat will publish the plan").as_deref(),
            Some("Once the network has approved it")
        );
        assert_eq!(
            found("Approve the budget, subject to the availability of funds").as_deref(),
            Some("subject to the availability of funds")
        );
        assert_eq!(
            found("Approve the plan provided that no State objects").as_deref(),
            Some("provided that no State objects")
        );
        for text in [
            "Begin as soon as possible",
            "Urge once again all States",
            "Report if necessary",
            "Use data provided by States",
            "States should report every year",
            "Consider when and how to meet",
            "Update the plan once a year",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn spanish_conditions() {
        let found = |text| found(text, Speech::Spanish);
        assert_eq!(
            found("Aprobar el plan, siempre y cuando la red lo haya aprobado").as_deref(),
            Some("siempre y cuando la red lo haya aprobado")
        );
        assert_eq!(
            found("Una vez aprobado por la red, publicar el plan").as_deref(),
            Some("Una vez aprobado por la red")
        );
        assert_eq!(found("Publicar el plan una vez que sea aprobado").as_deref(), Some("una vez que sea aprobado"));
        for text in [
            "Instar una vez más a los Estados",
            "Iniciar tan pronto como sea posible",
            "En cuanto a la red, tomar nota",
            "Reconocer por sí mismos",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
