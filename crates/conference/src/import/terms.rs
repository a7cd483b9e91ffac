//! Deadlines in a sentence: *within three months*, *a más tardar el 31 de diciembre*, *at its next meeting*, *every six months*.

use jiff::civil::Date;

use super::calendar_days;
use super::gatherings;
use super::ordinals::cardinal;
use crate::due::{Anchor, DueRule, MeetingName, Side, Unit};
use crate::tokens::{Kind, Token};
use crate::verbs::Language;

/// What is known of the meeting whose text this is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Known {
    pub meeting_ended_on: Option<Date>,
    /// Which of its series it was, where the text says so.
    pub meeting_number: Option<u16>,
}

/// A rule and the tokens it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    pub rule: DueRule,
    pub at: (usize, usize),
}

/// Answers the deadlines of one sentence, in order.
pub(super) fn terms(
    text: &str,
    tokens: &[Token],
    sentence: (usize, usize),
    language: Language,
    known: &Known,
) -> Vec<Term> {
    let mut found: Vec<Term> = Vec::new();
    let (from, until) = sentence;
    let slice = &tokens[..until];
    let mut at = from;
    while at < until {
        let term = recurring(text, slice, at, from)
            .or_else(|| counted(text, slice, at, from))
            .or_else(|| fixed(slice, at, from, known))
            .or_else(|| gatherings::term(text, slice, at, from, language, known));
        match term {
            Some(term) => {
                at = term.at.1.max(at + 1);
                if !found.iter().any(|earlier| earlier.rule == term.rule) {
                    found.push(term);
                }
            }
            None => at += 1,
        }
    }
    found
}

/// Answers a number with its unit: *60 days*, *sixty (60) days*, *three-month*, *tres meses*.
fn measure(tokens: &[Token], at: usize) -> Option<(u16, Unit, usize)> {
    let first = tokens.get(at)?;
    if let Some((count, unit)) = first.fold.split_once('-')
        && let (Some(count), Some((factor, unit))) = (cardinal(count), unit_of(unit))
    {
        return Some((u16::try_from(count * factor).ok()?, unit, at + 1));
    }
    let mut count = cardinal(&first.fold)?;
    let mut next = at + 1;
    if tokens.get(next).is_some_and(|token| token.is("(")) && tokens.get(next + 2).is_some_and(|token| token.is(")")) {
        count = tokens.get(next + 1).and_then(|token| cardinal(&token.fold)).unwrap_or(count);
        next += 3;
    }
    while tokens.get(next).is_some_and(|token| token.among(&["calendar", "-", "consecutive", "full", "additional"])) {
        next += 1;
    }
    let (factor, unit) = unit_of(&tokens.get(next)?.fold)?;
    let count = u16::try_from(count.checked_mul(factor)?).ok().filter(|count| (1..=36_525).contains(count))?;
    Some((count, unit, next + 1))
}

fn unit_of(word: &str) -> Option<(u32, Unit)> {
    Some(match word {
        "day" | "days" | "dia" | "dias" => (1, Unit::Days),
        "week" | "weeks" | "semana" | "semanas" => (7, Unit::Days),
        "fortnight" | "fortnights" | "quincena" => (14, Unit::Days),
        "month" | "months" | "mes" | "meses" => (1, Unit::Months),
        "quarter" | "quarters" | "trimestre" | "trimestres" => (3, Unit::Months),
        "semester" | "semesters" | "semestre" | "semestres" => (6, Unit::Months),
        "year" | "years" | "ano" | "anos" => (12, Unit::Months),
        _ => return None,
    })
}

const SINCE: &[&str] = &[
    "last",
    "past",
    "previous",
    "preceding",
    "pasados",
    "pasadas",
    "ultimos",
    "ultimas",
    "anteriores",
    "recent",
    "first",
    "primeros",
    "former",
];
const BETWEEN: &[&str] = &[
    "the",
    "next",
    "following",
    "a",
    "period",
    "of",
    "maximum",
    "un",
    "plazo",
    "de",
    "los",
    "las",
    "proximos",
    "proximas",
    "siguientes",
    "no",
    "mayor",
    "maximo",
    "termino",
    "periodo",
    "lapso",
    "el",
    "la",
    "coming",
    "about",
    "approximately",
    "una",
    "at",
    "most",
    "term",
    "timeframe",
    "superior",
    "menor",
    "deadline",
    "an",
    "subsequent",
    "perentorio",
    "time",
    "limit",
    "que",
    "exceda",
    "otros",
];

