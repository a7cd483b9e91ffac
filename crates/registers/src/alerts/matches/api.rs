//! What an officer does with a possible match, for programs: list, ask, agree, open, answer. The same acts as on the pages, by the same
//! functions: two people, each by a token of their own, and a person behind every word (G-18, G-21).
//!
//! A match goes in the body and never in an address: whoever reads addresses learns of none.

use axum::Json;
use axum::http::StatusCode;
use base::access::Permit;
use base::desk::{Permitted, Reader};
use base::store::StoreError;
use base::web::{Problem, Refusal, Sent};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::super::coded::Stance;
use super::super::handling::queries::Permission;
use super::super::handling::{self, Handling, HandlingShown};
use super::super::permits::{AnswerMatch, HandOnMatch, OpenMatch, SecondMatch};
use super::super::queries::Shown;
use super::super::traits::Traits;
use super::compare::Compared;
use super::kept::Pending;
use super::open::{self, AskedFor, Opened};
use super::{hand_on, outcome, second};

/// A possible match, by the name that the comparison gave it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "match": "01990000-0000-7000-8000-000000000001" }))]
pub struct MatchNamed {
    /// `match` of the comparison's answer.
    #[serde(rename = "match")]
    pub handle: String,
}

/// What a second person says agrees.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "match": "01990000-0000-7000-8000-000000000001", "ground": "photograph" }))]
pub struct MatchAgreed {
    /// The match.
    #[serde(rename = "match")]
    pub handle: String,
    /// `photograph`, `biometrics` or `place_of_birth`.
    pub ground: String,
}

/// What came of a possible match.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "match": "01990000-0000-7000-8000-000000000001", "outcome": "not_the_person" }))]
pub struct MatchAnswered {
    /// The match.
    #[serde(rename = "match")]
    pub handle: String,
    /// `not_the_person`, `confirmed` or `inconclusive`.
    pub outcome: String,
    /// Whether the holder asks that this alert stop this document no more, for a year; with `not_the_person` alone.
    #[serde(default)]
    pub consent: bool,
}

/// That an outcome is on record.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct MatchRecorded {
    /// The outcome.
    pub outcome: String,
    /// Whether the document is spared this alert.
    pub cleared: bool,
}

/// A possible match that waits; nothing of the alert.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MatchWaiting {
    /// By which it is answered.
    #[serde(rename = "match")]
    pub handle: Uuid,
    /// When it was compared: RFC 3339.
    pub at: String,
    /// Who compared.
    pub officer: String,
    /// How each of the traveller's data compares.
    pub compared: Vec<Compared>,
    /// Whether a second person is asked for.
    pub asked: bool,
    /// Whether one has said what agrees.
    pub seconded: bool,
    /// Whether what is sealed was opened.
    pub opened: bool,
}

/// Possible matches that wait, for half an hour each.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MatchesWaiting {
    /// The caller's own.
    pub own: Vec<MatchWaiting>,
    /// Colleagues' for which a second person is asked.
    pub asked: Vec<MatchWaiting>,
}

/// What is asked for, of a match that two people have corroborated. Never why.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct MatchOpened {
    /// `child`: call child protection, do not separate, do not detain. `protect`: somebody to be protected. `act`: as `action` says, by
    /// the law of one's own State.
    pub sign: String,
    /// What is asked for; absent of a child.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<String>,
    /// For what they are accused, where they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offence: Option<String>,
    /// By what an officer can tell that it is the person; absent where no trait is kept, and of a child.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub traits: Option<MatchTraits>,
    /// The State whose alert it is.
    pub owner: String,
    /// How that State is reached; may be empty.
    pub contact: String,
    /// The alert's reference.
    pub reference: String,
    /// What may not be done with it; absent where nothing is restricted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handling: Option<HandlingShown>,
    /// The match that was opened: where another of the same comparison was corroborated too, comes first and was closed, that one and not
    /// the one that was named.
    #[serde(rename = "match")]
    pub handle: Uuid,
    /// Other corroborated matches of the same comparison, in the order in which what they ask for comes.
    pub also: Vec<MatchAlso>,
}

/// Another corroborated match of the same comparison.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct MatchAlso {
    /// By which it is opened and answered.
    #[serde(rename = "match")]
    pub handle: Uuid,
    /// Whether it was opened.
    pub opened: bool,
    /// Whether what it asks for comes before what was opened now.
    pub before: bool,
}

