//! What may be done here, each as a type that a handler asks for, and who may append.

use base::access::Writes;

use super::entries::ExerciseEntry;
use crate::obligations::ObligationEntry;

base::permit!(
    /// Somebody lists the exercises.
    ListExercises = "exercises.list" in "secretariat",
    for [Secretariat], class Members, rate Look
);
base::permit!(
    /// Somebody opens one exercise.
    ShowExercise = "exercises.show" in "secretariat",
    for [Secretariat], class Members, rate Look
);
base::permit!(
    /// The coordinator plans an exercise, takes it a step on, writes findings down and answers them.
    PlanExercises = "exercises.plan" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);
base::permit!(
    /// A delegate of a State that took part reports its counts.
    CountExercise = "exercises.count" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);
base::permit!(
    /// Somebody takes the counts away.
    ExportExercise = "exercises.export" in "secretariat",
    for [Secretariat], class Members, rate Bulk
);

impl Writes<ExerciseEntry> for PlanExercises {}
impl Writes<ObligationEntry> for PlanExercises {}
impl Writes<ExerciseEntry> for CountExercise {}