/// *Within three months*, *en un plazo de 60 días a partir de …*, *two months before the next meeting*.
fn counted(text: &str, tokens: &[Token], at: usize, from: usize) -> Option<Term> {
    let (count, unit, end) = measure(tokens, at)?;
    // Only the first word of a number begins it.
    let mut begin = at;
    let mut next = false;
    while begin > from && tokens[begin - 1].among(BETWEEN) {
        begin -= 1;
        next |= tokens[begin].among(&[
            "next",
            "proximos",
            "proximas",
            "following",
            "siguientes",
            "coming",
            "period",
            "plazo",
            "termino",
            "lapso",
            "periodo",
            "subsequent",
            "term",
            "timeframe",
            "deadline",
        ]);
    }
    if begin > from && tokens[begin - 1].among(SINCE) || working_days(tokens, end) {
        return None;
    }
    let trigger = begin.checked_sub(1).filter(|before| *before >= from).map(|before| &tokens[before]);
    let within = trigger.is_some_and(|trigger| trigger.among(&["within", "dentro"]));
    let later = trigger.is_some_and(|trigger| trigger.among(&["than", "tardar", "tarde"]));
    let soft = trigger
        .is_some_and(|trigger| trigger.among(&["in", "en", "during", "over", "durante", "for", "by", "con", "with"]));
    let (anchor, side, stop) = anchor(text, tokens, end);
    let explicit = anchor.is_some();
    let plain_in = trigger.is_some_and(|trigger| trigger.among(&["in", "en"])) && tokens[at].kind != Kind::Mark;
    if !(within || later || soft && next || explicit || plain_in && !tokens[at].among(&["a", "an", "un", "una"])) {
        return None;
    }
    let begin = if within || later || soft { begin - 1 } else { begin };
    let anchor = anchor.unwrap_or(Anchor::Adoption);
    Some(Term { rule: DueRule::Counted { count, unit, side, anchor }, at: (begin, stop.max(end)) })
}

fn working_days(tokens: &[Token], end: usize) -> bool {
    tokens.get(end).is_some_and(|token| token.among(&["habiles", "laborables"]))
}

/// Reads what is counted from behind a number of days or months; `None` in the place of the anchor when nothing is said.
fn anchor(text: &str, tokens: &[Token], end: usize) -> (Option<Anchor>, Side, usize) {
    let mut at = end;
    let mut side = Side::After;
    let (mut loose, mut strict) = (false, false);
    while let Some(token) = tokens.get(at).filter(|_| at < end + 9) {
        match token.fold.as_str() {
            "before" | "prior" | "antes" | "previos" | "previas" | "anteriores" | "previo" | "previa" | "ahead"
            | "advance" => {
                (side, strict) = (Side::Before, true);
            }
            "after" | "following" | "since" | "from" | "partir" | "despues" | "posteriores" | "posterior"
            | "siguientes" | "contados" | "contado" | "desde" | "starting" => strict = true,
            "of" | "de" | "del" => loose = true,
            "the" | "la" | "el" | "a" | "al" | "date" | "fecha" | "dias" | "calendario" | "naturales" | "to" | "in"
            | "as" | "que" | "calendar" | "con" | "upon" => {}
            _ => break,
        }
        at += 1;
    }
    if !(loose || strict) || at >= tokens.len() {
        return (None, Side::After, end);
    }
    let head = &tokens[at];
    let rest = &tokens[at..tokens.len().min(at + 10)];
    let has = |words: &[&str]| rest.iter().any(|token| token.among(words));
    let next = has(&["next", "proxima", "proximo", "siguiente", "forthcoming"]);
    let meeting = has(&[
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
    ]);
    if head.among(&[
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
    ]) {
        return if meeting && !next {
            (Some(Anchor::MeetingEnd), side, phrase_end(tokens, at))
        } else {
            event(text, tokens, at, side)
        };
    }
    let today = head
        .among(&["today", "hoy", "hereof", "now", "date", "fecha", "esta", "this", "its", "su", "present", "presente"]);
    let adopted = has(&[
        "adoption",
        "approval",
        "aprobacion",
        "adopcion",
        "signature",
        "signing",
        "firma",
        "suscripcion",
        "publication",
        "date",
        "fecha",
        "decision",
        "declaration",
        "declaracion",
        "resolution",
        "resolucion",
        "acuerdo",
        "today",
        "hoy",
    ]);
    let whose = has(&[
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
    ]);
    let alone = rest.len() <= 2;
    if head.among(&["adoption", "approval", "aprobacion", "adopcion", "signature", "signing", "firma", "suscripcion"])
        && (whose || alone)
        || today && adopted
    {
        return (Some(Anchor::Adoption), side, phrase_end(tokens, at));
    }
    if meeting
        && !next
        && (head.among(&[
            "meeting",
            "conference",
            "session",
            "reunion",
            "conferencia",
            "sesion",
            "cumbre",
            "summit",
            "this",
            "present",
            "presente",
            "esta",
        ]) || super::gatherings::number(rest).is_some())
    {
        return (Some(Anchor::MeetingEnd), side, phrase_end(tokens, at));
    }
    if meeting && next {
        return (
            Some(Anchor::Meeting(MeetingName::Next(gatherings::body_in(text, rest)))),
            side,
            phrase_end(tokens, at),
        );
    }
    if strict { event(text, tokens, at, side) } else { (None, Side::After, end) }
}

