//! What may be done here, each as a type that a handler asks for, and who may append.

use base::access::Writes;

use super::entries::EvaluationEntry;
use crate::obligations::ObligationEntry;

base::permit!(
    /// Somebody lists the evaluations.
    ListEvaluations = "evaluations.list" in "secretariat",
    for [Secretariat], class Members, rate Look
);
base::permit!(
    /// Somebody opens one evaluation, its answers or its report.
    ShowEvaluation = "evaluations.show" in "secretariat",
    for [Secretariat], class Members, rate Look
);
base::permit!(
    /// Somebody takes the answers away.
    ExportEvaluation = "evaluations.export" in "secretariat",
    for [Secretariat], class Members, rate Bulk
);
base::permit!(
    /// The coordinator prepares an evaluation, and opens it.
    PrepareEvaluation = "evaluations.prepare" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);
base::permit!(
    /// The coordinator or a delegate of an evaluating State writes the questionnaire.
    AskQuestions = "evaluations.ask" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);
base::permit!(
    /// A delegate answers for their own party.
    AnswerEvaluation = "evaluations.answer" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);
base::permit!(
    /// A delegate of an evaluating State gives more time, writes findings and recommendations, and publishes them.
    EvaluateProcess = "evaluations.evaluate" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);
base::permit!(
    /// An addressee says what it makes of a recommendation.
    RespondToRecommendation = "evaluations.respond" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);

impl Writes<EvaluationEntry> for PrepareEvaluation {}
impl Writes<EvaluationEntry> for AskQuestions {}
impl Writes<EvaluationEntry> for AnswerEvaluation {}
impl Writes<EvaluationEntry> for EvaluateProcess {}
impl Writes<EvaluationEntry> for RespondToRecommendation {}
impl Writes<ObligationEntry> for RespondToRecommendation {}
