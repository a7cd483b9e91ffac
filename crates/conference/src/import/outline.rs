//! Which paragraphs are decisions, which belong to one, and which come before and after.
//!
//! Texts of conferences number their decisions, or open each with a verb, or do both under headings and in lists. The outline first says of each
//! paragraph what it is by itself and how deep its number lies, then where the decisions begin, then gathers them.

use super::clauses::{self, Lead};
use super::levels::Levels;
use super::marker::{Form, Marker};
use super::page::{Opening, Para};
use crate::verbs::{Duty, Shape};

/// One decision: its paragraphs, the first of which begins it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    /// The paragraphs, by their place.
    pub paragraphs: Vec<usize>,
    /// The value of its own number.
    pub value: Option<u32>,
    /// The paragraph that opened the list, with its verb.
    pub opened_by: Option<(usize, Opening)>,
    /// Whether it stands in a list with numbers.
    pub numbered: bool,
}

/// What a document is made of.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Outline {
    pub items: Vec<Item>,
    /// Where numbering leaves one out or repeats one: the paragraph, what was expected, what stands there.
    pub gaps: Vec<(usize, u32, u32)>,
    /// Annexes that were left out.
    pub annexes: Vec<usize>,
    /// Paragraphs that look like decisions and stand outside the list.
    pub outside: Vec<usize>,
}

/// What one paragraph is by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A heading below which decisions stand.
    Head,
    /// Any other heading.
    Title,
    /// *The Vice-Ministers decided to:*
    Opener(Opening),
    /// *CONSIDERANDO:*
    Considerations,
    /// A consideration.
    Consideration,
    /// A number, at a depth.
    Numbered {
        depth: usize,
    },
    /// A bullet or letter below a paragraph that has no number.
    Below,
    /// A bullet of a list of its own.
    Bullet,
    Text,
    Closing,
    Annex,
}

/// How letters and small Roman numbers are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    /// Like any number: they may count decisions.
    Count,
    /// They count what stands below a paragraph, whether that has a number or none.
    Below,
}

/// Answers the decisions of a document, with its letters taken in one way.
///
/// *Resolution 5* over a text names the whole of it; only several such names number decisions.
pub(super) fn outline(paras: &[Para], letters: Letters) -> Outline {
    let mut outline = Outline::default();
    let mut kinds = kinds(paras, letters, &mut outline);
    name(paras, &mut kinds);
    part_names(paras, &mut kinds);
    considered(paras, &mut kinds);
    promote(paras, &mut kinds);
    chapters(paras, &mut kinds);
    let start = start(paras, &kinds);
    let numbered = is_numbered(paras, &kinds, start);
    gather(paras, &kinds, start, numbered, &mut outline);
    // A list below a paragraph that turns out to decide nothing is the list of decisions.
    if outline.items.is_empty() && kinds.contains(&Kind::Below) {
        for kind in kinds.iter_mut().filter(|kind| **kind == Kind::Below) {
            *kind = Kind::Bullet;
        }
        gather(paras, &kinds, self::start(paras, &kinds), false, &mut outline);
    }
    outline.gaps.retain(|(at, ..)| outline.items.iter().any(|item| item.paragraphs.first() == Some(at)));
    outline
}

/// Answers whether a number is a letter or a small Roman one.
pub(super) fn is_letter(marker: &Marker) -> bool {
    matches!(marker.readings.first(), Some((Form::Letter | Form::Roman, _)))
}

