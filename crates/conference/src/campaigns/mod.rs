//! Awareness campaigns: when one is to be evaluated, and whom it reached for what it cost, beside those measured in the same way.
//!
//! A million who drove past a poster and a thousand who answered at a workshop are not one scale. [`compare`] therefore answers
//! groups, and never one list: within a group the way of measuring and the currency are the same.

mod money;

use std::cmp::Ordering;
use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;

pub use money::{Currency, minor_units, written};

/// Days after its last one by which a campaign is evaluated. A choice of this program: no declaration names a number.
pub const EVALUATION_DAYS: i64 = 90;

/// How it was measured whom a campaign reached. The list is closed: what is none of these was not measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measured {
    /// People counted where it was given: a workshop, a school, a play.
    Counted,
    /// What a station or paper says of its audience.
    Broadcaster,
    /// People who said in a survey that they had met the message.
    Survey,
    /// Calls to a line that the message named.
    Calls,
    /// Views that a website or network counted.
    Views,
    /// Copies handed out.
    Copies,
}

impl Measured {
    /// All there are.
    pub const ALL: [Measured; 6] = [
        Measured::Counted,
        Measured::Broadcaster,
        Measured::Survey,
        Measured::Calls,
        Measured::Views,
        Measured::Copies,
    ];

    /// Answers its code. Frozen.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Measured::Counted => "counted",
            Measured::Broadcaster => "broadcaster",
            Measured::Survey => "survey",
            Measured::Calls => "calls",
            Measured::Views => "views",
            Measured::Copies => "copies",
        }
    }

    /// Answers the way of measuring with a code; none for every other word.
    #[must_use]
    pub fn parse(code: &str) -> Option<Measured> {
        Measured::ALL.into_iter().find(|measured| measured.code() == code)
    }
}

/// Where a campaign that is published stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Its first day is to come.
    Planned,
    /// It goes on.
    Running,
    /// It is over, and not evaluated yet.
    Ended,
    /// It is over, not evaluated, and [`EVALUATION_DAYS`] have passed.
    Overdue,
    /// It is evaluated.
    Evaluated,
}

/// Answers by which day a campaign is evaluated.
#[must_use]
pub fn evaluation_due(last_on: Date) -> Date {
    last_on.saturating_add(EVALUATION_DAYS.days())
}

/// Answers where a campaign stands on a day.
#[must_use]
pub fn standing(first_on: Date, last_on: Date, is_evaluated: bool, today: Date) -> Standing {
    if is_evaluated {
        Standing::Evaluated
    } else if today < first_on {
        Standing::Planned
    } else if today <= last_on {
        Standing::Running
    } else if today <= evaluation_due(last_on) {
        Standing::Ended
    } else {
        Standing::Overdue
    }
}

/// What a campaign cost and whom it reached; `of` is what the caller knows it by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach<T> {
    /// What the caller knows it by.
    pub of: T,
    /// In the currency's minor unit: cents, centavos.
    pub cost_minor: u64,
    /// In which it was paid.
    pub currency: Currency,
    /// People, calls, views or copies, as `measured` says.
    pub reached: u64,
    /// How that was measured.
    pub measured: Measured,
}

impl<T> Reach<T> {
    /// Answers how many were reached for so many units of the currency, in whole numbers, at most `u64::MAX`; none where it cost nothing.
    #[must_use]
    pub fn for_units(&self, units: u64) -> Option<u64> {
        // Units are a power of ten up to `UNITS_MOST`: the product fits.
        let reached = u128::from(self.reached) * 100 * u128::from(units);
        Some(u64::try_from(reached.checked_div(self.cost_minor.into())?).unwrap_or(u64::MAX))
    }

    /// Orders by reach over cost, most first: crosswise, in whole numbers, so that no rounding puts one before another.
    fn most_first(&self, other: &Self) -> Ordering {
        let own = u128::from(self.reached) * u128::from(other.cost_minor);
        (u128::from(other.reached) * u128::from(self.cost_minor)).cmp(&own)
    }
}

/// Answers the campaigns that may be compared, by how they were measured and paid: most reached for its cost first, equal ones as
/// they came.
///
/// One that cost nothing or reached nobody has no such figure and is left out, and so is a group of one: there is nothing to set it
/// beside.
#[must_use]
pub fn compare<T: Copy>(campaigns: &[Reach<T>]) -> BTreeMap<(Measured, Currency), Vec<Reach<T>>> {
    let mut groups: BTreeMap<_, Vec<Reach<T>>> = BTreeMap::new();
    for campaign in campaigns.iter().filter(|campaign| campaign.reached > 0 && campaign.cost_minor > 0) {
        groups.entry((campaign.measured, campaign.currency)).or_default().push(*campaign);
    }
    groups.retain(|_, group| group.len() > 1);
    for group in groups.values_mut() {
        group.sort_by(Reach::most_first);
    }
    groups
}

/// The most units of a currency for which reach is told.
const UNITS_MOST: u64 = 1_000_000_000;

