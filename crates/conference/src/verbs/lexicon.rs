//! How each verb of the list looks in a text: every form of it, found at a place among tokens.

use std::collections::HashMap;
use std::ops::BitOr;
use std::sync::LazyLock;

use super::{Speech, Verb};
use super::{french, spanish};
use crate::tokens::{Token, fold};

/// In what form a verb stands; several where one writing has several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Shape(u8);

impl Shape {
    /// The infinitive, which in English is also the form after *we* and *they*.
    pub const BASE: Shape = Shape(1);
    /// Said of others, now: *urges*, *insta*, *instan*.
    pub const THIRD: Shape = Shape(2);
    /// Said of ourselves in one word: *instamos*.
    pub const OURS: Shape = Shape(4);
    /// Told of what was done: *urged*, *instaron*.
    pub const PAST: Shape = Shape(8);
    /// *Urging*, *instando*.
    pub const GERUND: Shape = Shape(16);
    /// What has been done, after a form of *to have* or *to be*: *urged*, *acordado*.
    pub const DONE: Shape = Shape(32);
    /// In one Spanish word: *elaborarán*.
    pub const FUTURE: Shape = Shape(64);

    /// Answers whether the two have a form together.
    pub fn meets(self, other: Shape) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Shape {
    type Output = Shape;

    fn bitor(self, other: Shape) -> Shape {
        Shape(self.0 | other.0)
    }
}

/// A verb at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// Which one.
    pub verb: Verb,
    /// In what form.
    pub shape: Shape,
    /// Over how many tokens.
    pub tokens: usize,
}

/// Answers the verb that begins with the first of these tokens, the longest where several do.
pub fn at(tokens: &[Token], language: Speech) -> Option<Found> {
    let forms = forms(language);
    let candidates = forms.get(tokens.first()?.fold.as_str())?;
    let reaches = |form: &Form| {
        let mut ahead = tokens[1..].iter();
        let rest = form.rest.iter().all(|word| ahead.next().is_some_and(|token| token.fold == *word));
        rest.then_some(Found { verb: form.verb, shape: form.shape, tokens: 1 + form.rest.len() })
    };
    let found = candidates.iter().filter_map(reaches).reduce(|best, next| match next.tokens.cmp(&best.tokens) {
        std::cmp::Ordering::Greater => next,
        std::cmp::Ordering::Equal if next.verb == best.verb => Found { shape: best.shape | next.shape, ..best },
        _ => best,
    })?;
    // *Hacer prevalecer el diálogo* makes something happen and carries nothing out.
    let causes = tokens[0].is("hacer")
        && found.tokens == 1
        && tokens.get(1).is_some_and(|next| spanish::is_infinitive(&next.fold));
    if causes {
        return None;
    }
    if let Some(carried) = carried_on(tokens, found, language) {
        return Some(carried);
    }
    // *We hold a common vision* is a view and no meeting.
    let views = found.verb == Verb::Hold
        && tokens[1..]
            .iter()
            .take(4)
            .any(|next| next.among(&["vision", "view", "views", "belief", "truths", "position"]));
    if views {
        return None;
    }
    let rejoices = found.verb == Verb::Hold && tokens[0].fold.starts_with("celebrar") && !holds(&tokens[1..]);
    Some(if rejoices { Found { verb: Verb::Celebrate, ..found } } else { found })
}

/// *Continues to call upon*, *siguen instando*: what goes on is the act itself.
fn carried_on(tokens: &[Token], found: Found, language: Speech) -> Option<Found> {
    if found.verb != Verb::Continue {
        return None;
    }
    let joined = match language {
        Speech::English => tokens.get(found.tokens)?.is("to"),
        Speech::Spanish => false,
        Speech::French => tokens.get(found.tokens)?.among(&["à", "de"]),
    };
    let start = found.tokens + usize::from(joined);
    let inner = at(tokens.get(start..)?, language)?;
    let form = if language == Speech::Spanish { Shape::GERUND } else { Shape::BASE };
    let spoken = matches!(
        inner.verb,
        Verb::Appeal
            | Verb::CallUpon
            | Verb::Condemn
            | Verb::Demand
            | Verb::Encourage
            | Verb::Express
            | Verb::Invite
            | Verb::Recommend
            | Verb::Request
            | Verb::Urge
    );
    let bound = joined || language == Speech::Spanish;
    (bound && spoken && inner.shape.meets(form)).then_some(Found {
        verb: inner.verb,
        tokens: start + inner.tokens,
        ..found
    })
}

