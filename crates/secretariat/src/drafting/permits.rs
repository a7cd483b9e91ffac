//! What may be done here, each as a type that a handler asks for, and who may append.

use base::access::Writes;

use super::entries::DraftEntry;
use crate::papers::PaperEntry;

base::permit!(
    /// Somebody lists the drafts that they may read.
    ListDrafts = "drafting.list" in "secretariat",
    for [Secretariat], class Members, rate Look
);
base::permit!(
    /// Somebody reads a draft, its proposals and its versions.
    ShowDraft = "drafting.show" in "secretariat",
    for [Secretariat], class Members, rate Look
);
base::permit!(
    /// The coordinator opens a draft.
    OpenDraft = "drafting.open" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);
base::permit!(
    /// A drafter proposes a change, or says something of one.
    TakePart = "drafting.take_part" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);
base::permit!(
    /// Whoever chairs says what becomes of a proposal, or lets somebody in.
    ChairDraft = "drafting.chair" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);
base::permit!(
    /// The coordinator hands a draft over to a meeting as a document.
    HandOverDraft = "drafting.hand_over" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);

impl Writes<DraftEntry> for OpenDraft {}
impl Writes<DraftEntry> for TakePart {}
impl Writes<DraftEntry> for ChairDraft {}
impl Writes<DraftEntry> for HandOverDraft {}
impl Writes<PaperEntry> for HandOverDraft {}
