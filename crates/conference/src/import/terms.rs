//! Deadlines in a sentence: *within three months*, *a más tardar el 31 de diciembre*, *at its next meeting*, *every six months*.

use jiff::civil::Date;

use super::announced::announced;
use super::calendar_days::{self, Read};
use super::gatherings;
use super::ordinals::cardinal;
use super::{recurrence, starting_point};
use crate::due::{Anchor, DueRule, Unit};
use crate::tokens::{Kind, Token};
use crate::verbs::{self, Shape, Speech};

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
    language: Speech,
    known: &Known,
) -> Vec<Term> {
    let mut found: Vec<Term> = Vec::new();
    let (from, until) = sentence;
    let slice = &tokens[..until];
    // *30 de junio de 2010* and nothing else: the column of a table that says by when.
    if let Some(read) =
        calendar_days::day(&slice[from..], None).filter(|read| from + read.tokens == until && read.tokens > 1)
        && later_than(known, read.day)
    {
        return vec![Term { rule: DueRule::By(read.day), at: (from, until) }];
    }
    let mut at = from;
    while at < until {
        let term = recurrence::term(text, slice, at, from)
            .or_else(|| counted(text, slice, at, from))
            .or_else(|| fixed(slice, at, from, language, known))
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
pub(super) fn measure(tokens: &[Token], at: usize) -> Option<(u16, Unit, usize)> {
    let first = tokens.get(at)?;
    if let Some((count, unit)) = first.fold.split_once('-')
        && let (Some(count), Some((factor, unit))) = (cardinal(count), unit_of(unit))
    {
        return Some((u16::try_from(count * factor).ok()?, unit, at + 1));
    }
    let mut count = cardinal(&first.fold)?;
    let mut next = at + 1;
    // *Cuarenta y cinco*, *vingt et un*
    let tens = (20..100).contains(&count) && count % 10 == 0 && first.kind == Kind::Word;
    if tens
        && tokens.get(next).is_some_and(|token| token.among(&["y", "et"]))
        && let Some(ones) = tokens.get(next + 1).and_then(|token| cardinal(&token.fold)).filter(|ones| *ones < 10)
    {
        (count, next) = (count + ones, next + 2);
    }
    if tokens.get(next).is_some_and(|token| token.is("(")) && tokens.get(next + 2).is_some_and(|token| token.is(")")) {
        count = tokens.get(next + 1).and_then(|token| cardinal(&token.fold)).unwrap_or(count);
        next += 3;
    }
    while tokens.get(next).is_some_and(|token| {
        token.among(&[
            "calendar",
            "-",
            "consecutive",
            "full",
            "additional",
            "prochains",
            "prochaines",
            "proximos",
            "siguientes",
        ])
    }) {
        next += 1;
    }
    let (factor, unit) = unit_of(&tokens.get(next)?.fold)?;
    let count = u16::try_from(count.checked_mul(factor)?).ok().filter(|count| (1..=36_525).contains(count))?;
    Some((count, unit, next + 1))
}

pub(super) fn unit_of(word: &str) -> Option<(u32, Unit)> {
    Some(match word {
        "day" | "days" | "dia" | "dias" => (1, Unit::Days),
        "week" | "weeks" | "semana" | "semanas" => (7, Unit::Days),
        "fortnight" | "fortnights" | "quincena" => (14, Unit::Days),
        "month" | "months" | "mes" | "meses" => (1, Unit::Months),
        "quarter" | "quarters" | "trimestre" | "trimestres" => (3, Unit::Months),
        "semester" | "semesters" | "semestre" | "semestres" => (6, Unit::Months),
        "year" | "years" | "ano" | "anos" | "an" | "ans" | "annee" | "annees" => (12, Unit::Months),
        "jour" | "jours" => (1, Unit::Days),
        "semaine" | "semaines" => (7, Unit::Days),
        "mois" => (1, Unit::Months),
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
    "derniers",
    "dernieres",
    "precedents",
    "precedentes",
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
    "del",
    "course",
    "curso",
    "transcurso",
    "space",
    "espacio",
    "les",
    "prochains",
    "prochaines",
    "suivants",
    "delai",
    "maximal",
    "qui",
    "suivent",
    "ne",
    "depassant",
    "pas",
    "excedant",
];

/// *Within three months*, *en un plazo de 60 días a partir de …*, *two months before the next meeting*.
fn counted(text: &str, tokens: &[Token], at: usize, from: usize) -> Option<Term> {
    let (count, unit, end) = measure(tokens, at).or_else(|| one_before(tokens, at))?;
    // Only the first word of a number begins it.
    let mut begin = at_most(tokens, at, from);
    let (mut next, mut term) = (false, false);
    while begin > from && tokens[begin - 1].among(BETWEEN) {
        begin -= 1;
        term |= tokens[begin].among(&["plazo", "deadline", "delai"]);
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
            "delai",
            "prochains",
            "prochaines",
            "suivants",
            "suivent",
        ]);
    }
    if begin > from && tokens[begin - 1].among(SINCE) || working_days(tokens, end) {
        return None;
    }
    let trigger = begin.checked_sub(1).filter(|before| *before >= from).map(|before| &tokens[before]);
    let within = trigger.is_some_and(|trigger| trigger.among(&["within", "dentro", "dans", "sous"]));
    let later = trigger.is_some_and(|trigger| trigger.among(&["than", "tardar", "tarde", "tard", "ici"]));
    let soft =
        trigger.is_some_and(|trigger| trigger.among(&["in", "en", "during", "over", "durante", "by", "con", "with"]));
    let (anchor, side, stop) = starting_point::anchor(text, tokens, end);
    let explicit = anchor.is_some();
    // *Review it after four years*, *al cabo de dos años*
    let passed = trigger.is_some_and(|trigger| trigger.among(&["after", "tras", "cabo"]))
        && !tokens.get(end).is_some_and(|next| next.among(&["of", "de"]));
    let plain_in = trigger.is_some_and(|trigger| trigger.among(&["in", "en"])) && tokens[at].kind != Kind::Mark;
    // *Un plazo de tres meses* sets one whatever stands before it, unless an old one is made longer.
    // *Por un plazo de cuatro años*, *for a period of two years* says how long and not by when.
    term &= !trigger.is_some_and(|trigger| trigger.among(&["por", "for", "pour"]));
    term &= !tokens[from..begin].iter().any(|token| token.among(&["ampliar", "prorrogar", "extender", "extend"]));
    if !(within
        || later
        || passed
        || term
        || soft && next
        || explicit
        || plain_in && !tokens[at].among(&["a", "an", "un", "una"]))
    {
        return None;
    }
    let begin = if within || later || soft || passed { begin - 1 } else { begin };
    let anchor = anchor.unwrap_or(Anchor::Adoption);
    Some(Term { rule: DueRule::Counted { count, unit, side, anchor }, at: (begin, stop.max(end)) })
}

/// *Not exceeding three months*: answers where that begins.
fn at_most(tokens: &[Token], at: usize, from: usize) -> usize {
    let phrases: [&[&str]; 4] =
        [&["not", "to", "exceed"], &["not", "exceeding"], &["no", "longer", "than"], &["of", "no", "more", "than"]];
    phrases.iter().fold(at, |begin, phrase| {
        let before = begin.checked_sub(phrase.len()).filter(|before| *before >= from);
        let said = |before: &usize| tokens[*before..begin].iter().zip(*phrase).all(|(token, word)| token.is(word));
        before.filter(said).unwrap_or(begin)
    })
}

/// *The week before*, *el día anterior a*
fn one_before(tokens: &[Token], at: usize) -> Option<(u16, Unit, usize)> {
    let article = tokens.get(at)?.among(&["the", "el", "la"]);
    let before = tokens.get(at + 2)?.among(&["before", "prior", "preceding", "antes", "anterior", "previo", "previa"]);
    let (count, unit) = unit_of(&tokens.get(at + 1)?.fold).filter(|_| article && before)?;
    Some((u16::try_from(count).ok()?, unit, at + 2))
}

fn working_days(tokens: &[Token], end: usize) -> bool {
    tokens.get(end).is_some_and(|token| token.among(&["habiles", "laborables"]))
}

/// Words between *no later than* and the day itself.
const BEFORE_DAY: &[&str] = &[
    "the",
    "el",
    "en",
    "on",
    "del",
    "de",
    "dia",
    "day",
    "at",
    "latest",
    "para",
    ",",
    "la",
    "by",
    "mes",
    "month",
    "of",
    "a",
    "or",
    "before",
    "is",
    "es",
    ":",
    "que",
    "finalice",
    "concluya",
    "termine",
    "finalizar",
    "concluir",
    "terminar",
    "ano",
    "friday",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "saturday",
    "sunday",
    "lunes",
    "martes",
    "miercoles",
    "jueves",
    "viernes",
    "sabado",
    "domingo",
    "le",
    "l",
    "à",
    "au",
    "mois",
    "du",
    "jour",
];
/// Words between *in* and the day itself.
const INSIDE_DAY: &[&str] =
    &["the", "el", "los", "dias", "days", "mes", "de", "month", "of", "la", "dia", "le", "du", "mois", "les", "jours"];

/// *By 31 December 2004*, *antes de fines de 2004*, and a date on which something is going to take place.
fn fixed(tokens: &[Token], at: usize, from: usize, language: Speech, known: &Known) -> Option<Term> {
    let Some(skipped) = limit(tokens, at) else {
        return beginning(tokens, at, known).or_else(|| planned(tokens, at, from, language, known));
    };
    let begin = from;
    let from = at + skipped;
    let skipped = tokens.iter().skip(from).take(5).take_while(|token| token.among(BEFORE_DAY)).count();
    let year = known.meeting_ended_on.map(Date::year);
    let (start, read) = (from..=from + skipped).find_map(|start| {
        let ahead = tokens.get(start..)?;
        let named = ahead.first().is_some_and(|first| language != Speech::English || first.capital);
        let month = || calendar_days::month_at(ahead, year).filter(|_| named && !ahead[0].among(&["mar", "sept"]));
        let here = || this_month(ahead, known);
        Some((start, here().or_else(|| calendar_days::day(ahead, year)).or_else(month)?))
    })?;
    let read = read.after(known.meeting_ended_on);
    let before = tokens[at].among(&["before", "antes", "prior", "previo", "avant"]);
    let eve = calendar_days::eve(&tokens[start..], &read).filter(|_| before);
    let day = eve.unwrap_or(read.day);
    // *The work plan for 2004* is a plan of that year, and nothing is due by its end.
    let whole = !read.exact && calendar_days::month_at(&tokens[start..], year).is_none();
    let planned = tokens[at].is("para") && whole && is_plan(tokens, begin, at);
    (!planned && later_than(known, day)).then(|| Term { rule: DueRule::By(day), at: (at, start + read.tokens) })
}

/// *As of 1 January 2009*, *a partir del primero de febrero de 1993*: what begins on a day is due on it.
fn beginning(tokens: &[Token], at: usize, known: &Known) -> Option<Term> {
    let next = |ahead: usize, words: &[&str]| tokens.get(at + ahead).is_some_and(|token| token.among(words));
    let skipped = match tokens.get(at)?.fold.as_str() {
        "as" if next(1, &["of", "from"]) => 2,
        "effective" | "starting" | "beginning" => 1 + usize::from(next(1, &["on", "from", "in", "as"])),
        "partir" | "compter" if next(1, &["de", "del", "du"]) => 2,
        "efecto" if next(1, &["desde"]) => 2,
        _ => return None,
    };
    let start = at + skipped + tokens[at + skipped..].iter().take_while(|token| token.among(INSIDE_DAY)).count();
    let read = calendar_days::day(tokens.get(start..)?, None)?;
    // A month begins with its first day; of a whole year nobody says when in it.
    let day = if read.exact { read.day } else { read.day.first_of_month() };
    let named = read.exact || calendar_days::month_at(&tokens[start..], None).is_some();
    (named && later_than(known, day)).then(|| Term { rule: DueRule::By(day), at: (at, start + read.tokens) })
}

/// *The end of this month*, *finales del presente mes*: that of the meeting.
fn this_month(tokens: &[Token], known: &Known) -> Option<Read> {
    let ended_on = known.meeting_ended_on?;
    let head = tokens.iter().take(7).position(|token| token.among(&["month", "mes", "mois"]))?;
    let told = |words: &[&str]| tokens[..head].iter().any(|token| token.among(words));
    let ends = told(&["end", "close", "fines", "finales", "fin", "final", "finalizar"]);
    let now = told(&["this", "current", "present", "presente", "corriente", "este", "ce", "courant"]);
    let going = tokens.get(head + 1).is_some_and(|next| next.is("en")) && tokens.get(head + 2)?.is("curso");
    let used = head + 1 + if going { 2 } else { 0 };
    (ends && (now || going)).then(|| Read { day: ended_on.last_of_month(), tokens: used, exact: false, implied: false })
}

/// *The deadline for replies will be …*, *el plazo para responder vence el …*: over how many tokens the words before the day stretch.
fn deadline_is(tokens: &[Token], at: usize) -> Option<usize> {
    const IS: &[&str] = &[
        "be",
        "is",
        "sera",
        "es",
        "vence",
        "vencera",
        "expires",
        "expire",
        "concluye",
        "concluira",
        "finaliza",
        "finalizara",
        "closes",
    ];
    let named = tokens.get(at)?.among(&["deadline", "limite", "plazo"]);
    let ahead = tokens[at + 1..].iter().take(10);
    let end =
        ahead.take_while(|token| !token.among(&[",", ";"])).position(|token| token.among(IS)).filter(|_| named)?;
    Some(end + 2)
}

/// Reads a word that sets a limit, and answers over how many tokens.
fn limit(tokens: &[Token], at: usize) -> Option<usize> {
    let next = |words: &[&str]| tokens.get(at + 1).is_some_and(|token| token.among(words));
    let number = || tokens.get(at + 1).is_some_and(|token| token.kind == Kind::Number);
    if let Some(stretch) = deadline_is(tokens, at) {
        return Some(stretch);
    }
    match tokens.get(at)?.fold.as_str() {
        "by" | "before" | "until" | "till" | "hasta" | "tardar" | "latest" | "deadline" | "limite" | "due"
        | "within" | "dentro" | "avant" | "ici" | "tard" | "jusque" | "echeance" => Some(1),
        // *For a period terminating on 15 February*
        "terminating" | "ending" | "expiring" if next(&["on", "in"]) => Some(2),
        "termina" | "terminara" | "vence" | "vencera" | "expira" if next(&["el", "en"]) => Some(1),
        "prior" if next(&["to"]) => Some(2),
        "later" if next(&["than"]) => Some(2),
        "tarde" if next(&["de", "del", "que"]) => Some(2),
        "antes" | "previo" if next(&["de", "del", "a", "al"]) => Some(2),
        "para" if next(&["el", "fines", "finales", "mediados", "la", "antes"]) || number() => Some(1),
        // *Nuevo plazo: junio de 2005*
        "plazo" if next(&[":", "es", "sera"]) => Some(1),
        "para" if calendar_days::month_at(&tokens[at + 1..], Some(2000)).is_some() => Some(1),
        _ => None,
    }
}

/// What is said of a meeting that is to come.
const HELD: &[&str] = &[
    "convene",
    "convening",
    "hold",
    "holding",
    "host",
    "celebrar",
    "celebracion",
    "convocar",
    "organize",
    "organizar",
    "realizar",
    "realizacion",
    "sede",
    "acoger",
    "anfitrion",
    "meet",
    "reconvene",
    "reunirse",
    "reunirnos",
    "tenir",
    "organiser",
    "accueillir",
    "reunir",
];

/// *To be held in May 2004*, *en el primer semestre de 2004*
fn planned(tokens: &[Token], at: usize, from: usize, language: Speech, known: &Known) -> Option<Term> {
    let token = tokens.get(at)?;
    let year = known.meeting_ended_on.map(Date::year);
    if let Some(term) = named_as_limit(tokens, at, from, known) {
        return Some(term);
    }
    if token.among(&["in", "during", "en", "durante", "a", "au", "à", "dans", "pendant", "durant"])
        && let Some(read) = inside_year(tokens, at, from, language, year).map(|read| read.after(known.meeting_ended_on))
        && later_than(known, read.day)
    {
        return Some(Term { rule: DueRule::By(read.day), at: (at, at + 1 + read.tokens) });
    }
    let placed = token.among(&[
        "in", "on", "during", "en", "el", "durante", "from", "for", "para", "los", "del", "entre", "between", "as",
        "le", "au", "pendant", "durant", "pour", "du", "les",
    ]);
    // *A seminar to be held in San Salvador, September 4 and 5*
    let apart = token.is(",") && calendar_days::day(&tokens[at + 1..], year).is_some_and(|read| read.exact);
    let apart = apart && announced(tokens, from, at, language);
    let dates = token.among(&["of", "de"]) && at > from && tokens[at - 1].among(&["date", "dates", "fecha", "fechas"]);
    known.meeting_ended_on.filter(|_| placed || dates || apart)?;
    let start = at + 1 + tokens[at + 1..].iter().take_while(|token| token.among(INSIDE_DAY)).count();
    let ahead = tokens.get(start..)?;
    let month = || {
        let named = ahead.first().is_some_and(|first| language != Speech::English || first.capital);
        calendar_days::month_at(ahead, year).filter(|_| named && !ahead[0].among(&["mar", "sept"]))
    };
    let read = calendar_days::day(ahead, None).or_else(|| calendar_days::day(ahead, year)).or_else(month)?;
    let read = to_the_last(tokens, start, read).after(known.meeting_ended_on);
    // *Convene the next conference in 2013*
    let held = tokens[from..at].iter().any(|token| token.among(HELD));
    let told = || announced(tokens, from, at, language);
    let bound = if read.exact || read.tokens > 1 || calendar_days::month_at(ahead, year).is_some() {
        // A day that names its year and is still to come is one on which something is to be done; without a year it may have gone by.
        !read.implied && !covers(tokens, from, at) || told() || asked(tokens, from, at, language)
    } else {
        // *Will be considered again in the context of the review in 2015*
        let wide = from.max(at.saturating_sub(30))..at;
        let comes = |at: usize| match language {
            Speech::English => tokens[at].among(&["will", "shall", "would"]),
            Speech::Spanish | Speech::French => {
                verbs::at(&tokens[at..], language).is_some_and(|found| found.shape.meets(Shape::FUTURE))
            }
        };
        let bound = wide.into_iter().any(comes) || asked(tokens, from, at, language);
        // *At its tenth meeting in 2010* is due at the meeting.
        let bound = bound && !gatherings::is_meeting(&tokens[at.saturating_sub(1)]);
        token.among(&["in", "en"]) && (held || bound && !is_done(tokens, from, at))
    };
    (bound && later_than(known, read.day)).then(|| Term { rule: DueRule::By(read.day), at: (at, start + read.tokens) })
}

/// *Set 30 September 2003 as the deadline*, *at the end of this month*, *next year*: what needs no word before it, or the plainest.
fn named_as_limit(tokens: &[Token], at: usize, from: usize, known: &Known) -> Option<Term> {
    let year = known.meeting_ended_on.map(Date::year);
    let set = |read: &Read| {
        let behind = tokens[at + read.tokens..].iter().take(4);
        read.exact && behind.into_iter().any(|token| token.among(&["deadline", "limite"]))
    };
    if let Some(read) = calendar_days::day(&tokens[at..], year).filter(set) {
        return Some(Term { rule: DueRule::By(read.after(known.meeting_ended_on).day), at: (at, at + read.tokens) });
    }
    let placed = tokens[at].among(&["a", "in", "en", "at"]);
    if let Some(read) = this_month(&tokens[at + 1..], known).filter(|read| placed && later_than(known, read.day)) {
        return Some(Term { rule: DueRule::By(read.day), at: (at, at + 1 + read.tokens) });
    }
    bare_year(tokens, at, from, known)
}

/// *This year*, *el próximo año*, with nothing before it.
fn bare_year(tokens: &[Token], at: usize, from: usize, known: &Known) -> Option<Term> {
    let year = known.meeting_ended_on?.year();
    let opens = tokens[at].among(&["this", "next", "este"]) || tokens[at].is("el") && tokens.get(at + 1)?.is("proximo");
    let read = calendar_days::present_year(&tokens[at..], Some(year)).filter(|read| opens && read.tokens <= 3)?;
    // *This year, we have also seen the floods* tells what there was.
    let first = tokens[..at].last().is_none_or(|before| before.among(&[".", ";"]));
    let seen = tokens.iter().zip(tokens.iter().skip(1)).skip(at + read.tokens).take(4).any(|(have, next)| {
        have.among(&["have", "has", "had", "hemos", "han", "ha", "avons", "ont"]) && !next.among(&["to", "de", "à"])
    });
    if first && seen {
        return None;
    }
    (!is_done(tokens, from, at)).then_some(Term { rule: DueRule::By(read.day), at: (at, at + read.tokens) })
}

/// *From 22 April 2016 to 21 April 2017* ends with the later day, and *from 1 to 5 October and 8 to 19 October 2012* names the year behind.
fn to_the_last(tokens: &[Token], start: usize, read: Read) -> Read {
    let end = start + read.tokens;
    let joined = tokens.get(end).is_some_and(|next| next.among(&["to", "until", "through", "al", "hasta", "a"]));
    // *Between June and August 2003*, *in July or August*
    let months = tokens.get(end).is_some_and(|next| joined || next.among(&["and", "y", "or", "o", "-", "–"]));
    let later = |read: Read| {
        calendar_days::month_at(tokens.get(end + 1..)?, Some(read.day.year())).filter(|later| later.day > read.day)
    };
    if let Some(later) = later(read).filter(|_| months && !read.exact) {
        return Read { tokens: read.tokens + 1 + later.tokens, ..later };
    }
    let behind = joined.then(|| tokens.get(end + 1..)).flatten().and_then(|ahead| calendar_days::day(ahead, None));
    if let Some(later) = behind.filter(|later| later.exact && read.exact && later.day > read.day) {
        return Read { tokens: read.tokens + 1 + later.tokens, ..later };
    }
    let mut near = tokens[end..].iter().take(8).filter(|token| token.kind == Kind::Number && token.fold.len() == 4);
    match near.next().and_then(|year| year.fold.parse().ok()) {
        Some(year) if read.implied && (1900..2200).contains(&year) => {
            let day = Date::new(year, read.day.month(), read.day.day()).unwrap_or(read.day);
            Read { day, implied: false, ..read }
        }
        _ => read,
    }
}

/// *The report for the period from June 2003 to December 2004*, *el presupuesto de enero a junio*: what is told of and not what is to be done.
fn covers(tokens: &[Token], from: usize, at: usize) -> bool {
    const COVERED: &[&str] = &[
        "period",
        "periodo",
        "covering",
        "corresponding",
        "correspondiente",
        "budget",
        "presupuesto",
        "bienio",
        "biennium",
        "valid",
        "vigente",
        "since",
        "desde",
        "comprendido",
        "comprendida",
        "gestion",
    ];
    // *The calendar of meetings for the second half of 2018*
    let for_it = tokens[at].is("for") || tokens[at].is("el") && at > from && tokens[at - 1].is("para");
    tokens[from.max(at.saturating_sub(6))..at].iter().any(|token| token.among(COVERED))
        || for_it && is_plan(tokens, from, at)
}

/// Answers whether a plan or a budget is named just before, which a year behind it belongs to.
fn is_plan(tokens: &[Token], from: usize, at: usize) -> bool {
    const PLANS: &[&str] = &[
        "plan",
        "planes",
        "programa",
        "presupuesto",
        "calendario",
        "cronograma",
        "cuota",
        "cuotas",
        "aportes",
        "agenda",
        "calendar",
        "schedule",
        "programme",
        "budget",
        "workplan",
    ];
    tokens[from.max(at.saturating_sub(8))..at].iter().any(|token| token.among(PLANS))
}

/// *In the first half of 2004*, *en el transcurso del presente año*, *a finales de año*, *during 2004* where something is to be done then.
fn inside_year(tokens: &[Token], at: usize, from: usize, language: Speech, year: Option<i16>) -> Option<Read> {
    let ahead = &tokens[at + 1..];
    let token = &tokens[at];
    if token.is("a") {
        let ends = ahead.first()?.among(&["fines", "finales", "mediados"]);
        return calendar_days::day(ahead, year).filter(|_| ends);
    }
    // *Au cours du premier semestre de 2025*
    let course = ahead.iter().take_while(|token| token.among(&["cours", "courant", "du", "le", "de", "la"])).count();
    let ahead_of_part = if token.among(&["au", "dans"]) { &ahead[course..] } else { ahead };
    let part = calendar_days::part_of_month(ahead_of_part, year)
        .or_else(|| calendar_days::part_of_year(ahead_of_part, year))
        .or_else(|| calendar_days::present_year(ahead_of_part, year))
        .map(|read| Read { tokens: read.tokens + ahead.len() - ahead_of_part.len(), ..read });
    part.or_else(|| {
        let course =
            ahead.iter().take(2).any(|token| token.among(&["course", "curso", "transcurso", "cours", "courant"]));
        let words = |token: &&Token| {
            token.among(&[
                "the",
                "el",
                "course",
                "curso",
                "transcurso",
                "of",
                "de",
                "del",
                "year",
                "ano",
                "le",
                "courant",
                "cours",
                "l",
                "annee",
                "la",
                "du",
            ])
        };
        let start = ahead.iter().take_while(words).count();
        let read = calendar_days::day(&ahead[start..], None).filter(|read| read.tokens == 1)?;
        let bound = course || token.among(&["during", "durante"]) && asked(tokens, from, at, language);
        bound.then_some(Read { tokens: start + read.tokens, ..read })
    })
}

/// Answers whether work stands just before that is to be done: *to submit …*, *que presente …*; and not *activities carried out*.
fn asked(tokens: &[Token], from: usize, at: usize, language: Speech) -> bool {
    let near = from.max(at.saturating_sub(14))..at;
    !is_done(tokens, from, at)
        && near.skip(1).any(|at| {
            let before = tokens[at - 1].among(&["to", "should", "must", "shall", "will", "que", "a"])
                || language == Speech::French && tokens[at - 1].among(&["de", "à", "doit", "devra", "pour"]);
            before
                && match language {
                    Speech::English => {
                        verbs::at(&tokens[at..], language).is_some_and(|found| found.verb.act() == verbs::Act::Done)
                    }
                    Speech::French => verbs::is_infinitive(&tokens[at].fold, language),
                    // *Que presente*, *que elaboren*, *a realizar*.
                    Speech::Spanish => ["e", "en", "a", "an", "ar", "er", "ir"]
                        .iter()
                        .any(|end| tokens[at].fold.len() > 4 && tokens[at].fold.ends_with(end)),
                }
        })
}

/// *The activities carried out*, *los talleres realizados*, and then a date.
fn is_done(tokens: &[Token], from: usize, at: usize) -> bool {
    (from.max(at.saturating_sub(2))..at).filter(|at| !at.checked_sub(1).is_some_and(|be| tokens[be].is("be"))).any(
        |at| {
            ["ed", "ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas", "é", "ees"]
                .iter()
                .any(|end| tokens[at].fold.len() > 4 && tokens[at].fold.ends_with(end))
                || tokens[at].among(&["out", "made", "held"])
        },
    )
}

/// A deadline lies after the meeting that sets it.
fn later_than(known: &Known, day: Date) -> bool {
    known.meeting_ended_on.is_none_or(|ended_on| day > ended_on)
}