fn kinds(paras: &[Para], letters: Letters, outline: &mut Outline) -> Vec<Kind> {
    let mut levels = Levels::default();
    let mut kinds: Vec<Kind> = Vec::with_capacity(paras.len());
    let mut considering = false;
    let headlines = headlines(paras);
    let spoken = paras.iter().any(|para| para.marker.is_none() && para.is_operative() && !para.ends_open());
    let alone = paras.iter().filter_map(|para| para.marker.as_ref()).filter(|marker| is_name(marker)).count() == 1;
    for (at, para) in paras.iter().enumerate() {
        let kind = match &para.marker {
            Some(marker) if alone && is_name(marker) && !para.is_operative() => Kind::Title,
            Some(marker) if letters == Letters::Below && at > 0 && is_letter(marker) => Kind::Below,
            Some(marker) if marker.is_bullet() && is_dashed_title(paras, at) => Kind::Title,
            Some(marker) if is_alone(paras, marker) => unnumbered(para, &mut levels, &mut considering),
            Some(_) if considering && heads_chapter(para) => {
                (levels.fresh, considering) = (true, false);
                levels.open.clear();
                Kind::Title
            }
            Some(_) if opens_chapter(paras, at) => {
                (levels.fresh, considering) = (true, false);
                levels.open.clear();
                Kind::Title
            }
            _ if para.heads_annex() && !para.heads_decisions() => Kind::Annex,
            None if at < headlines => Kind::Title,
            // Among paragraphs that each say *we*, it is one of them.
            None if spoken && para.binds_itself() => Kind::Text,
            None => unnumbered(para, &mut levels, &mut considering),
            Some(marker) => {
                let before = kinds.last().copied().zip(paras.get(at.wrapping_sub(1)));
                numbered(para, marker, before, &mut levels, considering, |gap| {
                    outline.gaps.push((at, gap, marker.readings.first().map_or(0, |(_, value)| *value)));
                })
            }
        };
        if matches!(kind, Kind::Numbered { .. }) {
            levels.awaits = para.ends_open();
        }
        kinds.push(kind);
    }
    kinds
}

/// *Promote stability* without an end, over paragraphs that end and in which *we* speak: a heading written as if it asked for something.
fn name(paras: &[Para], kinds: &mut [Kind]) {
    let ends = |at: usize| ends(&paras[at]);
    let told = |at: usize| {
        paras[at].lead.is_some_and(|lead| lead.is_operative() && (lead.who.is_some() || !lead.shape.meets(Shape::BASE)))
    };
    let texts: Vec<usize> = (0..kinds.len()).filter(|at| kinds[*at] == Kind::Text).collect();
    let count = |test: &dyn Fn(usize) -> bool| texts.iter().filter(|at| test(**at)).count();
    let spoken = count(&|at| paras[at].is_operative());
    if texts.len() < TEXTS_MIN || count(&ends) * 3 < texts.len() * 2 || count(&told) * 2 < spoken {
        return;
    }
    for at in texts {
        let asks = paras[at].lead.is_none_or(|lead| lead.who.is_none() && lead.shape.meets(Shape::BASE));
        let over = kinds.get(at + 1) == Some(&Kind::Text) && ends(at + 1);
        if !ends(at) && asks && over && paras[at].tokens.len() <= HEADING_TOKENS_MAX {
            kinds[at] = Kind::Title;
        }
    }
}

/// *Part Two: Recommended actions* between numbers that end as sentences do: a heading, whatever its letters.
fn part_names(paras: &[Para], kinds: &mut [Kind]) {
    let numbered = |at: &usize| matches!(kinds[*at], Kind::Numbered { .. });
    let all = (0..kinds.len()).filter(numbered).count();
    let ended = (0..kinds.len()).filter(numbered).filter(|at| ends(&paras[*at])).count();
    if all < TEXTS_MIN || ended * 3 < all * 2 {
        return;
    }
    for at in 1..kinds.len().saturating_sub(1) {
        let between = ends(&paras[at - 1]) && matches!(kinds[at + 1], Kind::Numbered { .. });
        let short = paras[at].tokens.len() <= CHAPTER_TOKENS_MAX && !ends(&paras[at]);
        if kinds[at] == Kind::Text && between && short && paras[at].lead.is_none_or(|lead| lead.who.is_none()) {
            kinds[at] = Kind::Title;
        }
    }
}

