//! What a text has to answer for in law before it is handed over: a closed list of points, what was said of each, and whether that still
//! holds of the text as it stands.
//!
//! The process binds nobody: what allows a State to do something is its own law or an agreement, so each State that drafts names that for
//! itself. All other points the chair answers, and any drafter opens again.

use journal::StateCode;

use super::draft::{Draft, DraftError};

/// The most that is said of all points of a draft.
pub const SAID_MAX: usize = 500;

/// What a text has to answer for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Point {
    /// The law or agreement of each State that allows it.
    NationalLaw,
    /// Nobody is returned to persecution or torture (Convention of 1951, article 33; Convention against Torture, article 3).
    Refoulement,
    /// Each case is looked at; nobody is expelled as one of a group (American Convention on Human Rights, article 22).
    CollectiveExpulsion,
    /// The best interests of the child come first (Convention on the Rights of the Child, article 3).
    Child,
    /// Families stay together (Convention on the Rights of the Child, articles 9 and 10).
    Family,
    /// Whoever is held may have their consulate told (Vienna Convention on Consular Relations, article 36).
    Consular,
    /// Whoever is to leave is heard and can have it reviewed (Covenant on Civil and Political Rights, article 13).
    Remedy,
    /// Victims are protected, and nobody is punished for having been smuggled (Trafficking Protocol, articles 6 to 8; Smuggling
    /// Protocol, article 5).
    Victims,
    /// Personal data are used for what they were given for (OAS principles of 2021).
    PersonalData,
    /// Who pays for it.
    Cost,
}

impl Point {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 10] = [
        Self::NationalLaw,
        Self::Refoulement,
        Self::CollectiveExpulsion,
        Self::Child,
        Self::Family,
        Self::Consular,
        Self::Remedy,
        Self::Victims,
        Self::PersonalData,
        Self::Cost,
    ];

    /// Answers its code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NationalLaw => "national_law",
            Self::Refoulement => "refoulement",
            Self::CollectiveExpulsion => "collective_expulsion",
            Self::Child => "child",
            Self::Family => "family",
            Self::Consular => "consular",
            Self::Remedy => "remedy",
            Self::Victims => "victims",
            Self::PersonalData => "personal_data",
            Self::Cost => "cost",
        }
    }

    /// Reads a code; none for any other.
    #[must_use]
    pub fn read(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|point| point.code() == code)
    }

    /// Answers whether each State that drafts says it for itself.
    #[must_use]
    pub fn of_each_state(self) -> bool {
        self == Self::NationalLaw
    }
}

/// What somebody says of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The text answers it, or something that the words name does.
    Met,
    /// Nothing in the text touches it.
    NotNeeded,
    /// It is not answered, or no longer.
    Open,
}

impl Finding {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Met, Self::NotNeeded, Self::Open];

    /// Answers its code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotNeeded => "not_needed",
            Self::Open => "open",
        }
    }

    /// Reads a code; none for any other.
    #[must_use]
    pub fn read(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|finding| finding.code() == code)
    }
}

/// Something that was said of a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Whose delegation said it.
    pub by: StateCode,
    /// Of which point.
    pub point: Point,
    /// What.
    pub finding: Finding,
    /// The paragraph that answers it; 0 where none does.
    pub paragraph: u32,
    /// The version in front of whoever said it.
    pub seen: u32,
    /// Why, or which law; may be empty beside a paragraph.
    pub words: String,
}

/// Why something cannot be said of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BasisError {
    /// What holds for the whole draft.
    #[error(transparent)]
    Draft(#[from] DraftError),
    /// The version that was read has no such paragraph.
    #[error("there is no such paragraph")]
    NoParagraph,
    /// Nothing says why.
    #[error("words are missing")]
    Silent,
    /// Only a State that drafts has a law of its own to name.
    #[error("only States name their law")]
    NotAState,
}

/// Where a point stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has answered it, or somebody opened it again.
    Open,
    /// It is answered.
    Met,
    /// The paragraph that answered it changed since, or was taken out.
    Changed,
    /// The text does not touch it.
    NotNeeded,
}

/// What was said of the points of one draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Basis {
    said: Vec<Word>,
}

impl Basis {
    /// Takes a word in.
    ///
    /// # Errors
    ///
    /// Where whoever speaks does not draft, answers without being the chair, names a paragraph that is not there, or gives no reason.
    pub fn say(&mut self, draft: &Draft, word: Word) -> Result<(), BasisError> {
        if self.said.len() >= SAID_MAX {
            return Err(DraftError::TooMany.into());
        }
        if word.point.of_each_state() {
            draft.speaks(word.by)?;
            if !draft.states.contains(&word.by) {
                return Err(BasisError::NotAState);
            }
        } else if word.finding == Finding::Open {
            draft.speaks(word.by)?;
        } else {
            draft.chairs(word.by)?;
        }
        let named = match word.paragraph {
            0 => false,
            number => {
                let text = draft.version(word.seen).ok_or(BasisError::NoParagraph)?;
                let there = text.paragraph(number).is_some_and(|paragraph| !paragraph.is_out);
                if !there || word.finding != Finding::Met {
                    return Err(BasisError::NoParagraph);
                }
                true
            }
        };
        if !named && word.words.is_empty() {
            return Err(BasisError::Silent);
        }
        self.said.push(word);
        Ok(())
    }

