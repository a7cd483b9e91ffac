//! Deadlines that come again: *every six months*, *anualmente*, *twice a year*, *at each meeting*.

use super::gatherings;
use super::terms::{Term, measure, unit_of};
use crate::due::{DueRule, Unit};
use crate::tokens::{Kind, Token};

/// Answers the deadline that begins at a token.
pub(super) fn term(text: &str, tokens: &[Token], at: usize, from: usize) -> Option<Term> {
    let named = || on_a_basis(tokens, at, from).or_else(|| reports(tokens, at, from));
    if let Some(term) = each_meeting(text, tokens, at, from).or_else(named) {
        return Some(term);
    }
    let (months, end) = period(tokens, at)?;
    let ahead = &tokens[end.min(tokens.len())..tokens.len().min(end + 10)];
    // *A quarterly report* is a kind of report.
    let named =
        |token: &Token| token.among(&["basis", "report", "reports", "meetings", "meeting", "newsletter", "bulletin"]);
    if ahead.first().is_some_and(named) {
        return None;
    }
    if !ahead.first().is_some_and(|token| token.among(&["between", "entre"])) {
        return Some(Term { rule: DueRule::Every { months, between: None }, at: (at, end.min(tokens.len())) });
    }
    let within = |token: &&Token| token.kind == Kind::Word && !token.among(&["and", "y", "should"]);
    let end = end + ahead.iter().take_while(within).count();
    Some(Term { rule: DueRule::Every { months, between: gatherings::body_in(text, ahead) }, at: (at, end) })
}

/// Answers the months of a period and where its words end.
fn period(tokens: &[Token], at: usize) -> Option<(u16, usize)> {
    let token = tokens.get(at)?;
    let next = |ahead: usize, words: &[&str]| tokens.get(at + ahead).is_some_and(|token| token.among(words));
    Some(match token.fold.as_str() {
        "every" | "cada" if next(1, &["other"]) => (24, at + 3),
        // *Tous les six mois*, *toutes les deux semaines*
        "tous" | "toutes" if next(1, &["les"]) => match measure(tokens, at + 2) {
            Some((months, Unit::Months, end)) => (months, end),
            Some(_) => return None,
            None => {
                let (months, unit) = unit_of(&tokens.get(at + 2)?.fold)?;
                (u16::try_from(months).ok().filter(|_| unit == Unit::Months)?, at + 3)
            }
        },
        "every" | "cada" | "each" | "chaque" => match measure(tokens, at + 1) {
            Some((months, Unit::Months, end)) => (months, end),
            Some(_) => return None,
            None => {
                let (months, unit) = unit_of(&tokens.get(at + 1)?.fold)?;
                (u16::try_from(months).ok().filter(|_| unit == Unit::Months)?, at + 2)
            }
        },
        "annually" | "yearly" | "anualmente" | "annuellement" => (12, at + 1),
        "semestriellement" => (6, at + 1),
        "trimestriellement" => (3, at + 1),
        "mensuellement" => (1, at + 1),
        "deux" if next(1, &["fois"]) && next(2, &["par"]) => (6, at + 4),
        "une" if next(1, &["fois"]) && next(2, &["par"]) && next(3, &["an"]) => (12, at + 4),
        "semiannually" | "semi-annually" | "biannually" | "half-yearly" | "semestralmente" | "six-monthly"
        | "bianualmente" => (6, at + 1),
        "quarterly" | "trimestralmente" => (3, at + 1),
        "monthly" | "mensualmente" => (1, at + 1),
        "biennially" | "bienalmente" => (24, at + 1),
        "twice" if next(1, &["a", "per", "each", "yearly"]) => (6, at + 3),
        "once" if next(1, &["a", "per", "every"]) && next(2, &["year"]) => (12, at + 3),
        "dos" if next(1, &["veces"]) && next(2, &["al", "por"]) => (6, at + 4),
        "una" if next(1, &["vez"]) && next(2, &["al", "por"]) && next(3, &["ano"]) => (12, at + 4),
        _ => return None,
    })
}

/// *At each meeting of the Group*, *en cada reunión*
fn each_meeting(text: &str, tokens: &[Token], at: usize, from: usize) -> Option<Term> {
    if !tokens.get(at)?.among(&["every", "cada", "each", "chaque", "chacune"]) || at == from {
        return None;
    }
    let ahead = &tokens[at + 1..tokens.len().min(at + 6)];
    let meeting = ahead.iter().position(|token| {
        token.among(&[
            "meeting",
            "meetings",
            "reunion",
            "reuniones",
            "session",
            "sessions",
            "rcgm",
            "grcm",
            "conference",
            "conferencia",
            "summit",
            "cumbre",
            "periodo",
            "sommet",
        ])
    })?;
    let named = |token: &Token| {
        token.capital || token.among(&["of", "its", "the", "una", "de", "sus", "las", "regular", "ordinary", "ses"])
    };
    let placed = tokens[at - 1]
        .among(&["at", "in", "before", "en", "de", "for", "to", "prior", "para", "durante", "a", "à", "pour", "avant"]);
    if !placed || !ahead[..meeting].iter().all(named) {
        return None;
    }
    let body = gatherings::body_in(text, &tokens[at..tokens.len().min(at + 10)]);
    Some(Term { rule: DueRule::EachMeeting(body), at: (at - 1, at + meeting + 2) })
}

