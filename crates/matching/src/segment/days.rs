//! Where each day begins among entries in order of birth.

use std::ops::Range;

use crate::birth::YEAR_FIRST;

/// Slots of a year: twelve months and a year alone, thirty-one days and a month alone.
const SLOTS: usize = 13 * 32;

/// Where each day begins, over the years in which anybody was born.
#[derive(Default)]
pub(super) struct Days {
    year_first: u32,
    years: usize,
    /// By day of the year, then by year, with one more day at the end: of a date the year is mistaken most, and then all
    /// that is asked for stands together.
    starts: Vec<u32>,
}

impl Days {
    /// Looks where each day begins among births in order.
    pub fn of(births: &[u32]) -> Days {
        let unknown = births.partition_point(|order| order >> 9 < YEAR_FIRST);
        let (Some(first), Some(last)) = (births.get(unknown), births.last()) else { return Days::default() };
        let (year_first, years) = (first >> 9, ((last >> 9) - (first >> 9) + 1) as usize);
        let mut starts = vec![0; (SLOTS + 1) * years];
        let mut next = unknown;
        for year in 0..years {
            for day in 0..=SLOTS {
                starts[day * years + year] = next as u32;
                let order = (year_first + year as u32) << 9 | day as u32;
                while day < SLOTS && births.get(next) == Some(&order) {
                    next += 1;
                }
            }
        }
        Days { year_first, years, starts }
    }

    /// Entries of those born on a day; month and day are 0 where they are not known.
    pub fn born(&self, year: u32, month: u32, day: u32) -> Range<usize> {
        let year = year.wrapping_sub(self.year_first) as usize;
        if year >= self.years || month > 12 || day > 31 {
            return 0..0;
        }
        let at = slot(month << 5 | day) * self.years + year;
        self.starts[at] as usize..self.starts[at + self.years] as usize
    }

    pub fn bytes(&self) -> usize {
        4 * self.starts.capacity()
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
    fn who_was_born_on_a_day_is_found_there() {
        let born = [(0, 0, 0), (1980, 0, 0), (1980, 5, 4), (1980, 5, 4), (1981, 3, 0), (1983, 5, 4), (1983, 12, 31)];
        let births: Vec<u32> = born.iter().map(|&(y, m, d)| pack(y, m, d)).collect();
        let days = Days::of(&births);
        for ((year, month, day), expected) in [
            ((1980, 5, 4), 2..4),
            ((1983, 5, 4), 5..6),
            ((1983, 12, 31), 6..7),
            ((1980, 0, 0), 1..2),
            ((1981, 3, 0), 4..5),
        ] {
            assert_eq!(days.born(year, month, day), expected, "{year} {month} {day}");
        }
        for (year, month, day) in [(1979, 5, 4), (1984, 5, 4), (1982, 5, 4), (1980, 5, 32), (1980, 13, 1), (0, 0, 0)] {
            assert!(days.born(year, month, day).is_empty(), "{year} {month} {day}");
        }
        assert!(Days::of(&[]).born(1980, 1, 1).is_empty());
        assert!(Days::of(&[0, 0]).born(1980, 1, 1).is_empty());
    }
}