fn phrase_end(tokens: &[Token], at: usize) -> usize {
    let stop = tokens[at..].iter().take(10).position(|token| {
        token.kind == Kind::Mark && !token.among(&["(", ")"]) || token.among(&["to", "for", "para", "and", "y"])
    });
    at + stop.unwrap_or_else(|| tokens[at..].len().min(10))
}

fn event(text: &str, tokens: &[Token], at: usize, side: Side) -> (Option<Anchor>, Side, usize) {
    let end = phrase_end(tokens, at);
    if end <= at {
        return (None, Side::After, at);
    }
    let words = super::block::clean(&text[tokens[at].from..tokens[end - 1].to]);
    (Some(Anchor::Event(words)), side, end)
}

/// *By 31 December 2004*, *antes de fines de 2004*, and a date on which something is going to take place.
fn fixed(tokens: &[Token], at: usize, from: usize, known: &Known) -> Option<Term> {
    let token = tokens.get(at)?;
    let next = |ahead: usize, words: &[&str]| tokens.get(at + ahead).is_some_and(|token| token.among(words));
    let begin = match token.fold.as_str() {
        "by" | "before" | "until" | "till" | "hasta" => Some(1),
        "prior" if next(1, &["to"]) => Some(2),
        "later" if next(1, &["than"]) => Some(2),
        "tardar" | "latest" => Some(1),
        "tarde" if next(1, &["de", "del", "que"]) => Some(2),
        "antes" | "previo" if next(1, &["de", "del", "a", "al"]) => Some(2),
        "para"
            if next(1, &["el", "fines", "finales", "mediados", "la", "antes"])
                || tokens.get(at + 1).is_some_and(|token| token.kind == Kind::Number) =>
        {
            Some(1)
        }
        "deadline" | "limite" | "due" => Some(1),
        _ => None,
    };
    let usual = known.meeting_ended_on.map(Date::year);
    if let Some(skipped) = begin {
        let mut start = at + skipped;
        while tokens.get(start).is_some_and(|token| {
            token.among(&[
                "the", "el", "en", "on", "del", "de", "dia", "day", "at", "latest", "para", ",", "la", "by", "mes",
                "month", "of", "a", "or", "before", "is", "es", ":",
            ])
        }) && start < at + skipped + 5
        {
            // The end of a month is read with its own word.
            start += 1;
        }
        let read = calendar_days::day(&tokens[start..], usual)?;
        return later_than(known, read.day)
            .then(|| Term { rule: DueRule::By(read.day), at: (at, start + read.tokens) });
    }
    if !token.among(&["in", "on", "during", "en", "el", "durante", "from", "for"]) || !announced(tokens, from, at) {
        return None;
    }
    let mut start = at + 1;
    while tokens
        .get(start)
        .is_some_and(|token| token.among(&["the", "el", "los", "dias", "days", "mes", "de", "month", "of", "la"]))
    {
        start += 1;
    }
    let read = calendar_days::day(&tokens[start..], None)?;
    let named = read.exact || read.tokens > 1;
    (named && known.meeting_ended_on.is_some() && later_than(known, read.day))
        .then(|| Term { rule: DueRule::By(read.day), at: (at, start + read.tokens) })
}

/// A deadline lies after the meeting that sets it.
fn later_than(known: &Known, day: Date) -> bool {
    known.meeting_ended_on.is_none_or(|ended_on| day > ended_on)
}

