//! From the outline to drafts: verbs, addressees, deadlines and condition of each decision.

use super::acts::{Acts, Task, Told, acts, said_together};
use super::addressees::addressees;
use super::block::clean;
use super::condition::condition;
use super::draft::{Draft, Due, Proposal, Span};
use super::outline::Item;
use super::page::Para;
use super::terms::{Known, terms};
use crate::due::{Anchors, DueRule, MeetingName};
use crate::tokens::{Kind, Token};
use crate::verbs::{Act, Duty, Shape, Speech, Verb};

/// Answers the draft of one decision. `earlier` are those before it, to which *the same meeting* may point.
pub(super) fn draft(paras: &[Para], item: &Item, known: &Known, earlier: &[Draft]) -> Draft {
    let first = &paras[item.paragraphs[0]];
    let mut found = Found::default();
    let mut begins = None;
    let mut opening = None;
    // Something listed has no act of its own, so that the opening's holds for it.
    let mut silent = false;
    for &at in &item.paragraphs {
        let para = &paras[at];
        let mut acts = acts(para, begins);
        let below = at != item.paragraphs[0] && para.marker.is_some();
        // *Reaffirms the duty of States, and: (a) Calls upon …*: acts of the body all the same.
        let alike = para.lead.is_some_and(|lead| {
            lead.is_operative() && lead.shape == Shape::THIRD && lead.verb.is_some_and(|verb| verb.act() == Act::Said)
        });
        let alike = alike && begins.is_some_and(|begins: Shape| begins.meets(Shape::THIRD));
        if below && found.is_open && opening.is_none() && !alike {
            // *Urges States: (a) To support …*: what is listed is asked of them, and is no act of the body.
            acts.told.clear();
        }
        if below && opening.is_some() {
            acts.told.retain(|told| told.verb.act() == Act::Said);
            silent |= acts.told.is_empty();
        }
        if !below {
            found.is_open = para.ends_open() && !acts.told.is_empty();
            found.only_thanks = found.is_open && acts.told.iter().all(is_thanks);
            let lists = |verb| matches!(verb, Some(Verb::Agree | Verb::Decide | Verb::Resolve | Verb::Conclude) | None);
            opening = para.opens().filter(|opening| para.ends_open() && lists(opening.verb));
        }
        begins =
            begins.or_else(|| acts.told.first().and(para.lead).filter(|_| opening.is_none()).map(|lead| lead.shape));
        found.read(para, at, &acts, known, earlier);
    }
    // *The Group concluded: (a) Take note …*: the verbs are those of the list.
    if let Some(verb) = opening.and_then(|opening| opening.verb)
        && item.paragraphs.len() > 1
        && found.verbs.len() > 1
        && !silent
    {
        found.verbs.retain(|known| known.value != verb);
    }
    found.fall_back(paras, item);
    let text: Vec<&str> =
        item.paragraphs.iter().map(|&at| paras[at].body().trim()).filter(|text| !text.is_empty()).collect();
    let owned = if found.tasks.is_empty() { Duty::None } else { Duty::Owned };
    let duty = found.verbs.iter().map(|verb| verb.value.duty()).fold(owned, Duty::max);
    Draft {
        number: item.value.unwrap_or_default(),
        label: first.marker.as_ref().filter(|marker| !marker.is_bullet()).map(|marker| marker.label.clone()),
        language: first.language.and_then(Speech::language),
        paragraphs: item.paragraphs.clone(),
        text: text.join("\n"),
        verbs: found.verbs,
        duty,
        addressees: found.addressees,
        dues: found.dues,
        condition: found.condition,
    }
}

#[derive(Default)]
struct Found {
    verbs: Vec<Proposal<Verb>>,
    addressees: Vec<Proposal<String>>,
    dues: Vec<Proposal<Due>>,
    condition: Option<Proposal<String>>,
    tasks: Vec<(usize, Task)>,
    /// The paragraph above has said its verb and goes on with a list.
    is_open: bool,
    /// *Thank: - Utopia, for the workshop to be held in May.*
    only_thanks: bool,
}

