//! How an exercise goes from plan to close.

/// Where an exercise stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It is to take place, or takes place.
    Planned,
    /// It took place; the States that took part report.
    Held,
    /// The counts are complete and stay as they are.
    Reported,
    /// Nothing more is written of it.
    Closed,
}

impl Standing {
    /// Every standing, in their order.
    pub const ALL: [Standing; 4] = [Standing::Planned, Standing::Held, Standing::Reported, Standing::Closed];

    /// Answers the code it is exchanged by. Frozen.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Standing::Planned => "planned",
            Standing::Held => "held",
            Standing::Reported => "reported",
            Standing::Closed => "closed",
        }
    }

    /// Reads a code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.code() == code)
    }

    /// Answers what comes after it; none after the last.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::ALL.into_iter().find(|later| *later > self)
    }
}

/// What is known of an exercise when somebody takes a step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Its last day has come.
    pub over: bool,
    /// States that reported counts.
    pub reported: usize,
    /// Findings with neither a duty nor a reason.
    pub unanswered: usize,
}

/// Why a step is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotYet {
    /// It is not the step that comes next.
    #[error("this is not the next step")]
    OutOfTurn,
    /// Its last day has not come.
    #[error("the exercise is not over")]
    NotOver,
    /// No State reported.
    #[error("no State has reported")]
    NothingReported,
    /// A finding has neither a duty nor a reason.
    #[error("a finding has neither a duty nor a reason")]
    Unanswered,
}

/// Answers whether an exercise that stands at `from` may go on to `to`.
///
/// # Errors
///
/// What stands against it.
pub fn step(from: Standing, to: Standing, facts: Facts) -> Result<(), NotYet> {
    if from.next() != Some(to) {
        return Err(NotYet::OutOfTurn);
    }
    match to {
        Standing::Held if !facts.over => Err(NotYet::NotOver),
        Standing::Reported if facts.reported == 0 => Err(NotYet::NothingReported),
        Standing::Closed if facts.unanswered > 0 => Err(NotYet::Unanswered),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn codes_come_back_and_each_step_waits_for_what_it_needs() {
        for standing in Standing::ALL {
            assert_eq!(Standing::parse(standing.code()), Some(standing));
        }
        assert_eq!(Standing::parse("open"), None);
        let ready = Facts { over: true, reported: 1, unanswered: 0 };
        let went = |from, to, facts| step(from, to, facts);
        assert_eq!(went(Standing::Planned, Standing::Held, Facts { over: false, ..ready }), Err(NotYet::NotOver));
        assert_eq!(
            went(Standing::Held, Standing::Reported, Facts { reported: 0, ..ready }),
            Err(NotYet::NothingReported)
        );
        assert_eq!(
            went(Standing::Reported, Standing::Closed, Facts { unanswered: 1, ..ready }),
            Err(NotYet::Unanswered)
        );
        assert_eq!(went(Standing::Planned, Standing::Reported, ready), Err(NotYet::OutOfTurn));
        assert_eq!(went(Standing::Closed, Standing::Planned, ready), Err(NotYet::OutOfTurn));
    }

    proptest! {
        #[test]
        fn an_exercise_goes_forward_only_and_is_never_closed_over_an_unanswered_finding(
            tries in proptest::collection::vec((0_usize..4, any::<bool>(), 0_usize..3, 0_usize..3), 0..40),
        ) {
            let mut at = Standing::Planned;
            for (to, over, reported, unanswered) in tries {
                let to = Standing::ALL[to];
                if step(at, to, Facts { over, reported, unanswered }).is_ok() {
                    prop_assert_eq!(at.next(), Some(to));
                    prop_assert!(to != Standing::Closed || unanswered == 0);
                    prop_assert!(to != Standing::Held || over);
                    prop_assert!(to != Standing::Reported || reported > 0);
                    at = to;
                }
            }
        }
    }
}
