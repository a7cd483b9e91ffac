//! What days and months are counted from: *of the end of the Meeting*, *a partir de esta fecha*, *before the next meeting*.

use super::block::clean;
use super::gatherings;
use crate::due::{Anchor, MeetingName, Side};
use crate::tokens::{Kind, Token};

const MEETINGS: &[&str] = &[
    "meeting",
    "conference",
    "session",
    "summit",
    "reunion",
    "conferencia",
    "sesion",
    "cumbre",
    "rcm",
    "crm",
    "rcgm",
    "grcm",
    "workshop",
    "taller",
    "sommet",
    "atelier",
    "assemblee",
];
const ENDS: &[&str] = &[
    "end",
    "close",
    "conclusion",
    "closing",
    "finalizacion",
    "termino",
    "clausura",
    "celebracion",
    "holding",
    "terminacion",
    "completion",
    "concluida",
    "concluido",
    "finalizada",
    "finalizado",
    "terminada",
    "realizada",
    "celebrada",
    "concluding",
    "fin",
    "cloture",
    "tenue",
];
/// What happens some day, and is no act of this meeting.
const EVENTS: &[&str] = &[
    "entry",
    "entrada",
    "receipt",
    "receiving",
    "recepcion",
    "recibo",
    "notification",
    "notificacion",
    "ratification",
    "ratificacion",
    "submission",
    "start",
    "inicio",
    "request",
    "solicitud",
    "entree",
    "reception",
    "demande",
];
const ADOPTIONS: &[&str] =
    &["adoption", "approval", "aprobacion", "adopcion", "signature", "signing", "firma", "suscripcion", "approbation"];
const TEXTS: &[&str] = &[
    "declaration",
    "declaracion",
    "decision",
    "resolution",
    "resolucion",
    "document",
    "documento",
    "communique",
    "comunicado",
    "acuerdo",
    "conclusions",
    "conclusiones",
    "texto",
    "text",
    "act",
    "acta",
    "texte",
];
/// *This*, of the text or its day.
const HERE: &[&str] = &[
    "today", "hoy", "hereof", "now", "date", "fecha", "esta", "this", "its", "su", "present", "presente", "their",
    "the", "la", "cette", "ce",
];

/// Reads what is counted from behind a number of days or months: the anchor, on which side of it, and where the words end. No anchor where
/// nothing is said of one.
pub(super) fn anchor(text: &str, tokens: &[Token], end: usize) -> (Option<Anchor>, Side, usize) {
    let none = (None, Side::After, end);
    let Some((at, side, strict)) = preposition(tokens, end) else { return none };
    let head = &tokens[at];
    let until = phrase_end(tokens, at);
    let rest = &tokens[at..tokens.len().min(at + 10)];
    let has = |words: &[&str]| rest.iter().any(|token| token.among(words));
    let next = has(&["next", "proxima", "proximo", "siguiente", "forthcoming", "prochaine", "prochain"]);
    let meeting = has(MEETINGS);
    // Before the meeting that sets it nothing can be due: *two weeks before the meeting of the Group* is before its next.
    let coming = meeting && side == Side::Before && (head.among(MEETINGS) || head.among(ENDS) || head.among(HERE));
    if head.among(ENDS) && meeting && !next && !coming {
        return (Some(Anchor::MeetingEnd), side, until);
    }
    if coming && !rest.iter().any(|token| token.among(&["workshop", "taller", "each", "cada", "every"])) {
        let body = gatherings::body_in(text, &tokens[at..tokens.len().min(at + 12)]);
        let number = if next { None } else { gatherings::number(rest) };
        let name = number.map_or(MeetingName::Next(body.clone()), |number| MeetingName::Numbered(number, body));
        return (Some(Anchor::Meeting(name)), side, until);
    }
    if head.among(ENDS) || head.among(EVENTS) {
        return event(text, tokens, at, side);
    }
    let adopted = head.among(ADOPTIONS) && (has(TEXTS) || rest.len() <= 2);
    let here = head.among(HERE)
        && (has(ADOPTIONS) || has(TEXTS) || has(&["date", "fecha", "today", "hoy", "now", "publication"]));
    if adopted || here {
        return (Some(Anchor::Adoption), side, until);
    }
    if meeting && next {
        return (Some(Anchor::Meeting(MeetingName::Next(gatherings::body_in(text, rest)))), side, until);
    }
    // Before a meeting that has a number: never the one that says so.
    if meeting
        && side == Side::Before
        && let Some(number) = gatherings::number(rest)
    {
        let name = MeetingName::Numbered(number, gatherings::body_in(text, &tokens[at..tokens.len().min(at + 12)]));
        return (Some(Anchor::Meeting(name)), side, until);
    }
    // *Within three months of its first session* is counted from a session that is still to come.
    if meeting && head.among(&["its", "their", "su"]) && gatherings::number(rest).is_some() {
        return event(text, tokens, at, side);
    }
    if meeting
        && (head.among(MEETINGS) || head.among(HERE) || gatherings::number(rest).is_some())
        && !head.among(&["workshop", "taller"])
    {
        return (Some(Anchor::MeetingEnd), side, until);
    }
    if strict { event(text, tokens, at, side) } else { none }
}

/// Reads *of the*, *a partir de la fecha de*, *before*: where the words after it begin, the side, and whether it can only count from something.
fn preposition(tokens: &[Token], end: usize) -> Option<(usize, Side, bool)> {
    let mut at = end;
    let mut side = Side::After;
    let (mut loose, mut strict) = (false, false);
    while let Some(token) = tokens.get(at).filter(|_| at < end + 9) {
        match token.fold.as_str() {
            "before" | "prior" | "preceding" | "antes" | "previos" | "previas" | "anteriores" | "anterior"
            | "previo" | "previa" | "ahead" | "advance" | "anticipacion" | "antelacion" | "anterioridad" | "avant"
            | "precedant" => {
                (side, strict) = (Side::Before, true);
            }
            "after" | "following" | "since" | "from" | "partir" | "despues" | "posteriores" | "posterior"
            | "siguientes" | "compter" | "apres" | "suivant" | "suivent" | "suivants" | "contados" | "contado"
            | "contar" | "desde" | "starting" => strict = true,
            "of" | "de" | "del" | "du" => loose = true,
            "the" | "la" | "el" | "a" | "al" | "date" | "fecha" | "dias" | "calendario" | "naturales" | "to" | "in"
            | "as" | "que" | "calendar" | "con" | "upon" | "à" | "le" | "l" | "qui" | "les" => {}
            _ => break,
        }
        at += 1;
    }
    ((loose || strict) && at < tokens.len()).then_some((at, side, strict))
}

fn phrase_end(tokens: &[Token], at: usize) -> usize {
    let stops = |token: &Token| {
        token.kind == Kind::Mark && !token.among(&["(", ")"])
            || token.among(&["to", "for", "para", "and", "y", "pour", "et"])
    };
    let stop = tokens[at..].iter().take(10).position(stops);
    at + stop.unwrap_or_else(|| tokens[at..].len().min(10))
}

fn event(text: &str, tokens: &[Token], at: usize, side: Side) -> (Option<Anchor>, Side, usize) {
    let end = phrase_end(tokens, at);
    if end <= at {
        return (None, Side::After, at);
    }
    (Some(Anchor::Event(clean(&text[tokens[at].from..tokens[end - 1].to]))), side, end)
}
