//! Declarations put together by rule: structures, languages, forms of verbs and deadlines are joined in every way that the field knows, each text
//! with the key it was made from. What is covered is seen here by design and not by the texts that happened to be found.

mod structures;
mod vocabulary;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use conference::import::{Line, read};
use jiff::civil::{Date, date};
use structures::{STRUCTURES, Structure};
use vocabulary::{Act, LANGUAGES, Vocabulary};

/// The day on which every one of these meetings ended.
const ENDED_ON: Date = date(2024, 5, 17);
/// How often each structure is made in each language.
const ROUNDS: u64 = 1;
/// The decisions of a text.
const DECISIONS: usize = 6;
/// How many of a hundred decisions must be read right.
const RIGHT_MIN: usize = 97;

/// A row of numbers that looks like chance and is always the same.
struct Chance(u64);

impl Chance {
    /// Answers the next number below a bound.
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % bound as u64).expect("it is below a number of words")
    }

    fn one_of<T: Copy>(&mut self, things: &[T]) -> T {
        things[self.below(things.len())]
    }
}

/// What a decision was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Key {
    verbs: BTreeSet<String>,
    dues: BTreeSet<String>,
}

/// Makes one decision in a form; some have a second act, and some a deadline.
fn decision(words: &Vocabulary, structure: &Structure, chance: &mut Chance) -> (String, Key) {
    let mut key = Key { verbs: BTreeSet::new(), dues: BTreeSet::new() };
    let deadline = |key: &mut Key, chance: &mut Chance, act: &Act| {
        if !act.rest.contains("{}") || chance.below(5) == 0 {
            return act.rest.replace("{}", "");
        }
        let (phrase, rule) = chance.one_of(words.deadlines);
        key.dues.insert(rule.to_owned());
        act.rest.replace("{}", &format!(" {phrase}"))
    };
    let form = structure.form;
    let acts = (structure.acts)(words);
    let first = chance.one_of(acts);
    key.verbs.insert(first.code.to_owned());
    let mut text = format!("{} {}", first.in_form(form), deadline(&mut key, chance, &first)).trim_start().to_owned();
    if !first.rest.contains("{}") && !first.in_form(form).is_empty() && chance.below(2) == 0 {
        let second = chance.one_of(words.seconds);
        key.verbs.insert(second.code.to_owned());
        let comma = if chance.below(2) == 0 { "," } else { "" };
        let rest = deadline(&mut key, chance, &second);
        write!(text, "{comma} {} {} {rest}", words.and, second.joined(form)).expect("a string takes it");
    }
    (text, key)
}

/// Makes one text with the keys of its decisions.
fn text(words: &Vocabulary, structure: &Structure, seed: u64) -> (String, Vec<Key>) {
    let mut chance = Chance(seed);
    let made: Vec<(String, Key)> = (0..DECISIONS).map(|_| decision(words, structure, &mut chance)).collect();
    let (acts, keys): (Vec<String>, Vec<Key>) = made.into_iter().unzip();
    ((structure.write)(words, &acts), keys)
}

/// Answers how many decisions of a text are read as their keys say, and what differs.
fn right(text: &str, keys: &[Key]) -> (usize, Vec<String>) {
    let reading = read(text.as_bytes(), Some(ENDED_ON), &mut |_| {}).expect("it can be read");
    let lines: Vec<Line> = reading.drafts.iter().map(|draft| draft.line()).collect();
    if lines.len() != keys.len() {
        let seen: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        return (0, vec![format!("{} decisions for {}: {seen:?}", lines.len(), keys.len())]);
    }
    let due = |due: &conference::import::Due| match due.date {
        Some(date) => format!("{} = {date}", due.rule),
        None => due.rule.to_string(),
    };
    let mut wrong = Vec::new();
    for (line, key) in lines.iter().zip(keys) {
        let seen = Key {
            verbs: line.verbs.iter().map(ToString::to_string).collect(),
            dues: line.dues.iter().map(due).collect(),
        };
        if seen != *key {
            wrong.push(format!("{}: {:?} {:?} for {:?} {:?}", line.text, seen.verbs, seen.dues, key.verbs, key.dues));
        }
    }
    (keys.len() - wrong.len(), wrong)
}

