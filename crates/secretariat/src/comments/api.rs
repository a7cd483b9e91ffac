//! What machines send and get, and this room's part of the OpenAPI document.

use conference::comments::{Account, Answer, Entry, Place, Replaced, Reply, Row};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::queries::Listed;
use super::round::{Round, answer_code, ends_at, is_closed};
use super::saying::Done;
use crate::rounds::instant;

/// A round that is convened: all members of today are asked.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "symbol": "LAG/COM/1", "title_en": "Draft guidelines (invented)", "title_es": "Proyecto de lineamientos (inventado)",
    "paragraphs": [{ "name": "1", "en": "Each State names a contact.", "es": "Cada país nombra un contacto." }],
    "observers": true, "until": "2027-08-30"
}))]
pub struct NewCommentRound {
    /// Symbol of the round.
    pub symbol: String,
    /// Title in English.
    pub title_en: String,
    /// Title in Spanish.
    pub title_es: String,
    /// The text.
    pub paragraphs: Vec<NewParagraph>,
    /// Symbol of the decision or document that the text belongs to.
    #[serde(default)]
    pub cites: String,
    /// Whether observers may comment too; without them the round is kept for members.
    #[serde(default)]
    pub observers: bool,
    /// A day, `YYYY-MM-DD`, from which calendar months are counted; left out where `until` says the day.
    #[serde(default)]
    pub counted_from: String,
    /// How many months, 1 to 24; left out, as many as the process has agreed on.
    #[serde(default)]
    pub months: Option<u16>,
    /// The last day in time, until its end at the secretariat's seat.
    #[serde(default)]
    pub until: String,
}

/// A paragraph of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewParagraph {
    /// Its name, such as `2 a`; left out, its place.
    #[serde(default)]
    pub name: String,
    /// English.
    pub en: String,
    /// Spanish.
    pub es: String,
}

/// A delegation's comment on a paragraph, or on the whole text. It takes the place of what the delegation had said there.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "paragraph": "1", "text": "Two contacts would be safer. (invented)", "language": "en" }))]
pub struct NewComment {
    /// The paragraph's name; left out, the whole text.
    #[serde(default)]
    pub paragraph: String,
    /// What it says, up to 20,000 characters.
    pub text: String,
    /// In which language: `en`, `es` or `fr`.
    pub language: String,
    /// The delegation's former comment there that was seen; one that is replaced unseen is pointed out.
    #[serde(default)]
    pub seen: Option<u64>,
}

/// A comment that a delegation takes back.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "comment": 12 }))]
pub struct WithdrawnComment {
    /// Which.
    pub comment: u64,
}

/// A delegation's wish for more time.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "until": "2027-09-15", "reason": "The ministry answers in September. (invented)" }))]
pub struct NewWish {
    /// Until the end of which day at the secretariat's seat.
    pub until: String,
    /// Why.
    pub reason: String,
}

/// An answer to a wish for more time.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "act": "grant", "request": 12, "until": "2027-09-15", "for_all": false }))]
pub struct TimeRuling {
    /// `grant` or `refuse`.
    pub act: String,
    /// Which request.
    pub request: u64,
    /// The new last day, as asked for or earlier.
    #[serde(default)]
    pub until: String,
    /// Whether it is for everybody, or for whoever asked.
    #[serde(default)]
    pub for_all: bool,
    /// Why it is refused.
    #[serde(default)]
    pub reason: String,
}

/// What came of a comment; the latest answer counts.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "comment": 12, "verdict": "partly_taken", "text": "Two contacts where there are two ministries." }))]
pub struct NewReply {
    /// Which comment.
    pub comment: u64,
    /// `taken`, `partly_taken`, `not_taken` or `noted`.
    pub verdict: String,
    /// Why.
    pub text: String,
    /// The answer there that was seen, and that this one takes the place of; where another stands, nothing is recorded.
    #[serde(default)]
    pub seen: Option<u64>,
}

/// A round as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CommentRoundListed {
    /// Its symbol.
    pub symbol: String,
    /// The symbol as an address has it.
    pub reference: String,
    /// Title in English.
    pub title_en: String,
    /// Title in Spanish.
    pub title_es: String,
    /// Whether the last deadline of anybody has passed.
    pub closed: bool,
    /// The last deadline of anybody.
    pub ends_at: String,
    /// How many of those who were asked have answered.
    pub answered: usize,
    /// How many were asked.
    pub asked: usize,
}

