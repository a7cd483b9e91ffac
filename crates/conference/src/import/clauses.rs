//! Sentences, and the verb that each begins with: who speaks, what they do, and whether it is a consideration before a decision.

use super::grammar::{Grammar, grammar};
use super::restarts::{OPENING, opens_with_phrase, restarts};
use crate::tokens::{Kind, Token};
use crate::verbs::{self, Act, Duty, Found, Shape, Speech, Verb};

/// How far a subject may stretch, in tokens, before its verb.
pub(super) const SUBJECT_TOKENS_MAX: usize = 80;
/// How far *We, the Heads of State of …,* may stretch, which names every State before it says what they do.
const WE_TOKENS_MAX: usize = 400;
/// How far they may stretch before a comma must stand before what they do, so that no name among them is read as an act.
const WE_NEAR_TOKENS_MAX: usize = 120;
/// Who does what the verb says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject {
    /// Nobody is named: the body that speaks, by its heading.
    Implied,
    /// The body that speaks: *we*, *the Vice-Ministers*.
    Body,
    /// Somebody else.
    Other,
}

/// What a sentence begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lead {
    pub subject: Subject,
    /// The verb, where it is one of the list.
    pub verb: Option<Verb>,
    pub shape: Shape,
    /// The tokens of the verb.
    pub at: (usize, usize),
    /// The tokens of the subject, where it is named.
    pub who: Option<(usize, usize)>,
    /// Somebody will do it, or must: an assignment and no act of the body.
    pub assigned: bool,
    /// Something is done to the subject: *are invited*.
    pub passive: bool,
}

impl Lead {
    /// Answers whether this is an act of the body that speaks.
    pub fn is_operative(&self) -> bool {
        let said = self.verb.is_some_and(|verb| verb.act() == Act::Said);
        self.verb.is_some()
            && match self.subject {
                Subject::Implied => !self.assigned,
                Subject::Body => !self.passive || said,
                Subject::Other => self.passive && said && !self.assigned,
            }
    }
}

/// Answers the sentences of a text, as ranges of its tokens; a semicolon ends one too.
pub(super) fn sentences(text: &str, tokens: &[Token]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut from = 0;
    let mut open = 0_usize;
    for (at, token) in tokens.iter().enumerate() {
        match token.fold.as_str() {
            "(" => open += 1,
            ")" => open = open.saturating_sub(1),
            _ => {}
        }
        let ends = match token.fold.as_str() {
            ";" | "?" | "!" => open == 0,
            "." => open == 0 && ends_here(text, tokens, at),
            _ => false,
        };
        if ends {
            if at > from {
                found.push((from, at));
            }
            from = at + 1;
        }
    }
    if tokens.len() > from {
        found.push((from, tokens.len()));
    }
    found
}

/// Abbreviations whose full stop ends nothing.
const SHORTENED: &[&str] = &[
    "no", "nos", "art", "arts", "dr", "dra", "mr", "mrs", "ms", "sr", "sra", "sres", "st", "para", "paras", "par",
    "res", "vol", "doc", "e.g", "i.e", "etc", "ee", "uu", "h.e", "hon", "inc", "num", "pag", "pp", "p", "approx",
    "gral", "lic", "prof", "gov", "dec", "cf",
];

fn ends_here(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some(next) = tokens.get(at + 1) else { return true };
    let spaced = text[tokens[at].to..next.from].contains(char::is_whitespace);
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    let initial = before.is_some_and(|before| {
        before.kind == Kind::Word && (before.to - before.from <= 1 || SHORTENED.contains(&before.fold.as_str()))
    });
    let begins =
        next.capital || next.kind == Kind::Number || matches!(next.fold.as_str(), "(" | "[" | "\"" | "“" | "«" | "¿");
    spaced && begins && !initial
}

