//! What machines send and get, and this room's part of the OpenAPI document.

use base::access::Permit;
use base::desk::Reader;
use conference::evaluations::{self as rules, Answered};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::entries::{Question, Reply, Words};
use super::pages;
use super::queries::{Known, Listed};

/// Words in up to three languages; what is left out is not said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct EvaluationWords {
    /// In English.
    pub en: String,
    /// In Spanish.
    pub es: String,
    /// In French.
    pub fr: String,
}

/// What an evaluation is about.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "symbol": "LAG/EVA/1", "title": { "en": "Seven years (invented)" }, "purpose": { "en": "What came of it." },
    "decision": "LAG/II/DEC/24", "evaluators": ["CAN", "MEX"], "deadline_on": "2027-11-14", "observers_answer": false,
    "observers_see": true, "seen": 0
}))]
pub struct EvaluationTerms {
    /// Its symbol: capital letters and digits in parts with `/` between.
    pub symbol: String,
    /// Title, in one language at least.
    pub title: EvaluationWords,
    /// What it is for, in one language at least.
    pub purpose: EvaluationWords,
    /// Symbol of the decision that it rests on.
    pub decision: String,
    /// Codes of the evaluating member States.
    pub evaluators: Vec<String>,
    /// Day whose end in each capital is the deadline there.
    pub deadline_on: String,
    /// Whether observers may answer.
    pub observers_answer: bool,
    /// Whether observers see answers and reports.
    pub observers_see: bool,
    /// How often it had been written when it was read; 0 for a new one.
    pub seen: u32,
}

/// A question to be written, or taken out.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "number": 1, "seen": 0, "question": { "words": { "en": "Did it help?", "es": "¿Sirvió?" }, "asks": "yes_no", "required": true }
}))]
pub struct EvaluationQuestion {
    /// Its number, 1 to 40.
    pub number: u8,
    /// How often the question of that number had been written when it was read; 0 for a new one.
    pub seen: u32,
    /// The question; null takes it out.
    pub question: Option<QuestionAsked>,
}

/// A question as it is asked.
#[derive(Debug, Clone, Default, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = EvaluationQuestionAsked)]
pub struct QuestionAsked {
    /// Its words, in English and Spanish at least.
    pub words: EvaluationWords,
    /// `text`, `yes_no`, `one_of`, `number` or `day`.
    pub asks: String,
    /// Whether it must be answered, if only by saying why not.
    pub required: bool,
    /// The 2 to 10 given answers of `one_of`; for other questions none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<EvaluationWords>,
    /// What `number` counts; for other questions left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<EvaluationWords>,
}

/// An answer of one's own party.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "unit": "Ministry", "give": true, "replies": [{ "question": 1, "yes_no": "part" }] }))]
pub struct EvaluationAnswer {
    /// The institution that answers.
    pub unit: String,
    /// Whether it is given; else it is saved, and its own delegation alone sees it.
    pub give: bool,
    /// To which questions it replies what.
    pub replies: Vec<EvaluationReply>,
}

/// A reply to one question: beside its number exactly one of the others.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EvaluationReply {
    /// To which question.
    pub question: u8,
    /// Words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// `yes`, `part` or `no`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yes_no: Option<String>,
    /// Which given answer, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<u8>,
    /// A whole number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<i64>,
    /// A day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<String>,
    /// Why this is not answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub declined: Option<String>,
}

/// More time for some.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "parties": ["HND"], "until_on": "2027-11-30", "reason": "The ministry changes." }))]
pub struct EvaluationTime {
    /// Codes of whoever has more time.
    pub parties: Vec<String>,
    /// Day whose end in each capital is the new deadline there.
    pub until_on: String,
    /// Why.
    pub reason: String,
}

/// A finding to be written, or taken out.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "number": 1, "seen": 0, "finding": { "words": { "en": "It came late." }, "questions": [1] } }))]
pub struct EvaluationFinding {
    /// Its number, 1 to 200.
    pub number: u16,
    /// How often the finding of that number had been written when it was read; 0 for a new one.
    pub seen: u32,
    /// The finding; null takes it out.
    pub finding: Option<FindingWritten>,
}

