//! The houses that this binary joins, and what it says itself.

use base::ground::HousePlan;
use base::words::WordFile;

/// Every house.
pub const PLANS: &[HousePlan] = &[registers::PLAN, secretariat::PLAN];

/// What the commands say.
const WORDS: WordFile = base::words!("puebla");

/// Answers every word file there is.
pub fn word_files() -> Vec<WordFile> {
    let rooms = PLANS.iter().flat_map(HousePlan::words);
    base::web::word_files()
        .into_iter()
        .chain([WORDS, crate::manual::WORDS, crate::demo::WORDS, crate::doctor::WORDS])
        .chain(rooms)
        .collect()
}
