//! Alerts on people: somebody is missed, is at risk, is asked for as a witness, or is wanted for trafficking in persons or the
//! sexual exploitation of minors.
//!
//! Asked for by the Declaration (Costa Rica's proposal, put out for comments); it ships switched off. What it must never do, and
//! how: `docs/why/0028-alerts.md`, whose rules G-01 and onwards tests name. Alerts on documents: `documents`.

mod adopt;
mod api;
mod apply;
pub mod blocks;
mod born;
mod claims;
mod closed;
mod coded;
mod consultations;
mod correct;
pub mod counts;
mod draft;
mod entries;
mod flags;
mod form;
mod found;
mod front;
mod frozen;
pub(crate) mod glass;
mod handling;
mod judge;
mod life;
mod list;
pub mod matches;
mod misused;
mod opt;
mod pages;
mod permits;
mod proposals;
mod propose;
mod queries;
pub mod samples;
mod screen;
mod show;
mod supplements;
mod sweep;
mod switch;
mod text;
mod traits;
mod typed;
mod waits;
pub mod watch;
mod withdraw;

#[cfg(test)]
mod proofs;

pub use adopt::{Turn, decide};
pub use born::{Born, NotABirth};
pub use coded::{Action, BasisKind, Category, Ending, Offence, Sex, Stance, Standing};
pub use correct::correct;
pub use draft::{Numbering, draft};
pub use entries::AlertsEntry;
pub use flags::{FlagReason, Instead};
pub use handling::{HandedFor, Handling, HandlingCode};
pub use judge::{Proportion, activate, extend, give_back};
pub use life::{
    ACCUSING_YEARS, Act, DECIDED_YEARS, DRAFT_DAYS, KEPT_DAYS, Life, NOTICE_MONTHS, PROTECTIVE_YEARS, Term, until,
};
pub use opt::{opt_in, opt_out};
pub use permits::{
    ActivateAlert, AdoptRegister, AnswerMatch, CorrectAlert, DraftAlert, ExtendAlert, OptIn, ProposeAlert, ReturnAlert,
    SeeOverdue, ShowRegister, WithdrawAlert,
};
pub use propose::propose;
pub use screen::unwelcome;
pub use switch::{Adoption, Part, adoption, parts};
pub use text::{AlertText, Basis, Sealed, Subject};
pub use traits::{BodyPlace, Eyes, HeightBand, Mark, Marked, Traits};
pub use withdraw::withdraw;

use std::ops::RangeInclusive;

use base::access::{Permit, PolicyText};
use base::ground::RoomPlan;
use base::store::{Room, StoreError};
use base::web::{RoomLinkSpec, Routes};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use journal::Name;
use rusqlite::Connection;
use utoipa::OpenApi;

/// All that this room brings to its house.
pub(crate) const PLAN: RoomPlan = RoomPlan {
    schema: Some(PolicyText {
        file: "registers/policies/alerts.cedarschema",
        text: include_str!("../../policies/alerts.cedarschema"),
    }),
    policies: Some(PolicyText {
        file: "registers/policies/alerts.cedar",
        text: include_str!("../../policies/alerts.cedar"),
    }),
    words: &[base::words!("alerts")],
    routes,
    navigation: Some(RoomLinkSpec::to::<permits::ShowRegister>("/alerts", "room-alerts").last()),
    api: described,
    sweep: sweep::sweep,
    stand_still: &STAND_STILL,
    long_looks: &LONG_LOOKS,
    ..RoomPlan::NOTHING
};

/// What stands still while a chain is known not to hold (G-31): whatever puts words about somebody in force, prepares that, or gives them
/// more effect. What takes them out goes on, as do an officer's answer, a flag, redress, and the end that time brings.
const STAND_STILL: [&str; 12] = [
    <AdoptRegister as Permit>::ACTION,
    <OptIn as Permit>::ACTION,
    <DraftAlert as Permit>::ACTION,
    <CorrectAlert as Permit>::ACTION,
    <ProposeAlert as Permit>::ACTION,
    <ReturnAlert as Permit>::ACTION,
    <ActivateAlert as Permit>::ACTION,
    <ExtendAlert as Permit>::ACTION,
    <permits::LiftFlag as Permit>::ACTION,
    <permits::AgreeBoth as Permit>::ACTION,
    <permits::LiftClaim as Permit>::ACTION,
    <permits::PermitHandling as Permit>::ACTION,
];

