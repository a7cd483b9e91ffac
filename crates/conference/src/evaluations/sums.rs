//! What all answers that one may see say together, question by question.

use std::collections::BTreeMap;

use jiff::Timestamp;
use journal::StateCode;

use super::acts::Reader;
use super::evaluation::Evaluation;
use super::questionnaire::{Asks, Reply, YesNo};

/// What was replied to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// Which question.
    pub number: u8,
    /// What it asks for.
    pub asks: Asks,
    /// How many members replied yes, in part and no; or each of the given answers. Empty for other kinds of question.
    pub counts: Vec<usize>,
    /// Members that do not answer this, and say why.
    pub declined: usize,
    /// Replies of members, by their codes.
    pub members: BTreeMap<StateCode, Reply>,
    /// Replies of observers, apart and never counted.
    pub observers: BTreeMap<StateCode, Reply>,
}

/// Answers what was replied to each question, as far as somebody may see it at an instant.
#[must_use]
pub fn sums(evaluation: &Evaluation, reader: Reader, now: Timestamp) -> Vec<Sum> {
    let one = |(number, question): (u8, super::Question)| {
        let mut sum = Sum {
            number,
            asks: question.asks,
            counts: match question.asks {
                Asks::YesNo => vec![0; YesNo::ALL.len()],
                Asks::OneOf(given) => vec![0; usize::from(given)],
                Asks::Text | Asks::Number | Asks::Day => Vec::new(),
            },
            declined: 0,
            members: BTreeMap::new(),
            observers: BTreeMap::new(),
        };
        for (party, guest) in evaluation.guests() {
            let standing = guest.standing().filter(|_| evaluation.sees_answer(reader, *party, now));
            if let Some(reply) = standing.and_then(|given| given.replies.get(&number)) {
                sum.add(*party, guest.member, reply);
            }
        }
        sum
    };
    evaluation.questions().map(one).collect()
}

impl Sum {
    fn add(&mut self, party: StateCode, member: bool, reply: &Reply) {
        if !member {
            self.observers.insert(party, reply.clone());
            return;
        }
        let at = match reply {
            Reply::YesNo(one) => YesNo::ALL.iter().position(|known| known == one),
            Reply::OneOf(chosen) => usize::from(*chosen).checked_sub(1),
            _ => None,
        };
        if let Some(count) = at.and_then(|at| self.counts.get_mut(at)) {
            *count += 1;
        }
        self.declined += usize::from(matches!(reply, Reply::Declined(_)));
        self.members.insert(party, reply.clone());
    }
}
