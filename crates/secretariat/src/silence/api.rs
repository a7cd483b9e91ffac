//! What machines send and get, and this room's part of the OpenAPI document.

use conference::silence::{Account, Disposition, Outcome, RequestState, Stance};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::apply::outcome_code;
use super::entries::{Acted, stance_code};
use super::queries::Listed;
use super::round::Round;
use super::saying::Done;

/// A text that is put to the States for the first time.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "symbol": "LAG/NO/1", "title_en": "A workshop (invented)", "title_es": "Un taller (inventado)",
    "text_en": ["The workshop is held."], "text_es": ["Se realiza el taller."], "deadline": "2027-06-20T17:00"
}))]
pub struct NewRound {
    /// Symbol of the document, without a revision.
    pub symbol: String,
    /// Title in English.
    pub title_en: String,
    /// Title in Spanish.
    pub title_es: String,
    /// Paragraphs in English.
    pub text_en: Vec<String>,
    /// The same paragraphs in Spanish.
    pub text_es: Vec<String>,
    /// The last instant in time, on the clock of the secretariat's seat: `YYYY-MM-DDTHH:MM`.
    pub deadline: String,
}

/// A text that is put again, after a round that was broken or lapsed.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "title_en": "A workshop (invented)", "title_es": "Un taller (inventado)",
    "text_en": ["The workshop is held in May."], "text_es": ["Se realiza el taller en mayo."], "deadline": "2027-07-20T17:00"
}))]
pub struct NewRevision {
    /// Title in English.
    pub title_en: String,
    /// Title in Spanish.
    pub title_es: String,
    /// Paragraphs in English.
    pub text_en: Vec<String>,
    /// The same paragraphs in Spanish.
    pub text_es: Vec<String>,
    /// The last instant in time, on the clock of the secretariat's seat: `YYYY-MM-DDTHH:MM`.
    pub deadline: String,
}

/// A State's position.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "stance": "no_objection" }))]
pub struct NewPosition {
    /// `no_objection`, `objection`, `reservation`; `silent` takes the State's position back.
    pub stance: String,
    /// Why: asked for with an objection or a reservation.
    #[serde(default)]
    pub reason: String,
    /// The State's `position` that was seen before; one that is replaced unseen is pointed out.
    #[serde(default)]
    pub seen: Option<u64>,
}

/// A comment of a State or of an observer.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "text": "Paragraph 2 could name the month. (invented)" }))]
pub struct NewRemark {
    /// What they say, up to 20,000 characters.
    pub text: String,
}

/// A State's wish for more time.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "until": "2027-06-24T17:00", "reason": "The ministry answers on Monday. (invented)" }))]
pub struct NewExtension {
    /// Until when, on the clock of the secretariat's seat.
    pub until: String,
    /// Why.
    pub reason: String,
}

/// What the presidency does with a round.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "act": "grant", "request": 12, "until": "2027-06-24T17:00" }))]
pub struct Ruling {
    /// `grant` or `refuse` a request for more time; `take_up` an objection.
    pub act: String,
    /// Which request.
    #[serde(default)]
    pub request: Option<u64>,
    /// The new deadline, as asked for or earlier, on the clock of the secretariat's seat.
    #[serde(default)]
    pub until: String,
    /// Why it is refused.
    #[serde(default)]
    pub reason: String,
}

/// A round as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RoundListed {
    /// Its symbol, with its revision.
    pub symbol: String,
    /// The symbol as an address has it.
    pub reference: String,
    /// Title in English.
    pub title_en: String,
    /// Title in Spanish.
    pub title_es: String,
    /// `open`, `broken`, `adopted` or `lapsed`.
    pub outcome: String,
    /// Whether nothing changes the outcome any more.
    pub settled: bool,
    /// The deadline in force.
    pub deadline: String,
    /// How many States hold a position.
    pub spoken: usize,
    /// How many are asked.
    pub electors: usize,
}

