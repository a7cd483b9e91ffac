//! Awareness campaigns: what one cost for whom it reached, compared only with those whose reach was measured in the same way.
//!
//! A million who drove past a poster and a thousand who answered at a workshop are not one scale. [`compare`] therefore answers
//! groups, and never one list: within a group the way of measuring and the currency are the same.

use std::collections::BTreeMap;

/// How it was measured whom a campaign reached. The list is closed: what is none of these was not measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measured {
    /// People who said in a survey that they had met the message.
    Survey,
    /// People counted where it was given: a workshop, a school, a play.
    CountedThere,
    /// What a station or paper says of its audience.
    Audience,
    /// Calls to a line that the message named.
    Calls,
    /// Views that a website or network counted.
    Views,
    /// Copies handed out.
    Copies,
}

/// The three capital letters of ISO 4217.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Currency([u8; 3]);

impl Currency {
    /// Answers the currency that these letters have the form of, or nothing.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let letters: [u8; 3] = text.as_bytes().try_into().ok()?;
        letters.iter().all(u8::is_ascii_uppercase).then_some(Self(letters))
    }
}

/// What a campaign cost and whom it reached; `of` is what the caller knows it by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach<T> {
    pub of: T,
    /// In the currency's minor unit: cents, centavos.
    pub cost_minor: u64,
    pub currency: Currency,
    /// People, calls, views or copies, as `measured` says.
    pub reached: u64,
    pub measured: Measured,
}

/// Answers the campaigns that may be compared, cheapest for whom it reached first, equal ones as they came.
///
/// One that reached nobody is left out, and so is a group of one: there is nothing to set it beside.
#[must_use]
pub fn compare<T: Copy>(campaigns: &[Reach<T>]) -> BTreeMap<(Measured, Currency), Vec<Reach<T>>> {
    let mut groups: BTreeMap<_, Vec<Reach<T>>> = BTreeMap::new();
    for campaign in campaigns.iter().filter(|campaign| campaign.reached > 0) {
        groups.entry((campaign.measured, campaign.currency)).or_default().push(*campaign);
    }
    groups.retain(|_, group| group.len() > 1);
    for group in groups.values_mut() {
        // Crosswise, in whole numbers: no rounding puts one before another.
        group.sort_by_key(|one| Ratio(one.cost_minor, one.reached));
    }
    groups
}

/// Cost over reach, ordered without dividing.
#[derive(Clone, Copy)]
struct Ratio(u64, u64);

impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (u128::from(self.0) * u128::from(other.1)).cmp(&(u128::from(other.0) * u128::from(self.1)))
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Ratio {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Ratio {}

#[cfg(test)]
mod tests {
    use super::*;

    fn reach(of: u8, cost_minor: u64, currency: &str, reached: u64, measured: Measured) -> Reach<u8> {
        Reach { of, cost_minor, currency: Currency::parse(currency).expect("a currency"), reached, measured }
    }

    fn order(campaigns: &[Reach<u8>]) -> Vec<Vec<u8>> {
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
    fn a_currency_is_three_capital_letters() {
        assert!(Currency::parse("HNL").is_some());
        for none in ["", "hnl", "HN", "HNLX", "H1L", "Ñ1"] {
            assert_eq!(Currency::parse(none), None, "{none}");
        }
    }
}
