//! Meetings that a text speaks of: *at its next meeting*, *antes de la IX Conferencia*, *the same meeting in El Salvador*.

use super::block::clean;
use super::calendar_days;
use super::ordinals::{ordinal, roman};
use super::terms::{Known, Term};
use crate::due::{DueRule, MeetingName};
use crate::tokens::{Kind, Token};
use crate::verbs::{self, Shape, Speech};

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
    "periodo",
    "sommet",
    "assemblee",
    "pleniere",
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
    "prochain",
    "prochaine",
    "suivante",
];

/// Answers a deadline that a preposition and a meeting make.
pub(super) fn term(
    text: &str,
    tokens: &[Token],
    at: usize,
    from: usize,
    language: Speech,
    known: &Known,
) -> Option<Term> {
    let token = tokens.get(at)?;
    let (article, before) = preposition(tokens, at)?;
    let skipped = tokens[article..].iter().take_while(|token| {
        token.among(&[
            "the", "its", "their", "our", "la", "el", "su", "sus", "nuestra", "los", "las", "le", "l", "sa", "son",
            "leur", "notre",
        ])
    });
    let start = article + skipped.count();
    if tokens.get(start)?.among(&["same", "misma", "mismo", "said", "citada", "dicha"]) {
        return same(text, tokens, at, start);
    }
    let ahead = &tokens[start..tokens.len().min(start + 7)];
    let named = |token: &Token| token.capital || token.among(NEXT);
    let upcoming =
        ahead[0].among(NEXT) || ahead.get(1).is_some_and(|next| next.among(NEXT)) && ahead[..2].iter().all(named);
    let meeting = ahead.iter().position(|token| token.among(MEETINGS))?;
    let breaks = |token: &Token| {
        token.kind == Kind::Mark && !token.is("'")
            || meeting > 2
                && token
                    .among(&["of", "de", "and", "y", "to", "in", "en", "that", "que", "at", "for", "by", "its", "su"])
    };
    // *To host the XVII Conference*
    let work = token.is("to") && verbs::at(ahead, language).is_some_and(|found| found.shape.meets(Shape::BASE));
    if work || ahead[..meeting].iter().any(breaks) {
        return None;
    }
    let end = start + meeting + 1;
    let own = tokens[article].among(&["its", "their", "su", "sa", "leur"]);
    let body = body_in(text, &tokens[start..tokens.len().min(end + 8)]);
    let body = body.or_else(|| if own { whose(text, tokens, at, from) } else { None });
    let aimed = token.among(&["to", "a", "for", "para", "pour"]);
    if upcoming {
        // *For the next meeting* of somebody's calendar is no deadline, *at* it is.
        let timely = at.checked_sub(1).is_some_and(|before| tokens[before].among(&["time", "tiempo"]));
        let bound = !(aimed || token.is("by")) || timely || prepared(tokens, from, at, language);
        return bound
            .then_some(Term { rule: DueRule::Meeting { before, meeting: MeetingName::Next(body) }, at: (at, end) });
    }
    // *Before the Group's meeting of November 2003*
    if before && number(ahead).is_none() {
        return dated(tokens, at, end, known);
    }
    let number = number(ahead)?;
    let later = match known.meeting_number {
        Some(current) => number > current,
        // *At the Seventh Ministerial Conference in 2018*
        None if comes_later(tokens, end, known) => true,
        None => own || before || token.among(&["by", "later", "tardar"]) || prepared(tokens, from, at, language),
    };
    let bound = later && !is_told(&tokens[from..at]) && (!aimed || prepared(tokens, from, at, language));
    bound.then_some(Term {
        rule: DueRule::Meeting { before, meeting: MeetingName::Numbered(number, body) },
        at: (at, end),
    })
}

/// A meeting without a number that has a day or a month: what is due before it is due the day before.
fn dated(tokens: &[Token], at: usize, end: usize, known: &Known) -> Option<Term> {
    let ended_on = known.meeting_ended_on?;
    let near = |start: usize| calendar_days::day(&tokens[start..], None).map(|read| (start, read));
    let placed = |start: &usize| tokens[start - 1].among(&["of", "in", "on", "de", "del", "en", "el", "dia"]);
    let (start, read) = (end + 1..tokens.len().min(end + 12)).filter(placed).find_map(near)?;
    let first = if read.exact { read.day } else { calendar_days::eve(&tokens[start..], &read)?.tomorrow().ok()? };
    let day = first.yesterday().ok().filter(|day| *day > ended_on)?;
    Some(Term { rule: DueRule::By(day), at: (at, start + read.tokens) })
}

/// Answers whether a word is a meeting's.
pub(super) fn is_meeting(token: &Token) -> bool {
    token.among(MEETINGS)
}

/// Answers whether a meeting is said to be held in a year after that of the text.
fn comes_later(tokens: &[Token], end: usize, known: &Known) -> bool {
    let year = known.meeting_ended_on.map(jiff::civil::Date::year);
    let near = tokens[end.min(tokens.len())..].iter().take(8);
    let mut named = near.filter_map(|token| token.fold.parse::<i16>().ok().filter(|year| (1900..2200).contains(year)));
    year.is_some_and(|year| named.next().is_some_and(|named| named > year))
}

