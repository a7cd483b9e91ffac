//! What can be said here. Frozen: kinds and fields are added, never edited.
//!
//! The secretariat says in its series which decision adopted the register; each State in its own in what it takes part and
//! whom it looks for. Thirty days after an alert has ended a rule destroys all that its State said about it.

use base::store::{Entry, Rests, Room, StoreError};
use jiff::civil::Date;
use journal::Name;
use minicbor::{Decode, Encode};
use uuid::Uuid;

use super::blocks::entries::{Blocked, Ruled};
use super::claims::entries::{ClaimRecorded, ClaimReferred, ClaimTold};
use super::coded::{Category, Ending};
use super::consultations::entries::{ConsultationAgreed, ConsultationOpened, ConsultationSaid};
use super::flags::entries::{FlagAsked, FlagTold};
use super::glass::entries::{GlassAnswered, GlassBroken};
use super::handling::entries::{HandlingPermitted, HandlingTakenBack};
use super::matches::MatchOutcome;
use super::misused::entries::{MisusedConfirmed, MisusedEntered};
use super::proposals::entries::{ProposalAnswered, ProposalMade};
use super::supplements::entries::{SupplementAsked, SupplementOverdue, SupplementSaid};
use super::text::RestingText;

/// One entry of the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AlertsEntry {
    /// The conference has adopted the register.
    Adopted(Decided),
    /// The conference has ended it; every State has to opt in again if it is adopted again.
    Repealed(Decided),
    /// A State takes part in a category.
    OptedIn(OptedIn),
    /// A State takes part in a category no longer.
    OptedOut(OptedOut),
    /// Somebody wrote down whom their State looks for.
    Drafted(Drafted),
    /// A new version, by its own State; what is in force stays so.
    Corrected(Corrected),
    /// The latest version is put before a second person.
    Proposed(Proposed),
    /// A second person gives it back with a question.
    Returned(Returned),
    /// A second person puts it in force, and leaves a record why.
    Activated(Judged),
    /// A second person leaves it in force for longer, and leaves a record why.
    Extended(Judged),
    /// Its State takes it back.
    Withdrawn(Withdrawn),
    /// A rule: what stays of an alert whose words are destroyed.
    Remembered(Remembered),
    /// A rule: the words of an alert that has ended are destroyed.
    Destroyed(Destroyed),
    /// An officer of any State says what came of a possible match with an alert; nothing of a traveller.
    Met(Met),
    /// Whoever was taken for the alert's person asks not to be again: a keyed hash of their document, for a year.
    Cleared(Cleared),
    /// What a State said of matches with an alert is destroyed by a rule, with the alert or when its days are over; what it keeps of
    /// a holder of a misused identity, also at the holder's request or as the alert is taken back.
    Forgotten(Forgotten),
    /// Somebody asks that their State's officers do not act on another State's alert as it asks.
    FlagAsked(FlagAsked),
    /// A second person of that State decides it.
    FlagSet(FlagTold),
    /// That State ends it.
    FlagLifted(FlagTold),
    /// A member of the panel takes an alert out of every search, until the panel decides.
    Blocked(Blocked),
    /// The panel brings it back.
    Unblocked(Blocked),
    /// The panel has decided what its State must do with it.
    Ruled(Ruled),
    /// A State whose officer confirmed a match asks the alert's owner what else it must know.
    SupplementAsked(SupplementAsked),
    /// The owner says something to it.
    SupplementSaid(SupplementSaid),
    /// A rule: it has not said its last word in time, and oversight is told.
    SupplementOverdue(SupplementOverdue),
    /// Whom an alert is about has asked the speaking State for protection.
    ClaimRecorded(ClaimRecorded),
    /// They were brought to those who decide about it.
    ClaimReferred(ClaimReferred),
    /// Somebody asks that it shield no longer.
    ClaimEnding(ClaimTold),
    /// A second person of that State decides so.
    ClaimEnded(ClaimTold),
    /// An alert that was put in force is held beside another State's, with which it does not go together.
    ConsultationOpened(ConsultationOpened),
    /// One of the two States says something to the other.
    ConsultationSaid(ConsultationSaid),
    /// The State whose alert stood first agrees that both stand.
    ConsultationAgreed(ConsultationAgreed),
    /// Another State proposes something to the owner of an alert.
    ProposalMade(ProposalMade),
    /// Its owner answers.
    ProposalAnswered(ProposalAnswered),
    /// Data of whoever's identity an alert's person misuses are kept beside it, at their request.
    MisusedEntered(MisusedEntered),
    /// A second person of that State confirms them.
    MisusedConfirmed(MisusedConfirmed),
    /// The alert's State permits another something in spite of a handling code.
    HandlingPermitted(HandlingPermitted),
    /// It takes that back.
    HandlingTakenBack(HandlingTakenBack),
    /// Somebody reads the sealed part of another State's alert for an hour, because a life is in danger.
    GlassBroken(GlassBroken),
    /// The oversight of a State says what it found about that.
    GlassAnswered(GlassAnswered),
}

