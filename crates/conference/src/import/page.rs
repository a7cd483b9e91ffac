//! One paragraph as the outline needs it: its number, its language, its words and what it begins with.

use super::block::Block;
use super::clauses::{self, Lead, Subject, is_consideration};
use super::grammar::{grammar, looks_like_title};
use super::language;
use super::marker::{Form, Marker, marker};
use crate::tokens::{Kind, Token, fold, tokens};
use crate::verbs::{self, Act, Shape, Speech, Verb};

/// The most words of a title.
const TITLE_WORDS_MAX: usize = 18;

/// A paragraph read for its structure.
pub(super) struct Para {
    /// As it stands, with its number when it was typed.
    pub text: String,
    /// Where the text begins behind a typed number, in bytes.
    pub body_from: usize,
    pub marker: Option<Marker>,
    /// How deep the format says it lies.
    pub level: Option<usize>,
    /// The format says it is a heading.
    pub bold: bool,
    pub language: Option<Speech>,
    /// Of the text behind the number; places are those in `text`.
    pub tokens: Vec<Token>,
    /// The sentences, as ranges of tokens.
    pub sentences: Vec<(usize, usize)>,
    /// What the first sentence begins with.
    pub lead: Option<Lead>,
    pub considers: bool,
}

impl Para {
    pub fn new(block: Block, usual: Option<Speech>) -> Para {
        let typed = if block.label.is_some() { None } else { marker(&block.text) };
        let body_from = typed.as_ref().map_or(0, |marker| marker.text_from);
        // A number that the format counted is read as if it had been typed.
        let counted = block.label.as_deref().and_then(|label| marker(&format!("{label} x")));
        let body = &block.text[body_from..];
        let mut tokens = tokens(body);
        for token in &mut tokens {
            token.from += body_from;
            token.to += body_from;
        }
        let language = language::of(&tokens, usual).or(usual);
        let speech = language.or(usual).unwrap_or(Speech::English);
        if speech == Speech::French {
            tokens = verbs::french::tokens(&block.text, tokens);
        }
        let sentences = clauses::sentences(&block.text, &tokens);
        let first = sentences.first().map_or(&[][..], |&(from, to)| &tokens[from..to]);
        // *Training* is a title, although it ends as considerations begin.
        let bare = tokens.len() <= 3 && !block.text.trim_end().ends_with([':', ';', ',']);
        let considers = !bare && is_consideration(first, speech);
        let number = typed.as_ref().or(counted.as_ref()).is_some_and(|marker| !marker.is_bullet());
        let ended = block.text.trim_end().ends_with(['.', ';']);
        let sentence = block.text.trim_end().ends_with('.');
        let behind = || clauses::behind_consideration(first, speech, number, sentence);
        let main = (considers && ended).then(behind).flatten();
        let considers = considers && main.is_none();
        let lead = main.or_else(|| if considers { None } else { clauses::lead(first, speech) });
        Para {
            body_from,
            marker: typed.or(counted),
            level: block.level,
            bold: block.heading,
            language,
            sentences,
            lead,
            considers,
            tokens,
            text: block.text,
        }
    }

    pub fn body(&self) -> &str {
        &self.text[self.body_from..]
    }

    /// The language it is read in.
    pub fn speech(&self) -> Speech {
        self.language.unwrap_or(Speech::English)
    }

    pub fn is_operative(&self) -> bool {
        self.lead.is_some_and(|lead| lead.is_operative())
    }

    /// Answers whether the body says itself that it speaks: *We recall …*, *The Ministers agreed …*
    pub fn speaks_as_body(&self) -> bool {
        self.lead.is_some_and(|lead| lead.subject == Subject::Body && lead.is_operative())
    }

    /// Answers whether *we* speak in a sentence behind the first, which says nothing of anybody's: *Mending stages is dear. We agree …*
    pub fn speaks_later(&self) -> bool {
        self.lead.is_none()
            && (!self.considers || self.body().trim_end().ends_with('.'))
            && self.sentences.iter().skip(1).any(|&(from, to)| {
                let tokens = &self.tokens[from..to];
                clauses::lead(tokens, self.speech()).is_some_and(|lead| {
                    let we = lead.who.is_some_and(|(at, _)| tokens[at].among(&["we", "nosotros", "nosotras", "nous"]));
                    lead.is_operative() && (we || lead.shape == Shape::OURS)
                })
            })
    }