/// Answers the verb whose infinitive, or whose form for others, a misspelled word is one letter away from: *Enconmendar*, *Reqeusts*.
pub fn near(word: &str, language: Speech) -> Option<Verb> {
    let forms = forms(language);
    let wanted = Shape::BASE | Shape::THIRD;
    let close = forms.iter().filter(|(form, _)| form.len().abs_diff(word.len()) <= 1 && is_one_slip(form, word));
    let mut verbs = close.flat_map(|(_, found)| found).filter(|form| form.rest.is_empty() && form.shape.meets(wanted));
    let first = verbs.next()?.verb;
    // Two that are as near as each other are a guess.
    (word.len() >= SLIP_CHARS_MIN && verbs.all(|form| form.verb == first)).then_some(first)
}

/// Shorter words are near to many.
const SLIP_CHARS_MIN: usize = 6;

/// Answers whether two words differ by one letter put in, left out, changed, or two that changed places.
fn is_one_slip(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let head = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[head..], &other[head..]);
    let tail = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    match (&one[..one.len() - tail], &other[..other.len() - tail]) {
        ([a, b], [c, d]) => a == d && b == c,
        (left, right) => left.len().max(right.len()) == 1,
    }
}

/// Answers whether *celebrar* has a meeting for its object near by: *celebrar un taller*, and not *celebrar la firma del acuerdo*.
fn holds(ahead: &[Token]) -> bool {
    const OBJECTS: &[&str] = &["el", "la", "los", "las", "que", "con"];
    const MEETINGS: &[&str] = &[
        "reunion",
        "reuniones",
        "taller",
        "talleres",
        "seminario",
        "conferencia",
        "sesion",
        "sesiones",
        "encuentro",
        "encuentros",
        "foro",
        "cumbre",
        "consultas",
        "consulta",
        "periodo",
        "asamblea",
        "congreso",
        "dialogo",
        "acuerdos",
        "eleccion",
        "elecciones",
        "jornada",
        "jornadas",
        "ronda",
        "mesa",
        "convenios",
        "acto",
        "curso",
    ];
    // With *un*, *una* or nothing it is held whatever it is.
    !ahead.first().is_some_and(|next| next.among(OBJECTS)) || ahead.iter().take(8).any(|next| next.among(MEETINGS))
}

fn forms(language: Speech) -> &'static Forms {
    match language {
        Speech::English => &ENGLISH,
        Speech::Spanish => &SPANISH,
        Speech::French => &FRENCH,
    }
}

struct Form {
    rest: Vec<String>,
    verb: Verb,
    shape: Shape,
}

type Forms = HashMap<String, Vec<Form>>;

static ENGLISH: LazyLock<Forms> = LazyLock::new(|| {
    let mut forms = Forms::new();
    for (verb, phrase) in phrases(Verb::english) {
        for spelling in spellings(phrase) {
            let (first, rest) = parted(&spelling);
            for (form, shape) in english(first) {
                add(&mut forms, form, Form { rest: rest.clone(), verb, shape });
            }
        }
    }
    forms
});

static SPANISH: LazyLock<Forms> = LazyLock::new(|| {
    let mut forms = Forms::new();
    for (verb, phrase) in phrases(Verb::spanish) {
        let (phrase, stressed) = match phrase.split_once(':') {
            Some((phrase, stressed)) => (phrase, Some(stressed)),
            None => (phrase, None),
        };
        let (first, rest) = parted(phrase);
        for (form, shape) in spanish::forms(first, stressed) {
            if first == "celebrar" && (verb == Verb::Celebrate) != shape.meets(Shape::THIRD | Shape::OURS | Shape::PAST)
            {
                // *Celebran el acuerdo* rejoices in it; *celebrar una reunión* holds one.
                continue;
            }
            add(&mut forms, form, Form { rest: rest.clone(), verb, shape });
        }
    }
    forms
});

