//! What may be told of those who came: by sex and by kind of institution, no count that speaks of fewer than five people.

use conference::training::{FEWEST, shown};
use minicbor::{Decode, Encode};

use super::coded::{INSTITUTIONS, SEXES};
use super::queries::Nominee;

/// Counts of a session, as they may be told; what is none is kept back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Sum {
    /// People nominated.
    #[n(0)]
    pub(crate) nominated: u32,
    /// People who were there on some day.
    #[n(1)]
    pub(crate) attended: Option<u32>,
    /// People with a certificate.
    #[n(2)]
    pub(crate) certified: Option<u32>,
    /// Mean score before, of those with both scores.
    #[n(3)]
    pub(crate) before: Option<u8>,
    /// Mean score afterwards, of the same people.
    #[n(4)]
    pub(crate) after: Option<u8>,
    /// People who were there, by sex.
    #[n(5)]
    pub(crate) sexes: Vec<Cell>,
    /// People who were there, by kind of institution.
    #[n(6)]
    pub(crate) institutions: Vec<Cell>,
}

/// One count.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Cell {
    /// Of whom, a code.
    #[n(0)]
    pub(crate) code: String,
    /// How many; none where that is kept back.
    #[n(1)]
    pub(crate) count: Option<u32>,
}

/// Answers what may be told of these people.
pub(super) fn sum(people: &[Nominee]) -> Sum {
    let there: Vec<&Nominee> = people.iter().filter(|one| !one.days.is_empty()).collect();
    let certified = there.iter().filter(|one| one.certificate.is_some()).count();
    let both: Vec<(u8, u8)> = there.iter().filter_map(|one| one.before.zip(one.after)).collect();
    let mean = |score: fn(&(u8, u8)) -> u8| {
        // Of fewer, two means in turn would tell one score.
        let enough = both.len() >= FEWEST;
        let total: usize = both.iter().map(|pair| usize::from(score(pair))).sum();
        enough.then(|| u8::try_from((total + both.len() / 2) / both.len()).unwrap_or(100))
    };
    Sum {
        nominated: told(people.len()),
        attended: (there.is_empty() || there.len() >= FEWEST).then(|| told(there.len())),
        certified: shown(&[certified, there.len() - certified])[0].map(told),
        before: mean(|pair| pair.0),
        after: mean(|pair| pair.1),
        sexes: cells(&SEXES, &there, |one| &one.sex),
        institutions: cells(&INSTITUTIONS, &there, |one| &one.institution),
    }
}

fn cells(list: &[(&'static str, &'static str)], there: &[&Nominee], code: fn(&Nominee) -> &str) -> Vec<Cell> {
    let counts: Vec<usize> =
        list.iter().map(|(known, _)| there.iter().filter(|one| code(one) == *known).count()).collect();
    let cell = |((known, _), count): (&(&str, &str), Option<usize>)| Cell {
        code: (*known).to_owned(),
        count: count.map(told),
    };
    list.iter().zip(shown(&counts)).map(cell).collect()
}

fn told(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;

    fn came(turn: u128, sex: &str, before: u8, after: u8) -> Nominee {
        Nominee {
            id: Uuid::from_u128(turn),
            state: "NIC".parse().unwrap(),
            name: String::new(),
            folded: String::new(),
            institution: "police".to_owned(),
            sex: sex.to_owned(),
            days: [date(2026, 3, 2)].into(),
            before: Some(before),
            after: Some(after),
            certificate: None,
        }
    }

    #[test]
    fn four_people_are_kept_back_and_five_are_told() {
        let mut people: Vec<Nominee> = (0..4).map(|turn| came(turn, "female", 40, 80)).collect();
        let few = sum(&people);
        assert_eq!((few.nominated, few.attended, few.certified, few.before), (4, None, Some(0), None));
        assert_eq!(few.sexes[0].count, None);
        assert_eq!(few.sexes[1].count, Some(0));
        people.push(came(5, "female", 45, 91));
        let five = sum(&people);
        assert_eq!((five.attended, five.before, five.after), (Some(5), Some(41), Some(82)));
        assert_eq!(five.sexes[0].count, Some(5));
        // One man among them takes the women with him: the total would tell of him.
        people.push(came(6, "male", 0, 0));
        let six = sum(&people);
        assert_eq!((six.attended, six.sexes[0].count, six.sexes[1].count), (Some(6), None, None));
        assert_eq!(six.institutions[1].count, Some(6));
    }
}
