//! The life of an alert as functions: what may be done where it stands, by whom, and until when it is in force.
//!
//! Nothing here reads a clock or a table: the same acts on the same days give the same life on every machine. Two people
//! are needed for everything that puts words in force, one for everything that takes them out (G-08).

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::Date;
use uuid::Uuid;

use super::coded::{Category, Stance, Standing};
use super::text::AlertText;

/// Years that an accusing alert stands.
pub const ACCUSING_YEARS: i16 = 3;

/// Years that an accusing alert stands at most, where a decision holds longer.
pub const DECIDED_YEARS: i16 = 5;

/// Years that any other alert stands.
pub const PROTECTIVE_YEARS: i16 = 1;

/// Months before the end from which an alert may be extended, and its officers are reminded.
pub const NOTICE_MONTHS: i32 = 4;

/// Days that a draft waits for a second person.
pub const DRAFT_DAYS: i32 = 90;

/// Days for which what an ended alert said is kept.
pub const KEPT_DAYS: i32 = 30;

/// What can be done to an alert.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// A new version.
    Correct,
    /// Put before a second person.
    Propose,
    /// Given back by a second person, with a question.
    Return,
    /// Put in force by a second person, until a day.
    Activate(Date),
    /// Left in force by a second person, until a later day.
    Extend(Date),
    /// Taken back.
    Withdraw,
}

/// Until when a version is in force, and who wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The day from which it is in force no longer.
    pub until: Date,
    /// Who wrote or proposed it.
    pub writers: BTreeSet<Uuid>,
}

/// Where an alert stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Life {
    /// The latest version.
    pub standing: Standing,
    /// Who wrote or proposed the latest version since one was last put in force.
    pub writers: BTreeSet<Uuid>,
    /// What is in force, as long as its day has not come.
    pub term: Option<Term>,
    /// The day from which what was never put in force is kept no longer.
    pub waits_until: Date,
    /// The day on which it was withdrawn.
    pub withdrawn_on: Option<Date>,
}

impl Life {
    /// Answers the life of what somebody has just written.
    pub fn begun(by: Uuid, today: Date) -> Self {
        Life {
            standing: Standing::Draft,
            writers: BTreeSet::from([by]),
            term: None,
            waits_until: today.saturating_add(DRAFT_DAYS.days()),
            withdrawn_on: None,
        }
    }

    /// Answers the day from which nothing can be done to it any more: it was withdrawn, has run out, or was never put in force.
    pub fn ends_on(&self) -> Date {
        let of_itself = self.term.as_ref().map_or(self.waits_until, |term| term.until);
        self.withdrawn_on.map_or(of_itself, |day| day.min(of_itself))
    }

    /// Answers whether it has ended.
    pub fn has_ended(&self, today: Date) -> bool {
        self.withdrawn_on.is_some() || self.ends_on() <= today
    }

    /// Answers the day from which what it said is destroyed.
    pub fn destroyed_on(&self) -> Date {
        self.ends_on().saturating_add(KEPT_DAYS.days())
    }

    /// Answers whether it is in force: a second person put it there, nobody took it back, and its day has not come (G-13).
    pub fn in_force(&self, today: Date) -> bool {
        !self.has_ended(today) && self.term.is_some()
    }

    /// Answers whether its officers are to judge it again: four months before its end (G-13).
    pub fn is_due(&self, today: Date) -> bool {
        self.in_force(today) && self.notice_from().is_some_and(|from| from <= today)
    }

    /// Answers the life after an act.
    ///
    /// Errors: the key of the sentence that says why not.
    pub fn after(&self, act: Act, by: Uuid, today: Date) -> Result<Life, &'static str> {
        if self.has_ended(today) {
            return Err("alerts-refused-ended");
        }
        let mut next = self.clone();
        match act {
            Act::Correct => {
                next.standing = Standing::Draft;
                next.writers.insert(by);
                next.waits_until = today.saturating_add(DRAFT_DAYS.days());
            }
            Act::Propose => {
                self.stands(Standing::Draft, "alerts-refused-not-draft")?;
                next.standing = Standing::Proposed;
                next.writers.insert(by);
            }
            Act::Return => {
                self.stands(Standing::Proposed, "alerts-refused-not-proposed")?;
                second(&self.writers, by)?;
                next.standing = Standing::Draft;
            }
            Act::Activate(until) => {
                self.stands(Standing::Proposed, "alerts-refused-not-proposed")?;
                second(&self.writers, by)?;
                future(until, today)?;
                next.standing = Standing::Active;
                next.term = Some(Term { until, writers: std::mem::take(&mut next.writers) });
            }
            Act::Extend(until) => {
                let term = next.term.as_mut().ok_or("alerts-refused-not-active")?;
                if self.notice_from().is_none_or(|from| today < from) {
                    return Err("alerts-refused-early");
                }
                second(&term.writers, by)?;
                future(until, today)?;
                term.until = until;
            }
            Act::Withdraw => {
                next.standing = Standing::Withdrawn;
                next.withdrawn_on = Some(today);
            }
        }
        Ok(next)
    }

    fn notice_from(&self) -> Option<Date> {
        self.term.as_ref().map(|term| term.until.saturating_sub(NOTICE_MONTHS.months()))
    }

    fn stands(&self, standing: Standing, otherwise: &'static str) -> Result<(), &'static str> {
        if self.standing == standing { Ok(()) } else { Err(otherwise) }
    }
}

