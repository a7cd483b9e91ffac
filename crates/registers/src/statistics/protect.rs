//! Which figures of a sheet are withheld, so that nobody is found by a small one, and none can be computed from those beside it.
//!
//! Every figure under the least is withheld, but nought, which is nobody. Then, as long as a withheld figure could be computed, one more
//! is: the smallest beside it; and what turns out to have been withheld for nothing is told after all. That none can be computed is
//! not assumed but shown: for each there is another sheet of whole numbers with the same published figures and another figure in its
//! place, in which nobody becomes nought who was not.

use std::collections::BTreeSet;

/// Figures under this are not told, but nought (G-29).
pub(super) const LEAST: u64 = 10;

/// A sheet of figures with a total at the end of each row and each column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Grid {
    rows: usize,
    columns: usize,
    /// Row by row, totals included.
    cells: Vec<u64>,
}

impl Grid {
    /// Adds totals to figures, which stand row by row.
    pub(super) fn of(columns: usize, inside: &[u64]) -> Self {
        let rows = inside.len().checked_div(columns).unwrap_or(0);
        let mut grid = Grid { rows, columns, cells: vec![0; (rows + 1) * (columns + 1)] };
        for (at, figure) in inside.iter().enumerate() {
            let (row, column) = (at / columns, at % columns);
            for cell in [grid.at(row, column), grid.at(row, columns), grid.at(rows, column), grid.at(rows, columns)] {
                grid.cells[cell] += figure;
            }
        }
        grid
    }

    fn at(&self, row: usize, column: usize) -> usize {
        row * (self.columns + 1) + column
    }

    fn is_total(&self, cell: usize) -> bool {
        cell / (self.columns + 1) == self.rows || cell % (self.columns + 1) == self.columns
    }

    fn beside(&self, one: usize, other: usize) -> bool {
        let width = self.columns + 1;
        one / width == other / width || one % width == other % width
    }

    /// Answers, for each row and each column, its cells with their signs: together they are nought.
    fn sums(&self) -> Vec<Vec<(usize, i64)>> {
        let sign = |last: bool| if last { -1 } else { 1 };
        let rows = (0..=self.rows)
            .map(|row| (0..=self.columns).map(|column| (self.at(row, column), sign(column == self.columns))).collect());
        let columns = (0..=self.columns)
            .map(|column| (0..=self.rows).map(|row| (self.at(row, column), sign(row == self.rows))).collect());
        rows.chain(columns).collect()
    }

    /// Answers what may be told: none in the place of each figure that is withheld.
    ///
    /// What `before` names was withheld in an earlier revision, and stays so: two revisions together tell no more than each alone.
    pub(super) fn told(&self, least: u64, before: &BTreeSet<usize>) -> Vec<Option<u64>> {
        let mut withheld = self.small(least);
        withheld.extend(before.iter().copied().filter(|cell| *cell < self.cells.len()));
        loop {
            let open = self.computable(&withheld);
            if open.is_empty() {
                break;
            }
            let Some(more) = self.smallest_beside(&open, &withheld) else { break };
            withheld.insert(more);
        }
        self.give_back(&mut withheld, least, before);
        self.without(&withheld)
    }

    /// Tells again what is withheld for nothing: noughts first, then totals and large figures. The search above goes a step at a time, and takes
    /// more than it needs where figures are few.
    fn give_back(&self, withheld: &mut BTreeSet<usize>, least: u64, before: &BTreeSet<usize>) {
        let small = self.small(least);
        let mut spare: Vec<usize> = withheld.iter().copied().filter(|cell| !small.contains(cell)).collect();
        spare.retain(|cell| !before.contains(cell));
        spare.sort_by_key(|cell| (self.cells[*cell] > 0, !self.is_total(*cell), std::cmp::Reverse(self.cells[*cell])));
        for cell in spare {
            withheld.remove(&cell);
            if !self.computable(withheld).is_empty() {
                withheld.insert(cell);
            }
        }
    }

    fn small(&self, least: u64) -> BTreeSet<usize> {
        (0..self.cells.len()).filter(|cell| (1..least).contains(&self.cells[*cell])).collect()
    }

    fn without(&self, withheld: &BTreeSet<usize>) -> Vec<Option<u64>> {
        self.cells.iter().enumerate().map(|(cell, figure)| (!withheld.contains(&cell)).then_some(*figure)).collect()
    }

    /// Answers the figure to withhold next: beside one that is open, no nought and no total where there is another, the smallest.
    fn smallest_beside(&self, open: &BTreeSet<usize>, withheld: &BTreeSet<usize>) -> Option<usize> {
        let told = (0..self.cells.len()).filter(|cell| !withheld.contains(cell));
        told.min_by_key(|cell| {
            (
                !open.iter().any(|open| self.beside(*open, *cell)),
                self.cells[*cell] == 0,
                self.is_total(*cell),
                self.cells[*cell],
            )
        })
    }

