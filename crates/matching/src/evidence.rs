//! What speaks for and against two records being one person, line by line; the lines add up to the score.

use crate::birth::Dates;
use crate::likeness::Kind;
use crate::weights::{REVIEW, STRONG};

/// What one line of evidence is about.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Fact {
    /// How likely a traveller was to be this record before anything was compared.
    Prior,
    /// A word of the query against a word of the record, by their places among the compared words of each.
    Word {
        /// How they stand to each other.
        kind: Kind,
        /// The place in the query's name.
        asked: u8,
        /// The place in the record's name.
        held: u8,
    },
    /// Names are not drawn word by word: families and fashions make namesakes, so the more words agree the less each adds.
    Namesakes,
    /// Given names and surnames stand in each other's fields.
    FieldsExchanged,
    /// One side has words that the other lacks: how many surnames and given names.
    Omitted {
        /// Surnames.
        surnames: u8,
        /// Given names.
        given: u8,
    },
    /// Both sides have a word where two names stand: how many surnames and given names.
    Contradicted {
        /// Surnames.
        surnames: u8,
        /// Given names.
        given: u8,
    },
    /// Birth dates.
    Birth(Dates),
    /// Sex: whether it is the same.
    Sex(bool),
    /// Nationality: whether one is shared.
    Nationality(bool),
    /// A number of a document or a person.
    Number(Numbers),
}

/// How two numbers stand to each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Numbers {
    /// The same.
    Same,
    /// One character apart, or two neighbours exchanged.
    Near,
    /// Two numbers.
    Other,
}

/// A fact and its weight in natural log-odds.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Line {
    /// What was compared.
    pub fact: Fact,
    /// By how much it moves the score.
    pub weight: f64,
}

/// How far a result may be acted on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, PartialOrd, Ord, Hash)]
pub enum Band {
    /// Not enough to stop anyone.
    None,
    /// A person must look.
    Review,
    /// Evidence of two kinds or more, and odds of twenty to one.
    Strong,
}

impl Band {
    /// Bands a score; `kinds` is of how many kinds the evidence for it is (names, birth, number). Names alone are never STRONG.
    #[must_use]
    pub fn of(score: f64, kinds: u8) -> Band {
        if score >= STRONG && kinds >= 2 {
            Band::Strong
        } else if score >= REVIEW {
            Band::Review
        } else {
            Band::None
        }
    }

    /// The band as it is printed.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Band::None => "NONE",
            Band::Review => "REVIEW",
            Band::Strong => "STRONG",
        }
    }
}

/// Where evidence goes: into a sum, or onto a list as well.
pub(crate) trait Sink {
    fn line(&mut self, fact: Fact, weight: f32);
}

/// The sum alone.
#[derive(Default, Clone, Copy)]
pub(crate) struct Sum {
    pub score: f64,
    pub kinds: u8,
    named: bool,
}

impl Sum {
    fn add(&mut self, fact: Fact, weight: f32) {
        self.score += f64::from(weight);
        match fact {
            Fact::Word { .. } if weight > 1.0 && !self.named => {
                self.named = true;
                self.kinds += 1;
            }
            Fact::Birth(_) | Fact::Number(_) if weight > 1.5 => self.kinds += 1,
            _ => {}
        }
    }
}

impl Sink for Sum {
    fn line(&mut self, fact: Fact, weight: f32) {
        self.add(fact, weight);
    }
}

/// A score with every line of its evidence.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Explanation {
    /// The lines, in the order in which they were added.
    pub lines: Vec<Line>,
    /// The compared words of the query's name.
    pub asked: Vec<String>,
    /// The compared words of the record's name.
    pub held: Vec<String>,
    kinds: u8,
}

impl Explanation {
    /// The sum of the lines, in natural log-odds.
    #[must_use]
    pub fn score(&self) -> f64 {
        self.lines.iter().map(|line| line.weight).fold(0.0, |sum, weight| sum + weight)
    }

    /// The band of the score.
    #[must_use]
    pub fn band(&self) -> Band {
        Band::of(self.score(), self.kinds)
    }

    /// About how many travellers pass, none of them this person, until one matches this record as well by chance.
    ///
    /// It is the evidence without its prior. An odds ratio of x happens by chance at most once in x (Markov's inequality):
    /// the true number is this or more, as far as the frequencies are true.
    #[must_use]
    pub fn one_in(&self) -> f64 {
        let evidence: f64 = self.lines.iter().filter(|line| line.fact != Fact::Prior).map(|line| line.weight).sum();
        evidence.exp().max(1.0)
    }

    /// What, if it were asked and agreed, would make the result STRONG; best first. Empty where it is already.
    #[must_use]
    pub fn would_decide(&self) -> Vec<Question> {
        if self.band() == Band::Strong {
            return Vec::new();
        }
        let score = self.score();
        let weight_of = |wanted: fn(&Fact) -> bool| {
            self.lines.iter().filter(|line| wanted(&line.fact)).map(|line| line.weight).sum::<f64>()
        };
        let birth = weight_of(|fact| matches!(fact, Fact::Birth(_)));
        let number = weight_of(|fact| matches!(fact, Fact::Number(_)));
        let mut questions = Vec::new();
        if number < f64::from(crate::weights::NUMBER_SAME) {
            questions.push((f64::from(crate::weights::NUMBER_SAME) - number, Question::Number));
        }
        if birth < 9.0 {
            questions.push((9.5 - birth, Question::Birth));
        }
        for line in &self.lines {
            match line.fact {
                Fact::Omitted { surnames, .. } if surnames > 0 => questions.push((5.5, Question::Surname)),
                Fact::Omitted { given, .. } if given > 0 => questions.push((4.0, Question::Given)),
                _ => {}
            }
        }
        questions.retain(|(gain, question)| {
            let kinds = self.kinds + u8::from(matches!(question, Question::Number | Question::Birth) && *gain > 1.5);
            Band::of(score + gain, kinds) == Band::Strong
        });
        questions.sort_by(|a, b| b.0.total_cmp(&a.0));
        questions.into_iter().map(|(_, question)| question).collect()
    }
}

impl Sink for Explanation {
    fn line(&mut self, fact: Fact, weight: f32) {
        let mut sum = Sum {
            kinds: self.kinds,
            named: self.lines.iter().any(|line| matches!(line.fact, Fact::Word { .. }) && line.weight > 1.0),
            score: 0.0,
        };
        sum.add(fact, weight);
        self.kinds = sum.kinds;
        self.lines.push(Line { fact, weight: f64::from(weight) });
    }
}

/// What may be asked of a traveller.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Question {
    /// The number of a document, or the person's own.
    Number,
    /// The whole birth date.
    Birth,
    /// The surname that one side lacks.
    Surname,
    /// The given name that one side lacks.
    Given,
}