/// *1. Recalling …; 2. Noting …;* above *We agree to:*: numbers that count what is considered.
fn considered(paras: &[Para], kinds: &mut [Kind]) {
    let opener = kinds.iter().position(|kind| matches!(kind, Kind::Opener(_)));
    let Some(opener) = opener.filter(|opener| paras[*opener].marker.is_none()) else { return };
    let numbered: Vec<usize> = (0..opener).filter(|at| matches!(kinds[*at], Kind::Numbered { .. })).collect();
    let considers = |at: &usize| {
        let para = &paras[*at];
        let open = para.text.trim_end().ends_with([';', ',']) || Some(at) == numbered.last();
        open && clauses::is_consideration(&para.tokens, para.speech())
    };
    let found: Vec<usize> = numbered.iter().copied().filter(considers).collect();
    if found.len() < 2 || found.len() * 3 < numbered.len() * 2 {
        return;
    }
    for at in found {
        kinds[at] = Kind::Consideration;
    }
}

/// The fewest paragraphs from whose manner a heading is told.
const TEXTS_MIN: usize = 4;
/// The longest heading, in tokens.
const HEADING_TOKENS_MAX: usize = 28;

/// Answers how many lines at the head of a page have no end although the text below has: *The Conference calls for …* over it says what happened.
fn headlines(paras: &[Para]) -> usize {
    let first = paras.iter().take(HEADLINES_MAX + 1).position(|para| ends(para) || para.marker.is_some());
    let Some(first) = first.filter(|first| paras.len() > 2 && paras[*first].marker.is_none()) else { return 0 };
    let ended = paras[first..].iter().filter(|para| ends(para)).count();
    if ended * 3 >= (paras.len() - first) * 2 { first } else { 0 }
}

/// The most lines that stand over a text.
const HEADLINES_MAX: usize = 8;

/// *B. Convinced of this, we agree on the following programme:* over paragraphs with numbers, or over another such line.
fn opens_chapter(paras: &[Para], at: usize) -> bool {
    let opens =
        |at: usize| paras.get(at).is_some_and(|para| para.is_chapter_number() && para.ends_open() && para.announces());
    let digits = |marker: &Marker| marker.readings.iter().any(|(form, _)| *form == Form::Digits);
    let counted = paras.get(at + 1).and_then(|next| next.marker.as_ref()).is_some_and(digits);
    opens(at) && (counted || opens(at + 1))
}

/// *I. FAIR RECRUITMENT*: what was considered above ends here.
fn heads_chapter(para: &Para) -> bool {
    para.is_chapter_number() && para.is_title() && para.lead.is_none() && !para.opens_considerations()
}

/// *- SPECIAL DECLARATION* alone, with no other dash beside it.
fn is_dashed_title(paras: &[Para], at: usize) -> bool {
    let bullet = |at: usize| paras.get(at).and_then(|para| para.marker.as_ref()).is_some_and(Marker::is_bullet);
    let beside = at.checked_sub(1).is_some_and(bullet) || bullet(at + 1);
    !beside && paras[at].level.is_none() && paras[at].is_title() && paras[at].lead.is_none()
}

/// *Second, we commit …* where no other paragraph counts so, and one dash in a whole text: no list.
fn is_alone(paras: &[Para], marker: &Marker) -> bool {
    let form = |marker: &Marker| marker.readings.first().map(|(form, _)| *form);
    let lone = matches!(form(marker), Some(Form::Ordinal)) || marker.label == "-";
    let alike = |para: &&Para| para.marker.as_ref().is_some_and(|other| form(other) == form(marker));
    lone && paras.iter().filter(alike).nth(1).is_none() && paras.len() > 2
}

fn is_name(marker: &Marker) -> bool {
    marker.readings.iter().any(|(form, _)| *form == Form::Named)
}

fn unnumbered(para: &Para, levels: &mut Levels, considering: &mut bool) -> Kind {
    if para.opens_considerations() {
        *considering = true;
        levels.fresh = true;
        return Kind::Considerations;
    }
    if let Some(opening) = para.opens() {
        *considering = false;
        levels.fresh = true;
        levels.open.clear();
        return Kind::Opener(opening);
    }
    if para.heads_decisions() {
        *considering = false;
        levels.fresh = true;
        levels.open.clear();
        return Kind::Head;
    }
    if para.closes() {
        return Kind::Closing;
    }
    if para.considers && !para.speaks_later() {
        return Kind::Consideration;
    }
    // *CALLS UPON Member States to:* has capitals and is no title.
    let acts = para.is_operative() && (para.body().trim_end().ends_with('.') || para.asks_below());
    if para.is_title() && !acts {
        levels.fresh = true;
        return Kind::Title;
    }
    Kind::Text
}

