//! What may be done here, each as a type that a handler asks for, and who may append.

use base::access::Writes;

use super::entries::TrainingEntry;

base::permit!(
    /// Somebody lists the courses and sessions, or one session, without a name in it.
    ListTraining = "training.list" in "secretariat",
    for [Secretariat], class Members, rate Look
);
base::permit!(
    /// Somebody opens one session's page, on which nobody is named.
    ShowTraining = "training.show" in "secretariat",
    for [Secretariat], class Members, rate Look
);
base::permit!(
    /// The coordinator makes a course, or calls a session of one.
    ArrangeTraining = "training.arrange" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);
base::permit!(
    /// Somebody looks at who is nominated: their own State's people, or everybody for the secretariat.
    ShowNominees = "training.people" in "secretariat",
    for [Secretariat], class Personal, rate Look
);
base::permit!(
    /// A delegate nominates somebody, or takes that back.
    Nominate = "training.nominate" in "secretariat",
    for [Secretariat], class Personal, rate Write, writes
);
base::permit!(
    /// The coordinator writes down who attended, gives certificates, and withdraws one.
    RecordTraining = "training.record" in "secretariat",
    for [Secretariat], class Personal, rate Write, writes
);
base::permit!(
    /// Somebody takes a certificate away.
    TakeTrainingCertificate = "training.certificate" in "secretariat",
    for [Secretariat], class Personal, rate Bulk
);
base::permit!(
    /// A delegate says what somebody who attended thought of a session.
    GiveFeedback = "training.feedback" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);

impl Writes<TrainingEntry> for ArrangeTraining {}
impl Writes<TrainingEntry> for Nominate {}
impl Writes<TrainingEntry> for RecordTraining {}
impl Writes<TrainingEntry> for GiveFeedback {}