/// Answers whether a text is a consideration: *Recalling …*, *Conscientes de …*.
pub(super) fn is_consideration(tokens: &[Token], language: Speech) -> bool {
    let words = grammar(language);
    let at = after_adverbs(tokens, 0, words);
    let Some(first) = tokens.get(at) else { return false };
    if words.considering.contains(&first.fold.as_str()) {
        return true;
    }
    let gerund = match language {
        Speech::English => verbs::at(&tokens[at..], language).is_some_and(|found| found.shape == Shape::GERUND),
        Speech::Spanish => {
            first.fold.len() > 5 && ["ando", "iendo", "yendo"].iter().any(|end| first.fold.ends_with(end))
        }
        // *Rappelant*, *se félicitant*
        Speech::French => {
            const OTHERS: &[&str] = &[
                "pendant",
                "durant",
                "devant",
                "suivant",
                "autant",
                "cependant",
                "maintenant",
                "important",
                "restant",
            ];
            first.fold.len() > 4 && first.fold.ends_with("ant") && !first.among(OTHERS)
        }
    };
    let other = language == Speech::English
        && matches!(
            first.fold.as_str(),
            "bearing"
                | "keeping"
                | "believing"
                | "acting"
                | "being"
                | "realizing"
                | "realising"
                | "responding"
                | "referring"
                | "viewing"
                | "hoping"
                | "trusting"
                | "wishing"
                | "desiring"
                | "remembering"
                | "contemplating"
                | "expecting"
                | "understanding"
                | "building"
                | "paying"
                | "looking"
                | "basing"
                | "meeting"
                | "gathering"
                | "drawing"
        );
    gerund || other
}

/// Answers what a sentence begins with, if it has a verb where one is expected.
pub(super) fn lead(tokens: &[Token], language: Speech) -> Option<Lead> {
    let words = grammar(language);
    // *[1a] In addition, we affirm …*
    let noted = tokens.first().is_some_and(|first| first.is("["));
    let from = tokens.iter().take(6).position(|token| token.is("]")).filter(|_| noted).map_or(0, |close| close + 1);
    let behind = behind_topic(tokens, from, words, language).or_else(|| behind_clause(tokens, from, words, language));
    if behind.is_some() {
        return behind;
    }
    let whole = lead_at(tokens, from, words, language);
    // *Faced with this, the Conference reaffirms …*: whoever stands next before the verb is its subject.
    let nearer = whole.filter(|lead| lead.subject == Subject::Other).and_then(|lead| {
        // *Dedicated to peace, we will …*: no name stands between *we* and what they do.
        let own = |token: &Token| token.among(words.pronouns) && !token.among(&["it", "il"]);
        let head = |token: &Token| own(token) || !lead.assigned && (token.among(words.bodies) || is_conference(token));
        let behind = restarts(tokens, language)
            .into_iter()
            .filter(|at| *at < lead.at.0 && tokens[*at..].iter().take(2).any(head));
        let body = |next: &Lead| next.at == lead.at && next.subject == Subject::Body;
        behind.rev().find_map(|at| lead_at(tokens, at, words, language).filter(body))
    });
    // *Recognising the need to act, members adopted …*: the need is what they considered.
    let considered = whole.is_some_and(|lead| lead.subject == Subject::Other)
        && tokens.get(from..).is_some_and(|rest| is_consideration(rest, language));
    // *To advance these priorities, we will identify …*: what it is for stands first.
    let meant = whole.is_some_and(|lead| {
        lead.subject == Subject::Implied
            && lead.verb.is_some_and(|verb| verb.act() == Act::Done)
            && lead.at.0.checked_sub(1).is_some_and(|before| tokens[before].is("to"))
    });
    let purpose = || {
        let behind = restarts(tokens, language).into_iter().filter(|at| tokens[at - 1].is(","));
        let told = |at: usize| lead_at(tokens, at, words, language);
        behind
            .filter_map(told)
            .find(|lead| lead.who.is_some_and(|(who, _)| tokens[who].among(words.pronouns)) && lead.verb.is_some())
    };
    let main = || {
        let behind = restarts(tokens, language).into_iter().filter(|at| tokens[at - 1].is(","));
        let told = |at: usize| lead_at(tokens, at, words, language).filter(Lead::is_operative);
        behind.filter_map(told).find(|lead| lead.subject == Subject::Body)
    };
    let served = if meant { purpose() } else { None };
    if let Some(lead) = served.or(nearer).or_else(|| if considered { main() } else { None }).or(whole) {
        return Some(lead);
    }
    let mut best: Option<Lead> = None;
    for at in restarts(tokens, language) {
        let Some(lead) = lead_at(tokens, at, words, language) else { continue };
        // An implied subject after a comma is one more object of what came before, unless an opening phrase ended there.
        // A capital there is part of a name: *the Group to Measure, Review and Define …*
        let named = tokens[lead.at.0].capital && tokens.iter().any(|token| token.kind == Kind::Word && !token.capital);
        if lead.subject == Subject::Implied && (named || !opens_with_phrase(tokens, language)) {
            continue;
        }
        match best {
            // *In order to return the young, old and sick, Mexico will …*: the subject is what begins last before the verb.
            Some(known) if known.at == lead.at && is_list(tokens, known, lead) => {}
            Some(known) if known.at != lead.at && (known.is_operative() || known.assigned) => break,
            _ => best = Some(lead),
        }
    }
    best
}