static FRENCH: LazyLock<Forms> = LazyLock::new(|| {
    let mut forms = Forms::new();
    for (verb, phrase) in phrases(Verb::french) {
        let (phrase, stressed) = match phrase.split_once(':') {
            Some((phrase, stressed)) => (phrase, Some(stressed)),
            None => (phrase, None),
        };
        let mut words = phrase.split(' ');
        let first = words.next().unwrap_or("");
        let rest: Vec<String> = words.map(french::written).collect();
        for (form, shape) in french::forms(first, stressed) {
            add(&mut forms, form, Form { rest: rest.clone(), verb, shape });
        }
    }
    forms
});

fn phrases(of: fn(Verb) -> &'static str) -> impl Iterator<Item = (Verb, &'static str)> {
    let all = Verb::ALL.iter().flat_map(move |&verb| of(verb).split('|').map(move |phrase| (verb, phrase)));
    all.filter(|(_, phrase)| !phrase.is_empty())
}

fn parted(phrase: &str) -> (&str, Vec<String>) {
    let mut words = phrase.split(' ');
    (words.next().unwrap_or(""), words.map(fold).collect())
}

fn add(forms: &mut Forms, word: String, form: Form) {
    forms.entry(word).or_default().push(form);
}

/// The two ways to write *-ize*.
fn spellings(phrase: &str) -> Vec<String> {
    let (first, rest) = phrase.split_at(phrase.find(' ').unwrap_or(phrase.len()));
    let other = match first {
        "analyze" => Some("analyse".to_owned()),
        _ => first.strip_suffix("ize").map(|stem| format!("{stem}ise")),
    };
    std::iter::once(phrase.to_owned()).chain(other.map(|first| format!("{first}{rest}"))).collect()
}

/// Past and participle of verbs that follow no rule.
const IRREGULAR: [(&str, &str, &str); 24] = [
    ("be", "was", "been"),
    ("begin", "began", "begun"),
    ("build", "built", "built"),
    ("do", "did", "done"),
    ("draw", "drew", "drawn"),
    ("fight", "fought", "fought"),
    ("forbid", "forbade", "forbidden"),
    ("found", "founded", "founded"),
    ("give", "gave", "given"),
    ("hold", "held", "held"),
    ("lay", "laid", "laid"),
    ("lend", "lent", "lent"),
    ("keep", "kept", "kept"),
    ("make", "made", "made"),
    ("pay", "paid", "paid"),
    ("put", "put", "put"),
    ("seek", "sought", "sought"),
    ("send", "sent", "sent"),
    ("set", "set", "set"),
    ("strive", "strove", "striven"),
    ("stand", "stood", "stood"),
    ("take", "took", "taken"),
    ("uphold", "upheld", "upheld"),
    ("withdraw", "withdrew", "withdrawn"),
];

/// Verbs whose last letter is doubled before an ending.
const DOUBLED: [&str; 12] =
    ["admit", "ban", "begin", "commit", "defer", "forbid", "put", "recommit", "refer", "set", "submit", "transmit"];

