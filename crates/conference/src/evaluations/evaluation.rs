//! An evaluation as its acts make it: who may do what when, and what came of it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};
use journal::StateCode;

use super::ANSWERS_MAX;
use super::acts::{Act, Done, Given, Guest, Opening, Reader, Standing, Without};
use super::questionnaire::{QUESTIONS_MAX, Question, Reply, ReplyFault};
use super::report::{FINDINGS_MAX, Finding, Published, Recommendation, Response, Standpoint, Verdict, Wanting};
use crate::recorded::later;

/// The furthest that a deadline is moved beyond what it was at first.
const EXTENSION_MOST: SignedDuration = SignedDuration::from_hours(24 * 366);
/// Responses of one addressee to one recommendation at most.
const RESPONSES_MAX: usize = 20;

/// Something with how often it was written; none once it was taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Written<T> {
    times: u32,
    what: Option<T>,
}

/// Writes something at a place, unless somebody else wrote it since.
fn write<K: Ord, T>(all: &mut BTreeMap<K, Written<T>>, at: K, seen: u32, what: Option<T>) -> Result<(), Without> {
    let written = all.entry(at).or_insert(Written { times: 0, what: None });
    if written.times != seen {
        return Err(Without::Changed);
    }
    *written = Written { times: seen.saturating_add(1), what };
    Ok(())
}

fn there<K: Ord + Copy, T>(all: &BTreeMap<K, Written<T>>) -> impl Iterator<Item = (K, &T)> {
    all.iter().filter_map(|(at, written)| Some((*at, written.what.as_ref()?)))
}

fn times<K: Ord, T>(all: &BTreeMap<K, Written<T>>, at: &K) -> u32 {
    all.get(at).map_or(0, |written| written.times)
}

/// An evaluation as its acts make it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluation {
    seat: StateCode,
    evaluators: BTreeSet<StateCode>,
    observers_see: bool,
    prepared: u32,
    questions: BTreeMap<u8, Written<Question>>,
    opened_at: Option<Timestamp>,
    guests: BTreeMap<StateCode, Guest>,
    findings: BTreeMap<u16, Written<Finding>>,
    recommendations: BTreeMap<u16, Written<Recommendation>>,
    writes: u32,
    versions: Vec<Published>,
    standpoints: Vec<Standpoint>,
    as_of: Timestamp,
}

impl Evaluation {
    /// Answers an evaluation that the secretariat begins to prepare.
    #[must_use]
    pub fn begin(seat: StateCode, evaluators: BTreeSet<StateCode>, observers_see: bool, at: Timestamp) -> Self {
        Evaluation {
            seat,
            evaluators,
            observers_see,
            prepared: 1,
            questions: BTreeMap::new(),
            opened_at: None,
            guests: BTreeMap::new(),
            findings: BTreeMap::new(),
            recommendations: BTreeMap::new(),
            writes: 0,
            versions: Vec::new(),
            standpoints: Vec::new(),
            as_of: at,
        }
    }

    /// Takes an act that was received at an instant. Time never goes back: an act counts at the latest instant on record by then.
    ///
    /// # Errors
    /// Why it is without effect; nothing has changed.
    pub fn act(&mut self, act: &Act, received_at: Timestamp) -> Result<Done, Without> {
        let at = later(self.as_of, received_at);
        // What is refused half-way leaves nothing behind.
        let mut next = self.clone();
        let done = next.take(act, at)?;
        next.as_of = at;
        *self = next;
        Ok(done)
    }