fn numbered(
    para: &Para,
    marker: &Marker,
    before: Option<(Kind, &Para)>,
    levels: &mut Levels,
    considering: bool,
    mut gap: impl FnMut(u32),
) -> Kind {
    let below = match before {
        Some((Kind::Below, above)) => is_alike(above, marker),
        // A list under a paragraph without number belongs to it when that says something of its own and is left open.
        // One that goes on with the numbers above stays one of them: *Member States will:* and then *3. Promote …*
        Some((Kind::Text, text)) => {
            let open = (text.is_operative() || text.assigns()) && (text.ends_open() || marker.is_bullet());
            open && !levels.is_next(marker)
        }
        _ => false,
    };
    if below && levels.open.is_empty() && !para.speaks_as_body() {
        return Kind::Below;
    }
    if marker.is_bullet() {
        if let Some(level) = para.level.filter(|_| !considering) {
            let own = levels.open.first().is_none_or(|(form, ..)| *form == Form::Bullet) || levels.fresh;
            if level == 0 && own {
                (levels.open, levels.fresh) = (vec![(Form::Bullet, "", 0)], false);
                return Kind::Bullet;
            }
            return Kind::Numbered { depth: level.max(1) };
        }
        return match before {
            _ if considering => Kind::Consideration,
            // *- Requests the Keeper to: - name masons*, and below one sign another: what is in small letters or has its own sign stands below.
            Some((Kind::Bullet, above)) if stands_below(above, para, marker) => Kind::Numbered { depth: 1 },
            // One sign after its like goes on with the list, and a capital ends what stood below.
            Some((Kind::Numbered { depth: 1 }, above))
                if levels.open.is_empty() && above.starts_small() && !para.starts_small() =>
            {
                Kind::Bullet
            }
            Some((Kind::Numbered { depth }, above))
                if above.marker.as_ref().is_some_and(|one| one.label == marker.label) =>
            {
                Kind::Numbered { depth }
            }
            Some((Kind::Numbered { depth }, _)) => Kind::Numbered { depth: depth + 1 },
            Some((Kind::Opener(_) | Kind::Head | Kind::Title | Kind::Bullet, _)) => Kind::Bullet,
            _ if levels.open.is_empty() => Kind::Bullet,
            _ => Kind::Numbered { depth: levels.open.len() },
        };
    }
    match levels.place(marker, para.level) {
        // Below *PREAMBLE* the body may speak all the same: *1. We reaffirm …*
        Some(_) if considering && !para.speaks_as_body() => Kind::Consideration,
        Some((depth, missed)) => {
            if let Some(expected) = missed {
                gap(expected);
            }
            Kind::Numbered { depth }
        }
        None => Kind::Text,
    }
}

/// Answers whether a paragraph has the same sign as another, or both have numbers.
fn is_alike(above: &Para, marker: &Marker) -> bool {
    above
        .marker
        .as_ref()
        .is_some_and(|one| one.is_bullet() == marker.is_bullet() && (one.label == marker.label || !marker.is_bullet()))
}

fn stands_below(above: &Para, para: &Para, marker: &Marker) -> bool {
    let other = above.marker.as_ref().is_some_and(|one| one.label != marker.label);
    above.ends_open() && (other || para.starts_small() && !above.starts_small())
}

/// A number that is only a chapter's gives its place to the numbers below it.
fn promote(paras: &[Para], kinds: &mut [Kind]) {
    for outer in 0..3 {
        let mut at = 0;
        while at < kinds.len() {
            let Kind::Numbered { depth } = kinds[at] else {
                at += 1;
                continue;
            };
            let end = (at + 1..kinds.len())
                .find(|next| match kinds[*next] {
                    Kind::Numbered { depth: other } => other <= depth,
                    Kind::Opener(_) | Kind::Head | Kind::Annex | Kind::Closing => true,
                    _ => false,
                })
                .unwrap_or(kinds.len());
            let inside: Vec<usize> =
                (at + 1..end).filter(|next| kinds[*next] == Kind::Numbered { depth: depth + 1 }).collect();
            if depth == outer && is_chapter(paras, at, &inside) {
                kinds[at] = Kind::Title;
                for kind in &mut kinds[at + 1..end] {
                    if let Kind::Numbered { depth: inner } = kind {
                        *inner -= 1;
                    }
                }
            } else {
                at += 1;
            }
        }
    }
}

