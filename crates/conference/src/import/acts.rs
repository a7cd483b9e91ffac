//! Every operative verb of a paragraph: the one each sentence begins with, and those joined to it.

use super::clauses::{self, Lead, Subject};
use super::grammar::grammar;
use super::page::Para;
use crate::tokens::{Kind, Token};
use crate::verbs::{self, Act, Duty, Shape, Speech, Verb};

/// A verb at a place of a paragraph, in tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Told {
    pub verb: Verb,
    pub at: (usize, usize),
    /// Where its sentence ends.
    pub until: usize,
}

/// Somebody who is to do something: *Mexico and Guatemala will prepare …*
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Task {
    /// Who, in tokens.
    pub who: (usize, usize),
    /// What, where it is a verb of the list.
    pub verb: Option<(Verb, (usize, usize))>,
    /// It is done, and nobody says by whom.
    pub passive: bool,
}

/// What a paragraph does and asks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Acts {
    pub told: Vec<Told>,
    pub tasks: Vec<Task>,
}

/// Answers the acts of a paragraph. `begins` is the form in which the decision's first verb stands, for a paragraph that goes on with it.
pub(super) fn acts(para: &Para, begins: Option<Shape>) -> Acts {
    let mut acts = Acts::default();
    let mut first = begins;
    for (at, &(from, to)) in para.sentences.iter().enumerate() {
        let tokens = &para.tokens[from..to];
        let lead = if at == 0 && begins.is_none() { para.lead } else { clauses::lead(tokens, para.speech()) };
        let Some(lead) = lead.map(|lead| moved(lead, from)) else { continue };
        let goes_on = at > 0 || begins.is_some();
        if goes_on && lead.subject == Subject::Implied && !same_voice(first, lead, &para.tokens) {
            continue;
        }
        // *Trade is slow. Exchange of goods creates a risk. We agree …*: where *we* speak, work begins no sentence of itself.
        if at > 0 && first.is_none() && is_thing(para, lead) {
            continue;
        }
        // *The meeting will report to the Conference*: a body of that name has work, and the one that speaks does nothing.
        let named = lead.who.is_some_and(|(who, _)| !para.tokens[who].among(grammar(para.speech()).pronouns));
        let tasked = at > 0 && lead.assigned && named && lead.verb.is_some_and(|verb| verb.act() == Act::Done);
        if lead.is_operative() && !tasked {
            if let Some(verb) = lead.verb {
                acts.told.push(Told { verb, at: lead.at, until: to });
                first = first.or(Some(lead.shape));
                joined(para, lead, to, &mut acts.told);
            }
        } else if let Some(who) = lead.who.filter(|_| lead.assigned) {
            acts.tasks.push(Task { who, verb: lead.verb.map(|verb| (verb, lead.at)), passive: lead.passive });
        }
    }
    acts
}

/// Answers the act a paragraph begins with and those joined to it, whoever is named for saying them: *the Directors thank … and suggest that …*
pub(super) fn said_together(para: &Para, lead: Lead) -> Vec<Told> {
    let until = para.sentences.first().map_or(para.tokens.len(), |&(_, until)| until);
    let mut told: Vec<Told> = lead.verb.map(|verb| Told { verb, at: lead.at, until }).into_iter().collect();
    joined(para, lead, until, &mut told);
    told
}

/// Answers whether a plain verb of work at the head of a sentence is a noun, because somebody is named wherever the paragraph says an act.
fn is_thing(para: &Para, lead: Lead) -> bool {
    lead.subject == Subject::Implied
        && para.speech() == Speech::English
        && lead.shape.meets(Shape::BASE)
        && lead.verb.is_some_and(|verb| verb.act() == Act::Done)
        && para.speaks_within()
}

fn moved(lead: Lead, by: usize) -> Lead {
    let moved = |(from, to): (usize, usize)| (from + by, to + by);
    Lead { at: moved(lead.at), who: lead.who.map(moved), ..lead }
}

/// Answers whether a verb without subject speaks in the form of the first: a sentence may begin with a word that only looks like a verb.
fn same_voice(first: Option<Shape>, lead: Lead, tokens: &[Token]) -> bool {
    let capital = tokens[lead.at.0].capital || lead.at.0.checked_sub(1).is_some_and(|before| tokens[before].capital);
    // *Con ese fin, aprobaron …*
    let behind = lead.at.0.checked_sub(1).is_some_and(|before| tokens[before].is(","));
    first.is_none_or(|first| first.meets(lead.shape))
        // *Invitamos* says who speaks.
        || lead.shape == Shape::OURS
        // *Asimismo, se acordó …* names nobody but the body.
        || lead.verb.is_some_and(|verb| verb.act() == Act::Said)
            && lead.at.0.checked_sub(1).is_some_and(|before| tokens[before].is("se"))
        || behind && they_did(&tokens[lead.at.0], Speech::Spanish)
        || capital && lead.verb.is_some_and(|verb| verb.act() == Act::Said)
}