    fn take(&mut self, act: &Act, at: Timestamp) -> Result<Done, Without> {
        match act {
            Act::Prepare { by, seen, evaluators, observers_see } => {
                self.only(*by == self.seat)?;
                self.before_opening()?;
                if *seen != self.prepared {
                    return Err(Without::Changed);
                }
                self.evaluators.clone_from(evaluators);
                (self.observers_see, self.prepared) = (*observers_see, self.prepared + 1);
            }
            Act::Ask { by, number, seen, question } => {
                self.only(*by == self.seat || self.evaluates(*by))?;
                self.before_opening()?;
                if !(1..=QUESTIONS_MAX).contains(number) {
                    return Err(Without::TooMany);
                }
                write(&mut self.questions, *number, *seen, *question)?;
            }
            Act::Open { by, opening } => {
                self.only(*by == self.seat)?;
                self.open(opening, at)?;
            }
            Act::Answer { party, unit, replies } => return self.answer(*party, unit, replies, at),
            Act::Extend { by, deadlines } => {
                self.only(self.evaluates(*by))?;
                self.extend(deadlines, at)?;
            }
            Act::Find { by, number, seen, finding } => {
                self.only(self.evaluates(*by))?;
                self.find(*number, *seen, finding.as_ref())?;
            }
            Act::Recommend { by, number, seen, recommendation } => {
                self.only(self.evaluates(*by))?;
                self.recommend(*number, *seen, recommendation.as_ref())?;
            }
            Act::Publish { by, seen } => {
                self.only(self.evaluates(*by))?;
                return self.publish(*by, *seen, at).map(Done::Version);
            }
            Act::Respond { party, version, recommendation, response } => {
                self.respond(*party, (*version, *recommendation), response, at)?;
            }
        }
        Ok(Done::Taken)
    }

    fn only(&self, theirs: bool) -> Result<(), Without> {
        if theirs { Ok(()) } else { Err(Without::NotTheirs) }
    }

    fn before_opening(&self) -> Result<(), Without> {
        if self.opened_at.is_some() { Err(Without::Opened) } else { Ok(()) }
    }

    fn after_opening(&self) -> Result<(), Without> {
        if self.opened_at.is_none() { Err(Without::NotOpen) } else { Ok(()) }
    }

    fn open(&mut self, opening: &Opening, at: Timestamp) -> Result<(), Without> {
        self.before_opening()?;
        if opening.members.is_empty() || self.questions().next().is_none() {
            return Err(Without::Nothing);
        }
        if opening.members.values().chain(opening.observers.values()).any(|deadline| *deadline < at) {
            return Err(Without::Passed);
        }
        let guest = |member| {
            move |(party, deadline): (&StateCode, &Timestamp)| {
                (*party, Guest { member, deadline: *deadline, first_deadline: *deadline, given: Vec::new() })
            }
        };
        self.guests = opening.observers.iter().map(guest(false)).collect();
        self.guests.extend(opening.members.iter().map(guest(true)));
        self.opened_at = Some(at);
        Ok(())
    }

    fn answer(
        &mut self,
        party: StateCode,
        unit: &str,
        replies: &BTreeMap<u8, Reply>,
        at: Timestamp,
    ) -> Result<Done, Without> {
        self.after_opening()?;
        if !self.guests.contains_key(&party) {
            return Err(Without::NotTheirs);
        }
        self.check(replies)?;
        let Some(guest) = self.guests.get_mut(&party) else { return Err(Without::NotTheirs) };
        let late = at > guest.deadline;
        if late && guest.given.iter().any(|given| !given.late) {
            return Err(Without::Stands);
        }
        if guest.given.len() >= ANSWERS_MAX {
            return Err(Without::TooMany);
        }
        guest.given.push(Given { at, late, unit: unit.to_owned(), replies: replies.clone() });
        Ok(if late { Done::Late } else { Done::Taken })
    }

    /// Answers whether replies are an answer to the questionnaire.
    ///
    /// # Errors
    /// [`Without::Reply`] with the first question that is not answered as it asks.
    pub fn check(&self, replies: &BTreeMap<u8, Reply>) -> Result<(), Without> {
        self.check_draft(replies)?;
        let missing = self.questions().find(|(number, question)| question.required && !replies.contains_key(number));
        missing.map_or(Ok(()), |(number, _)| Err(Without::Reply(number, ReplyFault::Missing)))
    }

    /// Answers whether replies fit the questions that they reply to, whatever is still missing.
    ///
    /// # Errors
    /// [`Without::Reply`] with the first that does not.
    pub fn check_draft(&self, replies: &BTreeMap<u8, Reply>) -> Result<(), Without> {
        replies.iter().try_for_each(|(number, reply)| {
            let question = self.question(*number).ok_or(Without::Reply(*number, ReplyFault::NoQuestion))?;
            question.takes(reply).map_err(|fault| Without::Reply(*number, fault))
        })
    }

