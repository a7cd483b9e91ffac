//! How many searches for people an officer, a post and a State make in an hour and in a day, as the conference has agreed.
//!
//! Hours and days are those of UTC: all begin together, and whoever has none left is told when the next begins.

use std::collections::{BTreeMap, HashMap};

use base::ids::StateCode;
use base::web::{Refusal, Said};
use jiff::Timestamp;
use uuid::Uuid;

use super::Asks;

/// Whose searches are counted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    Officer,
    Post,
    State,
}

/// How long they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Span {
    Hour,
    Day,
}

/// The most that may be, under the name that a profile gives it.
struct Rule {
    name: &'static str,
    whose: Whose,
    span: Span,
    /// What holds where the profile says nothing. Invented: a conference sets its own.
    most: u64,
}

const RULES: [Rule; 6] = [
    Rule { name: "searches_by_officer_per_hour", whose: Whose::Officer, span: Span::Hour, most: 20 },
    Rule { name: "searches_by_officer_per_day", whose: Whose::Officer, span: Span::Day, most: 60 },
    Rule { name: "searches_by_post_per_hour", whose: Whose::Post, span: Span::Hour, most: 60 },
    Rule { name: "searches_by_post_per_day", whose: Whose::Post, span: Span::Day, most: 200 },
    Rule { name: "searches_by_state_per_hour", whose: Whose::State, span: Span::Hour, most: 300 },
    Rule { name: "searches_by_state_per_day", whose: Whose::State, span: Span::Day, most: 1_000 },
];

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Scope {
    Person(Uuid),
    Post(Uuid),
    State(StateCode),
}

/// Counters of the present hour and the present day.
#[derive(Default)]
pub(super) struct Budgets {
    counts: HashMap<(Span, Scope), u64>,
    turns: [i64; 2],
}

/// One search that was counted, so that it can be given back.
#[derive(Clone, Debug, Default)]
pub struct Turn {
    counted: Vec<(Span, Scope)>,
    turns: [i64; 2],
}

/// That there is nothing left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spent {
    whose: Whose,
    span: Span,
    most: u64,
    after_s: u64,
}

impl Budgets {
    /// Counts one search for its officer, post and State; nothing where any of them has none left.
    ///
    /// Errors: whose are used up, and for how long; of several, that which lasts longest.
    pub(super) fn take(&mut self, asks: &Asks, agreed: &BTreeMap<String, i64>, now: Timestamp) -> Result<Turn, Spent> {
        self.begin(now);
        let scoped = || RULES.iter().filter_map(|rule| Some((rule, (rule.span, rule.whose.scope(asks)?))));
        let over = scoped().filter_map(|(rule, key)| {
            let most = rule.agreed(agreed);
            let made = self.counts.get(&key).copied().unwrap_or(0);
            let after_s = rule.span.left_s(now);
            (made >= most).then_some(Spent { whose: rule.whose, span: rule.span, most, after_s })
        });
        if let Some(spent) = over.max_by_key(|spent| spent.after_s) {
            return Err(spent);
        }
        let counted: Vec<_> = scoped().map(|(_, key)| key).collect();
        for key in &counted {
            *self.counts.entry(*key).or_default() += 1;
        }
        Ok(Turn { counted, turns: self.turns })
    }

    /// Counts one less, where its hour and its day are still the present ones.
    pub(super) fn give_back(&mut self, turn: &Turn) {
        for key in &turn.counted {
            let at = key.0.at();
            if turn.turns[at] == self.turns[at] {
                self.counts.entry(*key).and_modify(|count| *count = count.saturating_sub(1));
            }
        }
    }

    fn begin(&mut self, now: Timestamp) {
        for span in [Span::Hour, Span::Day] {
            let turn = now.as_second().div_euclid(span.length_s());
            if turn != self.turns[span.at()] {
                self.turns[span.at()] = turn;
                self.counts.retain(|(of, _), _| *of != span);
            }
        }
    }
}

impl Whose {
    fn scope(self, asks: &Asks) -> Option<Scope> {
        match self {
            Whose::Officer => Some(Scope::Person(asks.person)),
            Whose::Post => asks.post.map(Scope::Post),
            Whose::State => Some(Scope::State(asks.state)),
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Whose::Officer => "searches-used-up-officer",
            Whose::Post => "searches-used-up-post",
            Whose::State => "searches-used-up-state",
        }
    }
}

impl Span {
    const fn at(self) -> usize {
        match self {
            Span::Hour => 0,
            Span::Day => 1,
        }
    }

    const fn length_s(self) -> i64 {
        match self {
            Span::Hour => 3_600,
            Span::Day => 86_400,
        }
    }

