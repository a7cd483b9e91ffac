//! Awareness campaigns: what each State does to warn of the dangers, for whom, in which languages, at what cost, and what came of it.
//!
//! A delegation writes down and publishes its own State's; nobody else does. A draft is for its State and the secretariat. Figures
//! are compared only where they were measured and paid alike (`conference::campaigns`).

mod api;
mod apply;
mod coded;
mod compare;
mod entries;
mod evaluate;
mod export;
mod form;
mod list;
mod pages;
mod permits;
#[cfg(test)]
mod proofs;
mod publish;
mod queries;
mod read;
mod show;
mod waiting;
mod write;

use base::access::PolicyText;
use base::ground::RoomPlan;
use base::store::Room;
use base::web::{RoomLinkSpec, Routes};
use journal::Name;

pub use api::{NewCampaign, NewEvaluation};
pub use evaluate::evaluate_campaign;
pub use permits::{EvaluateCampaign, ExportCampaigns, ListCampaigns, PublishCampaign, ShowCampaign, WriteCampaign};
pub use publish::publish_campaign;
pub use waiting::waiting;
pub use write::write_campaign;

/// All that this room brings to its house.
pub(crate) const PLAN: RoomPlan = RoomPlan {
    schema: Some(PolicyText {
        file: "secretariat/policies/campaigns.cedarschema",
        text: include_str!("../../policies/campaigns.cedarschema"),
    }),
    policies: Some(PolicyText {
        file: "secretariat/policies/campaigns.cedar",
        text: include_str!("../../policies/campaigns.cedar"),
    }),
    words: &[base::words!("campaigns")],
    routes,
    navigation: Some(RoomLinkSpec::to::<permits::ListCampaigns>("/campaigns", "room-campaigns")),
    api: api::api,
    ..RoomPlan::NOTHING
};

/// This room's tables and what its entries mean for them.
pub static ROOM: Room = Room {
    name: Name::literal("campaigns"),
    tables: include_str!("tables.sql"),
    apply: apply::apply,
    destroys: |_, _| Vec::new(),
};

/// Answers this room's routes.
fn routes() -> Routes {
    Routes::new()
        .get("/campaigns", list::page)
        .get("/campaigns/compare", compare::page)
        .get("/campaigns/export", export::file)
        .get("/campaigns/new", write::first_page)
        .post("/campaigns/new", write::first_submit)
        .get("/campaigns/{reference}", show::page)
        .get("/campaigns/{reference}/write", write::page)
        .post("/campaigns/{reference}/write", write::submit)
        .post("/campaigns/{reference}/publish", publish::submit)
        .get("/campaigns/{reference}/evaluate", evaluate::page)
        .post("/campaigns/{reference}/evaluate", evaluate::submit)
        .get("/api/v1/campaigns", list::call)
        .post("/api/v1/campaigns", write::first_call)
        .get("/api/v1/campaigns/export", export::call)
        .get("/api/v1/campaigns/{reference}", show::call)
        .post("/api/v1/campaigns/{reference}", write::call)
        .post("/api/v1/campaigns/{reference}/publish", publish::call)
        .post("/api/v1/campaigns/{reference}/evaluation", evaluate::call)
}
