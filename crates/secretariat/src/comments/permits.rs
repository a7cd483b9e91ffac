//! What may be done here, each as a type that a handler asks for, and who may append.

use base::access::{Witnesses, Writes};

use super::entries::CommentEntry;

base::permit!(
    /// Somebody lists the comment rounds.
    ListCommentRounds = "comments.list" in "secretariat",
    for [Secretariat], class Members, rate Look
);
base::permit!(
    /// Somebody opens one round, or its consolidated table.
    ShowCommentRound = "comments.show" in "secretariat",
    for [Secretariat], class Members, rate Look
);
base::permit!(
    /// Somebody takes the consolidated table away.
    ExportComments = "comments.export" in "secretariat",
    for [Secretariat], class Members, rate Bulk
);
base::permit!(
    /// The presidency or the secretariat asks everybody for comments on a text.
    ConveneRound = "comments.convene" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);
base::permit!(
    /// A delegate comments for a delegation, takes a comment back, says that it has none, or asks for more time.
    CommentOnText = "comments.comment" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);
base::permit!(
    /// Whoever convenes answers comments, and wishes for more time.
    CompileComments = "comments.compile" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);

impl Writes<CommentEntry> for ConveneRound {}
impl Writes<CommentEntry> for CommentOnText {}
impl Writes<CommentEntry> for CompileComments {}

impl Witnesses<CommentEntry> for ListCommentRounds {}
impl Witnesses<CommentEntry> for ShowCommentRound {}
impl Witnesses<CommentEntry> for ExportComments {}
impl Witnesses<CommentEntry> for ConveneRound {}
impl Witnesses<CommentEntry> for CommentOnText {}
impl Witnesses<CommentEntry> for CompileComments {}