/// Answers the main clause behind a consideration: *Recalling the review, the Meeting welcomed …*, *Reconociendo su aporte, acordamos …*.
///
/// Only *we* say something there, or, in a paragraph with a `number` of its own or one that is a whole `sentence`, the body that speaks: *Noting
/// that, at its last session, the Assembly requested …* stays a consideration.
pub(super) fn behind_consideration(tokens: &[Token], language: Speech, number: bool, sentence: bool) -> Option<Lead> {
    let words = grammar(language);
    let ours = |lead: &Lead| match lead.who {
        Some((who, _)) => tokens[who].among(&["we", "nosotros", "nosotras", "nous"]),
        None => lead.shape == Shape::OURS,
    };
    let behind_comma = |at: &usize| tokens[at - 1].is(",");
    let told = |at: usize| lead_at(tokens, at, words, language).filter(Lead::is_operative);
    restarts(tokens, language).into_iter().filter(behind_comma).filter_map(told).find(|lead| {
        ours(lead)
            || (number || sentence && !tokens[..lead.at.0].iter().any(|token| token.among(&["that", "que", "which"])))
                && lead.subject == Subject::Body
            || number && stands_alone(tokens, *lead, language)
    })
}

/// *Having heard the delegations, to thank …*: an act without a subject, and not one more of the things considered (*the need to prevent, combat
/// and punish*).
fn stands_alone(tokens: &[Token], lead: Lead, language: Speech) -> bool {
    let before = &tokens[..lead.at.0];
    let listed = (1..before.len()).any(|at| {
        let wanted = language == Speech::Spanish || before[at - 1].is("to");
        wanted && verbs::at(&before[at..], language).is_some_and(|found| found.shape.meets(Shape::BASE))
    });
    lead.subject == Subject::Implied
        && !tokens[lead.at.0].capital
        && (!listed || lead.verb.is_some_and(|verb| verb.act() == Act::Said))
}

/// How far a topic may stretch, in tokens, before its colon.
const TOPIC_TOKENS_MAX: usize = 24;

/// *Trafficking in persons: Thank …*, *Sobre el Plan de Acción.- Aprobar …*: a topic without a verb of its own, and behind it what is done.
fn behind_topic(tokens: &[Token], from: usize, words: &Grammar, language: Speech) -> Option<Lead> {
    let ends = |at: &usize| match tokens[*at].fold.as_str() {
        ":" => true,
        "-" | "–" | "—" => {
            tokens.get(at + 1).is_some_and(|next| next.capital) && (tokens[*at].fold != "-" || tokens[at - 1].is("."))
        }
        _ => false,
    };
    let end = (from + 1..tokens.len().min(from + TOPIC_TOKENS_MAX)).find(ends)?;
    let own = lead_at(&tokens[..end], from, words, language).or_else(|| {
        restarts(&tokens[..end], language).into_iter().find_map(|at| lead_at(&tokens[..end], at, words, language))
    });
    // *Finance: To urge …*: a word that could be a verb of work is a topic when that short.
    let named =
        |own: &Lead| end <= from + 3 && own.who.is_none() && own.verb.is_some_and(|verb| verb.act() == Act::Done);
    if own.is_some_and(|own| (own.is_operative() || own.assigned) && !named(&own)) {
        return None;
    }
    lead_at(tokens, end + 1, words, language).filter(|lead| lead.subject != Subject::Other && lead.is_operative())
}