/// A decision of the conference, which rests in another house.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Decided {
    /// The decision's symbol.
    #[n(0)]
    pub symbol: String,
    /// Its day.
    #[n(1)]
    #[cbor(with = "super::frozen::text")]
    pub on: Date,
}

/// See [`AlertsEntry::OptedIn`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct OptedIn {
    /// In what.
    #[n(0)]
    pub category: Category,
    /// The national law or decision that allows it.
    #[n(1)]
    pub basis: String,
}

/// See [`AlertsEntry::OptedOut`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct OptedOut {
    /// Of what.
    #[n(0)]
    pub category: Category,
}

/// See [`AlertsEntry::Drafted`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Drafted {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub alert: Uuid,
    /// Short code of the process, the first part of its reference.
    #[n(1)]
    pub process: String,
    /// Year of the reference.
    #[n(2)]
    pub year: i16,
    /// Number of the reference.
    #[n(3)]
    pub number: u32,
    /// Of whom it speaks; no correction changes that.
    #[n(4)]
    pub category: Category,
    /// What it says.
    #[n(5)]
    pub text: RestingText,
    /// Day from which it is kept no longer, unless it is put in force.
    #[n(6)]
    #[cbor(with = "super::frozen::text")]
    pub waits_until: Date,
}

/// See [`AlertsEntry::Corrected`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Corrected {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub alert: Uuid,
    /// The new version's number.
    #[n(1)]
    pub version: u32,
    /// What it says now.
    #[n(2)]
    pub text: RestingText,
    /// Day from which it is kept no longer, unless it was or is put in force.
    #[n(3)]
    #[cbor(with = "super::frozen::text")]
    pub waits_until: Date,
}

/// See [`AlertsEntry::Proposed`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Proposed {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub alert: Uuid,
    /// The version.
    #[n(1)]
    pub version: u32,
}

/// See [`AlertsEntry::Returned`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Returned {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub alert: Uuid,
    /// The version asked about.
    #[n(1)]
    pub version: u32,
    /// The question.
    #[n(2)]
    pub question: Rests<String>,
}

/// See [`AlertsEntry::Activated`] and [`AlertsEntry::Extended`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Judged {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub alert: Uuid,
    /// The version that was judged.
    #[n(1)]
    pub version: u32,
    /// Its hash: what was seen.
    #[n(2)]
    #[cbor(with = "minicbor::bytes")]
    pub hash: [u8; 32],
    /// Day from which it is in force no longer.
    #[n(3)]
    #[cbor(with = "super::frozen::text")]
    pub until: Date,
    /// Why this case is grave enough.
    #[n(4)]
    pub grave: Rests<String>,
    /// Why no gentler means would do.
    #[n(5)]
    pub gentler: Rests<String>,
}

/// See [`AlertsEntry::Withdrawn`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Withdrawn {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub alert: Uuid,
    /// Why.
    #[n(1)]
    pub ending: Ending,
    /// On which day.
    #[n(2)]
    #[cbor(with = "super::frozen::text")]
    pub on: Date,
}