/// Reads every text; `spoil` may change the keys. Answers how many decisions there were, how many were right, and what differed.
fn read_all(spoil: impl Fn(&mut Vec<Key>)) -> (usize, usize, Vec<String>) {
    read_as(|text| Some(text.to_owned()), spoil)
}

/// Reads every text as `written` gives it, or leaves it out where that gives none.
fn read_as(written: impl Fn(&str) -> Option<String>, spoil: impl Fn(&mut Vec<Key>)) -> (usize, usize, Vec<String>) {
    let (mut all, mut good, mut differences) = (0, 0, Vec::new());
    for words in LANGUAGES {
        for (place, structure) in (0_u64..).zip(STRUCTURES) {
            for round in 0..ROUNDS {
                let (text, mut keys) = text(words, structure, 1_000 * place + round);
                spoil(&mut keys);
                let Some(text) = written(&text) else { continue };
                all += keys.len();
                let (read, wrong) = right(&text, &keys);
                good += read;
                differences.extend(wrong.into_iter().map(|what| format!("{} {}: {what}", words.name, structure.name)));
            }
        }
    }
    (all, good, differences)
}

#[test]
fn what_the_grammar_makes_is_read() {
    let (all, good, differences) = read_all(|_| ());
    assert!(STRUCTURES.len() >= 12 && all >= 12 * 3 * DECISIONS, "{all}");
    assert!(good * 100 >= all * RIGHT_MIN, "{good} of {all} are right\n{}", differences.join("\n"));
}

#[test]
fn keys_that_say_something_else_are_found() {
    let (all, good, _) = read_all(|keys| {
        keys[0].verbs.insert("postpone".to_owned());
    });
    assert!(good * 100 < all * RIGHT_MIN, "{good} of {all}");
    let (all, good, _) = read_all(|keys| keys.truncate(DECISIONS - 1));
    assert!(good * 100 < all, "{good} of {all}");
}

/// Answers a text all of whose lines became one, as pages lose them; a page's own marks cannot be lost so.
fn on_one_line(text: &str) -> Option<String> {
    (!text.starts_with('<')).then(|| text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Answers a text without its blank lines.
fn without_blank_lines(text: &str) -> Option<String> {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    (!text.starts_with('<')).then(|| lines.join("\n"))
}

/// Answers a text whose numbers became a sign, where it has numbers.
fn with_signs(text: &str, sign: &str) -> Option<String> {
    let bare = |line: &str| {
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        let rest = line[digits..].strip_prefix(['.', ')']).filter(|_| digits > 0)?;
        Some(rest.trim_start_matches('-').trim_start().to_owned())
    };
    let changed = text.lines().any(|line| bare(line).is_some());
    let line = |line: &str| bare(line).map_or_else(|| line.to_owned(), |text| format!("{sign}{text}"));
    changed.then(|| text.lines().map(line).collect::<Vec<_>>().join("\n"))
}

#[test]
fn what_a_text_lost_on_its_way_parts_it_no_worse() {
    // What was lost, how many of a hundred decisions must be read right, and how it is written then.
    type Way<'a> = (&'a str, usize, &'a dyn Fn(&str) -> Option<String>);
    let ways: [Way<'_>; 4] = [
        ("line breaks", 94, &on_one_line),
        ("blank lines", 94, &without_blank_lines),
        ("numbers, for signs", 97, &|text| with_signs(text, "• ")),
        ("numbers", 87, &|text| with_signs(text, "")),
    ];
    for (lost, fewest, written) in ways {
        let (all, good, differences) = read_as(written, |_| ());
        assert!(all >= 30 * DECISIONS, "{lost}: {all}");
        assert!(good * 100 >= all * fewest, "{lost}: {good} of {all} are right\n{}", differences.join("\n"));
    }
}