/// Answers the forms of an English verb.
fn english(base: &str) -> Vec<(String, Shape)> {
    let before_ending = match base.strip_suffix('e') {
        Some(stem) if !base.ends_with("ee") && base != "be" => stem.to_owned(),
        _ if DOUBLED.contains(&base) => format!("{base}{}", &base[base.len() - 1..]),
        _ => base.to_owned(),
    };
    let to_i = base.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']));
    let third = match to_i {
        Some(stem) => format!("{stem}ies"),
        None if base.ends_with(['s', 'x', 'z', 'o']) || base.ends_with("ch") || base.ends_with("sh") => {
            format!("{base}es")
        }
        None => format!("{base}s"),
    };
    let (past, done) = match (IRREGULAR.iter().find(|(verb, ..)| *verb == base), to_i) {
        (Some((_, past, done)), _) => ((*past).to_owned(), (*done).to_owned()),
        (None, Some(stem)) => (format!("{stem}ied"), format!("{stem}ied")),
        (None, None) => {
            let past = if base.ends_with("ee") { format!("{base}d") } else { format!("{before_ending}ed") };
            (past.clone(), past)
        }
    };
    vec![
        (base.to_owned(), Shape::BASE),
        (third, Shape::THIRD),
        (past, Shape::PAST),
        (done, Shape::DONE),
        (format!("{before_ending}ing"), Shape::GERUND),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tokens;

    fn found(text: &str, language: Speech) -> Option<(&'static str, Shape, usize)> {
        at(&tokens(text), language).map(|found| (found.verb.code(), found.shape, found.tokens))
    }

    #[test]
    fn english_forms() {
        let found = |text| found(text, Speech::English);
        assert_eq!(found("URGES"), Some(("urge", Shape::THIRD, 1)));
        assert_eq!(found("urged"), Some(("urge", Shape::PAST | Shape::DONE, 1)));
        assert_eq!(found("taking note of"), Some(("take_note", Shape::GERUND, 2)));
        assert_eq!(found("took note"), Some(("take_note", Shape::PAST, 2)));
        assert_eq!(found("take"), Some(("take", Shape::BASE, 1)));
        assert_eq!(found("Calls upon all"), Some(("call_upon", Shape::THIRD, 2)));
        assert_eq!(found("authorises"), Some(("authorize", Shape::THIRD, 1)));
        assert_eq!(found("submitted"), Some(("submit", Shape::PAST | Shape::DONE, 1)));
        assert_eq!(found("agreed"), Some(("agree", Shape::PAST | Shape::DONE, 1)));
        assert_eq!(found("agreeing"), Some(("agree", Shape::GERUND, 1)));
        assert_eq!(found("RESOLVES to"), Some(("resolve", Shape::THIRD, 1)));
        assert_eq!(found("migration"), None);
        assert_eq!(found(""), None);
    }

    #[test]
    fn spanish_forms() {
        let found = |text| found(text, Speech::Spanish);
        assert_eq!(found("ACUERDAN"), Some(("agree", Shape::THIRD, 1)));
        assert_eq!(found("Acordar"), Some(("agree", Shape::BASE, 1)));
        assert_eq!(found("acordamos"), Some(("agree", Shape::OURS, 1)));
        assert_eq!(found("Exhortan a"), Some(("urge", Shape::THIRD, 1)));
        assert_eq!(found("celebrar una"), Some(("hold", Shape::BASE, 1)));
        assert_eq!(found("celebran el"), Some(("celebrate", Shape::THIRD, 1)));
        assert_eq!(found("Encomendar"), Some(("entrust", Shape::BASE, 1)));
        assert_eq!(found("Tomaron nota"), Some(("take_note", Shape::PAST, 2)));
        assert_eq!(found("hacen un llamado"), Some(("appeal", Shape::THIRD, 3)));
        assert_eq!(found("acogen con beneplácito"), Some(("welcome", Shape::THIRD, 2)));
        assert_eq!(found("comprometen"), Some(("commit", Shape::THIRD, 1)));
        assert_eq!(found("elaborarán"), Some(("prepare", Shape::FUTURE, 1)));
        assert_eq!(found("continúan"), Some(("continue", Shape::THIRD, 1)));
    }

    #[test]
    fn one_slip_is_forgiven_and_two_are_not() {
        for (word, verb) in [("enconmendar", Verb::Entrust), ("solictar", Verb::Request), ("agradecr", Verb::Thank)] {
            assert_eq!(near(word, Speech::Spanish), Some(verb), "{word}");
        }
        for (word, verb) in
            [("reqeusts", Verb::Request), ("wellcome", Verb::Welcome), ("acknowlege", Verb::Acknowledge)]
        {
            assert_eq!(near(word, Speech::English), Some(verb), "{word}");
        }
        for word in ["migration", "urgs", "requirement", "conference", "reqeustts"] {
            assert_eq!(near(word, Speech::English), None, "{word}");
        }
    }

    #[test]
    fn every_verb_is_found_by_a_form_of_its_own() {
        for &verb in Verb::ALL {
            assert_eq!(verb.code().parse(), Ok(verb));
            for (language, phrases) in
                [(Speech::English, verb.english()), (Speech::Spanish, verb.spanish()), (Speech::French, verb.french())]
            {
                for phrase in phrases
                    .split('|')
                    .filter(|phrase| !phrase.is_empty() && (*phrase != "celebrar" || verb == Verb::Hold))
                {
                    let written = phrase.split(':').next().expect("a phrase");
                    let mut words = tokens(written);
                    if language == Speech::French {
                        words = french::tokens(written, words);
                    }
                    assert_eq!(at(&words, language).map(|found| found.verb), Some(verb), "{written}");
                }
            }
        }
        assert!("unknown".parse::<Verb>().is_err());
    }
}