/// A page of rounds: open ones by their deadline, then ended ones, the latest first.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct CommentRoundsPage {
    /// The rounds.
    pub rounds: Vec<CommentRoundListed>,
    /// What to ask for next in `after`; left out on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// A round with its account: all that its invitation, what was said and the time mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CommentRoundShown {
    /// Its symbol.
    pub symbol: String,
    /// The symbol as an address has it.
    pub reference: String,
    /// Title in English.
    pub title_en: String,
    /// Title in Spanish.
    pub title_es: String,
    /// Decision or document that the text belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cites: Option<String>,
    /// When it was convened.
    pub opened_at: String,
    /// Party for which it was convened.
    pub opened_by: String,
    /// Who convenes.
    pub conveners: Vec<String>,
    /// Day that the deadline was counted from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counted_from: Option<String>,
    /// Calendar months after it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub months: Option<u16>,
    /// The deadline as it was convened.
    pub deadline: String,
    /// The last deadline of anybody, with extensions.
    pub ends_at: String,
    /// Whether that has passed.
    pub closed: bool,
    /// The time this was answered for.
    pub as_of: String,
    /// How many of those who were asked have answered.
    pub answered: usize,
    /// How many were asked.
    pub asked: usize,
    /// Who was asked, and who is welcome.
    pub parties: Vec<GuestShown>,
    /// The whole text, then every paragraph, with the comments that stand.
    pub paragraphs: Vec<ParagraphShown>,
    /// Wishes for more time.
    pub wishes: Vec<WishShown>,
}

/// Where a party stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct GuestShown {
    /// The party.
    pub party: String,
    /// Whether it was asked and is counted, or is welcome.
    pub asked: bool,
    /// `not_yet`, `answered`, `answered_late` or `silent`.
    pub answer: String,
    /// When it first answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered_at: Option<String>,
    /// Its deadline, with its extension.
    pub deadline: String,
    /// Whether that was extended.
    pub extended: bool,
    /// How many comments of it stand.
    pub comments: usize,
}

/// A place of the text with all comments on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ParagraphShown {
    /// The paragraph's name; empty for the whole text.
    pub name: String,
    /// English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
    /// Spanish.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub es: Option<String>,
    /// Comments of those who were asked, then of the welcome.
    pub comments: Vec<CommentShown>,
}

/// A comment that stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CommentShown {
    /// Its place in the journal.
    pub comment: u64,
    /// Whose.
    pub party: String,
    /// Whether the party was asked, or is welcome.
    pub asked: bool,
    /// In which language.
    pub language: String,
    /// What it says.
    pub text: String,
    /// When, by the journal's time.
    pub received_at: String,
    /// Whether after that party's deadline.
    pub late: bool,
    /// Comments that it took the place of, first to last.
    pub replaced: Vec<ReplacedShown>,
    /// What came of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply: Option<CommentReplyShown>,
}

/// A comment that another took the place of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReplacedShown {
    /// Its place in the journal.
    pub comment: u64,
    /// In which language: `en`, `es` or `fr`.
    pub language: String,
    /// What it said.
    pub text: String,
    /// What had come of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply: Option<CommentReplyShown>,
}

/// What came of a comment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CommentReplyShown {
    /// Its place in the journal.
    pub reply: u64,
    /// `taken`, `partly_taken`, `not_taken` or `noted`.
    pub verdict: String,
    /// Why.
    pub text: String,
    /// When.
    pub at: String,
}

/// A wish for more time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct WishShown {
    /// Which act.
    pub request: u64,
    /// Who asked.
    pub party: String,
    /// Until when.
    pub until: String,
    /// Why.
    pub reason: String,
    /// `waiting`, `granted` or `refused`.
    pub answer: String,
}

/// What an act did, and the round as it then stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CommentRoundChanged {
    /// `taken`; `late` after the party's deadline; `replaced_unseen` where it replaced a comment that was not seen;
    /// `late_unseen` where both are so.
    pub done: String,
    /// The round.
    pub round: CommentRoundShown,
}

impl CommentRoundListed {
    pub(super) fn of(listed: &Listed) -> Self {
        CommentRoundListed {
            symbol: listed.symbol.to_string(),
            reference: listed.symbol.in_address(),
            title_en: listed.title_en.clone(),
            title_es: listed.title_es.clone(),
            closed: listed.closed,
            ends_at: listed.ends_at.to_string(),
            answered: listed.answered,
            asked: listed.asked,
        }
    }
}

impl CommentRoundChanged {
    pub(super) fn of(done: Done, round: &Round, account: &Account) -> Self {
        CommentRoundChanged { done: done.code().to_owned(), round: CommentRoundShown::of(round, account) }
    }
}