/// Looks that are kept for three years (G-16): whoever met an alert, opened, wrote or judged it. A check at a border is none of them: kept for
/// so long it would say where a document has been, of thousands for whom nobody looks.
const LONG_LOOKS: [&str; 45] = [
    <permits::ListAlerts as Permit>::ACTION,
    <permits::ShowAlert as Permit>::ACTION,
    <permits::ShowFace as Permit>::ACTION,
    <permits::ReadSealed as Permit>::ACTION,
    <permits::DraftAlert as Permit>::ACTION,
    <permits::CorrectAlert as Permit>::ACTION,
    <permits::ProposeAlert as Permit>::ACTION,
    <permits::ReturnAlert as Permit>::ACTION,
    <permits::ActivateAlert as Permit>::ACTION,
    <permits::ExtendAlert as Permit>::ACTION,
    <permits::WithdrawAlert as Permit>::ACTION,
    <permits::ListFlags as Permit>::ACTION,
    <permits::AskFlag as Permit>::ACTION,
    <permits::SetFlag as Permit>::ACTION,
    <permits::LiftFlag as Permit>::ACTION,
    <permits::SecondMatch as Permit>::ACTION,
    <permits::OpenMatch as Permit>::ACTION,
    <permits::AnswerMatch as Permit>::ACTION,
    <permits::ListConsultations as Permit>::ACTION,
    <permits::SayConsulted as Permit>::ACTION,
    <permits::AgreeBoth as Permit>::ACTION,
    <permits::ListProposals as Permit>::ACTION,
    <permits::ProposeToOwner as Permit>::ACTION,
    <permits::AnswerProposal as Permit>::ACTION,
    <permits::ShowMisused as Permit>::ACTION,
    <permits::EnterMisused as Permit>::ACTION,
    <permits::ConfirmMisused as Permit>::ACTION,
    <permits::EndMisused as Permit>::ACTION,
    <permits::PermitHandling as Permit>::ACTION,
    <permits::TakeBackHandling as Permit>::ACTION,
    <permits::HandOnMatch as Permit>::ACTION,
    <permits::BreakGlass as Permit>::ACTION,
    <permits::ReadBroken as Permit>::ACTION,
    <permits::ListBreakings as Permit>::ACTION,
    <permits::AnswerBreaking as Permit>::ACTION,
    <permits::ListSupplements as Permit>::ACTION,
    <permits::ReadSupplement as Permit>::ACTION,
    <permits::AskSupplement as Permit>::ACTION,
    <permits::AnswerSupplement as Permit>::ACTION,
    <permits::ListClaims as Permit>::ACTION,
    <permits::RecordClaim as Permit>::ACTION,
    <permits::ClaimAtMatch as Permit>::ACTION,
    <permits::ReferClaim as Permit>::ACTION,
    <permits::AskLiftClaim as Permit>::ACTION,
    <permits::LiftClaim as Permit>::ACTION,
];

/// This room's tables and what its entries mean for them.
pub static ROOM: Room = Room {
    name: Name::literal("alerts"),
    tables: concat!(
        include_str!("tables.sql"),
        include_str!("flags/flags.sql"),
        include_str!("blocks/blocks.sql"),
        include_str!("supplements/supplements.sql"),
        include_str!("supplements/late.sql"),
        include_str!("claims/claims.sql"),
        include_str!("consultations/consultations.sql"),
        include_str!("proposals/proposals.sql"),
        include_str!("misused/misused.sql"),
        include_str!("handling/handling.sql"),
        include_str!("handling/taken.sql"),
        include_str!("glass/glass.sql")
    ),
    apply: apply::apply,
    destroys: entries::destroys,
};