/// The longest name of a chapter, in tokens.
const CHAPTER_TOKENS_MAX: usize = 12;

/// Answers whether a text ends as a sentence, a clause or a quotation does, and not as a heading.
fn ends(para: &Para) -> bool {
    para.text.trim_end().ends_with(['.', ';', ':', ',', '!', '?', '”', '"', ')'])
}

/// *I. MIGRATION* over paragraphs that speak for themselves: where every number of the text only names a chapter, none is a decision.
fn chapters(paras: &[Para], kinds: &mut [Kind]) {
    let numbered: Vec<usize> =
        (0..kinds.len()).filter(|at| matches!(kinds[*at], Kind::Numbered { .. } | Kind::Bullet)).collect();
    let names = |at: &usize| {
        let para = &paras[*at];
        kinds[*at] == Kind::Numbered { depth: 0 }
            && (para.is_title() || para.tokens.len() <= CHAPTER_TOKENS_MAX && !ends(para))
            && !para.is_operative()
            && !para.marker.as_ref().is_some_and(is_name)
    };
    let spoken = (0..kinds.len()).filter(|at| kinds[*at] == Kind::Text && paras[*at].is_operative()).count();
    if !numbered.is_empty() && spoken > numbered.len() && numbered.iter().all(names) {
        for at in numbered {
            kinds[at] = Kind::Title;
        }
    }
}

fn is_chapter(paras: &[Para], at: usize, inside: &[usize]) -> bool {
    let para = &paras[at];
    if inside.is_empty() {
        return false;
    }
    let operative = inside.iter().filter(|inner| paras[**inner].is_operative() || paras[**inner].assigns()).count();
    let digits = inside.iter().all(|inner| {
        let marker = paras[*inner].marker.as_ref();
        marker
            .is_some_and(|marker| marker.readings.iter().any(|(form, _)| matches!(form, Form::Digits | Form::Parts(_))))
    });
    // *I. Reports* is a title although the word is a verb's too.
    let bare = para.tokens.len() <= 4 && !para.body().trim_end().ends_with(['.', ';', ':']);
    let titled = (!para.is_operative() || bare)
        && (para.is_title() || para.tokens.len() <= 12 && !para.body().trim_end().ends_with(['.', ';', ':']));
    (titled && operative * 2 >= inside.len())
        || (para.is_chapter_number() && digits && para.opens().is_some() && operative > 0)
}

/// Answers where the decisions begin.
fn start(paras: &[Para], kinds: &[Kind]) -> usize {
    let follows = |at: usize| {
        let rest = kinds[at + 1..].iter().zip(&paras[at + 1..]);
        let inside = rest.take_while(|(kind, _)| !matches!(kind, Kind::Annex));
        inside.filter(|(kind, para)| is_candidate(**kind, para)).count()
    };
    let before = |at: usize| (0..at).filter(|at| is_candidate(kinds[*at], &paras[*at])).count();
    let head =
        (0..kinds.len()).find(|at| kinds[*at] == Kind::Head && follows(*at) > 0 && follows(*at) * 2 >= before(*at));
    // *Commitments* between numbers 2 and 3 heads a part of the list.
    let head = head.filter(|head| !is_counted_through(paras, kinds, *head));
    let opener = (head.unwrap_or(0)..kinds.len()).find(|at| {
        matches!(kinds[*at], Kind::Opener(_))
            && follows(*at) > 0
            && follows(*at) + 1 >= before(*at).saturating_sub(head.map_or(0, before))
    });
    // *We hold a common vision. We recognize …* may be the first of them.
    let first = (0..kinds.len())
        .find(|at| is_candidate(kinds[*at], &paras[*at]) || kinds[*at] == Kind::Text && paras[*at].speaks_later());
    match (head, opener) {
        // What stands between the heading and the opener is an introduction unless it is numbered.
        (Some(head), Some(opener)) => {
            let counted = (head..opener).any(|at| matches!(kinds[at], Kind::Numbered { .. } | Kind::Bullet));
            if counted { head } else { opener }
        }
        (Some(head), None) => head,
        (None, Some(opener)) => {
            // Numbered decisions before the first opener are decisions all the same, and so is what *furthermore* goes on with.
            let earlier = |at: &usize| match kinds[*at] {
                Kind::Numbered { depth: 0 } => paras[*at].is_operative(),
                Kind::Text => paras[opener].goes_on() && is_candidate(kinds[*at], &paras[*at]),
                _ => false,
            };
            (0..opener).find(earlier).unwrap_or(opener)
        }
        (None, None) => first.unwrap_or(kinds.len()),
    }
}

