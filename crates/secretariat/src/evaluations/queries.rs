//! What may be read of evaluations: each made again from its acts, as the rules of the conference say what it is.

use std::collections::{BTreeMap, BTreeSet};

use base::store::StoreError;
use conference::evaluations::{
    self as rules, Act, Asks, Done, Evaluation, Opening, Response, Standing, Tongues, Verdict, Without, YesNo,
};
use conference::said::Said;
use jiff::Timestamp;
use jiff::civil::Date;
use journal::StateCode;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::entries::{Answer, EvaluationEntry, Extended, Prepared, Question, Reply, Responded, Until, Words};
use crate::meetings::{Symbol, read};
use crate::obligations::Reference;
use crate::rounds::{self, instant};

/// Evaluations a page of the list.
pub(super) const PAGE_ROWS: usize = 50;

/// An evaluation as its acts make it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) prepared: Prepared,
    /// The words of each question.
    pub(super) questions: BTreeMap<u8, Question>,
    pub(super) rules: Evaluation,
    /// Who gave more time, when, and why.
    pub(super) extensions: Vec<(StateCode, Timestamp, Extended)>,
    /// What each response says beside what the rules know, in the order of their standpoints.
    pub(super) responded: Vec<Responded>,
}

/// An evaluation in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Listed {
    pub(super) symbol: Symbol,
    pub(super) title: Words,
    pub(super) evaluators: Vec<StateCode>,
    pub(super) deadline_on: Date,
    pub(super) standing: Standing,
    pub(super) answered: u32,
    pub(super) asked: u32,
}

/// What is sought, and by whom. What is empty or none is not asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sought {
    /// Whether what is kept for members is seen.
    pub(super) members_only: bool,
    /// Whether all that are being prepared are seen; else those that one's own State evaluates.
    pub(super) all_prepared: bool,
    pub(super) party: StateCode,
    pub(super) standing: Option<Standing>,
    pub(super) evaluator: Option<StateCode>,
    /// The year of the deadline.
    pub(super) year: Option<i16>,
    pub(super) now: Timestamp,
}

/// An answer that a delegation has saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Draft {
    /// Position of the entry, by which of two who save the second is told.
    pub(super) position: u64,
    pub(super) at: Timestamp,
    pub(super) answer: Answer,
}

/// Answers an evaluation; none where there is none with this symbol.
pub(super) fn known(now: &Connection, symbol: &Symbol) -> Result<Option<Known>, StoreError> {
    let mut statement = now.prepare_cached(
        "SELECT kind, state, at_us, act, position FROM evaluations_act WHERE evaluation = ?1 ORDER BY position",
    )?;
    let mut rows = statement.query([symbol.as_str()])?;
    let mut known: Option<Known> = None;
    while let Some(row) = rows.next()? {
        let (kind, bytes, position): (String, Vec<u8>, u64) = (row.get(0)?, row.get(3)?, row.get(4)?);
        let (by, at): (StateCode, Timestamp) = (read(row, 1)?, instant(row.get(2)?));
        let entry = EvaluationEntry::read(&kind, &bytes)?;
        let damaged = |why: &str| rounds::damaged(position, why);
        match (&mut known, entry) {
            (None, EvaluationEntry::Prepared(prepared)) => known = Some(Known::begin(by, at, *prepared)),
            (None, _) => return Err(damaged("it speaks of an evaluation that nobody prepared")),
            (Some(known), entry) => {
                known.told(by, at, &entry).map_err(|without| damaged(&without.to_string()))?;
            }
        }
    }
    Ok(known)
}

impl Known {
    fn begin(by: StateCode, at: Timestamp, prepared: Prepared) -> Known {
        let rules = Evaluation::begin(by, codes(&prepared.evaluators).collect(), prepared.observers_see, at);
        Known { prepared, questions: BTreeMap::new(), rules, extensions: Vec::new(), responded: Vec::new() }
    }

    /// Takes what a party says into the evaluation.
    ///
    /// Errors: why it is without effect; nothing has changed.
    pub(super) fn told(&mut self, by: StateCode, at: Timestamp, entry: &EvaluationEntry) -> Result<Done, Without> {
        let act = act(by, entry).ok_or(Without::Unlike)?;
        let done = self.rules.act(&act, at)?;
        match entry {
            EvaluationEntry::Prepared(prepared) => self.prepared.clone_from(prepared),
            EvaluationEntry::Asked(asked) => match &asked.question {
                Some(question) => {
                    self.questions.insert(asked.number, question.clone());
                }
                None => {
                    self.questions.remove(&asked.number);
                }
            },
            EvaluationEntry::Extended(extended) => self.extensions.push((by, at, extended.clone())),
            EvaluationEntry::Responded(responded) => self.responded.push((**responded).clone()),
            _ => {}
        }
        Ok(done)
    }

