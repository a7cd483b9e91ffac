//! What became of each paragraph from one version of a draft to a later one.

use std::collections::BTreeMap;

use super::text::{Text, Texts};

/// What became of one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its number.
    pub number: u32,
    /// What it said in the earlier version; none where it was not there.
    pub before: Option<Texts>,
    /// What it says in the later one; none where it is not there.
    pub now: Option<Texts>,
    /// Whether it stands somewhere else.
    pub moved: bool,
}

impl Step {
    /// Answers whether it stands and says what it did.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        self.before == self.now && !self.moved
    }
}

/// Answers what became of each paragraph that stands in either version, in the order of the later one.
#[must_use]
pub fn steps(from: &Text, to: &Text) -> Vec<Step> {
    let said: BTreeMap<u32, &Texts> = from.standing().map(|paragraph| (paragraph.number, &*paragraph.texts)).collect();
    let mut steps = Vec::new();
    // What was taken out is still in the later list, where it stood.
    for paragraph in &to.paragraphs {
        let before = said.get(&paragraph.number).map(|texts| (*texts).clone());
        let now = (!paragraph.is_out).then(|| Texts::clone(&paragraph.texts));
        if before.is_some() || now.is_some() {
            let moved = before.is_some() && now.is_some() && paragraph.moved_in > from.version;
            steps.push(Step { number: paragraph.number, before, now, moved });
        }
    }
    steps
}

/// Answers the numbers and words of a version, made from the earlier one's by what became of them; none where the steps are not of it.
#[must_use]
pub fn follow(from: &Text, steps: &[Step]) -> Option<Vec<(u32, Texts)>> {
    let mut left: BTreeMap<u32, &Texts> = from.standing().map(|one| (one.number, &*one.texts)).collect();
    let mut made = Vec::new();
    for step in steps {
        if left.remove(&step.number) != step.before.as_ref() {
            return None;
        }
        made.extend(step.now.clone().map(|texts| (step.number, texts)));
    }
    left.is_empty().then_some(made)
}