/// *As we celebrate ten years of the light, we commit to …*: what goes on meanwhile, and behind it what the same *we* do.
fn behind_clause(tokens: &[Token], from: usize, words: &Grammar, language: Speech) -> Option<Lead> {
    const MEANWHILE: &[&str] =
        &["as", "while", "when", "since", "mientras", "cuando", "aunque", "although", "lorsque", "alors", "tandis"];
    let own =
        |at: usize| tokens.get(at).is_some_and(|token| token.among(words.pronouns) && !token.among(&["it", "il"]));
    if !tokens.get(from)?.among(MEANWHILE) || !(own(from + 1) || own(from + 2)) {
        return None;
    }
    let behind = restarts(tokens, language).into_iter().filter(|at| tokens[at - 1].is(",") && own(*at));
    behind.filter_map(|at| lead_at(tokens, at, words, language)).find(Lead::is_operative)
}

/// *Mexico, Guatemala and Honduras*: the later subject is the end of the earlier.
fn is_list(tokens: &[Token], known: Lead, later: Lead) -> bool {
    let (Some(known), Some(later)) = (known.who, later.who) else { return true };
    let between = &tokens[known.0..later.0];
    between.len() <= 12
        && between.iter().all(|token| {
            token.capital || token.kind == Kind::Mark || token.among(&["the", "of", "de", "del", "la", "el"])
        })
}

fn after_adverbs(tokens: &[Token], mut at: usize, words: &Grammar) -> usize {
    while let Some(token) = tokens.get(at) {
        // *In this regard, …*
        let opens = |phrase: &&&[&str]| {
            phrase.iter().enumerate().all(|(ahead, word)| tokens.get(at + ahead).is_some_and(|next| next.is(word)))
        };
        if let Some(phrase) = words.asides.iter().find(opens) {
            at += phrase.len() + usize::from(tokens.get(at + phrase.len()).is_some_and(|next| next.is(",")));
            continue;
        }
        let skipped = token.among(words.adverbs)
            || token.among(&["\"", "“", "«", "'", "*", "¿", "¡", "…", "-", "–", ":"])
            || (token.kind == Kind::Word
                && token.fold.len() > 4
                && (token.fold.ends_with("ly") || token.fold.ends_with("mente")));
        if !skipped {
            break;
        }
        at += 1;
    }
    at
}

fn lead_at(tokens: &[Token], from: usize, words: &Grammar, language: Speech) -> Option<Lead> {
    let at = after_adverbs(tokens, from, words);
    let first = tokens.get(at)?;
    if first.among(words.pronouns) {
        return named(tokens, (at, at + 1), Subject::Body, words, language)
            .or_else(|| subject(tokens, at, words, language));
    }
    // *To strengthen*, *that the network prepare*.
    let begin = at;
    let opened = match language {
        Speech::English => first.is("to"),
        Speech::Spanish => first.is("que"),
        // *De prier le Secrétariat …*, *d'inviter …*
        Speech::French => {
            first.is("que")
                || first.is("de") && tokens.get(at + 1).is_some_and(|next| verbs::is_infinitive(&next.fold, language))
        }
    };
    // *To gratefully recognize*
    let at = if opened { after_adverbs(tokens, at + 1, words) } else { at };
    if let Some(found) = verb_at(tokens, at, language) {
        let finite = Shape::BASE | Shape::THIRD | Shape::OURS | Shape::PAST;
        // *Supported by most delegations, …* says something of whoever stands beside it.
        let borne = language == Speech::English
            && !found.shape.meets(Shape::BASE | Shape::THIRD)
            && tokens.get(at + found.tokens).is_some_and(|next| next.is("by"));
        // *Lo hacemos con un espíritu de …* does nothing new.
        let again = found.verb == Verb::CarryOut && at > 0 && tokens[at - 1].is("lo")
            || language == Speech::English && at > 0 && tokens[at - 1].is("as") && !found.shape.meets(Shape::PAST);
        if found.shape.meets(finite) && !is_noun(tokens, at, found, language) && !borne && !again {
            return Some(bare(found, at));
        }
        if found.shape.meets(Shape::FUTURE) {
            return Some(Lead { assigned: true, ..bare(found, at) });
        }
    }
    // *Quedó aprobado el calendario*: what was done is said before whatever it was done to.
    let passed = first.among(words.passive) && language != Speech::French;
    // *We, the Ministers: (2) will establish …*
    let going = first.among(&["will", "shall"]);
    if first.among(words.helpers) || going || passed && language == Speech::Spanish {
        let said = |lead: &Lead| lead.verb.is_some_and(|verb| verb.act() == Act::Said || first.among(words.helpers));
        return predicate(tokens, at, Subject::Implied, words, language).filter(|lead| !passed || said(lead));
    }
    subject(tokens, begin, words, language)
}