    /// Answers the address of its page.
    pub(super) fn path(&self) -> String {
        format!("/evaluations/{}", self.prepared.symbol.in_address())
    }

    /// Answers whether observers have no part in it.
    pub(super) fn members_only(&self) -> bool {
        !(self.prepared.observers_answer || self.prepared.observers_see)
    }

    /// Answers what an addressee said to a recommendation as it stands, with all that it says.
    pub(super) fn response(&self, number: u16, party: StateCode) -> Option<(&rules::Standpoint, &Responded)> {
        let standpoint = self.rules.standpoint(number, party)?;
        let at = self.rules.standpoints().iter().position(|one| std::ptr::eq(one, standpoint))?;
        Some((standpoint, self.responded.get(at)?))
    }
}

/// Answers the act that an entry of a party means; none where it cannot be what it says, and for what is no act.
fn act(by: StateCode, entry: &EvaluationEntry) -> Option<Act> {
    Some(match entry {
        EvaluationEntry::Prepared(prepared) => Act::Prepare {
            by,
            seen: prepared.seen,
            evaluators: codes(&prepared.evaluators).collect(),
            observers_see: prepared.observers_see,
        },
        EvaluationEntry::Asked(asked) => {
            let question = match &asked.question {
                Some(question) => Some(rules::Question { asks: asks(question)?, required: question.required }),
                None => None,
            };
            Act::Ask { by, number: asked.number, seen: asked.seen, question }
        }
        EvaluationEntry::Opened(opened) => {
            let opening = Opening { members: deadlines(&opened.members), observers: deadlines(&opened.observers) };
            Act::Open { by, opening }
        }
        EvaluationEntry::Drafted(_) => return None,
        EvaluationEntry::Given(answer) => {
            Act::Answer { party: by, unit: answer.unit.clone(), replies: replies(answer)? }
        }
        EvaluationEntry::Extended(extended) => Act::Extend { by, deadlines: deadlines(&extended.deadlines) },
        EvaluationEntry::Found(found) => Act::Find {
            by,
            number: found.number,
            seen: found.seen,
            finding: found.finding.as_ref().map(|finding| rules::Finding {
                words: finding.words.tongues(),
                questions: finding.questions.iter().copied().collect(),
            }),
        },
        EvaluationEntry::Recommended(one) => Act::Recommend {
            by,
            number: one.number,
            seen: one.seen,
            recommendation: one.recommendation.as_ref().map(|one| rules::Recommendation {
                words: one.words.tongues(),
                findings: one.findings.iter().copied().collect(),
                addressees: codes(&one.addressees).collect(),
            }),
        },
        EvaluationEntry::Published(published) => Act::Publish { by, seen: published.seen },
        EvaluationEntry::Responded(responded) => Act::Respond {
            party: by,
            version: responded.version,
            recommendation: responded.number,
            response: Response {
                verdict: Verdict::parse(&responded.verdict)?,
                reason: Said::parse(&responded.reason).ok()?,
                obligation: responded.obligation.as_ref().map(Reference::to_string),
            },
        },
    })
}

/// Answers what a question asks for.
pub(super) fn asks(question: &Question) -> Option<Asks> {
    Some(match question.asks.as_str() {
        "text" => Asks::Text,
        "yes_no" => Asks::YesNo,
        "one_of" => Asks::OneOf(u8::try_from(question.choices.len()).ok()?),
        "number" => Asks::Number,
        "day" => Asks::Day,
        _ => return None,
    })
}

/// Answers what an answer replies, by the numbers of the questions; none where a reply is none, or one question has two.
pub(super) fn replies(answer: &Answer) -> Option<BTreeMap<u8, rules::Reply>> {
    let mut replies = BTreeMap::new();
    for reply in &answer.replies {
        if replies.insert(reply.question, reply.rules()?).is_some() {
            return None;
        }
    }
    Some(replies)
}

impl Reply {
    /// Answers it as the rules have it.
    fn rules(&self) -> Option<rules::Reply> {
        let value = self.value.as_str();
        Some(match self.kind.as_str() {
            "text" => rules::Reply::Text(Said::parse(value).ok()?),
            "yes_no" => rules::Reply::YesNo(YesNo::parse(value)?),
            "one_of" => rules::Reply::OneOf(value.parse().ok()?),
            "number" => rules::Reply::Number(value.parse().ok()?),
            "day" => rules::Reply::Day(value.parse().ok()?),
            "declined" => rules::Reply::Declined(Said::parse(value).ok()?),
            _ => return None,
        })
    }

    /// Writes a reply as entries and machines have it.
    pub(super) fn of(question: u8, reply: &rules::Reply) -> Reply {
        let (kind, value) = match reply {
            rules::Reply::Text(words) => ("text", words.to_string()),
            rules::Reply::YesNo(one) => ("yes_no", one.code().to_owned()),
            rules::Reply::OneOf(chosen) => ("one_of", chosen.to_string()),
            rules::Reply::Number(number) => ("number", number.to_string()),
            rules::Reply::Day(day) => ("day", day.to_string()),
            rules::Reply::Declined(why) => ("declined", why.to_string()),
        };
        Reply { question, kind: kind.to_owned(), value }
    }
}

