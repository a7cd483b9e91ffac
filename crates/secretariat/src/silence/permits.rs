//! What may be done here, each as a type that a handler asks for, and who may append.

use base::access::{Witnesses, Writes};

use super::entries::SilenceEntry;

base::permit!(
    /// Somebody lists the no-objection rounds.
    ListRounds = "silence.list" in "secretariat",
    for [Secretariat], class Members, rate Look
);
base::permit!(
    /// Somebody opens one round's page.
    ShowRound = "silence.show" in "secretariat",
    for [Secretariat], class Members, rate Look
);
base::permit!(
    /// Somebody takes the result letter of a round away.
    TakeLetter = "silence.letter" in "secretariat",
    for [Secretariat], class Members, rate Bulk
);
base::permit!(
    /// The presidency puts a text to the States, for the first time or again.
    OpenRound = "silence.open" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);
base::permit!(
    /// A delegate states the position of a State, takes it back, or asks for more time.
    TakePosition = "silence.position" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);
base::permit!(
    /// A delegate comments, of a State or of an observer.
    CommentOnRound = "silence.comment" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);
base::permit!(
    /// The presidency answers a wish for more time, or takes an objection up.
    PresideOverRound = "silence.preside" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);

impl Writes<SilenceEntry> for OpenRound {}
impl Writes<SilenceEntry> for TakePosition {}
impl Writes<SilenceEntry> for CommentOnRound {}
impl Writes<SilenceEntry> for PresideOverRound {}

impl Witnesses<SilenceEntry> for ListRounds {}
impl Witnesses<SilenceEntry> for ShowRound {}
impl Witnesses<SilenceEntry> for TakeLetter {}
impl Witnesses<SilenceEntry> for OpenRound {}
impl Witnesses<SilenceEntry> for TakePosition {}
impl Witnesses<SilenceEntry> for CommentOnRound {}
impl Witnesses<SilenceEntry> for PresideOverRound {}