/// Answers the verb at a place; *s'engager* is no *engager*, and *se féliciter* no *féliciter*.
pub(super) fn verb_at(tokens: &[Token], at: usize, language: Speech) -> Option<Found> {
    let found = verbs::at(tokens.get(at..)?, language)?;
    if language != Speech::French {
        return Some(found);
    }
    let before = |back: usize| at.checked_sub(back).map(|before| &tokens[before]);
    let turned = |back: usize| {
        before(back).is_some_and(|token| token.is("se"))
            || before(back).is_some_and(|token| token.is("nous"))
                && before(back + 1).is_some_and(|token| token.is("nous"))
    };
    let back = 1 + usize::from(before(1).is_some_and(|token| token.among(&["y", "est", "sont"])));
    // *Il convient de …* agrees to nothing.
    if found.verb == Verb::Agree && before(1).is_some_and(|token| token.is("il")) && tokens[at].is("convient") {
        return None;
    }
    Some(match found.verb {
        Verb::Urge if turned(back) && tokens[at].fold.starts_with("engag") => Found { verb: Verb::Commit, ..found },
        Verb::Congratulate if turned(back) => Found { verb: Verb::Welcome, ..found },
        _ => found,
    })
}

fn bare(found: Found, at: usize) -> Lead {
    Lead {
        subject: Subject::Implied,
        verb: Some(found.verb),
        shape: found.shape,
        at: (at, at + found.tokens),
        who: None,
        assigned: false,
        passive: false,
    }
}

/// Nouns that look like verbs: *Support for …* as a title, *Report of …*; an act of speech is never one.
fn is_noun(tokens: &[Token], at: usize, found: Found, language: Speech) -> bool {
    const NOUNS: &[&str] =
        &["review", "study", "design", "draft", "use", "exchange", "supply", "report", "train", "program", "respect"];
    let next = tokens.get(at + found.tokens);
    let alone = match language {
        Speech::English => {
            tokens[at].among(NOUNS) && next.is_none_or(|next| next.among(&["of", "for", "on", "by", ":", ".", "from"]))
        }
        Speech::Spanish => next.is_some_and(|next| next.is(":")) && found.shape == Shape::THIRD,
        // *Engagement du groupe*, *Demande de renseignements*
        Speech::French => next.is_none_or(|next| next.is(":")) && found.shape.meets(Shape::THIRD),
    };
    alone && found.verb.act() != Act::Said
}