/// Answers whether the numbers below a heading go on with those above it.
fn is_counted_through(paras: &[Para], kinds: &[Kind], head: usize) -> bool {
    let value = |at: usize| {
        let marker = paras[at].marker.as_ref().filter(|_| kinds[at] == Kind::Numbered { depth: 0 })?;
        marker.readings.first().map(|(_, value)| *value)
    };
    let (above, below) = ((0..head).rev().find_map(value), (head..kinds.len()).find_map(value));
    above.zip(below).is_some_and(|(above, below)| below == above + 1)
}

fn is_candidate(kind: Kind, para: &Para) -> bool {
    match kind {
        Kind::Numbered { depth } => depth == 0,
        Kind::Bullet => true,
        Kind::Text => para.is_operative(),
        _ => false,
    }
}

/// Answers whether the decisions are those with a number.
fn is_numbered(paras: &[Para], kinds: &[Kind], start: usize) -> bool {
    let rest = || (start..kinds.len()).take_while(|at| kinds[*at] != Kind::Annex);
    let counted = rest().filter(|at| kinds[*at] == Kind::Numbered { depth: 0 }).count();
    let first = rest().find(|at| kinds[*at] == Kind::Numbered { depth: 0 });
    let free = rest()
        .filter(|at| first.is_some_and(|first| *at > first) && kinds[*at] == Kind::Text && paras[*at].is_operative())
        .count();
    let early = rest()
        .filter(|at| first.is_some_and(|first| *at < first) && kinds[*at] == Kind::Text && paras[*at].is_operative())
        .count();
    // Letters below an opener are one list among others.
    let lettered = rest().filter(|at| kinds[*at] == Kind::Numbered { depth: 0 }).all(|at| {
        paras[at].marker.as_ref().is_some_and(|marker| matches!(marker.readings.first(), Some((Form::Letter, _))))
    });
    !(lettered && free > 0) && counted >= 2 && counted * 2 >= free && counted * 2 >= early
}

struct Gathered<'o> {
    outline: &'o mut Outline,
    opened_by: Option<(usize, Opening)>,
    /// A paragraph now belongs to the last decision.
    inside: bool,
    /// The list below the opener is one of things, each without a verb of its own.
    things: bool,
    /// A heading came since the opener: what tells of a session below it is not what was agreed above.
    headed: bool,
    /// The first heading of decisions of the text.
    head: Option<usize>,
    /// Decisions are called so, each for itself, and what else is told between them is none.
    labelled: bool,
    /// In half of the paragraphs with a number or more somebody says who speaks: *We welcome …*
    voiced: bool,
}

impl Gathered<'_> {
    fn begin(&mut self, at: usize, value: Option<u32>, numbered: bool) {
        self.outline.items.push(Item { paragraphs: vec![at], value, opened_by: self.opened_by, numbered });
        self.inside = true;
    }

    /// Answers whether the list of decisions has begun.
    fn is_opened(&self) -> bool {
        self.opened_by.is_some() || self.outline.items.iter().any(|item| item.numbered)
    }

    /// Answers whether a heading of decisions stands above.
    fn stands_below_head(&self, at: usize) -> bool {
        self.head.is_some_and(|head| head < at)
    }

    fn add(&mut self, at: usize) {
        if self.inside
            && let Some(item) = self.outline.items.last_mut()
        {
            item.paragraphs.push(at);
        }
    }
}