    fn extend(&mut self, deadlines: &BTreeMap<StateCode, Timestamp>, at: Timestamp) -> Result<(), Without> {
        self.after_opening()?;
        if self.ends_at().is_none_or(|ends_at| at > ends_at) {
            // Others have read the answers by now.
            return Err(Without::Passed);
        }
        if deadlines.is_empty() {
            return Err(Without::OutOfBounds);
        }
        for (party, until) in deadlines {
            let guest = self.guests.get_mut(party).ok_or(Without::NoAddressee)?;
            let most = guest.first_deadline.saturating_add(EXTENSION_MOST).unwrap_or(Timestamp::MAX);
            if *until <= guest.deadline || *until <= at || *until > most {
                return Err(Without::OutOfBounds);
            }
            guest.deadline = *until;
        }
        Ok(())
    }

    fn find(&mut self, number: u16, seen: u32, finding: Option<&Finding>) -> Result<(), Without> {
        self.after_opening()?;
        if !(1..=FINDINGS_MAX).contains(&number) {
            return Err(Without::TooMany);
        }
        match finding {
            Some(finding) => {
                let known = finding.questions.iter().all(|question| self.question(*question).is_some());
                if finding.questions.is_empty() || !known || !finding.words.is_said() {
                    return Err(Without::Groundless);
                }
            }
            None if self.recommendations().any(|(_, one)| one.findings.contains(&number)) => {
                return Err(Without::InUse);
            }
            None => {}
        }
        write(&mut self.findings, number, seen, finding.cloned())?;
        self.writes += 1;
        Ok(())
    }

    fn recommend(&mut self, number: u16, seen: u32, one: Option<&Recommendation>) -> Result<(), Without> {
        self.after_opening()?;
        if !(1..=FINDINGS_MAX).contains(&number) {
            return Err(Without::TooMany);
        }
        if let Some(one) = one {
            let known = one.findings.iter().all(|finding| self.finding(*finding).is_some());
            if one.findings.is_empty() || !known || !one.words.is_said() {
                return Err(Without::Groundless);
            }
            if one.addressees.is_empty() || !one.addressees.iter().all(|party| self.may_be_addressed(*party)) {
                return Err(Without::NoAddressee);
            }
        }
        write(&mut self.recommendations, number, seen, one.cloned())?;
        self.writes += 1;
        Ok(())
    }

    fn publish(&mut self, by: StateCode, seen: u32, at: Timestamp) -> Result<u16, Without> {
        self.after_opening()?;
        if self.ends_at().is_none_or(|ends_at| at <= ends_at) {
            return Err(Without::NotEnded);
        }
        if seen != self.writes {
            return Err(Without::Changed);
        }
        let findings: BTreeMap<u16, Finding> = self.findings().map(|(number, one)| (number, one.clone())).collect();
        if findings.is_empty() {
            return Err(Without::Nothing);
        }
        let version = u16::try_from(self.versions.len() + 1).map_err(|_| Without::TooMany)?;
        let before = self.versions.last();
        let wanting = |(number, one): (u16, &Recommendation)| {
            let same = before.and_then(|before| before.recommendations.get(&number)).filter(|known| {
                known.recommendation.words == one.words && known.recommendation.addressees == one.addressees
            });
            let (since, since_at) = same.map_or((version, at), |known| (known.since, known.since_at));
            (number, Wanting { recommendation: one.clone(), since, since_at })
        };
        let recommendations: BTreeMap<u16, Wanting> = self.recommendations().map(wanting).collect();
        let said = |all: &BTreeMap<u16, Wanting>| -> Vec<(u16, Recommendation)> {
            all.iter().map(|(number, one)| (*number, one.recommendation.clone())).collect()
        };
        let same =
            |before: &Published| before.findings == findings && said(&before.recommendations) == said(&recommendations);
        if before.is_some_and(same) {
            return Err(Without::NothingNew);
        }
        self.versions.push(Published { version, at, by, findings, recommendations });
        Ok(version)
    }