/// See [`AlertsEntry::Remembered`]. Nothing of a person.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Remembered {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub alert: Uuid,
    /// Its reference.
    #[n(1)]
    pub reference: String,
    /// Year of the reference.
    #[n(2)]
    pub year: i16,
    /// Number of the reference.
    #[n(3)]
    pub number: u32,
    /// Of what sort it was.
    #[n(4)]
    pub category: Category,
    /// The day on which it ended.
    #[n(5)]
    #[cbor(with = "super::frozen::text")]
    pub ended_on: Date,
}

/// See [`AlertsEntry::Destroyed`]. Never destroyed itself: it explains what is gone.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Destroyed {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub alert: Uuid,
    /// Positions of the entries about it, all of whose payloads go.
    #[n(1)]
    pub positions: Vec<u64>,
}

/// See [`AlertsEntry::Met`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Met {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub alert: Uuid,
    /// What came of it.
    #[n(1)]
    pub outcome: MatchOutcome,
}

/// See [`AlertsEntry::Cleared`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Cleared {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub alert: Uuid,
    /// Keyed hash of the document: its State, kind and number.
    #[n(1)]
    #[cbor(with = "minicbor::bytes")]
    pub document: [u8; 16],
    /// Day from which it spares it no longer.
    #[n(2)]
    #[cbor(with = "super::frozen::text")]
    pub until: Date,
}

/// See [`AlertsEntry::Forgotten`]. Never destroyed itself: it explains what is gone.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Forgotten {
    /// Positions of the speaking State's own entries, all of whose payloads go.
    #[n(0)]
    pub positions: Vec<u64>,
}