fn gather(paras: &[Para], kinds: &[Kind], start: usize, numbered: bool, outline: &mut Outline) {
    let last_number = kinds.iter().rposition(|kind| *kind == Kind::Numbered { depth: 0 });
    let head = paras.iter().position(Para::heads_decisions);
    let labelled = paras.iter().filter(|para| para.is_labelled()).nth(1).is_some();
    let voiced = is_voiced(paras, kinds);
    let mut gathered =
        Gathered { outline, opened_by: None, inside: false, things: false, headed: false, head, labelled, voiced };
    let mut closed = false;
    for at in start..paras.len() {
        let para = &paras[at];
        if closed && !matches!(kinds[at], Kind::Head | Kind::Opener(_)) {
            if kinds[at] == Kind::Annex {
                gathered.outline.annexes.push(at);
            }
            continue;
        }
        match kinds[at] {
            Kind::Annex => {
                gathered.outline.annexes.push(at);
                (closed, gathered.inside) = (true, false);
            }
            Kind::Closing if gathered.inside => (closed, gathered.inside) = (true, false),
            Kind::Closing | Kind::Considerations | Kind::Consideration => {}
            Kind::Head | Kind::Title => {
                (closed, gathered.inside) = (false, gathered.inside && numbered && !para.is_title());
                gathered.headed |= !gathered.outline.items.is_empty();
            }
            Kind::Opener(opening) => {
                let within =
                    gathered.inside && !numbered && gathered.outline.items.last().is_some_and(|item| !item.numbered);
                let reopens = para.is_bare() && matches!(kinds.get(at + 1), Some(Kind::Text | Kind::Bullet));
                if within && para.is_operative() && !reopens {
                    gathered.begin(at, None, false);
                    gathered.opened_by = Some((at, opening));
                } else {
                    (gathered.opened_by, gathered.inside, closed) = (Some((at, opening)), false, false);
                }
                (gathered.things, gathered.headed) = (false, false);
            }
            Kind::Numbered { depth: 0 } => take_numbered(paras, at, &mut gathered),
            Kind::Numbered { .. } => {
                gathered.inside |= !gathered.outline.items.is_empty();
                gathered.add(at);
            }
            Kind::Below => gathered.add(at),
            // *The Colloquium recommends: - That …* below numbered conclusions.
            Kind::Bullet if numbered && !(gathered.opened_by.is_some() && opened(kinds, at)) => gathered.add(at),
            Kind::Bullet => take_sign(paras, at, &mut gathered),
            Kind::Text if numbered => take_between(paras, at, last_number, &mut gathered),
            Kind::Text => take_free(para, at, &mut gathered),
        }
    }
}

/// Answers whether a sign stands right below an opener, with none but its like between.
fn opened(kinds: &[Kind], at: usize) -> bool {
    let above = kinds[..at].iter().rfind(|kind| **kind != Kind::Bullet);
    matches!(above, Some(Kind::Opener(_)))
}

/// A paragraph without number in a text whose decisions have them.
fn take_between(paras: &[Para], at: usize, last_number: Option<usize>, gathered: &mut Gathered<'_>) {
    let para = &paras[at];
    let first = gathered.outline.items.first().and_then(|item| paras[item.paragraphs[0]].lead);
    let alike = first
        .zip(para.lead)
        .is_some_and(|(first, lead)| first.who.is_none() && lead.who.is_none() && first.shape.meets(lead.shape));
    let spoken = para.lead.is_some_and(|lead| lead.who.is_some() && lead.is_operative());
    // *4. Finance*, of which the paragraph below says what is done.
    let untold = gathered.inside
        && gathered.outline.items.last().is_some_and(|item| {
            let first = &paras[item.paragraphs[0]];
            let named = item.opened_by.is_none() || first.is_title();
            item.paragraphs.len() == 1 && !first.is_operative() && named
        });
    if last_number.is_none_or(|last| at <= last) {
        gathered.add(at);
    } else if !gathered.inside && alike && para.is_operative() {
        // Below another title one more decision, said as the numbered ones are.
        gathered.begin(at, None, false);
    } else if spoken && !para.leans() && !untold && para.lead.is_some_and(is_idle) {
        // The thanks at the end.
        gathered.outline.outside.push(at);
        gathered.inside = false;
    } else if spoken && !para.leans() && !untold {
        // *Leaders also agreed to meet again*: behind the list, and no less agreed.
        gathered.begin(at, None, false);
    } else {
        gathered.add(at);
    }
}