    /// Answers the withheld figures for which no other sheet was found.
    fn computable(&self, withheld: &BTreeSet<usize>) -> BTreeSet<usize> {
        let mut open = withheld.clone();
        for change in self.changes(withheld) {
            if self.holds(&change) {
                for (cell, by) in change.iter().enumerate() {
                    if *by != 0 {
                        open.remove(&cell);
                    }
                }
            }
        }
        open
    }

    /// Answers whether a change leaves every sum as it is and, added or taken away, no figure under nought.
    fn holds(&self, change: &[i64]) -> bool {
        let balanced = |sum: Vec<(usize, i64)>| sum.iter().map(|(cell, sign)| sign * change[*cell]).sum::<i64>() == 0;
        // Whoever reads knows that a nought would most often be told.
        let fits = |turn: i64| {
            let mut all = self.cells.iter().zip(change);
            all.all(|(figure, by)| i128::from(*figure) + i128::from(turn * by) >= i128::from((*figure).min(1)))
        };
        self.sums().into_iter().all(balanced) && (fits(1) || fits(-1))
    }

    /// Answers changes of the withheld figures alone that the sums allow: a basis of them, by elimination. Totals and large figures
    /// give way to others, for nought can become no less.
    fn changes(&self, withheld: &BTreeSet<usize>) -> Vec<Vec<i64>> {
        let mut order: Vec<usize> = withheld.iter().copied().collect();
        order.sort_by_key(|cell| (!self.is_total(*cell), std::cmp::Reverse(self.cells[*cell]), *cell));
        let mut rows: Vec<Vec<f64>> = self
            .sums()
            .iter()
            .map(|sum| {
                let sign = |cell| sum.iter().find(|(of, _)| of == cell).map_or(0.0, |(_, sign)| *sign as f64);
                order.iter().map(sign).collect()
            })
            .collect();
        let leading = eliminate(&mut rows, order.len());
        let free = (0..order.len()).filter(|column| !leading.contains(column));
        free.map(|free| {
            let mut change = vec![0; self.cells.len()];
            change[order[free]] = 1;
            for (row, column) in rows.iter().zip(&leading) {
                change[order[*column]] = -(row[free].round() as i64);
            }
            change
        })
        .collect()
    }
}