/// Reads a named subject and looks for its verb.
fn subject(tokens: &[Token], from: usize, words: &Grammar, language: Speech) -> Option<Lead> {
    let first = tokens.get(from)?;
    let begins =
        first.among(words.articles) || first.among(words.bodies) || first.among(words.pronouns) || first.capital;
    if !begins || first.kind != Kind::Word || first.among(OPENING) && !first.among(words.bodies) {
        return None;
    }
    // *We, the Ministers of …*, *we the Ministers of …*, *we – the presidents of …*
    let named_beside = |next: &Token| next.among(&[",", "–", "—"]) || next.among(words.articles);
    let listed = first.among(words.pronouns) && tokens.get(from + 1).is_some_and(named_beside);
    let who = if listed || is_body(tokens, from, words) { Subject::Body } else { Subject::Other };
    let reach = if listed { WE_TOKENS_MAX } else { SUBJECT_TOKENS_MAX };
    let mut open = 0_usize;
    // The next verb belongs to *that* and not to the subject: *countries that are prepared …*
    let mut relative = false;
    let mut behind = from + 1;
    for at in from + 1..tokens.len().min(from + reach) {
        let far = at >= from + if listed { WE_NEAR_TOKENS_MAX } else { SUBJECT_TOKENS_MAX };
        match tokens[at].fold.as_str() {
            "(" => open += 1,
            ")" => open = open.saturating_sub(1),
            _ => {}
        }
        if tokens[at].among(&["that", "which", "who", "que", "quienes", "whose", "cuyo", "cuya"]) {
            relative = true;
            continue;
        }
        if open > 0
            || at < behind
            || tokens[at].is(")")
            || tokens[at].is(",")
            || far && !tokens[at - 1].among(&[",", "nos"])
        {
            continue;
        }
        // *Negotiations to be concluded by May*, *a ser concluidas*: no verb of the subject.
        if tokens[at].among(&["be", "ser"]) && tokens[at - 1].among(&["to", "a"]) {
            behind = at + 2;
            continue;
        }
        // *The Conference took place in …*: whatever stands behind, the sentence says that there was a meeting.
        let took = |found: Found| {
            found.verb != Verb::Celebrate && is_place(&tokens[at..]) && tells_of_meeting(&tokens[at..], found)
        };
        if !relative && verbs::at(&tokens[at..], language).is_some_and(took) {
            return None;
        }
        if let Some(lead) = named(tokens, (from, at), who, words, language) {
            let said = lead.verb.is_some_and(|verb| verb.act() == Act::Said) && !lead.assigned;
            if !relative && (said || !far) {
                return Some(lead);
            }
            (relative, behind) = (false, lead.at.1);
        } else if relative
            && tokens[at - 1].among(&["que", "quienes", "qui"])
            && verbs::at(&tokens[at..], language).is_some()
        {
            // *Los países que participan en …*
            (relative, behind) = (false, at + 1);
        } else if relative && tokens[at].among(words.passive) {
            // A verb that is not of the list.
            (relative, behind) = (false, at + 2);
        } else if let Some(found) = verbs::at(&tokens[at..], language).filter(|found| found.shape == Shape::BASE) {
            // *Tomar nota* is one verb, and its noun is no other.
            behind = at + found.tokens;
        }
    }
    None
}

/// Answers whether a subject is the body that speaks: by its head, before *of* or *in*.
fn is_body(tokens: &[Token], from: usize, words: &Grammar) -> bool {
    let head = tokens[from..].iter().take(9).take_while(|token| {
        !token.among(&[
            "of", "in", "for", "with", "from", "de", "del", "para", "en", "con", ",", "on", "to", "that", "que", "du",
            "des", "sur", "pour", "after", "before", "since", "when", "while",
        ])
    });
    let head: Vec<&Token> = head.collect();
    let noun = head.iter().position(|token| token.among(words.bodies) || is_conference(token));
    // *We, the Ministers …*, and a secretariat is never the body; *Officials welcomed the Working Group* speaks of another.
    noun.is_some_and(|noun| {
        !head[..head.len().min(noun + 2)].iter().any(|token| {
            token.among(&[
                "secretariat",
                "secretaria",
                "network",
                "red",
                "presidency",
                "presidencia",
                "working",
                "trabajo",
                "secretariat",
                "presidence",
                "reseau",
                "travail",
            ])
        })
    })
}

/// The short names of bodies that decide.
fn is_conference(token: &Token) -> bool {
    token.among(&[
        "rcm", "crm", "rcgm", "grcm", "grc", "csm", "sacm", "general", "ocam", "sica", "celac", "unasur", "mercosur",
        "caricom", "asean",
    ])
}