/// Answers whether a Spanish verb tells what several did, and so names them.
fn they_did(token: &Token, language: Speech) -> bool {
    language == Speech::Spanish && ["aron", "ieron", "yeron", "jeron"].iter().any(|end| token.fold.ends_with(end))
}

/// Collects the verbs that *and* joins to the first one of a sentence, and the act inside *agree to urge*.
fn joined(para: &Para, lead: Lead, until: usize, told: &mut Vec<Told>) {
    let (language, tokens) = (para.speech(), &para.tokens);
    let words = grammar(language);
    if let Some(inner) = carried(tokens, lead, until, language) {
        told.push(inner);
    }
    // *They agreed to hold a workshop and request …*: what they agreed to is the first of two.
    let agreed = agreed_to(tokens, lead, until, language);
    let begin = agreed.map_or(lead.at.1, |agreed| agreed.at.1);
    let mut at = begin;
    let mut inner_verb = false;
    let mut open = 0_usize;
    while at < until {
        match tokens[at].fold.as_str() {
            "(" | "“" | "«" => open += 1,
            ")" | "”" | "»" => open = open.saturating_sub(1),
            _ => {}
        }
        // Words in quotes and brackets are names.
        if open > 0 {
            at += 1;
            continue;
        }
        let Some((verb_at, comma, apart)) = after_join(tokens, at, until, words.joins, words.adverbs) else {
            inner_verb |= carries_infinitive(tokens, at, language);
            at += 1;
            continue;
        };
        // *As follows* does nothing.
        let Some(found) =
            clauses::verb_at(&tokens[..until], verb_at, language).filter(|_| !tokens[verb_at].is("follows"))
        else {
            at += 1;
            continue;
        };
        let after = verb_at + found.tokens;
        // *As expressed elsewhere* points to what was said there; *as well as urged* joins.
        let pointed = tokens[verb_at - 1].is("as")
            && !verb_at.checked_sub(2).is_some_and(|well| tokens[well].is("well"))
            && found.shape.meets(Shape::PAST | Shape::DONE);
        if pointed {
            at += 1;
            continue;
        }
        // *Accept and thank*: side by side both are the body's.
        let adjacent = at == begin || told.last().is_some_and(|last| last.at.1 == at);
        let will = tokens[at..verb_at].iter().any(|token| token.among(&["will", "shall"]));
        let join = Join { verb_at, found, adjacent, comma, apart, inner_verb, will };
        let second = || {
            let said = found.verb.act() == Act::Said;
            said && agreed.is_some_and(|agreed| join.is_told(&tokens[..until], agreed, language))
        };
        if join.is_told(&tokens[..until], lead, language) || second() {
            told.push(Told { verb: found.verb, at: (verb_at, after), until });
            inner_verb = false;
            at = after;
        } else {
            at += 1;
        }
    }
}

/// A verb behind *and* or a comma.
struct Join {
    verb_at: usize,
    found: verbs::Found,
    /// It stands side by side with the one before.
    adjacent: bool,
    comma: bool,
    /// A phrase that only points back stands between.
    apart: bool,
    /// Somebody's work has been named since: a plain verb may be more of it.
    inner_verb: bool,
    /// *And will*: it is going to be done.
    will: bool,
}

/// English verbs that are written like a noun or an attribute, so that what stands behind *and* may be a thing.
const THINGS: &[&str] = &[
    "calls",
    "requests",
    "offers",
    "demands",
    "notes",
    "supports",
    "thanks",
    "reports",
    "studies",
    "designs",
    "plans",
    "reviews",
    "exchanges",
    "works",
    "uses",
    "values",
    "review",
    "exchange",
    "report",
    "support",
    "study",
    "design",
    "use",
    "work",
    "help",
    "program",
    "train",
    "direct",
    "complete",
    "present",
    "increase",
    "host",
    "respect",
    "fight",
    "draft",
    "request",
    "offer",
    "demand",
    "set",
    "address",
    "combat",
    "supply",
    "schedule",
    "note",
    "view",
    "value",
    "hope",
    "appeal",
    "start",
    "order",
    "fund",
    "back",
    "raise",
    "place",
    "stress",
    "mandate",
    "update",
    "focus",
    "name",
    "proposed",
    "agreed",
    "approved",
    "expected",
    "required",
    "revised",
    "improved",
    "increased",
    "integrated",
    "developed",
    "united",
    "established",
    "added",
];