/// Refuses whoever wrote or proposed what a second person is to judge (G-08).
fn second(writers: &BTreeSet<Uuid>, by: Uuid) -> Result<(), &'static str> {
    if writers.contains(&by) { Err("alerts-refused-own-words") } else { Ok(()) }
}

/// Refuses what would be over before it began: a decision that holds no longer, a child who is grown up.
fn future(until: Date, today: Date) -> Result<(), &'static str> {
    if until > today { Ok(()) } else { Err("alerts-refused-over") }
}

/// Answers the day from which an alert is in force no longer, put in force or extended today (G-13, G-14).
pub fn until(category: Category, text: &AlertText, today: Date) -> Date {
    let years = |years: i16| today.saturating_add(years.years());
    let mut until = match category.stance() {
        Stance::Accusing => years(ACCUSING_YEARS),
        Stance::Protective | Stance::Witness => years(PROTECTIVE_YEARS),
    };
    if let Some(last) = text.holds_until() {
        let after = last.saturating_add(1.day());
        if category.stance() == Stance::Accusing && after > until {
            until = after.min(years(DECIDED_YEARS));
        }
        until = until.min(after);
    }
    if category.of_child() { until.min(text.subject.born.grown_up_on()) } else { until }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::samples;
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    const START: Date = date(2026, 3, 2);

    fn person(number: u128) -> Uuid {
        Uuid::from_u128(number)
    }

    fn holding(last: Date) -> AlertText {
        let mut text = samples::text(Category::CaptureTrafficking);
        text.sealed.basis.as_mut().unwrap().holds_until = Some(last);
        text
    }

    /// G-13: three years, five with a longer decision, less with a shorter one; one year for everybody else.
    #[test]
    fn an_alert_stands_as_long_as_its_kind_and_its_decision() {
        let plain = |category| until(category, &samples::text(category), START);
        assert_eq!(plain(Category::CaptureTrafficking), date(2029, 3, 2));
        assert_eq!(plain(Category::ImpedimentEntry), date(2029, 3, 2));
        assert_eq!(plain(Category::VulnerableAtRisk), date(2027, 3, 2));
        assert_eq!(plain(Category::LocateWitness), date(2027, 3, 2));
        let decided = |last| until(Category::CaptureTrafficking, &holding(last), START);
        assert_eq!(decided(date(2026, 6, 30)), date(2026, 7, 1), "its last day counts");
        assert_eq!(decided(date(2030, 1, 1)), date(2030, 1, 2));
        assert_eq!(decided(date(2050, 1, 1)), date(2031, 3, 2));
    }

    /// G-14: on the day on which a child is certainly grown up its alert leaves the register's searches.
    #[test]
    fn a_childs_alert_does_not_outlast_childhood() {
        let mut text = samples::text(Category::MissingChild);
        text.subject.born = "2008-07-09".parse().unwrap();
        assert_eq!(until(Category::MissingChild, &text, START), date(2026, 7, 9));
    }

    /// G-08: whoever wrote, corrected or proposed it neither puts it in force nor extends it.
    #[test]
    fn nobody_judges_their_own_words() {
        let (author, corrector, proposer, judge) = (person(1), person(2), person(3), person(4));
        let until = date(2027, 3, 2);
        let life = Life::begun(author, START).after(Act::Correct, corrector, START).unwrap();
        let life = life.after(Act::Propose, proposer, START).unwrap();
        for own in [author, corrector, proposer] {
            assert_eq!(life.after(Act::Activate(until), own, START), Err("alerts-refused-own-words"));
            assert_eq!(life.after(Act::Return, own, START), Err("alerts-refused-own-words"));
        }
        let life = life.after(Act::Activate(until), judge, START).unwrap();
        let late = date(2026, 12, 1);
        for own in [author, corrector, proposer] {
            assert_eq!(life.after(Act::Extend(date(2027, 12, 1)), own, late), Err("alerts-refused-own-words"));
        }
        assert!(life.after(Act::Extend(date(2027, 12, 1)), judge, late).unwrap().in_force(date(2027, 11, 30)));
    }

    /// G-13: reminded four months before, not extended earlier, and on its day no longer in force.
    #[test]
    fn the_end_is_a_day_and_needs_no_sweep() {
        let until = date(2027, 3, 2);
        let life = Life::begun(person(1), START).after(Act::Propose, person(1), START).unwrap();
        assert!(!life.in_force(START), "nobody has judged it");
        let life = life.after(Act::Activate(until), person(2), START).unwrap();
        assert!(life.in_force(date(2027, 3, 1)) && !life.in_force(until));
        assert!(!life.is_due(date(2026, 11, 1)) && life.is_due(date(2026, 11, 2)));
        assert_eq!(
            life.after(Act::Extend(date(2028, 1, 1)), person(2), date(2026, 11, 1)),
            Err("alerts-refused-early")
        );
        assert_eq!(life.after(Act::Withdraw, person(1), until), Err("alerts-refused-ended"));
        assert_eq!(life.destroyed_on(), date(2027, 4, 1));
    }

    /// What is tried, by whom, and how many days later.
    #[derive(Clone, Copy, Debug)]
    enum Try {
        Correct,
        Propose,
        Return,
        Activate,
        Extend,
        Withdraw,
    }

    fn tries() -> impl Strategy<Value = Vec<(Try, u128, i32)>> {
        let act = prop_oneof![
            3 => Just(Try::Correct),
            6 => Just(Try::Propose),
            1 => Just(Try::Return),
            6 => Just(Try::Activate),
            4 => Just(Try::Extend),
            1 => Just(Try::Withdraw),
        ];
        prop::collection::vec((act, 1u128..5, prop_oneof![8 => 0i32..20, 1 => 0i32..400]), 1..60)
    }

    fn acted(what: Try, category: Category, text: &AlertText, today: Date) -> Act {
        match what {
            Try::Correct => Act::Correct,
            Try::Propose => Act::Propose,
            Try::Return => Act::Return,
            Try::Activate => Act::Activate(until(category, text, today)),
            Try::Extend => Act::Extend(until(category, text, today)),
            Try::Withdraw => Act::Withdraw,
        }
    }

    /// Everything that must be so after any acts; `judged` is who last wrote and who put in force, on which day.
    fn lawful(
        life: &Life,
        today: Date,
        category: Category,
        judged: Option<(&BTreeSet<Uuid>, Uuid, Date)>,
    ) -> Result<(), String> {
        if !life.in_force(today) {
            return Ok(());
        }
        let Some((writers, judge, on)) = judged else { return Err("in force, and nobody judged it".to_owned()) };
        if writers.contains(&judge) {
            return Err("judged by who wrote it".to_owned());
        }
        let years = if category.stance() == Stance::Accusing { DECIDED_YEARS } else { PROTECTIVE_YEARS };
        if today >= on.saturating_add(years.years()) {
            return Err("in force beyond its years".to_owned());
        }
        if life.withdrawn_on.is_some() {
            return Err("in force after it was withdrawn".to_owned());
        }
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]

        /// G-08, G-13, G-14: whatever is done by whom and however the days pass, nothing is in force that only its writers judged, that
        /// was withdrawn, that is older than its years, or that speaks of a child who is grown up.
        #[test]
        fn no_sequence_of_acts_puts_anything_in_force_alone_or_for_too_long(
            at in 0usize..9, born in 2009i16..2024, holds in prop::option::of(0i32..3000), tries in tries()
        ) {
            let category = Category::ALL[at];
            let mut text = samples::text(category);
            if category.of_child() {
                text.subject.born = format!("{born}").parse().unwrap();
            }
            if let Some(basis) = text.sealed.basis.as_mut() {
                basis.holds_until = holds.map(|days| START.saturating_add(days.days()));
            }
            let (mut life, mut today) = (Life::begun(person(1), START), START);
            let mut writers = BTreeSet::from([person(1)]);
            let mut judged: Option<(BTreeSet<Uuid>, Uuid, Date)> = None;
            for (what, by, days) in tries {
                today = today.saturating_add(days.days());
                let by = person(by);
                let before = life.clone();
                if let Ok(next) = life.after(acted(what, category, &text, today), by, today) {
                    life = next;
                    match what {
                        Try::Correct | Try::Propose => { writers.insert(by); }
                        Try::Activate => judged = Some((std::mem::take(&mut writers), by, today)),
                        Try::Extend => judged = judged.map(|(wrote, _, _)| (wrote, by, today)),
                        Try::Return | Try::Withdraw => {}
                    }
                    prop_assert!(!before.has_ended(today), "nothing is done to what has ended");
                }
                let seen = judged.as_ref().map(|(wrote, by, on)| (wrote, *by, *on));
                prop_assert_eq!(lawful(&life, today, category, seen), Ok(()));
                if life.in_force(today) {
                    prop_assert!(!category.of_child() || text.subject.born.may_be_child(today));
                    prop_assert!(text.holds_until().is_none_or(|last| today <= last));
                }
                prop_assert!(life.destroyed_on() > life.ends_on());
            }
        }
    }

    /// The law above is one that can be broken: each of these lives breaks it.
    #[test]
    fn the_law_finds_lives_that_break_it() {
        let both = BTreeSet::from([person(1)]);
        let term = Term { until: date(2040, 1, 1), writers: both.clone() };
        let alone = Life { term: Some(term), standing: Standing::Active, ..Life::begun(person(1), START) };
        let category = Category::MissingVulnerable;
        assert!(lawful(&alone, START, category, None).is_err());
        assert!(lawful(&alone, START, category, Some((&both, person(1), START))).is_err());
        assert!(lawful(&alone, date(2027, 3, 2), category, Some((&both, person(2), START))).is_err());
        assert_eq!(lawful(&alone, START, category, Some((&both, person(2), START))), Ok(()));
    }
}