/// Answers the verb of a subject when it begins at the end of the subject's tokens.
fn named(tokens: &[Token], who: (usize, usize), subject: Subject, words: &Grammar, language: Speech) -> Option<Lead> {
    let lead = predicate(tokens, who.1, subject, words, language)?;
    Some(Lead { who: Some(who), ..lead })
}

/// Answers whether a word stands between a subject and its verb.
fn is_carried(token: &Token, after_helper: bool, words: &Grammar) -> bool {
    // *Nous nous engageons*
    token.among(words.adverbs)
        || token.is("nous")
        // *To* after a helper: *wish to thank*.
        || after_helper
            && token.among(&["to", "en", "de", "que", "be", "been", "ser", "sido", "pleased", "like"])
        || token.kind == Kind::Word
            && token.fold.len() > 4
            && (token.fold.ends_with("ly") || token.fold.ends_with("mente"))
}

/// Reads the verb after a subject: alone, after a helper, after *to be*, after *will*.
fn predicate(tokens: &[Token], from: usize, subject: Subject, words: &Grammar, language: Speech) -> Option<Lead> {
    let mut at = from;
    let (mut helped, mut passive, mut assigned) = (false, false, false);
    loop {
        let token = tokens.get(at)?;
        // *Est préoccupé*, *sommes conscients* is one verb.
        let whole = || verbs::at(&tokens[at..], language).is_some_and(|found| found.tokens > 1);
        if language == Speech::French && token.among(&["est", "sont", "sommes", "a", "ont", "avons"]) && whole() {
            break;
        }
        let carried = is_carried(token, helped || assigned, words);
        if token.among(words.passive) {
            passive = true;
        } else if token.among(words.modals)
            && !is_needed(tokens, at)
            && !(token.is("would") && tokens.get(at + 1).is_some_and(|next| next.is("like")))
        {
            assigned = true;
        } else if token.among(words.helpers) {
            helped = true;
        } else if !carried || (token.is("and") && !helped) {
            break;
        }
        if token.among(&["be", "been", "ser", "sido"]) {
            passive = true;
        }
        helped |= passive;
        at += 1;
        if at > from + 8 {
            return None;
        }
    }
    // *La próxima reunión tendrá lugar en …*
    let place =
        || (assigned && tokens[at].is("lugar")).then_some(Found { verb: Verb::Hold, shape: Shape::BASE, tokens: 1 });
    let found = verb_at(tokens, at, language).or_else(place);
    if assigned {
        return Some(Lead {
            assigned,
            passive,
            who: None,
            ..found.map_or_else(|| unknown(subject, at), |found| told(found, subject, at))
        });
    }
    let found = found.filter(|found| !tells_of_meeting(&tokens[at..], *found))?;
    if found.shape.meets(Shape::FUTURE) && !found.shape.meets(Shape::THIRD) {
        return Some(Lead { assigned: true, ..told(found, subject, at) });
    }
    let fits = match (helped, language) {
        // *Were present*: after *to be* only what is done to somebody is a verb.
        (true, Speech::English | Speech::French) if tokens[at - 1].among(words.passive) => {
            found.shape.meets(Shape::DONE)
        }
        (true, _) => found.shape.meets(Shape::DONE | Shape::BASE),
        (false, Speech::English) => {
            let direct = subject == Subject::Body && speaks_of_itself(tokens, from, at, found, words);
            found.shape.meets(Shape::BASE | Shape::THIRD | Shape::PAST)
                && (direct || !is_attribute(tokens, from, at, found))
        }
        (false, Speech::Spanish | Speech::French) => {
            found.shape.meets(Shape::THIRD | Shape::OURS | Shape::PAST) && !is_inside(tokens, at, words)
        }
    };
    fits.then(|| Lead { passive: passive && found.shape.meets(Shape::DONE), ..told(found, subject, at) })
}