    /// Answers all that was said of a point, in order.
    pub fn said(&self, point: Point) -> impl Iterator<Item = &Word> {
        self.said.iter().filter(move |word| word.point == point)
    }

    /// Answers where a point stands; of what each State says for itself, where the least answered stands.
    #[must_use]
    pub fn standing(&self, draft: &Draft, point: Point) -> Standing {
        if !point.of_each_state() {
            return self.said(point).last().map_or(Standing::Open, |word| holds(draft, word));
        }
        let of = |state: &StateCode| {
            self.said(point).filter(|word| word.by == *state).last().map_or(Standing::Open, |word| holds(draft, word))
        };
        let all: Vec<Standing> = draft.states.iter().map(of).collect();
        let worst = [Standing::Open, Standing::Changed, Standing::Met];
        worst.into_iter().find(|standing| all.contains(standing)).unwrap_or(Standing::NotNeeded)
    }

    /// Answers how many points nobody has answered of the text as it stands.
    #[must_use]
    pub fn open(&self, draft: &Draft) -> usize {
        let is_open = |point: &&Point| matches!(self.standing(draft, **point), Standing::Open | Standing::Changed);
        Point::ALL.iter().filter(is_open).count()
    }
}

/// Answers whether a word still holds of the text as it stands.
fn holds(draft: &Draft, word: &Word) -> Standing {
    match (word.finding, word.paragraph) {
        (Finding::Open, _) => Standing::Open,
        (Finding::NotNeeded, _) => Standing::NotNeeded,
        (Finding::Met, 0) => Standing::Met,
        (Finding::Met, number) => match draft.text().paragraph(number) {
            Some(now) if !now.is_out && now.changed_in <= word.seen => Standing::Met,
            _ => Standing::Changed,
        },
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::{BTreeMap, BTreeSet};

    use proptest::prelude::*;

    use super::super::draft::Ruling;
    use super::super::text::{Change, Text};
    use super::*;
    use crate::language::TextLanguage;

    fn state(code: &str) -> StateCode {
        code.parse().unwrap()
    }

    fn texts(words: &str) -> BTreeMap<TextLanguage, String> {
        BTreeMap::from([(TextLanguage::Spanish, words.to_owned())])
    }

    /// Mexico and Guatemala draft under the secretariat's chair; two paragraphs.
    fn draft() -> Draft {
        let text = Text::begin(TextLanguage::Spanish, vec![texts("Uno."), texts("Dos.")]).unwrap();
        Draft::begin(state("XSV"), BTreeSet::from([state("MEX"), state("GTM")]), BTreeSet::new(), text)
    }

    fn word(by: &str, point: Point, finding: Finding, paragraph: u32, words: &str) -> Word {
        Word { by: state(by), point, finding, paragraph, seen: 1, words: words.to_owned() }
    }

    /// Replaces a paragraph by way of a proposal that the chair accepts.
    fn amended(draft: &mut Draft, paragraph: u32) {
        let seen = draft.text().version;
        let change = Change::Amend { paragraph, texts: texts(&format!("Otro {seen}.")) };
        let number = draft.propose(state("MEX"), change, seen, String::new()).unwrap();
        draft.rule(state("XSV"), number, (Ruling::Accept, seen), String::new()).unwrap();
    }

    #[test]
    fn the_chair_answers_and_a_drafter_opens_again() {
        let (draft, mut basis) = (draft(), Basis::default());
        assert_eq!(basis.open(&draft), Point::ALL.len());
        let by = |code: &str, finding, words: &str| word(code, Point::Child, finding, 0, words);
        assert_eq!(
            basis.say(&draft, by("MEX", Finding::Met, "Sí.")),
            Err(BasisError::Draft(DraftError::NotTheChair)),
            "a drafter answers nothing alone"
        );
        basis.say(&draft, word("XSV", Point::Child, Finding::Met, 2, "")).unwrap();
        assert_eq!(basis.standing(&draft, Point::Child), Standing::Met);
        assert_eq!(basis.say(&draft, by("MEX", Finding::Open, "")), Err(BasisError::Silent));
        basis.say(&draft, by("MEX", Finding::Open, "El párrafo 2 no habla de niños.")).unwrap();
        assert_eq!(basis.standing(&draft, Point::Child), Standing::Open);
        assert_eq!(basis.say(&draft, by("COL", Finding::Open, "No.")), Err(BasisError::Draft(DraftError::NotADrafter)));
        assert_eq!(basis.said(Point::Child).count(), 2, "what was said stays");
    }

    #[test]
    fn what_a_paragraph_answered_is_open_once_it_changes() {
        let (mut draft, mut basis) = (draft(), Basis::default());
        basis.say(&draft, word("XSV", Point::Remedy, Finding::Met, 1, "")).unwrap();
        basis.say(&draft, word("XSV", Point::Cost, Finding::Met, 2, "")).unwrap();
        amended(&mut draft, 1);
        assert_eq!(basis.standing(&draft, Point::Remedy), Standing::Changed);
        assert_eq!(basis.standing(&draft, Point::Cost), Standing::Met, "of another paragraph");
        let again = Word { seen: 2, ..word("XSV", Point::Remedy, Finding::Met, 1, "") };
        basis.say(&draft, again).unwrap();
        assert_eq!(basis.standing(&draft, Point::Remedy), Standing::Met);
        let moved = Change::Move { paragraph: 1, after: 2 };
        let number = draft.propose(state("GTM"), moved, 2, String::new()).unwrap();
        draft.rule(state("XSV"), number, (Ruling::Accept, 2), String::new()).unwrap();
        assert_eq!(basis.standing(&draft, Point::Remedy), Standing::Changed, "elsewhere it may say something else");
        let out = draft.propose(state("GTM"), Change::Delete { paragraph: 1 }, 3, String::new()).unwrap();
        draft.rule(state("XSV"), out, (Ruling::Accept, 3), String::new()).unwrap();
        assert_eq!(basis.standing(&draft, Point::Remedy), Standing::Changed);
        assert_eq!(
            basis.say(&draft, Word { seen: 4, ..word("XSV", Point::Remedy, Finding::Met, 1, "") }),
            Err(BasisError::NoParagraph)
        );
        for nowhere in [3, 99] {
            let named = word("XSV", Point::Remedy, Finding::Met, nowhere, "");
            assert_eq!(basis.say(&draft, named), Err(BasisError::NoParagraph));
        }
        assert_eq!(
            basis.say(&draft, Word { seen: 9, ..word("XSV", Point::Remedy, Finding::Met, 2, "") }),
            Err(BasisError::NoParagraph),
            "a version that there is not"
        );
    }

    #[test]
    fn each_state_names_its_own_law() {
        let (draft, mut basis) = (draft(), Basis::default());
        let law = |code: &str, finding, words: &str| word(code, Point::NationalLaw, finding, 0, words);
        assert_eq!(basis.say(&draft, law("XSV", Finding::Met, "Ninguna.")), Err(BasisError::NotAState));
        basis.say(&draft, law("MEX", Finding::Met, "Ley inventada 3.")).unwrap();
        assert_eq!(basis.standing(&draft, Point::NationalLaw), Standing::Open, "the other has said nothing");
        basis.say(&draft, law("GTM", Finding::NotNeeded, "Nada cambia.")).unwrap();
        assert_eq!(basis.standing(&draft, Point::NationalLaw), Standing::Met);
        basis.say(&draft, law("MEX", Finding::Open, "La ley fue derogada.")).unwrap();
        assert_eq!(basis.standing(&draft, Point::NationalLaw), Standing::Open);
        assert_eq!(basis.open(&draft), Point::ALL.len());
    }

    #[test]
    fn nothing_is_said_of_what_was_handed_over() {
        let (mut draft, mut basis) = (draft(), Basis::default());
        draft.freeze().unwrap();
        let late = word("XSV", Point::Cost, Finding::NotNeeded, 0, "Nada cuesta.");
        assert_eq!(basis.say(&draft, late), Err(BasisError::Draft(DraftError::Frozen)));
    }

    proptest! {
        /// Whatever is tried, a point is answered only by the chair's last word, and never by a paragraph that changed since.
        #[test]
        fn no_point_is_answered_but_by_the_chair_of_the_text_that_stands(
            tries in prop::collection::vec((0..4usize, 0..Point::ALL.len(), 0..3usize, 0..4u32, any::<bool>(), any::<bool>()), 1..60),
        ) {
            let (mut draft, mut basis) = (draft(), Basis::default());
            for (by, point, finding, paragraph, speaks, changes) in tries {
                if changes && (1..=2).contains(&paragraph) {
                    amended(&mut draft, paragraph);
                }
                let said = Word {
                    by: state(["XSV", "MEX", "GTM", "COL"][by]),
                    point: Point::ALL[point],
                    finding: Finding::ALL[finding],
                    paragraph,
                    seen: draft.text().version,
                    words: if speaks { "Por esto.".to_owned() } else { String::new() },
                };
                let _ = basis.say(&draft, said);
            }
            for point in Point::ALL {
                prop_assert!(basis.said(point).all(|word| word.by != state("COL")));
                let last = basis.said(point).last();
                match basis.standing(&draft, point) {
                    Standing::Open | Standing::Changed => {}
                    Standing::Met | Standing::NotNeeded if point.of_each_state() => {
                        for own in &draft.states {
                            let own = basis.said(point).filter(|word| word.by == *own).last();
                            prop_assert!(own.is_some_and(|word| word.finding != Finding::Open));
                        }
                    }
                    Standing::Met | Standing::NotNeeded => {
                        prop_assert_eq!(last.map(|word| word.by), Some(draft.chair));
                        let paragraph = last.map_or(0, |word| word.paragraph);
                        let changed = draft.text().paragraph(paragraph).map_or(0, |now| now.changed_in);
                        prop_assert!(last.is_some_and(|word| changed <= word.seen));
                    }
                }
            }
        }
    }
}