    const fn code(self) -> &'static str {
        match self {
            Span::Hour => "hour",
            Span::Day => "day",
        }
    }

    /// Answers in how many seconds the next one begins.
    fn left_s(self, now: Timestamp) -> u64 {
        u64::try_from(self.length_s() - now.as_second().rem_euclid(self.length_s())).unwrap_or(1)
    }
}

/// Answers how many searches may be made, rule by rule, under the names that a profile gives them.
pub fn agreed(rules: &BTreeMap<String, i64>) -> Vec<(&'static str, u64)> {
    RULES.iter().map(|rule| (rule.name, rule.agreed(rules))).collect()
}

impl Rule {
    fn agreed(&self, agreed: &BTreeMap<String, i64>) -> u64 {
        agreed.get(self.name).and_then(|most| u64::try_from(*most).ok()).unwrap_or(self.most)
    }
}

impl Spent {
    /// Answers what is said of it.
    pub(super) fn refusal(self) -> Refusal {
        let said = Said::plain(self.whose.key())
            .with("most", self.most)
            .with("span", self.span.code())
            .with("minutes", self.after_s.div_ceil(60));
        Refusal::UsedUp { said, after_s: self.after_s }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use base::identity::profile::{LAGOON, Profile, RCM};
    use jiff::SignedDuration;

    use super::*;

    fn asks(person: u128, post: u128) -> Asks {
        let post = (post > 0).then(|| Uuid::from_u128(post));
        Asks { person: Uuid::from_u128(person), post, state: "GTM".parse().unwrap() }
    }

    /// Three of the afternoon, on the hour.
    fn start() -> Timestamp {
        Timestamp::from_second(base::specimen::START_S).unwrap()
    }

    #[test]
    fn whoever_has_searched_as_often_as_agreed_waits_until_the_next_hour_or_day() {
        let (mut budgets, none) = (Budgets::default(), BTreeMap::new());
        let mut made = 0;
        for hour in 0..4 {
            let now = start() + SignedDuration::from_hours(hour) + SignedDuration::from_secs(600);
            while budgets.take(&asks(1, 0), &none, now).is_ok() {
                made += 1;
            }
            let spent = budgets.take(&asks(1, 0), &none, now).unwrap_err();
            let of_day = hour >= 2;
            let (span, most) = if of_day { (Span::Day, 60) } else { (Span::Hour, 20) };
            assert_eq!((spent.whose, spent.span, spent.most), (Whose::Officer, span, most), "hour {hour}");
            assert_eq!(spent.after_s, if of_day { (9 - hour.unsigned_abs()) * 3_600 - 600 } else { 3_000 });
        }
        assert_eq!(made, 60);
        assert!(budgets.take(&asks(1, 0), &none, start() + SignedDuration::from_hours(9)).is_ok(), "the next day");
    }

    #[test]
    fn a_post_and_a_state_have_budgets_of_their_own() {
        let (mut budgets, none) = (Budgets::default(), BTreeMap::new());
        let mut until_refused = |officers: std::ops::Range<u128>, post: fn(u128) -> u128| {
            officers
                .map(|officer| {
                    (0..20).filter(|_| budgets.take(&asks(officer, post(officer)), &none, start()).is_ok()).count()
                })
                .sum::<usize>()
        };
        assert_eq!(until_refused(1..10, |_| 99), 60, "one post");
        assert_eq!(until_refused(10..100, |officer| officer), 240, "and the State with it");
    }

    #[test]
    fn what_is_given_back_was_never_taken() {
        let (mut budgets, none) = (Budgets::default(), BTreeMap::new());
        for _ in 0..50 {
            let turn = budgets.take(&asks(1, 2), &none, start()).unwrap();
            budgets.give_back(&turn);
        }
        let turn = budgets.take(&asks(1, 2), &none, start()).unwrap();
        let later = start() + SignedDuration::from_hours(1);
        (0..19).for_each(|_| drop(budgets.take(&asks(1, 2), &none, later).unwrap()));
        budgets.give_back(&turn);
        assert!(budgets.take(&asks(1, 2), &none, later).is_ok() && budgets.take(&asks(1, 2), &none, later).is_err());
    }

    /// Every rule stands in the shipped profile, and says what holds where a folder from before has none of it.
    #[test]
    fn the_profile_says_what_holds_and_another_says_otherwise() {
        let (ours, other) = (Profile::parse(RCM).unwrap().rules, Profile::parse(LAGOON).unwrap().rules);
        for rule in &RULES {
            assert_eq!(ours.get(rule.name).copied(), i64::try_from(rule.most).ok(), "{}", rule.name);
        }
        let mut budgets = Budgets::default();
        let made = (0..20).filter(|_| budgets.take(&asks(1, 0), &other, start()).is_ok()).count();
        assert_eq!(i64::try_from(made).ok(), other.get("searches_by_officer_per_hour").copied());
    }
}