    /// Answers whether the body speaks in a sentence behind the first, whatever that tells of: *We met in May. We welcomed …*
    pub fn speaks_within(&self) -> bool {
        let behind = self.sentences.iter().skip(1);
        behind.map(|&(from, to)| &self.tokens[from..to]).any(|sentence| {
            clauses::lead(sentence, self.speech())
                .is_some_and(|lead| lead.is_operative() && lead.subject == Subject::Body && lead.who.is_some())
        })
    }

    /// Answers whether it only tells how things are, or that there was a meeting: *The river is long. It is vital to mend it.*
    ///
    /// Whoever speaks may say what no verb of the list says: *We cherish the river* is then no telling.
    pub fn only_tells(&self) -> bool {
        const TELLING: &[&str] = &["met", "meet", "gathered", "assembled", "have", "had", "were", "live", "face"];
        let words = grammar(self.speech());
        let tells = |&(from, to): &(usize, usize)| {
            let tokens = &self.tokens[from..to];
            let lead = clauses::lead(tokens, self.speech());
            let said = |lead: Lead| lead.verb.is_some_and(|verb| verb.act() == Act::Said);
            let vital = |lead: Lead| lead.who.is_some_and(|(at, _)| tokens[at].among(&["it", "il"])) && !said(lead);
            // *Today's age must not be of war* says what shall be so, and gives nobody a task.
            let shall = |lead: Lead| lead.verb.is_none() && tokens.get(lead.at.0).is_some_and(|next| next.is("of"));
            let idle = lead.is_none_or(|lead| (!lead.assigned || shall(lead)) && (!lead.is_operative() || vital(lead)));
            let opens = tokens.iter().take(2).any(|token| token.among(words.bodies));
            let ours = (0..tokens.len()).any(|at| match self.speech() {
                Speech::English => tokens[at].is("we") && !tokens.get(at + 1).is_some_and(|next| next.among(TELLING)),
                Speech::Spanish => ["amos", "emos", "imos"].iter().any(|end| tokens[at].fold.ends_with(end)),
                Speech::French => tokens[at].is("nous"),
            });
            idle && !opens && !ours
        };
        self.body().trim_end().ends_with('.') && (self.tells_of_talks() || self.sentences.iter().all(tells))
    }

    /// *The meeting was held in Arcadia. It reviewed the year and considered what comes next.*: nothing came of it yet.
    fn tells_of_talks(&self) -> bool {
        const HELD: &[&str] = &[
            "held",
            "met",
            "place",
            "convened",
            "gathered",
            "celebro",
            "reunio",
            "reunieron",
            "lugar",
            "tenue",
            "lieu",
        ];
        const TALKS: [Verb; 5] = [Verb::Discuss, Verb::Review, Verb::Consider, Verb::Examine, Verb::Exchange];
        let Some((&(from, to), behind)) = self.sentences.split_first() else { return false };
        let held = !self.is_operative() && self.tokens[from..to].iter().any(|token| token.among(HELD));
        let acts = super::acts::acts(self, None);
        held && !behind.is_empty()
            && self.acts() == behind.len()
            && acts.tasks.is_empty()
            && acts.told.iter().all(|told| TALKS.contains(&told.verb))
    }

    /// Answers whether it binds whoever speaks to what stands below: *Hereby commit ourselves to:*
    pub fn binds_itself(&self) -> bool {
        self.ends_open() && self.words().rev_take(3).any(|word| word.among(&["ourselves", "themselves"]))
    }

    /// Answers the sentences in which the body acts.
    fn acting(&self) -> impl Iterator<Item = (usize, usize)> {
        let acts = |&(from, to): &(usize, usize)| {
            clauses::lead(&self.tokens[from..to], self.speech()).is_some_and(|lead| lead.is_operative())
        };
        self.sentences.iter().copied().filter(acts)
    }

    /// Answers in how many sentences the body acts.
    pub fn acts(&self) -> usize {
        self.acting().count()
    }

