//! What two alerts of two States on one person are to each other, category by category, and which of them comes first.
//!
//! That alerts go together or do not, and that one of them comes first, is an idea of the manual by which the States of the Schengen
//! Information System work together (SIRENE manual, 2008/333/EC, point 2.2); the table is our own, for categories of our own.

use crate::alerts::coded::{Category, Stance};

/// What one alert is beside another State's on the same person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beside {
    /// Both stand; where both are opened, the first in rank is shown first.
    Stand,
    /// The later is held until both States have spoken.
    Consult,
    /// The accusing one is found by nobody while the protecting one stands, and neither State is told (G-02).
    Silent,
}

/// Rows and columns in the order of [`Category::ALL`].
const TABLE: [[Beside; 9]; 9] = {
    use Beside::{Consult as C, Silent as X, Stand as S};
    [
        // child  child  adult  adult  witn.  capt.  capt.  entry  exit
        [S, S, S, S, S, X, X, X, X], // missing child
        [S, S, S, S, S, X, X, X, X], // child at risk
        [S, S, S, S, S, X, X, X, X], // missing and vulnerable
        [S, S, S, S, S, X, X, X, X], // vulnerable and at risk
        [S, S, S, S, S, C, C, C, C], // witness: nobody is heard by one State and taken by another unspoken
        [X, X, X, X, C, S, S, S, S], // capture for trafficking
        [X, X, X, X, C, S, S, S, S], // capture for exploitation
        [X, X, X, X, C, S, S, S, C], // impediment to entry: who may enter nowhere and leave nowhere stands at a border for ever
        [X, X, X, X, C, S, S, C, S], // impediment to exit
    ]
};

/// Answers what an alert of one category is beside one of another.
pub(super) fn beside(one: Category, other: Category) -> Beside {
    TABLE[place(one)][place(other)]
}

/// Answers which comes first, the lowest: who is to be protected, children before adults; then who is asked for what they know; then
/// who is wanted by a judge; last who may not enter or leave.
pub(in crate::alerts) const fn rank(category: Category) -> u8 {
    match category.stance() {
        Stance::Protective if category.of_child() => 0,
        Stance::Protective => 1,
        Stance::Witness => 2,
        Stance::Accusing if category.needs_judge() => 3,
        Stance::Accusing => 4,
    }
}

fn place(category: Category) -> usize {
    Category::ALL.iter().position(|one| *one == category).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// G-11: it is the same whoever asks, and one category never has to be consulted about with itself.
    #[test]
    fn g_11_the_table_is_even_and_what_is_the_same_goes_together() {
        for one in Category::ALL {
            assert_eq!(beside(*one, *one), Beside::Stand, "{one}");
            for other in Category::ALL {
                assert_eq!(beside(*one, *other), beside(*other, *one), "{one} {other}");
            }
        }
    }

    /// G-02, G-11: of somebody to be protected no State that accuses them is told, and no child is ever consulted about.
    #[test]
    fn g_11_who_is_protected_is_told_to_no_accuser() {
        for (one, other) in Category::ALL.iter().flat_map(|one| Category::ALL.iter().map(move |other| (*one, *other))) {
            let (protects, accuses) = (one.stance() == Stance::Protective, other.stance() == Stance::Accusing);
            assert_eq!(protects && accuses, beside(one, other) == Beside::Silent && protects, "{one} {other}");
            if protects {
                assert_ne!(beside(one, other), Beside::Consult, "{one} {other}");
            }
        }
    }

    /// G-11: protecting before asking before accusing; a stance is never torn apart by ranks of another.
    #[test]
    fn g_11_the_order_is_from_protecting_to_accusing() {
        let ranks: Vec<u8> = Category::ALL.iter().map(|category| rank(*category)).collect();
        assert_eq!(ranks, [0, 0, 1, 1, 2, 3, 3, 4, 4]);
    }

    /// The pairs that are consulted about are these and no other.
    #[test]
    fn g_11_what_is_consulted_about() {
        let mut pairs = Vec::new();
        for (at, one) in Category::ALL.iter().enumerate() {
            let later = Category::ALL.iter().skip(at).filter(|other| beside(*one, **other) == Beside::Consult);
            pairs.extend(later.map(|other| format!("{one}+{other}")));
        }
        assert_eq!(
            pairs,
            [
                "locate_witness+capture_trafficking",
                "locate_witness+capture_exploitation",
                "locate_witness+impediment_entry",
                "locate_witness+impediment_exit",
                "impediment_entry+impediment_exit",
            ]
        );
    }
}
