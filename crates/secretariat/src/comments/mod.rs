//! Comment rounds: everybody is asked what they say to a text, paragraph by paragraph, until a deadline.
//!
//! Who has answered and the consolidated table are the pure function `conference::comments::account` of a round's entries here. Only
//! time ends a round: nobody closes one, and a late comment stands in the table and says so. A delegation has one comment on each
//! place of the text; the latest counts, and those before it stay in sight.

mod api;
mod apply;
mod comment;
mod compile;
mod convene;
mod entries;
mod export;
mod extension;
mod form;
mod list;
mod nothing;
mod pages;
mod paragraphs;
mod parties;
mod permits;
#[cfg(test)]
mod proofs;
mod queries;
mod round;
#[cfg(test)]
mod samples;
mod saying;
mod show;
mod sweep;
mod table;
mod telling;
mod time;
mod waiting;
mod withdraw;

use base::access::PolicyText;
use base::ground::RoomPlan;
use base::store::Room;
use base::web::{RoomLinkSpec, Routes};
use journal::Name;

pub use api::{
    CommentReplyShown, CommentRoundChanged, CommentRoundListed, CommentRoundShown, CommentRoundsPage, CommentShown,
    GuestShown, NewComment, NewCommentRound, NewParagraph, NewReply, NewWish, ParagraphShown, ReplacedShown,
    TimeRuling, WishShown, WithdrawnComment,
};
pub use comment::comment_on;
pub use compile::reply_to;
pub use convene::convene_round;
pub use extension::ask_for_time;
pub use nothing::have_none;
pub use permits::{CommentOnText, CompileComments, ConveneRound, ExportComments, ListCommentRounds, ShowCommentRound};
pub use waiting::waiting;

/// All that this room brings to its house.
pub(crate) const PLAN: RoomPlan = RoomPlan {
    schema: Some(PolicyText {
        file: "secretariat/policies/comments.cedarschema",
        text: include_str!("../../policies/comments.cedarschema"),
    }),
    policies: Some(PolicyText {
        file: "secretariat/policies/comments.cedar",
        text: include_str!("../../policies/comments.cedar"),
    }),
    words: &[base::words!("comments")],
    routes,
    navigation: Some(RoomLinkSpec::to::<permits::ListCommentRounds>("/comments", "room-comments")),
    api: api::api,
    sweep: sweep::sweep,
    ..RoomPlan::NOTHING
};

/// This room's tables and what its entries mean for them.
pub static ROOM: Room = Room {
    name: Name::literal("comments"),
    tables: include_str!("tables.sql"),
    apply: apply::apply,
    destroys: |_, _| Vec::new(),
};

/// Answers this room's routes.
fn routes() -> Routes {
    Routes::new()
        .get("/comments", list::page)
        .get("/comments/convene", convene::page)
        .post("/comments/convene", convene::submit)
        .get("/comments/{reference}", show::page)
        .get("/comments/{reference}/table", table::page)
        .get("/comments/{reference}/export", export::page)
        .get("/comments/{reference}/comment", comment::page)
        .post("/comments/{reference}/comment", comment::submit)
        .get("/comments/{reference}/withdraw/{id}", withdraw::page)
        .post("/comments/{reference}/withdraw/{id}", withdraw::submit)
        .get("/comments/{reference}/nothing", nothing::page)
        .post("/comments/{reference}/nothing", nothing::submit)
        .get("/comments/{reference}/extension", extension::page)
        .post("/comments/{reference}/extension", extension::submit)
        .get("/comments/{reference}/time", time::page)
        .post("/comments/{reference}/time", time::submit)
        .get("/comments/{reference}/compile/{id}", compile::page)
        .post("/comments/{reference}/compile/{id}", compile::submit)
        .get("/api/v1/comments", list::call)
        .post("/api/v1/comments", convene::call)
        .get("/api/v1/comments/{reference}", show::call)
        .get("/api/v1/comments/{reference}/export", export::call)
        .post("/api/v1/comments/{reference}/comment", comment::call)
        .post("/api/v1/comments/{reference}/withdraw", withdraw::call)
        .post("/api/v1/comments/{reference}/nothing", nothing::call)
        .post("/api/v1/comments/{reference}/extension", extension::call)
        .post("/api/v1/comments/{reference}/time", time::call)
        .post("/api/v1/comments/{reference}/compile", compile::call)
}
