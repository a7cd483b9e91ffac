//! Questions, what may be replied to each, and what is wrong with a reply.

use jiff::civil::Date;

use crate::said::Said;

/// The most questions of one questionnaire; each has its number, from 1 to this.
pub const QUESTIONS_MAX: u8 = 40;
/// The most given answers of one question.
pub const CHOICES_MAX: u8 = 10;

/// What a question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    /// Words of one's own.
    Text,
    /// Yes, no, or in part.
    YesNo,
    /// One of some given answers, which are numbered from 1.
    OneOf(u8),
    /// A whole number of some unit.
    Number,
    /// A day.
    Day,
}

/// A question as the rules see it; its words are no matter of theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// What it asks for.
    pub asks: Asks,
    /// Whether an answer without a reply to it is none.
    pub required: bool,
}

/// A reply to a question of yes and no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum YesNo {
    /// Yes.
    Yes,
    /// In part.
    Part,
    /// No.
    No,
}

impl YesNo {
    /// All there are, in the order in which they are told.
    pub const ALL: [YesNo; 3] = [YesNo::Yes, YesNo::Part, YesNo::No];

    /// Answers the code it is exchanged by. Frozen.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            YesNo::Yes => "yes",
            YesNo::Part => "part",
            YesNo::No => "no",
        }
    }

    /// Reads a code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// What a party replies to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Words.
    Text(Said),
    /// Yes, no, or in part.
    YesNo(YesNo),
    /// Which of the given answers, from 1.
    OneOf(u8),
    /// A whole number.
    Number(i64),
    /// A day.
    Day(Date),
    /// It does not answer this, and says why: that is an answer.
    Declined(Said),
}

/// What is wrong with the reply to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReplyFault {
    /// There is no such question.
    #[error("there is no such question")]
    NoQuestion,
    /// It is no reply to what is asked.
    #[error("this is no reply to what is asked")]
    Unlike,
    /// The question is to be answered, or it is to be said why it is not.
    #[error("the question is not answered")]
    Missing,
}

impl Question {
    /// Answers whether something is a reply to it.
    ///
    /// # Errors
    /// [`ReplyFault::Unlike`] where it replies to another kind of question, or chooses what was not given.
    pub fn takes(&self, reply: &Reply) -> Result<(), ReplyFault> {
        let fits = match (self.asks, reply) {
            (_, Reply::Declined(_))
            | (Asks::Text, Reply::Text(_))
            | (Asks::YesNo, Reply::YesNo(_))
            | (Asks::Number, Reply::Number(_))
            | (Asks::Day, Reply::Day(_)) => true,
            (Asks::OneOf(given), Reply::OneOf(chosen)) => (1..=given).contains(chosen),
            _ => false,
        };
        if fits { Ok(()) } else { Err(ReplyFault::Unlike) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_takes_what_it_asks_for_and_a_reason_why_not() {
        let said = Said::parse("Por reserva.").expect("words");
        let replies = [
            Reply::Text(said.clone()),
            Reply::YesNo(YesNo::Part),
            Reply::OneOf(2),
            Reply::Number(-7),
            Reply::Day(jiff::civil::date(2003, 12, 1)),
        ];
        let kinds = [Asks::Text, Asks::YesNo, Asks::OneOf(2), Asks::Number, Asks::Day];
        for (at, asks) in kinds.into_iter().enumerate() {
            let question = Question { asks, required: true };
            for (other, reply) in replies.iter().enumerate() {
                assert_eq!(question.takes(reply).is_ok(), at == other, "{asks:?} {reply:?}");
            }
            assert_eq!(question.takes(&Reply::Declined(said.clone())), Ok(()));
        }
        let two = Question { asks: Asks::OneOf(2), required: false };
        for chosen in [0, 3] {
            assert_eq!(two.takes(&Reply::OneOf(chosen)), Err(ReplyFault::Unlike));
        }
    }

    #[test]
    fn codes_come_back() {
        for one in YesNo::ALL {
            assert_eq!(YesNo::parse(one.code()), Some(one));
        }
        assert_eq!(YesNo::parse("maybe"), None);
    }
}