impl Words {
    /// Answers them as the rules have them.
    pub(super) fn tongues(&self) -> Tongues {
        Tongues { en: self.en.clone(), es: self.es.clone(), fr: self.fr.clone() }
    }

    /// Answers English, Spanish and French.
    pub(super) fn all(&self) -> [&str; 3] {
        [&self.en, &self.es, &self.fr]
    }
}

/// Reads codes with blanks between.
pub(super) fn codes(written: &str) -> impl Iterator<Item = StateCode> + '_ {
    written.split_whitespace().filter_map(|code| code.parse().ok())
}

/// Writes codes with blanks between.
pub(super) fn written(codes: &BTreeSet<StateCode>) -> String {
    codes.iter().map(StateCode::to_string).collect::<Vec<_>>().join(" ")
}

fn deadlines(all: &[Until]) -> BTreeMap<StateCode, Timestamp> {
    all.iter().map(|until| (until.party, instant(until.until_us))).collect()
}

/// Answers what a delegation has saved of its answer.
pub(super) fn draft(now: &Connection, symbol: &Symbol, party: StateCode) -> Result<Option<Draft>, StoreError> {
    let mut statement =
        now.prepare_cached("SELECT position, at_us, act FROM evaluations_draft WHERE evaluation = ?1 AND party = ?2")?;
    let found: Option<(u64, i64, Vec<u8>)> = statement
        .query_row((symbol.as_str(), party.as_str()), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let Some((position, at_us, bytes)) = found else { return Ok(None) };
    match EvaluationEntry::read("drafted", &bytes)? {
        EvaluationEntry::Drafted(answer) => Ok(Some(Draft { position, at: instant(at_us), answer })),
        _ => Err(rounds::damaged(position, "it is no draft")),
    }
}

/// The standing of a row at `?1`; the codes are those of the rules.
const STANDING: &str = "CASE WHEN version > 0 THEN 'reported' WHEN opened = 0 THEN 'prepared' \
    WHEN ends_us < max(?1, changed_us) THEN 'ended' ELSE 'open' END";

/// Answers evaluations that are as sought, the last prepared first: at most a page's and one more, after the first `skipped`.
pub(super) fn sought(now: &Connection, sought: &Sought, skipped: usize) -> Result<Vec<Listed>, StoreError> {
    let mut statement = now.prepare_cached(&format!(
        "SELECT symbol, title_en, title_es, title_fr, evaluators, deadline_on, {STANDING} AS standing, answered, asked \
         FROM evaluations_evaluation WHERE (?2 OR members_only = 0) \
         AND (opened = 1 OR ?3 OR instr(' ' || evaluators || ' ', ' ' || ?4 || ' ') > 0) \
         AND (?5 = '' OR {STANDING} = ?5) AND (?6 = '' OR instr(' ' || evaluators || ' ', ' ' || ?6 || ' ') > 0) \
         AND (?7 = '' OR substr(deadline_on, 1, 4) = ?7) ORDER BY position DESC LIMIT ?8 OFFSET ?9"
    ))?;
    let evaluator = sought.evaluator.map(|code| code.to_string()).unwrap_or_default();
    let year = sought.year.map(|year| format!("{year:04}")).unwrap_or_default();
    let asked = params![
        sought.now.as_microsecond(),
        sought.members_only,
        sought.all_prepared,
        sought.party.as_str(),
        sought.standing.map_or("", Standing::code),
        evaluator,
        year,
        PAGE_ROWS + 1,
        i64::try_from(skipped).unwrap_or(i64::MAX)
    ];
    let found = statement.query_map(asked, listed)?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn listed(row: &Row<'_>) -> rusqlite::Result<Listed> {
    let (evaluators, standing): (String, String) = (row.get(4)?, row.get(6)?);
    Ok(Listed {
        symbol: read(row, 0)?,
        title: Words { en: row.get(1)?, es: row.get(2)?, fr: row.get(3)? },
        evaluators: codes(&evaluators).collect(),
        deadline_on: read(row, 5)?,
        standing: Standing::parse(&standing).ok_or(rusqlite::Error::InvalidQuery)?,
        answered: row.get(7)?,
        asked: row.get(8)?,
    })
}

/// Answers of which evaluation, and which of its recommendations, an obligation came.
pub(super) fn of_duty(now: &Connection, obligation: &Reference) -> Result<Option<(Symbol, u16)>, StoreError> {
    let mut statement = now.prepare_cached("SELECT evaluation, number FROM evaluations_duty WHERE obligation = ?1")?;
    Ok(statement.query_row([obligation.to_string()], |row| Ok((read(row, 0)?, row.get(1)?))).optional()?)
}