impl Join {
    /// Answers whether whatever stands behind the verb is its object, because the form can be no noun.
    fn has_any_object(&self, tokens: &[Token], lead: Lead, language: Speech) -> bool {
        const NONE: &[&str] = &[
            "of",
            "from",
            "by",
            "made",
            "submitted",
            "received",
            "and",
            "or",
            "as",
            "was",
            "were",
            "is",
            "are",
            "at",
            "under",
            "during",
            "within",
            "between",
            "among",
            "through",
            "throughout",
            "since",
            "por",
        ];
        let (verb_at, found) = (self.verb_at, self.found);
        let next = tokens.get(verb_at + found.tokens);
        if !next.is_some_and(|next| next.kind == Kind::Word && !next.among(NONE)) {
            return false;
        }
        let said = found.verb.act() == Act::Said;
        let form = &tokens[verb_at];
        match language {
            Speech::Spanish => {
                let ours = found.shape.meets(Shape::OURS) && lead.shape.meets(Shape::OURS);
                // *Se agradece … y se le solicita distribuirlo*
                let se = tokens[verb_at - 1].among(&["se", "le", "les"]) && found.shape.meets(Shape::THIRD);
                said && (ours || se || they_did(form, language) && lead.shape.meets(Shape::PAST))
            }
            Speech::French => {
                let alike = |shape: Shape| found.shape.meets(shape) && lead.shape.meets(shape);
                said && (alike(Shape::OURS) || alike(Shape::THIRD) || alike(Shape::PAST))
            }
            Speech::English => {
                let alike = |shape: Shape| found.shape.meets(shape) && lead.shape.meets(shape);
                let plain = alike(Shape::BASE) && !self.inner_verb;
                let third = said && alike(Shape::THIRD);
                let past = said && alike(Shape::PAST) && lead.subject == Subject::Body;
                let thing = form.among(THINGS) && !(self.comma && said && (third || past));
                !thing && (third || past || plain || self.comma && said && alike(Shape::BASE))
            }
        }
    }

    /// Answers whether the body that said the sentence's first verb says this one too.
    fn is_told(&self, tokens: &[Token], lead: Lead, language: Speech) -> bool {
        let Join { verb_at, found, adjacent, comma, apart, inner_verb, will } = *self;
        let next = tokens.get(verb_at + found.tokens);
        // *E instruirle para que …*
        let pronoun = language == Speech::Spanish
            && found.shape == Shape::BASE
            && ["rle", "rles", "rlo", "rlos", "rla", "rlas"].iter().any(|end| tokens[verb_at].fold.ends_with(end));
        let object = apart
            || pronoun
            || next
                .is_some_and(|next| next.among(grammar(language).objects) || next.capital || next.kind == Kind::Number);
        let said = found.verb.act() == Act::Said;
        // *…, and urges donor countries to …*: a form that is no noun has whatever comes next for its object.
        let object = object || self.has_any_object(tokens, lead, language);
        // *…, y acordamos realizar un taller*
        let object = object
            || said
                && language != Speech::English
                && next.is_some_and(|next| verbs::is_infinitive(&next.fold, language));
        // *We discussed … and recognize that …*: one subject, two tenses.
        let finite = if language == Speech::French { Shape::THIRD } else { Shape::BASE | Shape::THIRD } | Shape::PAST;
        let theirs = self.is_anothers(tokens, lead, language);
        let turned = lead.subject == Subject::Body
            && said
            && found.shape.meets(finite)
            && !theirs
            && !tokens[verb_at - 1].is("to");
        // *Expresses concern …, and hoped that …*: whoever begins in one tense may end in another.
        let shifted = comma
            && said
            && !theirs
            && lead.subject != Subject::Other
            && found.shape.meets(Shape::THIRD | Shape::PAST)
            && (found.tokens > 1 && tokens[verb_at + found.tokens - 1].is("that")
                || next.is_some_and(|next| next.among(&["that", "que"])));
        // *Reconocer …, y acogieron …*: an infinitive, and then what they did.
        let told_then = comma && said && object && they_did(&tokens[verb_at], language);
        let again = (said || !inner_verb)
            && tokens[verb_at - 1].is("to")
            && lead.at.0.checked_sub(1).is_some_and(|before| tokens[before].is("to"));
        let object = object || again;
        let plain = lead.shape.meets(Shape::BASE) && !lead.shape.meets(Shape::THIRD);
        let same = (found.shape.meets(lead.shape) && !theirs || turned && object)
            && if plain {
                found.shape.meets(Shape::BASE) && (again || self.is_plain_too(lead, pronoun))
            } else {
                adjacent || object || said && found.tokens > 1
            };
        // *We agree to …, and will convene …*: their own work, unless somebody else's was named since.
        let going = will && lead.subject == Subject::Body && found.shape.meets(Shape::BASE) && object && {
            let between = &tokens[lead.at.1..verb_at - 1];
            !between.iter().any(|token| token.among(&["which", "who", "that", "should", "must"]))
        };
        // *Ha tomado nota … y solicitado a …*, *ont adopté … et ont invité …*
        let helped = tokens[verb_at - 1].among(&["ont", "a", "avons", "ha", "han", "hemos"]);
        let perfect = language != Speech::English
            && said
            && lead.subject == Subject::Body
            && found.shape.meets(Shape::DONE)
            && (lead.shape == Shape::DONE && !lead.passive || helped);
        // *Provided that* opens a condition.
        let condition = tokens[verb_at].among(&["provided", "given"]) && next.is_some_and(|next| next.is("that"));
        !condition
            && (same || told_then || going || shifted || perfect)
            && (object || adjacent || found.tokens > 1)
            && (found.shape != Shape::DONE || perfect)
    }

