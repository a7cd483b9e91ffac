//! Documents of the conference: what each is, who may see it, and its texts language by language.
//!
//! A text that was brought is never overwritten: the next one is another version. Files rest under the name of their content,
//! which the journal's entry says; they are handed over to be kept, never shown inside a page of ours.

mod add;
mod api;
mod apply;
mod beside;
mod changes;
mod chips;
mod classify;
mod dismiss;
mod dismissed;
mod entries;
mod file;
mod followed;
mod handed;
mod languages;
mod list;
mod news;
mod paper;
mod permits;
#[cfg(test)]
mod proofs;
mod public;
mod queries;
mod rule;
mod show;
mod why;
mod written;

use base::access::PolicyText;
use base::ground::RoomPlan;
use base::store::Room;
use base::web::{RoomLinkSpec, Routes};
use journal::Name;

pub use add::add_text;
pub use api::{NewPaper, PaperClass, PaperShown, PapersPage, TextShown};
pub use changes::{ChangeShown, ChangesShown};
pub(crate) use chips::{Chip, chips, drawn as draw_chips, hang_on, is_filed};
pub use dismiss::Dismissal;
pub(crate) use entries::PaperEntry;
pub use file::file_paper;
pub(crate) use followed::followed;
pub(crate) use handed::{Resting, file_whole};
pub use languages::{FlagSaid, FlagShown, LanguagesRow, LanguagesShown};
pub(crate) use paper::{CLASSES, KINDS, key};
pub use permits::{AddText, ClassifyPaper, DismissFlag, FilePaper, ListPapers, ShowPaper};
pub(crate) use public::{meetings_published, public, published};
pub(crate) use queries::{Paper, Text, exists, kept_for_members, one, resource, resource_of, texts};
pub(crate) use show::{title, to_be_kept};
pub(crate) use written::written;

/// All that this room brings to its house.
pub(crate) const PLAN: RoomPlan = RoomPlan {
    schema: Some(PolicyText {
        file: "secretariat/policies/papers.cedarschema",
        text: include_str!("../../policies/papers.cedarschema"),
    }),
    policies: Some(PolicyText {
        file: "secretariat/policies/papers.cedar",
        text: include_str!("../../policies/papers.cedar"),
    }),
    words: &[base::words!("papers")],
    routes,
    navigation: Some(RoomLinkSpec::to::<permits::ListPapers>("/papers", "room-papers")),
    api: api::api,
    files: queries::files,
    ..RoomPlan::NOTHING
};

/// This room's tables and what its entries mean for them.
pub static ROOM: Room = Room {
    name: Name::literal("papers"),
    tables: concat!(include_str!("tables.sql"), include_str!("classes.sql"), include_str!("dismissed.sql")),
    apply: apply::apply,
    destroys: |_, _| Vec::new(),
};

/// Answers this room's routes.
fn routes() -> Routes {
    Routes::new()
        .get("/papers", list::page)
        .get("/papers/news", news::page)
        .get("/papers/file", file::page)
        .post("/papers/file", file::submit)
        .get("/papers/{reference}", show::page)
        .get("/papers/{reference}/texts/{text}", show::text)
        .get("/papers/{reference}/texts/{text}/changes", changes::page)
        .get("/papers/{reference}/languages", languages::page)
        .get("/papers/{reference}/languages/{hash}", dismiss::page)
        .post("/papers/{reference}/languages/{hash}", dismiss::submit)
        .get("/papers/{reference}/class", classify::page)
        .post("/papers/{reference}/class", classify::submit)
        .get("/papers/{reference}/add", add::page)
        .post("/papers/{reference}/add", add::submit)
        .get("/api/v1/papers", list::call)
        .post("/api/v1/papers", file::call)
        .get("/api/v1/papers/{reference}", show::call)
        .post("/api/v1/papers/{reference}/class", classify::call)
        .get("/api/v1/papers/{reference}/texts/{text}", show::text_call)
        .get("/api/v1/papers/{reference}/texts/{text}/changes", changes::call)
        .post("/api/v1/papers/{reference}/texts", add::call)
        .get("/api/v1/papers/{reference}/languages", languages::call)
        .post("/api/v1/papers/{reference}/languages/{hash}", dismiss::call)
}
