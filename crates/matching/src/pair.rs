//! Two people compared by themselves, without a register.

use crate::asked::{Asked, each_way};
use crate::evidence::{Explanation, Fact, Sink};
use crate::frequency::Frequencies;
use crate::likeness::SAME;
use crate::person::Person;
use crate::score::{self, Table};
use crate::weights::CHOSEN_SHARE;

/// Compares two people, taking the names and birth dates that speak most for one person; `prior` is in natural log-odds.
#[must_use]
pub fn compare(one: &Person, other: &Person, frequencies: &Frequencies, prior: f64) -> Explanation {
    let mut best: Option<Explanation> = None;
    each_way(one, frequencies, |asked| {
        each_way(other, frequencies, |held| {
            let mut explanation = Explanation::default();
            explanation.line(Fact::Prior, prior as f32);
            judge(asked, held, frequencies, &mut explanation);
            if best.as_ref().is_none_or(|best| explanation.score() > best.score()) {
                best = Some(explanation);
            }
        });
    });
    best.unwrap_or_default()
}

fn judge(asked: &Asked<'_>, held: &Asked<'_>, frequencies: &Frequencies, sink: &mut Explanation) {
    let like = |i: usize, j: usize| {
        let (one, other) = (&asked.words()[i], &held.words()[j]);
        let like = if one.heard.text == other.heard.text { SAME } else { score::liken(one, other) };
        (like, score::weigh(like, one, other))
    };
    let named =
        score::names(Table::new(asked.words(), held.words(), CHOSEN_SHARE), like, asked.woman() && held.woman(), sink);
    score::claims(&asked.claims, &held.claims, named, frequencies, sink);
    score::numbers(asked.numbers(), held.numbers(), sink);
    let texts = |side: &Asked<'_>| {
        side.words().iter().map(|word| String::from_utf8_lossy(word.heard.text).into_owned()).collect()
    };
    (sink.asked, sink.held) = (texts(asked), texts(held));
}
