//! Meetings that a text speaks of: *at its next meeting*, *antes de la IX Conferencia*, *the same meeting in El Salvador*.

use super::block::clean;
use super::ordinals::{ordinal, roman};
use super::terms::{Known, Term};
use crate::due::{DueRule, MeetingName};
use crate::tokens::{Kind, Token};
use crate::verbs::Language;

const MEETINGS: &[&str] = &[
    "meeting",
    "session",
    "conference",
    "summit",
    "reunion",
    "conferencia",
    "sesion",
    "cumbre",
    "rcm",
    "crm",
    "rcgm",
    "grcm",
    "csm",
    "sesiones",
    "plenary",
    "plenaria",
    "assembly",
    "asamblea",
    "forum",
    "foro",
    "mtm",
    "encuentro",
    "meetings",
];
const NEXT: &[&str] = &[
    "next",
    "forthcoming",
    "upcoming",
    "following",
    "subsequent",
    "coming",
    "proxima",
    "proximo",
    "siguiente",
    "venidera",
];

/// Answers a deadline that a preposition and a meeting make.
pub(super) fn term(
    text: &str,
    tokens: &[Token],
    at: usize,
    from: usize,
    language: Language,
    known: &Known,
) -> Option<Term> {
    let token = tokens.get(at)?;
    let next = |ahead: usize, words: &[&str]| tokens.get(at + ahead).is_some_and(|token| token.among(words));
    let (mut start, before) = match token.fold.as_str() {
        "before" => (at + 1, true),
        "prior" if next(1, &["to"]) => (at + 2, true),
        "ahead" | "advance" if next(1, &["of"]) => (at + 2, true),
        "antes" | "previo" | "previamente" if next(1, &["de", "del", "a", "al"]) => (at + 2, true),
        "later" if next(1, &["than"]) => (at + 2, false),
        "tardar" => (at + 1, false),
        "at" | "in" | "during" | "by" | "for" | "to" | "en" | "durante" | "para" | "a" | "hasta" | "ante" => {
            (at + 1, false)
        }
        _ => return None,
    };
    if start > at
        && tokens.get(start).is_some_and(|token| token.among(&["en", "at", "in", "the", "para"]))
        && token.among(&["tardar", "later", "than"])
    {
        start += 1;
    }
    let article = start;
    while tokens.get(start).is_some_and(|token| {
        token.among(&["the", "its", "their", "our", "la", "el", "su", "sus", "nuestra", "los", "las"])
    }) {
        start += 1;
    }
    if tokens.get(start).is_some_and(|token| token.among(&["same", "misma", "mismo", "said", "citada", "dicha"])) {
        return same(text, tokens, at, start, known);
    }
    let ahead = &tokens[start..tokens.len().min(start + 7)];
    let upcoming = ahead.first()?.among(NEXT)
        || ahead.len() > 1 && ahead[..2].iter().all(|token| token.capital || token.among(NEXT)) && ahead[1].among(NEXT);
    let meeting = ahead.iter().position(|token| token.among(MEETINGS))?;
    if ahead[..meeting].iter().any(|token| {
        token.kind == Kind::Mark
            || token.among(&["of", "de", "and", "y", "to", "in", "en", "that", "que"]) && meeting > 2
    }) {
        return None;
    }
    let end = start + meeting + 1;
    let body =
        body_in(text, &tokens[start..tokens.len().min(end + 8)]).or_else(|| whose(text, tokens, at, article, from));
    if upcoming {
        // *For the next meeting* of somebody's calendar is no deadline, *at* it is.
        let bound = !token.among(&["for", "to", "a", "by", "para"]) || prepared(tokens, from, at, language);
        return bound
            .then(|| Term { rule: DueRule::Meeting { before, meeting: MeetingName::Next(body) }, at: (at, end) });
    }
    let number = number(ahead)?;
    let told = at.checked_sub(1).is_some_and(|last| {
        last >= from
            && tokens[last.saturating_sub(1).max(from)..at].iter().any(|token| {
                token.among(&[
                    "held",
                    "agreed",
                    "adopted",
                    "approved",
                    "made",
                    "decided",
                    "presented",
                    "acordado",
                    "acordada",
                    "adoptada",
                    "adoptado",
                    "aprobado",
                    "aprobada",
                    "celebrada",
                    "realizada",
                    "participation",
                    "participacion",
                    "established",
                    "as",
                    "acordados",
                    "acordadas",
                    "taken",
                    "signed",
                    "participated",
                    "discussed",
                ])
            })
    });
    let later = match known.meeting_number {
        Some(current) => number > current,
        None => tokens.get(article).is_some_and(|token| token.among(&["its", "their", "su"])) || before,
    };
    let to = token.among(&["to", "a", "for", "para"]) && !prepared(tokens, from, at, language);
    (later && !told && !to).then(|| Term {
        rule: DueRule::Meeting { before, meeting: MeetingName::Numbered(number, body) },
        at: (at, end),
    })
}