/// Physical traits, each of a closed list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MatchTraits {
    /// At most two, as `scar left_hand`.
    pub marks: Vec<String>,
    /// Colour of the eyes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub eyes: Option<String>,
    /// How tall, in centimetres: `165_179`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub height_band: Option<String>,
}

impl MatchTraits {
    fn of(traits: &Traits) -> Self {
        MatchTraits {
            marks: traits.marks.iter().map(|one| format!("{} {}", one.mark, one.place)).collect(),
            eyes: traits.eyes.map(|eyes| eyes.code().to_owned()),
            height_band: traits.height.map(|height| height.code().to_owned()),
        }
    }
}

/// To whom, and for what, an officer hands on what was opened.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "match": "01990000-0000-7000-8000-000000000001", "to": "Fiscalía (ficticia)", "for": "measure" }))]
pub struct MatchHandOn {
    /// The match.
    #[serde(rename = "match")]
    pub handle: String,
    /// To whom, in at most 120 characters. Kept nowhere.
    pub to: String,
    /// `measure` or `proceedings`.
    #[serde(rename = "for")]
    pub what: String,
}

/// What is handed on, with all that binds whoever has it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct MatchHandedOn {
    /// To whom.
    pub to: String,
    /// For what.
    #[serde(rename = "for")]
    pub what: String,
    /// What was opened, with its codes.
    pub opened: MatchOpened,
    /// What the alert's State permits the caller's, where a code stood against it.
    pub permissions: Vec<MatchPermission>,
}

/// What the alert's State permits.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct MatchPermission {
    /// In spite of which code.
    pub code: String,
    /// For what.
    pub what: String,
    /// The last day.
    pub until: String,
}

/// Lists possible matches that wait for the caller.
#[utoipa::path(
    get,
    path = "/api/v1/person-matches",
    operation_id = "list_person_matches",
    tag = "alerts",
    responses((status = 200, description = "One's own, and those for which a second person is asked", body = MatchesWaiting))
)]
pub(in crate::alerts) async fn waiting(permitted: Permitted<SecondMatch>) -> Result<Json<MatchesWaiting>, Refusal> {
    let [own, asked] = second::here(permitted).await?.map(|all| all.into_iter().map(MatchWaiting::of).collect());
    Ok(Json(MatchesWaiting { own, asked }))
}

/// Asks for a second person of one's own State.
#[utoipa::path(
    post,
    path = "/api/v1/person-matches/ask",
    operation_id = "ask_second_person",
    tag = "alerts",
    request_body = MatchNamed,
    responses(
        (status = 204, description = "A second person is asked for"),
        (status = 409, description = "It waits no longer, or is another's", body = Problem)
    )
)]
pub(in crate::alerts) async fn ask(
    permitted: Permitted<SecondMatch>,
    Sent(sent): Sent<MatchNamed>,
) -> Result<StatusCode, Refusal> {
    second::asked(permitted, &sent.handle).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Says, as the second person, what agrees.
#[utoipa::path(
    post,
    path = "/api/v1/person-matches/agree",
    operation_id = "agree_person_match",
    tag = "alerts",
    request_body = MatchAgreed,
    responses(
        (status = 204, description = "Whoever compared may open it now"),
        (status = 409, description = "It waits no longer, is one's own, or what is said is not enough", body = Problem)
    )
)]
pub(in crate::alerts) async fn agree(
    permitted: Permitted<SecondMatch>,
    Sent(sent): Sent<MatchAgreed>,
) -> Result<StatusCode, Refusal> {
    second::agreed(permitted, &sent.handle, &sent.ground).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Opens what is asked for, of a match that two people have corroborated.
#[utoipa::path(
    post,
    path = "/api/v1/person-matches/open",
    operation_id = "open_person_match",
    tag = "alerts",
    request_body = MatchNamed,
    responses(
        (status = 200, description = "What is asked for, and whose alert it is; never why", body = MatchOpened),
        (status = 409, description = "It waits no longer, is another's, or nobody has said what agrees", body = Problem)
    )
)]
pub(in crate::alerts) async fn open_it(
    permitted: Permitted<OpenMatch>,
    Sent(sent): Sent<MatchNamed>,
) -> Result<Json<MatchOpened>, Refusal> {
    let Opened { reader, handle, pending, shown, also } = open::opened(permitted, &sent.handle).await?;
    let asked = open::asked_for(&reader, pending.alert, &shown)?;
    // Of whoever asks for protection nothing is said but that (G-23).
    let handling = match shown.claimed {
        true => None,
        false => handling::shown::read(&reader, pending.alert, shown.version)?,
    };
    let another = |one: open::Also| MatchAlso { handle: one.handle, opened: one.opened, before: one.before };
    let also = also.into_iter().map(another).collect();
    Ok(Json(MatchOpened { also, ..written(&reader, handle, &asked, &shown, handling) }))
}