/// *The Conference took place in …*, *the Ministers held their annual meeting*: tells of the meeting and does nothing there.
fn tells_of_meeting(tokens: &[Token], found: Found) -> bool {
    let ahead = || tokens[found.tokens..].iter();
    // *Celebramos nuestra Séptima Reunión* holds it and rejoices in nothing.
    let past = found.shape.meets(Shape::PAST) || found.verb == Verb::Celebrate && found.shape == Shape::OURS;
    match found.verb {
        Verb::Take => ahead().next().is_some_and(|next| next.is("part")),
        Verb::Hold if is_place(tokens) => !found.shape.meets(Shape::BASE),
        Verb::Hold | Verb::Host | Verb::Convene | Verb::Celebrate if past => ahead().take(5).any(|next| {
            next.among(&[
                "meeting",
                "conference",
                "session",
                "summit",
                "consultation",
                "consultations",
                "talks",
                "discussions",
                "discussion",
                "debate",
                "exchange",
                "deliberations",
                "dialogo",
                "intercambio",
                "reunion",
                "conferencia",
                "sesion",
                "cumbre",
                "consulta",
                "consultas",
                "encuentro",
            ])
        }),
        _ => false,
    }
}

/// *Take place*, *tener lugar*
fn is_place(tokens: &[Token]) -> bool {
    tokens.get(1).is_some_and(|next| next.among(&["place", "part", "lugar"]))
}

/// *The need to act*, *protection needs*: a noun, and nobody is to do anything.
fn is_needed(tokens: &[Token], at: usize) -> bool {
    const BEFORE: &[&str] = &[
        "the", "a", "an", "this", "that", "their", "our", "its", "in", "of", "no", "any", "urgent", "pressing", "for",
    ];
    let named = at.checked_sub(1).is_some_and(|before| tokens[before].among(BEFORE));
    let verb = tokens.get(at + 1).is_some_and(|next| next.among(&["to", "not", "be"]));
    tokens[at].among(&["need", "needs"]) && (named || !verb)
}

fn told(found: Found, subject: Subject, at: usize) -> Lead {
    Lead { subject, ..bare(found, at) }
}

fn unknown(subject: Subject, at: usize) -> Lead {
    Lead { subject, verb: None, shape: Shape::BASE, at: (at, at + 1), who: None, assigned: true, passive: false }
}

/// *The meeting recalled in particular …*: right behind the body, what the body did; people who were *invited by* somebody are another matter.
fn speaks_of_itself(tokens: &[Token], from: usize, at: usize, found: Found, words: &Grammar) -> bool {
    let body = from == at && from.checked_sub(1).is_some_and(|last| tokens[last].among(words.bodies));
    let done = found.verb.act() == Act::Said && found.verb.duty() == Duty::None || found.verb == Verb::Agree;
    let next = tokens.get(at + found.tokens);
    body && done && found.shape.meets(Shape::PAST) && !next.is_some_and(|next| next.among(&["by", "at", "under"]))
}

/// Answers whether an English form is part of the subject: *the proposal submitted by Mexico*, *the Labour Work Group*.
fn is_attribute(tokens: &[Token], from: usize, at: usize, found: Found) -> bool {
    let next = tokens.get(at + found.tokens);
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    if found.shape.meets(Shape::PAST) && !found.shape.meets(Shape::BASE) {
        let bound = next.is_some_and(|next| {
            next.among(&["by", "in", "at", "on", "under", "during", "within", "from", "up", "between"])
        });
        return bound && !matches!(found.verb, Verb::Agree | Verb::CallUpon);
    }
    if found.shape.meets(Shape::BASE) {
        let capital = tokens[at].capital
            && tokens.iter().any(|token| token.kind == Kind::Word && token.fold.len() > 2 && !token.capital);
        let bound = before.is_some_and(|before| {
            before.among(&["the", "of", "a", "an", "to", "for", "on", "in", "and", "with", "their", "its"])
        });
        return (capital || bound) && at > from.saturating_sub(1);
    }
    found.shape.meets(Shape::THIRD)
        && before.is_some_and(|before| before.among(&["the", "of", "a", "their", "its", "in", "and", "for"]))
}

/// Answers whether a form is a noun inside the subject: *la firma*, *de la demande*.
fn is_inside(tokens: &[Token], at: usize, words: &Grammar) -> bool {
    at.checked_sub(1).is_some_and(|before| tokens[before].among(words.inside))
}
