//! Counts of those who came, as they may be told: none that speaks of a handful of people.

/// The fewest people a shown count stands for; feedback is shown from as many answers.
pub const FEWEST: usize = 5;

/// Answers which counts of a row may be shown beside the row's total, in their order: `None` stands for one that is kept back.
///
/// A count of 1 to 4 is kept back; 0 is shown, since it speaks of nobody. Where those kept back are together fewer than
/// [`FEWEST`] the total less what is shown would tell of them, and where only one is, it would tell it exactly: then the
/// smallest other count that is not 0 is kept back too. Where there is no other, the total is that count: whoever shows the
/// row then keeps a total below [`FEWEST`] back as well.
#[must_use]
pub fn shown(counts: &[usize]) -> Vec<Option<usize>> {
    let mut hidden: Vec<bool> = counts.iter().map(|&count| (1..FEWEST).contains(&count)).collect();
    loop {
        let kept = || counts.iter().zip(&hidden).filter(|(_, hidden)| **hidden).map(|(&count, _)| count);
        let tells = kept().count() == 1 || (1..FEWEST).contains(&kept().sum());
        if !tells {
            break;
        }
        let next = (0..counts.len()).filter(|&at| !hidden[at] && counts[at] > 0).min_by_key(|&at| counts[at]);
        let Some(next) = next else { break };
        hidden[next] = true;
    }
    counts.iter().zip(hidden).map(|(&count, hidden)| (!hidden).then_some(count)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_small_count_takes_the_next_smallest_with_it() {
        assert_eq!(shown(&[12, 3, 7, 0]), [Some(12), None, None, Some(0)]);
        assert_eq!(shown(&[2, 4, 9]), [None, None, Some(9)], "together six");
        assert_eq!(shown(&[1, 2, 9, 20]), [None, None, None, Some(20)], "three people are too few together");
        assert_eq!(shown(&[5, 6]), [Some(5), Some(6)]);
        assert_eq!(shown(&[4]), [None]);
    }

    proptest! {
        #[test]
        fn neither_a_count_nor_what_is_left_of_the_total_speaks_of_fewer_than_five(
            counts in proptest::collection::vec(0_usize..12, 0..8),
        ) {
            let shown = shown(&counts);
            let kept: Vec<_> = counts.iter().zip(&shown).filter(|(_, shown)| shown.is_none()).map(|(&count, _)| count).collect();
            prop_assert!(shown.iter().flatten().all(|&count| count == 0 || count >= FEWEST));
            let all = counts.iter().filter(|&&count| count > 0).count() == kept.len();
            prop_assert!(kept.is_empty() || all || (kept.len() >= 2 && kept.iter().sum::<usize>() >= FEWEST));
            if counts.iter().all(|count| !(1..FEWEST).contains(count)) {
                prop_assert!(kept.is_empty(), "nothing is kept back without need");
            }
        }
    }
}
