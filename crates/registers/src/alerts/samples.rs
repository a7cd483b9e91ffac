//! Invented alerts for tests: names of no one, marked fictional where a reader sees them.

use jiff::civil::date;

use super::coded::{BasisKind, Category, Offence, Sex, Stance};
use super::text::{AlertText, Basis, Sealed, Subject};

/// Answers a whole text of a category, as of 2 March 2026.
pub fn text(category: Category) -> AlertText {
    let accusing = category.stance() == Stance::Accusing;
    let born = if category.of_child() { "2014-05" } else { "1979-11-23" };
    AlertText {
        subject: Subject {
            given: "Specimen".to_owned(),
            paternal: format!("Ficticio {}", category.code().replace('_', " ")),
            maternal: "Utopía".to_owned(),
            // Both are births.
            born: born.parse().unwrap_or_else(|_| unreachable!("a birth")),
            sex: Sex::Unknown,
        },
        sealed: Sealed {
            reason: "Motivo inventado para una prueba (ficticio).".to_owned(),
            action: category.actions()[0],
            offence: accusing.then(|| category.offence().unwrap_or(Offence::Trafficking)),
            authority: "Juzgado Primero de Utopía (ficticio)".to_owned(),
            basis: (category.stance() != Stance::Protective).then(|| Basis {
                kind: BasisKind::Judicial,
                reference: "EXP-SPECIMEN-17/2026".to_owned(),
                decided_on: date(2026, 1, 15),
                holds_until: None,
            }),
        },
    }
}