impl CommentRoundShown {
    /// Answers a round with its account, as the API tells it.
    pub(super) fn of(round: &Round, account: &Account) -> Self {
        let (terms, invited) = (round.invitation.terms(), &round.invited);
        let (answered, asked) = account.answered();
        CommentRoundShown {
            symbol: invited.symbol.to_string(),
            reference: invited.symbol.in_address(),
            title_en: invited.title_en.clone(),
            title_es: invited.title_es.clone(),
            cites: invited.cites.as_ref().map(ToString::to_string),
            opened_at: terms.opened_at.to_string(),
            opened_by: terms.by.party.to_string(),
            conveners: invited.conveners.iter().map(ToString::to_string).collect(),
            counted_from: invited.counted.as_ref().map(|counted| counted.from_on.to_string()),
            months: invited.counted.as_ref().map(|counted| counted.months),
            deadline: instant(invited.deadline_us).to_string(),
            ends_at: ends_at(account).to_string(),
            closed: is_closed(account),
            as_of: account.as_of.to_string(),
            answered,
            asked,
            parties: guests(account),
            paragraphs: account.table.iter().map(|row| paragraph(round, account, row)).collect(),
            wishes: wishes(round, account),
        }
    }
}

fn guests(account: &Account) -> Vec<GuestShown> {
    let shown = account.guests.iter().map(|(party, guest)| GuestShown {
        party: party.to_string(),
        asked: guest.invited,
        answer: answer_code(guest.answer).to_owned(),
        answered_at: match guest.answer {
            Answer::Answered { at, .. } => Some(at.to_string()),
            _ => None,
        },
        deadline: guest.deadline.to_string(),
        extended: guest.extended,
        comments: guest.comments,
    });
    shown.collect()
}

fn paragraph(round: &Round, account: &Account, row: &Row) -> ParagraphShown {
    let known = round.paragraph(row.place);
    ParagraphShown {
        name: if row.place == Place::Whole { String::new() } else { known.map_or(String::new(), |p| p.name.clone()) },
        en: known.map(|paragraph| paragraph.en.clone()),
        es: known.map(|paragraph| paragraph.es.clone()),
        comments: row.entries.iter().map(|entry| comment(round, account, entry)).collect(),
    }
}

fn comment(round: &Round, account: &Account, entry: &Entry) -> CommentShown {
    let replaced = |former: &Replaced| {
        let (text, language) = round.words_of(former.sequence)?;
        Some(ReplacedShown {
            comment: former.sequence.0,
            language: language.two_letters().to_owned(),
            text: text.to_owned(),
            reply: former.reply.as_ref().map(reply),
        })
    };
    CommentShown {
        comment: entry.sequence.0,
        party: entry.by.party.to_string(),
        asked: account.guests.get(&entry.by.party).is_some_and(|guest| guest.invited),
        language: entry.language.two_letters().to_owned(),
        text: entry.text.to_string(),
        received_at: entry.at.to_string(),
        late: entry.late,
        replaced: entry.replaced.iter().filter_map(replaced).collect(),
        reply: entry.reply.as_ref().map(reply),
    }
}

fn reply(reply: &Reply) -> CommentReplyShown {
    CommentReplyShown {
        reply: reply.sequence.0,
        verdict: reply.verdict.code().to_owned(),
        text: reply.text.to_string(),
        at: reply.at.to_string(),
    }
}

fn wishes(round: &Round, account: &Account) -> Vec<WishShown> {
    let answer = |granted| match granted {
        None => "waiting",
        Some(true) => "granted",
        Some(false) => "refused",
    };
    let shown = account.requests.iter().map(|request| WishShown {
        request: request.sequence.0,
        party: request.by.party.to_string(),
        until: request.until.to_string(),
        reason: round.reason_of(request.sequence).unwrap_or_default().to_owned(),
        answer: answer(request.granted).to_owned(),
    });
    shown.collect()
}

#[derive(OpenApi)]
#[openapi(
    paths(
        super::list::call,
        super::convene::call,
        super::show::call,
        super::export::call,
        super::comment::call,
        super::withdraw::call,
        super::nothing::call,
        super::extension::call,
        super::time::call,
        super::compile::call
    ),
    components(schemas(
        NewCommentRound,
        NewParagraph,
        NewComment,
        WithdrawnComment,
        NewWish,
        TimeRuling,
        NewReply,
        CommentRoundListed,
        CommentRoundsPage,
        CommentRoundShown,
        GuestShown,
        ParagraphShown,
        CommentShown,
        ReplacedShown,
        CommentReplyShown,
        WishShown,
        CommentRoundChanged
    ))
)]
struct Document;

/// Answers this room's part of the OpenAPI document.
pub(super) fn api() -> utoipa::openapi::OpenApi {
    Document::openapi()
}