impl Found {
    fn read(&mut self, para: &Para, at: usize, acts: &Acts, known: &Known, earlier: &[Draft]) {
        for told in &acts.told {
            if !self.verbs.iter().any(|verb| verb.value == told.verb) {
                self.verbs.push(Proposal { value: told.verb, at: span(para, at, told.at) });
            }
            for tokens in addressees(&para.tokens, told, para.speech()) {
                self.address(para, at, tokens);
            }
        }
        for task in &acts.tasks {
            self.tasks.push((at, *task));
            if !task.passive {
                let stop = (task.who.0..task.who.1)
                    .find(|token| para.tokens[*token].among(&[",", "(", "in", "en", "with", "con"]));
                let stop = stop.unwrap_or(task.who.1);
                for tokens in super::addressees::split(&para.tokens, task.who.0, stop, para.speech()) {
                    self.address(para, at, tokens);
                }
            }
        }
        for &(from, until) in &para.sentences {
            let listed = self.only_thanks && acts.told.is_empty() && acts.tasks.is_empty();
            if (listed || is_idle(acts, from, until)) && !binds(&para.tokens[from..until]) {
                continue;
            }
            for term in terms(&para.text, &para.tokens, (from, until), para.speech(), known) {
                let due = Due { date: date(&term.rule, known, &self.dues, earlier), rule: term.rule };
                if !self.dues.iter().any(|known| known.value == due) {
                    self.dues.push(Proposal { value: due, at: span(para, at, term.at) });
                }
            }
            if self.condition.is_none() {
                let found = condition(&para.tokens, from, until, para.speech());
                self.condition = found.map(|tokens| proposal(para, at, tokens));
            }
        }
    }

    fn address(&mut self, para: &Para, at: usize, tokens: (usize, usize)) {
        let mut from = tokens.0;
        while from < tokens.1 && para.tokens[from].among(&["the", "that", "que", "el", "la", "los", "las"]) {
            from += 1;
        }
        if from >= tokens.1
            || para.tokens[from].among(&["this", "these", "such", "it", "they", "we", "este", "esta", "dicho", "dicha"])
        {
            return;
        }
        let found = proposal(para, at, (from, tokens.1));
        if !self.addressees.iter().any(|known| known.value == found.value) {
            self.addressees.push(found);
        }
    }

    /// A decision whose text has no operative verb takes that of its opening, or of the task it gives.
    fn fall_back(&mut self, paras: &[Para], item: &Item) {
        if !self.verbs.is_empty() {
            return;
        }
        // *They agreed: That the workshop would be held …*
        if let Some((at, opening)) = item.opened_by.filter(|_| paras[item.paragraphs[0]].is_clause())
            && let Some(verb) = opening.verb
        {
            self.verbs.push(Proposal { value: verb, at: span(&paras[at], at, opening.at) });
            return;
        }
        // *Mexico offered to coordinate the group*: what somebody else says is what is decided of.
        let first = item.paragraphs[0];
        // *This includes:* says nothing of its own.
        let points =
            paras[first].tokens.first().is_some_and(|token| token.among(&["this", "these", "esto", "ello", "cela"]));
        if let Some(lead) =
            paras[first].lead.filter(|lead| lead.who.is_some() && !lead.assigned && !lead.passive && !points)
            && lead.verb.is_some_and(|verb| verb.act() == Act::Said)
        {
            let told = said_together(&paras[first], lead);
            let proposed = |told: Told| Proposal { value: told.verb, at: span(&paras[first], first, told.at) };
            for said in told {
                if !self.verbs.iter().any(|verb| verb.value == said.verb) {
                    self.verbs.push(proposed(said));
                }
            }
            return;
        }
        // *We, the Ministers: (2) will establish …*: their own work, of which the opening says who does it.
        if let Some(lead) =
            paras[first].lead.filter(|lead| lead.assigned && lead.who.is_none() && paras[first].marker.is_some())
            && let Some(verb) =
                lead.verb.filter(|_| paras[first].tokens.first().is_some_and(|token| token.among(&["will", "shall"])))
        {
            self.verbs.push(Proposal { value: verb, at: span(&paras[first], first, lead.at) });
            return;
        }
        self.verbs = listed(paras, item);
        if !self.verbs.is_empty() {
            return;
        }
        let task = self.tasks.iter().find_map(|(at, task)| task.verb.map(|verb| (*at, verb)));
        if let Some((at, (verb, tokens))) = task {
            self.verbs.push(Proposal { value: verb, at: span(&paras[at], at, tokens) });
        } else if let Some((verb, tokens)) = misspelled(&paras[first]) {
            self.verbs.push(Proposal { value: verb, at: span(&paras[first], first, tokens) });
        } else if let Some((at, opening)) = item.opened_by
            && let Some(verb) = opening.verb
        {
            self.verbs.push(Proposal { value: verb, at: span(&paras[at], at, opening.at) });
        } else if let Some((at, verb, tokens)) = gerund(paras, item) {
            self.verbs.push(Proposal { value: verb, at: span(&paras[at], at, tokens) });
        }
    }
}