/// Answers this room's routes.
fn routes() -> Routes {
    between_states(glass::routes(supplements::routes(claims::routes(Routes::new()))))
        .get("/alerts", front::page)
        .get("/alerts/adopt", adopt::adopt_page)
        .post("/alerts/adopt", adopt::adopt)
        .get("/alerts/repeal", adopt::repeal_page)
        .post("/alerts/repeal", adopt::repeal)
        .get("/alerts/categories/{code}", opt::page)
        .post("/alerts/categories/{code}", opt::submit)
        .get("/alerts/own", list::page)
        .get("/alerts/face", list::face)
        .get("/alerts/flags", flags::list::page)
        .get("/alerts/matches", matches::second::page)
        .post("/alerts/matches/ask", matches::second::ask)
        .post("/alerts/matches/agree", matches::second::agree)
        .post("/alerts/matches/open", matches::open::submit)
        .post("/alerts/matches/hand-on", matches::hand_on::submit)
        .post("/alerts/matches/outcome", matches::outcome::submit)
        .get("/api/v1/person-matches", matches::api::waiting)
        .post("/api/v1/person-matches/ask", matches::api::ask)
        .post("/api/v1/person-matches/agree", matches::api::agree)
        .post("/api/v1/person-matches/open", matches::api::open_it)
        .post("/api/v1/person-matches/hand-on", matches::api::hand_it_on)
        .post("/api/v1/person-matches/outcome", matches::api::answer)
        .get("/alerts/new", draft::page)
        .post("/alerts/new", draft::submit)
        .get("/alerts/{reference}", show::page)
        .get("/alerts/{reference}/reason", show::reason)
        .get("/alerts/{reference}/correct", correct::page)
        .post("/alerts/{reference}/correct", correct::submit)
        .post("/alerts/{reference}/propose", propose::submit)
        .get("/alerts/{reference}/activate", judge::activate_page)
        .post("/alerts/{reference}/activate", judge::activate_submit)
        .post("/alerts/{reference}/return", judge::return_submit)
        .get("/alerts/{reference}/extend", judge::extend_page)
        .post("/alerts/{reference}/extend", judge::extend_submit)
        .get("/alerts/{reference}/withdraw", withdraw::page)
        .post("/alerts/{reference}/withdraw", withdraw::submit)
        .get("/alerts/{reference}/flag", flags::ask::page)
        .post("/alerts/{reference}/flag", flags::ask::submit)
        .post("/alerts/{reference}/flag/set", flags::ask::set_submit)
        .post("/alerts/{reference}/flag/lift", flags::ask::lift_submit)
        .get("/alerts/{reference}/permit", handling::permit::page)
        .post("/alerts/{reference}/permit", handling::permit::submit)
        .post("/alerts/{reference}/permit/end", handling::take_back::submit)
        .post("/api/v1/alerts/{reference}/permit/end", handling::take_back_by_call)
        .get("/alerts/{reference}/misused", misused::list::page)
        .post("/alerts/{reference}/misused", misused::enter::submit)
        .post("/alerts/{reference}/misused/confirm", misused::confirm::submit)
        .post("/alerts/{reference}/misused/end", misused::end::submit)
        .get("/api/v1/alerts/register", front::call)
        .get("/api/v1/alerts/waiting", waits::call)
        .get("/api/v1/alerts", api::list)
        .post("/api/v1/alerts", api::write_down)
        .get("/api/v1/alerts/{reference}", api::show)
        .post("/api/v1/alerts/{reference}/withdraw", api::take_back)
        .get("/api/v1/alerts/flags", flags::call)
        .post("/api/v1/alerts/{reference}/flag", flags::flag_by_call)
        .post("/api/v1/alerts/{reference}/flag/lift", flags::lift_by_call)
        .post("/api/v1/alerts/{reference}/permit", handling::permit_by_call)
        .get("/api/v1/alerts/{reference}/misused", misused::call)
        .post("/api/v1/alerts/{reference}/misused", misused::enter_by_call)
        .post("/api/v1/alerts/{reference}/misused/end", misused::end_by_call)
}

/// Adds what States say to each other about alerts that do not go together, and propose to each other.
fn between_states(routes: Routes) -> Routes {
    routes
        .get("/alerts/consultations", consultations::list::page)
        .post("/alerts/consultations/say", consultations::say::submit)
        .post("/alerts/consultations/agree", consultations::say::agree_submit)
        .get("/api/v1/alerts/consultations", consultations::call)
        .post("/api/v1/alerts/consultations/say", consultations::say_by_call)
        .post("/api/v1/alerts/consultations/agree", consultations::agree_by_call)
        .get("/alerts/proposals", proposals::list::page)
        .get("/alerts/{reference}/proposal", proposals::make::page)
        .post("/alerts/{reference}/proposal", proposals::make::submit)
        .post("/alerts/{reference}/proposal/answer", proposals::answer_submit)
        .get("/api/v1/alerts/proposals", proposals::call)
        .post("/api/v1/alerts/{reference}/proposal", proposals::propose_by_call)
        .post("/api/v1/alerts/{reference}/proposal/answer", proposals::answer_by_call)
}

/// Answers this room's part of the OpenAPI document.
fn described() -> utoipa::openapi::OpenApi {
    let mut all = api::Api::openapi();
    all.merge(consultations::Consultations::openapi());
    all.merge(flags::Flags::openapi());
    all.merge(claims::Claims::openapi());
    all.merge(supplements::Supplements::openapi());
    all.merge(proposals::Proposals::openapi());
    all.merge(misused::Misuses::openapi());
    all.merge(handling::Handlings::openapi());
    all.merge(glass::Glasses::openapi());
    all.merge(waits::Waiting::openapi());
    all
}

/// Answers for each State how many clearances, and holders of misused identities, rest under a key of the numbers: those given at
/// these positions.
pub fn resting_on_key(connection: &Connection, at: RangeInclusive<u64>) -> Result<Vec<(String, u64)>, StoreError> {
    queries::cleared_at(connection, at)
}

/// Answers the day by which alerts begin and end: the day at UTC, the same for every reader.
pub(crate) fn today(now: Timestamp) -> Date {
    TimeZone::UTC.to_datetime(now).date()
}