/// *In the same meeting in El Salvador*
fn same(text: &str, tokens: &[Token], at: usize, start: usize, _known: &Known) -> Option<Term> {
    let meeting = tokens
        .get(start + 1)
        .filter(|token| token.among(MEETINGS) || token.among(&["workshop", "taller", "occasion"]))?;
    if !meeting.among(&["meeting", "reunion", "conference", "workshop", "taller", "encuentro", "session"])
        || !tokens.get(start + 2)?.among(&["in", "en", "at", "to", "a"])
    {
        return None;
    }
    let named = tokens[start + 3..].iter().take_while(|token| token.capital && token.kind == Kind::Word).count();
    let place = (named > 0).then(|| clean(&text[tokens[start + 3].from..tokens[start + 2 + named].to]))?;
    Some(Term {
        rule: DueRule::Meeting { before: false, meeting: MeetingName::Held(place) },
        at: (at, start + 3 + named),
    })
}

/// Answers the number of a meeting before its noun: *the IX*, *its seventy-second*, *la Décima Segunda*.
pub(super) fn number(tokens: &[Token]) -> Option<u16> {
    let meeting = tokens.iter().position(|token| token.among(MEETINGS)).unwrap_or(tokens.len());
    for at in 0..meeting.min(5) {
        let token = &tokens[at];
        let two = tokens.get(at + 1).filter(|_| at + 1 < meeting).map(|next| format!("{} {}", token.fold, next.fold));
        let value = two.and_then(|two| ordinal(&two)).or_else(|| ordinal(&token.fold)).or_else(|| {
            (token.capital && token.fold.len() > 1 || token.capital && at + 1 == meeting)
                .then(|| roman(&token.fold))
                .flatten()
        });
        if let Some(value) = value {
            return u16::try_from(value).ok().filter(|value| *value > 0);
        }
    }
    None
}

/// Answers the body named beside a meeting: *RCGM meetings*, *reunión del GRCM*, *meeting of the Consultation Group*.
pub(super) fn body_in(text: &str, tokens: &[Token]) -> Option<String> {
    let at = tokens.iter().position(|token| token.among(MEETINGS) || token.among(&["reuniones", "sessions"]))?;
    let short = |token: &Token| {
        let written = &text[token.from..token.to];
        written.len() > 1 && roman(&token.fold).is_none() && written.chars().all(|c| c.is_uppercase() || c == '-')
    };
    let upper = text.chars().filter(|c| c.is_alphabetic()).take(60).all(char::is_uppercase);
    if !upper && let Some(named) = tokens[..=at].iter().rev().find(|token| short(token)) {
        return Some(text[named.from..named.to].to_owned());
    }
    let mut from = at + 1;
    if !tokens.get(from)?.among(&["of", "de", "del"]) {
        return None;
    }
    while tokens.get(from).is_some_and(|token| token.among(&["of", "de", "del", "the", "la", "el"])) {
        from += 1;
    }
    capitals(text, tokens, from)
}

/// Reads a name in capital initials.
fn capitals(text: &str, tokens: &[Token], from: usize) -> Option<String> {
    let joined = |token: &Token| {
        token.capital && token.kind == Kind::Word
            || token.among(&["of", "on", "de", "sobre", "del", "la", "for", "and", "y", "para"])
    };
    let mut to = from;
    while tokens.get(to).is_some_and(joined) {
        to += 1;
    }
    while to > from && !tokens[to - 1].capital {
        to -= 1;
    }
    (to > from).then(|| clean(&text[tokens[from].from..tokens[to - 1].to]))
}

/// *Authorize the Consultation Group in its next meeting*: its is the name before.
fn whose(text: &str, tokens: &[Token], at: usize, article: usize, from: usize) -> Option<String> {
    if !tokens.get(article)?.among(&["its", "their", "su"]) {
        return None;
    }
    let mut start = at;
    while start > from
        && (tokens[start - 1].capital && tokens[start - 1].kind == Kind::Word
            || tokens[start - 1].among(&["of", "on", "de", "sobre", "del"]))
    {
        start -= 1;
    }
    // The sentence's own first word is a verb in capitals.
    let start = if start == from { start + 1 } else { start };
    capitals(text, &tokens[..at], start)
}

/// Answers whether something is being made for a meeting: *prepare a report for*, *present to*.
fn prepared(tokens: &[Token], from: usize, at: usize, language: Language) -> bool {
    let near = &tokens[from.max(at.saturating_sub(16))..at];
    let made: &[&str] = match language {
        Language::English => &[
            "report",
            "reports",
            "present",
            "presented",
            "submit",
            "submitted",
            "prepare",
            "prepared",
            "consideration",
            "proposal",
            "consider",
            "circulate",
            "ready",
            "presentation",
            "information",
            "inform",
            "discussion",
            "results",
        ],
        Language::Spanish => &[
            "informe",
            "informes",
            "presentar",
            "presente",
            "presenten",
            "someter",
            "someta",
            "elaborar",
            "elabore",
            "consideracion",
            "propuesta",
            "preparar",
            "prepare",
            "presentado",
            "presentada",
            "sometida",
            "resultados",
            "informar",
            "informe",
            "presentacion",
            "discusion",
        ],
    };
    near.iter().any(|token| token.among(made))
}