impl AlertsEntry {
    /// Reads a payload by its kind.
    ///
    /// Errors: `Damaged` for a kind this release does not know or bytes that are no such entry.
    pub fn read(kind: &str, payload: &[u8]) -> Result<Self, StoreError> {
        let damaged = |error: minicbor::decode::Error| StoreError::Damaged(format!("entry {kind} of alerts: {error}"));
        Ok(match kind {
            "adopted" => AlertsEntry::Adopted(minicbor::decode(payload).map_err(damaged)?),
            "repealed" => AlertsEntry::Repealed(minicbor::decode(payload).map_err(damaged)?),
            "opted.in" => AlertsEntry::OptedIn(minicbor::decode(payload).map_err(damaged)?),
            "opted.out" => AlertsEntry::OptedOut(minicbor::decode(payload).map_err(damaged)?),
            "drafted" => AlertsEntry::Drafted(minicbor::decode(payload).map_err(damaged)?),
            "corrected" => AlertsEntry::Corrected(minicbor::decode(payload).map_err(damaged)?),
            "proposed" => AlertsEntry::Proposed(minicbor::decode(payload).map_err(damaged)?),
            "returned" => AlertsEntry::Returned(minicbor::decode(payload).map_err(damaged)?),
            "activated" => AlertsEntry::Activated(minicbor::decode(payload).map_err(damaged)?),
            "extended" => AlertsEntry::Extended(minicbor::decode(payload).map_err(damaged)?),
            "withdrawn" => AlertsEntry::Withdrawn(minicbor::decode(payload).map_err(damaged)?),
            "remembered" => AlertsEntry::Remembered(minicbor::decode(payload).map_err(damaged)?),
            "destroyed" => AlertsEntry::Destroyed(minicbor::decode(payload).map_err(damaged)?),
            "met" => AlertsEntry::Met(minicbor::decode(payload).map_err(damaged)?),
            "cleared" => AlertsEntry::Cleared(minicbor::decode(payload).map_err(damaged)?),
            "forgotten" => AlertsEntry::Forgotten(minicbor::decode(payload).map_err(damaged)?),
            "flag.asked" => AlertsEntry::FlagAsked(minicbor::decode(payload).map_err(damaged)?),
            "flag.set" => AlertsEntry::FlagSet(minicbor::decode(payload).map_err(damaged)?),
            "flag.lifted" => AlertsEntry::FlagLifted(minicbor::decode(payload).map_err(damaged)?),
            "blocked" => AlertsEntry::Blocked(minicbor::decode(payload).map_err(damaged)?),
            "unblocked" => AlertsEntry::Unblocked(minicbor::decode(payload).map_err(damaged)?),
            "ruled" => AlertsEntry::Ruled(minicbor::decode(payload).map_err(damaged)?),
            "supplement.asked" => AlertsEntry::SupplementAsked(minicbor::decode(payload).map_err(damaged)?),
            "supplement.said" => AlertsEntry::SupplementSaid(minicbor::decode(payload).map_err(damaged)?),
            "supplement.overdue" => AlertsEntry::SupplementOverdue(minicbor::decode(payload).map_err(damaged)?),
            "claim.recorded" => AlertsEntry::ClaimRecorded(minicbor::decode(payload).map_err(damaged)?),
            "claim.referred" => AlertsEntry::ClaimReferred(minicbor::decode(payload).map_err(damaged)?),
            "claim.ending" => AlertsEntry::ClaimEnding(minicbor::decode(payload).map_err(damaged)?),
            "claim.ended" => AlertsEntry::ClaimEnded(minicbor::decode(payload).map_err(damaged)?),
            "consultation.opened" => AlertsEntry::ConsultationOpened(minicbor::decode(payload).map_err(damaged)?),
            "consultation.said" => AlertsEntry::ConsultationSaid(minicbor::decode(payload).map_err(damaged)?),
            "consultation.agreed" => AlertsEntry::ConsultationAgreed(minicbor::decode(payload).map_err(damaged)?),
            "proposal.made" => AlertsEntry::ProposalMade(minicbor::decode(payload).map_err(damaged)?),
            "proposal.answered" => AlertsEntry::ProposalAnswered(minicbor::decode(payload).map_err(damaged)?),
            "misused.entered" => AlertsEntry::MisusedEntered(minicbor::decode(payload).map_err(damaged)?),
            "misused.confirmed" => AlertsEntry::MisusedConfirmed(minicbor::decode(payload).map_err(damaged)?),
            "handling.permitted" => AlertsEntry::HandlingPermitted(minicbor::decode(payload).map_err(damaged)?),
            "handling.taken_back" => AlertsEntry::HandlingTakenBack(minicbor::decode(payload).map_err(damaged)?),
            "glass.broken" => AlertsEntry::GlassBroken(minicbor::decode(payload).map_err(damaged)?),
            "glass.answered" => AlertsEntry::GlassAnswered(minicbor::decode(payload).map_err(damaged)?),
            _ => return Err(StoreError::Damaged(format!("entry {kind} of alerts: no such kind"))),
        })
    }