    /// Answers where sentences behind the first begin in which the body acts, in bytes.
    pub fn acts_begin(&self) -> Vec<usize> {
        let first = self.sentences.first().map_or(0, |&(from, _)| from);
        self.acting().filter(|&(from, _)| from > first).map(|(from, _)| self.tokens[from].from).collect()
    }

    /// Answers whether it does what its verb says and what is asked stands below: *Urges Member States to:*
    pub fn asks_below(&self) -> bool {
        let said = |lead: Lead| lead.verb.is_some_and(|verb| verb.act() == Act::Said) && !lead.shape.meets(Shape::BASE);
        self.ends_open() && self.tokens.len() > 3 && self.is_operative() && self.lead.is_some_and(said)
    }

    /// Answers whether it gives somebody a task: *Mexico will prepare …*
    pub fn assigns(&self) -> bool {
        self.lead.is_some_and(|lead| lead.assigned && lead.who.is_some())
    }

    pub fn ends_open(&self) -> bool {
        self.body().trim_end().ends_with(':')
    }

    pub fn is_title(&self) -> bool {
        let words = self.tokens.iter().filter(|token| token.kind == Kind::Word).count();
        let body = self.body().trim();
        words > 0
            && words <= TITLE_WORDS_MAX
            && !body.ends_with(['.', ';'])
            && (self.bold || looks_like_title(body.trim_end_matches(':')))
    }

    fn words(&self) -> impl Iterator<Item = &Token> {
        self.tokens.iter().filter(|token| token.kind == Kind::Word)
    }

    /// Answers whether it is called a decision and has no number: *Decision: The Group approved …*
    pub fn is_labelled(&self) -> bool {
        const LABELS: &[&str] =
            &["decision", "acuerdo", "agreement", "conclusion", "recommendation", "recomendacion", "resolution"];
        let mut first = self.tokens.iter();
        first.next().is_some_and(|first| first.among(LABELS))
            && first.next().is_some_and(|second| second.is(":"))
            && first.next().is_some()
    }

    /// Answers whether this is the heading of a list of decisions.
    pub fn heads_decisions(&self) -> bool {
        const HEADS: &[&str] = &[
            "decisions",
            "decisiones",
            "acuerdos",
            "agreements",
            "conclusions",
            "conclusiones",
            "recommendations",
            "recomendaciones",
            "resolutions",
            "resoluciones",
            "compromisos",
            "commitments",
            "resolutivos",
            "operative",
            "recommandations",
            "engagements",
        ];
        self.is_title() && self.words().take(6).any(|word| word.among(HEADS))
    }

    /// Answers whether an annex begins here.
    pub fn heads_annex(&self) -> bool {
        const ANNEX: &[&str] = &[
            "annex",
            "annexes",
            "anexo",
            "anexos",
            "appendix",
            "apendice",
            "attachment",
            "adjunto",
            "annexe",
            "appendice",
        ];
        let words = self.words().count();
        let first = tokens(&self.text).into_iter().find(|token| token.kind == Kind::Word);
        first.is_some_and(|first| first.among(ANNEX))
            && words <= TITLE_WORDS_MAX
            && !self.text.trim_end().ends_with(['.', ';'])
    }

    /// Answers whether considerations begin below: *CONSIDERANDO:*, *Whereas:*.
    pub fn opens_considerations(&self) -> bool {
        const HEADS: &[&str] = &[
            "considerandos",
            "considerando",
            "preamble",
            "preambulo",
            "antecedentes",
            "background",
            "whereas",
            "vistos",
            "visto",
            "introduction",
            "introduccion",
            "exposicion",
            "considerants",
            "considerant",
            "preambule",
        ];
        let short = self.words().count() <= 6;
        let first = self.words().next();
        if short
            && first.is_some_and(|first| first.among(HEADS))
            && (self.ends_open() || self.is_title() || self.tokens.len() <= 3)
        {
            return true;
        }
        self.ends_open() && (self.considers && short || self.tail_considers())
    }