    /// *We recalled the plan, which commends … and asks …*: we never *asks*.
    fn is_anothers(&self, tokens: &[Token], lead: Lead, language: Speech) -> bool {
        // *Reafirmaron … la continuidad y desarrollo …*: what several did is not said of one, and what looks so is a noun.
        let several = they_did(&tokens[lead.at.0], language)
            && self.found.shape.meets(Shape::PAST)
            && !they_did(&tokens[self.verb_at], language);
        several
            || lead.who.is_some_and(|(who, _)| tokens.get(who).is_some_and(|who| who.is("we")))
                && self.found.shape.meets(Shape::THIRD)
                && !self.found.shape.meets(Shape::BASE | Shape::PAST)
    }

    /// Answers whether a verb in its plain form goes on with the one before, which is plain too.
    fn is_plain_too(&self, lead: Lead, pronoun: bool) -> bool {
        let Join { found, adjacent, comma, inner_verb, .. } = *self;
        let said = found.verb.act() == Act::Said;
        // *Carry out a study and present its results*: work that is the body's own, while nobody else's was named.
        let made = matches!(lead.verb, Some(Verb::SetUp | Verb::Establish | Verb::Create));
        let own = (made || lead.verb.is_some_and(|verb| verb.act() == Act::Done)) && !inner_verb;
        // *Recognize the efforts to respond, and deplore …*: nobody was asked for anything yet.
        let noted = lead.verb.is_some_and(|verb| verb.act() == Act::Said && verb.duty() == Duty::None);
        // *Take note of the offer to host, and convene …*: what is taken note of or approved is a thing, so that the work is the body's.
        let thing = matches!(
            lead.verb,
            Some(Verb::TakeNote | Verb::Accept | Verb::Approve | Verb::Thank | Verb::Welcome | Verb::Receive)
        );
        adjacent || own || pronoun && (said || !inner_verb) || said && (!inner_verb || comma || noted) || thing && comma
    }
}

/// Reads *and*, *y además*, *, as well as* before a verb; answers the verb's place, whether a comma stood before, and whether a
/// phrase that points back did.
fn after_join(
    tokens: &[Token],
    at: usize,
    until: usize,
    joins: &[&str],
    adverbs: &[&str],
) -> Option<(usize, bool, bool)> {
    let comma = tokens[at].is(",");
    let mut next = at;
    let (mut joined, mut apart) = (false, false);
    if comma {
        next += 1;
    }
    while next < until {
        let token = &tokens[next];
        // *…, and in this regard invites …*
        let aside = if joined { aside(&tokens[next..until]) } else { 0 };
        if aside > 0 {
            (next, apart) = (next + aside, true);
            continue;
        }
        if token.among(joins) {
            joined = true;
        } else if joined
            && token.among(&["los", "las"])
            && verbs::at(&tokens[next + 1..until], Speech::Spanish)
                .is_some_and(|found| found.shape.meets(Shape::THIRD | Shape::PAST))
        {
            // *… y los alienta a …*
        } else if !(joined || comma)
            || !(token.among(adverbs)
                || token.fold.ends_with("ly") && token.fold.len() > 4
                || joined
                    && token.among(&[
                        "we", "they", "will", "shall", "have", "has", "ont", "avons", "a", "ha", "han", "hemos",
                    ])
                || token.among(&["to", "well", "como", "nous"]))
        {
            break;
        }
        next += 1;
    }
    let before_comma = at.checked_sub(1).is_some_and(|before| tokens[before].is(","));
    (next < until && (joined || comma) && next > at).then_some((next, comma || before_comma || apart, apart))
}