    fn respond(
        &mut self,
        party: StateCode,
        (version, number): (u16, u16),
        response: &Response,
        at: Timestamp,
    ) -> Result<(), Without> {
        let report = self.report().ok_or(Without::NoRecommendation)?;
        if version != report.version {
            return Err(Without::Superseded);
        }
        let wanting = report.recommendations.get(&number).ok_or(Without::NoRecommendation)?;
        self.only(wanting.recommendation.addressees.contains(&party))?;
        if response.verdict.binds() != response.obligation.is_some() {
            return Err(Without::Unlike);
        }
        if self.standpoint(number, party).is_some_and(|known| known.response.verdict.binds()) {
            return Err(Without::Bound);
        }
        let same = |known: &&Standpoint| known.recommendation == number && known.party == party;
        if self.standpoints.iter().filter(same).count() >= RESPONSES_MAX {
            return Err(Without::TooMany);
        }
        self.standpoints.push(Standpoint { version, recommendation: number, party, at, response: response.clone() });
        Ok(())
    }
}

/// What may be asked of an evaluation.
impl Evaluation {
    /// Answers who evaluates.
    #[must_use]
    pub fn evaluators(&self) -> &BTreeSet<StateCode> {
        &self.evaluators
    }

    /// Answers whether a party evaluates.
    #[must_use]
    pub fn evaluates(&self, party: StateCode) -> bool {
        self.evaluators.contains(&party)
    }

    /// Answers the secretariat's code.
    #[must_use]
    pub fn seat(&self) -> StateCode {
        self.seat
    }

    /// Answers whether observers see answers and reports.
    #[must_use]
    pub fn observers_see(&self) -> bool {
        self.observers_see
    }

    /// Answers how often what it is about was written.
    #[must_use]
    pub fn prepared(&self) -> u32 {
        self.prepared
    }