    /// *Los representantes …, reunidos en …, CONSIDERANDO:*
    fn tail_considers(&self) -> bool {
        let last = self.words().rev_skip(&["that", "que", "lo", "the", "following", "siguiente", "ce", "qui", "suit"]);
        last.is_some_and(|last| {
            is_consideration(std::slice::from_ref(last), self.speech())
                && self.text[last.from..last.to].chars().next().is_some_and(char::is_uppercase)
        })
    }

    /// Answers the verb with which a list of decisions is opened: *The Vice-Ministers decided to:*, *ACUERDAN:*.
    pub fn opens(&self) -> Option<Opening> {
        if self.considers && !self.ends_open() {
            return None;
        }
        // *This includes:* tells of what stands above.
        let points = |token: &Token| token.among(&["this", "these", "it", "esto", "ello", "cela", "celles-ci"]);
        if self.tokens.first().is_some_and(points)
            && self.tokens.get(1).is_some_and(|next| next.kind == Kind::Word && !next.among(&["is"]))
            && self.tokens.len() <= 4
        {
            return None;
        }
        // *The following recommendations were adopted by the Ministers.*
        let following =
            self.tokens.get(1).is_some_and(|second| second.among(&["following", "siguientes", "suivantes"]));
        if following && self.tokens.get(2).is_some_and(|third| third.among(LISTED)) && self.marker.is_none() {
            return Some(self.announced());
        }
        // *Acordamos,* alone on its line
        let comma = self.tokens.len() <= 3 && self.body().trim_end().ends_with(',');
        let alone = comma || self.hangs() || self.tokens.len() <= 6 && (self.is_title() || self.ends_open());
        if !self.ends_open() && !alone {
            return None;
        }
        if let Some(opening) = self.wants_following() {
            return Some(opening);
        }
        let words = grammar(self.speech());
        let end = self.tokens.iter().rposition(|token| token.kind == Kind::Word)? + 1;
        // *Acordamos asimismo:*
        let fills = |token: &Token| {
            token.among(FILLERS) || token.among(words.adverbs) && !token.is("and") || token.kind == Kind::Mark
        };
        for at in (0..end).rev().take(14) {
            let rest = &self.tokens[at..end];
            if let Some(found) = verbs::at(rest, self.speech())
                && rest[found.tokens.min(rest.len())..].iter().all(fills)
                && (found.verb.act() == Act::Said && found.verb != Verb::Task || matches!(found.verb, Verb::Conclude))
                && self.opening_shape(at, found.shape)
            {
                return Some(Opening { verb: Some(found.verb), at: (at, at + found.tokens) });
            }
            if !fills(&self.tokens[at]) {
                break;
            }
        }
        if !self.ends_open() {
            return None;
        }
        // *… We therefore:*
        let last = self.sentences.last().map_or(&[][..], |&(from, to)| &self.tokens[from..to]);
        let spoken = last.first().is_some_and(|first| first.among(words.pronouns))
            && last.len() <= 5
            && last[1..].iter().all(|token| token.among(words.adverbs) || token.kind == Kind::Mark);
        let named = self.names_body(last);
        let own = self.lead.is_some_and(|lead| {
            const LISTING: [Verb; 5] = [Verb::Adopt, Verb::Agree, Verb::Conclude, Verb::Decide, Verb::Formulate];
            lead.is_operative()
                && lead.subject != Subject::Other
                && !lead.verb.is_some_and(|verb| LISTING.contains(&verb))
        });
        let listed = !own
            && self.announces()
            && (self.marker.is_none() || self.words().rev_take(8).any(|word| word.among(LISTED)));
        (named || listed || spoken).then(|| self.announced())
    }

