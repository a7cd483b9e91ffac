//! Marks by day of the year and then by year: who was born on a day in whichever year stands together.
//!
//! A year is mistaken more often than anything else of a date, and the years it is mistaken for are many. So they are
//! neighbours in memory here, where entries themselves are in order of year.

use std::ops::Range;

use crate::birth::YEAR_FIRST;
use crate::words::Mark;

/// Slots of a year: twelve months and a year alone, thirty-one days and a month alone.
const SLOTS: usize = 13 * 32;

/// Marks of entries whose year of birth is known, with the entry of each.
#[derive(Default)]
pub(super) struct Days {
    year_first: u32,
    years: usize,
    /// Where each day begins: by slot, then by year, with one more at the end.
    starts: Vec<u32>,
    pub marks: Vec<Mark>,
    pub entries: Vec<u32>,
}

impl Days {
    /// Puts the marks of entries, which are in order of birth, in order of days.
    pub fn of(births: &[u32], marks: &[Mark]) -> Days {
        let unknown = births.partition_point(|order| order >> 9 < YEAR_FIRST);
        let (Some(first), Some(last)) = (births.get(unknown), births.last()) else { return Days::default() };
        let (year_first, years) = (first >> 9, ((last >> 9) - (first >> 9) + 1) as usize);
        let mut days = Days { year_first, years, ..Days::default() };
        let place = |order: u32| slot(order) * years + ((order >> 9) - year_first) as usize;
        days.starts = vec![0; SLOTS * years + 1];
        births[unknown..].iter().for_each(|&order| days.starts[place(order) + 1] += 1);
        for at in 1..days.starts.len() {
            days.starts[at] += days.starts[at - 1];
        }
        days.marks = vec![[0; 2]; births.len() - unknown];
        days.entries = vec![0; births.len() - unknown];
        // Those of one day stand together in order of birth as well.
        let mut at = unknown;
        while at < births.len() {
            let born = births[at..].iter().take_while(|order| **order == births[at]).count();
            let start = days.starts[place(births[at])] as usize;
            days.marks[start..start + born].copy_from_slice(&marks[at..at + born]);
            days.entries[start..start + born].iter_mut().zip(at as u32..).for_each(|(entry, at)| *entry = at);
            at += born;
        }
        days
    }

    /// Where those stand who were born on a day of the year (0 where it is not known) in some years.
    pub fn born(&self, first: u32, last: u32, month: u32, day: u32) -> Range<usize> {
        let (from, to) = (first.max(self.year_first), (last + 1).min(self.year_first + self.years as u32));
        if from >= to || month > 12 || day > 31 {
            return 0..0;
        }
        let row = slot(month << 5 | day) * self.years;
        let at = |year: u32| self.starts[row + (year - self.year_first) as usize] as usize;
        at(from)..at(to)
    }

    pub fn bytes(&self) -> usize {
        16 * self.marks.capacity() + 4 * (self.entries.capacity() + self.starts.capacity())
    }
}

fn slot(order: u32) -> usize {
    (order as usize & 0x1FF).min(SLOTS - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::birth::pack;

    #[test]
    fn who_was_born_on_a_day_stands_together_over_the_years() {
        let born = [(0, 0, 0), (1980, 0, 0), (1980, 5, 4), (1980, 5, 4), (1981, 3, 0), (1983, 5, 4), (1983, 12, 31)];
        let births: Vec<u32> = born.iter().map(|&(y, m, d)| pack(y, m, d)).collect();
        let marks: Vec<Mark> = (0..births.len() as u64).map(|at| [at, 7]).collect();
        let days = Days::of(&births, &marks);
        for ((first, last, month, day), expected) in [
            ((1980, 1980, 5, 4), vec![2, 3]),
            ((1979, 1982, 5, 4), vec![2, 3]),
            ((1850, 2105, 5, 4), vec![2, 3, 5]),
            ((1983, 1983, 12, 31), vec![6]),
            ((1980, 1980, 0, 0), vec![1]),
            ((1981, 1981, 3, 0), vec![4]),
            ((1984, 1990, 5, 4), vec![]),
            ((1980, 1983, 5, 32), vec![]),
            ((1980, 1983, 13, 1), vec![]),
        ] {
            let found = days.born(first, last, month, day);
            assert_eq!(days.entries[found.clone()], expected, "{first} {last} {month} {day}");
            let of_entries: Vec<Mark> = expected.iter().map(|at| [u64::from(*at), 7]).collect();
            assert_eq!(days.marks[found], of_entries);
        }
        assert_eq!(Days::of(&[], &[]).born(1850, 2105, 1, 1), 0..0);
        assert_eq!(Days::of(&[0, 0], &[[1; 2]; 2]).born(1850, 2105, 1, 1), 0..0);
    }
}
