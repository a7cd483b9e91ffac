//! Evaluations of the process: a questionnaire that States answer, findings that rest on it, recommendations, and what those to whom
//! they are addressed say.
//!
//! An [`Evaluation`] is what its acts make it, in the journal's order; nothing else knows where it stands. Whoever prepares it writes the
//! questionnaire, which is frozen once it is open. Each State answers until its own deadline, the end of a day in its capital; late
//! answers stand and say so. The evaluating States write findings and recommendations and publish them as versions of a report, of which
//! none changes; each addressee responds.

mod acts;
mod evaluation;
mod questionnaire;
mod report;
mod sums;

#[cfg(test)]
mod proofs;

pub use acts::{Act, Answered, Done, Given, Guest, Opening, Reader, Standing, Without};
pub use evaluation::Evaluation;
pub use questionnaire::{Asks, CHOICES_MAX, QUESTIONS_MAX, Question, Reply, ReplyFault, YesNo};
pub use report::{
    FINDINGS_MAX, Finding, Published, RESPONSE_DAYS, Recommendation, Response, Standpoint, Tongues, Verdict, Wanting,
    response_due,
};
pub use sums::{Sum, sums};

/// Answers that one party gives at most; whoever needs more has not decided.
pub const ANSWERS_MAX: usize = 30;