    /// *Recommend that the following actions be taken:*, *acuerdan que se adopten las siguientes medidas:*, and nobody is named who takes them.
    fn wants_following(&self) -> Option<Opening> {
        let lead = self.lead.filter(|lead| lead.is_operative() && self.ends_open() && self.marker.is_none())?;
        let from = self.sentences.first().map_or(0, |&(from, _)| from);
        let at = (from + lead.at.0, from + lead.at.1);
        let behind = self.tokens.get(at.1..)?;
        // *Agree that* is one verb with its *that*.
        let that = usize::from(behind.first().is_some_and(|first| first.among(&["that", "que"])));
        let said = self.tokens.get(at.0..at.1 + that)?;
        let has = said.last().is_some_and(|last| last.among(&["that", "que"]));
        let follows = |reach: usize| {
            let named = |token: &Token| token.among(&["following", "siguientes", "suivantes", "suivants"]);
            behind.iter().skip(that).take(reach).any(named)
        };
        let wanted = match self.speech() {
            Speech::English => follows(2),
            Speech::Spanish => behind.get(that).is_some_and(|first| first.is("se")) && follows(6),
            Speech::French => follows(3),
        };
        (has && wanted).then_some(Opening { verb: lead.verb, at })
    }

    /// *Ministers, after two days of talks, agreed to*: it ends with a word after which something must come.
    fn hangs(&self) -> bool {
        self.tokens.last().is_some_and(|last| last.among(&["to", "that", "que", "de", "à", "a"]))
            && self.marker.is_none()
    }

    /// Answers whether its last words say that something follows.
    pub fn announces(&self) -> bool {
        self.words().rev_take(12).any(|word| {
            word.among(&["following", "siguientes", "siguiente", "follows", "suivants", "suivantes", "suit"])
        })
    }

    /// *Formulates the following recommendations:* recommends what has no verb of its own.
    fn announced(&self) -> Opening {
        let named = |token: &Token| {
            Some(match token.fold.as_str() {
                "recommendations" | "recomendaciones" | "recommandations" => Verb::Recommend,
                "agreements" | "acuerdos" => Verb::Agree,
                "decisions" | "decisiones" => Verb::Decide,
                "commitments" | "compromisos" | "engagements" => Verb::Commit,
                "conclusions" | "conclusiones" => Verb::Conclude,
                _ => return None,
            })
        };
        let found = self.tokens.iter().enumerate().rev().find_map(|(at, token)| named(token).map(|verb| (verb, at)));
        found.map_or(Opening { verb: None, at: (0, 0) }, |(verb, at)| Opening { verb: Some(verb), at: (at, at + 1) })
    }

    /// *The Vice-Ministers:*, *During this meeting, the Vice-Ministers and Heads of Delegation:*
    fn names_body(&self, last: &[Token]) -> bool {
        let words = grammar(self.speech());
        let comma = last.iter().rposition(|token| token.is(",")).map_or(0, |comma| comma + 1);
        // *During the meeting the Vice-Ministers:*
        let head = |at: &usize| {
            last[*at].among(words.articles) && last.get(at + 1).is_some_and(|next| next.among(words.bodies))
        };
        let phrase = comma == 0 && last.first().is_some_and(|first| !first.among(words.articles) && first.capital);
        let from = if phrase { (1..last.len()).rfind(head).unwrap_or(0) } else { comma };
        let tail = &last[from..];
        let named = || tail.iter().filter(|token| token.kind == Kind::Word);
        // *Las y los Viceministros*
        let begins = |first: &Token| first.among(words.articles) || first.among(words.bodies);
        named().count() <= 14
            && tail.first().is_some_and(begins)
            && named().next_back().is_some_and(|word| word.among(words.bodies) || word.capital)
            && named().take(5).any(|word| word.among(words.bodies))
            && clauses::lead(tail, self.speech()).is_none()
            && (from == 0 || clauses::lead(last, self.speech()).is_none_or(|lead| !lead.is_operative()))
    }

    /// Answers whether it only opens a list: *They agreed:*
    pub fn is_bare(&self) -> bool {
        self.tokens.len() <= 8
    }

    /// *Furthermore, the Vice-Ministers welcomed:* goes on with what stands above.
    pub fn goes_on(&self) -> bool {
        self.tokens.first().is_some_and(|first| {
            first.among(&[
                "furthermore",
                "moreover",
                "likewise",
                "also",
                "additionally",
                "asimismo",
                "ademas",
                "igualmente",
                "tambien",
                "similarly",
            ])
        })
    }