/// What was found.
#[derive(Debug, Clone, Default, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = EvaluationFindingWritten)]
pub struct FindingWritten {
    /// In one language at least.
    pub words: EvaluationWords,
    /// Numbers of the questions on which it rests, at least one.
    pub questions: Vec<u8>,
}

/// A recommendation to be written, or taken out.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "number": 1, "seen": 0, "recommendation": { "words": { "en": "Begin earlier." }, "findings": [1], "addressees": ["HND"] }
}))]
pub struct EvaluationRecommendation {
    /// Its number, 1 to 200.
    pub number: u16,
    /// How often the recommendation of that number had been written when it was read; 0 for a new one.
    pub seen: u32,
    /// The recommendation; null takes it out.
    pub recommendation: Option<RecommendationWritten>,
}

/// What is recommended.
#[derive(Debug, Clone, Default, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = EvaluationRecommendationWritten)]
pub struct RecommendationWritten {
    /// In one language at least.
    pub words: EvaluationWords,
    /// Numbers of the findings on which it rests, at least one.
    pub findings: Vec<u16>,
    /// Codes of whom it is addressed to: members that were asked, or the secretariat.
    pub addressees: Vec<String>,
}

/// That the report is published as it was read.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "seen": 2 }))]
pub struct EvaluationPublication {
    /// How often anything of it had been written: `writes` of the report.
    pub seen: u32,
}

/// What one's own party says to a recommendation.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "version": 1, "verdict": "accepted", "reason": "It is due.", "will": { "what": "Begin in March.", "unit": "Ministry", "due_on": "2027-12-31" }
}))]
pub struct EvaluationResponse {
    /// Which version of the report was read.
    pub version: u16,
    /// `accepted`, `part` or `refused`.
    pub verdict: String,
    /// Why.
    pub reason: String,
    /// What will be done: where it is accepted, wholly or in part, and nowhere else.
    #[serde(default)]
    pub will: Option<Undertaking>,
}

/// What will be done of a recommendation.
#[derive(Debug, Clone, Default, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = EvaluationUndertaking)]
pub struct Undertaking {
    /// What.
    pub what: String,
    /// The institution that will do it.
    pub unit: String,
    /// By the end of which day, at the seat.
    pub due_on: String,
}

/// Evaluations.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EvaluationsPage {
    /// Up to 50, the last prepared first.
    pub evaluations: Vec<EvaluationListed>,
    /// What to ask for next in `page`; left out on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<u64>,
}

/// An evaluation in a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EvaluationListed {
    /// Its symbol as addresses have it.
    pub reference: String,
    /// Its symbol.
    pub symbol: String,
    /// Title.
    pub title: EvaluationWords,
    /// Codes of the evaluating States.
    pub evaluators: Vec<String>,
    /// Day of the deadline.
    pub deadline_on: String,
    /// `prepared`, `open`, `ended` or `reported`.
    pub standing: String,
    /// Members that have answered.
    pub answered: u32,
    /// Members that are asked; 0 before it is open.
    pub asked: u32,
}

/// An evaluation as it stands.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Evaluation)]
pub struct EvaluationShown {
    /// Its symbol as addresses have it.
    pub reference: String,
    /// Its symbol.
    pub symbol: String,
    /// Title.
    pub title: EvaluationWords,
    /// What it is for.
    pub purpose: EvaluationWords,
    /// The decision that it rests on.
    pub decision: String,
    /// Codes of the evaluating States.
    pub evaluators: Vec<String>,
    /// Day of the deadline, without extensions.
    pub deadline_on: String,
    /// Whether observers may answer.
    pub observers_answer: bool,
    /// Whether observers see answers and reports.
    pub observers_see: bool,
    /// `prepared`, `open`, `ended` or `reported`.
    pub standing: String,
    /// How often what it is about was written: what `seen` is compared with.
    pub written: u32,
    /// The questionnaire.
    pub questions: Vec<QuestionShown>,
    /// Who is asked or may answer.
    pub parties: Vec<PartyShown>,
    /// The version of the report that stands; left out where none was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<u16>,
}

/// A question of a questionnaire.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = EvaluationQuestionShown)]
pub struct QuestionShown {
    /// Its number.
    pub number: u8,
    /// How often it was written: what `seen` is compared with.
    pub written: u32,
    /// The question.
    pub question: QuestionAsked,
}