/// Answers whether something is said to take place: *to be held*, *se celebrará*.
fn announced(tokens: &[Token], from: usize, at: usize) -> bool {
    let before = &tokens[from..at];
    let near = &before[before.len().saturating_sub(14)..];
    near.windows(2).any(|pair| {
        pair[0].among(&["will", "shall", "to", "be", "a", "se", "sera", "tendra", "habra", "should", "take"])
            && (pair[1].among(&[
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
            ]) || pair[1].fold.ends_with("ara")
                || pair[1].fold.ends_with("aran")
                || pair[1].fold.ends_with("era")
                || pair[1].fold.ends_with("ira") && pair[0].is("se"))
    })
}

/// *Every six months*, *anualmente*, *twice a year*, *at each meeting*.
fn recurring(text: &str, tokens: &[Token], at: usize, from: usize) -> Option<Term> {
    let token = tokens.get(at)?;
    let next = |ahead: usize, words: &[&str]| tokens.get(at + ahead).is_some_and(|token| token.among(words));
    let (months, end) = match token.fold.as_str() {
        "every" | "cada" | "each"
            if next(1, &["meeting", "reunion", "rcgm", "grcm", "of", "una", "session", "conference", "regular"])
                || tokens.get(at + 1).is_some_and(|token| token.capital) && next(2, &["meeting", "reunion"]) =>
        {
            let meeting = tokens[at..]
                .iter()
                .take(6)
                .any(|token| token.among(&["meeting", "meetings", "reunion", "reuniones", "session", "sessions"]));
            let placed = at > from
                && tokens[at - 1]
                    .among(&["at", "in", "before", "en", "de", "for", "to", "prior", "para", "durante", "a"]);
            let body = gatherings::body_in(text, &tokens[at..tokens.len().min(at + 10)]);
            return (meeting && placed).then(|| Term { rule: DueRule::EachMeeting(body), at: (at - 1, at + 2) });
        }
        "every" | "cada" if next(1, &["other"]) => (24, at + 3),
        "every" | "cada" | "each" => match measure(tokens, at + 1) {
            Some((months, Unit::Months, end)) => (months, end),
            Some(_) => return None,
            None => (
                u16::try_from(unit_of(&tokens.get(at + 1)?.fold).filter(|(_, unit)| *unit == Unit::Months)?.0).ok()?,
                at + 2,
            ),
        },
        "annually" | "yearly" | "anualmente" => (12, at + 1),
        "semiannually" | "semi-annually" | "biannually" | "half-yearly" | "semestralmente" | "six-monthly" => {
            (6, at + 1)
        }
        "quarterly" | "trimestralmente" => (3, at + 1),
        "monthly" | "mensualmente" => (1, at + 1),
        "biennially" | "bienalmente" => (24, at + 1),
        "twice" if next(1, &["a", "per", "each", "yearly"]) => (6, at + 3),
        "once" if next(1, &["a", "per", "every"]) && next(2, &["year"]) => (12, at + 3),
        "dos" if next(1, &["veces"]) && next(2, &["al", "por"]) => (6, at + 4),
        "una" if next(1, &["vez"]) && next(2, &["al", "por"]) && next(3, &["ano"]) => (12, at + 4),
        "basis" | "periodicidad" | "forma" | "manera" | "frecuencia" => {
            let other = if token.is("basis") { at.checked_sub(1).filter(|before| *before >= from)? } else { at + 1 };
            let months = match tokens.get(other)?.fold.as_str() {
                "annual" | "yearly" | "anual" => 12,
                "biannual" | "semi-annual" | "semiannual" | "semestral" | "six-monthly" => 6,
                "quarterly" | "trimestral" => 3,
                "monthly" | "mensual" => 1,
                "biennial" | "bienal" => 24,
                _ => return None,
            };
            return Some(Term {
                rule: DueRule::Every { months, between: None },
                at: (at.min(other), at.max(other) + 1),
            });
        }
        _ => return None,
    };
    if token.among(&["quarterly", "monthly", "yearly"])
        && tokens.get(at + 1).is_some_and(|next| {
            next.among(&["basis", "report", "reports", "meetings", "meeting", "newsletter", "bulletin"])
        })
    {
        return None;
    }
    let ahead = &tokens[end.min(tokens.len())..tokens.len().min(end + 10)];
    let parted = ahead.first().is_some_and(|token| token.among(&["between", "entre"]));
    let between = if parted { gatherings::body_in(text, ahead) } else { None };
    let end = if parted {
        end + ahead.iter().take_while(|token| token.kind == Kind::Word && !token.among(&["and", "y", "should"])).count()
    } else {
        end
    };
    Some(Term { rule: DueRule::Every { months, between }, at: (at, end.min(tokens.len())) })
}