    /// Answers whether it names something and says nothing of it: what a verb above speaks of.
    pub fn is_object(&self) -> bool {
        const OWNERS: &[&str] = &[
            "su", "sus", "nuestro", "nuestra", "nuestros", "nuestras", "its", "their", "our", "sa", "son", "ses",
            "leur", "leurs", "notre", "nos", "al", "au", "aux",
        ];
        let names = |first: &Token| first.among(grammar(self.speech()).articles) || first.among(OWNERS);
        self.tokens.first().is_some_and(names) && self.body().trim_end().ends_with(['.', ';', ','])
    }

    /// Answers whether it is what a verb above decides, without saying the verb again: *that the workshop be held*, *se lleve a cabo un taller*.
    pub fn is_clause(&self) -> bool {
        let Some(first) = self.tokens.first() else { return false };
        let wished = || {
            self.tokens.get(1).is_some_and(|verb| {
                verbs::at(&self.tokens[1..], Speech::Spanish).is_none()
                    && ["e", "en", "ya", "yan", "ga", "gan"].iter().any(|end| verb.fold.ends_with(end))
            })
        };
        first.among(&["that", "que"]) || self.speech() == Speech::Spanish && first.is("se") && wished()
    }

    fn opening_shape(&self, at: usize, shape: Shape) -> bool {
        let before = at.checked_sub(1).map(|before| &self.tokens[before]);
        let words = grammar(self.speech());
        if shape == Shape::DONE {
            return before.is_some_and(|before| before.among(words.helpers) || before.among(words.adverbs));
        }
        if shape.meets(Shape::THIRD | Shape::OURS | Shape::PAST | Shape::DONE) {
            return !before.is_some_and(|before| {
                before.among(&["to", "was", "were", "the", "la", "el", "de", "as", "by", "le", "les", "l", "par"])
            }) || at == 0;
        }
        let spoken = before.is_none_or(|before| {
            before.among(words.pronouns)
                || before.among(words.bodies)
                || before.among(words.adverbs)
                || before.kind == Kind::Mark
                || before.among(&["to"]) && self.tokens.len() <= 8
        });
        shape.meets(Shape::BASE) && (spoken || at == 0)
    }

    /// Answers whether the text ends here: place and date, signatures.
    pub fn closes(&self) -> bool {
        let text = fold(self.text.trim());
        const ENDS: &[&str] = &[
            "done at",
            "done in",
            "done on",
            "signed at",
            "signed in",
            "signed by",
            "adopted in",
            "adopted at",
            "adopted on",
            "adopted by",
            "given in",
            "hecho en",
            "dado en",
            "dada en",
            "suscrito en",
            "suscrita en",
            "firmado en",
            "firmada en",
            "en fe de lo cual",
            "in witness whereof",
            "in faith whereof",
            "adoptada en",
            "adoptado en",
            "aprobado en",
            "aprobada en",
            "hecha en",
            "la presente declaracion se firma",
            "la presente declaracion fue",
            "por el gobierno de",
            "for the government of",
            "en testimonio de lo cual",
            "signatures",
            "firmas",
            "fait a",
            "fait le",
            "adopte a",
            "adoptee a",
            "adopte le",
            "signe a",
            "en foi de quoi",
            "leido y aprobado",
            "suscribimos la presente",
            "firmamos la presente",
        ];
        if self.is_place_and_date() {
            return true;
        }
        // *Adopte le Plan* has no accent, and is an act.
        let adopts = self.text.trim_start().starts_with("Adopte ");
        ENDS.iter().any(|end| text.starts_with(end)) && self.tokens.len() <= 60 && !adopts
    }

    /// *San Pedro, 12 de junio de 2009*
    fn is_place_and_date(&self) -> bool {
        // A date alone says by when, in the last column of a table.
        let dated = (1..self.tokens.len()).any(|at| {
            super::calendar_days::day(&self.tokens[at..], None).is_some_and(|read| read.exact || read.tokens > 1)
        });
        dated
            && self.tokens.len() <= 14
            && self.lead.is_none()
            // *Recalling its resolution 71/1 of 19 September 2016,*
            && !self.considers
            && self.marker.is_none()
            // *Nuevo plazo: junio de 2005*
            && !self.tokens.iter().any(|token| token.is(":"))
            && self.tokens.first().is_some_and(|first| first.capital)
    }