/// Hands on what was opened. Refused where a code stands against it and the alert's State has permitted nothing.
#[utoipa::path(
    post,
    path = "/api/v1/person-matches/hand-on",
    operation_id = "hand_on_person_match",
    tag = "alerts",
    request_body = MatchHandOn,
    responses(
        (status = 200, description = "What was opened, with its codes and what is permitted", body = MatchHandedOn),
        (status = 409, description = "It waits no longer, is another's, was not opened, or a code stands against it", body = Problem),
        (status = 422, description = "To whom or for what is missing", body = Problem)
    )
)]
pub(in crate::alerts) async fn hand_it_on(
    permitted: Permitted<HandOnMatch>,
    Sent(sent): Sent<MatchHandOn>,
) -> Result<Json<MatchHandedOn>, Refusal> {
    let (reader, sheet) = hand_on::handed_on(permitted, &sent.handle, &sent.to, &sent.what).await?;
    let opened = written(&reader, sheet.handle, &sheet.asked_for, &sheet.shown, sheet.handling);
    let sealer = reader.ground().keys.sealer();
    let permission = |one: Permission| {
        let (code, until) = (one.code.code().to_owned(), one.until.to_string());
        Ok(MatchPermission { code, what: one.what.open(sealer)?, until })
    };
    let permissions = sheet.permissions.into_iter().map(permission).collect::<Result<_, StoreError>>()?;
    Ok(Json(MatchHandedOn { to: sheet.to, what: sheet.what.code().to_owned(), opened, permissions }))
}

/// Writes what is asked for with its codes, wherever it leaves.
fn written<P: Permit>(
    reader: &Reader<P>,
    handle: Uuid,
    asked: &AskedFor,
    shown: &Shown,
    handling: Option<Handling>,
) -> MatchOpened {
    let sign = match (shown.category.of_child(), shown.category.stance()) {
        _ if shown.claimed => "protection_claimed",
        (true, _) => "child",
        (false, Stance::Protective) => "protect",
        (false, Stance::Witness | Stance::Accusing) => "act",
    };
    MatchOpened {
        sign: sign.to_owned(),
        action: asked.action.map(|action| action.code().to_owned()),
        offence: asked.offence.map(|offence| offence.code().to_owned()),
        traits: asked.traits.as_ref().map(MatchTraits::of),
        owner: shown.owner.to_string(),
        // Nobody is called about whoever asks for protection (G-23).
        contact: if shown.claimed { String::new() } else { reader.ground().identity.contact(shown.owner) },
        reference: shown.reference.clone(),
        handling: handling.map(HandlingShown::of),
        handle,
        also: Vec::new(),
    }
}

/// Says what came of a possible match; it is of one use.
#[utoipa::path(
    post,
    path = "/api/v1/person-matches/outcome",
    operation_id = "answer_person_match",
    tag = "alerts",
    request_body = MatchAnswered,
    responses(
        (status = 200, description = "On record; the alert's State is told", body = MatchRecorded),
        (status = 409, description = "It waits no longer, is another's, or it is confirmed before it was opened", body = Problem)
    )
)]
pub(in crate::alerts) async fn answer(
    permitted: Permitted<AnswerMatch>,
    Sent(sent): Sent<MatchAnswered>,
) -> Result<Json<MatchRecorded>, Refusal> {
    let (outcome, cleared) = outcome::answered(permitted, &sent.handle, &sent.outcome, sent.consent).await?;
    Ok(Json(MatchRecorded { outcome: outcome.code().to_owned(), cleared }))
}

impl MatchWaiting {
    fn of((handle, pending): (Uuid, Pending)) -> Self {
        MatchWaiting {
            handle,
            at: pending.at.to_string(),
            officer: pending.officer_name,
            compared: pending.compared,
            asked: pending.asks,
            seconded: pending.seconded.is_some(),
            opened: pending.opened,
        }
    }
}
