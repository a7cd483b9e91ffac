//! What is proposed to a person: drafts of decisions, each proposal beside the words it rests on.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::due::DueRule;
use crate::verbs::{Duty, Language, Verb};

/// How many words of a decision its line shows.
const LINE_WORDS: usize = 12;

/// Some characters of one paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The place of the paragraph in [`Reading::paragraphs`](super::Reading::paragraphs), from 0.
    pub paragraph: usize,
    /// The first character, from 0; characters are Unicode scalar values.
    pub from: usize,
    /// The character after the last.
    pub to: usize,
}

/// Something proposed, with the words it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal<T> {
    /// What is proposed.
    pub value: T,
    /// The words it was read from.
    pub at: Span,
}

/// A deadline: the rule, and the day it gives with what is known now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// The rule, as the decision says it.
    pub rule: DueRule,
    /// The last day in time, or `None` while it is open.
    pub date: Option<Date>,
}

/// A paragraph of the source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// The number or sign that the format counted, where it is not part of the text.
    pub label: Option<String>,
    /// The text, with single spaces.
    pub text: String,
    /// Its language, or `None` where it is too short to tell or is neither of the two.
    pub language: Option<Language>,
    /// The draft it belongs to, by its place from 0.
    pub draft: Option<usize>,
}

/// A decision as the text seems to say it, for a person to confirm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The number by which it is known: its own where the text numbers all decisions in one row, else its place from 1.
    pub number: u32,
    /// The number as the text writes it.
    pub label: Option<String>,
    /// The language of its first paragraph.
    pub language: Option<Language>,
    /// Its paragraphs, by their place.
    pub paragraphs: Vec<usize>,
    /// The text without its number, one line a paragraph.
    pub text: String,
    /// What it does, in order.
    pub verbs: Vec<Proposal<Verb>>,
    /// The strongest duty that it creates.
    pub duty: Duty,
    /// Who is asked or told to do something.
    pub addressees: Vec<Proposal<String>>,
    /// By when.
    pub dues: Vec<Proposal<Due>>,
    /// What it waits for.
    pub condition: Option<Proposal<String>>,
}

/// A draft as `puebla import declaration --json` prints it, one line a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// [`Draft::number`].
    pub number: u32,
    /// The codes of the verbs.
    pub verbs: Vec<Verb>,
    /// The addressees, in the words of the text.
    pub addressees: Vec<String>,
    /// The deadlines.
    pub dues: Vec<Due>,
    /// The condition, in the words of the text.
    pub condition: Option<String>,
    /// The first words.
    pub text: String,
}

impl Draft {
    /// Answers the draft as one line.
    pub fn line(&self) -> Line {
        Line {
            number: self.number,
            verbs: self.verbs.iter().map(|verb| verb.value).collect(),
            addressees: self.addressees.iter().map(|addressee| addressee.value.clone()).collect(),
            dues: self.dues.iter().map(|due| due.value.clone()).collect(),
            condition: self.condition.as_ref().map(|condition| condition.value.clone()),
            text: first_words(&self.text),
        }
    }
}

fn first_words(text: &str) -> String {
    let mut words = text.split_whitespace();
    let first: Vec<&str> = words.by_ref().take(LINE_WORDS).collect();
    let more = if words.next().is_some() { "…" } else { "" };
    format!("{}{more}", first.join(" "))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_line_has_the_promised_form() {
        let at = Span { paragraph: 0, from: 0, to: 4 };
        let due = Due { rule: "3 months after adoption".parse().expect("a rule"), date: Some(date(2003, 8, 30)) };
        let draft = Draft {
            number: 15,
            label: None,
            language: Some(Language::English),
            paragraphs: vec![0],
            text: "Urge members to send comments on the project within three months of this day, at most.".to_owned(),
            verbs: vec![Proposal { value: Verb::Urge, at }],
            duty: Duty::Soft,
            addressees: vec![Proposal { value: "members".to_owned(), at }],
            dues: vec![Proposal { value: due, at }],
            condition: None,
        };
        let line = serde_json::to_string(&draft.line()).expect("a line");
        assert_eq!(
            line,
            "{\"number\":15,\"verbs\":[\"urge\"],\"addressees\":[\"members\"],\
             \"dues\":[{\"rule\":\"3 months after adoption\",\"date\":\"2003-08-30\"}],\"condition\":null,\
             \"text\":\"Urge members to send comments on the project within three months of…\"}"
        );
        assert_eq!(serde_json::from_str::<Line>(&line).expect("the same line"), draft.line());
    }
}