/// Reads *at*, *antes de*, *no later than*: where the words after it begin, and whether it means before.
fn preposition(tokens: &[Token], at: usize) -> Option<(usize, bool)> {
    let token = tokens.get(at)?;
    let next = |words: &[&str]| tokens.get(at + 1).is_some_and(|token| token.among(words));
    Some(match token.fold.as_str() {
        "before" | "preceding" | "avant" => (at + 1, true),
        "lors" if next(&["de", "du"]) => (at + 2, false),
        "tard" if next(&["à", "lors", "au"]) => (at + 2, false),
        "ici" if next(&["à", "au", "la"]) => (at + 2, false),
        // *The provisional agenda of its next session*
        "of" | "de" | "du"
            if at.checked_sub(1).is_some_and(|before| {
                tokens[before].among(&[
                    "agenda",
                    "programa",
                    "provisional",
                    "consideration",
                    "consideracion",
                    "jour",
                    "provisoire",
                ])
            }) =>
        {
            (at + 1, false)
        }
        "prior" if next(&["to"]) => (at + 2, true),
        "ahead" | "advance" if next(&["of"]) => (at + 2, true),
        "antes" | "previo" | "previamente" | "anterioridad" if next(&["de", "del", "a", "al"]) => (at + 2, true),
        "later" if next(&["than"]) => (at + 2, false),
        // *By the date of the next meeting*, *a la fecha de la próxima reunión*
        "date" | "fecha" if next(&["of", "de"]) => (at + 2, false),
        "tardar" if next(&["en", "para"]) => (at + 2, false),
        "tardar" | "at" | "in" | "during" | "by" | "for" | "to" | "en" | "durante" | "para" | "a" | "hasta"
        | "ante" | "until" | "till" | "à" | "au" | "pendant" | "durant" | "pour" => (at + 1, false),
        _ => return None,
    })
}

/// *As agreed at the VII Conference* tells of what was.
fn is_told(before: &[Token]) -> bool {
    const TOLD: &[&str] = &[
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
        "reunidos",
        "reunidas",
        "gathered",
        "met",
        "meeting",
        "participated",
        "discussed",
        "adoptee",
        "adopté",
        "tenue",
        "convenu",
        "reunis",
        "reunies",
        "lors",
    ];
    before.iter().rev().take(2).any(|token| token.among(TOLD))
}

/// *In the same meeting in El Salvador*
fn same(text: &str, tokens: &[Token], at: usize, start: usize) -> Option<Term> {
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
            (token.capital && (token.fold.len() > 1 || at + 1 == meeting)).then(|| roman(&token.fold)).flatten()
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
    if !tokens.get(from)?.among(&["of", "de", "del", "ordinario", "extraordinario", "du", "des", "ordinaire"]) {
        return None;
    }
    let between = [
        "of",
        "de",
        "del",
        "the",
        "la",
        "el",
        "ordinario",
        "extraordinario",
        "sesiones",
        "du",
        "des",
        "l",
        "les",
        "ordinaire",
    ];
    while tokens.get(from).is_some_and(|token| token.among(&between)) {
        from += 1;
    }
    capitals(text, tokens, from)
}

/// Reads a name in capital initials.
fn capitals(text: &str, tokens: &[Token], from: usize) -> Option<String> {
    let joined = |token: &Token| {
        token.capital && token.kind == Kind::Word
            || token.among(&[
                "of", "on", "de", "sobre", "del", "la", "los", "las", "el", "the", "for", "and", "y", "para", "du",
                "des", "et", "pour", "sur", "l", "les",
            ])
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
fn whose(text: &str, tokens: &[Token], at: usize, from: usize) -> Option<String> {
    // *Authorize the Group, so that in its next meeting …*
    // *Submit to the Assembly, for consideration at its sixty-sixth session, …*
    let mut at = at;
    while at > from
        && tokens[at - 1].among(&[
            ",",
            "para",
            "que",
            "to",
            "so",
            "that",
            "a",
            "fin",
            "de",
            "for",
            "consideration",
            "consideracion",
            "su",
            "its",
        ])
    {
        at -= 1;
    }
    let mut start = at;
    while start > from
        && (tokens[start - 1].capital && tokens[start - 1].kind == Kind::Word
            || tokens[start - 1].among(&["of", "on", "de", "sobre", "del"])
            || tokens[start - 1].is("the") && start - 1 > from && tokens[start - 2].is("of"))
    {
        start -= 1;
    }
    while start < at && !tokens[start].capital {
        start += 1;
    }
    // The sentence's own first word is a verb in capitals.
    let start = if start == from { start + 1 } else { start };
    capitals(text, &tokens[..at], start).or_else(|| body_before(text, tokens, at, from))
}

/// *Instruct the Consultation Group to present a proposal at its next meeting*: the body named last before that meets.
fn body_before(text: &str, tokens: &[Token], at: usize, from: usize) -> Option<String> {
    const MEETING: &[&str] = &[
        "group",
        "grupo",
        "network",
        "red",
        "committee",
        "comite",
        "council",
        "consejo",
        "commission",
        "comision",
        "assembly",
        "asamblea",
        "rcgm",
        "grcm",
        "board",
        "junta",
        "bureau",
        "mesa",
    ];
    let named = (from + 1..at).rfind(|at| tokens[*at].capital && tokens[*at].among(MEETING))?;
    let mut start = named;
    while start > from + 1 && tokens[start - 1].capital && tokens[start - 1].kind == Kind::Word {
        start -= 1;
    }
    capitals(text, &tokens[..at], start)
}

/// Answers whether something is being made for a meeting: *prepare a report for*, *present to*.
fn prepared(tokens: &[Token], from: usize, at: usize, language: Speech) -> bool {
    let near = &tokens[from.max(at.saturating_sub(16))..at];
    let made: &[&str] = match language {
        Speech::English => &[
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
        Speech::Spanish => &[
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
        Speech::French => &[
            "rapport",
            "rapports",
            "presenter",
            "presenté",
            "soumettre",
            "soumis",
            "preparer",
            "examen",
            "proposition",
            "examiner",
            "communiquer",
            "resultats",
            "informer",
            "elaborer",
        ],
    };
    near.iter().any(|token| token.among(made))
}