    const fn code(&self) -> &'static str {
        match self {
            AlertsEntry::Adopted(_) => "adopted",
            AlertsEntry::Repealed(_) => "repealed",
            AlertsEntry::OptedIn(_) => "opted.in",
            AlertsEntry::OptedOut(_) => "opted.out",
            AlertsEntry::Drafted(_) => "drafted",
            AlertsEntry::Corrected(_) => "corrected",
            AlertsEntry::Proposed(_) => "proposed",
            AlertsEntry::Returned(_) => "returned",
            AlertsEntry::Activated(_) => "activated",
            AlertsEntry::Extended(_) => "extended",
            AlertsEntry::Withdrawn(_) => "withdrawn",
            AlertsEntry::Remembered(_) => "remembered",
            AlertsEntry::Destroyed(_) => "destroyed",
            AlertsEntry::Met(_) => "met",
            AlertsEntry::Cleared(_) => "cleared",
            AlertsEntry::Forgotten(_) => "forgotten",
            AlertsEntry::FlagAsked(_) => "flag.asked",
            AlertsEntry::FlagSet(_) => "flag.set",
            AlertsEntry::FlagLifted(_) => "flag.lifted",
            AlertsEntry::Blocked(_) => "blocked",
            AlertsEntry::Unblocked(_) => "unblocked",
            AlertsEntry::Ruled(_) => "ruled",
            AlertsEntry::SupplementAsked(_) => "supplement.asked",
            AlertsEntry::SupplementSaid(_) => "supplement.said",
            AlertsEntry::SupplementOverdue(_) => "supplement.overdue",
            AlertsEntry::ClaimRecorded(_) => "claim.recorded",
            AlertsEntry::ClaimReferred(_) => "claim.referred",
            AlertsEntry::ClaimEnding(_) => "claim.ending",
            AlertsEntry::ClaimEnded(_) => "claim.ended",
            AlertsEntry::ConsultationOpened(_) => "consultation.opened",
            AlertsEntry::ConsultationSaid(_) => "consultation.said",
            AlertsEntry::ConsultationAgreed(_) => "consultation.agreed",
            AlertsEntry::ProposalMade(_) => "proposal.made",
            AlertsEntry::ProposalAnswered(_) => "proposal.answered",
            AlertsEntry::MisusedEntered(_) => "misused.entered",
            AlertsEntry::MisusedConfirmed(_) => "misused.confirmed",
            AlertsEntry::HandlingPermitted(_) => "handling.permitted",
            AlertsEntry::HandlingTakenBack(_) => "handling.taken_back",
            AlertsEntry::GlassBroken(_) => "glass.broken",
            AlertsEntry::GlassAnswered(_) => "glass.answered",
        }
    }
}

impl Entry for AlertsEntry {
    fn room() -> &'static Room {
        &super::ROOM
    }

    fn kind(&self) -> Name {
        Name::literal(self.code())
    }

    fn payload(&self) -> Vec<u8> {
        let bytes = match self {
            AlertsEntry::Adopted(entry) | AlertsEntry::Repealed(entry) => minicbor::to_vec(entry),
            AlertsEntry::OptedIn(entry) => minicbor::to_vec(entry),
            AlertsEntry::OptedOut(entry) => minicbor::to_vec(entry),
            AlertsEntry::Drafted(entry) => minicbor::to_vec(entry),
            AlertsEntry::Corrected(entry) => minicbor::to_vec(entry),
            AlertsEntry::Proposed(entry) => minicbor::to_vec(entry),
            AlertsEntry::Returned(entry) => minicbor::to_vec(entry),
            AlertsEntry::Activated(entry) | AlertsEntry::Extended(entry) => minicbor::to_vec(entry),
            AlertsEntry::Withdrawn(entry) => minicbor::to_vec(entry),
            AlertsEntry::Remembered(entry) => minicbor::to_vec(entry),
            AlertsEntry::Destroyed(entry) => minicbor::to_vec(entry),
            AlertsEntry::Met(entry) => minicbor::to_vec(entry),
            AlertsEntry::Cleared(entry) => minicbor::to_vec(entry),
            AlertsEntry::Forgotten(entry) => minicbor::to_vec(entry),
            AlertsEntry::FlagAsked(entry) => minicbor::to_vec(entry),
            AlertsEntry::FlagSet(entry) | AlertsEntry::FlagLifted(entry) => minicbor::to_vec(entry),
            AlertsEntry::Blocked(entry) | AlertsEntry::Unblocked(entry) => minicbor::to_vec(entry),
            AlertsEntry::Ruled(entry) => minicbor::to_vec(entry),
            AlertsEntry::SupplementAsked(entry) => minicbor::to_vec(entry),
            AlertsEntry::SupplementSaid(entry) => minicbor::to_vec(entry),
            AlertsEntry::SupplementOverdue(entry) => minicbor::to_vec(entry),
            AlertsEntry::ClaimRecorded(entry) => minicbor::to_vec(entry),
            AlertsEntry::ClaimReferred(entry) => minicbor::to_vec(entry),
            AlertsEntry::ClaimEnding(entry) | AlertsEntry::ClaimEnded(entry) => minicbor::to_vec(entry),
            AlertsEntry::ConsultationOpened(entry) => minicbor::to_vec(entry),
            AlertsEntry::ConsultationSaid(entry) => minicbor::to_vec(entry),
            AlertsEntry::ConsultationAgreed(entry) => minicbor::to_vec(entry),
            AlertsEntry::ProposalMade(entry) => minicbor::to_vec(entry),
            AlertsEntry::ProposalAnswered(entry) => minicbor::to_vec(entry),
            AlertsEntry::MisusedEntered(entry) => minicbor::to_vec(entry),
            AlertsEntry::MisusedConfirmed(entry) => minicbor::to_vec(entry),
            AlertsEntry::HandlingPermitted(entry) => minicbor::to_vec(entry),
            AlertsEntry::HandlingTakenBack(entry) => minicbor::to_vec(entry),
            AlertsEntry::GlassBroken(entry) => minicbor::to_vec(entry),
            AlertsEntry::GlassAnswered(entry) => minicbor::to_vec(entry),
        };
        // Writing to a vector cannot fail.
        bytes.unwrap_or_default()
    }

    fn destroys(&self) -> Vec<u64> {
        match self {
            AlertsEntry::Destroyed(gone) => gone.positions.clone(),
            AlertsEntry::Forgotten(gone) => gone.positions.clone(),
            _ => Vec::new(),
        }
    }
}