/// A page of rounds: open ones by their deadline, then ended ones, the latest first.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct RoundsPage {
    /// The rounds.
    pub rounds: Vec<RoundListed>,
    /// How many of this page have ended and are left out, for there is no room on the disk to put on record that they have.
    pub untold: usize,
    /// What to ask for next in `after`; left out on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// A round with its account: all that its opening, what was said and the time mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RoundShown {
    /// Its symbol, with its revision.
    pub symbol: String,
    /// The symbol as an address has it.
    pub reference: String,
    /// Which revision of the text; 0 is the first.
    pub revision: u16,
    /// Title in English.
    pub title_en: String,
    /// Title in Spanish.
    pub title_es: String,
    /// Paragraphs in English.
    pub text_en: Vec<String>,
    /// Paragraphs in Spanish.
    pub text_es: Vec<String>,
    /// SHA-256 of the text in both languages.
    pub text_sha256: String,
    /// When it was opened.
    pub opened_at: String,
    /// State that presided and opened it.
    pub opened_by: String,
    /// Who presides over it.
    pub chairs: Vec<String>,
    /// The deadline in force.
    pub deadline: String,
    /// The deadline that it was opened with.
    pub first_deadline: String,
    /// `open`, `broken`, `adopted` or `lapsed`.
    pub outcome: String,
    /// Whether nothing changes the outcome any more.
    pub settled: bool,
    /// Who objects, or objected when it was broken for good.
    pub objecting: Vec<String>,
    /// The last instant at which taking all objections back lets the round go on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heals_until: Option<String>,
    /// States that the text had not reached in time.
    pub undelivered: Vec<String>,
    /// The time this was answered for.
    pub as_of: String,
    /// Where each State stands.
    pub standing: Vec<RoundStandingShown>,
    /// Who may comment beside them.
    pub observers: Vec<String>,
    /// Wishes for more time.
    pub requests: Vec<RequestShown>,
    /// What was said and what it did, in the journal's order.
    pub acts: Vec<ActShown>,
}

/// Where a State stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RoundStandingShown {
    /// The State.
    pub state: String,
    /// `no_objection`, `objection`, `reservation`; left out while it is silent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stance: Option<String>,
    /// Which act its position is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<u64>,
    /// When the text had reached it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivered_at: Option<String>,
    /// When one of its delegation first opened it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read_at: Option<String>,
}

/// A wish for more time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RequestShown {
    /// Which act.
    pub request: u64,
    /// Who asked.
    pub state: String,
    /// Until when.
    pub until: String,
    /// `waiting`, `granted` or `refused`.
    pub answer: String,
}

/// An act, and what it did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ActShown {
    /// Its place in the journal.
    pub act: u64,
    /// `delivered`, `read`, `position`, `withdrawal`, `comment`, `extension_asked`, `extension_granted`, `extension_refused`,
    /// `taken_up` or `passed`.
    pub kind: String,
    /// Which party; left out where the server itself records something.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// When, by the journal's time.
    pub at: String,
    /// The stance of a position.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stance: Option<String>,
    /// Reason or comment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// `taken`, `replaced_unseen`, or `kept`: on record, and without effect.
    pub effect: String,
}

/// What an act did, and the round as it then stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RoundChanged {
    /// `taken`; `replaced_unseen` where it replaced a position that was not seen; `late` for an objection after the deadline.
    pub done: String,
    /// The round.
    pub round: RoundShown,
}

impl RoundListed {
    pub(super) fn of(listed: &Listed) -> Self {
        RoundListed {
            symbol: listed.symbol.to_string(),
            reference: listed.symbol.in_address(),
            title_en: listed.title_en.clone(),
            title_es: listed.title_es.clone(),
            outcome: listed.outcome.clone(),
            settled: listed.settled,
            deadline: listed.deadline.to_string(),
            spoken: listed.spoken,
            electors: listed.electors,
        }
    }
}

impl RoundChanged {
    pub(super) fn of(done: Done, round: &Round, account: &Account) -> Self {
        RoundChanged { done: done.code().to_owned(), round: RoundShown::of(round, account) }
    }
}

