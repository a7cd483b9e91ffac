//! Counts of an exercise: what is counted, in the order in which it is always shown, and what others may be told.

use std::collections::BTreeMap;

use journal::StateCode;

use crate::training::FEWEST;

/// What a count is about. Whoever needs protection comes first, on every screen and in every file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// People found to need protection, by need.
    Needs,
    /// People referred, by whom they were referred to.
    Referred,
    /// Documents found to be false.
    FalseDocuments,
    /// People charged with smuggling.
    Smugglers,
}

impl Part {
    /// Every part, in the order in which they are shown.
    pub const ALL: [Part; 4] = [Part::Needs, Part::Referred, Part::FalseDocuments, Part::Smugglers];
}

/// One thing that is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// Its code. Frozen.
    pub code: &'static str,
    /// What it is part of.
    pub part: Part,
}

const fn kind_of(code: &'static str, part: Part) -> Kind {
    Kind { code, part }
}

/// All that is counted, in the order in which it is shown: a closed list, so that no words about a person can stand in it.
pub const KINDS: [Kind; 13] = [
    kind_of("need-asylum", Part::Needs),
    kind_of("need-trafficking", Part::Needs),
    kind_of("need-child", Part::Needs),
    kind_of("need-medical", Part::Needs),
    kind_of("need-other", Part::Needs),
    kind_of("referred-asylum", Part::Referred),
    kind_of("referred-trafficking", Part::Referred),
    kind_of("referred-child", Part::Referred),
    kind_of("referred-health", Part::Referred),
    kind_of("referred-consulate", Part::Referred),
    kind_of("referred-other", Part::Referred),
    kind_of("false-documents", Part::FalseDocuments),
    kind_of("smugglers-charged", Part::Smugglers),
];

/// Answers which kind a code names, by its place in [`KINDS`].
#[must_use]
pub fn kind(code: &str) -> Option<usize> {
    KINDS.iter().position(|kind| kind.code == code)
}

/// Counts as somebody is told them; `None` stands for one that is kept back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Of each State that reported, in the order of [`KINDS`].
    pub states: BTreeMap<StateCode, Vec<Option<u32>>>,
    /// Of all of them together.
    pub all: Vec<Option<u32>>,
}

/// Answers what of the reported counts somebody is told: everything where `whole`, the State `own` its own, and of the others no
/// count from 1 to 4.
///
/// A sum is told only where every count in it could be told to anyone. So no sum, not even less what a State knows of itself,
/// nor several of them together, leads to a count that is kept back; and a State is told the same sums as everybody else.
#[must_use]
pub fn told(reported: &BTreeMap<StateCode, Vec<u32>>, own: Option<StateCode>, whole: bool) -> Told {
    let small = |count: u32| count > 0 && (count as usize) < FEWEST;
    let states = reported.iter().map(|(state, counts)| {
        let open = whole || own == Some(*state);
        (*state, counts.iter().map(|&count| (open || !small(count)).then_some(count)).collect())
    });
    let sum = |at: usize| {
        let column = || reported.values().map(|counts| counts.get(at).copied().unwrap_or(0));
        let tells = whole || column().all(|count| !small(count));
        tells.then(|| column().fold(0, u32::saturating_add))
    };
    Told { states: states.collect(), all: (0..KINDS.len()).map(sum).collect() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const STATES: [&str; 4] = ["CRI", "GTM", "HND", "NIC"];

    fn code(text: &str) -> StateCode {
        text.parse().expect("three letters")
    }

    /// Counts of some States: the same in each of the things that are counted.
    fn reported(counts: &[u32]) -> BTreeMap<StateCode, Vec<u32>> {
        STATES.iter().zip(counts).map(|(state, &count)| (code(state), vec![count; KINDS.len()])).collect()
    }

    #[test]
    fn protection_comes_first_then_documents_then_smugglers() {
        assert!(KINDS.windows(2).all(|pair| pair[0].part <= pair[1].part), "in the order of the parts");
        let parts: std::collections::BTreeSet<Part> = KINDS.iter().map(|kind| kind.part).collect();
        assert_eq!(parts.into_iter().collect::<Vec<_>>(), Part::ALL);
        assert_eq!(kind("smugglers-charged"), Some(12));
        assert_eq!(kind("detained"), None);
    }

    #[test]
    fn a_small_count_is_its_own_states_and_the_secretariats_and_the_sum_goes_with_it() {
        let all = reported(&[12, 3, 0]);
        let first = |told: &Told, state: &str| told.states[&code(state)][0];
        let stranger = told(&all, None, false);
        assert_eq!(
            (first(&stranger, "CRI"), first(&stranger, "GTM"), first(&stranger, "HND")),
            (Some(12), None, Some(0))
        );
        assert_eq!(stranger.all[0], None, "15 less 12 would be 3");
        let own = told(&all, Some(code("GTM")), false);
        assert_eq!((first(&own, "GTM"), own.all[0]), (Some(3), None), "its own it sees, and no sum that others do not");
        let whole = told(&all, None, true);
        assert_eq!((first(&whole, "GTM"), whole.all[0]), (Some(3), Some(15)));
        assert_eq!(told(&reported(&[12, 5]), None, false).all[0], Some(17));
    }

    proptest! {
        #[test]
        fn no_figure_that_is_told_rests_on_one_that_is_kept_back(
            counts in proptest::collection::vec(0_u32..12, 0..4),
            own in proptest::option::of(0_usize..4),
        ) {
            let all = reported(&counts);
            let own = own.map(|at| code(STATES[at]));
            let told = told(&all, own, false);
            for (state, row) in &told.states {
                let count = all[state][0];
                let small = (1..5).contains(&count);
                prop_assert_eq!(row[0], (!small || own == Some(*state)).then_some(count));
            }
            // What is told to anyone, taken together: every sum is one of counts that are all told.
            let hidden = counts.iter().any(|count| (1..5).contains(count));
            prop_assert_eq!(told.all[0].is_none(), hidden);
            prop_assert_eq!(told.all[0], super::told(&all, None, false).all[0], "the same sums for everybody");
        }
    }
}