/// Where a party stands.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = EvaluationParty)]
pub struct PartyShown {
    /// Its code.
    pub party: String,
    /// Whether it is a member, and counted.
    pub member: bool,
    /// Its last instant in time.
    pub deadline: String,
    /// `not_yet`, `answered`, `answered_late` or `silent`.
    pub standing: String,
}

/// Answers that one may see.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EvaluationAnswers {
    /// What all say together, question by question; members alone are counted.
    pub questions: Vec<SumShown>,
    /// Answers that count, by the codes of their parties.
    pub answers: Vec<AnswerShown>,
    /// Codes of members that have not answered.
    pub silent: Vec<String>,
}

/// What was replied to one question.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = EvaluationSum)]
pub struct SumShown {
    /// Which.
    pub question: u8,
    /// How many members replied yes, in part and no, or each given answer; empty for other questions.
    pub counts: Vec<usize>,
    /// How many said why they do not answer.
    pub declined: usize,
}

/// An answer of a party.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = EvaluationAnswerShown)]
pub struct AnswerShown {
    /// Whose.
    pub party: String,
    /// Whether it is a member, and counted.
    pub member: bool,
    /// The institution that gave it.
    pub unit: String,
    /// When.
    pub at: String,
    /// Whether after the party's deadline.
    pub late: bool,
    /// How many it gave before.
    pub replaced: usize,
    /// What it replies.
    pub replies: Vec<EvaluationReply>,
}

/// A report as it stands, with what was said to it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EvaluationReport {
    /// Which version; left out where none was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<u16>,
    /// How often anything of what is written now was written: what `seen` is compared with. For who evaluates alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub writes: Option<u32>,
    /// What was found.
    pub findings: Vec<FindingShown>,
    /// What is recommended.
    pub recommendations: Vec<RecommendationShown>,
}

/// A finding of a report.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = EvaluationFindingShown)]
pub struct FindingShown {
    /// Its number.
    pub number: u16,
    /// What was found.
    pub finding: FindingWritten,
}

/// A recommendation of a report.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = EvaluationRecommendationShown)]
pub struct RecommendationShown {
    /// Its number.
    pub number: u16,
    /// What is recommended.
    pub recommendation: RecommendationWritten,
    /// The version since which it says this.
    pub since: u16,
    /// By the end of which day a response is due.
    pub due_on: String,
    /// What each addressee says.
    pub responses: Vec<ResponseShown>,
}

/// What an addressee says to a recommendation.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = EvaluationResponseShown)]
pub struct ResponseShown {
    /// Whose.
    pub party: String,
    /// `accepted`, `part` or `refused`; left out where nothing was said yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verdict: Option<String>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What will be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub will: Option<Undertaking>,
    /// The obligation that came of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub obligation: Option<String>,
    /// Whether nothing was said in time.
    pub overdue: bool,
}

impl EvaluationWords {
    /// Answers words as machines get them.
    pub(super) fn of(words: &Words) -> Self {
        EvaluationWords { en: words.en.clone(), es: words.es.clone(), fr: words.fr.clone() }
    }

    /// Answers words of the rules.
    pub(super) fn told(words: &rules::Tongues) -> Self {
        EvaluationWords { en: words.en.clone(), es: words.es.clone(), fr: words.fr.clone() }
    }
}

impl QuestionAsked {
    /// Answers a question as machines get it.
    pub(super) fn of(question: &Question) -> Self {
        QuestionAsked {
            words: EvaluationWords::of(&question.words),
            asks: question.asks.clone(),
            required: question.required,
            choices: question.choices.iter().map(EvaluationWords::of).collect(),
            unit: (question.asks == "number").then(|| EvaluationWords::of(&question.unit)),
        }
    }
}