impl RoundShown {
    /// Answers a round with its account, as the API tells it.
    pub(super) fn of(round: &Round, account: &Account) -> Self {
        let (terms, opened) = (round.opening.terms(), &round.opened);
        let (objecting, heals_until) = match &account.outcome {
            Outcome::Broken { by, heals_until, .. } => (by.clone(), *heals_until),
            _ => (Vec::new(), None),
        };
        let undelivered = match &account.outcome {
            Outcome::Lapsed { undelivered, .. } => undelivered.clone(),
            _ => Vec::new(),
        };
        let codes = |codes: Vec<journal::StateCode>| codes.iter().map(ToString::to_string).collect();
        RoundShown {
            symbol: round.symbol.to_string(),
            reference: round.symbol.in_address(),
            revision: round.symbol.revision,
            title_en: opened.title_en.clone(),
            title_es: opened.title_es.clone(),
            text_en: opened.text_en.clone(),
            text_es: opened.text_es.clone(),
            text_sha256: terms.text.to_string(),
            opened_at: terms.opened_at.to_string(),
            opened_by: terms.by.party.to_string(),
            chairs: codes(opened.chairs.clone()),
            deadline: account.deadline.to_string(),
            first_deadline: terms.deadline.to_string(),
            outcome: outcome_code(&account.outcome).to_owned(),
            settled: account.settled,
            objecting: codes(objecting),
            heals_until: heals_until.map(|until| until.to_string()),
            undelivered: codes(undelivered),
            as_of: account.as_of.to_string(),
            standing: standing(account),
            observers: codes(opened.observers.clone()),
            requests: requests(account),
            acts: acts(round, account),
        }
    }
}

fn standing(account: &Account) -> Vec<RoundStandingShown> {
    let shown = account.standing.iter().map(|(state, standing)| RoundStandingShown {
        state: state.to_string(),
        stance: standing.stance.as_ref().map(|stance: &Stance| stance_code(stance).to_owned()),
        position: standing.position.map(|position| position.0),
        delivered_at: standing.delivered_at.map(|at| at.to_string()),
        read_at: standing.read_at.map(|at| at.to_string()),
    });
    shown.collect()
}

fn requests(account: &Account) -> Vec<RequestShown> {
    let answer = |state| match state {
        RequestState::Waiting => "waiting",
        RequestState::Granted { .. } => "granted",
        RequestState::Refused => "refused",
    };
    let shown = account.requests.iter().map(|request| RequestShown {
        request: request.sequence.0,
        state: request.by.party.to_string(),
        until: request.until.to_string(),
        answer: answer(request.state).to_owned(),
    });
    shown.collect()
}

fn acts(round: &Round, account: &Account) -> Vec<ActShown> {
    let shown = account.lines.iter().filter_map(|line| {
        let recorded = round.history.at(line.sequence)?;
        let (kind, acted) = Acted::of(round.position, &recorded.act);
        Some(ActShown {
            act: line.sequence.0,
            kind: kind.code().to_owned(),
            state: super::pages::party(&recorded.act).map(|state| state.to_string()),
            at: line.at.to_string(),
            stance: acted.stance,
            words: acted.words,
            effect: match line.disposition {
                Disposition::Taken => "taken",
                Disposition::ReplacedUnseen(_) => "replaced_unseen",
                Disposition::Kept(_) => "kept",
            }
            .to_owned(),
        })
    });
    shown.collect()
}

#[derive(OpenApi)]
#[openapi(
    paths(
        super::list::call,
        super::open::call,
        super::show::call,
        super::letter::call,
        super::position::call,
        super::comment::call,
        super::extension::call,
        super::preside::call,
        super::again::call
    ),
    components(schemas(
        NewRound,
        NewRevision,
        NewPosition,
        NewRemark,
        NewExtension,
        Ruling,
        RoundListed,
        RoundsPage,
        RoundShown,
        RoundStandingShown,
        RequestShown,
        ActShown,
        RoundChanged
    ))
)]
struct Document;

/// Answers this room's part of the OpenAPI document.
pub(super) fn api() -> utoipa::openapi::OpenApi {
    Document::openapi()
}
