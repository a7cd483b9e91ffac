//! How a client asks, and what it counts: every act by its code on the access log, sent, seen and acknowledged.

use std::collections::BTreeMap;

use rand::RngExt;
use rand::rngs::StdRng;

use super::wire::{Answer, Told, Wire};

/// How often an act was asked for, and with which end.
#[derive(Clone, Copy, Debug, Default)]
pub struct Count {
    /// Sent, whatever came back.
    pub sent: u64,
    /// Granted, as far as the first line of the answer tells.
    pub seen: u64,
    /// Granted, and the whole answer arrived.
    pub acknowledged: u64,
    /// Of these, those that changed something.
    pub changed: u64,
    /// Told that nothing was done.
    pub refused: u64,
}

/// What a client knows of its own acts.
#[derive(Debug, Default)]
pub struct Tally {
    /// By the act's code.
    pub acts: BTreeMap<&'static str, Count>,
    /// Answers that nobody should get.
    pub odd: Vec<String>,
}

/// What a client heard.
pub enum Heard {
    /// The whole answer, as it should be.
    Done(Answer),
    /// The whole answer, and it says that nothing was done.
    Refused,
    /// Not the whole answer: it may have been done or not.
    Unknown,
}

/// A client before a server.
pub struct Asking<'c> {
    pub wire: &'c mut Wire,
    pub rng: &'c mut StdRng,
    pub tally: &'c mut Tally,
    /// Set once nobody listens any more.
    pub gone: bool,
}

impl Asking<'_> {
    /// Asks for one act, which is answered `expected` when it is done.
    pub fn act(&mut self, code: &'static str, expected: u16, request: &[u8]) -> Heard {
        self.ask(code, expected, &[], request)
    }

    /// Asks for one act that somebody else's may have made impossible meanwhile.
    pub fn act_if_still_possible(&mut self, code: &'static str, expected: u16, request: &[u8]) -> Heard {
        self.ask(code, expected, &[404, 409], request)
    }

    fn ask(&mut self, code: &'static str, expected: u16, refusals: &[u16], request: &[u8]) -> Heard {
        let told = self.wire.ask(request);
        if matches!(told, Told::Unsent) {
            self.gone = true;
            return Heard::Refused;
        }
        let count = self.tally.acts.entry(code).or_default();
        count.sent += 1;
        match told {
            Told::Unsent | Told::Nothing => Heard::Unknown,
            Told::Cut(status) => {
                count.seen += u64::from(status < 400);
                Heard::Unknown
            }
            Told::Whole(answer) if answer.status == expected => {
                count.seen += 1;
                count.acknowledged += 1;
                count.changed += u64::from(matches!(expected, 201 | 204 | 303));
                Heard::Done(answer)
            }
            // A person over the rate waits; that is no fault.
            Told::Whole(answer) if answer.status == 429 || refusals.contains(&answer.status) => {
                count.refused += 1;
                Heard::Refused
            }
            Told::Whole(answer) => {
                self.tally.odd.push(format!("{code} was answered {}: {}", answer.status, short(&answer.body)));
                Heard::Unknown
            }
        }
    }

    /// Answers true in `percent` of a hundred cases.
    pub fn chance(&mut self, percent: u32) -> bool {
        self.rng.random_range(0..100) < percent
    }

    /// Chooses one of several; nothing of none.
    pub fn choose(&mut self, among: usize) -> Option<usize> {
        (among > 0).then(|| self.rng.random_range(0..among))
    }
}

fn short(body: &str) -> String {
    body.chars().take(300).collect()
}