    /// Answers whether the paragraph leans on the one before: *This report …*, *Para tal efecto …*
    pub fn leans(&self) -> bool {
        const LEANING: &[&str] = &[
            "this",
            "these",
            "such",
            "those",
            "it",
            "said",
            "dicho",
            "dicha",
            "dichos",
            "dichas",
            "este",
            "esta",
            "estos",
            "estas",
            "ello",
            "tal",
            "tales",
            "thereby",
            "esto",
            "ese",
            "esa",
            "ce",
            "cet",
            "cette",
            "ces",
            "celui-ci",
            "celle-ci",
            "cela",
            "celles-ci",
            "ceux-ci",
        ];
        // *It was also agreed that …* says something of its own.
        let agreed = self.lead.is_some_and(|lead| lead.passive && lead.is_operative());
        self.tokens.first().is_some_and(|first| {
            first.among(LEANING) && !(first.is("it") && agreed)
                || first.fold.starts_with(char::is_lowercase) && self.starts_small()
        })
    }

    /// Answers whether its text begins with a small letter.
    pub fn starts_small(&self) -> bool {
        self.body().trim_start().starts_with(char::is_lowercase)
    }

    /// Answers whether the number is one that texts give to chapters: `I.`, `A.`
    pub fn is_chapter_number(&self) -> bool {
        self.marker.as_ref().is_some_and(|marker| {
            marker.readings.iter().any(|(form, _)| matches!(form, Form::RomanCapital | Form::Capital | Form::Named))
        })
    }
}

/// How a list of decisions was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Opening {
    /// The verb that holds for items without their own.
    pub verb: Option<Verb>,
    /// Its tokens.
    pub at: (usize, usize),
}

/// Words that may stand between the verb that opens a list and its colon.
const FILLERS: &[&str] = &[
    "to",
    "that",
    "on",
    "the",
    "following",
    "as",
    "follows",
    "hereby",
    "have",
    "a",
    "an",
    "lo",
    "siguiente",
    "siguientes",
    "que",
    "los",
    "las",
    "el",
    "la",
    "en",
    "por",
    "consenso",
    "consensus",
    "by",
    "unanimously",
    "unanimidad",
    "decisions",
    "decisiones",
    "conclusions",
    "conclusiones",
    "acuerdos",
    "agreements",
    "recommendations",
    "recomendaciones",
    "measures",
    "outcomes",
    "resultados",
    "medidas",
    "actions",
    "acciones",
    "points",
    "puntos",
    "upon",
    "their",
    "ourselves",
    "themselves",
    "commitment",
    "decision",
    "intention",
    "will",
    "voluntad",
    "intencion",
    "de",
    "y",
    "and",
    "tomar",
    "adoptar",
    "compromisos",
    "commitments",
    "resolutions",
    "resoluciones",
    "ce",
    "qui",
    "suit",
    "les",
    "à",
    "suivants",
    "suivantes",
    "recommandations",
    "unanimité",
    "consensus",
    "par",
    "engagements",
    "mesures",
    "le",
];

/// What is announced with *following*.
const LISTED: &[&str] = &[
    "decisions",
    "decisiones",
    "conclusions",
    "conclusiones",
    "acuerdos",
    "agreements",
    "recommendations",
    "recomendaciones",
    "compromisos",
    "commitments",
    "resolutions",
    "resoluciones",
    "follows",
    "resolution",
    "points",
    "puntos",
    "recommandations",
    "engagements",
    "suit",
];

/// Reading words from the end.
trait FromEnd<'t> {
    fn rev_skip(self, skipped: &[&str]) -> Option<&'t Token>;
    fn rev_take(self, count: usize) -> std::vec::IntoIter<&'t Token>;
}

impl<'t, I: Iterator<Item = &'t Token>> FromEnd<'t> for I {
    fn rev_skip(self, skipped: &[&str]) -> Option<&'t Token> {
        self.filter(|token| !token.among(skipped)).last()
    }

    fn rev_take(self, count: usize) -> std::vec::IntoIter<&'t Token> {
        let mut all: Vec<&Token> = self.collect();
        all.reverse();
        all.truncate(count);
        all.into_iter()
    }
}