/// *The Secretariat: (a) will send …; (b) will prepare …*: the work that a list gives to whom it stands below.
fn listed(paras: &[Para], item: &Item) -> Vec<Proposal<Verb>> {
    let mut verbs: Vec<Proposal<Verb>> = Vec::new();
    if !paras[item.paragraphs[0]].ends_open() {
        return verbs;
    }
    for &at in &item.paragraphs[1..] {
        let lead = paras[at].lead.filter(|lead| lead.assigned && lead.who.is_none() && paras[at].marker.is_some());
        let Some((lead, verb)) = lead.and_then(|lead| Some((lead, lead.verb?))) else { continue };
        if !verbs.iter().any(|known| known.value == verb) {
            verbs.push(Proposal { value: verb, at: span(&paras[at], at, lead.at) });
        }
    }
    verbs
}

/// *Enconmendar a la Secretaría …*: the first word, where it is a verb but for one letter.
fn misspelled(para: &Para) -> Option<(Verb, (usize, usize))> {
    let at = para.tokens.iter().position(|token| token.kind == Kind::Word)?;
    let first = &para.tokens[at];
    let verb = crate::verbs::near(&first.fold, para.speech()).filter(|_| first.capital)?;
    Some((verb, (at, at + 1)))
}

/// *Strengthening cooperation …*, *The Chair to pursue …* as an item of a list.
fn gerund(paras: &[Para], item: &Item) -> Option<(usize, Verb, (usize, usize))> {
    item.paragraphs.iter().find_map(|&at| {
        let para = &paras[at];
        let (from, until) = *para.sentences.first()?;
        let start = (from..until).find(|at| para.tokens[*at].kind == Kind::Word)?;
        let told = |start: usize| {
            let found = crate::verbs::at(&para.tokens[start..until], para.speech())?;
            Some((at, found.verb, (start, start + found.tokens)))
        };
        let wished = || {
            let to = (start + 1..until).find(|at| para.tokens[*at].is("to") && told(at + 1).is_some())?;
            told(to + 1)
        };
        told(start).or_else(wished)
    })
}

/// Answers whether a sentence only thanks and notes, so that a date in it binds nobody.
fn is_idle(acts: &Acts, from: usize, until: usize) -> bool {
    let inside = |told: &&Told| told.at.0 >= from && told.at.0 < until;
    let mut told = acts.told.iter().filter(inside).peekable();
    let task = acts.tasks.iter().any(|task| task.who.0 >= from && task.who.0 < until);
    told.peek().is_some() && !task && told.all(is_thanks)
}

/// Answers whether an act only thanks, notes or believes.
fn is_thanks(told: &Told) -> bool {
    told.verb.duty() == Duty::None && told.verb.act() == Act::Said
}

/// *Emphasizes that Governments should, no later than …*
fn binds(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| {
        token.among(&[
            "should",
            "must",
            "shall",
            "deben",
            "deberian",
            "deberan",
            "debe",
            "debera",
            "doit",
            "doivent",
            "devrait",
            "devraient",
            "devront",
        ])
    })
}

/// Answers the day a rule gives with what is known when the text is read.
fn date(rule: &DueRule, known: &Known, inside: &[Proposal<Due>], earlier: &[Draft]) -> Option<jiff::civil::Date> {
    let anchors = known.meeting_ended_on.map(Anchors::of_meeting).unwrap_or_default();
    let DueRule::Meeting { meeting: MeetingName::Held(place), .. } = rule else { return rule.date(&anchors) };
    // *The same meeting in El Salvador* is the one an earlier decision set a day for.
    let before = earlier.iter().rev().filter(|draft| draft.text.contains(place.as_str())).flat_map(|draft| &draft.dues);
    inside.iter().rev().chain(before).find_map(|due| due.value.date)
}

fn proposal(para: &Para, at: usize, tokens: (usize, usize)) -> Proposal<String> {
    let text = &para.text[para.tokens[tokens.0].from..para.tokens[tokens.1 - 1].to];
    Proposal { value: clean(text), at: span(para, at, tokens) }
}

fn span(para: &Para, paragraph: usize, (from, to): (usize, usize)) -> Span {
    let chars = |bytes: usize| para.text[..bytes].chars().count();
    let last = to.saturating_sub(1).max(from).min(para.tokens.len().saturating_sub(1));
    match (para.tokens.get(from), para.tokens.get(last)) {
        (Some(first), Some(last)) => Span { paragraph, from: chars(first.from), to: chars(last.to) },
        _ => Span { paragraph, from: 0, to: 0 },
    }
}