/// Answers over how many tokens a phrase stretches that only points back: *in this regard*, *a tal efecto,*.
fn aside(tokens: &[Token]) -> usize {
    const ENDS: &[&str] = &[
        "regard",
        "respect",
        "context",
        "connection",
        "end",
        "sense",
        "purpose",
        "sentido",
        "respecto",
        "contexto",
        "fin",
        "efecto",
        "marco",
    ];
    let from = usize::from(tokens.first().is_some_and(|first| first.is(",")));
    let opens = tokens.get(from).is_some_and(|first| first.among(&["in", "to", "for", "en", "a", "al", "para", "con"]));
    let points = |token: &Token| token.among(&["this", "that", "este", "ese", "tal", "dicho", "respecto"]);
    let end = (from + 1..tokens.len().min(from + 3)).find(|at| tokens[*at].among(ENDS));
    let Some(end) = end.filter(|end| opens && tokens[from..=*end].iter().any(points)) else { return 0 };
    end + 1 + usize::from(tokens.get(end + 1).is_some_and(|next| next.is(",")))
}

/// *Request the Secretariat to prepare*: from here on a plain verb may be another's work.
fn carries_infinitive(tokens: &[Token], at: usize, language: Speech) -> bool {
    match language {
        Speech::English => {
            tokens[at].is("to")
                && tokens.get(at + 1).is_some_and(|_| {
                    verbs::at(&tokens[at + 1..], language).is_some_and(|found| found.shape.meets(Shape::BASE))
                })
        }
        Speech::Spanish | Speech::French => {
            verbs::at(&tokens[at..], language).is_some_and(|found| found.shape == Shape::BASE)
                || at.checked_sub(1).is_some_and(|before| {
                    tokens[before].among(&["de", "para", "a", "sin", "à", "pour"])
                        && verbs::is_infinitive(&tokens[at].fold, language)
                })
        }
    }
}

/// Answers the work or act that stands right behind *agree to*, as if the sentence began with it.
fn agreed_to(tokens: &[Token], lead: Lead, until: usize, language: Speech) -> Option<Lead> {
    if !matches!(lead.verb?, Verb::Agree | Verb::Decide | Verb::Resolve) {
        return None;
    }
    let carries = |token: &Token| token.is("to") || language == Speech::French && token.among(&["de", "à"]);
    let skipped = |token: &Token| token.among(grammar(language).adverbs) || carries(token);
    let at = lead.at.1 + tokens[lead.at.1..until].iter().take_while(|token| skipped(token)).count();
    let found = verbs::at(tokens.get(at..until)?, language).filter(|found| found.shape.meets(Shape::BASE))?;
    Some(Lead { verb: Some(found.verb), shape: Shape::BASE, at: (at, at + found.tokens), ..lead })
}

/// *Agree to urge …*, *acuerdan solicitar a …*: the act said inside the first one.
fn carried(tokens: &[Token], lead: Lead, until: usize, language: Speech) -> Option<Told> {
    let inner = agreed_to(tokens, lead, until, language)?;
    let verb = inner.verb?;
    // *Decide to establish* is one decision and no second act.
    if matches!(
        verb,
        Verb::Establish
            | Verb::SetUp
            | Verb::Create
            | Verb::Include
            | Verb::Incorporate
            | Verb::Add
            | Verb::Amend
            | Verb::Modify
            | Verb::Extend
            | Verb::Renew
            | Verb::Assign
            | Verb::Allocate
            | Verb::Replace
            | Verb::Support
            | Verb::Propose
            | Verb::Offer
    ) {
        return None;
    }
    (verb.act() == Act::Said).then_some(Told { verb, at: inner.at, until })
}