/// Answers whether an act asks nothing of anybody.
fn is_idle(lead: Lead) -> bool {
    lead.verb.is_none_or(|verb| verb.duty() == Duty::None)
}

fn take_sign(paras: &[Para], at: usize, gathered: &mut Gathered<'_>) {
    if gathered.is_opened() || speaks(&paras[at]) || gathered.stands_below_head(at) {
        gathered.begin(at, None, true);
    }
}

/// Answers whether something is said in a paragraph with a number, or waits to be said below it.
fn speaks(para: &Para) -> bool {
    para.is_operative() || para.assigns() || para.opens().is_some() || para.tokens.is_empty() || para.speaks_within()
}

fn take_numbered(paras: &[Para], at: usize, gathered: &mut Gathered<'_>) {
    let para = &paras[at];
    // Before the first decision a number may count what the meeting was: who came, what was heard.
    if !gathered.is_opened()
        && (para.considers || !speaks(para) && !gathered.stands_below_head(at) && !is_named(paras, at))
    {
        gathered.inside = false;
        return;
    }
    // Among *We welcome …* and *We agree …* a number may only tell: *4. The law of the sea keeps the peace.*
    if gathered.voiced && gathered.opened_by.is_none() && !gathered.stands_below_head(at) && para.only_tells() {
        gathered.inside = false;
        return;
    }
    let value = para.marker.as_ref().and_then(|marker| marker.readings.first()).map(|(_, value)| *value);
    gathered.begin(at, value, true);
}

/// Answers whether whoever speaks is named in every other paragraph with a number.
fn is_voiced(paras: &[Para], kinds: &[Kind]) -> bool {
    let numbered = || (0..kinds.len()).filter(|at| kinds[*at] == Kind::Numbered { depth: 0 }).map(|at| &paras[at]);
    let named = |para: &&Para| para.lead.is_some_and(|lead| lead.who.is_some()) && para.speaks_as_body();
    let voiced = numbered().filter(|para| named(para) || para.speaks_within()).count();
    voiced >= 2 && voiced * 2 >= numbered().count()
}

/// *Decision 3: Training* names a decision, and so does a title whose text speaks below.
fn is_named(paras: &[Para], at: usize) -> bool {
    let below = paras.get(at + 1).is_some_and(|next| next.marker.is_none() && (next.is_operative() || next.assigns()));
    paras[at].marker.as_ref().is_some_and(is_name) || paras[at].is_title() && below
}

fn take_free(para: &Para, at: usize, gathered: &mut Gathered<'_>) {
    if gathered.labelled && !para.is_labelled() {
        return;
    }
    let begun = gathered.inside || !gathered.outline.items.is_empty();
    let begins = para.is_operative() && !(para.leans() && gathered.inside) || para.assigns() && begun && !para.leans();
    // *They welcomed:* and below it what they welcomed.
    let thing = gathered.opened_by.is_some_and(|(_, opening)| opening.verb.is_some())
        && (para.is_clause() || (!gathered.inside || gathered.things) && !gathered.headed && para.is_object());
    // *The rivers are low. We agree …*: what is said first may be no decision yet.
    let early = gathered.opened_by.is_none() && gathered.outline.items.is_empty();
    let later = (gathered.inside || gathered.headed || early) && !para.leans() && para.speaks_later();
    if begins || thing || later {
        gathered.begin(at, None, false);
        gathered.things = thing && !begins;
    } else {
        gathered.add(at);
    }
}