/// Brings rows into reduced form; answers the leading column of each that has one, in order.
fn eliminate(rows: &mut [Vec<f64>], columns: usize) -> Vec<usize> {
    const NOUGHT: f64 = 1e-9;
    let mut leading = Vec::new();
    for column in 0..columns {
        let at = leading.len();
        let Some(with) = (at..rows.len()).find(|row| rows[*row][column].abs() > NOUGHT) else { continue };
        rows.swap(at, with);
        let by = rows[at][column];
        rows[at].iter_mut().for_each(|value| *value /= by);
        let lead = rows[at].clone();
        for (other, row) in rows.iter_mut().enumerate() {
            let times = row[column];
            if other != at && times.abs() > NOUGHT {
                row.iter_mut().zip(&lead).for_each(|(value, of)| *value -= times * of);
            }
        }
        leading.push(column);
    }
    leading
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A reader who tries every sheet of small figures that fits what is told, and knows of each withheld figure whether it is nought.
    struct Reader<'a> {
        grid: &'a Grid,
        told: &'a [Option<u64>],
        /// The figure that shall be another than it is.
        wanted: usize,
    }

    impl Reader<'_> {
        /// The most that a figure inside is tried as.
        const MOST: u64 = 9;

        /// Answers whether a sheet fits that begins so, the nearest to the true one first.
        fn finds(&self, inside: &mut Vec<u64>) -> bool {
            let columns = self.grid.columns;
            if inside.len() == self.grid.rows * columns {
                let other = Grid::of(columns, inside);
                return self.fits(&other) && other.cells[self.wanted] != self.grid.cells[self.wanted];
            }
            let cell = self.grid.at(inside.len() / columns, inside.len() % columns);
            let truth = self.grid.cells[cell];
            let mut tried: Vec<u64> = match self.told[cell] {
                Some(told) => vec![told],
                None => (truth.min(1)..=Self::MOST).collect(),
            };
            tried.sort_by_key(|figure| figure.abs_diff(truth));
            tried.into_iter().any(|figure| {
                inside.push(figure);
                let found = self.finds(inside);
                inside.pop();
                found
            })
        }

        fn fits(&self, other: &Grid) -> bool {
            (0..self.told.len()).all(|cell| match self.told[cell] {
                Some(told) => told == other.cells[cell],
                None => self.grid.cells[cell] == 0 || other.cells[cell] > 0,
            })
        }
    }

    /// Answers a withheld figure that a reader computes.
    fn computed(grid: &Grid, told: &[Option<u64>]) -> Option<usize> {
        let mut withheld = (0..told.len()).filter(|cell| told[*cell].is_none());
        withheld.find(|wanted| !Reader { grid, told, wanted: *wanted }.finds(&mut Vec::new()))
    }

    fn sheets() -> impl Strategy<Value = Grid> {
        (1..4usize, 1..3usize).prop_flat_map(|(columns, rows)| {
            let figure = prop_oneof![2 => Just(0u64), 3 => 0..7u64];
            prop::collection::vec(figure, columns * rows).prop_map(move |inside| Grid::of(columns, &inside))
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]

        /// G-29: whatever the figures, no reader computes one that is withheld, and every small one is.
        #[test]
        fn g_29_no_published_sheet_gives_a_withheld_figure_back(grid in sheets(), least in 2..5u64) {
            let told = grid.told(least, &BTreeSet::new());
            prop_assert!(told.iter().flatten().all(|figure| *figure == 0 || *figure >= least));
            prop_assert_eq!(computed(&grid, &told), None, "{:?} {:?}", grid, told);
        }

        /// G-29: a later revision withholds whatever an earlier one did.
        #[test]
        fn g_29_a_revision_withholds_what_was_withheld(grid in sheets(), more in 0..9u64) {
            let first = grid.told(4, &BTreeSet::new());
            let before: BTreeSet<usize> = (0..first.len()).filter(|cell| first[*cell].is_none()).collect();
            let mut inside: Vec<u64> =
                (0..grid.cells.len()).filter(|cell| !grid.is_total(*cell)).map(|cell| grid.cells[cell]).collect();
            inside[0] += more;
            let second = Grid::of(grid.columns, &inside).told(4, &before);
            prop_assert!(before.iter().all(|cell| second[*cell].is_none()));
        }
    }

    /// The reader is no straw man: where only small figures are withheld, and nothing beside them, it computes one.
    #[test]
    fn g_29_a_sheet_that_withholds_small_figures_alone_is_found_out() {
        let grid = Grid::of(3, &[5, 1, 6, 5, 6, 7]);
        let naive = grid.without(&grid.small(4));
        assert_eq!(naive.iter().filter(|told| told.is_none()).count(), 1);
        assert_eq!(computed(&grid, &naive), Some(1));
        let told = grid.told(4, &BTreeSet::new());
        assert!(told[1].is_none() && computed(&grid, &told).is_none());
        // Two that are one each are computed too: together they are two, and neither is nought.
        let ones = Grid::of(3, &[8, 1, 1, 5, 6, 7]);
        assert!(computed(&ones, &ones.without(&ones.small(4))).is_some());
        assert_eq!(computed(&ones, &ones.told(4, &BTreeSet::new())), None);
    }

    /// Two States of eleven with few figures, in whichever order: the rest of the sheet is told.
    #[test]
    fn a_small_figure_does_not_take_a_sheet_of_noughts_with_it() {
        for (one, other) in [(4, 5), (5, 4), (0, 10)] {
            let mut inside = [0; 99];
            (inside[one], inside[other], inside[44 + one]) = (40, 3, 21);
            let told = Grid::of(11, &inside).told(LEAST, &BTreeSet::new());
            let withheld = told.iter().filter(|figure| figure.is_none()).count();
            assert!((4..=8).contains(&withheld), "{withheld}: {told:?}");
        }
    }

    #[test]
    fn large_figures_are_all_told() {
        let grid = Grid::of(2, &[10, 11, 12, 13]);
        let told: Vec<Option<u64>> = [10, 11, 21, 12, 13, 25, 22, 24, 46].into_iter().map(Some).collect();
        assert_eq!(grid.told(LEAST, &BTreeSet::new()), told);
        assert!(Grid::of(2, &[0; 4]).told(LEAST, &BTreeSet::new()).iter().all(|told| *told == Some(0)));
    }

    /// Withholding does not eat the sheet: of drawn sheets of nine categories by eleven States nearly all totals are told, and of the
    /// large figures nearly all. `docs/why/0035-statistics.md` has the figures.
    #[test]
    fn what_is_withheld_leaves_a_sheet_that_can_be_read() {
        let mut chance: u64 = 88_172_645_463_325_252;
        let mut draw = || {
            for (left, by) in [(true, 13), (false, 7), (true, 17)] {
                chance ^= if left { chance << by } else { chance >> by };
            }
            chance % 1000
        };
        let (mut large, mut large_told, mut totals, mut totals_told) = (0, 0, 0, 0);
        for _ in 0..50 {
            let inside: Vec<u64> = (0..99).map(|_| draw() * draw() * 20 / 1_000_000).collect();
            let grid = Grid::of(11, &inside);
            for (cell, told) in grid.told(LEAST, &BTreeSet::new()).iter().enumerate() {
                let counted = u32::from(told.is_some());
                if grid.is_total(cell) {
                    (totals, totals_told) = (totals + 1, totals_told + counted);
                } else if grid.cells[cell] >= LEAST {
                    (large, large_told) = (large + 1, large_told + counted);
                }
            }
        }
        assert!(totals == 50 * 21 && totals_told > 1000, "{totals_told} of {totals} totals");
        assert!(large > 500 && large_told * 100 > large * 95, "{large_told} of {large} large figures");
    }
}