/// Verbs by which something that comes again is to be made or held.
const MADE: &[&str] = &[
    "submit",
    "present",
    "prepare",
    "provide",
    "send",
    "produce",
    "publish",
    "circulate",
    "make",
    "deliver",
    "issue",
    "presentar",
    "presente",
    "presenten",
    "elaborar",
    "elabore",
    "elaboren",
    "rendir",
    "rinda",
    "rindan",
    "remitir",
    "remita",
    "remitan",
    "enviar",
    "envie",
    "envien",
    "preparar",
    "prepare",
    "preparen",
    "brindar",
    "brinde",
    "circular",
    "circule",
    "publicar",
    "publique",
    "hold",
    "convene",
    "celebrar",
    "celebre",
    "celebren",
    "realizar",
    "realice",
    "presenter",
    "soumettre",
    "etablir",
    "elaborer",
    "fournir",
    "transmettre",
    "publier",
    "preparer",
    "tenir",
    "organiser",
];
/// What comes again.
const REPORTS: &[&str] = &[
    "report",
    "reports",
    "update",
    "updates",
    "informe",
    "informes",
    "reporte",
    "reportes",
    "session",
    "meeting",
    "sesion",
    "reunion",
    "sessions",
    "meetings",
    "sesiones",
    "reuniones",
    "rapport",
    "rapports",
    "bilan",
    "bilans",
];

/// *Submit quarterly reports*, *que presente un informe anual*: where such a report is to be made; *the annual report* is one that there is.
fn reports(tokens: &[Token], at: usize, from: usize) -> Option<Term> {
    let months = months(&tokens.get(at)?.fold)?;
    // *Annual progress reports*
    let behind = (at + 1..tokens.len().min(at + 3)).find(|next| tokens[*next].among(REPORTS));
    let behind = behind.is_some_and(|found| tokens[at + 1..found].iter().all(is_word));
    // *Un informe financiero semestral*
    let before = || (1..=2).filter_map(|back| at.checked_sub(back)).find(|before| tokens[*before].among(REPORTS));
    let first = if behind { at } else { before().filter(|first| tokens[*first..at].iter().all(is_word))? };
    let ahead = &tokens[from..first];
    let owned = ahead.last().is_some_and(|last| {
        last.among(&["the", "its", "their", "el", "los", "su", "sus", "al", "del", "son", "ses", "le", "du"])
    });
    let made = ahead.iter().rev().take(4).any(|token| token.among(MADE));
    let rule = DueRule::Every { months, between: None };
    (made && !owned).then_some(Term { rule, at: (first, at.max(first) + 1 + usize::from(behind)) })
}

fn is_word(token: &Token) -> bool {
    token.kind == Kind::Word && !token.among(&["y", "and", "o", "or", "del", "al"])
}

/// *On a quarterly basis*, *con periodicidad anual*
fn on_a_basis(tokens: &[Token], at: usize, from: usize) -> Option<Term> {
    let token = tokens.get(at)?;
    let other = match token.fold.as_str() {
        "basis" => at.checked_sub(1).filter(|before| *before >= from)?,
        "periodicidad" | "forma" | "manera" | "frecuencia" | "caracter" => at + 1,
        _ => return None,
    };
    let months = months(&tokens.get(other)?.fold)?;
    Some(Term { rule: DueRule::Every { months, between: None }, at: (at.min(other), at.max(other) + 1) })
}

/// Answers the months between two of what has this adjective.
fn months(adjective: &str) -> Option<u16> {
    Some(match adjective {
        "annual" | "yearly" | "anual" | "anuales" | "annuel" | "annuelle" | "annuels" => 12,
        "semestriel" | "semestrielle" | "semestriels" => 6,
        "trimestriel" | "trimestrielle" | "trimestriels" => 3,
        "mensuel" | "mensuelle" | "mensuels" => 1,
        "biennale" => 24,
        "biannual" | "semi-annual" | "semiannual" | "semestral" | "semestrales" | "six-monthly" | "half-yearly" => 6,
        "cuatrimestral" | "cuatrimestrales" => 4,
        "quarterly" | "trimestral" | "trimestrales" => 3,
        "bimestral" | "bimestrales" | "bimonthly" => 2,
        "monthly" | "mensual" | "mensuales" => 1,
        "biennial" | "bienal" | "bienales" | "biennal" => 24,
        "triennial" | "trienal" | "trienales" => 36,
        "quadrennial" | "cuatrienal" | "cuadrienal" => 48,
        _ => return None,
    })
}
