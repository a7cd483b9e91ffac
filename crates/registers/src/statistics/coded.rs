//! The closed list of the room: of what there is a sheet, and which rows each has. Frozen: values are added, never edited.

use crate::alerts::{Category, FlagReason};
use crate::closed::closed_list;
use crate::redress::{CaseKind, Outcome};

closed_list! {
    /// What one sheet of a year counts.
    Sheet {
        /// Alerts that came in force for the first time.
        Entered = 0, "entered", "statistics-sheet-entered";
        /// Extensions of alerts.
        Extended = 1, "extended", "statistics-sheet-extended";
        /// Alerts that their State took back.
        Withdrawn = 2, "withdrawn", "statistics-sheet-withdrawn";
        /// Alerts whose time was over.
        Expired = 3, "expired", "statistics-sheet-expired";
        /// Alerts of which the panel decided that they go.
        Deleted = 4, "deleted", "statistics-sheet-deleted";
        /// Alerts in force when the year ended, in tens.
        InForce = 5, "in_force", "statistics-sheet-in-force";
        /// How often officers looked.
        Looks = 6, "looks", "statistics-sheet-looks";
        /// What came of possible matches.
        Outcomes = 7, "outcomes", "statistics-sheet-outcomes";
        /// Flags that were set on other States' alerts.
        Flags = 8, "flags", "statistics-sheet-flags";
        /// Cases of redress that were lodged, by what was answered.
        Redress = 9, "redress", "statistics-sheet-redress";
    }
}

/// The part of cases of redress that are not answered yet.
pub(super) const UNANSWERED: &str = "unanswered";

/// What comes after the last row and the last column.
pub(super) const TOTAL: &str = "total";

/// A row or a column: its code, and the key of its name.
pub(super) type Named = (&'static str, &'static str);

impl Sheet {
    /// Answers the rows of the sheet, without their total.
    pub(super) fn rows(self) -> Vec<Named> {
        match self {
            Sheet::Entered | Sheet::Extended | Sheet::Withdrawn | Sheet::Expired | Sheet::Deleted | Sheet::InForce => {
                Category::ALL.iter().map(|one| (one.code(), one.key())).collect()
            }
            Sheet::Looks => vec![
                ("check", "statistics-look-check"),
                ("search", "statistics-look-search"),
                ("match", "statistics-look-match"),
            ],
            Sheet::Outcomes => vec![
                ("not_the_person", "alerts-met-not-the-person"),
                ("confirmed", "alerts-met-confirmed"),
                ("inconclusive", "alerts-met-inconclusive"),
            ],
            Sheet::Flags => FlagReason::ALL.iter().map(|one| (one.code(), one.key())).collect(),
            Sheet::Redress => CaseKind::ALL.iter().map(|one| (one.code(), one.key())).collect(),
        }
    }

    /// Answers the columns where they are no States.
    pub(super) fn own_columns(self) -> Option<Vec<Named>> {
        if self != Sheet::Redress {
            return None;
        }
        let answered = Outcome::ALL.iter().map(|one| (one.code(), one.key()));
        Some(answered.chain([(UNANSWERED, "statistics-unanswered")]).collect())
    }

    /// Answers the figure as the sheet tells it: what stands at the end of a year in tens, so that what came and went in between cannot
    /// be computed from two years' ends.
    pub(super) const fn told(self, counted: u64) -> u64 {
        match self {
            Sheet::InForce => counted.saturating_add(5) / 10 * 10,
            _ => counted,
        }
    }
}