    /// Answers the questions, by their numbers.
    pub fn questions(&self) -> impl Iterator<Item = (u8, Question)> + '_ {
        there(&self.questions).map(|(number, question)| (number, *question))
    }

    /// Answers a question by its number.
    #[must_use]
    pub fn question(&self, number: u8) -> Option<Question> {
        self.questions.get(&number).and_then(|written| written.what)
    }

    /// Answers how often the question of a number was written.
    #[must_use]
    pub fn question_written(&self, number: u8) -> u32 {
        times(&self.questions, &number)
    }

    /// Answers when it was opened.
    #[must_use]
    pub fn opened_at(&self) -> Option<Timestamp> {
        self.opened_at
    }

    /// Answers who is asked or may answer, by their codes.
    #[must_use]
    pub fn guests(&self) -> &BTreeMap<StateCode, Guest> {
        &self.guests
    }

    /// Answers the last deadline of anybody; none before it is open.
    #[must_use]
    pub fn ends_at(&self) -> Option<Timestamp> {
        self.guests.values().map(|guest| guest.deadline).max()
    }

    /// Answers how late it is by what is on record and by a clock.
    #[must_use]
    pub fn as_of(&self, now: Timestamp) -> Timestamp {
        later(self.as_of, now)
    }

    /// Answers where it stands at an instant.
    #[must_use]
    pub fn standing(&self, now: Timestamp) -> Standing {
        match self.ends_at() {
            _ if !self.versions.is_empty() => Standing::Reported,
            None => Standing::Prepared,
            Some(ends_at) if self.as_of(now) > ends_at => Standing::Ended,
            Some(_) => Standing::Open,
        }
    }

    /// Answers how many members have answered, and how many were asked.
    #[must_use]
    pub fn answered(&self) -> (usize, usize) {
        let members = || self.guests.values().filter(|guest| guest.member);
        (members().filter(|guest| !guest.given.is_empty()).count(), members().count())
    }

    /// Answers whether somebody may see a party's answer: its own people always, others once they may see them all.
    #[must_use]
    pub fn sees_answer(&self, reader: Reader, of: StateCode, now: Timestamp) -> bool {
        reader.party == of || self.sees_answers(reader, now)
    }

    /// Answers whether somebody may see all answers: before everybody's time has passed who evaluates, and the secretariat; afterwards
    /// members, and observers where the opening says so.
    #[must_use]
    pub fn sees_answers(&self, reader: Reader, now: Timestamp) -> bool {
        let ended = matches!(self.standing(now), Standing::Ended | Standing::Reported);
        self.works_on_it(reader.party) || (ended && (reader.member || self.observers_see))
    }

    /// Answers whether somebody may see published reports and what was said to them.
    #[must_use]
    pub fn sees_report(&self, reader: Reader) -> bool {
        self.works_on_it(reader.party) || reader.member || self.observers_see
    }

    /// Answers whether a party evaluates or is the secretariat.
    #[must_use]
    pub fn works_on_it(&self, party: StateCode) -> bool {
        party == self.seat || self.evaluates(party)
    }

    /// Answers whether a recommendation may be addressed to a party: a member that was asked, or the secretariat.
    #[must_use]
    pub fn may_be_addressed(&self, party: StateCode) -> bool {
        party == self.seat || self.guests.get(&party).is_some_and(|guest| guest.member)
    }

    /// Answers the findings as they are written now, by their numbers.
    pub fn findings(&self) -> impl Iterator<Item = (u16, &Finding)> {
        there(&self.findings)
    }

    /// Answers a finding as it is written now.
    #[must_use]
    pub fn finding(&self, number: u16) -> Option<&Finding> {
        self.findings.get(&number).and_then(|written| written.what.as_ref())
    }

    /// Answers how often the finding of a number was written.
    #[must_use]
    pub fn finding_written(&self, number: u16) -> u32 {
        times(&self.findings, &number)
    }

    /// Answers the recommendations as they are written now, by their numbers.
    pub fn recommendations(&self) -> impl Iterator<Item = (u16, &Recommendation)> {
        there(&self.recommendations)
    }

    /// Answers a recommendation as it is written now.
    #[must_use]
    pub fn recommendation(&self, number: u16) -> Option<&Recommendation> {
        self.recommendations.get(&number).and_then(|written| written.what.as_ref())
    }

    /// Answers how often the recommendation of a number was written.
    #[must_use]
    pub fn recommendation_written(&self, number: u16) -> u32 {
        times(&self.recommendations, &number)
    }

    /// Answers the number after the last question, finding or recommendation ever written.
    #[must_use]
    pub fn next_numbers(&self) -> (u8, u16, u16) {
        let after = |last: Option<&u16>| last.map_or(1, |last| last.saturating_add(1));
        let question = self.questions.keys().last().map_or(1, |last| last.saturating_add(1));
        (question, after(self.findings.keys().last()), after(self.recommendations.keys().last()))
    }

    /// Answers how often anything of the report was written.
    #[must_use]
    pub fn writes(&self) -> u32 {
        self.writes
    }

    /// Answers all versions of the report, the first one first.
    #[must_use]
    pub fn versions(&self) -> &[Published] {
        &self.versions
    }

    /// Answers the report as it stands: its last version.
    #[must_use]
    pub fn report(&self) -> Option<&Published> {
        self.versions.last()
    }

    /// Answers all responses on record, the first one first.
    #[must_use]
    pub fn standpoints(&self) -> &[Standpoint] {
        &self.standpoints
    }

    /// Answers what an addressee says to a recommendation as it stands; none while it has not responded to these words.
    #[must_use]
    pub fn standpoint(&self, number: u16, party: StateCode) -> Option<&Standpoint> {
        let since = self.report()?.recommendations.get(&number)?.since;
        let of = |known: &&Standpoint| known.recommendation == number && known.party == party && known.version >= since;
        self.standpoints.iter().rfind(of)
    }

    /// Answers which recommendations as they stand wait for whose response, each with when it was published.
    pub fn unanswered(&self) -> impl Iterator<Item = (u16, StateCode, Timestamp)> + '_ {
        let all = self.report().into_iter().flat_map(|report| &report.recommendations);
        all.flat_map(move |(number, one)| {
            let silent =
                one.recommendation.addressees.iter().filter(|party| self.standpoint(*number, **party).is_none());
            silent.map(|party| (*number, *party, one.since_at))
        })
    }

    /// Answers how many responses to the report as it stands say what.
    #[must_use]
    pub fn responses(&self, verdict: Verdict) -> usize {
        let all = self.report().into_iter().flat_map(|report| &report.recommendations);
        let addressed =
            all.flat_map(|(number, one)| one.recommendation.addressees.iter().map(|party| (*number, *party)));
        addressed
            .filter_map(|(number, party)| self.standpoint(number, party))
            .filter(|one| one.response.verdict == verdict)
            .count()
    }
}