/// Answers for how many units of their currency a group is told: a hundred, or so many tens more that each reached a hundred or more
/// for them, and two figures that differ are drawn as two.
#[must_use]
pub fn units<T>(group: &[Reach<T>]) -> u64 {
    let tells = |units: &u64| group.iter().all(|one| one.for_units(*units).is_some_and(|reached| reached >= 100));
    let powers = std::iter::successors(Some(100), |units| Some(units * 10)).take_while(|units| *units < UNITS_MOST);
    powers.into_iter().find(tells).unwrap_or(UNITS_MOST)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn reach(of: usize, cost_minor: u64, currency: &str, reached: u64, measured: Measured) -> Reach<usize> {
        Reach { of, cost_minor, currency: Currency::parse(currency).unwrap(), reached, measured }
    }

    fn order(campaigns: &[Reach<usize>]) -> Vec<Vec<usize>> {
        compare(campaigns).values().map(|group| group.iter().map(|one| one.of).collect()).collect()
    }

    #[test]
    fn only_what_was_measured_alike_and_paid_alike_is_compared() {
        let campaigns = [
            reach(1, 900, "GTQ", 10, Measured::Survey),
            reach(2, 100, "GTQ", 10, Measured::Survey),
            reach(3, 1, "GTQ", 10_000, Measured::Views),
            reach(4, 1, "MXN", 10, Measured::Survey),
            reach(5, 1, "GTQ", 0, Measured::Survey),
            reach(6, 0, "GTQ", 9, Measured::Survey),
        ];
        assert_eq!(order(&campaigns), [[2, 1]]);
    }

    #[test]
    fn the_largest_figures_are_ordered_exactly() {
        let campaigns = [
            reach(1, u64::MAX, "USD", u64::MAX - 1, Measured::Calls),
            reach(2, u64::MAX - 1, "USD", u64::MAX - 1, Measured::Calls),
            reach(3, u64::MAX - 1, "USD", u64::MAX, Measured::Calls),
        ];
        assert_eq!(order(&campaigns), [[3, 2, 1]]);
    }

    #[test]
    fn reach_is_told_for_so_many_units_that_a_difference_shows() {
        let of = |cost_minor, reached| reach(1, cost_minor, "HNL", reached, Measured::Counted);
        assert_eq!(of(250_000, 5_000).for_units(100), Some(200));
        assert_eq!(of(0, 5_000).for_units(100), None);
        assert_eq!(of(1, u64::MAX).for_units(UNITS_MOST), Some(u64::MAX), "the most that can be said");
        assert_eq!(units(&[of(250_000, 5_000)]), 100);
        let near = [of(25_000_000, 4_200), of(40_000_000, 4_500)];
        assert_eq!(units(&near), 10_000);
        assert_eq!(near.map(|one| one.for_units(100)), [Some(1), Some(1)], "which would be drawn alike");
        assert_eq!(near.map(|one| one.for_units(10_000)), [Some(168), Some(112)]);
        assert_eq!(units(&[of(u64::MAX, 1)]), UNITS_MOST);
    }

    #[test]
    fn a_campaign_is_overdue_on_the_ninety_first_day_and_never_once_evaluated() {
        let (first, last) = (date(2026, 3, 1), date(2026, 3, 31));
        for (today, expected) in [
            (date(2026, 2, 28), Standing::Planned),
            (first, Standing::Running),
            (last, Standing::Running),
            (date(2026, 4, 1), Standing::Ended),
            (date(2026, 6, 29), Standing::Ended),
            (date(2026, 6, 30), Standing::Overdue),
        ] {
            assert_eq!(standing(first, last, false, today), expected, "{today}");
            assert_eq!(standing(first, last, true, today), Standing::Evaluated);
        }
        assert_eq!(evaluation_due(Date::MAX), Date::MAX);
    }

    #[test]
    fn every_code_comes_back() {
        for measured in Measured::ALL {
            assert_eq!(Measured::parse(measured.code()), Some(measured));
        }
        assert_eq!(Measured::parse("not-measured"), None);
    }

    fn any_reach() -> impl Strategy<Value = (u64, u64, usize, bool)> {
        (0_u64..50, 0_u64..50, 0_usize..6, any::<bool>())
    }

    proptest! {
        #[test]
        fn groups_hold_what_is_alike_in_falling_order_and_lose_nothing(drawn in proptest::collection::vec(any_reach(), 0..40)) {
            let of = |(turn, (cost, reached, how, is_usd)): (usize, &(u64, u64, usize, bool))| {
                reach(turn, *cost, if *is_usd { "USD" } else { "MXN" }, *reached, Measured::ALL[*how])
            };
            let campaigns: Vec<Reach<usize>> = drawn.iter().enumerate().map(of).collect();
            let groups = compare(&campaigns);
            for ((measured, currency), group) in &groups {
                prop_assert!(group.len() > 1);
                for one in group {
                    prop_assert_eq!((one.measured, one.currency), (*measured, *currency));
                    prop_assert_eq!(*one, campaigns[one.of]);
                }
                for pair in group.windows(2) {
                    let (left, right) = (pair[0].reached * pair[1].cost_minor, pair[1].reached * pair[0].cost_minor);
                    prop_assert!(left > right || (left == right && pair[0].of < pair[1].of));
                }
            }
            // What stands in no group has no figure, or nothing beside it.
            let told: usize = groups.values().map(Vec::len).sum();
            let alone = campaigns.iter().filter(|one| {
                let beside = |other: &&Reach<usize>| {
                    other.of != one.of && other.reached > 0 && other.cost_minor > 0
                        && (other.measured, other.currency) == (one.measured, one.currency)
                };
                one.reached == 0 || one.cost_minor == 0 || campaigns.iter().find(beside).is_none()
            });
            prop_assert_eq!(told + alone.count(), campaigns.len());
        }
    }
}