/// Answers the positions whose payloads an entry of the journal destroys.
pub(super) fn destroys(kind: &str, payload: &[u8]) -> Vec<u64> {
    match AlertsEntry::read(kind, payload) {
        Ok(entry) => entry.destroys(),
        Err(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::blocks::Ruling;
    use super::super::claims::{ClaimEnding, ReferredTo};
    use super::super::coded::{Action, BasisKind, Offence, Sex};
    use super::super::flags::{FlagReason, Instead};
    use super::super::glass::{GlassFinding, GlassReason};
    use super::super::handling::HandlingCode;
    use super::super::proofs::bytes::{golden, golden_of_a_match};
    use super::super::proposals::entries::NoticeDays;
    use super::super::proposals::{ProposalKind, RefusalGround};
    use super::super::supplements::{SupplementGround, SupplementKind, SupplementReply};
    use super::super::text::{Basis, Sealed, Subject};
    use super::*;
    use crate::document::DocumentKind;
    use jiff::civil::date;

    const ALERT: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001);

    /// Words of before anything was closed.
    fn clear(words: &str) -> Rests<String> {
        Rests::Clear(words.to_owned())
    }

    fn text(action: Action, offence: Option<Offence>, basis: Option<Basis>) -> RestingText {
        let reason = "Motivo (ficticio).".to_owned();
        RestingText {
            subject: Subject {
                given: "Ana".to_owned(),
                paternal: "Ficticio".to_owned(),
                maternal: String::new(),
                born: "1979-11".parse().unwrap(),
                sex: Sex::Female,
            },
            sealed: Rests::Clear(Sealed {
                reason,
                action,
                offence,
                authority: "Juzgado".to_owned(),
                basis,
                traits: None,
            }),
            handling: None,
        }
    }

    /// Everything that can be said about one alert.
    fn about_one() -> Vec<AlertsEntry> {
        let (alert, on, until) = (ALERT, date(2026, 3, 2), date(2029, 3, 2));
        let (grave, gentler) = (clear("Grave"), clear("Suave"));
        let judged = Judged { alert, version: 2, hash: [7; 32], until, grave, gentler };
        let protecting = text(Action::Protect, None, None);
        let basis = Basis {
            kind: BasisKind::Judicial,
            reference: "EXP-1".to_owned(),
            decided_on: date(2026, 1, 15),
            holds_until: None,
        };
        let reference = "RCM-A-2026-0041".to_owned();
        let category = Category::CaptureTrafficking;
        vec![
            AlertsEntry::Drafted(Drafted {
                alert,
                process: "RCM".to_owned(),
                year: 2026,
                number: 41,
                category,
                text: text(Action::Detain, Some(Offence::Trafficking), Some(basis)),
                waits_until: date(2026, 5, 31),
            }),
            AlertsEntry::Corrected(Corrected { alert, version: 2, text: protecting, waits_until: date(2026, 6, 1) }),
            AlertsEntry::Proposed(Proposed { alert, version: 2 }),
            AlertsEntry::Returned(Returned { alert, version: 2, question: clear("¿Por qué?") }),
            AlertsEntry::Activated(judged.clone()),
            AlertsEntry::Extended(judged),
            AlertsEntry::Withdrawn(Withdrawn { alert, ending: Ending::Mistaken, on }),
            AlertsEntry::Remembered(Remembered { alert, reference, year: 2026, number: 41, category, ended_on: on }),
            AlertsEntry::Destroyed(Destroyed { alert, positions: vec![1, 3, 300] }),
            AlertsEntry::Met(Met { alert, outcome: MatchOutcome::NotThePerson }),
            AlertsEntry::Cleared(Cleared { alert, document: [9; 16], until: on }),
            AlertsEntry::Forgotten(Forgotten { positions: vec![2] }),
            AlertsEntry::FlagAsked(FlagAsked { alert, reason: FlagReason::Protection, instead: Instead::Locate }),
            AlertsEntry::FlagSet(FlagTold { alert, asked_at: 300 }),
            AlertsEntry::FlagLifted(FlagTold { alert, asked_at: 300 }),
            AlertsEntry::Blocked(Blocked { alert, petition: Uuid::from_u128(7) }),
            AlertsEntry::Unblocked(Blocked { alert, petition: Uuid::from_u128(7) }),
            AlertsEntry::Ruled(Ruled { alert, ruling: Ruling::Delete }),
        ]
    }

    /// What other States, and rules about them, add to one alert.
    fn added_to_one() -> Vec<AlertsEntry> {
        let (alert, on, until) = (ALERT, date(2026, 3, 2), date(2029, 3, 2));
        vec![
            AlertsEntry::MisusedEntered(MisusedEntered {
                alert,
                issuer: "UTO".parse().unwrap(),
                kind: DocumentKind::Passport,
                document: [8; 16],
                born_at: clear("Puerto Ficticio"),
                consented_on: on,
                kept_at: clear("Exp. 7"),
                taken_by: clear("Defensoría"),
            }),
            AlertsEntry::MisusedConfirmed(MisusedConfirmed { alert, entered_at: 300 }),
            AlertsEntry::HandlingPermitted(HandlingPermitted {
                alert,
                code: HandlingCode::Onward,
                to: "GTM".parse().unwrap(),
                what: clear("Para la fiscalía"),
                until: on,
            }),
            AlertsEntry::ConsultationOpened(ConsultationOpened {
                held: alert,
                standing: Uuid::from_u128(8),
                answer_by: date(2026, 3, 12),
                held_first: true,
            }),
            AlertsEntry::ConsultationSaid(ConsultationSaid {
                held: alert,
                standing: Uuid::from_u128(8),
                said: clear("Hola"),
            }),
            AlertsEntry::ConsultationAgreed(ConsultationAgreed { held: alert, standing: Uuid::from_u128(8) }),
            AlertsEntry::ProposalMade(ProposalMade {
                alert,
                kind: ProposalKind::Achieved,
                said: clear("Hallada"),
                notice: Some(NoticeDays { ends: date(2026, 3, 17), was: until }),
            }),
            AlertsEntry::ProposalMade(ProposalMade {
                alert,
                kind: ProposalKind::Identify,
                said: clear("Cicatriz"),
                notice: None,
            }),
            AlertsEntry::ProposalAnswered(ProposalAnswered {
                alert,
                proposed_at: 300,
                ground: Some(RefusalGround::Decision),
            }),
        ]
    }

    /// What States say to each other about a match, and of a claim for protection.
    fn about_a_match() -> Vec<AlertsEntry> {
        let alert = ALERT;
        let (reply, ground) = (SupplementReply::Refused, Some(SupplementGround::Safety));
        let ending = ClaimTold { alert, recorded_at: 300, ending: ClaimEnding::Withdrawn };
        vec![
            AlertsEntry::SupplementAsked(SupplementAsked {
                alert,
                met_at: 300,
                kind: SupplementKind::Other,
                hours: 12,
                note: clear("¿Viaja sola?"),
            }),
            AlertsEntry::SupplementSaid(SupplementSaid { alert, asked_at: 301, reply, ground, note: clear("") }),
            AlertsEntry::SupplementOverdue(SupplementOverdue { alert, asked_at: 301 }),
            AlertsEntry::ClaimRecorded(ClaimRecorded { alert, against: "UTO".parse().ok() }),
            AlertsEntry::ClaimReferred(ClaimReferred { alert, recorded_at: 300, to: ReferredTo::Unhcr }),
            AlertsEntry::ClaimEnding(ending.clone()),
            AlertsEntry::ClaimEnded(ending),
            AlertsEntry::HandlingTakenBack(HandlingTakenBack {
                alert,
                code: HandlingCode::Onward,
                to: "GTM".parse().unwrap(),
            }),
            AlertsEntry::GlassBroken(GlassBroken {
                alert,
                reason: GlassReason::Care,
                said: clear("Herida"),
                minutes: 60,
            }),
            AlertsEntry::GlassAnswered(GlassAnswered {
                alert,
                broken_at: 300,
                finding: GlassFinding::NotJustified,
                note: clear("No"),
            }),
        ]
    }

    /// The bytes of every entry: a failure here is a change of the journal's form.
    #[test]
    fn entries_are_written_as_they_were() {
        let decided = Decided { symbol: "RCM/VIII/2003/DEC/15".to_owned(), on: date(2003, 5, 30) };
        let all = [
            AlertsEntry::Adopted(decided.clone()),
            AlertsEntry::Repealed(decided),
            AlertsEntry::OptedIn(OptedIn { category: Category::ChildAtRisk, basis: "Ley 9".to_owned() }),
            AlertsEntry::OptedOut(OptedOut { category: Category::ImpedimentExit }),
        ];
        let all = all.into_iter().chain(about_one()).chain(added_to_one()).chain(about_a_match()).collect::<Vec<_>>();
        let golden = [golden(), golden_of_a_match()].concat();
        assert_eq!(all.len(), golden.len());
        for (entry, (kind, bytes)) in all.iter().zip(golden) {
            assert_eq!((entry.kind().as_str(), hex::encode(entry.payload()).as_str()), (kind, bytes));
            assert_eq!(&AlertsEntry::read(kind, &entry.payload()).unwrap(), entry);
        }
        assert!(AlertsEntry::read("declared", b"").is_err());
    }

    /// What is closed stands as one byte string in the place of what was in clear before; nothing else of an entry's form changes.
    #[test]
    fn what_is_closed_is_a_byte_string_in_the_same_place() {
        let shut = || Rests::Closed(vec![1, 0, 0, 0, 1, 0xab]);
        let until = date(2029, 3, 2);
        let entry = AlertsEntry::Activated(Judged {
            alert: ALERT,
            version: 2,
            hash: [7; 32],
            until,
            grave: shut(),
            gentler: shut(),
        });
        let bytes = "86500190000000007000800000000000000102582007070707070707070707070707070707070707070707070707070707070707076a323032392d30332d3032460100000001ab460100000001ab";
        assert_eq!(hex::encode(entry.payload()), bytes);
        assert_eq!(AlertsEntry::read("activated", &entry.payload()).unwrap(), entry);
        let mut closed = text(Action::Protect, None, None);
        closed.sealed = Rests::Closed(vec![1, 0, 0, 0, 1, 0xab]);
        let entry =
            AlertsEntry::Corrected(Corrected { alert: ALERT, version: 2, text: closed, waits_until: date(2026, 6, 1) });
        let bytes = "84500190000000007000800000000000000102828563416e6168466963746963696f6067313937392d31310\
                     0460100000001ab6a323032362d30362d3031";
        assert_eq!(hex::encode(entry.payload()), bytes);
        assert_eq!(AlertsEntry::read("corrected", &entry.payload()).unwrap(), entry);
    }
}