impl EvaluationReply {
    /// Answers a reply as machines get it.
    pub(super) fn of(reply: &Reply) -> Self {
        let (bare, value) =
            (EvaluationReply { question: reply.question, ..EvaluationReply::default() }, Some(reply.value.clone()));
        match reply.kind.as_str() {
            "text" => EvaluationReply { text: value, ..bare },
            "yes_no" => EvaluationReply { yes_no: value, ..bare },
            "one_of" => EvaluationReply { choice: reply.value.parse().ok(), ..bare },
            "number" => EvaluationReply { number: reply.value.parse().ok(), ..bare },
            "day" => EvaluationReply { day: value, ..bare },
            _ => EvaluationReply { declined: value, ..bare },
        }
    }
}

impl EvaluationListed {
    /// Answers one of a list.
    pub(super) fn of(one: &Listed) -> Self {
        EvaluationListed {
            reference: one.symbol.in_address(),
            symbol: one.symbol.to_string(),
            title: EvaluationWords::of(&one.title),
            evaluators: one.evaluators.iter().map(ToString::to_string).collect(),
            deadline_on: one.deadline_on.to_string(),
            standing: one.standing.code().to_owned(),
            answered: one.answered,
            asked: one.asked,
        }
    }
}

impl EvaluationShown {
    /// Answers an evaluation as it stands at an instant.
    pub(super) fn of<P: Permit>(reader: &Reader<P>, known: &Known) -> Self {
        let (prepared, rules, now) = (&known.prepared, &known.rules, reader.now());
        let question = |(number, question): (&u8, &Question)| QuestionShown {
            number: *number,
            written: rules.question_written(*number),
            question: QuestionAsked::of(question),
        };
        EvaluationShown {
            reference: prepared.symbol.in_address(),
            symbol: prepared.symbol.to_string(),
            title: EvaluationWords::of(&prepared.title),
            purpose: EvaluationWords::of(&prepared.purpose),
            decision: prepared.decision.to_string(),
            evaluators: rules.evaluators().iter().map(ToString::to_string).collect(),
            deadline_on: prepared.deadline_on.to_string(),
            observers_answer: prepared.observers_answer,
            observers_see: prepared.observers_see,
            standing: rules.standing(now).code().to_owned(),
            written: rules.prepared(),
            questions: known.questions.iter().map(question).collect(),
            parties: parties(known, now),
            version: rules.report().filter(|_| rules.sees_report(pages::eyes(reader))).map(|report| report.version),
        }
    }
}

fn parties(known: &Known, now: Timestamp) -> Vec<PartyShown> {
    let at = known.rules.as_of(now);
    let shown = |(party, guest): (&journal::StateCode, &rules::Guest)| PartyShown {
        party: party.to_string(),
        member: guest.member,
        deadline: guest.deadline.to_string(),
        standing: answered_code(guest.answered(at)).to_owned(),
    };
    known.rules.guests().iter().map(shown).collect()
}

/// Answers the code of where a party stands.
pub(super) const fn answered_code(answered: Answered) -> &'static str {
    match answered {
        Answered::NotYet => "not_yet",
        Answered::Answered { late: false, .. } => "answered",
        Answered::Answered { late: true, .. } => "answered_late",
        Answered::Silent => "silent",
    }
}

#[derive(OpenApi)]
#[openapi(
    paths(
        super::list::call,
        super::prepare::first_call,
        super::show::call,
        super::prepare::call,
        super::questions::call,
        super::open::call,
        super::answer::call,
        super::answers::call,
        super::export::call,
        super::time::call,
        super::report::call,
        super::findings::call,
        super::recommendations::call,
        super::publish::call,
        super::respond::call
    ),
    components(schemas(
        EvaluationWords,
        EvaluationTerms,
        EvaluationQuestion,
        QuestionAsked,
        EvaluationAnswer,
        EvaluationReply,
        EvaluationTime,
        EvaluationFinding,
        FindingWritten,
        EvaluationRecommendation,
        RecommendationWritten,
        EvaluationPublication,
        EvaluationResponse,
        Undertaking,
        EvaluationsPage,
        EvaluationListed,
        EvaluationShown,
        QuestionShown,
        PartyShown,
        EvaluationAnswers,
        SumShown,
        AnswerShown,
        EvaluationReport,
        FindingShown,
        RecommendationShown,
        ResponseShown
    ))
)]
struct Document;

/// Answers this room's part of the OpenAPI document.
pub(super) fn api() -> utoipa::openapi::OpenApi {
    Document::openapi()
}
